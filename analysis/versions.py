"""A function comes in; a hash of all that decides what it returns besides its item goes out: the code that it is built
on, the rule files which that code reads, the libraries and Python.
"""

import ast
import hashlib
import importlib.metadata
import json
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
        if name not in found and _source(name) and name not in ("store", "versions", "engines", "rules"):
            found.append(name)
            queue += _scan(name)["modules"]
    return tuple(sorted(found)), tuple(sorted({pattern for name in found for pattern in _scan(name)["rules"]}))


scans: dict[str, dict[str, list[str]]] = {}  # what _scan() found, by module and its source; the store keeps it


def _scan(name: str) -> dict[str, list[str]]:
    """The modules of analysis/, the libraries and the rule files that a module names anywhere in it."""
    key = hashlib.sha256(f"{_code('versions')} {_code(name)}".encode()).hexdigest()[:16]
    if key not in scans:
        scans[key] = {"name": name, **_scanned(tuple(ast.walk(ast.parse(_source(name)))))}
    return scans[key]


def _scanned(nodes: tuple) -> dict[str, list[str]]:
    dotted = {path for node in nodes for path in _imported(node)}
    siblings = {path.split(".")[1] for path in dotted if path.startswith("analysis.")}
    libraries = {path.split(".")[0] for path in dotted} - set(sys.stdlib_module_names) - {"analysis"}
    return {"modules": sorted(siblings), "libraries": sorted(libraries), "rules": sorted(_rule_files(nodes))}


def _imported(node) -> list[str]:
    """The dotted names that one node of a module imports."""
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    called = getattr(node, "func", None)
    if "import_module" in (getattr(called, "id", ""), getattr(called, "attr", "")):
        return [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
    return []


def _rule_files(nodes: tuple) -> set[str]:
    """The rule files that the nodes of a module read, as glob patterns; * where a name is worked out at run time."""
    found = set()
    for node in nodes:
        call = node.func if isinstance(node, ast.Call) else None
        if isinstance(call, ast.Attribute) and call.attr in READERS and getattr(call.value, "id", "") == "rules":
            found.add(READERS[call.attr].format(_pattern(node.args[0]) if node.args else ""))
    return found


def _pattern(node) -> str:
    """The name a call gives, with * for the parts worked out at run time; ** for one that is worked out as a whole."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    return "**/*"


@lru_cache(maxsize=256)
def _installed(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return ""
