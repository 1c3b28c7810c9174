"""The looks of a page's lines come in; which short lines head parts of the article goes out.

Other articles' headlines are told by their words: they speak of something else. So do the heads of a roundup's
items, a live report's moments and a long story's chapters; these are told by the title, the times and the numerals.
"""

import re

from analysis.lines import BULLET, Look
from analysis.vocabulary import vocabulary

LONGEST_HEAD = 24  # words; headlines of items run as long as those of articles
FEWEST_ITEMS, FEWEST_MOMENTS, FEWEST_CHAPTERS = 3, 3, 2
ENDS = frozenset({"tags", "footer", "source"})  # below them stands no item of a roundup
PASSED = frozenset({"control", "clock", "placeholder"})


def heads(seen: list[Look], title: int | None) -> set[int]:
    """The line numbers of the heads of the article's own parts; `title` is the title's number.

    >>> from analysis.lines import look
    >>> texts = ["I", "Bến cũ", "Ông kể về bến cảng ngày ấy.", "II", "Sông mới", "Con sông nay đã đổi dòng chảy."]
    >>> sorted(heads([look(number, text) for number, text in enumerate(texts, 1)], None))
    [1, 2, 4, 5]
    """
    below = [look for look in seen if title is None or look.number > title]
    items = _items(below, title) if _rounds_up(seen, title) else set()
    return _chapters(below) | _ranked(below) | _moments(below) | items | _in_capitals(seen, title)


HEADS = (None, "doubled", "header", "pointer")


def below(seen: list[Look], heads: set[int]) -> set[int]:
    """The places of the lines below a part's head, down to the next line that is neither text nor a sub-head."""
    found, inside = set(), False
    for place, look in enumerate(seen):
        inside = look.number in heads or inside and look.kind is None
        found |= {place} if inside else set()
    return found


def may_head(look: Look) -> bool:
    """Has the line the shape of a part's head: some words, no paragraph?"""
    return look.kind in HEADS[:2] and not look.prose and 1 < look.words <= LONGEST_HEAD


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _chapters(seen):
    """The numerals alone on their lines, counted from one, and the short lines right below them."""
    found, count = [], 0
    for place, look in enumerate(seen):
        if count < len(ROMAN) and look.text.strip(" .-–—*") == ROMAN[count]:
            found.append(place)
            count += 1
    if count < FEWEST_CHAPTERS:
        return set()
    under = [seen[place + 1] for place in found if place + 1 < len(seen)]
    return {seen[place].number for place in found} | {look.number for look in under if not look.prose}


def _ranked(seen):
    """The sub-heads over text that are numbered in their order ("1. ...", "2. ..."), from one to three at least."""
    found = []
    for look, under in zip(seen, seen[1:], strict=False):
        if RANK.match(look.text) and may_head(look) and under.prose and int(RANK.match(look.text)[1]) == len(found) + 1:
            found.append(look.number)
    return set(found) if len(found) >= FEWEST_ITEMS else set()


FEWEST_IN_CAPITALS, LONGEST_IN_CAPITALS = 3, 14  # sub-heads, and their words


def _in_capitals(seen, title):
    """The sub-heads in capitals, three and more right above long paragraphs, in a page whose title has small letters.

    Most have more than one paragraph below them, which blurbs have not.
    """
    found, wide = set(), 0
    for place, look in enumerate(seen[:-1]):
        if not look.text.isupper() or look.kind not in CAPITALS or not 2 < look.words <= LONGEST_IN_CAPITALS:
            continue
        if look.number > (title or 0) and not look.prose and seen[place + 1].running:
            found.add(look.number)
            wide += any(other.prose for other in seen[place + 2 : place + 3])
    small = title is not None and not any(look.text.isupper() for look in seen if look.number == title)
    return found if small and len(found) >= FEWEST_IN_CAPITALS and 2 * wide > len(found) else set()


CAPITALS = (None, "pointer")  # "GÓC NHÌN: ..." points to another article elsewhere


def _moments(seen):
    """The lines between a time of a live report and the text under it, if three times and more have text below them."""
    times = [place for place, look in enumerate(seen) if look.kind == "clock"]
    told = [(place, head) for place in times if (head := _told(seen, place)) is not None]
    if len(told) < FEWEST_MOMENTS:
        return set()
    return {seen[head].number for place, head in told if head > place}


def _told(seen, place):
    """The place of the head below the time at `place`; `place` itself if text follows at once, None if none does."""
    below = [other for other in range(place + 1, min(place + 4, len(seen))) if seen[other].kind not in PASSED][:2]
    if below and seen[below[0]].prose:
        return place
    return below[0] if len(below) == 2 and may_head(seen[below[0]]) and seen[below[1]].prose else None


def _items(seen, title):
    """The lines right above a paragraph, down to what ends articles: three and more, or two below a lede."""
    stop = next((place for place, look in enumerate(seen) if look.kind in ENDS and place > 3), len(seen))
    pairs = zip(range(stop), seen, seen[1:], strict=False)
    found = {look.number for place, look, below in pairs if below.prose and _heads_item(seen, place)}
    first = next((look.number for look in seen if look.number in found), 0)
    led = sum(look.prose for look in seen if look.number < first)
    return found if len(found) >= FEWEST_ITEMS - (title is not None and led <= 1) else set()


def _heads_item(seen, place):
    """Below the name of a block and before a paragraph that begins as other articles do stands no item."""
    rubrics, name = vocabulary().rubrics, seen[place - 1] if place else None
    if seen[place].kind == "header" and RANK.sub("", seen[place].key) in rubrics:
        return True
    if name is not None and name.kind in ("header", "pointer", "listed") and name.key not in rubrics:
        return False
    return may_head(seen[place]) and not BULLET.match(seen[place].text) and not _advertised(seen, place)


def _advertised(seen, place):
    return place > 0 and seen[place - 1].key in ("quảng cáo", "tài trợ", "được tài trợ")


def _rounds_up(seen, title):
    """Does the title say that the article gathers several items?"""
    told = [look for look in seen if look.number == title] if title else [look for look in seen if may_head(look)]
    return any(gathers(look) for look in told)


def gathers(look: Look) -> bool:
    """Is the line worded as the title of an article that gathers several items?"""
    return vocabulary().roundup.search(look.key) is not None


RANK = re.compile(r"(\d{1,2})[.)]? ")
