"""The place of an export or import and the Sides before it come in; the next in their row goes out, as Sides."""

from analysis.parties import BLOCS, HOME, Sides, foreign, joined_list, turn_of_list
from analysis.rankings import begins_next


def next_market(reading, named, meaning, carried):
    """ "..., đứng thứ 2 là thị trường EU với 2,9 tỷ": one more market of Viet Nam, after one that was told of.

    "Tiếp đó là thị trường Trung Quốc và Thái Lan" are two more.
    """
    told = carried and carried.reporter == HOME and carried.partners and carried.partners != ("WORLD",)
    apart = not told or any(place.code == HOME or place.role for place in named)
    if apart or meaning.detail.endswith("_market") or len(joined_list(reading, named)) != len(named):
        return None
    first = named[0].first
    market = reading.words(first - 2, first) == ["thị", "trường"]
    said = " ".join(reading.words(first - 6, first - 2))
    codes = tuple(dict.fromkeys(place.code for place in named))
    return Sides(HOME, codes, evidence="sentence") if market and said.endswith(_NEXT_IN_ROW) else None


def next_in_slot(reading, n, carried):
    """The Sides of B in "bán chè cho Việt Nam nhiều nhất là Nga (41%), Lào (9%)": in the place of the one before.

    None where the one before was no reporter.
    """
    if not n or not carried or len(carried.partners) != 1 or carried.reporter is None:
        return None
    this, before = _in_bracket(reading, n), _in_bracket(reading, n - 1) or _subject(reading, n - 1, carried)
    if this and before and this.first == before.first and this.code == HOME == carried.partners[0]:
        return carried
    if this and before and this.code != before.code and carried.partners == (before.code,) and not this.role:
        return Sides(carried.reporter, (this.code,), evidence="sentence")
    told = this and before and before.code == carried.reporter
    return Sides(this.code, carried.partners, evidence="sentence") if told and this.code != before.code else None


def _subject(reading, n, carried):
    """The one that reports in "Lào nhập khẩu 40% lượng than xuất khẩu của Nga, tiếp theo là", a row of buyers; or None.

    What follows another's whole is in the row; "của nước này" points to the one that owns it.
    """
    if reading.quantities[n].unit != "percent" or n + 1 >= len(reading.quantities) or HOME in carried.partners:
        return None
    first = reading.quantities[n].first
    between = reading.words(reading.quantities[n].last, reading.quantities[n + 1].first)
    if carried.reporter == HOME or not any(phrase in " ".join(between) for phrase in _NEXT_IN_ROW):
        return None
    return next((p for p in reading.places if p.code == carried.reporter and not p.role and p.first < first), None)


_NEXT_IN_ROW = ("tiếp theo là", "tiếp đến là", "kế đến là", "sau đó là", "theo sau là", "tiếp sau là")


def _in_bracket(reading, n):
    """The country right before the bracket that holds the n-th quantity, "Lào (9%)"; or None."""
    first = reading.quantities[n].first
    words = reading.words(first - _WITHIN, first)
    opened = next((k for k in range(len(words) - 1, -1, -1) if words[k] in ("(", ")")), None)
    if opened is None or words[opened] != "(":
        return None
    bracket = first - len(words) + opened
    return next((p for p in reading.places if p.last == bracket and p.kind == "country"), None)


# Tokens inside a bracket before the number: "(200 triệu USD – chiếm 13%" has six.
_WITHIN = 8


def next_of_row(reading, n, named, measure, carried):
    """The n-th of "Tiếp theo là Ba Lan và Oman, kim ngạch lần lượt đạt A và B": more of Viet Nam's markets or sellers.

    "Tiếp theo là Thái Lan" after Viet Nam as the first of those who sell to one buyer is one more of these.
    """
    if not (carried and carried.reporter and len(carried.partners) == 1 and begins_next(reading)):
        return None
    if named[0].first > reading.quantities[n].first:
        return None
    buys = carried.partners == (HOME,) and measure == "import" and len(named) == 1
    if buys and named[0].code not in (HOME, carried.reporter):
        return Sides(named[0].code, (HOME,), evidence="sentence")
    if carried.reporter != HOME:
        return None
    told = carried.partners != ("WORLD",) and all(place.kind == "country" for place in named)
    place = turn_of_list(reading, n) or (named[0] if len(named) == 1 else None)
    if not (told and place and place.code != HOME and not place.role):
        return None
    if measure == "export" and reading.sellers_told:
        return Sides(place.code, carried.partners, evidence="sentence")
    return Sides(HOME, (place.code,), evidence="sentence")


