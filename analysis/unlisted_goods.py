"""A Reading and the number of a quantity in it come in; the goods that no list names, told by where they stand, go out.

Goods stand between a verb of trade and the place they go to or come from: "xuất khẩu nấm linh chi sang Nga đạt 2 triệu
USD" would be taken for the whole trade without them.
"""

from itertools import takewhile

from analysis import rules
from analysis.lookup import made

_VERBS = {("xuất", "khẩu"), ("nhập", "khẩu")}
_ALONE = {"xuất", "nhập", "mua", "bán"}  # verbs of one word
_LEADS = {"sang", "tới", "vào", "đến", "cho", "từ", "của", "qua", "về"}  # to a place
_OPENERS = {"mặt", "hàng", "nhóm", "các", "những", "loại", "lượng", "chủng", "khối"}
LONGEST, NEAR = 6, 4  # words of goods; words between what leads to a place and the place


def traded(reading, n):
    """(first token, the one after the last) of goods between the nearest verb of trade before the n-th quantity and the
    place they go to or come from; None where there are none, or a word of it cannot be part of a name of goods."""
    first, last = reading.start_of(n), reading.quantities[n].first
    for position in range(last - 1, first - 1, -1):
        after = position + 2 if tuple(reading.words(position, position + 2)) in _VERBS else position + 1
        if after == position + 1 and not _trades_alone(reading, position):
            continue
        span = _span(reading, after, last)
        if span and _leads_to_place(reading, span[1], last):
            return span
    return None


def _trades_alone(reading, position):
    """True for "bán", "xuất" as verbs of their own; not for those of "sản xuất", "thu mua", "xuất siêu"."""
    before, word, after = (reading.words(place, place + 1) for place in (position - 1, position, position + 1))
    return word[0] in _ALONE and before not in _OF_VERB and after not in _GOING_ON


_OF_VERB = ["sản"], ["đề"], ["thu"], ["tái"], ["thâm"], ["gia"], ["hội"]
_GOING_ON = ["khẩu"], ["siêu"], ["phát"], ["hiện"], ["xứ"], ["ngũ"], ["bán"]


def _span(reading, first, last):
    """The words of goods that begin at a token, up to what leads to a place; None where they are none."""
    while first < last and reading.words(first, first + 1)[0] in _OPENERS:
        first += 1
    words = list(takewhile(lambda word: word not in _LEADS, reading.words(first, min(last, first + LONGEST + 1))))
    while words and words[-1] in ("các", "loại", ","):
        words.pop()
    if not 0 < len(words) <= LONGEST or not all(map(_may_name, words)) or words[0] in (",", "và"):
        return None
    return first, first + len(words)


def _may_name(word):
    return word in (",", "và") or word.isalpha() and word not in _others()


def _others():
    """Words that are no part of the name of goods: what is traded stays unknown where one of them stands."""
    return made(lambda: rules.load("measures"), _listed)


def _listed(measures):
    return frozenset(measures["commodities"]["no_part"])


def _leads_to_place(reading, end, last):
    """True where a word that leads to a place stands right behind the goods, and the place not far behind it."""
    while reading.words(end, end + 1) in (["các"], ["loại"]):
        end += 1
    led, reach = reading.words(end, end + 1), min(end + NEAR, last)
    return bool(led) and led[0] in _LEADS and any(end < place.first <= reach for place in reading.places)
