"""The bytes of a spreadsheet (.xlsx) come in; the cells of its sheets go out as texts, days as ISO.

The file is a zip archive of XML; its size is checked before it is unpacked.
"""

import io
import re
import zipfile
from datetime import datetime, timedelta

from analysis import archives
from analysis.encodings import Unreadable

FIRST_DAY = datetime(1899, 12, 30)  # from which spreadsheets count
DAYS = range(20_000, 80_000)  # of numbers that are days: 1954 to 2118
DAY_FORMATS = frozenset([*range(14, 23), *range(45, 48)])  # of the numbers that need no format of their own
DAY_CODE = re.compile(r"[yd]", re.I)
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(raw: bytes) -> list[list[list[str]]]:
    """The rows of each sheet, each a list of cells. Raises Unreadable for a file that is damaged or a bomb."""
    archives.check_zip(io.BytesIO(raw))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            names = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
            words, dated = _words(book), _dated(book)
            return [_rows(_tree(book, name), words, dated) for name in names]
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as error:
        raise Unreadable(f"the spreadsheet is damaged ({str(error)[:80]}); save it again, or as CSV") from error


def _tree(book, name):
    from lxml import etree

    return etree.fromstring(book.read(name), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _words(book):
    """The texts that cells name by their number."""
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    return [_text(each) for each in _tree(book, "xl/sharedStrings.xml").iter(f"{SPACE}si")]


def _text(element):
    """The words of a text, without those that tell how its letters are spoken."""
    parts = (each for each in element.iter(f"{SPACE}t") if each.getparent().tag != f"{SPACE}rPh")
    return WRITTEN_OUT.sub(lambda found: chr(int(found[1], 16)), "".join(each.text or "" for each in parts))


WRITTEN_OUT = re.compile(r"_x(00[0-9A-Fa-f]{2})_")  # a sign that XML has none for: "_x000D_" at a line's end


def _dated(book):
    """For each style of cells whether it shows numbers as days."""
    if "xl/styles.xml" not in book.namelist():
        return []
    tree = _tree(book, "xl/styles.xml")
    own = {each.get("numFmtId"): each.get("formatCode", "") for each in tree.iter(f"{SPACE}numFmt")}
    days = {number for number, code in own.items() if DAY_CODE.search(re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", code))}
    styles = tree.find(f"{SPACE}cellXfs")
    formats = [each.get("numFmtId", "0") for each in styles] if styles is not None else []
    return [number in days or number.isdigit() and int(number) in DAY_FORMATS for number in formats]


def _rows(tree, words, dated):
    """The rows of a sheet; a cell that is left out is empty."""
    rows = []
    for row in tree.iter(f"{SPACE}row"):
        cells = {_column(each, place): _cell(each, words, dated) for place, each in enumerate(row.iter(f"{SPACE}c"))}
        rows.append([cells.get(place, "") for place in range(max(cells, default=-1) + 1)])
    return rows


MOST_COLUMNS = 1000


def _column(cell, place):
    """The number of a cell's column, told by its letters ("AB7")."""
    number = 0
    for letter in re.match(r"[A-Z]*", cell.get("r") or "")[0]:
        number = 26 * number + ord(letter) - 64
    if number > MOST_COLUMNS:
        raise ValueError("more columns than a table of articles has")
    return number - 1 if number else place


def _cell(cell, words, dated):
    kind, style = cell.get("t", "n"), cell.get("s", "0")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{SPACE}v") or ""
    if kind == "s":
        return words[int(value)] if value else ""
    is_day = kind == "n" and style.isdigit() and int(style) < len(dated) and dated[int(style)]
    return _day(value) if is_day else value


def _day(value):
    """A number of days as ISO, with the time of day where it has one."""
    try:
        days = float(value)
    except ValueError:
        return value
    if int(days) not in DAYS:
        return value
    moment = FIRST_DAY + timedelta(seconds=round(days * 86_400))
    return moment.date().isoformat() if days == int(days) else moment.isoformat()
