"""The places of a quantity and its Meaning come in; who trades, lends or invests with whom goes out, as Sides."""

from dataclasses import replace

from analysis.guests import students, visitors
from analysis.parties import (
    BLOCS,
    HOME,
    JOINT,
    Sides,
    added_up,
    after_end,
    carried_home,
    codes_of,
    foreign,
    joined_list,
    tail_end,
    turn_of_list,
    unique,
)
from analysis.places import acts, members


def inner_trade(reading, n, named):
    """The bloc of "thương mại nội khối EAEU": trade within it has no other side; None where none is meant."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    bloc = next((place.code for place in named if place.code in BLOCS), None)
    return Sides(bloc, (), "bilateral", "sentence") if bloc and ("nội khối" in words or "nội bộ" in words) else None


def share(measure, reading, n, meaning, carried):
    """ "Nga chiếm 0,6% xuất khẩu của Việt Nam": the part's country before, the whole's owner after; else None."""
    first, last = tail_end(reading, n, meaning, carried), reading.quantities[n].first
    part = [
        p
        for p in reading.places
        if first <= p.first < last
        and p.kind in ("country", "bloc")
        and p.role in ("", "in", "of", "by", "from", "goods")
    ]
    if turn := turn_of_list(reading, n):
        part = [turn]
    after = [
        p
        for p in reading.places
        if reading.quantities[n].last <= p.first < after_end(reading, n) and p.kind in ("country", "bloc")
    ]
    added = added_up(reading, n)
    if added and not after and HOME not in added:
        home = carried.reporter if carried and carried.reporter not in (None, *added) else HOME
        return Sides(home, added, evidence="sentence")
    sold = measure == "export"
    owner = [
        p.code
        for p in after
        if p.role == "of" or p.role == "" and (p.code == HOME or acts(reading.found, p)) or sold and p.role == "from"
    ]
    others = [p.code for p in after if p.role in ("to", "from", "with", "in") and p.code not in (HOME, *owner)]
    if others == ["WORLD"] and not part and carried and carried.partners not in ((), ("WORLD",)):
        return carried  # "chỉ tương đương 1% doanh số bán ra thế giới"
    if measure == "import" and meaning.cue is None and [p.role for p in part[1:]] == ["in"] and not after:
        return Sides(part[1].code, (part[0].code,), evidence="sentence")  # "thị phần gạo Việt ở Nga"
    if one := _elsewhere(part, after, carried):
        return one
    begin = 0 if turn else first
    if sold and part and any(p.code == HOME and p.role == "to" and begin <= p.first < last for p in reading.places):
        return Sides(part[-1].code, (HOME,), evidence="sentence")  # "tỷ trọng xuất khẩu lớn nhất sang Việt Nam"
    if measure == "import" and (buyer := _buys(reading, part)):
        sellers = carried.partners if carried and carried.reporter == buyer else ()
        sellers = sellers or tuple(dict.fromkeys(p.code for p in part if p.code != buyer)) or (HOME,)
        return Sides(buyer, sellers, evidence="sentence")
    subject = [p.code for p in part if not (p.role == "in" and p.code in BLOCS)]
    held = [p.code for p in part if p.role == "of"]
    bare = [p.code for p in part if p.role == "" and p.code not in held] or held[:-1]
    if held and bare and bare[-1] != held[-1] and not owner and not others and subject[-1] == held[-1]:
        return Sides(held[-1], (bare[-1],), evidence="sentence")
    into = [p.code for p in after if p.role == "to" and p.code != HOME]
    if into and measure == "import" and not subject and not any(p.role == "of" for p in after):
        origin = [p.code for p in after if p.code != into[0]]
        return Sides(into[0], (origin[0] if origin else HOME,), evidence="sentence")
    source = [p.code for p in after if p.role == ("to" if sold else "from") and p.code not in (*owner, *BLOCS)]
    if owner and source and not (sold and owner[0] in source):
        return Sides(owner[0], tuple(dict.fromkeys(source)), evidence="sentence")
    if owner and subject and owner[0] != subject[-1]:
        listed = [p.code for p in joined_list(reading, part) if p.code != owner[0]]
        return Sides(owner[0], tuple(dict.fromkeys(listed)), evidence="sentence")
    if subject and subject[-1] == HOME and not after and carried and HOME != carried.reporter is not None:
        return Sides(carried.reporter, (HOME,), evidence="sentence")
    if subject and subject[-1] != HOME and others and all(code in BLOCS for code in others):
        return Sides(HOME, (subject[-1],), evidence="sentence")
    if others and (not subject or subject[-1] in (HOME, *others)):
        return Sides(HOME, tuple(others), evidence="sentence")
    if subject and not after and subject[-1] != HOME:
        home = carried.reporter if carried and carried.reporter not in (None, subject[-1]) else HOME
        return Sides(home, (subject[-1],), evidence="sentence")
    return None


def _elsewhere(part, after, carried):
    """ "Ở Việt Nam, tỷ lệ tương ứng chưa tới 1%" after another buyer's share from Russia: Viet Nam's from Russia."""
    place = part[0] if len(part) == 1 and not after else None
    if place is None or place.role != "in" or place.code in BLOCS or not foreign(carried) or not carried.partners:
        return None
    known = place.code in (carried.reporter, *carried.partners)
    return None if known else Sides(place.code, carried.partners, evidence="sentence")


def _buys(reading, part):
    """The country abroad that buys the whole: "thị phần cá tra trong tổng lượng cá Nga nhập khẩu là 7%"; or None."""
    last = part[-1] if part else None
    verb = last and reading.words(last.last, last.last + 1) in (["nhập"], ["mua"])
    whole = last and {"tổng", "lượng", "số"} & set(reading.words(last.first - 5, last.first))
    return last.code if verb and whole and last.code != HOME else None


def by_measure(measure, named, meaning, reading, n, carried):
    if measure in ("export", "import"):
        return _trade_flow(measure, named, meaning, carried, reading, n)
    if measure in ("investment", "aid"):
        return _capital(named, carried, meaning, reading, n)
    if measure == "visitors":
        return visitors(named, reading, n, carried)
    if measure == "students":
        return students(named, reading)
    if measure == "balance":
        return _balance(named, carried, meaning, reading, n)
    return _pair(named, carried, meaning, reading, n)


def _foreign_trade(reading, n):
    """True for "ngoại thương của Nga": a country's trade with all others."""
    return "ngoại thương" in " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))


