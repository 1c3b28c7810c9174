"""The tables of topics.py come in; answers for charts go out: when, by whom, with what, what is new, what is missing.

Shares are of articles, each with n and a 95 % interval (Wilson 1927). Reprints count as often as they were printed.
"""

import html
import math
from itertools import combinations

import numpy as np
import pandas as pd

from analysis import places, rules, terms
from analysis.notation import day


def wilson(k: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share k of n (Wilson 1927), which stays within 0 and 1 and holds for small n.

    Newcombe (1998), table I: 81 of 263 gives .2553 to .3662.

    >>> [round(bound, 4) for bound in wilson(81, 263)]
    [0.2553, 0.3662]
    """
    if not n:
        return math.nan, math.nan
    share, squared = k / n, z * z
    middle = (share + squared / (2 * n)) / (1 + squared / n)
    half = z / (1 + squared / n) * math.sqrt(share * (1 - share) / n + squared / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def overview(mentions: pd.DataFrame, read: pd.DataFrame) -> pd.DataFrame:
    """One row a topic, most articles first: topic, label, articles, n_articles, share, low, high, sentences, main (of
    how many articles it is the strongest).
    """
    strongest = mentions.groupby(["file", "topic"])["weight"].sum().reset_index()
    strongest = strongest.sort_values(["weight", "topic"], ascending=[False, True]).drop_duplicates("file")
    main = strongest["topic"].value_counts()
    found = _counted(mentions, read["file"].nunique(), ["topic", "label"])
    found["main"] = found["topic"].map(main).fillna(0).astype(int)
    return found.sort_values(["articles", "sentences", "topic"], ascending=[False, False, True], ignore_index=True)


def _counted(mentions: pd.DataFrame, n: int, by: list) -> pd.DataFrame:
    """Articles and sentences for each group, of n articles, with share and interval."""
    keyed = mentions.assign(_sentence=mentions["file"] + "\0" + mentions["number"].astype(str))
    found = keyed.groupby(by, sort=False, as_index=False).agg(
        articles=("file", "nunique"), sentences=("_sentence", "nunique")
    )
    return _with_share(found.assign(n_articles=n))


def _with_share(found: pd.DataFrame) -> pd.DataFrame:
    bounds = [wilson(k, n) for k, n in zip(found["articles"], found["n_articles"], strict=True)]
    share = [k / n if n else math.nan for k, n in zip(found["articles"], found["n_articles"], strict=True)]
    return found.assign(share=share, low=[low for low, _ in bounds], high=[high for _, high in bounds])


def over_time(mentions: pd.DataFrame, read: pd.DataFrame, by: str = "Y") -> pd.DataFrame:
    """One row a topic and calendar period: topic, label, period (its first day), articles (with the topic), n_articles
    (of the period), share, low, high, sentences. A period without an article has an unknown share, not zero; undated
    articles are left out. by: "M", "Q", "Y".
    """
    grid = _grid(_dated(mentions, by), _dated(read, by), "period")
    if len(grid):
        span = pd.period_range(grid["period"].min(), grid["period"].max(), freq=by).start_time
        every = pd.merge(pd.Series(span, name="period"), grid[["topic", "label"]].drop_duplicates(), how="cross")
        grid = every.merge(grid, on=["period", "topic", "label"], how="left").fillna({"articles": 0, "n_articles": 0})
    return grid.sort_values(["topic", "period"], ignore_index=True)


def _dated(table: pd.DataFrame, by: str) -> pd.DataFrame:
    dates = pd.to_datetime(table["published"])
    dates = dates.dt.tz_localize(None) if dates.dt.tz is not None else dates
    return table.assign(period=dates.dt.to_period(by).dt.start_time)[dates.notna()]


def by_group(mentions: pd.DataFrame, read: pd.DataFrame, group: str = "outlet", unnamed: str = "") -> pd.DataFrame:
    """One row a topic and value of a column (outlet, section): articles with the topic, of how many, with interval.

    Pages that do not say stand last under the name `unnamed`; without it they are left out.
    """
    sides = [table.assign(**{group: table[group].fillna(unnamed)}) if unnamed else table for table in (mentions, read)]
    found = _grid(*(table[table[group].notna()] for table in sides), group)
    return found.sort_values(group, key=lambda names: names == unnamed, kind="stable", ignore_index=True)


def _grid(mentions: pd.DataFrame, read: pd.DataFrame, column: str) -> pd.DataFrame:
    """Every topic of the mentions in every group of the sentences, zero where it does not stand."""
    sizes = read.groupby(column)["file"].nunique().rename("n_articles").reset_index()
    found = sizes.merge(mentions[["topic", "label"]].drop_duplicates(), how="cross")
    counts = _counted(mentions, 0, [column, "topic"])[[column, "topic", "articles", "sentences"]]
    found = found.merge(counts, on=[column, "topic"], how="left")
    found[["articles", "sentences"]] = found[["articles", "sentences"]].fillna(0).astype(int)
    return _with_share(found)


def by_side(mentions: pd.DataFrame) -> pd.DataFrame:
    """One row a topic and side of the speakers named in the sentences: topic, label, side, sentences, articles."""
    named = mentions[mentions["side"].notna()]
    found = named.groupby(["topic", "label", "side"], as_index=False).agg(
        sentences=("number", "size"), articles=("file", "nunique")
    )
    return found.sort_values(["sentences", "topic", "side"], ascending=[False, True, True], ignore_index=True)


def by_partner(mentions: pd.DataFrame) -> pd.DataFrame:
    """One row a topic and partner (code): topic, label, partner, sentences, articles. Two partners count twice."""
    each = mentions.explode("partners").rename(columns={"partners": "partner"}).dropna(subset="partner")
    found = each.groupby(["topic", "label", "partner"], as_index=False).agg(
        sentences=("number", "size"), articles=("file", "nunique")
    )
    return found.sort_values(["sentences", "topic", "partner"], ascending=[False, True, True], ignore_index=True)


def together(mentions: pd.DataFrame, read: pd.DataFrame) -> pd.DataFrame:
    """One row a pair of topics that share an article: topic_a, topic_b, label_a, label_b, articles, sentences (that
    have both), expected (articles if the two were independent), lift (articles / expected), n_articles.
    """
    labels, n = dict(zip(mentions["topic"], mentions["label"], strict=True)), read["file"].nunique()
    having = mentions.groupby("topic")["file"].nunique()
    articles, same = _pairs(mentions, ["file"]), _pairs(mentions, ["file", "number"])
    rows = [
        {"topic_a": a, "topic_b": b, "label_a": labels[a], "label_b": labels[b], "articles": k,
         "sentences": same.get((a, b), 0), "expected": having[a] * having[b] / n, "n_articles": n}
        for (a, b), k in articles.items()
    ]  # fmt: skip
    columns = ["topic_a", "topic_b", "label_a", "label_b", "articles", "sentences", "expected", "n_articles"]
    found = pd.DataFrame(rows, columns=columns)
    found["lift"] = found["articles"] / found["expected"]
    order = ["sentences", "articles", "topic_a", "topic_b"]
    return found.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def _pairs(mentions: pd.DataFrame, unit: list) -> dict:
    counts = {}
    for _, topics in mentions.groupby(unit, sort=False)["topic"]:
        for pair in combinations(sorted(set(topics)), 2):
            counts[pair] = counts.get(pair, 0) + 1
    return counts


def both_ways(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with each written both ways, for a square heat map, the topics with most sentences first: row, column,
    sentences, articles.
    """
    one = pairs.rename(columns={"label_a": "row", "label_b": "column"})
    other = pairs.rename(columns={"label_b": "row", "label_a": "column"})
    both = pd.concat([one, other], ignore_index=True)[["row", "column", "sentences", "articles"]]
    size = both.groupby("row")["sentences"].transform("sum")
    order = both.assign(_size=size).sort_values(["_size", "row"], ascending=[False, True], kind="stable").index
    return both.loc[order].reset_index(drop=True)


def new_since(mentions: pd.DataFrame, read: pd.DataFrame, day) -> pd.DataFrame:
    """One row a topic: articles and share before the day and from it on, the difference of the shares with its 95 %
    interval (Newcombe 1998, method 10), and whether it stands there for the first time. Topics that stand in undated
    articles alone are left out. Empty if day is None.

    Columns topic, label, before, n_before, after, n_after, share_before, share_after, change, low, high, first_time.
    """
    if day is None:
        mentions, day = mentions.head(0), pd.Timestamp(0)
    halves = [table.assign(after=_times(table) >= pd.Timestamp(day)) for table in (mentions, read)]
    found = _grid(halves[0][_times(mentions).notna()], halves[1][_times(read).notna()], "after")
    sides = {side: found[found["after"] == side].set_index("topic") for side in (False, True)}
    dated = mentions[_times(mentions).notna()]
    labels = dict(zip(dated["topic"], dated["label"], strict=True))
    rows = [
        _changed(topic, label, _cell(sides[False], topic), _cell(sides[True], topic)) for topic, label in labels.items()
    ]
    found = pd.DataFrame(rows, columns=NEW)
    return found.sort_values(["change", "topic"], ascending=[False, True], ignore_index=True)


NEW = ["topic", "label", "before", "n_before", "after", "n_after", "share_before", "share_after", "change", "low",
       "high", "first_time"]  # fmt: skip


def middle(read: pd.DataFrame):
    """The day that parts the dated articles into halves, None if fewer than two have a date."""
    dates = _times(read.drop_duplicates("file")).dropna().sort_values()
    return None if len(dates) < 2 else dates.iloc[len(dates) // 2].normalize()


def _times(table: pd.DataFrame) -> pd.Series:
    dates = pd.to_datetime(table["published"])
    return dates.dt.tz_localize(None) if dates.dt.tz is not None else dates


def _cell(side: pd.DataFrame, topic: str) -> tuple[int, int]:
    return (int(side.at[topic, "articles"]), int(side.at[topic, "n_articles"])) if topic in side.index else (0, 0)


def _changed(topic, label, before, after):
    (k, n), (k2, n2) = before, after
    share, later = (k / n if n else math.nan), (k2 / n2 if n2 else math.nan)
    (low, high), (low2, high2) = wilson(k, n), wilson(k2, n2)
    down, up = math.hypot(later - low2, high - share), math.hypot(high2 - later, share - low)
    change = later - share
    return [topic, label, k, n, k2, n2, share, later, change, change - down, change + up, bool(k2 and not k)]


def uncovered(read: pd.DataFrame, least_words: int = 8) -> pd.DataFrame:
    """The sentences that speak of the relationship and got no topic: file, published, number, sentence.

    Sentences of fewer than least_words syllables (sub-heads, "Ông nói:") are left out.
    """
    alone = read["related"] & (read["topics"].str.len() == 0) & (read["sentence"].str.split().str.len() >= least_words)
    return read.loc[alone, ["file", "title", "published", "outlet", "number", "sentence"]].reset_index(drop=True)


def candidates(read: pd.DataFrame, least: int = 3) -> pd.DataFrame:
    """Words typical of the sentences without a topic against those with one: what a new topic could be made of.

    Columns word, count, reference_count, articles, log_ratio, g2, example. Only G² over 3.84 (p < .05 for one word).
    """
    spare = uncovered(read)
    keys = set(zip(spare["file"], spare["number"], strict=True))
    alone = np.array([key in keys for key in zip(read["file"], read["number"], strict=True)], dtype=bool)
    sides = [_as_articles(read[alone]), _as_articles(read[read["topics"].str.len() > 0])]
    found = terms.keyness(*sides, least=least, least_articles=1) if len(sides[0]) and len(sides[1]) else None
    columns = ["word", "count", "reference_count", "articles", "log_ratio", "g2", "example"]
    if found is None or found.empty:
        return pd.DataFrame(columns=columns)
    found = found[(found["log_ratio"] > 0) & (found["g2"] >= 3.84)].assign(word=found["label"])
    found["example"] = [_holding(spare, word) for word in found["word"]]
    return found[columns].reset_index(drop=True)


def _as_articles(read: pd.DataFrame) -> pd.DataFrame:
    """The sentences of each article put together as a table of articles that terms.keyness() can count."""
    about = ["file", "title", "published", "outlet", "story"]
    texts = read.groupby("file", sort=False)["sentence"].agg("\n".join)
    return read[about].drop_duplicates("file").assign(text=lambda table: table["file"].map(texts), section=None)


def _holding(spare: pd.DataFrame, word: str) -> str:
    return next((text for text in spare["sentence"] if word.lower() in text.lower()), "")


def marked(sentence: str, spans) -> str:
    """The sentence as HTML, the letters of the spans in <mark>; everything else is escaped.

    >>> marked("Giá <b>dầu</b> tăng", [(7, 10)])
    'Giá &lt;b&gt;<mark>dầu</mark>&lt;/b&gt; tăng'
    """
    done, at = [], 0
    for start, end in _merged(spans):
        done += [html.escape(sentence[at:start]), f"<mark>{html.escape(sentence[start:end])}</mark>"]
        at = end
    return "".join([*done, html.escape(sentence[at:])])


def _merged(spans) -> list[tuple[int, int]]:
    """Spans in order; those that touch, or have one space between them, become one."""
    merged = []
    for start, end in sorted(map(tuple, spans)):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


EVIDENCE = ["topic", "label", "published", "outlet", "file", "number", "sentence", "marked", "words", "side",
            "partners"]  # fmt: skip


def evidence(mentions: pd.DataFrame, topic: str | None = None, top: int | None = None) -> pd.DataFrame:
    """The sentences of a topic (of all if None), strongest first: topic, label, published, outlet, file, sentence,
    marked (HTML with the deciding words marked), words (the deciding words as text), side, partners.

    The topic of most articles comes first, as in the overview's chart.
    """
    found = mentions if topic is None else mentions[mentions["topic"] == topic]
    sizes = found.groupby("topic")["file"]
    found = found.assign(articles=sizes.transform("nunique"), sentences=sizes.transform("size"))
    order = ["articles", "sentences", "topic", "weight", "file", "number"]
    found = found.sort_values(order, ascending=[False, False, True, False, True, True])
    found = found.groupby("topic", sort=False).head(top) if top else found
    shown = [marked(text, spans) for text, spans in zip(found["sentence"], found["spans"], strict=True)]
    found = found.assign(marked=shown, words=[", ".join(words) for words in found["terms"]])
    return found[EVIDENCE].reset_index(drop=True)


def as_html(evidence: pd.DataFrame, lang: str | None = None) -> str:
    """The evidence as one HTML text: a heading a topic, under it each sentence with date, outlet and file."""
    parts = []
    for label, rows in evidence.groupby("label", sort=False):
        parts.append(f"<h4>{html.escape(str(label))}</h4><ul>")
        parts += [f"<li>{row.marked}<br><small>{_source(row, lang)}</small></li>" for row in rows.itertuples()]
        parts.append("</ul>")
    return "".join(parts)


def _source(row, lang: str | None) -> str:
    parts = (day(row.published, lang) if pd.notna(row.published) else "", row.outlet, row.file)
    return html.escape(" · ".join(part for part in parts if part and pd.notna(part)))


def _day(time) -> str:
    return f"{time:%Y-%m-%d}" if pd.notna(time) else ""


def browse(mentions: pd.DataFrame, lang: str | None = None) -> pd.DataFrame:
    """All sentences with a topic as a table to look around in: every cell is text, the side and partners are names."""
    found = evidence(mentions)
    found["published"] = [_day(time) for time in found["published"]]
    found["side"] = [partner(code, lang) if isinstance(code, str) else "" for code in found["side"]]
    found["partners"] = [", ".join(partner(code, lang) for code in codes) for codes in found["partners"]]
    columns = ["label", "sentence", "words", "published", "outlet", "file", "side", "partners"]
    return found[columns].astype(object).where(found[columns].notna(), "")


def shown(table: pd.DataFrame, columns: list, lang: str | None = None, top: int | None = None) -> pd.DataFrame:
    """The columns a reader is shown, under headings in their language; shares as % with one decimal."""
    say, part = rules.texts(lang), table[columns].head(top).copy()
    for name in columns:
        if name in _SHARES:
            part[name] = [round(100 * value, 1) if pd.notna(value) else value for value in part[name]]
        elif name == "published":
            part[name] = [_day(day) for day in part[name]]
        elif name in ("main", "first_time"):
            part[name] = [say("topics.yes") if value else "" for value in part[name]]
    floats = part.select_dtypes("float").columns
    part[floats] = part[floats].round(2)
    units = {name: " %" if name in _SHARES and name != "change" else "" for name in columns}
    return part.rename(columns={name: say(f"topics.col.{name}") + unit for name, unit in units.items()})


_SHARES = {"share", "low", "high", "share_before", "share_after", "change"}


def partner(code: str, lang: str | None = None) -> str:
    """The name of a country or bloc in a language; a code that is no country stays as it is.

    >>> partner("RU", "vi"), partner("EAEU", "vi"), partner("SU", "en")
    ('Nga', 'EAEU', 'Soviet Union')
    """
    lang = lang or rules.settings()["LANG"]
    if code == "SU":
        return {"en": "Soviet Union", "vi": "Liên Xô"}[lang]
    return places.name(code, lang) if len(code) == 2 and code not in ("EU", "UN") else code


def pair_name(pair, lang: str | None = None) -> str:
    """The relationship that is looked at, in words: "Viet Nam and Russia", or any partner if pair is None."""
    say = rules.texts(lang)
    others = [partner(code, lang) for code in pair or () if code != "VN"]
    return say("topics.pair", partner=", ".join(others)) if others else say("topics.any_pair")


def coverage(read: pd.DataFrame) -> dict[str, int]:
    """Sentences: all, those that speak of the relationship (related), with a topic (covered), without (spare)."""
    covered = int((read["topics"].str.len() > 0).sum())
    related = int(read["related"].sum())
    return {"all": len(read), "related": related, "covered": covered, "spare": related - covered}
