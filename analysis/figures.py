"""Text, date and title of an article come in; its figures, each a record with its evidence, go out.

    find(text, published, title) -> list[Figure]     of_article(article) -> list[dict]     table(articles) -> DataFrame

The sentence decides; what it leaves open is taken from the sentence before, the paragraph and the title, and the record
says so. What is not said stays None or [].
"""

from dataclasses import asdict, dataclass, replace

from analysis import measures, modality, periods, reading
from analysis.letters import nfc
from analysis.places import find as find_places
from analysis.places import pointers
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
        self.new_paragraph()

    def new_paragraph(self):
        """Forget the paragraph before."""
        self.earlier, self.last, self.meaning, self.period, self.mode = [], None, None, None, None

    def add(self, sentence):
        """Remember a sentence's text; its places are read only if asked for."""
        self.earlier.append(sentence)

    def partners(self, at, n, measure, own):
        """((codes), evidence) of the partner named before, or None where it would be a guess."""
        pointing = {hit.label for hit in at.points} if at is not None else {"both"}
        if self.last and self.last.partners and at is not None and not pointing & {"both"}:
            return self.last.partners, self.last.evidence if self.last.evidence != "sentence" else "paragraph"
        for place_lists in self._before(at, n):
            codes = _partner_of(place_lists, pointing)
            if codes:
                return (codes,), "sentence" if at is not None and place_lists and place_lists is self._own else "paragraph"
        codes = _partner_of(self.title, pointing)
        if codes and ("both" in pointing or "partner" in pointing or measure in measures.TRADE):
            return (codes,), "title"
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
        if "\n" in text[line_end:start]:
            context.new_paragraph()
        found += _of_sentence(sentence, start, context)
        context.add(sentence)
        line_end = end
    return found


def _of_sentence(sentence, offset, context):
    at = reading.read(sentence, context.published)
    if not at.quantities:
        return []
    state, figures = _State(context, at), []
    for n, quantity in enumerate(at.quantities):
        if quantity.doubt or quantity.value_min is None or _is_weather(at, n):
            continue
        figure = state.figure(n, offset)
        if figure:
            figures.append(figure)
    state.close()
    return figures


def _is_weather(at, n):
    words = set(at.words(at.quantities[n].first - 12, at.quantities[n].first))
    text = " ".join(at.words(0, len(at.found)))
    return bool({"ẩm", "gió", "mưa", "bão"} & words) and at.quantities[n].unit == "percent" and ("độ ẩm" in text or "nhiệt độ" in text)


class _State:
    """What the figures of one sentence hand on to the next one in it."""

    def __init__(self, context, at):
        self.context, self.at = context, at
        self.continues = _continues(at)
        self.meaning = context.meaning if self.continues or _no_cue(at) else None
        self.sides = context.last if self.continues or _no_cue(at) else None
        self.mode, self.period, self.money = (context.mode if self.continues else None), None, None
        self.last_figure = None

    def figure(self, n, offset):
        """The Figure of the n-th quantity, or None where it is none; remembers what the next one may need."""
        at, quantity = self.at, self.at.quantities[n]
        meaning = measures.meaning(at, n, self.meaning)
        if meaning is None:
            return None
        whole = sides(at, n, meaning, self._carried_sides(n), self.context)
        period, evidence = self._period(n, meaning, whole)
        base = meaning.of_measure or meaning.measure
        mode = modality.modality(at, n, self.mode, base, period, self.context.published)
        if period and evidence == "carried" and _kind(mode) != _kind(self.mode or mode):
            period, evidence = None, None
        if period is None and self.period is None:
            period, evidence = self._inherited(meaning, whole, mode)
        figure = _figure(at, n, offset, meaning, whole, period, evidence, mode)
        figure = self._as_equivalent(figure, n)
        self._remember(n, meaning, whole, period, mode, figure)
        return figure

    def _carried_sides(self, n):
        return self.sides

    def _period(self, n, meaning, whole):
        period, evidence = _own_period(self.at, n, self.period or self.context.period)
        if period is not None:
            return (period if period.kind != "unsaid" else None), evidence
        return (self.period, "carried") if self.period else (None, None)

    def _inherited(self, meaning, whole, mode):
        """The period of the figure before, where this sentence continues it."""
        before = self.context.period
        same = self.context.last and self.context.last.partners == whole.partners and whole.partners
        if before is None or _kind(mode) != "done" or any(p.kind == "unsaid" for p in self.at.periods):
            return None, None
        base = meaning.of_measure or meaning.measure
        known = self.context.meaning and (self.context.meaning.of_measure or self.context.meaning.measure)
        alike = base == known or base in measures.TRADE and known in measures.TRADE
        return (before, "paragraph") if (same or self.continues) and alike else (None, None)

    def _as_equivalent(self, figure, n):
        """A second currency in brackets or after "tương đương" repeats the amount before it."""
        before = " ".join(self.at.words(self.at.quantities[n].first - 5, self.at.quantities[n].first))
        last = self.money
        other = last and figure.unit == "money" and last.currency != figure.currency and figure.currency and last.currency
        if other and ("(" in before or "tương đương" in before or "khoảng" in before and "hay" in before):
            return replace(figure, equivalent_of=last.surface, measure=last.measure, reporter=last.reporter,
                           partners=last.partners, flow_direction=last.flow_direction, is_trade=last.is_trade,
                           period_start=last.period_start, period_end=last.period_end, modality=last.modality)  # fmt: skip
        return figure

    def _remember(self, n, meaning, whole, period, mode, figure):
        if modality.compared(self.at, n):
            return
        self.meaning, self.mode = meaning if meaning.measure != "other" or self.meaning is None else self.meaning, mode
        if whole.partners or self.sides is None:
            self.sides = whole
        self.period = period or self.period
        if figure.unit == "money" and not figure.equivalent_of:
            self.money = figure
        self.last_figure = figure

    def close(self):
        """Hand the sentence's result on to the next sentence of the paragraph."""
        if self.last_figure is None:
            return
        self.context.meaning, self.context.mode = self.meaning, self.mode
        self.context.last = self.sides if self.sides and self.sides.partners else self.context.last
        if _kind(self.mode) == "done":
            self.context.period = self.period or self.context.period


