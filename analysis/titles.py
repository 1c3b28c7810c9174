"""A Line and a position come in; the title that stands there, with its institution, goes out.

Grammar: [phó | nguyên | cựu ...] head [thường trực ...] [institution and place] - "Phó Chủ tịch UBND TP. Hồ Chí Minh".
The words are in rules/titles.toml.
"""

from typing import NamedTuple

from analysis import name_lists, name_origins, names, rules
from analysis.lookup import made
from analysis.phrases import Lexicon

_ADMIN = {"tỉnh", "huyện", "quận", "xã", "phường", "thị trấn", "phố", "tp", "vùng", "bang", "khu"}
_BODIES = {"quan", "hội", "hiệp", "đoàn", "ban", "trường", "viện", "phòng"}
_MEMBERS = {"đại", "nhà", "luật", "nông", "sinh", "cựu", "doanh", "họa", "nghệ", "học", "anh", "công"}
_PAUSE = {",", ";", ":", "…", "!", "?", "”", "“", "\"", "/"}


class Title(NamedTuple):
    """A title: its first word, one after its head, one after its institution; kind of head (state, military ...)."""

    first: int
    head: int
    last: int
    kind: str


def _lists(listed):
    before, heads = Lexicon({"": listed["before"]}), Lexicon(listed["heads"])
    address = Lexicon({"": listed["address"]["words"]})
    return {
        "before": before,
        "after": Lexicon({"": listed["after"]}),
        "heads": heads,
        "starts": frozenset(before.index).union(heads.index),
        "address": address,
        "opens": frozenset(before.index).union(heads.index, address.index),
        "not_after": set(listed["address"]["not_after"]),
        "not_before": set(listed["address"]["not_before"]),
        "stop": Lexicon({"": listed["stop"]["words"]}),
        "whole": Lexicon({"": listed["inside_whole"]["names"]}),
        "links": set(listed["inside"]["links"]),
        "stage": Lexicon({"": listed["stage"]["heads"]}),
    }


def lists():
    """The lists of rules/titles.toml as lexicons and sets, by key."""
    return made(lambda: rules.load("titles"), _lists)


def at(line, i):
    """The Title that begins at word i, or None. Its institution ends where a name, a verb or a pause begins.

    >>> line = names.Line("Phó Chủ tịch UBND tỉnh Khánh Hòa Đoàn Văn Lực tiếp")
    >>> line.printed(0, at(line, 0).last)
    'Phó Chủ tịch UBND tỉnh Khánh Hòa'
    """
    head = head_at(line, i)
    return head and head._replace(last=_tail(line, head.head))


def begin(line):
    """The words at which a title can begin: one in twenty."""
    starts = lists()["starts"]
    return [i for i, word in enumerate(line.low) if word[0] in starts]


def head_at(line, i):
    """The Title at word i without its institution (last = head), or None."""
    known, position = lists(), i
    if line.low[i].text not in known["starts"]:
        return None
    while (hit := known["before"].at(line.low, position)) and hit.last < len(line):
        position = hit.last
    head = known["heads"].at(line.low, position) or (known["heads"].at(line.low, i) if position > i else None)
    if not head or _compound(line, head.last) or (i and line.low[i - 1].text == "tổng" and head.first == i):
        return None
    last = _skip_dots(line, head.last)
    while hit := known["after"].at(line.low, last):
        last = hit.last
    return Title(i, last, last, head.label)


def _compound(line, last):
    """ "Đại sứ quán", "chủ tịch đoàn", "thư ký tòa soạn" ... are no persons."""
    return last < len(line) and line.words[last].text in {"quán", "phủ", "hóa", "thẩm", "học", "bộ"}


def _skip_dots(line, last):
    while last < len(line) and line.words[last].text == "." and not line.beside(last):
        last += 1
    return last


def past_firm(line, title, k):
    """The title with the firm that ends before word k and what follows of its name: "Giám đốc Nestlé Việt Nam"."""
    return title._replace(last=_tail(line, k))


def _tail(line, k):
    """One after the last word of the institution that follows a head at k."""
    begin, small = k, 0
    while k < len(line):
        step = _step(line, k, begin, small)
        if step is None:
            break
        k, small = step
    while k > begin and _is_loose(line, k - 1):
        k -= 1
    return k


def _is_loose(line, k):
    return line.low[k].text in lists()["links"] | {"-", "–", "."}


