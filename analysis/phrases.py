"""A text comes in; its tokens, and the phrases of a rule file that stand in it, go out. Offsets are those of the text.

A phrase list of any length costs one dictionary look-up a word, so that a sentence is read in microseconds.
"""

import re
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from analysis.letters import tone_on_first

_TOKEN = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]+|\S)")
_PLAIN = dict(zip("–—−‐‑‒―\u00a0\u202f\u2009\u200b\ufeff", "-------     ", strict=True))
_SIGN = re.compile(f"[{''.join(_PLAIN)}]")  # looked for first: most sentences have none


class Token(NamedTuple):
    """A word, a number with its separators, or a sign, and where it stands."""

    text: str
    start: int
    end: int


new_token = partial(tuple.__new__, Token)  # of a tuple; takes two thirds of the time of Token()


class Hit(NamedTuple):
    """A phrase found: its label, and first and last token (the last one not included)."""

    label: str
    first: int
    last: int


def fold(text):
    """The text in lower case, one tone placement, plain dashes and spaces; same length, so offsets stay valid.

    >>> fold("Uỷ ban: 6,2 — 6,4 TỶ")
    'ủy ban: 6,2 - 6,4 tỷ'
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return tone_on_first(_SIGN.sub(lambda match: _PLAIN[match[0]], lowered))


def tokens(text):
    """The tokens of a (folded) text, in order.

    >>> [token.text for token in tokens("gần 1.200,5 tỷ USD/năm")]
    ['gần', '1.200,5', 'tỷ', 'USD', '/', 'năm']
    """
    return cut(_TOKEN, text)


def cut(pattern, text):
    """The Tokens of a pattern that is one group: by splitting, since asking each match for its place takes longer."""
    parts = pattern.split(text)  # what stands between, a token, what stands between, a token ...
    ends = list(accumulate(map(len, parts)))
    return list(map(new_token, zip(parts[1::2], ends[::2], ends[1::2], strict=False)))


def either(phrases):
    """A regular expression, to be put in brackets, that matches any of the phrases, a longer one first.

    >>> either(["tin", "tin ảnh"])
    'tin\\\\ ảnh|tin'
    """
    return "|".join(map(re.escape, sorted(dict.fromkeys(phrases), key=len, reverse=True)))


class Lexicon:
    """Phrases with a label each; finds the longest one that begins at a token.

    >>> lexicon = Lexicon({"turnover": ["kim ngạch", "thương mại"], "export": ["kim ngạch xuất khẩu"]})
    >>> lexicon.find(tokens("kim ngạch xuất khẩu và thương mại"))
    [Hit(label='export', first=0, last=4), Hit(label='turnover', first=5, last=7)]
    """

    def __init__(self, phrases):
        self.index, self.ends = {}, set()  # first word: {second word, None for a phrase of one: [(words, label)]}
        for label, wordings in phrases.items():
            for wording in wordings:
                words = tuple(token.text for token in tokens(fold(wording)))
                seconds = self.index.setdefault(words[0], {})
                seconds.setdefault(words[1] if len(words) > 1 else None, []).append((words, label))
                self.ends.add(words[-1])
        for entries in (entries for seconds in self.index.values() for entries in seconds.values()):
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, found, position, stop=None):
        """The longest phrase that begins at this token (and ends by token `stop`) as a Hit, or None."""
        stop = len(found) if stop is None else min(stop, len(found))
        seconds = self.index.get(found[position][0]) if position < stop else None
        if seconds is None:
            return None
        if position + 1 < stop:
            for words, label in seconds.get(found[position + 1][0], ()):
                last = position + len(words)
                if len(words) == 2 or last <= stop and tuple([token[0] for token in found[position:last]]) == words:
                    return Hit(label, position, last)
        return Hit(seconds[None][0][1], position, position + 1) if None in seconds else None

    def before(self, found, position):
        """The longest phrase that ends just before this token as a Hit, or None."""
        if position < 1 or found[position - 1].text not in self.ends:
            return None
        for first in range(max(0, position - 5), position):
            hit = self.at(found, first, position)
            if hit and hit.last == position:
                return hit
        return None

    def find(self, found):
        """All phrases in the tokens, left to right, longest first, not overlapping."""
        hits, reached, index = [], 0, self.index
        for position in [n for n, token in enumerate(found) if token[0] in index]:
            if position >= reached and (hit := self.at(found, position)):
                hits.append(hit)
                reached = hit.last
        return hits
