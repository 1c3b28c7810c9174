"""The lines kept of a page come in; those that only say again what the article says goes out.

A summary or a table of contents above the text, a pull quote beside it and the name below the quote.
"""

import re
from collections import Counter

from analysis import overlap, short_lines
from analysis.authors import author_of
from analysis.lines import BULLET, Look, above, below

SUMMED_UP = frozenset(
    "tóm tắt|tóm tắt nhanh|tóm tắt bài viết|xem nhanh|đọc nhanh|điểm chính"
    "|các điểm chính|điểm nhấn|điểm tin chính|ý chính"
    "|những ý chính|nội dung|nội dung chính|nội dung bài viết|mục lục|trong bài|trong bài này|trong bài viết|tin chính"
    "|key points|in this article|highlights".split("|")
)
OPENS_SUMMARY = ("tóm tắt ", "điểm chính ", "điểm tin ")
ABOVE_TEXT = 3  # paragraphs; a summary stands above the fourth
MOST_POINTS = 12
LONG_QUOTE = 9  # words; a sub-head so long is not found word for word right above or below itself
FEWEST_QUOTED = 6  # words; no sub-head of the dev pages with as many is a clause of the text


def repeated(kept: list[Look], looks: list[Look]) -> set[int]:
    """The line numbers in `kept` that say again what other kept lines say; `looks` are all lines of the page."""
    found = summaries(kept, looks) | chapters(looks) & {each.number for each in kept}
    rest = [each for each in kept if each.number not in found]
    whole, said = "\n".join(each.key for each in rest), set()
    found |= _told_first(rest, looks)
    rest = [each for each in rest if each.number not in found]
    for each in rest:
        if each.words < 5 or any(_announced(each, lede) for lede in rest[:2]):
            continue
        if each.key in said or whole.count(each.key) > 1 and not _lede(each, rest) and pulled(each, rest):
            found.add(each.number)
        said.add(each.key)
    return found | attributions(rest, found, looks)


def _lede(each, kept):
    """Is it the article's first paragraph, in words of a later one? Right above what it begins it is an excerpt."""
    return each is kept[0] and each.prose and len(kept) > 2 and not kept[1].key.startswith(each.key)


FEWEST_ANNOUNCED = 2  # semicolons


def _announced(each, lede):
    """Is it the head of an item that a first paragraph counts up: "Chợ đổi giờ; Cầu thông xe; ... là tin chính"?"""
    return not each.prose and lede.text.count(";") >= FEWEST_ANNOUNCED and each.key in lede.key


RETOLD = 0.7  # share of word pairs
LONELY = 5  # lines between a lede told above the page's head and what is kept next
FEWEST_BETWEEN = 3  # of them, pictures aside, if the text takes it up only behind its first paragraph


def _told_first(kept, looks):
    """A first paragraph that stands far above the text and again at its head: the number of the first."""
    first = kept[0] if len(kept) > 2 and kept[0].prose else None
    if first is None or kept[1].number - first.number <= LONELY or not any(_same(first, each) for each in kept[1:4]):
        return set()
    between = sum(each.kind not in PICTURES for each in looks[first.number : kept[1].number - 1])
    return {first.number} if between >= FEWEST_BETWEEN or _same(first, kept[1]) else set()


PICTURES = frozenset({"blank", "caption", "credit", "placeholder"})


def _same(first, each):
    """Are they the same, or the one a shortened form of the other, as a page's description is?"""
    return each.key == first.key or each.prose and overlap.pairs(first, overlap.joined([each])) >= RETOLD


def summaries(kept: list[Look], looks: list[Look]) -> set[int]:
    """The points of a summary or a table of contents above the text, and what names it."""
    numbers, found, paragraphs = {each.number for each in kept}, set(), 0
    told = Counter(each.key for each in kept)
    for place, each in enumerate(looks):
        paragraphs += each.running
        if paragraphs > ABOVE_TEXT:
            break
        if each.key in SUMMED_UP or each.words <= 7 and not each.prose and each.key.startswith(OPENS_SUMMARY):
            points = _points(looks, place, told)
            if points and (each.key in SUMMED_UP or _figures_again(points, looks)):
                found.update([each.number, *points])
    return found & numbers


def _figures_again(points, looks):
    """Does the page tell a figure of the points again? "Điểm chính của hợp đồng" may head a list found nowhere else."""
    figures = {word for number in points for word in looks[number - 1].key.split() if word.isdigit()}
    rest = overlap.joined(each for each in looks if each.number not in points and each.prose)
    return not figures or any(rest.has(figure) for figure in figures)


