"""A Reading, a quantity's number and its Meaning come in; who reports, with whom, and which way it flows, go out.

The reporter is the country whose flow is worded: "xuất khẩu của Nga sang Việt Nam" is RU -> VN, export. Where a
sentence leaves the partner open, the sentence's earlier figures, the paragraph and the title are asked, in this order.
"""

from dataclasses import dataclass, replace

from analysis.measures import TRADE, in_turn_group

HOME = "VN"
_BLOCS = ("EU", "ASEAN", "EAEU", "CIS", "BRICS", "WORLD")


@dataclass(frozen=True)
class Sides:
    """reporter, partners, flow_direction, and where the partner was read: sentence, paragraph, title or none."""

    reporter: str | None = None
    partners: tuple = ()
    flow: str | None = None
    evidence: str = "none"


def sides(reading, n, meaning, carried, context, same_sentence=False):
    """The Sides of the n-th quantity; `carried` are those of the figure before it in the sentence."""
    measure = meaning.of_measure if meaning.measure in ("growth_rate", "share") else meaning.measure
    if measure == "other" or measure is None:
        return _other(reading, n, meaning, carried)
    if meaning.measure == "share" and (shared := _share(measure, reading, n, meaning, carried)):
        return replace(
            _completed(shared, measure, reading, n, meaning, carried, context),
            flow=_flow(measure, shared, shared, reading, carried),
        )
    named = _named(reading, n, meaning, carried)
    if measure in ("investment", "aid", "students", "visitors"):
        named = [place for place in named if not (place.weak and _quoted(reading, place)) or place.code == HOME]
    if inner := _inner_trade(reading, n, named):
        return inner
    own = _by_measure(measure, named, meaning, reading, n, carried)
    own = _third_country(own, named, reading, context) if measure in TRADE and not same_sentence else own
    full = _completed(own, measure, reading, n, meaning, carried, context, same_sentence)
    return replace(full, flow=_flow(measure, full, own, reading, carried))


