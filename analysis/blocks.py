"""The looks of all lines of a page come in; which lines are the article goes out.

A page is read as four stretches: what stands above the article, the article, blocks of links inserted in it, what
stands below. The best division is found for the page as a whole (Viterbi over the four states), from how much each
line speaks for running text, instead of cutting at the first header or below some line length.
"""

import re
from collections import Counter

from analysis import kinship, overlap, short_lines
from analysis.bylines import author_of
from analysis.lines import AGO, BULLET, NUMBERED, UPPER, Look

ABOVE, ARTICLE, INSERT, BELOW = range(4)
UNSEEN = frozenset({"blank", "wrapped", "placeholder", "caption", "credit"})  # never tells one stretch from another

# What a line of each kind costs the article that holds it, in units of a short paragraph (about 1.3). Set by hand from
# the grammar of pages, not fitted: a header or the imprint needs more than two new paragraphs after it to be an insert.
COST = {
    "header": 3.0,
    "comment": 3.5,
    "footer": 4.0,
    "menu": 2.0,
    "slug": 2.0,
    "tags": 2.0,
    "doubled": 1.0,
    "media": 1.0,
    "listed": 1.0,
    "link": 0.8,
    "author": 0.5,
    "control": 0.8,
    "clock": 0.1,
    "url": 0.5,
    "source": 0.5,
    "pointer": 0.3,
    "notice": 0.3,
    "date": 0.8,
}
OUTSIDE = frozenset(
    {"nav", "footer", "comment", "aside", "button", "tags", "link"}
)  # parts of a web page that rarely hold its article
MOVES = {
    (ABOVE, ABOVE): 0,
    (ABOVE, ARTICLE): 0.5,
    (ABOVE, BELOW): 6,
    (ARTICLE, ARTICLE): 0,
    (ARTICLE, INSERT): 1.0,
    (ARTICLE, BELOW): 0.2,
    (INSERT, INSERT): 0,
    (INSERT, ARTICLE): 1.6,
    (INSERT, BELOW): 0,
    (BELOW, BELOW): 0,
}


def divide(looks: list[Look], title: int | None) -> dict[int, int]:
    """{line number: ABOVE, ARTICLE, INSERT or BELOW} for the lines that count; `title` is the title's line number.

    Divided twice: what the first division holds for the article tells which paragraphs have nothing to do with it.
    """
    seen = [look for look in looks if look.kind not in UNSEEN]
    gains = _gains(seen, title)
    states = _best(seen, gains, title)
    article = {number for number, state in states.items() if state == ARTICLE}
    strangers, own = kinship.strangers(seen, article, title), kinship.own(seen, article)
    again = [
        -0.5 if place in strangers else _weight(seen, place) if place in own and gain > 0 else gain
        for place, gain in enumerate(gains)
    ]
    states = judged_alone(seen, _best(seen, again, title) if again != gains else states)
    return states | {seen[place].number: INSERT for place in strangers if states[seen[place].number] == ARTICLE}


# Words; a line so short, right above a paragraph and below a caption or links, is a sub-head: of 27 sub-heads of the
# dev pages 22 are so short, of 187 headlines above blurbs 13.
SHORT_SUBHEAD = 8


def judged_alone(seen: list[Look], states: dict[int, int]) -> dict[int, int]:
    """The states, with short lines between paragraphs back in the article if no block is named among them.

    Whether one of them is a sub-head, a caption or a link is then asked line by line; of a named block only its last
    line is asked so, if it is short.
    """
    states, start = dict(states), 0
    for place in range(len(seen) + 1):
        if place < len(seen) and states[seen[place].number] == INSERT:
            continue
        run = seen[start:place] if place < len(seen) else []
        if run and not any(look.prose or look.kind in NAMED for look in run):
            states |= {look.number: ARTICLE for look in run}
        elif run and place < len(seen) and seen[place].running and NUMBERED.match(run[-1].text) and not run[-1].prose:
            states[run[-1].number] = ARTICLE
        elif len(run) > 2 and headline(run[-1]) and run[-1].words <= SHORT_SUBHEAD and (
            seen[place].running or short_lines.timeline(seen, place)
        ):
            states[run[-1].number] = ARTICLE
        start = place + 1
    return states


def _best(seen, gains, title):
    """The cheapest division for the page as a whole."""
    best, back = _start(seen, gains, title), []
    left_out = _left_out(seen, gains)
    for position in range(1, len(seen)):
        step, origin = _step(best, gains[position], _above(seen[position], gains[position], title), left_out[position])
        best = step
        back.append(origin)
    return _trace(seen, best, back)


