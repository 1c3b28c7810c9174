"""A Context comes in; whom earlier sentences and the title say a sentence's trade is with, or whose it is, goes out."""

import re
from dataclasses import replace

from analysis import meanings, reading
from analysis.named_partners import TRADING, bloc_with_home, partner_of, topic_of
from analysis.parties import HOME, Sides, foreign
from analysis.stopped_trade import without_stops

# "Tính riêng xoài", "Đứng đầu là than": some goods of what the title is about; "Riêng tháng 5" is only a time.
_PICKS = re.compile(
    r"(?:(?:tính |nói )?riêng|trong đó|đứng đầu|dẫn đầu|nhiều nhất|lớn nhất)(?!\w)"
    r"(?! (?:trong |về )?(?:tháng|năm|quý|\d))"
)


def partners(context, at, n, measure, own):
    """((codes), evidence, reporter or None) of the partner named before, or None where it would be a guess."""
    pointing = {hit.label for hit in at.points if not _to_itself(at, hit, own)} if at is not None else {"both"}
    if context.way == "visitors" and measure in ("export", "import") and not pointing and context.last:
        return None
    alone = at is not None and not pointing
    if alone and (in_all(context, at, n, measure, own.reporter) or _parted(at, n, measure)):
        return None
    if not pointing and at is not None and told_in_a_row(context):
        return None
    if context.last and context.last.partners and at is not None and not pointing & {"both"}:
        evidence = context.last.evidence if context.last.evidence != "sentence" else "paragraph"
        whole = own.reporter is None and (context.last.partners == ("WORLD",) or foreign(context.last))
        return context.last.partners, evidence, context.last.reporter if whole else None
    if pair := _two_others(context, pointing, own):
        return pair.partners, "paragraph", pair.reporter
    alone_there = own.reporter not in (None, HOME) and "both" not in pointing and not speaks_of_home(context)
    for back, named in enumerate(_before(context, at, n, own.reporter)):
        if back and not pointing and told_in_all(context):
            break
        code = partner_of(named, pointing)
        if code == own.reporter and alone_there and _acts_itself(named, code):
            continue  # "Nga vượt Ý. Nga xuất khẩu 46 triệu tấn": to no one that is named
        if code and back and not pointing and _only_beside(context, named, code, measure, own):
            continue
        if code and not (back and _does_likewise(context, own, measure, code)):
            return (code,), "paragraph" if back or at is None else "sentence", None
    codes = partner_of(context.title, pointing)
    codes = None if codes == own.reporter and alone_there and _acts_itself(context.title, codes) else codes
    before = context.before[0] if context.before and pointing & {"both", "partner"} else None
    if before and before.partners and before.partners != ("WORLD",) and not codes:
        return before.partners, "paragraph", before.reporter
    if not codes and "both" in pointing:
        found = [partner_of(context.places_of(sentence), pointing) for sentence in reversed(context.previous)]
        said = next((code for code in found if code), None)
        if said:
            return (said,), "paragraph", None
    told = pointing or measure == "turnover" or _sells_to_all(context, measure, own)
    if codes and codes == context.seller and measure == "export" and own.reporter not in (None, HOME, codes):
        return None  # "EU đứng thứ hai về xuất khẩu lúa mì" under "Xuất khẩu lúa mì của Nga"
    if codes and (told or _speaks_of_trade_with(context, at, measure)):
        return (codes,), "title", None
    if "both" in pointing and not codes and (pair := _two_of_title(context, own)):
        return pair.partners, "title", pair.reporter
    if "both" in pointing and not codes and (bloc := bloc_with_home(context.title)):
        return (bloc,), "title", None
    return None


def _to_itself(at, hit, own):
    """True for "Indonesia đang tăng tốc khi xuất khẩu của nước này đạt A": no partner, the one who sells."""
    itself = hit.label == "partner" and own.reporter not in (None, HOME)
    return itself and any(p.first == hit.first and p.code == own.reporter for p in at.places)


def _only_beside(context, named, code, measure, own):
    """True for the Italy of "Ý đứng thứ ba. Đức xuất khẩu 11 tỷ USD", where sellers are told: it bought nothing."""
    abroad = context.way == measure in ("export", "import") and HOME not in (own.reporter or HOME, code)
    return abroad and not any(p.code == code and (p.paired or p.role in ("to", "from", "with")) for p in named)


def _acts_itself(named, code):
    """True where none of these places is whom something is sold to or bought from: "Nga vượt Ý", no "sang Nga"."""
    return not any(place.code == code and place.role in ("to", "from", "with") for place in named)


