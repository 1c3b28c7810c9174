"""What a reader of the Word, Excel, PDF and HTML report asks: what is this table, why these signs, where is the rest?"""

import io

import docx
import nbformat
import openpyxl
import pandas as pd
import pytest

from analysis import (
    cells,
    event_views,
    explore,
    receipt,
    report_docx,
    report_html,
    report_story,
    report_xlsx,
    rules,
    tables,
    topic_views,
    wording,
)
from analysis.report_run import TABLE, Run


def table_output(frame, kinds):
    columns = [{"name": name, "kind": kind} for name, kind in zip(frame.columns, kinds, strict=True)]
    data = {TABLE: {"columns": columns, "rows": frame.to_numpy().tolist(), "total": len(frame)}}
    return nbformat.v4.new_output("display_data", data=data)


def story(frame, kinds, tmp_path, lang="en"):
    """The Story of one notebook that asks one question and answers it with a table."""
    cell = nbformat.v4.new_code_cell("", outputs=[table_output(frame, kinds)])
    question = nbformat.v4.new_markdown_cell("## Which words stand most often\n*Những từ nào xuất hiện nhiều nhất?*")
    title = nbformat.v4.new_markdown_cell("# Words\n*Từ*")
    run = Run("01-words", nbformat.v4.new_notebook(cells=[title, question, cell]), 1.0)
    return report_story.tell([run], tmp_path, lang)


WORDS = pd.DataFrame({"số lần": [3, 4], "share %": [72.0, 45.5], "p, corrected": [0.5, 0.25]})
KINDS = ["number"] * 3


def test_a_table_of_the_report_says_what_it_holds(tmp_path):
    told = story(WORDS, KINDS, tmp_path)
    assert "<b>Table 1.</b> Which words stand most often." in report_html.page(told)
    captions = [p.text for p in docx.Document(io.BytesIO(report_docx.docx(told))).paragraphs if p.style.name == "Caption"]
    assert captions == ["Table 1. Which words stand most often."]


def test_headings_begin_with_a_capital_wherever_a_table_is_shown(tmp_path):
    told = story(WORDS, KINDS, tmp_path)
    head = docx.Document(io.BytesIO(report_docx.docx(told))).tables[0].rows[0]
    assert [cell.text for cell in head.cells] == ["Số lần", "Share %", "p, corrected"]
    for page in (report_html.page(told), tables.as_html(WORDS, "en")):
        assert ">Số lần</th>" in page and ">p, corrected</th>" in page


def test_numbers_of_one_column_have_the_same_decimals(tmp_path):
    rows = docx.Document(io.BytesIO(report_docx.docx(story(WORDS, KINDS, tmp_path)))).tables[0].rows[1:]
    assert [[cell.text for cell in row.cells] for row in rows] == [["3", "72.0", "0.50"], ["4", "45.5", "0.25"]]
    assert "72,0" in tables.as_html(WORDS, "vi")


def test_noise_of_arithmetic_is_shown_as_zero():
    assert cells.column_texts([0.89, 1.4e-17], "number", "vi") == ["0,89", "0,00"]


def test_excel_shows_no_sign_for_decimals_that_a_number_does_not_have():
    """With the format "#,##0.####" a workbook shows 92000000 as "92,000,000." with a stray sign at its end."""
    table = pd.DataFrame({"value": [92_000_000.0, 2.25]})
    made = report_xlsx.xlsx(report_story.Story("en", [], [], None, {"03-x": (table, "x")}))
    sheet = openpyxl.load_workbook(io.BytesIO(made))["03-x"]
    assert sheet["A2"].number_format == "#,##0"
    assert sheet["A3"].number_format.startswith("#,##0.00")


@pytest.mark.parametrize(("lang", "look"), [("en", "d mmm yyyy"), ("vi", "d/m/yyyy")])
def test_excel_writes_days_as_the_report_does(lang, look):
    table = pd.DataFrame({"day": pd.to_datetime(["2024-03-09"])})
    made = report_xlsx.xlsx(report_story.Story(lang, [], [], None, {"03-x": (table, "x")}))
    assert openpyxl.load_workbook(io.BytesIO(made))["03-x"]["A2"].number_format == look


