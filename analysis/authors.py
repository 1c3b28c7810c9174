"""The text of a line comes in; the name in it, if it is a byline, goes out.

A byline names persons or an editorial office and says nothing else: "Minh Hà", "H. MINH (tổng hợp)", "P.V", "Bài và
ảnh: Lê Mẫu", "Lan Anh - Bảo Châu", "Phóng viên TTXVN tại Moskva". Labels, offices in brackets and credited sources are
cut off. The words are in rules/bylines.toml and, as far as they tell lines apart, in rules/pages.toml.
"""

import re
from functools import lru_cache

from analysis import rules
from analysis.lookup import made
from analysis.phrases import either
from analysis.vocabulary import LOWER, UPPER, Same, key_of, vocabulary

TITLES = re.compile(
    r"^(?:(?:PGS|GS|TSKH|TS|ThS|BS|KTS|LS|CN|NSND|NSƯT|NGND|NGƯT|CVCC|Th\.S|Nhà báo|Nhà văn|Nhà thơ|Nhà nghiên cứu"
    r"|Dịch giả|Nhạc sĩ|Họa sĩ|Bác sĩ|Kỹ sư|Giáo sư|Phó [Gg]iáo sư|Tiến sĩ|Thạc sĩ|Viện sĩ|Luật sư|Đại sứ"
    r"|(?:Đại|Thượng|Trung|Thiếu) tướng|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy))(?!\w)[.,]*\s*)+"
)
NO_NAME = frozenset(
    "việt nam,liên xô,hà nội,nga,liên bang nga,tp hcm,hồ chí minh,saint petersburg,moskva,belarus,asean,"
    "eaeu,trung quốc,hoa kỳ,ukraine,vladimir putin,tô lâm,phạm minh chính,lương cường,trần thanh mẫn,"
    "thái lan,nam phi,hàn quốc,hồng kông,đài loan,nhật bản,triều tiên,mông cổ,hà lan,phần lan,đan mạch,"
    "thụy sĩ,thụy điển,ho chi minh,ai cập,na uy,nam á,nam mỹ,bắc mỹ,bắc á,cửu long,"
    "sergei lavrov,dmitry peskov,dmitry medvedev,nguyễn phú trọng,"
    "thứ hai,thứ ba,thứ tư,thứ năm,thứ sáu,thứ bảy,chủ nhật,"
    "super user,super admin,quản trị,quản trị viên,quản trị web,quản trị hệ thống,"
    "đông nam á,châu á,biển đông,trung á,thủ tướng,tổng bí thư,chủ tịch nước".split(",")
)
INITIALS = re.compile(
    rf"(?:[{UPPER}][a-z]?\.\s?){{1,3}}(?:[^\W\d_]{{1,14}}(?:\s[{UPPER}][^\W\d_]{{0,6}})?)?\.?|P/?[Vv]"
)
CHAPTER = re.compile(rf"[IVX]\. [{UPPER}]{{2,}} [{UPPER}]{{2,}}")  # "I. TỔNG QUAN", a heading with its number
OPENING = ("Về", "Theo", "Tại", "Vì", "Từ", "Trong", "Các", "Những", "Hãy", "Xem", "Đọc")
BETWEEN = re.compile(
    r"\s+[-–—&+]\s+|\s*[,;]\s+|\s*&\s*|\s+và\s+|(?<=\w)\s?[–—]\s?(?=\w)|(?<=[^\W\d_]{2})-"
    rf"(?=[{UPPER}][^\W\d_]+\s)"
)
# An office signs as the source of its news, unless it is an editorial one.
DEPARTMENT = re.compile(
    r"(?!Ban (?:biên|thời|quốc|bạn|thư)|Phòng (?:truyền|thông|báo|biên|tin)|Trung tâm (?:tin tức|thời sự))"
    r"(?:Ban|Vụ|Cục|Phòng|Văn phòng|Sở|Trung tâm|Tổng cục|Viện|Khoa|Chi nhánh|Thương vụ|Đại sứ quán)\s",
    re.I,
)
LONGEST, MOST_WORDS = 110, 18  # letters, words: of a name with its posts


