"""The places of a sentence come in; those go out that no clause on a stop of trade, or on a war, tells of."""

import re

# "Kể từ khi Malaysia tạm ngừng nhập khẩu gạo, ...": who stopped is no partner of what is told from then on.
_STOPS = re.compile(
    r"(?<!\w)(?:(?:kể )?từ(?: sau)? khi|sau khi|khi|việc)(?!\w)[^,;]*?(?<!\w)(?:ngừng|dừng|cấm|đình chỉ)"
    r"(?: việc)? (?:nhập|xuất|mua|bán)(?: [^\s,;]+)*(?=,| ,)"
)


def without_stops(places, said):
    """The places of a sentence without those of the clause that tells who has stopped buying or selling.

    `said` are all its folded words, with one space between.
    """
    match = _STOPS.search(said) if places and any(verb in said for verb in ("ngừng", "dừng", "cấm", "đình")) else None
    if match is None:
        return places
    first, last = (said[:offset].count(" ") for offset in (match.start(), match.end()))
    return [p for p in places if not first <= p.first < last]


# "căng thẳng Nga - Ukraine", "cuộc chiến giữa Nga và Ukraine": who fight are no pair that trades.
_FIGHT = re.compile(
    r"(?<!\w)(?:xung đột|chiến sự|chiến tranh|cuộc chiến|giao tranh|căng thẳng|khủng hoảng)"
    r"(?: (?:[^\W\d]+|[“\"])){0,3}? nga (?:-|và|với|[^\W\d]+ (?:tại|ở|vào|với)) ukraine(?!\w)"
)


def without_war(places, said):
    """The places of a sentence without the two that "xung đột Nga - Ukraine" names; `said` as above."""
    match = _FIGHT.search(said) if len(places) > 1 and "ukraine" in said else None
    if match is None:
        return places
    first, last = (said[:offset].count(" ") for offset in (match.start(), match.end()))
    return [p for p in places if not first <= p.first <= last]
