"""A Reading and the number of an amount in it come in; what it measures, and whether it is a change, goes out."""

import re

from analysis.base_meanings import base
from analysis.meanings import TRADE, Meaning
from analysis.modality import over_plan

_GAP = {
    "khoảng", "gần", "hơn", "trên", "dưới", "tới", "đến", "thêm", "xấp", "xỉ", "bình", "quân", "trung", "mức", "lần",
    "lượt", "tương", "ứng", "chừng", "ước", "mạnh", "nhẹ", "ròng", "cả", "là", "đạt", "ở", "chưa", "đầy", "ngót", "có",
    "tổng", "cộng", "kỷ", "lục", "chỉ", "số", "con", "khá", "hai", "một", "đột", "biến", "đều", "theo", "lên", "với",
    "cao", "sâu", "vọt", "hàng", "năm", "mỗi", "và", "vào", "từ", "vượt", "tốc", "độ", "trưởng", "quá", "sốc",
    "ấn", "tượng",
}  # fmt: skip


def _near_change(reading, n):
    """The last word of change, share or level before the quantity in its clause, and its distance."""
    quantity, first = reading.quantities[n], reading.start_of(n)
    hits = [hit for hit in reading.changes if first <= hit.first and hit.last <= quantity.first]
    return hits[-1] if hits else None


def amount(reading, n, carried):
    """The Meaning of money, tonnes and other amounts."""
    quantity = reading.quantities[n]
    if quantity.unit == "tonnes" and (used := _of_quota(reading, n)):
        return used
    if goods := _behind_balance(reading, n, carried):
        return goods
    if quantity.unit == "tonnes" and (_made(reading, n) or _produced(reading, n) or of_crop(reading, n)):
        return Meaning("other", None, detail="tonnes", rule="output")
    found = base(reading, n, carried)
    if quantity.unit == "tonnes" and found and found.detail == "company" and _sells(reading, found):
        found = Meaning("export", None, detail="export", rule="tonnes sold", cue=found.cue)
    if quantity.unit is None and (
        not quantity.scaled or found is None or (found.of_measure or found.measure) not in (*TRADE, "investment", "aid")
    ):
        return None
    if found and (found.of_measure or found.measure) in ("visitors", "students") and quantity.unit == "money":
        each = {"mỗi", "một"} & set(reading.words(reading.start_of(n), quantity.first))
        found = Meaning("other", None, detail="price" if each else "spending", rule="money of persons")
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
    apiece = quantity.unit == "money" and not quantity.scaled and _apiece(reading, n)
    apiece = apiece or _price_again(reading, n)
    if found is None or apiece or (quantity.per in ("unit",) and quantity.unit == "money"):
        found = Meaning("other", None, detail="price" if quantity.per or apiece else "", rule="no cue")
    if quantity.unit == "tonnes" and found.measure not in ("export", "import", "aid", "balance", "turnover"):
        found = Meaning("other", None, detail="tonnes", rule="tonnes")
    if carried and carried.measure == "growth_rate" and _as_much(reading, n):
        return Meaning(found.measure, None, carried.sign, True, detail=found.detail, rule="change", cue=found.cue)
    sign = change_sign(reading, n) if found.measure != "other" or quantity.unit == "tonnes" else 0
    sign = sign or (_further_change(reading, n) if carried and carried.delta else 0)
    if not sign and found.detail in ("price", "") and quantity.per == "unit":
        sign = _price_gap(reading, n)
    if not sign:
        return found
    if found.measure == "balance":
        return Meaning("balance", None, sign, True, detail=found.detail, rule="change", cue=found.cue)
    return Meaning(found.measure, None, sign, True, detail=found.detail, rule="change", cue=found.cue)


def _price_again(reading, n):
    """True for "3.000 USD/chiếc (khoảng 75 triệu đồng)": the price once more, in another currency."""
    before = reading.quantities[n - 1] if n else None
    if before is None or (before.unit, before.per, reading.quantities[n].unit) != ("money", "unit", "money"):
        return False
    words = reading.words(before.last, reading.quantities[n].first)
    return words[:1] == ["("] and before.currency != reading.quantities[n].currency and _GAP.issuperset(words[1:])


