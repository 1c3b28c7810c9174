"""The looks of a page's lines come in; which described outlet the page is from, and its fixed lines, go out.

An outlet is one file in rules/outlets/; a page of an outlet that nobody described is read without one.
"""

import re
from dataclasses import replace

from analysis import rules
from analysis.lines import Look, key_of


def recognise(looks: list[Look], metadata: dict, name: str) -> dict | None:
    """The table of the outlet whose page this is: by the address, else by at least one of its own `marks`."""
    table = rules.load_all("outlets")
    address = " ".join(str(metadata.get(key) or "") for key in ("url", "site")) + " " + name
    for outlet in table.values():
        if any(re.search(rf"(?<![\w-]){re.escape(domain)}\b", address) for domain in outlet.get("domains", ())):
            return outlet
    scored = [(_marks(outlet, looks), stem) for stem, outlet in table.items()]
    best, stem = max(scored, default=(0, ""))
    return table[stem] if best >= 1 else None


def _marks(outlet, looks):
    marks = [mark.casefold() for mark in outlet.get("marks", ())]
    return sum(any(mark in each.text.casefold() for each in looks) for mark in marks)


def apply(outlet: dict, each: Look) -> Look:
    """The line's look with the outlet's own headers and fixed lines taken into account."""
    for kind in ("header", "control", "footer"):
        if each.key and each.key in map(key_of, outlet.get(kind, ())):
            return replace(each, kind=kind)
    return each
