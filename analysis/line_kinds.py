"""The text of one line comes in; what kind of line it is by its wording alone goes out ("date", "caption", "menu" ...).

KINDS is the list of the kinds, the first that fits is the line's. Most wordings are in rules/pages.toml; the patterns
here are of the signs and figures around them, each above the test that uses it.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from analysis import caption_signs, saved_marks
from analysis.authors import author_of, without_bureau
from analysis.source_credits import URL, source_of
from analysis.vocabulary import LOWER, UPPER, Vocabulary, key_of, vocabulary


@dataclass(frozen=True, slots=True)
class Wording:
    """What the tests know of a line; `bare` is the key without the figures at its ends, `dates` are those printed."""

    text: str
    key: str
    bare: str
    words: int
    sentence: bool
    dates: tuple | list


def kind_of(text: str, key: str, words: int, sentence: bool, dates: tuple | list) -> str | None:
    """The first of KINDS whose test fits, "blank" for an empty line, None if none fits.

    >>> kind_of("Ảnh: TTXVN", "ảnh ttxvn", 2, False, ()), kind_of("Hai bên bàn", "hai bên bàn", 3, False, ())
    ('credit', None)
    """
    if not text:
        return "blank"
    bare = ENDS_IN_FIGURES.sub("", key) if key[-1:].isdigit() or key[:1].isdigit() else key
    said, line = vocabulary(), Wording(text, key, bare, words, sentence, dates)
    for kind, test in KINDS:
        if test(line, said):
            return kind
    return None


ENDS_IN_FIGURES = re.compile(r"(?: \d+)+$|^(?:\d+ )+")


OPENS_LINK = re.compile(r"(?:nguồn|theo|source|link|xem)\b", re.I)


def _is_url(line, said):
    rest = URL.sub("", line.text)
    return rest != line.text and len(re.findall(r"\w+", rest)) <= (10 if OPENS_LINK.match(line.text) else 4)


CLOCK = re.compile(
    r"(?:\d{1,2}\s?[:hg]\s?\d{2}'?)(?:[\s,|–-]+(?:ngày\s)?\d{1,2}[/.-]\d{1,2})?(?:\s(?:MỚI|Mới|NEW|LIVE))?"
    r"|\d{1,2}\s?(?:giờ|GIỜ)(?:\s?\d{1,2})?(?:\s(?:phút|PHÚT))?"
)


def _is_clock(line, said):
    return line.words <= 6 and CLOCK.fullmatch(line.text)


TERM = re.compile(r"[-–•*+\d.)\s]*(?:thời gian|thời hạn|ngày diễn ra)[^:]{0,20}:\s*từ\b", re.I)  # of a fair, an offer


def _is_date(line, said):
    if not line.dates or line.words > 24 or TERM.match(line.text):
        return False
    return said.date_residue(line.text, line.dates) <= (6 if line.dates[0].timed else 2)


BOTH = re.compile(r"(?:Tin|Bài|Bài viết|Thực hiện)\s?:[^:.]{3,40}[;,.–-]\s?(?:ảnh|đồ họa|video)\s?:", re.I)


def _is_author(line, said):
    """A labelled byline: "Tác giả: ...", "Bài, ảnh: ...", "By ..."."""
    text = without_bureau(line.text) if line.words <= 20 and " tại " in line.text else line.text
    short = line.words <= 12 or text is not line.text
    return short and said.byline.fullmatch(text) or line.words <= 16 and BOTH.match(line.text)


AGED = re.compile(r"\S.{1,40}?(?<!\d)\s?[•·|–-]\s?\d{1,2} ?(?:giờ|phút|ngày|tuần|tháng|h|m|d|p)(?: trước)?", re.I)
COMMENTS = re.compile(
    r"(?:bình luận|ý kiến|phản hồi|góp ý|thảo luận|trao đổi|đánh giá|nhận xét|hỏi đáp)(?: (?:của|từ))?"
    r" (?:bạn đọc|độc giả|bạn|người đọc|khán giả|thính giả)(?: \d+)?"
    r"|(?:có |tất cả )?\d+ (?:bình luận|ý kiến|phản hồi|comments?)"
    r"|(?:bình luận|ý kiến|phản hồi|hỏi đáp|comments?) \d+"
    r"|(?:ý kiến|bình luận|phản hồi|cảm nghĩ|chia sẻ) (?:của )?(?:bạn đọc|độc giả)(?: \w+){1,3}"
    r"|gửi lúc \d{1,2} \d{2}(?: \d{1,2} \d{1,2}(?: \d{4})?)?(?: \d+ (?:ủng hộ|lượt thích|thích|đồng ý))?"
    r"|\d+ (?:ủng hộ|người ủng hộ|lượt ủng hộ)"
    r"|viết (?:cảm nghĩ|bình luận|phản hồi) của bạn"
)


def _is_comment(line, said):
    return (
        line.text.startswith(("↳", "↪"))
        or line.words <= 8
        and AGED.fullmatch(line.text)
        or COMMENTS.fullmatch(line.key)
        or line.bare in said.comment
        or line.words <= 14
        and said.begins(line.key, said.comment_starts)
        or line.bare in said.comment_marks
    )


LONGEST_HEADER = 8  # words
RANKED = re.compile(r"\d{1,2}[.)] |[IVX]{1,4}[.)] ")  # a chapter of the article, not a block
STOPPED = re.compile(r"[.!?]$")
COUNT_BEHIND = re.compile(r":\s*\d[\d.,]*$")


def _is_header(line, said):
    if (
        line.words > LONGEST_HEADER
        or RANKED.match(line.text)
        or line.words > 4
        and STOPPED.search(line.text)
        or COUNT_BEHIND.search(line.text)
    ):
        return False
    if line.bare in said.header or said.header_pair.fullmatch(line.bare) or said.begins(line.key, said.header_starts):
        return True
    return 2 <= line.words <= 7 and not line.sentence and said.block_name(line.bare)


AGO = re.compile(
    r"\b\d+\s*(?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|minutes?|hours?|days?|weeks?|h|p)\s+(?:trước|ago)\b", re.I
)
NAMED_AGE = re.compile(r"([^\W\d].{1,28}?) \d{1,2} ?(?:giây|phút|giờ|ngày|tuần|h)", re.I)  # "Dân trí 7 giờ"
READERS_BEHIND = re.compile(r"\s\d+ (?:bình luận|lượt xem|lượt thích|ý kiến)$")
TICKER = re.compile(r"[+\-−]\s?\d+(?:[.,]\d+)?\s?%")


def _is_listed(line, said):
    """A headline behind its age ("15 phút trước ..."), an outlet with that, or a rate ("VN-Index 1.640,2 +0,85%")."""
    aged = NAMED_AGE.fullmatch(line.text) if line.words <= 7 else None
    if aged and key_of(aged[1]) in said.agency:
        return True
    if line.words >= 6 and not line.sentence and READERS_BEHIND.search(line.text):
        return True
    return line.words <= 40 and AGO.match(line.text) or _is_rate(line)


def _is_rate(line):
    return line.words <= 8 and not line.sentence and TICKER.search(line.text)


COUNTED = re.compile(
    r"^[\W\d]*(?:lượt đọc|lượt truy cập|số lần xem|đã xem|đang xem"
    r"|lượt (?:chia sẻ|thích|bình luận|nghe|tải)|lượt xem|lượt|bình luận|chia sẻ|thích|views?|comments?|likes?|shares?"
    r"|người thích|ủng hộ|phản hồi|ý kiến|quan tâm|phút đọc|phút|min read|просмотр\w*|комментари\w*)?[\W\d]*$",
    re.I,
)
PLAYED = re.compile(r"(?<!\d)\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d(?!\d)")  # how far a player is: "Nghe podcast 0:00 / 4:12"
DEGREES = re.compile(r"\d\s*°|°\s*[CcFf]\b")
TODAY = re.compile(
    r"(?:hôm (?:nay|qua)|vừa xong|mới đây|today|yesterday|сегодня|вчера)\b[\s,|-]*(?:\d{1,2}[:h]\d{2})?$", re.I
)


def _is_control(line, said):
    if line.bare in said.control or COUNTED.match(line.text) or said.buttons(line.key, line.words):
        return True
    if line.words <= 7 and not line.sentence and said.button(line.bare):
        return True
    return line.words <= 8 and _is_widget(line, said) or line.words <= 40 and _says_button(line, said)


def _is_widget(line, said):
    """The label of a player, the age of a page, the weather."""
    text = line.text
    if text.startswith("Vai trò, "):
        return True  # the writer's post, labelled as BBC labels it
    aged = AGO.search(text) or TODAY.match(text)
    return said.player(line.key) or aged or DEGREES.search(text) or PLAYED.search(text)


def _says_button(line, said):
    """Up to 25 words that begin as a button does, up to 30 with a button's words, up to 40 with both."""
    begins = said.begins(line.key, said.control_starts)
    if begins and line.words <= 25:
        return True
    return (begins or line.words <= 30) and said.control_has.search(line.key)


