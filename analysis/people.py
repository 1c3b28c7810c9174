"""Articles come in; the persons named in them go out: each mention with its name, side, office, role and sentence.

A mention is found by its title ("Đại sứ Nga tại Việt Nam Gennady Bezdetko"), its form of address ("ông Hòa"), its own
shape ("Lê Thị Thu Hà", "Leyla Aslanova"), rules/people.toml, or because the article has named the person before.
"""

import re
from dataclasses import asdict, dataclass, field, replace
from itertools import combinations

import pandas as pd

from analysis import names, rules, store, titles
from analysis.letters import bare, nfc, norm
from analysis.lookup import made
from analysis.names import Line
from analysis.phrases import Lexicon
from analysis.sentences import sentences_at

COLUMNS = ["file", "story", "published", "person", "name", "surface", "start", "end", "country", "side_from", "office",
           "role", "sentence"]  # fmt: skip
_TELLING = ("country", "city", "institution")
_BODY_ENDS = {"phủ", "trị", "hội", "ương", "an", "giao", "phòng", "tế", "sát"}
_CALLED = {",", "nói", "kể", "cho", "chia", "đáp", "hỏi", "cười", "viết"}


@dataclass(frozen=True)
class Person:
    """One mention: offsets into the text, `name` the fullest form in the text, `person` the same across articles.

    `country` is the side (None if not told) and `side_from` what told it: list, office, name, sentence or article.
    `role` is speaker where the text reports words of the person, else mentioned. `office` is the title as printed with
    the first mention that has one, or None.
    """

    start: int
    end: int
    surface: str
    name: str
    person: str
    country: str | None
    side_from: str | None
    office: str | None
    role: str
    sentence: str


@dataclass
class Mention:
    """A name found in a line, before it is known whose it is. `how`: titled, address, shape, listed or again."""

    line: Line
    first: int
    last: int
    how: str
    office: str | None = None
    kind: str = ""
    address: str = ""
    after: int = 0
    who: object = None

    @property
    def surface(self):
        return self.line.printed(self.first, self.last)

    @property
    def begin(self):
        """The offset in its line."""
        return self.line.words[self.first].start

    @property
    def start(self):
        return self.line.offset + self.begin


@dataclass
class Someone:
    """A person of one article: mentions so far, and what is known of him or her."""

    mentions: list = field(default_factory=list)
    entry: dict | None = None

    @property
    def name(self):
        return max((m.surface for m in self.mentions), key=lambda name: (len(name.split()), len(name)))


# ------------------------------------------------------------------------------------------------ the listed people
def _listed(loaded):
    """rules/people.toml as {key of a name: entry}; full names and surnames that alone mean the person."""
    full, short = {}, {}
    for entry in loaded["person"]:
        for name in [entry["name"], *entry.get("also", [])]:
            full[_key(name)] = entry
        for name in entry.get("short", []):
            short[_key(name)] = entry
    return full, short


def listed():
    """The people of rules/people.toml: ({key of full name: entry}, {key of a short name: entry})."""
    return made(lambda: rules.load("people"), _listed)


def _key(name):
    """Names with and without hyphens, diacritics and oglu's capital are one: "Lê-nin" and "Lênin" -> "lenin"."""
    return norm(name) if names.is_vietnamese(name) else re.sub(r"[\s.\-‑]+", "", bare(name))


# -------------------------------------------------------------------------------------------------- mentions of a line
def _mentions(line):
    """All names a line shows by itself, left to right."""
    found, stack, i = [], [], 0
    while i < len(line):
        mention, stack, i = _next(line, i, stack)
        if mention:
            found.append(_with_apposition(mention))
            i = max(i, found[-1].after)
            while i < len(line) and (listing := _in_list(line, i, found[-1])):
                found.append(listing)
                i = listing.last
    return found


def _next(line, i, stack):
    """(a Mention or None, the titles still waiting for a name, the next position)."""
    if title := titles.at(line, i):
        return _after_title(line, title, stack)
    if address := titles.address_at(line, i):
        return _after_address(line, i, address, stack)
    mention = _by_shape(line, i)
    if mention:
        return mention, [], mention.last
    waits = bool(stack) and line.words[i].text in ",-–" and i == stack[-1].last
    return None, stack if waits else [], i + 1


