"""Text, date and title of an article come in; its figures, each a record with its evidence, go out.

    find(text, published, title) -> list[Figure]     of_article(article) -> list[dict]

The sentence decides; what it leaves open is taken from the sentence before, the paragraph and the title, and the record
says so. What is not said stays None or [].
"""

import hashlib
import re
from dataclasses import dataclass

from analysis import (
    clauses,
    datelines,
    elsewhere,
    growth,
    larger_wholes,
    meanings,
    modality,
    reading,
    sources,
    taken_back,
)
from analysis.context import Context
from analysis.drafts import Drafts
from analysis.earlier_partners import bloc_told, pointed_at
from analysis.letters import nfc
from analysis.places import pointed
from analysis.sentences import sentences_at


@dataclass(frozen=True)
class Figure:
    """One figure of a text: what it says, about whom, for when, and the words that say so.

    value_min, value_max are in base units (dollars, persons, tonnes); equal unless a range; a fall or a deficit is
    negative. start, end are offsets into the NFC text. period_start None with an end is a sum up to that date.
    province is the one whose figure it is, or the partner's region, as printed ("tỉnh" where it is not named); None for
    the country. basis says what a growth is measured against: yoy, previous, average, or the year that is named.
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
    province: str | None = None


def find(text, published=None, title=None):
    """The figures of a text, in order, each a Figure; [] for text without any.

    >>> figure = find("Năm 2024, kim ngạch Việt Nam - Belarus đạt gần 52 triệu USD.", "2025-05-03")[0]
    >>> figure.value_min, figure.currency, figure.qualifier, figure.measure, figure.partners, figure.period_end
    (52000000.0, 'USD', 'nearly', 'turnover', ['BY'], '2024-12-31')
    """
    if not isinstance(text, str) or not text:
        return []
    text, context, found, line_end = datelines.hidden(nfc(text)), Context(title, published), [], 0
    for sentence, start, end in _bounded(sentences_at(text)):
        if "\n" in text[line_end:start] and not context.goes_on(sentence):
            context.new_paragraph()
        made = larger_wholes.opened(found, _of_sentence(sentence, start, context))
        found = taken_back.denied(found, sentence, made) + made
        context.add(sentence, bool(made))
        line_end = end
    return found


# The longest sentence of the sample pages has 918 characters; a longer one is a page without full stops.
_LONGEST = 1000


def _bounded(found):
    """The sentences, cut at a space where one is longer than any real one, so that time grows in line with the text."""
    for sentence, start, end in found:
        while len(sentence) > _LONGEST:
            cut = sentence.rfind(" ", 1, _LONGEST)
            cut = cut if cut > 0 else _LONGEST
            yield sentence[:cut], start, start + cut
            sentence, start = sentence[cut:], start + cut
        yield sentence, start, end


def _of_sentence(sentence, offset, context):
    at = reading.read(sentence, context.published, unit=context.unit_for(sentence))
    if not at.quantities:
        return []
    if at.points:
        known = pointed_at(context, {place.code for place in at.places})
        bloc = bloc_told(context) if any(hit.label == "bloc" for hit in at.points) else None
        at.places = pointed(at.found, at.places, known, bloc)
    at.places = clauses.of_the_main(at, context)
    state = Drafts(context, at)
    for n, quantity in enumerate(at.quantities):
        if not (
            quantity.doubt or quantity.value_min is None or _is_weather(at, n) or _is_grade(at, n) or _is_ratio(at, n)
        ):
            state.read(n)
    state.settle()
    for draft in state.drafts:
        draft.sides = elsewhere.settled(at, draft, context.largest)
        if elsewhere.unsaid(at, draft, draft is state.drafts[0]):
            draft.meaning, draft.sides = elsewhere.NOTHING_SAID
    found = [_figure(at, draft, offset, state) for draft in state.drafts]
    state.close()
    return found


def _is_weather(at, n):
    words = set(at.words(at.quantities[n].first - 12, at.quantities[n].first))
    return at.quantities[n].unit == "percent" and bool({"ẩm", "nhiệt", "mưa", "gió"} & words) and not at.cues


def _is_ratio(at, n):
    """True for "cứ 100 USD hàng bán sang EAEU thì 88 USD là ở Nga", "cứ 1 người đi thì 7 người đến": no amount."""
    quantity = at.quantities[n]
    counts = quantity.unit in ("money", "persons", "tonnes") and not quantity.scaled
    return counts and "cứ" in at.words(0, quantity.first)


def _is_grade(at, n):
    """True for the sort of a good: "gạo 5% tấm", "2% đen vỡ"."""
    after = at.words(at.quantities[n].last, at.quantities[n].last + 2)
    return at.quantities[n].unit == "percent" and (after[:1] in (["tấm"], ["đạm"], ["cồn"]) or after == ["đen", "vỡ"])


PERSONS = ("visitors", "students")


def _figure(at, draft, offset, state):
    quantity, meaning, whole, period = at.quantities[draft.n], draft.meaning, draft.sides, draft.period
    low, high = sorted((meaning.sign * quantity.value_min, meaning.sign * quantity.value_max))
    return Figure(
        start=offset + quantity.start,
        end=offset + quantity.end,
        surface=quantity.surface,
        sentence=at.text,
        value_min=low,
        value_max=high,
        unit=quantity.unit or ("persons" if _of_persons(meaning) else "money"),
        currency=_currency(quantity, draft, state.currency),
        qualifier=_qualifier(at, draft.n, meaning),
        measure=meaning.measure,
        of_measure=meaning.of_measure,
        reporter=whole.reporter,
        partners=list(whole.partners),
        flow_direction=whole.flow,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        modality=draft.mode,
        negated=modality.negated(at, draft.n),
        is_trade=meaning.measure in meanings.TRADE or meaning.of_measure in meanings.TRADE,
        partner_evidence=whole.evidence,
        rule=meaning.rule,
        per_unit=quantity.per,
        delta=meaning.delta,
        commodity=draft.goods,
        basis=meaning.basis and growth.base(at, draft.n, meaning.basis, period),
        period_evidence=draft.evidence if period else None,
        source_of_figure=sources.of(at.text, quantity.start) or state.source(),
        equivalent_of=draft.equivalent_of,
        province=draft.province,
    )


def _of_persons(meaning):
    return meaning.measure in PERSONS or meaning.detail == "people"


def _currency(quantity, draft, named):
    """As printed, else the one currency of the sentence; roubles of the Soviet Union are SUR, not RUB."""
    if quantity.currency is None:
        return named if quantity.unit in (None, "money") and not _of_persons(draft.meaning) else None
    before = draft.period and draft.period.end and draft.period.end < "1992"
    soviet = before or "SU" in (draft.sides.reporter, *draft.sides.partners)
    return "SUR" if quantity.currency == "RUB" and soviet else quantity.currency


_COMPARING = (
    "cao hơn", "thấp hơn", "nhiều hơn", "lớn hơn", "ít hơn", "kém hơn", "nhỉnh hơn", "rẻ hơn", "đắt hơn", "vượt", "kém",
)  # fmt: skip


def _qualifier(at, n, meaning):
    """As printed, but "cao hơn 12%" and "cao hơn mức 4,58 tỷ" compare; a share "vượt 60%" is over it."""
    quantity = at.quantities[n]
    before = " ".join(at.words(quantity.first - 3, quantity.first))
    after = " ".join(at.words(quantity.last, quantity.last + 3))
    part = meaning.measure == "share" and before.endswith("vượt") and not after.startswith(("so", "kế", "mục", "chỉ"))
    rate = (
        not part
        and before.endswith(_COMPARING)
        and (quantity.unit in ("percent", "percentage_point", "times") or after.startswith(("so với", "so cùng")))
    )
    level = modality.compared(at, n) and before.endswith(tuple(f"{word} mức" for word in _COMPARING))
    change = meaning.delta and before.endswith(_COMPARING)
    return "exact" if rate or level or change else quantity.qualifier


def of_article(article):
    """The figures of an article, as JSON-able dictionaries: the Figure's fields, part, repeat_of, counted_by and told.

    `part` is title, text or caption; `told` stands for what makes two figures the same fact. `article` has "text" and,
    where known, "title", "published", "captions" (a list) and "language". A page in another language than Vietnamese
    has none: it is not read.
    """
    if article.get("language") not in (None, "", "vi"):
        return []
    published, title = article.get("published"), article.get("title")
    parts = [("text", article.get("text")), ("title", title)]
    parts += [("caption", caption) for caption in article.get("captions") or []]
    found = []
    for part, text in parts:
        figures = find(text or "", published, None if part == "title" else title)
        found += [{"part": part, **vars(figure)} for figure in figures]
    return _with_repeats(found)


def _with_repeats(found):
    """Each figure with `told`, `counted_by` and `repeat_of`: the number of the one that told the same fact first."""
    side = {name: sources.side(name) for name in {figure["source_of_figure"] for figure in found}}
    first = {}
    for number, figure in enumerate(found):
        told = figure["told"] = short(repr(_fact(figure)))
        figure["counted_by"] = side[figure["source_of_figure"]] if _counted(figure) else None
        figure["repeat_of"] = first.get(told)
        first.setdefault(told, number)
    return found


def _fact(figure):
    """What makes two figures of one page the same fact; a headline often leaves period and qualifier out."""
    pair = tuple(sorted({figure["reporter"] or "", *figure["partners"]}))
    return (
        figure["value_min"],
        figure["value_max"],
        figure["unit"],
        figure["currency"],
        figure["of_measure"] or figure["measure"],
        figure["measure"],
        pair,
        figure["modality"] in ("target", "forecast"),
    )


def _counted(figure):
    """True for statistics: a goal, a forecast or a pledge is counted by nobody, whoever tells it."""
    before = figure["sentence"].lower().partition(figure["surface"].lower())[0]
    return figure["modality"] in ("actual", "estimate") and not _PLEDGED.search(before)


_PLEDGED = re.compile(r"(?<!\w)(?:cam kết|hứa|hứa hẹn|sẵn sàng|đề nghị|đề xuất|tuyên bố sẽ)(?!\w)[^;,]*$")


def short(text):
    """Ten letters that stand for a text."""
    return hashlib.sha1(text.encode()).hexdigest()[:10]


def unread(text, published=None):
    """Numbers that look like figures and cannot be read with certainty: a list of (surface, sentence, doubt).

    doubt: why, a key of [doubt] in rules/texts.
    """
    found = []
    for sentence, _, _ in sentences_at(nfc(text)) if isinstance(text, str) else []:
        for quantity in reading.read(sentence, published).quantities:
            if quantity.doubt and quantity.unit is not None:
                found.append((quantity.surface, sentence, quantity.doubt))
    return found
