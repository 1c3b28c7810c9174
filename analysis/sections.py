"""The looks of a page's head and foot come in; the path of sections the article stands in goes out, or None.

A path is told from a menu by its place and its make: it stands beside the title, has few names, is joined by arrows or
strokes rather than by bars, and what it names comes back in the page's menu. The last item of a menu that happens to
stand above the title is no section.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from analysis import section_dates
from analysis.authors import author_of
from analysis.lines import BULLET, Look, look
from analysis.section_names import (
    DEEPEST,
    LONGEST,
    SITE,
    STRONG,
    WEAK,
    behind_home,
    calm,
    capitals,
    headed,
    is_row,
    is_tool,
    namelike,
    paired,
    sentence_case,
    steps,
)
from analysis.vocabulary import key_of, vocabulary

LABELLED = re.compile(
    r"(?:thuộc )?(?:chuyên mục|danh mục|category|section|mục|đăng trong|filed under|рубрика)\s*:\s*(\S.{1,60})"
    r"|(?:đăng trong|posted in|thuộc chuyên mục)\s+(\w[^:.]{1,50}?)(?:\.\s.*|\.)?",
    re.I,
)
PASSED = frozenset("blank wrapped placeholder date author url clock credit caption listed tags".split())
# What a menu has and a path has not.
MENU_ONLY = frozenset(
    "liên hệ,giới thiệu,đăng nhập,đăng ký,tìm kiếm,rss,sơ đồ site,hỏi đáp,góp ý,video,media".split(",")
)
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


@dataclass(frozen=True)
class Head:
    """What stands around the title: lines above it, nearest first; lines below it; the page's short lines and rows."""

    above: list
    below: list
    title: str
    site: str
    lines: Counter
    rows: tuple
    joints: bool
    own: frozenset = frozenset()

    def again(self, key: str, own: int = 1) -> bool:
        """Does another line of the head say the same, or a row of names hold it? `own` lines do not count."""
        return self.lines[key] > own or any(f" {key} " in f" {row} " for row in self.rows if row != key)


def path(
    looks: list[Look], head: list[Look], title: int | None, foot=(), site: str | None = None, names=(), own=frozenset()
) -> str | None:
    """The sections of the article, the widest first, joined by " > ".

    `site` is the name the page gives itself, `names` the numbers of lines that name a person,
    `own` the keys of all names of the outlet.

    >>> from analysis.lines import look
    >>> page = ["Thời sự Kinh tế Văn hóa Thể thao", "Kinh tế", "Chè Việt sang Kazan", "14/10/2025"]
    >>> lines = [look(number, text) for number, text in enumerate(page, 1)]
    >>> path(lines, lines, 3)
    'Kinh tế'
    """
    head = [_unheaded(each) for each in head]
    around = _around(looks, [each for each in head if each.number not in names], title, site, own)
    found = (
        _labelled([*head, *foot])
        or _joined(around)
        or _upright(around)
        or _nearest(around)
        or _under_row(around)
        or _below(around)
        or _marked(around)
        or section_dates.beside_date(head, around.again, own)
    )
    parts = [part for part in found or [] if key_of(part) != key_of(around.title)]
    if len(parts) > 1 and (SITE.match(parts[0]) or key_of(parts[0]) == around.site):
        parts = parts[1:]
    return " > ".join(map(calm, parts)) or None


def _unheaded(each):
    """The line without the outlet's name before a section ("Znews | Kinh tế"); behind a dash may stand a motto."""
    if not 2 <= each.words <= LONGEST + 3 or each.kind not in (None, "menu", "header", "row", "media") or each.dates:
        return each
    name, rest = headed(each.text)
    if name and re.search(r"\s[-–—]\s", each.text[len(name) : -len(rest)]):
        return replace(each, kind="control")
    return look(each.number, rest, each.hint) if name else each


def _around(looks, head, title, site, own=frozenset()):
    name = next((each.text for each in looks if each.number == title), "")
    joints = any(not each.key and STRONG.fullmatch(each.text.strip()) for each in head if each.text)
    seen = [each for each in head if each.key and each.number != title]
    rows = tuple(each.key for each in seen if each.kind in ("menu", "row") and each.words > 4)
    lines = Counter(key_of(_bare(each)) for each in seen if each.words <= LONGEST)
    above = [each for each in reversed(seen) if not title or each.number < title]
    below = [each for each in seen if title and each.number > title][:8]
    return Head(above, below, name, key_of(site or ""), lines, rows, joints, own)


def _bare(each):
    """The line without the mark of a list before it and the marks of links."""
    return LINKED.sub(r"\1", BULLET.sub("", each.text, count=1))


