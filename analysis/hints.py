"""The lines of a web page and the elements around each come in; what the markup says of each ("nav", "" ...) goes out.

Sites name their elements as they like, and forget to close them: where an element that looks like furniture holds what
can only be the article, its name is not believed.
"""

from collections import Counter
from dataclasses import dataclass

FURNITURE = ("nav", "footer", "comment", "aside", "button", "tags")
PROSE = 80  # letters; a shorter line may be furniture that says nothing of what it stands in
ARTICLE = 300  # letters of such lines that make a heading above them the article's
CAPTION = 1200  # letters, and paragraphs, that no caption has
PARAGRAPHS = 3
BELIEVED = 0.15  # of a page's prose that its markup may leave to the article at least


@dataclass(frozen=True)
class Marks:
    """What stands around a line: (element, part) from without, whether its words are links, the cells of its row.

    Elements are numbers; paragraphs of one class are one element. `chain` are all of them from without. A `heavy` line
    is short and bold as a whole.
    """

    parts: list
    linked: bool
    cells: int
    chain: list
    heavy: bool = False

    @property
    def around(self):
        """The innermost three elements around the line."""
        return self.chain[-3:]

    @property
    def credits(self):
        """Does an element right around the line name the article's source?"""
        return any(part == "source" for _, part in self.parts[-2:])

    def within(self):
        """The elements around the line that look like furniture."""
        return [element for element, part in self.parts if part in FURNITURE]


def of_lines(lines: list[str], marks: list[Marks]) -> list[str]:
    """A hint for each line, "" if there is none."""
    void = _void(lines, marks)
    return _lives([_hint(each, void) for each in marks], lines, marks)


def _lives(hints, lines, marks):
    """The hints, "aside" for the paragraphs that tell of an author, beside an article's worth of others."""
    told = [place for place, hint in enumerate(hints) if hint == "author" and is_prose(lines[place], marks[place])]
    plain = [place for place, hint in enumerate(hints) if told and not hint and is_prose(lines[place], marks[place])]
    size = sum(len(lines[place]) for place in plain)
    if not told or size < max(2 * ARTICLE, 2 * sum(len(lines[place]) for place in told)):
        return hints
    return ["aside" if place in told else hint for place, hint in enumerate(hints)]


def prose(lines: list[str], marks: list[Marks]) -> int:
    """The letters in the paragraphs of a page."""
    return sum(len(line) for line, each in zip(lines, marks, strict=True) if is_prose(line, each))


def is_prose(line: str, marks: Marks) -> bool:
    """Is the line long, and not made of links?"""
    return len(line) >= PROSE and not marks.linked


def trunk(lines: list[str], marks: list[Marks], hints: list[str]) -> tuple[list[int], list[str]]:
    """(numbers, hints): the lines with the paragraphs that stand together in the element with most of them.

    Among the hints "heading" becomes "subhead" and "" of a short line "own" where they stand there too, between them.
    """
    paragraphs = [place for place, line in enumerate(lines) if is_prose(line, marks[place]) and hints[place] in TEXT]
    weights = Counter()
    for place in paragraphs:
        for element, share in zip(reversed(marks[place].around), SHARES, strict=False):
            weights[element] += share * len(lines[place])
    most = max(weights, key=weights.get, default=None)
    found = [place for place in paragraphs if most in marks[place].around]
    beside = [place for place in found if most in marks[place].around[-DIRECT:]]
    hints = list(hints)
    for place in range(beside[-1] + 1) if len(beside) >= PARAGRAPHS else ():
        if most in marks[place].around[-DIRECT:] and hints[place] in OWN and not lines[place].endswith(CLOSED):
            hints[place] = OWN[hints[place]]
    return [place + 1 for place in found], hints


CLOSED = tuple('.!?…"”')


OWN = {"heading": "subhead", "": "own"}
DIRECT = 2  # elements around a line of which one is the trunk if the line's paragraph stands right in it


TEXT = ("", "heading", "author", "source")
SHARES = (1, 1, 0.5)  # of a paragraph's letters that count for it, for what it stands in, and for what that stands in


def _void(lines, marks):
    """The elements whose names are not to be believed."""
    pairs = list(zip(lines, marks, strict=True))
    paragraphs = [(line, each) for line, each in pairs if is_prose(line, each)]
    size, total = Counter(), sum(len(line) for line, _ in paragraphs)
    for line, each in paragraphs:
        size.update({element: len(line) for element, _ in each.parts})
    void = _most(paragraphs, size, total) | _headed(pairs, size) | _first(pairs, size, total)
    void |= _texts(pairs, paragraphs, size, total) | _long_captions(paragraphs, size)
    left = sum(len(line) for line, each in paragraphs if void.issuperset(each.within()))
    if total >= 2 * ARTICLE and left < BELIEVED * total:
        named = FURNITURE if left < ARTICLE else LOOSE
        void |= {element for _, each in paragraphs for element, part in each.parts if part in named}
    return void


def _most(paragraphs, size, total):
    """Elements with most of the text, such as a form around the whole page."""
    parts = {pair for _, each in paragraphs for pair in each.parts}
    return {element for element, part in parts if part in FURNITURE and part != "comment" and 2 * size[element] > total}


def _headed(pairs, size):
    """Elements with the main heading and the text below it, such as a column called "sidebar"."""
    top = {element for _, each in pairs if any(part == "h1" for _, part in each.parts) for element in each.within()}
    return {element for element in top if size[element] >= ARTICLE}


def _first(pairs, size, total):
    """Elements with the first two paragraphs below the main heading, or below the lede."""
    start = next((place for place, (_, each) in enumerate(pairs) if any(part == "h1" for _, part in each.parts)), None)
    if start is None:
        return set()
    within = [set(each.within()) for line, each in pairs[start:] if is_prose(line, each)][:3]
    if len(within) < 3:
        return set()
    shared = within[1] & within[2 if not within[0] else 0]
    return {element for element in shared if size[element] >= max(ARTICLE, 0.25 * total)}


def _texts(pairs, paragraphs, size, total):
    """Elements with a good part of the text in several paragraphs, no heading above, and hardly a link to others."""
    first = {}
    for line, each in pairs:
        opens = len(line) >= PROSE or ("caption" in (part for _, part in each.parts))
        for element in each.within():
            first.setdefault(element, opens)
    several = Counter(element for _, each in paragraphs for element, part in each.parts if part in LOOSE)
    big = {element for element in several if first.get(element) and several[element] >= PARAGRAPHS}
    big = {element for element in big if size[element] >= 0.25 * total}
    links = Counter(element for _, each in pairs if big and each.linked for element in each.within())
    return {element for element in big if size[element] >= ARTICLE and 3 * links[element] < several[element]}


LOOSE = ("aside", "button", "tags", "footer", "nav")


def _long_captions(paragraphs, size):
    """Captions that were never closed, or other elements named like them."""
    several = Counter(element for _, each in paragraphs for element, part in each.parts if part == "caption")
    return {element for element in several if several[element] > PARAGRAPHS and size[element] > CAPTION}


def _hint(marks, void):
    parts = [part for element, part in marks.parts if element not in void]
    outer = next((part for part in parts if part in FURNITURE), "")
    if "caption" in parts:
        return "caption"
    if outer:
        return outer
    if marks.cells > 1:
        return "row"
    if "h1" in parts:
        return "h1"
    if marks.credits:
        return "source"
    if marks.linked:
        return "link"
    return "heading" if "heading" in parts else "author" if "author" in parts else "heading" if marks.heavy else ""
