"""The tables of this run and the name of an earlier state come in; what is new, changed and gone goes out.

    news = changes.since("last", articles, figures=None, topics=None, terms=None)     one row a change
    print(changes.summary(news, "en"))

A state belongs to the folder of pages it was read from (and to SINCE, UNTIL), so a run on another folder is no removal
of all pages. "last" is the state before the last change: it is replaced when the pages, or what is read from them,
differ from the run before, and not by running a cell again. Any other name is kept until `save` is called again. States
are plain JSON in the folder `snapshots` of the cache.
"""

import datetime
import hashlib
import re

import pandas as pd

from analysis import cache, rules, statistics
from analysis.notation import day as in_style
from analysis.notation import number

COLUMNS = ["what", "kind", "file", "before", "after", "n"]
LAST = "last"
MOVED = 3.84  # G² above which a word moved: p = .05 for one word; the two states share pages, so this is cautious
WORDS_SHOWN = 20  # moved words at most; with 3,000 words 150 would pass p = .05 by chance
WORDS_KEPT = 3000  # most frequent words in a state; the sample's 3,000th stands once
FACTS = ["value_min", "value_max", "unit", "currency", "qualifier", "measure", "of_measure", "reporter", "partners",
         "flow_direction", "period_start", "period_end", "modality", "negated"]  # fmt: skip


def since(name: str, articles: pd.DataFrame, figures=None, topics=None, terms=None, corpus=None) -> pd.DataFrame:
    """What differs from the state `name`, one row a change: what, kind, file, before, after, n.

    `what` is page, figure, topic or term; `kind` is new, changed, removed, renamed (a page) or moved (a topic, a term).
    `n` is what stands behind the row: the words of a page, 1 for a figure, the articles of a topic now, the occurrences
    of a word now. `topics` has one row an article and topic (columns file, topic), `terms` one row a word (columns term
    or word, and count). A table that is None is neither compared nor kept. With "last" the state before the last change
    is compared with; another name that is not known yet is kept now. `corpus` is the folder of the pages, by default
    the one that load_corpus() noted in articles.attrs. Nothing is written for tables that did not change.
    """
    state = _state(articles, figures, topics, terms)
    shelf = _shelf(articles, corpus)
    _roll(shelf, state)
    earlier = _earlier(name, shelf, state)
    rows = [row for part in state if earlier.get(part) for row in _compare(part, earlier[part]["state"], state[part])]
    news = pd.DataFrame(rows, columns=COLUMNS).astype({"n": int})
    days = sorted(kept["day"] for kept in earlier.values() if kept)
    news.attrs = {"name": name, "day": days[0] if days else None}
    return news


def save(name: str, articles: pd.DataFrame, figures=None, topics=None, terms=None, corpus=None) -> None:
    """Keep the state of these tables under a name, to compare with later; a state of that name is replaced."""
    if _file(name) == LAST:
        raise ValueError(f'"{name}" is kept by itself at every run; choose another name, such as "may"')
    state = _state(articles, figures, topics, terms)
    cache.keep(f"{_shelf(articles, corpus)}/{_file(name)}", {part: _kept(value) for part, value in state.items()})


def summary(news: pd.DataFrame, lang: str | None = None) -> str:
    """The changes counted in sentences, in "en" or "vi" (None: the default language)."""
    say, name, day = rules.texts(lang), news.attrs.get("name", LAST), news.attrs.get("day")
    if not day:
        return say("changes.first")
    told = {"name": name, "day": in_style(day, say.lang)}
    if news.empty:
        return say("changes.none_last" if name == LAST else "changes.none", **told)
    head = say("changes.since" if name == LAST else "changes.since_named", **told)
    return "\n".join([head, *_counted(news, say)])


def readable(news: pd.DataFrame, lang: str | None = None) -> pd.DataFrame:
    """The same rows in the reader's language: columns, kinds, and before and after in words with their units.

    Of a figure that changed, only what is said of it differently is shown.
    """
    say = rules.texts(lang)
    table = _named(news, say.lang)
    table = table.assign(
        what=[say(f"changes.one.{what}") for what in news["what"]],
        kind=[say(f"changes.kind.{kind}") for kind in news["kind"]],
    )
    both = [_in_words(*row, say) for row in news[["what", "kind", "before", "after"]].values]
    table = table.assign(before=[before for before, _ in both], after=[after for _, after in both])
    return table.rename(columns={column: say(f"changes.columns.{column}") for column in COLUMNS})


def _counted(news: pd.DataFrame, say) -> list[str]:
    """One line a kind of thing: "- pages: 2 new, 1 removed"; moved topics and words are named."""
    lines, news = [], _named(news, say.lang)
    for what in ("page", "figure", "topic", "term"):
        part = news[news["what"] == what]
        counts = [say(f"changes.{kind}", n=int(n)) for kind, n in part["kind"].value_counts(sort=False).items()]
        moved = part[part["what"].isin(["topic", "term"])].head(5)
        shown = (lambda rate: number(float(rate), say.lang, 2)) if what == "term" else str
        named = [f"{file} {shown(old)} → {shown(now)}" for file, old, now in moved[["file", "before", "after"]].values]
        lines += [f"- {say('changes.' + what)}: " + "; ".join([", ".join(counts), *named])] if counts else []
    return lines


