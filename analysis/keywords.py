"""Two sets of articles come in; the words that are typical of the one or the other go out, with their measures."""

import numpy as np

from analysis import statistics
from analysis.counts import read
from analysis.frequencies import frequency, ranked, wanted


def keyness(part, reference, least=3, least_articles=2, stop=True, once=False, weight=500.0):
    """Words that are more frequent in one set of articles than in another, and the reverse, strongest first.

    part, reference: tables of articles (one outlet and the rest, two periods, a topic and the rest), or Words (titles:
    counts.read(articles, field="title")). least: lowest count in both together; least_articles: in how many articles of
    one side it stands (so that no word is key because of one article). Columns word, label, count,
    reference_count, per_thousand, reference_per_thousand, g2, g2_dunning, p, p_adjusted (false discovery rate over the
    words tested), bic, log_ratio with low and high, percent_diff, ell, simple_maths, log_odds_z, articles,
    reference_articles, n_words, reference_n_words. Sorted by log_odds_z; negative: typical of the reference.
    """
    one, other = read(part, once=once), read(reference, once=once)
    table = _side_by_side(one, other)
    if not len(one) or not len(other):
        table = table.head(0)
    a, b, c, d = table["count"].to_numpy(), table["reference_count"].to_numpy(), len(one), len(other)
    table = table.assign(**_key_measures(a, b, c, d, weight), n_words=c, reference_n_words=d)
    having = table[["articles", "reference_articles"]].max(axis=1)
    often = (a + b >= least) & (having >= least_articles).to_numpy()
    kept = table[often & wanted(table["word"], stop, True, False)].copy()
    kept["p_adjusted"] = statistics.adjusted(kept["p"])
    return ranked(kept, "log_odds_z")


def _side_by_side(one, other):
    """Counts, articles and labels of the words of both sides."""
    parts = [frequency(side, stop=False, numbers=True)[["word", "label", "count", "articles"]] for side in (one, other)]
    table = parts[0].merge(parts[1], on="word", how="outer", suffixes=("", "_r"))
    table["label"] = table["label"].fillna(table["label_r"])
    table = table.rename(columns={"count_r": "reference_count", "articles_r": "reference_articles"})
    numbers = ["count", "reference_count", "articles", "reference_articles"]
    table[numbers] = table[numbers].fillna(0).astype(int)
    return table.drop(columns="label_r")


def _key_measures(a, b, c, d, weight):
    """All measures of keyness as columns."""
    measure = {"per_thousand": 1000 * a / max(c, 1), "reference_per_thousand": 1000 * b / max(d, 1)}
    if len(a) == 0:
        names = "g2 g2_dunning p bic log_ratio low high percent_diff ell simple_maths log_odds_z"
        return measure | {name: np.zeros(0) for name in names.split()}
    measure["g2"] = statistics.g2(a, b, c, d)
    measure["g2_dunning"] = statistics.g2_dunning(a, b, c, d)
    measure["p"] = statistics.p_value(measure["g2"])
    measure["bic"] = statistics.bic(measure["g2"], c, d)
    measure["log_ratio"] = statistics.log_ratio(a, b, c, d)
    measure["low"], measure["high"] = statistics.log_ratio_interval(a, b, c, d)
    for name in ("percent_diff", "ell", "simple_maths"):
        measure[name] = getattr(statistics, name)(a, b, c, d)
    return measure | {"log_odds_z": statistics.log_odds_z(a, b, c, d, weight)}
