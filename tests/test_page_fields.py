"""What a page says of itself: its outlet by a line of its own, and the fields that the head of a web page states."""

import json

import pytest

from analysis import formats, pages

TITLE = "Phà chở cam từ Cửa Lục tới Nakhodka chạy thử"
TEXT = (
    "Sáng nay, chiếc phà sơn xanh rời cầu cảng số hai với ba mươi xe lạnh chở cam. Lái xe đi cùng hàng, ngủ ở tầng trên.",
    "Thuyền trưởng nói sóng ở eo biển cao hơn dự báo nên phà phải giảm tốc một đêm. Không xe nào hỏng máy lạnh.",
)
DAY = "Thứ năm, 09/10/2025 08:15"


def read(*lines):
    return pages.clean("\n".join(lines), "page.txt")


def web(tmp_path, head="", above="", below=""):
    """The page of HTML with these parts."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    path = tmp_path / "page.html"
    body = f"<h1>{TITLE}</h1>{above}{text}{below}"
    path.write_text(f"<html lang='vi'><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    source = formats.read(path)
    return pages.clean(source.text, path.name, source.metadata)


def linked(**fields):
    """One block of JSON-LD."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle"} | fields
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def test_a_line_with_only_the_papers_name_above_the_date_says_whose_page_it_is():
    page = read("Báo Tin tức", DAY, TITLE, *TEXT, "Khuất Duy Bình/Báo Tin tức")
    assert (page.outlet, page.author, page.source) == ("Báo Tin tức", "Khuất Duy Bình", None)


def test_the_papers_own_dateline_credits_nobody():
    page = read(TITLE, "*VnEconomy* - 12/3/2024", *TEXT)
    assert (page.outlet, page.source, page.published) == ("VnEconomy", None, "2024-03-12")


def test_on_a_page_that_links_the_original_the_papers_name_is_the_source():
    page = read(TITLE, "Báo Tin tức", DAY, *TEXT, "Nguồn: https://baotintuc.vn/kinh-te/pha-cho-cam.html")
    assert (page.outlet, page.source) == (None, "Báo Tin tức")


def test_a_menu_with_the_name_of_a_paper_in_it_names_no_outlet():
    assert read("Kinh tế", "Thanh niên", "Công Thương", TITLE, DAY, *TEXT).outlet is None


@pytest.mark.parametrize(
    "opening, outlet", [("(Cualuc.vn) - ", "Cualuc.vn"), ("(Hà Nội) - ", None), ("(TTXVN) - ", None), ("", None)]
)
def test_the_address_in_brackets_before_the_text_names_the_outlet(opening, outlet):
    assert read(TITLE, DAY, opening + TEXT[0], TEXT[1]).outlet == outlet


def test_who_signs_the_last_line_is_no_outlet():
    assert read(TITLE, DAY, *TEXT, "V.Trường").outlet is None


def test_the_day_of_the_visit_at_the_top_is_not_when_it_was_published():
    page = read("Thứ hai, 24/11/2025", TITLE, "Cập nhật lúc 12:28, 17/02/2025", *TEXT)
    assert page.published == "2025-02-17T12:28:00"


def test_the_day_of_a_piece_that_is_cited_is_not_when_it_was_published():
    page = read(TITLE, "Nguồn: Pyotr Ilmenev, “Паром на юг”, Moryak Primorya, 09/10/2025", *TEXT)
    assert (page.published, page.source) == (None, "Moryak Primorya")


def test_a_menu_item_that_comes_back_in_the_foot_does_not_hide_the_title():
    menu = ["Tin tức - Sự kiện", "Thủ tục hành chính", "Hỏi đáp trực tuyến", "Liên hệ"]
    assert read(*menu, TITLE, DAY, *TEXT, "Tin liên quan", *menu).title == TITLE


def test_a_headline_that_announces_a_correction_is_the_title_and_no_notice():
    headline = "Đính chính: Phà chở cam từ Cửa Lục giảm tốc một đêm, không phải hai"
    page = read("Kinh tế", headline, DAY, *TEXT)
    assert (page.title, page.section) == (headline, "Kinh tế")


