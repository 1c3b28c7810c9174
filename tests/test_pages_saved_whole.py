"""Pages saved with all that stands around the article: closing sentences below pointers, tables, pictures' names."""

import pytest

from analysis import pages

TITLE = "Hợp tác xã chè Tà Mẫu gửi 64 tấn chè sang Nga"
BODY = [
    "Nửa đầu năm 2025, hợp tác xã chè Tà Mẫu bán sang Nga 64 tấn chè, trị giá 192.000 USD, tăng 12% về lượng.",
    "Thị trường Nga mua chè xanh nhiều nhất, sau đó là chè đen. Lượng chè bán sang Ba Lan và Kazakhstan cũng tăng.",
    "Bà Lò Thị Mẫu, người giữ sổ của hợp tác xã, nói nhà sấy chạy suốt ba tháng. Mỗi mẻ sấy được 700 ký chè.",
]
LAST = "Ông Ivan Lesnikov, chủ một hiệu trà ở Omsk, đã đặt thêm 9 tấn cho mùa đông."
POINTED = "Làng dệt thổ cẩm mở cửa hàng ở Đức"


def read(*lines):
    return pages.clean("\n".join([TITLE, "09:20 15/07/2025", *lines]))


def kept(*lines):
    return [line.text for line in read(*lines).lines if line.kept]


@pytest.mark.parametrize("pointer", [[f"Xem thêm: {POINTED}"], [f">> {POINTED}"], ["Xem thêm", POINTED]])
@pytest.mark.parametrize("foot", [["Ban Truyền thông"], ["Lò Mẫu Đơn"], ["Ban Truyền thông", "Các tin khác", POINTED]])
def test_the_closing_sentence_between_a_pointer_and_the_byline_is_kept(pointer, foot):
    assert kept(*BODY, *pointer, LAST, *foot) == [*BODY, LAST]


def test_the_closing_sentence_between_a_pointer_and_other_news_is_kept():
    assert kept(*BODY, f"Xem thêm: {POINTED}", LAST, "Các tin khác", POINTED) == [*BODY, LAST]


def test_a_sentence_that_tells_the_pointed_headline_is_its_blurb():
    blurb = "Làng dệt thổ cẩm vừa mở cửa hàng 40 mét vuông ở Đức."
    assert kept(*BODY, f"Xem thêm: {POINTED}", blurb, "Các tin khác", POINTED) == BODY


CELLS = ["Thị trường", "Lượng (tấn)", "Trị giá (USD)", "Nga", "64", "192.000", "Ba Lan", "11", "40.700"]
CELLS += ["Kazakhstan", "8,5", "27.200"]


@pytest.mark.parametrize("signed", [[], ["L.Mẫu"], ["L.M", "Nguồn: Sổ hợp tác xã"]])
def test_a_table_saved_one_cell_a_line_below_the_last_paragraph_is_kept(signed):
    table = ["Lượng chè của hợp tác xã bán sang các thị trường nửa đầu năm 2025", *CELLS]
    assert kept(*BODY, *table, *signed) == [*BODY, *table]


def test_a_board_of_rates_below_the_last_paragraph_is_left_out():
    board = ["Tỷ giá các ngoại tệ ở ngân hàng hôm nay", "Ngoại tệ", "Mua vào", "Bán ra"]
    board += ["USD", "25.310", "25.700", "EUR", "28.100", "29.640", "RUB", "262", "301"]
    assert kept(*BODY, *board) == BODY


def test_the_name_of_a_picture_stuck_to_the_text_goes_with_its_caption():
    name = "Thợ phơi chè trước nhà sấy Tà Mẫu"
    assert kept(BODY[0], name, f"{name}.", *BODY[1:]) == BODY


@pytest.mark.parametrize("behind", [" ảnh 1", " - Ảnh 2", " - Hình 1"])
def test_the_title_with_a_number_behind_it_names_a_picture(behind):
    assert kept(BODY[0], TITLE + behind, *BODY[1:]) == BODY


