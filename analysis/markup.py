"""The source of a web page comes in; its lines, what the markup says of each, and the metadata of its head go out.

Nothing that a browser would not show passes. The lines are then judged by analysis.pages like those of a text file;
what the markup says ("nav", "caption", "link", "heading" ...) is one more signal there.
"""

import re
from dataclasses import dataclass

from lxml import etree

from analysis import script_text, title_shapes
from analysis.page_head import metadata
from analysis.shown_lines import shown

HUGE_TAG = re.compile(r"<(/?[a-zA-Z][\w:-]{0,30})\s[^<>]{20000,}>")  # 200,000 attributes hang libxml2 for over a minute
DEEPEST = 2000  # libxml2 drops what lies deeper than 2,048 elements without a word


@dataclass(frozen=True)
class WebPage:
    """The lines of a page, a hint for each ("" if none), and the metadata of its head.

    `trunk` are the numbers of the lines whose paragraphs stand together in one element.
    """

    lines: list
    hints: list
    metadata: dict
    trunk: tuple = ()

    @property
    def told(self) -> dict:
        """All that the file says of its lines and of the article."""
        return self.metadata | {"hints": self.hints, "trunk": list(self.trunk)}


def read(source: str) -> WebPage:
    """The WebPage of an HTML source. Broken markup is read as far as a browser would.

    >>> page = read("<title>Tin mẫu</title><nav>Trang chủ</nav><p>Hai bên <b>họp</b> tại Hà Nội.<p hidden>5 tỷ USD")
    >>> page.lines, page.hints, page.metadata["title"]
    (['Trang chủ', 'Hai bên họp tại Hà Nội.'], ['nav', ''], 'Tin mẫu')
    """
    root = _tree(source)
    if root is None:
        return WebPage([], [], {})
    told = metadata(root)
    saved = SAVED.search(source[:FIRST])
    told = {"url": saved[1]} | told if saved else told
    lines, hints, trunk = shown(root, told.get("title"))
    shown_text = sum(len(line) for line, hint in zip(lines, hints, strict=True) if not hint)
    if shown_text < MUTE:
        lines, hints = _with_scripts(root, lines, hints, told, named=shown_text > SILENT)
    return WebPage(lines, hints, told, tuple(trunk))


MUTE, SILENT = 600, 200  # letters; a page that shows fewer may have its article in a script, or surely has it there


def _with_scripts(root, lines, hints, metadata, named):
    """(lines, hints) with the article that stands in a script alone, if there is one, below what the page shows."""
    text = script_text.article(root, metadata, named)
    inner = _tree(text) if text else None
    more, told, _ = shown(inner) if inner is not None else ([], [], [])
    if not more or not set(more).isdisjoint(lines):
        return lines, hints
    title = title_shapes.of_window(metadata.get("title"), frozenset())
    head = [title] if title and title not in lines and "h1" not in told else []
    return lines + head + more, hints + ["h1"] * len(head) + told


def _tree(source):
    source = _mended(HUGE_TAG.sub(r"<\1>", source.replace("\0", "")))
    root = _parse(source)
    if root is not None and source.count("<") > DEEPEST and _depth(root) >= DEEPEST:
        root = _parse(
            re.sub(
                r"(?i)</?(?:div|span|section|article|font|center|b|i|em|strong|table|tbody|tr|td|ul|ol|li|blockquote|a)\b[^>]*>",
                "<br>",
                source,
            )
        )
    return root


def _mended(source):
    """The source with the line ends and the ends of headings that are written wrong, as a browser reads them.

    >>> _mended("<h1>Tin mẫu</h2><p>Hai bên</br>họp.")
    '<h1>Tin mẫu</h1><p>Hai bên<br>họp.'
    """
    source = source if "</br" not in source.casefold() else WRONG_END.sub("<br>", source)
    tags = HEADING.findall(source)
    opened = (size for _, size in tags[::2])
    if all(end[1] == size for size, end in zip(opened, tags[1::2], strict=False)):
        return source
    last = ""

    def closed(tag):
        nonlocal last
        size, last = (tag[2], tag[2]) if tag[1] == "<" else (last or tag[2], "")
        return f"{tag[1]}h{size}"

    return HEADING.sub(closed, source)


# What browsers and their helpers write at the top of a page that they save.
SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+)")
FIRST = 3000  # letters
WRONG_END = re.compile(r"</br\s*/?>", re.I)
HEADING = re.compile(r"(</?)[hH]([1-6])(?=[\s>])")


def _parse(source):
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _depth(root):
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
