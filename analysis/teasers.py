"""The looks of a page's lines come in; which headlines and paragraphs present other articles goes out.

By their shape and order: lists of headlines and blurbs, boxes under the name of a block, what tells a headline again.
analysis.kinship asks what they speak of.
"""

import re
from collections import Counter

from analysis import kinship, overlap
from analysis.endings import closes, on_person, signs_off, stamped
from analysis.lines import BULLET, NUMBERED, Look, again
from analysis.short_lines import headline
from analysis.unclosed import refers_back, takes_up
from analysis.vocabulary import UPPER

LINKED = frozenset({"link", "listed", "doubled", "media"})

LONGEST_TEASER = 65  # words; 95 % of the seeds' teasers have fewer


def short(look: Look) -> bool:
    """Has the paragraph the size of a blurb: one sentence, or 45 words at most?"""
    return look.words <= 45 or not re.search(r"[.!?…][\"”]? \w", look.text)


def teaser_lists(seen: list[Look], title: str | None = None) -> set[int]:
    """The places in `seen` that lie in a list of teasers: headline, blurb, headline, blurb ... at least three times.

    Dates, section names and buttons between them do not matter. Sub-heads over single paragraphs alternate too, but are
    shorter (at most 8 words in the middle of a page's sub-heads) and their paragraphs are longer than blurbs.
    """
    places = [place for place, look in enumerate(seen) if look.kind not in kinship.LIGHT and look.key != title]
    found, start = set(), 0
    while start < len(places) - 3:
        stop = start
        while stop + 1 < len(places) and is_headline(seen, places[stop], 5) and seen[places[stop + 1]].prose:
            stop += 2
        first, last = _uniform(seen, places, start, stop)
        if last - first >= 4 and _is_list(seen, places, first, last, stop - start):
            found.update(places[first:last])
        start = max(stop, start + 1)
    return found


def _is_list(seen, places, start, stop, size):
    """Are these pairs of a headline and a paragraph, of `size` lines in a row, blurbs? Two only between long text."""
    heads, blurbs = (
        _middle(seen[places[place]].words for place in range(first, stop, 2)) for first in (start, start + 1)
    )
    if size == 4:
        beside = [seen[places[place]] for place in (start - 1, stop) if 0 <= place < len(places)]
        single = not any(seen[places[place]].running for place in range(start, stop))
        return heads >= 6 and single and len(beside) == 2 and all(look.running for look in beside)
    named = start > 0 and seen[places[start - 1]].kind == "header"
    if not named and sum(seen[places[place]].running for place in range(start + 1, stop, 2)) > 0.5 * (stop - start) / 2:
        return False  # sub-heads over long paragraphs, or full teasers: analysis.kinship tells them by their words
    return size >= 6 and heads >= 6 + 3 * (stop - start == size) and (named or blurbs <= 50)


def _uniform(seen, places, start, stop):
    """The range without the pairs of long paragraphs at its ends, if half of the others are blurbs at least."""
    running = [seen[places[place]].running for place in range(start + 1, stop, 2)]
    if not running or sum(running) > 0.5 * len(running):
        return start, stop
    while running and running[-1]:
        running.pop()
        stop -= 2
    while running and running[0]:
        running.pop(0)
        start += 2
    return start, stop


