"""The looks of a page's lines come in; what ends its article or opens another one or the readers'
remarks goes out."""

import re

from analysis.authors import TITLES, author_of, person
from analysis.line_kinds import AGO
from analysis.lines import BULLET, Look
from analysis.short_lines import LABELLED, headline
from analysis.unclosed import refers_back
from analysis.vocabulary import key_of

NAMES_OF_COMMENTS = re.compile(r"(?:bình luận|ý kiến|comments?|chia sẻ|phản hồi|gửi bình luận|ý kiến bạn đọc)(?: \d+)?")


def signs_off(seen: list[Look], position: int) -> bool:
    """Does the line end articles: a byline below a paragraph, a credited source, an address, the keywords, "./."?"""
    look = seen[position]
    if look.kind == "source" and position and _is_cell(seen[position - 1]):
        return False  # it says where the figures of a table are from
    if look.kind in ("source", "url", "author", "tags") or look.prose and look.text.endswith("./."):
        return True
    return position > 0 and _is_text(seen[position - 1]) and bylined(look)


def _is_text(look):
    """A paragraph, or an item of a list."""
    return look.prose or look.kind is None and BULLET.match(look.text) is not None


def _is_cell(look):
    figures = sum(map(str.isdigit, look.text))
    return look.kind == "row" or not look.prose and figures * 3 >= len(look.text.replace(" ", ""))


def heads_another(seen: list[Look], position: int) -> bool:
    """Is it the date and time of another article, below that one's headline?"""
    if not stamped(seen[position]) or carded(seen, position):
        return False
    return any(headline(look) and look.words >= 5 for look in seen[max(0, position - 2) : position])


def carded(seen: list[Look], position: int) -> bool:
    """Is it the date of another article's card, below its headline, set between two paragraphs of this one?

    The second of them refers to what the first says, or a long one follows it; lists have one blurb a headline.
    """
    further, above, *lines = seen[max(0, position - 2) : position + 3]
    if position < 2 or len(lines) < 2 or not stamped(lines[0]) or not further.prose or not lines[1].prose:
        return False
    if not headline(above) or above.words < 5:
        return False
    return refers_back(lines[1].text) or len(lines) == 3 and lines[2].running


def counted(seen: list[Look], position: int) -> bool:
    """Is it how many comments another article has ("14 bình luận"), below that one's age or date?"""
    look, above = seen[position], seen[position - 1] if position else None
    if look.kind != "comment" or above is None or not re.fullmatch(r"\d+ \w+(?: \w+)?", look.key):
        return False
    return above.kind == "date" or AGO.search(above.text) is not None and above.words <= 5


def stamped(look: Look) -> bool:
    """Is it a line with a date and a time of day?"""
    return look.kind == "date" and any(date.timed for date in look.dates)


def bylined(look: Look) -> bool:
    """Is the line nothing but a name?"""
    return (
        look.kind is None
        and not look.prose
        and look.words <= 12
        and len(look.text) <= 120
        and author_of(look.text) is not None
    )


ON_PERSON = re.compile(
    rf"(?:Về|Giới thiệu(?: về)?|Đôi nét về|Vài nét về|Thông tin về)\s+(?=(?i:ông|bà|anh|chị|{TITLES.pattern[1:]}))"
    r"(?:(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)\s)?(.+)"
)


def on_person(head: str, told: list[Look]) -> bool:
    """Does it head a box on somebody whom the lines above tell of or speak with ("Vài nét về bà ..."), no company?

    >>> from analysis.lines import look
    >>> told = [look(1, "Bà Lê Thị Mẫu nung gốm.")]
    >>> on_person("Vài nét về bà Lê Thị Mẫu", told), on_person("Về Lò Gốm Mẫu", told)
    (True, False)
    """
    found = ON_PERSON.match(head)
    name = TITLES.sub("", found[1]) if found else ""
    named = key_of(" ".join(name.split()[-2:]))
    return person(name) and any(f" {named} " in f" {look.key} " for look in told)


