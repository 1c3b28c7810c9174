"""A Reading, a quantity's number and its Meaning come in; who reports, with whom, and which way it flows, go out.

The reporter is the country whose flow is worded: "xuất khẩu của Nga sang Việt Nam" is RU -> VN, export. Where a
sentence leaves the partner open, the sentence's earlier figures, the paragraph and the title are asked, in this order.
"""

from dataclasses import replace

from analysis import earlier_partners, trade_with_all
from analysis.flows import by_measure, inner_trade
from analysis.market_shares import share
from analysis.meanings import TRADE
from analysis.parties import HOME, JOINT, Sides, foreign, named_for, quoted, turn_of_list, unique
from analysis.places import members
from analysis.ranked_beside import among_sellers
from analysis.rankings import ranks
from analysis.third_countries import its_whole_flow, third_country


def sides(reading, n, meaning, carried, context, same_sentence=False):
    """The Sides of the n-th quantity; `carried` are those of the figure before it in the sentence."""
    measure = meaning.of_measure if meaning.measure in ("growth_rate", "share") else meaning.measure
    if measure == "other" or measure is None:
        return _other(reading, n, meaning, carried, context.nation or earlier_partners.nation_told(context))
    if meaning.measure in TRADE and trade_with_all.of_all(reading, n):
        return Sides(HOME, ("WORLD",), _flow(measure, Sides(), Sides(), reading, None), "sentence")
    if meaning.rule == "use of a quota":
        return _by_giver(reading, n)
    named = named_for(reading, n, meaning, carried)
    if same_sentence and _same_two(reading, n, meaning, carried):
        return replace(carried, flow=_flow(measure, carried, carried, reading, carried))
    if inner := inner_trade(reading, n, named):
        return inner
    parts = meaning.measure == "share" and meaning.rule != "share dealt in" or _of_share(reading, n)
    if parts and (shared := share(measure, reading, n, meaning, carried)):
        full = _completed(shared, measure, reading, n, meaning, carried, context)
        return replace(_apart(full), flow=_flow(measure, shared, shared, reading, carried))
    if measure in ("investment", "aid", "students", "visitors"):
        named = [place for place in named if not (place.weak and quoted(reading, place)) or place.code == HOME]
    if meaning.measure != "share" and (one := among_sellers(reading, n, measure, context.ranks_sellers)):
        return replace(one, flow=measure)
    own = by_measure(measure, named, meaning, reading, n, carried)
    own = third_country(own, measure, named, reading, n, context) if measure in TRADE and not same_sentence else own
    if measure == "visitors" and (host := _host_before(own, reading, context) or _same_host(own, reading, context)):
        own = host
    if measure == "investment":
        own = _sent_as_well(own, reading, carried, context)
    full = _completed(own, measure, reading, n, meaning, carried, context, same_sentence)
    full = _as_bought(full, measure, carried) if meaning.measure == "share" else full
    return replace(_apart(full), flow=_flow(measure, full, own, reading, carried))


def _host_before(own, reading, context):
    """The Sides of "hòn đảo này đón 72.000 khách Nga" under "Du lịch Thái Lan": the host is the one the title names.

    Guests from Viet Nam are Viet Nam's, to the one the title names.
    """
    if HOME in own.partners:
        return None
    here = [p.code for p in reading.places if not p.weak]
    named = [p for p in context.title if p.code not in (HOME, "WORLD") and p.kind != "region"]
    others = unique([p for p in named if p.kind == "seat"] or [p for p in named if p.code not in own.partners])
    if len(others) != 1 or others[0] in (*own.partners, *here) or own.reporter != HOME:
        return None
    away = own.partners == () and here == [HOME] and any(p.role in ("from", "of") for p in reading.places)
    if away:
        return Sides(HOME, (others[0],), "outbound", "title")
    abroad = own.partners and HOME not in here and not any(p.code == HOME for p in context.title)
    return Sides(others[0], own.partners, "inbound", "title") if abroad else None


def _sent_as_well(own, reading, carried, context):
    """The Sides of "Trong đó, có 18 dự án mới" and "Dẫn đầu là Lào" after what Viet Nam invested abroad."""
    told = carried or next(iter(context.sides_told[-1:]), None)
    if not told or (told.reporter, told.flow) != (HOME, "outbound"):
        return own
    if not own.reporter and not own.partners and not told.partners:
        return told
    return replace(own, flow="outbound") if own.partners and ranks(reading) else own


def _as_bought(full, measure, carried):
    """The share of Viet Nam's imports that another's exports to it make: "Indonesia bán A, chiếm 41% lượng nhập"."""
    sold = carried and carried.flow == "export" and carried.partners == (HOME,) and measure == "import"
    same = sold and (full.reporter, full.partners) == (carried.reporter, (HOME,))
    return replace(full, reporter=HOME, partners=(carried.reporter,)) if same else full


