"""A Reading and the number of a quantity in it come in; what the quantity measures, and its sign, go out."""

import re
from dataclasses import dataclass

from analysis.reading import lexicon

TRADE = ("turnover", "export", "import", "balance")
_OTHER = ("company", "price", "economy", "payment")
_PERSONS = {
    "visitors": {"lượt", "khách"},
    "students": {"sinh", "học", "nghiên", "thực", "lưu", "suất", "chỉ"},
}
_GENERAL = {"người", "lao", "công", "chuyên", "kỹ", "kiều", "cán", "nhà", "tiến", "bác", "giáo", "quân"}
_GAP = {
    "khoảng", "gần", "hơn", "trên", "dưới", "tới", "đến", "thêm", "xấp", "xỉ", "bình", "quân", "trung", "mức", "lần",
    "lượt", "tương", "ứng", "chừng", "ước", "mạnh", "nhẹ", "ròng", "cả", "là", "đạt", "ở", "chưa", "đầy", "ngót", "có",
    "tổng", "cộng", "kỷ", "lục", "chỉ", "số", "con", "khá", "hai", "một", "đột", "biến", "đều", "theo", "lên", "với",
    "cao", "sâu", "vọt", "hàng", "năm", "mỗi", "và", "vào", "từ", "vượt", "tốc", "độ", "trưởng", "quá", "sốc",
    "ấn", "tượng",
}  # fmt: skip


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


def meaning(reading, n, carried=None):
    """The Meaning of the n-th quantity, or None where it is no figure; `carried` is the Meaning before it."""
    unit = reading.quantities[n].unit
    if unit in ("percent", "percentage_point", "times"):
        return _rate(reading, n, carried)
    if unit == "persons":
        return _persons(reading, n, carried)
    person = [cue for cue in cues_before(reading, n) if cue.label in ("visitors", "students", "neutral", "people")]
    person = sorted(person, key=lambda cue: cue.label in ("people", "neutral"))
    if unit is None and person and len(person) == len(cues_before(reading, n)):
        return Meaning(person[0].label, None, detail=person[0].label, rule="persons unsaid")
    known = (carried.of_measure or carried.measure) if carried else None
    if unit is None and known in ("visitors", "students") and not cues_before(reading, n):
        return Meaning(known, None, detail=carried.detail, rule="persons unsaid")
    if unit == "projects":
        return _projects(reading, n, carried)
    return _amount(reading, n, carried)


def cues_before(reading, n):
    """The cues between the quantity before and this one."""
    first, last = reading.start_of(n), reading.quantities[n].first
    return [cue for cue in reading.cues if first <= cue.first < last]


def _own_cues(reading, n):
    """The cues before the n-th quantity but for those that complete the one before: "15% tổng kim ngạch; nay là 6%"."""
    first = reading.start_of(n)
    words = reading.words(first, reading.quantities[n].first)
    end = next((place for place, word in enumerate(words) if word in (",", ";", ")")), 0) if n else 0
    tail = end if end <= _TAIL and not set(words[:end]) & _BREAKS else 0
    return [cue for cue in cues_before(reading, n) if cue.first >= first + tail]


_TAIL = 6
_BREAKS = {"và", "còn", "khi", "nhưng", "song", "với", "mà", "đó"}


def cues_after(reading, n, gap=99):
    """The cues that follow the quantity within its clause and begin at most `gap` tokens after it."""
    last, end = reading.quantities[n].last, reading.clause_end(n)
    words = reading.words(last, end)
    end = last + next((p for p, word in enumerate(words) if word in ("và", "nhưng", "song", "còn") and p), len(words))
    end = last if words[:1] in (["và"], ["nhưng"], ["song"], ["còn"]) else end
    return [cue for cue in reading.cues if last <= cue.first < end and cue.first - last <= gap]


def _strongest(reading, cues, n):
    """The cue that decides among those before a number: the last one, unless it is weak and a flow stands before it."""
    strong = [cue for cue in cues if cue.label not in ("turnover_weak", "neutral")]
    strong = [cue for cue in strong if not _adjunct(reading, cue, n)] or strong
    if not strong:
        return next((cue for cue in reversed(cues) if cue.label == "turnover_weak"), None)
    last = strong[-1]
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


