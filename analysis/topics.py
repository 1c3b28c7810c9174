"""Articles come in; topics of the relationship go out, each with the sentence and the words that say so.

The codebook (rules/topics) says which words speak for a topic; relations.py says whether a sentence speaks of Viet Nam
and a partner at all. A sentence can have several topics, an article has a profile of them.
"""

from dataclasses import dataclass

from analysis import codebook, relations
from analysis.vietnamese import nfc, sentences_at, words_at

# A topic stands in a sentence when its words there weigh at least this much: one strong word, or a likely one and a
# hint, or three hints.
ENOUGH = 0.99
BESIDE = 0.35  # a topic beside a stronger one needs this share of its weight, unless it is an item of a list ...
BESIDE_WEAK = 0.55  # ... and this much if none of its words is strong
COUNTS = 0.5  # words that weigh less (hints) do not decide which topic is the main one
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
class _Read:
    """A sentence that was read: number, paragraph, offsets, text, sides and codebook hits."""

    number: int
    paragraph: int
    start: int
    end: int
    text: str
    sides: relations.Sides
    hits: tuple


def label(text: str, title: str = "") -> list[str]:
    """The topics of a text, the main one first; an empty list when it speaks of no relation or of no topic.

    >>> label("Nga dành cho Việt Nam thêm nhiều suất học bổng.")
    ['education_training']
    >>> label("Chuyến đi Nga đem lại năng lượng tích cực cho đoàn Việt Nam.")
    []
    """
    weights, first = {}, {}
    for mention in mentions(text, title):
        weights[mention.topic] = weights.get(mention.topic, 0) + mention.weight
        first.setdefault(mention.topic, mention.start + mention.spans[0][0])
    return sorted(weights, key=lambda topic: (-round(weights[topic], 6), first[topic]))


def mentions(text: str, title: str = "", words: list | None = None) -> list[Mention]:
    """Where each topic of a text stands and by which words, in order of the text.

    words: the words of the text with offsets if they are known already (vietnamese.words_at).

    >>> [(m.topic, m.terms) for m in mentions("Hai nước ký hợp đồng mua dầu thô.")]
    [('energy_oil_gas', ('dầu thô',))]
    """
    text = nfc(text)
    read = _read(text, words_at(text) if words is None else words)
    related = _related(read, relations.find(title) if title else None)
    return [mention for one in read if one.number in related for mention in _of_sentence(one, read, related[one.number])]


def _read(text: str, words: list) -> list[_Read]:
    book, joined = codebook.book(), [(start, end) for word, start, end in words if " " in word]
    return [
        _Read(number, text.count("\n", 0, start), start, end, sentence, sides, tuple(hits))
        for number, (sentence, start, end) in enumerate(sentences_at(text))
        for sides in [relations.find(sentence)]
        for hits in [book.find(sentence, _within(joined, start, end), sides.names)]
    ]


def _within(spans: list, start: int, end: int) -> list:
    return [(first - start, last - start) for first, last in spans if start <= first and last <= end]


def _related(read: list[_Read], title) -> dict[int, tuple]:
    """The numbers of the sentences that speak of a relation, each with its partners."""
    found = {}
    whole = [one.sides for one in read] + ([title] if title else [])
    for one in read:
        near = [other.sides for other in read if other.paragraph == one.paragraph]
        for circle in ([one.sides], near, whole):
            if _stands(one.sides, circle):
                found[one.number] = one.sides.partners or _partners(circle)
                break
    return found


def _stands(own, circle: list) -> bool:
    """True where the sides named in the circle make a relation and the sentence itself does not speak of others."""
    if not own.vietnam and not own.both and len(own.partners) > 1:
        return False
    return any(sides.related for sides in circle) or (
        any(sides.vietnam for sides in circle) and any(sides.partners for sides in circle)
    )


def _partners(circle: list) -> tuple:
    return tuple(dict.fromkeys(code for sides in circle for code in sides.partners))


def _of_sentence(one: _Read, read: list[_Read], partners: tuple) -> list[Mention]:
    weights = _weights(one.hits)
    other = max((weight for topic, weight in weights.items() if topic.startswith(codebook.OTHER)), default=0)
    echoes = _weights([hit for near in read if near.paragraph == one.paragraph and near is not one for hit in near.hits])
    top = max((weight for topic, weight in weights.items() if not topic.startswith(codebook.OTHER)), default=0)
    found = []
    for topic, weight in weights.items():
        if topic.startswith(codebook.OTHER) or weight < other or weight + ECHO * echoes.get(topic, 0) < ENOUGH:
            continue
        if weight >= top * _share_needed(topic, one.hits):
            found.append(_mention(topic, one, weight, partners))
    return found


def _share_needed(topic: str, hits) -> float:
    """How much of the strongest topic's weight another one needs in the same sentence."""
    strong = [hit for hit in hits if hit.topic == topic and hit.weight >= 1]
    if any(hit.listed for hit in strong) or strong and codebook.book().topics[topic].beside:
        return 0.0
    return BESIDE if strong else BESIDE_WEAK


def _weights(hits) -> dict[str, float]:
    """The weight of each topic: that of its different words, each counted once."""
    weights = {}
    for (topic, _), weight in _best(hits).items():
        weights[topic] = weights.get(topic, 0) + weight
    return weights


def _best(hits) -> dict[tuple, float]:
    best = {}
    for hit in hits:
        key = hit.topic, hit.term.lower()
        best[key] = max(best.get(key, 0), hit.weight)
    return best


def _mention(topic: str, one: _Read, weight: float, partners: tuple) -> Mention:
    own = [hit for hit in one.hits if hit.topic == topic]
    terms = tuple(dict.fromkeys(one.text[hit.start : hit.end] for hit in own))
    spans = tuple((start, end) for hit in own for start, end in hit.parts)
    plain = sum(weight for (name, _), weight in _best(one.hits).items() if name == topic and weight >= COUNTS)
    return Mention(topic, one.number, one.text, one.start, one.end, terms, spans, round(plain, 3), partners)
