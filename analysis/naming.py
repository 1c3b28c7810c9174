"""A Line comes in; the names it shows go out as Mentions: by title, form of address, own shape or rules/people.toml."""

import re
from dataclasses import dataclass, replace

from analysis import name_lists, name_origins, names, rules, speech, titles
from analysis.letters import bare, norm
from analysis.lookup import made
from analysis.names import Line
from analysis.once import once

_SPEAKING = {"nói", "viết", "kể", "cười", "đáp", "sinh"}
_SAYING = {"cho", "chia", "nhớ", "tâm", "khẳng", "nhấn", "bày", "trả"}
_CALLED = {",", "nói", "kể", "cho", "chia", "đáp", "hỏi", "cười", "viết"}


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

    @once
    def surface(self):
        return self.line.printed(self.first, self.last)

    @once
    def key(self):
        return key_of(self.surface)

    @property
    def begin(self):
        """The offset in its line."""
        return self.line.words[self.first].start

    @property
    def start(self):
        return self.line.offset + self.begin


def _listed(loaded):
    """rules/people.toml as {key of a name: entry}; full names and surnames that alone mean the person."""
    full, short = {}, {}
    for entry in loaded["person"]:
        for name in [entry["name"], *entry.get("also", [])]:
            full[key_of(name)] = entry
        for name in entry.get("short", []):
            short[key_of(name)] = entry
    return full, short


def listed():
    """The people of rules/people.toml: ({key of full name: entry}, {key of a short name: entry})."""
    return made(lambda: rules.load("people"), _listed)


def key_of(name):
    """Names with and without hyphens, diacritics and oglu's capital are one: "Lê-nin" and "Lênin" -> "lenin"."""
    return norm(name) if name_origins.is_vietnamese(name) else re.sub(r"[\s.\-‑]+", "", bare(name))


def mentions(line):
    """All names a line shows by itself, left to right."""
    found, stack, i, beginnings = [], [], 0, _beginnings(line)
    while i < len(line):
        if not stack and not beginnings[i]:
            i += 1
            continue
        mention, stack, i = _next(line, i, stack)
        if mention:
            found.append(_with_apposition(mention))
            i = max(i, found[-1].after)
            while i < len(line) and (listing := _in_list(line, i, found[-1])):
                found.append(listing)
                i = listing.last
    return found


def _beginnings(line):
    """For each word whether a title, a form of address or a name can begin there: about one in four."""
    opens = titles.lists()["opens"]
    return [low[0] in opens or word[0][0].isupper() for word, low in zip(line.words, line.low, strict=True)]


def _next(line, i, stack):
    """(a Mention or None, the titles still waiting for a name, the next position)."""
    opens = line.low[i].text in titles.lists()["opens"]
    if opens and (title := titles.at(line, i)):
        return _after_title(line, title, stack)
    if opens and (address := titles.address_at(line, i)):
        return _after_address(line, i, address, stack)
    mention = _by_shape(line, i)
    if mention:
        return mention, [], mention.last
    waits = bool(stack) and line.words[i].text in ",-–" and i == stack[-1].last
    return None, stack if waits else [], i + 1


def _after_title(line, title, stack):
    name = titles.name_after(line, title.last)
    if name and not _fits_title(line, name, title):
        title = titles.past_firm(line, title, name[1])
        name = titles.name_after(line, title.last)
    stack, k = [*([] if stack and _is_of_another(line, stack[-1], title) else stack), title], title.last
    if name and _fits_title(line, name, title):
        if thing(line, stack[0].first):
            return None, [], name[1]
        return Mention(line, *name, "titled", _office(line, stack), title.kind), [], name[1]
    if _goes_on(line, k) and line.low[title.head - 1].text != "viên":
        return None, stack, k + (not titles.head_at(line, k))
    return None, [], max(k, title.first + 1)


_ABOVE = {"thủ tướng", "phó thủ tướng", "tổng bí thư", "chủ tịch nước", "tổng thống", "chủ tịch quốc hội", "bộ trưởng"}


def _is_of_another(line, before, title):
    """True for "tiếp Đại sứ Lào, Thủ tướng X ...": no ambassador is a prime minister or a minister at once."""
    office = " ".join(word.text for word in line.low[title.first : title.head])
    return before.kind == "diplomacy" and office in _ABOVE


