"""Bytes of a saved file come in; NFC text goes out, or one sentence on why there is none.

UTF-8 and UTF-16 with and without BOM, windows-1258 and doubly encoded UTF-8 are read. Legacy Vietnamese font encodings
(TCVN3, VNI, VISCII) have no codec in Python; they are recognised and refused with advice.
"""

import codecs
import re
import unicodedata

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,20})""", re.I)

# Everyday syllables (và, của, là, được, không, Việt, nước, đã, có, những) as each legacy encoding shows them when its
# bytes are taken for Latin-1. One of them alone may be chance ("cã"), four are not.
LEGACY = {
    "TCVN3 (ABC)": {
        "vµ",
        "cña",
        "lµ",
        "®­îc",
        "kh«ng",
        "ViÖt",
        "viÖt",
        "n­íc",
        "®·",
        "cã",
        "nh÷ng",
        "trong",
        "®Õn",
        "tõ",
        "hîp",
        "t¸c",
        "ngµy",
        "n¨m",
        "quan",
        "hÖ",
    }
    - {"trong", "quan"},
    "VNI": {
        "vaø",
        "cuûa",
        "laø",
        "ñöôïc",
        "khoâng",
        "Vieät",
        "nöôùc",
        "ñaõ",
        "coù",
        "nhöõng",
        "ñeán",
        "töø",
        "hôïp",
        "taùc",
        "ngaøy",
        "naêm",
        "heä",
    },
    "VISCII": {"cüa", "ðßþc", "không", "Vi®t", "nßc", "nß¾c", "ðã", "nhæng", "ðªn", "t×", "hþp", "h®", "Ðäi"}
    - {"không"},
}
BINARY = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or Word file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
)


class Unreadable(ValueError):
    """A file cannot be used; the message is one sentence that says why and what to do."""


def decode(raw: bytes) -> str:
    """The text of the bytes in NFC. Raises Unreadable for pictures, programs, random bytes and legacy encodings.

    >>> decode("Việt Nam và Nga".encode("utf-16"))
    'Việt Nam và Nga'
    >>> decode("Hai công ty đã ký thông cáo chung".encode("cp1258", "replace"))[:11]
    'Hai công ty'
    """
    text = _decoded(raw)
    _refuse_legacy(text)
    _refuse_noise(text)
    return unicodedata.normalize("NFC", _repaired(text).lstrip("\ufeff"))


def _decoded(raw):
    for mark, codec in BOMS:
        if raw.startswith(mark):
            return raw.decode(codec, "replace")
    for magic, what in BINARY:
        if raw.startswith(magic):
            raise Unreadable(
                f"this is {what}, not text; give it its right ending or save the page again as .html or .txt"
            )
    if (wide := _utf16(raw)) is not None:
        return wide
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(raw)


def _utf16(raw):
    """Text without a BOM where every second byte is nearly always zero or 1E (Latin letters and Vietnamese ones)."""
    sample = raw[:4000]
    if len(sample) < 4 or sample.count(0) < len(sample) / 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return raw.decode("utf-16-le" if odd > even else "utf-16-be", "replace")


def _not_utf8(raw):
    damaged = raw.decode("utf-8", "replace")
    lost = damaged.count("\ufffd") - damaged.endswith("\ufffd")
    if lost <= len(damaged) // 200:  # a cut or slightly damaged UTF-8 file, not another encoding
        return damaged
    _refuse_legacy(raw.decode("latin-1"))
    declared = DECLARED.search(raw[:4000])
    for codec in ([declared[1].decode()] if declared else []) + [_guess(raw), "cp1258"]:
        try:
            return raw.decode(codec)
        except (LookupError, UnicodeDecodeError, TypeError):
            continue
    return raw.decode("cp1258", "replace")


def _guess(raw):
    from charset_normalizer import from_bytes  # 0.05 s that UTF-8 does not need

    best = from_bytes(raw[:200_000], cp_isolation=["cp1258", "cp1251", "cp1252", "koi8_r", "utf_16"]).best()
    return best.encoding if best else None


def _refuse_legacy(text):
    words = re.findall(r"\S+", text[:200_000])
    for name, signs in LEGACY.items():
        hits = [word.strip('.,;:()"') for word in words if word.strip('.,;:()"') in signs]
        if len(set(hits)) >= 4 and len(hits) >= 0.03 * len(words):
            raise Unreadable(
                f"the text is in the old font encoding {name}; convert it to Unicode (for instance with UniKey), "
                "then save it as UTF-8"
            )


def _refuse_noise(text):
    odd = sum(1 for sign in text[:20_000] if sign == "\ufffd" or (ord(sign) < 32 and sign not in "\t\n\r\f\v\x1b"))
    if odd > 0.05 * min(len(text), 20_000):
        raise Unreadable("these bytes are not text in any encoding known here; save the page again as .html or .txt")


MOJIBAKE = re.compile("Ã[\u0080-\u00bf\u2018-\u2122]|á[º»]|Ä[\u0080-\u00bf\u2018]|Æ°|Æ¡|â€")


def _repaired(text):
    """UTF-8 that was once taken for windows-1252 is turned back, if all of it can be."""
    if len(MOJIBAKE.findall(text[:50_000])) < max(3, min(len(text), 50_000) // 100):
        return text
    try:
        return "\n".join(_bytes_of(line).decode("utf-8") for line in text.split("\n"))
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _bytes_of(text):
    return b"".join(sign.encode("latin-1") if ord(sign) < 256 else sign.encode("cp1252") for sign in text)
