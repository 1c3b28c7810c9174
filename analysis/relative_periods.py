"""A match of a period's wording and the page's date come in; the days counted from that date go out.

"2 tháng qua", "từ đầu năm đến nay", "ba năm trước". Each reader returns (first day, last day, kind), or None where it
cannot be counted; days None where the text does not say which.
"""

import re
from datetime import date, timedelta

from analysis.calendar_periods import one_day, read_month
from analysis.calendar_spans import full_year, month_end, months, months_from, number

# Statistics of the first months are told of within so many months; a quarter, a half or nine months also later.
_TOLD_WITHIN = 3


def read_bare_months(match, ref):
    """ "chín tháng", "sau 10 tháng": the first months of the page's year, or of the year before if they lie ahead.

    Not said where they are long over: "qua 2 tháng" in October counts from something else.
    """
    count = number(match["n"])
    if match["span"] or not ref or not count or not 2 <= count <= 12:
        return None
    if count % 3 and (ref.month - count) % 12 > _TOLD_WITHIN:
        return None, None, "unsaid"
    year = ref.year - 1 if count > ref.month else ref.year
    return months(year, 1, count, "months")


def read_bare_quarters(match, ref):
    """ "sau ba quý", "qua 2 quý": the first quarters of the page's year, or of the year before if they lie ahead."""
    count = number(match["n"])
    if not ref or not count or count > 4:
        return None
    return months(ref.year - (3 * count > ref.month), 1, 3 * count, "months")


# "10 năm trước" is a round number, "ba năm trước" and "cách đây mười năm" are not.
_ROUND = 10


def read_years_ago(match, ref):
    """ "ba năm trước", "cách đây 2 năm": that year; None dates for a round or a vague number."""
    count = number(match["n"])
    if not count or count > _ROUND or match["vague"] or not ref or count == _ROUND and "cách" not in match[0]:
        return None, None, "unsaid"
    return date(ref.year - count, 1, 1), date(ref.year - count, 12, 31), "year"


def read_years_on(match, ref):
    """ "hai năm nữa": that year."""
    year = ref and ref.year + (number(match["n"]) or 0)
    return year and (date(year, 1, 1), date(year, 12, 31), "year")


def read_next_year(match, ref):
    """ "sang năm"."""
    return ref and (date(ref.year + 1, 1, 1), date(ref.year + 1, 12, 31), "year")


def read_whole_year(match, ref):
    """ "cả năm" without a number: the page's year, in January and February the one that has just ended."""
    year = ref and (ref.year - 1 if ref.month < 3 else ref.year)
    return year and (date(year, 1, 1), date(year, 12, 31), "year")


def read_this_year(match, ref):
    """ "đến cuối năm" without a number: the page's year."""
    return ref and (date(ref.year, 1, 1), date(ref.year, 12, 31), "year")


def read_first_half(match, ref):
    """ "trong nửa năm": the first half of the page's year once it is over."""
    return months(ref.year, 1, 6, "months") if ref and 6 <= ref.month <= 9 else None


def read_since(match, ref):
    """ "từ đầu năm (2025) đến nay / hết tháng 9 / 15/9": from 1 January to the page's date or the date said."""
    year = int(match["start"]) if match["start"] and match["start"].isdigit() else ref and ref.year
    said = match.groupdict().get("y") or match.groupdict().get("y2")
    year = full_year(said) if said else year
    end = _since_end(match, ref, year)
    return (date(year, 1, 1), end, "months") if year and end and end.year >= year else None


def _since_end(match, ref, year):
    """The last day of "đến nay", "đến hết tháng 9", "đến 15/9", in the year said there or the one given."""
    said = match.groupdict()
    if said.get("d"):
        day = one_day(said["d"], said["m"], said["y"] or str(year or ""), ref)
        return day and day[1]
    if said.get("n"):
        month, last_year = number(said["n"]), full_year(said["y2"]) if said["y2"] else year
        last = month_end(last_year, month) if month and month <= 12 and year else None
        return min(last.replace(day=15), ref or last) if last and said.get("mid") else last
    return ref


def read_since_year(match, ref):
    """ "từ năm 2015 đến nay"."""
    return (date(int(match["year"]), 1, 1), ref, "years") if ref and int(match["year"]) <= ref.year else None


def read_since_month(match, ref):
    """ "từ tháng 3 đến nay", "từ đầu tháng 12 này"."""
    whole = ref and read_month(match, ref)
    return whole and whole[0] <= ref and (whole[0], ref, "months")


# "5 tháng qua" is told of in June or July and means the first five, as customs count them; in October it does not.
# "11 tháng qua" in January are the eleven of the year before.
_TOLD_IN = 2


def read_past(match, ref):
    """ "2 tháng qua", "3 năm tới": whole months or years before or after the page's."""
    if match["unit"] == "năm" and match["way"] in ("sau", "trước"):
        return None, None, "unsaid"
    count, ahead = number(match["n"]), match["way"] in ("tới", "tiếp theo", "sau", "sắp tới")
    if not ref or not count:
        return None
    if match["unit"] == "tháng" and not ahead and 3 <= count <= 12 and (ref.month - count) % 12 <= _TOLD_IN:
        return months(ref.year - (count > ref.month), 1, count, "months")
    if match["unit"] == "năm":
        first = ref.year + 1 if ahead else ref.year - count
        return date(first, 1, 1), date(first + count - 1, 12, 31), "years"
    if match["unit"] == "tháng":
        first = months_from(ref, 1 if ahead else -count)
        last = months_from(ref, count if ahead else -1)
        return first, month_end(last.year, last.month), "months"
    first = ref + timedelta(days=1) if ahead else ref - timedelta(days=count)
    return first, first + timedelta(days=count - 1), "days"


_WAYS = {"trước": -1, "qua": -1, "vừa qua": -1, "vừa rồi": -1, "rồi": -1, "này": 0, "nay": 0, "hiện tại": 0}
_HOW_LONG = re.compile(r"(?:\d|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài|nhiều|cả|suốt) ?$", re.IGNORECASE)


def read_near(match, ref):
    """ "tháng trước", "tháng rồi", "quý này", "tuần sau", "hôm nay"; "ba tháng rồi" is how long."""
    if not ref or match["way"] == "rồi" and _HOW_LONG.search(match.string, 0, match.start()):
        return None
    way = _WAYS.get(match["way"], 1)
    unit = match["unit"]
    if unit == "tháng":
        first = months_from(ref, way)
        return first, month_end(first.year, first.month), "month"
    if unit == "quý":
        first = months_from(ref.replace(month=(ref.month - 1) // 3 * 3 + 1), 3 * way)
        return first, month_end(first.year, first.month + 2), "quarter"
    if unit == "tuần":
        first = ref - timedelta(days=ref.weekday() - 7 * way)
        return first, first + timedelta(days=6), "days"
    return ref + timedelta(days=way), ref + timedelta(days=way), "day"


def read_unsaid(match, ref):
    """ "hiện nay", "nhiều năm qua": no dates."""
    return None, None, "unsaid"
