"""A sentence comes in; the countries, blocs and pairs it names, with the role the words give them, go out.

Names come from Babel's Vietnamese list and rules/places.toml. "Việt - Nga" is both countries; "Nga" in a person's name,
a currency or a language is none; Liên Xô is SU, EAEU is EAEU.
"""

from dataclasses import dataclass, replace

from babel import Locale

from analysis import rules
from analysis.lookup import made
from analysis.namesakes import ADDRESSED, NAMESAKES, OFFICES, in_name
from analysis.phrases import Lexicon, fold, tokens

_NOT_COUNTRIES = {"AQ", "EA", "XA", "XB", "ZZ", "UN", "EU", "EZ", "QO", "AC", "CP", "DG", "IC", "TA", "ME", "NU"}
_ROLES = {
    "của": "of", "sang": "to", "vào": "to", "tới": "to", "cập": "to", "đến": "to", "cho": "to", "đi": "to", "ra": "to",
    "về": "to", "từ": "from", "với": "with",
    "giữa": "with", "cùng": "with", "tại": "in", "ở": "in", "trong": "in", "trên": "in",
    "do": "by",
}  # fmt: skip
_FILLERS = {
    "thị", "trường", "nước", "phía", "khối", "các", "khu", "vực", "quốc", "gia", "đối", "tác", "thành", "viên", "đất",
    "những", "hai", "ba", "bốn", "năm", "như", "là", "lớn", "chính", "riêng", "bạn", "khách", "hàng", "cộng", "hòa",
    "phần", "còn", "lại", "phẩm", "hóa", "doanh", "nghiệp", "cảng", "lãnh", "thổ", "tỉnh", "phố", "vùng", "bang",
    "\"", "“", "nhà", "đầu", "tư", "dự", "án", "khác",
}  # fmt: skip
_JOIN = {",", "và", "hay", "hoặc", "cùng", "với", "-", "/", "lẫn"}


@dataclass(frozen=True)
class Place:
    """A country or bloc named in a sentence: code, token and text offsets, the preposition's role, and its weight.

    role: of | to | from | with | in | by | than | goods | press | "" (none). kind: country | bloc | region | seat | era
    (a time named after a country). weak: named as part of an
    office, a source or an agreement's title. paired: one side of "Việt - Nga".
    """

    code: str
    first: int
    last: int
    start: int
    end: int
    role: str = ""
    kind: str = "country"
    weak: bool = False
    paired: bool = False


def name(code: str, lang: str = "en") -> str:
    """The name of a country in "en" or "vi", the code itself where there is none.

    >>> name("VN"), name("RU", "vi")
    ('Viet Nam', 'Nga')
    """
    if (code, lang) == ("VN", "en"):
        return "Viet Nam"  # as the country writes itself in English at the United Nations; Babel has "Vietnam"
    return Locale(lang).territories.get(code, code)


def _listed():
    return rules.load("places")


def _read_names(listed):
    countries = {code: [name] for code, name in Locale("vi").territories.items() if len(code) == 2}
    names = {
        f"country:{code}": name for code, name in countries.items() if code not in _NOT_COUNTRIES and code.isalpha()
    }
    for kind, table in (("country", "countries"), ("bloc", "blocs"), ("seat", "seats"), ("seat", "parts")):
        for code, wordings in listed[table].items():
            key = f"{kind}:{code}"
            names[key] = names.get(key, []) + wordings
    names |= {"region:": listed["regions"]["names"], "blocked:": listed["blocked"]["names"]}
    lower = frozenset(_key(name) for wordings in names.values() for name in wordings if name[0].islower())
    given = frozenset(name.lower() for name in listed["given"]["names"])
    lexicon, paired = Lexicon(names), Lexicon(listed["in_pairs"])
    return lexicon, paired, given, lower, frozenset({"ta", *lexicon.index, *paired.index})


def _key(name):
    return " ".join(token.text for token in tokens(fold(name)))


