"""A Reading and the number of a rate come in; whether it is of a price, a tax or a payment, and how, goes out."""

import re

from analysis.cues import cues_after, cues_before
from analysis.in_turn import aspect_in_turn
from analysis.meanings import TRADE, Meaning, label_of
from analysis.shares import counts_part, share


def is_tariff(reading, n):
    """True for "cá tra đang chịu 10%"."""
    quantity = reading.quantities[n]
    return quantity.unit == "percent" and reading.words(quantity.first - 1, quantity.first) == ["chịu"]


def price_moved(reading, n):
    """True for "giá bình quân 1.516 USD/tấn, tăng 9%": it is the price just before that grew."""
    after = reading.words(reading.quantities[n].last, reading.quantities[n].last + 3)
    if after[:2] in _OF_AMOUNT:
        return False
    if after[:2] == ["về", "giá"] and after[2:] != ["trị"]:
        return True
    if aspect := aspect_in_turn(reading, n):
        return aspect == "giá"
    before = reading.quantities[n - 1] if n else None
    priced = before and before.unit == "money" and before.per == "unit"
    between = reading.words(before.last, reading.quantities[n].first) if priced else []
    if priced and between[:1] in ([","], ["("], ["tăng"], ["giảm"]) and not cues_before(reading, n):
        return True
    if before and before.unit == "percent" and _once_more(reading, n):
        return price_moved(reading, n - 1)
    if "giá " not in reading.said:
        return False
    words = reading.words(reading.start_of(n), reading.quantities[n].first)
    return "giá" in words and bool(_PRICE_MOVES.search(" ".join(words)))


def _once_more(reading, n):
    """True for B of "tăng A so với tháng trước và tăng B so với cùng kỳ": the same thing against another time."""
    between = reading.words(reading.quantities[n - 1].last, reading.quantities[n].first)
    return between[:2] == ["so", "với"] and bool({"và", "nhưng", ","} & set(between)) and not cues_before(reading, n)


_OF_AMOUNT = (["về", "lượng"], ["về", "khối"], ["về", "kim"], ["về", "trị"])
# "do giá sắt thép sụt giảm 6,7%": the words before "tăng", "giảm" name a good, no value.
_PRICE_MOVES = re.compile(
    r"(?<!\w)(?:do|vì|nhờ|bởi|khi|nếu|dù) giá(?! trị)(?: [^\W\d]+){0,5} (?:sụt |đã |đang )?(?:tăng|giảm)"
    r"(?: (?:khoảng|gần|hơn|trên|tới|mạnh|nhẹ|đến)){0,2}$"
)


def price_of_goods(reading, n):
    """The price of "Giá thép nhập khẩu từ Úc tăng 4%" as a Meaning, which the words of trade in it hide; or None."""
    if "giá " not in reading.said:
        return None
    words = reading.words(reading.start_of(n), reading.quantities[n].first)
    told = "giá" in words and _OPENS.search(" ".join(words))
    return Meaning("other", None, detail="price", rule="price of goods") if told else None


_OPENS = re.compile(
    r"(?:^|[,;] |và )giá(?! trị)(?: [^\W\d]+){1,12} (?:sụt |đã |đang )?(?:tăng|giảm)"
    r"(?: (?:khoảng|gần|hơn|trên|tới|mạnh|nhẹ|đến)){0,2}$"
)


def rate_of_price(reading, n, of, role, carried):
    """The Meaning of a rate of a price or payment: the rate itself, a part, or None where it tells a change."""
    if of.detail == "payment" and any(label_of(cue)[0] in TRADE for cue in cues_after(reading, n, 4)):
        return share(reading, n, of, carried)
    first = reading.quantities[n].first
    level = of.detail == "price" and _LEVEL & set(reading.words(first - 2, first))
    if of.detail not in ("price", "payment") or (role in ("up", "down") and not level):
        return None
    beside = of.detail == "price" and of.cue is not None and 0 <= first - of.cue <= _BESIDE
    part = role == "share" and not beside or counts_part(reading, n)
    return Meaning("share" if part else "other", "other" if part else None, detail=of.detail, rule="price")


# "lãi suất được hạ còn 18%": the rate itself, no change.
_LEVEL = {"còn", "xuống", "lên"}

# Tokens from the word for a price to its rate: "chịu thuế 5%", "thuế suất khoảng 5%".
_BESIDE = 3
