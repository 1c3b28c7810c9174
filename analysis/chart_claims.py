"""A table of what several state of one fact, or of goals and results, comes in; a Chart that compares them goes out."""

import numpy as np
import pandas as pd

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import end_text, row_height, row_names
from analysis.chart_sheet import Mark, marker_key, sheet
from analysis.chart_style import COLOURS, GREY, INK, RED, colours_of, marker_of
from analysis.chart_tables import are_whole, present, texts
from analysis.chart_ticks import axis_label, value_axis
from analysis.chart_words import more_rows, word
from analysis.notation import number, scale_of

NEAR = 0.025  # of the axis, which is some three inches long: dots are 0.09 inches wide


@drawing_function
def targets(table, label, target, actual, *, title, note, unit="", axis="", empty="", lang=None):
    """Targets against what was reached: a hollow diamond for the target, a filled dot for the actual value, one row
    each; missed ones are said and coloured, targets without a value yet too. Returns a Chart.

    target, actual: number columns in one unit; actual may be missing.
    """
    table = present(table, target)
    if table.empty:
        return None
    names, reached = texts(table[label]), pd.to_numeric(table[actual], errors="coerce")
    states = np.select([reached.isna(), reached < table[target]], ["open", "missed"], "met")
    tops = max(table[target].max(), reached.max() if reached.notna().any() else 0)
    scale, scale_word = scale_of(tops, lang)
    key = _target_key("missed" in states, lang)
    figure = sheet(0.5 + max(0.26, row_height(names)) * len(table), title, note, key)
    axes = figure.add_subplot()
    row_names(axes, names)
    for at, (goal, value, state) in enumerate(zip(table[target], reached, states, strict=True)):
        _target_row(axes, at, goal, value, state)
        said = f"{_said(goal, value, state, scale, lang)}  {word(state, lang)}"
        end_text(axes, said, at, 6, size=7.4, color=RED if state == "missed" else INK)
    axes.set_xlim(0, tops * 1.06)
    value_axis(axes, lang, False, scale, axis_label(axis, unit, scale_word))
    return figure, table.assign(state=[word(state, lang) for state in states])


def _target_key(missed, lang):
    target, actual, failed = (word(key, lang) for key in ("target", "actual", "missed"))
    key = [Mark(target, INK, "marker", hollow=True, marker="D"), Mark(actual, COLOURS[0], "marker")]
    return [*key, Mark(f"{actual}: {failed}", RED, "marker", marker="X")] if missed else key


def _target_row(axes, at, goal, value, state):
    """A line from the goal to what was reached, with a marker at either end."""
    colour = RED if state == "missed" else COLOURS[0]
    axes.plot([goal, goal if state == "open" else value], [at, at], color=colour, lw=1.2)
    axes.plot([goal], [at], marker="D", ms=6, mfc="white", mec=INK, ls="")
    axes.plot([value], [at], marker="X" if state == "missed" else "o", ms=6, color=colour, ls="")


def _said(goal, value, state, scale, lang):
    """What was reached and the goal, as numbers: "4,85 / 10"; the goal alone while nothing is known."""
    return " / ".join(number(v / scale, lang) for v in ([goal] if state == "open" else [value, goal]))


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
    low, high: a dot's own interval. A row whose values agree shows one place only; dots too close to be told apart
    stand above one another.
    """
    table = present(table, value)
    every = list(dict.fromkeys(texts(table[label])))
    names, total = every[:top], len(every)
    table = table[texts(table[label]).isin(names)].reset_index(drop=True)
    if table.empty:
        return None
    colours = colours_of(table[series], order) if series else {}
    scale, scale_word = scale_of(table[value].abs().max(), lang)
    high_row, more = max(0.27, row_height(names)), more_rows(len(names), total, lang)
    key = [*marker_key(colours), Mark(word("apart", lang), INK, "sign", marker="(×2)")]
    figure = sheet(0.5 + high_row * len(names), title, note, key, more)
    axes = figure.add_subplot()
    row_names(axes, names)
    near = NEAR * (table[value].max() - table[value].min())
    for at, name in enumerate(names):
        part = table[texts(table[label]) == name].sort_values(value, kind="stable")
        least, most = part[value].min(), part[value].max()
        axes.plot([least, most], [at, at], color=GREY, lw=2.2, zorder=1, solid_capstyle="round")
        for aside, (_i, record) in zip(_asides(part[value].tolist(), near), part.iterrows(), strict=True):
            _dot(axes, at + aside, record, value, series, low, high, colours)
        end_text(axes, _spread(least, most, scale, lang), at, 6, size=7.4)
    value_axis(axes, lang, are_whole(table[value]), scale, axis_label(axis, unit, scale_word))
    axes.margins(x=0.08)
    return figure, table


def _asides(values, near):
    """How far above or below its row each of the values in order stands, so that those nearer than `near` all show.

    >>> _asides([4.0, 5.5, 5.5], 0.1), _asides([2.0, 3.0], 0.1)
    ([0.0, -0.21, 0.21], [0.0, 0.0])
    """
    groups = [[]]
    for value in values:
        if groups[-1] and value - groups[-1][-1] > near:
            groups.append([])
        groups[-1].append(value)
    rows = [[0.0] if len(group) == 1 else np.linspace(-0.21, 0.21, len(group)).tolist() for group in groups if group]
    return [aside for row in rows for aside in row]


def _dot(axes, at, record, value, series, low, high, colours):
    """What one states of a fact, with its own interval."""
    name = record[series] if series else None
    colour = colours.get(name, COLOURS[0])
    if low and high and pd.notna(record[low]) and pd.notna(record[high]):
        axes.plot([record[low], record[high]], [at, at], color=colour, lw=1, marker="|", ms=6)
    look = {"color": colour, "marker": marker_of(name, colours), "mec": "white", "mew": 0.6}
    axes.plot([record[value]], [at], ls="", ms=6.5, zorder=3, **look)


def _spread(least, most, scale, lang):
    """From the lowest to the highest value and how many times apart they are: "4–6  (×1,5)".

    >>> _spread(4e9, 6e9, 1e9, "vi"), _spread(3, 3, 1, "vi")
    ('4–6  (×1,5)', '3')
    """
    if least == most:
        return number(least / scale, lang)
    said = f"{number(least / scale, lang)}–{number(most / scale, lang)}"
    return said + (f"  (×{number(most / least, lang)})" if least > 0 else "")
