"""One line of a saved page comes in; what kind of line it is by its wording alone goes out (caption, button, date ...).

Nothing here looks at the line's neighbours: analysis.blocks does. The wordings are in rules/pages.toml.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import islice

from analysis import dates
from analysis.vocabulary import LOWER, UPPER, key_of, vocabulary

LONGEST = (
    8000  # letters; a line beyond is text whatever it says (the longest of the seeds has 1,100), and slow to look at
)
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]")
URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
INNER_END = re.compile(r"[.!?…][\"”]?\s")
SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*$")


DATELINE = re.compile(
    rf"^(?:\([^()]{{2,20}}\)|[{UPPER}]{{2,6}}O?|[\w-]{{2,14}}\.(?:vn|com|net|info|org))(?: \w{{1,8}})?\s?[-–—]\s"
)
SPEAKER = (
    r"(?:PV|P\.V\.?|Phóng viên|Nhà báo|Hỏi|Đáp|Trả lời|MC|BTV|Độc giả|Câu hỏi|Câu|Q|A|Question|Answer|"
    rf"(?:Ông |Bà |Anh |Chị |TS\.? ?|GS\.? ?)?[{UPPER}]\w*(?:[ .][{UPPER}]\w*){{1,4}})\s?\d{{0,2}}\s?:"
)
SPOKEN = re.compile(rf"[-–—\"“«'(.*+•▪]|{SPEAKER}")
SIGNED = re.compile(rf"[.!?][\"”]?\s+[(\[]?(?:[{UPPER}][\w/.+-]*\s?){{1,5}}[)\]]?$")
OPEN_END = re.compile(r"[:;,]$")
BULLET = re.compile(r"^(?:[-–—•*+▪●■◦·★☆◆❖➢✦]\s*|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ]|[ivxIVX]{1,4})[.)/]\s+)")
NUMBERED = re.compile(
    r"(?:Điều|Chương|Mục|Phần|Bước|Câu|Bài|Kỳ|Phụ lục|Article|Part)\s[\dIVX]+\b"
    r"|[IVX]{1,4}[.)]\s|\d{1,2}(?:\.\d{1,2}){0,2}[.)]\s"
    r"|\d{1,2}\.\d{1,2}\s"
)
CLOCK = re.compile(
    r"(?:\d{1,2}\s?[:hg]\s?\d{2}'?)(?:[\s,|–-]+(?:ngày\s)?\d{1,2}[/.-]\d{1,2})?(?:\s(?:MỚI|Mới|NEW|LIVE))?"
    r"|\d{1,2}\s?(?:giờ|GIỜ)(?:\s?\d{1,2})?(?:\s(?:phút|PHÚT))?"
)
COUNTED = re.compile(
    r"^[\W\d]*(?:lượt đọc|lượt truy cập|số lần xem|đã xem|đang xem"
    r"|lượt (?:chia sẻ|thích|bình luận|nghe|tải)|lượt xem|lượt|bình luận|chia sẻ|thích|views?|comments?|likes?|shares?"
    r"|người thích|phản hồi|ý kiến|quan tâm|phút đọc|phút|min read|просмотр\w*|комментари\w*)?[\W\d]*$",
    re.I,
)
ABOUT_AUTHOR = re.compile(
    r"[*()\s]*(?:Về tác giả|Đôi nét về tác giả|Tác giả (?:là|hiện|từng|bài viết|tốt nghiệp|sinh)|About the author"
    r"|VỀ TÁC GIẢ)\b"
)
COMMENTS = re.compile(
    r"(?:bình luận|ý kiến|phản hồi|góp ý|thảo luận|trao đổi|đánh giá|nhận xét|hỏi đáp)(?: (?:của|từ))?"
    r" (?:bạn đọc|độc giả|bạn|người đọc|khán giả"
    r"|thính giả)(?: \d+)?|(?:có |tất cả )?\d+ (?:bình luận|ý kiến|phản hồi|comments?)"
    r"|(?:bình luận|ý kiến|phản hồi|comments?) \d+"
    r"|(?:ý kiến|bình luận|phản hồi|cảm nghĩ|chia sẻ) (?:của )?(?:bạn đọc|độc giả)(?: \w+){1,3}"
    r"|viết (?:cảm nghĩ|bình luận|phản hồi) của bạn"
)
AGO = re.compile(
    r"\b\d+\s*(?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|minutes?|hours?|days?|weeks?|h|p)\s+(?:trước|ago)\b", re.I
)
TODAY = re.compile(
    r"(?:hôm (?:nay|qua)|vừa xong|mới đây|today|yesterday|сегодня|вчера)\b[\s,|-]*(?:\d{1,2}[:h]\d{2})?$", re.I
)
TICKER = re.compile(r"[+\-−]\s?\d+(?:[.,]\d+)?\s?%")
DEGREES = re.compile(r"\d\s*°|°\s*[CcFf]\b")
GLUED = re.compile(
    rf"^©.*[{LOWER})\]][{UPPER}][{LOWER}]"
)  # a caption stuck to its credit: "© Ảnh : Tên NgườiChú thích ..."
LENT = re.compile(
    r"(?:^|[.…\"”)]|[-–—|])\s*(?:Ảnh|Hình)(?: do)? [\w ]{2,30} cung cấp[.)]?$"
)  # "Ảnh gia đình cung cấp."
CREDIT_WORDS = re.compile(r"(?:[.…\"”)]|\s[-–—|])\s*(?:Ảnh|ẢNH|Photo|PHOTO|Photos|Фото)\s+(?!Ảnh)[^.]{2,50}$")
PHONE = re.compile(r"\d(?:[ .()-]*\d){7,}")  # eight digits and more; "260.000" is no number to ring

HASHTAGS = re.compile(r"^(?:#\w+[\s,;]*)+$")


@dataclass(frozen=True)
class Look:
    """A line and how it looks: `kind` is None for a line that may be text of the article."""

    number: int
    text: str
    key: str = ""
    kind: str | None = None
    words: int = 0
    sentence: bool = False
    hint: str = ""
    dates: tuple = field(default=(), compare=False)

    @property
    def prose(self) -> bool:
        """Does the line read like running text: a closed sentence of some length, or a long stretch of words?

        Headlines of Vietnamese outlets stay below 30 words (longest in the seeds: 27).
        """
        return self.kind is None and (self.words >= 30 or (self.sentence and self.words >= 6))

    @property
    def running(self) -> bool:
        """Is it a paragraph of several sentences, or of more than 45 words? Teasers are mostly one short sentence.

        In the dev pages 77 % of the articles' paragraphs are, 13 % of the blurbs under other headlines.
        """
        return self.prose and (self.words > 45 or self.words >= 20 and bool(INNER_END.search(self.text)))


def above(looks: list[Look], each: Look) -> Look | None:
    """The line above a line of the page that is not blank, None at the top; `looks` are all lines of the page."""
    return next((looks[place] for place in range(each.number - 2, -1, -1) if looks[place].kind != "blank"), None)


def below(looks: list[Look], each: Look, reach: int | None = None) -> Look | None:
    """The line below that is not blank, of the next `reach` lines (of all); None if there is none."""
    lines = islice(looks, each.number, None if reach is None else each.number + reach)
    return next((other for other in lines if other.kind != "blank"), None)


def tidy(text: str) -> str:
    """The line in NFC with single spaces, without invisible characters, table pipes and Markdown signs.

    >>> tidy("| **Việt Nam**\\u200b và Nga |")
    'Việt Nam và Nga'
    """
    text = " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
    if text[:1] in "|#*>_`~" and not text.startswith(">>"):
        text = re.sub(r"^(?:[|>\s]|#+(?=\s)|\*(?=\*)|(?<=\*)\*|[_`~](?=[_`~]))+", "", text) or text
    text = re.sub(r"\*\*|__(?=\w)|(?<=\w)__", "", text) if "**" in text or "__" in text else text
    return text.rstrip("| ").strip() if text.endswith("|") else text


def look(number: int, raw: str, hint: str = "") -> Look:
    """How line `number` looks. `hint` is what a web page's markup says of the line ("nav", "caption", "link" ...)."""
    text = tidy(raw)
    if len(text) > LONGEST:
        return Look(number, text, key_of(text[:LONGEST]) + f" {len(text)}", None, text.count(" ") + 1, True, hint)
    key = key_of(text)
    words = key.count(" ") + 1 if key else 0
    sentence = closed(text, words)
    found = dates.find(text) if words <= 30 and any(sign.isdigit() for sign in text) else ()
    if hint == "row" or is_row(raw):
        return Look(number, text, key, _kind_of_row(raw, key), words, sentence, hint)
    kind = (
        kind_of(text, key, words, sentence, found) or _marked(hint, words, sentence) or _dotted(text, words, sentence)
    )
    return Look(number, text, key, kind, words, sentence, hint, tuple(found))


