"""Terms that match in a sentence come in; those that stand there go out, as Hits."""

from typing import NamedTuple

from analysis.codebook_files import Term
from analysis.codebook_wordings import Phrases, Stream

LONG = 3  # words from which a term is too specific for a figure of speech


class Hit(NamedTuple):
    """A term found in a sentence: its topic, the term, what it weighs there, and its offsets in the sentence.

    parts: the (start, end) of each word. listed: it is an item of a list ("thương mại, y tế và du lịch"). firm: it
    counts beside a stronger topic too.
    """

    topic: str
    term: str
    weight: float
    start: int
    end: int
    parts: tuple = ()
    listed: bool = False
    firm: bool = False
    field: bool = False


def crossed(covered: tuple, read: Stream, joined: list, inside: set, pairs: set) -> bool:
    """True when a term is a piece of other words: "Quốc hội" in "Trung Quốc hội đàm", "điện" in "điện thoại".

    inside: the offsets at which one of the joined words goes on. pairs: the syllables that follow each other in the
    codebook: a joined word that has none of them ("mở mã" in "mở mã nguồn") is no reason against a longer term.
    """
    start, end = read.tokens[covered[0]].start, read.tokens[covered[-1]].end
    if start not in inside and end not in inside:
        return False
    for first, last in joined:
        if not (first < start < last or first < end < last):
            continue
        around = first <= start and end <= last
        if len(covered) == 1 or not around and _familiar(first, last, covered, read, pairs):
            return True
    return False


def _familiar(first: int, last: int, covered: tuple, read: Stream, pairs: set) -> bool:
    """True where the syllables from first to last, of which some are covered, follow each other in the codebook too."""
    near = range(max(0, covered[0] - 4), min(len(read.tokens), covered[-1] + 5))
    words = [read.words[n] for n in near if first <= read.tokens[n].start < last]
    return not pairs.isdisjoint(zip(words, words[1:], strict=False))


def allowed(term: Term, covered: tuple, read: Stream) -> bool:
    """True where what must be near the term is near it, and what must not be is not."""
    return not (term.near and not _beside(term.near, term, covered, read)) and not (
        term.not_near and _beside(term.not_near, term, covered, read)
    )


def _beside(wordings: Phrases, term: Term, covered: tuple, read: Stream) -> bool:
    reach = range(max(0, covered[0] - term.within), min(len(read.tokens), covered[-1] + term.within + 1))
    return wordings.stands(read, (position for position in reach if position not in covered))


def settled(found: list) -> list:
    """The hits that stand: a shorter one inside a longer one of any topic falls, so does an overlap in one topic."""
    if len(found) < 2:
        return found
    kept, taken = [], {"": set()}
    ranked = sorted(found, key=lambda pair: (-len(pair[1]), -pair[0].weight, pair[1]))
    longer = {}  # how many are longer than those of a length
    for n, (_, covered) in enumerate(ranked):
        longer.setdefault(len(covered), n)
    free = [one for one in ranked if not any(_covers(*other, *one) for other in ranked[: longer[len(one[1])]])]
    for term, covered in sorted(free, key=lambda pair: pair[0].weight > 0):
        own = taken.setdefault(term.topic, set())
        if not (own | taken[""]) & set(covered):
            kept.append((term, covered))
            own.update(covered)
    return kept


def _covers(one: Term, other: tuple, term: Term, covered: tuple) -> bool:
    """True where `term` stands inside the longer `one`; what a file excludes, it excludes for its own topic only."""
    if covered[0] < other[0] or other[-1] < covered[-1] or not (one.weight > 0 or one.topic in ("", term.topic)):
        return False
    return set(covered) <= set(other)


def hit_of(term: Term, covered: tuple, read: Stream, factor: float, ends: frozenset) -> Hit:
    """The Hit of a term that covers these tokens; factor: what it counts there. ends: see _in_list."""
    weight = term.weight * factor
    parts = tuple((read.tokens[n].start, read.tokens[n].end) for n in covered)
    listed = _in_list(covered, read, ends)
    firm = weight >= 1 and (term.field or listed or len(covered) >= LONG)
    return Hit(term.topic, term.text, weight, parts[0][0], parts[-1][1], parts, listed, firm, term.field)


def _in_list(covered: tuple, read: Stream, ends: frozenset) -> bool:
    """True where only a comma, a dash or "và" stands between this hit and another one; ends: first and last tokens."""
    for beside, other in ((covered[0] - 1, covered[0] - 2), (covered[-1] + 1, covered[-1] + 2)):
        if other in ends and read.words[beside] in (",", "và", "-", ";", "lẫn", "hay", "hoặc"):
            return True
    return False
