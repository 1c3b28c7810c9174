"""A sentence and the page's date come in; the days, months and years it names for events go out, with offsets.

News writes days its own way: "chiều 2/4", "sáng qua", "hai ngày 11 và 12/5", "từ ngày 8/5", "Thứ Ba tới". What names a
time without saying which ("tuần tới", "đầu tháng 12") comes back without dates, so that it is known to be vague.
"""

import re
from dataclasses import replace

from analysis import event_days as days
from analysis import event_spans, periods
from analysis.event_spans import COUNT, When
from analysis.phrases import fold

_Y = r"(?:1[89]|20)\d\d"
_SIDE = (
    r"(?:\s+(?P<side>năm\s+(?:nay|ngoái|trước|qua|tới|sau)|vừa\s+(?:qua|rồi)|sắp\s+tới|"
    r"(?:này|tới)(?=\s*(?:[,.;:)]|$)|\s+(?:tại|ở|do|và|với|để)\s)))?"
)
_D = rf"(?P<d>\d{{1,2}})\s*[/.-]\s*(?P<m>\d{{1,2}})(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>{_Y}))?(?![\d%]|/\d){_SIDE}"
_NAMED = r"\d{1,2}|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|chạp"
_WORDY = rf"(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>{_NAMED})(?:(?:\s+năm|,|/)?\s*(?P<y>{_Y}))?(?!\w){_SIDE}"
_TO = r"\s*(?:-|–|đến hết|đến|tới|cho đến)\s*(?:hết\s+)?(?:ngày\s+)?"


def _iso(day):
    return day.isoformat() if day else None


