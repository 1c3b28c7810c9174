"""The looks of a page's lines come in; which described outlet the page is from, and its fixed lines, go out.

An outlet is one file in rules/outlets/; a page of an outlet that nobody described is read without one. Each file
carries its own proof, a small page and what a reader takes from it: analysis.proofs.
"""

import re
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from analysis import rules
from analysis.authors import person, towns
from analysis.lines import Look
from analysis.section_names import CAMEL, SITE
from analysis.vocabulary import key_of, vocabulary

KINDS = ("header", "control", "footer")
OWN_LINE = 30  # words; an outlet's own lines are shorter than a paragraph, and what is longer only mentions a name


def recognise(looks: list[Look], metadata: dict, name: str, stated: str | None = None) -> dict | None:
    """The table of the outlet whose page this is: by its address, the name the page states, marks, layout, prefix or a
    line of its own above the text.

    `stated` is the name that the page gives itself. A weaker sign is asked only where the stronger ones say nothing;
    two outlets with equal signs give None. Layout, prefix and line do not count on a page that states another name.
    """
    table = rules.load_all("outlets")
    own = "\n".join(each.text.casefold() for each in looks if _own(each))
    key = key_of(stated or "")
    signs = [_addressed(metadata, name), lambda outlet: _named(outlet, key), lambda outlet: _marks(outlet, own)]
    for sign in signs + ([] if stated else _weak(looks)):
        scores = {stem: score for stem, outlet in table.items() if (score := sign(outlet))}
        if scores:
            best = [stem for stem, score in scores.items() if score == max(scores.values())]
            return table[best[0]] if len(best) == 1 else None
    return None


def _weak(looks):
    """The tests of a page that states no name."""
    lines = frozenset(_above_text(looks))
    long = [each.text for each in looks if each.kind is None and each.words >= 14][:OPENINGS]
    return [
        lambda outlet: _layout(outlet, looks),
        lambda outlet: _prefixed(outlet, long),
        lambda outlet: not lines.isdisjoint(_full((outlet["name"], *outlet.get("names", ())))),
    ]


OPENINGS = 3  # the title may be as long as a paragraph, and so may the line below it


def opening(text: str) -> str | None:
    """The outlet named in brackets before the text: an address, or words that are no person, place or agency.

    >>> opening("(Soha.vn) - Hai bên bàn"), opening("(Hà Nội) - Hai bên bàn"), opening("(TTXVN) - Hai bên bàn")
    ('Soha.vn', None, None)
    """
    found = OPENING.match(text)
    name = found[1].strip() if found else ""
    if not name or name.isupper() or key_of(name) in vocabulary().agency or person(name) or name.casefold() in towns():
        return None
    capitals = [word[:1].isupper() for word in name.split()]
    return name if SITE.match(name) or len(capitals) > 1 and all(capitals) else None


OPENING = re.compile(r"\(([^\W\d_][^()\d]{2,28})\)\s?[-–—]\s")


def host(metadata: dict) -> str | None:
    """The host of the page's own address, the last resort for a name.

    >>> host({"url": "https://www.baothu.example/kinh-te/1.html"})
    'baothu.example'
    """
    found = _host(str(metadata.get("url") or ""))
    return found if re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", found) else None


def names(outlet: dict | None, stated: str | None, metadata: dict) -> frozenset:
    """The keys of all names the page's outlet goes by: its own, the one the page states, its addresses.

    >>> sorted(names(None, "Báo Sông Lô", {"url": "https://songlo.example/1.html"}))
    ['báo sông lô', 'songlo example', 'sông lô']
    """
    known = [outlet["name"], *outlet.get("names", ()), *outlet.get("domains", ())] if outlet else []
    keys = {key_of(name) for name in [*known, stated, host(metadata)] if name}
    return frozenset(keys | {re.sub(r"^(?:báo điện tử|báo|tạp chí) ", "", key) for key in keys})


def _host(address):
    try:
        found = (urlsplit(address).hostname or "") if "//" in address else ""
    except ValueError:  # "http://[1" and the like
        return ""
    return re.sub(r"^(?:www|m|amp|mobile)\.", "", found)


