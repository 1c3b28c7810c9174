"""The place of a quantity in a rank and the Sides before it come in; those of the one it stands beside go out.

"Hàn Quốc tăng 29%, đứng thứ tư sau Trung Quốc với 57% và Ấn Độ với 48%": what the others sell, not what they buy.
"""

import re

from analysis.parties import HOME, JOINT, Sides


def ranked_beside(reading, n, place, carried):
    """The Sides of one that a rank sets beside the one told before; None where the words do not say which is which."""
    known = n and carried and carried.reporter and place.code not in (carried.reporter, *carried.partners)
    marker = _marker(reading, n, place) if known else None
    rank = _rank(reading, marker) if marker else None
    if rank is None:
        return None
    if carried.partners in ((), ("WORLD",)):
        return Sides(place.code, carried.partners, JOINT, carried.evidence)
    ranked = _subject(reading, rank, carried)
    if ranked == carried.reporter:
        return Sides(place.code, carried.partners, evidence="sentence")
    return Sides(carried.reporter, (place.code,), evidence="sentence") if ranked in carried.partners else None


def next_in_rank(reading, n, place, carried):
    """The Sides of "..., Việt Nam đứng thứ năm với 12 triệu USD" behind another of those who sell to one country."""
    known = n and carried and carried.flow == "import" and carried.reporter not in (None, HOME, place.code)
    if not known or place.role or place.code in carried.partners:
        return None
    words = " ".join(reading.words(place.last, reading.quantities[n].first))
    return Sides(carried.reporter, (place.code,), evidence="sentence") if _NEXT.match(words) else None


_NEXT = re.compile(r"(?:đứng|xếp|giữ|ở)(?: ở)?(?: vị trí| hạng)? (?:thứ \w+|nhì)(?!\w)")


def _marker(reading, n, place):
    """Where "sau" or "trên" stands before the first of the row in which this place has its own number; or None."""
    if reading.words(place.last, reading.quantities[n].first)[:1] not in ([], ["("], ["với"]):
        return None
    for position in range(place.first - 1, max(-1, place.first - _NEAR), -1):
        if reading.found[position].text in _BESIDE:
            return position
    before = reading.quantities[n - 1]
    if n < 2 or not {",", "và", ")"}.issuperset(reading.words(before.last, place.first)):
        return None
    item = next((p for p in reversed(reading.places) if p.last <= before.first), None)
    return _marker(reading, n - 1, item) if item else None


def of_many(reading, n, place, carried):
    """The Sides of "Nhiều nước xuất khẩu đều giảm, trong đó Thái Lan giảm 1,2%": each of its own trade with all.

    "Nhật Bản tăng 4%" after what China sells to all, too.
    """
    after = [word for word in reading.words(place.last, reading.quantities[n].first) if word not in _ABOUT]
    if place.role or reading.quantities[n].unit != "percent" or after not in (["tăng"], ["giảm"]):
        return None
    abroad = carried and carried.reporter not in (None, HOME, place.code) and carried.partners in ((), ("WORLD",))
    told = abroad or place.code != HOME and any(noun in reading.said for noun in _TRADERS)
    return Sides(place.code, (), JOINT) if told and not any(p.role in _WAYS for p in reading.places) else None


_ABOUT = {"trên", "hơn", "gần", "khoảng", "tới", "mạnh", "nhẹ"}
_WAYS = ("to", "from", "with")


_TRADERS = tuple(
    f"{many} {noun} {verb} {deed}"
    for many in ("nhiều", "các", "những", "hầu hết", "một số")
    for noun in ("nước", "quốc gia")
    for verb in ("xuất", "nhập")
    for deed in ("khẩu", "cảng")
)


_BESIDE = {"sau", "trên", "trước"}
# Tokens: in "sau thị trường Trung Quốc" the name is the third from there.
_NEAR = 4


def _rank(reading, last):
    """Where "đứng thứ", "lớn thứ" or "dẫn đầu" begins before a token; or None."""
    for position in range(last - 1, 0, -1):
        if reading.words(position, position + 2)[1:] in (["thứ"], ["đầu"], ["nhì"]):
            return position if reading.found[position].text in _RANKED else None
    return None


_RANKED = {"đứng", "xếp", "hạng", "trí", "lớn", "nhiều", "cao", "mạnh", "dẫn"}


def _subject(reading, rank, carried):
    """The code of the one that has the rank: the subject before it, if it is clear which side that is; or None."""
    before = [p for p in reading.places if p.last <= rank and p.role == "" and not p.weak]
    if not before:
        return None
    sells = before[-1].code == HOME == carried.reporter
    plain = not sells or before[-1].last == rank or any(noun in reading.said for noun in _SUPPLIERS)
    return before[-1].code if plain else None


_SUPPLIERS = ("là nguồn cung", "là nhà cung", "là nhà xuất", "là nước xuất", "là nước bán", "là quốc gia xuất")


# "nước xuất khẩu gạo lớn thứ hai thế giới", "xuất khẩu gạo số một thế giới", "Ấn Độ qua mặt Thái Lan về xuất khẩu gạo".
_RANKED_IN_WORLD = re.compile(
    r"(?<!\w)xuất (?:khẩu|cảng)(?: \w+){0,4} (?:số một|nhiều nhất|lớn nhất|hàng đầu|(?:lớn |đứng |xếp )?thứ \w+)"
    r"(?: về \w+)?(?: trên)? (?:thế giới|toàn cầu)|(?<!\w)các (?:nhà|nước) xuất (?:khẩu|cảng)(?: \w+){0,3} thế giới"
    r"|(?<!\w)(?:qua mặt|vượt)(?! mức| kế)\W(?:.*\W)?về xuất (?:khẩu|cảng)"
)
_BUYERS = ("các nhà nhập khẩu", "các nước nhập khẩu", "những nước nhập khẩu", "những nhà nhập khẩu")
_MARKETS = ("thị trường", "khách hàng", "nhập khẩu", "nhà cung cấp", "nguồn cung", "đối tác")


def tells_rank_in_world(said):
    """True for words, folded, that set countries beside each other by what they sell to all."""
    return ("xuất khẩu" in said or "xuất cảng" in said) and bool(_RANKED_IN_WORLD.search(said))


# "Nước xuất khẩu cà phê lớn thứ ba là Colombia".
_NTH_SELLER = re.compile(
    r"(?<!\w)(?:nước|quốc gia|nhà) xuất (?:khẩu|cảng)(?: \w+){0,4} (?:lớn|nhiều|đứng|xếp) (?:nhất|thứ \w+)"
)


def names_rival(reading, way):
    """True where a text on what one country sells, `way` an export, ranks another that sells."""
    seller = way == "export" and "xuất" in reading.said and _NTH_SELLER.search(reading.said)
    return bool(seller) and not any(place.code == HOME for place in reading.places)


def among_sellers(reading, n, measure, ranked):
    """The Sides of one of those that a text, `ranked`, sets beside each other by what they sell to all; or None."""
    if measure != "export" or not (ranked or tells_rank_in_world(reading.said)):
        return None
    if any(p.role in _WAYS for p in reading.places):
        return None
    first, last = reading.start_of(n), reading.quantities[n].first
    near = [p for p in reading.places if first <= p.first < last and p.kind == "country" and not p.weak]
    if ranked and near and any(noun in reading.said for noun in _BUYERS):
        return Sides(None, (near[-1].code,), JOINT, "sentence")
    if any(noun in reading.said for noun in _MARKETS):
        return None
    alone = near and near[-1].role in ("", "of") and (len({p.code for p in near}) == 1 or not near[-1].role)
    return Sides(near[-1].code, (), JOINT) if alone else None
