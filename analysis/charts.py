"""A table and translated texts in; a frozen Chart out: drawn, shown, and exported as PNG, SVG, PDF, CSV and side-car.

Nothing here knows about news. Every drawing function takes a tidy table first, then the names of its columns, and these
keywords: ``title`` and ``note`` (the footnote: how many articles, from when to when, which outlets; it cannot be left
out), ``empty`` (what to say when the table has no rows), ``lang`` ("en": 1,234.5, "vi": 1.234,5; else `begin`'s).
Rows are drawn in the order given: sorting is the caller's. The exported table holds the rows that were drawn.
"""

import math

import numpy as np
import pandas as pd
from matplotlib import dates as mdates
from matplotlib import font_manager
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle
from matplotlib.textpath import TextPath
from matplotlib.ticker import FuncFormatter, MaxNLocator, MultipleLocator

from analysis.drawing import (
    COLOURS,
    FONT,
    GREY,
    HATCHES,
    MARKERS,
    PALE,
    RED,
    SIGNS,
    TALLEST,
    WIDTH,
    WORDS,
    Chart,
    Mark,
    Provenance,
    amount,
    are_whole,
    axis_label,
    begin,
    colours_of,
    csv_bytes,
    date_axis_ticks,
    day,
    drawing_function,
    end_text,
    fingerprint,
    inches,
    line_count,
    more_rows,
    nothing,
    number,
    number_axis,
    present,
    row_height,
    row_names,
    scale_of,
    sheet,
    wrap,
)

__all__ = [
    "Chart",
    "Provenance",
    "amount",
    "bars",
    "begin",
    "calendar",
    "cloud",
    "columns",
    "csv_bytes",
    "day",
    "diverging",
    "dots",
    "fingerprint",
    "grouped",
    "heat",
    "lines",
    "network",
    "nothing",
    "number",
    "scatter",
    "spans",
    "strips",
    "targets",
]

ONE_DAY_AIR = pd.Timedelta(days=200)  # beside a single point of a line: less than a year, so that no other year shows
ARTICLES_APART = 60  # more strips' articles than that are too narrow for a gap between them
DAYS_APART = 62  # days; a longer axis has the first days of two months or more; ticks 27 days apart name months


# ---------------------------------------------------------------------------------------------------- bars of a count
@drawing_function
def bars(
    table, label, value, *, title, note, axis="", unit="", group=None, order=(), text=None, top=40, empty="", lang=None
):
    """Horizontal bars, one a row: at most `top`, the number written at each end. Returns a Chart.

    label, value: columns. group: column that colours the bars (with a key). order: groups that keep their colour in
    every chart. text: column whose words stand after the number. axis: what the numbers are; unit: what they are
    counted in (values over a million are scaled).
    """
    whole_table = present(table, value)
    table = whole_table.head(top)
    if table.empty:
        return None
    names, values = table[label].astype(str), table[value]
    scale, word = scale_of(values.abs().max(), lang)
    colours = colours_of(table[group], order) if group else {}
    figure = sheet(
        0.5 + row_height(names) * len(table),
        title,
        note,
        _group_key(colours),
        more_rows(len(table), len(whole_table), lang),
    )
    axes = figure.add_subplot()
    fill = [colours.get(g, GREY) for g in table[group]] if group else COLOURS[0]
    axes.barh(range(len(table)), values, height=0.68, color=fill)
    row_names(axes, names)
    ends = [number(v / scale, lang) + (f"  {t}" if t else "") for v, t in zip(values, _texts(table, text), strict=True)]
    _end_labels(axes, values, ends)
    _value_axis(axes, lang, are_whole(values), scale, axis_label(axis, unit, word))
    return figure, table


def _texts(table, column):
    return [""] * len(table) if not column else ["" if pd.isna(v) else str(v) for v in table[column]]


def _group_key(colours):
    return [Mark(str(name), colour) for name, colour in colours.items()]


def _end_labels(axes, values, ends, size=7.5):
    """Write a text at the end of each horizontal bar and make room for the longest on either side."""
    for row, (value, end) in enumerate(zip(values, ends, strict=True)):
        axes.annotate(
            end,
            (value, row),
            xytext=(3 if value >= 0 else -3, 0),
            textcoords="offset points",
            size=size,
            va="center",
            ha="left" if value >= 0 else "right",
            color="#2B323A",
            annotation_clip=False,
        )
    low, high = min(0, values.min()), max(0, values.max())
    reach = (high - low) or 1
    room = [
        max([0] + [inches(e, size) for v, e in zip(values, ends, strict=True) if (v >= 0) == positive])
        for positive in (False, True)
    ]
    inch = reach / max(1.2, 3.6 - sum(room))
    axes.set_xlim(low - (room[0] + 0.1) * inch if values.min() < 0 else 0, high + (room[1] + 0.1) * inch)


def _value_axis(axes, lang, whole, scale=1, label=""):
    """A light vertical grid with numbers below, for charts whose values run along x."""
    number_axis(axes.xaxis, lang, whole, scale)
    axes.grid(axis="x")
    axes.tick_params(axis="x", length=0)
    axes.spines["bottom"].set_visible(False)
    axes.set_xlabel(label, loc="left")


@drawing_function
def grouped(table, label, series, value, *, title, note, stacked=False, axis="", unit="", top=40, empty="", lang=None):
    """Horizontal bars of several series a label, side by side or `stacked`, one colour a series. Returns a Chart.

    table is long: one row for a label and a series. A missing pair leaves a gap, it is not drawn as zero.
    """
    wide, table, total = _wide(table, label, series, value, top)
    if wide.empty:
        return None
    colours, names = colours_of(wide.columns), [str(n) for n in wide.index]
    scale, word = scale_of(np.nanmax(wide.sum(axis=1) if stacked else wide.to_numpy()), lang)
    high = max(row_height(names), 0.2 if stacked else 0.07 + 0.14 * wide.notna().sum(axis=1).max())
    figure = sheet(0.5 + high * len(wide), title, note, _series_key(colours), more_rows(len(wide), total, lang))
    axes = figure.add_subplot()
    _series_bars(axes.barh, wide, colours, stacked)
    if not stacked:
        _group_numbers(axes, wide, scale, lang)
    row_names(axes, names)
    _value_axis(axes, lang, are_whole(table[value]), scale, axis_label(axis, unit, word))
    axes.set_xlim(left=min(0, np.nanmin(wide.to_numpy())))
    return figure, table


