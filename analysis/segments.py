"""Tokens and the model's probability that each continues a word come in; the words, as token spans, go out.

The model alone glues a verb to a country, cuts titles and foreign names and makes chance joins. Here its log odds are
one voice among others: the dictionary, the reader's lexicon, capitals and the shape of the token. The best cut of the
sentence is the one with the highest sum (a search over spans, exact, in one pass from left to right).
"""

import math
import re
from functools import lru_cache

from analysis.letters import is_syllable
from analysis.lexicon import agrees

LONGEST = 8
NEVER = -1e6
SURE = 7.0  # log odds are cut off here, so that no single boundary outvotes the lexicon
# In the dictionary: a join from a probability of 0.14 on (1.8 = log odds of .86). "khí đốt" .33, "vải thiều" .23 and
# "sắt thép" .16 are words; below .1 wrong joins prevail.
IN_DICTIONARY = 1.8
# Not in the dictionary: joined from 0.6 on. "dấu mốc" .65 and "hé lộ" .65 are words, "bày hứng" .57 is none.
TWO_UNKNOWN = -0.4
# Three and more unknown syllables are nearly always a word and its neighbour ("góp phần lớn" .97, "tội phạm mạng" .80).
MORE_UNKNOWN = -6.0
IN_LEXICON = 8.0
FOREIGN_RUN = 5.0
PARTICLES = frozenset({"bin", "bint", "ibn", "al", "el", "von", "van", "der", "de", "da", "di", "dos", "la", "le"})
TOO_SURE = -2.5  # log odds below which only the lexicon still joins: no bonus above makes good for them

_MARK = re.compile(r"[\W\d_]")


@lru_cache(maxsize=65536)
def kind(token):
    """What a token is by its shape: "mark", "acronym", "foreign", "upper" or "lower" (Vietnamese syllables).

    >>> [kind(token) for token in ("5,3", "USD", "Putin", "Nga", "thăm", "Xô-viết")]
    ['mark', 'acronym', 'foreign', 'upper', 'lower', 'whole']
    """
    if not _MARK.search(token):
        if len(token) > 1 and token.isupper() and not is_syllable(token):
            return "acronym"
        if not is_syllable(token):
            return "foreign" if token[0].isupper() else "lower"
        return "upper" if token[0].isupper() else "lower"
    return "whole" if token[0].isalpha() else "mark"


def log_odds(probability):
    """The log odds of a probability, cut off at +-SURE."""
    if probability <= 0.001 or probability >= 0.999:
        return SURE if probability > 0.5 else -SURE
    return math.log(probability / (1 - probability))


SYLLABLES = frozenset({"upper", "lower"})  # the kinds of Vietnamese syllables


def _kinds(tokens):
    """The kind of every token; a particle between two parts of a foreign name ("bin", "al") is part of the name."""
    kinds = list(map(kind, tokens))
    for i in range(1, len(tokens) - 1) if not PARTICLES.isdisjoint(tokens) else ():
        if tokens[i] in PARTICLES and kinds[i - 1] == kinds[i + 1] == "foreign":
            kinds[i] = "foreign"
    return kinds


def _foreign_names(tokens, kinds, alone, odds):
    """The log odds with runs of capitalised foreign syllables joined, and everything foreign cut from the rest."""
    pairs = zip(kinds, kinds[1:], strict=False)
    for i, pair in [(i, pair) for i, pair in enumerate(pairs, 1) if not SYLLABLES.issuperset(pair)]:
        if pair == ("foreign", "foreign"):
            apart = tokens[i - 1] in alone or tokens[i] in alone
            odds[i] = NEVER if apart else FOREIGN_RUN
        elif "mark" in pair or "acronym" in pair or "foreign" in pair and "lower" in pair:
            odds[i] = NEVER
        elif "whole" in pair:
            odds[i] = min(odds[i], 0.0)
        elif "foreign" in pair:  # "Bão | Irma", "Điện | Kremlin": the model joins them at .7 to .95
            odds[i] = min(odds[i], -1.0)
    return odds


def _case_forbids(kinds, first, after):
    """True where a capital inside says that a new unit begins: "thăm | Nga", "Bộ | Chính trị". All capitals: a name."""
    inner = [kind != "lower" for kind in kinds[first + 1 : after]]
    if not any(inner):
        return False
    return kinds[first] == "lower" or not all(inner)


def _run_bonus(low, kinds, first, after, words, known):
    """What dictionary and capitals say about a run of two or more tokens that the lexicon does not know."""
    if tuple(low) in words.cuts or _case_forbids(kinds, first, after):
        return NEVER
    if " ".join(low) in known:
        return 0.0 if len(low) > 3 or not words.loose.isdisjoint(low) else IN_DICTIONARY
    capitals = [kind != "lower" for kind in kinds[first:after]]
    if all(capitals):
        return 0.0 if len(low) < 5 else MORE_UNKNOWN
    if len(low) == 2 and not (capitals[0] and first):
        return TWO_UNKNOWN
    return MORE_UNKNOWN


def _lexicon_ends(tokens, low, first, lengths, words):
    """Ends of the lexicon's words that begin at this token, of those lengths."""
    for length in lengths:
        run = tuple(low[first : first + length])
        entries = words.joins.get(run, ()) if len(run) == length else ()
        if any(agrees(entry, tokens[first : first + length]) for entry in entries):
            yield first + length


def _candidates(tokens, low, kinds, odds, words, known, first, lengths):
    """Every word of several tokens that may begin at this token, as {end: score}; one token alone has 0."""
    found, total = {}, 0.0
    for after in range(first + 2, min(first + LONGEST, len(tokens)) + 1):
        total += odds[after - 1]
        if odds[after - 1] < TOO_SURE:
            break
        bonus = _run_bonus(low[first:after], kinds, first, after, words, known)
        if bonus > NEVER:
            found[after] = total + bonus
    for after in _lexicon_ends(tokens, low, first, lengths, words):
        found[after] = IN_LEXICON + sum(abs(value) for value in odds[first + 1 : after] if value > NEVER)
    return found


def segment(tokens, joined, known, words):
    """The words of a sentence as a list of (first token, one after the last).

    `tokens` in the dictionary's spelling (tone on the last vowel), `joined` the model's probability that a token
    continues the word before it, `known` the dictionary's words in lower case, `words` the reader's lexicon.

    >>> from analysis.lexicon import lexicon
    >>> segment(["thăm", "Nga"], [0.0, 0.6], set(), lexicon())
    [(0, 1), (1, 2)]
    """
    low, kinds = [token.lower() for token in tokens], _kinds(tokens)
    odds = _foreign_names(tokens, kinds, words.alone, [log_odds(probability) for probability in joined])
    best, back = [0.0] + [-math.inf] * len(tokens), [0] * (len(tokens) + 1)
    lengths = [words.lengths.get(pair, ()) for pair in zip(low, [*low[1:], ""], strict=True)]
    for first, follows in enumerate([*odds[1:], NEVER]):
        if best[first] > best[first + 1]:
            best[first + 1], back[first + 1] = best[first], first
        if follows < TOO_SURE and not lengths[first]:
            continue  # most tokens
        for after, score in _candidates(tokens, low, kinds, odds, words, known, first, lengths[first]).items():
            if best[first] + score > best[after]:
                best[after], back[after] = best[first] + score, first
    return _trace(back)


def _trace(back):
    spans, after = [], len(back) - 1
    while after:
        spans.append((back[after], after))
        after = back[after]
    return spans[::-1]
