"""A folder of saved pages comes in; its pages line by line, and the rows of the table of articles, go out.

What is kept of a page twice: all its lines, for the receipt, and the article alone, for everything else; a page that is
known costs no more than its article.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import tee
from operator import itemgetter
from pathlib import Path

from analysis import folders, formats, pages, store

ARTICLE = ["title", "published", "outlet", "section", "author", "source", "source_url", "lede", "captions", "language"]


def rows(folder: Path) -> Iterator[dict]:
    """The articles of a folder, in order of file name: file, the fields of ARTICLE, text, problem."""
    for articles in store.stream("articles", rows_of_files, _files(folder), at_once=True, key=_decides):
        yield from articles


def read(folder: Path) -> Iterator[tuple[dict, dict]]:
    """Every source (name, text, metadata, problem) with its Page, both as dictionaries, one after the other."""
    return ((source, page) for _, source, page in _read(_files(folder)))


def rows_of_files(files: list[dict]) -> list[list[dict]]:
    """The rows of each of files {path, where, hash}, one an article in it (the function whose results are stored)."""
    found = [[] for _ in files]
    for number, source, page in _read(files):
        found[number].append(_row(source, page))
    return found


def sources_of(files: list[dict]) -> list[list[dict]]:
    """The sources in each of files {path, ...}, one an article in it (the function whose results are stored)."""
    sources = formats.read_each([file["path"] for file in files])
    return [[vars(part) for part in source.parts or [source]] for source in sources]


def page_of(source: dict) -> dict:
    """The Page of a source {name, text, metadata} as a dictionary (the function whose results are stored)."""
    page = pages.clean(source["text"], source["name"], source["metadata"])
    return {**vars(page), "lines": [vars(line) for line in page.lines]}


def _files(folder: Path) -> list[dict]:
    """Each file of the folder: its path, name, the sub-folder it is in, and a hash of what decides how it is read."""
    paths = folders.files(folder)
    where = {parent: parent.relative_to(folder).as_posix() for parent in {path.parent for path in paths}}
    return [{"path": str(path), "file": path.name, "where": where[path.parent], "hash": folders.fingerprint(path)}
            for path in paths]  # fmt: skip


def _decides(file: dict) -> list[str]:
    return [file["hash"], file["where"]]


def _read(files: Iterable[dict]) -> Iterator[tuple[int, dict, dict]]:
    """(number of the file, source, page) of every article in the files."""
    found = enumerate(store.stream("files", sources_of, files, at_once=True, key=itemgetter("hash")))
    named = (
        (number, source | {"name": (Path(files[number]["where"]) / source["name"]).as_posix()})
        for number, sources in found
        for source in sources
    )
    sources, again = tee(named)
    items = ({key: source[key] for key in ("name", "text", "metadata")} for _, source in again)
    cleaned = store.stream("pages", page_of, items, otherwise=asdict(pages.Page()))
    return ((number, source, page) for (number, source), page in zip(sources, cleaned, strict=True))


def _row(source: dict, page: dict) -> dict:
    text = "\n".join(([page["lede"]] if page["lede"] else []) + page["body"])
    problem = source["problem"] or (None if text else "no article text was found in it; see its lines in notebook 00")
    told = source["metadata"].get("told", {})  # by a reader's side-car
    return {**{name: page[name] for name in ARTICLE}, **told, "file": source["name"], "text": text, "problem": problem}
