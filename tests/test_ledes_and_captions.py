"""What stands between a title and the first paragraph: ledes in the text's own words, pictures' names, keywords."""

import pytest

from analysis import pages

TITLE = "Vườn ươm mẫu gửi chuyến cây phong lan đầu tiên sang Tver"
DAY = "09:20 17/06/2025"
LEDE = "Vườn ươm mẫu ven sông đã đóng xong 60 chậu phong lan cho một nhà kính ở Tver sau ba mùa thử giống."
BODY = [
    "Chậu lan được bọc rêu ẩm rồi xếp nghiêng trong thùng xốp. Chủ vườn nói nếu xếp đứng thì cánh hoa dập trước khi tới nơi.",
    "Nhà kính ở Tver muốn giống chịu được đèn vàng, vì mùa đông bên ấy ngày rất ngắn. Vườn ươm đã thử bốn loại bóng.",
    "Thợ trong vườn học cách ghi nhãn bằng hai thứ tiếng. Mỗi nhãn có tên giống, ngày tách mầm và độ ẩm cần giữ.",
    "Chuyến sau dự kiến đi vào đầu mùa thu. Vườn sẽ gửi kèm một cuốn sổ nhỏ dạy cách tưới.",
]
SAID_TWICE = "Nhà kính ở Tver muốn giống chịu được đèn vàng, vì mùa đông bên ấy ngày rất ngắn."


def clean(*lines):
    return pages.clean("\n".join(lines), "page.txt")


def kept(*lines):
    return [line.text for line in clean(*lines).lines if line.kept]


def test_a_lede_in_the_words_of_a_later_paragraph_is_kept():
    assert kept(TITLE, DAY, SAID_TWICE, *BODY) == [SAID_TWICE, *BODY]


def test_pictures_between_such_a_lede_and_the_text_make_it_no_headline_of_the_page():
    shown = ["", f"{TITLE} - ảnh 1", "", "Chủ vườn bên những chậu lan vừa bọc rêu - Ảnh: Hạ Mẫu", ""]
    assert kept(TITLE, "", SAID_TWICE, *shown, *BODY) == [SAID_TWICE, *BODY]


def test_an_excerpt_right_above_the_paragraph_that_it_opens_is_left_out():
    excerpt = BODY[0].split(". ")[0] + "."
    assert kept(TITLE, DAY, excerpt, *BODY) == BODY


@pytest.mark.parametrize(
    "caption",
    [
        "Đại diện vườn ươm hướng dẫn hai học viên cách ghi nhãn bằng hai thứ tiếng. Ảnh Đỗ Mẫu.",
        "Vuon uom mau gui phong lan hinh anh 1Bấm vào đây để thấy ảnh lớn.",
        "Nhà kính - Sputnik Việt Nam",
        "Thợ xếp chậu lan vào thùng xốp trước khi xe lạnh tới - Kênh Mẫu, 1920, 17.06.2025",
        f"{TITLE} - ảnh 2 Thợ xếp chậu lan vào thùng xốp",
    ],
)
def test_a_name_or_number_at_a_pictures_words_makes_them_its_caption(caption):
    page = clean(TITLE, DAY, LEDE, BODY[0], caption, *BODY[1:])
    assert [line.text for line in page.lines if line.kept] == [LEDE, *BODY]
    assert page.title == TITLE


def test_keywords_one_a_line_are_no_sub_heads():
    words = ["phong lan", "nhà kính", "vườn ươm mẫu"]
    assert kept(TITLE, DAY, LEDE, *words, *BODY) == [LEDE, *BODY]


def test_headlines_run_on_in_one_line_below_the_lede_are_left_out():
    links = (
        "Phường Mẫu Thượng dọn xong hồ sen trước ngày khai giảng năm học Chợ đêm Mẫu Hạ đón hơn 7.400 lượt khách"
        " trong hai ngày cuối tuần nhờ dãy đèn kéo quân"
    )
    parted = [line for paragraph in BODY for line in ("", paragraph)]
    assert kept(TITLE, "", LEDE, links, *parted) == [LEDE, *BODY]
    unstopped = f"{BODY[1]} {BODY[3]}".removesuffix(".")
    assert unstopped in kept(TITLE, DAY, "", LEDE, unstopped, "", BODY[0], "", BODY[2])


@pytest.mark.parametrize("stamp", [DAY, "17/06/2025 09:20", "| 17/06/2025 - 09:20"])
def test_a_date_that_runs_on_behind_the_title_is_the_pages_and_not_the_titles(stamp):
    page = clean(f"{TITLE} {stamp}", "", LEDE, "", *BODY)
    assert (page.title, page.published) == (TITLE, "2025-06-17T09:20:00")


def test_a_day_in_brackets_belongs_to_the_title_as_printed():
    assert clean(f"{TITLE} (17/06/2025)", "", LEDE, "", *BODY).title == f"{TITLE} (17/06/2025)"