def _in_words(what, kind, before, after, say) -> tuple[str, str]:
    """Before and after of one row as a reader is told them."""
    if what == "figure":
        return _figure_words(before, after, say)
    if what == "term":
        return tuple(say("changes.per_thousand", n=number(float(rate), say.lang)) for rate in (before, after))
    if what == "topic":
        return tuple(say("changes.in_articles", n=n) for n in (before, after))
    if kind == "changed" and before.isdigit() and after.isdigit():
        same = "changes.words_same" if before == after else "changes.words"
        return say("changes.words", n=number(int(before), say.lang)), say(same, n=number(int(after), say.lang))
    return before, after


def _figure_words(before, after, say) -> tuple[str, str]:
    """A figure before and after: its words in the text, and the facts in which the two differ.

    Of a new one these are all facts but that it is not denied.
    """
    (old, old_facts), (new, new_facts) = _parted(before), _parted(after)
    names = [name for name in FACTS if old_facts.get(name) != new_facts.get(name)]
    names = [name for name in names if {old_facts.get(name), new_facts.get(name)} != {None, "False"}]
    return tuple(_fact_words(surface, facts, names, say) for surface, facts in ((old, old_facts), (new, new_facts)))


def _fact_words(surface, facts, names, say) -> str:
    from analysis import wording

    if not surface:
        return ""
    one = facts.get("value_min") == facts.get("value_max")
    told = [(wording.heading("value" if one and name == "value_min" else name, say), _fact(name, facts, say))
            for name in names if not (one and name == "value_max")]  # fmt: skip
    return f"{surface} ({'; '.join(f'{heading}: {words}' for heading, words in told)})"


def _fact(name, facts, say) -> str:
    from analysis import wording

    return wording.value(name, facts[name], say) if name in facts else say("changes.not_told")


def _parted(said) -> tuple[str, dict]:
    """ "4,6 tỷ USD (measure turnover; unit money)" as its words and its facts."""
    surface, _, facts = said.removesuffix(")").rpartition(" (")
    return (surface, dict(fact.partition(" ")[::2] for fact in facts.split("; "))) if surface else (said, {})