_PART = r"(?:rạng\s+sáng|sáng|trưa|chiều\s+tối|chiều|tối|đêm|khuya)"
_FULL = rf"(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-](?P<y>{_Y})"
_WD = r"(?<=thứ\s)(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật"
_DAYS = r"(?:(?:(?:hai|các|ba|bốn|những)\s+)?(?:ngày|đêm|tối|buổi)|hôm|vào)\s+(?P<d1>\d{1,2})"
_WD1 = r"thứ\s+(?P<wd1>hai|ba|tư|năm|sáu|bảy)"
_WAY = r"tuần\s+(?:này|tới|sau|trước|qua|vừa\s+qua)|tới|này|vừa\s+qua"
_THIS = r"(?:tháng\s+)?(?:này|tới|sau)|(?:tháng\s+trước|(?:tháng\s+)?vừa\s+(?:qua|rồi))"
# A rule is a pattern, the reader of its matches and, where _NEEDED says nothing, words or marks of which each text with
# a match holds one, with bars between them.
_RULES = [
    (rf"(?P<d1>\d{{1,2}})[/.-](?P<m1>\d{{1,2}})[/.-](?P<y1>{_Y})\s*[-–]\s*(?:ngày\s+)?{_FULL}", days.founded),
    (rf"\((?P<d1>)(?P<m1>)(?P<y1>{_Y})\s*[-–]\s*(?P<y>{_Y})\)", days.founded, "("),
    (rf"(?:từ\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}})[/.](?P<m1>\d{{1,2}})(?:[/.](?P<y1>{_Y}))?{_TO}{_D}", days.span),
    (
        rf"(?:từ\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}})-(?P<m1>\d{{1,2}})(?:-(?P<y1>{_Y}))?"
        rf"\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_D}",
        days.span,
    ),
    (rf"(?:hai\s+)?năm\s+(?P<y1>{_Y})\s+và\s+(?P<y>{_Y})", days.two_years, "và"),
    (rf"từ\s+(?:\d{{1,2}}\s*(?:h|giờ)\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}}){_TO}{_D}", days.span),
    (rf"từ\s+(?:ngày\s+)?(?P<d1>\d{{1,2}}){_TO}{_WORDY}", days.span),
    (
        rf"từ\s+(?:ngày\s+)?(?P<d1>\d{{1,2}})\s+tháng\s+(?P<m1>{_NAMED})(?:\s+năm\s+(?P<y1>{_Y}))?{_TO}{_WORDY}",
        days.span,
    ),
    (rf"(?:(?:{_PART}|các\s+{_PART})\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}})\s*[-–]\s*{_D}", days.span),
    (rf"(?:ngày\s+)?(?P<d1>\d{{1,2}})\s*[-–]\s*{_WORDY}", days.span),
    (rf"{_DAYS}(?:/(?P<m1>\d{{1,2}}))?(?:\s*,\s*\d{{1,2}})*\s+và\s+(?:ngày\s+)?{_D}", days.span),
    (rf"{_DAYS}(?:\s*,\s*\d{{1,2}})*\s+và\s+(?:ngày\s+)?{_WORDY}", days.span),
    (rf"(?<!số\s)(?<!điều\s)(?<!nhóm\s)(?P<d1>\d{{1,2}})\s+và\s+{_D}", days.span),
    (rf"từ\s+(?:ngày\s+)?(?:hôm\s+)?nay(?:\s*\([^)]*\))?{_TO}{_D}", days.from_today),
    (rf"(?:kể\s+)?từ\s+(?:\d{{1,2}}\s*(?:h|giờ)\s*(?:\d\d\s+)?)?(?:{_PART}\s+)?(?:ngày\s+)?{_D}", days.since),
    (rf"(?:kể\s+)?từ\s+(?:{_PART}\s+)?(?:ngày\s+)?{_WORDY}", days.since),
    (rf"(?:kéo\s+dài|diễn\s+ra|mở\s+cửa)\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_D}", days.until),
    (rf"(?:đến|tới)\s+hết\s+(?:ngày\s+)?{_D}", days.until),
    (rf"(?:đến|tới)\s+hết\s+(?:ngày\s+)?{_WORDY}", days.until),
    (rf"(?:đến|tới)\s+(?:{_PART}\s+)?(?:ngày\s+)?{_D}", days.to_day),
    (rf"(?:đến|tới)\s+(?:{_PART}\s+)?(?:ngày\s+)?{_WORDY}", days.to_day),
    (rf"(?:trước|sau)\s+(?:ngày\s+)?{_D}", days.deadline),
    (rf"(?:trước|sau)\s+(?:ngày\s+)?{_WORDY}", days.deadline),
    (rf"cách\s+đây\s+(?:đúng\s+)?(?P<n>{COUNT})\s+(?:ngày|hôm)(?!\w)", days.days_off, "cách"),
    (rf"(?<!thêm\s)(?P<n>{COUNT})\s+(?:ngày|hôm)\s+nữa(?!\w)", days.days_off, "nữa"),
    (
        rf"từ\s+(?:hôm\s+)?{_WD1}\s+(?:đến|tới)\s+(?:hết\s+)?(?:thứ\s+)?(?P<wd>{_WD})(?:\s+(?P<way>{_WAY}))?(?!\w)",
        days.weekdays,
    ),
    (r"(?:hôm\s+nay\s+và\s+(?:ngày\s+)?mai)", days.two_relative, "mai"),
    (
        rf"(?:{_PART}\s+)?(?P<word>hôm\s+nay|hôm\s+qua|ngày\s+mai|hôm\s+kia|ngày\s+kia|ngày\s+mốt)(?!\w)",
        days.relative,
        "hôm|ngày",
    ),
    (rf"{_PART}\s+(?:sớm\s+)?(?P<word>nay|qua|mai)(?!\w)", days.relative),
    (rf"(?:{_PART}\s+)?(?:ngày|hôm)\s+(?P<d>\d{{1,2}})\s*(?P<month>{_THIS})(?!\w)", days.of_month, "ngày|hôm"),
    (rf"(?:{_PART}\s+)?(?:ngày\s+|hôm\s+|mùng\s+|mồng\s+)?{_D}", days.single),
    (rf"(?:{_PART}\s+)?(?:ngày\s+|hôm\s+|mùng\s+|mồng\s+)?{_WORDY}", days.single),
    (rf"(?<=\()(?P<m>\d{{1,2}})\s?[/-]\s?(?P<y>{_Y})(?=\))", days.in_brackets, "("),
    (
        r"(?:bước\s+sang|bước\s+vào|sang)\s+ngày\s+thứ\s+(?P<nth>\d{1,2}|hai|ba|tư|năm|sáu|bảy)(?!\w)",
        days.nth_day,
        "thứ",
    ),
    (
        rf"(?:hôm|{_PART}|vào|(?<=đến)|(?<=tới)|(?<=hết)|(?<=từ))\s+(?:thứ\s+)?(?P<wd>{_WD})(?:\s+(?P<way>{_WAY}))?(?!\w)",
        days.weekday,
    ),
    (rf"(?:thứ\s+)?(?P<wd>{_WD})\s+(?:(?P<way>{_WAY})|(?=\())(?!\w)", days.weekday),
    (
        r"(?:đầu|giữa|cuối|trung\s+tuần|thượng\s+tuần|hạ\s+tuần|nửa\s+đầu|nửa\s+cuối|tuần\s+(?:đầu|cuối|thứ\s+\w+)|"
        r"(?:mấy\s+)?ngày\s+(?:đầu|cuối)|trước|khoảng)(?:\s+của)?\s+(?:tháng|năm|quý|tuần|mùa)\s*"
        rf"(?:\d{{1,2}}(?!\d))?(?:\s*/\s*{_Y}|\s+năm\s+(?:{_Y}|nay|ngoái|tới|sau))?(?:{_Y}|nay|này|tới|sau|ngoái)?",
        days.vague,
    ),
    (
        r"(?:tuần|cuối\s+tuần)\s+(?:tới|này|trước|qua|sau|vừa\s+qua|vừa\s+rồi)|cuối\s+tuần|mới\s+đây|vừa\s+qua|gần\s+đây|"
        r"thời\s+gian\s+tới|sắp\s+tới",
        days.vague,
        "tuần|mới|vừa|gần|tới",
    ),
]  # fmt: skip
# What every text holds in which a rule with this part finds something: half of the rules need not be tried in most.
_NEEDED = {
    _D: re.compile(r"\d\s*[/.-]\s*\d"),
    _WORDY: re.compile(r"\d\s+tháng"),
    _WD: re.compile(r"thứ|chủ\s+nhật"),
    _FULL: re.compile(r"\d[/.-]\d"),
}


