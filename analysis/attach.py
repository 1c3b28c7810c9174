"""A Reading and a quantity's number come in; the period that the words give to it, with those words, goes out.

A period right after the quantity is its own; else the last one before it; else a later one in its clause. What follows
"so với" is only compared with, and the time of a statement is not the time of what it states.
"""

import re
from dataclasses import replace

from analysis import periods, related_periods
from analysis.calendar_spans import iso, month_end, years_from
from analysis.in_turn import in_turn_group

_INTO = {
    "vào",
    "trong",
    "của",
    "hồi",
    "cho",
    "ở",
    "(",
    "cả",
    "tính",
    "đạt",
    "được",
    "là",
    "tại",
    "thời",
    "điểm",
    "riêng",
    "ngay",
    "/",
    "sau",
    "qua",
    "suốt",
}


def own_period(at, n, base, meaning):
    """The period the words give to the n-th quantity: right after it, else before it, else later in its clause."""
    if there := _of_bracket(at, n):
        return _resolved(there, base), there.phrase
    compares = _compares_directly(at, n, meaning)
    direct = after(at, n, adjacent=True)
    if (
        direct
        and direct.kind == "unsaid"
        and direct.phrase.lower().endswith(" năm")
        and (before := _before(at, n))
        and before.stated
    ):
        return _resolved(before, base), before.phrase
    if direct and direct.kind == "unsaid" and direct.phrase.lower().endswith(" năm") and base and base.kind == "years":
        return base, "carried"
    if direct and not (compares or _only_compared(at, n, direct)):
        return _resolved(direct, base), direct.phrase
    shared = _period_in_turn(at, n)
    if shared:
        return shared, shared.phrase
    before = _before(at, n)
    ahead = after(at, n, adjacent=False) if before and before.kind == "unsaid" else None
    if ahead and ahead.stated and not compares and before.phrase.lower() == "nay":
        return _resolved(ahead, base), ahead.phrase
    if before:
        return _resolved(before, base), before.phrase
    later = after(at, n, adjacent=False)
    if later and not compares and not (later.kind == "same" and at.quantities[n].unit == "percent"):
        return _resolved(later, base), later.phrase
    return None, None


def _of_bracket(at, n):
    """The period of "tăng 15% so với cả năm 2012 (khoảng 206.000 tấn)": the one that the bracket tells the level of."""
    quantity = at.quantities[n]
    words = at.words(quantity.first - _OPENED, quantity.first) if n else []
    if "(" not in words or quantity.unit not in ("money", "tonnes", "persons"):
        return None
    inside = words[words.index("(") + 1 :]
    opened = at.found[quantity.first - len(inside) - 1].start
    before = next((p for p in at.periods if p.stated and p.last <= opened <= p.last + 1), None)
    return before if {"với", "đạt", "là", "khoảng", "gần", "hơn", "trên", "chỉ", "mức"}.issuperset(inside) else None


# Tokens: "(" stands third before the number in "(với khoảng 206.000 tấn".
_OPENED = 4


def _only_compared(at, n, period):
    """True for "tăng 5% cùng kỳ"; in "từ 6,1% cùng kỳ lên 8,4%", "kém mức tăng 27% của cùng kỳ" it is of that time."""
    quantity = at.quantities[n]
    starts = at.words(quantity.first - 1, quantity.first) == ["từ"]
    of_then = at.words(quantity.last, quantity.last + 1) == ["của"]
    return period.kind == "same" and quantity.unit == "percent" and not starts and not of_then


def _compares_directly(at, n, meaning):
    """ "gấp 3 lần năm 2019", "bằng 96% cùng kỳ": the period after it is what is compared with."""
    before = at.words(at.quantities[n].first - 4, at.quantities[n].first)
    after = at.words(at.quantities[n].last, at.quantities[n].last + 1)
    marked = {"bằng", "đương"} & set(before) or after in (["mức"], ["con"], ["đỉnh"])
    times = at.quantities[n].unit == "times" and after != ["trong"]
    return times or meaning.measure == "share" and marked


def _resolved(period, base):
    period = related_periods.shifted(period, base) if period.kind == "same" else related_periods.related(period, base)
    return period if period.stated or period.kind == "unsaid" else replace(period, kind="unsaid")


