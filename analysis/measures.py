"""A Reading and the number of a quantity in it come in; what the quantity measures, and its sign, go out."""

from analysis.amounts import amount
from analysis.counted import persons, persons_unsaid, projects
from analysis.rates import rate


def meaning(reading, n, carried=None):
    """The Meaning of the n-th quantity, or None where it is no figure; `carried` is the Meaning before it."""
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
