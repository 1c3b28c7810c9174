"""The places of a share and its Meaning come in; whose part of whose trade it is goes out, as Sides."""

import re

from analysis.parties import (
    BLOCS,
    HOME,
    JOINT,
    Sides,
    added_up,
    after_end,
    foreign,
    joined_list,
    tail_end,
    turn_of_list,
)
from analysis.place_roles import acts
from analysis.places import members
from analysis.shares import last_of_run


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
        if turn.kind == "region":
            return Sides(HOME, (), JOINT)
    if one := _member_sells(part, carried):
        return one
    if told := _of_all_trade(reading, n, part) or _market_of_home(reading, measure, part):
        return told
    end = after_end(reading, last_of_run(reading, n))
    after = [
        p
        for p in reading.places
        if reading.quantities[n].last <= p.first < end and p.kind in ("country", "bloc")
    ]
    after = [] if n and len(after) == 1 and _opens_next(reading, n, after[0]) else after
    added = added_up(reading, n)
    if added and HOME not in added and all(place.code == HOME for place in after):
        home = carried.reporter if carried and carried.reporter not in (None, *added) else HOME
        return Sides(home, added, evidence="sentence")
    if measure == "turnover" and (two := _between_two(reading, after)):
        return two
    sold = measure == "export"
    owner = [
        p.code
        for p in after
        if p.role == "of"
        or p.role == "" and (p.code == HOME or acts(reading.found, p))
        or sold and (p.role == "from" or (p.role, p.code) == ("goods", HOME))
    ]
    others = [p.code for p in after if p.role in ("to", "from", "with", "in") and p.code not in (HOME, *owner)]
    if sold and owner and part and reading.words(part[-1].first - 2, part[-1].first) == ["doanh", "nghiệp"]:
        return Sides(owner[0], (), JOINT)  # "Các doanh nghiệp Hàn Quốc đóng góp 30% xuất khẩu của Việt Nam"
    if sold and (buyers := _listed_before(reading, n, owner, carried)):
        return Sides(owner[0], buyers, evidence="sentence")
    if foreign(carried) and not part and carried.partners == tuple(others):
        return carried  # "mua 9,4 triệu tấn, chiếm 30% tổng nguồn cung từ Nga"
    if others == ["WORLD"] and not part and carried and carried.partners not in ((), ("WORLD",)):
        return carried  # "chỉ tương đương 1% doanh số bán ra thế giới"
    if measure == "import" and meaning.cue is None and [p.role for p in part[1:]] == ["in"] and not after:
        return Sides(part[1].code, (part[0].code,), evidence="sentence")  # "thị phần gạo Việt ở Nga"
    if one := _of_many(reading, n, end, part, owner) or _elsewhere(part, after, carried):
        return one
    if measure == "import" and not owner and (buyer := _must_buy(reading, n, part)):
        return Sides(buyer, tuple(dict.fromkeys(others)), JOINT, "sentence" if others else "none")
    begin = 0 if turn else first
    if sold and part and any(p.code == HOME and p.role == "to" and begin <= p.first < last for p in reading.places):
        return Sides(part[-1].code, (HOME,), evidence="sentence")  # "tỷ trọng xuất khẩu lớn nhất sang Việt Nam"
    if measure == "import" and (buyer := _buys(reading, part)):
        sellers = carried.partners if carried and carried.reporter == buyer else ()
        sellers = sellers or tuple(dict.fromkeys(p.code for p in part if p.code != buyer)) or (HOME,)
        return Sides(buyer, sellers, evidence="sentence")
    return _by_roles(measure, carried, reading, part, after, owner, others)


def _member_sells(part, carried):
    """The Sides of "EAEU xuất khẩu sang Việt Nam 1,9 tỷ USD, trong đó Nga chiếm 95%": what Russia sells; or None."""
    sold = carried and carried.flow == "export" and carried.partners == (HOME,)
    inside = sold and len(part) == 1 and part[0].code in members().get(carried.reporter, ())
    return Sides(part[0].code, (HOME,), evidence="sentence") if inside else None


def _between_two(reading, after):
    """The Sides of "95% thương mại giữa Nga và Lào": the trade of these two; or None."""
    codes = list(dict.fromkeys(place.code for place in after))
    two = len(codes) == 2 and HOME not in codes and reading.words(after[0].first - 1, after[0].first) == ["giữa"]
    return Sides(codes[0], (codes[1],), "bilateral", "sentence") if two else None


def _opens_next(reading, n, place):
    """True for the second of "Trung Quốc 17% và Algeria 15%": with a number of its own, it owns no whole."""
    joined = reading.words(reading.quantities[n].last, place.first) == ["và"] and not place.role
    return joined and n + 1 < len(reading.quantities) and reading.quantities[n + 1].first == place.last


