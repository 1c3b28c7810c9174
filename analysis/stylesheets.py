"""The style sheets in a web page come in; the classes and ids of what they hide or lay out go out."""

import re

LONGEST = 300_000  # letters of style sheets that are read
COMMENT = re.compile(r"/\*.*?\*/", re.S)
RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,2000})\}")
HIDES = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
SIMPLE = re.compile(r"[.#](-?[A-Za-z_][\w-]*)")


def hidden_names(css: str) -> frozenset[str]:
    """The selectors of one class (".promo") or id ("#promo") that hide; what holds for print or phones alone does not.

    >>> sorted(hidden_names(".u-hide{display:none} @media print {.ad{display:none}} .no-js .x{display:none}"))
    ['.u-hide']
    """
    return _names(css, HIDES)


def preformatted_names(css: str) -> frozenset[str]:
    """The selectors of one class or id whose elements keep the line ends of their text.

    >>> sorted(preformatted_names(".post{white-space:pre-line} .one{white-space:nowrap}"))
    ['.post']
    """
    return _names(css, KEEPS_LINES) if "white-space" in css else frozenset()


def _names(css, told):
    css = COMMENT.sub(" ", css[:LONGEST])
    found = set()
    for selectors, body in RULE.findall(_without_at_rules(css)):
        if told.search(body):
            parts = [part.strip() for part in selectors.split(",")]
            found.update(part for part in parts if SIMPLE.fullmatch(part))
    return frozenset(found)


def _without_at_rules(css):
    """The style sheet without the blocks of @media, @supports and the like."""
    kept, place = [], 0
    for start in re.finditer(r"@[a-z-]+[^{};]*\{", css):
        if start.start() < place:
            continue
        kept.append(css[place : start.start()])
        place = _end_of_block(css, start.end())
    return "".join(kept) + css[place:]


def _end_of_block(css, place):
    depth = 1
    for sign in re.finditer(r"[{}]", css[place:]):
        depth += 1 if sign[0] == "{" else -1
        if not depth:
            return place + sign.end()
    return len(css)
