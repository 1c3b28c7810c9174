"""Articles come in; tables of the persons named in them go out: who, of which side, how often, with whom.

people_in_text.py reads a text; here are its persons as tables.
"""

from itertools import combinations
from operator import itemgetter

import pandas as pd

from analysis import gathering, identity, rows, rules
from analysis.lookup import made
from analysis.people_in_text import Person, find, item, of_article

__all__ = ["COLUMNS", "Person", "find", "of_article", "office_at", "over_time", "register", "table", "together"]

COLUMNS = ["file", "story", "published", "person", "name", "surface", "start", "end", "country", "side_from", "office",
           "role", "sentence"]  # fmt: skip


def table(articles):
    """One row a mention over all articles of utils.load_corpus: file, story, published, then the fields of Person."""
    items = list(map(item, articles["text"], articles["title"]))
    return rows.table(articles, gathering.columns("people", of_runs, items, COLUMNS[3:]), COLUMNS[:3])


def of_runs(runs):
    """The persons of each run of articles as columns (the function whose results are stored)."""
    return gathering.in_columns(runs, "people", of_article, COLUMNS[3:], finds=itemgetter("persons"))


def register(mentions, lang="vi"):
    """One row a person, most named first: person, country, office, articles, mentions, speaks, first, last.

    `mentions` is the result of table(); `articles` and `speaks` count stories, reprints once. `office` is that of the
    list at the last date, else the longest printed.
    """
    columns = ["person", "country", "office", "articles", "mentions", "speaks", "first", "last"]
    listed = [_registered(person, part, lang) for person, part in mentions.groupby("person", sort=False)]
    found = pd.DataFrame(listed, columns=columns)
    return found.sort_values(["articles", "mentions", "person"], ascending=[False, False, True], ignore_index=True)


def _registered(person, part, lang):
    last, countries = part["published"].max(), part["country"].dropna()
    printed = part["office"].dropna()
    office = office_at(person, last, lang) or (_in_words(max(printed, key=len), lang) if len(printed) else None)
    country = countries.mode().iloc[0] if len(countries) else None
    speaks = part.loc[part["role"] == "speaker", "story"].nunique()
    return [person, country, office, part["story"].nunique(), len(part), speaks, part["published"].min(), last]


def _in_words(printed, lang):
    """An office as printed; in English where the list has one of exactly that name ("Chủ tịch nước")."""
    return made(lambda: rules.load("people"), _offices).get(printed.lower(), printed) if lang == "en" else printed


def _offices(table):
    return {office["vi"].lower(): office["en"] for person in table["person"] for office in person["offices"]}


def office_at(person, day, lang="vi"):
    """The office a listed person held on a day ("vi" or "en"), the latest one begun by then; None if not listed.

    >>> office_at("Tô Lâm", pd.Timestamp("2024-06-20")), office_at("Tô Lâm", pd.Timestamp("2025-05-10"), "en")
    ('Chủ tịch nước', 'General Secretary')
    """
    entry = identity.entry(person)
    if entry is None or pd.isna(day):
        return None
    today = pd.Timestamp(day).tz_localize(None).date()
    held = [o for o in entry["offices"] if str(o.get("from", "")) <= str(today) <= str(o.get("to", "9999"))]
    return max(held, key=lambda office: str(office.get("from", "")))[lang] if held else None


def together(mentions):
    """Who is named with whom in one sentence: one row a pair, strongest first.

    Columns: one, other (persons in order of name), articles (stories), sentences, file and sentence of the first.
    """
    columns = ["one", "other", "articles", "sentences", "file", "sentence"]
    seen = {}
    for (file, story, sentence), part in mentions.groupby(["file", "story", "sentence"], sort=False):
        for pair in combinations(sorted(set(part["person"])), 2):
            seen.setdefault(pair, []).append((story, file, sentence))
    pairs = [[*pair, len({a[0] for a in at}), len({a[2] for a in at}), *at[0][1:]] for pair, at in seen.items()]
    found = pd.DataFrame(pairs, columns=columns)
    order = ["articles", "sentences", "one", "other"]
    return found.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def over_time(mentions, top=8, every="MS", last=None, published=None):
    """How many stories name each of the `top` persons in each period: person, period (first day), articles.

    `every` is a pandas offset: "MS" months, "QS" quarters, "YS" years; `last` keeps only so many of the newest periods.
    published: the days of all articles; a period without an article has no count, one without a mention 0. Mentions of
    pages without a date are left out.
    """
    columns = ["person", "period", "articles"]
    dated = mentions.dropna(subset=["published"])
    if dated.empty:
        return pd.DataFrame(columns=columns)
    kept = register(dated).head(top)["person"].tolist()
    dated = dated.assign(period=_period(dated["published"], every))
    read = dated["period"] if published is None else _period(published.dropna(), every)
    periods = pd.period_range(read.min(), read.max(), freq=every[0]).start_time[-(last or 0) :]
    counts = dated[dated["person"].isin(kept)].groupby(["person", "period"])["story"].nunique()
    full = counts.reindex(pd.MultiIndex.from_product([kept, periods], names=["person", "period"]), fill_value=0)
    if published is not None:
        full = full.where(full.index.get_level_values("period").isin(read))
    return full.rename("articles").reset_index()[columns]


def _period(published, every):
    """The first days of the periods in which days lie."""
    return published.dt.tz_localize(None).dt.to_period(every[0]).dt.start_time
