"""A table of figures comes in; each with the sentence that says so and a link to its page goes out."""

import html
from urllib.parse import quote

import pandas as pd

from analysis import tables
from analysis.figure_names import named, pair_name


def provenance(table, say, lang, folder="../corpus"):
    """Every figure with the words that say so and a link to its page, ready to be shown or saved.

    Columns: figure, what, who (pair), period, how (modality and qualifier), source, evidence, sentence, page (a link),
    file (its name alone).
    """
    rows = [_proof(row, say, lang, folder) for row in named(table, say, lang).to_dict("records")]
    columns = ["figure", "what", "who", "period", "how", "source", "evidence", "sentence", "page", "file"]
    return pd.DataFrame(rows, columns=columns)


def _proof(row, say, lang, folder):
    of = f" ({say('figures.measure_' + row['of_measure'])})" if isinstance(row["of_measure"], str) else ""
    signs = (
        [say("figures." + row["modality"])]
        + ([say("figures." + row["qualifier"])] if row["qualifier"] != "exact" else [])
        + ([say("figures.negated")] if row["negated"] else [])
        + ([say(f"figures.{_less(row)}")] if row["value_max"] < 0 else [])
    )
    return {
        "figure": row["surface"],
        "what": row["measure_name"] + of + (f", {row['commodity']}" if isinstance(row["commodity"], str) else ""),
        "who": pair_name(row["reporter"], row["partners"], say, lang) if row["partners"] or row["reporter"] else "",
        "period": row["period"],
        "how": ", ".join(signs),
        "source": row["source_of_figure"] if isinstance(row["source_of_figure"], str) else "",
        "evidence": say(f"figures.evidence_{row['partner_evidence']}"),
        "sentence": row["sentence"],
        "page": _link(row["file"], folder),
        "file": row["file"],
    }


def _less(row):
    """The word for a value below zero, which the printed number alone ("giảm 3,4%") does not show."""
    return "falls" if row["measure"] == "growth_rate" else "deficit"


def _link(file, folder):
    address = quote(f"{folder}/{file}")
    return f'<a href="{address}">{html.escape(str(file))}</a>'


def as_html(table, columns, say):
    """The table as HTML: links of the column "page" live, every other cell escaped, so that no page's text can run."""
    return tables.as_html(shown(table, columns, say), say.lang, links=[say("figures.column_page")])


def shown(table, columns, say, top=None):
    """The columns a reader is shown, under headings in their language; numbers without binary noise."""
    part = (table[columns].head(top) if top else table[columns]).copy()
    for column in part.select_dtypes("float").columns:
        part[column] = [None if value != value else float(f"{value:.4g}") for value in part[column]]
    return part.rename(columns={name: say(f"figures.column_{name}") for name in columns}).astype(object)
