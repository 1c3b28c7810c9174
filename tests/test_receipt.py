"""The receipt tells what was kept, what was dropped and which pages a person should look at."""

import pandas as pd
import pytest

import utils
from analysis import proofs, receipt

LINES = pd.DataFrame(
    [
        ("a.txt", 1, "Hai bên ký thỏa thuận về giáo dục.", True, "body", "content"),
        ("a.txt", 2, "Bão số 9 vào biển Đông", False, "link", "a link to another story"),
        ("a.txt", 3, "", False, "blank", "empty line"),
        ("b.txt", 1, "Đọc nhiều", False, "header", "the name of a block"),
        ("b.txt", 2, "Bão số 9 vào biển Đông", False, "link", "a link to another story"),
        ("c.txt", 1, "Bão số 9 vào biển Đông", True, "body", "content"),
    ],
    columns=["file", "number", "text", "kept", "kind", "reason"],
)


def test_shares_count_written_words_of_kept_and_dropped_lines():
    table = receipt.shares(LINES).set_index("file")
    assert table.loc["a.txt", ["kept_lines", "kept_words", "dropped_words"]].tolist() == [1, 8, 6]
    assert table.loc["a.txt", "share"] == pytest.approx(8 / 14)
    assert table.loc["b.txt", "share"] == 0 and table.loc["c.txt", "share"] == 1


def test_a_line_that_recurs_is_listed_with_how_often_it_was_kept():
    assert receipt.recurring(LINES).to_dict("records") == [{"text": "Bão số 9 vào biển Đông", "pages": 3, "kept": 1}]


def test_words_of_menus_show_as_contamination_and_words_of_articles_do_not():
    table = receipt.contamination(LINES[LINES["file"] != "c.txt"], least=2).set_index("word")
    assert table.loc["bão", ["dropped", "kept"]].tolist() == [2, 0]
    assert "giáo dục" not in table.index


def articles(**columns):
    row = {"file": "a.txt", "title": "Tin", "published": pd.Timestamp("2025-01-01", tz=utils.ZONE), "language": "vi",
           "text": "từ " * 60, "words": 60, "problem": None}  # fmt: skip
    return pd.DataFrame([{**row, **columns}])


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"published": pd.NaT}, "undated"),
        ({"title": None}, "untitled"),
        ({"words": 12}, "short"),
        ({"language": "en"}, "language"),
        ({"problem": "the file is empty", "text": ""}, "unreadable"),
    ],
)
def test_pages_a_person_should_look_at_are_named_with_the_reason(columns, code):
    found = receipt.unusual(articles(**columns), LINES, "en")
    assert found["code"].tolist() == [code]
    assert len(found["what"][0]) > 10
    assert receipt.unusual(articles(**columns), LINES, "vi")["what"][0] != found["what"][0]


def test_an_ordinary_page_is_not_listed():
    assert receipt.unusual(articles(), LINES, "en").empty


def test_one_page_is_shown_line_by_line_without_its_blank_lines():
    table = receipt.page(utils.load_lines(), "01-thuong-mai-2012-hai-con-so.txt", "en")
    assert set(table["verdict"]) == {"kept", "left out"}
    assert table["reason"].str.len().min() > 3


def test_nothing_read_gives_empty_tables():
    nothing = LINES.head(0)
    assert len(receipt.shares(nothing)) == len(receipt.recurring(nothing)) == len(receipt.contamination(nothing)) == 0
    assert len(receipt.page(nothing, None)) == len(receipt.reasons(nothing)) == 0


def test_every_rule_file_holds_what_its_examples_promise():
    assert proofs.outlets() + proofs.codebook() == []


def test_words_of_headlines_are_not_called_words_of_menus():
    told = [("a.txt", "title", False, "Thương mại Việt - Nga"), ("b.txt", "title", False, "Hội đàm Việt - Nga"),
            ("a.txt", "menu", False, "Bão"), ("b.txt", "menu", False, "Bão"), ("a.txt", "body", True, "Hai bên ký văn kiện.")]  # fmt: skip
    table = pd.DataFrame(told, columns=["file", "kind", "kept", "text"])
    assert receipt.contamination(table, least=2)["word"].tolist() == ["bão"]


def test_a_damaged_file_is_explained_in_the_readers_language(tmp_path):
    from analysis import formats

    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n\x00\x01 r\xc3\xa1c")
    (tmp_path / "trong.txt").write_bytes(b"")
    rows = []
    for name in ("hong.pdf", "trong.txt"):
        read = formats.read(tmp_path / name)
        found = read[0] if isinstance(read, list) else read
        rows.append(articles(file=name, text="", words=0, problem=found.problem))
    told = receipt.unusual(pd.concat(rows), LINES, "vi").set_index("file")["what"]
    assert "tệp PDF bị hỏng" in told["hong.pdf"] and "hãy lưu lại" in told["hong.pdf"]
    assert "tệp trống" in told["trong.txt"]
    assert receipt.unusual(pd.concat(rows), LINES, "en")["what"].str.contains("the PDF is damaged").any()
