"""A Reading and a quantity's number come in; the cues beside it, and the one among them that decides, go out."""

import re

from analysis.meanings import TRADE, label_of


def cues_before(reading, n):
    """The cues between the quantity before and this one."""
    first, last = reading.start_of(n), reading.quantities[n].first
    return [cue for cue in reading.cues if first <= cue.first < last]


def without_aside(reading, cues, n):
    """The cues but for that of ", hai thị trường nhập khẩu lớn nhất," put in between commas: who is meant, no flow."""
    last = cues[-1] if len(cues) > 1 and cues[-1].label.endswith("_market") else None
    if last is None or "," not in reading.words(last.first - 3, last.first):
        return cues
    return cues[:-1] if "," in reading.words(last.last, reading.quantities[n].first) else cues


def own_cues(reading, n):
    """The cues before the n-th quantity but for those that complete the one before: "15% tổng kim ngạch; nay là 6%"."""
    first = reading.start_of(n)
    words = reading.words(first, reading.quantities[n].first)
    end = next((place for place, word in enumerate(words) if word in (",", ";", ")")), 0) if n else 0
    turns = words[end : end + 1] == [";"] or words[end + 1 : end + 2] in (["tăng"], ["giảm"], ["gấp"])
    of_share = words[:2] == ["trong", "tổng"]  # "chiếm 16% trong tổng lượng và tổng kim ngạch, giảm 8%"
    closed = of_share or not any(word in _BREAKS and words[k - 1] != "so" for k, word in enumerate(words[:end]))
    tail = end if end <= (2 * _TAIL if turns else _TAIL) and closed else 0
    return [cue for cue in cues_before(reading, n) if cue.first >= first + tail]


_TAIL = 6
_BREAKS = {"và", "còn", "khi", "nhưng", "song", "với", "mà", "đó"}


def cues_after(reading, n, gap=99):
    """The cues that follow the quantity within its clause and begin at most `gap` tokens after it."""
    last, end = reading.quantities[n].last, reading.clause_end(n)
    words = reading.words(last, end)
    inner = {hit.last - last for hit in reading.goods} & {hit.first - last - 1 for hit in reading.goods}
    breaks = (p for p, word in enumerate(words) if word in ("và", "nhưng", "song", "còn") and p and p not in inner)
    end = last + next(breaks, len(words))
    end = last if words[:1] in (["và"], ["nhưng"], ["song"], ["còn"]) else end
    return [cue for cue in reading.cues if last <= cue.first < end and cue.first - last <= gap]


def strongest(reading, cues, n):
    """The cue that decides among those before a number: the last one, unless it is weak and a flow stands before it."""
    strong = [cue for cue in cues if cue.label not in ("turnover_weak", "neutral")]
    strong = [cue for cue in strong if not adjunct(reading, cue, n)] or strong
    if not strong:
        return next((cue for cue in reversed(cues) if cue.label == "turnover_weak"), None)
    last = strong[-1]
    if cues[-1].label == "turnover_weak" and _of_both(reading, cues[-1]):
        return cues[-1]
    if revenue := _revenue(reading, strong):
        return revenue
    if last.label == "investment" and len(strong) > 1 and strong[-2].label == "company" and _owned(reading, last):
        return strong[-2]
    if last.label == "balance" and len(strong) > 1 and strong[-2].label in ("deficit", "surplus"):
        return strong[-2] if _same_clause(reading, strong[-2], last) else last
    if (
        last.label in ("visitors", "students", "people", "aid", "investment")
        and len(strong) > 1
        and _aside(reading, last)
    ):
        return strong[-2]
    if cues[-1].label == "turnover_weak" and (
        last.label in ("payment", "price") or last.label not in FLOWS and not _same_clause(reading, last, cues[-1])
    ):
        return cues[-1]
    return last


def _revenue(reading, cues):
    """What a firm takes in is no export: the "doanh thu" of "Về doanh thu bán dầu, liên doanh thu về 6 tỷ USD", or
    "mang về" as a company's where a joint venture or its wells earn."""
    last = cues[-1]
    earned = reading.words(last.first, last.last) in _TAKES_IN
    if not earned or any(label_of(cue)[0] in TRADE for cue in cues[:-1]):
        return None
    taken = [cue for cue in cues if cue.label == "company" and reading.found[cue.first].text in ("doanh", "lợi")]
    if taken:
        return taken[-1]
    return last._replace(label="company") if _EARNERS.search(" ".join(reading.words(0, last.first))) else None


