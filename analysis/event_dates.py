"""A sentence and the page's date come in; the days, months and years it names for events go out, with offsets.

News writes days its own way: "chiều 2/4", "sáng qua", "hai ngày 11 và 12/5", "từ ngày 8/5", "Thứ Ba tới". What names a
time without saying which ("tuần tới", "đầu tháng 12") comes back without dates, so that it is known to be vague.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from analysis import event_spans, periods
from analysis.event_spans import COUNT, COUNTS, When
from analysis.phrases import fold

_Y = r"(?:1[89]|20)\d\d"
_SIDE = (
    r"(?:\s+(?P<side>năm\s+(?:nay|ngoái|trước|qua|tới|sau)|vừa\s+(?:qua|rồi)|sắp\s+tới|"
    r"(?:này|tới)(?=\s*(?:[,.;:)]|$)|\s+(?:tại|ở|do|và|với|để)\s)))?"
)
_D = rf"(?P<d>\d{{1,2}})\s*[/.-]\s*(?P<m>\d{{1,2}})(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>{_Y}))?(?![\d%]|/\d){_SIDE}"
_NAMED = r"\d{1,2}|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|chạp"
_WORDY = rf"(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>{_NAMED})(?:(?:\s+năm|,|/)?\s*(?P<y>{_Y}))?(?!\w){_SIDE}"
_MONTHS = {"giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
           "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12}  # fmt: skip
_TO = r"\s*(?:-|–|đến hết|đến|tới|cho đến)\s*(?:hết\s+)?(?:ngày\s+)?"
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6}


def _iso(day):
    return day.isoformat() if day else None


def _month(word):
    return int(word) if word.isdigit() else _MONTHS.get(word)


def _day(day, month, year, ref, ahead):
    """The date; without a year the one nearest to the page's date, later if `ahead`, earlier if not, within reason."""
    month = _month(month)
    if year:
        return _valid(int(year), month, int(day))
    if not ref:
        return None
    near = [found for y in (ref.year - 1, ref.year, ref.year + 1) if (found := _valid(y, month, int(day)))]
    return min(near, key=lambda found: _distance(found, ref, ahead), default=None)


_YEARS = {"nay": 0, "ngoái": -1, "trước": -1, "qua": -1, "tới": 1, "sau": 1}


def _last_day(match, ref, ahead):
    """The day a pattern ends with; "năm ngoái", "tới", "vừa qua" behind it tell its year."""
    side, year = (match["side"] or "").split(), match["y"]
    if side[:1] == ["năm"] and ref:
        year = ref.year + _YEARS[side[1]]
    found = _day(match["d"], match["m"], year, ref, side[-1] == "tới" if side else ahead)
    if side and side[0] != "năm" and found and ref and not year:
        step = (found < ref) - (found > ref) if (side[-1] == "tới") == (found < ref) else 0
        return _valid(found.year + step, found.month, found.day)
    return found


def _distance(found, ref, ahead):
    """Days from the page's date; the side the words do not speak of counts three times."""
    days = (found - ref).days
    wrong_side = days < 0 if ahead else days > 0
    return abs(days) * (3 if wrong_side else 1)


def _valid(year, month, day):
    try:
        return date(year, month, day)
    except (ValueError, TypeError):
        return None


def _founded(match, ref, ahead):
    """ "(30/1/1950 - 30/1/2025)": the day that is marked; of two years alone the later year."""
    first = _valid(int(match["y1"]), int(match["m1"] or 1), int(match["d1"] or 1)) if match["y1"] else None
    said = match.groupdict()
    year = int(said["y"])
    start, end = _valid(year, 1, 1), _valid(year, 12, 31)
    if said["d1"]:
        start = end = _valid(year, int(said["m"]), int(said["d"]))
    return (start, end, "founded") if first and start and year - first.year > 2 else None


