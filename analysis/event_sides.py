"""A word that names an event, and who acts in its sentence, come in; the countries it is between go out."""

import re

from analysis import actors, bodies, event_words

MANY = {"ASEAN", "BRICS", "CIS"}  # where many meet, not who meets


def countries_of(scene, trigger, story):
    """The countries of an undirected event, told by its clause, else by its sentence."""
    start, end = event_words.clause(scene, trigger)
    told = _without_places(scene, story)
    near = [actor for actor in told if start <= actor.start < end]
    found = _among(scene, trigger, story, near) if near else ()
    several = len({a.country for a in near} - {"VN"}) > 1  # "Tổng thống Nga và Tổng thống Kazakhstan gặp nhau; ..."
    return found if found or several else _among(scene, trigger, story, told)


_LIES = re.compile(r"(?<!\w)(?:tại|ở)\s[^,;:.()]{2,40}\s?\($", re.IGNORECASE)


def _without_places(scene, story):
    """Who acts, but for a city and the country it lies in ("ký tại Genève (Thụy Sĩ)") where others are told of."""
    lies = [(_LIES.search(scene.text[: a.start]), a) for a in scene.actors if a.kind == "country"]
    spans = [(match.start(), a.end) for match, a in lies if match]
    rest = [a for a in scene.actors if not any(start <= a.start < end for start, end in spans)] if spans else []
    others = {a.country for a in rest} - {"VN", "WORLD"} or actors.both(scene.line) is not None and story.partner
    return rest if spans and others else scene.actors


def _among(scene, trigger, story, near):
    """Those named by name, by persons, then by cities; both if "hai nước"."""
    strong = {actor.country for actor in near if actor.kind in ("country", "bloc", "person", "title")}
    weak = {actor.country for actor in near}
    found = strong if len(strong) > 1 and "VN" in strong else strong | weak
    local = story.partner and _LOCAL.search(scene.text.lower())
    if (local or actors.both(scene.line) is not None) and not found - {"VN", "SU"}:
        found = found - {"SU"} | set(story.pair)
    own = local or actors.both(scene.line) is not None or story.speaks_of_vn or _with_one(scene, near)
    own = own or len(found) == 1 and bodies.names_home(scene.line)
    if "VN" not in found and len(found) == 1 and own:
        found |= {"VN"}
    return two(scene, trigger, found)


_LOCAL = re.compile(  # two that are of two countries only where the text has named a foreign one
    r"(?<!\w)hai (?:thành phố|địa phương|tỉnh|trường|viện|học viện|cơ quan|đơn vị|hội|đoàn|tổng thống|chủ tịch|ngành|"
    r"quân đội|tập đoàn|doanh nghiệp|vị|thứ trưởng|cơ sở|nhà hát|thống đốc|lãnh đạo|hãng|đài)(?!\w)"
)


def named(scene):
    """The countries that a sentence names, in any way."""
    return {actor.country for actor in scene.actors}


def _with_one(scene, near):
    """ "hiệp định với Kazakhstan", "phía Nga", told by a paper of Viet Nam: the other side need not be named."""
    said = ("với ", "với nước ", "phía ", "nước bạn ", "đối tác ")
    return any(a.kind in ("country", "bloc") and scene.text[: a.start].lower().endswith(said) for a in near)


def two(scene, trigger, found):
    """Viet Nam and its partners; of several partners the paired or nearest one, as most events are between two."""
    partners = found - {"VN", "WORLD"}
    if partners == {"RU", "SU"} and (trigger.type == "anniversary" or is_of_today(scene)):
        partners = {"RU"}
    if "VN" not in found or not partners:
        return ()
    if len(partners) > 1:
        partners = {_closest(scene, trigger, partners)}
    return tuple(sorted({"VN"} | partners))


def is_of_today(scene):
    """True where no year before 1992 is told: the Soviet Union is then only what is spoken of."""
    return not any((when.start or when.end or "9") < "1992" for when in scene.whens)


def _closest(scene, trigger, partners):
    ranked = [
        (actor.kind in ("city", "cue"), abs(actor.start - trigger.start), actor.country)
        for actor in scene.actors
        if actor.country in partners
    ]
    return min(ranked)[2]
