"""Who signed, when, in which section and after whom: read where menus, tickers, boxes and comments stand around the article."""

import pytest

from analysis import markup, pages

TITLE = "Tiệm bánh cuốn ở Tver bán thêm món sáng"
LEDE = "Từ tuần này, tiệm bánh cuốn trên phố Ga của thành phố Tver mở cửa sớm hơn một tiếng để bán thêm món sáng."
BODY = (
    "Chủ tiệm kể rằng khách quen phần nhiều là sinh viên trường y, hay ghé mua trước giờ vào bệnh viện thực tập.",
    "Bột gạo được chở từ Moskva lên hai lần mỗi tháng, còn mộc nhĩ và hành khô thì bạn hàng gửi từ Hải Dương sang.",
)
MENU = ("Trang chủ", "Thời sự", "Thế giới", "Kinh tế", "Văn hóa", "Thể thao")
TICKER = (
    "Tàu cá được gọi vào bờ tránh gió mùa về sớm", "11/05/2025 21:40",
    "Đội bóng chuyền nữ chốt danh sách dự giải", "Vi Mẫu Đơn - 11/05/2025",
)  # fmt: skip
AFTER = (
    "Bình luận (1)", "Cù Thị Thử", "2 ngày trước", "Bài viết hay, cảm ơn tòa soạn.", "Tin liên quan",
    "Gốm làng bên sông dự hội chợ ở Vologda", "09/05/2025 10:22", "Âu Văn Nháp", "Tổng Biên tập: Ngạc Thế Mẫu",
)  # fmt: skip


def clean(head, foot=(), above=()):
    """The page with these lines between the title and the text, below the text and above the title."""
    return pages.clean("\n".join([*above, TITLE, *head, LEDE, *BODY, *foot, *AFTER]), "page.txt")


@pytest.mark.parametrize("line, author", [
    ("Thượng tá, TS Ngạc Thế Mẫu - Thiếu tá Cù Văn Thử", "Thượng tá, TS Ngạc Thế Mẫu - Thiếu tá Cù Văn Thử"),
    ("TS.Ngạc Thế Mẫu- Ủy viên Trung ương Hội- Phó ban thường trực Ban Văn nghệ thành phố", "TS.Ngạc Thế Mẫu"),
    ("Ngạc Thế Mẫu, nguyên Đại sứ Việt Nam tại Kazakhstan", "Ngạc Thế Mẫu"),
    ("Bài, ảnh: NGẠC MẪU - CÙ THỬ (từ Tver, Liên bang Nga)", "NGẠC MẪU - CÙ THỬ"),
    ("NGẠC THẾ MẪU thực hiện (từ Tver)", "NGẠC THẾ MẪU"), ("Ngạc Thế Mẫu*", "Ngạc Thế Mẫu"),
    ("Ngạc Thế Mẫu/Bnews/baomau.vn", "Ngạc Thế Mẫu"), ("Written by Arkady Mauson", "Arkady Mauson"),
    ("Theo Ngạc Mẫu (Từ Tver - Nga)", "Ngạc Mẫu"), ("Tổng hợp", None), ("BMNO", None), ("Bài và ảnh NGẠC MẪU", "NGẠC MẪU"),
    ("Ngạc Mẫu (Ban Đối ngoại)", "Ngạc Mẫu"), ("Ngạc Mẫu, Cù Thử và nhóm PV", "Ngạc Mẫu, Cù Thử và nhóm PV"),
    ("Phóng viên: Ngạc Mẫu - Quay phim: Cù Thử", "Ngạc Mẫu"), ("Ngạc Thế Mẫu - Trưởng Thương vụ Việt Nam tại Nga", "Ngạc Thế Mẫu"),
    ("Nguyễn Văn Nhất", "Nguyễn Văn Nhất"), ("Trần Thị Mới", "Trần Thị Mới"), ("Tin Mới Nhất", None), ("PV Báo Tin tức (từ Tver)", "PV Báo Tin tức"), ("By Arkady Mauson, RIA Novosti", "Arkady Mauson"),
    ("Người đăng: Ngạc Mẫu, ngày 12/05/2025", "Ngạc Mẫu"), ("CAO BẰNG", None),
    ("Arkady V. Mausov", "Arkady V. Mausov"), ("A. Mausonberg", "A. Mausonberg"), ("Jean-Pierre Mauson", "Jean-Pierre Mauson"),
    ("A-lếch-xây Mô-sô-lốp", "A-lếch-xây Mô-sô-lốp"), ("NGẠC MẪU - CÙ THỬ - ÂU NHÁP", "NGẠC MẪU - CÙ THỬ - ÂU NHÁP"),
    ("Ngạc Mẫu và các cộng tác viên", "Ngạc Mẫu và các cộng tác viên"), ("Ngạc Thế Mẫu1, Cù Thị Thử2", "Ngạc Thế Mẫu, Cù Thị Thử"),
    ("Ngạc Mẫu - Email: mau@baomau.example", "Ngạc Mẫu"), ("Ngạc Mẫu - Thường trú VTV tại LB Nga", "Ngạc Mẫu"),
    ("TS. Ngạc Mẫu - ThS. Cù Thử (Học viện Bến Cảng)", "TS. Ngạc Mẫu - ThS. Cù Thử"),
    ("NGẠC MẪU - CÙ THỬ (Phóng viên Báo Cửa Lục thường trú tại Liên bang Nga)", "NGẠC MẪU - CÙ THỬ")])