def _inner_trade(reading, n, named):
    """The bloc of "thương mại nội khối EAEU": trade within it has no other side; None where none is meant."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    bloc = next((place.code for place in named if place.code in _BLOCS), None)
    return Sides(bloc, (), "bilateral", "sentence") if bloc and ("nội khối" in words or "nội bộ" in words) else None


def _quoted(reading, place):
    """True for a source: "theo Bộ Ngoại giao Nga", "một hãng tin Nga"; "Chính phủ Nga hỗ trợ" acts itself."""
    return bool(
        {"theo", "hãng", "báo", "đài", "dẫn", "tờ", "sứ", "thống"} & set(reading.words(place.first - 6, place.first))
    )


def _third_country(own, named, reading, context):
    """A text about two other countries: "kim ngạch song phương" after "Hải quan Trung Quốc" is theirs."""
    if {place.code for place in named} == {"WORLD"} and {place.code for place in reading.places} == {"WORLD"}:
        return Sides(None, ("WORLD",), own.flow, "sentence")
    if HOME in {place.code for place in reading.places} or len({place.code for place in named}) > 1:
        return own
    code = named[0].code if named else None
    speaker = [p.code for p in reading.places if p.weak and p.code not in own.partners and p.kind == "country"]
    if code and not named[0].weak and speaker and own.partners and own.reporter == HOME:
        return Sides(speaker[0], own.partners, own.flow, "sentence")
    pair = context.pair(code) if code else None
    if pair and pair.reporter != HOME and HOME not in pair.partners:
        return Sides(
            pair.reporter, pair.partners, own.flow, pair.evidence if pair.evidence != "sentence" else "paragraph"
        )
    return own


def _share(measure, reading, n, meaning, carried):
    """ "Nga chiếm 0,6% xuất khẩu của Việt Nam": the part's country before, the whole's owner after; else None."""
    first, last = _tail_end(reading, n, meaning, carried), reading.quantities[n].first
    part = [
        p
        for p in reading.places
        if first <= p.first < last and p.kind in ("country", "bloc") and p.role in ("", "in", "of", "by", "from")
    ]
    after = [
        p
        for p in reading.places
        if reading.quantities[n].last <= p.first < _after_end(reading, n) and p.kind in ("country", "bloc")
    ]
    sold = measure == "export"
    owner = [p.code for p in after if p.role == "of" or (p.role == "" and p.code == HOME) or sold and p.role == "from"]
    others = [p.code for p in after if p.role in ("to", "from", "with", "in") and p.code not in (HOME, *owner)]
    subject = [p.code for p in part if not (p.role == "in" and p.code in _BLOCS)]
    held = [p.code for p in part if p.role == "of"]
    bare = [p.code for p in part if p.role == "" and p.code not in held] or held[:-1]
    if held and bare and bare[-1] != held[-1] and not owner and not others and subject[-1] == held[-1]:
        return Sides(held[-1], (bare[-1],), evidence="sentence")
    into = [p.code for p in after if p.role == "to" and p.code != HOME]
    if into and measure == "import" and not subject and not any(p.role == "of" for p in after):
        origin = [p.code for p in after if p.code != into[0]]
        return Sides(into[0], (origin[0] if origin else HOME,), evidence="sentence")
    if owner and subject and owner[0] != subject[-1]:
        listed = [p.code for p in _joined_list(reading, part) if p.code != owner[0]]
        return Sides(owner[0], tuple(dict.fromkeys(listed)), evidence="sentence")
    if subject and subject[-1] == HOME and not after and carried and HOME != carried.reporter is not None:
        return Sides(carried.reporter, (HOME,), evidence="sentence")
    if subject and subject[-1] != HOME and others and all(code in _BLOCS for code in others):
        return Sides(HOME, (subject[-1],), evidence="sentence")
    if others and (not subject or subject[-1] in (HOME, *others)):
        return Sides(HOME, tuple(others), evidence="sentence")
    if subject and not after and subject[-1] != HOME:
        home = carried.reporter if carried and carried.reporter not in (None, subject[-1]) else HOME
        return Sides(home, (subject[-1],), evidence="sentence")
    return None


def _tail_end(reading, n, meaning, carried):
    """The comma that ends what belongs to the quantity before: "2,7 tỷ USD trong buôn bán với Việt Nam, tăng 55%"."""
    first, last = reading.start_of(n), reading.quantities[n].first
    if not n or carried is None or not carried.partners:
        return first
    return next((p for p in range(first, last) if reading.found[p].text in (",", ";", ")")), first)


def _joined_list(reading, places):
    """The last of these places with those that commas or "và" join to it."""
    kept = places[-1:]
    for place in reversed(places[:-1]):
        if reading.words(place.last, kept[0].first) not in ([","], ["và"], [",", "và"]):
            break
        kept.insert(0, place)
    return kept


def _named(reading, n, meaning, carried=None):
    """The places that belong to the quantity: of its stretch of the sentence, and those right after it."""
    first, last = _tail_end(reading, n, meaning, carried), reading.quantities[n].first
    first = _stretch_start(reading, n, first, meaning)
    before = [place for place in reading.places if first <= place.first < last]
    after = [p for p in reading.places if reading.quantities[n].last <= p.first < _after_end(reading, n)]
    after = [] if n and reading.quantities[n].unit == "times" else after
    near = [p for p in after if not {"và", ","} & set(reading.words(reading.quantities[n].last, p.first))]
    direct = [p for p in near if p.first - reading.quantities[n].last <= 2 and p.role in ("with", "to", "from")]
    if direct and any(p.code != HOME for p in before):
        acting = any(p.role in ("", "by", "in") and p.code not in {q.code for q in direct} for p in before)
        kept = [p for p in before if p.code == HOME or acting and p.role in ("", "by", "in")]
        return _ranked(kept + direct)
    own = _in_turn(reading, n, before) or before + [p for p in after if _attached(reading, n, p, before, meaning)]
    if not (carried and carried.partners) and all(p.code == HOME for p in own):
        own = own + _said_later(reading, n)
    return _ranked(own)


def _said_later(reading, n):
    """The sides named behind a comma, where the clause names none: "1 tỷ USD cho dự án, do Nga cấp cho Việt Nam"."""
    later = [p for p in reading.places if _after_end(reading, n) <= p.first < reading.end_of(n)]
    last = n + 1 == len(reading.quantities)
    return (
        [p for p in later if p.paired or p.role in ("by", "to", "from", "with")] if last or _codes(later, "by") else []
    )


def _after_end(reading, n):
    end = reading.clause_end(n)
    starts, ends = {p.first for p in reading.places}, {p.last for p in reading.places}
    while end + 1 < reading.end_of(n) and _within_goods(reading, end):
        end = next(
            (p for p in range(end + 1, reading.end_of(n)) if reading.found[p].text in (",", ";")), reading.end_of(n)
        )
    if end + 1 < len(reading.found) and reading.found[end].text == "," and end in ends and end + 1 in starts:
        end = min(reading.end_of(n), end + 8)
    for position in range(reading.quantities[n].last, end):
        if reading.found[position].text in ("trong", "nhưng", "còn") and reading.found[min(position + 1, end)].text in (
            "khi",
            "đó",
        ):
            return position
    return end


def _within_goods(reading, comma):
    """True for the comma of "620 tấn vải thiều, dứa"."""
    return any(hit.last == comma for hit in reading.goods) and any(hit.first == comma + 1 for hit in reading.goods)


def _attached(reading, n, place, before, meaning):
    """A place after the quantity counts with a preposition or in a pair ("2 tỷ USD sang Nga")."""
    words = reading.words(reading.quantities[n].last, place.first)
    if not words:
        return True
    if before and ("và" in words or not place.role):
        return False
    if "so" in words and "với" in words or "cùng kỳ" in " ".join(words):
        return False
    return len(words) <= 14 or meaning.rule == "cue after"


def _stretch_start(reading, n, first, meaning):
    """Where the words about this quantity begin: after the last "; còn", ", trong khi", ", trong đó" before its cue."""
    last = reading.quantities[n].first
    start = first
    for position in range(first, last):
        word = reading.found[position].text
        after = " ".join(reading.words(position + 1, position + 4))
        own_part = (
            word == "," and after.startswith(_BREAKS) and (meaning.cue is None or meaning.cue > position or not n)
        )
        if word == ";" or own_part:
            start = position + 1
    own = any(start <= place.first < _after_end(reading, n) for place in reading.places)
    return start if own else first


_BREAKS = ("còn", "trong khi", "nhưng", "ngược lại", "tiếp đến", "tiếp theo", "đứng sau", "riêng", "tiếp sau")


def _in_turn(reading, n, before):
    """ "sang Nga, Belarus và Kazakhstan lần lượt đạt A, B và C": the i-th country for the i-th quantity."""
    group = in_turn_group(reading, n)
    if not group:
        return None
    head = [p for p in reading.places if reading.start_of(group[0]) <= p.first < reading.quantities[group[0]].first]
    others = [p for p in head if p.code != HOME and p.kind != "seat"]
    if len(others) > len(group):
        others = [p for p in others if not (p.role in ("in", "of") and p.code in _BLOCS)][-len(group) :]
    if len(others) == len(group) and len({p.code for p in others}) == len(group):
        return [p for p in head if p.code == HOME] + [others[group.index(n)]]
    return head if not before else None


def _ranked(named):
    """Countries and blocs; seats and offices only where there is nothing better; containers ("trong khối") last."""
    kept = [p for p in named if p.role != "than"]
    named = kept if any(p.code != HOME for p in kept) else named
    strong = [p for p in named if not p.weak and p.kind in ("country", "bloc")]
    if not any(p.code != HOME for p in strong):
        strong += [
            p
            for p in named
            if p not in strong and p.kind in ("country", "bloc") and p.code not in {q.code for q in strong}
        ]
    if not strong:
        strong = [p for p in named if p.kind == "seat"]
    elif len({p.code for p in strong}) == 1:
        code, home = strong[0].code, strong[0].code == HOME
        strong += [p for p in named if p.kind == "seat" and p.code not in (code, HOME) and (home or p.role in _WAYS)]
    inner = [p for p in strong if not (p.role == "in" and p.code in _BLOCS)]
    return inner if any(p.code != HOME for p in inner) else strong


_WAYS = ("to", "from", "with")


def _codes(named, *roles):
    found = []
    for place in named:
        if place.role in roles and place.code not in found:
            found.append(place.code)
    return found


def _unique(named):
    return list(dict.fromkeys(place.code for place in named))


def _by_measure(measure, named, meaning, reading, n, carried):
    if measure in ("export", "import"):
        return _trade_flow(measure, named, meaning, carried, reading)
    if measure in ("investment", "aid"):
        return _capital(named, carried, meaning, reading, n)
    if measure == "visitors":
        return _visitors(named, reading, n, carried)
    if measure == "students":
        return _students(named, reading)
    if measure == "balance":
        return _balance(named, carried, meaning, reading, n)
    return _pair(named, carried, meaning, reading, n)


def _foreign_trade(reading, n):
    """True for "ngoại thương của Nga": a country's trade with all others."""
    return "ngoại thương" in " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))


