"""A text comes in; what stands of it in a block above the article, and the text below that block, go out.

Clippers and blogs write such a block in YAML between two lines "---", or in TOML between two lines "+++". Of YAML only
what such blocks hold is read: a word or a list behind each name.
"""

import re
import tomllib

BLOCK = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,10000}?)\r?\n\1[ \t]*(?:\r?\n|$)", re.S)
NAMED = re.compile(r"([^\W\d][\w .-]{0,30}?)[ \t]*:(?:[ \t]+(.*))?$")
ITEM = re.compile(r"\s*-[ \t]+(.*)$")


def parted(text: str) -> tuple[dict, str]:
    """({name: a text or a list of texts}, the text below the block); ({}, text) where it begins with no block.

    >>> parted('---\\ntitle: "Tin mẫu"\\nauthor:\\n  - "[[Lê Mẫu]]"\\ntags: [Nga, gỗ]\\n---\\nHai bên đã họp.')
    ({'title': 'Tin mẫu', 'author': ['Lê Mẫu'], 'tags': ['Nga', 'gỗ']}, 'Hai bên đã họp.')
    """
    block = BLOCK.match(text)
    if not block:
        return {}, text
    told = _of_toml(block[2]) if block[1] == "+++" else _of_yaml(block[2])
    return told, text[block.end() :]


def _of_toml(block):
    try:
        table = tomllib.loads(block)
    except tomllib.TOMLDecodeError:
        return {}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in table.items()}


def _of_yaml(block):
    told, name = {}, None
    for line in block.splitlines():
        named, item = NAMED.match(line), ITEM.match(line)
        if named:
            name = named[1]
            told[name] = _value((named[2] or "").strip())
        elif name and item and isinstance(told[name], list):
            told[name].append(_bare(item[1]))
        elif name and line.startswith((" ", "\t")) and isinstance(told[name], str):
            told[name] = f"{told[name]} {line.strip()}".strip()  # a text of several lines
    return {name: value for name, value in told.items() if value}


def _value(text):
    """A text, or a list where one is written out or begins below."""
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        return [_bare(part) for part in text[1:-1].split(",") if part.strip()]
    return _bare(text) if text and text not in (">", "|", ">-", "|-") else [] if not text else ""


def _bare(text):
    """A word without the quotation marks around it and the brackets of a note's link."""
    text = text.strip()
    text = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
    return re.sub(r"^\[\[(.+?)(?:\|.*)?\]\]$", r"\1", text)
