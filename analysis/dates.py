"""A line comes in; the calendar dates printed in it, with time of day and zone where stated, go out."""

import re
from dataclasses import dataclass
from datetime import datetime

from analysis import rules

YEARS = range(1990, 2101)  # a page of the web is not older; other years in a line are history or numbers

TIME = (
    r"(?P<hour>[01]?\d|2[0-3])\s*(?::|h|g|giờ|час)\s*(?P<minute>[0-5]\d)(?:\s*(?::|phút)\s*(?P<second>[0-5]\d)?)?\s*"
    r"(?P<half>SA|CH|AM|PM|a\.m\.|p\.m\.|sáng|trưa|chiều|tối|đêm)?"
)
ZONE = re.compile(
    r"\(?\b(?:GMT|UTC)\s*(?P<sign>[+\-−])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?\)?"
    r"|(?<=[\d\s])(?P<iso>[+\-](?:0\d|1[0-4]):?[0-5]\d|(?<=\d)Z)\b|\b(?P<name>ICT|MSK|МСК)\b(?P<more>[+−-]\d{1,2}\b)?"
    r"|\b(?P<zone>UTC|giờ (?:Hà Nội|Việt Nam|Moskva|Moscow|Nga))\b(?!\s*[+−-])",
    re.I,
)
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
RUN_ON = r"(?=[012]\d:[0-5]\d(?![\d:]))"  # the time right behind the year: "12/05/201708:15"
NUMERIC = re.compile(
    rf"(?<![\d/.,-]){DAY}\s?(?P<sep>[/.\-])\s?(?P<month>0?[1-9]|1[0-2])\s?(?P=sep)\s?"
    rf"(?P<year>\d{{4}}|\d{{2}}(?![\d:]))(?:{RUN_ON}|(?![\d/%]|-(?!\d{{1,2}}[:h])))"
)
# Month before day, as American systems print; told from the other order by a day beyond 12 alone.
AMERICAN = re.compile(r"(?<![\d/.,-])(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})(?![\d/%])")
SHORTENED = re.compile(
    rf"\b{DAY}\s+(?:thg|th)\.?\s?(?P<month>1[0-2]|0?[1-9]),?\s+(?P<year>\d{{4}})\b"
    r"|\b(?:thg|th)\.?\s?(?P<month2>1[0-2]|0?[1-9])\s+(?P<day2>\d{1,2}),\s*(?P<year2>\d{4})\b",
    re.I,
)
GLUED = r"(?=[012]?\d:[0-5]\d\s?(?:SA|CH|AM|PM)\b)"  # the time of day right behind the year: "20248:59 SA"
MONTHS = "giêng một hai ba tư năm sáu bảy tám chín mười".split()
SPELLED = re.compile(
    rf"(?:ngày\s+)?\b{DAY}\s+tháng\s+(?P<word>mười hai|mười một|{'|'.join(MONTHS)})\s*,?\s*"
    rf"(?:năm\s+)?(?P<year>\d{{4}})(?:\b|{GLUED})|\btháng\s+(?P<word2>mười hai|mười một|{'|'.join(MONTHS)})\s+"
    r"(?P<day2>\d{1,2})\s*,\s*(?P<year2>\d{4})\b",
    re.I,
)
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>0[1-9]|[12]\d|3[01])(?=$|[^\d])")
WORDED = re.compile(
    rf"(?:ngày\s+)?\b{DAY}\s+tháng\s+(?P<month>1[0-2]|0?[1-9])\s*(?:,|năm)?\s*(?P<year>\d{{4}})\b|\btháng\s+(?P<month2>1[0-2]|0?[1-9])\s+(?P<day2>\d{{1,2}})\s*,\s*(?P<year2>\d{{4}})\b",
    re.I,
)
NAMED = re.compile(
    rf"\b{DAY}(?:st|nd|rd|th)?\s+(?P<name>[^\W\d_]{{3,9}})\.?,?\s+(?P<year>\d{{4}})\b|\b(?P<name2>[^\W\d_]{{3,9}})[.,]?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s*[,/]\s*(?P<year2>\d{{4}})\b",
    re.I,
)
CLOCK = re.compile(rf"(?<![\d:]){TIME}(?![\d:])", re.I)
BEHIND = re.compile(TIME, re.I)
# "(GMT)" alone is no zone: Tạp chí Công Thương prints it behind the time of Ha Noi.
CALLED = {
    "utc": "+00:00",
    "hà nội": "+07:00",
    "việt nam": "+07:00",
    "moskva": "+03:00",
    "moscow": "+03:00",
    "nga": "+03:00",
}
ZONES = {"ict": "+07:00", "msk": "+03:00", "мск": "+03:00"}


