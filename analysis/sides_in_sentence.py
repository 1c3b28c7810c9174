"""A Case comes in; the Sides that its own sentence, or the figure before it, completes go out: a table of rules.

Every rule returns Sides, or None where it does not hold; the first that holds counts.
"""

from dataclasses import replace

from analysis import earlier_partners, trade_with_all, world_market
from analysis.meanings import TRADE
from analysis.parties import HOME, JOINT, Sides, foreign
from analysis.phrases import fold, tokens
from analysis.side_cases import THAT_FIGURE, from_pair
from analysis.third_countries import its_whole_flow
from analysis.viewpoints import seen_from


def _settled(case):
    """The flow of several countries together, and what goes abroad with no country named, are whole as they are."""
    joint = case.own.flow == JOINT
    return case.own if joint or (case.measure, case.own.flow, case.own.partners) == _ABROAD else None


_ABROAD = ("investment", "outbound", ())


def _of_the_nation(case):
    """ "nhập khẩu của cả nước" is with all, whoever was told of before."""
    open_ = not case.n and case.own.reporter in (None, HOME) and not case.own.partners
    whole = open_ and trade_with_all.of_the_nation(case.reading, case.meaning)
    return Sides(HOME, ("WORLD",), case.own.flow, "sentence") if whole else None


def _with_partners(case):
    """Where the partner is told, only who reports is left open."""
    if not case.own.partners:
        return None
    if case.own.partners == ("WORLD",) and case.own.reporter is None:
        return case.own
    return replace(case.own, reporter=case.own.reporter or _other_side(case.own, case.carried, case.context))


def _on_the_world_market(case):
    """ "Nga là nước xuất khẩu lúa mì lớn nhất với 46 triệu tấn", "16% xuất khẩu của thế giới": to nobody named."""
    with_all = world_market.part_of_all(case.reading, case.n, case.meaning)
    if case.own.partners or not with_all and not world_market.leads(case.reading, case.n):
        return None
    reporter = case.own.reporter or (case.carried.reporter if case.carried else None)
    whole = ("WORLD",) if with_all else ()
    return Sides(reporter, whole, case.own.flow, "sentence") if reporter not in (None, HOME) else None


def _part_of_the_world(case):
    """ "chiếm 59% lượng xuất khẩu toàn cầu với 285.000 tấn": the amount is the seller's."""
    told = case.beside and case.own.reporter == "WORLD" and case.carried.reporter not in (None, "WORLD")
    return case.carried if told else None


def _of_one_abroad(case):
    """One more figure of what another country sells to all."""
    told = case.beside and case.own == Sides() and case.carried.reporter not in (None, HOME)
    return case.carried if told and not case.carried.partners else None


def _goes_on(case):
    """ "đạt 2 tỷ USD" behind "nước ta xuất khẩu 4,7 triệu tấn", after what another country sold to all."""
    alone = case.beside and case.carried.reporter == HOME and not case.carried.partners
    alone = alone and case.carried.flow == case.measure and case.own.reporter is None and not case.own.partners
    return case.carried if alone and case.context.trader not in (None, HOME) else None


def _that_figure(case):
    """ "Con số này tăng 12%": of the same sides as the figure it points to, also where those are with all."""
    points = not case.n and case.carried and case.own == Sides(flow=case.own.flow)
    return case.carried if points and case.reading.said.startswith(THAT_FIGURE) else None


def _region_beside(case):
    """A region right before the number, "châu Phi 3 tỷ USD": no country's."""
    start = case.reading.start_of(case.n)
    regions = [p for p in case.reading.places if p.kind == "region"] if case.n else []
    if not any(p.first >= start and 0 <= case.first - p.last <= _RIGHT_BEFORE for p in regions):
        return None
    return replace(case.own, reporter=case.own.reporter or (case.carried.reporter if case.carried else None))


# Tokens between a region and its number: "châu Phi đạt khoảng 3 tỷ USD" has two.
_RIGHT_BEFORE = 2


def _total_in_row(case):
    """ "tổng lượng thịt xuất khẩu của Nga", "của Mỹ đạt B" behind "xuất khẩu của Trung Quốc đạt A": each with all."""
    return case.own if case.same_sentence and (_summed(case) or _total_beside_total(case)) else None


