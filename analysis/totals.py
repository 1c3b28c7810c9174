"""A quantity of a sentence and the sides told before it come in; the sides of "cả ba thị trường" go out.

"Sang Nga 61 triệu, sang Kazakhstan 9 triệu, sang Belarus 1,2 triệu. Tính chung cả ba thị trường, kim ngạch giảm 4,6%":
the fall is that of all three. Only as many countries as the words count are taken, the last ones told.
"""

import re
from functools import lru_cache

from analysis.in_turn import run
from analysis.parties import Sides

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_NOUN = r"(?:thị trường|nước|quốc gia|bạn hàng|đối tác|khách hàng|nền kinh tế|khách mua)"
_ALL = re.compile(
    r"(?<!\w)(?:cả|gộp|cộng|tính chung|từ|sang|vào|với|của|cho)(?: cả)? (?P<count>hai|ba|bốn|năm)"
    rf"(?: {_NOUN}|(?= *[,;]|$| đều| cùng| cộng))"
    rf"|(?<!\w)(?P<turn>hai|ba|bốn|năm) {_NOUN}(?: \w+)? lần lượt"
    rf"|(?<!\w)(?P<these>hai|ba|bốn|năm) {_NOUN} (?:này|trên|nói trên|ấy|đó|kể trên)"
    rf"|(?<!\w)riêng (?P<main>[2-5]|hai|ba|bốn|năm) {_NOUN} (?:chủ lực|chính|lớn|này|trên)"
    rf"|(?<!\w)(?P<all>các|những) {_NOUN} (?:này|trên|nói trên|ấy|kể trên)"
)


def of_all(reading, n, told, here):
    """The Sides of a total of the last two, three ... countries, or None.

    `told` are the Sides of the sentence before, `here` those of this one: {number of the quantity: Sides}.

    Where as many amounts follow as countries are counted, the n-th amount is that of one of them.
    """
    if not (told or here) or not of_several(reading.said):
        return None
    group = _amounts(reading, n)
    told = [*told, *(sides for k, sides in here.items() if k < group[0])]
    count = _counted(reading.words(reading.start_of(group[0]), reading.quantities[group[0]].first), len(told))
    last = _last(told, count) if count else []
    if not last:
        return None
    return last[group.index(n)] if len(group) == count else _together(last)


@lru_cache(maxsize=16)
def of_several(said):
    """Whether a sentence counts countries together; asked once a figure."""
    return _ALL.search(said) is not None


def _counted(words, told):
    """How many countries "cả ba thị trường" are, all that were `told` for "các nước này"; 0 where none are meant."""
    found = list(_ALL.finditer(" ".join(words)))
    if not found:
        return 0
    last = found[-1]
    word = last["count"] or last["these"] or last["turn"] or last["main"]
    return told if last["all"] else _COUNTS.get(word) or int(word)


def _amounts(reading, n):
    """The numbers of the amounts joined with the n-th: "đạt 1,08 tỷ USD và 145 triệu USD"."""
    for start in range(n, -1, -1):
        group = run(reading, start)
        if n not in group:
            break
        first = group
    return first


def _last(told, count):
    """The last `count` different Sides, in order, if all have one partner and one side in common; else []."""
    kept = {}
    for sides in reversed(told):
        if len(sides.partners) == 1 and sides.reporter and "WORLD" not in sides.partners:
            kept.setdefault((sides.reporter, sides.partners), sides)
    kept = [*kept.values()][:count][::-1]
    common = len({one.reporter for one in kept}) == 1 or len({one.partners for one in kept}) == 1
    return kept if len(kept) == count and common else []


def _together(last):
    """One Sides for all: their partners together, or the one they all trade with and what they are to it."""
    if len({one.reporter for one in last}) == 1:
        return Sides(last[0].reporter, tuple(one.partners[0] for one in last), evidence="sentence")
    return Sides(last[0].partners[0], tuple(one.reporter for one in last), evidence="sentence")
