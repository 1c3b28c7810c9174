"""Axes and a language come in; ticks for numbers, dates and years go onto them, in the style of that language."""

import math

import numpy as np
import pandas as pd
from matplotlib import dates as mdates
from matplotlib.ticker import Formatter, FuncFormatter, MaxNLocator, MultipleLocator

from analysis.chart_letters import inches
from analysis.chart_style import WIDTH
from analysis.notation import day, month, number

DAYS_APART = 62  # days; a longer axis has the first days of two months or more; ticks 27 days apart name months


# -------------------------------------------------------------------------------------------------------------- numbers
def number_axis(axis, lang, whole=False, scale=1):
    """Give an axis ticks in the number style of `lang`; whole ones only on counts."""
    axis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 5, 10], integer=whole and scale == 1, min_n_ticks=2))
    axis.set_major_formatter(_Numbers(lang, scale))


def value_axis(axes, lang, whole, scale=1, label=""):
    """A light vertical grid with numbers below, for charts whose values run along x."""
    number_axis(axes.xaxis, lang, whole, scale)
    _upright_grid(axes)
    axes.set_xlabel(label, loc="left")


def no_ticks_beyond(axis, values):
    """Take the ticks away that stand beyond all values, where only the words at the ends of bars are. Returns None."""
    low, high = min(0, values.min()), max(0, values.max())
    ticks = axis.get_majorticklocs()
    kept = [tick for tick in ticks if low <= tick <= high]
    axis.set_ticks(kept if len(kept) > 1 else [tick for tick in ticks if tick >= 0][:2])


def log_axis(axes, name, lang):
    """Make the axis called `name` ("x", "y") logarithmic, with numbers at its powers of ten."""
    axes.set(**{f"{name}scale": "log"})
    axis = {"x": axes.xaxis, "y": axes.yaxis}[name]
    axis.set_major_formatter(FuncFormatter(lambda v, _p: number(v, lang)))
    axis.set_minor_formatter(FuncFormatter(lambda v, _p: ""))


def year_axis(axes, values):
    """Whole numbers without separators below: years."""
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda v, _p: f"{v:g}"))
    if values.nunique() == 1:
        axes.set_xlim(values.iloc[0] - 1, values.iloc[0] + 1)


class _Beside(Formatter):
    """A formatter that knows where the other ticks are: `places`."""

    places = ()

    def set_locs(self, locs):
        self.places = locs


class _Numbers(_Beside):
    """Numbers with as many decimals as tell the ticks apart."""

    def __init__(self, lang, scale):
        self.lang, self.scale = lang, scale

    def __call__(self, value, pos=None):
        step = _step(self.places) / self.scale if len(self.places) > 1 else 1
        decimals = max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1 else None
        return number(value / self.scale, self.lang, decimals)


def axis_label(axis_label, unit, scale_word):
    """What stands beside an axis: what its numbers are and, in brackets, in what they are counted.

    >>> axis_label("Kim ngạch", "USD", "tỷ"), axis_label("", "bài", "")
    ('Kim ngạch (tỷ USD)', 'bài')
    """
    measured = " ".join(part for part in (scale_word, unit) if part)
    return f"{axis_label} ({measured})" if axis_label and measured else axis_label or measured


# ---------------------------------------------------------------------------------------------------------------- dates
def date_ticks(axis, lang):
    """Give an axis date ticks: years, months or days, in the style of `lang`."""
    axis.set_major_locator(mdates.AutoDateLocator(minticks=2, maxticks=8, interval_multiples=True))
    axis.set_major_formatter(_Dates(lang))


def date_room(axes, first, last):
    """A little air at both ends of a time axis; a year around a single day."""
    air = max((last - first) * 0.05, pd.Timedelta(days=20))
    axes.set_xlim(first - air, last + air)


def date_axis(axes, first, last, lang, room=WIDTH - 3.6):
    """Dates below: as many ticks as stand beside one another in `room` inches, and none between two days."""
    date_ticks(axes.xaxis, lang)
    date_room(axes, first, last)
    days, months = (max(3, min(8, int(room / (1.35 * inches(widest, 8))))) for widest in ("28 Dec 2028", "Dec 2028"))
    locator = axes.xaxis.get_major_locator()
    locator.maxticks[mdates.MONTHLY] = months
    locator.intervald[mdates.MONTHLY] = [1, 2, 3, 4, 6, 12]  # twelve: long labels leave room for two or three ticks
    low, high = axes.get_xlim()
    if high - low < DAYS_APART:
        axes.xaxis.set_major_locator(MultipleLocator(min(26, max(1, math.ceil((high - low) / days)))))
    elif len(_seen(axes)) < 2:
        _closer_months(axes)
    _upright_grid(axes)


def _seen(axes):
    """The ticks that stand on the axis."""
    low, high = axes.get_xlim()
    return [tick for tick in axes.xaxis.get_majorticklocs() if low <= tick <= high]


def _closer_months(axes):
    """First days of the months farthest apart of which two stand on the axis: a lone date shows no scale."""
    for apart in (6, 4, 3, 2, 1):
        axes.xaxis.set_major_locator(mdates.MonthLocator(bymonth=range(1, 13, apart)))
        if len(_seen(axes)) > 1:
            return


class _Dates(_Beside):
    """Dates as finely as the ticks lie apart."""

    def __init__(self, lang):
        self.lang = lang

    def __call__(self, value, pos=None):
        date, step = mdates.num2date(value), _step(self.places)
        if step >= 360:
            return str(date.year)
        return month(date, self.lang) if step >= 27 else day(date.replace(tzinfo=None), self.lang)


def _step(places):
    """The smallest distance between ticks; 1 where there are not two."""
    return np.diff(places).min() if len(places) > 1 else 1


def _upright_grid(axes):
    """Light upright lines instead of ticks and a line along x."""
    axes.grid(axis="x")
    axes.tick_params(axis="x", length=0)
    axes.spines["bottom"].set_visible(False)
