"""Articles come in; tables of the topics of the relationship go out, each with the sentence and the words that say so.

topic_sentences.py reads a text; here are its sentences as tables, and the profile of topics that an article has.
"""

import pandas as pd

from analysis import gathering, rows, rules, store, vietnamese
from analysis.gathering import Columns
from analysis.topic_sentences import joined_words, label, mentions, of_article
from analysis.vietnamese import nfc

__all__ = ["label", "mentions", "names", "profiles", "sentences", "table"]

ARTICLE = ["file", "title", "published", "outlet", "story"]
_PLACE = [*ARTICLE, "number", "paragraph", "sentence"]
SENTENCE = [*_PLACE, "start", "end", "related", "partners", "side", "topics"]
MENTION = [*_PLACE, "topic", "label", "terms", "spans", "weight", "partners", "side"]
_FIELDS = ["number", "paragraph", "text", "start", "end", "related", "partners", "mentions"]
_TOPIC = ["topic", "terms", "spans", "weight"]
PROFILE = [*ARTICLE, "topic", "label", "sentences", "weight", "of_sentences", "share", "main"]
# Partners counted under another's name: the Soviet Union's past belongs to the relation with Russia.
SUCCESSORS = {"RU": ("RU", "SU")}


def of_articles(items: list[dict]) -> list[list[dict]]:
    """The sentences of each of {"text", "title"} (the function whose results are stored)."""
    words = store.stream("words", vietnamese.cuts, [item["text"] for item in items])
    both = zip(items, words, strict=True)
    return store.spread(of_article, [{**item, "joined": joined_words(found)} for item, found in both])


def names(lang: str | None = None) -> dict[str, str]:
    """The topics' names {id: name} in a language, in order of id."""
    lang = lang or rules.settings()["LANG"]
    return {name: file["label"][lang] for name, file in rules.load_all("topics").items()}


@store.uncollected()
def sentences(articles: pd.DataFrame, pair: tuple | None = None, persons: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row a sentence: file, title, published, outlet, story, number, paragraph, sentence, start, end, related
    (speaks of the relationship), partners (codes), side (code of the speaker named in it, or None), topics (list of
    dictionaries).

    pair: ("VN", "RU"): related only where that partner is meant. persons: the result of people.table(), which tells the
    side of speakers. Pages in other languages than Vietnamese are left out.
    """
    about = zip(articles["text"], articles["title"], articles["language"], strict=True)
    items = [{"text": nfc(text or "") if language in ("vi", None) else "", "title": title or ""}
             for text, title, language in about]  # fmt: skip
    found = gathering.columns("topics", of_runs, items, _FIELDS)
    wanted = None if pair is None else {code for one in pair for code in SUCCESSORS.get(one, (one,))}
    table = rows.table(articles, Columns(found.sizes, _values(found.values, wanted)), ARTICLE)
    return table if persons is None else table.assign(side=_speakers(table, persons))


def of_runs(runs: list[dict]) -> list[dict]:
    """The sentences of each run of articles as columns (the function whose results are stored)."""
    return gathering.in_columns(runs, "topics", of_articles, _FIELDS, at_once=True)


def _values(kept: dict[str, list], wanted: set | None) -> dict[str, list]:
    """The columns of sentences: related, with partners and topics, only where one speaks of a wanted partner (any)."""
    related = [
        related and (wanted is None or not wanted.isdisjoint(partners))
        for related, partners in zip(kept["related"], kept["partners"], strict=True)
    ]
    told = {
        name: [values if of else [] for of, values in zip(related, kept[field], strict=True)]
        for name, field in (("partners", "partners"), ("topics", "mentions"))
    }
    values = kept | told | {"sentence": kept["text"], "related": related, "side": [None] * len(related)}
    return {name: values[name] for name in SENTENCE[len(ARTICLE) :]}


def _speakers(table: pd.DataFrame, persons: pd.DataFrame) -> pd.Series:
    """The side of the first speaker named in each sentence, None where none is."""
    side = pd.Series(None, index=table.index, dtype=object)
    spoken = persons[(persons["role"] == "speaker") & persons["country"].notna()]
    by_file = dict(list(spoken.groupby("file")))
    for file, part in table.groupby("file"):
        for person in by_file.get(file, spoken.head(0)).itertuples():
            inside = (part["start"] <= person.start) & (person.start < part["end"]) & side[part.index].isna()
            side[part.index[inside]] = person.country
    return side


@store.uncollected()
def table(articles: pd.DataFrame, pair: tuple | None = None, lang: str | None = None, read=None) -> pd.DataFrame:
    """One row a topic in a sentence: file, title, published, outlet, story, number, paragraph, sentence, topic, label,
    terms (the deciding words), spans (their offsets in the sentence), weight, partners, side.

    pair: as in sentences(); read: the result of sentences() if it was made before.
    """
    read, labels = sentences(articles, pair) if read is None else read, names(lang)
    topics = [topic for topics in read["topics"] for topic in topics]
    values = {field: [topic[field] for topic in topics] for field in _TOPIC}
    values["label"] = [labels[topic] for topic in values["topic"]]
    found = Columns(list(map(len, read["topics"])), values)
    return rows.table(read, found, [*_PLACE, "partners", "side"])[MENTION]


def profiles(mentions: pd.DataFrame, read: pd.DataFrame) -> pd.DataFrame:
    """One row an article and topic: sentences with it, of_sentences (all the article has), share, weight, and whether
    it is the main one. mentions, read: the results of table() and sentences().
    """
    grouped = mentions.groupby(["file", "topic", "label"], sort=False, as_index=False)
    counts = grouped.agg(sentences=("number", "nunique"), weight=("weight", "sum"), first=("number", "min"))
    about = read[ARTICLE].drop_duplicates("file")
    found = about.merge(counts, on="file")
    found["of_sentences"] = found["file"].map(read.groupby("file").size())
    found["share"] = found["sentences"] / found["of_sentences"]
    found = found.sort_values(["file", "weight", "first"], ascending=[True, False, True], ignore_index=True)
    return found.assign(main=~found.duplicated("file"))[PROFILE]
