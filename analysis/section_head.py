"""The looks of a page's head come in; what stands around its title, and which of it are menus, goes out as a Head."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from analysis.lines import BULLET, Look, look
from analysis.section_names import LONGEST, STRONG, headed
from analysis.vocabulary import key_of, vocabulary

PASSED = frozenset("blank wrapped placeholder date author url clock credit caption listed tags".split())


@dataclass(frozen=True)
class Head:
    """What stands around the title: lines above it, nearest first; lines below it; the page's short lines and rows.

    `menus` are the numbers of the lines in runs that the page prints twice, as it prints its menus.
    """

    above: list
    below: list
    title: str
    site: str
    lines: Counter
    rows: tuple
    joints: bool
    own: frozenset = frozenset()
    menus: frozenset = frozenset()

    def again(self, key: str, own: int = 1) -> bool:
        """Does another line of the head say the same, or a row of names hold it? `own` lines do not count."""
        return self.lines[key] > own or any(f" {key} " in f" {row} " for row in self.rows if row != key)


LINK_BEHIND = re.compile(r"\s*<(?:https?://[^<>\s]*|[#/][^<>\s]*)>")  # "Kinh tế <https://...>", in pages saved as text


def unheaded(each: Look) -> Look:
    """The line without the outlet's name before a section ("Znews | Kinh tế"), and without the links' addresses.

    Behind a dash may stand a motto.
    """
    if each.kind == "url" and each.text.endswith(">"):
        each = look(each.number, LINK_BEHIND.sub("", each.text), each.hint)
    if not 2 <= each.words <= LONGEST + 3 or each.kind not in (None, "menu", "header", "row", "media") or each.dates:
        return each
    name, rest = headed(each.text)
    if name and re.search(r"\s[-–—]\s", each.text[len(name) : -len(rest)]):
        return replace(each, kind="control")
    return look(each.number, rest, each.hint) if name else each


def around_title(looks: list, head: list, title: int | None, site: str | None, own: frozenset = frozenset()) -> Head:
    """The Head of a page: `site` is the name it gives itself, `own` the keys of all names of its outlet."""
    name = next((each.text for each in looks if each.number == title), "")
    joints = any(not each.key and STRONG.fullmatch(each.text.strip()) for each in head if each.text)
    seen = [each for each in head if each.key and each.number != title]
    rows = tuple(each.key for each in seen if each.kind in ("menu", "row") and each.words > 4)
    lines = Counter(key_of(bare(each)) for each in seen if each.words <= LONGEST)
    above = [each for each in reversed(seen) if not title or each.number < title]
    below = [each for each in seen if title and each.number > title][:8]
    return Head(above, below, name, key_of(site or ""), lines, rows, joints, own, _twice(looks))


RUN = 5  # lines; a path, which pages print twice too, has four names and the start page at most


def _twice(looks):
    """The numbers of the short lines in runs of RUN and more that the page prints twice."""
    short = [each for each in looks if each.key and each.words <= LONGEST and not each.dates]
    keys = [each.key for each in short]
    places = {}
    for place in range(len(keys) - RUN + 1):
        places.setdefault(tuple(keys[place : place + RUN]), []).append(place)
    starts = [place for found in places.values() if len(found) > 1 for place in found]
    return frozenset(short[place + step].number for place in starts for step in range(RUN))


def bare(each: Look) -> str:
    """The line without the mark of a list before it and the marks of links."""
    return LINKED.sub(r"\1", BULLET.sub("", each.text, count=1))


LINKED = re.compile(r"\[([^\[\]]{2,40})\]")  # how some text browsers mark links: "[Kinh tế] / [Kinh doanh]"


def known(each: Look) -> bool:
    """Is it the name of a section, or of two in one: "Văn hóa - Giải trí"?"""
    said = vocabulary().sections
    return each.key in said or all(key_of(part) in said for part in re.split(r"\s[-–&]\s", each.text))


def built(each: Look) -> bool:
    """Is it made of the names of two sections ("KINH TẾ NÔNG NGHIỆP")?"""
    words = each.key.split()
    names = vocabulary().sections
    return any({" ".join(words[:size]), " ".join(words[size:])} <= names for size in range(1, len(words)))


def topic(around: Head, each: Look) -> bool:
    """Is it the topic in capitals between section and title ("Kinh tế", "HỢP TÁC VIỆT - NGA"), unknown to the menu?"""
    return each.text.isupper() and each.words > 2 and not (known(each) or built(each)) and not around.again(each.key)
