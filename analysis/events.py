"""Articles come in; the events between countries they tell of go out: visits, talks, signings, anniversaries ...

Each Event carries its type, status, dates, countries, who went to whom, the place, the persons and its sentence. The
words that make an event are in rules/events.toml. An event needs Viet Nam and a partner; what cannot be told is None.
"""

import re
from dataclasses import asdict, dataclass, replace

import pandas as pd

from analysis import actors, event_dates, people, periods, rules, store
from analysis.letters import nfc
from analysis.lookup import made
from analysis.names import Line
from analysis.phrases import Lexicon

TYPES = ("visit", "talks", "meeting", "call", "signing", "agreement_in_force", "joint_statement", "session",
         "anniversary", "cultural_event")  # fmt: skip
DATED = frozenset(TYPES)
_COUNTED = ("visit", "talks", "meeting", "call", "session")
DIRECTED = ("visit", "talks", "meeting")
COLUMNS = ["file", "story", "published", "type", "status", "date_start", "date_end", "countries", "guest", "host",
           "place", "who", "sentence", "evidence"]  # fmt: skip


@dataclass(frozen=True)
class Event:
    """An event as one sentence tells it. Dates are inclusive ISO dates, None where the text does not say.

    `countries` are sorted codes, `guest` and `host` codes or None, `who` the names as printed, `place` a city or
    venue. `evidence` is the word that says so; `start` its offset in the text.
    """

    type: str
    status: str
    date_start: str | None
    date_end: str | None
    countries: tuple
    guest: str | None
    host: str | None
    place: str | None
    who: tuple
    sentence: str
    evidence: str
    start: int = 0


@dataclass(frozen=True)
class Trigger:
    """A word that names an event: its type, offsets in the line, and the word itself in small letters."""

    type: str
    start: int
    end: int
    word: str


@dataclass
class Scene:
    """A sentence with all that is needed to read its events."""

    line: Line
    actors: list
    ref: object
    ahead: bool
    whens: list

    @property
    def text(self):
        return self.line.text


# ----------------------------------------------------------------------------------------------------- the rule lists
def _lexicons(listed):
    return {
        "triggers": {kind: Lexicon({kind: words}) for kind, words in listed["triggers"].items()},
        "blocked": {kind: Lexicon({kind: words}) if words else None for kind, words in listed["blocked"].items()},
        "wishes": _any_of(listed["not_events"]["wishes"]),
        "status": {status: _any_of(words) for status, words in listed["status"].items()},
        "home": _any_of(listed["not_events"]["home"]),
        "same_day": _any_of(listed["follows"]["same_day"]),
    }


def _any_of(words):
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")


def _rules():
    return made(lambda: rules.load("events"), _lexicons)


# ----------------------------------------------------------------------------------------------------------- triggers
def _triggers(line):
    """The words of a line that name events, left to right; a longer word of a type hides a shorter one."""
    found = []
    for kind, lexicon in _rules()["triggers"].items():
        barred = _spans(line, _rules()["blocked"].get(kind))
        for hit in lexicon.find(line.low):
            start, end = line.low[hit.first].start, line.low[hit.last - 1].end
            if not any(a < end and start < b for a, b in barred):
                found.append(Trigger(kind, start, end, " ".join(word.text for word in line.low[hit.first : hit.last])))
    return sorted(found, key=lambda trigger: (trigger.start, -trigger.end))


def _spans(line, lexicon):
    if lexicon is None:
        return []
    return [(line.low[hit.first].start, line.low[hit.last - 1].end) for hit in lexicon.find(line.low)]


# ------------------------------------------------------------------------------------------------- words around a word
def _clause(scene, trigger):
    """(start, end) of the clause a trigger stands in: from the last ; or "rồi", "sau đó" to the next."""
    cuts = [match.start() for match in re.finditer(r"[;:]\s|\.\s", scene.text)]
    return max([c for c in cuts if c < trigger.start], default=0), min(
        [c for c in cuts if c >= trigger.end], default=len(scene.text)
    )


def _before(scene, trigger, reach=200):
    start, _ = _clause(scene, trigger)
    return scene.text[max(start, trigger.start - reach) : trigger.start].lower()


def _after(scene, trigger, reach=200):
    return scene.text[trigger.end : min(_clause(scene, trigger)[1], trigger.end + reach)].lower()


def _is_general(scene, trigger):
    """True for what is no single event: a wish, "các cuộc gặp", and "tại buổi tiếp", which points back to one."""
    if trigger.type == "anniversary":
        return False
    before, dated = _before(scene, trigger, 40), any(when.start for when in scene.whens)
    several = trigger.type in _COUNTED and re.search(r"(?:các|những|nhiều|một số|mọi)\s(?:\w+\s){0,2}$", before)
    points = re.search(r"(?:^|[,.]\s)(?:tại|trong|kết thúc|sau|trước)\s$", before)
    back = trigger.type in ("talks", "meeting", "session") and points and not _right_behind(scene, trigger, [])
    passing = trigger.type == "signing" and re.search(r"(?:khi|ngày|việc|trước|sau|từ|kể từ|thềm)\s$", before)
    return _is_wish(scene, trigger) or bool(back or passing) or not dated and bool(several)


