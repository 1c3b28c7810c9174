"""A quantity and the figures before it come in; whether it is a sum or a part of them, and whose trade, goes out."""

from dataclasses import replace

from analysis import meanings
from analysis.announcements import announced_sides
from analysis.cues import cues_before
from analysis.further_partners import owns_list
from analysis.parties import joined_list
from analysis.sides import HOME
from analysis.totals import of_all, of_several

SUMS = (
    "tổng cộng", "cộng lại", "tính chung", "tổng là", "gộp lại", "gộp cả", "cộng cả", "cả hai chiều", "hai chiều cộng",
    "tính cả hai", "cộng hai", "gộp hai",
)  # fmt: skip
_OPENS = 2  # tokens before the name in "còn với Nga"


def goal_of_both(state, n, meaning):
    """ "hai nước đặt mục tiêu 1,5 tỷ USD": a goal of two countries in money, with no other word, is their trade."""
    at, quantity = state.at, state.at.quantities[n]
    named = {p.code for p in at.places if p.first < quantity.first and p.kind in ("country", "bloc") and p.role == ""}
    two = any(hit.label == "both" for hit in at.points) or len(named) == 2
    both = (two or _after_both_flows(state)) and not cues_before(at, n)
    goal = any(hit.label == "target" for hit in at.modal)
    open_ = meaning.measure in ("other", "export", "import")
    if open_ and quantity.unit == "money" and not quantity.per and both and goal:
        return meanings.Meaning("turnover", None, detail="goal", rule="goal of both sides")
    return meaning


def _after_both_flows(state):
    """True for the first figure of a sentence without a word of trade after one that gave export and import."""
    told = {meaning.of_measure or meaning.measure for meaning, _ in state.context.row}
    return not state.drafts and not state.at.cues and told == {"export", "import"}


def sums_up(state, n):
    """True for "tổng cộng 15,8 tỷ USD" after an export and an import of this sentence or the one before."""
    words = " ".join(state.at.words(state.at.start_of(n), state.at.quantities[n].first)).strip(" ,;")
    before = [draft.meaning for draft in state.drafts]
    if not before and not cues_before(state.at, n):
        before = [meaning for meaning, _ in state.context.row]
    told = {"export", "import"} <= {meaning.measure for meaning in before}
    summed = any(phrase in words for phrase in SUMS)
    summed = summed or words in ("tổng", "tổng số", "tổng khoảng", "tổng gần", "tổng hơn", "tổng đạt")
    quantity, named = state.at.quantities[n], {cue.label for cue in cues_before(state.at, n)}
    if len(named & {"export", "import"}) == 1 and "turnover" not in named:
        return False
    return told and summed and (quantity.unit == "money" or quantity.unit is None and quantity.scaled)


def turns_to(state, n):
    """True for "Còn với ta, cả năm chỉ 220 triệu USD" after both flows of others: the trade with this one."""
    bare = not state.drafts and state.context.flows >= {"export", "import"} and not state.at.cues
    first = state.at.places[0] if bare and state.at.places else None
    opens = first and first.role == "with" and first.first <= _OPENS
    return bool(opens and state.at.quantities[n].unit == "money" and state.at.quantities[n].scaled)


def one_more_partner(state, whole):
    """The sides of "còn với Kazakhstan" after Uzbekistan's trade with Russia: Uzbekistan and Kazakhstan."""
    last, code = state.context.last, state.at.places[0].code
    if not last or last.reporter in (None, HOME) or code in (last.reporter, HOME):
        return whole
    return replace(whole, reporter=last.reporter, partners=(code,)) if HOME not in last.partners else whole


def of_all_told(state, n, whole):
    """The sides of "tính chung cả ba thị trường": all that were told of before; else those found."""
    if not of_several(state.at.said):
        return whole
    told = state.context.sides_told or announced_sides(state.context)
    together = of_all(state.at, n, told, {draft.n: draft.sides for draft in state.drafts})
    return replace(together, flow=whole.flow) if together else whole


def part_of_total(state, n, meaning, whole):
    """ "Việt Nam chỉ chiếm 1,4%" after a seller's total and what single buyers took: a part of that total."""
    head, known = state.context.head or (None, None)
    if _flow_of_both(state, meaning, n, head):
        return replace(meaning, of_measure="turnover"), whole
    mirrored = {"export": "import", "import": "export"}.get(head.measure) if head else None
    own = meaning.cue is not None and meaning.cue >= state.at.start_of(n) and meaning.rule != "share dealt in"
    if meaning.measure != "share" or meaning.of_measure != mirrored or own or known.partners not in ((), ("WORLD",)):
        return meaning, whole
    named = {whole.reporter, *whole.partners} - {known.reporter, None}
    first, last = state.at.start_of(n), state.at.quantities[n].first
    places = [p.code for p in joined_list(state.at, [p for p in state.at.places if first <= p.first < last])]
    part = places if places and places[-1] in named else list(named) if len(named) == 1 else []
    if not part:
        return meaning, whole
    part = replace(known, partners=tuple(part), flow=head.measure, evidence="paragraph")
    return replace(meaning, of_measure=head.measure), part


