"""A Reading and the number of a rate without a word of change come in; what the words before make of it goes out."""

from dataclasses import replace

from analysis import met_goals
from analysis.cues import cues_before
from analysis.growth import basis
from analysis.meanings import OTHER, TRADE, Meaning, label_of
from analysis.shares import last_of_run, named_after, of_a_firm


def unsaid(reading, n, carried, of):
    """The Meaning of a rate that neither rises nor falls nor is called a share; None where nothing before it tells."""
    if of_a_firm(reading, n):
        return Meaning("share", "other", detail="company", rule="share of a firm")
    if dealt := _dealt(reading, n, carried):
        return dealt
    if carried is None:
        return None
    if carried.rule == "use of a quota":
        return Meaning("share", "other", rule="share of a quota")
    if _in_brackets(reading, n, carried):
        return _bracketed(reading, n, carried)
    whole = carried.of_measure or carried.measure
    if whole != "other" and reading.modal and met_goals.reached(reading, n):
        return Meaning("share", whole, detail=carried.detail, rule="share of a goal", cue=carried.cue)
    last = reading.quantities[n].last
    if reading.words(last, last + 2) == ["còn", "lại"] and carried.measure in ("aid", "investment", "share"):
        return Meaning("share", whole, detail=carried.detail, rule="rest of before", cue=carried.cue)
    return _handed_on(reading, n, carried, of)


def _dealt(reading, n, carried):
    """A share for "Nga nhập từ Ecuador 62%", "Mỹ mua tổng cộng 58%": a verb of trade and no change; or None."""
    cues = [cue for cue in cues_before(reading, n) if cue.label in ("export", "import")]
    words = reading.words(cues[-1].first, cues[-1].last) if cues else []
    verb = words[:1] and words[0] in _DEALS and set(words[1:]) <= _WHERE_TO
    if not verb or carried and carried.measure == "growth_rate" or reading.quantities[n].unit != "percent":
        return None
    return Meaning("share", cues[-1].label, detail=cues[-1].label, rule="share dealt in", cue=cues[-1].first)


_WHERE_TO = {"từ", "của", "sang", "cho", "vào"}
_DEALS = {"mua", "nhập", "bán", "xuất", "lấy"}


def _in_brackets(reading, n, carried):
    """True for "trong đó Trung Quốc 5,28 triệu (25,3%)": the part of the total that the amount before is."""
    first, last = reading.start_of(n), reading.quantities[n].last
    alone = reading.words(first, reading.quantities[n].first) == ["("] and reading.words(last, last + 1) == [")"]
    return bool(alone and carried and carried.measure in _PARTS and reading.quantities[n].unit == "percent")


_PARTS = ("visitors", "investment", "students", *TRADE)


def _bracketed(reading, n, carried):
    """The growth or the share in brackets after an amount."""
    told = {"detail": carried.detail, "cue": carried.cue}
    if carried.delta:
        since = basis(reading, n)
        return Meaning("growth_rate", carried.measure, carried.sign, basis=since, rule="growth in brackets", **told)
    return Meaning("share", carried.measure, rule="share in brackets", **told)


def rival_s_share(reading, n, carried):
    """True for "ngang Ấn Độ và chỉ kém Úc (17%)" after a share: that of the country before the bracket."""
    first, last = reading.quantities[n].first, reading.quantities[n].last
    alone = reading.words(first - 1, first) == ["("] and reading.words(last, last + 1) == [")"]
    named = alone and any(place.last == first - 1 for place in reading.places)
    return bool(named and carried and carried.measure == "share" and reading.quantities[n].unit == "percent")


def _handed_on(reading, n, carried, of):
    """The Meaning of a rate without a verb of its own: as the rate before it, or a share of the amount before it."""
    own = [cue for cue in cues_before(reading, n) if cue.label in OTHER]
    if own:
        return None
    if carried.measure in ("growth_rate", "share"):
        other = of and of is not carried and of.measure not in ("growth_rate", "share")
        return replace(carried, of_measure=of.measure if other else carried.of_measure, delta=False, rule="as before")
    if carried.measure not in TRADE:
        return None
    if carried.delta and "ứng" in reading.words(reading.start_of(n), reading.quantities[n].first):
        told = {"detail": carried.detail, "rule": "as before"}  # "tăng 257 triệu USD, tương ứng 16%"
        return Meaning("growth_rate", carried.measure, carried.sign, basis=basis(reading, n), **told)
    if way := _that_is(reading, n, carried):
        told = {"detail": carried.detail, "rule": "as before"}
        return Meaning("growth_rate", carried.measure, way, basis=basis(reading, n), **told)
    after = named_after(reading, last_of_run(reading, n))
    named = label_of(after[0])[0] if after and reading.quantities[n].unit == "percent" else None
    measure = named if named in ("export", "import") else carried.measure
    return Meaning("share", measure, detail=carried.detail, rule="share of before")


def _that_is(reading, n, carried):
    """The sign of the rate in "tăng, lên tới 343 triệu USD, tức là 23%", where no whole is named; else 0."""
    said = reading.words(reading.start_of(n), reading.quantities[n].first) if n else []
    rate = reading.quantities[n].unit == "percent" and said in ([",", "tức", "là"], [",", "tức"])
    if not rate or reading.words(reading.quantities[n].last, reading.quantities[n].last + 1) not in ([], ["."], [","]):
        return 0
    before = reading.words(reading.start_of(n - 1), reading.quantities[n - 1].first)
    return -1 if "giảm" in before else 1 if carried.delta or "tăng" in before else 0
