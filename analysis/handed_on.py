"""A sentence's drafts and its Context come in; what each figure and the sentence hand on to the next goes out."""

import re
from dataclasses import replace

from analysis import buyers, meanings, modality, sources
from analysis.announcements import announced_meaning
from analysis.attach import after, aside, is_comparison, is_price, its_own, kind
from analysis.continuations import breaks_down, no_cue, on_topic
from analysis.earlier_partners import several, told_in_a_row
from analysis.in_turn import aspect_in_turn
from analysis.rankings import begins_next
from analysis.retellings import amount
from analysis.sides import HOME

_NOW = ("hiện", "hiện nay", "hiện tại", "đến nay", "nay", "bây giờ", "tới nay")
_GOALS = ("kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán", "so với kế", "so với mục", "cả kế hoạch")


# What a total and its single markets, told in further paragraphs, have in common.
_MARKETS = ("export", "import", "visitors")
_OPEN = ("neutral", "turnover_weak", "price")
# "Lớn nhất là điện thoại với 10 tỷ": one of the goods that the sentence before counted, not of what opened the text.
_PICKED = re.compile(
    r"(?:lớn|nhiều|cao|đáng kể|nổi bật) nhất(?: vẫn| phải kể đến)? là(?!\w)|(?:đứng|dẫn) đầu(?: danh sách)? là(?!\w)"
)


def from_before(state, context, at):
    """Meaning and sides from before: of the last figure for "trong đó", of the head for "con số này", else none."""
    if breaks_down(at) and (context.meaning or announced_meaning(context) or not (context.topic and at.places)):
        own = any(cue.label not in _OPEN and cue.first < at.quantities[0].first for cue in at.cues)
        first = None if own or context.ways - {"export", "import"} else context.title_topic
        return context.meaning or announced_meaning(context) or (first and first[0]), _carried(context, at)
    if breaks_down(at):
        return context.topic
    if not (state.continues or no_cue(at)):
        return None, None
    if at.shares_told and context.meaning and context.meaning.measure == "share":
        return context.meaning, context.last
    if context.meaning and at.goods and _PICKED.match(at.said):
        return context.meaning, context.last
    if _sums_up_last(context, at):
        return meanings.Meaning(meanings.whole(context.meaning)), _carried(context, at)
    head = context.head or (context.topic if not context.meaning and on_topic(at) else None)
    if head and (context.meaning is None or head[0].measure in meanings.TRADE):
        if head is context.topic and _of_home(state, head[1]):
            return head[0], replace(head[1], partners=())
        one_flow = context.flows == {head[0].measure} <= {"export", "import"}
        return (replace(head[0], rule="one flow") if one_flow else head[0]), head[1]
    return context.meaning or announced_meaning(context), _carried(context, at)


def _sums_up_last(context, at):
    """True for "Tính chung 9 tháng ước 240 tỷ USD" after a month's imports, though the text opened with a deficit."""
    one_way = context.meaning and meanings.whole(context.meaning) in ("export", "import")
    opened = context.head and context.head[0].measure in ("export", "import", "balance")
    return bool(one_way and opened and at.said.startswith(_SUMS_UP))


_SUMS_UP = (
    "tính chung", "lũy kế", "cộng dồn", "tính lũy kế", "tính từ đầu năm", "tính đến hết", "tính riêng",
    "chỉ tính riêng",
)  # fmt: skip


def _carried(context, at):
    """The sides told last; behind a row of several partners a flow that the sentence names itself is with all."""
    named = any(cue.label in _FLOWS and cue.first < at.quantities[0].first for cue in at.cues)
    if not (context.last and named and told_in_a_row(context)) or at.points:
        return context.last
    return replace(context.last, partners=())


_FLOWS = ("export", "import", "surplus", "deficit")


def _of_home(state, told):
    """True for "Việt Nam đã chi 1 tỷ USD để nhập khẩu ..." where only the title has named a partner: from all."""
    subject = any(p.code == HOME and p.role == "" and p.first < state.at.quantities[0].first for p in state.at.places)
    return subject and told.evidence == "title" and told.flow in ("export", "import")


