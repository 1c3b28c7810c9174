"""Articles come in; tables of their words go out: how often, how evenly, how typical, beside what, where, and when.

Every function takes the table of utils.load_corpus() (or the Words that counts.read() makes of it, which saves time
when several tables are wanted) and returns a tidy DataFrame. Each row carries the number it rests on. Reprints are
counted as often as they were printed unless `once` says otherwise.
"""

import re
from collections import Counter

import numpy as np
import pandas as pd

from analysis import rules, statistics, store, vietnamese
from analysis.counts import count_by_article, find, lengths, located, read
from analysis.letters import norm, sort_key
from analysis.stopwords import stop_words

# Dispersion of a word rarer than this is shaky (Gries 2020 and the check in RESEARCH: below about 100 per million).
SHAKY_PER_MILLION = 100
# Two articles give a spread of two numbers; below five, no value of dispersion tells one pattern from another.
FEW_ARTICLES = 5
NOUNS = ("N", "Np", "Nc", "Ny", "Nb")  # the tagger's nouns, names, classifiers, abbreviations, loan words


def sizes(articles):
    """Words of each article (numbers count, marks do not), as a Series with the index of the table."""
    return pd.Series(lengths(articles["text"]), index=articles.index, dtype="int64")


# --- How often ----------------------------------------------------------------------------------------------------


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
    keep = (counts >= max(least, 1)) & _wanted(words.vocabulary, stop, reporting, numbers, units)
    if classes:
        known = word_classes(words).set_index("word")["tag"]
        keep &= table["word"].map(known).isin(classes).to_numpy()
    return _ranked(table[keep], "count")


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
    return _ranked(table[["word", "tag", "share", "count"]], "count")


def _document_frequency(words):
    """Articles, and stories, that have each word of the vocabulary."""
    article, word, _ = words.per_article
    story = words.about["story"].fillna("").factorize()[0] if len(words.about) else np.zeros(0, int)
    size = len(words.vocabulary)
    return np.bincount(word, minlength=size), _distinct(word, story[article], size)


def _distinct(kinds, groups, size):
    """In how many different groups each of `size` kinds stands."""
    pairs = np.unique(np.asarray(groups, dtype=np.int64) * max(size, 1) + kinds)
    return np.bincount(pairs % max(size, 1), minlength=size)


def _wanted(vocabulary, stop, reporting, numbers, units=True):
    """True for each word that is neither on the stop list nor, unless wanted, a number or unit."""
    left_out = stop_words(reporting, not units) if stop else frozenset()
    kept = [word not in left_out and (numbers or any(map(str.isalpha, word))) for word in vocabulary]
    return np.array(kept, dtype=bool)


def _ranked(table, column):
    """Sorted by a column, highest first; equal values in Vietnamese order."""
    keyed = table.assign(_order=table["word"].map(sort_key))
    ranked = keyed.sort_values([column, "_order"], ascending=[False, True])
    return ranked.drop(columns="_order").reset_index(drop=True)


# --- How evenly ---------------------------------------------------------------------------------------------------


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


# --- How typical --------------------------------------------------------------------------------------------------


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
    kept = table[often & _wanted(table["word"], stop, True, False)].copy()
    kept["p_adjusted"] = statistics.adjusted(kept["p"])
    return _ranked(kept, "log_odds_z")


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


# --- Beside what --------------------------------------------------------------------------------------------------


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
    kept = table[(table["together"] >= least) & ~own & _wanted(table["word"], stop, True, False, units)]
    return _ranked(_collocation_measures(kept), "log_dice").drop(columns="r")


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
    return _distinct(words.ids[at], words.run[at], len(words.vocabulary))


def _articles_of(words, at):
    return _distinct(words.ids[at], words.article[at], len(words.vocabulary))


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


# --- Runs of words ------------------------------------------------------------------------------------------------


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
    table["articles"] = _distinct(number, words.article[starts], len(runs))
    table["n_words"] = len(words)
    fits = _wanted(words.vocabulary, True, True, False) if stop else np.ones(len(words.vocabulary), dtype=bool)
    return _ranked(table[(counts >= least) & fits[runs[:, 0]] & fits[runs[:, -1]]], "count")


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
    return _ranked(table[table["count"] > 0], "count")


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


# --- Where --------------------------------------------------------------------------------------------------------


def concordance(articles, term, width=60, sort="right", once=False):
    """Every place of a word or phrase with what stands around it (keyword in context).

    width: letters to either side, cut between words. sort: "right" or "left" (by the words after or before it), "date"
    or "text". Columns left, match, right, file, published, outlet, sentence (number in the article), start, end
    (offsets into the article's text). As many rows as the word has in frequency().
    """
    words = read(articles, once=once)
    places = find(words, term)
    around = [_context(words.texts[words.article[first]], words.start[first], words.end[last], width)
              for first, last in places]  # fmt: skip
    table = pd.DataFrame(around, columns=["left", "match", "right"]).join(located(words, places))
    if sort in ("left", "right"):
        keys = [_context_key(text, sort) for text in table[sort]]
        return table.loc[sorted(table.index, key=keys.__getitem__)].reset_index(drop=True)
    return table.sort_values("published", kind="stable").reset_index(drop=True) if sort == "date" else table


def _context_key(text, side):
    """Sorts by the words next to the keyword, the nearest first; marks do not count."""
    near = re.findall(r"\w+", text)
    return sort_key(norm(" ".join(near if side == "right" else near[::-1])))


def _context(text, start, end, width):
    """What stands before, the match, and what stands after it."""
    left = _cut(text[max(start - width, 0) : start], start > width, 0)
    right = _cut(text[end : end + width], end + width < len(text), -1)
    return left, text[start:end], right


def _cut(context, is_cut, side):
    """The context in one line, without the half word at its outer end."""
    near = context.split()
    if is_cut and len(near) > 1 and not context[side].isspace():
        near = near[1:] if side == 0 else near[:-1]
    return " ".join(near)


# --- When ---------------------------------------------------------------------------------------------------------


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


# --- How rich -----------------------------------------------------------------------------------------------------


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


# --- Views to audit the numbers -----------------------------------------------------------------------------------


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
    table = _ranked(table[_wanted(table["word"], False, False, False)], "count").head(top)
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
    return _ranked(table, "count").rename(columns={"word": "before"})
