"""The bytes of a table, list or feed of articles come in; a Source with one part an article goes out."""

import re
from dataclasses import replace

from analysis import feed_files, record_columns, record_lists, sheet_files, told_times
from analysis.encodings import Unreadable
from analysis.file_sources import Source
from analysis.text_files import marked, unmarked, untagged


def csv(raw: bytes, name: str) -> Source:
    """The Source of a table with a row an article."""
    return _several(record_lists.csv_records(raw), name)


def json(raw: bytes, name: str) -> Source:
    """The Source of a list of articles."""
    return _several(record_lists.json_records(raw), name)


def jsonl(raw: bytes, name: str) -> Source:
    """The Source of a list of articles, one a line."""
    return _several(record_lists.json_lines(raw), name)


def feed(raw: bytes, name: str) -> Source:
    """The Source of a feed with an entry an article."""
    return _several(feed_files.records(raw), name)


def sheet(raw: bytes, name: str) -> Source:
    """The Source of a spreadsheet: of the first of its sheets with a column of texts."""
    tables = [[row for row in rows if any(cell.strip() for cell in row)] for rows in sheet_files.sheets(raw)]
    tables = [[[*row, *[""] * (len(rows[0]) - len(row))] for row in rows] for rows in tables if rows]
    titled = (rows for rows in tables if "text" in map(record_columns.field_of, rows[0]))
    return _several(record_lists.table_records(next(titled, tables[0] if tables else [])), name)


def _several(records, name):
    """One Source an article: "table.csv#3" is the third."""
    american = told_times.months_first([each.get("published", "") for each in records if isinstance(each, dict)])
    parts = [
        Source(f"{name}#{number}", problem=record)
        if isinstance(record, str)
        else _of_record(_dated(record, american), f"{name}#{number}")
        for number, record in enumerate(records, 1)
    ]
    if not parts:
        raise Unreadable("the file holds no article")
    return replace(parts[0], parts=tuple(parts))


def _dated(record, american):
    """The record with its time as ISO, without one that is no time."""
    published = told_times.iso(record.get("published"), american)
    rest = {field: value for field, value in record.items() if field != "published"}
    return rest | ({"published": published} if published else {})


def _of_record(record, name):
    text, told = _lines(record["text"].replace("\r\n", "\n"))
    told = {NAMED.get(field, field): value for field, value in record.items() if field not in APART} | told
    lede = record.get("lede", "")
    if lede and not _begins(text, lede):
        text = f"{lede}\n{text}"
        told |= {"hints": ["", *told["hints"]]} if "hints" in told else {}
        told |= {"trunk": [number + 1 for number in told["trunk"]]} if "trunk" in told else {}
    text = f"{text}\n{record['credit']}" if record.get("credit") else text
    return Source(name, text, told | {"article": "yes"}, told.get("language"))


NAMED = {"outlet": "site"}
APART = frozenset({"text", "lede", "credit"})
TAG = re.compile(r"<(?:p|div|br|article|section|span|h[1-6]|ul|ol|table|figure|strong|em|img|a)\b", re.I)


def _lines(text):
    """The text of a record line by line, and what its markup says of them."""
    if TAG.search(text[:5000]):
        from analysis import markup

        page = markup.read(text)
        return "\n".join(page.lines), {"hints": page.hints, "trunk": list(page.trunk)}
    return unmarked(text) if marked(text) else (untagged(text), {})


def _begins(text, lede):
    """Does the lede stand in the text, whole or as far as a program that cut it wrote it out?"""
    bare = re.sub(r"\s*(?:\.{3}|…|\[(?:\.{3}|…|&hellip;)\])\s*$", "", lede)
    return " ".join(bare.split()) in " ".join(text.split())
