"""Text comes in; its sentences, with their offsets, go out."""

import re
from functools import lru_cache

from analysis import rules
from analysis.letters import is_syllable
from analysis.lookup import made

# An address ends a sentence only when its own last stop is followed by a space.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+")
_IN_ADDRESSES = ("://", "www.", "@")  # looked for first: few lines have any
_END = re.compile(
    r"(?P<stop>[.!?…]+)(?P<closers>[\"”’»)\]]*)(?=(?P<space>\s*)(?P<next>(?P<word>[^\W\d_]+)(?:[-‑][^\W\d_]+|\.)?|\S))"
)
_OPENERS = "\"“‘«([-–—•"
_MARXISTS = ("Mác", "Ăng")
_SPELLED = re.compile(r"[A-ZĐ]\.|[A-ZĐÂÊÔÁÉÓ][^\W\d_]*[-‑][^\W\d_A-ZĐ]+")  # the next initial; "Pu-tin", not "Việt-Nga"
_LONGEST_WORD = 40  # letters; only so many are looked at, so that a line without spaces takes no longer than others
_LIST_NUMBER = re.compile(r"\s*(?:\d{1,2}|[IVX]{1,4}|[a-zđ])")


def _without_stops(lines):
    return frozenset(line.rstrip(".").lower() for line in lines)


def _abbreviations():
    return made(lambda: rules.lines("abbreviations"), _without_stops)


def _word_before(line, stop):
    """The characters between the last space (or opening mark) and the full stop."""
    return re.search(r"[^\s(\[“\"]*$", line[max(0, stop - _LONGEST_WORD) : stop])[0]


def _is_abbreviation(line, begin, match):
    """True where the full stop belongs to a title, an initial ("V. Putin") or the number of a list item."""
    word, following = _word_before(line, match.start()), match["next"]
    if re.fullmatch(r"(?:[^\W\d_]\.)*[A-ZĐ]", word):  # before a Vietnamese word it is no initial: "vitamin C. Ngoài"
        spelled = _SPELLED.fullmatch(following)
        return bool(spelled) or not is_syllable(following.rstrip(".")) or match["word"] in _MARXISTS
    titles = word.lower() in _abbreviations() or _abbreviations().issuperset(word.lower().split("."))  # NGND.PGS.TS.
    return titles or bool(_LIST_NUMBER.fullmatch(line, begin, match.start()))


def _starts_sentence(after):
    """True where what follows the stop can open a sentence: a capital, a digit, or an opening mark."""
    return after[0].isupper() or after[0].isdigit() or after[0] in _OPENERS


def _lost_space(line, match):
    """True for "phát triển.Ông": a small Vietnamese word, the stop and a Vietnamese word with a capital, no space."""
    word, following = _word_before(line, match.start()), match["word"] or ""
    small = word.islower() and len(word) > 1 and is_syllable(word) and word not in _abbreviations()
    return match["stop"] == "." and small and following.istitle() and is_syllable(following)


def _ends_here(line, begin, match):
    if not match["space"]:
        return _lost_space(line, match)
    single = match["stop"] == "." and not match["closers"]
    return _starts_sentence(match["next"]) and not (single and _is_abbreviation(line, begin, match))


def _masked(line):
    """The line with the addresses in it crossed out, all but their last letter."""
    return _ADDRESS.sub(lambda match: "x" * (len(match[0]) - 1) + match[0][-1], line)


def _ends(line):
    """Offsets in one line at which a sentence ends."""
    masked, begin = _masked(line) if any(mark in line for mark in _IN_ADDRESSES) else line, 0
    for match in _END.finditer(masked):
        if _ends_here(masked, begin, match):
            begin = match.end()
            yield begin
    yield len(line)


def sentences_at(text):
    """The sentences of a text with their offsets: a list of (sentence, start, end), text[start:end] == sentence.

    A line break always ends a sentence; blank lines give none.

    >>> sentences_at("Nga mua gạo. Việt Nam bán.")
    [('Nga mua gạo.', 0, 12), ('Việt Nam bán.', 13, 26)]
    """
    read = _sentences_at if len(text) <= _LONGEST_KEPT else _sentences_at.__wrapped__
    return list(read(text, _abbreviations()))


_LONGEST_KEPT = 50_000  # letters; ten times a long article


@lru_cache(maxsize=2000)  # each article is asked for five times; about 25 MB
def _sentences_at(text, abbreviations):
    """What sentences_at() gives, as a tuple; the abbreviations are part of the key: edits count."""
    found, line_start = [], 0
    for line in text.splitlines(keepends=True):
        begin = 0
        for end in _ends(line):
            sentence = line[begin:end].strip()
            if sentence:
                start = line_start + begin + line[begin:end].index(sentence)
                found.append((sentence, start, start + len(sentence)))
            begin = end
        line_start += len(line)
    return tuple(found)


def sentences(text):
    """The sentences of a text, in order, stripped, as they stand in it.

    >>> sentences("GS. Trần Văn A. thăm Moskva ngày 2.5. “Rất tốt.” Đoàn về nước.")
    ['GS. Trần Văn A. thăm Moskva ngày 2.5.', '“Rất tốt.”', 'Đoàn về nước.']
    >>> sentences("Sách của V.I. Lê-nin và ông A. Pu-skin bán chạy. Ông mua.")
    ['Sách của V.I. Lê-nin và ông A. Pu-skin bán chạy.', 'Ông mua.']
    """
    return [sentence for sentence, _, _ in sentences_at(text)]
