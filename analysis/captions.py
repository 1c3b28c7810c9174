"""A line without a photo credit comes in; whether it is worded as a caption goes out.

Copied pages lose their pictures, and a caption without a credit stands among the paragraphs as if it were one.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis import rules
from analysis.lines import BULLET, Look
from analysis.phrases import either
from analysis.vocabulary import INNER_END, LOWER, UPPER, Vocabulary, vocabulary

LONGEST = 32  # words; the longest of 34 captions of the dev pages has 26

SIDE = r"\((?:thứ \w+|bên |người |ngoài cùng|hàng |áo |đứng |ngồi |giữa|trái|phải|ảnh)[^()]{0,30}\)"
LONGEST_PLACED = 45  # words
STANDS = re.compile(SIDE, re.I)
# What is said, measured or cited is the article's.
SAID = re.compile(
    r"cho (?:biết|rằng|hay)|nói|khẳng định|nhấn mạnh|theo |[“”\"]|\d+(?:[.,]\d+)?\s?(?:%|triệu|tỷ|tỉ)", re.I
)


# A point of several ("Thứ sáu, ...", "Một là, ...") or of a notice ("Thời gian: ...") is the article's too.
COUNTED = re.compile(r"(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:Một|Hai|Ba|Bốn|Năm|Sáu) là)\b", re.I)
LABELLED = re.compile(r"(?!Trong )[^:“\"]{3,25}:\s(?=.*\d)")
# "Chiều 4/11, đoàn khách xem ...": a report opens so, and hardly a caption
REPORTS = re.compile(r"(?:(?:Rạng )?[Ss]áng|Trưa|Chiều|Tối|Đêm|Ngày)\s(?:ngày\s)?\(?\d{1,2}[/-]\d{1,2}\b")
RANKED = r"(?:(?:PGS|GS|TS|ThS|BS|KS|NSND|NSƯT)[.,]? ?)+"


@dataclass(frozen=True)
class Wording:
    """The patterns made of the table [caption] of rules/pages.toml."""

    opens: re.Pattern
    poses: re.Pattern
    people: re.Pattern
    acts: re.Pattern
    placed: re.Pattern
    attends: re.Pattern
    somewhere: re.Pattern
    told: re.Pattern


@lru_cache(maxsize=2)
def _wording(said: Vocabulary) -> Wording:
    table = rules.load("pages")["caption"]  # made again when the vocabulary of the same file is
    words = {name: either(table[name]) for name in table}
    return Wording(
        opens=re.compile(rf"(?:{words['scene']})\b", re.I),
        poses=re.compile(rf"\b(?:{words['posed']})\b|{SIDE}", re.I),
        people=re.compile(rf"(?:{words['people']}|{RANKED})\s", re.I),
        acts=re.compile(rf"(?:{words['people']}|{RANKED})\s.*?\b(?:{words['deeds']})\b", re.I),
        somewhere=re.compile(rf"\b(?:{words['where']}|từ|cạnh|giữa|dưới)\s", re.I),
        told=re.compile(rf"\b(?:{words['told']})\b", re.I),
        placed=re.compile(rf"\b(?:{words['where']})\s(?:{words['occasions']})\b", re.I),
        attends=re.compile(rf"\b(?:tham dự|dự)\s(?:{words['occasions']})\b", re.I),
    )


def worded(look: Look, alone: bool = False) -> bool:
    """Is the line worded as a caption? A closed sentence needs more than a line without a full stop, less if it stands
    `alone` between long paragraphs.

    >>> from analysis.lines import look
    >>> worded(look(1, "Quang cảnh buổi lễ.")), worded(look(1, "Sinh viên biểu diễn múa nón tại buổi gặp mặt"))
    (True, True)
    >>> [worded(look(1, text)) for text in ("Vì sao doanh nghiệp chờ", "Sinh viên biểu diễn hay, bà Lan nói.")]
    [False, False]
    """
    if look.words > _longest(look) or look.words < 3 or look.text.endswith(("?", ":")):
        return False
    inner = INNER_END.search(look.text)
    if inner:
        return _opens_scene(look.text[: inner.start() + 1])
    if SAID.search(look.text) or COUNTED.match(look.text) or LABELLED.match(look.text):
        return False
    if look.prose and REPORTS.match(look.text):
        return False
    if "do " in look.text and DRAWN.fullmatch(look.text):
        return True
    said = _wording(vocabulary())
    if alone and ", nơi " in look.text and _scene_where(look.text, said):
        return True
    if said.poses.search(look.text) and (not look.prose or said.people.match(look.text)):
        return True
    if said.opens.match(look.text) and (look.words <= 20 or VIEW.match(look.text)):
        return True
    if alone and _names_occasion(look, said):
        return True
    if look.prose:
        return _shows(look, said, alone) or _taken_then(look, said) or alone and _tells_nothing(look, said)
    placed = said.placed.search(look.text) is not None
    acts = look.words >= 6 and said.acts.match(look.text) is not None
    return acts and (look.words >= 9 or placed or said.attends.search(look.text)) or placed and look.words >= 8


def _longest(look):
    """How many words a caption like this has at most; more where it says who stands where, with names and posts."""
    return LONGEST_PLACED if "(" in look.text and STANDS.search(look.text) else LONGEST


VIEW = re.compile(r"(?:Quang|Toàn|Khung) cảnh\s")  # what no other sentence begins with
OCCASION = re.compile(
    r"((?:Lễ|Buổi|Phiên|Cuộc|Hội nghị|Hội thảo|Diễn đàn|Triển lãm)\s[^,.;:\d]{8,110}?)"
    r"\s(?:(?:sáng|chiều|tối|trưa) )?(?:ngày |tháng |năm )?\d{1,4}(?:[/.-]\d{1,4}){0,2}\.?"
)


def _names_occasion(look, said):
    """Is it the name of an occasion with its day, and no word that tells of it ("Lễ đón chuyến tàu ngày 5/1/2024.")?"""
    found = OCCASION.fullmatch(look.text)
    return found is not None and not said.told.search(found[1])


# "Biểu đồ giá gốm do tác giả lập."
DRAWN = re.compile(
    r"(?:Đồ họa|Đồ hoạ|Biểu đồ|Bản đồ|Sơ đồ|Infographic|Ảnh|Hình ảnh|Tranh)\b[^.;:]*\bdo\b[^.;:]*"
    r"\b(?:tổng hợp|thực hiện|thiết kế|cung cấp|vẽ|lập|chụp|dựng|gửi)\.?"
)
# A place as it is seen, and what is done there: "Góc sân sau lò, nơi thợ phơi ấm."
SCENE = re.compile(
    r"(?:Góc|Một góc|Buổi (?:sáng|trưa|chiều|tối)|Căn (?:bếp|phòng|nhà|lán)|Gian (?:bếp|phòng|nhà)|Lối|Dãy|Khoảng sân"
    r"|Con (?:đường|phố|lạch|suối|hẻm|ngõ)|Bên trong|Phía sau|Hành lang|Cánh cửa|Bức tường)\s[^,.;:]{4,80}(?=, nơi )"
)


def _scene_where(text, said):
    """Is it a place with no word told of it, and behind a comma what is done there?"""
    found = SCENE.match(text)
    return found is not None and not said.told.search(found[0]) and text.count(",") == 1


LOCATED = re.compile(
    rf"(?!(?:Từ|Ở|Tại|Trên|Trong) )[^,:;?“\"]+ (?:tại|ở|trên|trong|bên|trước|cạnh) (?:[{LOWER}\d]+ ){{0,4}}"
    rf"[{UPPER}][\w-]*(?: [{UPPER}\d][\w-]*)*"
)
SHORTEST_LOCATED, LONGEST_LOCATED = 6, 14  # words


def located(look: Look) -> bool:
    """Does a line without a full stop end with the name of the place it shows? Of 316 sub-heads over text two do.

    >>> from analysis.lines import look
    >>> located(look(1, "Bốc dỡ gốm tại bến Cửa Lục")), located(look(1, "Gốm Việt đi về đâu"))
    (True, False)
    """
    if look.prose or not SHORTEST_LOCATED <= look.words <= LONGEST_LOCATED:
        return False
    return LOCATED.fullmatch(look.text) is not None


def _opens_scene(text):
    """Is this, the first of several sentences, a name of what the picture shows, with nothing told in it?"""
    said = _wording(vocabulary())
    told = SAID.search(text) or said.told.search(FEAST.sub(" ", text))
    return said.opens.match(text) is not None and not told


LONGEST_DEED = 40  # words


def deed(look: Look) -> bool:
    """Is it one sentence on who does what, with no word that tells or dates it? Of the articles' paragraphs in the gold
    one is, whose words the article has nowhere else.

    >>> from analysis.lines import look
    >>> deed(look(1, "Phó Chủ tịch Hội Lê Thị Mẫu trao hoa cho bà Anna Petrova - Giám đốc Nhà hát Omsk."))
    True
    >>> deed(look(1, "Phó Chủ tịch Hội Lê Thị Mẫu đã trao hoa cho bà Anna Petrova - Giám đốc Nhà hát Omsk."))
    False
    """
    if not look.prose or look.words > LONGEST_DEED or INNER_END.search(look.text) or SAID.search(look.text):
        return False
    said = _wording(vocabulary())
    if look.dates or not said.acts.match(look.text):
        return False
    bare = _undone(look.text)
    return not said.told.search(bare) and not any(map(str.isdigit, bare))


TAKEN = re.compile(
    r"(?:, | \()(?:(?:sáng|trưa|chiều|tối|đêm|ngày|(?:giữa |đầu |cuối )?tháng|mùa \w+|năm) )+(?:(?:ngày|tháng|năm) )?"
    r"\d{1,4}(?:[/.-]\d{1,4}){0,2}\)?\.$"
    r"|\b(?:lúc|vào|sáng|trưa|chiều|tối|đêm) [^,.;:]{0,20}"
    r"(?:sáng|trưa|chiều|tối|đêm|giờ|h\d\d|tháng \w+|năm \d{4}|cao điểm|\d{1,2}/\d{1,2}(?:/\d{4})?)\.$"
)
LONGEST_TAKEN = 26  # words


def _taken_then(look, said):
    """Does a sentence that nothing tells end with the day or hour of its picture ("Quầy chè ở Tula, tháng 8.")?

    Of 346 captions in the gold 21 more do, of 3,300 lines of articles none.
    """
    if not 4 <= look.words <= LONGEST_TAKEN or ":" in look.text:
        return False
    found = TAKEN.search(look.text)
    return found is not None and not said.told.search(_undone(look.text[: found.start()]))


LONGEST_BARE = 20  # words
ENUMERATES = re.compile(r"[,:;()\d]|^[^\w]")


def _tells_nothing(look, said):
    """Is it one short sentence without a figure, a comma and any word that tells or dates ("Hũ tiêu in nhãn Nga.")?

    So are 190 captions of 346 in the gold once they lost their credit, and of 3,300 lines of articles a verse.
    """
    if not 5 <= look.words <= LONGEST_BARE or look.dates or ENUMERATES.search(look.text):
        return False
    return look.text[0].isupper() and not said.told.search(_undone(look.text))


def _undone(text):
    """The text without "được", "cho" and names of feasts that tell nothing."""
    return FEAST.sub(" ", GIVEN.sub(" ", PASSIVE.sub("", text)))


FEAST = re.compile(r"\b(?:năm mới|mới nhất|kỷ niệm ngày|ngày lễ)\b", re.I)
NAME = rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{1,4}}"
ALONE = re.compile(rf"(?:(?:[{UPPER}][{LOWER}]+|[{LOWER}]+) ){{0,3}}{NAME}(?:(?:,| và| cùng) {NAME})*\.")
WHILE = re.compile(rf"(?:[{UPPER}][{LOWER}]+ [{LOWER}]+ )?{NAME} (?:khi|lúc|trong vai|với hình ảnh|thời) [^,]+\.")
LONGEST_NAMED = 16  # words


def named(look: Look) -> bool:
    """Is it a person's name closed with a full stop, with a title before it or what the picture catches behind it?

    >>> from analysis.lines import look
    >>> [named(look(1, text)) for text in ("Nghệ sĩ Lê Mẫu.", "Lê Thị Mẫu khi lên nhận giải.", "Bà Mẫu cười.")]
    [True, True, False]
    """
    if look.words > LONGEST_NAMED or look.words < 3 or not look.text.endswith("."):
        return False
    return ALONE.fullmatch(look.text) is not None or WHILE.fullmatch(look.text) is not None


def posed(look: Look) -> bool:
    """Does the line say how people pose for the picture ("chụp ảnh lưu niệm", "thứ hai từ trái sang")?"""
    said = _wording(vocabulary())
    return look.words <= _longest(look) and said.poses.search(look.text) is not None and not SAID.search(look.text)


PASSIVE = re.compile(r"\bđược (?=[^.]* (?:trên|tại|ở|trong|giữa|bên|trước) )", re.I)  # "được cắm điện trên toa"


GIVEN = re.compile(r"\b(?:tặng|trao|bàn giao)\b[^.]*? cho\s", re.I)  # "tặng hoa cho các đại biểu"


def _shows(look, said, alone):
    """Does a closed sentence show a scene: short, somebody or somewhere in it, and no word that tells or dates it?

    In the dev pages and the seeds 11 captions end with a full stop, 6 of them so; of the articles' paragraphs none.
    """
    if (
        not 6 <= look.words <= 17
        or BULLET.match(look.text)
        or said.told.search(GIVEN.sub(" ", PASSIVE.sub("", look.text)) if alone else look.text)
    ):
        return False
    if alone and PASSIVE.search(look.text):
        return True
    return bool(said.people.match(look.text) or said.somewhere.search(look.text))