HASHTAGS = re.compile(r"^(?:#\w+[\s,;]*)+$")


def _is_tags(line, said):
    if HASHTAGS.match(line.text):
        return True
    several = not line.sentence or ";" in line.text or line.text.count(",") > 1
    return line.words <= 60 and several and said.tag_line.match(line.text)


def _is_source(line, said):
    return source_of(line.text) is not None


DRAWN = re.compile(r"[(\[]?(?:infographics?|video|clip|biểu đồ|bản đồ|đồ họa)\b", re.I)
GLUED = re.compile(rf"^©.*[{LOWER})\]][{UPPER}][{LOWER}]")  # a caption stuck to it: "© Ảnh : Tên NgườiChú thích ..."


LENDERS = "Công an|Cơ quan|Gia đình|Nhân vật|Bệnh viện|Ban tổ chức|BTC|Đơn vị|UBND|Nhà trường|Bạn đọc|Người dân|Công ty"
LENT_BY = re.compile(  # below a picture
    rf"[{UPPER}\d .,/()-]{{2,60}} CUNG CẤP\.?|(?:{LENDERS})(?: [\w.]+){{0,5}} cung cấp"
)


def _is_credit(line, said):
    if line.words <= 10 and LENT_BY.fullmatch(line.text):
        return True
    if line.words > 14 or not said.credit_line.match(line.text) or _names_drawing(line):
        return False
    return not _is_footer(line, said) and not GLUED.search(line.text)


