"""A Reading and a quantity's number come in; what the words around it say is measured, as a Meaning, goes out."""

import re
from dataclasses import dataclass

TRADE = ("turnover", "export", "import", "balance")

OTHER = ("company", "price", "economy", "payment")


@dataclass(frozen=True)
class Meaning:
    """What a quantity says: measure, what a rate is of, the sign, whether a change, and the rule that decided."""

    measure: str
    of_measure: str | None = None
    sign: int = 1
    delta: bool = False
    basis: str | None = None
    detail: str = ""
    rule: str = ""
    cue: int | None = None


def cues_before(reading, n):
    """The cues between the quantity before and this one."""
    first, last = reading.start_of(n), reading.quantities[n].first
    return [cue for cue in reading.cues if first <= cue.first < last]


def _own_cues(reading, n):
    """The cues before the n-th quantity but for those that complete the one before: "15% tổng kim ngạch; nay là 6%"."""
    first = reading.start_of(n)
    words = reading.words(first, reading.quantities[n].first)
    end = next((place for place, word in enumerate(words) if word in (",", ";", ")")), 0) if n else 0
    longest = 2 * _TAIL if words[end + 1 : end + 2] in (["tăng"], ["giảm"], ["gấp"]) else _TAIL
    tail = end if end <= longest and not set(words[:end]) & _BREAKS else 0
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


def _strongest(reading, cues, n):
    """The cue that decides among those before a number: the last one, unless it is weak and a flow stands before it."""
    strong = [cue for cue in cues if cue.label not in ("turnover_weak", "neutral")]
    strong = [cue for cue in strong if not _adjunct(reading, cue, n)] or strong
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
        last.label in ("payment", "price") or last.label not in _FLOWS and not _same_clause(reading, last, cues[-1])
    ):
        return cues[-1]
    return last


def _revenue(reading, cues):
    """The "doanh thu" of "Về doanh thu bán dầu, liên doanh thu về 6 tỷ USD": what a firm takes in is no export."""
    earned = reading.words(cues[-1].first, cues[-1].last) in _TAKES_IN
    earned = earned and not any(label_of(cue)[0] in TRADE for cue in cues[:-1])
    taken = [cue for cue in cues if cue.label == "company" and reading.found[cue.first].text in ("doanh", "lợi")]
    return taken[-1] if earned and taken else None


def _owned(reading, cue):
    """True for "liên doanh" in "lợi nhuận của liên doanh": whose profit it is."""
    return reading.words(cue.first - 1, cue.first) == ["của"] and reading.found[cue.first].text in ("liên", "nhà", "dự")


_TAKES_IN = (["thu", "về"], ["thu", "được"], ["mang", "về"], ["đem", "về"], ["kiếm", "được"])


def _of_both(reading, cue):
    """True for "kim ngạch hai nước", whatever flow was named before it."""
    return any(hit.label == "both" and 0 <= hit.first - cue.last <= 2 for hit in reading.points)


def _adjunct(reading, cue, n):
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


_FLOWS = ("export", "import", "surplus", "deficit", "balance", "turnover", "export_market", "import_market")


def _same_clause(reading, one, two):
    return not {",", ";"} & set(reading.words(one.last, two.first))


def _aside(reading, cue):
    """True for "đầu tư" in "hợp tác thương mại và đầu tư đạt ...": joined to the cue before it."""
    return (
        cue.first > 0
        and reading.found[cue.first - 1].text in ("và", "-", ",")
        and reading.found[cue.first].text in ("đầu", "du")
    )


def label_of(cue):
    """The measure a cue stands for, and the sign it gives."""
    return {
        "turnover_weak": ("turnover", 1), "surplus": ("balance", 1), "deficit": ("balance", -1),
        "balance": ("balance", 1),
        "export_market": ("export", 1), "import_market": ("import", 1), "people": ("other", 1),
    }.get(cue.label, ("other" if cue.label in OTHER else cue.label, 1))  # fmt: skip


