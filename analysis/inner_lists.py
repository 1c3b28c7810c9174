"""A line between an article's first and last comes in; whether it is part of a list, a table or a sum goes out.

Each function is a test of inner_verdicts.RULES.
"""

import re

from analysis import endings, short_lines, teasers
from analysis.lines import BULLET, DOT
from analysis.vocabulary import UPPER

SUMS = ("Tổng cộng", "Tổng:", "Cộng:", "Tổng trị giá", "Tổng giá trị")
SHORTEST_LINKED = 6  # words of a list item that may be the headline of another article


def fact(article, each, place):
    """A fact of a box, or an item of a count in words."""
    return place in article.facts or not each.prose and place in article.counted


VALUE = re.compile(r": (?:[^\W\d]+ ){0,2}\d")
LONGEST_LONE = 8  # words
LONE_VALUE = 0.6  # share of a labelled value's words that the text has too


def lone_value(article, each, place):
    """A labelled value between two paragraphs, on what the text speaks of ("Kỳ hạn sáu tháng: 2,9%")."""
    beside = article.beside(place)
    if each.prose or each.words > LONGEST_LONE or VALUE.search(each.text) is None:
        return False
    if len(beside) < 2 or not all(other.prose for other in beside):
        return False
    words = [word for word in each.key.split() if word.isalpha()]
    told = article.said.count(words)
    return told >= LONE_VALUE * len(words)


def cell(article, each, place):
    """The cell of a table saved as one cell a line."""
    return place in article.tables


def cell_of_board(article, each, place):
    """The cell of a board of rates."""
    return place in article.boards


def listed(article, each, place):
    """An item below the line that announces a list."""
    return short_lines.listed(article.content, place)


def enumerated(article, each, place):
    """An item of a list whose items end with semicolons."""
    beside = [each, *article.beside(place)]
    return BULLET.match(each.text) and any(BULLET.match(other.text) and other.text.endswith(";") for other in beside)


SERIES = re.compile(r"(?:Bài|Kỳ|Tập)\s(?:\d{1,2}|[IVX]{1,4}|cuối|đầu)\s?[:.–-]", re.I)


def part_of_series(article, each, place):
    """One of the parts of a series, with another one right above or below; a part's own head has text under it."""
    return SERIES.match(each.text) and any(SERIES.match(other.text) for other in article.beside(place))


def bulleted_link(article, each, place):
    """A list item that browsers marked and no sentence, or a longer one that the text never speaks of.

    Not of the list that ends the article.
    """
    if not BULLET.match(each.text):
        return False
    if endings.last_list(article.shown, article.shown.index(each)) or _in_profile(article, place):
        return False
    if DOT.match(each.text) and not each.sentence:
        return True
    return each.words >= SHORTEST_LINKED and teasers.strange(each, article.said)


FEWEST_TOLD = 2


def _in_profile(article, place):
    """Is it in a list of what somebody or something is, two items with a label and one of them on the text's matter?"""
    listed = [each for each in _run(article.content, place) if short_lines.FACT.fullmatch(each.text)]
    told = any(not teasers.strange(each, article.said.without([each])) for each in listed)
    return len(listed) >= FEWEST_TOLD and told


def _run(content, place):
    """The items of the list around a place."""
    first = last = place
    while first and BULLET.match(content[first - 1].text):
        first -= 1
    while last + 1 < len(content) and BULLET.match(content[last + 1].text):
        last += 1
    return content[first : last + 1]


def own_item(article, each, place):
    """It has the mark of a list and stands among the paragraphs that stand together in the page's markup."""
    return each.hint == "own" and BULLET.match(each.text)


def bulleted(article, each, place):
    """It has the mark of a list."""
    return BULLET.match(each.text)


def total(article, each, place):
    """What the figures told above come to."""
    return each.text.startswith(SUMS) and any(map(str.isdigit, each.text)) and article.prose_at(place + 1)


CHANGE = r"[^,]*\b(?:tăng|giảm|đạt|chiếm|còn)\s[^,]*\d[\d,]*[^,]*"
CHANGES = re.compile(rf"{CHANGE}(?:,\s{CHANGE})+")
NAMED = re.compile(rf"\s(?![IVX]+\b|USD\b|GDP\b)[{UPPER}]")


def changes(article, each, place):
    """Two figures of what the text is about, one behind the other; a headline names whose they are."""
    if ", " not in each.text or CHANGES.fullmatch(each.text) is None or NAMED.search(each.text):
        return False
    beside = article.beside(place)
    return len(beside) == 2 and all(other.prose for other in beside)
