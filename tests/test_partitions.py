"""Tables in parts give what one table in memory gives, and only the parts that are asked for are read."""

import shutil

import pandas as pd
import pytest

import utils
from analysis import partitions, terms

PAGE = """{title}
09:00 | {day} GMT+7
{body}
Đọc nhiều
Giá vàng hôm nay tăng"""
PAGES = {
    "2024-05/a.txt": ("Hai bên bàn về hợp tác giáo dục", "05/05/2024", "Hai bên họp tại Hà Nội để bàn về hợp tác giáo dục trong năm nay."),
    "2024-05/b.txt": ("Tàu hàng nối hai cảng biển", "20/05/2024", "Tuyến tàu mới nối cảng Hải Phòng với cảng Vladivostok chạy mỗi tuần một chuyến."),
    "2024-06/c.txt": ("Hội chợ sách mở cửa ở thủ đô", "01/06/2024", "Hội chợ sách mở cửa tại Hà Nội với nhiều gian hàng sách về hợp tác giáo dục."),
}  # fmt: skip


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "one")
    for name, (title, day, body) in PAGES.items():
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(title=title, day=day, body=body), encoding="utf-8")
    return tmp_path / "pages"


def titles(articles):
    return articles[["file", "title"]].assign(words=articles["words"])


def build(corpus, tmp_path, **options):
    return partitions.build(corpus, tmp_path / "tables", utils.load_corpus, {"titles": titles}, **options)


def test_the_words_of_all_parts_are_those_of_the_whole(corpus, tmp_path):
    assert build(corpus, tmp_path) == ["2024-05", "2024-06"]
    found = partitions.total(tmp_path / "tables", "words", ["word"], ["count", "articles"])
    whole = terms.frequency(utils.load_corpus(corpus), stop=False, numbers=True).set_index("word")
    assert set(found["word"]) == set(whole.index) and "giáo dục" in set(found["word"])
    assert found.set_index("word")["count"].to_dict() == whole["count"].to_dict()
    assert found.set_index("word")["articles"].to_dict() == whole["articles"].to_dict()


def test_load_corpus_reads_the_articles_of_a_time_span_from_the_parts(corpus, tmp_path):
    build(corpus, tmp_path)
    whole = utils.load_corpus(corpus)
    again = utils.load_corpus(tmp_path / "tables")
    pd.testing.assert_frame_equal(again.drop(columns="story"), whole.drop(columns="story"), check_dtype=False)
    assert list(utils.load_corpus(tmp_path / "tables", since="2024-05-20", until="2024-05-20")["file"]) == ["2024-05/b.txt"]


def test_sums_by_month_and_a_condition(corpus, tmp_path):
    build(corpus, tmp_path)
    by_month = partitions.total(tmp_path / "tables", "words", ["month"], ["count"], "word = ?", ["giáo dục"])
    assert by_month[["month", "count"]].values.tolist() == [["2024-05", 1], ["2024-06", 1]]


def test_a_part_can_be_made_again_alone_and_a_removed_one_leaves(corpus, tmp_path):
    build(corpus, tmp_path)
    before = (tmp_path / "tables" / "titles" / "2024-05.parquet").stat().st_mtime_ns
    (corpus / "2024-06" / "c.txt").write_text(PAGE.format(title="Hội chợ sách đóng cửa ở thủ đô", day="09/06/2024", body=PAGES["2024-06/c.txt"][2]), encoding="utf-8")
    build(corpus, tmp_path, only="2024-06")
    assert list(partitions.read(tmp_path / "tables", "titles")["title"])[2] == "Hội chợ sách đóng cửa ở thủ đô"
    assert (tmp_path / "tables" / "titles" / "2024-05.parquet").stat().st_mtime_ns == before
    shutil.rmtree(corpus / "2024-05")
    assert build(corpus, tmp_path) == ["2024-06"]
    assert list(partitions.read(tmp_path / "tables", "titles")["file"]) == ["2024-06/c.txt"]


def test_a_table_that_is_not_there_is_named_with_those_that_are(corpus, tmp_path):
    build(corpus, tmp_path)
    with pytest.raises(FileNotFoundError, match="it has: articles, titles, words"):
        partitions.read(tmp_path / "tables", "visits")
    with pytest.raises(FileNotFoundError, match="run build first"):
        partitions.total(tmp_path / "nowhere", "words", ["word"])
