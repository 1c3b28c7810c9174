"""The Reading of a title comes in; whose trade it speaks of goes out, where that is a country other than Viet Nam."""

from analysis.meanings import TRADE, label_of
from analysis.parties import HOME, Sides


def trade_of_title(at):
    """(measure, Sides) of "Ấn Độ nhập khẩu than của Nga", "Thặng dư thương mại của Nhật Bản giảm"; or None.

    "Trung Quốc thúc đẩy xuất khẩu heo của Nga" is of what Russia sells.
    "Nhập khẩu than của Nga tăng" and "Xuất khẩu sang Nga giảm" leave open who buys and sells: the paper's own country.
    """
    cues = [cue for cue in at.cues if label_of(cue)[0] in TRADE and not cue.label.endswith("_market")]
    named = [place for place in at.places if place.kind == "country"]
    if not cues or not named or any(place.code == HOME or place.weak for place in at.places):
        return None
    measure = label_of(cues[0])[0]
    owners = [place for place in named if place.role == "of" and place.first > cues[0].first and measure == "export"]
    trader = next((place for place in owners or named if _trades(at, place, cues[0], measure)), None)
    if trader is None:
        return None
    others = dict.fromkeys(
        place.code for place in named if place.code != trader.code and place.role in _OTHERS[measure]
    )
    return measure, Sides(trader.code, tuple(others), None, "title")


# The words before the other side: what is sold goes "sang", what is bought comes "từ" or is "của" the seller.
_OTHERS = {"export": ("to",), "import": ("from", "of"), "balance": ("with", "to"), "turnover": ("with",)}


def _trades(at, place, cue, measure):
    """True for the subject right before the verb, and for "của Nga" behind an export or a balance."""
    if place.role == "" and place.last <= cue.first:
        return len(at.words(place.last, cue.first)) <= _AUXILIARIES
    return place.role == "of" and place.first > cue.first and measure in ("export", "balance")


# Tokens: "Nga tiếp tục tăng mạnh nhập khẩu" has four between.
_AUXILIARIES = 4