def _is_wish(scene, trigger):
    """True where the words just before say that somebody wants, asks or denies it, so that it is no event."""
    before = re.split(r",\s|\s-\s|\svà\s(?=đã|sẽ)", _before(scene, trigger, 60))[-1]
    match = _rules()["wishes"].search(before)
    return bool(match) and not re.search(r"theo lời mời|đã\s*$|sẽ\s*$", before)


# ------------------------------------------------------------------------------------------------------------ status
def _status(scene, trigger, when):
    """done, ongoing, planned, postponed or cancelled: by the words of the clause, then by the date."""
    start, end = _clause(scene, trigger)
    clause = scene.text[start:end].lower()
    cues = _rules()["status"]
    for status in ("cancelled", "postponed"):
        match = cues[status].search(clause)
        past = status == "postponed" and when and when.end and scene.ref and when.end < scene.ref.isoformat()
        if match and abs(match.start() + start - trigger.start) < 90 and not past:
            return status
    at = trigger.start - start
    reach = len(clause) if trigger.type == "cultural_event" else 60
    before, after = clause[max(0, at - reach) : at], clause[at : at + len(trigger.word) + reach]
    said = _last_cue(before) or _vague_tense(scene, when) or _first_cue(after)
    return _by_date(when, scene.ref, said, before + after, trigger.type)


_TENSES = ("planned", "ongoing", "done")


def _vague_tense(scene, when):
    """ "tuần trước", "mới đây" are past, "tuần tới" is ahead, though they name no day."""
    phrase = scene.text[when.first : when.last].lower() if when and when.kind == "vague" else ""
    if re.search(r"trước|qua|mới đây|gần đây|rồi", phrase):
        return "done"
    return "planned" if re.search(r"tới|sau", phrase) else None


def _last_cue(text):
    """The tense told last in the words before an event, or None: "đang thăm" is going on whatever follows."""
    found = [(match.start(), tense) for tense in _TENSES for match in _rules()["status"][tense].finditer(text)]
    return max(found)[1] if found else None


def _first_cue(text):
    found = [(match.start(), tense) for tense in _TENSES for match in _rules()["status"][tense].finditer(text)]
    return min(found)[1] if found else None


def _by_date(when, ref, said, near, kind):
    today = ref and ref.isoformat()
    if not today or when is None or not (when.start or when.end):
        return said or "done"
    if when.kind in ("month", "quarter", "year") and (when.start <= today <= when.end):
        return said or ("ongoing" if kind == "anniversary" else "done")
    if when.start is None:
        return "ongoing" if when.end >= today else "done"
    if when.start and when.start > today:
        return "planned"
    if when.end is None:
        return "done" if said == "done" else "ongoing" if when.start <= today else "planned"
    if when.end < today:
        return "done"
    if when.start != when.end:
        return "ongoing"
    return "planned" if said == "planned" else "ongoing" if said == "ongoing" and "đã" not in near else "done"


# -------------------------------------------------------------------------------------------------------------- dates
def _when(scene, trigger, others):
    """The When that belongs to a trigger, or None. A visit told in passing keeps only what stands right behind it."""
    if trigger.word.startswith(("chuyến", "thăm", "kỷ niệm", "nhân")) and _in_passing(scene, trigger):
        return _right_behind(scene, trigger, others)
    candidates = [when for when in scene.whens if not _claimed(scene, when, trigger, others)]
    if scene.ref and _rules()["status"]["planned"].search(_before(scene, trigger, 30)):
        candidates = [w for w in candidates if not w.end or w.end >= scene.ref.isoformat()]
    moved = _moved_to(scene, candidates)
    return moved or _nearest(scene, trigger, candidates, others)


_PASSING = re.compile(
    r"(?:trong|nhân|khuôn khổ|của|kết quả[\w\s]*|sau|trước|kể từ|bên lề|như|dịp|ý nghĩa[\w\s]*|từ|cũng như) (?:các )?$"
)


def _in_passing(scene, trigger):
    """True for "trong (khuôn khổ) chuyến thăm", "nhân chuyến thăm", "kết quả chuyến thăm"."""
    before = _before(scene, trigger, 40)
    return bool(_PASSING.search(before))


def _right_behind(scene, trigger, others):
    """The first When after a trigger with no comma and no other trigger in between; brackets may hold it."""
    for when in scene.whens:
        between = scene.text[trigger.end : when.first]
        near = when.first >= trigger.end and not re.search(r"[,;]", between) and len(between) < 110
        if near and not any(t.type in DATED - {trigger.type} and trigger.end <= t.start < when.first for t in others):
            return when
    return None


def _claimed(scene, when, trigger, others):
    """True where a date stands right behind another word for a visit: "chuyến thăm ... tháng 6/2024, X nói ..."."""
    visits = [t for t in others if t is not trigger and t.type == "visit" and t.word.startswith("chuyến")]
    visits = [t for t in visits if trigger.type == "visit" or _in_passing(scene, t)]
    return any(_right_behind(scene, t, others) == when for t in visits if not t.end > trigger.start > t.start)


