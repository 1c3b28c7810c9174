"""Text, date and title of an article come in; its figures, each a record with its evidence, go out.

    find(text, published, title) -> list[Figure]     of_article(article) -> list[dict]     table(articles) -> DataFrame

The sentence decides; what it leaves open is taken from the sentence before, the paragraph and the title, and the record
says so. What is not said stays None or [].
"""

from dataclasses import asdict, dataclass, replace

from analysis import measures, modality, periods, reading
from analysis.letters import nfc
from analysis.places import find as find_places
from analysis.places import pointed, pointers
from analysis.sentences import sentences_at
from analysis.sides import HOME, Sides, sides


@dataclass(frozen=True)
class Figure:
    """One figure of a text: what it says, about whom, for when, and the words that say so.

    value_min, value_max are in base units (dollars, persons, tonnes); equal unless a range; a fall or a deficit is
    negative. start, end are offsets into the NFC text. period_start None with an end is a sum up to that date.
    """

    start: int
    end: int
    surface: str
    sentence: str
    value_min: float
    value_max: float
    unit: str
    currency: str | None
    qualifier: str
    measure: str
    of_measure: str | None
    reporter: str | None
    partners: list
    flow_direction: str | None
    period_start: str | None
    period_end: str | None
    modality: str
    negated: bool
    is_trade: bool
    partner_evidence: str
    rule: str
    per_unit: str | None = None
    delta: bool = False
    commodity: str | None = None
    basis: str | None = None
    period_evidence: str | None = None
    source_of_figure: str | None = None
    equivalent_of: str | None = None


