"""The bytes of a feed (RSS, Atom) come in; its rows go out, each the fields of an article or why it is none."""

import re

from analysis.encodings import Unreadable
from analysis.record_columns import fields

ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
WRITTEN = ("content:encoded", "encoded", "content", "description", "summary")  # where a feed's text stands, best first
NO_TEXT = "the entry of the feed has no text"


def records(raw: bytes) -> list[dict | str]:
    """The entries of a feed; a str is a problem. A feed that holds teasers alone gives those.

    Raises Unreadable for XML that is no feed.
    """
    root = _root(raw)
    entries = [each for each in root.iter() if _name(each) in ("item", "entry")]
    if not entries:
        raise Unreadable("the XML is no feed of articles (it has no <item> or <entry>); save the page as HTML or text")
    site = next((each.text for each in root.iter() if _name(each) == "title" and each.text), None)
    return [_record(entry, site) for entry in entries]


def _root(raw):
    from lxml import etree

    if ENTITIES.search(raw[:5000]):
        raise Unreadable("the XML defines entities of its own; it was left out")
    try:
        root = etree.fromstring(raw.strip(), etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"the XML cannot be read: {str(error)[:80]}") from error
    if root is None:
        raise Unreadable("the XML cannot be read; save the page as HTML or text")
    return root


def _name(element):
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _record(entry, site):
    """The fields of one entry; the best of its texts is the text, a shorter one beside it the lede."""
    told = {}
    for each in sorted((each for each in entry if not MEDIA.search(str(each.tag))), key=_is_other_link):
        told.setdefault(_name(each), []).append(_value(each))
    texts = [value for name in WRITTEN for value in told.pop(name, []) if value]
    row = {name: values if name in ("author", "creator") else values[0] for name, values in told.items()}
    found = fields({"outlet": site} | row | {"text": texts[0] if texts else "", "lede": texts[1] if texts[1:] else ""})
    return found if "text" in found else NO_TEXT


MEDIA = re.compile("mrss|itunes|podcast")  # whose titles and descriptions are those of pictures and sounds


def _is_other_link(element):
    """Is it a link to something else than the article: the feed, its comments, a picture?"""
    return element.get("rel", "alternate") != "alternate"


def _value(element):
    """The words of an element; of a link its address."""
    if element.get("href"):
        return element.get("href")
    blocks = ("".join(each.itertext()).strip() for each in element.iter() if not len(each))
    return "\n".join(filter(None, blocks)) if len(element) else element.text or ""

