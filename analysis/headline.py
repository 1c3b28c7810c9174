"""The looks of a page's lines come in; which line is the article's title goes out.

The title stands above the text, near the date, and its words come back in the text; the headlines of other articles,
which often stand closer, do not speak of what the text speaks of.
"""

import re
from collections import Counter

from analysis import blocks, captions, chapters, imprints, overlap, posts, section_names, short_lines
from analysis.authors import author_of
from analysis.lines import DATELINE, Look, below
from analysis.title_shapes import BY, may_be_title, plain, same, timed
from analysis.vocabulary import INNER_END, UPPER, key_of, vocabulary

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
    first = _first(seen, article)
    text = overlap.joined(seen[place] for place in article if place >= first)
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
    place = _printed(seen, place, article)
    return seen[place + _goes_on(seen, place)].number


def _goes_on(seen, place):
    """1 if the line below says the title again and more, without a full stop, as below what a browser's tab showed.

    A picture's words often break off at a quotation mark or a decimal comma of the title.
    """
    below = seen[place + 1 : place + 2]
    if any(cut_title(seen[place].text, look.text) for look in below) and below[0].words <= LONGEST_WHOLE:
        return 1
    longer = any(may_be_title(look) and look.key.startswith(f"{seen[place].key} ") for look in below)
    return int(longer and seen[place].words >= SHORTEST_OPENING and below[0].words <= LONGEST_WHOLE)


LONGEST_WHOLE = 36  # words of a title
CUT_AT = re.compile(r"\s?[\"“'‘«]\w|,\d")


def cut_title(text: str, title: str) -> bool:
    """Is it the title broken off at a quotation mark or a decimal comma?

    >>> cut_title("Xuất khẩu vượt 3", "Xuất khẩu vượt 3,6 tỷ USD"), cut_title("Nga", "Nga mua chè")
    (True, False)
    """
    return text != "" and title.startswith(text) and CUT_AT.match(title[len(text) :]) is not None


def _over_time(seen, first, text):
    """The number of a line right over a date with its time that speaks of what the text does, though it has the shape
    of a notice or an item ("Đính chính: ...", "1. ...")."""
    for place in range(min(first + 1, len(seen))):
        look, under = seen[place], seen[place + 1 : place + 3]
        shaped = look.kind in SHAPED and 4 <= look.words <= 40 and not look.dates and not author_of(look.text)
        if place == first and INNER_END.search(look.text):
            return None
        dated = any(map(timed, under[:1])) or len(under) > 1 and author_of(under[0].text) and timed(under[1])
        if shaped and dated and overlap.about(look, text) >= TOPICAL:
            return look.number
    return None


SHAPED = frozenset({None, "notice", "control", "comment", "pointer"})


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
    return next((step for step in (1, 2, 3) if any(map(timed, seen[place + step : place + step + 1]))), 9)


def _first(seen, article):
    """The place of the first paragraph: that of the article, or one above it that opens as a dispatch, below a date."""
    first = _below_advert(seen, article)
    opening = (place for place in range(first) if seen[place].words >= 14 and _opens(seen, place))
    place = next(opening, first)
    return place if any(map(timed, seen[max(0, place - 8) : place])) else first


def _opens(seen, place):
    """Does the line open as a dispatch, or as text below a date with nothing but buttons and names between?"""
    if DATELINE.match(seen[place].text):
        return True
    date = next((other for other in range(place - 1, max(-1, place - 9), -1) if timed(seen[other])), None)
    return seen[place].prose and date is not None and all(map(_beside_byline, seen[date + 1 : place]))


def _beside_byline(look):
    """May the line stand between the date and the text: a button, a name, a clock?"""
    return look.kind in BUTTONS or author_of(look.text) is not None


BUTTONS = frozenset({"control", "clock", "author", "url", "media"})


