"""A function and its items in -> its results out, each worked out once: the cache, and the engine that spreads work.

The cache is one SQLite file (.cache/results.sqlite, or the folder that WORKBOOK_CACHE names). It may be deleted at any
time. A result is kept under the content of its item, the code that made it and the rules which that code reads, so an
edited page, module or rule file redoes what depends on it and nothing else. Results are stored as JSON.
"""

import ast
import hashlib
import importlib.metadata
import json
import os
import sqlite3
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path

from analysis import rules

HERE = Path(__file__).resolve().parent
BATCH = 256  # items between two writes: what a killed run loses at most, about 8 s of segmenting on one core
WORTH_SPREADING = 24  # a pool costs 2-3 s to start (import and model), an article 0.06-0.1 s to segment
TABLE = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, stage TEXT, version TEXT, file TEXT, result TEXT)"


class CacheWarning(UserWarning):
    """The cache could not be used; results are right, only slower."""


def each(stage: str, function: Callable, items: Iterable, at_once: bool = False) -> list:
    """The results of function(item) for all items, in order; only items never seen before are worked out.

    `function` is a module-level function of a module in analysis/; items and results are made of str, numbers, bool,
    None, lists and dictionaries. `stage` is a readable name for the work, e.g. "figures". With at_once=True the
    function takes the list of new items and returns the list of their results, and spreads the work itself.
    """
    return list(stream(stage, function, items, at_once))


def stream(stage: str, function: Callable, items: Iterable, at_once: bool = False) -> Iterator:
    """Like each(), but one result after the other, so that a corpus larger than memory can be gone through."""
    version = version_of(function)
    progress = _Progress(stage)
    with closing(_Cache()) as cache:
        iterator = iter(items)
        while batch := list(islice(iterator, BATCH)):
            keys = [_key(stage, version, item) for item in batch]
            known = cache.read(keys)
            new = {key: item for key, item in zip(keys, batch, strict=True) if key not in known}
            worked = function if at_once else partial(spread, function)
            made = dict(zip(new, worked(list(new.values())) if new else [], strict=True))
            cache.write(stage, version, new, made)
            progress.add(len(batch), len(new))
            yield from (known[key] if key in known else _plain(made[key]) for key in keys)


def spread(function: Callable, items: list) -> list:
    """[function(item) for item in items], over the engine that rules/settings.toml names.

    ENGINE "one" works in this process; "loky", "dask" or "ray" hand the work to joblib, whose backend of that name must
    be there. If a worker is killed, what is left is done in this process.
    """
    engine, workers = _engine()
    if engine == "one" or workers == 1 or len(items) < WORTH_SPREADING:
        return [function(item) for item in items]
    import joblib

    size = max(1, min(16, len(items) // (workers * 4) or 1))
    parts = [items[i : i + size] for i in range(0, len(items), size)]
    try:
        with joblib.parallel_config(backend=engine, n_jobs=workers):
            done = joblib.Parallel()(joblib.delayed(_run)(function, part) for part in parts)
        return [result for part in done for result in part]
    except Exception as error:  # a killed worker or a lost scheduler; a fault of `function` is raised again below
        warnings.warn(f"{engine} stopped ({error}); going on in one process", CacheWarning, stacklevel=2)
        return [function(item) for item in items]


def version_of(function: Callable) -> str:
    """A hash of all that decides what function returns besides its item: code, rules and library versions."""
    return _version(function.__module__, _rules_and_code(function.__module__))


def place() -> Path:
    """The folder of the cache."""
    return Path(os.environ.get("WORKBOOK_CACHE") or HERE.parent / ".cache")


def keep(name: str, value) -> None:
    """Write a value (strings, numbers, lists, dictionaries) as readable JSON to <cache>/<name>.json, all or nothing."""
    path = place() / f"{name}.json"
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(value, ensure_ascii=False, indent=0) + "\n", encoding="utf-8", errors="replace")
        part.replace(path)
    except OSError as error:
        _remove(part)
        _warn(f"{path} could not be written ({error}); the next run cannot compare with this one")


def kept(name: str):
    """What keep() wrote under that name; None if there is nothing or it is damaged (then said so)."""
    path = place() / f"{name}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    except (OSError, ValueError) as error:
        _warn(f"{path} cannot be read ({error}); this run is the new starting point")
        return None


def _warn(text: str) -> None:
    warnings.warn(text, CacheWarning, stacklevel=4)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _run(function: Callable, items: list) -> list:
    return [function(item) for item in items]


def _engine() -> tuple[str, int]:
    settings = rules.settings()
    workers = int(os.environ.get("WORKBOOK_WORKERS") or settings.get("WORKERS") or 0)
    return os.environ.get("WORKBOOK_ENGINE") or settings.get("ENGINE", "loky"), workers or os.cpu_count() or 1


def _plain(result):
    """What the cache would give back, so that a first and a second run return the same."""
    return json.loads(_json(result))


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False)


def _key(stage: str, version: str, item) -> str:
    return hashlib.sha256(f"{stage}\0{version}\0{_json(item)}".encode("utf-8", "surrogatepass")).hexdigest()[:40]


# --- what a result depends on -----------------------------------------------------------------------------------


