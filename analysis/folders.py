"""A folder comes in; the saved pages in it, in order, and what each one's reading depends on go out."""

import hashlib
import os
import stat
from pathlib import Path

from analysis import side_cars
from analysis.encodings import Unreadable

LARGEST = 30_000_000  # bytes; the largest page among 300 saved news pages had 4 MB


def files(folder) -> list[Path]:
    """Every file of the folder and its sub-folders in order of name, but README, hidden and side-car files."""
    folder = Path(folder)
    found = []
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(
            name for name in folders if not name.startswith((".", "_")) and not name.endswith(("_files", "_tep"))
        )
        found += [Path(root, name) for name in names if not skipped(name)]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def skipped(name: str) -> bool:
    """Is the file none of the reader's pages: a README, a hidden file, a side-car?"""
    return (
        name.startswith(("README", ".", "~$"))
        or name in ("Thumbs.db", "desktop.ini")
        or name.endswith((".toml", ".tmp", ".crdownload", ".part"))
    )


def refuse_odd(path) -> None:
    """Raises Unreadable for a link, a pipe or a file too large to be a page."""
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        raise Unreadable("this is a link to another place; copy the file itself into the folder")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("this is not an ordinary file (a pipe, device or socket); it was left out")
    if status.st_size > LARGEST:
        raise Unreadable(
            f"the file has {status.st_size / 1e6:.0f} MB, a page may have {LARGEST / 1e6:.0f} MB; it was left out"
        )


def fingerprint(path) -> str:
    """What decides how a file is read: a hash of its content and of its side-cars; of an odd file, what it is."""
    path = os.fspath(path)
    digest = hashlib.sha256(os.path.basename(path).encode("utf-8", "surrogatepass"))
    for each in (path, *side_cars.beside(path)):
        try:
            status = os.lstat(each)
            ordinary = stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST
            digest.update(_bytes(each) if ordinary else f"{status.st_mode} {status.st_size}".encode())
        except OSError as error:
            digest.update(type(error).__name__.encode())
    return digest.hexdigest()


def _bytes(path):
    with open(path, "rb") as file:
        return file.read()
