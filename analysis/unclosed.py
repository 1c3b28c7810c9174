"""A line without a full stop comes in; whether it reads as a sentence of an article all the same goes out.

Pages lose full stops: list items, the last line of a paragraph, figures counted up behind "Trong đó". A headline takes
up nothing said before it: no "Trong đó", no "Ông cũng", no source in front of a whole sentence.
"""

import re

from analysis.vocabulary import LOWER, UPPER

# What takes up the sentence before, cites or reports: of 3,637 lines without a full stop outside the articles of the
# gold's pages none reads so, of 127 titles none.
TAKES_UP = re.compile(
    r"(?:Trong đó|Trong khi đó|Trong số (?:đó|này)|Tuy nhiên|Tuy vậy|Ngoài ra|Bên cạnh đó|Còn lại|Cụ thể|Theo đó"
    r"|Cũng theo|Đồng thời|Mặt khác|Vì vậy|Vì thế|Do đó|Nhờ đó|Nhờ vậy|Đáng chú ý|Ngược lại|Như vậy"
    r"|Phần còn lại|Số còn lại|(?:Các|Những) (?:[^\W\d]+ ){1,4}còn lại|(?:Một|Hai|Ba|Bốn|Năm|Sáu) là,)(?!\w)"
    r"|(?:Nếu|Khi|Với|Từ) [^,.]{3,40}, (?:đó|đây|điều (?:này|đó)|việc (?:này|đó)) (?:sẽ |cũng )?là\s"
    r"|Phát biểu (?:khai mạc |bế mạc |kết luận |chào mừng )?tại (?:buổi|cuộc|hội nghị|hội thảo|lễ|phiên|kỳ họp"
    r"|diễn đàn|sự kiện|chương trình|tọa đàm)(?: [^\W\dA-ZĐ]+){0,4}, "
    r"|(?:Ông|Bà|Anh|Chị|Họ) (?:này )?(?:đã|cũng|còn|nói|kể|cho (?:biết|hay|rằng)|là|từng|sẽ|bảo|muốn|tính|chia sẻ)\s"
)
# What has a meaning only behind what was said before: "theo tính toán của ông", "phía bạn", "hai bên".
REFERS = re.compile(
    r"(?:Theo|Với|Nhờ|Cùng|Bên cạnh|Trước) (?:[^\W\dA-ZĐ][^,.]{0,30} )?(?:ông|bà|anh|chị|họ|nhóm)(?: này)?[,.]"
    r"|(?:(?:Dự kiến|Theo kế hoạch|Trước mắt|Sắp tới|Dịp này|Nhân dịp này|Sau đó|Tới đây), )?"
    r"(?i:hai|cả hai|các) (?:bên|nước)\s"
    r"|Phía (?:bạn|Nga|Việt Nam|đối tác|doanh nghiệp|nhà trường|công ty|chủ đầu tư)\s"
)
OPENERS = frozenset(
    "Nếu Khi Với Từ Một Hai Ba Bốn Năm Sáu Trong Tuy Ngoài Bên Còn Cụ Theo Cũng Đồng Mặt Vì Do Nhờ Đáng Ngược Như Phần"
    " Số Các Những Phát Ông Bà Anh Chị Họ".split()
)
STATES = re.compile(  # as of when, or of what, a figure is told
    r"(?:Hiện(?: nay)? [^\W\d]|Tính (?:đến|ra|chung)|Nhìn chung|Năm ngoái,|Năm nay,|Đáng nói|Đáng kể"
    r"|(?:So với|Về) [^,]{2,40}, )"
)
CITES = re.compile(r"Theo (?!dõi)[^,:]{6,80}, (?=\S+(?: \S+){5})")
SAYS = "cho biết|cho hay|cho rằng|khẳng định|nhấn mạnh|lưu ý"
INTRODUCED = re.compile(rf"[^,:?]{{6,60}}, [^,:?]{{6,80}}, (?:{SAYS}|nói|kể) ")  # "Ông A, chủ xưởng B, nói ..."
REPORTS = re.compile(rf" (?:{SAYS}) ")
# A first sentence with its stop, a reason or what is left: of the 2,751 lines outside articles that are measured above
# 16 words long one has it that is no imprint; of 474 inside 78.
SENTENCES = re.compile(rf"[{LOWER}\s][{LOWER}]\.[”\"]? [{UPPER}“\"]")
GIVES_REASON = re.compile(
    r", (?:do|vì|nhờ|nên|song|nhưng|trong khi) |, (?:bao )?gồm [^,]+, |\b(?:phần|số|loại|nhóm) còn lại\b"
)
BREAKS_DOWN = re.compile(r", (?:trong đó|tương đương|bao gồm) ")
QUOTES = "“\"'«"
# Small words that headlines leave out. With so many of them, in a line so long, stand 1,200 of 2,200 lines of articles
# and 4 of 3,188 without a full stop outside them, none of them a headline.
SMALL = re.compile(
    r"\b(?:đã|sẽ|đang|vẫn|từng|là|thì|cũng|lại|này|đó|ấy|được|bị|mà|rằng|vì|nên|nếu|có|phải|còn|để|khi|với|của|các|những|cho)\b",
    re.I,
)
SMALL_WORDS = ((12, 5), (20, 3), (28, 2))  # words of the line, small ones among them
ASIDE = re.compile(r"[:|]|^\W|\)$")
# Who said what stands in front, and what the day brought besides: no line outside the articles reads so either.
SPOKEN = re.compile(
    r"[”\"»'],? (?:[^\s,”\"]+ ){1,6}(?:nói|kể|cho biết|cho hay|chia sẻ|kết luận|khẳng định|nhấn mạnh|bày tỏ|nhận xét"
    r"|nhận định|tâm sự|nhớ lại|giải thích|đề nghị|lưu ý|bảo|thừa nhận|cười)(?: thêm| vậy)?$"
)
FURTHER = re.compile(
    r"(?:Chiều ngược lại|Kết thúc [^,:]{4,40}|Tại (?:buổi|cuộc|lễ|hội nghị|phiên|kỳ họp)[^,:]{3,40}"
    r"|Dự kiến|Theo kế hoạch|Nhân dịp này|Dịp này|Thời gian tới|(?:Chiều )?[Cc]ùng ngày), "
)
SHORTEST_FURTHER, QUOTES_BEHIND = 9, "”\"»'"  # words
SHORTEST, SHORTEST_CITED, SHORTEST_REPORT = 7, 12, 20  # words; headlines that report are shorter


