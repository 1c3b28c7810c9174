"""A line comes in; whether the site speaks in it, to its reader or of itself, goes out.

Subscriptions, corrections, copyright, invitations, offers of a shop: whole sentences that stand anywhere on a page.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis import rules
from analysis.lines import BULLET, DATELINE, Look
from analysis.phrases import either
from analysis.vocabulary import UPPER, Vocabulary, key_of, vocabulary

LONGEST = 60  # words; the longest of 96 notices read for the rules has 47
# Points (see `points`) by which a line is a notice wherever it stands, and as first or last of the text.
# Of 2,535 lines of articles none has SURE or more, four have AT_EDGE; of 120 notices with any points 82 and 100.
SURE, AT_EDGE = 2.5, 2.0
LONGEST_OFFER = 30  # words; a longer line on prices that speaks to nobody may be of an article on travel
QUOTED = re.compile(
    r"[“«][^“”«»]{60,}|\"[^\"]{60,}\"|[“\"«][^”\"»]*[.,!?…][”\"»]|[,:]\s?[“\"«]|^[“\"«]"
)  # not the name of a book or prize
CALLED = re.compile(r"\b1[89]00[ .]?\d{2,4}\b")  # numbers that shops give to ring
PRICED = re.compile(
    r"(?<!trị )\bgiá (?:chỉ |từ |chỉ từ |bìa |ưu đãi |bán )?\d[\d.,]* ?(?:đồng|đ|k|nghìn|triệu)\b.{0,40}"
    r"\b(?:tặng|đặt mua|đặt trước|gọi|liên hệ|khi mua)\b"
    r"|\bgiá từ \d[\d.,]* ?(?:đồng|đ|k|nghìn|triệu|usd|rúp)\b|\bgói \w+(?: \w+)? (?:chỉ|giá) \d"
    r"|[.”\"»] giá(?: bán| bìa)?:? \d[\d.,]* ?(?:đồng|đ)\.?$"
    r"|\bgiảm (?:giá |ngay |tới |đến )*\d+ ?% (?:khi|cho đơn|học phí|giá vé|nếu đặt)",
    re.I,
)
PRICES = ("giá", "gói", "giảm")  # of which every match of PRICED has one
WEATHER = re.compile(r"(?:thời tiết|dự báo|(?:bắc|nam|trung|đông|tây) \w+)\b.*\bnhiệt độ\b.*\b\d+ độ")
ENDED = re.compile(
    r"(?:bài |phần |buổi |kết thúc |khép lại |dừng )?(?:tường thuật|trực tiếp)(?: trực tiếp)?(?: của [\w ]{2,30}?)?"
    r"(?: (?:xin|đã|sẽ|được))* (?:kết thúc|khép lại|dừng lại|tạm dừng)\b"
)
ISSUE = re.compile(
    r"(?:ấn phẩm|tạp chí|tuần báo|nguyệt san|đặc san|giai phẩm|báo|số báo)\b.*\bsố \d.*\bphát hành\b"
    r".*\bgiá(?: bìa| bán)? \d[\d ]* đồng"
)
LONGEST_LABEL = 20  # words; "Ông Nguyễn Văn A: 0912 345 678" of a form or an address is shorter
ANSWER = re.compile(  # with an address or an office, or a name whose owner speaks of himself
    rf"(?:Ông|Bà|Anh|Chị|Đại sứ|Bộ trưởng|Thứ trưởng|PGS|GS|TS)[.,]?(?: [{UPPER}][\w.]*){{1,6}}\s?: "
    rf"|(?!Báo|Tạp|Đài|Ban|Tòa|Công|Nhà)[{UPPER}]\w+(?: [{UPPER}]\w+){{1,4}}\s?: (?=.*\b(?:[Tt]ôi|[Cc]húng tôi)\b)"
)
TOLD = re.compile(r"\b(?:cho biết|cho rằng|chia sẻ rằng|khẳng định|nhấn mạnh|kể|nói|thông báo|đã gửi)\b", re.I)


class Phrases:
    """Phrases to look for in a line's key, where one of their first words is among its words: in few lines."""

    def __init__(self, phrases: list[str]):
        keys = [key_of(phrase) for phrase in phrases]
        self.pattern = re.compile(rf"\b(?:{either(keys)})\b")
        self.begun = {}  # {first word: the phrases}
        for key in keys:
            self.begun.setdefault(key.partition(" ")[0], []).append(key)

    def found(self, key: str, words: set[str]) -> set[str]:
        """Those of the phrases that the key, made of these words, has."""
        near = any(phrase in key for word in self.begun.keys() & words for phrase in self.begun[word])
        return set(self.pattern.findall(key)) if near else set()

    def met(self, key: str, words: set[str]) -> float:
        """1 for one of the phrases, 1.5 for several."""
        found = len(self.found(key, words))
        return 1.0 + 0.5 * (found > 1) if found else 0.0