def _kind_of_row(raw, key):
    """ "row", unless its cells are buttons or hold no word."""
    if not any(sign.isalnum() for sign in key):
        return "placeholder"
    cells = [tidy(cell) for cell in re.split(r"\t|\|| {3,}", raw) if cell.strip()]
    if all(len(cell) <= 2 and not cell.isdigit() for cell in cells) or cells[0].endswith("?"):
        return "control"
    kinds = [kind_of(cell, key_of(cell), cell.count(" ") + 1, False, ()) for cell in cells[:12]]
    if all(COUNTED.match(cell) and re.search(r"[^\W\d]", cell) for cell in cells):
        return "control"
    buttons = sum(
        kind in ("control", "comment", "header") and not cell[:1].isdigit()
        for kind, cell in zip(kinds, cells, strict=False)
    )
    return "control" if buttons >= 0.5 * len(kinds) else "row"


def is_row(raw: str) -> bool:
    """Is the line a row of a table: two cells or more, none empty, between pipes or tabs, or three parted by blanks?

    >>> is_row("| Năm | Tỷ USD |"), is_row("2024\\t4,58"), is_row("| Một ô |"), is_row("2024\\t")
    (True, True, False, False)
    """
    bare = raw.strip()
    piped = bare.split("|")[1:-1] if len(bare) > 1 and bare[0] == bare[-1] == "|" else []
    spaced = re.split(r" {3,}", bare) if "   " in bare else []
    if len(spaced) > 2 and len(bare) < 300:
        return True
    return any(len(cells) > 1 and all(cell.strip() for cell in cells) for cells in (piped, raw.split("\t")))


