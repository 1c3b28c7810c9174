"""Wordings and a sentence come in; where in the sentence they stand goes out.

A term is a few words. In it "…" stands for up to five words in between, "#" for a number, {past} for a year from 1900
to 1991, {partner} for a foreign country, bloc or city, {city} for a foreign city, {capital} for a foreign capital, {vn}
for Viet Nam or a place of it, {province} for a Vietnamese province or city. A capital in a term must be a capital in
the text; a small letter matches both.
"""

import re
from typing import NamedTuple

from analysis.phrases import fold, tokens

GAP = 5  # words that "…" may stand for
_CLASSES = {"{partner}", "{city}", "{capital}", "{vn}", "{province}"}
_OPEN = _CLASSES | {"…", "#", "{past}"}
_PAST = range(1900, 1992)  # until the end of the Soviet Union
KEYS = 3  # words by which a wording is found
_ELEMENT = re.compile(r"\{\w+\}|…|#|[^\s{…#]+")
_MARKED = re.compile(r"[{…#]")
_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")  # most terms; telling them first halves a start


class Stream(NamedTuple):
    """A sentence as the codebook reads it: tokens, their words, whether each has a capital, and what is named where.

    named: token index -> list of (class, index after the name). vocabulary: its different words.
    """

    tokens: tuple
    words: tuple
    capital: tuple
    named: dict
    vocabulary: frozenset


def listed(value) -> list[str]:
    """The entries of a rule, which is a list or a text with one entry a line or several divided by commas.

    >>> listed("hội đàm, hội kiến\\nđiện đàm")
    ['hội đàm', 'hội kiến', 'điện đàm']
    """
    parts = re.split(r"[,\n]", value) if isinstance(value, str) else value
    return [part.strip() for part in parts if part.strip()]


def elements(term: str) -> tuple:
    """A term as (word, must be a capital) pairs; hyphens inside a word are dropped, as in stream().

    >>> elements("chip … Việt-Nga")
    (('chip', False), ('…', False), ('việt', True), ('nga', True))
    """
    if _WORDS.fullmatch(term):
        both = zip(fold(term).split(), term.split(), strict=True)
        return tuple([(folded, word[0].isupper()) for folded, word in both])
    found = []
    for part in _ELEMENT.findall(term) if _MARKED.search(term) else [term]:
        if part in _OPEN:
            found.append((part, False))
        else:
            found += [(token.text, part[token.start].isupper()) for token in _joined(part, tokens(fold(part)))]
    return tuple(found)


def _joined(text: str, found: list) -> list:
    """The tokens without the hyphens that stand between two letters."""

    def inner(token):
        around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
        return len(around) == 2 and around.isalpha()

    return [token for token in found if token.text != "-" or not inner(token)]


def stream(sentence: str, names: list = (), found: list | None = None) -> Stream:
    """The sentence ready to be searched; names are (class, start, end) in offsets of the sentence, found its tokens."""
    found, named = tokens(fold(sentence)) if found is None else found, {}
    words = tuple([t.text for t in found])
    if "-" in words:
        found = _joined(sentence, found)
        words = tuple([t.text for t in found])
    if names:
        first, after = {t.start: n for n, t in enumerate(found)}, {t.end: n + 1 for n, t in enumerate(found)}
        for kind, start, end in names:
            if start in first and end in after:
                named.setdefault(first[start], []).append((kind, after[end]))
    capital = tuple([sentence[t.start].isupper() for t in found])
    return Stream(tuple(found), words, capital, named, frozenset(words))


def match(term_elements: tuple, read: Stream, position: int, index: int = 0) -> tuple | None:
    """The token positions a term that begins at `position` covers, those in its gaps left out; None if it does not."""
    if index == len(term_elements):
        return ()
    word, capital = term_elements[index]
    if word == "…":
        return _after_gap(term_elements, read, position, index + 1)
    if word in _CLASSES:
        ends = [end for kind, end in read.named.get(position, ()) if kind == word]
        rest = match(term_elements, read, ends[0], index + 1) if ends else None
        return None if rest is None else (*range(position, ends[0]), *rest)
    if position >= len(read.words) or not _same(word, capital, read, position):
        return None
    rest = match(term_elements, read, position + 1, index + 1)
    return None if rest is None else (position, *rest)


def _same(word: str, capital: bool, read: Stream, position: int) -> bool:
    text = read.words[position]
    if word in ("#", "{past}"):
        return text[0].isdecimal() and word in _numbers(text)
    return text == word and (read.capital[position] or not capital)


def _numbers(text: str) -> list:
    """The signs a number answers to."""
    return ["#", "{past}"] if text.isdecimal() and int(text) in _PAST else ["#"]


def _after_gap(term_elements, read, position, index):
    for start in range(position, min(position + GAP + 1, len(read.words))):
        rest = match(term_elements, read, start, index)
        if rest is not None:
            return rest
        if read.words[start] in ".;:!?":
            return None
    return None


