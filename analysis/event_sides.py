"""A word that names an event, and who acts in its sentence, come in; countries, guest, host and place go out."""

import re

from analysis import actors, bodies, event_times, event_words


def countries_of(scene, trigger, story):
    """The countries of an undirected event, told by its clause, else by its sentence."""
    start, end = event_words.clause(scene, trigger)
    near = [actor for actor in scene.actors if start <= actor.start < end]
    found = _among(scene, trigger, story, near) if near else ()
    several = len({a.country for a in near} - {"VN"}) > 1  # "Tổng thống Nga và Tổng thống Kazakhstan gặp nhau; ..."
    return found if found or several else _among(scene, trigger, story, scene.actors)


def _among(scene, trigger, story, near):
    """Those named by name, by persons, then by cities; both if "hai nước"."""
    strong = {actor.country for actor in near if actor.kind in ("country", "bloc", "person", "title")}
    weak = {actor.country for actor in near}
    found = strong if len(strong) > 1 and "VN" in strong else strong | weak
    local = story.partner and _LOCAL.search(scene.text.lower())
    if (local or actors.both(scene.line) is not None) and not found - {"VN", "SU"}:
        found = found - {"SU"} | set(story.pair)
    own = local or actors.both(scene.line) is not None or story.speaks_of_vn or _with_one(scene, near)
    own = own or len(found) == 1 and bodies.names_home(scene.line)
    if "VN" not in found and len(found) == 1 and own:
        found |= {"VN"}
    return _two(scene, trigger, found)


_LOCAL = re.compile(  # two that are of two countries only where the text has named a foreign one
    r"(?<!\w)hai (?:thành phố|địa phương|tỉnh|trường|viện|học viện|cơ quan|đơn vị|hội|đoàn|tổng thống|chủ tịch|ngành|"
    r"quân đội|tập đoàn|doanh nghiệp|vị|thứ trưởng|cơ sở|nhà hát|thống đốc|lãnh đạo|hãng|đài)(?!\w)"
)


def named(scene):
    """The countries that a sentence names, in any way."""
    return {actor.country for actor in scene.actors}


def _with_one(scene, near):
    """ "hiệp định với Kazakhstan", "phía Nga", told by a paper of Viet Nam: the other side need not be named."""
    said = ("với ", "với nước ", "phía ", "nước bạn ", "đối tác ")
    return any(a.kind in ("country", "bloc") and scene.text[: a.start].lower().endswith(said) for a in near)


def _two(scene, trigger, found):
    """Viet Nam and its partners; of several partners the paired or nearest one, as most events are between two."""
    partners = found - {"VN", "WORLD"}
    if partners == {"RU", "SU"} and _is_of_today(scene):
        partners = {"RU"}
    if "VN" not in found or not partners:
        return ()
    if len(partners) > 1:
        partners = {_closest(scene, trigger, partners)}
    return tuple(sorted({"VN"} | partners))


def _is_of_today(scene):
    """True where no year before 1992 is told: the Soviet Union is then only what is spoken of."""
    return not any((when.start or when.end or "9") < "1992" for when in scene.whens)


def _closest(scene, trigger, partners):
    ranked = [
        (actor.kind in ("city", "cue"), abs(actor.start - trigger.start), actor.country)
        for actor in scene.actors
        if actor.country in partners
    ]
    return min(ranked)[2]


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
    r"(?:,| và) làm việc (?:với|tại) (?!.*(?:đại sứ quán|lãnh sự quán|phái đoàn|đại diện))[\w\s]{2,40}"
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
            if attends and _AT.search(between) and actor.country not in _MANY:
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


def _named_guest(scene, trigger, end):
    """The actor behind "của" after a noun: "chuyến thăm của Thủ tướng Nga"."""
    if not trigger.word.startswith("chuyến"):
        return None
    behind = [a for a in scene.actors if a.start >= end and _OF.search(scene.text[end : a.start].lower())]
    return behind[0] if behind and not re.search(r"[,;]", scene.text[end : behind[0].start]) else None


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
    behind = [a for a in scene.actors if a.start >= end and a.country not in (host, *_MANY)]
    before = [a for a in scene.actors if a.end <= trigger.start and a.country not in (host, *_MANY)]
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
    goods = re.search(r"\b(?:hàng|xuất khẩu|chuyến bay|du khách|khách du lịch|khách|bay|vận chuyển|bàn giao)\b", before)
    return bool((someone or group) and not goods and (purpose or scene.whens))