DOT = re.compile(
    r"[*•▪●○◦★☆◆❖➢✦➤]\s+(?=\S)"
)  # how browsers mark list items when they save a page as text; writers use "-"


def _dotted(text, words, sentence) -> str | None:
    """The kind of a list item of a saved page by what stands behind its dot."""
    dot = DOT.match(text)
    if not dot or sentence and words >= 15:
        return None
    bare = text[dot.end() :]
    kind = kind_of(bare, key_of(bare), words, sentence, dates.find(bare) if words <= 30 else ())
    return None if kind == "placeholder" else kind


HINTED = {
    "caption": "caption",
    "nav": "menu",
    "footer": "footer",
    "comment": "comment",
    "button": "control",
    "tags": "tags",
    "aside": "listed",
    "link": "link",
}


def _marked(hint, words, sentence) -> str | None:
    """The kind that a web page's markup gives a line. Running text is judged as text: class names are often wrong."""
    if hint not in HINTED or hint != "caption" and sentence and words >= 15:
        return None
    return HINTED[hint]


def closed(text: str, words: int) -> bool:
    """Does the line end as sentences do? A signature behind the last full stop ("... trong năm. VNS") does not matter.

    Short questions are headlines or sub-heads as often as sentences and do not count, unless a speaker's label or a
    quotation mark opens them.
    """
    if text.endswith("?") and words <= 16 and not SPOKEN.match(text):
        return False
    return bool(
        SENTENCE_END.search(text)
        or words >= 14
        and DATELINE.match(text)
        or words >= 8
        and SIGNED.search(text)
        or (OPEN_END.search(text) and words >= 8)
    )


