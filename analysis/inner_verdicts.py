"""A line between an article's first and last comes in; what it is there goes out ("body", "subhead", "link" ...).

RULES is the list of the rules, the first that fits decides. Here, other than in analysis.line_kinds, the neighbours and
the words of the article are asked; the line has no kind by its wording.
"""

import re
from collections.abc import Callable

from analysis import blocks, bylines, captions, echoes, endings, ordinals, overlap, short_lines, teasers
from analysis.article_lines import Article
from analysis.lines import BULLET, DOT, Look, above
from analysis.vocabulary import INNER_END, UPPER, key_of, vocabulary

LONGEST_PERSON = 14  # words of a name with what the person does
LONGEST_INTRODUCTION = 14  # words of the line above a bulleted list
LONGEST_ANSWER = 5  # words; a longer one is running text
KNOWN = 0.75  # share of a caption's words that the article has too; of two that end with a full stop 1.0 and .9
LONGEST_KEYWORD = 7  # words
BREAKS_DOWN = ("Trong đó", "Cụ thể", "Còn lại")
SUMS = ("Tổng cộng", "Tổng:", "Cộng:", "Tổng trị giá", "Tổng giá trị")
SHORTEST_LINKED = 6  # words of a list item that may be the headline of another article
# What stands right below a line that is no sub-head.
NO_TEXT = frozenset(
    {"header", "date", "comment", "menu", "tags", "footer", "media", "slug", "author", "source", "link"}
)


def inside(article: Article, each: Look, place: int) -> str:
    """The verdict on the line at a place of the article: the first of RULES, "subhead" if none fits."""
    return next((verdict for verdict, test in RULES if test(article, each, place)), "subhead")


def _marked_outside(article, each, place):
    """The page's markup says that it is no part of the article."""
    return each.prose and each.hint in blocks.OUTSIDE and article.marked


def _moment_told(article, each, place):
    return each.prose and _in_timeline(article, place)


def _moment(article, each, place):
    return not each.prose and _in_timeline(article, place)


def _in_timeline(article, place):
    content = article.content
    return short_lines.timeline(content, place) or place and short_lines.timeline(content, place - 1)


def _fact(article, each, place):
    return place in article.facts or not each.prose and place in article.counted


def _opens_count(article, each, place):
    return ordinals.opens(article.content, place, article.counted)


def _names_box(article, each, place):
    return place + 1 in article.facts and short_lines.names_box(each)


def _names_table(article, each, place):
    return short_lines.names_table(article.content, place)


def _over_table(article, each, place):
    """A line that lost its full stop between the text and the first row of a table."""
    below = article.content[place + 1 : place + 2]
    told = article.prose_at(place - 1) or article.prose_at(place - 2)
    return not each.prose and told and any(other.kind == "row" for other in below)


VALUE = re.compile(r": (?:[^\W\d]+ ){0,2}\d")
LONGEST_LONE, LONE_VALUE = 8, 0.6  # words; share of a labelled value's words that the text has too


def _lone_value(article, each, place):
    """A labelled value between two paragraphs, on what the text speaks of ("Kỳ hạn sáu tháng: 2,9%")."""
    beside = article.beside(place)
    if each.prose or each.words > LONGEST_LONE or VALUE.search(each.text) is None:
        return False
    if len(beside) < 2 or not all(other.prose for other in beside):
        return False
    words = [word for word in each.key.split() if word.isalpha()]
    told = article.said.count(words)
    return told >= LONE_VALUE * len(words)


def _worded_as_caption(article, each, place):
    """The last paragraph, and the one right below another caption, are none."""
    if short_lines.listed(article.content, place) or BULLET.match(each.text):
        return False
    beside = article.beside(place)
    if captions.deed(each) and overlap.coverage(each, article.said.without([each])) >= KNOWN:
        return _amid_text(article, each, place)
    if captions.named(each):
        return len(beside) == 2 and place - 1 not in article.questions and _amid_text(article, each, place)
    if captions.located(each) and len(beside) == 2 and all(other.prose for other in beside):
        return each.hint != "heading"
    if not captions.worded(each, len(beside) == 2 and all(other.running for other in beside)):
        return False
    return not each.prose or captions.posed(each) or _amid_text(article, each, place)


def _amid_text(article, each, place):
    """Are there paragraphs below, and no caption right above?"""
    before = above(article.looks, each)
    captioned = before is not None and before.kind == "caption"
    return not captioned and any(other.prose for other in article.content[place + 1 :])


BRACKETED = re.compile(r"\([^()]+\)")
SHORTEST_BRACKETED = 6  # words; shorter ones say of what a table's figures are, or that the text goes on


