"""The looks of a page's lines and the file's own metadata come in; the site's name as the page itself states it goes out.

Two kinds of statement count. Alone: og:site_name, a copyright notice with its year or wording, "Theo dõi X trên Google
News". Together: the line at the top or the foot of the page and a second place that says the same. A credit ("Theo
VietnamPlus", "(TTXVN)", "© Sputnik / Tên người" under a photo) is no statement. The wordings are in rules/pages.toml.
"""

import re
from functools import lru_cache

from analysis import rules
from analysis.lines import Look, key_of

CREDITS = frozenset({"source", "credit", "caption", "author", "comment", "tags", "url", "date", "blank", "wrapped", "placeholder"})
ITEMS = frozenset({"menu", "control", "header", "listed", "link", "media", "slug", "doubled"})
LONGEST = 7  # words of a name, not counting "Cổng thông tin điện tử": "Bộ Nông nghiệp và Môi trường" has six
NEAR_END = 6  # lines; what names the site at the foot stands in the imprint, the last lines of the page
PARTS = re.compile(r"\s[-–—]\s|\s*[|:•]\s*|\.\s+|(?<=\))[.,]?\s+(?=\w)|^[©®]\s*")
AFTER = r"(?:\s+(?:khi|nếu)\s|\s*(?:$|[.,:;|–—-](?:\s|$)))"


def stated(looks: list[Look], metadata: dict | None = None) -> str | None:
    """The name the page gives itself, None if it gives none. `metadata` may hold `site` (og:site_name).

    >>> from analysis.lines import look
    >>> page = ["Thời sự", "Theo VietnamPlus", "© 2025 Báo Mẫu. Cấm sao chép dưới mọi hình thức."]
    >>> stated([look(number, text) for number, text in enumerate(page, 1)])
    'Báo Mẫu'
    """
    site = _site(metadata or {})
    lines = [each for each in looks if each.kind not in ("blank", "wrapped", "placeholder")]
    return site or _owned(lines) or _agreed(lines) or _alone(lines)


def _site(metadata):
    """og:site_name without the motto behind a separator; an address is no name."""
    first = re.split(r"\s[-–—|:]\s", str(metadata.get("site") or "").strip())[0].strip()
    return first if _name(first) and not re.match(r"https?:|www\.", first) else None


def _owned(lines):
    """The name in a copyright notice or in an invitation to follow the site."""
    for each in reversed(lines):
        if each.words > 45 or each.prose and each.kind is None and not re.match(r"[©®]|copyright|bản quyền", each.text, re.I):
            continue
        if each.kind in CREDITS and not _notice().match(each.text) and not (each.hint == "footer" or _rights().search(each.text)):
            continue
        for pattern in (_notice(), _follow(), *([_sign()] if each.hint == "footer" or _rights().search(each.text) else [])):
            found = pattern.search(each.text)
            name = _trim(found["name"]) if found else ""
            if _name(name):
                return name
    return None


def _agreed(lines):
    """A name at the top or at the foot that a second line of the page says too, as a site and not as a credit."""
    tops = [part for each in lines[:3] if each.kind is None and not each.prose and each.words <= 10 for part in _parts(each.text)[:1]]
    foot = lines[max(3, len(lines) - NEAR_END):]
    ends = [part for each in lines[-2:] if each.kind in (None, "footer") and not each.prose for part in _parts(each.text)[:1]]
    for name in filter(_name, tops):
        if any(_says(each, name) for each in lines[3:] if each in foot or each.prose) or lines and _title_case(name) and lines[-1].text == name:
            return name
    for name in filter(_name, ends):
        if sum(key_of(each.text) == key_of(name) and each.text.startswith("©") for each in lines) or name in _first_words(lines):
            return name
    return None


def _first_words(lines):
    return {part for each in lines[:3] if each.kind is None and not each.prose for part in _parts(each.text)[:1]}