def _moved_to(scene, candidates):
    """ "lùi từ ngày 14/10 sang ngày 18/11": the new date."""
    if not _rules()["status"]["postponed"].search(scene.text.lower()):
        return None
    for when in reversed(candidates):
        before = scene.text[: when.first].lower()
        if when.start and re.search(r"(?:sang|đến|tới|qua|vào)\s*(?:ngày|tháng|năm)?\s*$", before):
            return when
    return None


def _nearest(scene, trigger, candidates, others):
    """After the trigger before the next one, else the last one before it, else any of the sentence."""
    following = [t.start for t in others if t.start > trigger.end and t.type != trigger.type and _limits(scene, t)]
    limit = min(following, default=len(scene.text))
    real = [when for when in candidates if when.kind != "founded"] or candidates
    after = [when for when in real if trigger.end <= when.first < limit and _direct(scene, trigger, when)]
    before = [when for when in real if when.last <= trigger.start]
    dated = [when for when in [*sorted(after, key=_coarse), *reversed(before)] if when.kind != "vague"]
    if dated and dated[0].kind == "year" and trigger.type != "visit":
        dated = [w for w in dated if w.start and w.kind == "day" and dated[0].start <= w.start <= dated[0].end] or dated
    return (dated or after or before or _shared_day(scene, trigger, real, others) or [None])[0]


def _limits(scene, trigger):
    """True for a word that begins an event of its own; not "dự lễ kỷ niệm", not the goal of a way."""
    joined = trigger.type in ("anniversary", "cultural_event") and re.search(r"dự\s+$", _before(scene, trigger, 12))
    return trigger.type != "arrival" and not joined


def _coarse(when):
    """Days before months before years."""
    return {"month": 1, "quarter": 2, "year": 3}.get(when.kind, 0)


_OCCASION = ("talks", "meeting", "signing", "joint_statement", "session")


def _shared_day(scene, trigger, real, others):
    """ "X tiếp Y, hai bên tiến hành đối thoại vào chiều 18/3": one occasion, one day, in one tense."""
    later = [t for t in others if t.start > trigger.end]
    if len(real) != 1 or trigger.type not in _OCCASION or any(t.type not in _OCCASION for t in later):
        return []
    planned = _rules()["status"]["planned"]
    between = scene.text[trigger.end : real[0].first].lower()
    return real if not planned.search(between) and ";" not in between else []

def _direct(scene, trigger, when):
    """True where a date behind a trigger speaks of it and not of a paper or a year named later on."""
    between = scene.text[trigger.end : when.first].lower()
    return not _OTHER.search(between) and len(between) < 160


_OTHER = re.compile(r"\b(?:giai đoạn|đến năm|về|từ năm|tầm nhìn|kế hoạch|chương trình|mục tiêu|tỷ|triệu|phấn đấu)\b")


# --------------------------------------------------------------------------------------------------- countries, sides
def _countries(scene, trigger, story):
    """The countries of an undirected event: those named by name, by persons, then by cities; both if "hai nước"."""
    start, end = _clause(scene, trigger)
    near = [actor for actor in scene.actors if start <= actor.start < end] or scene.actors
    strong = {actor.country for actor in near if actor.kind in ("country", "bloc", "person", "title")}
    weak = {actor.country for actor in near}
    found = strong if len(strong) > 1 and "VN" in strong else strong | weak
    if actors.both(scene.line) is not None and not found - {"VN", "SU"}:
        found = found - {"SU"} | set(story.pair)
    own = actors.both(scene.line) is not None or story.speaks_of_vn or _with_one(scene, near)
    if "VN" not in found and len(found) == 1 and own:
        found |= {"VN"}
    return _two(scene, trigger, found)


def _with_one(scene, near):
    """ "hiệp định với Kazakhstan", told by a paper of Viet Nam: the other side need not be named."""
    return any(a.kind in ("country", "bloc") and scene.text[: a.start].lower().endswith("với ") for a in near)


def _two(scene, trigger, found):
    """Viet Nam and its partners; of several partners the paired or nearest one, as most events are between two."""
    partners = found - {"VN", "WORLD"}
    if "VN" not in found or not partners:
        return ()
    if len(partners) > 1:
        partners = {_closest(scene, trigger, partners)}
    return tuple(sorted({"VN"} | partners))


def _closest(scene, trigger, partners):
    ranked = [
        (actor.kind in ("city", "cue"), abs(actor.start - trigger.start), actor.country)
        for actor in scene.actors
        if actor.country in partners
    ]
    return min(ranked)[2]


# -------------------------------------------------------------------------------------------------------------- visits
def _visit(scene, trigger, story):
    """(guest, host) of a visit, or None where it is none: a stop inside a visit, a wish, a home affair."""
    target = _target(scene, trigger) or _arrived(scene, trigger)
    host = target.country if target else None
    guest = _guest(scene, trigger, target)
    if host is None and story.visit and not _named_guest(scene, trigger, trigger.end):
        return story.visit if trigger.word.startswith("chuyến") else None
    if host and not guest:
        guest = "VN" if host != "VN" else story.partner
    if guest and not host and _named_guest(scene, trigger, trigger.end):
        host = story.host_of(guest)
    if not host or not guest or host == guest or "VN" not in (host, guest):
        return None
    return guest, host