def _pair(named, carried, meaning, reading, n):
    """Both sides of a turnover."""
    codes = unique(named)
    others = [code for code in codes if code != HOME]
    if not codes:
        return Sides()
    if _with_thirds(reading, n) and len(codes) == 1:
        return Sides(codes[0], (), JOINT)
    if carried and not carried.partners and codes[0] in members().get(carried.reporter, ()):
        return Sides(codes[0], (), JOINT)
    if carried and _ranked_beside(reading, named, carried):
        return Sides(codes[0], carried.partners, evidence="sentence")
    if codes == [HOME] and named[0].role in ("with", "to", "from") and foreign(carried):
        return Sides(carried.reporter, (HOME,), evidence="sentence")
    if len(codes) == 1 and others and meaning.detail == "turnover" and _foreign_trade(reading, n):
        return Sides(codes[0], ("WORLD",), evidence="sentence")
    if HOME in codes or len(codes) == 1:
        home = (
            carried.reporter
            if HOME not in codes
            and carried
            and carried.reporter not in (None, HOME, *others)
            and carried.flow == "bilateral"
            and HOME not in carried.partners
            else HOME
        )
        return Sides(home, tuple(others), evidence="sentence" if others else "none")
    outer = [code for code in codes if code not in codes_of(named, "with", "to", "from")]
    if len(codes) == 2 and not carried and not codes_of(named, "with", "to", "from", "in"):
        return Sides(codes[0], (codes[1],), evidence="sentence")
    if any(place.paired for place in named) or (outer and len(outer) < len(codes)) or _between(named):
        reporter = codes[0] if any(place.paired for place in named) or not outer else outer[0]
        return Sides(reporter, tuple(code for code in codes if code != reporter), evidence="sentence")
    home = carried.reporter if carried and carried.reporter and carried.reporter not in codes else HOME
    return Sides(home, tuple(codes), evidence="sentence")