def _pair(named, carried, meaning, reading, n):
    """Both sides of a turnover."""
    codes = _unique(named)
    others = [code for code in codes if code != HOME]
    if not codes:
        return Sides()
    if codes == [HOME] and named[0].role in ("with", "to", "from") and _foreign(carried):
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
    outer = [code for code in codes if code not in _codes(named, "with", "to", "from")]
    if len(codes) == 2 and not carried and not _codes(named, "with", "to", "from", "in"):
        return Sides(codes[0], (codes[1],), evidence="sentence")
    if any(place.paired for place in named) or (outer and len(outer) < len(codes)) or _between(named):
        reporter = codes[0] if any(place.paired for place in named) or not outer else outer[0]
        return Sides(reporter, tuple(code for code in codes if code != reporter), evidence="sentence")
    home = carried.reporter if carried and carried.reporter and carried.reporter not in codes else HOME
    return Sides(home, tuple(codes), evidence="sentence")


def _foreign(carried):
    """True where what came before was about two other countries."""
    return bool(carried and carried.reporter not in (None, HOME) and HOME not in carried.partners)


def _between(named):
    return len(named) == 2 and named[0].role == "with" and named[1].role == "with"


def _bought_from(named, reading, cue):
    """ "mua của Nga", "nhập của Nga": the seller, not the one who reports."""
    if cue >= len(reading.found) or reading.found[cue].text not in ("mua", "nhập", "hàng", "lượng"):
        return named
    verb = " ".join(reading.words(cue, cue + 4))
    if "khẩu" in verb.split()[:2]:
        return named
    nearest = next((p for p in named if p.first > cue and p.role == "of"), None)
    return [replace(p, role="from") if p is nearest else p for p in named]


