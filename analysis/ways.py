"""The Meaning of a figure, its Reading and Context come in; the Meaning with the way the text's trade goes, goes out.

A "thị trường nhập khẩu tôm của Việt Nam" buys in a text on exports and sells in one on imports; a bare "kim ngạch" is
the flow that alone was told of.
"""

from dataclasses import replace

from analysis.meanings import TRADE
from analysis.parties import HOME


def settled(meaning, at, context, drafts):
    """The Meaning, with export or import where only the words before tell which of them it is."""
    if meaning.cue is None:
        return meaning
    if meaning.detail == "export_market" and (_one_more_source(meaning, at, context) or _supplies(meaning, at)):
        return _turned(meaning, "import")
    if (meaning.of_measure or meaning.measure) == "import" and _sold_there(meaning, at, context):
        return _turned(meaning, "export")
    return _of_one_flow(meaning, at, context, drafts)


def _turned(meaning, way):
    name = "of_measure" if meaning.of_measure else "measure"
    return replace(meaning, **{name: way}, detail=f"{way}_market")


def _one_more_source(meaning, at, context):
    """True for "Nhật Bản là thị trường lớn thứ ba" after what Viet Nam buys."""
    words = at.words(meaning.cue, meaning.cue + 3)
    return context.ways == {"import"} and words[:2] == ["thị", "trường"] and "xuất" not in words


def _supplies(meaning, at):
    """True for "Chile – thị trường lớn thứ 2 cung cấp đồng cho Việt Nam"."""
    said = " ".join(at.words(meaning.cue, meaning.cue + _RANKED))
    return said.startswith("thị trường lớn") and "cung cấp" in said


# Tokens: "thị trường lớn thứ hai thế giới cung cấp" has eight.
_RANKED = 8


def _sold_there(meaning, at, context):
    """True for "thị trường nhập khẩu cá ngừ lớn thứ 19 của Việt Nam" in a text on what Viet Nam sells."""
    if context.way != "export" or not at.goods:
        return False
    market = {"trường", "tác"} & set(at.words(meaning.cue - 4, meaning.cue + 2))
    source = at.words(meaning.cue, meaning.cue + 2) == ["nguồn", "cung"]
    home = any(p.code == HOME and p.role == "of" and p.first > meaning.cue for p in at.places)
    return bool(market and (home or at.said.startswith(_THIS_ONE)) and not source)


# "Đây cũng là thị trường có mức nhập khẩu than tăng mạnh" behind the market named.
_THIS_ONE = ("đây là", "đây cũng là", "đây còn là", "đây vẫn là", "đồng thời, đây")


def _of_one_flow(meaning, at, context, drafts):
    """The flow for a bare "kim ngạch" ("tăng 22% kim ngạch") in a text that has told of this one flow alone."""
    told = {d.meaning.of_measure or d.meaning.measure for d in drafts} & {*TRADE} | context.ways
    if told not in ({"export"}, {"import"}) or not _bare(meaning, at) or _two_sided(at):
        return meaning
    return replace(meaning, **{"of_measure" if meaning.of_measure else "measure": next(iter(told))})


def _bare(meaning, at):
    """True for "kim ngạch", "với tổng kim ngạch" and for "tổng kim ngạch" of which a share is told.

    Not for "đưa kim ngạch lên".
    """
    words = at.words(meaning.cue, meaning.cue + 3)
    with_it = at.words(meaning.cue - 1, meaning.cue) == ["với"]
    with_it = with_it and _NAMED.isdisjoint(at.words(meaning.cue, meaning.cue + 5))
    whole = words == ["tổng", "kim", "ngạch"] and (meaning.measure == "share" or with_it)
    alone = "turnover" in (meaning.measure, meaning.of_measure) and words[:2] == ["kim", "ngạch"]
    alone = alone and not _NAMED & set(words[2:])
    raised = at.words(meaning.cue - 1, meaning.cue) in (["đưa"], ["nâng"], ["đẩy"])
    return (whole or alone) and not raised


# "kim ngạch ngoại thương", "kim ngạch trao đổi": the trade both ways, named.
_NAMED = {"ngoại", "thương", "hai", "song", "trao", "xuất", "buôn", "mậu", "giao", "giữa"}


def _two_sided(at):
    both = any(hit.label == "both" for hit in at.points)
    return both or any(place.paired or place.role == "with" for place in at.places)