class Wording:
    """The tables of rules/bylines.toml, ready to be looked up."""

    def __init__(self, table: dict):
        self.never, self.pairs = frozenset(table["never"]), frozenset(table["pairs"])
        bodies, desks, writers = (either(table[part]) for part in ("bodies", "desks", "writers"))
        self.office = re.compile(rf"(?:{bodies})\s(?:\w+\s)?(?:{desks})\b|(?:tòa soạn|toà soạn)\b", re.I)
        self.writer = re.compile(rf"(?:{writers})(?!\w)", re.I)
        self.role = re.compile(rf"(?:{either(table['roles'])})\b", re.I)
        self.post = re.compile(rf"(?:(?:{either(table['posts'])})(?:\s*[,/&]\s*|\s+và\s+)?)+", re.I)
        self.badge = re.compile(rf"(?:{either(table['badges'])})\b", re.I)
        self.institution = re.compile(rf"(?:{either(table['institutions'])})\s", re.I)
        self.not_published = re.compile(rf"(?:{either(table['not_published'])})$")


def wording() -> Wording:
    """The wording of rules/bylines.toml as it is now."""
    return made(lambda: rules.load("bylines"), Wording)


@lru_cache(maxsize=2)
def _patterns(labels: tuple, suffixes: tuple):
    """The patterns of "Tác giả: ..." and of what is cut off behind a name."""
    named = either(labels)
    bare = r"by|bởi|đăng bởi|viết bởi|posted by|tác giả|pv|phóng viên|người viết|ctv|cộng tác viên|btv|biên tập viên"
    bare += r"|(?:written|text|story|words) by"
    bare += r"|(?:ghi chép|bút ký|phóng sự|ký sự|tùy bút|tản văn|bài|bài viết) của"
    made = r"(?:tin|bài)(?:(?:\s*[,&/–-]\s*|\s+và\s+|\s+)(?:tin|bài|ảnh|hình|video|clip|đồ họa))*"  # "Tin, bài, ảnh:"
    made += r"|(?:ảnh|hình)\s*(?:[,&–-]|và)\s*(?:tin|bài|nội dung)"
    made += r"|tác giả(?: bài viết| bài)?|người (?:viết|dịch|đăng|thực hiện)(?: bài)?|nhóm tác giả"
    name = rf"(?:[{UPPER}]\w+\s?){{2,5}}"
    bureau = rf"/\s?[{UPPER}][\w.-]*(?:\s[{UPPER}][\w.-]*)?"  # "Tác giả Lê Mẫu / VOV Moscow"
    both = r"(?:tin|bài)(?:,? | và | & |, )(?:ảnh|bài)"  # "Bài và ảnh LÊ MẪU", which has lost its colon
    unsigned = rf"(?i:{bare}|{both})\s+({name})|(?i:tác giả),?\s+({name}(?:{bureau})?)"
    label = re.compile(rf"(?i:{made}|{named})\s*:\s*(\S.*)|{unsigned}")
    return label, re.compile(rf"(?<!nhóm)\s+(?:{'|'.join(suffixes)})$", re.I)


def author_of(text: str) -> str | None:
    """The name in a byline, None if the line is none. A credited source in brackets is left off.

    >>> author_of("Phan Anh (tổng hợp)"), author_of("Tác giả: Minh Hà"), author_of("Hợp tác năng lượng")
    ('Phan Anh (tổng hợp)', 'Minh Hà', None)
    >>> author_of("Thảo Vi & Đức Lộc"), author_of("Hồng Diệp (PV TTXVN tại Nga)"), author_of("CHUYỆN HÔM NAY")
    ('Thảo Vi & Đức Lộc', 'Hồng Diệp', None)
    """
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS:
        return None
    return _named(text, Same(rules.load("bylines")), Same(rules.load("pages")))


