"""The places of a quantity and its Meaning come in; who trades, lends or invests with whom goes out, as Sides."""

from analysis import capital, one_way_trade, two_way_trade
from analysis.guests import students, visitors
from analysis.parties import BLOCS, Sides


def inner_trade(reading, n, named):
    """The bloc of "thương mại nội khối EAEU": trade within it has no other side; None where none is meant."""
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    bloc = next((place.code for place in named if place.code in BLOCS), None)
    return Sides(bloc, (), "bilateral", "sentence") if bloc and ("nội khối" in words or "nội bộ" in words) else None


def by_measure(measure, named, meaning, reading, n, carried):
    """The Sides of a quantity by what it measures; each measure words its two sides in its own way."""
    if measure in ("export", "import"):
        return one_way_trade.trade_flow(measure, named, meaning, carried, reading, n)
    if measure in ("investment", "aid"):
        return capital.sides_of_capital(named, carried, meaning, reading, n)
    if measure == "visitors":
        return visitors(named, reading, n, carried)
    if measure == "students":
        return students(named, reading)
    if measure == "balance":
        return two_way_trade.balance(named, carried, meaning, reading, n)
    return two_way_trade.turnover(named, carried, meaning, reading, n)