def _trade_flow(measure, named, meaning, carried, reading):
    """Reporter and partners of an export or import by prepositions and by what stands before the verb."""
    if meaning.cue is None and len(_unique(named)) == 1 and named[0].code != HOME and named[0].role in ("", "with"):
        return Sides(_carried_home(carried, (named[0].code,)), (named[0].code,), evidence="sentence")
    cue = meaning.cue if meaning.cue is not None else 10**6
    subject = [p.code for p in named if p.role in ("", "by") and p.first < cue]
    if not subject and measure == "import" and any(p.role == "from" for p in named):
        subject = [p.code for p in named if p.role == "in" and p.first < cue]
    market = meaning.detail.endswith("_market") or measure == "export" and _brings(reading, named, cue)
    named = _bought_from(named, reading, cue) if measure == "import" else named
    of, to, source, with_ = (_codes(named, role) for role in ("of", "to", "from", "with"))
    bare_after = [p.code for p in named if p.role in ("", "in") and p.first > cue]
    sold = _codes(named, "goods")
    if sold and measure == "import" and not source:
        source = sold
    elif sold and measure == "export":
        of = sold + of
    if measure == "import" and of and not source and reading.words(cue - 1, cue) in (["nước"], ["gia"]):
        buyer = [code for code in subject + bare_after if code not in of]
        return Sides(buyer[0] if buyer else None, tuple(of[:1]), evidence="sentence")
    if market:
        owner = next(iter(of), HOME)
        partner = [code for code in subject + to + source + bare_after if code != owner]
        return Sides(owner, tuple(partner[:1]), evidence="sentence" if partner else "none")
    if measure == "import" and to and of and not source and of[0] != to[0] and not subject:
        return Sides(to[0], (of[0],), evidence="sentence")
    near, far = (source, to) if measure == "export" else (to, source)
    reporter, rest = _first_of(subject, of, near if far or measure == "import" else [], bare_after, skip=far)
    if measure == "export" and not far and near and reporter is None:
        reporter = near[0]
    partners = far or with_ or [code for code in rest if code != reporter]
    partners = [code for code in dict.fromkeys(partners) if code != reporter]
    if measure == "import" and not far and subject and of and of[0] != subject[0]:
        partners = of
    if reporter is None and partners and HOME not in partners:
        reporter = _carried_home(carried, partners)
    if reporter and reporter != HOME and not partners and not subject and not of:
        return Sides(_carried_home(carried, (reporter,)), (reporter,), evidence="sentence")
    return Sides(reporter, tuple(partners), evidence="sentence" if partners else "none")