def _below_advert(seen, article):
    """The place of the article's first paragraph; the second's, where the first stands above all dates and a title and
    a date with its time part the two."""
    first, second = (*article, 0, 0)[:2]
    if not second or any(map(timed, seen[:first])):
        return first
    titled = (place for place in range(first + 1, second) if may_be_title(seen[place]) and not seen[place].prose)
    return second if any(any(map(timed, seen[place + 1 : place + 3])) for place in titled) else first


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
    return top and may_be_title(seen[place]) and any(map(timed, seen[place + 1 : place + 2]))


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
    score -= 3.0 * (place < 4 and bool(MOTTO.match(look.text)))
    lede = look.words >= 16 and place and may_be_title(seen[place - 1]) and 5 <= seen[place - 1].words < look.words
    score += 2.0 * (place == 0 and bool(seen[1:]) and seen[1].prose) - 1.5 * bool(lede) - 0.5 * rivals - 0.3 * twin
    score -= 2.0 * (not dated and captions.worded(look))
    score += 1.5 * (dated and chapters.gathers(look)) - 3.0 * _kicker(seen, place)
    score -= 1.5 * _overline(seen, place)
    score -= 2.5 * (HOUSE.fullmatch(look.text) is not None)
    score -= 1.0 * look.text[:1].islower() + CELL * (look.hint == "cell")
    score -= 2.5 * bool(place and seen[place - 1].kind == "header" and OTHERS.search(seen[place - 1].key))
    score += 4.0 * _opens_page(seen, place) + 1.5 * (twin and place == next(_wordless(seen), 0))
    return score + (1.0 if counts[look.key] > 1 and not twin else 0.0)


# The house where the writers work: "Đại học Quốc gia Mẫu Sơn", "Viện Kinh tế Mẫu"
HOUSE = re.compile(rf"(?:Trường )?(?:Đại học|Học viện|Viện|Trường|Khoa)(?: (?:[{UPPER}]\w*|quốc gia|và|học|-|–))+")
CELL = 4.5  # a table of one cell holds a picture's caption more often than the title


def _opens_page(seen, place):
    """Is it the page's first line, longer than names of sites, right over a date with its time?"""
    return place == 0 and seen[0].words >= SHORTEST_OPENING and any(map(timed, seen[1:2]))


SHORTEST_OPENING = 6  # words


def _wordless(seen):
    """The places of the lines from the first on that is no address and no button."""
    return (place for place, look in enumerate(seen) if look.kind not in ("url", "control"))


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


LONGEST_OVERLINE, SHORTEST_LEDE = 6, 16  # words; of a lede without a full stop


def _dated(seen, place):
    """Does a date stand within two lines above or four below, with at most one line of a menu and no text between?"""
    below, above = seen[place + 1 : place + 5], seen[max(0, place - 2) : place]
    above = above[-1:] if above and above[-1].prose else above
    menus = [other for other, look in enumerate(below) if look.kind in ("menu", "header")][1:2]
    stop = next((other for other, look in enumerate(below) if look.prose or other in menus), 4)
    stop = next((other for other in range(stop) if _path_over_title(below[other : stop + 1])), stop)
    under_lede = below[1:2] if below[:1] and below[0].prose else []  # the date below the lede
    near = above + below[:stop] + under_lede
    return any(look.kind == "date" or look.dates and imprints.read(look) for look in near) or any(
        READ_TIME.search(look.text) or BY.match(look.text) for look in below[:1]
    )


def _path_over_title(lines):
    """Is the first line a path, with a title below it? What stands above the path is not dated with that title."""
    if len(lines) < 2 or lines[0].words > 12 or not section_names.joined(lines[0].text):
        return False
    return any(map(may_be_title, lines[1:]))


OTHERS = re.compile(r"liên quan|(?:đọc|xem) (?:nhiều|thêm)|\bcùng\b|\bkhác\b|quan tâm")  # a block of other articles
# Whose page it is, in capitals at its top.
PUBLISHER = re.compile(
    r"(?:BẢN TIN|BÁO|TẠP CHÍ|ĐÀI|CỔNG|TRANG|HỘI|LIÊN HIỆP|HIỆP HỘI|ĐẠI SỨ QUÁN|THƯƠNG VỤ|TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|VIỆN"
    r"|TRUNG TÂM|BỘ|SỞ|CỤC|TỔNG CỤC|UBND|ỦY BAN|PHÒNG|QUỐC HỘI|CHÍNH PHỦ|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN)\s"
)
# What a paper says of itself below its name: "Cơ quan của Đảng bộ tỉnh - Tiếng nói của chính quyền và nhân dân"
MOTTO = re.compile(r"(?:Cơ quan (?:của|ngôn luận|lý luận|thông tin|trung ương|chủ quản)|Tiếng nói của|Diễn đàn của)\s")
READ_TIME = re.compile(
    r"\d (?:phút đọc|min(?:ute)?s? read)\b", re.I
)  # stands below titles, where a date may be missing
