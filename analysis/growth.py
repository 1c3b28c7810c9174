"""A Reading and the number of a rate that rises or falls come in; what grows, and against which time, goes out."""

import re

from analysis.meanings import Meaning, whole


def growth(reading, n, of, role):
    """The Meaning of a growth rate of what `of` means; one printed with its own sign keeps it."""
    return Meaning("growth_rate", of and whole(of) or "other", _sign(reading, n, role), basis=basis(reading, n),
                   detail=of.detail if of else "", rule="growth", cue=of.cue if of else None)  # fmt: skip


def growth_of_price(reading, n, role):
    """The Meaning of a price's growth: of no trade, whatever is sold at it."""
    return Meaning("growth_rate", "other", _sign(reading, n, role), basis=basis(reading, n),
                   detail="price", rule="growth of a price")  # fmt: skip


def _sign(reading, n, role):
    return -1 if role == "down" and not reading.quantities[n].signed and not _falls_from_rise(reading, n) else 1


def _falls_from_rise(reading, n):
    """True for B in "tăng 4%, giảm từ mức 9% của tháng 5": the growth before, which was higher."""
    first = reading.quantities[n].first
    before = reading.words(first - 4, first)
    return n > 0 and (before[-2:] == ["từ", "mức"] or before[-3:] == ["từ", "mức", "tăng"])


def basis(reading, n):
    """previous (month, quarter), yoy, average (of some years) or None: what a growth is measured against."""
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


_SINCE = re.compile(r"so với(?: \S+){0,3}? (?:năm|cùng kỳ) ((?:19|20)\d\d)(?!\w)")


def base(reading, n, known, period):
    """What a growth is measured against, once its period is known: "2016" for "năm 2021, tăng 90% so với năm 2016"."""
    after = " ".join(reading.words(reading.quantities[n].last, reading.end_of(n))[:12])
    year = _SINCE.match(after)
    if not year or period and period.end and int(period.end[:4]) - int(year[1]) in (0, 1):
        return known
    return year[1]
