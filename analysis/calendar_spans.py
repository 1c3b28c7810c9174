"""Words and numbers of days, months and years come in; numbers, days, and spans of whole months go out."""

from calendar import monthrange
from datetime import date

_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4,
    "đầu": 1, "cuối": 4,
}  # fmt: skip
_YEARS_ON = {
    "kia": -2, "ngoái": -1, "rồi": -1, "trước": -1, "trước đó": -1, "nay": 0, "này": 0, "tới": 1, "sau": 1,
    "tiếp theo": 1, "kế tiếp": 1,
}  # fmt: skip


def number(word):
    """The number that digits, a word or a Roman numeral say; for quarters and months also "đầu"; else None."""
    return int(word) if word.isdigit() else _WORDS.get(word)


def month_end(year, month):
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months(year, first, last, kind):
    """The period of whole months; None where there are no such months."""
    if not (1 <= first <= last <= 12):
        return None
    return date(year, first, 1), month_end(year, last), kind


def year_of(match, ref):
    """The year said beside a month or quarter; the page's year if none is said; None without either."""
    said = match.groupdict()
    if year := said.get("y") or said.get("y2"):
        return full_year(year)
    if said.get("r"):
        return relative_year(said["r"], ref)
    return ref.year if ref else None


def full_year(text):
    """The year of "2025", "25" and "91" (two digits: 1950-2049).

    >>> full_year("25"), full_year("91")
    (2025, 1991)
    """
    year = int(text)
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def relative_year(word, ref):
    """The year of "nay", "ngoái", "vừa qua" seen from the page's date; None without one."""
    if ref is None:
        return None
    if word in ("qua", "vừa qua", "vừa rồi"):
        return ref.year if ref.month >= 11 else ref.year - 1
    return ref.year + _YEARS_ON[word]


def months_from(day, months):
    """The first day of the month so many months after a day's, or before it.

    >>> months_from(date(2025, 1, 31), -1)
    datetime.date(2024, 12, 1)
    """
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def years_from(day, years):
    """The same day so many years later, or earlier; the last of its month where that month is shorter."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def iso(day):
    """The day as ISO text; None for None."""
    return day.isoformat() if day else None
