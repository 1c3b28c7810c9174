"""The report as it is handed in: from notebooks that ran (one of them stopping) to HTML, PDF, Word and Excel."""

import datetime
import io
import json
import re
import zipfile
from pathlib import Path

import docx
import html5lib
import nbformat
import openpyxl
import pandas as pd
import pypdf
import pytest

from analysis import report, report_docx, report_html, report_pdf, report_run, report_story, report_xlsx, rules
from analysis.column_widths import column_shares

ROOT = Path(__file__).resolve().parent.parent
VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
HOSTILE = '<script>alert("Nga")</script>'

LOAD = f"""
import pandas as pd
from analysis import charts, report
articles = pd.DataFrame({{
    "file": ["01-a.txt", "02-b.txt", "hỏng.pdf"], "title": ['{HOSTILE}', "Thăm Nga", ""],
    "published": pd.to_datetime(["2024-03-09", None, None]), "outlet": ["Báo Mẫu", "Báo Mẫu", ""], "words": [1950, 300, 0],
    "source_url": ["https://example.org/a", "", ""], "story": ["01-a.txt", "01-a.txt", "hỏng.pdf"],
    "problem": ["", "", "không có lớp chữ"]}})
charts.begin(articles, lang=LANG, CORPUS=CORPUS, TOP=TOP)
"""
SHOW = """
words = pd.DataFrame({"từ": ["Nga", "=1+1", "@x"], "số lần": [1234.5, 0.0123, -3], "năm": [2024, 2025, 2026],
                      "ngày": pd.to_datetime(["2024-03-09", "2025-01-02", None]), "tệp": ["01-a.txt"] * 3})
chart = charts.bars(words, "từ", "số lần", title="Từ nào?" if LANG == "vi" else "Which words?", note="2 bài; Báo Mẫu")
chart.show()
chart.export("01-words")
report.save_table(articles, "00-articles")
report.save_table(words, "01-all", title="Mọi từ")
report.answer("Có **2** bài.", "Chỉ là mẫu.")
words
"""


