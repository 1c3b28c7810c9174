"""The tree of a web page comes in; the lines a reader sees, and what the markup says of each, go out."""

from collections import Counter

from lxml import etree

from analysis import stylesheets
from analysis.elements import INLINE, data_row, hidden, part_of


def shown(root):
    """(lines, hints) of a page; a style sheet that hides most of the text is one that a script undoes."""
    styled = stylesheets.hidden_names("\n".join(style.text or "" for style in root.iter("style")))
    walkers = []
    for names in dict.fromkeys([styled, frozenset()]):
        walkers.append(_Walker(names))
        walkers[-1].walk(root)
    first, last = (sum(map(len, walker.lines)) for walker in (walkers[0], walkers[-1]))
    walker = walkers[0] if first >= 0.5 * last else walkers[-1]
    void = _around_article(walker.lines, walker.marks)
    return walker.lines, [_hint(*marks, void) for marks in walker.marks]


FURNITURE = ("nav", "footer", "comment", "aside", "button", "tags")
PROSE = 80  # letters; a shorter line may be furniture that says nothing of what it stands in
ARTICLE = 300  # letters of such lines that make a heading above them the article's


def _around_article(lines, marks):
    """The numbers of the elements that look like furniture and hold the article: a form around the whole page, a
    column called "sidebar" with the main heading and the text below it.
    """
    size, top, total = Counter(), Counter(), 0
    for line, (parts, linked, _) in zip(lines, marks, strict=True):
        letters = len(line) if len(line) >= PROSE and not linked else 0
        total += letters
        size.update({number: letters for number, part in parts if part in FURNITURE})
        if any(part == "h1" for _, part in parts):
            top.update(number for number, part in parts if part in FURNITURE)
    most = {number for parts, *_ in marks for number, part in parts if part != "comment" and 2 * size[number] > total}
    return most | {number for number in top if size[number] >= ARTICLE}


def _hint(marks, linked, cells, void):
    parts = [part for number, part in marks if number not in void]
    outer = next((part for part in parts if part in FURNITURE), "")
    if "caption" in parts:
        return "caption"
    if outer:
        return outer
    if cells > 1:
        return "row"
    if "h1" in parts:
        return "h1"
    return "link" if linked else "heading" if "heading" in parts else "author" if "author" in parts else ""


def _is_link(element):
    """A link right behind another is the next of a row of buttons, which a browser draws apart."""
    return element is not None and element.tag == "a"


class _Walker:
    """Goes through the tree without recursion and gathers the text of each block into one line."""

    def __init__(self, styled=frozenset()):
        self.lines, self.marks, self.styled, self.number = [], [], styled, 0
        self.parts, self.words, self.linked, self.plain, self.cells = [], [], 0, 0, 0
        self.row = None

    def walk(self, root):
        skipping = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self.text(element.tail)
                continue
            if event == "start":
                if not isinstance(element.tag, str) or hidden(element) or self.hides(element):
                    skipping = element
                    continue
                self.open(element)
            else:
                self.close(element)
        self.flush()

    def hides(self, element):
        """Does a style sheet of the page leave the element out?"""
        names = [f".{name}" for name in (element.get("class") or "")[:400].split()] + [f"#{element.get('id') or ''}"]
        return bool(self.styled) and not self.styled.isdisjoint(names)

    def open(self, element):
        if self.row is None and element.tag not in INLINE and element.tag not in ("td", "th"):
            self.flush()
        elif element.tag not in INLINE:
            self.words.append(" ")
        if element.tag == "tr" and self.row is None and data_row(element):
            self.row = element
        self.number += 1
        self.parts.append((element.tag, self.number, part_of(element)))
        if element.tag == "img" and self.words:
            self.words.append(" ")
        self.text(element.text)

    def close(self, element):
        if element.tag in ("td", "th"):
            self.words.append(" | ")
            self.cells += 1
        elif element is self.row or self.row is None and element.tag not in INLINE:
            self.row = None
            self.flush()
        elif element.tag == "a" and not element.tail and _is_link(element.getnext()):
            self.words.append(" | ")
        self.parts.pop()
        self.text(element.tail)

    def text(self, text):
        if not text:
            return
        self.words.append(text)
        size = len(text.strip())
        if any(tag == "a" for tag, *_ in self.parts):
            self.linked += size
        else:
            self.plain += size

    def flush(self):
        line = " ".join("".join(self.words).split()).strip(" |")
        if line:
            self.lines.append(line)
            marks = [(number, part) for _, number, part in self.parts if part]
            self.marks.append((marks, self.linked > 4 * self.plain, self.cells))
        self.words, self.linked, self.plain, self.cells = [], 0, 0, 0
