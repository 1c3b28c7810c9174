"""Articles and their topics come in; themes found from the words alone go out, as a second opinion on the codebook.

Paragraphs are described by their compound words (tf-idf) and split by non-negative matrix factorisation (Lee & Seung
1999, scikit-learn) from a fixed start. How many themes is decided by how well a theme's words belong together (NPMI,
Bouma 2009; Lau and others 2014) and by how alike the themes are from one random start to the next.
"""

import math
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfTransformer

from analysis import counts, rules, topics
from analysis.stopwords import stop_words

# Fewer paragraphs are refused. Measured on random parts of 375 paragraphs of 86 pages, three draws each, as coherence
# (NPMI) / share of words that stay when a tenth of the paragraphs is left out: 60 paragraphs -.19 / .63,
# 90 -.11 / .72, 120 -.04 / .74, 160 .00 / .70, 220 .01 / .80, 300 .12 / .78. Below 200 a theme's words meet no more
# often than chance has it.
FEWEST = 200
WORDS = 10  # words by which a theme is described and compared
SEEDS = (1, 2, 3, 4, 5)
RANGE = range(3, 13)
LEAST_PARAGRAPHS = 3  # a word that fewer paragraphs have says nothing about what belongs together
MOST = 0.4  # a word in more than this share of the paragraphs tells none from another
SHORT = 4  # a paragraph with fewer counted words is left out
SAMPLE = 3000  # paragraphs on which the number of themes is decided
SAME = 0.34  # two themes whose words overlap this much (Jaccard: half of ten words) are one and the same
NAMED = 0.35  # a theme takes a topic's name if at least this share of its paragraphs has the topic


@dataclass(frozen=True)
class Themes:
    """What was found: reason (in words; says why not if refused), choice (themes, measure, value), table (theme, name,
    topic, paragraphs, share, words), paragraphs (file, paragraph, theme, weight), number (of themes, 0 if refused).
    """

    reason: str
    choice: pd.DataFrame
    table: pd.DataFrame
    paragraphs: pd.DataFrame
    number: int = 0


CHOICE = ["themes", "measure", "value"]
TABLE = ["theme", "name", "topic", "paragraphs", "share", "words"]


def discover(articles, mentions, lang=None, previous=None, number=None) -> Themes:
    """The themes of the articles, or the reason why there are none.

    mentions: topics.table(), by which themes are named. previous: the table of an earlier run (see last()), whose names
    are kept. number: how many themes; None: chosen by coherence and stability.
    """
    say = rules.texts(lang)
    where, matrix, vocabulary = _paragraphs(articles)
    if matrix.shape[0] < FEWEST:
        return _refused(say("themes.refused", n=matrix.shape[0], least=FEWEST))
    choice = _choice(matrix, vocabulary)
    number = number or _best(choice)
    weights, parts = factorise(matrix, number)
    described = [_words(row, vocabulary) for row in parts]
    where = where.assign(theme=weights.argmax(axis=1), weight=weights.max(axis=1))
    where = where[where["weight"] > 0]
    table = _named(described, where, mentions, topics.names(lang), previous)
    reason = say("themes.found", n=number, paragraphs=matrix.shape[0], words=len(vocabulary))
    names = {name: say(f"themes.{name}") for name in ("coherence", "stability")}
    return Themes(reason, choice.assign(measure=choice["measure"].map(names)), table, where, number)


def _refused(reason):
    return Themes(reason, pd.DataFrame(columns=CHOICE), pd.DataFrame(columns=TABLE), pd.DataFrame(columns=["file"]))


def last(folder) -> pd.DataFrame | None:
    """The table of themes that an earlier run exported to the folder, or None."""
    path = Path(folder) / "02-themes.csv"
    try:
        found = pd.read_csv(path, encoding="utf-8-sig")
    except (OSError, ValueError):
        return None
    return found if {"name", "words"} <= set(found.columns) else None


