"""rules/stopwords.txt and its further tiers come in; the set of words that tables leave out goes out."""

from analysis import rules
from analysis.letters import norm


def stop_words(reporting=True, units=False):
    """Words left out of frequency lists, in counting form: closed-class words and, if `reporting`, verbs of saying.

    units: also the words that stand with numbers and dates (năm, tỷ, USD).

    >>> "của" in stop_words(), "khẳng định" in stop_words(reporting=False), "năm" in stop_words()
    (True, False, False)
    """
    lines = rules.lines("stopwords") + (rules.lines("stopwords_reporting") if reporting else [])
    lines += rules.lines("stopwords_units") if units else []
    return frozenset(map(norm, lines))