def _bracketed(article, each, place):
    """A line in brackets between two paragraphs."""
    if each.prose or each.words < SHORTEST_BRACKETED or BRACKETED.fullmatch(each.text) is None:
        return False
    return article.prose_at(place - 1) and article.prose_at(place + 1)


def _agency(article, each, place):
    """The name of an agency alone, where its picture stood."""
    return not each.prose and each.key in vocabulary().agency and article.prose_at(place - 1)


def _figure_card(article, each, place):
    return place in article.cards


def _speaker(article, each, place):
    """Who said the quotation right above."""
    return echoes.speaks(article.content, place) and _person(article, each, place)


def _person(article, each, place):
    """A name with what the person does, as below a picture, and not in a list of people."""
    if each.prose or "," not in each.text or each.words > LONGEST_PERSON or not echoes.signs(each):
        return False
    others = article.content[place + 1 : place + 2]
    return not any(not other.prose and other.kind is None and echoes.signs(other) for other in others)


def _blurb(article, each, place):
    return place in article.blurbs


def _other_language(article, each, place):
    """English in a Vietnamese article, as the summary of a journal is."""
    if not each.prose or each.words < 10 or bylines.ENGLISH.isdisjoint(each.key.split()):
        return False
    return article.language == "vi" and bylines.language(each.text) == "en"


def _asked_link(article, each, place):
    """A question behind the mark of a list, alone between paragraphs: the headline of another article."""
    if not each.text.endswith("?") or not DOT.match(each.text):
        return False
    return not any(BULLET.match(other.text) for other in article.beside(place))


def _paragraph(article, each, place):
    return each.prose


def _run_on(article, each, place):
    """The headlines of other articles in one line without a full stop, stuck below the lede of a parted page."""
    if each.sentence or not each.prose or not article.parted or not article.prose_at(place + 1):
        return False
    before, after = article.content[place - 1], article.content[place + 1]
    stuck = each.number - before.number == 1 < after.number - each.number
    if not stuck or before is not article.prose[0] or INNER_END.search(each.text):
        return False
    return teasers.strange(each, article.said.without([each]))


def _heads_blurb(article, each, place):
    return place + 1 in article.blurbs


def _heads_part(article, each, place):
    """The head of an item of a roundup, of a moment or a chapter."""
    return each.number in article.heads


def _in_box(article, each, place):
    return teasers.boxed(article.content, place)


def _short_sentence(article, each, place):
    """A closed sentence of few words, and not of names alone."""
    if each.words > LONGEST_ANSWER or not each.sentence:
        return False
    return sum(word[:1].islower() for word in each.text.split()) >= 2


def _answer(article, each, place):
    return each.sentence and place - 1 in article.questions


def _cell(article, each, place):
    return place in article.tables


def _cell_of_board(article, each, place):
    return place in article.boards


def _listed(article, each, place):
    return short_lines.listed(article.content, place)


def _enumerated(article, each, place):
    """An item of a list whose items end with semicolons."""
    beside = [each, *article.beside(place)]
    return BULLET.match(each.text) and any(BULLET.match(other.text) and other.text.endswith(";") for other in beside)


SERIES = re.compile(r"(?:Bài|Kỳ|Tập)\s(?:\d{1,2}|[IVX]{1,4}|cuối|đầu)\s?[:.–-]", re.I)


def _part_of_series(article, each, place):
    """One of the parts of a series, with another one right above or below; a part's own head has text under it."""
    return SERIES.match(each.text) and any(SERIES.match(other.text) for other in article.beside(place))


def _bulleted_link(article, each, place):
    """A list item that browsers marked and no sentence, or a longer one that the text never speaks of.

    Not of the list that ends the article.
    """
    if not BULLET.match(each.text):
        return False
    if endings.last_list(article.shown, article.shown.index(each)):
        return False
    if DOT.match(each.text) and not each.sentence:
        return True
    return each.words >= SHORTEST_LINKED and teasers.strange(each, article.said)


def _bulleted(article, each, place):
    return BULLET.match(each.text)


def _loose(article, each, place):
    """Something else than text stands right below; a sub-head belongs to the paragraph under it."""
    below = (other for other in article.looks[each.number :] if other.kind not in blocks.UNSEEN)
    after = next((other for other in below if other.kind != "control"), None)
    return after is None or after.kind in NO_TEXT


def _heads_timeline(article, each, place):
    return short_lines.timeline(article.content, place + 1)


def _question(article, each, place):
    return place in article.questions or short_lines.asks(each) and article.prose_at(place + 1)


def _introduces_speaker(article, each, place):
    return short_lines.introduces(each)