def _behind_balance(reading, n, carried):
    """An import for the goods that make a deficit ("nhập siêu A, vì than (480 triệu USD)"), an export for a surplus."""
    first = reading.quantities[n].first
    named = any(hit.last == first - 1 for hit in reading.goods) and reading.words(first - 1, first) == ["("]
    why = {"vì", "do", "bởi"} & set(reading.words(first - 6, first))
    if not (named and why and carried and "balance" in (carried.measure, carried.of_measure)):
        return None
    way = "import" if carried.detail == "deficit" else "export"
    return Meaning(way, None, detail=way, rule="goods behind a balance")


def _made(reading, n):
    """True for "Sản lượng phân bón của Nga đạt 55 triệu tấn": what is made there, with no word of who buys it."""
    flows = [cue for cue in reading.cues if cue.label != "neutral" and cue.first < reading.quantities[n].first]
    return (
        n == 0 and not flows and _MADE.match(reading.said) is not None and any(p.role == "of" for p in reading.places)
    )


def _as_much(reading, n):
    """True for "giảm 14,9%, tương đương 37.015 tấn": the same change as an amount."""
    between = reading.words(reading.start_of(n), reading.quantities[n].first) if n else []
    percent = n and reading.quantities[n - 1].unit == "percent"
    said = between[:3] in ([",", "tương", "đương"], [",", "tương", "ứng"]) or between[:2] == ["tương", "đương"]
    return bool(percent and said and set(between[3:]) <= {"với", "khoảng", "gần", "hơn", "trên", "mức"})


def _produced(reading, n):
    """True for "Nga sản xuất 440 triệu tấn than": a verb of making stands right before the weight."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    return bool(_MAKES.search(words))


_MAKES = re.compile(
    r"(?<!\w)(?<!nhà )(?:sản xuất|khai thác|thu hoạch|trồng|đánh bắt)(?: (?:được|đạt|ra|khoảng|gần|hơn|trên|tới))*$"
)


def of_crop(reading, n):
    """True for "Sản lượng cà phê niên vụ này giảm 20%, còn 1,4 triệu tấn": what is grown, whoever bought it before.

    For "sự cố khiến sản lượng gạo của Nga giảm còn 797.000 tấn", too.
    """
    if "sản lượng" not in reading.said:
        return False
    said = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    opens = reading.said.startswith(("sản lượng", "tổng sản lượng"))
    if not opens and (made := _GROWN.search(said)) and not any(flow in made["rest"] for flow in _FLOWING):
        return True
    flows = [cue for cue in reading.cues if cue.label != "neutral" and cue.first < reading.quantities[n].first]
    return opens and not flows and bool(_CROP.search(" ".join(reading.words(0, reading.quantities[0].first))))


# "ghi nhận sản lượng lúa dưới 1 triệu tấn", "khiến sản lượng gạo của Nga trong năm 2022 giảm xuống còn".
_GROWN = re.compile(
    r"(?<!\w)(?:khiến|làm|kéo|đẩy|ghi nhận|quốc gia có|nước có)(?: cho| tổng)? sản lượng"
    r"(?! (?:xuất|nhập|bán|mua|đạt|hàng))(?P<rest>(?: [^\s,;]+){1,12})$"
)
_FLOWING = ("xuất", "nhập", "bán", "mua", "khách", "vận chuyển", " sang ")
_CROP = re.compile(r"(?<!\w)(?:niên vụ|mùa vụ|vụ (?:này|mùa|trước|tới|đông|hè|xuân|thu)|thu hoạch|cả vụ)(?!\w)")
_MADE = re.compile(
    r"(?:(?:trong |cả |riêng )?(?:năm|mùa vụ|niên vụ|vụ|quý|tháng|nửa đầu năm) [^,;]{1,22}, )?"
    r"(?:tổng )?sản lượng(?! này| xuất| nhập| bán| mua)(?!\w)"
)


def _of_quota(reading, n):
    """An export for "hạn ngạch ...; 9 tháng qua doanh nghiệp mới dùng hết 3.400 tấn", else None."""
    first, last = reading.start_of(n), reading.quantities[n].first
    verb = next((p for p in range(first, last) if reading.found[p].text in ("dùng", "tận", "khai")), None)
    quota = verb is not None and "hạn ngạch" in " ".join(reading.words(0, last))
    return Meaning("export", None, detail="export", rule="use of a quota", cue=verb) if quota else None


def _sells(reading, found):
    """True for "bán dầu", a firm's business where money is meant and trade where tonnes go to a country."""
    sold = found.cue is not None and reading.found[found.cue].text == "bán"
    return sold and any(place.role == "to" for place in reading.places)


