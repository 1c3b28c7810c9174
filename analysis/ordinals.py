"""The lines of a page come in; which count up the parts of one thing ("Đợt 1: ...", "Đợt 2: ...") goes out.

Such lines end without a full stop, yet no other article's headline stands in a row of them.
"""

import re

from analysis.lines import BULLET, Look
from analysis.vocabulary import UPPER

PART = re.compile(
    rf"(?:[-–—•*+▪]\s*)?(?!(?:Bài|Kỳ|Tập|Số|Phần|Video|Ảnh|Hình|Clip|Kênh|Trang)\b)([{UPPER}]\w*(?: [^\W\d]+){{0,2}})"
    r" (\d{1,2}|[IVX]{1,4})(?:\s?\([^()]{1,40}\))?\s?[:–-]\s+\S"
)
# "1. Lò Thổ Hà: 90 chiếc"
NUMBERED = re.compile(r"(\d{1,2})[.)] [^:]{2,40}: (?:khoảng |gần |hơn )?\d[\d.,]*(?: [^\W\d]+){1,3}")
RANKS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
LONGEST, LONGEST_OPENING = 24, 14  # words of such a line, and of the one that opens the row


def counted(seen: list[Look]) -> set[int]:
    """The places of lines in a row that name the same thing with one number after another.

    >>> from analysis.lines import look
    >>> page = ["Ba đợt giao ấm", "Đợt 1 (tháng 3): 40 chiếc", "Đợt 2: 60 chiếc", "Kỳ 1: Lò gốm", "Kỳ 2: Bến sông"]
    >>> counted([look(number, text) for number, text in enumerate(page, 1)])
    {1, 2}
    """
    found, before = set(), None
    for place, each in enumerate(seen):
        part = _part(each)
        if part and before == (part[0], part[1] - 1):
            found.update((place - 1, place))
        before = part
    return found


def opens(seen: list[Look], place: int, found: set[int]) -> bool:
    """Is it the line without a full stop right above a row of those?"""
    each = seen[place]
    if place + 1 not in found or place in found or each.kind is not None or each.prose:
        return False
    return each.words <= LONGEST_OPENING and not BULLET.match(each.text)


def _part(each):
    """(the thing, its number) that the line opens with."""
    if each.kind not in (None, "menu") or each.words > LONGEST:
        return None
    amount = NUMBERED.fullmatch(each.text) if each.text[0].isdigit() else None
    if amount is not None:
        return "", int(amount[1])
    match = PART.match(each.text)
    if match is None:
        return None
    return match[1], RANKS.get(match[2]) or (int(match[2]) if match[2].isdigit() else 0)
