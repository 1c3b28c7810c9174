"""A Line comes in; whether it names a body of Viet Nam without saying so ("Trường Đại học Thủy lợi") goes out.

Papers of Viet Nam name their own universities, companies and provinces without the country, the other side's with it.
"""

import re

from analysis.letters import is_syllable

_HEADS = (
    r"(?:Trường )?(?:Đại học|Cao đẳng)|Học viện|Nhạc viện|Viện|Tập đoàn|Tổng [Cc]ông ty|Bệnh viện|Nhà hát|Bảo tàng|"
    r"UBND|HĐND|Ủy ban [Nn]hân dân|Uỷ ban [Nn]hân dân|Tỉnh ủy|Thành ủy|Tỉnh đoàn|Thành đoàn|Đoàn [Tt]hanh niên|Sở|Bộ|"
    r"Kiểm toán|Thanh tra|Tòa án|Viện kiểm sát|Văn phòng|Ban|Cục|Tổng cục|Quân khu|Quân chủng|Quân đoàn|Hội|Liên đoàn|"
    r"Liên hiệp|Ngân hàng|Nhà xuất bản|Đài|Trung ương"
)
_NAME = re.compile(rf"(?<!\w)(?:{_HEADS})((?:[\s,]+(?:và\s)?[A-ZĐÀ-Ỹ][^\W\d_]*)+)")
_LINKED = re.compile(r"(?:\s*\(|\s(?:của|tại|ở|nước|thành phố|vùng)\s)?")
_GOES_ON = re.compile(r"(?:\s[a-zà-ỹđ]+)?(?:\s[A-ZĐ][^\W\d_]*(?:\s[a-zà-ỹđ]+)?){0,3}\s\(?([A-Z][a-z]{4,})")
_THEIRS = re.compile(r"liên bang|viễn đông|á\s*[-–]\s*âu|an ninh|hữu nghị các|hữu nghị việt|hai|chính phủ")


def names_home(line):
    """True where a line names a body by Vietnamese words alone and no foreign place stands in or behind its name."""
    return any(_is_home(line, match) for match in _NAME.finditer(line.text))


def at(line, position):
    """The (start, end) of a body of Viet Nam whose name begins at an offset, or None."""
    match = _NAME.match(line.text, position)
    return match.span() if match and _is_home(line, match) else None


def _is_home(line, match):
    words = match[1].replace(",", " ").split()
    if _THEIRS.search(match[0].lower()) or not all(is_syllable(word) or word == "và" for word in words):
        return False
    behind = _LINKED.match(line.text, match.end()).end() + 1
    goes_on = _GOES_ON.match(line.text, match.end())
    if goes_on and not is_syllable(goes_on[1]):
        return False  # "Tập đoàn Dầu khí Hải ngoại Zarubezhneft"
    foreign = [s for s in line.spots if s.country not in ("", "VN", "WORLD")]
    return not any(match.start() <= s.start <= behind for s in foreign)
