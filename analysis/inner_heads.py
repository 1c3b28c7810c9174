"""A line between an article's first and last comes in; whether it is a sub-head, or another headline, goes out.

Each function is a test of inner_verdicts.RULES.
"""

from analysis import blocks, overlap, short_lines, teasers
from analysis.lines import BULLET, HEADING, above
from analysis.vocabulary import key_of

LONGEST_INTRODUCTION = 14  # words of the line above a bulleted list
LONGEST_KEYWORD = 7  # words
BREAKS_DOWN = ("Trong đó", "Cụ thể", "Còn lại")
# What stands right below a line that is no sub-head.
NO_TEXT = frozenset(
    {"header", "date", "comment", "menu", "tags", "footer", "media", "slug", "author", "source", "link"}
)


def loose(article, each, place):
    """Something else than text stands right below; a sub-head belongs to the paragraph under it."""
    below = (other for other in article.looks[each.number :] if other.kind not in blocks.UNSEEN)
    after = next((other for other in below if other.kind != "control"), None)
    return after is None or after.kind in NO_TEXT


def heads_timeline(article, each, place):
    """The line above the first moment of a chronicle."""
    return short_lines.timeline(article.content, place + 1)


def question(article, each, place):
    """The question of an interview, or one that the paragraph right below answers."""
    return place in article.questions or short_lines.asks(each) and article.prose_at(place + 1)


def introduces_speaker(article, each, place):
    """It says who speaks below."""
    return short_lines.introduces(each)


def speakers_point(article, each, place):
    """Who speaks below, and the point made ("TS Lê Văn A: ..."); the name comes back in the text."""
    name, colon, _ = each.text.partition(":")
    if not colon or not short_lines.NAMED.match(name) or not article.prose_at(place + 1):
        return False
    return key_of(name.split()[-1]) in article.content[place + 1].key.split()


def marked_heading(article, each, place):
    """The page's markup says that it is a heading."""
    return each.hint in HEADING


def own_heading(article, each, place):
    """The page's markup says that it is a heading, and it stands among the paragraphs that stand together."""
    return each.hint == "subhead" and (article.prose_at(place + 1) or not loose(article, each, place))


def timed(article, each, place):
    """The line under its time, in a live report."""
    before = above(article.looks, each)
    return before is not None and before.kind == "clock"


def heads_list(article, each, place):
    """A short line above two bulleted items."""
    items = [other for other in article.content[place + 1 : place + 3] if BULLET.match(other.text)]
    return len(items) == 2 and each.words <= LONGEST_INTRODUCTION


def quoted_over_text(article, each, place):
    """A quotation above a paragraph."""
    return each.text.startswith(("“", '"')) and article.prose_at(place + 1)


def part(article, each, place):
    """The name of what the paragraph below is about, and a word on it ("Tôm: cạnh tranh từ Ecuador")."""
    name, colon, rest = each.text.partition(": ")
    if not colon or len(name.split()) > LONGEST_PART or not rest[:1].islower():
        return False
    if not article.prose_at(place - 1) or not article.prose_at(place + 1):
        return False
    return f" {key_of(name)} " in f" {article.content[place + 1].key} "


LONGEST_PART = 4  # words of the name


def box(article, each, place):
    """The name of a box of the article, with its label ("Hộp dữ liệu: ...")."""
    return short_lines.labelled_box(each)


def taken_up(article, each, place):
    """The next line breaks down what this one says ("Trong đó: ...")."""
    return article.prose_at(place + 1) and article.content[place + 1].text.startswith(BREAKS_DOWN)


def cramped(article, each, place):
    """A longer line stuck to its neighbours."""
    return each.words > blocks.SHORT_SUBHEAD and teasers.cramped(article.content, place, article.parted)


def among_headlines(article, each, place):
    """The headline of another article right above or below, unless this is a short line over text."""
    if each.words <= blocks.SHORT_SUBHEAD and article.prose_at(place + 1):
        return False
    own = _short_below_text(article, each, place)
    rivals = (other for other in article.beside(place) if _rival(other))
    return any(not (own and teasers.strange(other, article.said)) for other in rivals)


def _rival(other):
    return short_lines.headline(other) and other.words > 5 and not other.text.endswith(":")


def _short_below_text(article, each, place):
    """A short line below a paragraph, in words of the article."""
    if not 4 <= each.words <= blocks.SHORT_SUBHEAD or not article.prose_at(place - 1):
        return False
    return overlap.coverage(each, article.said) >= teasers.RELATED


def keyword(article, each, place):
    """A short line in small letters right below or above another one: the page's keywords, one a line."""
    return _small(each) and any(map(_small, article.beside(place)))


def _small(other):
    return other.text[:1].islower() and other.words <= LONGEST_KEYWORD and not other.prose


# Share of words and pairs that a sub-head has in the long paragraph under it: of 50 headlines of other articles there
# one of few words has more than .4.
TOLD_BELOW = 0.42
LONGEST_TOLD = 12  # words


def strange(article, each, place):
    """The headline of another article, unless the long paragraph right below takes up its words."""
    below = article.content[place + 1 : place + 2]
    if below and below[0].running and each.words <= LONGEST_TOLD:
        return teasers.strange(each, article.said) and overlap.about(each, overlap.joined(below)) < TOLD_BELOW
    return teasers.strange(each, article.said)
