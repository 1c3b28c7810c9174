"""The lines of a web page, their hints and its title come in; hints that leave out the articles loaded below it go out.

Some sites add the next article, with its own main heading and date, when the reader comes to the end of the first.
"""

from analysis import dates
from analysis.hints import ARTICLE, PROSE, TEXT

HEAD = 8  # lines below a main heading among which an article's date stands


def left_out(lines: list[str], hints: list[str], title: str | None) -> list[str]:
    """The hints, "aside" for the lines of every article but the page's own: the one under its title, else the first."""
    tops = [place for place, hint in enumerate(hints) if hint == "h1"]
    if len(tops) < 2 or len({lines[place] for place in tops}) < 2:
        return hints
    ends = [*tops[1:], len(lines)]
    articles = [(top, end) for top, end in zip(tops, ends, strict=True) if _is_article(lines, hints, top, end)]
    if len(articles) < 2:
        return hints
    own = next((each for each in articles if title and title.startswith(lines[each[0]])), articles[0])
    others = {place for top, end in articles if (top, end) != own for place in range(top, end)}
    return ["aside" if place in others and hint != "footer" else hint for place, hint in enumerate(hints)]


def _is_article(lines, hints, top, end):
    """Do a date and paragraphs stand below the heading?"""
    pairs = zip(lines[top:end], hints[top:end], strict=True)
    text = sum(len(line) for line, hint in pairs if len(line) >= PROSE and hint in TEXT)
    return text >= ARTICLE and any(len(line) < PROSE and dates.find(line) for line in lines[top + 1 : top + HEAD])
