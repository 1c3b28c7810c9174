"""Somebody of a text comes in; the side goes out, with what told it: list, office, name, sentence or article."""

import re
from dataclasses import dataclass

from analysis import name_lists, name_origins, places, speech
from analysis.letters import is_syllable
from analysis.names import Line

TELLING = ("country", "city", "institution")


@dataclass(frozen=True)
class Heard:
    """What an article names outside of names.

    `places` are [(offset, country)], those of its title at -1, `common` their countries but for origins of persons,
    `loose` the countries of places in nobody's words; `owners` {(offset of the line, offset of the place in it): the
    person whose office or origin it tells}; `origins` those that stand right after a name and tell of nobody else.
    """

    places: list
    common: list
    loose: list
    owners: dict
    origins: set


def heard(title, lines, mentions):
    """The Heard of an article, for side(); "Liên Xô" in somebody's office tells nothing about the article."""
    origins = {(m.line.offset, spot.start): m.who for m in mentions for spot in _origin(m)}
    owners = {(m.line.offset, spot.start): m.who for m in mentions for spot in _in_office(m)} | origins
    told = [(-1, (-1, spot.start), spot) for spot in free_spots(title)]
    told += [(line.offset + s.start, (line.offset, s.start), s) for line in lines for s in free_spots(line)]
    told = [(at, key, spot.country) for at, key, spot in told if spot.kind in TELLING]
    told = [(at, key, code) for at, key, code in told if code != "SU" or key not in owners]
    common = [code for _, key, code in told if key not in origins]
    loose = [code for _, key, code in told if key not in owners]
    return Heard([(at, code) for at, _, code in told], common, loose, owners, set(origins))


def _origin(mention):
    """The places right after a name: "Ivan Petrov (Nga)"."""
    end = mention.line.words[mention.last - 1].end
    return [s for s in mention.line.spots if s.start > end and _right_after(mention, [s])]


def _in_office(mention):
    """The places in the office before or after a name."""
    line = mention.line
    if not line.spots:
        return []
    begin, end = line.words[speech.office_begin(mention)].start, line.words[max(mention.last, mention.after) - 1].end
    return [spot for spot in line.spots if begin <= spot.start < end]


def side(someone, context):
    """(country, what told it) of a person: the list, the office, the name's shape, the sentence, the article.

    `context` is what heard() gives for the article.
    """
    if someone.entry:
        return someone.entry["country"], "list"
    vietnamese = name_origins.is_vietnamese(someone.name)
    if vietnamese and (passport := _first(_passport, someone)):
        return passport, "sentence"
    office = _office_side(someone, vietnamese)
    if office and _holds(someone.name, office, vietnamese):
        return office, "office"
    if vietnamese:
        return _sinitic_side(someone) or "VN", "name"
    if _serves_the_world(someone):
        origin = _first(lambda mention: _right_after(mention, mention.line.spots), someone)
        return origin, origin and "sentence"
    return _foreign_side(someone, context)


_WORLDWIDE = re.compile(
    r"liên hợp quốc|liên hiệp quốc|liên minh nghị viện thế giới|tổ chức [\w\s]{2,20} (?:thế giới|quốc tế)|"
    r"ngân hàng thế giới|\b(?:ipu|unesco|unicef|iaea|who|wto|imf|undp)\b"
)


def _serves_the_world(someone):
    """True for who leads a body of the whole world, without a name of Russian shape: only an origin tells the side."""
    offices = ((mention.office or "").lower() for mention in someone.mentions)
    return not name_origins.is_slavic(someone.name) and any(map(_WORLDWIDE.search, offices))


def _holds(name, office, vietnamese):
    """True where an office tells the side: an expert Dudnik of the power station of Hòa Bình is not of Viet Nam."""
    if vietnamese:
        return office == "VN" or office in name_lists.lists()["sinitic"] and not name_origins.is_only_vietnamese(name)
    abroad = name_origins.is_slavic(name) or name_origins.is_turkic(name) or name_origins.is_distant(name)
    return office != "VN" or not abroad and any(is_syllable(part) for part in name.split())


def _first(told, someone):
    """The first country that `told` finds beside one of the mentions of a person, or None."""
    return next(filter(None, (told(mention) for mention in someone.mentions)), None)


