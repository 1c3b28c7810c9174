"""A word that names an event, and its time, come in; done, ongoing, planned, postponed or cancelled goes out."""

import re
from datetime import date

from analysis import event_words


def status(scene, trigger, when):
    """done, ongoing, planned, postponed or cancelled: by the words of the clause, then by the date."""
    for status in ("cancelled", "postponed"):
        past = status == "postponed" and when and when.end and scene.ref and when.end < scene.ref.isoformat()
        if not past and put_off(scene, trigger, status):
            return status
    start, end = event_words.clause(scene, trigger)
    clause, at = scene.text[start:end].lower(), trigger.start - start
    if re.search(r"\bkhông\s[^,;]*$", clause[:at]) and event_words.PLANNED_SO.search(clause):
        return "postponed" if _NEW_DAY_SOUGHT.search(scene.text.lower()) else "cancelled"
    reach = len(clause) if trigger.type == "cultural_event" else 60
    before = clause[max(0, at - reach) : at]
    after = clause[at : min(at + len(trigger.word) + reach, _next_visit(scene, trigger) - start)]
    if trigger.type == "visit" and not when and _is_welcomed(scene, before):
        return "ongoing"
    said = _recent(clause[at:]) or _last_cue(before) or _vague_tense(scene, when)
    listed = clause[:at] if at > 2 else scene.text[: trigger.start].lower()  # "sẽ đặt hoa; chào xã giao ..."
    said = said or _planned_list(listed) or _first_cue(after) or _late_cue(clause, at, trigger)
    opened = trigger.type in ("visit", "arrival") and when and not when.end
    if opened and (_BEGINS.search(clause[max(0, at - 16) : at + 10]) or _LANDS.search(clause)):
        said = "ongoing"
    return _by_date(when, scene.ref, said, before + after, trigger.type)


def _planned_list(before):
    """ "sẽ hội đàm với A, gặp B, chứng kiến lễ ký": what a planned list goes on with is planned."""
    listed = ("," in before or ";" in before) and _last_cue(before) == "planned"
    return "planned" if listed and not re.search(r"\bmà\b|\bnhân (?:dịp|chuyến)\b|\bsau khi\b", before) else None


def _recent(text):
    """ "chuyến thăm ... vừa qua" is done, whatever is wished in words around it."""
    return "done" if re.match(r"[^,;]{0,90}\bvừa (?:qua|rồi)\b", text) else None


def _next_visit(scene, trigger):
    """Where the words about a talk end: before "đang thăm Việt Nam" of whom it was with."""
    later = [t.start for t in scene.triggers if t.type == "visit" and t.start > trigger.end]
    if trigger.type not in ("talks", "meeting", "call") or not later:
        return len(scene.text)
    return len(re.sub(r"(?:đang|sắp|vừa|sẽ)(?: (?:có|ở|sang))?\s$", "", scene.text[: later[0]]))


def _is_welcomed(scene, before):
    """True for the guest of "lễ đón" held on the day of the page."""
    today = scene.ref and scene.ref.isoformat()
    return "lễ đón" in before and any(when.start == when.end == today for when in scene.whens if when.start)


_NEW_DAY_SOUGHT = re.compile(r"sắp xếp lại|thời (?:gian|điểm) (?:khác|mới)|lịch mới|dịp khác|ngày khác")
_NOUNS = ("chuyến", "lễ", "kỳ", "kì", "khóa", "khoá", "vòng", "phiên", "cuộc", "buổi", "đêm", "đối thoại", "tham vấn",
          "tuần", "triển lãm", "festival", "liên hoan", "chương trình", "hội chợ", "hội sách", "ngày",
          "những ngày")  # fmt: skip


def _reach(trigger):
    """How far from a trigger "bị hủy", "phải lùi" may stand: behind a noun comes its whole name first."""
    return 160 if trigger.word.startswith(_NOUNS) else 90


def put_off(scene, trigger, status="postponed"):
    """The match of the word near a trigger that says it was postponed (or cancelled), or None; not of its denial."""
    start, end = event_words.clause(scene, trigger)
    start = 0 if _HEADED.fullmatch(scene.text[: start + 1]) else start
    text = scene.text.lower()
    for match in event_words.lexicons()["status"][status].finditer(text, start, end):
        near = abs(match.start() - trigger.start) < _reach(trigger)
        if near and not _is_denied(text[start:end], match, start) and not _is_of_another(scene, trigger, match):
            return match
    return None


