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


# "căng thẳng Nga - Ukraine", "cuộc chiến giữa Nga và Ukraine", "Nga tấn công Ukraine", with codes for the names: who
# fight are no pair that trades.
_FIGHT = re.compile(
    r"(?<!\w)(?:xung đột|chiến sự|chiến tranh|cuộc chiến|giao tranh|căng thẳng|khủng hoảng)"
    r"(?: (?:[^\W\dA-Z]+|[“\"])){0,3}? (?:RU|UA) (?:-|và|với|(?:[a-zà-ỹđ]+ )?(?:tại|ở|vào|với)) (?:RU|UA)(?!\w)"
    r"|(?<!\w)chiến dịch quân sự(?: đặc biệt)?"
    r"(?:(?: của)? RU(?: nhằm)? (?:tại|ở|vào) UA| (?:tại|ở|vào) UA của RU)(?!\w)"
    r"|(?<!\w)RU(?: [a-zà-ỹđ]+){0,4} (?:tấn công|xâm lược|đưa quân|tiến quân|chiến dịch(?: [a-zà-ỹđ]+){1,4})"
    r"(?: (?:vào|tại|ở|sang))? UA(?!\w)"
    r"|(?<!\w)(?:xâm lược|tấn công)(?: vào)? UA (?:của|do|từ)(?: phía)? RU(?!\w)"
)


def without_war(places, said):
    """The places of a sentence without the two that "xung đột Nga - Ukraine" names; `said` as above."""
    if not {"RU", "UA"} <= {place.code for place in places}:
        return places
    words, at, names = said.split(" "), [], {place.first: place for place in places if place.code in ("RU", "UA")}
    coded, token = [], 0
    while token < len(words):
        place = names.get(token)
        coded.append(place.code if place else words[token])
        at.append(token)
        token = max(place.last, token + 1) if place else token + 1
    text = " ".join(coded)
    fights = [(text[: m.start()].count(" "), text[: m.end()].count(" ")) for m in _FIGHT.finditer(text)]
    return [p for p in places if not any(at[first] <= p.first <= at[last] for first, last in fights)]
