"""A Story in -> a Word document out: real headings, real tables, charts as pictures, all of it editable."""

import io
import re
import zipfile
from itertools import pairwise

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from analysis import html_safe, rules
from analysis.cells import as_sentence, rows_of, sentence_case
from analysis.column_widths import MANY, column_shares
from analysis.report_story import closing, on_paper, opening

ROWS = 25
WIDTH = Cm(17)
FONT = "Arial"  # on every machine that opens Word files, with all Vietnamese letters
EPOCH = (1980, 1, 1, 0, 0, 0)
INLINE = re.compile(r"(\*\*.+?\*\*|\*.+?\*|`.+?`|\[[^\]]+\]\([^)]+\))")
# Characters that XML cannot hold; an article may carry them, a Word file may not.
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def docx(story):
    """The report as DOCX bytes; the same Story gives the same bytes."""
    document, say = _document(story), rules.texts(story.lang)
    _first_page(document, story, say)
    for chapter in story.chapters:
        document.add_page_break()
        _heading(document, chapter.title, 1)
        first = next((block for block in chapter.blocks if block.kind == "heading"), None)
        blocks = [block for block in chapter.blocks if block is not first]
        for block, after in pairwise([*blocks, None]):
            _block(document, block, story, say)
            if block.kind == "text" and after and after.kind in ("chart", "table"):
                document.paragraphs[-1].paragraph_format.keep_with_next = True
    _end(document, story)
    return _bytes(document)


def _document(story):
    import datetime

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (
        ("Normal", 10.5),
        ("Title", 24),
        ("Heading 1", 17),
        ("Heading 2", 13),
        ("Heading 3", 11.5),
        ("Caption", 8.5),
    ):
        _font(document.styles[name], size)
    properties = document.core_properties
    properties.created = properties.modified = datetime.datetime(1980, 1, 1)
    properties.title, properties.author, properties.language = rules.texts(story.lang)("report.title"), "", story.lang
    properties.comments = ""
    _page_number(section.footer.paragraphs[0])
    return document


def _font(style, size):
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for side in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{side}"), None)
    for side in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{side}"), FONT)
    if style.name != "Normal":
        style.font.bold = style.name.startswith("Heading")
        style.font.color.rgb = RGBColor(0x4A, 0x53, 0x5C) if style.name == "Caption" else RGBColor(0x1B, 0x20, 0x26)


def _page_number(paragraph):
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _first_page(document, story, say):
    document.add_paragraph(say("report.title"), style="Title")
    document.add_paragraph(say("report.subtitle"))
    _heading(document, say("report.answers"), 2)
    for text in opening(story):
        _rich(document.add_paragraph(style="List Bullet"), text)
    for text, caution in story.answers:
        paragraph = document.add_paragraph(style="List Bullet")
        _rich(paragraph, f"{text} *{caution}*" if caution else text)
    _heading(document, say("report.caution_title"), 2)
    document.add_paragraph(say("report.caution"))
    _heading(document, say("report.contents"), 2)
    for title in [chapter.title for chapter in story.chapters] + [title for title, *_rest in closing(story)]:
        _rich(document.add_paragraph(style="List Number"), title)


def _heading(document, text, level):
    _rich(document.add_heading(level=min(level, 3)), text)


def _rich(paragraph, text):
    """Write text with its bold, italic and code marks as runs of a paragraph; a link shows its words and address."""
    for piece in INLINE.split(FORBIDDEN.sub("", text)):
        link = re.fullmatch(r"\[([^\]]+)\]\(([^)]+)\)", piece)
        if piece.startswith("**") and len(piece) > 4:
            paragraph.add_run(piece[2:-2]).bold = True
        elif piece.startswith("*") and len(piece) > 2:
            paragraph.add_run(piece[1:-1]).italic = True
        elif link:
            paragraph.add_run(f"{link[1]} ({link[2]})" if link[2].startswith("http") else link[1])
        else:
            paragraph.add_run(piece.strip("`") if piece.startswith("`") else piece)


def _block(document, block, story, say):
    if block.kind == "heading":
        _heading(document, block.text, block.level)
    elif block.kind == "chart":
        _picture(document, block, say)
    elif block.kind == "table":
        caption = f"**{say('report.table', n=block.number)}.** {as_sentence(block.text)}".rstrip()
        _table(document, block.table, story, caption, block.total)
    else:
        told = html_safe.text(block.text) if block.kind == "html" else block.text
        for line in told.split("\n"):
            item = re.match(r"\s*[-+*]\s+(.*)", line)
            _rich(document.add_paragraph(style="List Bullet" if item else None), item[1] if item else line.rstrip())


def _picture(document, block, say):
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(block.picture), width=WIDTH)
    if shape.height > Cm(22):
        shape.width, shape.height = int(shape.width * Cm(22) / shape.height), Cm(22)
    shape._inline.docPr.set("descr", FORBIDDEN.sub("", block.text))
    text = f"**{say('report.figure', n=block.number)}.** {as_sentence(block.text)}"
    _rich(document.add_paragraph(style="Caption"), text)


def _table(document, table, story, caption="", total=None, rows=ROWS):
    say, total = rules.texts(story.lang), len(table) if total is None else total
    shown = on_paper(table.head(rows))
    kinds = shown.attrs["kinds"]
    left = say("report.rows_shown", n=len(shown), total=total) if total > len(shown) else ""
    if caption or left:
        above = document.add_paragraph(style="Caption")
        _rich(above, f"{caption} {left if len(table) else say('report.no_rows')}".strip())
        above.paragraph_format.keep_with_next = True
    if len(table):
        _grid(document, [sentence_case(str(name)) for name in shown.columns], rows_of(shown, kinds, story.lang), kinds)


def _grid(document, head, rows, kinds):
    grid = document.add_table(rows=1 + len(rows), cols=len(head))
    grid.style, grid.autofit = "Table Grid", False
    _light_lines(grid)
    widths = [Cm(WIDTH.cm * share) for share in column_shares(head, rows, kinds)]
    for i, texts in enumerate([head, *rows]):
        grid.rows[i]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for text, cell, kind, width in zip(texts, grid.rows[i].cells, kinds, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(FORBIDDEN.sub("", text))
            run.font.size, run.bold = Pt(8 if len(head) <= MANY else 6.5), i == 0
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if kind == "number" else WD_ALIGN_PARAGRAPH.LEFT
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    _repeat(grid.rows[0])
    document.add_paragraph()


def _light_lines(grid):
    """Thin grey lines between rows, none between columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", "C5CCD3")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    for side in ("left", "right", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil")
        borders.append(line)
    grid._tbl.tblPr.append(borders)


def _repeat(row):
    """Mark a row as the head of its table, shaded and repeated on each page."""
    mark = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(mark)
    for cell in row.cells:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "EEF1F4")
        cell._tc.get_or_add_tcPr().append(shade)


def _end(document, story):
    for title, text, table in closing(story):
        _heading(document, title, 1)
        if text:
            document.add_paragraph(text)
        if table is not None:
            _table(document, table, story, rows=len(table))


def _bytes(document):
    """The file's bytes with every time inside the archive set to one day, so that two runs are equal."""
    made, fixed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            entry = zipfile.ZipInfo(info.filename, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(info.filename))
    return fixed.getvalue()
