"""A figure with its period comes in; its bar, its whisker and its value go onto the axes of a timeline."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib import dates as mdates
from matplotlib.patches import Rectangle

from analysis.chart_boxes import around, frame_of, inside, on_sheet, touches
from analysis.chart_labels import beside
from analysis.chart_letters import inches
from analysis.chart_style import INK
from analysis.chart_words import word
from analysis.notation import amount, number, scale_of

QUALIFIERS = ("over", "about", "nearly", "under")  # the others, such as "exact", are not said
DIAMOND = 0.06  # inches from the middle of a diamond to its corner, with air
HOLLOW = ("target", "forecast")


@dataclass(frozen=True)
class Columns:
    """The columns of a table of figures that a timeline shows; None where the table holds nothing of the kind."""

    value: str
    low: str | None
    high: str | None
    series: str | None
    modality: str | None
    qualifier: str | None
    row: str | None


# ------------------------------------------------------------------------------------------------------------ the marks
def draw(axes, record, height, used, colour):
    """One figure: a bar over its period, or a diamond for a single day, with its whisker. Returns nothing."""
    kind = record.get(used.modality)
    start, end = mdates.date2num(record["_start"]), mdates.date2num(record["_end"])
    if is_one_day(record):
        fill = "white" if kind in HOLLOW else colour
        axes.plot([end], [height], marker="D", ms=5, color=colour, mfc=fill, ls="")
    else:
        thick = 0.5 if used.row else abs(np.diff(axes.get_ylim())[0]) * 0.045
        axes.add_patch(_bar(start, end + 1, height, thick, kind, colour))
    if used.low and used.high and record[used.low] < record[used.high] and not used.row:
        ends = [record[used.low], record[used.high]]
        axes.plot([(start + end) / 2] * 2, ends, color=colour, lw=1, marker="_", ms=6)


def is_one_day(record):
    """Whether a figure is that of a single day, such as a level reached by then."""
    return record["_end"] - record["_start"] < pd.Timedelta(days=1)


def _bar(start, end, height, thick, kind, colour):
    """Filled for what was, hatched for an estimate, hollow for what is to come, dashed for a forecast."""
    return Rectangle(
        (start, height - thick / 2),
        end - start,
        thick,
        lw=1.1,
        zorder=2,
        facecolor="white" if kind in HOLLOW else colour,
        ls="--" if kind == "forecast" else "-",
        edgecolor="white" if kind == "estimate" else colour,
        hatch="////" if kind == "estimate" else "",
    )


def even_bars(axes, thick=0.09):
    """Make all bars of a panel `thick` inches high around their value, however tall the panel is."""
    low, high = axes.get_ylim()
    unit = (high - low) / (axes.get_window_extent().height / 100)
    for patch in axes.patches:
        middle = patch.get_y() + patch.get_height() / 2
        patch.set(y=middle - unit * thick / 2, height=unit * thick)


# ----------------------------------------------------------------------------------------------------------- the values
def written(record, used, unit, lang):
    """The value of a figure as text, with its qualifier: "hơn 3,6 tỷ USD"; a range as "10–15 tỷ USD"."""
    low, high = (record.get(c) if c else None for c in (used.low, used.high))
    if pd.notna(low) and pd.notna(high) and low < high:
        scale, scale_word = scale_of(abs(high), lang)
        return f"{number(low / scale, lang)}–{number(high / scale, lang)} {scale_word} {unit}".strip()
    qualifier = record.get(used.qualifier)
    said = word(qualifier, lang) if qualifier in QUALIFIERS else ""
    return f"{said} {amount(record[used.value], lang, unit)}".strip()


def place_values(axes, part, used, lang):
    """Write values above, below or beside their bars, largest first; not those that would touch a bar or a label.

    Bars that lie on one another and say the same get one label.
    """
    part = part.assign(_text=[written(record, used, "", lang) for _i, record in part.iterrows()])
    boxes = [_bar_box(axes, record, used.value) for _i, record in part.iterrows()]
    frame, taken = frame_of(axes), list(boxes)
    once = part.sort_values(used.value, ascending=False, kind="stable").drop_duplicates(["_start", "_end", "_text"])
    for i, record in once.iterrows():
        spots = _spots(boxes[i], inches(record["_text"], 7) + 0.04)
        spot = next(((by, box) for by, air, box in spots if inside(air, frame) and not touches(air, taken)), None)
        if spot:
            taken.append(spot[1])
            middle = record["_start"] + (record["_end"] - record["_start"]) / 2, record[used.value]
            beside(axes, record["_text"], middle, spot[0], size=7, ha="center", color=INK)


def _spots(bar, wide):
    """The places for a value `wide` inches wide, the best first: (points from its bar, box with its air, box).

    Beside its bar a value needs more room, or it would be read as that of a bar above or below it.
    """
    left, low, right, high = bar
    mid, middle, away = (left + right) / 2, (low + high) / 2, wide / 2 + 0.02
    sides = ((right + away, middle, 0.4), (left - away, middle, 0.4))
    for x, y, air in ((mid, high + 0.075, 0.12), (mid, low - 0.075, 0.12), *sides):
        yield ((x - mid) * 72, (y - middle) * 72), around(x, y, wide, air), around(x, y, wide, 0.12)


def _bar_box(axes, record, value):
    """Where a bar stands on the sheet, in inches."""
    (x0, y), (x1, _y) = on_sheet(axes, [(mdates.date2num(record[c]), record[value]) for c in ("_start", "_end")])
    air = DIAMOND if is_one_day(record) else 0
    return x0 - air, y - 0.05, x1 + air + 0.01, y + 0.05
