"""Events told several times come in; each once, with all its sources and the dates they give, goes out."""

import re
from dataclasses import replace
from datetime import date

from analysis import event_words, identity, name_origins
from analysis.letters import tone_on_first


def merge(found, ref=None):
    """The events of one text, each once: later tellings of the same event fill in what the first left open.

    `ref` is the page's date: what an undated telling speaks of is not dated by one of long before that comes after it.
    """
    kept = []
    for event in found:
        others = ((n, other) for n, other in enumerate(kept) if not is_background(event, other, ref))
        same = next((n for n, other in others if _is_same(event, other)), None)
        if same is None:
            kept.append(event)
        else:
            kept[same] = filled(kept[same], event)
    return kept


_LONG_AGO = 60  # days; practice texts (416 events): F1 .936 with 10 to 120, .934 with 300, .932 without


def is_earlier(event, ref):
    """True for an event that was over long before the page's date: what is told of it is background."""
    over = event.date_end or event.date_start
    return bool(ref and over) and (ref - date.fromisoformat(over)).days > _LONG_AGO


def is_background(one, other, ref):
    """True for an event of long before behind an undated one: "ký nghị định thư sửa đổi hiệp định ký ngày 9/7/2002"."""
    kind = one.type in (*event_words.DIRECTED, "signing", "joint_statement")
    return kind and is_undated(other) and is_earlier(one, ref)


def _is_same(one, other):
    if (one.type, one.countries) != (other.type, other.countries):
        return False
    if one.guest and other.guest and one.guest != other.guest:
        return False
    if _is_another_time(one, other) or _is_another_time(other, one):
        return False
    if _number(one) != _number(other) and _number(one) and _number(other):
        return False
    if one.type == "cultural_event" and title(one) and title(one) == title(other):
        return _near(one, other)
    elsewhere = one.place and other.place and one.place != other.place
    if elsewhere and one.type != "visit" and not (one.type == "signing" and is_undated(one)):
        return False
    if None in (one.date_start or one.date_end, other.date_start or other.date_end):
        if is_undated(one) and is_undated(other) and (_says_alike(one, other) or _is_one_session(one, other)):
            return True
        if _number(one) and _number(one) == _number(other):
            return True
        again = one.type in event_words.DIRECTED + ("anniversary",) or _is_retold(one, other)
        return (again or _is_one_show(one, other)) and share(one, other)
    if not share(one, other) and not (one.type == "meeting" and is_of_the_group(_said(one))):
        return False
    return _overlap(one, other) and (one.type != "cultural_event" or one.evidence.lower() == other.evidence.lower())


_LATER_ON = re.compile(r"(?:[Tt]iếp đó|[Tt]rước đó|[Ss]au đó)\b|\b(?:đầu|giữa|cuối) (?:năm|tháng)\b")


def _is_another_time(one, other):
    """True for an undated visit "cuối năm 2021" of a named guest, told behind a dated one: another."""
    told_so = one.type == "visit" and is_undated(one) and one.who and not is_undated(other)
    return bool(told_so) and one.sentence != other.sentence and bool(_LATER_ON.search(one.sentence[: one.at]))


def _said(event):
    """The sentence of an event from the word that names it."""
    return event.sentence[event.at :]


def _says_alike(one, other):
    """True where two tellings go on in the same words, as a headline and its sentence do."""
    return one.sentence != other.sentence and _said(one)[:40] == _said(other)[:40]


def _is_one_session(one, other):
    """True for two undated tellings of a session by the same word."""
    return one.type == "session" and one.evidence.lower() == other.evidence.lower()


def _is_one_show(one, other):
    """True for an undated cultural event told again by the same word, under one title at most."""
    titles = {title(one), title(other)} - {None}
    return one.type == "cultural_event" and one.evidence.lower() == other.evidence.lower() and len(titles) < 2


_NUMBER = re.compile(r"\s(?:họp\s)?(?:lần\s)?thứ\s(\w+)")


def _number(event):
    """Which session of a row it is: "26" of "khóa họp lần thứ 26", "" where none is told."""
    told = event.type == "session" and _NUMBER.match(_said(event)[len(event.evidence) :])
    return _ORDINALS.get(told[1].lower(), told[1].lower()) if told else ""


_ORDINALS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9",
             "mười": "10"}  # fmt: skip


_NAMED = re.compile(r"[^“\"”,;.]{0,60}[“\"]([^”\"]{4,}?)[.,]?[”\"]")


