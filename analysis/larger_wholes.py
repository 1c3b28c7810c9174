"""The figures told so far and those of one sentence come in; those of the sentence go out, wholes without a partner.

"Việt Nam nhập 2 triệu tấn thép từ Trung Quốc. 4 tháng, nhập khẩu thép của Việt Nam đạt 4,7 triệu tấn": the partner of
the sentence before would hold on, but of the same goods and time no one buys twice as much from it: it is a whole.
"""

from dataclasses import replace


def opened(found, made):
    """The figures of a sentence, the partner taken from before left out where they tell far more of the same trade."""
    if not any(figure.partner_evidence == "paragraph" for figure in made):
        return made
    for whole in made:
        if any(_is_part(figure, whole) for figure in found[-_BEFORE:]):
            return [_without_partner(figure, whole) for figure in made]
    return made


# Figures: as many as two sentences tell at most.
_BEFORE = 8
# Two statistics of one trade differ, but seldom by half.
_FAR_MORE = 1.5


def _is_part(part, whole):
    """True where one figure, with its own partner, is far less than another of the same trade and time."""
    if whole.partner_evidence != "paragraph" or part.partner_evidence != "sentence" or not whole.period_end:
        return False
    one_way = whole.measure in ("export", "import") and "actual" == whole.modality == part.modality
    alike = one_way and not (whole.delta or part.delta) and _trade(part) == _trade(whole)
    return alike and whole.value_min > _FAR_MORE * part.value_max > 0


def _trade(figure):
    flow = (figure.measure, figure.reporter, *figure.partners, figure.commodity, figure.province)
    return (*flow, figure.period_start, figure.period_end, figure.unit, figure.currency, figure.per_unit)


def _without_partner(figure, whole):
    """The figure with no partner, where it has taken the same one from before."""
    same = (figure.reporter, figure.partners, figure.partner_evidence) == (
        whole.reporter,
        whole.partners,
        "paragraph",
    )
    return replace(figure, partners=[], partner_evidence="none") if same else figure