def notebook(path, *extra):
    v4, hidden = nbformat.v4, {"tags": ["hide"]}
    cells = [
        v4.new_markdown_cell("# What is there?\n*Có những gì?*\n\nRead *this* first.\n*Đọc trước.*", id="q"),
        v4.new_code_cell("1", id="i"),
        v4.new_code_cell("CORPUS = None\nLANG = None\nTOP = 5", id="p", metadata={"tags": ["parameters"]}),
        v4.new_code_cell(LOAD, id="l"),
        v4.new_markdown_cell("## Which words?\n*## Những từ nào?*\n\n- one\n- *một*", id="m"),
        v4.new_code_cell(SHOW, id="s"),
        *[v4.new_code_cell(source, id=f"x{i}") for i, source in enumerate(extra)],
        v4.new_markdown_cell("## Look around\n*Tra cứu ở đây*", id="hh", metadata=hidden),
        v4.new_code_cell("print('tra cứu tĩnh')", id="h", metadata=hidden),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A report made from two notebooks in Vietnamese, one of which stops; its folder, its failures, what was said."""
    folder = tmp_path_factory.mktemp("report")
    paths = [
        notebook(folder / "01-stops.ipynb", "1 / 0", "print('never')"),
        notebook(folder / "02-runs.ipynb", "print('cuối')"),
    ]
    said = []
    failures = report.make(folder, "vi", folder / "exports", paths, said.append, UNKNOWN=1)
    return folder / "exports", failures, said


@pytest.fixture(scope="module")
def story(made):
    folder, _failures, _said = made
    runs = [
        report_run.Run(path.stem, nbformat.read(path, 4), 0) for path in sorted((folder / "notebooks").glob("*.ipynb"))
    ]
    return report_story.tell(runs, folder, "vi")


@pytest.fixture(scope="module")
def page(made):
    return (made[0] / "report.html").read_text(encoding="utf-8")


# --------------------------------------------------------------------------------------------------------------- running
def test_a_failed_cell_is_named_and_the_other_notebooks_go_on(made, page):
    _folder, failures, said = made
    assert failures == ["01-stops, cell 7: ZeroDivisionError: division by zero"]
    assert any("STOPPED at cell 7 of 01-stops" in line for line in said)
    assert "ô 7 của sổ tay 01-stops" in page and "cuối" in page and "never" not in page


def test_what_is_for_looking_around_is_left_out_of_the_report(page):
    assert "Tra cứu ở đây" not in page and "tra cứu tĩnh" not in page


def test_progress_is_told_before_each_notebook(made):
    assert [line for line in made[2] if line.startswith("[")] == ["[1/2] 01-stops ...", "[2/2] 02-runs ..."]


def test_the_notebooks_kept_hold_no_times_and_no_injected_cell(made):
    text = (made[0] / "notebooks" / "02-runs.ipynb").read_text(encoding="utf-8")
    assert "injected" not in text and "iopub" not in text
    assert str(ROOT) not in text


def test_only_parameters_that_the_notebook_names_are_set():
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("LANG = None", metadata={"tags": ["parameters"]})])
    report_run.inject(book, {"LANG": "vi", "SINCE": "2024-01-01"})
    assert book.cells[1].source.splitlines()[-1] == "LANG = 'vi'" and "SINCE" not in book.cells[1].source


def test_a_missing_folder_is_said_plainly(capsys):
    assert report.main(["--corpus", "no/such/folder"]) == 1
    assert 'no folder "no/such/folder"' in capsys.readouterr().out


def test_a_broken_file_of_rules_is_named_before_anything_runs(monkeypatch, tmp_path, capsys):
    (tmp_path / "rules" / "outlets").mkdir(parents=True)
    (tmp_path / "rules" / "outlets" / "moi.toml").write_text("name = = 1", encoding="utf-8")
    monkeypatch.setattr(rules, "ROOT", tmp_path / "rules")
    assert report.main(["--corpus", str(tmp_path)]) == 1
    assert "rules/outlets/moi.toml" in capsys.readouterr().out


def test_a_second_run_removes_its_own_files_and_keeps_what_a_person_changed(tmp_path):
    for name in ("kept.csv", "old.csv", "mine.txt"):
        (tmp_path / name).write_text(name)
    sums = {name: report._sum(tmp_path / name) for name in ("kept.csv", "old.csv")}
    (tmp_path / "manifest.json").write_text(json.dumps(sums))
    (tmp_path / "kept.csv").write_text("edited by hand")
    report.clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.csv", "mine.txt"]


# ------------------------------------------------------------------------------------------------------------------ HTML
def test_html_is_strictly_valid_and_asks_for_nothing(page):
    html5lib.HTMLParser(strict=True).parse(page)
    loaded = re.findall(r'(?:src|srcset|data|poster)="([^"]+)"|url\(([^)]+)\)|<link[^>]+>', page)
    assert all((one or other).startswith("data:") for one, other in loaded)
    assert "<script" not in page and "@import" not in page


def test_article_texts_are_shown_and_never_run(page):
    assert "&lt;script&gt;alert(&quot;Nga&quot;)&lt;/script&gt;" in page


def test_the_page_speaks_one_language(page):
    assert "Những từ nào?" in page and "Which words?" not in page and "Đọc trước." in page and "Read" not in page
    assert '<html lang="vi">' in page


@pytest.mark.parametrize(
    "source",
    ["# What?\n*Gì?*\n\nText.\n\n*Chữ.*", "# What?\n\nText.\n\n*Gì?*\n\n*Chữ.*", "# What?\n*# Gì?*\nText.\n*Chữ.*"],
)
def test_a_vietnamese_heading_is_found_wherever_the_cell_puts_it(source):
    blocks = report_story.markdown_blocks(source, "vi")
    assert [(block.kind, block.text) for block in blocks] == [("heading", "Gì?"), ("text", "Chữ.")]


def test_english_keeps_words_in_italics():
    blocks = report_story.markdown_blocks("*hòa bình* is one word, *Nga* too.\n*Từ này là một từ.*", "en")
    assert [block.text for block in blocks] == ["*hòa bình* is one word, *Nga* too."]


def test_the_first_page_answers_in_sentences_with_their_n(page):
    first = page.split("<section")[0]
    assert "Tập bài gồm 2 bài đọc được, đăng từ 9/3/2024 đến 9/3/2024." in first
    assert "Có <strong>2</strong> bài." in first and "Chỉ là mẫu." in first
    assert "1 báo; nhiều nhất là Báo Mẫu (2)" in first
    assert "1 bài đăng lại" in first and "1 bài không ghi ngày đăng" in first and "1 tệp không dùng được" in first


def test_figures_are_numbered_through_and_carry_their_footnote(page):
    assert re.findall(r"<b>Hình (\d+)\.</b>", page) == ["1", "2"]
    assert page.count('alt="Từ nào? 2 bài; Báo Mẫu"') == 2
    assert "01-words.png" in page


def test_tables_write_numbers_dates_and_years_in_vietnamese(page):
    row = re.search(r"<tr><td>Nga</td>.*?</tr>", page)[0]
    assert re.findall(r">([^<>]+)</t", row)[:4] == ["Nga", "1.234,5", "2024", "9/3/2024"]
    assert "0,0123" in page and "−3" in page


def test_evidence_links_to_the_article_and_the_article_to_its_page(page):
    assert '<a href="#file-01-a-txt">01-a.txt</a>' in page and page.count('id="file-01-a-txt"') == 1
    assert '<a href="https://example.org/a" rel="noreferrer">' in page


def test_every_article_can_be_jumped_to_in_a_large_collection():
    names = [f"{i:03}.txt" for i in range(90)]
    articles = pd.DataFrame(
        {"file": names, "title": "x", "published": pd.NaT, "outlet": "", "source_url": "", "problem": ""}
    )
    page = report_html.page(report_story.Story("en", [], [], articles, {}))
    assert [name for name in names if page.count(f'id="{report_html.anchor(name)}"') != 1] == []


def test_what_was_not_readable_and_where_numbers_come_from_are_told(page):
    end = page.split('id="end-2"')[1]
    assert "hỏng.pdf" in end and "không có lớp chữ" in end
    assert re.search(r"[0-9a-f]{64}", end) and "matplotlib" in end and "TOP" in end


def test_an_empty_collection_says_so():
    empty = pd.DataFrame({name: [] for name in ("file", "title", "published", "outlet", "story", "problem")})
    said = report_story.opening(report_story.Story("en", [], [], empty, {}))
    assert said == [
        "The collection holds no article that could be read, so this report is empty. "
        "Save pages into the folder and run it again."
    ]


def test_a_collection_without_any_date_is_told():
    table = pd.DataFrame(
        {"file": ["a"], "title": ["x"], "published": [pd.NaT], "outlet": [""], "story": ["a"], "problem": [""]}
    )
    assert "không bài nào ghi ngày đăng" in report_story.opening(report_story.Story("vi", [], [], table, {}))[0]


# ------------------------------------------------------------------------------------------------------------------- PDF
@pytest.fixture(scope="module")
def weasy():
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(f"needs WeasyPrint with Pango: {error}")


def test_pdf_has_selectable_vietnamese_text_and_embedded_fonts(weasy, made):
    reader = pypdf.PdfReader(made[0] / "report.pdf")
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "Quan hệ Việt Nam" in text and "Những từ nào?" in text
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"].get("/Font", {}).values()]
    described = [
        (f["/DescendantFonts"][0].get_object() if "/DescendantFonts" in f else f)["/FontDescriptor"] for f in fonts
    ]
    assert described and all({"/FontFile2", "/FontFile3"} & set(d.get_object()) for d in described)


def test_pdf_prints_every_vietnamese_letter(weasy, story):
    letters = VIETNAMESE + VIETNAMESE.upper()
    page = report_html.page(story).replace("Đọc trước.", letters)
    made, _reason = report_pdf.pdf(page)
    text = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(made)).pages)
    assert [letter for letter in letters if letter not in text] == []


def test_without_pango_and_without_browser_the_reason_is_told(monkeypatch, story):
    monkeypatch.setattr(report_pdf, "_weasyprint", lambda page: (None, "WeasyPrint cannot be used here (no Pango)"))
    monkeypatch.setattr(report_pdf, "find_browser", lambda: None)
    assert report_pdf.pdf("<p>") == (
        None,
        "WeasyPrint cannot be used here (no Pango), and no Chromium, Chrome or Edge was found",
    )


def test_without_pango_a_browser_prints_the_report(monkeypatch, made):
    if report_pdf.find_browser() is None:
        pytest.skip("needs Chromium, Chrome or Edge (apt-get install chromium, or set BROWSER_PATH)")
    monkeypatch.setattr(report_pdf, "_weasyprint", lambda page: (None, "no Pango"))
    printed, reason = report_pdf.pdf((made[0] / "report.html").read_text(encoding="utf-8"))
    assert reason is None
    assert "Việt Nam" in pypdf.PdfReader(io.BytesIO(printed)).pages[0].extract_text()


# ----------------------------------------------------------------------------------------------------------- Word, Excel
def test_word_file_has_real_headings_tables_and_pictures(made):
    document = docx.Document(made[0] / "report.docx")
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert "Có những gì?" in headings and "Phương pháp và phiên bản" in headings
    assert len(document.inline_shapes) == 2
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "Từ")
    assert [cell.text for cell in table.rows[1].cells[:4]] == ["Nga", "1.234,5", "2024", "9/3/2024"]
    assert table.rows[2].cells[0].text == "=1+1"


def test_word_file_takes_letters_that_xml_forbids():
    story = report_story.Story(
        "en", [report_story.Chapter("x", "a\x0bb\x00", [report_story.Block("print", "c\x1fd")])], [], None, {}
    )
    document = docx.Document(io.BytesIO(report_docx.docx(story)))
    assert any(p.text == "cd" for p in document.paragraphs)


@pytest.fixture(scope="module")
def book(made):
    return openpyxl.load_workbook(made[0] / "report.xlsx")


def test_excel_cells_have_types_and_nothing_runs(book):
    sheet = book["01-all"]
    assert [cell.value for cell in sheet[1]] == ["từ", "số lần", "năm", "ngày", "tệp"]
    assert [cell.value for cell in sheet[2]][:4] == ["Nga", 1234.5, 2024, datetime.datetime(2024, 3, 9)]
    assert [(sheet.cell(r, 1).value, sheet.cell(r, 1).data_type) for r in (3, 4)] == [("=1+1", "s"), ("@x", "s")]
    assert not any(cell.data_type == "f" for s in book for row in s.iter_rows() for cell in row)


def test_excel_sheets_filter_and_keep_their_head_in_sight(book):
    assert book.sheetnames == ["Mục lục", "Bài", "01-all", "Về tệp này"]
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in book)


def test_excel_takes_infinite_and_missing_numbers():
    table = pd.DataFrame({"times": [float("inf"), float("-inf"), None, 1.5]})
    made = report_xlsx.xlsx(report_story.Story("en", [], [], None, {"01-x": (table, "x")}))
    sheet = openpyxl.load_workbook(io.BytesIO(made))["01-x"]
    assert [cell.value for cell in sheet["A"]] == ["times", "∞", "−∞", None, 1.5]


def test_excel_takes_no_link_but_web_addresses():
    table = pd.DataFrame({"url": ["javascript:alert(1)", "file:///etc/passwd", "https://example.org/a"]})
    made = report_xlsx.xlsx(report_story.Story("en", [], [], None, {"01-x": (table, "x")}))
    links = [cell.hyperlink.target for cell in openpyxl.load_workbook(io.BytesIO(made))["01-x"]["A"] if cell.hyperlink]
    assert links == ["https://example.org/a"]


def test_sheet_names_are_short_and_unique():
    used = set()
    names = [report_xlsx.sheet_name("03-figures by partner and by year", used) for _ in range(3)]
    assert len(set(names)) == 3 and max(map(len, names)) <= 31


# ---------------------------------------------------------------------------------------------------------------- tables
def test_a_saved_table_comes_back_as_it_was(tmp_path):
    table = pd.DataFrame(
        {
            "câu": ["=a", "-5", "'x", ""],
            "n": [1.5, None, -2, 0],
            "ngày": pd.to_datetime(["2024-03-09", None, None, None]),
        }
    )
    report.save_table(table, "01-x", folder=tmp_path)
    back, sidecar = report.read_table(tmp_path / "01-x.csv")
    assert back["câu"].tolist() == ["=a", "-5", "'x", ""] and back["n"].fillna(9).tolist() == [1.5, 9, -2, 0]
    assert back["ngày"][0] == pd.Timestamp("2024-03-09") and sidecar["rows"] == 4
    assert (tmp_path / "01-x.csv").read_text("utf-8-sig").splitlines()[1].startswith("'=a")


def test_days_and_times_in_one_column_all_come_back(tmp_path):
    when = pd.to_datetime(["2026-03-12 08:15", "2026-11-10", None], format="ISO8601").tz_localize("Asia/Ho_Chi_Minh")
    report.save_table(pd.DataFrame({"ngày": when}), "01-x", folder=tmp_path)
    back = report.read_table(tmp_path / "01-x.csv")[0]["ngày"]
    assert [str(day) for day in back] == ["2026-03-12 08:15:00", "2026-11-10 00:00:00", "NaT"]


# ------------------------------------------------------------------------------------------------------------- repeating
def test_the_same_story_is_written_to_the_same_bytes(weasy, story):
    page = report_html.page(story)
    assert page == report_html.page(story)
    assert report_docx.docx(story) == report_docx.docx(story)
    assert report_xlsx.xlsx(story) == report_xlsx.xlsx(story)
    assert report_pdf.pdf(page)[0] == report_pdf.pdf(page)[0]


def test_two_runs_leave_the_same_files(made, tmp_path):
    folder = made[0]
    paths = [folder.parent / "01-stops.ipynb", folder.parent / "02-runs.ipynb"]
    report.make(folder.parent, "vi", tmp_path / "exports", paths, lambda _line: None)
    before, after = (json.loads((place / "manifest.json").read_text()) for place in (folder, tmp_path / "exports"))
    assert before == after and len(before) > 10


def test_word_and_excel_files_carry_no_clock(made):
    for kind in ("docx", "xlsx"):
        with zipfile.ZipFile(made[0] / f"report.{kind}") as archive:
            assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_a_calendar_file_is_written_as_it_is_and_only_under_a_plain_name(tmp_path):
    text = "BEGIN:VCALENDAR\r\nSUMMARY:Chuyến thăm\r\nEND:VCALENDAR\r\n"
    assert report.save_text(text, "04-planned.ics", tmp_path).read_bytes() == text.encode("utf-8")
    for name in ("../04-planned.ics", "04-planned", ".ics"):
        with pytest.raises(ValueError, match="plain one"):
            report.save_text(text, name, tmp_path)


def test_a_large_number_has_room_for_all_its_digits_on_one_line():
    head, rows = ["câu", "giá trị", "ngày"], [["Kim ngạch hai nước đạt hai tỷ đô la Mỹ. " * 4, "2.000.000.000", "15/7/1981"]]
    shares = column_shares(head, rows, ["text", "number", "text"])
    # 13 digits and points at 0.6 em of 7.2 points and the cell's air, on 499 points; 9 for the day
    assert shares[1] > (13 * 0.6 * 7.2 + 8) / 499 and shares[2] > (9 * 0.6 * 7.2 + 8) / 499
    story = report_story.Story("vi", [], [], None, {})
    table = pd.DataFrame({"giá trị": [2e9], "ngày": ["1981-07-15"]})
    table.attrs["kinds"] = ["number", "text"]
    made = report_html.table_html(table, story)
    assert '<td class="n whole">2.000.000.000</td>' in made and '<td class="whole">15/7/1981</td>' in made


def test_each_of_several_files_in_a_cell_leads_to_its_article():
    """A row told by two articles names both; a number must be traced to either."""
    told = report_story.Story("en", [], [], pd.DataFrame({"file": ["a.txt", "b, c.html"]}), {})
    made = report_html.table_html(pd.DataFrame({"files": ["a.txt, a.txt", "b, c.html", "a.txt, x.txt"]}), told)
    assert made.count('<a href="#file-a-txt">a.txt</a>') == 2 and '<a href="#file-b-c-html">b, c.html</a>' in made
    assert ">a.txt, x.txt</td>" in made


def test_no_word_of_a_table_with_many_columns_is_cut_in_two():
    head = "From To Event Status Countries Guest Host Place Persons Articles Sentence Files".split()
    sentence = "Đoàn của vùng Primorye thăm cảng Vân Phong và ký biên bản về tuyến tàu mới. " * 3
    row = ["18 May 2004", "19 May 2004", "Joint statement", "postponed", "Kazakhstan, Viet Nam", "Kazakhstan", "Russia",
           "Kremlin", "Dmitry Chernyshenko", "1", sentence, "41-tau-container-van-phong.txt"]  # fmt: skip
    shares = column_shares(head, [row], [*["text"] * 9, "number", "text", "text"])
    # letters of 0.56 em at 6 points and the cell's air, on 499 points
    room = [(len(max(text.split(), key=len)) * 0.56 * 6 + 4.2) / 499 for text in row]
    assert all(share > few for share, few in list(zip(shares, room, strict=True))[2:11])
    assert shares[0] > (11 * 0.56 * 6 + 4.2) / 499 and shares[10] > 0.1


def test_the_workbook_describes_its_sheets_in_the_language_of_the_report():
    row = {"modality": ["target"], "partners": ["RU; SU"], "basis": ["yoy"], "period_evidence": ["carried"]}
    tables = {"03-figures": (pd.DataFrame(row), "")}
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx.xlsx(report_story.Story("vi", [], [], None, tables))))
    assert [cell.value for cell in book["Số liệu"][1]] == ["Cách nêu", "Đối tác", "So với", "Căn cứ về thời gian"]
    assert [cell.value for cell in book["Số liệu"][2]] == ["mục tiêu", "Nga, Liên Xô", "cùng kỳ năm trước", "số liệu đứng trước"]
    told = book["Mục lục"]["C2"].value
    assert told.startswith("Mọi số liệu") and told.endswith("(03-figures.csv)")


def test_days_are_days_in_the_workbook_so_that_they_sort_by_time():
    table = pd.DataFrame({"period_end": ["2024-12-31", None, ""], "first": ["2024-06-20"] * 3, "unit": ["money"] * 3,
                          "mixed": ["2024-06-20", "chưa rõ", ""], "old": ["1885-01-01"] * 3})  # fmt: skip
    made = report_xlsx.xlsx(report_story.Story("en", [], [], None, {"03-figures": (table, "")}))
    rows = list(openpyxl.load_workbook(io.BytesIO(made))["Figures"].iter_rows(values_only=True))
    assert rows[0][:3] == ("Period to", "First", "Unit")
    assert rows[1] == (datetime.datetime(2024, 12, 31), datetime.datetime(2024, 6, 20), "money", "2024-06-20", "1885-01-01")
    assert rows[2][0] is None and rows[3][0] is None


def test_the_share_of_a_word_is_told_as_a_share_of_articles():
    """words saved by notebook 01: 5 of 6 articles have the word, so its share is 0.83."""
    table = pd.DataFrame({"word": ["đạt"], "share": [5 / 6], "articles": [5], "n_articles": [6]})
    made = report_xlsx.xlsx(report_story.Story("vi", [], [], None, {"01-words": (table, "")}))
    assert openpyxl.load_workbook(io.BytesIO(made))["Từ"]["B1"].value == "Tỷ lệ trong tổng số bài"


def test_the_first_page_names_no_outlet_as_first_among_equals():
    table = pd.DataFrame({"file": list("abc"), "problem": [""] * 3, "outlet": ["Báo A", "Báo B", ""], "published": pd.NaT})
    told = " ".join(report_story.opening(report_story.Story("en", [], [], table, {})))
    assert "Outlets named by the pages: 2, with one article each." in told and "most" not in told
    assert "Articles whose page names no outlet: 1." in told
    table["outlet"] = ["Báo A", "Báo A", "Báo B"]
    told = " ".join(report_story.opening(report_story.Story("en", [], [], table, {})))
    assert "most articles are from Báo A (2), Báo B (1)." in told and "names no outlet" not in told
