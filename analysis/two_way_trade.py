"""The places of a turnover or a balance and its Meaning come in; the two sides of it go out, as Sides."""

from analysis.further_partners import passed
from analysis.parties import BLOCS, HOME, JOINT, Sides, codes_of, foreign, unique
from analysis.places import members


def turnover(named, carried, meaning, reading, n):
    """Both sides of a turnover."""
    codes = unique(named)
    others = [code for code in codes if code != HOME]
    if not codes:
        return Sides()
    if one := passed(reading, n, carried):
        return one
    if len(codes) == 1 and (_with_thirds(reading, n) or any(_with_many(reading, p) for p in named)):
        return Sides(codes[0], (), JOINT)
    if carried and not carried.partners and codes[0] in members().get(carried.reporter, ()):
        return Sides(codes[0], (), JOINT)
    if carried and _ranked_beside(reading, named, carried):
        return Sides(codes[0], carried.partners, evidence="sentence")
    if codes == [HOME] and named[0].role in ("with", "to", "from") and foreign(carried):
        return Sides(carried.reporter, (HOME,), evidence="sentence")
    if len(codes) == 1 and others and meaning.detail == "turnover" and _foreign_trade(reading, n):
        return Sides(codes[0], ("WORLD",), evidence="sentence")
    if len(codes) == 1 and others and _of_its_own(reading, named[0], meaning):
        return Sides(codes[0])
    if two := _named_between(reading, named):
        return Sides(two[0], (two[1],), evidence="sentence")
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
    apart = not carried or HOME not in codes and any(hit.label == "both" for hit in reading.points)
    apart = apart or _partner_of(reading, named)
    if len(codes) == 2 and apart and not codes_of(named, "with", "to", "from", "in"):
        return Sides(codes[0], (codes[1],), evidence="sentence")
    if any(place.paired for place in named) or (outer and len(outer) < len(codes)) or _between(named):
        reporter = codes[0] if any(place.paired for place in named) or not outer else outer[0]
        return Sides(reporter, tuple(code for code in codes if code != reporter), evidence="sentence")
    home = carried.reporter if carried and carried.reporter and carried.reporter not in codes else HOME
    return Sides(home, tuple(codes), evidence="sentence")


def _partner_of(reading, named):
    """True for "Nga là bạn hàng lớn của Ấn Độ, với 68 tỷ USD": the trade of these two, whoever was told of before."""
    between = reading.words(named[0].last, named[-1].first) if named[-1].role == "of" and not named[0].role else []
    said = " ".join(between)
    return HOME not in unique(named) and any(noun in said for noun in ("bạn hàng", "đối tác", "khách hàng"))


def _named_between(reading, named):
    """The two of "Ở Kazakhstan, ông nói kim ngạch giữa Nga và Lào đạt": those after "giữa", none named later; or ()."""
    after = [p for p in named if p.role == "with" and "giữa" in reading.words(p.first - 4, p.first)]
    codes = unique(after)
    told = len(codes) == 2 and HOME not in codes and all(p in after or p.last <= after[0].first for p in named)
    return tuple(codes) if told else ()


def _foreign_trade(reading, n):
    """True for "ngoại thương của Nga": a country's trade with all others."""
    return "ngoại thương" in " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))


def _of_its_own(reading, place, meaning):
    """True for "kim ngạch thương mại của Nga đạt 710 tỷ USD": with whom is not said, and "hai chiều" says it is."""
    if place.role != "of" or place.weak or meaning.cue is None or any(hit.label == "both" for hit in reading.points):
        return False
    between = reading.words(meaning.cue, place.first)
    return 0 < len(between) <= _OWN and between[-1] == "của" and not {"giữa", "với", "đối"} & set(between)


# Tokens: "tổng kim ngạch xuất nhập khẩu hàng hóa của" has nine.
_OWN = 9


def _with_thirds(reading, n):
    """True for "thương mại EAEU với nước thứ ba": with all outside, who are not named."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    return any(phrase in words for phrase in ("nước thứ ba", "các nước ngoài khối", "bên ngoài khối", "ngoài khối"))


def _with_many(reading, place):
    """True for "thương mại giữa Lào và các thị trường chính": with several others, who are not named."""
    after = reading.words(place.last, place.last + 4)
    between = place.role == "with" and reading.words(place.first - 1, place.first) != ["với"]
    many = after[:1] in (["và"], ["với"]) and after[1:2] in (["các"], ["những"], ["nhiều"])
    return between and many and after[2:3] in (["thị"], ["nước"], ["đối"], ["quốc"], ["bạn"])


def _ranked_beside(reading, named, carried):
    """True for the next in a rank of those who trade with one: "Việt Nam xếp sau với 3,6 tỷ, còn Indonesia 3,3 tỷ"."""
    place = named[0]
    apart = len(named) == 1 and not place.role and place.code not in (carried.reporter, *carried.partners, *BLOCS)
    ranked = apart and {"xếp", "đứng", "theo"} & set(reading.words(0, len(reading.found)))
    return bool(ranked and len(carried.partners) == 1 and carried.reporter and place.code != HOME)


def _between(named):
    return len(named) == 2 and named[0].role == "with" and named[1].role == "with"


def balance(named, carried, meaning, reading, n):
    """Whose surplus or deficit it is, and with whom."""
    if (side := _leans_to(reading, n)) and meaning.sign > 0:
        others = tuple(code for code in unique(named) if code != side)
        others = others or ((HOME,) if side != HOME and HOME in unique(reading.places) else ())
        return Sides(side, others, evidence="sentence" if others else "none")
    if _own_in_all(reading, named, meaning):
        return Sides(HOME, (), JOINT)
    if one := passed(reading, n, carried):
        return one
    alone = len(unique(named)) == 1 and named[0].code not in (HOME, *BLOCS) and not carried
    if alone and codes_of(named, "of") and all(p.role in ("", "of") for p in named):
        return Sides(named[0].code)
    if len(unique(named)) == 1 and _own_balance(reading, named, carried):
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
    return turnover(named, carried, meaning, reading, n)


def _own_in_all(reading, named, meaning):
    """True for "giảm nhập siêu từ Nga góp vào thặng dư của Việt Nam": the surplus with all, not with Russia."""
    cue = meaning.cue or 0
    before = any(hit.label in ("deficit", "surplus") and hit.last <= cue for hit in reading.cues)
    behind = [place for place in named if place.first > cue] if before else []
    return bool(behind) and unique(behind) == [HOME] and all(place.role == "of" for place in behind)


def _own_balance(reading, named, carried):
    """True for "cán cân thương mại Hàn Quốc thặng dư 20 tỷ USD" where all that Korea sells or buys was told before."""
    abroad = named[0].code not in (HOME, *BLOCS) and all(place.role in ("", "of") for place in named)
    whole = carried and carried.reporter == named[0].code and carried.partners in ((), ("WORLD",))
    return bool(abroad and whole and not any(hit.label == "both" for hit in reading.points))


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
