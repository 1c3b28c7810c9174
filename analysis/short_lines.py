"""The lines of a page come in; which runs of short ones are table cells, items of a list or verses goes out.

Short lines in a row are mostly links; these are the article's own.
"""

import re

from analysis import overlap
from analysis.authors import author_of
from analysis.lines import BULLET, Look, again
from analysis.vocabulary import LOWER, UPPER

SLOT = re.compile(r"\d{1,2}\s?[:hg]\s?\d{2}\s?[-–:]|(?:Sáng|Chiều|Tối|Ngày|Thứ)\s[^:]{1,20}:")  # "9:00 - 12:00: ..."


LABELLED = re.compile(r"(?:[•*▪+–-]\s*)?[^:]{2,60}:\s+\S")  # "Sản lượng: 1,4 triệu cành"
LONGEST_VALUE = 14  # words of such a line


def _cell(look):
    return look.words <= 6 or look.words <= 20 and SLOT.match(look.text) or _labelled(look)


def _labelled(look):
    figure = any(map(str.isdigit, look.text))
    return look.words <= LONGEST_VALUE and figure and LABELLED.match(look.text) is not None


@again
def cells(seen: list[Look]) -> set[int]:
    """The places of table cells saved one a line: at least four short lines in a row, a third of them with figures."""
    found, start = set(), 0
    while start < len(seen):
        stop = start
        while (
            stop < len(seen)
            and (_cell(seen[stop]) or stop - start >= FEWEST_CELLS and _over_figure(seen, stop))
            and not seen[stop].sentence
            and not (stop > start and _signs_list(seen[stop - 1], seen[stop]))
            and (seen[stop].kind in (None, "menu", "listed") or seen[stop].key.replace(" ", "").isdigit())
        ):
            stop += 1
        end, stop = stop, stop - (stop > start and _signs(seen[stop - 1]))
        if (
            stop - start >= FEWEST_CELLS
            and sum(any(map(str.isdigit, seen[place].text)) for place in range(start, stop)) * 3
            >= stop - start
        ):
            found.update(range(start, stop))
        start = max(end, start + 1)
    return found


def _signs(look):
    """Is it the initials of who wrote the text ("N.M", "T.Mẫu")?"""
    return SIGNED.fullmatch(look.text) is not None


SIGNED = re.compile(rf"[{UPPER}]\. ?[{UPPER}][{LOWER}]*")
FEWEST_CELLS = 4
VALUE = re.compile(r"\d[\d.,]*(?: ?%| [^\W\d]+){0,3}")
LONGEST_ROW_NAME = 12  # words


def _over_figure(seen, place):
    """Is it the long name of a row, right above the row's first figure?"""
    name, *below = seen[place : place + 2]
    return name.words <= LONGEST_ROW_NAME and bool(below) and VALUE.fullmatch(below[0].text) is not None


def _signs_list(item, look):
    """Is it the byline right below an item of a list?"""
    return ":" in item.text and BULLET.match(item.text) is not None and author_of(look.text) is not None


REACH = 60  # lines; how far above a table the line may stand that introduces it


def introduced(seen: list[Look], position: int) -> bool:
    """Does a line that ends with a colon stand above the short lines in which this one stands?"""
    for place in range(position - 1, max(-1, position - REACH), -1):
        if seen[place].prose or seen[place].text.endswith(":"):
            return seen[place].text.endswith(":")
    return False


def listed(seen: list[Look], position: int) -> bool:
    """Does an item of a list begin here, opened by a line that ends with a colon? At most 12 lines further up.

    Below items behind bullets a line without one is none.
    """
    bare = not BULLET.match(seen[position].text)
    for place in range(position - 1, max(-1, position - 13), -1):
        if seen[place].text.endswith(":") and seen[place].kind is None and seen[place].words >= 3:
            return True
        if seen[place].kind or seen[place].prose or bare and BULLET.match(seen[place].text):
            return False
    return False


INTRODUCED = re.compile(r":$|\b(?:bảng|danh sách|lịch|kết quả|sau đây|dưới đây|như sau|gồm|biểu)\b", re.I)
# Share of a table's words that the text has too: boards of prices and weather 0 to .25, articles' tables .45 and more.
OWN_TABLE = 0.4