def base(reading, n, carried):
    """The Meaning of what the n-th quantity is (of): by the cues before it, after it, or the one carried along."""
    shared = _in_turn(reading, n)
    if shared:
        return shared
    parallel = (
        [c for c in cues_after(reading, n, 9) if c.label != "neutral"]
        if carried and carried.rule == "cue after" and n
        else []
    )
    if parallel:
        return from_cue(reading, parallel[0], carried, "cue after")
    cue = _strongest(reading, _said(reading, _own_cues(reading, n) if carried else cues_before(reading, n), n), n)
    if cue and carried is not None and _adjunct(reading, cue, n):
        return carried
    if cue and cue.label == "neutral" and carried is not None:
        return carried
    if cue and cue.label in ("turnover_weak", "people") and (after := cues_after(reading, n, 3)):
        cue = after[0] if after[0].label not in ("turnover_weak", "neutral") else cue
    if cue:
        return from_cue(reading, cue, carried, "cue before")
    if cue is None and reading.quantities[n].unit == "money" and _both_ways(reading, n):
        return Meaning("turnover", None, detail="two ways", rule="both ways")
    if (carried is None or _of_trade(carried)) and (way := _handed_over(reading, n) or _paid(reading, n, carried)):
        return way
    after = [
        cue
        for cue in cues_after(reading, n, 9 if carried else 20)
        if cue.label != "neutral" and not is_cause(reading, n, cue)
    ]
    if after and (carried is None or after[0].first - reading.quantities[n].last <= 3):
        return from_cue(reading, after[0], carried, "cue after")
    if (
        (carried is None or not _of_trade(carried) or reading.quantities[n].unit != "percent")
        and reading.quantities[n].unit in ("money", "tonnes", "percent", "times")
        and not (carried and carried.measure == "export" and _only_to(reading, n))
        and (way := _between_places(reading, n))
    ):
        return Meaning(way, None, detail=way, rule="goods between places", cue=reading.start_of(n))
    return _opposite(reading, n, carried) or carried or _later(reading, n)


_REASONS = {"do", "nhờ", "vì", "bởi"}


def _said(reading, cues, n):
    """The cues but for those of a reason that a comma ends: "Một năm sau, do giá dầu giảm, kim ngạch ... còn 4 tỷ"."""
    first, last = reading.start_of(n), reading.quantities[n].first
    if not cues or not _REASONS.intersection(reading.words(first, last)):
        return cues
    commas = [p for p in range(first, last) if reading.found[p].text in (",", ";")]
    reasons = [p for p in range(first, last) if reading.found[p].text in _REASONS]
    spans = [(p, next((comma for comma in commas if comma > p), p)) for p in reasons]
    return [cue for cue in cues if not any(start < cue.first < end for start, end in spans)]


def _opposite(reading, n, carried):
    """ "ở chiều ngược lại, con số là 3 tỷ": an export before makes it an import, and the other way round."""
    turned = {"export": "import", "import": "export"}.get(carried.of_measure or carried.measure) if carried else None
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    if (
        turned is None
        or "thì ngược lại" in words
        or not any(phrase in words for phrase in ("ngược lại", "chiều còn lại", "chiều kia"))
    ):
        return None
    return Meaning(turned, None, detail=turned, rule="the other way")


def _of_trade(meaning):
    return (meaning.of_measure or meaning.measure) in TRADE


def _both_ways(reading, n):
    """ "hai chiều Việt - Nga chạm mốc 4 tỷ": both ways and two countries in money are their trade."""
    first, last = reading.start_of(n), reading.quantities[n].last
    first = max((p for p in range(first, last) if n and reading.found[p].text in (",", ";")), default=first)
    before, after = (" ".join(reading.words(*span)) for span in ((first, last), (last, reading.clause_end(n))))
    told = "hai chiều" in before or after.startswith(_OF_TWO_WAYS)
    return told and "đầu tư" not in before


