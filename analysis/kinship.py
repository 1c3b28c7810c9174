"""The looks of a page and its probable article come in; the paragraphs that are not of it, or are after all, go out.

A teaser stands under a headline that speaks of something else than the article; its blurb is one short sentence that
tells the headline again. What stands there of the article itself shares words with the other paragraphs.
"""

import re
from dataclasses import dataclass

from analysis import captions, overlap
from analysis.authors import author_of
from analysis.endings import bylined
from analysis.line_kinds import AGO
from analysis.lines import BULLET, NUMBERED, Look, again
from analysis.unclosed import refers_back
from analysis.vocabulary import UPPER

LIGHT = frozenset({"date", "clock", "control", "menu", "listed", "source", "placeholder", "author", "comment", "tags"})
FEWEST = 3  # paragraphs; below, there is too little text to compare with
# Share of words plus share of word pairs that a headline has in the article: 9 of 10 headlines of other articles in the
# dev pages less than .6, all but four of 27 sub-heads with more than eight words above.
# Headlines of twelve words and more have less than 1.0, sub-heads are not so long.
FOREIGN, LONG_FOREIGN = 0.6, 1.0
# Points of a single sentence of at most 45 words under a foreign headline (see _points). Of 240 such paragraphs of
# articles 90 % have more than KIN, of 156 blurbs half less; in a page that parts paragraphs by blank lines, stuck to
# the headline LIKE_STUCK (60 and 95 %), parted from it LIKE_PARTED (95 and 25 %). Longer paragraphs are no blurbs.
KIN, LIKE_STUCK, LIKE_PARTED = 0.56, 0.8, 0.45
# A whole run of paragraphs below another headline: mean share of words and pairs against that of the article's own.
# Behind a headline and a date of its own, a paragraph needs more to be the article's again.
# Of a headline of which the run has no word, a run is so far only below the last value.
USUAL, DATED, UNTOLD_USUAL = 0.62, 0.9, 0.5
# Share of a headline's words and pairs that come back in the text below, if it is that headline's.
TOLD, RETOLD = 0.5, 0.3  # by the whole text, and by its first paragraph
# Share of words and pairs that a paragraph has in the one above, and a headline in the paragraph under it.
NEXT, UNTOLD = 0.35, 0.2
QUOTES = re.compile(r"[\"“«]|[-–—]\s")  # somebody speaks: no blurb begins so
# A long paragraph under a foreign headline, against the middle paragraph of the article: inside it, below the name of a
# block, and at the end in pairs. With .6 inside, one paragraph of the seeds and one of the dev pages is lost.
INNER, NAMED, LAST = 0.35, 0.6, 0.85
# A row of long paragraphs behind what ends articles: as near to the article as its middle paragraph, less a little.
OWN = 0.8


@dataclass(frozen=True)
class Core:
    """The article's paragraphs, how near a middle one of them is to the others, and how many words it has."""

    looks: list
    numbers: frozenset
    text: overlap.Bag
    usual: float
    size: int
    spaced: bool

    def without(self, looks: list[Look]) -> overlap.Bag:
        """The words of the other paragraphs."""
        return self.text.without(look for look in looks if look.number in self.numbers)


@again
def core_of(seen: list[Look], article: set[int]) -> Core | None:
    """The Core of the lines numbered in `article`, None if they are too few to compare with."""
    looks = [look for look in seen if look.prose and look.number in article]
    if len(looks) < FEWEST:
        return None
    looks = looks[: overlap.MOST]
    text, size = overlap.joined(looks), _middle(look.words for look in looks)
    usual = _middle(overlap.about(look, text.without([look])) for look in looks)
    return Core(looks, frozenset(look.number for look in looks), text, usual, size, spaced(seen))


def strangers(
    core: Core | None, seen: list[Look], article: set[int], title: int | None, heads: set[int] = frozenset()
) -> set[int]:
    """The places in `seen` of paragraphs in the article (line numbers) that belong to another article's headline.

    `core` is the article's core_of(). `heads` are the line numbers of headlines that are its own, whatever they speak
    of.
    """
    if core is None:
        return set()
    head = next((look for look in seen if look.number == title), None)
    first = max(title, core.looks[0].number) if title else core.looks[1].number
    found, pairs = set(), []
    for place, run in _runs(seen):
        inside = seen[place].number > first and any(seen[other].number in article for other in run)
        if not inside or seen[place].number in heads or head and seen[place].key == head.key:
            continue
        rest = core.without([seen[other] for other in run])
        if _foreign_to(seen, place, run, rest):
            found |= _blurb(seen, place, run, core, rest)
            if not _of_title(seen, place, run, core, head):
                found |= _all_below(seen, place, run, core, rest)
            pairs.append((place, run))
    return found | _last_pairs(seen, pairs, core)