def test_a_correction_in_a_line_of_its_own_below_the_text_is_no_title():
    note = "Đính chính: Chiếc phà ở cầu cảng số hai chở ba mươi xe lạnh, không phải mười ba xe."
    assert read(TITLE, DAY, *TEXT, note, "10/10/2025 09:00").title == TITLE


def test_a_title_broken_into_two_lines_above_its_date_is_one():
    halves = "Phà chở cam và bưởi từ Cửa Lục tới Nakhodka mất bảy ngày rưỡi", "nhanh hơn tàu hàng gần một nửa thời gian"
    page = read("Trang chủ > Kinh tế", *halves, DAY, *TEXT)
    assert page.title == " ".join(halves)
    assert not page.lines[2].kept


def test_of_several_articles_in_the_head_the_one_with_the_pages_title_counts(tmp_path):
    other = linked(
        headline="Chợ đêm kéo dài hai giờ", datePublished="2025-10-12T05:00:00+07:00", articleSection="Đời sống"
    )
    own = linked(
        headline=TITLE,
        datePublished="2025-10-09T08:15:00+07:00",
        articleSection=["Kinh tế", "Giao thông"],
        author=[{"@type": "Person", "name": "Vũ Thùy Dương"}, {"@type": "Person", "name": "Tạ Kim Quy"}],
    )
    page = web(tmp_path, f"<title>{TITLE}</title>{other}{own}")
    assert (page.published, page.section) == ("2025-10-09T08:15:00+07:00", "Kinh tế")
    assert page.author == "Vũ Thùy Dương, Tạ Kim Quy"


def test_a_paper_named_as_its_own_author_is_the_outlet_and_who_signs_the_author(tmp_path):
    paper = "Báo Cửa Lục"
    head = linked(
        headline=TITLE, author={"@type": "Person", "name": paper}, publisher={"@type": "Organization", "name": paper}
    )
    page = web(tmp_path, head, below="<p><strong>Vũ Thùy Dương</strong></p>")
    assert (page.outlet, page.author) == (paper, "Vũ Thùy Dương")


@pytest.mark.parametrize("mark", ['<a rel="author" href="/tg">{}</a>', '<span itemprop="author"><b>{}</b></span>'])
def test_the_one_name_marked_as_the_authors_is_read(tmp_path, mark):
    page = web(tmp_path, '<meta name="author" content="cualuc.vn">', mark.format("Vũ Thùy Dương"))
    assert page.author == "Vũ Thùy Dương"


def test_a_day_in_american_figures_gives_way_to_the_printed_one(tmp_path):
    head = '<meta property="article:published_time" content="10/9/2025 8:15:00 AM">'
    assert web(tmp_path, head, f"<span>{DAY}</span>").published == "2025-10-09T08:15:00"


@pytest.mark.parametrize(
    "stated, read_as",
    [
        ("2025-10-09T08:15:00", "2025-10-09T08:15:00"),
        ("2025-10-09T08:15:00+07:00", "2025-10-09T08:15:00+07:00"),
        ("2025-10-09T01:15:00Z", "2025-10-09T01:15:00+00:00"),
    ],
)
def test_the_time_in_the_head_keeps_its_zone_and_gets_none(tmp_path, stated, read_as):
    head = f'<meta property="article:published_time" content="{stated}">'
    changed = '<meta property="article:modified_time" content="2025-10-11T10:00:00+07:00">'
    assert web(tmp_path, head + changed).published == read_as


