"""The files of rules/topics come in; a codebook that finds each topic's words in a sentence goes out.

A term is a few words. In it "…" stands for up to five words in between, "#" for a number, {past} for a year from
1900 to 1991, {partner} for a foreign
country, bloc or city, {city} for a foreign city, {vn} for Viet Nam or a place of it, {province} for a Vietnamese
province or city. A capital in a term must be a capital in the text; a small letter matches both.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from analysis import rules
from analysis.lookup import made
from analysis.phrases import fold, tokens

# The name of the field or one strong word is enough for a topic; a likely word needs another one of the topic beside
# it, a hint two more. Beside a stronger topic only the field's name (or a term of three syllables, or an item of a
# list) is enough: short concrete words are often figures of speech there ("một liều vắc-xin cho tình bạn").
WEIGHTS = {"fields": 1.0, "strong": 1.0, "likely": 0.6, "hints": 0.4}
LONG = 3  # words from which a term is too specific for a figure of speech
GAP = 5  # words that "…" may stand for
NEAR = 12  # words between a term and what must (not) stand near it, unless the rule says `within`
LOOSE = 0.5  # what a word counts in a loose comparison ("coi ... là")
# ... and in the name of an office or firm: two of them are not enough, one and a likely word are. Of the topics in
# 266 sentences of real pages 280 of 361 found were right with 1 here, 282 of 358 with this.
BODY = 0.45
OTHER = "~"  # marks a kind of news that is no topic: "~sport"
_CLASSES = {"{partner}", "{city}", "{vn}", "{province}"}
_OPEN = _CLASSES | {"…", "#", "{past}"}
_PAST = range(1900, 1992)  # until the end of the Soviet Union
_ELEMENT = re.compile(r"\{\w+\}|…|#|[^\s{…#]+")
_MARKED = re.compile(r"[{…#]")
_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")  # most terms; telling them first halves a start


@dataclass(frozen=True)
class Term:
    """One wording of a topic: its elements as (folded word, must be a capital), and what must or must not be near."""

    topic: str
    text: str
    weight: float
    elements: tuple
    near: "Phrases | None" = None
    not_near: "Phrases | None" = None
    within: int = NEAR
    field: bool = False


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


@dataclass(frozen=True)
class Topic:
    """One file of the codebook: id, both names, what it covers, and its proof sentences.

    beside: it is not outweighed by a stronger topic of the same sentence. first: where it stands it is the main one
    rather than the field it is about. today: beside words of history only the field's own name is enough.
    """

    id: str
    en: str
    vi: str
    about_en: str
    about_vi: str
    matches: tuple
    no_match: tuple
    beside: bool = False
    first: bool = False
    today: bool = False


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
    found = _joined(sentence, tokens(fold(sentence)) if found is None else found)
    named = {}
    if names:
        first, after = {t.start: n for n, t in enumerate(found)}, {t.end: n + 1 for n, t in enumerate(found)}
        for kind, start, end in names:
            if start in first and end in after:
                named.setdefault(first[start], []).append((kind, after[end]))
    words, capital = tuple([t.text for t in found]), tuple([sentence[t.start].isupper() for t in found])
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
        return text[0].isdecimal() and (word == "#" or text.isdecimal() and int(text) in _PAST)
    return text == word and (read.capital[position] or not capital)


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
        self.rest = words[2:] if self.plain else ()
        self.needed = None if self.plain else frozenset(words) - _OPEN
        self.capitals = [n for n, (_, capital) in enumerate(elements) if capital]

    def at(self, read: Stream, position: int):
        """The token positions it covers from this one on, or None; its first two words are known to stand there."""
        if not self.plain:
            return match(self.elements, read, position) if self.needed <= read.vocabulary else None
        if self.rest and read.words[position + 2 : position + self.size] != self.rest:
            return None
        if self.capitals and not all(read.capital[position + n] for n in self.capitals):
            return None
        return tuple(range(position, position + self.size))


class Phrases:
    """Wordings with something kept for each, found by their first two words in one look-up."""

    def __init__(self, pairs):
        self.index = {}
        for wording, kept in pairs:
            second = wording[1][0] if len(wording) > 1 else None
            second = None if second in _OPEN else second
            self.index.setdefault(wording[0][0], {}).setdefault(second, []).append((_Wording(wording), kept))
        for seconds in self.index.values():
            always = seconds.setdefault(None, [])
            for second in seconds.keys() - {None}:
                seconds[second] += always
        self.open = not _OPEN.isdisjoint(self.index)

    def stands(self, read: Stream, positions) -> bool:
        """True where a wording begins at one of these tokens."""
        if not self.open and read.vocabulary.isdisjoint(self.index):
            return False
        return any(self.at(read, position) for position in positions)

    def find(self, read: Stream) -> list:
        """[(token, at() that token)] for the tokens at which a wording begins, in order."""
        if not self.open and read.vocabulary.isdisjoint(self.index):
            return []
        index, words, named, found = self.index, read.words, read.named, []
        for position, (word, after) in enumerate(zip(words, (*words[1:], ""), strict=True)):
            if position in named or word[0].isdigit():
                here = self.at(read, position)
            elif seconds := index.get(word):
                here = _covered(seconds.get(after) or seconds[None], read, position)
            else:
                continue
            if here:
                found.append((position, here))
        return found

    def at(self, read: Stream, position: int) -> list:
        """[(what was kept, the token positions covered)] for the wordings that begin at this token."""
        word = read.words[position]
        firsts = [word, *(kind for kind, _ in read.named.get(position, ()))]
        firsts += ["#", "{past}"] if word[0].isdigit() else []
        after = read.words[position + 1] if position + 1 < len(read.words) else ""
        several = [seconds for first in firsts if (seconds := self.index.get(first))]
        return [hit for seconds in several for hit in _covered(seconds.get(after) or seconds[None], read, position)]


def _covered(wordings: list, read: Stream, position: int) -> list:
    return [(kept, covered) for wording, kept in wordings if (covered := wording.at(read, position))]


class Codebook:
    """All topics of rules/topics with an index over their terms; find() gives the hits in a sentence."""

    def __init__(self, files: dict, figurative: dict):
        self.topics = {name: _topic(name, file) for name, file in files.items()}
        terms = [term for name, file in files.items() for term in _terms(name, file)]
        terms += [Term("", text, 0, elements(text)) for text in listed(figurative["never"])]
        terms += [Term(OTHER + kind, text, 1.0, elements(text))
                  for kind, wordings in figurative["other_news"].items() for text in listed(wordings)]  # fmt: skip
        self.index = Phrases((term.elements, term) for term in terms)
        words = [[word for word, _ in term.elements] for term in terms]
        self.pairs = {pair for one in words for pair in zip(one, one[1:], strict=False)}
        self.scopes = Phrases((elements(text), factor) for factor, key in ((0.0, "simile"), (LOOSE, "loose"))
                              for text in listed(figurative[key]))  # fmt: skip
        self.bodies = Phrases((elements(text), True) for text in listed(figurative["bodies"]))
        self.lists = Phrases((elements(text), True) for text in listed(figurative["no_simile"]))

    def find(self, sentence: str, joined: list = (), names: list = (), found: list | None = None) -> list[Hit]:
        """The hits in a sentence, left to right.

        joined: the (start, end) of its words of several syllables. names: what is named in it (relations.Sides.names).
        found: its tokens, if they are known.
        """
        read = stream(sentence, names, found)
        inside = {at for first, last in joined for at in range(first + 1, last)}
        raw = [hit for _, here in self.index.find(read) for hit in here]
        raw = [hit for hit in raw if not _crossed(hit[1], read, joined, inside, self.pairs)]
        kept = _settled([(term, covered) for term, covered in raw if _allowed(term, covered, read)])
        kept = [(term, covered) for term, covered in kept if term.topic and term.weight]
        if not kept:
            return []
        factors = self._factors(sentence, read)
        ends = frozenset(end for _, covered in kept for end in (covered[0], covered[-1]))
        named = _body_names(self.bodies, read)
        hits = [_hit(term, covered, read, _factor(term, covered, factors, named), ends) for term, covered in kept]
        return sorted((hit for hit in hits if hit.weight), key=lambda hit: (hit.start, hit.topic))

    def _factors(self, sentence: str, read: Stream) -> list[float]:
        """For every token 1, or less where it stands in a simile, a loose comparison or coy quotation marks."""
        factors = [1.0] * len(read.tokens)
        for position, found in self.scopes.find(read):
            if self.lists.at(read, position):
                continue
            for factor, covered in found:
                if not _opens_list(covered, read):
                    stops = ".,;:!?" if factor == 0 else _LOOSE_ENDS
                    _lower(factors, covered[-1] + 1, _clause_end(read, covered[-1] + 1, stops), factor)
        for first, last in _coy(sentence, read):
            _lower(factors, first, last, 0.5)
        return factors


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


def _crossed(covered: tuple, read: Stream, joined: list, inside: set, pairs: set) -> bool:
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


def _allowed(term: Term, covered: tuple, read: Stream) -> bool:
    return not (term.near and not _beside(term.near, term, covered, read)) and not (
        term.not_near and _beside(term.not_near, term, covered, read)
    )


def _beside(wordings: Phrases, term: Term, covered: tuple, read: Stream) -> bool:
    reach = range(max(0, covered[0] - term.within), min(len(read.tokens), covered[-1] + term.within + 1))
    return wordings.stands(read, (position for position in reach if position not in covered))


def _settled(found: list) -> list:
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


def _body_names(heads: Phrases, read: Stream) -> frozenset:
    """The capitalised tokens in names of offices and firms: "Văn hóa" and "Du lịch" of "Sở Văn hóa và Du lịch Huế"."""
    found = set()
    for _, here in heads.find(read):
        for _, covered in here:
            found.update(_name_run(read, covered[-1] + 1))
    return frozenset(found)


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


def _factor(term: Term, covered: tuple, factors: list[float], named: frozenset) -> float:
    """What a hit counts: less in a figure of speech, and where a plain word only names an office or firm."""
    body = covered[0] in named and (term.field or not term.elements[0][1])
    return min(min([factors[n] for n in covered]), BODY if body else 1)


def _hit(term: Term, covered: tuple, read: Stream, factor: float, ends: frozenset) -> Hit:
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


_MARKS = ("beside", "first", "today")


def _topic(name: str, file: dict) -> Topic:
    try:
        label, about = file["label"], file["about"]
        proof, marks = (tuple(file[key]) for key in ("matches", "no_match")), (file.get(key, False) for key in _MARKS)
        return Topic(name, label["en"], label["vi"], about["en"], about["vi"], *proof, *marks)
    except (KeyError, TypeError) as error:
        raise rules.RuleError(f"rules/topics/{name}.toml has no {error}; copy that part from another topic") from error


def _terms(name: str, file: dict) -> list[Term]:
    """All terms of a file; those of not_in weigh nothing and only cover what stands under them."""
    plain = [(text, weight) for key, weight in WEIGHTS.items() for text in listed(file.get(key, ()))]
    plain += [(text, 0.0) for text in listed(file.get("not_in", ()))]
    ruled = {text: rule for rule in file.get("when", ()) for text in listed(rule["terms"])}
    fields = set(listed(file.get("fields", ())))
    return [Term(name, text, weight, elements(text), field=text in fields) for text, weight in plain] + [
        Term(name, text, WEIGHTS[rule.get("weight", "strong")], elements(text), _wordings(rule, "near"),
             _wordings(rule, "not_near"), rule.get("within", NEAR))
        for text, rule in ruled.items()
    ]  # fmt: skip


def _wordings(rule: dict, key: str) -> Phrases | None:
    return Phrases((elements(text), True) for text in listed(rule[key])) if key in rule else None


def book() -> Codebook:
    """The codebook of rules/topics and rules/figurative.toml, read again when a file has changed."""
    return made(_current, _itself)


def _itself(codebook: Codebook) -> Codebook:
    return codebook


def _current() -> Codebook:
    files, figurative = rules.load_all("topics"), rules.load("figurative")
    return _book(tuple((name, id(file)) for name, file in files.items()) + (("", id(figurative)),))


@lru_cache(maxsize=2)
def _book(stamp: tuple) -> Codebook:
    return Codebook(rules.load_all("topics"), rules.load("figurative"))
