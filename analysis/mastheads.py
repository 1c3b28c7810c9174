"""The looks of a page's lines and the file's metadata come in; the site's name as the page itself states it goes out.

Two kinds of statement count. Alone: og:site_name, a copyright notice with its year or wording, "Theo dõi X trên Google
News". Together: the line at the top or the foot of the page and a second place that says the same. A credit ("Theo
VietnamPlus", "(TTXVN)", "© Sputnik / Tên người" under a photo) is no statement. The wordings are in rules/pages.toml.
"""

import re
from functools import lru_cache

from analysis import rules
from analysis.authors import author_of
from analysis.lines import Look
from analysis.phrases import either
from analysis.section_names import headed, steps
from analysis.vocabulary import Vocabulary, key_of, vocabulary

BLANK = frozenset({"blank", "wrapped", "placeholder"})
CREDITS = BLANK | {"source", "credit", "caption", "author", "comment", "tags", "url", "date"}
ITEMS = frozenset({"menu", "control", "header", "listed", "link", "media", "slug", "doubled"})
LONGEST = 7  # words of a name, not counting "Cổng thông tin điện tử": "Bộ Nông nghiệp và Môi trường" has six
LONG = 2000  # letters; a longer line names nobody and is slow to search (the longest of the seeds has 1,100)
NEAR_END = 6  # lines; what names the site at the foot stands in the imprint, the last lines of the page
PARTS = re.compile(r"\s[-–—]\s|\s*[|:•]\s*|\.\s+|(?<=\))[.,]?\s+(?=\w)|^[©®]\s*")
AFTER = r"(?:\s+(?:khi|nếu)\s|\s*(?:$|[.,:;|–—-](?:\s|$)))"


class Wording:
    """The patterns made of the table [site] of rules/pages.toml."""

    def __init__(self, site: dict):
        year = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?)"
        head = (
            rf"(?:.{{0,60}}?\b(?:{either(site['owned'])})|(?:©|®|\(c\))?\s*copyrights?\b\W*{year}?(?:\s+by\b)?"
            rf"|(?:©|®|\(c\))\s*{year})"
        )
        kinds = rf"^(?:(?:{either(site['kinds'])})(?!\w)\s*)+|\s+(?:{either(site['kinds_after'])})(?=\s*(?:\(|$))"
        follow = rf"(?:{either(site['follow'])})\s+(?P<name>[^,;:|]{{2,60}}?)\s+(?:{either(site['places'])})"
        self.notice = re.compile(rf"{head}[\s.,:]*[\"“]?(?P<name>[^.,;:|©\"”]{{2,70}}?){AFTER}", re.I)
        self.follow = re.compile(follow, re.I)
        held = rf"(?:[©®]\s*)?(?P<name>[^.,;:|©®\"”]{{2,60}}?)\s+(?:{either(site['held'])})(?!\w)"
        self.held = re.compile(held, re.I)
        said = (phrase.lower() for phrase in (*site["owned"], *site["held"], *site["follow"]))
        self.any = re.compile(rf"[©®]|\(c\)|copyright|{either(said)}")  # of lower text: four times as fast as re.I
        self.sign = re.compile(rf"[©®]\s*(?P<name>[^.,;:|©\"”/]{{2,60}}?){AFTER}", re.I)
        self.rights = re.compile(rf"(?:{either(site['rights'])})(?!\w)", re.I)
        self.kinds = re.compile(kinds, re.I)
        self.makers = re.compile(rf"\b(?:{either(site['makers'])})\b", re.I)
        self.no_names = frozenset(map(key_of, site["no_names"]))

    def name(self, text: str) -> bool:
        """May these words be a site's name: short, with a capital, more than "Báo điện tử", not who made the page?"""
        bare = key_of(self.kinds.sub("", re.sub(r"\([^()]*\)$", "", text)))
        if not bare or len(bare.split()) > LONGEST or bare in self.no_names or not any(sign.isupper() for sign in text):
            return False
        if self.rights.search(text):  # "® Cấm sao chép dưới mọi hình thức"
            return False
        if re.match(r"(?:Ảnh|Hình|Photo|Video|Clip)(?: \d|\s?:)", text):  # a picture's name; its credit
            return False
        return not re.search(r"[?!]|\d{3,}|\d[/.]\d", text) and not self.makers.search(text)


@lru_cache(maxsize=2)
def _wording(said: Vocabulary) -> Wording:
    return Wording(rules.load("pages")["site"])  # made again when the vocabulary of the same file is


def stated(looks: list[Look], metadata: dict | None = None) -> str | None:
    """The name the page gives itself, None if it gives none. `metadata` may hold `site` (og:site_name).

    >>> from analysis.lines import look
    >>> page = ["Thời sự", "Theo VietnamPlus", "© 2025 Báo Sông Lô. Cấm sao chép dưới mọi hình thức."]
    >>> stated([look(number, text) for number, text in enumerate(page, 1)])
    'Báo Sông Lô'
    """
    said = _wording(vocabulary())
    lines = [each for each in looks if each.kind not in BLANK and len(each.text) <= LONG]
    told = _site(said, metadata or {}) or _owned(said, lines) or _agreed(said, lines)
    told = told or _alone(said, lines) or _headed(said, lines)
    return told or _titled(said, lines, str((metadata or {}).get("title") or ""))


