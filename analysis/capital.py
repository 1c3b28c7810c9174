"""The places of an investment or of aid and its Meaning come in; who gives and who receives goes out, as Sides."""

import re
from dataclasses import replace

from analysis.parties import HOME, Sides, codes_of, quoted


def _giver(reading, n, meaning):
    """The country of "Chính phủ Nga viện trợ cho Cuba": an office that gives speaks for its country; else []."""
    if meaning.measure != "aid" or meaning.cue is None:
        return []
    before = [p for p in reading.places if reading.start_of(n) <= p.first < meaning.cue]
    alone = len(before) == 1 and before[0].weak and before[0].kind == "country" and before[0].code != HOME
    return before if alone and not before[0].role and not quoted(reading, before[0]) else []


def sides_of_capital(named, carried, meaning, reading, n):
    """Source and host of an investment or of aid; a bare name after the verb receives ("Nga tặng Việt Nam")."""
    named = _giver(reading, n, meaning) + named
    if meaning.cue is not None and any(p.role in ("", "by") and p.first < meaning.cue for p in named):
        named = [replace(p, role="to") if p.role == "" and p.first > meaning.cue and not p.paired else p for p in named]
    words = " ".join(token.text for token in reading.found).replace("cục đầu tư nước ngoài", "")
    host, source = codes_of(named, "to", "in"), codes_of(named, "of", "from", "", "by", "with")
    if _from_many(named, reading, n):
        return Sides(HOME, ("WORLD",), "inbound", "sentence")
    if _sent_abroad(reading, n) and not any(p.code != HOME for p in named):
        return Sides(HOME, (), "outbound")
    if not host and not source and _of_foreigners(reading, n) and not (carried and carried.partners):
        return Sides(HOME, ("WORLD",), "inbound", "sentence")
    if not host and not source:
        return Sides()
    if not host and _two_others(reading, named):
        return Sides(named[0].code, (named[-1].code,), None, "sentence")
    known = carried and carried.partners and carried.flow == "inbound" and "nước ngoài" not in words
    if not source and host == [HOME] and not known and ("fdi" in words or "nước ngoài" in words):
        return Sides(HOME, ("WORLD",), "inbound", "sentence")
    if HOME in host or (source and HOME not in source and not host):
        others = [code for code in source if code != HOME]
        return Sides(HOME, tuple(others), "inbound", "sentence" if others else "none")
    giver = carried.reporter if carried and carried.flow == "outbound" else None
    if not source and host and HOME not in host and giver not in (None, HOME):
        return Sides(giver, tuple(host), "outbound", "sentence")  # "cho Cuba 29 tỷ và cho Lào 1 tỷ"
    if HOME in source or not source:
        others = [code for code in host if code != HOME] or [code for code in source if code != HOME]
        return Sides(HOME, tuple(others), "outbound" if others else None, "sentence" if others else "none")
    return Sides(source[0], tuple(host), "outbound", "sentence")


def from_all(own, reading, n, told):
    """The Sides of "vốn FDI vào Nga đạt 3 tỷ USD": from all, unless what Viet Nam invests abroad was `told` of."""
    home = any(place.code == HOME for place in reading.places)
    if home or own.flow != "outbound" or own.reporter != HOME or len(own.partners) != 1:
        return own
    if any(one and (one.reporter, one.flow) == (HOME, "outbound") for one in told):
        return own
    said = " ".join(reading.words(0, reading.quantities[n].first))
    foreign = _FOREIGN.search(said) and "ra nước ngoài" not in said
    return Sides(own.partners[0], ("WORLD",), "inbound", "sentence") if foreign else own


_FOREIGN = re.compile(r"(?<!\w)(?:fdi|vốn ngoại|(?:vốn|đầu tư|đầu tư trực tiếp)(?: của)? nước ngoài)(?!\w)")


def _sent_abroad(reading, n):
    """True for "vốn đầu tư của Việt Nam ra nước ngoài đạt 120 triệu USD": with no country in particular."""
    return "ra nước ngoài" in " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))


def _two_others(reading, named):
    """True for "Nga và Iran muốn nâng vốn đầu tư lên A, thương mại song phương lên B": both sides are abroad."""
    both = any(hit.label == "both" for hit in reading.points) and HOME not in {p.code for p in reading.places}
    joined = len(named) == 2 and reading.words(named[0].last, named[1].first) == ["và"]
    return both and joined and named[0].code != named[1].code and not named[0].role


def _of_foreigners(reading, n):
    """True for "vốn FDI đăng ký", "vốn đầu tư trực tiếp nước ngoài thực hiện": what comes in from all."""
    said = " ".join(reading.words(0, reading.quantities[n].first))
    return "fdi" in said.split() or "đầu tư trực tiếp nước ngoài" in said or "đầu tư trực tiếp của nước ngoài" in said


def _from_many(named, reading, n):
    """True for "vốn FDI đạt 12 tỷ USD, chủ yếu đến từ Hàn Quốc, Thái Lan và Hà Lan": a total, whose givers follow."""
    last = reading.quantities[n].last
    behind = [p for p in named if p.first >= last and p.code != HOME]
    if len({p.code for p in behind}) < 2 or any(p.code != HOME and p.first < last for p in named):
        return False
    return not _MOSTLY.isdisjoint(reading.words(last, behind[0].first))


_MOSTLY = {"yếu", "phần", "nhất", "trung", "đa"}
