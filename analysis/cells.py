"""A table in -> the texts of its cells as a reader sees them out, and which of them must stay on one line."""

import math
import re

import pandas as pd

from analysis.notation import day, month, number
from analysis.provenance import language

DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?")  # or a month, where no more is told
DAYS = re.compile(rf"{DAY.pattern}(?:(?:; | – |, ){DAY.pattern})*")
# As notation.day writes them, and notation.days those of one month.
SHOWN = re.compile(r"(?:\d+–)?(?:\d+/\d+/\d{4}|\d+ [A-Z][a-z]{2} \d{4})")
NOTHING = 5e-5  # a number nearer to zero is the noise of arithmetic: four decimals do not show it
NUMBER = re.compile(r"[−+-]?\d[\d.,]* ?%?")


def text_of(value, kind, lang, digits=None):
    """A cell as text in the number and date style of `lang`; "" for a missing one.

    ISO days and months that a text column holds are written like all other days. digits: decimals of its column.

    >>> text_of(1234.5, "number", "vi"), text_of("2024-03-09", "date", "vi"), text_of(None, "text", "vi")
    ('1.234,5', '9/3/2024', '')
    >>> text_of("2024-03-09", "text", "vi"), text_of("2024-03", "text", "vi"), text_of("2024-03-09.txt", "text", "en")
    ('9/3/2024', '3/2024', '2024-03-09.txt')
    """
    text = _styled(value, kind, lang, digits)
    return DAY.sub(lambda found: _day(found[0], lang), text) if DAYS.fullmatch(text) else text


def _styled(value, kind, lang, digits):
    if value is None or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return ""
    if kind == "number" and not isinstance(value, str):
        value = 0 if abs(value) < NOTHING else value
        return number(value, lang, 4 if 0 < abs(value) < 0.1 else digits)
    if kind == "year" and not isinstance(value, str):
        return f"{value:.0f}"
    return day(value, lang) if kind == "date" else str(value)


def _day(text, lang):
    try:
        return day(text, lang) if text.count("-") == 2 else month(pd.Timestamp(text), language(lang))
    except ValueError:
        return text


def sentence_case(words):
    """Words with a capital at their beginning, unless they begin with a symbol or a name of small letters.

    >>> sentence_case("số lần"), sentence_case("p, corrected"), sentence_case("logDice"), sentence_case("z of the odds")
    ('Số lần', 'p, corrected', 'logDice', 'z of the odds')
    """
    first = re.match(r"\w*", words)[0]
    return words[:1].upper() + words[1:] if len(first) > 1 and first.islower() else words


def as_sentence(title):
    """A title with a full stop where it ends without a sign.

    >>> as_sentence("Topics by outlet"), as_sentence("Which words?"), as_sentence("")
    ('Topics by outlet.', 'Which words?', '')
    """
    return title + "." if title and title[-1] not in ".?!…:" else title


def digits_of(values):
    """How many decimals the numbers of a column are shown with: all as many as one of them needs, two at most.

    Those below a tenth do not count: they keep decimals of their own.

    >>> digits_of([45.5, 72, None]), digits_of([3, 4]), digits_of([0.123, 7])
    (1, 0, 2)
    """
    known = [v for v in values if isinstance(v, (int, float)) and math.isfinite(v) and abs(v) >= 0.1]
    return next((few for few in (0, 1) if all(abs(round(v, 2) - round(v, few)) < NOTHING for v in known)), 2)


def column_texts(values, kind, lang):
    """The texts of a column's cells, its numbers with the same decimals, so that they can be compared down a page."""
    values = list(values)
    digits = digits_of(values) if kind == "number" else None
    return [text_of(value, kind, lang, digits) for value in values]


def rows_of(table, kinds, lang):
    """The texts of all cells, one list a row."""
    columns = [column_texts(table.iloc[:, at], kind, lang) for at, kind in enumerate(kinds)]
    return [list(row) for row in zip(*columns, strict=True)]


def is_unbroken(text, kind):
    """Whether a cell's text is one number or one day, which a line end would make unreadable.

    >>> is_unbroken("2.000.000.000", "text"), is_unbroken("15–16/7/1981", "text"), is_unbroken("4,6 tỷ USD", "text")
    (True, True, False)
    """
    return kind in ("number", "year", "date") or bool(NUMBER.fullmatch(text) or SHOWN.fullmatch(text))
