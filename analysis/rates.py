"""A Reading and the number of a rate in it come in; whether it grows, falls or is a share, and of what, goes out."""

import re
from dataclasses import replace

from analysis.base_meanings import base
from analysis.cues import cues_after, cues_before, is_cause
from analysis.meanings import OTHER, TRADE, Meaning, from_cue, label_of
from analysis.modality import below_level


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
    return "share" if _is_part(reading, n, after) else None


def _is_part(reading, n, after):
    """True for "trong đó 70% là hàng nhập từ Việt Nam", "trong đó nhập từ Canada 29%": a part of the amount before."""
    words = reading.words(max(reading.start_of(n), reading.quantities[n].first - 4), reading.quantities[n].first)
    opened = "trong đó" in " ".join(words) and after.startswith(("là ", "thuộc ", "đến từ", "dành cho", "do "))
    bought = "đó nhập từ" in " ".join(words)
    return (opened or bought) and reading.quantities[n].unit == "percent"


_MARKS = ("mức", "con số", "kế hoạch", "chỉ tiêu", "mục tiêu", "cùng kỳ", "dự toán")

_WHOLES = (
    "kim ngạch", "tổng", "thị phần", "trong tổng", "lượng", "giá trị", "trị giá", "thương mại",
    "toàn ngành", "cả ngành", "toàn thị trường", "của cả nước", "toàn khối", "cả khối", "toàn tỉnh", "của cả tỉnh",
)  # fmt: skip


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


def rate(reading, n, carried):
    """The Meaning of a percentage, percentage points or a multiple."""
    quantity = reading.quantities[n]
    if quantity.unit == "percent" and reading.words(quantity.first - 1, quantity.first) == ["chịu"]:
        return Meaning("other", None, detail="price", rule="tariff")  # "cá tra đang chịu 10%"
    role = ("down" if quantity.value_max < 0 else "up") if quantity.signed else _role(reading, n)
    if role is not None and not quantity.signed and _rival_s_share(reading, n, carried):
        return replace(carried, cue=None)
    if role == "share" and carried and carried.delta and _as_rate(reading, n):
        role = "down" if carried.sign < 0 else "up"
    if role == "share" and (_second_of_two(reading, n, carried) or quantity.unit_word in ("gấp", "nhân")):
        role = None
    part = (
        carried
        and carried.measure == "share"
        and " ".join(reading.words(quantity.first - 3, quantity.first)) in ("cao hơn mức", "thấp hơn mức", "so với mức")
    )
    if quantity.unit == "percent" and _asked(reading, n):
        return Meaning("share", "other", detail="survey", rule="survey")
    if role in ("up", "down", None) and quantity.unit == "percent" and (part or _level_of_share(reading, n)):
        role = "share"
    if role == "down" and below_level(reading, n):
        role = "down" if carried and carried.measure == "growth_rate" and carried.sign < 0 else "up"
    if role == "down" and _level_of_growth(reading, n, carried):
        role = "up"
    if quantity.unit == "times" and not _is_multiple(reading, n):
        return None
    of = _rate_base(reading, n, carried)
    if role in ("up", "down") and _of_price(reading, n):
        return Meaning("growth_rate", "other", -1 if role == "down" and not quantity.signed else 1,
                       basis=_basis(reading, n), detail="price", rule="growth of a price")  # fmt: skip
    if role is None and quantity.unit == "times":
        role = "up"
    if role is None and (dealt := _dealt(reading, n, carried)):
        return dealt
    if role is None and carried and carried.rule == "use of a quota":
        return Meaning("share", "other", rule="share of a quota")
    if role is None and _in_brackets(reading, n, carried) and carried.delta:
        return Meaning("growth_rate", carried.measure, carried.sign, basis=_basis(reading, n),
                       detail=carried.detail, rule="growth in brackets", cue=carried.cue)  # fmt: skip
    if role is None and _in_brackets(reading, n, carried):
        return Meaning("share", carried.measure, detail=carried.detail, rule="share in brackets", cue=carried.cue)
    after = reading.words(quantity.last, quantity.last + 2)
    if role is None and after == ["còn", "lại"] and carried and carried.measure in ("aid", "investment", "share"):
        whole = carried.of_measure or carried.measure
        return Meaning("share", whole, detail=carried.detail, rule="rest of before", cue=carried.cue)
    if role is None and (handed := _handed_on(reading, n, carried, of)):
        return handed
    of_trade = [cue for cue in cues_after(reading, n, 4) if label_of(cue)[0] in TRADE]
    if of and of.detail == "payment" and of_trade:
        return _share(reading, n, of, carried)
    level = of and of.detail == "price" and _LEVEL & set(reading.words(quantity.first - 2, quantity.first))
    if of and of.detail in ("price", "payment") and (level or role not in ("up", "down")):
        beside = of.detail == "price" and of.cue is not None and 0 <= quantity.first - of.cue <= _BESIDE
        part = role == "share" and not beside or _counts_part(reading, n)
        return Meaning("share" if part else "other", "other" if part else None, detail=of.detail, rule="price")
    if role in ("up", "down"):
        name = of.measure if of and of.measure not in ("growth_rate", "share") else of.of_measure if of else None
        sign = -1 if role == "down" and not quantity.signed else 1
        return Meaning("growth_rate", name or "other", sign, basis=_basis(reading, n),
                       detail=of.detail if of else "", rule="growth", cue=of.cue if of else None)  # fmt: skip
    if role == "share":
        return _share(reading, n, of, carried)
    return (
        _share(reading, n, of, carried)
        if _counts_part(reading, n)
        else Meaning("other", None, detail=of.detail if of else "", rule="rate")
    )


