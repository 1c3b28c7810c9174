"""Lists, broken-off lines, boards and captions between the paragraphs of an article, and the names around it."""

import pytest

from analysis import pages

HEAD = ["Trang chủ > Kinh tế", "{}", "08:15 12/06/2025"]
FOOT = ["Tin liên quan", "Giá rau tăng 12% sau đợt mưa", "Giấy phép số 12/GP-BTTTT. Tổng Biên tập: Đỗ Văn Mẫu"]
TITLE = "Lò gốm bến sông gửi chuyến ấm đất đầu tiên sang Tver"
BODY = [
    "Sáng qua, lò gốm bến sông xếp xong 900 chiếc ấm đất cho một hiệu trà ở Tver, sau ba lần gửi mẫu thử.",
    "Bà Lê Thị Nung, người coi lò, nói mỗi mẻ phải ủ tro hai đêm. Nếu mở cửa lò sớm thì men rạn như mai rùa.",
    "Khách ở Tver dặn vòi ấm phải ngắn, vì họ rót trà đặc rồi mới pha thêm nước. Lò đã sửa khuôn vòi từ tháng Ba.",
    "Chuyến sau sẽ đi bằng tàu hỏa qua Lạng Sơn. Cước rẻ hơn một phần ba, còn thời gian thì chậm thêm chín ngày.",
]


def page(*body, head=HEAD, title=TITLE, foot=FOOT):
    return pages.clean("\n".join([*(line.format(title) for line in head), *body, *foot]))


def kept(*body, **other):
    return [line.text for line in page(*body, **other).lines if line.kept]


@pytest.mark.parametrize(
    "items",
    [
        ["Đợt 1: 300 chiếc, giao ngày 20/6", "Đợt 2: 350 chiếc, giao ngày 4/7", "Đợt 3: số còn lại"],
        ["- Chuyến I (tháng 6): 300 chiếc", "- Chuyến II (tháng 7): 600 chiếc"],
        ["1. Hiệu trà ở Tver: 300 chiếc", "2. Hiệu trà ở Kaluga: 90 chiếc", "3. Khách lẻ: 40 chiếc"],
        ["- Hội đồng hương: 48 triệu đồng", "- Phường nghề: 40 triệu đồng", "- Khách quen: 9 triệu đồng"],
    ],
)
def test_a_list_behind_the_last_paragraph_is_the_articles(items):
    opening = "Lịch giao hàng và tiền góp của lò"
    assert kept(*BODY, opening, *items) == [*BODY, opening, *items]


def test_parts_of_a_series_in_a_row_are_links():
    links = ["Kỳ 1: Lò tắt lửa giữa mùa mưa", "Kỳ 2: Người giữ khuôn cuối cùng"]
    assert kept(*BODY, *links) == BODY


@pytest.mark.parametrize(
    "broken",
    [
        "Mỗi chiếc ấm bán được 310.000 đồng. Trừ than củi và công thợ, lò còn lãi hai phần mười",
        "Hiệu trà giữ lại 40 chiếc để bày, phần còn lại chia cho hai cửa hàng ở ngoại ô",
        "Lượng ấm tăng 12%, tiền bán tăng 30%",
        "So với vụ trước, tiền công thợ vuốt tăng 15%, tiền than tăng 30%",
    ],
)
def test_a_line_that_lost_its_full_stop_between_paragraphs_is_kept(broken):
    assert kept(*BODY[:2], broken, *BODY[2:]) == [*BODY[:2], broken, *BODY[2:]]


def test_the_last_line_above_the_byline_is_kept_without_its_full_stop():
    last = "Cả chuyến thu về chừng 279 triệu đồng, lãi hai phần mười"
    read = page(*BODY, last, "Đoàn Mẫu Đơn")
    assert [line.text for line in read.lines if line.kept] == [*BODY, last]
    assert read.author == "Đoàn Mẫu Đơn"


def test_the_last_rate_of_a_board_heads_no_paragraph():
    board = ["Giá than củi hôm nay", "Hà Nam: 6.200 đồng/kg", "Ninh Bình: 6.100 đồng/kg", "Hòa Bình: 5.900 đồng/kg"]
    assert kept(*BODY[:3], *board, BODY[3]) == BODY


def test_a_figure_alone_between_the_name_of_a_box_and_its_sentence_is_left_out():
    box = ["CON SỐ", "3,1 triệu tấn", "Lượng đất sét cả nước khai thác trong quý I, cao hơn cùng kỳ."]
    assert kept(*BODY[:3], *box, BODY[3]) == BODY


