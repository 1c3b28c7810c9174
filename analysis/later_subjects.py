"""A draft and those after it come in; it takes its measure and sides from a subject that is named only later."""

from dataclasses import replace

from analysis import meanings, modality
from analysis.parties import turn_of_list


def listed_first(state, draft, later):
    """The rates of "Belarus và Kazakhstan dẫn đầu, lần lượt 46% và 33%, còn xuất khẩu sang Nga ..." are exports."""
    meaning, place = draft.meaning, turn_of_list(state.at, draft.n)
    if not place or meaning.measure != "growth_rate" or (meaning.cue or 10**6) < state.at.quantities[draft.n].last:
        return
    told = next((d for d in later if d.meaning.cue is not None and not turn_of_list(state.at, d.n)), None)
    of = told.meaning.of_measure if told and told.meaning.measure == "growth_rate" else None
    other = of not in ("export", "import") or meaning.of_measure not in ("other", of)
    if other or told.sides.reporter in (None, place.code):
        return
    draft.meaning = replace(meaning, of_measure=of, rule="flow after")
    draft.sides = replace(told.sides, partners=(place.code,))
    if draft.period is None:
        draft.period, draft.evidence = told.period, told.evidence


def look_ahead(state, draft, after):
    """A rate before its subject ("Tăng gần ba lần, khách Nga ... đạt 593 nghìn lượt") takes what that says."""
    first = draft.meaning.measure == "growth_rate" and draft.meaning.of_measure == "other" and draft.meaning.cue is None
    first = first and draft.meaning.rule != "growth of a price"
    name = after.meaning.of_measure or after.meaning.measure
    if first and name != "other":
        draft.meaning = replace(draft.meaning, of_measure=name, rule="subject after")
        apart = draft.period and after.period and draft.period != after.period
        draft.sides, draft.mode = after.sides, draft.mode if apart else after.mode
        draft.period, draft.evidence = (
            (draft.period, draft.evidence) if draft.period else (after.period, after.evidence)
        )
    part = draft.meaning.rule == "rate" and after.meaning.measure == "share" and draft.meaning.cue is None
    if part and state.at.quantities[draft.n].unit == "percent":
        draft.meaning, draft.sides = replace(after.meaning, rule="subject after"), after.sides
    start = modality.is_start(state.at, after.n)
    end = next((d for d in state.drafts if d.n == after.n + 1), None)
    if draft.meaning.measure == "growth_rate" and start and end and draft.period is None:
        draft.period, draft.evidence = end.period, end.evidence


def take_subject(state, draft, later):
    """An amount before its subject ("So với 52 triệu USD của năm 2024, thương mại ... đạt 125 triệu USD")."""
    quantity = state.at.quantities[draft.n]
    if draft.meaning.rule != "no cue" or quantity.unit != "money" or not quantity.scaled:
        return
    if "trong đó" in " ".join(state.at.words(quantity.last, state.at.quantities[later[0].n].first)):
        return
    told = [
        d
        for d in later
        if (d.meaning.of_measure or d.meaning.measure) in (*meanings.TRADE, "investment") and d.meaning.cue is not None
    ]
    if told:
        meaning = told[0].meaning
        name = meaning.of_measure or meaning.measure
        draft.meaning, draft.sides = (
            meanings.Meaning(name, None, 1, rule="subject after", detail=meaning.detail),
            told[0].sides,
        )
