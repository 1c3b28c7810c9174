"""Excerpts copied out of pages of the web, without head or foot: what stands among the paragraphs, and the fields left."""

import pytest

from analysis import pages
from analysis.authors import author_of

TEXT = [
    "Hội thảo có hiệp hội gỗ, sở công thương và chừng bốn mươi doanh nghiệp của hai nước tới dự trong hai ngày.",
    "Tham tán thương mại cho biết năm 2024 hàng gỗ bán sang Nga được 36 triệu USD, tăng 11 % so với năm 2023.",
    "Theo phía Kaluga, mấy năm nay người mua ván ép đông dần, nhưng cước tàu làm giá đội lên 15 %.",
    "Các bên lập một nhóm bàn về vận tải, họp lần đầu vào tháng 3 ở Vladivostok để xem tuyến tàu mới.",
]


def read(*lines):
    return pages.clean("\n\n".join(lines), "page.txt")


def between(line):
    """What is kept where a line stands between the second and the third paragraph."""
    return read(*TEXT[:2], line, *TEXT[2:])


@pytest.mark.parametrize(
    "name",
    ["image014-1880-2210574", "IMG-20240512-WA0003", "DSC_0417", "khach_tham_xuong_crop1518177587_ab_960", "z5123400771_b"],
)
def test_the_name_of_a_picture_without_its_ending_is_no_subhead(name):
    assert between(name).text.split("\n") == TEXT


@pytest.mark.parametrize("head", ["Nhóm vận tải 2024-2025", "COVID-19", "Sau ngày 19-5", "Dự án A_1"])
def test_words_with_figures_and_dashes_are_no_picture(head):
    assert head in between(head).text.split("\n")


@pytest.mark.parametrize("end", ["”", "”."])
def test_the_name_of_an_occasion_alone_is_the_caption_of_a_picture_and_parts_nothing_from_the_text(end):
    line = f"Hội thảo “Mở lối cho ván ép và đồ gỗ nội thất Việt Nam vào các tỉnh miền Trung nước Nga{end}"
    assert between(line).text.split("\n") == TEXT and read(*TEXT[:2], line, TEXT[2]).text.split("\n") == TEXT[:3]
    assert line in between(line).captions


def test_a_saying_about_an_occasion_is_text():
    line = "Hội thảo “Mở lối cho ván ép vào miền Trung nước Nga” khép lại với chín biên bản được ký."
    assert line in between(line).text


def test_a_caption_in_a_table_of_one_cell_is_no_title():
    page = pages.clean("\n".join(["|", "Phó chủ tịch tỉnh phát biểu tại buổi gặp gỡ 40 doanh nghiệp |", *TEXT]), "page.txt")
    assert page.title is None and page.text.split("\n") == TEXT


@pytest.mark.parametrize("name", ["Chị Thảo", "Bà Mai Lan", "Bác Năm"])
def test_who_is_called_by_her_age_signs_nothing(name):
    assert author_of(name) is None
    assert between(f"Bán được một lô là mừng cả tháng\n{name}").author is None


def test_pen_names_that_sound_like_an_address_sign():
    assert (author_of("Anh Minh"), author_of("Ông Cao Mẫu")) == ("Anh Minh", "Ông Cao Mẫu")


def test_the_number_of_a_chapter_is_no_initial():
    assert (author_of("I. TỔNG QUAN"), author_of("V. KẾT LUẬN CHUNG"), author_of("V.HÀ")) == (None, None, "V.HÀ")


def test_a_labelled_byline_over_a_text_without_a_title_names_the_author():
    assert read("Tác giả: Tobias Mausov", "Lê Thử dịch", *TEXT).author == "Tobias Mausov"


@pytest.mark.parametrize(
    "path, section",
    [
        ("Tin tức » Tin kinh tế » Xuất khẩu 24.08.2017 00:15", "Tin tức > Tin kinh tế > Xuất khẩu"),
        ("Trang chủ / Tin tức / Xuất khẩu (05/11/2025)", "Tin tức > Xuất khẩu"),
    ],
)
def test_a_path_with_a_day_behind_it_is_the_path(path, section):
    page = pages.clean("\n".join(["Mạng Gỗ Mẫu", path, "Hàng gỗ tìm lối sang Nga", "14.06.2009 14:37", *TEXT]), "page.txt")
    assert page.section == section and page.published == "2009-06-14T14:37:00"


