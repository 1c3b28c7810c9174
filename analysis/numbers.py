"""A phrase or a sentence comes in; its quantities (value and bounds, unit, currency, qualifier) go out.

Read as Vietnamese news writes them: decimal comma, dotted thousands, number words, a scale shared by a range. What
cannot be read with certainty has no value, and says why (`doubt`).
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from analysis import rules
from analysis.phrases import Lexicon, fold, tokens

SCALES = {
    "trăm": 1e2,
    "nghìn": 1e3,
    "ngàn": 1e3,
    "vạn": 1e4,
    "triệu": 1e6,
    "tr": 1e6,
    "tỷ": 1e9,
    "tỉ": 1e9,
    "chục": 1e1,
}
_ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_STARTS = {*_ONES, "mười", "âm", "nửa"} - {"mốt", "tư", "lăm"}
_POINT = ("phẩy", "chấm")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_TWICE = {"đôi": 2.0, "rưỡi": 1.5, "ba": 3.0, "bốn": 4.0, "năm": 5.0, "sáu": 6.0, "bảy": 7.0, "tám": 8.0, "mười": 10.0}
# No printed figure of the news has more digits; Python's own reading of long digit strings is quadratic.
_MOST_DIGITS = 18


@dataclass(frozen=True)
class Quantity:
    """A number with its unit as it stands in a text; values in base units, None where they cannot be read.

    unit is None for a bare number. An open side of "hơn", "dưới" is None in parse() and equal to the other in scan().
    """

    value_min: float | None
    value_max: float | None
    unit: str | None
    currency: str | None
    qualifier: str
    start: int
    end: int
    surface: str
    unit_word: str = ""
    per: str | None = None
    scaled: bool = False
    scale: float = 1.0
    signed: bool = False
    doubt: str | None = None
    first: int = 0
    last: int = 0

    @property
    def value(self):
        """The value where there is only one, else None."""
        return self.value_min if self.value_min == self.value_max else self.value_max or self.value_min


class _Numeral(NamedTuple):
    value: float | None
    first: int
    last: int
    scaled: bool = False
    whole: bool = True
    words: bool = False
    doubt: str | None = None
    scale: float = 1.0


@lru_cache(maxsize=1)
def _lists():
    return _read_lists(rules.load("money"), rules.load("units"), rules.load("numbers"))


def _read_lists(money, units, words):
    named = {f"money:{code}": entry["words"] for code, entry in money.items()}
    named |= {unit: entry["words"] for unit, entry in units.items() if isinstance(entry, dict)}
    return {
        "units": Lexicon(named),
        "qualifiers": Lexicon(words["qualifiers"]),
        "after": Lexicon(words["after"]),
        "per": Lexicon(words["per"]),
        "physical": frozenset(units["physical"]["words"]),
    }


def exact(value):
    """The value without the noise of binary fractions: 8.3 * 1e9 is 8300000000.0."""
    return float(f"{value:.12g}")


def digits(text):
    """The value of a printed number, and None or the reason why it cannot be read.

    >>> digits("1.234,56"), digits("4.59"), digits("1,123.56")
    ((1234.56, None), (4.59, None), (1123.56, None))
    >>> digits("12.34,5")[1]
    'separators of "12.34,5" fit neither Vietnamese nor English'
    """
    if sum(letter.isdigit() for letter in text) > _MOST_DIGITS:
        return None, "too many digits for a figure"
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(".", "").replace(",", ".")), None
    if _ENGLISH.fullmatch(text):
        return float(text.replace(",", "")), None
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", ".")), None
    return None, f'separators of "{text}" fit neither Vietnamese nor English'


def _adjacent(found, position):
    """True where nothing stands between this token and the one before."""
    return position > 0 and found[position - 1].end == found[position].start


def _is_code(found, position):
    """True for the digits of a date, a law, a model or a flight: "161/QĐ", "30/1", "VN63", "VVER-1200"."""
    before = found[position - 1].text if _adjacent(found, position) else ""
    after = found[position + 1].text if position + 1 < len(found) and _adjacent(found, position + 1) else ""
    if position and found[position - 1].text == "thứ":
        return True
    if before == "/" or after == "/" and position + 2 < len(found) and found[position + 2].text[0].isdigit():
        return True
    if before.isalpha():
        return not _currency_before(found, position)
    return before == "-" and position > 1 and _adjacent(found, position - 1) and _names_model(found, position - 2)


def _names_model(found, position):
    word = found[position].text
    return (
        word.isalpha()
        and not (found[position - 1].text[:1].isdigit() and _adjacent(found, position))
        and (word not in SCALES and not _lists()["units"].at(found, position))
    )


def _currency_before(found, position):
    """The currency written before the number: "$10", "USD 5 tỷ"; a Hit or None."""
    hit = _lists()["units"].before(found, position)
    if not hit or not hit.label.startswith("money:"):
        return None
    word = found[hit.first].text
    return hit if not word.isalpha() or (word.isascii() and len(word) <= 3) else None


def _grouped(found, position):
    """Digits with spaces for thousands ("10 000"): the value's text and the token after it."""
    text, last = found[position].text, position + 1
    before = found[position - 1].text if position else ""
    if not text.isdigit() or len(text) > 3 or before in ("tháng", "quý", "ngày", "năm", "số", "thứ"):
        return text, last
    while (
        last < len(found) and re.fullmatch(r"\d{3}", found[last].text) and found[last].start == found[last - 1].end + 1
    ):
        text, last = text + found[last].text, last + 1
    return text, last


