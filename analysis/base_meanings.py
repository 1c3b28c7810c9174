"""A Reading and a quantity's number come in; what it is, or is a rate or share of, goes out, as a Meaning."""

import re

from analysis.cues import (
    adjunct,
    cues_after,
    cues_before,
    is_cause,
    outside_reasons,
    own_cues,
    strongest,
    without_aside,
    without_price,
)
from analysis.in_turn import aspect_in_turn, meaning_in_turn
from analysis.meanings import TRADE, Meaning, from_cue, label_of, whole
from analysis.wordless_trade import between_places, both_ways, handed_over, only_to, paid


def _turns_away(reading, n):
    """True for "đạt 5 triệu USD trong khi nhập khẩu ...": what comes next is told of something else."""
    words = reading.words(reading.quantities[n].last, reading.quantities[n].last + 3)
    return words[words[:1] == [","] :][:2] in (["trong", "khi"], ["trong", "lúc"])


def base(reading, n, carried):
    """The Meaning of what the n-th quantity is (of): by the cues before it, after it, or the one carried along."""
    shared = meaning_in_turn(reading, n)
    if shared:
        return shared
    if _of_one_project(reading, n):
        return Meaning("other", None, detail="average", rule="average of a project")
    parallel = (
        [c for c in cues_after(reading, n, 9) if c.label != "neutral"]
        if carried and carried.rule == "cue after" and n
        else []
    )
    if parallel:
        return from_cue(reading, parallel[0], carried, "cue after")
    if carried and _of_trade(carried) and aspect_in_turn(reading, n):
        return carried
    cues = without_aside(reading, own_cues(reading, n) if carried else cues_before(reading, n), n)
    cue = strongest(reading, without_price(reading, outside_reasons(reading, cues, n), n), n) if cues else None
    if cue and carried is not None and adjunct(reading, cue, n):
        return carried
    if cue and cue.label == "neutral" and carried is not None:
        return carried
    if cue and cue.label in ("turnover_weak", "people") and (after := cues_after(reading, n, 3)):
        cue = after[0] if after[0].label not in ("turnover_weak", "neutral") else cue
    if cue:
        return from_cue(reading, cue, carried, "cue before")
    if cue is None and carried is not None and (flow := _by_its_share(reading, n)):
        return Meaning(flow, None, detail=flow, rule="flow of its share")
    if cue is None and reading.quantities[n].unit == "money" and both_ways(reading, n):
        return Meaning("turnover", None, detail="two ways", rule="both ways")
    if (carried is None or _of_trade(carried)) and (way := handed_over(reading, n) or paid(reading, n, carried)):
        return way
    after = [
        cue
        for cue in cues_after(reading, n, 9 if carried else 20)
        if cue.label != "neutral" and not is_cause(reading, n, cue) and not _aspect(reading, n, cue, carried)
    ]
    near = after and after[0].first - reading.quantities[n].last <= 3 and not _turns_away(reading, n)
    if after and (carried is None or near):
        return from_cue(reading, after[0], carried, "cue after")
    if (
        (carried is None or not _of_trade(carried) or reading.quantities[n].unit != "percent")
        and reading.quantities[n].unit in ("money", "tonnes", "percent", "times")
        and not (carried and carried.measure == "export" and only_to(reading, n))
        and not (carried and carried.rule == "output" and reading.quantities[n].unit == "money")
        and (way := between_places(reading, n))
    ):
        return Meaning(way, None, detail=way, rule="goods between places", cue=reading.start_of(n))
    return _opposite(reading, n, carried) or carried or _later(reading, n)


def _of_one_project(reading, n):
    """True for "bình quân một dự án có vốn 18 triệu USD": the size of one, no sum of capital."""
    return _ONE_PROJECT.search(" ".join(reading.words(reading.start_of(n), reading.quantities[n].first))) is not None


_AVERAGE, _EACH = r"(?:bình quân|trung bình)", r"(?:một|mỗi|1) dự án"
_ONE_PROJECT = re.compile(rf"\b(?:{_AVERAGE}[^;]*{_EACH}|{_EACH}[^;]*{_AVERAGE}|quy mô(?: vốn)? {_AVERAGE})\b")


def _by_its_share(reading, n):
    """The flow that an amount without a word of its own is part of: "28 triệu USD, chiếm 17% kim ngạch xuất khẩu"."""
    if n + 1 == len(reading.quantities) or reading.quantities[n + 1].unit != "percent":
        return None
    between = reading.words(reading.quantities[n].last, reading.quantities[n + 1].first)
    if between[:2] not in ([",", "chiếm"], ["chiếm"]) or len(between) > 3:
        return None
    after = cues_after(reading, n + 1, 3)
    return after[0].label if after and after[0].label in ("export", "import") else None


def _aspect(reading, n, cue, carried):
    """True for "tăng 5% về kim ngạch" of what was sold or bought: how it is counted, no trade of its own."""
    last = reading.quantities[n].last
    weak = cue.label == "turnover_weak" and cue.last == cue.first + 2 and cue.first <= last + 1
    return weak and carried is not None and whole(carried) in ("export", "import") and _beside(reading, n, cue)


def _beside(reading, n, cue):
    return reading.quantities[n].unit == "percent" and reading.words(cue.last, cue.last + 1) not in (["với"], ["hai"])


def _of_trade(meaning):
    return (meaning.of_measure or meaning.measure) in TRADE


def _opposite(reading, n, carried):
    """ "ở chiều ngược lại, con số là 3 tỷ": an export before makes it an import, and the other way round."""
    turned = {"export": "import", "import": "export"}.get(carried.of_measure or carried.measure) if carried else None
    words = " ".join(reading.words(reading.start_of(n), reading.quantities[n].first))
    if (
        turned is None
        or "thì ngược lại" in words
        or not any(phrase in words for phrase in ("ngược lại", "chiều còn lại", "chiều kia"))
    ):
        return None
    return Meaning(turned, None, detail=turned, rule="the other way")


def _later(reading, n):
    """A sentence that begins with its number says what it measures at the end: "Không phải 5 tỷ ..., về kim ngạch"."""
    if any(cue.first < reading.quantities[n].first for cue in reading.cues) or reading.quantities[0].first > _LATE:
        return None
    last, end = reading.quantities[-1].last, reading.end_of(n)
    if any(cue.first < last and cue.label in ("investment", "aid", "visitors") for cue in reading.cues):
        return None
    if n + 1 < len(reading.quantities) and any(cue.first < end and label_of(cue)[0] in TRADE for cue in reading.cues):
        return None
    ways = ("export", "import") if reading.quantities[n].unit == "tonnes" else TRADE
    cues = [
        cue
        for cue in reading.cues
        if cue.first >= last and label_of(cue)[0] in ways and not is_cause(reading, len(reading.quantities) - 1, cue)
    ]
    return (
        Meaning(label_of(cues[0])[0], None, label_of(cues[0])[1], detail=cues[0].label, rule="cue at the end")
        if cues
        else None
    )


# Tokens before the first number; a sentence with more of them has said its subject.
_LATE = 12
