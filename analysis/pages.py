"""The text of one saved page comes in; a Page goes out: every line kept or dropped with its reason, and the metadata.

Content is lede and body, with the sub-heads inside the body. Nothing disappears: Page.lines has every line of the file.
"""

import re
from dataclasses import dataclass, field, replace

from analysis import (
    blocks,
    bylines,
    captions,
    echoes,
    headline,
    heads,
    kinship,
    mastheads,
    notices,
    outlets,
    overlap,
    overrides,
    pictures,
    polls,
    rules,
    short_lines,
    tails,
    teasers,
    wrapping,
)
from analysis.blocks import ARTICLE, BELOW
from analysis.bylines import author_of
from analysis.lines import BULLET, DOT, Look, above, look, tidy


@dataclass(frozen=True)
class Line:
    """One line of the file: `number` from 1, the text as read, whether it is content, and why in plain words."""

    number: int
    text: str
    kept: bool
    reason: str
    kind: str = field(default="", compare=False)


@dataclass(frozen=True)
class Page:
    """What a careful reader takes from one saved page; a field is None where the page does not say it.

    `published` is an ISO date or date and time, with the zone only if the page prints one.
    """

    title: str | None = None
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    section: str | None = None
    author: str | None = None
    source: str | None = None
    source_url: str | None = None
    lede: str | None = None
    body: list = field(default_factory=list)
    captions: list = field(default_factory=list)
    language: str | None = None
    lines: list = field(default_factory=list)

    @property
    def text(self) -> str:
        """Lede and body, one paragraph a line."""
        return "\n".join(([self.lede] if self.lede else []) + self.body)


def clean(text: str, name: str = "", metadata: dict | None = None, outlets: bool = True) -> Page:
    """The Page of a saved page's text. Never raises on odd text; a page without an article has an empty body.

    `name` is the file's name (a last resort for the title and date), `metadata` what the file itself carries (title,
    published, author, url ... from a web page's head or a side-car file). With outlets=False the files in
    rules/outlets/ are left aside.

    >>> page = clean('''Tin mẫu về hợp tác
    ... 09:00 | 05/05/2025 GMT+7
    ... Hai bên họp tại Hà Nội để bàn về hợp tác giáo dục năm nay.
    ... Đọc nhiều
    ... Giá vàng hôm nay tăng''')
    >>> page.title, page.published, page.text
    ('Tin mẫu về hợp tác', '2025-05-05T09:00:00+07:00', 'Hai bên họp tại Hà Nội để bàn về hợp tác giáo dục năm nay.')
    >>> page.lines[4].reason
    'stands below the end of the article'
    """
    with rules.steady():
        return _Reader(text, name, metadata or {}, outlets).page()


def reason(kind: str, lang: str = "en") -> str:
    """The verdict `kind` of a Line in plain words, in "en" or "vi"."""
    return rules.load("pages")["reasons"][kind][lang]


