"""Notebooks that ran and the files they saved in -> a Story out: chapters of text, charts, tables, in one language.

What HTML, PDF, DOCX and XLSX are all written from, so that they say the same.
"""

import base64
import io
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd
from PIL import Image

from analysis import html_safe, rules, wording
from analysis.cells import text_of
from analysis.report_run import TABLE
from analysis.report_tables import read_table

CORPUS_TABLE = "00-articles"
HEADING = re.compile(r"(#{1,6})\s+(.*)")
ITEM = re.compile(r"(\s*(?:[-+]|\d+\.)\s+)?(.*)", re.S)


@dataclass(frozen=True)
class Block:
    """One piece of a chapter. kind: heading, text (Markdown), html, chart, table (text: the question it stands under),
    print, failure.
    """

    kind: str
    text: str = ""
    level: int = 0
    name: str = ""
    note: str = ""
    number: int = 0
    picture: bytes = b""
    table: pd.DataFrame | None = None
    total: int = 0


@dataclass(frozen=True)
class Chapter:
    """A notebook as read in one language: its name, its first heading, its blocks."""

    name: str
    title: str
    blocks: list


@dataclass(frozen=True)
class Story:
    """answers: [(sentence, caution)]. articles: the corpus table or None. tables: {name: (table, title)}."""

    lang: str
    chapters: list
    answers: list
    articles: pd.DataFrame | None
    tables: dict
    corpus: dict = field(default_factory=dict)


def tell(runs, folder, lang, light=False):
    """The Story of notebooks that ran (list of Run) and of the files in `folder`, in `lang` ("en" or "vi").

    light: pictures for the screen, a fifth of the size.
    """
    counter = {"chart": 0, "table": 0, "light": light}
    names = chart_names(folder)
    chapters = [_chapter(run, lang, names, counter) for run in runs]
    answers = [found for run in runs for found in _answers(run.notebook)]
    tables = saved_tables(folder)
    articles = tables.pop(CORPUS_TABLE, (None, ""))[0]
    return Story(lang, chapters, answers, articles, tables, _corpus(folder))


def chart_names(folder):
    """{key of a chart: its sidecar} for every chart exported into a folder."""
    return {record["key"]: record for record in _sidecars(folder) if "key" in record}


def saved_tables(folder):
    """{name: (table, title)} of every table that a notebook saved, in order of name."""
    named = [
        (record["name"], record.get("title") or record["name"]) for record in _sidecars(folder) if "types" in record
    ]
    return {name: (read_table(Path(folder) / f"{name}.csv")[0], title) for name, title in sorted(named)}


def _sidecars(folder):
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("[0-9]*.json"))]


def _corpus(folder):
    """Where the numbers come from: fingerprint, parameters, versions, as the side-cars say."""
    known = [record for record in _sidecars(folder) if record.get("corpus_sha256")]
    charts = [record for record in _sidecars(folder) if "versions" in record]
    merged = {name: value for record in reversed(known) for name, value in record["parameters"].items()}
    return {
        "sha256": known[0]["corpus_sha256"] if known else "",
        "parameters": {name: merged[name] for name in sorted(merged)},
        "versions": charts[0]["versions"] if charts else {},
    }


def _chapter(run, lang, names, counter):
    blocks = _titled([block for cell in run.notebook.cells for block in _blocks(cell, lang, names, counter)])
    title = next((block.text for block in blocks if block.kind == "heading"), run.name)
    if run.error:
        said = rules.texts(lang)("report.failed", cell=run.cell, notebook=run.name, error=run.error)
        blocks.append(Block("failure", said))
    return Chapter(run.name, title, blocks)


def _titled(blocks):
    """The blocks, each table with the heading that it stands under: a number alone does not say what it holds."""
    heading, found = "", []
    for block in blocks:
        heading = block.text if block.kind == "heading" else heading
        found.append(replace(block, text=heading) if block.kind == "table" and not block.text else block)
    return found


def _blocks(cell, lang, names, counter):
    if "hide" in cell.metadata.get("tags", []) or cell.cell_type not in ("markdown", "code"):
        return []
    if cell.cell_type == "markdown":
        return markdown_blocks(cell.source, lang)
    found = [_output(output, names, counter) for output in cell.outputs]
    return [block for block in found if block]


