"""Tables and lists of articles as crawlers and databases write them: the fields of each article, None rather than a guess."""

import csv
import io
import json
from datetime import date, datetime

import pytest

import utils
from analysis import formats, pages

TITLE = "Nhà máy gỗ ở Phủ Lý bán ván ép cho Kaluga"
PARAGRAPHS = [
    "Chiều 4/11, đoàn khách từ Kaluga xem dây chuyền ép ván ở Phủ Lý và hỏi giá lô hàng giao trong quý tới.",
    "Theo sở quản lý của tỉnh, chín tháng qua hàng gỗ bán sang Nga được 12,6 triệu USD, tăng 4,8 % so với cùng kỳ.",
    "Đôi bên sẽ gặp lại trước Tết để chốt lịch tàu từ cảng Hải Phòng.",
]
TEXT = "\n".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
URL = "https://gomau.example/kinh-te/van-ep.html"


def articles(tmp_path, name, content):
    """The rows that the front door gives for one file."""
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return utils.load_corpus(tmp_path).to_dict("records")


def as_json(data):
    return json.dumps(data, ensure_ascii=False)


def as_csv(names, *rows, encoding="utf-8", **form):
    written = io.StringIO()
    csv.writer(written, **form).writerows([names, *rows])
    return written.getvalue().encode(encoding)


FULL = [TITLE, TEXT, "04/11/2025 16:20", "Đỗ Mẫu", "Kinh tế", URL]


@pytest.mark.parametrize(
    "content",
    [
        as_csv(["tieu_de", "noi_dung", "ngay_dang", "tac_gia", "chuyen_muc", "duong_dan"], FULL),
        as_csv(["Tiêu đề", "Nội dung", "Ngày xuất bản", "Tác giả", "Danh mục", "Link"], FULL, delimiter=";"),
        as_csv(["TieuDe", "NoiDung", "NgayDang", "TacGia", "ChuyenMuc", "LienKet"], FULL, encoding="utf-16", delimiter="\t"),
        as_csv(["post_title", "post_content", "post_date", "post_author", "Category", "URL"], FULL, delimiter="|"),
        b"sep=;\r\n" + as_csv(["Title", "Body", "publishDate", "Author", "section", "url"], FULL, delimiter=";"),
        as_csv(["title", "body", "date", "author", "section", "url"], FULL, doublequote=False, escapechar="\\"),
    ],
    ids=["joined by lines", "with marks", "run together, Excel's text", "a blog's own names", "Excel's first line", "escaped"],
)
def test_columns_are_found_by_what_they_are_called(tmp_path, content):
    (row,) = articles(tmp_path, "bang.csv", content)
    assert (row["title"], row["text"], row["author"], row["section"]) == (TITLE, TEXT, "Đỗ Mẫu", "Kinh tế")
    assert str(row["published"]) == "2025-11-04 16:20:00+07:00" and row["outlet"] == "gomau.example"


@pytest.mark.parametrize(
    "told, moment",
    [
        ("04/11/2025", "2025-11-04 00:00:00+07:00"),
        ("Thứ ba, 4/11/2025, 16:20 (GMT+7)", "2025-11-04 16:20:00+07:00"),
        ("Ngày 4 tháng 11 năm 2025", "2025-11-04 00:00:00+07:00"),
        ("2025-11-04T09:20:00.000Z", "2025-11-04 16:20:00+07:00"),
        ("Tue, 04 Nov 2025 09:20:00 GMT", "2025-11-04 16:20:00+07:00"),
        (1762248000, "2025-11-04 16:20:00+07:00"),
        ("1762248000000", "2025-11-04 16:20:00+07:00"),
        ({"$date": {"$numberLong": "1762248000000"}}, "2025-11-04 16:20:00+07:00"),
        ("20251104162000", "2025-11-04 16:20:00+07:00"),
        ("4:20:00 CH 04/11/2025", "2025-11-04 16:20:00+07:00"),
        ("11/4/2025 4:20:00 PM", "NaT"),  # may be the eleventh of April
        ("2 giờ trước", "NaT"),
        ("45965.68", "NaT"),
        ("31/02/2025", "NaT"),
    ],
)
def test_times_are_read_as_viet_nam_writes_them_and_no_other_stops_the_folder(tmp_path, told, moment):
    (row,) = articles(tmp_path, "tin.json", as_json([{"title": TITLE, "content": TEXT, "publish_time": told}]))
    assert str(row["published"]) == moment and row["text"] == TEXT


