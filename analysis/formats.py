"""A saved file comes in; its lines of text and the metadata it carries go out, or a problem in one sentence.

read() works in the caller's own process; read_each() and read_all() read each file in a child process with limits of
time and memory, which is what files that may be damaged or hostile need.
"""

import hashlib
import io
import os
import re
import stat
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path

from analysis import archives, encodings, isolation, markdown, markup
from analysis.encodings import Unreadable

HEADING_TAG = re.compile(r"</?h[1-6]>")
LEFT_TAGS = 3  # tags of headings in a text that is no web page, for them to be read as such
LARGEST = 30_000_000  # bytes; the largest page among 300 saved news pages had 4 MB


@dataclass(frozen=True)
class Source:
    """One article's file as read: the text, what the file itself says of it, or the `problem`.

    `parts` holds the articles of a file with several.
    """

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
        return Source(
            name,
            problem=f"the file cannot be read ({type(error).__name__}: {str(error)[:120]}); open it and save it again",
        )


def _read(path, name):
    _refuse_odd(path)
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


def _refuse_odd(path):
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        raise Unreadable("this is a link to another place; copy the file itself into the folder")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("this is not an ordinary file (a pipe, device or socket); it was left out")
    if status.st_size > LARGEST:
        raise Unreadable(
            f"the file has {status.st_size / 1e6:.0f} MB, a page may have {LARGEST / 1e6:.0f} MB; it was left out"
        )


def _text(raw, name):
    text = encodings.decode(raw)
    if looks_like_markup(text):
        return _of_markup(text, name)
    return _of_markdown(text, name, {}) if markdown.marked(text) else Source(name, _untagged(text))


def _untagged(text):
    """Each heading on its own line, where a program that saved a page as text left the tags of the headings in it.

    >>> _untagged("<h1> Tin mẫu\\n</h1>\\nHai bên đã họp.<h2> Mỏ và than</h2>\\n<h3></h3>").split("\\n")
    [' Tin mẫu', '', 'Hai bên đã họp.', ' Mỏ và than', '']
    """
    if len(HEADING_TAG.findall(text)) < LEFT_TAGS:
        return text
    return HEADING_TAG.sub("", re.sub(r"(?<=[^\s>])[ \t]*<h[1-6]>|</h[1-6]>[ \t]*(?=[^\s<])", "\n", text))


def looks_like_markup(text: str) -> bool:
    """Is it the source of a web page although its name says it is text?"""
    start = text[:2000].lstrip().casefold()
    return start.startswith(("<!doctype html", "<html")) or (start.startswith("<") and "<body" in start)


def _html(raw, name):
    return _of_markup(encodings.decode(raw), name)


def _of_markup(text, name):
    page = markup.read(text)
    if not page.lines:
        raise Unreadable(
            "the web page shows no text (it may be empty, or built by a script when opened); save it again as text"
        )
    return Source(name, "\n".join(page.lines), page.metadata | {"hints": page.hints}, page.metadata.get("language"))


def _mhtml(raw, name):
    """The web page inside a "single file" saved by Chrome or Edge: the largest HTML part of a MIME message."""
    from email import message_from_bytes, policy

    message = message_from_bytes(raw, policy=policy.compat32)
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    bodies = sorted((part.get_payload(decode=True) or b"" for part in pages), key=len)
    if not bodies or not bodies[-1].strip():
        raise Unreadable("the .mhtml file holds no web page; save the page again")
    source = _html(bodies[-1], name)
    url = message.get("Snapshot-Content-Location") or pages[0].get("Content-Location")
    return replace(source, metadata={"url": str(url).strip()} | source.metadata) if url else source


def _markdown(raw, name):
    """Markdown from a clipper or a read-later service: links become their words, the front matter metadata."""
    text, told = encodings.decode(raw), {}
    front = re.match(r"---\s*\n(.{0,5000}?)\n---\s*\n", text, re.S)
    if front:
        told = dict(re.findall(r"^([\w-]{2,20}):\s*[\"']?(.+?)[\"']?\s*$", front[1], re.M))
        text = text[front.end() :]
    return _of_markdown(text, name, _known_fields(told))


def _of_markdown(text, name, told):
    text, hinted = _unmarked(text)
    return Source(name, text, told | hinted)


def _unmarked(text):
    """The text as a reader sees it, and {"hints": what its Markdown says of each line} where it says anything."""
    lines, hints = markdown.read(text)
    return "\n".join(lines), {"hints": hints} if any(hints) else {}


def _known_fields(told):
    """The fields that a page's metadata may have, from a mapping with free names ("date", "tác giả" ...)."""
    found = {
        archives.COLUMNS[key.casefold()]: value for key, value in told.items() if key.casefold() in archives.COLUMNS
    }
    found.pop("text", None)
    return {("site" if key == "outlet" else key): value for key, value in found.items()}


def _pdf(raw, name):
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("the PDF is locked by a password; save an unlocked copy")
        pages = [page.extract_text() or "" for page in reader.pages]
    except PyPdfError as error:
        raise Unreadable(f"the PDF is damaged ({str(error)[:80]}); save it again") from error
    text = "\n".join(line.strip() for page in pages for line in page.splitlines())
    if len(re.findall(r"\w", text)) < 40:
        raise Unreadable(
            "the PDF has no text layer (a scan or pictures only); run text recognition (OCR) on it "
            "or save the page as text"
        )
    title = (reader.metadata.title if reader.metadata else None) or ""
    return Source(name, text, {"wrapped": True} | ({"title": str(title)} if len(str(title).split()) >= 3 else {}))