def test_a_signature_below_the_text(line, author):
    assert clean(["12/05/2025 08:15"], [line]).author == author


@pytest.mark.parametrize("lines, author", [
    (["Tác giả Ngạc Mẫu / VOV Moscow", "12/05/2025 08:15"], "Ngạc Mẫu / VOV Moscow"),
    (["Tác giả, Ngạc Thế Mẫu", "Vai trò, BBC News Tiếng Việt", "12 tháng 5 2025"], "Ngạc Thế Mẫu"),
    (["Ngạc Hiếu - Cù Chí 12/05/2025 08:15 GMT+7"], "Ngạc Hiếu - Cù Chí"),
    (["Ngạc Thế Mẫu - Theo dõi", "12/05/2025 08:15"], "Ngạc Thế Mẫu")])
def test_a_byline_below_the_title_is_neither_section_nor_source(lines, author):
    page = clean(lines)
    assert (page.author, page.section, page.source) == (author, None, None)
    assert page.published.startswith("2025-05-12")


@pytest.mark.parametrize("line, author", [
    ("Thu Hà - 12/05/2025 08:15", "Thu Hà"), ("Ngạc Thu | 12/05/2025 08:15", "Ngạc Thu"), ("M.H, 12/05/2025 08:15", "M.H"),
    ("Thu Hà, Ngạc Mẫu - 12/05/2025 08:15", "Thu Hà, Ngạc Mẫu"), ("Thu Hà - Ngạc Mẫu - 12/05/2025 08:15", "Thu Hà - Ngạc Mẫu"),
    ("Tác giả: TS Ngạc Mẫu | 12/05/2025 08:15", "TS Ngạc Mẫu"), ("Ngạc Mẫu | Thu, 12 May 2025 08:15", "Ngạc Mẫu"),
    ("Thu, 12 May 2025 08:15", None), ("Sa Huỳnh, 12/05/2025 08:15", None)])
def test_a_name_like_a_weekdays_beside_the_day(line, author):
    page = clean([line])
    assert (page.author, page.published) == (author, "2025-05-12T08:15:00")


def test_a_person_with_a_post_of_whom_the_article_tells_did_not_write_it():
    page = clean(["Cù Thị Thử, giảng viên trường y", "12/05/2025 08:15"], [])
    told = pages.clean("\n".join([TITLE, "Cù Thị Thử, giảng viên trường y", "12/05/2025 08:15", LEDE, f"Bà Cù Thị Thử nói: {BODY[0]}", BODY[1]]))
    assert (page.author, told.author) == ("Cù Thị Thử", None)


def test_who_is_credited_with_a_paper_is_the_writer_and_no_button_the_source():
    page = clean(["12/05/2025 08:15"], ["Theo Ngạc Mẫu/Vietnamnet", "Chia sẻ"])
    assert (page.author, page.source) == ("Ngạc Mẫu", "Vietnamnet")


