"""A word that names an event, and the times of its sentence, come in; the time that belongs to it goes out."""

import re
from dataclasses import replace

from analysis import event_asides, event_spans, event_status, event_words


def when(scene, trigger, others):
    """The When that belongs to a trigger, or None. A visit told in passing keeps only what stands right behind it."""
    passing = in_passing(scene, trigger) and not _OVER.search(event_words.before(scene, trigger, 30))
    passing = passing and not (trigger.type == "visit" and _has_landed(scene, trigger))
    if (trigger.type == "visit" or trigger.word.startswith(("kỷ niệm", "nhân"))) and passing:
        return right_behind(scene, trigger, others) or _with_the_session(scene, trigger, others)
    if trigger.type == "cultural_event" and re.search(r"khuôn khổ [“\"]?$", event_words.before(scene, trigger, 12)):
        return right_behind(scene, trigger, others)
    if trigger.type == "session" and re.search(r"\bđang\s[^,;]*$", event_words.before(scene, trigger, 100)):
        return right_behind(scene, trigger, others)  # "hội kiến X đang thăm Việt Nam và đồng chủ trì Phiên họp"
    if trigger.type == "visit" and _AFTERWARDS.search(event_words.before(scene, trigger)):
        return right_behind(scene, trigger, others)
    if trigger.type == "visit" and _WELCOME.search(event_words.before(scene, trigger)):
        return right_behind(scene, trigger, others)
    own = event_asides.without(scene, trigger)
    if trigger.type not in ("visit", "arrival"):
        own = [w for w in own if w.last > trigger.start or not _LEAVING.search(scene.text[: w.first].lower())]
    candidates = [w for w in own if not _claimed(scene, w, trigger, others)]
    if scene.ref and event_words.lexicons()["status"]["planned"].search(event_words.before(scene, trigger, 30)):
        candidates = [w for w in candidates if not w.end or w.end >= scene.ref.isoformat()]
    if event_status.put_off(scene, trigger):
        moved = _moved_to(scene, candidates) or _first_after(scene, candidates)
        ranged = moved and moved.kind == "days" and scene.text[moved.first :].lower().startswith("từ")
        return replace(moved, start=moved.end, kind="day") if ranged else moved
    near = trigger.word.startswith("chuyến") and right_behind(scene, trigger, others)
    if near and near.kind == "vague" and near in candidates:
        return near  # "chuyến thăm vào cuối tháng 6 và sắp tới, vào tháng 11, ...": no month behind a comma
    found = _nearest(scene, trigger, candidates, others) or _of_the_visit(scene, trigger, others)
    stay = _with_the_session(scene, trigger, others)
    return stay if stay and (not found or found.start == stay.start) else found


_OVER = re.compile(r"(?:kết thúc|hoàn thành|khép lại|bắt đầu|mở đầu) (?:tốt đẹp )?chương trình $")


def _has_landed(scene, trigger):
    """True for "cập cảng Cam Ranh trong chuyến thăm ba ngày": the day of the arrival is the first of the visit."""
    landed = ("cập cảng", "đặt chân", "hạ cánh", "ghé", "thả neo")
    came = [t for t in scene.triggers if t.type == "arrival" and t.end <= trigger.start]
    return any(t.word.startswith(landed) or _IN_A_VISIT.match(scene.text, t.end, trigger.start) for t in came)


_IN_A_VISIT = re.compile(  # "đến Hà Nội hôm 16/3 trong chuyến thăm"
    r"\s[^,;]{2,40}\s(?:ngày|hôm|sáng|trưa|chiều|tối)\s[^,;]{1,15}\strong\s(?:khuôn khổ\s)?$"
)


