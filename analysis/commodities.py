"""A figure of a sentence comes in; the goods it is limited to go out, or None for the whole of a trade.

Goods are named beside the figure, hold on from the figure before, or are what the title or the sentences before are
about: a figure of coffee must never be drawn as that of all exports.
"""

import re

from analysis import unlisted_goods
from analysis.cues import cues_before
from analysis.reading import lexicon


def of(state, n, meaning, whole):
    """The goods of the quantity; of the one before where no new flow is named ("năm 2021 là 81.818 tấn")."""
    if (meaning.of_measure or meaning.measure) in ("visitors", "students"):
        return None
    own = _in_turn(state.at, n) or (None if _whole_beside(state.at, n) else goods_of(state.at, n))
    own = (state.goods or state.context.goods_before() or own) if own in THESE else own
    flows = [cue for cue in cues_before(state.at, n) if cue.label not in ("neutral", "turnover_weak")]
    priced = meaning.detail == "price"
    ended = _turns_to_all(state, meaning) or flows and not priced and not _of_same_goods(state, n, flows)
    state.goods = own or (None if ended else state.goods)
    if state.goods is None and weighed(state.at, n):
        state.goods = goods_in(state.at, n) or state.context.goods_before()
    return state.goods or _of_title(state, n, meaning, whole)


def _turns_to_all(state, meaning):
    """True for "kim ngạch Việt - Nga đạt 300 triệu USD" behind what was bought of some goods."""
    before = state.drafts[-1].meaning if state.drafts else state.traded
    ways = before and (before.of_measure or before.measure, meaning.of_measure or meaning.measure)
    return ways in (("export", "turnover"), ("import", "turnover"))


def _whole_beside(reading, n):
    """True for "hợp tác dầu khí sẽ đưa kim ngạch thương mại lên 10 tỷ USD": the whole stands nearer than the goods."""
    first, last = reading.start_of(n), reading.quantities[n].first
    end = max((hit.last for hit in reading.goods if first <= hit.first < last), default=last)
    words = " ".join(reading.words(end, last))
    return any(told in words for told in _WHOLE_TRADE) and not any(this in words for this in THESE)


_WHOLE_TRADE = (
    "kim ngạch thương mại", "kim ngạch hai chiều", "kim ngạch song phương", "thương mại hai chiều",
    "kim ngạch giữa hai", "thương mại song phương", "kim ngạch hai nước", "trao đổi thương mại",
    "kim ngạch xuất nhập khẩu",
)  # fmt: skip


def _of_title(state, n, meaning, whole):
    """The goods whose trade the title is about, for an export or import that is told without goods; or None.

    What goes the other way, or is the whole of a trade, is not of those goods.
    """
    about, way = state.context.title_goods, meaning.of_measure or meaning.measure
    if about is None or way not in ("export", "import"):
        return None
    if about not in THESE and _way_of_title(state.context) not in (None, "turnover", way):
        return None
    buyer = any(place.code == whole.reporter and place.role == "to" for place in state.context.title)
    wholes = _SURE_WHOLES if about in THESE else _WHOLES  # "Việt Nam xuất khẩu sang Nga" is of the riddle, too
    return None if buyer or any(words in state.at.said for words in (*wholes, *_ALL_TRADE)) else about


def _way_of_title(context):
    """What the title is about: export, import, turnover, balance, or None."""
    if context.title_topic:
        return context.title_topic[0].measure
    return context.title_trade and context.title_trade[0]


_ALL_TRADE = ("thương mại", "hai chiều", "song phương", "giá trị hàng", "kim ngạch hàng")


def _of_same_goods(state, n, flows):
    """True for "lượng nhập khẩu tăng 18%", "trong đó nhập từ Lào 24%" behind what was bought of some goods: the same
    way, and no sum of all."""
    if not state.drafts or not state.goods:
        return False
    before = state.drafts[-1].meaning
    told = {before.measure, before.of_measure} | ({"export", "import"} if "price" in before.rule else set())
    words = " ".join(state.at.words(state.at.start_of(n), state.at.quantities[n].first))
    same = all(cue.label in told or cue.label == "price" for cue in flows)
    part = "lượng" in words or "trong đó" in words
    return same and (part or not any(whole in words for whole in (*_WHOLES, ";", "còn")))


_SURE_WHOLES = ("tổng", "cả nước", "hàng hóa", "chung", "toàn")
_WHOLES = (*_SURE_WHOLES, "nước ta", "việt nam")