def _digit_numeral(found, position):
    text, last = _grouped(found, position)
    value, doubt = digits(text)
    numeral = _scaled(found, _Numeral(value, position, last, whole="," not in text, doubt=doubt))
    if last - position > 1 and numeral.scaled:
        return numeral._replace(value=None, doubt=f'"{text}" with spaces before a scale word can be read two ways')
    return numeral


def _scaled(found, numeral):
    """The numeral with the scale words after it: 5 | triệu, 10 | nghìn tỷ, 1 | tỷ 200 triệu, 1 | tỷ rưỡi."""
    value, last, scale = numeral.value, numeral.last, 1.0
    while last < len(found) and found[last].text in SCALES:
        scale, last = scale * SCALES[found[last].text], last + 1
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
    rest = _digit_numeral(found, last)
    if rest.value is None or numeral.value is None or not rest.scaled or rest.scale >= numeral.scale:
        return numeral
    return numeral._replace(value=numeral.value + rest.value, last=rest.last)


def _below_hundred(found, position):
    """Value and next token of "mười lăm", "hai mươi mốt", "ba chục", "bảy"; (None, position) if there is none."""
    word = found[position].text if position < len(found) else ""
    if word == "mười":
        return _plus_one(found, position + 1, 10)
    if word not in _ONES:
        return None, position
    if position + 1 < len(found) and found[position + 1].text in ("mươi", "chục"):
        return _plus_one(found, position + 2, 10 * _ONES[word])
    return _ONES[word], position + 1


def _plus_one(found, position, tens):
    word = found[position].text if position < len(found) else ""
    after = found[position + 1].text if position + 1 < len(found) else ""
    if word in _ONES and word != "không" and after not in ("trăm", "mươi"):
        return tens + _ONES[word], position + 1
    return tens, position


def _below_thousand(found, position):
    """Value, next token and whether it ended in a bare digit of unclear place ("một trăm hai")."""
    head, last = _below_hundred(found, position)
    if head is None or last >= len(found) or found[last].text != "trăm" or last != position + 1:
        return head, last, False
    last += 1
    if last < len(found) and found[last].text in ("linh", "lẻ"):
        rest, end = _below_hundred(found, last + 1)
        return (head * 100 + rest, end, False) if rest is not None else (head * 100, last, False)
    rest, end = _below_hundred(found, last)
    return head * 100 + (rest or 0), end, rest is not None and rest < 10


def _word_numeral(found, position):
    """A number in words ("hai mươi mốt nghìn không trăm mười một"), as a numeral, or None."""
    negative = found[position].text == "âm"
    first, total, last, limit, unclear = position, 0.0, position + negative, float("inf"), False
    while True:
        at = last + (total > 0 and last < len(found) and found[last].text in ("linh", "lẻ"))
        value, end, bare = _below_thousand(found, at)
        if value is None:
            break
        scale, end = _scale_words(found, end)
        if scale >= limit:
            break
        small_rest = total > 0 and scale == 1 and value < 10 and end == last + 1
        unclear, total, last, limit = unclear or bare or small_rest, total + value * scale, end, scale
        if scale == 1:
            break
    if last == position + negative:
        return None
    return _word_result(found, first, last, -total if negative else total, negative, unclear)


def _scale_words(found, position):
    scale = 1.0
    while position < len(found) and found[position].text in SCALES and found[position].text not in ("trăm", "tr"):
        scale, position = scale * SCALES[found[position].text], position + 1
    return scale, position


