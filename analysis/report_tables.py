"""A table or a sentence of a notebook in -> its file in exports/ and its place in the report out.

Notebooks call save_table and answer through `analysis.report`.
"""

import io
import json
from pathlib import Path

import pandas as pd

from analysis.csv_files import Files, csv_bytes
from analysis.provenance import provenance


def save_table(table, name, *, title="", folder=None):
    """Write NAME.csv (UTF-8 with BOM, no live formulas) and NAME.json (columns, types, where it comes from).

    Returns the two paths. `title` names the table in the report's workbook. Raises ValueError for a name that is not
    a plain file name such as "01-terms".
    """
    if not name or Path(name).name != name or name.startswith("."):
        raise ValueError(f'"{name}" is no name for a table: use a plain one such as "01-terms"')
    folder = Path(folder or provenance().folder)
    folder.mkdir(parents=True, exist_ok=True)
    files = Files((folder / f"{name}.csv", folder / f"{name}.json"))
    files[0].write_bytes(csv_bytes(table))
    files[1].write_text(_sidecar(table, name, title), encoding="utf-8")
    return files


def save_text(text, name, folder=None):
    """Write a text as UTF-8 under a plain file name with its ending, such as "04-planned.ics"; returns the path.

    Line ends stay as they are. Raises ValueError for a name with a folder in it or without an ending.
    """
    if Path(name).name != name or name.startswith(".") or not Path(name).suffix:
        raise ValueError(f'"{name}" is no name for a file: use a plain one such as "04-planned.ics"')
    path = Path(folder or provenance().folder) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def _sidecar(table, name, title):
    begun = provenance()
    record = {
        "name": name,
        "title": title,
        "rows": len(table),
        "types": {str(column): kind_of(table[column]) for column in table.columns},
        "corpus_sha256": begun.corpus,
        "corpus_articles": begun.rows,
        "parameters": begun.parameters,
    }
    return json.dumps(record, ensure_ascii=False, indent=1, default=str) + "\n"


def written(prefix="", folder=None):
    """Names of the charts and tables that stand in the export folder under a prefix, each with its kinds of files.

    As a list of lines such as "00-articles: csv, json", in order; an empty list if there is none.
    """
    found = {}
    for path in sorted(Path(folder or provenance().folder).glob(f"{prefix}*.*")):
        found.setdefault(path.stem, []).append(path.suffix[1:])
    return [f"{name}: {', '.join(kinds)}" for name, kinds in found.items()]


def kind_of(column):
    """What a column holds: "number", "year" (whole numbers from 1900 to 2100 only), "date" or "text".

    >>> kind_of(pd.Series([1.5, None])), kind_of(pd.Series(["Nga"])), kind_of(pd.Series([2024, 2025]))
    ('number', 'text', 'year')
    """
    if pd.api.types.is_datetime64_any_dtype(column):
        return "date"
    if column.dtype == object and len(present := column.dropna()) and present.map(_is_number).all():
        column = pd.to_numeric(column)
    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        present = column.dropna()
        years = len(present) and present.between(1900, 2100).all() and (present == present.round()).all()
        return "year" if years else "number"
    return "text"


def named(table):
    """The table with names of one word or more for all columns; an index that says something becomes the first."""
    table = table if table.index.name is None and table.index.dtype == int else table.reset_index()
    return table.set_axis([" ".join(map(str, c)) if isinstance(c, tuple) else str(c) for c in table.columns], axis=1)


def plain(value):
    """A cell as JSON: lists joined, dates ISO, missing None."""
    if isinstance(value, (list, tuple, set)):
        return "; ".join(map(str, value))
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, bool):
        return str(value)
    if hasattr(value, "item"):
        return value.item()
    return value if isinstance(value, (int, float)) else str(value)


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def read_table(path):
    """(table, sidecar) as saved: numbers and dates typed, text without the protecting apostrophe.

    Raises FileNotFoundError if one of its two files is missing.
    """
    path = Path(path)
    sidecar = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    table = pd.read_csv(io.StringIO(path.read_text(encoding="utf-8-sig")), dtype=str, keep_default_na=False)
    for column, kind in sidecar["types"].items():
        table[column] = _typed(table[column], kind)
    return table, sidecar


def _typed(column, kind):
    if kind in ("number", "year"):
        return pd.to_numeric(column, errors="coerce")
    if kind == "date":  # some cells may hold a day, others a time; the zone is the corpus's own
        return pd.to_datetime(column.str.replace(r"[+-]\d\d:?\d\d$", "", regex=True), format="ISO8601", errors="coerce")
    return column.str.replace(r"^'(?=[=+\-@\t\r])", "", regex=True)


def answer(text, caution=""):
    """Show a sentence that answers the notebook's question; the report's first page repeats it. Returns None.

    text: made from the data, with its n. caution: what it must not be taken for.
    """
    told = f"**{text}**" + (f"  \n{caution}" if caution else "")
    try:
        from IPython.display import display
    except ImportError:
        print(told)
    else:
        display({"text/markdown": told}, raw=True, metadata={"answer": {"text": text, "caution": caution}})