def _middle(sizes):
    sizes = sorted(sizes)
    return sizes[len(sizes) // 2] if sizes else 0


def beside(seen, position, step):
    """The next place in a direction that is no date, section name or button; an end of the page if there is none."""
    place = position + step
    while 0 <= place < len(seen) and seen[place].kind in kinship.LIGHT:
        place += step
    return place


def is_prose(seen, position):
    return position < len(seen) and seen[position].prose


def is_headline(seen, position, least=7):
    if not 0 <= position < len(seen) or seen[position].words < least:
        return False
    return headline(seen[position]) or seen[position].kind in LINKED and not seen[position].sentence


@again
def box_runs(seen: list[Look]) -> set[int]:
    """The places of paragraphs below the first block's name, byline or source that are blurbs, not the article again.

    Told by their words, against those of the paragraphs above: the rest of an article shares as many words with its
    beginning as the paragraphs of the beginning do with each other (quartiles .86, 1.04, 1.25 of that), blurbs fewer
    (.60, .75, .91). Blurbs are also mostly single short sentences; two long paragraphs are no blurbs, unless they share
    nothing at all.
    """
    top = _first_end(seen)
    if top is None:
        return _below_notice(seen)
    known = Counter(word for look in seen[:top] if look.prose for word in set(look.key.split()))
    usual = [_shared(look, known, 1) for look in seen[:top] if look.prose]
    usual = max(0.1, sum(usual) / len(usual))
    found = set()
    for run in (part for whole in _runs(seen, top) for part in _parts(seen, whole)):
        if takes_up(seen[run[0]].text) or seen[run[0] - 1].hint == "subhead":
            continue
        alike = sum(_shared(seen[place], known, 0) for place in run) / len(run) / usual
        single = _single([seen[place] for place in run])
        least = 0.45 if sum(seen[place].running for place in run) >= 2 or seen[run[0] - 1].prose else 0.7
        if alike < least or len(run) > 1 and alike < 1.0 and single >= 0.7 * len(run):
            found.update(run)
    return found


def _single(run):
    """How many are one short sentence, but for a line that opens a list with a colon and the items below it."""
    count, listed = 0, False
    for look in run:
        listed = look.text.endswith(":") or listed and BULLET.match(look.text) is not None
        count += not listed and look.words <= 45 and not re.search(r"[.!?…][\"”]?\s", look.text)
    return count


def _below_notice(seen):
    """The paragraphs below the first block's name in a page of one or two paragraphs above it, if all are short."""
    first = next((place for place, look in enumerate(seen) if look.prose), len(seen))
    names = (place for place in range(first, len(seen)) if seen[place].kind == "header")
    top = next((place for place in names if seen[place].key not in MEDIA_WORDS), len(seen))
    below = [place for place in range(top + 1, len(seen)) if seen[place].prose]
    blurbs = len(below) > 1 and not any(seen[place].running for place in below)
    return set(below) if blurbs and not closes(seen, top, set()) else set()


def _first_end(seen):
    """The first place behind three paragraphs that is a block's name or ends articles; None if there is none."""
    paragraphs = 0
    for place, look in enumerate(seen):
        paragraphs += look.prose
        if paragraphs >= 3 and (look.kind == "header" and look.key not in MEDIA_WORDS or signs_off(seen, place)):
            return place
    return None


def _runs(seen, top):
    """The stretches of paragraphs below `top`, as lists of places; dates and buttons between them do not part them."""
    runs, run = [], []
    for place in range(top + 1, len(seen) + 1):
        if place < len(seen) and seen[place].prose:
            run.append(place)
        elif place == len(seen) or seen[place].kind not in kinship.LIGHT:
            runs += [run] if run and not closes(seen, run[-1], set(), signs_off(seen, top)) else []
            run = []
    return runs


def _parts(seen, run):
    """The blurbs at the head of a run, and the rest of it from the first long paragraph on."""
    long = next((rank for rank, place in enumerate(run) if seen[place].running), 0)
    return [run[:long], run[long:]] if long else [run]


def _shared(look, known, own):
    words = look.key.split()
    return sum([known.get(word, 0) > own for word in words]) / max(1, len(words))


MEDIA_WORDS = frozenset(
    {"video", "ảnh", "clip", "audio", "podcast", "photo", "infographic", "infographics", "media", "đồ họa"}
)


def boxed(seen: list[Look], position: int) -> bool:
    """Is it among at most three items right under the name of a block of other articles?

    Under a repeated name only the first is; a longer stretch of text after the name is the article again. "Video" or
    "Ảnh" alone on a line is the place of a picture.
    """
    top = position
    while top > 0 and seen[top - 1].prose and position - top < 4:
        top -= 1
    if not top or seen[top - 1].kind != "header" or seen[top - 1].key in MEDIA_WORDS:
        return False
    stop = next((place for place in range(position, len(seen)) if not seen[place].prose), len(seen))
    once = sum(look.key == seen[top - 1].key for look in seen) == 1
    if top == position:
        return not (once and _text_again(seen[top:stop]))
    return stop - top <= 3 and once


SAME_TEXT = 0.5  # share of words and pairs; of two paragraphs so placed the blurb had .16


def _text_again(run):
    """Does the text go on here below the name of a block that was left empty: are long paragraphs on the same below?"""
    if sum(look.running for look in run) < 2:
        return False
    return overlap.about(run[0], overlap.joined(run[1:])) >= SAME_TEXT


OWN_BLURB = 0.3  # share of words and pairs; of headlines set above paragraphs by chance 0 to .2


def stuck(seen: list[Look], position: int, parted: bool) -> bool:
    """Does it tell the one headline that stands right above it, under the name of a block and stuck to both?

    In a page whose paragraphs are `parted` by blank lines a box is not. In another page no text may follow the box.
    """
    if position < 2 or seen[position - 2].kind != "header" or seen[position - 2].key in MEDIA_WORDS:
        return False
    name, above, blurb = seen[position - 2 : position + 1]
    if parted and blurb.number - name.number != 2 or not headline(above):
        return False
    if not parted and any(look.prose for look in seen[position + 1 : position + 4]):
        return False
    return overlap.about(above, overlap.joined([blurb])) >= OWN_BLURB


AGE = re.compile(r"\d{1,2} ?(?:giây|phút|giờ|ngày|tuần|h)(?: trước)?$", re.I)


def carded(seen: list[Look], position: int) -> bool:
    """Does it stand right below an outlet's name and age, as the card of another article ("Dân trí 7 giờ")?

    Below a headline and its age what takes up the text above does not, nor the first of two long paragraphs.
    """
    if not position or seen[position - 1].kind != "listed" or not AGE.search(seen[position - 1].text):
        return False
    if not AGE.match(seen[position - 1].text) or not is_headline(seen, position - 2):
        return True
    own = seen[position].running and any(look.running for look in seen[position + 1 : position + 2])
    return not own and not refers_back(seen[position].text)


def dated(seen: list[Look], position: int) -> bool:
    """Is it a short paragraph below another article's headline and the date with its time, which takes up nothing?"""
    if position < 3 or seen[position].running or not stamped(seen[position - 1]):
        return False
    return is_headline(seen, position - 2) and seen[position - 3].prose and not refers_back(seen[position].text)


ABOUT = re.compile(rf"(?:Về|Giới thiệu(?: về)?|Đôi nét về|Vài nét về|Thông tin về|About)\s+[{UPPER}]")


def told_about(seen: list[Look], position: int) -> bool:
    """Is it the standing paragraph on a company at the foot of its press release ("Về Công ty ...")?"""
    if (
        not position
        or not ABOUT.match(seen[position - 1].text)
        or seen[position - 1].words > 8
        or seen[position - 1].prose
    ):
        return False
    if any(look.prose for look in seen[position + 1 : position + 4]):
        return False
    return not on_person(seen[position - 1].text, seen[: position - 1])


def teaser(seen: list[Look], position: int, head: str | None, parted: bool) -> bool:
    """Is this paragraph the blurb under the headline of another article?

    That is a headline printed twice in a row that is not this page's title, or one whose words the blurb tells again.
    """
    if position < 2:
        return False
    above, further = seen[position - 1], seen[position - 2]
    if above.key == head or position == 2 and head is None or above.hint == "subhead":
        return False
    if reads_on(seen, position):
        return True
    if echo(above, seen[position], 0.3 if cramped(seen, position - 1, parted) else 0.45):
        return True
    if parted and seen[position].number - above.number > 1:
        return False
    if above.kind == "doubled":
        return seen[position].words < 45
    return (
        above.key == further.key != head
        and above.kind in (None, "media", "link")
        and not above.prose
        and above.words >= 3
    )


LONGEST_SUBHEAD = 8  # words; of 27 sub-heads of the dev pages 22 have no more, of 187 headlines above blurbs 13
READ_ON = re.compile(r"(?:đọc tiếp|xem tiếp|xem chi tiết|continue reading)\b")  # the button under a teaser


def reads_on(seen: list[Look], position: int) -> bool:
    """Does it stand between a headline (a link, or longer than sub-heads) and the button that opens its article?"""
    above, button = seen[position - 1], seen[position + 1 : position + 2]
    titled = above.kind == "link" or above.kind is None and not above.prose and above.words > LONGEST_SUBHEAD
    return titled and seen[position].words <= 45 and any(READ_ON.match(look.key) for look in button)


INVITES = re.compile(r"[.!?] (?:Mời|Xem|Đọc) [^.!?]*\b(?:bạn đọc|độc giả|tại đây|chuyên (?:trang|mục))\b[^.!?]*[.!]?$")


def pasted(seen: list[Look]) -> set[int]:
    """The places of paragraphs stuck to a headline of their own, the two parted by blank lines from what is around.

    In a page whose sub-heads are parted from their text; of ten pairs so stuck in the gold's pages the five with a long
    paragraph are the article's, and the short ones beside them.
    """
    pairs = [place for place in range(2, len(seen) - 1) if seen[place].prose and _alone(seen, place)]
    short_ones = {place for place in pairs if _blurb(seen, place)}
    return short_ones if len(short_ones) == len(pairs) else set()


SENTENCE = re.compile(r"[.!?…][\"”]? (?=\w|[“\"])")
LONGEST_BLURB, MOST_SENTENCES, SHORTEST_HEADLINE = 50, 2, 9  # words, sentences, words


# Share of words and pairs of the headline that two sentences below it have: .14 in the one blurb of that size in the
# gold's pages; of 30 long paragraphs of articles lost below what was set among them 19 have less than .12.
TOLD_AT_ALL = 0.12


def _blurb(seen, place):
    """Is it short, an invitation, or two sentences under a headline longer than most sub-heads?

    What opens a list, its items and what somebody says are the article's.
    """
    blurb, head = seen[place], seen[place - 1]
    if blurb.text.endswith((":", ";")) or BULLET.match(blurb.text) or blurb.text[:1] in '“"«':
        return False
    if not blurb.running or INVITES.search(blurb.text):
        return True
    brief = blurb.words <= LONGEST_BLURB and len(SENTENCE.findall(blurb.text)) < MOST_SENTENCES
    told = overlap.about(head, overlap.joined([blurb])) >= TOLD_AT_ALL
    return brief and told and head.words >= SHORTEST_HEADLINE and not refers_back(blurb.text)


def _alone(seen, place):
    further, above, blurb, below = seen[place - 2 : place + 2]
    stuck = blurb.number - above.number == 1 < min(above.number - further.number, below.number - blurb.number)
    return stuck and headline(above) and above.words >= 4 and not above.text.endswith((":", "?"))


def cramped(seen: list[Look], position: int, parted: bool) -> bool:
    """Is this line stuck to the lines above and below it, in a page `parted` by blank lines?"""
    if not parted or not 0 < position < len(seen) - 1:
        return False
    return seen[position].number - seen[position - 1].number == 1 == seen[position + 1].number - seen[position].number


def echo(above: Look, paragraph: Look, share: float = 0.45) -> bool:
    """Does a paragraph of one sentence say again what the long headline right above it said, as blurbs do?

    Share of the headline's word pairs met in the paragraph: sub-heads of ten words and more at most .29 in the next
    paragraph.
    """
    if not headline(above) or not 10 <= above.words <= 26 or paragraph.words > 45 or ". " in paragraph.text[:-1]:
        return False
    parts = above.key.split()
    if above.text[:1] in '“"«' or above.key in paragraph.key:  # a pull quote repeats the article's own words
        return False
    return sum(
        f"{left} {right}" in paragraph.key for left, right in zip(parts, parts[1:], strict=False)
    ) >= share * len(parts)


RELATED = 0.4  # share of a short sub-head's words met in the text; .5 in the middle of 62 sub-heads, .3 of 40 headlines

LONG_SUBHEAD = 14  # words; sub-heads of Vietnamese outlets run to 40-60 characters, headlines start at about 7 words


def strange(look: Look, text: overlap.Bag) -> bool:
    """Does a headline speak of something that the article's paragraphs, as a bag of words, never mention?

    A name or a figure that is nowhere else, or, for more than nine words, hardly a pair of its words: 39 sub-heads read
    by hand have at most nine words or at least .88 of their pairs in the text; 16 related headlines at most .47.
    """
    if NUMBERED.match(look.text):
        return False
    if overlap.unmet(look, text):
        return True
    if look.words >= 8 and not look.text.endswith("?") and overlap.coverage(look, text) < 0.45:
        return True
    return overlap.pairs(look, text) < (0.6 if look.words > LONG_SUBHEAD else 0.3 if look.words > 9 else 0.0)