def goods_of(reading, n):
    """The goods a figure is limited to: named before it in its part of the sentence, else right after it; or None.

    Goods that the list lacks are known by standing between a verb of trade and a place.
    """
    first, quantity = reading.start_of(n), reading.quantities[n]
    named = [hit for hit in reading.goods if not _left_out(reading, hit)]
    before = [hit for hit in named if first <= hit.first < quantity.first]
    after = [hit for hit in named if quantity.last <= hit.first < reading.clause_end(n)]
    if not before:
        if after and after[0].first - quantity.last <= 5:
            return _printed(reading, _list_begin(reading, n, after[0]))
        if _FROM.issuperset(reading.words(first, quantity.first)) and (told := _until_next(reading, n)):
            return _printed(reading, told[:1])  # "Từ mức 1,6 tỷ USD năm 2022, xuất khẩu rau quả đã lên 4,6 tỷ USD"
        span = unlisted_goods.traded(reading, n)
        return " ".join(reading.words(*span)) if span else _some_goods(reading, first, quantity.first)
    return _printed(reading, _list_end(reading, before))


def _in_turn(reading, n):
    """The one of several goods that a quantity is handed out to: "than và phân bón lần lượt 90 và 60 triệu USD"."""
    turn = reading.said.find("lần lượt") if reading.hands_out else -1
    if turn < 0:
        return None
    at = reading.said[:turn].count(" ")
    values = [k for k, quantity in enumerate(reading.quantities) if quantity.first > at]
    listed = [hit for hit in reading.goods if hit.last <= at]
    goods = _list_end(reading, listed) if listed else []
    values = values[: len(goods)]
    if len(goods) < 2 or n not in values or reading.start_of(values[0]) > goods[0].first:
        return None
    buyers = {place.code for place in reading.places if goods[-1].last <= place.first <= at}
    if len(buyers) > 1 or not _joined(reading, values):  # "sang Nga và Lào lần lượt": handed out to those
        return None
    return _printed(reading, [goods[values.index(n)]])


def _joined(reading, values):
    """Do these quantities, as many as there are, follow one another with no word but "và" between?"""
    rows = zip(values, values[1:], strict=False)
    between = [set(reading.words(reading.quantities[one].last, reading.quantities[other].first)) for one, other in rows]
    units = {reading.quantities[k].unit for k in values}
    return len(values) > 1 and len(units) == 1 and all(words <= {",", "và"} for words in between)


def _left_out(reading, hit):
    """True for the oil of "các dự án ngoài lĩnh vực dầu khí", "không kể dầu thô": what the figure is without."""
    return _WITHOUT.search(" ".join(reading.words(hit.first - 4, hit.first))) is not None


_WITHOUT = re.compile(r"\b(?:ngoài|trừ|ngoại trừ|không (?:kể|tính|bao gồm|gồm)|chưa (?:kể|tính))(?: \w+){0,3}$")
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
    return next(iter(all_goods(found)[::-1]), None)


def goods_of_title(reading):
    """The goods a title is about; "mặt hàng này" where it makes a riddle of them ("Một loại hạt sang Nga tăng vọt")."""
    named = ", ".join(all_goods(reading.found))
    return named or (THESE[0] if _RIDDLE.search(reading.said) else None)


_RIDDLE = re.compile(
    r"\b(?:loại|mặt hàng|sản phẩm|thứ|món|loài|giống)(?: [^\W\d_]+){0,4} này\b"
    r"|\bmột (?:loại|mặt hàng|sản phẩm|thứ|món|loài|giống|báu vật|đặc sản)\b"
    r"|\b(?:thứ|loại) (?:quả|hạt|cây|lá|củ|hoa)\b"
)


def all_goods(found):
    """The different goods that tokens name, in order; the kind they are of ("nông sản") only where it is all."""
    hits = [hit for hit in lexicon("goods").find(found) if hit.label == "goods"]
    named = dict.fromkeys(" ".join(token.text for token in found[hit.first : hit.last]) for hit in hits)
    return [name for name in named if name not in _KINDS] or list(named)


_KINDS = ("nông sản", "hàng nông sản", "hàng hóa nông sản", "thủy hải sản", "trái cây", "ngũ cốc", "gia vị")


def _list_begin(reading, n, first):
    """The goods of the list that begins with this one, up to the next number: "226 tấn xoài, ổi và măng cụt"."""
    kept = [first]
    for hit in (hit for hit in reading.goods if first.last <= hit.first < reading.end_of(n)):
        if reading.words(kept[-1].last, hit.first) not in ([","], ["và"], [",", "và"]):
            break
        kept.append(hit)
    return kept


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
