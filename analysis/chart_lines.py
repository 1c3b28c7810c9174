"""A table of numbers over dates or years comes in; a Chart of lines goes out, one a series, with their intervals."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import end_text
from analysis.chart_letters import wrap
from analysis.chart_sheet import sheet
from analysis.chart_style import TALLEST, colours_of, marker_of
from analysis.chart_tables import are_whole
from analysis.chart_ticks import axis_label, date_ticks, number_axis, year_axis
from analysis.notation import day, scale_of

ONE_DAY_AIR = pd.Timedelta(days=200)  # beside a single point of a line: less than a year, so that no other year shows


@dataclass(frozen=True)
class _Columns:
    """The columns of a line's points; low, high: None where the table holds no interval."""

    x: str
    y: str
    low: str | None
    high: str | None


@drawing_function
def lines(table, x, y, *, title, note, series=None, low=None, high=None, axis="", unit="", empty="", lang=None):
    """Lines over dates or numbers, one a series, named at their ends; missing values stay gaps. Returns a Chart.

    low, high: columns of an interval drawn as a band (or a whisker on a single point).
    """
    used = _Columns(x, y, low, high)
    table = table.assign(**{y: pd.to_numeric(table[y], errors="coerce")})
    if table[y].isna().all():
        return None
    table = _placed(table, x)
    column = table[series].astype(str) if series else pd.Series("", index=table.index)
    colours = colours_of(column)
    scale, word = scale_of(table[[c for c in (y, high) if c]].max().max(), lang)
    panels = _panels([(name, part.sort_values(x)) for name, part in table.groupby(column, sort=False)], used)
    figure = sheet(2.9 if len(panels) == 1 else min(1.15 * len(panels), TALLEST) + 0.3, title, note)
    grid = figure.subplots(len(panels), 1, squeeze=False, sharex=True, sharey=True)[:, 0]
    for axes, parts in zip(grid, panels, strict=True):
        for name, part in parts:
            _line(axes, part, used, colours[name], marker_of(name, colours))
        axes.grid(axis="y")
        if series:
            _name_ends(axes, parts, y, colours)
    _line_axes(grid, table, used, lang, scale)
    grid[len(grid) // 2].set_ylabel(axis_label(axis, unit, word))
    return figure, table


def _placed(table, x):
    """The rows that stand somewhere along x: a number or else a date."""
    if not pd.api.types.is_numeric_dtype(table[x]):
        table = table.assign(**{x: pd.to_datetime(table[x], errors="coerce")})
    return table[table[x].notna()]


def _panels(parts, used):
    """The lines of each panel: all in one, but bands of three or more would hide one another and get one each."""
    return [[part] for part in parts] if used.low and used.high and len(parts) > 2 else [parts]


def _line(axes, part, used, colour, marker):
    """Draw one line with its band."""
    axes.plot(part[used.x], part[used.y], color=colour, marker=marker, ms=3.5 if len(part) < 60 else 0)
    if used.low and used.high:
        bottom, top = (pd.to_numeric(part[c], errors="coerce") for c in (used.low, used.high))
        axes.fill_between(part[used.x], bottom, top, color=colour, alpha=0.15, lw=0)
        if part[used.y].notna().sum() == 1:
            axes.vlines(part[used.x], bottom, top, color=colour, lw=1)


def _name_ends(axes, parts, y, colours):
    """Write each line's name at the right, where it ends, moved apart where they would touch."""
    ends = [(part[y].dropna().iloc[-1], name) for name, part in parts if part[y].notna().any()]
    bottom, top = axes.get_ylim()
    gap, at = (top - bottom) * 0.052, -math.inf
    for value, name in sorted((end for end in ends if np.isfinite(end[0])), key=lambda end: end[0]):
        at = max(value, at + gap)
        end_text(axes, wrap(name, 1.4, 7.5, lines=1), at, size=7.5, color=colours[name])


def _line_axes(grid, table, used, lang, scale):
    """Dates or years below the lowest panel, numbers from zero beside all."""
    dated = pd.api.types.is_datetime64_any_dtype(table[used.x])
    _day_axis(grid[-1], table[used.x], lang) if dated else year_axis(grid[-1], table[used.x])
    for axes in grid:
        number_axis(axes.yaxis, lang, are_whole(table[used.y]), scale)
        axes.yaxis.get_major_locator().set_params(nbins=6 if len(grid) == 1 else 3)
    values = table[[c for c in (used.y, used.low) if c]]
    grid[0].set_ylim(bottom=min(0, np.nanmin(values.to_numpy(float))))


def _day_axis(axes, days, lang):
    """Ticks below lines over dates; where all points stand on one day, only that one, with room on both sides."""
    date_ticks(axes.xaxis, lang)
    if days.nunique() == 1:
        only = days.iloc[0]
        name = str(only.year) if (only.month, only.day) == (1, 1) else day(only, lang)
        axes.set_xlim(only - ONE_DAY_AIR, only + ONE_DAY_AIR)
        axes.set_xticks([only], [name])
