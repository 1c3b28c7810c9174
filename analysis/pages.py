"""The text of one saved page comes in; a Page goes out: every line kept or dropped with its reason, and the metadata.

Content is lede and body, with the sub-heads inside the body. Nothing disappears: Page.lines has every line of the file.
"""

import re
from dataclasses import dataclass, field, replace

from analysis import (
    blocks,
    bylines,
    clippings,
    echoes,
    endings,
    headline,
    imprints,
    linked_data,
    mastheads,
    notices,
    outlets,
    overrides,
    picture_names,
    pictures,
    polls,
    printouts,
    rules,
    spacing,
    ticks,
    title_lines,
    title_shapes,
    trunks,
    wrapping,
)
from analysis.authors import author_of
from analysis.blocks import ARTICLE, BELOW
from analysis.lines import Look, look, tidy, visible
from analysis.verdicts import KEPT, judged

LONGEST_LEDE = 130  # words
BETWEEN = frozenset({"blank", "printed"})  # what may part a broken line from its beginning
CAPTIONS_BELOW = 5  # lines below the article's last whose captions are the article's


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


def _left_out(each):
    """The look of a line that a program wrote: no text, and no date of the article."""
    return replace(each, kind="control", dates=())


HOUSE = re.compile(r"(?:Học viện|Viện|Trường|Đại học|Khoa|Trung tâm|Ban|Cục|Vụ|Sở|Hội đồng|Tạp chí)\s")
TELLS = re.compile(r"\b(?:đã|đang|sẽ|được|bị|là|cho|có|vừa|sắp|phải|cần|tại sao|như thế nào)\b")


def _is_house(lines, each):
    """Is the line the house where the writer works, right below the writer's name?"""
    above = [other for other in lines if other.number < each.number and other.kind != "blank"]
    named = above and (above[-1].kind == "author" or author_of(above[-1].text))
    return bool(named and HOUSE.match(each.text) and not TELLS.search(each.text))


