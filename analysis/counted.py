"""A Reading and the number of counted persons or projects come in; what they are a count of, or None, goes out."""

from analysis.amounts import change_sign
from analysis.cues import cues_before
from analysis.meanings import Meaning

_PERSONS = {
    "visitors": {"lượt", "khách"},
    "students": {"cử", "thạc", "phó", "sinh", "học", "nghiên", "thực", "lưu", "suất", "chỉ"},
}

_GENERAL = {"người", "lao", "công", "chuyên", "kỹ", "kiều", "cán", "nhà", "tiến", "bác", "giáo", "quân"}


def persons(reading, n, carried):
    """Visitors and students by the counted noun; other persons only where they live, work or study abroad."""
    quantity = reading.quantities[n]
    head = _counted(quantity.unit_word)
    words = quantity.unit_word
    sure = head not in ("lượt", "suất", "chỉ", "học", "sinh") or words in (
        "lượt khách",
        "học bổng",
        "suất học bổng",
        "lượt du khách",
        "lượt khách du lịch",
        "lượt khách quốc tế",
        "chỉ tiêu học bổng",
    )
    cue = _person_cue(reading, n)
    flown = {"bay", "chuyến", "tàu"} & set(reading.words(0, len(reading.found)))
    if flown and not quantity.scaled and quantity.value_max is not None and quantity.value_max < 1000:
        return None
    for measure, heads in _PERSONS.items():
        known = carried is not None and measure == (carried.of_measure or carried.measure)
        if head in heads and (sure or measure == "visitors" or cue == measure or known or _abroad(reading)):
            sign = change_sign(reading, n)
            return Meaning(measure, None, sign or 1, bool(sign), detail=measure, rule="counted noun")
    if head in ("lao", "công", "kiều") and words != "công dân" and _abroad(reading):
        return Meaning("other", None, detail="people", rule="persons")
    if head == "người" and cue in (None, "visitors") and _came(reading, n):
        sign = change_sign(reading, n)
        return Meaning("visitors", None, sign or 1, bool(sign), detail="visitors", rule="persons who came")
    if head in _GENERAL and cue is None and _sent(reading, n):
        return Meaning("other", None, detail="people", rule="persons of a country")
    if head in _GENERAL and (
        cue in ("visitors", "students", "people")
        or carried
        and ((carried.of_measure or carried.measure) in ("visitors", "students") or carried.detail == "people")
    ):
        before = carried and (carried.of_measure or carried.measure)
        measure = cue if cue in ("visitors", "students") else "other" if cue == "people" else before
        sign = change_sign(reading, n)
        detail = cue or ("people" if measure == "other" else measure)
        return Meaning(measure, None, sign or 1, bool(sign), detail=detail, rule="persons")
    return None


# A hundred or more: "12 chuyên gia Nga" are a delegation, "2.300 chuyên gia Nga" say how much went on.
_MANY = 100


def persons_unsaid(reading, n, carried):
    """The Meaning of a bare number that counts persons ("khách Nga đạt 350 nghìn"), else None."""
    cues = [cue.label for cue in cues_before(reading, n) if cue.label != "neutral"]
    named = [label for label in ("visitors", "students", "people") if label in cues]
    if named and set(cues) <= {"visitors", "students", "people"}:
        measure = "other" if named[0] == "people" else named[0]
        return Meaning(measure, None, detail=named[0], rule="persons unsaid")
    known = (carried.of_measure or carried.measure) if carried else None
    if known in ("visitors", "students") and not cues:
        return Meaning(known, None, detail=carried.detail, rule="persons unsaid")
    return None


def _counted(words):
    """The noun that says who is counted: "lượt" before students and workers, "cựu" and "du" say nothing of it."""
    heads = words.removeprefix("du ").removeprefix("cựu ").split() or [""]
    return heads[1] if heads[0] == "lượt" and len(heads) > 1 and heads[1] not in ("khách", "người", "du") else heads[0]


def _sent(reading, n):
    """True for "2.300 chuyên gia Nga": many persons, with the country they come from right behind."""
    quantity = reading.quantities[n]
    if "dân" in reading.words(quantity.first - 4, quantity.first):
        return False
    near = [p for p in reading.places if 0 <= p.first - quantity.last <= 1 and p.role == "" and p.code != "VN"]
    return bool(near) and quantity.value_max is not None and quantity.value_max >= _MANY


def _came(reading, n):
    """True for "232.000 người Nga tới Việt Nam": persons of one country who go to another."""
    near = [p for p in reading.places if reading.quantities[n].last <= p.first < reading.end_of(n)]
    between = reading.words(near[0].last, near[1].first) if len(near) > 1 else []
    return bool(near) and near[0].first == reading.quantities[n].last and bool(_COMES & set(between[:3]))


_COMES = {"tới", "đến", "sang", "thăm", "vào", "ghé", "chọn"}


def _abroad(reading):
    return any(place.code != "VN" for place in reading.places)


def _person_cue(reading, n):
    cues = [
        cue
        for cue in reading.cues
        if reading.start_of(n) <= cue.first < reading.end_of(n) and cue.label in ("visitors", "students", "people")
    ]
    return cues[0].label if cues else None


def projects(reading, n, carried):
    cue = any(cue.label == "investment" for cue in reading.cues)
    words = set(reading.words(0, len(reading.found)))
    given = [hit for hit in reading.cues if hit.label == "aid" and hit.first < reading.quantities[n].first]
    if given and not cue and "vốn" not in words:
        return Meaning("aid", None, detail="aid", rule="projects", cue=given[-1].first)
    abroad = _abroad(reading) and {"tại", "ở", "sang"} & words
    if cue or (carried and carried.measure == "investment") or {"vốn", "fdi", "lực"} & words or abroad:
        return Meaning("investment", None, detail="projects", rule="projects")
    return None