def _after_title(line, title, stack):
    stack, k = [*stack, title], title.last
    name = titles.name_after(line, k)
    if name and _fits_title(line, name, title):
        if _thing(line, stack[0].first):
            return None, [], name[1]
        return Mention(line, *name, "titled", _office(line, stack), title.kind), [], name[1]
    if _goes_on(line, k) and line.low[title.head - 1].text != "viên":
        return None, stack, k + (not titles.head_at(line, k))
    return None, [], max(k, title.first + 1)


def _thing(line, first):
    """ "Lăng Chủ tịch Hồ Chí Minh", "tàu Đô đốc Panteleyev": the title is part of a thing's name."""
    places = {"tỉnh", "xã", "huyện", "nước", "quận", "tp", "."}
    return names.carried(line, first) and line.low[first - 1].text not in places


def _fits_title(line, name, title):
    """A single foreign word after "Giám đốc", "Công ty ..." is a firm unless it is shaped like a surname."""
    first, last = name
    if last - first > 1 or title.kind in ("state", "diplomacy", "military", "ministry", "local"):
        return True
    word = line.words[first].text
    known = names.is_slavic(word) or norm(word) in names.lists()["given"] or _key(word) in listed()[1]
    return title.last == title.head and known


def _goes_on(line, k):
    """True where after a title another title, or a form of address with a name, may follow."""
    if k >= len(line):
        return False
    if titles.head_at(line, k):
        return True
    joins = line.words[k].text in {",", "-", "–"} or line.low[k].text == "kiêm"
    return joins and k + 1 < len(line) and bool(titles.head_at(line, k + 1) or titles.address_at(line, k + 1))


def _office(line, stack):
    return ", ".join(line.printed(title.first, title.last) for title in stack) or None


def _after_address(line, i, k, stack):
    waiting = stack if stack and i - stack[-1].last <= 1 else []
    if titles.head_at(line, k):
        return None, waiting, k
    name = _addressed(line, i, k)
    if not name or names.carried(line, i) and line.low[i].text in ("cụ", "ông", "bà", "bác") and not waiting:
        return None, [], k
    word = line.printed(i, k).lower()
    return Mention(line, *name, "address", _office(line, waiting), "", word), [], name[1]


def _addressed(line, i, k):
    """The name after a form of address: of full shape, foreign, or one to four Vietnamese syllables."""
    if not line.beside(k) or not line.capital(k) and not names.is_initial(line.words[k].text):
        return None
    last = names.vietnamese_at(line, k)
    if last and (k not in line.spot_ends or last >= line.spot_ends[k]):
        return k, last
    if found := names.foreign_at(line, k):
        return found if found[0] == k else None
    last = names.syllables_end(line, k)
    if line.beside(last) and k not in line.spot_ends and (found := names.foreign_at(line, last)) and found[0] == last:
        return k, found[1]
    return (k, last) if last - k <= 4 and _is_called(line, i, k, last) else None


def _is_called(line, i, k, last):
    """True for "chị Hòa Bình" and "bạn Nga, lớp trưởng"; not for "bạn Nga" (a Russian friend), "bà Chúa xứ"."""
    if not names.is_vietnamese(line.words[k].text):
        return False
    if k in line.spot_ends and line.low[i].text in ("bạn", "em", "anh", "cô"):
        after = line.low[last].text if last < len(line) else "."
        older = line.low[i].text in ("cô", "anh") and after in {"là", "đã", "đang"}
        return last == line.spot_ends[k] and (after in _CALLED or older)
    return True


def _by_shape(line, i):
    """A name without title or address: surname and two more syllables, or a known foreign given name."""
    if not line.capital(i) and not names.is_initial(line.words[i].text) or names.carried(line, i) or _runs_on(line, i):
        return None
    last = _vietnamese_by_shape(line, i)
    if last:
        return Mention(line, i, last, "shape")
    return _foreign_by_shape(line, i)


def _in_list(line, i, before):
    """A name after ", " or "và" behind another name: "Bảo Ninh, Hồ Anh Thái và Y Ban"."""
    joined = line.words[i].text == "," or line.low[i].text in ("và", "cùng")
    k = i + 1
    if not joined or k >= len(line) or not line.capital(k) or k in line.spot_ends or titles.address_at(line, k):
        return None
    last = names.vietnamese_at(line, k)
    stage = before.how == "titled" and not names.vietnamese_at(line, before.first)
    if not last and stage and names.syllables_end(line, k) - k in (2, 3):
        last = names.syllables_end(line, k)
    ends = last and not (last < len(line) and line.beside(last) and line.words[last].text[0].isupper())
    return Mention(line, k, last, "shape") if ends and not titles.head_at(line, k) else None