def growth_of_market(state, n, meaning):
    """ "Thị trường Ấn Độ cũng tăng 48,9%", "Mỹ và Nhật có mức tăng lần lượt": of what the paragraph before told of."""
    at, quantity = state.at, state.at.quantities[n]
    open_ = (meaning.measure, meaning.of_measure, meaning.rule) == ("growth_rate", "other", "growth")
    if not open_ or at.cues or state.drafts[:1] and state.drafts[0].meaning.measure != "growth_rate":
        return meaning
    before = [p for p in at.places if at.start_of(0) <= p.first < quantity.first and p.code != HOME]
    markets = before and all(p.kind in ("country", "bloc") and not p.role for p in before)
    market = markets and before[0].first >= 2 and "trường" in at.words(before[0].first - 5, before[0].first)
    named = market or markets and at.hands_out and before[0].first == 0
    return replace(meaning, of_measure=state.context.way, rule="growth of a market") if named else meaning


def _lists_goods(reading, n, buyer):
    """True for "Nga mua cá phi lê 42 triệu USD, chiếm 38%, cá khô 31 triệu USD, chiếm 28%": parts of what it buys."""
    later = [q for q in reading.quantities[n + 1 :] if q.unit == "money"]
    earlier = [q for q in reading.quantities[:n] if q.unit == "money"]
    first = reading.quantities[n].last
    others = [p for p in reading.places if p.first >= first and p.code not in (HOME, buyer)]
    return not others and len(later) + len(earlier) > 1


def part_of_sold(state, n, meaning, whole):
    """ "Mỹ chi 11 tỷ USD nhập khẩu hàng dệt may của Việt Nam, chiếm tỷ trọng 43,8%": a part of what Viet Nam sells.

    What Viet Nam's customs tell of one buyer; where the whole is named ("trong nhập khẩu của Mỹ") it is that.
    """
    bought = meaning.measure == "share" and whole.partners == (HOME,) and meaning.of_measure in ("import", "export")
    before = state.drafts[0] if state.drafts and bought else None
    quantity = state.at.quantities[n]
    carried = before and (meaning.cue is None or meaning.cue < state.at.start_of(n))
    after = state.at.words(quantity.last, state.at.clause_end(n))
    told = before and (before.meaning.measure, before.sides.partners) == ("import", (HOME,))
    if meaning.of_measure == "export":  # "chiếm 17% tổng trị giá xuất khẩu"
        bare = after[:1] in (["tổng"], ["trong"])
    else:
        bare = carried and len(after) <= 1
    if not told or not bare or whole.reporter in (None, HOME) or _buys_from_all(state, meaning, whole):
        return meaning, whole
    if _lists_goods(state.at, n, whole.reporter):
        return meaning, whole
    sold = replace(whole, reporter=HOME, partners=(whole.reporter,), flow="export")
    return replace(meaning, of_measure="export", rule="part of what is sold"), sold


def _buys_from_all(state, meaning, whole):
    """True for a part of what the buyer takes from all: that was told, or all who sell to it are listed."""
    if meaning.detail == "import_market" and owns_list(state.at, whole):
        return True
    if any(_sells_beside(one, whole.reporter) for one in state.context.sides_told):
        return True
    head, known = state.context.head or (None, None)
    told = head and known and (head.measure, known.reporter) == ("import", whole.reporter)
    return bool(told) and HOME not in known.partners


def _sells_beside(one, buyer):
    """True for the Sides of "Chile bán cho Nga 300 triệu USD", told before of Viet Nam's buyer."""
    bought = one.flow == "import" and one.reporter == buyer or one.flow == "export" and one.partners == (buyer,)
    return bought and HOME not in (one.reporter, *one.partners)


def _flow_of_both(state, meaning, n, head):
    """True for "Phần xuất của ta chiếm 46%" after a turnover: a flow as the part of it."""
    flow = meaning.measure == "share" and meaning.of_measure in ("export", "import") and meaning.cue is not None
    told = (
        flow and head and head.measure == "turnover" and not state.drafts and meaning.cue < state.at.quantities[n].first
    )
    words = state.at.words(meaning.cue, state.at.quantities[n].first) if told else []
    alone = {"chiếm", "góp", "là"} & set(words) and not state.at.goods and not {"trong", "tổng"} & set(words)
    last = state.at.quantities[n].first
    return bool(alone) and not any(place.code != HOME and place.first < last for place in state.at.places)
