"""A quantity with what is known of its Sides is a Case; what the two told before make of an open one goes out."""

from dataclasses import dataclass

from analysis.context import Context
from analysis.meanings import Meaning
from analysis.parties import HOME, Sides
from analysis.places import members
from analysis.reading import Reading


@dataclass(frozen=True)
class Case:
    """One quantity with the Sides its words give, the Sides carried to it, and, later, the partners told before it."""

    own: Sides
    measure: str
    reading: Reading
    n: int
    meaning: Meaning
    carried: Sides | None
    context: Context
    same_sentence: bool
    back: tuple | None = None

    @property
    def beside(self):
        """The Sides of a figure before it in the same sentence, or None."""
        return self.carried if self.same_sentence else None

    @property
    def first(self):
        """The first token of the quantity."""
        return self.reading.quantities[self.n].first


THAT_FIGURE = ("con số này", "con số đó", "con số ấy", "con số trên", "mức này", "mức đó")


def from_pair(own, pair, measure, evidence):
    """Own reporter kept; the partner is the other side of the pair."""
    both = [code for code in (pair.reporter, *pair.partners) if code]
    if inside := _member(own.reporter, pair):
        return Sides(own.reporter, inside, own.flow, evidence)
    if pair.partners == ("WORLD",) and pair.reporter is None and own.reporter is None:
        return pair
    if pair.partners == ("WORLD",) and pair.reporter is None:
        return own
    if pair.partners == ("WORLD",) and own.reporter == HOME and _both_sell(measure, pair):
        return own
    if pair.partners == ("WORLD",) and own.reporter not in (None, pair.reporter) and pair.reporter:
        return Sides(own.reporter, (pair.reporter,), own.flow, evidence)
    if own.reporter in pair.partners and own.reporter != HOME:
        return Sides(own.reporter, (pair.reporter or HOME,), own.flow, evidence)
    if own.reporter and own.reporter in both and pair.reporter and own.reporter != pair.reporter:
        return Sides(own.reporter, (pair.reporter,), own.flow, evidence)
    if own.reporter and own.reporter != HOME and pair.reporter and own.reporter not in both:
        return own
    reporter = own.reporter if own.reporter and own.reporter not in pair.partners else pair.reporter or HOME
    return Sides(reporter, tuple(pair.partners), own.flow, evidence)


def _both_sell(measure, pair):
    """True where what one sells, or buys, in all was told and another does the same: neither deals with the other."""
    return measure in ("export", "import") and pair.flow == measure and pair.reporter is not None


def _member(code, pair):
    """After Russia and ASEAN, Viet Nam "đứng thứ hai" is ASEAN's: the others of the pair; () where it is not so."""
    both = (pair.reporter, *pair.partners)
    blocs = [bloc for bloc in both if code in members().get(bloc, ())]
    return tuple(other for other in both if other and other not in blocs and other != code) if blocs else ()
