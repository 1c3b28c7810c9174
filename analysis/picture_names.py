"""The looks of a page's lines come in; what names its pictures, and the captions that such a name tells, go out.

A copied page has the name of a picture in place of the picture: the title without its accents, a number behind it, the
caption's own words.
"""

import re
from collections import Counter
from dataclasses import replace

from analysis.letters import bare
from analysis.lines import Look, above, below
from analysis.pictures import FEWEST_SHOWN, LONGEST_SHOWN, open_end
from analysis.vocabulary import INNER_END


def counted(looks: list[Look]) -> list[Look]:
    """The looks, with the names without accents that a site counts its pictures by as such, and the captions below.

    >>> from analysis.lines import look
    >>> page = ["Hoi hoa xuan 1", "Khách xem hoa", "Hội mở cửa đến cuối tuần.", "Hoi hoa xuan 2", "Trẻ thả diều"]
    >>> [each.kind for each in counted([look(number, text) for number, text in enumerate(page, 1)])]
    ['placeholder', 'caption', None, 'placeholder', 'caption']
    """
    plain = [each for each in looks if each.kind is None and each.words <= 9 and each.text[-1:].isdigit()]
    named = [(each.number, found) for each in plain if (found := COUNTED.fullmatch(each.text))]
    if len(named) < 2:
        return looks
    names = Counter(found[1].casefold() for _, found in named)
    places = {number for number, found in named if names[found[1].casefold()] > 1 and _shown_below(looks, number)}
    kinds = dict.fromkeys(places, "placeholder") | {number + 1: "caption" for number in places}
    return [replace(each, kind=kinds[each.number]) if each.number in kinds else each for each in looks]


COUNTED = re.compile(r"([A-Za-z]+(?: [A-Za-z]+){1,7}) ?\d{1,2}")  # "Don khach 2", where a file had that name


def _shown_below(looks, number):
    """Is the next line a short one with the accents that the name has not?"""
    after = looks[number] if number < len(looks) else None
    return after is not None and after.kind is None and after.words <= LONGEST_SHOWN and not after.text.isascii()


SERIES_COUNT = re.compile(r"[(\[]?(?:(?:ảnh|hình) )?(\d{1,2})\s?/\s?(\d{1,2})[)\]]?", re.I)  # "2/4"
FEWEST_COUNTED = 2


def numbered(looks: list[Look]) -> list[Look]:
    """The looks, with the counters of a series of pictures as places of pictures, where all of the series stand alone.

    >>> from analysis.lines import look
    >>> page = ["1/3", "2/3", "3/3", "1/2"]
    >>> [each.kind for each in numbered([look(number, text) for number, text in enumerate(page, 1)])]
    ['placeholder', 'placeholder', 'placeholder', 'control']
    """
    short = [each for each in looks if each.words <= 3 and "/" in each.text and each.kind not in ("row", "printed")]
    counts = {each.number: found for each in short if (found := SERIES_COUNT.fullmatch(each.text))}
    series = {}
    for found in counts.values():
        series.setdefault(int(found[2]), set()).add(int(found[1]))
    whole = {last for last, found in series.items() if last >= FEWEST_COUNTED and found == set(range(1, last + 1))}
    kinds = {number: "placeholder" for number, found in counts.items() if int(found[2]) in whole}
    return [replace(each, kind=kinds[each.number]) if each.number in kinds else each for each in looks]


def filed(looks: list[Look]) -> list[Look]:
    """The looks, with what is stuck below the name of a picture's file as captions, as one of them credits its maker.

    Blank lines part a picture and its caption from the text.

    >>> from analysis.lines import look
    >>> page = ["anh1.jpg", "Khách xem hoa.", "", "Hội mở từ sáng.", "", "anh2.jpg", "Trẻ thả diều. Ảnh: Lê Mẫu", ""]
    >>> [each.kind for each in filed([look(number, text) for number, text in enumerate(page, 1)])][1::5]
    ['caption', 'caption']
    """
    rows = zip(looks, looks[1:], [*looks[2:], None], strict=False)
    shown = [each for name, each, after in rows if name.kind == "placeholder" and FILE.fullmatch(name.text)
             and (after is None or after.kind in ("blank", "placeholder"))]  # fmt: skip
    told = [each for each in shown if each.kind in (None, "caption", "credit") and each.words <= LONGEST_FILED]
    if len(told) < FEWEST_COUNTED or not any(each.kind or CREDIT_BEHIND.search(each.text) for each in told):
        return looks
    numbers = {each.number for each in told}
    return [replace(each, kind="caption") if each.number in numbers else each for each in looks]


FILE = re.compile(r"[\w .()%-]{1,80}\.(?:jpe?g|png|webp|gif|avif)", re.I)
CREDIT_BEHIND = re.compile(r"\b(?:Ảnh|Hình)(?: minh họa| tư liệu)?\s?:")
LONGEST_FILED = 45  # words


