"""A Reading and the number of a share in it come in; of what it is a part goes out, as a Meaning."""

import re
from dataclasses import replace

from analysis import firms
from analysis.cues import cues_after, is_cause
from analysis.meanings import TRADE, Meaning, from_cue, whole


def share(reading, n, of, carried):
    """The Meaning of a share: of what is named after it, else of what `of` means."""
    if of_a_firm(reading, n):
        return Meaning("share", "other", detail="company", rule="share of a firm")
    after = named_after(reading, n) or named_after(reading, last_of_run(reading, n))
    before = carried if of is not None and of.rule == "cue after" else of
    source = from_cue(reading, after[0], before, "share") if after else of
    source = carried if source is of and _flow_as_part(reading, n, of, carried) else source
    name = source and whole(source) or "other"
    name = "import" if name == "other" and _of_market(reading, n) else name
    name = "other" if name in ("import", "export") and _made_at_home(reading, n) else name
    detail, cue = (source.detail, source.cue) if source else ("", None)
    return Meaning("share", name, detail=detail, rule="share", cue=cue)


def of_a_firm(reading, n):
    """True for "nắm 51% cổ phần": who owns a firm is no part of what countries invest."""
    quantity = reading.quantities[n]
    before = " ".join(reading.words(reading.start_of(n), quantity.first))
    stake = reading.words(quantity.last, quantity.last + 2) in _STAKES
    return stake or _ONE_FIRM.search(before) is not None or _VENTURE.search(before) is not None


_SILENT = r"(?:(?!cho biết|cho hay|thông báo|khẳng định|nhận định)[^,;:.])*?"
_ONE_FIRM = re.compile(  # "Công ty Nam Việt chiếm 13%", "công ty Hải Vương (12%)"; not "các công ty Việt Nam chiếm"
    r"(?<!các )(?<!những )(?<!nhiều )(?<!số )(?<!vài )(?<!hai )(?<!ba )\b"
    rf"(?:(?:công ty|tổng công ty|tập đoàn|ctcp|cty|xí nghiệp|liên doanh)\s|{firms.NAMED}\s){_SILENT}"
    r"(?:\(|\b(?:chiếm|nắm|đóng góp|góp)\b[^,;:.]*)$"
)
# "Vietsovpetro vẫn là một mảng hợp tác tốt của hai nước, đóng góp 80%": the venture is the subject of both verbs.
_VENTURE = re.compile(
    rf"(?<!\w){firms.NAMED} (?:(?:vẫn|đã|luôn|hiện|cũng|từng) )?(?:là|có|khai thác|trở thành|sản xuất)(?!\w)[^;.:]*"
    r", (?:chiếm|nắm|đóng góp|góp)(?: \w+){0,2}$"
)
_STAKES = (["cổ", "phần"], ["cổ", "phiếu"], ["vốn", "điều"])


def of_things(reading, n):
    """The share of a number of things ("35% số mặt hàng tăng"), which says nothing of their value; or None."""
    quantity, first = reading.quantities[n], reading.start_of(n)
    if quantity.unit != "percent":
        return None
    behind = " ".join(reading.words(quantity.last, reading.end_of(n)))
    found = _ITEMS_BEHIND.match(behind) or _ITEMS_BEFORE.search(" ".join(reading.words(first, quantity.first)))
    return Meaning("share", "other", detail="items", rule="share of items") if found else None


def as_payments(reading, n, meaning, carried):
    """The Meaning of a share; with its own rule for what is paid in a currency ("60% thanh toán bằng đồng rúp")."""
    if meaning is None or meaning.measure != "share" or meaning.of_measure not in TRADE:
        return meaning
    behind = " ".join(reading.words(reading.quantities[n].last, reading.end_of(n)))
    before = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    paid = "bằng" in behind and _PAID_IN.match(behind) or _MONEY_HOLDS.search(before) or _PAYS.search(before)
    paid = paid or carried is not None and carried.rule == PAYMENTS and not {"chiếm", "góp"} & set(before.split())
    return replace(meaning, rule=PAYMENTS) if paid else meaning


