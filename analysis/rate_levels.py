"""A Reading, a rate's number and the role its words tell come in; the role it has beside the figure before goes out."""

import re

from analysis.modality import below_level


def settled_role(reading, n, carried, told):
    """up, down, share or None: what is told to rise or fall may be a level reached, of a share or of a growth."""
    quantity = reading.quantities[n]
    role = told
    if role == "share" and carried and carried.delta and _as_rate(reading, n):
        role = "down" if carried.sign < 0 else "up"
    if role == "share" and (_second_of_two(reading, n, carried) or quantity.unit_word in ("gấp", "nhân")):
        role = None
    if role != "share" and quantity.unit == "percent" and _is_share(reading, n, carried):
        role = "share"
    if role == "down" and below_level(reading, n):
        role = "down" if carried and carried.measure == "growth_rate" and carried.sign < 0 else "up"
    return "up" if role == "down" and _level_of_growth(reading, n, carried) else role


def _as_rate(reading, n):
    """True for "tăng 34 triệu USD, tương đương 3,9%": the same change as a rate."""
    between = reading.words(reading.start_of(n), reading.quantities[n].first)
    amount = n and reading.quantities[n - 1].unit in ("money", "tonnes", "persons")
    said = between[:3] in ([",", "tương", "đương"], [",", "tương", "ứng"])
    return bool(amount and said and len(between) <= _NEAR)


# Tokens from an amount to the same change as a rate: ", tương đương với khoảng 3,9%".
_NEAR = 5


def _second_of_two(reading, n, carried):
    """True for the second rate of "giảm 30,9% về khối lượng và 31,2% giá trị": the verb holds for both."""
    between = reading.words(reading.start_of(n), reading.quantities[n].first) if n else []
    own = [hit for hit in reading.changes if reading.start_of(n) <= hit.first < reading.quantities[n].first]
    return bool(carried and carried.measure == "growth_rate" and "và" in between[-2:] and not own)


def _is_share(reading, n, carried):
    return _beside_share(reading, n, carried) or _level_of_share(reading, n)


def _beside_share(reading, n, carried):
    """True for "chiếm 12%, cao hơn mức 9%" after a share: the second is a share too."""
    first = reading.quantities[n].first
    said = " ".join(reading.words(first - 3, first)) in ("cao hơn mức", "thấp hơn mức", "so với mức")
    return bool(said and carried and carried.measure == "share")


def _level_of_share(reading, n):
    """ "tỷ trọng tụt từ 1,2% xuống còn 0,6%": both are shares, the fall is between them."""
    first = reading.quantities[n].first
    before = " ".join(reading.words(0, first))
    told = {"từ", "lên", "xuống", "còn", "đạt"} & set(reading.words(first - 2, first))
    own = " ".join(reading.words(reading.start_of(n), first))
    apart = reading.words(first - 1, first) == [","] and ("tỷ trọng" in own or "thị phần" in own)
    named = reading.shares_told or any(word in before for word in ("tỷ trọng", "thị phần", "tỷ lệ"))
    return apart or named and bool(told)


def _level_of_growth(reading, n, carried):
    """True for "tốc độ tăng trưởng đạt 7,3%, rồi hạ xuống còn 2,4%": still growth, only slower."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    goes_on = carried and carried.measure == "growth_rate" and carried.sign > 0
    return bool(_SLOWER.search(words) or goes_on and _DOWN_TO.search(words))


_SLOWER = re.compile(
    r"(?<!\w)(?:(?:mức|tốc độ|đà|nhịp) tăng|tăng trưởng)(?: [^\W\d]+){0,5} (?:xuống còn|xuống|còn|về mức|về)"
    r"(?: (?:khoảng|gần|hơn|trên|dưới|mức|chỉ)){0,2}$"
)

_DOWN_TO = re.compile(
    r"(?<!\w)(?:giảm|hạ|chậm|tụt|chững)(?: lại)? (?:xuống còn|còn|về mức)(?: (?:khoảng|gần|hơn|trên|chỉ))?$"
)