def _names_drawing(line):
    """The title of a drawing ("Biểu đồ: ..."), not who drew it."""
    return DRAWN.match(line.text) and (line.words > 8 or any(map(str.isdigit, line.text)))


def _is_media(line, said):
    return line.words <= 40 and said.media_line.match(line.text)


LABEL = re.compile(r"([^:»>|]{4,40}?)\s?(?::|»|>>)\s+(?=\S)")  # "ĐỪNG BỎ LỠ: ..."
READ_ALSO = re.compile(
    r"(?:bấm|nhấn) (?:nghe|xem|đọc)\b|(?:xem|đọc|nghe) (?:ngay|thêm|tiếp|lại) (?:các |loạt |những )?"
    r"(?:bài|video|clip|tin|phần|podcast)\b"
)


def _is_pointer(line, said):
    if not line.sentence and (line.words <= 30 and said.pointer_open.match(line.text) or _opens_with_sign(line)):
        return True
    if line.text.startswith(said.pointer_marks):
        return True
    if line.words > 40:
        return False
    return said.pointer_line.match(line.text) or READ_ALSO.match(line.key) or _labels_block(line.text, said)


def _opens_with_sign(line):
    """A hand, an arrow or another picture before the words."""
    return line.words >= 3 and unicodedata.category(line.text[0]) == "So" and line.text[0] not in "©®°™"


