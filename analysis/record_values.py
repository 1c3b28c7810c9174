"""One cell of a table of articles comes in: text, number, list or object; its words go out.

Tables that programs made hold more than texts: lists written out as text, objects with one telling key, the word "nan"
where nothing was found.
"""

import ast
import html
import json
import re

NOTHING = frozenset(["", "nan", "nat", "none", "null", "n/a", "na", "undefined", "\\n", "-", "--", "[]", "{}"])
NOTHING |= frozenset(["không có", "không rõ", "chưa rõ"])
TELLING = ("rendered", "html", "content", "text", "value", "name", "title", "full_name", "display_name", "label")
TELLING += ("$date", "$numberLong", "$t", "#text")
PICTURES = frozenset({"image", "img", "photo", "video", "ads", "ad", "embed", "figure", "related"})
LARGEST_LIST = 1_000_000  # letters of a list written out as text


def words_of(value) -> str:
    """The words of a cell, "" for one that says nothing; of an object those under its telling key.

    >>> [words_of(value) for value in ("Tin ", "nan", None, {"rendered": "Tin"}, {"$date": {"$numberLong": "7"}}, 5)]
    ['Tin', '', '', 'Tin', '7', '5']
    """
    if isinstance(value, dict):
        return next((words for key in TELLING if key in value and (words := words_of(value[key]))), "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(words_of, value)))
    text = "" if value is None or isinstance(value, bool) else str(value).strip()
    return "" if text.casefold() in NOTHING else text


def text_of(value) -> str:
    """The text of an article in a cell, a paragraph a line: a list's items; line ends that are written out are ends.

    >>> text_of(["Đoạn một.", {"type": "image", "text": "x"}, {"value": "Đoạn hai."}]).split("\\n")
    ['Đoạn một.', 'Đoạn hai.']
    """
    value = _listed(value)
    if isinstance(value, list):
        return "\n".join(filter(None, map(text_of, (each for each in value if not _is_picture(each)))))
    text = words_of(value)
    if "\n" not in text and "\\n" in text:
        text = text.replace("\\r", "").replace("\\n", "\n").replace("\\t", " ").replace('\\"', '"')
    return html.unescape(text) if ENTITY.search(text) and "</" not in text else text


ENTITY = re.compile(r"&(?:nbsp|amp|quot|apos|[lr][ds]quo|hellip|[mn]dash|#\d{2,5});")


def names_of(value) -> str:
    """The names in a cell, parted by commas.

    >>> [names_of(value) for value in ("['Lê Mẫu', 'Trần Mẫu']", [{"name": "Lê Mẫu"}, "Trần Mẫu"], "Lê Mẫu; Trần Mẫu")]
    ['Lê Mẫu, Trần Mẫu', 'Lê Mẫu, Trần Mẫu', 'Lê Mẫu, Trần Mẫu']
    """
    value = _listed(value)
    names = value if isinstance(value, list) else words_of(value).split(";")
    bare = (" ".join(re.sub(r"<[^<>]{0,500}>", " ", words_of(name)).split()) for name in names)
    return ", ".join(dict.fromkeys(filter(None, bare)))


def _is_picture(value):
    return isinstance(value, dict) and str(value.get("type") or "").casefold() in PICTURES


def _listed(value):
    """The list that is written out in a text, as programs print theirs; any other value as it is."""
    text = value.strip() if isinstance(value, str) else ""
    if not (text.startswith("[") and text.endswith("]") and len(text) < LARGEST_LIST):
        return value
    for parse in (json.loads, ast.literal_eval):
        try:
            found = parse(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return found if isinstance(found, list) else value
    return value
