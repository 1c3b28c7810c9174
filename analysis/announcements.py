"""The Context of a sentence comes in; what the sentence before it announces goes out: a measure, partners, a period."""

from analysis import meanings, periods, reading
from analysis.parties import HOME, Sides, joined_list

_HEADINGS = (
    "turnover", "turnover_weak", "export", "import", "visitors", "investment", "export_market", "import_market",
)  # fmt: skip
_ANNOUNCES = ("báo cáo", "thống kê", "số liệu", "bức tranh", "kết quả")
# Days; "năm 2024" in March 2026 may be the year of an agreement as well as that of the trade.
_RECENT = 456


def announced_meaning(context):
    """What the sentence before says the coming figures are, as a Meaning, or None."""
    at = _heading(context)
    cues = [cue for cue in at.cues if cue.label in _HEADINGS] if at else []
    cues = [cue for cue in cues if cue.label in meanings.TRADE] or cues
    if not cues:
        return None
    measure = meanings.label_of(cues[-1])[0]
    if measure == "export" and any(p.code == HOME and p.role == "to" for p in at.places):
        measure = "import"  # "Các nước bán phân bón cho Việt Nam"
    return meanings.Meaning(measure, None, 1, detail=cues[-1].label, rule="sentence before")


def announced_sides(context):
    """Viet Nam with each country that such a sentence lists: "A và B là hai khách mua lớn nhất"; else []."""
    at = _heading(context)
    listed = joined_list(at, [p for p in at.places if p.kind == "country" and p.code != HOME]) if at else []
    return [Sides(HOME, (place.code,), None, "paragraph") for place in listed] if len(listed) > 1 else []


def announced_period(context):
    """The one period of such a sentence, or of any without a figure that speaks of a recent time; or None."""
    told = _heading(context)
    at = told or _without_figures(context)
    stated = _stated(at.periods) if at else []
    if at and not at.periods:
        return _told_in_silence(context)
    return stated[0] if len(stated) == 1 and (told or _recent(context, stated[0])) else None


def _stated(spans):
    return [p for p in spans if p.stated and p.kind not in ("day", "same")]


def _told_in_silence(context):
    """The recent time of the trade told two or three sentences before, none of them with a figure; or None."""
    silent = [said for said in context.earlier[-3:-1] if said in context.silents]
    for said in reversed(silent):
        if spans := periods.find(said, context.published):
            stated = _stated(spans)
            traded = any(flow in said.lower() for flow in _FLOWS)
            return stated[0] if traded and len(spans) == 1 and stated and _recent(context, stated[0]) else None
    return None


_FLOWS = ("xuất khẩu", "nhập khẩu", "kim ngạch", "thương mại")


def _recent(context, period):
    """True for a time that ended within the last year and a quarter, and not for the year of a past event."""
    if not context.published or not period.start:
        return False
    return 0 <= (context.published - periods.as_date(period.end)).days <= _RECENT


def _heading(context):
    """The reading of the sentence before, if it announces figures without giving one."""
    at = _without_figures(context)
    told = at and (at.cues or any(word in at.said for word in _ANNOUNCES))
    return at if told else None


def _without_figures(context):
    told = context.silent is None and not context.unit  # where a list states the unit, it is read anew without
    if not context.earlier or context.meaning or told:
        return None
    if context.heading is None:
        context.heading = reading.read(context.earlier[-1], context.published, marks=True)
    return None if context.heading.quantities else context.heading


def up_to_now(context):
    """True where the sentence before moved on to "đến nay" without a figure."""
    said = context.earlier[-1].lower() if context.earlier else ""
    return not any(letter.isdigit() for letter in said) and ("đến nay" in said or "hiện nay" in said)
