"""The looks of a page's lines come in; the same go out with what belongs to its title, or is none, told as such: a
title that names pictures, one that is broken into two lines, the headlines that an address below them spells.
"""

import re
from dataclasses import replace

from analysis.authors import author_of
from analysis.lines import Look, above, below
from analysis.title_shapes import plain, timed
from analysis.vocabulary import UPPER


def photo_story(looks: list[Look]) -> list[Look]:
    """The looks, with a title that names pictures ("Ảnh: Một ngày ở ...") as no photo credit, if a date stands below.

    >>> from analysis.lines import look
    >>> page = ["Ảnh: Một buổi sáng ở lò gốm bên sông Hồng", "Lê Mẫu", "09/10/2025 08:15"]
    >>> [each.kind for each in photo_story([look(number, text) for number, text in enumerate(page, 1)])]
    [None, None, 'date']
    """
    top = next((place for place, each in enumerate(looks) if each.prose), len(looks))
    for place, each in enumerate(looks[:top]):
        shown = each.kind in ("credit", "caption") and _names_pictures(each)
        if shown and any(map(timed, looks[place + 1 : place + 6])):
            return [*looks[:place], replace(each, kind=None), *looks[place + 1 :]]
    return looks


def _names_pictures(look):
    """Is it told what the pictures show, rather than who took them?"""
    small = sum(word[:1].islower() for word in look.text.split())
    told = PICTURES.match(look.text) and look.words >= SHORTEST_STORY and small >= 0.4 * look.words
    return told and not LENDS.search(look.text)


PICTURES = re.compile(rf"(?:Ảnh|Chùm ảnh|Phóng sự ảnh|Photo)\s?:\s[{UPPER}\d]")
LENDS = re.compile(r"\b(?:cung cấp|chụp|tư liệu|đăng tải|cắt từ|minh họa)\b")
SHORTEST_STORY = 8  # words


def continued(looks: list[Look], title: int | None) -> tuple[list[Look], int | None]:
    """The looks, a title that is broken into two lines in one, and its line's number, if a date stands below.

    >>> from analysis.lines import look
    >>> page = ["Phà chở cam và bưởi từ Cửa Lục tới Nakhodka qua biển", "chạy thử chuyến đầu", "09/10/2025 08:15"]
    >>> continued([look(number, text) for number, text in enumerate(page, 1)], 2)[0][0].text
    'Phà chở cam và bưởi từ Cửa Lục tới Nakhodka qua biển chạy thử chuyến đầu'
    """
    half = title and looks[title - 1].text[:1].islower() and title > 1
    first = title - 1 if half else title
    rest = looks[first] if first and first < len(looks) else None
    if rest is None or not _breaks_off(looks[first - 1], rest):
        return looks, title
    under = below(looks, rest)
    if under is None or not (under.dates or author_of(under.text)):
        return looks, title
    head = looks[first - 1]
    whole = replace(head, text=f"{head.text} {rest.text}", words=head.words + rest.words)
    parted = replace(rest, text="", key="", words=0, kind="wrapped")
    return [*looks[: first - 1], whole, parted, *looks[first + 1 :]], first


def _breaks_off(head, rest):
    """Is the second line, in small letters, what the first one had no room for?"""
    small = rest.kind is None and not rest.prose and rest.text[:1].islower() and 2 <= rest.words <= LONGEST_REST
    full = head.kind is None and not head.prose and len(head.text) >= FULL and head.text[:1].isupper()
    signed = rest.hint == "author" or SIGNED.match(rest.text) or author_of(rest.text) is not None
    return small and full and not signed and not NO_REST.search(rest.text)


SIGNED = re.compile(rf"(?:(?:được )?(?:đăng|viết|gửi|thực hiện) )?(?:bởi|by) (?=[{UPPER}]|admin)")  # "viết bởi Lê Mẫu"
LONGEST_REST = 14  # words of a title's second line
FULL = 45  # letters of its first line
NO_REST = re.compile(r"[\d@]|\.\w|\s[-–—|•·]\s")  # an address, an account, a path


def prefixed(looks: list[Look], title: int | None) -> list[Look]:
    """The looks, with the headlines that have the title without its accents before them, the name of their picture, as
    links.

    >>> from analysis.lines import look
    >>> page = ["Hội làng mẫu mở cửa lại", "hoi lang mau mo cua lai Chợ hoa đón khách", "Hội làng mẫu mở cửa lại sớm"]
    >>> [each.kind for each in prefixed([look(number, text) for number, text in enumerate(page, 1)], 1)]
    [None, 'link', None]
    """
    head = plain(looks[title - 1].text) if title else ""
    if len(head) < FEWEST_SPELLED:
        return looks
    return [replace(each, kind="link") if each.kind is None and _prefixed(each, head) else each for each in looks]


def _prefixed(each, head):
    """Do the line's first letters spell the title without an accent, and do some words follow?"""
    bare = plain(each.text) if each.text[:FEWEST_SPELLED].isascii() else ""
    words = each.text.split()
    first = next((place for place, word in enumerate(words) if not word.isascii()), len(words))
    return bare.startswith(head) and len(plain(" ".join(words[:first]))) >= len(head) < len(bare)


FEWEST_SPELLED = 16  # letters of a headline that its address spells


def addressed(looks: list[Look], title: int | None) -> list[Look]:
    """The looks, with the lines below the title as links whose words the address right below them spells.

    >>> from analysis.lines import look
    >>> page = ["Hội làng mẫu", "Chợ hoa mẫu mở cửa đón khách", "https://baomau.example/cho-hoa-mau-mo-cua-don-khach-12.html"]
    >>> [each.kind for each in addressed([look(number, text) for number, text in enumerate(page, 1)], 1)]
    [None, 'link', 'url']
    """
    head = looks[title - 1].key if title else None
    shown = ((above(looks, each), each) for each in looks if each.kind == "url" and each.number > (title or 0) + 1)
    found = {line.number for line, url in shown if line is not None and line.key != head and _spelled(line, url.text)}
    return [replace(each, kind="link") if each.number in found else each for each in looks] if found else looks


def _spelled(line, address):
    """Is the line no paragraph, and its beginning, or that behind a colon, in the address?"""
    if line.kind is not None or line.text.endswith("."):
        return False
    slugs = (plain(text)[: 2 * FEWEST_SPELLED] for text in (line.text, line.text.partition(": ")[2]))
    return any(len(slug) >= FEWEST_SPELLED and slug in plain(address) for slug in slugs)