LINKED = re.compile(r"\[([^\[\]]{2,40})\]")  # how some text browsers mark links: "[Kinh tế] / [Kinh doanh]"


def _labelled(lines):
    """ "Chuyên mục: Kinh tế", "Đăng trong Kinh tế"."""
    for each in lines:
        found = LABELLED.fullmatch(each.text) if each.words <= 12 else None
        if found and all(map(namelike, steps(found[1] or found[2]))):
            return steps(found[1] or found[2])
    return None


HERE = re.compile(r"^(?:bạn đang (?:xem|đọc|ở(?: đây)?)|vị trí|đường dẫn|you are here|вы здесь)\s*:?\s*", re.I)


def _joined(around):
    """A line that is a path by itself: names joined by arrows, or the start page and what stands behind it."""
    for each in [*around.above, *around.below[:3]]:
        text = _untitled(HERE.sub("", _bare(each)), around.title)
        home, rest = behind_home(text)
        strong = bool(STRONG.search(text.strip(" >›»→/")))
        parts = _untitled_steps(steps(rest), around.title)
        if not 1 <= len(parts) <= DEEPEST or not all(map(namelike, parts)):
            continue
        if each.kind in ("header", "control") and not home:
            continue
        if home and rest and (strong or _few(around, each, rest, parts)):
            return parts
        if not home and strong and len(parts) > 1 and not _switch(parts):
            return parts
    return None


def _untitled(text, title):
    """The line without the article's own title, with which many paths end."""
    return text[: -len(title)].rstrip(" >›»/|→") if title and text.endswith(title) and text != title else text


def _untitled_steps(parts, title):
    """The steps without a last one that is the title cut off."""
    last = parts[-1].rstrip(".…") if parts else ""
    return parts[:-1] if len(parts) > 1 and len(last) > 15 and title.startswith(last) else parts


def _few(around, each, rest, parts):
    """Are names behind the start page, with bars or nothing between, a path and no menu? Menus have more names."""
    if MENU_ONLY & set(map(key_of, parts)):
        return False
    if len(parts) > (2 if WEAK.search(rest) or each.kind == "row" else 3):
        return False
    return len(parts) < 3 or any(row != each.key for row in around.rows)


def _switch(parts):
    """Is it the choice of a language: "VI / EN"?"""
    return all(len(part) <= 3 or key_of(part) in vocabulary().control for part in parts)


def _upright(around):
    """The names on the lines between the start page and the title, if they are a path and no upright menu."""
    home = next((place for place, each in enumerate(around.above) if key_of(_bare(each)) in vocabulary().home), None)
    lines = [each for each in around.above[: home or 0] if each.kind not in PASSED]
    parts = [_bare(each).strip(" >›»/") for each in reversed(lines)]
    if not 1 <= len(parts) <= DEEPEST - 1 or not all(map(namelike, parts)):
        return None
    homes = sum(key_of(_bare(each)) in vocabulary().home for each in around.above)
    if MENU_ONLY & set(map(key_of, parts)) and not around.joints:
        return None
    return parts if around.joints or homes > 1 or len(parts) < 3 or around.again(key_of(parts[0])) else None


def _item(each):
    """May the line be an item of an upright menu?"""
    short = each.kind in ("menu", "header", "media", "link", "comment", None) and each.words <= 5 and not each.sentence
    return short and namelike(_bare(each)) and not is_tool(each) and not SITE.match(each.text)


def _nearest(around):
    """The name in the line nearest above the title, with the one above it if that is a step of the menu too."""
    lines = [each for each in around.above if each.kind not in PASSED]
    if _listed_above(around):
        return _first(lines)
    for place, each in enumerate(lines[:4]):
        text = _bare(each).strip(" >›»/")
        text = _unnamed(around, text if text.isupper() else PREFIX.sub("", text))
        if is_tool(each) or SERIES.match(text) or text.endswith(":"):
            continue
        if not _section_like(around, each, text):
            return None
        run = _run(lines, place + 1)
        before = lines[place + 1] if place + 1 < len(lines) else None
        first = run == 1 and _known(before) or run and _told_above(around, lines[place + 1 :])
        if not around.again(each.key) and each.key in KINDS_OF_MEDIA:
            return None
        if first and (before.key in KINDS_OF_MEDIA or BLOCK.search(before.key)):
            return [text] if each.key in vocabulary().sections or BLOCK.search(before.key) else None
        if first and not _copied(around, lines, place) and not SITE.match(before.text):
            return [_bare(before), *([] if _kicker(around, each, before) else _split(around, text))]
        if _accepted(around, lines, place, run):
            return _split(around, text)
        return None
    return None