def _does_likewise(context, own, measure, code):
    """True for "xuất khẩu gạo Việt Nam lại giảm" after what Cambodia sold to all: neither sells to the other."""
    likewise = context.trader == code and context.way == measure and own.reporter == HOME
    return likewise and measure in ("export", "import") and not context.last


def in_all(context, at, n, measure, reporter):
    """True for what a country sells or buys in all, though one partner was told of, or several.

    "Năm 2019, Việt Nam nhập khẩu 67.000 tấn" where only the title names a partner; "Chín tháng, Nga xuất 29 triệu tấn"
    after what Russia sold to one; "Ở chiều ngược lại, nhập khẩu đạt 9 tỷ USD" after single buyers.
    """
    if measure not in ("export", "import") or not context.last:
        return False
    first, whose = at.quantities[n].first, HOME if context.last.evidence == "title" else reporter
    subject = any(p.code == whose and p.role == "" and p.first < first for p in at.places)
    dated = any(p.stated and p.kind != "day" for p in at.periods)
    told = context.last.evidence == "title" or reporter not in (None, HOME) and reporter == context.last.reporter
    if told and context.last.partners == (HOME,) and any(noun in at.said for noun in _THESE_GOODS):
        return False  # "Ý mua nhóm hàng này đạt 5 tỷ USD" after what Italy bought from Viet Nam
    if dated and _counts_all_again(context, at, measure, first):
        return True
    told = told or reporter in context.last.partners and reporter != HOME and _foretold(at, reporter, first)
    return told and subject and dated or turned_to_all(context, at, measure)


def _counts_all_again(context, at, measure, first):
    """True for "Hai tháng đầu năm nay, xuất khẩu gạo của Việt Nam đạt ..." after a total and its single markets."""
    whole = context.whole is not None and context.flows & {"export", "import", "turnover"} == {measure}
    own = any(p.code == HOME and p.role == "of" and p.first < first for p in at.places)
    return whole and own and not any(p.code != HOME and p.first < first for p in at.places)


_THESE_GOODS = ("nhóm hàng này", "mặt hàng này", "sản phẩm này", "loại hàng này")


def _foretold(at, code, first):
    """True for "cũng dự báo Nga sẽ xuất khẩu 31 triệu tấn", after what Viet Nam bought from Russia."""
    subject = next((p for p in at.places if p.code == code and p.first < first), None)
    return bool(subject) and at.words(subject.first - 2, subject.first) == ["dự", "báo"]


def _parted(at, n, measure):
    """True for "xuất khẩu đạt 600 triệu USD, trong đó Nga chiếm 4%": with all, whoever was named before."""
    last = at.quantities[n].last
    part = next((place for place in at.places if place.first > last and place.kind in ("country", "bloc")), None)
    said = " ".join(at.words(last, part.first)) if part and part.code != HOME else ""
    of_it = measure in ("export", "import") or at.words(part.last, part.last + 1) == ["chiếm"] if said else False
    return bool(of_it and re.fullmatch(r", trong đó(?: có)?(?: (?:riêng|thị trường|sang|từ|của))*", said))


def told_in_a_row(context):
    """True where the sentence before gave several partners their own figures: none of them is spoken of any more."""
    return several(context.sides_told)


def several(told):
    """True where these Sides have several partners; "Việt Nam bán cho Nga A, Nga bán cho Việt Nam B" is one pair."""
    told = {(one.reporter, one.partners) for one in told if one.partners}
    if len(told) < 2:
        return any(len(partners) > 1 for _, partners in told)
    pairs = {frozenset((reporter, *partners)) for reporter, partners in told}
    return len(pairs) > 1 and len({partners for _, partners in told}) > 1 or any(len(one[1]) > 1 for one in told)


def turned_to_all(context, at, measure):
    """True for "Ở chiều ngược lại, nhập khẩu ..." after exports to several: from all of the world."""
    return told_in_a_row(context) and context.last.flow not in (None, measure) and at.said.startswith(_TURNS)


_TURNS = ("ở chiều ngược lại", "chiều ngược lại", "ngược lại", "theo chiều ngược lại", "ở chiều nhập", "chiều nhập")


def told_in_all(context):
    """True where the figures before are of what Viet Nam sells or buys in all: a partner named there is an aside."""
    return bool(context.sides_told) and all((one.reporter, one.partners) == (HOME, ()) for one in context.sides_told)


def _before(context, at, n, reporter):
    """Places of this sentence before the quantity, then of the earlier sentences, nearest first."""
    own = [p for p in at.places if p.first < at.quantities[n].first] if at is not None else []
    abroad = any(p.code == reporter != HOME and not p.weak for p in own)
    yield [p for p in own if p.code != reporter and p.role != "than" and not (abroad and p.weak)]
    for sentence in reversed(context.earlier):
        yield [p for p in context.places_of(sentence) if p.role != "than"]