def _of_title(seen, place, run, core, head):
    """Is nearly all text below this headline, and does it speak of the page's title rather than of the headline?"""
    if head is None or len(core.looks) - len(run) >= FEWEST or len(run) < FEWEST:
        return False
    told = overlap.joined(seen[other] for other in run)
    return overlap.about(head, told) >= overlap.about(seen[place], told)


def _foreign_to(seen, place, run, rest):
    """Is it the headline of another article? A quotation drawn out of the text below is none, nor what opens a list."""
    below = seen[run[0]]
    quoted = seen[place].text[:1] in '“"«' or seen[place].key in below.key
    own = refers_back(below.text) or refers_back(seen[place].text) or _counts_on(seen[place], below)
    own = own or SPEAKS.match(below.text) and overlap.about(seen[place], overlap.joined([below])) < SPOKEN_OF
    return (
        len(rest) > 0
        and not quoted
        and not BULLET.match(below.text)
        and not own
        and not _signed(seen, place, run)
        and foreign(seen[place], rest, 4 if _dated(seen, place, run) else 8)
    )


def _counts_on(first, second):
    """Do two lines tell of the first thing and of the second, as a text that counts up does?"""
    return " thứ nhất " in first.key and " thứ hai " in second.key


# "Ông Lê Mẫu, giám đốc xưởng, cho biết: “..."; blurbs seldom quote, and speak of their headline.
SPEAKS = re.compile(
    rf"(?:Ông|Bà|Anh|Chị|Cô|PGS|GS|TS|ThS|BS|Đại sứ|Luật sư)[\s.][{UPPER}][^.!?“\"]{{5,120}}\b"
    r"(?:cho biết|nói|kể|chia sẻ|nhận định|khẳng định|cho hay|phân tích|đánh giá|cho rằng)[,:]? [“\"]"
)
SPOKEN_OF = 0.25
POINTS = frozenset({"xem thêm", "đọc thêm", "xem tiếp", "đọc tiếp", "xem ngay"})  # at one headline inside the text


def _signed(seen, place, run):
    """Does one paragraph, above the article's byline, tell nothing of the headline pointed at right above it?"""
    if not place or seen[place - 1].key not in POINTS or len(run) > 1:
        return False
    if not any(map(bylined, seen[run[0] + 1 : run[0] + 2])):
        return False
    return overlap.about(seen[place], overlap.joined([seen[run[0]]])) < UNTOLD


def _blurb(seen, place, run, core, rest):
    """The place right below a foreign headline, if what stands there is its blurb."""
    blurb, found = seen[run[0]], set()
    if _listed(seen, place):
        told = _in_block(seen, place) and not blurb.running and not QUOTES.match(blurb.text)
        if told and overlap.about(seen[place], overlap.joined([blurb])) >= RETOLD:
            found.add(run[0])
    else:
        spoken = (QUOTES.match(blurb.text) or blurb.text.endswith(":") or _goes_on(seen, place, run)) and not (
            place and seen[place - 1].kind == "header"
        )
        if (
            not blurb.running
            and not spoken
            and _points(blurb, seen[place], rest, core.size) < _least(seen, place, core.spaced)
        ):
            found.add(run[0])
        named = place > 0 and seen[place - 1].kind == "header"
        retold = overlap.about(seen[place], overlap.joined([blurb])) >= RETOLD
        if blurb.running and retold and overlap.about(blurb, rest) < (NAMED if named else INNER) * core.usual:
            found.add(run[0])
    return found


def _goes_on(seen, place, run):
    """Does the next paragraph speak of what this one speaks of, and the headline above of something else?"""
    blurb = overlap.joined([seen[run[0]]])
    near = len(run) > 1 and overlap.about(seen[run[1]], blurb) >= NEXT
    return near and overlap.about(seen[place], blurb) < UNTOLD


def _all_below(seen, place, run, core, rest):
    """The places of a run under a foreign headline, if all of it is of that headline.

    In a page that parts its paragraphs, a headline stuck to one of them is that one's alone.
    """
    if core.spaced and seen[run[0]].number - seen[place].number == 1 and len(run) > 1:
        return set()
    comparable = len(core.looks) - len(run) >= len(run) >= FEWEST and seen[place].words >= 10
    share = DATED if _dated(seen, place, run) else USUAL if comparable else 0.0
    near = _mean(overlap.about(seen[other], rest) for other in run[1:] or run)
    told = overlap.about(seen[place], overlap.joined(seen[other] for other in run[1:] or run))
    least = RETOLD if share == DATED else TOLD
    alien = share == DATED and near < (USUAL if told else UNTOLD_USUAL) * core.usual
    return set(run) if alien or near < share * core.usual and told >= least else set()