def _usable(at, period):
    """Days and "hồi tháng 3" date the news, not the figure; a period after "so với" is what is compared with."""
    before = at.words_until(period.first, 1)
    if before == ["trước"] and at.published and period.end and period.end < str(at.published):
        return False
    if period.kind == "day" or before == ["hồi"] or dates_an_act(at, period) or nothing_then(at, period):
        return False
    if period.kind == "days" and _TOLD.match(at.text, period.last):
        return False  # "Bộ Nông nghiệp Nga tuần trước cho biết"
    return not is_comparison(at, period)


def nothing_then(at, period):
    """True for the time of "trong khi cùng kỳ không nhập khẩu": when nothing was sold or bought."""
    return at.text[period.last :].lstrip(" ,").startswith(_NOTHING)


_TOLD = re.compile(
    r"[ ,]*(?:cũng |đã |vừa )?(?:cho biết|cho hay|thông báo|tuyên bố|nói|nhận định|cho rằng|dự báo)(?!\w)"
)
_NOTHING = tuple(
    f"{no} {verb}"
    for no in ("không", "chưa")
    for verb in ("nhập khẩu", "xuất khẩu", "mua", "bán", "ghi nhận", "phát sinh")
)


def dates_an_act(at, period):
    """True for "có hiệu lực năm 2016", "được ký tháng 5/2015": when an agreement came, not when goods were sold."""
    if period.kind not in ("year", "month", "quarter"):
        return False
    words = at.words_until(period.first, 3)
    if words[1:] == ["thế", "giới"] and not {"nhà", "nước"}.isdisjoint(at.words_until(period.first, 10)):
        return True  # "nhà xuất khẩu gạo lớn thứ hai thế giới năm 2021": when it had that rank
    words = words[:-1] if words[-1:] in (["từ"], ["vào"], ["trong"]) else words
    return words[-2:] == ["hiệu", "lực"] or words[-2:] in (["được", "ký"], ["ký", "kết"], ["thành", "lập"])


# "so với", "so với mức của cả", "hơn", "bằng một nửa": what follows is only compared with.
_COMPARES = re.compile(
    r"(?:(?<!\w)so với(?: \S+){0,2}"
    r"|(?<!\w)so với \d+ ngày \S+|(?<!\w)so với (?:mức|con số)(?: \S+){1,3}|(?<!\w)so(?: cùng kỳ)?"
    r"|(?<!\w)(?<!nếu )(?<!cũng )(?<!hầu )(?<!gần )như(?: hồi| của| mức)?"
    r"|(?<!\w)(?:hơn|kém|thua|gấp đôi|gấp ba|gấp rưỡi|gấp bốn)(?: cả| mức| hẳn)?"
    r"|(?<!\w)(?:nhất|chưa từng (?:thấy|có)|kỷ lục) (?:kể )?(?:từ|sau|trước)(?: sau| khi)?"
    r"|(?<!\w)(?:cao|thấp) nhất trong(?: vòng)?"
    r"|(?<!\w)(?:mức(?: của| hồi)|lần(?: của| mức)?)"
    r"|(?<!\w)đà (?:tăng trưởng|sụt giảm|suy giảm|đi xuống|đi lên|tăng|giảm)(?: mạnh| nhẹ)?(?: của| từ| trong| hồi)?"
    r"|(?<!\w)(?:bằng|ngang|về mức)(?: (?:một|nửa|phần|ba|mức|với|của|khoảng|hai|tư)){0,3})$"
)


def is_comparison(at, period):
    """True where the period stands behind a word of comparison."""
    words = at.words_until(period.first, 6)
    text = " ".join(words)
    if bool(_COMPARES.search(text)) or period.kind == "same" and "so" in words[-3:]:
        return True
    return "so với" in at.said and bool(_COMPARES_TIME.search(" ".join(at.words_until(period.first, _LONG_AGO))))


# "so với thời kỳ đỉnh cao của ngành du lịch năm 2019".
_COMPARES_TIME = re.compile(
    r"(?<!\w)so với (?:thời điểm|thời kỳ|thời kì|thời|giai đoạn|mức|đỉnh|kỷ lục)"
    r"(?: (?!và |nhưng |đạt |tăng |giảm )[^\W\d]+){1,9}$"
)
# Words back from a year to the "so với" that it belongs to.
_LONG_AGO = 12


