"""The verdicts on a web page's lines and the paragraphs that its markup holds together come in; those lost go out.

A net below the rules: where hardly anything is kept of the paragraphs that stand together below a main heading, they
are the article whatever stands around them.
"""

from analysis.lines import Look

FEWEST, SHORTEST = 3, 500  # paragraphs, and letters in them, that are an article
KEPT = 0.25  # of the letters that a reading keeps at least


def lost(looks: list[Look], numbers: list[int], kept: set[int], title: int | None) -> list[Look]:
    """The paragraphs with these numbers if hardly any of them is among those kept, else none."""
    if not numbers or title is not None and title > numbers[0] or not _headed(looks, numbers):
        return []
    paragraphs = [looks[number - 1] for number in numbers if looks[number - 1].kind in (None, "link")]
    letters = sum(len(each.text) for each in paragraphs)
    left = sum(len(each.text) for each in looks if each.number in kept)
    lost = len(paragraphs) >= FEWEST and letters >= SHORTEST and left < KEPT * letters
    return [each for each in paragraphs if each.number not in kept] if lost else []


def left_behind(looks: list[Look], numbers: list[int], verdicts: dict[int, str], kept: set[int]) -> list[Look]:
    """The paragraphs with these numbers behind a box of links, where most of the others are kept; else none.

    What ends an article, be it tags or comments, must not stand above them.
    """
    own = [number for number in numbers if number in kept]
    if len(own) < FEWEST or 2 * len(own) < len(numbers):
        return []
    found, box = [], False
    for look in looks[own[-1] :]:
        if look.hint in ENDS or look.kind in ENDS:
            break
        box = box or look.kind == "header" or look.hint in BOX
        if box and look.number in numbers and look.kind is None and look.sentence and verdicts[look.number] in BOXED:
            found.append(look)
    return found


ENDS = frozenset({"comment", "tags", "footer", "h1", "nav", "date", "author", "source"})
BOX = frozenset({"link", "aside", "heading"})
BOXED = frozenset({"after", "listed"})


def _headed(looks, numbers):
    """Does a main heading stand above them, and none among them?"""
    tops = [each.number for each in looks if each.hint == "h1"]
    return any(top < numbers[0] for top in tops) and not any(numbers[0] < top < numbers[-1] for top in tops)


def title_above(looks: list[Look], numbers: list[int], title: int | None) -> int | None:
    """The number of the title's line: the main heading above the paragraphs if the one found stands below them."""
    if title is None or not numbers or title < numbers[-1] or len(numbers) < FEWEST:
        return title
    return next((each.number for each in reversed(looks[: numbers[0] - 1]) if each.hint == "h1"), title)
