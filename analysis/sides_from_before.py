"""A Case that its sentence leaves open comes in; its Sides by what earlier sentences, the paragraph and the title told
go out: a table of rules. Every rule returns Sides, or None where it does not hold; the first that holds counts.
"""

from dataclasses import replace

from analysis import earlier_partners, trade_with_all
from analysis.meanings import TRADE
from analysis.parties import HOME, Sides, foreign
from analysis.side_cases import THAT_FIGURE, from_pair


def with_partners_before(case):
    """The Case with the partners that earlier words name; a total of one that this sentence names has none."""
    own, n = case.own, case.n
    back = earlier_partners.partners(case.context, case.reading, n, case.measure, own)
    open_ = back and n and own == Sides(flow=own.flow) and not (case.carried and case.carried.partners)
    if open_ and back[1] == "sentence":
        owner = Sides(back[0][0], (), own.flow)
        back, own = (None, owner) if trade_with_all.of_one(case.reading, n, owner) else (back, own)
    return replace(case, own=own, back=back)


def _owner(case):
    """The country whose own trade a text without Viet Nam tells of."""
    open_ = case.own.reporter is None and case.measure in TRADE
    owner = earlier_partners.owner(case.context, case.reading) if open_ else None
    return Sides(owner, (), case.own.flow) if owner else None


def _total(case):
    """ "tổng kim ngạch xuất khẩu" where no partner was told: with all."""
    whole = case.back is None and trade_with_all.total(case.reading, case.n)
    return Sides(case.own.reporter or HOME, ("WORLD",), case.own.flow, "sentence") if whole else None


def _one_of_them(case):
    """What one of the two told before buys from all: "nhập khẩu cá ngừ của Nga"."""
    back = case.back
    one = back and case.own.reporter in (*back[0], back[2])
    return case.own if one and trade_with_all.of_one(case.reading, case.n, case.own) else None


def _nation_before(case):
    """The country of the paragraph before, if that told of its trade with all and none is named since."""
    told = case.back is None and earlier_partners.nation_before(case.context, case.reading, case.own)
    return replace(told, flow=case.own.flow) if told and case.measure in TRADE else None


def _of_what_was_told(case):
    """ "Con số này tăng 4%" behind "Ấn Độ mua 2 triệu thùng dầu từ Nga", which gave no figure: of these two."""
    silent = case.context.silent if case.measure in _FAR and case.reading.said.startswith(THAT_FIGURE) else None
    if silent is None or case.n or case.own.reporter or case.own.partners:
        return None
    named = [p for p in case.context.places_of(silent) if p.kind == "country" and not p.weak]
    acts, far = [p for p in named if not p.role], [p for p in named if p.role == _FAR[case.measure]]
    if len(acts) != 1 or len(far) != 1 or acts[0].code == far[0].code:
        return None
    return Sides(acts[0].code, (far[0].code,), case.own.flow, "paragraph")


_FAR = {"import": "from", "export": "to"}


def _foreign_capital(case):
    """ "vốn đầu tư nước ngoài giải ngân đạt 5 tỷ USD", with no country named: to Viet Nam, from all."""
    open_ = case.measure == "investment" and case.back is None and case.own.reporter is None and not case.own.partners
    said = open_ and any(noun in case.reading.said for noun in _FOREIGN_CAPITAL)
    if not said or case.carried or case.reading.places or foreign(case.context.last):
        return None
    return Sides(HOME, ("WORLD",), case.own.flow, "sentence")


_FOREIGN_CAPITAL = ("đầu tư nước ngoài", "đầu tư trực tiếp nước ngoài", "vốn fdi", "vốn ngoại")


def _alone(case):
    """No partner was told: the flow is of the one spoken of, or of Viet Nam."""
    if case.back is not None:
        return None
    trader = earlier_partners.trader(case.context) if case.measure in TRADE else None
    return replace(case.own, reporter=case.own.reporter or trader)


def _partners_before(case):
    """The two that earlier words name."""
    partners, evidence, reporter = case.back
    return from_pair(case.own, Sides(reporter, partners, None, evidence), case.measure, evidence)


FROM_BEFORE = (
    _of_what_was_told, _owner, _total, _one_of_them, _nation_before, _foreign_capital, _alone, _partners_before,
)  # fmt: skip
