"""A phrase or a sentence comes in; its quantities (value and bounds, unit, currency, qualifier) go out.

Read as Vietnamese news writes them: decimal comma, dotted thousands, number words, a scale shared by a range. What
cannot be read with certainty has no value, and says why (`doubt`).
"""

import re
from dataclasses import replace

from analysis.number_words import STARTS
from analysis.numerals import adjacent
from analysis.phrases import fold, tokens
from analysis.quantities import multiple_at, quantity_at
from analysis.units import SCALES


def scan(text, found=None):
    """All quantities of a sentence, in order: numbers with a unit, and bare numbers (unit None).

    >>> [(q.surface, q.value_min, q.value_max, q.currency, q.qualifier) for q in scan("từ 4,5 đến gần 5 tỷ đô la Mỹ")]
    [('4,5', 4.5, 4.5, None, 'exact'), ('5 tỷ đô la Mỹ', 5000000000.0, 5000000000.0, 'USD', 'nearly')]
    >>> [(q.value_min, q.value_max, q.unit) for q in scan("15 đến 20 nghìn suất học bổng")]
    [(15000.0, 20000.0, 'persons')]
    """
    found = tokens(fold(text)) if found is None else found
    quantities, after = [], 0
    for position in _beginnings(found):
        if position < after:
            continue
        word = found[position].text
        quantity = (multiple_at if word in _MULTIPLES else quantity_at)(found, text, position)
        if quantity and _worth(found, quantity):
            quantities.append(_signed(found, quantity))
            after = quantity.last
        elif quantity and word[0].isdigit():
            after = quantity.last
    return _as_english(quantities) if "," in text else quantities


_MULTIPLES = ("gấp", "nhân")
_OPENS = STARTS.union(_MULTIPLES)


def _beginnings(found):
    """The tokens with which a quantity can begin; the "năm" of "năm 2024", nearly half of all, is the year's."""
    opens = [n for n, token in enumerate(found) if token[0] in _OPENS or token[0][0].isdigit()]
    digits = {n for n in opens if found[n][0][0].isdigit()}
    return [n for n in opens if n + 1 not in digits or found[n][0] != "năm"]


def _as_english(quantities):
    """The quantities with "545,745 tấn" read as thousands beside "451.78 triệu USD": a text with English separators.

    "60,000 tấn" is so in any text: nobody prints a fraction of three noughts. Whether "12,500 tấn" is stays open.
    """
    english = any(q.scaled and _POINT.match(q.surface) for q in quantities)
    return [_in_thousands(q) if _grouped(q, english) else _doubted(q) for q in quantities]


def _doubted(quantity):
    """The quantity, without a value where a digit and two noughts follow its comma, which decimals seldom have."""
    if quantity.value_min is None or not _HUNDREDS.match(quantity.surface):
        return quantity
    return replace(quantity, value_min=None, value_max=None, doubt="thousands")


def _grouped(quantity, english):
    if quantity.scaled or quantity.value_min is None:
        return False
    if quantity.unit == "tonnes" and english and _GROUPS.match(quantity.surface):
        return True
    return quantity.unit in ("tonnes", "persons", "money") and bool(_NOUGHTS.match(quantity.surface))


def _in_thousands(quantity):
    return replace(quantity, value_min=quantity.value_min * 1000, value_max=quantity.value_max * 1000)


_POINT = re.compile(r"\d{1,3}\.\d{1,2}(?!\d)")
_GROUPS = re.compile(r"[1-9]\d{0,2},\d{3}(?![\d.,])")
_HUNDREDS = re.compile(r"[1-9]\d{0,2},\d00(?![\d.,])")
_NOUGHTS = re.compile(r"[1-9]\d{0,2},000(?![\d.,])")


def _worth(found, quantity):
    """False for number words without a unit and for measures of the world (kWh, km, years)."""
    one = quantity.unit in ("projects", "persons") and found[quantity.first].text == "một" and quantity.value_max == 1
    if quantity.unit == "physical" or one:
        return False
    if found[quantity.first].text == "000":  # the rest of a number that could not be read
        return False
    if quantity.unit is not None:
        return not _is_year(found, quantity)
    return found[quantity.first].text[0].isdigit()