def _runs_on(line, i):
    """True where the word before belongs to the same run of capitals, as in "Trường Phan Chu Trinh"."""
    if not line.beside(i) or not line.words[i - 1].text[0].isupper():
        return False
    opens = i == 1 or line.words[i - 2].text in "\"“.:-–"
    place = any(end == i for end in line.spot_ends.values())
    return not (opens or place) or names.norm(line.words[i - 1].text) in {"đảo", "hồ", "núi", "sông"}


def _vietnamese_by_shape(line, i):
    last, known = names.vietnamese_at(line, i), names.lists()
    if not last or i in line.spot_ends or any(n in line.spot_ends for n in range(i + 1, last - 1)):
        return None
    if last - i == 2 and norm(line.words[i].text) not in known["common"]:
        return None
    upper = last < len(line) and line.beside(last) and line.words[last].text[0].isupper()
    return None if upper or last - i == 2 and last - 1 in line.spot_ends else last


def _foreign_by_shape(line, i):
    if i in line.spot_ends:
        return None
    found, (full, short) = names.foreign_at(line, i), listed()
    if not found or found[0] != i:
        return None
    key = _key(line.printed(*found))
    if key in full or key in short:
        return Mention(line, *found, "listed")
    speaking = found[1] - found[0] <= 3 and _says(line, found[1])
    if found[1] - found[0] == 1:
        speaking = speaking and names.is_slavic(line.words[i].text)
    return Mention(line, *found, "shape") if speaking or names.looks_personal(line, *found) else None


def _says(line, k):
    """True where a verb that only persons do follows: nói, cho biết, viết, trả lời ..."""
    return k < len(line) and line.low[k].text in {"nói", "viết", "kể", "cười", "đáp", "sinh"} or bool(
        speech()[0].at(line.low, k) and line.low[k].text in {"cho", "chia", "nhớ", "tâm", "khẳng", "nhấn", "bày", "trả"}
    )


# --------------------------------------------------------------------------------------------------------- apposition
def _with_apposition(mention):
    """The mention with the title after it ("Marina Filatova, Chủ tịch Hội ..."), if it is one of its own."""
    line, k, offices = mention.line, mention.last, []
    while (title := _apposed(line, k)) is not None:
        offices.append(title)
        k = title.last
    if not offices:
        return mention
    said = ", ".join(part for part in (mention.office, _office(line, offices)) if part)
    return replace(mention, office=said, kind=mention.kind or offices[0].kind, after=k)


def _apposed(line, k):
    if k + 1 >= len(line) or line.words[k].text not in {",", "-", "–", "(", "là"}:
        return None
    title = titles.at(line, k + 1)
    if not title or titles.name_after(line, title.last):
        return None
    after = line.words[title.last].text if title.last < len(line) else "."
    listing = after in {"và", "cùng"} and line.words[k].text == ","
    return title if after in ",;.:)-–”" or listing else None


# ------------------------------------------------------------------------------------------------- who is who
def _same(mention, someone):
    """True where a mention can be a later (or earlier, shorter) naming of someone."""
    one, two = mention.surface, someone.name
    if _key(one) == _key(two):
        return True
    entry = _entry_of(mention)
    if entry and someone.entry is entry:
        return True
    vietnamese = names.is_vietnamese(one), names.is_vietnamese(two)
    if vietnamese == (True, True):
        return _ends_alike(norm(one).split(), norm(two).split(), mention, someone)
    return not any(vietnamese) and _shares_parts(one, two)


def _ends_alike(one, two, mention, someone):
    """ "Hòa" and "Quang Hòa" are ends of "Trần Quang Hòa"; only where the name is short and addressed."""
    short, long = sorted((one, two), key=len)
    return len(short) < len(long) and long[-len(short) :] == short and len(short) <= 2 and mention.how != "shape"


def _shares_parts(one, two):
    """ "Gennady Bezdetko", "Bezdetko" and "G.S. Bezdetko" are parts of "Gennady Stepanovich Bezdetko"."""
    short, long = sorted(([bare(part) for part in name.split()] for name in (one, two)), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0])
    given = short[0] == long[0] or short[0].rstrip(".")[:1] == long[0][:1] and "." in short[0] + long[0]
    return short[-1] == long[-1] and given


def _entry(name):
    full, short = listed()
    return full.get(_key(name)) or short.get(_key(name))


def _entry_of(mention):
    """The listed person of a mention; "Bác Hồ" is one, "ông Hồ" is not."""
    return _entry(mention.surface) or (_entry(f"{mention.address} {mention.surface}") if mention.address else None)


