"""A draft's Meaning and Sides come in; those of an import told of the ones who buy from Viet Nam go out.

"Mỹ là thị trường nhập khẩu cá ngừ Việt Nam nhiều nhất": what follows is what the US buys, not what Viet Nam does.
"""

from dataclasses import replace

from analysis.meanings import whole as whole_of
from analysis.parties import HOME, Sides

_NOUNS = {"trường", "tác", "gia", "nước", "hàng"}
_RANKED = {"chính", "lớn", "nhất", "chủ", "yếu", "đầu", "hàng", "quan", "trọng", "thứ", "hai", "ba"}
_GOODS = {"nhóm", "mặt", "hàng"}


def as_sold(state, n, meaning, whole):
    """(Meaning, Sides) with the buyer as the one who imports; a share is one of what Viet Nam sells."""
    if whole_of(meaning) != "import" or meaning.cue is None or "nhập khẩu" not in state.at.said:
        return meaning, whole
    if meaning.measure == "import" and _not_named(state, n):
        return replace(meaning, measure="export", rule=NOT_NAMED), Sides(HOME, (), "export")
    others = [code for code in (whole.reporter, *whole.partners) if code not in (None, HOME)]
    if len(others) != 1 or others[0] == "WORLD" or not _buyers(state, meaning.cue):
        return meaning, whole
    if meaning.measure == "share":
        sold = replace(whole, reporter=HOME, partners=(others[0],), flow="export")
        return replace(meaning, of_measure="export", rule="part of what is sold"), sold
    return meaning, replace(whole, reporter=others[0], partners=(HOME,))


def _not_named(state, n):
    """True for "Các thị trường nhập khẩu chè từ Việt Nam, đạt kim ngạch trên 1 tỷ USD": some that are not named."""
    first, last = state.at.start_of(n), state.at.quantities[n].first
    named = [p for p in state.at.places if first <= p.first < last]
    words = state.at.words(first, last)
    several = any(word in _MANY and after in _ONES for word, after in zip(words, words[1:], strict=False))
    return several and [(p.code, p.role) for p in named] == [(HOME, "from")]


NOT_NAMED = "buyers not named"
_MANY = {"các", "những", "nhiều"}
_ONES = {"thị", "nước", "khách", "quốc"}


def from_home(draft):
    """True for what others buy from Viet Nam: told from their side, it is what Viet Nam sells."""
    return whole_of(draft.meaning) == "import" and draft.sides.partners == (HOME,)


def to_home(draft):
    """True for what others sell to Viet Nam: told from their side, it is what Viet Nam buys."""
    return whole_of(draft.meaning) == "export" and draft.sides.partners == (HOME,)


def _buyers(state, cue):
    """True where "nhập khẩu" with its goods tells what kind of market, partner or country is meant: one that buys.

    "Thị trường nhập khẩu than của Việt Nam" may buy or sell: the trade told of before decides.
    """
    at, noun = state.at, state.at.words(cue, cue + 2) in (["thị", "trường"], ["đối", "tác"])
    verb = cue + 2 if noun else cue
    before = verb - 1
    while before > 0 and at.found[before].text in _RANKED and at.found[before].text not in _NOUNS:
        before -= 1
    if at.words(verb, verb + 2) != ["nhập", "khẩu"] or before < 0 or at.found[before].text not in _NOUNS:
        return False
    goods = next((hit for hit in at.goods if verb + 2 <= hit.first <= verb + 3), None)
    if goods is None and at.words(verb + 2, verb + 3)[:1] not in [[word] for word in _GOODS]:
        return False
    home = next((p for p in at.places if p.code == HOME and p.first > verb), None)
    if home and home.role in ("goods", "") and not home.weak:
        return True
    return state.context.way == "export" if noun or home is None else state.context.way != "import"
