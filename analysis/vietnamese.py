"""Text comes in; sentences and Vietnamese words go out, with offsets, in one spelling and in Vietnamese order.

The only module that imports underthesea, and only when the first word is asked for: its model finds which syllables
belong to one word. Before it, the syllables are brought into the spelling it knows; after it, what it is known to get
wrong is put right (see segments.py). No setting of the library is changed, so the order of calls does not matter.
"""

import threading
from functools import lru_cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from analysis import crf, store
from analysis.letters import bare, nfc, norm, sort_key, tone_on_first, tone_on_last
from analysis.lexicon import lexicon as read_lexicon
from analysis.segments import segment
from analysis.sentences import sentences, sentences_at
from analysis.tokens import pieces

__all__ = ["bare", "nfc", "norm", "sentences", "sentences_at", "sort_key", "tone_on_first", "words", "words_at"]

_MODEL = "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727"
_LOCK = threading.Lock()


@lru_cache(maxsize=1)
def _load():
    """(tokens -> probabilities that each continues the word before it, the words the library's model knows)."""
    folder = Path(find_spec("underthesea").submodule_search_locations[0]) / _MODEL
    if not crf.is_known(folder):
        return _by_library(folder)
    model = crf.Model(store.remembered("word model", crf.parts, folder))
    return model.joined, model.known


def _by_library(folder):
    """What _load() gives, by the library itself: three times slower, for a model that crf.py does not know."""
    import joblib
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger

    tagger = FastCRFSequenceTagger()
    tagger.load(str(folder))
    inside = tagger.estimator.labels().index("I-W")

    def joined(tokens):
        prepared = tagger.featurizer.process([[[token] for token in tokens]])[0]
        return [both[inside] for both in tagger.estimator.marginals(prepared)]

    return joined, joblib.load(folder / "dictionary.bin")


def _model():
    with _LOCK:
        return _load()


def _spans(tokens, lexicon):
    """Words as (first token, one after the last). A line all in capitals is shown to the model in small letters."""
    joined, known = _model()
    capitals = len(tokens) > 3 and "".join(tokens).isupper()
    return segment(tokens, joined([token.lower() for token in tokens] if capitals else tokens), known, lexicon)


@lru_cache(maxsize=8192)
def _words_of_sentence(sentence, lexicon):
    """The words of one NFC sentence as a tuple, each a list of its pieces' offsets. The lexicon is part of the key:
    edits count."""
    cuts = pieces(sentence)
    if not cuts:
        return ()
    tokens = [sentence[start:end] for start, end in cuts]
    respelled = tone_on_last(sentence)  # as long as the sentence, so that the offsets hold
    shown = tokens if respelled == sentence else [respelled[start:end] for start, end in cuts]
    return tuple([cuts[first:after] for first, after in _spans(shown, lexicon)])


def _spelled(sentence, word):
    return " ".join([sentence[start:end] for start, end in word])


def words_at(text):
    """The words of a text with their offsets: a list of (word, start, end). Offsets are into the NFC text.

    >>> words_at("Nga ủng hộ hòa bình.")
    [('Nga', 0, 3), ('ủng hộ', 4, 10), ('hòa bình', 11, 19), ('.', 19, 20)]
    """
    lexicon = read_lexicon()
    return [
        (_spelled(sentence, word), begin + word[0][0], begin + word[-1][1])
        for sentence, begin, _ in sentences_at(nfc(text))
        for word in _words_of_sentence(sentence, lexicon)
    ]


def words(text):
    """The words of a text, in order; the syllables of a word are joined by one space. Letters stay as written (NFC).

    Without their spaces, the words put together are the text without its spaces.

    >>> words("Quan hệ Việt Nam-Liên bang Nga")
    ['Quan hệ', 'Việt Nam', '-', 'Liên bang', 'Nga']
    """
    return [word for word, _, _ in words_at(text)]


def cuts(text):
    """Where the words of a text are, as plain lists to keep: the different words as "spelled" in it; for each word of
    the text in order, which of these it is ("word") and its offset ("start"); how many each of the "sentences" has.

    "words" says how many are words or numbers, not marks. The function whose results are stored: segmenting is what
    takes the time, and different words are fewer than words.

    >>> cuts("Nga mua gạo. Nga!")
    {'spelled': ['Nga', 'mua', 'gạo', '.', '!'], 'word': [0, 1, 2, 3, 0, 4], 'start': [0, 4, 8, 11, 13, 16], \
'sentences': [4, 2], 'words': 4}
    """
    text, lexicon, kinds, ids, starts, sizes = nfc(text), read_lexicon(), {}, [], [], []
    for sentence, begin, _ in sentences_at(text):
        found = [(word[0][0], word[-1][1]) for word in _words_of_sentence(sentence, lexicon)]
        ids += [kinds.setdefault(sentence[start:end], len(kinds)) for start, end in found]
        starts += [begin + start for start, _ in found]
        sizes.append(len(found))
    counted = [any(map(str.isalnum, word)) for word in kinds]
    return {"spelled": list(kinds), "word": ids, "start": starts, "sentences": sizes,
            "words": sum(map(counted.__getitem__, ids))}  # fmt: skip


def repairs(text):
    """Where the words differ from those the library gives alone: a list of [its words, ours, sentence].

    Words are written with bars between them. The function whose results are stored.

    >>> repairs("Phó Thủ tướng thăm cảng.")
    [['Phó | Thủ tướng', 'Phó Thủ tướng', 'Phó Thủ tướng thăm cảng.']]
    """
    from underthesea import word_tokenize

    found, lexicon = [], read_lexicon()
    for sentence in sentences(nfc(text)):
        plain = word_tokenize(sentence, use_token_normalize=False)
        ours = [_spelled(sentence, word) for word in _words_of_sentence(sentence, lexicon)]
        found += [[*pair, sentence] for pair in _differences(plain, ours)]
    return found


def tags(text):
    """How often each word, in counting form, has each part of speech: {word: {tag: times}}.

    Tags of the library's tagger (N noun, Np name, V verb, A adjective, M numeral, CH mark, ...) over our words. It
    takes three times as long as finding the words. The function whose results are stored.

    >>> tags("Nga bán dầu khí.")["dầu khí"]
    {'N': 1}
    """
    from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor

    lexicon, found = read_lexicon(), {}
    for sentence in sentences(nfc(text)):
        shown = [tone_on_last(_spelled(sentence, word)) for word in _words_of_sentence(sentence, lexicon)]
        for word, tag in CRFPOSTagPredictor.Instance().predict(shown):
            times = found.setdefault(norm(word), {})
            times[tag] = times.get(tag, 0) + 1
    return found


def _ends(words):
    """Letters up to the end of each word."""
    return list(accumulate(len("".join(word.split())) for word in words))


def _differences(plain, ours):
    """Smallest stretches cut differently, as pairs of words with bars between them."""
    ends, others = _ends(plain), _ends(ours)
    i = j = 0
    for common in sorted(set(ends) & set(others)):
        k, m = ends.index(common, i) + 1, others.index(common, j) + 1
        if (k - i, m - j) != (1, 1):
            yield " | ".join(plain[i:k]), " | ".join(ours[j:m])
        i, j = k, m


def forget():
    """Drop the sentences read so far from memory (for measuring; they are kept to read repeated lines once)."""
    _words_of_sentence.cache_clear()