def _assign(mentions):
    """The persons of an article; every mention gets its `who`. Full names first, so that short ones find them."""
    people = []
    for mention in sorted(mentions, key=lambda m: -min(len(m.surface.split()), 2)):
        fitting = [someone for someone in people if _same(mention, someone)]
        if fitting:
            mention.who = _nearest(mention, fitting)
        else:
            mention.who = Someone(entry=_entry_of(mention))
            people.append(mention.who)
        mention.who.mentions.append(mention)
    return people


def _nearest(mention, fitting):
    """Of several persons of that name the one named last before, with the same title if there is one."""
    exact = [who for who in fitting if _key(who.name) == _key(mention.surface)]

    def distance(who):
        before = [mention.start - m.start for m in who.mentions if m.start < mention.start]
        return min(before, default=10**6 + len(who.mentions))

    return min(exact or fitting, key=distance)


def _again(lines, people, taken):
    """Later mentions without title or address: a foreign surname or given name, a listed or once named full name."""
    parts, full = {}, set()
    for someone in people:
        name = someone.name.split()
        full.add(_key(someone.name))
        if not names.is_vietnamese(someone.name) and len(name) > 1:
            parts |= {bare(name[-1]): someone, bare(name[0]): someone}
        elif names.is_vietnamese(someone.name):
            parts[norm(name[-1])] = someone
    for line in lines:
        for i in range(len(line)):
            if (line.offset, i) not in taken and line.capital(i):
                mention = _again_at(line, i, parts, full)
                words = mention and {(line.offset, n) for n in range(mention.first, mention.last)}
                if words and not words & taken:
                    taken |= words
                    yield mention


def _again_at(line, i, parts, full):
    title = _title_before(line, i)
    if names.carried(line, i) or line.in_place(i) or title and _thing(line, title.first):
        return None
    for last in range(min(len(line), i + 4), i + 1, -1):
        name = line.printed(i, last)
        if all(map(line.capital, range(i, last))) and (_key(name) in full or _key(name) in listed()[0]):
            return Mention(line, i, last, "again")
    word = line.words[i].text
    if names.is_foreign(word) and i not in line.spot_ends and (bare(word) in parts or _key(word) in listed()[1]):
        return None if _in_run(line, i) else Mention(line, i, i + 1, "again")
    alone = i not in line.spot_ends and not _in_run(line, i) and not _opens_body(line, i)
    if title and norm(word) in parts and alone:
        return Mention(line, i, i + 1, "again")
    return None


def _opens_body(line, i):
    """ "Thủ tướng Chính phủ" after Phạm Minh Chính was named is no "Thủ tướng Chính"."""
    return i + 1 < len(line) and line.words[i + 1].text in _BODY_ENDS


def _in_run(line, i):
    """True where a capital word stands right beside it, so that it is a part of some other name."""
    before = line.beside(i) and line.words[i - 1].text[0].isupper() and not _title_before(line, i) and i > 1
    after = i + 1 < len(line) and line.beside(i + 1) and line.words[i + 1].text[0].isupper()
    return before or after


def _title_before(line, i):
    """The title whose head ends just before word i, or None."""
    before = (titles.head_at(line, n) for n in range(max(0, i - 6), i))
    return next((title for title in before if title and title.last == i), None)


# ------------------------------------------------------------------------------------------------------ side and role
def _side(someone, context):
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
        near = [s for s in _free_spots(mention.line) if s.country not in ("", "VN") and s.kind in _TELLING]
        if told := _told(mention, near):
            return _soviet(told, mention), "sentence"
        unsure |= {s.country for s in near}
    seen = [code for code in context if code != "VN"]
    return _side_by_article(someone, seen, bool(unsure) and unsure == set(seen))


def _free_spots(line):
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


def _speech(listed):
    lists = listed["verbs"]["said"], listed["before"]["words"], listed["between"]["words"]
    return tuple(Lexicon({"": words}) for words in lists)


def speech():
    """Lexicons of speech verbs, of words that introduce a speaker, and of what may stand between name and verb."""
    return made(lambda: rules.load("speech"), _speech)


def _speaks(mention):
    """True where the sentence gives the person's words: "X khẳng định", "Theo ông X", "“...”, chị X nói"."""
    return verb_after(mention.line, max(mention.last, mention.after)) is not None or introduced(mention)


def verb_after(line, k):
    """The position of the speech verb whose subject ends at word k, or None. Short asides are skipped."""
    said, _, between = speech()
    k = _past_aside(line, k)
    for _ in range(5):
        if hit := said.at(line.low, k):
            return k
        if not (hit := between.at(line.low, k)):
            return _second_verb(line, k)
        k = hit.last
    return None


