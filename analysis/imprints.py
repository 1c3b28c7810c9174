"""A line with a date beside the article comes in; when it was published and changed, and who signed, goes out.

Such a line holds a date and nothing but what belongs to one: weekday, labels, a name, a place, a counter, the section.
Which of the page's dates is the publication's is decided by place: beside the title, else right below the article; the
day at the top of the page, the day of printing and the dates of other articles never are.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis import dates
from analysis.authors import BETWEEN, INITIALS, NO_NAME, author_of, labelled, person, wording
from analysis.line_kinds import COUNTED
from analysis.lines import Look
from analysis.source_credits import CITED, HOST, source_of
from analysis.vocabulary import UPPER, Vocabulary, key_of, vocabulary

NEAR = 4  # lines; between the title and its dates stand at most a byline, a section and their blank lines
FAR = 8  # lines between a date with its time and the title below it; a day alone stands nearer
CELLS = re.compile(
    r"\s*[|•·¦;()\[\]]\s*|\s+[-–—/]\s+|\t+|\s[-–—]$|^[-–—]\s|(?<=\d)\s*[,]\s|\s{3,}"
    r"|/\s?(?=(?:Thứ|Chủ nhật|Chuyên mục|Đánh giá|Tác giả)\b)|(?<=\b\d{4})/\s?(?=[^\W\d])"
)
BY = re.compile(r"^(?:đăng\s)?(?:bởi|by|người đăng|tác giả|posted by)\s*:?\s+", re.I)
# A name's place before the date of a letter: "Hà Lâm, ngày 12 tháng 11 năm 2025".
PLACE = re.compile(
    rf"[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_.]*){{0,4}}\s*,$|[{UPPER}][^\W\d_]*(?:\s[^\W\d_]+){{0,3}},$"
)
COUNTER = re.compile(r"(?:số\s)?(?:lượt|lần)\s(?:xem|đọc|truy cập)|đã xem|views?|hits|\d+ (?:bình luận|phản hồi)", re.I)
LABEL = re.compile(
    r"^date\b|tác giả\s*:|chuyên mục\s*:|đăng|xuất bản|cập nhật|bởi|lượt (?:xem|đọc)|publi|posted|updated|опубликовано",
    re.I,
)
OUTLET = re.compile(rf"(?:Báo|Tạp chí|Thời báo|Đài|Cổng thông tin|Theo)\s[{UPPER}]")
MOST = 24  # words of the line
LONGEST_OFFICE = 7  # words of "Đăng bởi:" and who put the page up
SPAN = re.compile(r"\d[\w ./]{5,18}\d\s[-–—]\s\d[\w ./]{5,18}\d")  # "15 Oct 2025 - 20 Nov 2025"
STRAY = 2  # words that belong to nothing; more of them make a sentence or a headline with a date


@dataclass(frozen=True)
class Imprint:
    """`fresh`, `late`: the ISO dates of publication and of changes; `name`: who signed; `outlet`: whose news it is."""

    fresh: tuple = ()
    late: tuple = ()
    name: str | None = None
    outlet: str | None = None


def read(line: Look) -> Imprint | None:
    """What a line with a date says, None if it is none or the date is that of a print, a visit, today.

    >>> from analysis.lines import look
    >>> read(look(1, "Ánh Dương | 15/10/2025 07:05 | 1.203 lượt xem"))
    Imprint(fresh=('2025-10-15T07:05:00',), late=(), name='Ánh Dương', outlet=None)
    >>> read(look(1, "Minh Tuệ, RFI, 06/02/2024"))
    Imprint(fresh=('2024-02-06',), late=(), name='Minh Tuệ', outlet='RFI')
    >>> read(look(1, "Minh Tuệ, Theo VOV 07:05 06/02/2024")).outlet
    'VOV'
    >>> read(look(1, "HMT 10/08/2011 20:10")).name
    'HMT'
    >>> read(look(1, "In ngày: 15/11/2025, 10:22")) is None
    True
    """
    if not line.dates or line.words > MOST or line.prose or line.kind in ("comment", "footer", "caption", "tags"):
        return None
    if CITED.match(line.text) or SPAN.fullmatch(line.text):  # the day of the piece that is cited; from one to another
        return None
    cells, name, stray = _cells(line), _several(line), 0
    credit = next(filter(_credits, cells), None)
    outlet = credit and (source_of(credit) or credit)
    for cell in (cell for cell in cells if cell != credit):
        found = _signed(cell)
        name, stray = name or found, stray + (0 if found else _stray(cell))
    known = any(key_of(cell) in vocabulary().sections for cell in cells) and len(cells) > 1
    sure = name or outlet or known or LABEL.search(line.text) or any(stamp.timed for stamp in line.dates)
    if line.kind != "date" and (stray > STRAY or not sure):
        return None
    fresh, late = _stamps(line)
    return Imprint(tuple(fresh), tuple(late), name or _letters(line), outlet) if fresh or late else None


def _several(line):
    """The names of several who signed before the date, which a dash parts as it parts cells too; else None."""
    before = _unlabelled(line.text[: line.dates[0].start].strip(" ,.-–—:|•·"))
    name = author_of(before) if DASH.search(before) else None
    return name if name and all(map(person, DASH.split(name))) else None


DASH = re.compile(r"\s+[-–—]\s+")
LETTERS = re.compile(rf"([{UPPER}]{{2,4}}) (?=\d)")


def _letters(line):
    """The few letters with which a reporter signs right before the date with its time ("HMT 10/08/2011 20:10")."""
    found = LETTERS.match(line.text) if line.dates[0].timed else None
    if found is None or found.end() != line.dates[0].start:
        return None
    return None if key_of(found[1]) in NO_NAME | vocabulary().agency else found[1]


def _credits(cell):
    """Does the cell name the outlet whose news it is?"""
    return _is_agency(cell) or OUTLET.match(cell) and len(cell.split()) <= 7 or source_of(cell)


def _is_agency(cell):
    said, key = vocabulary(), key_of(cell)
    return key in said.agency and key not in said.sections


def _cells(line):
    """The pieces of text between the dates and the separators, labels of dates taken off."""
    pieces, start = [], 0
    for stamp in line.dates:
        pieces.append(line.text[start : stamp.start])
        start = stamp.end
    pieces.append(line.text[start:])
    cells = [
        cell.strip(" ,.-–—:|") + ("," if cell.rstrip().endswith(",") else "")
        for piece in pieces
        for cell in _by_commas(CELLS.split(piece))
    ]
    return [cell for cell in map(_unlabelled, cells) if cell.strip(" ,")]


def _by_commas(cells):
    """The cells, those that end with an agency behind a comma in their parts: "Trần Mẫu, RFI,", "Mẫu, Theo RFI"."""
    for cell in cells:
        parts = [part for part in re.split(r"\s*,\s*", cell) if part]
        listed = 1 <= len(parts) <= 3 and _is_agency(parts[-1].removeprefix("Theo "))
        yield from parts if listed else [cell]


def _unlabelled(cell):
    """The cell without weekdays and words like "Đăng lúc" at either end; "Thu Hà" and "M.H" are names whole.

    >>> _unlabelled("Đăng lúc"), _unlabelled("Thu Hà"), _unlabelled("M.H"), _unlabelled("Lan Anh, Thu")
    ('', 'Thu Hà', 'M.H', 'Lan Anh,')
    """
    name = cell.strip()
    if INITIALS.fullmatch(name.rstrip(",")):
        return name.rstrip(",")
    if BOTH & {*key_of(name).split()} and all(map(person, BETWEEN.split(name))):
        return name
    behind, before = _labels(vocabulary())
    return before.sub("", behind.sub("", cell)).strip()


BOTH = frozenset({"thu", "sa"})  # names of persons, and how English and Vietnamese pages shorten a day and a half


@lru_cache(maxsize=2)
def _labels(said: Vocabulary):
    """The patterns of weekdays and such words at the end and at the beginning of a cell."""
    inner = rf"(?:{said.date_words.pattern}[\s,:.]*)+"
    return re.compile(rf"[\s|–—-]*{inner}$", re.I), re.compile(rf"^\s*{inner}(?=$|\s|[{UPPER}])", re.I)


def _signed(cell):
    """The name in a cell. A place before a comma, a section and a counter are none; a full name of a person is one.

    >>> _signed("Hà Lâm,"), _signed("Trần Mẫu Lâm,"), _signed("Hồ Chí Minh,")
    (None, 'Trần Mẫu Lâm', None)
    """
    bare = BY.sub("", cell).strip()
    if cell.endswith(","):
        bare = cell = cell.rstrip(",").strip() if _in_full(cell) else cell
    if cell.endswith(",") or key_of(bare) in vocabulary().sections or COUNTER.search(cell):
        return None
    editors = len(bare.split()) <= 6 and wording().office.match(bare)
    name = labelled(cell) or author_of(bare) or (bare if editors else None)
    return name if name is None or key_of(name) not in vocabulary().agency else None


def _in_full(cell):
    """Is it the family's, a middle and a given name of a person, whose name no town bears?"""
    name = cell.rstrip(", ")
    return len(name.split()) in (3, 4) and person(name) and author_of(name) is not None and key_of(name) not in TOWNS


