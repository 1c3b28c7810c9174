"""A Reading and a quantity's number come in; the places that the words give to that quantity go out."""

import re
from dataclasses import dataclass, replace

from analysis.in_turn import in_turn_group, run

HOME = "VN"

# The flow of several countries together, or of one next in rank to two others ("Thổ Nhĩ Kỳ xếp sau"), a buyer or a
# seller: what the words leave open here is not taken from before.
JOINT = "joint"

BLOCS = ("EU", "ASEAN", "EAEU", "CIS", "BRICS", "WORLD")


@dataclass(frozen=True)
class Sides:
    """reporter, partners, flow_direction, and where the partner was read: sentence, paragraph, title or none."""

    reporter: str | None = None
    partners: tuple = ()
    flow: str | None = None
    evidence: str = "none"


def quoted(reading, place):
    """True for a source: "theo Bộ Ngoại giao Nga", "một hãng tin Nga"; "Chính phủ Nga hỗ trợ" acts itself."""
    words = reading.words(place.first - 6, place.first)
    told = {"theo", "hãng", "báo", "đài", "dẫn", "tờ", "sứ", "thống"} & set(words)
    return bool(told) and not (told == {"dẫn"} and "dẫn đầu" in " ".join(words))


def _of_own_flow(reading, before, meaning):
    """The places without those of a flow told before: "trong khi nhập từ Úc giảm thì nhập từ Nga tăng 5%"."""
    if meaning.cue is None or len(before) < 2:
        return before
    cue, ways = meaning.cue, {p.role for p in before if p.first > meaning.cue} & {"to", "from"}
    return [p for p in before if p.role not in ways or p.first > cue or not _parted(reading, p, cue)]


def _parted(reading, place, cue):
    return not {",", ";", "thì", "còn"}.isdisjoint(reading.words(place.last, cue))


def tail_end(reading, n, meaning, carried):
    """The comma that ends what belongs to the quantity before: "2,7 tỷ USD trong buôn bán với Việt Nam, tăng 55%"."""
    first, last = reading.start_of(n), reading.quantities[n].first
    if not n or carried is None or not carried.partners:
        return first
    return next((p for p in range(first, last) if reading.found[p].text in (",", ";", ")")), first)


def joined_list(reading, places):
    """The last of these places with those that commas or "và" join to it."""
    kept = places[-1:]
    for place in reversed(places[:-1]):
        if reading.words(place.last, kept[0].first) not in ([","], ["và"], [",", "và"]):
            break
        kept.insert(0, place)
    return kept


def added_up(reading, n):
    """The codes of "Armenia và Kyrgyzstan cộng lại 1,2%": the countries of the list that is added up; else ().

    "Lào và Brazil là hai nước bán nhiều nhất cho Việt Nam, chiếm 81%" adds them up, too, and so do three names, or two
    with "và", right before "chiếm 60%".
    """
    last = reading.quantities[n].first
    before = [p for p in reading.places if reading.start_of(n) <= p.first < last and p.kind == "country"]
    before = [p for p in before if p.code != HOME]
    words = " ".join(_without_bracket(reading.words(before[-1].last, last))) if before else ""
    held = words.lstrip(", ").startswith(_HOLD) and not reading.hands_out
    if not (held or words.startswith(_ADDED) or _COUNTED.match(words) and "lần lượt" not in words):
        return ()
    kept = before[-1:]
    for place in reversed(before[:-1]):
        if reading.words(place.last, kept[0].first) not in _LISTED or held and place.role != kept[0].role:
            break
        kept.insert(0, place)
    least = 3 if held and reading.words(kept[-1].first - 1, kept[-1].first) != ["và"] else 2
    return tuple(p.code for p in kept) if len(kept) >= least else ()


def _without_bracket(words):
    """The words without an aside in brackets at their beginning: "(ba thị trường lớn nhất) chiếm"."""
    return words[words.index(")") + 1 :] if words[:1] == ["("] and ")" in words else words


_ADDED = ("cộng lại", "gộp lại", "cộng chung", "gộp chung", "cộng cả lại", "tính gộp", "tính chung", "cả thảy")
_HOLD = ("chiếm", "cùng chiếm", "đã chiếm", "hiện chiếm", "đang chiếm")
_COUNTED = re.compile(
    r"(?:đều |cùng |vẫn |hiện |tiếp tục |vẫn tiếp tục )?là (?:\d|hai|ba|bốn|năm) "
    r"(?:quốc gia|nước|thị trường|nhà cung cấp|nguồn cung|đối tác|bạn hàng|khách)"
)
_LISTED = ([","], ["và"], [",", "và"], ["với"], ["cùng"], ["lẫn"], ["cùng", "với"])


