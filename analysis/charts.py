"""A table and translated texts in; a frozen Chart out: drawn, shown, and exported as PNG, SVG, PDF, CSV and side-car.

The one door to all that draws; each family of charts has a module of its own (chart_bars, chart_lines ...), which
stands on chart_drawing (what they have in common), chart_sheet, chart_labels and chart_ticks. Nothing there knows about
news. Every drawing function takes a tidy table first, then the names of its columns, and these keywords: ``title`` and
``note`` (the footnote: how many articles, from when to when, which outlets; it cannot be left out), ``empty`` (what to
say when the table has no rows), ``lang`` ("en": 1,234.5, "vi": 1.234,5; else `begin`'s). Rows are drawn in the order
given: sorting is the caller's. The exported table holds the rows that were drawn.
"""

from analysis.chart_bars import bars, diverging
from analysis.chart_calendar import calendar
from analysis.chart_claims import dots, targets
from analysis.chart_cloud import cloud
from analysis.chart_drawing import nothing
from analysis.chart_heat import heat
from analysis.chart_lines import lines
from analysis.chart_network import network
from analysis.chart_record import Chart
from analysis.chart_scatter import scatter
from analysis.chart_series import columns, grouped
from analysis.chart_spans import spans
from analysis.chart_strips import strips
from analysis.chart_style import colours_of
from analysis.csv_files import csv_bytes
from analysis.notation import amount, day, number
from analysis.provenance import Provenance, begin, fingerprint

__all__ = [
    "Chart",
    "Provenance",
    "amount",
    "bars",
    "begin",
    "calendar",
    "cloud",
    "colours_of",
    "columns",
    "csv_bytes",
    "day",
    "diverging",
    "dots",
    "fingerprint",
    "grouped",
    "heat",
    "lines",
    "network",
    "nothing",
    "number",
    "scatter",
    "spans",
    "strips",
    "targets",
]
