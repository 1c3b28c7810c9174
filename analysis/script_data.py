"""The source of a script in a web page comes in; the data it carries, as plain values, go out.

Pages that are built when they are opened write the state of their article into scripts, each maker in a way of his own.
"""

import json
import re
from collections.abc import Iterator

from analysis import linked_data

MOST = 200_000  # values that are looked at
LONGEST_NAME = 100  # letters before data that are written as a text inside data
FIRST = re.compile(r"[\[{]")
MASKED = {"&q;": '"', "&l;": "<", "&g;": ">", "&s;": "'", "&a;": "&"}  # as Angular writes them


def data(source: str, shortest: int):
    """The first JSON value in a script; the texts of `shortest` letters and more in it where it is a program.

    >>> data('window.state = {"a": [1]};', 9), data("{&q;a&q;:&q;x&q;}", 9)
    ({'a': [1]}, {'a': 'x'})
    """
    if "&q;" in source:
        source = re.sub("&[qlgsa];", lambda found: MASKED[found[0]], source)
    start = FIRST.search(source)
    try:
        found = json.JSONDecoder(strict=False).raw_decode(linked_data.bare(source), start.start())[0] if start else None
    except (ValueError, RecursionError):
        written = re.findall(rf'"(?:[^"\\\n]|\\.){{{shortest},}}+"', source)
        return [{"text": text} for text in map(_written, written) if text]
    return _revived(found) if isinstance(found, list) else found


def _written(literal):
    try:
        return json.loads(literal, strict=False)
    except ValueError:
        return None


def _revived(values):
    """A list of values that name one another by their places, as Nuxt writes its state, with the values themselves.

    >>> _revived([{"post": 1}, {"title": 2, "lines": 3}, "Tin mẫu", [2]])
    [{'post': {'title': 2, 'lines': 3}}, {'title': 'Tin mẫu', 'lines': ['Tin mẫu']}, 'Tin mẫu', ['Tin mẫu']]
    """
    if not values or len(values) > MOST or not _places(values[0]):
        return values

    def at(place, deep=True):
        known = type(place) is int and 0 <= place < len(values)
        value = values[place] if known else place
        return [at(each, False) for each in value] if deep and known and isinstance(value, list) else value

    return [
        {key: at(place) for key, place in value.items()}
        if isinstance(value, dict)
        else [at(place, False) for place in value]
        if isinstance(value, list)
        else value
        for value in values
    ]


def _places(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return bool(inner) and all(type(each) is int for each in inner)


def objects(value, shortest: int) -> Iterator[dict]:
    """All objects inside a value, and inside data written as texts of `shortest` letters and more."""
    left, seen = [value], 0
    while left and seen < MOST:
        value, seen = left.pop(), seen + 1
        if isinstance(value, dict):
            yield value
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
        elif isinstance(value, str) and len(value) >= shortest and '{"' in value[:LONGEST_NAME]:
            left.append(data(value, shortest))


PUSHED = re.compile(r'self\.__next_f\.push\(\[1,\s*("(?:[^"\\]|\\.)*+")\s*\]\)')
ROW = re.compile(r"(?:^|(?<=[\n>\]}.\"]))([0-9a-f]{1,4}):(?=[\[{\"]|T[0-9a-f]+,|[A-Z]{1,2}[\[{\"])")
TEXT = re.compile(r"T[0-9a-f]+,")


def pushed(sources: list[str]) -> list:
    """The values that Next.js pushes to a page in pieces, from script to script; a text stands where it is named.

    >>> pushed(['self.__next_f.push([1,"1:[2,\\\\"$2\\\\"]\\\\n2:T5,Xin"])', 'self.__next_f.push([1," chào"])'])
    [[2, '$2'], {'text': 'Xin chào'}]
    """
    pieces = [_written(piece) or "" for source in sources if "__next_f" in source for piece in PUSHED.findall(source)]
    parts = ROW.split("".join(pieces))
    rows = dict(zip(parts[1::2], parts[2::2], strict=False))
    texts = {f"${name}": TEXT.sub("", row, count=1) for name, row in rows.items() if TEXT.match(row)}
    found = [data(row, len(row)) for row in rows.values() if not TEXT.match(row)]
    return [_named(value, texts) for value in found if value] + [{"text": text} for text in texts.values()]


def _named(value, texts):
    """The value with the texts that it names; what lies deep in it is left as it is."""
    for node in objects(value, MOST) if texts else ():
        node.update({key: texts[name] for key, name in node.items() if isinstance(name, str) and name in texts})
    return value
