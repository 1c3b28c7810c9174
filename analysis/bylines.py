"""The looks and verdicts of a page's lines come in; date, section, author and credited source go out.

Each field is None rather than guessed. Dates of teasers and inside sentences are never the publication date.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from analysis import sections
from analysis.lines import UPPER, URL, Look, key_of, source_of, vocabulary

DATA = re.compile(r"(?:nguồn )?(?:số liệu|dữ liệu)|nguồn tham khảo|tài liệu tham khảo|data", re.I)
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
    content = [each.number for each in looks if verdicts[each.number] in CONTENT]
    first, last = (content[0], content[-1]) if content else (len(looks) + 1, len(looks))
    head = looks[: _body_start(looks, content, first) - 1]
    foot = _foot(looks, verdicts, last)
    published, updated = _dates(head, title) or _dates(foot, last) or (None, None)
    author, author_line = _author(looks, verdicts, head, foot, title, last)
    source = next((found for each in foot + head if (found := _source(each, author_line))), None)
    url = next(
        (
            match[0].rstrip(";,.)")
            for each in foot
            if (match := URL.search(each.text))
            and each.kind == "url"
            and "://" in match[0]
            and not DATA.match(each.text)
        ),
        None,
    )
    url = url or next((each.text for each in head[:3] if each.kind == "url" and PAGE_URL.fullmatch(each.text)), None)
    fields = {
        "published": metadata.get("published") or published,
        "updated": metadata.get("updated") or updated,
        "section": _sections(metadata, sections.path(looks, head, title, foot, site)),
        "author": metadata.get("author") or author,
        "source": source,
        "source_url": url,
    }
    return Found(fields, {author_line: "author"} if author_line else {}, _dates(head, title) is not None)


def _sections(metadata, printed):
    """The section that the file names, or the printed path if that ends with it or the file names none."""
    told = metadata.get("path") or metadata.get("section")
    return printed if told is None or printed and f" {key_of(told)} " in f" {key_of(printed)} " else told


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


def _dates(lines, beside):
    """(published, updated) of the date line next to line `beside`; a clock at the top of the page is further away.

    Where that line only says when the page was changed, the next one within NEAR lines says when it was published.
    """
    dated = [each for each in lines if each.kind == "date" and not _clock(lines, each, beside)]
    dated.sort(key=lambda each: (abs(each.number - (beside or 0)), -each.number))
    read = [
        _stamps(each) for each in dated[:1] + [each for each in dated[1:] if abs(each.number - (beside or 0)) <= NEAR]
    ]
    if not read:
        return None
    fresh = [stamp for new, _ in read for stamp in new]
    late = [stamp for _, old in read for stamp in old]
    return (fresh[0], late[0] if late else None) if fresh else (late[0], None)


def _stamps(line):
    """The dates of a date line that are the publication's, and those that are of a change."""
    stamps = sorted(line.dates, key=lambda stamp: not stamp.timed)
    late = [stamp.iso for stamp in stamps if _says_updated(line.text, stamp)]
    return [stamp.iso for stamp in stamps if stamp.iso not in late], late


NEAR = 4  # lines; between the title and its dates stand at most a byline, a section and their blank lines


def _clock(lines, date, title):
    """Is it the day's date at the top of the page, parted from the title by a whole menu?"""
    between = [each for each in lines if date.number < each.number < (title or 0) and each.kind in ("menu", "header")]
    return len(between) >= 3 or any(each.words >= 10 for each in between)


def _says_updated(text, stamp):
    before = key_of(text[: stamp.start]).split()[-4:]
    return bool(re.search(r"cập nhật|chỉnh sửa|updated?|modified|обновлено|sửa", " ".join(before)))