def _range(match, ref, ahead):
    said = match.groupdict()
    end = _last_day(match, ref, ahead)
    month = said.get("m1") or said["m"]
    start = end and _day(said["d1"], month, said.get("y1") or str(end.year), ref, ahead)
    if start and start > end and not said.get("y1"):
        start = _valid(start.year - 1, start.month, start.day)
    return (start, end, "days") if start and start <= end else None


def _single(match, ref, ahead):
    day = _last_day(match, ref, ahead)
    return day and (day, day, "day")


def _since(match, ref, ahead):
    day = _last_day(match, ref, ahead)
    return day and (day, None, "since")


_TILL = re.compile(r"(?<!\w)(?:đến|tới)\s(?:hết\s)?$")


def _until(match, ref, ahead):
    day = _last_day(match, ref, ahead)
    return day and (None, day, "until")


# "lùi đến ngày 18/11" is a new day, "sẽ đến ngày 10/1" a day of arrival.
_NO_END = re.compile(r"(?<!\w)(?:(?:lùi|dời|hoãn|chuyển|đẩy|gác|rời)(?!\w)[^,;.:]*|(?:sẽ|đã|vừa|ông|bà|đoàn|mới)\s)$")


def _to_day(match, ref, ahead):
    return None if _NO_END.search(match.string[: match.start()]) else _until(match, ref, ahead)


def _deadline(match, ref, ahead):
    return None if re.search(r"đó\s*$|giờ\s*$", match.string[: match.start()]) else (None, None, "vague")


def _days_off(match, ref, ahead):
    """ "cách đây ba ngày", "hai hôm nữa": counted from the page's date."""
    count = event_spans.number(match["n"])
    day = ref and ref + timedelta(days=count if "nữa" in match[0] else -count)
    return day and (day, day, "day")


def _from_today(match, ref, ahead):
    day = _last_day(match, ref, True)
    return (ref, day, "days") if ref and day and ref <= day else None


_STEPS = {"hôm nay": 0, "nay": 0, "hôm qua": -1, "qua": -1, "ngày mai": 1, "mai": 1, "hôm kia": -2, "ngày kia": 2,
          "ngày mốt": 2}  # fmt: skip


def _relative(match, ref, ahead):
    if not ref:
        return None
    day = ref + timedelta(days=_STEPS[" ".join(match["word"].split())])
    if _TILL.search(match.string[: match.start()]):
        return None, day, "until"  # "đến sáng nay vẫn chưa"
    return day, day, "day"


def _two_relative(match, ref, ahead):
    return ref and (ref, ref + timedelta(days=1), "days")


def _weekday(match, ref, ahead):
    """ "Thứ Ba tới", "hôm thứ Sáu", "Chủ nhật tuần trước": the day, from the page's date."""
    if not ref:
        return None
    wanted = _WEEKDAYS[" ".join(match["wd"].split())]
    monday = ref - timedelta(days=ref.weekday())
    way = match["way"] or ""
    if "tuần" in way:
        weeks = 1 if re.search("tới|sau", way) else -1 if re.search("trước|qua", way) else 0
        day = monday + timedelta(days=wanted + 7 * weeks)
    elif re.search("tới|này", way) or ahead and not _has_been(match):
        day = ref + timedelta(days=(wanted - ref.weekday() - 1) % 7 + 1)
    else:
        day = ref - timedelta(days=(ref.weekday() - wanted) % 7)
    return (None, day, "until") if _TILL.search(match.string[: match.start()]) else (day, day, "day")


_COMES = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|chuẩn bị)(?!\w)")


def _has_been(match):
    """True for "hôm thứ Bảy" without "sẽ" before it in its part of the sentence: a day of the last week."""
    part = re.split(r"[,;:]\s", match.string[: match.start()])[-1]
    return match[0].startswith("hôm") and not _COMES.search(part)


def _weekdays(match, ref, ahead):
    """ "từ thứ Hai đến thứ Năm tuần này"."""
    last = _weekday(match, ref, ahead)
    first, second = (_WEEKDAYS[" ".join(match[name].split())] for name in ("wd1", "wd"))
    return last and (last[1] - timedelta(days=(second - first) % 7), last[1], "days")


