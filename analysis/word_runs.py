"""Articles come in; runs of words, any or those of a phrase list, go out with their counts and places."""

import numpy as np
import pandas as pd

from analysis import rules
from analysis.counts import count_by_article, find, read
from analysis.frequencies import distinct, ranked, wanted
from analysis.letters import norm, sort_key


def ngrams(articles, n=2, least=2, stop=True, once=False):
    """Runs of n words without a comma or stop between them, most frequent first.

    Columns word (the run), count, per_thousand (of all words), articles, n_words. stop: runs that begin or end with a
    stop word, or hold a number, are left out.
    """
    words = read(articles, once=once)
    starts, number = _unbroken_runs(words, n)
    _, example, counts = np.unique(number, return_index=True, return_counts=True)
    runs = words.ids[starts[example][:, None] + np.arange(n)].reshape(-1, n)
    table = pd.DataFrame({"word": [" ".join(words.vocabulary[i] for i in run) for run in runs], "count": counts})
    table["per_thousand"] = 1000 * counts / max(len(words), 1)
    table["articles"] = distinct(number, words.article[starts], len(runs))
    table["n_words"] = len(words)
    fits = wanted(words.vocabulary, True, True, False) if stop else np.ones(len(words.vocabulary), dtype=bool)
    return ranked(table[(counts >= least) & fits[runs[:, 0]] & fits[runs[:, -1]]], "count")


def _unbroken_runs(words, n):
    """Where the unbroken runs of n words begin, and a number for each, equal for equal runs (0, 1, 2, ...)."""
    starts = np.arange(max(len(words) - n + 1, 0))
    for step in range(1, n):
        starts = starts[words.joined[starts + step] & (words.run[starts + step] == words.run[starts])]
    number = words.ids[starts].astype(np.int64)
    for step in range(1, n):
        number = number * len(words.vocabulary) + words.ids[starts + step]
        number = np.unique(number, return_inverse=True)[1]
    return starts, np.unique(number, return_inverse=True)[1]


def phrases(articles, group="terms", once=False):
    """How often each phrase of rules/phrases/<group>.toml stands in the articles, most frequent first.

    Columns word (the phrase), count, per_thousand (of all words), articles, n_words. A phrase inside a longer one of
    the list is not counted again; the counts of single words are not touched.
    """
    words = read(articles, once=once)
    rows = []
    for phrase, places in phrase_places(words, group).items():
        having = int((count_by_article(words, places) > 0).sum())
        rows.append((phrase, len(places), 1000 * len(places) / max(len(words), 1), having, len(words)))
    columns = ["word", "count", "per_thousand", "articles", "n_words"]
    table = pd.DataFrame(rows, columns=columns)
    return ranked(table[table["count"] > 0], "count")


def phrase_places(words, group):
    """{phrase: its places} of a phrase list; of phrases that overlap, the longer one has the place."""
    found, taken = {}, np.zeros(len(words), dtype=bool)
    listed = dict.fromkeys(rules.load(f"phrases/{group}")["phrases"])
    for phrase in sorted(listed, key=lambda phrase: (-len(norm(phrase).split()), sort_key(phrase))):
        places = [(first, last) for first, last in find(words, phrase) if not taken[first : last + 1].any()]
        for first, last in places:
            taken[first : last + 1] = True
        found[phrase] = np.array(places, dtype=np.int64).reshape(-1, 2)
    return found
