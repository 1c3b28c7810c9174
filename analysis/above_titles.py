"""The looks of a page's head come in; those that are not of other articles above the title go out.

Pages print tickers of news and lists of others between their menus and the article. Such a headline is a line of many
words with a date right below it; where the dates stand above their headlines, the one above the title is its own.
"""

from analysis import imprints
from analysis.lines import Look

LEAST = 5  # words of a headline; the names of sections and columns have fewer
BELOW = 4  # lines below the title in which it has its own date


def without_others(head: list[Look], title: int | None) -> list[Look]:
    """The head without the lines above the title that are other articles'.

    >>> from analysis.lines import look
    >>> page = ["Bão mới hình thành ngoài khơi", "11/05/2025 21:40", "Chè Việt sang Kazan", "12/05/2025 08:15"]
    >>> [each.number for each in without_others([look(number, text) for number, text in enumerate(page, 1)], 3)]
    [3, 4]
    """
    name = next((each.key for each in head if each.number == title), "")
    above = [each for each in head if title and each.number < title and each.kind != "blank"]
    pairs = [
        (told, date) for told, date in zip(above, above[1:], strict=False) if _dated(date) and _headline(told, name)
    ]
    if not pairs or not _dated_below(head, title) and (len(pairs) < 2 or _dated_above(above, pairs[0][0])):
        return head
    others = {each.number for pair in pairs for each in pair}
    return [each for each in head if each.number not in others]


def _dated(each):
    """Is it a date line with anything but the page's day?"""
    return bool(each.dates) and each.kind in ("date", None) and imprints.read(each) is not None


def _headline(each, title):
    """Is it a line of many words that is no sentence, no date and not the title itself, as tops of pages print it?"""
    own = each.key in title or title in each.key
    named = imprints.OUTLET.match(each.text)  # an issue: "Tạp chí Mẫu số 2 năm 2024"
    return each.kind in (None, "link") and each.words >= LEAST and not each.dates and not own and not named


def _dated_above(above, told):
    """Does a date stand right above the first of the headlines?"""
    return any(_dated(before) for before, each in zip(above, above[1:], strict=False) if each is told)


def _dated_below(head, title):
    """Has the title a date of its own right below it?"""
    below = [each for each in head if each.number > title and each.kind != "blank"][:BELOW]
    return any(map(_dated, below))
