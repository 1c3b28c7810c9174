"""A Reading and a quantity's number come in; what is told in turn with it, and its own part of that, goes out."""

import re

from analysis.cues import FLOWS, cues_before
from analysis.meanings import from_cue


def in_turn_group(reading, n):
    """The numbers of the quantities that "lần lượt" (or "tương ứng") hands out together with the n-th, or None."""
    if not reading.hands_out:
        return None
    for start in range(n, -1, -1):
        before = reading.words(reading.start_of(start), reading.quantities[start].first)
        if "lần lượt" in " ".join(before) or "tương ứng" in " ".join(before[-6:]):
            group = run(reading, start)
            return group if n in group and len(group) > 1 else None
    return None


def aspect_in_turn(reading, n):
    """ "giảm về lượng, kim ngạch và giá, với mức giảm tương ứng A, B và C": what the n-th is the fall of, or None."""
    if not reading.hands_out or reading.quantities[n].unit != "percent":
        return None
    group = in_turn_group(reading, n)
    found = _ASPECTS.findall(" ".join(_before_group(reading, group))) if group else []
    named = _ASPECT.findall(found[-1]) if found else []
    return named[group.index(n)] if named and len(named) == len(group) else None


def _before_group(reading, group):
    return reading.words(reading.start_of(group[0]), reading.quantities[group[0]].first)


_ASPECT = re.compile(r"khối lượng|lượng|kim ngạch|trị giá|giá trị|giá")
_ASPECTS = re.compile(rf"(?:{_ASPECT.pattern})(?:(?: ,| và| , và) (?:về )?(?:{_ASPECT.pattern})(?!\w))+")


def rates_in_turn(reading, n):
    """The group of the n-th rate: told "lần lượt", or as many as the amounts told so just before it."""
    if group := in_turn_group(reading, n):
        return group
    for start in range(n, 0, -1):
        levels, rates = in_turn_group(reading, start - 1), run(reading, start)
        if levels and levels[-1] == start - 1 and n in rates:
            return rates if len(levels) == len(rates) else None
    return None


def run(reading, start):
    """Quantities from `start` on that are joined only by commas, "và" and qualifiers, with equal units."""
    group, before = [start], reading.words(reading.start_of(start), reading.quantities[start].first)
    for n in range(start + 1, len(reading.quantities)):
        between = reading.words(reading.quantities[n - 1].last, reading.quantities[n].first)
        same = reading.quantities[n].unit == reading.quantities[start].unit
        if not same or len(between) > 4 or not between or between[0] not in (",", "và", "với", ";"):
            break
        if "chiếm" in between and "chiếm" not in before:
            break
        group.append(n)
    return group


def meaning_in_turn(reading, n):
    """ "xuất khẩu và nhập khẩu lần lượt đạt A và B": the i-th quantity belongs to the i-th cue."""
    group = in_turn_group(reading, n)
    if group is None:
        return None
    cues = [cue for cue in cues_before(reading, group[0]) if cue.label != "neutral"]
    flows = [cue for cue in cues if cue.label in FLOWS or cue.label in ("investment", "visitors", "students", "aid")]
    flows = [cue for cue in flows if not cue.label.endswith("_market")]  # "hai thị trường nhập khẩu nhiều nhất"
    if len(flows) < len(group):
        flows = [part for cue in flows for part in _both_flows(reading, cue)]
    if len(flows) > len(group):
        flows = flows[-len(group) :]
    if len(flows) != len(group) or len(flows) < 2 or len({cue.label for cue in flows}) < 2:
        return None
    return from_cue(reading, flows[group.index(n)], None, "in turn")


def _both_flows(reading, cue):
    """A turnover worded as "xuất, nhập khẩu" or "xuất khẩu và nhập khẩu" as its two flows; any other cue as it is."""
    words = reading.words(cue.first, cue.last)
    joined = {",", "và", "-", "lẫn"} & set(words)
    if cue.label != "turnover" or not joined or not {"xuất", "nhập"} <= set(words):
        return [cue]
    ways = ("export", "import") if words.index("xuất") < words.index("nhập") else ("import", "export")
    return [cue._replace(label=way) for way in ways]
