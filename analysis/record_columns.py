"""One row of a table of articles comes in, its columns named as it pleased its maker; the fields of an article go out.

Columns are found by what they are called, in English or Vietnamese, whatever their capitals, marks and joints:
"Tiêu đề", "tieu_de" and "tieuDe" are one name.
"""

import html
import re
import unicodedata
from functools import lru_cache
from operator import itemgetter

from analysis.record_values import names_of, text_of, words_of

# In each field the names stand in the order in which they are asked where a row has several.
FIELDS = {
    "title": "title headline tieude tit tenbai tenbaiviet tentintuc tentin tieudebaiviet heading name",
    "text": "text content body article noidung fulltext maintext plaintext rawtext contenttext textcontent bodytext "
    "articlebody articletext articlecontent contents toanvan noidungbaiviet noidungchitiet chitiet baiviet thanbai "
    "paragraphs cacdoan doanvan details detail story message document bodyhtml contenthtml htmlcontent html "
    "noidunghtml markdown contentmarkdown contentencoded",
    "published": "published publishedat datepublished publisheddate publishdate publishedtime publishtime publishedon "
    "datepublish dateofpublication publicationdate pubdate publicationtime ngayxuatban thoigianxuatban ngaydang "
    "ngaygiodang ngaydangbai ngaydangtin thoigiandang gioxuatban datetime date postdate posteddate postedat posted "
    "releasedate ngay thoigian ngaythang ngaygio ngayphathanh time timestamp createdat createddate createdtime created "
    "ngaytao dategmt",
    "author": "author authors byline authorname tacgia tentacgia nguoiviet phongvien butdanh writer creator dccreator",
    "url": "url link canonical permalink articleurl newsurl posturl pageurl href weburl duongdan duonglink lienket "
    "linkbai linkbaiviet linkgoc diachi diachiweb uri sourceurl externalurl",
    "section": "section category categories chuyenmuc muc danhmuc theloai categoryname tenchuyenmuc loaitin nhomtin "
    "topic chude",
    "outlet": "outlet publisher newspaper publication bao tenbao toasoan trangbao source sourcename tennguon nguon "
    "nguontin site sitename website trangweb domain sourcedomain media",
    "lede": "lede lead sapo summary description excerpt abstract tomtat mota motangan noidungtomtat noidungtomgon "
    "trichdan doanmo modau subtitle shortdescription intro",
    "language": "language lang ngonngu",
    "clock": "giodang gio publishhour hour posttime publishclock",
}  # fmt: skip
COLUMNS = {name: field for field, names in FIELDS.items() for name in names.split()}
RANK = {name: place for names in FIELDS.values() for place, name in enumerate(names.split())}
BEFORE = re.compile(r"^(?:article|news|post|item|page|og|meta|raw|clean|cleaned|baibao|tintuc|tin)(?=\w{3})")
INNER = ("_source", "article", "attributes", "fields", "node", "data", "item", "post", "document")
ABOUT = ("meta", "metadata", "info")  # what some data sets keep apart from the text
SHORT = 0.6  # of the longest: a text with less is the teaser of the one that is longer


def field_of(column: str) -> str | None:
    """The field that a column of this name holds, None if none.

    >>> [field_of(name) for name in ("Tiêu đề", "publishedAt", "noi_dung", "post_date", "số thứ tự")]
    ['title', 'published', 'text', 'published', None]
    """
    return COLUMNS.get(_name(column))


@lru_cache(maxsize=1024)  # a table's names are asked for in every row
def _name(column):
    """A column's name without capitals, marks, joints and the word for an article before it."""
    bare = unicodedata.normalize("NFD", str(column).strip().casefold().replace("đ", "d"))
    bare = re.sub(r"[\W_]+", "", "".join(sign for sign in bare if not unicodedata.combining(sign)))
    return bare if bare in COLUMNS else BEFORE.sub("", bare)


def fields(row: dict) -> dict[str, str]:
    """The fields of the article in a row, each a text; one without "text" is no article.

    Of several columns for one field the first that says anything in the order of FIELDS counts; of texts, one that is
    no mere teaser of another. A row may hold its article one step deeper, as databases hand them out.

    >>> fields({"id": 7, "createdAt": "2026-01-02", "publishDate": "5/11/2025", "author": {"name": "Lê Mẫu"}})
    {'published': '5/11/2025', 'author': 'Lê Mẫu'}
    """
    found = _fields(row)
    if "text" not in found:
        inner = (row.get(name) for name in INNER)
        deeper = next((deep for each in inner if isinstance(each, dict) and "text" in (deep := _fields(each))), {})
        found |= deeper
    beside = (_fields(row[name]) for name in ABOUT if isinstance(row.get(name), dict))
    return next(beside, {}) | found if "text" in found else found


def _fields(row):
    columns = {}
    for column, value in row.items():
        name = _name(column)
        if name in COLUMNS:
            columns.setdefault(COLUMNS[name], []).append((RANK[name], value))
    told = {field: [value for _, value in sorted(values, key=itemgetter(0))] for field, values in columns.items()}
    texts = told.pop("text", [])
    found = {field: next(filter(None, map(READ[field], values)), "") for field, values in told.items()}
    found["text"] = _text(texts)
    return _sound({field: value for field, value in found.items() if value})


def _text(values):
    """The first text that is not much shorter than another: a teaser stands beside the whole in many tables."""
    texts = [text for value in values if (text := text_of(value))]
    longest = max(map(_size, texts), default=0)
    return next((text for text in texts if _size(text) >= SHORT * longest), "")


def _size(text):
    return len(re.sub(r"<[^<>]{0,2000}>", "", text))


def _sound(found):
    """The fields without an author that is no name, an outlet that is an address or a credit, a section in figures.

    The time of day that stands in a column of its own goes behind the day.
    """
    clock = found.pop("clock", "")
    if CLOCK.fullmatch(clock) and not CLOCK.search(found.get("published", "0:00")):
        found["published"] += f" {clock}"
    outlet = found.get("outlet", "")
    if re.match(r"https?://", outlet):
        found = {"url": outlet} | {field: value for field, value in found.items() if field != "outlet"}
    if re.match(r"(?:theo|nguồn)\b", outlet, re.I):
        found = {field: value for field, value in found.items() if field != "outlet"} | {"credit": outlet}
    if NOBODY.match(found.get("author", "1")) or found.get("author", "").casefold() == outlet.casefold():
        found.pop("author", None)
    if not re.search(r"[^\W\d_]", found.get("section", "a")):
        del found["section"]
    return found


CLOCK = re.compile(r"\d{1,2}[:h]\d{2}(?::\d{2})?")
NOBODY = re.compile(r"[\W\d_]*$|https?:|(?:admin|administrator|editor|root|user|webmaster|crawler|bot)\b", re.I)


def _line(value):
    """The words of a cell that holds one line, without tags."""
    return " ".join(html.unescape(re.sub(r"<[^<>]{0,500}>", " ", words_of(value))).split())


READ = dict.fromkeys(FIELDS, _line) | {"author": names_of, "section": names_of}