class Context:
    """What earlier sentences of the paragraph, and the title, have said; asked only where a sentence leaves it open."""

    def __init__(self, title, published):
        self.published = periods.as_date(published)
        self.title = find_places(nfc(title)) if title else []
        stated = [p for p in periods.find(nfc(title), published) if p.stated] if title else []
        self.title_period = stated[0] if len(stated) == 1 and stated[0].kind in ("year", "months", "month", "quarter") else None
        self.topic, self.before, self.last, self.period, self.period_mode = None, None, None, None, None
        self.new_paragraph()

    def new_paragraph(self):
        """Forget the paragraph before, but for what its last figures were about."""
        self.before = (self.last, self.period, self.period_mode) if self.last else self.before
        self.earlier, self.last, self.meaning, self.mode = [], None, None, None
        self.period, self.period_mode, self.head = None, None, None

    def add(self, sentence):
        """Remember a sentence's text; its places are read only if asked for."""
        self.earlier.append(sentence)

    def goes_on(self, line):
        """True where a line belongs to the one before: the answer to a question, a breakdown, an item of a list."""
        if not self.earlier:
            return False
        opened = line.lower().startswith(("trong đó", "cụ thể", "qua đó", "ngược lại", "ở chiều", "còn ", "theo đó"))
        item = line[:1] in "-–—•+" and self.earlier[-1][:1] in "-–—•+"
        return opened or item or line[:1] in "-–—" and self.earlier[-1].endswith("?")

    def pair(self, code):
        """The two countries whose trade is spoken of, if `code` is one of them: of the last figures, else of the title."""
        for sides_ in (self.last, self.before[0] if self.before else None):
            if sides_ and len(sides_.partners) == 1 and code in (sides_.reporter, *sides_.partners):
                return sides_
        named = list(dict.fromkeys(p.code for p in self.title if p.kind in ("country", "bloc")))
        if len(named) == 2 and code in named and HOME not in named:
            return Sides(named[0], (named[1],), None, "title")
        return None

    def known(self):
        """The country that "nước này" points to, if earlier sentences or the title name one."""
        if self.last and self.last.partners:
            return self.last.partners[0]
        for named in (*(find_places(sentence) for sentence in reversed(self.earlier)), self.title):
            if code := _partner_of(named, {"partner"}):
                return code
        return None

    def up_to_now(self):
        """True where the sentence before moved on to "đến nay" without a figure."""
        said = self.earlier[-1].lower() if self.earlier else ""
        return not any(letter.isdigit() for letter in said) and ("đến nay" in said or "hiện nay" in said)

    def _heading(self):
        """The reading of the sentence before, if it announces figures without giving one."""
        if not self.earlier or self.meaning:
            return None
        at = reading.read(self.earlier[-1], self.published, marks=True)
        words = " ".join(token.text for token in at.found)
        told = at.cues or any(word in words for word in ("báo cáo", "thống kê", "số liệu", "bức tranh", "kết quả"))
        return at if told and not at.quantities else None

    def announced(self):
        """What the sentence before says the coming figures are, as a Meaning, or None."""
        at = self._heading()
        cues = [cue for cue in at.cues if cue.label in ("turnover", "export", "import", "visitors", "investment")] if at else []
        return measures.Meaning(measures.label_of(cues[-1])[0], None, 1, detail=cues[-1].label, rule="sentence before") if cues else None

    def announced_period(self):
        """The one period of such a sentence, or None."""
        at = self._heading()
        stated = [p for p in at.periods if p.stated and p.kind not in ("day", "same")] if at else []
        return stated[0] if len(stated) == 1 else None

    def partners(self, at, n, measure, own):
        """((codes), evidence, reporter or None) of the partner named before, or None where it would be a guess."""
        pointing = {hit.label for hit in at.points} if at is not None else {"both"}
        if self.last and self.last.partners and at is not None and not pointing & {"both"}:
            return self.last.partners, self.last.evidence if self.last.evidence != "sentence" else "paragraph", None
        for place_lists in self._before(at, n):
            codes = _partner_of(place_lists, pointing)
            if codes:
                return (codes,), "sentence" if at is not None and place_lists and place_lists is self._own else "paragraph", None
        codes = _partner_of(self.title, pointing)
        before = self.before[0] if self.before and pointing & {"both", "partner"} else None
        if before and before.partners and before.partners != ("WORLD",) and not codes:
            return before.partners, "paragraph", before.reporter
        if codes and ("both" in pointing or "partner" in pointing or measure in measures.TRADE):
            return (codes,), "title", None
        return None

    def _before(self, at, n):
        """Places of this sentence before the quantity, then of the earlier sentences, nearest first."""
        self._own = [p for p in at.places if p.first < at.quantities[n].first] if at is not None else []
        yield self._own
        for sentence in reversed(self.earlier):
            yield find_places(sentence)


def _partner_of(named, pointing):
    """The one country besides Viet Nam that these places name, or None where there is none or several."""
    allowed = ("country",) if pointing & {"both", "partner"} else ("country", "bloc")
    for weak in (False, True):
        codes = {p.code for p in named if p.kind in allowed and p.weak == weak and p.code not in (HOME, "WORLD", "SU")}
        if len(codes) == 1:
            return codes.pop()
        if codes:
            return _paired_with_home(named)
    codes = {p.code for p in named if p.kind == "seat" and p.code != HOME}
    return codes.pop() if len(codes) == 1 else None


def _paired_with_home(named):
    """Of several countries the one joined to Viet Nam ("Việt - Nga")."""
    codes = set()
    for one, two in zip(named, named[1:], strict=False):
        if one.paired and two.paired and HOME in (one.code, two.code) and one.code != two.code:
            codes.add(one.code if two.code == HOME else two.code)
    return codes.pop() if len(codes) == 1 else None


def find(text, published=None, title=None):
    """The figures of a text, in order, each a Figure; [] for text without any.

    >>> figure = find("Năm 2024, kim ngạch Việt Nam - Belarus đạt gần 52 triệu USD.", "2025-05-03")[0]
    >>> figure.value_min, figure.currency, figure.qualifier, figure.measure, figure.partners, figure.period_end
    (52000000.0, 'USD', 'nearly', 'turnover', ['BY'], '2024-12-31')
    """
    if not isinstance(text, str) or not text:
        return []
    text, context, found, line_end = nfc(text), Context(title, published), [], 0
    for sentence, start, end in sentences_at(text):
        if "\n" in text[line_end:start] and not context.goes_on(sentence):
            context.new_paragraph()
        found += _of_sentence(sentence, start, context)
        context.add(sentence)
        line_end = end
    return found


