"""A person who speaks in a sentence comes in; the words that are told as his, and how, go out.

Words between quotation marks are his where nothing stands between them and the speaker or his verb: a title of a book
or an expression in marks further on is part of what the paper reports.
"""

import re
from dataclasses import dataclass

from analysis import rules, titles
from analysis.lookup import made
from analysis.phrases import either

# What may stand between a speaker and words in marks: nothing, or what opens speech.
_BEHIND = re.compile(r"\s*(?:,\s*)?(?:[^“”\"«»„.!?\n]{0,80}:\s*[-–—]?\s*|(?:rằng|là)\s*:?\s*)?")
_BEFORE = re.compile(r"[”\"»]?[\s,–—-]*(?:(?:nữ|vị|chính)\s+)?")
_OFFICE_BEFORE = re.compile(r"[”\"»]?\s*[,–—-]\s*(?:(?:nữ|vị)\s+)?([^\W\d_A-ZĐ][^“”\"«»„.!?:;,\n]{2,80}),\s*")
_SURE = re.compile(r":\s*[-–—]?\s*$")  # behind it any words in marks are speech; elsewhere a few may be an expression
_FEW = 5
_LEAD = re.compile(r"^\s*(?:\([^()]*\))?\s*(?:,|:)?\s*(?:rằng|là)?\s*[,:]?\s*")
_PUT = re.compile(r"^(?:[^\s,:“\"]+\s+){0,9}?(?:rằng\s*[,:]?\s+|[^\s,:“\"]+\s*:\s+)")
_ASIDE = re.compile(r"^\s*(?:\([^()]*\)\s*)?[,:–—-]\s*")
_OFFICE = re.compile(r"(?:\([^()]*\)|[^,:(])*?(?:\s[–—-](?=\s+[^\W\d_])(?![^,]*,)|,)\s*")
_ROLES = frozenset("chủ đại chuyên người nhà thành một cố nguyên cựu trưởng phó quyền".split())  # open an office
_END = re.compile(r"[\s,–—-]+$")
_DATELINE = re.compile(r"^[^.,!?“\"]{0,40}\)\s*[-–—]\s*|^\([^()]{1,30}\)\s*[-–—]?\s*")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SENTENCE = 6  # words of a clause that stands before "ông X cho biết"


@dataclass(frozen=True)
class Speaker:
    """Who speaks in a line: from where to where in it he is named and his verb stands, and how he is introduced.

    `verb` is as printed, "theo" in "theo ông X", "" in the answers of an interview.
    """

    line: object
    begin: int
    end: int
    verb: str
    answers: bool = False


def told(speaker, text, marks):
    """(words, kind) of a speaker, kind "direct", "reported" or "answer"; None where a deed or a question is told.

    `text` is the NFC text of the article, `marks` what stands between quotation marks in it.
    """
    if speaker.answers:
        return _paragraph_behind(speaker, text), "answer"
    words = _direct(speaker, text, marks)
    if words:
        return words, "direct"
    words = _behind(speaker) or _before(speaker)
    return (words, "reported") if words else None


def _paragraph_behind(speaker, text):
    begin = speaker.line.offset + speaker.end
    return text[begin:].partition("\n")[0].lstrip(" :–—-").strip()


def _direct(speaker, text, marks):
    begin, end = speaker.line.offset + speaker.begin, speaker.line.offset + speaker.end
    for start, stop in marks:
        words = text[start:stop].strip().rstrip(",")
        if stop <= begin and _beside(speaker, text, stop) and not _begins_anew(speaker, text[stop:begin]):
            return words
        if end < start <= end + 100:
            between = text[end : start - 1]
            if _BEHIND.fullmatch(between) and (_SURE.search(between) or len(words.split()) > _FEW):
                return words
    return None


def _beside(speaker, text, stop):
    """True where nothing stands between words in marks and the speaker but his office: "”, chủ xưởng gỗ, ông X nói"."""
    begin = speaker.line.offset + speaker.begin
    if _BEFORE.fullmatch(text, stop, begin):
        return True
    office = _OFFICE_BEFORE.fullmatch(text, stop, begin)
    starts = [word.start + speaker.line.offset for word in speaker.line.words]
    if not office or office.start(1) not in starts:
        return False
    at = starts.index(office.start(1))
    return bool(titles.at(speaker.line, at) or speaker.line.low[at].text in _ROLES)


def _begins_anew(speaker, between):
    """True for "“Vé đã bán.” Ông cho biết thêm ...": the speaker opens a sentence, which has words of its own."""
    opens = speaker.line.text[speaker.begin].isupper() and not re.search(r"[,–—-]", between)
    return bool(opens and _behind(speaker))


def _behind(speaker):
    """What the sentence tells after the verb; "" where that is only where, to whom or of what somebody spoke."""
    rest = speaker.line.text[speaker.end :]
    if speaker.verb == "theo":
        rest = _behind_name(speaker.line, rest)
    if rest.rstrip().endswith("?"):
        return ""
    words = _LEAD.sub("", rest).strip()
    deeds = made(lambda: rules.load("speech"), _deeds)
    if deeds.at_all.match(words) or speaker.verb.lower() in deeds.verbs and deeds.of_verbs.match(words):
        put = _PUT.match(words)
        words = words[put.end() :] if put else _after_pause(words) if deeds.where.match(words) else ""
    return words if _LETTERS.search(words) else ""


def _behind_name(line, rest):
    """What follows "Theo ông X, " or "Theo ông X, Phó Giám đốc ..., "; the sentence where that cannot be told apart."""
    aside = _ASIDE.match(rest)
    if not aside:
        return line.text if _LETTERS.search(rest) else ""
    rest = rest[aside.end() :]
    place = len(line.text) - len(rest)
    at = next((n for n, word in enumerate(line.words) if word.start >= place), len(line))
    if at < len(line) and (titles.at(line, at) or line.low[at].text in _ROLES):
        office = _OFFICE.match(rest)
        return rest[office.end() :] if office else line.text
    return rest


def _after_pause(words):
    """What follows "tại hội chợ, ..."."""
    return words.partition(", ")[2].strip()


def _before(speaker):
    """The clause before "..., ông X cho biết"; "" where only the time, the place or the occasion stands there."""
    before = speaker.line.text[: speaker.begin]
    if not _END.search(before) or not before.rstrip().endswith((",", "-", "–", "—")):
        return ""
    clause = _END.sub("", _DATELINE.sub("", before))
    occasions, told = made(lambda: rules.load("speech"), _deeds).occasions, clause
    while occasions.match(told.lower()):
        told = told.partition(", ")[2]
    return clause.strip() if len(told.split()) >= _SENTENCE else ""


class _Deeds:
    """What tells that somebody spoke, and not his words."""

    def __init__(self, table):
        listed = table["deeds"]
        self.verbs = frozenset(listed["verbs"])
        self.at_all = re.compile(rf"(?:{either(listed['always'])})(?!\w)", re.I)
        self.of_verbs = re.compile(rf"(?:{either(listed['where'] + listed['of'])})(?!\w)", re.I)
        self.where = re.compile(rf"(?:{either(listed['where'])})(?!\w)", re.I)
        self.occasions = re.compile(rf"(?:{either(listed['occasions'])})(?!\w)")


def _deeds(table):
    return _Deeds(table)