def takes_up(text: str) -> bool:
    """Does the line take up the one before it? A blurb never opens so.

    >>> takes_up("Trong đó: gốm 12 tấn; chiếu cói 7 tấn"), takes_up("Ông Mẫu bán gốm")
    (True, False)
    """
    return text.split(" ", 1)[0].rstrip(",:") in OPENERS and TAKES_UP.match(text) is not None


def refers_back(text: str) -> bool:
    """Does the paragraph take up the one before it, or speak of somebody by a word that says nothing without it?

    >>> refers_back("Theo lời bà, men rạn vì gió."), refers_back("Theo bà Lê Thị Mẫu, men rạn vì gió.")
    (True, False)
    >>> refers_back("Ông Mẫu cũng cảm ơn chủ lò."), refers_back("Ông Mẫu cảm ơn chủ lò.")
    (True, False)
    """
    return takes_up(text) or REFERS.match(text) is not None or ALSO.match(text) is not None


# "Ông Mẫu cũng cảm ơn ...": of whom the text has told
ALSO = re.compile(rf"(?:Ông|Bà|Anh|Chị|Đại sứ|Bộ trưởng)\s(?:[{UPPER}]\w*\s){{1,4}}(?:cũng|còn|nói thêm)\s")


def reads_on(text: str, words: int) -> bool:
    """Does the line, which has no full stop, read as a sentence?

    >>> reads_on("Trong đó, gốm 12 tấn và chiếu cói 7 tấn", 10), reads_on("Gốm Việt bán sang Nga tăng 12%", 7)
    (True, False)
    """
    if words < SHORTEST or text.endswith("?"):
        return False
    if takes_up(text) or any(map(text.__contains__, QUOTES_BEHIND)) and SPOKEN.search(text):
        return True
    if words >= SHORTEST_FURTHER and FURTHER.match(text):
        return True
    if words < SHORTEST_CITED:
        return False
    if ". " in text and SENTENCES.search(text):
        return ":" not in text
    if ", " in text and (GIVES_REASON.search(text) or words >= SHORTEST_REPORT and BREAKS_DOWN.search(text)):
        return text[0] not in QUOTES and ":" not in text
    if STATES.match(text) and any(map(str.isdigit, text)):
        return True
    if CITES.match(text) or INTRODUCED.match(text):
        return True
    return words >= SHORTEST_REPORT and REPORTS.search(text) is not None or _worded_out(text, words)


def _worded_out(text, words):
    """Has the line, long as it is, the small words that headlines leave out?"""
    if ASIDE.search(text) or text.isupper():
        return False
    small = len(SMALL.findall(text))
    return any(words >= least and small >= most for least, most in SMALL_WORDS)
