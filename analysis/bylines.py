"""The looks and verdicts of a page's lines come in; date, section, author and credited source go out.

Each field is None rather than guessed. Dates of teasers and inside sentences are never the publication date.
"""

import re
from dataclasses import dataclass, field

from analysis import imprints, sections
from analysis.authors import NO_NAME, author_of, labelled, outlet_behind, person
from analysis.line_kinds import ABOUT_AUTHOR, AGO, REFERENCE
from analysis.lines import Look, look
from analysis.source_credits import URL, source_of
from analysis.vocabulary import UPPER, key_of, vocabulary

# An address behind these words is where figures come from, or the page's own.
DATA = re.compile(
    r"(?:nguồn )?(?:số liệu|dữ liệu)|nguồn tham khảo|tài liệu tham khảo|data|địa chỉ|permalink|đường dẫn bài|website",
    re.I,
)
PAGE_URL = re.compile(r"https?://[^\s/]+/\S{12,}")  # the address of a page, as printers put it at the top
CONTENT = ("body", "item", "subhead")


@dataclass(frozen=True)
class Found:
    """The fields read, the verdicts they change ({line number: kind}) and whether the head of the page shows a date."""

    fields: dict
    verdicts: dict = field(default_factory=dict)
    dated: bool = False


def read(looks: list[Look], verdicts: dict, title: int | None, metadata: dict, site: str | None = None) -> Found:
    """All fields of one page. `verdicts` is {line number: kind}; `metadata` is what the file itself carries.

    `site` is the name that the page gives itself.
    """
    looks = [_plain(each) for each in looks]
    content = [each.number for each in looks if verdicts[each.number] in CONTENT]
    first, last = (content[0], content[-1]) if content else (len(looks) + 1, len(looks))
    head = looks[: _body_start(looks, content, first) - 1]
    foot = _foot(looks, verdicts, last)
    dated = imprints.published(head, title)
    published, updated = dated or imprints.published(_near(foot), last) or (None, None)
    author, author_line = _author(looks, verdicts, head, foot, title, last)
    told, outlet = _told_by(head, title)
    inner = looks[author_line : author_line + 3] if author_line and author_line > len(head) else []
    source = _credited(foot, head, inner, author_line, outlet or _outlet(_below_title(head, title), site))
    fields = {
        "published": metadata.get("published") or _marked(published, metadata.get("times") or []),
        "updated": metadata.get("updated") or updated,
        "section": _sections(metadata, sections.path(looks, head, title, foot, site, _names(head, title, author_line))),
        "author": metadata.get("author") or author or told,
        "source": source,
        "source_url": _address(foot, head) or next((each.text for each in head[:3] if _of_page(each)), None),
    }
    signed = {each.number: "date" for each in _near(foot) if each.kind is None and imprints.read(each)}
    return Found(fields, signed | ({author_line: "author"} if author_line else {}), dated is not None)


def _credited(foot, head, inner, author_line, outlet):
    """The credited source: below the text, else `outlet`, else what the head or the lines at the byline credit."""
    printed = [each for each in foot if each.kind != "blank"]
    below = (found for each in foot if (found := _source(each, author_line)))
    beside = [each for each in head if each.number not in (author_line + 1, author_line + 2)] if author_line else head
    above = (found for each in beside + inner if (found := _source(each, author_line)))
    return _behind_person(printed) or next(below, None) or _alone(printed) or outlet or next(above, None)


def _outlet(lines, site):
    """The outlet beside the date below the title, or alone there."""
    dated = next((found.outlet for each in lines if (found := imprints.read(each)) and found.outlet), None)
    return dated or _named_below(lines, site)


def _address(foot, head):
    """The address of the article that was taken over: right below the text, or behind a word that credits it."""
    close = _near(foot, 8)
    for each in [*foot, *head]:
        found = URL.search(each.text) if each.kind == "url" and not DATA.match(each.text) else None
        credited = each in close or re.match(r"nguồn|link|theo|source|bài gốc|xem bài gốc", each.text, re.I)
        if found and credited and "://" in found[0]:
            return found[0].rstrip(";,.)>")
    return None


def _of_page(each):
    """Is the line the page's own address, as printers put it at its top?"""
    return each.kind == "url" and PAGE_URL.fullmatch(each.text) is not None


def _marked(printed, times):
    """The printed time as the page's markup has it: on the same day, and at the same minute if that is printed."""
    return next((time for time in times if printed and time.startswith(printed[:16])), printed)


