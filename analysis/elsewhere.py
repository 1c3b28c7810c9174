"""A draft whose partners earlier sentences named comes in; its Sides go out, without partners if its own sentence is
about something else: "Kim ngạch với Nga đạt 5 tỷ USD. Ở Hàn Quốc, ta bán 2 triệu USD cà phê"."""

from dataclasses import replace

from analysis.meanings import Meaning, whole
from analysis.parties import HOME, Sides
from analysis.periods import as_date

# USD; what Viet Nam trades with the largest of its partners. More is its trade with all, where no partner is named.
LARGEST = 100e9


def settled(at, draft, largest: dict) -> Sides:
    """The Sides, without partners where these are not named here and the sentence tells of another's, or of all.

    `largest` has, for two countries, the most USD that a sentence with both said they trade; it is added to.
    """
    sides, here = draft.sides, {place.code for place in at.places}
    if not sides.partners or sides.partners == ("WORLD",):
        return sides
    if here.intersection(sides.partners):
        _note(at, draft, largest)
        return sides
    if _drawn_from_all(at, draft):
        return replace(sides, reporter=HOME, partners=("WORLD",), evidence="sentence")
    other = any(test(at, draft) for test in _OF_OTHERS) or _more_than_all(at, draft, largest)
    return replace(sides, partners=(), evidence="none") if other else sides


def _note(at, draft, largest):
    quantity, two, period = at.quantities[draft.n], _two(draft.sides), draft.period
    if period and period.start and period.end and (as_date(period.end) - as_date(period.start)).days < YEAR:
        return
    if quantity.currency == "USD" and draft.meaning.measure == "turnover" and draft.mode in _DONE:
        largest[two] = max(largest.get(two, 0.0), quantity.value_max)


def _more_than_all(at, draft, largest):
    """ "Xuất khẩu dệt may đạt 44 tỷ USD" behind a turnover of 4.6 billion: twice a year's trade is no part of it."""
    quantity, most = at.quantities[draft.n], largest.get(_two(draft.sides))
    one_way = draft.meaning.measure in ("export", "import") and draft.mode in _DONE
    return bool(most) and one_way and quantity.currency == "USD" and quantity.value_min > TIMES * most


def _two(sides):
    return frozenset((sides.reporter, *sides.partners))


YEAR = 330  # days
TIMES, _DONE = 2, ("actual", "estimate")


def unsaid(at, draft, first: bool) -> bool:
    """True for the tonnes of "Việt Nam cần 10 triệu tấn phân bón", whose turnover only the title or the sentence before
    told: no trade is weighed both ways at once. `first`: it is the first figure of its sentence.
    """
    weighed = at.quantities[draft.n].unit == "tonnes" and draft.meaning.measure == "turnover"
    return weighed and not any(cue.label in _BOTH_WAYS for cue in at.cues) or first and _used_or_worth(at)


def _used_or_worth(at):
    """True for "Người Nga tiêu thụ 200.000 tấn cà phê" and "Thị trường cà phê Nga trị giá 2 tỷ USD"."""
    place = at.places[0] if at.places else None
    if place is None or place.role not in ("", "goods") or {other.code for other in at.places} != {place.code}:
        return False
    if place.code == HOME:
        return False
    before, after = at.words(0, place.first), " ".join(at.words(place.last, place.last + 3))
    if after.startswith("tiêu thụ"):
        return before[-1:] != ["trường"]
    return before[:2] == ["thị", "trường"] and len(before) > 2 and after.startswith(_WORTH)


_WORTH = ("trị giá", "có giá trị", "có quy mô", "được định giá", "đạt giá trị", "đạt quy mô")
_BOTH_WAYS = ("turnover", "turnover_weak", "neutral")
NOTHING_SAID = Meaning("other", None, rule="no cue"), Sides()


def _happens_elsewhere(at, draft):
    known, first = {HOME, draft.sides.reporter, *draft.sides.partners}, at.quantities[draft.n].first
    return any(_where(place) and place.first < first and place.code not in known for place in at.places)


def _where(place):
    return place.role == "in" and place.kind == "country" and not place.weak


def _too_much(at, draft):
    quantity, sides = at.quantities[draft.n], draft.sides
    ours = HOME in (sides.reporter, *sides.partners)
    return ours and quantity.currency == "USD" and quantity.value_min >= LARGEST


def _sold_by_another(at, draft):
    """ "Nga xuất khẩu 240 triệu tấn dầu" under a title that names Viet Nam: to all."""
    seller = draft.sides.reporter != HOME and draft.sides.partners == (HOME,) and draft.sides.evidence == "title"
    subject = _subject(at) and at.places[0].code == draft.sides.reporter
    return seller and subject and whole(draft.meaning) == "export"


def _goal_of_a_branch(at, draft):
    return draft.mode == "target" and at.said.startswith(("ngành ", "toàn ngành ", "cả ngành "))


def _every_year(at, draft):
    """ "Nước ta xuất khẩu 9 triệu tấn gạo mỗi năm" under a title that names Russia: to all."""
    titled = draft.sides.evidence == "title" and whole(draft.meaning) in ("export", "import")
    return titled and _subject(at) and any(phrase in at.said for phrase in _YEARLY)


_YEARLY = ("mỗi năm", "hằng năm", "hàng năm", "một năm")


def _subject(at):
    return at.places[:1] and not at.places[0].role


def _attracted(at, draft):
    """ "Khánh Hòa thu hút 50 dự án": whose is not said."""
    return draft.meaning.measure == "investment" and "thu hút" in at.said


_OF_OTHERS = (_happens_elsewhere, _too_much, _sold_by_another, _goal_of_a_branch, _every_year, _attracted)


def _drawn_from_all(at, draft):
    """ "Việt Nam thu hút 38 tỷ USD vốn FDI"."""
    ours = draft.meaning.measure == "investment" and any(place.code == HOME and not place.role for place in at.places)
    return ours and any(verb in at.said for verb in ("thu hút", "hút được", "giải ngân")) and any(
        noun in at.said for noun in ("fdi", "vốn đầu tư nước ngoài", "đầu tư trực tiếp nước ngoài", "vốn ngoại")
    )
