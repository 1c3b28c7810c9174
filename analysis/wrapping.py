"""The raw lines of a text come in; which of them belong to one broken paragraph goes out."""

import itertools
import re

from analysis import dates
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
    found = []
    for number, line in enumerate(raw, 1):
        if found and line.strip() and _continues(raw[number - 2].strip(), line.strip(), width):
            found[-1].append(number)
        else:
            found.append([number])
    return found


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
    long = [
        (line, after) for line, after in zip(lines, lines[1:], strict=False) if SHORTEST <= len(line) <= 130 and after
    ]
    broken = sum(
        after[:1].islower() and not ITEM.match(after) and not ends_sentence(line) for line, after in long
    )
    if broken < (1 if sure else 4) or not sure and broken < 0.3 * len(long):
        return 0
    return max(len(line) for line, after in long if after[:1].islower() and not ends_sentence(line))


ITEM = re.compile(
    r"[-–•*▪]\s|(?:\d{1,2}|[a-zđ])[.)]\s|\[\d{1,3}\](?=[A-ZĐÀ-Ý]|\W)|\(BUTTON\)"
)  # what begins a line of its own


MAIL = re.compile(r"(?:From|To|Cc|Subject|Date|Sent|Reply-To|Return-Path|MIME-Version|Content-Type|Từ|Đến|Chủ đề):\s\S")


def _own(after):
    """Is it a date line or the head of a letter, which never continue the line above?"""
    return bool(MAIL.match(after)) or len(after.split()) <= 8 and after[:1].isupper() and bool(dates.find(after))


BYLINE = re.compile(r"[^\W\d_a-z]{2,}(?: [^\W\d_a-z]{1,}){1,4}(?: \(\*\))?")


def _signed(line, after):
    """Is it a name in capitals alone on its line, below one that is not in capitals?"""
    return after.isupper() and not line.isupper() and BYLINE.fullmatch(after) is not None


def _continues(line, after, width):
    if not line or ITEM.match(after) or _own(after) or _signed(line, after):
        return False
    if 0.8 * width <= len(line) <= width + 2 and not ends_sentence(line):
        return True
    if (after[:1].islower() or after[:1].isdigit() and len(line) >= 0.8 * width) and not ends_sentence(line):
        return len(line) >= 0.4 * width
    full = len(line) + 1 + len(after.split(None, 1)[0]) > width  # the next word did not fit
    return full and len(line) <= width + 2 and not ends_sentence(line)
