"""The verdict of every line of every page comes in; what was kept, what was dropped and what looks odd goes out.

`lines` is the table of utils.load_lines(): one row a line with file, number, text, kept, kind and reason.
"""

import pandas as pd

from analysis import pages, rules, stopwords, store, vietnamese, wording

RECURS = 3  # pages; below three, two articles that quote one sentence would look like furniture
LITTLE = 0.08  # share of words; the fullest furniture measured leaves an article 29 % of its page's words
SHORT = 40  # words; the shortest notice among the hand-read pages has more


def shares(lines: pd.DataFrame) -> pd.DataFrame:
    """One row a page: file, kept and dropped lines and words (syllables), and `share`, the part of the words kept."""
    counted = lines.assign(n=lines["text"].str.split().str.len())
    words = counted.pivot_table(index="file", columns="kept", values="n", aggfunc=["size", "sum"], fill_value=0)
    table = pd.DataFrame(index=words.index)
    for name, kept in (("kept", True), ("dropped", False)):
        for what, how in (("lines", "size"), ("words", "sum")):
            table[f"{name}_{what}"] = words[how, kept] if (how, kept) in words.columns else 0
    total = (table["kept_words"] + table["dropped_words"]).clip(lower=1)
    return table.assign(share=table["kept_words"] / total).astype({"share": float}).reset_index()


def reasons(lines: pd.DataFrame, lang: str = "en") -> pd.DataFrame:
    """One row a reason for dropping: reason, lines, pages, example (its longest line), most frequent first."""
    dropped = lines[~lines["kept"].astype(bool) & lines["text"].str.strip().astype(bool)]
    grouped = dropped.groupby("kind")
    table = pd.DataFrame({"lines": grouped.size(), "pages": grouped["file"].nunique()})
    table["example"] = grouped["text"].agg(lambda texts: max(texts, key=len)[:200]) if len(dropped) else ""
    table.insert(0, "reason", [pages.reason(kind, lang) for kind in table.index])
    return table.sort_values(["lines", "pages"], ascending=False).reset_index(drop=True)


def page(lines: pd.DataFrame, file: str | None, lang: str = "en") -> pd.DataFrame:
    """The lines of one page that hold text: number, text, verdict (in words), reason (in words)."""
    say = rules.texts(lang)
    own = lines[(lines["file"] == file) & lines["text"].str.strip().astype(bool)]
    verdicts = [say("receipt.kept" if kept else "receipt.dropped") for kept in own["kept"]]
    both = zip(own["kind"], own["reason"], strict=True)
    told = [pages.reason(kind, lang) if kind else reason for kind, reason in both]
    return own[["number", "text"]].assign(verdict=verdicts, reason=told).reset_index(drop=True)


def recurring(lines: pd.DataFrame, least: int = RECURS) -> pd.DataFrame:
    """Lines that stand in `least` pages or more: text, pages, kept (how often as content), most frequent first.

    A line that recurs and was kept as content is worth a look: an article's sentences hardly ever recur.
    """
    texts = lines[lines["text"].str.strip().astype(bool)].assign(text=lines["text"].str.strip())
    grouped = texts.groupby("text")
    table = pd.DataFrame({"pages": grouped["file"].nunique(), "kept": grouped["kept"].sum().astype(int)})
    return table[table["pages"] >= least].sort_values(["kept", "pages"], ascending=False).reset_index()


def unusual(articles: pd.DataFrame, lines: pd.DataFrame, lang: str | None = None) -> pd.DataFrame:
    """Pages that a person should look at: file, code, detail, and `what` in words; `code` is one of unreadable,
    doubtful, empty, little, short, undated, untitled, language. A page may have several rows."""
    say = rules.texts(lang)
    share = shares(lines).set_index("file")["share"]
    rows = [row for article in articles.to_dict("records") for row in _doubts(article, share.get(article["file"], 0.0))]
    table = pd.DataFrame(rows, columns=["file", "code", "detail"])
    return table.assign(what=[say(f"odd.{code}", detail=_told(code, detail, say)) for _, code, detail in rows])


def _told(code, detail, say):
    return wording.language(detail, say) if code == "language" else wording.problem(detail, say)


def _doubts(article: dict, share: float):
    name = article["file"]
    if article["problem"]:
        return [(name, "unreadable" if not article["text"] else "doubtful", article["problem"])]
    checks = (
        ("empty", not article["text"].strip(), ""),
        ("little", share < LITTLE, f"{share:.0%}"),
        ("short", 0 < article["words"] < SHORT, str(article["words"])),
        ("undated", pd.isna(article["published"]), ""),
        ("untitled", not article["title"], ""),
        ("language", article["language"] not in (None, "vi"), str(article["language"])),
    )
    return [(name, code, detail) for code, true, detail in checks if true]


def contamination(lines: pd.DataFrame, top: int = 20, least: int = 3) -> pd.DataFrame:
    """Words a count of the raw pages would show although they live mostly outside the articles.

    Columns word, dropped (times in dropped lines), kept (times in articles), share (dropped of all), sorted by
    dropped; words with at least `least` occurrences, two thirds of them dropped, stop words left out. Titles and
    captions are the article's own and count on neither side.
    """
    lines = lines[~lines["kind"].isin(("title", "caption"))]
    counts, none = {kept: _word_counts(part) for kept, part in lines.groupby("kept")}, pd.Series(dtype=int)
    table = pd.DataFrame({"dropped": counts.get(False, none), "kept": counts.get(True, none)}, dtype=float)
    table = table.fillna(0).astype(int)
    table = table[~table.index.isin(stopwords.stop_words())]
    table["share"] = table["dropped"] / (table["dropped"] + table["kept"]).clip(lower=1)
    often = table[(table["dropped"] + table["kept"] >= least) & (table["share"] >= 2 / 3)]
    return often.rename_axis("word").reset_index().sort_values(["dropped", "word"], ascending=[False, True]).head(top)


def _word_counts(lines: pd.DataFrame) -> pd.Series:
    pages = ["\n".join(texts) for _, texts in lines.groupby("file")["text"]]
    words = [word for page in store.stream("page words", words_of, pages) for word in page]
    return pd.Series(words, dtype=object).value_counts()


def words_of(text: str) -> list[str]:
    """The words of a text in one spelling and small letters, without numbers and marks (the function that is stored).

    >>> words_of("Bão số 5 vào biển Đông.")
    ['bão', 'số', 'vào', 'biển đông']
    """
    return [word for found in vietnamese.words(text) if any(map(str.isalpha, word := vietnamese.norm(found).lower()))]
