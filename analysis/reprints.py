"""The clean texts of articles come in; which of them tell the same story goes out.

Two articles are one story when their bodies are equal, when most of what they say stands in both (near copy), or when
the shorter one stands in the longer (excerpt). Compared are runs of five words of the clean text, never the raw page.
"""

import hashlib
import re
import unicodedata
import zlib
from collections.abc import Sequence
from itertools import chain, groupby, repeat
from operator import itemgetter

import numpy as np

from analysis import gathering

RUN = 5  # words in a shingle
NEAR = 0.4  # Jaccard of a near copy; formulaic notices of different events were measured up to .14, copies from .45
EXCERPT = 0.7  # containment of an excerpt: 1.0 measured for half an article or a lede and three paragraphs
# Notices of one kind share whole sentences: containment needs some length to mean anything, as do near copies.
LEAST = 30  # shingles of the shorter text; a notice of three sentences has about 40
SAMPLE = 8  # one run in eight is looked up when there are many texts
FEW = 300  # up to here every pair is compared: 45,000 comparisons take 0.3 s
ENOUGH = 8  # one in eight of the sample of the shorter text must stand in both; set phrases share less
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
    runs, alone = _told(texts)
    parent = list(range(len(texts)))
    for one, other in _alike(runs, candidates(runs)):
        parent[_root(parent, one)] = _root(parent, other)
    members: dict[int, list[int]] = {}
    for number in range(len(texts)):
        members.setdefault(_root(parent, number), []).append(number)
    ids = {root: _name(texts, names, alone, of) for root, of in members.items()}
    return [ids[_root(parent, number)] for number in range(len(texts))]


def _alike(runs: list, pairs: list):
    """Those of the pairs that tell one story: the runs of one are marked, those of the others looked up."""
    compared, sizes = set(chain.from_iterable(pairs)), np.array([len(found) for found in runs])
    numbered, size = _numbered([found if number in compared else found[:0] for number, found in enumerate(runs)])
    marks = np.zeros(size, dtype=np.int32)
    for one, of in groupby(pairs, key=itemgetter(0)):
        others = np.array([other for _, other in of])
        begins = np.cumsum([0, *sizes[others[:-1]]])
        marks[numbered[one]] = 1
        shared = np.add.reduceat(marks.take(np.concatenate([numbered[other] for other in others])), begins)
        marks[numbered[one]] = 0
        yield from zip(repeat(one), others[_are_alike(shared, sizes[one], sizes[others])].tolist(), strict=False)


def _are_alike(shared: np.ndarray, one: int, others: np.ndarray) -> np.ndarray:
    """True for each text that tells the story of the one, by the shingles they share and those of each: as a near copy,
    or the shorter as an excerpt of the longer."""
    shorter, all_of_both = np.minimum(one, others), one + others - shared
    near = (shared / all_of_both >= NEAR) | (shared / shorter >= EXCERPT)
    return (shared == one) & (shared == others) | (shorter >= LEAST) & near


def _numbered(runs: list) -> tuple[list, int]:
    """The runs with their hashes replaced by numbers from 0 on, and how many different ones there are."""
    flat = np.concatenate([*runs, np.zeros(0, np.uint32)])
    different, numbers = np.unique(flat, return_inverse=True)
    return np.split(numbers, np.cumsum([len(found) for found in runs])[:-1]), len(different)


def _told(texts: Sequence[str]) -> tuple[list[np.ndarray], list[str]]:
    """The shingles of each text in rising order, and the id of the story that each alone tells."""
    shingles, ids = [], []
    for run in gathering.read("stories", of_runs, list(texts)):
        shingles += np.split(gathering.numbers(run["shingles"]), np.cumsum(run["sizes"])[:-1])
        ids += run["ids"]
    return shingles, ids


def of_runs(runs: list[dict]) -> list[dict]:
    """What told() says of the texts of each run (the function whose results are stored)."""
    found = gathering.results(runs, "stories", told, otherwise=told(""))
    return [_joined(kept) | faults for kept, faults in found]


