"""The places of an export or import and its Meaning come in; who sells to whom goes out, as Sides."""

from dataclasses import replace

from analysis.further_partners import (
    next_buyer,
    next_market,
    next_of_row,
    next_seller,
    of_same_side,
    one_of_two,
    owns_list,
    rival,
    seller_in_list,
)
from analysis.meanings import consumer
from analysis.parties import BLOCS, HOME, JOINT, Sides, carried_home, codes_of, foreign, unique
from analysis.ranked_beside import next_in_rank, of_many, ranked_beside
from analysis.rankings import next_in_row


def trade_flow(measure, named, meaning, carried, reading, n):
    """Reporter and partners of an export or import by prepositions and by what stands before the verb."""
    named = [replace(p, role="to") if _in_market(reading, p) else p for p in named] if measure == "export" else named
    if measure == "import" and n and not named and (buyer := consumer(reading)):
        return Sides(buyer, (), JOINT)
    told = [place for place in named if place.role != "in"]
    if unique(told) == [HOME] and told[0].role in ("from", "to") and (venue := _venue(reading, n)):
        return Sides(venue, (HOME,), evidence="sentence")
    alone = named[0] if len(unique(named)) == 1 else None
    if more := next_market(reading, named, meaning, carried) if named else one_of_two(reading, n, named, carried):
        return more
    if alone and (one := ranked_beside(reading, n, alone, carried) or of_many(reading, n, alone, carried)):
        return one
    if alone and (one := next_in_rank(reading, n, alone, carried)):
        return one
    if alone and (one := _next_to_same(reading, n, alone, carried) or next_seller(reading, n, alone, carried)):
        return one
    if named and (one := next_of_row(reading, n, named, measure, carried)):
        return one
    if alone and (one := rival(reading, n, alone, carried) or next_buyer(reading, n, alone, meaning, carried)):
        return one
    if meaning.cue is None and alone and alone.code != HOME and alone.role in ("", "with", "than"):
        return _wordless(reading, alone, carried)
    if between := _between_home(named):
        return between
    if listed := _with_amount(reading, n, named, meaning, carried):
        return Sides(carried_home(carried, listed), listed, evidence="sentence")
    named = _earned(named, reading, meaning)
    if unique(named) == [HOME] and named[0].role == "with" and not foreign(carried) and named[0].first <= 1:
        return Sides(HOME)
    cue = meaning.cue if meaning.cue is not None else 10**6
    if fronted := _market_in_front(reading, named, cue):
        return fronted
    named = _without_aside(reading, n, named, cue)
    subject = [p.code for p in named if p.role in ("", "by") and p.first < cue]
    if not subject and measure == "import" and any(p.role == "from" for p in named):
        subject = [p.code for p in named if p.role == "in" and p.first < cue]
    market = meaning.detail.endswith("_market") or measure == "export" and _brings(reading, named, cue)
    supplied = measure == "import" and _supplies(reading, n, named, cue)
    market = market or supplied
    market = market or measure == "export" and _is_market(reading, named, cue)
    named = _bought_from(named, reading, cue) if measure == "import" else named
    of, to, source, with_ = (codes_of(named, role) for role in ("of", "to", "from", "with"))
    of = [code for code in of if measure == "export" or code not in source]  # "mua từ Nga, kể cả từ cảng của Nga"
    subject = [code for code in subject if code != "WORLD" or not of]  # "suy thoái toàn cầu, xuất khẩu của Hàn Quốc"
    bare_after = [p.code for p in named if p.role in ("", "in") and p.first > cue]
    sold = codes_of(named, "goods")
    if sold and measure == "import" and not source:
        source = sold
    elif sold and measure == "export":
        of = sold + of
    if measure == "import" and of and not source and reading.words(cue - 1, cue) in (["nước"], ["gia"]):
        buyer = [code for code in subject + bare_after if code not in of]
        return Sides(buyer[0] if buyer else None, tuple(of[:1]), evidence="sentence")
    before = n and cue < reading.start_of(n)
    if market and not named and (foreign(carried) or before and carried and carried.partners):
        return carried
    if market and (one := seller_in_list(reading, n, named, meaning)):
        return one
    if market and measure == "export" and HOME in to and subject and subject[0] != HOME:
        return Sides(subject[0], (HOME,), evidence="sentence")  # "là thị trường xuất khẩu nhiều nhất vào Việt Nam"
    if market:
        buys = meaning.detail == "import_market" or supplied
        told = before and (foreign(carried) or owns_list(reading, carried)) and carried.reporter not in unique(named)
        owner = next(iter(of or (to if buys else ())), carried.reporter if told else HOME)
        if owner == HOME and subject[:1] == [HOME] and not of + to + source:
            owner = _carried_or_seat(reading, carried) or owner
            if owner == HOME and buys:
                return Sides(None, (HOME,), evidence="sentence")  # "Việt Nam là nhà cung cấp thứ năm": somebody buys
        partner = [code for code in subject + to + source + bare_after if code != owner]
        return Sides(owner, tuple(partner[:1]), evidence="sentence" if partner else "none")
    if measure == "import" and to and of and not source and of[0] != to[0] and not subject:
        return Sides(to[0], (of[0],), evidence="sentence")
    if measure == "import" and subject and not source + of and (buyer := _brought_to(reading, named, cue)):
        return Sides(buyer, tuple(subject[:1]), evidence="sentence")
    if (to or source or measure == "import" and of or meaning.measure == measure) and _several(named, reading, cue):
        given = tuple(dict.fromkeys(to or source or (of if measure == "import" else ())))
        return Sides(None, given, JOINT, "sentence" if given else "none")
    others = [code for code in subject + of + to if code != HOME or code in subject + to]
    if measure == "export" and len(bare_after) > 1 and not others and _names_markets(reading, n):
        return Sides(HOME, tuple(dict.fromkeys(bare_after)), evidence="sentence")
    roles = {"subject": subject, "of": of, "to": to, "from": source, "with": with_, "after": bare_after}
    roles["sold_from"] = [p.code for p in named if measure == "export" and _is_sold_from(reading, p)]
    return _two_sides(measure, roles, carried, cue < reading.start_of(n) or _sells_on(reading, n, measure, carried))


