"""The raw lines of a text come in; which of them are one paragraph, and what a printer set around its sheets, goes out.

A browser prints the date, the title, the address and "2/5" on every sheet, in the middle of a sentence if need be.
"""

import re
from collections import Counter

from analysis import spacing
from analysis.lines import ends_sentence
from analysis.vocabulary import key_of

COUNTER = re.compile(r"(?:.*\s)?([1-9]\d{0,2})\s?(?:/|of|trên|trong số)\s?([1-9]\d{0,2})", re.I)
NAMED = re.compile(r"https?://|\b(?:trang|page)\s\d", re.I)
SHEETS = 2
PARAGRAPH = 120  # letters; headlines and addresses are shorter
SHORTEST_CUT = 6  # words of a line that a sheet's end cut


def paragraphs(raw: list[str], sure: bool = False) -> tuple[list[list[int]], set[int]]:
    """The line numbers, from 1, of each paragraph, and those of the lines at the heads and feet of sheets.

    With `sure` the text is known to be wrapped (a PDF).
    """
    turns = sheets(raw)
    printed = {number for turn in turns for number in turn}
    numbers = [number for number in range(1, len(raw) + 1) if number not in printed]
    left = spacing.groups([raw[number - 1] for number in numbers], sure)
    groups = [[numbers[place - 1] for place in group] for group in left]
    for turn in turns:
        _join(raw, groups, turn)
    return groups, printed


def _join(raw, groups, turn):
    """Puts the sentence together that the end of this sheet cut."""
    written = [group for group in groups if raw[group[0] - 1].strip()]
    before = next((group for group in reversed(written) if group[0] < turn[0]), None)
    after = next((group for group in written if group[0] > turn[-1]), None)
    if before and after and cut(raw[before[-1] - 1].strip(), raw[after[0] - 1].strip()):
        before.extend(after)
        groups.remove(after)


def sheets(raw: list[str]) -> list[list[int]]:
    """The line numbers, from 1, of each row of lines between two sheets, and of those at the ends of the text.

    The lines come back on other sheets, but for their figures, and one of them counts the sheets.

    >>> sheets(["Báo Mẫu", "Trang 1/3", "Hai bên họp bàn về", "Báo Mẫu", "Trang 2/3", "kế hoạch năm tới."])
    [[1, 2], [4, 5]]
    """
    if sum(COUNTER.fullmatch(line.strip()) is not None for line in raw) < SHEETS:
        return []
    runs = list(_repeated([(number, line.strip()) for number, line in enumerate(raw, 1) if line.strip()]))
    counted = {place: _counter(run) for place, run in enumerate(runs)}
    known = set(counted.values())
    found = [_numbers(raw, run) for place, run in enumerate(runs) if _among_others(counted[place], known)]
    return _top(raw, runs[0], found) + found if found else []


def _top(raw, run, found):
    """The first row of the page, if it is the head of the other sheets too and the title stands below it once more."""
    numbers, taken = [number for number, _ in run], {number for row in found for number in row}
    rest = {line.strip() for number, line in enumerate(raw, 1) if number not in taken and number not in numbers}
    again = {raw[number - 1].strip() for number in taken}
    above = len(run) > 1 and not taken.intersection(numbers) and max(numbers) < min(taken)
    return [numbers] if above and again.issuperset(line for _, line in run) and run[-1][1] in rest else []


def _numbers(raw, run):
    """The line numbers of a row; above the first paragraph those down to the sheet's number, below it is the title."""
    if any(len(line) >= PARAGRAPH for line in raw[: run[0][0] - 1]):
        return [number for number, _ in run]
    last = next(place for place, (_, line) in enumerate(run) if COUNTER.fullmatch(line))
    return [number for number, _ in run[: last + 1]]


def _repeated(lines):
    """The rows of lines that stand on the page more than once."""
    told, run = Counter(_pattern(line) for _, line in lines), []
    for number, line in [*lines, (0, "")]:
        if told[_pattern(line)] >= SHEETS:
            run.append((number, line))
        elif run:
            yield run
            run = []


def _pattern(line):
    """The line without its figures."""
    return re.sub(r"\d+", "0", key_of(line)) if line else None


def _counter(run):
    """(number of the sheet, of how many), None if the lines are not of a sheet's head or foot."""
    if len(run) < 2 and not NAMED.search(run[0][1]):
        return None
    found = (COUNTER.fullmatch(line) for _, line in run)
    return next(((int(each[1]), int(each[2])) for each in found if each and int(each[1]) <= int(each[2])), None)


def _among_others(counter, known):
    """Is the sheet before or behind this one there too?"""
    return counter is not None and any((counter[0] + step, counter[1]) in known for step in (-1, 1))


def cut(before: str, after: str) -> bool:
    """Does the text go on below a sheet's end in the middle of a sentence?

    >>> cut("Hai bên họp bàn về kế hoạch", "hợp tác năm tới."), cut("Hai bên họp bàn kế hoạch.", "Mẫu in")
    (True, False)
    """
    open_end = before.count(" ") + 1 >= SHORTEST_CUT and not ends_sentence(before)
    return open_end and after[:1] != "" and not after[:1].isupper()