def _joined(kept: list[dict]) -> dict:
    shingles = gathering.digits(chain.from_iterable(one["runs"] for one in kept))
    return {"shingles": shingles, "sizes": [len(one["runs"]) for one in kept], "ids": [one["id"] for one in kept]}


def told(text: str) -> dict:
    """What is kept of a text: its shingles in rising order, and the id of a story that it alone tells ("" if empty)."""
    words = _words(text)
    return {"runs": sorted(_runs(words)), "id": _id(" ".join(words)) if words else ""}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def _runs(words: list[str]) -> frozenset:
    """The shingles: all runs of five words; a shorter text is one run."""
    if not words:
        return frozenset()
    return frozenset(zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(max(1, len(words) - RUN + 1)))


def candidates(runs: Sequence) -> list[tuple[int, int]]:
    """Pairs of positions worth comparing, (smaller, larger): all of them for few texts, else those that share a sample.

    `runs` are arrays of the texts' shingles. The sample is every one divisible by SAMPLE (Broder 1997, "On the
    resemblance and containment of documents"), so the work grows with the number of texts and not with its square. An
    excerpt of LEAST runs shares 21 of them or more: (7/8)^21 = 6 % of such short ones are missed, and less than 1 in
    10,000 of 100 runs. Of the shorter text's sample an eighth must be shared: of copies and excerpts half is or more,
    and a sample of 16 falls that far short once in 30,000 of them.
    """
    filled = [number for number, found in enumerate(runs) if len(found)]
    if len(filled) <= FEW:
        return [(one, other) for i, one in enumerate(filled) for other in filled[i + 1 :]]
    owners = np.repeat(np.arange(len(runs)), [len(found) for found in runs])
    flat = np.concatenate(runs)
    sampled = flat % SAMPLE == 0
    run, owner = _rare(flat[sampled], owners[sampled])
    coded, shared = np.unique(np.concatenate([*_neighbours(run, owner, len(runs))]), return_counts=True)
    sizes = np.bincount(owner, minlength=len(runs))
    shorter = np.minimum(sizes[coded // len(runs)], sizes[coded % len(runs)])
    coded = np.union1d(coded[shared >= shorter // ENOUGH], _equal(filled, runs))
    return list(zip((coded // len(runs)).tolist(), (coded % len(runs)).tolist(), strict=True))


def _rare(run: np.ndarray, owner: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The runs that at most COMMON texts have, and their owners, both sorted by run, then owner."""
    order = np.lexsort((owner, run))
    run, owner = run[order], owner[order]
    begins = np.flatnonzero(np.concatenate([[True], run[1:] != run[:-1]]))
    times = np.diff(np.append(begins, len(run)))
    rare = np.repeat(times <= COMMON, times)
    return run[rare], owner[rare]


def _neighbours(run: np.ndarray, owner: np.ndarray, size: int):
    """Pairs of owners of an equal run as smaller * size + larger, once for each run that they share."""
    yield np.zeros(0, np.int64)
    for step in range(1, COMMON):
        same = run[step:] == run[:-step]
        yield owner[:-step][same].astype(np.int64) * size + owner[step:][same]


def _equal(filled: list[int], runs: Sequence) -> np.ndarray:
    """Pairs of equal texts, however short or often reprinted, as smaller * number of texts + larger."""
    first: dict[bytes, int] = {}
    keys = {number: runs[number].tobytes() for number in filled}
    pairs = [first[keys[n]] * len(runs) + n for n in filled if first.setdefault(keys[n], n) != n]
    return np.array(pairs, dtype=np.int64)


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _name(texts, names, alone, members: list[int]) -> str:
    longest = max(members, key=lambda number: (len(texts[number]), -number))
    return alone[longest] or _id((names[longest] if names is not None else "") or f"empty {longest}")


def _id(words: str) -> str:
    return "s" + hashlib.sha256(words.encode()).hexdigest()[:10]