def closes(seen: list[Look], position: int, lists: set[int], signed: bool = False) -> bool:
    """Does a byline, credited source or the article's address follow within 12 lines, with no other article between?

    What stands above it is the article, even behind the name of a block. Once the article is `signed`, a bare name is
    that of a reader who comments.
    """
    for place in range(position + 1, min(position + 13, len(seen))):
        look = seen[place]
        if (
            place in lists
            or look.kind in ("footer", "comment")
            or look.kind == "date"
            and any(date.timed for date in look.dates)
        ):
            return False
        if look.kind in ("source", "url", "author") or not signed and _is_text(seen[place - 1]) and bylined(look):
            return True
    return False


def last_list(seen: list[Look], position: int) -> bool:
    """Is it an item of the list that ends an article: a short line stuck above the first, the byline below the last?

    >>> from analysis.lines import look
    >>> page = ["Ông tính mở thêm hai xưởng.", "Kế hoạch của xưởng", "• Thêm 20 thợ", "• Bán 5 tấn", "Lê Thị Mẫu"]
    >>> [last_list([look(number, text) for number, text in enumerate(page, 1)], place) for place in range(5)]
    [False, False, True, True, False]
    """
    if not BULLET.match(seen[position].text):
        return False
    first = last = position
    while first and BULLET.match(seen[first - 1].text):
        first -= 1
    while last + 1 < len(seen) and BULLET.match(seen[last + 1].text):
        last += 1
    above, below = seen[first - 1] if first else None, seen[last + 1] if last + 1 < len(seen) else None
    headed = above is not None and headline(above) and seen[first].number - above.number == 1 < last - first + 1
    return headed and below is not None and (below.kind in ("author", "source") or bylined(below))


FEWEST_ABOVE = 3  # paragraphs above the article's end
LONGER_THAN_HEADLINES = 18  # words; of 1,021 headlines of other articles on dev and practice pages 24 are so long
SHORTEST_END = 8  # words of a last line without a full stop


def unclosed_end(looks: list[Look], title: int) -> int | None:
    """The place of a last line without a full stop right above the byline at the article's foot, or at the very end of
    the page; None if there is none.

    >>> from analysis.lines import look
    >>> page = ["Ông nung gốm ở bến sông Hồng.", "Bà bán gốm ở chợ làng bên.", "Mỗi tuần họ họp chợ hai phiên."]
    >>> page += ["Một phiên bán ba ấm, mỗi ấm lãi hai nghìn", "Lê Mẫu"]
    >>> unclosed_end([look(number, text) for number, text in enumerate(page, 1)], 0)
    3
    """
    shown, paragraphs = [each for each in looks[title:] if each.kind != "blank"], 0
    for place, each in enumerate(shown):
        paragraphs += each.prose
        signed = each.kind == "author" or bylined(each)
        if signed and paragraphs < FEWEST_ABOVE:
            return None
        if signed:
            return _unclosed(shown, place)
    alone = paragraphs >= FEWEST_ABOVE and shown[-1].words >= LONGER_THAN_HEADLINES
    alone = alone and not any(each.hint for each in shown)  # of a web page what stands below was left out before
    return _unclosed(shown, len(shown)) if alone else None


def _unclosed(shown, place):
    """The place in the page of the line above a byline behind which no text follows."""
    further, last = shown[place - 2 : place]
    open_line = last.kind is None and not last.prose and last.words >= SHORTEST_END and not last.text.endswith("?")
    if not open_line or BULLET.match(last.text) or not (_is_text(further) or LABELLED.match(further.text)):
        return None
    after = shown[place + 1 : place + 4]  # a headline has its writer and its time below it
    return None if any(each.prose or stamped(each) for each in after) else last.number - 1


def remark(seen: list[Look], position: int) -> bool:
    """Is it a reader's remark: a name above it, and "Trả lời", "Thích 5" or "3 giờ trước" within the next two lines?

    Right below another paragraph stands the article's end, whatever buttons follow.
    """
    after = seen[position + 1 : position + 3]
    marked = any(
        look.kind == "comment" and look.words <= 6 and not NAMES_OF_COMMENTS.fullmatch(look.key) for look in after[:1]
    )
    aged = any(
        look.kind in ("control", "comment", "listed") and AGO.search(look.text) and look.words <= 10 for look in after
    )
    named = position > 0 and not seen[position - 1].prose and seen[position - 1].words <= 8
    return (marked or aged) and named