def shown(found: Themes, lang=None) -> pd.DataFrame:
    """The table a reader is shown."""
    say = rules.texts(lang)
    columns = ["name", "words", "paragraphs", "share"]
    table = found.table[columns].assign(share=[round(100 * share, 1) for share in found.table["share"]])
    return table.rename(columns={name: say(f"themes.col.{name}") for name in columns})


# --- Paragraphs as numbers ------------------------------------------------------------------------------------------


def _paragraphs(articles):
    """(file and paragraph of each row, tf-idf matrix, vocabulary) over the paragraphs that are long enough."""
    words = counts.read(articles)
    keep, vocabulary = _content(words)
    keys, rows = np.unique(np.column_stack([words.article, _paragraph_of(words)]), axis=0, return_inverse=True)
    chosen = keep[words.ids] >= 0
    cells = rows.ravel()[chosen], keep[words.ids[chosen]]
    matrix = csr_matrix((np.ones(chosen.sum()), cells), shape=(len(keys), len(vocabulary)))
    where = pd.DataFrame({"file": words.about["file"].to_numpy()[keys[:, 0]], "paragraph": keys[:, 1]})
    return _described(where, matrix, vocabulary)


def _paragraph_of(words):
    """For each word the number of line breaks before it in its article."""
    found = [np.zeros(0, dtype=np.int64)]
    for article, text in enumerate(words.texts):
        starts = words.start[words.first[article] : words.first[article + 1]]
        breaks = np.array([at for at, letter in enumerate(text) if letter == "\n"], dtype=np.int64)
        found.append(np.searchsorted(breaks, starts))
    return np.concatenate(found)


def _described(where, matrix, vocabulary):
    """Words that are too rare or too common leave, then paragraphs that are too short; the rest is weighted."""
    having = np.asarray((matrix > 0).sum(axis=0)).ravel()
    good = (having >= LEAST_PARAGRAPHS) & (having <= max(MOST * matrix.shape[0], LEAST_PARAGRAPHS))
    matrix = matrix[:, good]
    long = np.asarray(matrix.sum(axis=1)).ravel() >= SHORT
    matrix, where = matrix[long], where[long].reset_index(drop=True)
    if not min(matrix.shape):
        return where, csr_matrix((0, 0)), []
    weighted = TfidfTransformer(sublinear_tf=True).fit_transform(matrix)
    return where, weighted, [word for word, kept in zip(vocabulary, good, strict=True) if kept]


def _content(words):
    """For each word number its column, or -1 (kept: compounds in small letters, no stop words); the columns' words."""
    stop = stop_words(True, True)
    good = [" " in form and form not in stop and label[0].islower() and not any(map(str.isdigit, form))
            for form, label in zip(words.vocabulary, words.labels, strict=True)]  # fmt: skip
    columns = np.where(good, np.cumsum(good) - 1, -1) if good else np.zeros(0, int)
    return columns, [label for label, kept in zip(words.labels, good, strict=True) if kept]


# --- Splitting, and how many ----------------------------------------------------------------------------------------


def factorise(matrix, number, seed=None):
    """(paragraphs x themes, themes x words) for a number of themes; without a seed from the fixed start NNDSVD."""
    start = {"init": "nndsvda", "random_state": 0} if seed is None else {"init": "random", "random_state": seed}
    model = NMF(number, max_iter=1000, tol=1e-3, **start)
    return model.fit_transform(matrix), model.components_


def _choice(matrix, vocabulary):
    """Coherence and stability for each number of themes that could be."""
    step = max(1, math.ceil(matrix.shape[0] / SAMPLE))
    part = matrix[::step]
    rows = []
    for number in RANGE:
        if number * WORDS <= len(vocabulary) and number < part.shape[0]:
            rows.append((number, "coherence", coherence(part, factorise(part, number)[1])))
            rows.append((number, "stability", stability(part, number)))
    return pd.DataFrame(rows, columns=CHOICE)


