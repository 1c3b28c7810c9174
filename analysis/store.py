"""A function and its items in -> its results out, each worked out once and kept in the cache.

The cache is one SQLite file (.cache/results.sqlite, or the folder that WORKBOOK_CACHE names). It may be deleted at any
time. A result is kept under the content of its item, the code that made it and the rules which that code reads, so an
edited page, module or rule file redoes what depends on it and nothing else. Results are stored as JSON, with a
checksum. What no run has asked for in two months is forgotten.
"""

import copy
import datetime
import gc
import hashlib
import json
import os
import socket
import sqlite3
import sys
import time
import warnings
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import orjson

from analysis import engines, lookup, rules, versions

HERE = Path(__file__).resolve().parent
KEEP_DAYS = 60  # a removed page's results are forgotten after this; other corpora keep theirs as long as they are used
SEEN_DAYS = 7  # how old the note "asked for on" may grow before it is renewed, so that reading seldom writes
SCHEMA = 3
FAILED = "failed in this project's code"  # the mark of a result that is none
TABLE = """CREATE TABLE IF NOT EXISTS results
           (key TEXT PRIMARY KEY, stage TEXT, version TEXT, file TEXT, used TEXT, crc INTEGER, result TEXT)"""


class CacheWarning(UserWarning):
    """The cache could not be used; results are right, only slower."""


class UnreadWarning(UserWarning):
    """A page is not in a table because the code failed on it; the other pages are."""


def each(stage: str, function: Callable, items: Iterable, at_once=False, key=None, otherwise=None) -> list:
    """The results of function(item) for all items, in order; only items never seen before are worked out.

    `function` is a module-level function of analysis/ or utils; items and results are made of str, numbers, bool, None,
    lists and dictionaries with str keys. `stage` is a readable name for the work, e.g. "figures". With at_once=True the
    function takes the list of new items and returns the list of their results, and spreads the work itself. `key` gives
    the part of an item that decides its result (default: the whole item). An item that makes the function fail has the
    result `otherwise`, and a warning says which one it is and why; without `otherwise` it is a RuntimeError.
    """
    return list(stream(stage, function, items, at_once, key, otherwise))


def stream(
    stage: str, function: Callable, items: Iterable, at_once=False, key=None, otherwise=None, told=True
) -> Iterator:
    """Like each(), but one result after the other, so that a corpus larger than memory can be gone through.

    told=False: nothing is said of how far the work is.
    """
    lookup.look_again()
    version, worked = version_of(function), partial(_all_at_once if at_once else _spread, function)
    progress, earlier = _Progress(stage, items), {}
    with closing(_Cache()) as cache:
        for keys, known, new, made in _one_ahead(_batches(cache, stage, version, worked, items, key)):
            fresh = dict(zip(new, made(), strict=True))
            cache.write(stage, version, new, fresh)
            if told:
                progress.add(len(keys), len(new))
            found = earlier | known | fresh
            yield from (_told(stage, _value(found[name]), otherwise) for name in keys)
            earlier = fresh


def _batches(cache, stage, version, worked, items, key) -> Iterator[tuple]:
    """(keys, what is known under them, what is new, what gives the results of the new) of a batch after the other."""
    iterator, before = iter(items), {}
    while batch := list(islice(iterator, engines.BATCH * engines.Helpers.scale)):
        keys = [_key(stage, version, key(item) if key else item) for item in batch]
        known = cache.read(keys)
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
    return list(map(_value, _spread(function, items)))


def _spread(function: Callable, items: list) -> list[bytes]:
    """The results as JSON: what is kept, and what workers send, since it is packed and unpacked fastest."""
    return engines.spread(partial(_guarded, function), items, partial(_run, function, version_of(function)))


def _all_at_once(function: Callable, items: list) -> list[bytes]:
    return list(map(_json, function(items)))


def _guarded(function: Callable, item) -> bytes:
    """function(item), or what went wrong: one page never stops the others. A faulty rule file does stop the run."""
    try:
        return _json(function(item))
    except rules.RuleError:
        raise
    except Exception as error:
        return _json({FAILED: f"{type(error).__name__}: {error}", "name": _name(item)})


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
    _warn(f"{_said(stage, fault)}; {told}", UnreadWarning)


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
        versions.scans.update(kept("modules") or {})
    known = len(versions.scans)
    version = versions.of(function)
    if len(versions.scans) > known:
        keep("modules", versions.scans)
    return version


def place() -> Path:
    """The folder of the cache."""
    return Path(os.environ.get("WORKBOOK_CACHE") or HERE.parent / ".cache")


def keep(name: str, value) -> None:
    """Write a value (strings, numbers, lists, dictionaries) as readable JSON to <cache>/<name>.json, all or nothing."""
    _put(name, json.dumps(value, ensure_ascii=False, indent=0).encode("utf-8", "replace") + b"\n")


def _put(name: str, told: bytes) -> None:
    path = place() / f"{name}.json"
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(told)
        part.replace(path)
    except OSError as error:
        _remove(part)
        _warn(f"{path} could not be written ({error}); the next run goes on without it")


def kept(name: str):
    """What keep() wrote under that name; None if there is nothing or it is damaged (then said so)."""
    path = place() / f"{name}.json"
    try:
        return _value(path.read_bytes()) if path.exists() else None
    except (OSError, ValueError) as error:
        _warn(f"{path} cannot be read ({error}) and is made anew; this run is the new starting point")
        return None


def remembered(name: str, function: Callable, *about):
    """function(*about), which is always the same, from <cache>/<name>.json if the code that makes it is as it was."""
    version, before = version_of(function), kept(name)
    if isinstance(before, dict) and before.get("version") == version:
        return before["value"]
    value = function(*about)
    _put(name, _json({"version": version, "value": value}))
    return value


