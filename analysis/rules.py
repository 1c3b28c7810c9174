"""Name of a rule file in -> its contents out (TOML tables, word lists, texts). The only module that opens rules/.

Everything in rules/ can be edited without code. A file that cannot be used raises RuleError with the file, what is
wrong and what to do.
"""

import hashlib
import threading
import tomllib
import unicodedata
from collections.abc import Callable
from contextlib import contextmanager
from functools import lru_cache, wraps
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "rules"


class RuleError(ValueError):
    """A file in rules/ cannot be used; the message names the file, the fault and the way out."""


def path_of(name: str, ending: str = ".toml") -> Path:
    """The file that holds the rules `name`, e.g. "outlets/vov" -> rules/outlets/vov.toml."""
    return ROOT / f"{name}{ending}"


def load(name: str) -> dict:
    """The tables of rules/<name>.toml as a dictionary, read again when the file has changed.

    Raises RuleError when the file is missing, is not UTF-8 or is not valid TOML.
    """
    return _read(name, ".toml", _toml)


def load_all(folder: str) -> dict[str, dict]:
    """Every rules/<folder>/*.toml as {file stem: tables}, sorted by name; an empty dictionary if there is none."""
    held = _Held.files if _Held.files is not None else {}
    if folder not in held:
        held[folder] = {path.stem: load(f"{folder}/{path.stem}") for path in sorted((ROOT / folder).glob("*.toml"))}
    return held[folder]


def lines(name: str) -> list[str]:
    """The entries of rules/<name>.txt, one a line, NFC; blank lines and what follows a # are left out."""
    return list(_read(name, ".txt", _entries))


def problems() -> list[str]:
    """What is wrong with files of rules/ that cannot be read, a sentence each; an empty list where all can."""
    found = []
    for path in sorted(ROOT.rglob("*.toml")):
        try:
            load(path.relative_to(ROOT).with_suffix("").as_posix())
        except RuleError as error:
            found.append(str(error))
    return found


@contextmanager
def steady(version: str | None = None):
    """While it lasts, each rule file is what it was when first read in it; looking at its date for every line of many
    pages takes longer than using it (a tenth of the time of cleaning).

    `version` says which code and rules these are: what was remembered under the same version last time is still so.
    """
    before = _Held.files, _Held.memory
    if _Held.files is None:
        same = version is not None and version == _Held.version
        _Held.files, _Held.memory, _Held.version = {}, _Held.last if same else {}, version
        _Held.last = _Held.memory
    try:
        yield
    finally:
        _Held.files, _Held.memory = before


def remembered(function: Callable) -> Callable:
    """The function of texts, worked out once for a text while rules are steady: menus stand on every page."""

    @wraps(function)
    def told(*texts):
        if _Held.memory is None:
            return function(*texts)
        kept = _Held.memory.setdefault(function, {})
        if texts not in kept:
            if len(kept) >= REMEMBERED:
                kept.clear()
            kept[texts] = function(*texts)
        return kept[texts]

    return told


REMEMBERED = 20_000  # texts a function; the lines of pages in 300 layouts


class _ByThread(threading.local):
    """The files read and the texts remembered since steady() began in this thread, None outside of it."""

    files = memory = version = None
    last = {}  # what was remembered when rules were last steady


_Held = _ByThread()


def settings() -> dict:
    """The defaults for all notebooks, from rules/settings.toml (LANG, PAIR, ...)."""
    return load("settings")


def fingerprint(*patterns: str) -> str:
    """A short hash of the contents of all rule files that match the glob patterns; changes when one of them does."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def texts(lang: str | None = None):
    """A function say(key, **values) -> the text of that key in `lang` ("en", "vi" or None for the default language).

    `say.lang` is the language. Keys are "<table>.<name>" over all rules/texts/*.toml, where each entry has `en` and
    `vi`. The files are read when texts() is called: charts say thousands of words. Raises RuleError for an unknown
    language, and for a key that is missing in a language.
    """
    lang = lang or settings()["LANG"]
    if lang not in ("en", "vi"):
        raise RuleError(f'LANG is "{lang}"; use "en" or "vi" (in the notebook\'s parameters or in rules/settings.toml)')

    tables = list(load_all("texts").values())

    def say(key: str, **values) -> str:
        return _text(tables, key, lang).format(**values)

    say.lang = lang
    return say


def headed(table, lang: str | None = None):
    """The DataFrame with its column names in words of `lang`, from [column.<name>]; a name without words stays."""
    say = texts(lang)
    words = _dig_all("column")
    return table.rename(columns={name: words[name][say.lang] for name in table.columns if name in words})


def _dig_all(key: str) -> dict:
    return {name: entry for table in load_all("texts").values() for name, entry in (_dig(table, key) or {}).items()}


def _text(tables: list[dict], key: str, lang: str) -> str:
    entry = next((found for table in tables if (found := _dig(table, key))), None)
    if not isinstance(entry, dict) or lang not in entry:
        raise RuleError(f'rules/texts/: no text "{key}" in "{lang}"; add [{key}] with {lang} = "..." to a file there')
    return entry[lang]


def _dig(table: dict, key: str):
    for part in key.split("."):
        table = table.get(part) if isinstance(table, dict) else None
    return table


def _read(name: str, ending: str, parse):
    """The file as parse(path, stamp) gives it, read again when it has changed."""
    held = _Held.files
    if held is not None and (name, ending) in held:
        return held[name, ending]
    path = path_of(name, ending)
    found = parse(path, _stamp(path))
    if held is not None:
        held[name, ending] = found
    return found


def _stamp(path: Path) -> tuple[int, int]:
    """Changes whenever the file does, so that an edited rule is read again without restarting the notebook."""
    try:
        found = path.stat()
    except OSError as error:
        raise RuleError(f"{_name(path)} is missing; restore it from the repository or from your copy") from error
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=256)
def _toml(path: Path, stamp: tuple[int, int]) -> dict:
    try:
        return tomllib.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{_name(path)} cannot be read: {error}; correct that line and run the cell again") from error


@lru_cache(maxsize=64)
def _entries(path: Path, stamp: tuple[int, int]) -> tuple[str, ...]:
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RuleError(f"{_name(path)} is not UTF-8 text; save it again as UTF-8") from error
    kept = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in kept if line)


def _name(path: Path) -> str:
    return path.relative_to(ROOT.parent).as_posix()
