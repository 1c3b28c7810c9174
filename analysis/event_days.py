"""A match of a pattern of event_dates.py, the page's date, and whether the sentence speaks of the future come in; out
goes (start, end, kind), or None where it is no time.

start and end are dates, each None where it is open or not said.
"""

import re
from datetime import date, timedelta

from analysis import event_spans
from analysis.event_spans import COUNTS

_MONTHS = {"giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
           "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12}  # fmt: skip
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6}


def _month(word):
    return int(word) if word.isdigit() else _MONTHS.get(word)


def _nearest(day, month, year, ref, ahead):
    """The date; without a year the one nearest to the page's date, later if `ahead`, earlier if not, within reason."""
    month = _month(month)
    if year:
        return _valid(int(year), month, int(day))
    if not ref:
        return None
    near = [found for y in (ref.year - 1, ref.year, ref.year + 1) if (found := _valid(y, month, int(day)))]
    return min(near, key=lambda found: _distance(found, ref, ahead), default=None)


_YEARS = {"nay": 0, "ngoái": -1, "trước": -1, "qua": -1, "tới": 1, "sau": 1}


def _last_day(match, ref, ahead):
    """The day a pattern ends with; "năm ngoái", "tới", "vừa qua" behind it tell its year."""
    side, year = (match["side"] or "").split(), match["y"]
    if side[:1] == ["năm"] and ref:
        year = ref.year + _YEARS[side[1]]
    found = _nearest(match["d"], match["m"], year, ref, side[-1] == "tới" if side else ahead)
    if side and side[0] != "năm" and found and ref and not year:
        step = (found < ref) - (found > ref) if (side[-1] == "tới") == (found < ref) else 0
        return _valid(found.year + step, found.month, found.day)
    return found


def _distance(found, ref, ahead):
    """Days from the page's date; the side the words do not speak of counts three times."""
    days = (found - ref).days
    wrong_side = days < 0 if ahead else days > 0
    return abs(days) * (3 if wrong_side else 1)


def _valid(year, month, day):
    try:
        return date(year, month, day)
    except (ValueError, TypeError):
        return None


def founded(match, ref, ahead):
    """ "(30/1/1950 - 30/1/2025)": the day that is marked; of two years alone the later year."""
    first = _valid(int(match["y1"]), int(match["m1"] or 1), int(match["d1"] or 1)) if match["y1"] else None
    said = match.groupdict()
    year = int(said["y"])
    start, end = _valid(year, 1, 1), _valid(year, 12, 31)
    if said["d1"]:
        start = end = _valid(year, int(said["m"]), int(said["d"]))
    return (start, end, "founded") if first and start and year - first.year > 2 else None


def span(match, ref, ahead):
    said = match.groupdict()
    end = _last_day(match, ref, ahead)
    month = said.get("m1") or said["m"]
    start = end and _nearest(said["d1"], month, said.get("y1") or str(end.year), ref, ahead)
    if start and start > end and not said.get("y1"):
        start = _valid(start.year - 1, start.month, start.day)
    return (start, end, "days") if start and start <= end else None


def single(match, ref, ahead):
    day = _last_day(match, ref, ahead)
    return day and (day, day, "day")


def since(match, ref, ahead):
    day = _last_day(match, ref, ahead)
    return day and (day, None, "since")


_TILL = re.compile(r"(?<!\w)(?:đến|tới)\s(?:hết\s)?$")


def until(match, ref, ahead):
    day = _last_day(match, ref, ahead)
    return day and (None, day, "until")


# "lùi đến ngày 18/11" is a new day, "sẽ đến ngày 10/1" a day of arrival.
NO_END = re.compile(r"(?<!\w)(?:(?:lùi|dời|hoãn|chuyển|đẩy|gác|rời)(?!\w)[^,;.:]*|(?:sẽ|đã|vừa|ông|bà|đoàn|mới)\s)$")


def to_day(match, ref, ahead):
    return None if NO_END.search(match.string[: match.start()]) else until(match, ref, ahead)


def deadline(match, ref, ahead):
    return None if re.search(r"đó\s*$|giờ\s*$", match.string[: match.start()]) else (None, None, "vague")