def _of_all_trade(reading, n, part):
    """The Sides of "Nga chiếm 20% xuất khẩu lúa mì thế giới": the world's trade, of which a country has a part."""
    if not {"giới", "cầu"} & set(reading.said.split()):
        return None
    quantity = reading.quantities[n]
    behind = " ".join(reading.words(quantity.last, after_end(reading, last_of_run(reading, n))))
    before = " ".join(reading.words(reading.start_of(n), quantity.first))
    sold = _OF_ALL.match(behind) and (_SOLD.search(before) or before == "và" and _DEALT.search(reading.said))
    if not (sold or _OF_WORLD.match(behind) or _IN_WORLD.search(before)):
        return None
    codes = tuple(dict.fromkeys(p.code for p in part if p.code != "WORLD" and p.role in ("", "of", "by")))
    return Sides("WORLD", codes, evidence="sentence") if codes else None


_TRADED = (
    r"(?:thương mại|(?:xuất|nhập) (?:khẩu|cảng))(?: (?!của |ra |sang |với |lớn|số |hàng đầu|đứng|thứ)\w+){0,4}"
    r"(?: của)?(?: toàn)? (?:thế giới|toàn cầu)(?!\w)"
)
_OF_WORLD = re.compile(
    rf"(?:trong )?(?:tổng )?(?:(?:lượng|số|kim ngạch|trị giá|giá trị|sản lượng|khối lượng) ){{0,2}}{_TRADED}"
)
# "Mỹ và Nga lần lượt bán được 33% và 23% trên tổng lượng vũ khí toàn cầu".
_DEALT = re.compile(r"(?<!\w)(?:bán|xuất khẩu|cung cấp|cung ứng)(?!\w)")
_SOLD = re.compile(rf"{_DEALT.pattern}(?: \w+){{0,3}}$")
_OF_ALL = re.compile(
    r"(?:và [^,;]{1,14} )?(?:trên |trong |của )?tổng (?:lượng|số|nguồn cung)(?: \w+){0,3} (?:thế giới|toàn cầu)"
)
# "Tỷ trọng của Nga trong xuất khẩu lúa mì toàn cầu là 20%".
_IN_WORLD = re.compile(
    rf"(?:tỷ trọng|tỉ trọng|thị phần|tỷ lệ) của(?: \w+){{1,4}} (?:trong|trên)(?: \w+){{0,4}} {_TRADED}(?: \w+){{0,4}}$"
)


def _market_of_home(reading, measure, part):
    """ "Malaysia là thị trường mà Việt Nam nhập khẩu nhiều nhất, chiếm 33%": Viet Nam's trade with it; or None."""
    if len(part) != 2 or part[1].code != HOME or reading.words(part[1].first - 1, part[1].first) != ["mà"]:
        return None
    verb = reading.words(part[1].last, part[1].last + 2)
    flow = {"nhập": "import", "mua": "import", "xuất": "export", "bán": "export"}.get(verb[0] if verb else "")
    return Sides(HOME, (part[0].code,), evidence="sentence") if flow == measure else None


def _by_roles(measure, carried, reading, part, after, owner, others):
    """The sides by who stands before ("Nga chiếm"), who owns the whole ("của Việt Nam"), and whom it goes to."""
    sold = measure == "export"
    subject = [p.code for p in part if not (p.role == "in" and p.code in BLOCS)]
    held = [p.code for p in part if p.role == "of"]
    bare = [p.code for p in part if p.role == "" and p.code not in held] or held[:-1]
    if held and bare and bare[-1] != held[-1] and not owner and not others and subject[-1] == held[-1]:
        return Sides(held[-1], (bare[-1],), evidence="sentence")
    if held and not owner and not others and (one := _own_flow(sold, reading, part, held[-1])):
        return one
    if owner and bare and held[-1:] == owner[:1] and bare[-1] != owner[0]:
        return Sides(owner[0], (bare[-1],), evidence="sentence")  # "EU là thị trường thứ hai của ta, chiếm 35% của ta"
    if sold and owner and bare and not others and subject[-1] == owner[0] != bare[-1]:
        return Sides(owner[0], (bare[-1],), evidence="sentence")  # "Ý nhập hàng Nga nhiều nhất, chiếm 9% của Nga"
    into = [p.code for p in after if p.role == "to" and p.code != HOME]
    if into and measure == "import" and part and part[-1].role == "from" and not owner and part[-1].code != into[0]:
        return Sides(into[0], (part[-1].code,), evidence="sentence")  # "nhập từ Việt Nam chiếm 6% lượng nhập vào Nga"
    if into and measure == "import" and not subject and not any(p.role == "of" for p in after):
        origin = [p.code for p in after if p.code != into[0]]
        return Sides(into[0], (origin[0] if origin else HOME,), evidence="sentence")
    source = [p.code for p in after if p.role == ("to" if sold else "from") and p.code not in (*owner, *BLOCS)]
    if owner and source and not (sold and owner[0] in source):
        return Sides(owner[0], tuple(dict.fromkeys(source)), evidence="sentence")
    if owner and subject and owner[0] != subject[-1]:
        listed = [p.code for p in joined_list(reading, part) if p.code != owner[0]]
        return Sides(owner[0], tuple(dict.fromkeys(listed)), evidence="sentence")
    if subject and subject[-1] == HOME and not after and not sold and (buyer := _needs(reading, part)):
        return Sides(buyer, (HOME,), evidence="sentence")
    if subject and subject[-1] == HOME and not after and carried and HOME != carried.reporter is not None:
        together = "cùng" in reading.words(part[-1].last, part[-1].last + _TOGETHER)
        listed = [p.code for p in joined_list(reading, part)] if together else [HOME]
        return Sides(carried.reporter, tuple(listed), evidence="sentence")
    if subject and subject[-1] != HOME and others and all(code in BLOCS for code in others):
        return Sides(HOME, (subject[-1],), evidence="sentence")
    if others and (not subject or subject[-1] in (HOME, *others)):
        return Sides(HOME, tuple(others), evidence="sentence")
    if subject and not after and subject[-1] != HOME:
        home = carried.reporter if carried and carried.reporter not in (None, subject[-1]) else HOME
        return Sides(home, (subject[-1],), evidence="sentence")
    return None


