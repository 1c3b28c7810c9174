"""Articles, words and tables of their words come in; what notebook 01 shows goes out, in the reader's language."""

import pandas as pd

from analysis import rules
from analysis.counts import read, select
from analysis.notation import day as in_style


def halves(articles, split=None):
    """The words of the dated articles before a day and from it on, and that day: (Words, Words, day or None).

    split: an ISO date; without it the day of the middle article, so that both parts are about as large.
    """
    words = read(articles)
    dates = pd.to_datetime(words.about["published"])
    dates = dates.dt.tz_localize(None) if dates.dt.tz is not None else dates
    known = dates.dropna().sort_values()
    day = pd.Timestamp(split) if split else (known.iloc[len(known) // 2].normalize() if len(known) else pd.NaT)
    return select(words, dates < day), select(words, dates >= day), None if pd.isna(day) else day


def parts(articles, words, compare=None, split=None, lang=None):
    """Two sets of Words to hold against each other and their names: (part, reference, name, reference's name).

    compare: None for two periods parted by the day `split` (see halves), "title" for titles against texts, or the name
    of an outlet for that outlet against all others.
    """
    say = rules.texts(lang)
    if compare == "title":
        return read(articles, field="title"), words, say("terms.key_titles"), say("terms.key_texts")
    if compare:
        own = (words.about["outlet"] == compare).to_numpy(dtype=bool)
        names = say("terms.key_outlet", name=compare, n=own.sum()), say("terms.key_others", n=(~own).sum())
        return select(words, own), select(words, ~own), *names
    before, after, day = halves(words, split)
    names = [say(f"terms.key_{side}", date=_day(day, lang), n=len(part.texts))
             for side, part in (("after", after), ("before", before))]  # fmt: skip
    return after, before, *names


def _day(day, lang):
    from analysis.notation import day as written

    return written(day, lang or rules.settings()["LANG"]) if day is not None else "–"


def calendar_step(articles):
    """The calendar step that suits the dates: "M" up to a year and a half, "Q" up to four years, else "Y"."""
    dates = pd.to_datetime(read(articles).about["published"]).dropna()
    days = (dates.max() - dates.min()).days if len(dates) else 0
    return "M" if days <= 550 else "Q" if days <= 1461 else "Y"


def period_names(days, step, lang=None):
    """First days of periods as a reader names them: "2025", "Q2 2025", "May 2025"; step: "Y", "Q" or "M"."""
    say = rules.texts(lang)
    keys = {"Q": "figures.period_quarter", "M": "figures.period_month"}
    parts = [{"year": d.year, "quarter": (d.month + 2) // 3, "month": d.month, "name": f"{d:%b}"} for d in days]
    return [say(keys[step], **part) if step in keys else str(part["year"]) for part in parts]


def both_sides(key, top=12):
    """The `top` words of either side of a keyness table, for a chart with bars to both sides."""
    typical, rest = key[key["log_odds_z"] > 0].head(top), key[key["log_odds_z"] < 0].tail(top)
    return pd.concat([typical, rest])


def shown(table, columns, lang=None, top=None):
    """The columns a reader is shown, under headings in their language; how many decimals a number has is the page's."""
    say = rules.texts(lang)
    part = table[columns].head(top).copy() if top else table[columns].copy()
    if "published" in columns:
        part["published"] = [in_style(day, lang) if pd.notna(day) else "" for day in part["published"]]
    return part.rename(columns={name: say(f"columns.{name}") for name in columns})


def kwic(quotations, lang=None, top=40):
    """The first rows of a concordance as a reader wants them: the keyword in the middle, whole contexts on either side.

    Returns a pandas Styler; its data are the rows under headings in the reader's language.
    """
    table = shown(quotations, ["left", "match", "right", "published", "file"], lang, top)
    left, match, right = table.columns[:3]
    styled = table.style.set_uuid("kwic").hide(axis="index").set_properties(**{"text-align": "left"})
    styled = styled.set_table_styles([{"selector": "th", "props": "text-align: left"}])
    styled = styled.set_properties(subset=[left], **{"text-align": "right"})
    return styled.set_properties(subset=[match], **{"font-weight": "bold", "text-align": "center"})
