"""A cue of a Reading comes in; what it says a quantity measures, as a Meaning, goes out."""

import re
from dataclasses import dataclass

TRADE = ("turnover", "export", "import", "balance")
OTHER = ("company", "price", "economy", "payment")


@dataclass(frozen=True)
class Meaning:
    """What a quantity says: measure, what a rate is of, the sign, whether a change, and the rule that decided."""

    measure: str
    of_measure: str | None = None
    sign: int = 1
    delta: bool = False
    basis: str | None = None
    detail: str = ""
    rule: str = ""
    cue: int | None = None


def whole(meaning):
    """The measure a Meaning speaks of: for a rate or a share what it is of, which may be None."""
    return meaning.of_measure if meaning.measure in ("growth_rate", "share") else meaning.measure


def label_of(cue):
    """The measure a cue stands for, and the sign it gives."""
    return {
        "turnover_weak": ("turnover", 1), "surplus": ("balance", 1), "deficit": ("balance", -1),
        "balance": ("balance", 1),
        "export_market": ("export", 1), "import_market": ("import", 1), "people": ("other", 1),
    }.get(cue.label, ("other" if cue.label in OTHER else cue.label, 1))  # fmt: skip


def from_cue(reading, cue, carried, rule):
    """The Meaning of a cue; a bare "kim ngạch" takes its way from the words beside it or the one before."""
    measure, sign = label_of(cue)
    words = reading.words(cue.first, cue.last)
    if words in (["nợ"], ["dư", "nợ"], ["vay"]) and any(c.label == "aid" and c.last <= cue.first for c in reading.cues):
        return Meaning("aid", None, detail="aid", rule="debt", cue=cue.first)
    if cue.label == "aid" and _BANK_LOAN.search(reading.said):
        return Meaning("other", None, detail="company", rule="loan to a firm", cue=cue.first)
    if cue.label == "investment" and _of_loans(reading, cue):
        return Meaning("aid", None, detail="aid", rule="sum of loans", cue=cue.first)
    if cue.label == "investment" and _of_assets(reading, cue):
        return Meaning("other", None, detail="economy", rule="fixed capital", cue=cue.first)
    if words == ["tiêu", "thụ"] and _sold_by_a_firm(reading, carried):
        return Meaning("other", None, detail="company", rule="sales", cue=cue.first)
    if cue.label in ("turnover_weak", "turnover") and (way := _way(reading, cue)):
        measure = way
    elif (
        (cue.label == "turnover_weak" or words == _SUM and (rule == "share" or _beside_weight(reading, cue)))
        and carried
        and (carried.of_measure or carried.measure) in ("export", "import")
        and not _two_sided(reading)
        and (
            _goes_on(reading, cue, carried)
            or reading.goods
            or carried.cue is not None
            and carried.cue < cue.first
            and _said_here(reading, carried)
        )
    ):
        measure, sign = carried.of_measure or carried.measure, 1
    if cue.label in ("surplus", "deficit") and _of_state(reading, cue):
        return Meaning("other", None, sign, detail="economy", rule="budget", cue=cue.first)
    return Meaning(measure, None, sign, detail=cue.label, rule=rule, cue=cue.first)


# "ngân hàng ... cho một công ty vay", "ngân hàng cấp tín dụng ... cho công ty": business of two firms, no aid.
_BANK_LOAN = re.compile(
    r"(?<!\w)(?:ngân hàng|nhà băng)(?! thế giới| phát triển| trung ương| nhà nước)(?!\w).* cho (?:\w+ ){0,2}?"
    r"(?:công ty|doanh nghiệp|hãng|tập đoàn|nhà máy|xưởng|hộ|nhà nhập khẩu|nhà xuất khẩu)(?!\w)"
)


def _goes_on(reading, cue, carried):
    """True for a bare "kim ngạch" in a sentence without a country, after sentences about one flow alone.

    "đưa kim ngạch lên 15 tỷ" is the goal of two countries: the whole trade.
    """
    raised = reading.words(cue.first - 1, cue.first) in (["đưa"], ["nâng"], ["đẩy"])
    bare = reading.words(cue.first, cue.last) == ["kim", "ngạch"] and not raised
    return carried.rule == "one flow" and bare and not reading.places


_SUM = ["tổng", "kim", "ngạch"]


def _beside_weight(reading, cue):
    """True for "xuất khẩu 5,3 triệu tấn gạo, tổng kim ngạch 2,6 tỷ USD": the value of what was weighed."""
    before = [quantity for quantity in reading.quantities if quantity.last <= cue.first]
    return bool(before) and before[-1].unit == "tonnes" and cue.first - before[-1].last <= _NEAR


# Tokens: "tấn than đá các loại, tổng kim ngạch" has five between.
_NEAR = 6


def _of_loans(reading, cue):
    """True for "Hai hiệp định vay ODA lần này có tổng số vốn 21 tỷ yên": a bare "vốn" is that of the loans."""
    bare = reading.words(cue.first, cue.last) in (["số", "vốn"], ["tổng", "vốn"], ["vốn"], ["tổng", "số", "vốn"])
    lent = [hit for hit in reading.cues if hit.label == "aid" and hit.last <= cue.first]
    return bare and any("oda" in reading.words(hit.first, hit.last) for hit in lent)


def _of_assets(reading, cue):
    """True for "đầu tư vào vốn cơ bản tăng, mức đầu tư năm 2008 là": what a country invests at home."""
    before = [hit for hit in reading.cues if hit.label == "economy" and hit.last <= cue.first]
    return any({"đầu", "vốn"} & set(reading.words(hit.first, hit.first + 2)) for hit in before)


def _sold_by_a_firm(reading, carried):
    """True for "sản lượng tiêu thụ đạt 8.200 tấn" where no market is named, pointed to or carried along."""
    if consumer(reading):
        return True
    return carried is None and not reading.points and all(place.code == "VN" for place in reading.places)


def consumer(reading):
    """The country of "Nga tiêu thụ 140.000 tấn chè, trong đó nhập khẩu 121.000 tấn", part of what it uses; or None."""
    codes = {place.code for place in reading.places} if "tiêu thụ" in reading.said else ()
    alone = len(codes) == 1 and "VN" not in codes and not reading.points
    return next(iter(codes)) if alone and _BOUGHT_PART.search(reading.said) else None


_BOUGHT_PART = re.compile(r"tiêu thụ .*(?:trong đó|phần lớn.{0,24} là|phần lớn) nhập khẩu")


def _of_state(reading, cue):
    """True for "ngân sách ... thâm hụt": a budget's deficit, not trade's."""
    return any(
        c.label == "economy" and c.last <= cue.first and not {",", ";"} & set(reading.words(c.last, cue.first))
        for c in reading.cues
    )


def _said_here(reading, carried):
    """True where the Meaning carried along was read from a cue of this sentence."""
    return any(
        cue.first == carried.cue and label_of(cue)[0] == (carried.of_measure or carried.measure) for cue in reading.cues
    )


def _way(reading, cue):
    """ "kim ngạch nhóm hàng này sang Nga" is an export, "kim ngạch từ Nga" an import; None where no way is said."""
    if reading.words(cue.first, cue.last) not in (["kim", "ngạch"], ["giá", "trị"], ["tổng", "kim", "ngạch"]):
        return None
    after = [p for p in reading.places if 0 <= p.first - cue.last <= 6 and not p.paired]
    if not after or any(p.role == "with" for p in after):
        return None
    return {"to": "export", "from": "import"}.get(after[0].role)


def _two_sided(reading):
    return any(hit.label == "both" for hit in reading.points) or any(place.paired for place in reading.places)
