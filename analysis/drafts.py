"""One sentence's Reading and its Context come in; a draft for every figure in it goes out, settled among themselves."""

from dataclasses import dataclass, replace

from analysis import (
    buyers,
    commodities,
    handed_on,
    inherited_periods,
    later_subjects,
    meanings,
    measures,
    modality,
    parallels,
    parts_of_trade,
    periods,
    provinces,
    rankings,
    reading,
    retellings,
    said_periods,
    shared_periods,
    shared_sides,
    ways,
)
from analysis.attach import as_said, kind, plan_year
from analysis.continuations import breaks_down, continues
from analysis.parties import HOME
from analysis.sides import Sides, sides


@dataclass
class Draft:
    """A figure while its sentence is still being read."""

    n: int
    meaning: meanings.Meaning
    sides: Sides
    period: periods.Period | None
    evidence: str | None
    mode: str
    equivalent_of: str | None = None
    goods: str | None = None
    province: str | None = None
    currency: str | None = None


class Drafts:
    """The figures of one sentence, and what they hand on to each other and to the next sentence."""

    def __init__(self, context, at):
        self.context, self.at, self.drafts = context, at, []
        self.continues = continues(at) or context.listed
        at.shares_told = context.shares = context.tells_shares(self.continues)
        at.whole_of, at.sellers_told = context.divided, rankings.of_sellers(context.earlier[-1:])
        meaning, self.sides = handed_on.from_before(self, context, at)
        self.meaning = self.traded = meaning and replace(meaning, cue=None)
        parts = rankings.ranks(at) or any(phrase in at.said for phrase in parts_of_trade.SUMS)
        guessed = context.mode == "estimate"
        self.mode = context.mode if self.continues or parts and guessed else None
        self.mode = None if guessed and self._of_another_time() else self.mode
        self.period, self.money, self.undated = None, None, False
        rate = at.quantities[0].unit == "percent"
        at_home = any(place.code == HOME for place in at.places)
        self.province = context.province if (meaning or rate) and not at_home else None
        self.goods = context.goods if self.sides is not None else None
        named = {quantity.currency for quantity in at.quantities if quantity.currency}
        unnamed = reading.currency_named(at.found) or context.currency if not named else None
        self.currency = named.pop() if len(named) == 1 else unnamed

    def _of_another_time(self):
        """True for "Cụ thể, tháng 11 nhập khẩu đạt ..." after what was reckoned for another time."""
        told, first = self.context.period, self.at.quantities[0].start
        named = [p for p in self.at.periods if p.stated and p.start and p.kind != "day" and p.last <= first]
        return bool(told and named) and all((p.start, p.end) != (told.start, told.end) for p in named)

    def read(self, n):
        """Draft the n-th quantity, if it is a figure."""
        at, published = self.at, self.context.published
        meaning = measures.meaning(at, n, handed_on.known(self, n))
        if meaning is None:
            return
        meaning = ways.settled(parts_of_trade.goal_of_both(self, n, meaning), at, self.context, self.drafts)
        if row := parallels.row(self, n):
            meaning, self.sides = row
        if one := parallels.paired_with(self, n):
            meaning = replace(meaning, of_measure=one.meaning.of_measure or one.meaning.measure)
            self.sides, self.period = one.sides, one.period
        elif parts_of_trade.sums_up(self, n) or parts_of_trade.turns_to(self, n):
            meaning = meanings.Meaning("turnover", None, detail="sum", rule="sum of both ways")
        if self.context.way and self.context.earlier == []:
            meaning = parts_of_trade.growth_of_market(self, n, meaning)
        whole = sides(at, n, meaning, self.sides, self.context, bool(self.drafts))
        if parts_of_trade.turns_to(self, n):
            whole = parts_of_trade.one_more_partner(self, whole)
        meaning, whole = buyers.as_sold(self, n, meaning, parts_of_trade.of_all_told(self, n, whole))
        meaning, whole = parts_of_trade.part_of_total(self, n, meaning, whole)
        meaning, whole = parts_of_trade.part_of_sold(self, n, meaning, whole)
        period, evidence = said_periods.period_of(self, n, meaning)
        base = meaning.of_measure or meaning.measure
        mode = modality.modality(at, n, self.mode, base, period, published, evidence)
        mode = "actual" if meaning.rule == "survey" else mode
        if (
            evidence == "carried"
            and kind(mode) != kind(self.mode)
            and not said_periods.same_time(self, n, mode, period)
        ):
            period, evidence = None, None
        period = as_said(at, n, period, meaning, mode)
        if period is None and mode == "target" and (planned := plan_year(at, n)):
            period, evidence = planned, planned.phrase
        draft = Draft(n, meaning, whole, period, evidence, mode, goods=commodities.of(self, n, meaning, whole))
        self.province = draft.province = provinces.of(at, n, base, whole.reporter, self.province)
        retellings.as_equivalent(self, draft)
        retellings.as_told(self, draft)
        self.drafts.append(draft)
        handed_on.to_next_figure(self, draft)

    def settle(self):
        """Fill in what only later words of the sentence, or the sentences before, can tell."""
        for place, draft in enumerate(self.drafts):
            later = self.drafts[place + 1 :]
            if later:
                later_subjects.listed_first(self, draft, later)
                later_subjects.look_ahead(self, draft, later[0])
                later_subjects.take_subject(self, draft, later)
        self.stated = shared_periods.stated(self)
        for draft, later in zip(self.drafts, self.drafts[1:], strict=False):
            shared_periods.joined_period(self, draft, later)
            shared_periods.part_years(self, draft, later)
            shared_periods.level_of_rate(self, draft, later)
            shared_periods.rate_of_before(self, later, draft)
        shared_sides.share(self)
        for draft in self.drafts:
            shared_periods.late_period(self, draft, self.stated)
            if draft.period is None and draft.evidence is None:
                inherited_periods.inherit(self, draft)

    def close(self):
        """Hand the sentence's result on to the next sentence of the paragraph."""
        handed_on.to_next_sentence(self)

    def source(self):
        """The source of the sentence before, which holds for its breakdown: "Trong đó, xuất khẩu đạt ..."; or None."""
        return self.context.source if self.continues or breaks_down(self.at) else None
