"""The looks of a page's lines come in; which described outlet the page is from, and its fixed lines, go out.

An outlet is one file in rules/outlets/; a page of an outlet that nobody described is read without one. Each file carries
its own proof, a small page and what a reader takes from it: analysis.proofs.
"""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from analysis import mastheads, rules
from analysis.lines import Look, key_of

KINDS = ("header", "control", "footer")
OWN_LINE = 30  # words; an outlet's own lines are shorter than a paragraph, and what is longer only mentions a name


def recognise(looks: list[Look], metadata: dict, name: str) -> dict | None:
    """The table of the outlet whose page this is: by its address, the name the page states, marks, layout or prefix.

    A weaker sign is asked only where the stronger ones say nothing; two outlets with equal signs give None, and so does
    a page that states another name.
    """
    table = rules.load_all("outlets")
    stated = mastheads.stated(looks, metadata)
    strong = [_addressed(metadata, name), lambda outlet: _named(outlet, stated), lambda outlet: _marks(outlet, looks)]
    weak = [] if stated else [lambda outlet: _layout(outlet, looks), lambda outlet: _prefixed(outlet, looks)]
    for sign in strong + weak:
        scores = {stem: score for stem, outlet in table.items() if (score := sign(outlet))}
        if scores:
            best = [stem for stem, score in scores.items() if score == max(scores.values())]
            return table[best[0]] if len(best) == 1 else None
    return None


def stated(looks: list[Look], metadata: dict) -> str | None:
    """The name of an outlet that nobody described: as the page states it, else the host of the page's own address."""
    host = _host(str(metadata.get("url") or ""))
    return mastheads.stated(looks, metadata) or (host if re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", host) else None)


def _host(address):
    host = (urlsplit(address).hostname or "") if "//" in address else ""
    return re.sub(r"^(?:www|m|amp|mobile)\.", "", host)


def _addressed(metadata, name):
    """A test for outlets: does the page's address, its site name or its file's name hold one of the outlet's domains?"""
    told = [_host(str(metadata.get("url") or "")), str(metadata.get("site") or "").casefold(), name.casefold()]
    return lambda outlet: any(re.search(rf"(?<![\w-]){re.escape(domain)}(?![\w-]|\.\w)", text)
                              for domain in outlet.get("domains", ()) for text in told)


def _named(outlet, stated):
    """Is the name that the page states one of the outlet's?"""
    return stated is not None and key_of(stated) in {key_of(name) for name in (outlet["name"], *outlet.get("names", ()), *outlet.get("domains", ()))}


def _marks(outlet, looks):
    """How many of the outlet's marks stand in lines of the site itself: no paragraph, no credit, no headline."""
    lines = [each.text.casefold() for each in looks if _own(each)]
    return sum(any(re.search(rf"(?<!\w){re.escape(mark.casefold())}(?!\w)", line) for line in lines) for mark in outlet.get("marks", ()))


def _own(each):
    """May the line be the site's own: a button, the imprint, a menu ... or one that no rule knows?"""
    return each.words <= OWN_LINE and each.kind in (None, "menu", "control", "footer", "header", "pointer") and not each.prose


def _layout(outlet, looks):
    """The longest of the outlet's groups of line beginnings that all stand in the page (block names only it combines)."""
    keys = [each.key + " " for each in looks if each.key]
    met = [group for group in outlet.get("layout", ()) if all(any(key.startswith(key_of(start) + " ") for key in keys) for start in group)]
    return max(map(len, met), default=0)


def _prefixed(outlet, looks):
    """Does the first paragraph begin with the outlet's own prefix ("TTO - ")?"""
    first = next((each.text for each in looks if each.kind is None and each.words >= 14), "")
    return any(first.casefold().startswith(prefix.casefold()) for prefix in outlet.get("prefix", ()))


def apply(outlet: dict, each: Look) -> Look:
    """The line's look with the outlet's own headers, fixed lines and the prefix of its paragraphs taken into account."""
    for kind in KINDS:
        if each.key and each.key in map(key_of, outlet.get(kind, ())):
            return replace(each, kind=kind)
    if each.kind is None and each.words >= 8 and each.text.startswith(tuple(outlet.get("prefix", ()))):
        return replace(each, sentence=True)
    return each


def end(outlet: dict | None, looks: list[Look], first: int) -> int | None:
    """The number of the line by which the outlet ends its articles, below line `first`; None if there is none.

    An `end` that itself ends with "..." fits every line that begins so, another one the whole line only.
    """
    marks = [(key_of(mark), mark.endswith("...")) for mark in (outlet or {}).get("end", ())]
    return next((each.number for each in looks[first:] if each.key and any(
        each.key == mark or starts and each.key.startswith(mark + " ") for mark, starts in marks)), None)