def _source(each, author_line=None):
    """The outlet or department that a line below the text credits, None if it credits none or is only the byline."""
    if each.kind == "source":
        return source_of(each.text)
    if each.kind == "url" and not DATA.match(each.text):
        named = re.match(r"(?:nguồn|source|theo)\b[\s:]*(.*?)[\s:(–-]*(?=https?:|www\.)", each.text, re.I)
        return (named[1] or URL.search(each.text)[0]) if named else None
    if each.kind not in (None, "author"):
        return None
    tail = re.search(r"[(–-]\s*theo\s+([^()]{2,40})\)?$|\(([^()]{2,30})\)$", each.text, re.I)
    if tail and each.words <= 9 and author_of(each.text):
        return tail[1].strip() if tail[1] else tail[2] if key_of(tail[2]) in vocabulary().agency else None
    return (
        each.text
        if each.number != author_line and each.words <= 8 and OFFICE.match(each.text) and not each.sentence
        else None
    )


# Who signs the news of a ministry, an embassy, a university: a part of it, by name.
OFFICE = re.compile(
    r"(?:Ban|Vụ|Cục|Phòng|Văn phòng|Sở|Trung tâm|Tổng cục|Viện|Khoa|Chi nhánh|Thương vụ|Đại sứ quán|Bộ phận)"
    rf"\s[{UPPER}]"
)


def _author(looks, verdicts, head, foot, title, last):
    near = [each for each in looks[max(0, last - 3) : last] if verdicts[each.number] == "subhead"] + _below_lede(
        looks, verdicts
    )
    lines = [each for each in head if each.kind != "blank"]
    place = next((place for place, each in enumerate(lines) if each.number == title), None)
    top = (
        []
        if place is None
        else lines[place + 1 : place + 8] + [each for each in lines[max(0, place - 3) : place] if each.kind == "author"]
    )
    stop = next((place for place, each in enumerate(foot) if each.kind in ("url", "tags")), len(foot))
    printed = [each for each in foot if each.kind != "blank"]
    short = printed[0] if printed and printed[0].number - last <= 2 and not _tag(printed, 0) else None
    if short and short.kind is None and re.fullmatch(rf"[{UPPER}]\w{{1,7}}", short.text) and short.key not in NO_NAME:
        return short.text, short.number
    tags = {each.number for place, each in enumerate(printed) if _tag(printed, place)}
    named = [
        (name, each.number)
        for each in near + foot[:stop] + top
        if each.kind in (None, "author") and verdicts[each.number] != "title" and each.number not in tags
        if (name := author_of(each.text))
    ]
    if named:
        whole = [other for other in named if other[0].casefold().endswith(" " + named[0][0].casefold())]
        return (whole or named)[0][0], named[0][1]
    return next((name for each in top if each.kind == "date" and (name := _on_date_line(each))), None), None


def _tag(lines, place):
    """Is it one of several keywords below one another? A name that begins as Vietnamese names do is none."""
    each = lines[place]
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


def _on_date_line(each):
    """The name beside the date on its line: "Phan Anh - 13:30, 16/02/2022". Behind a comma stands a place."""
    if not each.dates or not any(stamp.timed for stamp in each.dates):
        return None
    said = vocabulary()
    for part in (each.text[: each.dates[0].start], each.text[each.dates[-1].end :]):
        part = _dateless(part)
        bare = part.strip(" |-–—•·")
        desk = any(key_of(bare).startswith(name + " ") for name in said.author["whole"]) and len(bare.split()) <= 6
        if (
            not part.endswith(",")
            and key_of(part) not in said.sections
            and (name := author_of(bare) or (bare if desk else None))
        ):
            return name
    return None


def _dateless(text):
    """The words beside a date without weekdays and labels ("Đăng lúc", "Thứ Sáu, ngày")."""
    inner = rf"(?:{vocabulary().date_words.pattern}[\s,:]*)+"
    return re.sub(rf"[\s|–—-]*{inner}$|^\s*{inner}", "", text, flags=re.I).strip()


def _below_lede(looks, verdicts):
    """Short lines between the first two paragraphs, where some outlets print the byline."""
    content = [each for each in looks if verdicts[each.number] in CONTENT]
    between = looks[content[0].number : content[1].number] if len(content) > 1 else []
    return [each for each in content[1:3] if not each.prose][:1] + [each for each in between if each.kind == "author"]


