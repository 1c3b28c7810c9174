"""The looks of a page's head and foot come in; the path of sections the article stands in goes out, or None.

A path is told from a menu by its place and its make: it stands beside the title, has few names, is joined by arrows or
strokes rather than by bars, and what it names comes back in the page's menu. The last item of a menu that happens to
stand above the title is no section.
"""

import re
from collections import Counter
from dataclasses import dataclass

from analysis.line_kinds import AGO
from analysis.lines import BULLET, Look
from analysis.vocabulary import UPPER, key_of, vocabulary

STRONG = re.compile(r"\s*[>›»→❯▸▶\\]+\s*|\s+/+\s*|(?<=[^\W\d_])/(?=\s)|\s*::\s*")  # between the steps of a path
WEAK = re.compile(r"\s*[|•·¦]\s*|\t+")  # between the items of a menu, seldom in a path
LONGEST = 7  # words of one section's name ("Quốc phòng - An ninh - Đối ngoại" has six)
DEEPEST = 4  # names of a path
SITE = re.compile(
    r"(?:báo|tạp chí|tuần báo|nhật báo|đài|cổng (?:thông tin|ttđt)|trang (?:tin|thông tin)|bản tin số|vtv|vov|tgvn)\b"
    r"|.*(?:\bonline|\.vn|\.com(?:\.vn)?)$",
    re.I,
)
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

    def again(self, key: str, own: int = 1) -> bool:
        """Does another line of the head say the same, or a row of names hold it? `own` lines do not count."""
        return self.lines[key] > own or any(f" {key} " in f" {row} " for row in self.rows if row != key)


def path(
    looks: list[Look], head: list[Look], title: int | None, foot=(), site: str | None = None, names=()
) -> str | None:
    """The sections of the article, the widest first, joined by " > ".

    `site` is the name the page gives itself, `names` the numbers of lines that name a person.

    >>> from analysis.lines import look
    >>> page = ["Thời sự Kinh tế Văn hóa Thể thao", "Kinh tế", "Chè Việt sang Kazan", "14/10/2025"]
    >>> lines = [look(number, text) for number, text in enumerate(page, 1)]
    >>> path(lines, lines, 3)
    'Kinh tế'
    """
    around = _around(looks, [each for each in head if each.number not in names], title, site)
    found = (
        _labelled([*head, *foot])
        or _joined(around)
        or _upright(around)
        or _nearest(around)
        or _under_row(around)
        or _below(around)
        or _beside_date(around, head)
    )
    parts = [part for part in found or [] if key_of(part) != key_of(around.title)]
    if len(parts) > 1 and (SITE.match(parts[0]) or key_of(parts[0]) == around.site):
        parts = parts[1:]
    return " > ".join(map(calm, parts)) or None


def _around(looks, head, title, site):
    name = next((each.text for each in looks if each.number == title), "")
    joints = any(not each.key and STRONG.fullmatch(each.text.strip()) for each in head if each.text)
    seen = [each for each in head if each.key and each.number != title]
    rows = tuple(each.key for each in seen if each.kind in ("menu", "row") and each.words > 4)
    lines = Counter(key_of(_bare(each)) for each in seen if each.words <= LONGEST)
    above = [each for each in reversed(seen) if not title or each.number < title]
    below = [each for each in seen if title and each.number > title][:8]
    return Head(above, below, name, key_of(site or ""), lines, rows, joints)


def _bare(each):
    """The line without the mark of a list before it."""
    return BULLET.sub("", each.text, count=1)


def _labelled(lines):
    """ "Chuyên mục: Kinh tế", "Đăng trong Kinh tế"."""
    for each in lines:
        found = LABELLED.fullmatch(each.text) if each.words <= 12 else None
        if found and all(map(namelike, _steps(found[1] or found[2]))):
            return _steps(found[1] or found[2])
    return None


NO_SECTION = re.compile(
    r"[!?:;“”\"@]|\.$|\d{3}|%|°|\d[/:]\d|^(?:xem|đọc|bấm|nhấn|tải|nghe|gửi|theo dõi|đăng|tìm|chọn|thứ|chủ nhật|in)\b",
    re.I,
)


def namelike(text: str) -> bool:
    """May these words be a section's name: few, with a capital first, no sentence, no figures, no button?

    >>> namelike("Kinh tế"), namelike("Giá vàng tăng 2 %"), namelike("đọc tiếp")
    (True, False, False)
    """
    key, said = key_of(text), vocabulary()
    if not key or len(key.split()) > LONGEST or NO_SECTION.search(text) or AGO.search(text):
        return False
    if key in said.home or key not in said.sections and key in said.control | said.comment:
        return False
    return text[:1].isupper() or text[:3].isdigit()