def own_cells(seen: list[Look], places: set[int]) -> set[int]:
    """Those of the cells at `places` that a line introduces or the paragraphs speak of; the others are a board."""
    text, found = overlap.joined(look for look in seen if look.prose) if places else None, set()
    for run in runs(sorted(places)):
        above, first = seen[run[0] - 1].text if run[0] else "", seen[run[0]].text
        led = first.endswith(":") or introduced(seen, run[0]) or INTRODUCED.search(above)
        table = [seen[place] for place in run]
        if led and not _ticker(table, text) or spoken_of(table, text):
            found.update(run)
    return found


def _ticker(table, text):
    """Is it a board of prices with their changes, on things of which the text has no word?"""
    words = [word for look in table for word in look.key.split() if word.isalpha()]
    return bool(words) and sum(CHANGED.fullmatch(look.text) is not None for look in table) > 1 and not text.count(words)


CHANGED = re.compile(r"[+−-]\s?\d+(?:[.,]\d+)?\s?%")


FACT = re.compile(rf"(?:[-–•*+▪●■◦·]\s*)?[{UPPER}][^:.!?“\"]{{1,34}}:\s+[^\s:][^:]*")  # "Bên mua: hiệu trà ở Tver"
COUNT = re.compile(r"(?:[-–•*+▪●■◦·]\s*)?\d[\d.,]*\s[^\W\d_].*")  # "14 chiếc vỡ khi dỡ lò"
# "- Hội đồng hương: 48 triệu đồng"
AMOUNT = re.compile(rf"[-–•*+▪●] ?[{UPPER}][^:.!?]{{1,34}}: (?:khoảng |gần |hơn )?\d")
FEWEST_FACTS = 3
LONGEST_BOX_NAME = 8  # words
LONGEST_FACT, LONGEST_COUNT = 14, 8  # words
OWN_FACTS = 0.3  # share of a box's words that the text has too


@again
def facts(seen: list[Look]) -> set[int]:
    """The places of a box of facts: three labels with their values, or three figures with some words, in a row.

    Of a box that the text speaks of; rates, prices and the weather are others'.

    >>> from analysis.lines import look
    >>> page = ["Bên bán: xưởng gốm", "Bên mua: hiệu trà", "Giá trị: 5.760 USD", "Xưởng gốm đã bán ấm cho hiệu trà."]
    >>> facts([look(number, text) for number, text in enumerate(page, 1)])
    {0, 1, 2}
    """
    found, text = set(), None
    short = [(place, look) for place, look in enumerate(seen) if look.kind is None and look.words <= LONGEST_FACT]
    for pattern, longest in ((FACT, LONGEST_FACT), (COUNT, LONGEST_COUNT)):
        places = [place for place, look in short if _fact(look, pattern, longest)]
        for run in runs(places):
            if len(run) < FEWEST_FACTS or not _worded(seen, run):
                continue
            if all(AMOUNT.match(seen[place].text) for place in run):
                found.update(run)
                continue
            text = text or overlap.joined(look for look in seen if look.prose)
            if spoken_of([seen[place] for place in run], text, OWN_FACTS):
                found.update(run)
    return found


def names_box(look: Look) -> bool:
    """May the line be the name of a box: few words, no sentence, no button?"""
    short = look.kind in (None, "menu") and not look.prose and look.words <= LONGEST_BOX_NAME
    return short and not BULLET.match(look.text)


BOX = re.compile(r"(?:Hộp|Box|Ô) (?:thông tin|dữ liệu|tư liệu|số liệu|kiến thức)(?!\w)", re.I)


def labelled_box(look: Look) -> bool:
    """Is the line the name of a box, with its label ("Hộp dữ liệu: ...")?"""
    return BOX.match(look.text) is not None


def _fact(look, pattern, longest):
    if pattern is FACT and ":" not in look.text or not 2 < look.words <= longest:
        return False
    return pattern.fullmatch(look.text) is not None and not look.prose


def _worded(seen, run):
    """Have most of the lines words beside a figure? Boards have none."""
    return sum(len(re.findall(rf"[{LOWER}]{{2,}}", seen[place].text)) > 2 for place in run) > 0.5 * len(run)


