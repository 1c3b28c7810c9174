"""A sentence comes in; its smallest pieces (syllables, numbers, marks) go out, with their offsets.

Every character that is not white space is in exactly one piece. What belongs together although it holds a mark is one
piece: dates, numbers, addresses, aircraft types, transcribed names ("Mát-xcơ-va"). A hyphen between words is a piece.
"""

import re

from analysis import rules
from analysis.letters import is_syllable, tone_on_last
from analysis.lexicon import lexicon
from analysis.lookup import made

_ADDRESS = r"https?://[^\s<>]*[^\s<>.,;:!?)\]”’\"»]|www\.[^\s<>]*[^\s<>.,;:!?)\]”’\"»]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DOMAIN = r"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:vn|com|net|org|ru|info|gov|edu|tv)(?:/[^\s<>]*[\w/])?(?![\w@])"
_PAPER = r"\d+/\d{4}/[\w-]*\w|\d+[/-][A-ZĐ]\w*(?:[-/][A-ZĐ]\w*)+"  # a decree's number: 15/2024/NĐ-CP, 57-NQ/TW
_DATE = r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{1,2}[/-]\d{4}(?!\d)|\d{1,2}/\d{1,2}(?![\d/])"
_DAY = r"\d{1,2}-\d{1,2}(?![\d/%-]|[.,]\d)"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}[hg]\d{2}(?!\w)"
_NUMBER = r"\d+(?:[.,]\d+)+|\d+/\d+(?!\d)"
_YEAR = r"(?:19|20)\d{2}(?!\d)"  # what follows a hyphen is no year: Su-30, S-400, Covid-19, MC-21-300, RON95-III
_CODE = rf"(?<!\w)[A-ZĐa-z]{{1,12}}\d{{0,4}}-(?!{_YEAR})(?:\d\w{{0,6}}(?:-\d+)?|(?<=\d-)[IVX]+)(?!\w)(?!-\w)"
_DOTTED = r"(?<!\w)(?:[A-ZĐ]\.){2,}[A-ZĐ]?(?!\w)|(?<!\w)TP\.[A-ZĐ]{2,}(?!\w)|T\.Ư|v\.v\.?"  # U.S., TP.HCM
_NAME = r"[^\W\d_]+['’][^\W\d_]+|[A-ZĐ]+&[A-ZĐ]+"  # H'Mông, R&D
_HYPHENED = r"[^\W\d_]+(?:-[^\W\d_]+)+"
_PLAIN = r"[^\W\d_]+(?=[\s,;!?)\]”\"]|$)"  # nine pieces in ten; tried first because it is quick
_RUN = re.compile(r"\S+")
_PIECE = re.compile(
    rf"{_PLAIN}|(?P<whole>{_ADDRESS}|{_DOMAIN}|{_PAPER}|{_DATE}|{_CLOCK}|{_DAY}|{_NUMBER}|{_DOTTED}|{_NAME}|°[CF])|"
    rf"(?P<code>{_CODE})|(?P<hyphened>{_HYPHENED})|\.{{2,}}|\w+|\S"
)


def _with_one_stop(lines):
    return frozenset(line.rstrip(".") + "." for line in lines)


def _titles():
    """Abbreviations that keep their full stop: "TP." is one piece, as is "GS.TS."."""
    return made(lambda: rules.lines("abbreviations"), _with_one_stop)


def _is_transcribed(syllables):
    """True for "Mát-xcơ-va", "Xô-viết", "vắc-xin": one foreign word, written in syllables tied by hyphens."""
    first, *rest = syllables
    acronym = len(first) > 1 and first.isupper()
    if first[0].isupper() and not acronym and all(part.islower() for part in rest):
        return True
    if tone_on_last("-".join(syllables).lower()) in lexicon().tied:
        return True
    return all(part.islower() for part in syllables) and not all(map(is_syllable, syllables))


def _hyphened(match):
    """The pieces of a run tied by hyphens: the whole of a transcribed word, else the words and the hyphens."""
    if _is_transcribed(match[0].split("-")):
        return [(match.start(), match.end())]
    parts = re.finditer(r"[^-]+|-", match[0])
    return [(match.start() + part.start(), match.start() + part.end()) for part in parts]


def _glued(match):
    """The piece, cut where a page lost the space between two lines: "NhấtTổng" after "Nhất"."""
    token, start = match[0], match.start()
    seams = [i for i in range(1, len(token)) if token[i].isupper() and token[i - 1].islower()]
    after = token[seams[0] :] if len(seams) == 1 else ""
    if is_syllable(after) and (is_syllable(token[: seams[0]]) or not after.isascii()):
        return [(start, start + seams[0]), (start + seams[0], match.end())]
    return [match.span()]


def _cuts(text):
    """Offsets of the pieces, before titles take their full stop. Between two spaces stands mostly a syllable."""
    found = []
    for run in _RUN.finditer(text):
        shown = run[0]
        if shown.isalpha() and (shown.islower() or shown.istitle()):
            found.append(run.span())
        else:
            for match in _PIECE.finditer(text, *run.span()):
                found += _parts(match)
    return found


def _parts(match):
    if match.lastgroup == "hyphened":
        return _hyphened(match)
    shown = match[0]
    return [match.span()] if len(shown) == 1 or shown.islower() or shown.istitle() else _glued(match)


def _with_stops(text, cuts):
    """The same pieces, with the full stop of an abbreviated title inside the title ("TP." but "USD" and ".")."""
    merged = []
    for start, end in cuts:
        stops = text[end - 1] == "." and merged and merged[-1][1] == start and end < len(text)
        if stops and text[merged[-1][0] : end] in _titles():
            merged[-1] = merged[-1][0], end
        else:
            merged.append((start, end))
    return merged


def pieces(text):
    """The pieces of a text as a list of (start, end) offsets into it.

    >>> text = "Kim ngạch Việt Nam-Nga đạt 5,3 tỷ USD."
    >>> [text[start:end] for start, end in pieces(text)][2:]
    ['Việt', 'Nam', '-', 'Nga', 'đạt', '5,3', 'tỷ', 'USD', '.']
    """
    return _with_stops(text, _cuts(text)) if "." in text[:-1] else _cuts(text)
