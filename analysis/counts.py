"""Articles come in; their words as numbers that can be counted, and the places of any word or phrase, go out.

All tables of words are made from one Words object, so that a count and the quotations behind it are one match.
"""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from operator import itemgetter

import numpy as np
import pandas as pd

from analysis import gathering, rules, store, vietnamese
from analysis.letters import nfc, norm

SOFT = frozenset("-–—“”\"‘’'")  # marks over which a phrase goes on: "Á - Âu", "“cầu nối” hữu nghị"
SOFT_MARK, HARD_MARK = -1, -2
ABOUT = ["file", "title", "published", "outlet", "section", "story"]


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a set of articles, one number a word, in reading order; marks are left out, numbers are words.

    about: one row an article (file, title, published, outlet, section, story), texts: their texts (NFC);
    vocabulary: counting form of each word number; labels: how it is mostly written;
    ids, start, end, sentence: for every word its number, its offsets in the text, its sentence in the article;
    joined: False where a comma, stop or bracket stands before the word; first: where each article begins, and the end.
    """

    about: pd.DataFrame
    texts: list
    vocabulary: list
    labels: list
    ids: np.ndarray
    start: np.ndarray
    end: np.ndarray
    sentence: np.ndarray
    joined: np.ndarray
    first: np.ndarray

    def __len__(self):
        return len(self.ids)

    @property
    def sizes(self):
        """Words of each article."""
        return np.diff(self.first)

    @cached_property
    def article(self):
        """The article of every word."""
        return np.repeat(np.arange(len(self.texts), dtype=np.int32), self.sizes)

    @cached_property
    def run(self):
        """A number for every word that is equal for words of one sentence of one article."""
        return _places(self.article, self.sentence)

    @cached_property
    def index(self):
        """Counting form -> word number."""
        return {word: number for number, word in enumerate(self.vocabulary)}

    @cached_property
    def per_article(self):
        """(article, word number, count) of every word of every article, as three arrays sorted by article."""
        keys, counts = np.unique(self.article.astype(np.int64) * len(self.vocabulary) + self.ids, return_counts=True)
        return keys // max(len(self.vocabulary), 1), keys % max(len(self.vocabulary), 1), counts

    @cached_property
    def syllables(self):
        """(syllable numbers, the word each belongs to, {syllable: number}) of the whole, for matching phrases."""
        numbers, spelled = {}, []
        for word in self.vocabulary:
            spelled.append([numbers.setdefault(syllable, len(numbers)) for syllable in word.split()])
        lengths = np.array([len(word) for word in spelled], dtype=np.int64)
        flat = np.array([number for word in spelled for number in word], dtype=np.int32)
        begins = np.concatenate([[0], np.cumsum(lengths)])[:-1]
        owner = np.repeat(np.arange(len(self.ids)), lengths[self.ids]) if len(self.ids) else np.zeros(0, np.int64)
        return flat[_ranges(begins[self.ids], lengths[self.ids])], owner, numbers


def _places(article, sentence):
    """A number for every word that is equal for words of one sentence of one article."""
    steps = (np.diff(article) != 0) | (np.diff(sentence) != 0)
    return np.concatenate([[0], np.cumsum(steps)]).astype(np.int64)[: len(article)]


def _ranges(begins, lengths):
    """begin, begin + 1, ... for each begin and length, one after the other."""
    if len(begins) == 0:
        return np.zeros(0, np.int64)
    ends = np.cumsum(lengths)
    return np.arange(ends[-1]) + np.repeat(begins - ends + lengths, lengths)


# --- Reading ------------------------------------------------------------------------------------------------------


def read(articles, field="text", aliases=True, once=False):
    """The Words of the articles: a table of load_corpus() in, a Words out. A Words comes back as it is.

    field: "text" or "title". aliases: merge other names of one thing (rules/aliases.toml). once: leave out reprints,
    the first of each story stays. Articles without text are kept with no words.
    """
    if isinstance(articles, Words):
        return articles
    if once and len(articles):
        articles = articles[~articles["story"].duplicated()]
    about = articles.reindex(columns=ABOUT).reset_index(drop=True)
    texts = [nfc(text) if isinstance(text, str) else "" for text in articles[field]]
    return _Reader(_alias_runs(_aliases()) if aliases else {}).read(about, texts)


def _aliases():
    """{name: (its other ways of writing, True where they need a capital)} as the rules have it."""
    listed = rules.load("aliases")
    return {name: (tuple(entry["also"]), entry.get("capital", False)) for name, entry in listed.items()}


def _alias_runs(names):
    return _runs(tuple(sorted(names.items())))


@lru_cache(maxsize=4)
def _runs(names):
    """{first word: [(words, name, capital), ...]}, longest first, all in counting form."""
    runs, listed = {}, [(name, other, capital) for name, (others, capital) in names for other in others]
    stored = store.each("alias words", vietnamese.words, [other for _, other, _ in listed])  # else the model is loaded
    for (name, _, capital), found in zip(listed, stored, strict=True):
        words = tuple(norm(word) for word in found if _counts(word))
        runs.setdefault(words[0], []).append((words, name, capital))
    return {first: sorted(found, key=lambda run: -len(run[0])) for first, found in runs.items()}


def _counts(word):
    """True for words and numbers, False for marks."""
    return any(map(str.isalnum, word))


def lengths(texts):
    """How many words each text has, without the tables of read(): a list of whole numbers."""
    composed = [nfc(text) if isinstance(text, str) else "" for text in texts]
    return [size for run in gathering.read("lengths", lengths_of_runs, composed) for size in run["sizes"]]


def lengths_of_runs(runs):
    """The number of words of each text of each run (the function whose results are stored)."""
    found = gathering.results(runs, "words", vietnamese.cuts, taken=itemgetter("words"), otherwise=0)
    return [{"sizes": sizes, **faults} for sizes, faults in found]


def of_runs(runs):
    """The words of each run of texts (the function whose results are stored): what vietnamese.cuts() gives of a text,
    of them all. Its different words and marks are "spelled" once for the run, with the "forms" under which they are
    counted (None for marks), "sizes" has the number of words and marks of each text; "word" and "start" are digits().
    """
    found = gathering.results(runs, "words", vietnamese.cuts, otherwise=vietnamese.cuts(""))
    return [_run(texts) | faults for texts, faults in found]


def _run(texts):
    kinds, ids = {}, []
    for text in texts:
        places = [kinds.setdefault(word, len(kinds)) for word in text["spelled"]]
        ids += map(places.__getitem__, text["word"])
    return {
        "spelled": list(kinds),
        "forms": [norm(word) if _counts(word) else None for word in kinds],
        "word": gathering.digits(ids),
        "start": gathering.digits(start for text in texts for start in text["start"]),
        "sizes": [len(text["word"]) for text in texts],
        "sentences": [text["sentences"] for text in texts],
    }


def _goes_on(ids, begin):
    """True for each that follows a word of its article, soft marks apart; begin: where its article begins."""
    before = np.maximum.accumulate(np.where(ids != SOFT_MARK, np.arange(len(ids)), -1))
    before = np.concatenate([[-1], before])[: len(ids)]
    return (before >= begin) & (ids[before] >= 0) if len(ids) else np.zeros(0, bool)


class _Reader:
    """Takes in runs of articles one by one; keeps no more than numbers: one a spelling, later one a counting form."""

    def __init__(self, aliases):
        self.runs, self.heads = aliases, set()
        self.numbers, self.forms, self.spellings, self.lengths = {}, {}, [], []
        self.ids, self.start, self.sentence, self.sizes = ([np.zeros(0, np.int32)] for _ in range(4))

    def read(self, about, texts):
        for found in gathering.read("words", of_runs, texts):
            self.add(found)
        columns, sizes = self._merged(*self._words())
        spelled = np.bincount(columns["ids"], minlength=len(self.spellings))
        columns["ids"] = np.array([form for _, _, form in self.spellings], dtype=np.int32)[columns["ids"]]
        return Words(about, texts, list(self.forms), self._labels(spelled), first=np.cumsum([0, *sizes]), **columns)

    def add(self, found):
        """A run of articles, as of_runs() gives it: its different words and marks numbered by their spelling."""
        known = list(map(self.numbers.get, found["spelled"]))
        if None in known:
            spelled = zip(known, found["spelled"], found["forms"], strict=True)
            known = [self._number(word, form) if number is None else number for number, word, form in spelled]
        self.ids.append(np.array(known, np.int32)[gathering.numbers(found["word"])])
        self.start.append(gathering.numbers(found["start"]).astype(np.int32))
        self.sizes.append(np.array(found["sizes"], np.int32))
        counted = np.array([len(sentences) for sentences in found["sentences"]])
        words = [size for sentences in found["sentences"] for size in sentences]
        self.sentence.append(np.repeat(_ranges(0 * counted, counted), words).astype(np.int32))

    def _words(self):
        """The columns of the words alone, marks left out, with `joined`; and the article of each word."""
        names, parts = ("ids", "start", "sentence"), (self.ids, self.start, self.sentence)
        columns = {name: np.concatenate(part) for name, part in zip(names, parts, strict=True)}
        ids, sizes = columns["ids"], np.concatenate(self.sizes)
        columns["joined"] = _goes_on(ids, np.repeat(np.cumsum(sizes) - sizes, sizes))
        article = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        columns, article = {name: values[ids >= 0] for name, values in columns.items()}, article[ids >= 0]
        columns["end"] = columns["start"] + np.array(self.lengths, dtype=np.int32)[columns["ids"]]
        return columns, article

    def _number(self, surface, form):
        """The number of a spelling seen for the first time; a negative one for a mark."""
        if form is None:
            self.numbers[surface] = SOFT_MARK if surface in SOFT else HARD_MARK
            return self.numbers[surface]
        number = self.numbers[surface] = self._spelling(" ".join(surface.split()), form)
        self.lengths.append(len(surface))
        if form in self.runs:
            self.heads.add(number)
        return number

    def _spelling(self, shown, form):
        self.spellings.append((shown, form, self.forms.setdefault(form, len(self.forms))))
        return len(self.spellings) - 1

    def _merged(self, columns, article):
        """The columns with each run that is another name for something replaced by that name; words of each article."""
        ids, end = columns["ids"], columns["end"]
        kept, reached, run = np.ones(len(ids), dtype=bool), 0, _places(article, columns["sentence"])
        for at in np.flatnonzero(np.isin(ids, list(self.heads))).tolist():
            found = next((one for one in self._runs_at(ids, at) if self._stands(one, ids, run, at)), None)
            if found and at >= reached:
                reached = at + len(found[0])
                ids[at], end[at] = self._alias(found[1]), end[reached - 1]
                kept[at + 1 : reached] = False
        sizes = np.bincount(article[kept], minlength=sum(map(len, self.sizes)))
        return {name: values[kept] for name, values in columns.items()}, sizes

    def _runs_at(self, ids, at):
        return self.runs.get(self.spellings[ids[at]][1], ())

    def _stands(self, run, ids, place, at):
        """True where the words from here on are those of a run, in one sentence, with a capital if it needs one."""
        last = at + len(run[0]) - 1
        if last >= len(ids) or place[at] != place[last]:
            return False
        if tuple(self.spellings[number][1] for number in ids[at : last + 1]) != run[0]:
            return False
        return not run[2] or self._has_capital(ids, place, at)

    def _has_capital(self, ids, place, at):
        """True where a word is written with a capital although no sentence begins with it."""
        return at > 0 and place[at - 1] == place[at] and self.spellings[ids[at]][0][0].isupper()

    def _alias(self, name):
        """The number of a name put in place of others. It is no spelling of the text, so that it is told from one."""
        key = "\0" + name
        if key not in self.numbers:
            self.numbers[key] = self._spelling(name, norm(name))
        return self.numbers[key]

    def _labels(self, spelled):
        """The most frequent spelling of every form (the first read among equals)."""
        labels, most = [""] * len(self.forms), [-1] * len(self.forms)
        for (surface, _, form), count in zip(self.spellings, spelled, strict=True):
            if count > most[form]:
                labels[form], most[form] = surface, count
        return labels


def select(words, chosen):
    """The Words of some of the articles; `chosen` is True or False for each."""
    chosen = np.asarray(chosen, dtype=bool)
    inside = chosen[words.article]
    columns = {name: getattr(words, name)[inside] for name in ("ids", "start", "end", "sentence", "joined")}
    texts = [text for text, wanted in zip(words.texts, chosen, strict=True) if wanted]
    first = np.concatenate([[0], np.cumsum(words.sizes[chosen])])
    return replace(words, about=words.about[chosen].reset_index(drop=True), texts=texts, first=first, **columns)


def located(words, places):
    """Where places stand, one row each: file, published, outlet, sentence (in its article), start, end (offsets)."""
    first, last = places[:, 0], places[:, 1]
    number = words.article[first]
    table = words.about[["file", "published", "outlet"]].take(number).reset_index(drop=True)
    return table.assign(sentence=words.sentence[first], start=words.start[first], end=words.end[last])


def named(words, column, unknown):
    """The same Words with `unknown` where a column of the articles ("outlet", "section") is empty."""
    return replace(words, about=words.about.assign(**{column: words.about[column].fillna(unknown)}))


# --- Finding ------------------------------------------------------------------------------------------------------


def find(words, term):
    """Where a word or phrase stands: an array of (first word, last word), in reading order.

    A term that is counted as one word is found as that word only, so that as many places are found as its row in the
    frequency table says. Any other term is found as a run of syllables that begins and ends with a word, in a sentence.
    """
    form = canonical(term)
    if form in words.index:
        at = np.flatnonzero(words.ids == words.index[form])
        return np.column_stack([at, at])
    spelled = " ".join(norm(word) for word in vietnamese.words(term) if _counts(word)).split()
    found = _find_run(words, spelled)
    fits = _has_comma if "," in term else _unbroken
    return found[[fits(words, *place) for place in found]] if len(found) else found


def canonical(term):
    """The counting form of a term, with an alias replaced by its name.

    >>> canonical("LB Nga"), canonical("Hoà bình"), canonical("Anh"), canonical("anh")
    ('nga', 'hòa bình', 'anh (nước)', 'anh')
    """
    form, cased = norm(term), term[:1].isupper()
    named = _aliases().items()
    others = {norm(other): norm(name) for name, (names, capital) in named if cased or not capital for other in names}
    return others.get(form, form)


def _find_run(words, spelled):
    syllables, owner, numbers = words.syllables
    wanted = [numbers.get(syllable, -1) for syllable in spelled]
    if not wanted or -1 in wanted or len(syllables) < len(wanted):
        return np.zeros((0, 2), dtype=np.int64)
    last = len(syllables) - len(wanted) + 1
    hits = np.logical_and.reduce([syllables[i : last + i] == number for i, number in enumerate(wanted)])
    begin = np.flatnonzero(hits)
    end = begin + len(wanted) - 1
    opens = (begin == 0) | (owner[begin] != owner[np.maximum(begin - 1, 0)])
    closes = (end == len(owner) - 1) | (owner[end] != owner[np.minimum(end + 1, len(owner) - 1)])
    found = np.column_stack([owner[begin], owner[end]])[opens & closes]
    return found[words.run[found[:, 0]] == words.run[found[:, 1]]] if len(found) else found


def _has_comma(words, first, last):
    """True where a comma lies between two words, as in the term looked for."""
    return "," in words.texts[words.article[first]][words.start[first] : words.end[last]]


def _unbroken(words, first, last):
    """True where no comma, stop or bracket lies between two words."""
    return words.joined[first + 1 : last + 1].all()


def count_by_article(words, places):
    """How many of the places stand in each article (an array as long as the articles)."""
    return np.bincount(words.article[places[:, 0]], minlength=len(words.texts))
