"""Articles come in; tables of their words go out: how often, in which periods, of which kind, how rich.

Every function takes the table of utils.load_corpus() (or the Words that counts.read() makes of it, which saves time
when several tables are wanted) and returns a tidy DataFrame. Each row carries the number it rests on. Reprints are
counted as often as they were printed unless `once` says otherwise.
"""

from collections import Counter

import numpy as np
import pandas as pd

from analysis import rules, statistics, store, vietnamese
from analysis.counts import count_by_article, find, lengths, read
from analysis.letters import norm, sort_key
from analysis.stopwords import stop_words

NOUNS = ("N", "Np", "Nc", "Ny", "Nb")  # the tagger's nouns, names, classifiers, abbreviations, loan words


def sizes(articles):
    """Words of each article (numbers count, marks do not), as a Series with the index of the table."""
    return pd.Series(lengths(articles["text"]), index=articles.index, dtype="int64")


def frequency(articles, stop=True, reporting=True, numbers=False, units=True, least=1, once=False, classes=None):
    """How often each word stands in the articles, most frequent first.

    Columns word (counting form), label (as mostly written), count, per_thousand (of all words), articles (that have
    it), stories (reprints once), share (of the articles with text, 0-1), n_words and n_articles (what it rests on).
    stop: leave out the stop list; reporting: its verbs of saying too. numbers, units: keep numbers, and words that
    stand with them (năm, tỷ, USD). least: lowest count. classes: only these parts of speech, e.g. NOUNS.
    """
    words = read(articles, once=once)
    counts = np.bincount(words.ids, minlength=len(words.vocabulary))
    having, stories = _document_frequency(words)
    table = pd.DataFrame({"word": words.vocabulary, "label": words.labels, "count": counts})
    table["per_thousand"] = 1000 * counts / max(len(words), 1)
    table["articles"], table["stories"] = having, stories
    n_articles = int((words.sizes > 0).sum())
    table["share"] = having / max(n_articles, 1)
    table["n_words"], table["n_articles"] = len(words), n_articles
    keep = (counts >= max(least, 1)) & wanted(words.vocabulary, stop, reporting, numbers, units)
    if classes:
        known = word_classes(words).set_index("word")["tag"]
        keep &= table["word"].map(known).isin(classes).to_numpy()
    return ranked(table[keep], "count")


def word_classes(articles):
    """The part of speech that each word mostly has: word, tag, share (of its tags), count. Kept once worked out.

    The tagger's errors are in it, and a word has one class wherever it stands: use it to sift a list, not to count.
    """
    times = {}
    for found in store.stream("word classes", vietnamese.tags, read(articles).texts):
        for word, tags in found.items():
            for tag, count in tags.items():
                times.setdefault(word, Counter())[tag] += count
    named = {norm(name): Counter({"Np": 1}) for name in rules.load("aliases")}
    rows = [(word, *tags.most_common(1)[0], tags.total()) for word, tags in ({**named, **times}).items()]
    table = pd.DataFrame(rows, columns=["word", "tag", "most", "count"])
    table["share"] = table.pop("most") / table["count"]
    return ranked(table[["word", "tag", "share", "count"]], "count")


def _document_frequency(words):
    """Articles, and stories, that have each word of the vocabulary."""
    article, word, _ = words.per_article
    story = words.about["story"].fillna("").factorize()[0] if len(words.about) else np.zeros(0, int)
    size = len(words.vocabulary)
    return np.bincount(word, minlength=size), distinct(word, story[article], size)


def over_time(articles, terms, by="Y", once=False):
    """How often each term stands per thousand words in each calendar period, with its interval.

    by: "M", "Q" or "Y". Columns term, period (its first day), count, words, rate (per thousand words), low, high (95 %,
    articles as units; nan below three articles), articles (that have it), n_articles. Periods without an article are
    rows with an unknown rate, not zero; articles without a date are left out.
    """
    words = read(articles, once=once)
    dates = pd.to_datetime(words.about["published"])
    period = (dates.dt.tz_localize(None) if dates.dt.tz is not None else dates).dt.to_period(by)
    dated = period.notna().to_numpy() & (words.sizes > 0)
    columns = ["term", "period", "count", "words", "rate", "low", "high", "articles", "n_articles"]
    if not dated.any():
        return pd.DataFrame(columns=columns)
    span = pd.period_range(period[dated].min(), period[dated].max(), freq=by)
    rows = [
        (term, *_in_period(counts, words.sizes, dated & (period == step).to_numpy(), step))
        for term, counts in ((term, count_by_article(words, find(words, term))) for term in terms)
        for step in span
    ]
    return pd.DataFrame(rows, columns=columns)


def _in_period(counts, lengths, inside, step):
    counts, lengths = counts[inside], lengths[inside]
    rate, low, high = (1000 * value for value in statistics.rate_interval(counts, lengths))
    having = int((counts > 0).sum())
    return step.start_time, int(counts.sum()), int(lengths.sum()), rate, low, high, having, len(counts)


def richness(articles, by=None, window=100, once=False):
    """Vocabulary richness of each article, or of each value of a column (`by`, e.g. "outlet").

    Columns group (file or value), words, different (words), ttr (falls with length: for reference only), mattr (mean
    over windows of `window` words inside articles; nan where no article is that long), n_articles.
    """
    words = read(articles, once=once)
    groups = words.about["file"] if by is None else words.about[by]
    rows = []
    for group, numbers in groups.groupby(groups, sort=False).groups.items():
        parts = [words.ids[words.first[number] : words.first[number + 1]] for number in numbers]
        rows.append((group, *_rich(parts, window)))
    return pd.DataFrame(rows, columns=["group", "words", "different", "ttr", "mattr", "n_articles"])


def _rich(parts, window):
    long = [part.tolist() for part in parts if len(part) >= window]
    total, different = sum(map(len, parts)), len(set().union(*(part.tolist() for part in parts)))
    weights = [len(part) - window + 1 for part in long]
    values = [statistics.mattr(part, window) for part in long]
    mattr = float(np.average(values, weights=weights)) if long else np.nan
    return total, different, different / total if total else np.nan, mattr, sum(map(bool, map(len, parts)))


def distinct(kinds, groups, size):
    """In how many different groups each of `size` kinds stands."""
    pairs = np.sort(np.asarray(groups, dtype=np.int64) * max(size, 1) + kinds)
    first = np.concatenate([[True], pairs[1:] != pairs[:-1]])[: len(pairs)]  # np.unique takes ten times as long here
    return np.bincount(pairs[first] % max(size, 1), minlength=size)


def wanted(vocabulary, stop, reporting, numbers, units=True):
    """An array, True for each word that is neither on the stop list nor, unless asked for, a number or unit."""
    left_out = stop_words(reporting, not units) if stop else frozenset()
    kept = [word not in left_out and (numbers or any(map(str.isalpha, word))) for word in vocabulary]
    return np.array(kept, dtype=bool)


def ranked(table, column):
    """Sorted by a column, highest first; equal values in Vietnamese order."""
    words = sorted(table["word"].unique(), key=sort_key)
    order = table["word"].map(dict(zip(words, range(len(words)), strict=True)))
    ranked = table.assign(_order=order).sort_values([column, "_order"], ascending=[False, True])
    return ranked.drop(columns="_order").reset_index(drop=True)
