"""A text comes in; its sentences go out, each with the topics of the relationship and the words that say so.

The codebook (rules/topics) says which words speak for a topic; relations.py says whether a sentence speaks of Viet Nam
and a partner at all. A sentence can have several topics. topics.py makes the tables; helper processes need this alone.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from math import prod
from operator import attrgetter

from analysis import codebook, datelines, relations, rules
from analysis.codebook_files import Topic
from analysis.codebook_wordings import listed
from analysis.once import once
from analysis.phrases import fold, tokens
from analysis.vietnamese import cuts, nfc, sentences_at

# A topic stands in a sentence when its words there weigh at least this much: one strong word, or a likely one and a
# hint, or three hints.
ENOUGH = 0.99
BESIDE = 0.35  # a topic beside a stronger one needs this share of its weight, unless it is an item of a list ...
BESIDE_WEAK = 0.55  # ... and this much if none of its words is strong
LEAD = 1.75  # how much more a topic marked `first` weighs when the main one is chosen,
OPENING = 3  # ... one in the first sentence that has any,
SUBJECT = 1.25  # ... and the one a sentence begins with, after words of time, place or occasion;
ACTS = 3  # ... for a topic marked `beside` such a beginning is an organisation that acts (with these three the main
# topic of 319 passages was right in 303, without them in 297)
TWO = 1.55  # words of this weight are three that agree
PAST = "history"  # beside this topic one marked `today` needs its field's name
COUNTS = 0.5  # words that weigh less (hints) do not decide which topic is the main one; one alone has no echo
# An article that is about Viet Nam as a whole names it in the title or one of so many first sentences, ...
OPENS = 3
OFTEN = 0.2  # ... or in this share of all (news of other countries on 81 real sentences: 6 wrong topics before, then 3)
OVER = 1.5  # news of sport, crime, weather or accidents stands aside only for a topic that weighs so much more
ECHO = 0.5  # what a word in another sentence of the paragraph adds


@dataclass(frozen=True)
class Mention:
    """One topic in one sentence: which sentence, its offsets in the text, the deciding words, weight and partners."""

    topic: str
    number: int
    sentence: str
    start: int
    end: int
    terms: tuple
    spans: tuple
    weight: float
    partners: tuple


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article: whether it speaks of the relationship, with which partners, and its topics."""

    number: int
    paragraph: int
    text: str
    start: int
    end: int
    related: bool
    partners: tuple
    mentions: tuple


@dataclass(frozen=True)
class _Read:
    """A sentence that was read: number, paragraph, offsets, text, tokens, words of several syllables, and sides."""

    number: int
    paragraph: int
    start: int
    end: int
    text: str
    cut: list
    joined: list
    sides: relations.Sides

    @once
    def hits(self) -> tuple:
        """What the codebook finds in it, looked for when it is asked for: a sentence of no relation needs none."""
        return tuple(codebook.book().find(self.text, self.joined, self.sides.names, self.cut))

    @once
    def best(self) -> dict:
        """{(topic, word): the most it weighs here}"""
        return _best(self.hits)


def label(text: str, title: str = "") -> list[str]:
    """The topics of a text, the main one first; an empty list when it speaks of no relation or of no topic.

    >>> label("Nga dành cho Việt Nam thêm nhiều suất học bổng.")
    ['education_training']
    >>> label("Chuyến đi Nga đem lại năng lượng tích cực cho đoàn Việt Nam.")
    []
    """
    weights, first, found = {}, {}, mentions(text, title)
    for mention in found:
        told = [other for other in found if other.number == mention.number]
        weight = mention.weight * _lead(mention, told, mention.number == found[0].number)
        weights[mention.topic] = weights.get(mention.topic, 0) + weight
        first.setdefault(mention.topic, mention.start + mention.spans[0][0])
    return sorted(weights, key=lambda topic: (-round(weights[topic], 6), first[topic]))


def _lead(mention: Mention, told: list[Mention], opening: bool) -> float:
    """How much more a topic weighs for being the main one; told: the topics of its sentence."""
    topic = codebook.book().topics[mention.topic]
    begins = (ACTS if topic.beside else SUBJECT), min(told, key=_begins) is mention
    return prod(factor for factor, holds in (begins, (LEAD, topic.first), (OPENING, opening)) if holds)


def _begins(mention: Mention) -> tuple:
    """Where a topic's first words stand, those of the setting ("Bên lề hội nghị, ...") after all others."""
    setting = _setting(mention.sentence)
    return min((start < setting, start) for start, _ in mention.spans)


def _setting(sentence: str) -> int:
    """Where the words of time, place or occasion end with which a sentence begins.

    >>> _setting("Bên lề hội đàm, hai bên bàn về dầu khí."), _setting("Hai bên bàn về dầu khí, thương mại.")
    (14, 0)
    """
    begins = tuple(f"{wording} " for wording in listed(rules.load("figurative")["setting"]))
    return max(0, sentence.find(",")) if sentence.startswith(begins) else 0


