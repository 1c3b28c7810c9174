"""A Reading and a quantity's number come in; the trade that is told without a word for trade goes out, as a Meaning."""

import re

from analysis.meanings import Meaning


def both_ways(reading, n):
    """ "hai chiều Việt - Nga chạm mốc 4 tỷ": both ways and two countries in money are their trade."""
    first, last = reading.start_of(n), reading.quantities[n].last
    first = max((p for p in range(first, last) if n and reading.found[p].text in (",", ";")), default=first)
    before, after = (" ".join(reading.words(*span)) for span in ((first, last), (last, reading.clause_end(n))))
    told = "hai chiều" in before or after.startswith(_OF_TWO_WAYS)
    return told and "đầu tư" not in before


_OF_TWO_WAYS = ("cả hai chiều", "hai chiều", "cho cả hai chiều", "tính cả hai chiều", "cho hai chiều", "ở cả hai chiều")


def handed_over(reading, n):
    """An export where sellers "cung cấp 780.000 tấn kali cho Việt Nam"; None where no goods are handed to a country."""
    if reading.quantities[n].unit not in ("money", "tonnes"):
        return None
    first, last = reading.start_of(n), reading.quantities[n].first
    verb = next((p for p in range(first, last) if reading.words(p, p + 2) in _SUPPLIES), None)
    to = verb is not None and any(p.role == "to" and verb < p.first < reading.end_of(n) for p in reading.places)
    by = to and any(p.role in ("", "by") and p.last <= verb for p in reading.places)
    return Meaning("export", None, detail="export", rule="goods handed over", cue=verb) if by else None


_SUPPLIES = (["cung", "cấp"], ["cung", "ứng"], ["chuyển", "giao"], ["giao", "nộp"])


def paid(reading, n, carried):
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


def only_to(reading, n):
    """True for "còn sang Việt Nam 92 triệu USD" after another export: one more of the seller's markets."""
    named = [p for p in reading.places if reading.start_of(n) <= p.first < reading.quantities[n].first]
    return bool(named) and all(place.role == "to" for place in named)


def between_places(reading, n):
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
