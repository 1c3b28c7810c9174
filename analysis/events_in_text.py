"""Articles come in; the events between countries they tell of go out: visits, talks, signings, anniversaries ...

Each Event carries its type, status, dates, countries, who went to whom, the place, the persons and its sentence. The
words that make an event are in rules/events.toml. An event needs Viet Nam and a partner; what cannot be told is None.
"""

import re
from dataclasses import dataclass, replace

from analysis import (
    actors,
    event_doubts,
    event_merging,
    event_people,
    event_places,
    event_sides,
    event_status,
    event_talks,
    event_tests,
    event_threads,
    event_times,
    event_visits,
    event_words,
    people_in_text,
    periods,
    rules,
    store,
)
from analysis.letters import nfc
from analysis.names import Line


@dataclass(frozen=True)
class Event:
    """An event as one sentence tells it. Dates are inclusive ISO dates, None where the text does not say.

    `countries` are sorted codes, `guest` and `host` codes or None, `who` the names as printed, `place` a city or
    venue. `evidence` is the word that says so; `start` its offset in the text, `at` its offset in the sentence.
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
    at: int = 0


@dataclass
class Story:
    """What the text has told so far: the sides, the last visit, day, person (an Actor) and sentence (a Scene)."""

    pair: tuple
    partner: str | None
    speaks_of_vn: bool
    visit: tuple | None = None
    visit_ahead: bool = False
    sides: set = frozenset()
    day: object = None
    person: object = None
    last: object = None
    shown: frozenset = frozenset()

    def host_of(self, guest):
        """Where a guest of unknown destination goes: to the other side of the story's pair."""
        others = [code for code in self.pair if code != guest]
        return others[0] if guest in self.pair and len(others) == 1 else None


def _read(scene, story):
    """The events of one sentence, in order, one of a type and pair."""
    triggers = [t for t in scene.triggers if _is_event(scene, t)]
    triggers = [t for t in triggers if not event_threads.is_described(scene, t, story.shown)]
    found = []
    for trigger in sorted(triggers, key=lambda t: t.type not in ("visit", "arrival")):
        event = _event(scene, trigger, triggers, story)
        same = event and [n for n, other in enumerate(found) if _same_in_sentence(event, other, scene)]
        open_yet = same and event_merging.is_open(found[same[0]], event) and event.guest == found[same[0]].guest
        if open_yet and not _stops_within(scene, trigger, event):
            found[same[0]] = event_merging.filled(found[same[0]], event)
        elif event and not same:
            found.append(event)
            _remember(story, event, scene)
    others = [event for event in found if event.type != "anniversary"]
    found = [e for e in found if not others or not event_times.is_occasion(scene, e)]
    _remember_welcome(scene, story)
    story.person = scene.person or story.person
    story.last = scene
    return sorted(found, key=lambda event: event.start)


def _stops_within(scene, trigger, event):
    """True for the second visit of "trong khuôn khổ chuyến thăm Việt Nam, sáng 21/10 đoàn thăm Hạ Long": a stop."""
    return event.type == "visit" and bool(_WITHIN.search(event_words.before(scene, trigger)))


_WITHIN = re.compile(r"\b(?:khuôn khổ|tiếp tục) chuyến\b")


_WELCOMES = re.compile(r"\b(?:[Ll]ễ đón|đón (?:người đồng cấp|ông|bà|ngài))\b")


def _remember_welcome(scene, story):
    """Keeps day and guest of "sáng 16/3, A chủ trì lễ đón B", on which "sau lễ đón" goes on some sentences later."""
    if not (welcome := _WELCOMES.search(scene.text)):
        return
    days = [when for when in scene.whens if when.kind == "day"]
    story.day = days[0].start if len(days) == 1 else story.day
    hosts = {a.country for a in scene.actors if a.end <= welcome.start()}
    guest = next((a.country for a in scene.actors if a.start >= welcome.end()), "VN")
    if guest == "VN" and len(hosts) == 1 or "VN" in hosts:
        host = "VN" if "VN" in hosts else hosts.pop()
        story.visit, story.visit_ahead = (guest, host) if guest != host else story.visit, False


def _is_event(scene, trigger):
    test = event_tests.TEST.get(trigger.type)
    return not event_doubts.is_general(scene, trigger) and (test is None or test(scene, trigger))


