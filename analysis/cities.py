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


@lru_cache(maxsize=4096)
def _find(text):
    found = tokens(fold(text))
    kinds = {"seat": "city", "region": "other"}
    spots = [
        Spot(p.code, kinds.get(p.kind, p.kind), text[p.start : p.end], p.start, p.end, p.paired)
        for p in places.find(text, found)
    ]
    spots += [*_cities(text, found), *_by_ending(text)]
    kept = []
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end, spot.kind != "city")):
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return tuple(kept)
