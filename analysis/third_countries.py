"""The Sides read so far and what the text told before come in; those of a text about two other countries go out.

"Kim ngạch song phương" after "Hải quan Trung Quốc" is theirs, and Viet Nam, the side that is meant where none is named,
is not.
"""

from analysis import earlier_partners, trade_with_all
from analysis.parties import HOME, Sides, foreign


def third_country(own, measure, named, reading, n, context):
    """A text about two other countries: "kim ngạch song phương" after "Hải quan Trung Quốc" is theirs."""
    if own.partners == ("WORLD",) and own.reporter not in (None, HOME):
        return own
    if {place.code for place in named} == {"WORLD"} and {place.code for place in reading.places} == {"WORLD"}:
        return Sides(None, ("WORLD",), own.flow, "sentence")
    if HOME in {place.code for place in reading.places} or len({place.code for place in named}) > 1:
        return own
    code = named[0].code if named else None
    if context.seller and _sold_by(own, context):
        return Sides(context.seller, own.partners, own.flow, "title")
    summed = trade_with_all.total(reading, n) or trade_with_all.sum_of(reading, n)
    if code == own.reporter and summed and trade_with_all.of_one(reading, n, own):
        return own
    if code and _of_the_speaker(own, named, reading, context):
        return Sides(code, (), own.flow, "none")
    if code and (trader := _trader_abroad(own, measure, named, context)):
        return Sides(trader, own.partners, own.flow, "sentence")
    speaker = [p.code for p in reading.places if p.weak and p.code not in own.partners and p.kind == "country"]
    if code and not named[0].weak and speaker and own.partners and own.reporter == HOME:
        return Sides(speaker[0], own.partners, own.flow, "sentence")
    pair = earlier_partners.pair_with(context, code) if code else None
    there = own.partners == (code,) and named[0].role in ("from", "to")
    if there and pair and pair.reporter == code and HOME not in pair.partners:
        return Sides(pair.partners[0], (code,), own.flow, "paragraph")  # "Nhập khẩu từ Nga" under "Nga bán cho Đức"
    if there and not pair and own.reporter in (None, HOME) and (buyer := _abroad_before(context, named[0])):
        return Sides(buyer, (code,), own.flow, "paragraph")
    apart = pair and not own.partners and earlier_partners.in_all(context, reading, n, measure, own.reporter)
    apart = apart or measure in ("export", "import") and its_whole_flow(own, reading, n, context)
    if pair and pair.reporter != HOME and HOME not in pair.partners and not apart:
        return Sides(
            pair.reporter, pair.partners, own.flow, pair.evidence if pair.evidence != "sentence" else "paragraph"
        )
    return own


def _trader_abroad(own, measure, named, context):
    """Who sells "sang Ai Cập" in a text without Viet Nam that has told what another country sells to all; or None."""
    trader = context.trader if context.trader not in (None, HOME, "WORLD", *own.partners) else None
    way = context.way == measure == _WAYS.get(named[0].role)
    open_ = own.reporter in (None, HOME) and own.partners and not (context.last and context.last.partners)
    return trader if trader and way and open_ and not earlier_partners.speaks_of_home(context) else None


def _abroad_before(context, place):
    """The buyer of "Nguồn cung từ Na Uy tăng 9,6%" after Germany's from Russia, in a text without Viet Nam; or None."""
    last = context.last or (context.before[0] if context.before else None)
    same = foreign(last) and context.way == _WAYS[place.role] and len(last.partners) == 1
    apart = same and last.partners[0] not in (HOME, "WORLD", place.code) and place.code != last.reporter
    return last.reporter if apart and not earlier_partners.speaks_of_home(context) else None


_WAYS = {"from": "import", "to": "export"}


def _sold_by(own, context):
    """True for "sang Trung Quốc đạt 50.000 tấn" under "Xuất khẩu thịt heo của Nga", in a text without Viet Nam."""
    other = own.partners and context.seller not in own.partners and HOME not in own.partners
    return bool(other) and own.reporter in (None, HOME) and not earlier_partners.speaks_of_home(context)


def _of_the_speaker(own, named, reading, context):
    """True for "Ngân hàng Trung ương Nga: thặng dư thương mại 8,1 tỷ USD": the trade of the speaker's country.

    Where the text has spoken of Viet Nam, or of both sides, it is the trade with that country.
    """
    both = any(hit.label == "both" for hit in reading.points)
    office = all(place.weak or place.kind == "seat" for place in named)
    bank = office and _TELLERS & set(reading.words(named[0].first - 7, named[0].last))
    return (
        bool(bank)
        and not both
        and own.reporter == HOME
        and not context.last
        and not earlier_partners.speaks_of_home(context)
    )


_TELLERS = {"ngân", "rosstat", "cục", "bộ", "thống", "cơ"}


def its_whole_flow(own, reading, n, context):
    """True for "Kim ngạch xuất khẩu của Nhật Bản đạt 60 tỷ USD" after Japan's surplus with one: to all."""
    abroad = foreign(context.last) and own.reporter == context.last.reporter and not own.partners
    return abroad and not reading.goods and trade_with_all.of_one(reading, n, own)
