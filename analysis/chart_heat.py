"""A long table of pairs comes in; a Chart of a grid of numbers goes out, darker for more."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import row_height, row_names
from analysis.chart_letters import inches, wrap
from analysis.chart_sheet import sheet
from analysis.chart_style import COLOURS
from analysis.chart_tables import widened
from analysis.chart_words import more_rows
from analysis.notation import number

MOST = 24  # columns: with more of them the numbers would be too small to read
NAMES = 2.2  # inches for the names of the rows


TWO_LINES = 0.27  # inches that two lines of a column's head take side by side


@drawing_function
def heat(table, row, column, value, *, title, note, digits=None, axis="", top=40, empty="", lang=None):
    """A grid of numbers, darker for more (two colours around zero when some are negative). Returns a Chart.

    table is long; a missing pair stays white and empty, it is not zero. digits: decimals in the cells.
    """
    every, table, total = widened(table, row, column, value, top)
    wide = every.iloc[:, :MOST]
    if wide.empty:
        return None
    more = more_rows(len(wide), total, lang), more_rows(wide.shape[1], every.shape[1], lang, "wide")
    cell = min(0.75, 4.3 / wide.shape[1])
    room = {"width": 1.3, "lines": 2} if cell >= TWO_LINES else {"width": 2.1, "lines": 1}
    names, heads = [str(n) for n in wide.index], [wrap(c, size=7.5, **room) for c in wide.columns]
    widest = max(inches(part, 7.5) for head in heads for part in head.split("\n"))
    upright = widest > cell - 0.04
    body = 0.25 + (widest if upright else 0.3) + max(0.21, row_height(names, NAMES)) * len(names)
    figure = sheet(body, title, note, (), " ".join(filter(None, more)))
    axes = figure.add_subplot()
    _cells(axes, wide.to_numpy(float), cell, lang, digits)
    row_names(axes, names, NAMES)
    _column_heads(axes, heads, upright)
    axes.set_xlabel(axis, loc="left")
    return figure, table


def _column_heads(axes, heads, upright):
    """The names of the columns above them, and no lines around the grid."""
    axes.set_xlim(-0.5, max(len(heads), 4) - 0.5)
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(heads)), heads, rotation=90 if upright else 0, size=7.5)
    axes.tick_params(axis="x", length=0)
    axes.spines[:].set_visible(False)


def _cells(axes, values, cell, lang, digits):
    """Draw an array of numbers as cells `cell` inches wide, each with its number in it; missing ones stay white."""
    reach, below = np.nanmax(np.abs(values)) or 1, np.nanmin(values) < 0
    edges = [np.arange(n + 1) - 0.5 for n in (values.shape[1], values.shape[0])]
    look = {"cmap": _shades(below), "vmin": -reach if below else 0, "vmax": reach, "edgecolors": "white", "lw": 1}
    axes.pcolormesh(*edges, np.ma.masked_invalid(values), **look)
    size = min(7.5, cell * 72 / (max(len(number(v, lang, digits)) for v in values.flat) * 0.62))
    for (i, j), v in np.ndenumerate(values):
        if np.isfinite(v):
            colour = "white" if abs(v) / reach > 0.55 else "#1B2026"
            axes.text(j, i, number(v, lang, digits), size=max(size, 4.5), ha="center", va="center", color=colour)


def _shades(below):
    """A colour scale whose lightness falls evenly: one hue from white, or orange to blue through white."""
    ends = ("#B35806", "#F7F4F0", COLOURS[0]) if below else ("#F2F6FA", "#7FB0D8", COLOURS[0])
    return LinearSegmentedColormap.from_list("shades", ends)
