"""One sentence's Reading and its Context come in; a draft for every figure in it goes out, settled among themselves."""

import re
from dataclasses import dataclass, replace

from analysis import meanings, measures, modality, periods, provinces, reading, related_periods, sources, ways
from analysis.attach import (
    a_year_on,
    after,
    as_said,
    dates_an_act,
    is_comparison,
    is_price,
    its_own,
    kind,
    own_period,
    plan_year,
)
from analysis.context import breaks_down, continues, no_cue, on_topic, same_pair
from analysis.parties import joined_list, turn_of_list
from analysis.sides import HOME, Sides, sides
from analysis.totals import of_all


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


_RANKS = (
    "chiếm",
    "góp",
    "xếp ngay",
    "đứng ngay",
    "xếp kế",
    "bám sát",
    "kế đến",
    "theo ngay",
    "về nhì",
    "đứng thứ",
    "xếp thứ",
    "xếp sau",
    "đứng sau",
    "đứng đầu",
    "dẫn đầu",
    "theo sau",
    "xếp hạng",
)
# "Kế tiếp là thị trường Trung Quốc", "Thứ ba là EU": the next in a row that the sentence before began.
_NEXT = re.compile(
    r"(?:kế tiếp|kế đến|tiếp đến|tiếp theo|tiếp sau|xếp sau|đứng sau|(?:đứng |xếp )?(?:ở )?(?:vị trí )?thứ "
    r"(?:hai|ba|tư|năm|sáu|bảy|\d+))(?: đó)?(?: là| về| đến)?(?!\w)"
)
_NTH = re.compile(r"(?<!\w)(?:lớn|đứng|xếp) thứ (?:hai|ba|tư|năm|sáu|bảy|\d+)(?!\w)")
_SUMS = (
    "tổng cộng", "cộng lại", "tính chung", "tổng là", "gộp lại", "gộp cả", "cộng cả", "cả hai chiều", "hai chiều cộng",
    "tính cả hai", "cộng hai", "gộp hai",
)  # fmt: skip
_NOW = ("hiện", "hiện nay", "hiện tại", "đến nay", "nay", "bây giờ", "tới nay")
_GOALS = ("kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán", "so với kế", "so với mục", "cả kế hoạch")
_TOTALS = ("trong tổng", "trong số", "trên tổng")
_SAME = ("con số", "phần của", "tỷ lệ", "tỷ trọng")
_OPENS = 2  # tokens before the name in "còn với Nga"
_NEVER = ("chưa bao giờ", "chưa khi nào", "chưa lúc nào", "chưa hề", "chưa từng")
_TURNS = ("song", "nhưng", "thực tế", "rốt cuộc")
_AGAINST = re.compile(r"[,;] (?:còn|trong khi|trong lúc|nhưng|thì|riêng)(?!\w)")
_AGAIN = ("này", "ấy", "đó", "nói trên", "kể trên", "trên đây", "vừa nêu", "đã nêu", "nêu trên")


