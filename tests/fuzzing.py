"""A seed comes in; a mutated saved page goes out, the same for the same seed. Used by test_fuzz_pages.py and `score_pages.py fuzz`."""

import random
import re

from scoring import GOLD

from analysis import markup, pages

NASTY = ["\x00", "\u200b", "\ufeff", "\u2028", "\r", "\t", "|", "<b", "&#0;", "&lt;script&gt;", "]]>", "\ud7ff", "\U0001f600", "e\u0302\u0301", "(" * 40,
         "©", "Ảnh:", "Nguồn:", "Tin liên quan", "12/13/2025", "99:99", "9" * 50, "\\", "*" * 30, "![](", "[[", "“", "./.", "a" * 9000, "Theo ", "#" * 20]  # fmt: skip


def sources():
    """The dev pages of the gold as text and as HTML; set-aside pages are not touched."""
    folder = GOLD / "pages" / "dev"
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.*")) if path.suffix in (".txt", ".html")]


def mutated(texts: list[str], seed: int) -> str:
    """One of the texts after one to eight random changes."""
    chance = random.Random(seed)
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(CHANGES)(text, chance)
    return text[:200_000]


def _lines(change):
    def changed(text, chance):
        lines = text.split("\n")
        change(lines, chance)
        return "\n".join(lines)

    return changed


def _place(text, chance):
    return chance.randint(0, len(text))


def _cut(text, chance):
    start = _place(text, chance)
    return text[:start] + text[start + chance.randint(0, 400) :]


def _insert(text, chance):
    place = _place(text, chance)
    return text[:place] + chance.choice(NASTY) * chance.randint(1, 3) + text[place:]


def _swap(lines, chance):
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _double(lines, chance):
    place = chance.randrange(len(lines))
    lines[place:place] = lines[place : place + chance.randint(1, 20)]


def _join(lines, chance):
    place = chance.randrange(len(lines))
    lines[place : place + 3] = [" ".join(lines[place : place + 3])]


def _letters(text, chance):
    return "".join(chr(chance.randrange(0x20, 0x2FFF)) if chance.random() < 0.01 else sign for sign in text[:20_000])


CHANGES = [_cut, _insert, _insert, _lines(_swap), _lines(_double), _lines(_join), _letters,
           lambda text, chance: text[:_place(text, chance)], lambda text, chance: text[_place(text, chance):],
           lambda text, chance: "\n".join(chance.sample(text.split("\n"), len(text.split("\n")))),
           lambda text, chance: text.upper() if chance.random() < 0.5 else text.lower()]  # fmt: skip


def check(text: str) -> None:
    """Cleans the text as a text and as a web page; raises AssertionError if lines are lost or the text is not made of kept lines."""
    for source, told in (
        (text, {}),
        *(
            ((page := markup.read(text)) and "\n".join(page.lines), page.told)
            for _ in (1,)
            if "<" in text
        ),
    ):
        page = pages.clean(source, "fuzz.txt", told)
        assert [line.number for line in page.lines] == list(range(1, len(page.lines) + 1))
        kept = " ".join(line.text for line in page.lines if line.kept)
        letters = re.compile(r"[^\W_]")  # the bars of emphasis are none, though a line may be nothing else
        assert letters.findall(page.text) == letters.findall(kept)
        assert all(line.reason for line in page.lines)
