"""A Line and its people come in; who acts in it, persons, delegations and institutions with their country, goes out."""

import re
from typing import NamedTuple

from analysis import names, rules, speech, titles
from analysis.lookup import made
from analysis.phrases import Lexicon

MISSIONS = ("đại sứ", "phó đại sứ", "tổng lãnh sự", "lãnh sự", "tham tán", "đại biện", "đại diện", "tùy viên",
             "bí thư thứ")  # fmt: skip


class Actor(NamedTuple):
    """Someone or something with a country: offsets in the line, country, name (None if unnamed) and kind.

    kind: person, title (an office without a name), country, bloc, city, cue.
    """

    start: int
    end: int
    country: str
    name: str | None
    kind: str


def _cues(listed):
    return Lexicon(listed["cues"])


def find(line, mentions, persons):
    """The Actors of a line, left to right; a place inside an office is not one of its own.

    >>> from analysis.people_in_text import resolved
    >>> lines, mentions, persons = resolved("Đại sứ Nga tại Việt Nam Gennady Bezdetko thăm Huế.")
    >>> [(actor.country, actor.kind) for actor in find(lines[0], mentions, persons)]
    [('RU', 'person'), ('VN', 'city')]
    """
    named = [_person(line, mention, person) for mention, person in zip(mentions, persons, strict=True)]
    offices = _titles(line, named)
    taken = [(actor.start, actor.end) for actor in named + offices]
    spots = [
        Actor(s.start, s.end, s.country, None, "cue" if s.kind == "institution" else s.kind)
        for s in line.spots
        if s.country and not any(start <= s.start < end for start, end in taken) and not is_clock(line, s)
    ]
    cues = [
        Actor(line.low[hit.first].start, line.low[hit.last - 1].end, hit.label, None, "cue")
        for hit in made(lambda: rules.load("events"), _cues).find(line.low)
        if hit.label != "both" and not any(a <= line.low[hit.first].start < b for a, b in taken)
    ]
    return sorted([a for a in named + offices if a.country] + spots + cues, key=lambda actor: actor[:2])


_CLOCK = re.compile(r"(?:\d ?h|giờ)(?: \d\d)? ?$|\bphát[ -]?xít $", re.IGNORECASE)


def is_clock(line, spot):
    """True for the place of "16 giờ Moskva (tức 20h Hà Nội)", whose clock it is, and the "Đức" of "phát xít Đức"."""
    return bool(_CLOCK.search(line.text[max(0, spot.start - 10) : spot.start]))


def both(line):
    """The offset of "hai nước", "hai bên" in a line, or None."""
    hits = made(lambda: rules.load("events"), _cues).find(line.low)
    return next((line.low[hit.first].start for hit in hits if hit.label == "both"), None)


def _person(line, mention, person):
    begin = line.words[speech.office_begin(mention)].start
    last = line.words[max(mention.last, mention.after) - 1].end
    return Actor(begin, last, person.country, person.surface, "person")


def _titles(line, named):
    """Offices without a name: "Thứ trưởng Ngoại giao Kazakhstan", "Đại sứ Nga tại Việt Nam"; without a country VN."""
    found, after, taken = [], 0, [(actor.start, actor.end) for actor in named]
    for i in titles.begin(line):
        title = titles.at(line, i) if i >= after else None
        if title and _stands_alone(line, i, title, taken):
            start, end = line.words[title.first].start, _end_of(line, title)
            country = None if _is_of_two(line, start, end) else _office_country(line, title, start, end)
            country = _holder(line, start, end, named + found) or country
            if country:
                found.append(Actor(start, end, country, None, "title"))
        after = title.last if title else after
    return found


def _holder(line, start, end, before):
    """The side of the person who has the second office of "X, Phó Bí thư, Phó Tỉnh trưởng Hủa Phăn", or None."""
    if line.text[start - 2 : start] != ", " or any(start <= spot.start < end for spot in line.spots):
        return None
    return next((actor.country for actor in before if actor.end == start - 2), None)


_SOCIETY = re.compile(r"hội |nhóm |ủy ban|uỷ ban|liên hiệp|hiệp hội|diễn đàn|tổ ", re.IGNORECASE)


def _is_of_two(line, start, end):
    """True for "sinh viên Việt - Nga": of both countries, so that each acts; a society's head is of the first."""
    inside = [s for s in line.spots if start <= s.start < end and s.kind == "country"]
    joined = len(inside) == 2 and re.fullmatch(r"\s?[-–]\s?", line.text[inside[0].end : inside[1].start])
    return bool(joined) and not _SOCIETY.search(line.text[start:end])


def _end_of(line, title):
    """Where an office ends; "cựu sinh viên Liên Xô tại Huế" ends before the place, which tells where the event was."""
    end, start = line.words[title.last - 1].end, line.words[title.first].start
    at = line.text.find(" tại ", start, end)
    mission = line.text[start:end].lower().startswith(MISSIONS)
    return end if at < 0 or mission or not any(s.kind == "city" and s.start == at + 5 for s in line.spots) else at


def _stands_alone(line, i, title, taken):
    """True for an office that is no part of a person's, a ship's or a society's name and no rank ("cấp thứ trưởng")."""
    named = any(a <= line.words[i].start < b for a, b in taken)
    rank = i > 0 and line.low[i - 1].text in ("cấp", "làm")  # "cấp thứ trưởng", "X làm trưởng đoàn"
    return not named and not rank and not _of_society(line, i, title) and not names.carried(line, i)


def _of_society(line, i, title):
    """ "Hội Nhà văn Việt Nam", "Hội Nhà báo": an occupation that names a society, no person."""
    return title.kind == "occupation" and i > 0 and line.low[i - 1].text in ("hội", "đoàn", "hiệp")


_OF_THAT_COUNTRY = re.compile(r".*?\s(?:nước|phía|quốc gia)\s(?:này|bạn|sở tại|chủ nhà|láng giềng)\b", re.IGNORECASE)


_NEVER_OURS = ("tổng thống", "quốc vương", "nhà vua", "hoàng", "nữ hoàng", "thái tử", "thủ hiến")  # no VN by default


def _office_country(line, title, start, end):
    """The first country an office names; of a mission what it is sent by; VN for an office of the state without one.

    "Bộ trưởng Ngoại giao nước này" is of the foreign country named last.
    """
    inside = [s for s in line.spots if start <= s.start < end and s.country]
    if not inside and _OF_THAT_COUNTRY.match(line.text[start : end + 20]):
        named = [s.country for s in line.spots if s.end <= start and s.country not in ("", "VN", "WORLD")]
        return named[-1] if named else None
    if not inside:
        ours = title.kind in ("state", "ministry", "local") and not line.text[start:end].lower().startswith(_NEVER_OURS)
        return "VN" if ours else None
    mission = line.text[start:end].lower().startswith(MISSIONS)
    own = [s for s in inside if not mission or " tại " not in line.text[start : s.start]]
    own = [s for s in own if s.kind in ("country", "bloc")] or own  # "Trung ương Đảng" is not only Viet Nam's
    return own[0].country if own else None
