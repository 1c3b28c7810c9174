"""The bytes of a page saved as text, Markdown or web page come in; its Source goes out.

What reads Markdown and web pages is imported when the first of them is there: a child process that reads one new text
file starts in a third of the time.
"""

import plistlib
import re
from dataclasses import replace
from xml.parsers.expat import ExpatError

from analysis import encodings, front_matter, record_columns
from analysis.encodings import Unreadable
from analysis.file_sources import Source

HEADING_TAG = re.compile(r"</?h[1-6]>")
LEFT_TAGS = 3  # tags of headings in a text that is no web page, for them to be read as such


def plain(raw: bytes, name: str) -> Source:
    """The Source of a text file; one that holds the source of a web page is read as that."""
    text = encodings.decode(raw)
    if looks_like_markup(text) or _is_part(text):
        return _of_markup(text, name)
    if text.startswith(("---", "+++")) and _known_fields(front_matter.parted(text)[0]):
        return marked_down(raw, name)
    return _of_markdown(text, name, {}) if marked(text) else Source(name, untagged(text))


def marked(text):
    """Is the text Markdown, though its file's name may not say so?"""
    if "](" not in text:
        return False
    from analysis import markdown

    return markdown.marked(text)


def untagged(text):
    """Each heading on its own line, where a program that saved a page as text left the tags of the headings in it.

    >>> untagged("<h1> Tin mẫu\\n</h1>\\nHai bên đã họp.<h2> Mỏ và than</h2>\\n<h3></h3>").split("\\n")
    [' Tin mẫu', '', 'Hai bên đã họp.', ' Mỏ và than', '']
    """
    text = _unbroken(text) if "<" in text else text
    if len(HEADING_TAG.findall(text)) < LEFT_TAGS:
        return text
    return HEADING_TAG.sub("", re.sub(r"(?<=[^\s>])[ \t]*<h[1-6]>|</h[1-6]>[ \t]*(?=[^\s<])", "\n", text))


def _unbroken(text):
    """The text without the tags of line ends and of letters, where there are several; a line's end is no end twice.

    >>> _unbroken("Hai bên<br />\\nđã họp.<br>Mỏ<br/>\\n<b>Than</b>").split("\\n")
    ['Hai bên', 'đã họp.', 'Mỏ', 'Than']
    """
    if len(LETTER_TAG.findall(text)) < LEFT_TAGS:
        return text
    text = re.sub(r"[ \t]*<br ?/?>[ \t]*(?=\r?\n|$)", "", text, flags=re.I)
    return LETTER_TAG.sub("", re.sub(r"<br ?/?>", "\n", text, flags=re.I))


LETTER_TAG = re.compile(r"<br ?/?>|</?(?:b|i|u|em|strong|span|font|center)(?: [^<>]{0,300})?>", re.I)


def _is_part(text):
    """Is it the article's part of a page's source, most lines of it with tags?"""
    if text.count("</p>") + text.count("</div>") < LEFT_TAGS:
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    return 2 * sum("<" in line for line in lines) > len(lines)


def looks_like_markup(text: str) -> bool:
    """Is it the source of a web page although its name says it is text?"""
    start = text[:2000].lstrip().casefold()
    return start.startswith(("<!doctype html", "<html")) or (start.startswith("<") and "<body" in start)


def html(raw: bytes, name: str) -> Source:
    """The Source of a web page."""
    return _of_markup(encodings.decode(raw), name)


def _of_markup(text, name):
    from analysis import markup

    page = markup.read(text)
    if not page.lines:
        raise Unreadable(
            "the web page shows no text (it may be empty, or built by a script when opened); save it again as text"
        )
    return Source(name, "\n".join(page.lines), page.told, page.metadata.get("language"))


def mhtml(raw: bytes, name: str) -> Source:
    """The web page inside a "single file" saved by Chrome or Edge: the part with the address of the whole message.

    Where no part has it, the first; where that shows no text, as a set of frames does, the largest.
    """
    from email import message_from_bytes, policy

    message = message_from_bytes(raw, policy=policy.compat32)
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    url = message.get("Snapshot-Content-Location") or pages and pages[0].get("Content-Location")
    bodies = [part.get_payload(decode=True) or b"" for part in sorted(pages, key=lambda part: _elsewhere(part, url))]
    if not any(body.strip() for body in bodies):
        raise Unreadable("the .mhtml file holds no web page; save the page again")
    try:
        source = html(bodies[0], name)
    except Unreadable:
        source = html(max(bodies, key=len), name)
    return replace(source, metadata={"url": str(url).strip()} | source.metadata) if url else source


def webarchive(raw: bytes, name: str) -> Source:
    """The web page inside an archive saved by Safari."""
    try:
        main = plistlib.loads(raw)["WebMainResource"]
        page, url = main["WebResourceData"], main.get("WebResourceURL")
    except (plistlib.InvalidFileException, ExpatError, KeyError, TypeError, ValueError, IndexError) as error:
        raise Unreadable("the .webarchive file holds no web page; save the page again") from error
    source = html(page, name)
    return replace(source, metadata={"url": str(url)} | source.metadata) if url else source


def _elsewhere(part, url):
    """Has the part another address than the whole?"""
    return url is not None and str(part.get("Content-Location") or "").strip() != str(url).strip()


def marked_down(raw: bytes, name: str) -> Source:
    """Markdown from a clipper or a read-later service: links become their words, the front matter metadata."""
    told, text = front_matter.parted(encodings.decode(raw))
    return _of_markdown(text, name, _known_fields(told))


def _of_markdown(text, name, told):
    text, hinted = unmarked(text)
    return Source(name, text, told | hinted)


def unmarked(text):
    """The text as a reader sees it, and {"hints": what its Markdown says of each line} where it says anything."""
    from analysis import markdown

    lines, hints = markdown.read(text)
    return "\n".join(lines), {"hints": hints} if any(hints) else {}


def _known_fields(told):
    """The fields that a page's metadata may have, from a mapping with free names ("date", "tác giả" ...)."""
    found = record_columns.fields(told)
    found.pop("text", None)
    return {("site" if key == "outlet" else key): value for key, value in found.items()}
