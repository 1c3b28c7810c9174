"""The kept lines of a page come in; which of them, at the foot or the head of the article, are not of it goes out.

What the site says to its reader, a rate board, truncated teasers and text in another language stand right below the
last paragraph on many pages, without the name of a block between.
"""

import itertools
import re

from analysis import notices, overlap, short_lines
from analysis.authors import author_of
from analysis.bylines import language
from analysis.captions import SAID
from analysis.endings import on_person
from analysis.lines import Look
from analysis.vocabulary import UPPER


def trimmed(kept: list[Look], cells: set[int], looks: list[Look], verdicts: dict[int, str]) -> dict[int, str]:
    """{line number: verdict} of the lines that only look like the article's.

    `kept` are the lines kept so far, `cells` the line numbers of table cells, `looks` all lines of the page,
    `verdicts` what was said of each.
    """
    found, rest = {}, list(kept)
    while rest and (
        verdict := "link" if verdicts[rest[-1].number] == "subhead" else _below(rest, cells, kept, looks)
    ):
        size = (
            _board(rest, cells)
            if verdict == "listed"
            else max(_cut_off(rest), _alike(rest), _far_off(rest))
            if verdict == "teaser"
            else 1
        )
        size = max(size, 1)
        found |= {look.number: verdict for look in rest[-size:]}
        rest = rest[:-size]
    while len(rest) > 1 and notice(rest[0]):
        found[rest.pop(0).number] = "notice"
    return found if rest else {}


def _below(rest, cells, kept, looks):
    """The verdict on the last line, None if it may be the article's."""
    last = rest[-1]
    if notice(last):
        return "notice"
    if last.text.endswith("./."):
        return None
    if _behind_end(rest, looks):
        return "teaser"
    cut = not _signed(last, looks) and _cut_off(rest) >= (1 if _invited(last, looks) else 2)
    if cut or _alike(rest) >= 2 or _far_off(rest) >= 2:
        return "teaser"
    if last.number in cells and _board(rest, cells):
        return "listed"
    if last.prose and last.words >= 10 and _foreign(last, kept):
        return "teaser"
    return "footer" if _of_author(last, looks) or _footnote(last, looks) or _of_company(last, looks) else None


# Paragraphs behind the sign that ends dispatches: of 17 pages of the gold with one there none has it in its article.
MOST_BEHIND = 2
END = "./."


def _behind_end(rest, looks):
    """Is it one of the few paragraphs below the sign that ends a dispatch, with no byline below them?"""
    behind = next((size for size, look in enumerate(reversed(rest)) if look.text.endswith(END)), 0)
    if not 0 < behind <= MOST_BEHIND or not all(look.prose for look in rest[-behind:]):
        return False
    return len(rest) - behind >= FEWEST and not _signed(rest[-1], looks)


def _signed(last, looks):
    """Does the byline or the source of the article stand right below the line?"""
    below = next((look for look in looks[last.number :] if look.kind != "blank"), None)
    return below is not None and (
        below.kind in ("author", "source") or not below.prose and author_of(below.text) is not None
    )


def _foreign(last, kept):
    """Is the line in another language than the Vietnamese text?"""
    return language(last.text) in ("en", "ru") and language(" ".join(look.text for look in kept)) == "vi"


def _of_company(look, looks):
    """Is it the standing paragraph on a company at the foot of its press release, under "Về Công ty ..."?"""
    above = next((looks[place] for place in range(look.number - 2, -1, -1) if looks[place].kind != "blank"), None)
    if not look.prose or above is None or above.words > 8 or not ABOUT.match(above.text):
        return False
    return not on_person(above.text, looks[: above.number - 1])


ABOUT = re.compile(rf"(?:Về|Giới thiệu(?: về)?|Đôi nét về|Vài nét về|Thông tin về|About)\s+[{UPPER}]")


HEAD = 120  # lines; where a page names its author


FOOTNOTE = re.compile(r"\[\d{1,2}\]\s|[(*]?\d{1,2}[).]?\s")


def _footnote(look, looks):
    """Is it a note at the foot: "[1] ...", or "(1) ...", "1. ..." below a rule or the word for notes?"""
    if not FOOTNOTE.match(look.text):
        return False
    if look.text.startswith("["):
        return True
    above = (other for other in reversed(looks[: look.number - 1]) if other.kind != "blank")
    rule = next((other for other in above if not FOOTNOTE.match(other.text)), None)
    return rule is not None and (
        rule.kind in ("placeholder", "footer", "header") or NOTES.fullmatch(rule.key) is not None
    )


NOTES = re.compile(r"(?:chú thích|ghi chú|tài liệu tham khảo|references|notes|tài liệu trích dẫn)(?: \d+)?")


TRADE = re.compile(
    r"\b(?:phóng viên|nhà báo|cộng tác|thạc sĩ|tiến sĩ|tốt nghiệp|giảng viên"
    r"|sống (?:và làm việc )?(?:ở|tại)|viết cho|viết về)\b",
    re.I,
)
OF_AUTHOR = frozenset({"tác giả", "về tác giả", "author", "about the author", "người viết"})
LIFE = r"(?:là|hiện là|hiện đang|viết về|chuyên viết|từng|tốt nghiệp|nghiên cứu|phụ trách|công tác|theo dõi|sinh năm)\b"