class _Reader:
    """The steps of reading one page, in order."""

    def __init__(self, text, name, metadata, use_outlets):
        self.raw = spacing.unquoted(re.split(r"\r\n|\r|\n|\u2028|\u2029|\x0b|\x0c|\x85", visible(text)))
        told, schema = linked_data.printed(self.raw)
        saved, stamps = clippings.printed(self.raw)
        self.name, self.metadata = name, told | saved | metadata
        self.looks = self._looks(metadata.get("hints") or [])
        self.looks = clippings.unlabelled(self.looks, saved.get("title"))
        self.trunk = metadata.get("trunk") or []
        self.looks = [_left_out(each) if each.number in schema | stamps else each for each in self.looks]
        self.looks = ticks.dashed(ticks.headed(ticks.listed(polls.marked(notices.marked(self.looks)))))
        self.looks = picture_names.counted(picture_names.numbered(pictures.played(self.looks)))
        self.looks = picture_names.filed(pictures.credited(pictures.told(pictures.celled(self.looks))))
        self.looks = picture_names.repeated(self.looks)
        self.stated = mastheads.stated(self.looks, self.metadata)
        self.outlet = outlets.recognise(self.looks, self.metadata, name, self.stated) if use_outlets else None
        self.names = outlets.names(self.outlet, self.stated, self.metadata)
        if self.outlet:
            self.looks = [outlets.apply(self.outlet, each) for each in self.looks]

    def _looks(self, hints):
        """One look a line, or a paragraph where lines were broken; what was broken off is marked `wrapped`."""
        if hints:
            told = hints + [""] * (len(self.raw) - len(hints))
            return [look(number, raw, told[number - 1]) for number, raw in enumerate(self.raw, 1)]
        groups, printed = printouts.paragraphs(self.raw, bool(self.metadata.get("wrapped")))
        looks = {number: replace(look(number, self.raw[number - 1]), kind="printed") for number in printed}
        for group in groups:
            looks[group[0]] = look(group[0], self._joined(group))
            looks |= {number: Look(number, "", kind="wrapped") for number in group[1:]}
        return [looks[number] for number in sorted(looks)]

    def _joined(self, group):
        parts = [self.raw[number - 1] for number in group]
        return parts[0] if len(parts) == 1 else wrapping.joined(parts)

    def page(self):
        self.looks = title_lines.photo_story(self.looks)
        title = headline.find_title(self.looks, self.metadata.get("title"), self.name, self.names)
        title = trunks.title_above(self.looks, self.trunk, title)
        self.looks, title = title_lines.continued(self._linked(title), title)
        self._lede_without_stop(title)
        self._end_without_stop(title)
        self.verdicts = judged(self.looks, self._states(title), title)
        self._repeats()
        self._trunk(title)
        found = bylines.read(self.looks, self.verdicts, title, self.metadata, self.stated, self.names)
        self.verdicts |= found.verdicts
        self._overrides()
        return self._assemble(title, found)

    def _linked(self, title):
        """The looks, with other articles' headlines that an address or the title's own words tell as links."""
        return title_lines.prefixed(title_lines.addressed(self.looks, title), title)

    def _lede_without_stop(self, title):
        """The first long line below the title is the lede, although many outlets print it without a full stop."""
        lines = self.looks[title or len(self.looks) :]
        below = [each for each in lines if each.kind is None and not author_of(each.text)]
        if len(below) < 2 or below[0].prose or below[0].hint not in ("", "own") or not below[1].prose:
            return
        if below[0].words < headline.SHORTEST_LEDE or _is_house(lines, below[0]):
            return
        place = below[0].number - 1
        if below[0].key not in (self.looks[place - 1].key, self.looks[title - 1].key):
            self.looks[place] = replace(below[0], sentence=True)

    def _end_without_stop(self, title):
        """The line between the article's last paragraph, or its last list, and the byline at its foot is text too."""
        place = endings.unclosed_end(self.looks, title or 0)
        if place is not None:
            self.looks[place] = replace(self.looks[place], sentence=True)

    def _states(self, title):
        """The stretch of each line; what stands below the line by which the outlet ends its articles is no article."""
        states = blocks.divide(self.looks, title)
        article = (each.number for each in self.looks if each.prose and states.get(each.number) == ARTICLE)
        first = next(article, None)
        last = outlets.end(self.outlet, self.looks, first) if first else None
        return states | {number: BELOW for number in states if last and number >= last}

    def _repeats(self):
        """Of what stands twice in the article only the place in the text is kept."""
        kept = [each for each in self.looks if self.verdicts[each.number] in ("body", "item", "subhead")]
        self.verdicts |= dict.fromkeys(echoes.repeated(kept, self.looks), "repeat")

    def _trunk(self, title):
        """The paragraphs that the page's markup holds together, where the rules keep hardly any of them."""
        kept = {number for number, verdict in self.verdicts.items() if verdict in KEPT}
        found = trunks.lost(self.looks, self.trunk, kept, title)
        found = found or trunks.left_behind(self.looks, self.trunk, self.verdicts, kept)
        self.verdicts |= {each.number: "body" for each in found}

    def _overrides(self):
        """What somebody wrote down for this page overrides the rules."""
        for number, keep in overrides.forced(self.looks, self.name).items():
            self.verdicts[number] = "forced_in" if keep else "forced_out"

    def _assemble(self, title, found):
        content = [each for each in self.looks if self.verdicts[each.number] in KEPT]
        lede = self._lede(content) if found.dated else None
        told = title_shapes.of_window(self.metadata.get("title"), self.names)
        heading = imprints.without_date(self.looks[title - 1].text) if title else told
        return Page(
            title=heading,
            lede=lede.text if lede else None,
            body=[each.text for each in content if each is not lede],
            captions=self._captions(title or 1, content[-1].number if content else 0),
            lines=list(self._lines()),
            language=bylines.language(" ".join([heading or "", *(each.text for each in content)])),
            outlet=self._outlet(content),
            **found.fields,
        )

    def _outlet(self, content):
        """The outlet's name: as described, as the page states it, its address, the name before the text."""
        told = (self.outlet or {}).get("name") or self.stated or outlets.host(self.metadata)
        return told or (outlets.opening(content[0].text) if content else None)

    def _lede(self, content):
        """The first of several lines, if it is a paragraph and no longer than ledes are."""
        if len(content) < 2 or not content[0].prose or content[0].words > LONGEST_LEDE:
            return None
        self.verdicts[content[0].number] = "lede"
        return content[0]

    def _captions(self, first, last):
        reach = range(first, last + CAPTIONS_BELOW + 1)
        shown = [each.text for each in self.looks if each.number in reach and self.verdicts[each.number] == "caption"]
        return list(dict.fromkeys(shown))

    def _lines(self):
        verdict = "blank"  # of the last line with words of its own
        for each in self.looks:
            own = verdict if each.kind == "wrapped" else self.verdicts[each.number]
            verdict = verdict if own in BETWEEN else own
            yield Line(each.number, tidy(self.raw[each.number - 1]), own in KEPT, reason(own), own)