def _of_month(match, ref, ahead):
    """ "ngày 26 tới", "ngày 26 vừa qua", "ngày 26 tháng này": the day of the month the words lead to."""
    if not ref:
        return None
    said, day = match["month"].split(), int(match["d"])
    step = {"này": 0, "sau": 1, "trước": -1}.get(said[-1], 0)
    if said[-1] == "tới":
        step = 1 if said[0] == "tháng" or day < ref.day else 0
    if said[-1] in ("qua", "rồi"):
        step = -1 if said[0] == "tháng" or day > ref.day else 0
    month = ref.year * 12 + ref.month - 1 + step
    found = _valid(month // 12, month % 12 + 1, day)
    return found and (found, found, "day")


def _nth_day(match, ref, ahead):
    """ "bước sang ngày thứ ba": it began two days ago."""
    number = match["nth"]
    days = int(number) if number.isdigit() else {**COUNTS, "tư": 4}[number]
    return ref and (ref - timedelta(days=days - 1), None, "since")


def _two_years(match, ref, ahead):
    first, last = int(match["y1"]), int(match["y"])
    return (_valid(first, 1, 1), _valid(last, 12, 31), "year") if last == first + 1 else None


def _in_brackets(match, ref, ahead):
    """The month of "(10-2022)", "(6/2024)"."""
    first = _valid(int(match["y"]), int(match["m"]), 1)
    return first and (first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), "month")


def _vague(match, ref, ahead):
    return None, None, "vague"