# "lãi suất được hạ còn 18%": the rate itself, no change.
_LEVEL = {"còn", "xuống", "lên"}


# Tokens from the word for a price to its rate: "chịu thuế 5%", "thuế suất khoảng 5%".
_BESIDE = 3


def _as_rate(reading, n):
    """True for "tăng 34 triệu USD, tương đương 3,9%": the same change as a rate."""
    between = reading.words(reading.start_of(n), reading.quantities[n].first)
    amount = n and reading.quantities[n - 1].unit in ("money", "tonnes", "persons")
    said = between[:3] in ([",", "tương", "đương"], [",", "tương", "ứng"])
    return bool(amount and said and len(between) <= _BESIDE + 2)


_SURVEY = ("khảo sát", "được hỏi", "thăm dò", "trả lời phiếu", "phỏng vấn", "lấy ý kiến")
_ANSWERS = ("cho biết", "cho rằng", "trả lời", "ý kiến", "doanh nghiệp", "muốn", "số", "người", "nói", "đang", "tin",
            "dự định", "có kế hoạch", "đơn vị", "công ty", "đánh giá", "kỳ vọng", "lo", "phàn nàn")  # fmt: skip


def _asked(reading, n):
    """True for "37% cho biết đang bán hàng sang Nga" of a survey: a part of those asked, not of the trade."""
    after = " ".join(reading.words(reading.quantities[n].last, reading.end_of(n))[:3])
    return after.startswith(_ANSWERS) and any(phrase in reading.said for phrase in _SURVEY)


def _of_price(reading, n):
    """True for "giá bình quân 1.516 USD/tấn, tăng 9%": it is the price just before that grew."""
    before = reading.quantities[n - 1] if n else None
    priced = before and before.unit == "money" and before.per == "unit"
    between = reading.words(before.last, reading.quantities[n].first) if priced else []
    if priced and between[:1] in ([","], ["("], ["tăng"], ["giảm"]) and not cues_before(reading, n):
        return True
    return bool(_PRICE_MOVES.search(" ".join(reading.words(reading.start_of(n), reading.quantities[n].first))))


