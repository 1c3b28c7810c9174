"""A line and the text of an article come in; how much the line speaks of what the text speaks of goes out."""

import re
from collections.abc import Iterable

from analysis.lines import Look, key_of


def joined(looks: Iterable[Look]) -> str:
    """The words of the lines in small letters between single spaces, one at either end, to look words up in."""
    return f" {' '.join(look.key for look in looks)} "


def coverage(look: Look, text: str) -> float:
    """The share of a line's words that the text has too."""
    words = look.key.split()
    return sum(f" {word} " in text for word in words) / max(1, len(words))


def pairs(look: Look, text: str) -> float:
    """The share of a line's neighbouring words that stand side by side in the text too."""
    words = look.key.split()
    return sum(f" {left} {right} " in text for left, right in zip(words, words[1:], strict=False)) / max(
        1, len(words) - 1
    )


def about(look: Look, text: str) -> float:
    """Coverage and pairs together, 0 to 2."""
    return coverage(look, text) + pairs(look, text)


MEASURED = re.compile(r"\d+(?:[.,]\d+)?(?=\s?%)|\d+(?:[.,]\d+)*(?=\s(?:triệu|tỷ|tỉ|nghìn|ngàn|USD|tấn))|\d+[.,]\d+")


def unmet(look: Look, text: str) -> bool:
    """Does the line name something, with a capital or a figure, that the text has nowhere?"""
    words = re.findall(r"\w+(?:[.,]\d+)*", look.text)
    if sum(word[:1].isupper() for word in words) > 0.7 * len(words) or len(words) < 5:
        return False
    telling = [word for word in words[1:] if word[:1].isupper()] + MEASURED.findall(look.text)
    return any(f" {key_of(word)} " not in text for word in telling)
