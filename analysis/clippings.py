"""The raw lines of a page come in; what the program that saved it wrote above the article goes out.

"**Source:** https://...", "Crawled: 2025-03-14", "URL nguồn: ...", or the bare address on the first line: the page's
own address, and when it was saved, which is never when the article was published. The labels are in rules/pages.toml.
"""

import re
from itertools import islice
from typing import NamedTuple

from analysis import rules
from analysis.lines import Look, look
from analysis.lookup import made
from analysis.phrases import either

REACH = 30  # lines with words at the top of the page; below them a label belongs to the article
LONGEST = 2200  # letters of such a line
SIGNS = r"[\s>*_#|-]*"
ADDRESS = r"<?(?P<url>https?://[^\s<>()\[\]]{4,2000}?)[>*_]*\s*"
VALUE = r"\S.{0,80}"


class Labels(NamedTuple):
    """The patterns made of the table [saved] of rules/pages.toml."""

    own: re.Pattern
    stamp: re.Pattern


def _patterns(table):
    own, times, file = (either(table["saved"][part]) for part in ("address", "time", "file"))
    said = rf"[*_]*\s*:[*_]*\s*{VALUE}"
    return Labels(
        own=re.compile(rf"{SIGNS}(?:{own})[*_]*\s*:[*_]*\s*{ADDRESS}", re.I),
        stamp=re.compile(rf"{SIGNS}(?:{times}){said}|{SIGNS}\*\*(?:{file})(?:\*\*\s*:|:\s*\*\*)\s*{VALUE}", re.I),
    )


def printed(lines: list[str]) -> tuple[dict, frozenset]:
    """(fields, line numbers): {"url": ...} if the page's address is told, and the numbers of all such lines.

    >>> printed(["# Tin mẫu", "**Source:** https://baomau.example/tin-1.html", "**Crawled:** 2025-03-14T10:00:00"])
    ({'url': 'https://baomau.example/tin-1.html'}, frozenset({2, 3}))
    >>> printed(["Tin mẫu", "Nguồn: Báo Mẫu"])
    ({}, frozenset())
    >>> printed(["Title: Tin mẫu về gỗ", "Date: 2025-03-14", "Hai bên đã họp."])
    ({'title': 'Tin mẫu về gỗ'}, frozenset())
    """
    labels = made(lambda: rules.load("pages"), _patterns)
    written = ((number, line) for number, line in enumerate(lines, 1) if line.strip() and len(line) < LONGEST)
    top = list(islice(written, REACH))
    own = {number: found["url"] for number, line in top if ":" in line and (found := labels.own.fullmatch(line))}
    bare = re.fullmatch(SIGNS + ADDRESS, top[0][1]) if top else None
    own |= {top[0][0]: bare["url"]} if bare else {}
    stamps = {number for number, line in top if ":" in line and labels.stamp.fullmatch(line)}
    title = _title(top)
    told = ({"url": own[min(own)]} if own else {}) | ({"title": title} if title else {})
    return told, frozenset(own) | stamps


def unlabelled(looks: list[Look], title: str | None) -> list[Look]:
    """The looks, with the line that holds the title behind its label as the title alone."""
    first = next((each for each in looks if each.kind != "blank"), None)
    if not title or first is None or first.text == title or not first.text.endswith(title):
        return looks
    return [look(each.number, title) if each is first else each for each in looks]


TITLE = re.compile(rf"{SIGNS}(?:title|headline|tiêu đề|tên bài(?: viết)?)[*_]*\s*:[*_]*\s*(\S.{{8,300}})", re.I)
LABELLED = re.compile(rf"{SIGNS}[^\W\d][\w ]{{1,24}}[*_]*\s*:[*_]*\s*\S.*")


def _title(top):
    """The title behind its label on the page's first line, if other labelled lines stand below it."""
    found = TITLE.fullmatch(top[0][1].strip()) if len(top) > 2 else None
    return found[1].strip("* _") if found and LABELLED.fullmatch(top[1][1].strip()) else None
