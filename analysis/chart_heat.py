"""A long table of pairs comes in; a Chart of a grid of numbers goes out, darker for more."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import row_height, row_names
from analysis.chart_letters import inches, wrap
from analysis.chart_sheet import sheet
from analysis.chart_style import COLOURS, WIDTH, ink_on
from analysis.chart_tables import widened
from analysis.chart_words import more_rows
from analysis.notation import number

MOST = 24  # columns: with more of them the numbers would be too small to read
NAMES = 2.2  # inches for the names of the rows; more where they need it and the cells leave it
CELL = 0.17  # inches of the narrowest cell, in which two digits stand at 7.5 points
TWO_LINES = 0.27  # inches that two lines of a column's head take side by side


@drawing_function
def heat(table, row, column, value, *, title, note, digits=None, axis="", order=(), top=40, empty="", lang=None):
    """A grid of numbers, darker for more (two colours around zero when some are negative). Returns a Chart.

    table is long; a pair that is missing or has no number stays white and empty, it is not zero. digits: decimals in
    the cells. order: names that rows and columns begin with, so that a square grid has one order both ways.
    """
    every, table, total = widened(table, row, column, value, top, blank=True)
    every = _ordered(every, order)
    wide = every.iloc[:, :MOST]
    if wide.empty:
        return None
    more = more_rows(len(wide), total, lang), more_rows(wide.shape[1], every.shape[1], lang, "wide")
    room_left = _name_room([str(n) for n in wide.index], wide.shape[1])
    cell = min(0.75, (WIDTH - 0.4 - room_left) / wide.shape[1])
    room = {"width": 1.3, "lines": 2} if cell >= TWO_LINES else {"width": 2.1, "lines": 1}
    names, heads = [str(n) for n in wide.index], [wrap(c, size=7.5, **room) for c in wide.columns]
    widest = max(inches(part, 7.5) for head in heads for part in head.split("\n"))
    upright = widest > cell - 0.04
    body = 0.25 + (widest if upright else 0.3) + max(0.21, row_height(names, room_left)) * len(names)
    figure = sheet(body, title, note, (), " ".join(filter(None, more)))
    axes = figure.add_subplot()
    _cells(axes, wide.to_numpy(float), cell, lang, digits)
    row_names(axes, names, room_left)
    _column_heads(axes, heads, upright)
    axes.set_xlabel(axis, loc="left")
    return figure, table


def _ordered(wide, order):
    """A wide table whose rows and columns begin with those of `order`, in its order."""
    rows, columns = ([*(n for n in order if n in axis), *(n for n in axis if n not in order)] for axis in wide.axes)
    return wide.loc[rows, columns]


def _name_room(names, columns):
    """Inches for the names of the rows: all that one line of the longest needs, if the cells can spare it."""
    longest = max(inches(name, 8) for name in names) + 0.05
    return max(NAMES, min(longest, WIDTH - 0.4 - CELL * columns)) if longest > NAMES else NAMES


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
    shades = _shades(below)
    look = {"cmap": shades, "vmin": -reach if below else 0, "vmax": reach, "edgecolors": "white", "lw": 1}
    axes.pcolormesh(*edges, np.ma.masked_invalid(values), **look)
    size = min(7.5, cell * 72 / (max(len(number(v, lang, digits)) for v in values.flat) * 0.62))
    for (i, j), v in np.ndenumerate(values):
        if np.isfinite(v):
            colour = ink_on(shades((v + reach) / (2 * reach) if below else v / reach))
            axes.text(j, i, number(v, lang, digits), size=max(size, 4.5), ha="center", va="center", color=colour)


def _shades(below):
    """A colour scale whose lightness falls evenly: one hue from white, or orange to blue through white."""
    ends = ("#B35806", "#F7F4F0", COLOURS[0]) if below else ("#F2F6FA", "#7FB0D8", COLOURS[0])
    return LinearSegmentedColormap.from_list("shades", ends)
