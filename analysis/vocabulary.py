"""The wordings of rules/pages.toml come in; a Vocabulary that lines are looked up in goes out."""

import re

from analysis import rules
from analysis.phrases import either

_LETTERS = [chr(code) for code in (*range(0xC0, 0x250), *range(0x400, 0x460), *range(0x1E00, 0x1F00))]

# For character classes; the ranges of Vietnamese letters mix both cases.
UPPER = "A-Z" + "".join(filter(str.isupper, _LETTERS))
LOWER = "a-z" + "".join(filter(str.islower, _LETTERS))

INITIAL = r"(?<=[\s.:][^\W\d_])\."  # the stop behind an initial: "Ảnh: T.N."
INNER_END = re.compile(r"[.!?…][\"”]?\s")  # a sentence ends within the line
RATED = re.compile(r":\s+\d")
SEPARATOR = re.compile(r"\s*(?:[|>»›•·/\\→]|::|\s[-–—]\s)\s*")


def key_of(text: str) -> str:
    """Small letters and figures only, to compare lines.

    >>> key_of("TIN LIÊN QUAN (3):")
    'tin liên quan 3'
    """
    return " ".join(_WORDS(text.casefold()))


_WORDS = re.compile(r"\w+").findall


class Vocabulary:
    """The wordings of rules/pages.toml, ready to be looked up."""

    def __init__(self, table: dict):
        head, credit, said = table["header"], table["credit"], _alternatives
        self.header = frozenset(map(key_of, head["alone"]))
        self.header_pair = re.compile(rf"(?:{said(head['first'])}) (?:{said(head['second'])})(?: \w+){{0,3}}")
        self.header_bag, self.header_pivot = (
            frozenset(head["bag"].split()),
            re.compile(rf"\b(?:{said(head['pivots'])})\b"),
        )
        self.header_starts = _starts(head["starts"])
        self.comment = frozenset(map(key_of, table["comment"]["alone"]))
        self.comment_starts = _starts(table["comment"]["starts"])
        self.comment_marks = frozenset(map(key_of, table["comment"]["marks"]))
        self.control = frozenset(map(key_of, table["control"]["alone"]))
        self.player_words = frozenset(table["control"]["player"].split())
        self.control_bag = frozenset(table["control"]["bag"].split())
        self.control_pivot = re.compile(rf"\b(?:{said(table['control']['pivots'])})\b")
        self.control_starts = _starts(table["control"]["starts"])
        self.control_has = re.compile(rf"\b(?:{said(table['control']['has'])})\b")
        self.footer_starts = _starts(table["footer"]["starts"])
        self.footer_has = re.compile(rf"\b(?:{said(table['footer']['has'])})\b")
        self.tag_line = re.compile(rf"(?:{either(table['tags']['starts'])})\s*:", re.I)
        pointer = table["pointer"]
        self.pointer_line = re.compile(rf"(?:{either(pointer['starts'])})\s*(?::|>>|»)", re.I)
        self.pointer_open = re.compile(rf"(?i:{either(head['openers'])})\s+[{UPPER}“\"\[]")
        self.pointer_marks = tuple(pointer["marks"])
        media = either(pointer["media"])
        self.media_line = re.compile(rf"[\[(]\s*(?:{media})\s*\d*\s*[\])]|(?:{media})\s*[:|]\s|(?:{media})$", re.I)
        names = either(credit["words"])
        self.credit_line = re.compile(
            rf"[(\[*]*(?:(?:{names})\s*[:：]|nguồn hình ảnh,|image source,"
            rf"|(?:ảnh|hình|photo|фото)(?:\s+minh\s+h\w+)?\s*(?:$|/)|©)",
            re.I,
        )
        self.credit_tail = re.compile(
            rf"(?:[(\[]\s*(?:{names})\b[^()]{{0,90}}[)\]]|(?:^|[\s.,;…”\"|)_–—-])(?:{names})\s*[:：]\s*\S(?:[^.]|{INITIAL}){{0,60}})\s*[.|]?$",
            re.I,
        )
        self.rubrics = frozenset(table["roundup"]["rubrics"])
        self.roundup = re.compile(rf"\b(?:{said(table['roundup']['titles'])})\b")
        self.home = frozenset(table["section"]["home"])
        self.sections = frozenset(map(key_of, table["section"]["names"]))
        self.agency = frozenset(map(key_of, table["agency"]["names"]))
        words = (
            table["date"]["weekdays"]
            + table["date"]["updated"]
            + table["date"]["published"]
            + list(table["date"]["months"])
        )
        self.date_words = re.compile(rf"\b(?:{said(words)})\b")
        self.author = table["author"]
        self.byline = re.compile(
            rf"(?i:(?:{either(table['author']['marks'])})\s*:|by(?=\s))\s*(?:[{UPPER}][\w.]*[\s,;&–/-]*(?:và\s)?){{1,8}}(?:\([^()]*\))?"
        )

    def block_name(self, key: str) -> bool:
        """Is the line made of nothing but words that name blocks, a telling one among them?"""
        if key.startswith(("theo ", "báo ", "nguồn ")):
            return False
        return self.header_bag.issuperset(key.split()) and bool(self.header_pivot.search(key))

    def button(self, key: str) -> bool:
        """Is the line made of nothing but words of buttons, a telling one among them?"""
        return self.control_bag.issuperset(key.split()) and bool(self.control_pivot.search(key))

    def names_block(self, key: str) -> bool:
        """Are the words before a colon the name of a block of other articles?"""
        return key in self.header or bool(self.header_pair.fullmatch(key)) or self.block_name(key)

    @staticmethod
    def begins(key: str, starts: tuple) -> bool:
        """Does the key begin with one of the phrases, at a word's end?"""
        return (key + " ").startswith(starts)

    @staticmethod
    def placeholder(key: str) -> bool:
        """Is what stands in the brackets of a picture's place short, so that nothing of the article is in it?"""
        return key.count(" ") < 12

    @staticmethod
    def plain_english(key: str) -> bool:
        """Small-letter English words, as in an English page; file names have none of the short ones."""
        return bool(re.search(r"\b(?:the|of|and|to|in|is|for|with|on)\b", key))

    def buttons(self, key: str, words: int) -> bool:
        """A row of at least two buttons and nothing else: "Facebook Twitter Bản in Copy link"."""
        return 2 <= words <= 16 and _covered(key.split(), self.control | self.comment_marks, 5) == 1.0

    def player(self, key: str) -> bool:
        """Is the line made of the words that video players print, in English whatever the page's language?"""
        left = [word for word in key.split() if not word.isdigit()]
        return bool(left) and self.player_words.issuperset(left)

    def date_residue(self, text: str, found) -> int:
        """How many words remain when dates, times, weekdays and date labels are taken out."""
        for date in sorted(found, key=lambda date: -date.start):
            text = text[: date.start] + " " + text[date.end :]
        return len(re.findall(r"[^\W\d_]{2,}", self.date_words.sub(" ", key_of(text))))

    def menu(self, text: str, key: str, words: int) -> bool:
        """A path ("Trang chủ > Thời sự"), a row of short items, or a row of section names."""
        if any((key + " ").startswith(home + " ") for home in self.home) and (words <= 20 or _run_on(text)):
            return True
        if key in self.sections:
            return True
        parts = [part for part in SEPARATOR.split(text) if part]
        if len(parts) >= 3 and all(len(part.split()) <= 5 for part in parts):
            return not parts[-1].isdigit() and not RATED.search(text)  # the year of a date; "Giá thuê: 2 USD/m2/năm"
        if len(parts) == 2 and all(key_of(part) in self.sections for part in parts):
            return True
        if words >= SHORTEST_RUN and _run_on(text) and not (TOLD.search(key) or SMALL.search(text)):
            return _covered(key.split(), self.sections, 3) >= RUN_COVERED
        if key.startswith("về ") and len(parts) < 3:  # "Về năng lượng và khoa học - công nghệ": a chapter's heading
            return False
        return words >= 2 and _covered(key.split(), self.sections, 3) >= (0.7 if words >= 4 else 1.0)


