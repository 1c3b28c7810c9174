"""A Line comes in; the words that name events (rules/events.toml), and the words around one of them, go out."""

import re
from dataclasses import dataclass
from itertools import pairwise

from analysis import actors, event_dates, event_spans, rules
from analysis.lookup import made
from analysis.names import Line
from analysis.once import once
from analysis.phrases import Lexicon, either, fold

TYPES = ("visit", "talks", "meeting", "call", "signing", "agreement_in_force", "joint_statement", "session",
         "anniversary", "cultural_event")  # fmt: skip
DATED = frozenset(TYPES)
COUNTED = ("visit", "talks", "meeting", "call", "session")
LASTING = ("visit", "cultural_event", "session")
DIRECTED = ("visit", "talks", "meeting")


@dataclass(frozen=True)
class Trigger:
    """A word that names an event: its type, offsets in the line, and the word itself in small letters."""

    type: str
    start: int
    end: int
    word: str


PLANNED_SO = re.compile(r"như (?:đã )?(?:dự định|dự kiến|kế hoạch|định|thông báo|lên lịch|ấn định)")
_CUT = re.compile(r"[;:]\s|(?<=[^\W\d_]{3})\.\s")


@dataclass
class Scene:
    """A sentence with all that is needed to read its events, each looked for when it is asked for.

    `own` are the (Mention, Person) of the line, `ref` is the page's date, `last` the sentence before (a Scene or None),
    `day` the ISO day of the event told last, or None.
    """

    line: Line
    own: list
    ref: object
    last: object = None
    day: str | None = None

    @once
    def actors(self):
        """Who acts in it, left to right; in most sentences without a word for an event nobody asks."""
        return actors.find(self.line, [mention for mention, _ in self.own], [person for _, person in self.own])

    @once
    def person(self):
        """The first person who acts in it, or None."""
        return next((a for a in self.actors if a.kind == "person"), None) if self.own else None

    @once
    def ahead(self):
        """True where it speaks of the future."""
        low = self.text.lower()
        return bool(lexicons()["status"]["planned"].search(low) or _MOVED_ON.search(low))

    @once
    def whens(self):
        """The times it names; read where it names an event only, as reading them takes half the time."""
        told = self.told if event_spans.counts_on(self.text) else None
        return event_dates.find(self.text, self.ref, self.ahead, told)

    @once
    def triggers(self):
        """The words of it that name events."""
        return triggers(self.line)

    @property
    def told(self):
        """The day from which "cùng ngày", "hôm sau" count: the last one of the sentence before, else of the events."""
        days = [when.start for when in self.last.whens if when.kind == "day"] if self.last else []
        past = [day for day in days if not self.ref or self.ahead or day <= self.ref.isoformat()]
        return (past or days or [self.day])[-1]

    @once
    def cuts(self):
        """Where its clauses part: at ; and : and at full stops behind a word, not behind "St." or "TP."."""
        return [match.start() for match in _CUT.finditer(self.text)]

    @property
    def text(self):
        return self.line.text


_MOVED_ON = re.compile(  # "lùi ... sang tháng 3", "nhất trí gặp nhau vào tháng 9" speak of what lies ahead
    r"(?<!\w)(?:lùi|dời|hoãn|chuyển|đẩy|gác)(?!\w)[^.;]*\s(?:sang|đến|tới|qua)\s|"
    r"(?<!\w)(?:nhất trí|thống nhất|đồng ý|hẹn)\s(?!cao)[^.;]*\s(?:vào|trong)\s(?:tháng|quý)\s"
)


def _lexicons(listed):
    return {
        "triggers": {kind: Lexicon({kind: words}) for kind, words in listed["triggers"].items()},
        "begun": _Begun(phrase for words in listed["triggers"].values() for phrase in words),
        "blocked": {kind: Lexicon({kind: words}) if words else None for kind, words in listed["blocked"].items()},
        "wishes": _any_of(listed["not_events"]["wishes"]),
        "no_wishes": re.compile(_any_of(listed["not_events"]["names"]).pattern, re.IGNORECASE),
        "status": {status: _any_of(words) for status, words in listed["status"].items()},
        "home": _any_of(listed["not_events"]["home"]),
        "same_day": _any_of(listed["follows"]["same_day"]),
    }


