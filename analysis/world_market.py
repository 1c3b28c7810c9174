"""A Reading and the number of a quantity in it come in; whether it is of a country's trade with the world goes out."""

import re

_LEADS = re.compile(
    r"\b(?:nước|nhà|quốc gia|cường quốc)\s(?:xuất khẩu|nhập khẩu|cung cấp|sản xuất|tiêu thụ|xuất|bán|mua)\s"
    r"(?:(?!của|cho|sang|vào|tới|từ)[^\W\d]+\s){0,5}(?:hàng đầu|lớn nhất|lớn thứ \w+|số một|đứng đầu)\b"
)
_WORLD = re.compile(r"\b(?:thế giới|toàn cầu)\b")


def leads(reading, n):
    """True for the tonnes of "Nga là nước xuất khẩu lúa mì lớn nhất với 46 triệu tấn", sold to nobody named."""
    first = reading.quantities[n].first
    said = " ".join(reading.words(0, first))
    rank = _LEADS.search(said)
    if not rank:
        return False
    begin = said[: said.rfind(",", 0, rank.start()) + 1].count(" ")  # behind "Theo Bộ Nông nghiệp Mỹ,"
    others = len({place.code for place in reading.places if begin <= place.first < first}) > 1
    return not others and not _TO_WHOM.intersection(reading.words(first - 3, first))


_TO_WHOM = frozenset(("của", "cho", "sang", "vào", "tới"))


def part_of_all(reading, n, meaning):
    """True for "chiếm 16% tổng lượng urê xuất khẩu trên toàn thế giới"."""
    after = " ".join(reading.words(reading.quantities[n].last, reading.clause_end(n)))
    return meaning.measure == "share" and _WORLD.search(after) is not None
