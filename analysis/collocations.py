"""Articles and a word come in; the words that stand near it more often than chance would have it go out."""

import numpy as np
import pandas as pd

from analysis import statistics
from analysis.counts import find, read
from analysis.frequencies import distinct, ranked, wanted


def collocates(articles, node, window=5, least=3, stop=True, units=True, once=False):
    """Words that stand near a word or phrase more often than chance would have it, highest logDice first.

    window: words to either side within the sentence, or "sentence". stop, units: as in frequency(). Columns word,
    label, together, count (its own), expected, log_dice, mi, mi3, t, npmi, delta_p (how much likelier it is near the
    node), delta_p_back (how much likelier the node is near it), articles (where they meet), node_count, n (words, or
    all sentences).
    In a window r is the number of words inside all windows (Evert 2008); logDice takes the node's own count.
    """
    words = read(articles, once=once)
    places = find(words, node)
    inside = _in_sentence(words, places) if window == "sentence" else _in_window(words, places, int(window))
    counted = _per_sentence(words, places, inside) if window == "sentence" else _per_word(words, places, inside)
    table = pd.DataFrame({"word": words.vocabulary, "label": words.labels}).assign(**counted)
    node_words = set(words.ids[places].ravel()) if len(places) else set()
    own = table.index.isin(list(node_words))
    kept = table[(table["together"] >= least) & ~own & wanted(table["word"], stop, True, False, units)]
    return ranked(_collocation_measures(kept), "log_dice").drop(columns="r")


def _in_window(words, places, window):
    """Numbers of the words within `window` words of a place, in its sentence, the places themselves left out."""
    steps = np.arange(1, window + 1)
    near = np.hstack([places[:, :1] - steps, places[:, 1:] + steps]).ravel()
    home = np.repeat(words.run[places[:, 0]], 2 * window)
    valid = (near >= 0) & (near < len(words))
    near, home = near[valid], home[valid]
    return _without(words, near[words.run[near] == home], places)


def _in_sentence(words, places):
    """Numbers of all words of the sentences that hold a place, the places left out."""
    held = np.zeros(int(words.run[-1]) + 1 if len(words) else 0, dtype=bool)
    held[words.run[places[:, 0]]] = True
    return _without(words, held[words.run], places)


def _without(words, chosen, places):
    """The chosen words (numbers, or True and False for all), in order, without those of the places."""
    inside = np.zeros(len(words), dtype=bool)
    inside[chosen] = True
    for first, last in places:
        inside[first : last + 1] = False
    return np.flatnonzero(inside)


def _per_word(words, places, inside):
    """Window counts: words of each kind inside the windows, overall; the windows' size; the corpus."""
    size = len(words.vocabulary)
    return {
        "together": np.bincount(words.ids[inside], minlength=size),
        "count": np.bincount(words.ids, minlength=size),
        "articles": _articles_of(words, inside),
        "node_count": len(places),
        "r": len(inside),
        "n": len(words),
    }


def _per_sentence(words, places, inside):
    """Sentence counts: sentences that hold each word beside the node, at all; those with the node; all sentences."""
    return {
        "together": _runs_of(words, inside),
        "count": _runs_of(words, np.arange(len(words))),
        "articles": _articles_of(words, inside),
        "node_count": len(np.unique(words.run[places[:, 0]])) if len(places) else 0,
        "r": len(np.unique(words.run[places[:, 0]])) if len(places) else 0,
        "n": int(words.run[-1]) + 1 if len(words) else 0,
    }


def _runs_of(words, at):
    """How many different sentences each word of the vocabulary stands in, among the given words."""
    return distinct(words.ids[at], words.run[at], len(words.vocabulary))


def _articles_of(words, at):
    return distinct(words.ids[at], words.article[at], len(words.vocabulary))


def _collocation_measures(table):
    o, c, r, n = (table[name].to_numpy(dtype=float) for name in ("together", "count", "r", "n"))
    return table.assign(
        expected=r * c / np.maximum(n, 1),
        log_dice=statistics.log_dice(o, table["node_count"].to_numpy(dtype=float), c),
        mi=statistics.mutual_information(o, r, c, n),
        mi3=statistics.mutual_information(o, r, c, n, power=3),
        t=statistics.t_score(o, r, c, n),
        npmi=statistics.npmi(o, r, c, n),
        delta_p=statistics.delta_p(o, r, c, n),
        delta_p_back=statistics.delta_p(o, c, r, n),
    )
