"""A table of figures with their periods comes in; a Chart of a timeline goes out: bars over periods, panel by panel."""

import math

import numpy as np
import pandas as pd

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import end_text, row_height, row_names
from analysis.chart_letters import wrap
from analysis.chart_sheet import Mark, colour_key, sheet
from analysis.chart_span_marks import Columns, draw, even_bars, place_values, written
from analysis.chart_style import COLOURS, GREY, INK, TALLEST, WIDTH, colours_of
from analysis.chart_tables import dated, present, texts, undated
from analysis.chart_ticks import axis_label, date_room, date_ticks, number_axis
from analysis.chart_words import more_rows, word
from analysis.notation import scale_of

MODALITIES = ("actual", "estimate", "target", "forecast")
EMPTY, FIGURE = 0.8, 0.3  # inches of a panel without figures, and more for the square root of their number
TICK = 0.3  # inches from one tick of a panel to the next
TEXTS = 2.1, 7.5  # inches and points of the texts beside figures that have a row each


@drawing_function
def spans(
    table,
    value,
    *,
    title,
    note,
    start="period_start",
    end="period_end",
    low=None,
    high=None,
    series=None,
    panel=None,
    modality=None,
    qualifier=None,
    row=None,
    order=(),
    unit="",
    axis="",
    empty="",
    lang=None,
):
    """A timeline of figures: a bar's length is its period, its height its value. Returns a Chart.

    start, end: date columns (no start: a level at the end date, drawn as a point; neither: not drawn, and the footnote
    says so). low, high: a range, drawn as a whisker. series: one colour each (who reports). panel: one panel each, with
    its own scale (a pair, a currency). modality: actual and estimate are filled, target hollow, forecast dashed.
    qualifier: over, under, nearly, about; its word stands before the number. row: a text column; then every figure has
    a row of its own with the text left and the value right, instead of a height. order: series that keep their colour
    in every chart.
    """
    total, used = len(table), Columns(value, low, high, series, modality, qualifier, row)
    table = dated(present(table, value), start, end)
    if table.empty:
        return None
    panels = _panels(table, panel)
    table = pd.concat([part for _name, part in panels]).sort_index()
    panels = [(name, part.reset_index(drop=True)) for name, part in panels]
    colours = colours_of(table[series], order) if series else {}
    heights = _heights([part for _name, part in panels], used)
    more = more_rows(len(table), total, lang, "drawn")
    figure = sheet(sum(heights) + 0.3, title, note, _key(table, used, colours, lang), more)
    grid = figure.subplots(len(panels), 1, squeeze=False, sharex=True, height_ratios=heights)[:, 0]
    for axes, (name, part), height in zip(grid, panels, heights, strict=True):
        (_rows if row else _scaled)(axes, part, used, colours, unit, axis, lang, height)
        axes.set_title(wrap(name, WIDTH - 1, 9, "bold", lines=2))
    date_ticks(grid[-1].xaxis, lang)
    date_room(grid[-1], table["_start"].min(), table["_end"].max())
    if not row:
        figure.draw_without_rendering()
        for axes, (_name, part) in zip(grid, panels, strict=True):
            even_bars(axes)
            place_values(axes, part, used, lang)
    return figure, undated(table)


# ----------------------------------------------------------------------------------------------------------- the panels
def _panels(table, panel, most=7):
    """(name, rows) of each panel in order; of many, the `most` that hold most figures: what one page can show."""
    if not panel:
        return [("", table)]
    found = [(str(name), part) for name, part in table.groupby(panel, sort=False, dropna=False)]
    full = sorted(found, key=lambda item: -len(item[1]))[:most]
    return [item for item in found if any(item is kept for kept in full)]


def _heights(parts, used):
    """Inches for each panel: what its rows need, or else by how many figures it has."""
    if used.row:
        return [0.35 + row_height(texts(part[used.row]), *TEXTS) * len(part) for part in parts]
    return _shared_heights([len(part) for part in parts])


def _shared_heights(counts):
    """Inches for each panel: what its figures need, together no more than a page."""
    weights = [math.sqrt(min(count, 25)) for count in counts]
    room = min(sum(EMPTY + FIGURE * weight for weight in weights), TALLEST)
    heights = [max(0.85, room * weight / sum(weights)) for weight in weights]
    return [height * min(1, TALLEST / sum(heights)) for height in heights]


def _scaled(axes, part, used, colours, unit, axis, lang, height):
    """A panel, `height` inches high, whose figures stand as high as their values."""
    scale, scale_word = scale_of(part[used.value].abs().max(), lang)
    number_axis(axes.yaxis, lang, False, scale)
    _value_room(axes, part, used)
    axes.set_ylabel(wrap(axis_label(axis, unit, scale_word), 1.7, 8))
    axes.yaxis.get_major_locator().set_params(nbins=max(2, min(6, round(height / TICK))))
    axes.grid(axis="y")
    for _i, record in part.iterrows():
        draw(axes, record, record[used.value], used, _colour(record, used, colours))


def _rows(axes, part, used, colours, unit, _axis, lang, _height):
    """A panel whose figures stand one below the other, with a text to the left and the value to the right."""
    row_names(axes, texts(part[used.row]), *TEXTS)
    axes.grid(axis="x")
    for i, record in part.iterrows():
        draw(axes, record, float(i), used, _colour(record, used, colours))
        end_text(axes, written(record, used, unit, lang), i, 4, size=7.2, color=INK)


def _colour(record, used, colours):
    return colours.get(record.get(used.series), GREY if colours else COLOURS[0])


def _value_room(axes, part, used):
    """Limits that show zero and all values, with air above for what is written there."""
    names = [c for c in (used.value, used.low, used.high) if c]
    numbers = part[names].apply(pd.to_numeric, errors="coerce").to_numpy(float)
    low, high = min(0, np.nanmin(numbers)), max(0, np.nanmax(numbers))
    axes.set_ylim(low - (high - low) * (0.12 if low < 0 else 0), high + (high - low) * 0.22 or 1)


# -------------------------------------------------------------------------------------------------------------- the key
def _key(table, used, colours, lang):
    """The Marks of all that stands on the timeline: who, what kind of figure, whether there are levels and ranges."""
    kinds = set(table[used.modality].dropna()) if used.modality else set()
    marks = [*colour_key(colours), *(_kinds_key(kinds, lang) if len(kinds) > 1 else [])]
    days = table["_end"] - table["_start"] < pd.Timedelta(days=1)
    marks += [Mark(word("level", lang), GREY, "marker", marker="D")] if days.any() and not days.all() else []
    if used.low and used.high and (table[used.low] < table[used.high]).any():
        marks.append(Mark(word("range", lang), GREY, "line"))
    return marks


def _kinds_key(kinds, lang):
    looks = {"estimate": {"hatch": "////"}, "target": {"hollow": True}, "forecast": {"hollow": True, "dashed": True}}
    return [Mark(word(kind, lang), GREY, **looks.get(kind, {})) for kind in MODALITIES if kind in kinds]
