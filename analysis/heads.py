"""The verdicts on the lines of a page come in; those on sub-heads and blurbs that do not fit their neighbours go out.

A sub-head has its text below it, kept as well; a blurb has the headline above it, left out as well.
"""

from analysis import overlap, short_lines
from analysis.authors import author_of
from analysis.endings import bylined
from analysis.lines import BULLET, DATELINE, HEADING, NUMBERED, SPOKEN, Look
from analysis.unclosed import refers_back
from analysis.vocabulary import INNER_END, RATED

AWAY = frozenset({"teaser", "listed", "hidden", "after", "before"})
BESIDE = frozenset({"blank", "placeholder", "caption", "credit", "control", "clock", "wrapped", "printed"})
# The only sub-head of an article, of LONG_LONE words and more, shares words with the paragraphs below it or a pair of
# words with the text: so do all of 7 in the dev pages, and 3 of 9 headlines of other articles of that size.
LONG_LONE, SHARED, PAIRED = 8, 0.3, 0.13
# Share of words and pairs of another article's headline, of as many words, met in the one sentence below it: .21 to .3
# in three of five blurbs that were kept in the pages read, .15 and less in six paragraphs of articles that stood so.
ECHOED = 0.2


def settled(looks: list[Look], verdicts: dict[int, str], parted: bool, text: overlap.Bag) -> dict[int, str]:
    """{line number: verdict} of the lines to be judged otherwise. `parted`: do blank lines part the paragraphs?"""
    lines = [each for each in looks if each.kind not in BESIDE]
    found, verdicts = {}, dict(verdicts)
    begun = False  # the first paragraph is no blurb
    for place, each in enumerate(lines):
        if verdicts[each.number] == "body" and not begun:
            begun = True
        elif verdicts[each.number] == "body" and _blurb(lines, place, verdicts, parted, text):
            found[each.number] = verdicts[each.number] = "teaser"
    for place, each in enumerate(lines):
        if verdicts[each.number] == "subhead" and _heads_nothing(lines, place, verdicts):
            found[each.number] = verdicts[each.number] = "link"
    seen = [each for each in looks if each.kind != "blank"]
    for above, each in zip(seen, seen[1:], strict=False):
        named = verdicts[each.number] == "subhead" and each.words <= 4 and author_of(each.text) is not None
        if named and verdicts[above.number] in ("caption", "link"):
            found[each.number] = verdicts[each.number] = "credit"
    subheads = [place for place, each in enumerate(lines) if verdicts[each.number] == "subhead"]
    if len(subheads) == 1 and _stray(lines, subheads[0], verdicts, text):
        found[lines[subheads[0]].number] = "link"
    return found


def _heads_nothing(lines, place, verdicts):
    """Is the paragraph right below left out?"""
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None:
        return False
    return below.prose and verdicts[below.number] in AWAY or verdicts[below.number] == "link" and _rate(below)


def _rate(look):
    """A line of a board of prices ("Cần Thơ: 31.200 đồng/kg")?"""
    return look.words <= LONGEST_RATE and RATED.search(look.text) is not None


LONGEST_RATE = 6  # words


def _blurb(lines, place, verdicts, parted, text):
    """Is it a short paragraph under a headline that is left out, stuck to it, or the last of the article?"""
    each, above = lines[place], lines[place - 1] if place else None
    if (
        above is None
        or each.running
        or not each.prose
        or each.words > 45
        or SPOKEN.match(each.text)
        or refers_back(each.text)
        or each.text.endswith(("./.", ":"))
        or _rate(above)
    ):
        return False
    below = lines[place + 1] if place + 1 < len(lines) else None
    if above.words < 4 or above.prose or BULLET.match(each.text):
        return False
    if below is not None and below.kind in ("date", "url") and above.kind in (None, "link"):
        return True
    if verdicts[above.number] == "listed" and below is not None and verdicts[below.number] in ("subhead", "item"):
        return True
    next_to = each.number - above.number <= 1 + parted
    if verdicts[above.number] in ("link", "listed") and next_to and _shares_strange(above, each, text):
        return True
    if verdicts[above.number] not in ("link", "pointer"):
        return False
    pointed = verdicts[above.number] == "pointer"
    told = pointed and overlap.about(above, overlap.joined([each])) >= ECHOED
    if pointed and not told and below is not None and _signed(below):
        return False
    if verdicts[above.number] == "link" and next_to and above.words >= LONG_LONE and _tells_again(above, each):
        return True
    if pointed and each.text.endswith("?"):
        return True
    if parted and each.number - above.number == 1:
        return place < 2 or above.number - lines[place - 2].number > 1 or pointed
    last = not any(verdicts[other.number] in ("body", "item", "subhead") for other in lines[place + 1 :])
    if pointed and not told:  # a line that points elsewhere has hardly a blurb
        return False
    rest = text.without([each])
    return last and overlap.unmet(each, rest) and overlap.about(each, rest) < AT_HOME


# Share of words and pairs of an article's last sentence, below another headline and with a name of its own, met in the
# text: .92 and .95 in the two met so, .75 in the one blurb.
AT_HOME = 0.85


def _signed(look):
    """Is it the byline below an article?"""
    return look.kind in ("author", "source") or bylined(look)


def _shares_strange(above, each, text):
    """Is it one sentence that has a word of the headline above which the text has nowhere else?"""
    if above.words < LONG_LONE or INNER_END.search(each.text) or above.text[:1] in '“"«':
        return False
    rest, shared = text.without([each]), set(above.key.split()) & set(each.key.split())
    return any(len(word) >= SHORTEST_WORD and word.isalpha() and not rest.has(word) for word in shared)


SHORTEST_WORD = 3  # letters


def _tells_again(above, each):
    """Does one sentence open as a dispatch, or go on about what the headline above speaks of?"""
    if INNER_END.search(each.text):
        return False
    return DATELINE.match(each.text) is not None or overlap.about(above, overlap.joined([each])) >= ECHOED


def _stray(lines, place, verdicts, text):
    """Does the only sub-head speak of something else than the text below it?"""
    each = lines[place]
    if each.words < LONG_LONE or each.text[:1] in '“"«' or short_lines.labelled_box(each):
        return False
    if each.hint in HEADING or NUMBERED.match(each.text) or short_lines.asks(each):
        return False
    if any(verdicts[other.number] == "item" for other in lines[place + 1 : place + 2]):  # over a table or a list
        return False
    below = [other for other in lines[place + 1 :] if other.prose and verdicts[other.number] == "body"][:3]
    return overlap.coverage(each, overlap.joined(below)) < SHARED and overlap.pairs(each, text) < PAIRED