_LINK = re.compile(
    r"(?:\s*(?:chính thức|cấp nhà nước|cấp cao|làm việc|hữu nghị|và làm việc|nước|tới|đến|tại|sang|thành phố|thủ đô|"
    r"tỉnh|"
    r"nước cộng hòa|đất nước|vùng|cộng hòa|thiện chí|lần đầu|lịch sử|,))*\s*"
)


def _target(scene, trigger):
    """The place that is visited: named right after the trigger and its adverbs."""
    for actor in scene.actors:
        if actor.start >= trigger.end and actor.kind in ("country", "city", "bloc"):
            between = scene.text[trigger.end : actor.start].lower()
            if _LINK.fullmatch(between):
                return actor
            return None
    return None


def _arrived(scene, trigger):
    """Where the same sentence says the guest arrived: "cập cảng Đà Nẵng ..., bắt đầu chuyến thăm"."""
    if not trigger.word.startswith("chuyến"):
        return None
    arrivals = [t for t in _triggers(scene.line) if t.type == "arrival" and t.word != "rời" and t.end <= trigger.start]
    return next((target for t in reversed(arrivals) if (target := _target(scene, t))), None)


def _named_guest(scene, trigger, end):
    """The actor behind "của" after a noun: "chuyến thăm của Thủ tướng Nga"."""
    if not trigger.word.startswith("chuyến"):
        return None
    behind = [a for a in scene.actors if a.start >= end and _OF.search(scene.text[end : a.start].lower())]
    return behind[0] if behind and not re.search(r"[,;]", scene.text[end : behind[0].start]) else None


_OF = re.compile(r"của\s+(?:[^\W\d]+\s+){0,4}$")


def _guest(scene, trigger, target):
    """Who goes: named after "của" for the noun, else the last actor before the trigger, else the first one behind."""
    end = max(target.end if target else 0, trigger.end)
    if of := _named_guest(scene, trigger, end):
        return of.country
    host = target.country if target else None
    behind = [a for a in scene.actors if a.start >= end and a.country != host]
    before = [a for a in scene.actors if a.end <= trigger.start and a.country != host]
    own = [a for a in before if a.kind in ("person", "title")] or before
    if trigger.word.startswith("chuyến") and _in_passing(scene, trigger):
        own = [a for a in own if a.kind == "person"]
    if own:
        return own[-1].country
    return behind[0].country if behind and trigger.word.startswith("chuyến") else None


def _arrival(scene, trigger, story):
    """ "đến Hà Nội", "sang Minsk làm việc": somebody who arrives in a foreign place."""
    target = _target(scene, trigger)
    if not target or trigger.word == "rời" or not _travels(scene, trigger, target):
        return None
    guest = _guest(scene, trigger, target)
    if not guest or guest == target.country or "VN" not in (guest, target.country):
        return None
    return guest, target.country


def _travels(scene, trigger, target):
    """True where a person or a delegation is the one who comes, and comes for a visit or with a date."""
    before = _before(scene, trigger, 120)
    someone = any(a.kind in ("person", "title") and a.end <= trigger.start for a in scene.actors)
    group = re.search(r"\b(?:đoàn|phái đoàn|phái bộ|tàu)\b", before)
    after = scene.text[target.end :].lower()
    purpose = re.match(r".{0,40}\b(?:thăm|làm việc|công tác|tham dự|dự|khảo sát|hội đàm)\b", after)
    goods = re.search(r"\b(?:hàng|xuất khẩu|chuyến bay|du khách|khách du lịch|khách|bay)\b", before)
    return bool((someone or group) and not goods and (purpose or scene.whens))


# ---------------------------------------------------------------------------------------------------- talks, meetings
_MANY = {"ASEAN", "BRICS", "CIS"}  # where many meet, not who meets
_PRONOUN = re.compile(r"(?<!\w)(?:ông|bà|đoàn|vị khách)\s*(?:\w+\s){0,3}$")


def _encounter(scene, trigger, story):
    """(countries, guest, host) of talks or a meeting, or None."""
    left, right = _sides(scene, trigger)
    if not left and story.visit and _PRONOUN.search(_before(scene, trigger, 30)):
        countries = tuple(sorted(story.visit))
        return countries, *_guest_and_host(scene, trigger, countries, left, right, story)
    found = {actor.country for actor in left[-2:] + right[:2] if actor.kind in ("person", "title", "country", "bloc")}
    if len(found - {"VN"}) != 1 or "VN" not in found:
        found = set(_countries(scene, trigger, story)) or found | story.sides
    countries = _two(scene, trigger, found - _MANY) if len(found) > 1 else ()
    if not countries:
        return None
    return countries, *_guest_and_host(scene, trigger, countries, left, right, story)


def _sides(scene, trigger):
    start, end = _clause(scene, trigger)
    left = [actor for actor in scene.actors if start <= actor.start and actor.end <= trigger.start]
    right = [actor for actor in scene.actors if trigger.end <= actor.start < end]
    return left, right


