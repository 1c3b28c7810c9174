"""Who wrote it, in which section, and what is no imprint: read from whole pages in layouts that outlets print."""

import json

import pytest
import score_pages

from analysis import authors, markup, pages

TITLE = "Chợ quê ở Perm mở thêm gian hàng Việt"
LEDE = "Gian hàng mới bán mì, miến và nước chấm, do hai gia đình người Việt cùng góp vốn mở ra."
BODY = "Khách địa phương quen dần với vị cay, và hỏi mua theo thùng thay vì từng gói như năm ngoái."


def page(*head, foot=()):
    return pages.clean("\n".join([*head, LEDE, BODY, *foot]))


@pytest.mark.parametrize("line, author", [
    ("Phan Anh Tú 17/03/2015 14:05", "Phan Anh Tú"), ("Phan Anh Tú - 13:30, 16/02/2022", "Phan Anh Tú"),
    ("Ban Thời sự-Thứ Sáu, ngày 21/06/2024 05:50 GMT+7", "Ban Thời sự"), ("27/05/2024 | 06:55 Phan Anh Tú", "Phan Anh Tú"),
    ("John Writer Saturday, December 4, 2021 09:20", "John Writer"),
    ("Đà Nẵng, 17/03/2015 14:05", None), ("Đăng lúc 16:05 12/11/2025", None), ("Thứ Bảy, 17/03/2015 14:05", None), ("Thế giới 17/03/2015 14:05", None)])
def test_a_name_beside_the_date_is_the_byline_but_a_place_or_section_is_not(line, author):
    found = page(TITLE, line)
    assert found.author == author
    assert found.published is not None


@pytest.mark.parametrize("line, author", [
    ("H. MINH (tổng hợp)", "H. MINH (tổng hợp)"), ("Phòng Truyền thông", "Phòng Truyền thông"), ("Người đăng: Lê Bộ Phận", "Lê Bộ Phận"),
    ("TTO Sài Gòn - Cơ quan khí tượng cảnh báo sóng cao, tàu nhỏ không nên ra khơi.", None)])
def test_bylines_below_the_article(line, author):
    assert page(TITLE, "17/03/2015 14:05", foot=[line]).author == author


def test_a_list_of_data_sources_is_no_credit():
    found = page(TITLE, "17/03/2015 14:05", foot=["Nguồn số liệu: https://thongke.example/2014; https://haiquan.example/bao-cao"])
    assert (found.source, found.source_url) == (None, None)


@pytest.mark.parametrize("line", [
    "Chính sách cho người đi lại cũng cần luật. Nửa đầu năm, hơn 260.000 lượt khách đã đến nước ta.",
    "Văn phòng mới mở ở Ufa nhận 1.200 bộ hồ sơ trong tuần đầu tiên, nhiều hơn cả tháng trước đó."])
def test_a_sentence_that_begins_like_an_imprint_is_text(line):
    found = pages.clean("\n".join([TITLE, "17/03/2015 14:05", LEDE, BODY, line]))
    assert found.body[-1] == line


@pytest.mark.parametrize("line", ["Điện thoại 024 3900 0011", "Văn phòng đại diện: số 5 phố Thử, Hà Nội", "Liên hệ quảng cáo 0900.111.222"])
def test_an_imprint_is_none(line):
    assert line not in pages.clean("\n".join([TITLE, "17/03/2015 14:05", LEDE, BODY, line])).text


@pytest.mark.parametrize("head, section", [
    (["Trang chủ", "Chính trị", "Xã hội", "Thế giới", "Kinh tế > Xuất nhập khẩu"], "Kinh tế > Xuất nhập khẩu"),
    (["MENU", "Thời sự", "Thế giới", "Kinh tế", "Kinh tế / Thị trường"], "Kinh tế > Thị trường"),
    (["Главная Политика Экономика В мире Общество Культура Наука"], None)])
def test_a_path_is_told_from_the_menu(head, section):
    assert page(*head, TITLE, "17/03/2015 14:05").section == section


