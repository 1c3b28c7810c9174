"""Articles and what was found in each of them come in; one table, a row a find, goes out."""

import numpy as np
import pandas as pd

from analysis.gathering import Columns


def table(articles: pd.DataFrame, found: Columns, about: list[str], dtype=None) -> pd.DataFrame:
    """A DataFrame with one row a find: the columns `about` of its article, then the fields of the find.

    `found` has the finds of the articles as columns. `dtype` is that of all columns but the times of publication
    (default: told from the values).

    >>> articles = pd.DataFrame({"file": ["a.txt", "b.txt"]})
    >>> table(articles, Columns([2, 0], {"word": ["gạo", "dầu"]}), ["file"]).values.tolist()
    [['a.txt', 'gạo'], ['a.txt', 'dầu']]
    """
    owners = np.repeat(np.arange(len(found.sizes)), found.sizes)
    columns = {name: _of_owners(articles, owners, name, dtype) for name in about}
    columns |= {name: pd.Series(values, dtype=dtype or _empty(values)) for name, values in found.values.items()}
    return pd.DataFrame(columns)


def _of_owners(articles, owners, name, dtype):
    """A column of the articles, the value of each find's owner; None where there is no such column."""
    if name in articles and isinstance(articles[name].dtype, pd.DatetimeTZDtype):
        return articles[name].take(owners).reset_index(drop=True)
    values = articles[name].to_numpy(object).take(owners).tolist() if name in articles else [None] * len(owners)
    return pd.Series(values, dtype=dtype or _empty(values))


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