@drawing_function
def columns(table, label, value, *, title, note, series=None, axis="", unit="", empty="", lang=None):
    """Upright columns along an ordered axis (months, years), stacked by `series`. Returns a Chart.

    label is text in the order to draw, every step present (give 0 for an empty month). Of many labels only as many are
    written as fit.
    """
    wide, table, _total = _wide(table, label, series, value, None)
    if wide.empty:
        return None
    colours = colours_of(wide.columns)
    scale, word = scale_of(wide.sum(axis=1).abs().max(), lang)
    figure = sheet(2.6, title, note, _series_key(colours) if series else ())
    axes = figure.add_subplot()
    _series_bars(axes.bar, wide, colours, True)
    number_axis(axes.yaxis, lang, are_whole(table[value]), scale)
    axes.set_ylabel(axis_label(axis, unit, word))
    axes.grid(axis="y")
    axes.set_xlim(-0.6, max(len(wide), 6) - 0.4)
    _column_names(axes, [str(n) for n in wide.index])
    return figure, table


def _column_names(axes, names):
    """Write as many of the names below the columns as fit without touching."""
    room = 5.9 / max(len(names), 6)
    widest = max(inches(n, 7.5) for n in names) + 0.08
    step = math.ceil(widest / room)
    axes.set_xticks(range(0, len(names), step), names[::step])


def _wide(table, label, series, value, top):
    """A long table as a wide one in order of appearance, the rows kept, and how many labels there were."""
    table = present(table, value)
    column = table[series].astype(str) if series else pd.Series("", index=table.index)
    names = table[label].astype(str)
    order = list(dict.fromkeys(names))
    kept = order[:top] if top else order
    wide = table.assign(_n=names, _s=column).pivot_table(
        index="_n", columns="_s", values=value, aggfunc="sum", sort=False
    )
    return wide.reindex(index=kept, columns=list(dict.fromkeys(column))), table[names.isin(kept)], len(order)


def _series_key(colours):
    return [
        Mark(str(name), colour, hatch=HATCHES[i % len(HATCHES)]) for i, (name, colour) in enumerate(colours.items())
    ]


def _slots(wide, stacked):
    """(thickness, offsets): where the bars of each row stand side by side; missing ones take no room."""
    there = wide.notna().to_numpy()
    if stacked:
        return 0.72, np.zeros(there.shape)
    thick = 0.8 / max(1, there.sum(axis=1).max())
    return thick, (there.cumsum(axis=1) - 1 - (there.sum(axis=1, keepdims=True) - 1) / 2) * thick


def _series_bars(draw, wide, colours, stacked):
    """Draw the series of a wide table with `draw` (bar or barh), hatched where colours alone are close in grey."""
    base, (thick, offsets) = np.zeros(len(wide)), _slots(wide, stacked)
    start = "left" if draw.__name__ == "barh" else "bottom"
    for i, (name, colour) in enumerate(colours.items()):
        there = wide[name].notna().to_numpy()
        values = wide[name].to_numpy(float)[there]
        look = {"color": colour, "hatch": HATCHES[i % len(HATCHES)], "edgecolor": "white", "lw": 0.5}
        places = (np.arange(len(wide)) + offsets[:, i])[there]
        draw(places, values, thick * 0.94, **look, **({start: base[there].copy()} if stacked else {}))
        base[there] += values


def _group_numbers(axes, wide, scale, lang):
    _thick, offsets = _slots(wide, False)
    for (row, i), value in np.ndenumerate(wide.to_numpy(float)):
        if np.isfinite(value):
            at = (max(value, 0), row + offsets[row, i])
            axes.annotate(
                number(value / scale, lang), at, xytext=(2, 0), textcoords="offset points", size=6.5, va="center"
            )
    axes.margins(x=0.12)


@drawing_function
def diverging(table, label, value, *, title, note, left="", right="", axis="", unit="", top=40, empty="", lang=None):
    """Bars to both sides of zero (keyness, a fall and a rise), words on the free side. Returns a Chart.

    left, right: what the two sides mean, written above them; a side without a bar is not named.
    """
    whole_table = present(table, value)
    table = whole_table.head(top)
    if table.empty:
        return None
    values, names = table[value], table[label].astype(str)
    figure = sheet(0.75 + 0.19 * len(table), title, note, (), more_rows(len(table), len(whole_table), lang))
    axes = figure.add_subplot()
    axes.barh(range(len(table)), values, height=0.68, color=np.where(values < 0, COLOURS[1], COLOURS[0]))
    reach = values.abs().max() or 1
    for row, (name, size) in enumerate(zip(names, values, strict=True)):
        side = -1 if size >= 0 else 1
        axes.annotate(
            wrap(name, 2.4, 8, lines=1),
            (0, row),
            xytext=(4 * side, 0),
            textcoords="offset points",
            size=8,
            va="center",
            ha="right" if side < 0 else "left",
        )
        axes.annotate(
            number(size, lang),
            (size, row),
            xytext=(-3 * side, 0),
            textcoords="offset points",
            size=6.8,
            va="center",
            ha="left" if side < 0 else "right",
            color="#4A535C",
        )
    axes.set(xlim=(-reach * 1.25, reach * 1.25), ylim=(len(table) - 0.4, -0.6), yticks=[])
    axes.axvline(0, color="#5A6470", lw=0.8)
    axes.spines["left"].set_visible(False)
    _value_axis(axes, lang, False, 1, axis_label(axis, unit, ""))
    sides = {"left": (left, "#8A5F00", values.min() < 0), "right": (right, COLOURS[0], values.max() > 0)}
    for side, (text, colour, there) in sides.items():
        axes.set_title(wrap(text, 3.1, 8.5, lines=2) if there else "", loc=side, size=8.5, color=colour)
    if not all(there for *_told, there in sides.values()):
        axes.set_xticks([t for t in axes.get_xticks() if abs(t) <= reach * 1.25 and t * (values.max() or -1) >= 0])
    return figure, table


