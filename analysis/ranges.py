"""The first number of a range comes in; the second ("đến 5 tỷ USD"), and the bounds that both give, go out."""

from analysis.number_words import STARTS, word_numeral
from analysis.numerals import adjacent, digit_numeral, exact
from analysis.units import is_money, known

_RANGE = {"-", "~", "đến", "tới", "÷"}
_MOVES = {"tăng", "giảm", "nâng", "đưa", "sụt", "vọt", "hạ", "thu", "leo", "rớt", "mở"}
# "900.000 đến 1 triệu": the first number is written out where it is at least this part of the second.
_NEAR = 50


def range_end(found, one, unit):
    """The second numeral of a range that begins with numeral `one` (and its unit Hit), or None."""
    position = unit.last if unit else one.last
    if position + 1 >= len(found):
        return None
    between = found[position].text == "và" and one.first and _between(found, one.first)
    if found[position].text not in _RANGE and not between or _year_named(found, one):
        return None
    if found[position].text in ("đến", "tới") and is_money(unit) and _from_to(found, one.first):
        return None
    begin = position + 1 + _currency_after_dash(found, position + 1)
    two = _numeral_after_dash(found, begin)
    return two if two and not (one.words and not two.words and not one.scaled) else None


def _from_to(found, first):
    """True for "tăng từ 3 tỷ ... đến 5 tỷ": a change between two levels, not a range."""
    before = [token.text for token in found[max(0, first - 6) : first]]
    return "từ" in before[-3:] and bool(_MOVES & set(before[: -1 - before[::-1].index("từ")]))


def _year_named(found, one):
    """True for the year in "năm 2023 - 3,63 tỷ USD": what follows the dash is its figure."""
    return one.first and found[one.first - 1].text == "năm" and not one.scaled and 1900 <= (one.value or 0) <= 2100


def _between(found, first):
    """True after "giữa": "giữa 3 và 5 tỷ"."""
    return "giữa" in (found[first - 1].text, found[max(0, first - 2)].text)


def _currency_after_dash(found, position):
    """True for a currency of one token before the second number: "$5-$6"."""
    hit = known().at(found, position)
    return is_money(hit) and hit.last - hit.first == 1 and hit.last < len(found)


def _numeral_after_dash(found, position):
    """The numeral at this token, None for the day of a date ("15/9") and for no number."""
    word = found[position].text if position < len(found) else ""
    if word[:1].isdigit():
        after = found[position + 1].text if position + 1 < len(found) and adjacent(found, position + 1) else ""
        if after == "/" and position + 2 < len(found) and found[position + 2].text[0].isdigit():
            return None
        return digit_numeral(found, position)
    return word_numeral(found, position) if word in STARTS else None


def joined(one, two):
    """(low, high, doubt) of a range; a scale said once, after the second number, holds for the first too."""
    if one.value is None or two.value is None:
        return None, None, one.doubt or two.doubt
    whole = one.scaled or not two.scaled or two.value / _NEAR <= one.value <= two.value
    low = one.value if whole else one.value * two.scale
    if low > two.value and not one.scaled and one.value <= two.value:
        return None, None, "first_scale"
    if low > two.value:
        return None, None, "falling"
    return exact(low), two.value, None