def known(state, n):
    """The Meaning carried to the n-th quantity; behind a price that of the trade told before the price.

    "Giá tăng 2%, đạt 300 tấn": the weight is what was sold. "Giảm 1% về giá; giảm 7% về lượng", too.
    """
    if state.meaning is None or state.meaning.detail != "price" or state.traded is None:
        return state.meaning
    quantity = state.at.quantities[n]
    after = " ".join(state.at.words(quantity.last, quantity.last + 4))
    amount = quantity.unit == "tonnes" or quantity.unit == "money" and quantity.per is None
    aspect = aspect_in_turn(state.at, n) not in (None, "giá")
    return state.traded if amount or aspect or after.startswith(_OF_AMOUNT) else state.meaning


_OF_AMOUNT = (
    "về lượng", "về khối lượng", "về kim ngạch", "về trị giá", "về giá trị", "kim ngạch", "cả về lượng", "trong tổng",
    "tổng", "thị phần",
)  # fmt: skip


def to_next_figure(state, draft):
    """What the next quantity may inherit; a level that is only compared with hands nothing on."""
    if len(state.drafts) > 1:
        _note_row(state.at, state.drafts[-2].sides, draft.sides)
    if modality.compared(state.at, draft.n) or is_price(state.at, draft.n):
        first = state.at.quantities[draft.n].first
        if draft.sides.partners and state.at.words(first - 1, first) == ["từ"]:
            state.sides = draft.sides  # "Ba Lan giảm từ 15% xuống 6%": of the same two
        return
    if draft.meaning.rule == "growth of a price":
        return
    if draft.meaning.measure != "other" or state.meaning is None or draft.meaning.rule == "output":
        state.meaning = draft.meaning
    if meanings.whole(draft.meaning) in meanings.TRADE:
        state.traded = draft.meaning
    regional = any(p.kind == "region" for p in state.at.places)
    if draft.sides.partners or state.sides is None or regional or _another_in_all(state.sides, draft.sides):
        state.sides = _seller_of_world(draft)
    if _starts_then(state, draft) or _aside(state, draft):
        draft = replace(draft, period=None)
    if its_own(state.at, draft.n) and state.period is None:
        draft = replace(draft, period=None)
    if _of_a_goal_met(state, draft):
        return
    ahead = modality.governing(state.at, draft.n) if modality.is_start(state.at, draft.n) else None
    state.undated = draft.period is None and (draft.evidence or "").lower() in _NOW
    state.mode, state.period = ahead or draft.mode, draft.period or (None if state.undated else state.period)
    if state.at.quantities[draft.n].unit == "money" and not draft.equivalent_of:
        state.money = draft


def _another_in_all(told, here):
    """True for what one country sells to all after what another sold to all: what follows is of the one told last."""
    return not told.partners and here.reporter not in (None, told.reporter) and told.reporter is not None


def _note_row(at, before, here):
    """Remember to whom several sell in a row: "Thái Lan bán cho Ý A, Lào B" goes on with a seller, not with a buyer."""
    if before.reporter != here.reporter:
        at.row_to = here.partners if here.partners == before.partners else ()


def _seller_of_world(draft):
    """After "chiếm 59% thị phần toàn cầu" what follows is the seller's own trade."""
    sides = draft.sides
    part = draft.meaning.measure == "share" and sides.reporter == "WORLD" and len(sides.partners) == 1
    return replace(sides, reporter=sides.partners[0], partners=(), evidence="none") if part else sides


def _starts_then(state, draft):
    """True for A in "nhích từ A cùng kỳ lên B", "từ A của 8 tháng năm 2016 lên B": B is of the time spoken of."""
    if not modality.is_start(state.at, draft.n):
        return False
    own = after(state.at, draft.n, adjacent=True)
    own = own if own and own.kind in ("year", "months", "quarter", "month") and state.drafts[:-1] == [] else None
    return bool(draft.evidence and (draft.evidence.lower().startswith("cùng") or own))


def _aside(state, draft):
    """True for "tăng 5,2% (cùng kỳ năm 2023 giảm 10,2%)", "bằng 93% cả năm 2022 (31 triệu tấn)": told in brackets."""
    then = draft.evidence and draft.evidence.lower().startswith("cùng")
    quantity = state.at.quantities[draft.n]
    if then:
        return "(" in state.at.words(state.at.start_of(draft.n), quantity.first)
    alone = state.at.words(quantity.first - 1, quantity.first) == ["("]
    return alone and state.at.words(quantity.last, quantity.last + 1) == [")"] and state.period is not None