def _labels_block(text, said):
    label = LABEL.match(text)
    name = key_of(label[1]) if label else ""
    return " " in name and said.names_block(name)


def _is_caption(line, said):
    if line.words > 90 or line.text.startswith("©") and _is_footer(line, said):
        return False
    return caption_signs.signed(line.text, line.words, said)


ABOUT_AUTHOR = re.compile(
    r"[*()\s]*(?:Về tác giả|Đôi nét về tác giả|Tác giả (?:là|hiện|từng|bài viết|tốt nghiệp|sinh)|About the author"
    r"|VỀ TÁC GIẢ)\b"
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}|báo|tạp chí|cổng|trang|bản quyền|all)", re.I)
FIELD = re.compile(r"[^:]{2,40}:")
PHONE = re.compile(r"\d(?:[ .()-]*\d){7,}")  # eight digits and more; "260.000" is no number to ring


OFFICES = frozenset({"tổng biên tập", "cơ quan chủ quản"})  # of whom articles tell too
LABELLED = re.compile(r"(?:tổng biên tập|cơ quan chủ quản)\s*[:|]", re.I)
SHORTEST_TOLD = 15  # words; the imprint names its editor in a line without a verb, mostly behind a colon


def _is_footer(line, said):
    if line.words <= 60 and (ABOUT_AUTHOR.match(line.text) or _of_imprint(line, said)):
        return True
    if COPYRIGHT.match(line.text):
        return True
    return line.words <= 45 and said.begins(line.key, said.footer_starts) and _says_where(line.text)


def _of_imprint(line, said):
    """Has it the words of an imprint? An editor or a publisher named in a sentence is told of."""
    if not said.footer_has.search(line.key):
        return False
    told = line.sentence and line.words >= SHORTEST_TOLD and not LABELLED.search(line.text)
    return not (told and OFFICES.issuperset(said.footer_has.findall(line.key)))


def _says_where(text):
    """An address, a number to ring, or another field of the imprint."""
    return FIELD.match(text) or "©" in text or "@" in text or PHONE.search(text)


PATH = re.compile(rf"(?:Trang chủ|Trang nhất|Home)[{UPPER}][{LOWER}]")  # the way to the page, copied without its signs


NAMES = re.compile(r"/| [-–] .* [-–] ")  # between an agency's names or those of three writers: "Lê Mẫu/TTXVN/baomau.vn"


def _is_menu(line, said):
    if line.words <= 40 and PATH.match(line.text):
        return True
    if line.sentence or line.words > 80 or not said.menu(line.text, line.key, line.words):
        return False
    return not (line.words <= 12 and NAMES.search(line.text) and author_of(line.text))


KINDS: tuple[tuple[str, Callable[[Wording, Vocabulary], object]], ...] = (
    ("link", saved_marks.is_reference),
    ("placeholder", saved_marks.is_picture_place),
    ("placeholder", saved_marks.is_picture_number),
    ("control", saved_marks.is_markup),
    ("control", saved_marks.is_icon),
    ("placeholder", saved_marks.is_picture_file),
    ("url", _is_url),
    ("clock", _is_clock),
    ("date", _is_date),
    ("author", _is_author),
    ("comment", _is_comment),
    ("header", _is_header),
    ("listed", _is_listed),
    ("control", _is_control),
    ("tags", _is_tags),
    ("source", _is_source),
    ("credit", _is_credit),
    ("media", _is_media),
    ("pointer", _is_pointer),
    ("caption", _is_caption),
    ("footer", _is_footer),
    ("doubled", saved_marks.is_doubled),
    ("menu", _is_menu),
    ("slug", saved_marks.is_slug),
)