class Drafts:
    """The figures of one sentence, and what they hand on to each other and to the next sentence."""

    def __init__(self, context, at):
        self.context, self.at, self.drafts = context, at, []
        self.continues = continues(at) or context.listed
        meaning, self.sides = self._handed_over(context, at)
        self.meaning = meaning and replace(meaning, cue=None)
        parts = context.mode == "estimate" and (self._ranks() or any(phrase in at.said for phrase in _SUMS))
        self.mode = context.mode if self.continues or parts else None
        self.period, self.money, self.undated = None, None, False
        self.province = context.province if meaning and not at.places else None
        self.goods = context.goods if self.sides is not None else None
        named = {quantity.currency for quantity in at.quantities if quantity.currency}
        unnamed = reading.currency_named(at.found) or context.currency if not named else None
        self.currency = named.pop() if len(named) == 1 else unnamed

    def _handed_over(self, context, at):
        """Meaning and sides from before: of the last figure for "trong đó", of the head for "con số này", else none."""
        if breaks_down(at) and (context.meaning or context.announced() or not (context.topic and at.places)):
            first = None if at.cues or context.ways - {"export", "import"} else context.title_topic
            return context.meaning or context.announced() or (first and first[0]), context.last
        if breaks_down(at):
            return context.topic
        if not (self.continues or no_cue(at)):
            return None, None
        head = context.head or (context.topic if not context.meaning and on_topic(at) else None)
        if head and (context.meaning is None or head[0].measure in meanings.TRADE):
            if head is context.topic and self._of_home(head[1]):
                return head[0], replace(head[1], partners=())
            one_flow = context.flows == {head[0].measure} <= {"export", "import"}
            return (replace(head[0], rule="one flow") if one_flow else head[0]), head[1]
        return context.meaning or context.announced(), context.last

    def _of_home(self, told):
        """True for "Việt Nam đã chi 1 tỷ USD để nhập khẩu ..." where only the title has named a partner: from all."""
        subject = any(p.code == HOME and p.role == "" and p.first < self.at.quantities[0].first for p in self.at.places)
        return subject and told.evidence == "title" and told.flow in ("export", "import")

    def _goal_of_both(self, n, meaning):
        """ "hai nước đặt mục tiêu 1,5 tỷ USD": a goal of two countries in money, with no other word, is their trade."""
        at, quantity = self.at, self.at.quantities[n]
        named = {
            p.code for p in at.places if p.first < quantity.first and p.kind in ("country", "bloc") and p.role == ""
        }
        two = any(hit.label == "both" for hit in at.points) or len(named) == 2
        both = (two or self._after_both_flows()) and not meanings.cues_before(at, n)
        goal = any(hit.label == "target" for hit in at.modal)
        open_ = meaning.measure in ("other", "export", "import")
        if open_ and quantity.unit == "money" and not quantity.per and both and goal:
            return meanings.Meaning("turnover", None, detail="goal", rule="goal of both sides")
        return meaning

    def read(self, n):
        """Draft the n-th quantity, if it is a figure."""
        at, published = self.at, self.context.published
        meaning = measures.meaning(at, n, self.meaning)
        if meaning is None:
            return
        meaning = ways.settled(self._goal_of_both(n, meaning), at, self.context, self.drafts)
        if row := self._row(n):
            meaning, self.sides = row
        if one := self._paired_with(n):
            meaning = replace(meaning, of_measure=one.meaning.of_measure or one.meaning.measure)
            self.sides, self.period = one.sides, one.period
        elif self._sums_up(n) or self._turns_to(n):
            meaning = meanings.Meaning("turnover", None, detail="sum", rule="sum of both ways")
        whole = sides(at, n, meaning, self.sides, self.context, bool(self.drafts))
        if self._turns_to(n):
            whole = self._one_more_partner(whole)
        whole = self._of_all_told(n, whole)
        meaning, whole = self._part_of_total(n, meaning, whole)
        period, evidence = self._period(n, meaning)
        base = meaning.of_measure or meaning.measure
        mode = modality.modality(at, n, self.mode, base, period, published, evidence)
        mode = "actual" if meaning.rule == "survey" else mode
        if evidence == "carried" and kind(mode) != kind(self.mode) and not self._same_time(n, mode, period):
            period, evidence = None, None
        period = as_said(at, n, period, meaning, mode)
        if period is None and mode == "target" and (planned := plan_year(at, n)):
            period, evidence = planned, planned.phrase
        draft = Draft(n, meaning, whole, period, evidence, mode, goods=self._goods(n, meaning))
        self.province = draft.province = provinces.of(at, n, base, whole.reporter, self.province)
        self._as_equivalent(draft)
        self._as_told(draft)
        self.drafts.append(draft)
        self._remember(draft)

    def _same_time(self, n, mode, period):
        """True for a goal that was met, and for a forecast of a time that is not over yet."""
        running = period and period.end and period.end >= str(self.context.published or "9999")
        planned = mode == "target" and modality.plan_beside(self.at, n)
        over = period and period.end and period.end <= str(self.context.published or "")
        words = " ".join(self.at.words(self.at.start_of(n), self.at.quantities[n].first))
        turned = mode == "actual" and over and any(phrase in words for phrase in _TURNS)
        return planned or modality.met(self.at, n) or mode == "forecast" and running or turned

    def _period(self, n, meaning):
        priced = meaning.detail == "price" and self.at.quantities[n].unit == "money"
        priced = priced or meaning.rule == "price" and meaning.measure == "other"
        if meaning.rule == "survey":
            return None, "survey"
        if is_price(self.at, n) or priced or meaning.rule == "growth of a price":
            period = after(self.at, n, adjacent=True)
            base = self.period or self.context.period
            period = related_periods.shifted(period, base) if period and period.kind == "same" else period
            return (period, period.phrase) if period and period.stated else (None, "price")
        before = self.context.period or (self.context.before and self.context.before[1])
        period, evidence = own_period(self.at, n, self.period or before, meaning)
        if period is not None and (named := self._this_month(period)):
            return named, evidence
        if period is not None:
            return (period if period.kind != "unsaid" else None), evidence
        return (self.period, "carried") if self.period or self.undated else (None, None)

    def _this_month(self, period):
        """The month of "Tháng 6, xuất khẩu cá ngừ giữ đà tăng." for "trong tháng này" right after it; else None."""
        if period.kind != "month" or not period.phrase.lower().endswith("tháng này") or not self.context.earlier:
            return None
        named = [p for p in periods.find(self.context.earlier[-1], self.context.published) if p.kind == "month"]
        return named[0] if len(named) == 1 and "này" not in named[0].phrase else None

    def _paired_with(self, n):
        """Of "A và B, tăng lần lượt 6% và 11%" the draft of A for the first rate, that of B for the second; or None."""
        group = meanings.rates_in_turn(self.at, n) if self.at.quantities[n].unit in ("percent", "times") else None
        before = [d for d in self.drafts if group and group[0] - len(group) <= d.n < group[0]]
        apart = {(d.sides.partners, d.meaning.measure, d.period) for d in before}
        told = before and len(before) == len(group) == len(apart)
        return before[group.index(n)] if told else None

    def _of_all_told(self, n, whole):
        """The sides of "tính chung cả ba thị trường": all that were told of before; else those found."""
        told = self.context.sides_told or self.context.announced_sides()
        together = of_all(self.at, n, told, {draft.n: draft.sides for draft in self.drafts})
        return replace(together, flow=whole.flow) if together else whole

    def _part_of_total(self, n, meaning, whole):
        """ "Việt Nam chỉ chiếm 1,4%" after a seller's total and what single buyers took: a part of that total."""
        head, known = self.context.head or (None, None)
        if self._flow_of_both(meaning, n, head):
            return replace(meaning, of_measure="turnover"), whole
        mirrored = {"export": "import", "import": "export"}.get(head.measure) if head else None
        own = meaning.cue is not None and meaning.cue >= self.at.start_of(n) and meaning.rule != "share dealt in"
        if (
            meaning.measure != "share"
            or meaning.of_measure != mirrored
            or own
            or known.partners not in ((), ("WORLD",))
        ):
            return meaning, whole
        named = {whole.reporter, *whole.partners} - {known.reporter, None}
        first, last = self.at.start_of(n), self.at.quantities[n].first
        places = [p.code for p in joined_list(self.at, [p for p in self.at.places if first <= p.first < last])]
        part = places if places and places[-1] in named else list(named) if len(named) == 1 else []
        if not part:
            return meaning, whole
        part = replace(known, partners=tuple(part), flow=head.measure, evidence="paragraph")
        return replace(meaning, of_measure=head.measure), part

    def _flow_of_both(self, meaning, n, head):
        """True for "Phần xuất của ta chiếm 46%" after a turnover: a flow as the part of it."""
        flow = meaning.measure == "share" and meaning.of_measure in ("export", "import") and meaning.cue is not None
        told = (
            flow
            and head
            and head.measure == "turnover"
            and not self.drafts
            and meaning.cue < self.at.quantities[n].first
        )
        words = self.at.words(meaning.cue, self.at.quantities[n].first) if told else []
        alone = {"chiếm", "góp", "là"} & set(words) and not self.at.goods and not {"trong", "tổng"} & set(words)
        last = self.at.quantities[n].first
        return bool(alone) and not any(place.code != HOME and place.first < last for place in self.at.places)

    def _sums_up(self, n):
        """True for "tổng cộng 15,8 tỷ USD" after an export and an import of this sentence or the one before."""
        words = " ".join(self.at.words(self.at.start_of(n), self.at.quantities[n].first)).strip(" ,;")
        before = [draft.meaning for draft in self.drafts]
        if not before and not meanings.cues_before(self.at, n):
            before = [meaning for meaning, _ in self.context.row]
        told = {"export", "import"} <= {meaning.measure for meaning in before}
        summed = any(phrase in words for phrase in _SUMS)
        summed = summed or words in ("tổng", "tổng số", "tổng khoảng", "tổng gần", "tổng hơn", "tổng đạt")
        quantity, named = self.at.quantities[n], {cue.label for cue in meanings.cues_before(self.at, n)}
        if len(named & {"export", "import"}) == 1 and "turnover" not in named:
            return False
        return told and summed and (quantity.unit == "money" or quantity.unit is None and quantity.scaled)

    def _turns_to(self, n):
        """True for "Còn với ta, cả năm chỉ 220 triệu USD" after both flows of others: the trade with this one."""
        bare = not self.drafts and self.context.flows >= {"export", "import"} and not self.at.cues
        first = self.at.places[0] if bare and self.at.places else None
        opens = first and first.role == "with" and first.first <= _OPENS
        return bool(opens and self.at.quantities[n].unit == "money" and self.at.quantities[n].scaled)

    def _one_more_partner(self, whole):
        """The sides of "còn với Kazakhstan" after Uzbekistan's trade with Russia: Uzbekistan and Kazakhstan."""
        last, code = self.context.last, self.at.places[0].code
        if not last or last.reporter in (None, HOME) or code in (last.reporter, HOME):
            return whole
        return replace(whole, reporter=last.reporter, partners=(code,)) if HOME not in last.partners else whole

    def _after_both_flows(self):
        """True for the first figure of a sentence without a word of trade after one that gave export and import."""
        told = {meaning.of_measure or meaning.measure for meaning, _ in self.context.row}
        return not self.drafts and not self.at.cues and told == {"export", "import"}

    def _row(self, n):
        """ "Cùng kỳ, con số tương ứng là A và B": the n-th figure is what the n-th of the sentence before was."""
        if pair := self._again_in_turn(n):
            return pair
        words = self.at.said
        money = [k for k, quantity in enumerate(self.at.quantities) if quantity.unit == "money"]
        row = self.context.row
        if (
            n in money
            and len(money) == len(row) > 1
            and ("tương ứng" in words or "lần lượt" in words)
            and no_cue(self.at)
        ):
            return row[money.index(n)]
        return None

    def _again_in_turn(self, n):
        """ "xuất khẩu A, nhập khẩu B; với Kyrgyzstan, hai con số tương ứng là C và D": C goes on from A, D from B."""
        if not self.drafts:
            return None
        group = meanings.in_turn_group(self.at, n) or self._two_rates(n)
        words = " ".join(self.at.words(self.at.start_of(group[0]), self.at.quantities[group[0]].first)) if group else ""
        before = (
            [d for d in self.drafts if d.n < min(group, default=0)][-len(group) :]
            if any(word in words for word in _SAME)
            else []
        )
        if (
            not group
            or len(before) != len(group)
            or len({d.meaning.of_measure or d.meaning.measure for d in before}) < 2
        ):
            return None
        if self.at.quantities[before[0].n].unit != self.at.quantities[n].unit:
            return None
        if self.at.quantities[n].unit == "percent" and {d.meaning.measure for d in before} != {"share"}:
            return None
        named = [
            p for p in self.at.places if self.at.start_of(group[0]) <= p.first < self.at.quantities[group[0]].first
        ]
        one = before[group.index(n)]
        return one.meaning, (replace(one.sides, partners=(named[-1].code,)) if named else one.sides)

    def _two_rates(self, n):
        """The numbers of "0,9% và 1,6%", of which the n-th is one, where no flow is named again; else []."""
        if self.at.quantities[n].unit != "percent":
            return []
        start = n if n + 1 in meanings.run(self.at, n) else n - 1
        group = meanings.run(self.at, start) if start >= 0 else []
        if len(group) != 2 or n not in group:
            return []
        named = [cue for cue in meanings.cues_before(self.at, start) if not self._closed(cue, start)]
        return [] if named else group

    def _closed(self, cue, n):
        """True for a word that a comma parts from the n-th quantity."""
        return bool({",", ";"} & set(self.at.words(cue.last, self.at.quantities[n].first)))

    def _goods(self, n, meaning):
        """The goods of the quantity; of the one before where no new flow is named ("năm 2021 là 81.818 tấn")."""
        own = measures.goods_of(self.at, n)
        flows = [cue for cue in meanings.cues_before(self.at, n) if cue.label not in ("neutral", "turnover_weak")]
        self.goods = own or (None if flows else self.goods)
        return self.goods

    def _as_equivalent(self, draft):
        """A second currency in brackets or after "tương đương" repeats the amount before it."""
        quantity = self.at.quantities[draft.n]
        before = " ".join(self.at.words(quantity.first - 5, quantity.first))
        if not self.money or quantity.unit != "money" or not quantity.currency:
            return
        one = self.at.quantities[self.money.n]
        if (
            one.currency
            and one.currency != quantity.currency
            and (
                "(" in before
                or any(w in before for w in ("tương đương", "hay", "tức"))
                or quantity.first - one.last <= 3
            )
        ):
            draft.equivalent_of = one.surface
            draft.meaning, draft.sides, draft.mode = self.money.meaning, self.money.sides, self.money.mode
            draft.period, draft.evidence = self.money.period, self.money.evidence

    def _looks_back(self, draft, first):
        """True for B in "năm nay đạt A, trong khi năm 2007 mới là B": what follows goes on from A."""
        if draft is first or (draft.period.end or "") >= (first.period.end or ""):
            return False
        words = " ".join(self.at.words(self.at.start_of(draft.n), self.at.quantities[draft.n].first))
        return words.startswith((", trong khi", "trong khi", ", trong lúc", ", mà"))

    def _amount(self, n):
        quantity = self.at.quantities[n]
        return quantity.value_min, quantity.value_max, quantity.unit, quantity.currency

    def _as_told(self, draft):
        """ "Với mức 3,6 tỷ USD này": the amount of an earlier sentence again, with all that was said of it there."""
        first = self.context.told.get(self._amount(draft.n))
        words = " ".join(self.at.words(self.at.quantities[draft.n].last, self.at.end_of(draft.n))[:3])
        if first and words.startswith(_AGAIN):
            draft.meaning, draft.sides, draft.mode = first.meaning, first.sides, first.mode
            draft.period, draft.evidence = first.period, first.evidence

    def _remember(self, draft):
        """What the next quantity may inherit; a level that is only compared with hands nothing on."""
        if modality.compared(self.at, draft.n) or is_price(self.at, draft.n):
            return
        if draft.meaning.rule == "growth of a price":
            return
        if draft.meaning.measure != "other" or self.meaning is None:
            self.meaning = draft.meaning
        if draft.sides.partners or self.sides is None or any(p.kind == "region" for p in self.at.places):
            self.sides = draft.sides
        if self._starts_then(draft):
            draft = replace(draft, period=None)
        if its_own(self.at, draft.n) and self.period is None:
            draft = replace(draft, period=None)
        if self._of_a_goal_met(draft):
            return
        ahead = modality.governing(self.at, draft.n) if modality.is_start(self.at, draft.n) else None
        self.undated = draft.period is None and (draft.evidence or "").lower() in _NOW
        self.mode, self.period = ahead or draft.mode, draft.period or (None if self.undated else self.period)
        if self.at.quantities[draft.n].unit == "money" and not draft.equivalent_of:
            self.money = draft

    def _starts_then(self, draft):
        """True for A in "nhích từ A cùng kỳ lên B": B is of the time spoken of."""
        then = draft.evidence and draft.evidence.lower().startswith("cùng")
        return bool(then and modality.is_start(self.at, draft.n))

    def _of_a_goal_met(self, draft):
        """True for the goal that what was done is held against: "vượt kế hoạch cả năm là 2,65 triệu tấn"; and for what
        part of it was done ("bằng 81% kế hoạch năm"). What follows goes on from what was done.
        """
        after = " ".join(self.at.words(self.at.quantities[draft.n].last, self.at.end_of(draft.n))[:3])
        part = draft.meaning.measure == "share" and after.startswith(_GOALS)
        done = self.mode in ("actual", "estimate", None) and self.drafts[:-1]
        return bool(part or done and draft.mode == "target" and modality.met(self.at, draft.n))

    def settle(self):
        """Fill in what only later words of the sentence, or the sentences before, can tell."""
        for place, draft in enumerate(self.drafts):
            later = self.drafts[place + 1 :]
            if later:
                self._listed_first(draft, later)
                self._look_ahead(draft, later[0])
                self._take_subject(draft, later)
        self.stated = self._stated()
        for draft, later in zip(self.drafts, self.drafts[1:], strict=False):
            self._joined_period(draft, later)
            self._part_years(draft, later)
            self._rate_of_before(later, draft)
        self._share_sides()
        for draft in self.drafts:
            self._late_period(draft, self.stated)
            if draft.period is None and draft.evidence is None:
                self._inherit(draft)

    def _look_ahead(self, draft, after):
        """A rate before its subject ("Tăng gần ba lần, khách Nga ... đạt 593 nghìn lượt") takes what that says."""
        first = (
            draft.meaning.measure == "growth_rate" and draft.meaning.of_measure == "other" and draft.meaning.cue is None
        )
        name = after.meaning.of_measure or after.meaning.measure
        if first and name != "other":
            draft.meaning = replace(draft.meaning, of_measure=name, rule="subject after")
            apart = draft.period and after.period and draft.period != after.period
            draft.sides, draft.mode = after.sides, draft.mode if apart else after.mode
            draft.period, draft.evidence = (
                (draft.period, draft.evidence) if draft.period else (after.period, after.evidence)
            )
        part = draft.meaning.rule == "rate" and after.meaning.measure == "share" and draft.meaning.cue is None
        if part and self.at.quantities[draft.n].unit == "percent":
            draft.meaning, draft.sides = replace(after.meaning, rule="subject after"), after.sides
        start = modality.is_start(self.at, after.n)
        end = next((d for d in self.drafts if d.n == after.n + 1), None)
        if draft.meaning.measure == "growth_rate" and start and end and draft.period is None:
            draft.period, draft.evidence = end.period, end.evidence

    def _listed_first(self, draft, later):
        """The rates of "Belarus và Kazakhstan dẫn đầu, lần lượt 46% và 33%, còn xuất khẩu sang Nga ..." are exports."""
        meaning, place = draft.meaning, turn_of_list(self.at, draft.n)
        if not place or meaning.measure != "growth_rate" or (meaning.cue or 10**6) < self.at.quantities[draft.n].last:
            return
        told = next((d for d in later if d.meaning.cue is not None and not turn_of_list(self.at, d.n)), None)
        of = told.meaning.of_measure if told and told.meaning.measure == "growth_rate" else None
        other = of not in ("export", "import") or meaning.of_measure not in ("other", of)
        if other or told.sides.reporter in (None, place.code):
            return
        draft.meaning = replace(meaning, of_measure=of, rule="flow after")
        draft.sides = replace(told.sides, partners=(place.code,))
        if draft.period is None:
            draft.period, draft.evidence = told.period, told.evidence

    def _take_subject(self, draft, later):
        """An amount before its subject ("So với 52 triệu USD của năm 2024, thương mại ... đạt 125 triệu USD")."""
        quantity = self.at.quantities[draft.n]
        if draft.meaning.rule != "no cue" or quantity.unit != "money" or not quantity.scaled:
            return
        if "trong đó" in " ".join(self.at.words(quantity.last, self.at.quantities[later[0].n].first)):
            return
        told = [
            d
            for d in later
            if (d.meaning.of_measure or d.meaning.measure) in (*meanings.TRADE, "investment")
            and d.meaning.cue is not None
        ]
        if told:
            meaning = told[0].meaning
            name = meaning.of_measure or meaning.measure
            draft.meaning, draft.sides = (
                meanings.Meaning(name, None, 1, rule="subject after", detail=meaning.detail),
                told[0].sides,
            )

    def _stated(self):
        """The periods of the sentence that are no day and nothing that is only compared with."""
        bound = [d.n for d in self.drafts if modality.compared(self.at, d.n) or its_own(self.at, d.n)]
        compared = [after(self.at, n, adjacent=True) for n in bound if len(self.drafts) > 1]
        stated = {
            (p.start, p.end): p
            for p in self.at.periods
            if p.stated
            and p.kind not in ("day", "same")
            and not is_comparison(self.at, p)
            and p not in compared
            and not dates_an_act(self.at, p)
        }
        return list(stated.values())

    def _share_sides(self):
        """Trade without a partner takes the one pair that the sentence names later ("xuất 780 triệu ... với Nga")."""
        self._share_among(meanings.TRADE)
        self._share_among(("visitors",))
        self._share_among(("investment",))

    def _followed_by_part(self, draft):
        """True for a total of which the next words give a part: "22 triệu khách, riêng Nga nửa triệu"."""
        quantity = self.at.quantities[draft.n]
        words = " ".join(self.at.words(quantity.last, self.at.end_of(draft.n))[:6])
        of_both = any(hit.label == "both" for hit in self.at.points)
        last = min((p.first for p in self.at.places if p.code != HOME), default=0)
        before = " ".join(self.at.words(self.at.start_of(draft.n), quantity.first))
        if any(phrase in before for phrase in _TOTALS):
            return not of_both
        words = words if last <= quantity.last else " ".join(self.at.words(quantity.last, last))
        return not of_both and any(phrase in words for phrase in (", riêng", ", trong đó", "; riêng", "; trong đó"))

    def _set_against(self, draft, trade):
        """True for A of "xuất khẩu của Việt Nam tăng A, còn xuất khẩu sang Nga tăng B": the whole beside a part."""
        later = next((d for d in trade if d.n > draft.n and d.sides.partners), None)
        base = draft.meaning.of_measure or draft.meaning.measure
        if later is None or base not in ("export", "import") or later.meaning.cue is None:
            return False
        last, quantity = later.meaning.cue, self.at.quantities[draft.n]
        again = last >= quantity.last and base == (later.meaning.of_measure or later.meaning.measure)
        words = " ".join(self.at.words(quantity.last, last)) if again else ""
        return bool(_AGAINST.search(words)) and not any(
            p.code != HOME and p.first < quantity.last for p in self.at.places
        )

    def _of_another(self, draft, known):
        """True where a country stands before the number that is no side of the known pair."""
        first, last = self.at.start_of(draft.n), self.at.quantities[draft.n].first
        apart = {p.code for p in self.at.places if first <= p.first < last and p.kind == "country" and not p.weak}
        return bool(apart - {HOME, known.reporter, *known.partners})

    def _share_among(self, names):
        trade = [d for d in self.drafts if (d.meaning.of_measure or d.meaning.measure) in names]
        parts = trade and all(d.meaning.measure == "share" for d in trade)
        told = [d for d in trade if d.sides.evidence == "sentence" and (parts or d.meaning.measure != "share")]
        told = {(d.sides.reporter, d.sides.partners): d.sides for d in told}
        if len(told) != 1:
            return
        known = next(iter(told.values()))
        for draft in trade:
            if self._followed_by_part(draft) or self._set_against(draft, trade) or self._of_another(draft, known):
                continue
            if not draft.sides.partners and draft.sides.reporter in (None, known.reporter):
                draft.sides = replace(
                    draft.sides, reporter=known.reporter, partners=known.partners, evidence="sentence"
                )

    def _rate_of_before(self, rate, level):
        """A rate without a time of its own has that of the level just before it, wherever that one's came from."""
        self._late_period(level, self.stated)
        if level.period is None and level.evidence is None:
            self._inherit(level)
        of = rate.meaning.measure == "growth_rate" and rate.meaning.of_measure == level.meaning.measure
        of = of and kind(rate.mode) == kind(level.mode)
        if of and rate.period is None and rate.evidence is None and level.period:
            rate.period, rate.evidence = level.period, level.evidence

    def _joined_period(self, draft, later):
        """The time behind B holds for A of "5.000 tấn cao su và 1.200 tấn tôm trong năm tới", too."""
        words = self.at.words(self.at.quantities[draft.n].last, self.at.quantities[later.n].first)
        joined = "và" in words and not {",", ";", "còn"} & set(words) and draft.mode == later.mode
        alike = joined and draft.meaning.measure == later.meaning.measure and draft.period is None
        if alike and draft.evidence is None and after(self.at, later.n, adjacent=False):
            draft.period, draft.evidence = later.period, later.evidence

    def _part_years(self, draft, after):
        """ "giai đoạn 2010-2020 ... từ 1,8 lên 4,85 tỷ": the first year's level, then the last year's."""
        span = draft.period
        if span and span.kind == "years" and span == after.period and modality.is_start(self.at, draft.n):
            draft.period = replace(span, end=f"{span.start[:4]}-12-31", kind="year")
            after.period = replace(span, start=f"{span.end[:4]}-01-01", kind="year")

    def _late_period(self, draft, stated):
        """The one period of the sentence holds for all its figures, wherever it stands, but for what never was."""
        if (
            draft.period is None
            and draft.evidence is None
            and len(stated) == 1
            and not modality.is_start(self.at, draft.n)
            and not self._never(draft)
        ):
            late = stated[0]
            done = not self.context.published or (late.start or late.end) <= self.context.published.isoformat()
            alone = len(self.drafts) == 1 or kind(draft.mode) == "done"
            alone = alone and not self._of_goal(late, draft)
            if alone and (done == (kind(draft.mode) == "done") or draft.mode == "forecast"):
                draft.period, draft.evidence = late, late.phrase

    def _never(self, draft):
        words = " ".join(self.at.words(0, self.at.quantities[draft.n].first))
        return any(phrase in words for phrase in _NEVER)

    def _of_goal(self, period, draft):
        """True for the time of a goal or forecast just before it: "3,6 tỷ, 4,6 tỷ và dự kiến 5 tỷ USD năm nay"."""
        held = [d for d in self.drafts if d.evidence == period.phrase and after(self.at, d.n, adjacent=True) == period]
        return kind(draft.mode) == "done" and any(kind(d.mode) == "ahead" for d in held)

    def _inherit(self, draft):
        """The period of the sentence before, where this one continues it."""
        context, base = self.context, draft.meaning.of_measure or draft.meaning.measure
        if modality.is_start(self.at, draft.n):
            return
        if base in meanings.TRADE and kind(draft.mode) == "done" and (span := self._as_compared(draft)):
            draft.period, draft.evidence = span, span.phrase
            return
        if (
            context.up_to_now()
            or any(
                p.kind == "unsaid" and not is_comparison(self.at, p) or p.phrase.lower() == "hôm nay"
                for p in self.at.periods
            )
            or self.at.quantities[draft.n].per in ("year", "month", "day", "person")
        ):
            return
        before = context.period if kind(context.period_mode) == kind(draft.mode) else None
        known = context.meaning and (context.meaning.of_measure or context.meaning.measure)
        told = not draft.sides.partners or draft.sides.evidence == "paragraph"
        same = same_pair(context.last, draft.sides) or context.last is None and told or bool(context.unit)
        alike = base == known or base in meanings.TRADE and known in (*meanings.TRADE, "other")
        same = same or base == known and context.last and context.last.reporter == draft.sides.reporter
        same = same or self._one_more_buyer(draft)
        if before and alike and (same or self.continues or base in meanings.TRADE and self._ranks()):
            draft.period, draft.evidence = before, "paragraph"
        elif (announced := context.announced_period()) and self._was_announced(draft, before, base, announced):
            draft.period, draft.evidence = announced, "paragraph"
        elif self._goes_on(draft, base):
            draft.period, draft.evidence = context.before[1], "paragraph before"
        elif self._of_markets(base) and context.whole_before:
            draft.period, draft.evidence = context.whole_before, "paragraph before"
        elif (
            not (context.period or context.dated)
            and base in meanings.TRADE
            and kind(draft.mode) == "done"
            and context.title_period
        ):
            draft.period, draft.evidence = context.title_period, "title"

    def _of_markets(self, base):
        """True for a sentence on single markets in a new paragraph, after what Viet Nam sold to or bought from all."""
        named = any(place.code != HOME and place.kind in ("country", "bloc") for place in self.at.places)
        told = "thị trường" in self.at.said or self.continues or self._ranks()
        return named and self.context.way == base and not self.context.period and told

    def _as_compared(self, draft):
        """The time of "tăng 12% so với 8 tháng đầu năm 2019" where no other is said: the same months a year later."""
        spans = [p for p in self.at.periods if p.kind == "months" and p.start and is_comparison(self.at, p)]
        span = a_year_on(spans[0]) if len(spans) == 1 and not modality.compared(self.at, draft.n) else None
        return span if span and span.end <= str(self.context.published or "9999") else None

    def _one_more_buyer(self, draft):
        """True for "Nga mua 11 nghìn tấn" after what Viet Nam sold to all, or to other buyers, when no time is said."""
        last = self.context.last
        if last and last.partners and last.partners == draft.sides.partners and last.reporter not in (None, HOME):
            return not any(p.stated for p in self.at.periods)
        to_home = draft.sides.partners == (HOME,) and not any(p.stated for p in self.at.periods)
        return bool(
            to_home and last and (last.partners == (HOME,) or (last.reporter, last.partners) == (HOME, ("WORLD",)))
        )

    def _ranks(self):
        """True where the sentence gives the places and parts in a total just told: "Nga chiếm 93%", "đứng thứ hai"."""
        words = self.at.said
        ranked = any(phrase in words for phrase in _RANKS) or _NEXT.match(words) or _NTH.search(words)
        return ranked and not any(p.stated for p in self.at.periods)

    def _was_announced(self, draft, before, base, announced):
        """True where the sentence before gave the time of what comes: of figures done, or of ones still ahead."""
        ahead = kind(draft.mode) == "ahead"
        if ahead:
            return announced.end >= str(self.context.published or "9999")
        return self.continues or not before and base in meanings.TRADE

    def _goes_on(self, draft, base):
        """True where a new paragraph gives goods or parts of the trade that the paragraph before was about."""
        before = self.context.before
        if not before or not before[1] or kind(draft.mode) != kind(before[2]) or base not in meanings.TRADE:
            return False
        told = base != "turnover" and (self.at.goods or self.continues or breaks_down(self.at))
        told = told or len(self.context.spans) == 1
        return bool(
            told and same_pair(before[0], draft.sides) or _NEXT.match(self.at.said) or _NTH.search(self.at.said)
        )

    def source(self):
        """The source of the sentence before, which holds for its breakdown: "Trong đó, xuất khẩu đạt ..."; or None."""
        return self.context.source if self.continues or breaks_down(self.at) else None

    def close(self):
        """Hand the sentence's result on to the next sentence of the paragraph."""
        if not self.drafts:
            return
        of_state = [d.sides.reporter for d in self.drafts if d.meaning.detail == "economy"]
        self.context.nation = of_state[-1] if of_state else self.context.nation
        told = [d.meaning.of_measure or d.meaning.measure for d in self.drafts]
        self.context.way = ([self.context.way] + [name for name in told if name in ("export", "import")])[-1]
        self.context.flows |= {*told} & {*meanings.TRADE}
        self.context.ways |= {*told} & {*meanings.TRADE}
        self.context.spans |= {(d.period.start, d.period.end) for d in self.drafts if d.period}
        for draft in self.drafts:
            self.context.told.setdefault(self._amount(draft.n), draft)
        if self.meaning or not self.context.meaning:  # a sentence of prices alone changes nothing
            self.context.meaning, self.context.mode, self.context.goods = self.meaning, self.mode, self.goods
        first = next((d for d in self.drafts if (d.meaning.of_measure or d.meaning.measure) in meanings.TRADE), None)
        head = self.context.head
        parts = (
            head
            and head[0].measure == "turnover"
            and first
            and first.meaning.measure != "turnover"
            and not self.at.places
        )
        if first and not parts and (head is None or not (breaks_down(self.at) or self.continues)):
            meaning = (
                first.meaning if first.meaning.measure in meanings.TRADE else meanings.Meaning(first.meaning.of_measure)
            )
            self.context.head = self.context.topic = (meaning, first.sides)
        self.context.last = self.sides if self.sides and self.sides.partners else self.context.last
        dated = [d for d in self.drafts if d.period and not modality.compared(self.at, d.n)]
        dated = [d for d in dated if not self._looks_back(d, dated[0])]
        dated = [d for d in dated if not (d.mode == "target" and modality.met(self.at, d.n))] or dated
        self.context.province, self.context.source = self.province, sources.of(self.at.text) or self.source()
        self.context.sides_told = [d.sides for d in self.drafts]
        self.context.row = [(d.meaning, d.sides) for d in self.drafts if self.at.quantities[d.n].unit == "money"]
        named = [self.at.quantities[d.n].currency for d in self.drafts if self.at.quantities[d.n].currency]
        self.context.currency = named[-1] if named else self.context.currency
        self.context.currencies.update(named)
        if dated:
            self.context.period, self.context.period_mode = dated[-1].period, dated[-1].mode
            self._remember_whole(dated[-1])

    def _remember_whole(self, draft):
        """Keep the time of a total for the markets that the next paragraph gives; "Riêng tháng 5" is only an aside."""
        if self.at.said.startswith("riêng") or draft.evidence == "title":
            return
        if (draft.meaning.of_measure or draft.meaning.measure) in meanings.TRADE:
            self.context.dated = True
        total = draft.sides.partners in ((), ("WORLD",)) and draft.sides.reporter == HOME
        if total and kind(draft.mode) == "done":
            self.context.whole = draft.period