def _is_sold_from(reading, place):
    """True for "xuất khẩu từ Nga", who sells; not for "đơn hàng từ Nga" that bring money."""
    return reading.words(place.first - 3, place.first) == ["xuất", "khẩu", "từ"]


def _sells_on(reading, n, measure, carried):
    """True for the last of "Nhật Bản đã xuất khẩu A sang Hàn Quốc; B sang Việt Nam; xuất khẩu C sang Đài Loan"."""
    first = reading.places[0] if n and reading.places else None
    subject = first and not first.role and first.first < reading.quantities[0].first and first.code != HOME
    return bool(subject and carried) and (first.code, measure) == (carried.reporter, carried.flow)


def _brought_to(reading, named, cue):
    """Where goods named before the verb are taken to: Viet Nam in "thịt gà Mỹ nhập khẩu về Việt Nam"; or None."""
    behind = [p for p in named if p.role == "to" and p.first > cue]
    return next((p.code for p in behind if reading.words(p.first - 1, p.first) in (["về"], ["vào"])), None)


def _in_market(reading, place):
    """True for "Tại thị trường Ý, xuất khẩu chè đạt 3 triệu USD": it is sold to the market it is sold in."""
    abroad = place.role == "in" and place.kind in ("country", "bloc") and place.code != HOME
    return abroad and reading.words(place.first - 2, place.first) == ["thị", "trường"]


