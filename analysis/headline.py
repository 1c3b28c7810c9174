"""The looks of a page's lines come in; which line is the article's title goes out.

The title stands above the text, near the date, and its words come back in the text; the headlines of other articles,
which often stand closer, do not speak of what the text speaks of.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from analysis import blocks, captions, chapters, imprints, overlap, posts, section_names, short_lines
from analysis.authors import author_of
from analysis.lines import BULLET, DATELINE, NUMBERED, Look, above, below
from analysis.vocabulary import UPPER, key_of, vocabulary

# Points a candidate needs. Share of words plus share of word pairs met in the text: 23 titles of the dev pages .72 and
# more (middle 1.1), 335 other headlines in nine of ten cases less than .6; hence half way in TOPICAL.
ENOUGH = 2.3
TOPICAL = 0.62
ENOUGH_TEXT = 200  # words; the articles measured have 200 to 900, and a shorter one need not tell its title again


def find_title(
    looks: list[Look], told: str | None = None, name: str = "", names: frozenset = frozenset()
) -> int | None:
    """The line number of the title, None if no line can be it. `told` is what the file itself says is its title.

    `names` are the keys of the names of the page's own outlet, which are no titles.

    The title stands above the first paragraph of the article; only a line that is known to be it, or that stands
    beside the date, may stand elsewhere.
    """
    post = posts.stamp(looks)
    if post is not None and not told:
        return _of_post(looks, post)
    seen = [look for look in looks if look.kind not in blocks.UNSEEN]
    counts = Counter(look.key for look in looks)
    states = blocks.divide(looks, None)
    article = [place for place, look in enumerate(seen) if look.prose and states[look.number] == blocks.ARTICLE]
    if article and not told and _over_date(seen, article[0]):
        return seen[article[0]].number
    first, text = _first(seen, article), overlap.joined(seen[place] for place in article)
    lone = _lone(seen, first)
    scored, rank, printed = [], 0, {look.text for look in looks}
    toc = _contents(seen, first, article[-1] if article else 0) | short_lines.facts(seen)
    for place in range(len(seen) - 1, -1, -1):
        if not may_be_title(seen[place]) or seen[place].key in names or place != lone and _other(seen, place):
            continue
        known = _known(seen[place].text, told, plain(name))
        if _with_name(seen[place], printed) or place in toc:
            continue
        under = place < first + 3 and not seen[place].prose and _dated(seen, place)
        if place < first or known or under or seen[place].hint == "h1":
            scored.append((known + _score(seen, place, counts, rank, text), place))
            rank += place < first
    score, place = max(scored, default=(0, 0))
    if score < ENOUGH:
        return _over_time(seen, first, text)
    return seen[_printed(seen, place, article)].number


def _over_time(seen, first, text):
    """The number of a line right over a date with its time that speaks of what the text does, though it has the shape
    of a notice or an item ("Đính chính: ...", "1. ...")."""
    for place in range(first):
        look, under = seen[place], seen[place + 1 : place + 3]
        shaped = look.kind in SHAPED and 4 <= look.words <= 40 and not look.dates and not author_of(look.text)
        dated = any(map(_timed, under[:1])) or len(under) > 1 and author_of(under[0].text) and _timed(under[1])
        if shaped and dated and overlap.about(look, text) >= TOPICAL:
            return look.number
    return None


SHAPED = frozenset({None, "notice", "control", "comment", "pointer"})


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
        if shown and any(map(_timed, looks[place + 1 : place + 6])):
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
    return small and full and not NO_REST.search(rest.text)


LONGEST_REST = 14  # words of a title's second line
FULL = 45  # letters of its first line
NO_REST = re.compile(r"[\d@]|\.\w|\s[-–—|•·]\s")  # an address, an account, a path


def _printed(seen, place, article):
    """Which of the lines with the title's words stands over the article: one above the date rather than below it."""
    same_words = [other for other in range(len(seen)) if seen[other].key == seen[place].key]
    above = [
        other
        for other in same_words
        if _dated(seen, other) and sum(other < text for text in article) > 0.5 * len(article)
    ]
    return min(above, key=lambda other: _to_date(seen, other)) if above else same_words[0]