HEADS = [(gold, text) for split, gold, text in score_pages.heads() if split == "dev"]
UNREAD = {
    "pen-name-with-capitals-and-kicker": "capitals alone name an outlet, a kicker or a person alike: None is honest",
    "blogspot": "a blog's name above its article looks like a section alone above the title",
}


@pytest.mark.parametrize("gold, text", [
    pytest.param(gold, text, id=gold["name"], marks=[pytest.mark.xfail(strict=True, reason=UNREAD[gold["name"]])] if gold["name"] in UNREAD else [])
    for gold, text in HEADS])
def test_the_fields_of_a_head_are_read_and_none_is_guessed(gold, text):
    found = pages.clean(text, "page.txt")
    wrong = {field: getattr(found, field) for field in ("title", "published", "section", "author", "source") if not score_pages.agrees(found, gold, field)}
    assert wrong == {}


@pytest.mark.parametrize("line, author", [
    ("Tin, bài, ảnh: Lâm Bích", "Lâm Bích"), ("Bài: LÂM BÍCH Ảnh: HỒ QUANG", "LÂM BÍCH"), ("Hữu Khải/TTXVN", "Hữu Khải"), ("Hữu Khải/VOV-Moscow", "Hữu Khải/VOV-Moscow"),
    ("Duy Khải - Tâm Như (P/v TTXVN tại Moskva)", "Duy Khải - Tâm Như"), ("Hạ Vi, từ Saint Petersburg", "Hạ Vi"), ("Nguyên Ủ (thực hiện)", "Nguyên Ủ"), ("Th.Bình", "Th.Bình"),
    ("Phóng viên Báo Mẫu thường trú tại LB Nga", "Phóng viên Báo Mẫu thường trú tại LB Nga"), ("Người đăng: bientap", None), ("Theo Lâm Bích (Báo Mẫu)", None),
    ("CHUYỆN HÔM NAY", None), ("TỪ KHÓA", None), ("Copy URL", None), ("Hà Nội - Moskva", None), ("Việt Nam - Liên bang Nga", None), ("Điện Biên Phủ", None), ("Tin: Bão số 3 vào Biển Đông", None)])
def test_a_byline_is_told_from_other_short_lines(line, author):
    assert authors.author_of(line) == author


@pytest.mark.parametrize("printed, iso", [
    ("14 thg 10, 2025", "2025-10-14"), ("14 Th10 2025", "2025-10-14"), ("10/14/2025 9:30 AM", "2025-10-14T09:30:00"), ("14/10/2025-09:30 AM", "2025-10-14T09:30:00"),
    ("22 июля 2025, 12:05 (МСК+7)", "2025-07-22T12:05:00+10:00"), ("Fri, 29 Aug 2025 06:45:00 +0700", "2025-08-29T06:45:00+07:00"), ("17 giờ 40 phút, ngày 13 tháng 8 năm 2025", "2025-08-13T17:40:00")])
def test_further_ways_to_print_a_date(printed, iso):
    assert page(TITLE, printed).published == iso


@pytest.mark.parametrize("path, section", [
    ('<ol class="breadcrumb"><li>Trang chủ</li><li>Kinh tế</li><li>Thị trường</li></ol>', "Kinh tế > Thị trường"),
    ('<nav aria-label="breadcrumb"><a>Văn hóa</a> › <a>Sách</a></nav>', "Văn hóa > Sách"),
    ('<div id="menu">Trang chủ Thời sự Kinh tế Văn hóa Thể thao Bạn đọc</div>', None),
    ('<div id="menu"><ul><li>Trang chủ</li><li>Thời sự</li><li>Kinh tế</li><li>Văn hóa</li><li>Bạn đọc</li></ul></div>', None),
    ('<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [{"position": 1, "item": {"name": "Trang chủ"}}, {"position": 2, "item": {"name": "Du lịch"}}, {"position": 3, "name": "Ẩm thực"}]}</script>', "Du lịch > Ẩm thực")])
def test_the_path_that_a_web_page_marks_is_its_section_and_its_menu_is_not(path, section):
    web = markup.read(f"<html><body>{path}<h1>{TITLE}</h1><p>17/03/2015 14:05</p><p>{LEDE}</p><p>{BODY}</p></body></html>")
    assert pages.clean("\n".join(web.lines), "page.html", web.told).section == section


