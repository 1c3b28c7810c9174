"""The looks and verdicts of a page's lines come in; date, section, author and credited source go out.

Each field is None rather than guessed. Dates of teasers and inside sentences are never the publication date.
"""

import re
from dataclasses import dataclass, field

from analysis import credits, edges, imprints, posts, sections, signatures, told_times
from analysis.above_titles import without_others
from analysis.lines import Look, look
from analysis.saved_marks import REFERENCE
from analysis.signatures import CONTENT
from analysis.vocabulary import key_of, vocabulary


@dataclass(frozen=True)
class Found:
    """The fields read, the verdicts they change ({line number: kind}) and whether the head of the page shows a date."""

    fields: dict
    verdicts: dict = field(default_factory=dict)
    dated: bool = False


def read(
    looks: list[Look],
    verdicts: dict,
    title: int | None,
    metadata: dict,
    site: str | None = None,
    names: frozenset = frozenset(),
) -> Found:
    """All fields of one page. `verdicts` is {line number: kind}; `metadata` is what the file itself carries.

    `site` is the name that the page gives itself, `names` are the keys of all names its outlet goes by.
    """
    looks = [_plain(each) for each in looks]
    content = [each.number for each in looks if verdicts[each.number] in CONTENT]
    content = [number for number in content if number > (title or 0)] or content
    first, last = (content[0], content[-1]) if content else (len(looks) + 1, len(looks))
    top = looks[: _body_start(looks, content, first) - 1]
    head = without_others(top, title)
    foot = edges.foot_of(looks, last)
    dated = imprints.published(head, title) or imprints.behind_title(looks, title)
    published, updated = dated or imprints.published(edges.near(foot), last) or (None, None)
    author, author_line = signatures.author(looks, verdicts, head, foot, title, last)
    told, outlet = credits.told_by(head, title)
    inner = looks[author_line : author_line + 3] if author_line and author_line > len(head) else []
    heading = looks[title - 1].text if title else None
    beside = outlet or credits.outlet_beside(edges.below_title(head, title), site)
    named = _names(head, title, author_line)
    path = sections.path(looks, head, title, foot, site, named, names)
    if path is None and head is not top:
        path = sections.path(looks, top, title, foot, site, named, names)
    post = posts.stamp(looks)
    names |= _opening(looks, content)
    fields = {
        "published": told_times.iso(metadata.get("published")) or _marked(published, metadata.get("times") or []),
        "updated": told_times.iso(metadata.get("updated")) or updated,
        "section": _sections(metadata, None if post else path),
        "author": metadata.get("author") or (posts.writer(looks, post) if post else author or told),
        "source": credits.source(foot, head, inner, author_line, beside, names),
        "source_url": credits.address(foot, head) or credits.own_address(looks, heading),
    }
    signed = {each.number: "date" for each in edges.near(foot) if each.kind is None and imprints.read(each)}
    return Found(fields, signed | ({author_line: "author"} if author_line else {}), dated is not None)


def _opening(looks, content):
    """The key of the outlet's name in brackets or before a dash with which the text opens: "(Ngày Nay) - ..."."""
    text = next((looks[number - 1].text for number in content), "")
    found = OPENED.match(text)
    key = key_of(found[1] or found[2]) if found else ""
    return frozenset({key} - vocabulary().agency - {""})


OPENED = re.compile(r"\(([^()]{2,30})\)\s?[-–—]\s|([^\W\d_][\w.]*(?: [\w.]+){0,2}) [-–—]\s")


def _marked(printed, times):
    """The printed time as the page's markup has it: on the same day, and at the same minute if that is printed."""
    return next((time for time in times if printed and time.startswith(printed[:16])), printed)


def _plain(each):
    """The look of a line without the numbers that text browsers put before links ("[16]Tên Người") and the signs."""
    bare = each.text
    bare = REFERENCE.sub("", bare) if "[" in bare or "(" in bare else bare
    bare = ICON.sub("", bare) if "_" in bare else bare
    bare = bare if bare[:1].isalnum() else SIGN.sub("", bare)
    bare = bare[1:] if bare.startswith("#") and each.key in vocabulary().sections else bare
    return each if bare == each.text else look(each.number, bare, each.hint)


SIGN = re.compile("^[👤👥🧑👨👩✍🖊🖋✒📝🕐🕒🕓⏰⏱⌚🗓📅📆📁📂🗂🏷👁]\ufe0f?\\s*")  # before a name, a time, a section
ICON = re.compile(r"(?<!\S)[a-z]+(?:_[a-z]+)+\s+(?=\S)")  # the name of a sign that a font draws: "arrow_back"


def _sections(metadata, printed):
    """The section that the file names, or the printed path if that ends with it or the file names none."""
    told = metadata.get("section")
    if metadata.get("path"):
        return metadata["path"]
    return printed if told is None or printed and f" {key_of(told)} " in f" {key_of(printed)} " else told


def _names(head, title, author_line):
    """The numbers of the lines around the title that name a person, and no section."""
    return {author_line} | {
        number for _, number in signatures.bylines(edges.around_title(head, title), {each.number: "" for each in head})
    }


def _body_start(looks, content, first):
    """The second paragraph's line if date or byline stand below the lede, else the first one's."""
    second = next((number for number in content[1:] if looks[number - 1].prose), None)
    parted = second and any(each.kind == "date" or imprints.read(each) for each in looks[first:second])
    return second if parted and second - first <= 14 else first


CYRILLIC = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
VIETNAMESE = frozenset("ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
ENGLISH = frozenset("the of and to in is for with on that by from was are".split())


def language(text: str) -> str | None:
    """ "vi", "ru", "en" by the letters and the commonest English words; None for too little text."""
    text = text[:20_000].lower()
    signs = set(text)  # some eighty: to count each takes less time than to look at every letter
    letters = len(text) - sum(text.count(sign) for sign in signs if not sign.isalpha())
    if letters < 20:
        return None
    if sum(map(text.count, CYRILLIC & signs)) > 0.4 * letters:
        return "ru"
    if sum(map(text.count, VIETNAMESE & signs)) > 0.06 * letters:
        return "vi"
    words = key_of(text).split()
    return "en" if sum(word in ENGLISH for word in words) > 0.08 * len(text.split()) else None
