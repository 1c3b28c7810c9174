"""A quantity and its Meaning come in; the period its own sentence gives it goes out, with the words that say so."""

from dataclasses import replace
from datetime import timedelta

from analysis import modality, periods, related_periods
from analysis.attach import after, is_price, own_period

_TURNS = ("song", "nhưng", "thực tế", "rốt cuộc")


def period_of(state, n, meaning):
    """(Period or None, the words that say so): said beside the quantity, or carried along in the sentence."""
    priced = meaning.detail == "price" and state.at.quantities[n].unit == "money"
    priced = priced or meaning.rule == "price" and meaning.measure == "other"
    if meaning.rule == "survey":
        return None, "survey"
    if is_price(state.at, n) or priced or meaning.rule == "growth of a price":
        period = after(state.at, n, adjacent=True)
        base = state.period or state.context.period
        period = related_periods.shifted(period, base) if period and period.kind == "same" else period
        return (period, period.phrase) if period and period.stated else (None, "price")
    before = state.context.period or (state.context.before and state.context.before[1])
    period, evidence = own_period(state.at, n, state.period or _pointed_at(state) or before, meaning)
    if period is not None and (named := _this_month(state, period)):
        return named, evidence
    if period is not None and (earlier := _month_before(state, n, period)):
        return earlier, evidence
    if period is not None:
        return (period if period.kind != "unsaid" else None), evidence
    return (state.period, "carried") if state.period or state.undated else (None, None)


def _pointed_at(state):
    """The one time of a sentence on prices right before "Trong thời gian này, ..."; else None."""
    if not state.context.earlier or "thời gian này" not in state.at.said:
        return None
    named = [p for p in periods.find(state.context.earlier[-1], state.context.published) if p.stated]
    named = [p for p in named if p.kind in ("months", "month", "quarter", "year")]
    return named[0] if len(named) == 1 else None


def _this_month(state, period):
    """The month of "Tháng 6, xuất khẩu cá ngừ giữ đà tăng." for "trong tháng này" right after it; else None."""
    if period.kind != "month" or not period.phrase.lower().endswith("tháng này") or not state.context.earlier:
        return None
    named = [p for p in periods.find(state.context.earlier[-1], state.context.published) if p.kind == "month"]
    return named[0] if len(named) == 1 and "này" not in named[0].phrase else None


def _month_before(state, n, period):
    """The month before the one spoken of, for the level of "tháng trước" that this one is held against; else None."""
    told = state.period
    same = told and told.kind == period.kind == "month" and (told.start, told.end) == (period.start, period.end)
    if not same or not period.phrase.lower().endswith("tháng trước") or not modality.compared(state.at, n):
        return None
    last = periods.as_date(period.start) - timedelta(days=1)
    return replace(period, start=last.replace(day=1).isoformat(), end=last.isoformat())


def same_time(state, n, mode, period):
    """True for a goal that was met, and for a forecast of a time that is not over yet."""
    running = period and period.end and period.end >= str(state.context.published or "9999")
    planned = mode == "target" and modality.plan_beside(state.at, n)
    over = period and period.end and period.end <= str(state.context.published or "")
    words = " ".join(state.at.words(state.at.start_of(n), state.at.quantities[n].first))
    turned = mode == "actual" and over and any(phrase in words for phrase in _TURNS)
    return planned or modality.met(state.at, n) or mode == "forecast" and running or turned
