"""A table comes in; its rows that can be drawn go out, with numbers, days or one column a series."""

import numpy as np
import pandas as pd

NONE = "–"  # stands for a name that is missing


def texts(column):
    """The column as texts, a dash where there is none."""
    return column.astype(object).where(column.notna(), NONE).astype(str)


def present(table, *columns):
    """The rows that have all these numbers, and those columns as floats."""
    table = table.copy()
    for column in columns:
        table[column] = pd.to_numeric(table[column], errors="coerce")
    return table[np.isfinite(table[list(columns)]).all(axis=1)].reset_index(drop=True)


def dated(table, start, end):
    """The rows with an end (or a start), with `_start` and `_end` as days; a level has both equal."""
    starts, ends = (pd.to_datetime(table[c], errors="coerce") for c in (start, end))
    table = table.assign(_start=starts.fillna(ends), _end=ends.fillna(starts))
    return table[table["_end"].notna()].reset_index(drop=True)


def undated(table):
    """The table without the columns that `dated` added."""
    return table.drop(columns=["_start", "_end"])


def widened(table, label, series, value, top=None, blank=False):
    """A long table as a wide one in order of appearance, all its rows, and how many labels they have.

    series: None for one column. top: so many labels at most in the wide one. blank: also columns without a number.
    """
    every, table = table, present(table, value)
    column = texts(table[series]) if series else pd.Series("", index=table.index)
    names = texts(table[label])
    order = list(dict.fromkeys(names))
    kept = order[:top] if top else order
    long = table.assign(_n=names, _s=column)
    wide = long.pivot_table(index="_n", columns="_s", values=value, aggfunc="sum", sort=False)
    columns = dict.fromkeys(texts(every[series]) if blank and len(table) else column)
    return wide.reindex(index=kept, columns=list(columns)), table, len(order)


def are_whole(values):
    """Whether all values are whole numbers, so that ticks must be too.

    >>> are_whole([1, 2.0, None]), are_whole([0.5])
    (True, False)
    """
    values = pd.to_numeric(pd.Series(list(values)), errors="coerce").dropna()
    return bool((values == values.round()).all())