# Tokens: "Trung Quốc và Việt Nam, cùng chiếm".
_TOGETHER = 3


def _own_flow(sold, reading, part, code):
    """The Sides of "nhập khẩu của EU từ Campuchia, chiếm 83% tổng lượng nhập": part of what EU buys; or None."""
    way, first = "to" if sold else "from", part[0].first
    far = [p for p in reading.places if p.role == way and first < p.first <= part[-1].last + _BEHIND and p.code != code]
    return Sides(code, (far[0].code,), evidence="sentence") if far and code != HOME else None


# Tokens from "của Lào" to the name in "sang thị trường Thái Lan".
_BEHIND = 4


def _listed_before(reading, n, owner, carried):
    """The buyers of "A, B và C mua 18 triệu tấn của Nga, chiếm 60% tổng lượng xuất khẩu từ Nga"; or ()."""
    if not carried or carried.reporter is not None or not owner or carried.partners != tuple(owner):
        return ()
    named = [p for p in reading.places if p.last <= reading.quantities[n - 1].first and not p.role and not p.weak]
    return tuple(dict.fromkeys(p.code for p in joined_list(reading, named) if p.code not in owner))


def _of_many(reading, n, end, part, owner):
    """ "Nga đáp ứng 40% nhu cầu khí đốt của châu Âu", "30% lượng nhập của nhiều nước": a whole of more than one."""
    last = reading.quantities[n].last
    region = any(p.kind == "region" and p.role == "of" and last <= p.first < end for p in reading.places)
    said = not owner and (region or any(phrase in " ".join(reading.words(last, end)) for phrase in _MANY))
    codes = tuple(dict.fromkeys(place.code for place in part if place.role in ("", "by")))
    return Sides(None, codes, JOINT, "sentence" if codes else "none") if said else None


_MANY = tuple(f"của {many} {noun}" for many in ("một số", "nhiều", "các", "những") for noun in ("nước", "quốc gia"))


def _elsewhere(part, after, carried):
    """ "Ở Việt Nam, tỷ lệ tương ứng chưa tới 1%" after another buyer's share from Russia: Viet Nam's from Russia."""
    place = part[0] if len(part) == 1 and not after else None
    if place is None or place.role != "in" or place.code in BLOCS or not foreign(carried) or not carried.partners:
        return None
    known = place.code in (carried.reporter, *carried.partners)
    return None if known else Sides(place.code, carried.partners, evidence="sentence")


def _must_buy(reading, n, part):
    """The country of "nước này phải nhập khẩu hơn 85% dầu": the buyer, no part of what another buys; or None."""
    last = part[-1] if part else None
    verb = reading.words(last.last, reading.quantities[n].first) if last and not last.role else []
    buys = "nhập" in verb[:_TO_VERB] and not {",", "chiếm"} & set(verb) and last.code not in (HOME, *BLOCS)
    return last.code if buys else None


# Tokens: "hiện vẫn phải nhập khẩu" has three before the verb.
_TO_VERB = 4


def _needs(reading, part):
    """The buyer of "Nga nhập khẩu toàn bộ cà phê, trong đó Việt Nam đáp ứng 30% nhu cầu"; or None."""
    first = part[0]
    buys = reading.words(first.last, first.last + 2) == ["nhập", "khẩu"] and not first.role
    return first.code if buys and first.code not in (HOME, *BLOCS) else None


def _buys(reading, part):
    """The country abroad that buys the whole: "thị phần cá tra trong tổng lượng cá Nga nhập khẩu là 7%"; or None."""
    last = part[-1] if part else None
    verb = last and reading.words(last.last, last.last + 1) in (["nhập"], ["mua"])
    whole = last and {"tổng", "lượng", "số"} & set(reading.words(last.first - 5, last.first))
    return last.code if verb and whole and last.code != HOME else None