def _two_of_title(context, own):
    """The pair of "Quan hệ kinh tế giữa Ấn Độ và Nga" for "thương mại song phương", if no text before named others."""
    codes = list(dict.fromkeys(p.code for p in context.title if p.kind == "country"))
    if len(codes) != 2 or HOME in codes or own.reporter or speaks_of_home(context):
        return None
    return Sides(codes[0], (codes[1],))


def _two_others(context, pointing, own):
    """The pair of "hai nước" in a paragraph on the trade of two others, in which Viet Nam is not named; or None."""
    if "both" not in pointing or own.reporter:
        return None
    if told := _two_spoken_of(context):
        return told
    pair = _said_of_two(context) or context.last
    if not pair or not pair.reporter or len(pair.partners) != 1:
        return None
    apart = HOME not in (pair.reporter, *pair.partners) and "WORLD" not in pair.partners
    named = apart and any(place.code == HOME for said in context.earlier for place in context.places_of(said))
    return pair if apart and not named else None


def _two_spoken_of(context):
    """The two others of "Tổng thống Nga gặp Thủ tướng Ấn Độ. Kim ngạch hai nước ...", the last named; or None."""
    for sentence in context.silents[: -_NEAR - 1 : -1]:
        named = [p for p in context.places_of(sentence) if p.role not in ("press", "than") and p.code != "WORLD"]
        if named:
            codes = list(dict.fromkeys(p.code for p in named if p.kind == "country"))
            codes = codes if len(codes) > 1 else list(dict.fromkeys(p.code for p in named))
            two = len(codes) == 2 and not any(p.code == HOME or p.kind == "bloc" and p.code in codes for p in named)
            return Sides(codes[0], (codes[1],), "bilateral", "paragraph") if two else None
    return None


# Sentences without a figure between those who are named and "hai nước".
_NEAR = 3


def _said_of_two(context):
    """The two others of the sentence before, "Trung Quốc là đối tác thương mại lớn nhất của Nga"; or None."""
    named = [p for p in context.places_of(context.earlier[-1]) if p.kind == "country"] if context.earlier else []
    codes = list(dict.fromkeys(p.code for p in named))
    two = len(codes) == 2 and HOME not in codes and any(word in context.earlier[-1] for word in TRADING)
    return Sides(codes[0], (codes[1],), "bilateral", "paragraph") if two else None


def _sells_to_all(context, measure, own):
    """True for "nhập khẩu của Mỹ" under "Những khách mua phân bón lớn nhất của Nga": from the title's seller."""
    selling = context.title_topic and context.title_topic[0].measure == "export"
    return bool(selling and measure == "import" and own.reporter not in (None, HOME))


def _speaks_of_trade_with(context, at, measure):
    """True where a flow without a partner is that of the title: its parts, or those of the trade of two countries.

    Under "Nhập khẩu phân bón từ Nga tăng mạnh" a text first tells what Viet Nam buys from all: of 51 such figures
    of real pages two were with the title's partner.
    """
    if measure not in meanings.TRADE or at is None:
        return False
    both = context.title_topic and context.title_topic[0].measure == "turnover"
    of_all = context.whole or context.whole_before  # "Riêng thịt heo" after what was bought from all
    return both or bool(at.goods) and not of_all and _PICKS.match(at.said) is not None


def pair_with(context, code):
    """The two countries whose trade is spoken of, if `code` is one of them: of the last figures, else the title."""
    last = None if told_in_a_row(context) else context.last
    for sides_ in (last, context.before[0] if context.before else None):
        if sides_ and len(sides_.partners) == 1 and code in (sides_.reporter, *sides_.partners):
            return sides_
    for sentence in reversed([*context.previous, *context.earlier]):
        codes = list(dict.fromkeys(p.code for p in context.places_of(sentence) if p.paired))
        if len(codes) == 2 and code in codes:
            return Sides(codes[0], (codes[1],), None, "paragraph") if HOME not in codes else None
    places = [p for p in context.title if p.kind in ("country", "bloc")]
    named = list(dict.fromkeys(p.code for p in places))
    if len(named) == 2 and code in named and HOME not in named and _deal(places):
        return Sides(named[0], (named[1],), None, "title")
    return None


def _deal(places):
    """True for "Trung Quốc bán cho Nga", "giữa Nga và Ấn Độ"; two that stand side by side have not dealt yet."""
    listed = places[0].role in ("to", "from")  # "nhập từ Thái Lan, Indonesia"
    return places[0].paired or not listed and any(place.role in ("to", "from", "with") for place in places[1:])


