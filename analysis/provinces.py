"""A Reading, a quantity's number and its measure come in; the province, city or region whose figure it is goes out.

"Khánh Hòa đón 265.000 lượt khách Nga" is one province's figure, trade with Tatarstan that of one of Russia's regions:
they count as the countries' trade or guests, but must not be drawn beside those of the whole countries.
"""

import re

from analysis import places
from analysis.parties import HOME

# The whole country, after which a province named before no longer holds.
_BOTH = r"hai nước|song phương|giữa hai bên"
_WHOLE = re.compile(rf"(?<!\w)(?:cả nước|toàn quốc|nước ta|việt nam|ngành|của ta|quốc gia|{_BOTH})(?!\w)")
_OF_PROVINCE = re.compile(
    r"(?<!\w)(?:(?:của|toàn|trên địa bàn|địa bàn|cả) (?:tỉnh|thành phố)"
    r"|(?:về|vào) (?:tỉnh|thành phố)(?= (?:chỉ|mới|đạt|là|ước|trị|cũng|tăng|giảm|đã|,)|$)"
    r"|tỉnh (?:này|nhà|đã|cũng|xuất|nhập|đón|hy vọng|mới)"
    r"|trên địa bàn|(?:sở công thương|sở du lịch|ubnd|ủy ban nhân dân|cục thống kê) (?:tỉnh|thành phố|tp))"
)
_OTHERS = re.compile(
    r"(?<!\w)(?:còn lại|ngoài khơi|(?:các |những )?(?:tỉnh|địa phương|thành phố|nơi|vùng)(?:,? thành phố)? khác)(?!\w)"
)
_HOSTS = ("visitors", "investment")
_REACHED = ("đến", "tới", "ở", "tại", "vào", "về", "chọn", "ghé", "thăm", "ra", "lên")
_TRADE = ("export", "import", "turnover", "balance")


def of(reading, n, measure, reporter, carried):
    """The name as printed, "tỉnh" where a province is not named, the words for all others ("các tỉnh khác"), or None;
    `carried` is that of the figure before.

    >>> from analysis.reading import read
    >>> of(read("Năm 2024, Khánh Hòa xuất sang Nga 12 triệu USD."), 0, "export", "VN", None)
    'Khánh Hòa'
    """
    if measure in _TRADE and (region := _of_partner(reading, n)):
        return region
    if reporter is None and measure in _HOSTS:  # guests from nowhere in particular
        return carried or ("tỉnh" if _OF_PROVINCE.search(_before(reading, n)) else None)
    if reporter != HOME:
        return None
    if measure in _HOSTS and (reached := _reached(reading, n)):
        return reading.text[reached.start : reached.end]
    first, last = reading.start_of(n), reading.quantities[n].first
    named = [p for p in reading.places if first <= p.first < last and _acts(reading, p, measure)]
    words = " ".join(reading.words(named[-1].last if named else first, last))
    after = " ".join(reading.words(reading.quantities[n].last, reading.clause_end(n)))
    if _WHOLE.search(words) or after.startswith(("của cả nước", "cả nước", "toàn quốc")):
        return None
    if any(place.paired for place in reading.places if first <= place.first < last):
        return None
    if named:
        return reading.text[named[-1].start : named[-1].end]
    if (others := _OTHERS.search(words)) and (carried or others[0] != "còn lại"):
        return others[0]
    return carried or "tỉnh" if _OF_PROVINCE.search(words) or _OF_PROVINCE.search(after) else carried


def _before(reading, n):
    return " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))


def _of_partner(reading, n):
    """The region or city of the partner's that sells or buys, as printed; None where its country stands behind it."""
    first, last = reading.start_of(n), reading.clause_end(n)
    named = [place for place in reading.places if first <= place.first < last and place.code != HOME]
    named = [place for place in named if place.role in ("", "of", "by", "with", "from", "to")]
    part = next((place for place in named if " ".join(reading.words(place.first, place.last)) in places.parts()), None)
    if part is None or any(place.kind == "country" and place.role != "of" for place in named):
        return None
    if re.search(rf"(?<!\w)(?:{_BOTH})(?!\w)", " ".join(reading.words(part.last, last))):
        return None
    return reading.text[part.start : part.end]


def _acts(reading, place, measure):
    """True for a province or city that sells, buys or is visited; not for the venue of a speech or the capital."""
    if place.kind != "seat" or place.code != HOME:
        return False
    if _is_capital(reading, place) and not (measure in _HOSTS and _counts_own(reading, place)):
        return False
    between = place.role == "with" and "giữa" in reading.words(place.first - 3, place.first)
    return place.role in ("", "of", "by") or between or measure in _HOSTS and place.role in ("in", "to")


def _is_capital(reading, place):
    """True for "Hà Nội", which may stand for the country or be where it was said; not for "thành phố Hà Nội"."""
    before = reading.words(place.first - 2, place.first)
    return reading.words(place.first, place.last) == ["hà", "nội"] and not {"phố", "tp"} & set(before)


def _counts_own(reading, place):
    """True for "Hà Nội với 29 dự án", "Hà Nội đón 50.000 khách": the city's own projects and guests."""
    return place.role != "in" and reading.words(place.last, place.last + 1) in _OWN


_OWN = [["với"], ["có"], ["đón"], ["thu"], ["đứng"]]


def _reached(reading, n):
    """The province or city right behind the number of guests or projects, where they come to: "70.000 lượt đến Huế"."""
    last = reading.quantities[n].last
    for place in reading.places:
        between = reading.words(last, place.first)
        if place.first >= last and place.kind == "seat" and place.code == HOME and place.first < reading.clause_end(n):
            return place if len(between) <= FARTHEST and _leads(between) else None
    return None


FARTHEST = 6  # words: "lượt khách Nga đến tỉnh", with the number's own noun apart


def _leads(words):
    """True where the last word, "tỉnh" and "thành phố" apart, leads to a place, and nothing new begins before it."""
    words = [word for word in words if word not in ("tỉnh", "thành", "phố", "tp", "riêng")]
    return words[-1:] != [] and words[-1] in _REACHED and not {"và", "còn", ";"} & set(words)
