"""The looks around an article come in; the outlet it credits as its source, and the address of that, go out."""

import re
import unicodedata

from analysis import imprints
from analysis.authors import agencies, author_of, outlet_behind, person
from analysis.edges import below_title, credited_person, near
from analysis.line_kinds import AGO
from analysis.lines import Look
from analysis.source_credits import CITED, URL, marked, source_of
from analysis.vocabulary import UPPER, key_of, vocabulary


def source(foot: list[Look], head: list[Look], inner: list[Look], author_line: int | None, outlet: str | None, own):
    """The credited source: below the text, else `outlet`, else what the head or the lines at the byline credit.

    `own` are the keys of the names of the page's own outlet, which credits nobody by naming itself.
    """
    own = frozenset() if address(foot, head) else own  # where another page is linked, its outlet is no other name
    return next((name for name in _credited(foot, head, inner, author_line, outlet) if not _is_own(name, own)), None)


def _is_own(name, own):
    """Is it one of the outlet's names, with "Theo" or the kind of paper before it or without?"""
    key = re.sub(r"^(?:theo|nguồn|báo điện tử|báo|tạp chí|trang) ", "", key_of(name))
    return {key_of(name), key} & own != set() or _is_part(name, own)


def _is_part(name, own):
    """Is it an office of the outlet itself, named behind it ("Phòng Báo chí, Đại sứ quán")?"""
    whole = key_of(re.split(r",\s|\s[-–—]\s", name)[-1]) if OFFICE.match(name) else ""
    if whole == key_of(name) or len(whole.split()) < 2:
        return False
    return whole in NAMELESS or any(f"{each} ".startswith(f"{whole} ") for each in own)


NAMELESS = frozenset({"đại sứ quán", "tổng lãnh sự quán", "lãnh sự quán", "nhà trường", "bảo tàng", "học viện"})


def _credited(foot, head, inner, author_line, outlet):
    """The names credited, the most telling first."""
    printed = [each for each in foot if each.kind != "blank"]
    said = [each for each in foot if each.kind == "source"]  # before an agency behind the writer's name
    below = (found for each in said + foot if (found := _source_in(each, author_line)))
    beside = [each for each in head if each.number not in (author_line + 1, author_line + 2)] if author_line else head
    above = (found for each in beside + inner if (found := _source_in(each, author_line)))
    labelled = [_below_label(printed), _below_label(beside)]
    yield from filter(
        None, [_behind_person(printed), *below, *labelled, _department(printed), _alone(printed), outlet, *above]
    )


def _below_label(lines):
    """The outlet on the line below "Nguồn tin:", which portals print in a cell of its own."""
    for label, each in zip(lines, lines[1:], strict=False):
        if NAMELESS_LABEL.fullmatch(label.text) and each.words <= LONGEST_OFFICE and not each.sentence:
            known = key_of(each.text) in vocabulary().agency or SITE_NAME.fullmatch(each.text)
            return each.text if known or imprints.OUTLET.match(each.text) else None
    return None


NAMELESS_LABEL = re.compile(r"nguồn(?: tin)?\s*:|nguồn tin|source\s*:", re.I)


def _department(printed):
    """The department right below the text whose name holds those of sections ("Vụ Thị trường châu Âu - châu Mỹ")."""
    first = printed[0] if printed else None
    named = first and first.kind == "menu" and first.words <= LONGEST_OFFICE and OFFICE.match(first.text)
    return first.text if named and not re.search(r"[|•·>»/]", first.text) else None


LONGEST_OFFICE = 9  # words


def outlet_beside(lines: list[Look], site: str | None) -> str | None:
    """The outlet beside the date below the title, or alone there."""
    dated = next((found.outlet for each in lines if (found := imprints.read(each)) and found.outlet), None)
    return dated or _named_below(lines, site)


def address(foot: list[Look], head: list[Look]) -> str | None:
    """The address of the article that was taken over: right below the text, or behind a word that credits it."""
    close = [each for each in near(foot, 8) if not FRONT.fullmatch(each.text)]
    for each in [*foot, *head]:
        linked = each.kind == "url" or each.kind == "control" and LINKED.match(each.text)
        found = URL.search(each.text) if linked and not DATA.match(each.text) else None
        if not found or "://" not in found[0]:
            continue
        above = _above(foot, each)
        if CREDITED.match(each.text) or any(map(_labels_link, above)) or each in close and not _offered(above):
            return found[0].rstrip(";,.)>")
    return None


