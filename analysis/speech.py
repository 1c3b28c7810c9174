"""A Line and a place in it come in; whether a speech verb, or "theo", makes a person its speaker goes out."""

import re

from analysis import rules
from analysis.lookup import made
from analysis.phrases import Lexicon


class _Said(Lexicon):
    """Speech verbs; a longer word that opens like one ("khai mạc", "bảo vệ", "viết thư") is none."""

    def at(self, found, position, stop=None):
        hit = super().at(found, position, stop)
        if not hit or hit.label == "no":
            return None
        alone = hit.last - hit.first == 1 and found[position].text in ("gọi", "coi", "xem")
        return hit if not alone or _likens(found, hit.last) else None


def _likens(found, k):
    """True for "gọi chuyến thăm là bước ngoặt", "coi Nga là bạn"; to watch a film or call a taxi says nothing."""
    words = [token.text for token in found[k : k + 12]]
    pause = next((n for n, word in enumerate(words) if word in ",;.:“”"), len(words))
    return "là" in words[:pause] or "như" in words[:pause]


def _speech(listed):
    said = _Said({"": listed["verbs"]["said"], "no": listed["verbs"]["no"]})
    return said, *(Lexicon({"": listed[key]["words"]}) for key in ("before", "between"))


def speech():
    """Lexicons of speech verbs, of words that introduce a speaker, and of what may stand between name and verb."""
    return made(lambda: rules.load("speech"), _speech)


def speaks(mention):
    """True where the sentence gives the person's words: "X khẳng định", "Theo ông X", "“...”, chị X nói"."""
    after = verb_after(mention.line, max(mention.last, mention.after)) is not None
    return after or introduced(mention) or _quoted(mention)


_QUOTE = re.compile(r"\s*[“\"][^“”\"]{15,}[”\"]\s*[,–-]\s*")


_OPENS = re.compile(r"(?:, [^“\":;.A-ZĐ]{1,40})?:\s*[“\"]")


def _quoted(mention):
    """True for "Bà Zimina: Tôi ..." in an interview, "“...”, ông Rybakov" and "ông Ivanov, 82 tuổi: “...”"."""
    line, begin = mention.line, office_begin(mention)
    opens = _OPENS.match(line.text, line.words[mention.last - 1].end)
    return bool(answers(mention) or opens or _QUOTE.fullmatch(line.text[: line.words[begin].start]))


def answers(mention):
    """True where name and colon open the line, as in an interview: "Bà Zimina: Tôi ..."."""
    line, last = mention.line, mention.last
    return office_begin(mention) == 0 and last < len(line) - 1 and line.words[last].text == ":"


_JOINED = re.compile(r"\s*và\s*")


def speakers(mentions):
    """The ids of the persons whose words a text reports; of "ông A và bà B cho biết" both. Mentions in order."""
    found, after = set(), None
    for mention in reversed(mentions):
        if speaks(mention) or after and _speak_together(mention, after):
            found.add(id(mention.who))
            after = mention
        else:
            after = None
    return found


def _speak_together(one, other):
    """True where only "và" joins two names and the verb follows the second."""
    if one.line is not other.line or verb_after(other.line, _end(other)) is None:
        return False
    words, begin = one.line.words, office_begin(other)
    return bool(_JOINED.fullmatch(one.line.text[words[_end(one) - 1].end : words[begin].start]))


def _end(mention):
    return max(mention.last, mention.after)


def verb_after(line, k):
    """The position of the speech verb whose subject ends at word k, or None. Short asides are skipped."""
    said, _, between = speech()
    k = _past_aside(line, k)
    k = _past_house(line, k)
    for _ in range(5):
        if hit := said.at(line.low, k):
            return k
        if not (hit := between.at(line.low, k)):
            return _second_verb(line, k)
        k = hit.last
    return None


def _past_aside(line, k):
    """After ", ... ," or "( ... )" beside a name, if it is short; after a colon or dash."""
    if k < len(line) and line.words[k].text in {",", "(", "-", "–", ":"}:
        close = {"(": ")", ":": ":"}.get(line.words[k].text, line.words[k].text)
        for n in range(k + 1, min(len(line), k + 14)):
            if line.words[n].text == close:
                return n + 1
        return k + 1 if line.words[k].text in ":,-–" else k
    return k


def _past_house(line, k):
    """After "của Viện ...", "ở Volgograd" beside a name, if a speech verb follows it in the same clause."""
    if k < len(line) and line.low[k].text in {"của", "thuộc", "ở", "tại"}:
        for n in range(k + 2, min(len(line), k + 12)):
            if line.words[n].text in ",;:.“”()":
                break
            if speech()[0].at(line.low, n) and line.words[n].text.islower():
                return n
    return k


def _second_verb(line, k):
    """ "X bắt tay các nghệ sĩ và nói ...": a speech verb later in the clause, before any pause or other name."""
    said = speech()[0]
    for n in range(k, min(len(line), k + 12)):
        if line.words[n].text in ",;:.“”(" or line.capital(n) and n > k + 1 and n not in line.spot_ends:
            return None
        if n > k and line.low[n - 1].text in {"và", "để", "rồi", "lại"} and said.at(line.low, n):
            return n
    return None


def verb_at(line, k):
    """The speech verb that begins at word k as printed; "" for None."""
    hit = speech()[0].at(line.low, k) if k is not None else None
    return line.printed(hit.first, hit.last) if hit else ""


def introduced(mention):
    """True for "Theo ông Hòa", "dẫn lời bà Yến"."""
    line, first = mention.line, mention.first
    _, before, _ = speech()
    hits = [before.before(line.low, at) for at in (office_begin(mention), first)]
    return any(hit and _opens(line, hit) for hit in hits)


def _opens(line, hit):
    """True where a word that introduces a speaker opens a clause: "Theo ông Hòa", not "đặt tên theo ông Hòa"."""
    return hit.first == 0 or line.words[hit.first - 1].text in ",;:“\"-–" or hit.last - hit.first > 1


def office_begin(mention):
    """The first word of the title or address before a name."""
    line, begin = mention.line, mention.first
    if mention.address:
        begin -= len(mention.address.split())
    if mention.office and mention.how in ("titled", "address"):
        at = line.text.rfind(mention.office, 0, line.words[mention.first].start)
        begin = next((n for n, word in enumerate(line.words) if word.start == at), begin)
    return begin
