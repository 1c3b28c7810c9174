"""The bytes of a table or list of articles (CSV, JSON, JSON lines) come in; the fields of each article go out.

A row that is no article is one sentence on why.
"""

import csv
import io
import json
import re

from analysis.encodings import Unreadable, decode
from analysis.record_columns import field_of, fields

DEEPEST = 4  # objects around the list of articles: {"data": {"result": {"items": [...]}}}
SAMPLE = 20_000  # letters of a table by which its delimiter is chosen
NO_TEXT = "no field with the article's text (text, content, body, nội dung)"


def json_records(raw: bytes) -> list[dict | str]:
    """The articles of a JSON file: a list, one object, an object that holds or names several; one object a line."""
    text = decode(raw)
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise Unreadable("the JSON is nested too deeply to be a list of articles") from error
    except ValueError as error:
        if len(lines := [line for line in text.splitlines() if line.strip()]) > 1 and _is_object(lines[0]):
            return json_lines(raw)
        raise Unreadable(f"the JSON cannot be read: {str(error)[:80]}") from error
    return [_record(row) for row in _rows(data)]


def json_lines(raw: bytes) -> list[dict | str]:
    """The articles of a file with one JSON object a line; a str is a problem."""
    text = decode(raw)
    if text.lstrip().startswith("["):
        return json_records(raw)
    return [_of_line(line) for line in text.split("\n") if line.strip()]


def _of_line(line):
    try:
        return _record(json.loads(line))
    except (ValueError, RecursionError) as error:
        return f"this line is no JSON object: {str(error)[:80]}"


def _is_object(line):
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _record(row):
    found = fields(row) if isinstance(row, dict) else {}
    return found if "text" in found else NO_TEXT


def _rows(data):
    """The rows in JSON of any shape: the list with the most articles, objects under their names, columns."""
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        return [data]
    if "text" in fields(data) and not _columns(data):
        return [data]
    lists = [rows for rows in [*_lists(data, DEEPEST), _columns(data), _split(data), _named(data)] if rows]
    best = max(lists, key=_articles, default=[data])
    return best if _articles(best) else next((rows for rows in lists), [data])


def _articles(rows):
    return sum("text" in fields(row) for row in rows[:50] if isinstance(row, dict))


def _lists(data, depth):
    """Every list of objects that an object holds."""
    for value in data.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield value
        elif isinstance(value, dict) and depth:
            yield from _lists(value, depth - 1)


def _named(data):
    """The objects that an object holds under their numbers or addresses."""
    return [value for value in data.values() if isinstance(value, dict)]


def _columns(data):
    """The rows of a table written column by column: {"title": {"0": ..., "1": ...}, "content": {"0": ..., ...}}."""
    columns = {name: value for name, value in data.items() if isinstance(value, dict) and field_of(name)}
    numbers = list(next(iter(columns.values()), {}))
    if len(columns) < 2 or not all(number.isdigit() for number in numbers):
        return []
    return [{name: column.get(number) for name, column in columns.items()} for number in numbers]


def _split(data):
    """The rows of a table written as its names and its cells: {"columns": [...], "data": [[...], ...]}."""
    names, cells = data.get("columns"), data.get("data")
    if not isinstance(names, list) or not isinstance(cells, list):
        return []
    return [dict(zip(map(str, names), row, strict=False)) for row in cells if isinstance(row, list)]


def csv_records(raw: bytes) -> list[dict | str]:
    """The articles of a CSV, columns mapped by name; a row with too many or too few cells is a problem."""
    text = re.sub(r"\Asep=.\r?\n", "", decode(raw))
    csv.field_size_limit(10_000_000)
    dialect = _dialect(text)
    try:
        rows = _parsed(text, dialect)
        bare = _parsed(text, dialect | {"quoting": csv.QUOTE_NONE}) if _ragged(rows) else rows
    except csv.Error as error:
        raise Unreadable(f"the table cannot be read: {str(error)[:80]}") from error
    return table_records(bare if _ragged(bare) < _ragged(rows) and len(bare) >= len(rows) else rows)


def _parsed(text, dialect):
    return list(csv.reader(io.StringIO(text, newline=""), **dialect))


def _ragged(rows):
    """How many rows have another number of cells than the first: where a lone quotation mark opens a cell, many."""
    return sum(len(row) != len(rows[0]) for row in rows if row)


def table_records(rows: list[list[str]]) -> list[dict | str]:
    """The articles of a table whose first row names the columns. Raises Unreadable if none of them holds texts."""
    names = [name.strip() for name in rows[0]] if rows else []
    if "text" not in map(field_of, names):
        raise Unreadable(
            "the table has no column with the article's text; name it text, content or nội dung "
            f"(found: {', '.join(names)[:100]})"
        )
    return [_row(names, row) for row in rows[1:] if any(cell.strip() for cell in row)]


def _dialect(text):
    """How the cells of a table are parted and quoted: by the sign that names the most columns in its first line."""
    first = text.split("\n", 1)[0]
    known = {sign: sum(map(bool, map(field_of, _cells(first, sign)))) for sign in ",;\t|"}
    escaped = r"\"" in text[:SAMPLE] and not re.search(r'[^,;\t|\n\\]""', text[:SAMPLE])
    return {"delimiter": max(known, key=known.get)} | ({"escapechar": "\\", "doublequote": False} if escaped else {})


def _cells(line, sign):
    return next(csv.reader([line], delimiter=sign), [])


def _row(names, row):
    if len(row) != len(names):
        return f"this row has {len(row)} cells where the table has {len(names)} columns; it was left out"
    return _record(dict(zip(names, row, strict=True)))
