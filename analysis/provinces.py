"""A Reading, a quantity's number and its measure come in; the province or city of Viet Nam whose figure it is goes out.

"Khánh Hòa đón 265.000 lượt khách Nga" is one province's figure: it counts as Viet Nam's trade or guests, but must not
be drawn beside those of the whole country.
"""

import re

from analysis.parties import HOME

# The whole country, after which a province named before no longer holds.
_WHOLE = re.compile(r"(?<!\w)(?:cả nước|toàn quốc|nước ta|việt nam|ngành|của ta|quốc gia)(?!\w)")
_OF_PROVINCE = re.compile(
    r"(?<!\w)(?:(?:của|toàn|trên địa bàn|địa bàn|cả) (?:tỉnh|thành phố)"
    r"|(?:về|vào) (?:tỉnh|thành phố)(?= (?:chỉ|mới|đạt|là|ước|trị|cũng|tăng|giảm|đã|,)|$)"
    r"|tỉnh (?:này|nhà|đã|cũng|xuất|nhập|đón|hy vọng|mới)"
    r"|trên địa bàn|(?:sở công thương|sở du lịch|ubnd|ủy ban nhân dân|cục thống kê) (?:tỉnh|thành phố|tp))"
)
_HOSTS = ("visitors", "investment")


def of(reading, n, measure, reporter, carried):
    """The province's name as printed, "tỉnh" where it is not named, or None; `carried` is that of the figure before.

    >>> from analysis.reading import read
    >>> of(read("Năm 2024, Khánh Hòa xuất sang Nga 12 triệu USD."), 0, "export", "VN", None)
    'Khánh Hòa'
    """
    if reporter != HOME:
        return None
    first, last = reading.start_of(n), reading.quantities[n].first
    named = [p for p in reading.places if first <= p.first < last and _acts(reading, p, measure)]
    words = " ".join(reading.words(named[-1].last if named else first, last))
    after = " ".join(reading.words(reading.quantities[n].last, reading.clause_end(n)))
    if _WHOLE.search(words) or after.startswith(("của cả nước", "cả nước", "toàn quốc")):
        return None
    if named:
        return reading.text[named[-1].start : named[-1].end]
    return carried or "tỉnh" if _OF_PROVINCE.search(words) or _OF_PROVINCE.search(after) else carried


def _acts(reading, place, measure):
    """True for a province or city that sells, buys or is visited; not for the venue of a speech or the capital."""
    if place.kind != "seat" or place.code != HOME:
        return False
    before = reading.words(place.first - 2, place.first)
    if reading.words(place.first, place.last) == ["hà", "nội"] and not {"phố", "tp"} & set(before):
        return False
    return place.role in ("", "of", "by") or measure in _HOSTS and place.role in ("in", "to")