def _start(seen, gains, title):
    if not seen:
        return []
    return [_above(seen[0], gains[0], title), gains[0], float("-inf"), -8.0]


def _above(look, gain, title):
    """Text below the title is not left out above the article without need."""
    return -gain if title and look.number > title and look.prose and gain > 0 else 0.0


NAMED = frozenset({"header", "comment", "footer", "tags", "slug", "doubled", "media", "row"})
EXPLAINS = frozenset({"header", "comment", "footer", "tags", "slug", "doubled", "media"})


def _left_out(seen, gains):
    """What it costs to leave a paragraph out below the article: less than nothing once something explains it."""
    costs, explained, paragraphs = [], False, 0
    for look, gain in zip(seen, gains, strict=True):
        explained = explained or paragraphs > 0 and look.kind in EXPLAINS or paragraphs >= 3 and stamped(look)
        paragraphs += look.prose and gain > 0
        costs.append(0.0 if explained or not look.prose else -0.5 * max(gain, 0.0))
    return costs


def _step(best, gain, above, left_out):
    emission = (above, gain, left_out, left_out)
    step, origin = [], []
    for state in range(4):
        options = [(best[before] - cost, before) for (before, after), cost in MOVES.items() if after == state]
        score, before = max(options)
        step.append(score + emission[state])
        origin.append(before)
    return step, origin


def _trace(seen, best, back):
    if not seen:
        return {}
    best = [best[ABOVE] - 8, *best[1:]]
    state = max(range(4), key=lambda state: best[state])
    states = [state]
    for origin in reversed(back):
        state = origin[state]
        states.append(state)
    return {look.number: state for look, state in zip(seen, reversed(states), strict=True)}


REPEATED = 3  # paragraphs; what is repeated earlier is the lede, told once above the article


def _gains(seen, title):
    """How much each line speaks for being in the article (above 0) or against it."""
    counts = Counter(look.key for look in seen if look.words >= 4 or look.kind in ("header", "date"))
    head = next((look.key for look in seen if look.number == title), None)
    gains, paragraphs, comments, named, ended, first_seen = [], 0, False, False, False, set()
    parted = kinship.spaced(seen)
    lists = teaser_lists(seen, head) | box_runs(seen)
    verses = short_lines.verses(seen)
    tables = short_lines.cells(seen) | verses
    for position, look in enumerate(seen):
        named = named or (look.kind == "header" and paragraphs > 0 and counts[look.key] < 3)
        gain = (
            -1.0
            if title and look.number < title and look.prose
            else 0.1 * (position in verses or short_lines.introduced(seen, position))
            if position in tables
            else -0.5
            if position in lists and look.prose
            else _gain(seen, position, head, counts, paragraphs, parted)
        )
        comments = comments or look.kind == "comment" and paragraphs >= 2 and not counted(seen, position)
        if gain > 0 and look.prose and (named or ended):
            gain = _behind(seen, position, gain, ended, comments, lists)
        ended = ended or paragraphs >= 2 and (signs_off(seen, position) or paragraphs >= 3 and heads_another(seen, position))
        if gain > 0 and (comments or look.key in first_seen and paragraphs >= REPEATED):
            gain *= 0.2 if comments else -0.2
        first_seen.add(look.key)
        paragraphs += look.prose and gain > 0
        gains.append(gain)
    return gains


# "(Dân trí) - ", "TTO - " open an article, or the teaser of another one.
PREFIX = re.compile(r"\([^()]{2,20}\)\s?[-–—]\s|(?!PV|MC)[A-Z]{2,6}O?\s[-–—]\s")


def _gain(seen, position, head, counts, paragraphs, parted):
    look = seen[position]
    if (look.kind == "header" or not look.prose) and counts[look.key] >= 3:  # on every printed page, over every card
        return -0.8 if look.kind == "header" else -0.3
    if look.prose and paragraphs and remark(seen, position):
        return -1.0
    if look.prose and paragraphs and not look.running and boxed(seen, position) or told_about(seen, position):
        return -1.0
    if look.prose and paragraphs >= 2 and PREFIX.match(look.text):
        return -1.0
    if look.kind == "row":
        return 0.3
    if look.kind == "date":
        return -4.0 if paragraphs >= 3 and stamped(look) and counts[look.key] < 3 else -COST["date"]
    if look.kind:
        return -COST["control" if counted(seen, position) else look.kind] if look.kind in COST else -1.0
    if look.prose:
        return -1.0 if look.hint in OUTSIDE or teaser(seen, position, head, parted) else _weight(seen, position)
    if look.key == head:
        return -0.5
    return _headline(seen, position, counts)