def _docx(raw, name):
    from docx import Document

    archives.check_zip(io.BytesIO(raw))
    document = Document(io.BytesIO(raw))
    lines = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [
                "| " + " | ".join(dict.fromkeys(cell.text.replace("\n", " ").strip() for cell in row.cells)) + " |"
                for row in block.rows
            ]
        else:
            lines += block.text.split("\n")
    if not any(line.strip() for line in lines):
        raise Unreadable("the Word file holds no text (pictures only?)")
    told = document.core_properties
    return Source(
        name,
        "\n".join(lines),
        {key: value for key, value in {"title": told.title, "language": (told.language or "")[:2]}.items() if value},
    )


def _several(records, name):
    """One Source an article: "table.csv#3" is the third."""
    parts = [
        Source(f"{name}#{number}", problem=record)
        if isinstance(record, str)
        else _of_record(record, f"{name}#{number}")
        for number, record in enumerate(records, 1)
    ]
    if not parts:
        raise Unreadable("the file holds no article")
    return replace(parts[0], parts=tuple(parts))


def _of_record(record, name):
    text = record["text"].replace("\r\n", "\n")
    told = {("site" if key == "outlet" else key): value for key, value in record.items() if key not in ("text", "lede")}
    if re.search(r"<(?:p|div|br|article|span)\b", text[:5000], re.I):
        page = markup.read(text)
        text, told = "\n".join(page.lines), told | {"hints": page.hints}
    elif markdown.marked(text):
        text, hinted = _unmarked(text)
        told |= hinted
    else:
        text = _untagged(text)
    if record.get("lede") and record["lede"].strip() not in text:
        text, told = (
            record["lede"].strip() + "\n" + text,
            told | ({"hints": ["", *told["hints"]]} if "hints" in told else {}),
        )
    return Source(name, text, told | {"article": "yes"}, told.get("language"))


def _csv(raw, name):
    return _several(archives.csv_records(raw), name)


def _json(raw, name):
    return _several(archives.json_records(raw), name)


def _jsonl(raw, name):
    return _several(archives.json_lines(raw), name)


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


def _with_side_car(path, source):
    """The source with the fields of "page.html.toml" or "page.toml" beside it put over its own."""
    for side in map(Path, _side_cars(os.fspath(path))):
        if side.is_file() and not side.is_symlink() and side.stat().st_size < 100_000:
            try:
                table = tomllib.loads(side.read_text(encoding="utf-8-sig"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                return replace(source, problem=f"{side.name} cannot be read: {error}")
            return _told(source, {key: _as_text(value) for key, value in table.items()}, side.name)
    return source


TOLD = ("title", "published", "outlet", "section", "author", "source", "source_url", "language")


def _told(source, table, side):
    """The source with what a reader's side-car tells: help for the cleaner, and the last word on the article."""
    unknown = sorted(set(table) - set(TOLD))
    problem = f'{side} has "{unknown[0]}", which is no field; use {", ".join(TOLD)}' if unknown else source.problem
    told = {key: value for key, value in table.items() if key in TOLD}
    metadata = source.metadata | told | ({"site": told["outlet"]} if "outlet" in told else {}) | {"told": told}
    return replace(source, metadata=metadata, language=told.get("language", source.language), problem=problem)


def _as_text(value):
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


READERS = {
    ".txt": _text,
    ".text": _text,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".mhtml": _mhtml,
    ".mht": _mhtml,
    ".md": _markdown,
    ".markdown": _markdown,
    ".pdf": _pdf,
    ".docx": _docx,
    ".csv": _csv,
    ".tsv": _csv,
    ".json": _json,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".zip": _zip,
    ".gz": _gzip,
}
SEVERAL = frozenset({".zip", ".gz"})  # not read inside another archive


def files(folder) -> list[Path]:
    """Every file of the folder and its sub-folders in order of name, but README, hidden and side-car files."""
    folder = Path(folder)
    found = []
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(
            name for name in folders if not name.startswith((".", "_")) and not name.endswith(("_files", "_tep"))
        )
        found += [Path(root, name) for name in names if not skipped(name)]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def skipped(name: str) -> bool:
    """Is the file none of the reader's pages: a README, a hidden file, a side-car?"""
    return (
        name.startswith(("README", ".", "~$"))
        or name in ("Thumbs.db", "desktop.ini")
        or name.endswith((".toml", ".tmp", ".crdownload", ".part"))
    )


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


def fingerprint(path) -> str:
    """What decides how a file is read: a hash of its content and of its side-cars; of an odd file, what it is."""
    path = os.fspath(path)
    digest = hashlib.sha256(os.path.basename(path).encode("utf-8", "surrogatepass"))
    for each in (path, *_side_cars(path)):
        try:
            status = os.lstat(each)
            ordinary = stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST
            digest.update(_bytes(each) if ordinary else f"{status.st_mode} {status.st_size}".encode())
        except OSError as error:
            digest.update(type(error).__name__.encode())
    return digest.hexdigest()


def _bytes(path):
    with open(path, "rb") as file:
        return file.read()


def _side_cars(path):
    """Where a side-car may stand: "page.html.toml" and "page.toml"."""
    return [side for side in (f"{path}.toml", f"{os.path.splitext(path)[0]}.toml") if side != path]


def to_record(source: Source) -> dict:
    """The source as plain lists, strings and dictionaries, to hand it from one process to another."""
    return {
        "name": source.name,
        "text": source.text,
        "metadata": source.metadata,
        "language": source.language,
        "problem": source.problem,
        "parts": [to_record(part) for part in source.parts],
    }


def from_record(record: dict) -> Source:
    """The Source of to_record()."""
    return Source(**record | {"parts": tuple(from_record(part) for part in record["parts"])})
