"""What stands under every chart: two notebooks that count different articles say why."""

import pytest

from utils import footnote, load_corpus, summary

NEWS = "{}\n\nBáo Mẫu - 12/05/2025 09:30\n\nNgày 10/5/2025, hai bên hội đàm tại Hà Nội về hợp tác thương mại và năng lượng.\n"
RUSSIAN = "Ханой и Москва\n\n12.05.2025\n\nСтороны обсудили торговлю и энергетику. Переговоры прошли в Ханое, и обе стороны довольны.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(NEWS.format("Hai nước bàn về thương mại"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(RUSSIAN, encoding="utf-8")
    return tmp_path


def test_articles_in_other_languages_are_counted_where_they_are_left_out(folder):
    every, vietnamese = load_corpus(folder), load_corpus(folder, language="vi")
    assert (len(every), len(vietnamese)) == (2, 1)
    assert footnote(every, "en").startswith("2 articles, ")
    assert footnote(vietnamese, "en").startswith("1 article (1 in other languages left out), ")
    assert footnote(vietnamese, "vi").startswith("1 bài (không kể 1 bài bằng tiếng khác), ")
    assert "(1 in other languages left out)" in summary(vietnamese, "en")


def test_one_article_is_not_called_articles(folder):
    told = summary(load_corpus(folder, language="vi"), "en")
    assert told.startswith("1 article read") and "1 articles" not in told


def test_a_file_with_a_problem_is_told_in_good_english(folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
    assert "Files with a problem: 1 (" in summary(load_corpus(folder), "en")


def test_a_folder_named_from_where_the_notebook_stands_is_read(folder, monkeypatch):
    (folder / "notebooks").mkdir()
    (folder / "pages").mkdir()
    (folder / "pages" / "c.txt").write_text(NEWS.format("Nga mua thêm gạo của Việt Nam"), encoding="utf-8")
    monkeypatch.chdir(folder / "notebooks")
    articles = load_corpus("../pages")
    assert articles["title"].tolist() == ["Nga mua thêm gạo của Việt Nam"]
    assert articles["problem"].isna().all()
