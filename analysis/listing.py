"""A line of a text and the line before it come in; whether it goes on with a list or an answer, and its unit, go out.

A heading ("Xuất khẩu sang Nga 9 tháng, triệu USD:") says once what all the lines of its list are about.
"""

import re

from analysis import units
from analysis.phrases import fold

_BULLET = re.compile(r"[-–—•+*▪►✓]\s?|\(?\d{1,2}[.)]\s")
_ITEM = re.compile(
    r"[^.:;!?]{2,70}(?:\([^)]{1,30}\)\s*)?\s*[:|\t–—-]\s*(?:khoảng |gần |hơn |trên |ước |ước đạt |đạt )*[+-]?\d"
)
_SPEAKER = re.compile(r"(?:[-–—]\s|[^\W\d_][^.:;!?\d]{1,40}:\s)")
_OPENS = re.compile(
    r"(?:trong (?:số )?đó|trong số (?:này|ấy)"
    r"|cụ thể|qua đó|ngược lại|(?:ở )?chiều |còn |theo đó|trong khi đó|như vậy|tính ra|hôm nay|sang năm"
    r"|(?:tính |chỉ |với |)riêng|cùng (?:kỳ|năm|thời gian)|tiếp (?:đến|theo)|đứng sau|nhờ (?:đó|vậy)|đồng thời"
    r"|phía .{2,20} thì )"
)
# What points at something the paragraph before has said.
_POINTS_BACK = re.compile(
    r"(?:con số|thị trường|mức|quy mô|tỷ lệ|tỷ trọng|kim ngạch|nước|quốc gia|đà|khối|khoản|lượng)"
    r" (?:này|ấy|đó|trên)(?!\w)"
)


def is_item(line):
    """True for a line of a list or a table: it begins with a bullet, or with a name and a number behind a colon.

    >>> is_item("Cà phê: 310 triệu USD (+24%)"), is_item("Năm 2024, Nga mua 5 tấn.")
    (True, False)
    """
    return bool(_BULLET.match(line) or _ITEM.match(line))


def is_heading(line):
    """True for a line that only announces: it ends with a colon, or without any mark and is short.

    >>> is_heading("Kim ngạch Việt - Nga 10 tháng:"), is_heading("Nga mua gạo.")
    (True, False)
    """
    return line.endswith(":") or len(line) < 100 and line[-1:].isalnum() or line.endswith(")") and len(line) < 100


def goes_on(line, before):
    """True where a line belongs to the one before it: a breakdown, an item of a list, an answer, "con số này"."""
    said = fold(line)
    if _OPENS.match(said) or _POINTS_BACK.search(said):
        return True
    if before.endswith("?") and _SPEAKER.match(line):
        return True
    return is_item(line) and (is_heading(before) or is_item(before))


# "(triệu USD)", "Đơn vị tính: nghìn tấn", "ĐVT: %"
_SAID_UNIT = re.compile(
    r"(?:\(\s*(?:đơn vị(?: tính)?\s*:?\s*)?|đơn vị(?: tính)?\s*:\s*|đvt\s*:\s*)(?P<unit>[^\d().,:;]{1,25})"
)


def unit_of(text):
    """The unit that a heading gives to the bare numbers under it as (unit, currency, scale, word), or None: one with
    columns in several units tells of no number which is its own.

    >>> unit_of("Xuất khẩu sang Nga (triệu USD)")
    ('money', 'USD', 1000000.0, 'usd')
    >>> unit_of("Xuất khẩu sang Nga (tăng 5%)"), unit_of("Thị trường | Lượng (tấn) | Trị giá (triệu USD)")
    (None, None)
    """
    if "(" not in text and "ơn vị" not in text and "ĐVT" not in text.upper():
        return None
    named = {units.unit_named(match["unit"].strip()) for match in _SAID_UNIT.finditer(fold(text))} - {None}
    return named.pop() if len(named) == 1 else None