def named_for(reading, n, meaning, carried=None):
    """The places that belong to the quantity: of its stretch of the sentence, and those right after it."""
    first, last = tail_end(reading, n, meaning, carried), reading.quantities[n].first
    first = _stretch_start(reading, n, first, meaning)
    before = [_counted(reading, p, n) for p in reading.places if first <= p.first < last and p.role != "press"]
    before = _without_whole(reading, n, _of_own_flow(reading, before, meaning))
    after = [p for p in reading.places if reading.quantities[n].last <= p.first < after_end(reading, n)]
    after = [p for p in after if p.role == "with"] if n and reading.quantities[n].unit == "times" else after
    near = [p for p in after if not {"và", ","} & set(reading.words(reading.quantities[n].last, p.first))]
    verb = reading.quantities[n].last
    verb += _INVESTED if reading.words(verb, verb + _INVESTED) == ["đầu", "tư"] else 0
    direct = [p for p in near if p.first - verb <= 2 and p.role in ("with", "to", "from")]
    if direct and any(p.code != HOME for p in before):
        acting = any(p.role in ("", "by", "in") and p.code not in {q.code for q in direct} for p in before)
        kept = [p for p in before if p.code == HOME or acting and p.role in ("", "by", "in") and not _aside(reading, p)]
        return _ranked(kept + direct)
    before = _item(reading, n, before) or _same_subject(reading, n, carried)
    own = _in_turn(reading, n, before) or before + [p for p in after if _attached(reading, n, p, before, meaning)]
    if not (carried and carried.partners) and all(p.code == HOME for p in own):
        own = own + (_fronted(reading, n) or _said_later(reading, n, meaning))
    return _ranked(own)


def _aside(reading, place):
    """True for the names of "Ngoài cộng đồng kiều bào ở Nga và Ukraine, doanh nghiệp có 18 dự án đầu tư vào Nga"."""
    opens = place.role == "in" and reading.said.startswith(_BESIDES)
    return opens and "," in reading.words(place.last, reading.quantities[0].first)


_BESIDES = ("ngoài ", "bên cạnh ")


def _without_whole(reading, n, before):
    """The pair alone before "kim ngạch Việt Nam - Nga chiếm 1/3 tổng kim ngạch của Nga với ASEAN, tăng 12%"."""
    if len(before) < _PAIR_AND_WHOLE or "chiếm" not in reading.said:
        return before
    verb = next((p for p in range(before[0].last, before[-1].first) if reading.found[p].text == "chiếm"), None)
    pair = [p for p in before if verb is not None and p.last <= verb]
    whole = before[len(pair) :]
    told = len(unique(pair)) == 2 and whole and all(p.role in ("of", "with", "to", "from") for p in whole)
    goes_on = told and "," in reading.words(whole[-1].last, reading.quantities[n].first)
    return pair if goes_on else before


# Tokens of "đầu tư" in "18 dự án đầu tư vào Nga".
_INVESTED = 2
# Places: the two of the pair, and at least one that the whole is of.
_PAIR_AND_WHOLE = 3


def _same_subject(reading, n, carried):
    """The subject of "Nga thu hoạch 84 triệu tấn lúa mì và xuất 45 triệu tấn", for the second verb."""
    words = reading.words(reading.start_of(n), reading.quantities[n].first) if n else []
    verb = words[words.index("và") + 1 :][:1] if "và" in words and not {",", ";"} & set(words) else []
    if verb not in (["xuất"], ["nhập"], ["bán"], ["mua"]) or carried and (carried.partners or carried.reporter):
        return []
    first = [p for p in reading.places if p.first < reading.quantities[n - 1].first and p.kind == "country"]
    return first if len(first) == 1 and not first[0].role else []


def _counted(reading, place, n):
    """The place, no longer only compared with where its own number follows: "đứng sau Mỹ 760 triệu USD".

    In "Nga đạt 3 tấn, xếp sau Mỹ với 5 tấn", too; "là nhà đầu tư thứ hai sau Mỹ với 26 dự án" tells those of the one
    that has the rank.
    """
    gap = reading.words(place.last, reading.quantities[n].first)
    alike = n and reading.quantities[n - 1].unit == reading.quantities[n].unit
    own = gap in ([], ["("]) or alike and gap == ["với"]
    return replace(place, role="") if place.role == "than" and own else place


