"""A sentence comes in; the places it names, each with its country and offsets, go out: countries, pairs and cities.

Countries and pairs come from places.py, cities and provinces from rules/cities.toml. The longest name wins.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis import places, rules
from analysis.lookup import made
from analysis.phrases import Lexicon, fold, tokens

_TOWN = re.compile(r"(?<!\w)[A-Z][a-z]{3,}(?:[bdgklmnrv]sk|grad|burg|gorsk)(?![\w-])")


class Spot(NamedTuple):
    """A place or institution named in a text: its country's code ("" for a region), kind, name as printed, offsets."""

    country: str
    kind: str
    name: str
    start: int
    end: int
    paired: bool = False


def _lexicon(listed):
    named = {f"city:{code}": names for code, names in listed["cities"].items()}
    named |= {f"institution:{code}": names for code, names in listed["institutions"].items()}
    return Lexicon(named | {"other:": listed["other"]["names"]})


def _cities(text, found):
    for hit in made(lambda: rules.load("cities"), _lexicon).find(found):
        start, end = found[hit.first].start, found[hit.last - 1].end
        kind, country = hit.label.split(":")
        if text[start].isupper() or text[found[hit.last - 1].start].isupper():
            yield Spot(country, kind, text[start:end], start, end)


def _by_ending(text):
    """Towns that no list knows: "Zheleznogorsk", "Kirovgrad"; of Russia, as those of its neighbours are listed."""
    return [Spot("RU", "city", match[0], match.start(), match.end()) for match in _TOWN.finditer(text)]


def find(text):
    """The places of a sentence, left to right, as Spots; kind is country, bloc, city, institution or other.

    >>> [(spot.country, spot.kind, spot.name) for spot in find("Từ Minsk, đoàn Belarus sang Hà Nội")]
    [('BY', 'city', 'Minsk'), ('BY', 'country', 'Belarus'), ('VN', 'city', 'Hà Nội')]
    """
    return list(_find(text))


def _called(listed):
    """The names and surnames of rules/people.toml, in lower case."""
    names = [n for p in listed["person"] for n in (p["name"], *p.get("also", []), *p.get("short", []))]
    return frozenset(part for name in names for part in (name.lower(), name.lower().split()[-1]))


_ADDRESSED = re.compile(r"(?:^|\s)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Nn]gài|[Đđ]ồng chí|[Cc]ô|[Cc]ụ) $")
_LATIN = re.compile(r"[A-Z][a-z]+(?![\w-])")


def _given(listed):
    return frozenset(name.lower() for group in ("slavic", "turkic") for name in listed["given"][group])


def _is_person(text, spot):
    """True for a town that is a name here: "ông Borisov", "Sergei Kirov", "Artyom Fadeev"; and for listed surnames."""
    if spot.kind != "city" or spot.country == "VN":
        return False
    before, after = text[: spot.start], text[spot.end :]
    if spot.name.lower() in made(lambda: rules.load("people"), _called):
        return True
    if not spot.name.isalpha() or _ADDRESSED.search(before):
        return spot.name.isalpha()
    given, word = made(lambda: rules.load("names"), _given), re.search(r"(\w+) $", before)
    opens = spot.name.lower() in given and after[:1] == " " and _LATIN.match(after[1:])
    return bool(opens or word and word[1].lower() in given and word[1][0].isupper())


@lru_cache(maxsize=8192)  # the sentences of a batch of pages, which are asked about for its persons, then its events
def _find(text):
    found = tokens(fold(text))
    kinds = {"seat": "city", "region": "other"}
    spots = [
        Spot(p.code, kinds.get(p.kind, p.kind), text[p.start : p.end], p.start, p.end, p.paired)
        for p in places.found_in(text, found)
    ]
    spots += [*_cities(text, found), *_by_ending(text)]
    spots = [spot for spot in spots if not _is_person(text, spot)]
    kept = []
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end, spot.kind != "city")):
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return tuple(kept)