def _last_pairs(seen, pairs, core):
    """The places of long paragraphs that end the article in pairs of a foreign headline and one paragraph."""
    ends, left = [], [look.number for look in core.looks]
    for _, run in reversed(pairs):
        if len(run) > 1 or not left or left.pop() != seen[run[0]].number:
            break
        ends.append(run[0])
    far = [place for place in ends if overlap.about(seen[place], core.without([seen[place]])) < LAST * core.usual]
    return set(far) if len(ends) >= 2 else set()


def own(core: Core | None, seen: list[Look], article: set[int]) -> set[int]:
    """The places of paragraphs outside the article that speak of its subject as its own paragraphs do.

    Only long ones, two or more in a row: readers' comments and blurbs speak of it too, but stand alone.
    """
    if core is None:
        return set()
    found = set()
    for run in _stretches(seen, article):
        if len(run) >= 2 and _mean(overlap.about(seen[place], core.text) for place in run) >= OWN * core.usual:
            found.update(run)
    return found


def _stretches(seen, article):
    """The rows of long paragraphs outside the article, as lists of places."""
    run = []
    for place, look in enumerate(seen):
        if look.running and look.number not in article:
            run.append(place)
        else:
            yield run
            run = []
    yield run


def foreign(headline: Look, text: overlap.Bag, least: int = 8) -> bool:
    """Does a headline of `least` words and more speak of something that the text does not speak of?"""
    if not least <= headline.words <= 27 or headline.text.endswith(("?", ":")) or NUMBERED.match(headline.text):
        return False
    return overlap.about(headline, text) < (LONG_FOREIGN if headline.words >= 12 else FOREIGN)


@again
def _runs(seen):
    """[(place of a headline, places of the paragraphs right below it)]; dates and buttons between do not matter."""
    found = []
    for place, look in enumerate(seen):
        if look.prose or look.kind not in (None, "doubled", "link") or BULLET.match(look.text):
            continue
        if author_of(look.text) or captions.worded(look):
            continue
        run, other = [], place + 1
        while other < len(seen) and (seen[other].prose or seen[other].kind in LIGHT):
            run += [other] if seen[other].prose else []
            other += 1
        if run:
            found.append((place, run))
    return found


def _listed(seen, place):
    """Does another headline stand right above? Links in a row have no blurbs."""
    above = seen[place - 1] if place else None
    return above is not None and above.kind is None and not above.prose and above.words >= 5


def _in_block(seen, place):
    """Are there but headlines between this one and the name of a block above?"""
    above = next((look for look in reversed(seen[:place]) if look.kind is not None or look.prose), None)
    return above is not None and above.kind == "header"


def _dated(seen, place, run):
    """Does a date with a time of day, or an age ("3 giờ trước"), stand between the headline and its text?"""
    return any(
        look.kind == "date" and any(date.timed for date in look.dates) or AGO.match(look.text)
        for look in seen[place + 1 : run[0]]
    )


def _least(seen, place, parted):
    """The points that the paragraph under this headline needs; as many as a stuck one under the name of a block."""
    if place and seen[place - 1].kind == "header":
        return LIKE_STUCK
    if not parted:
        return KIN
    return LIKE_STUCK if seen[place + 1].number - seen[place].number == 1 else LIKE_PARTED


def _points(paragraph, headline, rest, size):
    """Share of words and pairs met in the article, less what is told again of the headline, more for size."""
    told = overlap.about(headline, overlap.joined([paragraph]))
    return overlap.about(paragraph, rest) - 0.6 * told + 0.3 * min(paragraph.words / max(1, size), 1.5)


def _mean(values):
    values = list(values)
    return sum(values) / max(1, len(values))


def _middle(values):
    values = sorted(values)
    return values[len(values) // 2] if values else 0


@again
def spaced(seen: list[Look]) -> bool:
    """Does the page part its paragraphs by blank lines?"""
    gaps = [
        after.number - before.number > 1
        for before, after in zip(seen, seen[1:], strict=False)
        if before.prose and after.prose
    ]
    return len(gaps) >= 3 and sum(gaps) >= 0.6 * len(gaps)
