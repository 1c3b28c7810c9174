"""A table in -> the texts of its cells as a reader sees them out, and which of them must stay on one line."""

import re

import pandas as pd

from analysis.notation import day, month, number
from analysis.provenance import language

DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?")  # or a month, where no more is told
DAYS = re.compile(rf"{DAY.pattern}(?:(?:; | – |, ){DAY.pattern})*")
SHOWN = re.compile(r"\d+/\d+/\d{4}|\d+ [A-Z][a-z]{2} \d{4}")  # as notation.day writes them
NUMBER = re.compile(r"[−+-]?\d[\d.,]* ?%?")


def text_of(value, kind, lang):
    """A cell as text in the number and date style of `lang`; "" for a missing one.

    ISO days and months that a text column holds are written like all other days.

    >>> text_of(1234.5, "number", "vi"), text_of("2024-03-09", "date", "vi"), text_of(None, "text", "vi")
    ('1.234,5', '9/3/2024', '')
    >>> text_of("2024-03-09", "text", "vi"), text_of("2024-03", "text", "vi"), text_of("2024-03-09.txt", "text", "en")
    ('9/3/2024', '3/2024', '2024-03-09.txt')
    """
    text = _styled(value, kind, lang)
    return DAY.sub(lambda found: _day(found[0], lang), text) if DAYS.fullmatch(text) else text


def _styled(value, kind, lang):
    if value is None or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return ""
    if kind == "number" and not isinstance(value, str):
        small = 0 < abs(value) < 0.1
        return number(value, lang, 4 if small else None)
    if kind == "year" and not isinstance(value, str):
        return f"{value:.0f}"
    return day(value, lang) if kind == "date" else str(value)


def _day(text, lang):
    try:
        return day(text, lang) if text.count("-") == 2 else month(pd.Timestamp(text), language(lang))
    except ValueError:
        return text


def rows_of(table, kinds, lang):
    """The texts of all cells, one list a row."""
    rows = table.itertuples(index=False, name=None)
    return [[text_of(value, kind, lang) for value, kind in zip(row, kinds, strict=True)] for row in rows]


def is_unbroken(text, kind):
    """Whether a cell's text is one number or one day, which a line end would make unreadable.

    >>> is_unbroken("2.000.000.000", "text"), is_unbroken("15/7/1981", "date"), is_unbroken("4,6 tỷ USD", "text")
    (True, True, False)
    """
    return kind in ("number", "year", "date") or bool(NUMBER.fullmatch(text) or SHOWN.fullmatch(text))