# Which part of a series the article is, as printed between section and title: "Kỳ 2: ...", "Bài cuối: ..."
SERIES = re.compile(r"(?:kỳ|bài|phần|tập|số)\s(?:\d{1,3}|[IVX]{1,4}|cuối|đầu)\b", re.I)


def _known(each):
    """Is it the name of a section, or of two in one: "Văn hóa - Giải trí"?"""
    said = vocabulary().sections
    return each.key in said or all(key_of(part) in said for part in re.split(r"\s[-–&]\s", each.text))


def _kicker(around, each, before):
    """Is it the topic in capitals below the section ("Kinh tế", "HỢP TÁC VIỆT - NGA")?"""
    known = each.key in vocabulary().sections or around.again(each.key)
    return each.text.isupper() and each.words > 2 and not before.text.isupper() and not known


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


def _under_row(around):
    """A name alone right below the row of the menu that has it too, further above the title."""
    for each, row in zip(around.above, around.above[1:], strict=False):
        if row.kind in ("menu", "row") and row.words > 6 and f" {each.key} " in f" {row.key} ":
            return [each.text] if namelike(each.text) and each.words <= LONGEST and not is_tool(each) else None
    return None


MARKS = "►▶▸»●★*✓"
BRACKETED = re.compile(r"\[([^\[\]|]{2,30})\]")
FEWEST_ITEMS = 4  # of a menu in one line


def _marked(around):
    """The one item of the menu above the title that a sign, brackets or capitals mark as where the reader is."""
    for each in around.above:
        if each.kind not in ("menu", "row") or each.words < FEWEST_ITEMS:
            continue
        items = [item.strip() for item in re.split(r"\s*[|•·¦]\s*|\t+", each.text) if item.strip()]
        signed = [item.strip(MARKS + " ") for item in items if item[0] in MARKS or item[-1] in MARKS]
        upper = [item for item in items if item.isupper() and key_of(item) in vocabulary().sections]
        several = len(items) >= FEWEST_ITEMS
        for names in (BRACKETED.findall(each.text), signed if several else [], upper if several else []):
            if len(names) == 1 and key_of(names[0]) in vocabulary().sections:
                return names
    return None


PREFIX = re.compile(r"^[A-ZĐ]{2,6} (?=[A-ZĐ]\w+ [^\W\d_])")  # the outlet's letters before a path: "TGVN Ngoại giao"


def _section_like(around, each, text):
    key = each.key
    kinds = ("menu", "header", "row", "control", "media", None)
    if each.kind not in kinds or not namelike(text) or each.sentence or behind_home(text)[0]:
        return False
    if re.search(r"\bcủa\b|^(?:cơ quan|diễn đàn)\b", key) and each.text.isupper() and each.words > 4:
        return False  # what the site says of itself below its name
    if key == around.site or SITE.match(text) or key in vocabulary().agency and key not in vocabulary().sections:
        return False
    named = all(
        namelike(step) and not vocabulary().begins(key_of(step), vocabulary().control_starts) for step in steps(text)
    )
    return named and not (each.kind in ("header", "media") and BLOCK.search(key)) and not is_row(each)


def _run(lines, place):
    """How many items of an upright menu stand from `place` on upwards."""
    return next((size for size, each in enumerate(lines[place:]) if not _item(each)), len(lines) - place)


def _accepted(around, lines, place, run):
    """Does the line stand for itself: said in the menu too, or parted from an upright menu above it?"""
    each = lines[place]
    names = capitals(each.text)
    known = each.key in vocabulary().sections or len(names) == 2 and key_of(names[0]) in vocabulary().sections
    last = place + 1 == len(lines)
    if around.again(each.key):
        return not _copied(around, lines, place) and (known or not last or each.kind == "menu")
    if run >= 2:
        if around.again(key_of(_split(around, _bare(each))[0]), 0) and len(_split(around, _bare(each))) > 1:
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
        if rest[:1].isupper() and around.again(key_of(first), 0):
            return [first, rest]
    return steps(calm(text))


def _below(around):
    """A section's name alone between title and text: a known one, or one that the menu has."""
    for each in around.below:
        known = each.key in vocabulary().sections or around.again(each.key)
        short = each.kind in ("menu", None) and each.words <= 5 and not each.sentence
        if short and known and not author_of(each.text) and namelike(each.text) and not SITE.match(each.text):
            return [each.text] if around.title and each.key != key_of(around.title) else None
    return None
