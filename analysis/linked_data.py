"""JSON-LD, as pages carry it for search engines, comes in; what it says of the article goes out."""

import html
import json
import re

from analysis.authors import author_of

LONGEST = 500_000  # letters


def nodes(text: str) -> list[dict]:
    """The objects in one block of JSON-LD; none if it is broken or too long.

    >>> [node["@type"] for node in nodes('{"@graph": [{"@type": "NewsArticle"}, {"@type": "Person"}]}')]
    ['NewsArticle', 'Person']
    """
    try:
        data = json.loads(bare(text), strict=False) if len(text) <= LONGEST else None
    except (ValueError, RecursionError):
        return []
    items = [item for each in _listed(data) if isinstance(each, dict) for item in _listed(each.get("@graph", each))]
    items += [item["mainEntity"] for item in items if isinstance(item, dict) and "mainEntity" in item]
    return [item for item in items if isinstance(item, dict)]


def _listed(value):
    return value if isinstance(value, list) else [value]


WRAPPING = re.compile(r"\s*(?://\s*)?<!(?:\[CDATA\[|--)|(?://\s*)?(?:\]\]|--)>\s*$")


def bare(script: str) -> str:
    """A script without the signs that hid it from the browsers of old, each letter in its place.

    >>> bare("//<![CDATA[ {} //]]>").strip()
    '{}'
    """
    return WRAPPING.sub(lambda found: " " * len(found[0]), script) if "<!" in script[:100] else script


def of_page(root) -> list[dict]:
    """The objects in every block of JSON-LD of a web page's tree."""
    scripts = [each for each in root.iter("script") if (each.get("type") or "").casefold() == "application/ld+json"]
    return [node for script in scripts for node in nodes(script.text or "") or _broken(script.text or "")]


def _broken(text):
    """What a block that is no JSON, for want of a sign, says of the day."""
    days = set(PUBLISHED.findall(text[:LONGEST]))
    return [{"@type": "NewsArticle", "datePublished": days.pop()}] if len(days) == 1 else []


PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"\n]{8,40})"')


def article(found: list[dict], title: str = "") -> dict[str, str | None]:
    """The fields of the object whose type ends in Article or Posting, {} if there is none.

    Of several the one whose headline begins the page's `title`, else the first.

    >>> article([{"@type": "NewsArticle", "headline": "Tin mẫu", "author": {"name": "Lan Mẫu"}}])["author"]
    'Lan Mẫu'
    """
    told = [node for node in found if _is_article(str(node.get("@type", "")))]
    named = (node for node in told if title and title.startswith(text_of(node.get("headline")) or "\0"))
    node = next(named, told[0] if told else None)
    if node is None:
        return {}
    return {
        "title": text_of(node.get("headline")),
        "published": text_of(node.get("datePublished")),
        "updated": text_of(node.get("dateModified")),
        "author": _persons(node.get("author")),
        "section": text_of(node.get("articleSection")),
        "publisher": _publisher(node.get("publisher")),
    }


def _is_article(kind):
    return re.search(r"(?:Article|Posting)$", kind) or "NewsArticle" in kind


def _publisher(value):
    return text_of(value.get("name")) if isinstance(value, dict) else None


def printed(lines: list[str]) -> tuple[dict, frozenset]:
    """(fields, line numbers) of the JSON-LD that stands in a page saved as text, one block a line.

    >>> printed(["Tin mẫu", '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Tin mẫu"}'])
    ({'title': 'Tin mẫu'}, frozenset({2}))
    """
    blocks = [(number, nodes(line)) for number, line in enumerate(lines, 1) if CONTEXT.match(line)]
    told = article([node for _, found in blocks for node in found])
    told |= {"author": author_of(told.get("author") or ""), "publisher": None}  # no account and no site
    return {field: value for field, value in told.items() if value}, frozenset(number for number, _ in blocks)


CONTEXT = re.compile(r"\s*[\[{].{0,40}\"@(?:context|type|graph)\"")


def text_of(value) -> str | None:
    """A text, or the first of several, with single spaces; None for anything else."""
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else None


def _persons(value):
    """The names of all authors, joined by commas."""
    names = map(_person, value if isinstance(value, list) else [value])
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _person(value):
    if isinstance(value, dict):
        return text_of(value.get("name")) if value.get("@type") != "Organization" else None
    return text_of(value)