def _brings(reading, named, cue):
    """ "thị trường Nga mang về 190 triệu USD": the market brings money to the one who sells there."""
    market = any(p.first < cue and "trường" in reading.words(p.first - 1, p.last) for p in named)
    return market and reading.words(cue, cue + 1) in (["mang"], ["đem"], ["thu"], ["kiếm"])


def _carried_home(carried, partners):
    if (
        carried
        and carried.reporter
        and carried.reporter != HOME
        and carried.reporter not in partners
        and HOME not in carried.partners
    ):
        return carried.reporter
    return HOME


def _first_of(*lists, skip=()):
    """The first code of the first list that is not on the other side, and all codes left over."""
    codes = [code for codes in lists for code in codes]
    free = [code for code in codes if code not in skip]
    return (free[0] if free else None), [code for code in codes if not free or code != free[0]]


def _balance(named, carried, meaning, reading, n):
    subject = [p for p in named if p.role in ("", "of", "by")]
    others = [p for p in named if p.role in ("with", "from", "to", "in")]
    if subject and others and subject[0].code != others[0].code and not any(p.paired for p in named):
        reporter = subject[0].code
        return Sides(reporter, tuple(dict.fromkeys(p.code for p in others if p.code != reporter)), evidence="sentence")
    return _pair(named, carried, meaning, reading, n)


def _capital(named, carried, meaning, reading, n):
    """Source and host of an investment or of aid; a bare name after the verb receives ("Nga tặng Việt Nam")."""
    if meaning.cue is not None and any(p.role in ("", "by") and p.first < meaning.cue for p in named):
        named = [replace(p, role="to") if p.role == "" and p.first > meaning.cue and not p.paired else p for p in named]
    words = " ".join(token.text for token in reading.found)
    host, source = _codes(named, "to", "in"), _codes(named, "of", "from", "", "by", "with")
    if not host and not source and "fdi" in reading.words(0, reading.quantities[n].first) and not carried:
        return Sides(HOME, ("WORLD",), "inbound", "sentence")
    if not host and not source:
        return Sides()
    if not source and host == [HOME] and ("fdi" in words or "nước ngoài" in words):
        return Sides(HOME, ("WORLD",), "inbound", "sentence")
    if HOME in host or (source and HOME not in source and not host):
        others = [code for code in source if code != HOME]
        return Sides(HOME, tuple(others), "inbound", "sentence" if others else "none")
    if HOME in source or not source:
        others = [code for code in host if code != HOME] or [code for code in source if code != HOME]
        return Sides(HOME, tuple(others), "outbound" if others else None, "sentence" if others else "none")
    return Sides(source[0], tuple(host), "outbound", "sentence")


