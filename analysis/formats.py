"""A saved file comes in; its lines of text and the metadata it carries go out, or a problem in one sentence.

read() works in the caller's own process; read_each() and read_all() read each file in a child process with limits of
time and memory, which is what files that may be damaged or hostile need.
"""

import io
from dataclasses import replace
from pathlib import Path

from analysis import archives, isolation
from analysis.document_files import docx, pdf
from analysis.encodings import Unreadable
from analysis.file_sources import Source, from_record, to_record
from analysis.folders import LARGEST, refuse_odd
from analysis.record_files import csv, feed, json, jsonl, sheet
from analysis.side_cars import with_side_car
from analysis.text_files import html, marked_down, mhtml, plain, webarchive


def read(path, name: str | None = None) -> Source:
    """The Source of one file; never raises. `name` is what to call it, by default the file's own name."""
    path = Path(path)
    name = name or path.name
    try:
        return with_side_car(path, _read(path, name))
    except Unreadable as error:
        return Source(name, problem=str(error))
    except MemoryError:
        return Source(name, problem="the file needs more memory than one page may take; it was left out")
    except RecursionError:
        return Source(name, problem="the file is nested too deeply to be a page; it was left out")
    except Exception as error:  # a file may break any reader in ways nobody foresaw; the others must go on
        return Source(
            name,
            problem=f"the file cannot be read ({type(error).__name__}: {str(error)[:120]}); open it and save it again",
        )


def _read(path, name):
    refuse_odd(path)
    return parse(path.read_bytes(), name)


def parse(raw: bytes, name: str, nested: bool = False) -> Source:
    """The Source of a file's bytes, by the ending of its name. Raises Unreadable with the problem."""
    if not raw.strip(b"\0 \t\r\n"):
        raise Unreadable("the file is empty")
    ending = Path(name).suffix.casefold()
    reader = READERS.get(ending)
    if reader is None or nested and ending in SEVERAL:
        raise Unreadable(
            f"files ending in {ending or 'nothing'} are not read{' inside an archive' if nested and reader else ''}; "
            f"save the page as {', '.join(sorted(READERS))}"
        )
    return reader(raw, name)


def _zip(raw, name):
    parts = []
    for member, content in archives.zipped(io.BytesIO(raw)):
        label = f"{name}/{member}"
        try:
            if isinstance(content, str):
                raise Unreadable(content)
            source = replace(parse(content, member, nested=True), name=label)
        except Unreadable as error:
            source = Source(label, problem=str(error))
        except Exception as error:  # one bad member must not lose the others
            source = Source(label, problem=f"the file cannot be read ({type(error).__name__}: {str(error)[:120]})")
        parts += [replace(part, name=f"{name}/{part.name}") for part in source.parts] or [source]
    if not parts:
        raise Unreadable("the archive holds no page")
    return replace(parts[0], parts=tuple(parts))


def _gzip(raw, name):
    source = parse(archives.unpacked(io.BytesIO(raw), LARGEST), Path(name).stem, nested=True)
    return replace(source, name=name)


READERS = {
    ".txt": plain,
    ".text": plain,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
    ".mhtml": mhtml,
    ".mht": mhtml,
    ".md": marked_down,
    ".markdown": marked_down,
    ".pdf": pdf,
    ".docx": docx,
    ".csv": csv,
    ".tsv": csv,
    ".json": json,
    ".jsonl": jsonl,
    ".ndjson": jsonl,
    ".xlsx": sheet,
    ".xml": feed,
    ".rss": feed,
    ".atom": feed,
    ".webarchive": webarchive,
    ".zip": _zip,
    ".gz": _gzip,
}
SEVERAL = frozenset({".zip", ".gz"})  # not read inside another archive


def read_each(paths, workers: int = 2, seconds: float = 20, megabytes: int = 700) -> list[Source]:
    """One Source a file, in order, each read in a child process with limits; a file with several articles has `parts`.

    A file that takes longer than `seconds` or needs more than `megabytes` gives a Source with the problem.
    """
    paths = [str(path) for path in paths]
    answers = isolation.each("analysis.formats:read_record", paths, workers, seconds, megabytes)
    return [
        Source(Path(path).name, problem=f"{answer}; the file was left out")
        if isinstance(answer, str)
        else from_record(answer)
        for path, answer in zip(paths, answers, strict=True)
    ]


def read_record(path: str) -> dict:
    """read() as plain lists, strings and dictionaries: what a child process sends back."""
    return to_record(read(path))


def read_all(paths, workers: int = 2, seconds: float = 20, megabytes: int = 700) -> list[Source]:
    """The sources of all files, in order; a file with several articles gives several."""
    return [part for source in read_each(paths, workers, seconds, megabytes) for part in source.parts or [source]]
