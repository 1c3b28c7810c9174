"""The tokens of a sentence and a place among them come in; the quantity that begins there goes out as a Quantity.

A number or range with its unit, currency, qualifier ("hơn", "gần") and what it is per ("/năm").
"""

from dataclasses import dataclass

from analysis import rules
from analysis.lookup import made
from analysis.number_words import ONES, numeral_at
from analysis.phrases import Lexicon
from analysis.ranges import joined, range_end
from analysis.units import SCALES, currency_before, label_of, per_at, unit_at

_TIMES = {"đôi": 2.0, "rưỡi": 1.5, "ba": 3.0, "bốn": 4.0, "năm": 5.0, "sáu": 6.0, "bảy": 7.0, "tám": 8.0, "mười": 10.0}
# "công nhân ba nước", "bệnh nhân bốn tỉnh": the second half of a word, no verb.
_PERSONS_OF = {
    "công", "bệnh", "cá", "pháp", "tư", "doanh", "nạn", "quân", "thương", "phạm", "thân", "nguyên", "chứng", "hôn",
    "phu", "vĩ", "yếu", "tù", "nhà", "cử", "ân", "nghệ", "tác", "hạt", "mỹ", "nữ", "siêu", "cố", "thi",
}  # fmt: skip
_ROUND_DIGITS = 2  # digits of a round number, as in 1,4 triệu


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


def quantity_at(found, text, position):
    """The quantity whose numeral begins at this token, or None."""
    one = numeral_at(found, position)
    if one is None:
        return None
    unit = unit_at(found, one.last)
    two = range_end(found, one, unit)
    unit_two = two and unit_at(found, two.last)
    if two is None or unit and unit_two and unit.label != unit_two.label:
        return _build(found, text, one, (one.value, one.value, one.doubt), unit)
    both = one._replace(scaled=two.scaled, scale=two.scale, last=two.last)
    return _build(found, text, both, joined(one, two), unit_two or unit)


def _build(found, text, one, bounds, unit):
    """The Quantity of a numeral, or of both of a range, with its bounds (low, high, doubt) and the Hit of its unit."""
    low, high, doubt = bounds
    prefix = None if one.words else currency_before(found, one.first)
    last = max(unit.last, one.last) if unit else one.last
    unit = unit or prefix
    first = prefix.first if prefix and unit is prefix else one.first
    half, last = _and_a_half(found, unit, last)
    low, high = (low + half, high + half) if half and not doubt else (low, high)
    per, last = per_at(found, last) if unit else (None, last)
    label, currency = label_of(unit)
    if label == "persons" and not doubt and high != int(high):
        low, high, doubt = None, None, "part_of_person"
    after = _qualifiers()[1].at(found, last)
    qualifier = after.label if after else _qualifier(found, first)
    qualifier = "nearly" if qualifier == "about" and _up_to_round(found, first, low) else qualifier
    start, end = found[first].start, found[last - 1].end
    word = " ".join(token.text for token in found[unit.first : unit.last] if token.text != ")") if unit else ""
    return Quantity(
        low, high, label, currency, qualifier, start, end, text[start:end], word, per, one.scaled, one.scale,
        False, doubt, first, last,
    )  # fmt: skip


def _qualifiers():
    """The wordings of rules/numbers.toml that stand before a number, and those behind its unit, as two Lexicons."""
    return made(lambda: rules.load("numbers"), _both)


def _both(listed):
    return Lexicon(listed["qualifiers"]), Lexicon(listed["after"])


def _qualifier(found, first):
    """The qualifier before the number, "exact" if there is none."""
    before = _qualifiers()[0].before
    hit = before(found, first)
    if hit is None and first and found[first - 1].text in ("từ", "mức", "ngưỡng", "mốc", "con"):
        hit = before(found, first - 1)
        hit = hit if hit and hit.label != "over" and hit.label != "under" or found[first - 1].text != "từ" else None
    return hit.label if hit else "exact"


def _up_to_round(found, first, value):
    """True for "xấp xỉ 1,4 triệu": a round number is come near to from below; "xấp xỉ 997 triệu" is about it."""
    said = [token.text for token in found[max(0, first - 2) : first]] == ["xấp", "xỉ"]
    return said and value is not None and len(f"{value:.0f}".rstrip("0")) <= _ROUND_DIGITS


def _and_a_half(found, unit, last):
    """The half of "hai lần rưỡi", and the token after it."""
    if unit is not None and unit.label == "times" and last < len(found) and found[last].text == "rưỡi":
        return 0.5, last + 1
    return 0.0, last


def multiple_at(found, text, position):
    """The "gấp đôi", "nhân ba" that has no "lần"; "gấp 3 lần" is read as a number."""
    word = found[position + 1].text if position + 1 < len(found) else ""
    after = found[position + 2].text if position + 2 < len(found) else ""
    counted = {"lần", "phẩy", "mươi", *SCALES, *ONES} - {"năm"}
    if word not in _TIMES or after in counted or found[position].text == "nhân" and not _multiplies(found, position):
        return None
    start, end = found[position].start, found[position + 1].end
    value = _TIMES[word]
    return Quantity(
        value, value, "times", None, _qualifier(found, position), start, end, text[start:end], "gấp", None, False,
        1.0, False, None, position, position + 2,
    )  # fmt: skip


def _multiplies(found, position):
    """True for "kim ngạch đã nhân đôi", "nhân ba kim ngạch"; "năm" and "mười" after it may count something else."""
    before = found[position - 1].text if position else ""
    return before not in _PERSONS_OF and found[position + 1].text in ("đôi", "ba", "bốn")
