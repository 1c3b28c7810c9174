"""The Head of a page comes in; the section named in the lines nearest above its title goes out, or None.

A name stands for itself where the menu has it too, or where it is parted from an upright menu above it.
"""

import re

from analysis.section_head import PASSED, Head, bare, known, topic
from analysis.section_names import (
    SITE,
    behind_home,
    calm,
    capitals,
    is_row,
    is_tool,
    namelike,
    paired,
    sentence_case,
    steps,
)
from analysis.vocabulary import key_of, vocabulary

# Kinds of media close many menus; alone above the title they name no section.
KINDS_OF_MEDIA = frozenset(
    "video,videos,podcast,podcasts,ảnh,photo,photos,infographic,infographics,multimedia,media,emagazine,longform,epaper,"
    "e paper,truyền hình,phát thanh,báo in,đa phương tiện".split(",")
)
# A block of other articles, where the words that name blocks else name sections too ("Tin hoạt động", "Sự kiện").
BLOCK = re.compile(
    r"\b(?:liên quan|mới|nhất|đọc|xem|nổi bật|quan tâm|khác|cùng|nóng|hot|tiêu điểm|tâm điểm|gợi ý|đề xuất|bỏ lỡ|chú ý"
    r"|nhiều|thêm|gần đây|lưu trữ|quảng cáo|dành cho|related|most|latest|more)\b"
)


def nearest(around: Head) -> list[str] | None:
    """The name in the line nearest above the title, with the one above it if that is a step of the menu too."""
    lines = [each for each in around.above if each.kind not in PASSED]
    if _listed_above(around):
        return _first(lines)
    if below_date := _below_date(around):
        return below_date
    shown = len(lines)
    lines = _below_menus(around, lines)
    for place, each in enumerate(lines[:4]):
        text = bare(each).strip(" >›»/")
        text = _unnamed(around, text if text.isupper() else PREFIX.sub("", text))
        if is_tool(each) or SERIES.match(text) or text.endswith(":") or topic(around, each):
            continue
        if not _section_like(around, each, text):
            return None
        run = _run(lines, place + 1)
        before = lines[place + 1] if place + 1 < len(lines) else None
        first = run == 1 and known(before) or run and _told_above(around, lines[place + 1 :])
        if not around.again(each.key) and each.key in KINDS_OF_MEDIA:
            return None
        if first and (before.key in KINDS_OF_MEDIA or BLOCK.search(before.key)):
            return [text] if each.key in vocabulary().sections or BLOCK.search(before.key) else None
        if first and not _copied(around, lines, place) and not SITE.match(before.text):
            return [bare(before), *_split(around, text)]
        return _split(around, text) if _accepted(around, lines, place, run, shown) else None
    return None


def _below_date(around):
    """The one or two known names between the day, which many pages print below their menus, and the title."""
    near = [each for each in around.above if each.kind not in ("blank", "placeholder")]
    day = next((place for place, each in enumerate(near) if each.kind == "date"), 0)
    named = 0 < day <= 2 and all(map(known, near[:day])) and not any(each.key in KINDS_OF_MEDIA for each in near[:day])
    return [bare(each) for each in reversed(near[:day])] if named else None


def _below_menus(around, lines):
    """Of the lines above the title those that stand below all runs of the menus."""
    stop = next((place for place, each in enumerate(lines) if each.number in around.menus), len(lines))
    return lines[:stop]


# Which part of a series the article is, as printed between section and title: "Kỳ 2: ...", "Bài cuối: ..."
SERIES = re.compile(r"(?:kỳ|bài|phần|tập|số)\s(?:\d{1,3}|[IVX]{1,4}|cuối|đầu)\b", re.I)


def _item(each):
    """May the line be an item of an upright menu?"""
    short = each.kind in ("menu", "header", "media", "link", "comment", None) and each.words <= 5 and not each.sentence
    return short and namelike(bare(each)) and not is_tool(each) and not SITE.match(each.text)


def _unnamed(around, text):
    """The text without the outlet's name before it ("VnEconomy Thị trường")."""
    first, _, rest = text.partition(" ")
    return rest if key_of(first) in around.own and key_of(rest) in vocabulary().sections else text


def _listed_above(around):
    """Do other articles with their dates stand right above the title?"""
    near = [each for each in around.above[:8] if each.kind not in ("blank", "placeholder")]
    pairs = zip(near, near[1:], strict=False)
    return (
        sum(date.kind in ("date", "clock") and told.kind in (None, "link") and told.words >= 5 for date, told in pairs)
        > 1
    )