def _summed(case):
    """True for the sum of what one country buys from all or sells to all."""
    one = not case.own.partners and trade_with_all.of_one(case.reading, case.n, case.own)
    return one and trade_with_all.sum_of(case.reading, case.n)


def _total_beside_total(case):
    """True for "của Mỹ đạt B" behind "xuất khẩu của Trung Quốc đạt A": what each sells to all, neither to the other."""
    carried, own = case.carried, case.own
    alone = carried and carried.reporter not in (None, HOME) and not carried.partners and not own.partners
    places = [p for p in case.reading.places if case.reading.start_of(case.n) <= p.first < case.first]
    named = any(p.code == own.reporter and p.role in ("", "of") for p in places)
    return bool(alone) and named and own.reporter != carried.reporter


def _as_worded(case):
    """ "xuất khẩu đạt 2 tỷ USD" behind "kim ngạch của Nga với Việt Nam đạt 3 tỷ USD": Russia sells."""
    pair = case.carried or case.context.last
    flow = case.measure in ("export", "import") and case.own.reporter is None and not case.own.partners
    if not flow or not pair or pair.reporter != HOME or pair.flow != "bilateral" or len(pair.partners) != 1:
        return None
    if case.same_sentence:
        seen = seen_from([p for p in case.reading.places if p.first < case.first], case.reading.said)
    else:
        said = case.context.earlier[-1] if case.context.earlier and not case.reading.places else ""
        seen = seen_from(case.context.places_of(said), " ".join(token.text for token in tokens(fold(said))))
    return Sides(seen, (HOME,), case.own.flow, pair.evidence) if seen == pair.partners[0] else None


def _pair_of_sentence(case):
    """The two of the figure before in the sentence, where the words name no third one."""
    pair = case.beside
    if not pair or not pair.partners or case.own.reporter not in (None, pair.reporter, *pair.partners):
        return None
    return from_pair(case.own, pair, case.measure, pair.evidence)


def _with_the_same(case):
    """ "nhập dầu từ Nga của Ấn Độ là A, của Trung Quốc là B": the second does the same with the same partner."""
    if not case.same_sentence or not _does_the_same(case.reading, case.n, case.own, case.carried):
        return None
    return replace(case.own, partners=case.carried.partners, evidence="sentence")


def _whole(case):
    """ "cả nước", "tổng kim ngạch xuất khẩu": with all."""
    whole = case.meaning.measure != "share" and trade_with_all.whole(case.reading, case.n, case.own)
    return Sides(case.own.reporter or HOME, ("WORLD",), case.own.flow, "sentence") if whole else None


def _total_of_one(case):
    """The sum of one country's trade, and "Theo Hải quan Nga, nhập khẩu của nước này đạt ...": from all."""
    return case.own if _summed(case) or trade_with_all.told_by_its_own(case.reading, case.n, case.own) else None


def _region(case):
    """A region in the sentence: no partner from before is meant."""
    if case.measure == "students" or not any(p.kind == "region" for p in case.reading.places):
        return None
    home = (case.context.last.reporter if foreign(case.context.last) else HOME) if case.measure in TRADE else None
    return replace(case.own, reporter=case.own.reporter or (case.beside.reporter if case.beside else home))


def _buys_as_well(case):
    """ "Ý nhập 80 tấn" behind "Đức mua cà phê của Việt Nam, 100 tấn": the next in a row of those who buy from it."""
    before = case.context.before[0] if case.context.before and not case.context.last else None
    pair, own = case.carried or before, case.own
    row = pair and pair.partners == (HOME,) and pair.flow == case.measure and case.measure in _MIRRORED
    if not row or own.partners or own.reporter in (None, HOME, pair.reporter) or case.reading.goods:
        return None
    dated = any(period.stated for period in case.reading.periods)
    said = any(p.code == own.reporter and p.role == "" and p.first < case.first for p in case.reading.places)
    return replace(own, partners=(HOME,), evidence="paragraph") if said and not dated else None


def _of_the_seller(case):
    """ "Xuất khẩu tháng 1 còn 2 triệu tấn" after what Egypt took of Russia's, the title's seller: of what Russia sells.

    In a new paragraph Egypt buys no longer, either.
    """
    seller, pair = case.context.seller, case.carried
    if case.n or not seller or not pair or pair.partners != (seller,) or pair.reporter in (None, HOME):
        return None
    others = {place.code for place in case.reading.places if not place.weak} - {seller}
    if others or case.own.reporter not in (None, seller) or set(case.own.partners) - {seller}:
        return None
    if case.measure == "export":
        return Sides(seller, (), case.own.flow)
    return Sides(None, (seller,), case.own.flow) if case.measure == "import" and case.context.last is None else None