def _warn(text: str, kind: type = CacheWarning) -> None:
    warnings.warn(text, kind, stacklevel=4)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _json(value) -> bytes:
    """The value as JSON, with its own letters where they can be written as UTF-8."""
    try:
        return orjson.dumps(value)
    except TypeError:  # half a character, from a damaged page; a number of twenty digits
        return json.dumps(value, separators=(",", ":")).encode()


def _value(text: bytes):
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:  # half a character
        return json.loads(text)


def digest(item) -> str:
    """A hash of an item, equal for equal items, in hexadecimal digits."""
    if isinstance(item, str):
        return _of_text(item)
    text = item.get("text") if isinstance(item, dict) else None
    shown = {**item, "text": ["hash", _of_text(text)]} if isinstance(text, str) else item
    return hashlib.sha256(_json(shown)).hexdigest()[:40]


@lru_cache(maxsize=4096)
def _of_text(text: str) -> str:
    """The hash of a text, which every stage asks for."""
    return hashlib.sha256(_json(text)).hexdigest()[:40]


def _key(stage: str, version: str, item) -> str:
    return hashlib.sha256(f"{stage}\0{version}\0{digest(item)}".encode()).hexdigest()[:40]


# --- the cache file ---------------------------------------------------------------------------------------------


class _Damaged(Exception):
    """A row of the cache is not what was written."""


class _Cache:
    """The SQLite file; when it cannot be used that is said and the work goes on without it."""

    def __init__(self):
        self.file = place() / "results.sqlite"
        self.fault = None
        self.connection = self._open() or self._rebuild()

    def _open(self):
        connection = None
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.file, timeout=30)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            _prepare(connection)
            return connection
        except (sqlite3.Error, OSError) as error:
            self.fault = error
            if connection:
                connection.close()
            return None

    def _rebuild(self):
        """A new file in place of a damaged one; None where a file cannot be had (no place, no right, locked)."""
        if not _is_damage(self.fault):
            return self._say("cannot be used")
        _warn(f"the cache {self.file} was damaged ({self.fault}) and is built anew")
        for ending in ("-wal", "-shm", ""):
            _remove(self.file.with_name(self.file.name + ending))
        return self._open() or self._say("cannot be built")

    def _say(self, what: str) -> None:
        _warn(f"the cache {self.file} {what} ({self.fault}); going on without it")

    def read(self, keys: list[str]) -> dict[str, bytes]:
        """{key: result as JSON} of the keys that are known and undamaged."""
        if not self.connection:
            return {}
        try:
            rows = [row for i in range(0, len(keys), 500) for row in self._rows(keys[i : i + 500])]
            results = {key: _verified(key, crc, result) for key, crc, _, result in rows}
            old = _day(-SEEN_DAYS)
            self._renew([key for key, _, used, _ in rows if used < old])
            return results
        except (sqlite3.Error, _Damaged) as error:
            return self._give_up(error)

    def _rows(self, keys):
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, crc, used, CAST(result AS BLOB) FROM results WHERE key IN ({marks})"
        return self.connection.execute(query, keys).fetchall()

    def _renew(self, keys):
        if keys:
            with self.connection:
                marks = [(_day(), key) for key in keys]
                self.connection.executemany("UPDATE results SET used = ? WHERE key = ?", marks)

    def write(self, stage: str, version: str, items: dict, results: dict):
        """Keep the results (JSON) of the items, both under their keys, all or none of them."""
        if not self.connection or not items:
            return
        rows = [(key, stage, version, _name(item), _day(), zlib.crc32(results[key]), results[key].decode())
                for key, item in items.items()]  # fmt: skip
        try:
            with self.connection:
                self.connection.executemany("INSERT OR REPLACE INTO results VALUES (?,?,?,?,?,?,?)", rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> dict:
        self.fault = error
        self.close()
        self.connection = self._rebuild()
        return {}

    def close(self):
        if self.connection:
            with suppress(sqlite3.Error):
                self.connection.close()
            self.connection = None


def _prepare(connection):
    """Make the table, drop one of an older make, and forget once a day what nobody has asked for."""
    if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:  # no other process was quicker
                connection.execute("DROP TABLE IF EXISTS results")
                connection.execute(TABLE)
                connection.execute("CREATE TABLE IF NOT EXISTS tidied (day TEXT)")
                connection.execute(f"PRAGMA user_version={SCHEMA}")
    if not connection.execute("SELECT 1 FROM tidied WHERE day = ?", [_day()]).fetchone():
        with connection:
            connection.execute("DELETE FROM results WHERE used < ?", [_day(-KEEP_DAYS)])
            connection.execute("DELETE FROM tidied")
            connection.execute("INSERT INTO tidied VALUES (?)", [_day()])
    connection.execute("SELECT key, crc, used, result FROM results LIMIT 1").fetchall()


def _is_damage(fault) -> bool:
    """True for a file that is no good, False for one that cannot be had: no place, no right, locked by another."""
    if isinstance(fault, sqlite3.OperationalError):
        return "no such column" in str(fault) or "no such table" in str(fault)
    return isinstance(fault, (sqlite3.DatabaseError, _Damaged))


def _verified(key: str, crc: int, result) -> bytes:
    if not isinstance(result, bytes) or zlib.crc32(result) != crc:
        raise _Damaged(f"the result {key} is not what was written")
    return result


def _day(offset: int = 0) -> str:
    return (datetime.date.today() + datetime.timedelta(days=offset)).isoformat()


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
