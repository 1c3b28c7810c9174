"""A folder of saved pages comes in; one table of clean articles goes out. The front door of the workbook.

    from utils import load_corpus
    articles = load_corpus()                      # the pages in corpus/
    articles = load_corpus("~/my pages", since="2024-01-01")
"""

from pathlib import Path
from sys import intern

import pandas as pd

from analysis import articles as saved
from analysis import partitions, reprints, rules, terms

ROOT = Path(__file__).resolve().parent
CORPUS = ROOT / "corpus"
ZONE = "Asia/Ho_Chi_Minh"
COLUMNS = ["file", "title", "published", "outlet", "section", "author", "source", "source_url", "lede", "text",
           "captions", "language", "words", "story", "problem"]  # fmt: skip


def load_corpus(folder=CORPUS, since=None, until=None, language=None) -> pd.DataFrame:
    """One row an article, in order of file name: file, title, published, outlet, section, author, source, source_url,
    lede, text, captions, language, words, story, problem.

    `published` is a time in Viet Nam's zone, NaT where the page states none. `text` is lede and body, a paragraph a
    line. `words` counts Vietnamese words. Reprints of one story share `story`. A file that cannot be read is a row
    with empty text and its `problem` in one sentence. `since` and `until` (dates, inclusive) keep the articles
    published in between, and pages without a date; `language` ("vi") leaves out pages in other languages. A folder
    that does not exist, or is empty, gives an empty table with the same columns. A folder that partitions.build() wrote
    gives the articles kept in it.
    """
    place = resolve(folder)
    built = partitions.is_built(place)
    articles = partitions.articles(place, since, until, language)[COLUMNS] if built else _articles(place)
    articles.attrs = _asked(corpus=place.resolve(), since=since, until=until, language=language)
    every = _between(articles, since, until)
    wanted = every["language"].isin([language or "", None]) | every["problem"].notna() | (not language)
    every.attrs["left_out"] = str(int((~wanted).sum()))
    return every[wanted].reset_index(drop=True)


def _articles(folder: Path) -> pd.DataFrame:
    articles = pd.DataFrame(list(saved.rows(folder)), columns=COLUMNS, dtype=object)
    articles["published"] = _times(articles["published"])
    articles["words"] = terms.sizes(articles)
    articles["story"] = reprints.group(articles["text"].tolist(), articles["file"].tolist())
    return articles


def load_lines(folder=CORPUS) -> pd.DataFrame:
    """The receipt: one row a line of every page, with file, number, text, kept, kind and reason."""
    columns = {"file": [], "number": [], "text": [], "kept": [], "kind": [], "reason": []}
    for source, page in saved.read(resolve(folder)):
        columns["file"] += [source["name"]] * len(page["lines"])
        for name in ("number", "kept"):
            columns[name] += [line[name] for line in page["lines"]]
        for name in ("text", "kind", "reason"):
            columns[name] += [intern(line[name]) for line in page["lines"]]  # what recurs is held once
    return pd.DataFrame(columns).astype(dict.fromkeys(columns, str) | {"number": int, "kept": bool})


def summary(articles: pd.DataFrame, lang: str | None = None) -> str:
    """How many articles from when to when, how many without a date, and how many files could not be read."""
    say, readable = rules.texts(lang), articles[articles["text"] != ""]
    counts = {"undated": int(readable["published"].isna().sum()), "problems": int(articles["problem"].notna().sum())}
    first = say(f"corpus.articles{_one(len(readable))}", n=len(readable), stories=readable["story"].nunique())
    first += _dates(articles, say) + _left_out(articles, say)
    return " ".join([f"{first}."] + [say(f"corpus.{name}", n=n) for name, n in counts.items() if n])


def footnote(articles: pd.DataFrame, lang: str | None = None) -> str:
    """What stands under every chart: how many articles, from when to when, from which outlets (three, then a count)."""
    say, readable = rules.texts(lang), articles[articles["text"] != ""]
    outlets = readable["outlet"].dropna().value_counts().index.tolist()
    named = ", ".join(outlets[:3]) + (say("corpus.more_outlets", n=len(outlets) - 3) if len(outlets) > 3 else "")
    first = say(f"corpus.note{_one(len(readable))}", n=len(readable)) + _left_out(articles, say)
    undated = int(readable["published"].isna().sum())
    first += _dates(articles, say) + (say("corpus.note_undated", n=undated) if undated else "")
    return first + (f"; {named}." if named else ".")


def _left_out(articles, say) -> str:
    """How many articles the question for one language left out, so that two notebooks' counts can be compared."""
    n = int(articles.attrs.get("left_out", 0))
    return say("corpus.left_out", n=n) if n else ""


def _one(n: int) -> str:
    return "_one" if n == 1 else ""


def _dates(articles: pd.DataFrame, say) -> str:
    dated = articles["published"].dropna()
    ends = [say("corpus.day", d=day) for day in (dated.min(), dated.max())] if len(dated) else []
    key = "corpus.date" if len(set(ends)) == 1 else "corpus.dates"
    return say(key, first=ends[0], last=ends[1]) if ends else ""


def resolve(folder) -> Path:
    """The folder as a path; a relative one is looked for here, then from the top of the project."""
    path = Path(folder or CORPUS).expanduser()
    return path.absolute() if path.exists() else ROOT / path


def _asked(**values) -> dict:
    """What was asked for, as text, for articles.attrs: the same question twice is compared, another one is not."""
    return {name: str(value) for name, value in values.items() if value}


def _times(published: pd.Series) -> pd.Series:
    """Times in Viet Nam's zone; a time without a zone is Viet Nam's own, a date is its midnight."""
    times = [pd.Timestamp(text) if text else pd.NaT for text in published]
    zoned = [time.tz_localize(ZONE) if time is not pd.NaT and time.tzinfo is None else time for time in times]
    return pd.Series(pd.to_datetime(zoned, utc=True), index=published.index).dt.tz_convert(ZONE)


def _between(articles: pd.DataFrame, since, until) -> pd.DataFrame:
    keep = articles["published"].isna()
    first = pd.Timestamp(since or "1900-01-01", tz=ZONE)
    last = pd.Timestamp(until or "2199-12-31", tz=ZONE) + pd.Timedelta(days=1)
    return articles[keep | ((articles["published"] >= first) & (articles["published"] < last))].reset_index(drop=True)
