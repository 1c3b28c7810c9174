"""A table of places where something occurs comes in; a Chart of its dispersion goes out: strips with ticks on them."""

import math

import pandas as pd
from matplotlib.ticker import MaxNLocator

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import end_text, row_height, row_names
from analysis.chart_sheet import sheet
from analysis.chart_style import COLOURS, PALE
from analysis.chart_tables import texts
from analysis.chart_ticks import date_axis
from analysis.chart_words import more_rows
from analysis.notation import number

ARTICLES_APART = 60  # more strips' articles than that are too narrow for a gap between them


@drawing_function
def strips(table, row, position, *, title, note, length=None, axis="", ends=None, top=40, empty="", lang=None):
    """Dispersion: one strip a row value, a tick where it occurs (position 0 .. length). Returns a Chart.

    position: a number (1.25: a quarter into the second article in time order) or a date. length: how many articles
    there are. ends: {row: text} written at the right ("12 / 30").
    """
    shown, places, names, total = _occurrences(table, row, position, top)
    if not names:
        return None
    figure = sheet(0.5 + max(0.24, row_height(names)) * len(names), title, note, (), more_rows(len(names), total, lang))
    axes = figure.add_subplot()
    row_names(axes, names)
    _draw_strips(axes, texts(shown[row]), places, names)
    for i, name in enumerate(names):
        end_text(axes, (ends or {}).get(name, ""), i, size=7.2)
    axes.spines["bottom"].set_visible(False)
    if pd.api.types.is_datetime64_any_dtype(places):
        date_axis(axes, places.min(), places.max(), lang)
    else:
        _article_axis(axes, max(1, length or math.ceil(places.max())), lang)
    axes.set_xlabel(axis, loc="left")
    return figure, shown


def _occurrences(table, row, position, top):
    """The rows that are drawn, their places, the strips' names in order, and how many there would be without `top`."""
    names = list(dict.fromkeys(texts(table[row])))
    shown = table[texts(table[row]).isin(names[:top])]
    places = shown[position]
    if not pd.api.types.is_numeric_dtype(places):
        places = pd.to_datetime(places, errors="coerce")
    shown, places = shown[places.notna()], places[places.notna()]
    drawn = set(texts(shown[row]))
    return shown, places, [name for name in names[:top] if name in drawn], len(names)


def _draw_strips(axes, labels, places, names):
    """A pale strip for each name and a tick on it at each of its places."""
    axes.hlines(range(len(names)), 0, 1, transform=axes.get_yaxis_transform(), color=PALE, lw=8, zorder=0)
    at = labels.map({name: i for i, name in enumerate(names)})
    axes.vlines(places, at - 0.33, at + 0.33, color=COLOURS[0], lw=1.1)


def _article_axis(axes, length, lang):
    """Articles 1 .. length below strips: each from n-1 to n, its number under its middle, a gap where they meet."""
    axes.set_xlim(0, length)
    ticks = MaxNLocator(nbins=8, steps=[1, 2, 5, 10], integer=True).tick_values(1, length)
    numbers = [n for n in ticks if 1 <= n <= length]
    axes.set_xticks([n - 0.5 for n in numbers], [number(n, lang) for n in numbers])
    if length <= ARTICLES_APART:
        axes.vlines(range(1, length), 0, 1, transform=axes.get_xaxis_transform(), color="white", lw=1.2, zorder=0.5)