def test_few_letters_right_before_the_date_sign_and_an_agencys_do_not():
    assert clean(TITLE, f"HMT {DAY[6:]} {DAY[:5]}", "", LEDE, "", *BODY).author == "HMT"
    assert clean(TITLE, f"VOV {DAY[6:]} {DAY[:5]}", "", LEDE, "", *BODY).author is None


def test_whom_a_reporter_credits_on_the_line_of_the_date_is_the_source():
    page = clean(TITLE, f"Hạ Mẫu, Theo VOV {DAY}", LEDE, *BODY)
    assert (page.author, page.source) == ("Hạ Mẫu", "VOV")


def test_a_credit_stuck_to_its_first_word_is_the_source_and_no_text():
    page = clean(TITLE, DAY, LEDE, *BODY, "TheoTTXVN", "Phản hồi")
    assert (page.source, page.text.split("\n")[-1]) == ("TTXVN", BODY[-1])


def parted(*lines):
    return [line for text in lines for line in (text, "")]


@pytest.mark.parametrize(
    "name",
    [
        ["Chủ vườn bọc rêu quanh chậu lan", "Chủ vườn bọc rêu quanh chậu lan"],
        ["Chủ vườn bọc rêu quanh chậu lan Chủ vườn bọc rêu quanh chậu lan"],
    ],
)
def test_a_pictures_name_said_twice_between_two_paragraphs_leaves_the_next_one_in_the_text(name):
    lone = "Mỗi chậu nặng chừng ba cân và phải nằm yên trong thùng suốt mười một ngày đường."
    lines = [TITLE, "", *parted(LEDE, BODY[0]), *name, "", *parted(lone, BODY[1]), *name, "", BODY[2]]
    assert kept(*lines) == [LEDE, BODY[0], lone, BODY[1], BODY[2]]


def test_a_line_in_brackets_between_two_paragraphs_is_a_caption_and_no_sub_head():
    shown = "(Bà Lê Thị Mẫu bên những chậu lan chờ xe lạnh)"
    page = clean(TITLE, DAY, "", *parted(LEDE, BODY[0]), shown, "", *parted(*BODY[1:]))
    assert [line.text for line in page.lines if line.kept] == [LEDE, *BODY]
    assert page.captions == [shown]


@pytest.mark.parametrize(
    "cell",
    [
        "Chủ vườn Lê Thị Mẫu, người coi nhà kính từ năm 2011, cùng ba thợ trẻ của hợp tác xã xếp lượt chậu lan cuối vào"
        " thùng xốp trước giờ xe lạnh rời bến sông |",
        "Chủ vườn Lê Thị Mẫu xếp chậu lan vào thùng xốp, khép lại mùa thử giống thứ ba của vườn ươm ven sông. |",
    ],
)
def test_the_one_cell_below_the_cell_of_a_picture_is_its_caption_however_long(cell):
    assert kept(TITLE, DAY, LEDE, BODY[0], "![]() |", cell, *BODY[1:]) == [LEDE, *BODY]


def test_a_line_below_the_title_without_its_accents_is_a_caption():
    name = "vuon uom mau gui chuyen cay phong lan dau tien sang tver"
    shown = (
        "Một góc nhà kính ven sông - nơi cả làng góp công dựng lại sau trận lũ năm ngoái và nay là chỗ dạy nghề cho thợ trẻ"
        " của ba xã quanh vùng (trước kia là kho muối)"
    )
    assert kept(TITLE, "", *parted(LEDE, BODY[0], name, shown, *BODY[1:])) == [LEDE, *BODY]


@pytest.mark.parametrize("blank", [[], [""]])
def test_blurbs_stuck_below_headlines_printed_twice_under_the_lede_are_left_out_and_the_paragraph_below_them_is_kept(
    blank,
):
    link = "Hợp tác xã Mẫu Hạ mở lớp dạy ghép cành cho thợ trẻ"
    blurb = "Sáng 12/6, hợp tác xã Mẫu Hạ khai giảng lớp dạy ghép cành với sự có mặt của hai chuyên gia đến từ Kaluga."
    links = [f"{link} {link}", blurb, f"{link} lần hai {link} lần hai", blurb.replace("Sáng", "Chiều")]
    text = [line for paragraph in BODY for line in (paragraph, *blank)]
    assert kept(TITLE, DAY, "", LEDE, *links, "", *text) == [LEDE, *BODY]


def test_headlines_behind_the_title_without_its_accents_are_links():
    name = "vuon uom mau gui chuyen cay phong lan dau tien sang tver"
    links = [f"{name} Hợp tác xã Mẫu Hạ mở lớp ghép cành", f"{name} “Nơi ấy vườn lan” ra mắt người xem"]
    page = clean(TITLE, DAY, "", LEDE, *links, "", *parted(*BODY))
    assert [line.kind for line in page.lines if line.text in links] == ["link", "link"]
    assert [line.text for line in page.lines if line.kept] == [LEDE, *BODY]