@lru_cache(maxsize=8192)  # a page's short lines are asked about several times
def _named(text, *tables):
    """The name in a short line, read with these rules."""
    rest = re.search(r"\s[-–—]\s(.+)$", re.sub(r"\s*\([^()]*\)$", "", text))
    if rest and len(rest[1].split()) > (4 if re.search(r"[.!?…]$", text) else 8):
        return None  # "TTO - Cơ quan khí tượng cảnh báo ..." opens with two capitals too
    text = re.sub(r"^(?:[-–—(]\s*)(.{4,60}?)(?:\s*[-–—)])$", r"\1", text)
    text = READING.sub("", FROM.sub("", MADE.sub("", text)) if text.endswith(")") else text)
    text = NOTED.sub("", text) if "*" in text or any(map(str.isdigit, text)) else text
    return labelled(text) or _unlabelled(WRITTEN.sub("", text).removesuffix(","))


WRITTEN = re.compile(rf"^(?:[Bb]y|BY|[Bb]ởi) (?=[{UPPER}][^,]+, [{UPPER}])")  # "By Arkady Mauson, RIA Novosti"
READING = re.compile(r"\s*[|•·,–-]?\s\d{1,2} (?:phút(?: đọc)?|min(?:utes?)?(?: read)?)$")  # how long the piece takes


# How the text was made, in brackets behind a name: "(thực hiện)", "(lược dịch từ RIA)".
MADE = re.compile(
    r"\s*\((?:\*|\d|thực hiện|ghi|ghi lại|lược ghi"
    r"|(?:dịch|lược dịch|biên dịch|biên soạn|chuyển ngữ)(?: (?:từ|theo)\s[^()]+)?)\)$",
    re.I,
)


def labelled(text: str) -> str | None:
    """The name behind "Tác giả:", "Bài và ảnh:", "bởi" and the like; None if there is no such label.

    >>> labelled("Bài: Lan Anh - Ảnh: Bảo Châu"), labelled("Lan Anh"), labelled("Tin: Bão đổi hướng")
    ('Lan Anh', None, None)
    """
    said = vocabulary().author
    label, _ = _patterns(tuple(said["labels"]), tuple(said["suffixes"]))
    found = label.fullmatch(without_bureau(text))
    name = found[found.lastindex].strip() if found else ""
    name = _without_office(WHEN.split(PICTURES.split(name)[0])[0])
    if not name or len(name.split()) > 8 or not re.match(rf"[{UPPER}“\"]", name) or DEPARTMENT.match(name):
        return None
    if name.casefold() in wording().pairs or name.casefold() in NO_NAME:
        return None
    return _unlabelled(name) or (name if WRITER.match(text) or _capitals(name) else None)


WHEN = re.compile(
    r",?\s+(?:vào(?: lúc| ngày)?|lúc|ngày|on|at)\s+(?=\d|thứ)|\s*[|•·,–-]\s*(?=\d{1,2}[/:.h-]\d)"
    r"|\s*[|•·,–-]\s*(?i:ngày|thời gian|đăng|cập nhật|xuất bản|lượt)\s(?=.*\d)"
)


def without_bureau(text: str) -> str:
    """The byline without the bureau of an agency behind a dash.

    >>> without_bureau("Thực hiện: Lê Mẫu - VOV tại Liên bang Nga"), without_bureau("Lê Mẫu - Trường học tại Nga")
    ('Thực hiện: Lê Mẫu', 'Lê Mẫu - Trường học tại Nga')
    """
    found = BUREAU.search(text)
    return text[: found.start()] if found and key_of(found[1]) in vocabulary().agency else text


BUREAU = re.compile(rf"\s[-–—]\s(\w+(?:\s\w+){{0,2}}?)\s(?:thường trú )?tại\s[{UPPER}][^-–—:]*$")


def _capitals(text):
    return all(word[:1].isupper() for word in re.findall(r"\w+", text))


PICTURES = re.compile(
    r"(?:\s*[-–—;,.|]\s*|\s+(?=\w+\s*:))"
    r"(?=(?i:ảnh|hình|photo|video|đồ họa|thiết kế|clip|hiệu đính|biên tập|quay phim)\b)"
)
WRITER = re.compile(r"(?:tác giả|người viết|người đăng|đăng bởi|bởi|by|author|posted by|автор)\b", re.I)


NOTED = re.compile(r"(?<=[^\W\d_])(?:\d|\*+)(?=,\s|$)")  # the number of a note: "Lê Mẫu1, Vi Thử2", "Lê Mẫu*"
FROM = re.compile(r"\s*\((?:gửi |viết )?(?:từ|tại)\s[^()]+\)$", re.I)  # where the writer is: "(từ Moscow, Nga)"


