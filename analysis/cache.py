"""Keys and results as JSON come in; what is kept of them in the folder of the cache goes out.

The cache is one SQLite file (.cache/results.sqlite, or the folder that WORKBOOK_CACHE names) and some JSON files beside
it. It may be deleted at any time. Results have a checksum; what no run has asked for in two months is forgotten.
"""

import datetime
import json
import os
import sqlite3
import warnings
import zlib
from contextlib import suppress
from pathlib import Path

import orjson

ROOT = Path(__file__).resolve().parent.parent
KEEP_DAYS = 60  # a removed page's results are forgotten after this; other corpora keep theirs as long as they are used
SEEN_DAYS = 7  # how old the note "asked for on" may grow before it is renewed, so that reading seldom writes
SCHEMA = 3
TABLE = """CREATE TABLE IF NOT EXISTS results
           (key TEXT PRIMARY KEY, stage TEXT, version TEXT, file TEXT, used TEXT, crc INTEGER, result TEXT)"""


class CacheWarning(UserWarning):
    """The cache could not be used; results are right, only slower."""


def place() -> Path:
    """The folder of the cache."""
    return Path(os.environ.get("WORKBOOK_CACHE") or ROOT / ".cache")


def keep(name: str, value) -> None:
    """Write a value (strings, numbers, lists, dictionaries) as readable JSON to <cache>/<name>.json, all or nothing."""
    put(name, json.dumps(value, ensure_ascii=False, indent=0).encode("utf-8", "replace") + b"\n")


def put(name: str, told: bytes) -> None:
    """Write JSON to <cache>/<name>.json, all or nothing."""
    path = place() / f"{name}.json"
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(told)
        part.replace(path)
    except OSError as error:
        _remove(part)
        warn(f"{path} could not be written ({error}); the next run goes on without it")


def kept(name: str):
    """What keep() wrote under that name; None if there is nothing or it is damaged (then said so)."""
    path = place() / f"{name}.json"
    try:
        return unpacked(path.read_bytes()) if path.exists() else None
    except (OSError, ValueError) as error:
        warn(f"{path} cannot be read ({error}) and is made anew; this run is the new starting point")
        return None


def warn(text: str, kind: type = CacheWarning) -> None:
    """A warning to whoever called the caller of the caller: as a rule the cell that asked."""
    warnings.warn(text, kind, stacklevel=4)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def packed(value) -> bytes:
    """The value as JSON, with its own letters where they can be written as UTF-8."""
    try:
        return orjson.dumps(value)
    except TypeError:  # half a character, from a damaged page; a number of twenty digits
        return json.dumps(value, separators=(",", ":")).encode()


def unpacked(text: bytes):
    """What packed() packed."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:  # half a character
        return json.loads(text)


class _Damaged(Exception):
    """A row of the cache is not what was written."""


class Results:
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
        warn(f"the cache {self.file} was damaged ({self.fault}) and is built anew")
        for ending in ("-wal", "-shm", ""):
            _remove(self.file.with_name(self.file.name + ending))
        return self._open() or self._say("cannot be built")

    def _say(self, what: str) -> None:
        warn(f"the cache {self.file} {what} ({self.fault}); going on without it")

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

    def write(self, stage: str, version: str, names: dict[str, str], results: dict[str, bytes]):
        """Keep the results (JSON) and the names of their items, both under their keys, all or none of them."""
        if not self.connection or not names:
            return
        rows = [(key, stage, version, name, _day(), zlib.crc32(results[key]), results[key].decode())
                for key, name in names.items()]  # fmt: skip
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