def pointed_at(context, here=()):
    """The country that "nước này" points to, if earlier words name one that is not named `here`.

    Before all it is the one that the last sentence spoke of, if that one gave no figure.
    """
    told = topic_of(context.places_of(context.silent)) if context.silent else None
    if told and told not in here:
        return told
    sides_ = (context.last.reporter, *context.last.partners) if context.last and context.last.partners else ()
    if abroad := next((code for code in sides_ if code not in (HOME, "WORLD", None, *here)), None):
        return abroad
    for named in (*(context.places_of(sentence) for sentence in reversed(context.earlier)), context.title):
        named = [place for place in named if place.code not in here and place.role != "than"]
        if code := partner_of(named, {"partner"}) or partner_of([p for p in named if p.role == "to"], {"partner"}):
            return code
    return None


def bloc_told(context):
    """The bloc named last before in the paragraph, which "khối này" points to; or None."""
    named = (context.places_of(sentence) for sentence in reversed(context.earlier))
    return next((p.code for places in named for p in reversed(places) if p.kind == "bloc" and p.code != "WORLD"), None)


def trader(context):
    """Whose flow is meant where none is named: the one told last in a text without Viet Nam, else Viet Nam."""
    told = context.trader
    return told if told not in (None, HOME, "WORLD") and not speaks_of_home(context) else HOME


def speaks_of_home(context):
    """True where the title or an earlier sentence names Viet Nam."""
    said = [
        *context.title,
        *(place for sentence in [*context.previous, *context.earlier] for place in context.places_of(sentence)),
    ]
    return any(place.code == HOME for place in said)


def nation_told(context):
    """The other country whose trade with all the last figures were about, or None."""
    told = context.last or (context.before[0] if context.before else None)
    return told.reporter if told and told.partners == ("WORLD",) and told.reporter != HOME else None


def nation_in_all(context, at, own):
    """The Sides of the sentence before, where all it told is what one country abroad trades with all; or None."""
    told = {(one.reporter, one.partners) for one in context.sides_told}
    whole = len(told) == 1 and next(iter(told))[0] not in (None, HOME, "WORLD") and next(iter(told))[1] in _ALL
    silent = own.reporter is None and not own.partners and not at.places and not at.points
    return replace(context.sides_told[-1], evidence="paragraph") if whole and silent else None


_ALL = ((), ("WORLD",))


def of_same_nation(context, own):
    """True for one more flow of a country abroad, after its trade with all."""
    told = bool(context.sides_told) and own.reporter not in (None, HOME) and not own.partners
    return told and all(one.reporter == own.reporter and one.partners in _ALL for one in context.sides_told)


def nation_before(context, at, own):
    """The Sides of the paragraph before, if it told of another country's trade with all and none is named since."""
    before = context.before[0] if context.before else None
    silent = own.reporter is None and not own.partners and not at.places and not context.last
    told = silent and before and before.partners == ("WORLD",) and before.reporter not in (None, HOME)
    return replace(before, evidence="paragraph") if told else None


def of_title(context, at, own, measure):
    """The Sides of a flow whose owner a text without Viet Nam names only in its title; or None."""
    flow, told = context.title_trade or (None, None)
    if told is None or own.reporter not in (None, told.reporter) or own.partners:
        return None
    if at.points or speaks_of_home(context) or any(place.code != told.reporter for place in at.places):
        return None
    if flow == measure:
        return told
    return replace(told, partners=()) if flow in ("balance", "turnover") else None


def owner(context, at):
    """The country whose own trade a text without Viet Nam tells of ("xuất khẩu lúa mì của nước này"); or None."""
    named = any(place.first < at.quantities[0].first or place.code == HOME for place in at.places)
    if not context.earlier or named or any(hit.label == "both" for hit in at.points):
        return None
    if speaks_of_home(context) and not (context.silent and at.said.startswith("trong đó")):
        return None
    before = reading.read(context.earlier[-1], context.published, marks=True)
    before.places = without_stops(before.places, before.said)
    codes = {p.code for p in before.places if p.kind == "country"}
    flows = [cue for cue in before.cues if cue.label in ("export", "import")]
    if len(codes) != 1 or not flows or any(p.role in ("to", "from", "with") for p in before.places):
        return None
    subject = any(p.role == "" and p.first < flows[0].first and not p.weak for p in before.places)
    own = any(hit.label == "partner" and before.words(hit.first - 1, hit.first) == ["của"] for hit in before.points)
    own = own or any(p.role == "of" and not p.weak for p in before.places)
    return codes.pop() if subject or own else None