REFERENCE = re.compile(r"\[\d{1,3}\](?=[^\W\d_]|[“\"])|\(BUTTON\)")  # how text browsers number the links of a page


ICON = re.compile(r"(?=\S*_)[a-z]+(?:_[a-z]+)*(?: [a-z]+(?:_[a-z]+)*)*")  # "chevron_right", where a font drew a sign


def kind_of(text, key, words, sentence, found) -> str | None:
    """The first kind whose grammar fits, None if none does."""
    said = vocabulary()
    if not text:
        return "blank"
    if REFERENCE.match(text) and words <= 40:
        return "link"
    if not key.strip("_ ") or re.fullmatch(r"!?\[[^\]]{0,80}\](?:\([^)]*\))?", text) and said.placeholder(key):
        return "placeholder"
    if re.fullmatch(r"(?:ảnh|hình|hinh|anh|image|img|photo|figure) ?\d{1,2}|image|img|photo", key):
        return "placeholder"
    if ICON.fullmatch(text):
        return "control"
    if re.fullmatch(r"\S{1,80}\.(?:jpe?g|png|webp|gif|svg|mp4)", text, re.I):
        return "placeholder"
    bare = re.sub(r"(?: \d+)+$|^(?:\d+ )+", "", key)
    for kind, test in _TESTS:
        if test(said, text, key, bare, words, sentence, found):
            return kind
    return None


def _is_url(said, text, key, bare, words, sentence, found):
    rest = URL.sub("", text)
    credited = re.match(r"(?:nguồn|theo|source|link|xem)\b", text, re.I)
    return rest != text and len(re.findall(r"\w+", rest)) <= (10 if credited else 4)


def _is_clock(said, text, key, bare, words, sentence, found):
    return words <= 6 and bool(CLOCK.fullmatch(text))


def _is_date(said, text, key, bare, words, sentence, found):
    return bool(found) and words <= 24 and said.date_residue(text, found) <= (6 if found[0].timed else 2)


def _is_credit(said, text, key, bare, words, sentence, found):
    drawn = re.match(r"[(\[]?(?:infographics?|video|clip|biểu đồ|bản đồ|đồ họa)\b", text, re.I)
    return (
        words <= 14
        and not (drawn and (words > 8 or any(sign.isdigit() for sign in text)))
        and bool(said.credit_line.match(text))
        and not _is_footer(said, text, key, bare, words, sentence, found)
        and not GLUED.search(text)
    )


OPENS_CAPTION = ("▲", "▼", "△", "©", "(c) ", "Chụp lại hình ảnh", "Hình minh họa", "Ảnh tư liệu", "Trong ảnh:")
OPENS_CAPTION += ("Chú thích ảnh:", "Ảnh trên:", "📷", "📸", "🎥")
NUMBERED_CAPTION = re.compile(r"(?:Ảnh|Hình|Hình ảnh|Tranh|Photo|Figure|Fig|Фото)\.? ?\d{1,2} ?[.:)–-] ?\S", re.I)


AGENCY_SIGNED = re.compile(r"(.{20,}[.…”\"])\s+([^\W\d_][\w+ ]{1,20})")  # one sentence, and who took the picture
PICTURED = re.compile(r"\s[-–—]\s(?:Ảnh|Hình|Photo) \d{1,2}\.?$")  # a picture's name: the title and a number


