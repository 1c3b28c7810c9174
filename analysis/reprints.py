"""The clean texts of articles come in; which of them tell the same story goes out.

Two articles are one story when their bodies are equal, when most of what they say stands in both (near copy), or when
the shorter one stands in the longer (excerpt). Compared are runs of five words of the clean text, never the raw page.
"""

import hashlib
import re
import unicodedata
import zlib
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from analysis import store

RUN = 5  # words in a shingle
NEAR = 0.4  # Jaccard of a near copy; formulaic notices of different events were measured up to .14, copies from .45
EXCERPT = 0.7  # containment of an excerpt: 1.0 measured for half an article or a lede and three paragraphs
# Notices of one kind share whole sentences: containment needs some length to mean anything, as do near copies.
LEAST = 30  # shingles of the shorter text; a notice of three sentences has about 40
SAMPLE = 8  # one run in eight is looked up when there are many texts
FEW = 300  # up to here every pair is compared: 45,000 comparisons take 0.3 s
COMMON = 50  # texts; a run that stands in more of them is a set phrase of diplomacy and tells nothing


def group(texts: Sequence[str], names: Sequence[str] | None = None) -> list[str]:
    """A story id for each text, equal for texts that tell one story; an empty text is a story of its own.

    The id is made of the story's longest text (of equal ones the first in order), so adding unrelated articles leaves
    it as it is. `names` (file names) tell empty texts apart. Links are followed: two excerpts of one article are one
    story although they share nothing.

    >>> long = "Hai bên ký kế hoạch hợp tác về giáo dục, y tế, du lịch và nông nghiệp cho ba năm tới tại Hà Nội."
    >>> one, other, third = group([long, long.upper(), "Một tin khác hẳn về trồng lúa."])
    >>> one == other, one == third
    (True, False)
    """
    runs = [np.array(found, dtype=np.uint32) for found in store.stream("runs of words", shingle_list, texts)]
    parent = list(range(len(texts)))
    for one, other in candidates(runs):
        shared = np.intersect1d(runs[one], runs[other], assume_unique=True).size
        if _alike(shared, len(runs[one]), len(runs[other])):
            parent[_root(parent, one)] = _root(parent, other)
    members: dict[int, list[int]] = {}
    for number in range(len(texts)):
        members.setdefault(_root(parent, number), []).append(number)
    ids = {root: _name(texts, names, of) for root, of in members.items()}
    return [ids[_root(parent, number)] for number in range(len(texts))]


def same(one: frozenset, other: frozenset) -> bool:
    """Do two sets of shingles tell one story: as a near copy, or the shorter as an excerpt of the longer?"""
    return _alike(len(one & other), len(one), len(other))


def _alike(shared: int, one: int, other: int) -> bool:
    """The same from the number of shared shingles and those of each."""
    shorter = min(one, other)
    if shared and shared == one == other:
        return True
    return shorter >= LEAST and (shared / (one + other - shared) >= NEAR or shared / shorter >= EXCERPT)


def shingles(text: str) -> frozenset:
    """All runs of five words of the text, small letters, one spelling of Unicode; a shorter text is one run."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    if not words:
        return frozenset()
    return frozenset(zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(max(1, len(words) - RUN + 1)))


def shingle_list(text: str) -> list[int]:
    """The shingles of a text in rising order (the function whose results are stored: a third of a warm run)."""
    return sorted(shingles(text))


def candidates(sets: Sequence) -> list[tuple[int, int]]:
    """Pairs of positions worth comparing, (smaller, larger): all of them for few texts, else those that share a sample.

    The sample is every run whose hash is divisible by SAMPLE (Broder 1997, "On the resemblance and containment of
    documents"), so the work grows with the number of texts and not with its square. An excerpt of LEAST runs shares 21
    of them or more: (7/8)^21 = 6 % of such short ones are missed, and less than 1 in 10,000 of 100 runs.
    """
    filled = [number for number, found in enumerate(sets) if len(found)]
    if len(filled) <= FEW:
        return [(one, other) for i, one in enumerate(filled) for other in filled[i + 1 :]]
    index: dict[int, list[int]] = {}
    for number in filled:
        runs = np.fromiter(sets[number], np.uint32, len(sets[number]))
        for run in runs[runs % SAMPLE == 0].tolist():
            index.setdefault(run, []).append(number)
    shared = [numbers for numbers in index.values() if 1 < len(numbers) <= COMMON]
    return sorted({pair for numbers in shared for pair in combinations(numbers, 2)} | _equal(filled, sets))


def _equal(filled: list[int], sets: Sequence) -> set[tuple[int, int]]:
    """Pairs of equal texts, however short or often reprinted."""
    first: dict[bytes, int] = {}
    keys = {number: np.array(sorted(sets[number]), np.uint32).tobytes() for number in filled}
    return {(first[keys[n]], n) for n in filled if first.setdefault(keys[n], n) != n}


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _name(texts, names, members: list[int]) -> str:
    longest = max(members, key=lambda number: (len(texts[number]), -number))
    text = " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", texts[longest]).lower()))
    if not text and names is not None:
        text = names[longest]
    return "s" + hashlib.sha256((text or f"empty {longest}").encode()).hexdigest()[:10]