def _next_to_same(reading, n, place, carried):
    """One more seller to the same buyer: in a row of sellers, or next in rank behind a part of what the buyer takes."""
    if place.role:
        return None
    if n and reading.row_to and carried and carried.partners == reading.row_to and place.code not in reading.row_to:
        return Sides(place.code, carried.partners, evidence="sentence")
    buyer = reading.whole_of if not n and next_in_row(reading) else None
    return Sides(buyer, (place.code,), evidence="sentence") if buyer not in (None, place.code) else None


def _wordless(reading, place, carried):
    """The sides of "Trung Quốc 590 triệu USD": one more country of a row, without a word of trade of its own."""
    if carried and carried.partners and carried.reporter == place.code:
        return carried
    if foreign(carried) and {"xếp", "đứng"} & set(reading.words(place.last, place.last + 2)):
        return Sides(None, (), JOINT)
    if of_same_side(carried, place.code):
        return Sides(place.code, (HOME,), evidence="sentence")
    return Sides(carried_home(carried, (place.code,)), (place.code,), evidence="sentence")


def _two_sides(measure, roles, carried, in_list):
    """The sides by the prepositions alone: an export goes from `near` to `far`, an import the other way."""
    subject, of, with_ = roles["subject"], roles["of"], roles["with"]
    near, far = (roles["from"], roles["to"]) if measure == "export" else (roles["to"], roles["from"])
    bare_after = roles["after"]
    reporter, rest = _first_of(subject, of, near if far or measure == "import" else [], bare_after, skip=far)
    if measure == "export" and not far and near and reporter is None:
        reporter = near[0]
    partners = far or with_ or [code for code in rest if code != reporter]
    partners = [code for code in dict.fromkeys(partners) if code != reporter]
    if measure == "import" and not far and subject and of and of[0] != subject[0]:
        partners = of
    if reporter is None and partners and HOME not in partners:
        reporter = carried_home(carried, partners, bool(far or with_) and in_list)
    if reporter and reporter != HOME and not partners and not of and of_same_side(carried, reporter):
        return Sides(reporter, (HOME,), evidence="sentence")
    if reporter and reporter != HOME and not (partners or subject or of or reporter in roles["sold_from"]):
        return Sides(carried_home(carried, (reporter,)), (reporter,), evidence="sentence")
    return Sides(reporter, tuple(partners), evidence="sentence" if partners else "none")


def _with_amount(reading, n, named, meaning, carried):
    """The markets of "lớn nhất là Mỹ, Đức và Nga với kim ngạch lần lượt": no verb makes them sell; else ().

    "Indonesia dẫn đầu với 900 xe, kim ngạch 20 triệu USD" in a row of Viet Nam's is one, too.
    """
    weak = meaning.detail == "turnover_weak" and meaning.cue is not None and HOME not in unique(named)
    if not weak or not named or any(place.role or place.last > meaning.cue for place in named):
        return ()
    first, last = reading.start_of(n), reading.quantities[n].first
    verb = any(cue.label in ("export", "import") and first <= cue.first < last for cue in reading.cues)
    near = reading.words(named[-1].last, meaning.cue)
    home = carried.reporter == HOME if carried else meaning.measure == "import"
    ranked = near[:1] in (["dẫn"], ["đứng"], ["xếp"]) or near[:3] == ["là", "thị", "trường"]
    told = near[-1:] == ["với"] or home and ranked
    return () if verb or not told else tuple(unique(named))


def _market_in_front(reading, named, cue):
    """ "Riêng thị trường Úc, các doanh nghiệp Việt Nam nhập 12 triệu tấn": who acts stands before the verb; or None."""
    bare = [p for p in named if not p.role and p.last <= cue]
    if len(bare) != 2 or len(named) != 2 or bare[0].code == bare[1].code:
        return None
    front, actor = bare
    market = reading.words(front.first - 2, front.first) == ["thị", "trường"]
    acts = len(reading.words(actor.last, cue)) <= _AUXILIARIES < len(reading.words(front.last, actor.first))
    return Sides(actor.code, (front.code,), evidence="sentence") if market and acts else None