# ------------------------------------------------------------------------------------------------------- along a time
@drawing_function
def lines(table, x, y, *, title, note, series=None, low=None, high=None, axis="", unit="", empty="", lang=None):
    """Lines over dates or numbers, one a series, named at their ends; missing values stay gaps. Returns a Chart.

    low, high: columns of an interval drawn as a band (or a whisker on a single point).
    """
    table = table.assign(**{y: pd.to_numeric(table[y], errors="coerce")})
    if table[y].isna().all():
        return None
    if not pd.api.types.is_numeric_dtype(table[x]):
        table = table.assign(**{x: pd.to_datetime(table[x], errors="coerce")})
    table = table[table[x].notna()]
    column = table[series].astype(str) if series else pd.Series("", index=table.index)
    colours = colours_of(column)
    scale, word = scale_of(table[[c for c in (y, high) if c]].max().max(), lang)
    parts = [(name, part.sort_values(x)) for name, part in table.groupby(column, sort=False)]
    # Bands of three or more series hide one another: each series gets a panel of its own, all on one scale.
    groups = [[part] for part in parts] if low and high and len(parts) > 2 else [parts]
    figure = sheet(2.9 if len(groups) == 1 else min(1.15 * len(groups), TALLEST) + 0.3, title, note)
    grid = figure.subplots(len(groups), 1, squeeze=False, sharex=True, sharey=True)[:, 0]
    for axes, group in zip(grid, groups, strict=True):
        ends = [
            _line(axes, part, x, y, low, high, colours[name], MARKERS[list(colours).index(name) % len(MARKERS)])
            + (name,)
            for name, part in group
        ]
        axes.grid(axis="y")
        if series:
            _name_ends(figure, axes, ends, colours)
    _line_axes(grid, table, x, [c for c in (y, low) if c], lang, scale)
    grid[len(grid) // 2].set_ylabel(axis_label(axis, unit, word))
    return figure, table


def _line_axes(grid, table, x, values, lang, scale):
    """Dates or years below the lowest panel, numbers from zero beside all."""
    dated = pd.api.types.is_datetime64_any_dtype(table[x])
    _line_days(grid[-1], table[x], lang) if dated else _plain_years(grid[-1], table[x])
    for axes in grid:
        number_axis(axes.yaxis, lang, are_whole(table[values[0]]), scale)
        axes.yaxis.get_major_locator().set_params(nbins=6 if len(grid) == 1 else 3)
    grid[0].set_ylim(bottom=min(0, np.nanmin(table[values].to_numpy(float))))


def _line_days(axes, days, lang):
    """Ticks below lines over dates; where all points stand on one day, only that one, with room on both sides."""
    date_axis_ticks(axes.xaxis, lang)
    if days.nunique() == 1:
        only = days.iloc[0]
        name = str(only.year) if (only.month, only.day) == (1, 1) else day(only, lang)
        axes.set_xlim(only - ONE_DAY_AIR, only + ONE_DAY_AIR)
        axes.set_xticks([only], [name])


def _plain_years(axes, values):
    """Whole numbers without separators below: years."""
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda v, _p: f"{v:g}"))
    if values.nunique() == 1:
        axes.set_xlim(values.iloc[0] - 1, values.iloc[0] + 1)


def _line(axes, part, x, y, low, high, colour, marker):
    """Draw one line with its band; returns where it ends, as (x, y)."""
    axes.plot(part[x], part[y], color=colour, marker=marker, ms=3.5 if len(part) < 60 else 0)
    if low and high:
        bottom, top = (pd.to_numeric(part[c], errors="coerce") for c in (low, high))
        axes.fill_between(part[x], bottom, top, color=colour, alpha=0.15, lw=0)
        if part[y].notna().sum() == 1:
            axes.vlines(part[x], bottom, top, color=colour, lw=1)
    last = part[part[y].notna()].tail(1)
    return (
        (
            mdates.date2num(last[x].iloc[0]) if not pd.api.types.is_number(last[x].iloc[0]) else last[x].iloc[0],
            last[y].iloc[0],
        )
        if len(last)
        else (np.nan, np.nan)
    )


