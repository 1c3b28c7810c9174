"""A Reading, a quantity's number and its Meaning come in; who reports, with whom, and which way it flows, go out.

The reporter is the country whose flow is worded: "xuất khẩu của Nga sang Việt Nam" is RU -> VN, export. Where a
sentence leaves the partner open, the sentence's earlier figures, the paragraph and the title are asked, in this order.
"""

from dataclasses import replace

from analysis import capital, earlier_partners, trade_with_all
from analysis.completed_sides import completed
from analysis.flows import by_measure, inner_trade
from analysis.further_partners import next_in_slot
from analysis.market_shares import share
from analysis.meanings import TRADE
from analysis.parties import HOME, Sides, named_for, quoted, turn_of_list, unique
from analysis.ranked_beside import among_sellers, names_rival
from analysis.rankings import ranks
from analysis.third_countries import third_country


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
    slot = next_in_slot(reading, n, carried) if same_sentence and measure in TRADE else None
    parts = meaning.measure == "share" and meaning.rule != "share dealt in" or _of_share(reading, n)
    if parts and (shared := slot or share(measure, reading, n, meaning, carried)):
        full = completed(shared, measure, reading, n, meaning, carried, context)
        return replace(_apart(full), flow=_flow(measure, shared, shared, reading, carried))
    if measure in ("investment", "aid", "students", "visitors"):
        named = [place for place in named if not (place.weak and quoted(reading, place)) or place.code == HOME]
    ranked = context.ranks_sellers or names_rival(reading, context.way)
    if meaning.measure != "share" and (one := among_sellers(reading, n, measure, ranked)):
        return replace(one, flow=measure)
    own = slot or by_measure(measure, named, meaning, reading, n, carried)
    own = third_country(own, measure, named, reading, n, context) if measure in TRADE and not same_sentence else own
    if measure == "import" and _leads_as_source(own, reading, context):
        own = Sides(HOME, (own.reporter,), evidence="sentence")
    if measure == "visitors" and (host := _host_before(own, reading, context) or _same_host(own, reading, context)):
        own = host
    if measure == "investment":
        own = _sent_as_well(own, reading, carried, context)
        own = capital.from_all(own, reading, n, [carried, context.last, *context.sides_told])
    full = completed(own, measure, reading, n, meaning, carried, context, same_sentence)
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


def _leads_as_source(own, reading, context):
    """True for "Trung Quốc dẫn đầu về lượng nhập, với 3 triệu tấn" in a text on what comes to Viet Nam."""
    if own.reporter in (None, HOME, "WORLD") or own.partners or "đầu về" not in reading.said:
        return False
    comes = context.way == "import" or any(p.code == HOME and p.role == "to" for p in context.title)
    return comes and any(phrase in reading.said for phrase in _LEADS)


_LEADS = tuple(
    f"{verb} đầu về {noun} nhập" for verb in ("dẫn", "đứng") for noun in ("lượng", "kim ngạch", "giá trị", "trị giá")
)


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
    host = _host_told(context, reading)
    if not host or own.reporter != HOME or own.partners in ((), ("WORLD",)) or host in own.partners:
        return None
    home = any(place.code == HOME and place.role != "than" for place in reading.places)
    return None if home else Sides(host, own.partners, "inbound", "paragraph")


def _host_told(context, reading):
    """The country abroad whose guests were told of, those of Viet Nam as well: "Theo sau là Ấn Độ"; or None."""
    last = context.last
    if last is None and context.before and context.silent:
        last = context.before[0]
        named = [p.code for p in context.places_of(context.silent) if p.role in ("of", "to")]
        return last.reporter if last and last.flow == "inbound" and named == [last.reporter] != [HOME] else None
    if last and last.flow == "inbound":
        return last.reporter if last.reporter != HOME else None
    sent = last and last.flow == "outbound" and last.reporter == HOME and len(last.partners) == 1
    return last.partners[0] if sent and ranks(reading) else None


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