def _past_aside(line, k):
    """After ", ... ," or "( ... )" beside a name, if it is short; after a colon or dash."""
    if k < len(line) and line.words[k].text in {",", "(", "-", "–", ":"}:
        close = {"(": ")", ":": ":"}.get(line.words[k].text, line.words[k].text)
        for n in range(k + 1, min(len(line), k + 14)):
            if line.words[n].text == close:
                return n + 1
        return k + 1 if line.words[k].text in ":," else k
    return k


def _second_verb(line, k):
    """ "X bắt tay các nghệ sĩ và nói ...": a speech verb later in the clause, before any pause or other name."""
    said = speech()[0]
    for n in range(k, min(len(line), k + 12)):
        if line.words[n].text in ",;:.“”(" or line.capital(n) and n > k + 1 and n not in line.spot_ends:
            return None
        if n > k and line.low[n - 1].text in {"và", "để", "rồi", "lại"} and said.at(line.low, n):
            return n
    return None


def verb_at(line, k):
    """The speech verb that begins at word k as printed; "" for None."""
    hit = speech()[0].at(line.low, k) if k is not None else None
    return line.printed(hit.first, hit.last) if hit else ""


def introduced(mention):
    """True for "Theo ông Hòa", "dẫn lời bà Yến"."""
    line, first = mention.line, mention.first
    _, before, _ = speech()
    hits = [before.before(line.low, at) for at in (office_begin(mention), first)]
    return any(hit and _opens(line, hit) for hit in hits)


def _opens(line, hit):
    """True where a word that introduces a speaker opens a clause: "Theo ông Hòa", not "đặt tên theo ông Hòa"."""
    return hit.first == 0 or line.words[hit.first - 1].text in ",;:“\"-–" or hit.last - hit.first > 1


def office_begin(mention):
    """The first word of the title or address before a name."""
    line, begin = mention.line, mention.first
    if mention.address:
        begin -= len(mention.address.split())
    if mention.office and mention.how in ("titled", "address"):
        at = line.text.rfind(mention.office, 0, line.words[mention.first].start)
        begin = next((n for n, word in enumerate(line.words) if word.start == at), begin)
    return begin


# ---------------------------------------------------------------------------------------------------------- the door
def read(text):
    """(lines, mentions) of a text: every sentence as a Line, every mention with its `who`, in order of the text."""
    lines = [Line(sentence, start) for sentence, start, _ in sentences_at(text)]
    mentions = [mention for line in lines for mention in _mentions(line)]
    people = _assign(mentions)
    taken = {(m.line.offset, n) for m in mentions for n in range(m.first, m.last)}
    later = list(_again(lines, people, taken))
    for mention in mentions + later:
        mention.who = None
        mention.line.named.append((mention.begin, mention.begin + len(mention.surface)))
    _assign(mentions + later)
    return lines, sorted(mentions + later, key=lambda mention: mention.start)


def resolved(text, title=None):
    """(lines, mentions, Persons) of a text; the n-th Person tells whose the n-th Mention is."""
    lines, mentions = read(text)
    spots = [spot for line in [Line(nfc(title or "")), *lines] for spot in _free_spots(line)]
    context = [spot.country for spot in spots if spot.kind in _TELLING]
    told = {id(m.who): (_side(m.who, context), _first_office(m.who), _role(m.who)) for m in mentions}
    return lines, mentions, [_person(mention, *told[id(mention.who)]) for mention in mentions]


def find(text, published=None, title=None):
    """The persons a text names, one Person a mention, in order. Offsets are into the NFC text.

    `title` is read for the countries it names when a sentence does not tell a side; `published` is not needed.

    >>> [(p.surface, p.country, p.office) for p in find("Đại sứ Nga Gennady Bezdetko gặp ông Trần Văn Hòa.")]
    [('Gennady Bezdetko', 'RU', 'Đại sứ Nga'), ('Trần Văn Hòa', 'VN', None)]
    """
    return resolved(nfc(text), title)[2]


def _first_office(someone):
    return next((m.office for m in sorted(someone.mentions, key=lambda m: m.start) if m.office), None)


def _role(someone):
    return "speaker" if any(_speaks(mention) for mention in someone.mentions) else "mentioned"


def _person(mention, side, office, role):
    who = mention.who
    person = who.entry["name"] if who.entry else who.name
    end = mention.start + len(mention.surface)
    return Person(mention.start, end, mention.surface, who.name, person, *side, office, role, mention.line.text)