def _word_result(found, first, last, value, negative, unclear):
    doubt = "the last digit's place is not said" if unclear else None
    numeral = _Numeral(None if doubt else value, first, last, found[last - 1].text in SCALES, True, True, doubt)
    if last + 1 < len(found) and found[last].text in _POINT:
        numeral = _after_point(found, numeral, negative)
    if last < len(found) and found[last].text == "rưỡi" and numeral.scaled and numeral.value is not None:
        half = SCALES[found[last - 1].text] / 2
        numeral = numeral._replace(value=numeral.value + half, last=last + 1)
    return numeral


def _after_point(found, numeral, negative):
    """The decimals said after "phẩy": digit by digit ("không ba"), or as one number ("mười một")."""
    position, spoken = numeral.last + 1, ""
    whole, end = _below_hundred(found, position)
    if whole is not None and whole >= 10:
        spoken = str(whole)
    else:
        end = position
        while end < len(found) and found[end].text in _ONES:
            spoken, end = spoken + str(_ONES[found[end].text]), end + 1
    if not spoken or numeral.value is None:
        return numeral
    part = float(f"0.{spoken}")
    value = round(numeral.value - part if negative else numeral.value + part, 9)
    return _scaled(found, numeral._replace(value=value, last=end, whole=False))


def _numeral(found, position):
    """The numeral that begins at this token, or None."""
    word = found[position].text
    if word[0].isdigit():
        return None if _is_code(found, position) else _digit_numeral(found, position)
    if word not in _STARTS or word == "không" and not _is_zero(found, position):
        return None
    if word == "nửa":
        return _half(found, position)
    if word == "âm" and position + 1 < len(found) and found[position + 1].text[0].isdigit():
        inner = _digit_numeral(found, position + 1)
        return inner._replace(value=None if inner.value is None else -inner.value)
    return _word_numeral(found, position)


def _half(found, position):
    """ "nửa tỷ", "nửa triệu": half of a scale word; None before anything else."""
    if position + 1 >= len(found) or found[position + 1].text not in ("tỷ", "tỉ", "triệu"):
        return None
    return _scaled(found, _Numeral(0.5, position, position + 1, whole=False, words=True))


def _is_zero(found, position):
    """True where "không" is the number 0 ("không phẩy năm", "không phần trăm") and not "not"."""
    after = found[position + 1].text if position + 1 < len(found) else ""
    return position == 0 and not after or after in ("phẩy", "chấm", "phần", "trăm", "euro")


_RANGE = {"-", "~", "đến", "tới", "÷"}


def _from_to(found, first):
    """True for "tăng từ 3 tỷ ... đến 5 tỷ": a change between two levels, not a range."""
    before = [token.text for token in found[max(0, first - 6) : first]]
    verbs = {"tăng", "giảm", "nâng", "đưa", "sụt", "vọt", "hạ", "thu", "leo", "rớt", "mở"}
    return "từ" in before[-3:] and bool(verbs & set(before[: -1 - before[::-1].index("từ")]))


def _range_end(found, one, unit):
    """The second numeral of a range that begins with numeral `one` (and its unit Hit), or None."""
    position = unit.last if unit else one.last
    if position + 1 >= len(found):
        return None
    between = len(found) > position + 1 and found[position].text == "và" and one.first and _giua(found, one.first)
    if found[position].text not in _RANGE and not between:
        return None
    if _year_named(found, one):
        return None
    if (
        found[position].text in ("đến", "tới")
        and unit
        and unit.label.startswith("money:")
        and _from_to(found, one.first)
    ):
        return None
    begin = position + 1
    if _currency_after_dash(found, begin):
        begin += 1
    two = _numeral_after_dash(found, begin)
    return two if two and not (one.words and not two.words and not one.scaled) else None


def _year_named(found, one):
    """True for the year in "năm 2023 - 3,63 tỷ USD": what follows the dash is its figure."""
    return one.first and found[one.first - 1].text == "năm" and not one.scaled and 1900 <= (one.value or 0) <= 2100


def _giua(found, first):
    return "giữa" in (found[first - 1].text, found[max(0, first - 2)].text)


def _currency_after_dash(found, position):
    hit = _lists()["units"].at(found, position)
    return bool(hit and hit.label.startswith("money:") and hit.last - hit.first == 1 and hit.last < len(found))