def _site(said, metadata):
    """og:site_name without the motto behind a separator; an address is no name."""
    first = re.split(r"\s[-–—|:]\s", str(metadata.get("site") or "").strip())[0].strip()
    return first if said.name(first) and not re.match(r"https?:|www\.", first) else None


def _owned(said, lines):
    """The name in a copyright notice or in an invitation to follow the site."""
    for each in filter(lambda each: said.any.search(each.text.lower()), reversed(lines)):
        sure = each.hint == "footer" or bool(said.rights.search(each.text))
        if _speaks(said, each, sure):
            for pattern in (said.held, said.notice, said.follow, *([said.sign] if sure else [])):
                found = pattern.match(each.text) if pattern is said.held else pattern.search(each.text)
                name = found["name"].strip(" \t.,;:|–—-\"“”'") if found else ""
                if said.name(name):
                    return name
    return None


def _speaks(said, each, sure):
    """May the line be the site's own notice? Not a paragraph, and not a credit, though a credit may look like one."""
    if each.words > 45 or each.prose and not re.match(r"[©®]|copyright|bản quyền", each.text, re.I):
        return False
    return each.kind not in CREDITS or sure or bool(said.notice.match(each.text))


def _agreed(said, lines):
    """A name at the top or at the foot that a second line of the page says too, as a site and not as a credit."""
    top = [each for each in lines[:3] if each.kind is None and not each.prose and each.words <= 10]
    foot = max(3, len(lines) - NEAR_END)
    below = [each for each in lines[3:foot] if each.prose] + lines[foot:]
    for name in filter(said.name, map(_first, top)):
        if any(name in each.text and _says(each, name) for each in below) or _framed(lines, name):
            return name
    ends = [each for each in lines[-2:] if each.kind in (None, "footer") and not each.prose]
    signs = [key_of(each.text) for each in lines if each.text.startswith("©")]
    return next((name for name in filter(said.name, map(_first, ends)) if key_of(name) in signs), None)


def _framed(lines, name):
    """Is the name the page's last line too? Names of sections have few capitals."""
    return lines[-1].text == name and _capitals(name)


def _says(each, name):
    """Does the line begin with the name and go on about it, or end with it as with a signature of the site?"""
    if each.kind in ITEMS or each.kind in CREDITS and not each.text.startswith(("©", "®")):
        return False
    inner = re.escape(name)
    opens = re.match(rf"(?:[©®]\s*)?{inner}\s*(?:[.,:;|](?:\s|$)|\s[–—-]\s)|[©®]\s*{inner}$", each.text)
    return bool(
        opens
        or each.kind in (None, "footer")
        and not each.prose
        and re.search(rf"(?:\b(?:của|thuộc|về)|[-–—|©®.])\s+{inner}(?!\w)", each.text)
    )


def _alone(said, lines):
    """A line at the top or the foot that calls itself a newspaper, a magazine, a portal ... by name."""
    for each in lines[-3:] + lines[:2]:
        if each.kind in (None, "footer") and not each.prose and not author_of(each.text):  # an office may sign too
            name = _first(each)
            rest = said.kinds.sub("", name)
            if rest != name and len(key_of(name).split()) >= 3 and said.name(name) and _capitals(rest):
                return name
    return None


def _headed(said, lines):
    """The name before a section's in one of the first lines ("Báo Sông Lô | Kinh tế")."""
    for each in lines[:2]:
        name, rest = headed(each.text) if 2 <= each.words <= LONGEST + 3 and not each.prose else ("", "")
        if name and said.name(name) and all(key_of(part) in vocabulary().sections for part in steps(rest)):
            return name
    return None


def _titled(said, lines, told):
    """The name behind the article's title in the title of the browser's window ("Tin mẫu | Báo Sông Lô")."""
    printed = {each.text for each in lines}
    for text in [told, *(each.text for each in lines[:TOP] if not each.prose)]:
        title, name = WINDOW.fullmatch(text).groups() if WINDOW.fullmatch(text) else ("", "")
        if title in printed and said.name(name) and _capitals(name) and key_of(name) not in vocabulary().sections:
            return name
    return None


TOP = 10  # lines in which a saved page prints the title of its window
WINDOW = re.compile(r"(.{12,}?)\s+[|–—-]\s+((?:(?!\s[|–—-]\s).){2,50})")


def _first(each):
    """The line up to the first separator."""
    return next((part.strip() for part in PARTS.split(each.text) if part and part.strip()), "")


def _capitals(text):
    """Do most words begin with a capital, as in names? What stands in brackets does not count."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"\([^()]*\)", "", text))
    return bool(words) and sum(word[:1].isupper() for word in words) >= 0.75 * len(words)
