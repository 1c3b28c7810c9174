"""The looks of all lines of a page come in; which lines are the article goes out.

A page is read as four stretches: what stands above the article, the article, blocks of links inserted in it, what
stands below. The best division is found for the page as a whole (Viterbi over the four states), from how much each
line speaks for running text, instead of cutting at the first header or below some line length.
"""

import re
from collections import Counter

from analysis import chapters, endings, kinship, ordinals, short_lines, teasers, told_tables
from analysis.lines import BULLET, HEADING, NUMBERED, Look
from analysis.unclosed import refers_back
from analysis.vocabulary import RATED

ABOVE, ARTICLE, INSERT, BELOW = range(4)
UNSEEN = frozenset(
    {"blank", "wrapped", "placeholder", "caption", "credit", "printed"}
)  # never tells one stretch from another

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
    heads, verses = chapters.heads(seen, title), short_lines.verses(seen)
    gains = _gains(seen, title, heads, verses)
    heads |= {seen[place].number for place in verses}
    states = _best(seen, gains, title)
    article = {number for number, state in states.items() if state == ARTICLE}
    core = kinship.core_of(seen, article)
    named = heads | {look.number for look in seen if look.hint == "subhead" and look.kind is None}
    strangers, own = kinship.strangers(core, seen, article, title, named), kinship.own(core, seen, article)
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
        elif run and place < len(seen) and _last_is_own(seen, place, run):
            states[run[-1].number] = ARTICLE
        start = place + 1
    return states


def _last_is_own(seen, place, run):
    """Is the last line of these links, above the paragraph at `place`, a sub-head of the article?"""
    if seen[place].running and _numbered(run[-1]):
        return True
    if len(run) <= 2 or not short_lines.headline(run[-1]) or run[-1].words > SHORT_SUBHEAD:
        return False
    if all(RATED.search(look.text) for look in run[-2:]):  # the last rate of a board
        return False
    return seen[place].running or short_lines.timeline(seen, place) or _named_box(seen, place)


def _named_box(seen, place):
    """Is it a box of the article: a short line stuck to two paragraphs, parted by a blank line from what is above?"""
    above, name, *lines = seen[place - 2 : place + 2]
    stuck = len(lines) == 2 and lines[0].number - name.number == 1 == lines[1].number - lines[0].number
    return stuck and name.number - above.number > 1 and all(look.prose for look in lines)


def _numbered(look):
    return not look.prose and NUMBERED.match(look.text) is not None


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
    opens = -gains[0] if title is None and opens_with_text(seen) and gains[0] > 0 else 0.0
    return [opens or _above(seen[0], gains[0], title), gains[0], float("-inf"), -8.0]


def _above(look, gain, title):
    """Text below the title is not left out above the article without need."""
    return -gain if title and look.number > title and look.prose and gain > 0 else 0.0


EXPLAINS = frozenset({"header", "comment", "footer", "tags", "slug", "doubled", "media"})
NAMED = EXPLAINS | {"row"}


def _left_out(seen, gains):
    """What it costs to leave a paragraph out below the article: less than nothing once something explains it."""
    costs, explained, paragraphs = [], False, 0
    for place, (look, gain) in enumerate(zip(seen, gains, strict=True)):
        another = paragraphs >= 3 and endings.stamped(look) and not endings.carded(seen, place)
        explained = explained or paragraphs > 0 and look.kind in EXPLAINS or another
        paragraphs += look.prose and gain > 0
        costs.append(0.0 if explained or not look.prose else -0.5 * max(gain, 0.0))
    return costs


# For each state the states it can be reached from, and the cost.
ORIGINS = [[(before, cost) for (before, after), cost in MOVES.items() if after == state] for state in range(4)]


def _step(best, gain, above, left_out):
    found = [max([(best[before] - cost, before) for before, cost in origins]) for origins in ORIGINS]
    emission = (above, gain, left_out, left_out)
    return [score + own for (score, _), own in zip(found, emission, strict=True)], [before for _, before in found]


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


