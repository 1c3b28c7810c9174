"""The places and words of a sentence come in; whose trade with Viet Nam it words goes out, as a country's code.

What is sold and bought behind "kim ngạch của Nga với Việt Nam đạt 3 tỷ USD" is sold and bought by Russia.
"""

import re

from analysis.parties import HOME


def seen_from(places, said):
    """The country abroad whose trade with Viet Nam is told, or None where it is Viet Nam's or that of both."""
    home = next((p for p in places if p.code == HOME), None)
    if home is None or home.role != "with" or not _TRADE.search(said):
        return None
    others = {p.code for p in places if p.code != HOME}
    last = next((p for p in reversed(places) if p.first < home.first), None)
    if len(others) != 1 or last is None or last.paired or any(p.code != HOME and p.first > home.first for p in places):
        return None
    between = said.split()[last.last : home.first]
    owned = last.role == "of" and len(between) <= _NEAR
    acts = last.role in ("", "of") and _TRADE.search(" ".join(between)) is not None
    return last.code if owned or acts else None


# Tokens from "của Nga" to "Việt Nam": "trong buôn bán với" has four.
_NEAR = 4
_TRADE = re.compile(r"(?<!\w)(?:kim ngạch|thương mại|buôn bán|trao đổi|xuất nhập khẩu|mậu dịch|giao thương)(?!\w)")
