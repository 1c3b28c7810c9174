"""A match of a period's wording and the page's date come in; the days that the calendar gives to it go out.

Years, quarters, months and days that are named: "quý IV năm 2018", "9 tháng đầu năm". The page's date gives only the
year that is not said. Each reader returns (first day, last day, kind), or None where there is no such day.
"""

import re
from calendar import monthrange
from datetime import date

from analysis.calendar_spans import full_year, month_end, months, number, relative_year, year_of


def read_year(match, ref):
    """ "năm 2024", "năm ngoái": the whole year."""
    word = match["year"]
    year = int(word) if word.isdigit() else relative_year(word, ref)
    if " tài " in match[0]:
        return year and _financial_year(match, year)
    return year and (date(year, 1, 1), date(year, 12, 31), "year")


def _financial_year(match, year):
    """Japan names its financial year after the one in which it begins; which days those of others hold is not said."""
    if _APRIL_NAMED.search(match.string):
        return date(year, 4, 1), date(year + 1, 3, 31), "years"
    other = _NOT_JANUARY.search(match.string)
    return (None, None, "unsaid") if other else (date(year, 1, 1), date(year, 12, 31), "year")


def read_school_year(match, ref):
    """A school year runs from September to August."""
    one = int(match["one"])
    return date(one, 9, 1), date(one + 1, 8, 31), "years"


# Financial years that run from April to March, by the countries that keep them or the day said beside.
_APRIL = re.compile(r"ấn độ|nhật|31/3|31-3|1/4")
_APRIL_NAMED = re.compile(r"(?<!\w)(?:của|tại|ở) (?:nước |thị trường )?nhật(?!\w)|tokyo")
_NOT_JANUARY = re.compile(
    r"(?<!\w)(?:ấn độ|nhật|mỹ|hoa kỳ|úc|australia|pakistan|bangladesh|thái lan|anh|nepal|myanmar|ai cập|kết thúc)(?!\w)"
)


def read_years(match, ref):
    """ "giai đoạn 2021-2025", "năm tài khóa 2024/25": from the first year to the last."""
    one, two = int(match["one"]), int(match["two"])
    two = two if two > 99 else one // 100 * 100 + two
    if two == one + 1 and match[0].startswith(("năm tài", "tài khóa")) and _APRIL.search(match.string):
        return date(one, 4, 1), date(two, 3, 31), "years"
    return (date(one, 1, 1), date(two, 12, 31), "years") if one < two else None


def read_decade(match, ref):
    """ "những năm 1980", "thập niên 90": ten years."""
    year = int(match["year"])
    year = year if year > 99 else 1900 + year
    return (date(year, 1, 1), date(year + 9, 12, 31), "years") if year % 10 == 0 else None


def read_month(match, ref):
    """ "tháng 7", "tháng 7/2024": a month that would lie ahead is the one of the year before."""
    month, year = number(match["n"]), year_of(match, ref)
    if not month or not 1 <= month <= 12 or year is None:
        return None
    said = any(match.groupdict().get(key) for key in ("y", "y2", "r"))
    after = match.groupdict().get("after") or ""
    if not said and ref and month > ref.month and "tới" not in after and "này" not in after:
        year -= 1
    if not said and month < ref.month and "tới" in after:
        year += 1
    return months(year, month, month, "month")


def read_december(match, ref):
    """ "tháng cuối năm 2018", "tháng cuối năm ngoái"; None where no year is said beside it."""
    return months(year_of(match, ref), 12, 12, "month") if "năm" in match[0] and year_of(match, ref) else None


def read_quarter(match, ref):
    """ "quý IV năm 2018", "quý cuối năm"."""
    quarter, year = number(match["n"]), year_of(match, ref)
    if quarter not in (1, 2, 3, 4) or year is None:
        return None
    return months(year, 3 * quarter - 2, 3 * quarter, "quarter")


def read_quarters(match, ref):
    """ "3 quý đầu năm": from January on."""
    count, year = number(match["n"]), year_of(match, ref)
    return months(year, 1, 3 * count, "months") if year and count and count <= 4 else None


def read_first_months(match, ref):
    """ "9 tháng đầu năm 2025": from January on."""
    count, year = number(match["n"]), year_of(match, ref)
    if year is None or not count:
        return None
    return months(year, 1, count, "months" if count < 12 else "year")