_CITIZEN = re.compile(r"(?:quốc tịch|công dân|mang hộ chiếu)(?: của)?(?: nước)? $")
_ROOTS = re.compile(r"\s*gốc Việt(?: Nam)?\b")
_TO_NAME = re.compile(r"\s*(?:gốc Việt(?: Nam)?)?,?\s*(?:(?:ông|bà|anh|chị|cô|em) )?", re.I)
_FROM_NAME = re.compile(r"\s*[,(–-]?\s*(?:hiện )?(?:là |mang |có )?(?:một )?(?:quốc tịch|công dân|người)(?: nước)? ?")


def _passport(mention):
    """The other country a person of Vietnamese name is a citizen of: "võ sĩ mang quốc tịch Nga Lê Hà", or None."""
    text, line = mention.line.text, mention.line
    begin, end = line.words[mention.first].start, line.words[mention.last - 1].end
    for spot in line.spots:
        said = _CITIZEN.search(text[: spot.start]) or _ROOTS.match(text[spot.end :])
        before = spot.end <= begin and _TO_NAME.fullmatch(text[spot.end : begin])
        behind = spot.start > end and _FROM_NAME.fullmatch(text[end : spot.start])
        if spot.kind == "country" and spot.country != "VN" and said and (before or behind):
            return spot.country
    return None


def _sinitic_side(someone):
    """The country behind a name that is printed in Vietnamese sound: "ông Tôn Vệ Đông (Trung Quốc)", or None."""
    sinitic = () if name_origins.is_only_vietnamese(someone.name) else name_lists.lists()["sinitic"]

    def told(mention):
        spots = [spot for spot in mention.line.spots if spot.kind == "country"]
        return next((c for c in (_right_after(mention, spots), _party(mention, spots)) if c in sinitic), None)

    return _first(told, someone) or (sinitic and _first(_leads, someone))


_LED_BY = re.compile(r"\b(?:phái )?đoàn\s([^;.]{0,120})\sdo\s(?:(?:đồng chí|ông|bà|ngài)\s)?$", re.I)
_GOES_TO = ("tại ", "ở ", "sang ", "thăm ", "đi ", "tới ", "đến ", "nước ngoài ")
_NEIGHBOURS = {"CN", "TW", "KR", "KP", "LA", "KH", "TH", "SG", "MM"}  # whose names are printed in Vietnamese syllables


def _leads(mention):
    """The neighbour whose delegation somebody of such a name leads: "đoàn Hủa Phăn (Lào) do đồng chí X dẫn đầu"."""
    line = mention.line
    text = line.text[: line.words[speech.office_begin(mention)].start]
    led = _LED_BY.search(text) if text.endswith((" do ", " do đồng chí ", " do ông ", " do bà ", " do ngài ")) else None
    inside = [s for s in line.spots if led and led.start(1) <= s.start < led.end(1) and s.country]
    codes = {s.country for s in inside if not line.text[: s.start].endswith(_GOES_TO)}
    return codes.pop() if len(codes) == 1 and codes <= _NEIGHBOURS else None


_ABOUT = re.compile(r"nghiên cứu|thị trường|tiếng|hữu nghị việt|người việt|việt kiều|kiều bào|du học|lưu học")


def _office_side(someone, vietnamese):
    """The country or bloc an office belongs to: the first it names, but of "tại ..." only what stands before."""
    for mention in someone.mentions:
        for part in (mention.office or "").split(", "):
            if vietnamese and _ABOUT.search(part.lower()):
                continue
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
        near = [s for s in _evidence(mention) if not _of_another(mention, s, context.origins, context.owners)]
        free = [s for s in near if not _of_another(mention, s, context.owners, context.owners)]
        free = [s for s in free if not _nearer_to_another(mention, s)]
        pointed = _pointed(mention, context.places, mention.office)
        told = pointed or _told(mention, free) or _pointed(mention, context.places) or _shared(mention, near)
        if told:
            return _soviet(told, mention), "sentence"
        unsure |= {s.country for s in near if _fits(someone.name, s.country)}
    said = context.loose if name_origins.is_distant(someone.name) else context.common
    seen = [code for code in said if code != "VN" and _fits(someone.name, code)]
    return _side_by_article(someone, seen, bool(unsure) and unsure == set(seen))


_HOUSE = re.compile(r"(?:Viện|Học viện|Trung tâm|Trường|Đại học|Khoa|Quỹ|Hội|Tạp chí|Ngân hàng|Tập đoàn)\s[^(),;:]*$")