_AFTERWARDS = re.compile(r"\bsau khi (?:đã )?(?:kết thúc|hoàn thành|khép lại)\s[^,;]*$")  # ", tối 8/5 ông tới Minsk"
_WELCOME = re.compile(r"\blễ (?:đón|tiễn)\b[^,;]*$")  # the day of the ceremony, not of the visit
_ENDS = re.compile(
    r"(?:kết thúc|bế mạc|khép lại|mở cửa[\w\s]{0,20}|kéo dài|diễn ra|về nước|trở về|rời [\w\s]{0,20}|nhổ neo|"
    r"hạ màn|đóng cửa|dọn)\s(?:vào\s|đến\s|tới\s|cho đến\s){0,2}(?:\w+\s){0,4}\(?$"
)


def spanned(scene, trigger, when, triggers):
    """The time of what lasts, with the end told after its first day: "khai mạc ngày 19/5 và mở cửa đến hết tháng 6".

    Of "ngày 30/9 bắt đầu chuyến thăm ba ngày và được X tiếp" a meeting keeps the first day alone.
    """
    kind = "visit" if trigger.type == "arrival" else trigger.type
    if when and kind == "session" and when.kind == "days" and when.last <= trigger.start:
        return None if any(t.type == "visit" and t.start < when.first for t in triggers) else when
    if when and when.kind == "lasting" and kind not in event_words.LASTING:
        return replace(when, end=when.start, kind="day")
    moment = kind not in (*event_words.LASTING, "agreement_in_force", "anniversary")
    if when and when.kind == "until" and moment:  # "cuộc gặp kéo dài đến khuya 12/3"
        late = re.search(r"sáng|trưa|chiều|tối|đêm|khuya", scene.text[when.first : when.last].lower())
        return replace(when, start=when.end, kind="day") if late else None
    if when and when.kind == "since" and moment:
        return replace(when, end=when.start, kind="day") if when.first >= trigger.end else None
    if when and when.kind == "days" and moment:
        if event_spans.days(when) > _LONGEST:
            return None
        stay = any(t.type == "visit" for t in triggers) or _AROUND.search(scene.text[: when.first].lower())
        return None if stay else when
    if kind not in event_words.LASTING or not when or when.kind not in ("day", "since", "until"):
        return when
    opened = [w for w in scene.whens if w.kind in ("day", "since") and w.last <= when.first]
    first = [w for w in opened if w.start < (when.end or "")]
    if first and when.kind == "until" or first and _ENDS.search(scene.text[first[-1].last : when.first].lower()):
        return replace(first[-1], end=when.end, kind="days")
    for later in (w for w in scene.whens if when.start and w.end and w.end > when.start):
        behind = later.kind == "day" and later.first >= when.last
        if later.kind == "until" or behind and _ENDS.search(scene.text[when.last : later.first].lower()):
            return replace(when, end=later.end, kind="days")
    return when


_LEAVING = re.compile(r"\b(?:rời|về nước)\s[\w\s]{0,25}$")
_LONGEST = 10  # days; the longest talks of the gold data take three, "từ 10/6/2025 đến 10/6/2030" is a paper's term
_AROUND = re.compile(
    r"ngày làm việc|\b(?:hội nghị|diễn đàn|đại hội|hội chợ|thượng đỉnh|hội thảo)\b"
)  # longer than a talk


_PASSING = re.compile(
    r"(?:trong|nhân|khuôn khổ|của|về|cho|thềm|chương trình|tiếp tục|đang|đang có|đang ở|đang thực hiện|"
    r"nhân dịp (?:\w+ ){0,2}\w+|dịp (?:\w+ )?\w+|kết quả[\w\s]*|sau|trước|kể từ|bên lề|như|dịp|ý nghĩa[\w\s]*|từ|"
    r"cũng như) (?:các )?$"
)


def is_occasion(scene, event):
    """True for an anniversary that is only the occasion or the matter of others: "nhân dịp ...", "bàn về kỷ niệm"."""
    at = event.start - scene.line.offset
    before = scene.text[max(0, at - 60) : at].lower()
    spoken_of = _OCCASION.search(before)
    spoken_of = spoken_of or _names_another(scene, at)
    spoken_of = spoken_of or event.date_start != event.date_end and _ATTENDED_TOO.search(before)
    said_so = event.evidence.lower().startswith(("nhân", "mừng", "đánh dấu"))
    return event.type == "anniversary" and bool(spoken_of or said_so)


