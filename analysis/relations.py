"""A sentence comes in; the sides it speaks of (Viet Nam, partners, "both sides") and the names that say so go out.

A topic of the relationship needs a relation: a Vietnamese side and a partner, named by country, city, firm, school,
person or product, or plain words for two sides. Names stand in rules/places.toml and rules/relations.toml.
"""

from dataclasses import dataclass
from functools import lru_cache

from analysis import places, rules
from analysis.codebook import listed
from analysis.phrases import Lexicon, fold, tokens

_NO_PARTNER = {"VN", "WORLD", "XX"}


@dataclass(frozen=True)
class Sides:
    """What a sentence says about who: vietnam, partners (codes in order), both ("hai nước"), and named spans.

    names: (class, start, end) for the codebook, e.g. ("{partner}", 14, 17).
    """

    vietnam: bool
    partners: tuple
    both: bool
    names: tuple

    @property
    def related(self) -> bool:
        """True where Viet Nam and a partner are named, or one partner and "both sides"."""
        return bool(self.vietnam and (self.partners or self.both)) or self.both and len(self.partners) <= 1


@lru_cache(maxsize=1)
def _names():
    return _read(rules.load("relations"))


def _read(file):
    vietnam, wordings = file["vietnam"], {}
    wordings["{province}:VN"] = listed(vietnam["provinces"])
    wordings["{vn}:VN"] = listed(vietnam["others"])
    for table, kind in (("cities", "{city}"), ("entities", "{partner}")):
        wordings |= {f"{kind}:{code}": listed(names) for code, names in file[table].items()}
    wordings["{partner}:RU"] = wordings["{partner}:RU"] + listed(file["russian"]["names"])
    wordings |= {f"joint:{code}": listed(names) for code, names in file["joint"].items()}
    capitals = {_words(fold(name)): _capitals(name) for names in wordings.values() for name in names}
    lexicon = Lexicon(wordings | {"pair": listed(file["pair"]["words"])})
    surnames, endings = set(listed(vietnam["surnames"])), tuple(listed(file["endings"]["RU"]))
    return lexicon, capitals, surnames, endings


def find(sentence: str) -> Sides:
    """The sides a sentence speaks of.

    >>> find("Ba mươi kỹ sư Việt Nam sang Obninsk.").partners
    ('RU',)
    >>> find("Nga bàn giao tổ máy cho Hungary.").related, find("Hai nước nhất trí tăng giao lưu.").related
    (False, True)
    """
    found = tokens(fold(sentence))
    spans = _countries(sentence, found)
    both = _listed_names(sentence, found, spans)
    _people(sentence, found, spans)
    ordered = sorted(set(spans), key=lambda span: (span[1], -span[2], span[0]))
    vietnam = any(code == "VN" for _, _, _, code in ordered)
    partners = dict.fromkeys(code for _, _, _, code in ordered if code not in _NO_PARTNER)
    return Sides(vietnam, tuple(partners), both, tuple(_classes(ordered)))


def _classes(spans):
    """Every named span under each class it can stand for in a term: a foreign city is a {city} and a {partner}."""
    for kind, start, end, _ in spans:
        yield kind, start, end
        if kind in ("{city}", "{province}"):
            yield ("{partner}" if kind == "{city}" else "{vn}"), start, end


def _countries(sentence, found):
    """(class, start, end, code) of the countries and blocs of places.toml; seats are read from relations.toml."""
    return [
        ("{vn}" if place.code == "VN" else "{partner}", place.start, place.end, place.code)
        for place in places.find(sentence, found)
        if place.kind in ("country", "bloc") and place.code != "WORLD"
    ]


def _listed_names(sentence, found, spans):
    """Add the names of relations.toml to spans; True if a word for "both sides" was among them."""
    lexicon, capitals, _, _ = _names()
    both = False
    for hit in lexicon.find(found):
        start, end = found[hit.first].start, found[hit.last - 1].end
        if hit.label == "pair":
            both = True
        elif _capitals_agree(sentence, found[hit.first : hit.last], capitals):
            kind, code = hit.label.split(":")
            both_sides = [("{vn}", start, end, "VN"), ("{partner}", start, end, code)]
            spans += both_sides if kind == "joint" else [(kind, start, end, code)]
    return both


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
    _, _, surnames, endings = _names()
    taken = {start for _, start, _, _ in spans}
    for token, after in zip(found, [*found[1:], None], strict=True):
        word = sentence[token.start : token.end]
        if token.start in taken or not word[0].isupper():
            continue
        if word == "Việt" and _adjective(sentence, token, after):
            spans.append(("{vn}", token.start, token.end, "VN"))
        elif word in surnames and after and after.start == token.end + 1 and sentence[after.start].isupper():
            spans.append(("{vn}", token.start, after.end, "VN"))
        elif len(word) > 4 and word.isascii() and word.lower().endswith(endings):
            spans.append(("{partner}", token.start, token.end, "RU"))


def _adjective(sentence, token, after):
    """True for the "Việt" of "tiểu thương Việt ở chợ", not of "Việt Trì" or "Hoàng Việt"."""
    before = sentence[: token.start].split()
    return bool(before) and before[-1][0].islower() and not (after and sentence[after.start].isupper())
