"""Articles and what was found in each of them come in; one table, a row a find, goes out."""

from operator import itemgetter

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
    owners = np.repeat(np.arange(len(found)), [len(several) for several in found])
    columns = {name: _of_owners(articles, owners, name, dtype) for name in about}
    finds = [one for several in found for one in several]
    cells = zip(*map(_reader(fields), finds), strict=True)  # by finds: a third of the time
    values = dict(zip(fields, cells, strict=True)) if finds else dict.fromkeys(fields, ())
    columns |= {name: pd.Series(values[name], dtype=dtype or _empty(finds)) for name in fields}
    return pd.DataFrame(columns, columns=[*about, *fields])


def _of_owners(articles, owners, name, dtype):
    """A column of the articles, the value of each find's owner; None where there is no such column."""
    if name in articles and isinstance(articles[name].dtype, pd.DatetimeTZDtype):
        return articles[name].take(owners).reset_index(drop=True)
    values = articles[name].to_numpy(object).take(owners).tolist() if name in articles else [None] * len(owners)
    return pd.Series(values, dtype=dtype or _empty(values))


def _reader(fields):
    """A function that gives the fields of a find as a tuple."""
    return itemgetter(*fields) if len(fields) > 1 else lambda find: (find[fields[0]],)


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