_ATTENDED_TOO = re.compile(r"\b(?:và|,) (?:tham )?dự $")  # "thăm Nga và dự Lễ kỷ niệm": on no day of its own
_OCCASION = re.compile(
    r"\b(?:hoạt động|sự kiện|về|hướng tới|năm|nhân|(?:dịp|thời điểm|bối cảnh|thềm)(?: hai nước| hai bên)?|"
    r"(?:dịp|sang|tới|đường) (?:tham )?dự|(?:sự kiện|hoạt động)[\w\s]{0,25}:|"
    r"(?:hội nghị|hội thảo|diễn đàn|tọa đàm)[\w\s]{0,25}|"
    r"diễn ra (?:trong|vào|đúng|nhân) [\w\s,]{0,40}) $"
)


def _names_another(scene, at):
    """True for the "kỷ niệm" of "đêm nhạc kỷ niệm 75 năm": what the evening is called."""
    return any(t.type == "cultural_event" and 0 < at - t.end < 3 for t in scene.triggers)


_ON_TOUR = re.compile(r"\b(?:nhân dịp|trong dịp) tháp tùng\s[^;]*$")  # "nhân dịp tháp tùng X thăm Cuba, sáng 27/9 ..."
_LOOSELY = re.compile(r"\s(?:[\w\s]{0,12}\s)?(?:sắp tới|vừa qua|gần đây|trước đây|trước đó|tới đây)\b")


def in_passing(scene, trigger):
    """True for "trong (khuôn khổ) chuyến thăm", "nhân chuyến thăm", "kết quả chuyến thăm"."""
    loose = _LOOSELY.match(event_words.after(scene, trigger, 40))
    if not trigger.word.startswith("chuyến") and _ON_TOUR.search(event_words.before(scene, trigger)):
        return True
    return bool(loose or _PASSING.search(event_words.before(scene, trigger, 40)))


def right_behind(scene, trigger, others):
    """The first When after a trigger with no comma and no other trigger in between; brackets may hold it.

    Of "chuyến thăm vừa qua của ông A (tháng 6/2024)" it is the month, as "vừa qua" says less.
    """
    near = list(_all_right_behind(scene, trigger, others))
    return next((when for when in near if when.kind != "vague"), near[0] if near else None)


def _all_right_behind(scene, trigger, others):
    for when in scene.whens:
        between = scene.text[trigger.end : when.first]
        stay = when.kind == "days" and scene.text[when.first :].startswith("từ")  # "thăm Nga, từ ngày 5 đến 7/9"
        stay = stay or when.kind == "month" and bool(_ASIDE.match(scene.text, when.first))
        pause = re.search(r"[,;]", _AND_WORKS.sub("", re.sub(r",\s$" if stay else r"ngày,\s$", "", between)))
        near = when.first >= trigger.end and not pause and len(between) < 130
        between = [t.type for t in others if trigger.end <= t.start < when.first and limits(scene, t)]
        if near and not (set(between) & event_words.DATED) - {trigger.type}:
            yield when


_ASIDE = re.compile(r"tháng \d{1,2}(?:/| năm )\d{4},")  # "trong chuyến thăm Nga, tháng 12/2009, ông ký ..."
_AND_WORKS = re.compile(r"^,(?= (?:và )?làm việc (?:tại|với|ở))")  # "đang thăm, làm việc tại Việt Nam từ 24 đến 28/3"