def _weight(seen, position):
    """A paragraph's weight; less when it stands alone between two headlines, as in a list of teasers."""
    weight = 1 + min(seen[position].words, 60) / 30 + 0.5 * seen[position].running
    above, below = _beside(seen, position, -1), _beside(seen, position, 1)
    alone = _is_headline(seen, above) and (
        _is_headline(seen, below) or below == len(seen) and any(look.kind == "header" for look in seen)
    )
    asked = position + 1 < len(seen) and seen[position - 1].text.endswith("?") and seen[position + 1].text.endswith("?")
    dated = all(0 <= place < len(seen) and seen[place].kind == "date" for place in (position - 1, position + 1))
    short_one = seen[position].words <= LONGEST_TEASER and not seen[position].running
    return weight * 0.4 if (alone and not asked or dated) and short_one else weight


def _beside(seen, position, step):
    """The next place in a direction that is no date, section name or button; an end of the page if there is none."""
    place = position + step
    while 0 <= place < len(seen) and seen[place].kind in kinship.LIGHT:
        place += step
    return place


def teaser_lists(seen: list[Look], title: str | None = None) -> set[int]:
    """The places in `seen` that lie in a list of teasers: headline, blurb, headline, blurb ... at least three times.

    Dates, section names and buttons between them do not matter. Sub-heads over single paragraphs alternate too, but are
    shorter (at most 8 words in the middle of a page's sub-heads) and their paragraphs are longer than blurbs.
    """
    places = [place for place, look in enumerate(seen) if look.kind not in kinship.LIGHT and look.key != title]
    found, start = set(), 0
    while start < len(places) - 3:
        stop = start
        while stop + 1 < len(places) and _is_headline(seen, places[stop], 5) and seen[places[stop + 1]].prose:
            stop += 2
        first, last = _uniform(seen, places, start, stop)
        if last - first >= 4 and _is_list(seen, places, first, last, stop - start):
            found.update(places[first:last])
        start = max(stop, start + 1)
    return found


def _is_list(seen, places, start, stop, size):
    """Are these pairs of a headline and a paragraph, of `size` lines in a row, blurbs? Two pairs only between long text."""
    heads, blurbs = (_middle(seen[places[place]].words for place in range(first, stop, 2)) for first in (start, start + 1))
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


LINKED = frozenset({"link", "listed", "doubled", "media"})
LONGEST_TEASER = 65  # words; 95 % of the seeds' teasers have fewer


def _behind(seen, position, gain, ended, comments, lists):
    """The weight of a paragraph that stands behind the name of a block or behind what ends articles."""
    if not comments and closes(seen, position, lists, ended):
        return gain + 1.2
    if ended:
        return gain * 0.4
    blurb = (
        _is_headline(seen, _beside(seen, position, -1))
        and not _is_prose(seen, _beside(seen, position, 1))
        and short(seen[position])
    )
    return gain * 0.6 if blurb else gain


def short(look: Look) -> bool:
    """Has the paragraph the size of a blurb: one sentence, or 45 words at most?"""
    return look.words <= 45 or not re.search(r"[.!?…][\"”]? \w", look.text)


def signs_off(seen: list[Look], position: int) -> bool:
    """Does the line end articles: a byline below a paragraph, a credited source, an address, the keywords, "./."?"""
    look = seen[position]
    if look.kind in ("source", "url", "author", "tags") or look.prose and look.text.endswith("./."):
        return True
    return position > 0 and seen[position - 1].prose and bylined(look)


def heads_another(seen: list[Look], position: int) -> bool:
    """Is it the date and time of another article, below that one's headline?"""
    if not stamped(seen[position]):
        return False
    return any(headline(look) and look.words >= 5 for look in seen[max(0, position - 2) : position])


def counted(seen: list[Look], position: int) -> bool:
    """Is it how many comments another article has ("14 bình luận"), below that one's age or date?"""
    look, above = seen[position], seen[position - 1] if position else None
    if look.kind != "comment" or above is None or not re.fullmatch(r"\d+ \w+(?: \w+)?", look.key):
        return False
    return above.kind == "date" or AGO.search(above.text) is not None and above.words <= 5


def stamped(look: Look) -> bool:
    """Is it a line with a date and a time of day?"""
    return look.kind == "date" and any(date.timed for date in look.dates)


def bylined(look: Look) -> bool:
    """Is the line nothing but a name?"""
    return (
        look.kind is None
        and not look.prose
        and look.words <= 12
        and len(look.text) <= 120
        and author_of(look.text) is not None
    )