# ------------------------------------------------------------------------------------------------------------ tables
def of_article(article):
    """The persons of one article {"text", "published", "title"} as a list of dictionaries (what store.each keeps)."""
    return [asdict(person) for person in find(article["text"], article.get("published"), article.get("title"))]


def table(articles):
    """One row a mention over all articles of utils.load_corpus: file, story, published, then the fields of Person."""
    items = [
        {"text": text or "", "published": None if pd.isna(published) else str(published.date()), "title": title or ""}
        for text, published, title in zip(articles["text"], articles["published"], articles["title"], strict=True)
    ]
    found = store.each("people", of_article, items)
    known = articles[["file", "story", "published"]].to_dict("records")
    rows = [{**article, **person} for article, persons in zip(known, found, strict=True) for person in persons]
    return pd.DataFrame(rows, columns=COLUMNS)


def register(mentions, lang="vi"):
    """One row a person, most named first: person, country, office, articles, mentions, speaks, first, last.

    `mentions` is the result of table(); `articles` and `speaks` count stories, reprints once. `office` is that of the
    list at the last date, else the longest printed.
    """
    columns = ["person", "country", "office", "articles", "mentions", "speaks", "first", "last"]
    rows = [_registered(person, part, lang) for person, part in mentions.groupby("person", sort=False)]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values(["articles", "mentions", "person"], ascending=[False, False, True], ignore_index=True)


def _registered(person, part, lang):
    last, countries = part["published"].max(), part["country"].dropna()
    printed = part["office"].dropna()
    office = office_at(person, last, lang) or (max(printed, key=len) if len(printed) else None)
    country = countries.mode().iloc[0] if len(countries) else None
    speaks = part.loc[part["role"] == "speaker", "story"].nunique()
    return [person, country, office, part["story"].nunique(), len(part), speaks, part["published"].min(), last]


def office_at(person, day, lang="vi"):
    """The office a listed person held on a day ("vi" or "en"), the latest one begun by then; None if not listed.

    >>> office_at("Tô Lâm", pd.Timestamp("2024-06-20")), office_at("Tô Lâm", pd.Timestamp("2025-05-10"), "en")
    ('Chủ tịch nước', 'General Secretary')
    """
    entry = _entry(person)
    if entry is None or pd.isna(day):
        return None
    today = pd.Timestamp(day).tz_localize(None).date()
    held = [o for o in entry["offices"] if str(o.get("from", "")) <= str(today) <= str(o.get("to", "9999"))]
    return max(held, key=lambda office: str(office.get("from", "")))[lang] if held else None


def together(mentions):
    """Who is named with whom in one sentence: one row a pair, strongest first.

    Columns: one, other (persons in order of name), articles (stories), sentences, file and sentence of the first.
    """
    columns = ["one", "other", "articles", "sentences", "file", "sentence"]
    seen = {}
    for (file, story, sentence), part in mentions.groupby(["file", "story", "sentence"], sort=False):
        for pair in combinations(sorted(set(part["person"])), 2):
            seen.setdefault(pair, []).append((story, file, sentence))
    rows = [[*pair, len({a[0] for a in at}), len({a[2] for a in at}), *at[0][1:]] for pair, at in seen.items()]
    found = pd.DataFrame(rows, columns=columns)
    order = ["articles", "sentences", "one", "other"]
    return found.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def over_time(mentions, top=8, every="MS", last=None):
    """How many stories name each of the `top` persons in each period: person, period (first day), articles.

    `every` is a pandas offset: "MS" months, "QS" quarters, "YS" years; `last` keeps only so many of the newest periods.
    Periods without a story count 0; mentions of pages without a date are left out.
    """
    columns = ["person", "period", "articles"]
    dated = mentions.dropna(subset=["published"])
    if dated.empty:
        return pd.DataFrame(columns=columns)
    kept = register(dated).head(top)["person"].tolist()
    dated = dated.assign(period=dated["published"].dt.tz_localize(None).dt.to_period(every[0]).dt.start_time)
    periods = pd.period_range(dated["period"].min(), dated["period"].max(), freq=every[0]).start_time[-(last or 0) :]
    counts = dated[dated["person"].isin(kept)].groupby(["person", "period"])["story"].nunique()
    full = counts.reindex(pd.MultiIndex.from_product([kept, periods], names=["person", "period"]), fill_value=0)
    return full.rename("articles").reset_index()[columns]
