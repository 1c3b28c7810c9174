"""The raw lines of a text come in; the same go out without what a mail program sets before and between them.

A forwarded or pasted article has "> " before each of its lines, or a blank line after each, in the middle of sentences.
"""

import re
from collections import Counter

from analysis import wrapping
from analysis.lines import ends_sentence

QUOTED = re.compile(r"\s{0,3}> ?")
MOST_OF = 0.6  # share of the lines with words that are quoted; links to related articles ("> Xem thêm") are fewer
FEWEST, FEWEST_BROKEN = 5, 4  # lines with words; sentences that go on in the next line


def unquoted(raw: list[str]) -> list[str]:
    """The lines without the signs of quotation before them, where most lines of the text have one.

    >>> unquoted(["> > Hai bên họp", "> >", "> > >> Tin liên quan"] * 3)[:3]
    ['Hai bên họp', '', '>> Tin liên quan']
    >>> unquoted(["Hai bên họp", "> Tin liên quan"])
    ['Hai bên họp', '> Tin liên quan']
    """
    while sum(line[:4].lstrip()[:1] == ">" for line in raw) >= max(FEWEST, MOST_OF * sum(map(_told, raw))):
        raw = [QUOTED.sub("", line, count=1) if ">" in line[:4] and QUOTED.match(line) else line for line in raw]
    return raw


def _told(line):
    return not line.isspace() and line != ""


def groups(raw: list[str], sure: bool = False) -> list[list[int]]:
    """Line numbers, from 1, of each paragraph, also where blank lines part each line of print from the next.

    >>> told = "Hai bên đã thống nhất về kế hoạch hợp tác trong năm tới và giao cho các bộ, ngành"
    >>> groups([told, "", "lập danh sách các dự án.", ""] * 5)[:3]
    [[1, 3], [2], [4]]
    >>> groups([told + ".", ""] * 9)[:2]
    [[1], [2]]
    """
    gap = between(raw)
    if not gap or wrapping.usual_width(raw, sure):
        return wrapping.groups(raw, sure)
    left = _without(raw, gap)
    lines = [raw[number - 1] if number else "" for number in left]
    if not wrapping.usual_width(lines, sure):
        return wrapping.groups(raw, sure)
    found = [[left[place - 1] for place in group] for group in wrapping.groups(lines, sure)]
    found += [[number] for number in set(range(1, len(raw) + 1)).difference(left)]
    return sorted(group for group in found if group != [0])


def between(raw: list[str]) -> int:
    """How many blank lines stand between lines that one sentence holds together, most often."""
    told = [(number, line) for number, line in enumerate(map(str.strip, raw)) if line]
    below = [place for place, (_, line) in enumerate(told) if place and line[0].islower()]
    if len(below) < FEWEST_BROKEN:
        return 0
    gaps = Counter(told[place][0] - told[place - 1][0] - 1 for place in below if not ends_sentence(told[place - 1][1]))
    return max(gaps, key=gaps.get) if sum(gaps.values()) >= FEWEST_BROKEN else 0


def _without(raw, gap):
    """The numbers of the lines that are left when so many blank ones are taken away below each line.

    There is a 0 around a line that fewer part from the next, as it stands in a box that came from elsewhere.
    """
    left, blank = [], gap
    for number, line in enumerate(raw, 1):
        if _told(line):
            crowded = blank < gap or any(map(_told, raw[number : number + gap]))
            left += [0, number] if crowded else [number]
            blank = 0
        else:
            blank += 1
            left += [number] if blank > gap else []
    return left