def opens_with_text(seen: list[Look]) -> bool:
    """Is the first line a paragraph, as in an article that was copied without its title?"""
    return bool(seen) and seen[0].prose


BEHIND_CARD = 1.2  # as much more as a paragraph above the byline weighs
REPEATED = 3  # paragraphs; what is repeated earlier is the lede, told once above the article


COUNTED = 0.8  # two of them outweigh the headline of another article
OF_TABLE = 0.2
HEADS_PART = 0.5  # as much as a sentence of an interview and more than a sub-head costs


def _gains(seen, title, heads, verses):
    """How much each line speaks for being in the article (above 0) or against it."""
    counts = Counter(look.key for look in seen if look.words >= 4 or look.kind in ("header", "date"))
    head = next((look.key for look in seen if look.number == title), None)
    gains, paragraphs, comments, named, ended, first_seen = [], 0, False, False, False, set()
    parted = kinship.spaced(seen)
    asked = short_lines.questions(seen)
    lists = (teasers.teaser_lists(seen, head) | _box_runs(seen, title)) - {place + 1 for place in asked}
    lists -= chapters.below(seen, heads)
    lists -= verses
    tables, moments = short_lines.cells(seen) | verses, short_lines.timelines(seen)
    told_of = told_tables.told(seen, tables - verses)
    own = title or opens_with_text(seen)
    facts = short_lines.facts(seen) if own else set()
    facts = facts | {place - 1 for place in facts if place and short_lines.names_box(seen[place - 1])}
    counted = ordinals.counted(seen) if own else set()
    for position, look in enumerate(seen):
        named = named or (look.kind == "header" and paragraphs > 0 and counts[look.key] < 3)
        told = position > 0 and look.prose and seen[position - 1].number in heads
        if title and look.number < title and (look.prose or look.kind == "row"):
            gain = -1.0
        elif look.number in heads and look.kind in chapters.HEADS:
            gain = HEADS_PART
        elif position in moments:
            gain = 0.4
        elif counted and (position in counted or ordinals.opens(seen, position, counted)):
            gain = COUNTED if position in counted else 0.3
        elif position in facts:
            gain = 0.2
        elif position in told_of:
            gain = OF_TABLE
        elif position in tables:
            gain = 0.1 * (position in verses or short_lines.introduced(seen, position))
        elif position in asked or position - 1 in asked and look.sentence and not look.prose:
            gain = 0.3
        elif position in lists and look.prose:
            gain = -0.5
        else:
            gain = _weight(seen, position) if told else _gain(seen, position, head, counts, paragraphs, parted)
        comments = comments or look.kind == "comment" and paragraphs >= 2 and not endings.counted(seen, position)
        if gain > 0 and look.prose and (named or ended) and not told:
            gain = _behind(seen, position, gain, ended, comments, lists)
        ended = (
            ended
            or paragraphs >= 2
            and (endings.signs_off(seen, position) or paragraphs >= 3 and endings.heads_another(seen, position))
        )
        if gain > 0 and (comments or look.key in first_seen and paragraphs >= REPEATED):
            gain *= 0.2 if comments else -0.2
        first_seen.add(look.key)
        paragraphs += look.prose and gain > 0
        gains.append(gain)
    return gains


def _box_runs(seen, title):
    """The places of the blurbs below the first block's name that stands below the title."""
    start = next((place for place, look in enumerate(seen) if title and look.number == title), 0)
    return {start + place for place in teasers.box_runs(seen[start:] if start else seen)}


# "(Dân trí) - ", "TTO - ", "BAOMAU.VN - " open an article, or the teaser of another one.
PREFIX = re.compile(
    r"\([^()]{2,20}\)\s?[-–—]\s|(?!PV|MC)[A-Z]{2,6}O?\s[-–—]\s|[A-Za-z][\w-]{1,14}\.(?i:vn|com|net|org)\s[-–—]\s"
)