def _same_in_sentence(one, other, scene):
    """True for a second word for the same event; two visits of two persons in one sentence are two."""
    at = scene.line.offset
    if event_merging.is_background(one, other, scene.ref):
        return False
    if one.type != other.type or one.countries != other.countries:
        return False
    if one.type == "cultural_event" and None not in (names := (event_merging.title(one), event_merging.title(other))):
        return names[0] in names[1] or names[1] in names[0]
    low, high = sorted((one.start, other.start))
    if ";" in one.sentence and None not in (one.date_start, other.date_start) and one.date_start != other.date_start:
        return ";" not in one.sentence[low - at : high - at]
    if ")" in one.sentence[low - at : high - at] and _are_apart(one, other):
        return False
    if one.type == "visit" and one.status != other.status and {one.guest, one.host} == {other.guest, other.host}:
        return one.guest == other.guest  # "A thăm Nga năm 2017 và cuối năm nay, B sẽ sang thăm Việt Nam"
    own = one.who or one.date_start and one.evidence.lower().startswith("chuyến")
    return one.type != "visit" or event_merging.share(one, other) and (one.guest == other.guest or not own)


def _are_apart(one, other):
    """True for two of a list, each with its month: "Tuần phim Nga (tháng 7/2015), Tuần phim Nga (tháng 8/2016)"."""
    dated = all(event.date_start and event.date_end for event in (one, other))
    return dated and (one.date_end < other.date_start or other.date_end < one.date_start)


def _remember(story, event, scene):
    story.sides = set(event.countries)
    if event.type == "cultural_event":
        story.shown |= {event_threads.sort(event.evidence)}
    earlier = event_merging.is_earlier(event, scene.ref) or _ONCE.search(event.sentence[: event.at].lower())
    if event.type == "visit" and not (story.visit and earlier):
        story.visit, story.visit_ahead = (event.guest, event.host), event.status == "planned"
    goes_on = any(when.kind == "since" and when.start == event.date_start for when in scene.whens)
    if event.date_start and event.date_end in (event.date_start, None) and not goes_on:
        story.day = event.date_start


# "sau khi X thăm Lào": a visit of before
_ONCE = re.compile(r"\b(?:sau|trước|kể từ)\s(?:khi\s|chuyến\s)?(?:[\w\s-]{0,60}\s)?$")


def _event(scene, trigger, triggers, story):
    kind, told = _told(scene, trigger, triggers, story)
    if not told:
        return None
    countries, guest, host = told
    when = event_times.when(scene, trigger, triggers) or event_threads.same_day(scene, trigger)
    when = event_times.spanned(scene, trigger, when, triggers)
    start, end = _dates(kind, when, scene, trigger)
    place = event_places.place(scene, trigger, kind)
    status = event_status.status(scene, trigger, when and replace(when, start=start, end=end))
    if kind == "agreement_in_force" and status == "ongoing":
        status = "done"
    if kind == "anniversary" and when is None and status == "done":
        status = "ongoing"
    who = event_people.names(scene, trigger, kind, guest, story.person)
    at = scene.line.offset + trigger.start
    word = scene.text[trigger.start : trigger.end]
    return Event(kind, status, start, end, countries, guest, host, place, who, scene.text, word, at, trigger.start)


def _told(scene, trigger, triggers, story):
    """(type, (countries, guest, host)) of a trigger; None instead of the sides where it is no event."""
    if trigger.type in ("visit", "arrival"):
        clause = event_words.clause(scene, trigger)
        visits = [t for t in triggers if t.type == "visit" and trigger.type == "arrival"]
        visits = [t for t in visits if event_words.clause(scene, t) == clause or t.word.startswith("chuyến")]
        sides = (event_visits.visit if trigger.type == "visit" else event_visits.arrival)(scene, trigger, story)
        around = [other for t in visits if (other := event_visits.visit(scene, t, story))]
        if any(not sides or other != sides[::-1] for other in around):
            return "visit", None
        return "visit", sides and (tuple(sorted(sides)), *sides)
    if trigger.type in ("talks", "meeting"):
        return trigger.type, event_talks.encounter(scene, trigger, story)
    countries = event_sides.countries_of(scene, trigger, story)
    goes_on = not countries and event_threads.follows(scene, trigger, story.sides) or event_threads.is_next(trigger)
    if story.sides and goes_on:
        countries = tuple(sorted(story.sides))
    return trigger.type, countries and (countries, None, None)


def _dates(kind, when, scene, trigger):
    if kind == "agreement_in_force" and when and when.start:
        return when.start, when.end or when.start
    if when and (when.start or when.end) and not (kind == "anniversary" and not event_times.limits(scene, trigger)):
        near = scene.text[max(0, trigger.start - 60) : max(when.last, trigger.end)].lower()
        if kind == "visit" and when.kind == "day" and _OVER.search(event_words.before(scene, trigger, 40)):
            return None, when.end
        if kind == "visit" and when.kind == "day" and _opens(scene, trigger):
            return when.start, None
        if kind in event_words.LASTING and when.kind == "day" and _ENDS.search(near):
            return None, when.end
        if kind == "cultural_event" and when.kind == "day" and _GOES_ON.search(scene.text.lower()):
            return when.start, None
        return when.start, when.end
    attended = kind == "anniversary" and not event_times.limits(scene, trigger)
    if attended and when and when.kind == "day":
        return when.start, when.end
    if scene.ref and (attended or kind == "anniversary" and when is None):
        return f"{scene.ref.year}-01-01", f"{scene.ref.year}-12-31"
    return None, None