@dataclass(frozen=True)
class Cues:
    """The patterns made of the table [notice] of rules/pages.toml."""

    alone: Phrases
    labels: re.Pattern
    opens: re.Pattern
    no_reader: Phrases
    reader: Phrases
    site: Phrases
    matter: Phrases
    offer: Phrases


@lru_cache(maxsize=2)
def _cues(said: Vocabulary) -> Cues:
    table = rules.load("pages")["notice"]  # made again when the vocabulary of the same file is
    labels, opens = (either(map(key_of, table[name])) for name in ("labels", "opens"))
    return Cues(
        labels=re.compile(rf"[*(\s]*(?:{labels})\s*:", re.I),
        opens=re.compile(rf"(?:{opens})\b"),
        **{name: Phrases(table[name]) for name in ("alone", "no_reader", "reader", "site", "matter", "offer")},
    )


def points(look: Look) -> float:
    """How much speaks for the site's own voice; 0 without its reader, the site or an order ("Hãy ...", "Tải ...").

    One point each for the reader, the site, what sites speak of and an offer, half a point for a second word of the
    kind and for an order; three for a label ("Đính chính:") or a telling phrase.

    >>> from analysis.lines import look
    >>> points(look(1, "Nhập email để nhận bản tin miễn phí mỗi sáng của tòa soạn.")) >= SURE
    True
    >>> points(look(1, "Hai bên nhất trí thúc đẩy hợp tác giáo dục trong năm nay."))
    0.0
    """
    if look.words > LONGEST or _quotes(look.text) or DATELINE.match(look.text) or _answers(look):
        return 0.0
    cues = _cues(vocabulary())
    if cues.labels.match(look.text):
        return 3.0
    words = set(look.key.split())
    key = cues.no_reader.pattern.sub(" ", look.key) if cues.no_reader.found(look.key, words) else look.key
    reader, site, matter, offer = [cue.met(key, words) for cue in (cues.reader, cues.site, cues.matter, cues.offer)]
    offer += 1.0 * ("00" in look.text and bool(CALLED.search(look.text)))
    offer += 1.5 * (any(map(look.key.__contains__, PRICES)) and bool(PRICED.search(look.text)))
    order = 0.5 * _order(look)
    if look.words > LONGEST_OFFER and not (reader or order):
        site = cues.site.met(key.replace("ứng dụng", " "), words)  # people use applications too
    sold = "phát hành" in look.key and ISSUE.match(look.key)
    alone = 3.0 * bool(cues.alone.found(look.key, words) or ENDED.match(look.key) or sold)
    alone = alone or 2.0 * bool(WEATHER.match(look.key))
    if not alone and not (reader or site or order or offer > 1) or not (alone or matter or offer or reader and site):
        return 0.0
    if offer and not (reader or site or order or alone) and look.words > LONGEST_OFFER:
        return min(matter + offer, AT_EDGE)
    loud = 0.5 * look.text.endswith("!")
    return reader + site + matter + offer + order + alone + loud - 1.0 * bool(TOLD.search(look.text))


def _quotes(text):
    return any(map(text.__contains__, "“«\"")) and QUOTED.search(text) is not None


def _answers(look):
    """Is it a long answer of an interview, whose "chúng tôi" is somebody's firm: "Ông Lê Văn Khải: Chúng tôi ..."?"""
    return look.words > LONGEST_LABEL and ANSWER.match(look.text) is not None


def marked(looks: list[Look]) -> list[Look]:
    """The looks, with the site's sure words marked as such, and the short orders below them as buttons.

    >>> from analysis.lines import look
    >>> texts = ["Cảm ơn bạn đọc đã gửi ý kiến về tòa soạn qua email.", "Gửi ngay", "Gửi gốm sang Nga bằng tàu"]
    >>> [each.kind for each in marked([look(number, text) for number, text in enumerate(texts, 1)])]
    ['notice', 'control', None]
    """
    found, before = [], None
    for place, each in enumerate(looks):
        if each.kind is None and not _in_list(looks, place) and points(each) >= SURE - 0.5 * _order(each):
            each = replace(each, kind="notice")
        elif each.kind is None and before in ("notice", "control") and _button(each):
            each = replace(each, kind="control")
        found.append(each)
        before = each.kind if each.kind != "blank" else before
    return found


def _order(look):
    """Does the line begin as orders and offers do?"""
    return _cues(vocabulary()).opens.match(look.key) is not None


def _in_list(looks, place):
    """Is it an item of a list, with another one right above or below?"""
    if not BULLET.match(looks[place].text):
        return False
    beside = looks[max(0, place - 2) : place] + looks[place + 1 : place + 3]
    return any(BULLET.match(other.text) for other in beside)


def _button(look):
    """Has it the shape of a button: at most four words, an order first, no full stop?"""
    return look.words <= 4 and not look.sentence and _order(look)