def pointers():
    """The words that point back to a country ("nước này") and to both sides ("song phương"), as a Lexicon."""
    return made(_listed, _pointers)


def _pointers(listed):
    """As listed, with "thị trường Đông Nam Á này" for each region: what it points to was named before."""
    regions = [name for name in listed["regions"]["names"] if name[0].isalpha() and " " in name]
    by_region = [f"{noun} {name} này" for name in regions for noun in ("thị trường", "quốc gia", "nước", "đất nước")]
    return Lexicon(listed["pointers"] | {"partner": listed["pointers"]["partner"] + by_region})


def parts():
    """The provinces and cities abroad that sell and buy for themselves, as folded words."""
    return made(_listed, _parts)


def _parts(listed):
    return frozenset(_key(name) for names in listed["parts"].values() for name in names)


def members():
    """The countries of each bloc, {bloc: (codes)}."""
    return made(_listed, _members)


def _members(listed):
    return {bloc: tuple(codes) for bloc, codes in listed["members"].items()}


def find(text, found=None, skip=frozenset()):
    """The places of a sentence with their roles, left to right; `skip` are token numbers that belong to a quantity.

    >>> [(place.code, place.role) for place in find("Xuất khẩu của Việt Nam sang Nga, Belarus và EAEU tăng")]
    [('VN', 'of'), ('RU', 'to'), ('BY', 'to'), ('EAEU', 'to')]
    """
    found = tokens(fold(text)) if found is None else found
    return _with_roles(found, _in_pairs(found, named(text, found, skip)))


def found_in(text, found):
    """The places of a sentence as find() gives them, with `paired` but without roles, which take as long again."""
    return _in_pairs(found, named(text, found))


def named(text, found=None, skip=frozenset()):
    """The places of a sentence as find() gives them, their roles not looked for.

    >>> [place.code for place in named("kim ngạch Việt - Nga; chị Thúy Nga học tiếng Nga")]
    ['VN', 'RU']
    """
    found = tokens(fold(text)) if found is None else found
    lexicon, paired, given, lower, opens = made(_listed, _read_names)
    places, reached, ours = [], 0, []
    for position in [n for n, token in enumerate(found) if token[0] in opens]:
        if found[position][0] == "ta":
            ours += _us(found, position)
        if position < reached:
            continue
        hit = lexicon.at(found, position) if position not in skip else None
        if hit and _capital(text, found, hit, lower) and not _personal(text, found, hit, given):
            if hit.label.startswith("blocked") and found[hit.first].text == "thời":  # "thời Liên Xô"
                places.append(_place(found, hit._replace(label="era:SU")))
            if not hit.label.startswith("blocked") and not _of_the_world(found, hit):
                places.append(_place(found, hit))
            reached = hit.last
        else:
            half = paired.at(found, position)
            if half and _joined(text, found, half, lexicon, paired):
                places.append(_place(found, half._replace(label=f"country:{half.label}"), paired=True))
            elif half and half.label in ("VN", "TH") and _attribute(text, found, position):
                places.append(_place(found, half._replace(label=f"country:{half.label}")))
    return sorted(places + ours, key=lambda place: place.first) if ours else places


def _us(found, n):
    """ "sang ta", "của ta", "nước ta", "hàng ta": the paper's own country, after such a word only."""
    after = n and found[n - 1].text in _BEFORE_US
    return [Place("VN", n, n + 1, found[n].start, found[n].end)] if after else []


_BEFORE_US = {"sang", "của", "cho", "với", "từ", "giữa", "phía", "nước", "hàng"}