def _plain(each):
    """The look of a line without the numbers that text browsers put before links ("[16]Tên Người")."""
    bare = ICON.sub("", REFERENCE.sub("", each.text))
    return each if bare == each.text else look(each.number, bare, each.hint)


ICON = re.compile(r"(?<!\S)[a-z]+(?:_[a-z]+)+\s+(?=\S)")  # the name of a sign that a font draws: "arrow_back"


def _sections(metadata, printed):
    """The section that the file names, or the printed path if that ends with it or the file names none."""
    told = metadata.get("path") or metadata.get("section")
    return printed if told is None or printed and f" {key_of(told)} " in f" {key_of(printed)} " else told


def _names(head, title, author_line):
    """The numbers of the lines around the title that name a person, and no section."""
    return {author_line} | {
        number for _, number in _named(_around_title(head, title), {each.number: "" for each in head})
    }


def _body_start(looks, content, first):
    """The second paragraph's line if date or byline stand below the lede, else the first one's."""
    second = next((number for number in content[1:] if looks[number - 1].prose), None)
    parted = second and any(each.kind == "date" for each in looks[first:second])
    return second if parted and second - first <= 14 else first


def _foot(looks, verdicts, last):
    """The lines behind the last paragraph, up to the first block of other articles."""
    foot = []
    for each in looks[last:]:
        if each.kind in ("header", "comment", "footer") or len(foot) > 30:
            break
        foot.append(each)
    return foot


def _source(each, author_line=None):
    """The outlet or department that a line credits, None if it credits none or is only the byline."""
    cited = CITED.match(each.text) or OWNED.fullmatch(each.text)
    if cited and each.words <= 40:
        return cited[1].strip()
    if each.kind == "source":
        return None if _credited_person(each) else source_of(each.text)
    if each.kind == "url" and not DATA.match(each.text):
        named = re.match(r"(?:nguồn|source|theo)\b[\s:]*(.*?)[\s:(–-]*(?=https?:|www\.)", each.text, re.I)
        host = re.fullmatch(r"(?:https?://)?[^/\s]+/?", URL.search(each.text)[0])  # a whole address is no name
        return (named[1] or (host[0] if host else None)) if named else None
    if each.kind not in (None, "author"):
        return None
    if each.words <= 9 and author_of(each.text) and outlet_behind(each.text):
        return outlet_behind(each.text)
    tail = re.search(r"[(–-]\s*theo\s+([^()]{2,40})\)?$|\(([^()]{2,30})\)$", each.text, re.I)
    if tail and each.words <= 9 and author_of(each.text):
        name = tail[2] or ""
        return tail[1].strip() if tail[1] else name if key_of(name) in vocabulary().agency else None
    return (
        each.text
        if each.number != author_line and each.words <= 8 and OFFICE.match(each.text) and not each.sentence
        else None
    )


# "Nguồn: Tên người, “Tên bài”, Tên tạp chí, 12/03/2025", as translations and essays cite what they are made of.
CITED = re.compile(
    r"[(\s]*(?:nguồn|source|theo)\s*:\s*[^“\"]{2,60},\s*[“\"][^”\"]{3,160}[”\"],?\s*([^,]{2,60}?)\s*(?:[,.].*)?$", re.I
)
# "Nguồn: Trung tâm Truyền thông ...": an office's name may be longer than an outlet's.
OWNED = re.compile(
    r"(?:nguồn(?: tin)?|source|tin|tin bài|tin(?:,| và) ảnh)\s*:\s*"
    r"((?:ban|vụ|cục|phòng|văn phòng|sở|trung tâm|tổng cục|viện|khoa|đại sứ quán)\s.{3,90})",
    re.I,
)


def _told_by(head, title):
    """(author, outlet) of an aggregator's line below the title: "Câu chuyện của Tên Người - Tên Báo • 3 ngày trước"."""
    for each in _below_title(head, title)[:4]:
        found = re.match(r"(?:câu chuyện|bài|bài viết|tin) của\s+|(?:(?:story|article) )?by\s+", each.text, re.I)
        cells = re.split(r"\s*[|•·]\s*|\s+[-–—/]\s+", each.text[found.end() :]) if found and each.words <= 20 else []
        if cells and person(cells[0]):
            outlet = cells[1] if len(cells) > 1 and cells[1][:1].isupper() and not AGO.search(cells[1]) else None
            return cells[0], outlet
    return None, None


