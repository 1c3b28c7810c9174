"""A word that names an event, and its sentence, come in; the city or the venue it was in goes out."""

import re

from analysis import bodies, event_visits

_SEAT = re.compile(r"(?<!\w)(?:tại|ở)\s+(?:trụ sở|văn phòng|hội trường)\s+(?:của\s+)?", re.IGNORECASE)


def is_at_home(scene):
    """True for "ở trụ sở Bộ Y tế": the seat of a body of Viet Nam."""
    return any(bodies.at(scene.line, match.end()) for match in _SEAT.finditer(scene.text))


def city_of(scene, trigger):
    """The city an event was in: after "tại", "ở", "thành phố"; a venue counts by its country."""
    spots = [a for a in scene.actors if a.kind == "city"]
    at = [a for a in spots if event_visits.AT.search(scene.text[: a.start].lower())]
    return min(at, key=lambda a: abs(a.start - trigger.start), default=None)


_VENUE = re.compile(
    r"(?:tại|ở)\s+(?P<venue>(?:Nhà hát|Điện|Cung|Phủ|Trụ sở|Trung tâm|Bảo tàng|Đại học|Thư viện|Công viên|Sân vận động|"
    r"Dinh|Nhà văn hóa|Quảng trường)\s[^,.;:()]*?)(?=[,.;:()]|\s(?:đã|sẽ|do|với|và|vào|ngày|sáng|chiều|tối|hôm|từ|nhân"
    r"|rồi|ở|đến|tới|kể)\b|$)"
)


def place(scene, trigger, kind):
    """The city, or the venue where no city is named; of a visit only the city that is its goal."""
    if kind == "visit":
        goals = event_visits.goals(scene, trigger)
        return next((scene.text[goal.start : goal.end] for goal in goals if goal.kind == "city"), None)
    city, venue = city_of(scene, trigger), _VENUE.search(scene.text)
    if venue and (city is None or venue.start("venue") < city.start < venue.end("venue")):
        return venue["venue"].strip()
    return scene.text[city.start : city.end] if city else None