def _of_a_goal_met(state, draft):
    """True for the goal that what was done is held against: "vượt kế hoạch cả năm là 2,65 triệu tấn"; and for what
    part of it was done ("bằng 81% kế hoạch năm"). What follows goes on from what was done.
    """
    after = " ".join(state.at.words(state.at.quantities[draft.n].last, state.at.end_of(draft.n))[:3])
    part = draft.meaning.measure == "share" and after.startswith(_GOALS)
    done = state.mode in ("actual", "estimate", None) and state.drafts[:-1]
    return bool(part or done and draft.mode == "target" and modality.met(state.at, draft.n))


def to_next_sentence(state):
    """Hand the sentence's result on to the next sentence of the paragraph."""
    if not state.drafts:
        return
    of_state = [d.sides.reporter for d in state.drafts if d.meaning.detail == "economy"]
    state.context.nation = of_state[-1] if of_state else state.context.nation
    told = [_way(draft) for draft in state.drafts]
    state.context.way = ([state.context.way] + [name for name in told if name in _MARKETS])[-1]
    state.context.flows |= {*told} & {*meanings.TRADE}
    state.context.ways |= {*told} & {*meanings.TRADE}
    state.context.trader, state.context.divided = _trader(state) or state.context.trader, _divided(state)
    state.context.spans |= {(d.period.start, d.period.end) for d in state.drafts if d.period}
    if all(draft.meaning.detail == "price" for draft in state.drafts):
        _note_time_of_prices(state)
    for draft in state.drafts:
        state.context.told.setdefault(amount(state, draft.n), draft)
    state.context.goods_told = state.goods or state.context.goods_told
    if state.meaning or not state.context.meaning:  # a sentence of prices alone changes nothing
        state.context.meaning, state.context.mode, state.context.goods = state.meaning, state.mode, state.goods
    first = next((d for d in state.drafts if (d.meaning.of_measure or d.meaning.measure) in meanings.TRADE), None)
    head = state.context.head
    parts = (
        head and head[0].measure == "turnover" and first and first.meaning.measure != "turnover" and not state.at.places
    )
    if first and not parts and (head is None or not (breaks_down(state.at) or state.continues)):
        meaning = (
            first.meaning if first.meaning.measure in meanings.TRADE else meanings.Meaning(first.meaning.of_measure)
        )
        state.context.head = (meaning, _of_all_in_row(state, first.sides))
        state.context.topic = _of_several(state.context.topic, state.context.head)
    state.context.topic = _of_row(state, state.context.topic)
    state.context.last = state.sides if state.sides and state.sides.partners else state.context.last
    dated = [d for d in state.drafts if d.period and not modality.compared(state.at, d.n)]
    dated = [d for d in dated if not _looks_back(state, d, dated[0])]
    dated = [d for d in dated if not (d.mode == "target" and modality.met(state.at, d.n))] or dated
    state.context.province, state.context.source = state.province, sources.of(state.at.text) or state.source()
    state.context.sides_told = [d.sides for d in state.drafts]
    state.context.row = [(d.meaning, d.sides) for d in state.drafts if state.at.quantities[d.n].unit == "money"]
    named = [state.at.quantities[d.n].currency for d in state.drafts if state.at.quantities[d.n].currency]
    state.context.currency = named[-1] if named else state.context.currency
    state.context.currencies.update(named)
    apart = {(p.start, p.end) for p in state.at.periods if aside(state.at, p)} if "riêng" in state.at.said else ()
    dated = [d for d in dated if (d.period.start, d.period.end) not in apart] or dated
    alone = bool(dated) and state.at.said.startswith(_ASIDES)
    state.context.spans |= {None} if alone else set()  # the longer time, not told or told before
    aside_ = alone and (state.context.period is not None or state.context.whole_before is not None)
    state.context.aside = dated[-1].period if aside_ else None
    if dated and not aside_:
        state.context.period, state.context.period_mode = dated[-1].period, dated[-1].mode
        for draft in dated:
            _remember_whole(state, draft)


