"""A Reading and the number of a quantity in it come in; what the quantity measures, and its sign, go out."""

from analysis import unlisted_goods
from analysis.amounts import amount
from analysis.counted import persons, persons_unsaid, projects
from analysis.rates import rate
from analysis.reading import lexicon


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
    """The goods a figure is limited to: named before it in its part of the sentence, else right after it; or None.

    Goods that the list lacks are known by standing between a verb of trade and a place.
    """
    first, quantity = reading.start_of(n), reading.quantities[n]
    before = [hit for hit in reading.goods if first <= hit.first < quantity.first]
    after = [hit for hit in reading.goods if quantity.last <= hit.first < reading.clause_end(n)]
    if not before:
        if after and after[0].first - quantity.last <= 5:
            return _printed(reading, after[:1])
        if _FROM.issuperset(reading.words(first, quantity.first)) and (told := _until_next(reading, n)):
            return _printed(reading, told[:1])  # "Từ mức 1,6 tỷ USD năm 2022, xuất khẩu rau quả đã lên 4,6 tỷ USD"
        span = unlisted_goods.traded(reading, n)
        return " ".join(reading.words(*span)) if span else _some_goods(reading, first, quantity.first)
    return _printed(reading, _list_end(reading, before))


_FROM = {"từ", "mức", "chỗ", "con", "số", "khoảng", "hơn", "gần", "chỉ"}


def _until_next(reading, n):
    opens = reading.words(reading.start_of(n), reading.quantities[n].first)[:1] == ["từ"]
    return [hit for hit in reading.goods if opens and reading.quantities[n].last <= hit.first < reading.end_of(n)]


def weighed(reading, n):
    """True for a weight and the value told beside it: "500 tấn, trị giá 2 triệu USD" is of goods, no whole trade."""
    quantity = reading.quantities[n]
    if quantity.unit == "tonnes":
        return True
    beside = [other for other in reading.quantities[max(0, n - 1) : n + 2] if other.unit == "tonnes"]
    return quantity.unit == "money" and any(_worth(reading, quantity, other) for other in beside)


def _worth(reading, value, weight):
    first, second = sorted((value, weight), key=lambda one: one.first)
    between = reading.words(first.last, second.first)
    return len(between) <= 6 and _WORTH.issuperset(between)


_WORTH = {
    ",", "(", "trị", "giá", "với", "kim", "ngạch", "tương", "đương", "đạt", "và", "tổng", "thu", "về", "ứng", "là",
}  # fmt: skip


def goods_in(reading, n):
    """The goods named nearest before a quantity in its sentence, else the first behind it; or None."""
    before = [hit for hit in reading.goods if hit.first < reading.quantities[n].first]
    return _printed(reading, _list_end(reading, before) if before else reading.goods[:1])


def goods_named(found):
    """The last goods that the tokens of a title or sentence name, rather than the kind they are of; or None."""
    hits = [hit for hit in lexicon("goods").find(found) if hit.label == "goods"]
    named = [" ".join(token.text for token in found[hit.first : hit.last]) for hit in hits]
    return next((name for name in reversed(named) if name not in _KINDS), named[-1] if named else None)


_KINDS = ("nông sản", "hàng nông sản", "hàng hóa nông sản", "thủy hải sản", "trái cây", "ngũ cốc", "gia vị")


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
    found = next((phrase for phrase in ("nhóm hàng", *THESE) if phrase in words), None)
    return "mặt hàng khác" if found in THESE and ")" in words.partition(found)[2] else found


THESE = ("mặt hàng này", "sản phẩm này")