def _of_sentence(sentence, offset, context):
    at = reading.read(sentence, context.published)
    if not at.quantities:
        return []
    at.places = pointed(at.found, at.places, context.known())
    state = _State(context, at)
    for n, quantity in enumerate(at.quantities):
        if not (quantity.doubt or quantity.value_min is None or _is_weather(at, n)):
            state.read(n)
    state.settle()
    state.close()
    return [_figure(at, draft, offset) for draft in state.drafts]


def _is_weather(at, n):
    words = set(at.words(at.quantities[n].first - 12, at.quantities[n].first))
    return at.quantities[n].unit == "percent" and bool({"ẩm", "nhiệt", "mưa", "gió"} & words) and not at.cues


@dataclass
class _Draft:
    """A figure while its sentence is still being read."""

    n: int
    meaning: measures.Meaning
    sides: Sides
    period: periods.Period | None
    evidence: str | None
    mode: str
    equivalent_of: str | None = None
    currency: str | None = None


class _State:
    """The figures of one sentence, and what they hand on to each other and to the next sentence."""

    def __init__(self, context, at):
        self.context, self.at, self.drafts = context, at, []
        self.continues = _continues(at)
        self.meaning, self.sides = self._handed_over(context, at)
        self.mode = context.mode if self.continues else None
        self.period, self.money = None, None

    def _handed_over(self, context, at):
        """Meaning and sides from before: of the last figure for "trong đó", of the head for "con số này", else none."""
        if _breaks_down(at):
            return context.meaning or context.announced(), context.last
        if not (self.continues or _no_cue(at)):
            return None, None
        head = context.head or (context.topic if not context.meaning and _on_topic(at) else None)
        if head and (context.meaning is None or head[0].measure in measures.TRADE):
            return head
        return context.meaning or context.announced(), context.last

    def _goal_of_both(self, n, meaning):
        """ "hai nước đặt mục tiêu 1,5 tỷ USD": a goal of two countries in money, with no other word, is their trade."""
        at, quantity = self.at, self.at.quantities[n]
        both = any(hit.label == "both" for hit in at.points) and not measures.cues_before(at, n)
        goal = any(hit.label == "target" for hit in at.modal)
        if meaning.measure == "other" and quantity.unit == "money" and not quantity.per and both and goal:
            return measures.Meaning("turnover", None, detail="goal", rule="goal of both sides")
        return meaning

    def read(self, n):
        """Draft the n-th quantity, if it is a figure."""
        at, published = self.at, self.context.published
        meaning = measures.meaning(at, n, self.meaning)
        if meaning is None:
            return
        meaning = self._goal_of_both(n, meaning)
        whole = sides(at, n, meaning, self.sides, self.context, bool(self.drafts))
        period, evidence = self._period(n, meaning)
        base = meaning.of_measure or meaning.measure
        mode = modality.modality(at, n, self.mode, base, period, published, evidence)
        if evidence == "carried" and _kind(mode) != _kind(self.mode):
            period, evidence = None, None
        period = _as_said(at, n, period, meaning, mode)
        draft = _Draft(n, meaning, whole, period, evidence, mode)
        self._as_equivalent(draft)
        self.drafts.append(draft)
        self._remember(draft)

    def _period(self, n, meaning):
        if _is_price(self.at, n):
            period = _after(self.at, n, adjacent=True)
            return (period, period.phrase) if period and period.stated else (None, "price")
        period, evidence = _own_period(self.at, n, self.period or self.context.period, meaning)
        if period is not None:
            return (period if period.kind != "unsaid" else None), evidence
        return (self.period, "carried") if self.period else (None, None)

    def _as_equivalent(self, draft):
        """A second currency in brackets or after "tương đương" repeats the amount before it."""
        quantity = self.at.quantities[draft.n]
        before = " ".join(self.at.words(quantity.first - 5, quantity.first))
        if not self.money or quantity.unit != "money" or not quantity.currency:
            return
        one = self.at.quantities[self.money.n]
        if one.currency and one.currency != quantity.currency and ("(" in before or any(w in before for w in ("tương đương", "hay", "tức", "khoảng gần"))):
            draft.equivalent_of = one.surface
            draft.meaning, draft.sides, draft.mode = self.money.meaning, self.money.sides, self.money.mode
            draft.period, draft.evidence = self.money.period, self.money.evidence

    def _remember(self, draft):
        """What the next quantity may inherit; a level that is only compared with hands nothing on."""
        if modality.compared(self.at, draft.n) or _is_price(self.at, draft.n):
            return
        if draft.meaning.measure != "other" or self.meaning is None:
            self.meaning = draft.meaning
        if draft.sides.partners or self.sides is None:
            self.sides = draft.sides
        self.mode, self.period = draft.mode, draft.period or self.period
        if self.at.quantities[draft.n].unit == "money" and not draft.equivalent_of:
            self.money = draft

    def settle(self):
        """Fill in what only later words of the sentence, or the sentences before, can tell."""
        for place, draft in enumerate(self.drafts):
            if place + 1 < len(self.drafts):
                self._look_ahead(draft, self.drafts[place + 1])
        stated = {(p.start, p.end): p for p in self.at.periods if p.stated and p.kind not in ("day", "same") and not _is_comparison(self.at, p)}
        for draft in self.drafts:
            self._late_period(draft, list(stated.values()))
            if draft.period is None and draft.evidence is None:
                self._inherit(draft)

    def _look_ahead(self, draft, after):
        """A rate before its subject ("Tăng gần ba lần, khách Nga ... đạt 593 nghìn lượt") takes what the amount says."""
        rise = draft.meaning.rule == "no cue" and "từ" in self.at.words(self.at.quantities[draft.n].first - 6, self.at.quantities[draft.n].first)
        if rise and after.meaning.measure in (*measures.TRADE, "investment") and draft.meaning.measure == "other":
            draft.meaning, draft.sides = replace(after.meaning, delta=False, rule="subject after"), after.sides
        first = draft.meaning.measure == "growth_rate" and draft.meaning.of_measure == "other" and draft.meaning.cue is None
        name = after.meaning.of_measure or after.meaning.measure
        if first and name != "other":
            draft.meaning = replace(draft.meaning, of_measure=name, rule="subject after")
            draft.sides, draft.mode = after.sides, after.mode
            draft.period, draft.evidence = (draft.period, draft.evidence) if draft.period else (after.period, after.evidence)
        start = modality.is_start(self.at, after.n)
        end = next((d for d in self.drafts if d.n == after.n + 1), None)
        if draft.meaning.measure == "growth_rate" and start and end and draft.period is None:
            draft.period, draft.evidence = end.period, end.evidence

    def _late_period(self, draft, stated):
        """The one period of the sentence holds for all its figures, wherever it stands."""
        if draft.period is None and draft.evidence is None and len(stated) == 1:
            late = stated[0]
            done = not self.context.published or (late.start or late.end) <= self.context.published.isoformat()
            if done == (_kind(draft.mode) == "done") or draft.mode == "forecast":
                draft.period, draft.evidence = late, late.phrase

    def _inherit(self, draft):
        """The period of the sentence before, where this one continues it."""
        context, base = self.context, draft.meaning.of_measure or draft.meaning.measure
        if context.up_to_now() or any(p.kind == "unsaid" or p.phrase.lower() == "hôm nay" for p in self.at.periods) or self.at.quantities[draft.n].per == "year":
            return
        before = context.period if _kind(context.period_mode) == _kind(draft.mode) else None
        known = context.meaning and (context.meaning.of_measure or context.meaning.measure)
        same = _same_pair(context.last, draft.sides)
        alike = base == known or base in measures.TRADE and known in measures.TRADE
        if before and alike and (same or self.continues):
            draft.period, draft.evidence = before, "paragraph"
        elif (announced := context.announced_period()) and (self.continues or not before and base in measures.TRADE and _kind(draft.mode) == "done"):
            draft.period, draft.evidence = announced, "paragraph"
        elif self._goes_on(draft, base):
            draft.period, draft.evidence = context.before[1], "paragraph before"
        elif not context.period and base in measures.TRADE and _kind(draft.mode) == "done" and context.title_period:
            draft.period, draft.evidence = context.title_period, "title"

    def _goes_on(self, draft, base):
        """True where a new paragraph gives goods or parts of the trade that the paragraph before was about."""
        before = self.context.before
        told = base in ("export", "import", "balance") and (self.at.goods or self.continues or _breaks_down(self.at))
        return bool(before and before[1] and told and _same_pair(before[0], draft.sides) and _kind(draft.mode) == _kind(before[2]))

    def close(self):
        """Hand the sentence's result on to the next sentence of the paragraph."""
        if not self.drafts:
            return
        self.context.meaning, self.context.mode = self.meaning, self.mode
        first = next((d for d in self.drafts if (d.meaning.of_measure or d.meaning.measure) in measures.TRADE), None)
        if first and (self.context.head is None or not (_breaks_down(self.at) or self.continues)):
            meaning = first.meaning if first.meaning.measure in measures.TRADE else measures.Meaning(first.meaning.of_measure)
            self.context.head = self.context.topic = (meaning, first.sides)
        self.context.last = self.sides if self.sides and self.sides.partners else self.context.last
        dated = [d for d in self.drafts if d.period and not modality.compared(self.at, d.n)]
        if dated:
            self.context.period, self.context.period_mode = dated[-1].period, dated[-1].mode