TABLE = re.compile(r"(?:Bảng|Biểu|Phụ lục|Table)(?:\s?(?:số )?\d{1,2}(?:\.\d{1,2})?)?\s?[.:–-]\s?\S", re.I)


def names_table(seen: list[Look], position: int) -> bool:
    """Does the line name the table right below ("Bảng 2. ...")?"""
    below, text = seen[position + 1 : position + 3], seen[position].text
    named = TABLE.match(text) or UNIT.match(text)
    return named is not None and any(look.kind == "row" or look.words <= 6 for look in below)


UNIT = re.compile(r"\(?(?:Đơn vị(?: tính)?|ĐVT)\s?:", re.I)
CARD = re.compile(r"[\d.,]+ ?(?:%|[^\W\d]{1,8})?(?: [^\W\d]{1,8}){0,2}")


def cards(seen: list[Look]) -> set[int]:
    """The places of figures drawn out of the text: a figure alone on a line, some words below it, its name above."""
    found = set()
    for place in range(1, len(seen) - 1):
        above, figure, below = seen[place - 1 : place + 2]
        if _card(figure, below):
            found.update((place, place + 1))
            found.update([place - 1] if not above.prose and above.words <= 4 else [])
        elif place > 1 and seen[place - 2].prose and _named_card(above, figure, below):
            found.update((place - 1, place, place + 1))
    return found


FIGURE = re.compile(r"(?:Hơn |Gần )?\d+(?:[.,]\d+)*\s?(?:%|(?:[^\W\d]{1,8})(?: [^\W\d]{1,8}){0,2})")
FEWEST_CARDS = 2


def figure_cards(seen: list[Look]) -> set[int]:
    """The places of figures in a row that are drawn out of the text, each with some words below it."""
    found, start = set(), 0
    while start < len(seen):
        stop = start
        while stop + 1 < len(seen) and _card(seen[stop], seen[stop + 1]):
            stop += 2
        found.update(range(start, stop) if stop - start >= 2 * FEWEST_CARDS else ())
        start = max(stop, start + 1)
    return found


def _named_card(above, figure, below):
    """A figure alone on its line between the name of a box and the sentence on it."""
    if not below.prose or below.running or above.prose or above.words > 4 or above.text.endswith(":"):
        return False
    return above.kind is None and figure.kind is None and FIGURE.fullmatch(figure.text) is not None


def _card(figure, below):
    phrase = not below.prose and below.text[:1].islower() and below.words >= 3
    return phrase and figure.words <= 4 and CARD.fullmatch(figure.text) is not None


def spoken_of(table: list[Look], text: overlap.Bag, share: float = OWN_TABLE) -> bool:
    """Does the text have that share of the table's words? One of figures alone may be anybody's."""
    words = [word for word in overlap.joined(table).counts if word.isalpha()]
    return not words or text.count(words) >= share * len(words)


def runs(places: list[int]):
    """The rows of places that follow one another, each as a list."""
    run = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


MOMENT = re.compile(
    r"[-–•*]?\s?(?:(?:Đầu |Giữa |Cuối )?(?:Năm|Tháng|Ngày|Mùa \w+) )?\d{1,4}(?:\s?[/.–-]\s?\d{1,4}){0,2}\s?[:–-]\s+\S",
    re.I,
)


FEWEST_MOMENTS = 3


@again
def timelines(seen: list[Look]) -> set[int]:
    """The places of the lines of timelines that are no sentences, where three moments in a row and more are told."""
    places = [place for place, look in enumerate(seen) if look.kind is None and MOMENT.match(look.text)]
    return {place for run in runs(places) if len(run) >= FEWEST_MOMENTS for place in run if not seen[place].prose}


def timeline(seen: list[Look], position: int) -> bool:
    """Do two lines in a row from here begin with a year or a day and a colon, or dash ("1976-1984: ...")?"""
    lines = seen[position : position + 2]
    return len(lines) == 2 and all(MOMENT.match(look.text) for look in lines)


FEWEST_VERSES = 4
# Syllables of a verse. Four headlines in a row have as many as each other, or alternate, in no block of the dev pages.
VERSE = range(4, 10)


