"""A draft whose partners earlier sentences named comes in; its Sides go out, without partners if its own sentence is
about something else: "Kim ngạch với Nga đạt 5 tỷ USD. Ở Hàn Quốc, ta bán 2 triệu USD cà phê"."""

from dataclasses import replace

from analysis.meanings import whole
from analysis.parties import HOME, Sides

# USD; what Viet Nam trades with the largest of its partners. More is its trade with all, where no partner is named.
LARGEST = 100e9


def settled(at, draft) -> Sides:
    """The Sides, without partners where these are not named here and the sentence tells of another's, or of all."""
    sides, here = draft.sides, {place.code for place in at.places}
    if not sides.partners or sides.partners == ("WORLD",) or here.intersection(sides.partners):
        return sides
    if _drawn_from_all(at, draft):
        return replace(sides, reporter=HOME, partners=("WORLD",), evidence="sentence")
    other = any(test(at, draft) for test in (_happens_elsewhere, _too_much, _sold_by_another, _goal_of_a_branch))
    return replace(sides, partners=(), evidence="none") if other else sides


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
    subject = at.places[:1] and at.places[0].code == draft.sides.reporter and not at.places[0].role
    return seller and subject and whole(draft.meaning) == "export"


def _goal_of_a_branch(at, draft):
    return draft.mode == "target" and at.said.startswith(("ngành ", "toàn ngành ", "cả ngành "))


def _drawn_from_all(at, draft):
    """ "Việt Nam thu hút 38 tỷ USD vốn FDI"."""
    ours = draft.meaning.measure == "investment" and any(place.code == HOME and not place.role for place in at.places)
    return ours and any(verb in at.said for verb in ("thu hút", "hút được", "giải ngân")) and any(
        noun in at.said for noun in ("fdi", "vốn đầu tư nước ngoài", "đầu tư trực tiếp nước ngoài", "vốn ngoại")
    )
