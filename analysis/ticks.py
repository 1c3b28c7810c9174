"""The looks of a page's lines come in; they go out with the items of lists behind signs.

One hand or tick before a line points to another article ("👉 ..."); several in a row under a colon list something, and
squares over the paragraphs stand before sub-heads. A list whose dashes stand on lines of their own, above the text, is
one of other articles.
"""

import unicodedata
from dataclasses import replace

from analysis.lines import Look, look

FEWEST = 2


def listed(looks: list[Look]) -> list[Look]:
    """The looks, with no kind for the items of a list behind signs that a line with a colon opens.

    >>> from analysis.lines import look
    >>> texts = ["Vài con số của hội:", "✅ Khách: 300 người", "✅ Phở: 90 bát", "👉 Chợ Tết ở Kazan"]
    >>> [each.kind for each in listed([look(number, text) for number, text in enumerate(texts, 1)])]
    [None, None, None, 'pointer']
    """
    found, opened, run = set(), False, []
    for each in [*looks, Look(0, "")]:
        if each.kind == "blank":
            continue
        if opened and _signed(each) and (not run or each.text[0] == run[0].text[0] or not _points(each)):
            run.append(each)
            continue
        found |= {item.number for item in run} if len(run) >= FEWEST else set()
        opened, run = each.kind is None and each.text.endswith(":"), []
    return [replace(each, kind=None) if each.number in found else each for each in looks]


def _signed(each):
    return each.kind in (None, "pointer") and bool(each.text) and unicodedata.category(each.text[0]) == "So"


def _points(each):
    return each.text[0] in "👉☛▶►➤"


SQUARES = frozenset("■□▪◼◾◆❖")
LONGEST_HEAD, LONGEST_LONE = 14, 8  # words; other articles' headlines have rarely 8


def headed(looks: list[Look]) -> list[Look]:
    """The looks, with sub-heads behind squares without these: two and more over paragraphs, or one that is short.

    >>> told = ["Hội mở cửa đón khách từ sáng sớm ở đầu làng.", "■ Bếp lửa đầu làng", "■ Chợ Tết ở Kazan"]
    >>> [each.text for each in headed([look(number, told[place]) for number, place in enumerate([0, 1, 0], 1)])][1]
    'Bếp lửa đầu làng'
    >>> [each.text for each in headed([look(number, text) for number, text in enumerate(told, 1)])][1]
    '■ Bếp lửa đầu làng'
    """
    seen = [each for each in looks if each.kind not in ("blank", "wrapped")]
    if not any(each.text[0] in SQUARES for each in seen if each.text):
        return looks
    parted = [
        (each, below.prose)
        for above, each, below in zip(seen, seen[1:], seen[2:], strict=False)
        if _squared(each) and "pointer" not in (above.kind, below.kind)
    ]
    over = [each for each, told in parted if told]
    if not over or len(over) < FEWEST and over[0].words > LONGEST_LONE or len({each.text[0] for each in over}) > 1:
        return looks
    bare = {
        each.number: look(each.number, each.text[1:].strip(), each.hint)
        for each, _ in parted
        if each.text[0] == over[0].text[0]
    }
    return [bare.get(each.number, each) for each in looks]


def _squared(each):
    """Is it a short line behind a square?"""
    return each.kind == "pointer" and each.text[:1] in SQUARES and each.words <= LONGEST_HEAD


FEWEST_DASHED = 3
DASHES = frozenset("-–—•*")


def dashed(looks: list[Look]) -> list[Look]:
    """The looks, with the lines below lone dashes as links, if there are several above the first paragraph.

    >>> from analysis.lines import look
    >>> texts = ["-", "Chợ Tết ở Kazan", "-", "Phở lên tàu -", "Xiếc mở màn", "Hôm nay hội mở cửa đón khách."]
    >>> [each.kind for each in dashed([look(number, text) for number, text in enumerate(texts, 1)])]
    ['placeholder', 'link', 'placeholder', 'link', 'link', None]
    """
    top = next((place for place, each in enumerate(looks) if each.prose), len(looks))
    behind = [
        after.number
        for before, after in zip(looks[:top], looks[1:top], strict=False)
        if before.text[-1:] in DASHES and (len(before.text) == 1 or before.text[-2:-1] == " ") and after.kind is None
    ]
    if len(behind) < FEWEST_DASHED:
        return looks
    return [replace(each, kind="link") if each.number in behind else each for each in looks]