def _visitors(named, reading, n, carried):
    if not named and carried and carried.partners:
        return Sides()
    if carried and carried.partners and _listed_host(reading, n, named):
        return Sides(named[0].code, carried.partners, "inbound", carried.evidence)
    words = " ".join(token.text for token in reading.found)
    named = [_guest_or_host(reading, place) for place in named]
    host, guest = _codes(named, "to", "in"), _codes(named, "of", "from", "", "by")
    guests = [code for code in guest if code != HOME]
    if HOME in host and not guests and carried and HOME not in carried.partners and carried.partners:
        return Sides(HOME, carried.partners, "inbound", carried.evidence)
    if HOME in guest and host and HOME not in host and not guests:
        return Sides(HOME, tuple(host), "outbound", "sentence")
    if host and HOME not in host and [code for code in guests if code not in host]:
        return Sides(host[0], tuple(guests), "inbound", "sentence")
    if "quốc tế" in words and (not guests or _hosts_first(reading, named)) and "khách nga" not in _around(reading, n):
        reporter = guests[0] if guests and _hosts_first(reading, named) else HOME
        return Sides(reporter, ("WORLD",), "inbound", "sentence")
    if guests:
        return Sides(HOME, tuple(guests), "inbound", "sentence")
    return Sides(HOME if named else None, (), "inbound")


def _listed_host(reading, n, named):
    """ "Thái Lan đón 1,7 triệu khách Nga, Việt Nam 232 nghìn": a country alone before its number is a host too."""
    alone = len(named) == 1 and n and _guest_or_host(reading, named[0]).role == ""
    alone = alone and reading.quantities[n].first - named[0].last <= 1
    welcomed = set(reading.words(0, reading.quantities[n - 1].first)) & _WELCOMES if n else set()
    return bool(alone and welcomed and {",", ";", "và"} & set(reading.words(reading.start_of(n), named[0].first)))


_WELCOMES = {"đón", "thu", "tiếp"}
_GUESTS = {"khách", "người", "dân", "lượt"}


def _guest_or_host(reading, place):
    """ "Thái Lan đón 1 triệu khách Nga": who stands before the welcoming verb is the host, after "khách" the guest."""
    if place.role != "":
        return place
    before = " ".join(reading.words(place.first - 4, place.first))
    if before.endswith("khách du lịch") or set(before.split()[-2:]) & _GUESTS:
        return replace(place, role="from")
    after = reading.words(place.last, place.last + 6)
    return replace(place, role="in") if set(after) & _WELCOMES else place


def _around(reading, n):
    return " ".join(reading.words(reading.start_of(n), reading.clause_end(n)))


def _hosts_first(reading, named):
    """ "Nga đón 6 triệu lượt khách": the country before "đón" is the host."""
    words = [token.text for token in reading.found]
    if "đón" not in words or not named:
        return False
    return named[0].first < words.index("đón") and named[0].code != HOME


def _students(named, reading):
    others = [code for code in _unique(named) if code != HOME]
    if not others:
        return Sides(HOME if named else None, (), "outbound" if named else None)
    words = " ".join(token.text for token in reading.found)
    host = _codes(named, "to", "in")
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
    inbound = not own and (HOME in _codes(named, "in") or gives or HOME in host and "sinh viên" in words)
    return Sides(HOME, tuple(others), "inbound" if inbound else "outbound", "sentence")