def _of_the_visit(scene, trigger, others):
    """The month of "ký bản ghi nhớ trong chuyến thăm Nga vào tháng 3": what is held within a visit is in its month."""
    for t in (t for t in others if t.type == "visit" and t is not trigger):
        when = right_behind(scene, t, others)
        if not when or when.kind not in ("month", "quarter"):
            continue
        aside = t.end < trigger.start and _ASIDE.match(scene.text, when.first)
        if aside or t.start > trigger.end and _WITHIN.search(scene.text[trigger.end : t.start]):
            return when
    return None


def _with_the_session(scene, trigger, others):
    """The days of "thăm Việt Nam và đồng chủ trì phiên họp ... từ ngày 25 đến 26/6", told of both at the end."""
    later = [t for t in others if t.type == "session" and t.start > trigger.end]
    if trigger.type != "visit" or not later or not _AND_PRESIDES.search(scene.text[trigger.end : later[0].start]):
        return None
    when = next((w for w in scene.whens if w.first > later[0].end), None)
    return when if when and when.kind == "days" else None


_AND_PRESIDES = re.compile(r"^[^,;]*\bvà (?:cùng )?(?:đồng )?chủ trì\s$")
_WITHIN = re.compile(r"^[^,;]*\btrong (?:khuôn khổ )?$")  # "ký trong chuyến thăm tháng 3": in that month, too


def _claimed(scene, when, trigger, others):
    """True where a date stands right behind another word for a visit: "chuyến thăm ... tháng 6/2024, X nói ..."."""
    if trigger.type == "signing" and any(0 < when.first - t.end < 6 for t in others if t.start > trigger.end):
        return trigger.end < when.first and any(t.type == "signing" for t in others if 0 < when.first - t.end < 6)
    visits = [t for t in others if t is not trigger and t.type == "visit" and t.word.startswith("chuyến")]
    visits = [t for t in visits if trigger.type == "visit" or in_passing(scene, t)]
    return any(right_behind(scene, t, others) == when for t in visits if not t.end > trigger.start > t.start)


_FORMER = re.compile(r"\b(?:ban đầu|vốn|lẽ ra|đáng lẽ|trước đó|theo lịch cũ|kế hoạch cũ|so với)\b[\w\s(]*$")


_PLANNED_FOR = re.compile(r"[^,;]*\b(?:dự kiến|dự định|vốn|định|lên lịch|ấn định|theo kế hoạch)\b[^,;]*")


def _is_former(said):
    """True before the day given up: "hoãn chuyến thăm dự kiến trong tháng này"."""
    planned = _PLANNED_FOR.fullmatch(said) and not re.search(r"\b(?:sang|đến|tới)\b", said)
    return bool(planned or _FORMER.search(said))


def _first_after(scene, candidates):
    """The first day named behind "hoãn", "lùi" that is not the one given up, or None."""
    text = scene.text.lower()
    match = event_words.lexicons()["status"]["postponed"].search(text)
    before = {w: text[match.end() : w.first] for w in candidates if w.first > match.start()}
    for when, said in before.items():
        if when.kind not in ("until", "since") and not _is_former(said) and not re.search(r"từ\s[\w\s]*$", said):
            return when
    ahead = [w for w in candidates if w.last <= match.start() and not _FORMER.search(text[: w.first])]
    former = any(_FORMER.search(said) for said in before.values())
    return ahead[-1] if former and ahead else None  # "dự kiến tổ chức 3/9, lùi hai ngày so với lịch cũ (1/9)"


_SOME_DAY = r"(?:(?:một )?(?:ngày|thời điểm|dịp|tuần)(?: khác)? (?:trong|của|vào) )?"


def _moved_to(scene, candidates):
    """ "lùi từ ngày 14/10 sang ngày 18/11": the new date."""
    said = event_words.lexicons()["status"]["postponed"].search(scene.text.lower())
    for when in reversed([w for w in candidates if w.kind not in ("until", "since") and w.first > said.start()]):
        before = scene.text[: when.first].lower()
        goal = (
            rf"(?:sang|đến|tới|qua|vào)\s*{_SOME_DAY}(?:ngày|tháng|năm)?\s*$" if when.start else r"(?:sang|đến|tới)\s*$"
        )
        if re.search(goal, before) and not _FORMER.search(before):
            return when
    return None