def _further_change(reading, n):
    """The sign of "nhiều hơn 41 triệu USD" after another difference ("kém cùng kỳ 7.200 tấn, nhưng ...")."""
    before = " ".join(reading.words(reading.quantities[n].first - 2, reading.quantities[n].first))
    return {"nhiều hơn": 1, "cao hơn": 1, "lớn hơn": 1, "ít hơn": -1, "thấp hơn": -1}.get(before, 0)


def _price_gap(reading, n):
    """+1 or -1 for "rẻ hơn than Úc 22 USD/tấn": by how much one price lies above or below another; else 0."""
    words = reading.words(reading.start_of(n), reading.quantities[n].first)
    gaps = [p for p, word in enumerate(words) if word == "hơn" and p and words[p - 1] in _DEARER]
    if not gaps or {"mức", "giá", ","} & set(words[gaps[-1] :]) or len(words) - gaps[-1] > _TAIL:
        return 0
    return _DEARER[words[gaps[-1] - 1]]


_DEARER = {"rẻ": -1, "thấp": -1, "ít": -1, "đắt": 1, "cao": 1}

# Tokens after "rẻ hơn": the other good and whose it is.
_TAIL = 6


def _apiece(reading, n):
    """True for "mỗi tấn cà phê được 5.590 USD": a price, as "5.590 USD/tấn" is."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    return any(f"mỗi {unit}" in words for unit in ("tấn", "kg", "ký", "thùng", "chiếc", "container", "lít", "khách"))


# "hơn cùng kỳ 210 triệu", "kém năm 2021 1 tỷ": the amount is the difference.
_COMPARED = re.compile(
    r"(?<!\w)(?:(?P<less>ít hơn|thấp hơn|kém hơn|kém)|hơn)\s+(?:cùng (?:kỳ|thời gian|quý|tháng)|năm|tháng|quý)\b"
)


def change_sign(reading, n):
    """+1 or -1 where the amount itself is the change ("tăng thêm 2,4 tỷ USD"), else 0."""
    quantity = reading.quantities[n]
    quantity_before = " ".join(reading.words(quantity.first - 8, quantity.first))
    compared = _COMPARED.search(quantity_before)
    if compared and "mức" not in quantity_before and "," not in quantity_before[compared.end() :]:
        return -1 if compared["less"] else 1
    if over := over_plan(reading, n):
        return over
    hit = _near_change(reading, n)
    if hit is None or hit.label not in ("up", "down"):
        return 0
    words = " ".join(reading.words(hit.first, hit.last))
    if _from_level(reading, n) and all(word in _GAP for word in reading.words(hit.last, quantity.first)):
        return 1 if hit.label == "up" else -1
    if quantity_before.endswith(_GRANTED):
        return 0
    if words == "thêm" and any(other.label == "down" and other.last == hit.first for other in reading.changes):
        return -1
    gap = reading.words(hit.last, quantity.first)
    if words in ("ít hơn", "nhiều hơn", "thấp hơn", "cao hơn") and gap == ["tới"]:
        return 1 if hit.label == "up" else -1
    if (
        len(gap) > 5
        or not all(word in _GAP for word in gap)
        or {"lên", "từ", "đạt", "mức", "tới", "đến", "với", "vượt"} & set(gap)
    ):
        return 0
    after = " ".join(reading.words(quantity.last, reading.clause_end(n))[:3])
    if "so với" in " ".join(gap) or "mức" in gap:
        return 0
    if words == "thêm" or words.endswith((" lên", " còn", " xuống", " ra")):
        return 0
    if words in _LEVELS and not after.startswith(("so với", "so cùng")):
        return 0
    return 1 if hit.label == "up" else -1


# "tổng vốn cấp mới và tăng thêm là 16 tỷ USD": capital of a kind, no change of it.
_GRANTED = ("và tăng thêm là", "và tăng thêm đạt", "và tăng thêm ước đạt")


def _from_level(reading, n):
    """True for "giảm tới hơn 400 triệu USD, từ mức 7 tỷ USD xuống còn 6,6 tỷ USD": the change, not where it led."""
    last, rest = reading.quantities[n].last, reading.quantities[n + 1 :]
    after = [word for word in reading.words(last, last + 3) if word != ","]
    if not rest or after[:2] != ["từ", "mức"]:
        return False
    return not {"xuống", "lên", "còn"}.isdisjoint(reading.words(rest[0].last, reading.end_of(n + 1) + _LED_TO))


# Tokens from the end of "từ mức 7 tỷ USD" to "xuống còn".
_LED_TO = 8


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