def _to_date(seen, place):
    """How many lines below the next date with its time stands, 9 if none of the next three has one."""
    return next((step for step in (1, 2, 3) if any(map(_timed, seen[place + step : place + step + 1]))), 9)


def _timed(look):
    return look.kind == "date" and any(stamp.timed for stamp in look.dates)


def _first(seen, article):
    """The place of the first paragraph: that of the article, or one above it that opens as a dispatch, below a date."""
    first = article[0] if article else 0
    opening = (place for place in range(first) if seen[place].words >= 14 and DATELINE.match(seen[place].text))
    place = next(opening, first)
    return place if any(map(_timed, seen[max(0, place - 8) : place])) else first


def _other(seen, place):
    """Does the line name a video or photo series, and no date stands beside it?"""
    return seen[place].kind is not None and not _dated(seen, place)


def _lone(seen, first):
    """The place of the only line shaped as a title above the text, which may name a video ("VIDEO: ...")."""
    shaped = [place for place in range(first) if may_be_title(seen[place]) or seen[place].dates]
    return shaped[0] if len(shaped) == 1 else None


def _over_date(seen, place):
    """Does the page begin with this line, shaped as a title, and a date with its time right below it?"""
    top = not any(look.prose or may_be_title(look) for look in seen[:place])
    return top and may_be_title(seen[place]) and any(map(_timed, seen[place + 1 : place + 2]))


def _of_post(looks, post):
    """The line below the stamp of a post if it has the shape of a title, which few posts have."""
    line = below(looks, post)
    return line.number if line is not None and may_be_title(line) and not line.prose else None


def _contents(seen, first, last):
    """The places of a table of contents above the text: short lines below one another that come back as sub-heads,
    above the text's last paragraph."""
    below = {re.sub(r"^\d+ ", "", look.key) for look in seen[first + 1 : last] if not look.prose}
    again = [place for place in range(first) if seen[place].key in below and 3 <= seen[place].words <= 12]
    found = {place for place in again if place - 1 in again or place + 1 in again}
    for place in range(max(found, default=first) + 1, first):  # of an excerpt the last items have no text
        if seen[place].kind is not None or seen[place].words > 12 or _dated(seen, place):
            break
        found.add(place)
    return found


def _with_name(look, printed):
    """Is it another line with the site's name behind it, as browsers print it ("Tiêu đề - Báo Mẫu")?"""
    head = re.split(r"\s+[-–—|]\s+(?=[^-–—|]*$)", look.text)[0]
    return head != look.text and len(head) >= 12 and head in printed


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
    if look.words <= 12 and (section_names.joined(look.text) or _path(look.text)):
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


def _known(text, told, name):
    """Points for being the title that the file's metadata or name says."""
    slug = plain(text)
    named = len(slug) >= 12 and (slug in name or len(name) >= 20 and name.startswith(slug[:20]))
    return (6.0 if told and same(text, told) else 0.0) + (5.0 if named else 0.0)


def _score(seen, place, counts, rank, text):
    """Points for a line above the article with `rank` other such lines between, buttons and dates left aside."""
    look = seen[place]
    beside = [seen[other] for other in (place - 1, place + 1) if 0 <= other < len(seen)]
    twin = any(other.key == look.key for other in beside)
    rivals = sum(may_be_title(other) for other in beside)
    away = any(other.kind in ("menu", "header") for other in seen[place + 1 : place + 8] if not other.prose)
    dated = _dated(seen, place)
    score = max(0.0, 3.0 - 0.5 * rank) + 2.5 * dated + 3.0 * (look.hint == "h1") - 1.0 * (away and not dated)
    size = min(1.0, len(text) / ENOUGH_TEXT)
    told = min(1.2, overlap.about(look, text))
    score += 5.0 * size * (max(told, TOPICAL if chapters.gathers(look) else 0.0) - TOPICAL)
    score += 1.0 if 6 <= look.words <= 28 else -1.5 if look.words <= 4 else 0.0
    score -= 3.0 * (place < 3 and look.text.isupper() and bool(PUBLISHER.match(look.text)))
    lede = look.words >= 16 and place and may_be_title(seen[place - 1]) and 5 <= seen[place - 1].words < look.words
    score += 2.0 * (place == 0 and bool(seen[1:]) and seen[1].prose) - 1.5 * bool(lede) - 0.5 * rivals - 0.3 * twin
    score -= 2.0 * (not dated and captions.worded(look))
    score += 1.5 * (dated and chapters.gathers(look)) - 3.0 * _kicker(seen, place)
    score -= 1.5 * _overline(seen, place)
    score -= 1.0 * look.text[:1].islower()
    score -= 2.5 * bool(place and seen[place - 1].kind == "header" and OTHERS.search(seen[place - 1].key))
    return score + (1.0 if counts[look.key] > 1 and not twin else 0.0)