def _without_aside(reading, n, named, cue):
    """The places without those of "trong khi Mỹ và châu Âu còn yếu thì" before the country right before its verb."""
    said = " ".join(reading.words(reading.start_of(n), min(cue, len(reading.found))))
    actor = next((p for p in reversed(named) if p.role == "" and p.last <= cue), None)
    if actor is None or " trong khi " not in f" {said}" or len(reading.words(actor.last, cue)) > _AUXILIARIES:
        return named
    turn = [p for p in range(actor.first) if reading.found[p].text in ("thì", ",")]
    return [p for p in named if not turn or p.first > turn[-1] or p.role]


# Tokens: "Trung Quốc vẫn đã mua" has two between.
_AUXILIARIES = 2


def _between_home(named):
    """ "giữa Việt Nam và Nga": a flow between the two is worded from Viet Nam's side; None where it is not so."""
    codes = unique(named)
    if len(codes) != 2 or HOME not in codes or any(place.role != "with" for place in named):
        return None
    return Sides(HOME, tuple(code for code in codes if code != HOME), evidence="sentence")


def _bought_from(named, reading, cue):
    """ "mua của Nga", "nhập của Nga": the seller, not the one who reports."""
    if cue >= len(reading.found):
        return named
    if reading.found[cue].text in ("chi", "trả", "bỏ"):
        return [replace(p, role="from") if p.role == "to" and p.first > cue else p for p in named]
    if reading.found[cue].text not in ("mua", "nhập", "hàng", "lượng"):
        return named
    verb = " ".join(reading.words(cue, cue + 4))
    if "khẩu" in verb.split()[:3]:
        return named
    nearest = next((p for p in named if p.first > cue and p.role == "of"), None)
    return [replace(p, role="from") if p is nearest else p for p in named]


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
    buyers = gap and gap[0] == "là" and gap[-1] in ("nước", "gia", "trường", "khách") and len(gap) <= _COUNTED
    if len({p.code for p in subject}) < 2 or not buyers and gap not in ([], ["cùng"], ["cùng", "nhau"]):
        return False
    return reading.words(subject[-2].last, subject[-1].first) in ([","], ["và"], ["cùng"], ["cùng", "với"])


# Tokens: "là 3 quốc gia" has four, with "những" five.
_COUNTED = 5


def _is_market(reading, named, cue):
    """True for "Nga luôn là thị trường chủ đạo của xuất khẩu chè": the country buys what the other sells."""
    subject = next((p for p in named if p.role == "" and p.last <= cue < len(reading.found)), None)
    words = reading.words(subject.last, cue) if subject else []
    return "là" in words[:_TO_VERB] and ("thị trường" in " ".join(words) or "khách" in words)


# Tokens: "vẫn luôn tiếp tục là" has five.
_TO_VERB = 5


def _names_markets(reading, n):
    """True for "có ba thị trường đạt trên 1 tỷ USD là A, B và C"."""
    return "thị trường" in " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))


def _supplies(reading, n, named, cue):
    """True for "Úc là thị trường lớn nhất cung cấp lúa mì cho Việt Nam, với lượng nhập": named as a seller before."""
    first = reading.start_of(n)
    told = any(hit.label == "import_market" and first <= hit.first and hit.last <= cue for hit in reading.cues)
    return told and any(p.role == "to" and p.first < cue for p in named)


def _venue(reading, n):
    """The country of "Tại cảng Vladivostok, hàng từ Việt Nam tăng 12%": its imports are meant; or None."""
    place = reading.places[0] if reading.places else None
    there = place and place.role == "in" and place.code not in (HOME, *BLOCS) and place.first <= _FRONT
    return place.code if there and "hàng" in reading.words(place.last, reading.quantities[n].first) else None


# Tokens before the name in "Tại các cảng ở Nga".
_FRONT = 5


def _carried_or_seat(reading, carried):
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
