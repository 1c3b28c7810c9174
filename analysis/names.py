"""A sentence comes in as a Line (words, places); where a personal name begins and ends, by its shape, goes out.

Vietnamese names are a surname of a closed list and one to three (with Thị four) more syllables; foreign names are runs
of capital words that are no Vietnamese syllables, or are spelled out with hyphens. Lists: rules/names.toml.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from analysis import cities
from analysis.letters import is_syllable, norm
from analysis.name_lists import lists
from analysis.name_origins import HYPHEN, PATRONYMICS, SURNAMES, is_foreign, is_initial, is_surname_first
from analysis.once import once
from analysis.phrases import Token, cut, fold, new_token

_WORD = re.compile(r"((?:[A-ZĐ]\.)+(?=\s?[A-ZĐ])|[^\W\d_]+(?:['’\-‑][^\W\d_]+)*|\d+(?:[.,/]\d+)*|\S)")
_PARTS = re.compile(r"[^-‑]+|[-‑]")


def words(text):
    """The words of a text as Tokens; "Nga-Việt" is three, "Pu-tin", "Kassym-Jomart" and "V.I." are one.

    >>> [word.text for word in words("Quan hệ Nga-Việt: ông V.I. Lê-nin")]
    ['Quan', 'hệ', 'Nga', '-', 'Việt', ':', 'ông', 'V.I.', 'Lê-nin']
    """
    found = cut(_WORD, text)
    return [part for word in found for part in _parted(word)] if HYPHEN.search(text) else found


def _parted(word):
    """The word, or what its hyphens join, hyphens too, where it is not one."""
    shown, begin, _ = word
    if not HYPHEN.search(shown) or _is_one(HYPHEN.split(shown)):
        return (word,)
    return [Token(part[0], begin + part.start(), begin + part.end()) for part in _PARTS.finditer(shown)]


def _is_capital(word):
    return word[:1].isupper() and not (len(word) > 1 and word.isupper() and "." not in word)


_low = lru_cache(maxsize=65536)(fold)  # words come again and again: folding each anew is a tenth of finding people


def _is_one(parts):
    """True where hyphens spell one name out, false where they join two words."""
    if not parts[0][:1].isupper():
        return False
    if any(cities.find(part) for part in parts):
        return False
    return any(part[:1].islower() for part in parts[1:]) or not all(is_syllable(part) for part in parts)


@dataclass
class Line:
    """A sentence with its words, their folded forms, and the words that belong to a place."""

    text: str
    offset: int = 0
    named: list = field(default_factory=list)

    @once
    def words(self):
        return words(self.text)

    @once
    def low(self):
        return [new_token((_low(text), start, end)) for text, start, end in self.words]

    @once
    def spots(self):
        return cities.find(self.text)

    @once
    def spot_ends(self):
        """{first word of a place: one after its last word}"""
        if not self.spots:
            return {}
        starts = {word.start: number for number, word in enumerate(self.words)}
        ends = {word.end: number + 1 for number, word in enumerate(self.words)}
        return {starts[s.start]: ends[s.end] for s in self.spots if s.start in starts and s.end in ends}

    @once
    def _in_places(self):
        return {n for first, last in self.spot_ends.items() for n in range(first + 1, last)}

    def in_place(self, i):
        """True where word i is the second or a later word of a place's name."""
        return i in self._in_places

    def __len__(self):
        return len(self.words)

    @once
    def capitals(self):
        """The numbers of the words that begin with a capital and are no acronyms, in order, as keys."""
        capitals = {number: True for number, word in enumerate(self.words) if _is_capital(word[0])}
        return {number: True for number in capitals if not self._ends_a_number(number)}

    def _ends_a_number(self, i):
        """True for the "D" of "5D Mark III"."""
        before, begin = self.words[i - 1], self.words[i].start
        return i > 0 and before.end == begin and before.text[-1].isdigit()

    def capital(self, i):
        """True where word i begins with a capital and is no acronym."""
        return i in self.capitals

    def beside(self, i):
        """True where only one space stands between word i - 1 and word i."""
        return 0 < i < len(self.words) and self.text[self.words[i - 1].end : self.words[i].start] in (" ", "\u00a0")

    def printed(self, first, last):
        return self.text[self.words[first].start : self.words[last - 1].end]


def vietnamese_at(line, i):
    """One after the last word of the Vietnamese name that begins at word i, or None.

    >>> line = Line("gặp Nguyễn Thị Thu Hà ở Huế")
    >>> vietnamese_at(line, 1)
    5
    """
    if not line.capital(i) or line.low[i].text not in lists()["surnames"] or line.in_place(i):
        return None
    last = syllables_end(line, i)
    if last - i > 1 and norm(line.printed(i, i + 2)) in lists()["no_names"]:
        return None
    last = _mixed_end(line, i, last)
    limit = 5 if {"thị", "nữ", "phước", "phúc"} & {word.text for word in line.low[i:last]} else 4
    return last if 2 <= last - i <= limit else None


def _mixed_end(line, i, last):
    """One more for "Nguyễn Filip" and "Nguyễn Mai Anastasia": a common surname before a foreign given name."""
    word = line.words[last].text if last < len(line) and line.beside(last) and last not in line.spot_ends else ""
    known = lists()
    mixed = is_foreign(word) and (last - i == 1 or norm(word) in known["slavic"])
    return last + 1 if mixed and norm(line.words[i].text) in known["common"] else last