def test_the_name_of_an_agency_alone_below_the_lede_is_no_sub_head():
    assert kept(TITLE, "", LEDE, "Sputnik", "", *parted(*BODY)) == [LEDE, *BODY]


def test_what_a_speaker_did_in_brackets_behind_the_full_stop_closes_the_paragraph():
    last = "Bà Mẫu gói lại chậu lan cuối cùng rồi mới ký vào sổ giao hàng. (cười)"
    assert kept(TITLE, DAY, "", *parted(LEDE, *BODY, last)) == [LEDE, *BODY, last]


def test_a_readers_comment_above_the_title_does_not_tell_itself_again():
    comment = (
        "Toi da mua hai chau o cho nay.Cay lan ra hoa rat dep.Ai o xa thi nen dat truoc vi xe lanh chi di mot tuan mot"
        " chuyen thoi nhe ba con..."
    )
    title = "Sáu mươi chậu đi xa - hai mươi chậu ở lại"
    page = clean("Chuyên mục", "BÌNH LUẬN", comment, "", title, "", DAY, *parted(*BODY))
    assert (page.title, page.text) == (title, "\n".join(BODY))


@pytest.mark.parametrize(
    "shown",
    [
        "Chậu lan bọc rêu cao 40 cm trong nhà kính ven sông K.MẪU",
        "Lãnh đạo hợp tác xã bàn giao chậu lan cho đại diện nhà kính ở Tver.",
    ],
)
def test_a_caption_with_its_photographers_initial_or_a_deed_leaves_the_paragraph_below_it(shown):
    below = "Năm ngoái, hợp tác xã bàn giao cho đại diện nhà kính chậu lan bọc rêu đầu tiên ở bờ sông Tver, cao 40 cm."
    page = clean(TITLE, DAY, "", *parted(LEDE, BODY[0], shown, below, *BODY[1:]))
    assert [line.text for line in page.lines if line.kept] == [LEDE, BODY[0], below, *BODY[1:]]
    assert page.captions == [shown]


def test_the_heads_of_items_that_the_lede_counts_up_are_no_echo_of_it():
    heads = [
        "Vườn ươm mẫu thử bốn loại bóng",
        "Thợ trẻ học ghi nhãn hai thứ tiếng",
        "Sổ tay tưới lan đi cùng chuyến sau",
    ]
    lede = f"{'; '.join(heads)}… là những tin chính của tuần."
    items = [line for pair in zip(heads, BODY[1:], strict=True) for line in pair]
    assert kept("Tin vườn ươm tuần này", DAY, lede, *items) == [lede, *items]


@pytest.mark.parametrize(
    "line, caption",
    [
        ("Góc nhà kính cuối vườn, nơi thợ tách mầm bằng nhíp tre mỗi sáng.", True),
        ("Sơ đồ các luống lan do nhóm thợ trẻ vẽ.", True),
        ("Chủ vườn mở thêm nhà kính ở Tver, nơi mùa đông rất ngắn ngày.", False),
        ("Góc vườn ấy, nơi thợ tách mầm, nay thành lớp học của 12 thợ trẻ trong xã.", False),
    ],
)
def test_sentences_that_show_a_picture_are_told_from_those_that_tell(line, caption):
    page = clean(TITLE, DAY, LEDE, *BODY[:2], line, *BODY[2:])
    assert (line in page.captions, line in page.text) == (caption, not caption)


@pytest.mark.parametrize(
    "shown",
    [
        ["Chủ vườn Lê Thị Mẫu hướng dẫn thợ trẻ ghi nhãn hai thứ tiếng cho lô lan đầu mùa, ngày 12-6-2025_Ảnh: Hạ Mẫu"],
        ["Các thợ trẻ tham dự buổi ghép cành"],
        ["nha kinh ven song mau", "", "Thợ trẻ xem lại nhãn của từng chậu lan qua nhiều mùa.", "", "Ảnh: Hạ Mẫu"],
    ],
)
def test_a_credit_behind_a_low_line_an_occasion_or_a_files_name_tells_a_caption(shown):
    page = clean(TITLE, DAY, "", *parted(LEDE, BODY[0]), *shown, "", *parted(*BODY[1:]))
    assert [line.text for line in page.lines if line.kept] == [LEDE, *BODY]
    assert page.captions[0] == shown[-1 if len(shown) == 1 else 2]


def test_a_sentence_printed_twice_over_the_title_is_its_pictures():
    shown = "Chủ vườn Lê Thị Mẫu bên những chậu lan chờ xe lạnh tới chở đi."
    page = clean(shown, shown, "", TITLE, "", *parted(LEDE, *BODY))
    assert (page.title, page.text) == (TITLE, "\n".join([LEDE, *BODY]))


