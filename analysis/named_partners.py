"""The places that a title or sentence names come in; the one partner of Viet Nam among them goes out."""

from analysis.parties import HOME

# "Trong khi đó, Ukraine là thị trường nhập khẩu lớn thứ 19": what comes is about that one, though no figure says so.
TRADING = ("thị trường", "đối tác", "nhà cung cấp", "nguồn cung", "bạn hàng", "khách hàng")


def partner_of(named, pointing):
    """The one country besides Viet Nam that these places name, or None where there is none or several."""
    allowed = ("country",) if pointing & {"both", "partner"} else ("country", "bloc")
    named = named if "both" in pointing else [p for p in named if p.role != "press"]
    allowed = ("bloc",) if pointing == {"bloc"} and any(p.kind == "bloc" for p in named) else allowed
    for weak in (False, True):
        codes = {p.code for p in named if p.kind in allowed and p.weak == weak and p.code not in (HOME, "WORLD", "SU")}
        if len(codes) == 1:
            return codes.pop()
        if codes:
            return _paired_with_home(named)
    codes = {p.code for p in named if p.kind == "seat" and p.code != HOME}
    return codes.pop() if len(codes) == 1 else None


def bloc_with_home(named):
    """The one bloc of "Quan hệ Việt Nam - EAEU", which "song phương" then means; else None."""
    codes = {p.code for p in named if p.kind == "bloc" and p.code != "WORLD"}
    return codes.pop() if len(codes) == 1 and any(p.code == HOME for p in named) else None


def _paired_with_home(named):
    """Of several countries the one joined to Viet Nam ("Việt - Nga")."""
    codes = set()
    for one, two in zip(named, named[1:], strict=False):
        if one.paired and two.paired and HOME in (one.code, two.code) and one.code != two.code:
            codes.add(one.code if two.code == HOME else two.code)
    return codes.pop() if len(codes) == 1 else None


def topic_of(named):
    """The one country abroad that these places name, if it is the subject or the market; or None."""
    codes = {p.code for p in named if p.kind == "country" and not p.weak and p.code not in (HOME, "WORLD", "SU")}
    first = next((p for p in named if p.code in codes), None)
    return first.code if len(codes) == 1 and first.role in ("", "to", "from") else None