def _is_year(found, quantity):
    """True for "Năm 2025 khách Nga tăng", "năm học 2024 - 2025 sinh viên ...": a year before a noun, no count of it.

    For the month of "Tháng 10 khách Nga tăng" and the day of "Ngày 15 khách Nga đến", too.
    """
    first, text = quantity.first, found[quantity.first].text
    if quantity.scaled or not text.isdigit():
        return False
    before = [token.text for token in found[max(0, first - 3) : first]]
    if before[-1:] in _A_DAY and quantity.unit in ("persons", "projects", "tonnes"):
        return int(text) <= _DAYS and before[-2:-1] in _ON_A_DAY
    if _opens_with_year(found, first, text) and quantity.unit in ("persons", "projects", "tonnes"):
        return True
    several = before[-2:-1] in _A_YEAR or before[-2:-1] != [] and before[-2][0].isdigit()
    if before[-1:] in (["tháng"], ["quý"]):
        return quantity.unit in ("persons", "projects") and len(text) < _MONTH and int(text) <= _MONTHS and not several
    if len(text) != _YEAR or text[:2] not in ("19", "20"):
        return False
    named = before[-2:] in (["năm", "học"], ["giai", "đoạn"], ["niên", "khóa"]) or before[-2:-1] == ["mùa"]
    return named or before[-1:] in (["năm"], ["hè"]) and before[-2:-1] not in _A_YEAR


def _opens_with_year(found, first, text):
    """True for "Từ 2022 khách Nga trở lại", "nhưng đến 2030 tấn CO2 ...": a clause that opens with its time."""
    if not _A_YEAR_NOW.fullmatch(text) or not first or found[first - 1].text not in _TIME_OPENS:
        return False
    after = [token.text for token in found[first + 1 : first + _FAR]]
    ahead = found[first - 2].text if first > 1 else "."
    opens = not ahead.isalnum() or ahead in _BEFORE_TIME
    return opens and {"lên", "xuống"}.isdisjoint(after)


_A_YEAR_NOW = re.compile(r"(?!2000)(?:19[5-9]|20[0-4])\d")
_TIME_OPENS = ("từ", "đến", "tới", "trong", "trước", "sau", "vào", "cuối", "đầu", "giữa")
_BEFORE_TIME = ("nhưng", "và", "song", "kể", "tính", "ngay", "còn", "cho")
_FAR = 5  # tokens
_A_DAY, _DAYS = (["ngày"], ["mùng"], ["mồng"]), 31
# "Mỗi ngày 15 khách", "trong ngày 20 khách": there it counts.
_ON_A_DAY = ([], ["từ"], ["đến"], ["vào"], ["sáng"], ["chiều"], ["tối"], ["hôm"], ["tới"], ["trước"], ["sau"], [","],
             ["."], ["và"])  # fmt: skip
_YEAR, _MONTH, _MONTHS = 4, 3, 12
_A_YEAR = (["mỗi"], ["hàng"], ["hằng"], ["từng"], ["một"])  # "mỗi năm 2000 sinh viên"


def _signed(found, quantity):
    """A minus sign glued to the number and free on its left makes it negative: "-12,5%"."""
    first = quantity.first
    glued = adjacent(found, first)
    apart = not glued and first > 1 and [token.text for token in found[first - 2 : first]] == ["(", "+"]  # "(+ 22,9%)"
    sign = found[first - 1].text if first and (apart or glued) else ""
    free = first < 2 or found[first - 2].text == "(" or not adjacent(found, first - 1)
    if sign not in ("-", "+") or not free or quantity.value_min is None:
        return quantity
    if sign == "-" and first > 1 and found[first - 2].text[0].isdigit():
        return quantity
    surface = sign + " " * apart + quantity.surface
    quantity = replace(quantity, start=found[first - 1].start, surface=surface, signed=True, first=first - 1)
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
    """The quantity of a phrase and, where that is None, why: a key of [doubt] in rules/texts, which says it in words.

    >>> read("một triệu hai")
    (None, 'last_digit')
    """
    if not isinstance(phrase, str):
        return None, "no_text"
    found = tokens(fold(phrase))
    quantities = _all(found, phrase)
    if len(quantities) != 1:
        return None, "no_number" if not quantities else "several"
    quantity = quantities[0]
    if quantity.doubt:
        return None, quantity.doubt
    if _left_over(found, quantity):
        return None, "left_over"
    return _open_side(_sign_apart(found, quantity)), None


def _all(found, phrase):
    """As scan(), but number words and measures without further meaning count too."""
    quantities, position = [], 0
    while position < len(found):
        word = found[position].text
        quantity = quantity_at(found, phrase, position) if word[0].isdigit() or word in STARTS else None
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
    before = found[quantity.first - 1].text if adjacent(found, quantity.first) else ""
    after = found[quantity.last].text if quantity.last < len(found) and adjacent(found, quantity.last) else ""
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