class _Reader:
    """The steps of reading one page, in order."""

    def __init__(self, text, name, metadata, use_outlets):
        self.raw = re.split(r"\r\n|\r|\n|\u2028|\u2029|\x0b|\x0c|\x85", text)
        self.name, self.metadata = name, metadata
        self.looks = self._looks(metadata.get("hints") or [])
        self.looks = polls.marked(notices.marked(self.looks))
        self.stated = mastheads.stated(self.looks, self.metadata)
        self.outlet = outlets.recognise(self.looks, metadata, name, self.stated) if use_outlets else None
        if self.outlet:
            self.looks = [outlets.apply(self.outlet, each) for each in self.looks]
        self.verdicts = {}

    def _looks(self, hints):
        """One look a line, or a paragraph where lines were broken; what was broken off is marked `wrapped`."""
        looks = []
        for group in (
            [[number] for number in range(1, len(self.raw) + 1)]
            if hints
            else wrapping.groups(self.raw, bool(self.metadata.get("wrapped")))
        ):
            text = (
                " ".join(self.raw[number - 1].strip() for number in group) if len(group) > 1 else self.raw[group[0] - 1]
            )
            looks.append(look(group[0], text, hints[group[0] - 1] if group[0] <= len(hints) else ""))
            looks += [Look(number, "", kind="wrapped") for number in group[1:]]
        return looks

    def page(self):
        title = headline.find_title(self.looks, self.metadata.get("title"), self.name)
        self._lede_without_stop(title)
        self.states = blocks.divide(self.looks, title)
        self._end()
        self.also = pictures.captioned(self.looks)
        self._judge(title)
        self._repeats()
        found = bylines.read(self.looks, self.verdicts, title, self.metadata, self.stated)
        return self._assemble(title, found)

    def _lede_without_stop(self, title):
        """The first long line below the title is the lede, although many outlets print it without a full stop."""
        below = [
            each for each in self.looks[title or len(self.looks) :] if each.kind is None and not author_of(each.text)
        ]
        if below and not below[0].prose and below[0].words >= 16 and len(below) > 1 and below[1].prose:
            place = below[0].number - 1
            if below[0].key not in (self.looks[place - 1].key, self.looks[title - 1].key) and not below[0].hint:
                self.looks[place] = replace(below[0], sentence=True)

    def _end(self):
        """What stands below the line by which the outlet ends its articles is none, if the article stands above."""
        first = next(
            (each.number for each in self.looks if each.prose and self.states.get(each.number) == ARTICLE), None
        )
        last = outlets.end(self.outlet, self.looks, first) if first else None
        self.states |= {number: BELOW for number in self.states if last and number >= last}

    def _judge(self, title):
        content = [each for each in self.looks if self.states.get(each.number) == ARTICLE]
        first = content[0].number if content else len(self.raw) + 1
        last = content[-1].number if content else 0
        head = self.head = next((each.key for each in self.looks if each.number == title), None)
        prose = [each for each in content if each.prose]
        self.spoken = bylines.language(" ".join(each.text for each in prose))
        self.said, self.parted = overlap.joined(prose), kinship.spaced(content)
        self.marked = sum(each.hint in blocks.OUTSIDE for each in prose) < 0.5 * len(prose)
        cells = short_lines.cells(content)
        drawn = self._drawn(content)
        self.tables = (short_lines.own_cells(content, cells) | short_lines.verses(content)) - drawn
        self.questions = short_lines.questions(content)
        self.boards, self.cards = cells - self.tables, short_lines.cards(content) - self.tables
        lists = teasers.teaser_lists(content)
        self.teasers = {
            each.number
            for position, each in enumerate(content)
            if each.prose
            and (
                position in lists
                or position
                and (not each.running and teasers.boxed(content, position) or teasers.told_about(content, position))
                or teasers.teaser(content, position, head, self.parted)
            )
        }
        place = {each.number: position for position, each in enumerate(content)}
        drawn = {content[position].number for position in drawn}
        for each in self.looks:
            if each.kind == "wrapped":
                verdict = "wrapped"
            elif each.number == title:
                verdict = "title"
            elif each.number in self.also:
                verdict = "caption"
            elif each.number in drawn:
                verdict = "media"
            elif each.kind == "row":
                verdict = "item" if each.number in place else "listed"
            elif (
                each.kind in ("menu", "control", "listed")
                and each.number in place
                and place[each.number] in self.tables
            ):
                verdict = "item"
            elif each.kind == "menu" and self._section_head(content, place.get(each.number)):
                verdict = "subhead"
            elif each.kind in ("credit", "source") and first < each.number < last and self._under_table(each):
                verdict = "item"
            elif each.kind:
                verdict = each.kind
            elif head and each.key == head:
                verdict = "title_again"
            elif each.number in place:
                verdict = self._inside(content, place[each.number])
            else:
                verdict = "before" if each.number < first else "after" if each.number > last else "listed"
            self.verdicts[each.number] = verdict
        self._lede_above(title, first)
        self.verdicts |= heads.settled(self.looks, self.verdicts, self.parted, self.said)
        kept = [each for each in self.looks if self.verdicts[each.number] in KEPT]
        cells = {content[position].number for position in self.tables} | {
            each.number for each in kept if each.kind == "row"
        }
        self.verdicts |= tails.trimmed(kept, cells, self.looks, self.verdicts)

    def _drawn(self, content):
        """The places of a graphic's words in `content`: the short lines right above "Đồ họa: ..." or another credit."""
        found, run = set(), []
        for each in self.looks:
            if each.kind == "credit" and len(run) >= 3:
                found.update(run)
            if each.prose or each.kind in ("credit", "row"):
                run = []
            elif each.kind not in ("blank", "placeholder", "caption"):
                run.append(each.number)
        return {place for place, each in enumerate(content) if each.number in found}

    def _under_table(self, each):
        """Does the line stand right below a table, so that it says where its figures are from?"""
        before = above(self.looks, each)
        return before is not None and before.kind == "row" and self.verdicts[before.number] == "item"

    def _loose(self, each):
        """Does something else than text stand right below? A sub-head belongs to the paragraph under it."""
        below = (other for other in self.looks[each.number :] if other.kind not in blocks.UNSEEN)
        after = next((other for other in below if other.kind != "control"), None)
        return after is None or after.kind in (
            "header",
            "date",
            "comment",
            "menu",
            "tags",
            "footer",
            "media",
            "slug",
            "author",
            "source",
        )

    def _shown(self, content, position):
        """Is it a caption by its wording? The last paragraph, and the one right below another caption, are none."""
        each = content[position]
        if short_lines.listed(content, position) or BULLET.match(each.text):
            return False
        beside = content[max(0, position - 1) : position] + content[position + 1 : position + 2]
        if not captions.worded(each, len(beside) == 2 and all(other.running for other in beside)):
            return False
        before = above(self.looks, each)
        inner = any(other.prose for other in content[position + 1 :]) and not (before and before.kind == "caption")
        return not each.prose or inner or captions.posed(each)

    @staticmethod
    def _opens_list(content, position):
        """Do other names stand near, so that this is a list of people?"""
        return any(
            not other.prose and other.kind is None and echoes.signs(other)
            for other in content[position + 1 : position + 2]
        )

    def _other_language(self, each):
        """Is it English in a Vietnamese article, as the summary of a journal is?"""
        return each.words >= 10 and self.spoken == "vi" and bylines.language(each.text) == "en"

    def _timed(self, each):
        """Does the line stand under its time, in a live report?"""
        before = above(self.looks, each)
        return before is not None and before.kind == "clock"

    @staticmethod
    def _section_head(content, position):
        """A section's name alone between two paragraphs is a sub-head ("Kinh tế" in a joint statement)."""
        return (
            position
            and position + 1 < len(content)
            and content[position].words <= 5
            and content[position - 1].prose
            and content[position + 1].prose
        )

    def _inside(self, content, position):
        each = content[position]
        if each.prose and each.hint in blocks.OUTSIDE and self.marked:
            return "hidden"
        if short_lines.timeline(content, position) or position and short_lines.timeline(content, position - 1):
            return "body" if each.prose else "item"
        if short_lines.names_table(content, position):
            return "subhead"
        if self._shown(content, position):
            return "caption"
        if position in self.cards:
            return "repeat"
        if (
            not each.prose
            and "," in each.text
            and each.words <= 14
            and echoes.signs(each)
            and not self._opens_list(content, position)
        ):
            return "item" if echoes.speaks(content, position) else "caption"
        if each.prose:
            return "teaser" if each.number in self.teasers or self._other_language(each) else "body"
        if (
            position + 1 < len(content)
            and content[position + 1].number in self.teasers
            or teasers.boxed(content, position)
        ):
            return "link"
        if each.words < 6 and each.sentence and sum(word[:1].islower() for word in each.text.split()) >= 2:
            return "body"
        if position - 1 in self.questions and each.sentence:
            return "body"
        if position in self.tables:
            return "item"
        if position in self.boards:
            return "listed"
        if short_lines.listed(content, position):
            return "item"
        if BULLET.match(each.text):
            link = DOT.match(each.text) and not each.sentence
            return "link" if link or each.words >= 6 and teasers.strange(each, self.said) else "item"
        if self._loose(each):
            return "link"
        near = [content[place] for place in (position - 1, position + 1) if 0 <= place < len(content)]
        opens = [other for other in content[position + 1 : position + 3] if BULLET.match(other.text)]
        if short_lines.timeline(content, position + 1):
            return "subhead"
        asked = position in self.questions or (
            short_lines.asks(each) and position + 1 < len(content) and content[position + 1].prose
        )
        if (
            asked
            or short_lines.introduces(each)
            or each.hint == "heading"
            or self._timed(each)
            or len(opens) == 2
            and each.words <= 14
        ):
            return "subhead"
        if each.text.startswith(("“", '"')) and position + 1 < len(content) and content[position + 1].prose:
            return "subhead"
        if each.words > blocks.SHORT_SUBHEAD and teasers.cramped(content, position, self.parted):
            return "link"
        short = (
            4 <= each.words <= blocks.SHORT_SUBHEAD
            and position
            and content[position - 1].prose
            and overlap.coverage(each, self.said) >= teasers.RELATED
        )
        crowded = sum(
            short_lines.headline(other)
            and other.words > 5
            and not other.text.endswith(":")
            and not (short and teasers.strange(other, self.said))
            for other in near
        )
        last = position + 1 < len(content) and content[position + 1].prose and each.words <= blocks.SHORT_SUBHEAD
        return "link" if crowded and not last or teasers.strange(each, self.said) else "subhead"

    def _lede_above(self, title, first):
        """A paragraph between the title and the body belongs to the article, although a date or a byline parts them.

        Behind the headline of another article it does not.
        """
        if title is None:
            return
        for each in self.looks[title : first - 1]:
            if short_lines.headline(each) and each.words >= 8 and not author_of(each.text) and each.key != self.head:
                return
            if each.prose and self.verdicts[each.number] == "before":
                self.verdicts[each.number] = "body"

    def _repeats(self):
        """Of what stands twice in the article only the place in the text is kept."""
        kept = [each for each in self.looks if self.verdicts[each.number] in ("body", "item", "subhead")]
        self.verdicts |= dict.fromkeys(echoes.repeated(kept, self.looks), "repeat")

    def _assemble(self, title, found):
        self.verdicts |= found.verdicts
        for number, keep in overrides.forced(self.looks, self.name).items():
            self.verdicts[number] = "forced_in" if keep else "forced_out"
        content = [each for each in self.looks if self.verdicts[each.number] in KEPT]
        lede = (
            content[0]
            if content and found.dated and content[0].prose and content[0].words <= 130 and len(content) > 1
            else None
        )
        if lede:
            self.verdicts[lede.number] = "lede"
        lines = list(self._lines())
        body = [each.text for each in content if each is not lede]
        reach = range(title or 1, (content[-1].number if content else 0) + 6)
        captions = [
            each.text for each in self.looks if self.verdicts[each.number] == "caption" and each.number in reach
        ]
        heading = self.looks[title - 1].text if title else self.metadata.get("title")
        return Page(
            title=heading,
            lede=lede.text if lede else None,
            body=body,
            captions=list(dict.fromkeys(captions)),
            lines=lines,
            language=bylines.language(" ".join([heading or "", *(each.text for each in content)])),
            outlet=(self.outlet or {}).get("name") or self.stated or outlets.host(self.metadata),
            **found.fields,
        )

    def _lines(self):
        verdict = "blank"
        for each in self.looks:
            broken = each.kind == "wrapped"
            verdict = verdict if broken else self.verdicts[each.number]
            yield Line(each.number, tidy(self.raw[each.number - 1]), verdict in KEPT, reason(verdict), verdict)


KEPT = frozenset({"lede", "body", "item", "subhead", "forced_in"})