def _item(reading, n, before):
    """The places without the bloc or region that heads a list: "với các nước EAEU: Nga 4,6 tỷ USD, ..."."""
    last = before[-1] if before else None
    if last is None or last.role or last.kind != "country" or reading.quantities[n].first - last.last > 2:
        return before
    if reading.words(last.first - 2, last.first) in (["ví", "dụ"], ["chẳng", "hạn"]):
        return [p for p in before[:-1] if p.code == HOME] + [last]  # "hơn khách Nga, ví dụ Pháp đạt 278.000 lượt"
    if reading.words(last.last, reading.quantities[n].first) == ["("]:
        heads = [p for p in before[:-1] if p.code == HOME or not n and p.role == "to" and p.code != last.code]
        return heads + [last]  # "nguồn cung lớn cho Nga là Kazakhstan (800 triệu USD)"
    colon = next((p for p in range(last.first - 1, reading.start_of(n) - 1, -1) if reading.found[p].text == ":"), None)
    if colon is None:
        return before
    return [p for p in before if p.first > colon or p.code == HOME or p.kind == "country" and p.role != "with"]


def _fronted(reading, n):
    """The subject behind a rate put first: "Với mức tăng 26,2%, Nga nằm trong nhóm ..."."""
    comma = reading.clause_end(n)
    opens = n == 0 and reading.words(0, 1) in (["với"], ["tăng"], ["giảm"], ["chiếm"])
    return [p for p in reading.places if p.first == comma + 1 and p.role == ""] if opens else []


def _said_later(reading, n, meaning):
    """The sides named behind a comma, where the clause names none: "1 tỷ USD cho dự án, do Nga cấp cho Việt Nam"."""
    later = [p for p in reading.places if after_end(reading, n) <= p.first < reading.end_of(n)]
    if _mostly(reading, n, later):
        return []
    last = n + 1 == len(reading.quantities)
    roles = ("by", "to", "from", "with", *(("of", "in") if meaning.measure == "students" else ()))
    return [p for p in later if p.paired or p.role in roles] if last or codes_of(later, "by") else []


def _mostly(reading, n, later):
    """True for "đạt 5 tỷ USD, chủ yếu sang Mỹ, Đức và Nhật Bản": these are not all it is with."""
    if len({p.code for p in later}) < 2:
        return False
    said = " ".join(reading.words(reading.quantities[n].last, later[0].first))
    return any(word in said for word in ("chủ yếu", "phần lớn", "nhiều nhất", "tập trung", "đa số"))


def after_end(reading, n):
    end = reading.clause_end(n)
    starts, ends = {p.first for p in reading.places}, {p.last for p in reading.places}
    while end + 1 < reading.end_of(n) and _within_goods(reading, end):
        end = next(
            (p for p in range(end + 1, reading.end_of(n)) if reading.found[p].text in (",", ";")), reading.end_of(n)
        )
    item = next((p for p in reading.places if p.first == end + 1), None)
    listed = item and item.last < reading.end_of(n)
    if listed and reading.found[end].text == "," and end in ends and end + 1 in starts:
        end = min(reading.end_of(n), end + 8)
    for position in range(reading.quantities[n].last, end):
        first, after = reading.words(position, position + 1), reading.words(position + 1, position + 2)
        if first == ["thì"] or first[0] in ("trong", "nhưng", "còn") and after in (["khi"], ["đó"]):
            return position
    return end


def _within_goods(reading, comma):
    """True for the comma of "620 tấn vải thiều, dứa"."""
    if any(hit.first < comma < hit.last for hit in reading.goods):
        return True
    return any(hit.last == comma for hit in reading.goods) and any(hit.first == comma + 1 for hit in reading.goods)


def _attached(reading, n, place, before, meaning):
    """A place after the quantity counts with a preposition or in a pair ("2 tỷ USD sang Nga")."""
    words = reading.words(reading.quantities[n].last, place.first)
    if not words:
        return True
    if n and not place.role and words[0] in ("và", ",") and place.last < reading.end_of(n) < len(reading.found):
        return False  # "tăng 60% và Anh đạt 17.500 lượt"
    if words[0] == "," and not place.role and any(place.last == other.first for other in reading.quantities):
        return False  # "đạt hơn 210 triệu USD, Tây Ban Nha 60 tấn": the next of a row
    if words[0] == "và" and not _FLOWS.isdisjoint(words[1:3]):
        return False  # "giảm 16% và xuất khẩu sang Áo đạt 2 tỷ USD"
    if before and not place.role or "và" in words and any(p.code != HOME for p in before):
        return False
    if "so" in words and "với" in words or "cùng kỳ" in " ".join(words) or "tiếp theo" in " ".join(words):
        return False
    return len(words) <= 14 or meaning.rule == "cue after"