TOWNS = frozenset({"hồ chí minh", "phan rang tháp chàm", "bà rịa vũng tàu"})


def _stray(cell):
    """How many words of the cell belong neither to a place, a counter, a button, a section nor an agency."""
    said, key = vocabulary(), key_of(cell)
    if (
        PLACE.fullmatch(cell)
        or BY.match(cell)
        and len(cell.split()) <= LONGEST_OFFICE
        or HOST.fullmatch(cell)
        or COUNTED.match(cell)
        or SECTION.match(cell)
        or COUNTER.search(cell)
        or said.begins(key, said.control_starts)
    ):
        return 0
    if key in said.control or key in said.sections or key in said.agency or said.control_has.search(key):
        return 0
    return len(re.findall(r"[^\W\d_]{2,}", said.date_words.sub(" ", key)))


SECTION = re.compile(r"(?:chuyên mục|danh mục|thể loại)\s*:\s*(?:\S+\s*){1,6}$", re.I)


def _stamps(line):
    """The dates of a date line that are the publication's, and those that are not: of a change, of a first draft."""
    stamps = sorted(line.dates, key=lambda stamp: not stamp.timed)
    stamps = [stamp for stamp in stamps if not wording().not_published.search(_before(line.text, stamp))]
    labels = {stamp: " ".join(_before(line.text, stamp).split()[-4:]) for stamp in stamps}
    late = [stamp.iso for stamp in stamps if UPDATED.search(labels[stamp])]
    return [stamp.iso for stamp in stamps if stamp.iso not in late], late