def _name_ends(figure, axes, ends, colours):
    """Write each line's name at the right, moved apart where they would touch."""
    ends = sorted((e for e in ends if np.isfinite(e[1])), key=lambda e: e[1])
    bottom, top = axes.get_ylim()
    gap, at = (top - bottom) * 0.052, -math.inf
    for _x, value, name in ends:
        at = max(value, at + gap)
        end_text(axes, wrap(name, 1.4, 7.5, lines=1), at, size=7.5, color=colours[name])


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
    qualifier: over ▲, under ▼, nearly ▽, about ~. row: a text column; then every figure has a row of its own with the
    text left and the value right, instead of a height. order: series that keep their colour in every chart.
    """
    total = len(table)
    table = _dated(present(table, value), start, end)
    if table.empty:
        return None
    panels = _panels(table, panel)
    table = pd.concat([part for _name, part in panels]).sort_index() if panels else table
    colours = colours_of(table[series], order) if series else {}
    drawn = (
        WORDS[lang]["drawn"].format(n=number(len(table), lang), total=number(total, lang)) if len(table) < total else ""
    )
    if row:
        heights = [0.35 + row_height(part[row].astype(str), 2.1, 7.5) * len(part) for _name, part in panels]
    else:
        heights = _panel_heights([len(part) for _name, part in panels])
    figure = sheet(
        sum(heights) + 0.3, title, note, _span_key(table, colours, modality, qualifier, low, high, lang), drawn
    )
    grid = figure.subplots(len(panels), 1, squeeze=False, sharex=True, height_ratios=heights)[:, 0]
    columns_used = {
        "value": value,
        "low": low,
        "high": high,
        "series": series,
        "modality": modality,
        "qualifier": qualifier,
    }
    for axes, (name, part) in zip(grid, panels, strict=True):
        _span_panel(axes, part, name, columns_used, colours, row, unit, axis, lang)
    date_axis_ticks(grid[-1].xaxis, lang)
    _date_room(grid[-1], table)
    if not row:
        figure.draw_without_rendering()
        for axes, (_name, part) in zip(grid, panels, strict=True):
            _even_bars(axes)
            _span_labels(axes, part.reset_index(drop=True), columns_used, lang)
    return figure, table.drop(columns=["_start", "_end"])


def _panels(table, panel, most=7):
    """(name, rows) of each panel in order; of many, the `most` that hold most figures: what one page can show."""
    if not panel:
        return [("", table)]
    found = [(str(name), part) for name, part in table.groupby(panel, sort=False, dropna=False)]
    full = sorted(found, key=lambda item: -len(item[1]))[:most]
    return [item for item in found if any(item is kept for kept in full)]


def _panel_heights(counts):
    """Inches for each panel: up to 2.2 on average, more for a panel with more figures, together no more than a page."""
    room, weights = min(2.2 * len(counts), TALLEST), [math.sqrt(min(count, 25)) for count in counts]
    heights = [max(0.85, room * weight / sum(weights)) for weight in weights]
    return [height * min(1, TALLEST / sum(heights)) for height in heights]


def _dated(table, start, end):
    """The rows with an end (or a start), with `_start` and `_end` as days; a level has both equal."""
    starts, ends = (pd.to_datetime(table[c], errors="coerce") for c in (start, end))
    table = table.assign(_start=starts.fillna(ends), _end=ends.fillna(starts))
    return table[table["_end"].notna()].reset_index(drop=True)


def _date_room(axes, table):
    """A little air at both ends of a time axis; a year around a single day."""
    first, last = table["_start"].min(), table["_end"].max()
    air = max((last - first) * 0.05, pd.Timedelta(days=20))
    axes.set_xlim(first - air, last + air)


def _span_key(table, colours, modality, qualifier, low, high, lang):
    words = WORDS[lang]
    marks = _group_key(colours) if len(colours) else []
    kinds = set(table[modality].dropna()) if modality else set()
    marks += [
        Mark(
            words[k],
            GREY,
            hollow=k in ("target", "forecast"),
            dashed=k == "forecast",
            hatch="////" if k == "estimate" else "",
        )
        for k in ("actual", "estimate", "target", "forecast")
        if k in kinds and len(kinds) > 1
    ]
    signs = set(table[qualifier].dropna()) if qualifier else set()
    marks += [
        Mark(words[k], "#2B323A", "sign", marker=SIGNS[k]) for k in ("over", "about", "nearly", "under") if k in signs
    ]
    if low and high and (table[low] < table[high]).any():
        marks.append(Mark(words["range"], GREY, "line"))
    return marks


def _span_panel(axes, part, name, used, colours, row, unit, axis, lang):
    """Draw the figures of one panel, by height or, with `row`, one below the other."""
    part = part.reset_index(drop=True)
    scale, word = scale_of(part[used["value"]].abs().max(), lang)
    heights = pd.Series(part.index, dtype=float) if row else part[used["value"]]
    if row:
        row_names(axes, part[row].astype(str), 2.1, 7.5)
    else:
        number_axis(axes.yaxis, lang, False, scale)
        _value_room(axes, part, used)
        axes.set_ylabel(wrap(axis_label(axis, unit, word), 1.7, 8))
    axes.grid(axis="y" if not row else "x")
    for i, record in part.iterrows():
        _span(
            axes,
            record,
            heights[i],
            used,
            colours.get(record.get(used["series"]), GREY if colours else COLOURS[0]),
            row,
        )
    if row:
        _span_row_labels(axes, part, used, unit, lang)
    if name:
        axes.set_title(wrap(name, WIDTH - 1, 9, "bold", lines=2))


def _value_room(axes, part, used):
    names = [c for c in (used["value"], used["low"], used["high"]) if c]
    numbers = part[names].apply(pd.to_numeric, errors="coerce").to_numpy(float)
    low, high = min(0, np.nanmin(numbers)), max(0, np.nanmax(numbers))
    axes.set_ylim(low - (high - low) * (0.12 if low < 0 else 0), high + (high - low) * 0.22 or 1)


def _span(axes, record, height, used, colour, row):
    """One figure: a bar over its period, or a diamond for a single day, with its whisker. Returns nothing."""
    kind = record.get(used["modality"])
    start, end = mdates.date2num(record["_start"]), mdates.date2num(record["_end"])
    hollow = kind in ("target", "forecast")
    if end - start < 1:
        axes.plot([end], [height], marker="D", ms=5, color=colour, mfc="white" if hollow else colour, ls="")
    else:
        thick = 0.5 if row else abs(np.diff(axes.get_ylim())[0]) * 0.045
        axes.add_patch(
            Rectangle(
                (start, height - thick / 2),
                end + 1 - start,
                thick,
                lw=1.1,
                zorder=2,
                facecolor="white" if hollow else colour,
                ls="--" if kind == "forecast" else "-",
                edgecolor="white" if kind == "estimate" else colour,
                hatch="////" if kind == "estimate" else "",
            )
        )
    if used["low"] and used["high"] and record[used["low"]] < record[used["high"]] and not row:
        axes.plot(
            [(start + end) / 2] * 2, [record[used["low"]], record[used["high"]]], color=colour, lw=1, marker="_", ms=6
        )


def _span_text(record, used, unit, lang):
    sign = SIGNS.get(record.get(used["qualifier"]), "")
    low, high = (record.get(used[c]) if used[c] else None for c in ("low", "high"))
    if pd.notna(low) and pd.notna(high) and low < high:
        scale, word = scale_of(abs(high), lang)
        return f"{number(low / scale, lang)}–{number(high / scale, lang)} {word} {unit}".strip()
    return f"{sign} {amount(record[used['value']], lang, unit)}".strip()


def _span_row_labels(axes, part, used, unit, lang):
    for i, record in part.iterrows():
        axes.annotate(
            _span_text(record, used, unit, lang),
            (1, i),
            xycoords=("axes fraction", "data"),
            size=7.2,
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            color="#2B323A",
        )


def _span_labels(axes, part, used, lang):
    """Write values above, below or beside their bars, largest first; not those that would touch a bar or a label.

    Bars that lie on one another and say the same get one label.
    """
    places = part.assign(_mid=part["_start"] + (part["_end"] - part["_start"]) / 2)
    boxes = [_span_box(axes, record, used["value"]) for _i, record in places.iterrows()]
    frame, taken = axes.get_window_extent().get_points().ravel() / 100, list(boxes)
    places["_text"] = [_span_text(record, used, "", lang) for _i, record in places.iterrows()]
    once = places.sort_values(used["value"], ascending=False, kind="stable")
    for i in once.drop_duplicates(["_start", "_end", "_text"]).index:
        text = places.loc[i, "_text"]
        left, low, right, high = boxes[i]
        wide, mid, middle = inches(text, 7) + 0.04, (left + right) / 2, (low + high) / 2
        aside = [(x, middle, 0.2) for x in (right + wide / 2 + 0.02, left - wide / 2 - 0.02)]
        for x, y, reach in ((mid, high + 0.075, 0.06), (mid, low - 0.075, 0.06), *aside):
            # Beside its bar a value needs more room, or it would be read as that of a bar above or below it.
            box = (x - wide / 2, y - reach, x + wide / 2, y + reach)
            if _inside(box, frame) and not any(_touch(box, other) for other in taken):
                taken.append((box[0], y - 0.06, box[2], y + 0.06))
                axes.annotate(
                    text,
                    (places.loc[i, "_mid"], places.loc[i, used["value"]]),
                    xytext=((x - mid) * 72, (y - middle) * 72),
                    size=7,
                    textcoords="offset points",
                    ha="center",
                    va="center",
                    color="#2B323A",
                )
                break


def _even_bars(axes, thick=0.09):
    """Make all bars of a panel `thick` inches high around their value, however tall the panel is."""
    low, high = axes.get_ylim()
    unit = (high - low) / (axes.get_window_extent().height / 100)
    for patch in axes.patches:
        middle = patch.get_y() + patch.get_height() / 2
        patch.set(y=middle - unit * thick / 2, height=unit * thick)


def _span_box(axes, record, value):
    """Where a bar stands on the sheet, in inches."""
    at = [(mdates.date2num(record[c]), record[value]) for c in ("_start", "_end")]
    (x0, y), (x1, _y) = axes.transData.transform(at) / 100
    return x0, y - 0.05, x1 + 0.01, y + 0.05


def _touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@drawing_function
def calendar(table, start, label, *, title, note, end=None, group=None, top=40, empty="", lang=None):
    """Events along a time axis, one row each with its date and text: dots for a day, bars for longer. Returns a Chart.

    group: column that colours them. Above `top` events the rows become one lane a group with a tick an event, so that
    500 events stay readable; the table has them all.
    """
    table = _dated(table, start, end or start).sort_values("_start", kind="stable").reset_index(drop=True)
    if table.empty:
        return None
    colours = colours_of(table[group]) if group else {}
    marks = [Mark(str(n), c, "marker", marker=MARKERS[i % len(MARKERS)]) for i, (n, c) in enumerate(colours.items())]
    lanes = len(table) > top
    names = (
        (list(colours) or [""])
        if lanes
        else [f"{day(d, lang)}  {t}" for d, t in zip(table["_start"], table[label], strict=True)]
    )
    figure = sheet(
        0.45 + (0.4 if lanes else row_height(names, 4.2, 7.5)) * len(names),
        title,
        note,
        () if lanes else marks,
    )
    axes = figure.add_subplot()
    row_names(axes, names, 4.2, 7.5)
    for i, record in table.iterrows():
        colour = colours.get(record[group], GREY) if group else COLOURS[0]
        at = names.index(record[group]) if lanes and group else 0 if lanes else i
        if lanes:
            axes.plot([record["_start"]] * 2, [at - 0.32, at + 0.32], color=colour, lw=1, alpha=0.8)
        else:
            axes.plot([record["_start"], record["_end"]], [at, at], color=colour, lw=4, solid_capstyle="butt")
            axes.plot(
                [record["_start"]],
                [at],
                color=colour,
                marker=MARKERS[list(colours).index(record[group]) % 8] if group else "o",
                ms=5,
            )
    _date_axis(axes, table, lang, WIDTH - 0.6 - min(4.2, max(inches(name, 7.5) for name in names)))
    return figure, table.drop(columns=["_start", "_end"])


def _date_axis(axes, table, lang, room=WIDTH - 3.6):
    """Dates below: as many ticks as stand beside one another in `room` inches, and none between two days."""
    date_axis_ticks(axes.xaxis, lang)
    _date_room(axes, table)
    days, months = (max(3, min(8, int(room / (1.35 * inches(widest, 8))))) for widest in ("28 Dec 2028", "Dec 2028"))
    axes.xaxis.get_major_locator().maxticks[mdates.MONTHLY] = months
    low, high = axes.get_xlim()
    if high - low < DAYS_APART:
        axes.xaxis.set_major_locator(MultipleLocator(min(26, max(1, math.ceil((high - low) / days)))))
    axes.grid(axis="x")
    axes.tick_params(axis="x", length=0)
    axes.spines["bottom"].set_visible(False)


@drawing_function
def strips(table, row, position, *, title, note, length=None, axis="", ends=None, top=40, empty="", lang=None):
    """Dispersion: one strip a row value, a tick where it occurs (position 0 .. length). Returns a Chart.

    position: a number (1.25: a quarter into the second article in time order) or a date. length: how many articles
    there are. ends: {row: text} written at the right ("12 / 30").
    """
    names = list(dict.fromkeys(table[row].astype(str)))
    shown = table[table[row].astype(str).isin(names[:top])]
    dated = not pd.api.types.is_numeric_dtype(shown[position])
    places = pd.to_datetime(shown[position], errors="coerce") if dated else shown[position]
    shown, places, total = shown[places.notna()], places[places.notna()], len(names)
    names = [n for n in names[:top] if n in set(shown[row].astype(str))]
    if not names:
        return None
    figure = sheet(0.5 + max(0.24, row_height(names)) * len(names), title, note, (), more_rows(len(names), total, lang))
    axes = figure.add_subplot()
    row_names(axes, names)
    axes.hlines(range(len(names)), 0, 1, transform=axes.get_yaxis_transform(), color=PALE, lw=8, zorder=0)
    at = shown[row].astype(str).map({n: i for i, n in enumerate(names)})
    axes.vlines(places, at - 0.33, at + 0.33, color=COLOURS[0], lw=1.1)
    for i, name in enumerate(names):
        end_text(axes, (ends or {}).get(name, ""), i, size=7.2)
    axes.spines["bottom"].set_visible(False)
    if dated:
        _date_axis(axes, pd.DataFrame({"_start": places, "_end": places}), lang)
    else:
        _article_axis(axes, max(1, length or math.ceil(places.max())), lang)
    axes.set_xlabel(axis, loc="left")
    return figure, shown


def _article_axis(axes, length, lang):
    """Articles 1 .. length below strips: each from n-1 to n, its number under its middle, a gap where they meet."""
    axes.set_xlim(0, length)
    numbers = [n for n in MaxNLocator(nbins=8, steps=[1, 2, 5, 10], integer=True).tick_values(1, length)
               if 1 <= n <= length]  # fmt: skip
    axes.set_xticks([n - 0.5 for n in numbers], [number(n, lang) for n in numbers])
    if length <= ARTICLES_APART:
        axes.vlines(range(1, length), 0, 1, transform=axes.get_xaxis_transform(), color="white", lw=1.2, zorder=0.5)


# ------------------------------------------------------------------------------------------------- several of one fact
@drawing_function
def targets(table, label, target, actual, *, title, note, unit="", axis="", empty="", lang=None):
    """Targets against what was reached: a hollow diamond for the target, a filled dot for the actual value, one row
    each; missed ones are said and coloured, targets without a value yet too. Returns a Chart.

    target, actual: number columns in one unit; actual may be missing.
    """
    table = present(table, target)
    if table.empty:
        return None
    reached = pd.to_numeric(table[actual], errors="coerce")
    words, names = WORDS[lang], table[label].astype(str)
    states = np.select([reached.isna(), reached < table[target]], ["open", "missed"], "met")
    tops = max(table[target].max(), reached.max() if reached.notna().any() else 0)
    scale, word = scale_of(tops, lang)
    key = [
        Mark(words["target"], "#2B323A", "marker", hollow=True, marker="D"),
        Mark(words["actual"], COLOURS[0], "marker"),
    ]
    key += [Mark(f"{words['actual']}: {words['missed']}", RED, "marker", marker="X")] if "missed" in states else []
    figure = sheet(0.5 + max(0.26, row_height(names)) * len(table), title, note, key)
    axes = figure.add_subplot()
    row_names(axes, names)
    for i, (goal, value, state) in enumerate(zip(table[target], reached, states, strict=True)):
        colour = RED if state == "missed" else COLOURS[0]
        axes.plot([goal, goal if state == "open" else value], [i, i], color=colour, lw=1.2)
        axes.plot([goal], [i], marker="D", ms=6, mfc="white", mec="#2B323A", ls="")
        axes.plot([value], [i], marker="X" if state == "missed" else "o", ms=6, color=colour, ls="")
        said = (
            f"{number(value / scale, lang)} / {number(goal / scale, lang)}  "
            if state != "open"
            else f"{number(goal / scale, lang)}  "
        )
        axes.annotate(
            said + words[state],
            (1, i),
            xycoords=("axes fraction", "data"),
            xytext=(6, 0),
            size=7.4,
            textcoords="offset points",
            va="center",
            color=RED if state == "missed" else "#2B323A",
        )
    axes.set_xlim(0, tops * 1.06)
    _value_axis(axes, lang, False, scale, axis_label(axis, unit, word))
    return figure, table.assign(state=[words[s] for s in states])


@drawing_function
def dots(
    table,
    label,
    value,
    *,
    title,
    note,
    series=None,
    order=(),
    low=None,
    high=None,
    unit="",
    axis="",
    top=40,
    empty="",
    lang=None,
):
    """One row a fact, a dot for each who states it, a line over the spread and how many times apart. Returns a Chart.

    table is long: label (the fact), value, series (who says so). order: series that keep their colour in every chart.
    low, high: a dot's own interval. A row whose values agree shows one place only.
    """
    table = present(table, value)
    every = list(dict.fromkeys(table[label].astype(str)))
    names, total = every[:top], len(every)
    table = table[table[label].astype(str).isin(names)].reset_index(drop=True)
    if table.empty:
        return None
    colours = colours_of(table[series], order) if series else {}
    scale, word = scale_of(table[value].abs().max(), lang)
    key = [Mark(str(n), c, "marker", marker=MARKERS[i % 8]) for i, (n, c) in enumerate(colours.items())]
    figure = sheet(
        0.5 + max(0.27, row_height(names)) * len(names), title, note, key, more_rows(len(names), total, lang)
    )
    axes = figure.add_subplot()
    row_names(axes, names)
    for i, name in enumerate(names):
        _dot_row(axes, table[table[label].astype(str) == name], i, value, series, low, high, colours, scale, lang)
    _value_axis(axes, lang, are_whole(table[value]), scale, axis_label(axis, unit, word))
    axes.margins(x=0.08)
    return figure, table


def _dot_row(axes, part, at, value, series, low, high, colours, scale, lang):
    least, most = part[value].min(), part[value].max()
    axes.plot([least, most], [at, at], color=GREY, lw=2.2, zorder=1, solid_capstyle="round")
    for _i, record in part.iterrows():
        name = record[series] if series else None
        colour = colours.get(name, COLOURS[0])
        if low and high and pd.notna(record[low]) and pd.notna(record[high]):
            axes.plot([record[low], record[high]], [at, at], color=colour, lw=1, marker="|", ms=6)
        axes.plot(
            [record[value]],
            [at],
            ls="",
            ms=6.5,
            mec="white",
            mew=0.6,
            color=colour,
            zorder=3,
            marker=MARKERS[list(colours).index(name) % 8] if name in colours else "o",
        )
    said = (
        number(least / scale, lang) if least == most else f"{number(least / scale, lang)}–{number(most / scale, lang)}"
    )
    said += f"  (×{number(most / least, lang)})" if 0 < least < most else ""
    axes.annotate(
        said,
        (1, at),
        xycoords=("axes fraction", "data"),
        xytext=(6, 0),
        textcoords="offset points",
        size=7.4,
        va="center",
    )


# ------------------------------------------------------------------------------------------------------- two directions
@drawing_function
def heat(table, row, column, value, *, title, note, digits=None, axis="", top=40, empty="", lang=None):
    """A grid of numbers, darker for more (two colours around zero when some are negative). Returns a Chart.

    table is long; a missing pair stays white and empty, it is not zero. digits: decimals in the cells.
    """
    wide, table, total = _wide(table, row, column, value, top)
    columns, wide = wide.shape[1], wide.iloc[:, :24]
    if wide.empty:
        return None
    left = (more_rows(len(wide), total, lang), more_rows(wide.shape[1], columns, lang, "wide"))
    names, heads = [str(n) for n in wide.index], [wrap(c, 1.3, 7.5, lines=2) for c in wide.columns]
    cell = min(0.75, 4.3 / max(wide.shape[1], 1))
    upright = any(inches(part, 7.5) > cell - 0.04 for h in heads for part in h.split("\n"))
    tall = max(inches(part, 7.5) for h in heads for part in h.split("\n")) if upright else 0.3
    figure = sheet(
        0.25 + tall + max(0.21, row_height(names, 2.2)) * len(names),
        title,
        note,
        (),
        " ".join(filter(None, left)),
    )
    axes = figure.add_subplot()
    values = wide.to_numpy(float)
    reach = np.nanmax(np.abs(values)) or 1
    around = np.nanmin(values) < 0
    shades = _shades(around)
    axes.pcolormesh(
        np.arange(wide.shape[1] + 1) - 0.5,
        np.arange(len(wide) + 1) - 0.5,
        np.ma.masked_invalid(values),
        cmap=shades,
        vmin=-reach if around else 0,
        vmax=reach,
        edgecolors="white",
        lw=1,
    )
    size = min(7.5, cell * 72 / (max(len(number(v, lang, digits)) for v in values.flat) * 0.62))
    for (i, j), v in np.ndenumerate(values):
        if np.isfinite(v):
            strong = abs(v) / reach > 0.55
            axes.text(
                j,
                i,
                number(v, lang, digits),
                size=max(size, 4.5),
                ha="center",
                va="center",
                color="white" if strong else "#1B2026",
            )
    row_names(axes, names, 2.2)
    axes.set_xlim(-0.5, max(wide.shape[1], 4) - 0.5)
    axes.xaxis.tick_top()
    axes.set_xticks(range(wide.shape[1]), heads, rotation=90 if upright else 0, size=7.5)
    axes.tick_params(axis="x", length=0)
    axes.spines[:].set_visible(False)
    axes.set_xlabel(axis, loc="left")
    return figure, table


def _shades(around):
    """A colour scale whose lightness falls evenly: one hue from white, or orange to blue through white."""
    ends = ("#B35806", "#F7F4F0", COLOURS[0]) if around else ("#F2F6FA", "#7FB0D8", COLOURS[0])
    return LinearSegmentedColormap.from_list("shades", ends)


@drawing_function
def scatter(
    table, x, y, label, *, title, note, group=None, log_x=False, log_y=False, axis_x="", axis_y="", empty="", lang=None
):
    """Points named where there is room for the name: earlier rows first. Returns a Chart.

    log_x, log_y: logarithmic axes (values must be above 0; others are not drawn). group: column that colours them.
    """
    table = present(table, x, y)
    table = table[((table[x] > 0) | (not log_x)) & ((table[y] > 0) | (not log_y))].reset_index(drop=True)
    if table.empty:
        return None
    colours = colours_of(table[group]) if group else {}
    key = [Mark(str(n), c, "marker", marker=MARKERS[i % 8]) for i, (n, c) in enumerate(colours.items())]
    figure = sheet(4.1, title, note, key)
    axes = figure.add_subplot()
    for name, part in table.groupby(group, sort=False) if group else [(None, table)]:
        axes.scatter(
            part[x],
            part[y],
            s=18,
            alpha=0.75,
            lw=0,
            color=colours.get(name, COLOURS[0]),
            marker=MARKERS[list(colours).index(name) % 8] if group else "o",
        )
    for axis, logged, column in ((axes.xaxis, log_x, x), (axes.yaxis, log_y, y)):
        _log(axes, axis, lang) if logged else number_axis(axis, lang, are_whole(table[column]))
    axes.set_xlabel(axis_x, loc="left")
    axes.set_ylabel(axis_y)
    axes.grid()
    figure.draw_without_rendering()
    _point_names(axes, table, x, y, label)
    return figure, table


def _log(axes, axis, lang):
    (axes.set_xscale if axis is axes.xaxis else axes.set_yscale)("log")
    axis.set_major_formatter(FuncFormatter(lambda v, _p: number(v, lang)))
    axis.set_minor_formatter(FuncFormatter(lambda v, _p: ""))


def _point_names(axes, table, x, y, label, size=7):
    """Name points right, left, above or below where no other name or point is; leave out what does not fit.

    A name above or below spans more than its point: it keeps away from other points that it could be read with.
    """
    dots_at = axes.transData.transform(table[[x, y]].to_numpy(float)) / 100
    edge = axes.get_window_extent().get_points().ravel() / 100
    taken = [(px - 0.03, py - 0.03, px + 0.03, py + 0.03) for px, py in dots_at]
    spots = table[[x, y]].to_numpy(float)
    for i, ((px, py), spot, name) in enumerate(zip(dots_at, spots, table[label].astype(str), strict=True)):
        wide, high = inches(name, size) + 0.02, 0.12
        others = taken[:i] + taken[i + 1 :]
        for dx, dy, ha in (
            (0.05, -0.06, "left"),
            (-0.05 - wide, -0.06, "right"),
            (-wide / 2, 0.04, "center"),
            (-wide / 2, -0.16, "center"),
        ):
            box = (px + dx, py + dy, px + dx + wide, py + dy + high)
            air = 0.1 if ha == "center" else 0
            if _inside(box, edge) and not any(_touch((box[0], box[1] - air, box[2], box[3] + air), o) for o in others):
                taken.append(box)
                across = {"left": 0.05, "right": -0.05, "center": 0}[ha]
                axes.annotate(
                    name,
                    spot,
                    xytext=(across * 72, (dy + high / 2) * 72),
                    textcoords="offset points",
                    size=size,
                    va="center",
                    ha=ha,
                )
                break


def _inside(box, frame):
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


@drawing_function
def network(
    table,
    source,
    target,
    *,
    title,
    note,
    weight=None,
    nodes=None,
    name="name",
    size="size",
    group=None,
    order=(),
    top=30,
    empty="",
    lang=None,
):
    """Who stands with whom: circles by `size`, lines by `weight`, names beside them without touching. Returns a Chart.

    table: one row a link. nodes: optional table with `name`, `size`, `group` columns; else a node's size is the sum of
    its links. Only the `top` strongest nodes are drawn. order: groups that keep their colour in every chart. The
    places come from a fixed start, equal on every run.
    """
    import networkx  # here, because it costs every notebook a second and one chart needs it

    graph = networkx.Graph()
    for a, b, w in zip(
        table[source].astype(str), table[target].astype(str), table[weight] if weight else [1] * len(table), strict=True
    ):
        if a != b and pd.notna(w):
            graph.add_edge(a, b, weight=float(w) + graph.get_edge_data(a, b, {"weight": 0})["weight"])
    strength = dict(graph.degree(weight="weight"))
    sizes = dict(zip(nodes[name].astype(str), nodes[size], strict=True)) if nodes is not None else strength
    kept = sorted(graph, key=lambda n: (-strength[n], n))[:top]
    total, graph = len(graph), graph.subgraph(kept)
    if not kept:
        return None
    groups = dict(zip(nodes[name].astype(str), nodes[group], strict=True)) if nodes is not None and group else {}
    colours = colours_of((groups[n] for n in kept if n in groups), order)
    key = [Mark(str(n), c, "marker") for n, c in colours.items()]
    figure = sheet(min(5.2, 1.4 + 0.25 * len(kept)), title, note, key, more_rows(len(kept), total, lang))
    axes = figure.add_subplot()
    axes.set_axis_off()
    _draw_network(figure, axes, graph, kept, sizes, {n: colours.get(groups.get(n), COLOURS[0]) for n in kept})
    kept_rows = table[source].astype(str).isin(kept) & table[target].astype(str).isin(kept)
    return figure, table[kept_rows]


def _places(graph, kept):
    """Where each node stands: distances on the sheet follow the number of links between two; equal on every run.

    Separate groups are tied to the strongest node for this purpose, or they would drift to the edges.
    """
    import networkx

    tied = graph.copy()
    for part in networkx.connected_components(graph):
        if kept[0] not in part:
            tied.add_edge(kept[0], next(n for n in kept if n in part))
    circle = networkx.circular_layout(kept)
    return networkx.kamada_kawai_layout(tied, pos=circle, weight=None) if len(kept) > 2 else circle


def _draw_network(figure, axes, graph, kept, sizes, colours):
    import networkx

    ordered = networkx.Graph()
    ordered.add_nodes_from(kept)
    ordered.add_edges_from(sorted((min(a, b), max(a, b), d) for a, b, d in graph.edges(data=True)))
    places = _places(ordered, kept)
    heaviest = max((d["weight"] for *_e, d in ordered.edges(data=True)), default=1)
    for a, b, d in ordered.edges(data=True):
        axes.plot(
            *zip(places[a], places[b], strict=True),
            color="#A9B3BC",
            lw=0.5 + 3 * d["weight"] / heaviest,
            zorder=1,
            solid_capstyle="round",
        )
    largest = max(float(sizes.get(n, 1)) for n in kept) or 1
    points = pd.DataFrame(
        [(n, *places[n], 20 + 240 * float(sizes.get(n, 1)) / largest) for n in kept], columns=["n", "x", "y", "s"]
    )
    axes.scatter(
        points["x"], points["y"], s=points["s"], color=[colours[n] for n in kept], edgecolor="white", lw=0.8, zorder=2
    )
    axes.margins(0.13, 0.07)
    figure.draw_without_rendering()
    _node_names(axes, points)


def _node_names(axes, points, size=7.2):
    """Name every node around its circle, at the first place that is free or else the least crowded."""
    at = axes.transData.transform(points[["x", "y"]].to_numpy(float)) / 100
    radius = np.sqrt(points["s"] / math.pi) / 72
    taken = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(at, radius, strict=True)]
    frame = axes.get_window_extent().get_points().ravel() / 100
    for i, ((x, y), r, name) in enumerate(zip(at, radius, points["n"], strict=True)):
        text = wrap(name, 1.5, size, lines=2)
        wide, high = max(inches(t, size) for t in text.split("\n")) + 0.03, 0.13 * line_count(text)
        spots = [
            (0, r + high / 2 + 0.01),
            (0, -r - high / 2 - 0.01),
            (r + wide / 2 + 0.02, 0),
            (-r - wide / 2 - 0.02, 0),
        ]
        spots += [(dx * (r + wide / 2), dy * (r + high)) for dx in (-0.8, 0.8) for dy in (-0.8, 0.8)]
        boxes = [(x + dx - wide / 2, y + dy - high / 2, x + dx + wide / 2, y + dy + high / 2) for dx, dy in spots]
        others = taken[:i] + taken[i + 1 :]
        best = min(range(len(spots)), key=lambda s: _crowd(boxes[s], others, frame))
        taken.append(boxes[best])
        axes.annotate(
            text,
            points.loc[i, ["x", "y"]],
            xytext=[72 * d for d in spots[best]],
            textcoords="offset points",
            size=size,
            ha="center",
            va="center",
            linespacing=1.1,
            zorder=3,
            bbox={"boxstyle": "square,pad=.05", "fc": "white", "ec": "none", "alpha": 0.75},
        )


def _crowd(box, others, frame):
    """How bad a place is: names and circles it touches, and much worse, the edge of the sheet."""
    return sum(_touch(box, other) for other in others) + 3 * (not _inside(box, frame))


@drawing_function
def cloud(table, word, count, *, title, note, top=120, empty="", lang=None):
    """A word cloud from counted words, so that no letter or accent is lost. Returns a Chart.

    The words' places come from a fixed start and are equal on every run. Size shows the count, colour means nothing.
    """
    from wordcloud import WordCloud

    table = present(table, count)
    table = table[table[count] > 0].head(top)
    if table.empty:
        return None
    wide, high = 1340, 720
    counts = table.assign(_w=table[word].astype(str)).groupby("_w", sort=False)[count].sum()
    words = WordCloud(
        width=wide,
        height=high,
        font_path=str(FONT),
        random_state=7,
        prefer_horizontal=1,
        margin=4,
        max_words=top,
        max_font_size=150,
        min_font_size=15,  # 5.3 points in print: smaller words cannot be read and are left to the table of words
        relative_scaling=0.5,
    ).generate_from_frequencies(counts.to_dict())
    figure = sheet((WIDTH - 0.3) * high / wide, title, note)
    axes = figure.add_axes((0.15 / WIDTH, 0.0, 1 - 0.3 / WIDTH, 1))
    axes.set_axis_off()
    _place_words(figure, axes, words.layout_, wide, high)
    return figure, table[table[word].astype(str).isin([text for (text, _count), *_rest in words.layout_])]


def _place_words(figure, axes, layout, wide, high):
    """Draw the laid-out words as text, so that they stay letters in SVG and PDF."""
    body = figure.get_layout_engine().get()["rect"]
    figure.set_layout_engine("none")
    axes.set_position((0.15 / WIDTH, body[1], 1 - 0.3 / WIDTH, body[3]))
    axes.set(xlim=(0, wide), ylim=(high, 0))
    points = (WIDTH - 0.3) * 72 / wide
    for i, ((text, _count), size, (y, x), _turn, _colour) in enumerate(layout):
        rise = TextPath((0, 0), text, size=size, prop=font_manager.FontProperties(fname=str(FONT))).get_extents().y1
        axes.text(x, y + rise, text, size=size * points, va="baseline", color=COLOURS[(0, 4, 2, 6)[i % 4]])
