"""The lines of a web page and the elements around them come in; hints that leave out what is beyond its article go out.

Where most of the text stands in one element, the paragraphs of another sort of element further down the page, below a
heading, the tags or a menu, are comments, notes on cookies, an author's life or another article's first lines.
"""

from analysis.hints import PARAGRAPHS, TEXT, Marks, is_prose

FEWEST = 600  # letters in the paragraphs that stand together
BESIDE = 2  # elements around a paragraph that stands right in an element beside the article's
HEADS = frozenset({"heading", "h1"})
BOXES = frozenset({"link", "aside", "button", "author"})  # what stands below the heading of a box, and not of a part
PARTS = frozenset({"comment", "tags", "footer", "nav"})  # what ends an article by its markup


def left_out(
    lines: list[str], marks: list[Marks], hints: list[str], trunk: list[int], names: dict[int, str]
) -> list[str]:
    """The hints, "aside" for the paragraphs beyond the `trunk`, the numbers of those that stand together.

    `names` tells the sort of an element: its tag and class.
    """
    size = sum(len(lines[number - 1]) for number in trunk)
    if len(trunk) < PARAGRAPHS or size < FEWEST:
        return hints
    home = _home([marks[number - 1].chain for number in trunk])
    places = _below(lines, marks, hints, trunk[-1])
    found = {place for place in places if _elsewhere(marks[place].chain, home, names)}
    if sum(len(lines[place]) for place in found) > size and "h1" not in hints[: trunk[0]]:
        return hints
    return ["aside" if place in found else hint for place, hint in enumerate(hints)]


def _home(chains):
    """The elements around all of them, from without."""
    around = []
    for elements in zip(*chains, strict=False):
        if len(set(elements)) > 1:
            break
        around.append(elements[0])
    return around


def _below(lines, marks, hints, last):
    """The places of the paragraphs below the first line that ends the article."""
    end = next((place for place in range(last, len(lines)) if _ends(hints, place)), len(lines))
    return [place for place in range(end, len(lines)) if hints[place] in TEXT and is_prose(lines[place], marks[place])]


def _ends(hints, place):
    """Does the line end an article, or is it the heading of a box?"""
    boxed = hints[place] in HEADS and hints[place + 1 : place + 2] and hints[place + 1] in BOXES | PARTS
    return hints[place] in PARTS or boxed


def _elsewhere(chain, home, names):
    """Does it stand neither in the article's element, nor in one right beside it, nor in another one of its sort?"""
    shared = _home([chain, home])
    beside = len(shared) == len(home) - 1 and len(chain) - len(shared) <= BESIDE
    if len(shared) in (len(home), len(chain)) or beside:
        return False
    sort, part = names.get(home[-1]), names.get(home[len(shared)])
    if part is not None and part == names.get(chain[len(shared)]):  # two parts of one page
        return False
    return sort not in {names.get(element) for element in chain[len(shared) : -1]}
