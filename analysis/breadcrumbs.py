"""The tree of a web page and its title come in; the marked path to the page ("Thế giới > Nga") goes out."""

import re

from analysis import linked_data
from analysis.elements import hidden
from analysis.linked_data import text_of
from analysis.vocabulary import key_of, vocabulary


def path_to(root, title: str | None) -> str | None:
    """The marked path to the page, joined by " > ", without the start page and the page itself, or None.

    Of visible lists only those count whose steps are elements of their own; a path in one text is read from its line.
    """
    shown = map(_steps, filter(_is_path, root.iter("div", "ul", "ol", "nav", "p", "section")))
    for steps, fewest in (*((steps, 2) for steps in _linked_paths(root)), *((steps, 1) for steps in shown)):
        steps = [step for step in steps if _may_be_step(step, title or "")]
        if fewest <= len(steps) <= DEEPEST_PATH and not HOME.fullmatch(steps[-1]):
            return " > ".join(steps[1:] if HOME.fullmatch(steps[0]) else steps)
    return None


DEEPEST_PATH = 5  # steps, with the start page


def _may_be_step(step, title):
    """Is it neither empty, nor the page itself, nor a button beside the path?"""
    said, key = vocabulary(), key_of(step)
    button = key in said.control | said.comment and key not in said.sections or step[:1].islower() and len(step) < 10
    own = key in said.home or not button
    cut = step.endswith(("…", "...")) or step.count(" ") >= FEWEST_CUT
    return bool(step) and step != title and not (cut and title.startswith(step.rstrip(".… ") + " ")) and own


FEWEST_CUT = 4  # spaces in the beginning of a title that a path ends with; a section's name may begin it too


HOME = re.compile(r"trang chủ|trang nhất|home(?:page)?|главная", re.I)


def _is_path(element):
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400].split()
    marked = any(map(CRUMBS.search, names)) or "BreadcrumbList" in (element.get("itemtype") or "")
    return not hidden(element) and (marked or (element.get("aria-label") or "").casefold() == "breadcrumb")


CRUMBS = re.compile(r"(?:^|(?<!menu)(?<!menus)[-_])(?:bread-?crumbs?|duong-?dan)|^pathway", re.I)


def _steps(element):
    """The texts of the links or items of a visible path; of one that holds nothing else also a lone step."""
    steps = [[_bare(each) for each in element.iter(tag)] for tag in ("li", "a")]
    several = next((found for found in steps if len(found) > 1), None)
    lone = steps[-1] if element.tag in ("ul", "ol") or steps[-1] == [_bare(element)] else []
    return (several or lone)[:6]


def _bare(element):
    """The words of an element without the signs between the steps."""
    return " ".join("".join(element.itertext()).split()).strip(" >›»/")


def _linked_paths(root):
    """The names of each BreadcrumbList in JSON-LD, in order."""
    for node in linked_data.of_page(root):
        items = node.get("itemListElement")
        if node.get("@type") == "BreadcrumbList" and isinstance(items, list):
            items = [item for item in items[:8] if isinstance(item, dict)]
            inner = [item.get("item") if isinstance(item.get("item"), dict) else item for item in items]
            yield [text_of(item.get("name") or outer.get("name")) for item, outer in zip(inner, items, strict=True)]