def test_captions_told_twice_with_blank_lines_between_part_nothing_from_the_text():
    shown = "Lễ tiễn chuyến tàu chở ván ép ở ga Mẫu Sơn"
    page = pages.clean("\n\n".join(["Ván ép lên tàu sang Kaluga", "26/01/2018", "Xem thêm:", *TEXT[:2], shown, shown, *TEXT[2:]]), "page.txt")
    assert page.text.split("\n") == TEXT and page.captions == [shown]


def test_what_an_editor_leaves_in_place_of_a_picture_is_the_place_of_a_picture():
    shown = "Tham tán thương mại thăm gian hàng ván ép của Hà Nam ở Kaluga."
    page = pages.clean("\n".join(["leftcenterrightdel", f" {shown}", "", "Người mua đông dần", "", *TEXT]), "page.txt")
    assert page.captions == [shown] and page.text.split("\n") == ["Người mua đông dần", *TEXT]


def test_a_report_that_opens_with_its_day_is_no_caption():
    first = "Chiều 4/11, đoàn khách xem dây chuyền ép ván ở Phủ Lý và hỏi giá."
    assert read("Khách Nga hỏi mua ván ép", first, *TEXT[1:]).text.split("\n")[0] == first


def test_whom_an_aggregator_names_with_the_address_of_the_paper_is_the_author():
    page = read("Khách Nga hỏi mua ván ép", "Theo Khánh Mẫu/gomau.vn", *TEXT)
    assert (page.author, page.source) == ("Khánh Mẫu", "gomau.vn")


@pytest.mark.parametrize("label", ["Ngày nhận bài", "Ngày nhận bản sửa", "Ngày phản biện"])
def test_the_day_a_journal_received_a_text_is_not_the_day_it_was_published(label):
    lines = ["Ván ép sang Kaluga: mười năm nhìn lại", "Vũ Thị Thử", f"{label}: 11/6/2019"]
    assert pages.clean("\n".join([*lines, *TEXT]), "page.txt").published is None
    assert pages.clean("\n".join([*lines, "Ngày đăng: 12/7/2019", *TEXT]), "page.txt").published == "2019-07-12"


def test_a_title_broken_off_at_a_quotation_mark_gives_way_to_the_whole():
    title = "Khách Nga hỏi mua “ván mỏng” ở Phủ Lý: xưởng nhỏ nhận đơn lớn!"
    page = read("Khách Nga hỏi mua", title, "Thứ 2, 12/05/2025 15:57", *TEXT)
    assert (page.title, page.section, page.published) == (title, None, "2025-05-12T15:57:00")
    assert page.text.split("\n") == TEXT


def test_a_title_broken_off_at_a_decimal_comma_gives_way_to_the_whole():
    page = read("Bán ván ép sang Nga được 3", "Bán ván ép sang Nga được 3,6 triệu USD trong một quý", *TEXT)
    assert page.title == "Bán ván ép sang Nga được 3,6 triệu USD trong một quý" and page.section is None


def test_a_path_that_is_a_numbered_list_names_the_sections():
    title = "Ván ép Phủ Lý lên tàu sang Kaluga"
    steps = ["  1. Trang chủ", "  2. Thời sự", "  3. Giáo dục", f"  4. {title}"]
    page = pages.clean("\n".join([*steps, "", title, "", "12/05/2025", "", *TEXT]), "page.txt")
    assert page.section == "Thời sự > Giáo dục"
    page = pages.clean("\n".join([*steps[:3], "  4. Giá gỗ", "", title, "", "12/05/2025", "", *TEXT]), "page.txt")
    assert page.section is None


def test_a_blogs_word_for_its_sections_is_no_part_of_their_names():
    lines = ["Người Làm Gỗ", "Categories Công nghệ", "", "Ván ép Phủ Lý lên tàu sang Kaluga", "", "By Kiều Mẫu 12/05/2025", ""]
    page = pages.clean("\n".join([*lines, *TEXT]), "page.txt")
    assert (page.section, page.author) == ("Công nghệ", "Kiều Mẫu")


