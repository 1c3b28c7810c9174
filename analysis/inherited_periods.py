"""A draft without a time comes in; it goes out with that of earlier sentences or the title, if it goes on from them."""

import re

from analysis import announcements, buyers, meanings, modality, periods
from analysis.attach import a_year_on, is_comparison, kind
from analysis.continuations import breaks_down
from analysis.named_partners import TRADING
from analysis.rankings import next_in_row, ranks
from analysis.sides import HOME


def inherit(state, draft):
    """The period of the sentence before, where this one continues it."""
    context, base = state.context, draft.meaning.of_measure or draft.meaning.measure
    if modality.is_start(state.at, draft.n):
        return
    if base in meanings.TRADE and kind(draft.mode) == "done" and (span := _as_compared(state, draft)):
        draft.period, draft.evidence = span, span.phrase
        return
    if kind(draft.mode) == "done" and (span := _year_told(state, draft)):
        draft.period, draft.evidence = span, "paragraph"
        return
    if (
        announcements.up_to_now(context)
        or any(
            p.kind == "unsaid" and not is_comparison(state.at, p) or p.phrase.lower() == "hôm nay"
            for p in state.at.periods
        )
        or state.at.quantities[draft.n].per in ("year", "month", "day", "person")
        or _AFTER.match(state.at.said)
    ):
        return
    told = context.aside if context.aside and state.at.said.startswith("trong đó") else context.period
    before = told if kind(context.period_mode) == kind(draft.mode) else None
    known = context.meaning and (context.meaning.of_measure or context.meaning.measure)
    sold = "export" if buyers.from_home(draft) else "import" if buyers.to_home(draft) else base
    # Of 67 undated trade figures of real text 54 were of the time told last, 46 of 49 where it stood in the paragraph.
    trade = base in meanings.TRADE and known in (*meanings.TRADE, "other")
    if before and (trade or base == known and _same_story(state, draft, base)):
        draft.period, draft.evidence = before, "title" if before is context.title_period else "paragraph"
    elif (announced := announcements.announced_period(context)) and _was_announced(
        state, draft, before, base, announced
    ):
        draft.period, draft.evidence = announced, "paragraph"
    elif _goes_on(state, draft, base):
        draft.period, draft.evidence = context.before[1], "paragraph before"
    elif context.whole_before and (_of_markets(state, sold) or _points_back(state, base) or _of_goods(state, draft)):
        draft.period, draft.evidence = _told_later(context) or context.whole_before, "paragraph before"
    elif span := _time_before(state, base):
        draft.period, draft.evidence = span, "paragraph before"
    elif (
        not (context.period or context.dated)
        and base in meanings.TRADE
        and kind(draft.mode) == "done"
        and context.title_period
    ):
        draft.period, draft.evidence = context.title_period, "title"


def _same_story(state, draft, base):
    """True for what goes on from the figure before: by a word, by who reports it, by a host that was told before."""
    hosted = base == "visitors" and draft.sides.evidence == "paragraph"
    return state.continues or hosted or _same_reporter(state.context, draft)


def _told_later(context):
    """The months that the paragraph just before told of, where these are others than those of the total; or None."""
    for sentence in reversed(context.silents):
        if found := [p for p in periods.find(sentence, context.published) if p.kind == "months" and p.start]:
            return found[-1]
    told = context.before[1] if context.before and kind(context.before[2]) == "done" else None
    whole = context.whole_before
    return told if told and whole and told.kind == whole.kind == "months" and told.start else None


def _of_markets(state, base):
    """True for a sentence on single markets in a new paragraph, after what Viet Nam sold to or bought from all."""
    kinds = ("country", "bloc", "region") if base == "visitors" else ("country", "bloc")
    named = any(place.code != HOME and place.kind in kinds for place in state.at.places)
    told = base == "visitors" or state.continues or any(noun in state.at.said for noun in TRADING) or ranks(state.at)
    told = told or state.at.said.startswith(("bên cạnh", "ngoài"))
    return named and state.context.way == base and not state.context.period and told


def _of_goods(state, draft):
    """True for single goods, or "Tuy nhiên, ...", in a new paragraph after what Viet Nam sold to or bought from all."""
    told = (draft.goods or state.continues) and not state.context.period and state.context.way == (
        draft.meaning.of_measure or draft.meaning.measure
    )
    return bool(told) and (draft.sides.reporter, draft.sides.partners) == (HOME, ())


def _time_before(state, base):
    """The time of the paragraph before, for amounts that go on from it or that tell of single markets; or None."""
    if _tells_amounts(state, base):
        return _told_later(state.context) or state.context.whole_before or _only_time(state.context)
    return _only_time(state.context) if _tells_of_markets(state, base) else None