def test_the_markup_says_the_printed_time_more_exactly_but_another_day_does_not_count():
    head = '<time datetime="2026-02-14T10:00:00+07:00">14/02/2026</time><h1>' + TITLE + '</h1><time datetime="2015-03-17T14:05:31+07:00">17/03/2015 14:05</time>'
    web = markup.read(f"<html><body>{head}<p>{LEDE}</p><p>{BODY}</p></body></html>")
    assert pages.clean("\n".join(web.lines), "page.html", web.told).published == "2015-03-17T14:05:31+07:00"


@pytest.mark.parametrize("name", ["Báo Mẫu", "admin", "https://facebook.example/baomau", "baomau.vn"])
def test_a_site_or_an_account_in_the_markup_is_no_author(name):
    web = markup.read(f'<html><head><meta property="og:site_name" content="Báo Mẫu"><meta name="author" content="{name}"></head><body><h1>{TITLE}</h1></body></html>')
    assert "author" not in web.metadata


def test_the_address_of_a_related_article_is_no_source():
    links = ["Lễ hội mì quốc tế mở cửa ở Ufa vào cuối tuần này", "https://baomau.example/le-hoi-mi.html"]
    assert page(TITLE, "17/03/2015 14:05", foot=links).source_url is None


def test_the_person_whom_an_aggregator_names_is_the_author_and_the_paper_below_the_source():
    found = page(TITLE, "17/03/2015 14:05", foot=["Theo Diệp Thu", "Nhịp sống Mẫu Copy link", "https://nhipsong.example/cho-que-perm.htm"])
    assert (found.author, found.source, found.source_url) == ("Diệp Thu", "Nhịp sống Mẫu", "https://nhipsong.example/cho-que-perm.htm")


def test_an_outlet_that_names_itself_credits_nobody():
    own = pages.clean("\n".join(["Báo Sông Mẫu", TITLE, "17/03/2015 14:05", LEDE, BODY, "Theo Báo Sông Mẫu", "© 2015 Báo Sông Mẫu. Giữ bản quyền."]))
    other = pages.clean("\n".join(["Báo Sông Mẫu", TITLE, "17/03/2015 14:05", LEDE, BODY, "Theo Báo Núi Mẫu", "© 2015 Báo Sông Mẫu. Giữ bản quyền."]))
    assert (own.source, other.source) == (None, "Báo Núi Mẫu")


@pytest.mark.parametrize("line", ["Theo Báo Núi Mẫu (16/03/2015)", "Theo Báo Núi Mẫu, ngày 16/03/2015", "Nguồn: Báo Núi Mẫu | 16/03/2015"])
def test_the_day_behind_a_credited_paper_is_not_its_name(line):
    assert page(TITLE, "17/03/2015 14:05", foot=[line]).source == "Báo Núi Mẫu"


ADDRESS = "https://chomau.example/doi-song/cho-que-o-perm-mo-them-gian-hang-viet-a123.html"


def test_the_pages_own_address_is_told_by_the_words_of_its_title():
    printed = [ADDRESS, "1/2"]
    assert page(TITLE, "17/03/2015 14:05", foot=["In bài", *printed]).source_url == ADDRESS
    assert page(TITLE, "17/03/2015 14:05", foot=["References", "1. https://chomau.example/"]).source_url is None


def test_the_hour_of_printing_at_the_top_of_each_sheet_is_no_publication():
    sheet = ["20/03/2015, 09:12", TITLE, "Báo Sông Mẫu", ADDRESS, "1/2"]
    found = page(*sheet, TITLE, "17/03/2015 14:05", foot=["20/03/2015, 09:12", TITLE, ADDRESS, "2/2"])
    assert (found.published, found.title) == ("2015-03-17T14:05:00", TITLE)


def test_the_sites_name_above_the_text_is_no_title():
    foot = ["© 2015 Sông Mẫu Việt Nam. Giữ bản quyền."]
    assert page(TITLE, "Sông Mẫu Việt Nam", "17/03/2015 14:05", foot=foot).title == TITLE