def test_what_somebody_the_text_has_told_of_says_too_is_text_behind_a_link():
    first = [
        "Theo phóng viên ở Kaluga, ngày 19/5, tại trụ sở hội gỗ của tỉnh đã diễn ra lễ ký bản ghi nhớ giữa quỹ hợp tác Nga - "
        "Việt và trường dạy nghề mộc của vùng.",
        "Bản ghi nhớ do hiệu trưởng Petrov và giám đốc quỹ ký, nhằm mở lớp dạy nghề ván ép cho thợ trẻ của hai bên.",
        "Tại buổi lễ, hiệu trưởng Petrov nói đây là nền tảng để đưa nghề mộc của hai vùng đến gần nhau.",
    ]
    last = "Ông Petrov cũng cảm ơn những người bạn đã góp công làm nên bao nhiêu việc, và mong có các cuộc gặp mới ở dạng khác."
    link = "[Tuần lễ món ăn châu Á mở ra nhiều lối đi mới cho các đầu bếp trẻ]"
    assert last in pages.clean("\n".join([*first, link, last]), "page.txt").text


@pytest.mark.parametrize(
    "shown", ["Công sứ Vi Văn Mẫu phát biểu tại buổi lễ.", "Tàu nghiên cứu “Giáo sư Mẫu”.", 'Nhà máy ván ép "Hồng Hà".']
)
def test_a_short_closed_line_that_shows_somebody_or_something_is_a_caption(shown):
    page = between(shown)
    assert page.captions == [shown] and page.text.split("\n") == TEXT


@pytest.mark.parametrize("line", ["Tàu nghiên cứu “Giáo sư Mẫu” đã tới cảng.", "Ông chỉ nói “không”."])
def test_a_short_sentence_with_a_verb_is_text(line):
    assert line in between(line).text.split("\n")


def test_the_house_where_the_writers_work_is_no_title_and_no_section():
    lines = ["VÁN ÉP VÀ CHỢ GỖ Ở CÁC TỈNH MIỀN TRUNG NƯỚC NGA", "", "Vũ Thị Thử, Lê Văn Mẫu", "", "Đại học Quốc gia Mẫu Sơn", "",
             "Ngày 03 tháng 06 năm 2022", ""]  # fmt: skip
    page = pages.clean("\n".join([*lines, "\n\n".join(TEXT)]), "page.txt")
    assert page.title == lines[0] and page.author == lines[2] and page.section is None


@pytest.mark.parametrize(
    "line, source",
    [
        ("Theo báo Sông Lô", "báo Sông Lô"),
        ("(Theo tạp chí Gỗ Mẫu)", "tạp chí Gỗ Mẫu"),
        ("Theo website Bộ Ngoại giao", "website Bộ Ngoại giao"),
        ("Nguồn: báo Hà Nam", "báo Hà Nam"),
        ("Dẫn theo Sputnik", "Sputnik"),
        ("Trích: Báo Hà Nam", "Báo Hà Nam"),
        ("TTXVN/Báo Tin tức", "TTXVN/Báo Tin tức"),
        ("Nguồn: Internet", None),
        ("Nguồn: mạng", None),
        ("Theo báo cáo của tỉnh", None),
        ("Theo báo chí Nga", None),
        ("Theo báo Nga, giá ván ép tăng", None),
        ("Trích lời ông Petrov", None),
    ],
)
def test_who_is_credited_below_the_text(line, source):
    assert read("Khách Nga hỏi mua ván ép", *TEXT, line).source == source


def test_the_writer_and_the_agency_behind_the_name_are_both_told():
    page = read("Khách Nga hỏi mua ván ép", *TEXT, "Theo Vũ Mẫu (TTXVN)")
    assert (page.author, page.source) == ("Vũ Mẫu", "TTXVN")


@pytest.mark.parametrize("name", ["ĐÔNG HIẾU", "TIỂU MY", "CẨM TÚ", "NGUYỄN HÒA BÌNH", "LÊ THÀNH CÔNG"])
def test_a_name_in_capitals_right_below_the_text_signs_it(name):
    assert read("Khách Nga hỏi mua ván ép", *TEXT, name, "Chia sẻ").author == name


@pytest.mark.parametrize("word", ["KALUGA", "KIM NGẠCH", "PHƯƠNG TIỆN", "ĐÔNG NAM", "TIỂU THƯƠNG", "LAN TỎA"])
def test_other_words_in_capitals_there_sign_nothing(word):
    assert read("Khách Nga hỏi mua ván ép", *TEXT, word, "Chia sẻ").author is None
