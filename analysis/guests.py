"""The places of a count of visitors or students come in; whose they are and where they go, as Sides, goes out."""

from dataclasses import replace
from itertools import pairwise

from analysis.parties import HOME, Sides, codes_of, unique


def visitors(named, reading, n, carried):
    if _of_the_own(reading, n):
        return Sides(HOME, (HOME,), None, "sentence")
    if not named and _of_a_region(reading, n):
        return Sides(HOME, (), "inbound")
    if not named and carried and carried.partners:
        return Sides()
    if not named and carried and carried.reporter and n:
        return replace(carried, evidence="none")
    if carried and carried.partners and _listed_host(reading, n, named):
        return Sides(named[0].code, carried.partners, "inbound", carried.evidence)
    if _of_a_region(reading, n):
        return Sides(HOME, (), "inbound")
    words = " ".join(token.text for token in reading.found)
    named = [_guest_or_host(reading, place) for place in named]
    if _right_behind(named, reading.quantities[n]):
        named = [p for p in named if p.first >= reading.quantities[n].last or p.role in ("in", "to") or p.code == HOME]
    host, guest = codes_of(named, "to", "in"), codes_of(named, "of", "from", "", "by")
    guests = [code for code in guest if code != HOME]
    more = carried and carried.partners and HOME not in carried.partners and not _all(reading, n)
    if HOME in host and not guests and more:
        return Sides(HOME, carried.partners, "inbound", carried.evidence)
    if HOME in guest and host and HOME not in host and not guests:
        return Sides(HOME, tuple(host), "outbound", "sentence")
    if host and HOME not in host and [code for code in guests if code not in host]:
        return Sides(host[0], tuple(guests), "inbound", "sentence")
    foreign = "quốc tế" in words or "khách nước ngoài" in words or "du lịch nước ngoài" in words
    of_all = foreign and "khách nga" not in _around(reading, n)
    if _all(reading, n) and guests and not _beside(reading, n, named):
        return Sides(HOME, ("WORLD",), "inbound", "sentence")
    if of_all and (not guests or _hosts_first(reading, named)):
        abroad = host[0] if host and HOME not in host else HOME
        reporter = guests[0] if guests and _hosts_first(reading, named) else abroad
        return Sides(reporter, ("WORLD",), "inbound", "sentence")
    if guests:
        told = n and carried and carried.flow == "inbound" and not any(p.code == HOME for p in reading.places)
        return Sides(carried.reporter or HOME if told else HOME, tuple(guests), "inbound", "sentence")
    return Sides(HOME if named else None, (), "inbound")


def _all(reading, n):
    """True for "khách quốc tế đến Việt Nam đạt 4 triệu lượt", whoever's guests were told before."""
    said = " ".join(reading.words(reading.start_of(n), reading.quantities[n].last + 2))
    return any(noun in said for noun in ("khách quốc tế", "khách nước ngoài", "du lịch quốc tế", "du lịch nước ngoài"))


def _beside(reading, n, named):
    """True where a country abroad, no part of a source, stands near the number: its guests may be meant."""
    quantity = reading.quantities[n]
    abroad = [p for p in named if p.code != HOME and not p.weak]
    return any(p.first >= quantity.last or "," not in reading.words(p.last, quantity.first) for p in abroad)


def _of_a_region(reading, n):
    """True for "Khách đến từ châu Mỹ đạt 524 nghìn lượt": a region, no country, is named last before the number."""
    before = [p for p in reading.places if reading.start_of(n) <= p.first < reading.quantities[n].first]
    if _right_behind(reading.places, reading.quantities[n]):
        return False
    led = before and reading.words(before[-1].first - _LED, before[-1].first)
    if led and "đầu" in led and {"dẫn", "đứng"} & set(led):
        return False  # "Nga dẫn đầu thị trường châu Âu với 145.000 khách"
    return bool(before) and before[-1].kind == "region" and before[-1].role in ("from", "of", "")


# Tokens: "dẫn đầu thị trường" stands before the region.
_LED = 4


def _right_behind(places, quantity):
    """The countries of "145.000 khách từ Anh", right behind the number; [] where there are none."""
    behind = [p for p in places if p.role == "from" and p.first >= quantity.last]
    return behind if behind and behind[0].first - quantity.last <= 1 and behind[0].kind == "country" else []