def _note_time_of_prices(state):
    """After "Tháng 8, giá bình quân đạt ..." what markets took without a time is no longer that of the total.

    It still is where the title, too, names the time of the total.
    """
    told = [p for p in state.at.periods if p.kind == "month" and p.start and not is_comparison(state.at, p)]
    title, whole = state.context.title_period, state.context.whole or state.context.whole_before
    if told and not (title and whole and (title.start, title.end) == (whole.start, whole.end)):
        state.context.spans |= {(period.start, period.end) for period in told}
        state.context.whole = state.context.whole_before = None


def _of_several(told, head):
    """What a text is about after one more head: of no single partner where the one told before was another's."""
    before = told[1].partners if told and told[1].evidence != "title" and told[0].measure == head[0].measure else ()
    other = len(before) == 1 == len(head[1].partners) and "WORLD" not in (*before, *head[1].partners)
    return (head[0], replace(head[1], partners=())) if other and before != head[1].partners else head


def _of_row(state, topic):
    """What a text is about after "Tiếp theo là thị trường EU, Hàn Quốc": of no single partner, whose row goes on."""
    if not topic or len(topic[1].partners) != 1 or topic[1].evidence == "title" or not begins_next(state.at):
        return topic
    others = {d.sides.partners for d in state.drafts if d.sides.partners and d.sides.reporter == topic[1].reporter}
    return (topic[0], replace(topic[1], partners=())) if others - {topic[1].partners} else topic


def _way(draft):
    """What the figure is of, seen from Viet Nam: what another buys from it is its export."""
    if buyers.from_home(draft):
        return "export"
    return "import" if buyers.to_home(draft) else draft.meaning.of_measure or draft.meaning.measure


def _divided(state):
    """The country abroad of whose imports the sentence tells a share, by its sellers; or None."""
    parts = [d.sides for d in state.drafts if (d.meaning.measure, d.meaning.of_measure) == ("share", "import")]
    return next((one.reporter for one in parts if one.reporter not in (None, HOME, "WORLD") and one.partners), None)


def _trader(state):
    """Who reports the last flow of the sentence, or None."""
    flows = [d for d in state.drafts if (d.meaning.of_measure or d.meaning.measure) in ("export", "import")]
    return flows[-1].sides.reporter if flows else None


# "Riêng tháng 6 bán được 17 tấn.": what follows goes on from the time told before, only its own parts do not.
_ASIDES = (
    "riêng tháng", "riêng trong tháng", "riêng quý", "tính riêng tháng", "chỉ riêng tháng", "tính riêng trong tháng",
)  # fmt: skip


def _of_all_in_row(state, sides):
    """The sides that a whole sentence is about: where it gives several partners their own figures, no one of them."""
    row = several(draft.sides for draft in state.drafts)
    return replace(sides, partners=(), evidence="none") if row else sides


def _looks_back(state, draft, first):
    """True for B in "năm nay đạt A, trong khi năm 2007 mới là B": what follows goes on from A."""
    if draft is first or (draft.period.end or "") >= (first.period.end or ""):
        return False
    words = " ".join(state.at.words(state.at.start_of(draft.n), state.at.quantities[draft.n].first))
    return words.startswith((", trong khi", "trong khi", ", trong lúc", ", mà"))


def _later(one, two):
    """Of two periods the one that ends later: a year before is only what the total is held against."""
    return two if one is None or (two.end or "") >= (one.end or "") else one


def _remember_whole(state, draft):
    """Keep the time of a total for the markets that the next paragraph gives; "Riêng tháng 5" is only an aside."""
    if state.at.said.startswith("riêng") or draft.evidence == "title":
        return
    base = draft.meaning.of_measure or draft.meaning.measure
    title, span = state.context.title_period, (draft.period.start, draft.period.end)
    if base in meanings.TRADE and (title is None or span != (title.start, title.end)):
        state.context.dated = True
    total = draft.sides.partners in ((), ("WORLD",)) and draft.sides.reporter == HOME
    total = total and base in (*meanings.TRADE, "visitors")
    if (total or draft.evidence == "paragraph before") and kind(draft.mode) == "done":
        state.context.whole = _later(state.context.whole, draft.period)
