"""The look of a line comes in; whether it has the shape of a title goes out, and whether two titles are the same."""

import re
import unicodedata
from functools import lru_cache

from analysis import chapters, section_names
from analysis.authors import author_of
from analysis.lines import BULLET, NUMBERED, Look
from analysis.vocabulary import UPPER, key_of, vocabulary

LONGEST_TAG = 8  # words of a line in small letters
BY = re.compile(rf"(?:by|bởi|đăng bởi|posted by)\s+[{UPPER}]")


def may_be_title(look: Look) -> bool:
    """Has the line the shape of a title: some words, no closed sentence, no item of a list, no name?"""
    if look.kind not in (None, "media") and not _named_roundup(look):
        return False
    if not 3 <= look.words <= 40 or len(look.text) > 300:
        return False
    if look.dates and (look.words <= 7 or look.dates[0].start == 0) or BY.match(look.text):  # "12.08.2025, Tên Báo"
        return False
    if look.words <= 12 and (section_names.joined(look.text) or _path(look.text) or _from_home(look.text)):
        return False
    if look.text[:1].islower() and look.words <= LONGEST_TAG:
        return False
    digits = sum(map(str.isdigit, look.text))
    if (
        BULLET.match(look.text)
        or NUMBERED.match(look.text)
        or digits >= 0.3 * len(look.text)
        or re.search(r"[^.]\.$|[:;,]$", look.text)
    ):
        return False
    return look.words > 8 or not author_of(look.text)


def _named_roundup(look):
    """Is it the title of a round-up, in words of menus too ("Bản tin hợp tác Việt - Nga ngày 12/6")?"""
    if look.kind != "menu" or look.words < 6 or "|" in look.text or look.text.isupper():
        return False
    return chapters.gathers(look)


def _path(text):
    """Is it a section and another name joined by a stroke ("Pháp luật | An ninh hình sự")?"""
    parts = section_names.WEAK.split(text)
    return len(parts) == 2 and key_of(parts[0]) in vocabulary().sections and len(parts[1].split()) <= 5


def _from_home(text):
    """Is it the way from the start page to a section, whose signs were lost ("Trang chủ  Bản tin thương vụ")?"""
    home, rest = section_names.behind_home(text)
    return bool(home) and bool(rest) and section_names.namelike(rest)


def timed(look: Look) -> bool:
    """Is it a date with its time?"""
    return look.kind == "date" and any(stamp.timed for stamp in look.dates)


def same(text: str, told: str) -> bool:
    """Is it the same title, leaving aside the outlet's name behind a separator?

    >>> same("Việt Nam và Nga", "Việt Nam và Nga | Báo Mẫu")
    True
    """
    left, right = plain(text), plain(told)
    return (
        left == right or (len(left) >= 10 and right.startswith(left)) or (len(right) >= 10 and left.startswith(right))
    )


def of_window(told: str | None, names: frozenset) -> str | None:
    """The article's name in the window's title: without the site's, one of `names` or in its words, behind a sign.

    >>> of_window("Lớp học hát mở cửa - Báo Mẫu", frozenset()), of_window("Hà Nội - Moskva", frozenset())
    ('Lớp học hát mở cửa', 'Hà Nội - Moskva')
    """
    signs = list(JOINT.finditer(told or ""))
    if not signs or signs[-1].start() < FEWEST:
        return told
    name = told[signs[-1].end() :].strip()
    return told[: signs[-1].start()] if key_of(name) in names or section_names.SITE.match(name) else told


JOINT, FEWEST = re.compile(r"\s+[-–—|»]\s+"), 12  # letters of an article's name


@lru_cache(maxsize=1024)  # the file's name is compared with every line that may be the title
def plain(text: str) -> str:
    """Letters without accents and figures, nothing else, to compare titles with file names.

    >>> plain("Việt Nam - Đối tác")
    'vietnamdoitac'
    """
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in text if sign.isalnum() and sign.isascii() or sign.isalpha() and not sign.isascii())
