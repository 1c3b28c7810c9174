"""A Reading and the number of a rate come in; whether its words tell a rise, a fall or a share goes out."""


def told_role(reading, n):
    """up, down, share or None for a rate, by its sign or the words around it."""
    quantity = reading.quantities[n]
    if quantity.signed:
        return "down" if quantity.value_max < 0 else "up"
    decisive = [hit for hit in _clause_changes(reading, n) if hit.label != "level"]
    after = " ".join(reading.words(quantity.last, reading.clause_end(n))[:7])
    percent = quantity.unit == "percent"
    if percent and after.startswith(_MARKS) and not (decisive and decisive[-1].label == "down"):
        return "share"
    if decisive:
        apart = quantity.first - decisive[-1].last > 3 and decisive[-1].label != "share"
        return "share" if percent and apart and after.startswith(_COUNTED) else _of_change(reading, decisive, n)
    if after.startswith(_AGAINST):
        return "up"
    return "share" if percent and (after.startswith(_WHOLES) or _is_part(reading, n, after)) else None


_COUNTED = ("kim ngạch", "giá trị", "lượng", "số", "dòng thuế", "tổng", "doanh nghiệp", "hàng", "thị phần")
_AGAINST = ("so với", "so cùng", "một năm so")
_MARKS = ("mức", "con số", "kế hoạch", "chỉ tiêu", "mục tiêu", "cùng kỳ", "dự toán")
_WHOLES = (
    "kim ngạch", "tổng", "thị phần", "trong tổng", "lượng", "giá trị", "trị giá", "thương mại",
    "toàn ngành", "cả ngành", "toàn thị trường", "của cả nước", "toàn khối", "cả khối", "toàn tỉnh", "của cả tỉnh",
)  # fmt: skip


def _is_part(reading, n, after):
    """True for "trong đó 70% là hàng nhập từ Việt Nam", "trong đó nhập từ Canada 29%": a part of the amount before."""
    words = reading.words(max(reading.start_of(n), reading.quantities[n].first - _NEAR), reading.quantities[n].first)
    before = " ".join(words)
    if "trong đó" not in before:
        return False
    opened = "trong đó" in " ".join(words[-4:]) and after.startswith(("là ", "thuộc ", "đến từ", "dành cho", "do "))
    return opened or any(f"đó {verb}" in before for verb in _DEALT_WITH)


# Tokens: "trong đó nhập khẩu từ Liên bang Nga" has eight.
_NEAR = 8
_DEALT_WITH = ("nhập từ", "nk từ", "nhập khẩu từ", "mua từ", "mua của", "xuất sang", "xk sang", "xuất khẩu sang")


def _of_change(reading, hits, n):
    """What the last word of change says; "vượt" and "bằng" by what follows the rate."""
    last = hits[-1]
    words = " ".join(reading.words(last.first, last.last))
    after = " ".join(reading.words(reading.quantities[n].last, reading.clause_end(n))[:8])
    if last.label == "share" and words in ("bằng", "tương đương") and "so với" in after and "kế hoạch" not in after:
        return "share"
    if words != "vượt":
        return last.label
    if "so với" not in after and len(hits) > 1:
        return hits[-2].label
    if "kế hoạch" in after or "mục tiêu" in after:
        return "up"
    if "so với" in after:
        return last.label
    return "share" if "tỷ lệ" in " ".join(reading.words(0, last.first)) else None


def _clause_changes(reading, n):
    """Words of change in the clause of the quantity; earlier clauses count while no other quantity intervenes."""
    quantity, first = reading.quantities[n], reading.start_of(n)
    hits = [hit for hit in reading.changes if first <= hit.first and hit.last <= quantity.first]
    comma = max((p for p in range(first, quantity.first) if reading.found[p].text in (",", ";")), default=-1)
    near = [hit for hit in hits if hit.first > comma]
    return near if any(hit.label != "level" for hit in near) else hits