def _same_host(own, reading, context):
    """The Sides of "Úc dẫn đầu với 1,1 triệu lượt khách" after all the guests of another country; or None."""
    last = context.last
    told = last and last.flow == "inbound" and last.partners == ("WORLD",) and last.reporter not in (None, HOME)
    if not told or own.reporter != HOME or own.partners in ((), ("WORLD",)) or last.reporter in own.partners:
        return None
    home = any(place.code == HOME and place.role != "than" for place in reading.places)
    return None if home else Sides(last.reporter, own.partners, "inbound", "paragraph")


def _by_giver(reading, n):
    """What is sold under a quota goes to the one who gave it."""
    first = reading.quantities[n].first
    given = [p.code for p in reading.places if p.first < first and p.kind in ("country", "bloc") and p.code != HOME]
    return Sides(HOME, tuple(given[:1]), "export", "sentence" if given else "none")


def _same_two(reading, n, meaning, carried):
    """True for B of "xuất khẩu và nhập khẩu lần lượt là A và B": the two flows are of the same two countries."""
    if meaning.rule != "in turn" or not carried or not carried.partners:
        return False
    apart = any(place.first >= reading.start_of(n) for place in reading.places)
    return not apart and turn_of_list(reading, n) is None


def _apart(whole):
    """The sides without a partner that is the reporter: nobody trades with himself."""
    if whole.reporter not in whole.partners:
        return whole
    return replace(whole, partners=tuple(code for code in whole.partners if code != whole.reporter))


def _of_share(reading, n):
    """True for "tỷ trọng của Nga trong nhập khẩu của Việt Nam tăng 2 điểm phần trăm": a change of a share."""
    if reading.shares_told and reading.quantities[n].unit == "percent":
        return reading.words(reading.quantities[n].last, reading.quantities[n].last + 2) == ["trong", "tổng"]
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    return reading.quantities[n].unit == "percentage_point" and ("tỷ trọng" in words or "thị phần" in words)


def _other(reading, n, meaning, carried, nation=None):
    """State budget and GDP belong to a country; people abroad to both; prices and companies to none."""
    if meaning.detail == "people":
        named = [p for p in named_for(reading, n, meaning) if p.kind != "region"]
        others = tuple(code for code in unique(named) if code != HOME)
        if not others and carried and carried.flow == "outbound":
            return carried
        return Sides(HOME, others, "outbound" if others else None, "sentence" if others else "none")
    if meaning.detail == "economy":
        named = [
            p for p in named_for(reading, n, meaning) if p.kind != "region" and p.role not in ("with", "to", "from")
        ]
        home = None if reading.words(meaning.cue or 0, (meaning.cue or 0) + 1) == ["nộp"] else HOME
        reporter = named[0].code if named else carried.reporter if carried else nation or home
        return Sides(None if reporter == "WORLD" else reporter)
    return Sides()


def _completed(own, measure, reading, n, meaning, carried, context, same_sentence=False):
    """The sides with what the sentence leaves open taken from before it."""
    if own.flow == JOINT or (measure, own.flow, own.partners) == ("investment", "outbound", ()):
        return own
    if not n and own.reporter in (None, HOME) and not own.partners and trade_with_all.of_the_nation(reading, meaning):
        return Sides(HOME, ("WORLD",), own.flow, "sentence")
    if own.partners:
        if own.partners == ("WORLD",) and own.reporter is None:
            return own
        return replace(own, reporter=own.reporter or _other_side(own, carried, context))
    if same_sentence and carried and own.reporter == "WORLD" and carried.reporter not in (None, "WORLD"):
        return carried  # "chiếm 59% lượng xuất khẩu toàn cầu với 285.000 tấn"
    if same_sentence and carried and own == Sides() and carried.reporter not in (None, HOME) and not carried.partners:
        return carried
    if same_sentence and _goes_on_alone(own, carried, measure, context):
        return carried
    if not n and carried and own == Sides(flow=own.flow) and reading.said.startswith(_THAT_FIGURE):
        return carried
    first, last = reading.start_of(n), reading.quantities[n].first
    if n and any(p.kind == "region" and p.first >= first and 0 <= last - p.last <= 2 for p in reading.places):
        return replace(own, reporter=own.reporter or (carried.reporter if carried else None))
    summed = not own.partners and trade_with_all.of_one(reading, n, own) and trade_with_all.sum_of(reading, n)
    if same_sentence and (summed or _total_beside_total(reading, n, own, carried)):
        return own
    if same_sentence and carried and carried.partners and own.reporter in (None, carried.reporter, *carried.partners):
        return _from_pair(own, carried, measure, carried.evidence)
    if same_sentence and _does_the_same(reading, n, own, carried):
        return replace(own, partners=carried.partners, evidence="sentence")
    if meaning.measure != "share" and trade_with_all.whole(reading, n, own):
        return Sides(own.reporter or HOME, ("WORLD",), own.flow, "sentence")
    if summed or trade_with_all.told_by_its_own(reading, n, own):
        return own
    if any(p.kind == "region" for p in reading.places) and measure not in ("students",):
        home = (context.last.reporter if foreign(context.last) else HOME) if measure in TRADE else None
        return replace(own, reporter=own.reporter or (carried.reporter if carried and same_sentence else home))
    if carried and carried.partners:
        return _from_pair(own, carried, measure, carried.evidence)
    if measure in TRADE and earlier_partners.of_same_nation(context, own):
        return own
    if _mirrors_home(own, measure, context):
        return replace(own, partners=(HOME,), evidence="paragraph")
    if measure in TRADE and (nation := earlier_partners.nation_in_all(context, reading, own)):
        return replace(nation, flow=own.flow)
    if measure in ("export", "import") and its_whole_flow(own, reading, n, context):
        return own
    if measure in TRADE and (told := earlier_partners.of_title(context, reading, own, measure)):
        return replace(told, flow=own.flow)
    back = earlier_partners.partners(context, reading, n, measure, own)
    if back and n and own == Sides(flow=own.flow) and not (carried and carried.partners) and back[1] == "sentence":
        owner = Sides(back[0][0], (), own.flow)
        back, own = (None, owner) if trade_with_all.of_one(reading, n, owner) else (back, own)
    if own.reporter is None and measure in TRADE and (owner := earlier_partners.owner(context, reading)):
        return Sides(owner, (), own.flow)
    if back is None and trade_with_all.total(reading, n):
        return Sides(own.reporter or HOME, ("WORLD",), own.flow, "sentence")
    if back and own.reporter in (*back[0], back[2]) and trade_with_all.of_one(reading, n, own):
        return own
    if back is None and (told := earlier_partners.nation_before(context, reading, own)) and measure in TRADE:
        return replace(told, flow=own.flow)
    if back is None:
        return replace(own, reporter=own.reporter or (earlier_partners.trader(context) if measure in TRADE else None))
    return _from_pair(own, Sides(back[2], back[0], None, back[1]), measure, back[1])


