"""The looks of all lines of a page come in; which lines are the article, and the title's place, go out.

A page is read as four stretches: what stands above the article, the article, blocks of links inserted in it, what stands
below. The best division is found for the page as a whole (Viterbi over the four states), from how much each line speaks
for running text, instead of cutting at the first header or below some line length.
"""

import re
import unicodedata
from collections import Counter

from analysis.lines import BULLET, UPPER, Look

ABOVE, ARTICLE, INSERT, BELOW = range(4)
UNSEEN = frozenset({"blank", "placeholder", "caption", "credit"})  # never tells one stretch from another

# What a line of each kind costs the article that holds it, in units of a short paragraph (about 1.3). Set by hand from
# the grammar of pages, not fitted: a header or the imprint needs more than two new paragraphs after it to be an insert.
COST = {"header": 3.0, "comment": 3.5, "footer": 3.0, "menu": 2.0, "slug": 2.0, "tags": 2.0, "doubled": 1.0, "media": 1.0,
        "listed": 1.0, "link": 0.8, "control": 0.8, "url": 0.5, "source": 0.5, "pointer": 0.3, "date": 0.8}
OUTSIDE = frozenset({"nav", "footer", "comment", "aside", "button", "tags", "link"})  # parts of a web page that rarely hold its article
MOVES = {(ABOVE, ABOVE): 0, (ABOVE, ARTICLE): 0.5, (ABOVE, BELOW): 6, (ARTICLE, ARTICLE): 0, (ARTICLE, INSERT): 1.5,
         (ARTICLE, BELOW): 0.2, (INSERT, INSERT): 0, (INSERT, ARTICLE): 2.5, (INSERT, BELOW): 0, (BELOW, BELOW): 0}


def divide(looks: list[Look], title: int | None) -> dict[int, int]:
    """{line number: ABOVE, ARTICLE, INSERT or BELOW} for the lines that count; `title` is the title's line number."""
    seen = [look for look in looks if look.kind not in UNSEEN]
    gains = _gains(seen, title)
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


EXPLAINS = frozenset({"header", "comment", "footer", "tags", "slug", "doubled", "media"})


def _left_out(seen, gains):
    """What it costs to leave a paragraph out below the article: less than nothing once something explains it."""
    costs, explained, paragraphs = [], False, 0
    for look, gain in zip(seen, gains, strict=True):
        explained = explained or (paragraphs > 0 and look.kind in EXPLAINS)
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


def _gains(seen, title):
    """How much each line speaks for being in the article (above 0) or against it."""
    counts = Counter(look.key for look in seen if look.words >= 4 or look.kind == "header")
    head = next((look.key for look in seen if look.number == title), None)
    gains, paragraphs, comments, first_seen, lists = [], 0, False, set(), teaser_lists(seen)
    for position, look in enumerate(seen):
        gain = -0.5 if position in lists and look.prose else _gain(seen, position, head, counts, paragraphs)
        comments = comments or (look.kind == "comment" and paragraphs >= 2)
        if gain > 0 and (comments or look.key in first_seen):
            gain *= 0.2 if comments else -0.2
        first_seen.add(look.key)
        paragraphs += look.prose and gain > 0
        gains.append(gain)
    return gains


def _gain(seen, position, head, counts, paragraphs):
    look = seen[position]
    if look.kind == "header" and counts[look.key] >= 3:
        return -0.8
    if look.prose and paragraphs and (boxed(seen, position) or told_about(seen, position)):
        return -1.0
    if look.kind == "row":
        return 0.3
    if look.kind == "date":
        return -4.0 if paragraphs >= 3 and any(date.timed for date in look.dates) else -COST["date"]
    if look.kind:
        return -COST.get(look.kind, 1.0)
    if look.prose:
        return -1.0 if look.hint in OUTSIDE or teaser(seen, position, head) else _weight(seen, position)
    if look.key == head:
        return -0.5
    return _headline(seen, position, counts)