# A row of names run on has so many words, that share of them in names of sections, and none that joins words.
SHORTEST_RUN, RUN_COVERED = 20, 0.3
SMALL = re.compile(rf"(?: [{LOWER}]+){{4}}")  # in small letters, as no item of a menu goes on
TOLD = re.compile(r"\b(?:và|với|của|trong|cho|tại|ở|từ|ký|thăm|về|sang|đến|tới|là|có|được)\b")


def _run_on(text: str) -> bool:
    """Are these names in a row without a sign between ("Trang chủ Tin tức Dầu khí Điện lực ...")?"""
    words = text.split()
    capitals = sum(word[:1].isupper() for word in words)
    return 3 * capitals >= len(words) and not any(sign in text for sign in ",.;:!?")


def _covered(words: list[str], phrases: frozenset, longest: int) -> float:
    """Which share of the words is taken up by phrases of the list, the longest first; 0 if fewer than two are met."""
    covered = position = met = 0
    while position < len(words):
        size = next(
            (
                size
                for size in range(min(longest, len(words) - position), 0, -1)
                if " ".join(words[position : position + size]) in phrases
            ),
            0,
        )
        met += bool(size)
        covered += size
        position += size or 1
    return covered / len(words) if met >= 2 else 0.0


def vocabulary() -> Vocabulary:
    """The vocabulary of rules/pages.toml as it is now."""
    global _LAST
    table, last = rules.load("pages"), _LAST
    if last[0] is not table:
        _LAST = last = table, Vocabulary(table)
    return last[1]


_LAST = None, None  # the table that the vocabulary was last made of, and the vocabulary


class Same:
    """Lets a dictionary be the key of a cache by being the same object; rules.load gives a new one after an edit."""

    def __init__(self, table):
        self.table = table

    def __hash__(self):
        return id(self.table)

    def __eq__(self, other):
        return self.table is other.table


def _alternatives(phrases) -> str:
    return either(map(key_of, phrases))


def _starts(phrases) -> tuple:
    return tuple(key_of(phrase) + " " for phrase in phrases)