_OF_TWO_WAYS = ("cả hai chiều", "hai chiều", "cho cả hai chiều", "tính cả hai chiều", "cho hai chiều", "ở cả hai chiều")


def _later(reading, n):
    """A sentence that begins with its number says what it measures at the end: "Không phải 5 tỷ ..., về kim ngạch"."""
    if any(cue.first < reading.quantities[n].first for cue in reading.cues) or reading.quantities[0].first > _LATE:
        return None
    last, end = reading.quantities[-1].last, reading.end_of(n)
    if any(cue.first < last and cue.label in ("investment", "aid", "visitors") for cue in reading.cues):
        return None
    if n + 1 < len(reading.quantities) and any(cue.first < end and label_of(cue)[0] in TRADE for cue in reading.cues):
        return None
    cues = [
        cue
        for cue in reading.cues
        if cue.first >= last and label_of(cue)[0] in TRADE and not is_cause(reading, len(reading.quantities) - 1, cue)
    ]
    return (
        Meaning(label_of(cues[0])[0], None, label_of(cues[0])[1], detail=cues[0].label, rule="cue at the end")
        if cues
        else None
    )


# Tokens before the first number; a sentence with more of them has said its subject.
_LATE = 12


def is_cause(reading, n, cue):
    """True behind "do", "nhờ", "vì": the reason is not the measure, but for "thu 14 triệu USD nhờ bán hạt điều"."""
    earned = {"thu", "kiếm", "lãi"} & set(reading.words(reading.quantities[n].first - 3, reading.quantities[n].first))
    if earned and cue.label == "export" and cue.first - reading.quantities[n].last <= _TAIL // 2:
        return False
    return bool({"do", "nhờ", "vì", "bởi"} & set(reading.words(reading.quantities[n].last, cue.first)))


def from_cue(reading, cue, carried, rule):
    measure, sign = label_of(cue)
    words = reading.words(cue.first, cue.last)
    if words in (["nợ"], ["dư", "nợ"], ["vay"]) and any(c.label == "aid" and c.last <= cue.first for c in reading.cues):
        return Meaning("aid", None, detail="aid", rule="debt", cue=cue.first)
    if cue.label == "aid" and _BANK_LOAN.search(reading.said):
        return Meaning("other", None, detail="company", rule="loan to a firm", cue=cue.first)
    if cue.label in ("turnover_weak", "turnover") and (way := _way(reading, cue)):
        measure = way
    elif (
        (cue.label == "turnover_weak" or rule == "share" and words == ["tổng", "kim", "ngạch"])
        and carried
        and (carried.of_measure or carried.measure) in ("export", "import")
        and not _two_sided(reading)
        and (
            _goes_on(reading, cue, carried)
            or reading.goods
            or carried.cue is not None
            and carried.cue < cue.first
            and _said_here(reading, carried)
        )
    ):
        measure, sign = carried.of_measure or carried.measure, 1
    if cue.label in ("surplus", "deficit") and _of_state(reading, cue):
        return Meaning("other", None, sign, detail="economy", rule="budget", cue=cue.first)
    return Meaning(measure, None, sign, detail=cue.label, rule=rule, cue=cue.first)


# "ngân hàng ... cho một công ty vay", "ngân hàng cấp tín dụng ... cho công ty": business of two firms, no aid.
_BANK_LOAN = re.compile(
    r"(?<!\w)(?:ngân hàng|nhà băng)(?! thế giới| phát triển| trung ương| nhà nước)(?!\w).* cho (?:\w+ ){0,2}?"
    r"(?:công ty|doanh nghiệp|hãng|tập đoàn|nhà máy|xưởng|hộ|nhà nhập khẩu|nhà xuất khẩu)(?!\w)"
)


def _goes_on(reading, cue, carried):
    """True for a bare "kim ngạch" in a sentence without a country, after sentences about one flow alone.

    "đưa kim ngạch lên 15 tỷ" is the goal of two countries: the whole trade.
    """
    raised = reading.words(cue.first - 1, cue.first) in (["đưa"], ["nâng"], ["đẩy"])
    bare = reading.words(cue.first, cue.last) == ["kim", "ngạch"] and not raised
    return carried.rule == "one flow" and bare and not reading.places


