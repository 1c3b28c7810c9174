"""A word that names talks or a meeting, and who acts in its sentence, come in; countries, guest and host go out."""

import re

from analysis import actors, event_words
from analysis.event_places import city_of, is_at_home
from analysis.event_sides import MANY, countries_of, is_of_today, named, two

_PRONOUN = re.compile(r"(?<!\w)(?:ông|bà|đoàn|vị khách)\s*(?:\w+\s){0,3}$")
_PRONOUN_OF_ONE = re.compile(r"(?<!\w)(?:ông|bà)\s*(?:\w+\s){0,3}$")


def encounter(scene, trigger, story):
    """(countries, guest, host) of talks or a meeting, or None."""
    if _is_own_mission(scene, trigger) or _is_glad(scene, trigger):
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
    countries = two(scene, trigger, found - MANY) if len(found) > 1 else ()
    if not countries:
        return None
    return countries, *_guest_and_host(scene, trigger, countries, left, right, story)


_MISSION = (
    r"(?:đại sứ(?: quán| đặc mệnh toàn quyền)?|(?:tổng )?lãnh sự(?: quán)?|cơ quan đại diện(?: \w+){0,2}) việt nam\b"
)
_WITH_MISSION = re.compile(rf"\s(?:với |tại |các |cán bộ |lãnh đạo )*{_MISSION}")
_OF_MISSION = re.compile(rf"\b{_MISSION}")
_A_GROUP = re.compile(r"\s(?:thân mật )?(?:(?:và )?làm việc (?:cùng|với) )?(?:đoàn|phái đoàn)(?=,|\.|$)")


def _is_own_mission(scene, trigger):
    """True where Viet Nam's mission abroad meets a delegation of Viet Nam: nobody of another country is named."""
    if "việt nam" not in scene.text.lower() or any(
        a.country != "VN" and a.kind in ("person", "title") for a in scene.actors
    ):
        return False
    after = event_words.after(scene, trigger, 60)
    received = _A_GROUP.match(after) and _OF_MISSION.search(scene.text[: trigger.start].lower())
    return bool(received or _WITH_MISSION.match(after))


_GLAD = re.compile(r"\b(?:vui mừng|hân hạnh|vinh dự|phấn khởi)\s(?:\w+\s){0,3}(?:đón\s)?$")


def _is_glad(scene, trigger):
    """True for "vui mừng được đón tiếp đoàn, ông A nói ...": of the meeting told before."""
    group = _A_GROUP.match(event_words.after(scene, trigger, 60))
    return bool(group and _GLAD.search(event_words.before(scene, trigger, 50)))


def _is_of_others(scene, trigger, left, right):
    """True for "Tổng thống Nga tới Hà Nội sau cuộc gặp với Chủ tịch Triều Tiên": two others met elsewhere."""
    if not event_words.before(scene, trigger, 12).endswith((" sau ", " trước ")):
        return False
    doer = next((a.country for a in left if a.kind in ("person", "title")), "VN")
    other = right[0].country if right else doer
    return "VN" not in (doer, other) and doer != other


def _as_of_today(scene, found, story):
    """Some countries with Russia for the Soviet Union, where Russia acts and no year before 1992 is told."""
    today = "SU" in found and "RU" in found | story.sides and is_of_today(scene)
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
    welcomed = _WELCOMED.search(event_words.before(scene, trigger, 60))
    if (welcomed or re.match(r"(?:đón )?tiếp(?! xúc)|tiếp kiến|buổi tiếp", trigger.word)) and people_left:
        return other[people_left[-1]], people_left[-1]
    first = right[0].country if right and right[0].kind in ("person", "title") else None
    direct = trigger.word in ("tiếp", "đón tiếp") or trigger.word == "buổi tiếp" and right[0].start < trigger.end + 12
    if first in other and not left and direct:
        received = _THE_GROUP.match(event_words.after(scene, trigger, 60))  # "Tiếp đoàn có Phó Đại sứ Nga"
        return (other[first], first) if received else (first, other[first])
    if re.search("chào|yết kiến", trigger.word) and (people_left or first in other):
        came = [a.country for a in own if a.kind != "city" or first not in other]
        told = came and (came[-1] != first or not story.visit)  # "lãnh đạo tàu đến chào ...": of the visitors
        guest = came[-1] if told else other[first]
        return guest, other[guest]
    if is_at_home(scene):
        return other["VN"], "VN"
    city = city_of(scene, trigger)
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
    group = _GROUP.search(event_words.before(scene, trigger))
    if people_left and group and trigger.type == "meeting":
        return people_left[0], other[people_left[0]]
    return None, None


_WELCOMED = re.compile(
    r"\b(?:lễ đón|đón|tiếp)(?:\s(?:chính thức|trọng thể|cấp nhà nước)){0,2}(?:\s(?:và|rồi|,)|,)\s(?:\w+\s){0,2}$"
)
_GROUP = re.compile(r"(?:phái đoàn|đoàn)\s(?:[^,;]{0,110}|[^;]*\s(?:dẫn đầu|làm trưởng đoàn)\b[^,;]*)$")


def _is_over(scene):
    """True where a day gone by is told: no visit that lies ahead is around it."""
    return any(when.end and scene.ref and when.end < scene.ref.isoformat() for when in scene.whens)


_THE_GROUP = re.compile(r"(?:\s\w+){0,4}?\s(?:đoàn|phái đoàn)(?:\s(?:có|tại|ở|về phía|là)\b|\s?[,.])")
