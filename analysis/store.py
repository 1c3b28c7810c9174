"""A function and its items in -> its results out, each worked out once and kept in the cache (cache.py).

A result is kept under the content of its item, the code that made it and the rules which that code reads, so an edited
page, module or rule file redoes what depends on it and nothing else.
"""

import copy
import gc
import hashlib
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from itertools import islice
from types import SimpleNamespace

from analysis import cache, engines, lookup, rules, versions

FAILED = "failed in this project's code"  # the mark of a result that is none


class UnreadWarning(UserWarning):
    """A page is not in a table because the code failed on it; the other pages are."""


def each(stage: str, function: Callable, items: Iterable, at_once=False, key=None, otherwise=None) -> list:
    """The results of function(item) for all items, in order; only items never seen before are worked out.

    `function` is a module-level function of analysis/ or utils; items and results are made of str, numbers, bool, None,
    lists and dictionaries with str keys. `stage` is a readable name for the work, e.g. "figures". With at_once=True the
    function takes the list of new items and returns the list of their results, and spreads the work itself. `key` gives
    the part of an item that decides its result (default: the whole item). An item that makes the function fail has the
    result `otherwise`, and a warning says which one it is and why; without `otherwise` it is a RuntimeError. A function
    as `otherwise` is given what tell() needs and gives the result.
    """
    return list(stream(stage, function, items, at_once, key, otherwise))


def stream(
    stage: str, function: Callable, items: Iterable, at_once=False, key=None, otherwise=None, pages=1
) -> Iterator:
    """Like each(), but one result after the other, so that a corpus larger than memory can be gone through.

    pages: how many an item has in the mean; where there are several, it is left to the stage of the single page to say
    how far the work is.
    """
    lookup.look_again()
    version, worked = version_of(function), partial(_all_at_once if at_once else _spread, function)
    progress, earlier = _Progress(stage, items), {}
    with closing(cache.Results()) as results:
        for keys, known, new, made in _one_ahead(_batches(results, stage, version, worked, items, key, pages)):
            fresh = dict(zip(new, made(), strict=True))
            results.write(stage, version, {name: _name(item) for name, item in new.items()}, fresh)
            if pages == 1:
                progress.add(len(keys), len(new))
            found = earlier | known | fresh
            yield from (_told(stage, cache.unpacked(found[name]), otherwise) for name in keys)
            earlier = fresh


def _batches(results, stage, version, worked, items, key, pages) -> Iterator[tuple]:
    """(keys, what is known under them, what is new, what gives the results of the new) of a batch after the other."""
    iterator, before = iter(items), {}
    while batch := list(islice(iterator, engines.batch(pages))):
        keys = [_key(stage, version, key(item) if key else item) for item in batch]
        known = results.read(keys)
        asked = zip(keys, batch, strict=True)
        new = {name: item for name, item in asked if name not in known and name not in before}
        work = partial(_steadily, version, worked, list(new.values()))
        yield keys, known, new, engines.begin(work, new)
        before = new


def _one_ahead(batches: Iterator) -> Iterator:
    """The same batches, each after the next one was begun, so that helpers work while results are kept and used."""
    last = next(batches, None)
    while last:
        following = next(batches, None)
        yield last
        last = following


def _steadily(version: str, worked: Callable, items: list) -> list:
    if not items:
        return []
    with rules.steady(version), uncollected():
        return worked(items)


