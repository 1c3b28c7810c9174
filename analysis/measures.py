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


def goods_of(reading, n):
    """The goods a figure is limited to: named before it in its part of the sentence, else right after it; or None."""
    first, quantity = reading.start_of(n), reading.quantities[n]
    before = [hit for hit in reading.goods if first <= hit.first < quantity.first]
    after = [hit for hit in reading.goods if quantity.last <= hit.first < reading.clause_end(n)]
    if not before:
        near = after and after[0].first - quantity.last <= 5
        return _printed(reading, after[:1]) if near else _some_goods(reading, first, quantity.first)
    return _printed(reading, _list_end(reading, before))


def _list_end(reading, hits):
    """The goods of the last list in these hits: "rau quả, cà phê và hạt điều" is one list of three."""
    kept = [hits[-1]]
    for hit in reversed(hits[:-1]):
        between = reading.words(hit.last, kept[0].first)
        if len(between) > 3 or not {",", "và"} & set(between):
            break
        kept.insert(0, hit)
    return kept


def _printed(reading, hits):
    words = [" ".join(reading.words(hit.first, hit.last)) for hit in hits]
    return ", ".join(words).replace(" ,", ",") if words else None


def _some_goods(reading, first, last):
    """ "nhóm hàng này", "mặt hàng này": goods named before, so the figure is not the whole trade."""
    words = " ".join(reading.words(first, last))
    return next((phrase for phrase in ("nhóm hàng", "mặt hàng này", "sản phẩm này") if phrase in words), None)
