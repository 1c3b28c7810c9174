"""One line of a saved page comes in; a Look goes out: its text, its words and what kind of line it is by itself.

The kind comes from the wording (analysis.line_kinds), the markup of a web page or the cells of a table's row. Nothing
here looks at the line's neighbours: analysis.blocks does.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from itertools import islice
from operator import is_

from analysis import dates, rules
from analysis.line_kinds import COUNTED, kind_of
from analysis.once import once
from analysis.saved_marks import PICTURE_PLACE
from analysis.unclosed import reads_on
from analysis.vocabulary import INNER_END, UPPER, key_of

# Letters; a line beyond is text whatever it says (the longest of the seeds has 1,100), and slow to look at.
LONGEST = 8000
MOST_DATED = 30  # words of a line that is searched for dates
FEWEST_FIGURES = 4  # of a day, a month and a year

BULLET = re.compile(r"^(?:[-–—•*+▪●■◦·★☆◆❖➢✦]\s*|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ]|[ivxIVX]{1,4})[.)/]\s+)")
DOT = re.compile(r"[*•▪●○◦★☆◆❖➢✦➤]\s+(?=\S)")  # how browsers mark list items in a page saved as text; writers use "-"
NUMBERED = re.compile(
    r"(?:Điều|Chương|Mục|Phần|Bước|Câu|Bài|Kỳ|Phụ lục|Article|Part)\s[\dIVX]+\b"
    r"|[IVX]{1,4}[.)]\s|\d{1,2}(?:\.\d{1,2}){0,2}[.)]\s"
    r"|\d{1,2}\.\d{1,2}\s"
)


@dataclass(frozen=True)
class Look:
    """A line and how it looks: `kind` is None for a line that may be text of the article."""

    number: int
    text: str
    key: str = ""
    kind: str | None = None
    words: int = 0
    sentence: bool = False
    hint: str = ""
    dates: tuple = field(default=(), compare=False)

    @once
    def prose(self) -> bool:
        """Does the line read like running text: a closed sentence of some length, or a long stretch of words?

        Headlines of Vietnamese outlets stay below 30 words (longest in the seeds: 27).
        """
        return self.kind is None and (self.words >= 30 or (self.sentence and self.words >= 6))

    @once
    def running(self) -> bool:
        """Is it a paragraph of several sentences, or of more than 45 words? Teasers are mostly one short sentence.

        In the dev pages 77 % of the articles' paragraphs are, 13 % of the blurbs under other headlines.
        """
        return self.prose and (self.words > 45 or self.words >= 20 and bool(INNER_END.search(self.text)))


def again(function):
    """The function of a page's lines, and of more, that knows what it found last if asked the same of the same lines.

    A page is divided twice, before and after its title is known: what does not hang on the title is found once. The
    result is shared, and not to be changed.
    """
    last = None

    @wraps(function)
    def found(looks, *more):
        nonlocal last
        kept = last
        if kept is None or len(looks) != len(kept[0]) or more != kept[1] or not all(map(is_, looks, kept[0])):
            last = kept = tuple(looks), more, function(looks, *more)
        return kept[2]

    return found


def above(looks: list[Look], each: Look) -> Look | None:
    """The line above a line of the page that is not blank, None at the top; `looks` are all lines of the page."""
    return next((looks[place] for place in range(each.number - 2, -1, -1) if looks[place].kind != "blank"), None)


def below(looks: list[Look], each: Look, reach: int | None = None) -> Look | None:
    """The line below that is not blank, of the next `reach` lines (of all); None if there is none."""
    lines = islice(looks, each.number, None if reach is None else each.number + reach)
    return next((other for other in lines if other.kind != "blank"), None)


_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]")


MARKED_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})\]\((?:https?:|/|#)[^()\s]{0,500}\)")  # "[words](https://...)"
STRESSED = re.compile(r"(?<![\w*])\*([^\s*][^*]{0,200}[^\s*])\*(?![\w*])")  # "*words*"

def visible(text: str) -> str:
    """The text without signs that are not seen."""
    return _INVISIBLE.sub("", text)


SLANTED = re.compile(r"/\w[^/]*\s[^/]*[^\s/]/")  # "/words/", as browsers save slanted words


@lru_cache(maxsize=1024)  # a page's lines are tidied twice: to be looked at, and to be shown
def tidy(text: str) -> str:
    """The line in NFC with single spaces, without invisible characters, table pipes and Markdown signs.

    >>> tidy("| **Việt Nam**\\u200b và Nga |")
    'Việt Nam và Nga'
    >>> tidy("*Theo* [Báo Mẫu](https://baomau.example/)")
    'Theo Báo Mẫu'
    """
    text = " ".join(visible(unicodedata.normalize("NFC", text)).split())
    if text[:1] in "|#*>_`~" and not text.startswith(">>"):
        text = re.sub(r"^(?:[|>\s]|#+(?=\s)|\*(?=\*)|(?<=\*)\*|[_`~](?=[_`~]))+", "", text) or text
    text = re.sub(r"\*\*|__(?=\w)|(?<=\w)__", "", text) if "**" in text or "__" in text else text
    text = MARKED_LINK.sub(r"\1", text) if "](" in text else text
    text = STRESSED.sub(r"\1", text) if text.count("*") > 1 else text
    text = text[1:-1] if text[:1] == text[-1:] == "/" and SLANTED.fullmatch(text) else text
    return text.rstrip("| ").strip() if text.endswith("|") else text


def look(number: int, raw: str, hint: str = "") -> Look:
    """How line `number` looks. `hint` is what a web page's markup says of the line ("nav", "caption", "link" ...)."""
    return Look(number, *(_seen_before(raw, hint) if len(raw) <= AGAIN else _look(raw, hint)))