def closes(seen: list[Look], position: int, lists: set[int], signed: bool = False) -> bool:
    """Does a byline, credited source or the article's address follow within 12 lines, with no other article between?

    What stands above it is the article, even behind the name of a block. Once the article is `signed`, a bare name is
    that of a reader who comments.
    """
    for place in range(position + 1, min(position + 13, len(seen))):
        look = seen[place]
        if (
            place in lists
            or look.kind in ("footer", "comment")
            or look.kind == "date"
            and any(date.timed for date in look.dates)
        ):
            return False
        if look.kind in ("source", "url", "author") or not signed and seen[place - 1].prose and bylined(look):
            return True
    return False


def _is_prose(seen, position):
    return position < len(seen) and seen[position].prose


def _is_headline(seen, position, least=7):
    if not 0 <= position < len(seen) or seen[position].words < least:
        return False
    return headline(seen[position]) or seen[position].kind in LINKED and not seen[position].sentence


def headline(look: Look) -> bool:
    """A line of words that is no running text and no other kind: a sub-head, or the headline of another article."""
    return look.kind is None and not look.prose and not BULLET.match(look.text)


def _headline(seen, position, counts):
    """A lone short line may be a sub-head; long ones, several in a row and repeated ones are links."""
    look = seen[position]
    if short_lines.introduces(look) or short_lines.asks(look) and _is_prose(seen, position + 1):
        return 0.3
    if short_lines.listed(seen, position) or look.hint == "heading" and _is_prose(seen, position + 1) and counts[look.key] < 2:
        return 0.2
    if BULLET.match(look.text):
        return -0.3
    if look.words < 6 and look.sentence:
        return 0.3 if position and seen[position - 1].prose else -0.3
    if look.text.startswith(("“", '"')) and position + 1 < len(seen) and seen[position + 1].prose:
        return 0.1
    cost = 0.5 if look.words <= 9 else 1.0 if look.words <= 13 else 1.6
    cost += 1.0 * sum(_is_headline(seen, place) for place in (position - 1, position + 1))
    return -cost - (1.0 if counts[look.key] > 1 else 0.0)


def remark(seen: list[Look], position: int) -> bool:
    """Is it a reader's remark: a name above it, and "Trả lời", "Thích 5" or "3 giờ trước" within the next two lines?

    Right below another paragraph stands the article's end, whatever buttons follow.
    """
    after = seen[position + 1 : position + 3]
    marked = any(
        look.kind == "comment" and look.words <= 6 and not NAMES_OF_COMMENTS.fullmatch(look.key) for look in after[:1]
    )
    aged = any(
        look.kind in ("control", "comment", "listed") and AGO.search(look.text) and look.words <= 10 for look in after
    )
    named = position > 0 and not seen[position - 1].prose and seen[position - 1].words <= 8
    return (marked or aged) and named


NAMES_OF_COMMENTS = re.compile(r"(?:bình luận|ý kiến|comments?|chia sẻ|phản hồi|gửi bình luận|ý kiến bạn đọc)(?: \d+)?")


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
    for run in (part for run in _runs(seen, top) for part in _parts(seen, run)):
        alike = sum(_shared(seen[place], known, 0) for place in run) / len(run) / usual
        single = sum(not re.search(r"[.!?…][\"”]?\s", seen[place].text) and seen[place].words <= 45 for place in run)
        least = 0.45 if sum(seen[place].running for place in run) >= 2 or seen[run[0] - 1].prose else 0.7
        if alike < least or len(run) > 1 and alike < 1.0 and single >= 0.7 * len(run):
            found.update(run)
    return found


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
    return sum(known[word] > own for word in words) / max(1, len(words))


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
    if top == position:
        return True
    stop = next((place for place in range(position, len(seen)) if not seen[place].prose), len(seen))
    return stop - top <= 3 and sum(look.key == seen[top - 1].key for look in seen) == 1


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
    return not any(look.prose for look in seen[position + 1 : position + 4])


def teaser(seen: list[Look], position: int, head: str | None, parted: bool) -> bool:
    """Is this paragraph the blurb under the headline of another article?

    That is a headline printed twice in a row that is not this page's title, or one whose words the blurb tells again.
    """
    if position < 2:
        return False
    above, further = seen[position - 1], seen[position - 2]
    if above.key == head or position == 2 and head is None:
        return False
    if echo(above, seen[position], 0.3 if cramped(seen, position - 1, parted) else 0.45):
        return True
    if above.kind == "doubled":
        return seen[position].words < 45
    return (
        above.key == further.key != head
        and above.kind in (None, "media", "link")
        and not above.prose
        and above.words >= 3
    )


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


RELATED = 0.4  # share of a short sub-head's words met in the text; .5 in the middle of 62 sub-heads, .3 of 40 headlines
LONG_SUBHEAD = 14  # words; sub-heads of Vietnamese outlets run to 40-60 characters, headlines start at about 7 words