_PART = r"(?:rạng\s+sáng|sáng|trưa|chiều\s+tối|chiều|tối|đêm|khuya)"
_FULL = rf"(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-](?P<y>{_Y})"
_WD = r"(?<=thứ\s)(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật"
_DAYS = r"(?:(?:(?:hai|các|ba|bốn|những)\s+)?(?:ngày|đêm|tối|buổi)|hôm|vào)\s+(?P<d1>\d{1,2})"
_WD1 = r"thứ\s+(?P<wd1>hai|ba|tư|năm|sáu|bảy)"
_WAY = r"tuần\s+(?:này|tới|sau|trước|qua|vừa\s+qua)|tới|này|vừa\s+qua"
_THIS = r"(?:tháng\s+)?(?:này|tới|sau)|(?:tháng\s+trước|(?:tháng\s+)?vừa\s+(?:qua|rồi))"
_RULES = [
    (rf"(?P<d1>\d{{1,2}})[/.-](?P<m1>\d{{1,2}})[/.-](?P<y1>{_Y})\s*[-–]\s*(?:ngày\s+)?{_FULL}", _founded),
    (rf"\((?P<d1>)(?P<m1>)(?P<y1>{_Y})\s*[-–]\s*(?P<y>{_Y})\)", _founded),
    (rf"(?:từ\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}})[/.](?P<m1>\d{{1,2}})(?:[/.](?P<y1>{_Y}))?{_TO}{_D}", _range),
    (
        rf"(?:từ\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}})-(?P<m1>\d{{1,2}})(?:-(?P<y1>{_Y}))?"
        rf"\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_D}",
        _range,
    ),
    (rf"(?:hai\s+)?năm\s+(?P<y1>{_Y})\s+và\s+(?P<y>{_Y})", _two_years),
    (rf"từ\s+(?:\d{{1,2}}\s*(?:h|giờ)\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}}){_TO}{_D}", _range),
    (rf"từ\s+(?:ngày\s+)?(?P<d1>\d{{1,2}}){_TO}{_WORDY}", _range),
    (rf"từ\s+(?:ngày\s+)?(?P<d1>\d{{1,2}})\s+tháng\s+(?P<m1>{_NAMED})(?:\s+năm\s+(?P<y1>{_Y}))?{_TO}{_WORDY}", _range),
    (rf"(?:(?:{_PART}|các\s+{_PART})\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}})\s*[-–]\s*{_D}", _range),
    (rf"(?:ngày\s+)?(?P<d1>\d{{1,2}})\s*[-–]\s*{_WORDY}", _range),
    (rf"{_DAYS}(?:/(?P<m1>\d{{1,2}}))?(?:\s*,\s*\d{{1,2}})*\s+và\s+(?:ngày\s+)?{_D}", _range),
    (rf"{_DAYS}(?:\s*,\s*\d{{1,2}})*\s+và\s+(?:ngày\s+)?{_WORDY}", _range),
    (rf"(?<!số\s)(?<!điều\s)(?<!nhóm\s)(?P<d1>\d{{1,2}})\s+và\s+{_D}", _range),
    (rf"từ\s+(?:ngày\s+)?(?:hôm\s+)?nay(?:\s*\([^)]*\))?{_TO}{_D}", _from_today),
    (rf"(?:kể\s+)?từ\s+(?:\d{{1,2}}\s*(?:h|giờ)\s*(?:\d\d\s+)?)?(?:{_PART}\s+)?(?:ngày\s+)?{_D}", _since),
    (rf"(?:kể\s+)?từ\s+(?:{_PART}\s+)?(?:ngày\s+)?{_WORDY}", _since),
    (rf"(?:kéo\s+dài|diễn\s+ra|mở\s+cửa)\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_D}", _until),
    (rf"(?:đến|tới)\s+hết\s+(?:ngày\s+)?{_D}", _until),
    (rf"(?:đến|tới)\s+hết\s+(?:ngày\s+)?{_WORDY}", _until),
    (rf"(?:đến|tới)\s+(?:{_PART}\s+)?(?:ngày\s+)?{_D}", _to_day),
    (rf"(?:đến|tới)\s+(?:{_PART}\s+)?(?:ngày\s+)?{_WORDY}", _to_day),
    (rf"(?:trước|sau)\s+(?:ngày\s+)?{_D}", _deadline),
    (rf"(?:trước|sau)\s+(?:ngày\s+)?{_WORDY}", _deadline),
    (rf"cách\s+đây\s+(?:đúng\s+)?(?P<n>{COUNT})\s+(?:ngày|hôm)(?!\w)", _days_off),
    (rf"(?<!thêm\s)(?P<n>{COUNT})\s+(?:ngày|hôm)\s+nữa(?!\w)", _days_off),
    (
        rf"từ\s+(?:hôm\s+)?{_WD1}\s+(?:đến|tới)\s+(?:hết\s+)?(?:thứ\s+)?(?P<wd>{_WD})(?:\s+(?P<way>{_WAY}))?(?!\w)",
        _weekdays,
    ),
    (r"(?:hôm\s+nay\s+và\s+(?:ngày\s+)?mai)", _two_relative),
    (rf"(?:{_PART}\s+)?(?P<word>hôm\s+nay|hôm\s+qua|ngày\s+mai|hôm\s+kia|ngày\s+kia|ngày\s+mốt)(?!\w)", _relative),
    (rf"{_PART}\s+(?:sớm\s+)?(?P<word>nay|qua|mai)(?!\w)", _relative),
    (rf"(?:{_PART}\s+)?(?:ngày|hôm)\s+(?P<d>\d{{1,2}})\s*(?P<month>{_THIS})(?!\w)", _of_month),
    (rf"(?:{_PART}\s+)?(?:ngày\s+|hôm\s+|mùng\s+|mồng\s+)?{_D}", _single),
    (rf"(?:{_PART}\s+)?(?:ngày\s+|hôm\s+|mùng\s+|mồng\s+)?{_WORDY}", _single),
    (rf"(?<=\()(?P<m>\d{{1,2}})\s?[/-]\s?(?P<y>{_Y})(?=\))", _in_brackets),
    (r"(?:bước\s+sang|bước\s+vào|sang)\s+ngày\s+thứ\s+(?P<nth>\d{1,2}|hai|ba|tư|năm|sáu|bảy)(?!\w)", _nth_day),
    (
        rf"(?:hôm|{_PART}|vào|(?<=đến)|(?<=tới)|(?<=hết)|(?<=từ))\s+(?:thứ\s+)?(?P<wd>{_WD})(?:\s+(?P<way>{_WAY}))?(?!\w)",
        _weekday,
    ),
    (rf"(?:thứ\s+)?(?P<wd>{_WD})\s+(?:(?P<way>{_WAY})|(?=\())(?!\w)", _weekday),
    (
        r"(?:đầu|giữa|cuối|trung\s+tuần|thượng\s+tuần|hạ\s+tuần|nửa\s+đầu|nửa\s+cuối|tuần\s+(?:đầu|cuối|thứ\s+\w+)|"
        r"(?:mấy\s+)?ngày\s+(?:đầu|cuối)|trước|khoảng)(?:\s+của)?\s+(?:tháng|năm|quý|tuần|mùa)\s*"
        rf"(?:\d{{1,2}}(?!\d))?(?:\s*/\s*{_Y}|\s+năm\s+(?:{_Y}|nay|ngoái|tới|sau))?(?:{_Y}|nay|này|tới|sau|ngoái)?",
        _vague,
    ),
    (
        r"(?:tuần|cuối\s+tuần)\s+(?:tới|này|trước|qua|sau|vừa\s+qua|vừa\s+rồi)|cuối\s+tuần|mới\s+đây|vừa\s+qua|gần\s+đây|"
        r"thời\s+gian\s+tới|sắp\s+tới",
        _vague,
    ),
]  # fmt: skip
# What every text holds in which a rule with this part finds something: half of the rules need not be tried in most.
_NEEDED = {
    _D: re.compile(r"\d\s*[/.-]\s*\d"),
    _WORDY: re.compile(r"\d\s+tháng"),
    _WD: re.compile(r"thứ|chủ\s+nhật"),
}