def aside(at, period):
    """True for "trong đó riêng tháng 6 đạt 18 triệu USD": a part of the time spoken of, for what follows alone."""
    return "riêng" in at.words_until(period.first, 2)


def its_own(at, n):
    """True where the period after the n-th quantity is bound to it alone: "thặng dư 800 triệu USD của năm ngoái"."""
    period = after(at, n, adjacent=True)
    return bool(period and at.words_until(period.first, 1) == ["của"])


def _taken(at, n):
    """The period that directly follows the quantity before the n-th one belongs to that one."""
    return after(at, n - 1, adjacent=True) if n else None


def _before(at, n):
    quantity, first = at.quantities[n], at.start_of(n)
    begin = at.found[first].start if first < len(at.found) else 0
    taken = None if at.words(quantity.first - 1, quantity.first) == ["("] else _taken(at, n)
    found = [
        p for p in at.periods if begin <= p.first and p.last <= quantity.start and p is not taken and _usable(at, p)
    ]
    if len(at.periods) > 1 and ", thì " in at.text and (aside := _end_of_aside(at, begin, quantity.start)):
        found = [p for p in found if p.first >= aside] if any(p.first >= aside for p in found) or n else found
    stated = [p for p in found if p.kind != "unsaid"]
    if (
        stated
        and found[-1].kind == "unsaid"
        and found[-1].phrase.lower() in _NOW
        and "tháng" in at.words_until(quantity.start, 4)
    ):
        return found[-1]  # "tháng đạt đỉnh là tháng 12/2021; nay trung bình mỗi tháng 26 triệu USD"
    return stated[-1] if stated else found[-1] if found else None


def _end_of_aside(at, begin, end):
    """Where "..., trong khi A tăng từ tháng 5, thì" ends, as an offset; 0 where there is none before the number."""
    turn = at.text.rfind(", thì ", begin, end)
    return turn if turn > 0 and "trong khi" in at.text[:turn].lower() else 0


_NOW = ("nay", "hiện", "hiện nay", "hiện tại", "bây giờ", "giờ đây", "hiện giờ")


def after(at, n, adjacent):
    quantity = at.quantities[n]
    end = at.clause_end(n)
    limit = at.found[end - 1].end if end > quantity.last else quantity.end
    for period in at.periods:
        if not quantity.end <= period.first <= limit or period.kind == "day":
            continue
        if _heads_next(at, period):
            return None
        words = [token.text for token in at.found[quantity.last : end] if token.end <= period.first]
        if "(" in words and ")" not in at.words(quantity.last, at.end_of(n)) and n + 1 < len(at.quantities):
            return None  # "tăng 5,2% (cùng kỳ năm 2023 giảm 10,2%)"
        if not adjacent and {"nhưng", "còn", "như", "đưa", "nâng"} & set(words):
            return None
        if adjacent and not (len(words) <= 3 and all(word in _INTO for word in words)):
            return None
        return period if adjacent or not is_comparison(at, period) else None
    return None


def _heads_next(at, period):
    """True for "1,36 tỷ USD (cùng kỳ: 1,19 tỷ USD)": the time of the number that a colon brings."""
    colon = at.text[period.last : period.last + 2].lstrip()[:1] == ":"
    return colon and any(0 < quantity.start - period.last <= _BROUGHT for quantity in at.quantities)


_BROUGHT = 15  # letters between the time and the number: ": khoảng"


def _period_in_turn(at, n):
    """ "năm 2022, 2023 và 2024 lần lượt đạt A, B và C"."""
    group = in_turn_group(at, n)
    if not group:
        return None
    first = at.quantities[group[0]].start
    if len(group) == 2 and (halves := _two_months(at, first)):
        return halves[group.index(n)]
    named = [p for p in at.periods if p.last <= first and p.kind == "year"]
    return named[group.index(n)] if len(named) == len(group) else None


def _two_months(at, offset):
    """The two of "trong tháng 3 và tháng 4 giảm lần lượt A và B", else None."""
    span = next((p for p in reversed(at.periods) if p.last <= offset), None)
    if not span or not span.start or not _MONTHS.fullmatch(span.phrase.lower()):
        return None
    first, last = periods.as_date(span.start), periods.as_date(span.end)
    if (last.month - first.month) % 12 != 1:
        return None
    return replace(span, end=iso(month_end(first.year, first.month)), kind="month"), replace(
        span, start=iso(last.replace(day=1)), kind="month"
    )


