"""The raw lines of a text come in; which of them belong to one broken paragraph goes out."""

import itertools
import re

from analysis import dates
from analysis.letters import is_syllable
from analysis.lines import ends_sentence

PARAGRAPH = 80  # letters; what is as long and ends in a full stop is no headline
SHORTEST = 45  # letters; shorter lines are not the product of wrapping at 60-100 signs, the usual widths


def groups(raw: list[str], sure: bool = False) -> list[list[int]]:
    """Line numbers from 1, those of one paragraph together; every line alone in a text that is not wrapped.

    With `sure` the text is known to be wrapped (a PDF), and one broken sentence is enough to tell the width.

    >>> groups(["Hai bên đã thống nhất về kế hoạch hợp tác trong", "năm tới."])
    [[1], [2]]
    """
    width = usual_width(raw, sure)
    if not width:
        return _broken(raw)
    found, widths = [], _widths(raw) if sure else [width] * len(raw)
    exact = not sure and _is_exact(raw, width)
    for number, line in enumerate(raw, 1):
        if found and line.strip() and _continues(raw[number - 2].strip(), line.strip(), widths[number - 2], exact):
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _widths(raw):
    """The width of the column in which each line of a print stands: that of the longest line beside it.

    Where a blank line parts them, another column may begin.
    """
    found = []
    for blank, lines in itertools.groupby((line.strip() for line in raw), key=lambda line: not line):
        sizes = [0 if blank else len(line) for line in lines]
        beside = (sizes[max(0, place - BESIDE) : place + BESIDE + 1] for place in range(len(sizes)))
        found += [max(NARROWEST, *row) for row in beside]
    return found


NARROWEST, BESIDE = 28, 3  # letters of a column in a paper, three beside one another; lines


def _broken(raw):
    """The line numbers in a text that is not wrapped: what a stray break parted in one paragraph is put together.

    >>> told = "Xưởng gốm " + "men lam " * 15 + "mở cửa."
    >>> _broken([told, "Tổng lượng gốm xuất sang các nước trong chín tháng đạt 4.180", "tấn, tăng 6,4%.", "", "hết"])
    [[1], [2, 3], [4], [5]]
    """
    found, lines = [], [line.strip() for line in raw]
    for number, line in enumerate(lines, 1):
        if line[:1].islower() and found and _parted(lines, found[-1], number):
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _parted(lines, group, number):
    """Do the lines from here on, in small letters, bring the sentence of the long line above to its end?"""
    first, above = lines[group[0] - 1], lines[number - 2]
    if len(first) < SHORTEST or not first[:1].isupper() or ends_sentence(above):
        return False
    if not any(len(line) >= PARAGRAPH and ends_sentence(line) for line in lines[: group[0] - 1]):
        return False  # a headline, above a text that lost its initial
    rest = list(itertools.takewhile(_goes_on, lines[number - 1 :]))
    return any(map(ends_sentence, rest))


def _goes_on(line):
    return line[:1].islower() and not ITEM.match(line) and "://" not in line


def usual_width(raw: list[str], sure: bool = False) -> int:
    """The width at which the text is wrapped, 0 if it is not.

    Wrapped texts break most sentences inside; in the seeds and the sample pages no long line is followed by one that
    begins with a small letter.
    """
    lines = [line.strip() for line in raw]
    if sum(line[:1].islower() for line in lines) > 0.9 * sum(map(bool, lines)):
        return 0
    shortest = NARROWEST if sure else SHORTEST
    long = [
        (line, after) for line, after in zip(lines, lines[1:], strict=False) if shortest <= len(line) <= 130 and after
    ]
    broken = sum(
        after[:1].islower() and not ITEM.match(after) and not ends_sentence(line) for line, after in long
    )
    if broken < (1 if sure else 4):
        return 0
    parted = [(line, after) for line, after in long if after[:1].islower() and not ends_sentence(line)]
    width = max(len(line) for line, _ in parted)
    return width if sure or broken >= 0.3 * len(long) or _all_full(parted, width, len(long)) else 0


