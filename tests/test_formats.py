"""One article in every format an analyst can save it in: the same text comes out, and what the file says of itself."""

import io
import json
import plistlib
import zipfile

import pytest

import utils
from analysis import folders, formats, markup, overrides, pages

TITLE = "Tàu nghiên cứu mẫu cập cảng sau hai tuần đo đạc"
PARAGRAPHS = [
    "Sáng 12/3, con tàu nghiên cứu dài 68 mét cập cảng mẫu sau mười bốn ngày đo đạc ngoài khơi.",
    "Nhóm khoa học của hai nước đã lấy 240 mẫu nước ở nhiều độ sâu khác nhau dọc theo tuyến đi.",
    "Kết quả phân tích dự kiến công bố vào tháng 9, cùng bản đồ dòng chảy của cả vùng biển.",
]
TEXT = "\n".join([TITLE, "12/03/2025 09:30 GMT+7", *PARAGRAPHS, "Đọc nhiều", "Giá rau tăng sau mưa"])
HEAD = (
    f'<meta property="og:title" content="{TITLE} | Báo Mẫu"><meta property="article:published_time" content="2025-03-12T09:30:00+07:00">'
    '<link rel="canonical" href="https://baomau.example/tau.html">'
)
HTML = (f'<!doctype html><html lang="vi"><head><meta charset="utf-8">{HEAD}</head><body><nav><a href="/">Trang chủ</a></nav><h1>{TITLE}</h1>'
        + "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
        + '<figure><img src="x"><figcaption>Tàu tại cảng.</figcaption></figure><aside><h4>Đọc nhiều</h4><a href="/2">Giá rau tăng sau mưa</a></aside></body></html>')  # fmt: skip


def docx():
    from docx import Document

    document, packed = Document(), io.BytesIO()
    for line in [TITLE, *PARAGRAPHS]:
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("Độ sâu", "Số mẫu", "50 m", "120"), strict=True
    ):
        cell.text = text
    document.save(packed)
    return packed.getvalue()


