"""What tests share: the folder of shared material, and a skip with a reason where it is not there."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]


@pytest.fixture(scope="session")
def shared():
    """The folder ../shared beside the project (seed pages and gold data); tests that need it skip without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared (seed pages and gold data), which is not beside this clone")
    return folder


@pytest.fixture(scope="session")
def gold():
    """The folder of gold data written for this project."""
    return ROOT / "tests" / "gold"


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """Each test session works on a cache of its own, never on the reader's."""
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