def thing(line, first):
    """ "Lăng Chủ tịch Hồ Chí Minh", "tàu Đô đốc Panteleyev": the title is part of a thing's name."""
    places = {"tỉnh", "xã", "huyện", "nước", "quận", "tp", "."}
    return names.carried(line, first) and line.low[first - 1].text not in places


def _fits_title(line, name, title):
    """A single foreign word after "Giám đốc", "Công ty ..." is a firm unless it is shaped like a surname."""
    first, last = name
    if last - first > 1 or title.kind in ("state", "diplomacy", "military", "ministry", "local"):
        return True
    word = line.words[first].text
    known = name_origins.is_slavic(word) or norm(word) in name_lists.lists()["given"] or key_of(word) in listed()[1]
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
    if titles.head_at(line, k) or _numbered(line, i) or line.in_place(i) or i in line.spot_ends:
        return None, waiting, k
    name = _addressed(line, i, k)
    if not name or names.carried(line, i) and line.low[i].text in ("cụ", "ông", "bà", "bác") and not waiting:
        return None, [], k
    word = line.printed(i, k).lower()
    return Mention(line, *name, "address", _office(line, waiting), "", word), [], name[1]


def _addressed(line, i, k):
    """The name after a form of address: of full shape, foreign, or one to four Vietnamese syllables."""
    if not line.beside(k) or not line.capital(k) and not name_origins.is_initial(line.words[k].text):
        return None
    k = _past_nation(line, k)
    last = names.vietnamese_at(line, k)
    if last and (k not in line.spot_ends or last >= line.spot_ends[k]):
        return k, last
    if found := names.foreign_at(line, k):
        return found if found[0] == k else None
    last = names.syllables_end(line, k)
    if line.beside(last) and k not in line.spot_ends and (found := names.foreign_at(line, last)) and found[0] == last:
        return k, found[1]
    return (k, last) if last - k <= 4 and _is_called(line, i, k, last) else None


def _past_nation(line, k):
    """After "Việt" or "Nga" in "cô gái Việt Anna Trần", "chàng trai Nga Sasha Belov"; else k itself."""
    nation = line.spot_ends.get(k) or (k + 1 if line.low[k].text == "việt" else None)
    young = line.low[k - 1].text in {"gái", "trai", "bạn", "bé", "trẻ"}
    if not nation or not young or nation >= len(line) or not line.beside(nation):
        return k
    first, last = names.foreign_at(line, nation) or (0, 0)
    return nation if names.vietnamese_at(line, nation) or first == nation and last - first > 1 else k


def _is_called(line, i, k, last):
    """True for "chị Hòa Bình" and "bạn Nga, lớp trưởng"; not for "bạn Nga" (a Russian friend), "bà Chúa xứ"."""
    if not name_origins.is_vietnamese(line.words[k].text):
        return False
    if k in line.spot_ends and line.low[k - 1].text in ("chồng", "vợ", "bố", "mẹ", "cha", "gái", "trai", "con"):
        return False
    if k in line.spot_ends and line.low[i].text in ("bạn", "em", "anh", "cô"):
        after = line.low[last].text if last < len(line) else "."
        older = line.low[i].text in ("cô", "anh") and after in {"là", "đã", "đang"}
        paired = after == "và" and line.low[i].text == line.low[min(last + 1, len(line) - 1)].text
        return last == line.spot_ends[k] and (after in _CALLED or older or paired)
    return True


def _by_shape(line, i):
    """A name without title or address: surname and two more syllables, or a known foreign given name."""
    shaped = line.capital(i) or name_origins.is_initial(line.words[i].text)
    if not shaped or _runs_on(line, i) or _numbered(line, i):
        return None
    last = _vietnamese_by_shape(line, i)
    mention = Mention(line, i, last, "shape") if last else _foreign_by_shape(line, i)
    return None if mention and names.carried(line, i) else mention


def _numbered(line, i):
    """True for the street in "191 Bà Triệu", "số 59A Trần Phú": a house number stands before the capital."""
    number = line.words[i - 1].text if i and line.words[i].text[0].isupper() else ""
    return number.isdigit() and len(number) < 4 and line.beside(i)


