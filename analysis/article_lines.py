"""The looks of a page and which of them are the article come in; an Article goes out: what its lines are together.

Tables, questions, a graphic's words, paragraphs that present other articles: found once a page, for analysis.verdicts.
"""

from dataclasses import dataclass, field

from analysis import (
    blocks,
    bylines,
    chapters,
    kinship,
    ordinals,
    overlap,
    picture_names,
    pictures,
    short_lines,
    teasers,
    told_tables,
)
from analysis.lines import Look
from analysis.once import once

FEWEST_DRAWN = 3  # lines of a graphic


@dataclass(frozen=True)
class Article:
    """All lines of a page and those between the article's first and last, in order; a place is one in `content`.

    `verdicts` are those given so far, {line number: verdict}.
    """

    looks: list[Look]
    content: list[Look]
    title: int | None
    verdicts: dict[int, str] = field(default_factory=dict)

    @once
    def places(self) -> dict[int, int]:
        """{line number: place} of the article's lines."""
        return {each.number: place for place, each in enumerate(self.content)}

    @property
    def first(self) -> int:
        """The number of its first line; behind the page's last if there is none."""
        return self.content[0].number if self.content else len(self.looks) + 1

    @property
    def last(self) -> int:
        """The number of its last line, 0 if there is none."""
        return self.content[-1].number if self.content else 0

    @once
    def head(self) -> str | None:
        """The key of the title."""
        return next((each.key for each in self.looks if each.number == self.title), None)

    @once
    def shown(self) -> list[Look]:
        """The lines of the page that count (analysis.blocks)."""
        return [each for each in self.looks if each.kind not in blocks.UNSEEN]

    @once
    def prose(self) -> list[Look]:
        """Its paragraphs."""
        return [each for each in self.content if each.prose]

    @once
    def said(self) -> overlap.Bag:
        """The words of its paragraphs."""
        return overlap.joined(self.prose)

    @once
    def language(self) -> str | None:
        """The language of its paragraphs."""
        return bylines.language(" ".join(each.text for each in self.prose))

    @once
    def parted(self) -> bool:
        """Do blank lines part its paragraphs?"""
        return kinship.spaced(self.content)

    @once
    def marked(self) -> bool:
        """Does the markup of the web page tell the article from what is around it?"""
        return sum(each.hint in blocks.OUTSIDE for each in self.prose) < 0.5 * len(self.prose)

    @once
    def told(self) -> bool:
        """Has the page a title, or does it begin with the article's text?"""
        seen = [each for each in self.looks if each.kind not in blocks.UNSEEN]
        return bool(self.title) or blocks.opens_with_text(seen)

    @once
    def captioned(self) -> set[int]:
        """The line numbers of captions by where they stand."""
        found = pictures.captioned(self.looks)
        if self.head:
            found = found | picture_names.below_name(self.looks, self.head)
            found |= picture_names.below_plain_name(self.looks, self.head)
            found |= picture_names.with_title(self.looks, self.head)
        return found - self.heads

    @once
    def drawn(self) -> set[int]:
        """The places of a graphic's words: the short lines right above "Đồ họa: ..." or another credit."""
        found, run = set(), []
        for each in self.looks:
            if each.kind == "credit" and len(run) >= FEWEST_DRAWN:
                found.update(run)
            if each.prose or each.kind in ("credit", "row"):
                run = []
            elif each.kind not in ("blank", "placeholder", "caption"):
                run.append(each.number)
        return {self.places[number] for number in found if number in self.places}

    @once
    def verses(self) -> set[int]:
        """The places of verses."""
        return short_lines.verses(self.content)

    @once
    def _cells(self):
        return short_lines.cells(self.content) - short_lines.figure_cards(self.content) - self.counted

    @once
    def tables(self) -> set[int]:
        """The places of its own tables' cells, saved one a line, and of verses."""
        own = short_lines.own_cells(self.content, self._cells) | told_tables.told(self.content, self._cells)
        return (own | self.verses) - self.drawn

    @once
    def facts(self) -> set[int]:
        """The places of the lines of a box of facts."""
        return short_lines.facts(self.content) if self.told else set()

    @once
    def counted(self) -> set[int]:
        """The places of the lines that count up the parts of one thing."""
        return ordinals.counted(self.content) if self.told else set()

    @once
    def boards(self) -> set[int]:
        """The places of the cells of others' tables: rates, prices, weather."""
        return self._cells - self.tables

    @once
    def cards(self) -> set[int]:
        """The places of figures drawn out of the text."""
        return short_lines.cards(self.content) - self.tables

    @once
    def questions(self) -> set[int]:
        """The places of an interview's questions."""
        return short_lines.questions(self.content)

    @once
    def heads(self) -> set[int]:
        """The line numbers of the heads of its own parts: items, moments, chapters."""
        return chapters.heads([each for each in self.looks if each.kind not in blocks.UNSEEN], self.title)

    @once
    def blurbs(self) -> set[int]:
        """The places of paragraphs that present other articles, or the company that sent the text."""
        lists = teasers.teaser_lists(self.content) | (teasers.pasted(self.content) if self.parted else set())
        paragraphs = (place for place, each in enumerate(self.content) if each.prose and not each.text.endswith("./."))
        found = {place for place in paragraphs if place in lists or place and self._presents(place)}
        return found - chapters.below(self.content, self.heads) - self.tables

    def _presents(self, place):
        if not self.content[place].running and teasers.boxed(self.content, place):
            return True
        if teasers.carded(self.content, place) or teasers.told_about(self.content, place):
            return True
        if teasers.stuck(self.content, place, self.parted):
            return True
        return teasers.teaser(self.content, place, self.head, self.parted)

    def prose_at(self, place: int) -> bool:
        """Is there a paragraph at the place?"""
        return 0 <= place < len(self.content) and self.content[place].prose

    def beside(self, place: int) -> list[Look]:
        """The article's lines right above and below the place."""
        return self.content[max(0, place - 1) : place] + self.content[place + 1 : place + 2]
