"""A line and the text of an article come in; how much the line speaks of what the text speaks of goes out."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice

from analysis.lines import Look
from analysis.vocabulary import key_of

MOST = 400  # paragraphs that a text is known by; the longest article of the dev pages and seeds has 28


@dataclass(frozen=True)
class Bag:
    """The words and the neighbouring words of some lines, counted, and how many words they have.

    `less` are the counts of lines left out.
    """

    counts: Counter
    size: int
    less: dict = field(default_factory=dict)

    def __len__(self):
        return self.size

    def has(self, key: str) -> bool:
        """Does the text have the word, or the words side by side?"""
        parts = key.split()
        keys = _neighbours(parts) if len(parts) > 1 else parts
        return self.count(keys) == len(keys)

    def count(self, keys: list[str]) -> int:
        """How many of the words, or pairs of words, the text has."""
        have, less = self.counts.get, self.less.get
        if not self.less:
            return sum([key in self.counts for key in keys])
        return sum([have(key, 0) > less(key, 0) for key in keys])

    def without(self, looks: Iterable[Look]) -> "Bag":
        """The same text without some of its lines."""
        left = joined(looks)
        return Bag(self.counts, self.size - left.size, left.counts)


def joined(looks: Iterable[Look]) -> Bag:
    """The words of the lines, of at most MOST of them."""
    return _bag(tuple([look.key for look in islice(looks, MOST)]))


@lru_cache(maxsize=128)  # the text is asked for some five times a page, each paragraph when it is left out of the text
def _bag(keys):
    lines = [_parts(key) for key in keys]
    return Bag(Counter(chain(*chain(*lines))), sum(len(words) for words, _ in lines))


@lru_cache(maxsize=2048)  # a line of a page is compared some ten times
def _parts(key):
    """The words of a line, and its neighbouring words."""
    parts = key.split()
    return parts, _neighbours(parts)


def _neighbours(parts):
    return [f"{left} {right}" for left, right in zip(parts, parts[1:], strict=False)]


def coverage(look: Look, text: Bag) -> float:
    """The share of a line's words that the text has too.

    >>> from analysis.lines import look
    >>> text = joined([look(1, "Hai bên bàn về giáo dục."), look(2, "Giáo dục nghề được nói tới.")])
    >>> coverage(look(3, "Giáo dục và năng lượng"), text), pairs(look(3, "Giáo dục và năng lượng"), text)
    (0.4, 0.25)
    """
    words = _parts(look.key)[0]
    return text.count(words) / max(1, len(words))


def pairs(look: Look, text: Bag) -> float:
    """The share of a line's neighbouring words that stand side by side in the text too."""
    both = _parts(look.key)[1]
    return text.count(both) / max(1, len(both))


def about(look: Look, text: Bag) -> float:
    """Coverage and pairs together, 0 to 2."""
    return coverage(look, text) + pairs(look, text)


MEASURED = re.compile(r"\d+(?:[.,]\d+)?(?=\s?%)|\d+(?:[.,]\d+)*(?=\s(?:triệu|tỷ|tỉ|nghìn|ngàn|USD|tấn))|\d+[.,]\d+")


def unmet(look: Look, text: Bag) -> bool:
    """Does the line name something, with a capital or a figure, that the text has nowhere?"""
    words = re.findall(r"\w+(?:[.,]\d+)*", look.text)
    if sum(word[:1].isupper() for word in words) > 0.7 * len(words) or len(words) < 5:
        return False
    telling = [word for word in words[1:] if word[:1].isupper()] + MEASURED.findall(look.text)
    return any(not text.has(key_of(word)) for word in telling)
