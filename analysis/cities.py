"""A sentence comes in; the places it names, each with its country and offsets, go out: countries, pairs and cities.

Countries and pairs come from places.py, cities and provinces from rules/cities.toml. The longest name wins.
"""

from functools import lru_cache
from typing import NamedTuple

from analysis import places, rules
from analysis.lookup import made
from analysis.phrases import Lexicon, fold, tokens


class Spot(NamedTuple):
    """A place named in a text: its country's code ("" for a region), kind, name as printed, offsets."""

    country: str
    kind: str
    name: str
    start: int
    end: int
    paired: bool = False


def _lexicon(listed):
    named = {f"city:{code}": names for code, names in listed["cities"].items()}
    return Lexicon(named | {"other:": listed["other"]["names"]})


def _cities(text, found):
    for hit in made(lambda: rules.load("cities"), _lexicon).find(found):
        start, end = found[hit.first].start, found[hit.last - 1].end
        kind, country = hit.label.split(":")
        if text[start].isupper():
            yield Spot(country, kind, text[start:end], start, end)


def find(text):
    """The places of a sentence, left to right, as Spots; kind is country, bloc, city or other.

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
    spots += _cities(text, found)
    kept = []
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end, spot.kind != "city")):
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return tuple(kept)
