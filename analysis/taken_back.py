"""The figures told so far and a sentence with figures of its own come in; those that it takes back go out as denied.

"Trong bài hôm qua, kim ngạch được viết là 7,49 tỷ USD. Con số đúng là 4,79 tỷ USD": nobody says 7.49 billion any more.
"""

import re
from dataclasses import replace

_RIGHT = re.compile(
    r"(?<!\w)(?:(?:con số|số liệu|số|giá trị|mức)\s(?:chính xác|đúng)(?:\s(?:của|về|ở)\s[^,.;]{1,30})?\s(?:là|phải là)|"
    r"(?:xin|nay|được)\s(?:được\s)?(?:sửa|chữa|đính chính)(?:\slại)?(?:\scho đúng)?\s(?:là|thành))(?!\w)"
)
_SIGNS = ("đúng", "chính xác", "sửa", "chữa", "đính chính")  # looked for first: the pattern begins anywhere


def denied(found: list, sentence: str, made: list) -> list:
    """`found` with the figures denied that a sentence corrects whose own figures are `made`.

    Corrected are those of the last sentence with figures that have the unit of the right one and another value, told as
    exact ("gần 5 tỷ" is not wrong beside 4.79); where they tell several things, those that tell the same.
    """
    said = sentence.lower() if found and made else ""
    if not (any(sign in said for sign in _SIGNS) and _RIGHT.search(said)):
        return found
    right, last = made[0], found[-1].sentence
    wrong = [one for one in found if one.sentence == last and _can_be(one, right)]
    alike = [one for one in wrong if one.measure == right.measure]
    wrong = alike or wrong
    return [replace(one, negated=True) if any(one is other for other in wrong) else one for one in found]


def _can_be(one, right):
    alike = (one.unit, one.currency, one.qualifier) == (right.unit, right.currency, "exact")
    return alike and one.value_max != right.value_max