def _guest_and_host(scene, trigger, countries, left, right, story):
    """Who receives is host; who comes to greet is guest; else the city tells, then the visit around it."""
    other = {countries[0]: countries[1], countries[1]: countries[0]}
    people_left = [a.country for a in left if a.kind in ("person", "title", "country") and a.country in other]
    if re.match(r"(?:đón )?tiếp(?! xúc)|tiếp kiến|buổi tiếp", trigger.word) and people_left:
        return other[people_left[-1]], people_left[-1]
    if re.search("chào|yết kiến", trigger.word) and people_left:
        return people_left[-1], other[people_left[-1]]
    city = _city(scene, trigger)
    if city:
        return (other[city.country], city.country) if city.country in other else (None, None)
    if story.visit and set(story.visit) == set(countries):
        return story.visit
    group = re.search(r"(?:phái đoàn|đoàn)\s[^,;]*$", _before(scene, trigger, 120))
    if people_left and group and trigger.type == "meeting":
        return people_left[0], other[people_left[0]]
    return None, None


def _city(scene, trigger):
    """The city an event was in: after "tại", "ở", "thành phố"; a venue counts by its country."""
    spots = [a for a in scene.actors if a.kind == "city"]
    at = [a for a in spots if _AT.search(scene.text[: a.start].lower())]
    return min(at, key=lambda a: abs(a.start - trigger.start), default=None)


_AT = re.compile(r"(?:tại|ở|đến|tới|sang|thăm|cập cảng)\s(?:[^,;]{0,40},\s)?(?:\w+\s){0,3}$")
_VENUE = re.compile(
    r"(?:tại|ở)\s+(?P<venue>(?:Nhà hát|Điện|Cung|Phủ|Trụ sở|Trung tâm|Bảo tàng|Đại học|Thư viện|Công viên|Sân vận động|"
    r"Dinh|Nhà văn hóa|Quảng trường)\s[^,.;:()]*?)(?=[,.;:()]|\s(?:đã|sẽ|do|với|và|vào|ngày|sáng|chiều|tối|hôm|từ|nhân"
    r"|rồi|ở|đến|tới|kể)\b|$)"
)


def _place(scene, trigger, kind):
    """The city, or the venue where no city is named; of a visit only the city that is its goal."""
    if kind == "visit":
        goals = [_target(scene, trigger), _arrived(scene, trigger)]
        return next((scene.text[goal.start : goal.end] for goal in goals if goal and goal.kind == "city"), None)
    city, venue = _city(scene, trigger), _VENUE.search(scene.text)
    if venue and (city is None or venue.start("venue") < city.start < venue.end("venue")):
        return venue["venue"].strip()
    return scene.text[city.start : city.end] if city else None


# --------------------------------------------------------------------------------------------------- what is an event
_BODY = re.compile(
    r"ủy ban|uỷ ban|tiểu ban|nhóm công tác|tổ công tác|hội đồng|liên chính phủ|ban chỉ đạo chung|nhóm làm việc|diễn đàn"
)


def _bodies(scene, trigger):
    """True where a session is of a standing body of two sides; not any meeting, not "sau tám phiên đàm phán"."""
    if re.search(r"(?:sau|qua|nhiều|các|những)\s(?:\w+\s)?$", _before(scene, trigger, 20)):
        return False
    if trigger.word in ("họp", "cuộc họp", "phiên họp", "nhóm họp", "kỳ họp", "kì họp"):
        return bool(_BODY.search(scene.text.lower()) or re.match(r" lần thứ| thứ", _after(scene, trigger, 12)))
    return True


def _is_statement(scene, trigger):
    before = _before(scene, trigger, 50)
    after = _after(scene, trigger, 60)
    made = re.search(r"\b(?:ra|thông qua|công bố|đưa ra|ký|ký kết|nhất trí|phát hành|đã có)\b", before)
    return bool(made or re.match(r"[^,]*\b(?:được|đã) (?:thông qua|công bố|ký|đưa ra|ra)", after))


def _is_anniversary(scene, trigger):
    """ "kỷ niệm 75 năm", "nhân dịp 75 năm thiết lập quan hệ" - not "nhân dịp này"."""
    after = _after(scene, trigger, 70)
    if _rules()["home"].search(after):
        return False
    between = r"\s*(?:dịp|kỷ niệm|lần thứ|tròn|trọng thể|,)?\s*(?:kỷ niệm\s*)?(?:lần thứ\s*)?"
    years = re.match(between + r"(?:\d{1,3}|\w+ mươi|mười)\s+năm", after)
    return bool(years) or trigger.word.startswith("lễ") and "năm" in after


def _is_signing(scene, trigger):
    """Not "các thỏa thuận đã ký": papers of the past spoken of in general need a date."""
    before = _before(scene, trigger, 45)
    general = re.search(r"(?:các|những)\s[\w\s]{0,35}(?:đã|được|đã được)\s*$", before)
    return not general or bool(scene.whens and scene.whens[0].start)


def _meets_someone(scene, trigger):
    """True where a person, an office or a group follows "tiếp", "gặp", "chào"; nouns such as "cuộc gặp" need none."""
    if " " in trigger.word:
        return True
    near = [a for a in scene.actors if 0 <= a.start - trigger.end < 22 and a.kind in ("person", "title")]
    return bool(near or _SOMEONE.match(_after(scene, trigger, 60)))


