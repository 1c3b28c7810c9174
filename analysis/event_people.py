"""A word that names an event, and who acts in its sentence, come in; the names of the persons it is of go out."""

import re

from analysis import event_words, speech


def names(scene, trigger, kind, guest, last):
    """The names of an event's persons, in order, each once; `last` is the person (an Actor) told of before, or None."""
    named = [actor.name for actor in _who(scene, trigger, kind, guest)]
    return tuple(dict.fromkeys([*_pronoun(scene, trigger, kind, last), *named]))


def _who(scene, trigger, kind, guest):
    """Of a visit those who travel, of a session all up to the next visit, else all of the clause."""
    start, end = event_words.clause(scene, trigger)
    stays = [t.start for t in scene.triggers if t.start > trigger.end and t.word.startswith("chuyến")]
    end = min([end, *stays]) if kind in ("session", "visit") else end
    named = [a for a in scene.actors if a.kind == "person" and start <= a.start < end]
    if kind == "visit":
        return _travellers(scene, trigger, [a for a in named if a.country == guest])
    return named if kind in ("talks", "meeting", "call", "signing", "session", "joint_statement") else []


_STANDS = re.compile(r"(?:^|,\s|\.\s)(?:[\w\s/]{0,25}\s)?(?:ông|bà)\s(?:\w+\s){0,3}$")


def _pronoun(scene, trigger, kind, last):
    """The person whom "ông", "bà" before the trigger stand for: the one who opened the last sentence with a name."""
    stands = kind in event_words.DIRECTED and _STANDS.search(event_words.before(scene, trigger, 60))
    stands = stands and not _only_speaks(scene, trigger)
    named = any(a.kind == "person" and a.end <= trigger.start for a in scene.actors)
    return [last.name] if stands and last and not named else []


def _only_speaks(scene, trigger):
    """True for "Ông đánh giá chuyến thăm Nga của X": who speaks of a visit has not made it."""
    said, line = speech.speech()[0], scene.line
    before = [n for n, word in enumerate(line.words) if word.end <= trigger.start]
    subject = max((n for n in before if line.low[n].text in ("ông", "bà")), default=None)
    verbs = subject is not None and any(said.at(line.low, n) for n in before if n > subject)
    return bool(verbs) and trigger.word.startswith("chuyến")


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
        if re.fullmatch(r"\s*(?:,|và|cùng|,\s*và)\s*(?:[Pp]hu nhân\s*)?", between):
            kept.append(one)
    return sorted(kept)