def _kicker(seen, place):
    """Is it a section and its part ("Giải trí Phim ảnh"), or two in one with "&", right above a longer line that may be
    the title?"""
    look, under = seen[place], seen[place + 1 : place + 2]
    parts = section_names.capitals(look.text) if look.words <= section_names.LONGEST else []
    paired = len(parts) == 1 and section_names.paired(look.text)
    if not paired and (len(parts) != 2 or key_of(parts[0]) not in vocabulary().sections):
        return False
    return any(other.words > look.words and may_be_title(other) for other in under)


def _overline(seen, place):
    """Is it a short line right above a longer one, shorter than ledes, that has the byline or date below it?"""
    look, under = seen[place], seen[place + 1 : place + 3]
    if look.words > LONGEST_OVERLINE or len(under) < 2 or not may_be_title(under[0]):
        return False
    signed = under[1].kind in ("date", "author") or author_of(under[1].text) is not None
    return signed and look.words + 3 < under[0].words < SHORTEST_LEDE


LONGEST_OVERLINE, SHORTEST_LEDE = 6, 16  # words


def _dated(seen, place):
    """Does a date stand within two lines above or four below, with at most one line of a menu and no text between?"""
    below, above = seen[place + 1 : place + 5], seen[max(0, place - 2) : place]
    above = above[-1:] if above and above[-1].prose else above
    menus = [other for other, look in enumerate(below) if look.kind in ("menu", "header")][1:2]
    stop = next((other for other, look in enumerate(below) if look.prose or other in menus), 4)
    under_lede = below[1:2] if below[:1] and below[0].prose else []  # the date below the lede
    near = above + below[:stop] + under_lede
    return any(look.kind == "date" or look.dates and imprints.read(look) for look in near) or any(
        READ_TIME.search(look.text) or BY.match(look.text) for look in below[:1]
    )


OTHERS = re.compile(r"liên quan|(?:đọc|xem) (?:nhiều|thêm)|\bcùng\b|\bkhác\b|quan tâm")  # a block of other articles
# Whose page it is, in capitals at its top.
PUBLISHER = re.compile(
    r"(?:BẢN TIN|BÁO|TẠP CHÍ|ĐÀI|CỔNG|TRANG|HỘI|LIÊN HIỆP|HIỆP HỘI|ĐẠI SỨ QUÁN|THƯƠNG VỤ|TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|VIỆN"
    r"|TRUNG TÂM|BỘ|SỞ|CỤC|TỔNG CỤC|UBND|ỦY BAN|PHÒNG|QUỐC HỘI|CHÍNH PHỦ|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN)\s"
)
READ_TIME = re.compile(
    r"\d (?:phút đọc|min(?:ute)?s? read)\b", re.I
)  # stands below titles, where a date may be missing


def same(text: str, told: str) -> bool:
    """Is it the same title, leaving aside the outlet's name behind a separator?

    >>> same("Việt Nam và Nga", "Việt Nam và Nga | Báo Mẫu")
    True
    """
    left, right = plain(text), plain(told)
    return (
        left == right or (len(left) >= 10 and right.startswith(left)) or (len(right) >= 10 and left.startswith(right))
    )


@lru_cache(maxsize=1024)  # the file's name is compared with every line that may be the title
def plain(text: str) -> str:
    """Letters without accents and figures, nothing else, to compare titles with file names.

    >>> plain("Việt Nam - Đối tác")
    'vietnamdoitac'
    """
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in text if sign.isalnum() and sign.isascii() or sign.isalpha() and not sign.isascii())


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
