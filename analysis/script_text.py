"""The tree of a web page that shows no article comes in; the article that stands only in its scripts goes out.

Pages built when they are opened carry their text as data: JSON-LD's articleBody, the state of Next.js and its like.
"""

import html
import re
from collections.abc import Iterator

from analysis import script_data
from analysis.linked_data import text_of

SHORTEST, SHORTEST_NAME = 400, 12  # letters of an article, and of its name
PARAGRAPH = 60  # letters of a text in a list of such
LONGEST = 3_000_000  # letters of a script that is read
ESCAPED = re.compile(r"&lt;/?(?:p|div|h\d|figure|br|strong|em)\b")
TAGS = re.compile(r"<[^<>]{0,2000}>")
LEDES = ("sapo", "lead", "description", "summary", "excerpt", "desc", "intro", "subtitle")
PIECES = ("text", "content", "html", "value", "body", "data")  # where the blocks of an editor keep their words
TITLES = ("title", "headline", "name")


def article(root, told: dict, named: bool = False) -> str | None:
    """The markup of the longest text in the page's scripts, first of those that the page is `told` to hold; else None.

    `named` asks for one of those alone. Of several long texts that nothing tells apart none is the article.
    """
    scripts = list(root.iter("script", "textarea"))
    found = [text for script in scripts for text in _told(script)]
    found += _of_data(script_data.pushed([script.text or "" for script in scripts]))
    own = [(name, text) for name, text in found if _same(name, told.get("title")) or _opens(text, told)]
    if not own and (named or _several(found)):
        return None
    name, text = max(own or found, key=lambda each: len(each[1]), default=(None, None))
    name = name if _same(name, told.get("title")) and len(name) >= SHORTEST_NAME else None
    return text and f"<h1>{html.escape(name)}</h1>{text}" if name else text


def _same(name, title):
    """Are they one title, with or without the name of the site behind it?"""
    return bool(name and title) and (title.startswith(name) or name.startswith(title))


def _opens(text, told):
    """Does the text hold the first words of what the page says it tells?"""
    words = _plain(told.get("description") or "")[:OPENING]
    return len(words) == OPENING and words in _plain(text)


def _several(found):
    """Is there a second text, another one, at least half as long as the longest?"""
    texts = sorted({_plain(text) for _, text in found}, key=len, reverse=True)
    others = [text for text in texts[1:] if text[:OPENING] not in texts[0]]
    return bool(others) and len(others[0]) >= 0.5 * len(texts[0])


def _plain(text):
    return " ".join(TAGS.sub(" ", text).split())


OPENING = 50  # letters


def _told(script) -> Iterator[tuple[str | None, str]]:
    """(title, markup) of each long text in one script."""
    source = script.text or ""
    if not SHORTEST <= len(source) <= LONGEST:
        return
    if source.lstrip().startswith("<") and _text(source):
        yield None, source
    yield from _of_data(script_data.data(source, SHORTEST))


def _of_data(data):
    """(title, markup) of each long text in a value."""
    for node in script_data.objects(data, SHORTEST):
        body = _body(node)
        if body:
            lede = next((text for text in map(text_of, map(node.get, LEDES)) if text), None)
            told = f"<p>{lede}</p>" if lede and TAGS.sub("", lede)[:60] not in TAGS.sub("", body) else ""
            yield next((text for text in map(text_of, map(node.get, TITLES)) if text), None), told + body


def _body(node):
    """The longest text right inside an object, or its blocks one below the other, as markup."""
    texts = [text for value in node.values() for text in [_text(value)] if text]
    return max(texts, key=len, default=None)


def _text(value):
    if isinstance(value, list):
        pieces = [piece for each in value for piece in [_piece(each)] if piece]
        value = "\n".join(f"<p>{piece}</p>" for piece in pieces) if len(pieces) > 2 else None
    if not isinstance(value, str) or len(value) < SHORTEST:
        return None
    value = html.unescape(value) if ESCAPED.search(value[:SHORTEST]) else value
    words = TAGS.sub(" ", value)
    if len(words) < SHORTEST or words.count(" ") < 0.1 * len(words):
        return None
    return value if "<" in value else "".join(f"<p>{line}</p>" for line in value.split("\n"))


def _piece(block):
    """The words of a block: a text, or the texts of the pieces that it is made of."""
    if not isinstance(block, dict):
        return block if isinstance(block, str) and len(block) >= PARAGRAPH else None
    inner = block.get("data") if isinstance(block.get("data"), dict) else block
    return _said(inner) or _joined(inner, DEEPEST)


def _joined(block, deep):
    made = next((block[key] for key in MADE_OF if isinstance(block.get(key), list)), []) if deep else []
    pieces = (_said(each) or _joined(each, deep - 1) or "" for each in made if isinstance(each, dict))
    return "".join(pieces) or None


def _said(block):
    return next((block[key] for key in PIECES if isinstance(block.get(key), str)), None)


MADE_OF, DEEPEST = ("children", "content"), 4