def _needed(pattern):
    return next((needed for part, needed in _NEEDED.items() if part in pattern), None)


_COMPILED = [(re.compile(rf"(?<![\w/.,])(?:{pattern})"), reader, _needed(pattern)) for pattern, reader in _RULES]


def find(sentence, published=None, ahead=False, told=None):
    """The times a sentence names, left to right, as a list of When. `ahead`: the sentence speaks of the future.

    A day without a year is the one nearest to the page's date on the side the sentence speaks of. `told` is the ISO day
    from which "cùng ngày", "hôm sau" are counted where the sentence names none before them.

    >>> [(w.start, w.end) for w in find("Chiều 30/12, hai bên hội đàm; chuyến thăm từ 28 đến 31/12.", "2026-01-05")]
    [('2025-12-30', '2025-12-30'), ('2025-12-28', '2025-12-31')]
    >>> [(w.start, w.kind) for w in find("Đoàn sẽ sang ngày 10/1, về đầu tháng 2", "2025-12-20", ahead=True)]
    [('2026-01-10', 'day'), (None, 'vague')]
    """
    folded, ref = fold(sentence), periods.as_date(published)
    own = event_spans.without_doubles(folded, list(_own(folded, ref, ahead)))
    longer = [w for w in _longer(sentence, ref, ahead) if not any(_overlap(w, o) and not _inside(o, w) for o in own)]
    found = [o for o in own if not any(_inside(o, w) for w in longer)] + longer
    kept, reached = [], -1
    for when in sorted(found, key=lambda w: (w.first, -w.last)):
        if when.first >= reached:
            kept.append(when)
            reached = when.last
    return event_spans.joined(folded, kept, told)


def _overlap(one, other):
    return one.first < other.last and other.first < one.last


def _inside(vague, period):
    """True for the "vừa qua" of "tháng 11 vừa qua", which says which November."""
    return vague.kind == "vague" and period.start and period.first < vague.first < period.last