def test_a_table_whose_days_have_one_reading_settles_the_others(tmp_path):
    rows = [[TITLE, TEXT, day] for day in ("11/4/2025 4:20:00 PM", "11/21/2025 9:00:00 AM")]
    found = articles(tmp_path, "bang.csv", as_csv(["title", "content", "date"], *rows))
    assert [str(row["published"])[:16] for row in found] == ["2025-11-04 16:20", "2025-11-21 09:00"]


def test_the_day_of_the_article_goes_before_the_day_it_was_fetched(tmp_path):
    row = {"created_at": "2026-02-03 01:02:03", "title": TITLE, "content": TEXT, "date_publish": "2025-11-04"}
    assert str(articles(tmp_path, "tin.jsonl", as_json(row))[0]["published"])[:10] == "2025-11-04"


def test_the_time_of_day_may_have_a_column_of_its_own(tmp_path):
    rows = [[TITLE, TEXT, "04/11/2025", "16:20"], [TITLE, TEXT, "04/11/2025 08:05", "16:20"], [TITLE, TEXT, "", "16:20"]]
    found = articles(tmp_path, "bang.csv", as_csv(["Tiêu đề", "Nội dung", "Ngày đăng", "Giờ đăng"], *rows))
    assert [str(row["published"])[:16] for row in found] == ["2025-11-04 16:20", "2025-11-04 08:05", "NaT"]


def test_a_teaser_in_the_column_of_the_text_gives_way_to_the_whole(tmp_path):
    row = {"title": TITLE, "content": PARAGRAPHS[0][:60] + "… [+900 chars]", "body_html": MARKUP}
    assert articles(tmp_path, "tin.json", as_json(row))[0]["text"] == TEXT


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPHS,
        str(PARAGRAPHS),
        TEXT.replace("\n", "\\n"),
        {"rendered": MARKUP, "protected": False},
        [{"type": "image", "text": "Ván ép xếp ở bãi"}, *({"type": "text", "value": each} for each in PARAGRAPHS)],
        TEXT.replace("ván", "v&#225;n"),
    ],
    ids=["a list", "a list written out", "line ends written out", "an object", "objects", "entities"],
)
def test_paragraphs_stay_apart_in_whatever_way_a_program_wrote_them(tmp_path, text):
    (row,) = articles(tmp_path, "tin.json", as_json([{"title": TITLE, "content": text}]))
    assert row["text"].split("\n") == PARAGRAPHS


@pytest.mark.parametrize(
    "around",
    [
        lambda row: {"status": "ok", "data": {"total": 1, "items": [row]}},
        lambda row: {"hits": {"hits": [{"_id": "7", "_source": row}]}},
        lambda row: {URL: row},
        lambda row: {name: {"0": value} for name, value in row.items()},
        lambda row: {"columns": list(row), "index": [0], "data": [list(row.values())]},
        lambda row: {"tags": [{"name": "gỗ"}, {"name": "Nga"}], "articles": [row]},
    ],
    ids=["two steps in", "a search server", "under its address", "column by column", "names and cells", "a list of tags"],
)
def test_the_articles_are_found_inside_the_json(tmp_path, around):
    data = around({"title": TITLE, "content": TEXT})
    assert [(row["title"], row["text"]) for row in articles(tmp_path, "tin.json", as_json(data))] == [(TITLE, TEXT)]


def test_lines_of_json_under_the_ending_of_the_other_kind_are_read(tmp_path):
    rows = [{"title": TITLE, "content": TEXT}] * 2
    assert len(articles(tmp_path, "tin.json", "\n".join(map(as_json, rows)))) == 2
    (tmp_path / "tin.json").unlink()
    assert len(articles(tmp_path, "tin.jsonl", json.dumps(rows, indent=1))) == 2


