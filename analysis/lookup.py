"""How rule files are loaded and what to make of them -> what was made, kept until one of the files is edited."""

from operator import is_
from time import monotonic

_MADE = {}
AGAIN = 0.5  # seconds; looking at the file's date for every word takes two thirds of the time of finding people


def made(load, make):
    """make(load()), made anew only when load() returns another table, which is asked at most twice a second.

    load() may return several tables as a tuple.

    >>> from analysis import rules
    >>> made(lambda: rules.load("settings"), len) == len(rules.load("settings"))
    True
    """
    kept = _MADE.get(make)
    if kept and monotonic() < kept[0]:
        return kept[2]
    now, loaded = monotonic(), load()
    result = kept[2] if kept and _same(kept[1], loaded) else make(loaded)
    _MADE[make] = now + AGAIN, loaded, result
    return result


def _same(before, now) -> bool:
    return before is now or isinstance(now, tuple) and all(map(is_, before, now))


def look_again():
    """Have every file's date looked at when it is next asked for: what is begun now goes by the rules as they are."""
    _MADE.update({make: (0.0, *kept[1:]) for make, kept in _MADE.items()})