def _same_pair(one, two):
    return bool(one and two.partners and {one.reporter, *one.partners} == {two.reporter, *two.partners})


def _is_price(at, n):
    """An amount per tonne, barrel or piece is a price: it has no period of its own unless one follows directly."""
    return at.quantities[n].per == "unit" and at.quantities[n].unit == "money"


def _kind(mode):
    return "done" if mode in (None, "actual", "estimate") else "ahead"


_OPENINGS = ("trong đó", "riêng", "chiều", "con số", "trong số", "cụ thể", "mức này", "ở chiều", "ngược lại", "tuy nhiên", "đến năm", "sang năm", "còn", "đáng chú ý", "như vậy", "theo đó", "so với", "với riêng", "hôm nay", "đồng thời", "bên cạnh đó", "ngoài ra", "kết quả là", "tức là", "tính theo", "quy đổi", "nếu tính", "tương đương", "cùng thời gian", "trong khi đó", "trước đó", "sau đó", "khi ấy", "nhưng")


def _breaks_down(at):
    """True where the sentence opens with a part of what was said before: "Trong đó", "Chiều nhập"."""
    return " ".join(at.words(0, 6)).startswith(("trong đó", "riêng", "chiều", "ở chiều", "ngược lại", "cụ thể", "trong số", "còn", "đứng sau", "tiếp đến", "tiếp theo"))


