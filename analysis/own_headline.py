"""The lines of a web page, their hints and its window's title come in; hints that tell its own headline go out.

Many pages have no main heading: theirs is a lesser one, often a link to the page itself.
"""

import re

from analysis.hints import Marks

HEADS = frozenset({"link", "heading", "subhead"})
SHORTEST = 20  # letters of a headline
BEHIND = re.compile(r"\s*[-–—|:•·«»]|$")  # between the article's name and the site's, or nothing


def told(lines: list[str], marks: list[Marks], hints: list[str], title: str | None, first: int) -> list[str]:
    """The hints, "h1" for the last heading above the line `first` that the title begins with, if no "h1" is so."""
    if not title or any(hint == "h1" and _named(line, title) for line, hint in zip(lines, hints, strict=True)):
        return hints
    above = (place for place in reversed(range(min(first, len(lines)))) if hints[place] in HEADS)
    own = next((place for place in above if _headed(marks[place]) and _named(lines[place], title)), None)
    return [*hints[:own], "h1", *hints[own + 1 :]] if own is not None else hints


def _headed(marks):
    return any(part == "heading" for _, part in marks.parts)


def _named(line, title):
    """Does the title begin with the line, or the line end with the title, behind the name of its subject?"""
    whole = title.startswith(line) and BEHIND.match(title[len(line) :]) is not None
    return len(line) >= SHORTEST and (whole or len(title) >= SHORTEST and line.endswith(title))