_PURPOSE = re.compile(
    r".{0,40}\b(?:thăm|làm việc|công tác|tham dự|dự|khảo sát|hội đàm|đối thoại|tham vấn|chủ trì)\b"
)
_MANY = {"ASEAN", "BRICS", "CIS"}  # where many meet, not who meets
_PRONOUN = re.compile(r"(?<!\w)(?:ông|bà|đoàn|vị khách)\s*(?:\w+\s){0,3}$")
_PRONOUN_OF_ONE = re.compile(r"(?<!\w)(?:ông|bà)\s*(?:\w+\s){0,3}$")


def encounter(scene, trigger, story):
    """(countries, guest, host) of talks or a meeting, or None."""
    if _is_own_mission(scene, trigger):
        return None
    left, right = _sides(scene, trigger)
    if _is_of_others(scene, trigger, left, right):
        return None
    if not left:
        left = _stood_for(scene, trigger, story)
    if not left and story.visit and _PRONOUN.search(event_words.before(scene, trigger, 30)):
        countries = tuple(sorted(story.visit))
        return countries, *_guest_and_host(scene, trigger, countries, left, right, story)
    near = [actor for actor in left[-2:] + right[:2] if actor.kind in ("person", "title", "country", "bloc")]
    found = _as_of_today(scene, {actor.country for actor in near if not _is_where(scene, actor)}, story)
    if len(found) == 1 and ("VN" in named(scene) or found | {"VN"} == story.sides):
        found |= {"VN"}
    if len(found - {"VN"}) != 1 or "VN" not in found:
        found = set(countries_of(scene, trigger, story)) or found | story.sides
    found = _as_of_today(scene, found, story)
    countries = _two(scene, trigger, found - _MANY) if len(found) > 1 else ()
    if not countries:
        return None
    return countries, *_guest_and_host(scene, trigger, countries, left, right, story)


_MISSION = r"(?:đại sứ(?: quán)?|(?:tổng )?lãnh sự(?: quán)?|cơ quan đại diện(?: \w+){0,2}) việt nam\b"
_WITH_MISSION = re.compile(rf"\s(?:với |tại |các |cán bộ |lãnh đạo )*{_MISSION}")
_OF_MISSION = re.compile(rf"\b{_MISSION}")
_A_GROUP = re.compile(r"\s(?:thân mật )?(?:đoàn|phái đoàn)(?=,|\.|$)")


def _is_own_mission(scene, trigger):
    """True where Viet Nam's mission abroad meets a delegation of Viet Nam: nobody of another country is named."""
    if "việt nam" not in scene.text.lower() or any(
        a.country != "VN" and a.kind in ("person", "title") for a in scene.actors
    ):
        return False
    after = event_words.after(scene, trigger, 60)
    received = _A_GROUP.match(after) and _OF_MISSION.search(scene.text[: trigger.start].lower())
    return bool(received or _WITH_MISSION.match(after))


def _is_of_others(scene, trigger, left, right):
    """True for "Tổng thống Nga tới Hà Nội sau cuộc gặp với Chủ tịch Triều Tiên": two others met elsewhere."""
    if not event_words.before(scene, trigger, 12).endswith((" sau ", " trước ")):
        return False
    doer = next((a.country for a in left if a.kind in ("person", "title")), "VN")
    other = right[0].country if right else doer
    return "VN" not in (doer, other) and doer != other


def _as_of_today(scene, found, story):
    """Some countries with Russia for the Soviet Union, where Russia acts and no year before 1992 is told."""
    today = "SU" in found and "RU" in found | story.sides and _is_of_today(scene)
    return found - {"SU"} | {"RU"} if today else found


def _stood_for(scene, trigger, story):
    """The actors whom "ông", "đoàn" before a trigger stand for: of the sentence, else the person named last."""
    before = event_words.before(scene, trigger, 30)
    own = [actor for actor in scene.actors if actor.end <= trigger.start]
    if own or not story.person or not _PRONOUN_OF_ONE.search(before):
        return own if _PRONOUN.search(before) else []
    return [story.person._replace(start=trigger.start, end=trigger.start)]


def _is_where(scene, actor):
    """True for the country of a city named before it: "tại Thiên Tân, Trung Quốc", "ở Astana (Kazakhstan)"."""
    cities = [a for a in scene.actors if a.kind == "city" and a.country == actor.country and a.end <= actor.start]
    return actor.kind == "country" and any(re.fullmatch(r",?\s\(?", scene.text[a.end : actor.start]) for a in cities)


def _sides(scene, trigger):
    start, end = event_words.clause(scene, trigger)
    left = [actor for actor in scene.actors if start <= actor.start and actor.end <= trigger.start]
    right = [actor for actor in scene.actors if trigger.end <= actor.start < end]
    return left, right