def _on_topic(at):
    """True where a sentence of a new paragraph without a cue still speaks of the article's trade."""
    words = " ".join(token.text for token in at.found)
    return bool(at.goods) or any(word in words for word in ("hải quan", "thống kê", "số liệu", "ghi nhận", "con số", "bộ công thương"))


def _as_said(at, n, period, meaning, mode):
    """The time of a statement is not the time of what it states: registered capital is a stock, a goal lies ahead."""
    if period is None or period.kind not in ("month", "year"):
        return period
    words = at.words(0, at.quantities[n].first)
    told = {"nêu", "ghi", "biết", "bố", "thống", "nhất", "đặt", "nói", "thông", "ký"} & set(words)
    before = period.last <= at.quantities[n].start
    if period.kind == "year":
        planned = meaning.measure in ("investment", "aid") and mode in ("target", "forecast", "estimate")
        return None if planned and before and told | {"dự", "tính"} & set(words) and _past(at, period) else period
    if meaning.measure == "investment" and before and told and not {"mới", "thêm", "trong"} & set(words):
        return replace(period, start=None, kind="stock")
    return None if _kind(mode) == "ahead" and before and told and _past(at, period) else period


def _past(at, period):
    return period.end <= (str(at.published) if at.published else "9999")


def _continues(at):
    """True where the sentence says that it goes on from the one before."""
    words = " ".join(at.words(0, 12))
    return words.startswith(_OPENINGS) or any(phrase in " ".join(at.words(0, len(at.found))) for phrase in ("con số này", "con số trên", "mức này", "con số đó", "con số ấy", "quy mô ấy", "quy mô này", "mức ấy", "mức đó", "của tháng", "tỷ lệ này", "kim ngạch này"))