_OVER = re.compile(r"(?<!sau khi )(?:kết thúc|khép lại|hoàn thành)\s(?:tốt đẹp\s|thành công\s)?$")
_ENDS = re.compile(r"kết thúc|khép lại|bế mạc|hoàn thành")
# "khai mạc hôm thứ Bảy, sẽ mở cửa thêm ba ngày", "kéo dài đến cuối tháng": it goes on, no day of the end is told.
_GOES_ON = re.compile(
    r"(?:mở cửa|kéo dài|trưng bày|phục vụ|đón khách)\b[\w\s]{0,30}"
    r"\b(?:thêm|(?:hết|đến) (?:cuối|giữa|đầu|tuần)|\w+ tháng|nhiều)\b"
)


def _opens(scene, trigger):
    """True where a day is only the first of a visit: "bắt đầu chuyến thăm", "lên đường sang Bishkek"."""
    leaves = event_words.before(scene, trigger, 140) + trigger.word
    return bool(_STARTS.search(scene.text.lower()) or "lên đường" in leaves)


_STARTS = re.compile(  # "đến sân bay Nội Bài", "đến Moskva, thăm chính thức Nga": the day of an arrival, not of a visit
    r"bắt đầu|mở đầu|chuyên cơ|\b(?:đến|tới|xuống) sân bay\b|\b(?:đến|tới) (?!thăm)[^,]{3,40}, (?:thăm|chuyến)\b|"
    r"\b(?:đến|tới) (?!thăm)[^,;]{3,40} (?:ngày|hôm|sáng|trưa|chiều|tối) [^,;]{1,15} trong (?:khuôn khổ )?chuyến\b"
)


def find(text, published=None, title=None, pair=None, persons=None):
    """The events a text tells of, in order, as Events; the same one told twice is one.

    `published` is the page's date, against which "hôm qua" and "ngày 2/4" are read; `title` is read for the countries
    it names; `pair` (default: that of rules/settings.toml) is who "hai nước" are where the text names nobody;
    `persons` is what people_in_text.of_article() gives for the text, if it was asked before.

    >>> event = find("Chiều 2/4, Tổng Bí thư Tô Lâm đã tiếp Đại sứ Nga Gennady Bezdetko.", "2025-04-03")[0]
    >>> event.type, event.status, event.date_start, event.guest, event.host
    ('meeting', 'done', '2025-04-02', 'RU', 'VN')
    """
    text = nfc(text)
    known = people_in_text.resolved(text, title) if persons is None else people_in_text.recalled(text, persons)
    story = _story(people_in_text.by_line(*known), title, pair)
    ref = periods.as_date(published)
    found = []
    for line, own in people_in_text.by_line(*known):
        scene = event_words.Scene(line, own, ref, story.last, story.day)
        found[-1:] = [event_threads.continued(event, scene) for event in found[-1:]]
        found += _read(scene, story)
    return event_merging.merge(found, ref)


def _story(told, title, pair):
    """Who the text is about: Viet Nam and the country it names most, else the workbook's pair."""
    heard = [s for line, own in [(Line(nfc(title or "")), []), *told] for s in _places(line, own)]
    codes = [s.country for s in heard if s.kind in ("country", "bloc") and s.country != "WORLD"]
    partners = [code for code in codes if code != "VN"]
    partners = partners or [s.country for s in heard if s.country not in ("", "VN", "WORLD")]
    default, ours = tuple(pair or rules.settings()["PAIR"]), any(s.country == "VN" for s in heard)
    if not partners:
        return Story(default, None, ours)
    partner = max(dict.fromkeys(partners), key=partners.count)  # of two named as often the first
    return Story(("VN", partner), partner, ours)


def _places(line, own):
    """The places of a line that are no part of a name or a clock: not the "Đức" of Nông Đức Mạnh, "20h Hà Nội"."""
    names = [(line.words[mention.first].start, line.words[mention.last - 1].end) for mention, _ in own]
    spots = [s for s in line.spots if not any(start <= s.start < end for start, end in names)]
    return [s for s in spots if not actors.is_clock(line, s)]


def of_article(article):
    """The events of one article {"text", "published", "title", "persons"} as dictionaries; "persons" as in find()."""
    about = (article.get(key) for key in ("published", "title"))
    return [vars(event) for event in find(article["text"], *about, persons=article.get("persons"))]


def of_articles(articles):
    """The events of each article, made out of what is kept of its persons (the function whose results are stored)."""
    persons = people_in_text.of_articles(articles)
    return store.spread(of_article, [{**item, "persons": found} for item, found in zip(articles, persons, strict=True)])