UPDATED = re.compile(r"cập nhật|chỉnh sửa|updated?|modified|обновлено|sửa|được tạo|ngày tạo|khởi tạo|soạn|created")
PUBLISHED = re.compile(
    r"(?:ngày|được|thời gian)? ?(?:đăng|xuất bản)(?: tải| lúc| ngày)?|published(?: on)?|date|опубликовано"
)


def _before(text, stamp):
    """The words before a date, weekdays left out."""
    weekdays = re.compile(r"\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)$")
    return weekdays.sub("", key_of(text[: stamp.start])).strip()


def published(lines: list[Look], beside: int | None) -> tuple | None:
    """(published, updated or None) by the date line next to line `beside`, None if there is none.

    Where that line only says when the page was changed, the next one within NEAR lines says when it was published; a
    day after the last change in the page's first line is that of the visit.
    """
    dated = [(each, found) for each in lines if (found := read(each)) and not clock(lines, each, beside)]
    dated = [pair for pair in dated if not _of_event(lines, pair[0])]
    dated.sort(key=lambda pair: (abs(pair[0].number - (beside or 0)), -pair[0].number))
    near = _chain(dated, beside or 0)
    late = [iso for _, found in near for iso in found.late]
    visit = next((each.number for each in lines if each.key), 0)  # the page's first line may hold the day of the visit
    fresh = [iso for each, found in near for iso in found.fresh if each.number > visit or not late or iso <= max(late)]
    if not near:
        return None
    return (fresh[0], late[0] if late else None) if fresh else (late[0], None)