def _guest_and_host(scene, trigger, countries, left, right, story):
    """Who receives is host; who comes to greet is guest; else the city tells, then the visit around it."""
    other = {countries[0]: countries[1], countries[1]: countries[0]}
    own = [a for a in left if a.country in other]
    people_left = [a.country for a in own if a.kind in ("person", "title", "country")] or [a.country for a in own]
    if receiver := event_words.received_by(scene, trigger):
        return (other[receiver.country], receiver.country) if receiver.country in other else (None, None)
    welcomed = re.search(r"\b(?:lễ đón|đón|tiếp)\s(?:và|,)\s(?:\w+\s){0,2}$", event_words.before(scene, trigger, 60))
    if (welcomed or re.match(r"(?:đón )?tiếp(?! xúc)|tiếp kiến|buổi tiếp", trigger.word)) and people_left:
        return other[people_left[-1]], people_left[-1]
    first = right[0].country if right and right[0].kind in ("person", "title") else None
    direct = trigger.word in ("tiếp", "đón tiếp") or trigger.word == "buổi tiếp" and right[0].start < trigger.end + 12
    if first in other and not left and direct:
        received = _THE_GROUP.match(event_words.after(scene, trigger, 60))  # "Tiếp đoàn có Phó Đại sứ Nga"
        return (other[first], first) if received else (first, other[first])
    if re.search("chào|yết kiến", trigger.word) and (people_left or first in other):
        came = [a.country for a in own if a.kind != "city" or first not in other]
        guest = came[-1] if came else other[first]
        return guest, other[guest]
    if _at_home_venue(scene):
        return other["VN"], "VN"
    city = _city(scene, trigger)
    if "bên lề" in scene.text.lower() and (city is None or city.country not in other):
        return None, None
    if city:
        return (other[city.country], city.country) if city.country in other else (None, None)
    if story.visit and set(story.visit) == set(countries):
        return (None, None) if story.visit_ahead and _is_over(scene) else story.visit
    envoys = {a.country for a in left + right if scene.text[a.start : a.end].lower().startswith(actors.MISSIONS)}
    if trigger.type in ("meeting", "talks") and len(envoys & set(other)) == 1:
        guest = (envoys & set(other)).pop()
        return guest, other[guest]
    group = re.search(r"(?:phái đoàn|đoàn)\s[^,;]*$", event_words.before(scene, trigger, 120))
    if people_left and group and trigger.type == "meeting":
        return people_left[0], other[people_left[0]]
    return None, None


def _is_over(scene):
    """True where a day gone by is told: no visit that lies ahead is around it."""
    return any(when.end and scene.ref and when.end < scene.ref.isoformat() for when in scene.whens)


_THE_GROUP = re.compile(r"(?:\s\w+){0,4}?\s(?:đoàn|phái đoàn)(?:\s(?:có|tại|ở|về phía|là)\b|\s?[,.])")
_SEAT = re.compile(r"(?<!\w)(?:tại|ở)\s+(?:trụ sở|văn phòng|hội trường)\s+(?:của\s+)?", re.IGNORECASE)


def _at_home_venue(scene):
    """True for "ở trụ sở Bộ Y tế": the seat of a body of Viet Nam."""
    return any(bodies.at(scene.line, match.end()) for match in _SEAT.finditer(scene.text))


def _city(scene, trigger):
    """The city an event was in: after "tại", "ở", "thành phố"; a venue counts by its country."""
    spots = [a for a in scene.actors if a.kind == "city"]
    at = [a for a in spots if _AT.search(scene.text[: a.start].lower())]
    return min(at, key=lambda a: abs(a.start - trigger.start), default=None)


_AT = re.compile(r"(?<!\w)(?:tại|ở|đến|tới|sang|thăm|cập cảng|xuống|hạ cánh)\s(?:[^,;]{0,40},\s)?(?:\w+\s){0,3}$")
_VENUE = re.compile(
    r"(?:tại|ở)\s+(?P<venue>(?:Nhà hát|Điện|Cung|Phủ|Trụ sở|Trung tâm|Bảo tàng|Đại học|Thư viện|Công viên|Sân vận động|"
    r"Dinh|Nhà văn hóa|Quảng trường)\s[^,.;:()]*?)(?=[,.;:()]|\s(?:đã|sẽ|do|với|và|vào|ngày|sáng|chiều|tối|hôm|từ|nhân"
    r"|rồi|ở|đến|tới|kể)\b|$)"
)


def place(scene, trigger, kind):
    """The city, or the venue where no city is named; of a visit only the city that is its goal."""
    if kind == "visit":
        goals = [_target(scene, trigger), _arrived(scene, trigger)]
        return next((scene.text[goal.start : goal.end] for goal in goals if goal and goal.kind == "city"), None)
    city, venue = _city(scene, trigger), _VENUE.search(scene.text)
    if venue and (city is None or venue.start("venue") < city.start < venue.end("venue")):
        return venue["venue"].strip()
    return scene.text[city.start : city.end] if city else None