_HEADED = re.compile(r"[^.;:,]{0,60}:")  # "Hoãn vô thời hạn: cuộc điện đàm ..."
_NOT = re.compile(
    r"\b(?:(?:không|chưa|chẳng)(?: hề)?(?: bị| phải| có chuyện)?|di|từng(?: bị)?|lần|tin|suýt|"
    r"(?:đồn|bác|phủ nhận|trái với|khả năng|nguy cơ|lo|đề phòng|thay vì|đính chính)(?:\s[\w\s]{0,40})?)\s$"
)
_KEPT = re.compile(
    r"\bvẫn (?:sẽ )?(?:được )?(?:diễn ra|tổ chức|giữ nguyên|tiến hành|đúng|như|theo)|(?:đúng|theo) (?:như )?lịch cũ|"
    r"\b(?:là|hoàn toàn) (?:không chính xác|không đúng|sai|bịa đặt|tin giả|thất thiệt|vô căn cứ)"
)


def _is_denied(clause, match, start):
    """True for "không hề bị hoãn", "tin đồn hoãn", "sau hai lần lùi", and where it is "vẫn diễn ra đúng lịch"."""
    return bool(_NOT.search(clause[: match.start() - start]) or _KEPT.search(clause[match.end() - start :]))


def _is_of_another(scene, trigger, match):
    """True for the "hoãn" of "sau khi hoãn chuyến thăm, ông điện đàm": right before another event."""
    beside = [t for t in scene.triggers if 0 <= t.start - match.end() < 5 and t.type != "arrival"]
    return bool(beside) and trigger.type not in (beside[0].type, "arrival")


def _late_cue(clause, at, trigger):
    """The tense behind the long name of a session, a visit: "phiên họp lần thứ 26 Ủy ban ... sẽ họp tại Huế"."""
    if not trigger.word.startswith(_NOUNS):
        return None
    return _first_cue(re.split(r"[,;]\s", clause[at + 60 : at + _reach(trigger)])[0])


_BEGINS = re.compile(r"\b(?:bắt đầu|mở đầu|lên đường)\b")
_LANDS = re.compile(r"\b(?:đến|tới|xuống) sân bay\b|\bchuyên cơ\b|\blên đường\b")
_TENSES = ("planned", "ongoing", "done")


def _vague_tense(scene, when):
    """ "tuần trước", "mới đây" are past, "tuần tới" is ahead, though they name no day."""
    phrase = scene.text[when.first : when.last].lower() if when and when.kind == "vague" else ""
    if re.search(r"(?:tuần|tháng|năm|quý) trước|qua|mới đây|gần đây|rồi", phrase):
        return "done"
    month = re.search(r"tháng (\d{1,2})$", phrase)
    if month and scene.ref and (scene.ref.month - int(month[1])) % 12 in (1, 2, 3):
        return "done"
    next_month = month and scene.ref and int(month[1]) == scene.ref.month % 12 + 1
    return "planned" if next_month or re.search(r"tới|(?:tuần|tháng|năm|quý) sau", phrase) else None


def _last_cue(text):
    """The tense told last in the words before an event, or None: "đang thăm" is going on whatever follows."""
    return max(_cues(text), default=(0, None))[1]


def _first_cue(text):
    return min(_cues(text), default=(0, None))[1]


def _cues(text):
    """The words of tense in a text: (offset, planned | ongoing | done)."""
    known = event_words.lexicons()["status"]
    return [(match.start(), tense) for tense in _TENSES for match in known[tense].finditer(text)]


_LONGEST_STAY = 30  # days; the longest visit of the gold data told by its days takes 7


def _is_long_ago(day, ref):
    return (ref - date.fromisoformat(day)).days > _LONGEST_STAY


_OVER = re.compile(r"\b(?:kết thúc|khép lại|hoàn thành|bế mạc)\b")


def _by_date(when, ref, said, near, kind):
    today = ref and ref.isoformat()
    if not today or when is None or not (when.start or when.end):
        return said or "done"
    if when.kind in ("month", "quarter", "year") and (when.start <= today <= when.end):
        return said or ("ongoing" if kind == "anniversary" else "done")
    if when.start is None:
        if said == "planned" and when.end > today:
            return said
        return "ongoing" if when.end > today or when.end == today and said != "done" else "done"
    if when.start and when.start > today:
        return "planned"
    if when.kind == "since" and kind in ("visit", "arrival") and when.start <= today and not _OVER.search(near):
        return "ongoing"
    if when.end is None and kind in ("visit", "arrival") and when.start and _is_long_ago(when.start, ref):
        return "done"
    if when.end is None:
        return "done" if said == "done" else "ongoing" if when.start <= today else "planned"
    if when.end < today:
        return "done"
    if when.start != when.end:
        return "ongoing"
    return "planned" if said == "planned" else "ongoing" if said == "ongoing" and "đã" not in near else "done"
