"""A saved file comes in; its lines of text and the metadata it carries go out, or a problem in one sentence.

Read in the caller's own process: for files that may be damaged or hostile use analysis.workers.read_all, which reads each
in a child process with limits.
"""

import hashlib
import os
import stat
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from analysis import encodings, markup
from analysis.encodings import Unreadable

LARGEST = 30_000_000  # bytes; the largest page among 300 saved news pages had 4 MB


@dataclass(frozen=True)
class Source:
    """One article's file as read: the text, what the file itself says of it, or the `problem`. `parts` holds the articles of a file with several."""

    name: str
    text: str = ""
    metadata: dict = field(default_factory=dict)
    language: str | None = None
    problem: str | None = None
    parts: tuple = ()

    @property
    def lines(self) -> list[str]:
        """The text line by line."""
        return self.text.split("\n") if self.text else []


def read(path, name: str | None = None) -> Source:
    """The Source of one file; never raises. `name` is what to call it, by default the file's own name."""
    path = Path(path)
    name = name or path.name
    try:
        return _with_side_car(path, _read(path, name))
    except Unreadable as error:
        return Source(name, problem=str(error))
    except MemoryError:
        return Source(name, problem="the file needs more memory than one page may take; it was left out")
    except RecursionError:
        return Source(name, problem="the file is nested too deeply to be a page; it was left out")
    except Exception as error:  # a file may break any reader in ways nobody foresaw; the others must go on
        return Source(name, problem=f"the file cannot be read ({type(error).__name__}: {str(error)[:120]}); open it and save it again")


def _read(path, name):
    _refuse_odd(path)
    raw = path.read_bytes()
    if not raw.strip():
        raise Unreadable("the file is empty")
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        raise Unreadable(f"files ending in {path.suffix or 'nothing'} are not read; save the page as {', '.join(sorted(READERS))}")
    return reader(raw, name)


def _refuse_odd(path):
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        raise Unreadable("this is a link to another place; copy the file itself into the folder")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("this is not an ordinary file (a pipe, device or socket); it was left out")
    if status.st_size > LARGEST:
        raise Unreadable(f"the file has {status.st_size / 1e6:.0f} MB, more than the {LARGEST / 1e6:.0f} MB a page may have; it was left out")


def _text(raw, name):
    text = encodings.decode(raw)
    if looks_like_markup(text):
        return _html(raw, name)
    return Source(name, text)


def looks_like_markup(text: str) -> bool:
    """Is it the source of a web page although its name says it is text?"""
    start = text[:2000].lstrip().casefold()
    return start.startswith(("<!doctype html", "<html")) or (start.startswith("<") and "<body" in start)


def _html(raw, name):
    page = markup.read(encodings.decode(raw))
    if not page.lines:
        raise Unreadable("the web page shows no text (it may be empty, or built by a script when opened); save it again as text")
    return Source(name, "\n".join(page.lines), page.metadata | {"hints": page.hints}, page.metadata.get("language"))


def _with_side_car(path, source):
    """The source with the fields of "page.html.toml" or "page.toml" beside it put over its own."""
    for side in _side_cars(path):
        if side.is_file() and not side.is_symlink() and side.stat().st_size < 100_000:
            try:
                table = tomllib.loads(side.read_text(encoding="utf-8-sig"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                return Source(source.name, source.text, source.metadata, source.language, f"{side.name} cannot be read: {error}")
            told = {key: value if isinstance(value, str) else value.isoformat() if hasattr(value, "isoformat") else str(value) for key, value in table.items()}
            return Source(source.name, source.text, source.metadata | told, told.get("language", source.language), source.problem, source.parts)
    return source


READERS = {".txt": _text, ".text": _text, ".html": _html, ".htm": _html, ".xhtml": _html}


def files(folder) -> list[Path]:
    """Every file of the folder and its sub-folders in order of name, without README files, hidden ones and side-cars."""
    folder = Path(folder)
    found = []
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")) and not name.endswith(("_files", "_tep")))
        found += [Path(root, name) for name in names if not skipped(name)]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def skipped(name: str) -> bool:
    """Is the file none of the reader's pages: a README, a hidden file, a side-car?"""
    return name.startswith(("README", ".", "~$")) or name in ("Thumbs.db", "desktop.ini") or name.endswith((".toml", ".tmp", ".crdownload", ".part"))


def read_each(paths, workers: int = 2, seconds: float = 20, megabytes: int = 700) -> list[Source]:
    """One Source a file, in order; a file with several articles has them as `parts`."""
    return [read(path) for path in paths]


def read_all(paths, workers: int = 2, seconds: float = 20, megabytes: int = 700) -> list[Source]:
    """The sources of all files, in order; a file with several articles gives several."""
    return [part for source in read_each(paths, workers, seconds, megabytes) for part in source.parts or [source]]


def fingerprint(path) -> str:
    """What decides how a file is read: a hash of its content and of its side-cars; of an odd file, what it is."""
    digest = hashlib.sha256(Path(path).name.encode("utf-8", "surrogatepass"))
    for each in (Path(path), *_side_cars(Path(path))):
        try:
            status = os.lstat(each)
            ordinary = stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST
            digest.update(each.read_bytes() if ordinary else f"{status.st_mode} {status.st_size}".encode())
        except OSError as error:
            digest.update(type(error).__name__.encode())
    return digest.hexdigest()


def _side_cars(path):
    return [side for side in (path.with_name(path.name + ".toml"), path.with_suffix(".toml")) if side != path]
