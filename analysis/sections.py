"""The looks of a page's head and foot come in; the path of sections the article stands in goes out, or None.

A path is told from a menu by its place and its make: it stands beside the title, has few names, is joined by arrows or
strokes rather than by bars, and what it names comes back in the page's menu. The last item of a menu that happens to
stand above the title is no section.
"""

import re
from dataclasses import replace
from operator import attrgetter

from analysis import section_dates
from analysis.authors import author_of, tells_of_person
from analysis.headline import cut_title
from analysis.lines import Look
from analysis.section_above import BLOCK, nearest
from analysis.section_head import PASSED, around_title, bare, known, topic, unheaded
from analysis.section_names import (
    DEEPEST,
    LONGEST,
    SITE,
    STRONG,
    WEAK,
    behind_home,
    calm,
    is_tool,
    namelike,
    sentence_case,
    steps,
)
from analysis.vocabulary import UPPER, key_of, vocabulary

LABELLED = re.compile(
    r"(?:thuộc )?(?:chuyên mục|danh mục|thể loại|category|section|mục|đăng trong|filed under|рубрика)\s*:\s*(\S.{1,60})"
    r"|(?:đăng trong|posted in|thuộc chuyên mục|trong (?:chuyên )?mục|categories|category"
    rf"|chuyên mục(?= (?-i:[{UPPER}])))\s+(\w[^:.]{{1,50}}?)(?:\.\s.*|\.)?",
    re.I,
)
# What a menu has and a path has not.
MENU_ONLY = frozenset(
    "liên hệ,giới thiệu,đăng nhập,đăng ký,tìm kiếm,rss,sơ đồ site,hỏi đáp,góp ý,video,media".split(",")
)
PAGES_OF_SITE = frozenset("liên hệ,giới thiệu,đăng nhập,đăng ký,tìm kiếm,rss,sơ đồ site,sitemap".split(","))


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
    heading = looks[title - 1].text if title else ""
    head = [unheaded(each) for each in head if not cut_title(each.text, heading)]
    around = around_title(looks, [each for each in head if each.number not in names], title, site, own)
    found = (
        _labelled([*head, *foot])
        or _joined(around)
        or _counted(around)
        or _upright(around)
        or title is not None
        and (nearest(around) or _under_row(around))
        or _below(around)
        or _marked(around)
        or section_dates.beside_date(head, around.again, own)
        or section_dates.beside_date([each for each in foot if each.key][:SIGNED], around.again, own)
    )
    parts = [part.strip(" |") for part in found or [] if not _is_title(part, around.title)]
    if len(parts) > 1 and (SITE.match(parts[0]) or key_of(parts[0]) == around.site):
        parts = parts[1:]
    parts = [] if parts and key_of(parts[-1]) in PAGES_OF_SITE else parts
    return " > ".join(map(calm, parts)) or None


def _is_title(part, title):
    """Is it the title, or what stands before the title's first sign ("Bán 1" of "Bán 1,4 tấn chè")?"""
    return key_of(part) == key_of(title) or title.startswith(part) and title[len(part) : len(part) + 1] in (",", ".")


SIGNED = 2  # lines right below the text, where a page that dates it there may name the section


def _labelled(lines):
    """ "Chuyên mục: Kinh tế", "Đăng trong Kinh tế"."""
    for each in lines:
        found = LABELLED.fullmatch(each.text) if each.words <= 12 else None
        if found and all(map(namelike, steps(found[1] or found[2]))):
            return steps(found[1] or found[2])
    return None


MENUS = frozenset({"nav", "link"})  # what the markup says of lines of links; the paths it tells of are read before
HERE = re.compile(r"^(?:bạn đang (?:xem|đọc|ở(?: đây)?)|vị trí|đường dẫn|you are here|вы здесь)\s*:?\s*", re.I)


def _joined(around):
    """A line that is a path by itself: names joined by arrows, or the start page and what stands behind it."""
    for each in [*around.above, *around.below[:3]]:
        text = _untitled(HERE.sub("", bare(_undated(each))), around.title)
        home, rest = behind_home(text)
        strong = bool(STRONG.search(text.strip(" >›»→/")))
        parts = _untitled_steps(steps(rest), around.title)
        if not 1 <= len(parts) <= DEEPEST or not all(map(namelike, parts)):
            continue
        if each.kind in ("header", "control") and not home:
            continue
        if home and rest and (strong or each.hint not in MENUS and _few(around, each, rest, parts)):
            return parts
        if not home and strong and len(parts) > 1 and not _switch(parts):
            return parts
    return None