# "do giá sắt thép sụt giảm 6,7%": the words before "tăng", "giảm" name a good, no value.
_PRICE_MOVES = re.compile(
    r"(?<!\w)(?:do|vì|nhờ|bởi|khi|nếu|dù) giá(?! trị)(?: [^\W\d]+){0,5} (?:sụt |đã |đang )?(?:tăng|giảm)"
    r"(?: (?:khoảng|gần|hơn|trên|tới|mạnh|nhẹ|đến)){0,2}$"
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
    told = {"từ", "lên", "xuống", "còn", "đạt"} & set(reading.words(first - 2, first))
    own = " ".join(reading.words(reading.start_of(n), first))
    apart = reading.words(first - 1, first) == [","] and ("tỷ trọng" in own or "thị phần" in own)
    return apart or any(word in before for word in ("tỷ trọng", "thị phần", "tỷ lệ")) and bool(told)


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


_WHERE_TO = {"từ", "của", "sang", "cho", "vào"}
_DEALS = {"mua", "nhập", "bán", "xuất", "lấy"}


def _dealt(reading, n, carried):
    """A share for "Nga nhập từ Ecuador 62%", "Mỹ mua tổng cộng 58%": a verb of trade and no change; or None."""
    cues = [cue for cue in cues_before(reading, n) if cue.label in ("export", "import")]
    words = reading.words(cues[-1].first, cues[-1].last) if cues else []
    verb = words[:1] and words[0] in _DEALS and set(words[1:]) <= _WHERE_TO
    if not verb or carried and carried.measure == "growth_rate" or reading.quantities[n].unit != "percent":
        return None
    return Meaning("share", cues[-1].label, detail=cues[-1].label, rule="share dealt in", cue=cues[-1].first)


_PARTS = ("visitors", "investment", "students", *TRADE)


def _rival_s_share(reading, n, carried):
    """True for "ngang Ấn Độ và chỉ kém Úc (17%)" after a share: that of the country before the bracket."""
    first, last = reading.quantities[n].first, reading.quantities[n].last
    alone = reading.words(first - 1, first) == ["("] and reading.words(last, last + 1) == [")"]
    named = alone and any(place.last == first - 1 for place in reading.places)
    return bool(named and carried and carried.measure == "share" and reading.quantities[n].unit == "percent")


def _in_brackets(reading, n, carried):
    """True for "trong đó Trung Quốc 5,28 triệu (25,3%)": the part of the total that the amount before is."""
    first, last = reading.start_of(n), reading.quantities[n].last
    alone = reading.words(first, reading.quantities[n].first) == ["("] and reading.words(last, last + 1) == [")"]
    return bool(alone and carried and carried.measure in _PARTS and reading.quantities[n].unit == "percent")


def _handed_on(reading, n, carried, of):
    """The Meaning of a rate without a verb of its own: as the rate before it, or a share of the amount before it."""
    own = [cue for cue in cues_before(reading, n) if cue.label in OTHER]
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
    if carried.measure not in TRADE:
        return None
    whole = _named_after(reading, _last_of_run(reading, n))
    named = label_of(whole[0])[0] if whole and reading.quantities[n].unit == "percent" else None
    measure = named if named in ("export", "import") else carried.measure
    return Meaning("share", measure, detail=carried.detail, rule="share of before")


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


def _share(reading, n, of, carried):
    after = _named_after(reading, n) or _named_after(reading, _last_of_run(reading, n))
    before = carried if of is not None and of.rule == "cue after" else of
    source = from_cue(reading, after[0], before, "share") if after else of
    source = carried if source is of and _flow_as_part(reading, n, of, carried) else source
    name = source.measure if source else "other"
    name = source.of_measure or "other" if name in ("growth_rate", "share") else name
    name = "import" if name == "other" and _of_market(reading, n) else name
    return Meaning(
        "share", name, detail=source.detail if source else "", rule="share", cue=source.cue if source else None
    )


def _of_market(reading, n):
    """True for "thị phần gạo Việt ở Nga": what one country sells of what the other buys."""
    first, last = reading.start_of(n), reading.quantities[n].first
    words = reading.words(first, last)
    named = [place for place in reading.places if first <= place.first < last]
    return "phần" in words and "thị" in words and bool(reading.goods) and [p.role for p in named[-2:]][-1:] == ["in"]


def _named_after(reading, n):
    cues = [cue for cue in cues_after(reading, n, 6) if cue.label != "neutral" and not is_cause(reading, n, cue)]
    sold = [cue.label for cue in cues[:2]] == ["company", "export"]  # "1% doanh số tôm bán ra thế giới"
    return cues[1:] if sold else cues


def _last_of_run(reading, n):
    """The last of the shares joined to the n-th: "63% lượng cá minh thái và 17% lượng cá trích Việt Nam nhập về"."""
    for k in range(n + 1, len(reading.quantities)):
        between = reading.words(reading.quantities[k - 1].last, reading.quantities[k].first)
        joined = between[-1:] == ["và"] and not {",", ";"} & set(between)
        if reading.quantities[k].unit != "percent" or not joined:
            return k - 1
    return len(reading.quantities) - 1


def _flow_as_part(reading, n, of, carried):
    """True for "riêng xuất khẩu chiếm 97%" after a turnover: the flow is the part, the turnover the whole."""
    told = carried and (carried.measure == "turnover" or carried.of_measure == "turnover")
    if not told or of is None or of.measure not in ("export", "import") or of.cue is None or of.rule != "cue before":
        return False
    first, last = reading.start_of(n), reading.quantities[n].first
    named = any(first <= hit.first < last for hit in reading.goods)
    held = {"chiếm", "góp"} & set(reading.words(of.cue, last))
    return bool(held) and not named and not {"trong", "tổng", "của"} & set(reading.words(of.cue - 1, of.cue + 1)[:1])


def _rate_base(reading, n, carried):
    found = base(reading, n, carried)
    return found if found is not carried or carried is None else carried


def _is_multiple(reading, n):
    """ "gấp 3 lần", "tăng 5,7 lần", "cao hơn 2 lần"; "3 lần thăm" is none."""
    quantity = reading.quantities[n]
    if quantity.unit_word == "gấp":
        return True
    before = set(reading.words(quantity.first - 5, quantity.first))
    if any(hit.label in ("up", "down") and 0 <= quantity.first - hit.last <= 3 for hit in reading.changes):
        return True
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
