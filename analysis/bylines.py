"""The looks and verdicts of a page's lines come in; date, section, author and credited source go out.

Each field is None rather than guessed. Dates of teasers and inside sentences are never the publication date.
"""

import re
from dataclasses import dataclass, field

from analysis.lines import SEPARATOR, URL, Look, key_of, source_of, vocabulary

CONTENT = ("body", "item", "subhead")


@dataclass(frozen=True)
class Found:
    """The fields read, the verdicts they change ({line number: kind}) and whether the head of the page shows a date."""

    fields: dict
    verdicts: dict = field(default_factory=dict)
    dated: bool = False
    outlet: str | None = None


def read(looks: list[Look], verdicts: dict, title: int | None, metadata: dict, name: str) -> Found:
    """All fields of one page. `verdicts` is {line number: kind}; `metadata` is what the file itself carries."""
    content = [each.number for each in looks if verdicts[each.number] in CONTENT]
    first, last = (content[0], content[-1]) if content else (len(looks) + 1, len(looks))
    head = looks[:first - 1]
    foot = _foot(looks, verdicts, last)
    published, updated = _dates(head) or _dates(foot) or (None, None)
    author, author_line = _author(looks, verdicts, head, foot, title, last)
    source = next((found for each in foot + head if (found := _source(each))), None)
    url = next((match[0] for each in foot if (match := URL.search(each.text)) and each.kind == "url" and "://" in match[0]), None)
    fields = {"published": metadata.get("published") or published, "updated": metadata.get("updated") or updated,
              "section": metadata.get("section") or _section(head), "author": metadata.get("author") or author,
              "source": source, "source_url": url}
    return Found(fields, {author_line: "author"} if author_line else {}, _dates(head) is not None)


def _foot(looks, verdicts, last):
    """The lines behind the last paragraph, up to the first block of other articles."""
    foot = []
    for each in looks[last:]:
        if each.kind in ("header", "comment", "footer") or len(foot) > 30:
            break
        foot.append(each)
    return foot


def _dates(lines):
    dated = [each for each in lines if each.kind == "date"]
    if not dated:
        return None
    stamps = sorted((stamp for each in dated[:3] for stamp in ((s, each.text) for s in each.dates)), key=lambda s: not s[0].timed)
    fresh = [stamp for stamp, text in stamps if not _says_updated(text, stamp)]
    late = [stamp for stamp, text in stamps if _says_updated(text, stamp)]
    return (fresh[0].iso if fresh else None), (late[0].iso if late else None)


def _says_updated(text, stamp):
    before = key_of(text[:stamp.start]).split()[-4:]
    return bool(re.search(r"cập nhật|chỉnh sửa|updated?|modified|обновлено|sửa", " ".join(before)))


def _source(each):
    if each.kind == "source":
        return source_of(each.text)
    if each.kind == "url" and re.match(r"nguồn|source|theo", each.text, re.I):
        return URL.search(each.text)[0]
    return None


def _section(head):
    said = vocabulary()
    for each in head:
        home = next((home for home in said.home if (each.key + " ").startswith(home + " ")), None)
        if each.kind == "menu" and home and each.key != home:
            return " > ".join(_path(each.text[len(home):])) or None
    return None


def _path(text):
    parts = [part.strip() for part in SEPARATOR.split(text) if part.strip()]
    return parts if len(parts) > 1 else _capitals(text.strip(" >|/»›"))


def _capitals(text):
    """Section names in a row: each begins with a capital; one syllable alone is no section."""
    parts = []
    for word in text.split():
        if parts and (not word[:1].isupper() or parts[-1].endswith(("-", "–", ",", "&")) or len(parts[-1].split()) == 1):
            parts[-1] += " " + word
        else:
            parts.append(word)
    if len(parts) > 1 and len(parts[-1].split()) == 1:
        parts[-2:] = [" ".join(parts[-2:])]
    return parts


def _author(looks, verdicts, head, foot, title, last):
    near = [each for each in looks[max(0, last - 3):last] if verdicts[each.number] == "subhead"]
    top = [each for each in head if title is not None and abs(each.number - title) <= 8]
    for each in near + foot + top:
        if each.kind is None and verdicts[each.number] != "title" and (name := author_of(each.text)):
            return name, each.number
    return None, None


def author_of(text: str) -> str | None:
    """The name in a byline, None if the line is none.

    >>> author_of("Phan Anh (tổng hợp)"), author_of("Tác giả: Minh Hà"), author_of("Hợp tác năng lượng")
    ('Phan Anh (tổng hợp)', 'Minh Hà', None)
    """
    said = vocabulary().author
    label = re.match(rf"(?:{'|'.join(map(re.escape, sorted(said['labels'], key=len, reverse=True)))})\s*:\s*(\S.*)", text, re.I)
    if label and len(label[1].split()) <= 8:
        return label[1].strip()
    bare = re.sub(r"\s*[(/–—-].*$", "", text).strip()
    parts = bare.split()
    if key_of(text) in said["whole"]:
        return text
    if 2 <= len(parts) <= 4 and all(part[:1].isupper() and part.strip(".").isalpha() for part in parts) and key_of(parts[0]) in said["family"]:
        return text
    return None


def caption(text: str) -> str:
    """The caption without pipes."""
    return text.strip("| ")


CYRILLIC, VIETNAMESE = re.compile(r"[а-яё]", re.I), re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I)


def language(text: str) -> str | None:
    """"vi", "ru", "en" by the letters and the commonest English words; None for too little text."""
    letters = sum(sign.isalpha() for sign in text)
    if letters < 20:
        return None
    if len(CYRILLIC.findall(text)) > 0.4 * letters:
        return "ru"
    if len(VIETNAMESE.findall(text)) > 0.06 * letters:
        return "vi"
    english = len(re.findall(r"\b(?:the|of|and|to|in|is|for|with|on|that|by|from|was|are)\b", text, re.I))
    return "en" if english > 0.08 * len(text.split()) else None
