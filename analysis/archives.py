"""The bytes of a file that holds several articles come in (zip, gzip, JSON, JSON lines, CSV); its parts go out.

Sizes are checked before anything is unpacked, so that a bomb of a few kilobytes stays a few kilobytes.
"""

import csv
import gzip
import io
import json
import zipfile
from pathlib import PurePosixPath

from analysis.encodings import Unreadable, decode

UNPACKED = (
    200_000_000  # bytes of one archive; 300 saved pages with 4 MB each would be 1.2 GB, and are better left as files
)
MEMBERS = 5000
RATIO = 300  # unpacked to packed; HTML packs 5 to 12 times, a bomb a thousand times

FIELDS = {
    "title": ("title", "headline", "tiêu đề", "tieu de", "tiêu_đề", "tieu_de", "tít", "name"),
    "text": (
        "text",
        "content",
        "body",
        "article",
        "articlebody",
        "article_text",
        "fulltext",
        "full_text",
        "maintext",
        "main_text",
        "nội dung",
        "noi dung",
        "noi_dung",
        "nội_dung",
        "html",
        "content_html",
        "markdown",
        "content_markdown",
        "bài viết",
    ),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedat",
        "date_published",
        "datepublished",
        "publish_date",
        "pubdate",
        "created_at",
        "time",
        "ngày",
        "ngay",
        "ngày đăng",
        "ngay_dang",
        "ngày_đăng",
        "thời gian",
    ),
    "author": ("author", "authors", "byline", "tác giả", "tac_gia", "tác_giả", "tac gia"),
    "url": ("url", "link", "canonical", "địa chỉ", "lien_ket"),
    "section": ("section", "category", "chuyên mục", "chuyen_muc", "mục"),
    "outlet": ("outlet", "source", "site", "publisher", "báo", "nguồn", "nguon"),
    "lede": ("lede", "summary", "description", "sapo", "abstract", "excerpt", "tóm tắt"),
    "language": ("language", "lang", "ngôn ngữ"),
}
COLUMNS = {name: field for field, names in FIELDS.items() for name in names}


def zipped(stream) -> list[tuple[str, bytes | str]]:
    """[(member name, its bytes or a problem)] of a zip archive; folders, hidden and assisting files are left out.

    Raises Unreadable for an archive that is damaged, a bomb or has too many members.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(f"the zip archive is damaged ({str(error)[:80]}); pack it again") from error
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _assisting(info.filename)]
        _refuse_bomb(infos)
        return [
            (_safe(info.filename), _member(archive, info)) for info in sorted(infos, key=lambda info: info.filename)
        ]


def check_zip(stream, limit: int = UNPACKED) -> None:
    """Raises Unreadable if unpacking a zip (a Word file is one too) would take more than `limit` bytes."""
    try:
        with zipfile.ZipFile(stream) as archive:
            _refuse_bomb(archive.infolist(), limit)
    except Unreadable:
        raise
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(f"the file is damaged ({str(error)[:80]}); save it again") from error


def _refuse_bomb(infos, limit=UNPACKED):
    total, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if len(infos) > MEMBERS:
        raise Unreadable(f"the archive holds {len(infos)} files, more than {MEMBERS}; unpack it into the folder")
    if total > limit or (total > 5_000_000 and total > RATIO * max(1, packed)):
        raise Unreadable(
            f"unpacked the archive would have {total / 1e6:.0f} MB; it was left out, unpack it by hand if you trust it"
        )


def _member(archive, info):
    if info.flag_bits & 1:
        return "the file is locked by a password; unpack it by hand"
    try:
        with archive.open(info) as member:
            raw = member.read(info.file_size + 1)
    except Exception as error:  # a damaged member may fail in any codec; the other members are still good
        return f"the file is damaged inside the archive ({type(error).__name__})"
    return raw if len(raw) <= info.file_size else "the archive lies about the size of this file; it was left out"


def _assisting(name):
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return (
        not parts
        or any(part.startswith((".", "__MACOSX")) and part != ".." or part.endswith("_files") for part in parts)
        or parts[-1].startswith("README")
    )


def _safe(name):
    """A member's name as a label: no way out of the archive, no drive, no control signs."""
    parts = [
        part for part in PurePosixPath(name.replace("\\", "/").replace(":", "_")).parts if part not in ("/", "..", ".")
    ]
    return "".join(sign if sign.isprintable() else "_" for sign in "/".join(parts))[:200] or "unnamed"


def unpacked(stream, limit: int) -> bytes:
    """The contents of a gzip stream. Raises Unreadable above `limit` bytes or for damaged data."""
    try:
        with gzip.GzipFile(fileobj=stream) as packed:
            raw = packed.read(limit + 1)
    except (OSError, EOFError, ValueError) as error:
        raise Unreadable(f"the gzip file is damaged ({str(error)[:80]})") from error
    if len(raw) > limit:
        raise Unreadable(f"unpacked the file has more than {limit / 1e6:.0f} MB; it was left out")
    return raw


def json_records(raw: bytes) -> list[dict | str]:
    """The articles of a JSON file: a list, one object, or an object that holds the list; a str is a problem."""
    try:
        data = json.loads(decode(raw))
    except RecursionError as error:
        raise Unreadable("the JSON is nested too deeply to be a list of articles") from error
    except ValueError as error:
        raise Unreadable(f"the JSON cannot be read: {str(error)[:80]}") from error
    if isinstance(data, dict) and not _mapped(data).get("text"):
        data = next(
            (value for value in data.values() if isinstance(value, list) and value and isinstance(value[0], dict)), data
        )
    return [_record(item) for item in (data if isinstance(data, list) else [data])]


def json_lines(raw: bytes) -> list[dict | str]:
    """The articles of a file with one JSON object a line; a str is a problem."""
    found = []
    for line in decode(raw).splitlines():
        if line.strip():
            try:
                found.append(_record(json.loads(line)))
            except (ValueError, RecursionError) as error:
                found.append(f"this line is no JSON object: {str(error)[:80]}")
    return found


def _record(item):
    mapped = _mapped(item) if isinstance(item, dict) else {}
    return mapped if mapped.get("text") else "no field with the article's text (text, content, body, nội dung)"


def _mapped(row):
    found = {}
    for name, value in row.items():
        field = COLUMNS.get(str(name).strip().casefold())
        if field and value not in (None, "") and field not in found:
            found[field] = (
                value
                if isinstance(value, str)
                else ", ".join(map(str, value))
                if isinstance(value, list)
                else str(value)
            )
    return found


def csv_records(raw: bytes) -> list[dict | str]:
    """The articles of a CSV, columns mapped by name; a row with too many or too few cells is a problem."""
    text = decode(raw)
    csv.field_size_limit(10_000_000)
    try:
        dialect = csv.Sniffer().sniff(text[:20_000], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), dialect))
    except csv.Error as error:
        raise Unreadable(f"the table cannot be read: {str(error)[:80]}") from error
    names = [name.strip().casefold() for name in rows[0]] if rows else []
    if not any(COLUMNS.get(name) == "text" for name in names):
        raise Unreadable(
            "the table has no column with the article's text; name it text, content or nội dung "
            f"(found: {', '.join(names)[:100]})"
        )
    return [_row(names, row) for row in rows[1:] if any(cell.strip() for cell in row)]


def _row(names, row):
    if len(row) != len(names):
        return f"this row has {len(row)} cells where the table has {len(names)} columns; it was left out"
    return _record(dict(zip(names, row, strict=True)))
