"""The drafts of one sentence come in; a period said for one of them is shared with the others that it holds for."""

from dataclasses import replace

from analysis import modality
from analysis.attach import a_year_on, after, aside, dates_an_act, is_comparison, its_own, kind, nothing_then
from analysis.inherited_periods import inherit

_NEVER = ("chưa bao giờ", "chưa khi nào", "chưa lúc nào", "chưa hề", "chưa từng")


def stated(state):
    """The periods of the sentence that are no day and nothing that is only compared with."""
    at = state.at
    bound = [d.n for d in state.drafts if modality.compared(at, d.n) or its_own(at, d.n) or modality.is_start(at, d.n)]
    compared = [after(state.at, n, adjacent=True) for n in bound if len(state.drafts) > 1]
    found = {
        (p.start, p.end): p
        for p in state.at.periods
        if p.stated
        and p.kind not in ("day", "same")
        and not is_comparison(state.at, p)
        and p not in compared
        and not dates_an_act(state.at, p)
        and not nothing_then(state.at, p)
    }
    return list(found.values())


def rate_of_before(state, rate, level):
    """A rate without a time of its own has that of the level just before it, wherever that one's came from."""
    late_period(state, level, state.stated)
    if level.period is None and level.evidence is None:
        inherit(state, level)
    of = rate.meaning.measure == "growth_rate" and rate.meaning.of_measure == level.meaning.measure
    of = of and kind(rate.mode) == kind(level.mode)
    if of and rate.period is None and rate.evidence is None and level.period:
        rate.period, rate.evidence = level.period, level.evidence


def level_of_rate(state, rate, level):
    """ "tăng 40%, đạt 11 tỷ USD trong 6 tháng đầu năm": a rate without a time has that of the level it led to."""
    led = level.meaning.rule == "level of a rate" and rate.meaning.of_measure == level.meaning.measure
    led = led and rate.meaning.measure == "growth_rate" and kind(rate.mode) == kind(level.mode)
    led = led and ";" not in state.at.words(state.at.quantities[rate.n].last, state.at.quantities[level.n].first)
    if led and rate.period is None and rate.evidence is None and level.period and rate.sides == level.sides:
        rate.period, rate.evidence = level.period, level.evidence


def joined_period(state, draft, later):
    """The time behind B holds for A of "5.000 tấn cao su và 1.200 tấn tôm trong năm tới", too."""
    words = state.at.words(state.at.quantities[draft.n].last, state.at.quantities[later.n].first)
    joined = "và" in words and not {",", ";", "còn"} & set(words) and draft.mode == later.mode
    alike = joined and draft.meaning.measure == later.meaning.measure and draft.period is None
    if alike and draft.evidence is None and after(state.at, later.n, adjacent=False):
        draft.period, draft.evidence = later.period, later.evidence


def part_years(state, draft, after):
    """ "giai đoạn 2010-2020 ... từ 1,8 lên 4,85 tỷ": the first year's level, then the last year's."""
    if modality.compared(state.at, draft.n) and after.n == draft.n + 1:
        year_after(draft, after)
    span = draft.period
    if span and span.kind == "years" and span == after.period and modality.is_start(state.at, draft.n):
        draft.period = replace(span, end=f"{span.start[:4]}-12-31", kind="year")
        after.period = replace(span, start=f"{span.end[:4]}-01-01", kind="year")


def year_after(start, end):
    """ "giảm từ mức A của quý I năm ngoái xuống còn B": B is of the same time a year later."""
    then = start.period if start.evidence and start.evidence.lower().endswith(_A_YEAR_AGO) else None
    if then and then.start and end.period is None and end.evidence is None and start.sides == end.sides:
        end.period, end.evidence = a_year_on(then), start.evidence


_A_YEAR_AGO = ("năm ngoái", "năm trước")


def late_period(state, draft, stated):
    """The one period of the sentence holds for all its figures, wherever it stands, but for what never was."""
    if (
        draft.period is None
        and draft.evidence is None
        and len(stated) == 1
        and not modality.is_start(state.at, draft.n)
        and not _never(state, draft)
    ):
        late = stated[0]
        if late.first > state.at.quantities[draft.n].start and (aside(state.at, late) or _conceded(state, draft, late)):
            return
        done = not state.context.published or (late.start or late.end) <= state.context.published.isoformat()
        alone = len(state.drafts) == 1 or kind(draft.mode) == "done"
        alone = alone and not _of_goal(state, late, draft)
        if alone and (done == (kind(draft.mode) == "done") or draft.mode == "forecast"):
            draft.period, draft.evidence = late, late.phrase


def _conceded(state, draft, late):
    """True for the time of "đạt A, mặc dù trong tháng cuối năm giảm B": of what is conceded, not of A."""
    between = state.at.text[state.at.quantities[draft.n].end : late.first].lower()
    return any(word in between for word in (" mặc dù ", " dù ", " tuy ", " song "))


def _never(state, draft):
    words = " ".join(state.at.words(0, state.at.quantities[draft.n].first))
    return any(phrase in words for phrase in _NEVER)


def _of_goal(state, period, draft):
    """True for the time of a goal or forecast just before it: "3,6 tỷ, 4,6 tỷ và dự kiến 5 tỷ USD năm nay"."""
    held = [d for d in state.drafts if d.evidence == period.phrase and after(state.at, d.n, adjacent=True) == period]
    return kind(draft.mode) == "done" and any(kind(d.mode) == "ahead" for d in held)