TOLD_BEHIND = re.compile(rf"\)\s+[{LOWER}]+ [{LOWER}]")  # "Chị Mẫu (bìa phải) kiểm tra kho": what a picture shows


def _unlabelled(text):
    if ")" in text and TOLD_BEHIND.search(text):
        return None
    text = PICTURES.split(text)[0] or text if ":" in text else text
    text = CREDITING.sub("", text) if "heo " in text or "HEO " in text else text
    bare = re.sub(r"\s*\([^()]*\)$", "", text)
    if key_of(bare) == "tổng hợp":
        return None  # how the text was made, by nobody
    initials = INITIALS.fullmatch(bare) and not CHAPTER.match(bare)
    if initials or key_of(bare) in vocabulary().author["whole"] or _correspondent(bare):
        return text
    text = ADDRESS.sub("", text) if "@" in text else text
    text = text.rstrip(".") if len(text) > 6 and not INITIALS_LAST.search(text) else text
    text = (
        _patterns(tuple(vocabulary().author["labels"]), tuple(vocabulary().author["suffixes"]))[1]
        .sub("", text)
        .rstrip(" |–—-")
    )
    text = _without_post(_without_office(text))
    text = re.sub(r"\s*[,–-]\s*(?:gửi |viết )?từ\s+[^\W\d_].*$", "", text)
    while outlet_behind(text) or SITE_BEHIND.search(text):
        text = text.rpartition("/")[0].strip()
    bare = re.sub(r"\s*\(.*$|/.*$", "", TITLES.sub("", text))
    parts = [TITLES.sub("", part) for part in BETWEEN.split(bare) if part]
    named = parts and (person(parts[0]) or _pen_name(parts)) and all(map(_also, parts[1:]))
    return text if named or "-" in bare and person(bare) else None


INITIALS_LAST = re.compile(rf"(?:[{UPPER}]\.){{2}}$")  # "T.M. - L.V."
ADDRESS = re.compile(r"\s*[-–|,;]?\s*(?:e-?mail\s*:\s*)?\S+@\S+$", re.I)
# "PV/Theo Báo Mẫu", "Lê Mẫu (theo Reuters)", "Lê Mẫu/VOV.VN Theo Reuters"
CREDITING = re.compile(
    rf"(?:\s*[(|•·/–-]\s*|(?<=\w)\s+)(?i:theo)\s+(?!dõi)(?=[{UPPER}])[^()]*\)?$|\s+-\s+(?i:theo dõi)$"
)


def _pen_name(parts):
    """Is it a pen name in capitals beside a person's name: "MỘC MIÊN - LÊ MẪU"?"""
    return parts[0].isupper() and any(map(person, parts[1:])) and person(parts[0].title())


def outlet_behind(text: str) -> str | None:
    """The agency or paper behind the stroke in "Hữu Bách/TTXVN"; None for a bureau ("Anh Tú/VOV-Moscow").

    >>> outlet_behind("Hữu Bách/TTXVN"), outlet_behind("Anh Tú/VOV-Moscow")
    ('TTXVN', None)
    """
    name = re.sub(r"\s*\([^()]*\)$", "", text).rpartition("/")[2].strip()
    known = key_of(name) in vocabulary().agency or re.match(r"(?:Báo|Tạp chí|Thời báo|TTXVN)\s", name)
    return name if "/" in text and known else None


SITE_BEHIND = re.compile(r"\s*/\s*(?:[\w-]+\.)+(?:vn|com|net|org|ru)$", re.I)  # "Lê Mẫu/TTXVN/baomau.vn"


def _without_office(text):
    """The name without the agency or the office that stands behind it in brackets."""
    found = re.search(r"\s*\(([^()]*)\)$", text)
    office = found and (agencies(found[1]) or wording().role.match(found[1].strip()) or BUREAU_OF.match(found[1]))
    return text[: found.start()] if office else text