def pointed(found, places, known):
    """The places with "nước này", "thị trường này" added as the country they point back to; `known` is asked last.

    >>> found = tokens(fold("Theo hải quan Campuchia, nước này xuất sang Mỹ"))
    >>> [place.code for place in pointed(found, find("Theo hải quan Campuchia, nước này xuất sang Mỹ"), None)]
    ['KH', 'KH', 'US']
    """
    added = list(places)
    for hit in pointers().find(found):
        before = [
            p
            for p in added
            if p.last <= hit.first and p.kind in ("country", "bloc", "seat") and p.code not in ("WORLD",)
        ]
        foreign = [p.code for p in before if p.code != "VN"]
        role = _role(found, hit.first, 0) if hit.label != "bloc" else _ROLES.get(found[hit.first].text, "")
        code = foreign[0 if role == "of" else -1] if foreign else known if hit.label == "partner" else None
        if hit.label == "partner" and code:
            place = Place(code, hit.first, hit.last, found[hit.first].start, found[hit.last - 1].end)
            added = [p for p in added if not (p.kind == "region" and hit.first < p.first < hit.last)]
            added.append(replace(place, role=role))
        elif (
            hit.label == "bloc"
            and role in ("to", "from")
            and (bloc := next((p for p in reversed(before) if p.kind == "bloc"), None))
        ):
            added.append(_again(found, hit, bloc))
    return sorted(added, key=lambda place: place.first)


def _again(found, hit, bloc):
    """The bloc named before, at the words that point back to it: "sang khối", "cả khối"."""
    start, end = found[hit.first].start, found[hit.last - 1].end
    return Place(bloc.code, hit.first, hit.last, start, end, _ROLES[found[hit.first].text], "bloc")


def _place(found, hit, paired=False):
    kind, code = hit.label.split(":")
    if kind == "seat" and hit.first and found[hit.first - 1].text == "phía":
        kind = "country"
    return Place(code, hit.first, hit.last, found[hit.first].start, found[hit.last - 1].end, kind=kind, paired=paired)


def _of_the_world(found, hit):
    """True for "thị trường thế giới", "hàng đầu thế giới": an attribute, where "với thế giới" is the partner."""
    if hit.label != "bloc:WORLD" or found[hit.first].text != "thế":
        return False
    before = [token.text for token in found[max(0, hit.first - 3) : hit.first]]
    sold = before[1:] == ["thị", "trường"] and before[0] in ("cho", "ra", "sang")
    return not sold and (before[-1:] == [] or before[-1] not in _WITH_THE_WORLD)


_WITH_THE_WORLD = {"mại", "với", "ra", "cả", "toàn", "sang", "của", "khắp", "trên", "từ", "cho"}
_NOT_OF_US = ADDRESSED | {"tiếng", "đồng", "bạn"}


def _attribute(text, found, position):
    """True for "gạo Việt", "doanh nghiệp Việt": the short name of the country after a common noun, not in a name."""
    before, after = text[found[position - 1].start], text[found[position].end :].lstrip()[:1]
    lone = position and before.isalpha() and before.islower() and found[position - 1].text not in _NOT_OF_US
    return bool(lone and text[found[position].start].isupper() and not after.isupper())


def _capital(text, found, hit, lower):
    phrase = " ".join(token.text for token in found[hit.first : hit.last])
    if hit.label.startswith("blocked"):
        return any(text[token.start].isupper() for token in found[hit.first : hit.last])
    return phrase in lower or text[found[hit.first].start].isupper()


def _personal(text, found, hit, given):
    """True for the given name in "Thúy Nga" and for "Anh", "Ý" that open a sentence as an ordinary word."""
    if hit.last - hit.first > 1 or hit.label.startswith("blocked"):
        return False
    before = found[hit.first - 1] if hit.first else None
    if before and before.text in given and text[before.start].isupper() and before.end + 1 == found[hit.first].start:
        return not _after_country(found, hit.first)
    word = found[hit.first].text
    if word in NAMESAKES and in_name(text, found, hit.first):
        return True
    opens = before is None or before.text in '.!?:"“-'
    return word in ("anh", "ý", "áo", "nhật", "đức", "pháp") and opens and _follows_lower(text, found, hit.last, word)