def _with_thirds(reading, n):
    """True for "thương mại EAEU với nước thứ ba": with all outside, who are not named."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    return any(phrase in words for phrase in ("nước thứ ba", "các nước ngoài khối", "bên ngoài khối", "ngoài khối"))


def _ranked_beside(reading, named, carried):
    """True for the next in a rank of those who trade with one: "Việt Nam xếp sau với 3,6 tỷ, còn Indonesia 3,3 tỷ"."""
    place = named[0]
    apart = len(named) == 1 and not place.role and place.code not in (carried.reporter, *carried.partners, *BLOCS)
    ranked = apart and {"xếp", "đứng", "theo"} & set(reading.words(0, len(reading.found)))
    return bool(ranked and len(carried.partners) == 1 and carried.reporter and place.code != HOME)


def _between(named):
    return len(named) == 2 and named[0].role == "with" and named[1].role == "with"


def _bought_from(named, reading, cue):
    """ "mua của Nga", "nhập của Nga": the seller, not the one who reports."""
    if cue >= len(reading.found):
        return named
    if reading.found[cue].text in ("chi", "trả", "bỏ"):
        return [replace(p, role="from") if p.role == "to" and p.first > cue else p for p in named]
    if reading.found[cue].text not in ("mua", "nhập", "hàng", "lượng"):
        return named
    verb = " ".join(reading.words(cue, cue + 4))
    if "khẩu" in verb.split()[:2]:
        return named
    nearest = next((p for p in named if p.first > cue and p.role == "of"), None)
    return [replace(p, role="from") if p is nearest else p for p in named]


def _trade_flow(measure, named, meaning, carried, reading, n):
    """Reporter and partners of an export or import by prepositions and by what stands before the verb."""
    told = [place for place in named if place.role != "in"]
    if unique(told) == [HOME] and told[0].role in ("from", "to") and (venue := _venue(reading, n)):
        return Sides(venue, (HOME,), evidence="sentence")
    alone = named[0] if len(unique(named)) == 1 else None
    if alone and (one := _next_market(reading, alone, meaning, carried)):
        return one
    if alone and (one := _rival(reading, n, alone, carried) or _next_buyer(reading, n, alone, meaning, carried)):
        return one
    if (
        meaning.cue is None
        and len(unique(named)) == 1
        and named[0].code != HOME
        and named[0].role in ("", "with", "than")
    ):
        if carried and carried.partners and carried.reporter == named[0].code:
            return carried
        if foreign(carried) and {"xếp", "đứng"} & set(reading.words(named[0].last, named[0].last + 2)):
            return Sides(None, (), JOINT)
        if _of_same_side(carried, named[0].code):
            return Sides(named[0].code, (HOME,), evidence="sentence")
        return Sides(carried_home(carried, (named[0].code,)), (named[0].code,), evidence="sentence")
    if between := _between_home(named):
        return between
    named = _earned(named, reading, meaning)
    if unique(named) == [HOME] and named[0].role == "with" and not foreign(carried) and named[0].first <= 1:
        return Sides(HOME)
    cue = meaning.cue if meaning.cue is not None else 10**6
    subject = [p.code for p in named if p.role in ("", "by") and p.first < cue]
    if not subject and measure == "import" and any(p.role == "from" for p in named):
        subject = [p.code for p in named if p.role == "in" and p.first < cue]
    market = meaning.detail.endswith("_market") or measure == "export" and _brings(reading, named, cue)
    named = _bought_from(named, reading, cue) if measure == "import" else named
    of, to, source, with_ = (codes_of(named, role) for role in ("of", "to", "from", "with"))
    bare_after = [p.code for p in named if p.role in ("", "in") and p.first > cue]
    sold = codes_of(named, "goods")
    if sold and measure == "import" and not source:
        source = sold
    elif sold and measure == "export":
        of = sold + of
    if measure == "import" and of and not source and reading.words(cue - 1, cue) in (["nước"], ["gia"]):
        buyer = [code for code in subject + bare_after if code not in of]
        return Sides(buyer[0] if buyer else None, tuple(of[:1]), evidence="sentence")
    if market:
        owner = next(iter(of), HOME)
        if owner == HOME and not of and subject[:1] == [HOME] and not to + source and carried_or_seat(reading, carried):
            owner = carried_or_seat(reading, carried)
        partner = [code for code in subject + to + source + bare_after if code != owner]
        return Sides(owner, tuple(partner[:1]), evidence="sentence" if partner else "none")
    if measure == "import" and to and of and not source and of[0] != to[0] and not subject:
        return Sides(to[0], (of[0],), evidence="sentence")
    if (to or source) and _several(named, reading, cue):
        return Sides(None, tuple(dict.fromkeys(to or source)), JOINT, "sentence")
    if measure == "export" and len(bare_after) > 1 and not subject + of + to and _names_markets(reading, n):
        return Sides(HOME, tuple(dict.fromkeys(bare_after)), evidence="sentence")
    near, far = (source, to) if measure == "export" else (to, source)
    reporter, rest = _first_of(subject, of, near if far or measure == "import" else [], bare_after, skip=far)
    if measure == "export" and not far and near and reporter is None:
        reporter = near[0]
    partners = far or with_ or [code for code in rest if code != reporter]
    partners = [code for code in dict.fromkeys(partners) if code != reporter]
    if measure == "import" and not far and subject and of and of[0] != subject[0]:
        partners = of
    if reporter is None and partners and HOME not in partners:
        reporter = carried_home(carried, partners, bool(far or with_) and cue < reading.start_of(n))
    if reporter and reporter != HOME and not partners and not of and _of_same_side(carried, reporter):
        return Sides(reporter, (HOME,), evidence="sentence")
    if reporter and reporter != HOME and not partners and not subject and not of:
        return Sides(carried_home(carried, (reporter,)), (reporter,), evidence="sentence")
    return Sides(reporter, tuple(partners), evidence="sentence" if partners else "none")


def _rival(reading, n, place, carried):
    """ "Nga bán nhiều nhất cho Trung Quốc, vượt Ả Rập Xê Út (86 triệu tấn)": one more seller to the same buyer."""
    bracket = reading.words(place.last, reading.quantities[n].first)[:1] == ["("]
    passed = _PASSES & set(reading.words(place.first - 2, place.first))
    before = _bracketed(reading, n, place)
    if not (bracket and (passed or before) and carried and carried.partners and carried.reporter not in (None, HOME)):
        return None
    subject = before or next((p.code for p in reading.places if p.role == ""), None)
    if subject in carried.partners:
        return Sides(carried.reporter, (place.code,), evidence="sentence")
    return Sides(place.code, carried.partners, evidence="sentence")


def _names_markets(reading, n):
    """True for "có ba thị trường đạt trên 1 tỷ USD là A, B và C"."""
    return "thị trường" in " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))


def _venue(reading, n):
    """The country of "Tại cảng Vladivostok, hàng từ Việt Nam tăng 12%": its imports are meant; or None."""
    place = reading.places[0] if reading.places else None
    there = place and place.role == "in" and place.code not in (HOME, *BLOCS) and place.first <= _FRONT
    return place.code if there and "hàng" in reading.words(place.last, reading.quantities[n].first) else None


# Tokens before the name in "Tại các cảng ở Nga".
_FRONT = 5


def _bracketed(reading, n, place):
    """The country of the item before in "sau Thổ Nhĩ Kỳ (4,1 triệu tấn), Trung Quốc (1,9 triệu tấn)", or None."""
    before = reading.quantities[n - 1] if n else None
    if before is None or reading.words(before.last, place.first) not in ([")", ","], [")", "và"], [")", ",", "và"]):
        return None
    return next((p.code for p in reversed(reading.places) if p.last <= before.first), None)


_PASSES = {"vượt", "hơn", "sau", "trên", "kém", "thua", "bằng", "đôi", "xa", "cạnh"}


def _next_market(reading, place, meaning, carried):
    """ "..., đứng thứ 2 là thị trường EU với 2,9 tỷ": one more market of Viet Nam, after one that was told of."""
    told = carried and carried.reporter == HOME and carried.partners and carried.partners != ("WORLD",)
    if not told or place.code == HOME or place.role or meaning.detail.endswith("_market"):
        return None
    market = reading.words(place.first - 2, place.first) == ["thị", "trường"]
    said = " ".join(reading.words(place.first - 6, place.first - 2))
    return Sides(HOME, (place.code,), evidence="sentence") if market and said.endswith(_NEXT_IN_ROW) else None


_NEXT_IN_ROW = ("là", "đến", "theo", "và", "còn", ",", ";")


def _next_buyer(reading, n, place, meaning, carried):
    """ "Ấn Độ trả cho Nga A, Trung Quốc trả B và Thổ Nhĩ Kỳ C": one more who does what the one before did."""
    own = meaning.cue is not None and meaning.cue >= reading.start_of(n)
    if not n or own or place.role or not foreign(carried) or not carried.partners:
        return None
    first, last = reading.start_of(n - 1), reading.quantities[n - 1].first
    before = [p for p in reading.places if first <= p.first < last]
    if len(before) != 1 or before[0].role:
        return None
    if (before[0].code,) == carried.partners:
        return Sides(carried.reporter, (place.code,), evidence="sentence")
    return Sides(place.code, carried.partners, evidence="sentence") if before[0].code == carried.reporter else None


def _of_same_side(carried, code):
    """True for the next of several countries that trade with Viet Nam: "Nga mua 71 triệu USD, Trung Quốc 590 triệu"."""
    known = carried and carried.partners == (HOME,) and carried.reporter not in (None, HOME)
    return bool(known and code not in BLOCS)


def _earned(named, reading, meaning):
    """ "mang về cho Việt Nam 1,3 tỷ USD từ thị trường Nga": the money goes the other way than the goods."""
    verb = (
        reading.words(meaning.cue, meaning.cue + 2) if meaning.measure == "export" and meaning.cue is not None else []
    )
    if verb not in _EARNS:
        return named
    return [replace(p, role=_turned(reading, p)) if p.first > meaning.cue else p for p in named]


def _turned(reading, place):
    if place.role == "to" and reading.words(place.first - 1, place.first) == ["cho"]:
        return "of"
    return "to" if place.role == "from" else place.role


_EARNS = (
    ["mang", "về"],
    ["đem", "về"],
    ["thu", "về"],
    ["mang", "lại"],
    ["đem", "lại"],
    ["thu", "được"],
    ["kiếm", "được"],
)


def _several(named, reading, cue):
    """True for "Nga và Belarus cùng xuất sang Việt Nam": a sum of several sellers, which no one of them reports."""
    subject = [p for p in named if p.role == "" and p.last <= cue and not p.paired]
    gap = reading.words(subject[-1].last, cue) if subject else None
    if len({p.code for p in subject}) < 2 or gap not in ([], ["cùng"], ["cùng", "nhau"]):
        return False
    return reading.words(subject[-2].last, subject[-1].first) in ([","], ["và"], ["cùng"], ["cùng", "với"])


def _between_home(named):
    """ "giữa Việt Nam và Nga": a flow between the two is worded from Viet Nam's side; None where it is not so."""
    codes = unique(named)
    if len(codes) != 2 or HOME not in codes or any(place.role != "with" for place in named):
        return None
    return Sides(HOME, tuple(code for code in codes if code != HOME), evidence="sentence")