@pytest.mark.parametrize("line, author, source", [
    ("PV/Theo Báo Cửa Lục", "PV", "Báo Cửa Lục"), ("Ngạc Mẫu (theo TASS)", "Ngạc Mẫu", "TASS"),
    ("NGẠC MẪU/VOV.VN Theo Reuters", "NGẠC MẪU", "Reuters"), ("Ngạc Mẫu Theo Nikkei", "Ngạc Mẫu", "Nikkei"),
    ("N.M/ baocualuc.vn", "N.M", None), ("N.M. - T.L.", "N.M. - T.L.", None), ("Ngạc Mẫu / cualuc.com", "Ngạc Mẫu", None),
    ("Vụ Thị trường châu Âu - châu Mỹ", None, "Vụ Thị trường châu Âu - châu Mỹ")])
def test_writer_and_source_on_one_line(line, author, source):
    page = clean(["12/05/2025 08:15"], [line])
    assert (page.author, page.source) == (author, source)


@pytest.mark.parametrize("lines, source", [
    (["Dẫn nguồn: Sputnik"], "Sputnik"), (["Nguồn bài viết: Tạp chí Cầu Cảng"], "Tạp chí Cầu Cảng"), (["(Tổng hợp từ RT, TASS)"], "RT, TASS"),
    (["Theo Báo Cửa Lục cuối tuần điện tử"], "Báo Cửa Lục cuối tuần điện tử"), (["Theo Cửa Lục Ngày Mới (cualuc.example)"], "Cửa Lục Ngày Mới"),
    (["Nguồn tin:", "Báo Cửa Lục"], "Báo Cửa Lục"), (["Nguồn:", "TTXVN"], "TTXVN"), (["Theo Nhịp sống thị trường"], "Nhịp sống thị trường"),
    (["Nguồn Theo TASS"], "TASS"), (["Theo Báo giấy"], None), (["Nguồn: Tổng hợp"], None), (["Nguồn: Sưu tầm"], None), (["Theo báo chí Nga"], None)])
def test_a_credit_below_the_text(lines, source):
    page = clean(["12/05/2025 08:15"], lines)
    assert page.source == source
    assert page.body == [*BODY]


def test_a_name_over_an_age_or_over_another_day_is_of_a_comment_or_of_another_article():
    comment = clean(["12/05/2025 08:15"], ["Âu Văn Nháp", "2 ngày trước", "Món này ở Tver ngon thật.", "Trả lời"])
    other = clean(["12/05/2025 08:15"], ["Hội chợ gốm mở cửa sớm ở Vologda cuối tuần", "Âu Văn Nháp", "09/05/2025"])
    own = clean(["12/05/2025 08:15"], ["Âu Văn Nháp", "12/05/2025"])
    changed = clean(["12/05/2025 08:15"], ["Âu Văn Nháp", "Cập nhật lần cuối: 13/05/2025, 07:05"])
    assert (comment.author, other.author, own.author, changed.author) == (None, None, "Âu Văn Nháp", "Âu Văn Nháp")


def test_an_agencys_name_that_holds_a_sections_is_no_section():
    assert pages.clean("\n".join(["Sputnik Việt Nam", "Quan điểm", TITLE, "12/05/2025", LEDE, *BODY])).section == "Quan điểm"


def test_the_institute_of_a_scholar_is_no_source_but_a_department_that_gives_out_news_is():
    scholar = clean(["12/05/2025 08:15"], ["Ngạc Thế Mẫu", "Viện Lịch sử Phố"])
    office = clean(["12/05/2025 08:15"], ["Ngạc Thế Mẫu", "Phòng Lãnh sự"])
    assert (scholar.author, scholar.source, office.source) == ("Ngạc Thế Mẫu", None, "Phòng Lãnh sự")


def test_an_office_that_put_the_page_up_stands_beside_the_day():
    assert clean(["Đăng bởi: Phòng Tuyển sinh lúc 12/05/2025"]).published == "2025-05-12"


