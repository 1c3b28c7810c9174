"""The lines of a web page, their hints and its title come in; hints that leave out the articles loaded below it go out.

Some sites add the next article, with its own main heading and date, when the reader comes to the end of the first.
"""

from collections import Counter

from analysis import dates
from analysis.hints import ARTICLE, PROSE, TEXT, Marks

NAME = 20  # letters of a headline
HEAD = 8  # lines below a main heading among which an article's date stands
SEVERAL, LONG = 4, 600  # paragraphs and letters that an element holds which is an article, and no card of another


def left_out(lines: list[str], hints: list[str], title: str | None, held: list[int]) -> list[str]:
    """The hints, "aside" for the lines of every article but the page's own: the one under its title, else the first.

    `held` has the number of the element around each line that calls itself an article, 0 where there is none.
    """
    hints = _unnamed(lines, hints, title, held)
    tops = [place for place, hint in enumerate(hints) if hint == "h1"]
    if len(tops) < 2 or len({lines[place] for place in tops}) < 2:
        return hints
    tops = [top - _over(lines, top) for top in tops]
    ends = [*tops[1:], len(lines)]
    articles = [(top, end) for top, end in zip(tops, ends, strict=True) if _is_article(lines, hints, top, end)]
    if len(articles) < 2:
        return hints
    own = next((each for each in articles if title and title.startswith(_named(lines, hints, each))), articles[0])
    others = {place for top, end in articles if (top, end) != own for place in range(top, end)}
    return ["aside" if place in others and hint != "footer" else hint for place, hint in enumerate(hints)]


def _over(lines, top):
    """How far above a main heading the line of its article's date stands, 0 if it stands nowhere there."""
    above = range(1, min(ABOVE, top) + 1)
    return next((step for step in above if len(lines[top - step]) <= LINE and dates.find(lines[top - step])), 0)


ABOVE, LINE = 2, 40  # lines; letters of one with a date


def _named(lines, hints, article):
    return next(line for line, hint in zip(lines[article[0] :], hints[article[0] :], strict=True) if hint == "h1")


def _is_article(lines, hints, top, end):
    """Do a date and paragraphs stand beside the heading and below it?"""
    pairs = zip(lines[top:end], hints[top:end], strict=True)
    text = sum(len(line) for line, hint in pairs if _told(line, hint))
    return text >= ARTICLE and any(len(line) < PROSE and dates.find(line) for line in lines[top : top + HEAD])


def repeated(lines: list[str], marks: list[Marks], names: dict[int, str], title: str | None) -> list[int]:
    """The number of the element around each line that has the page's title, or of a dated one of its sort beside it.

    0 elsewhere. `names` tells the sort of an element: its tag and class.
    """
    chain = next((each.chain for line, each in zip(lines, marks, strict=True) if _titled(line, each, title)), [])
    for depth in range(len(chain) - 1, max(0, len(chain) - OUTWARD), -1):
        sort = names.get(chain[depth])
        if sort is None:
            continue
        at = [_at(each.chain, depth, chain[depth - 1]) for each in marks]
        beside = {element for element in set(at) - {0, chain[depth]} if names.get(element) == sort}
        dated = {element for element in beside if _begins_dated(_inside(lines, at, element))}
        if dated:
            return [element if element in dated or element == chain[depth] else 0 for element in at]
    return [0] * len(lines)


def _at(chain, depth, parent):
    """The element at this depth of the chain if it stands in that parent, else 0."""
    return chain[depth] if len(chain) > depth and chain[depth - 1] == parent else 0


OUTWARD, OPENING = 6, 5  # elements around a title that are looked at; lines of an article among which its day stands


def _titled(line, marks, title):
    headed = any(part in ("h1", "heading") for _, part in marks.parts)
    return headed and len(line) >= NAME and (title or "").startswith(line)


def _inside(lines, at, element):
    return [line for line, inside in zip(lines, at, strict=True) if inside == element]


def _begins_dated(lines):
    return any(len(line) <= LINE and dates.find(line) for line in lines[:OPENING])


def _unnamed(lines, hints, title, held):
    """The hints, "aside" in all such elements but the one with the page's title, if several hold long texts."""
    texts = [(held[place], line) for place, line in enumerate(lines) if held[place] and _told(line, hints[place])]
    size, several = Counter(), Counter(element for element, _ in texts)
    for element, line in texts:
        size[element] += len(line)
    long = {element for element in several if several[element] >= SEVERAL and size[element] >= LONG}
    own = {held[place] for place, line in enumerate(lines) if len(line) >= NAME and (title or "").startswith(line)}
    if len(long) < 2 or not long & own:
        return hints
    others = {*held} - own - {0}
    return ["aside" if held[place] in others else hint for place, hint in enumerate(hints)]


def _told(line, hint):
    return len(line) >= PROSE and hint in TEXT
