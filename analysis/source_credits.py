"""The text of a line comes in; the outlet that it credits as its source goes out ("Theo Báo Nhân Dân")."""

import re

from analysis.authors import person
from analysis.vocabulary import UPPER, key_of, vocabulary

URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,7}(?:/\S*)?", re.I)
NAMELESS = re.compile(r"nguồn(?: tin)?\s*:?(?:\s*(?:tổng hợp|sưu tầm|(?:mạng )?internet|mạng))?|source\s*:", re.I)
CREDITED = re.compile(
    r"^[(\[*\s–—-]*(?:bài\s+|dẫn\s+)?(theo|trích(?: từ|(?=\s*:))|(?:dẫn )?nguồn(?: tin| bài(?: viết)?)?|source"
    r"|(?:по данным)|источник)"
    r"(\s*:\s*|\s+|(?-i:(?<=Theo)(?=[A-Z])))(.{0,60}?)[)\]*.\s]*$",
    re.I,
)
WHEN = re.compile(r"\s*[|(,–-]*\s*(?:ngày |số )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.*$")  # the day behind the name
BUTTON = re.compile(r"\s+(?:copy link|sao chép(?: liên kết)?|lấy link|link (?:bài )?gốc|xem bài gốc|bài gốc)\W*$", re.I)
# "Vinanet tổng hợp từ số liệu hải quan"
GATHERS = re.compile(r"\s+(?:tổng hợp|tính toán|biên soạn|xử lý)(?:\s+(?:từ|theo|số liệu|dữ liệu)(?!\w).*)?$", re.I)
BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\.?")
# "Nguồn: Tên người, “Tên bài”, Tên tạp chí, 12/03/2025", as translations and essays cite what they are made of.
CITED = re.compile(
    r"[(\s]*(?:nguồn|source|theo)\s*:\s*[^“\"]{2,60},\s*[“\"][^”\"]{3,160}[”\"],?\s*([^,]{2,60}?)\s*(?:[,.].*)?$", re.I
)
LONGEST_LABELLED = 12  # words behind a colon, as of a ministry's department
LONGEST_SOURCE = 5  # words without a colon


def source_of(text: str) -> str | None:
    """The outlet that a credit line names, "" if the line names nobody, None if it is no credit line.

    >>> source_of("Theo Báo Nhân Dân"), source_of("Nguồn:"), source_of("Theo kế hoạch của hai bên")
    ('Báo Nhân Dân', '', None)
    >>> source_of("TheoTTXVN"), source_of("Theo Theo TTXVN"), source_of("Nguồn: Vinanet tổng hợp từ số liệu hải quan")
    ('TTXVN', 'TTXVN', 'Vinanet')
    >>> source_of("Theo Lê Mẫu (Báo Mẫu)"), source_of("Dẫn theo báo Sông Lô"), source_of("Theo báo Nga, giá gốm tăng.")
    ('Báo Mẫu', 'báo Sông Lô', None)
    """
    if NAMELESS.fullmatch(text):
        return ""
    found = CREDITED.match(text)
    if not found:
        return _bracketed_agency(text)
    name = GATHERS.sub(
        "", WHEN.sub("", BUTTON.sub("", found[3])).strip(" :-–—").removeprefix(f"{found[1]} ").removeprefix("Theo ")
    )
    if not name:
        return "" if ":" in text else None
    name = SITE.sub("", name)
    if outlet := _behind_writer(name):
        return outlet
    if LOW_PAPER.fullmatch(name):
        return name
    whole = ":" in found[2] or PAPER.match(name) is not None
    return _outlet(name) or (name if _known(name) or _namelike(name.split(), whole) else None)


SITE = re.compile(r"(?<=\w)\s*\((?:[\w-]+\.)+[a-z]{2,7}\)?$", re.I)  # "Theo Báo Mẫu (baomau.vn)"
PAPER = re.compile(rf"(?:Báo|Tạp chí|Thời báo|Cổng thông tin)(?! cáo| chí)\s(?=.*[{UPPER}])")


# The kind of paper in small letters: "báo Sông Lô", "website Bộ Mẫu"
LOW_PAPER = re.compile(
    r"(?:báo(?: điện tử)?|tạp chí|trang(?: tin)?|website|đài|hãng tin|tờ)"
    rf"(?:\s(?:[{UPPER}\d][^\s,;]*|và|-|&|giao|thương|phòng|chính)){{1,7}}"
)


def _behind_writer(name):
    """The outlet in brackets behind who wrote it: "Lê Mẫu (Báo Mẫu", whose last bracket was cut off."""
    writer, _, outlet = name.partition("(")
    return outlet.strip(" )") if outlet and person(writer.strip()) else None


def _outlet(name):
    """The outlet behind a person's name and a stroke ("Lê Mẫu/baomau.example")."""
    writer, _, outlet = name.rpartition("/")
    return outlet.strip() if writer and person(writer.strip()) and _known(outlet.strip()) else None


def marked(text: str) -> str | None:
    """The outlet in a line that a page's markup calls the source, whatever the name is made of.

    >>> marked("Theo Nhịp sống mẫu Copy link"), marked("Nhịp sống mẫu"), marked("Nguồn:"), marked("Xem bài gốc")
    ('Nhịp sống mẫu', 'Nhịp sống mẫu', None, None)
    """
    name = WHEN.sub("", LABEL.sub("", BUTTON.sub("", f" {text}").strip() + " ")).strip(" :-–—()")
    return name if name[:1].isupper() and not PICTURE.match(name) else None


PICTURE = re.compile(r"(?:ảnh|hình|video|clip|đồ họa|photo)\b", re.I)
LABEL = re.compile(r"^(?:theo|nguồn(?: tin| bài(?: viết)?)?|source)\s*:?\s+", re.I)


def _known(name):
    """Is it an agency of the vocabulary, or an address?"""
    return key_of(name) in vocabulary().agency or URL.match(name) or HOST.fullmatch(name)


def _namelike(names, labelled):
    """Are these the words of a name? Behind a colon only the first needs a capital letter."""
    if not names[0][:1].isupper():
        return False
    if labelled:
        return len(names) <= LONGEST_LABELLED
    proper = sum(part[:1].isupper() or not part[:1].isalpha() for part in names)
    return len(names) <= LONGEST_SOURCE and proper >= 0.6 * len(names)


def _bracketed_agency(text):
    """ "(TTXVN/Vietnam+)" on a line of its own credits an agency."""
    inner = BRACKETED.fullmatch(text)
    name = GATHERED.sub("", inner[1]) if inner else ""
    agency = vocabulary().agency
    return name if any(key_of(part) in agency for part in re.split(r"[/,–-]", name)) else None


GATHERED = re.compile(r"^(?:tổng hợp|lược dịch|dịch|biên dịch|biên soạn)\s(?:từ|theo)\s+", re.I)  # "(Tổng hợp từ TASS)"