def _of_state(reading, cue):
    """True for "ngân sách ... thâm hụt": a budget's deficit, not trade's."""
    return any(
        c.label == "economy" and c.last <= cue.first and not {",", ";"} & set(reading.words(c.last, cue.first))
        for c in reading.cues
    )


def _said_here(reading, carried):
    """True where the Meaning carried along was read from a cue of this sentence."""
    return any(
        cue.first == carried.cue and label_of(cue)[0] == (carried.of_measure or carried.measure) for cue in reading.cues
    )


def _only_to(reading, n):
    """True for "còn sang Việt Nam 92 triệu USD" after another export: one more of the seller's markets."""
    named = [p for p in reading.places if reading.start_of(n) <= p.first < reading.quantities[n].first]
    return bool(named) and all(place.role == "to" for place in named)


def _between_places(reading, n):
    """export or import where goods go "từ Nga về Việt Nam" or "sang Nga" without a verb of trade, else None."""
    first, last = reading.start_of(n), reading.quantities[n].first
    first = next((p for p in range(first, last) if n and reading.found[p].text in (",", ";")), first)
    last = reading.end_of(n) if reading.quantities[n].unit == "tonnes" else last
    roles = {p.role: p.code for p in reading.places if first <= p.first < last and not p.weak}
    words = reading.words(first, last)
    goods = reading.goods or "hàng" in words or reading.quantities[n].unit == "tonnes"
    if roles.get("goods", "VN") != "VN" and {"đón", "nhận", "dỡ"} & set(reading.words(0, reading.quantities[n].first)):
        return "import"
    if not goods or not ({"from", "to"} & set(roles)) or {"quá", "cảnh"} <= set(words):
        return None
    if roles.get("to") == "VN":
        return "import"
    return "import" if roles.get("from", "VN") != "VN" else "export" if roles.get("to", "VN") != "VN" else None


def _handed_over(reading, n):
    """An export where sellers "cung cấp 780.000 tấn kali cho Việt Nam"; None where no goods are handed to a country."""
    if reading.quantities[n].unit not in ("money", "tonnes"):
        return None
    first, last = reading.start_of(n), reading.quantities[n].first
    verb = next((p for p in range(first, last) if reading.words(p, p + 2) in _SUPPLIES), None)
    to = verb is not None and any(p.role == "to" and verb < p.first < reading.end_of(n) for p in reading.places)
    by = to and any(p.role in ("", "by") and p.last <= verb for p in reading.places)
    return Meaning("export", None, detail="export", rule="goods handed over", cue=verb) if by else None


_SUPPLIES = (["cung", "cấp"], ["cung", "ứng"], ["chuyển", "giao"], ["giao", "nộp"])


def _paid(reading, n, carried):
    """An import where money is paid for goods: "trả cho Nga 52 tỷ USD tiền dầu", "chi 41 triệu USD cho cá tra"."""
    first, quantity = max(reading.start_of(n), reading.quantities[n].first - _PAYING), reading.quantities[n]
    verb = next((p for p in range(quantity.first - 1, first - 1, -1) if reading.found[p].text in _PAYS), None)
    if verb is None or quantity.unit != "money" or not quantity.scaled:
        return None
    if {"nợ", "thuế", "vốn"} & set(reading.words(verb, reading.end_of(n))):
        return None
    goods = any(quantity.last <= hit.first < reading.end_of(n) for hit in reading.goods)
    named = " ".join(reading.words(quantity.last, reading.clause_end(n)))
    told = carried and carried.rule == "paid for goods"
    told = told or goods or _TO_BUY.search(" ".join(reading.words(quantity.last, len(reading.found))))
    told = told or any(phrase in named for phrase in ("mặt hàng", "tiền hàng", "hàng hóa", "hàng việt"))
    return Meaning("import", None, detail="import", rule="paid for goods", cue=verb) if told else None


