"""A title, a key and a footnote come in; the sheet of paper with them goes out, and room for what is to be drawn."""

import math
from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from analysis.chart_letters import LEADING, inches, text_height, wrap
from analysis.chart_style import COLOURS, FADED, HATCHES, MARKERS, WIDTH

LEFT = 0.15  # inches from the edge of the sheet to its texts
KEY, KEY_ROW = 7.5, 0.19  # points of a key's letters, inches of one of its rows
TITLE, NOTE = (11, "bold"), (6.8, "normal")  # points and weight


@dataclass(frozen=True)
class Mark:
    """One entry of a key: text beside a swatch drawn as box, line, marker or sign."""

    text: str
    colour: str = COLOURS[0]
    kind: str = "box"
    hollow: bool = False
    dashed: bool = False
    marker: str = "o"
    hatch: str = ""
    size: float = 0  # points of a marker or width of a line; 0: as in all keys


def colour_key(colours):
    """The Marks of {name: colour}, as boxes."""
    return [Mark(str(name), colour) for name, colour in colours.items()]


def hatch_key(colours):
    """The Marks of {name: colour}, as boxes hatched in their order."""
    return [Mark(str(n), colour, hatch=HATCHES[i % len(HATCHES)]) for i, (n, colour) in enumerate(colours.items())]


def marker_key(colours):
    """The Marks of {name: colour}, as markers in their order."""
    marks = enumerate(colours.items())
    return [Mark(str(n), colour, "marker", marker=MARKERS[i % len(MARKERS)]) for i, (n, colour) in marks]


def sheet(body, title, note, key=(), more=""):
    """A Figure with title, key and footnote drawn, and the room between them (`body` inches high) left to axes."""
    title = wrap(title, WIDTH - 2 * LEFT, *TITLE)
    note = wrap(" ".join(part for part in (more, note) if part), WIDTH - 2 * LEFT, *NOTE)
    rows = _key_rows(key)
    above = 0.14 + text_height(title, *TITLE) + 0.06
    foot = 0.08 + text_height(note, *NOTE) + 0.08
    height = above + KEY_ROW * len(rows) + 0.1 + body + foot
    figure = _paper(height, body, foot)
    _write(figure, title, 1 - 0.14 / height, TITLE, va="top")
    _write(figure, note, 0.08 / height, NOTE, va="bottom", color=FADED)
    for i, row in enumerate(rows):
        _draw_key(figure, row, height - above - KEY_ROW * i - 0.1, height)
    return figure


def _paper(height, body, foot):
    """An empty Figure whose axes will stand above the footnote."""
    figure = Figure(figsize=(WIDTH, height))
    FigureCanvasAgg(figure)
    room = (0.12 / WIDTH, foot / height, 1 - 0.27 / WIDTH, body / height)
    figure.set_layout_engine("constrained", rect=room, h_pad=0.03, w_pad=0.03)
    return figure


def _write(figure, text, y, letters, **look):
    size, weight = letters
    figure.text(LEFT / WIDTH, y, text, size=size, weight=weight, linespacing=LEADING, **look)


def _key_rows(key):
    """The entries of a key in rows that fit the width, as (inches from the left, mark)."""
    rows, left = [], math.inf
    for mark in key:
        room = 0.3 + inches(mark.text, KEY) + 0.2
        if left + room > WIDTH - LEFT:
            rows.append([])
            left = LEFT
        rows[-1].append((left, mark))
        left += room
    return rows


def _draw_key(figure, row, y, height):
    for left, mark in row:
        draw = {"box": _draw_box, "sign": _draw_sign}.get(mark.kind, _draw_line)
        draw(figure, mark, left, y, height)
        figure.text((left + 0.27) / WIDTH, y / height, mark.text, size=KEY, va="center")


def _draw_box(figure, mark, left, y, height):
    x0, x1 = left / WIDTH, (left + 0.2) / WIDTH
    box = Rectangle(
        (x0, (y - 0.045) / height),
        x1 - x0,
        0.09 / height,
        transform=figure.transFigure,
        facecolor="white" if mark.hollow else mark.colour,
        hatch=mark.hatch,
        lw=0.8,
        edgecolor=mark.colour if not mark.hatch else "white",
        ls="--" if mark.dashed else "-",
    )
    figure.add_artist(box)


def _draw_sign(figure, mark, left, y, height):
    middle = (left + 0.1) / WIDTH
    figure.text(middle, y / height, mark.marker, size=KEY, ha="center", va="center", color=mark.colour)


def _draw_line(figure, mark, left, y, height):
    """A line across the swatch, or a marker in its middle."""
    across = (left, left + 0.2) if mark.kind == "line" else (left + 0.1,)
    line = Line2D(
        [x / WIDTH for x in across],
        [y / height] * len(across),
        color=mark.colour,
        marker=mark.marker if mark.kind == "marker" else None,
        mfc="white" if mark.hollow else mark.colour,
        ls="--" if mark.dashed else "-",
        transform=figure.transFigure,
        lw=mark.size or 1.6,
        ms=mark.size or 5,
    )
    figure.add_artist(line)
