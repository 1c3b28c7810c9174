"""A number or a date and a language come in; its text goes out as that language writes it: 1,234.5 or 1.234,5."""

import math

import pandas as pd

from analysis.provenance import language

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SCALES = ((1e9, {"en": "billion", "vi": "tỷ"}), (1e6, {"en": "million", "vi": "triệu"}))


def number(value, lang=None, digits=None):
    """A number as text in the style of `lang`: 1,234.5 in English, 1.234,5 in Vietnamese; "–" for a missing one.

    digits: decimals to show; by default as many as needed, two at most.

    >>> number(1234.5, "vi"), number(1234.5, "en"), number(-3, "vi"), number(None, "vi")
    ('1.234,5', '1,234.5', '−3', '–')
    >>> number(0.125, "vi", 3)
    '0,125'
    """
    if value is None or pd.isna(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = f"{value:,.{2 if digits is None else digits}f}"
    if digits is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text in ("-0", "−0") else text.replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if language(lang) == "vi" else text


def scale_of(top, lang):
    """The divisor and its word for numbers that reach `top`.

    >>> scale_of(4.58e9, "vi"), scale_of(950, "vi")
    ((1000000000.0, 'tỷ'), (1, ''))
    """
    return next(((size, words[lang]) for size, words in SCALES if top >= size), (1, ""))


def amount(value, lang=None, unit=""):
    """A large number with its scale word: "1.8 billion USD", in Vietnamese "1,8 tỷ USD".

    >>> amount(1_800_000_000, "en", "USD"), amount(52e6, "vi", "USD"), amount(950, "vi")
    ('1.8 billion USD', '52 triệu USD', '950')
    """
    scale, word = scale_of(abs(value), language(lang)) if pd.notna(value) else (1, "")
    return " ".join(part for part in (number(value / scale if pd.notna(value) else value, lang), word, unit) if part)


def day(value, lang=None):
    """A date as text: "9 Mar 2024", in Vietnamese "9/3/2024"; "–" for a missing one.

    >>> day("2024-03-09", "en"), day("2024-03-09", "vi"), day(None)
    ('9 Mar 2024', '9/3/2024', '–')
    """
    date = pd.to_datetime(value)
    if pd.isna(date):
        return "–"
    if language(lang) == "vi":
        return f"{date.day}/{date.month}/{date.year}"
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def days(first, last, lang=None):
    """The days from `first` to `last` as text; a whole month, quarter or year is named as such.

    >>> days("2024-06-19", "2024-06-20", "en"), days("2024-06-19", "2024-06-20", "vi"), days("2024-06-19", None, "vi")
    ('19–20 Jun 2024', '19–20/6/2024', '19/6/2024')
    >>> days("2024-06-01", "2024-06-30", "en"), days("2024-04-01", "2024-06-30", "vi"), days("2024-01-01", "2024-12-31")
    ('Jun 2024', '4–6/2024', '2024')
    """
    first, last = pd.to_datetime(first), pd.to_datetime(last)
    if pd.isna(last) or last == first:
        return day(first, lang)
    lang, (one, other) = language(lang), (day(first, lang), day(last, lang))
    if is_whole(first, last):
        one, other = month(first, lang), month(last, lang)
        if (first.month, last.month) == (1, 12):
            one, other = str(first.year), str(last.year)
    return _joined(one, other, "/" if lang == "vi" else " ")


def is_whole(first, last):
    """True for the first and the last day of a month, quarter or any other whole months."""
    return pd.notna(last) and first.day == 1 and last != first and (last + pd.Timedelta(days=1)).day == 1


def _joined(one, other, between):
    """Two dates with what they share behind written once: "19–20 Jun 2024", "30 Jun–2 Jul 2024"."""
    if one == other:
        return one
    first, last = one.split(between), other.split(between)
    while len(first) > 1 and first[-1] == last[-1]:
        first, last = first[:-1], last[:-1]
    shared = other.split(between)[len(last) :]
    return between.join([f"{between.join(first)}–{between.join(last)}", *shared])


def month(date, lang):
    """The month of a date as text.

    >>> month(pd.Timestamp("2024-03-09"), "en"), month(pd.Timestamp("2024-03-09"), "vi")
    ('Mar 2024', '3/2024')
    """
    return f"{date.month}/{date.year}" if lang == "vi" else f"{MONTHS[date.month - 1]} {date.year}"
