"""A quantity of a Reading and its Sides so far come in; whether it is what a country trades with all goes out."""

from analysis.parties import HOME


def of_one(reading, n, own):
    """True for "Nhập khẩu cá ngừ của Nga đạt 90 triệu USD": what a country buys from all, not from Viet Nam."""
    pointing = {hit.first for hit in reading.points}
    named = [p for p in reading.places if p.first < reading.quantities[n].first and p.first not in pointing]
    return own.reporter != HOME and any(p.code == own.reporter and p.role == "of" for p in named)


def told_by_its_own(reading, n, own):
    """True for "Theo Hải quan Nga, nhập khẩu của nước này đạt ...", "Theo Cục B của Ý, Ý đã nhập": from all."""
    if own.reporter in (None, HOME) or own.partners:
        return False
    first = reading.quantities[n].first
    said = [p for p in reading.places if p.code == own.reporter and p.first < first]
    if len(said) != 2 or not said[0].weak or said[1].weak:
        return False
    return said[1].role in ("of", "")


def whole(reading, n, own):
    """True where the text says that the amount is a country's total: "cả nước", "tổng kim ngạch xuất khẩu"."""
    words = " ".join(reading.words(0, reading.quantities[n].first))
    both = any(hit.label == "both" for hit in reading.points)
    first = reading.quantities[n].first
    if both or any(p.kind == "region" and p.role in ("to", "from") and p.first < first for p in reading.places):
        return False
    if own.reporter not in (None, HOME):
        return total(reading, n) and not own.partners and of_one(reading, n, own)
    if "cả nước" in words or "toàn nền kinh tế" in words:
        return True
    return total(reading, n) and own.reporter is not None


def of_the_nation(reading, meaning):
    """True for "nhập khẩu hàng hóa cả nước năm 2016 đạt 173 tỷ USD", whoever was told of before."""
    if meaning.measure == "share" or reading.points or "cả nước" not in reading.said:
        return False
    return "cả nước" in " ".join(reading.words(0, reading.quantities[0].first))


def of_all(reading, n):
    """True for "9,04 triệu tấn của cả nước" beside one partner's part: Viet Nam's trade with all."""
    last = reading.quantities[n].last
    words = " ".join(reading.words(last, min(reading.clause_end(n), last + _NEAR)))
    return words.endswith("của cả nước") or words.startswith("của cả nước")


# Tokens: "391 tỷ USD hàng xuất khẩu 10 tháng của cả nước" has nine.
_NEAR = 12


def sum_of(reading, n):
    """True for "tổng lượng thịt xuất khẩu của Nga" behind what goes to one buyer."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    return any(phrase in words for phrase in ("tổng lượng", "tổng khối lượng", "tổng giá trị", "tổng kim ngạch"))


def total(reading, n):
    """True behind "tổng kim ngạch xuất khẩu" and the like."""
    words = " ".join(reading.words(0, reading.quantities[n].first))
    return any(phrase in words for phrase in _TOTALS)


_TOTALS = (
    "tổng kim ngạch xuất khẩu", "tổng kim ngạch nhập khẩu", "tổng kim ngạch xuất nhập khẩu", "tổng trị giá xuất",
    "tổng giá trị xuất khẩu", "tổng giá trị nhập khẩu", "tổng kim ngạch xuất , nhập khẩu", "tổng trị giá nhập",
    "tổng xuất khẩu", "tổng nhập khẩu",
)  # fmt: skip