_MONTHS = re.compile(r"tháng \d+ và (?:tháng )?\d+(?:/\d{4}| năm \d{4})?")


def as_said(at, n, period, meaning, mode):
    """The time of a statement is not the time of what it states: registered capital is a stock, a goal lies ahead."""
    if period and _comes(at, period, mode):
        return a_year_on(period)
    if period and period.start and meaning.measure == "investment" and _raised_to(at, n):
        return replace(period, start=None, kind="stock")
    if period and period.kind == "month" and kind(mode) == "done" and _summed_up_to(at, n, period):
        return replace(period, start=None, kind="stock")
    if period is None or period.kind not in ("month", "year"):
        return period
    words = at.words(0, at.quantities[n].first)
    told = {"nêu", "ghi", "biết", "bố", "thống", "nhất", "đặt", "nói", "thông", "ký"} & set(words)
    before = period.last <= at.quantities[n].start
    if period.kind == "year":
        planned = meaning.measure in ("investment", "aid") and mode in ("target", "forecast", "estimate")
        return None if planned and before and told | {"dự", "tính"} & set(words) and _past(at, period) else period
    if meaning.measure == "investment" and before and told and not {"mới", "thêm", "trong"} & set(words):
        return replace(period, start=None, kind="stock")
    return None if kind(mode) == "ahead" and before and told and _past(at, period) else period


def _comes(at, period, mode):
    """True for "dự kiến tăng 10% trong tháng 9" in August: a month without a year that is still to come."""
    bare = period.kind in ("month", "quarter", "months") and period.start and not _YEAR.search(period.phrase.lower())
    return bool(bare and kind(mode) == "ahead" and at.published and int(period.end[:4]) == at.published.year - 1)


_YEAR = re.compile(r"\d{4}|ngoái|trước|qua|rồi|nay")


def a_year_on(period):
    start, end = (iso(years_from(periods.as_date(day), 1)) for day in (period.start, period.end))
    return replace(period, start=start, end=end)


def _raised_to(at, n):
    """True for "nâng tổng vốn đăng ký lên 2,9 tỷ USD": all the capital up to then."""
    return bool(_RAISES.search(" ".join(at.words(at.start_of(n), at.quantities[n].first))))


def _summed_up_to(at, n, period):
    """True for "tháng 8 đạt 3,2 tỷ USD, đưa kim ngạch xuất khẩu sang EU đạt 22 tỷ USD": all the trade up to then."""
    words = " ".join(at.words(at.start_of(n), at.quantities[n].first)) if n else ""
    return period.last <= at.quantities[n - 1].start and bool(_SUMS.search(words))


_SUMS = re.compile(
    r"(?<!\w)(?:nâng|đưa|đẩy) (?:tổng |lũy kế )*(?:kim ngạch|giá trị|trị giá|lượng|số)(?: [^\W\d]+){0,12}"
    r" (?:lên|đạt|là)(?: (?:gần|hơn|trên|khoảng|mức|tới|con|số|xấp|xỉ))*$"
)
_RAISES = re.compile(
    r"(?<!\w)(?:nâng|đưa|đẩy|khiến) (?:tổng|lũy kế)(?: số)? (?:vốn|đầu tư)(?: \w+){0,6} (?:lên|đạt)(?!\w)"
)


def plan_year(at, n):
    """The page's year for a goal told as the year's: "kế hoạch năm mà ngành đề ra là 36 triệu USD"; else None."""
    words = " ".join(at.words(at.start_of(n), at.quantities[n].first))
    named = next((phrase for phrase in _OF_THE_YEAR if phrase in words), None)
    year = at.published.year if named and at.published else None
    return periods.Period(f"{year}-01-01", f"{year}-12-31", "year", named) if year else None


_OF_THE_YEAR = ("kế hoạch năm", "kế hoạch cả năm", "chỉ tiêu năm", "chỉ tiêu cả năm", "mục tiêu năm", "mục tiêu cả năm")


def _past(at, period):
    return period.end <= (str(at.published) if at.published else "9999")


def kind(mode):
    return "done" if mode in (None, "actual", "estimate") else "ahead"


def is_price(at, n):
    """An amount per tonne, barrel or piece is a price: it has no period of its own unless one follows directly."""
    return at.quantities[n].per == "unit" and at.quantities[n].unit == "money"