@pytest.mark.parametrize("line", ["Thợ xếp chậu lan trong rêu ẩm trước chuyến đi", "Rêu ẩm và thùng xốp cho cánh hoa khỏi dập"])
def test_a_line_that_shows_what_the_paragraph_above_tells_is_a_caption_and_one_on_what_follows_a_sub_head(line):
    assert line not in kept(TITLE, DAY, LEDE, "", BODY[0], "", line, "", BODY[2], "", BODY[3])
    assert line in kept(TITLE, DAY, LEDE, "", BODY[2], "", line, "", BODY[0], "", BODY[3])


def test_a_caption_signed_by_those_who_lent_the_picture_is_no_sentence_of_the_article():
    shown = "Chủ vườn đo độ ẩm trong nhà ươm phía đông. NVCC"
    assert kept(TITLE, DAY, LEDE, "", BODY[0], "", shown, "", *BODY[1:]) == [LEDE, *BODY]


def test_the_name_of_a_box_is_a_sub_head_whatever_it_speaks_of():
    name = "Hộp tư liệu: Bảy điều cần biết về phí kiểm dịch"
    assert name in kept(TITLE, DAY, LEDE, "", BODY[0], "", name, "", *BODY[1:])


@pytest.mark.parametrize(
    "shown",
    [
        "Kệ chậu lan trong một nhà kính ven sông Volga, tháng 6.",
        "Xe lạnh lăn bánh khỏi cổng vườn lúc rạng sáng.",
        "Nhãn chậu in hai thứ tiếng Việt - Nga.",
        "Bữa trưa vội của tốp thợ buộc rêu.",
    ],
)
def test_a_short_sentence_that_tells_nothing_is_a_caption_which_lost_its_credit(shown):
    assert shown not in kept(TITLE, DAY, LEDE, "", BODY[0], "", shown, "", *BODY[1:])


@pytest.mark.parametrize(
    "told",
    [
        "Mỗi nhà vườn gửi thêm 40 chậu lan rừng.",
        "Xe lạnh đã lăn bánh khỏi cổng vườn lúc rạng sáng.",
        "Nhà vườn không nhận tiền cọc của khách quen.",
    ],
)
def test_a_short_sentence_with_a_figure_or_a_word_that_tells_stays(told):
    assert told in kept(TITLE, DAY, LEDE, "", BODY[0], "", told, "", *BODY[1:])


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Chuyến xe ấy cũng là lần đầu các chậu lan của vườn được chở bằng toa lạnh, thay cho thùng xốp buộc sau xe máy", True),
        ("Vườn ươm vùng Tver nhập chuyến lan thứ hai, giá mỗi chậu thấp hơn năm ngoái, thợ vườn tất bật buộc rêu suốt mùa", False),
    ],
)
def test_a_long_last_line_without_a_stop_is_text_by_the_small_words_that_headlines_leave_out(line, own):
    page = kept(TITLE, DAY, LEDE, "", *parted(*BODY), line, "", "Giá hoa Tết nhích nhẹ ở chợ Viềng", "", "Bình luận (0)")
    assert (line in page) == own


@pytest.mark.parametrize(
    "above",
    ["Cơ quan của Hội Sinh vật cảnh - Tiếng nói của người trồng hoa Kinh Bắc", "Trang chủ Sổ tay nhà vườn"],
)
def test_a_papers_motto_and_the_way_to_a_page_are_no_titles(above):
    page = clean("HOA VÀ VƯỜN", above, "Tin nhà vườn", TITLE, DAY, "", *parted(LEDE, *BODY))
    assert (page.title, page.published, page.text) == (TITLE, "2025-06-17T09:20:00", "\n".join([LEDE, *BODY]))


def test_who_is_named_with_a_post_and_quoted_below_another_headline_speaks_in_the_article():
    said = 'Bà Ninh Thị Cải, tổ trưởng tổ đóng thùng, cho biết: "Hai phần ba số thùng phải lót thêm rơm".'
    link = "Sân bay Vinh mở lại đường băng sau ba tháng sửa"
    text = kept(TITLE, DAY, LEDE, BODY[0], BODY[1], link, said, BODY[2], BODY[3])
    assert (said in text, link in text) == (True, False)


@pytest.mark.parametrize(
    "last",
    ["“Hoa tới nơi còn tươi là vui rồi”, bà Cải cười", "Kết thúc buổi đóng thùng, tổ thợ về làng ăn cơm mới"],
)
def test_a_last_line_that_says_who_spoke_or_what_the_day_ended_with_is_text_without_its_stop(last):
    assert last in kept(TITLE, DAY, LEDE, "", *parted(*BODY), last, "", "Bình luận (0)")
