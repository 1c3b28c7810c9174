"""A Reading comes in; whether it gives the next place, or a part, in a row or rank told before goes out."""

import re

_RANKS = (
    "chiếm",
    "góp",
    "xếp ngay",
    "đứng ngay",
    "xếp kế",
    "bám sát",
    "kế đến",
    "theo ngay",
    "về nhì",
    "đứng thứ",
    "xếp thứ",
    "xếp sau",
    "đứng sau",
    "đứng đầu",
    "dẫn đầu",
    "theo sau",
    "xếp hạng",
)
# "Kế tiếp là thị trường Trung Quốc", "Thứ ba là EU": the next in a row that the sentence before began.
_NEXT = re.compile(
    r"(?:kế tiếp|kế đến|(?:thứ tự )?tiếp theo|tiếp đến|tiếp đó|tiếp sau|theo sau|xếp sau|đứng sau|"
    r"(?:đứng |xếp )?(?:ở )?(?:vị trí )?thứ "
    r"(?:hai|ba|tư|năm|sáu|bảy|\d+))(?: đó)?(?: là| về| đến)?(?!\w)"
)
_NTH = re.compile(r"(?<!\w)(?:lớn|đứng|xếp) thứ (?:hai|ba|tư|năm|sáu|bảy|\d+)(?!\w)")


def ranks(at):
    """True where the sentence gives the places and parts in a total just told: "Nga chiếm 93%", "đứng thứ hai"."""
    ranked = any(phrase in at.said for phrase in _RANKS) or next_in_row(at)
    return ranked and not any(p.stated for p in at.periods)


def of_sellers(sentences):
    """True where one of these sentences tells who sells most to a buyer: "đứng đầu các nguồn cung gạo"."""
    return any(noun in sentence.lower() for sentence in sentences for noun in _SELLERS)


_SELLERS = (
    "nguồn cung", "nhà cung cấp", "nhà xuất khẩu", "nước xuất khẩu", "nước bán", "đối tác xuất khẩu",
    "quốc gia xuất khẩu",
)  # fmt: skip


def begins_next(at):
    """True for "Kế tiếp là Trung Quốc", at the beginning of a sentence only."""
    return bool(_NEXT.match(at.said))


def next_in_row(at):
    """True for "Kế tiếp là thị trường Trung Quốc" and "lớn thứ hai": one more of a row told before."""
    return bool(_NEXT.match(at.said) or _NTH.search(at.said))