@dataclass(frozen=True)
class Stamp:
    """A printed date: `start` and `end` in the line, `iso` as far as the line says it, `timed` with a time of day."""

    start: int
    end: int
    iso: str
    timed: bool


def find(text: str) -> list[Stamp]:
    """The dates with day, month and year in `text`, in order of place.

    Numeric dates are day.month.year. A time of day within 12 characters belongs to the date; a zone after it too.

    >>> [found.iso for found in find("21:06 02.04.2025 (Đã cập nhật: 21:17 02.04.2025)")]
    ['2025-04-02T21:06:00', '2025-04-02T21:17:00']
    >>> [found.iso for found in find("Thứ Sáu, ngày 9 tháng 5 năm 2025, 09:03 (GMT+7)")]
    ['2025-05-09T09:03:00+07:00']
    >>> [found.iso for text in ("14 Tháng Hai 20237:08 CH(Xem: 26)", "Du lịch12/05/201708:15") for found in find(text)]
    ['2023-02-14T19:08:00', '2017-05-12T08:15:00']
    """
    days = sorted(_days(text))
    clocks = [(match.start(), match.end(), _time(match)) for match in CLOCK.finditer(text)] if days else []
    behind = (BEHIND.match(text, end) for _, end, _ in days if text[end : end + 1].isdigit())
    clocks += [(match.start(), match.end(), _time(match)) for match in behind if match]
    return [_stamp(text, day, clocks) for day in days]


def _days(text):
    seen = []
    for pattern in (ISO, NUMERIC, AMERICAN, WORDED, SHORTENED, SPELLED, NAMED):
        for match in pattern.finditer(text):
            day = _day(match.groupdict())
            if day and not any(start < match.end() and match.start() < end for start, end, _ in seen):
                seen.append((match.start(), match.end(), day))
    return seen


def _day(parts):
    year = int(parts.get("year") or parts.get("year2"))
    year += 2000 if year < 100 else 0
    month = _month(parts)
    if year not in YEARS or not month:
        return None
    try:
        return datetime(year, month, int(parts.get("day") or parts.get("day2"))).date()
    except ValueError:
        return None


def _month(parts):
    name, word = (parts.get(key) or parts.get(f"{key}2") for key in ("name", "word"))
    if name:
        return rules.load("pages")["date"]["months"].get(name.casefold())
    if word:
        return {"mười một": 11, "mười hai": 12, "một": 1}.get(word.casefold()) or max(1, MONTHS.index(word.casefold()))
    return int(parts.get("month") or parts.get("month2"))


def _time(match):
    hour, half = int(match["hour"]), (match["half"] or "").casefold().replace(".", "")
    if half in ("ch", "pm", "chiều", "tối", "đêm") and 1 <= hour < 12:
        hour += 12
    if half in ("sa", "am") and hour == 12:
        hour = 0
    return f"{hour:02}:{match['minute']}:{match['second'] or '00'}"


def _stamp(text, day, clocks):
    start, end, date = day
    near = [
        (min(abs(start - c[1]), abs(c[0] - end)), c)
        for c in clocks
        if -12 <= c[0] - end <= 14 or -2 <= start - c[1] <= 14
    ]
    if not near:
        return Stamp(start, end, date.isoformat(), False)
    clock = min(near)[1]
    clocks.remove(clock)
    last = max(end, clock[1])
    zone = ZONE.match(text[last:].lstrip(" ,-|(")) or ZONE.search(text[last - 1 : last + 12])
    stop = last + len(zone[0]) + 3 if zone else last
    return Stamp(min(start, clock[0]), min(stop, len(text)), f"{date.isoformat()}T{clock[2]}{_offset(zone)}", True)


def _shifted(offset, hours):
    """An offset some hours further on: Moscow time and seven ("МСК+7") is +10:00."""
    total = int(offset[:3]) + hours
    return f"{'-' if total < 0 else '+'}{abs(total):02}{offset[3:]}"


def _offset(zone):
    if not zone:
        return ""
    if zone["name"]:
        return _shifted(ZONES[zone["name"].casefold()], int((zone["more"] or "0").replace("−", "-")))
    if zone["zone"]:
        return next(offset for name, offset in CALLED.items() if zone["zone"].casefold().endswith(name))
    if zone["iso"]:
        return "+00:00" if zone["iso"].upper() == "Z" else f"{zone['iso'][:3]}:{zone['iso'][-2:]}"
    return f"{'+' if zone['sign'] == '+' else '-'}{int(zone['hours']):02}:{zone['minutes'] or '00'}"
