"""The texts of a printed table come in; how much of the page's width each of its columns gets goes out."""

import re

from analysis.cells import is_unbroken

MANY = 7  # columns; a table of more is set in smaller letters
# What a column's edges and a letter take, in hundredths of the page: at 7 to 8 points, and in the smaller letters.
_EDGES, _LETTER = {False: 2.6, True: 1.1}, {False: 1.05, True: 0.7}
_PLACES_TO_BREAK = re.compile(r"[\s/-]+")
_LONGEST_WORD = 14  # letters; an address or the name of a file may be cut after them
_SHORT = 10  # letters of a column's longest text that are worth a line: "đã diễn ra"
_LONGEST_DAY = 26


def column_shares(head, rows, kinds=None):
    """How much of the page's width each column gets: room for its longest word, the rest by how much text it holds.

    head: names. rows: lists of texts. kinds: of the columns; numbers and days get the room they need on one line.
    Returns shares that add up to 1.

    >>> [round(share, 2) for share in column_shares(["n", "câu"], [["1", "Kim ngạch hai nước đạt 4,6 tỷ USD."]])]
    [0.07, 0.93]
    """
    columns, many = [[row[i] for row in [head, *rows]] for i in range(len(head))], len(head) > MANY
    kinds = kinds or ["text"] * len(head)
    needed = [_needed(texts, kind, many) for texts, kind in zip(columns, kinds, strict=True)]
    weights = [min(max(map(len, texts)), 140) ** 0.75 for texts in columns]
    # What a column would like beyond what it needs, if the page were shared by how much text each holds.
    wanted = [max(0, 100 * weight / sum(weights) - room) for weight, room in zip(weights, needed, strict=True)]
    left = max(0, 100 - sum(needed))
    wide = [room + left * more / (sum(wanted) or 1) for room, more in zip(needed, wanted, strict=True)]
    return [width / sum(wide) for width in wide]


def _needed(texts, kind, many):
    """Hundredths of the page below which a word, a number or a day of the column would be cut in two."""
    words = [len(word) for text in texts for word in _PLACES_TO_BREAK.split(text)]
    whole = [len(text) for text in texts[1:] if text and is_unbroken(text, kind)]
    short = max((len(text) for text in texts[1:]), default=0)
    words.append(short if short <= _SHORT else 0)
    letters = max(min(max(words, default=1), _LONGEST_WORD), min(max(whole, default=0), _LONGEST_DAY))
    return _EDGES[many] + _LETTER[many] * letters
