"""The bytes of a PDF or a Word file come in; its Source goes out."""

import io
import re

from analysis import archives, print_lines
from analysis.encodings import Unreadable
from analysis.file_sources import Source


def pdf(raw: bytes, name: str) -> Source:
    """The Source of a PDF with text in it: its lines are broken where the print breaks."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("the PDF is locked by a password; save an unlocked copy")
        text = print_lines.text_of(reader.pages)
    except PyPdfError as error:
        raise Unreadable(f"the PDF is damaged ({str(error)[:80]}); save it again") from error
    if len(re.findall(r"\w", text)) < 40:
        raise Unreadable(
            "the PDF has no text layer (a scan or pictures only); run text recognition (OCR) on it "
            "or save the page as text"
        )
    title = (reader.metadata.title if reader.metadata else None) or ""
    return Source(name, text, {"wrapped": True} | ({"title": str(title)} if len(str(title).split()) >= 3 else {}))


def docx(raw: bytes, name: str) -> Source:
    """The Source of a Word file: a paragraph a line, a row of a table a line, but for tables that lay out text."""
    from docx import Document

    archives.check_zip(io.BytesIO(raw))
    document = Document(io.BytesIO(raw))
    lines = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += _table(block)
        else:
            lines += block.text.split("\n")
    if not any(line.strip() for line in lines):
        raise Unreadable("the Word file holds no text (pictures only?)")
    told = document.core_properties
    return Source(
        name,
        "\n".join(lines),
        {key: value for key, value in {"title": told.title, "language": (told.language or "")[:2]}.items() if value},
    )


LAID_OUT = 40  # words of a cell; tables of figures have shorter ones


def _table(table):
    """The rows of a table; the lines in its cells where they hold text. A cell that spans several stands once."""
    rows = [list({cell._tc: cell for cell in row.cells}.values()) for row in table.rows]
    cells = list({cell._tc: cell for row in rows for cell in row}.values())
    if len(table.columns) == 1 or any(len(cell.text.split()) > LAID_OUT for cell in cells):
        return [line for cell in cells for line in _cell(cell)]
    return [f"| {' | '.join(' '.join(cell.text.split()) for cell in row)} |" for row in rows]


def _cell(cell):
    """The lines of a cell and of the tables in it."""
    for block in cell.iter_inner_content():
        yield from _table(block) if hasattr(block, "rows") else block.text.split("\n")
