"""rules/words.txt and the model's own dictionary come in; what each says about a run of syllables goes out.

The lexicon is the reader's: a line is one word, or with bars a run that is always cut there. Lines that begin with ">"
are its cases: how a sentence has to come out.
"""

from dataclasses import dataclass
from functools import lru_cache

from analysis import rules
from analysis.letters import tone_on_last


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What the lines say.

    joins: {syllables in lower case: [entries]} of words of several syllables; lengths: {first two syllables: how many
    syllables the words that begin with them have}; cuts: runs that are no word;
    alone: foreign names that stand beside others; tied: words written with hyphens; loose: syllables of
    rules/loose_syllables.txt, with which an entry of the dictionary is no argument for a join.
    """

    joins: dict
    lengths: dict
    cuts: frozenset
    alone: frozenset
    tied: frozenset
    loose: frozenset


def _key(word):
    return tone_on_last(word)


def _read(lines, loose):
    """Joined words, cut runs and stand-alone names of the lexicon's lines."""
    joins, cuts, alone, tied = {}, set(), set(), set()
    for line in lines:
        words = [tuple(_key(part).split()) for part in line.split("|")]
        if len(words) > 1:
            cuts.add(tuple(syllable.lower() for word in words for syllable in word))
        for word in words:
            if len(word) > 1:
                joins.setdefault(tuple(syllable.lower() for syllable in word), []).append(word)
            elif "-" in word[0]:
                tied.add(word[0].lower())
            elif word[0][0].isupper():
                alone.add(word[0])
    lengths = {}
    for low in joins:
        lengths.setdefault(low[:2], set()).add(len(low))
    return Lexicon(joins, lengths, frozenset(cuts), frozenset(alone), frozenset(tied), frozenset(loose))


@lru_cache(maxsize=4)
def _cached(lines, loose):
    return _read((line for line in lines if not line.startswith(">")), map(_key, loose))


def lexicon():
    """The words of rules/words.txt, read again when the file has changed."""
    return _cached(tuple(rules.lines("words")), tuple(rules.lines("loose_syllables")))


def cases():
    """The cases of rules/words.txt: lists of words as a sentence has to come out.

    >>> all(len(case) > 1 for case in cases())
    True
    """
    return [[word.strip() for word in line[1:].split("|")] for line in rules.lines("words") if line.startswith(">")]


def agrees(entry, tokens):
    """True where the tokens, which have the entry's letters, have its capitals too; a small letter asks for nothing.

    >>> agrees(("Hoà", "Bình"), ["hoà", "bình"]), agrees(("phó", "thủ", "tướng"), ["Phó", "Thủ", "tướng"])
    (False, True)
    """
    return all(token[0].isupper() or syllable[0].islower() for syllable, token in zip(entry, tokens, strict=True))
