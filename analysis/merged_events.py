"""The table of events comes in; each event once, with all its sources and the dates they give, goes out."""

import pandas as pd

COLUMNS = ["file", "story", "published", "type", "status", "date_start", "date_end", "countries", "guest", "host",
           "place", "who", "sentence", "evidence"]  # fmt: skip


def merged(found):
    """The same event across articles on one row, in order of date: the fields of table() and more.

    Besides: articles (stories that tell it), files (joined), dates_told (how the articles date it) and conflict (True
    where they name different days). Two rows are one event if type, countries and guest agree and either their days
    overlap or lie at most two days apart, and the same persons are named; undated ones stay apart.
    """
    groups = []
    for row in found.sort_values(["date_start", "published"], na_position="last", kind="stable").to_dict("records"):
        group = next((g for g in groups if any(_tells_same(row, other) for other in g)), None)
        groups.append([row]) if group is None else group.append(row)
    columns = [*COLUMNS, "articles", "files", "dates_told", "conflict"]
    return pd.DataFrame([_one_row(group) for group in groups], columns=columns).astype({"conflict": bool})


def _tells_same(one, other):
    if any(one[key] != other[key] for key in ("type", "countries")) or pd.isna(one["date_start"]):
        return False
    if one["guest"] and other["guest"] and one["guest"] != other["guest"] or pd.isna(other["date_start"]):
        return False
    ends = [row["date_end"] if pd.notna(row["date_end"]) else row["date_start"] for row in (one, other)]
    slack = pd.Timedelta(days=2 if _names(one) & _names(other) else 0)
    near = one["date_start"] <= ends[1] + slack and other["date_start"] <= ends[0] + slack
    return near and (not _names(one) or not _names(other) or bool(_names(one) & _names(other)))


def _names(row):
    return {name.split()[-1].lower() for name in row["who"].split(", ") if name}


def _one_row(group):
    """The group's row: the narrowest dates, the status told last, all names and files, its dates compared."""
    best = min(group, key=lambda row: (pd.isna(row["date_end"]), _span(row), str(row["published"])))
    told = sorted({_written(row) for row in group})
    days = {(row["date_start"], row["date_end"]) for row in group if row["date_start"] == row["date_end"]}
    who = list(dict.fromkeys(name for row in group for name in row["who"].split(", ") if name))
    last = max((row for row in group if _is_later(row, best)), key=lambda row: row["published"], default=best)
    said = last if last["status"] != best["status"] else best
    joined = {key: said[key] for key in ("status", "sentence", "evidence")}
    joined |= {"who": ", ".join(who), "files": ", ".join(dict.fromkeys(row["file"] for row in group))}
    stories = len({row["story"] for row in group})
    return {**best, **joined, "articles": stories, "dates_told": "; ".join(told), "conflict": len(days) > 1}


def _is_later(row, other):
    """True for a page of a later day than another's: what lay ahead on that one may be over here."""
    return pd.notna(row["published"]) and (pd.isna(other["published"]) or row["published"] > other["published"])


def _span(row):
    return (row["date_end"] - row["date_start"]).days if pd.notna(row["date_end"]) else 10**6


def _written(row):
    """The dates of a row as one text: "2025-05-08", "2025-05-08..2025-05-11", "2025-05-08.." or ""."""
    start, end = (str(row[key].date()) if pd.notna(row[key]) else "" for key in ("date_start", "date_end"))
    return start if start == end else f"{start}..{end}"