@pytest.mark.parametrize("above, stamp, author, published", [
    (["Lan Mẫu đã thêm 4 ảnh mới.", "Quản trị viên · Người đóng góp nhiều nhất"], "14 tháng 9, 2025 lúc 20:15 ·", "Lan Mẫu", "2025-09-14T20:15:00"),
    (["Chợ Việt Perm"], "14 tháng 9 lúc 20:15 · Công khai", None, None)])
def test_a_post_has_its_writer_above_and_its_words_below_the_stamp(above, stamp, author, published):
    found = page("Người Việt ở Perm và quanh vùng", "Nhóm công khai · 2 nghìn thành viên", *above, stamp)
    assert (found.title, found.section, found.author, found.published) == (None, None, author, published)
    assert page(*above, stamp, TITLE).title == TITLE


@pytest.mark.parametrize("head, section", [
    (["Năng lượng Xanh | Điện hạt nhân | 23/03/2026 16:30", TITLE], "Năng lượng Xanh > Điện hạt nhân"),
    (["Lê Thị Mẫu • Kinh tế biển • 23/03/2026 16:30", TITLE], "Kinh tế biển"),
    ([TITLE, "Đời sống - 23/03/2026 16:30"], "Đời sống"),
    ([TITLE, "Lê Thị Mẫu | 23/03/2026 16:30"], None),
    ([TITLE, "Sông Mẫu Online | 23/03/2026 16:30 | 1.204 lượt xem"], None)])
def test_what_stands_beside_the_date_is_a_section_if_it_names_nobody_and_counts_nothing(head, section):
    assert page(*head).section == section


MENU = ["Trang chủ", "Thời sự", "Kinh tế", "Đời sống", "Thể thao", "Bạn đọc"]


@pytest.mark.parametrize("between, section", [
    (["Kinh tế", "HỢP TÁC VIỆT - NGA"], "Kinh tế"), (["Kinh tế", "Kỳ 2: Chợ quê xứ người"], "Kinh tế"), (["Kinh tế", "▶ 00:00 / 02:16", "Đang tải khung hình…"], "Kinh tế"),
    (["Kinh tế", "Thị trường"], "Kinh tế > Thị trường")])
def test_a_topic_a_part_of_a_series_and_a_player_above_the_title_are_no_sections(between, section):
    assert page(*MENU, *between, TITLE, "17/03/2015 14:05").section == section


def test_the_outlets_name_before_a_section_is_left_off():
    foot = ["© 2015 MauNews. Giữ bản quyền."]
    assert page("Tin mẫu hôm nay có gì đáng chú ý", "MauNews Thị trường", TITLE, "17/03/2015 14:05", foot=foot).section == "Thị trường"


@pytest.mark.parametrize("line, author", [
    ("Người dịch: Lâm Bích", "Lâm Bích"), ("Chuyển ngữ: Lâm Bích", "Lâm Bích"), ("Lâm Bích (lược dịch từ RIA)", "Lâm Bích"), ("CTV Lâm Bích", "Lâm Bích"), ("Bút ký của Lâm Bích", "Lâm Bích"),
    ("Lâm Bích, phóng viên TTXVN tại Nga", "Lâm Bích"), ("Lâm Bích - Đài PTTH Lào Cai", "Lâm Bích"), ("H'Mai Siu", "H'Mai Siu"), ("MỘC MIÊN - LÊ BÍCH", "MỘC MIÊN - LÊ BÍCH"),
    ("Mã QR", None), ("Kênh VTV", None), ("MỘC MIÊN - SÔNG HỒNG", None)])
def test_posts_offices_and_ways_of_making_are_cut_off_a_name(line, author):
    assert authors.author_of(line) == author


@pytest.mark.parametrize("head, author", [
    ([TITLE, "🕒 14:05 17/03/2015", "👤 Lâm Bích"], "Lâm Bích"), (["Lâm Bích • Đời sống • 17/03/2015 14:05", TITLE], "Lâm Bích"), ([TITLE, "*Lâm Bích* · *17/03/2015 14:05*"], "Lâm Bích"),
    ([TITLE, "14:05 17/03/2015", *["Chia sẻ"] * 7, "Platon Averin", "Phóng viên, bình luận viên"], "Platon Averin")])