# "Lê Mẫu (Ban Đối ngoại)"
BUREAU_OF = re.compile(
    rf"(?:Ban|Vụ|Cục|Phòng|Văn phòng|Sở|Trung tâm|Viện|Khoa|Trường|Hội|Đài|Học viện|Đại học)\s[{UPPER}]"
)


def agencies(text: str) -> bool:
    """Does the text name agencies alone, one or several?

    >>> agencies("TTXVN/Vietnam+"), agencies("TTXVN tại Nga")
    (True, False)
    """
    known = vocabulary().agency
    return key_of(text) in known or all(key_of(part) in known for part in re.split(r"\s*[/,&]\s*|\s[-–]\s", text))


def _without_post(text):
    """The name without the post or the outlet behind a comma or a dash: "Lan Anh, phóng viên TTXVN tại Nga"."""
    rank = TITLES.match(text)
    bare = text[rank.end() :] if rank else text
    name, post = BEHIND.split(bare, maxsplit=1) if BEHIND.search(bare) else (bare, "")
    office = DEPARTMENT.match(post) or HOUSE.match(post) or MAGAZINE.search(post)
    office = office or key_of(post) in vocabulary().agency
    office = office or not text.endswith(":") and wording().post.match(post) and not person(TITLES.sub("", post))
    signs = (office or wording().writer.match(post)) and person(TITLES.sub("", name))
    return f"{rank[0] if rank else ''}{name}" if signs else text


HOUSE = re.compile(r"(?:Đài|Báo|Tạp chí|TTXVN|Thông tấn xã|Trường|Đại học|Học viện|Cổng)\s")
MAGAZINE = re.compile(r"\w (?:tạp chí|magazine|times|news)$", re.I)  # "Luật Mẫu tạp chí"
BEHIND = re.compile(r"\s*,\s+|\s*(?<=\w)[-–—|]\s+|\s+[-–—|]\s+")


def _also(part):
    """May it stand behind the first name: another person, initials, an agency, an office?"""
    return (
        person(part)
        or bool(INITIALS.fullmatch(part))
        or key_of(part).removeprefix("các ") in vocabulary().author["whole"]
        or key_of(part) in vocabulary().agency
        or len(part.split()) <= 4
        and part[:1].isupper()
        and all(word[:1].isupper() for word in part.split())
    )


def _correspondent(text):
    """ "Phóng viên TTXVN tại Moskva", "Nhóm PV", "Tổ phóng viên", "Ban Thời sự": who signs without a name."""
    words = text.split()
    if len(words) > 12 or not text[:1].isupper() or re.search(r"[.:!?,]", text):
        return False
    said = wording()
    if said.office.match(text):
        return len(words) <= 6
    found = said.writer.match(text)
    rest = text[found.end() :].split() if found else ["x"]
    return key_of(" ".join(rest)) in vocabulary().agency or all(
        word[:1].isupper() or word in ("tại", "từ", "thường", "trú", "ở") for word in rest
    )


def person(text: str) -> bool:
    """Does it look like one person's name: two to five words with capitals, none of them another word?

    >>> person("Vi Thế Đoan"), person("Kinh Tế"), person("Hà Nội"), person("Q. Trang")
    (True, False, False, True)
    """
    if INITIALS.fullmatch(text):
        return not CHAPTER.match(text)
    parts, said = text.split(), wording()
    if parts[:1] and parts[0].casefold() in NO_HEAD:
        return False
    if not 2 <= len(parts) <= 5 or _opens_clause(parts) or " ".join(parts).casefold() in NO_NAME:
        return False
    inner = [part for part in parts[1:-1] if re.fullmatch(rf"[{UPPER}]\.", part)]  # "Vladimir V. Mausov"
    if not all(part[:1].isupper() and JOINED.sub("", part).isalpha() for part in parts if part not in inner):
        return False
    if not text.isupper() and any(SHORTENED.fullmatch(part) for part in parts):
        return False
    low = [part.casefold() for part in parts]
    if low[0] in NEVER_WRITERS or len(low) > 2 and low[0] in ADDRESSED and low[1] in FAMILIES:
        return False  # "Ông Lê Văn Mẫu", "Chị Mẫu": of whom the text tells
    if said.never & set(low[: 2 if _in_full(low) else None]):
        return False
    if any(" ".join(pair) in said.pairs for pair in zip(low, low[1:], strict=False)):
        return False
    if text.isupper() and low[0] not in vocabulary().author["family"] and not _middle_named(low):
        return False  # capitals alone make no name: "THƯ MATXCƠVA"
    return not any(len(part) > 5 and part in vocabulary().control for part in low) and " ".join(low) not in towns()


