"""The files of the word model come in; for each token the probability that it continues the word before it goes out.

The library makes 43 strings a token and looks each up in its model, which takes nearly all of its time. What they weigh
is decided by one, two or three neighbouring tokens: here the weights are added up once for a token and once for a pair,
and kept. The probabilities are the library's (sums over all ways of joining, forward times backward: Rabiner 1989).
"""

import math
import pickle
import struct
from functools import reduce
from hashlib import sha256
from itertools import product
from operator import add

# The model of 2023-07-27 and its dictionary, as underthesea 9.5 has them: files whose results were compared with the
# library's own. Any other is left to the library.
KNOWN_FILES = {
    "models.bin": "c3a64c64349f1d73304f89babacaa8f8cd6078b1ec1a1b2c104e9e411ac1d2c3",
    "dictionary.bin": "ec8c62b3881c6682c18959988e1fe08800cc835777778845bded470ca02745d9",
}
STRETCHES = {1: 5, 2: 4, 3: 3}  # stretches of 1, 2, 3 tokens that speak for a token; the first begins two before it
KEPT = 100_000  # tokens, and pairs, whose weights are kept: 40 MB when full


def is_known(folder):
    """Are the files of the folder those of KNOWN_FILES?"""
    return all(sha256((folder / name).read_bytes()).hexdigest() == known for name, known in KNOWN_FILES.items())


def parts(folder):
    """What a Model is made of, out of the files of a folder: lists, and dictionaries with str keys."""
    attributes, moves = _read((folder / "models.bin").read_bytes())
    known, tables = pickle.loads((folder / "dictionary.bin").read_bytes()), _tables(attributes)
    threes = (text.lower() for text in (*tables["3 "], *known) if text.count(" ") == 2)
    return {"tables": tables, "moves": moves, "known": sorted(known),
            "opening": sorted({text.rpartition(" ")[0] for text in threes})}  # fmt: skip


class Model:
    """The word model: `known`, the words it was trained with in lower case, and joined().

    What stands outside of a sentence speaks too ("BOS", "EOS" in the file).
    """

    def __init__(self, parts):
        self.known, self._opening = frozenset(parts["known"]), frozenset(parts["opening"])
        self._moves, self._tables = [math.exp(weight) for weight in parts["moves"]], parts["tables"]
        self._shapes = {size: {shape: self._added(size, dict(zip(_SHAPE, map(str, shape), strict=True)))
                               for shape in product((False, True), repeat=3)} for size in STRETCHES}  # fmt: skip
        self._begin, self._end = ([self._added(size, dict.fromkeys(_VIEWS, mark)) for size in STRETCHES]
                                  for mark in ("BOS", "EOS"))  # fmt: skip
        self._outside = [_sum(one, (*two, 0.0)) for one, two, _ in (self._begin, self._end)]
        self._unknown = [self._shapes[3][False, title, False] for title in (False, True)]
        self._one, self._two = _Kept(self._of_token), _Kept(self._of_pair)

    def joined(self, tokens):
        """For each token of a sentence the probability that it is in one word with the token before it."""
        return _marginals(self._scores(tokens), *self._moves) if tokens else []

    def _scores(self, tokens):
        """For each token the log weight of "joined" less that of "begins a word", before its neighbours are heard."""
        both = list(map(self._two.__getitem__, zip(tokens, [*tokens[1:], None], strict=True)))
        three = [self._begin[2]] * 2 + self._threes(tokens, both) + [self._end[2]] * 2
        begin, end = self._outside
        both = [begin, begin, *both, end, end]
        neighbours = zip(both, both[1:], both[2:], both[3:], both[4:], three, three[1:], three[2:], strict=False)
        return [a[0] + b[1] + c[2] + d[3] + e[4] + f[0] + g[1] + h[2] for a, b, c, d, e, f, g, h in neighbours]

    def _of_token(self, token):
        return self._says((token,))

    def _of_pair(self, pair):
        """What a token says by itself and with the one after it (None at the end) about the tokens two after it, one
        after it, itself, one and two before it; and whether the two may be the first of three that say something."""
        first, second = pair
        two = self._end[1] if second is None else self._says(pair)
        opens = second is not None and f"{first} {second}".lower() in self._opening
        return *_sum(self._one[first], (*two, 0.0)), opens

    def _threes(self, tokens, pairs):
        """What each three tokens say: one of two things, but for the few that are in the model."""
        title, (small, capital) = [not token[0].islower() for token in tokens], self._unknown
        found = [capital if a and b and c else small for a, b, c in zip(title, title[1:], title[2:], strict=False)]
        for place in [place for place in range(len(found)) if pairs[place][5]]:
            found[place] = self._says(tokens[place : place + 3])
        return found

    def _says(self, tokens):
        """What a stretch of tokens says, a number for each token it speaks for."""
        size, text = len(tokens), " ".join(tokens)
        low = text.lower()
        shape = text.isascii() and text.isdigit(), all(map(_is_title, tokens)), low in self.known
        written = self._tables[f"{size} "].get(text), self._tables.get(f"{size} lower", {}).get(low)
        return _sum(self._shapes[size][shape], *filter(None, written)) if any(written) else self._shapes[size][shape]

    def _added(self, size, views):
        """The weights of the views of a stretch of `size` tokens: {view: value}."""
        rows = [row for view, value in views.items() if (row := self._tables.get(f"{size} {view}", {}).get(value))]
        return _sum((0.0,) * STRETCHES[size], *rows)