def _says(each, name):
    """Does the line begin with the name and go on about it, or end with it as with a signature of the site?"""
    if each.kind in ITEMS or each.kind in CREDITS and not each.text.startswith(("©", "®")):
        return False
    inner = re.escape(name)
    return bool(re.match(rf"(?:[©®]\s*)?{inner}\s*(?:[.,:;|](?:\s|$)|\s[–—-]\s)", each.text)
                or re.match(rf"[©®]\s*{inner}$", each.text)
                or each.kind in (None, "footer") and not each.prose and re.search(rf"(?:\b(?:của|thuộc|về)|[-–—|©®.])\s+{inner}(?!\w)", each.text))


def _alone(lines):
    """A line at the top or the foot that calls itself a newspaper, a magazine, a portal ... by name."""
    for each in lines[-3:] + lines[:2]:
        if each.kind in (None, "footer") and not each.prose:
            name = next(iter(_parts(each.text)), "")
            rest = _kinds().sub("", name)
            if _name(name) and rest != name and len(key_of(name).split()) >= 3 and _title_case(rest):
                return name
    return None


def _parts(text):
    return [part.strip() for part in PARTS.split(text) if part and part.strip()]


def _trim(name):
    return name.strip(" \t.,;:|–—-\"“”'")


def _name(text):
    """May these words be a site's name: short, with a capital, and more than "Báo điện tử"?"""
    bare = key_of(_kinds().sub("", re.sub(r"\([^()]*\)$", "", text)))
    if not bare or len(bare.split()) > LONGEST or bare in _no_names() or not any(sign.isupper() for sign in text):
        return False
    return not re.search(r"[?!]|\d{3,}|\d[/.]\d", text) and not _other().search(text)


def _title_case(text):
    words = re.findall(r"[^\W\d_]+", re.sub(r"\([^()]*\)", "", text))
    return bool(words) and sum(word[:1].isupper() for word in words) >= 0.75 * len(words)


def _said(key):
    return rules.load("pages")["site"][key]


def _any(phrases):
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))


@lru_cache(maxsize=16)
def _compiled(pattern):
    return re.compile(pattern, re.I)


def _kinds():
    """What a site is: "Báo điện tử", "Tạp chí" ... at the beginning of its name, "điện tử" or "Online" at its end."""
    return _compiled(rf"^(?:(?:{_any(_said('kinds'))})(?!\w)\s*)+|\s+(?:{_any(_said('kinds_after'))})(?=\s*(?:\(|$))")


def _notice():
    """"© 1997-2025. Toàn bộ bản quyền thuộc X", "Bản quyền thuộc về X", "Copyright 2025 X": a year or the wording."""
    year = r"(?:\d{4}(?:\s*[-–]\s*\d{4})?)"
    head = rf"(?:.{{0,60}}?\b(?:{_any(_said('owned'))})|(?:©|®|\(c\))?\s*copyrights?\b\W*{year}?(?:\s+by\b)?|(?:©|®|\(c\))\s*{year})"
    return _compiled(rf"{head}[\s.,:]*[\"“]?(?P<name>[^.,;:|©\"”]{{2,70}}?){AFTER}")


def _follow():
    return _compiled(rf"(?:{_any(_said('follow'))})\s+(?P<name>[^,;:|]{{2,60}}?)\s+(?:{_any(_said('places'))})")


def _sign():
    """"© X" in the foot of a web page, or where the line speaks of rights."""
    return _compiled(rf"[©®]\s*(?P<name>[^.,;:|©\"”/]{{2,60}}?){AFTER}")


def _rights():
    return _compiled(rf"(?:{_any(_said('rights'))})(?!\w)")


def _other():
    """Whoever made the page or takes its advertisements is not the outlet."""
    return _compiled(rf"\b(?:{_any(_said('makers'))})\b")


def _no_names():
    return frozenset(map(key_of, _said("no_names")))