def _gain(seen, position, head, counts, paragraphs, parted):
    look = seen[position]
    if (look.kind == "header" or not look.prose) and counts[look.key] >= 3:  # on every printed page, over every card
        return -0.8 if look.kind == "header" else -0.3
    if look.prose and paragraphs and endings.remark(seen, position):
        return -1.0
    if (
        look.prose
        and paragraphs
        and not look.running
        and teasers.boxed(seen, position)
        or teasers.told_about(seen, position)
        or look.prose
        and (teasers.carded(seen, position) or paragraphs >= 3 and teasers.dated(seen, position))
    ):
        return -1.0
    if look.prose and paragraphs >= 2 and PREFIX.match(look.text):
        return -1.0
    if look.kind == "row":
        return 0.3
    if look.kind == "date":
        another = paragraphs >= 3 and endings.stamped(look) and not endings.carded(seen, position)
        return -4.0 if another and counts[look.key] < 3 else -COST["date"]
    if look.kind:
        return -COST["control" if endings.counted(seen, position) else look.kind] if look.kind in COST else -1.0
    if look.prose:
        strange = teasers.teaser(seen, position, head, parted) or teasers.stuck(seen, position, parted)
        return -1.0 if look.hint in OUTSIDE or strange else _weight(seen, position)
    if look.key == head:
        return -0.5
    return _headline(seen, position, counts)


def _weight(seen, position):
    """A paragraph's weight; less when it stands alone between two headlines, as in a list of teasers."""
    weight = 1 + min(seen[position].words, 60) / 30 + 0.5 * seen[position].running
    if position and endings.carded(seen, position - 1) and refers_back(seen[position].text):
        return weight + BEHIND_CARD
    above, below = teasers.beside(seen, position, -1), teasers.beside(seen, position, 1)
    alone = teasers.is_headline(seen, above) and (
        teasers.is_headline(seen, below) or below == len(seen) and any(look.kind == "header" for look in seen)
    )
    asked = position + 1 < len(seen) and seen[position - 1].text.endswith("?") and seen[position + 1].text.endswith("?")
    dated = all(0 <= place < len(seen) and seen[place].kind == "date" for place in (position - 1, position + 1))
    short_one = seen[position].words <= teasers.LONGEST_TEASER and not seen[position].running
    return weight * 0.4 if (alone and not asked or dated) and short_one else weight


def _behind(seen, position, gain, ended, comments, lists):
    """The weight of a paragraph that stands behind the name of a block or behind what ends articles."""
    if not comments and endings.closes(seen, position, lists, ended):
        return gain + 1.2
    if ended:
        return gain * 0.4
    blurb = (
        teasers.is_headline(seen, teasers.beside(seen, position, -1))
        and not teasers.is_prose(seen, teasers.beside(seen, position, 1))
        and teasers.short(seen[position])
    )
    return gain * 0.6 if blurb else gain


def _headline(seen, position, counts):
    """A lone short line may be a sub-head; long ones, several in a row and repeated ones are links."""
    look = seen[position]
    if (look.hint == "subhead" or look.hint == "own" and BULLET.match(look.text)) and counts[look.key] < 2:
        return 0.2
    if short_lines.introduces(look) or short_lines.asks(look) and teasers.is_prose(seen, position + 1):
        return 0.3
    if (
        short_lines.listed(seen, position)
        or look.hint in HEADING
        and teasers.is_prose(seen, position + 1)
        and counts[look.key] < 2
    ):
        return 0.2
    if BULLET.match(look.text):
        return 0.3 if endings.last_list(seen, position) else -0.3
    if look.words < 6 and look.sentence:
        return 0.3 if position and seen[position - 1].prose else -0.3
    if look.text.startswith(("“", '"')) and position + 1 < len(seen) and seen[position + 1].prose:
        return 0.1
    cost = 0.5 if look.words <= 9 else 1.0 if look.words <= 13 else 1.6
    cost += 1.0 * sum(teasers.is_headline(seen, place) for place in (position - 1, position + 1))
    return -cost - (1.0 if counts[look.key] > 1 else 0.0)
