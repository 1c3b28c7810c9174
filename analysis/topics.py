"""Articles come in; tables of the topics of the relationship go out, each with the sentence and the words that say so.

topic_sentences.py reads a text; here are its sentences as tables, and the profile of topics that an article has.
"""

import pandas as pd

from analysis import rows, rules, store, vietnamese
from analysis.topic_sentences import joined_words, label, mentions, of_article
from analysis.vietnamese import nfc

__all__ = ["label", "mentions", "names", "profiles", "sentences", "table"]

ARTICLE = ["file", "title", "published", "outlet", "story"]
_PLACE = [*ARTICLE, "number", "paragraph", "sentence"]
SENTENCE = [*_PLACE, "start", "end", "related", "partners", "side", "topics"]
MENTION = [*_PLACE, "topic", "label", "terms", "spans", "weight", "partners", "side"]
_TOPIC = ["topic", "label", "terms", "spans", "weight"]
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
    read = store.stream("topics", of_articles, items, at_once=True, otherwise=[])
    wanted = None if pair is None else {code for one in pair for code in SUCCESSORS.get(one, (one,))}
    found = [[_row(one, wanted) for one in article] for article in read]
    table = rows.table(articles, found, ARTICLE, SENTENCE[len(ARTICLE) :])
    return table if persons is None else table.assign(side=_speakers(table, persons))


def _row(sentence: dict, wanted: set | None) -> dict:
    """The sentence as a row: related, with partners and topics, only where it speaks of a wanted partner (of any)."""
    related = sentence["related"] and (wanted is None or not wanted.isdisjoint(sentence["partners"]))
    return sentence | {"sentence": sentence["text"], "related": related, "side": None,
                       "partners": sentence["partners"] if related else [],
                       "topics": sentence["mentions"] if related else []}  # fmt: skip


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
    found = [[{**topic, "label": labels[topic["topic"]]} for topic in topics] for topics in read["topics"]]
    return rows.table(read, found, [*_PLACE, "partners", "side"], _TOPIC)[MENTION]


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