def _tells_of_markets(state, base):
    """True for undated amounts of single markets in a new paragraph, after figures of whichever flow."""
    context = state.context
    undated = not any(p.stated and not is_comparison(state.at, p) for p in state.at.periods)
    named = any(place.code != HOME and place.kind in ("country", "bloc") for place in state.at.places)
    done = context.before and kind(context.before[2]) == "done" and kind(state.drafts[0].mode) == "done"
    amounts = any(state.at.quantities[draft.n].unit in ("money", "tonnes") for draft in state.drafts)
    return bool(done and named and amounts and undated and base in meanings.TRADE and not context.period)


def _tells_amounts(state, base):
    """True for undated amounts in a new paragraph on the one flow that the paragraph before told done figures of.

    Bare shares and rates do not: of those of real text half were of no time.
    """
    context = state.context
    told = context.before and kind(context.before[2]) == "done" and context.way == base and not context.period
    if not told or any(p.stated for p in state.at.periods) or kind(state.drafts[0].mode) != "done":
        return False
    return any(state.at.quantities[draft.n].unit in ("money", "tonnes") for draft in state.drafts)


def _only_time(context):
    """The time of the paragraph before, if the text has told figures of no other; or None."""
    return context.before[1] if len(context.spans) == 1 else None


def _points_back(state, base):
    """True for "Khối lượng nhập khẩu này tương đương 127 triệu USD" in the paragraph after what it points to."""
    return state.context.way == base and not state.context.period and bool(_THIS.search(state.at.said))


_THIS = re.compile(
    r"(?<!\w)(?:khối lượng|sản lượng|lượng|kim ngạch|trị giá|giá trị)(?: \w+){0,3} (?:này|trên|đó)(?!\w)"
)


def _as_compared(state, draft):
    """The time of "tăng 12% so với 8 tháng đầu năm 2019" where no other is said: the same months a year later."""
    kinds = ("months", "year")
    spans = [p for p in state.at.periods if p.kind in kinds and p.start and is_comparison(state.at, p)]
    span = a_year_on(spans[0]) if len(spans) == 1 and not modality.compared(state.at, draft.n) else None
    title = state.context.title_period
    if span and span.kind == "year" and (title is None or (span.start, span.end) != (title.start, title.end)):
        return None
    return span if span and span.end <= str(state.context.published or "9999") else None


def _year_told(state, draft):
    """The paragraph's year for an amount that "tăng 41% so với năm 2023" follows, where 2024 was told; or None."""
    told = state.context.period
    if told is None or told.kind != "year" or modality.compared(state.at, draft.n):
        return None
    against = [p for p in state.at.periods if p.kind == "year" and p.start and is_comparison(state.at, p)]
    years = {a_year_on(p).start for p in against}
    return told if years == {told.start} and not any(p.stated and p not in against for p in state.at.periods) else None


def _same_reporter(context, draft):
    """True where a figure is of the country whose figures were told last, or where none were told of another."""
    told = not draft.sides.partners or draft.sides.evidence == "paragraph"
    last = context.last
    same = last.reporter == draft.sides.reporter or _same_pair(last, draft.sides) if last else told
    return same or bool(context.unit)


# "Sau 7 tháng vận hành, tàu đã chở 3.000 tấn": a time of its own that no calendar tells.
_AFTER = re.compile(r"sau (?:gần |hơn |khoảng )?\d+ (?:tháng|năm|tuần|ngày)(?!\w)")


def _was_announced(state, draft, before, base, announced):
    """True where the sentence before gave the time of what comes: of figures done, or of ones still ahead."""
    ahead = kind(draft.mode) == "ahead"
    if ahead:
        return announced.end >= str(state.context.published or "9999")
    return state.continues or not before and (base in meanings.TRADE or ranks(state.at))


def _goes_on(state, draft, base):
    """True where a new paragraph gives goods or parts of the trade that the paragraph before was about."""
    before = state.context.before
    if not before or not before[1] or kind(draft.mode) != kind(before[2]) or base not in meanings.TRADE:
        return False
    told = base != "turnover" and (state.at.goods or state.continues or breaks_down(state.at))
    told = told or len(state.context.spans) == 1
    return bool(told and _same_pair(before[0], draft.sides) or next_in_row(state.at))


def _same_pair(one, two):
    """True where both are of the same two sides, whichever reports."""
    return bool(one and two.partners and {one.reporter, *one.partners} == {two.reporter, *two.partners})
