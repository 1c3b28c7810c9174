"""The bytes of a table or list of articles (CSV, JSON) come in; a Source with one part an article goes out."""

import re
from dataclasses import replace

from analysis import archives
from analysis.encodings import Unreadable
from analysis.file_sources import Source
from analysis.text_files import marked, unmarked, untagged


def csv(raw: bytes, name: str) -> Source:
    """The Source of a table with a row an article."""
    return _several(archives.csv_records(raw), name)


def json(raw: bytes, name: str) -> Source:
    """The Source of a list of articles."""
    return _several(archives.json_records(raw), name)


def jsonl(raw: bytes, name: str) -> Source:
    """The Source of a list of articles, one a line."""
    return _several(archives.json_lines(raw), name)


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
        from analysis import markup

        page = markup.read(text)
        text, told = "\n".join(page.lines), told | {"hints": page.hints, "trunk": list(page.trunk)}
    elif marked(text):
        text, hinted = unmarked(text)
        told |= hinted
    else:
        text = untagged(text)
    if record.get("lede") and record["lede"].strip() not in text:
        text = record["lede"].strip() + "\n" + text
        told |= {"hints": ["", *told["hints"]]} if "hints" in told else {}
        told |= {"trunk": [number + 1 for number in told["trunk"]]} if "trunk" in told else {}
    return Source(name, text, told | {"article": "yes"}, told.get("language"))