def markdown_blocks(source, lang):
    """The text of a cell in one language, as headings and paragraphs.

    English lines are plain; the Vietnamese ones stand after them, each wholly in italics. A cell with one language
    only is shown as it is.

    >>> [b.text for b in markdown_blocks("## Which words?\\n*Từ nào?*\\n\\nCounted once.\\n*Đếm một lần.*", "vi")]
    ['Từ nào?', 'Đếm một lần.']
    >>> [b.text for b in markdown_blocks("## Which words?\\n*Từ nào?*", "en")]
    ['Which words?']
    """
    lines = _one_language(source.splitlines(), lang)
    blocks, paragraph = [], []
    for line in [*lines, ""]:
        heading = HEADING.match(line)
        if (heading or not line.strip()) and paragraph:
            blocks.append(Block("text", "\n".join(paragraph)))
            paragraph = []
        if heading:
            blocks.append(Block("heading", heading[2].strip(), len(heading[1])))
        elif line.strip():
            paragraph.append(line)
    return blocks


def _one_language(lines, lang):
    """The lines in `lang`; the first Vietnamese line after an English heading becomes that heading."""
    if not any(_vietnamese(line) for line in lines):
        return lines
    kept, marks = [], []
    for line in lines:
        text, heading = _vietnamese(line), HEADING.match(line)
        if text is None and (lang == "en" or not line.strip()):
            kept.append(line)
        elif text is not None and lang == "vi":
            mark = marks.pop(0) if marks else ""
            kept.append(text if HEADING.match(text) else mark + text)
        marks += [heading[1] + " "] if heading else []
    return kept


def _vietnamese(line):
    """The text of a line that is wholly in italics, with its list mark; None for any other line."""
    mark, text = ITEM.match(line).groups()
    text = text.strip()
    whole = re.fullmatch(r"\*((?:[^*]|\*\*)+)\*", text) or re.fullmatch(r"_([^_]+)_", text)
    return (mark or "") + whole[1] if whole else None


def _output(output, names, counter):
    """One output of a cell as a Block, or None for what a report does not show."""
    if output.output_type == "stream":
        return Block("print", output.text.rstrip()) if output.text.strip() else None
    if output.output_type == "error":
        return None
    data, meta = output.data, output.metadata
    if "chart" in meta:
        return _chart(data, meta["chart"], names, counter)
    if TABLE in data:
        return _table(data[TABLE], counter)
    if "text/html" in data:
        return _html(data["text/html"], counter)
    if "text/markdown" in data:
        return Block("text", data["text/markdown"])
    if "saved" in meta or set(data) - {"text/plain"} or not data.get("text/plain", "").strip():
        return None
    return Block("print", data["text/plain"].strip("'\""))


def _chart(data, told, names, counter):
    counter["chart"] += 1
    name = names.get(told["key"], {}).get("name", "")
    picture = base64.b64decode(data["image/png"])
    picture = lighten(picture) if counter["light"] else picture
    return Block("chart", told["title"], name=name, note=told["note"], number=counter["chart"], picture=picture)


def lighten(picture, width=800):
    """A PNG as a smaller one: `width` pixels wide, 64 colours, which is what flat charts need."""
    source = Image.open(io.BytesIO(picture)).convert("RGB")
    height = round(source.height * width / source.width)
    small = source.resize((width, height), Image.Resampling.LANCZOS).quantize(64, dither=Image.Dither.NONE)
    made = io.BytesIO()
    small.save(made, "PNG", optimize=True)
    return made.getvalue()


def lighten_file(source, target):
    """Write a smaller copy of a PNG file, if there is one. Returns None."""
    if source.exists():
        target.write_bytes(lighten(source.read_bytes()))


def _table(data, counter):
    """A table as a numbered Block; one without rows is left out, for the sentence or chart before it says so."""
    if not data["rows"]:
        return None
    counter["table"] += 1
    table = pd.DataFrame(data["rows"], columns=[column["name"] for column in data["columns"]], dtype=object)
    table.attrs["kinds"] = [column["kind"] for column in data["columns"]]
    return Block("table", number=counter["table"], table=table, total=data["total"])


def _html(source, counter):
    """HTML of a cell as a Block: a table becomes a numbered table, anything else harmless rich text."""
    table = html_safe.table(source)
    if table is None:
        return Block("html", html_safe.clean(source)) if html_safe.text(source).strip() else None
    counter["table"] += 1
    table.attrs["kinds"] = ["text"] * table.shape[1]
    return Block("table", number=counter["table"], table=table, total=len(table))


def _answers(notebook):
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    told = [output.metadata["answer"] for output in outputs if "answer" in output.get("metadata", {})]
    return [(answer["text"], answer["caution"]) for answer in told]


