"""The drafts of one sentence come in; the one pair of countries it names goes out on those that name none."""

import re
from dataclasses import replace

from analysis import buyers, meanings
from analysis.sides import HOME

_TOTALS = ("trong tổng", "trong số", "trên tổng")
_AGAINST = re.compile(r"[,;] (?:còn|trong khi|trong lúc|nhưng|thì|riêng)(?!\w)|;")


def share(state):
    """Trade without a partner takes the one pair that the sentence names later ("xuất 780 triệu ... với Nga")."""
    _share_among(state, meanings.TRADE)
    _share_among(state, ("visitors",))
    _share_among(state, ("investment",))


def _share_among(state, names):
    """Give the one pair told of to the figures of these measures that leave it open."""
    trade = [d for d in state.drafts if (d.meaning.of_measure or d.meaning.measure) in names]
    parts = trade and all(d.meaning.measure == "share" for d in trade)
    told = [d for d in trade if d.sides.evidence == "sentence" and (parts or d.meaning.measure != "share")]
    told = {(d.sides.reporter, d.sides.partners): d.sides for d in told}
    if len(told) != 1:
        return
    known = next(iter(told.values()))
    for draft in trade:
        if draft.meaning.rule == buyers.NOT_NAMED:
            continue
        if _followed_by_part(state, draft) or _set_against(state, draft, trade) or _of_another(state, draft, known):
            continue
        if not draft.sides.partners and draft.sides.reporter in (None, known.reporter):
            draft.sides = replace(draft.sides, reporter=known.reporter, partners=known.partners, evidence="sentence")


def _followed_by_part(state, draft):
    """True for a total of which the next words give a part: "22 triệu khách, riêng Nga nửa triệu"."""
    quantity = state.at.quantities[draft.n]
    words = " ".join(state.at.words(quantity.last, state.at.end_of(draft.n))[:6])
    of_both = any(hit.label == "both" for hit in state.at.points)
    last = min((p.first for p in state.at.places if p.code != HOME and p.kind != "region"), default=0)
    before = " ".join(state.at.words(state.at.start_of(draft.n), quantity.first))
    if any(phrase in before for phrase in _TOTALS):
        return not of_both
    words = words if last <= quantity.last else " ".join(state.at.words(quantity.last, last))
    return not of_both and any(phrase in words for phrase in (", riêng", ", trong đó", "; riêng", "; trong đó"))


def _set_against(state, draft, trade):
    """True for A of "xuất khẩu của Việt Nam tăng A, còn xuất khẩu sang Nga tăng B": the whole beside a part.

    Of "Nga nhập khẩu A, nhập từ Việt Nam B", too: what is bought is told twice.
    """
    later = next((d for d in trade if d.n > draft.n and d.sides.partners), None)
    base = draft.meaning.of_measure or draft.meaning.measure
    if later is None or base not in ("export", "import") or later.meaning.cue is None:
        return False
    last, quantity = later.meaning.cue, state.at.quantities[draft.n]
    again = last >= quantity.last and base == (later.meaning.of_measure or later.meaning.measure)
    words = " ".join(state.at.words(quantity.last, last)) if again else ""
    if draft.sides.reporter not in (None, HOME) and later.sides.partners == (HOME,) and draft.sides.evidence != "title":
        return bool(words) and not {",", ";"}.isdisjoint(words.split())
    return bool(_AGAINST.search(words)) and not any(p.code != HOME and p.first < quantity.last for p in state.at.places)


def _of_another(state, draft, known):
    """True where a country stands before the number that is no side of the known pair."""
    first, last = state.at.start_of(draft.n), state.at.quantities[draft.n].first
    apart = {p.code for p in state.at.places if first <= p.first < last and p.kind == "country" and not p.weak}
    return bool(apart - {HOME, known.reporter, *known.partners})