def one_of_two(reading, n, named, carried):
    """The market of B in "thị trường A và B, với lượng 3 tấn, kim ngạch lần lượt X và Y": the n-th of those told."""
    if not (n and carried and carried.reporter == HOME and reading.hands_out):
        return None
    place = turn_of_list(reading, n)
    before = turn_of_list(reading, n - 1) if place else None
    told = {place.code, *([before.code] if before else ())} if place else set()
    if not told & set(carried.partners if told else ()):
        return None
    return Sides(carried.reporter, (place.code,), evidence="sentence")


_NEXT_IN_ROW = ("là", "đến", "theo", "và", "còn", ",", ";")


def next_buyer(reading, n, place, meaning, carried):
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


def next_seller(reading, n, place, carried):
    """ "Thái Lan xuất khẩu sang Philippines A, tiếp theo là Myanmar B": one more who sells to the same buyer."""
    said = " ".join(reading.words(place.first - 3, place.first))
    if not n or place.role or not said.endswith(_NEXT_IN_RANK) or not foreign(carried) or not carried.partners:
        return None
    before = [p for p in reading.places if p.first < reading.quantities[n - 1].first]
    doing = any(p.code == carried.reporter and not p.role for p in before)
    given = any(p.code in carried.partners and p.role in ("to", "from") for p in before)
    return Sides(place.code, carried.partners, evidence="sentence") if doing and given else None


_NEXT_IN_RANK = ("tiếp theo là", "kế đến là", "tiếp đến là", "kế tiếp là", "sau đó là")


def rival(reading, n, place, carried):
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


def passed(reading, n, carried):
    """The trade with the one that another has passed: "thặng dư của Hàn Quốc với Việt Nam vượt qua Mỹ (25 tỷ USD)".

    "Việt Nam vượt qua Nhật Bản (78 tỷ USD) để trở thành đối tác lớn thứ ba của Hàn Quốc" is Korea's with Japan.
    """
    quantity = reading.quantities[n]
    place = next((p for p in reversed(reading.places) if p.last <= quantity.first), None)
    if place is None or place.role != "than" or reading.words(place.last, quantity.first) != ["("]:
        return None
    if "vượt" not in reading.words(place.first - 2, place.first):
        return None
    whose = [p.code for p in reading.places if p.first > quantity.last and p.role == "of"]
    if whose and "trở thành" in " ".join(reading.words(quantity.last, reading.end_of(n))):
        return Sides(whose[0], (place.code,), evidence="sentence")
    before = [p for p in reading.places if p.first < place.first]
    owner = carried and carried.partners and any(p.code == carried.reporter and p.role == "of" for p in before)
    return Sides(carried.reporter, (place.code,), evidence="sentence") if owner else None


def _bracketed(reading, n, place):
    """The country of the item before in "sau Thổ Nhĩ Kỳ (4,1 triệu tấn), Trung Quốc (1,9 triệu tấn)", or None."""
    before = reading.quantities[n - 1] if n else None
    if before is None or reading.words(before.last, place.first) not in ([")", ","], [")", "và"], [")", ",", "và"]):
        return None
    return next((p.code for p in reversed(reading.places) if p.last <= before.first), None)


def seller_in_list(reading, n, named, meaning):
    """The seller in "Các thị trường xuất khẩu chè chính sang Nga gồm Ấn Độ (21 triệu USD)", each to the one; or None.

    "Các thị trường xuất khẩu chính sang EU gồm Đức" tells where in the EU it is sold.
    """
    item = next((p for p in reversed(named) if p.last <= reading.quantities[n].first), None)
    if meaning.detail != "export_market" or meaning.cue is None or item is None or item.role:
        return None
    behind = [p for p in reading.places if meaning.cue < p.first < item.first]
    buyer = behind[0] if behind and behind[0].role == "to" and behind[0].kind == "country" else None
    opened = buyer and set(reading.words(buyer.last, buyer.last + _OPENING)) & _OPENS
    owned = any(p.role == "of" for p in reading.places if p.first < item.first)
    listed = opened and not owned and HOME != buyer.code != item.code
    return Sides(item.code, (buyer.code,), evidence="sentence") if listed else None


_OPENS = {"gồm", "là", ":"}
# Tokens: "bao gồm:" has three.
_OPENING = 3


def owns_list(reading, carried):
    """True where Viet Nam is first of those who deal with one country: "các nguồn cung chính cho Nga gồm Việt Nam"."""
    if not carried or carried.partners != (HOME,) or carried.reporter in (None, HOME):
        return False
    first = reading.quantities[0].first
    return any(p.code == carried.reporter and p.role in ("to", "of") and p.first < first for p in reading.places)


_PASSES = {"vượt", "hơn", "sau", "trên", "kém", "thua", "bằng", "đôi", "xa", "cạnh"}


def of_same_side(carried, code):
    """True for the next of several countries that trade with Viet Nam: "Nga mua 71 triệu USD, Trung Quốc 590 triệu"."""
    known = carried and carried.partners == (HOME,) and carried.reporter not in (None, HOME)
    return bool(known and code not in BLOCS)
