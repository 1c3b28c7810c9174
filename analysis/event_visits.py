"""A word that names a visit or an arrival, and who acts in its sentence, come in; guest, host and goal go out."""

import re

from analysis import actors, bodies, event_times, event_words
from analysis.event_sides import MANY


def visit(scene, trigger, story):
    """(guest, host) of a visit, or None where it is none: a stop inside a visit, a wish, a home affair."""
    target = _target(scene, trigger) or _arrived(scene, trigger)
    if guest := _to_both(scene, target):
        return guest, "VN"
    host = target.country if target else None
    guest = _guest(scene, trigger, target)
    if host is None and story.visit and not _named_guest(scene, trigger, trigger.end):
        other = _came(scene, trigger) not in (*story.visit, None)
        return story.visit if trigger.word.startswith("chuyến") and not other else None
    if host and not guest:
        guest = "VN" if host != "VN" else None if _at_home(scene, trigger) else story.partner
    if guest and not host and _named_guest(scene, trigger, trigger.end):
        host = story.host_of(guest)
    if not host and guest != "VN" and trigger.word == "sang thăm" and not _others_behind(scene, trigger, guest):
        host = "VN"  # "đoàn tỉnh Hủa Phăn (Lào) sang thăm tỉnh ta"
    if not host or not guest or host == guest or "VN" not in (host, guest):
        return None
    return guest, host


def _others_behind(scene, trigger, guest):
    """True where a country besides the guest's is named behind a trigger."""
    return any(a.country not in ("VN", guest) for a in scene.actors if a.start >= trigger.end)


def _came(scene, trigger):
    """The country of whom an arrival before a trigger names, or None: "tàu Ấn Độ cập cảng X, bắt đầu chuyến thăm"."""
    came = [t.start for t in scene.triggers if t.type == "arrival" and t.end <= trigger.start]
    named = [a for a in scene.actors if came and a.end <= came[-1] and a.kind in ("country", "person")]
    return named[0].country if named and "bắt đầu" in event_words.before(scene, trigger, 20) else None


def _to_both(scene, target):
    """The guest of "tàu Nga ... thăm Úc và Việt Nam", who comes to both; None where Viet Nam is not told so."""
    behind = [a for a in scene.actors if target and target.country != "VN" and a.start >= target.end]
    joined = behind and re.fullmatch(r"\s?(?:và|,)\s(?:nước\s|thăm\s)?", scene.text[target.end : behind[0].start])
    ours = joined and behind[0].country == "VN" and behind[0].kind == "country"
    before = [a.country for a in scene.actors if a.end <= target.start] if ours else []
    return before[-1] if before and before[-1] not in ("VN", target.country) else None


_LINK = re.compile(
    r"(?:\s*(?:chính thức|không chính thức|bất ngờ|căn cứ|hải quân|"
    r"cấp nhà nước|cấp cao|làm việc|hữu nghị|và làm việc|nước|tới|đến|tại|sang|thành phố|tp|thủ đô|"
    r"tỉnh|cảng|quân cảng|cảng biển|sân bay|quốc tế|hữu nghị chính thức|song phương|đầu tiên|thứ \w+|vịnh|"
    r"(?:dài |kéo dài |trong )?\w+ ngày|"
    r"cộng hòa|cộng hoà|xã hội chủ nghĩa|dân chủ nhân dân|vương quốc|đất nước|vùng|thiện chí|lần đầu|lịch sử|,))*\s*"
)


def _at_home(scene, trigger):
    """True for "chuyến công tác tại Nghệ An": officials travel at home too, where nobody of abroad is named before."""
    foreign = any(actor.country != "VN" for actor in scene.actors if actor.end <= trigger.start)
    return not foreign and trigger.word in ("chuyến công tác", "chuyến làm việc", "chuyến khảo sát")