def title(event):
    """The name of a cultural event: what stands in quotation marks behind its word, else "Những ngày văn hóa X".

    None where it has no name of its own: "triển lãm", "đêm nhạc".
    """
    said = tone_on_first(_said(event))
    quoted = _NAMED.match(said)
    series = re.match(r"(?:những )?(?:ngày|tuần|tuần lễ|năm) (?:\w+ ){2,3}\w+", said.lower())
    return quoted[1].lower() if quoted else series[0] if series and said[:1].isupper() else None


def is_of_the_group(said):
    """True for "tiếp và làm việc với đoàn.": with the delegation told before.

    >>> is_of_the_group("tiếp và làm việc với đoàn."), is_of_the_group("tiếp đoàn nghị sĩ Lào")
    (True, False)
    """
    return bool(re.match(r"tiếp(?:\s\w+){0,4}\sđoàn\s*(?:[.,;]|$)", said.lower()))


def _near(one, other):
    """True where two tellings of a named event can mean one: undated, open at an end, or at most three days apart."""
    open_end = None in (one.date_start, one.date_end, other.date_start, other.date_end)
    if is_undated(one) or is_undated(other) or open_end and _overlap(one, other):
        return True
    (first, last), (start, end) = ((e.date_start or e.date_end, e.date_end or e.date_start) for e in (one, other))
    return _days((last, start)) <= 3 and _days((end, first)) <= 3


def _is_retold(one, other):
    """True for an undated telling and a dated one of at most a month, both past or both ahead.

    "Hai trường vừa trao văn kiện. Lễ ký diễn ra chiều 20/11."
    """
    dated = [e for e in (one, other) if e.date_start and e.date_end]
    short = dated and _days((dated[0].date_start, dated[0].date_end)) <= 31
    return bool(short) and one.status == other.status and one.type in ("signing", "joint_statement", "session", "call")


def share(one, other):
    """True where two tellings name a person in common, or one of them names nobody."""
    return not one.who or not other.who or bool(_surnames(one.who) & _surnames(other.who))


def _surnames(who):
    """The last parts of names, of listed persons in one spelling; of Russian ones the surname."""
    known = [(identity.entry(name) or {"name": name})["name"] for name in who]
    return {name_origins.plain(name).split()[-1] for name in known}


def _overlap(one, other):
    """True where two tellings can mean the same days; None is open."""
    low, high = max(one.date_start or "", other.date_start or ""), min(one.date_end or "9", other.date_end or "9")
    return low <= high


def is_undated(event):
    """True for an event without a first and a last day."""
    return not (event.date_start or event.date_end)


def is_open(one, other):
    """True for an event without a day, and for a stay whose end another telling of it brings."""
    ends = one.type == "visit" and one.date_end is None and other.date_start and other.date_end
    return is_undated(one) or bool(ends)


def filled(one, other):
    """One event of two tellings: the narrower dates, all names, the firmer status."""
    dates = _narrower(one, other)
    who = one.who + tuple(n for n in other.who if not any(n in m or m in n for m in one.who))
    later = dates[1] and dates[1] == other.date_end != one.date_end
    status = other.status if later or other.date_start and not one.date_start else one.status
    sides = {"guest": one.guest or other.guest, "host": one.host or other.host, "place": one.place or other.place}
    return replace(one, date_start=dates[0], date_end=dates[1], who=who, status=status, **sides)


def _narrower(one, other):
    spans = [(e.date_start, e.date_end) for e in (one, other) if e.date_start or e.date_end]
    whole = [span for span in spans if all(span)]
    ends = sorted(span[1] for span in spans if span[1])
    opening = whole and one.type == "cultural_event" and (len(spans) > len(whole) or not _overlap(one, other))
    if opening:  # and the days that follow it, or the last of them
        return min(whole)[0], ends[-1]
    if one.type == "visit" and not whole and len(spans) == 2:  # the day of the arrival and that of leaving
        return spans[0][0] or spans[1][0], spans[0][1] or spans[1][1]
    opened = [span for span in spans if span[0] and not span[1]]
    if one.type == "visit" and opened and whole and opened[0][0] < whole[0][0] == whole[0][1]:
        return opened[0]  # one day of a visit that began before it
    if whole and (one.type != "visit" or _days(whole[0]) > _LONGEST_STAY):
        return min(whole, key=_days)
    return (whole or spans or [(None, None)])[0]


_LONGEST_STAY = 27  # days: a visit told by its month or year takes the days told of it elsewhere


def _days(span):
    return (date.fromisoformat(span[1]) - date.fromisoformat(span[0])).days