def _first(lines):
    """The page's first line if it is a known section and begins no upright menu."""
    top = lines[-2:]
    alone = (
        len(top) == 2 and top[1].key in vocabulary().sections and not (_item(top[0]) and not BLOCK.search(top[0].key))
    )
    return [top[1].text] if alone else None


def _told_above(around, lines):
    """Does the first of the lines say what one further up, or a row of names, says too?"""
    return any(other.key == lines[0].key for other in lines[1:]) or around.again(lines[0].key, len(around.lines))


PREFIX = re.compile(r"^[A-ZĐ]{2,6} (?=[A-ZĐ]\w+ [^\W\d_])")  # the outlet's letters before a path: "TGVN Ngoại giao"


def _section_like(around, each, text):
    key = each.key
    kinds = ("menu", "header", "row", "control", "media", None)
    if each.kind == "comment":  # "Bình luận" is a button too, and the name of a section where the menu has it
        return key in vocabulary().sections and around.again(key)
    if each.kind not in kinds or each.sentence or behind_home(text)[0]:
        return False
    of_menu = not namelike(text) and _two_of_menu(around, text)
    if not namelike(text) and not of_menu:
        return False
    if re.search(r"\bcủa\b|^(?:cơ quan|diễn đàn)\b", key) and each.text.isupper() and each.words > 4:
        return False  # what the site says of itself below its name
    if key == around.site or SITE.match(text) or key in vocabulary().agency and key not in vocabulary().sections:
        return False
    named = all(
        namelike(step) and not vocabulary().begins(key_of(step), vocabulary().control_starts) for step in steps(text)
    )
    own = key in vocabulary().sections and around.again(key)  # a section of the menu may be called as blocks are
    block = each.kind in ("header", "media") and BLOCK.search(key) and not own
    return named and not block and (of_menu or not is_row(each))


def _two_of_menu(around, text):
    """Are these a section of the menu and its part in one line, which are longer than one name?"""
    names = _split(around, text)
    return len(names) == 2 and all(map(namelike, names)) and _in_menu(around, key_of(names[0]), key_of(text))


def _in_menu(around, key, line):
    """Does a line of the head, or a row of names other than this line itself, have the name?"""
    return around.lines[key] > 0 or any(f" {key} " in f" {row} " for row in around.rows if row not in (key, line))


def _run(lines, place):
    """How many items of an upright menu stand from `place` on upwards."""
    return next((size for size, each in enumerate(lines[place:]) if not _item(each)), len(lines) - place)


def _accepted(around, lines, place, run, shown):
    """Does the line stand for itself: said in the menu too, or parted from an upright menu above it?

    `shown` is how many lines stand above the title, the menus that the page prints twice with them.
    """
    each = lines[place]
    names = capitals(each.text)
    known = each.key in vocabulary().sections or len(names) == 2 and key_of(names[0]) in vocabulary().sections
    last = place + 1 == shown
    if each.kind == "row" and not namelike(each.text) and _two_of_menu(around, each.text):
        return True
    if around.again(each.key):
        return not _copied(around, lines, place) and (known or not last or each.kind == "menu")
    if run >= 2:
        if around.again(key_of(_split(around, bare(each))[0]), 0) and len(_split(around, bare(each))) > 1:
            return True
        return each.text.isupper() and not lines[place + 1].text.isupper()
    if not known and each.words > 5 and each.kind != "menu":
        return paired(each.text)
    if last:
        calm_name = each.words >= 2 and not each.text.isupper() and sentence_case(each.text)
        return known or each.kind == "row" or calm_name
    return known or run == 0 or sentence_case(each.text)


def _copied(around, lines, place):
    """Is it an item of a menu that the page prints twice: does the item above come back in the same place?"""
    above = [each.key for each in reversed(lines)]
    here = len(lines) - 1 - place
    pair = above[max(0, here - 2) : here + 1]
    return len(pair) == 3 and any(above[start : start + 3] == pair for start in range(here - 2))


def _split(around, text):
    """The names in a line: first the one that the menu has, then the rest; else by the capitals."""
    words = text.split()
    for size in range(len(words) - 1, 0, -1):
        first, rest = " ".join(words[:size]), " ".join(words[size:])
        if rest[:1].isupper() and _in_menu(around, key_of(first), key_of(text)):
            return [first, rest]
    return steps(calm(text))