def _numeral_after_dash(found, position):
    word = found[position].text if position < len(found) else ""
    if word[:1].isdigit():
        after = found[position + 1].text if position + 1 < len(found) and _adjacent(found, position + 1) else ""
        if after == "/" and position + 2 < len(found) and found[position + 2].text[0].isdigit():
            return None
        return _digit_numeral(found, position)
    return _word_numeral(found, position) if word in _STARTS else None


# "900.000 đến 1 triệu": the first number is written out where it is at least this part of the second.
_NEAR = 50


def _join_range(one, two):
    """Both values of a range; a scale said once, after the second number, holds for the first too."""
    if one.value is None or two.value is None:
        return None, None, one.doubt or two.doubt
    whole = one.scaled or not two.scaled or two.value / _NEAR <= one.value <= two.value
    low = one.value if whole else one.value * two.scale
    if low > two.value and not one.scaled and one.value <= two.value:
        return None, None, "the range's first number has no scale of its own and does not fit the second's"
    if low > two.value:
        return None, None, "the range falls"
    return exact(low), two.value, None


def _qualifier(found, first):
    """The qualifier next to the number, and the first token that belongs to it."""
    hit = _lists()["qualifiers"].before(found, first)
    if hit is None and first and found[first - 1].text in ("từ", "mức", "ngưỡng", "mốc", "con"):
        hit = _lists()["qualifiers"].before(found, first - 1)
        hit = hit if hit and hit.label != "over" and hit.label != "under" or found[first - 1].text != "từ" else None
    return (hit.label, hit.first) if hit else ("exact", first)


def _per(found, position):
    """The "/năm" after a unit: its label and the next token."""
    if position + 1 < len(found) and found[position].text == "/":
        hit = _lists()["per"].at(found, position + 1)
        if hit:
            return hit.label, hit.last
        if found[position + 1].text.isalpha():
            return "unit", position + 2
    return None, position


def _unit(found, position):
    """The unit at this token, also in brackets: "140 tỷ (USD)"."""
    if position + 2 < len(found) and found[position].text == "(":
        hit = _lists()["units"].at(found, position + 1)
        closed = hit and hit.label.startswith("money:") and hit.last < len(found) and found[hit.last].text == ")"
        return hit._replace(first=position + 1, last=hit.last + 1) if closed else None
    hit = _lists()["units"].at(found, position)
    return None if hit is None or hit.label == "blocked" else hit


def _quantity(found, text, position):
    """The quantity whose numeral begins at this token, or None."""
    one = _numeral(found, position)
    if one is None:
        return None
    unit = _unit(found, one.last)
    two = _range_end(found, one, unit)
    unit_two = two and _unit(found, two.last)
    if two and unit and unit_two and unit.label != unit_two.label:
        two = None
    if two is None:
        return _build(found, text, one, one.value, one.value, one.doubt, unit, one.last)
    low, high, doubt = _join_range(one, two)
    return _build(
        found,
        text,
        one._replace(scaled=two.scaled, scale=two.scale, last=two.last),
        low,
        high,
        doubt,
        unit_two or unit,
        two.last,
    )


def _build(found, text, one, low, high, doubt, unit, last):
    prefix = None if one.words else _currency_before(found, one.first)
    own = unit is not None and unit.last > last
    last = unit.last if own else last
    unit = unit or prefix
    first = prefix.first if prefix and unit is prefix else one.first
    half, last = _and_a_half(found, unit, last)
    low, high = (low + half, high + half) if half and not doubt else (low, high)
    per, last = _per(found, last) if unit else (None, last)
    label, currency = _label(unit)
    if label == "persons" and not doubt and high != int(high):
        low, high, doubt = None, None, "a part of a person: separators misread?"
    after = _lists()["after"].at(found, last)
    qualifier = after.label if after else _qualifier(found, first)[0]
    qualifier = "nearly" if qualifier == "about" and _up_to_round(found, first, low) else qualifier
    start, end = found[first].start, found[last - 1].end
    word = " ".join(token.text for token in found[unit.first : unit.last] if token.text != ")") if unit else ""
    return Quantity(
        low, high, label, currency, qualifier, start, end, text[start:end], word, per, one.scaled, one.scale,
        False, doubt, first, last,
    )  # fmt: skip


def _up_to_round(found, first, value):
    """True for "xấp xỉ 1,4 triệu": a round number is come near to from below; "xấp xỉ 997 triệu" is about it."""
    said = [token.text for token in found[max(0, first - 2) : first]] == ["xấp", "xỉ"]
    return said and value is not None and len(f"{value:.0f}".rstrip("0")) <= _ROUND_DIGITS


