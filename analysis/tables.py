"""A DataFrame in -> HTML out as a notebook shows it: whole texts, set from the left, numbers in the reader's style.

In a report the tables reach the page by another way (report_run); this is for a person in JupyterLab.
"""

import html
import os

import pandas as pd

from analysis.cells import column_texts, sentence_case
from analysis.provenance import language
from analysis.report_tables import kind_of, named, plain

ROWS = 500  # more are not written into a notebook: the saved table holds them all
TALL = 12  # rows; a longer table scrolls, so that the next question stays in reach
MORE = {"en": "The first {n} of {total} rows.", "vi": "{n} dòng đầu trong {total} dòng."}
NONE = {"en": "No rows.", "vi": "Không có dòng nào."}
CELL = '<td style="text-align: {}; vertical-align: top">{}</td>'
LONG = 90  # letters: a sentence; in a table of twelve columns it would stand on ten lines of one word or two
WIDE = '<div style="min-width: 17em">{}</div>'
SHORT = 12  # letters: what is longer would stand on one line a word
NARROW = '<div style="min-width: 6.5em">{}</div>'
HEAD = '<th style="text-align: {}; vertical-align: bottom">{}</th>'


def begin(lang=None):
    """From now on this notebook shows tables as as_html() writes them. Elsewhere nothing happens. Returns None."""
    try:
        from IPython import get_ipython
    except ImportError:
        return
    if get_ipython() is not None and not in_report():
        formatter = get_ipython().display_formatter.formatters["text/html"]
        formatter.for_type(pd.DataFrame, lambda table: as_html(table, lang))


def in_report():
    """Whether the notebooks run for a report, where nobody can scroll or choose."""
    return bool(os.environ.get("WORKBOOK_REPORT"))


def as_html(table, lang=None, links=()):
    """The table as HTML. Every text is escaped, but for the columns `links`, which hold HTML of the project's own.

    >>> as_html(pd.DataFrame({"câu": ["<b>Nga</b>"], "n": [1234.5]}), "vi").count("&lt;b&gt;Nga"), ROWS
    (1, 500)
    """
    lang, shown = language(lang), named(table).head(ROWS)
    if shown.empty:
        return NONE[lang]
    columns = [_column(shown.iloc[:, place], lang, name in links) for place, name in enumerate(shown.columns)]
    sides = [side for side, _ in columns]
    names = [html.escape(sentence_case(str(name))) for name in shown.columns]
    head = "".join(map(HEAD.format, sides, names))
    rows = zip(*(texts for _, texts in columns), strict=True)
    body = "\n".join(f"<tr>{''.join(map(CELL.format, sides, row))}</tr>" for row in rows)
    more = MORE[lang].format(n=len(shown), total=len(table)) if len(table) > len(shown) else ""
    made = f"<table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>{more}"
    tall = "max-height: 32em; " if len(shown) > TALL else ""
    return made if in_report() else f'<div style="{tall}overflow: auto">{made}</div>'


def _column(column, lang, raw):
    """(the side its cells are set from, its cells as HTML)."""
    kind = kind_of(column)
    texts = column_texts(map(plain, column), kind, lang)
    side = "right" if kind in ("number", "year") else "left"
    return side, texts if raw else [_cell(text) for text in texts]


def _cell(text):
    """A text as HTML, with room beside many other columns."""
    if in_report() or len(text) <= SHORT or " " not in text:
        return html.escape(text)
    return (WIDE if len(text) > LONG else NARROW).format(html.escape(text))
