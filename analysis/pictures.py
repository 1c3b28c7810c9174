"""The looks of a page's lines come in; which of them are captions by where they stand goes out.

Beside a photo credit, below a picture's place or number, or in an album at the end. analysis.captions asks how a line
is worded.
"""

import re
from dataclasses import replace

from analysis import captions
from analysis.line_kinds import kind_of
from analysis.lines import BULLET, Look, above, below, ends_sentence
from analysis.unclosed import reads_on, takes_up
from analysis.vocabulary import INNER_END

PICTURE = re.compile(
    r"(?:ảnh|hình|hinh|anh|hình ảnh|image|img|photo|figure)(?: \d+)?|phóng to|xem ảnh(?: lớn)?|ảnh lớn|zoom|play video"
    r"|previous next|leftcenterrightdel|[\w ]+ (?:jpe?g|png|webp|gif)"
)


ALBUM = re.compile(r"(?:dưới đây là |sau đây là )?(?:một số|một vài|những|chùm|các) (?:hình )?ảnh\b")
MOVING = re.compile(r"(?:video|clip|podcast|audio)\b", re.I)  # a sentence above it is text: "Video: Phố đêm ..."
LONGEST_SHOWN = 32  # words; as analysis.captions.LONGEST
LONGEST_OPEN = 60  # words of a line without a full stop above a photo credit
FEWEST_TOLD, SHORTEST_TOLD = 3, 15  # captions of a photo story, and the words of each
LONGEST_NAME = 8  # words of a picture's name above its caption
LONGEST_BETWEEN = 14  # words of a sentence between two captions
FEWEST_SHOWN = 5  # words; none of 47 captions of the dev pages has so few, 18 of 46 sub-heads have
NUMBERED_PICTURE = re.compile(r"(?:ảnh |hình )?\d{1,2}\s?/\s?\d{1,2}", re.I)


def picture(each: Look) -> bool:
    """Does the line stand for a picture? A row of stars or dashes parts sections instead."""
    if each.kind == "printed":
        return False
    if each.kind == "placeholder":
        return not re.fullmatch(r"[#*_=~\s–—-]+", each.text)
    return each.words <= 4 and bool(PICTURE.fullmatch(each.key) or re.fullmatch(r"\d{1,2}\s?/\s?\d{1,2}", each.text))


def credited(looks: list[Look]) -> list[Look]:
    """The looks, with the lines above photo credits that stand alone and those of some length below the place of a
    picture as captions, but for those above the text."""
    first = next((each.number for each in looks if each.prose), len(looks))
    below = {number for number in _below(looks) if looks[number - 1].words > LONGEST_NAME}
    kinds = {number: "caption" for number in _above_credit(looks) | below if number > first}
    kinds |= {number - 1: "placeholder" for number in below if number > first}
    return [replace(each, kind=kinds[each.number]) if each.number in kinds else each for each in looks]


FEWEST_BUTTONS = 3  # of a player, its times among them


def played(looks: list[Look]) -> list[Look]:
    """The looks, with the line right below the buttons of a player, its times among them, as the video's caption.

    >>> from analysis.lines import look
    >>> page = ["Play", "00:00", "01:48", "Mute", "Tàu hàng rời bến sông (Kênh Mẫu)", "Tàu rời bến lúc sáu giờ."]
    >>> [each.kind for each in played([look(number, text) for number, text in enumerate(page, 1)])]
    ['control', 'clock', 'clock', 'control', 'caption', None]
    """
    if [each.kind for each in looks].count("clock") < 2:
        return looks
    found, buttons, clocks = {}, 0, 0
    for each in looks:
        quality = buttons and each.text in ("HD", "SD", "4K")
        if quality or each.kind in ("control", "clock", "blank"):
            found |= {each.number: "control"} if quality else {}
            buttons, clocks = buttons + (each.kind != "blank"), clocks + (each.kind == "clock")
            continue
        shown = each.kind is None and not each.prose and each.words > FEWEST_SHOWN
        if shown and buttons > FEWEST_BUTTONS and clocks > 1:
            found[each.number] = "caption"
        buttons = clocks = 0
    return [replace(each, kind=found[each.number]) if each.number in found else each for each in looks]