# "đã chi 49 triệu USD (1.120 tỷ đồng) để nhập các loại rau quả".
_TO_BUY = re.compile(r"^[^,;]{0,60}(?<!\w)để (?:nhập|mua)(?!\w)")
_PAYS = {"chi", "trả", "bỏ"}

# Tokens between the verb of paying and the sum: "trả cho các công ty dầu khí Nga 52 tỷ USD" has seven.
_PAYING = 8


def _way(reading, cue):
    """ "kim ngạch nhóm hàng này sang Nga" is an export, "kim ngạch từ Nga" an import; None where no way is said."""
    if reading.words(cue.first, cue.last) not in (["kim", "ngạch"], ["giá", "trị"], ["tổng", "kim", "ngạch"]):
        return None
    after = [p for p in reading.places if 0 <= p.first - cue.last <= 6 and not p.paired]
    if not after or any(p.role == "with" for p in after):
        return None
    return {"to": "export", "from": "import"}.get(after[0].role)


def _two_sided(reading):
    return any(hit.label == "both" for hit in reading.points) or any(place.paired for place in reading.places)


def _in_turn(reading, n):
    """ "xuất khẩu và nhập khẩu lần lượt đạt A và B": the i-th quantity belongs to the i-th cue."""
    group = in_turn_group(reading, n)
    if group is None:
        return None
    cues = [cue for cue in cues_before(reading, group[0]) if cue.label != "neutral"]
    flows = [cue for cue in cues if cue.label in _FLOWS or cue.label in ("investment", "visitors", "students", "aid")]
    if len(flows) < len(group):
        flows = [part for cue in flows for part in _both_flows(reading, cue)]
    if len(flows) > len(group):
        flows = flows[-len(group) :]
    if len(flows) != len(group) or len(flows) < 2 or len({cue.label for cue in flows}) < 2:
        return None
    return from_cue(reading, flows[group.index(n)], None, "in turn")


def _both_flows(reading, cue):
    """A turnover worded as "xuất, nhập khẩu" or "xuất khẩu và nhập khẩu" as its two flows; any other cue as it is."""
    words = reading.words(cue.first, cue.last)
    joined = {",", "và", "-", "lẫn"} & set(words)
    if cue.label != "turnover" or not joined or not {"xuất", "nhập"} <= set(words):
        return [cue]
    ways = ("export", "import") if words.index("xuất") < words.index("nhập") else ("import", "export")
    return [cue._replace(label=way) for way in ways]


def in_turn_group(reading, n):
    """The numbers of the quantities that "lần lượt" (or "tương ứng") hands out together with the n-th, or None."""
    if not reading.hands_out:
        return None
    for start in range(n, -1, -1):
        before = reading.words(reading.start_of(start), reading.quantities[start].first)
        if "lần lượt" in " ".join(before) or "tương ứng" in " ".join(before[-6:]):
            group = run(reading, start)
            return group if n in group and len(group) > 1 else None
    return None


def rates_in_turn(reading, n):
    """The group of the n-th rate: told "lần lượt", or as many as the amounts told so just before it."""
    if group := in_turn_group(reading, n):
        return group
    for start in range(n, 0, -1):
        levels, rates = in_turn_group(reading, start - 1), run(reading, start)
        if levels and levels[-1] == start - 1 and n in rates:
            return rates if len(levels) == len(rates) else None
    return None


def run(reading, start):
    """Quantities from `start` on that are joined only by commas, "và" and qualifiers, with equal units."""
    group = [start]
    for n in range(start + 1, len(reading.quantities)):
        between = reading.words(reading.quantities[n - 1].last, reading.quantities[n].first)
        same = reading.quantities[n].unit == reading.quantities[start].unit
        if not same or len(between) > 4 or not between or between[0] not in (",", "và", "với", ";"):
            break
        group.append(n)
    return group
