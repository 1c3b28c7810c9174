"""A Reading and its Context come in; the places of its main clause, those that can be sides of its figures, go out.

"Từ khi FTA với EAEU có hiệu lực, kim ngạch Việt Nam - Kazakhstan tăng 28%": the agreement's countries are not those of
the trade. "Xung đột Nga - Ukraine khiến xuất khẩu tôm giảm 20%": nor are those of what caused it.
"""

import re
from dataclasses import replace

from analysis.earlier_partners import partners
from analysis.parties import HOME, Sides
from analysis.place_roles import ROLES
from analysis.stopped_trade import without_stops, without_war

_NOBODY = Sides()

_AGREED = ("hiệu lực", "hiệp định", "fta", "thỏa thuận")
# "từ khi", "sau khi", "kể từ ngày" an agreement is in force, up to the comma behind it.
_IN_FORCE = re.compile(
    r"(?<!\w)(?:(?:kể )?từ(?: sau)? khi|sau khi|(?:kể )?từ ngày|khi)(?!\w).*?"
    r"(?<!\w)(?:(?:có|chính thức) hiệu lực|(?:được|chính thức) (?:ký kết|ký|thực thi)|đi vào (?:thực thi|cuộc sống))"
    r"(?: (?:từ|vào|kể|ngày|tháng|năm|đầu|cuối|giữa|quý|[\d./-]+|i{1,3}v?))*"
)
# "việc Nga thực hiện chiến dịch quân sự tại Ukraine", "xung đột Nga - Ukraine": who fights there trades with nobody.
_WAR = re.compile(
    r"(?<!\w)(?:việc )?(?:(?:nga|moskva|moscow) )?(?:tiến hành|thực hiện|mở|phát động)?(?: \w+)? ?"
    r"(?:chiến dịch quân sự|chiến sự|cuộc chiến|chiến tranh|xung đột)(?: [^\W\d]+){0,4}? (?:- )?ukraine(?!\w)"
)
_CAUSES = re.compile(r"(?<!\w)(?:khiến|làm cho|kéo theo|đẩy)(?: cho)? (?=(?:tổng )?(?:kim ngạch|xuất khẩu|nhập khẩu))")


def of_the_main(at, context):
    """The places of a Reading without those of a clause that only says when or why, or names some of a region."""
    if len(at.places) > 1 and (match := _SOME_OF.search(at.said)):
        at.places = _without_some(at, match)
    agreed = len(at.places) > 1 and any(word in at.said for word in _AGREED)
    if agreed and (match := _IN_FORCE.search(at.said)):
        return _outside(at, match, _known(at, context))
    if at.places and ("hiệp định" in at.said or "fta" in at.said) and _of_agreement(at) and _known(at, context):
        return [p for p in at.places if not p.weak]
    if len(at.places) > 1 and " này" in at.said and (two := _with_those_two(at)):
        return two
    if not any(hit.label == "both" for hit in at.points):
        at.places = without_war(at.places, at.said)
    if len(at.places) > 1 and (match := _WAR.search(at.said)):
        at.places = _outside(at, match, False)
    if len(at.places) > 1 and (match := _CAUSES.search(at.said)):
        return _after_the_cause(at, match)
    return without_stops(at.places, at.said)


def _without_some(at, match):
    """The places without the Russia of "sang Đông Âu, trong đó có Nga, đạt 3 tỷ USD": it is of the whole region."""
    first, last = (at.said[:offset].count(" ") for offset in (match.start() + 1, match.end()))
    whole = any(p.last == first and p.kind in ("bloc", "region") for p in at.places)
    return [p for p in at.places if not first <= p.first < last] if whole else at.places


_SOME_OF = re.compile(
    r" , (?:(?:trong đó|trong số đó)(?: có| gồm)|bao gồm|nhất là|đặc biệt là|chủ yếu là|chủ yếu|trước hết là|kể cả)"
    r"(?: [^\W\d]+| ,(?= \w+(?: \w+){0,2} (?:,|và))){1,6} ,"
)


def _with_those_two(at):
    """The places of "... ở thị trường Nga, Ukraine; thương mại của ta với hai nước này chiếm 1%": it is with these two.

    None where the sentence has not named just two.
    """
    match = _THOSE_TWO.search(at.said)
    first = at.said[: match.start()].count(" ") if match else 0
    abroad = {p.code: p for p in at.places if p.first < first and p.kind == "country" and p.code != HOME}
    if len(abroad) != 2:  # noqa: PLR2004
        return None
    role = ROLES[match["way"]]
    two = [replace(p, first=first, last=first + 1, role=role, weak=False, paired=False) for p in abroad.values()]
    kept = [p for p in at.places if p.code not in abroad]
    return sorted([*kept, *two], key=lambda place: place.first)


_THOSE_TWO = re.compile(r"(?<!\w)(?P<way>sang|với|từ|vào)(?: cả)? hai (?:nước|thị trường|quốc gia) này(?!\w)")


def _of_agreement(at):
    """True where only an agreement's title names a bloc: "Hiệp định Việt Nam - EAEU giúp kim ngạch hai chiều tăng"."""
    return all(p.weak or p.code == HOME for p in at.places) and any(p.weak and p.kind == "bloc" for p in at.places)


def _outside(at, match, known):
    """The places outside the clause, if they or the words before name who trades; else all."""
    first, last = (at.said[:offset].count(" ") for offset in (match.start(), match.end()))
    apart = [p for p in at.places if not first <= p.first <= last]
    named = any(p.code != HOME and p.first < at.quantities[-1].first for p in apart)
    return apart if named or known else at.places


def _known(at, context):
    """True where "hai chiều" can be told by the words before: the title or the paragraph names one other country."""
    both = any(hit.label == "both" for hit in at.points)
    return both and partners(context, None, 0, "turnover", _NOBODY) is not None


def _after_the_cause(at, match):
    """The places without several countries named as the cause; one alone may be whom the trade is with."""
    last = at.said[: match.start()].count(" ")
    cause = {p.code for p in at.places if p.first < last and p.code != HOME}
    return [p for p in at.places if p.first >= last or p.code == HOME] if len(cause) > 1 else at.places