@again
def verses(seen: list[Look]) -> set[int]:
    """The places of verses: four lines in a row and more with as many syllables each, or with six and eight by turns.

    >>> from analysis.lines import look
    >>> poem = ["Sông xa bến vắng đò thưa", "Người đi bỏ lại giấc trưa bên thềm", "Cỏ non xanh tận chân đê", "Ai về"]
    >>> verses([look(number, text) for number, text in enumerate([*poem[:2], *poem[:2], poem[3]], 1)])
    {0, 1, 2, 3}
    """
    found, start = set(), 0
    while start < len(seen):
        stop = start
        while stop < len(seen) and _verse(seen[stop]) and (stop < start + 2 or _as_before(seen, stop)):
            stop += 1
        sizes = {look.words for look in seen[start:stop]}
        if stop - start >= FEWEST_VERSES and (len(sizes) == 1 or sizes == {6, 8}):
            found.update(range(start, stop))
            start = stop
        start += 1
    return found


def _verse(look):
    if look.words not in VERSE or look.kind not in (None, "menu") or any(map(str.isdigit, look.text)):
        return False
    return not BULLET.match(look.text) and not look.text.endswith((":", "?"))


def _as_before(seen, place):
    return seen[place].words == seen[place - 2].words


ASKED = re.compile(
    r"[-–—“\"]?\s?(?:Thưa|Xin|Vâng|Vậy|Theo|Với|Còn|Được biết|Nếu|Trong khi|Nhân)?,?\s?"
    r"(?:ông|bà|anh|chị|ngài|cô|thầy|đồng chí|giáo sư|tiến sĩ|đại sứ|bác|em|quý vị)\b",
    re.I,
)


ADDRESSED = re.compile(
    r"[,:.] (?:thưa )?(?:ông|bà|anh|chị|ngài|thầy|cô|đồng chí)\b.*\b(?:thế nào|ra sao|gì|không|sao|chưa|đâu)\b"
    r"|thưa (?:ông|bà)",
    re.I,
)
FEWEST_QUESTIONS = 3


@again
def questions(seen: list[Look]) -> set[int]:
    """The places of the questions of an interview: lines with a question mark over text, three and more in the page.

    Long questions behind a dash or a star are paragraphs; they speak for the short ones behind the same sign.
    """
    asked = [
        place
        for place, (look, below) in enumerate(zip(seen, seen[1:], strict=False))
        if look.text.endswith("?") and look.kind is None and (below.prose or _short_answer(below))
    ]
    plain = {place for place in asked if not seen[place].prose}
    found = plain if _answered(seen, plain) else set()
    for sign in "*•+-–—":
        marked = {place for place in asked if seen[place].text.startswith(f"{sign} ")}
        found |= marked & plain if _answered(seen, marked) else set()
    return found


def _answered(seen, places):
    return sum(seen[place + 1].running for place in places) >= FEWEST_QUESTIONS


def _short_answer(look):
    """ "Có.", "Chưa bao giờ." """
    return look.kind is None and look.sentence and look.words < 6 and look.text.endswith((".", "!", "…"))


NAMED = re.compile(
    rf"(?:(?:Ông|Bà|Anh|Chị|TS|PGS|GS|ThS|BS|Đại sứ|Luật sư|Nhà [{LOWER}]+|Tiến sĩ|Giáo sư|Bác sĩ)\.? ?)+[{UPPER}]"
)


def introduces(look: Look) -> bool:
    """Does the line name who speaks below it ("Ông A, giám đốc B:")?"""
    return look.text.endswith(":") and look.words <= 20 and NAMED.match(look.text) is not None


def asks(look: Look) -> bool:
    """Is it the question of an interview, put to somebody present ("Ông đánh giá thế nào về ...?")?

    >>> from analysis.lines import look
    >>> asks(look(1, "Ông đánh giá thế nào về năm tới?")), asks(look(1, "Vì sao vải thiều được ưa chuộng?"))
    (True, False)
    """
    return look.text.endswith("?") and (ASKED.match(look.text) or ADDRESSED.search(look.text)) is not None


def headline(look: Look) -> bool:
    """A line of words that is no running text and no other kind: a sub-head, or the headline of another article."""
    return look.kind is None and not look.prose and look.hint != "subhead" and not BULLET.match(look.text)
