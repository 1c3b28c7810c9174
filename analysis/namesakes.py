"""The tokens of a sentence and a country's name of one syllable come in; whether it belongs to a longer name goes out.

Nga, Nhật, Đức, Mỹ and Anh are given names and parts of towns' and firms' names: "Nông Đức Mạnh", "Mỹ Lộc", "bà Nga".
"""

from analysis.letters import is_syllable

OFFICES = {
    "quan", "bộ", "vụ", "sứ", "quán", "thống", "tướng", "trưởng", "phủ", "cục", "hội", "viện", "đài", "phòng", "kê",
    "duma", "thương", "kremlin", "tin", "báo", "chí", "hình", "đạo", "thông", "phương", "hãng", "khoa",
    "chức", "đại", "đoàn", "sự", "ban", "ương",
}  # fmt: skip
NAMESAKES = {"nga", "nhật", "đức", "anh", "mỹ", "pháp", "hàn", "ý", "áo"}  # given names and parts of towns' names too
_GOES_ON = {"việt", "nam", "xô", "la"}  # "Nga Việt Nam", "Mỹ La tinh"
_HEADLINE = 0.6  # share of words with a capital, from which a capital tells nothing


def in_name(text, found, position):
    """True for one syllable of a longer name: "Long Nhật", "Đức Long", "Bắc Mỹ", "bà Nga"; not "Bộ Công Thương Nga".

    >>> from analysis.phrases import fold, tokens
    >>> [in_name(text, tokens(fold(text)), 3) for text in ("Nghệ sĩ Diễm Mỹ hát bài mới", "Đoàn khách của Mỹ đến thăm")]
    [True, False]
    """
    before = found[position - 1].text if position else ""
    if before in _CALLED:
        return position < 2 or found[position - 2].text not in _SEVERAL
    if (found[position].text, before) in _CONTINENTS and _stuck(text, found, position):
        return not _is_vietnam(found, position)
    joined = _leads(text, found, position, before) or _follows(text, found, position, before)
    return joined and not _is_headline(text, found)


def _follows(text, found, position, before):
    """Does a word of the same name stand behind it? A title or a person named in full does not belong to it."""
    if not _stuck(text, found, position + 1) or found[position + 1].text in _GOES_ON or before in OFFICES:
        return False
    small = position + 2 < len(found) and text[found[position + 2].start].islower()
    if small:
        return found[position + 1].text not in _TITLES
    person = before in _LED or found[position + 1].text in _FAMILIES
    return not (person and _stuck(text, found, position + 2))


def _leads(text, found, position, before):
    """Does a word of the same name stand before it? The word that opens a sentence has its capital from that."""
    opens = position < 2 or text[found[position - 1].start - 1] != " " or found[position - 2].text in '.!?:"“->'
    if opens or not _stuck(text, found, position) or before in _NO_NAMES or _is_vietnam(found, position):
        return False
    return _BODIES.isdisjoint(token.text for token in found[max(0, position - 8) : position])


def _is_vietnam(found, position):
    return [token.text for token in found[max(0, position - 2) : position]] == ["việt", "nam"]


ADDRESSED = {"ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "thầy", "cậu", "dì"}
_CALLED = ADDRESSED | {"bé", "cháu"}
_NO_NAMES = {
    "việt", "phim", "hóa", "việc", "tướng", "năm", "ngày", "tuần", "tháng", "mùa", "đêm", "lễ", "giải", "tiếng",
    "bắc", "nam", "đông", "tây", "trung", "mười",
}  # fmt: skip
_SEVERAL = {"thầy", "đàn", "các", "những", "nhiều", "mấy", "vài", "trẻ"}  # "thầy cô Nga", "đàn ông Nga"
_TITLES = {"đô", "đại", "tổng", "thủ", "bộ", "phó", "chủ", "thứ", "ngoại", "thượng", "thiếu", "trung", "giáo", "tiến",
           "thành", "tỉnh"}  # fmt: skip
_FAMILIES = frozenset(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý trương đinh đoàn trịnh tạ lương".split()
)
_LED = {"tại", "ở", "từ", "sang", "của", "với", "nước", "vào", "đến", "tới", "cho", "giữa", "về", "và", ",", "-"}
_CONTINENTS = {("mỹ", part) for part in ("bắc", "nam", "trung")}


def _stuck(text, found, position):
    """True where this word and the one before are capitalised Vietnamese syllables with one space between."""
    pair = found[position - 1 : position + 1] if position else ()
    if len(pair) < 2 or pair[0].end + 1 != pair[1].start or not all(text[token.start].isupper() for token in pair):
        return False
    words = [text[token.start : token.end] for token in pair]
    return all(is_syllable(word) and not word.isupper() for word in words)


def _is_headline(text, found):
    words = [token for token in found if token.text[0].isalpha()]
    return sum(text[token.start].isupper() for token in words) > _HEADLINE * len(words) and len(words) > 4


# Words of bodies whose names end in a country's: "Phòng Thương Mại và Công Nghiệp Nga".
_BODIES = {
    "bộ", "cục", "hội", "ban", "viện", "tổng", "quỹ", "ngân", "sứ", "thị", "phòng", "sở", "tâm", "trường", "nhà",
    "đảng", "đoàn", "ty", "hãng", "đài", "báo", "liên", "quan", "đội", "quân", "tòa", "lầu", "vụ",
}  # fmt: skip
