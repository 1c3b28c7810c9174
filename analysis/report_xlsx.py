"""A Story in -> an Excel workbook out: every saved table with types, filters and a frozen head; nothing in it runs."""

import datetime
import io
import math
import re

import pandas as pd
import xlsxwriter

from analysis import changes, rules, wording
from analysis.cells import sentence_case
from analysis.report_story import about
from analysis.report_tables import kind_of

LONGEST = 32_767  # characters a cell of the format can hold
ROWS = 1_048_575  # rows a sheet can hold below its head
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
DAY = re.compile(r"(?:19|20|21)\d\d-\d\d-\d\d")  # a workbook's calendar begins in 1900
DAYS = {"en": "d mmm yyyy", "vi": "d/m/yyyy"}  # as in the report
INTERNAL = ["rule"]  # names of the project's own rules, which only the CSV keeps
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def xlsx(story):
    """The workbook's bytes: a contents sheet, the articles, one sheet a saved table, and where it all comes from."""
    buffer, say = io.BytesIO(), rules.texts(story.lang)
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, settings) as book:
        book.set_properties({"title": say("report.title"), "created": datetime.datetime(1980, 1, 1)})
        sheets = _sheets(story, say)
        index = [(name, len(table), title) for name, table, title in sheets]
        heads = [say(f"report.column.{name}") for name in ("sheet", "rows", "contents")]
        formats = _formats(book, DAYS[story.lang])
        _sheet(book, say("report.index_sheet"), pd.DataFrame(index, columns=heads), formats)
        for name, table, _title in sheets:
            _sheet(book, name, table, formats)
    return buffer.getvalue()


def _sheets(story, say):
    """(sheet name, table, title) of everything the workbook holds."""
    found = []
    if story.articles is not None:
        articles = _in_words("", story.articles, say)
        found.append((say("report.articles_sheet"), articles, say("report.articles_title")))
    for name, (table, title) in story.tables.items():
        sheet = wording.words_of(f"report.sheets.{name}", say) or name
        found.append((sheet, _in_words(name, table, say), _holds(say, name, title)))
    found.append((say("report.about_sheet"), about(story), say("report.method_title")))
    used = {say("report.index_sheet").lower()}
    return [(sheet_name(name, used), table, title) for name, table, title in found]


def _holds(say, name, title):
    """What a sheet holds, in words, and the file that has the same table."""
    told = wording.words_of(f"report.holds.{name}", say) or title
    return f"{told} ({name}.csv)" if told and told != name else f"{name}.csv"


def _in_words(name, table, say):
    """A saved table with its headings, and the codes in its cells, in words."""
    if list(table.columns) == changes.COLUMNS:
        return changes.readable(table, say.lang).rename(columns=sentence_case)
    table = table.drop(columns=INTERNAL, errors="ignore")
    coded = [column for column in table.columns if column in wording.CODES or column in wording.COUNTRIES]
    coded += [column for column in ("problem", "detail") if column in table]
    told = table.assign(**{column: [_cell_words(column, code, say) for code in table[column]] for column in coded})
    return told.set_axis([_heading(column, say, name) for column in table.columns], axis=1)


def _heading(column, say, table):
    """The column's words with a capital; a column that has none keeps its name."""
    return sentence_case(wording.heading(column, say, table, unknown="")) or column


def _cell_words(name, code, say):
    if name in ("problem", "detail"):
        return wording.problem(code, say)
    return wording.value(name, str(code).replace("; ", ","), say) if isinstance(code, str) and code else code


def sheet_name(name, used):
    """A name that Excel takes and that is not used yet (31 characters, none of []:*?/\\); adds it to `used`.

    >>> sheet_name("03-figures: all", set()), sheet_name("Nga", {"nga"})
    ('03-figures- all', 'Nga 2')
    """
    plain = FORBIDDEN.sub("-", name).strip("'")[:31] or "-"
    n, chosen = 2, plain
    while chosen.lower() in used:
        chosen, n = f"{plain[:27]} {n}", n + 1
    used.add(chosen.lower())
    return chosen


def _formats(book, day):
    """The looks of cells, days written as `day`. A number has no sign for decimals that it does not have ("92.")."""
    plain = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    return {
        "head": book.add_format({**plain, "bold": True, "bg_color": "#EEF1F4", "text_wrap": True}),
        "text": book.add_format({**plain, "text_wrap": True}),
        "number": book.add_format({**plain, "num_format": "#,##0.00##"}),
        "whole": book.add_format({**plain, "num_format": "#,##0"}),
        "year": book.add_format({**plain, "num_format": "0"}),
        "date": book.add_format({**plain, "num_format": day}),
        "link": book.add_format({**plain, "font_color": "#0B4F8A", "underline": 1}),
    }


def _sheet(book, name, table, formats):
    sheet = book.add_worksheet(name)
    for i, column in enumerate(table.columns):
        values = _as_days(table.iloc[:ROWS, i])
        kind = _kind(values)
        sheet.set_column(i, i, _width(column, values, kind))
        sheet.write_string(0, i, str(column), formats["head"])
        for row, value in enumerate(values, 1):
            _write(sheet, row, i, value, kind, formats)
    if len(table.columns):
        sheet.autofilter(0, 0, max(1, min(len(table), ROWS)), len(table.columns) - 1)
    sheet.freeze_panes(1, 0)


def _as_days(values):
    """A column of texts that are all ISO days as days, which a workbook sorts by time; any other as it is."""
    texts = values[[isinstance(value, str) and value != "" for value in values]]
    others = [value for value in values.drop(texts.index) if not isinstance(value, str) and not pd.isna(value)]
    if not len(texts) or others or not all(DAY.fullmatch(text) for text in texts):
        return values
    return pd.to_datetime(values.where(values.isin(texts)), errors="coerce")


def _kind(values):
    """ "whole", "year", "number", "date" or "text": decides the cells' type and look."""
    kind = kind_of(values)
    present = values.dropna()
    whole = kind == "number" and len(present) and (present == present.round()).all()
    return "whole" if whole else kind


def _write(sheet, row, column, value, kind, formats):
    """Write one cell as what it is; text always as text, so that "=1+1" is never a formula."""
    if not isinstance(value, (list, tuple)) and pd.isna(value):
        return
    if kind in ("number", "whole", "year") and math.isinf(value):
        sheet.write_string(row, column, "∞" if value > 0 else "−∞", formats["text"])
    elif kind in ("number", "whole", "year"):
        look = "whole" if kind == "number" and value == round(value) else kind
        sheet.write_number(row, column, float(value), formats[look])
    elif kind == "date":
        sheet.write_datetime(row, column, value.tz_localize(None).to_pydatetime(), formats["date"])
    else:
        text = CONTROL.sub("", "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value))[:LONGEST]
        if re.fullmatch(r"https?://[^\s<>\"]{1,2000}", text):
            sheet.write_url(row, column, text, formats["link"], text[:255])
        elif text:
            sheet.write_string(row, column, text, formats["text"])


def _width(column, values, kind):
    longest = max([len(str(column))] + [len(str(value)) for value in values.head(200)])
    return 12 if kind == "date" else max(8, min(longest + 2, 60))