_OF_TO = re.compile(r"[\w\s]*\bcủa\s[^,;:]*\s(?:tới|đến|tại|sang|ở)\s")
_WITH_BODY = re.compile(  # "thăm và làm việc với Bộ Công an Việt Nam", but not "với Đại sứ quán Nga tại Hà Nội"
    r"(?: (?:chính thức|hữu nghị))?(?:,| và) làm việc (?:với|tại) "
    r"(?!.*(?:đại sứ quán|lãnh sự quán|phái đoàn|đại diện))[\w\s]{2,40}"
)
_ATTENDS = re.compile(r"\s(?:tham )?dự\s")  # "chuyến công tác dự Hội nghị ... tại Kazan"
_SAID_AGAIN = re.compile(
    r"(?:\s[\w\s]{0,14})?\s(?:(?:nước|đất nước|quốc gia|thành phố) này|(?:nước|thành phố|tỉnh|địa phương) bạn)\b"
)


def _target(scene, trigger):
    """The place that is visited: named right after the trigger and its adverbs; "nước này" is the last one named."""
    if _SAID_AGAIN.match(scene.text.lower(), trigger.end):
        named = [a for a in scene.actors if a.end <= trigger.start]
        theirs = [a for a in named if a.country != "VN"] if " bạn" in scene.text[trigger.end :] else []
        named = theirs or [a for a in named if a.kind in ("country", "city")]
        return named[-1] if named else None
    for actor in scene.actors:
        if actor.start >= trigger.end and actor.kind in ("country", "city", "bloc"):
            between = scene.text[trigger.end : actor.start].lower()
            linked = _LINK.fullmatch(between) or _WITH_BODY.fullmatch(between)
            if linked or trigger.word.startswith("chuyến") and _OF_TO.fullmatch(between):
                return actor
            attends = trigger.word.endswith("dự") or _ATTENDS.match(between)
            if not trigger.word.startswith(("chuyến", "lên đường")) or re.search("[,;:]", between):
                break
            if attends and AT.search(between) and actor.country not in MANY:
                return actor
    return _home_body(scene, trigger)


def _home_body(scene, trigger):
    """A body of Viet Nam that is visited: "đến thăm và làm việc tại Đại học Thái Nguyên"."""
    link = _LINK.match(scene.text.lower(), trigger.end)
    span = bodies.at(scene.line, link.end())
    return span and actors.Actor(*span, "VN", None, "cue")


def _arrived(scene, trigger):
    """Where the same sentence says the guest arrived: "cập cảng Đà Nẵng ..., bắt đầu chuyến thăm"."""
    if not trigger.word.startswith("chuyến"):
        return None
    before = [t for t in scene.triggers if t.end <= trigger.start]
    over = re.search(r"(?:kết thúc|khép lại|hoàn thành)[\w\s]*$", event_words.before(scene, trigger, 40))
    arrivals = [t for t in before if t.type == "arrival" and (over or t.word != "rời")]
    return next((target for t in reversed(arrivals) if (target := _target(scene, t))), None)


def goals(scene, trigger):
    """Where a visit leads to: the place named behind its word, then the one where the guest is said to have arrived."""
    return [goal for goal in (_target(scene, trigger), _arrived(scene, trigger)) if goal]


def _named_guest(scene, trigger, end):
    """The actor behind "của" after a noun: "chuyến thăm của Thủ tướng Nga"."""
    if not trigger.word.startswith("chuyến"):
        return None
    behind = [a for a in scene.actors if a.start >= end and _OF.search(scene.text[end : a.start].lower())]
    named = behind and not re.search(r"[,;]", scene.text[end : behind[0].start])
    return behind[0] if named and not _is_spoken_to(scene, trigger, behind[0]) else None


_OURS_ALONE = re.compile(r"chủ tịch nước|tổng bí thư|chủ tịch quốc hội|thủ tướng|việt nam")


def _is_spoken_to(scene, trigger, actor):
    """True for "Bộ trưởng Tô Lâm hoan nghênh chuyến thăm của ngài Bộ trưởng": an office without a name, not ours."""
    ours = [a for a in scene.actors if a.country == "VN" and a.kind in ("person", "title") and a.end <= trigger.start]
    bare = actor.kind == "title" and actor.country == "VN"
    return bool(bare and ours and not _OURS_ALONE.search(scene.text[actor.start : actor.end].lower()))


_OF = re.compile(
    r"(?<!lời mời )(?<!thư mời )(?<!giấy mời )của\s+(?:(?!tại\b|ở\b|tới\b|đến\b|sang\b|thăm\b)[^\W\d]+\s+){0,4}$"
)


