"""The looks of a page and its division into stretches come in; the verdict on each line goes out ("body", "menu" ...).

A line is asked three things, in this order: whether its place in the page decides (BY_PLACE), what it is by its wording
(its kind), what it is inside or outside the article (OTHERWISE). Then the verdicts are settled with those beside them.
"""

import re
from collections.abc import Callable

from analysis import blocks, heads, short_lines, tails
from analysis.article_lines import Article
from analysis.authors import author_of
from analysis.inner_verdicts import inside
from analysis.lines import Look, above

KEPT = frozenset({"lede", "body", "item", "subhead", "forced_in"})
LONGEST_SECTION = 5  # words of a section's name that is a sub-head
SHORTEST_HEADLINE = 8  # words of another article's headline above the body


def judged(looks: list[Look], states: dict[int, int], title: int | None) -> dict[int, str]:
    """{line number: verdict} of all lines; `states` are those of analysis.blocks, `title` is the title's number."""
    article = Article(looks, [each for each in looks if states.get(each.number) == blocks.ARTICLE], title)
    verdicts = article.verdicts
    for each in looks:
        verdicts[each.number] = _verdict(article, each, article.places.get(each.number))
    verdicts.update(_lede_above(article))
    verdicts.update(_head_above(article, verdicts))
    verdicts.update(heads.settled(looks, verdicts, article.parted, article.said))
    verdicts.update(_above_title(article) if title else _above_text(article))
    verdicts.update(_tail(article))
    return verdicts


def _verdict(article, each, place):
    return _first(BY_PLACE, article, each, place) or each.kind or _otherwise(article, each, place)


def _first(rules, article, each, place):
    return next((verdict for verdict, test in rules if test(article, each, place)), None)


def _broken_off(article, each, place):
    return each.kind == "wrapped"


def _title(article, each, place):
    return each.number == article.title


def _at_picture(article, each, place):
    return each.number in article.captioned


def _in_graphic(article, each, place):
    return place in article.drawn


def _row_inside(article, each, place):
    return each.kind == "row" and place is not None


def _row_outside(article, each, place):
    return each.kind == "row"


def _cell(article, each, place):
    """The cell of a table, or the line of a row that counts up, whose words menus, buttons or boards have too."""
    own = place in article.tables or place in article.counted
    return each.kind in ("menu", "control", "listed") and own


def _section_as_subhead(article, each, place):
    """A section's name alone between two paragraphs is a sub-head ("Kinh tế" in a joint statement)."""
    if each.kind != "menu" or place is None or each.words > LONGEST_SECTION:
        return False
    if place + 1 in article.facts:
        return True
    return article.prose_at(place - 1) and article.prose_at(place + 1)


RANK = re.compile(r"\(?(\d{1,2})[.)] ")


def _next_in_list(article, each, place):
    """The item of a numbered list whose words are those of buttons or notices ("4) ... gọi ngay ...")."""
    rank, before = RANK.match(each.text), above(article.looks, each)
    if not rank or place is None or before is None or article.verdicts[before.number] not in KEPT:
        return False
    earlier = RANK.match(before.text)
    return earlier is not None and int(rank[1]) == int(earlier[1]) + 1


def _source_of_table(article, each, place):
    """The line right below a table of the article that says where its figures are from."""
    if each.kind not in ("credit", "source") or not article.first < each.number < article.last:
        return False
    before = above(article.looks, each)
    return before is not None and before.kind == "row" and article.verdicts[before.number] == "item"


def _rubric(article, each, place):
    """The name of a part of a roundup, which elsewhere names a block of other articles ("Con số trong tuần")."""
    return each.kind in ("header", "pointer") and place is not None and each.number in article.heads


Rules = tuple[tuple[str, Callable[[Article, Look, int | None], object]], ...]
BY_PLACE: Rules = (
    ("wrapped", _broken_off),
    ("title", _title),
    ("caption", _at_picture),
    ("media", _in_graphic),
    ("item", _row_inside),
    ("listed", _row_outside),
    ("item", _cell),
    ("subhead", _section_as_subhead),
    ("item", _source_of_table),
    ("item", _next_in_list),
    ("subhead", _rubric),
)


def _otherwise(article, each, place):
    """The verdict on a line that has no kind."""
    if article.head and each.key == article.head:
        return "title_again"
    if place is not None:
        return inside(article, each, place)
    return "before" if each.number < article.first else "after" if each.number > article.last else "listed"


def _lede_above(article):
    """A paragraph between the title and the body belongs to the article, although a date or a byline parts them.

    Behind the headline of another article it does not.
    """
    found = {}
    for each in article.looks[article.title : article.first - 1] if article.title else []:
        if _other_headline(article, each):
            break
        own = each.prose and each.hint not in blocks.OUTSIDE and article.verdicts[each.number] == "before"
        if own and not _stuck_to_link(article, each):
            found[each.number] = "body"
    return found


LINKS = frozenset({"doubled", "link", "listed"})


def _stuck_to_link(article, each):
    """Does it stand right below another article's headline, and no further paragraph right below it?"""
    before, after = article.looks[each.number - 2], article.looks[each.number : each.number + 1]
    if before.kind not in LINKS or before.key.startswith(article.head):
        return False
    return not any(other.prose for other in after)


FIRST_PART = re.compile(r"[1I][.)] ")


def _head_above(article, verdicts):
    """The numbered sub-head right above the first paragraph ("1. Đánh giá chung"), below the title."""
    first = next((each for each in article.looks if verdicts[each.number] in KEPT), None)
    head = above(article.looks, first) if first is not None else None
    numbered = head is not None and head.kind is None and not head.prose and FIRST_PART.match(head.text)
    own = numbered and article.title and head.number > article.title and verdicts[head.number] == "before"
    return {head.number: "subhead"} if own else {}


def _above_title(article):
    """What stands above the title with no paragraph among it is a list of the site ("1. Dòng sự kiện: ...")."""
    above_title = article.looks[: article.title - 1] if article.title else []
    kept = [each for each in above_title if article.verdicts[each.number] in KEPT]
    return {} if any(each.prose for each in kept) else {each.number: "before" for each in kept}


LONGEST_NAME = 3  # words


def _above_text(article):
    """In a page without a title, the names and ranks that a forum prints above the first paragraph of a post."""
    first = next((each.number for each in article.prose if article.verdicts[each.number] in KEPT), 0)
    short = (each for each in article.looks[: max(0, first - 1)] if each.words <= LONGEST_NAME)
    return {each.number: "before" for each in short if article.verdicts[each.number] == "subhead"}


def _other_headline(article, each):
    long = short_lines.headline(each) and each.words >= SHORTEST_HEADLINE
    return long and not author_of(each.text) and each.key != article.head


def _tail(article):
    """The verdicts on what is left at the article's end."""
    kept = [each for each in article.looks if article.verdicts[each.number] in KEPT]
    cells = {article.content[place].number for place in article.tables - article.verses}
    cells |= {each.number for each in kept if each.kind == "row"}
    return tails.trimmed(kept, cells, article.looks, article.verdicts)