def _after_country(found, first):
    """ "Bộ Công Thương Nga", "Quốc hội Trung Quốc": the capital word before belongs to an office, not to a name."""
    words = [token.text for token in found[max(0, first - 4) : first]]
    return bool({"bộ", "cục", "hội", "ban", "viện", "tổng", "quỹ", "ngân", "sứ", "thị", "hàng"} & set(words))


def _follows_lower(text, found, last, word):
    after = found[last] if last < len(found) else None
    verbs = {"và", "là", "đã", "sẽ", "đạt", "tăng", "giảm", "xuất", "nhập", "chiếm", "đứng", ",", "-", "cũng", "hiện"}
    return after is None or (
        word in ("anh", "ý", "áo") and after.text not in verbs - {"đã", "sẽ", "cũng", "là", "hiện"}
    )


def _joined(text, found, half, lexicon, paired):
    """True where "Việt", "Trung" ... is joined by a dash to another country."""
    if not text[found[half.first].start].isupper():
        return False
    for dash, other in ((half.last, half.last + 1), (half.first - 1, half.first - 2)):
        if 0 <= other < len(found) and 0 <= dash < len(found) and found[dash].text in "-/":
            beside = lexicon.at(found, other) if other > dash else lexicon.before(found, dash)
            short = paired.at(found, other)
            if beside and beside.label.startswith(("country", "bloc")) or short:
                return True
    return False


def _in_pairs(found, places):
    """Each place with whether it is one of two joined by a dash: "Việt - Nga"."""
    done = []
    for place in places:
        before = done[-1] if done else None
        joined = before is not None and _between(found, before.last, place.first)
        if joined and (place.paired or found[before.last].text == "-"):
            done[-1] = before if before.paired else replace(before, paired=True)
            place = place if place.paired else replace(place, paired=True)
        done.append(place)
    return done


def _with_roles(found, places):
    """Each place with the role of the preposition before it; "sang Nga, Belarus và Lào" gives all three the same."""
    done = []
    for place in places:
        before = done[-1] if done else None
        role = _role(found, place.first, before.last if before else 0)
        role = "" if role == "goods" and acts(found, place) else role
        if place.kind == "bloc" and place.first and found[place.first - 1].text in ("đầu", "nhất"):
            role = "in"  # "dẫn đầu ASEAN về buôn bán với Nga"
        joined = before is not None and _between(found, before.last, place.first)
        apart = joined and (
            before.role == "press"
            or before.role == "of"
            and found[place.first - 1].text == "trường"
            or before.role == "than"
            and before.first <= _OPENS
            and found[place.last : place.last + 1]
            and found[place.last].text in _ACTS
        )
        if joined and role == "" and before.role and not apart:
            role = before.role
        weak = _is_weak(found, place)
        done.append(replace(place, role="press" if weak and _of_press(found, place) else role, weak=weak))
    return done


# Tokens before the name in "Sau thị trường Trung Quốc, Nhật Bản là ...": the second is the subject.
_OPENS = 3
_ACTS = {"là", "đứng", "xếp", "chiếm", "đạt", "mua", "nhập", "cũng", "vẫn", "tiếp"}


def _of_press(found, place):
    """True for "theo báo Nga", "đài RT (Nga)": who tells it, no side of what is told."""
    return not _PRESS.isdisjoint([token.text for token in found[max(0, place.first - 2) : place.first]])


_PRESS = {"báo", "đài", "tờ", "hãng", "trang", "kênh", "chí"}


def acts(found, place):
    """True where a verb of trade follows: in "mặt hàng Nga nhập" the country buys, the goods are not from there."""
    return place.last < len(found) and found[place.last].text in ("nhập", "xuất", "mua", "bán", "tiêu")