def test_a_short_line_that_ends_with_the_place_it_shows_is_a_caption():
    assert kept(*BODY[:2], "Xếp ấm đất lên xe tại bến Cửa Lục", *BODY[2:]) == BODY


def test_a_sentence_without_stop_over_a_table_is_kept():
    table = ["| Mẻ | Số ấm | Ấm vỡ |", "| Một | 300 | 14 |", "| Hai | 350 | 9 |"]
    over = "Mẻ thứ hai vỡ ít hơn hẳn mẻ đầu"
    rows = [line.strip("| ") for line in table]
    assert kept(*BODY[:2], over, *table, *BODY[2:]) == [*BODY[:2], over, *rows, *BODY[2:]]


def test_a_title_of_pictures_is_no_photo_credit():
    title = "Ảnh: Một buổi mở cửa lò gốm bên bến sông"
    assert page(*BODY, title=title).title == title


def test_a_line_over_the_title_is_none():
    head = ["Kinh tế", "Nghề cũ đường mới", "{}", "Lê Mẫu Nhi", "08:15 12/06/2025"]
    assert page(*BODY, head=head).title == TITLE


@pytest.mark.parametrize(
    "printed, name",
    [
        ("LỤC THỊ GỐM", "LỤC THỊ GỐM"),
        ("Từ Mẫu Đơn", "Từ Mẫu Đơn"),
        ("Đậu Mẫu Đơn, Chuyên gia tư vấn làng nghề", "Đậu Mẫu Đơn"),
    ],
)
def test_writers_with_rarer_family_names_and_posts_are_read(printed, name):
    head = ["Trang chủ > Kinh tế", "{}", printed, "08:15 12/06/2025"]
    assert page(*BODY, head=head).author == name


def test_the_section_between_the_day_and_the_title_is_no_item_of_the_menu():
    head = [
        "Chính phủ",
        "Thủ tướng",
        "Góp ý hiến kế",
        "Thứ 5, ngày 12/06/2025",
        "KINH TẾ",
        "Thị trường",
        "{}",
        "12/06/2025 08:15",
    ]
    assert page(*BODY, head=head).section == "Kinh tế > Thị trường"


@pytest.mark.parametrize(
    "below",
    [
        ["Chuyên mục Làng nghề", "08:15 12/06/2025"],
        ["Đăng lúc 08:15 ngày 12/06/2025 trong mục Làng nghề"],
        ["08:15 12/06/2025", "Thể loại: Làng nghề"],
    ],
)
def test_the_section_named_in_words_below_the_title_is_read(below):
    menu = "Trang chủ\tThời sự\tKinh tế\tVăn hóa\tThế giới"
    assert page(*BODY, head=[menu, "{}", *below]).section == "Làng nghề"


@pytest.mark.parametrize("counters", [["1/3", "2/3", "3/3"], ["Ảnh 1/2", "Ảnh 2/2"], ["(1 / 2)", "(2 / 2)"]])
def test_the_counters_of_a_series_of_pictures_are_left_out(counters):
    assert kept(*BODY[:2], *counters, *BODY[2:]) == BODY


LONG_ROW = "Đóng trong sọt tre lót rơm hai lớp"
CELLS = [
    "Cách đóng",
    "Chiếc vỡ",
    "Giá mỗi chiếc",
    "Thùng giấy",
    "0,61",
    "310.000 đồng",
    LONG_ROW,
    "1,18",
    "290.000 đồng",
]


def test_a_long_name_of_a_row_over_its_figure_belongs_to_the_table():
    table = ["Kết quả ba lần thử như sau:", *CELLS]
    assert kept(*BODY[:2], *table, *BODY[2:]) == [*BODY[:2], *table, *BODY[2:]]


def test_a_headline_below_a_table_is_no_row_of_it():
    table = ["Kết quả ba lần thử như sau:", *CELLS[:6]]
    assert kept(*BODY[:2], *table, "Chợ hoa Tây Bắc mở thêm hai phiên tối", *BODY[2:]) == [*BODY[:2], *table, *BODY[2:]]


def test_the_announcement_of_a_series_is_no_last_paragraph():
    notice = "Nghề gốm bến sông là loạt bài do tòa soạn thực hiện, kính mời bạn đọc đón xem kỳ sau."
    assert kept(*BODY, notice) == BODY


