"""The places of an investment or of aid and its Meaning come in; who gives and who receives goes out, as Sides."""

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
    giver = carried.reporter if carried and carried.flow == "outbound" else None
    if not source and host and HOME not in host and giver not in (None, HOME):
        return Sides(giver, tuple(host), "outbound", "sentence")  # "cho Cuba 29 tỷ và cho Lào 1 tỷ"
    if HOME in source or not source:
        others = [code for code in host if code != HOME] or [code for code in source if code != HOME]
        return Sides(HOME, tuple(others), "outbound" if others else None, "sentence" if others else "none")
    return Sides(source[0], tuple(host), "outbound", "sentence")