def _named_below(lines, site):
    """The paper whose name stands alone right below the title, as aggregators print it; not the site's own."""
    for each in lines[:2]:
        if each.kind in (None, "menu", "source") and each.words <= 7 and imprints.OUTLET.match(each.text):
            name = re.sub(r"^Theo\s+", "", each.text)
            return None if site and key_of(site) in (key_of(name), each.key) else name
    return None


def _alone(printed):
    """The agency or site that signs the text by its bare name, in the line right below it or below the byline."""
    for each in printed[:2]:
        if each.kind in (None, "source") and (
            key_of(each.text) in vocabulary().agency or SITE_NAME.fullmatch(each.text)
        ):
            return each.text.strip("()")
        if not author_of(each.text):
            return None
    return None


SITE_NAME = re.compile(r"\(?(?:[\w-]+\.)+(?:vn|com|net|org|info|ru|by|kz)\)?", re.I)


def _behind_person(printed):
    """The outlet in the line below "Theo Tên Người", as aggregators print it, buttons left off."""
    for person_line, each in zip(printed, printed[1:], strict=False):
        if _credited_person(person_line) and each.words <= 8 and each.text[:1].isupper():
            return re.sub(r"\s+(?:copy link|sao chép.*|lấy link.*)$", "", each.text, flags=re.I)
    return None


# Who signs the news of a ministry, an embassy, a university: a part of it, by name.
OFFICE = re.compile(
    r"(?:Ban|Vụ|Cục|Phòng|Văn phòng|Sở|Trung tâm|Tổng cục|Viện|Khoa|Chi nhánh|Thương vụ|Đại sứ quán|Bộ phận)"
    rf"\s[{UPPER}]"
)


def _author(looks, verdicts, head, foot, title, last):
    """(author, the number of the line that names them or None). What stands below the text goes before the head."""
    told = " ".join(each.key for each in looks if each.prose and verdicts[each.number] in CONTENT)
    credits = " ".join(each.key for each in looks if each.kind in ("caption", "credit"))
    printed = [each for each in foot if each.kind != "blank"]
    if (short := _short(printed, last)) is not None:
        return short.text, short.number
    ends = [each for each in looks[max(0, last - 3) : last] if verdicts[each.number] == "subhead" or _office(each)]
    below = [
        (name, number)
        for name, number in _named(ends + _below_lede(looks, verdicts) + _signing(printed), verdicts)
        if labelled(looks[number - 1].text) or not _told_of(name, told, credits)
    ]
    named = below + _named(_boxed(looks, last) + _around_title(head, title), verdicts) or _inside(looks, head, last)
    if named:
        whole = [other for other in named if other[0].casefold().endswith(" " + named[0][0].casefold())]
        return (whole or named)[0][0], named[0][1]
    return next(
        (found.name for each in _below_title(head, title) + foot if (found := imprints.read(each)) and found.name),
        None,
    ), None


def _office(each):
    """Is it a byline with the writer's post in brackets, which is as long as a sentence?"""
    return each.text.endswith(")") and each.kind is None and each.words <= 16 and author_of(each.text) is not None


def _named(lines, verdicts):
    """[(name, line number)] of the lines that are bylines."""
    free = [each for each in lines if verdicts[each.number] != "title" and (each.kind in FREE or _both(each))]
    return [(name, each.number) for each in free if (name := author_of(each.text) or _credited_person(each))]


FREE = (None, "author")


def _both(each):
    """Are author and photographer named on one line, which then looks like a photo credit?"""
    return each.kind in ("credit", "caption", "media", "source", "menu", "footer", "pointer") and bool(
        re.match(r"(?:tin|bài|bài viết|tác giả|theo)\b", each.text, re.I)
        and (labelled(each.text) or _credited_person(each))
    )


def _credited_person(each):
    """ "Theo Diệp Tử": the person whom an aggregator names as the author."""
    found = re.fullmatch(r"theo\s+(\S.{3,40})", each.text, re.I)
    return found[1] if found and person(found[1]) and key_of(found[1]) not in vocabulary().agency else None


def _short(printed, last):
    """The first line below the text if it is one short word or a few letters, as reporters sign ("HM")."""
    first = printed[0] if printed and printed[0].number - last <= 2 and not _tag(printed, 0) else None
    signs = first is not None and first.kind is None and re.fullmatch(rf"[{UPPER}]\w{{1,7}}", first.text)
    return first if signs and first.key not in NO_NAME | vocabulary().agency else None


