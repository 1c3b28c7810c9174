"""Axes and texts come in; the texts stand beside rows, points and the edge, and the room that rows need goes out."""

from analysis.chart_letters import inches, line_count, wrap

MANY = 24  # rows; with more of them, labels of two lines would make a chart leave the page


def beside(axes, text, at, by, **look):
    """Write a text `by` (across, up) points from a point of the data, its middle at that height. Returns None."""
    axes.annotate(text, at, xytext=by, **{"textcoords": "offset points", "va": "center"} | look)


def end_text(axes, text, y, gap=5, **look):
    """Write a text `gap` points beside the right edge of the axes, at the height y of its data. Returns None."""
    beside(axes, text, (1, y), (gap, 0), xycoords=("axes fraction", "data"), **look)


def row_names(axes, labels, width=None, size=8):
    """Write row labels down the y axis, first row on top, wrapped to `width` inches."""
    width = width or _label_width(labels, size)
    texts = [wrap(label, width, size, lines=_label_lines(labels)) for label in labels]
    axes.set_yticks(range(len(labels)), texts, size=size, va="center")
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.spines["left"].set_visible(False)


def row_height(labels, width=None, size=8, least=0.19):
    """Inches one row needs, so that labels of two lines do not touch."""
    width = width or _label_width(labels, size)
    lines = _label_lines(labels)
    return max([least] + [0.06 + 0.135 * line_count(wrap(label, width, size, lines=lines)) for label in labels])


def _label_width(labels, size):
    """Inches for row labels: what the longest needs up to 3.1, so that few break; 2.5 for longer ones."""
    widest = max((inches(str(label), size) for label in labels), default=0)
    return 3.1 if 2.5 < widest <= 3.1 else 2.5


def _label_lines(labels):
    """Lines a row label may have: two, but one where there are many rows."""
    return 1 if len(labels) > MANY else 2
