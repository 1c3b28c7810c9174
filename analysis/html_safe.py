"""HTML that a notebook showed in -> the same without anything that runs or loads, or its plain text, or its table."""

import html
import re
from html.parser import HTMLParser

import pandas as pd

KEPT = {
    "b",
    "strong",
    "em",
    "i",
    "mark",
    "u",
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h3",
    "h4",
    "h5",
    "cite",
    "q",
    "small",
}
DROPPED = {"script", "style", "template", "iframe", "object", "svg", "noscript"}  # with everything inside them
BREAKS = {"p", "br", "li", "div", "blockquote", "tr", "h3", "h4", "h5", "summary"}
WEB = re.compile(r"https?://[^\s\"'<>]+")


class _Reader(HTMLParser):
    """Reads HTML once and keeps three things: clean HTML, plain text, rows of cells."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.clean, self.text, self.rows, self.open, self.skipped = [], [], [], [], 0

    def handle_starttag(self, tag, attributes):
        self.skipped += tag in DROPPED
        if self.skipped:
            return
        if tag in BREAKS:
            self.text.append("\n")
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append([])
        link = WEB.fullmatch(dict(attributes).get("href") or "") if tag == "a" else None
        if tag in KEPT or link:
            self.clean.append(f'<a href="{html.escape(link[0])}" rel="noreferrer">' if link else f"<{tag}>")
            self.open += [] if tag == "br" else [tag]

    def handle_endtag(self, tag):
        if tag in DROPPED:
            self.skipped = max(0, self.skipped - 1)
        elif tag in self.open and not self.skipped:
            while self.open:
                closed = self.open.pop()
                self.clean.append(f"</{closed}>")
                if closed == tag:
                    break

    def handle_data(self, data):
        if self.skipped:
            return
        self.clean.append(html.escape(data))
        self.text.append(data)
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].append(data)


def _read(source):
    reader = _Reader()
    reader.feed(source)
    reader.close()
    reader.clean += [f"</{tag}>" for tag in reversed(reader.open)]
    return reader


def clean(source):
    """HTML with plain formatting and web links only; scripts, styles, images and event handlers are gone.

    >>> clean('<p onclick="x()">Nga <b>và</b> <script>alert(1)</script><a href="javascript:x">Việt Nam</a>')
    '<p>Nga <b>và</b> Việt Nam</p>'
    """
    return "".join(_read(source).clean)


def text(source):
    """The words of an HTML text, a line a paragraph.

    >>> text("<p>Kim ngạch</p><p>tăng &amp; giảm</p>")
    'Kim ngạch\\ntăng & giảm'
    """
    lines = (" ".join(line.split()) for line in "".join(_read(source).text).split("\n"))
    return "\n".join(line for line in lines if line)


def table(source):
    """The table in an HTML text as a DataFrame of texts under the names of its first row; None if it holds none.

    >>> table("<table><tr><th>từ</th></tr><tr><td>Nga</td></tr></table>").to_dict("list")
    {'từ': ['Nga']}
    """
    rows = [[" ".join("".join(cell).split()) for cell in row] for row in _read(source).rows if row]
    if not rows:
        return None
    width = max(map(len, rows))
    head, *body = [row + [""] * (width - len(row)) for row in rows]
    return pd.DataFrame(body, columns=head, dtype=object)