_ROUND_DIGITS = 2


def _and_a_half(found, unit, last):
    """The half of "hai lần rưỡi", and the token after it."""
    if unit is not None and unit.label == "times" and last < len(found) and found[last].text == "rưỡi":
        return 0.5, last + 1
    return 0.0, last


def _label(unit):
    if unit is None:
        return None, None
    if unit.label.startswith("money:"):
        return "money", unit.label[6:]
    return ("physical", None) if unit.label == "physical" else (unit.label, None)


def currency_at(found, position):
    """The ISO code of the currency named at a token ("rúp", "đồng rúp"), or None."""
    hits = [_lists()["units"].at(found, p) for p in (position, position + 1)]
    named = [hit.label[6:] for hit in hits if hit and hit.label.startswith("money:")]
    return next((code for code in named if code != "VND"), None)


def unit_named(phrase):
    """(unit, currency, scale, word) of a phrase that names a unit and nothing else ("triệu USD"), or None.

    >>> unit_named("nghìn tấn"), unit_named("triệu đồng Việt Nam cho")
    (('tonnes', None, 1000.0, 'tấn'), None)
    """
    found, position, scale = tokens(fold(phrase)), 0, 1.0
    while position < len(found) and found[position].text in SCALES:
        scale, position = scale * SCALES[found[position].text], position + 1
    hit = _lists()["units"].at(found, position)
    if hit is None or hit.last != len(found) or hit.label in ("blocked", "physical", "times"):
        return None
    return *_label(hit), scale, " ".join(token.text for token in found[hit.first : hit.last])


def _multiple(found, text, position):
    """The "gấp đôi", "nhân ba" that has no "lần"; "gấp 3 lần" is read as a number."""
    word = found[position + 1].text if position + 1 < len(found) else ""
    after = found[position + 2].text if position + 2 < len(found) else ""
    counted = {"lần", "phẩy", "mươi", *SCALES, *_ONES} - {"năm"}
    if word not in _TWICE or after in counted or found[position].text == "nhân" and not _multiplies(found, position):
        return None
    start, end = found[position].start, found[position + 1].end
    value = _TWICE[word]
    return Quantity(
        value, value, "times", None, _qualifier(found, position)[0], start, end, text[start:end], "gấp", None, False,
        1.0, False, None, position, position + 2,
    )  # fmt: skip


# "công nhân ba nước", "bệnh nhân bốn tỉnh": the second half of a word, no verb.
_PERSONS_OF = {
    "công", "bệnh", "cá", "pháp", "tư", "doanh", "nạn", "quân", "thương", "phạm", "thân", "nguyên", "chứng", "hôn",
    "phu", "vĩ", "yếu", "tù", "nhà", "cử", "ân", "nghệ", "tác", "hạt", "mỹ", "nữ", "siêu", "cố", "thi",
}  # fmt: skip


def _multiplies(found, position):
    """True for "kim ngạch đã nhân đôi", "nhân ba kim ngạch"; "năm" and "mười" after it may count something else."""
    before = found[position - 1].text if position else ""
    return before not in _PERSONS_OF and found[position + 1].text in ("đôi", "ba", "bốn")


def scan(text, found=None):
    """All quantities of a sentence, in order: numbers with a unit, and bare numbers (unit None).

    >>> [(q.surface, q.value_min, q.value_max, q.currency, q.qualifier) for q in scan("từ 4,5 đến gần 5 tỷ đô la Mỹ")]
    [('4,5', 4.5, 4.5, None, 'exact'), ('5 tỷ đô la Mỹ', 5000000000.0, 5000000000.0, 'USD', 'nearly')]
    >>> [(q.value_min, q.value_max, q.unit) for q in scan("15 đến 20 nghìn suất học bổng")]
    [(15000.0, 20000.0, 'persons')]
    """
    found = tokens(fold(text)) if found is None else found
    quantities, position = [], 0
    while position < len(found):
        word = found[position].text
        quantity = None
        if word[0].isdigit() or word in _STARTS:
            quantity = _quantity(found, text, position)
        elif word in ("gấp", "nhân"):
            quantity = _multiple(found, text, position)
        if quantity and _worth(found, quantity):
            quantities.append(_signed(found, quantity))
            position = max(quantity.last, position + 1)
        else:
            position += 1 if quantity is None or not word[0].isdigit() else max(1, quantity.last - position)
    return quantities


