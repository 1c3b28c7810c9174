"""A table comes in; the bytes of its CSV file for spreadsheets go out, and how a notebook shows files it wrote."""

import math

import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a text starts that a spreadsheet would run


class Files(tuple):
    """The paths that were written; shown as one short line, without the machine's folders."""

    def __repr__(self):
        return f"{self[0].parent.name}/{self[0].stem}: {', '.join(path.suffix[1:] for path in self)}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": repr(self)}, {"saved": self[0].stem}


def csv_bytes(table):
    """A table as CSV bytes for spreadsheets: UTF-8 with BOM, ISO dates, lists joined by "; ", no live formulas.

    A text cell that a spreadsheet would run as a formula (it starts with = + - @, a tab or a return) gets an
    apostrophe in front; numbers, also those kept as text, stay numbers.

    >>> csv_bytes(pd.DataFrame({"từ": ["=1+1", "-5", "Nga"], "n": [-1, 2, 3]})).decode("utf-8-sig").split()
    ['từ,n', "'=1+1,-1", '-5,2', 'Nga,3']
    """
    safe = pd.DataFrame({i: [_cell(v) for v in table.iloc[:, i]] for i in range(table.shape[1])}, dtype=object)
    header = [_cell(str(c)) for c in table.columns] if len(table.columns) else False
    return safe.to_csv(index=False, header=header, lineterminator="\n").encode("utf-8-sig")


def _cell(value):
    """One cell made safe: see csv_bytes."""
    if isinstance(value, (list, tuple, set)):
        return _cell("; ".join(map(str, sorted(value, key=str) if isinstance(value, set) else value)))
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d" if value == value.normalize() else "%Y-%m-%d %H:%M")
    if isinstance(value, str) and value.startswith(FORMULA) and not _is_number(value):
        return "'" + value
    return value


def _is_number(text):
    try:
        return math.isfinite(float(text)) and text == text.strip() and "_" not in text
    except ValueError:
        return False
