"""A drawn figure comes in; its picture at print size and the bytes of its PNG, SVG and PDF files go out."""

import io
import re

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from analysis.chart_letters import house_style

DPI = 300
CLIP = re.compile(rb'(\bid="|url\(#)(p[0-9a-f]{10})\b')


def pixels(figure):
    """A figure as an image of 300 dots an inch, without the layer of transparency, which no chart uses."""
    screen = figure.dpi
    with house_style():
        figure.set_dpi(DPI)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
        figure.set_dpi(screen)
    return image


def png(image, dpi):
    """The bytes of an image as PNG, which says how many dots an inch it has."""
    made = io.BytesIO()
    image.save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()


def vector(figure, kind):
    """The bytes of a figure as svg or pdf, without times or program names in them."""
    buffer, screen = io.BytesIO(), figure.dpi
    with house_style():
        {"svg": _print_svg, "pdf": _print_pdf}[kind](figure, buffer)
        figure.set_dpi(screen)
    FigureCanvasAgg(figure)
    return _numbered_ids(buffer.getvalue()) if kind == "svg" else buffer.getvalue()


def _print_svg(figure, buffer):
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # here and below: only a file that is written needs it

    FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None, "Creator": None})


def _print_pdf(figure, buffer):
    from matplotlib.backends.backend_pdf import FigureCanvasPdf  # with it, charts take a fifth longer to load

    FigureCanvasPdf(figure).print_pdf(buffer, metadata={"CreationDate": None, "Creator": None, "Producer": None})


def _numbered_ids(svg):
    """An SVG whose clipping frames are named in their order.

    matplotlib names them by a hash of unrounded coordinates, whose last bit may differ between two drawings of a chart.
    """
    names = {}
    return CLIP.sub(lambda m: m[1] + names.setdefault(m[2], b"clip%d" % (len(names) + 1)), svg)