_SOMEONE = re.compile(
    r"\s*(?:và làm việc với |thân mật |xã giao |riêng )?(?:đoàn|phái đoàn|đại diện|lãnh đạo|các|những|người|nhóm|ông|"
    r"bà|đồng chí|hai|cựu|tân|đại biểu|cộng đồng|bà con|kiều bào|một số|nhiều|nhau)"
)
_TEST = {
    "session": _bodies, "meeting": _meets_someone, "joint_statement": _is_statement, "anniversary": _is_anniversary,
    "signing": _is_signing,
}  # fmt: skip


@dataclass
class Story:
    """What the text has told so far: the sides, the last visit, the last day."""

    pair: tuple
    partner: str | None
    speaks_of_vn: bool
    visit: tuple | None = None
    sides: set = frozenset()
    day: object = None
    person: str | None = None

    def host_of(self, guest):
        """Where a guest of unknown destination goes: to the other side of the story's pair."""
        others = [code for code in self.pair if code != guest]
        return others[0] if guest in self.pair and len(others) == 1 else None


def _read(scene, story):
    """The events of one sentence, in order, one of a type and pair."""
    triggers = [t for t in _triggers(scene.line) if not _is_general(scene, t)]
    found = []
    for trigger in sorted(triggers, key=lambda t: t.type not in ("visit", "arrival")):
        event = _event(scene, trigger, triggers, story)
        if event and not any(_same_in_sentence(event, other) for other in found):
            found.append(event)
            _remember(story, event)
    story.person = next((a.name for a in scene.actors if a.kind == "person"), story.person)
    return sorted(found, key=lambda event: event.start)


def _same_in_sentence(one, other):
    """True for a second word for the same event; two visits of two persons in one sentence are two."""
    if one.type != other.type or one.countries != other.countries:
        return False
    return one.type != "visit" or _share(one, other) and (one.guest == other.guest or not one.who)


def _remember(story, event):
    story.sides = set(event.countries)
    if event.type == "visit":
        story.visit = event.guest, event.host
    if event.date_start and event.date_start == event.date_end:
        story.day = event.date_start


def _event(scene, trigger, triggers, story):
    if trigger.type in _TEST and not _TEST[trigger.type](scene, trigger):
        return None
    kind, told = _told(scene, trigger, triggers, story)
    if not told:
        return None
    countries, guest, host = told
    when = _when(scene, trigger, triggers) or _same_day(scene, story)
    start, end = _dates(kind, when, scene, trigger)
    place = _place(scene, trigger, kind)
    status = _status(scene, trigger, when and replace(when, start=start, end=end))
    if kind == "agreement_in_force" and status == "ongoing":
        status = "done"
    if kind == "anniversary" and when is None and status == "done":
        status = "ongoing"
    named = [actor.name for actor in _who(scene, trigger, kind, guest)]
    who = tuple(dict.fromkeys([*_pronoun(scene, trigger, kind, story), *named]))
    at = scene.line.offset + trigger.start
    word = scene.text[trigger.start : trigger.end]
    return Event(kind, status, start, end, countries, guest, host, place, who, scene.text, word, at)


def _told(scene, trigger, triggers, story):
    """(type, (countries, guest, host)) of a trigger; None instead of the sides where it is no event."""
    if trigger.type in ("visit", "arrival"):
        if trigger.type == "arrival" and any(t.type == "visit" and _visit(scene, t, story) for t in triggers):
            return "visit", None
        sides = (_visit if trigger.type == "visit" else _arrival)(scene, trigger, story)
        return "visit", sides and (tuple(sorted(sides)), *sides)
    if trigger.type in ("talks", "meeting"):
        return trigger.type, _encounter(scene, trigger, story)
    countries = _countries(scene, trigger, story)
    follows = trigger.type in _OCCASION and _rules()["same_day"].match(scene.text.lower())
    if not countries and follows and story.sides:
        countries = tuple(sorted(story.sides))
    return trigger.type, countries and (countries, None, None)


def _same_day(scene, story):
    """ "Ngay sau đó, hai bên ký ...": the day of the sentence before."""
    if story.day and _rules()["same_day"].match(scene.text.lower()):
        return event_dates.When(story.day, story.day, "day", 0, 0)
    return None


def _dates(kind, when, scene, trigger):
    if kind == "agreement_in_force" and when and when.start:
        return when.start, when.end or when.start
    if when and (when.start or when.end) and not (kind == "anniversary" and not _limits(scene, trigger)):
        near = scene.text[max(0, trigger.start - 60) : when.last].lower()
        if kind == "visit" and when.kind == "day" and re.search(r"bắt đầu|mở đầu", scene.text.lower()):
            return when.start, None
        if kind in ("visit", "cultural_event") and when.kind == "day" and re.search(r"kết thúc|khép lại|bế mạc", near):
            return None, when.end
        return when.start, when.end
    attended = kind == "anniversary" and not _limits(scene, trigger)
    if scene.ref and (attended or kind == "anniversary" and when is None):
        return f"{scene.ref.year}-01-01", f"{scene.ref.year}-12-31"
    return None, None