def behind_title(looks: list[Look], title: int | None) -> tuple | None:
    """(published, None) by a date in brackets behind the title, as portals print it, or one with its time.

    >>> from analysis.lines import look
    >>> behind_title([look(1, "Tiếp đoàn đại biểu tỉnh mẫu (08:15 03/04/2024)")], 1)
    ('2024-04-03T08:15:00', None)
    """
    text = looks[title - 1].text if title else ""
    found = next(iter(dates.find(text)), None) if BEHIND.search(text) else None
    return (found.iso, None) if found else None


DAY, HOUR, PAUSE = r"\d{1,2}/\d{1,2}/\d{4}", r"\d{1,2}[:h]\d{2}", r"[\s,|-]+"
STUCK = rf"\s(?:[|–-]\s)?(?:{DAY}{PAUSE}{HOUR}|{HOUR}{PAUSE}{DAY})$"  # the line of the date, run on
BEHIND = re.compile(rf"\s\((?:{HOUR}{PAUSE}(?:ngày )?)?{DAY}(?:{PAUSE}{HOUR})?\)$|{STUCK}")


def without_date(title: str) -> str:
    """The title without the date and time that stand behind it on its line; a day in brackets is printed as part of it.

    >>> without_date("Tiếp đoàn đại biểu tỉnh mẫu 03/04/2024 08:15")
    'Tiếp đoàn đại biểu tỉnh mẫu'
    """
    return re.sub(STUCK, "", title)


def _of_event(lines, date):
    """Does the line below name the place of an event, whose day this is?"""
    after = next((each for each in lines if each.number > date.number and each.kind != "blank"), None)
    return after is not None and after.key.startswith(("địa điểm", "tại địa điểm", "venue"))


def _chain(dated, beside):
    """The nearest date line, those within NEAR lines of the title and those right below one another."""
    near = dated[:1]
    for pair in dated[1:]:
        if abs(pair[0].number - beside) <= NEAR or any(abs(pair[0].number - other[0].number) <= 2 for other in near):
            near.append(pair)
    return near


def clock(lines: list[Look], date: Look, title: int | None) -> bool:
    """Is it the day's date at the top of the page, parted from the title by a whole menu or by the site's name?

    Of a title that has a day in brackets behind it every other day at the top is such a one.
    """
    between = [each for each in lines if date.number < each.number < (title or 0) and each.kind != "blank"]
    menus = [each for each in between if each.kind in ("menu", "header", "row")]
    names = [each for each in between if each.text.isupper() and each.words >= 2 and each.kind is None]
    top = not any(each.key for each in lines if each.number < date.number)
    day = top and not any(stamp.timed for stamp in date.dates)
    if any(PUBLISHED.fullmatch(_before(date.text, stamp)) for stamp in date.dates):
        return False
    called = any(each.key.startswith(("hotline", "đường dây nóng", "điện thoại")) for each in between)
    today = date.number < (title or 0) and re.match(r"hôm nay|bây giờ|today|сегодня", date.key)
    timed = any(stamp.timed for stamp in date.dates)
    if len(between) > (FAR if timed else NEAR):
        return True
    dated = any(each.number == title and BEHIND.search(each.text) for each in lines)  # the title has a day of its own
    parted = len(menus) >= 3 or any(each.words >= 10 for each in menus) or day and (bool(names) or dated)
    above_home = top and any(each.key in vocabulary().home for each in between)  # the site's clock stands over its menu
    return bool(today) or called or parted or above_home
