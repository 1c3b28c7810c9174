"""The text of one line comes in; whether a sign beside its words makes it a picture's caption goes out.

A photo credit or an agency's name behind the last full stop, a camera or a number before the first word.
"""

import re

from analysis.vocabulary import INNER_END, LOWER, UPPER, Vocabulary, key_of

AGENCY_SIGNED = re.compile(r"(.{20,}[.…”\"])\s+([^\W\d_][\w+ ]{1,20})")  # one sentence, and who took the picture
LENT_BY = ("NVCC", "Nhân vật cung cấp", "CTV", "BTC", "TL", "Tư liệu", "Internet")
TAKEN_BY = rf"(?!Ảnh)[^.]{{2,50}}$|[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,3}}\.$"
CREDIT_WORDS = re.compile(rf"(?:[.…\"”)]|\s[-–—|])\s*(?:Ảnh|ẢNH|Photo|PHOTO|Photos|Фото)\s+(?:{TAKEN_BY})")
WHO = r"[\w ]{2,40}? (?:cung cấp|gửi(?: (?:cho|về|tới) \w+(?: \w+)?)?|chụp(?: lại)?)"
PICTURES = ("Ảnh", "ẢNH", "- ảnh ", "Hình", "Photo", "PHOTO", "Фото")  # what PICTURED, CREDIT_WORDS, LENT find has one
KEPT = r"(?:minh h(?:ọa|oạ)|tư liệu|lưu trữ|nhân vật|NVCC|internet|chụp màn hình|cắt từ (?:clip|video)|sưu tầm)"
LENT = re.compile(  # "Ảnh nhà văn cung cấp", "Ảnh minh họa."
    rf"(?:^|[.…\"”)]|[-–—|])\s*(?:Ảnh|Hình) (?:(?:do )?{WHO}|{KEPT}[\w ]{{0,30}})[.)]?$"
)
NUMBERED_CAPTION = re.compile(r"(?:Ảnh|Hình|Hình ảnh|Tranh|Photo|Figure|Fig|Фото)\.? ?\d{1,2} ?[.:)–-] ?\S", re.I)
OPENS_CAPTION = ("▲", "▼", "△", "©", "(c) ", "📷", "📸", "🎥", "Chụp lại hình ảnh", "Hình minh họa", "Ảnh tư liệu")
OPENS_CAPTION += ("Trong ảnh:", "Chú thích ảnh:", "Ảnh trên:")
# Its name and nothing besides: "Hội thảo “Tháo gỡ khó khăn cho hàng gỗ ở chợ xa”"
OCCASION = re.compile(r"(?:Lễ|Buổi|Phiên|Hội nghị|Hội thảo|Diễn đàn|Triển lãm|Tọa đàm)\s[“\"][^“”\"]{20,160}[”\"]\.?")
# A thing and its name, closed with a full stop as no sub-head is: "Tàu nghiên cứu “Giáo sư Mẫu”."
THING = re.compile(
    r"(?:(?:Con )?[Tt]àu|Nhà máy|Cầu|Tượng(?: đài)?|Công trình|Tác phẩm|Bức|Vở|(?:Bộ )?[Pp]him|Sách|Máy bay)"
    r"(?: [^\s“”\".,:]+){0,5} [“\"][^“”\"]{3,60}(?:[”\"]\.|\.[”\"])"
)
QUOTED_END = ("”", '"', "”.", '".', ".”", '."')
LONGEST_SIGNED = 45  # words
LONGEST_NAMED = 8  # words of a picture's name with the outlet's
NAMELESS = re.compile(r"[.…”\")]\s+(?:Ảnh|Video|Clip|Đồ họa|Nguồn ảnh)\s*:$")  # whose link was lost
# A picture's name, the title and a number, and what it shows behind: "... - ảnh 1 Khách xem hoa".
PICTURED = re.compile(rf"[-–—]\s(?:Ảnh|ảnh|Hình|Photo) \d{{1,2}}(?:\.?$| ?[{UPPER}])")
# "Khách lên phà K.MẪU": who took the picture, in capitals behind words that no post ends ("Tổng thống V.MẪU").
NO_POST = "".join(rf"(?<!\b{word} )" for word in ("ông", "bà", "thống", "tướng", "trưởng", "tịch", "sứ", "sĩ"))
TAKEN_BY_INITIAL = re.compile(rf"(?<=[\w)”\"] ){NO_POST}[{UPPER}]\.[{UPPER}]{{2,}}$")
SIZED = re.compile(r", \d{3,4}, \d{2}\.\d{2}\.\d{4}$")  # a picture's width and day behind its name and the site's
NAMED_FILE = re.compile(r"[A-Za-z]+(?: [A-Za-z\d-]+){3,} anh \d{1,2} ?(?=[^\s\d])")  # "Cho hoa ... hinh anh 1Khách ..."


def signed(text: str, words: int, said: Vocabulary) -> bool:
    """Is the line, of so many words, a caption by its credit or its signs?

    >>> from analysis.vocabulary import vocabulary
    >>> signed("Xếp hàng ở bến. Ảnh minh họa.", 7, vocabulary()), signed("Xếp hàng ở bến.", 4, vocabulary())
    (True, False)
    >>> signed("Phà cập bến. Ảnh Lê Mẫu.", 6, vocabulary()), signed("Khách đợi phà ở bến K.MẪU", 6, vocabulary())
    (True, True)
    >>> signed("Bến phà đón Tổng thống V.MẪU", 6, vocabulary()), signed("Khách đợi phà ở TP.MẪU", 6, vocabulary())
    (False, False)
    >>> signed("Cho hoa mau mo cua hinh anh 1Khách xem", 9, vocabulary())
    True
    """
    if text.startswith(OPENS_CAPTION):
        return True
    if words <= LONGEST_SIGNED and (_by_agency(text, said) or NUMBERED_CAPTION.match(text)):
        return True
    if words <= LONGEST_NAMED and " - " in text and _with_site(text, said):
        return True
    if text[-1:].isupper() and "." in text[-14:] and TAKEN_BY_INITIAL.search(text) and not text.isupper():
        return True
    if text[-4:].isdigit() and SIZED.search(text) or " anh " in text and NAMED_FILE.match(text):
        return True
    if any(map(text.__contains__, PICTURES)) and any(sign.search(text) for sign in (PICTURED, CREDIT_WORDS, LENT)):
        return True
    if text.endswith(":") and NAMELESS.search(text):
        return True
    if text.endswith(QUOTED_END) and (OCCASION.fullmatch(text) or THING.fullmatch(text)):
        return True
    return any(map(text.__contains__, "([:：")) and said.credit_tail.search(text) is not None


def _with_site(text, said):
    """Is it a picture's name with the outlet's behind it ("Bến cảng - Sputnik Việt Nam")?"""
    name = key_of(text.rpartition(" - ")[2]).removesuffix(" việt nam")
    return name in said.agency and name not in said.sections


def _by_agency(text, said):
    found = AGENCY_SIGNED.fullmatch(text)
    known = found is not None and (found[2] in LENT_BY or key_of(found[2]) in said.agency)
    return known and not INNER_END.search(found[1])
