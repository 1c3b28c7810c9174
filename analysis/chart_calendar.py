"""A table of dated events comes in; a Chart of them along a time axis goes out, a row each or a lane a group."""

from analysis.chart_drawing import drawing_function
from analysis.chart_labels import row_height, row_names
from analysis.chart_letters import inches
from analysis.chart_sheet import marker_key, sheet
from analysis.chart_style import COLOURS, GREY, WIDTH, colours_of, marker_of
from analysis.chart_tables import NONE, dated, texts, undated
from analysis.chart_ticks import date_axis
from analysis.notation import days

NAMES = 4.2  # inches that the words of an event may take before they break


@drawing_function
def calendar(table, start, label, *, title, note, end=None, group=None, top=40, empty="", lang=None):
    """Events along a time axis, one row each with its date and text: dots for a day, bars for longer. Returns a Chart.

    group: column that colours them. Above `top` events the rows become one lane a group with a tick an event, so that
    500 events stay readable; the table has them all.
    """
    table = dated(table, start, end or start).sort_values("_start", kind="stable").reset_index(drop=True)
    if table.empty:
        return None
    colours = colours_of(table[group]) if group else {}
    lanes = len(table) > top
    names = _lane_names(table, group, colours) if lanes else _event_names(table, label, lang)
    high = 0.4 if lanes else row_height(names, NAMES, 7.5)
    figure = sheet(0.45 + high * len(names), title, note, () if lanes else marker_key(colours))
    axes = figure.add_subplot()
    row_names(axes, names, NAMES, 7.5)
    (_draw_lanes if lanes else _draw_rows)(axes, table, group, colours)
    room = WIDTH - 0.6 - min(NAMES, max(inches(name, 7.5) for name in names))
    date_axis(axes, table["_start"].min(), table["_end"].max(), lang, room)
    return figure, undated(table)


def _lane_names(table, group, colours):
    """The groups, and a dash for the events that belong to none."""
    return [*colours, *([NONE] if group and table[group].isna().any() else [])] or [""]


def _event_names(table, label, lang):
    told = zip(table["_start"], table["_end"], texts(table[label]), strict=True)
    return [f"{days(start, end, lang)}  {text}" for start, end, text in told]


def _draw_lanes(axes, table, group, colours):
    """A tick an event, in the lane of its group."""
    lanes = {name: at for at, name in enumerate(colours)}
    for _i, record in table.iterrows():
        at = lanes.get(record[group], len(lanes)) if group else 0
        colour = colours.get(record[group], GREY) if group else COLOURS[0]
        axes.plot([record["_start"]] * 2, [at - 0.32, at + 0.32], color=colour, lw=1, alpha=0.8)


def _draw_rows(axes, table, group, colours):
    """A dot where each event starts and a bar to its end, one below the other."""
    for at, record in table.iterrows():
        name = record[group] if group else None
        colour = colours.get(name, GREY) if group else COLOURS[0]
        axes.plot([record["_start"], record["_end"]], [at, at], color=colour, lw=4, solid_capstyle="butt")
        axes.plot([record["_start"]], [at], color=colour, marker=marker_of(name, colours), ms=5)