def _who(scene, trigger, kind, guest):
    """The persons of an event: of a visit those who travel, else all of the clause."""
    start, end = _clause(scene, trigger)
    named = [a for a in scene.actors if a.kind == "person" and start <= a.start < end]
    if kind == "visit":
        return _travellers(scene, trigger, [a for a in named if a.country == guest])
    return named if kind in ("talks", "meeting", "call", "signing", "session", "joint_statement") else []


_STANDS = re.compile(r"(?:^|,\s|\.\s)(?:[\w\s/]{0,25}\s)?(?:ông|bà)\s(?:\w+\s){0,3}$")


def _pronoun(scene, trigger, kind, story):
    """The person whom "ông", "bà" before the trigger stand for: the one who opened the last sentence with a name."""
    stands = kind in DIRECTED and _STANDS.search(_before(scene, trigger, 60))
    named = any(a.kind == "person" and a.end <= trigger.start for a in scene.actors)
    return [story.person] if stands and story.person and not named else []


def _travellers(scene, trigger, named):
    """Of a visit's side: those after "của" for the noun, else those just before the verb, else the first behind."""
    before = [a for a in named if a.end <= trigger.start]
    behind = [a for a in named if a.start >= trigger.end]
    of = behind and re.search(r"của\s[^,;]*$", scene.text[trigger.end : behind[0].start].lower() + " ")
    if trigger.word.startswith("chuyến") and of:
        return _joined(scene, behind)
    if before:
        return _joined(scene, before[::-1])
    return _joined(scene, behind) if trigger.word.startswith("chuyến") else []


def _joined(scene, named):
    """The first of some persons and those joined to it by a comma or "và"."""
    kept = named[:1]
    for one in named[1:]:
        between = scene.text[min(one.end, kept[-1].end) : max(one.start, kept[-1].start)]
        if re.fullmatch(r"\s*(?:,|và|cùng|,\s*và)\s*", between):
            kept.append(one)
    return sorted(kept)


# ----------------------------------------------------------------------------------------------------------- the door
def find(text, published=None, title=None, pair=None):
    """The events a text tells of, in order, as Events; the same one told twice is one.

    `published` is the page's date, against which "hôm qua" and "ngày 2/4" are read; `title` is read for the countries
    it names; `pair` (default: that of rules/settings.toml) is who "hai nước" are where the text names nobody.

    >>> event = find("Chiều 2/4, Tổng Bí thư Tô Lâm đã tiếp Đại sứ Nga Gennady Bezdetko.", "2025-04-03")[0]
    >>> event.type, event.status, event.date_start, event.guest, event.host
    ('meeting', 'done', '2025-04-02', 'RU', 'VN')
    """
    text = nfc(text)
    lines, mentions, persons = people.resolved(text, title)
    story = _story(lines, title, pair)
    found = []
    for line in lines:
        own = [(m, p) for m, p in zip(mentions, persons, strict=True) if m.line is line]
        found += _read(_scene(line, own, published), story)
    return _merge(found)


def _scene(line, own, published):
    ahead = bool(_rules()["status"]["planned"].search(line.text.lower()))
    whens = event_dates.find(line.text, published, ahead)
    acting = actors.find(line, [m for m, _ in own], [p for _, p in own])
    return Scene(line, acting, periods.as_date(published), ahead, whens)


def _story(lines, title, pair):
    """Who the text is about: Viet Nam and the country it names most, else the workbook's pair."""
    heard = [Line(nfc(title or "")), *lines]
    codes = [s.country for line in heard for s in line.spots if s.kind in ("country", "bloc") and s.country != "WORLD"]
    partners = [code for code in codes if code != "VN"]
    default = tuple(pair or rules.settings()["PAIR"])
    if not partners:
        return Story(default, None, "VN" in codes)
    partner = max(sorted(set(partners)), key=partners.count)
    return Story(("VN", partner), partner, "VN" in codes)


def _merge(found):
    """The events of one text, each once: later tellings of the same event fill in what the first left open."""
    kept = []
    for event in found:
        same = next((n for n, other in enumerate(kept) if _is_same(event, other)), None)
        if same is None:
            kept.append(event)
        else:
            kept[same] = _filled(kept[same], event)
    return kept


def _is_same(one, other):
    if (one.type, one.countries) != (other.type, other.countries):
        return False
    if one.guest and other.guest and one.guest != other.guest:
        return False
    if one.place and other.place and one.place != other.place and one.type != "visit":
        return False
    if None in (one.date_start or one.date_end, other.date_start or other.date_end):
        return one.type in DIRECTED + ("anniversary",) and _share(one, other)
    if not _share(one, other):
        return False
    return _overlap(one, other) and (one.type != "cultural_event" or one.evidence.lower() == other.evidence.lower())


def _share(one, other):
    return not one.who or not other.who or bool({n.split()[-1] for n in one.who} & {n.split()[-1] for n in other.who})


def _overlap(one, other):
    """True where two tellings can mean the same days; None is open."""
    low, high = max(one.date_start or "", other.date_start or ""), min(one.date_end or "9", other.date_end or "9")
    return low <= high