def _all_full(parted, width, lines):
    """Among many short lines of other things: did the next word fit in none of the lines that break off?

    In 206 pages that are not wrapped, at most three lines break off so.
    """
    full = sum(_is_full(line, after, width) for line, after in parted)
    return len(parted) >= FULL and full >= 0.9 * len(parted) and full >= 0.15 * lines


FULL = 6


ITEM = re.compile(
    r"[-–•*▪]\s|(?:\d{1,2}|[a-zđ])[.)]\s|\[\d{1,3}\](?=[A-ZĐÀ-Ý]|\W)|\(BUTTON\)"
)  # what begins a line of its own


MAIL = re.compile(r"(?:From|To|Cc|Subject|Date|Sent|Reply-To|Return-Path|MIME-Version|Content-Type|Từ|Đến|Chủ đề):\s\S")


STAMP = re.compile(
    r"\d{1,2}[:hg]\d{2}\b.{0,5}\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b.{0,5}\b\d{1,2}[:hg]\d{2}\b"
)  # "09:03 | 9/5/2025", which a page prints below its title


def _own(after):
    """Is it a date line or the head of a letter, which never continue the line above?"""
    if after[:1].isdigit():
        return STAMP.match(after) is not None and len(after.split()) <= 6
    return bool(MAIL.match(after)) or len(after.split()) <= 8 and after[:1].isupper() and bool(dates.find(after))


BYLINE = re.compile(r"[^\W\d_a-z]{2,}(?: [^\W\d_a-z]{1,}){1,4}(?: \(\*\))?")


def _signed(line, after):
    """Is it a name in capitals alone on its line, below one that is not in capitals?"""
    return after.isupper() and not line.isupper() and BYLINE.fullmatch(after) is not None


HYPHENED = re.compile(r"(?:[^\W\d_]{2}|\d|\b[ÁÂ])-$")  # "Vladivos-", "2016-", "Á-"
CUT_WORD = re.compile(r"(?<![\w-])([A-Za-z]{2,})-$")
REST = re.compile(r"[a-z]{2,}(?![\w-])")


def joined(parts: list[str]) -> str:
    """The lines of one paragraph as one: a word that was cut is whole again, what a hyphen joins stays joined.

    >>> joined(["cảng Vladivos-", "tok năm 2016-", "2025, Liên minh Á-", "Âu, Hà Nội -", "Moskva"])
    'cảng Vladivostok năm 2016-2025, Liên minh Á-Âu, Hà Nội - Moskva'
    """
    text = ""
    for part in map(str.strip, parts):
        hyphened = HYPHENED.search(text) and part[:1].isalnum()
        text = text[:-1] if hyphened and _is_cut(text, part) else text
        text += part if hyphened or not text else f" {part}"
    return text


def _is_cut(line, after):
    """Was one word parted here, and no two that a hyphen joins: are the parts no syllables?"""
    head, rest = CUT_WORD.search(line), REST.match(after)
    return bool(head and rest) and not (is_syllable(head[1]) and is_syllable(rest[0]))


EXACT = 0.97  # share of the broken sentences; a few lines lost a link's number or a picture's sign


def _is_exact(raw, width):
    """Was each line filled as far as words fit, so that what has room for the next word ends a paragraph?"""
    lines = [line.strip() for line in raw]
    pairs = [pair for pair in zip(lines, lines[1:], strict=False) if pair[1][:1].islower() and len(pair[0]) >= SHORTEST]
    return sum(_is_full(*pair, width) for pair in pairs) >= EXACT * len(pairs)


def _is_full(line, after, width):
    """Did the next word not fit?"""
    return len(line) + 1 + len(after.split(None, 1)[0]) > width


def _continues(line, after, width, exact):
    if not line or ITEM.match(after) or _own(after) or _signed(line, after):
        return False
    if HYPHENED.search(line) and len(line) >= 0.4 * width:
        return True
    if exact and not _is_full(line, after, width):
        return False
    if 0.8 * width <= len(line) <= width + 2 and not ends_sentence(line):
        return True
    if (after[:1].islower() or after[:1].isdigit() and len(line) >= 0.8 * width) and not ends_sentence(line):
        return len(line) >= 0.4 * width
    return _is_full(line, after, width) and len(line) <= width + 2 and not ends_sentence(line)
