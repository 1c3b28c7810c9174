"""The tokens of a sentence and a place among them come in; the number there, in words or digits, goes out."""

from analysis.numerals import Numeral, digit_numeral, is_code, with_scale
from analysis.units import SCALES, scale_at

ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
STARTS = {*ONES, "mười", "âm", "nửa"} - {"mốt", "tư", "lăm"}
_POINT = ("phẩy", "chấm")


def word_numeral(found, position):
    """A number in words ("hai mươi mốt nghìn không trăm mười một"), as a numeral, or None."""
    negative = found[position].text == "âm"
    first, total, last, limit, unclear = position, 0.0, position + negative, float("inf"), False
    while True:
        at = last + (total > 0 and last < len(found) and found[last].text in ("linh", "lẻ"))
        value, end, bare = _below_thousand(found, at)
        if value is None:
            break
        scale, end = scale_at(found, end, without=("trăm", "tr"))
        if scale >= limit:
            break
        small_rest = total > 0 and scale == 1 and value < 10 and end == last + 1
        unclear, total, last, limit = unclear or bare or small_rest, total + value * scale, end, scale
        if scale == 1:
            break
    if last == position + negative:
        return None
    return _word_result(found, first, last, -total if negative else total, negative, unclear)


def _word_result(found, first, last, value, negative, unclear):
    """The numeral of a whole number in words, with the decimals or the half said after it."""
    doubt = "last_digit" if unclear else None
    numeral = Numeral(None if doubt else value, first, last, found[last - 1].text in SCALES, True, True, doubt)
    if last + 1 < len(found) and found[last].text in _POINT:
        numeral = _after_point(found, numeral, negative)
    if last < len(found) and found[last].text == "rưỡi" and numeral.scaled and numeral.value is not None:
        half = SCALES[found[last - 1].text] / 2
        numeral = numeral._replace(value=numeral.value + half, last=last + 1)
    return numeral


def _after_point(found, numeral, negative):
    """The decimals said after "phẩy": digit by digit ("không ba"), or as one number ("mười một")."""
    position, spoken = numeral.last + 1, ""
    whole, end = _below_hundred(found, position)
    if whole is not None and whole >= 10:
        spoken = str(whole)
    else:
        end = position
        while end < len(found) and found[end].text in ONES:
            spoken, end = spoken + str(ONES[found[end].text]), end + 1
    if not spoken or numeral.value is None:
        return numeral
    part = float(f"0.{spoken}")
    value = round(numeral.value - part if negative else numeral.value + part, 9)
    return with_scale(found, numeral._replace(value=value, last=end, whole=False))


def _below_thousand(found, position):
    """Value, next token and whether it ended in a bare digit of unclear place ("một trăm hai")."""
    head, last = _below_hundred(found, position)
    if head is None or last >= len(found) or found[last].text != "trăm" or last != position + 1:
        return head, last, False
    last += 1
    if last < len(found) and found[last].text in ("linh", "lẻ"):
        rest, end = _below_hundred(found, last + 1)
        return (head * 100 + rest, end, False) if rest is not None else (head * 100, last, False)
    rest, end = _below_hundred(found, last)
    return head * 100 + (rest or 0), end, rest is not None and rest < 10


def _below_hundred(found, position):
    """Value and next token of "mười lăm", "hai mươi mốt", "ba chục", "bảy"; (None, position) if there is none."""
    word = found[position].text if position < len(found) else ""
    if word == "mười":
        return _plus_one(found, position + 1, 10)
    if word not in ONES:
        return None, position
    if position + 1 < len(found) and found[position + 1].text in ("mươi", "chục"):
        return _plus_one(found, position + 2, 10 * ONES[word])
    return ONES[word], position + 1


def _plus_one(found, position, tens):
    """The tens with the ones after them ("mươi | lăm"), if there are any, and the next token."""
    word = found[position].text if position < len(found) else ""
    after = found[position + 1].text if position + 1 < len(found) else ""
    if word in ONES and word != "không" and after not in ("trăm", "mươi"):
        return tens + ONES[word], position + 1
    return tens, position


def _half(found, position):
    """ "nửa tỷ", "nửa triệu": half of a scale word; None before anything else."""
    if position + 1 >= len(found) or found[position + 1].text not in ("tỷ", "tỉ", "triệu"):
        return None
    return with_scale(found, Numeral(0.5, position, position + 1, whole=False, words=True))


def _is_zero(found, position):
    """True where "không" is the number 0 ("không phẩy năm", "không phần trăm") and not "not"."""
    after = found[position + 1].text if position + 1 < len(found) else ""
    return position == 0 and not after or after in ("phẩy", "chấm", "phần", "trăm", "euro")


def numeral_at(found, position):
    """The numeral that begins at this token, or None."""
    word = found[position].text
    if word[0].isdigit():
        return None if is_code(found, position) else digit_numeral(found, position)
    if word not in STARTS or word == "không" and not _is_zero(found, position):
        return None
    if word == "nửa":
        return _half(found, position)
    if word == "âm" and position + 1 < len(found) and found[position + 1].text[0].isdigit():
        inner = digit_numeral(found, position + 1)
        return inner._replace(value=None if inner.value is None else -inner.value)
    return word_numeral(found, position)