def test_a_lone_quotation_mark_at_the_head_of_a_cell_swallows_no_rows(tmp_path):
    lines = [["title", "date", "content"], ['"Ván mỏng lên tàu', "04/11/2025", PARAGRAPHS[0]], [TITLE, "05/11/2025", PARAGRAPHS[1]]]
    found = articles(tmp_path, "bang.tsv", "\n".join(map("\t".join, lines)))
    assert [(row["title"], row["text"]) for row in found] == [('"Ván mỏng lên tàu', PARAGRAPHS[0]), (TITLE, PARAGRAPHS[1])]


def test_what_a_data_set_keeps_apart_from_the_text_is_told_too(tmp_path):
    row = {"text": TEXT, "meta": {"title": TITLE, "date": "2025-11-04", "url": URL, "text": "x"}, "id": 4}
    (found,) = articles(tmp_path, "tin.jsonl", as_json(row))
    assert (found["title"], found["text"], str(found["published"])[:10]) == (TITLE, TEXT, "2025-11-04")


@pytest.mark.parametrize("nothing", ["nan", "None", "NULL", "", "\\N", "[]", 12, [3, 4]])
def test_a_cell_that_says_nothing_gives_no_author_and_no_section(tmp_path, nothing):
    row = {"title": TITLE, "content": TEXT, "author": nothing, "category": nothing, "publisher": nothing}
    (found,) = articles(tmp_path, "tin.json", as_json([row]))
    assert (found["author"], found["section"]) == (None, None) and "nan" not in str(found["outlet"])


@pytest.mark.parametrize(
    "author", [{"name": "Đỗ Mẫu"}, [{"name": "Đỗ Mẫu"}], "['Đỗ Mẫu']", ["Đỗ Mẫu"], "<a href='/tac-gia/1'>Đỗ Mẫu</a>"]
)
def test_an_author_is_a_name_in_whatever_the_program_wrote_it(tmp_path, author):
    (row,) = articles(tmp_path, "tin.json", as_json([{"title": TITLE, "content": TEXT, "author": author}]))
    assert row["author"] == "Đỗ Mẫu"


def test_the_column_of_the_source_names_the_outlet_an_address_or_a_credit(tmp_path):
    told = [{"name": "Báo Phủ Lý"}, URL, "Theo TTXVN"]
    lines = "\n".join(as_json({"title": TITLE, "content": TEXT, "source": each}) for each in told)
    found = articles(tmp_path, "tin.jsonl", lines)
    assert [row["outlet"] for row in found] == ["Báo Phủ Lý", "gomau.example", None]
    assert [row["source"] for row in found] == [None, None, "TTXVN"] and {row["text"] for row in found} == {TEXT}


def test_a_lede_that_a_program_cut_is_not_told_twice():
    for cut in (PARAGRAPHS[0][:70] + "...", PARAGRAPHS[0], f"<p>{PARAGRAPHS[0][:70]} [&hellip;]</p>"):
        row = as_json([{"title": TITLE, "content": MARKUP, "description": cut}])
        source = formats.parse(row.encode(), "tin.json").parts[0]
        assert pages.clean(source.text, source.name, source.metadata).text.split("\n") == PARAGRAPHS
    told = as_json([{"title": TITLE, "content": "\n".join(PARAGRAPHS[1:]), "sapo": PARAGRAPHS[0]}])
    assert formats.parse(told.encode(), "tin.json").parts[0].text == TEXT


def test_a_reader_may_write_the_day_as_viet_nam_does(tmp_path):
    (tmp_path / "a.txt").write_text(f"{TITLE}\n{TEXT}", encoding="utf-8")
    (tmp_path / "a.txt.toml").write_text('published = "4/11/2025"', encoding="utf-8")
    assert str(utils.load_corpus(tmp_path)["published"][0])[:10] == "2025-11-04"
    (tmp_path / "a.txt.toml").write_text('published = "đầu tháng 11"', encoding="utf-8")
    row = utils.load_corpus(tmp_path).iloc[0]
    assert str(row["published"]) == "NaT" and "write 2025-05-09" in row["problem"]