def _in_list(line, i, before):
    """A name after ", " or "và" behind another name: "Bảo Ninh, Hồ Anh Thái và Y Ban"."""
    joined = line.words[i].text == "," or line.low[i].text in ("và", "cùng")
    k = i + 1
    if not joined or k >= len(line) or not line.capital(k) or k in line.spot_ends or titles.address_at(line, k):
        return None
    last = names.vietnamese_at(line, k)
    plural = line.low[max(before.first - 2, 0)].text in {"các", "hai", "ba", "bốn"} or not before.address
    if before.how == "address" and plural and name_origins.is_slavic(line.words[k].text):
        return Mention(line, k, k + 1, "address")
    # "Minh Sương và Y Lan", but not "Vera Soboleva, Viện Hàn Quốc"
    stage = before.how == "titled" and not names.vietnamese_at(line, before.first) and not names.carried(line, k + 1)
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
    last, known = names.vietnamese_at(line, i), name_lists.lists()
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
    key = key_of(line.printed(*found))
    if key in full or key in short:
        return Mention(line, *found, "listed")
    speaking = found[1] - found[0] <= 3 and _says(line, found[1])
    if found[1] - found[0] == 1:
        speaking = speaking and name_origins.is_slavic(line.words[i].text)
    long = found[1] - found[0] > 1 and (_after_nation(line, i) or name_origins.is_slavic(line.words[found[1] - 1].text))
    sure = speaking or long or _introduced(line, *found) or names.looks_personal(line, *found)
    return Mention(line, *found, "shape") if sure else None


def _introduced(line, first, last):
    """True for a known given name in "Ekaterina, du khách ..." and "nữ du khách tên Viktoria"."""
    if norm(line.words[first].text) not in name_lists.lists()["given"]:
        return False
    behind = last + 1 < len(line) and line.words[last].text in ",–-(" and titles.head_at(line, last + 1)
    return bool(behind) or first > 0 and line.low[first - 1].text == "tên"


def _after_nation(line, i):
    """True for the name in "đối thủ người Thái Lan Somchai Wongsa", "gốc Hàn Park Ji-min"."""
    nation = next((first for first, last in line.spot_ends.items() if last == i), 0)
    return nation > 0 and line.low[nation - 1].text in ("người", "gốc")


def _says(line, k):
    """True where a verb that only persons do follows: nói, cho biết, viết, trả lời ..."""
    if k >= len(line):
        return False
    first = line.low[k].text
    return first in _SPEAKING or bool(first in _SAYING and speech.speech()[0].at(line.low, k))


def _with_apposition(mention):
    """The mention with the title after it ("Marina Filatova, Chủ tịch Hội ..."), if it is one of its own."""
    line, k, offices = mention.line, mention.last, []
    while (title := _apposed(line, k)) is not None and not (mention.office and _is_next_in_list(line, title)):
        offices.append(title)
        k = title.last
    if not offices:
        return mention
    said = ", ".join(part for part in (mention.office, _office(line, offices)) if part)
    return replace(mention, office=said, kind=mention.kind or offices[0].kind, after=k)


def _is_next_in_list(line, title):
    """True for the "đại diện" of "Đại sứ X, đại diện Bộ Kinh tế, ...": who comes next, as X has an office already."""
    return line.low[title.first].text == "đại" and line.low[title.first + 1].text == "diện"


def _names_firm(line, title):
    """True where the title names a firm: what follows the firm's noun in capitals is the firm's name."""
    said = " ".join(word.text for word in line.low[title.first : title.last])
    return any(noun in said for noun in _FIRMS)


_FIRMS = ("công ty", "tập đoàn", "ctcp", "ngân hàng", "doanh nghiệp", "hợp tác xã", "chuỗi", "thương hiệu", "cửa hàng")


def _apposed(line, k):
    if k + 1 >= len(line) or line.words[k].text not in {",", "-", "–", "(", "là"}:
        return None
    title = titles.at(line, k + 1)
    name = title and titles.name_after(line, title.last)
    if name and _names_firm(line, title):  # "Giám đốc Công ty Sơn Hà Phú Thọ, cho biết": nobody else's name
        title, name = titles.past_firm(line, title, name[1]), None
    if not title or name:
        return None
    after = line.words[title.last].text if title.last < len(line) else "."
    listing = after in {"và", "cùng"} and line.words[k].text == ","
    return title if after in ",;.:)-–”" or listing else None