def _speakers_point(article, each, place):
    """Who speaks below, and the point made ("TS Lê Văn A: ..."); the name comes back in the text."""
    name, colon, _ = each.text.partition(":")
    if not colon or not short_lines.NAMED.match(name) or not article.prose_at(place + 1):
        return False
    return key_of(name.split()[-1]) in article.content[place + 1].key.split()


def _marked_heading(article, each, place):
    return each.hint == "heading"


def _timed(article, each, place):
    """The line under its time, in a live report."""
    before = above(article.looks, each)
    return before is not None and before.kind == "clock"


def _heads_list(article, each, place):
    items = [other for other in article.content[place + 1 : place + 3] if BULLET.match(other.text)]
    return len(items) == 2 and each.words <= LONGEST_INTRODUCTION


def _quoted_over_text(article, each, place):
    return each.text.startswith(("“", '"')) and article.prose_at(place + 1)


def _taken_up(article, each, place):
    """The next line breaks down what this one says ("Trong đó: ...")."""
    return article.prose_at(place + 1) and article.content[place + 1].text.startswith(BREAKS_DOWN)


def _sum(article, each, place):
    """What the figures told above come to."""
    return each.text.startswith(SUMS) and any(map(str.isdigit, each.text)) and article.prose_at(place + 1)


CHANGE = r"[^,]*\b(?:tăng|giảm|đạt|chiếm|còn)\s[^,]*\d[\d,]*[^,]*"
CHANGES = re.compile(rf"{CHANGE}(?:,\s{CHANGE})+")
NAMED = re.compile(rf"\s(?![IVX]+\b|USD\b|GDP\b)[{UPPER}]")


def _changes(article, each, place):
    """Two figures of what the text is about, one behind the other; a headline names whose they are."""
    if ", " not in each.text or CHANGES.fullmatch(each.text) is None or NAMED.search(each.text):
        return False
    beside = article.beside(place)
    return len(beside) == 2 and all(other.prose for other in beside)


def _cramped(article, each, place):
    """A longer line stuck to its neighbours."""
    return each.words > blocks.SHORT_SUBHEAD and teasers.cramped(article.content, place, article.parted)


def _among_headlines(article, each, place):
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


def _keyword(article, each, place):
    """A short line in small letters right below or above another one: the page's keywords, one a line."""
    return _small(each) and any(map(_small, article.beside(place)))


def _small(other):
    return other.text[:1].islower() and other.words <= LONGEST_KEYWORD and not other.prose


# Share of words and pairs that a sub-head has in the long paragraph under it: of 50 headlines of other articles there
# one of few words has more than .4.
TOLD_BELOW, LONGEST_TOLD = 0.42, 12


def _strange(article, each, place):
    """The headline of another article, unless the long paragraph right below takes up its words."""
    below = article.content[place + 1 : place + 2]
    if below and below[0].running and each.words <= LONGEST_TOLD:
        return teasers.strange(each, article.said) and overlap.about(each, overlap.joined(below)) < TOLD_BELOW
    return teasers.strange(each, article.said)


RULES: tuple[tuple[str, Callable[[Article, Look, int], object]], ...] = (
    ("hidden", _marked_outside),
    ("body", _moment_told),
    ("item", _moment),
    ("item", _fact),
    ("subhead", _names_box),
    ("subhead", _opens_count),
    ("subhead", _names_table),
    ("subhead", _over_table),
    ("subhead", _heads_part),
    ("caption", _worded_as_caption),
    ("caption", _bracketed),
    ("credit", _agency),
    ("repeat", _figure_card),
    ("item", _speaker),
    ("caption", _person),
    ("teaser", _blurb),
    ("teaser", _other_language),
    ("teaser", _run_on),
    ("link", _asked_link),
    ("body", _paragraph),
    # Below this line only what is no paragraph.
    ("link", _heads_blurb),
    ("link", _in_box),
    ("body", _short_sentence),
    ("body", _answer),
    ("item", _cell),
    ("listed", _cell_of_board),
    ("item", _lone_value),
    ("item", _listed),
    ("item", _enumerated),
    ("link", _part_of_series),
    ("link", _bulleted_link),
    ("item", _bulleted),
    ("link", _loose),
    ("subhead", _heads_timeline),
    ("subhead", _question),
    ("subhead", _introduces_speaker),
    ("subhead", _speakers_point),
    ("subhead", _marked_heading),
    ("subhead", _timed),
    ("subhead", _heads_list),
    ("subhead", _quoted_over_text),
    ("item", _sum),
    ("body", _taken_up),
    ("body", _changes),
    ("link", _cramped),
    ("link", _among_headlines),
    ("link", _strange),
    ("tags", _keyword),
)