PAYMENTS = "share of payments"
_PAYS = re.compile(r"(?<!\w)(?:tỷ trọng|tỉ trọng|tỷ lệ|phần)(?: \w+){0,4} (?:trong )?thanh toán(?!\w)")
_MONEY = (
    r"(?:(?:các |những |hai )?(?:đồng |loại )?(?:tiền )?(?:nội tệ|bản tệ|rúp|ruble|rúp nga|nhân dân tệ|rupee|"
    r"(?:tiền |đồng tiền )(?:tệ )?(?:quốc gia|riêng|chung|đồng)|việt nam|đô la|usd|euro))(?!\w)"
)
# "giao dịch giữa Nga và Lào được thực hiện bằng đồng rúp"; not "kim ngạch, tính bằng USD".
_PAID_IN = re.compile(rf"[^,;:.()]*?(?<!tính )(?<!quy )(?<!tương đương )(?<!\w)bằng {_MONEY}")
_MONEY_HOLDS = re.compile(
    r"(?<!\w)(?:(?:tỷ trọng|tỉ trọng|tỷ lệ|thị phần|phần) "
    rf"(?:của |sử dụng |dùng |thanh toán bằng |giao dịch bằng )*{_MONEY}"
    rf"|(?:^|, |: |; |và |còn )(?:theo \w+ )?(?:đồng|các đồng|hai đồng) {_MONEY}(?: \w+){{0,6}} chiếm(?!\w))"
)
_LINES = r"dòng thuế|dòng hàng|mã hàng|mã hs|lô hàng"
_ITEMS = rf"(?:{_LINES}|mặt hàng|nhóm hàng|chủng loại|doanh nghiệp|hợp đồng|chuyến hàng)"
_ITEMS_BEHIND = re.compile(rf"(?:tổng )?số (?:các )?{_ITEMS}(?!\w)|(?:{_LINES})(?!\w)")
_ITEMS_BEFORE = re.compile(rf"(?<!\w)số (?:các )?{_ITEMS}(?!\w)[^,;:]* chiếm(?: \w+){{0,2}}$")


def _made_at_home(reading, n):
    """True for "Sản xuất trong nước đáp ứng 60% nhu cầu, còn lại phải nhập khẩu": what need not be bought."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    return any(f"{noun} {where}" in words for noun in ("sản xuất", "sản lượng") for where in ("trong nước", "nội địa"))


def _of_market(reading, n):
    """True for "thị phần gạo Việt ở Nga": what one country sells of what the other buys."""
    first, last = reading.start_of(n), reading.quantities[n].first
    words = reading.words(first, last)
    named = [place for place in reading.places if first <= place.first < last]
    return "phần" in words and "thị" in words and bool(reading.goods) and [p.role for p in named[-2:]][-1:] == ["in"]


def named_after(reading, n):
    """The cues that close after the n-th say what it is a part of, but for the reasons given for it."""
    cues = [cue for cue in cues_after(reading, n, 6) if cue.label != "neutral" and not is_cause(reading, n, cue)]
    sold = [cue.label for cue in cues[:2]] == ["company", "export"]  # "1% doanh số tôm bán ra thế giới"
    return cues[1:] if sold else cues


def last_of_run(reading, n):
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


def counts_part(reading, n):
    """ "90% dòng thuế", "80% doanh nghiệp": a noun follows the percentage directly."""
    quantity = reading.quantities[n]
    after = reading.found[quantity.last].text if quantity.last < len(reading.found) else "."
    start = max(reading.start_of(n), quantity.first - 4)
    before = {"thuế", "suất", "lãi", "phí", "xuống", "lên"} & set(reading.words(start, quantity.first))
    return quantity.unit == "percent" and after.isalpha() and not before and after not in _NOT_NOUNS


_NOT_NOUNS = frozenset(
    (
        "vẫn đã đang sẽ cũng được bị không chưa mà như theo thay ngay trước sau cùng bằng hồi là nên nếu dù "
        "nhờ bởi vì cả này trở có phải tại ở năm trong vào so và với thì từ đến tới cho còn nhưng một mỗi do "
        "để khi đối lên xuống"
    ).split()
)