def _studied(text, spot, spots):
    """True for a country in the name of a house whose own country stands in brackets: "Viện Trung Quốc ... (Nga)"."""
    homes = (s for s in spots if s.start > spot.start and text[s.start - 1] == "(" and text[s.end : s.end + 1] == ")")
    houses = (_HOUSE.search(text[: home.start - 1].rstrip()) for home in homes)
    return any(house and house.start() < spot.start for house in houses)


def _evidence(mention):
    """The foreign places of a line that may tell a side; those of its own part of "...; ..." if there are any."""
    line = mention.line
    spots = [s for s in free_spots(line) if s.country not in ("", "VN") and s.kind in TELLING]
    spots = [s for s in spots if not _elsewhere(mention, s) and not _studied(line.text, s, spots)]
    own = [s for s in spots if ";" not in line.text[min(s.start, mention.begin) : max(s.start, mention.begin)]]
    return own or spots


def _of_another(mention, spot, keys, owners):
    key = mention.line.offset, spot.start
    return key in keys and owners[key] is not mention.who


def _elsewhere(mention, spot):
    """True for a time ("thời Liên Xô", any "Liên Xô" in an answer), a thing ("tàu Turkestan"), a goal ("đi Minsk")."""
    before = mention.line.text[: spot.start]
    if spot.country == "SU" and speech.answers(mention):
        return True  # who is interviewed today remembers the Soviet Union and is not of it
    goal = spot.start > mention.begin and _WAY.search(before)
    town = spot.kind == "city" and (goal or _THING.search(before))
    return bool(town) or before.endswith(("thời ", "thời kỳ "))


_THING = re.compile(r"(?:^|\s)(?:tàu|tàu ngầm|giải|cúp|phố|đường|khách sạn|nhà hàng|quán|xe|nhãn hiệu|bia|phim) $")
_WAY = re.compile(r"(?:^|\s)(?:đi|tới|đến|sang|qua|về|thăm) $")


def _nearer_to_another(mention, spot):
    """True where another foreign name stands between a name and a place: "Park Chul-ho và ông Moreau của đội Pháp"."""
    begin, end = mention.begin, mention.begin + len(mention.surface)
    low, high = (end, spot.start) if spot.start >= end else (spot.end, begin)
    between = [mention.line.text[a:b] for a, b in mention.line.named if low <= a and b <= high]
    return any(not name_origins.is_vietnamese(name) for name in between)


def _shared(mention, spots):
    """The one country other persons of the sentence are of, or None: "Thủ tướng Belarus ... và Bộ trưởng Lunin"."""
    countries = {s.country for s in spots if _fits(mention.who.name, s.country)}
    if len(countries) != 1 or "SU" in countries or name_origins.is_distant(mention.who.name):
        return None
    return None if _many_persons(mention, spots) else countries.pop()


def _pointed(mention, context, office=None):
    """The country "nước này", "phía bạn" points back to, in the office or in the clause before the name, or None."""
    end = mention.line.words[mention.first].start
    begin = max(mention.line.text.rfind(sign, 0, end) for sign in ",;:.")
    if office:
        begin = mention.line.text.find(office)
        end = begin + len(office)
    hits = places.pointers().find([word for word in mention.line.low if begin <= word.start < end])
    if begin < -1 or not any(hit.label == "partner" for hit in hits):
        return None
    limit = mention.line.offset + end
    return next((code for at, code in reversed(context) if at < limit and code not in ("VN", "WORLD")), None)


def free_spots(line):
    """The places of a line that are no part of a name: not "Mỹ" in "Đinh Thị Mỹ Loan"."""
    return [s for s in line.spots if not any(start <= s.start < end for start, end in line.named)]


_STEPPE = {"KZ", "KG", "UZ", "TJ", "TM", "AZ"}


def _side_by_article(someone, seen, unsure):
    """The country that fits the name among those of the article; for a name of Russian shape, without any, Russia."""
    slavic, turkic = name_origins.is_slavic(someone.name), name_origins.is_turkic(someone.name)
    steppe = set(seen) & _STEPPE
    if turkic and len(steppe) == 1:
        return steppe.pop(), "article"
    if name_origins.is_belarusian(someone.name) and ("BY" in seen or not seen):
        return "BY", "article" if seen else "name"
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
    """The country of the words right after the name, of its party, the one of the sentence, or the one just before."""
    if near := _right_after(mention, spots) or _party(mention, spots):
        return near
    countries = {s.country for s in spots if _fits(mention.who.name, s.country)}
    if countries == {"RU", "SU"}:  # the past and the present of one side; a year tells which
        return "RU"
    if len(countries) == 1 and not _many_persons(mention, spots):
        return countries.pop()
    return _just_before(mention, spots)


