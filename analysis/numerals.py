"""The tokens of a sentence and a place among them come in; the number printed there, with its scale, goes out.

As Vietnamese news prints them: decimal comma, dotted or spaced thousands, "1 tỷ 200 triệu", "1 tỷ rưỡi". What cannot be
read with certainty has no value, and says why (`doubt`).
"""

import re
from typing import NamedTuple

from analysis import units

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
# No printed figure of the news has more digits; Python's own reading of long digit strings is quadratic.
_MOST_DIGITS = 18


class Numeral(NamedTuple):
    """A number in a text, tokens `first` to `last` (the last one not included).

    value: None where `doubt` says why it cannot be read. scaled: with a scale word, whose factor is `scale`; whole:
    without decimals; words: written in words.
    """

    value: float | None
    first: int
    last: int
    scaled: bool = False
    whole: bool = True
    words: bool = False
    doubt: str | None = None
    scale: float = 1.0


def exact(value):
    """The value without the noise of binary fractions: 8.3 * 1e9 is 8300000000.0."""
    return float(f"{value:.12g}")


def digits(text):
    """The value of a printed number, and None or why it cannot be read ([doubt] of rules/texts says it in words).

    >>> digits("1.234,56"), digits("4.59"), digits("1,123.56")
    ((1234.56, None), (4.59, None), (1123.56, None))
    >>> digits("12.34,5")
    (None, 'separators')
    """
    if sum(letter.isdigit() for letter in text) > _MOST_DIGITS:
        return None, "many_digits"
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(".", "").replace(",", ".")), None
    if _ENGLISH.fullmatch(text):
        return float(text.replace(",", "")), None
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", ".")), None
    return None, "separators"


def adjacent(found, position):
    """True where nothing stands between this token and the one before."""
    return position > 0 and found[position - 1].end == found[position].start


def is_code(found, position):
    """True for the digits of a date, a law, a model or a flight: "161/QĐ", "30/1", "VN63", "VVER-1200"."""
    before = found[position - 1].text if adjacent(found, position) else ""
    after = found[position + 1].text if position + 1 < len(found) and adjacent(found, position + 1) else ""
    if position and found[position - 1].text == "thứ":
        return True
    if before == "/" or after == "/" and position + 2 < len(found) and found[position + 2].text[0].isdigit():
        return True
    if before.isalpha():
        return not units.currency_before(found, position)
    return before == "-" and position > 1 and adjacent(found, position - 1) and _names_model(found, position - 2)


def _names_model(found, position):
    """True for letters before a dash and digits that are neither a unit nor glued to digits themselves ("VVER-")."""
    word = found[position].text
    return (
        word.isalpha()
        and not (found[position - 1].text[:1].isdigit() and adjacent(found, position))
        and (word not in units.SCALES and not units.known().at(found, position))
    )


_NUMBERED = ("tháng", "quý", "ngày", "năm", "số", "thứ")
_COUNTING = (["tổng", "số"], ["con", "số"])


def _grouped(found, position):
    """Digits with spaces for thousands ("10 000"): the value's text and the token after it."""
    text, last = found[position].text, position + 1
    before = found[position - 1].text if position else ""
    named = before in _NUMBERED and [token.text for token in found[max(0, position - 2) : position]] not in _COUNTING
    if not text.isdigit() or len(text) > 3 or named:
        return text, last
    while (
        last < len(found) and re.fullmatch(r"\d{3}", found[last].text) and found[last].start == found[last - 1].end + 1
    ):
        text, last = text + found[last].text, last + 1
    return text, last


def digit_numeral(found, position):
    """The numeral of the digits at this token, with their scale words."""
    text, last = _grouped(found, position)
    value, doubt = digits(text)
    numeral = with_scale(found, Numeral(value, position, last, whole="," not in text, doubt=doubt))
    if last - position > 1 and numeral.scaled:
        return numeral._replace(value=None, doubt="spaces")
    return numeral


def with_scale(found, numeral):
    """The numeral with the scale words after it: 5 | triệu, 10 | nghìn tỷ, 1 | tỷ 200 triệu, 1 | tỷ rưỡi."""
    value, (scale, last) = numeral.value, units.scale_at(found, numeral.last)
    if last == numeral.last:
        return numeral
    total = None if value is None else exact(value * scale)
    if last < len(found) and found[last].text == "rưỡi" and total is not None:
        return numeral._replace(value=total + scale / 2, last=last + 1, scaled=True, scale=scale)
    return _with_rest(found, numeral._replace(value=total, last=last, scaled=True, scale=scale))


def _with_rest(found, numeral):
    """1 tỷ | 200 triệu: a smaller scaled number directly after a whole one belongs to it."""
    last = numeral.last
    if not numeral.whole or last + 1 >= len(found) or not found[last].text.isdigit() or len(found[last].text) > 3:
        return numeral
    rest = digit_numeral(found, last)
    if rest.value is None or numeral.value is None or not rest.scaled or rest.scale >= numeral.scale:
        return numeral
    return numeral._replace(value=numeral.value + rest.value, last=rest.last)
