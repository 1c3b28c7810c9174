"""A sentence comes in; the sides it speaks of (Viet Nam, partners, "both sides") and the names that say so go out.

A topic of the relationship needs a relation: a Vietnamese side and a partner, named by country, city, firm, school,
person or product, or plain words for two sides. Names stand in rules/places.toml and rules/relations.toml.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from analysis import places, rules
from analysis.codebook_wordings import listed
from analysis.lookup import made
from analysis.once import once
from analysis.phrases import Lexicon, fold, tokens

_NO_PARTNER = {"VN", "WORLD"}
_OURS = _NO_PARTNER | {"RU", "SU"}  # in a sentence about these "miền Nam" is Viet Nam's
_WORDS = {key: key for key in ("weak", "abroad", "itself", "neither")} | {"pair": "words"}  # where they stand in [pair]
_ALIKE = set("BY KZ KG UZ TJ TM AM AZ MD GE BG".split())  # people there have names like those of Russians
_ONE = {"SU": "RU"}  # the Soviet Union and Russia in one sentence are one partner
_NEAR = {"TH", "LA", "KH", "MM", "ID", "MY", "PH"}  # names from there can pass for Vietnamese ones without accents
_SINITIC = {"CN", "TW", "HK", "KR", "KP", "SG"}  # names from there look Vietnamese when spelled in Vietnamese


@dataclass(frozen=True)
class Sides:
    """What a sentence says about who: vietnam, partners (codes in order), both ("hai nước"), either ("hai bên", which
    can be two of anything), and named spans.

    names: (class, start, end) for the codebook, e.g. ("{partner}", 14, 17). abroad: it has words for the wide world.
    here: "cả nước" alone speaks for Viet Nam.
    """

    vietnam: bool
    partners: tuple
    both: bool
    either: bool
    names: tuple
    abroad: bool = False
    here: bool = False

    @once
    def countries(self) -> tuple:
        """The partners that are countries, without blocs and organisations."""
        return tuple(code for code in self.partners if len(code) == 2 and code not in ("EU", "UN"))

    @once
    def nations(self) -> frozenset:
        """The countries among the partners, the Soviet Union and Russia as one."""
        return frozenset(_ONE.get(code, code) for code in self.countries)

    @once
    def related(self) -> bool:
        """True where Viet Nam and a partner are named, or at most one partner and words for two sides."""
        nations = len(self.nations)
        return bool(self.vietnam and self.partners) or nations <= 1 and (self.both or self.either and nations == 1)


class _Names(NamedTuple):
    """What rules/relations.toml lists, ready to be looked up.

    capitals: {words of a name: which begin with a capital}. barred, barred_second: capitalised words that are no first
    and no second part of a name. seats: the foreign capitals.
    """

    lexicon: Lexicon
    capitals: dict
    surnames: set
    endings: tuple
    barred: frozenset
    barred_second: frozenset
    seats: frozenset


def _names() -> _Names:
    return made(lambda: rules.load("relations"), _read)


def _read(file):
    vietnam, wordings = file["vietnam"], {f"joint:{code}": listed(names) for code, names in file["joint"].items()}
    wordings["{province}:VN"] = listed(vietnam["provinces"])
    wordings["{vn}:VN"] = listed(vietnam["others"])
    for table, kind in (("cities", "{city}"), ("entities", "{partner}")):
        wordings |= {f"{kind}:{code}": listed(names) for code, names in file[table].items()}
    wordings["here:VN"] = listed(vietnam["here"])
    wordings["person:RU"] = listed(file["russian"]["names"])
    capitals = {_words(fold(name)): _capitals(name) for names in wordings.values() for name in names}
    pairs = {kind: listed(file["pair"][key]) for kind, key in _WORDS.items()}
    lexicon = Lexicon(wordings | pairs)
    surnames, endings = set(listed(vietnam["surnames"])), tuple(listed(file["endings"]["RU"]))
    barred, barred_second = frozenset(listed(vietnam["not_names"])), frozenset(listed(vietnam["not_second"]))
    seats = frozenset(fold(name) for name in listed(file["capitals"]["names"]))
    return _Names(lexicon, capitals, surnames, endings, barred, barred_second, seats)


def find(sentence: str, found: list | None = None) -> Sides:
    """The sides a sentence speaks of; found: its tokens, if they are known.

    >>> find("Ba mươi kỹ sư Việt Nam sang Obninsk.").partners
    ('RU',)
    >>> find("Nga bàn giao tổ máy cho Hungary.").related, find("Hai nước nhất trí tăng giao lưu.").related
    (False, True)
    """
    found = tokens(fold(sentence)) if found is None else found
    spans = _countries(sentence, found)
    words = _listed_names(sentence, found, spans)
    _people(sentence, found, spans)
    if spans and all(code != "VN" for _, _, _, code in spans):
        _native(sentence, found, spans)
    spans = [span for span in spans if not _mistaken(span, spans, sentence)]
    ordered = sorted(set(spans), key=lambda span: (span[1], -span[2], span[0]))
    vietnam = any(code == "VN" for _, _, _, code in ordered)
    partners = dict.fromkeys(code for _, _, _, code in ordered if code not in _NO_PARTNER)
    kinds = ("pair" in words, "weak" in words, tuple(_classes(sentence, ordered)), "abroad" in words)
    here = "here" in words and sum(span[3] == "VN" for span in ordered) == 1
    return Sides(vietnam, tuple(partners), *kinds, here)


def _classes(sentence, spans):
    """Every named span under each class it can stand for in a term: Minsk is a {capital}, a {city} and a {partner}."""
    for kind, start, end, _ in spans:
        yield kind, start, end
        if kind == "{city}" and fold(sentence[start:end]) in _names().seats:
            yield "{capital}", start, end
        if kind in ("{city}", "{province}"):
            yield ("{partner}" if kind == "{city}" else "{vn}"), start, end


def _countries(sentence, found):
    """(class, start, end, code) of the countries, blocs and regions of places.toml; cities stand in relations.toml."""
    kinds = {"country": "{partner}", "bloc": "{partner}", "region": "{region}"}
    return [
        ("{vn}" if place.code == "VN" else kinds[place.kind], place.start, place.end, place.code or "WORLD")
        for place in places.named(sentence, found)
        if place.kind in kinds
    ]


def _listed_names(sentence, found, spans):
    """Add the names of relations.toml to spans; the kinds of words for two sides that were among them."""
    lexicon, capitals = _names().lexicon, _names().capitals
    words, reached, index = set(), 0, lexicon.index
    for position in [n for n, token in enumerate(found) if token.text in index]:
        hit = lexicon.at(found, position) if position >= reached else None
        if hit and _add(sentence, found, hit, capitals, spans, words):
            reached = hit.last
    return words


def _add(sentence, found, hit, capitals, spans, words):
    """Put the hit where it belongs; False if its capitals are not those of the text."""
    start, end = found[hit.first].start, found[hit.last - 1].end
    if hit.label in _WORDS:
        if hit.label != "itself":
            words.add(hit.label)
        elif any(span[2] + 1 == start and span[3] not in _NO_PARTNER for span in spans):
            words.add("abroad")
        if hit.label == "neither":
            spans.append(("{region}", start, end, "WORLD"))
        return True
    if not _capitals_agree(sentence, found[hit.first : hit.last], capitals):
        return False
    kind, code = hit.label.split(":")
    if kind == "here":
        words.add(kind)
        kind = "{vn}"
    if kind == "person":
        spans += [] if _like_russians(spans) else [("{partner}", start, end, code)]
        return True
    both = [("{vn}", start, end, "VN"), ("{partner}", start, end, code)]
    spans += both if kind == "joint" else [(kind, start, end, code)]
    return True


def _words(folded: str) -> tuple:
    return tuple(token.text for token in tokens(folded))


def _capitals(name: str) -> tuple:
    return tuple(name[token.start].isupper() for token in tokens(fold(name)))


def _capitals_agree(sentence, part, capitals):
    """Each word of the listed name that begins with a capital does so in the text."""
    wanted = capitals[tuple(token.text for token in part)]
    return all(sentence[token.start].isupper() or not capital for token, capital in zip(part, wanted, strict=True))


def _people(sentence, found, spans):
    """Add Vietnamese persons (family name and given name) and words with a Russian ending."""
    listed_names = _names()
    taken = {start for _, start, _, _ in spans}
    abroad = {end + 1 for _, start, end, code in spans if code in _SINITIC and not sentence.endswith("tại ", 0, start)}
    others = _like_russians(spans)
    barred = abroad | {n for _, start, end, _ in spans for n in range(start + 1, end)}
    for token, after in [pair for pair in pairwise([*found, None]) if sentence[pair[0][1]].isupper()]:
        if token.start in taken:
            continue
        word = sentence[token.start : token.end]
        if word == "Việt" and _adjective(sentence, token, after):
            spans.append(("{vn}", token.start, token.end, "VN"))
        elif word in listed_names.surnames and _given_name(sentence, token, after, taken) and token.start not in barred:
            spans.append(("{vn}", token.start, _name_end(sentence, token.start), "VN"))
        elif not others and len(word) > 4 and word.isascii() and word.lower().endswith(listed_names.endings):
            spans.append(("{partner}", token.start, token.end, "RU"))


def _like_russians(spans):
    """True where a country is named whose people have names like those of Russians."""
    return any(span[3] in _ALIKE for span in spans)


def _given_name(sentence, token, after, taken):
    """True where a capitalised word follows a family name that is no country or city ("Đoàn Belarus")."""
    return bool(after) and after.start == token.end + 1 and sentence[after.start].isupper() and after.start not in taken


def _name_end(sentence, start):
    """Where the capitalised words of a name end, four at most."""
    return start + _NAME.match(sentence[start:]).end()


_NAME = re.compile(r"[^\W\d_]+(?: (?=[^\W\d_a-zđ])[^\W\d_]+){1,3}")
_SYLLABLE = re.compile(
    r"(?:ngh|nh|ng|kh|gh|gi|ch|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}(?:ch|nh|ng|[cmnpt])?"
)


def _native(sentence, found, spans):
    """Add pairs of capitalised Vietnamese syllables that no list knows and that are no office, sea or region."""
    taken, listed_names = {n for _, start, end, _ in spans for n in range(start, end)}, _names()
    if any(code in _SINITIC for _, _, _, code in spans):
        return
    abroad = any(code in _NEAR for _, _, _, code in spans)
    for one, other in zip(found, found[1:], strict=False):
        if not sentence[one.start].isupper():
            continue
        words = [sentence[token.start : token.end] for token in (one, other)]
        if one.start in taken or other.start in taken or not _capitalised(words):
            continue
        if words[0] in listed_names.barred or words[1] in listed_names.barred_second:
            continue
        if abroad and "".join(words).isascii():
            continue
        if one.end + 1 == other.start and one.start and all(_SYLLABLE.fullmatch(word.lower()) for word in words):
            spans.append(("{vn}", one.start, other.end, "VN"))


def _capitalised(words):
    return all(word[0].isupper() and not word[1:].isupper() for word in words)


_CALLED = frozenset("chị cô bà bác bé em cháu dì mẹ thím chủ thị hằng thúy thanh hồng quỳnh bích ngọc".split())
# Before and after these a name of Viet Nam is an outlet's: "Thế giới & Việt Nam", "VOV.VN", "theo TTXVN", "(TTXVN)".
_OUTLET = ("Thế giới & ", "Thế giới và ", "Sputnik ")
_AGENCIES = frozenset(("VTV", "VOV", "TTXVN", "VN"))
_REPORTS = ("heo ", "viên ", "PV ", "(", "/", ".", "dẫn lời ", "dẫn tin ")
_KINDS = frozenset("kiểu salad mèo".split())  # "salad Nga" is a dish, eaten everywhere


def _mistaken(span, spans, sentence):
    """True for a country's one syllable inside a longer Vietnamese name ("Lào Cai", "Đức Phúc", "chị Nga"), for a
    Vietnamese office's name that another country's follows ("Bộ Công Thương Nga"), for an outlet that reports ("theo
    TTXVN") and another country's region ("miền Nam").
    """
    kind, start, end, code = span
    if code == "VN":
        if _credit(sentence, start, end) or _elsewhere(sentence, start, end, spans):
            return True
        behind = kind == "{vn}" and sentence.startswith(" ", end)
        return behind and any(other[1] == end + 1 and other[3] not in _NO_PARTNER for other in spans)
    longer = [one for one in spans if one[3] == "VN" and one[1] <= start and end <= one[2]]
    short = kind == "{partner}" and end - start < 5 and sentence[start:end].isalpha()
    return any(one[2] - one[1] > end - start for one in longer) or short and _name_part(span, sentence)


def _credit(sentence, start, end):
    """True where the name only says which outlet reports."""
    if sentence[start:end] not in _AGENCIES:
        return sentence.endswith(_OUTLET, 0, start)
    return sentence.endswith(_REPORTS, 0, start) or sentence[end : end + 1] in (".", ")", "/")


def _elsewhere(sentence, start, end, spans):
    """True for the "miền Nam" of another country ("Ukraine phản công ở miền Nam", "miền Nam nước Nga")."""
    if not sentence.startswith("miền ", start):
        return False
    others = [span for span in spans if span[3] not in _NO_PARTNER]
    return any(span[3] not in _OURS or sentence[end : span[1]] in (" ", ", ", " của ") for span in others)


def _name_part(span, sentence):
    """True where the syllable is called by a form of address or followed by another Vietnamese name's syllable."""
    before, after = sentence[: span[1]].split(), sentence[span[2] :].split(" ", 2)
    if before and before[-1].lower() in _CALLED | _KINDS:
        return True
    follows = after[1].strip('.,;:!?"”)') if len(after) > 1 and after[0] == "" else ""
    return bool(follows) and follows[0].isupper() and len(follows) > 1 and bool(_SYLLABLE.fullmatch(follows.lower()))


def _adjective(sentence, token, after):
    """True for the "Việt" of "tiểu thương Việt ở chợ", not of "Việt Trì" or "Hoàng Việt"."""
    before = sentence[: token.start].split()
    return bool(before) and before[-1][0].islower() and not (after and sentence[after.start].isupper())
