"""The looks of a page come in; which line stamps a post of a social network, and who posted it, goes out.

A post has its writer's name above the stamp ("14 tháng 9, 2025 lúc 20:15 · Công khai"), its text below, no sections and
mostly no title.
"""

import re

from analysis.authors import person, wording
from analysis.lines import Look, above

STAMP = re.compile(
    r"(?:\d{1,2} tháng \d{1,2}(?:,? \d{4})?(?: lúc|,) \d{1,2}:\d{2}"
    r"|(?:[A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?) at \d{1,2}:\d{2}(?: ?[AP]M)?)"
    r"(?:\s*·.{0,40})?"
)
# What the network says behind the name: "đã thêm 9 ảnh mới", "đang ở Kazan cùng với ..."
DOES = re.compile(
    r"\s+(?:đã (?:thêm|chia sẻ|đăng|cập nhật|phát)|đang (?:ở|cảm thấy|xem)|cùng với|is with|shared|added)\s.*"
)


def stamp(looks: list[Look]) -> Look | None:
    """The line that stamps the first post of the page, None if the page is none of a social network.

    >>> from analysis.lines import look
    >>> page = ["Lan Mẫu đã thêm 2 ảnh mới.", "3 tháng 5, 2025 lúc 19:20 ·", "Hôm nay phiên chợ đông lắm cả nhà ạ."]
    >>> stamp([look(number, text) for number, text in enumerate(page, 1)]).number
    2
    """
    return next((each for each in looks if STAMP.fullmatch(each.text)), None)


def writer(looks: list[Look], post: Look) -> str | None:
    """The person named above the stamp; None for a page's or a group's name.

    >>> from analysis.lines import look
    >>> page = [look(1, "Lan Mẫu đã thêm 2 ảnh mới."), look(2, "Quản trị viên"), look(3, "3 tháng 5 lúc 19:20")]
    >>> writer(page, page[2])
    'Lan Mẫu'
    """
    line = above(looks, post)
    while line is not None and wording().badge.match(line.text):
        line = above(looks, line)
    name = DOES.sub("", line.text).strip() if line is not None else ""
    return name if person(name) and not wording().institution.match(name) else None
