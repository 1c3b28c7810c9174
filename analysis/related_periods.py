"""A period that leans on another in its sentence, and that other, come in; the period it means goes out.

"cùng kỳ", "năm trước đó", "tháng 8 cùng năm"; months that take the year said beside them; sums up to a date. The
readers leave year 1 in what is still to be resolved.
"""

import re
from dataclasses import replace
from datetime import date

from analysis.calendar_spans import iso, month_end, months_from, number, relative_year, years_from

_COMPARED = re.compile(
    r"(?:so\s+(?:với\s+)?|(?<!\w)(?:lần|gấp\s+(?:đôi|ba|rưỡi|bốn)|hơn|kém|ngang|bằng)\s+)(?:mức\s+)?(?:của\s+)?$"
)
# What stands before the last day of a sum; after a bare "đến" a year is no sum.
_STOCK = re.compile(
    r"(?:(?:tính|lũy kế|cộng dồn|tính lũy kế|kể|tính chung)\s+(?:cho\s+)?(?:đến|tới)|"
    r"(?:đến|tới)\s+(?:hết|đầu|giữa|trung tuần|cuối|thời điểm))"
    r"(?:\s+(?:hết|đầu|giữa|trung tuần|cuối|thời điểm|ngày|thời điểm cuối))*\s*$|"
    r"(?<!\w)hết\s*$|(?P<plain>(?<!\w)(?:đến|tới))(?:\s+ngày)?\s*$"
)
_SAID_YEAR = re.compile(r"(?:19|20)\d\d")
_OWN_YEAR = re.compile(_SAID_YEAR.pattern + "|nay|ngoái|trước|này|tới|qua")
_AFTERWARDS = range(1, 10)
_RELATED = {"that year": 0, "year before": -1, "year after": 1, "that span": 0}
_RELATED |= {f"{count} years after": count for count in _AFTERWARDS}


def read_same_year(match, ref):
    """ "cùng năm", "năm đó": the year of the period named before it; resolved by `related`."""
    kind = {"trước": "year before", "sau": "year after"}.get(match["way"] or match["next"], "that year")
    return date(1, 1, 1), date(1, 12, 31), kind


def read_years_after(match, ref):
    """ "Một năm sau", "hai năm sau đó": so many years after the period named before it; resolved by `related`."""
    count = number(match["n"])
    return (date(1, 1, 1), date(1, 12, 31), f"{count} years after") if count in _AFTERWARDS else (None, None, "unsaid")


def read_month_that_year(match, ref):
    """ "tháng 8 cùng năm": that month of the year named before it; resolved by `related`."""
    month = number(match["n"])
    return (date(1, month, 1), month_end(1, month), "that year") if month and 1 <= month <= 12 else None


def read_same_span(match, ref):
    """ "cùng thời gian", "giai đoạn này": the very period named before."""
    return date(1, 1, 1), date(1, 12, 31), "that span"


def read_same(match, ref):
    """ "cùng kỳ (năm ngoái)": last year, until the period it compares with is known (see `shifted`)."""
    said = match["year"]
    year = int(said) if said and said.isdigit() else ref and relative_year(said or "ngoái", ref)
    return (date(year, 1, 1), date(year, 12, 31), "same") if year else (None, None, "same")


def read_year_earlier(match, ref):
    """ "một năm trước (đó)": as "cùng kỳ năm trước"."""
    year = ref and ref.year - 1
    return (date(year, 1, 1), date(year, 12, 31), "same") if year else (None, None, "same")


def related(period, base):
    """ "tháng 8 cùng năm", "năm trước đó", "cùng thời gian" read against the period named before; others unchanged."""
    if period.kind not in _RELATED or base is None or not base.end or base.end < "1000":
        return period
    if period.kind == "that span":
        return replace(period, start=base.start, end=base.end, kind=base.kind)
    year = f"{int(base.end[:4]) + _RELATED[period.kind]:04d}"
    whole = period.start[5:] == "01-01" and period.end[5:] == "12-31"
    return replace(_moved_to(period, year), kind="year" if whole else "month")


