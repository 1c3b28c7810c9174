"""A draft comes in; if it tells an amount again, it goes out with what was said of that."""

_AGAIN = ("này", "ấy", "đó", "nói trên", "kể trên", "trên đây", "vừa nêu", "đã nêu", "nêu trên")


def as_equivalent(state, draft):
    """A second currency in brackets or after "tương đương" repeats the amount before it."""
    quantity = state.at.quantities[draft.n]
    before = " ".join(state.at.words(quantity.first - 5, quantity.first))
    if not state.money or quantity.unit != "money" or not quantity.currency:
        return
    one = state.at.quantities[state.money.n]
    if (
        one.currency
        and one.currency != quantity.currency
        and ("(" in before or any(w in before for w in ("tương đương", "hay", "tức")) or quantity.first - one.last <= 3)
    ):
        draft.equivalent_of = one.surface
        draft.meaning, draft.sides, draft.mode = state.money.meaning, state.money.sides, state.money.mode
        draft.period, draft.evidence = state.money.period, state.money.evidence


def as_told(state, draft):
    """ "Với mức 3,6 tỷ USD này": the amount of an earlier sentence again, with all that was said of it there."""
    first = state.context.told.get(amount(state, draft.n))
    words = " ".join(state.at.words(state.at.quantities[draft.n].last, state.at.end_of(draft.n))[:3])
    if first and words.startswith(_AGAIN):
        draft.meaning, draft.sides, draft.mode = first.meaning, first.sides, first.mode
        draft.period, draft.evidence = first.period, first.evidence


def amount(state, n):
    """What makes two tellings the same amount: both values, the unit and the currency."""
    quantity = state.at.quantities[n]
    return quantity.value_min, quantity.value_max, quantity.unit, quantity.currency