def carried_or_seat(reading, carried):
    """Who buys where Viet Nam is the supplier: the one whose view is told ("nhìn từ Moskva"), or the one before."""
    seats = [p.code for p in reading.places if p.kind == "seat" and p.code != HOME]
    known = [code for code in ((carried.reporter, *carried.partners) if carried else ()) if code not in (HOME, None)]
    return next(iter(seats or known), None)


def _brings(reading, named, cue):
    """ "thị trường Nga mang về 190 triệu USD": the market brings money to the one who sells there."""
    market = any(p.first < cue and "trường" in reading.words(p.first - 1, p.last) for p in named)
    return market and reading.words(cue, cue + 1) in (["mang"], ["đem"], ["thu"], ["kiếm"])


def _first_of(*lists, skip=()):
    """The first code of the first list that is not on the other side, and all codes left over."""
    codes = [code for codes in lists for code in codes]
    free = [code for code in codes if code not in skip]
    return (free[0] if free else None), [code for code in codes if not free or code != free[0]]


def _balance(named, carried, meaning, reading, n):
    if (side := _leans_to(reading, n)) and meaning.sign > 0:
        others = tuple(code for code in unique(named) if code != side)
        others = others or ((HOME,) if side != HOME and HOME in unique(reading.places) else ())
        return Sides(side, others, evidence="sentence" if others else "none")
    alone = len(unique(named)) == 1 and named[0].code not in (HOME, *BLOCS) and not carried
    if alone and codes_of(named, "of") and all(p.role in ("", "of") for p in named):
        return Sides(named[0].code)
    if holder := _holder(reading, named, meaning):
        pair = carried and holder in (carried.reporter, *carried.partners) and (carried.reporter, *carried.partners)
        others = tuple(code for code in pair or () if code not in (None, holder))
        return Sides(holder, others, evidence="sentence" if others else "none")
    subject = [p for p in named if p.role in ("", "of", "by")]
    others = [p for p in named if p.role in ("with", "from", "to", "in")]
    if subject and others and subject[0].code != others[0].code and not any(p.paired for p in named):
        reporter = subject[0].code
        return Sides(reporter, tuple(dict.fromkeys(p.code for p in others if p.code != reporter)), evidence="sentence")
    return _pair(named, carried, meaning, reading, n)