def _worth(found, quantity):
    """False for number words without a unit and for measures of the world (kWh, km, years)."""
    one = quantity.unit in ("projects", "persons") and found[quantity.first].text == "một" and quantity.value_max == 1
    if quantity.unit == "physical" or one:
        return False
    return quantity.unit is not None or found[quantity.first].text[0].isdigit()


def _signed(found, quantity):
    """A minus sign glued to the number and free on its left makes it negative: "-12,5%"."""
    first = quantity.first
    sign = found[first - 1].text if first and _adjacent(found, first) else ""
    free = first < 2 or found[first - 2].text == "(" or not _adjacent(found, first - 1)
    if sign not in ("-", "+") or not free or quantity.value_min is None:
        return quantity
    if sign == "-" and first > 1 and found[first - 2].text[0].isdigit():
        return quantity
    quantity = replace(
        quantity, start=found[first - 1].start, surface=sign + quantity.surface, signed=True, first=first - 1
    )
    return quantity if sign == "+" else replace(quantity, value_min=-quantity.value_max, value_max=-quantity.value_min)


def parse(phrase):
    """The one quantity of a phrase, or None where it holds none, several, or one that cannot be read with certainty.

    Values in base units; the side that "hơn", "ít nhất", "dưới" leave open is None.

    >>> quantity = parse("hơn 1,8 tỷ đồng")
    >>> quantity.value_min, quantity.value_max, quantity.currency, quantity.qualifier
    (1800000000.0, None, 'VND', 'over')
    >>> parse("từ 6,2 — 6,4 tỷ USD").value_max
    6400000000.0
    >>> parse("một triệu hai") is None
    True
    """
    return read(phrase)[0]


def read(phrase):
    """The quantity of a phrase and, where that is None, the reason in one sentence.

    >>> read("một triệu hai")[1]
    "the last digit's place is not said"
    """
    if not isinstance(phrase, str):
        return None, "not a text"
    found = tokens(fold(phrase))
    quantities = _all(found, phrase)
    if len(quantities) != 1:
        return None, "no number found" if not quantities else "more than one number"
    quantity = quantities[0]
    if quantity.doubt:
        return None, quantity.doubt
    if _left_over(found, quantity):
        return None, "a part of the number was not understood"
    return _open_side(_sign_apart(found, quantity)), None


def _all(found, phrase):
    """As scan(), but number words and measures without further meaning count too."""
    quantities, position = [], 0
    while position < len(found):
        word = found[position].text
        quantity = _quantity(found, phrase, position) if word[0].isdigit() or word in _STARTS else None
        if quantity:
            quantities.append(quantity)
        position = quantity.last if quantity and quantity.last > position else position + 1
    return quantities


def _left_over(found, quantity):
    """True where number or scale words stand beside the part that was read: it was not all of the number."""
    outside = [token.text for token in found[: quantity.first] + found[quantity.last :]]
    if _glued(found, quantity):
        return True
    rest = {"linh", "lẻ", "phẩy", "chấm", "rưỡi", "mươi", "mốt", "lăm", "lẽ", "trừ", *SCALES} - {"tỷ", "tr"}
    follows = found[quantity.last].text if quantity.last < len(found) else ""
    return bool(rest & set(outside)) or follows in ("tỷ", "tr", "k", "m", "g", "t") or follows == "/"


def _glued(found, quantity):
    """True where a letter, digit or comma touches the part that was read ("1tr2", "Rs20", ",77", "3M")."""
    before = found[quantity.first - 1].text if _adjacent(found, quantity.first) else ""
    after = found[quantity.last].text if quantity.last < len(found) and _adjacent(found, quantity.last) else ""
    abbreviated = quantity.unit_word in ("m", "g", "w") and not quantity.surface[-2:-1].isspace()
    return before == "," or before.isalnum() or after.isalnum() or abbreviated


def _sign_apart(found, quantity):
    """In a phrase of its own, "- 1.200.000" is negative too."""
    first = quantity.first
    if not first or found[first - 1].text != "-" or quantity.value_min is None:
        return quantity
    return replace(quantity, value_min=-quantity.value_max, value_max=-quantity.value_min)


def _open_side(quantity):
    if quantity.value_min != quantity.value_max:
        return quantity
    if quantity.qualifier == "over":
        return replace(quantity, value_max=None)
    return replace(quantity, value_min=None) if quantity.qualifier == "under" else quantity