def test_headlines_in_cells_below_the_title_are_neither_title_nor_text():
    cells = ["Chè Tà Mẫu vào siêu thị ở Warszawa từ mùa xuân | |", "Vụ chè xuân ở Tà Mẫu được mùa |"]
    page = pages.clean("\n".join([TITLE, *cells, *BODY]))
    assert page.title == TITLE
    assert [line.text for line in page.lines if line.kept] == BODY


def test_a_title_cut_at_its_first_comma_is_no_section_and_the_longer_of_two_is_the_title():
    cut = pages.clean("\n".join(["Bán 1", "Bán 1,4 tấn chè Tà Mẫu sang Nga trong phiên chợ đầu xuân", *BODY]))
    assert (cut.section, cut.title) == (None, "Bán 1,4 tấn chè Tà Mẫu sang Nga trong phiên chợ đầu xuân")
    longer = f"{TITLE}, giá cao hơn năm ngoái"
    assert pages.clean("\n".join([TITLE, "", longer, "", *BODY])).title == longer


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [("TBKTSG", None, "TBKTSG"), ("KTNTX", None, None), ("HM", "HM", None)],
)
def test_a_papers_letters_at_the_foot_are_no_writer(line, author, source):
    page = read(*BODY, line)
    assert (page.author, page.source) == (author, source)


def test_the_source_behind_a_writers_name_is_the_address_alone():
    assert read("Theo Lò Mẫu/baomau.vn", *BODY).source == "baomau.vn"


ENDED = [*BODY, "Hợp tác xã dự tính bán 110 tấn trong cả năm./."]
GLUED = "Chè Phú Mẫu vào siêu thị Đức Hai doanh nghiệp ở Phú Mẫu nhận đơn hàng 37 tấn, trị giá 1,7 triệu USD."


def test_a_paragraph_below_the_sign_that_ends_a_dispatch_is_of_another_article():
    assert kept(*ENDED, "", GLUED) == ENDED


def test_a_signed_paragraph_below_that_sign_is_the_articles():
    own = "Chè của hợp tác xã bán ở 12 cửa hàng tại Omsk và Tomsk."
    assert kept(*ENDED, own, "Lò Mẫu Đơn") == [*ENDED, own]


RUNNING = BODY[1] + " Hợp tác xã gửi hàng bằng tàu hỏa, mỗi toa chở được 14 tấn chè đóng trong thùng giấy dày."


@pytest.mark.parametrize(
    "caption",
    [
        "Lễ tiễn chuyến xe chở chè Tà Mẫu ngày 12/5/2025.",
        "Quang cảnh buổi đối thoại giữa lãnh đạo hợp tác xã chè Tà Mẫu và những người mua chè từ Omsk với 40 người dự"
        " sáng 7/7/2025.",
    ],
)
def test_a_closed_caption_with_a_day_or_a_count_is_left_out(caption):
    assert kept(RUNNING, caption, RUNNING.replace("Nga", "Đức")) == [RUNNING, RUNNING.replace("Nga", "Đức")]


def test_a_sentence_on_an_occasion_that_took_place_is_kept():
    told = "Lễ tiễn chuyến xe chở chè Tà Mẫu diễn ra ngày 12/5/2025."
    assert told in kept(RUNNING, told, RUNNING.replace("Nga", "Đức"))


def test_the_line_below_a_pictures_name_is_its_caption():
    lines = [BODY[0], "", f"{TITLE} - ảnh 1", "Thợ chè Tà Mẫu và khách Nga", "", *BODY[1:]]
    assert kept(*lines) == BODY


def test_one_sentence_that_shares_a_word_with_the_headline_above_alone_is_its_blurb():
    own = [*BODY, "Nhà sấy của bà Mẫu bán cho Nga loại chè khô giòn. Mỗi mẻ chè như thế phải canh lửa từ nửa đêm đến sáng."]
    block = ["Tin liên quan", "Cua Cà Mẫu được giá", "Xuất khẩu tôm sang Hàn Quốc vượt 300 triệu USD"]
    blurb = "Nửa năm qua, tôm sú chiếm 82% lượng hàng, phần còn lại là cua."
    assert kept(*own[:3], *block, blurb, own[3]) == own