def _filled(one, other):
    """One event of two tellings: the narrower dates, all names, the firmer status."""
    dates = _narrower(one, other)
    who = one.who + tuple(n for n in other.who if not any(n in m or m in n for m in one.who))
    status = other.status if other.date_start and not one.date_start else one.status
    sides = {"guest": one.guest or other.guest, "host": one.host or other.host, "place": one.place or other.place}
    return replace(one, date_start=dates[0], date_end=dates[1], who=who, status=status, **sides)


def _narrower(one, other):
    spans = [(e.date_start, e.date_end) for e in (one, other) if e.date_start or e.date_end]
    whole = [span for span in spans if all(span)]
    if whole and one.type != "visit":
        return min(whole, key=_days)
    return (whole or spans or [(None, None)])[0]


def _days(span):
    return (pd.Timestamp(span[1]) - pd.Timestamp(span[0])).days


# ------------------------------------------------------------------------------------------------------------ tables
def of_article(article):
    """The events of one article {"text", "published", "title"} as a list of dictionaries (what store.each keeps)."""
    return [asdict(event) for event in find(article["text"], article.get("published"), article.get("title"))]


def table(articles):
    """One row an event and article of utils.load_corpus: file, story, published, then the fields of Event.

    `countries` and `who` are texts joined by ", "; dates are timestamps (NaT where not told); a side or place that is
    not told is "".
    """
    items = [
        {"text": text or "", "published": None if pd.isna(published) else str(published.date()), "title": title or ""}
        for text, published, title in zip(articles["text"], articles["published"], articles["title"], strict=True)
    ]
    known = articles[["file", "story", "published"]].to_dict("records")
    found = store.each("events", of_article, items)
    rows = [{**article, **event} for article, events in zip(known, found, strict=True) for event in events]
    made = pd.DataFrame(rows, columns=COLUMNS)
    for column in ("countries", "who"):
        made[column] = [", ".join(values) for values in made[column]]
    made = made.fillna({"guest": "", "host": "", "place": ""})
    return made.assign(date_start=_stamps(made["date_start"]), date_end=_stamps(made["date_end"]))


def _stamps(dates):
    return pd.to_datetime(pd.Series(dates, dtype=object))


def of_pair(found, pair):
    """The rows of an events table between the two countries of `pair` (and Liên Xô, SU, where Russia is one)."""
    wanted = {", ".join(sorted(pair)), ", ".join(sorted("SU" if code == "RU" else code for code in pair))}
    return found[found["countries"].isin(wanted)].reset_index(drop=True)


def merged(found):
    """The same event across articles on one row, in order of date: the fields of table() and more.

    Besides: articles (stories that tell it), files (joined), dates_told (how the articles date it) and conflict (True
    where they name different days). Two rows are one event if type, countries and guest agree and either their days
    overlap or lie at most two days apart, and the same persons are named; undated ones stay apart.
    """
    groups = []
    for row in found.sort_values(["date_start", "published"], na_position="last", kind="stable").to_dict("records"):
        group = next((g for g in groups if any(_tells_same(row, other) for other in g)), None)
        groups.append([row]) if group is None else group.append(row)
    columns = [*COLUMNS, "articles", "files", "dates_told", "conflict"]
    return pd.DataFrame([_one_row(group) for group in groups], columns=columns).astype({"conflict": bool})


def _tells_same(one, other):
    if any(one[key] != other[key] for key in ("type", "countries")) or pd.isna(one["date_start"]):
        return False
    if one["guest"] and other["guest"] and one["guest"] != other["guest"] or pd.isna(other["date_start"]):
        return False
    ends = [row["date_end"] if pd.notna(row["date_end"]) else row["date_start"] for row in (one, other)]
    slack = pd.Timedelta(days=2 if _names(one) & _names(other) else 0)
    near = one["date_start"] <= ends[1] + slack and other["date_start"] <= ends[0] + slack
    return near and (not _names(one) or not _names(other) or bool(_names(one) & _names(other)))


def _names(row):
    return {name.split()[-1].lower() for name in row["who"].split(", ") if name}


def _one_row(group):
    """The group's row with the narrowest dates, its names and files joined, its dates compared."""
    best = min(group, key=lambda row: (pd.isna(row["date_end"]), _span(row), str(row["published"])))
    told = sorted({_written(row) for row in group})
    days = {(row["date_start"], row["date_end"]) for row in group if row["date_start"] == row["date_end"]}
    who = list(dict.fromkeys(name for row in group for name in row["who"].split(", ") if name))
    joined = {"who": ", ".join(who), "files": ", ".join(dict.fromkeys(row["file"] for row in group))}
    stories = len({row["story"] for row in group})
    return {**best, **joined, "articles": stories, "dates_told": "; ".join(told), "conflict": len(days) > 1}


def _span(row):
    return (row["date_end"] - row["date_start"]).days if pd.notna(row["date_end"]) else 10**6


def _written(row):
    """The dates of a row as one text: "2025-05-08", "2025-05-08..2025-05-11", "2025-05-08.." or ""."""
    start, end = (str(row[key].date()) if pd.notna(row[key]) else "" for key in ("date_start", "date_end"))
    return start if start == end else f"{start}..{end}"