def _of_author(look, looks):
    """Is it who the author is: a paragraph that begins with the name in the line above, or below "Về tác giả"?"""
    if not look.prose or look.words > 70:
        return False
    if look.text.startswith("(*)") and any(other.text.endswith("(*)") for other in looks[:HEAD]):
        return True
    above = [other for other in looks[max(0, look.number - 12) : look.number - 1] if other.kind != "blank"][-3:]
    if above and (above[-1].kind == "footer" or any(other.key in OF_AUTHOR for other in above)):
        return True
    if above and not above[-1].prose and author_of(above[-1].text) and look.words <= 45 and TRADE.search(look.text):
        return True
    names = [other.text for other in above if not other.prose and 2 <= other.words <= 5]
    names += [name for other in looks[:HEAD] if other.kind == "author" and (name := author_of(other.text))]
    opening = re.match(rf"[{UPPER}]\S*(?: [{UPPER}]\S*){{1,4}}(?= (?:là|hiện|từng)\b)", look.text)
    if opening and any(_signed_by(opening[0], other) for other in looks[:HEAD]):
        return True
    return any(re.match(rf"(?:\w+\.?\s)?{re.escape(name)}\s{LIFE}", look.text) for name in names)


def _signed_by(name, line):
    """Is the line a byline with the name in it? A headline that names whom the article is about is none."""
    return name in line.text and line.words <= 16 and not line.prose and author_of(line.text) is not None


def notice(look: Look) -> bool:
    """Does the site speak to its reader, as it does at the head and the foot of an article?"""
    return look.prose and notices.points(look) >= notices.AT_EDGE


def _cut_off(rest):
    """How many paragraphs at the end break off with dots."""
    cut = (look.prose and look.text.endswith(DOTS) and not _and_so_on(look.text) for look in reversed(rest))
    return sum(1 for _ in itertools.takewhile(bool, cut))


DOTS = ("...", "…")
SHORT_ITEM = 5  # words


def _and_so_on(text):
    """Do the dots go on with a list: three short items, or figures counted up behind a first sentence?"""
    *before, last = SENTENCES.split(text.rstrip(".… "))
    items = ITEMS.split(last)
    if len(items) < 3:
        return False
    figures = all(any(map(str.isdigit, item)) for item in items[-2:])
    return figures and (len(before) > 0 or ";" in last) or all(len(item.split()) <= SHORT_ITEM for item in items[-3:])


SENTENCES, ITEMS = re.compile(r"[.!?] "), re.compile(r"[,;] ")


def _invited(last, looks):
    """Does "Xem tiếp" or the like stand right below?"""
    after = next((look for look in looks[last.number :] if look.kind != "blank"), None)
    return after is not None and re.fullmatch(r"(?:xem|đọc)(?: tiếp| thêm| chi tiết)|chi tiết|read more", after.key)


def _alike(rest):
    """How many paragraphs at the end open with the same word in capitals, as an agency's items do ("BNEWS Giá ...")."""
    opens = [re.match(rf"[{UPPER}]{{3,}}\s(?=[{UPPER}])", look.text) if look.prose else None for look in reversed(rest)]
    same = itertools.takewhile(lambda found: found and found[0] == opens[0][0], opens) if opens and opens[0] else ()
    return sum(1 for _ in same)


# Share of words and pairs of a short paragraph met in the rest, against that of a middle paragraph further up: of 20
# articles of the gold that end in two short ones, none has less than .6 for both.
FAR, FEWEST = 0.55, 3


def _far_off(rest):
    """How many short paragraphs at the end speak of somebody else and in other words: teasers without headlines."""
    end = len(list(itertools.takewhile(lambda look: look.prose and not look.running, reversed(rest))))
    above = [look for look in rest[: len(rest) - end] if look.prose]
    if end < 2 or len(above) < FEWEST:
        return 0
    text = overlap.joined([*above, *rest[-end:]])
    near = sorted(overlap.about(look, text.without([look])) for look in above)
    least = FAR * near[len(near) // 2]
    far = (
        overlap.about(look, others) < least and overlap.unmet(look, others) and not _reports(look, above)
        for look, others in _others(rest[-end:], text)
    )
    return sum(1 for _ in itertools.takewhile(bool, far))


def _reports(look, above):
    """Does it cite or measure something that every second paragraph above, and two at least, speaks of?"""
    if not SAID.search(look.text):
        return False
    words = look.key.split()
    pairs = {f" {left} {right} " for left, right in itertools.pairwise(words)}
    told = [f" {other.key} " for other in above]
    return any(_usual(pair, told) for pair in pairs)


def _usual(pair, told):
    return sum(pair in text for text in told) >= max(2, len(told) / 2)


def _others(looks, text):
    """(line, the text without it), from the last line up."""
    return ((look, text.without([look])) for look in reversed(looks))


def _board(rest, cells):
    """How many lines at the end are cells of a table that no line introduces and the text does not speak of; else 0."""
    size = next((size for size, look in enumerate(reversed(rest)) if look.number not in cells), len(rest))
    above = rest[-size - 1] if size < len(rest) else None
    if above is None or short_lines.INTRODUCED.search(above.text) or rest[-size].text.endswith(":"):
        return 0
    text = overlap.joined(look for look in rest[:-size] if look.prose)
    return 0 if short_lines.spoken_of(rest[-size:], text) else size