def celled(looks: list[Look]) -> list[Look]:
    """The looks, with the lines that are tables of one cell as what such tables hold beside free paragraphs.

    Above the first paragraph that is a teaser, below a picture or between paragraphs a caption; a longer text in a cell
    is a box of the article.

    >>> from analysis.lines import look
    >>> page = ["Hồ sen đã được dọn sạch. |", "Sáng nay phường mở hội làng.", "Hội có chợ quê và đu tiên."]
    >>> [each.kind for each in celled([look(number, text) for number, text in enumerate(page, 1)])]
    ['listed', None, None]
    """
    cells = [each for each in looks if each.hint == "cell" and each.kind in (None, "row")]
    free = [each for each in looks if each.prose and each.hint != "cell"] if cells else []
    if not cells or sum(each.words for each in free) <= sum(each.words for each in cells):
        return looks
    kinds = {each.number: _celled(looks, each, free[0].number, free[-1].number) for each in cells}
    return [replace(each, kind=kinds[each.number]) if each.number in kinds else each for each in looks]


def _celled(looks, each, first, last):
    """What one cell of its own holds, in a page whose free paragraphs stand on the lines from `first` to `last`."""
    before = above(looks, each)
    pictured = before is not None and picture(before)
    longest = LONGEST_OPEN if pictured else LONGEST_SHOWN
    shown = 4 <= each.words <= longest and not INNER_END.search(each.text)
    if shown and (pictured or first < each.number < last):
        return "caption"
    other = each.sentence or each.words >= HEADLINE and _below_headline(looks, each)
    return "listed" if each.number < first and other else each.kind


HEADLINE = 6  # words


def _below_headline(looks, each):
    """Does a line that may be the title, and no cell, stand above it?"""
    above = (other for other in looks[: each.number - 1] if other.kind is None and other.hint != "cell")
    return any(other.words >= HEADLINE for other in above)


def told(looks: list[Look]) -> list[Look]:
    """The looks, with the captions of a photo story as text: long ones, and hardly a paragraph beside them.

    >>> from analysis.lines import look
    >>> text = "Sáng sớm, người bán hoa đã chở hàng từ ngoại thành vào chợ trung tâm để kịp phiên đầu tuần."
    >>> [each.kind for each in told([look(number, text, "caption") for number in (1, 2, 3)])]
    [None, None, None]
    """
    long = [each for each in looks if each.hint == each.kind == "caption" and _tells(each)]
    others = {each.key for each in looks if each.prose and not each.hint}
    if len(long) < FEWEST_TOLD or len(long) < 2 * len(others):
        return looks
    numbers = {each.number for each in long}
    return [replace(each, kind=None, hint="") if each.number in numbers else each for each in looks]


def _tells(each):
    """Is it a sentence of some length, or several, without a photo credit?"""
    bare = kind_of(each.text, each.key, each.words, each.sentence, each.dates) is None
    return bare and each.sentence and each.words >= SHORTEST_TOLD


def captioned(looks: list[Look]) -> set[int]:
    """The line numbers of captions, told by the lines around them."""
    lines = [each for each in looks if each.kind != "blank"]
    return (
        _above_credit(looks)
        | _between_credits(looks)
        | _below(looks)
        | _below_owner(looks)
        | _counted(looks, lines)
        | _album(looks)
        | _again(looks)
        | _twice(looks)
        | _names(looks)
    )


def _above_credit(looks):
    """The lines right above a photo credit that stands alone; with a sign before the credit, it opens the caption."""
    return {
        before.number
        for before, after in zip(looks, looks[1:], strict=False)
        if after.kind == "credit"
        and not after.text.startswith(("©", "Nguồn hình ảnh", "Image source"))
        and before.kind is None
        and (open_end(before) or _one_sentence(before, after))
    }


def open_end(each: Look) -> bool:
    """Is it a line of some words without a full stop at its end, which no paragraph is?"""
    if not 4 <= each.words <= LONGEST_OPEN or ends_sentence(each.text):
        return False
    if not each.sentence:
        return True
    return not takes_up(each.text) and (INNER_END.search(each.text) is not None or reads_on(each.text, each.words))


def _one_sentence(each, credit):
    """Is it one sentence of no great length, in which nothing is said or measured?"""
    if not 4 <= each.words <= 35 or INNER_END.search(each.text):
        return False
    return not (each.prose and (captions.SAID.search(each.text) or MOVING.match(credit.text)))