_EARNERS = re.compile(
    r"(?<!\w)(?:liên doanh|khai thác|doanh thu|lợi nhuận|giếng|mỏ|vietsovpetro|rusvietpetro|góp vốn)(?!\w)"
)


def _owned(reading, cue):
    """True for "liên doanh" in "lợi nhuận của liên doanh": whose profit it is."""
    return reading.words(cue.first - 1, cue.first) == ["của"] and reading.found[cue.first].text in ("liên", "nhà", "dự")


_TAKES_IN = (["thu", "về"], ["thu", "được"], ["mang", "về"], ["đem", "về"], ["kiếm", "được"])


def _of_both(reading, cue):
    """True for "kim ngạch hai nước", whatever flow was named before it."""
    return any(hit.label == "both" and 0 <= hit.first - cue.last <= 2 for hit in reading.points)


def adjunct(reading, cue, n):
    """True for "buôn bán" in "thâm hụt trong buôn bán với Nga: 2,7 tỷ USD": where it happens, not what it is."""
    before = reading.words(cue.first - 1, cue.first)
    if _taxed(reading, cue):
        return True
    if cue.label == "investment":
        return before[-1:] and before[0] in ("trong", "từ", "tại", "ở", "qua")
    apart = {",", ":", ";"} & set(reading.words(cue.last, reading.quantities[n].first))
    held = [c for c in cues_before(reading, n) if c.label in ("deficit", "surplus") and c.last <= cue.first]
    own = held and _same_clause(reading, held[-1], cue)
    return before == ["trong"] and cue.label == "turnover" and bool(apart or own)


def _taxed(reading, cue):
    """True for "xuất nhập khẩu" in "thu ngân sách từ hoạt động xuất nhập khẩu": what the state's revenue comes from."""
    held = [c for c in reading.cues if c.label in ("economy", "price") and c.last <= cue.first]
    between = reading.words(held[-1].last, cue.first) if held and label_of(cue)[0] in TRADE else []
    revenue = {"ngân", "thuế"} & set(reading.words(held[-1].first, held[-1].last)) if between else ()
    return bool(revenue and "từ" in between[:2] and len(between) <= _TAIL and not {",", ";"} & set(between))


FLOWS = ("export", "import", "surplus", "deficit", "balance", "turnover", "export_market", "import_market")


def _same_clause(reading, one, two):
    return not {",", ";"} & set(reading.words(one.last, two.first))


def _aside(reading, cue):
    """True for "đầu tư" in "hợp tác thương mại và đầu tư đạt ...": joined to the cue before it."""
    return (
        cue.first > 0
        and reading.found[cue.first - 1].text in ("và", "-", ",")
        and reading.found[cue.first].text in ("đầu", "du")
    )


def outside_reasons(reading, cues, n):
    """The cues but for those of a reason that a comma ends: "Một năm sau, do giá dầu giảm, kim ngạch ... còn 4 tỷ"."""
    first, last = reading.start_of(n), reading.quantities[n].first
    if not cues or not _REASONS.intersection(reading.words(first, last)):
        return cues
    commas = [p for p in range(first, last) if reading.found[p].text in (",", ";")]
    reasons = [p for p in range(first, last) if reading.found[p].text in _REASONS]
    spans = [(p, next((comma for comma in commas if comma > p), p)) for p in reasons]
    return [cue for cue in cues if not any(start < cue.first < end for start, end in spans)]


_REASONS = {"do", "nhờ", "vì", "bởi"}


def without_price(reading, cues, n):
    """The cues without "giá" before a weight: in "nhưng giá giảm; cụ thể, đạt 3.500 tấn" the price is told already."""
    if reading.quantities[n].unit != "tonnes":
        return cues
    return [cue for cue in cues if cue.label != "price" or reading.found[cue.first].text not in ("giá", "đơn")]


def is_cause(reading, n, cue):
    """True behind "do", "nhờ", "vì": the reason is not the measure, but for "thu 14 triệu USD nhờ bán hạt điều"."""
    earned = {"thu", "kiếm", "lãi"} & set(reading.words(reading.quantities[n].first - 3, reading.quantities[n].first))
    if earned and cue.label == "export" and cue.first - reading.quantities[n].last <= _TAIL // 2:
        return False
    return bool({"do", "nhờ", "vì", "bởi"} & set(reading.words(reading.quantities[n].last, cue.first)))
