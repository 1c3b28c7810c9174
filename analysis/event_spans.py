"""The times named in a sentence come in; joined to spans, counted on from one another and without doubles they go out.

"từ hôm qua đến ngày mai" is one span, "kéo dài bốn ngày" gives it an end, "hôm sau" and "cùng ngày" are counted from
the day before them, also from that of the sentence before.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
COUNT = rf"\d{{1,2}}|{'|'.join(COUNTS)}"
_SEVERAL = rf"\d{{1,2}}|{'|'.join(word for word in COUNTS if word != 'một')}"


@dataclass(frozen=True)
class When:
    """A time named in a sentence: ISO dates (None if not said), kind, and where it stands.

    kind: day, days, lasting (days told by a first day and a length), since (only the start), until (only the end),
    month, quarter, year, founded (the span of an anniversary), vague.
    """

    start: str | None
    end: str | None
    kind: str
    first: int
    last: int


def joined(folded, found, told=None):
    """The times of a folded sentence, joined; `told` is the ISO day that the sentences before told last, or None."""
    return _with_duration(folded, _in_turn(folded, _spans(folded, _with_steps(folded, found, told))))


_SAID_AGAIN = re.compile(r"\s*[(,]\s*(?P<date>(?:ngày\s+)?\d{1,2}\s*(?:[/.-]\s*\d{1,2}|tháng\s))")


def without_doubles(folded, found):
    """The times without a day of the week or "hôm qua" that is said again as a date: "chiều thứ Tư (14/5)".

    The date then reaches over the word and its bracket, so that "từ" before the word belongs to it.
    """
    made = list(found)
    wordy = [w for w in found if w.kind in ("day", "until") and not re.search(r"\d", folded[w.first : w.last])]
    for spoken in wordy:
        again = _SAID_AGAIN.match(folded, spoken.last)
        for dated in [w for w in made if again and w.first == again.start("date") and w.start]:
            made.remove(dated)
            closed = dated.last + folded[dated.last : dated.last + 1].count(")")
            start = dated.start if spoken.start else None
            made.append(When(start, dated.end, dated.kind if start else "until", spoken.first, closed))
        if again and spoken in made:
            made.remove(spoken)
    return made


_STEP = re.compile(
    rf"(?<!\w)(?:(?P<back>trước\s+đó)\s+(?:đúng\s+)?(?P<n1>{COUNT})\s+(?:ngày|hôm)|sau\s+đó\s+(?:đúng\s+)?(?P<n2>{COUNT})\s+(?:ngày|hôm)|"
    rf"(?P<n>{COUNT})\s+(?:ngày|hôm)\s+(?P<way>sau|trước)(?!\s+(?:khi|lúc|ngày|thềm))(?:\s+đó)?|"
    r"(?:ngày\s+)?hôm\s+(?P<next>sau|trước)(?:\s+đó)?|(?P<same>cùng\s+(?:ngày|hôm)|(?:ngày|hôm)\s+(?:đó|ấy)))(?!\w)"
)


def counts_on(text):
    """True where a sentence holds "cùng ngày", "hôm sau", "một ngày trước đó".

    >>> counts_on("Chiều cùng ngày, hai bên ký kết."), counts_on("Ngày 5/6, hai bên ký kết.")
    (True, False)
    """
    return bool(_STEP.search(text.lower()))


def _with_steps(folded, found, told):
    """The times with those counted from the day named before them: "ngày 23/10 ... một ngày sau đó", "cùng ngày"."""
    made = list(found)
    for match in _STEP.finditer(folded):
        if any(when.first < match.end() and match.start() < when.last for when in made):
            continue
        days = [when.start for when in made if when.kind == "day" and when.last <= match.start()]
        base = days[-1] if days else None if _lasts_before(made, match) else told
        day = base and (date.fromisoformat(base) + timedelta(days=_steps(match))).isoformat()
        made = sorted([*made, When(day, day, "day" if day else "vague", *match.span())], key=lambda when: when.first)
    return made


def _lasts_before(found, match):
    """True where a span is named before "hôm sau", so that nobody knows from which of its days it counts."""
    return any(when.start and when.last <= match.start() for when in found)


def _steps(match):
    """How many days a step goes on (back: below 0)."""
    if match["same"]:
        return 0
    count = number(match["n"] or match["n1"] or match["n2"] or "một")
    return -count if "trước" in (match["way"], match["next"]) or match["back"] else count


_FROM = re.compile(r"(?<!\w)(?:kể\s+)?từ\s+(?:hết\s+|ngày\s+)?$")
_TO = re.compile(r"\s*(?:cho\s+)?(?:đến|tới|-)\s*(?:hết\s+)?(?:ngày\s+)?")


def _spans(folded, found):
    """The times with "từ hôm qua đến ngày mai" as one span and "từ hôm qua" as one that is open."""
    made = []
    for when in found:
        if made and _ends(folded, made[-1], when):
            made[-1] = When(made[-1].start, when.end, "days", made[-1].first, when.last)
        else:
            starts = when.kind == "day" and _FROM.search(folded[: when.first])
            made.append(replace(when, end=None, kind="since") if starts else when)
    return made


def _ends(folded, opened, when):
    """True where a time is the end of the open one just before it."""
    if opened.kind != "since" or when.kind not in ("day", "until") or not opened.start <= when.end:
        return False
    between = folded[opened.last : when.first]
    return bool(_TO.fullmatch(between)) or when.kind == "until" and not between.strip()


_AT_ONE = re.compile(r"\s(?:tại|ở)\s[^,;.()]{2,40}(?:,|\svà|,\svà)\s")
_AT_NEXT = re.compile(r"\s(?:tại|ở)\s")


def _in_turn(folded, found):
    """The times with "từ 17-19/9 tại Hà Nội và từ 21-23/9 tại Huế" as one span, from the first day to the last."""
    made = []
    for when in found:
        follows = made and made[-1].kind == when.kind == "days" and made[-1].end < when.start
        if follows and _AT_ONE.fullmatch(folded, made[-1].last, when.first) and _AT_NEXT.match(folded, when.last):
            made[-1] = When(made[-1].start, when.end, "days", made[-1].first, when.last)
        else:
            made.append(when)
    return made


_LENGTH = re.compile(
    r"(?:kéo dài|dài|diễn ra trong|trong vòng|trong|"
    r"chuyến (?:thăm|công tác|làm việc|công du|khảo sát)(?: chính thức| xã giao| hữu nghị| làm việc| cấp nhà nước)?)\s+"
    rf"({COUNT})\s+(?:ngày|đêm|tuần(?!\s+lễ))(?!\s+(?:\d|nữa))|"
    rf"(?<!\w)thăm(?:\s\w+){{1,3}}\s({COUNT})\s+ngày(?!\s+(?:\d|nữa|sau(?!\skhi)|trước(?!\skhi)))|"
    rf"(?<!\w)({_SEVERAL})\s+(?:ngày|đêm)"
    r"(?:\s+(?:liền|liên tiếp|liên tục)|,?\s+(?:bắt đầu|kể|tính)?\s*từ\s)"
)
_UNDERWAY = re.compile(
    r"(?<!\w)(?:trong|nhân|khuôn khổ|kết thúc|khép lại|hoàn thành|sau)(?:\s\w+){0,2}(?:\schuyến\s.{0,60})?\s$"
)
_ARRIVES = re.compile(
    r"(?<!\w)(?:cập cảng|ghé|thả neo|đặt chân|hạ cánh|bắt đầu|mở đầu|lên đường|đáp xuống)(?!\w)|"
    r"(?<!\w)(?:đến|tới)\s[^,;]{2,40}\s(?:ngày|hôm|sáng|trưa|chiều|tối)\s[^,;]{1,15}\strong\schuyến\s"
)
_AFTER_DAYS = re.compile(
    rf"(?<!\w)(?:sau|kết thúc|khép lại)\s+(?P<n>{_SEVERAL})\s+ngày\s+"
    r"(?:làm việc|diễn ra|tổ chức|thăm|ở thăm|họp|thảo luận|biểu diễn|khảo sát|công tác)"
)


def _with_duration(folded, found):
    """ "từ hôm nay ... kéo dài bốn ngày": the end follows from the length; "bế mạc hôm qua sau hai ngày": the start."""
    days = [when for when in found if when.kind == "day"]
    past = _AFTER_DAYS.search(folded)
    if past and len(days) == 1 and re.search("bế mạc|kết thúc|khép lại|rời|về nước", folded):
        first = date.fromisoformat(days[0].end) - timedelta(days=number(past["n"]) - 1)
        return [replace(w, start=first.isoformat(), kind="days") if w is days[0] else w for w in found]
    match = _LENGTH.search(folded)
    first = match and _first_day(folded, found, match)
    if not first:
        return found
    length = number(match[1] or match[2] or match[3]) * (7 if match[0].endswith("tuần") else 1)
    end = date.fromisoformat(first.start) + timedelta(days=length - 1)
    return [replace(w, end=end.isoformat(), kind="lasting") if w is first else w for w in found]


def _first_day(folded, found, length):
    """The time from which a length counts: the only one, the only open one, or the day of an arrival; else None."""
    opened = [when for when in found if when.kind == "since"]
    if len(opened) == 1 and all(when.kind in ("since", "day") for when in found):
        return opened[0]
    near = [when for when in found if ";" not in folded[when.last : length.start()]]
    landed = _ARRIVES.search(folded)
    if len(found) > 1 and not landed or len(near) != 1 or near[0].kind != "day":
        return None
    return None if _UNDERWAY.search(folded[: length.start()]) and not landed else near[0]


def days(when):
    """How many days a time takes, first and last included; 0 where one of them is not told.

    >>> days(When("2025-06-10", "2025-06-12", "days", 0, 0))
    3
    """
    told = when.start and when.end
    return (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days + 1 if told else 0


def number(word):
    """The number a numeral of one word says.

    >>> number("ba"), number("12")
    (3, 12)
    """
    return int(word) if word.isdigit() else COUNTS[word]
