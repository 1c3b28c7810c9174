"""In: corpus/ and tests/gold/sample_figures.csv. Out: they agree, and nobody can mistake a sample page for a real one."""

import csv
import unicodedata
from pathlib import Path

import pytest

from analysis import pages, quotations

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "gold" / "sample_figures.csv"
ROWS = list(csv.DictReader(LIST.open(encoding="utf-8")))
FILES = sorted({row["file"] for row in ROWS})


def rows_of(file):
    """The rows of one page, in reading order."""
    return [row for row in ROWS if row["file"] == file]


def page(file):
    """The saved page as NFC text; skips when a reader has removed the sample page."""
    path = ROOT / "corpus" / file
    if not path.exists():
        pytest.skip(f"{file} was removed from corpus/, as its README allows")
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES)
def test_every_listed_figure_stands_in_its_page(file):
    text = page(file)
    missing = [row["surface"] for row in rows_of(file)
               if row["sentence"] not in text or row["surface"] not in row["sentence"]]
    assert missing == []


@pytest.mark.parametrize("file", FILES)
def test_the_page_prints_the_address_of_every_source(file):
    text = page(file)
    line = next(line for line in text.splitlines() if "Nguồn số liệu:" in line)
    assert [row["surface"] for row in rows_of(file) if row["source_url"] not in line] == []


@pytest.mark.parametrize("file", FILES)
def test_outlet_and_byline_say_that_they_are_samples(file):
    text = page(file)
    assert "(bài mẫu)" in text and "(trang mẫu)" in text and "không phải" in text


def test_the_people_that_are_quoted_belong_to_a_page_that_says_it_is_a_sample_and_holds_no_figure():
    text = page("33-sau-tuan-le-tieng-nga.txt")
    article = pages.clean(text)
    said = quotations.find(article.text, article.title)
    assert {quoted.kind for quoted in said} == {"direct", "reported", "answer"}
    assert {quoted.person: quoted.country for quoted in said} == {
        "Kiều Thị Mẫu": "VN", "Olga Obraztsova": "RU", "Lâm Văn Mẫu": "VN", "Sergei Obraztsov": "RU"}  # fmt: skip
    assert "(bài mẫu)" in text and "(trang mẫu)" in text and "không phải" in text


def test_a_repeat_points_to_an_earlier_row_of_the_same_page_with_the_same_value():
    for file in FILES:
        rows = rows_of(file)
        for place, row in enumerate(rows, start=1):
            if row["repeat_of"]:
                first = rows[int(row["repeat_of"]) - 1]
                assert int(row["repeat_of"]) < place
                assert (first["value_min"], first["measure"]) == (row["value_min"], row["measure"])


def test_the_list_is_sorted_by_file():
    assert [row["file"] for row in ROWS] == sorted(row["file"] for row in ROWS)