def syllables_end(line, i):
    """One after the last of the capital Vietnamese syllables that begin at word i."""
    last = i + 1
    while last < len(line) and line.capital(last) and line.beside(last) and is_syllable(line.words[last].text):
        last += 1
    return last


def foreign_at(line, i):
    """(first, one after the last) word of the foreign name that begins at word i or shortly after it, or None.

    What stands before a known given name in the run is left out: "Rosatom Alexey Likhachev" gives the last two.

    >>> line = Line("Tổng thống Vladimir Vladimirovich Putin")
    >>> foreign_at(line, 2)
    (2, 5)
    """
    if last := surname_first_at(line, i):
        return i, last
    last = _foreign_end(line, i)
    if last is None:
        return None
    known = lists()["given"]
    given = [n for n in range(i, last) if line.low[n].text in known]
    first = given[0] if given and not is_initial(line.words[i].text) and _given_leads(line, given[0], last) else i
    return first, last


def surname_first_at(line, i):
    """One after "Korolev Ivan Petrovich" at word i, also where the surname alone is a town's name, or None."""
    if i + 2 >= len(line) or not line.words[i + 2].text.endswith(PATRONYMICS):
        return None
    whole = line.beside(i + 1) and line.beside(i + 2) and all(line.capital(n) for n in range(i, i + 3))
    goes_on = i + 3 < len(line) and line.beside(i + 3) and is_foreign(line.words[i + 3].text)
    town = i in line.spot_ends and not line.words[i].text.endswith(SURNAMES)
    whole = whole and not goes_on and not town and is_foreign(line.words[i].text)
    return i + 3 if whole and is_surname_first([word.text for word in line.words[i : i + 3]]) else None


def _given_leads(line, given, last):
    """True where something follows the given name, so that it opens the name ("Fedor" alone could close one)."""
    return given + 1 < last


def _foreign_end(line, i):
    known, last, foreign = lists(), i, 0
    while last < len(line) and (last == i or line.beside(last) or is_initial(line.words[last - 1].text)):
        word = line.words[last].text
        if last in line.spot_ends or line.low[last].text in known["not_persons"]:
            break
        if is_foreign(word):
            foreign += 1
        elif not (is_initial(word) or _fits_between(line, last, i)):
            break
        last += 1
    while last > i and line.words[last - 1].text.islower():
        last -= 1
    last = _with_own_surname(line, i, last) if foreign else last
    return last if foreign and last - i <= 6 else None


def _with_own_surname(line, i, last):
    """The end of "Anna Trần Mỹ Hạnh", "Ivan Nguyễn" and "Sergei Kim", whose foreign part ends before word `last`."""
    known = lists()
    if last >= len(line) or not line.beside(last) or not line.capital(last) or last in line.spot_ends:
        return last
    word = norm(line.words[last].text)
    if word in known["common"]:
        return vietnamese_at(line, last) or last + 1 if last - i == 1 else last + 1
    return last + 1 if word in known["short"] and norm(line.words[last - 1].text) in known["given"] else last


def _fits_between(line, n, first):
    """True for "oglu", "van" inside a foreign name and for the short syllables that foreign names open with."""
    word, known = line.words[n].text, lists()
    follows = n + 1 < len(line) and is_foreign(line.words[n + 1].text) and line.beside(n + 1)
    if word.lower() in known["particles"] and n > first:
        chained = n + 1 < len(line) and line.words[n + 1].text in known["particles"]
        return follows or chained
    if not line.capital(n) or not is_syllable(word):
        return False
    if n == first:
        return follows and line.low[n].text in known["short"]
    return line.low[first].text in known["openers"]


def looks_personal(line, first, last):
    """True where a run of foreign words is a person's name by itself: a known given name, or a surname's ending.

    >>> line = Line("Leyla Aslanova gặp Gazprom Neft")
    >>> looks_personal(line, 0, 2), looks_personal(line, 3, 5)
    (True, False)
    """
    known, parts = lists(), [word.text for word in line.words[first:last]]
    if len(parts) < 2:
        return False
    if any(is_initial(part) for part in parts[:-1]):
        return True
    spelled = sum(bool(HYPHEN.search(part)) for part in parts) == len(parts)
    patronymic = any(part.endswith(known["patronymic"]) for part in parts[1:])
    korean = norm(parts[0]) in known["short"] and bool(re.fullmatch(r"[A-Z][a-z]+-[a-z]+", parts[-1]))
    return spelled or patronymic or korean or norm(parts[0]) in known["given"]


def carried(line, i):
    """True where the word before i makes what follows the name of a thing: "phố", "Đại học", "tàu", "giải".

    >>> carried(Line("đi dọc đường Nguyễn Huệ"), 3)
    True
    """
    if i and line.words[i - 1].text in "\"“'‘":
        i -= 1
    hit = lists()["carriers"].before(line.low, i)
    if hit is None or (word := lists()["no_carriers"].before(line.low, i)) and word.first < hit.first:
        return False
    return not any(first <= hit.first and hit.last <= last for first, last in line.spot_ends.items())
