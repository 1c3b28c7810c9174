"""The pages of a PDF come in; the lines of its text go out, parted where the letters' size or weight changes.

A title that the print breaks is one line again: its lines are of one size, larger than the text's.
"""

import re
from collections import Counter
from dataclasses import dataclass

LARGER = 1.15  # as large as a title's letters are, measured by those of most of the text
MOST_TITLE_LINES = 4
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)


@dataclass(frozen=True)
class Printed:
    """One line: its text, the size of most of its letters in points (0 if not known) and whether they are bold."""

    text: str
    size: float = 0.0
    bold: bool = False


def text_of(pages) -> str:
    """The text of the pages of a reader of PDF, a line of print a line, blank lines where the letters change."""
    return "\n".join(parted([line for page in pages for line in _lines(page)]))


def parted(lines: list[Printed]) -> list[str]:
    """The lines with a blank one between where the letters' size or weight changes; broken titles as one line.

    >>> text = Printed("Hai bên đã họp ở Phủ Lý và hẹn gặp lại trước Tết.", 11)
    >>> parted([Printed("Hai bên họp", 22), Printed("ở Phủ Lý", 22), text])
    ['Hai bên họp ở Phủ Lý', '', 'Hai bên đã họp ở Phủ Lý và hẹn gặp lại trước Tết.']
    """
    usual = _usual(lines)
    found, above, size = [], None, 1
    for line in (each for each in lines if each.text):
        if above is not None and not _alike(above, line):
            found.append("")
        if above is not None and _goes_on(above, line, usual) and size < MOST_TITLE_LINES:
            found[-1], size = f"{found[-1]} {line.text}", size + 1
        else:
            found.append(line.text)
            size = 1
        above = line
    return found


def _usual(lines):
    """The size of most letters of the text."""
    letters = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _alike(line, other):
    return abs(line.size - other.size) <= 0.1 * max(line.size, other.size) and line.bold == other.bold


def _goes_on(line, after, usual):
    """Is it the next line of the same title?"""
    return _alike(line, after) and usual > 0 and after.size >= LARGER * usual and line.text[-1:] not in ".!?…:"


def _lines(page):
    """The lines of one page; without sizes where the pieces of the text do not add up to it."""
    pieces = []
    text = page.extract_text(visitor_text=lambda *piece: pieces.append(piece)) or ""
    if "".join(piece[0] for piece in pieces) != text:
        return [Printed(line.strip()) for line in text.splitlines()]
    lines, line = [], []
    for words, matrix, placed, font, size in pieces:
        told = (_size(size, matrix, placed), _is_bold(font))
        for number, part in enumerate(words.split("\n")):
            if number:
                lines.append(_whole(line))
                line = []
            line.append((part, told))
    return [*lines, _whole(line)]


def _whole(parts):
    """One line of its parts, in the letters of most of it."""
    letters = Counter()
    for part, told in parts:
        letters[told] += len(part.strip())
    (size, bold), _ = letters.most_common(1)[0] if letters else ((0.0, False), 0)
    return Printed("".join(part for part, _ in parts).strip(), size, bold)


def _size(size, matrix, placed):
    """The size of letters as printed, whatever the drawing is stretched by, to half a point."""
    return round(2 * abs(size * (placed[3] or placed[1]) * (matrix[3] or matrix[1]))) / 2


def _is_bold(font):
    return bool(font and BOLD.search(str(font.get("/BaseFont", ""))))
