"""A text comes in; where the words between quotation marks stand in it goes out."""

import re
from typing import NamedTuple

_MARK = re.compile(r"[“”„«»\"]")
_OPENING, _CLOSING = "“„«", "”»"
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\W\d_])")
_WORDLIKE = re.compile(r"[\w.,!?…%)]")


class Quoted(NamedTuple):
    """The words between two marks: text[start:end]. The marks stand around them, if they were not left out."""

    start: int
    end: int


def quoted(text):
    """What stands between quotation marks, in order, each within a paragraph.

    A mark that opens and is not closed reaches to the end of its paragraph; one that closes what was not opened there,
    from the beginning of its sentence.

    >>> text = "“Chè ngon. Giá tốt”, bà nói."
    >>> [text[start:end] for start, end in quoted(text)]
    ['Chè ngon. Giá tốt']
    """
    found, start = [], 0
    for paragraph in text.split("\n"):
        found += [Quoted(start + one, start + other) for one, other in _in(paragraph)]
        start += len(paragraph) + 1
    return found


def _in(paragraph):
    opened = None
    for mark in _MARK.finditer(paragraph):
        at = mark.start()
        if opened is None and _opens(paragraph, at):
            opened = at + 1
        elif opened is not None and mark[0] not in _OPENING:
            yield opened, at
            opened = None
        elif opened is None and not paragraph[:at].count(mark[0]):
            yield max((end.end() for end in _SENTENCE_END.finditer(paragraph, 0, at)), default=0), at
    if opened is not None:
        yield opened, len(paragraph)


def _opens(paragraph, at):
    """Does the mark open? A straight one does where no word ends just before it."""
    if paragraph[at] in _OPENING or paragraph[at] in _CLOSING:
        return paragraph[at] in _OPENING
    return at == 0 or not _WORDLIKE.match(paragraph[at - 1])
