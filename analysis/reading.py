"""A sentence comes in; a Reading goes out: its tokens, quantities, places, periods and the cue words of the rule files.

Everything that later decides about a figure looks at a Reading, never at the text again.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from analysis import numbers, numerals, periods, place_roles, places, rules, units
from analysis.lookup import made
from analysis.once import once
from analysis.phrases import Lexicon, fold, tokens

_LINKS = {"và", ",", "lên", "xuống", "còn", "hay", "hoặc", "đến", "tới", "với", "-", "lẫn", "rồi", "cùng"}
_BEFORE_BARE = {
    "từ",
    "đạt",
    "lượt",
    "ứng",
    "tăng",
    "giảm",
    "lên",
    "xuống",
    "còn",
    "và",
    ",",
    "mức",
    "là",
    "đến",
    "tới",
    "khoảng",
    "gần",
    "hơn",
    "trên",
    "dưới",
}


@dataclass
class Reading:
    """One sentence with all marks in it; positions are token numbers unless a name says offset."""

    text: str
    found: list
    quantities: list
    places: list = field(default_factory=list)
    periods: list = field(default_factory=list)
    cues: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    modal: list = field(default_factory=list)
    points: list = field(default_factory=list)
    published: object = None
    goods: list = field(default_factory=list)
    compared: dict = field(default_factory=dict)
    shares_told: bool = False  # the sentence before has said that shares follow
    whole_of: str | None = None  # the country abroad of whose imports the last share was
    sellers_told: bool = False  # the sentence before has ranked who sells to one buyer
    row_to: tuple = ()  # to whom the sellers of a row sell

    @once
    def _words(self):
        return [token.text for token in self.found]

    @once
    def vocabulary(self):
        """The different folded words."""
        return frozenset(self._words)

    @once
    def said(self):
        """All folded words, with one space between."""
        return " ".join(self._words)

    @once
    def hands_out(self):
        """True where "lần lượt" or "tương ứng" may hand out numbers."""
        return not {"lượt", "ứng"}.isdisjoint(self._words)

    def words(self, first, last):
        """The folded words of tokens first..last-1."""
        return self._words[first:last] if first > 0 else self._words[:last]

    def words_until(self, offset, count):
        """The last `count` folded words that end before a text offset."""
        last = bisect_right(self.found, offset, key=lambda token: token.end)
        return self.words(last - count, last)

    def start_of(self, n):
        """First token after the quantity before the n-th, 0 for the first."""
        return self.quantities[n - 1].last if n else 0

    def end_of(self, n):
        """First token of the quantity after the n-th, or the end of the sentence."""
        return self.quantities[n + 1].first if n + 1 < len(self.quantities) else len(self.found)

    def clause_end(self, n):
        """Where the words that follow the n-th quantity without a comma end."""
        last, stop = self.quantities[n].last, self.end_of(n)
        for position in range(last, stop):
            if self.found[position].text in (",", ";", ":", ".", ")"):
                return position
        return stop


def _lexicons():
    return made(lambda: (rules.load("measures"), rules.load("modality")), _made_of)


def _made_of(files):
    measures, modality = files
    said, reached = (
        modality["cues"],
        [f"{verb} {noun}" for verb in modality["reached"]["words"] for noun in modality["goal"]["words"]],
    )
    meant = [
        f"{first} {second}"
        for one, two in (("intent", "lift"), ("agreed", "deed"))
        for first in modality[one]["words"]
        for second in modality[two]["words"]
    ]
    return {
        "cues": Lexicon({name: _abbreviated(wordings) for name, wordings in measures["cues"].items()}),
        "changes": Lexicon(measures["change"]),
        "modal": Lexicon(modality["cues"] | {"target": said["target"] + meant, "met": said["met"] + reached}),
        "near": frozenset(modality["scope"]["near"]),
        "goods": Lexicon({"goods": measures["commodities"]["words"], "blocked": measures["commodities"]["not"]}),
    }


def _abbreviated(wordings):
    """The wordings, and as customs tables write them: "kim ngạch XK", "XNK".

    >>> _abbreviated(["tổng kim ngạch xuất nhập khẩu", "bán cho"])
    ['tổng kim ngạch xuất nhập khẩu', 'bán cho', 'tổng kim ngạch xnk']
    """
    short = [_LONG.sub(lambda match: _SHORT[match[0]], wording) for wording in wordings]
    return list(dict.fromkeys([*wordings, *short]))


_SHORT = {"xuất nhập khẩu": "xnk", "xuất khẩu": "xk", "nhập khẩu": "nk"}
_LONG = re.compile("|".join(_SHORT))


def lexicon(name):
    """A list of cue words by name: cues, changes, modal, near, goods."""
    return _lexicons()[name]


def quantities_of(found, scanned, spans, unit=None, text=""):
    """The scanned quantities of a sentence that are no part of a date, with shared units filled in.

    `unit` is what a heading gives to bare numbers: (unit, currency, scale, word).
    """
    inside = [quantity for quantity in scanned if not _in_period(quantity, spans)]
    return _share_units(found, [_with_unit(found, quantity, unit, text) for quantity in inside] if unit else inside)


def _with_unit(found, quantity, unit, text):
    """A bare number of a table with the unit of its heading; a year, a rank or a count of its own stays bare."""
    before = found[quantity.first - 1].text if quantity.first else ":"
    after = found[quantity.last].text if quantity.last < len(found) else "."
    year = quantity.value_max is not None and quantity.surface.isdigit() and 1900 <= quantity.value_max <= 2100
    name = quantity.first and text[found[quantity.first - 1].start].isupper()
    free = (before in _CELL_BEFORE or name) and (not after.isalpha() or after in _AFTER_AMOUNT)
    if quantity.unit is not None or quantity.doubt or quantity.scaled or year or not free:
        return quantity
    kind, currency, scale, word = unit
    low, high = (numerals.exact(value * scale) for value in (quantity.value_min, quantity.value_max))
    return replace(quantity, value_min=low, value_max=high, unit=kind, currency=currency, unit_word=word, scaled=True)


_CELL_BEFORE = {
    ":", "|", ";", ",", "-", "là", "đạt", "còn", "khoảng", "gần", "hơn", "ước", ")", "(", "và", "lên", "xuống",
}  # fmt: skip


def _in_period(quantity, spans):
    return quantity.unit is None and any(span.first <= quantity.start < span.last for span in spans)


def _share_units(found, quantities):
    """Bare numbers linked to a full quantity ("từ 4,5 lên 5 tỷ USD", "3,4 và 2,1 tỷ USD") take its unit and scale."""
    kept = list(quantities)
    for n in range(len(kept) - 2, -1, -1):
        one, two = kept[n], kept[n + 1]
        if one.unit is None and two.unit is not None and _linked(found, one, two):
            kept[n] = _shared(one, two)
        elif (
            one.unit is None
            and one.scaled
            and two.unit == "money"
            and two.first - one.last < 14
            and not _own_noun(found, one)
        ):
            kept[n] = replace(one, unit="money", currency=two.currency)
    for n in range(1, len(kept)):
        one, two = kept[n - 1], kept[n]
        if (
            two.unit is None
            and two.scaled
            and one.unit == "tonnes"
            and _same_behind(kept, n)
            and not _own_noun(found, two)
        ):
            kept[n] = replace(two, unit="tonnes", unit_word=one.unit_word)
        elif two.unit is None and two.scaled and one.unit == "money" and not _own_noun(found, two):
            kept[n] = replace(two, unit="money", currency=one.currency)
    return [q for q in kept if q.unit is not None or q.scaled and not _own_noun(found, q) or _bare_count(found, q)]


def _same_behind(kept, n):
    """True where tonnes stand on both sides of a bare number: "4,8 triệu tấn so với 3,6 triệu và 1,1 triệu tấn"."""
    return n + 1 < len(kept) and kept[n + 1].unit == "tonnes"


def _bare_count(found, quantity):
    """True for "đạt 68.000," : a printed thousand after a verb of amount, with nothing counted after it."""
    before = found[quantity.first - 1].text if quantity.first else ""
    after = found[quantity.last].text if quantity.last < len(found) else "."
    dotted = "." in quantity.surface and quantity.value_max is not None and quantity.value_max >= 1000
    return (
        dotted
        and before in ("đạt", "là", "còn", "lên", "hơn", "gần", "khoảng", "trên", "xuống")
        and (not after.isalpha() or after in ("vào", "trong", "năm", "so", "hưởng", "đang", "theo", "sống", "được"))
    )


def _own_noun(found, quantity):
    """True where a noun follows a scaled number: "5 triệu thùng", "3 tỷ cây"."""
    after = found[quantity.last].text if quantity.last < len(found) else "."
    return after.isalpha() and after not in _AFTER_AMOUNT


_AFTER_AMOUNT = {
    "năm", "trong", "vào", "so", "tăng", "giảm", "và", "lên", "với", "xuống", "của", "thì", "là", "từ", "đến", "tới",
    "hồi", "cho", "còn", "nhưng", "mỗi", "một", "hiện", "trở", "cùng", "chiếm", "đạt", "do", "như", "mà", "để", "khi",
    "có", "được", "đã", "thuộc", "rơi", "tụt", "vọt", "sụt", "nhích", "leo", "lùi", "bật", "nhảy",
}  # fmt: skip


def _linked(found, one, two):
    """True where only link words, qualifiers and "USD năm 2023"-like fillers stand between two numbers."""
    words = [token.text for token in found[one.last : two.first]]
    before = found[one.first - 1].text if one.first else ""
    if not words or len(words) > 6 or words[0] not in _LINKS:
        return False
    known = _LINKS | {"khoảng", "gần", "hơn", "trên", "dưới", "mức", "xấp", "xỉ", "con", "số"}
    return all(word in known for word in words) and (before in _BEFORE_BARE or "," in one.surface or one.scaled)


def _shared(one, two):
    """Quantity `one` with unit, currency and (if it has none) scale of `two`."""
    scale = two.scale if two.scaled and not one.scaled else 1.0
    low, high = (None if value is None else numerals.exact(value * scale) for value in (one.value_min, one.value_max))
    return replace(
        one, value_min=low, value_max=high, unit=two.unit, currency=two.currency, unit_word=two.unit_word,
        scaled=one.scaled or two.scaled, scale=two.scale,
    )  # fmt: skip


def currency_named(found):
    """The currency of "tính bằng đồng rúp", for amounts printed without one; or None."""
    for position, token in enumerate(found):
        if token.text == "bằng":
            code = units.currency_at(found, position + 1)
            if code:
                return code
    return None


def read(text, published=None, marks=False, unit=None):
    """The Reading of a sentence; without a quantity its marks are read only if asked for.

    `unit` is the unit of a heading above it, for bare numbers: (unit, currency, scale, word).

    >>> reading = read("Năm 2024, xuất khẩu sang Nga đạt 2,3 tỷ USD.", "2025-01-10")
    >>> [cue.label for cue in reading.cues], [place.code for place in reading.places]
    (['export'], ['RU'])
    """
    found = tokens(fold(text))
    if "tỉ" in text or "Tỉ" in text:  # as common as "tỷ", of which the rule files have one
        found = [token._replace(text="tỷ") if token.text == "tỉ" else token for token in found]
    scanned = numbers.scan(text, found)
    spans = periods.find(text, published) if scanned or marks else []
    quantities = quantities_of(found, scanned, spans, unit, text)
    reading = Reading(text, found, quantities, periods=spans, published=periods.as_date(published))
    if quantities or marks:
        _mark(reading)
    return reading


def _behind_goods(found, place, before):
    """A place right behind goods as where they come from; in "Hiệp hội Hồ tiêu Việt Nam" it is part of a name."""
    if before is None or place.role or place_roles.acts(found, place):
        return place
    return replace(place, weak=True) if before in _BODIES else replace(place, role="goods")


# "Báo Cà phê điện tử (bản tin sáng) - ": who prints the article, and no goods.
_MASTHEAD = re.compile(r"[^.,;!?\d\n“]{2,60}\)\s[-–—]\s")
# "Hiệp hội Cà phê Việt Nam", "Tập đoàn Cao su Việt Nam", "Công ty Lương thực Việt Nam".
_BODIES = {"hội", "đoàn", "ty", "viện"}


def _mark(reading):
    found, taken = reading.found, [(q.first, q.last) for q in reading.quantities]
    reading.places = places.find(reading.text, found, {p for first, last in taken for p in range(first, last)})
    inside = {p for first, last in taken for p in range(first, last)}
    outside = [token._replace(text="") if n in inside else token for n, token in enumerate(found)]
    for name in ("cues", "changes", "modal", "goods"):
        setattr(reading, name, [hit for hit in _lexicons()[name].find(outside) if hit.label != "blocked"])
    if reading.goods and (masthead := _MASTHEAD.match(reading.text)):
        reading.goods = [hit for hit in reading.goods if found[hit.first].start >= masthead.end()]
    behind = {hit.last: found[hit.first - 1].text if hit.first else "" for hit in reading.goods}
    reading.places = [_behind_goods(found, place, behind.get(place.first)) for place in reading.places]
    reading.points = places.pointers().find(found)