def _total_beside_total(reading, n, own, carried):
    """True for "của Mỹ đạt B" behind "xuất khẩu của Trung Quốc đạt A": what each sells to all, neither to the other."""
    alone = carried and carried.reporter not in (None, HOME) and not carried.partners and not own.partners
    first, last = reading.start_of(n), reading.quantities[n].first
    named = any(p.code == own.reporter and p.role in ("", "of") and first <= p.first < last for p in reading.places)
    return bool(alone) and named and own.reporter != carried.reporter


def _goes_on_alone(own, carried, measure, context):
    """True for "đạt 2 tỷ USD" behind "nước ta xuất khẩu 4,7 triệu tấn", after what another country sold to all."""
    alone = carried and carried.reporter == HOME and not carried.partners and carried.flow == measure
    return bool(alone and own.reporter is None and not own.partners and context.trader not in (None, HOME))


# "Con số này tăng 12%": of the same sides as the figure it points to, also where those are with all.
_THAT_FIGURE = ("con số này", "con số đó", "con số ấy", "con số trên", "mức này", "mức đó")


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


def _from_pair(own, pair, measure, evidence):
    """Own reporter kept; the partner is the other side of the pair."""
    both = [code for code in (pair.reporter, *pair.partners) if code]
    if inside := _member(own.reporter, pair):
        return Sides(own.reporter, inside, own.flow, evidence)
    if pair.partners == ("WORLD",) and pair.reporter is None and own.reporter is None:
        return pair
    if pair.partners == ("WORLD",) and pair.reporter is None:
        return own
    if pair.partners == ("WORLD",) and own.reporter == HOME and _both_sell(measure, pair):
        return own
    if pair.partners == ("WORLD",) and own.reporter not in (None, pair.reporter) and pair.reporter:
        return Sides(own.reporter, (pair.reporter,), own.flow, evidence)
    if own.reporter in pair.partners and own.reporter != HOME:
        return Sides(own.reporter, (pair.reporter or HOME,), own.flow, evidence)
    if own.reporter and own.reporter in both and pair.reporter and own.reporter != pair.reporter:
        return Sides(own.reporter, (pair.reporter,), own.flow, evidence)
    if own.reporter and own.reporter != HOME and pair.reporter and own.reporter not in both:
        return own
    reporter = own.reporter if own.reporter and own.reporter not in pair.partners else pair.reporter or HOME
    return Sides(reporter, tuple(pair.partners), own.flow, evidence)


def _both_sell(measure, pair):
    """True where what one sells, or buys, in all was told and another does the same: neither deals with the other."""
    return measure in ("export", "import") and pair.flow == measure and pair.reporter is not None


def _member(code, pair):
    """After Russia and ASEAN, Viet Nam "đứng thứ hai" is ASEAN's: the others of the pair; () where it is not so."""
    both = (pair.reporter, *pair.partners)
    blocs = [bloc for bloc in both if code in members().get(bloc, ())]
    return tuple(other for other in both if other and other not in blocs and other != code) if blocs else ()


def _flow(measure, full, own, reading, carried):
    if measure in ("export", "import"):
        return measure
    if measure == "turnover":
        return "bilateral"
    if measure == "balance":
        return "net"
    if own.flow:
        return own.flow
    if carried and carried.flow in ("inbound", "outbound"):
        return carried.flow
    return full.flow
