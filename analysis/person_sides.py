"""Somebody of a text comes in; the side goes out, with what told it: list, office, name, sentence or article."""

import re

from analysis import names
from analysis.names import Line

TELLING = ("country", "city", "institution")


def side(someone, context):
    """(country, what told it) of a person: the list, the office, the name's shape, the sentence, the article."""
    if someone.entry:
        return someone.entry["country"], "list"
    vietnamese = names.is_vietnamese(someone.name)
    office = _office_side(someone, vietnamese)
    if office and (not vietnamese or office in names.lists()["sinitic"] or office == "VN"):
        return office, "office"
    if vietnamese:
        return _sinitic_side(someone) or "VN", "name"
    return _foreign_side(someone, context)


def _sinitic_side(someone):
    """The country behind a name that is printed in Vietnamese sound: "ông Tôn Vệ Đông (Trung Quốc)", or None."""
    told = (_right_after(mention, mention.line.spots) for mention in someone.mentions)
    return next((country for country in told if country in names.lists()["sinitic"]), None)


def _office_side(someone, vietnamese):
    """The country or bloc an office belongs to: the first it names, but of "tại ..." only what stands before."""
    for mention in someone.mentions:
        for part in (mention.office or "").split(", "):
            spots = [s for s in Line(part).spots if s.country not in ("", "WORLD")]
            found = [s for s in spots if s.kind != "bloc"] or ([] if vietnamese else spots)
            if found:
                return _first_country(part, found, vietnamese)
    return None


def _first_country(part, found, vietnamese):
    at = re.search(r"\s(?:tại|ở)\s", part)
    own = [s for s in found if not at or s.start < at.start()]
    if not own:
        mission = part.lower().startswith(("đại sứ", "tổng lãnh sự", "lãnh sự", "tham tán"))
        return None if mission or not vietnamese and found[0].country == "VN" else found[0].country
    foreign = [s.country for s in own if s.country != "VN"]
    if vietnamese:
        return own[0].country if len(foreign) == len(own) else "VN"
    return foreign[0] if foreign else "VN"


def _foreign_side(someone, context):
    """The side of a foreign name from the words around it: "phía Nga có Trung tướng Oleg Makarov"."""
    unsure = set()
    for mention in someone.mentions:
        near = [s for s in free_spots(mention.line) if s.country not in ("", "VN") and s.kind in TELLING]
        if told := _told(mention, near):
            return _soviet(told, mention), "sentence"
        unsure |= {s.country for s in near}
    seen = [code for code in context if code != "VN"]
    return _side_by_article(someone, seen, bool(unsure) and unsure == set(seen))


def free_spots(line):
    """The places of a line that are no part of a name: not "Mỹ" in "Đinh Thị Mỹ Loan"."""
    return [s for s in line.spots if not any(start <= s.start < end for start, end in line.named)]


_STEPPE = {"KZ", "KG", "UZ", "TJ", "TM", "AZ"}


def _side_by_article(someone, seen, unsure):
    """The country that fits the name among those of the article; for a name of Russian shape, without any, Russia."""
    slavic, turkic = names.is_slavic(someone.name), names.is_turkic(someone.name)
    steppe = set(seen) & _STEPPE
    if turkic and len(steppe) == 1:
        return steppe.pop(), "article"
    if seen and not unsure and (top := _most_named(seen, slavic)):
        return _soviet(top, someone.mentions[0]), "article"
    if slavic and not seen and not turkic:
        return _soviet("RU", someone.mentions[0]), "name"
    return None, None


def _most_named(seen, slavic):
    """The country more than half of the places are of; for a name of Russian shape Russia, if none is named more."""
    top = max(sorted(set(seen)), key=seen.count)
    if slavic and seen.count("RU") == seen.count(top):
        return "RU"
    fits = slavic or top not in ("RU", "SU") or len(set(seen)) == 1
    return top if fits and seen.count(top) > len(seen) / 2 else None


def _told(mention, spots):
    """The one foreign country of the sentence, or the one just before the name; None where several compete."""
    after = _right_after(mention, spots)
    if after:
        return after
    countries = {s.country for s in spots}
    if len(countries) == 1 and not _many_persons(mention, spots) and _fits(mention.who.name, *countries):
        return countries.pop()
    start = mention.line.words[mention.first].start
    near = [s for s in spots if 0 <= start - s.end < 40 and not re.search(r"[,;.]", mention.line.text[s.end : start])]
    return near[-1].country if near else None


_SLAVIC = {"RU", "SU", "BY", "UA", "BG", "KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE", "MD", "LV", "LT", "EE"}
_FROM = re.compile(r"\s*(?:\(|của|đến từ|từ|,?\s*(?:là\s)?(?:người|công dân|quốc tịch|gốc))\s*(?:\w+\s){0,3}")


def _right_after(mention, spots):
    """The country in "Igor Petrov (Belarus)", "Kim Min-ho của Hàn Quốc", "Aliyev, người Azerbaijan", or None."""
    end = mention.line.words[mention.last - 1].end
    return next((s.country for s in spots if s.start > end and _FROM.fullmatch(mention.line.text[end : s.start])), None)


def _fits(name, country):
    """False for a name of the Far East or the West beside Russia alone: a coach Kim Sang-sik may be from anywhere."""
    return country not in _SLAVIC or not names.is_distant(name)


def _many_persons(mention, spots):
    """ "ba thí sinh Belarus" far behind a name of Russian shape says nothing about it."""
    end = mention.line.words[mention.last - 1].end
    behind = all(spot.start > end + 30 for spot in spots)
    return names.is_slavic(mention.surface) and behind and spots[0].country not in ("RU", "SU")


def _soviet(country, mention):
    """Russian shape and a year before 1992 in the sentence: the Soviet Union."""
    years = [int(year) for year in re.findall(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)", mention.line.text)]
    return "SU" if country == "RU" and years and max(years) < 1992 else country