def test_a_name_behind_a_sign_above_the_title_in_italics_or_above_its_post_is_the_byline(head, author):
    found = page(*head)
    assert (found.author, found.published) == (author, "2015-03-17T14:05:00")


def test_a_paper_credited_beside_the_date_is_the_source():
    found = page(TITLE, "Nguồn: Báo Núi Mẫu | 17/03/2015")
    assert (found.source, found.published) == ("Báo Núi Mẫu", "2015-03-17")


def test_links_of_markdown_are_read_as_their_words():
    assert page("[Trang chủ](https://baomau.example/) / [Đời sống](https://baomau.example/doi-song)", f"# {TITLE}", "17/03/2015 14:05").section == "Đời sống"


def test_the_data_for_search_engines_in_a_saved_page_tell_its_fields_and_are_no_text():
    told = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2015-03-17T14:05:00+07:00", "author": {"@type": "Person", "name": "Lâm Bích"}}
    data = json.dumps({"@context": "https://schema.org"} | told, ensure_ascii=False)
    found = page(data, "Đời sống", TITLE, "17/03/2015 14:05")
    assert (found.title, found.author, found.published, found.section) == (TITLE, "Lâm Bích", "2015-03-17T14:05:00+07:00", "Đời sống")
    assert data not in found.text
    assert page('{"@context": "https://schema.org", "@type": "NewsArticle", "author": "admin"}', TITLE).author is None


@pytest.mark.parametrize("head, section, published", [
    (["Đời sống    Thứ 3, 17/03/2015, 14:05", TITLE], "Đời sống", "2015-03-17T14:05:00"), ([TITLE, "chomau.example • Đời sống • 17 thg 3, 2015"], "Đời sống", "2015-03-17"),
    (["Bạn đang ở: Trang chủ / Đời sống / Chợ quê", TITLE, "17/03/2015 14:05"], "Đời sống > Chợ quê", "2015-03-17T14:05:00"),
    ([TITLE, "Số 26, 17/03/2015"], None, "2015-03-17")])
def test_sections_and_days_stand_in_one_line_in_many_ways(head, section, published):
    found = page(*head)
    assert (found.section, found.published) == (section, published)


def test_the_name_with_which_the_text_opens_credits_nobody_below_it_but_an_agency_is_credited():
    def read(opening, credit):
        return pages.clean("\n".join([TITLE, "17/03/2015 14:05", f"({opening}) - {LEDE}", BODY, f"Theo {credit}"])).source
    assert read("Ngày Mẫu", "Ngày Mẫu") is None
    assert read("TTXVN", "TTXVN") == "TTXVN"
    assert read("Ngày Mẫu", "Báo Núi Mẫu") == "Báo Núi Mẫu"


@pytest.mark.parametrize("line, author", [
    ("TS. Lưu Bá Mẫu, Viện Chợ quê", "TS. Lưu Bá Mẫu"), ("Tác giả: Lâm Bích - Phòng Văn hóa", "Lâm Bích"), ("Ảnh & bài: Lâm Bích", "Lâm Bích"), ("Ảnh: Lâm Bích", None)])
def test_the_writers_office_is_cut_off_and_pictures_may_be_named_first(line, author):
    assert page(TITLE, "17/03/2015 14:05", foot=[line]).author == author


@pytest.mark.parametrize("head, foot, fields", [
    ([TITLE, "Lượt xem: 96 | Tác giả: Lâm Bích", "17/03/2015 14:05"], [], {"author": "Lâm Bích"}),
    ([TITLE, "17/03/2015 14:05"], ["Từ khóa: chợ quê, Perm", "Tác giả: Lâm Bích - Ảnh: Hồ Quang"], {"author": "Lâm Bích"}),
    ([TITLE, "17/03/2015 14:05"], ["Theo Lâm Bích/Báo Núi Mẫu"], {"author": "Lâm Bích", "source": "Báo Núi Mẫu"}),
    ([TITLE, "17/03/2015 14:05"], ["Lâm Bích (lược dịch)", "Nguồn: Portmau, ngày 16/03/2015"], {"author": "Lâm Bích", "source": "Portmau", "published": "2015-03-17T14:05:00"}),
    (["Truyền hình", "Đời sống", TITLE, "Ban Văn nghệ", "17/03/2015 14:05"], [], {"section": "Đời sống", "author": "Ban Văn nghệ"}),
    (["Bạn đang xem: Trang chủ » Đời sống » Chợ quê", TITLE, "17/03/2015 14:05"], [], {"section": "Đời sống > Chợ quê"})])