# "Lô 12/11", "chiếm 1/3", "đường 30/4", "thắng 3-1", "8-10 văn kiện": numbers that only look like a day.
_NO_DAY = re.compile(
    r"(?<!\w)(?:lô|mỏ|số|điều|khoản|mục|nhóm|chiếm|hơn|gần|quá|khoảng|trên|dưới|thắng|thua|hòa|đường|phố|quảng trường|"
    r"công viên|trường|nhà máy|xí nghiệp|cầu|bệnh viện|nhà văn hóa|hiệu suất|tỷ lệ|tỷ số|tỉ số|tỉ lệ|block|nghị quyết|"
    r"nghị định|thông tư|chỉ thị|quyết định|với|cỡ|khổ|bài|trang|tập|kỳ|phục vụ|trực|xuyên suốt)\s$"
)
_NAMED_SO = re.compile(r"(?<!\w)(?:từ|đến|tới|và|hết|thứ\s\w+|chủ nhật|nay|qua|mai)[\s,]\s?$|[(,]\s?$")


def _is_no_day(match):
    """True for bare numbers behind a word that makes them none, and for "8-10" and "2.4" without a word for a day."""
    bare = match[0][:1].isdigit() and not re.search(rf"tháng|{_Y}", match[0])
    before = match.string[: match.start()]
    if not bare or match[0] == "24/7":
        return bare
    return bool(_NO_DAY.search(before)) or "/" not in match[0] and not _NAMED_SO.search(before)


def _own(folded, ref, ahead):
    there = {None, *(needed for needed in _NEEDED.values() if needed.search(folded))}
    for pattern, reader, needed in _COMPILED:
        for match in pattern.finditer(folded) if needed in there else ():
            if not _is_no_day(match) and (said := reader(match, ref, ahead)):
                yield When(_iso(said[0]), _iso(said[1]), said[2], match.start(), match.end())


def _periods(sentence, ref):
    """The periods of a sentence; of "lùi đến tháng 10" and "đến tháng 10, A thăm ..." the month, no end of a count."""
    for period in periods.find(sentence, ref):
        till = re.match(r"(?:đến|tới)\s+(?=tháng|quý)", sentence[period.first : period.last].lower())
        opens = re.search(r"(?:^|[;:]\s)$", sentence[: period.first]) and sentence[period.last :].startswith(",")
        if till and (opens or _NO_END.search(sentence[: period.first].lower())):
            for found in periods.find(sentence[period.first + till.end() : period.last], ref):
                yield replace(found, first=period.first + till.end(), last=period.last)
        else:
            yield period


def _longer(sentence, ref, ahead):
    """Months, quarters and years, as periods.py reads them; a month without a year lies ahead if the sentence does."""
    for period in _periods(sentence, ref):
        if sentence[: period.first].lower().endswith("cách mạng "):
            continue  # the October and the August Revolution are no months
        said = sentence[max(0, period.first - 8) : period.last].lower()
        if period.end and not period.start and re.search(r"(?:đến|tới) hết\s", said):
            end = _ahead(period, ref)[1] if ref else period.end
            yield When(None, end, "until", period.first, period.last)
            continue
        if period.kind in ("month", "quarter", "year") and period.start:
            start, end = _ahead(period, ref) if ahead and ref else (period.start, period.end)
            yield When(start, end, period.kind, period.first, period.last)
        elif period.kind in ("month", "quarter", "year", "stock"):
            yield When(None, None, "vague", period.first, period.last)


def _ahead(period, ref):
    """The same month of the next year where the month was read as past: "tháng 10" in June, said of the future."""
    says_year = re.search(r"\d{4}|nay|ngoái|trước|qua", period.phrase)
    if says_year or period.end >= ref.isoformat():
        return period.start, period.end
    later = periods.find(f"{period.phrase} năm {ref.year}") or [period]
    if later[0].end and later[0].end < ref.isoformat():
        later = periods.find(f"{period.phrase} năm {ref.year + 1}") or later
    return later[0].start, later[0].end
