"""A quantity and the figures before it come in; which of those it answers one by one goes out."""

from dataclasses import replace

from analysis.continuations import no_cue
from analysis.cues import cues_before
from analysis.in_turn import in_turn_group, rates_in_turn, run

_SAME = ("con số", "phần của", "tỷ lệ", "tỷ trọng")


def paired_with(state, n):
    """Of "A và B, tăng lần lượt 6% và 11%" the draft of A for the first rate, that of B for the second; or None."""
    group = rates_in_turn(state.at, n) if state.at.quantities[n].unit in ("percent", "times") else None
    before = [d for d in state.drafts if group and group[0] - len(group) <= d.n < group[0]]
    apart = {(d.sides.partners, d.meaning.measure, d.period) for d in before}
    alike = {state.at.quantities[d.n].per for d in before}
    told = before and len(before) == len(group) == len(apart) and len(alike) == 1
    return before[group.index(n)] if told else None


def row(state, n):
    """ "Cùng kỳ, con số tương ứng là A và B": the n-th figure is what the n-th of the sentence before was."""
    if pair := _again_in_turn(state, n):
        return pair
    words = state.at.said
    money = [k for k, quantity in enumerate(state.at.quantities) if quantity.unit == "money"]
    before = state.context.row
    if (
        n in money
        and len(money) == len(before) > 1
        and ("tương ứng" in words or "lần lượt" in words)
        and no_cue(state.at)
    ):
        return before[money.index(n)]
    return None


def _again_in_turn(state, n):
    """ "xuất khẩu A, nhập khẩu B; với Kyrgyzstan, hai con số tương ứng là C và D": C goes on from A, D from B."""
    if not state.drafts:
        return None
    group = in_turn_group(state.at, n) or _two_rates(state, n)
    words = " ".join(state.at.words(state.at.start_of(group[0]), state.at.quantities[group[0]].first)) if group else ""
    before = (
        [d for d in state.drafts if d.n < min(group, default=0)][-len(group) :]
        if any(word in words for word in _SAME)
        else []
    )
    if not group or len(before) != len(group) or len({d.meaning.of_measure or d.meaning.measure for d in before}) < 2:
        return None
    if state.at.quantities[before[0].n].unit != state.at.quantities[n].unit:
        return None
    if state.at.quantities[n].unit == "percent" and {d.meaning.measure for d in before} != {"share"}:
        return None
    named = [p for p in state.at.places if state.at.start_of(group[0]) <= p.first < state.at.quantities[group[0]].first]
    one = before[group.index(n)]
    return one.meaning, (replace(one.sides, partners=(named[-1].code,)) if named else one.sides)


def _two_rates(state, n):
    """The numbers of "0,9% và 1,6%", of which the n-th is one, where no flow is named again; else []."""
    if state.at.quantities[n].unit != "percent":
        return []
    start = n if n + 1 in run(state.at, n) else n - 1
    group = run(state.at, start) if start >= 0 else []
    if len(group) != 2 or n not in group:
        return []
    named = [cue for cue in cues_before(state.at, start) if not _closed(state, cue, start)]
    return [] if named else group


def _closed(state, cue, n):
    """True for a word that a comma parts from the n-th quantity."""
    return bool({",", ";"} & set(state.at.words(cue.last, state.at.quantities[n].first)))