def _signing(printed):
    """The lines below the text that may sign it: no keywords, and nothing below an address or with a date under it."""
    printed = [each for each in printed if not each.text.startswith("#")]
    stop = next((place for place, each in enumerate(printed) if each.kind in ("url", "tags")), len(printed))
    parted = next((place for place, each in enumerate(printed) if _headline(each)), len(printed))
    return [
        each
        for place, each in enumerate(printed[:stop])
        if not _tag(printed, place)
        and not (place > parted and any(other.kind in ("date", "clock") for other in printed[place + 1 : place + 2]))
    ]


def _told_of(name, told, credits):
    """Does the article speak of this person, and no photo credit does? Then the name is a keyword, no byline."""
    key = key_of(name)
    return f" {key} " in f" {told} " and key not in credits


def _headline(each, least=6):
    return each.kind is None and each.words >= least and not author_of(each.text) and not imprints.read(each)


def _near(foot, least=6):
    """The lines right below the text, up to the first link or headline of `least` words."""
    ends = ("doubled", "link", "listed", "slug", "media", "pointer", "menu")
    stop = next((place for place, each in enumerate(foot) if each.kind in ends or _headline(each, least)), len(foot))
    return foot[:stop]


def _inside(looks, head, last):
    """A labelled byline further up, where what stands below the text was taken for text."""
    lines = [each for each in looks[len(head) + 1 : last] if each.kind in FREE or _both(each)]
    return [(name, each.number) for each in lines if SIGNED.match(each.text) and (name := labelled(each.text))]


SIGNED = re.compile(r"(?:tin|bài|bài viết|tác giả|thực hiện)(?:[ ,&/và-]+(?:ảnh|bài|hình|video|clip))*\s*:", re.I)


def _boxed(looks, last):
    """The line below "Về tác giả", or a byline that looks like such a box."""
    below = [each for each in looks[last : last + 30] if each.kind != "blank"]
    boxes = [place for place, each in enumerate(below) if each.words <= 5 and ABOUT_AUTHOR.match(each.text)]
    named = [each for each in below if each.kind == "footer" and labelled(each.text)]
    return named + [below[place + 1] for place in boxes if place + 1 < len(below)]


def _below_title(head, title):
    return [each for each in head if title and each.number > title and each.kind != "blank"][:7]


def _around_title(head, title):
    """The lines below the title; above it those that say they are bylines, and a name beside the date."""
    above = [each for each in head if title and each.number < title and each.kind != "blank"][-3:]
    return _below_title(head, title) + [
        each for each in above if each.kind == "author" or _both(each) or _beside_date(above, each)
    ]


def _beside_date(lines, each):
    """Does the line stand next to a date line, among these?"""
    place = lines.index(each)
    return any(other.kind == "date" for other in lines[max(0, place - 1) : place + 2])


def _tag(lines, place):
    """Is it one of several keywords below one another? A name that begins as Vietnamese names do is none."""
    each = lines[place]
    if place == 0 and author_of(each.text):
        return False
    after = lines[place + 1] if place + 1 < len(lines) else None
    beside = [other for other in (after, lines[place - 1] if place else None) if other]
    keywords = any(other.kind is None and other.words <= 5 and not author_of(other.text) for other in beside)
    said = vocabulary().author
    return (
        each.kind is None
        and keywords
        and each.key not in said["whole"]
        and each.key.split(" ")[0] not in said["family"]
    )


def _below_lede(looks, verdicts):
    """Short lines between the first two paragraphs, where some outlets print the byline."""
    content = [each for each in looks if verdicts[each.number] in CONTENT]
    between = looks[content[0].number : content[1].number] if len(content) > 1 else []
    names = [each for each in between if each.kind == "author" or each.kind is None and author_of(each.text)]
    return [each for each in content[1:3] if not each.prose][:1] + names


CYRILLIC, VIETNAMESE = (
    re.compile(r"[а-яё]", re.I),
    re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I),
)


def language(text: str) -> str | None:
    """ "vi", "ru", "en" by the letters and the commonest English words; None for too little text."""
    text = text[:20_000]
    letters = sum(sign.isalpha() for sign in text)
    if letters < 20:
        return None
    if len(CYRILLIC.findall(text)) > 0.4 * letters:
        return "ru"
    if len(VIETNAMESE.findall(text)) > 0.06 * letters:
        return "vi"
    english = len(re.findall(r"\b(?:the|of|and|to|in|is|for|with|on|that|by|from|was|are)\b", text, re.I))
    return "en" if english > 0.08 * len(text.split()) else None