def _of_the_own(reading, n):
    """True for "khách quốc tế 1,3 triệu; khách nội địa 1,2 triệu lượt, tăng 29%": guests from the country itself."""
    said = " ".join(reading.words(0, reading.quantities[n].last + 2))
    return "nội địa" in said and said.rfind("nội địa") > max(said.rfind("quốc tế"), said.rfind("nước ngoài"))


def _listed_host(reading, n, named):
    """ "Thái Lan đón 1,7 triệu khách Nga, Việt Nam 232 nghìn": a country alone before its number is a host too."""
    alone = len(named) == 1 and n and _guest_or_host(reading, named[0]).role == ""
    alone = alone and reading.quantities[n].first - named[0].last <= 1
    welcomed = n and _welcomes(reading.words(0, reading.quantities[n - 1].first))
    return bool(alone and welcomed and {",", ";", "và"} & set(reading.words(reading.start_of(n), named[0].first)))


_WELCOMES = {"đón", "thu", "tiếp"}

_GUESTS = {"khách", "người", "dân", "lượt"}


def _guest_or_host(reading, place):
    """ "Thái Lan đón 1 triệu khách Nga": who stands before the welcoming verb is the host, after "khách" the guest."""
    before = " ".join(reading.words(place.first - 4, place.first))
    if place.role == "to" and before.endswith(("tới khách", "đến khách", "tới khách du lịch", "đến khách du lịch")):
        return replace(place, role="from")  # "sau đó tới khách Thái Lan 2,2 triệu người"
    if place.role != "":
        return place
    if before.endswith("khách du lịch") or set(before.split()[-2:]) & _GUESTS:
        return replace(place, role="from")
    after = reading.words(place.last, place.last + 6)
    return replace(place, role="in") if _welcomes(after) else place


def _welcomes(words):
    """True where one of the words is a verb of welcome; "tiếp tục", "tiếp theo" are none."""
    return any(
        word in _WELCOMES and (word != "tiếp" or after not in ("tục", "theo", "nối", "đến"))
        for word, after in pairwise([*words, ""])
    )


def _around(reading, n):
    return " ".join(reading.words(reading.start_of(n), reading.clause_end(n)))


def _hosts_first(reading, named):
    """ "Nga đón 6 triệu lượt khách": the country before "đón" is the host."""
    words = [token.text for token in reading.found]
    if "đón" not in words or not named:
        return False
    return named[0].first < words.index("đón") and named[0].code != HOME


def students(named, reading):
    """Viet Nam's students and where they study; those of "152 nước" or of all the world are nobody's in particular."""
    others = [code for code in unique(named) if code not in (HOME, "WORLD")]
    if not others and any(place.code == "WORLD" for place in named):
        return Sides()
    if not others:
        return Sides(HOME if named else None, (), "outbound" if named else None)
    words = " ".join(token.text for token in reading.found)
    host = codes_of(named, "to", "in")
    own = any(
        phrase in words
        for phrase in (
            "cho việt nam",
            "sinh viên việt nam",
            "công dân việt nam",
            "học sinh việt nam",
            "người việt nam",
            "lưu học sinh việt nam",
            "cán bộ việt nam",
        )
    )
    gives = "giúp việt nam" not in words and any(
        f"việt nam {verb}" in words for verb in ("dành", "cấp", "tiếp nhận", "trao", "đào tạo")
    )
    own = own or any(_gives(reading, place) for place in named)
    inbound = not own and (HOME in codes_of(named, "in") or gives or HOME in host and "sinh viên" in words)
    return Sides(HOME, tuple(others), "inbound" if inbound else "outbound", "sentence")


def _gives(reading, place):
    """True for "Nga đã trao 600 suất học bổng tại Việt Nam": who studies comes from where they are given."""
    words = [word for word in reading.words(place.last, place.last + 4) if word not in _AUXILIARY]
    return place.code != HOME and place.role in ("", "by") and words[:1] != [] and words[0] in _GIVING


_AUXILIARY = {"đã", "sẽ", "đang", "cũng", "tiếp", "tục", "vừa", "còn"}
_GIVING = {"trao", "cấp", "dành", "tặng"}
