"""The tokens of a sentence and a place among them come in; the unit, currency or scale named there goes out."""

from analysis import rules
from analysis.lookup import made
from analysis.phrases import Lexicon, fold, tokens

SCALES = {
    "chục": 1e1, "trăm": 1e2, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tr": 1e6, "tỷ": 1e9, "tỉ": 1e9,
}  # fmt: skip


def known():
    """The words of rules/money.toml and rules/units.toml as a Lexicon; the labels of currencies are "money:USD"."""
    return made(lambda: (rules.load("money"), rules.load("units")), _known)


def _known(files):
    money, units = files
    named = {f"money:{code}": entry["words"] for code, entry in money.items()}
    return Lexicon(named | {unit: entry["words"] for unit, entry in units.items() if isinstance(entry, dict)})


def _per():
    return made(lambda: rules.load("numbers"), _per_in)


def _per_in(numbers):
    return Lexicon(numbers["per"])


def is_money(hit):
    """True for the Hit of a currency."""
    return bool(hit) and hit.label.startswith("money:")


def scale_at(found, position, without=()):
    """The product of the scale words from this token on (1.0 if there are none), and the token after them.

    >>> scale_at(tokens("nghìn tỷ đồng"), 0)
    (1000000000000.0, 2)
    """
    scale = 1.0
    while position < len(found) and found[position].text in SCALES and found[position].text not in without:
        scale, position = scale * SCALES[found[position].text], position + 1
    return scale, position


def currency_before(found, position):
    """The currency written before the number: "$10", "USD 5 tỷ"; a Hit or None."""
    hit = known().before(found, position)
    if not is_money(hit):
        return None
    word = found[hit.first].text
    return hit if not word.isalpha() or (word.isascii() and len(word) <= 3) else None


def unit_at(found, position):
    """The unit at this token, also in brackets: "140 tỷ (USD)"."""
    if position + 2 < len(found) and found[position].text == "(":
        hit = known().at(found, position + 1)
        closed = is_money(hit) and hit.last < len(found) and found[hit.last].text == ")"
        return hit._replace(first=position + 1, last=hit.last + 1) if closed else None
    hit = known().at(found, position)
    return None if hit is None or hit.label == "blocked" else hit


def per_at(found, position):
    """The "/năm" after a unit: its label and the next token."""
    if position + 1 < len(found) and found[position].text == "/":
        hit = _per().at(found, position + 1)
        if hit:
            return hit.label, hit.last
        if found[position + 1].text.isalpha():
            return "unit", position + 2
    return None, position


def label_of(unit):
    """(unit, currency) of the Hit of a unit or None."""
    if unit is None:
        return None, None
    return ("money", unit.label[6:]) if is_money(unit) else (unit.label, None)


def currency_at(found, position):
    """The ISO code of the currency named at a token ("rúp", "đồng rúp"), or None."""
    hits = [known().at(found, p) for p in (position, position + 1)]
    named = [hit.label[6:] for hit in hits if is_money(hit)]
    return next((code for code in named if code != "VND"), None)


def unit_named(phrase):
    """(unit, currency, scale, word) of a phrase that names a unit and nothing else ("triệu USD"), or None.

    >>> unit_named("nghìn tấn"), unit_named("triệu đồng Việt Nam cho")
    (('tonnes', None, 1000.0, 'tấn'), None)
    """
    found = tokens(fold(phrase))
    scale, position = scale_at(found, 0)
    hit = known().at(found, position)
    if hit is None or hit.last != len(found) or hit.label in ("blocked", "physical", "times"):
        return None
    return *label_of(hit), scale, " ".join(token.text for token in found[hit.first : hit.last])
