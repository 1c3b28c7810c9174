"""Any string comes in; the same string in one spelling, its syllables' shape, or a key to sort it by goes out.

Vietnamese can be typed in several byte sequences that look the same. Everything that counts words goes through here
first, so that no word is counted twice under two spellings.
"""

import re
import unicodedata
from functools import lru_cache

# Tone marks in the order of Vietnamese dictionaries: level (none), huyền, hỏi, ngã, sắc, nặng.
TONES = "\u0300\u0309\u0303\u0301\u0323"
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

_VOWEL_PAIRS = {"oa": "àáảãạ", "oe": "èéẻẽẹ", "uy": "ỳýỷỹỵ"}
_FIRST = {"o": "òóỏõọ", "u": "ùúủũụ"}


def _tone_pairs():
    """Every toned final oa, oe, uy in both placements: {"òa": "oà", "Òa": "Oà", "ÒA": "OÀ", ...}."""
    pairs = {}
    for pair, toned_last in _VOWEL_PAIRS.items():
        for first, last in zip(_FIRST[pair[0]], toned_last, strict=True):
            for cased in (str, str.capitalize, str.upper):
                pairs[cased(first + pair[1])] = cased(pair[0] + last)
    return pairs


_TO_LAST = _tone_pairs()
_TO_FIRST = {last: first for first, last in _TO_LAST.items()}


def _placement(table):
    """A pattern of the table's keys at the end of a syllable, not after q ("quý" has one spelling only).

    Written as two sets of letters, which are looked for eight times as fast as the keys one by one; what else has a
    first and a last letter of keys ("OÀ" and "oà", but "oÀ") is for the table to leave as it is.
    """
    first, last = ("".join(sorted({key[at] for key in table})) for at in (0, 1))
    return re.compile(rf"[{first}](?<![qQ].)[{last}](?!\w)")


_LAST_PATTERN, _FIRST_PATTERN = _placement(_TO_LAST), _placement(_TO_FIRST)


def nfc(text):
    """The text with every letter composed (Unicode NFC), which is how all modules expect it.

    The Icelandic capital Ð, which several papers print for Đ and which looks the same, becomes Đ.

    >>> len(nfc("Nga và Việt Nam")) == len("Nga và Việt Nam"), nfc("\u00d0ại sứ") == "Đại sứ"
    (True, True)
    """
    return unicodedata.normalize("NFC", text).replace("\u00d0", "\u0110")


def tone_on_first(text):
    """The text in the spelling of the news sites: hòa, thủy, ủy. NFC text in, same length out.

    >>> tone_on_first("hoà bình, Uỷ ban, tuý luý, quý giá")
    'hòa bình, Ủy ban, túy lúy, quý giá'
    """
    return _FIRST_PATTERN.sub(lambda match: _TO_FIRST.get(match[0], match[0]), text)


def tone_on_last(text):
    """The text in the spelling of the dictionaries and of the word model: hoà, thuỷ, uỷ. NFC in, same length out.

    >>> tone_on_last("hòa bình, Ủy ban, hoàn thành")
    'hoà bình, Uỷ ban, hoàn thành'
    """
    return _LAST_PATTERN.sub(lambda match: _TO_LAST.get(match[0], match[0]), text)


def norm(word):
    """The form under which a word is counted: NFC, one tone placement, lower case, single spaces.

    >>> norm("Hoà  Bình") == norm("hòa bình")
    True
    """
    return _norm(word) if len(word) <= 40 else _norm.__wrapped__(word)


@lru_cache(maxsize=65536)  # a name is asked for twenty times an article: kept, this is a tenth of finding people
def _norm(word):
    return " ".join(tone_on_first(nfc(word)).lower().split())


def bare(text):
    """The text without any diacritic, lower case: what a reader without a Vietnamese keyboard types.

    >>> bare("Đối tác chiến lược")
    'doi tac chien luoc'
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _without_tone(syllable):
    """Toneless letters of one syllable and the rank of its tone (0 level .. 5 nặng)."""
    decomposed = unicodedata.normalize("NFD", syllable.lower())
    tones = [TONES.index(letter) + 1 for letter in decomposed if letter in TONES]
    letters = "".join(letter for letter in decomposed if letter not in TONES)
    return unicodedata.normalize("NFC", letters), tones[0] if tones else 0


@lru_cache(maxsize=65536)
def sort_key(text):
    """A key that sorts as a Vietnamese dictionary does: syllable by syllable, letters first (Đ after D), then tone.

    Python's own order puts Đ and Ấ after z. Digits and signs come before letters.

    >>> sorted(["Đức", "xuất khẩu", "ấn Độ", "dầu khí", "an ninh", "ân"], key=sort_key)
    ['an ninh', 'ân', 'ấn Độ', 'dầu khí', 'Đức', 'xuất khẩu']
    """
    return "".join(map(_syllable_key, nfc(text).split())), text


@lru_cache(maxsize=16384)  # ten thousand words are made of three thousand syllables
def _syllable_key(syllable):
    """The letters, each as a sign that stands in the alphabet's order, and the tone, which sorts before any letter."""
    letters, tone = _without_tone(syllable)
    return letters.translate(_IN_ORDER) + chr(1 + tone)


_IN_ORDER = {ord(letter): 0x100000 + place for place, letter in enumerate(ALPHABET)}  # behind all other signs


# Rimes of Vietnamese without tone, written as vowel(s) and the endings each takes; the onset list is closed.
_RIMES = (
    "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)|e(?:c|m|n|ng|o|p|t)?|"
    "ê(?:ch|m|n|nh|p|t|u)?|i(?:a|c|ch|m|n|nh|p|t|u)?|iê(?:c|m|n|ng|p|t|u)|y|yê(?:m|n|ng|t|u)|"
    "o(?:c|i|m|n|ng|ong|oc|p|t)?|oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|oă(?:c|m|n|ng|t)|oe(?:m|n|o|t)?|"
    "ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?|u(?:a|c|i|m|n|ng|p|t)?|uâ(?:n|ng|t|y)|uê(?:ch|n|nh)?|uô(?:c|i|m|n|ng|t)|"
    "uơ|uy(?:a|ch|n|nh|p|t|u)?|uyê(?:n|t)|ư(?:a|c|i|m|n|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)"
)
_SYLLABLE = re.compile(
    rf"(?:(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|[bcdđghklmnprstvx])?(?:{_RIMES})|"
    r"q(?:ua(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|uă(?:c|m|n|ng|t)|uâ(?:n|ng|t|y)|ue(?:n|o|t)?|uê(?:n|t|nh)?|"
    r"u[iy](?:t|nh|p|ch|n|u|a)?|uyê(?:n|t)|uơ(?:i)?|uô[cn]|uyt)|gi|gi(?:n|m|êng|êc|êm|êt|êu|ên))"
)


@lru_cache(maxsize=65536)
def is_syllable(token):
    """True where the token could be a Vietnamese syllable by its letters (meaning is not asked).

    >>> [is_syllable(word) for word in ("quyết", "Nghiêng", "Lavrov", "Putin", "USD")]
    [True, True, False, False, False]
    """
    return bool(_SYLLABLE.fullmatch(_without_tone(token)[0]))