def test_headlines_below_lone_dashes_above_the_text_are_neither_title_nor_text():
    lines = ["-", "Làng mộc mở lớp dạy khảm trai", "-", "Chợ phiên dời sang bãi bồi -", "Đò ngang chạy thêm chuyến tối"]
    read = pages.clean("\n".join([*lines, *BODY]))
    assert (read.title, [line.text for line in read.lines if line.kept]) == (None, BODY)


def test_items_below_lone_dashes_inside_the_text_are_kept():
    items = ["-", "Đợt một: 300 chiếc ấm", "-", "Đợt hai: 350 chiếc ấm", "-", "Đợt ba: số còn lại"]
    assert [line for line in kept(*BODY[:2], "Lịch giao của lò:", *items, *BODY[2:]) if "Đợt" in line] == items[1::2]


@pytest.mark.parametrize(
    "last",
    [
        (
            "Than củi đắt hơn trước, nhất là than đước. So với vụ xuân, đước tăng 12,5%, nhãn tăng 8%, keo tăng 3,1%...",
            "Lò còn nhận làm thêm mấy món nhỏ cho khách quen ở Tver, như đĩa lót, chén con, lọ tăm, muỗng trà...",
        ),
        (
            "Tiền than chiếm 18% giá một chiếc ấm; tiền đất 6%; tiền công vuốt 31%…",
            "Về thợ, lò giữ 14 người, thêm 3 người học việc; vụ tới cần 2 thợ men, 1 thợ nung…",
        ),
    ],
)
def test_dots_that_go_on_with_a_list_cut_no_paragraph_off(last):
    assert kept(*BODY[:2], *last) == [*BODY[:2], *last]


def test_paragraphs_that_end_in_dots_above_the_byline_are_the_articles():
    last = ("Người ta bảo lò này giữ lửa từ thời cụ kỵ...", "Còn bà Nung thì chỉ cười, tay vẫn xoay đều bàn vuốt...")
    read = page(*BODY, *last, "Đoàn Mẫu Đơn")
    assert (read.body[-2:], read.author) == (list(last), "Đoàn Mẫu Đơn")


def test_what_is_said_at_the_meeting_told_of_is_the_articles_below_captions_without_marks():
    shown = "Chủ hiệu trà ở Tver trao đổi với thợ cả lò gốm bến sông về cách giữ cho men khỏi rạn trong mùa lạnh"
    said = "Phát biểu tại buổi gặp mặt, bà Nung mong khách ở xa ghé lò một lần cho biết."
    assert kept(*BODY[:2], shown, said, foot=[]) == [*BODY[:2], said]


def test_a_sentence_that_a_stray_break_parted_is_put_together():
    broken = ["Tính cả ba chuyến, lò gốm bến sông đã gửi sang Tver tổng cộng 2.940", "chiếc ấm, nhiều hơn năm trước 12%."]
    assert page(*BODY[:2], *broken, *BODY[2:]).body == [BODY[1], " ".join(broken), *BODY[2:]]


def test_what_a_site_says_of_the_browser_hides_no_title():
    above = [
        "Để đọc Báo Mẫu, bạn hãy kích hoạt JavaScript trên máy của mình.",
        "",
        "To read this site, please enable JavaScript on your machine.",
        "",
        "Loader",
        "",
    ]
    read = pages.clean("\n\n".join([*above, TITLE, *BODY]))
    assert (read.title, read.section, read.body) == (TITLE, None, BODY)


def test_short_last_paragraphs_that_cite_others_on_the_same_matter_are_the_articles():
    told = [
        "Năm qua các lò gốm ven sông bán sang Nga 4.100 ấm đất, so với 1.300 ấm đất của năm trước. Ấm đất "
        "của các lò gốm ven sông bán được giá hơn ấm sứ.",
        "Ấm đất của các lò gốm ven sông bán sang Nga được ưa vì giữ nóng lâu, so với ấm sứ của các lò năm trước. "
        "Các lò gốm ven sông bán ấm đất kèm chén.",
        "Các lò gốm ven sông bán sang Nga 1.700 ấm đất vụ xuân, so với 300 ấm đất của vụ xuân năm trước. "
        "Ấm đất bán sang Nga nay đi tàu hỏa.",
    ]
    cited = [
        "“Nhờ bỏ lệ phí kiểm định, ấm đất mới vào được siêu thị”, nhà phân tích Olga Sinitsyna thuộc TeaMarket cho biết.",
        "Theo Viện Trà Krasnodar, mỗi hộ dân vùng này dùng chừng 2,5 ấm đất, nhiều gấp rưỡi thành phố Sochi.",
    ]
    assert kept(*told, *cited, foot=[]) == [*told, *cited]


