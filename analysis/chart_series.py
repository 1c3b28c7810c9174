"""A long table, a row for a label and a series, comes in; a Chart of bars or columns goes out, one colour a series."""

import math

import numpy as np

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import beside, row_height, row_names
from analysis.chart_letters import inches
from analysis.chart_sheet import hatch_key, sheet
from analysis.chart_style import HATCHES, colours_of
from analysis.chart_tables import are_whole, widened
from analysis.chart_ticks import axis_label, number_axis, value_axis
from analysis.chart_words import more_rows
from analysis.notation import number, scale_of

FEWEST = 6  # columns that fill the width; fewer ones leave room at the right rather than grow


@drawing_function
def grouped(table, label, series, value, *, title, note, stacked=False, axis="", unit="", order=(), top=40, empty="",
            lang=None):  # fmt: skip
    """Horizontal bars of several series a label, side by side or `stacked`, one colour a series. Returns a Chart.

    table is long: one row for a label and a series. A missing pair leaves a gap, it is not drawn as zero. order: series
    that keep their colour in every chart; bars stand in the order of the table.
    """
    wide, table, total = widened(table, label, series, value, top)
    if wide.empty:
        return None
    colours, names = colours_of(wide.columns, order), [str(n) for n in wide.index]
    scale, word = scale_of(np.nanmax(wide.sum(axis=1) if stacked else wide.to_numpy()), lang)
    high = max(row_height(names), 0.2 if stacked else 0.07 + 0.14 * wide.notna().sum(axis=1).max())
    figure = sheet(0.5 + high * len(wide), title, note, hatch_key(colours), more_rows(len(wide), total, lang))
    axes = figure.add_subplot()
    _bars(axes.barh, wide, colours, stacked)
    if not stacked:
        _numbers(axes, wide, scale, lang)
    row_names(axes, names)
    value_axis(axes, lang, are_whole(table[value]), scale, axis_label(axis, unit, word))
    axes.set_xlim(left=min(0, np.nanmin(wide.to_numpy())))
    return figure, table


@drawing_function
def columns(table, label, value, *, title, note, series=None, axis="", unit="", empty="", lang=None):
    """Upright columns along an ordered axis (months, years), stacked by `series`. Returns a Chart.

    label is text in the order to draw, every step present (give 0 for an empty month). Of many labels only as many are
    written as fit.
    """
    wide, table, _total = widened(table, label, series, value)
    if wide.empty:
        return None
    colours = colours_of(wide.columns)
    scale, word = scale_of(wide.sum(axis=1).abs().max(), lang)
    figure = sheet(2.6, title, note, hatch_key(colours) if series else ())
    axes = figure.add_subplot()
    _bars(axes.bar, wide, colours, True)
    number_axis(axes.yaxis, lang, are_whole(table[value]), scale)
    axes.set_ylabel(axis_label(axis, unit, word))
    axes.grid(axis="y")
    axes.set_xlim(-0.6, max(len(wide), FEWEST) - 0.4)
    _column_names(axes, [str(n) for n in wide.index])
    return figure, table


def _column_names(axes, names):
    """Write as many of the names below the columns as fit without touching."""
    room = 5.9 / max(len(names), FEWEST)
    widest = max(inches(n, 7.5) for n in names) + 0.08
    step = math.ceil(widest / room)
    axes.set_xticks(range(0, len(names), step), names[::step])


def _bars(draw, wide, colours, stacked):
    """Draw the series of a wide table with `draw` (bar or barh), hatched where colours alone are close in grey."""
    base, (thick, offsets) = np.zeros(len(wide)), _slots(wide, stacked)
    start = "left" if draw.__name__ == "barh" else "bottom"
    hatches = {name: HATCHES[i % len(HATCHES)] for i, name in enumerate(colours)}
    for i, name in enumerate(wide.columns):
        there = wide[name].notna().to_numpy()
        values = wide[name].to_numpy(float)[there]
        look = {"color": colours[name], "hatch": hatches[name], "edgecolor": "white", "lw": 0.5}
        places = (np.arange(len(wide)) + offsets[:, i])[there]
        draw(places, values, thick * 0.94, **look, **({start: base[there].copy()} if stacked else {}))
        base[there] += values


def _slots(wide, stacked):
    """(thickness, offsets): where the bars of each row stand side by side; missing ones take no room."""
    there = wide.notna().to_numpy()
    if stacked:
        return 0.72, np.zeros(there.shape)
    thick = 0.8 / max(1, there.sum(axis=1).max())
    return thick, (there.cumsum(axis=1) - 1 - (there.sum(axis=1, keepdims=True) - 1) / 2) * thick


def _numbers(axes, wide, scale, lang):
    """Write the number at the end of each bar that stands beside others."""
    _thick, offsets = _slots(wide, False)
    for (row, i), value in np.ndenumerate(wide.to_numpy(float)):
        if np.isfinite(value):
            beside(axes, number(value / scale, lang), (max(value, 0), row + offsets[row, i]), (2, 0), size=6.5)
    axes.margins(x=0.12)