def _no_cue(at):
    """True where no word before the first quantity says what is measured ("trị giá" and a bare "kim ngạch" do not)."""
    cues = [cue for cue in at.cues if cue.first < at.quantities[0].first]
    open_ = ("neutral", "turnover_weak", "price") if any(cue.label == "neutral" for cue in cues) else ("neutral", "turnover_weak")
    both = any(hit.label == "both" for hit in at.points) and bool(cues)
    return not both and all(cue.label in open_ for cue in cues)


def _figure(at, draft, offset):
    quantity, meaning, whole, period = at.quantities[draft.n], draft.meaning, draft.sides, draft.period
    low, high = sorted((meaning.sign * quantity.value_min, meaning.sign * quantity.value_max))
    trade = meaning.measure in measures.TRADE or meaning.of_measure in measures.TRADE
    return Figure(
        offset + quantity.start, offset + quantity.end, quantity.surface, at.text, low, high, quantity.unit or "money",
        quantity.currency, _qualifier(at, draft.n), meaning.measure, meaning.of_measure, whole.reporter,
        list(whole.partners), whole.flow, period.start if period else None, period.end if period else None, draft.mode,
        modality.negated(at, draft.n), trade, whole.evidence, meaning.rule, quantity.per, meaning.delta,
        measures.goods_of(at, draft.n), meaning.basis, draft.evidence if period else None, None, draft.equivalent_of,
    )  # fmt: skip


def _qualifier(at, n):
    """As printed, but "cao hơn 12%" and "cao hơn mức 4,58 tỷ" compare and do not qualify."""
    quantity = at.quantities[n]
    before = " ".join(at.words(quantity.first - 3, quantity.first))
    comparing = ("cao hơn", "thấp hơn", "nhiều hơn", "lớn hơn", "ít hơn", "kém hơn", "nhỉnh hơn", "vượt", "kém")
    rate = quantity.unit in ("percent", "percentage_point", "times") and before.endswith(comparing)
    level = modality.compared(at, n) and before.endswith(tuple(f"{word} mức" for word in comparing))
    return "exact" if rate or level else quantity.qualifier


_COMPARE = ("so với", "so cùng", "so với cùng", "so với mức", "so với mức của", "so với năm", "cùng kỳ", "so", "hơn", "so với thời điểm")
_INTO = {"vào", "trong", "của", "hồi", "cho", "ở", "(", "cả", "tính", "đạt", "được", "là", "tại", "thời", "điểm", "riêng", "ngay", "/"}