def _rules_and_code(module: str) -> tuple:
    """The stamps of the modules and rule files behind `module`: cheap to take, changes whenever one is edited."""
    modules, patterns = _behind(module)
    files = [HERE / f"{name}.py" for name in modules] + [p for pat in patterns for p in sorted(rules.ROOT.glob(pat))]
    return tuple((path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in files if path.is_file())


@lru_cache(maxsize=64)
def _version(module: str, stamps: tuple) -> str:
    modules, patterns = _behind(module)
    digest = hashlib.sha256(rules.fingerprint(*patterns).encode())
    for name in modules:
        digest.update((HERE / f"{name}.py").read_bytes())
    for library in sorted({library for name in modules for library in _imports(name)[1]}):
        digest.update(f"{library} {_installed(library)}".encode())
    return digest.hexdigest()[:16]


@lru_cache(maxsize=64)
def _behind(module: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The modules of analysis/ that `module` is built on, itself first, and the rule files they name."""
    found, queue = [], [module.rpartition(".")[2]]
    while queue:
        name = queue.pop()
        if name not in found and (HERE / f"{name}.py").is_file() and name != "store":
            found.append(name)
            queue += sorted(_imports(name)[0])
    return tuple(sorted(found)), tuple(sorted({pattern for name in found for pattern in _rule_files(name)}))


@lru_cache(maxsize=64)
def _tree(name: str) -> ast.Module:
    return ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def _imports(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The siblings and the libraries that a module imports."""
    siblings, libraries = set(), set()
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "analysis":
            inner = node.module.split(".")[1:]
            siblings |= set(inner) if inner else {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            libraries.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Import):
            libraries |= {alias.name.split(".")[0] for alias in node.names if not alias.name.startswith("analysis")}
            siblings |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("analysis.")}
    return frozenset(siblings), frozenset(libraries - set(sys.stdlib_module_names))


def _rule_files(name: str) -> set[str]:
    """The rule files a module reads, as glob patterns; one whose name is worked out at run time stands for all."""
    found, kinds = set(), {"load": "{}.toml", "load_all": "{}/*.toml", "lines": "{}.txt"}
    for node in ast.walk(_tree(name)):
        call = node.func if isinstance(node, ast.Call) else None
        if isinstance(call, ast.Attribute) and call.attr in kinds and getattr(call.value, "id", "") == "rules":
            literal = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else "**/*"
            found.add(kinds[call.attr].format(literal))
    return found


@lru_cache(maxsize=64)
def _installed(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return ""


# --- the cache file ---------------------------------------------------------------------------------------------


class _Cache:
    """The SQLite file; when it cannot be used it says so once and the work goes on without it."""

    def __init__(self):
        self.file = place() / "results.sqlite"
        self.connection = self._open() or self._rebuild()

    def _open(self):
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.file, timeout=30)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute(TABLE)
            connection.execute("SELECT key, stage, version, file, result FROM results LIMIT 1").fetchall()
            connection.commit()
            return connection
        except (sqlite3.Error, OSError) as error:
            self.fault = error
            return None

    def _rebuild(self):
        damaged = isinstance(self.fault, sqlite3.DatabaseError) and not isinstance(self.fault, sqlite3.OperationalError)
        if damaged:
            message = f"the cache {self.file} was damaged ({self.fault}) and is built anew"
            warnings.warn(message, CacheWarning, stacklevel=4)
            for path in self.file.parent.glob("results.sqlite*"):
                path.unlink(missing_ok=True)
            return self._open()
        self._warn("cannot be opened")
        return None

    def _warn(self, what: str):
        warnings.warn(f"the cache {self.file} {what} ({self.fault}); going on without it", CacheWarning, stacklevel=5)

    def read(self, keys: list[str]) -> dict:
        if not self.connection:
            return {}
        try:
            marks = ",".join("?" * len(keys))
            rows = self.connection.execute(f"SELECT key, result FROM results WHERE key IN ({marks})", keys).fetchall()
            return {key: json.loads(result) for key, result in rows}
        except (sqlite3.Error, ValueError) as error:
            return self._give_up(error)

    def write(self, stage: str, version: str, items: dict, results: dict):
        if not self.connection or not items:
            return
        rows = [(key, stage, version, _name(item), _json(results[key])) for key, item in items.items()]
        try:
            with self.connection:
                self.connection.executemany("INSERT OR REPLACE INTO results VALUES (?,?,?,?,?)", rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> dict:
        self.fault = error
        self.close()
        self.connection = self._rebuild()
        return {}

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None


def _name(item) -> str:
    return str(item.get("file") or item.get("name") or "") if isinstance(item, dict) else ""


class _Progress:
    """Says on stderr how far long work is, every five seconds, and nothing about short work."""

    def __init__(self, stage: str):
        self.stage, self.seen, self.new, self.last = stage, 0, 0, time.monotonic()

    def add(self, seen: int, new: int):
        self.seen, self.new = self.seen + seen, self.new + new
        if new and time.monotonic() - self.last > 5:
            self.last = time.monotonic()
            print(f"{self.stage}: {self.seen:,} done, {self.new:,} of them new", file=sys.stderr, flush=True)