def _guest(scene, trigger, target):
    """Who goes: named after "của" for the noun, else the last actor before the trigger, else the first one behind."""
    end = max(target.end if target else 0, trigger.end)
    host = target.country if target else None
    within = _named_guest(scene, trigger, trigger.end)  # "chuyến thăm của Thủ tướng Lào đến Nga"
    of = within if within and within.start < end else _named_guest(scene, trigger, end)
    if of and of.country != host:
        return of.country
    behind = [a for a in scene.actors if a.start >= end and a.country not in (host, *MANY)]
    before = [a for a in scene.actors if a.end <= trigger.start and a.country not in (host, *MANY)]
    own = [a for a in before if a.kind in ("person", "title")] or before
    if trigger.word.startswith("chuyến") and event_times.in_passing(scene, trigger):
        own = [a for a in own if a.kind == "person"]
    if own:
        return own[-1].country
    near = behind and ";" not in scene.text[end : behind[0].start]
    if behind and (near and trigger.word.startswith("chuyến") or _speaks(scene, trigger, behind[0])):
        return behind[0].country
    return None


def _speaks(scene, trigger, actor):
    """ "“Tôi sẽ thăm Việt Nam”, Thống đốc tỉnh Sverdlovsk nói": who is named behind the quotation."""
    closed = re.search(r"[”»\"]", scene.text[trigger.end : actor.start])
    return bool(closed and re.search(r"\btôi\b", event_words.before(scene, trigger, 40)))


def arrival(scene, trigger, story):
    """ "đến Hà Nội", "sang Minsk làm việc": somebody who arrives in a foreign place."""
    target = _target(scene, trigger)
    if trigger.word == "làm việc tại" and not _DELEGATION.search(event_words.before(scene, trigger)):
        return None
    if not target or trigger.word == "rời" or not _travels(scene, trigger, target):
        return None
    guest = _guest(scene, trigger, target) or (_OURS.search(event_words.before(scene, trigger, 120)) and "VN")
    if not guest or guest == target.country or "VN" not in (guest, target.country):
        return None
    return guest, target.country


_DELEGATION = re.compile(r"\b(?:đoàn|phái đoàn) (?!.*\b(?:buổi|cuộc|thời gian|trong khi)\s$)")
_OURS = re.compile(  # without a country Viet Nam's
    r"\btàu (?:hộ vệ|huấn luyện|buồm|hải quân|tên lửa|chiến)|\bđoàn (?:công tác|đại biểu|cán bộ|doanh nghiệp|lãnh đạo|"
    r"giảng viên|chuyên gia|nghệ sĩ|thanh niên|phóng viên|nhà báo|giám sát|nghị sĩ|quân sự)"
)


def _travels(scene, trigger, target):
    """True where a person or a delegation is the one who comes, and comes for a visit or with a date."""
    before = event_words.before(scene, trigger, 120)
    someone = any(a.kind in ("person", "title") and a.end <= trigger.start for a in scene.actors)
    group = re.search(r"\b(?:đoàn|phái đoàn|phái bộ|tàu|tổ công tác|nhóm công tác|nhóm chuyên gia)\b", before)
    after = scene.text[target.end :].lower()
    purpose = _PURPOSE.match(after)
    if before.endswith("trước khi "):  # "làm việc ở Nga năm 1923 trước khi tới Trung Quốc": the year is of the former
        return bool((someone or group) and purpose)
    goods = _GOODS_OR_GUESTS.search(before)
    return bool((someone or group) and not goods and (purpose or scene.whens))


_GOODS_OR_GUESTS = re.compile(
    r"\b(?:hàng|xuất khẩu|chuyến bay|du khách|khách|(?:chuyến|đi|kỳ|tour) du lịch|bay|vận chuyển|bàn giao)\b"
)
_PURPOSE = re.compile(
    r".{0,40}\b(?:thăm|làm việc|công tác|tham dự|dự|khảo sát|hội đàm|đối thoại|tham vấn|chủ trì)\b"
)
AT = re.compile(r"(?<!\w)(?:tại|ở|đến|tới|sang|thăm|cập cảng|xuống|hạ cánh)\s(?:[^,;]{0,40},\s)?(?:\w+\s){0,3}$")