LINKED = re.compile(r"(?:link|đường dẫn|url) (?:bài )?gốc\s*:", re.I)
CREDITED = re.compile(r"nguồn|link|theo|source|bài gốc|xem bài gốc", re.I)
ORIGINAL = re.compile(r"(?:xem |đọc |đường |địa chỉ )?(?:link|dẫn|liên kết|bài|url)(?: bài)?(?: viết)? gốc")
# Where the issue is sold or can be read that has the whole text.
OFFERED = re.compile(r"\b(?:ấn phẩm|báo in|tạp chí in|báo giấy|bản in|số báo|phát hành|đặt mua|tìm đọc|đăng ký)\b")
BUTTONS = 2  # between a label and its address


def _above(foot, each):
    """The lines right above one below the text, the nearest first: as many buttons as may stand between, and one."""
    lines = [other for other in foot if other.kind != "blank" and other.number < each.number]
    return lines[: -BUTTONS - 2 : -1]


def _labels_link(each):
    """Is it the label alone of the original's address ("Link bài gốc"), which stands on a line of its own?"""
    return each.words <= 5 and ORIGINAL.fullmatch(each.key) is not None


def _offered(above):
    """Does the line right above the address offer the paper's issue?"""
    return any(each.kind == "notice" or OFFERED.search(each.key) for each in above[:1])


def own_address(looks: list[Look], title: str | None) -> str | None:
    """The page's own address, as printers put it at its top or foot: one that is made of the title's words."""
    printed = [each for each in looks if each.kind in ADDRESSES and PAGE_URL.fullmatch(each.text)]
    slug = _slug(title or "")
    named = (each.text for each in printed if len(slug) >= 12 and slug[:40] in _slug(each.text))
    placed = (each.text for each in printed if each.number <= 3 or each.kind == "printed")
    return next(named, None) or next(placed, None)


ADDRESSES = frozenset({"url", "printed", "control"})  # the last is what a program wrote


def _slug(text):
    """Letters and figures alone, without accents, as addresses spell a title."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum())


def _source_in(each, author_line=None):
    """The outlet or department that a line credits, None if it credits none or is only the byline."""
    cited = CITED.match(each.text) or OWNED.fullmatch(each.text)
    if cited and each.words <= 40:
        return cited[1].strip()
    if each.kind == "source" or each.kind == "date" and NAMED.match(each.text):
        named = credited_person(each) and "(" not in each.text
        return outlet_behind(each.text) if named else source_of(each.text)
    if each.kind == "url" and not DATA.match(each.text):
        named = re.match(r"(?:nguồn|source|theo)\b[\s:]*(.*?)[\s:(–-]*(?=https?:|www\.)", each.text, re.I)
        host = re.fullmatch(r"(?:https?://)?[^/\s]+/?", URL.search(each.text)[0])  # a whole address is no name
        return (named[1] or (host[0] if host else None)) if named else None
    if each.hint == "source" and each.words <= LONGEST_MARKED and each.kind not in ("caption", "date"):
        return marked(each.text)
    if each.kind not in (None, "author"):
        return None
    if each.words <= 9 and author_of(each.text) and outlet_behind(each.text):
        return outlet_behind(each.text)
    tail = re.search(
        rf"(?:[(|•·/–-]\s*|\s)(?i:theo)\s+(?=[{UPPER}])([^()]{{2,40}})\)?$|\(([^()]{{2,30}})\)$", each.text
    )
    if tail and each.words <= 9 and author_of(each.text):
        name = tail[2] or ""
        return tail[1].strip() if tail[1] else name if agencies(name) else None
    office = each.words <= 8 and OFFICE.match(each.text) and not each.sentence and each.number != author_line
    return each.text if office and not (author_line and _of_scholar(each, author_line)) else None


def _of_scholar(each, author_line):
    """Is it the institute where the writer works, right below the name? A department there gives out the news."""
    return 0 < each.number - author_line <= 2 and each.text.startswith(("Viện ", "Khoa "))


LONGEST_MARKED = 12  # words of an outlet, its label and a button that a page's markup calls the source


# "Nguồn: Trung tâm Truyền thông ...": an office's name may be longer than an outlet's.
OWNED = re.compile(
    r"(?:nguồn(?: tin)?|source|tin|tin bài|tin(?:,| và) ảnh)\s*:\s*"
    r"((?:ban|vụ|cục|phòng|văn phòng|sở|trung tâm|tổng cục|viện|khoa|đại sứ quán)\s.{3,90})",
    re.I,
)


def told_by(head: list[Look], title: int | None) -> tuple:
    """(author, outlet) of an aggregator's line below the title: "Câu chuyện của Tên Người - Tên Báo • 3 ngày trước"."""
    for each in below_title(head, title)[:4]:
        found = re.match(r"(?:câu chuyện|bài|bài viết|tin) của\s+|(?:(?:story|article) )?by\s+", each.text, re.I)
        cells = re.split(r"\s*[|•·]\s*|\s+[-–—/]\s+", each.text[found.end() :]) if found and each.words <= 20 else []
        if cells and person(cells[0]):
            outlet = cells[1] if len(cells) > 1 and cells[1][:1].isupper() and not AGO.search(cells[1]) else None
            return cells[0], outlet
    return None, None