def _nearest(scene, trigger, candidates, others):
    """After the trigger before the next one, else the last one before it, else any of the sentence."""
    if trigger.type == "anniversary" and (years := [w for w in candidates if _is_subject(scene, w, trigger)]):
        return years[-1]
    following = [t.start for t in others if t.start > trigger.end and _is_other(scene, trigger, t) and limits(scene, t)]
    limit = min(following, default=len(scene.text))
    real = [when for when in candidates if when.kind != "founded"] or candidates
    after = [when for when in real if trigger.end <= when.first < limit and _direct(scene, trigger, when)]
    before = [when for when in real if when.last <= trigger.start and not _of_the_other(scene, trigger, when, others)]
    before = [when for when in before if when.first >= event_words.clause(scene, trigger)[0]] or before
    if trigger.type in ("visit", "arrival") and not trigger.word.startswith("chuyến"):
        before = [when for when in before if not _of_an_encounter(scene, trigger, when)]
    if before:
        after = [when for when in after if not _opens_next(scene, when, trigger, others)]
    if any(when.start and when.first >= event_words.clause(scene, trigger)[0] for when in before):
        after = [when for when in after if ";" not in scene.text[trigger.end : when.first]]
    dated = [when for when in [*sorted(after, key=_coarse), *reversed(before)] if when.kind != "vague"]
    if dated and dated[0].kind == "year" and trigger.type != "visit":
        dated = [w for w in dated if w.start and w.kind == "day" and dated[0].start <= w.start <= dated[0].end] or dated
    return (dated or after or before or _shared_day(scene, trigger, real, others) or [None])[0]


def _is_subject(scene, when, trigger):
    """True for the year of "Năm 2021 đánh dấu 20 năm ..., còn năm nay tròn 10 năm"."""
    between = scene.text[when.last : trigger.start] if when.kind == "year" else "-"
    return bool(re.fullmatch(r"\s(?:(?:cũng|sẽ|đã|là năm|vừa)\s){0,2}", between))


def _of_the_other(scene, trigger, when, others):
    """True for a time before ";" that belongs to a visit told there: "tháng 4, A sang Huế; sau đó B thăm Kazan"."""
    start, _ = event_words.clause(scene, trigger)
    alike = ("visit", "arrival") if trigger.type in ("visit", "arrival") else (trigger.type,)
    return when.last <= start and any(t.type in alike and t.start < start for t in others if t is not trigger)


def _of_an_encounter(scene, trigger, when):
    """True for the day of "chiều 25/7, A hội đàm với đoàn ... sang thăm": of the talks, not of the visit."""
    between = scene.text[when.last : trigger.start]
    met = [t.end for t in scene.triggers if t.type in ("talks", "meeting") and when.last <= t.start < trigger.start]
    met += [when.last + m.end() for m in re.finditer(r"\b[Ll]ễ đón\b", between)]
    if not met or ";" in between:
        return False
    guest = scene.text[max(met) : trigger.start]
    return bool(re.search(r"\b(?:đoàn|phái đoàn)\b", guest.lower())) or _is_met(scene, max(met), trigger)


def _is_met(scene, start, trigger):
    """True where whom somebody met is who visits: "hội đàm với Thủ tướng Lào X thăm chính thức Việt Nam"."""
    met = [a for a in scene.actors if start <= a.start < trigger.start and a.kind in ("person", "title")]
    direct = met and met[-1].end + 1 >= trigger.start and "," not in scene.text[start : met[0].start]
    return bool(direct) and met[0].country == met[-1].country


