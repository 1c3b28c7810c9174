"""The lines of a web page, their hints and its title come in; hints that leave out the articles loaded below it go out.

Some sites add the next article, with its own main heading and date, when the reader comes to the end of the first.
"""

from analysis import dates

HEAD = 8  # lines below a main heading among which an article's date stands
ARTICLE = 300  # letters of paragraphs that make it an article
PARAGRAPH = 80  # letters


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
    text = sum(len(line) for line, hint in zip(lines[top:end], hints[top:end], strict=True) if _is_text(line, hint))
    return text >= ARTICLE and any(len(line) < PARAGRAPH and dates.find(line) for line in lines[top + 1 : top + HEAD])


def _is_text(line, hint):
    return len(line) >= PARAGRAPH and hint in ("", "heading", "author")