def _holder(reading, named, meaning):
    """The country alone before its verb: "Astana chịu thâm hụt 260 triệu USD", "Nga nhập siêu"; or None."""
    if meaning.cue is None or len(unique(named)) != 1 or named[0].role or named[0].code in (HOME, *BLOCS):
        return None
    gap = reading.words(named[0].last, meaning.cue)
    return named[0].code if named[0].last <= meaning.cue and set(gap) <= _HOLDS else None


_HOLDS = {
    "chịu",
    "bị",
    "có",
    "hưởng",
    "đạt",
    "đã",
    "đang",
    "lại",
    "vẫn",
    "mức",
    "thì",
    "luôn",
    "thu",
    "được",
    "còn",
    "phải",
}


def _leans_to(reading, n):
    """The country that a surplus "nghiêng về", "thuộc về" in the words after it, or None."""
    last = reading.quantities[n].last
    for place in reading.places:
        near = reading.words(place.first - 3, place.first)
        if reading.start_of(n) <= place.first < last and (near[1:] in _LEANS or [*near[:2], near[2:]] in _LEANS_TO):
            return place.code
    if reading.words(last, last + 2) not in _LEANS:
        return None
    return next((place.code for place in reading.places if last <= place.first <= last + 3), None)


_LEANS = (["nghiêng", "về"], ["thuộc", "về"])
_LEANS_TO = (["nghiêng", "về", ["phía"]], ["thuộc", "về", ["phía"]])


