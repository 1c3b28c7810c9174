"""A Reading and the number of a quantity in it come in; what the quantity measures, and its sign, go out."""

from analysis import firms
from analysis.amounts import amount
from analysis.counted import persons, persons_unsaid, projects
from analysis.meanings import TRADE, whole
from analysis.rates import rate


def meaning(reading, n, carried=None):
    """The Meaning of the n-th quantity, or None where it is no figure; `carried` is the Meaning before it."""
    found = _by_unit(reading, n, carried)
    told = found is not None and whole(found) in TRADE and firms.dealt(reading, n, carried)
    return firms.of_a_firm(found) if told else found


def _by_unit(reading, n, carried):
    unit = reading.quantities[n].unit
    if unit in ("percent", "percentage_point", "times"):
        return rate(reading, n, carried)
    if unit == "persons":
        return persons(reading, n, carried)
    if unit is None and (counted := persons_unsaid(reading, n, carried)):
        return counted
    if unit == "projects":
        return projects(reading, n, carried)
    return amount(reading, n, carried)