def test_fields_are_found_among_counters_tags_credits_and_media(head, foot, fields):
    found = page(*head, foot=foot)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize("above, section", [
    (["[Đời sống] / [Chợ quê]"], "Đời sống > Chợ quê"), (["Đời sống", "Theo dõi Báo Mẫu trên", "Nghe bài"], "Đời sống"), (["Tin nóng", "Đời sống"], "Đời sống"), (["VĂN HÓA - GIẢI TRÍ", "ÂM NHẠC"], "Văn hóa - giải trí > Âm nhạc")])
def test_sections_in_brackets_above_buttons_and_below_blocks(above, section):
    assert page(*above, TITLE, "17/03/2015 14:05").section == section


def test_several_agencies_in_brackets_are_the_source_of_a_writers_text():
    found = page(TITLE, "17/03/2015 14:05", foot=["Lâm Bích (TTXVN/Vietnam+)"])
    assert (found.author, found.source) == ("Lâm Bích", "TTXVN/Vietnam+")


@pytest.mark.parametrize(
    ("top", "outlet", "section"),
    [
        ("SôngLôNews | Kinh tế", "SôngLôNews", "Kinh tế"),
        ("Znews Kinh doanh", "Znews", "Kinh doanh"),
        ("Đời sống & Pháp luật | Xã hội", "Đời sống & Pháp luật", "Xã hội"),
        ("Kinh tế | Thị trường", None, "Kinh tế > Thị trường"),
    ],
)
def test_an_outlets_name_before_the_section_is_the_outlet(top, outlet, section):
    text = [
        "Vườn chè mẫu giao lứa đầu cho hiệu trà Kazan",
        "14/10/2025 09:03",
        "Hai bên họp ở Hà Nội để bàn cách đưa chè mẫu sang Kazan trong quý tới, theo ông Lê Mẫu.",
        "Các nhà vườn nói chè đã sẵn sàng. Giá tăng 12% so với năm ngoái và còn có thể tăng.",
    ]
    page = pages.clean("\n".join([top, *text]))
    assert (page.outlet, page.section, page.title) == (outlet, section, text[0])


def test_a_byline_with_an_agency_and_a_date_gives_author_source_and_day():
    page = pages.clean(
        "Đoàn kịch rối mẫu lưu diễn ở Omsk\nHạ Vi, RFI, 16/04/2022\nĐoàn diễn sáu đêm ở nhà hát bên sông, đêm nào cũng kín chỗ.\n"
        "Trẻ em được lên sân khấu thử rối. Vé bán hết trong hai ngày, theo ban tổ chức."
    )
    assert (page.author, page.source, page.published) == ("Hạ Vi", "RFI", "2022-04-16")


def test_a_caption_without_a_credit_is_no_title_because_a_date_stands_above_the_text():
    page = pages.clean(
        "Làng hoa mẫu mở lớp dạy nghề cho học viên Tula\n\n2025-01-17 19:49:26\n\n"
        "Lớp có hai mươi chỗ và kéo dài ba tháng. Học viên được ở nhà dân, ăn cơm cùng chủ nhà và ra vườn từ năm giờ sáng.\n\n"
        "Học viên trong vườn hoa\n\n"
        "Học phí do hai bên chia đôi. Người học xong được cấp chứng chỉ và có thể ở lại làm thêm một vụ hoa Tết tại làng."
    )
    assert page.title == "Làng hoa mẫu mở lớp dạy nghề cho học viên Tula"