def _carried_pair(case):
    """The two that were carried along from before."""
    pair = case.carried
    return from_pair(case.own, pair, case.measure, pair.evidence) if pair and pair.partners else None


def _same_nation(case):
    """One more flow of a country abroad, after its trade with all."""
    told = case.measure in TRADE and earlier_partners.of_same_nation(case.context, case.own)
    return case.own if told else None


def _mirrored(case):
    """ "Nga mua 12.400 tấn" in a paragraph on what Viet Nam exports: from Viet Nam."""
    mirrors = _mirrors_home(case.own, case.measure, case.context)
    return replace(case.own, partners=(HOME,), evidence="paragraph") if mirrors else None


def _nation_in_all(case):
    """The country abroad whose trade with all the sentence before told."""
    trade = case.measure in TRADE
    nation = earlier_partners.nation_in_all(case.context, case.reading, case.own) if trade else None
    return replace(nation, flow=case.own.flow) if nation else None


def _whole_flow(case):
    """ "Kim ngạch xuất khẩu của Nhật Bản đạt 60 tỷ USD" after Japan's surplus with one: to all."""
    flow = case.measure in ("export", "import")
    return case.own if flow and its_whole_flow(case.own, case.reading, case.n, case.context) else None


def _of_title(case):
    """The owner of the flow, whom a text without Viet Nam names only in its title."""
    trade = case.measure in TRADE
    told = earlier_partners.of_title(case.context, case.reading, case.own, case.measure) if trade else None
    return replace(told, flow=case.own.flow) if told else None


def _does_the_same(reading, n, own, carried):
    """True for "nhập dầu từ Nga của Ấn Độ là A, của Trung Quốc là B", "Ấn Độ trả cho Nga A, Trung Quốc trả B"."""
    if not carried or not carried.partners or own.reporter in (None, HOME, carried.reporter, *carried.partners):
        return False
    words = reading.words(reading.start_of(n), reading.quantities[n].first)
    joined = {",", "và", "còn"} & set(words) if ";" not in words else "; của" in " ".join(words)
    noun = {"kim", "khẩu", "giá", "tổng", "trị"} & set(words)
    item = any(p.code == own.reporter and reading.words(p.last, p.last + 1) == ["với"] for p in reading.places)
    return bool(joined) and (not noun or item) and carried.partners != ("WORLD",)


_MIRRORED = {"export": "import", "import": "export"}


def _mirrors_home(own, measure, context):
    """True for "Nga mua 12.400 tấn" in a paragraph on what Viet Nam exports: the seller is Viet Nam."""
    meaning, known = context.head or (None, None)
    last = context.last
    other = last and last.reporter == HOME and own.reporter not in (None, HOME, *last.partners)
    if other and not own.partners and _MIRRORED.get(last.flow) == measure:
        return True  # "Nga xuất 34.000 tấn" after what Viet Nam bought from Brazil
    if meaning is None and context.whole_before:  # the paragraph before told what Viet Nam sold to all
        return own.reporter not in (None, HOME) and _MIRRORED.get(context.way) == measure
    mirrored = _MIRRORED.get(meaning.measure) if meaning else None
    total = known and known.reporter == HOME and known.partners in ((), ("WORLD",))
    return bool(own.reporter not in (None, HOME) and mirrored == measure and total)


def _other_side(own, carried, context):
    if HOME not in own.partners:
        return HOME
    known = carried or context.last
    codes = [code for code in ((known.reporter, *known.partners) if known else ()) if code not in (None, *own.partners)]
    if codes:
        return codes[0]
    back = earlier_partners.partners(context, None, 0, "turnover", Sides())
    return back[0][0] if back else None


IN_SENTENCE = (
    _settled, _of_the_nation, _on_the_world_market, _with_partners, _part_of_the_world, _of_one_abroad, _goes_on,
    _that_figure, _region_beside, _total_in_row, _as_worded, _pair_of_sentence, _with_the_same, _whole, _total_of_one,
    _region, _buys_as_well, _of_the_seller, _carried_pair, _same_nation, _mirrored, _nation_in_all, _whole_flow,
    _of_title,
)  # fmt: skip