def test_the_first_page_says_how_many_articles_are_in_other_languages():
    articles = pd.DataFrame({"problem": ["", "", ""], "published": [pd.NaT] * 3, "outlet": ["A"] * 3,
                             "language": ["vi", "en", "ru"]})  # fmt: skip
    told = report_story.opening(report_story.Story("en", [], [], articles, {}))
    assert any(sentence.startswith("Articles in other languages: 2;") for sentence in told)


def test_a_broken_file_is_told_in_vietnamese_alone():
    say = rules.texts("vi")
    told = wording.problem("the PDF is damaged (Stream has ended unexpectedly); save it again", say)
    assert told == "tệp PDF bị hỏng; hãy lưu lại"
    assert wording.problem("x.html.toml cannot be read: Expected '=' (at line 2, column 5)", say) == (
        "không đọc được x.html.toml (dòng 2, cột 5)"
    )


@pytest.mark.parametrize(("lang", "words"), [("en", "(English)"), ("vi", "(tiếng Anh)")])
def test_the_language_of_an_unusual_page_is_a_word(lang, words):
    page = {"file": "a.html", "problem": None, "text": "One two three.", "title": "One", "published": pd.Timestamp("2024-05-01"),
            "language": "en", "words": 900, "story": "1"}  # fmt: skip
    lines = pd.DataFrame({"file": ["a.html"], "number": [1], "text": ["One two three."], "kept": [True], "reason": [""]})
    odd = receipt.unusual(pd.DataFrame([page]), lines, lang)
    assert words in odd.loc[odd["code"] == "language", "what"].iloc[0]


def test_a_topic_of_undated_articles_alone_is_not_compared_over_time():
    days = [pd.Timestamp("2024-01-01"), pd.Timestamp("2025-01-01"), pd.NaT]
    read = pd.DataFrame({"file": ["a", "b", "c"], "published": days})
    mentions = pd.DataFrame({"file": ["b", "c"], "published": days[1:], "number": [0, 0], "topic": ["trade", "health"],
                             "label": ["Trade", "Health"]})  # fmt: skip
    new = topic_views.new_since(mentions, read, "2024-06-01")
    assert new["label"].tolist() == ["Trade"] and not new["change"].isna().any()


def test_a_middling_text_in_a_notebook_does_not_stand_on_one_line_a_word():
    page = tables.as_html(pd.DataFrame({"evidence": ["câu nêu tên đối tác", "Nga"]}), "vi")
    assert 'min-width: 6.5em">câu nêu tên đối tác<' in page and ">Nga</td>" in page


def test_the_workbook_leaves_out_the_names_of_rules():
    table = pd.DataFrame({"surface": ["4,6 tỷ USD"], "rule": ["cue before"]})
    made = report_xlsx.xlsx(report_story.Story("vi", [], [], None, {"03-figures": (table, "x")}))
    assert [cell.value for cell in openpyxl.load_workbook(io.BytesIO(made))["Số liệu"][1]] == ["Như đã in"]


def test_an_event_names_its_place_once():
    row = {"type": "signing", "status": "done", "who": "", "place": "Moskva", "evidence": "ký", "guest": "", "host": "",
           "sentence": "Hai bên ký ở Moskva.", "date_start": pd.Timestamp("1978-11-03"),
           "date_end": pd.Timestamp("1978-11-03")}  # fmt: skip
    assert event_views.calendar(pd.DataFrame([row]), "en")["label"].tolist() == ["Signing: … ở Moskva"]


def test_menus_of_an_explorer_begin_with_a_capital():
    pytest.importorskip("ipywidgets")
    assert explore._control(["a", "b"], "chỉ tiêu").description == "Chỉ tiêu"