def _needed(pattern):
    return next((needed for part, needed in _NEEDED.items() if part in pattern), None)


_COMPILED = [(re.compile(rf"(?<![\w/.,])(?:{pattern})"), reader, _needed(pattern), named and named.split("|"))
             for pattern, reader, named in ((*rule, "")[:3] for rule in _RULES)]  # fmt: skip


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
    for pattern, reader, needed, named in _COMPILED:
        tried = needed in there and (not named or any(map(folded.__contains__, named)))
        for match in pattern.finditer(folded) if tried else ():
            if not _is_no_day(match) and (said := reader(match, ref, ahead)):
                yield When(_iso(said[0]), _iso(said[1]), said[2], match.start(), match.end())


def _periods(sentence, ref):
    """The periods of a sentence; of "lùi đến tháng 10" and "đến tháng 10, A thăm ..." the month, no end of a count."""
    for period in periods.find(sentence, ref):
        till = re.match(r"(?:đến|tới)\s+(?=tháng|quý)", sentence[period.first : period.last].lower())
        opens = re.search(r"(?:^|[;:]\s)$", sentence[: period.first]) and sentence[period.last :].startswith(",")
        if till and (opens or days.NO_END.search(sentence[: period.first].lower())):
            for found in periods.find(sentence[period.first + till.end() : period.last], ref):
                yield replace(found, first=period.first + till.end(), last=period.last)
        else:
            yield period


_REVOLUTION = re.compile(r"cách mạng (?:(?:xã hội chủ nghĩa|vô sản|vĩ đại|tư sản) )?$")


def _longer(sentence, ref, ahead):
    """Months, quarters and years, as periods.py reads them; a month without a year lies ahead if the sentence does."""
    for period in _periods(sentence, ref):
        if _REVOLUTION.search(sentence[: period.first].lower()):
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
