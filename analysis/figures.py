"""Articles come in; the table of their figures goes out, each with its evidence.

    find(text, published, title) -> list[Figure]     of_article(article) -> list[dict]     table(articles) -> DataFrame

figures_in_text.py reads a text; here are its figures as a table.
"""

from dataclasses import fields

import pandas as pd

from analysis import gathering, rows, store
from analysis.figures_in_text import Figure, find, of_article, short, unread

__all__ = ["COLUMNS", "FIELDS", "PAGE", "Figure", "find", "of_article", "pair", "table", "unread"]

FIELDS = ["part", *(field.name for field in fields(Figure)), "repeat_of", "counted_by"]
PAGE = ["file", "story", "outlet", "published", "title"]
READ = ["text", "title", "published", "captions", "language"]
COLUMNS = [*PAGE, "number", *FIELDS, "fact"]


@store.uncollected()
def table(articles):
    """All figures of the articles, one row a figure: the page's columns, the Figure's fields and its evidence.

    `number` counts the figures of a page from 0; `repeat_of` is the number of the one told first there; `fact` is the
    same for all tellings in one story (page and reprints). `counted_by` is the side whose statistics it is, or None.
    An empty table of articles gives an empty table with the same columns.
    """
    read = articles[[name for name in READ if name in articles]].to_dict("records")
    found = gathering.columns("figures", of_runs, [_item(article) for article in read], [*FIELDS, "told"])
    told = found.values.pop("told")
    made = rows.table(articles, found, PAGE, object)
    made.insert(len(PAGE), "number", [number for size in found.sizes for number in range(size)])
    both = zip(made["story"], told, strict=True)
    made["fact"] = pd.Series([short(f"{story}\0{fact}") for story, fact in both], dtype=object)
    return made.astype(
        {"value_min": float, "value_max": float, "number": int, "published": "datetime64[ns, Asia/Ho_Chi_Minh]"}
    )


def of_runs(runs):
    """The figures of each run of articles as columns (the function whose results are stored)."""
    return gathering.in_columns(runs, "figures", of_article, [*FIELDS, "told"])


def _item(article):
    published = article.get("published")
    language = article.get("language")
    return {
        "text": article.get("text") or "",
        "title": article.get("title") if isinstance(article.get("title"), str) else None,
        "published": None if published is None or published != published else str(published)[:10],
        "captions": [caption for caption in article.get("captions") or [] if isinstance(caption, str)],
        "language": language if isinstance(language, str) else None,
    }


def pair(made, one, two):
    """The rows of a table of figures that are about these two countries, whichever reports.

    >>> pair(pd.DataFrame({"reporter": ["RU", "VN"], "partners": [["VN"], ["BY"]]}), "VN", "RU").index.tolist()
    [0]
    """
    wanted = {one, two}
    hits = [
        {row_reporter, *partners} == wanted
        for row_reporter, partners in zip(made["reporter"], made["partners"], strict=True)
    ]
    return made[pd.Series(hits, index=made.index, dtype=bool)]
