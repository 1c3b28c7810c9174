"""Articles come in; tables of their words go out: counts, keyness, dispersion, collocations, keyword in context.

Each question has a module of its own: frequencies.py (how often), keywords.py (how typical), term_spread.py (how
evenly), collocations.py (beside what), word_runs.py (in which phrases), concordances.py (in which words around) and
word_checks.py (how the words were cut).
"""

from analysis.collocations import collocates
from analysis.concordances import concordance
from analysis.frequencies import NOUNS, frequency, over_time, richness, sizes, word_classes
from analysis.keywords import keyness
from analysis.term_spread import dispersion, occurrences
from analysis.word_checks import repairs, syllables
from analysis.word_runs import ngrams, phrase_places, phrases

__all__ = [
    "NOUNS",
    "collocates",
    "concordance",
    "dispersion",
    "frequency",
    "keyness",
    "ngrams",
    "occurrences",
    "over_time",
    "phrase_places",
    "phrases",
    "repairs",
    "richness",
    "sizes",
    "syllables",
    "word_classes",
]