class _Kept(dict):
    """What is made of a token, or of a pair, when it is first asked for."""

    def __init__(self, make):
        self.make = make

    def __missing__(self, key):
        if len(self) > KEPT:
            self.clear()
        made = self[key] = self.make(key)
        return made


# What the model looks at in a stretch of tokens.
_SHAPE = ("isdigit", "istitle", "is_in_dict")
_VIEWS = ("", "lower", *_SHAPE)


def _sum(*rows):
    return reduce(lambda one, other: tuple(map(add, one, other)), rows)


def _is_title(token):
    return not token[0].islower()


def _marginals(scores, apart, begun, ended, going):
    """The probabilities that belong to log weights; apart, begun, ended, going: weights of the steps between labels.

    Every sum is that over the ways with "joined" divided by that over the ways with "begins a word".

    >>> [round(p, 3) for p in _marginals([0.0, 1.0], 1.0, 1.0, 1.0, 1.0)]
    [0.5, 0.731]
    """
    weights = list(map(math.exp, scores))  # the largest sum of weights the model can give is 163; exp overflows at 709
    sums, forward = [], None
    for weight in weights:
        forward = weight if forward is None else weight * (begun + going * forward) / (apart + ended * forward)
        sums.append(forward)
    backward = 1.0
    for i in range(len(weights) - 1, -1, -1):
        sums[i] *= backward
        after = weights[i] * backward
        backward = (ended + going * after) / (apart + begun * after)
    return [ratio / (1 + ratio) for ratio in sums]


# --- the file (CRFsuite's format: Okazaki 2007) -----------------------------------------------------------------------


def _tables(attributes):
    """{"size view": {value: [weight for each token it speaks for]}} of pairs ("T[0,1].lower=hai nước", weight)."""
    tables, windows = {}, {}
    for name, weight in attributes:
        window, _, value = name.partition("=")
        if window not in windows:
            size, position, view = _window(window)
            windows[window] = tables.setdefault(f"{size} {view}", {}), position, STRETCHES[size]
        table, position, length = windows[window]
        if value not in table:
            table[value] = [0.0] * length
        table[value][position] = weight
    return tables


def _window(name):
    """(size, position among the stretches of that size, view) of a window: "T[-1,0].lower" is (2, 1, "lower")."""
    span, _, view = name.removeprefix("T[").partition("]")
    numbers = [int(number) for number in span.split(",")]
    return numbers[-1] - numbers[0] + 1, numbers[0] + 2, view.removeprefix(".")


def _read(data):
    """([(attribute, log weight of "joined" less that of "begins")], log weights of the four steps) of a model file."""
    features, labels, names = struct.unpack_from("<3I", data, 28)
    count = struct.unpack_from("<I", data, features + 8)[0]
    found, steps = {}, {}
    for kind, source, label, weight in struct.iter_unpack("<IIId", data[features + 12 : features + 12 + 20 * count]):
        if kind:
            steps[source, label] = weight
        else:
            found[source] = found.get(source, 0.0) + (weight if label else -weight)
    attributes = [(name, found[number]) for number, name in _strings(data, names)]
    return attributes, [steps[step] for step in sorted(steps)]


def _strings(data, at):
    """(number, text) of the strings in the table that begins at an offset of the file."""
    count, offsets = struct.unpack_from("<2I", data, at + 16)
    for offset in struct.unpack_from(f"<{count}I", data, at + offsets):
        number, size = struct.unpack_from("<2I", data, at + offset)
        yield number, data[at + offset + 8 : at + offset + 7 + size].decode()