def mentions(text: str, title: str = "") -> list[Mention]:
    """Where each topic of a text stands and by which words, in order of the text.

    >>> [(m.topic, m.terms) for m in mentions("Hai nước mở thêm giếng khoan ở Bạch Hổ.")]
    [('energy_oil_gas', ('giếng khoan', 'Bạch Hổ'))]
    """
    text = nfc(text)
    sentences = read(text, title, joined_words(cuts(text)))
    return [mention for sentence in sentences for mention in sentence.mentions]


def read(text: str, title: str, joined: list) -> list[Sentence]:
    """Every sentence of an NFC text with its topics; joined: (start, end) of the words of several syllables."""
    book = codebook.book()
    found = _read(text, joined)
    paragraphs = {number: list(several) for number, several in groupby(found, attrgetter("paragraph"))}
    related = _related(found, paragraphs, relations.find(title) if title else None)
    return [_sentence(one, paragraphs[one.paragraph], related.get(one.number), book) for one in found]


def _sentence(one: _Read, near: list[_Read], partners: tuple | None, book: codebook.Codebook) -> Sentence:
    """The sentence with its topics; near: its paragraph; partners is None where it speaks of no relation."""
    own = () if partners is None else tuple(_of_sentence(one, near, partners, book))
    return Sentence(one.number, one.paragraph, one.text, one.start, one.end, partners is not None, partners or (), own)


def _read(text: str, joined: list) -> list[_Read]:
    found = []
    for number, (sentence, start, end) in enumerate(sentences_at(datelines.hidden(text))):
        cut, words = tokens(fold(sentence)), _within(joined, start, end)
        sides = relations.find(sentence, cut)
        found.append(_Read(number, text.count("\n", 0, start), start, end, sentence, cut, words, sides))
    return found


def joined_words(found: dict) -> list:
    """(start, end) of the words that have several syllables, out of what vietnamese.cuts() gives for a text."""
    lengths = [len(word) if " " in word else 0 for word in found["spelled"]]
    return [[start, start + lengths[word]] for word, start in zip(found["word"], found["start"], strict=True)
            if lengths[word]]  # fmt: skip


def _within(spans: list, start: int, end: int) -> list:
    """The spans, which are in order, that lie from start to end, counted from start."""
    first = bisect_left(spans, [start])
    return [(begin - start, last - start) for begin, last in spans[first : bisect_left(spans, [end])] if last <= end]


def _related(read: list[_Read], paragraphs: dict[int, list[_Read]], title) -> dict[int, tuple]:
    """The numbers of the sentences that speak of a relation, each with its partners."""
    found, whole = {}, [one.sides for one in read] + ([title] if title else [])
    if _of_others(whole):
        return {}
    named = [sides.vietnam or sides.both for sides in whole]
    opening = any([*named[:OPENS], *named[len(read) :]]) or sum(named) >= OFTEN * len(named)
    told = opening and _makes_relation(whole)
    ours = False  # whether the sentence before told of the relationship itself
    for several in paragraphs.values():
        near = [one.sides for one in several]
        told_near = told or _makes_relation(near)
        others = False
        for one in several:
            others = _speaks_of_others(one.sides) and not (ours and _points_back(one)) or others and _goes_on(one)
            if not others and (told_near or _makes_relation([one.sides])):
                found[one.number] = _meant(one.sides, near, whole)
            ours = one.sides.related and not others
    return found


def _goes_on(one: _Read) -> bool:
    """True for a sentence that names no side and begins with "Nước này": it is about what the last one was about."""
    named = one.sides.vietnam or one.sides.partners or one.sides.both or one.sides.either
    return not named and one.text.startswith(tuple(listed(rules.load("relations")["pair"]["goes_on"])))


def _points_back(one: _Read) -> bool:
    """True for a sentence that begins with "Hiệp định này": it is about what the one before told of."""
    return one.text.startswith(tuple(listed(rules.load("relations")["pair"]["points_back"])))


def _of_others(circle: list) -> bool:
    """True where two foreign countries or more are named and not Viet Nam: their "hai nước", "cả nước" are not ours."""
    nations = {nation for sides in circle for nation in sides.nations}
    return len(nations) > 1 and not any(sides.vietnam and not sides.here for sides in circle)


def _speaks_of_others(own) -> bool:
    return not own.related and (own.abroad or not own.vietnam and len(own.nations) > 1)


def _makes_relation(circle: list) -> bool:
    """True where the sides named in some sentences make a relation."""
    return any(sides.related for sides in circle) or (
        any(sides.vietnam for sides in circle) and any(sides.partners for sides in circle)
    )


