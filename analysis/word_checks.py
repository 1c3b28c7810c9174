"""Articles come in; what to check the cutting into words by goes out: syllables against words, words repaired."""

import numpy as np
import pandas as pd

from analysis import store, vietnamese
from analysis.counts import read
from analysis.frequencies import ranked, wanted


def syllables(articles, top=30):
    """Syllables against words: what a count of blank-separated pieces would show, and what it stands for.

    Columns word (a syllable), count (how often it stands in the text), alone (as a word of its own), share_alone,
    within (the most frequent words it is part of, with their counts), n_syllables. Most frequent syllables first.
    """
    words = read(articles, aliases=False)
    numbers, owner, known = words.syllables
    counts, alone = np.bincount(numbers, minlength=len(known)), np.bincount(words.ids, minlength=len(words.vocabulary))
    table = pd.DataFrame({"word": list(known), "count": counts})
    table["alone"] = [int(alone[words.index[word]]) if word in words.index else 0 for word in table["word"]]
    table["share_alone"] = table["alone"] / table["count"].clip(lower=1)
    table["n_syllables"] = len(numbers)
    table = ranked(table[wanted(table["word"], False, False, False)], "count").head(top)
    return table.assign(within=[_within(words, numbers, owner, known[s]) for s in table["word"]])


def _within(words, numbers, owner, syllable, top=3):
    """ "hợp tác (61), hợp đồng (4)": the longer words a syllable is part of."""
    held = np.bincount(words.ids[owner[numbers == syllable]], minlength=len(words.vocabulary))
    longer = [(words.labels[i], int(held[i])) for i in np.argsort(-held, kind="stable")[: top + 1] if held[i]]
    return ", ".join(f"{label} ({count})" for label, count in longer if " " in label)


def repairs(articles):
    """Words that differ from those of the library alone, most often first: before, after, count, articles, example."""
    changes = {}
    stored = store.stream("repairs", vietnamese.repairs, (text or "" for text in articles["text"]))
    for file, found in zip(articles["file"], stored, strict=True):
        for before, after, sentence in found:
            entry = changes.setdefault((before, after), [0, set(), sentence])
            entry[0] += 1
            entry[1].add(file)
    rows = [(before, after, n, len(files), example) for (before, after), (n, files, example) in changes.items()]
    table = pd.DataFrame(rows, columns=["word", "after", "count", "articles", "example"])
    return ranked(table, "count").rename(columns={"word": "before"})