class _Wording:
    """A term's elements, ready to be compared as a whole where none of them is open."""

    __slots__ = ("capitals", "elements", "needed", "plain", "rest", "size")

    def __init__(self, elements):
        self.elements, self.size = elements, len(elements)
        words = tuple([word for word, _ in elements])
        self.plain = _OPEN.isdisjoint(words)
        self.rest = words[KEYS:] if self.plain else ()
        self.needed = None if self.plain else frozenset(words) - _OPEN
        self.capitals = [n for n, (_, capital) in enumerate(elements) if capital]

    def at(self, read: Stream, position: int):
        """The token positions it covers from this one on, or None; the words it is found by stand there."""
        if not self.plain:
            return match(self.elements, read, position) if self.needed <= read.vocabulary else None
        if self.rest and read.words[position + KEYS : position + self.size] != self.rest:
            return None
        if self.capitals and not all(read.capital[position + n] for n in self.capitals):
            return None
        return tuple(range(position, position + self.size))


def _key(wording: tuple) -> list:
    """The first words of a wording as far as they follow each other, then None.

    >>> _key(elements("# tỷ USD vào năm")), _key(elements("{partner} tặng quà")), _key(elements("dầu khí"))
    (['#', 'tỷ', 'usd'], ['{partner}', None, None], ['dầu', 'khí', None])
    """
    key = [wording[0][0]]
    for word, _ in wording[1:KEYS]:
        key.append(None if word in _OPEN or key[-1] in _CLASSES or key[-1] is None else word)
    return key + [None] * (KEYS - len(key))


class Phrases:
    """Wordings with something kept for each, found by their first words in three look-ups.

    begun: {first word: [(elements, kept)]}. index: the _Branch of each first word that was asked for so far.
    """

    def __init__(self, pairs):
        self.begun = {}
        self.index = _Branches(self.begun)
        for wording, kept in pairs:
            self.begun.setdefault(wording[0][0], []).append((wording, kept))
        self.open = not _OPEN.isdisjoint(self.begun)

    def stands(self, read: Stream, positions) -> bool:
        """True where a wording begins at one of these tokens."""
        if not self.open and read.vocabulary.isdisjoint(self.begun):
            return False
        may = positions if self.open else (position for position in positions if read.words[position] in self.begun)
        return any(self.at(read, position) for position in may)

    def find(self, read: Stream) -> list:
        """[(token, at() that token)] for the tokens at which a wording begins, in order."""
        if not self.open and read.vocabulary.isdisjoint(self.begun):
            return []
        begun, index, words, named, found = self.begun, self.index, read.words, read.named, []
        around = zip(words, (*words[1:], ""), (*words[2:], "", ""), strict=False)
        for position, (word, after, third) in enumerate(around):
            if self.open and (position in named or word[0].isdigit()):
                here = self.at(read, position)
            elif word in begun:
                seconds, always = index[word]
                thirds = seconds.get(after)
                wordings = always if thirds is None else thirds.get(third, thirds[None])
                here = wordings and _covered(wordings, read, position)
            else:
                continue
            if here:
                found.append((position, here))
        return found

    def at(self, read: Stream, position: int) -> list:
        """[(what was kept, the token positions covered)] for the wordings that begin at this token."""
        word = read.words[position]
        firsts = [word, *(kind for kind, _ in read.named.get(position, ()))]
        firsts += _numbers(word) if word[0].isdigit() else []
        after, third = (*read.words[position + 1 : position + KEYS], "", "")[:2]
        several = [self.index[first].among(after, third) for first in firsts if first in self.begun]
        return [hit for wordings in several if wordings for hit in _covered(wordings, read, position)]


class _Branch(NamedTuple):
    """The wordings with one first word, as [(wording, kept)].

    seconds: {second word: {third word: those that can go on with it}}, under None those that go on with any other
    third. always: those that go on with any other second.
    """

    seconds: dict
    always: list

    def among(self, after: str, third: str) -> list:
        """The wordings that can stand where the first word has these two behind it."""
        thirds = self.seconds.get(after)
        return self.always if thirds is None else thirds.get(third, thirds[None])


class _Branches(dict):
    """{first word: its _Branch}, each made when it is first asked for: few words need all."""

    def __init__(self, begun: dict):
        self.begun = begun

    def __missing__(self, first: str) -> _Branch:
        self[first] = _branch(self.begun[first])
        return self[first]


def _branch(pairs: list) -> _Branch:
    """The wordings of [(elements, kept)], which have one first word, by their second and third."""
    seconds = {}
    for wording, kept in pairs:
        _, second, third = _key(wording)
        seconds.setdefault(second, {}).setdefault(third, []).append((_Wording(wording), kept))
    always = seconds.pop(None, {None: []})[None]
    for thirds in seconds.values():
        short = thirds.setdefault(None, [])
        short += always
        for third in thirds.keys() - {None}:
            thirds[third] += short
    return _Branch(seconds, always)


def _covered(wordings: list, read: Stream, position: int) -> list:
    return [(kept, covered) for wording, kept in wordings if (covered := wording.at(read, position))]