def _meant(own, near: list, whole: list) -> tuple:
    """The partners a sentence speaks of: those it names, else ("hai nước") the one most named around it."""
    if own.partners and (own.countries or not own.both):
        return own.partners
    for circle in (near, whole):
        named = Counter(code for sides in circle for code in sides.countries)
        if named:
            return (*own.partners, named.most_common(1)[0][0])
    return own.partners or tuple(dict.fromkeys(code for sides in whole for code in sides.partners))


def _of_sentence(one: _Read, near: list[_Read], partners: tuple, book: codebook.Codebook) -> list[Mention]:
    weights = _weights(one.best)
    other = max((weight for topic, weight in weights.items() if topic.startswith(codebook.OTHER)), default=0)
    unsure = any(COUNTS <= weight < ENOUGH for weight in weights.values())
    echoes = _echoes(one, near, weights) if unsure else {}
    past = weights.get(PAST, 0) >= ENOUGH and any(hit.topic == PAST and hit.weight >= 1 for hit in one.hits)
    own = {topic: weight for topic, weight in weights.items() if not topic.startswith(codebook.OTHER)
           and not (past and book.topics[topic].today and not _named(topic, one.hits))}  # fmt: skip
    own = {topic: weight for topic, weight in own.items() if not _gives_way(book.topics[topic], one.hits)}
    main = max(own, key=lambda topic: (round(own[topic], 6), _firm(topic, one.hits)), default="")
    top = own.get(main, 0)
    found = []
    for topic, weight in own.items():
        if other and weight <= OVER * other or weight + echoes.get(topic, 0) < ENOUGH:
            continue
        if topic == main or _stands_beside(book.topics[topic], weight, top, one.hits):
            found.append(_mention(topic, one, weight, partners))
    return found


def _echoes(one: _Read, near: list[_Read], weights: dict) -> dict[str, float]:
    """What the sentences beside it add to the topics of a sentence; to a single hint they add nothing."""
    beside = _weights(_merged(other.best for other in near if other is not one))
    return {topic: ECHO * beside.get(topic, 0) for topic, weight in weights.items() if weight >= COUNTS}


def _gives_way(topic: Topic, hits) -> bool:
    """True for a topic told by vague words alone beside one to which it yields."""
    beside = any(hit.topic in topic.yields and hit.weight >= 1 for hit in hits)
    return beside and not _firm(topic.id, hits)


def _firm(topic: str, hits) -> bool:
    return any(hit.firm for hit in hits if hit.topic == topic)


def _named(topic: str, hits) -> bool:
    """True where the field itself is named."""
    return any(hit.field for hit in hits if hit.topic == topic and hit.weight >= 1)


def _stands_beside(topic: Topic, weight: float, top: float, hits) -> bool:
    """True where a topic holds its own beside the strongest one of the sentence."""
    strong = [hit for hit in hits if hit.topic == topic.id and hit.weight >= 1]
    if strong and topic.beside or any(hit.listed for hit in strong):
        return True
    firm = weight >= TWO or any(hit.firm for hit in strong)
    return firm and weight >= top * (BESIDE if strong else BESIDE_WEAK)


def _weights(best: dict[tuple, float]) -> dict[str, float]:
    """The weight of each topic: that of its different words, each counted once."""
    weights = {}
    for (topic, _), weight in best.items():
        weights[topic] = weights.get(topic, 0) + weight
    return weights


def _best(hits) -> dict[tuple, float]:
    """{(topic, word): the most it weighs} of some hits."""
    best = {}
    for hit in hits:
        key = hit.topic, hit.term.lower()
        best[key] = max(best.get(key, 0), hit.weight)
    return best


def _merged(several) -> dict[tuple, float]:
    best = {}
    for weighed in several:
        for key, weight in weighed.items():
            best[key] = max(best.get(key, 0), weight)
    return best


def _mention(topic: str, one: _Read, weight: float, partners: tuple) -> Mention:
    own = [hit for hit in one.hits if hit.topic == topic]
    terms = tuple(dict.fromkeys(one.text[hit.start : hit.end] for hit in own))
    spans = tuple((start, end) for hit in own for start, end in hit.parts)
    plain = sum(weight for (name, _), weight in one.best.items() if name == topic and weight >= COUNTS)
    return Mention(topic, one.number, one.text, one.start, one.end, terms, spans, round(plain, 3), partners)


def of_article(item: dict) -> list[dict]:
    """The sentences of {"text", "title", "joined"} as dictionaries; "joined" as in read()."""
    return [_kept(sentence) for sentence in read(item["text"], item["title"], item["joined"])]


def _kept(sentence: Sentence) -> dict:
    mentions = [{key: getattr(one, key) for key in ("topic", "terms", "spans", "weight")} for one in sentence.mentions]
    return {**vars(sentence), "mentions": mentions}
