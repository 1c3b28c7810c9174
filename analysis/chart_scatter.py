"""A table of named points comes in; a Chart of them goes out, each named where there is room for its name."""

from dataclasses import dataclass

from analysis.chart_boxes import frame_of, inside, on_sheet, touches
from analysis.chart_drawing import drawing_function
from analysis.chart_labels import beside
from analysis.chart_letters import inches
from analysis.chart_sheet import marker_key, sheet
from analysis.chart_style import COLOURS, colours_of, marker_of
from analysis.chart_tables import are_whole, present, texts
from analysis.chart_ticks import log_axis, number_axis

NAME = 7, 0.12  # points of a name's letters, inches of its height


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
    figure = sheet(4.1, title, note, marker_key(colours))
    axes = figure.add_subplot()
    for name, part in table.groupby(group, sort=False) if group else [(None, table)]:
        look = {"color": colours.get(name, COLOURS[0]), "marker": marker_of(name, colours)}
        axes.scatter(part[x], part[y], s=18, alpha=0.75, lw=0, **look)
    for axis, logged, column in (("x", log_x, x), ("y", log_y, y)):
        _scale(axes, axis, logged, table[column], lang)
    axes.set_xlabel(axis_x, loc="left")
    axes.set_ylabel(axis_y)
    axes.grid()
    figure.draw_without_rendering()
    _name_points(axes, table[[x, y]].to_numpy(float), texts(table[label]))
    return figure, table


def _scale(axes, axis, logged, values, lang):
    """Numbers along the axis called `axis`, evenly or by powers of ten."""
    if logged:
        log_axis(axes, axis, lang)
    else:
        number_axis({"x": axes.xaxis, "y": axes.yaxis}[axis], lang, are_whole(values))
        if not values.any():  # no scale to read off points that are all at zero
            axes.set(**{f"{axis}lim": (-0.05, 1)})


@dataclass(frozen=True)
class _Spot:
    """A place for a name: its box, the box with the air it needs, and how to write it (points from its point)."""

    box: tuple
    air: tuple
    by: tuple
    ha: str


def _name_points(axes, points, names):
    """Name points right, left, above or below where no other name or point is; leave out what does not fit."""
    at, frame = on_sheet(axes, points), frame_of(axes)
    taken = [(x - 0.03, y - 0.03, x + 0.03, y + 0.03) for x, y in at]
    for i, (place, point, name) in enumerate(zip(at, points, names, strict=True)):
        others = taken[:i] + taken[i + 1 :]
        spots = _spots(*place, inches(name, NAME[0]) + 0.02)
        spot = next((s for s in spots if inside(s.box, frame) and not touches(s.air, others)), None)
        if spot:
            taken.append(spot.box)
            beside(axes, name, point, spot.by, size=NAME[0], ha=spot.ha)


def _spots(x, y, wide):
    """The places for a name `wide` inches wide around a point, the best first.

    A name above or below spans more than its point: it keeps away from other points that it could be read with.
    """
    sides = ((0.05, -0.06, "left"), (-0.05 - wide, -0.06, "right"), (-wide / 2, 0.04, "center"))
    for dx, dy, ha in (*sides, (-wide / 2, -0.16, "center")):
        left, low, right, high = x + dx, y + dy, x + dx + wide, y + dy + NAME[1]
        air = 0.1 if ha == "center" else 0
        across = {"left": 0.05, "right": -0.05, "center": 0}[ha]
        by = (across * 72, (dy + NAME[1] / 2) * 72)
        yield _Spot((left, low, right, high), (left, low - air, right, high + air), by, ha)
