"""A phrase or a sentence and the page's date come in; the periods it names go out, as inclusive ISO dates.

"năm ngoái" and "tháng 7" are resolved against the page's date, never against today. What names a time without saying
which ("hiện nay", "những năm tới") is a Period without dates: it is known not to be stated.
"""

from dataclasses import dataclass
from datetime import date, datetime

from analysis import period_wordings, related_periods
from analysis.calendar_spans import iso
from analysis.phrases import fold


@dataclass(frozen=True)
class Period:
    """Inclusive ISO dates; start None for what has added up to a date, both None where the text does not say which."""

    start: str | None
    end: str | None
    kind: str
    phrase: str
    first: int = 0
    last: int = 0

    @property
    def stated(self):
        """True where at least the end is known."""
        return self.end is not None and self.end > "1000"


def as_date(published):
    """The page's date as datetime.date from a date, a timestamp, an ISO text or None; None if there is none."""
    if isinstance(published, datetime):
        return None if published != published else published.date()
    if isinstance(published, date):
        return published
    try:
        return date.fromisoformat(str(published)[:10])
    except ValueError:
        return None


def find(text, published=None):
    """The periods a sentence names, left to right, longest reading first, with their offsets (first, last).

    >>> [(p.start, p.end) for p in find("9 tháng đầu năm 2025 và tính đến hết tháng 8/2025", "2025-10-10")]
    [('2025-01-01', '2025-09-30'), (None, '2025-08-31')]
    """
    folded, ref = fold(text), as_date(published)
    found, reached = [], -1
    for start, end, (first_day, last_day, kind) in period_wordings.readings(folded, ref):
        if start >= reached:
            period = Period(iso(first_day), iso(last_day), kind, text[start:end], start, end)
            found.append(related_periods.beside(folded, period, found))
            reached = end
    return related_periods.in_years_after(folded, found)


def parse(phrase, published=None):
    """The one period of a phrase as a Period, or None where it names none or does not say which.

    >>> parse("quý IV năm 2018").start, parse("năm ngoái", "2025-05-19").end
    ('2018-10-01', '2024-12-31')
    >>> parse("hiện nay", "2025-05-19") is None
    True
    """
    found = find(phrase, published) if isinstance(phrase, str) else []
    return found[0] if len(found) == 1 and found[0].stated else None