def _steps(text):
    """The names in a line, cut at the strong separators, else at the weak ones, else before capitals."""
    for cut in (STRONG, WEAK):
        parts = [part.strip(" -–—") for part in cut.split(text) if part.strip(" -–—")]
        if len(parts) > 1 or cut.search(text):
            return parts
    return [text.strip()] if text.isupper() else capitals(text.strip())


def _joined(around):
    """A line that is a path by itself: names joined by arrows, or the start page and what stands behind it."""
    for each in [*around.above, *around.below[:3]]:
        text = _untitled(_bare(each), around.title)
        home, rest = _behind_home(text)
        strong = bool(STRONG.search(text.strip(" >›»→/")))
        parts = _untitled_steps(_steps(rest), around.title)
        if not 1 <= len(parts) <= DEEPEST or not all(map(namelike, parts)):
            continue
        if each.kind in ("header", "control") and not home:
            continue
        if home and rest and (strong or _few(around, each, rest, parts)):
            return parts
        if not home and strong and len(parts) > 1 and not _switch(parts):
            return parts
    return None


def joined(text: str) -> bool:
    """Is the line a path by its make: a few names joined by arrows or strokes?

    >>> joined("Kinh tế / Thị trường"), joined("Nga - Việt: 75 năm")
    (True, False)
    """
    parts = [part for part in STRONG.split(text) if part.strip()]
    return 1 < len(parts) <= DEEPEST + 1 and all(namelike(part) and len(part.split()) <= 5 for part in parts)


def _untitled(text, title):
    """The line without the article's own title, with which many paths end."""
    return text[: -len(title)].rstrip(" >›»/|→") if title and text.endswith(title) and text != title else text


def _untitled_steps(parts, title):
    """The steps without a last one that is the title cut off."""
    last = parts[-1].rstrip(".…") if parts else ""
    return parts[:-1] if len(parts) > 1 and len(last) > 15 and title.startswith(last) else parts


def _behind_home(text):
    """(the word for the start page, what stands behind it); ("", text) if the line does not begin with it."""
    low = text.casefold()
    for home in sorted(vocabulary().home, key=len, reverse=True):
        if low.startswith(home) and not low[len(home) : len(home) + 1].isalpha():
            return text[: len(home)], text[len(home) :].strip(" >›»/|→•·\\-–")
    return "", text


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
    return short and namelike(_bare(each)) and not _tool(each) and not SITE.match(each.text)


def _nearest(around):
    """The name in the line nearest above the title, with the one above it if that is a step of the menu too."""
    lines = [each for each in around.above if each.kind not in PASSED]
    if _listed_above(around):
        return _first(lines)
    for place, each in enumerate(lines[:4]):
        text = _bare(each).strip(" >›»/")
        text = text if text.isupper() else PREFIX.sub("", text)
        if _tool(each):
            continue
        if not _section_like(around, each, text):
            return None
        run = _run(lines, place + 1)
        before = lines[place + 1] if place + 1 < len(lines) else None
        first = run == 1 and before.key in vocabulary().sections or run and _told_above(around, lines[place + 1 :])
        if not around.again(each.key) and {each.key, before.key if first else each.key} & KINDS_OF_MEDIA:
            return None
        if first and not _copied(around, lines, place) and not SITE.match(before.text):
            return [_bare(before), *_split(around, text)]
        if _accepted(around, lines, place, run):
            return _split(around, text)
        return None
    return None


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
            return [each.text] if namelike(each.text) and each.words <= LONGEST and not _tool(each) else None
    return None


PREFIX = re.compile(r"^[A-ZĐ]{2,6} (?=[A-ZĐ]\w+ [^\W\d_])")  # the outlet's letters before a path: "TGVN Ngoại giao"
LANGUAGES = re.compile(r"\b(?:english|tiếng việt|русский|français|中文|español|vi|en|vie|eng|ru)\b")


def _tool(each):
    """Is it a button, the choice of a language, a count, a rate or the weather, and no name of a section?"""
    if not re.search(r"[^\W\d_]{2,}", each.text) or re.search(r"\d+\s?°|\d[.,]\d{3}", each.text):
        return True
    named = each.key in vocabulary().sections
    return not named and (each.kind in ("control", "footer") or len(LANGUAGES.findall(each.key)) > 1)