def _adjunct(reading, cue, n):
    """True for "buôn bán" in "thâm hụt trong buôn bán với Nga: 2,7 tỷ USD": where it happens, not what it is."""
    before = reading.words(cue.first - 1, cue.first)
    if cue.label == "investment":
        return before[-1:] and before[0] in ("trong", "từ", "tại", "ở", "qua")
    apart = {",", ":", ";"} & set(reading.words(cue.last, reading.quantities[n].first))
    return before == ["trong"] and cue.label == "turnover" and bool(apart)


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
    }.get(cue.label, ("other" if cue.label in _OTHER else cue.label, 1))  # fmt: skip


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
        return _from_cue(reading, parallel[0], carried, "cue after")
    cue = _strongest(reading, _own_cues(reading, n) if carried else cues_before(reading, n), n)
    if cue and carried is not None and _adjunct(reading, cue, n):
        return carried
    if cue and cue.label == "neutral" and carried is not None:
        return carried
    if cue and cue.label in ("turnover_weak", "people") and (after := cues_after(reading, n, 3)):
        cue = after[0] if after[0].label not in ("turnover_weak", "neutral") else cue
    if cue:
        return _from_cue(reading, cue, carried, "cue before")
    if cue is None and carried is None and reading.quantities[n].unit == "money" and _both_ways(reading, n):
        return Meaning("turnover", None, detail="two ways", rule="both ways")
    after = [
        cue
        for cue in cues_after(reading, n, 9 if carried else 20)
        if cue.label != "neutral" and not _cause(reading, n, cue)
    ]
    if after and (carried is None or after[0].first - reading.quantities[n].last <= 3):
        return _from_cue(reading, after[0], carried, "cue after")
    if (
        (carried is None or _of_trade(carried) and reading.quantities[n].unit != "percent")
        and reading.quantities[n].unit in ("money", "tonnes", "percent")
        and (way := _between_places(reading, n))
    ):
        return Meaning(way, None, detail=way, rule="goods between places", cue=reading.start_of(n))
    return _opposite(reading, n, carried) or carried or _later(reading, n)


def _opposite(reading, n, carried):
    """ "ở chiều ngược lại, con số là 3 tỷ": an export before makes it an import, and the other way round."""
    turned = {"export": "import", "import": "export"}.get(carried.of_measure or carried.measure) if carried else None
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    if turned is None or not any(phrase in words for phrase in ("ngược lại", "chiều còn lại", "chiều kia")):
        return None
    return Meaning(turned, None, detail=turned, rule="the other way")


def _of_trade(meaning):
    return (meaning.of_measure or meaning.measure) in TRADE