def _kind(mode):
    return "done" if mode in (None, "actual", "estimate") else "ahead"


_OPENINGS = ("trong đó", "riêng", "chiều", "con số", "trong số", "cụ thể", "mức này", "ở chiều", "ngược lại", "tuy nhiên", "đến năm", "sang năm", "còn", "đáng chú ý", "như vậy", "theo đó", "so với")


def _continues(at):
    """True where the sentence says that it goes on from the one before."""
    words = " ".join(at.words(0, 12))
    return words.startswith(_OPENINGS) or any(phrase in " ".join(at.words(0, len(at.found))) for phrase in ("con số này", "con số trên", "mức này", "con số đó"))


def _no_cue(at):
    return not [cue for cue in at.cues if cue.label != "neutral"]


def _figure(at, n, offset, meaning, whole, period, evidence, mode):
    quantity = at.quantities[n]
    low, high = sorted((meaning.sign * quantity.value_min, meaning.sign * quantity.value_max))
    trade = meaning.measure in measures.TRADE or meaning.of_measure in measures.TRADE
    return Figure(
        offset + quantity.start, offset + quantity.end, quantity.surface, at.text, low, high, quantity.unit,
        quantity.currency, quantity.qualifier, meaning.measure, meaning.of_measure, whole.reporter, list(whole.partners),
        whole.flow, period.start if period else None, period.end if period else None, mode,
        modality.negated(at, n), trade, whole.evidence, meaning.rule, quantity.per, meaning.delta,
        measures.goods_of(at, n), meaning.basis, evidence, None, None,
    )  # fmt: skip


_COMPARE = ("so với", "so cùng", "so với cùng", "so với mức", "so với mức của", "so với năm", "cùng kỳ", "so", "hơn", "so với thời điểm")
_INTO = {"vào", "trong", "của", "hồi", "cho", "ở", "(", "cả", "tính", "đạt", "được", "là", "tại", "thời", "điểm", "riêng", "ngay", "/"}


def _own_period(at, n, base):
    """The period the words give to the n-th quantity: right after it, else before it, else later in its clause."""
    direct = _after(at, n, adjacent=True)
    if direct and at.quantities[n].unit != "times":
        return _resolved(direct, base), direct.phrase
    shared = _period_in_turn(at, n)
    if shared:
        return shared, shared.phrase
    before = _before(at, n)
    if before:
        return _resolved(before, base), before.phrase
    later = _after(at, n, adjacent=False)
    if later and at.quantities[n].unit != "times":
        return _resolved(later, base), later.phrase
    return None, None


def _resolved(period, base):
    return periods.shifted(period, base) if period.kind == "same" else period


def _usable(at, period):
    """Days without "đến" date the news, not the figure; a period after "so với" is what is compared with."""
    return period.kind != "day" and not _is_comparison(at, period)


def _is_comparison(at, period):
    words = [token.text for token in at.found if token.end <= period.first][-6:]
    text = " ".join(words)
    if text.endswith(("so với", "so", "so với mức của", "so với mức", "hơn", "với", "so với cả", "so với cùng kỳ", "so cùng kỳ", "so với của")):
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