def _section_like(around, each, text):
    key = each.key
    kinds = ("menu", "header", "row", "control", "media", None)
    if each.kind not in kinds or not namelike(text) or each.sentence or _behind_home(text)[0]:
        return False
    if re.search(r"\bcủa\b|^(?:cơ quan|diễn đàn)\b", key) and each.text.isupper() and each.words > 4:
        return False  # what the site says of itself below its name
    if key == around.site or SITE.match(text) or key in vocabulary().agency and key not in vocabulary().sections:
        return False
    steps = all(
        namelike(step) and not vocabulary().begins(key_of(step), vocabulary().control_starts) for step in _steps(text)
    )
    return steps and not (each.kind in ("header", "media") and BLOCK.search(key)) and not _row(each)


def _run(lines, place):
    """How many items of an upright menu stand from `place` on upwards."""
    return next((size for size, each in enumerate(lines[place:]) if not _item(each)), len(lines) - place)


def _accepted(around, lines, place, run):
    """Does the line stand for itself: said in the menu too, or parted from an upright menu above it?"""
    each = lines[place]
    steps = capitals(each.text)
    known = each.key in vocabulary().sections or len(steps) == 2 and key_of(steps[0]) in vocabulary().sections
    last = place + 1 == len(lines)
    if around.again(each.key):
        return not _copied(around, lines, place) and (known or not last or each.kind == "menu")
    if run >= 2:
        if around.again(key_of(_split(around, _bare(each))[0]), 0) and len(_split(around, _bare(each))) > 1:
            return True
        return each.text.isupper() and not lines[place + 1].text.isupper()
    if not known and each.words > 5 and each.kind != "menu":
        return False
    if last:
        calm_name = each.words >= 2 and not each.text.isupper() and _sentence_case(each.text)
        return known or each.kind == "row" or calm_name
    return known or run == 0 or _sentence_case(each.text)


def _sentence_case(text):
    """Has it small letters after its first word? Names of outlets have capitals."""
    words = text.split()
    return sum(word[:1].isupper() for word in words[1:]) < len(words) - 1


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
    return _steps(calm(text))


def _below(around):
    """A section's name alone between title and text: a known one, or one that the menu has."""
    for each in around.below:
        known = each.key in vocabulary().sections or around.again(each.key)
        if each.kind in ("menu", None) and each.words <= 5 and known and namelike(each.text) and not each.sentence:
            return [each.text] if around.title and each.key != key_of(around.title) else None
    return None


def _beside_date(around, head):
    """What stands beside the date on its line, if it is a known section or one of the menu, or reads like one."""
    said = vocabulary()
    for each in (each for each in head if each.kind == "date" and each.dates):
        for part in (each.text[: each.dates[0].start], each.text[each.dates[-1].end :]):
            bare = part.strip(" |-–—•·,")
            words = bare.split()
            lone = 2 <= len(words) <= LONGEST and not re.search(rf"\b{said.date_words.pattern}\b", key_of(bare))
            names = re.split(r"\s+[-–&]\s+", bare)
            told = lone and namelike(bare) and all(not re.search(rf"\s[{UPPER}]", name) for name in names)
            if key_of(bare) in said.sections or bare and namelike(bare) and around.again(key_of(bare)) or told:
                return [bare]
    return None


def _row(each):
    """Is it a row of the page's menu, with more names of sections than a path has?"""
    names = [name for name in vocabulary().sections if f" {name} " in f" {each.key} "]
    inner = sum(any(name != other and f" {name} " in f" {other} " for other in names) for name in names)
    return (
        each.words > 14
        or (len(names) - inner > 2 and len(capitals(each.text)) > 2)
        or len(WEAK.split(each.text)) > 2
        or len(capitals(each.text)) > 3
    )


def calm(text: str) -> str:
    """ "KINH TẾ" as "Kinh tế"; other texts and short names like "TPHCM" stay.

    >>> calm("KINH TẾ"), calm("TPHCM")
    ('Kinh tế', 'TPHCM')
    """
    return text.capitalize() if text.isupper() and (" " in text or len(text) > 6) else text


def capitals(text: str) -> list[str]:
    """Section names in a row: each begins with a capital; one syllable alone is no section.

    >>> capitals("Kinh tế Thị trường")
    ['Kinh tế', 'Thị trường']
    """
    parts = []
    for word in text.split():
        if parts and (
            not word[:1].isupper() or parts[-1].endswith(("-", "–", ",", "&")) or len(parts[-1].split()) == 1
        ):
            parts[-1] += " " + word
        else:
            parts.append(word)
    if len(parts) > 1 and len(parts[-1].split()) == 1:
        parts[-2:] = [" ".join(parts[-2:])]
    return parts