def repeated(looks: list[Look]) -> list[Look]:
    """The looks, with words without a full stop that stand twice between two paragraphs, as a picture's name and its
    caption do, as captions; blank lines part them from the paragraphs.

    >>> from analysis.lines import look
    >>> name = "Khách xem hoa ở hồ"
    >>> texts = ["Hội mở cửa từ sáng nay.", "", name, name, "", "Vé vào cửa giá 9 đồng."]
    >>> [each.kind for each in repeated([look(number, text) for number, text in enumerate(texts, 1)])][2:4]
    ['caption', 'caption']
    """
    rows = zip(looks, looks[1:], looks[2:], strict=False)
    lone = [each for before, each, after in rows if each.kind == "doubled" and before.kind == after.kind == "blank"]
    pairs = [(name, shown) for name in looks[1:] if (shown := _said_again(looks, name)) is not None]
    pairs += [(each, each) for each in lone]
    pairs += [(name, shown) for name, shown in zip(looks, looks[1:], strict=False) if _closed_again(name, shown)]
    numbers = {each.number for pair in pairs if _amid(looks, *pair) for each in pair} | _over_title(looks)
    return [replace(each, kind="caption") if each.number in numbers else each for each in looks]


def _said_again(looks, name):
    """The line that says an open one again, right below it or behind one blank line, with blanks around the two."""
    if name.kind is not None or name.prose or looks[name.number - 2].kind != "blank":
        return None
    rest = looks[name.number : name.number + 3]
    rest = rest[1:] if rest[:1] and rest[0].kind == "blank" else rest[:2]
    alone = len(rest) == 2 and rest[0].key == name.key and rest[1].kind == "blank"
    return rest[0] if alone else None


def _closed_again(name, shown):
    """Does the second line say the first again and close it with a full stop, as a caption does its picture's name?"""
    return name.kind is None and name.key == shown.key != "" and shown.text == f"{name.text}." and not name.prose


def _over_title(looks):
    """The sentence that stands twice at the page's top over a line without a full stop, as a picture's words do."""
    first = next((place for place, each in enumerate(looks) if each.prose), len(looks))
    twice = looks[first : first + 2]
    if len(twice) < 2 or twice[0].key != twice[1].key or twice[0].words > LONGEST_SHOWN + FEWEST_SHOWN:
        return set()
    title = below(looks, twice[1])
    text = below(looks, title) if title is not None and title.kind is None and not title.prose else None
    parted = text is not None and title.number - twice[1].number > 1
    return {each.number for each in twice} if parted and text.prose and title.words >= FEWEST_SHOWN else set()


def _amid(looks, first, last):
    """Are these lines of a caption's length, and is there text right above and below?"""
    before, after = above(looks, first), below(looks, last)
    if before is None or after is None or not FEWEST_SHOWN <= last.words <= 2 * LONGEST_SHOWN:
        return False
    return after.prose and (before.prose or first.kind == "doubled" and before.kind is None)


def below_name(looks: list[Look], head: str | None) -> set[int]:
    """The lines stuck below the title printed again as a picture's name, the two parted from the text by blank lines.

    >>> from analysis.lines import look
    >>> texts = ["", "Hội hoa xuân mẫu", "Khách xem hoa lúc sáng sớm ở sân trước.", "", "Hội mở cửa đến cuối tuần."]
    >>> below_name([look(number, text) for number, text in enumerate(texts, 1)], "hội hoa xuân mẫu")
    {3}
    """
    text = next((each.number for each in looks if each.prose), len(looks))
    rows = zip(looks, looks[1:], looks[2:], looks[3:], strict=False)
    return {
        shown.number
        for before, name, shown, after in rows
        if before.kind == after.kind == "blank"
        and name.key == head
        and (name.number > text or before.number == 1)
        and shown.kind is None
        and shown.words <= LONGEST_SHOWN
        and not INNER_END.search(shown.text)
    }


def with_title(looks: list[Look], head: str) -> set[int]:
    """The lines that are the title with a number behind it, the names of the article's pictures, and the short lines
    between those and a blank line.

    >>> from analysis.lines import look
    >>> texts = ["Hội hoa xuân mẫu", "Hội hoa xuân mẫu ảnh 1", "Hội hoa xuân mẫu có 12 gian hàng"]
    >>> with_title([look(number, text) for number, text in enumerate(texts, 1)], "hội hoa xuân mẫu")
    {2}
    """
    ends = (f"{head} ảnh ", f"{head} hình ")
    names = [each.number for each in looks if each.key.startswith(ends) and each.key.rpartition(" ")[2].isdigit()]
    shown = (looks[number : number + 2] for number in names)
    below = {rows[0].number for rows in shown if len(rows) == 2 and _stuck(*rows)}
    return {*names, *below}


def _stuck(shown, after):
    return shown.kind is None and not shown.prose and shown.words <= LONGEST_SHOWN and after.kind == "blank"


def below_plain_name(looks: list[Look], head: str) -> set[int]:
    """The lines without a full stop below the title's words without accents, which are the name of a picture's file.

    >>> from analysis.lines import look
    >>> texts = ["hoi hoa xuan o lang mau", "", "Khách xem hoa lúc sáng sớm ở sân", "Hội mở cửa từ sáng nay."]
    >>> below_plain_name([look(number, text) for number, text in enumerate(texts, 1)], "hội hoa xuân ở làng mẫu")
    {3}
    """
    plain = bare(head)[:LONGEST_PLAIN]
    names = [each for each in looks if each.kind == "slug" and each.key[:LONGEST_PLAIN] == plain]
    shown = (below(looks, each, 2) for each in names)
    return {each.number for each in shown if each is not None and each.kind is None and open_end(each)}


LONGEST_PLAIN = 40  # letters that are compared; a file's name may break off
