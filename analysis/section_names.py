"""A line comes in; whether it is the name of a section, a path of such names or the row of a menu goes out."""

import re

from analysis.line_kinds import AGO
from analysis.lines import Look
from analysis.vocabulary import key_of, vocabulary

STRONG = re.compile(r"\s*[>›»→❯▸▶\\]+\s*|\s+/+\s*|(?<=[^\W\d_])/(?=\s)|\s*::\s*")  # between the steps of a path
WEAK = re.compile(r"\s*[|•·¦]\s*|\t+")  # between the items of a menu, seldom in a path
LONGEST = 7  # words of one section's name ("Quốc phòng - An ninh - Đối ngoại" has six)
DEEPEST = 4  # names of a path
SITE = re.compile(
    r"(?:báo|tạp chí|tuần báo|nhật báo|đài|cổng (?:thông tin|ttđt)|trang (?:tin|thông tin)|bản tin số|vtv|vov|tgvn)\b"
    r"|.*(?:\bonline|\btv|\.vn|\.com(?:\.vn)?)$",
    re.I,
)
CAMEL = re.compile(r"[^\W\d_]*[a-zđ][A-ZĐ][^\W\d_]*|[A-ZĐ]{2,}[a-zđ]{2,}[^\W\d_]*")  # "VnExpress", "BNews"
JOINTS = "|•·¦>›»→–—/-"
HEADED = re.compile(r"(\S.{1,40}?)(?:\s*[|•·¦>›»→]\s*|\s+[-–—/]\s+)(\S.*)")
NO_SECTION = re.compile(
    r"[!?:;“”\"@]|\.$|^(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b|\d{3}|%|°|\d[/:]\d"
    r"|^(?:xem|đọc|bấm|nhấn|tải|nghe|gửi|theo dõi|đăng|tìm|chọn|thứ|chủ nhật|in)\b"
    r"|^(?:mở|cài|bật|tắt|đóng cửa sổ|đặt (?:báo|mua))\b|^(?:trường )?(?:đại học|học viện) (?!và )\w",
    re.I,
)


# What stands alone beside titles and names no section: labels of other lines, badges, parts of a series, choices.
LABELS = frozenset(
    "tác giả,người viết,người đăng,phóng viên,biên tập,tổng hợp,xuất bản,cập nhật,ngày đăng,độc quyền,mới,hot,vip,live,"
    "premium,long form,longform,mega story,megastory,kỳ cuối,bài cuối,kỳ đầu,giao diện,ngôn ngữ,ứng dụng,nhà tài trợ,"
    "về chúng tôi,trang trước,trang sau,thứ hai,thứ ba,thứ tư,thứ năm,thứ sáu,thứ bảy".split(",")
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
    if LANGUAGES.fullmatch(key) or key not in said.sections and (CAMEL.fullmatch(text) or key in LABELS):
        return False
    return text[:1].isupper() or text[:3].isdigit()


def paired(text: str) -> bool:
    """Is it the name of a section of two fields: "Điện hạt nhân & Năng lượng tái tạo"?

    >>> paired("Du lịch & Ẩm thực vùng"), paired("Chè & cà phê"), paired("Du lịch")
    (True, False, False)
    """
    return [part[:1].isupper() for part in text.split(" & ")] == [True, True] and len(text.split()) <= LONGEST + 1


def names_site(text: str) -> bool:
    """Are these the words of an outlet's name: known, of a site's kind, or one word with a capital inside?

    >>> [names_site(text) for text in ("Znews", "Báo Sông Lô", "SôngLôNews", "Kinh tế")]
    [True, True, True, False]
    """
    key, said = key_of(text), vocabulary()
    if not key or key in said.sections or key in said.home:
        return False
    return key in said.agency or SITE.match(text) is not None or CAMEL.fullmatch(text) is not None


def headed(text: str) -> tuple[str, str]:
    """(the outlet's name, what stands behind it) of a line that begins with that name; ("", text) of any other.

    >>> headed("SôngLôNews | Kinh tế"), headed("Znews Kinh doanh"), headed("Kinh tế | Thị trường")
    (('SôngLôNews', 'Kinh tế'), ('Znews', 'Kinh doanh'), ('', 'Kinh tế | Thị trường'))
    """
    if key_of(text) in vocabulary().agency:
        return "", text
    found = HEADED.fullmatch(text) if any(sign in text for sign in JOINTS) else None
    if found and names_site(found[1].strip()) and len(key_of(found[2]).split()) <= LONGEST:
        return found[1].strip(), found[2].strip()
    first, _, rest = text.partition(" ")
    known = CAMEL.fullmatch(first) or first.casefold() in vocabulary().agency
    return (first, rest) if known and key_of(rest) in vocabulary().sections and names_site(first) else ("", text)


def steps(text: str) -> list[str]:
    """The names in a line, cut at the strong separators, else at the weak ones, else before capitals."""
    for cut in (STRONG, WEAK):
        parts = [part.strip(" -–—") for part in cut.split(text) if part.strip(" -–—")]
        if len(parts) > 1 or cut.search(text):
            return parts
    return [text.strip()] if text.isupper() else capitals(text.strip())


def joined(text: str) -> bool:
    """Is the line a path by its make: a few names joined by arrows or strokes?

    >>> joined("Kinh tế / Thị trường"), joined("Nga - Việt: 75 năm")
    (True, False)
    """
    parts = [part for part in STRONG.split(text) if part.strip()]
    return 1 < len(parts) <= DEEPEST + 1 and all(namelike(part) and len(part.split()) <= 5 for part in parts)


def behind_home(text: str) -> tuple[str, str]:
    """(the word for the start page, what stands behind it); ("", text) if the line does not begin with it."""
    low = text.casefold()
    for home in sorted(vocabulary().home, key=len, reverse=True):
        if low.startswith(home) and not low[len(home) : len(home) + 1].isalpha():
            return text[: len(home)], text[len(home) :].strip(" >›»/|→•·\\-–")
    return "", text


# The buttons of a video and its times, and what else may be done with the page.
PLAYER = re.compile(r"[▶►⏵]|\d:\d{2}\s*/\s*\d|^(?:đang tải|loading|theo dõi|follow|nghe)\b", re.I)
LANGUAGES = re.compile(r"\b(?:english|tiếng việt|русский|français|中文|español|vi|en|vie|eng|ru)\b")


def is_tool(each: Look) -> bool:
    """Is it a button, the choice of a language, a count, a rate or the weather, and no name of a section?"""
    if PLAYER.search(each.text) or LANGUAGES.fullmatch(each.key):
        return True
    if not re.search(r"[^\W\d_]{2,}", each.text) or re.search(r"\d+\s?°|\d[.,]\d{3}", each.text):
        return True
    named = each.key in vocabulary().sections
    return not named and (each.kind in ("control", "footer") or len(LANGUAGES.findall(each.key)) > 1)


def sentence_case(text: str) -> bool:
    """Has it small letters after its first word? Names of outlets have capitals."""
    words = text.split()
    return sum(word[:1].isupper() for word in words[1:]) < len(words) - 1


def is_row(each: Look) -> bool:
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
