"""A text and its size come in; how wide and high it is on paper and where it breaks go out, in the house's letters."""

import functools
import textwrap
from pathlib import Path

from matplotlib import font_manager, style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.textpath import text_to_path

from analysis.fonts import FONT

STYLE = Path(__file__).with_name("report.mplstyle")
LEADING = 1.25  # from one line to the next in titles and footnotes

for _file in sorted(FONT.parent.glob("BeVietnamPro-*.ttf")):
    font_manager.fontManager.addfont(str(_file))


def house_style():
    """The style sheet of the house, as the context to draw and to write files in."""
    return style.context(STYLE)


@functools.lru_cache(maxsize=20_000)
def inches(text, size, weight="normal"):
    """The width of one line of text in inches."""
    if not text.strip():
        return len(text) * size * 0.25 / 72
    properties = font_manager.FontProperties(family=["Be Vietnam Pro", "DejaVu Sans"], weight=weight, size=size)
    return text_to_path.get_text_width_height_descent(text, properties, False)[0] / 72  # 0.5 ms; outlines take 17 ms


@functools.lru_cache(maxsize=500)
def text_height(text, size, weight="normal"):
    """The height of a text of one or more lines in inches, accents above capitals included."""
    if not text:
        return 0
    figure = Figure(dpi=100)
    renderer = FigureCanvasAgg(figure).get_renderer()
    drawn = figure.text(0, 0, text, size=size, weight=weight, linespacing=LEADING)
    return drawn.get_window_extent(renderer).height / 100


def wrap(text, width, size=8, weight="normal", lines=None):
    """Text broken at spaces so that no line is wider than `width` inches at `size` points; "…" after `lines` lines.

    >>> wrap("quan hệ đối tác chiến lược toàn diện", 1.2, 8).count("\\n")
    1
    >>> wrap("Nga", 1.2)
    'Nga'
    """
    rows = [""]
    for word in str(text).split():
        trial = f"{rows[-1]} {word}".strip()
        if rows[-1] and inches(trial, size, weight) > width:
            rows.append(word)
        else:
            rows[-1] = trial
    rows = [piece for row in rows for piece in _cut(row, width, size, weight)]
    if lines and len(rows) > lines:
        last = _cut(rows[lines - 1] + " " + rows[lines], width * 0.96, size, weight)[0]
        rows = [*rows[: lines - 1], last.rstrip(" .,;…") + "…"]
    return "\n".join(rows)


def _cut(row, width, size, weight):
    """A row in pieces that fit: only a single word wider than the column (an address) is ever cut."""
    if inches(row, size, weight) <= width:
        return [row]
    return textwrap.wrap(row, max(4, int(len(row) * width / inches(row, size, weight)))) or [row]


def line_count(text):
    """How many lines a wrapped text has; none where it is empty."""
    return text.count("\n") + 1 if text else 0
