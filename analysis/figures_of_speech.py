"""A sentence and the wordings of comparisons and offices come in; how much a word counts there goes out."""

import re

from analysis.codebook_files import Term
from analysis.codebook_wordings import Phrases, Stream

LOOSE = 0.5  # what a word counts in a loose comparison ("coi ... là")
# ... and in the name of an office or firm: two of them are not enough, one and a likely word are. Of the topics in
# 266 sentences of real pages 280 of 361 found were right with 1 here, 282 of 358 with this.
BODY = 0.45
PLAIN = 0.6  # words of this weight ("tập đoàn", "công ty") tell of nothing where a name begins with them


def factors(sentence: str, read: Stream, scopes: Phrases, lists: Phrases) -> list[float]:
    """For every token 1, or less where it stands in a simile, a loose comparison or coy quotation marks.

    scopes: the wordings that open a comparison. lists: those that look like one and open a list.
    """
    counts = [1.0] * len(read.tokens)
    for position, found in scopes.find(read):
        if lists.at(read, position):
            continue
        for factor, covered in found:
            if not _opens_list(covered, read):
                stops = ".,;:!?" if factor == 0 else _LOOSE_ENDS
                _lower(counts, covered[-1] + 1, _clause_end(read, covered[-1] + 1, stops), factor)
    for first, last in _coy(sentence, read):
        _lower(counts, first, last, 0.5)
    return counts


def _lower(factors: list[float], first: int, last: int, factor: float):
    for position in range(first, last):
        factors[position] = min(factors[position], factor)


_LOOSE_ENDS = (".", ",", ";", ":", "!", "?", "của")  # "coi là một năm khó khăn của cộng đồng" is about the latter


def _clause_end(read: Stream, position: int, stops) -> int:
    while position < len(read.words) and read.words[position] not in stops:
        position += 1
    return position


_PLURAL = {"các", "những", "nhiều", "vực", "ngành", "phẩm", "hàng", "đề", "số", "khâu", "mặt", "lĩnh"}


def _opens_list(covered: tuple, read: Stream) -> bool:
    """True for the "như" of "các lĩnh vực như ..." and the one before a name, which compare nothing."""
    if len(covered) > 1 or read.words[covered[0]] not in ("như", "tựa"):
        return False
    first, after = covered[0], covered[-1] + 1
    before, behind = read.words[max(0, first - 8) : first], read.words[after : after + 12]
    if behind.count(",") + behind.count("và") > 1 and "," in behind:
        return True
    return not _PLURAL.isdisjoint(before) or (after < len(read.tokens) and read.capital[after]) or before[-1:] == (",",)


_QUOTED = re.compile(r"[\"“”'‘]([^\"“”'‘’]{2,40})[\"”’'“]")


def _coy(sentence: str, read: Stream):
    """Token ranges in quotation marks that hold at most five words and no capital: “ca bệnh khó”."""
    for found in _QUOTED.finditer(sentence):
        if found[1] == found[1].lower() and len(found[1].split()) <= 5:
            inside = [n for n, token in enumerate(read.tokens) if found.start(1) <= token.start < found.end(1)]
            if inside:
                yield inside[0], inside[-1] + 1


def body_names(heads: Phrases, read: Stream) -> tuple[frozenset, frozenset]:
    """The capitalised tokens in names of offices and firms, and those of the words with which such names begin.

    "Văn hóa" and "Du lịch" of "Sở Văn hóa và Du lịch Huế"; "Tập đoàn" of "Tập đoàn Novatek".
    """
    found, begins = set(), set()
    for _, here in heads.find(read):
        for _, covered in here:
            run = set(_name_run(read, covered[-1] + 1))
            found |= run
            begins |= set(covered) if run else run
    return frozenset(found), frozenset(begins)


def _name_run(read: Stream, position: int):
    """The capitalised tokens from this one on, with at most one small syllable and one joining word between them."""
    small = joins = 0
    while position < len(read.words) and small <= 1 and joins <= 1:
        if read.capital[position]:
            yield position
            small = joins = 0
        elif read.words[position] in _JOINS or _of_row(read, position):
            joins += 1
        elif not read.words[position].isalpha():
            return
        else:
            small += 1
        position += 1


_JOINS = frozenset(("và", "-", "&"))


def _of_row(read: Stream, position: int) -> bool:
    """True for the comma of "Sở Văn hóa, Thể thao và Du lịch", not of "Bộ Y tế, Bệnh viện Bạch Mai"."""
    return read.words[position] == "," and "và" in read.words[position + 2 : position + 5]


_ROLL = 16  # words within which a sentence that tells who is there comes to them


def roll_from(rolls: Phrases, who: Phrases, read: Stream) -> int:
    """The token from which a sentence only tells who is there ("Cùng dự có Thứ trưởng ..."), else the number of them.

    Such a list can be a sentence of its own: "Ông A, Chủ nhiệm Ủy ban Văn hóa; bà B, Chủ nhiệm Ủy ban Năng lượng."
    """
    words = read.words
    if words[0] in ("ông", "bà") and ";" in read.vocabulary:
        again = any(pair in ((";", "ông"), (";", "bà")) for pair in zip(words, words[1:], strict=False))
        return 0 if again else len(words)
    if words[0] not in rolls.begun or not rolls.at(read, 0):
        return len(words)
    heads = (n + 1 for n, word in enumerate(words[:_ROLL]) if word in ("có", "gồm", "là"))
    return next((n for n in heads if n < len(words) and who.at(read, n)), len(words))


def factor_of(term: Term, covered: tuple, counts: list[float], bodies: tuple[frozenset, frozenset]) -> float:
    """What a hit counts: less in a figure of speech, and where a plain word only names an office or firm."""
    named, begins = bodies
    body = covered[0] in named and (term.field or not term.elements[0][1])
    body = body or term.weight <= PLAIN and begins.issuperset(covered)
    return min(min([counts[n] for n in covered]), BODY if body else 1)