def _is_caption(said, text, key, bare, words, sentence, found):
    if words > 90 or text.startswith("©") and _is_footer(said, text, key, bare, words, sentence, found):
        return False
    signed = AGENCY_SIGNED.fullmatch(text) if words <= 45 else None
    if signed and key_of(signed[2]) in said.agency and not INNER_END.search(signed[1]):
        return True
    if text.startswith(OPENS_CAPTION) or words <= 45 and NUMBERED_CAPTION.match(text):
        return True
    return bool(
        PICTURED.search(text) or said.credit_tail.search(text) or CREDIT_WORDS.search(text) or LENT.search(text)
    )


def _is_tags(said, text, key, bare, words, sentence, found):
    return bool(HASHTAGS.match(text)) or (
        words <= 60 and (not sentence or ";" in text or text.count(",") > 1) and bool(said.tag_line.match(text))
    )


def _is_source(said, text, key, bare, words, sentence, found):
    return source_of(text) is not None


AGED = re.compile(r"\S.{1,40}?\s?[•·|–-]\s?\d{1,2} ?(?:giờ|phút|ngày|tuần|tháng|h|m|d|p)(?: trước)?", re.I)


def _is_comment(said, text, key, bare, words, sentence, found):
    return (
        text.startswith(("↳", "↪"))
        or words <= 8
        and AGED.fullmatch(text) is not None
        or bool(COMMENTS.fullmatch(key))
        or bare in said.comment
        or (words <= 14 and said.begins(key, said.comment_starts))
        or bare in said.comment_marks
    )


def _is_header(said, text, key, bare, words, sentence, found):
    if words > 8 or re.search(r"[.!?]$", text) and words > 4 or re.search(r":\s*\d[\d.,]*$", text):
        return False
    named = bare in said.header or said.header_pair.fullmatch(bare) or said.begins(key, said.header_starts)
    return bool(named) or 2 <= words <= 7 and not sentence and said.block_name(bare)


def _is_control(said, text, key, bare, words, sentence, found):
    if bare in said.control or COUNTED.match(text) or said.buttons(key, words) or words <= 8 and said.player(key):
        return True
    if words <= 8 and (AGO.search(text) or DEGREES.search(text) or TODAY.match(text)):
        return True
    return words <= 40 and (
        said.begins(key, said.control_starts)
        and (words <= 25 or said.control_has.search(key) is not None)
        or words <= 30
        and said.control_has.search(key) is not None
    )


def _is_listed(said, text, key, bare, words, sentence, found):
    """A headline behind its age ("15 phút trước ...") or a rate board ("VN-Index 1.640,2 +0,85%")."""
    if words >= 6 and not sentence and re.search(r"\s\d+ (?:bình luận|lượt xem|lượt thích|ý kiến)$", text):
        return True
    return words <= 40 and bool(AGO.match(text)) or words <= 8 and not sentence and bool(TICKER.search(text))


def _is_footer(said, text, key, bare, words, sentence, found):
    if (
        words <= 60
        and ABOUT_AUTHOR.match(text)
        or words <= 60
        and said.footer_has.search(key)
        or re.match(r"(?:©|\(c\)|copyright)\s*(?:\d{4}|báo|tạp chí|cổng|trang|bản quyền|all)", text, re.I)
    ):
        return True
    return (
        said.begins(key, said.footer_starts)
        and words <= 45
        and bool(re.match(r"[^:]{2,40}:", text) or "©" in text or "@" in text or PHONE.search(text))
    )


def _is_media(said, text, key, bare, words, sentence, found):
    return words <= 40 and bool(said.media_line.match(text))


