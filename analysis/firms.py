"""A Reading and a quantity's number come in; whether one firm's own business is told, and no country's, goes out.

"Các công ty Việt Nam xuất khẩu sang Nga" is the trade of a country, "Công ty Hải Đăng xuất khẩu sang Nga" is not.
"""

import re
from dataclasses import replace

_MANY = r"(?<!các )(?<!những )(?<!nhiều )(?<!số )(?<!vài )(?<!hai )(?<!ba )(?<!loạt )(?<!nhóm )(?<!mọi )(?<!khối )"
# Lukoil and Rosneft sell for Russia; the joint ventures sell for no one country.
NAMED = r"(?:viet ?sov ?petro|rus ?viet ?petro|petrovietnam)"
KINDS = r"(?:tổng công ty|công ty|tập đoàn|ctcp|cty|xí nghiệp|liên doanh|hợp tác xã|htx)"
_OWN = r"(?:này|nọ|đó|ấy|tôi|của (?:ông|bà|anh|chị|tôi|mình|chúng tôi))"
_ONE = rf"(?:{KINDS}|hãng|(?:một )?doanh nghiệp {_OWN})"
_DEALS = r"(?:xuất khẩu|xuất bán|xuất|bán|nhập khẩu|nhập|mua|cung cấp|cung ứng)"
# Who only speaks of trade, or of firms as a whole, is told apart by his verb.
_TELLS = (
    r"(?:cho|biết|rằng|theo|ước|dự|báo|thống|tính|ghi|nhận|nói|nêu|dẫn|đánh|là|hay|khi|và|thì|nhờ|giúp|khiến|thuộc|"
    r"thành|nhất|trong|chuyên|nhằm|để)"
)
_ACTS = re.compile(
    rf"(?<!\w)(?:{_MANY}{_ONE}|{NAMED})(?: (?!{_TELLS}(?!\w)|{_DEALS}(?!\w))[^\W_]+){{0,8}} {_DEALS}(?!\w)"
)
_WE = re.compile(rf"(?<!\w)chúng tôi(?: (?!{_TELLS}(?!\w)|{_DEALS}(?!\w))[^\W_]+){{0,5}} {_DEALS}(?!\w)")
_OF_A_FIRM = re.compile(
    rf"(?<!\w)(?:{_ONE}|doanh nghiệp|chủ (?:xưởng|cơ sở|vựa|trang trại)|tổng giám đốc|giám đốc)(?!\w)"
)
_OF_STATE = re.compile(
    r"(?<!\w)(?:bộ trưởng|thứ trưởng|thủ tướng|tổng thống|chủ tịch nước|đại sứ|tham tán|hiệp hội|đại diện thương mại|"
    r"cục|vụ trưởng|giám đốc sở|sở công thương)(?!\w)"
)
_OTHERS = {"khi", "còn", "ngành", "nước", "tỉnh"}


def dealt(reading, n, carried):
    """True where the n-th quantity is what one firm has sold or bought, or one that speaks of itself as "chúng tôi"."""
    if not _any(reading):
        return False
    last = reading.quantities[n].first
    if carried is not None and carried.rule == RULE:
        return _OTHERS.isdisjoint(reading.words(reading.start_of(n), last))
    before = " ".join(reading.words(reading.start_of(n), last))
    if _ACTS.search(before):
        return True
    we = _WE.search(before) and _OF_A_FIRM.search(reading.said)
    return bool(we) and _OF_STATE.search(reading.said) is None


def of_a_firm(meaning):
    """The Meaning of what a firm has sold or bought: no country's trade, nor a rate or a share of it."""
    if meaning.measure in ("growth_rate", "share"):
        return replace(meaning, of_measure="other", detail="company", rule=RULE)
    return replace(meaning, measure="other", of_measure=None, detail="company", rule=RULE)


RULE = "of a firm"


def _any(reading):
    return any(word in reading.said for word in _HINTS)


_HINTS = (
    "công ty", "tập đoàn", "ctcp", "cty", "xí nghiệp", "liên doanh", "hợp tác xã", "htx", "hãng", "doanh nghiệp",
    "chúng tôi", "petro",
)  # fmt: skip
