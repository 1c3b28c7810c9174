"""The looks of a page's head come in; the sections printed on the line of the date go out, or None.

"Kinh tế | 14/10/2025", "Văn hóa - Nghệ thuật | Sân khấu | 31/01/2026 21:40", "Trần Mẫu • Kinh tế • 05/02/2026": what is
neither a name nor a place, a counter or a label of the date may be a section; one that is known or reads like one
carries the others.
"""

import re
from collections.abc import Callable

from analysis import imprints
from analysis.authors import author_of, person
from analysis.lines import Look
from analysis.section_names import DEEPEST, LONGEST, SITE, STRONG, WEAK, namelike
from analysis.vocabulary import UPPER, key_of, vocabulary

ISSUE = re.compile(r"(?:số|kỳ|tập|quý|năm)\s*[\dIVX]", re.I)  # of a magazine
WEEKDAY = re.compile(r"\s+(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])$", re.I)
# "... trong Kinh tế"
FILED = re.compile(rf"(?:(?:đăng )?trong (?:chuyên )?mục|trong|in|mục|chuyên mục)\s(?=[{UPPER}])")
EDGES = " |-–—•·,>/"


def beside_date(head: list[Look], again: Callable, own: frozenset = frozenset()) -> list[str] | None:
    """The names of sections before the date, else behind it, of the first line that has any.

    `again` tells of a key whether another line of the head says the same; `own` are the names of the site.

    >>> from analysis.lines import look
    >>> beside_date([look(1, "Trần Mẫu • Kinh tế biển • 05/02/2026 08:15")], lambda key: False)
    ['Kinh tế biển']
    """
    for each in head:
        if each.dates and (each.kind == "date" or imprints.read(each)):
            for part in (each.text[: each.dates[0].start], each.text[each.dates[-1].end :]):
                names = [cell for cell in _cells(part) if _may_name(cell, own)]
                if 1 <= len(names) <= DEEPEST and any(_sure(name, again) for name in names):
                    return names
    return None


def _cells(part):
    """The pieces between the separators."""
    bare = FILED.sub("", part.strip(EDGES))
    cut = STRONG if STRONG.search(bare) else WEAK
    pieces = (WEEKDAY.sub("", _nameless(piece)).strip(EDGES) for piece in cut.split(bare))
    return [piece for piece in pieces if piece]


def _nameless(piece):
    """The piece without a person's name before or behind a dash ("Trần Mẫu - Văn hóa - Xã hội"), or a date's label."""
    first, _, rest = piece.partition(" - ")
    before, _, last = piece.strip(EDGES).rpartition(" - ")
    if before and (person(last.strip(EDGES)) or not vocabulary().date_words.sub("", key_of(last)).strip()):
        return before
    return rest if rest and person(first.strip(EDGES)) else piece


def _may_name(cell, own):
    """Is the piece neither a person's nor the site's name, a counter or a label?"""
    key = key_of(cell)
    if key in vocabulary().sections:
        return True
    if key in own or key in vocabulary().agency or SITE.match(cell) or ISSUE.match(cell):
        return False
    if author_of(cell) or imprints.COUNTER.search(cell):
        return False
    return bool(namelike(cell)) and not vocabulary().date_words.search(key)


def _sure(name, again):
    """Is it a known section, one of the menu, or has it small letters after the first word of each part?"""
    if key_of(name) in vocabulary().sections or again(key_of(name)):
        return True
    parts = re.split(r"\s+[-–&]\s+", name)
    return 2 <= len(name.split()) <= LONGEST and not any(re.search(rf"\s[{UPPER}]", part) for part in parts)
