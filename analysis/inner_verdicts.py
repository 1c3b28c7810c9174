"""A line between an article's first and last comes in; what it is there goes out ("body", "subhead", "link" ...).

RULES is the list of the rules, the first that fits decides. Here, other than in analysis.line_kinds, the neighbours and
the words of the article are asked; the line has no kind by its wording.
"""

from collections.abc import Callable

from analysis import blocks, bylines, inner_heads, inner_lists, inner_pictures, ordinals, short_lines, teasers
from analysis.article_lines import Article
from analysis.lines import BULLET, DOT, Look
from analysis.vocabulary import INNER_END

LONGEST_ANSWER = 5  # words; a longer one is running text


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


def _figure_card(article, each, place):
    return place in article.cards


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


RULES: tuple[tuple[str, Callable[[Article, Look, int], object]], ...] = (
    ("hidden", _marked_outside),
    ("body", _moment_told),
    ("item", _moment),
    ("item", inner_lists.fact),
    ("subhead", _names_box),
    ("subhead", _opens_count),
    ("subhead", _names_table),
    ("subhead", _over_table),
    ("subhead", _heads_part),
    ("caption", inner_pictures.worded_as_caption),
    ("caption", inner_pictures.bracketed),
    ("caption", inner_pictures.view),
    ("credit", inner_pictures.agency),
    ("repeat", _figure_card),
    ("item", inner_pictures.speaker),
    ("caption", inner_pictures.person),
    ("teaser", _blurb),
    ("teaser", inner_pictures.blurb_of_card),
    ("teaser", _other_language),
    ("teaser", _run_on),
    ("link", _asked_link),
    ("body", _paragraph),
    # Below this line only what is no paragraph.
    ("subhead", inner_heads.own_heading),
    ("subhead", inner_heads.box),
    ("subhead", inner_heads.part),
    ("item", inner_lists.own_item),
    ("link", _heads_blurb),
    ("link", _in_box),
    ("body", _short_sentence),
    ("body", _answer),
    ("item", inner_lists.cell),
    ("listed", inner_lists.cell_of_board),
    ("item", inner_lists.lone_value),
    ("item", inner_lists.listed),
    ("item", inner_lists.enumerated),
    ("link", inner_lists.part_of_series),
    ("link", inner_lists.bulleted_link),
    ("item", inner_lists.bulleted),
    ("link", inner_heads.loose),
    ("subhead", inner_heads.heads_timeline),
    ("subhead", inner_heads.question),
    ("subhead", inner_heads.introduces_speaker),
    ("subhead", inner_heads.speakers_point),
    ("subhead", inner_heads.marked_heading),
    ("subhead", inner_heads.timed),
    ("subhead", inner_heads.heads_list),
    ("subhead", inner_heads.quoted_over_text),
    ("item", inner_lists.total),
    ("body", inner_heads.taken_up),
    ("body", inner_lists.changes),
    ("link", inner_heads.cramped),
    ("link", inner_heads.among_headlines),
    ("link", inner_heads.strange),
    ("tags", inner_heads.keyword),
)