def test_a_section_of_two_fields_above_the_title_is_no_title_and_the_name_in_capitals_with_a_star_is_the_author():
    lines = [
        "Phiên bản để in",
        "06:40 | 29/08/2025",
        "Thủy lợi & Nước sạch nông thôn",
        "Trạm bơm nổi trên sông mẫu: bài toán của mùa cạn và câu hỏi cho làng ven đê",
        "LỮ THẾ MẪU (*)",
        "Trạm bơm nổi đã chạy thử hai mùa. Bài viết tính xem nước lên được bao nhiêu ruộng và ai trả tiền điện cho máy.",
        "Mỗi giờ máy ăn 18 số điện. Bốn xã chia nhau tiền theo diện tích, xã nào ruộng cao thì được bớt một phần mười.",
        "Nếu mùa cạn kéo dài thêm một tháng, tiền điện sẽ vượt tiền thu. Lúc ấy làng phải chọn giữa cấy muộn và bỏ vụ.",
        "(*) Kỹ sư độc lập, nguyên trưởng trạm thủy nông.",
    ]
    read = pages.clean("\n".join(lines))
    assert (read.title, read.section, read.author) == (lines[3], lines[2], "LỮ THẾ MẪU")
    assert [line.text for line in read.lines if line.kept] == lines[5:8]


def test_a_papers_name_alone_between_title_and_date_is_the_credited_source():
    read = pages.clean(f"{TITLE}\nNgười Đưa Tin\n14/01/2026 06:29\n{LEDE}\n{BODY}")
    assert (read.source, read.author) == ("Người Đưa Tin", None)


@pytest.mark.parametrize(
    ("menu", "section"),
    [
        ("Thời sự | Thế giới | ► Kinh tế | Văn hóa | Thể thao", "Kinh tế"),
        ("Thời sự  Thế giới  [Kinh tế]  Văn hóa  Thể thao", "Kinh tế"),
        ("Thời sự | Thế giới | KINH TẾ | Văn hóa | Thể thao", "Kinh tế"),
        ("Thời sự | Thế giới | Kinh tế | Văn hóa | Thể thao", None),
        ("[Thời sự] [Thế giới] [Kinh tế] [Văn hóa] [Thể thao]", None),
    ],
)
def test_the_one_item_that_a_menu_marks_is_the_section(menu, section):
    assert pages.clean(f"{menu}\n{TITLE}\n14/01/2026 06:29\n{LEDE}\n{BODY}").section == section


def test_a_keyword_below_the_text_is_no_signature_although_it_is_one_short_word():
    text = "Từ khi có kho LNG mới, gian hàng ở Perm nấu mì bằng khí thay cho than, khói không còn bay sang hàng bên."
    signed = [page(TITLE, "17/03/2015 14:05", text, foot=[foot]).author for foot in ("LNG", "Perm", "HM")]
    assert signed == [None, None, "HM"]


def test_the_bar_between_two_sections_is_in_neither():
    items = "".join(f"<li><a href='/x'>{name}</a></li>" for name in ("Kinh doanh", "Hàng hóa", "Thế giới", "Du lịch"))
    path = "<ul class='breadcrumb'><li><a href='/k'>Kinh doanh</a><a href='/h'>Hàng hóa</a></li></ul>"
    web = markup.read(
        f"<nav><ul>{items}</ul></nav><div>{path}<span class='date'>Thứ ba, 3/11/2026, 05:30"
        f"</span><h1>{TITLE}</h1><p>{LEDE}</p><p>{BODY}</p></div>"
    )
    found = pages.clean("\n".join(web.lines), "page.html", web.told)
    assert found.section == "Kinh doanh > Hàng hóa"


def test_a_name_below_a_label_that_stands_alone_signs_the_article():
    body = [f"Xưởng gỗ số {n} đóng xong lô bàn ghế cho khách ở Kazan và chờ tàu chở đi trong tuần tới." for n in range(4)]
    page = ["Xưởng gỗ gửi hàng đi Kazan", "07:15 03/02/2025", *body, "", "Tin, ảnh:", "", "KHÚC VĂN MẪU - THI MẪU", "", "* Mời xem thêm"]
    assert pages.clean("\n".join(page), "page.txt").author == "KHÚC VĂN MẪU - THI MẪU"


def test_a_comma_behind_a_name_is_none_of_it():
    assert authors.author_of("Hạ Mẫu,") == "Hạ Mẫu"
