"""Articles and what was found in each of them come in; one table, a row a find, goes out."""

import numpy as np
import pandas as pd


def table(articles, found, about, fields, dtype=None):
    """A DataFrame with one row a find: the columns `about` of its article, then the `fields` of the find.

    `found` has a list of dictionaries for each article. Built column by column: a dictionary a row takes five times as
    long. `dtype` is that of all columns but the times of publication (default: told from the values).

    >>> articles = pd.DataFrame({"file": ["a.txt", "b.txt"]})
    >>> table(articles, [[{"word": "gạo"}, {"word": "dầu"}], []], ["file"], ["word"]).values.tolist()
    [['a.txt', 'gạo'], ['a.txt', 'dầu']]
    """
    found = list(found)
    columns = {name: of_articles(articles, found, name, dtype) for name in about}
    finds = [one for several in found for one in several]
    cells = zip(*([one[name] for name in fields] for one in finds), strict=True)  # by finds: a third of the time
    values = dict(zip(fields, cells, strict=True)) if finds else dict.fromkeys(fields, ())
    columns |= {name: pd.Series(values[name], dtype=dtype or _empty(finds)) for name in fields}
    return pd.DataFrame(columns, columns=[*about, *fields])


def of_articles(articles, found, name, dtype=None):
    """A column of the articles, each value as often as its article has finds; None where there is no such column."""
    times = [len(several) for several in found]
    if name in articles and isinstance(articles[name].dtype, pd.DatetimeTZDtype):
        return articles[name].take(np.repeat(np.arange(len(times)), times)).reset_index(drop=True)
    values = articles[name].tolist() if name in articles else [None] * len(times)
    repeated = [value for value, count in zip(values, times, strict=True) for _ in range(count)]
    return pd.Series(repeated, dtype=dtype or _empty(repeated))


def _empty(values):
    """The type to ask for: none to speak of, or object where there is no value to tell it from."""
    return None if values else object


def titled(table: pd.DataFrame) -> pd.DataFrame:
    """The table with `article`, by which a reader knows each row's article: its title; its file where it has none, and
    both where several files have the same title.

    >>> titled(pd.DataFrame({"file": ["a", "b", "c"], "title": ["Tin", "Tin", None]}))["article"].tolist()
    ['Tin (a)', 'Tin (b)', 'c']
    """
    titles, files = table["title"].fillna("").astype(str), table["file"].astype(str)
    shared = titles.map(table.drop_duplicates("file")["title"].value_counts()).fillna(0) > 1
    return table.assign(article=titles.where(~shared, titles + " (" + files + ")").where(titles != "", files))
