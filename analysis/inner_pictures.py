"""A line between an article's first and last comes in; whether it belongs to a picture or says who spoke goes out.

Each function is a test of inner_verdicts.RULES.
"""

import re

from analysis import captions, echoes, overlap, short_lines, teasers
from analysis.caption_signs import signed
from analysis.lines import BULLET, HEADING, above
from analysis.vocabulary import INNER_END, vocabulary

LONGEST_PERSON = 14  # words of a name with what the person does
KNOWN = 0.75  # share of a caption's words that the article has too; of two that end with a full stop 1.0 and .9


def worded_as_caption(article, each, place):
    """The last paragraph, and the one right below another caption, are none."""
    if short_lines.listed(article.content, place) or BULLET.match(each.text):
        return False
    beside = article.beside(place)
    if captions.deed(each) and overlap.coverage(each, article.said.without([each])) >= KNOWN:
        return _amid_text(article, each, place)
    if captions.named(each):
        return len(beside) == 2 and place - 1 not in article.questions and _amid_text(article, each, place)
    if captions.located(each) and len(beside) == 2 and all(other.prose for other in beside):
        return each.hint not in HEADING
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


def bracketed(article, each, place):
    """A line in brackets between two paragraphs."""
    if each.prose or each.words < SHORTEST_BRACKETED or BRACKETED.fullmatch(each.text) is None:
        return False
    return article.prose_at(place - 1) and article.prose_at(place + 1)


def agency(article, each, place):
    """The name of an agency alone, where its picture stood."""
    return not each.prose and each.key in vocabulary().agency and article.prose_at(place - 1)


COMMON = frozenset(
    "và của các những là có cho với ở tại trong từ đến được một này đó khi thì mà vào ra về theo để không cũng đã sẽ"
    " đang bị do như trên sau trước hai ba nhiều ông bà anh chị người năm ngày tháng việt nam nga".split()
)  # words that two lines may share without speaking of the same
SHORTEST_VIEW, LONGEST_VIEW = 5, 16  # words of a caption without a credit


def view(article, each, place):
    """A line between two paragraphs that shows what the one above tells, and nothing of the one below.

    A sub-head speaks of what follows. Of 25 captions without a credit in pages by many hands, 10 share three words and
    two neighbours with the paragraph above and no more than one word with that below; of 200 sub-heads none.
    """
    if each.prose or not SHORTEST_VIEW <= each.words <= LONGEST_VIEW or NO_VIEW.search(each.text):
        return False
    if len(beside := article.beside(place)) != 2 or not all(map(_paragraph, beside)) or each.hint in HEADING:
        return False
    told = set(each.key.split()) - COMMON
    above, below = (len(told & set(other.key.split())) for other in beside)
    paired, after = (overlap.pairs(each, overlap.joined([other])) for other in beside)
    return above >= 3 and below <= 1 and paired > 0 and after == 0


def _paragraph(look):
    return look.prose and look.words >= SHORTEST_PARAGRAPH


SHORTEST_PARAGRAPH = 20  # words
NO_VIEW = re.compile(r"[?:!.;…“”\"]|^\W|^\d+[.)]")


def speaker(article, each, place):
    """Who said the quotation right above."""
    return echoes.speaks(article.content, place) and person(article, each, place)


def person(article, each, place):
    """A name with what the person does, as below a picture, and not in a list of people."""
    if each.prose or "," not in each.text or each.words > LONGEST_PERSON or not echoes.signs(each):
        return False
    others = article.content[place + 1 : place + 2]
    return not any(not other.prose and other.kind is None and echoes.signs(other) for other in others)


SHORTEST_CARD, LONGEST_CARD = 5, 25  # words of a card's headline; of the sentence below it


def blurb_of_card(article, each, place):
    """One sentence of its own below a headline stuck to a credited caption, and no text after it; below a quotation
    drawn out of the text it is the article's."""
    if not each.prose or each.words > LONGEST_CARD or INNER_END.search(each.text) or article.prose_at(place + 1):
        return False
    name = above(article.looks, each)
    if name is None or name.kind is not None or name.words < SHORTEST_CARD or name.sentence:
        return False
    if name.text.startswith(("“", '"')) or not teasers.strange(each, article.said.without([each])):
        return False
    picture = above(article.looks, name)
    credited = picture is not None and signed(picture.text, picture.words, vocabulary())
    return credited and not signed(name.text, name.words, vocabulary())
