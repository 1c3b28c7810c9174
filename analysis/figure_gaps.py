"""A table of figures comes in; which of them are in no chart, or cannot be read or be true, and why, goes out."""

import pandas as pd

from analysis import figures, reconcile
from analysis.figure_names import named

ELSEWHERE = ("rate", "weight", "other_pair", "repeat")  # shown, but not among the levels of the pair


def coverage(table, say, pair=None):
    """How many figures were found, drawn and left out, and why: label, value, in that order."""
    why = _why(table, pair).map(lambda reason: reason or "drawn") if len(table) else pd.Series(dtype=object)
    counts = why.value_counts()
    order = ["drawn", *reconcile.REASONS, "weight", "other_pair"]
    return pd.DataFrame(
        [
            {"label": say(f"figures.reason_{reason.replace(' ', '_')}"), "value": int(counts[reason])}
            for reason in order
            if reason in counts
        ],
        columns=["label", "value"],
    )


def _why(table, pair=None):
    """Why each figure is in no chart of the pair's levels, None where it is in one, as a Series."""
    why = reconcile.not_drawn(table)
    counted = table["measure"].isin(reconcile.TRADE) & (table["unit"] != "money")
    elsewhere = ~table.index.isin(figures.pair(table, *pair).index) if pair else False
    return why.mask(why.isna() & counted, "weight").mask(why.isna() & ~counted & elsewhere, "other_pair")


def left_out(table, say, lang, pair=None):
    """The figures that are in no chart of levels, each with the reason: surface, reason, sentence, file.

    Those that stand in a chart or table of their own come last.
    """
    why = _why(table, pair)
    why = why.loc[why.isin(ELSEWHERE).sort_values(kind="stable").index]
    rest = named(table.loc[why.dropna().index], say, lang)
    return rest.assign(reason=[say(f"figures.reason_{reason.replace(' ', '_')}") for reason in why.dropna()])


def suspects(table, lang):
    """The printed figures that cannot be true, with the reason in words of `lang` in `suspect`."""
    why = reconcile.suspect(table, lang)
    return table[why.notna()].assign(suspect=why.dropna())


def unread(articles, say):
    """Numbers that look like figures and cannot be read with certainty: surface, sentence, suspect (why), file."""
    about = articles[["file", "text", "published"]].itertuples(index=False)
    found = [(surface, sentence, say(f"doubt.{doubt}"), file)
             for file, text, day in about for surface, sentence, doubt in figures.unread(text, day)]  # fmt: skip
    return pd.DataFrame(found, columns=["surface", "sentence", "suspect", "file"])
