"""Articles come in; the table of the events between countries they tell of goes out: visits, talks, signings ...

events_in_text.py reads a text; here are its events as a table, and (merged) each of them once.
"""

import pandas as pd

from analysis import gathering, rows
from analysis.events_in_text import Event, find, of_article, of_articles
from analysis.merged_events import COLUMNS, merged

__all__ = ["COLUMNS", "Event", "find", "merged", "of_article", "of_pair", "table"]


def table(articles):
    """One row an event and article of utils.load_corpus: file, story, published, then the fields of Event.

    `countries` and `who` are texts joined by ", "; dates are timestamps (NaT where not told); a side or place that is
    not told is "".
    """
    items = [
        {"text": text or "", "published": None if pd.isna(published) else str(published.date()), "title": title or ""}
        for text, published, title in zip(articles["text"], articles["published"], articles["title"], strict=True)
    ]
    made = rows.table(articles, gathering.columns("events", of_runs, items, COLUMNS[3:]), COLUMNS[:3])
    for column in ("countries", "who"):
        made[column] = [", ".join(values) for values in made[column]]
    made = made.fillna({"guest": "", "host": "", "place": ""})
    return made.assign(date_start=_stamps(made["date_start"]), date_end=_stamps(made["date_end"]))


def of_runs(runs):
    """The events of each run of articles as columns (the function whose results are stored)."""
    return gathering.in_columns(runs, "events", of_articles, COLUMNS[3:], at_once=True)


def _stamps(dates):
    return pd.to_datetime(pd.Series(dates, dtype=object))


def of_pair(found, pair):
    """The rows of an events table between the two countries of `pair` (and Liên Xô, SU, where Russia is one)."""
    wanted = {", ".join(sorted(pair)), ", ".join(sorted("SU" if code == "RU" else code for code in pair))}
    return found[found["countries"].isin(wanted)].reset_index(drop=True)
