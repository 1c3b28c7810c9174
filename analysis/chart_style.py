"""Values come in; their colours go out, with the rest of the house's look: measures of the page, hatches, markers."""

import pandas as pd
from matplotlib.colors import to_hex, to_rgb

WIDTH = 6.9  # inches: the text width of an A4 page with 17 mm margins, so that 8 pt stays 8 pt in print
TALLEST = 8.4  # inches a chart's body may have: with title and footnote it still fits an A4 page
# Neighbours differ by at least 12 points of CIELAB lightness, so the order survives grey print; hues are those of Okabe
# and Ito (2008) and darker relatives, told apart with the common forms of colour blindness. The tests measure both.
COLOURS = ("#0B4F8A", "#E69F00", "#7A2E5D", "#56B4E9", "#C44E00", "#8FC9A8", "#3F4A54", "#D9B8D0")
HATCHES = ("", "", "///", "", "\\\\\\", "", "xxx", "...")
MARKERS = ("o", "s", "D", "^", "v", "P", "X", "*")
GREY, PALE, RED = "#7B858F", "#DDE2E7", "#C44E00"
INK, FADED = "#2B323A", "#4A535C"  # of values beside their marks; of footnotes and what is said by the way


def contrast(one, other):
    """How far apart two colours are in lightness, from 1 to 21 (WCAG 2.1, contrast ratio); text wants 4.5.

    >>> round(contrast("white", "black")), contrast("#7B858F", "#7B858F")
    (21, 1.0)
    """
    low, high = sorted(_luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour):
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def ink_on(colour):
    """The colour of letters, dark or white, that is read better on `colour`."""
    return max(("black", "white"), key=lambda ink: contrast(ink, colour))


def for_letters(colour):
    """A colour made as dark as letters on white paper need.

    >>> for_letters("#0B4F8A") == "#0B4F8A", contrast(for_letters("#E69F00"), "white") >= 4.5
    (True, True)
    """
    while contrast(colour, "white") < 4.5:
        colour = to_hex([part * 0.94 for part in to_rgb(colour)])
    return colour


def colours_of(values, order=()):
    """{value: colour} in order of first appearance, those of `order` first; after the palette is used up, grey.

    order: values that keep their colour from chart to chart, whether or not they stand in this one.

    >>> colours_of(["Nga", "Lào", "Nga"], order=["Việt Nam", "Nga"])
    {'Nga': '#E69F00', 'Lào': '#7A2E5D'}
    """
    present = list(dict.fromkeys(v for v in values if pd.notna(v)))
    names = [*order, *(v for v in present if v not in order)]
    colours = {name: COLOURS[i] if i < len(COLOURS) else GREY for i, name in enumerate(names)}
    return {name: colour for name, colour in colours.items() if name in present}


def marker_of(name, colours):
    """The marker of a series among the `colours` of all; a circle where it has no colour of its own."""
    return MARKERS[list(colours).index(name) % len(MARKERS)] if name in colours else MARKERS[0]
