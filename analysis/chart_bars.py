"""A table with one number a row comes in; a Chart of horizontal bars goes out, to one side of zero or to both."""

import numpy as np
import pandas as pd

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import beside, row_height, row_names
from analysis.chart_letters import inches, line_count, wrap
from analysis.chart_sheet import colour_key, sheet
from analysis.chart_style import COLOURS, FADED, GREY, INK, TALLEST, colours_of
from analysis.chart_tables import are_whole, present, texts
from analysis.chart_ticks import axis_label, no_ticks_beyond, value_axis
from analysis.chart_words import more_rows
from analysis.notation import number, scale_of

LESS, MORE = ("#8A5F00", COLOURS[1]), COLOURS[:1] * 2  # colours of the words and of the bars left and right of zero


@drawing_function
def bars(table, label, value, *, title, note, axis="", unit="", group=None, order=(), before=None, text=None,
         digits=None, top=40, empty="", lang=None):  # fmt: skip
    """Horizontal bars, one a row: at most `top`, the number written at each end. Returns a Chart.

    label, value: columns. group: column that colours the bars (with a key). order: groups that keep their colour in
    every chart. before, text: columns whose words stand before ("over") and after the number. axis: what the numbers
    are; unit: what they are counted in (values over a million are scaled). digits: decimals of every number; by default
    as many as each needs, which is how a text tells them. The first `top` rows are drawn, the Chart's table has all.
    """
    every = present(table, value)
    table = every.head(top)
    if table.empty:
        return None
    names, values = texts(table[label]), table[value]
    scale, word = _scale(values.abs(), lang)
    colours = colours_of(table[group], order) if group else {}
    more = more_rows(len(table), len(every), lang)
    figure = sheet(0.5 + row_height(names) * len(table), title, note, colour_key(colours), more)
    axes = figure.add_subplot()
    fill = [colours.get(g, GREY) for g in table[group]] if group else COLOURS[0]
    axes.barh(range(len(table)), values, height=0.68, color=fill)
    row_names(axes, names)
    sides = zip(_texts(table, before), values, _texts(table, text), strict=True)
    _name_ends(axes, values, [_joined(b, number(v / scale, lang, digits), t) for b, v, t in sides])
    value_axis(axes, lang, are_whole(values), scale, axis_label(axis, unit, word))
    no_ticks_beyond(axes.xaxis, values)
    return figure, every


def _scale(sizes, lang):
    """The scale of the largest number, or the one below where the smallest would keep one digit: 0.01 billion."""
    scale, word = scale_of(sizes.max(), lang)
    return scale_of(sizes.max() / 1000, lang) if scale > 1 and sizes[sizes > 0].min() < 0.1 * scale else (scale, word)


def _joined(before, told, after):
    """ "over 590", "28 of 30": a number with what stands before and after it."""
    return " ".join(filter(None, (before, told, after)))


def _texts(table, column):
    return [""] * len(table) if not column else ["" if pd.isna(v) else str(v) for v in table[column]]


def _name_ends(axes, values, ends, size=7.5):
    """Write a text at the end of each horizontal bar and make room for the longest on either side."""
    for row, (value, end) in enumerate(zip(values, ends, strict=True)):
        by, ha = ((3, 0), "left") if value >= 0 else ((-3, 0), "right")
        beside(axes, end, (value, row), by, size=size, ha=ha, color=INK, annotation_clip=False)
    widths = [(value >= 0, inches(end, size)) for value, end in zip(values, ends, strict=True)]
    left, right = (max([0] + [wide for above, wide in widths if above == side]) for side in (False, True))
    low, high = min(0, values.min()), max(0, values.max())
    inch = ((high - low) or 1) / max(1.2, 3.6 - (left + right))
    axes.set_xlim(low - (left + 0.1) * inch if low < 0 else 0, high + (right + 0.1) * inch)


@drawing_function
def diverging(table, label, value, *, title, note, left="", right="", axis="", unit="", before=None, digits=None,
              top=40, empty="", lang=None):  # fmt: skip
    """Bars to both sides of zero (keyness, a fall and a rise), words on the free side. Returns a Chart.

    left, right: what the two sides mean, written above them; a side without a bar is not named. before, digits: as in
    bars. Of the first `top` rows those are drawn that fit one page; the Chart's table has all.
    """
    every = present(table, value)
    if every.empty:
        return None
    names = [wrap(name, 2.6, 8, lines=2) for name in texts(every[label])[:top]]
    high = 0.19 if max(map(line_count, names)) == 1 else 0.31
    names = names[: int((TALLEST - 0.75) / high)]  # a taller sheet would be made smaller on the page
    table = every.head(len(names))
    values = table[value]
    figure = sheet(0.75 + high * len(table), title, note, (), more_rows(len(table), len(every), lang))
    axes = figure.add_subplot()
    axes.barh(range(len(table)), values, height=0.68, color=np.where(values < 0, LESS[1], MORE[1]))
    for row, (name, size, told) in enumerate(zip(names, values, _texts(table, before), strict=True)):
        _name_and_number(axes, row, name, size, _joined(told, number(size, lang, digits), ""))
    reach = (values.abs().max() or 1) * 1.25
    axes.set(xlim=(-reach, reach), ylim=(len(table) - 0.4, -0.6), yticks=[])
    axes.axvline(0, color="#5A6470", lw=0.8)
    axes.spines["left"].set_visible(False)
    value_axis(axes, lang, False, 1, axis_label(axis, unit, ""))
    _name_sides(axes, values, left, right, reach)
    return figure, every


def _name_and_number(axes, row, name, size, told):
    """The words of a bar on the free side of zero, its number at its end."""
    side, free, end = (-1, "right", "left") if size >= 0 else (1, "left", "right")
    beside(axes, name, (0, row), (4 * side, 0), size=8, ha=free)
    beside(axes, told, (size, row), (-3 * side, 0), size=6.8, ha=end, color=FADED)


def _name_sides(axes, values, left, right, reach):
    """What a side means above it, and ticks below it, only where it has a bar."""
    low, high = values.min() < 0, values.max() > 0
    for side, text, (colour, _bar), there in (("left", left, LESS, low), ("right", right, MORE, high)):
        axes.set_title(wrap(text, 3.1, 8.5, lines=2) if there else "", loc=side, size=8.5, color=colour)
    if not (low and high):
        axes.set_xticks([t for t in axes.get_xticks() if abs(t) <= reach and t * (values.max() or -1) >= 0])