def _named(news: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The rows with topics by their names in a language instead of their ids."""
    if not (news["what"] == "topic").any():
        return news
    from analysis import topics

    known = topics.names(lang)
    named = [known.get(file, file) if what == "topic" else file for what, file in news[["what", "file"]].values]
    return news.assign(file=named)


# --- states -----------------------------------------------------------------------------------------------------


def _state(articles, figures, topics, terms) -> dict:
    """What is kept of the tables that are given: {part: plain dictionary}."""
    parts = {"pages": _pages(articles)}
    if figures is not None:
        parts["figures"] = _figures(figures)
    if topics is not None:
        parts["topics"] = {str(topic): int(n) for topic, n in topics.groupby("topic")["file"].nunique().items()}
    if terms is not None:
        parts["terms"] = _terms(terms)
    return parts


def _pages(articles) -> dict:
    """{file: [hash of the article, its words, its title]}"""
    columns = [articles[name] for name in ("file", "text", "title", "published", "words")]
    return {file: [_hash(text, title, day), int(words), _text(title)]
            for file, text, title, day, words in zip(*columns, strict=True)}  # fmt: skip


def _figures(figures) -> dict:
    """{file, sentence and words of the figure: what is said of it}; the same words twice in a sentence are numbered."""
    facts, found = [name for name in FACTS if name in figures.columns], {}
    for row in figures.to_dict("records"):
        key, number = f"{row['file']}\t{row['surface']}\t{_text(row['sentence'])}", 1
        while f"{key}\t{number}" in found:
            number += 1
        found[f"{key}\t{number}"] = "; ".join(f"{name} {_text(row[name])}" for name in facts if _text(row[name]))
    return found


def _terms(terms) -> dict:
    """{word: count} of the most frequent words, and their total under ""."""
    column = "term" if "term" in terms.columns else "word"
    top = terms.sort_values(["count", column], ascending=[False, True]).head(WORDS_KEPT)
    return {"": int(terms["count"].sum()), **dict(zip(top[column], top["count"].astype(int).tolist(), strict=True))}


def _text(value) -> str:
    """A value as it is written down: "" where there is none, lists with commas, whole numbers without a point."""
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value))
    if value is None or value != value or value is pd.NaT:
        return ""
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _hash(*values) -> str:
    return hashlib.sha256("\0".join(map(_text, values)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


# --- where they are kept ----------------------------------------------------------------------------------------


def _shelf(articles, corpus) -> str:
    """The folder of the states of one corpus: its name, so that a person finds it, and a hash of its whole path."""
    about = articles.attrs
    folder = str(corpus or about.get("corpus") or "corpus")
    only = [str(about[name]) for name in ("since", "until", "language") if about.get(name)]
    return f"snapshots/{_file(folder.rstrip('/').rpartition('/')[2])}-{_hash(folder, *only)[:8]}"


def _file(name: str) -> str:
    return re.sub(r"[^\w-]+", "-", str(name)).strip("-")[:60] or "unnamed"


def _kept(state) -> dict:
    return {"day": datetime.date.today().isoformat(), "state": state}


def _roll(shelf: str, state: dict) -> None:
    """Keep the state as the newest; where a part of it differs from the newest kept, that becomes "the state before".

    All parts go together: figures of an earlier state beside the pages of a later one would tell of pages that nobody
    removed.
    """
    known = cache.kept(f"{shelf}/{LAST}") or {}
    newest = {part: _part(known, part).get("now") for part in state}
    if any(not newest[part] or newest[part]["state"] != value for part, value in state.items()):
        rolled = {part: {"before": newest[part], "now": _kept(value)} for part, value in state.items()}
        cache.keep(f"{shelf}/{LAST}", {**known, **rolled})


def _earlier(name: str, shelf: str, state: dict) -> dict:
    """{part: {"day", "state"}} to compare with; a name not known yet, or parts it lacks, are kept now."""
    if name == LAST:
        known = cache.kept(f"{shelf}/{LAST}") or {}
        return {part: _part(known, part).get("before") for part in state}
    known = cache.kept(f"{shelf}/{_file(name)}") or {}
    missing = {part: _kept(value) for part, value in state.items() if part not in known}
    if missing:
        known = {**known, **missing}
        cache.keep(f"{shelf}/{_file(name)}", known)
    return {part: known[part] for part in state}


def _part(known: dict, part: str) -> dict:
    return known.get(part) or {}


# --- comparing --------------------------------------------------------------------------------------------------


def _compare(part: str, before: dict, after: dict) -> list[tuple]:
    return {"pages": _of_pages, "figures": _of_figures, "topics": _of_topics, "terms": _of_terms}[part](before, after)


def _of_pages(before, after):
    new, gone = sorted(set(after) - set(before)), sorted(set(before) - set(after))
    renamed = _pairs(gone, new, before, after)
    rows = [("page", "new", file, "", after[file][2], after[file][1]) for file in new if file not in renamed]
    for file in sorted(set(before) & set(after)):
        if before[file] != after[file]:
            rows.append(("page", "changed", file, *_difference(before[file], after[file]), after[file][1]))
    rows += [("page", "renamed", file, old, file, after[file][1]) for file, old in renamed.items()]
    left = [file for file in gone if file not in renamed.values()]
    return rows + [("page", "removed", file, before[file][2], "", before[file][1]) for file in left]


def _pairs(gone, new, before, after) -> dict:
    """{new name: old name} of pages that only have another name; pages without text are no evidence of that."""
    by_hash = {before[file][0]: file for file in reversed(gone) if before[file][1]}
    found = {}
    for file in new:
        old = by_hash.pop(after[file][0], None)
        if old:
            found[file] = old
    return found


def _difference(before, after) -> tuple[str, str]:
    """The titles where they differ, else the numbers of words."""
    if before[2] != after[2]:
        return before[2], after[2]
    return str(before[1]), str(after[1])


def _of_figures(before, after):
    rows = []
    for key in [*after, *sorted(set(before) - set(after))]:
        old, now = before.get(key), after.get(key)
        kind = "new" if old is None else "removed" if now is None else "changed"
        file, surface = key.split("\t")[:2]
        if old != now:
            rows.append(("figure", kind, file, _said(surface, old), _said(surface, now), 1))
    return rows


def _said(surface, facts) -> str:
    return "" if facts is None else f"{surface} ({facts})" if facts else surface


def _of_topics(before, after):
    pairs = [(topic, before.get(topic, 0), after.get(topic, 0)) for topic in sorted(set(before) | set(after))]
    moved = sorted((pair for pair in pairs if pair[1] != pair[2]), key=lambda pair: (-abs(pair[2] - pair[1]), pair[0]))
    return [("topic", "moved", topic, str(old), str(now), now) for topic, old, now in moved]


def _of_terms(before, after):
    """Words whose rate moved, the surest first. A word that a full state left out is not compared: it may be rare."""
    old_total, total, found = max(before.get("", 0), 1), max(after.get("", 0), 1), []
    for word in sorted((set(before) | set(after)) - {""}):
        if _comparable(word, before) and _comparable(word, after):
            old, now = before.get(word, 0), after.get(word, 0)
            found.append((float(statistics.g2(now, old, total, old_total)), word, old, now))
    moved = sorted((row for row in found if row[0] >= MOVED), key=lambda row: (-row[0], row[1]))[:WORDS_SHOWN]
    rate = "{:.2f}".format
    return [("term", "moved", word, rate(1000 * old / old_total), rate(1000 * now / total), now)
            for _, word, old, now in moved]  # fmt: skip


def _comparable(word: str, state: dict) -> bool:
    return word in state or len(state) <= WORDS_KEPT
