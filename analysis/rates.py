"""A Reading and the number of a rate in it come in; whether it grows, falls or is a share, and of what, goes out."""

from dataclasses import replace

from analysis.amounts import of_crop
from analysis.base_meanings import base
from analysis.growth import growth, growth_of_price
from analysis.in_turn import aspect_in_turn
from analysis.meanings import Meaning
from analysis.price_rates import is_tariff, price_moved, price_of_goods, rate_of_price
from analysis.rate_levels import settled_role
from analysis.rate_roles import told_role
from analysis.rates_unsaid import rival_s_share, unsaid
from analysis.shares import as_payments, counts_part, of_things, share


def rate(reading, n, carried):
    """The Meaning of a percentage, percentage points or a multiple; None for how often a thing is done."""
    return as_payments(reading, n, _rate(reading, n, carried), carried)


def _rate(reading, n, carried):
    quantity, told = reading.quantities[n], told_role(reading, n)
    if aside := _aside(reading, n, carried, told):
        return aside
    role = settled_role(reading, n, carried, told)
    role = "up" if role == "share" and _grown_beyond(reading, n) else role
    if quantity.unit == "times" and not _is_multiple(reading, n):
        return None
    if role in (None, "share") and (part := of_things(reading, n)):
        return part
    if role in ("up", "down") and price_moved(reading, n):
        return growth_of_price(reading, n, role)
    if role is None and carried and aspect_in_turn(reading, n) == "giá":
        return growth_of_price(reading, n, "down" if carried.sign < 0 else "up")
    if role in ("up", "down") and (_of_takings(reading, n, carried) or of_crop(reading, n)):
        return growth(reading, n, None, role)
    of = price_of_goods(reading, n) or base(reading, n, carried)
    of = share(reading, n, of, carried) if reading.shares_told and role in ("up", "down") else of
    role = "share" if role is None and _comes_by(reading, n) else role
    role = role or ("up" if quantity.unit == "times" else None)
    if role is None and (found := unsaid(reading, n, carried, of)):
        return found
    if of and (charged := rate_of_price(reading, n, of, role, carried)):
        return charged
    if role in ("up", "down"):
        return growth(reading, n, of, role)
    if role == "share" or counts_part(reading, n):
        return share(reading, n, of, carried)
    return Meaning("other", None, detail=of.detail if of else "", rule="rate")


def _comes_by(reading, n):
    """True for "84,4% đến bằng đường hàng không": how a part of the guests came, whatever grew before."""
    last = reading.quantities[n].last
    return reading.quantities[n].unit == "percent" and reading.words(last, last + 2) in _WAYS


_WAYS = (["đến", "bằng"], ["đi", "bằng"], ["bằng", "đường"], ["đến", "qua"], ["qua", "đường"])


def _grown_beyond(reading, n):
    """True for "tỷ lệ tăng lên tới 165%": more than a whole is no part of it."""
    quantity = reading.quantities[n]
    words = reading.words(max(reading.start_of(n), quantity.first - _NEAR), quantity.first)
    more = quantity.unit == "percent" and quantity.value_min > 100 and "tỷ lệ" in " ".join(words)  # noqa: PLR2004
    return more and "tăng" in words


# Tokens from "tỷ lệ" to its number: "tỷ lệ tăng lên tới" has five.
_NEAR = 8


def _of_takings(reading, n, carried):
    """True for "đón 54.000 lượt khách, tổng thu đạt 2 tỷ đồng (tăng 27%)": the money has grown, not the guests."""
    money = reading.quantities[n - 1] if n and carried and "visitors" in (carried.measure, carried.of_measure) else None
    if money is None or money.unit != "money" or "thu" not in reading.words(money.first - _TAKEN, money.first):
        return False
    return set(reading.words(money.last, reading.quantities[n].first)) <= _RIGHT_BEHIND


# Tokens: "tổng thu từ khách du lịch ước đạt khoảng" has eight behind "thu".
_TAKEN = 9


_RIGHT_BEHIND = {",", "(", "tăng", "giảm", "hơn", "gần", "trên", "khoảng", "tới", "mạnh", "nhẹ"}


def _aside(reading, n, carried, told):
    """The Meaning of a tariff, a rival's share in brackets or an answer in a survey; else None."""
    if is_tariff(reading, n):
        return Meaning("other", None, detail="price", rule="tariff")
    if told and not reading.quantities[n].signed and rival_s_share(reading, n, carried):
        return replace(carried, cue=None)
    asked = reading.quantities[n].unit == "percent" and _asked(reading, n)
    return Meaning("share", "other", detail="survey", rule="survey") if asked else None


_SURVEY = ("khảo sát", "được hỏi", "thăm dò", "trả lời phiếu", "phỏng vấn", "lấy ý kiến")
_ANSWERS = ("cho biết", "cho rằng", "trả lời", "ý kiến", "doanh nghiệp", "muốn", "số", "người", "nói", "đang", "tin",
            "dự định", "có kế hoạch", "đơn vị", "công ty", "đánh giá", "kỳ vọng", "lo", "phàn nàn")  # fmt: skip


def _asked(reading, n):
    """True for "37% cho biết đang bán hàng sang Nga" of a survey: a part of those asked, not of the trade."""
    after = " ".join(reading.words(reading.quantities[n].last, reading.end_of(n))[:3])
    return after.startswith(_ANSWERS) and any(phrase in reading.said for phrase in _SURVEY)


def _is_multiple(reading, n):
    """ "gấp 3 lần", "tăng 5,7 lần", "cao hơn 2 lần"; "3 lần thăm" is none."""
    quantity = reading.quantities[n]
    if quantity.unit_word == "gấp":
        return True
    if _OFTEN.intersection(reading.words(quantity.last, quantity.last + 1)):
        return False
    before = set(reading.words(quantity.first - 5, quantity.first))
    if any(hit.label in ("up", "down") and 0 <= quantity.first - hit.last <= 3 for hit in reading.changes):
        return True
    listed = n and reading.quantities[n - 1].unit in ("times", "percent") and quantity.first - reading.start_of(n) <= 5
    return (
        listed
        or bool(before & {"gấp", "tăng", "giảm", "bằng", "hơn", "nhân", "cao", "lớn", "sụt", "gần", "lượt", "nhiều"})
        and not ({"thứ", "thăm", "họp"} & before)
        or _trade_moved(reading, n)
    )


_OFTEN = {"thăm", "họp", "gặp", "cử", "dự", "tham", "đàm"}  # "ba lần thăm Nga": how often, not how many times as much


def _trade_moved(reading, n):
    """True for "tăng xuất khẩu hạt tiêu sang Nga 2,3 lần": the trade told behind its verb, then where it goes."""
    first = reading.quantities[n].first
    if not any(place.last == first for place in reading.places):
        return False
    moved = {hit.last for hit in reading.changes if hit.label in ("up", "down") and hit.first >= reading.start_of(n)}
    flows = [cue.first for cue in reading.cues if cue.first in moved]
    return bool(flows) and not {",", "và", "rồi", "đã", "thăm"} & set(reading.words(flows[-1], first))