@pytest.mark.parametrize(
    "line, author, source",
    [
        ("Bùi Mộc Lan | Theo Nhịp đời cửa biển", "Bùi Mộc Lan", "Nhịp đời cửa biển"),
        ("Bùi Mộc Lan • Theo Cua Luc News", "Bùi Mộc Lan", "Cua Luc News"),
        ("NINH THỊ MỘC", "NINH THỊ MỘC", None),
        ("THÀNH THỊ MỚI", None, None),
        ("/Vụ Đông Bắc Á/", None, "Vụ Đông Bắc Á"),
        ("Phòng Báo chí, Tổng Lãnh sự quán", None, None),
        ("Phòng Thủy sản, Sở Nông nghiệp tỉnh", None, "Phòng Thủy sản, Sở Nông nghiệp tỉnh"),
    ],
)
def test_the_line_below_the_text_names_the_writer_or_who_is_credited(line, author, source):
    page = read(TITLE, DAY, *TEXT, line)
    assert (page.author, page.source) == (author, source)


ORIGINAL = "https://nhipdoi.example/pha-cho-cam-chay-thu-20251009.html"


@pytest.mark.parametrize(
    "lines, address",
    [
        (["Giá cam sành ở chợ đầu mối tăng gấp đôi sau bão", "Link bài gốc", "Lấy link!", ORIGINAL], ORIGINAL),
        (["Giá cam sành ở chợ đầu mối tăng gấp đôi sau bão", "Theo dõi phà", ORIGINAL], None),
        (["Toàn văn bài viết in trên số báo cuối tuần, phát hành sáng thứ sáu.", ORIGINAL], None),
        (["Khuất Duy Bình", ORIGINAL], ORIGINAL),
    ],
)
def test_the_address_of_the_original_is_told_from_other_links(lines, address):
    assert read("Nhịp cửa sông", DAY, TITLE, *TEXT, *lines).source_url == address


def test_a_title_closed_with_a_full_stop_right_over_its_date_is_the_title():
    page = read(
        "Phà chở cam từ Cửa Lục tới Nakhodka chạy thử ba mươi xe.", "08:15 | 09/10/2025 Print   E-mail", "", *TEXT
    )
    assert page.title == "Phà chở cam từ Cửa Lục tới Nakhodka chạy thử ba mươi xe."
    assert page.text == "\n".join(TEXT)


def test_the_first_line_right_over_its_date_is_the_title_though_the_text_tells_another_line_again():
    told = "Phà chở cam chạy thử: Ba mươi xe lạnh"
    more = (
        "Ba mươi xe lạnh chở cam nằm yên dưới hầm phà trong suốt chuyến chạy thử. Phà ghé hai bến để xe lạnh nạp điện."
    )
    page = read("Bản tin bến cảng số 41/2025", DAY, "", told, "", *TEXT, *3 * [more])
    assert page.title == "Bản tin bến cảng số 41/2025"


def test_the_line_said_twice_at_the_very_top_is_the_title():
    page = read("https://baomau.example/pha-cho-cam.html", "Cam đi phà tới Nakhodka", "Cam đi phà tới Nakhodka", *TEXT)
    assert page.title == "Cam đi phà tới Nakhodka"


@pytest.mark.parametrize("buttons", ["Lượt xem: 4395 |   In bài viết | ", "In bài viết |   Gửi email | "])
def test_the_date_among_the_cells_of_buttons_is_the_pages(buttons):
    assert read(TITLE, f"08:39 AM 25/10/2017 |   {buttons}", "", *TEXT).published == "2017-10-25T08:39:00"


def test_the_switch_of_a_table_of_contents_is_no_section():
    assert read("19/05/2025", TITLE, "Mục lục (Ẩn / Hiện)", *TEXT).section is None


def test_a_credit_whose_first_word_is_printed_twice_names_the_outlet_alone():
    assert read(TITLE, DAY, *TEXT, "Theo Theo Vietnam+").source == "Vietnam+"


ARMY = "Quốc phòng an ninh"
MENU = "Trang chủ\tThời sự\tQuốc phòng an ninh\tKinh tế biển\tVăn hóa\tBạn đọc"