AGAIN = 300  # characters of a line that may stand on other pages too: menus, buttons, headlines


# A picture without a name and the words beside it in one cell: another article. The article's own picture stands alone.
# A line that is the only cell of its row with words, as Markdown prints boxes, captions and lists of headlines.
CELL = re.compile(r"[^|\t]{8,}(?:\|\s*){1,2}$")
PICTURED_CELL = re.compile(r"\s*\|?\s*!\[\]\([^)\s]*\)\s*\S.{20,}\|\s*$")


def _look(raw, hint):
    """All of the Look but the line's number. What is copied from a browser is laid out with hard blanks."""
    raw = raw.replace("\xa0", " ") if "\xa0" in raw else raw
    text = tidy(raw)
    if len(text) > LONGEST:
        return text, key_of(text[:LONGEST]) + f" {len(text)}", None, text.count(" ") + 1, True, hint
    key = key_of(text)
    words = key.count(" ") + 1 if key else 0
    sentence = closed(text, words)
    if raw[-6:].rstrip().endswith("|") and not hint and CELL.match(raw.lstrip(" |")):
        hint = "cell"
    if hint == "row" or is_row(raw):
        kind = _kind_of_row(raw, key)
        stamps = _dates(text, words) if kind == "control" else ()
        kind = "date" if stamps and stamps[0].timed and not stamps[0].start else kind
        return text, key, kind, words, sentence, hint, tuple(stamps) if kind == "date" else ()
    found = _dates(text, words)
    kind = (
        kind_of(text, key, words, sentence, found)
        or _marked(hint, words, sentence)
        or _dotted(text, words, sentence)
        or ("listed" if "![](" in raw and PICTURED_CELL.match(raw) else None)
    )
    return text, key, kind, words, sentence, hint, tuple(found)


_seen_before = rules.remembered(_look)


def _dates(text, words):
    return dates.find(text) if words <= MOST_DATED and sum(map(str.isdigit, text)) >= FEWEST_FIGURES else ()


HEADING = frozenset({"heading", "subhead"})  # hints; the second stands among the article's own paragraphs


HINTED = {
    "caption": "caption",
    "nav": "menu",
    "footer": "footer",
    "comment": "comment",
    "button": "control",
    "tags": "tags",
    "aside": "listed",
    "link": "link",
}


def _marked(hint, words, sentence) -> str | None:
    """The kind that a web page's markup gives a line. Running text is judged as text: class names are often wrong."""
    if hint not in HINTED or hint != "caption" and sentence and words >= 15:
        return None
    return HINTED[hint]


def _dotted(text, words, sentence) -> str | None:
    """The kind of a list item of a saved page by what stands behind its dot."""
    dot = DOT.match(text)
    if not dot or sentence and words >= 15:
        return None
    bare = text[dot.end() :]
    kind = kind_of(bare, key_of(bare), words, sentence, dates.find(bare) if words <= MOST_DATED else ())
    return None if kind == "placeholder" else kind


def _kind_of_row(raw, key):
    """ "row", unless its cells are buttons, hold no word or are a picture and the headline beside it."""
    if not any(sign.isalnum() for sign in key):
        return "placeholder"
    cells = [tidy(cell) for cell in re.split(r"\t|\|| {3,}", raw) if cell.strip()]
    if all(len(cell) <= 2 and not cell.isdigit() for cell in cells) or cells[0].endswith("?"):
        return "control"
    if len(cells) == 2 and PICTURE_PLACE.fullmatch(cells[0]):
        return "link"
    if _quotes_rates(cells):
        return "listed"
    if all(COUNTED.match(cell) and re.search(r"[^\W\d]", cell) for cell in cells):
        return "control"
    if len(cells) > 2 and not any(map(str.isdigit, raw)) and 2 * sum(cell[:1].islower() for cell in cells) > len(cells):
        return "tags"
    buttons = [_is_button(cell) for cell in cells[:12]]
    return "control" if sum(buttons) >= 0.5 * len(buttons) else "row"


