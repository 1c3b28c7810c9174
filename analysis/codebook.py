"""The files of rules/topics come in; a codebook that finds each topic's words in a sentence goes out."""

from functools import lru_cache

from analysis import rules
from analysis.codebook_files import Term, terms_of, topic_of
from analysis.codebook_wordings import Phrases, elements, listed, stream
from analysis.figures_of_speech import LOOSE, body_names, factor_of, factors, roll_from
from analysis.lookup import made
from analysis.term_hits import Hit, allowed, crossed, hit_of, settled

OTHER = "~"  # marks a kind of news that is no topic: "~sport"


class Codebook:
    """All topics of rules/topics with an index over their terms; find() gives the hits in a sentence."""

    def __init__(self, files: dict, figurative: dict):
        self.topics = {name: topic_of(name, file) for name, file in files.items()}
        terms = [term for name, file in files.items() for term in terms_of(name, file)]
        terms += [Term("", text, 0, elements(text)) for text in listed(figurative["never"])]
        terms += [Term(OTHER + kind, text, 1.0, elements(text))
                  for kind, wordings in figurative["other_news"].items() for text in listed(wordings)]  # fmt: skip
        self.index = Phrases((term.elements, term) for term in terms)
        words = [[word for word, _ in term.elements] for term in terms]
        self.pairs = {pair for one in words for pair in zip(one, one[1:], strict=False)}
        self.scopes = Phrases((elements(text), factor) for factor, key in ((0.0, "simile"), (LOOSE, "loose"))
                              for text in listed(figurative[key]))  # fmt: skip
        self.bodies = Phrases((elements(text), True) for text in listed(figurative["bodies"]))
        self.rolls, self.who = (Phrases((elements(text), True) for text in listed(figurative[key]))
                                for key in ("roll", "who"))  # fmt: skip
        self.lists = Phrases((elements(text), True) for text in listed(figurative["no_simile"]))

    def find(self, sentence: str, joined: list = (), names: list = (), found: list | None = None) -> list[Hit]:
        """The hits in a sentence, left to right.

        joined: the (start, end) of its words of several syllables. names: what is named in it (relations.Sides.names).
        found: its tokens, if they are known.
        """
        read = stream(sentence, names, found)
        raw = [hit for _, here in self.index.find(read) for hit in here]
        inside = {at for first, last in joined for at in range(first + 1, last)} if raw else ()
        raw = [hit for hit in raw if not crossed(hit[1], read, joined, inside, self.pairs)]
        kept = settled([(term, covered) for term, covered in raw if allowed(term, covered, read)])
        kept = [(term, covered) for term, covered in kept if term.topic and term.weight]
        if not kept:
            return []
        roll = roll_from(self.rolls, self.who, read)
        if roll < len(read.words):
            kept = [(t, covered) for t, covered in kept if covered[0] < roll or self._ranks(t.topic)]
        if not kept:
            return []
        counts = factors(sentence, read, self.scopes, self.lists)
        ends = frozenset(end for _, covered in kept for end in (covered[0], covered[-1]))
        named = body_names(self.bodies, read)
        hits = [hit_of(term, covered, read, factor_of(term, covered, counts, named), ends) for term, covered in kept]
        return sorted((hit for hit in hits if hit.weight), key=lambda hit: (hit.start, hit.topic))

    def _ranks(self, topic: str) -> bool:
        return topic in self.topics and self.topics[topic].ranks


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