def _both_ways(reading, n):
    """ "hai chiều Việt - Nga chạm mốc 4 tỷ": both ways and two countries in money are their trade."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    return "hai chiều" in words and "đầu tư" not in words


def _later(reading, n):
    """A sentence that begins with its number says what it measures at the end: "Không phải 5 tỷ ..., về kim ngạch"."""
    if any(cue.first < reading.quantities[n].first for cue in reading.cues) or reading.quantities[0].first > 6:
        return None
    last = reading.quantities[-1].last
    cues = [
        cue
        for cue in reading.cues
        if cue.first >= last and label_of(cue)[0] in TRADE and not _cause(reading, len(reading.quantities) - 1, cue)
    ]
    return (
        Meaning(label_of(cues[0])[0], None, label_of(cues[0])[1], detail=cues[0].label, rule="cue at the end")
        if cues
        else None
    )


def _cause(reading, n, cue):
    """True behind "do", "nhờ", "vì": the reason is not the measure."""
    return bool({"do", "nhờ", "vì", "bởi"} & set(reading.words(reading.quantities[n].last, cue.first)))


def _from_cue(reading, cue, carried, rule):
    measure, sign = label_of(cue)
    words = reading.words(cue.first, cue.last)
    if words in (["nợ"], ["vay"]) and any(c.label == "aid" and c.last <= cue.first for c in reading.cues):
        return Meaning("aid", None, detail="aid", rule="debt", cue=cue.first)
    if cue.label in ("turnover_weak", "turnover") and (way := _way(reading, cue)):
        measure = way
    elif (
        (cue.label == "turnover_weak" or rule == "share" and words == ["tổng", "kim", "ngạch"])
        and carried
        and (carried.of_measure or carried.measure) in ("export", "import")
        and not _two_sided(reading)
        and (reading.goods or carried.cue is not None and carried.cue < cue.first and _said_here(reading, carried))
    ):
        measure, sign = carried.of_measure or carried.measure, 1
    if cue.label in ("surplus", "deficit") and _of_state(reading, cue):
        return Meaning("other", None, sign, detail="economy", rule="budget", cue=cue.first)
    return Meaning(measure, None, sign, detail=cue.label, rule=rule, cue=cue.first)


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
    if not goods or not ({"from", "to"} & set(roles)):
        return None
    if roles.get("to") == "VN":
        return "import"
    return "import" if roles.get("from", "VN") != "VN" else "export" if roles.get("to", "VN") != "VN" else None


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
    if len(flows) > len(group):
        flows = flows[-len(group) :]
    if len(flows) != len(group) or len(flows) < 2 or len({cue.label for cue in flows}) < 2:
        return None
    return _from_cue(reading, flows[group.index(n)], None, "in turn")


def in_turn_group(reading, n):
    """The numbers of the quantities that "lần lượt" (or "tương ứng") hands out together with the n-th, or None."""
    for start in range(n, -1, -1):
        before = reading.words(reading.start_of(start), reading.quantities[start].first)
        if "lần lượt" in " ".join(before) or "tương ứng" in " ".join(before[-6:]):
            group = _run(reading, start)
            return group if n in group and len(group) > 1 else None
    return None


def _run(reading, start):
    """Quantities from `start` on that are joined only by commas, "và" and qualifiers, with equal units."""
    group = [start]
    for n in range(start + 1, len(reading.quantities)):
        between = reading.words(reading.quantities[n - 1].last, reading.quantities[n].first)
        same = reading.quantities[n].unit == reading.quantities[start].unit
        if not same or len(between) > 4 or not between or between[0] not in (",", "và", "với", ";"):
            break
        group.append(n)
    return group


def _near_change(reading, n):
    """The last word of change, share or level before the quantity in its clause, and its distance."""
    quantity, first = reading.quantities[n], reading.start_of(n)
    hits = [hit for hit in reading.changes if first <= hit.first and hit.last <= quantity.first]
    return hits[-1] if hits else None


def _role(reading, n):
    """up, down, share or None for a rate, by the words around it."""
    hits = _clause_changes(reading, n)
    after = " ".join(reading.words(reading.quantities[n].last, reading.clause_end(n))[:7])
    decisive = [hit for hit in hits if hit.label != "level"]
    part = after.startswith(
        ("kim ngạch", "giá trị", "lượng", "số", "dòng thuế", "tổng", "doanh nghiệp", "hàng", "thị phần")
    )
    if (
        reading.quantities[n].unit == "percent"
        and after.startswith(_MARKS)
        and not (decisive and decisive[-1].label == "down")
    ):
        return "share"
    part = part and reading.quantities[n].unit == "percent"
    if decisive and part and reading.quantities[n].first - decisive[-1].last > 3 and decisive[-1].label != "share":
        return "share"
    if decisive:
        role = _up_or_down(reading, decisive, n)
        if role in ("up", "down") and after.startswith(("kim ngạch", "tổng", "thị phần")):
            return role
        return role
    if after.startswith(("so với", "so cùng", "so với cùng kỳ", "một năm so")):
        return "up"
    if reading.quantities[n].unit == "percent" and after.startswith((*_WHOLES, *_MARKS)):
        return "share"
    return None


_MARKS = ("mức", "con số", "kế hoạch", "chỉ tiêu", "mục tiêu", "cùng kỳ", "dự toán")
_WHOLES = ("kim ngạch", "tổng", "thị phần", "trong tổng", "lượng", "giá trị", "trị giá", "thương mại")


def _up_or_down(reading, hits, n):
    last = hits[-1]
    words = " ".join(reading.words(last.first, last.last))
    after = " ".join(reading.words(reading.quantities[n].last, reading.clause_end(n))[:8])
    if last.label == "share" and words in ("bằng", "tương đương") and "so với" in after and "kế hoạch" not in after:
        return "share"
    if words == "vượt" and "so với" not in after and len(hits) > 1:
        return hits[-2].label
    if words == "vượt" and "so với" not in after and "kế hoạch" not in after and "mục tiêu" not in after:
        return "share" if "tỷ lệ" in " ".join(reading.words(0, last.first)) else None
    if words == "vượt" and ("kế hoạch" in after or "mục tiêu" in after):
        return "up"
    return last.label


def _clause_changes(reading, n):
    """Words of change in the clause of the quantity; earlier clauses count while no other quantity intervenes."""
    quantity, first = reading.quantities[n], reading.start_of(n)
    hits = [hit for hit in reading.changes if first <= hit.first and hit.last <= quantity.first]
    comma = max((p for p in range(first, quantity.first) if reading.found[p].text in (",", ";")), default=-1)
    near = [hit for hit in hits if hit.first > comma]
    return near if any(hit.label != "level" for hit in near) else hits


def _rate(reading, n, carried):
    """The Meaning of a percentage, percentage points or a multiple."""
    quantity = reading.quantities[n]
    role = ("down" if quantity.value_max < 0 else "up") if quantity.signed else _role(reading, n)
    if role == "share" and _second_of_two(reading, n, carried):
        role = None
    if role in ("up", "down") and quantity.unit == "percent" and _level_of_share(reading, n):
        role = "share"
    if role == "down" and " ".join(reading.words(quantity.first - 3, quantity.first)).endswith(("hơn mức", "kém mức")):
        role = "up"
    if quantity.unit == "times" and not _is_multiple(reading, n):
        return None
    of = _rate_base(reading, n, carried)
    if role is None and quantity.unit == "times":
        role = "up"
    if role is None and (handed := _handed_on(reading, n, carried, of)):
        return handed
    of_trade = [cue for cue in cues_after(reading, n, 4) if label_of(cue)[0] in TRADE]
    if of and of.detail == "payment" and of_trade:
        return _share(reading, n, of)
    if of and of.detail in ("price", "payment") and role not in ("up", "down"):
        part = role == "share" or _counts_part(reading, n)
        return Meaning("share" if part else "other", "other" if part else None, detail=of.detail, rule="price")
    if role in ("up", "down"):
        name = of.measure if of and of.measure not in ("growth_rate", "share") else of.of_measure if of else None
        sign = -1 if role == "down" and not quantity.signed else 1
        return Meaning("growth_rate", name or "other", sign, basis=_basis(reading, n),
                       detail=of.detail if of else "", rule="growth", cue=of.cue if of else None)  # fmt: skip
    if role == "share":
        return _share(reading, n, of)
    return (
        _share(reading, n, of)
        if _counts_part(reading, n)
        else Meaning("other", None, detail=of.detail if of else "", rule="rate")
    )


def _second_of_two(reading, n, carried):
    """True for the second rate of "giảm 30,9% về khối lượng và 31,2% giá trị": the verb holds for both."""
    between = reading.words(reading.start_of(n), reading.quantities[n].first) if n else []
    own = [hit for hit in reading.changes if reading.start_of(n) <= hit.first < reading.quantities[n].first]
    return bool(carried and carried.measure == "growth_rate" and "và" in between[-2:] and not own)


def _level_of_share(reading, n):
    """ "tỷ trọng tụt từ 1,2% xuống còn 0,6%": both are shares, the fall is between them."""
    first = reading.quantities[n].first
    before = " ".join(reading.words(0, first))
    return any(word in before for word in ("tỷ trọng", "thị phần", "tỷ lệ")) and bool(
        {"từ", "lên", "xuống", "còn", "đạt"} & set(reading.words(first - 2, first))
    )


def _handed_on(reading, n, carried, of):
    """The Meaning of a rate without a verb of its own: as the rate before it, or a share of the amount before it."""
    own = [cue for cue in cues_before(reading, n) if cue.label in _OTHER]
    if carried is None or own:
        return None
    if carried.measure in ("growth_rate", "share"):
        name = (
            of.measure
            if of and of is not carried and of.measure not in ("growth_rate", "share")
            else carried.of_measure
        )
        return Meaning(
            carried.measure,
            name,
            carried.sign,
            basis=carried.basis,
            detail=carried.detail,
            rule="as before",
            cue=carried.cue,
        )
    return (
        Meaning("share", carried.measure, detail=carried.detail, rule="share of before")
        if carried.measure in TRADE
        else None
    )


def _counts_part(reading, n):
    """ "90% dòng thuế", "80% doanh nghiệp": a noun follows the percentage directly."""
    quantity = reading.quantities[n]
    after = reading.found[quantity.last].text if quantity.last < len(reading.found) else "."
    start = max(reading.start_of(n), quantity.first - 4)
    before = {"thuế", "suất", "lãi", "phí", "xuống", "lên"} & set(reading.words(start, quantity.first))
    return quantity.unit == "percent" and after.isalpha() and not before and after not in _NOT_NOUNS


_NOT_NOUNS = {
    "vẫn",
    "đã",
    "đang",
    "sẽ",
    "cũng",
    "được",
    "bị",
    "không",
    "chưa",
    "mà",
    "như",
    "theo",
    "thay",
    "ngay",
    "trước",
    "sau",
    "cùng",
    "bằng",
    "hồi",
    "là",
    "nên",
    "nếu",
    "dù",
    "nhờ",
    "bởi",
    "vì",
    "cả",
    "này",
    "trở",
    "có",
    "phải",
    "tại",
    "ở",
    "năm",
    "trong",
    "vào",
    "so",
    "và",
    "với",
    "thì",
    "từ",
    "đến",
    "tới",
    "cho",
    "còn",
    "nhưng",
    "một",
    "mỗi",
    "do",
    "để",
    "khi",
    "đối",
    "lên",
    "xuống",
}


def _share(reading, n, of):
    after = [cue for cue in cues_after(reading, n, 6) if cue.label != "neutral" and not _cause(reading, n, cue)]
    source = _from_cue(reading, after[0], of, "share") if after else of
    name = source.measure if source else "other"
    name = source.of_measure or "other" if name in ("growth_rate", "share") else name
    return Meaning(
        "share", name, detail=source.detail if source else "", rule="share", cue=source.cue if source else None
    )


def _rate_base(reading, n, carried):
    found = base(reading, n, carried)
    return found if found is not carried or carried is None else carried


def _is_multiple(reading, n):
    """ "gấp 3 lần", "tăng 5,7 lần", "cao hơn 2 lần"; "3 lần thăm" is none."""
    quantity = reading.quantities[n]
    if quantity.unit_word == "gấp":
        return True
    before = set(reading.words(quantity.first - 5, quantity.first))
    listed = n and reading.quantities[n - 1].unit in ("times", "percent") and quantity.first - reading.start_of(n) <= 5
    return (
        listed
        or bool(before & {"gấp", "tăng", "giảm", "bằng", "hơn", "nhân", "cao", "lớn", "sụt", "gần", "lượt", "nhiều"})
        and not ({"thứ", "thăm", "họp"} & before)
    )


def _basis(reading, n):
    after = " ".join(reading.words(reading.quantities[n].last, reading.end_of(n))[:12])
    if "tháng trước" in after or "quý trước" in after:
        return "previous"
    if "cùng kỳ" in after or "năm ngoái" in after or "năm trước" in after:
        return "yoy"
    before = " ".join(reading.words(reading.quantities[n].first - 8, reading.quantities[n].first))
    average = (
        "bình quân" in before
        or "trung bình" in before
        or reading.quantities[n].per == "year"
        or after.startswith(("mỗi năm", "một năm"))
    )
    return "average" if average else "yoy" if "so với năm" in after or "so cùng" in after else None


def _persons(reading, n, carried):
    """Visitors and students by the counted noun; other persons only where they live, work or study abroad."""
    quantity = reading.quantities[n]
    head = _counted(quantity.unit_word)
    words = quantity.unit_word
    sure = head not in ("lượt", "suất", "chỉ", "học", "sinh") or words in (
        "lượt khách",
        "học bổng",
        "suất học bổng",
        "lượt du khách",
        "lượt khách du lịch",
        "lượt khách quốc tế",
        "chỉ tiêu học bổng",
    )
    cue = _person_cue(reading, n)
    flown = {"bay", "chuyến", "tàu"} & set(reading.words(0, len(reading.found)))
    if flown and not quantity.scaled and quantity.value_max is not None and quantity.value_max < 1000:
        return None
    for measure, heads in _PERSONS.items():
        known = carried is not None and measure == (carried.of_measure or carried.measure)
        if head in heads and (sure or measure == "visitors" or cue == measure or known or _abroad(reading)):
            sign = _change_sign(reading, n)
            return Meaning(measure, None, sign or 1, bool(sign), detail=measure, rule="counted noun")
    if head in ("lao", "công", "kiều") and words != "công dân" and _abroad(reading):
        return Meaning("other", None, detail="people", rule="persons")
    if head in _GENERAL and cue is None and _sent(reading, n):
        return Meaning("other", None, detail="people", rule="persons of a country")
    if head in _GENERAL and (
        cue in ("visitors", "students", "people")
        or carried
        and (carried.measure in ("visitors", "students") or carried.detail == "people")
    ):
        measure = cue if cue in ("visitors", "students") else "other" if cue == "people" else carried.measure
        sign = _change_sign(reading, n)
        detail = cue or ("people" if measure == "other" else measure)
        return Meaning(measure, None, sign or 1, bool(sign), detail=detail, rule="persons")
    return None


# A hundred or more: "12 chuyên gia Nga" are a delegation, "2.300 chuyên gia Nga" say how much went on.
_MANY = 100


def _counted(words):
    """The noun that says who is counted: "lượt" before students and workers, "cựu" and "du" say nothing of it."""
    heads = words.removeprefix("du ").removeprefix("cựu ").split() or [""]
    return heads[1] if heads[0] == "lượt" and len(heads) > 1 and heads[1] not in ("khách", "người", "du") else heads[0]


def _sent(reading, n):
    """True for "2.300 chuyên gia Nga": many persons, with the country they come from right behind."""
    quantity = reading.quantities[n]
    if "dân" in reading.words(quantity.first - 4, quantity.first):
        return False
    near = [p for p in reading.places if 0 <= p.first - quantity.last <= 1 and p.role == "" and p.code != "VN"]
    return bool(near) and quantity.value_max is not None and quantity.value_max >= _MANY


def _abroad(reading):
    return any(place.code != "VN" for place in reading.places)


def _person_cue(reading, n):
    cues = [
        cue
        for cue in reading.cues
        if reading.start_of(n) <= cue.first < reading.end_of(n) and cue.label in ("visitors", "students", "people")
    ]
    return cues[0].label if cues else None


def _projects(reading, n, carried):
    cue = any(cue.label == "investment" for cue in reading.cues)
    words = set(reading.words(0, len(reading.found)))
    abroad = _abroad(reading) and {"tại", "ở", "sang"} & words
    if cue or (carried and carried.measure == "investment") or {"vốn", "fdi", "lực"} & words or abroad:
        return Meaning("investment", None, detail="projects", rule="projects")
    return None


def _amount(reading, n, carried):
    """The Meaning of money, tonnes and other amounts."""
    quantity = reading.quantities[n]
    found = base(reading, n, carried)
    if quantity.unit is None and (
        not quantity.scaled or found is None or (found.of_measure or found.measure) not in (*TRADE, "investment", "aid")
    ):
        return None
    if found and found.measure in ("visitors", "students") and quantity.unit == "money":
        found = Meaning("other", None, detail="spending", rule="money of persons")
    if found and found.delta:
        found = Meaning(
            found.measure,
            None,
            -1 if found.detail == "deficit" else 1,
            detail=found.detail,
            rule=found.rule,
            cue=found.cue,
        )
    if found and found.measure in ("growth_rate", "share"):
        sign = -1 if found.detail == "deficit" else 1
        name = found.of_measure or "other"
        found = Meaning(name, None, sign, detail=found.detail, rule="level of a rate", cue=found.cue)
    if found is None or (quantity.per in ("unit",) and quantity.unit == "money"):
        found = Meaning("other", None, detail="price" if quantity.per else "", rule="no cue")
    if quantity.unit == "tonnes" and found.measure not in ("export", "import", "aid", "balance", "turnover"):
        found = Meaning("other", None, detail="tonnes", rule="tonnes")
    sign = _change_sign(reading, n) if found.measure != "other" or quantity.unit == "tonnes" else 0
    if not sign:
        return found
    if found.measure == "balance":
        return Meaning("balance", None, sign, True, detail=found.detail, rule="change", cue=found.cue)
    return Meaning(found.measure, None, sign, True, detail=found.detail, rule="change", cue=found.cue)


# "hơn cùng kỳ 210 triệu", "kém năm 2021 1 tỷ": the amount is the difference.
_COMPARED = re.compile(r"(?<!\w)(?:(?P<less>ít hơn|thấp hơn|kém hơn|kém)|hơn)\s+(?:cùng kỳ|năm|tháng|quý)\b")


def _change_sign(reading, n):
    """+1 or -1 where the amount itself is the change ("tăng thêm 2,4 tỷ USD"), else 0."""
    quantity = reading.quantities[n]
    quantity_before = " ".join(reading.words(quantity.first - 8, quantity.first))
    compared = _COMPARED.search(quantity_before)
    if compared and "mức" not in quantity_before and "," not in quantity_before[compared.end() :]:
        return -1 if compared["less"] else 1
    hit = _near_change(reading, n)
    if hit is None or hit.label not in ("up", "down"):
        return 0
    words = " ".join(reading.words(hit.first, hit.last))
    gap = reading.words(hit.last, quantity.first)
    if (
        len(gap) > 5
        or not all(word in _GAP for word in gap)
        or {"lên", "từ", "đạt", "mức", "tới", "đến", "với", "vượt"} & set(gap)
    ):
        return 0
    after = " ".join(reading.words(quantity.last, reading.clause_end(n))[:3])
    if "so với" in " ".join(gap) or "mức" in gap:
        return 0
    if words == "thêm" or words.endswith((" lên", " còn", " xuống")):
        return 0
    if words in _LEVELS and not after.startswith(("so với", "so cùng")):
        return 0
    return 1 if hit.label == "up" else -1


_LEVELS = {
    "cao hơn",
    "nhiều hơn",
    "lớn hơn",
    "vượt",
    "thấp hơn",
    "ít hơn",
    "kém",
    "mức tăng trưởng",
    "phục hồi",
    "mở rộng",
    "cải thiện",
    "nâng",
    "tăng tới",
    "tăng đến",
    "giảm tới",
    "giảm đến",
    "hạ",
    "đi lên",
    "đi xuống",
}


def goods_of(reading, n):
    """The goods a figure is limited to: named before it in its part of the sentence, else right after it; or None."""
    first, quantity = reading.start_of(n), reading.quantities[n]
    before = [hit for hit in reading.goods if first <= hit.first < quantity.first]
    after = [hit for hit in reading.goods if quantity.last <= hit.first < reading.clause_end(n)]
    if not before:
        near = after and after[0].first - quantity.last <= 5
        return _printed(reading, after[:1]) if near else _some_goods(reading, first, quantity.first)
    return _printed(reading, _list_end(reading, before))


def _list_end(reading, hits):
    """The goods of the last list in these hits: "rau quả, cà phê và hạt điều" is one list of three."""
    kept = [hits[-1]]
    for hit in reversed(hits[:-1]):
        between = reading.words(hit.last, kept[0].first)
        if len(between) > 3 or not {",", "và"} & set(between):
            break
        kept.insert(0, hit)
    return kept


def _printed(reading, hits):
    words = [" ".join(reading.words(hit.first, hit.last)) for hit in hits]
    return ", ".join(words).replace(" ,", ",") if words else None


def _some_goods(reading, first, last):
    """ "nhóm hàng này", "mặt hàng này": goods named before, so the figure is not the whole trade."""
    words = " ".join(reading.words(first, last))
    return next((phrase for phrase in ("nhóm hàng", "mặt hàng này", "sản phẩm này") if phrase in words), None)


def modal_lexicon():
    """The modality cues, for the sibling that reads them."""
    return lexicon("modal")
