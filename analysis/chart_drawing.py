"""A function that draws on a sheet comes in; one that returns a frozen Chart goes out, or an empty state it means."""

import functools

import pandas as pd

from analysis.chart_letters import house_style, line_count, wrap
from analysis.chart_record import Chart
from analysis.chart_sheet import sheet
from analysis.chart_style import WIDTH
from analysis.provenance import language


def drawing_function(draw):
    """What every drawing function has in common: the style, the language, the empty state, a frozen layout.

    draw: takes a table that has rows, and `lang` set; returns (figure, rows drawn), or None where nothing can be drawn.
    """

    @functools.wraps(draw)
    def drawn(table, *columns, title, note, empty="", lang=None, **options):
        if not str(note or "").strip():
            raise ValueError("a chart needs its note: how many articles, from when to when, which outlets")
        texts = {"title": title, "note": note, "lang": language(lang)}
        made = None
        if table is not None and len(table):
            with house_style():
                made = draw(table.reset_index(drop=True), *columns, **texts, **options)
                if made:
                    _freeze(made[0])
        if not made:
            return nothing(empty or "–", table=table, **texts)
        return Chart(made[0], made[1].reset_index(drop=True), **texts)

    return drawn


def _freeze(figure):
    """Lay a figure out once and for all, so that every file of it looks the same."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")


def nothing(message, *, title, note, lang=None, table=None):
    """A Chart that says `message` in the middle of the sheet: the empty state, meant as a result.

    >>> nothing("Không có bài nào.", title="Từ", note="0 bài", lang="vi").empty
    True
    """
    with house_style():
        text = wrap(message, WIDTH - 1.4, 10)
        figure = sheet(0.7 + 0.2 * line_count(text), title, note)
        axes = figure.add_subplot()
        axes.set(xticks=[], yticks=[], facecolor="#F4F6F8")
        axes.spines[:].set_visible(False)
        look = {"size": 10, "ha": "center", "va": "center", "color": "#3A434C", "linespacing": 1.3}
        axes.text(0.5, 0.5, text, transform=axes.transAxes, **look)
        _freeze(figure)
    return Chart(figure, pd.DataFrame() if table is None else table.head(0), title, note, language(lang), True)