def pdf():
    from weasyprint import HTML as Printed

    return Printed(
        string=f"<style>body{{font-family:DejaVu Sans;font-size:14pt}}</style><h1>{TITLE}</h1>"
        + "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    ).write_pdf()


def zipped():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b/tau.html", HTML)
        archive.writestr("a.txt", TEXT)
        archive.writestr("__MACOSX/a.txt", "x")
        archive.writestr("b/README.md", "x")
    return packed.getvalue()


MHTML = ("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://baomau.example/tau.html\r\nMIME-Version: 1.0\r\n"
         'Content-Type: multipart/related; type="text/html"; boundary="==x"\r\n\r\n--==x\r\nContent-Type: text/html; charset=utf-8\r\n'
         "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://baomau.example/tau.html\r\n\r\n" + HTML + "\r\n--==x--\r\n")  # fmt: skip
RECORD = {
    "Tiêu đề": TITLE,
    "nội dung": "\n".join(PARAGRAPHS),
    "ngày đăng": "2025-03-12",
    "tác giả": "Lê Mẫu",
    "báo": "Báo Mẫu",
}
FILES = {
    "utf8.txt": TEXT.encode(),
    "bom.txt": TEXT.encode("utf-8-sig"),
    "utf16.txt": TEXT.encode("utf-16"),
    "utf16le.txt": TEXT.encode("utf-16-le"),
    "crlf.txt": TEXT.replace("\n", "\r\n").encode(),
    "twice.txt": TEXT.encode().decode("latin-1").encode(),
    "page.html": HTML.encode(),
    "page.htm": HTML.encode("utf-16"),
    "page.txt": HTML.encode(),
    "page.mhtml": MHTML.encode(),
    "page.docx": docx(),
    "page.md": f"---\ntitle: {TITLE}\ndate: 2025-03-12\n---\n\n# {TITLE}\n\n".encode()
    + "\n\n".join(f"{each[:-6]}[{each[-6:-1]}](https://x.example/a)." for each in PARAGRAPHS).encode(),
    "page.json": json.dumps([RECORD], ensure_ascii=False).encode(),
    "page.jsonl": json.dumps(RECORD).encode() + b"\n",
}


@pytest.fixture(params=FILES)
def saved(request, tmp_path):
    path = tmp_path / request.param
    path.write_bytes(FILES[request.param])
    return path


def read_first(path):
    source = formats.read(path)
    source = source.parts[0] if source.parts else source
    assert source.problem is None, source.problem
    return source


def test_the_same_paragraphs_come_out_of_every_format(saved):
    source = read_first(saved)
    page = pages.clean(source.text, source.name, source.metadata)
    for paragraph in PARAGRAPHS:
        assert paragraph in page.text
    assert page.title == TITLE and "Giá rau" not in page.text and page.language == "vi"


def test_decomposed_and_windows_1258_letters_become_the_usual_ones(tmp_path):
    import unicodedata

    (tmp_path / "nfd.txt").write_text(unicodedata.normalize("NFD", TEXT), encoding="utf-8")
    assert PARAGRAPHS[1] in read_first(tmp_path / "nfd.txt").text
    parts = unicodedata.normalize("NFD", TEXT).replace("a\u0306", "ă").replace("a\u0302", "â").replace("e\u0302", "ê")
    parts = parts.replace("o\u0302", "ô").replace("o\u031b", "ơ").replace("u\u031b", "ư").replace("A\u0302", "Â")
    parts = unicodedata.normalize("NFC", "").join(parts)
    (tmp_path / "old.txt").write_bytes(parts.replace("Đ", "Đ").encode("cp1258", "replace"))
    assert "Nhóm khoa học của hai nước" in read_first(tmp_path / "old.txt").text


def test_pdf_paragraphs_broken_at_the_margin_are_joined(tmp_path):
    pytest.importorskip("weasyprint")
    (tmp_path / "page.pdf").write_bytes(pdf())
    source = read_first(tmp_path / "page.pdf")
    text = " ".join(pages.clean(source.text, source.name, source.metadata).text.split())
    assert all(paragraph in text for paragraph in PARAGRAPHS)


def test_metadata_of_a_web_page():
    source = formats.parse(HTML.encode(), "page.html")
    page = pages.clean(source.text, source.name, source.metadata)
    assert page.published == "2025-03-12T09:30:00+07:00" and page.captions == ["Tàu tại cảng."]
    assert source.metadata["url"] == "https://baomau.example/tau.html"


def test_table_of_a_word_file_is_not_lost(tmp_path):
    (tmp_path / "page.docx").write_bytes(FILES["page.docx"])
    assert "50 m | 120" in read_first(tmp_path / "page.docx").text


def test_folder_packed_as_zip_gives_its_pages_and_nothing_else(tmp_path):
    (tmp_path / "all.zip").write_bytes(zipped())
    parts = formats.read(tmp_path / "all.zip").parts
    assert [part.name for part in parts] == ["all.zip/a.txt", "all.zip/b/tau.html"]
    assert all(PARAGRAPHS[2] in part.text for part in parts)


def test_side_car_supplies_what_the_page_lost(tmp_path):
    (tmp_path / "tau.txt").write_text("\n".join([TITLE, *PARAGRAPHS]), encoding="utf-8")
    (tmp_path / "tau.txt.toml").write_text('published = 2025-03-12\nauthor = "Lê Mẫu"\n', encoding="utf-8")
    source = formats.read(tmp_path / "tau.txt")
    page = pages.clean(source.text, source.name, source.metadata)
    assert (page.published, page.author) == ("2025-03-12", "Lê Mẫu")
    (tmp_path / "tau.txt.toml").write_text("published = = 1", encoding="utf-8")
    assert "tau.txt.toml" in formats.read(tmp_path / "tau.txt").problem


def test_a_side_car_has_the_last_word_and_an_unknown_field_is_said(tmp_path):
    (tmp_path / "tau.txt").write_text("\n".join([TITLE, *PARAGRAPHS]), encoding="utf-8")
    (tmp_path / "tau.txt.toml").write_text('outlet = "Báo Mẫu Mới"\ntitle = "Tên khác"\npublished = 2025-03-12\n', "utf-8")
    row = utils.load_corpus(tmp_path).loc[0]
    assert (row["outlet"], row["title"], f"{row['published']:%Y-%m-%d}") == ("Báo Mẫu Mới", "Tên khác", "2025-03-12")
    (tmp_path / "tau.txt.toml").write_text("ngay = 2025-03-12\n", encoding="utf-8")
    row = utils.load_corpus(tmp_path).loc[0]
    assert "ngay" in row["problem"] and "tau.txt.toml" in row["problem"] and PARAGRAPHS[2] in row["text"]


def test_pages_of_one_name_in_two_folders_are_two_articles(tmp_path):
    for folder, title in (("a", TITLE), ("b/thư mục", "Một bài khác hẳn")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.txt").write_text("\n".join([title, *PARAGRAPHS]), encoding="utf-8")
    assert utils.load_corpus(tmp_path)["file"].tolist() == ["a/index.txt", "b/thư mục/index.txt"]
    assert set(utils.load_lines(tmp_path)["file"]) == {"a/index.txt", "b/thư mục/index.txt"}
    assert [overrides.is_meant("a/index.txt", name) for name in ("index.txt", "b/*", "a/index.txt")] == [True, False, True]


def test_a_record_keeps_its_columns(tmp_path):
    (tmp_path / "page.json").write_bytes(FILES["page.json"])
    metadata = read_first(tmp_path / "page.json").metadata
    assert metadata["author"] == "Lê Mẫu" and metadata["published"] == "2025-03-12" and metadata["site"] == "Báo Mẫu"


def test_files_of_a_folder_leave_out_readme_hidden_and_assisting_ones(tmp_path):
    for name in (
        "b.txt",
        "a.html",
        "README.md",
        ".hidden.txt",
        "a.html.toml",
        "~$a.docx",
        "sub/c.txt",
        "a_files/x.js",
        ".git/d.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.relative_to(tmp_path).as_posix() for path in folders.files(tmp_path)] == [
        "a.html",
        "b.txt",
        "sub/c.txt",
    ]


def test_children_give_the_same_as_reading_here(tmp_path):
    for name, content in list(FILES.items())[:6]:
        (tmp_path / name).write_bytes(content)
    paths = folders.files(tmp_path)
    assert formats.read_each(paths) == [formats.read(path) for path in paths]


def test_links_that_stand_right_behind_one_another_are_words_of_their_own():
    """A browser draws the buttons of a menu apart; run together they were one word, and the page's section."""
    source = "<nav><a>Trang chủ</a><a>Thời sự</a></nav><p>Theo <a>Bộ</a> <a>Công Thương</a>, giá <a>dầu</a> tăng.</p>"
    assert markup.read(source).lines == ["Trang chủ | Thời sự", "Theo Bộ Công Thương, giá dầu tăng."]


ARTICLE_INSIDE = (
    "<h1>Cảng Cửa Lò nối tuyến tàu mới</h1><p>Sáng 4/3, cảng Cửa Lò đón chuyến tàu đầu tiên của tuyến đi Vladivostok, mở "
    "thêm một đường cho hàng nông sản của miền Trung.</p><p>Theo ban quản lý cảng, mỗi tháng tuyến này có hai chuyến, mỗi "
    "chuyến chở chừng 300 container chè, cao su và thủy sản đông lạnh.</p><p>Ông Phan Văn Mẫu, phụ trách khai thác, cho "
    "biết bãi lạnh sẽ được nới rộng trước mùa mưa để hàng không phải chờ tàu.</p>"
)
BESIDE = "<ul><li><a href='/2'>Giá chè tăng sau đợt rét</a></li><li><a href='/3'>Mưa lớn ở Kỳ Anh</a></li></ul>"


@pytest.mark.parametrize(
    "around",
    [
        "<form id='aspnetForm'><div class='menu'><a href='/'>Trang chủ</a></div>{}<div class='tin-khac'>{}</div></form>",
        "<div class='sidebar-1'>{}</div><div class='sidebar-2'>{}</div>",
        "<div class='popup-wrapper'><div class='related-page'>{}</div><div class='related'>{}</div></div>",
    ],
    ids=["a form around the page", "a column called sidebar", "a wrapper called related"],
)
def test_an_article_inside_what_is_named_like_furniture_is_kept(around):
    source = f"<html><body>{around.format(ARTICLE_INSIDE, BESIDE)}</body></html>"
    web = markup.read(source)
    page = pages.clean("\n".join(web.lines), "page.html", web.told)
    assert page.title == "Cảng Cửa Lò nối tuyến tàu mới"
    assert [line[:8] for line in page.text.split("\n")] == ["Sáng 4/3", "Theo ban", "Ông Phan"]


def test_a_column_of_other_articles_beside_a_longer_article_stays_furniture():
    teaser = "<p>Sáng 5/3, một đoàn khách của Belarus đến thăm vùng chè Thanh Chương và ở lại hai ngày cùng nông dân.</p>"
    web = markup.read(f"<body><div>{ARTICLE_INSIDE}</div><div class='sidebar'><h3>Đọc nhiều</h3>{teaser}</div></body>")
    assert web.hints == ["h1", "", "", "", "aside", "aside"]


def test_tags_of_line_ends_left_in_a_text_are_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("<br />\n".join([TITLE, "", *PARAGRAPHS]) + "<br />\n", encoding="utf-8")
    source = formats.read(tmp_path / "a.txt")
    assert source.lines[:4] == [TITLE, "", *PARAGRAPHS[:2]] and "<" not in source.text
    (tmp_path / "b.txt").write_text("<br>".join([TITLE, *PARAGRAPHS]) + "<br>", encoding="utf-8")
    assert formats.read(tmp_path / "b.txt").lines[:2] == [TITLE, PARAGRAPHS[0]]
    assert formats.parse("Nếu a<b thì <br> là dấu xuống dòng.".encode(), "c.txt").text == "Nếu a<b thì <br> là dấu xuống dòng."


def test_the_articles_part_of_a_pages_source_saved_as_text_is_read_as_markup(tmp_path):
    source = f"<h1>{TITLE}</h1>\n<p>" + "</p>\n<p>".join(PARAGRAPHS) + "</p><div class='tags'>Nga</div>"
    (tmp_path / "a.txt").write_text(source, encoding="utf-8")
    read = formats.read(tmp_path / "a.txt")
    page = pages.clean(read.text, read.name, read.metadata)
    assert page.title == TITLE and page.text.split("\n") == list(PARAGRAPHS)


COLUMNS = [
    "Chiều 4/11, đoàn doanh nghiệp của tỉnh Kaluga tới thăm dây chuyền ép ván ở Phủ Lý, hỏi giá lô hàng giao trong quý tới "
    "và mời phía Việt Nam dự hội chợ đồ gỗ mở vào tháng 3 ở thành phố Obninsk.",
    "Sở quản lý của tỉnh cho biết chín tháng qua hàng gỗ bán sang Nga được 12,6 triệu USD, tăng 4,8 % so với cùng kỳ; trong "
    "đó ván ép chiếm 61 %, còn lại là bàn ghế và đồ chơi.",
    "Xưởng giao mỗi tháng 14 container, gấp hai lần năm ngoái, nhưng cước tàu qua cảng Vladivostok đã lên tới 3.900 USD một "
    "container nên lãi không còn bao nhiêu.",
]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_columns_of_a_pdf_are_read_one_after_the_other_and_a_broken_title_is_whole(tmp_path, number):
    weasyprint = pytest.importorskip("weasyprint")
    title, sub_head = "Khách Kaluga hỏi mua ván ép ở Phủ Lý và bàn việc mở kho ở Obninsk trong năm tới", "Cần ván mỏng"
    style = f"body{{font:10.5pt DejaVu Sans}}p{{margin:0;text-indent:1em}}.c{{columns:{number};text-align:justify}}"
    shown = "<p style='font-size:8pt'>Khách xem dây chuyền ép ván ở Phủ Lý trưa 4/11. Ảnh: Đỗ Mẫu</p>"
    text = f"<p>{COLUMNS[1]}</p>{shown}<p><b>{sub_head}</b></p><p>{COLUMNS[2]}</p><p><b>ĐỖ MẪU</b></p>"
    source = f"<style>{style}</style><h1>{title}</h1><p>04/11/2025 16:20</p><p><b>{COLUMNS[0]}</b></p><div class=c>{text}</div>"
    (tmp_path / "page.pdf").write_bytes(weasyprint.HTML(string=source).write_pdf())
    read = read_first(tmp_path / "page.pdf")
    page = pages.clean(read.text, read.name, read.metadata)
    assert (page.title, page.published, page.author) == (title, "2025-11-04T16:20:00", "ĐỖ MẪU")
    assert page.text.split("\n") == [*COLUMNS[:2], sub_head, COLUMNS[2]]


def test_words_cut_at_the_end_of_a_line_of_print_are_whole_and_joined_ones_stay_joined():
    lines = ["Chiều 4/11, đoàn doanh nghiệp của tỉnh Kaluga thăm dây chuyền ép ván, hàng đi qua cảng Vladivos-",
             "tok và đường sắt. Hiệp định của Việt Nam với các nước trong Liên minh Kinh tế Á-",
             "Âu giúp thuế giảm từ 12 % còn 0 % trong các năm 2016-",
             "2025, kể cả hàng ván ép và bàn ghế gỗ cao su của các xưởng nhỏ ở Hà Nam."]  # fmt: skip
    text = pages.clean("\n".join(["Khách Kaluga hỏi mua ván ép", *lines]), "page.pdf", {"wrapped": True}).text
    assert "cảng Vladivostok và" in text and "Kinh tế Á-Âu giúp" in text and "2016-2025, kể" in text


def word_file(path, *rows, before=()):
    from docx import Document

    document = Document()
    for each in before:
        document.add_paragraph(each)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(path)
    return document, table


def test_a_figure_that_stands_twice_in_a_row_of_a_word_file_stands_there_twice(tmp_path):
    document, table = word_file(tmp_path / "a.docx", ["Năm", "Xuất", "Nhập"], ["2024", "11,9", "11,9"], ["Cả hai năm", "", ""])
    table.cell(2, 0).merge(table.cell(2, 2))
    document.save(tmp_path / "a.docx")
    assert formats.read(tmp_path / "a.docx").lines == ["| Năm | Xuất | Nhập |", "| 2024 | 11,9 | 11,9 |", "| Cả hai năm |"]


def test_an_article_in_a_table_that_lays_it_out_is_read_line_by_line(tmp_path):
    word_file(tmp_path / "a.docx", [f"{TITLE}\n" + "\n".join(PARAGRAPHS)], before=["SỞ MẪU"])
    source = formats.read(tmp_path / "a.docx")
    page = pages.clean(source.text, source.name, source.metadata)
    assert page.title == TITLE and page.text.split("\n") == list(PARAGRAPHS)


def test_a_page_that_safari_saved_is_read_with_its_address(tmp_path):
    main = {"WebResourceData": HTML.encode(), "WebResourceURL": "https://baomau.example/tau.html"}
    packed = plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)
    (tmp_path / "page.webarchive").write_bytes(packed)
    source = read_first(tmp_path / "page.webarchive")
    assert source.metadata["url"] == "https://baomau.example/tau.html" and PARAGRAPHS[0] in source.text
    for broken in (packed[:40], plistlib.dumps({"a": 1}), b"x"):
        (tmp_path / "page.webarchive").write_bytes(broken)
        assert "save the page again" in formats.read(tmp_path / "page.webarchive").problem


FRONT = [
    f'---\ntitle: "{TITLE}"\nsource: "https://baomau.example/a.html"\nauthor:\n  - "[[Lê Mẫu]]"\npublished: 2025-03-12\n'
    'created: 2025-12-05\ntags:\n  - "clippings"\n---\n',
    f"---\ntitle: {TITLE}\nlink: https://baomau.example/a.html\nauthor: [Lê Mẫu]\ndate: 12/03/2025\ncategories: [Kinh tế]\n---\n",
    f'+++\ntitle = "{TITLE}"\nurl = "https://baomau.example/a.html"\nauthor = ["Lê Mẫu"]\ndate = 2025-03-12\n+++\n',
    f"---\r\ntitle: >\r\n  {TITLE[:10]}\r\n  {TITLE[10:].strip()}\r\nurl: https://baomau.example/a.html\r\nauthor: Lê Mẫu\r\n"
    "date: 2025-03-12\r\n---\r\n",
]


@pytest.mark.parametrize("ending", ["md", "txt"])
@pytest.mark.parametrize("front", FRONT, ids=["a clipper's", "a list written out", "TOML", "a title of two lines"])
def test_what_stands_in_a_block_above_the_article_is_told(tmp_path, front, ending):
    (tmp_path / f"a.{ending}").write_text(front + "\n\n".join(PARAGRAPHS), encoding="utf-8", newline="")
    source = read_first(tmp_path / f"a.{ending}")
    page = pages.clean(source.text, source.name, source.metadata)
    assert (page.title, page.published, page.author) == (" ".join(TITLE.split()), "2025-03-12", "Lê Mẫu")
    assert source.metadata["url"] == "https://baomau.example/a.html" and page.text.split("\n") == list(PARAGRAPHS)


def test_a_rule_above_an_article_is_no_block(tmp_path):
    text = "\n\n".join(["---", PARAGRAPHS[0], "---", *PARAGRAPHS[1:]])
    assert all(each in formats.parse(text.encode(), "a.txt").text for each in PARAGRAPHS)


@pytest.mark.parametrize(
    "head",
    [
        f"Tiêu đề: {TITLE}\nTác giả: Lê Mẫu\nNgày đăng: 12/03/2025\nChuyên mục: Kinh tế\nNội dung:\n",
        f"Title: {TITLE}\n\nURL Source: https://baomau.example/a.html\n\nPublished Time: 2025-03-12\n\nMarkdown Content:\n",
        f"title: {TITLE}\ndate: 2025-03-12\nauthor: Lê Mẫu\n\n",
    ],
)
def test_the_label_of_the_title_is_no_part_of_it(head):
    page = pages.clean(head + "\n".join(PARAGRAPHS), "page.txt")
    assert (page.title, page.published) == (TITLE, "2025-03-12") and page.text.split("\n") == list(PARAGRAPHS)
