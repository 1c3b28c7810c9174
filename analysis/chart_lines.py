"""A table of numbers over dates or years comes in; a Chart of lines goes out, one a series, with their intervals."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import end_text
from analysis.chart_letters import line_count, wrap
from analysis.chart_sheet import sheet
from analysis.chart_style import GREY, TALLEST, colours_of, for_letters, marker_of
from analysis.chart_tables import are_whole, texts
from analysis.chart_ticks import axis_label, date_ticks, number_axis, year_axis
from analysis.notation import day, number, scale_of

BELOW = 0.55  # inches of the bars of counts below the lines
MOST_COUNTS = 30  # numbers that stand beside one another above the bars
ONE_DAY_AIR = pd.Timedelta(days=200)  # beside a single point of a line: less than a year, so that no other year shows


@dataclass(frozen=True)
class _Columns:
    """The columns of a line's points; low, high: None where the table holds no interval."""

    x: str
    y: str
    low: str | None
    high: str | None


@drawing_function
def lines(table, x, y, *, title, note, series=None, low=None, high=None, axis="", unit="", empty="", lang=None,
          counts=None, counts_axis=""):  # fmt: skip
    """Lines over dates or numbers, one a series, named at their ends; missing values stay gaps. Returns a Chart.

    low, high: columns of an interval drawn as a band (or a whisker on a point between gaps). counts: column with how
    many there are of what the shares are of, the same for all series; drawn as bars below, which `counts_axis` names.
    """
    used = _Columns(x, y, low, high)
    table = table.assign(**{y: pd.to_numeric(table[y], errors="coerce")})
    if table[y].isna().all():
        return None
    table = _placed(table, x)
    column = texts(table[series]) if series else pd.Series("", index=table.index)
    colours = colours_of(column)
    scale, word = scale_of(table[[c for c in (y, high) if c]].max().max(), lang)
    panels = _panels([(name, part.sort_values(x)) for name, part in table.groupby(column, sort=False)], used)
    below = [BELOW] if counts else []
    body = 2.9 if len(panels) == 1 else min(1.15 * len(panels), TALLEST - sum(below)) + 0.3
    figure = sheet(body + sum(below), title, note)
    heights = [body / len(panels)] * len(panels) + below
    rows = figure.subplots(len(heights), 1, squeeze=False, sharex=True, height_ratios=heights)[:, 0]
    grid = rows[: len(panels)]
    for axes, parts in zip(grid, panels, strict=True):
        for name, part in parts:
            _line(axes, part, used, colours[name], marker_of(name, colours))
        axes.sharey(grid[0])
        axes.grid(axis="y")
        if series:
            _name_ends(axes, parts, y, colours)
    _line_axes(grid, table, used, lang, scale)
    if counts:
        _counts(rows[-1], table.drop_duplicates(x).set_index(x)[counts], counts_axis, lang)
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
    axes.plot(part[used.x], part[used.y], color=colour, marker=marker, ms=3.5 if part[used.y].notna().sum() < 60 else 0,
              clip_on=False, zorder=3)  # fmt: skip
    if used.low and used.high:
        bottom, top = (pd.to_numeric(part[c], errors="coerce") for c in (used.low, used.high))
        axes.fill_between(part[used.x], bottom, top, color=colour, alpha=0.15, lw=0)
        told = part[used.y].notna()
        alone = told & ~told.shift(fill_value=False) & ~told.shift(-1, fill_value=False)  # no band is as narrow
        axes.vlines(part[used.x][alone], bottom[alone], top[alone], color=colour, lw=1)


def _name_ends(axes, parts, y, colours):
    """Write each line's name at the right, where it ends, moved apart where they would touch."""
    ends = [(part[y].dropna().iloc[-1], name) for name, part in parts if part[y].notna().any()]
    bottom, top = axes.get_ylim()
    gap, at, before = (top - bottom) * 0.052, -math.inf, 1
    for value, name in sorted((end for end in ends if np.isfinite(end[0])), key=lambda end: end[0]):
        text = wrap(name, 1.4, 7.5, lines=2)
        at, before = max(value, at + gap * max(before, line_count(text))), line_count(text)
        end_text(axes, text, at, size=7.5, color=for_letters(colours[name]))


def _counts(axes, counts, name, lang):
    """Bars of how many there are at each place along x, the number above each while there is room."""
    axes.vlines(counts.index, 0, counts, color=GREY, lw=min(9, 200 / len(counts)))
    axes.set_ylim(0, 1.5 * max(1, counts.max()))
    axes.set_ylabel(name, rotation=0, ha="right", va="center", labelpad=12)
    few = len(counts) <= MOST_COUNTS
    axes.set_yticks([] if few else [counts.max()], [] if few else [number(counts.max(), lang)])
    for place, count in counts.items() if few else ():
        axes.annotate(number(count, lang), (place, count), (0, 1.5), textcoords="offset points", ha="center", size=7)


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
