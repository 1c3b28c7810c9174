"""Text, date and title of an article come in; its figures, each a record with its evidence, go out.

    find(text, published, title) -> list[Figure]     of_article(article) -> list[dict]     table(articles) -> DataFrame

The sentence decides; what it leaves open is taken from the sentence before, the paragraph and the title, and the record
says so. What is not said stays None or [].
"""

from dataclasses import asdict, dataclass

from analysis import measures, modality, reading
from analysis.context import Context
from analysis.drafts import Drafts
from analysis.letters import nfc
from analysis.places import pointed
from analysis.sentences import sentences_at


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
    state = Drafts(context, at)
    for n, quantity in enumerate(at.quantities):
        if not (quantity.doubt or quantity.value_min is None or _is_weather(at, n)):
            state.read(n)
    state.settle()
    state.close()
    return [_figure(at, draft, offset) for draft in state.drafts]


def _is_weather(at, n):
    words = set(at.words(at.quantities[n].first - 12, at.quantities[n].first))
    return at.quantities[n].unit == "percent" and bool({"ẩm", "nhiệt", "mưa", "gió"} & words) and not at.cues


def _figure(at, draft, offset):
    quantity, meaning, whole, period = at.quantities[draft.n], draft.meaning, draft.sides, draft.period
    low, high = sorted((meaning.sign * quantity.value_min, meaning.sign * quantity.value_max))
    trade = meaning.measure in measures.TRADE or meaning.of_measure in measures.TRADE
    return Figure(
        offset + quantity.start, offset + quantity.end, quantity.surface, at.text, low, high, quantity.unit or ("persons" if meaning.measure in ("visitors", "students") else "money"),
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


def of_article(article):
    """The figures of an article given as {"text", "published", "title"}, as a list of dictionaries."""
    return [
        asdict(figure) for figure in find(article.get("text") or "", article.get("published"), article.get("title"))
    ]
