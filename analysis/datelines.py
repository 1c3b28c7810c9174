"""A text comes in; the same, as long, goes out with spaces in place of the agencies' names that open its paragraphs.

"Hà Nội (TTXVN) – Nga mua dầu" tells nothing of Hà Nội, nor "VOV.VN - " of Viet Nam.
"""

import re

from analysis.vocabulary import UPPER, key_of, vocabulary

# "(TTXVN) - ", "Hà Nội (TTXVN) – ", "NLĐO - ", "VOV.VN - ", "ĐNO- "
_OPENING = re.compile(
    rf"(?:[{UPPER}][\w ,-]{{1,40}} )?\((?P<inside>[^()]{{2,30}})\)\s?[-–—:]\s|(?P<bare>[\w.-]{{2,16}})\s?[-–—]\s"
)
_ONLINE = re.compile(rf"[{UPPER}]{{1,5}}O(?: Online)?|[\w-]{{2,14}}\.(?:vn|com|net|info|org)", re.I)


def end(line: str) -> int:
    """The offset of the first word behind a dateline, 0 where there is none.

    >>> [end(text) for text in ("(TTXVN) - Với mức ấy", "Hà Nội (TTXVN) – Nga mua", "NLĐO - Gạo", "VOV.VN - Gạo")]
    [10, 17, 7, 9]
    >>> [end(text) for text in ("VN - Nga: 5 tỷ USD", "Kim ngạch (tỷ USD) - Nga: 5", "Hai bên - Nga và ta")]
    [0, 0, 0]
    """
    found = _OPENING.match(line)
    if not found:
        return 0
    name = found["inside"] or found["bare"]
    return found.end() if key_of(name) in vocabulary().agency or _ONLINE.fullmatch(name) else 0


def hidden(text: str) -> str:
    """The text with its datelines as spaces, so that offsets hold.

    >>> hidden("(TTXVN) - Nga mua.\\nNga bán.")
    '          Nga mua.\\nNga bán.'
    """
    return "\n".join([" " * (cut := end(line)) + line[cut:] for line in text.split("\n")])