@pytest.mark.parametrize(
    "above, section",
    [
        ([MENU, f"{ARMY}\tBộ đội biên phòng Cửa Lục"], f"{ARMY} > Bộ đội biên phòng Cửa Lục"),
        (["* Trang chủ <https://cualuc.example/>", "", "Kinh tế <https://cualuc.example/kinh-te>", ""], "Kinh tế"),
        (["Trang chủ", "Tiêu điểm", "Đầu tư", "Tài chính", "Hạ tầng", "Dân sinh", "Tiêu điểm", ""], "Tiêu điểm"),
        (["Trang chủ", "Tiêu điểm", "Đầu tư", "Tài chính", "Hạ tầng", "Dân sinh", ""], None),
        (["Bến tàu / Phà biển", ""], "Bến tàu > Phà biển"),
        (["[1]Trang chủ", "[2]Kinh tế", "[3]Văn hóa", "", "[4]Kinh tế", ""], "Kinh tế"),
    ],
)
def test_the_section_above_the_title_is_told_from_the_menu(above, section):
    assert read(*above, TITLE, DAY, *TEXT).section == section


RUN_ON = (
    "Trang chủ Tin tức Bình luận Cảng biển Tàu cá Phà sông Kho lạnh Đóng tàu Luồng lạch Hải đồ Cứu hộ Thủy văn"
    " Đăng kiểm Bảo hiểm Cước phí Tư liệu Bến bãi Nhân sự Thời tiết Thư viện Đào tạo Liên kết"
)
ADVERT = (
    "Hội chợ tàu thuyền mùa thu mở cửa ngày 25/11 tại bãi Cháy. Thuê gian hàng trước tháng Mười được bớt tiền điện."
    " Ban tổ chức nhận hồ sơ tại nhà văn hóa phường vào các buổi chiều trong tuần."
)
PLAYER = ["Bùi Mộc Lan", "Chia sẻ", "Lưu bài viết", "A A+ A++", "0:00 / 1:06"]
CARDS = ["Hai bến cá cũ thành chợ đêm", "Người vá lưới cuối cùng ở xóm chài"]


@pytest.mark.parametrize(
    "page",
    [
        ["HỘI CHỦ TÀU CỬA LỤC", ADVERT, "Bến tàu", "Phà", TITLE, DAY, *TEXT],
        [
            "Tháng chuyến phà đầu tiên của tỉnh",
            "",
            "Bến tàu / Phà biển",
            "",
            TITLE,
            "",
            DAY,
            *PLAYER,
            "",
            TEXT[0],
            "",
            *CARDS,
            "",
            TEXT[1],
            "",
            "Lễ mở bến là dịp kết thúc tháng chuyến phà đầu tiên của tỉnh.",
        ],
    ],
)
def test_the_title_is_found_below_menus_adverts_and_other_headlines(page):
    found = read(*page)
    assert (found.title, found.text[: len(TEXT[0])]) == (TITLE, TEXT[0])


@pytest.mark.parametrize("menu", [RUN_ON, "Thời sự Kinh tế Văn hóa Thể thao " + RUN_ON.removeprefix("Trang chủ ")])
def test_a_menu_run_on_without_signs_is_neither_title_nor_text(menu):
    page = read(menu, DAY, TITLE, *TEXT)
    assert (page.title, page.text) == (TITLE, "\n".join(TEXT))


def test_a_title_full_of_names_is_no_menu():
    for title in (
        "Bộ Văn hóa Thể thao Du lịch Việt Nam ký kết với Bộ Văn hóa Liên bang Nga",
        "Viễn Đông Nga gọi nhà đầu tư Cửa Lục vào nuôi cá",
    ):
        assert read(title, DAY, *TEXT).title == title


def test_the_bureau_behind_the_names_does_not_hide_who_made_the_piece():
    assert read(TITLE, DAY, *TEXT, "Thực hiện: Hạ Mẫu - Lê Bến - VOV tại Liên bang Nga").author == "Hạ Mẫu - Lê Bến"


def test_the_magazine_behind_a_name_is_neither_name_nor_section():
    page = read(TITLE, "Hạ Mẫu | Bến Cảng tạp chí", DAY, *TEXT)
    assert (page.author, page.section) == ("Hạ Mẫu", None)


