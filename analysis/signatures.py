"""The looks and verdicts of a page come in; who signed the article, and on which line, goes out."""

import re

from analysis import imprints
from analysis.authors import NO_NAME, author_of, labelled, person
from analysis.edges import (
    FREE,
    above_title,
    around_title,
    below_title,
    credited_person,
    is_headline,
    is_tag,
    names_both,
)
from analysis.letters import is_syllable
from analysis.line_kinds import ABOUT_AUTHOR, AGO
from analysis.lines import Look
from analysis.vocabulary import UPPER, key_of, vocabulary

CONTENT = ("body", "item", "subhead")


def author(looks: list[Look], verdicts: dict, head: list[Look], foot: list[Look], title: int | None, last: int):
    """(author, the number of the line that names them or None). What stands below the text goes before the head."""
    prose = [each for each in looks if each.prose and verdicts[each.number] in CONTENT]
    told = " ".join(each.key for each in prose if not (each.number > last - REACH_UP and _office(each)))
    credits = " ".join(each.key for each in looks if each.kind in ("caption", "credit"))
    printed = [each for each in foot if each.kind != "blank"]
    if (short := _short(printed, last)) is not None and not _is_keyword(short.text, looks, verdicts):
        return short.text, short.number
    ends = [
        each for each in looks[max(0, last - REACH_UP) : last] if verdicts[each.number] == "subhead" or _office(each)
    ]
    below = [
        (name, number)
        for name, number in bylines(ends + _below_lede(looks, verdicts) + _signing(printed, head), verdicts)
        if labelled(looks[number - 1].text) or not _told_of(name, told, credits)
    ]
    below = _under_label(looks, last) + below
    above = bylines(_boxed(looks, last) + around_title(head, title), verdicts)
    above = [pair for pair in above if not (_in_office(*pair, looks) and _told_of(pair[0], told, credits))]
    named = [pair for pair in below + above if not _said_by(pair[1], looks, title)] or _inside(looks, head, last)
    named = named or ([] if title else _over_text(head))
    if named:
        whole = [other for other in named if other[0].casefold().endswith(" " + named[0][0].casefold())]
        return (whole or named)[0][0], named[0][1]
    around = below_title(head, title)
    below = looks[last : last + REACH]
    return _beside(around + above_title(head, title)[-2:], foot) or _in_capitals(around, below), None


def _under_label(looks, last):
    """The name below a label that stands alone under the text ("Tin, ảnh:"), and its line."""
    lines = [each for each in looks[last : last + REACH] if each.kind != "blank"]
    both = zip(lines, lines[1:], strict=False)
    found = ((labelled(f"{label.text} {each.text}"), each) for label, each in both if SIGNED.fullmatch(label.text))
    return [(name, each.number) for name, each in found if name and author_of(each.text)][:1]


def _in_capitals(around, below):
    """The pen name in capitals below the title that comes back below the text: "MỘC MIÊN" ... "MỘC MIÊN - LÊ MẪU"."""
    names = [each.text for each in around if each.kind is None and each.text.isupper() and person(each.text.title())]
    signed = [each.text for each in below if each.words <= LONGEST_SIGNED and each.text.isupper()]
    return next((text for text in signed for name in names if text == name or text.startswith(f"{name} - ")), None)


LONGEST_SIGNED = 10  # words
LONGEST_LETTERS = 3  # of a writer's initials
REACH_UP = 3  # lines at the end of the text that may be its signature
REACH = 12  # lines below the text in which its signature may stand, behind a box of another article


def _beside(around, foot):
    """The name on the line of the date, or behind its label on a line of counters ("Lượt xem: 96 | Tác giả: ...")."""
    dated = (found.name for each in around + foot if (found := imprints.read(each)) and found.name)
    cells = (cell for each in around if each.words <= 20 for cell in re.split(r"\s*[|•·]\s*", each.text)[1:])
    return next(dated, None) or next((name for cell in cells if SIGNED.match(cell) and (name := labelled(cell))), None)


def _in_office(name, number, looks):
    """Does the person's post stand behind the name, as it does below a picture or a saying too?"""
    return re.match(r"\s*[,–-]\s", looks[number - 1].text.removeprefix(name)) is not None


def _over_text(head):
    """A labelled byline right above the text of a page that was copied without its title."""
    near = [each for each in head if each.kind not in ("blank", "date")][-REACH_UP:]
    return [(name, each.number) for each in near if each.kind == "author" and (name := labelled(each.text))]


def _said_by(number, looks, title):
    """Does a saying in quotation marks, other than the title, stand right above? Then the name is the speaker's."""
    before = next((each for each in reversed(looks[: number - 1]) if each.kind != "blank"), None)
    return before is not None and before.number != title and SAYING.fullmatch(before.text) is not None


SAYING = re.compile(r"[“\"«‘][^“”\"«»]{20,}[”\"»’][.…]?")


