"""The Markdown of a page comes in; its lines as a reader sees them, and what the signs say of each, go out.

Clippers and crawlers save pages so. Links become their words; the lines keep their numbers.
"""

import re

from analysis import printouts
from analysis.lines import tidy
from analysis.vocabulary import key_of

IMAGE = re.compile(r"!\[(?:[^\[\]\n]|\\.){0,1000}\]\([^()\s]{0,20000}(?:\s\"[^\"\n]{0,1000}\")?\)")
ALT = re.compile(r"!\[([^\[\]\n]{1,1000})\]\(")
NUMBERED = re.compile(r"Image \d+: ")  # how a reader's service counts them
TARGET = r"\((?:[^()\s\\]|\\.|\([^()\s]{0,200}\)){0,2000}(?:\s\"[^\n]{0,1000}?\")?\)"  # "(https://... "title")"
LINK = re.compile(rf"(?<!!)\[((?:[^\[\]\n]|\[[^\[\]\n]{{0,200}}\](?!\()){{0,1000}})\]{TARGET}")
PLACE = "![]"  # what is left of a picture; its words are an attribute of the page, as in HTML
HEADING = re.compile(r"\s*(?:[*+-]\s+)?(#{1,6})\s+\S")
BOLD = re.compile(r"\s*\*\*(?!\s)[^*]{1,200}[^*\s.:]\*\*\s*")
SHORTEST_BOLD = 4  # words of a sub-head in bold letters; a shorter line may be a byline
SHORTEST_LINK = 6  # words of a headline; a shorter link may be a section's name or a byline
SHORTEST_CAPTION = 4  # words
LONGEST_CAPTION = 40  # words behind a picture on its line
MARKED = 5  # links or pictures in a text that is Markdown whatever its file's name says


def marked(text: str) -> bool:
    """Is the text Markdown, though its file's name may not say so?

    >>> marked("[Tin](https://a.example/1)\\n" * 5), marked("Hai bên họp [1] tại Hà Nội (Việt Nam).")
    (True, False)
    """
    return text.count("](") >= MARKED and len(LINK.findall(text)) + len(IMAGE.findall(text)) >= MARKED


def read(text: str) -> tuple[list[str], list[str]]:
    """(lines, hints): a hint is "h1", "heading", "link", "caption" or "", as for the lines of a web page.

    A text with hard breaks in its paragraphs gets no hints, so that these can be put together again.

    >>> read("# Tin mẫu\\n![](a.jpg) Quang cảnh buổi họp\\n[Hai bên họp bàn về cà phê](https://a.example)")
    (['# Tin mẫu', 'Quang cảnh buổi họp', 'Hai bên họp bàn về cà phê'], ['h1', 'caption', 'link'])
    """
    written = text.split("\n")
    shown = {key_of(NUMBERED.sub("", found)) for line in written if "![" in line for found in ALT.findall(line)}
    seen = [_read(line, shown) for line in written]
    lines = [line for line, _ in seen]
    groups, _ = printouts.paragraphs(lines)
    whole = all(len(group) == 1 for group in groups)
    return lines, [hint for _, hint in seen] if whole else []


def _read(line, shown):
    """The line without addresses, and its hint; `shown` are the keys of the words that stand for pictures."""
    if "](" not in line:
        return line, "caption" if key_of(line) in shown and len(line.split()) >= SHORTEST_CAPTION else _heading(line)
    bare, pictures = IMAGE.subn(PLACE, line)
    shown, links = LINK.subn(lambda found: f"\0{found[1]}\0", bare)
    shown, inner = LINK.subn(r"\1", shown)  # a picture within a link
    plain = re.sub(r"\0[^\0]*\0", " ", shown).replace(PLACE, " ")
    words = shown.replace("\0", "").replace(PLACE, " ")
    if not tidy(words).strip("*+- "):
        return (PLACE if pictures else ""), ""
    said = tidy(words)
    if links + inner and not re.search(r"\w", plain) and len(said.split()) >= SHORTEST_LINK:
        return words, "link"
    if pictures and not links and len(said.split()) <= LONGEST_CAPTION:
        return said, "caption"
    return words, _heading(line)


def _heading(line):
    found = HEADING.match(line)
    if BOLD.fullmatch(line) and len(line.split()) >= SHORTEST_BOLD:
        return "heading"
    return "" if not found else "h1" if len(found[1]) == 1 else "heading"