def _addressed(metadata, name):
    """A test for outlets: do the page's address, its site name or its file's name hold one of its domains?"""
    told = "\n".join(
        [_host(str(metadata.get("url") or "")), str(metadata.get("site") or "").casefold(), name.casefold()]
    )
    return lambda outlet: bool(_domains(tuple(outlet.get("domains", ()))).search(told))


@lru_cache(maxsize=256)
def _domains(domains):
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, domains)) or '(?!)'})(?![\w-]|\.\w)")


def _named(outlet, key):
    """Is the name that the page states, if any, one of the outlet's?"""
    return key != "" and key in _keys((outlet["name"], *outlet.get("names", ()), *outlet.get("domains", ())))


def _marks(outlet, own):
    """How many of the outlet's marks stand in lines of the site itself: no paragraph, no credit."""
    words, whole = _marked(tuple(outlet.get("marks", ())))
    return len({found[0] for found in whole.finditer(own)}) if any(map(own.__contains__, words)) else 0


@lru_cache(maxsize=256)
def _marked(marks):
    """The marks, and a pattern of them as whole words: a text has few, and is asked for all of all outlets."""
    words = [mark.casefold() for mark in marks]
    return words, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)")


@lru_cache(maxsize=1024)
def _keys(phrases):
    return frozenset(map(key_of, phrases))


def _own(each):
    """May the line be the site's own: a button, the imprint, a menu ... or one that no rule knows?"""
    return (
        len(each.text) <= 10 * OWN_LINE
        and each.words <= OWN_LINE
        and each.kind in (None, "menu", "control", "footer", "header", "pointer")
        and not each.prose
    )


def _layout(outlet, looks):
    """The longest of the outlet's groups of line beginnings that all stand in the page: names only it combines."""
    groups = [tuple(key_of(start) + " " for start in group) for group in outlet.get("layout", ())]
    keys = [each.key + " " for each in looks if each.key] if groups else []
    met = [group for group in groups if all(any(key.startswith(start) for key in keys) for start in group)]
    return max(map(len, met), default=0)


def _prefixed(outlet, long):
    """Does one of the first paragraphs begin with the outlet's own prefix ("TTO - ")?"""
    return any(text.casefold().startswith(prefix.casefold()) for prefix in outlet.get("prefix", ()) for text in long)


def _above_text(looks):
    """The keys of the lines above the first paragraph, days left off; none where the page credits somebody."""
    if any(each.kind in ("source", "url") or each.key in ORIGINAL for each in looks):
        return
    for each in looks:
        if each.prose:
            return
        if each.dates and each.words <= OWN_LINE:
            yield key_of(each.text[: each.dates[0].start])
        elif each.words <= LONGEST:
            yield each.key


ORIGINAL = frozenset({"gốc", "bài gốc", "xem bài gốc", "link gốc"})  # buttons of those who gather others' articles
LONGEST = 7  # words of a name


@lru_cache(maxsize=256)
def _full(names):
    """The keys of the names that only an outlet has: its kind and name, an address, one word with a capital inside."""
    return frozenset(key_of(name) for name in names if SITE.match(name) or CAMEL.fullmatch(name))


def apply(outlet: dict, each: Look) -> Look:
    """The line's look with the outlet's own headers, fixed lines and paragraph prefix taken into account."""
    for kind in KINDS:
        if each.key and each.key in _keys(tuple(outlet.get(kind, ()))):
            return replace(each, kind=kind)
    if each.kind is None and each.words >= 8 and each.text.startswith(tuple(outlet.get("prefix", ()))):
        return replace(each, sentence=True)
    return each


def end(outlet: dict | None, looks: list[Look], first: int) -> int | None:
    """The number of the line by which the outlet ends its articles, below line `first`; None if there is none.

    An `end` that itself ends with "..." fits every line that begins so, another one the whole line only.
    """
    marks = [(key_of(mark), mark.endswith("...")) for mark in (outlet or {}).get("end", ())]
    return next(
        (
            each.number
            for each in looks[first:]
            if each.key
            and any(each.key == mark or starts and each.key.startswith(mark + " ") for mark, starts in marks)
        ),
        None,
    )