def _office(each):
    """Is it a byline with the writer's post in brackets, which is as long as a sentence?"""
    return each.text.endswith(")") and each.kind is None and each.words <= 16 and author_of(each.text) is not None


def bylines(lines: list[Look], verdicts: dict) -> list[tuple[str, int]]:
    """[(name, line number)] of the lines that are bylines."""
    free = [each for each in lines if verdicts[each.number] != "title" and (each.kind in FREE or names_both(each))]
    return [(name, each.number) for each in free if (name := author_of(each.text) or credited_person(each))]


def _short(printed, last):
    """The first line below the text if it is one short word or a few letters, as reporters sign ("HM")."""
    first = printed[0] if printed and printed[0].number - last <= 2 and not is_tag(printed, 0) else None
    signs = first is not None and first.kind is None and re.fullmatch(rf"[{UPPER}]\w{{1,7}}", first.text)
    if not signs or OUTLET.fullmatch(first.text):
        return None
    return first if first.key not in NO_NAME | vocabulary().agency else None


# The first letters of a paper's name, or of one that ends with "Online"; reporters sign with fewer.
OUTLET = re.compile(r"[BCDĐGHJKLMNPQRSTVWXZ]{5,}|[BCDĐGHJKLMNPQRSTVWXZ]{3,}O")


def _signing(printed, head):
    """The lines below the text that may sign it: no keywords, and nothing below an address or with a date under it."""
    printed = [each for each in printed if not each.text.startswith("#")]
    days = {stamp.iso[:10] for each in head for stamp in each.dates}
    others = {
        each.number for each, under in zip(printed, printed[1:], strict=False) if _of_other_time(each, under, days)
    }
    printed = [each for each in printed if each.number not in others]
    stop = next((place for place, each in enumerate(printed) if each.kind in ("url", "tags")), len(printed))
    parted = next((place for place, each in enumerate(printed) if is_headline(each)), len(printed))
    said = [each for each in printed[stop:] if SIGNED.match(each.text)]
    return said + [
        each
        for place, each in enumerate(printed[:stop])
        if not is_tag(printed, place)
        and not (place > parted and any(other.kind in ("date", "clock") for other in printed[place + 1 : place + 2]))
    ]


def _of_other_time(each, under, days):
    """Has the line an age under it, as a comment's writer has, or a day that the page's head does not show?

    >>> from analysis.lines import look
    >>> name, ago, day = (look(number, text) for number, text in enumerate(("Vi Mẫu", "2 ngày trước", "09/05/2025"), 1))
    >>> [_of_other_time(name, under, {"2025-05-12"}) for under in (ago, day)], _of_other_time(name, day, {"2025-05-09"})
    ([True, True], False)
    """
    if SIGNED.match(each.text):
        return False
    if under.words <= 5 and AGO.search(under.text):
        return True
    dated = imprints.read(under) if days and under.dates else None
    return bool(dated and dated.fresh and not dated.outlet and not days & {iso[:10] for iso in dated.fresh})


def _told_of(name, told, credits):
    """Does the article speak of this person, and no photo credit does? Then the name is a keyword, no byline."""
    key = key_of(name)
    return f" {key} " in f" {told} " and key not in credits


def _is_keyword(word, looks, verdicts):
    """Does the article have this word, written so? "LNG" below a piece on gas is a keyword, "HM" who wrote it.

    So is a name from abroad in capitals of which the article speaks: "KALUGA".
    """
    foreign = word.isupper() and len(word) > LONGEST_LETTERS and not is_syllable(word)
    word = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.I if foreign else 0)
    return any(word.search(each.text) for each in looks if each.prose and verdicts[each.number] in CONTENT)


def _inside(looks, head, last):
    """A labelled byline further up, where what stands below the text was taken for text."""
    lines = [each for each in looks[len(head) + 1 : last] if each.kind in FREE or names_both(each)]
    return [(name, each.number) for each in lines if SIGNED.match(each.text) and (name := labelled(each.text))]


SIGNED = re.compile(r"(?:tin|bài|bài viết|tác giả|thực hiện)(?:[ ,&/và-]+(?:ảnh|bài|hình|video|clip))*\s*:", re.I)


def _boxed(looks, last):
    """The line below "Về tác giả", or a byline that looks like such a box."""
    below = [each for each in looks[last : last + 30] if each.kind != "blank"]
    boxes = [place for place, each in enumerate(below) if each.words <= 5 and ABOUT_AUTHOR.match(each.text)]
    named = [each for each in below if each.kind == "footer" and labelled(each.text)]
    return named + [below[place + 1] for place in boxes if place + 1 < len(below)]


def _below_lede(looks, verdicts):
    """Short lines between the first two paragraphs, where some outlets print the byline."""
    content = [each for each in looks if verdicts[each.number] in CONTENT]
    between = looks[content[0].number : content[1].number] if len(content) > 1 else []
    names = [each for each in between if each.kind == "author" or each.kind is None and author_of(each.text)]
    return [each for each in content[1:3] if not each.prose][:1] + names