def _step(line, k, begin, small):
    """(next position, how many small words in a row), or None where the institution ends at k."""
    word = line.words[k].text
    if whole := lists()["whole"].at(line.low, k):
        return whole.last, 0
    stops = word[0].islower() and lists()["stop"].at(line.low, k)
    if word in _PAUSE or stops or (k > begin and head_at(line, k) and not _inside(line, k)):
        return None
    if word == "và" and k + 1 in line.spot_ends and k in line.spot_ends.values():
        return None
    if k in line.spot_ends and not _stage_name(line, k):
        return None if names.surname_first_at(line, k) else (line.spot_ends[k], 0)
    if name := name_after(line, k):
        return None if not _carried_inside(line, k, begin) else (_past_carried(line, k, name[1]), 0)
    if word[0].isupper():
        return k + 1, 0
    if word in "-–—" or (word == "." and line.low[k - 1].text in ("tp", "t.p")):
        goes_on = k + 1 < len(line) and (line.words[k + 1].text[0].isupper() or line.low[k + 1].text == "châu")
        return (k + 1, small) if goes_on else None
    if word == "(" and (close := _acronym_end(line, k)):
        return close, 0
    if word[0].isdigit():
        return (k + 1, small) if line.words[k - 1].text[0].isupper() or small else None
    if word == "&":  # "T&T"
        return min(k + 2, len(line)), small
    if not word[0].isalpha() or small >= 5:
        return None
    return _admin_step(line, k, small)


def _acronym_end(line, k):
    """One after the bracket of "(ITPC)" that stands behind an institution, or None."""
    inside = k + 2 < len(line) and line.words[k + 1].text.isupper() and line.words[k + 2].text == ")"
    return k + 3 if inside else None


def _inside(line, k):
    """ "Hội Nhà báo", "Liên hiệp Hội Nhà văn": an occupation inside an institution's name."""
    return line.low[k - 1].text in _BODIES and line.low[k].text in _MEMBERS


def _admin_step(line, k, small):
    """After "tỉnh", "huyện" ... a place name of two syllables that no list knows is skipped, if a name follows it."""
    word = line.low[k].text
    if word in _ADMIN and k + 1 < len(line) and k + 1 not in line.spot_ends:
        end = names.syllables_end(line, k + 1) if line.capital(k + 1) else k + 1
        if end - k - 1 >= 4 and names.vietnamese_at(line, k + 3):
            return k + 3, 0
    return k + 1, small + 1


def _carried_inside(line, k, begin):
    """True for "Trường THPT Nguyễn Huệ" inside an institution; "UBND tỉnh Nguyễn Văn A" is a person."""
    return k > begin and names.carried(line, k) and line.low[k - 1].text not in _ADMIN


def _past_carried(line, k, last):
    """Where to go on after a thing's name: at a second name in the same run ("... Nguyễn Huệ Lê Hà"), else after it."""
    for second in range(k + 2, last - 1):
        if names.vietnamese_at(line, second):
            return second
    return last


def name_after(line, k):
    """(first, one after the last) word of the name that stands at k after a title, or None."""
    if k < len(line) and (last := names.surname_first_at(line, k)):
        return k, last
    if k >= len(line) or k in line.spot_ends and not _surname_with_place(line, k):
        return _stage_name(line, k) if k < len(line) else None
    last = names.vietnamese_at(line, k)
    if last:
        return k, last
    return _foreign_after(line, k) or _stage_name(line, k)


def _stage_name(line, k):
    """ "nhạc sĩ Văn Cao", "bị cáo Sáu Hùng": two or three syllables without a surname, after some titles."""
    if not line.capital(k) or not lists()["stage"].before(line.low, k):
        return None
    last = names.syllables_end(line, k)
    if line.spot_ends.get(k, k + 1) != k + 1 or k in line.spot_ends and last == k + 1:
        return None
    thing = name_lists.lists()["carriers"].at(line.low, k)
    return (k, last) if 2 <= last - k <= 3 and not thing and name_origins.is_vietnamese(line.words[k].text) else None


def _surname_with_place(line, k):
    """ "Hà Nội" is a place, "Hồ Chí Minh" alone is not; a name may be longer than the place it begins with."""
    last = names.vietnamese_at(line, k)
    return bool(last and last > line.spot_ends[k])


def _foreign_after(line, k):
    """A foreign name after a title; words before a known given name ("Rosatom") belong to the institution."""
    found = names.foreign_at(line, k)
    if not found or found[0] != k:
        return None
    return found


def address_at(line, i):
    """One after the form of address ("ông", "đồng chí") at word i, or None where it is none ("nước bạn", "bà con")."""
    known = lists()
    hit = known["address"].at(line.low, i)
    if not hit or hit.last >= len(line):
        return None
    familiar = line.low[i].text not in ("ông", "bà", "đồng", "ngài", "cụ")
    if i and familiar and line.low[i - 1].text in known["not_after"]:
        return None
    return None if line.words[hit.last].text in known["not_before"] else hit.last