_FLOWS = {"xuất", "nhập", "bán", "mua"}


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
        part = not n and word == "đó" and reading.words(position - 1, position) == ["trong"]
        if word == ";" or own_part or part:
            start = position + 1
    own = any(start <= place.first < after_end(reading, n) for place in reading.places)
    return start if own else first


_BREAKS = ("còn", "trong khi", "nhưng", "ngược lại", "tiếp đến", "tiếp theo", "đứng sau", "riêng", "tiếp sau")


def _in_turn(reading, n, before):
    """ "sang Nga, Belarus và Kazakhstan lần lượt đạt A, B và C": the i-th country for the i-th quantity."""
    group = in_turn_group(reading, n)
    if not group:
        return None
    head = [p for p in reading.places if reading.start_of(group[0]) <= p.first < reading.quantities[group[0]].first]
    others = [p for p in head if p.code != HOME and p.kind != "seat"]
    if one := _with_home_in_turn(reading, n, group, head):
        return one
    if len(others) > len(group) and (listed := _list_in_turn(reading, n, group)):
        return [p for p in head if p not in listed or p is listed[group.index(n)]]
    if len(others) > len(group):
        others = [p for p in others if not (p.role in ("in", "of") and p.code in BLOCS)][-len(group) :]
    if len(others) == len(group) and len({p.code for p in others}) == len(group):
        return [p for p in head if p.code == HOME] + [others[group.index(n)]]
    return head if not before else None


def _with_home_in_turn(reading, n, group, head):
    """ "Nga bán cho Ý và Việt Nam lần lượt A và B": the seller and the i-th of a list that names Viet Nam; or None."""
    listed = joined_list(reading, head)
    ways = {place.role for place in listed} in ({"to"}, {"from"}, {"with"})
    inside = ways and len(listed) == len(group) and any(place.code == HOME for place in listed)
    actors = [place for place in head if place not in listed and place.role in ("", "of") and place.code != HOME]
    return [*actors, listed[group.index(n)]] if inside and actors else None


def turn_of_list(reading, n):
    """ "Belarus và Nga cùng cung cấp ..., tương ứng 41% và 22%": the country of the n-th, from a list; or None."""
    group = in_turn_group(reading, n) or _side_by_side(reading, n)
    if not group:
        return None
    listed = _list_in_turn(reading, n, group)
    return listed[group.index(n)] if listed else None


def _list_in_turn(reading, n, group):
    """The countries of the last list before a group of numbers, if it is as long; else []."""
    before = [p for p in reading.places if p.first < reading.quantities[group[0]].first]
    kinds = ("country", "bloc", "region")
    before = [p for p in before if p.role in ("", "by", "from") and p.kind in kinds and p.code != HOME]
    listed = joined_list(reading, before)
    return listed if len(listed) == len(group) else []


def _side_by_side(reading, n):
    """The numbers of "Ukraine và Kazakhstan theo sau với 11% và 9%": as many as the countries right before; or None."""
    if len(reading.places) < 2 or len(reading.quantities) < 2:
        return None
    start = n
    while start and n in run(reading, start - 1):
        start -= 1
    group = run(reading, start)
    near = [p for p in reading.places if reading.start_of(start) <= p.first < reading.quantities[start].first]
    listed = joined_list(reading, near)
    close = listed and reading.quantities[start].first - listed[-1].last <= _CLOSE
    return group if len(group) > 1 and close and len(listed) == len(group) and len(near) == len(listed) else None


# Tokens: "theo sau với mức tăng khoảng" has six.
_CLOSE = 6


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
        strong = [p for p in named if p.kind in ("seat", "era")]
    elif len({p.code for p in strong}) == 1:
        code, home = strong[0].code, strong[0].code == HOME
        strong += [p for p in named if p.kind == "seat" and p.code not in (code, HOME) and (home or p.role in _WAYS)]
    inner = [p for p in strong if not (p.role == "in" and p.code in BLOCS)]
    return inner if any(p.code != HOME for p in inner) else strong


_WAYS = ("to", "from", "with")


def codes_of(named, *roles):
    found = []
    for place in named:
        if place.role in roles and place.code not in found:
            found.append(place.code)
    return found


def unique(named):
    return list(dict.fromkeys(place.code for place in named))


def foreign(carried):
    """True where what came before was about two other countries."""
    return bool(carried and carried.reporter not in (None, HOME) and HOME not in carried.partners)


def carried_home(carried, partners, in_list=False):
    """The reporter of a flow that names none: the one before, if it was foreign and `in_list` or not Viet Nam's."""
    if (
        carried
        and carried.reporter
        and carried.reporter != HOME
        and carried.reporter not in partners
        and (HOME not in carried.partners or in_list)
    ):
        return carried.reporter
    return HOME