# ----------------------------------------------------------------------------------------------------- the first page
def opening(story):
    """The first page's sentences about the collection, made from its table. Returns a list of texts."""
    from analysis.notation import day, number

    say, articles = rules.texts(story.lang), story.articles
    if articles is None:
        return []
    read = articles[articles["problem"] == ""]
    if read.empty:
        return [say("report.articles_none"), *_counted(say, "report.unread", len(articles))]
    dates = read["published"].dropna()
    n = number(len(read), story.lang)
    texts = [
        say("report.articles", n=n, first=day(dates.min(), story.lang), last=day(dates.max(), story.lang))
        if len(dates)
        else say("report.articles_undated", n=n)
    ]
    outlets = read.loc[read["outlet"] != "", "outlet"].value_counts(sort=False)
    if len(outlets):
        texts.append(_outlets(outlets, say))
    texts += _counted(say, "report.no_outlet", int((read["outlet"] == "").sum()))
    if "story" in read:
        texts += _counted(say, "report.stories", len(read) - read["story"].nunique())
    if "language" in read:
        texts += _counted(say, "report.other_languages", int((read["language"] != "vi").sum()))
    texts += _counted(say, "report.undated", int(read["published"].isna().sum()) if len(dates) else 0)
    return texts + _counted(say, "report.unread", len(articles) - len(read))


def _outlets(outlets, say):
    """How many outlets there are, with the three that have most articles; where each has one, none has most."""
    from analysis.notation import number

    most = sorted(outlets.items(), key=lambda item: (-item[1], item[0]))[:3]
    names = ", ".join(f"{name} ({number(count, say.lang)})" for name, count in most)
    return say("report.outlets" if outlets.max() > 1 else "report.outlets_one", n=len(outlets), names=names)


def _counted(say, key, n):
    return [say(key, n=n)] if n else []


def closing(story):
    """The tables at the end: (title, text or None, table or None) of the articles, the unread files, the method."""
    say, articles = rules.texts(story.lang), story.articles
    parts = []
    if articles is not None:
        read, unread = articles[articles["problem"] == ""], articles[articles["problem"] != ""]
        parts.append(
            (say("report.articles_title"), None, _columns(read, say, "file title published outlet source_url"))
        )
        told = (None, _columns(unread, say, "file problem")) if len(unread) else (say("report.unread_none"), None)
        parts.append((say("report.unread_title"), *told))
    parts.append((say("report.method_title"), say("report.method"), None))
    parts.append((say("report.made_with"), None, about(story)))
    return parts


def about(story):
    """A table of what the report was made from: fingerprint, parameters, versions."""
    say, corpus = rules.texts(story.lang), story.corpus
    rows = [(say("report.corpus_hash"), corpus.get("sha256", ""))] if corpus.get("sha256") else []
    given = {name: value for name, value in corpus.get("parameters", {}).items() if value is not None}
    asked = [(_asked(name, say), _setting(value, say)) for name, value in given.items()]
    rows += [(f"{say('report.parameters')}: {name}", setting) for name, setting in asked]
    rows += [(f"{say('report.versions')}: {name}", value) for name, value in corpus.get("versions", {}).items()]
    table = pd.DataFrame(rows, columns=[say("report.column.name"), say("report.column.value")], dtype=object)
    table.attrs["kinds"] = ["text", "text"]
    return table


def _asked(name, say):
    """A parameter in words, with the name that it has in the notebooks."""
    words = wording.words_of(f"report.parameter.{name}", say)
    return f"{words} ({name})" if words else name


def _setting(value, say):
    """What a parameter was set to, in words: countries, steps of time, yes and no, days."""
    several = re.findall(r"'([^']*)'", value) if isinstance(value, str) and value[:1] in "([" else value
    if isinstance(several, (list, tuple)):
        return ", ".join(_setting(one, say) for one in several)
    text = str(several)
    if words := wording.words_of(f"report.setting.{text}", say):
        return words
    is_country = re.fullmatch("[A-Z]{2}|EAEU|ASEAN|CIS|BRICS", text)
    return wording.value("reporter", text, say) if is_country else text_of(text, "text", say.lang)


def on_paper(table):
    """A table without its empty columns and those that repeat another: what a page has room for. Keeps the kinds."""
    kinds = table.attrs.get("kinds") or ["text"] * table.shape[1]
    texts = [tuple("" if v is None or v != v else str(v) for v in table.iloc[:, i]) for i in range(table.shape[1])]
    kept = [i for i, column in enumerate(texts) if any(column) and column not in texts[:i]] if len(table) else []
    shown = table.iloc[:, kept or range(table.shape[1])].copy()
    shown.attrs["kinds"] = [kinds[i] for i in kept] or kinds
    return shown


def _columns(table, say, names):
    """Some columns of the corpus table under translated names."""
    chosen = [name for name in names.split() if name in table]
    shown = table[chosen].copy().astype(object)
    if "problem" in shown:
        shown["problem"] = [wording.problem(text, say) for text in shown["problem"]]
    shown.columns = [say(f"report.column.{name}") for name in chosen]
    shown.attrs["kinds"] = ["date" if name == "published" else "text" for name in chosen]
    return shown