@pytest.mark.parametrize("head, foot, published, author", [
    (["12/05/2025 08:15"], ["Ngạc Thế Mẫu"], "2025-05-12T08:15:00", "Ngạc Thế Mẫu"),
    (["Ngạc Thế Mẫu", "12/05/2025 08:15"], [], "2025-05-12T08:15:00", "Ngạc Thế Mẫu"),
    (["Ngạc Thế Mẫu"], [], None, "Ngạc Thế Mẫu"), (["12/05/2025"], [], "2025-05-12", None), ([], [], None, None)])
def test_a_ticker_above_the_title_gives_neither_day_nor_name(head, foot, published, author):
    page = clean(head, foot, (*MENU, *TICKER))
    assert (page.title, page.published, page.author) == (TITLE, published, author)


def test_the_section_below_a_ticker_is_read_and_none_is_taken_from_it():
    assert clean(["12/05/2025 08:15"], above=(*MENU, *TICKER, "Văn hóa")).section == "Văn hóa"
    assert clean(["12/05/2025 08:15"], above=(*MENU, *TICKER)).section is None


def test_where_days_stand_above_their_headlines_the_one_above_the_title_is_its_own():
    above = ("11/05/2025 21:40", "Tàu cá được gọi vào bờ tránh gió mùa về sớm", "12/05/2025 08:15")
    assert clean([], above=above).published == "2025-05-12T08:15:00"