def shifted(period, base):
    """ "cùng kỳ" read against the period it compares with: the same months of the year it names."""
    if not base or not base.end or not period.end:
        return period
    years = int(period.end[:4]) - int(base.end[:4]) if period.end[:4] != base.end[:4] else -1
    start = base.start and iso(years_from(date.fromisoformat(base.start), years))
    return replace(period, start=start, end=iso(years_from(date.fromisoformat(base.end), years)))


def beside(folded, period, found):
    """A period of a folded sentence read with those found before it there."""
    period = _one_back(period, found)
    main = [p for p in found if not _COMPARED.search(folded, max(0, p.first - 24), p.first)]
    period = _in_year_before(period, main) if period.kind in ("months", "quarter", "month") else period
    return _as_stock(folded, related(period, main[-1]) if main else period)


def in_years_after(folded, found):
    """All periods of a folded sentence, each read with the one after it."""
    return [_in_year_after(folded, *pair) for pair in zip(found, [*found[1:], None], strict=False)]


def _one_back(period, found):
    """ "năm trước", "quý trước" beside a period that is itself the last one: the one before that."""
    words = period.phrase.lower().split()
    if words[-1:] != ["trước"] or not found or not period.stated or found[-1].end is None or period.start is None:
        return period
    base = found[-1]
    if period.kind == "year" and base.end[:4] == period.end[:4]:
        year = f"{int(period.end[:4]) - 1}"
        return replace(period, start=f"{year}-01-01", end=f"{year}-12-31")
    if period.kind == "quarter" and base.start == period.start:
        first = months_from(date.fromisoformat(period.start), -3)
        return replace(period, start=iso(first), end=iso(month_end(first.year, first.month + 2)))
    return period


def _in_year_before(period, found):
    """ "Sang năm 2024, riêng sáu tháng đầu năm": months without a year of their own belong to the year just named."""
    said = [match[0] for p in found if (match := _SAID_YEAR.search(p.phrase))]
    year = said[-1] if said else None
    if year is None or _OWN_YEAR.search(period.phrase.lower()):
        return period
    if period.end is None or period.end[:4] == year or int(year) > int(period.end[:4]):
        return period
    return _moved_to(period, year)


def _in_year_after(folded, period, after):
    """ "tháng 9 và 9 tháng năm 2024": a month without a year joined to a period with one is in that year."""
    joined = after and folded[period.last : after.first].strip() in ("và", ",", "và trong", "cũng như", "lẫn")
    if not joined or not period.start or period.kind not in ("month", "quarter", "months"):
        return period
    said = _SAID_YEAR.search(after.phrase)
    return period if not said or _SAID_YEAR.search(period.phrase) else _moved_to(period, said[0])


def _moved_to(period, year):
    """The same months of another year, a text of four digits."""
    return replace(period, start=period.start and year + period.start[4:], end=year + period.end[4:])


def _as_stock(folded, period):
    """A value added up to a date has no start: "tính đến hết tháng 8/2025", "hết tháng 10", "đến tháng 9/2025"."""
    match = _STOCK.search(folded, max(0, period.first - 30), period.first)
    if not match or period.end is None or period.kind in ("same", "years", "months"):
        return period
    if match["plain"] and period.kind == "year":
        return period
    stock = replace(period, start=None, kind="stock", first=match.start())
    return _within_month(stock, match[0].split()) if period.kind == "month" else stock


def _within_month(stock, words):
    """Up to "giữa tháng 9" is up to the 15th; of "đầu tháng 9" no one says which day is meant."""
    if words[-1:] == ["đầu"]:
        return replace(stock, end=None, kind="unsaid")
    return replace(stock, end=f"{stock.end[:8]}15") if words[-1] in ("giữa", "tuần") else stock