def _between(found, last, first):
    """True where only a comma, "và", a dash or a filler stands between two names."""
    words = [token.text for token in found[last:first]]
    if "còn" in words and "lại" not in words:
        return False
    return 0 < len(words) <= 4 and words[0] in _JOIN and all(word in _JOIN | _FILLERS for word in words)


def _role(found, first, barrier):
    """The role of the nearest preposition, looking back over fillers such as "thị trường"."""
    position = first - 1
    head = first - 1 if first and found[first - 1].text == "khối" else first
    if [token.text for token in found[max(barrier, head - 2) : head]] in _INCLUDED:
        return "with"
    before = [token.text for token in found[max(barrier, first - 2) : first]]
    if before[-1:] == ["hàng"] and before[:1] not in (["khách"], ["bạn"]) or before == ["hàng", "hóa"]:
        return "goods"
    if before[-1:] and before[-1] in ("sau", "hơn", "vượt", "trừ") and before != ["xếp", "hơn"]:
        return "than"
    if before in (["vượt", "qua"], ["vượt", "mặt"], ["soán", "ngôi"]):
        return "than"
    if _set_apart(found, first, barrier):
        return "than"
    if before in (["không", "tính"], ["không", "kể"], ["chưa", "kể"], ["chưa", "tính"]):
        return "than"
    while position >= barrier and position > first - 7:
        word = found[position].text
        if word in _ROLES:
            listing = (
                word in ("đến", "tới")
                and position
                and found[position - 1].text in ("kế", "tiếp", "tính", "nói", "cho")
                and (position < 2 or found[position - 2].text != "trực")
            )
            viewed = position and found[position - 1].text == "nhìn"
            there = [token.text for token in found[max(0, position - 2) : position]] == ["có", "mặt"]
            return "" if listing else "by" if viewed else "to" if there else _ROLES[word]
        if word not in _FILLERS:
            return ""
        position -= 1
    return ""


def _set_apart(found, first, barrier):
    """True for "Ngoài thị trường EU, Mỹ mua 54 tỷ USD": named to be left aside."""
    words = [token.text for token in found[max(barrier, first - 6) : first]]
    if "ngoài" not in words:
        return False
    between = set(words[words.index("ngoài") + 1 :])
    return between <= _FILLERS | {"chủ", "đạo", "lực", "yếu", "nhất"} and "nước" not in words


# "tính cả khối EAEU thì là 71 triệu USD": trade with the whole bloc.
_INCLUDED = (["tính", "cả"], ["tính", "toàn"], ["chung", "cả"], ["chung", "toàn"], ["gộp", "cả"])


_MINISTRY = set(
    "phát triển kinh tế thương mại năng lượng nông nghiệp tài chính công nghiệp và giao thông vận tải y tế".split()
)


def _is_weak(found, place):
    """True inside an office, a source or the title of an agreement: "Hải quan Nga", "FTA Việt Nam - EAEU"."""
    words = [token.text for token in found[max(0, place.first - 9) : place.first]]
    if words and words[-1] in OFFICES and not ({"xuất", "nhập"} & set(words[-3:])):
        return True
    if "bộ" in words[-5:] and _MINISTRY.issuperset(words[len(words) - words[::-1].index("bộ") :]):
        return True
    if words[-2:] == ["du", "lịch"] and {"cục", "bộ", "sở", "hội", "viện"} & set(words[-6:-2]):
        return True
    agreement = next((n for n in range(len(words) - 1, -1, -1) if words[n] in ("fta", "định", "evfta")), None)
    if agreement is None or words[agreement] == "định" and words[agreement - 1 : agreement] != ["hiệp"]:
        return False
    filler = {
        "thương",
        "mại",
        "tự",
        "do",
        "giữa",
        "và",
        "với",
        "việt",
        "nam",
        "-",
        "(",
        ")",
        "fta",
        "nga",
        "á",
        "âu",
        "liên",
        "minh",
        "kinh",
        "tế",
        "vn",
        "eaeu",
    }
    return all(word in filler for word in words[agreement + 1 :])
