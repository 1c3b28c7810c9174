"""Articles and terms come in; how evenly each term lies over the articles, and where, goes out."""

import numpy as np
import pandas as pd

from analysis import statistics
from analysis.counts import count_by_article, find, located, read
from analysis.frequencies import frequency

# Dispersion of a word rarer than this is shaky (Gries 2020 and the check in RESEARCH: below about 100 per million).
SHAKY_PER_MILLION = 100
# Two articles give a spread of two numbers; below five, no value of dispersion tells one pattern from another.
FEW_ARTICLES = 5


def dispersion(articles, terms=None, top=50, once=False):
    """How evenly words are spread over the articles, most frequent first.

    terms: words or phrases; without them the `top` words of frequency(). Columns word, count, per_million, articles
    (that have it), dp, dp_norm (0 even, 1 bunched), d_kl (bits), juilland_d (1 even), arf (the count it would have if
    even), n_articles, n_words, warning ("" or why the values say little).
    """
    words = read(articles, once=once)
    terms = list(frequency(words)["label"].head(top)) if terms is None else list(terms)
    full = words.sizes > 0
    rows = [_spread(words, term, full) for term in terms]
    columns = ["word", "count", "per_million", "articles", "dp", "dp_norm", "d_kl", "juilland_d", "arf",
               "n_articles", "n_words", "warning"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _spread(words, term, full):
    places = find(words, term)
    counts, lengths = count_by_article(words, places)[full], words.sizes[full]
    row = {"word": term, "count": len(places), "per_million": 1e6 * len(places) / max(len(words), 1)}
    row |= {"articles": int((counts > 0).sum()), "n_articles": int(full.sum()), "n_words": len(words)}
    if len(places):
        for name in ("dp", "dp_norm", "d_kl", "juilland_d"):
            row[name] = float(getattr(statistics, name)(counts, lengths))
        row["arf"] = statistics.arf(places[:, 0], len(words))
    return row | {"warning": _shaky(row)}


def _shaky(row):
    """Why a row of dispersion says little: a code for the notebook's text, or ""."""
    if row["count"] == 0:
        return "absent"
    if row["n_articles"] < FEW_ARTICLES:
        return "few articles"
    return "rare" if row["per_million"] < SHAKY_PER_MILLION or row["count"] < FEW_ARTICLES else ""


def occurrences(articles, terms):
    """Every place of the terms, for a dispersion plot: term, file, published, article (in time order), position.

    `article` counts the articles with text from 0 in order of publication (those without a date last); `position` is
    that number plus the share of the article read so far (0-1), so that ticks fall inside their article.
    """
    words = read(articles)
    full = words.sizes > 0
    order = words.about["published"].argsort(kind="stable").to_numpy()
    rank = np.zeros(len(full), dtype=np.int64)
    rank[order[full[order]]] = np.arange(full.sum())
    parts = [_ticks(words, term, rank) for term in terms]
    return pd.concat(parts or [_ticks(words, "", rank)], ignore_index=True)


def _ticks(words, term, rank):
    places = find(words, term)
    number = words.article[places[:, 0]]
    inside = (places[:, 0] - words.first[number]) / np.maximum(words.sizes[number], 1)
    table = located(words, places)[["file", "published"]].assign(article=rank[number], position=rank[number] + inside)
    table.insert(0, "term", term)
    return table