def _capital(named, carried, meaning, reading, n):
    """Source and host of an investment or of aid; a bare name after the verb receives ("Nga tặng Việt Nam")."""
    if meaning.cue is not None and any(p.role in ("", "by") and p.first < meaning.cue for p in named):
        named = [replace(p, role="to") if p.role == "" and p.first > meaning.cue and not p.paired else p for p in named]
    words = " ".join(token.text for token in reading.found).replace("cục đầu tư nước ngoài", "")
    host, source = codes_of(named, "to", "in"), codes_of(named, "of", "from", "", "by", "with")
    if not host and not source and "fdi" in reading.words(0, reading.quantities[n].first) and not carried:
        return Sides(HOME, ("WORLD",), "inbound", "sentence")
    if not host and not source:
        return Sides()
    known = carried and carried.partners and carried.flow == "inbound" and "nước ngoài" not in words
    if not source and host == [HOME] and not known and ("fdi" in words or "nước ngoài" in words):
        return Sides(HOME, ("WORLD",), "inbound", "sentence")
    if HOME in host or (source and HOME not in source and not host):
        others = [code for code in source if code != HOME]
        return Sides(HOME, tuple(others), "inbound", "sentence" if others else "none")
    if HOME in source or not source:
        others = [code for code in host if code != HOME] or [code for code in source if code != HOME]
        return Sides(HOME, tuple(others), "outbound" if others else None, "sentence" if others else "none")
    return Sides(source[0], tuple(host), "outbound", "sentence")