def _weight(seen, position):
    """A paragraph's weight; less when it stands alone between two headlines, as in a list of teasers."""
    weight = 1 + min(seen[position].words, 60) / 30
    alone = _is_headline(seen, position - 1) and (_is_headline(seen, position + 1) or position + 1 == len(seen))
    asked = position + 1 < len(seen) and seen[position - 1].text.endswith("?") and seen[position + 1].text.endswith("?")
    return weight * 0.4 if alone and not asked and seen[position].words <= LONGEST_TEASER else weight


def teaser_lists(seen: list[Look]) -> set[int]:
    """The places in `seen` that lie in a list of teasers: headline, blurb, headline, blurb ... at least three times.

    Sub-heads over single paragraphs alternate too, but are shorter: at most 8 words in the middle of a page's sub-heads.
    """
    found, start = set(), 0
    while start < len(seen) - 5:
        stop = start
        while stop + 1 < len(seen) and _is_headline(seen, stop, 5) and seen[stop + 1].prose:
            stop += 2
        sizes = sorted(seen[place].words for place in range(start, stop, 2))
        if len(sizes) >= 3 and sizes[len(sizes) // 2] >= 9:
            found.update(range(start, stop))
        start = max(stop, start + 1)
    return found


LINKED = frozenset({"link", "listed", "doubled", "media", "pointer"})
LONGEST_TEASER = 65  # words; 95 % of the seeds' teasers have fewer


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
    if BULLET.match(look.text) or listed(seen, position):
        return 0.2
    if look.words < 6 and look.sentence:
        return 0.3 if position and seen[position - 1].prose else -0.3
    if look.text.startswith(("“", '"')) and position + 1 < len(seen) and seen[position + 1].prose:
        return 0.1
    cost = 0.5 if look.words <= 9 else 1.0 if look.words <= 13 else 1.6
    cost += 1.0 * sum(_is_headline(seen, place) for place in (position - 1, position + 1))
    return -cost - (1.0 if counts[look.key] > 1 else 0.0)


def boxed(seen: list[Look], position: int) -> bool:
    """Is it the one item right under the name of a block of other articles?"""
    return position > 0 and seen[position - 1].kind == "header"


ABOUT = re.compile(rf"(?:Về|Giới thiệu(?: về)?|Đôi nét về|Vài nét về|Thông tin về|About)\s+[{UPPER}]")


def told_about(seen: list[Look], position: int) -> bool:
    """Is it the standing paragraph on a company at the foot of its press release ("Về Công ty ...")?"""
    if not position or not ABOUT.match(seen[position - 1].text) or seen[position - 1].words > 8 or seen[position - 1].prose:
        return False
    after = seen[position + 1:position + 3]
    return all(look.kind for look in after)


def listed(seen: list[Look], position: int) -> bool:
    """Does an item of a list begin here, opened by a line that ends with a colon? At most 12 lines further up."""
    for place in range(position - 1, max(-1, position - 13), -1):
        if seen[place].text.endswith(":") and seen[place].kind is None and seen[place].words >= 3:
            return True
        if seen[place].kind or seen[place].prose:
            return False
    return False


def teaser(seen: list[Look], position: int, head: str | None) -> bool:
    """Is this paragraph the blurb under the headline of another article?

    That is a headline printed twice in a row that is not this page's title, or one whose words the blurb tells again.
    """
    if position < 2:
        return position == 1 and seen[0].kind == "doubled"
    above, further = seen[position - 1], seen[position - 2]
    if echo(above, seen[position], 0.3 if cramped(seen, position - 1) else 0.45):
        return True
    if above.kind == "doubled":
        return seen[position].words < 45
    return above.key == further.key != head and above.kind is None and not above.prose and above.words >= 3


def spaced(seen: list[Look]) -> bool:
    """Does the page part its paragraphs by blank lines?"""
    gaps = [after.number - before.number > 1 for before, after in zip(seen, seen[1:], strict=False) if before.prose and after.prose]
    return len(gaps) >= 3 and sum(gaps) >= 0.6 * len(gaps)


def cramped(seen: list[Look], position: int) -> bool:
    """Is this line stuck to the lines above and below it in a page that parts its paragraphs by blank lines?"""
    if not 0 < position < len(seen) - 1:
        return False
    stuck = seen[position].number - seen[position - 1].number == 1 == seen[position + 1].number - seen[position].number
    return stuck and spaced(seen)


def echo(above: Look, paragraph: Look, share: float = 0.45) -> bool:
    """Does a paragraph of one sentence say again what the long headline right above it said, as blurbs do?

    Share of the headline's word pairs met in the paragraph: sub-heads of ten words and more at most .29 in the next
    paragraph.
    """
    if not headline(above) or not 10 <= above.words <= 26 or paragraph.words > 45 or ". " in paragraph.text[:-1]:
        return False
    parts = above.key.split()
    return sum(f"{left} {right}" in paragraph.key for left, right in zip(parts, parts[1:], strict=False)) >= share * len(parts)


def sums_up(content: list[Look], position: int) -> bool:
    """Do the words of this headline come back, pair by pair, in what follows it, as those of a sub-head do?

    Share of word pairs met again: long sub-head of a seed .93, related headlines of the seeds at most .40.
    """
    pairs = list(zip(content[position].key.split(), content[position].key.split()[1:], strict=False))
    after = " ".join(look.key for look in content[position + 1:position + 8])
    return sum(f"{left} {right}" in after for left, right in pairs) >= 0.6 * len(pairs)


def find_title(looks: list[Look], told: str | None = None, name: str = "") -> int | None:
    """The line number of the title, None if no line can be it. `told` is what the file itself says is its title.

    The title stands above the first paragraph of the article; only a line that is known to be it may stand elsewhere.
    """
    seen = [look for look in looks if look.kind not in UNSEEN]
    counts = Counter(look.key for look in looks)
    states = divide(looks, None)
    first = next((look.number for look in seen if look.prose and states[look.number] == ARTICLE), 0)
    scored = [(_title_score(seen, place, counts, told, plain(name)) - (6.0 if seen[place].number > first else 0.0), -place)
              for place in range(len(seen))]
    score, place = max(scored, default=(0, 0))
    return seen[-place].number if score >= 3 else None


def _title_score(seen, position, counts, told, name):
    look = seen[position]
    if look.kind or not 3 <= look.words <= 40 or re.search(r"[^.]\.$|[:;,]$", look.text):
        return 0
    after = [seen[place] for place in range(position + 1, min(position + 6, len(seen)))]
    twin = any(0 <= place < len(seen) and seen[place].key == look.key for place in (position - 1, position + 1))
    near_date = any(other.kind == "date" for other in seen[max(0, position - 2):position] + after[:4])
    follows = next((distance for distance, other in enumerate(after) if other.prose), 9)
    rivals = sum(_is_headline(seen, place) for place in (position - 1, position + 1))
    score = 2.0 * near_date + max(0, 2.5 - 0.5 * follows) + (6 <= look.words <= 28) + (position == 0) - 0.5 * rivals
    score += (1.5 if counts[look.key] > 1 and not twin else 0) - 2.0 * twin
    score += 3.0 * (look.hint == "h1") + (6.0 if told and same(look.text, told) else 0)
    slug = plain(look.text)
    score += 5.0 if len(slug) >= 12 and (slug in name or len(name) >= 20 and name.startswith(slug[:20])) else 0
    return score - position * 0.01


def same(text: str, told: str) -> bool:
    """Is it the same title, leaving aside the outlet's name behind a separator?

    >>> same("Việt Nam và Nga", "Việt Nam và Nga | Báo Mẫu")
    True
    """
    left, right = plain(text), plain(told)
    return left == right or (len(left) >= 10 and right.startswith(left)) or (len(right) >= 10 and left.startswith(right))


def plain(text: str) -> str:
    """Letters without accents and figures, nothing else, to compare titles with file names.

    >>> plain("Việt Nam - Đối tác")
    'vietnamdoitac'
    """
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(sign for sign in text if sign.isalnum() and sign.isascii() or sign.isalpha() and not sign.isascii())