def _just_before(mention, spots):
    start = mention.line.words[mention.first].start
    near = [s for s in spots if 0 <= start - s.end < 40 and not re.search(r"[,;.]", mention.line.text[s.end : start])]
    return near[-1].country if near else None


def _party(mention, spots):
    """The country of the last "phía ..." before a name: "phía Nga có Đại tá Lunin và Thiếu tá Belov", or None."""
    text, start = mention.line.text, mention.line.words[mention.first].start
    said = [s for s in spots if s.end <= start and text[: s.start].lower().endswith(("phía ", "phía bạn "))]
    return said[-1].country if said and "phía" not in text[said[-1].end : start].lower() else None


_SLAVIC = {"RU", "SU", "BY", "UA", "BG", "KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE", "MD", "LV", "LT", "EE", "EAEU",
           "CIS"}  # fmt: skip
_FROM = re.compile(
    r"\s*(?:\([^()]{0,60}|(?:của|đến từ|từ|thuộc|,?\s*(?:là\s)?(?:người|công dân|kiều dân|quốc tịch|gốc)|"
    r",?\s*(?:hiện\s)?(?:sinh )?sống (?:ở|tại))\s*(?:\w+\s){0,3})"
)


def _right_after(mention, spots):
    """The country in "Igor Petrov (Belarus)", "Kim Min-ho của Hàn Quốc", "Aliyev, người Azerbaijan", or None."""
    end = mention.line.words[mention.last - 1].end
    return next((s.country for s in spots if s.start > end and _FROM.fullmatch(mention.line.text[end : s.start])), None)


def _fits(name, country):
    """False for a name of the Far East or the West beside Russia alone, and for a Russian surname beside others."""
    if country in _SLAVIC:
        return not name_origins.is_distant(name)
    return name_origins.is_distant(name) or not name_origins.is_slavic(name)


_GROUP = re.compile(
    r"(?:^|\s)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,3}|các|những|nhiều|mấy|vài|một số)\s"
    r"(?:[^\W\d_]+\s){1,4}$"
)


def _many_persons(mention, spots):
    """ "ba thí sinh Belarus" behind a name of Russian shape says nothing about it."""
    line, end = mention.line, mention.line.words[mention.last - 1].end
    behind = all(spot.start > end and _GROUP.search(line.text[: spot.start].lower()) for spot in spots)
    return name_origins.is_slavic(mention.surface) and behind and spots[0].country not in ("RU", "SU")


_REPUBLICS = {"RU", "UA", "BY", "KZ", "UZ", "AZ", "AM", "GE", "KG", "TJ", "TM", "MD", "LV", "LT", "EE"}
_ERA = re.compile(r"(?<!từ )thời (?:kỳ )?(?:Liên Xô|Xô viết|Xô Viết|Liên bang Xô)")
_TODAY = re.compile(r"^(?:cựu|nguyên|con|cháu|dịch giả)\b", re.I)
_SAID = re.compile(r"“[^”]*”?")  # who tells of 1972 lives today
_YEAR = re.compile(
    r"(?<!(?<!hy )sinh )(?<!từ )(?<!từ những )(?:năm|giai đoạn|thời kỳ|thập niên|thập kỷ|tháng \d+[,/]|tháng \d+ năm|"
    r"[/-]\d{1,2}[/-])\s?(1[89]\d\d|20\d\d)(?!\d)",
    re.I,
)


def _soviet(country, mention):
    """Russian shape and a year before 1992 as the sentence's time: the Soviet Union, except for who speaks today."""
    line, begin = mention.line, mention.line.words[mention.first].start
    years = [int(year) for year in _YEAR.findall(_SAID.sub("", line.text))]
    once = re.search(r"\btừng\b", line.text[begin:])
    if _TODAY.search(mention.office or "") or speech.speaks(mention) or once:
        return country
    past = country == "RU" and years and max(years) < 1992
    return "SU" if past or country in _REPUBLICS and _ERA.search(line.text) else country