class _Begun:
    """The first word, or two, of each phrase: whether one of them stands in a text is told before it is read."""

    def __init__(self, phrases):
        keys = [tuple(_LETTERS.findall(fold(phrase))[:2]) for phrase in phrases]
        self.alone = {key[0] for key in keys if len(key) == 1}
        self.pairs = {key for key in keys if len(key) == 2}

    def may_stand(self, text):
        """False where none of the phrases stands in the text."""
        words = _LETTERS.findall(fold(text))
        return not self.alone.isdisjoint(words) or not self.pairs.isdisjoint(pairwise(words))


_LETTERS = re.compile(r"[^\W\d_]+")


def _any_of(words):
    return re.compile(rf"(?<!\w)(?:{either(words)})(?!\w)")


def lexicons():
    """The rules of rules/events.toml as lexicons and patterns."""
    return made(lambda: rules.load("events"), _lexicons)


def triggers(line):
    """The words of a line that name events, left to right; a longer word of a type hides a shorter one."""
    known = lexicons()
    if not known["begun"].may_stand(line.text):
        return []
    found, words = [], {word.text for word in line.low}
    for kind, lexicon in known["triggers"].items():
        if words.isdisjoint(lexicon.index):
            continue
        hits = lexicon.find(line.low)
        barred = _spans(line, known["blocked"].get(kind)) if hits else []
        for hit in hits:
            start, end = line.low[hit.first].start, line.low[hit.last - 1].end
            if not any(a < end and start < b and not start < a < b <= end for a, b in barred):
                word = " ".join(word.text for word in line.low[hit.first : hit.last])
                found.append(Trigger(kind, start, end, _STAYS.sub("chuyến ", word)))
    whole = [t for t in found if not any(_inside(t, other) for other in found)]
    return sorted(whole, key=lambda trigger: (trigger.start, -trigger.end))


_STAYS = re.compile(r"^chương trình (?=công tác|làm việc)")  # read as "chuyến công tác"


def _inside(trigger, other):
    """True for the "hội đàm" of "hội đàm trực tuyến", a word of another type that is longer."""
    wider = other.start <= trigger.start and trigger.end <= other.end
    return wider and other.type != trigger.type and other.end - other.start > trigger.end - trigger.start


def _spans(line, lexicon):
    if lexicon is None:
        return []
    return [(line.low[hit.first].start, line.low[hit.last - 1].end) for hit in lexicon.find(line.low)]


def received_by(scene, trigger):
    """Who receives in "được Thứ trưởng Lý Minh tiếp", or None: the actor between "được" and the verb."""
    doers = [a for a in scene.actors if a.kind in ("person", "title") and 0 <= trigger.start - a.end < 14]
    said = ("được ", "được đồng chí ", "được ông ", "được bà ")
    passive = [a for a in doers if scene.text[: a.start].lower().endswith(said)]
    return passive[-1] if passive else None


def clause(scene, trigger):
    """(start, end) of the clause a trigger stands in: from the last ; or "rồi", "sau đó" to the next."""
    if not scene.cuts:
        return 0, len(scene.text)
    return max([c for c in scene.cuts if c < trigger.start], default=0), min(
        [c for c in scene.cuts if c >= trigger.end], default=len(scene.text)
    )


def before(scene, trigger, reach=200):
    """The words of the clause before a trigger, in small letters, at most `reach` letters."""
    start, _ = clause(scene, trigger)
    return scene.text[max(start, trigger.start - reach) : trigger.start].lower()


def before_printed(scene, trigger, reach=200):
    """The same words as they are printed, the sentence's first letter small."""
    start, _ = clause(scene, trigger)
    text = scene.text[:1].lower() + scene.text[1:]
    return text[max(start, trigger.start - reach) : trigger.start]


def after(scene, trigger, reach=200):
    """The words of the clause behind a trigger, in small letters, at most `reach` letters."""
    return scene.text[trigger.end : min(clause(scene, trigger)[1], trigger.end + reach)].lower()
