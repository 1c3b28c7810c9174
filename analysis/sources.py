"""A sentence comes in; who counts or says a figure in it goes out, as printed and as the side it belongs to."""

# ruff: noqa: E501 (one list a line)

import re
from functools import lru_cache

from analysis import places, rules
from analysis.lookup import made
from analysis.phrases import either, fold

_END = r"(?=\s*[,;:(]|\s+(?:thì|cho|công bố|dẫn|nêu|ghi|trong|năm|tháng|kim ngạch|tính|và cơ|còn|từng|là|do|mới|đưa|nói|tại)\b|\s+(?:khoảng |gần |hơn |trên |chỉ )?\d[\d.,]*\s?(?:tỷ|tỉ|triệu|nghìn|tấn|%)|\s*$)"
# Vietnamese bodies that name no country.
_HOME = re.compile(
    r"tổng cục hải quan|cục hải quan|bộ công thương|tổng cục thống kê|cục thống kê|cục đầu tư nước ngoài|nước ta|"
    r"bộ kế hoạch|bộ tài chính|cục du lịch|bộ văn hóa|bộ nông nghiệp|ngân hàng nhà nước|chính phủ ta"
)
_SIDE = (
    r"(?<!cho )(?<!lợi nhuận )(?<!chia )(?<!với )(?<!tới )(?<!\w)(?P<who>(?:tổng cục |cục |cơ quan |bộ phận )?(?:hải quan|phía|thống kê|số liệu|rosstat|đại sứ quán|thương vụ)"
    r"(?: của)?(?: phía| hải quan| cơ quan thống kê)?(?: liên bang)? (?:nga|việt nam|trung quốc|belarus|kazakhstan|mỹ|ấn độ))(?!\w)"
)
_COUNTING = ("hải quan", "phía", "thống kê", "số liệu", "rosstat", "đại sứ quán", "thương vụ")  # one is in each _SIDE
_BODY = re.compile(
    r"(?:phía|cơ quan|thống kê|số liệu|một|các|hải quan|đại diện|hiệp hội|tổng cục|thương vụ|vị|bộ|tham tán|sổ)\b"
)
_BREAK = re.compile(r";|,\s*(?:còn|trong khi|nhưng|song)\b")
# "4,58 tỷ USD của hải quan Việt Nam", "6 tỷ USD (số liệu Nga)", "6 tỷ USD theo thống kê của Nga"; "1 tỷ USD của phía Nga" may be money of theirs.
_OWN = re.compile(r"[\d.,]+ (?:[^\W\d]+ ){1,3}(?:\(|\(?(?:của|theo|do|trong)(?: (?:số liệu|thống kê)(?: của)?)? )")
_COUNTER = re.compile(r"(?:tổng cục |cục |cơ quan )?(?:hải quan|thống kê|số liệu|rosstat)\b")
_SAME_CLAUSE = re.compile(r"(?:[^;:,(]|(?<=\d),(?=\d))*\btheo ")  # "tăng 9% lên 5,2 tỷ USD theo số liệu phía Nga"
_NEAR = 45  # letters from a figure to the one who counts it, right behind it
_LEAD = re.compile(r"(?:(?:số liệu|thống kê|dữ liệu|báo cáo)\s+(?:của|từ)\s+)?")
_NOT = re.compile(
    r"(?:đó|kế hoạch|hiệp định|hình thức|giá|tỷ lệ|đường|dõi|đuổi|học|diện|hướng|này|quy định|thỏa thuận|lộ trình|lời mời|"
    r"đồng|từng|nghị quyết|tinh thần|nguyên tắc|cách|mô hình|chương trình|dự báo|ước tính|yêu cầu|đề nghị|luật|danh mục|nghị định|thông tư|quyết định|công văn)\b"
)


def _patterns(modality):
    """(words of which a sentence with a match holds one, pattern) of each way to name a source."""
    listed = modality["source"]
    opens, speaks = either(listed["opens"]), either(listed["speaks"])
    return (
        (tuple(listed["opens"]), re.compile(rf"(?<!\w)(?:{opens})\s+(?P<who>[^,;:.()\d]{{3,60}}?){_END}")),
        (_COUNTING, re.compile(_SIDE)),
        (tuple(listed["speaks"]), re.compile(rf"(?:^|[;,]\s*)(?P<who>[^,;:.()\d]{{3,60}}?)\s+(?:{speaks})(?!\w)")),
    )


def of(sentence, until=None):
    """The source a sentence names for the figure at offset `until` (default: for any), as printed, or None.

    Of several sources the one right behind the figure counts, else the last one before it, else the first one after it.

    >>> of("Theo số liệu của Hải quan Nga, kim ngạch đạt 5,2 tỷ USD.")
    'Hải quan Nga'
    >>> told = "Theo phía Nga, kim ngạch đạt 6 tỷ USD, cao hơn mức 4,6 tỷ USD của Hải quan Việt Nam."
    >>> of(told, told.index("6 tỷ")), of(told, told.index("4,6"))
    ('phía Nga', 'Hải quan Việt Nam')
    """
    folded, found = _named(sentence, made(lambda: rules.load("modality"), _patterns))
    if not found:
        return None
    before = [span for span in found if until is not None and span[0] < until]
    if own := _behind(folded, found, until):
        before = [own]
    elif before and _BREAK.search(folded, before[-1][1], until):
        return None
    start, end = before[-1] if before else found[0]
    start += len(_LEAD.match(folded[start:end])[0])
    return sentence[start:end].strip() or None


def _behind(folded, found, until):
    """The span of a body that counts, right behind the figure at `until`; None where there is none."""
    near = next((span for span in found if until is not None and until < span[0]), None)
    if near is None or not _COUNTER.match(folded, *near):
        return None
    own = near[0] <= until + _NEAR and _OWN.fullmatch(folded, until, near[0])
    return near if own or _SAME_CLAUSE.fullmatch(folded, until, near[0]) else None


@lru_cache(maxsize=16)
def _named(sentence, patterns):
    """The sentence folded and the spans of the sources it names; asked once a figure."""
    folded = fold(sentence)
    found = sorted(
        {
            match.span("who")
            for words, pattern in patterns
            if any(word in folded for word in words)
            for match in pattern.finditer(folded)
            if not _NOT.match(match["who"])
        }
    )
    found = [one for one in found if not any(two[0] <= one[0] and one[1] <= two[1] and one != two for two in found)]
    return folded, [span for span in found if sentence[span[0]].isupper() or _BODY.match(folded[slice(*span)])]


def side(source):
    """The country whose statistics a source is, as an ISO code, or None.

    >>> side("Hải quan Nga"), side("Bộ Công Thương"), side("một chuyên gia")
    ('RU', 'VN', None)
    """
    if not isinstance(source, str):
        return None
    codes = [place.code for place in places.named(source) if place.kind in ("country", "bloc", "seat")]
    if codes:
        return codes[0]
    if "liên bang" in fold(source):  # of a federation that is not named; its customs are those of Russia
        return "RU" if "hải quan" in fold(source) else None
    return "VN" if _HOME.search(fold(source)) else None
