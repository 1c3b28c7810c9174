"""The Sides that a quantity's own words give come in; the same, with what they leave open taken from before, go out.

Two tables of rules, asked in this order, the first answer counting: those of the sentence (sides_in_sentence.py), and
those of what earlier sentences, the paragraph and the title told (sides_from_before.py).
"""

from analysis.side_cases import Case
from analysis.sides_from_before import FROM_BEFORE, with_partners_before
from analysis.sides_in_sentence import IN_SENTENCE


def completed(own, measure, reading, n, meaning, carried, context, same_sentence=False):
    """The sides with what the sentence leaves open taken from before it."""
    case = Case(own, measure, reading, n, meaning, carried, context, same_sentence)
    found = _first(IN_SENTENCE, case)
    return found if found is not None else _first(FROM_BEFORE, with_partners_before(case))


def _first(rules, case):
    return next((found for rule in rules if (found := rule(case)) is not None), None)