def test_lines_that_take_up_a_list_or_count_on_are_no_headlines_of_others():
    own = ["Các nhà sấy còn lại giao dưới 6 tấn", "Chuyên viên ở Omsk đoán lượng chè sẽ lên 25% vào cuối năm."]
    own += ["Máy sấy thứ nhất đã chạy thử từ tháng 3", "Máy sấy thứ hai, giá 16.000 USD, chạy từ tháng 9."]
    items = ["Ba nhà sấy giao nhiều nhất", "1. Nhà sấy Bản Mẫu: 24 tấn", "2. Nhà sấy Đồi: 13 tấn", "3. Nhà sấy Suối: 9 tấn"]
    assert kept(*BODY, *items, *own, "Lò Mẫu Đơn")[-4:] == own


LONG = [
    "Về phần mình, Hiệp hội Chè Omsk muốn có thêm chè hoa. Chè hoa năm nay giá 5.100 USD một tấn, cao hơn chè xanh.",
    "Các chủ hiệu bàn cách chia kho với nhau, nhất là trong mùa đông. Một kho ở ngoại ô chứa được 90 tấn và đủ khô ráo.",
]


@pytest.mark.parametrize(
    "between",
    [
        "Những thùng chè đầu tiên được xếp lên toa ở ga Mẫu",
        "Quảng cáo - Nội dung bài viết tiếp tục bên dưới",
        "Đặt Sông Mẫu làm nguồn ưu tiên trên công cụ tìm kiếm",
    ],
)
def test_what_is_stuck_above_two_sentences_of_a_parted_page_costs_them_only_if_they_tell_it(between):
    parted = [line for text in [*BODY, *LONG] for line in (text, "")]
    assert kept(*parted[:6], between, *parted[6:]) == [*BODY, *LONG]


def test_a_list_of_points_behind_a_caption_is_no_row_of_blurbs():
    points = ["Hai bên nhất trí:", "- Gửi mẫu chè mỗi quý một lần, kèm giấy kiểm nghiệm;", "- Mở lớp pha chè vào tháng 10;"]
    points += ["- Trả tiền bằng đồng rúp từ năm sau.", "Bà Mẫu tặng khách một hộp chè búp và nhận một chiếc ấm."]
    caption = "Chị Hoa (bìa phải) kiểm tra độ ẩm kho chè"
    page = read(*BODY, caption, *LONG, *points)
    assert page.author is None
    assert [line.text for line in page.lines if line.kept] == [*BODY, *LONG, *points]


@pytest.mark.parametrize("opening", ["Hai bên thống nhất các việc sau cho quý IV/2025:", "+ Gửi thêm 12 mẫu chè búp cho các hiệu ở Omsk."])
def test_what_opens_a_list_or_is_its_item_is_no_blurb_of_what_is_stuck_above(opening):
    parted = [line for text in [*BODY, opening, *LONG] for line in (text, "")]
    assert kept(*parted[:6], POINTED, *parted[6:]) == [*BODY, opening, *LONG]


def test_a_closing_sentence_in_the_articles_words_is_kept_below_a_line_that_is_none_of_it():
    shown = "Gian hàng “Chè búp vùng cao giữa mùa đông Siberia” ở hội chợ Kemerovo"
    last = "Theo ông Oleg Barinov ở Tver, thị trường Nga sẽ mua nhiều chè xanh hơn, nhất là chè của hợp tác xã Tà Mẫu."
    parted = [line for text in [*BODY[:2], shown, last] for line in (text, "")]
    assert last in kept(*parted)


def test_a_ticker_below_a_line_that_opens_a_list_is_a_board_of_others():
    opening = "Bà Mẫu kể ba việc của vụ chè tới như sau:"
    ticker = ["BTC", "103.250", "-1,8%", "ETH", "2.480", "+0,6%"]
    assert not set(ticker) & set(kept(*BODY[:2], opening, *ticker, BODY[2], LONG[0]))