def _twice(looks):
    """The sentences printed twice in a row, as a picture's words and its caption are; the lede may be so too."""
    lines = [each for each in looks if each.kind != "blank"]
    first = next((each.number for each in lines if each.prose), None)
    return {
        each.number
        for before, after in zip(lines, lines[1:], strict=False)
        if before.key == after.key and before.sentence and before.kind is None and before.words <= LONGEST_SHOWN
        for each in (before, after)
        if before.number != first
    }


def _between_credits(looks):
    """The lines between two photo credits, or the name of a picture's file and its credit."""
    seen = [each for each in looks if each.kind not in ("blank", "placeholder", "wrapped")]
    return {
        each.number
        for before, each, after in zip(seen, seen[1:], seen[2:], strict=False)
        if before.kind in ("credit", "slug")
        and after.kind == "credit"
        and each.kind is None
        and each.words <= LONGEST_SHOWN
        or before.kind == after.kind == "caption"
        and each.kind is None
        and _single(each)
    }


def _single(each):
    """Is it one short sentence that says nothing of what somebody said?"""
    plain = not INNER_END.search(each.text) and not captions.SAID.search(each.text)
    return each.sentence and 4 <= each.words <= LONGEST_BETWEEN and plain


def _below(looks):
    """The short lines below the place of a picture."""
    return {
        after.number
        for before, after in zip(looks, looks[1:], strict=False)
        if picture(before)
        and after.kind is None
        and after.words <= 25
        and ". " not in after.text
        and not after.hint
        and BULLET.match(after.text) is None
        and _then_text(looks, after)
    }


def _below_owner(looks):
    """The short lines right below "© ...", the two parted from the text by blank lines."""
    rows = zip(looks, looks[1:], looks[2:], looks[3:], strict=False)
    return {
        shown.number
        for before, owner, shown, after in rows
        if before.kind == after.kind == "blank"
        and owner.kind == "credit"
        and owner.text.startswith("©")
        and shown.kind is None
        and shown.words <= LONGEST_SHOWN
        and not INNER_END.search(shown.text)
    }


def _again(looks):
    """The lines that repeat the words behind a glued photo credit."""
    glued = [each.text for each in looks if each.kind == "caption"]
    return {
        each.number
        for each in looks
        if each.kind is None
        and each.words >= 4
        and any(text != each.text and text.endswith(each.text) for text in glued)
    }


def _names(looks):
    """The names of pictures: short lines stuck to the caption below, the two parted from the text by blank lines."""
    rows = zip(looks, looks[1:], looks[2:], looks[3:], strict=False)
    return {
        name.number
        for before, name, caption, after in rows
        if before.kind == after.kind == "blank" and caption.kind == "caption" and _short(name)
    }


def _short(each):
    return each.kind is None and not each.prose and each.words <= LONGEST_NAME


def _album(looks):
    """The short sentences below "Một số hình ảnh ...:", down to a longer text or the end of the pictures."""
    found, inside = set(), False
    for each in looks:
        if ALBUM.match(each.key) and each.words <= 20:
            inside = True
        elif inside and each.kind is None and each.words <= LONGEST_SHOWN and not INNER_END.search(each.text):
            found.add(each.number)
        elif each.kind not in ("blank", "placeholder", "caption", "credit", "wrapped"):
            inside = False
    return found


def _counted(looks, lines):
    """The lines right below the picture numbers ("3/7", or 1, 2, 3 ...) of a story that has paragraphs besides."""
    numbers = [place for place, each in enumerate(lines) if NUMBERED_PICTURE.fullmatch(each.text)]
    bare = [place for place, each in enumerate(lines) if re.fullmatch(r"\d{1,2}", each.text)]
    count = [place for rank, place in enumerate(bare, 1) if int(lines[place].text) == rank]
    alternate = all(after - before == 2 for before, after in zip(count, count[1:], strict=False))
    numbers += count if len(count) >= 4 and alternate else []
    under = {lines[place + 1].number for place in numbers if place + 1 < len(lines)}
    others = sum(each.running and each.number not in under for each in lines)
    return {number for number in under if looks[number - 1].kind is None} if len(numbers) >= 3 <= others else set()


def _then_text(looks, caption):
    """Does running text follow? In a photo story the line under each picture is the text."""
    after = below(looks, caption)
    if caption.words <= FEWEST_SHOWN and not caption.sentence and after is not None and after.running:
        return False  # a sub-head under a picture
    return after is not None and (after.prose or after.kind is None) or caption.words <= 12