def workbook(path, *sheets):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def test_a_spreadsheet_is_read_as_a_table_whichever_of_its_sheets_holds_the_articles(tmp_path):
    names = ["STT", "Tiêu đề", "Ngày đăng", "Tác giả", "Nội dung", "Link"]
    rows = [[1, TITLE, datetime(2025, 11, 4, 16, 20), "Đỗ Mẫu", TEXT, URL], [2, TITLE, date(2025, 11, 5), None, TEXT, None]]
    workbook(tmp_path / "bang.xlsx", ("Ghi chú", [["Người lập", "Vi Thử"]]), ("Bài", [names, *rows]))
    first, second = utils.load_corpus(tmp_path).to_dict("records")
    assert (first["title"], first["text"], first["author"], first["file"]) == (TITLE, TEXT, "Đỗ Mẫu", "bang.xlsx#1")
    assert [str(row["published"])[:16] for row in (first, second)] == ["2025-11-04 16:20", "2025-11-05 00:00"]
    assert second["author"] is None and first["outlet"] == "gomau.example"


def test_line_ends_that_a_spreadsheet_writes_out_are_line_ends(tmp_path):
    workbook(tmp_path / "bang.xlsx", ("Bài", [["title", "content"], [TITLE, "_x000D_\n".join(PARAGRAPHS)]]))
    assert utils.load_corpus(tmp_path)["text"][0] == TEXT


def test_a_number_in_a_spreadsheet_that_is_shown_as_a_number_is_no_day(tmp_path):
    workbook(tmp_path / "bang.xlsx", ("Bài", [["title", "content", "date"], [TITLE, TEXT, 45965.68]]))
    assert str(utils.load_corpus(tmp_path)["published"][0]) == "NaT"


def test_a_spreadsheet_without_articles_says_so(tmp_path):
    workbook(tmp_path / "bang.xlsx", ("Giá", [["Mặt hàng", "Giá"], ["Ván ép", 120]]))
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04 hong")
    problems = utils.load_corpus(tmp_path)["problem"].tolist()
    assert "no column with the article's text" in problems[0] and "damaged" in problems[1]


RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Báo Phủ Lý'
    "</title><item><title>{title}</title><media:title>Xưởng gỗ</media:title><link>{url}</link><dc:creator>Đỗ Mẫu</dc:creator>"
    "<pubDate>Tue, 04 Nov 2025 16:20:00 +0700</pubDate><category>Kinh tế</category><category>Nga</category>"
    "<description><![CDATA[<a href='{url}'><img src='x.jpg'></a>{first}]]></description>{content}</item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo Phủ Lý</title><entry><title>{title}</title><link rel="replies" '
    'href="https://x.example/1"/><link href="{url}"/><author><name>Đỗ Mẫu</name></author><published>2025-11-04T16:20:00+07:00'
    '</published><updated>2025-12-01T00:00:00Z</updated><content type="html">{content}</content></entry></feed>'
)


@pytest.mark.parametrize(
    "feed, paragraphs",
    [
        (RSS.format(title=TITLE, url=URL, first=PARAGRAPHS[0],
                    content=f"<content:encoded><![CDATA[{MARKUP}]]></content:encoded>"), PARAGRAPHS),
        (RSS.format(title=TITLE, url=URL, first=PARAGRAPHS[0], content=""), PARAGRAPHS[:1]),
        (ATOM.format(title=TITLE, url=URL, content=MARKUP.replace("<", "&lt;")), PARAGRAPHS),
    ],
    ids=["with the whole text", "of teasers", "Atom"],
)  # fmt: skip
def test_a_feed_gives_an_article_an_entry(tmp_path, feed, paragraphs):
    (row,) = articles(tmp_path, "tin.xml", feed)
    assert (row["title"], row["author"], row["outlet"]) == (TITLE, "Đỗ Mẫu", "Báo Phủ Lý")
    assert str(row["published"]) == "2025-11-04 16:20:00+07:00" and row["text"].split("\n") == paragraphs
    assert formats.parse(feed.encode(), "tin.rss").parts[0].metadata["url"] == URL


@pytest.mark.parametrize(
    "xml, words",
    [
        ("<note><to>Vi Thử</to></note>", "no feed"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><rss><item><title>&a;</title></item></rss>', "entities"),
        ("không phải xml", "XML"),
    ],
)
def test_xml_that_is_no_feed_says_so(tmp_path, xml, words):
    (row,) = articles(tmp_path, "tin.xml", xml)
    assert words in row["problem"] and row["text"] == ""