def read_last_months(match, ref):
    """ "3 tháng cuối năm": up to December."""
    count, year = number(match["n"]), year_of(match, ref)
    return year and count and count < 12 and months(year, 13 - count, 12, "months")


def read_to_quarter(match, ref):
    """ "hết quý III": from January to the end of the quarter."""
    whole = read_quarter(match, ref)
    return whole and (date(whole[0].year, 1, 1), whole[1], "months")


def read_half_year(match, ref):
    """ "nửa đầu năm", "sáu tháng cuối năm 2024"."""
    year = year_of(match, ref)
    return year and (months(year, 1, 6, "months") if match["part"] == "đầu" else months(year, 7, 12, "months"))


def read_half_month(match, ref):
    """ "nửa đầu tháng 9", "kỳ 2 tháng 9": to or from the middle of the month."""
    whole = read_month(match, ref)
    if not whole:
        return None
    start, end, _ = whole
    said = match.groupdict()
    first = said.get("part") == "đầu" or said.get("half") in ("1", "i", "một")
    return (start, start.replace(day=15), "days") if first else (start.replace(day=16), end, "days")


def read_first_days(match, ref):
    """ "20 ngày đầu tháng 9": from the first of the month."""
    whole, count = read_month(match, ref), int(match["days"])
    return whole and 1 <= count <= whole[1].day and (whole[0], whole[0].replace(day=count), "days")


def read_month_range(match, ref):
    """ "tháng 1-8/2025", "tháng 10/2023 đến tháng 9/2024": whole months from one to the other."""
    one, two, year = number(match["one"]), number(match["n"]), year_of(match, ref)
    first_year = match.groupdict().get("y1")
    if first_year and one and 1 <= one <= 12 and two and 1 <= two <= 12 and year:
        return date(int(first_year), one, 1), month_end(year, two), "months"
    said = any(match.groupdict().get(key) for key in ("y", "y2", "r"))
    if one and two and 12 >= one > two >= 1 and {"đến", "tới"} & set(match[0].split()):
        return _over_new_year(year, one, two, ref, said)
    year = year - 1 if year and ref and two and not said and two > ref.month else year
    return months(year, one, two, "months") if year and one and two else None


def _over_new_year(year, one, two, ref, said):
    """ "từ tháng 7 đến tháng 1": from the year before; not said in a month when it may be the one that is to come."""
    known = said or ref and one > ref.month >= two
    return (date(year - 1, one, 1), month_end(year, two), "months") if year and known else (None, None, "unsaid")


def read_month_to_year(match, ref):
    """ "từ tháng 10/2016 đến hết năm 2024": to the last day of the year."""
    month, one, two = number(match["n"]), int(match["y1"]), int(match["year"])
    return (date(one, month, 1), date(two, 12, 31), "years") if month and 1 <= month <= 12 and one <= two else None


def read_year_to_month(match, ref):
    """ "từ năm 2022 đến 9/2025": from the first of January to the last day of the month."""
    month, one, two = number(match["n"]), int(match["y1"]), int(match["y"])
    return (date(one, 1, 1), month_end(two, month), "years") if month and 1 <= month <= 12 and one < two else None


def read_day(match, ref):
    """ "19/5/2025", "19 tháng 5"."""
    return one_day(match["d"], match["m"], match["y"], ref)


def one_day(day, month, year, ref):
    """The readings of a day, month and year (None: that of the page's date); None where there is no such day."""
    year = full_year(year) if year else ref and ref.year
    month = number(month)
    if not year or not month or not 1 <= month <= 12 or not 1 <= int(day) <= monthrange(year, month)[1]:
        return None
    return date(year, month, int(day)), date(year, month, int(day)), "day"


def read_day_range(match, ref):
    """ "từ 1/9 đến 15/9/2025", "15-20/9": from one day to the other."""
    end = one_day(match["d"], match["m"], match["y"], ref)
    if not end:
        return None
    month = match.groupdict().get("m1") or match["m"]
    start = one_day(match["d1"], month, match.groupdict().get("y1") or str(end[0].year), ref)
    return (start[0], end[1], "days") if start and start[0] < end[1] else None
