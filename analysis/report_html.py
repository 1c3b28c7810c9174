"""A Story in -> one self-contained HTML page out: no request leaves it, every text of an article is escaped."""

import base64
import functools
import html
import io
import re
from pathlib import Path

import mistune
from fontTools import subset
from fontTools.ttLib import TTFont

from analysis import rules
from analysis.cells import as_sentence, is_unbroken, rows_of, sentence_case
from analysis.column_widths import MANY, column_shares
from analysis.fonts import FONT
from analysis.report_story import closing, on_paper, opening

CSS = Path(__file__).with_name("report.css")
ROWS = 25  # rows of a table on paper; the workbook has them all
# Only what the page itself holds may be shown: a second lock behind the escaping.
POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"
FACES = (("Regular", 400, "normal"), ("Bold", 700, "normal"), ("Italic", 400, "italic"))
LETTERS = [*range(0x20, 0x250), *range(0x300, 0x330), *range(0x1E00, 0x1F00), *range(0x2010, 0x2300)]
_markdown = mistune.create_markdown(escape=True)


def page(story, extra_css=""):
    """The report as HTML text. The same Story gives the same bytes."""
    say = rules.texts(story.lang)
    parts = [_first_page(story, say), *(_chapter(chapter, story) for chapter in story.chapters), _end(story, say)]
    return (
        f'<!DOCTYPE html>\n<html lang="{story.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{esc(say('report.title'))}</title>\n<style>\n{faces()}\n{CSS.read_text(encoding='utf-8')}{extra_css}</style>\n"
        f"</head>\n<body>\n<main>\n{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def esc(text):
    """Text as HTML: whatever an article holds, it is shown, never run.

    >>> esc('<script>"Nga"</script>')
    '&lt;script&gt;&quot;Nga&quot;&lt;/script&gt;'
    """
    return html.escape(str(text), quote=True)


@functools.cache
def faces():
    """The report's font as CSS: the letters of Vietnamese, English and their signs, inside the page."""
    rule = (
        '@font-face {{ font-family: "Report"; font-weight: {}; font-style: {}; src: url(data:font/woff2;base64,{}); }}'
    )
    return "\n".join(rule.format(weight, style, _face(name)) for name, weight, style in FACES)


def _face(name):
    font = TTFont(FONT.with_name(f"BeVietnamPro-{name}.ttf"), recalcTimestamp=False)
    cutter = subset.Subsetter(
        subset.Options(flavor="woff2", layout_features=["kern", "liga", "mark", "mkmk", "ccmp", "locl"])
    )
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    return base64.b64encode(buffer.getvalue()).decode()


def _first_page(story, say):
    items = [f"<li>{esc(text)}</li>" for text in opening(story)]
    items += [f"<li>{inline(text)}{_mind(caution)}</li>" for text, caution in story.answers]
    answers = f'<div class="answers">\n<h2>{esc(say("report.answers"))}</h2>\n<ul>\n{"".join(items)}</ul>\n</div>\n'
    links = [f'<li><a href="#{esc(c.name)}">{esc(_plain(c.title))}</a></li>' for c in story.chapters]
    links += [f'<li><a href="#end-{i}">{esc(title)}</a></li>' for i, (title, *_rest) in enumerate(closing(story), 1)]
    return (
        f'<h1>{esc(say("report.title"))}</h1>\n<p class="subtitle">{esc(say("report.subtitle"))}</p>\n'
        f"{answers if items else ''}"
        f'<div class="caution">\n<h2>{esc(say("report.caution_title"))}</h2>\n'
        f"<p>{esc(say('report.caution'))}</p>\n</div>\n"
        f"<nav>\n<h2>{esc(say('report.contents'))}</h2>\n<ol>\n{''.join(links)}</ol>\n</nav>\n"
    )


def _mind(caution):
    return f'<span class="mind">{inline(caution)}</span>' if caution else ""


def inline(text):
    """Markdown of one line as HTML without a paragraph around it."""
    return re.sub(r"^<p>|</p>\s*$", "", _markdown(text)).replace("</p>\n<p>", "<br>")


def _plain(text):
    return re.sub(r"[*_`]", "", text)


def _chapter(chapter, story):
    groups = _groups(_without_title(chapter))
    opening_chart = next((group for group in groups if group[-1].kind not in ("print", "text")), None)
    body = "".join(_kept_together(group, story, group is opening_chart) for group in groups)
    return f'<section id="{esc(chapter.name)}">\n<h2>{inline(chapter.title)}</h2>\n{body}</section>\n'


def _groups(blocks):
    """Blocks in groups that belong on one page: headings and texts with the first thing they introduce."""
    groups = [[]]
    for block in blocks:
        groups[-1].append(block)
        if block.kind not in ("heading", "text"):
            groups.append([])
    return [group for group in groups if group]


def _kept_together(group, story, first=False):
    """A group as HTML: on one page with its chart, not parted from its table.

    first: a chapter's opening one, whose words fill its first page where the chart is too tall for it.
    """
    *lead, last = [_block(block, story) for block in group]
    if not lead or group[-1].kind not in ("chart", "table") or (first and group[-1].kind == "chart"):
        return "".join([*lead, last])
    if group[-1].kind == "table":
        return f'<div class="lead">\n{"".join(lead)}</div>\n{last}'
    return f'<div class="together">\n{"".join(lead)}{last}</div>\n'


def _without_title(chapter):
    """The blocks of a chapter after its title has been taken out."""
    first = next((i for i, block in enumerate(chapter.blocks) if block.kind == "heading"), None)
    return [block for i, block in enumerate(chapter.blocks) if i != first]


def _block(block, story):
    return {
        "heading": lambda: f"<h{_rank(block)}>{inline(block.text)}</h{_rank(block)}>\n",
        "text": lambda: _markdown(block.text),
        "html": lambda: f"<div>{block.text}</div>\n",
        "print": lambda: f"<pre>{esc(block.text)}</pre>\n",
        "failure": lambda: f'<p class="failure">{esc(block.text)}</p>\n',
        "chart": lambda: _figure(block, story),
        "table": lambda: _numbered_table(block, story),
    }[block.kind]()


def _rank(block):
    """The level of a heading inside a chapter: the report has h1, the chapter h2."""
    return max(3, min(6, block.level + 1))


def _figure(block, story):
    say = rules.texts(story.lang)
    picture = base64.b64encode(block.picture).decode()
    files = say("report.files", names=f"{block.name}.png, .svg, .pdf, .csv") if block.name else ""
    told = esc(f"{block.text} {block.note}")
    return (
        f'<figure id="figure-{block.number}">\n<img src="data:image/png;base64,{picture}" alt="{told}">\n'
        f"<figcaption><b>{esc(say('report.figure', n=block.number))}.</b> "
        f"{esc(as_sentence(block.text))} {esc(files)}"
        "</figcaption>\n</figure>\n"
    )


def _numbered_table(block, story):
    say = rules.texts(story.lang)
    caption = f"<b>{esc(say('report.table', n=block.number))}.</b> {esc(_plain(as_sentence(block.text)))}".rstrip()
    return table_html(block.table, story, caption, block.total)


def table_html(table, story, caption="", total=None, rows=ROWS):
    """The first `rows` of a table as HTML, numbers and dates in the report's style, each file linked to its row."""
    say, total = rules.texts(story.lang), len(table) if total is None else total
    if not len(table):
        return f'<p class="under">{caption} {esc(say("report.no_rows"))}</p>\n'
    shown = on_paper(table.head(rows))
    kinds = shown.attrs["kinds"]
    texts = rows_of(shown, kinds, story.lang)
    names, files = [sentence_case(str(name)) for name in shown.columns], _files(story)
    side = [' class="n"' if kind == "number" else "" for kind in kinds]
    head = "".join(f'<th scope="col"{s}>{esc(name)}</th>' for name, s in zip(names, side, strict=True))
    lines = ["".join(_td(text, kind, files) for text, kind in zip(row, kinds, strict=True)) for row in texts]
    body = "\n".join(f"<tr>{row}</tr>" for row in lines)
    left = say("report.rows_shown", n=len(shown), total=total) if total > len(shown) else ""
    top = f"<caption>{caption} {esc(left)}</caption>" if caption or left else ""
    wide = "".join(f'<col style="width:{100 * share:.1f}%">' for share in column_shares(names, texts, kinds))
    inside = f"{top}<colgroup>{wide}</colgroup>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>"
    many = ' class="many"' if len(names) > MANY else ""
    return f'<div class="wide">\n<table{many}>\n{inside}\n</table>\n</div>\n'


def _files(story):
    return set() if story.articles is None else set(story.articles["file"])


def _td(text, kind, files):
    """One cell: numbers from the right; a number or a day never goes over two lines."""
    classes = ["n"] * (kind == "number") + ["whole"] * is_unbroken(text, kind)
    mark = f' class="{" ".join(classes)}"' if classes else ""
    return f"<td{mark}>{_cell(text, files)}</td>"


def _cell(text, files):
    names = text.split(", ")
    if text in files or all(name in files for name in names):
        return ", ".join(f'<a href="#{anchor(name)}">{esc(name)}</a>' for name in ([text] if text in files else names))
    if re.fullmatch(r"https?://\S+", text):
        return f'<a href="{esc(text)}" rel="noreferrer">{esc(text)}</a>'
    return esc(text)


def anchor(file):
    """The name of a file's row in the list of articles, as an HTML id.

    >>> anchor("01 bài.txt")
    'file-01-b-i-txt'
    """
    return "file-" + re.sub(r"[^0-9A-Za-z]+", "-", file)


def _end(story, say):
    parts = []
    for i, (title, text, table) in enumerate(closing(story), 1):
        body = f"<p>{esc(text)}</p>\n" if text else ""
        body += _article_rows(table, story) if table is not None else ""
        parts.append(f'<section id="end-{i}" class="end">\n<h2>{esc(title)}</h2>\n{body}</section>\n')
    return "".join(parts)


def _article_rows(table, story):
    """A closing table; where its first column names files, each row is what the evidence links to."""
    made = table_html(table, story, rows=len(table))
    for file in [] if story.articles is None else story.articles["file"]:
        linked = f'<td><a href="#{anchor(file)}">{esc(file)}</a></td>'
        made = made.replace(f"<tr>{linked}", f'<tr id="{anchor(file)}"><td>{esc(file)}</td>', 1)
    return made