def test_a_section_and_the_time_run_on_around_the_day_are_read():
    page = read(TITLE, "Du lịch09/10/202508:15", *TEXT)
    assert (page.published, page.section) == ("2025-10-09T08:15:00", "Du lịch")


def test_the_section_that_the_windows_title_names_is_read_if_the_page_links_to_it(tmp_path):
    head = f"<title>{TITLE} - Biển đảo - Bến bờ - Báo Cửa Lục</title><meta property='og:title' content='{TITLE}'>"
    menu = "<div class='top'><a href='/bd'>Biển đảo - Bến bờ</a><ul role='menu'><li><a href='/t'>Tàu</a></li></ul></div>"
    assert web(tmp_path, head + "<meta name='x' content='y'>", below=menu).section == "Biển đảo - Bến bờ"
    assert web(tmp_path, head).section is None
    assert web(tmp_path, f"<title>{TITLE} - Báo Cửa Lục</title>", below="<a href='/'>Báo Cửa Lục</a>").section is None


def test_a_path_may_be_called_by_a_longer_name(tmp_path):
    steps = "<ul class='detail-breadcrumb'><li><a href='/b'>Bến bờ</a></li><li><a href='/p'>Phà</a></li></ul>"
    assert web(tmp_path, above=steps).section == "Bến bờ > Phà"
    menu = "<ul class='menu-breadcrumb'><li><a href='/b'>Bến bờ</a></li><li><a href='/p'>Phà</a></li></ul>"
    assert web(tmp_path, above=menu).section != "Bến bờ > Phà"


def test_an_element_called_the_source_credits_whom_it_names(tmp_path):
    below = "<p class='author'>Tô Mẫu</p><p class='source'>Nhịp sống ven sông</p>"
    page = web(tmp_path, below=below)
    assert (page.author, page.source) == ("Tô Mẫu", "Nhịp sống ven sông")
    assert web(tmp_path, below="<div class='post-source'>Theo Nhịp sống ven sông</div>").source == "Nhịp sống ven sông"
    assert web(tmp_path, below="<p class='source'>Ảnh: Tô Mẫu</p>").source is None
    assert web(tmp_path, below="<p>Nhịp sống ven sông</p>").source is None


def test_signs_written_out_in_linked_data_are_read_as_signs(tmp_path):
    head = linked(headline="Ph&#224; ch&#7903; cam", articleSection="B&#7871;n b&#7901;", author={"name": "T&#244; M&#7851;u"})
    page = web(tmp_path, head)
    assert (page.section, page.author) == ("Bến bờ", "Tô Mẫu")


def test_a_section_whose_name_begins_the_title_is_a_step_of_the_path(tmp_path):
    def path(last):
        items = enumerate([("Trang chủ", "/"), ("Biển đảo", "/b"), (last, "/p")], 1)
        steps = [{"position": place, "item": {"@id": each, "name": name}} for place, (name, each) in items]
        return json.dumps({"@type": "BreadcrumbList", "itemListElement": steps}, ensure_ascii=False)

    def section(last):
        return web(tmp_path, f'<title>{TITLE}</title><script type="application/ld+json">{path(last)}</script>').section

    assert section("Phà chở cam") == "Biển đảo > Phà chở cam"
    assert section("Phà chở cam từ Cửa Lục...") == section("Phà chở cam từ Cửa Lục") == "Biển đảo"


def test_a_part_of_the_papers_name_is_no_author_and_who_a_link_leads_to_is(tmp_path):
    head = "<meta name='author' content='Cửa Lục'><meta property='og:site_name' content='Báo điện tử Cửa Lục'>"
    assert web(tmp_path, head).author is None
    link = "<div class='x1'><a href='/tac-gia/to-mau-7.htm'><img></a><a href='/tac-gia/to-mau-7.htm'>Tô Minh Mẫu</a></div>"
    assert web(tmp_path, head, above=link).author == "Tô Minh Mẫu"
    other = "<div><a href='/tac-gia/le-mau-9.htm'>Lê Thị Mẫu</a></div>"
    assert web(tmp_path, head, above=link + other).author != "Lê Thị Mẫu"