def _opens_next(scene, when, trigger, others):
    """True for the "chiều mai" of "trưa nay X tới Hà Nội, chiều mai hội đàm": a day before the word it belongs to."""
    opens = re.search(r"[,;]\s$", scene.text[: when.first])
    later = [t for t in others if t.start >= when.last and t.type != trigger.type]
    return bool(opens) and any(not re.search(r"[,;]", scene.text[when.last : t.start]) for t in later)


def _is_other(scene, trigger, later):
    """True for another event behind a trigger: of another type, or "kết thúc chuyến thăm Nga, lên đường thăm Lào"."""
    apart = re.search(r"[,;]\s", scene.text[trigger.end : later.start])
    leaves = trigger.type == "visit" and re.search(r"kết thúc|khép lại|rời|sau", event_words.before(scene, trigger, 30))
    return later.type != trigger.type or bool(apart and leaves)


def limits(scene, trigger):
    """True for a word that begins an event of its own; not "dự lễ kỷ niệm", not the goal of a way."""
    attended = re.search(r"dự\s+$", event_words.before(scene, trigger, 12))
    joined = trigger.type in ("anniversary", "cultural_event") and attended
    named = trigger.type == "anniversary" and _names_another(scene, trigger.start)
    return trigger.type != "arrival" and not joined and not named


def _coarse(when):
    """Days before months before years."""
    return {"month": 1, "quarter": 2, "year": 3}.get(when.kind, 0)


OCCASION = ("talks", "meeting", "signing", "joint_statement", "session")


def _shared_day(scene, trigger, real, others):
    """ "X tiếp Y, hai bên tiến hành đối thoại vào chiều 18/3": one occasion, one day, in one tense."""
    later = [t for t in others if t.start > trigger.end]
    if (
        len(real) != 1
        or real[0].kind not in ("day", "vague")
        or trigger.type not in OCCASION
        or any(t.type not in OCCASION for t in later)
    ):
        return []
    planned = event_words.lexicons()["status"]["planned"]
    between = scene.text[trigger.end : real[0].first].lower()
    return real if not planned.search(between) and ";" not in between else []


def _direct(scene, trigger, when):
    """True where a date behind a trigger speaks of it and not of a paper or a year named later on."""
    between = _AT_LAST.split(scene.text[trigger.end : when.first].lower())[-1]
    if trigger.type not in ("visit", "arrival") and re.search(r"\b(?:rời|về nước)\s", between):
        return False
    if when.kind == "year" and _COUNTED_FROM.search(between):
        return False
    told_so = when.kind in ("day", "days", "lasting") or between.endswith("(")
    about = not told_so and _ABOUT.search(between)
    return not about and not _MEANWHILE.search(between) and not _OTHER.search(between) and len(between) < 160


# "về kế hoạch năm 2026", but not "Ủy ban về kinh tế sẽ họp trong quý III".
_ABOUT = re.compile(r"\bvề\b(?!.*\b(?:sẽ|đã|được|diễn ra|họp|tổ chức|khai mạc|bế mạc|dự kiến|ấn định|định|lùi|dời)\b)")
_AT_LAST = re.compile(r",\s(?=(?:đã được|được|đã)\s(?:thông qua|ký|ký kết|công bố|đưa ra)\b)")
_MEANWHILE = re.compile(r"\b(?:từ|sau|trước) khi\s\w")  # "đầu tiên kể từ khi nhậm chức ngày 1/3": the day of that
_COUNTED_FROM = re.compile(  # "lần thứ hai kể từ năm 2000", "lần thứ ba, sau năm 2015 và 2017"
    r"\b(?:kể từ|sau)\s(?:(?:các )?(?:năm )?\d{4}(?:,| và)\s)*(?:các )?$|"
    r"\bsau (?:hai|ba|các|những|\d+) (?:chuyến|lần)\b"
)
_OTHER = re.compile(r"\b(?:giai đoạn|đến năm|từ năm|tầm nhìn|kế hoạch|chương trình|mục tiêu|tỷ|triệu|phấn đấu)\b")