def _other(reading, n, meaning, carried):
    """State budget and GDP belong to a country; people abroad to both; prices and companies to none."""
    if meaning.detail == "people":
        named = [p for p in _named(reading, n, meaning) if p.kind != "region"]
        others = tuple(code for code in _unique(named) if code != HOME)
        if not others and carried and carried.flow == "outbound":
            return carried
        return Sides(HOME, others, "outbound" if others else None, "sentence" if others else "none")
    if meaning.detail == "economy":
        named = [p for p in _named(reading, n, meaning) if p.kind != "region" and p.role not in ("with", "to", "from")]
        home = None if reading.words(meaning.cue or 0, (meaning.cue or 0) + 1) == ["nộp"] else HOME
        reporter = named[0].code if named else carried.reporter if carried else home
        return Sides(None if reporter == "WORLD" else reporter)
    return Sides()


def _completed(own, measure, reading, n, meaning, carried, context, same_sentence=False):
    """The sides with what the sentence leaves open taken from before it."""
    if own.partners:
        if own.partners == ("WORLD",) and own.reporter is None:
            return own
        return replace(own, reporter=own.reporter or _other_side(own, carried, context))
    if same_sentence and carried and own == Sides() and carried.reporter not in (None, HOME) and not carried.partners:
        return carried
    first, last = reading.start_of(n), reading.quantities[n].first
    if n and any(p.kind == "region" and p.first >= first and 0 <= last - p.last <= 2 for p in reading.places):
        return replace(own, reporter=own.reporter or (carried.reporter if carried else None))
    if same_sentence and carried and carried.partners and own.reporter in (None, carried.reporter, *carried.partners):
        return _from_pair(own, carried, measure, carried.evidence)
    if _whole(reading, n, own, meaning):
        return Sides(own.reporter or HOME, ("WORLD",), own.flow, "sentence")
    if any(p.kind == "region" for p in reading.places) and measure not in ("students",):
        home = HOME if measure in TRADE else None
        return replace(own, reporter=own.reporter or (carried.reporter if carried and same_sentence else home))
    if carried and carried.partners:
        return _from_pair(own, carried, measure, carried.evidence)
    back = context.partners(reading, n, measure, own)
    if back is None and _total(reading, n):
        return Sides(own.reporter or HOME, ("WORLD",), own.flow, "sentence")
    if back is None:
        return replace(own, reporter=own.reporter or (HOME if measure in TRADE else None))
    return _from_pair(own, Sides(back[2], back[0], None, back[1]), measure, back[1])


def _other_side(own, carried, context):
    if HOME not in own.partners:
        return HOME
    known = carried or context.last
    codes = [code for code in ((known.reporter, *known.partners) if known else ()) if code not in (None, *own.partners)]
    if codes:
        return codes[0]
    back = context.partners(None, 0, "turnover", Sides())
    return back[0][0] if back else None


def _from_pair(own, pair, measure, evidence):
    """Own reporter kept; the partner is the other side of the pair."""
    both = [code for code in (pair.reporter, *pair.partners) if code]
    if pair.partners == ("WORLD",) and pair.reporter is None and own.reporter is None:
        return pair
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


def _whole(reading, n, own, meaning):
    """True where the text says that the amount is a country's total: "cả nước", "tổng kim ngạch xuất khẩu"."""
    words = " ".join(reading.words(0, reading.quantities[n].first))
    both = any(hit.label == "both" for hit in reading.points)
    if both:
        return False
    if own.reporter not in (None, HOME):
        return False
    if "cả nước" in words or "toàn nền kinh tế" in words or "của nước ta" in words:
        return True
    return _total(reading, n) and own.reporter is not None


def _total(reading, n):
    words = " ".join(reading.words(0, reading.quantities[n].first))
    return any(phrase in words for phrase in _TOTALS)


_TOTALS = (
    "tổng kim ngạch xuất khẩu", "tổng kim ngạch nhập khẩu", "tổng kim ngạch xuất nhập khẩu", "tổng trị giá xuất",
    "tổng giá trị xuất khẩu", "tổng giá trị nhập khẩu", "tổng kim ngạch xuất , nhập khẩu", "tổng trị giá nhập",
)  # fmt: skip


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
