"""Articles and a word come in; every place of the word with what stands around it (keyword in context) goes out."""

import re

import pandas as pd

from analysis.counts import find, located, read
from analysis.letters import norm, sort_key


def concordance(articles, term, width=60, sort="right", once=False):
    """Every place of a word or phrase with what stands around it (keyword in context).

    width: letters to either side, cut between words. sort: "right" or "left" (by the words after or before it), "date"
    or "text". Columns left, match, right, file, published, outlet, sentence (number in the article), start, end
    (offsets into the article's text). As many rows as the word has in frequency().
    """
    words = read(articles, once=once)
    places = find(words, term)
    around = [_context(words.texts[words.article[first]], words.start[first], words.end[last], width)
              for first, last in places]  # fmt: skip
    table = pd.DataFrame(around, columns=["left", "match", "right"]).join(located(words, places))
    if sort in ("left", "right"):
        keys = [_context_key(text, sort) for text in table[sort]]
        return table.loc[sorted(table.index, key=keys.__getitem__)].reset_index(drop=True)
    return table.sort_values("published", kind="stable").reset_index(drop=True) if sort == "date" else table


def _context_key(text, side):
    """Sorts by the words next to the keyword, the nearest first; marks do not count."""
    near = re.findall(r"\w+", text)
    return sort_key(norm(" ".join(near if side == "right" else near[::-1])))


def _context(text, start, end, width):
    """What stands before, the match, and what stands after it."""
    left = _cut(text[max(start - width, 0) : start], start > width, 0)
    right = _cut(text[end : end + width], end + width < len(text), -1)
    return left, text[start:end], right


def _cut(context, is_cut, side):
    """The context in one line, without the half word at its outer end."""
    near = context.split()
    if is_cut and len(near) > 1 and not context[side].isspace():
        near = near[1:] if side == 0 else near[:-1]
    return " ".join(near)
