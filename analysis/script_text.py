"""The tree of a web page that shows no article comes in; the article that stands only in its scripts goes out.

Pages built when they are opened carry their text as data: JSON-LD's articleBody, the state of Next.js and its like.
"""

import json
import re
from collections.abc import Iterator

from analysis import linked_data
from analysis.linked_data import text_of

SHORTEST = 400  # letters of an article
LONGEST = 3_000_000  # letters of a script that is read
MOST = 200_000  # values that are looked at
FIRST = re.compile(r"[\[{]")
TAGS = re.compile(r"<[^<>]{0,2000}>")
LEDES = ("sapo", "lead", "description", "summary", "excerpt", "desc", "intro", "subtitle")
PIECES = ("text", "content", "html", "value", "body", "data")  # where the blocks of an editor keep their words
LONGEST_NAME = 100  # letters before data that are written as a text inside data
TITLES = ("title", "headline", "name")


def article(root, title: str | None, named: bool = False) -> str | None:
    """The markup of the longest text in the page's scripts, first of those under its title; None if there is none.

    `named` asks for one under the page's title alone.
    """
    found = [(_same(name, title), text) for script in root.iter("script", "textarea") for name, text in _told(script)]
    same, text = max(found, key=lambda told: (told[0], len(told[1])), default=(False, None))
    return text if same or not named else None


def _same(name, title):
    """Are they one title, with or without the name of the site behind it?"""
    return bool(name and title) and (title.startswith(name) or name.startswith(title))


def _told(script) -> Iterator[tuple[str | None, str]]:
    """(title, markup) of each long text in one script."""
    source = script.text or ""
    if not SHORTEST <= len(source) <= LONGEST:
        return
    if source.lstrip().startswith("<") and _text(source):
        yield None, source
    for node in _objects(_data(source)):
        body = _body(node)
        if body:
            lede = next((text for text in map(text_of, map(node.get, LEDES)) if text), None)
            told = f"<p>{lede}</p>" if lede and TAGS.sub("", lede)[:60] not in TAGS.sub("", body) else ""
            yield next((text for text in map(text_of, map(node.get, TITLES)) if text), None), told + body


def _data(source):
    """The first JSON value in a script; the long texts in it where it is a program."""
    start = FIRST.search(source)
    try:
        return json.JSONDecoder(strict=False).raw_decode(linked_data.bare(source), start.start())[0] if start else None
    except (ValueError, RecursionError):
        return [{"text": text} for text in map(_written, WRITTEN.findall(source)) if text]


WRITTEN = re.compile(rf'"(?:[^"\\\n]|\\.){{{SHORTEST},}}+"')  # a text as programs write it


def _written(literal):
    try:
        return json.loads(literal, strict=False)
    except ValueError:
        return None


def _objects(data):
    """All objects inside a value."""
    left, seen = [data], 0
    while left and seen < MOST:
        value, seen = left.pop(), seen + 1
        if isinstance(value, dict):
            yield value
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
        elif isinstance(value, str) and len(value) >= SHORTEST and '{"' in value[:LONGEST_NAME]:
            left.append(_data(value))


def _body(node):
    """The longest text right inside an object, or its blocks one below the other, as markup."""
    texts = [text for value in node.values() for text in [_text(value)] if text]
    return max(texts, key=len, default=None)


def _text(value):
    if isinstance(value, list):
        pieces = [piece for each in value if isinstance(each, dict) for piece in [_piece(each)] if piece]
        value = "\n".join(f"<p>{piece}</p>" for piece in pieces) if len(pieces) > 2 else None
    if not isinstance(value, str) or len(value) < SHORTEST:
        return None
    words = TAGS.sub(" ", value)
    if len(words) < SHORTEST or words.count(" ") < 0.1 * len(words):
        return None
    return value if "<" in value else "".join(f"<p>{line}</p>" for line in value.split("\n"))


def _piece(block):
    inner = block.get("data") if isinstance(block.get("data"), dict) else block
    return next((inner[key] for key in PIECES if isinstance(inner.get(key), str)), None)
