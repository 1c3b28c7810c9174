"""A sentence comes in; the countries, blocs and pairs it names, with the role the words give them, go out.

Names come from Babel's Vietnamese list and rules/places.toml. "Việt - Nga" is both countries; "Nga" in a person's name,
a currency or a language is none; Liên Xô is SU, EAEU is EAEU.
"""

from dataclasses import dataclass, replace

from babel import Locale

from analysis import place_roles, rules
from analysis.lookup import made
from analysis.namesakes import ADDRESSED, NAMESAKES, in_name
from analysis.phrases import Lexicon, fold, tokens

_NOT_COUNTRIES = {"AQ", "EA", "XA", "XB", "ZZ", "UN", "EU", "EZ", "QO", "AC", "CP", "DG", "IC", "TA", "ME", "NU"}


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
    small = {name.split()[0] for name in lower} | {_key(name).split()[0] for name in names["blocked:"]}
    small = frozenset({"ta", *small})
    return lexicon, paired, given, lower, frozenset({*lexicon.index, *paired.index, *small}), small


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
    said = place_roles.with_roles(found, place_roles.in_pairs(found, named(text, found, skip)))
    seats = any(place.kind == "seat" for place in said)
    return place_roles.for_countries(found, said, parts()) if seats else said


def found_in(text, found):
    """The places of a sentence as find() gives them, with `paired` but without roles, which take as long again."""
    return place_roles.in_pairs(found, named(text, found))


def named(text, found=None, skip=frozenset()):
    """The places of a sentence as find() gives them, their roles not looked for.

    >>> [place.code for place in named("kim ngạch Việt - Nga; chị Thúy Nga học tiếng Nga")]
    ['VN', 'RU']
    """
    found = tokens(fold(text)) if found is None else found
    lexicon, paired, given, lower, opens, small = made(_listed, _read_names)
    places, reached, ours = [], 0, []
    for position in _openings(text, found, opens, small):
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


def _openings(text, found, opens, small):
    """The tokens at which a name may begin: with a capital, or behind "thị trường", which not all write with one."""
    begins = [n for n, t in enumerate(found) if t[0] in opens]
    return [n for n in begins if found[n][0] in small or text[found[n][1]].isupper() or _of_market(found, n)]


def _of_market(found, n):
    return n > 1 and found[n - 1][0] == "trường" and found[n - 2][0] == "thị"


def _us(found, n):
    """ "sang ta", "của ta", "nước ta", "hàng ta": the paper's own country, after such a word only."""
    after = n and found[n - 1].text in _BEFORE_US
    return [Place("VN", n, n + 1, found[n].start, found[n].end)] if after else []


_BEFORE_US = {"sang", "của", "cho", "với", "từ", "giữa", "phía", "nước", "hàng"}


def pointed(found, places, known, bloc=None):
    """The places with "nước này", "thị trường này" added as the country they point back to; `known` is asked last.

    "của khối này" is the bloc named before, or else `bloc`.

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
        word = found[hit.first].text
        role = place_roles.role_at(found, hit.first, 0) if hit.label != "bloc" else place_roles.ROLES.get(word, "")
        code = foreign[0 if role == "of" else -1] if foreign else known if hit.label == "partner" else None
        if hit.label == "partner" and code:
            place = Place(code, hit.first, hit.last, found[hit.first].start, found[hit.last - 1].end)
            added = [p for p in added if not (p.kind == "region" and hit.first < p.first < hit.last)]
            added.append(replace(place, role=role))
        elif hit.label == "bloc" and word == "khối" and place_roles.role_at(found, hit.first, 0) == "of":
            code = next((p.code for p in reversed(before) if p.kind == "bloc"), bloc)
            start, end = found[hit.first].start, found[hit.last - 1].end
            added += [Place(code, hit.first, hit.last, start, end, "of", "bloc")] if code else []
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
    return Place(bloc.code, hit.first, hit.last, start, end, place_roles.ROLES[found[hit.first].text], "bloc")


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
    if phrase in lower or text[found[hit.first].start].isupper():
        return True
    after = found[hit.last].text if hit.last < len(found) else ","
    return _of_market(found, hit.first) and (hit.last - hit.first > 1 or after in _AFTER_MARKET)


# What goes on behind "thị trường pháp" and not behind "thị trường áo sơ mi", "thị trường mỹ phẩm".
_AFTER_MARKET = set(", . ; : ) ( và với đạt tăng giảm là trong năm tháng chiếm có đã này vẫn cũng nhập mua".split())


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
    opens = before is None or before.text in '.!?:"“-' and not _item_of_list(found, hit)
    return word in ("anh", "ý", "áo", "nhật", "đức", "pháp") and opens and _follows_lower(text, found, hit.last, word)


def _item_of_list(found, hit):
    """True for the country of "tăng cao: Anh 90.000 lượt, Pháp 70.000 lượt": a number follows, no age."""
    after = [token.text for token in found[hit.last : hit.last + 2]]
    return found[hit.first - 1].text == ":" and bool(after) and after[0][0].isdigit() and after[1:] != ["tuổi"]


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
