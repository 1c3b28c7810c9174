"""A draft whose partners earlier sentences named comes in; its Sides go out, without partners if its own sentence is
about somewhere else: "Kim ngạch với Nga đạt 5 tỷ USD. Ở Hàn Quốc, ta bán 2 triệu USD cà phê"."""

from dataclasses import replace

from analysis.parties import HOME, Sides


def settled(at, draft) -> Sides:
    """The Sides, without partners where these are not named here and another country is where it happens."""
    sides, first = draft.sides, at.quantities[draft.n].first
    here = {place.code for place in at.places}
    if not sides.partners or sides.partners == ("WORLD",) or here.intersection(sides.partners):
        return sides
    known = {HOME, sides.reporter, *sides.partners}
    other = any(_where(place) and place.first < first and place.code not in known for place in at.places)
    return replace(sides, partners=(), evidence="none") if other else sides


def _where(place):
    return place.role == "in" and place.kind == "country" and not place.weak