def web(head="", below="", tail=""):
    """The page of HTML with these parts in its head, below its heading and below its text."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (LEDE, *BODY))
    read = markup.read(f"<html><head>{head}</head><body><h1>{TITLE}</h1>{below}<p>12/05/2025 08:15</p>{text}{tail}</body></html>")
    return pages.clean("\n".join(read.lines), "page.html", read.told)


def test_neither_a_sites_clock_nor_a_span_of_days_is_the_publications():
    assert clean([], above=("Chủ nhật, 15/02/2026 10:22:31", "Trang chủ", "Tin tức")).published is None
    assert clean(["15 Oct 2025 - 20 Nov 2025"]).published is None
    assert clean(["12/05/2025 - 08:15"]).published == "2025-05-12T08:15:00"


@pytest.mark.parametrize("foot, author", [
    (["Thượng tá, TS NGẠC THẾ MẪU, Viện Chiến lược và Lịch sử biên cương Việt Nam"], "Thượng tá, TS NGẠC THẾ MẪU"),
    (["Tin, ảnh: Ngạc Mẫu - Cù Thử (P/v TTXVN tại Liên bang Nga)"], "Ngạc Mẫu - Cù Thử"),
    (["Ngạc Mẫu - Cổng TTĐT tỉnh"], "Ngạc Mẫu"),
    (["Chỉ đạo: Âu Văn Nháp", "Nội dung: Ngạc Mẫu, Cù Thử", "Ảnh: TTXVN"], "Ngạc Mẫu, Cù Thử")])
def test_signatures_with_offices_and_among_makers(foot, author):
    assert clean(["12/05/2025 08:15"], foot).author == author


def test_who_is_quoted_between_paragraphs_did_not_sign():
    quote = ["“Khách quen nhớ vị nước chấm hơn nhớ tên phố.”", "Ngạc Thị Mẫu", "Chủ tiệm bánh cuốn phố Ga"]
    page = pages.clean("\n".join([TITLE, "12/05/2025 08:15", LEDE, *quote, *BODY]))
    signed = pages.clean("\n".join(["“Bánh cuốn cũng biết kể chuyện đường xa”", "Ngạc Thị Mẫu", "12/05/2025 08:15", LEDE, *BODY]))
    assert (page.author, signed.author) == (None, "Ngạc Thị Mẫu")


@pytest.mark.parametrize("head, section, author", [
    (["Kinh tế - Ngạc Mẫu - 09:06 12/05/2025"], "Kinh tế", "Ngạc Mẫu"), (["Tin tức - Ngày đăng : 13:38, 12/05/2025"], "Tin tức", None),
    (["Thời sự quốc tế", "Thứ hai, 12/05/2025 06:00"], "Thời sự quốc tế", None),
    (["PGS, TS. Ngạc Mẫu", "Viện Nghiên cứu Châu Âu", "12/05/2025 10:00"], None, "PGS, TS. Ngạc Mẫu")])
def test_the_section_between_title_and_day(head, section, author):
    page = clean(head)
    assert (page.section, page.author) == (section, author)


@pytest.mark.parametrize("line", ["Mở menu", "Đặt báo", "Đóng cửa sổ", "CuaLucNews", "BCL TV", "VIETNAMESE | ENGLISH | FRANÇAIS | РУССКИЙ"])
def test_a_button_a_channel_or_a_choice_of_languages_above_the_title_is_no_section(line):
    assert clean(["12/05/2025 08:15"], above=[line]).section is None
    assert clean(["12/05/2025 08:15"], above=[*MENU, line]).section is None


@pytest.mark.parametrize("line", ["Thứ Hai", "Kỳ cuối", "Độc quyền", "Xuất bản", "Tác giả", "Mega story", "Ngôn ngữ", "Trang trước", "VIP"])
def test_a_label_a_badge_or_a_weekday_beside_the_title_is_no_field(line):
    for page in (clean([line, "12/05/2025 08:15"]), clean(["12/05/2025 08:15", line]), clean(["12/05/2025 08:15"], above=[*MENU, line])):
        assert (page.title, page.author, page.section, page.source) == (TITLE, None, None, None)


@pytest.mark.parametrize("line", ["Hàn Quốc", "Thái Lan", "Hạ Tầng", "Hải Quan", "Minh Họa", "Dầu Khí", "Siêu Thị", "Sergei Lavrov", "Đảo Cửa Lục, Fiji", "Chùa Cầu Mẫu"])
def test_what_is_written_with_capitals_is_not_yet_a_name(line):
    assert (clean([line, "12/05/2025 08:15"]).author, clean(["12/05/2025 08:15"], [line]).author) == (None, None)


@pytest.mark.parametrize("line", ["Ông Trần Thế Mẫu", "Chị Trần Thị Mẫu", "Độc giả Trần Thị Mẫu", "Trần Thị Mẫu và 5 người khác", "Duyệt bài: Trần Thị Mẫu"])
def test_a_person_named_beside_the_article_neither_signs_nor_names_the_section(line):
    above, below = clean([line, "12/05/2025 08:15"]), clean(["12/05/2025 08:15"], [line])
    assert (above.author, above.section, below.author) == (None, None, None)


def test_comment_is_a_section_where_the_menu_has_it_and_else_a_button():
    day = ["12/05/2025 08:15"]
    assert clean(day, above=[*MENU[:4], "Bình luận", *MENU[4:], "Bình luận"]).section == "Bình luận"
    assert clean(day, above=[*MENU, "Chia sẻ", "Bình luận"]).section is None
    assert clean(day, above=["Facebook", "Bình luận"]).section is None


def test_the_address_behind_its_label_below_the_credit():
    page = clean(["12/05/2025 08:15"], ["Theo Ngạc Mẫu", "Nhịp sống thị trường", "Link gốc: https://nhipsong.example/banh-cuon-tver-2025.chn"])
    assert (page.author, page.source, page.source_url) == ("Ngạc Mẫu", "Nhịp sống thị trường", "https://nhipsong.example/banh-cuon-tver-2025.chn")


def test_the_day_until_which_one_may_apply_is_not_the_publications():
    assert clean(["Hạn đăng ký: 12/05/2025"]).published is None


def test_an_accounts_name_is_no_writers():
    assert web(below='<dl><dt>Chi tiết</dt><dd class="createdby">Viết bởi Super User</dd></dl>').author is None
    assert clean(["Đăng bởi: Quản trị viên", "12/05/2025 08:15"]).author is None


def test_the_sites_name_behind_the_writers_in_the_markup_is_left_off():
    assert web('<meta name="author" content="Ngạc Thế Mẫu - BAOMAU.VN">').author == "Ngạc Thế Mẫu"


def test_of_an_element_with_several_paragraphs_the_one_with_the_name_signs():
    tail = '<div class="text-author"><p><b>Tác giả bài viết:</b> Ngạc Thế Mẫu</p><p><b>Nguồn tin:</b> Báo Cửa Lục</p></div>'
    page = web(tail=tail)
    assert (page.author, page.source) == ("Ngạc Thế Mẫu", "Báo Cửa Lục")