@contextmanager
def uncollected() -> Iterator[None]:
    """Garbage that refers to itself is looked for afterwards: with many texts and rules in memory the search takes a
    fifth of the time of reading topics and a quarter of that of making tables, which leave next to none. What was made
    counts as old then: looking through it as new takes a twentieth of the time of reading a page.

    Also a decorator.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            _age()
            gc.enable()


_Aged = SimpleNamespace(objects=0)  # those made since all were last looked through
MOST_AGED = 2_000_000


def _age() -> None:
    """What is new becomes old without being looked through; after two million of them, a few 100 MB, all is."""
    _Aged.objects += gc.get_count()[0]
    if _Aged.objects > MOST_AGED:
        _Aged.objects = 0
        gc.collect()
    gc.freeze()
    gc.unfreeze()


def spread(function: Callable, items: list) -> list:
    """[function(item) for item in items], over the engine that rules/settings.toml names (engines.py)."""
    return list(map(cache.unpacked, _spread(function, items)))


def _spread(function: Callable, items: list) -> list[bytes]:
    """The results as JSON: what is kept, and what workers send, since it is packed and unpacked fastest."""
    return engines.spread(partial(_guarded, function), items, partial(_run, function, version_of(function)))


def _all_at_once(function: Callable, items: list) -> list[bytes]:
    return list(map(cache.packed, function(items)))


def _guarded(function: Callable, item) -> bytes:
    """function(item), or what went wrong: one page never stops the others. A faulty rule file does stop the run."""
    try:
        return cache.packed(function(item))
    except rules.RuleError:
        raise
    except Exception as error:
        return cache.packed({FAILED: f"{type(error).__name__}: {error}", "name": _name(item)})


def _told(stage: str, result, otherwise):
    """The result, or `otherwise` and a warning in place of one that failed."""
    if not (isinstance(result, dict) and FAILED in result):
        return result
    if otherwise is None:
        raise RuntimeError(_said(stage, result))
    if callable(otherwise):
        return otherwise(result)
    tell(stage, result)
    return copy.deepcopy(otherwise)


def tell(stage: str, fault: dict) -> None:
    """Warn of an item on which the code failed, whose result is `fault`."""
    told = "nothing of it is in that table, everything else is. Please report it with the page"
    cache.warn(f"{_said(stage, fault)}; {told}", UnreadWarning)


def _said(stage, fault) -> str:
    return f'"{fault["name"]}" could not be read for {stage} ({fault[FAILED]})'


def _run(function: Callable, version: str, items: list):
    """The results of a part, in a worker; or a sentence why there are none."""
    lookup.look_again()
    if version_of(function) != version:
        return f"the project's code, rules or libraries on {socket.gethostname()} are not those of this process"
    try:
        return _steadily(version, lambda part: [_guarded(function, item) for item in part], items)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def version_of(function: Callable) -> str:
    """A hash of all that decides what function returns besides its item (versions.py).

    What the modules were found to name is kept in the cache: reading forty of them takes half a second at every start.
    """
    if not versions.scans:
        versions.scans.update(cache.kept("modules") or {})
    known = len(versions.scans)
    version = versions.of(function)
    if len(versions.scans) > known:
        cache.keep("modules", versions.scans)
    return version


def remembered(name: str, function: Callable, *about):
    """function(*about), which is always the same, from <cache>/<name>.json if the code that makes it is as it was."""
    version, before = version_of(function), cache.kept(name)
    if isinstance(before, dict) and before.get("version") == version:
        return before["value"]
    value = function(*about)
    cache.put(name, cache.packed({"version": version, "value": value}))
    return value


def digest(item) -> str:
    """A hash of an item, equal for equal items, in hexadecimal digits."""
    if isinstance(item, str):
        return _of_text(item)
    text = item.get("text") if isinstance(item, dict) else None
    shown = {**item, "text": ["hash", _of_text(text)]} if isinstance(text, str) else item
    return hashlib.sha256(cache.packed(shown)).hexdigest()[:40]


@lru_cache(maxsize=4096)
def _of_text(text: str) -> str:
    """The hash of a text, which every stage asks for."""
    return hashlib.sha256(cache.packed(text)).hexdigest()[:40]


def _key(stage: str, version: str, item) -> str:
    return hashlib.sha256(f"{stage}\0{version}\0{digest(item)}".encode()).hexdigest()[:40]


def _name(item) -> str:
    told = (item.get(key) for key in ("file", "name", "title", "text")) if isinstance(item, dict) else (item,)
    name = next((text for text in told if isinstance(text, str) and text), "")[:80]
    return name.encode("utf-8", "replace").decode()


class _Progress:
    """Says on stderr how far long work is, every five seconds, and nothing about short work."""

    def __init__(self, stage: str, items: Iterable):
        self.stage, self.seen, self.new = stage, 0, 0
        self.total = f" of {len(items):,}" if hasattr(items, "__len__") else ""
        self.started = self.last = time.monotonic()

    def add(self, seen: int, new: int):
        self.seen, self.new, now = self.seen + seen, self.new + new, time.monotonic()
        if new and now - self.last > 5:
            self.last = now
            rate = f"{self.new:,} new, {self.new / (now - self.started):.0f} a second"
            print(f"{self.stage}: {self.seen:,}{self.total} done, {rate}", file=sys.stderr, flush=True)