def _is_pointer(said, text, key, bare, words, sentence, found):
    if words <= 30 and not sentence and said.pointer_open.match(text):
        return True
    if not sentence and unicodedata.category(text[0]) == "So" and text[0] not in "©®°™" and words >= 3:
        return True
    if text.startswith(said.pointer_marks) or words <= 40 and (said.pointer_line.match(text) or READ_ALSO.match(key)):
        return True
    label = LABEL.match(text) if words <= 40 else None
    return label is not None and " " in key_of(label[1]) and said.names_block(key_of(label[1]))


READ_ALSO = re.compile(
    r"(?:bấm|nhấn) (?:nghe|xem|đọc)\b|(?:xem|đọc|nghe) (?:ngay|thêm|tiếp|lại) (?:các |loạt |những )?"
    r"(?:bài|video|clip|tin|phần|podcast)\b"
)
LABEL = re.compile(r"([^:»>|]{4,40}?)\s?(?::|»|>>)\s+(?=\S)")  # "ĐỪNG BỎ LỠ: ..."


def _is_doubled(said, text, key, bare, words, sentence, found):
    return words >= 6 and words % 2 == 0 and _halves(key.split())


def _halves(parts):
    middle = len(parts) // 2
    return parts[:middle] == parts[middle:]


def _is_slug(said, text, key, bare, words, sentence, found):
    return words >= 4 and bool(re.fullmatch(r"[a-z0-9 _-]+", text)) and not said.plain_english(key)


def _is_menu(said, text, key, bare, words, sentence, found):
    return not sentence and words <= 80 and said.menu(text, key, words)


BOTH = re.compile(r"(?:Tin|Bài|Bài viết|Thực hiện)\s?:[^:.]{3,40}[;,.–-]\s?(?:ảnh|đồ họa|video)\s?:", re.I)


def _is_author(said, text, key, bare, words, sentence, found):
    """A labelled byline: "Tác giả: ...", "Bài, ảnh: ...", "By ..."."""
    return words <= 12 and bool(said.byline.fullmatch(text)) or words <= 16 and bool(BOTH.match(text))


_TESTS = [
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
    ("doubled", _is_doubled),
    ("menu", _is_menu),
    ("slug", _is_slug),
]

CREDITED = re.compile(
    r"^[(\[*\s–—-]*(?:bài\s+)?(theo|nguồn(?: tin)?|source|nguồn bài(?: viết)?|(?:по данным)|источник)"
    r"(\s*:\s*|\s+)(.{0,60}?)[)\]*.\s]*$",
    re.I,
)


LONGEST_SOURCE = 12  # words, as of a ministry's department


def source_of(text: str) -> str | None:
    """The outlet that a credit line names, "" if the line names nobody, None if it is no credit line.

    >>> source_of("Theo Báo Nhân Dân"), source_of("Nguồn:"), source_of("Theo kế hoạch của hai bên")
    ('Báo Nhân Dân', '', None)
    """
    if re.fullmatch(r"nguồn(?: tin)?\s*:?|source\s*:", text, re.I):
        return ""
    found = CREDITED.match(text)
    if not found:
        return _bracketed_agency(text)
    name = found[3].strip(" :-–—")
    said = vocabulary()
    if not name:
        return "" if ":" in text else None
    if key_of(name) in said.agency or URL.match(name) or re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,6}(?:/\S*)?", name, re.I):
        return name
    names = name.split()
    proper = sum(part[:1].isupper() or not part[:1].isalpha() for part in names)
    if ":" in found[2]:
        return name if len(names) <= LONGEST_SOURCE and names[0][:1].isupper() else None
    return name if len(names) <= 5 and names[0][:1].isupper() and proper >= 0.6 * len(names) else None


def _bracketed_agency(text):
    """ "(TTXVN/Vietnam+)" on a line of its own credits an agency."""
    inner = re.fullmatch(r"[(\[]([^()\[\]]{2,40})[)\]]\.?", text)
    parts = [key_of(part) for part in re.split(r"[/,–-]", inner[1])] if inner else []
    agency = vocabulary().agency
    return inner[1] if parts and any(part in agency for part in parts) else None