def _points(looks, place, told):
    """The numbers of the lines of a list right below `place`: bulleted, numbered, or short and told again below."""
    found, keys = [], set()
    for each in looks[place + 1 : place + 1 + 2 * MOST_POINTS]:
        if each.kind == "blank":
            continue
        again = not each.prose and told[each.key] > 1
        if each.key in keys:  # the first sub-head of the text
            break
        keys.add(each.key)
        if not (BULLET.match(each.text) or again or each.kind in ("control", "notice")) or each.words > 45:
            break
        found.append(each.number)
    return found


def pulled(each: Look, kept: list[Look]) -> bool:
    """Is it a pull quote? A sub-head may use the words of a later sentence too, but is no sentence itself."""
    place = kept.index(each)
    beside = kept[max(0, place - 1) : place] + kept[place + 1 : place + 2]
    if any(re.search(rf"(?:^|[.!?…,;:“\"] ?){re.escape(each.text)}[.!?…]", other.text) for other in beside):
        return True
    if not each.prose and each.words >= FEWEST_QUOTED and _clause(each, kept):
        return True
    quoted = each.text.startswith(("“", '"', "«", "'")) or each.text[:1].islower() and each.words >= FEWEST_QUOTED
    other = kept if each.prose or quoted else beside if each.words >= LONG_QUOTE else []
    return any(each is not longer and each.key in longer.key and len(longer.key) > len(each.key) for longer in other)


def _clause(each, kept):
    """Does a paragraph hold the line word for word, between two punctuation marks?"""
    bare = re.escape(each.text.strip(" .!?…\"“”'«»"))
    clause = re.compile(rf"(?:^|[.!?…,;:“\"«(–-] ?){bare}[.!?…,;:”\"»)]", re.I)
    return any(other.prose and each.key in other.key and clause.search(other.text) for other in kept)


CHAPTER = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\s+[^\W\d_].{2,60}")
FIRST = re.compile(r"0{1,2}:\d{2}")  # a video's first part begins within its first minute


def chapters(looks: list[Look]) -> set[int]:
    """The parts of a video, each with its time ("02:55 Ga Plavsk"), two in a row at least, and the line above them."""
    seen, found = [each for each in looks if each.kind != "blank"], set()
    if not any(FIRST.match(each.text) and CHAPTER.fullmatch(each.text) for each in seen):
        return found
    for before, each, after in zip([None, *seen], seen, seen[1:], strict=False):
        if each.prose or after.prose or not (CHAPTER.fullmatch(each.text) and CHAPTER.fullmatch(after.text)):
            continue
        found.update((each.number, after.number))
        if before is not None and not before.prose and before.words <= 6 and before.kind is None:
            found.add(before.number)
    return found


DASHED = re.compile(r"[—–-]\s?")
QUOTE = re.compile(r"[“\"«][^“”\"«»]+[”\"»]\.?")


def attributions(kept: list[Look], quotes: set[int], looks: list[Look]) -> set[int]:
    """The names right below quotes that repeat the text, with the line above a name if that is a short one too."""
    found, numbers = set(), {each.number for each in kept}
    for each in kept:
        if not each.prose and (each.text[:1] in "❝❞" or _signed(each, looks)):
            found.add(each.number)
        if each.prose or each.kind == "row" or each.words > 12 or not signs(each):
            continue
        before = above(looks, each) or each
        if before.number in quotes or before.text[:1] in '“"«':
            found.add(each.number)
        elif before.number == each.number - 1 and before.number in numbers and not before.prose and before.words >= 4:
            found.update((before.number, each.number))
    return found


def _signed(each, looks):
    """Is it a quotation with its speaker behind a dash on the next line?"""
    after = below(looks, each, 3)
    dashed = after is not None and not after.prose and DASHED.match(after.text) and signs(after)
    return bool(dashed) and QUOTE.fullmatch(each.text) is not None


def speaks(content: list[Look], position: int) -> bool:
    """Is it a name behind a dash, right below a paragraph in quotation marks: who said that?"""
    above = content[position - 1] if position else None
    said = above is not None and above.running and above.text[:1] in '“"«' and above.text.rstrip(".")[-1:] in '”"»'
    return said and DASHED.match(content[position].text) is not None


def signs(each: Look) -> bool:
    """Is the line a person's name, with a title or what the person does behind a comma?"""
    text = DASHED.sub("", each.text)
    if ":" in text:
        return False
    if author_of(text) is not None:
        return True
    return short_lines.NAMED.match(text) is not None and not text.endswith("?")