def _counted(around):
    """The steps of a path that stands as a numbered list above the title, which is its last item."""
    steps_up = [found for each in around.above if (found := ITEM.match(each.text))]
    if len(steps_up) < 3 or key_of(steps_up[0][2]) != key_of(around.title):
        return None
    numbers = [int(found[1]) for found in steps_up]
    parts = [found[2].strip() for found in reversed(steps_up[1:])]
    parts = parts[1:] if key_of(parts[0]) in vocabulary().home else parts
    return parts if numbers == list(range(len(numbers), 0, -1)) and all(map(namelike, parts)) else None


ITEM = re.compile(r"(\d)[.)]\s+(\S.*)")


def _undated(each):
    """The line without the day behind its last words, as portals print it ("Tin tức » Xuất khẩu (05/11/2025)")."""
    last = max(each.dates, key=attrgetter("end"), default=None)
    if last is None or re.search(r"\w", each.text[last.end :]):
        return each
    return replace(each, text=each.text[: last.start].rstrip(" (|-–—,•·["))


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
    """Is it the choice of a language or of a site's channel: "VI / EN", "ANMT > TV"?"""
    letters = all(part.isupper() and len(part) <= 5 and key_of(part) not in vocabulary().sections for part in parts)
    return letters or all(len(part) <= 3 or key_of(part) in vocabulary().control for part in parts)


def _upright(around):
    """The names on the lines between the start page and the title, if they are a path and no upright menu."""
    home = next((place for place, each in enumerate(around.above) if key_of(bare(each)) in vocabulary().home), None)
    lines = [each for each in around.above[: home or 0] if each.kind not in PASSED]
    lines = lines[1:] if len(lines) > 1 and topic(around, lines[0]) else lines
    parts = [bare(each).strip(" >›»/") for each in reversed(lines)]
    if not 1 <= len(parts) <= DEEPEST - 1 or not all(map(namelike, parts)):
        return None
    if key_of(parts[-1]) in map(key_of, parts[:-1]):  # the items of a menu, and again the one where the reader is
        return parts[-1:]
    homes = sum(key_of(bare(each)) in vocabulary().home for each in around.above)
    if MENU_ONLY & set(map(key_of, parts)) and not around.joints:
        return None
    return parts if around.joints or homes > 1 or len(parts) < 3 or around.again(key_of(parts[0])) else None


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
            if len(names) == 1 and key_of(names[0]) in vocabulary().sections and namelike(names[0]):
                return names
    return None


def _below(around):
    """A section's name alone between title and text: a known one, or one that the menu has."""
    for place, each in enumerate(around.below):
        if place == 0 and _over_date(around.below, each):
            return [each.text]
        told = known(each) or around.again(each.key)
        header = each.kind == "header" and around.again(each.key) and not BLOCK.search(each.key)
        short = (each.kind in ("menu", None) or header) and each.words <= 5 and not each.sentence
        if short and told and not author_of(each.text) and namelike(each.text) and not SITE.match(each.text):
            return [each.text] if around.title and each.key != key_of(around.title) else None
    return None


# Where the writer works, as scholars have it below their names.
HOUSE = re.compile(rf"(?:Viện|Học viện|Trường|Đại học|Khoa|Trung tâm|Bộ môn)\s(?:[{UPPER}]|nghiên cứu)")


def _over_date(below, each):
    """Is it a few words that read like a section's name, between the title and its date?"""
    dated = any(other.kind == "date" for other in below[1:2])
    short = (
        each.kind in (None, "menu") and 2 <= each.words <= LONGEST and not each.sentence and sentence_case(each.text)
    )
    if HOUSE.match(each.text.partition(", ")[2] or each.text) or tells_of_person(each.text):
        return False
    return dated and short and namelike(each.text) and not author_of(each.text) and not SITE.match(each.text)