def _named_below(lines, site):
    """The paper whose name stands alone right below the title, as aggregators print it; not the site's own."""
    for each in lines[:2]:
        known = each.key in vocabulary().agency - vocabulary().sections and lines[1:2] and lines[1].kind == "date"
        if each.kind in (None, "menu", "source") and each.words <= 7 and (known or imprints.OUTLET.match(each.text)):
            name = source_of(each.text) or re.sub(r"^Theo\s+", "", each.text)
            return None if site and key_of(site) in (key_of(name), each.key) else name
    return None


def _alone(printed):
    """The agency or site that signs the text by its bare name, in the line right below it or below the byline."""
    for each in printed[:2]:
        if each.kind in (None, "source") and (
            key_of(each.text) in vocabulary().agency or SITE_NAME.fullmatch(each.text) or agencies(each.text)
        ):
            return each.text.strip("()")
        if not author_of(each.text):
            return None
    return None


NAMED = re.compile(r"[(\s]*(?:nguồn|source)(?: tin)?\s*:", re.I)
SITE_NAME = re.compile(r"\(?(?:[\w-]+\.)+(?:vn|com|net|org|info|ru|by|kz)\)?", re.I)


def _behind_person(printed):
    """The outlet in the line below "Theo Tên Người", as aggregators print it, buttons left off."""
    for person_line, each in zip(printed, printed[1:], strict=False):
        if not credited_person(person_line):
            continue
        if outlet_behind(person_line.text):
            return outlet_behind(person_line.text)
        if each.kind not in ("control", "comment", "header", "tags") and each.words <= 8 and each.text[:1].isupper():
            return re.sub(r"\s+(?:copy link|sao chép.*|lấy link.*)$", "", each.text, flags=re.I)
    return None


# Who signs the news of a ministry, an embassy, a university: a part of it, by name.
OFFICE = re.compile(
    r"(?:Ban|Vụ|Cục|Phòng|Văn phòng|Sở|Trung tâm|Tổng cục|Viện|Khoa|Chi nhánh|Thương vụ|Đại sứ quán|Bộ phận)"
    rf"\s[{UPPER}]"
)


# An address behind these words is where figures come from, or the page's own.
DATA = re.compile(
    r"(?:nguồn )?(?:số liệu|dữ liệu)|nguồn tham khảo|tài liệu tham khảo|data|địa chỉ|permalink|đường dẫn bài|website",
    re.I,
)


FRONT = re.compile(r"(?:\d{1,2}\. )?https?://[^\s/]+/?")  # the address of a site, not of an article
PAGE_URL = re.compile(r"https?://[^\s/]+/\S{12,}")  # the address of a page, as printers put it at the top