GUESTS = [
    "Sáng qua, Tổng Lãnh sự Nga Anna Petrova cùng các chủ hiệu trà ở Tver đến lò gốm bến sông xem thợ trẻ vuốt ấm đất.",
    "Bà Lê Thị Nung, người coi lò gốm, nói khách nào cũng được tặng một món quà lưu niệm. Thợ trẻ ở lò mừng lắm.",
    "Hiệu trà ở Tver sẽ trao đổi thêm với lò gốm bến sông về khuôn vòi ấm, còn chủ lò gửi thêm mẫu vào tháng Ba.",
    "Chuyến ấm đất sau đi bằng tàu hỏa. Cước rẻ hơn một phần ba, còn thời gian thì chậm thêm chín ngày.",
]


@pytest.mark.parametrize(
    "said",
    [
        "Các chủ hiệu trà nhất trí trao đổi thêm với lò gốm bến sông về khuôn vòi ấm đất.",
        "Các chủ hiệu trà ở Tver đề nghị lò gốm bến sông tiếp tục trao đổi với thợ trẻ về khuôn vòi ấm.",
    ],
)
def test_what_somebody_asks_or_agrees_on_is_no_caption(said):
    assert said in kept(*GUESTS[:3], said, GUESTS[3])


@pytest.mark.parametrize(
    "shown",
    [
        "Tổng Lãnh sự Nga Anna Petrova trao quà lưu niệm cho bà Lê Thị Nung, người coi lò gốm bến sông.",
        "Bà Lê Thị Nung (thứ tư từ phải sang), người coi lò gốm bến sông, cùng các chủ hiệu trà ở Tver, thợ trẻ của ba lò "
        "trong vùng chụp hình lưu niệm với khách sau buổi giao ấm đất.",
    ],
)
def test_who_poses_or_hands_over_a_gift_is_shown_in_a_picture(shown):
    assert kept(*GUESTS[:2], shown, *GUESTS[2:]) == GUESTS


@pytest.mark.parametrize("blank", [False, True])
def test_a_list_of_figures_in_a_text_copied_without_its_title_is_the_articles(blank):
    goods = ["Ấm đất vòi ngắn: 640 chiếc, 198 triệu đồng", "Ấm đất vòi dài: 170 chiếc", "Khuôn vòi ấm: 12 chiếc, giảm 8%"]
    text = [*BODY[:2], *goods, *BODY[2:]]
    lines = [line for each in text for line in ([each, ""] if blank else [each])]
    assert [line.text for line in pages.clean("\n".join(lines)).lines if line.kept] == text


def test_the_first_paragraph_of_a_text_without_title_is_kept_above_links():
    lede = "Chuyến ấm đất đầu tiên của lò gốm bến sông gồm 900 chiếc, nhiều gấp ba mẻ thử hồi tháng Ba."
    links = ["Tin liên quan", "Giá rau tăng 12% sau đợt mưa", "Chợ hoa dời sang bờ bắc", "Cầu phao thông xe trở lại"]
    assert kept(lede, *links, *BODY, head=[]) == [lede, *BODY]


@pytest.mark.parametrize("blanks", ["\xa0" * 6, " \xa0 \xa0 ", "\t"])
def test_a_table_laid_out_with_hard_blanks_is_the_articles(blanks):
    table = [["Mẻ", "Số ấm", "Tiền bán"], ["Mẻ một", "300", "93 triệu"], ["Mẻ hai", "600", "186 triệu"]]
    rows = [f"  {blanks if blanks == chr(9) else ''}{blanks.join(cells)}" for cells in table]
    assert kept(*BODY[:2], *rows, *BODY[2:]) == [*BODY[:2], *map(" ".join, table), *BODY[2:]]


def test_signs_that_are_not_seen_keep_no_broken_paragraph_apart():
    words = [each.split() for each in BODY]
    broken = [" ".join(each[place : place + 12]) for each in words for place in range(0, len(each), 12)]
    read = pages.clean("\n".join([TITLE, "08:15 12/06/2025", "", *(f"\u200b{line}" for line in broken)]))
    assert " ".join(read.text.split("\n")) == " ".join(BODY)
    assert len(read.text.split("\n")) < len(broken)
