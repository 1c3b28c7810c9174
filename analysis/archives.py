"""The bytes of a packed file come in (zip, gzip); what was packed goes out.

Sizes are checked before anything is unpacked, so that a bomb of a few kilobytes stays a few kilobytes.
"""

import gzip
import zipfile
from pathlib import PurePosixPath

from analysis.encodings import Unreadable

UNPACKED = (
    200_000_000  # bytes of one archive; 300 saved pages with 4 MB each would be 1.2 GB, and are better left as files
)
MEMBERS = 5000
RATIO = 300  # unpacked to packed; HTML packs 5 to 12 times, a bomb a thousand times


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
