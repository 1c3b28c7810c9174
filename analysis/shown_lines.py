"""The tree of a web page comes in; the lines a reader sees, and what the markup says of each, go out."""

from lxml import etree

from analysis import beyond, hints, next_articles, own_headline, stylesheets
from analysis.elements import (
    bold,
    data_row,
    hidden,
    inline,
    kept_lines,
    lays_out,
    leads_on,
    names_of,
    part_of,
    put_away,
    schema_alone,
)

LONGEST_HEADING, HEAVY = 160, 0.95  # letters of a line in bold that is a heading; share of them that is bold
SHORTEST = 600  # letters of paragraphs; a page that shows fewer may hide its article until a script runs


def shown(root, title: str | None = None):
    """(lines, hints, trunk) of a page with this title; what hides most of the text is undone by a script.

    The trunk are the numbers of the lines with the paragraphs that stand together.
    """
    sheets = "\n".join(style.text or "" for style in root.iter("style"))
    styled, keeping = stylesheets.hidden_names(sheets), stylesheets.preformatted_names(sheets)
    walker = _walked(root, keeping, styled)
    if walker.left_out:
        other = _walked(root, keeping)
        walker = walker if sum(map(len, walker.lines)) >= 0.5 * sum(map(len, other.lines)) else other
    told = hints.prose(walker.lines, walker.marks)
    if told < SHORTEST:
        other = _walked(root, keeping, strict=False)
        walker = other if hints.prose(other.lines, other.marks) >= max(SHORTEST, 4 * told) else walker
    lines, marks = walker.lines, walker.marks
    held = walker.held if any(walker.held) else next_articles.repeated(lines, marks, walker.names, title)
    told = next_articles.left_out(lines, hints.of_lines(lines, marks), title, held)
    trunk, told = hints.trunk(lines, marks, told)
    told = own_headline.told(lines, marks, told, title, trunk[0] if trunk else len(lines))
    return lines, beyond.left_out(lines, marks, told, trunk, walker.names), trunk


def _walked(root, keeping, styled=None, strict=True):
    walker = _Walker(keeping, styled, strict)
    walker.walk(root)
    return walker


def _is_link(element):
    """A link right behind another is the next of a row of buttons, which a browser draws apart."""
    return element is not None and element.tag == "a"


def _ends_word(text):
    """In a small letter, a figure, or two great ones as "TP HCM"; one alone may be the first of the next word."""
    return text[-1:].islower() or text[-1:].isdecimal() or text[-2:].isalpha() and text[-2:].isupper()


class _Walker:
    """Goes through the tree without recursion and gathers the text of each block into one line."""

    def __init__(self, keeping, styled, strict):
        self.keeping = keeping
        self.lines, self.marks, self.styled, self.strict, self.number = [], [], styled, strict, 0
        self.names, self.articles, self.held, self.left_out = {}, [], [], 0
        self.rows = []  # of each around the place: does it lay out the page?
        self.parts, self.words, self.linked, self.plain, self.cells = [], [], 0, 0, 0
        self.row, self.edge, self.links, self.bold, self.heavy, self.cell = None, False, 0, 0, 0, 0

    def walk(self, root):
        skipping = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self.written(element.getparent(), element.tail)
                continue
            if event == "start":
                if not isinstance(element.tag, str) or hidden(element, self.strict) or self.hides(element):
                    skipping = element
                    continue
                self.open(element)
            else:
                self.close(element)
        self.flush()

    def hides(self, element):
        """Does a style sheet leave the element out, the page's or a common one? None does if `styled` is None."""
        if self.styled is None:
            return False
        named = bool(self.styled) and not self.styled.isdisjoint(names_of(element))
        found = named or put_away(element) or schema_alone(element)
        self.left_out += found
        return found

    def open(self, element):
        if not inline(element):
            if self.row is None and (element.tag not in ("td", "th") or self.rows[-1:] == [True]):
                self.flush()
            else:
                self.words.append(" ")
        if element.tag == "tr" and self.row is None:
            self.row = element if data_row(element) else None
        if element.tag == "tr":
            self.rows.append(self.row is None and lays_out(element))
        self.number += 1
        if element.tag == "article":
            self.articles.append(self.number)
        part = part_of(element)
        key = f"p.{element.get('class')}" if element.tag == "p" and part else self.number
        if element.get("class"):
            self.names[key] = f"{element.tag}.{element.get('class')}"
        link, strong = element.tag == "a" and leads_on(element), bold(element)
        self.links, self.bold = self.links + link, self.bold + strong
        self.parts.append((key, part, link, strong))
        if element.tag == "img" and self.words:
            self.words.append(" ")
        self.edge = self.edge or element.tag == "span"
        self.written(element, element.text)

    def close(self, element):
        self.edge = self.edge or element.tag == "span"  # a place before the text, a button: style sheets set them apart
        if element.tag in ("td", "th"):
            self.cells += any(word.strip() for word in self.words[self.cell :])
            self.words.append(" | ")
            self.cell = len(self.words)
        elif element is self.row or self.row is None and not inline(element):
            self.row = None
            self.flush()
        elif element.tag == "a" and not element.tail and _is_link(element.getnext()):
            self.words.append(" | ")
        if element.tag == "article":
            self.articles.pop()
        elif element.tag == "tr":
            self.rows.pop()
        *_, link, strong = self.parts.pop()
        self.links, self.bold = self.links - link, self.bold - strong
        self.written(element.getparent(), element.tail)

    def written(self, element, text):
        """Text right inside an element: each line of its own where the element keeps line ends."""
        lines = kept_lines(element, text, self.keeping) if text and self.row is None else None
        *ended, last = lines or [text]
        for line in ended:
            self.text(line)
            self.flush()
        self.text(last)

    def text(self, text):
        if not text:
            return
        if self.edge and self.words and text[:1].isupper() and text[1:2].islower() and _ends_word(self.words[-1]):
            self.words.append(" ")
        self.words.append(text)
        self.edge = False
        size = len(text.strip())
        if self.bold:
            self.heavy += size
        if self.links:
            self.linked += size
        else:
            self.plain += size

    def flush(self):
        line = " ".join("".join(self.words).split()).strip(" |")
        if line:
            self.lines.append(line)
            self.held.append(self.articles[0] if self.articles else 0)
            marks = [each[:2] for each in self.parts if each[1]]
            chain = [each[0] for each in self.parts]
            heavy = len(line) <= LONGEST_HEADING and self.heavy >= HEAVY * (self.linked + self.plain)
            self.marks.append(hints.Marks(marks, self.linked > 4 * self.plain, self.cells, chain, heavy))
        self.words, self.linked, self.plain, self.cells, self.heavy, self.cell = [], 0, 0, 0, 0, 0