JOINED = re.compile(r"(?<=\w)[-'’](?=\w)")


def tells_of_person(text: str) -> bool:
    """Is a full name of three words within the text, or the whole of it?

    >>> tells_of_person("Độc giả Trần Thị Thử"), tells_of_person("Thời sự quốc tế")
    (True, False)
    """
    parts = text.split()
    places = (place for place, part in enumerate(parts) if part.casefold() in FAMILIES)
    return any(person(" ".join(parts[place : place + 3])) for place in places if place + 3 <= len(parts))


def _in_full(low):
    """Are these one of the commonest families' names, a middle name and a given name ("Nguyễn Văn Nhất")?"""
    return len(low) == 3 and low[0] in FAMILIES and low[1] in MIDDLES


FAMILIES = frozenset(
    "nguyễn,trần,lê,phạm,hoàng,huỳnh,phan,vũ,võ,đặng,bùi,đỗ,hồ,ngô,dương,lý,đinh,đoàn,trịnh,trương,lương,tạ,quách".split(
        ","
    )
)
ADDRESSED = frozenset("ông,bà,anh,chị,em,cô,chú,bác,cụ,thầy,nhà".split(","))
NEVER_WRITERS = frozenset({"chị", "bà", "cụ", "bác"})  # no pen name begins so, as "Anh Minh" and "Ông Cao Mẫu" do
MIDDLES = frozenset("văn,thị,đình,hữu,đức,ngọc,quang,minh,xuân,thanh,công,duy,thế,trọng,bá,đăng".split(","))


def _middle_named(low):
    """Is the second of three or four words one that most middle names are, and no part of another word?"""
    if not 3 <= len(low) <= 4 or low[1] not in ("văn", "thị") or low[0] in NO_FAMILY:
        return False
    return " ".join(low[1:3]) not in COMPOUNDS


OFFICES = frozenset({"vụ", "cục", "sở", "phòng", "bộ", "viện"})
PLACES = frozenset(  # no family's name is written so: "Đảo Tuần Châu", "Chùa Một Cột"
    "đảo,vịnh,cảng,mỏ,bãi,đèo,đền,chùa,rạn,núi,thác,hang,rừng,vườn,khu,tỉnh,huyện,quận,phường,thôn,ấp,ga,nhà".split(",")
)
NO_HEAD = OFFICES | PLACES
NO_FAMILY = frozenset("nhà,hội,người,siêu,đô,thành,hiển,biểu,nguyên,nhân,ngữ,bài,nền,làng,tiếng,cận,khiếm".split(","))
COMPOUNDS = frozenset(
    "văn hóa,văn hoá,văn học,văn nghệ,văn phòng,văn bản,văn minh,văn kiện,văn hiến,văn đàn,văn thư,văn phẩm,văn sĩ,"
    "văn xã,văn chương,văn khoa,văn bằng,thị trường,thị xã,thị trấn,thị trưởng,thị thực,thị sát,thị tộc,thị hiếu,"
    "thị phần,thị giác,thị uy,thị dân,thị chính,thị lực".split(",")
)


def _opens_clause(parts):
    """Is the first word one that opens phrases? "Từ" is a family's name too."""
    return parts[0] in OPENING and not (
        parts[0] == "Từ" and len(parts) == 3 and " ".join(parts[1:]).casefold() not in towns()
    )


SHORTENED = re.compile(r"[BCDĐGHJKLMNPQRSTVWXZ]{2,5}")  # "Mã QR", "Kênh VTV": capitals without a vowel are no name


def towns() -> frozenset:
    """The names of towns and sights that rules/cities.toml has now, in small letters."""
    return made(lambda: rules.load("cities"), _towns)


def _towns(table: dict):
    return frozenset(name.casefold() for names in table["cities"].values() for name in names)
