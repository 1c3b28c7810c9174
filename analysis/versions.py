"""A function comes in; a hash of all that decides what it returns besides its item goes out: the code that it is built
on, the rule files which that code reads, the libraries and Python.
"""

import hashlib
import importlib.metadata
import json
import re
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from analysis import rules

HERE = Path(__file__).resolve().parent
OWN = ("ENGINE", "WORKERS", "LANG", "CORPUS")  # settings that decide where and for whom work is done, not its result
READERS = {"load": "{}.toml", "load_all": "{}/*.toml", "lines": "{}.txt", "texts": "texts/*.toml",
           "settings": "settings.toml"}  # fmt: skip


def of(function: Callable) -> str:
    """The hash, 16 hexadecimal digits. Code is taken as this process has loaded it, rules as they now are."""
    return _version(function.__module__, _rule_stamps(function.__module__))


def _rule_stamps(module: str) -> tuple:
    """The stamps of the rule files behind `module`: cheap to take, changed whenever one is edited, added or removed."""
    files = [path for pattern in _behind(module)[1] for path in sorted(rules.ROOT.glob(pattern))]
    return tuple((path.as_posix(), path.stat().st_mtime_ns, path.stat().st_size) for path in files if path.is_file())


@lru_cache(maxsize=256)
def _version(module: str, stamps: tuple) -> str:
    """The hash for these stamps of rule files."""
    modules, patterns = _behind(module)
    files = [pattern for pattern in patterns if pattern != "settings.toml"]
    parts = [".".join(map(str, sys.version_info[:2])), rules.fingerprint(*files), *map(_code, modules)]
    if "settings.toml" in patterns:
        parts.append(json.dumps({name: value for name, value in rules.settings().items() if name not in OWN}))
    libraries = sorted({library for name in modules for library in _scan(name)["libraries"]})
    parts += [f"{library} {_installed(library)}" for library in libraries]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    """The source of a module of the project when it was first asked for, i.e. as it was loaded; "" if there is none."""
    loaded = getattr(sys.modules.get(name), "__file__", None)
    places = [HERE / f"{name}.py", HERE.parent / f"{name}.py", *([Path(loaded)] if loaded else [])]
    return next((path.read_text(encoding="utf-8") for path in places if path.is_file()), "")


@lru_cache(maxsize=256)
def _code(name: str) -> str:
    return hashlib.sha256(_source(name).encode()).hexdigest()


@lru_cache(maxsize=256)
def _behind(module: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The modules that `module` is built on, itself included, and the rule files they name."""
    found, queue = [], [module.removeprefix("analysis.")]
    while queue:
        name = queue.pop()
        if name not in found and _source(name) and name not in ("store", "cache", "versions", "engines", "rules"):
            found.append(name)
            queue += _scan(name)["modules"]
    return tuple(sorted(found)), tuple(sorted({pattern for name in found for pattern in _scan(name)["rules"]}))


scans: dict[str, dict[str, list[str]]] = {}  # what _scan() found, by module and its source; the store keeps it


def _scan(name: str) -> dict[str, list[str]]:
    """The modules of analysis/, the libraries and the rule files that a module names anywhere in it."""
    key = hashlib.sha256(f"{_code('versions')} {_code(name)}".encode()).hexdigest()[:16]
    if key not in scans:
        scans[key] = {"name": name, **_scanned(_source(name))}
    return scans[key]


def _scanned(source: str) -> dict[str, list[str]]:
    source = _DOCSTRING.sub("", source)
    dotted = _imported(source)
    siblings = {path.split(".")[1] for path in dotted if path.startswith("analysis.")}
    libraries = {path.split(".")[0] for path in dotted} - set(sys.stdlib_module_names) - {"analysis"}
    return {"modules": sorted(siblings), "libraries": sorted(libraries), "rules": sorted(_rule_files(source))}


# Statements are found by their looks: parsing 150 modules takes 1.3 s, as long as all work on ten pages, this 0.05 s.
_DOCSTRING = re.compile(r'^[ \t]*"""[^"]*(?:"{1,2}[^"]+)*"""', re.MULTILINE)
_FROM = re.compile(r"^[ \t]*from[ \t]+(\w[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n(]+)", re.MULTILINE)
_IMPORT = re.compile(r"^[ \t]*import[ \t]+([^\n]+)|\bimport_module\(\s*[\"']([\w.]+)", re.MULTILINE)
_ASKED = re.compile(rf"\brules\.({'|'.join(READERS)})\(\s*(?:(\))|(f?)([\"'])([^\"'\n]*)\4\s*[,)])?")


def _imported(source: str) -> set[str]:
    """The dotted names that a module imports."""
    several = {f"{module}.{name}" for module, names in _FROM.findall(source) for name in _listed(names)}
    return several | {name for names, called in _IMPORT.findall(source) for name in _listed(names or called)}


def _listed(names: str) -> list[str]:
    """The names in what follows the word import, without brackets, remarks and "as"."""
    bare = re.sub(r"#[^\n]*|[()]", "", names)
    return [name.split()[0] for name in bare.split(",") if name.strip()]


def _rule_files(source: str) -> set[str]:
    """The rule files that a module reads, as glob patterns; * where a name is worked out at run time."""
    found = set()
    for reader, closed, computed, quote, name in _ASKED.findall(source):
        pattern = re.sub(r"\{[^}]*\}", "*", name) if computed else name
        found.add(READERS[reader].format(pattern if closed or quote else "**/*"))
    return found


@lru_cache(maxsize=256)
def _installed(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return ""