def _best(choice):
    """The number with the highest mean of both measures; the smaller one where two are within a hundredth."""
    mean = choice.groupby("themes")["value"].mean()
    return int(mean[mean >= mean.max() - 0.01].index.min())


def _top(parts):
    """The columns of the heaviest words of each theme."""
    return [frozenset(np.argsort(-row, kind="stable")[:WORDS].tolist()) for row in parts]


def coherence(matrix, parts) -> float:
    """Mean NPMI of the pairs of a theme's words over paragraphs, averaged over themes: -1 never together, 1 always."""
    has = (matrix > 0).astype(np.float64)
    both, n = np.asarray((has.T @ has).todense()), has.shape[0]
    scores = [np.mean([_npmi(both[a, b], both[a, a], both[b, b], n) for a, b in combinations(sorted(top), 2)])
              for top in _top(parts)]  # fmt: skip
    return float(np.mean(scores))


def _npmi(together, a, b, n):
    """Normalised pointwise mutual information; -1 if the two never meet.

    >>> round(_npmi(10, 10, 10, 100), 3), _npmi(0, 10, 10, 100)
    (1.0, -1.0)
    """
    if together == 0:
        return -1.0
    return 1.0 if together == n else math.log(together * n / (a * b)) / -math.log(together / n)


def stability(matrix, number) -> float:
    """How alike the themes of different random starts are: mean Jaccard of the words of themes matched one to one."""
    runs = [_top(factorise(matrix, number, seed)[1]) for seed in SEEDS]
    return float(np.mean([_alike(one, other) for one, other in combinations(runs, 2)]))


def _alike(one, other):
    table = np.array([[_jaccard(a, b) for b in other] for a in one])
    return table[linear_sum_assignment(-table)].mean()


def _jaccard(a, b) -> float:
    """Shared part of two sets.

    >>> _jaccard({1, 2, 3}, {2, 3, 4})
    0.5
    """
    return len(set(a) & set(b)) / len(set(a) | set(b)) if a or b else 0.0


# --- Names ----------------------------------------------------------------------------------------------------------


def _words(row, vocabulary):
    return [vocabulary[n] for n in np.argsort(-row, kind="stable")[:WORDS]]


def _named(described, where, mentions, labels, previous):
    """One row a theme: its earlier name if it is the same theme, else that of its topic, else its first words."""
    rows, taken = [], _kept(described, previous)
    for theme, words in enumerate(described):
        part = where[where["theme"] == theme]
        topic = _topic(part, mentions)
        name = taken.get(theme) or (f"{labels[topic]}: " if topic else "") + ", ".join(words[:2])
        rows.append([theme, name, topic, len(part), len(part) / max(len(where), 1), ", ".join(words)])
    table = pd.DataFrame(rows, columns=TABLE)
    return table.sort_values(["paragraphs", "theme"], ascending=[False, True], ignore_index=True)


def _kept(described, previous):
    """{theme: its name in the earlier run} for the themes that were there already, matched one to one."""
    if previous is None or previous.empty:
        return {}
    earlier = [words.split(", ") for words in previous["words"].astype(str)]
    alike = np.array([[_jaccard(words, other) for other in earlier] for words in described])
    pairs = zip(*linear_sum_assignment(-alike), strict=True)
    return {theme: previous["name"].iloc[old] for theme, old in pairs if alike[theme, old] >= SAME}


def _topic(part, mentions):
    """The topic that most of a theme's articles' paragraphs have, if enough of them do."""
    keys = set(zip(part["file"], part["paragraph"], strict=True))
    if not keys or "paragraph" not in mentions:
        return None
    having = [key in keys for key in zip(mentions["file"], mentions["paragraph"], strict=True)]
    shares = mentions[having].drop_duplicates(["file", "paragraph", "topic"])["topic"].value_counts() / len(keys)
    shares = shares.sort_index().sort_values(ascending=False, kind="stable")
    return shares.index[0] if len(shares) and shares.iloc[0] >= NAMED else None
