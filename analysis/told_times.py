"""What a file's head, a table's cell or a reader tells as a time comes in; ISO goes out, None if it is no time."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from analysis import dates

MAILED = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UT|[+-]\d{4})$")
COUNTED = re.compile(r"(\d{9,10})(?:\.\d+)?$|(\d{12,13})(?:\.0)?$")  # seconds, or thousandths, since 1970
RUN_ON = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?$")
FIGURES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


def iso(told, american: bool = False) -> str | None:
    """The date, or date and time, as ISO with the zone only where it is told; days stand before months.

    `american` says that the months stand first. A day and month in figures with an American clock may be either and
    give None without it.

    >>> [iso(told) for told in ("05/11/2025 08:30", "Thứ tư, 5/11/2025, 08:30 (GMT+7)", "1762306200", "8 giờ trước")]
    ['2025-11-05T08:30:00', '2025-11-05T08:30:00+07:00', '2025-11-05T01:30:00+00:00', None]
    >>> iso("Wed, 05 Nov 2025 01:30:00 GMT"), iso("11/5/2025 8:30:00 AM"), iso("11/5/2025 8:30:00 AM", american=True)
    ('2025-11-05T01:30:00+00:00', None, '2025-11-05T08:30:00')
    """
    text = " ".join(str(told or "").split())[:100]
    counted, run_on = COUNTED.match(text), RUN_ON.match(text)
    if counted:
        return _of_count(int(counted[1] or 0) or int(counted[2]) / 1000)
    if MAILED.match(text):
        return _of_mail(text)
    if run_on:
        year, month, day, hour, minute, second = run_on.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}" if hour else "")
    if not american and either(text):
        return None
    found = dates.find(FIGURES.sub(r"\2/\1/\3", text) if american else text)
    return found[0].iso if found else None


def either(stamp: str) -> bool:
    """Is it a day in figures, with the letters of an American clock, that may be read as a month too?"""
    found = CLOCKED.match(stamp)
    return bool(found and found[1] != found[2] and max(int(found[1]), int(found[2])) <= 12)


CLOCKED = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4} .*[AP]M$", re.I)


def months_first(column: list[str]) -> bool:
    """Do the days of one table stand behind their months: one has no other reading, and none speaks against it?

    >>> months_first(["11/5/2025 8:30:00 AM", "11/21/2025 9:00:00 AM"]), months_first(["11/5/2025", "21/11/2025"])
    (True, False)
    """
    pairs = [(int(found[1]), int(found[2])) for each in column if (found := FIGURES.match(each.strip()))]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


def _of_count(seconds):
    moment = datetime.fromtimestamp(seconds, UTC) if seconds < 4e9 else None
    return moment.replace(microsecond=0).isoformat() if moment and moment.year in dates.YEARS else None


def _of_mail(text):
    try:
        return parsedate_to_datetime(text.replace("GMT", "+0000").replace("UT", "+0000")).isoformat()
    except ValueError:
        return None