def _own_period(at, n, base, meaning):
    """The period the words give to the n-th quantity: right after it, else before it, else later in its clause."""
    compares = _compares_directly(at, n, meaning)
    direct = _after(at, n, adjacent=True)
    if direct and direct.kind == "unsaid" and direct.phrase.lower().endswith(" năm") and (before := _before(at, n)) and before.stated:
        return _resolved(before, base), before.phrase
    if direct and not (compares or direct.kind == "same" and at.quantities[n].unit == "percent"):
        return _resolved(direct, base), direct.phrase
    shared = _period_in_turn(at, n)
    if shared:
        return shared, shared.phrase
    before = _before(at, n)
    if before:
        return _resolved(before, base), before.phrase
    later = _after(at, n, adjacent=False)
    if later and not compares and not (later.kind == "same" and at.quantities[n].unit == "percent"):
        return _resolved(later, base), later.phrase
    return None, None


def _compares_directly(at, n, meaning):
    """ "gấp 3 lần năm 2019", "bằng 96% cùng kỳ": the period after it is what is compared with."""
    before = at.words(at.quantities[n].first - 4, at.quantities[n].first)
    return at.quantities[n].unit == "times" or meaning.measure == "share" and "bằng" in before


def _resolved(period, base):
    period = periods.shifted(period, base) if period.kind == "same" else periods.related(period, base)
    return period if period.stated or period.kind == "unsaid" else replace(period, kind="unsaid")


def _usable(at, period):
    """Days and "hồi tháng 3" date the news, not the figure; a period after "so với" is what is compared with."""
    before = [token.text for token in at.found if token.end <= period.first][-1:]
    return period.kind != "day" and before != ["hồi"] and not _is_comparison(at, period)


def _is_comparison(at, period):
    words = [token.text for token in at.found if token.end <= period.first][-6:]
    text = " ".join(words)
    if text.endswith(("so với", "so", "so với mức của", "so với mức", "so với cả", "so với cùng kỳ", "so cùng kỳ")):
        return True
    tail = " ".join(words[-4:])
    return "so với" in tail or (period.kind == "same" and "so" in words[-3:])


def _taken(at, n):
    """The period that directly follows the quantity before the n-th one belongs to that one."""
    return _after(at, n - 1, adjacent=True) if n else None


def _before(at, n):
    quantity, first = at.quantities[n], at.start_of(n)
    begin = at.found[first].start if first < len(at.found) else 0
    taken = _taken(at, n)
    found = [p for p in at.periods if begin <= p.first and p.last <= quantity.start and p is not taken and _usable(at, p)]
    stated = [p for p in found if p.kind != "unsaid"]
    return stated[-1] if stated else found[-1] if found else None


def _after(at, n, adjacent):
    quantity = at.quantities[n]
    end = at.clause_end(n)
    limit = at.found[end - 1].end if end > quantity.last else quantity.end
    for period in at.periods:
        if not quantity.end <= period.first <= limit or period.kind == "day":
            continue
        words = [token.text for token in at.found[quantity.last : end] if token.end <= period.first]
        if adjacent and not (len(words) <= 3 and all(word in _INTO for word in words)):
            return None
        return period if adjacent or not _is_comparison(at, period) else None
    return None


def _period_in_turn(at, n):
    """ "năm 2022, 2023 và 2024 lần lượt đạt A, B và C"."""
    group = measures.in_turn_group(at, n)
    if not group:
        return None
    first = at.quantities[group[0]].start
    named = [p for p in at.periods if p.last <= first and p.kind == "year"]
    return named[group.index(n)] if len(named) == len(group) else None


def of_article(article):
    """The figures of an article given as {"text", "published", "title"}, as a list of dictionaries."""
    return [asdict(figure) for figure in find(article.get("text") or "", article.get("published"), article.get("title"))]


def points_back(text):
    """True where a sentence speaks of both sides or of "this country" without naming it."""
    return bool(pointers().find(reading.read(text).found))


__all__ = ["Figure", "find", "of_article", "Sides"]
