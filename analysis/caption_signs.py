"""The text of one line comes in; whether a sign beside its words makes it a picture's caption goes out.

A photo credit or an agency's name behind the last full stop, a camera or a number before the first word.
"""

import re

from analysis.vocabulary import INNER_END, Vocabulary, key_of

AGENCY_SIGNED = re.compile(r"(.{20,}[.…”\"])\s+([^\W\d_][\w+ ]{1,20})")  # one sentence, and who took the picture
CREDIT_WORDS = re.compile(r"(?:[.…\"”)]|\s[-–—|])\s*(?:Ảnh|ẢNH|Photo|PHOTO|Photos|Фото)\s+(?!Ảnh)[^.]{2,50}$")
WHO = r"[\w ]{2,40}? (?:cung cấp|gửi(?: (?:cho|về|tới) \w+(?: \w+)?)?|chụp(?: lại)?)"
PICTURES = ("Ảnh", "ẢNH", "Hình", "Photo", "PHOTO", "Фото")  # of which what PICTURED, CREDIT_WORDS, LENT find has one
KEPT = r"(?:minh h(?:ọa|oạ)|tư liệu|lưu trữ|nhân vật|NVCC|internet|chụp màn hình|cắt từ (?:clip|video)|sưu tầm)"
LENT = re.compile(  # "Ảnh nhà văn cung cấp", "Ảnh minh họa."
    rf"(?:^|[.…\"”)]|[-–—|])\s*(?:Ảnh|Hình) (?:(?:do )?{WHO}|{KEPT}[\w ]{{0,30}})[.)]?$"
)
NUMBERED_CAPTION = re.compile(r"(?:Ảnh|Hình|Hình ảnh|Tranh|Photo|Figure|Fig|Фото)\.? ?\d{1,2} ?[.:)–-] ?\S", re.I)
OPENS_CAPTION = ("▲", "▼", "△", "©", "(c) ", "📷", "📸", "🎥", "Chụp lại hình ảnh", "Hình minh họa", "Ảnh tư liệu")
OPENS_CAPTION += ("Trong ảnh:", "Chú thích ảnh:", "Ảnh trên:")
LONGEST_SIGNED = 45  # words
NAMELESS = re.compile(r"[.…”\")]\s+(?:Ảnh|Video|Clip|Đồ họa|Nguồn ảnh)\s*:$")  # whose link was lost
PICTURED = re.compile(r"\s[-–—]\s(?:Ảnh|Hình|Photo) \d{1,2}\.?$")  # a picture's name: the title and a number


def signed(text: str, words: int, said: Vocabulary) -> bool:
    """Is the line, of so many words, a caption by its credit or its signs?

    >>> from analysis.vocabulary import vocabulary
    >>> signed("Xếp hàng ở bến. Ảnh minh họa.", 7, vocabulary()), signed("Xếp hàng ở bến.", 4, vocabulary())
    (True, False)
    """
    if text.startswith(OPENS_CAPTION):
        return True
    if words <= LONGEST_SIGNED and (_by_agency(text, said) or NUMBERED_CAPTION.match(text)):
        return True
    if any(map(text.__contains__, PICTURES)) and any(sign.search(text) for sign in (PICTURED, CREDIT_WORDS, LENT)):
        return True
    if text.endswith(":") and NAMELESS.search(text):
        return True
    return any(map(text.__contains__, "([:：")) and said.credit_tail.search(text) is not None


def _by_agency(text, said):
    found = AGENCY_SIGNED.fullmatch(text)
    return found is not None and key_of(found[2]) in said.agency and not INNER_END.search(found[1])