def days_off(match, ref, ahead):
    """ "cách đây ba ngày", "hai hôm nữa": counted from the page's date."""
    count = event_spans.number(match["n"])
    day = ref and ref + timedelta(days=count if "nữa" in match[0] else -count)
    return day and (day, day, "day")


def from_today(match, ref, ahead):
    day = _last_day(match, ref, True)
    return (ref, day, "days") if ref and day and ref <= day else None


_STEPS = {"hôm nay": 0, "nay": 0, "hôm qua": -1, "qua": -1, "ngày mai": 1, "mai": 1, "hôm kia": -2, "ngày kia": 2,
          "ngày mốt": 2}  # fmt: skip


def relative(match, ref, ahead):
    if not ref:
        return None
    day = ref + timedelta(days=_STEPS[" ".join(match["word"].split())])
    if _TILL.search(match.string[: match.start()]):
        return None, day, "until"  # "đến sáng nay vẫn chưa"
    return day, day, "day"


def two_relative(match, ref, ahead):
    return ref and (ref, ref + timedelta(days=1), "days")


def weekday(match, ref, ahead):
    """ "Thứ Ba tới", "hôm thứ Sáu", "Chủ nhật tuần trước": the day, from the page's date."""
    if not ref:
        return None
    wanted = _WEEKDAYS[" ".join(match["wd"].split())]
    monday = ref - timedelta(days=ref.weekday())
    way = match["way"] or ""
    if "tuần" in way:
        weeks = 1 if re.search("tới|sau", way) else -1 if re.search("trước|qua", way) else 0
        day = monday + timedelta(days=wanted + 7 * weeks)
    elif re.search("tới|này", way) or ahead and not _has_been(match):
        day = ref + timedelta(days=(wanted - ref.weekday() - 1) % 7 + 1)
    else:
        day = ref - timedelta(days=(ref.weekday() - wanted) % 7)
    return (None, day, "until") if _TILL.search(match.string[: match.start()]) else (day, day, "day")


_COMES = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|chuẩn bị)(?!\w)")


def _has_been(match):
    """True for "hôm thứ Bảy" without "sẽ" before it in its part of the sentence: a day of the last week."""
    part = re.split(r"[,;:]\s", match.string[: match.start()])[-1]
    return match[0].startswith("hôm") and not _COMES.search(part)


def weekdays(match, ref, ahead):
    """ "từ thứ Hai đến thứ Năm tuần này"."""
    last = weekday(match, ref, ahead)
    first, second = (_WEEKDAYS[" ".join(match[name].split())] for name in ("wd1", "wd"))
    return last and (last[1] - timedelta(days=(second - first) % 7), last[1], "days")


def of_month(match, ref, ahead):
    """ "ngày 26 tới", "ngày 26 vừa qua", "ngày 26 tháng này": the day of the month the words lead to."""
    if not ref:
        return None
    said, day = match["month"].split(), int(match["d"])
    step = {"này": 0, "sau": 1, "trước": -1}.get(said[-1], 0)
    if said[-1] == "tới":
        step = 1 if said[0] == "tháng" or day < ref.day else 0
    if said[-1] in ("qua", "rồi"):
        step = -1 if said[0] == "tháng" or day > ref.day else 0
    month = ref.year * 12 + ref.month - 1 + step
    found = _valid(month // 12, month % 12 + 1, day)
    return found and (found, found, "day")


def nth_day(match, ref, ahead):
    """ "bước sang ngày thứ ba": it began two days ago."""
    number = match["nth"]
    days = int(number) if number.isdigit() else {**COUNTS, "tư": 4}[number]
    return ref and (ref - timedelta(days=days - 1), None, "since")


def two_years(match, ref, ahead):
    first, last = int(match["y1"]), int(match["y"])
    return (_valid(first, 1, 1), _valid(last, 12, 31), "year") if last == first + 1 else None


def in_brackets(match, ref, ahead):
    """The month of "(10-2022)", "(6/2024)"."""
    first = _valid(int(match["y"]), int(match["m"]), 1)
    return first and (first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), "month")


def vague(match, ref, ahead):
    return None, None, "vague"
