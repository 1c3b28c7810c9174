"""The explorers: what a choice or a search leaves, and that nothing needs widgets."""

import pandas as pd
import pytest

from analysis import explore, tables

TABLE = pd.DataFrame(
    {
        "topic": [["trade", "investment"], ["history"], ["trade"]],
        "outlet": ["A", "B", None],
        "sentence": ["Kim ngạch tăng <b>mạnh</b>.", "Năm 1950 hai nước lập quan hệ.", "Xuất khẩu giảm."],
        "published": pd.to_datetime(["2024-03-09", "2025-01-02", None]),
    }
)


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"wanted": {}}, [0, 1, 2]),
        ({"wanted": {"topic": "trade"}}, [0, 2]),
        ({"wanted": {"topic": "trade", "outlet": "A"}}, [0]),
        ({"wanted": {}, "text": "sentence", "search": "KIM NGẠCH"}, [0]),
        ({"wanted": {}, "text": "sentence", "search": "kim nga\u0323ch"}, [0]),  # typed with a separate dot below
        ({"wanted": {}, "text": "sentence", "search": "(*"}, []),
        ({"wanted": {}, "date": "published", "months": ("2025-01", "2025-12")}, [1]),
    ],
)
def test_a_choice_leaves_the_rows_that_fit(asked, left):
    assert explore.select(TABLE, **asked).index.tolist() == left


def test_a_view_escapes_what_articles_say_and_keeps_whole_sentences():
    long = "Kim ngạch hai nước " * 30
    shown = explore.readable(pd.DataFrame({"sentence": ["<script>x</script>", long]}), "vi").data
    assert "&lt;script&gt;" in shown and long.strip() in shown


def test_in_a_report_an_explorer_is_a_short_table_and_a_hint(monkeypatch, capsys):
    monkeypatch.setenv("WORKBOOK_REPORT", "1")
    seen = []
    monkeypatch.setattr(explore, "_display", seen.append)
    explore.evidence(pd.concat([TABLE] * 20), by=["outlet"], lang="vi")
    assert len(seen) == 1 and len(seen[0]) == explore.FEW
    assert "JupyterLab" in capsys.readouterr().out


def test_in_a_report_a_picker_shows_its_first_choice(monkeypatch):
    monkeypatch.setenv("WORKBOOK_REPORT", "1")
    seen = []
    monkeypatch.setattr(explore, "_display", seen.append)
    explore.pick(lambda word, side: f"{word} {side}", word=["Nga", "Lào"], side="trái", lang="vi")
    assert seen == ["Nga trái"]


def test_an_empty_table_is_said_to_be_empty(capsys):
    explore.evidence(TABLE.head(0), by=["outlet"], lang="vi")
    assert capsys.readouterr().out.strip() == "Không có gì để tra cứu: bảng trống."


def test_a_table_shows_whole_texts_escaped_and_numbers_in_the_readers_style():
    long = "Kim ngạch hai nước " * 30
    table = pd.DataFrame({"câu": ["<b>x</b>", long], "giá trị": [60_600_000.0, None], "trang": ["<a>1</a>", "<a>2</a>"]})
    shown = tables.as_html(table, "vi", links=["trang"])
    assert "&lt;b&gt;x" in shown and long.strip() in shown and "60.600.000" in shown
    assert "<a>1</a>" in shown and "nan" not in shown.lower() and "max-height" not in shown


def test_a_long_table_scrolls_but_not_in_a_report(monkeypatch):
    table = pd.DataFrame({"n": range(600)})
    assert "max-height" in tables.as_html(table, "en") and "The first 500 of 600 rows." in tables.as_html(table, "en")
    monkeypatch.setenv("WORKBOOK_REPORT", "1")
    assert "overflow" not in tables.as_html(table, "en")


def test_an_explorer_heads_its_columns_as_it_is_told(monkeypatch):
    seen = []
    monkeypatch.setattr(explore, "_display", seen.append)
    monkeypatch.setattr(explore, "_say", lambda text: None)
    explore.evidence(TABLE, names={"sentence": "câu"}, lang="vi")
    explore.evidence(TABLE, lang="vi")
    assert "câu" in seen[0].columns and "câu" not in seen[1].columns and "sentence" not in seen[1].columns


def test_a_table_without_rows_says_so_instead_of_showing_headings_alone():
    empty = pd.DataFrame(columns=["số liệu", "trang"])
    assert tables.as_html(empty, "vi") == "Không có dòng nào." and tables.as_html(empty, "en") == "No rows."


@pytest.mark.parametrize(("lang", "told"), [("vi", "8/2026"), ("en", "Aug 2026")])
def test_a_month_in_a_table_is_written_as_the_language_does(lang, told):
    assert f">{told}</td>" in tables.as_html(pd.DataFrame({"Từ ngày": ["2026-08"]}), lang)


def test_a_sentence_keeps_room_beside_many_columns(monkeypatch):
    """A sentence beside eleven short columns must not be squeezed to a word a line; a short cell asks for no room."""
    table = pd.DataFrame({"câu": ["Hai bên nhất trí đẩy mạnh hợp tác. " * 4], "nơi": ["Hà Nội"]})
    made = tables.as_html(table, "vi")
    assert made.count("min-width: 17em") == 1 and "min-width: 17em\">Hà Nội" not in made
    assert "overflow: auto" in made  # what no longer fits can be reached
    monkeypatch.setenv("WORKBOOK_REPORT", "1")
    assert "<div" not in tables.as_html(table, "vi")