TITLES = re.compile(
    r"^(?:(?:PGS|GS|TS|ThS|BS|KTS|LS|CN|NSND|NSƯT|Th\.S|Nhà báo|Nhà văn|Luật sư|Đại sứ|Thiếu tướng|Đại tá|Thượng tá"
    r"|Trung tá)[.,]*\s*)+"
)
NO_NAME = frozenset(
    "việt nam,liên xô,hà nội,nga,liên bang nga,tp hcm,hồ chí minh,saint petersburg,moskva,belarus,asean,"
    "eaeu,trung quốc,hoa kỳ,ukraine,vladimir putin,tô lâm,phạm minh chính,lương cường,trần thanh mẫn,"
    "đông nam á,châu á,biển đông,trung á,thủ tướng,tổng bí thư,chủ tịch nước".split(",")
)


@lru_cache(maxsize=2)
def _author_patterns(labels: tuple, suffixes: tuple):
    """The patterns of "Tác giả: ..." and of what is cut off behind a name."""
    either = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    bare = r"by|bởi|đăng bởi|viết bởi|posted by|tác giả|pv|phóng viên|người viết"
    label = re.compile(rf"(?i:{either})\s*:\s*(\S.*)|(?i:{bare})\s+((?:[{UPPER}]\w+\s?){{2,5}})")
    return label, re.compile(rf"\s+(?:{'|'.join(suffixes)})$", re.I)


def author_of(text: str) -> str | None:
    """The name in a byline, None if the line is none. A credited source in brackets is left off.

    >>> author_of("Phan Anh (tổng hợp)"), author_of("Tác giả: Minh Hà"), author_of("Hợp tác năng lượng")
    ('Phan Anh (tổng hợp)', 'Minh Hà', None)
    """
    if len(text) > 110 or len(text.split()) > 16:
        return None
    said = vocabulary().author
    rest = re.search(r"\s[-–—]\s(.+)$", text)
    if rest and len(rest[1].split()) > (4 if re.search(r"[.!?…]$", text) else 8):
        return None  # "TTO - Cơ quan khí tượng cảnh báo ..." opens with two capitals too
    labelled, suffixed = _author_patterns(tuple(said["labels"]), tuple(said["suffixes"]))
    text = re.sub(r"^(?:[-–—(]\s*)(.{4,60}?)(?:\s*[-–—)])$", r"\1", text)
    label = labelled.fullmatch(text)
    if label and len((label[1] or label[2]).split()) <= 8:
        return (label[1] or label[2]).strip()
    bare = re.sub(r"\s*\([^()]*\)$", "", text)
    if key_of(bare) in said["whole"] or re.fullmatch(r"(?:[A-ZĐ]\.\s?){1,3}(?:[^\W\d_]{1,7})?\.?", bare):
        return text
    text = re.sub(r"\s*[-–|,]?\s*\S+@\S+$", "", text).rstrip(".") if len(text) > 6 else text
    text = re.sub(r"\s*[(–-]\s*theo\s[^()]*\)?$", "", text, flags=re.I)
    text = suffixed.sub("", text)
    agency = re.search(r"\s*\(([^()]*)\)$", text)
    text = text[: agency.start()] if agency and key_of(agency[1]) in vocabulary().agency else text
    parts = re.sub(r"\s*[(/–—,-].*$", "", TITLES.sub("", text)).split()
    if parts and parts[0] in ("Về", "Theo", "Tại", "Vì", "Từ", "Trong", "Các", "Những", "Hãy", "Xem", "Đọc"):
        return None
    if (
        2 <= len(parts) <= 5
        and not any(len(part) > 5 and part.casefold() in vocabulary().control for part in parts)
        and all(part[:1].isupper() and part.isalpha() for part in parts)
        and " ".join(parts).casefold() not in NO_NAME
    ):
        return text
    return None


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