CURRENCIES = frozenset("USD EUR RUB RUR CNY JPY GBP AUD CAD CHF HKD KRW SGD THB BTC ETH SJC".split())


def _quotes_rates(cells):
    """Is it a row of a board of exchange rates, or the head of one ("Mua", "Bán")?"""
    if cells[0].upper() in CURRENCIES:
        return len(cells) > 1 and not any(sign.isalpha() for cell in cells[1:] for sign in cell)
    bought = {cell.casefold() for cell in cells[1:]}
    return bool(bought & {"mua", "mua vào", "mua tm", "mua ck"}) and bool(bought & {"bán", "bán ra"})


def _is_button(cell):
    kind = kind_of(cell, key_of(cell), cell.count(" ") + 1, False, ())
    return kind in ("control", "comment", "header") and not cell[:1].isdigit()


def is_row(raw: str) -> bool:
    """Is the line a row of a table: two cells or more, none empty, between pipes or tabs, or three parted by blanks?

    >>> is_row("| Năm | Tỷ USD |"), is_row("2024\\t4,58"), is_row("| Một ô |"), is_row("2024\\t")
    (True, True, False, False)
    """
    bare = raw.strip()
    piped = bare.split("|")[1:-1] if len(bare) > 1 and bare[0] == bare[-1] == "|" else []
    spaced = re.split(r" {3,}", bare) if "   " in bare else []
    if len(spaced) > 2 and len(bare) < 300:
        return True
    parted = piped, raw.lstrip(" \t").split("\t")
    return any(len(cells) > 1 and all(cell.strip() for cell in cells) for cells in parted)


DATELINE = re.compile(
    rf"^(?:\([^()]{{2,20}}\)|[{UPPER}]{{2,6}}O?|[\w-]{{2,14}}\.(?:vn|com|net|info|org))(?: \w{{1,8}})?\s?[-–—]\s"
)
CLOSING = "'\"”’»)]"  # behind the full stop
ABBREVIATED = "".join(rf"(?<!\b{word})" for word in ("TP", "Tp", "TX", "St", "TS", "GS", "BS", "KS", "LS", "ThS"))
SIGNED = re.compile(rf"(?:{ABBREVIATED}\.|[!?])[\"”]?\s+[(\[]?(?:[{UPPER}][\w/.+-]*\s?){{1,5}}[)\]]?$")
ASIDE = re.compile(r"[.!?…][”\"»]? \([^()]+\)$")  # "... giao hàng. (cười)"
QUOTED_BY = re.compile(r"[.!?…][”\"»]\s?[—–-]\s?\S.{2,60}$")  # "... giao.” — bà A"
SPEAKER = (
    r"(?:PV|P\.V\.?|Phóng viên|Nhà báo|Hỏi|Đáp|Trả lời|MC|BTV|Độc giả|Câu hỏi|Câu|Q|A|Question|Answer|"
    rf"(?:Ông |Bà |Anh |Chị |TS\.? ?|GS\.? ?)?[{UPPER}]\w*(?:[ .][{UPPER}]\w*){{1,4}})\s?\d{{0,2}}\s?:"
)
LONGEST_ASKED = 27  # words of a headline that names its subject, then asks ("Tin tối: ... ra sao?")
SPOKEN = re.compile(rf"[-–—\"“«'(.*+•▪]|{SPEAKER}")


def closed(text: str, words: int) -> bool:
    """Does the line end as sentences do? A signature behind the last full stop ("... trong năm. VNS") does not matter.

    Short questions are headlines or sub-heads as often as sentences and do not count, unless a speaker's label or a
    quotation mark opens them.
    """
    if text.endswith("?") and words <= (LONGEST_ASKED if ": " in text else 18) and not SPOKEN.match(text):
        return False
    if ends_sentence(text):
        return True
    return words >= 8 and _closed_otherwise(text, words) or reads_on(text, words)


def ends_sentence(text: str) -> bool:
    """Is the last sign a full stop, or what closes behind one?

    >>> ends_sentence("“Nga mua gạo.”"), ends_sentence("Nga mua gạo")
    (True, False)
    """
    return text.rstrip(CLOSING).endswith((".", "!", "?", "…"))


def _closed_otherwise(text, words):
    """Does a line of some length end with a sign, a face, a heart, a signature or the speaker, or open with a place?"""
    if text.endswith((":", ";", ",")) or unicodedata.category(text[-1]) == "So":
        return True
    if text.endswith(")") and ASIDE.search(text):
        return True
    if words >= 14 and DATELINE.match(text):
        return True
    if any(map(text.__contains__, ".!?")) and SIGNED.search(text):
        return True
    return any(map(text.__contains__, '”"»')) and QUOTED_BY.search(text) is not None
