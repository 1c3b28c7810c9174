"""Articles come in; their stock phrases against their concrete items (figures, dates, named projects) go out.

A phrase is one of rules/phrases/ceremony.toml; a project one of rules/phrases/projects.toml; a date a day, month or
year; a figure any other number. The years of an anniversary ("kỷ niệm 75 năm") belong to the ceremony: not counted.
"""

import re
from collections import Counter

import numpy as np
import pandas as pd

from analysis.counts import located, read
from analysis.word_runs import phrase_places

KINDS = ("phrase", "figure", "date", "project")
CONCRETE = ["figure", "date", "project"]
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}[/-]\d{4}|(?:19|20)\d{2}")
_CALENDAR = {"ngày", "tháng", "quý", "mùng"}
_JUBILEE = {"niệm", "dịp", "mừng", "lần"}
JUBILEE_REACH = 3  # words: "kỷ niệm lần thứ 75", "nhân dịp kỷ niệm tròn 75 năm"


def items(articles, once=False):
    """Every phrase and concrete item: file, published, outlet, kind, item (as written), sentence, start, end.

    kind is "phrase", "figure", "date" or "project". Nothing is counted twice: a number inside a project's name is none.
    """
    words = read(articles, once=once)
    taken, rows = np.zeros(len(words), dtype=bool), []
    for kind, group in (("project", "projects"), ("phrase", "ceremony")):
        for places in phrase_places(words, group).values():
            for first, last in places:
                taken[first : last + 1] = True
                rows.append((first, last, kind))
    rows += [(at, at, kind) for at, kind in _numbers(words) if not taken[at]]
    rows.sort()
    places = np.array([row[:2] for row in rows], dtype=np.int64).reshape(-1, 2)
    table = located(words, places)
    texts = [words.texts[number] for number in words.article[places[:, 0]]]
    table["item"] = [text[start:end] for text, start, end in zip(texts, table["start"], table["end"], strict=True)]
    table["kind"] = [kind for _, _, kind in rows]
    return table[["file", "published", "outlet", "kind", "item", "sentence", "start", "end"]]


def _numbers(words):
    """(word, kind) of every number that is a date or a figure."""
    numeral = np.array([word[0].isdigit() for word in words.vocabulary], dtype=bool)
    for at in np.flatnonzero(numeral[words.ids]) if len(words) else []:
        begin = max(at - JUBILEE_REACH, words.first[words.article[at]])
        before = [words.vocabulary[number] for number in words.ids[begin:at]]
        if _DATE.fullmatch(words.vocabulary[words.ids[at]]):
            yield at, "date"
        elif not any(word.split()[-1] in _JUBILEE for word in before):
            yield at, "date" if before and before[-1] in _CALENDAR else "figure"


def share(articles, by="file", once=False):
    """Phrases and concrete items per article, outlet, month or year, and the phrases' share of both.

    by: "file", "outlet", "M", "Q" or "Y". Columns group, phrase, figure, date, project, concrete, share (0 substance, 1
    ceremony; nan where there is neither), phrases_per_thousand, concrete_per_thousand (words), words, n_articles.
    """
    words = read(articles, once=once)
    about = words.about.assign(words=words.sizes)
    about["group"] = _groups(about, by)
    group_of, found = dict(zip(about["file"], about["group"], strict=True)), items(words)
    counts = Counter((kind, group_of[file]) for kind, file in zip(found["kind"], found["file"], strict=True))
    table = about[about["words"] > 0].groupby("group").agg(words=("words", "sum"), n_articles=("file", "size"))
    for kind in KINDS:
        table[kind] = [counts[kind, group] for group in table.index]
    table["concrete"] = table[CONCRETE].sum(axis=1)
    table["share"] = table["phrase"] / (table["phrase"] + table["concrete"]).replace(0, np.nan)
    for name, column in (("phrases", "phrase"), ("concrete", "concrete")):
        table[f"{name}_per_thousand"] = 1000 * table[column] / table["words"]
    order = [*KINDS, "concrete", "share", "phrases_per_thousand", "concrete_per_thousand", "words", "n_articles"]
    return table[order].rename_axis("group").reset_index()


def _groups(about, by):
    """The group of every article; articles without a date or outlet have none and are left out."""
    if by in ("file", "outlet"):
        return about[by]
    dates = pd.to_datetime(about["published"])
    local = dates.dt.tz_localize(None) if dates.dt.tz is not None else dates
    return local.dt.to_period(by).dt.start_time
