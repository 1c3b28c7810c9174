"""The parts of long articles that look like other articles, and what printers and sites set between their lines."""

import pytest

from analysis import pages

HEAD = ["Trang chủ > Văn hóa", "{}", "08:15 12/06/2025"]
FOOT = ["Tin liên quan", "Giá rau tăng 12% sau đợt mưa", "Giấy phép số 12/GP-BTTTT. Tổng Biên tập: Đỗ Văn Mẫu"]
TITLE = "Làng đan lát mẫu gửi chuyến giỏ mây đầu tiên sang Perm"
BODY = [
    "Sáng qua, làng đan lát mẫu đóng xong 40 kiện giỏ mây cho một cửa hàng ở Perm, sau hai năm gửi mẫu thử qua lại.",
    "Bà Lê Thị Mây, người coi kho, nói mỗi chiếc giỏ phải hun khói ba lần. Nếu bỏ một lần thì sang tới nơi đã mốc.",
    "Khách ở Perm dặn quai giỏ phải rộng hơn, vì mùa đông ai cũng đeo găng. Làng đã làm lại khuôn quai từ tháng Ba.",
    "Chuyến sau sẽ đi bằng tàu hỏa qua Lạng Sơn. Cước rẻ hơn một phần ba, còn thời gian thì chậm thêm chín ngày.",
    "Xã đã xin cho làng một gian ở hội chợ mùa thu. Người trẻ trong làng lo phần trang mạng và thư từ với khách.",
]


def kept(*body, title=TITLE):
    """The kept lines of a page with this article."""
    text = "\n".join([HEAD[0], title, HEAD[2], *body, *FOOT])
    return [line.text for line in pages.clean(text).lines if line.kept]


def test_items_of_a_roundup_are_kept_although_they_speak_of_different_things():
    items = [
        "Tuần qua có nhiều tin vui cho hàng thủ công và nhà nông, từ bến cảng đến lớp học của hai nước.",
        "Thợ hàn Hải Phòng vào ca ở nhà máy bên sông Neva",
        "Mười hai thợ đã ký hợp đồng hai năm và được ở ký túc xá của nhà máy. Lương tháng đầu trả bằng đồng rúp.",
        "Trường nghề Tula nhận học viên ngành lạnh",
        "Khóa học kéo dài mười tháng, có phiên dịch. Học viên phải tự lo tiền vé và áo ấm.",
        "Kỳ thủ nhí Lâm Đồng thắng giải ở Minsk",
        "Em thắng cả bảy ván trong hai ngày. Phần thưởng là một chiếc xe trượt tuyết bằng gỗ.",
        "Con số trong tuần",
        "Có 870 tấn đá ốp lát đi Kazan trong chuyến tàu hôm thứ Tư, theo ga Yên Viên.",
    ]
    assert kept(*items, title="Điểm tin hợp tác Việt - Nga tuần qua") == items
    assert kept(*items, title="Điểm tin hợp tác Việt - Nga tuần qua")[-1] not in kept(*BODY)


def test_moments_of_a_live_report_are_kept_and_their_times_are_not():
    moments = [
        ("11h45", "Bế mạc phiên buổi sáng", "Ban tổ chức đề nghị các hãng tàu gửi lịch chạy quý I trước cuối tháng."),
        ("10h20", "Cảng phương đông dành thêm bến", "Bà Orlova báo tin cảng sẽ dành thêm 2 cầu bến cho tàu container."),
        ("09h35", "Container lạnh vẫn thiếu", "Hiệp hội thủy sản nói hàng phải chờ quá 6 ngày trong mùa cao điểm."),
    ]
    lede = "Sáng 14/11, hơn 300 doanh nghiệp hai nước dự diễn đàn về vận tải ở Hải Phòng để bàn cách gỡ nút thắt."
    found = kept(lede, *(line for moment in moments for line in moment), title="Trực tiếp: Diễn đàn vận tải hai nước")
    assert found == [lede, *(line for _, *told in moments for line in told)]


def test_chapters_under_numerals_are_kept_below_a_box_of_links():
    box = ["XEM THÊM", "Phiên chợ trâu cuối năm trên núi", "Cột mốc giữa rừng già"]
    chapters = ["I", "Nhà bên bến", *BODY[:2], *box, "II", "CHUYẾN HÀNG", "Hồ sơ chuyến hàng"]
    chapters += [
        "Số kiện: 40 kiện, mỗi kiện chứa 25 chiếc giỏ mây.",
        "Cước tàu: 38 triệu đồng cho cả chuyến.",
        *BODY[2:],
    ]
    assert [line for line in chapters if line not in kept(*chapters)] == box


@pytest.mark.parametrize("stops", [False, True])
def test_verses_with_and_without_stops_are_kept(stops):
    verses = [
        "Toa sau lắc giữa trời mưa trắng",
        "Áo mẹ còn thơm khói bếp nhà",
        "Sông quê chắc đã qua mùa lũ",
        "Con nợ đồng",
    ]
    verses[3] = "Con nợ đồng sâu một bước xa"
    verses = [f"{line}{',.'[place % 2]}" for place, line in enumerate(verses)] if stops else verses
    assert kept(*BODY, *verses) == [*BODY, *verses]


def test_a_list_behind_ticks_is_kept_under_a_colon_and_a_pointer_behind_a_hand_is_not():
    listed = ["Mấy con số của chuyến hàng để bà con nhớ:", "✅ Giỏ: 1.000 chiếc, hun khói ba lần", "✅ Thu 256.500 rúp"]
    found = kept(*BODY[:3], *listed, *BODY[3:], "👉 Chợ Tết ở Kazan mở ba ngày")
    assert found == [*BODY[:3], *listed, *BODY[3:]]


def test_a_sentence_that_a_printed_sheet_cut_is_whole_again():
    head, address = "17:02, 13/06/2025 Làng đan lát mẫu - Cổng tin mẫu", "https://mau.example/dan-lat-12.html {}/3"
    cut = ["Cả làng có 90 hộ theo nghề, mỗi năm bán được tổng cộng", "73 tỷ đồng giỏ mây, theo sổ của hợp tác xã."]
    lines = [*BODY[:3], cut[0], head, address.format(1), cut[1], BODY[3], head, address.format(2), BODY[4], head]
    page = pages.clean("\n".join(["Trang chủ > Văn hóa", TITLE, "08:15 12/06/2025", *lines, address.format(3)]))
    assert page.text.split("\n") == [*BODY[:3], " ".join(cut), *BODY[3:]]
    assert [line.text for line in page.lines if line.kept] == [*BODY[:3], *cut, *BODY[3:]]


def test_days_of_a_programme_are_no_numbers_of_sheets():
    days = [
        "Lịch của đoàn như sau:",
        "Ngày 4/9",
        "9:00 - 11:30: Thăm xưởng hun khói",
        "Ngày 5/9",
        "8:30 - 11:00: Ký biên bản",
    ]
    assert kept(*BODY, *days) == [*BODY, *days]


@pytest.mark.parametrize("said", [
    "Nhắn Zalo\tDán liên kết\tXem sau",
    "Bản để in",
    "Lưu để đọc sau",
    "Tường thuật của Báo Mẫu kết thúc tại đây.",
    "Nội dung tóm tắt do công cụ tự động tạo và đã được biên tập viên kiểm tra.",
    "40\nkiện giỏ mây đã gửi\n12\nmẫu quai làm lại từ đầu",
    "[32][IMG]",
    "lang dan lat mau anh 3",
    "Xưởng hun khói. Ảnh: Minh Hà\nBà Mây hun giỏ mây bên bếp.\nKhuôn quai mới. Ảnh: Minh Hà",
    "Người thợ trẻ bên khuôn quai. Ảnh minh họa.",
    "Bà Mây chụp trước kho hàng trong ngày gửi kiện cuối.",
    "Đừng bỏ lỡ: Phóng sự “Con đường mây tre” lúc 20h10\nVì sao người đan giỏ ở vùng núi mỗi năm một ít đi, dù giá tăng?",
])  # fmt: skip
def test_what_sites_print_between_paragraphs_is_left_out(said):
    assert kept(*BODY[:3], *said.split("\n"), *BODY[3:]) == BODY


def test_board_of_rates_above_the_title_is_left_out_and_the_table_of_the_article_kept():
    board = ["VN-INDEX\t1.588,40\t+0,74%", "HNX-INDEX\t275,31\t-0,22%", "Vàng SJC\t124,6 triệu đồng/lượng"]
    table = ["Giá giỏ theo cỡ như sau:", "Cỡ giỏ\tGiá (rúp)", "Nhỏ\t350", "Lớn\t900"]
    page = pages.clean("\n".join([*board, *HEAD[:1], TITLE, HEAD[2], *BODY, *table, *FOOT]))
    assert [line.text for line in page.lines if line.kept] == [*BODY, *(line.replace("\t", " ") for line in table)]


def test_remarks_of_readers_are_left_out_under_any_name_of_their_block():
    remarks = [
        "Tham gia bình luận",
        "Được ủng hộ nhiều\tMới gửi",
        "Thợ đan già",
        "Hồi trước tôi gửi một chuyến 200.000 đồng tiền giỏ, hàng tới nơi chỉ còn một nửa, nửa kia mốc hết.",
        "Gửi lúc 07:14\t112 ủng hộ",
    ]
    assert kept(*BODY, *remarks) == BODY


def test_a_box_parted_by_blank_lines_is_left_out_with_all_its_sentences():
    box = [
        "Bài liên quan",
        "Nộp thừa thuế mây tre, xin hoàn thế nào?",
        "Người nộp thừa có năm năm để xin hoàn. Năm 2024 cả nước đã hoàn 1.890 tỷ đồng. Hồ sơ xin hoàn gồm ba tờ.",
    ]
    parted = [line for paragraph in BODY for line in (paragraph, "")]
    assert kept(*parted[:6], *box, "", *parted[6:]) == BODY


def test_a_table_of_contents_goes_and_the_first_sub_head_below_it_stays():
    heads = ["Hàng đi lối nào?", "Cước tàu ra sao?"]
    body = [BODY[0], "Trong bài này:", *heads, heads[0], BODY[1], BODY[2], heads[1], BODY[3], BODY[4]]
    assert kept(*body) == [BODY[0], heads[0], BODY[1], BODY[2], heads[1], BODY[3], BODY[4]]


def test_a_speakers_name_before_the_point_is_a_sub_head_over_text_that_names_the_speaker():
    point = "TS Hồ Lê Nghĩa: Cần tính cả chuyến về"
    said = "Theo ông Nghĩa, chuyến hàng chỉ có lãi khi toa về chở được bột mì. Toa trống thì mỗi kiện lỗ một ít."
    body = [*BODY[:3], "Nhận định của chuyên gia", point, said, *BODY[3:]]
    assert [line for line in (point, said) if line not in kept(*body)] == []


def test_cards_under_an_outlets_name_and_age_are_left_out():
    card = "Giá bán lẻ rau ở các chợ đầu mối tăng 12% sau đợt mưa kéo dài, riêng cải thảo tăng gấp rưỡi."
    assert kept(*BODY[:3], "Dân trí 7 giờ", card, *BODY[3:]) == BODY
    assert card in kept(*BODY[:3], card, *BODY[3:])


def test_an_item_of_a_numbered_list_may_say_what_buttons_say():
    items = ["Làng dặn thợ ba điều:", "1) Giữ ẩm kho dưới 60%;", "2) Không xếp quá bốn lớp;", "3) Thấy mốc thì gọi ngay người coi kho."]
    assert kept(*BODY[:4], *items, BODY[4])[4:8] == items


def test_short_items_that_end_with_semicolons_are_a_list():
    items = ["Khách xét ba thứ:", "* độ bền của quai;", "* mùi khói;", "* giá, xếp cuối cùng."]
    assert kept(*BODY[:3], *items, *BODY[3:])[3:7] == items


def test_a_picture_and_the_headline_beside_it_are_a_link():
    assert kept(*BODY[:2], "|[pic] |Lụa Mã Châu sang dệt hội bên dòng Volga |", *BODY[2:]) == BODY


def test_the_line_below_an_owner_of_a_picture_is_its_caption():
    blank = [part for paragraph in BODY for part in ("", paragraph)]
    assert kept(*blank[:4], "", "© Sputnik / Thục Mẫu", "Thử quai giỏ trên bệ rung ở Perm", *blank[4:]) == BODY


def test_a_short_question_behind_the_sign_of_the_others_is_one_of_them():
    talk = [part for number, answer in enumerate(BODY) for part in (f"* Việc của làng năm nay có gì khác so với năm trước, lần thứ {number}?", f"- {answer}")]
    short = ["* Lương đủ sống?", "- Lúc mới vào nghề tôi lĩnh 38.000 rúp, nay được 112.000 rúp mỗi tháng. Tiền nhà hết một phần năm."]
    assert kept(*talk, *short)[-2:] == short


def test_dated_headlines_between_lede_and_body_cost_no_paragraph():
    related = ["TIN LIÊN QUAN", "Hội làng đón khách quốc tế", "28/01/2025 10:00", "Đắk Lắk tìm cách giữ giá cà phê", "27/01/2025 15:20"]
    assert kept(BODY[0], *related, *BODY[1:]) == BODY


def test_a_paragraph_above_a_video_is_no_caption():
    last = "Ngày 24/6, đoàn của xã sẽ sang Kazan dự hội chợ và ký biên bản với một cửa hàng lớn."
    assert kept(*BODY, last, "Video: Phố nghề về đêm") == [*BODY, last]


def test_a_paragraph_that_tells_of_an_editor_is_no_imprint():
    told = "Chiều qua, Phó Tổng Biên tập báo tỉnh Hồ Văn Mẫu đã về làng nghe thợ kể chuyện và hứa mở chuyên mục cho nghề mây."
    assert kept(*BODY[:2], told, *BODY[2:]) == [*BODY[:2], told, *BODY[2:]]
    imprint = "Tổng Biên tập: Hồ Văn Mẫu, trụ sở tại số 12 phố Hàng Tre, được phép xuất bản bản in hằng tuần từ năm 2003."
    assert kept(*BODY, imprint) == BODY


def test_teasers_and_captions_in_cells_of_their_own_are_left_out_beside_free_paragraphs():
    teaser = "Hội chợ thủ công đã mở cửa ở bờ sông. Khách nhận vé từ tám giờ sáng và xem thợ nung gốm tại chỗ. |"
    cut = "Các cụ bà trong xóm đã dệt xong tấm thảm dài nhất từ trước tới nay và đang ... |"
    caption = "Thợ trẻ kiểm quai giỏ trước giờ đóng kiện |"
    assert kept(teaser, cut, *BODY[:2], caption, *BODY[2:]) == BODY


def test_a_page_whose_paragraphs_all_stand_in_cells_is_kept():
    assert kept(*(f"| {paragraph} |" for paragraph in BODY)) == BODY


def test_the_line_below_a_pictures_counted_name_is_its_caption_and_the_text_below_stays():
    shown = "Thợ làng đan lát mẫu đóng kiện giỏ mây gửi khách ở Perm"
    again = "Sáng nay, thợ làng đan lát mẫu đóng thêm hai kiện giỏ mây gửi khách ở Perm, theo lời người coi kho."
    assert kept(BODY[0], "", "Dong kien gio 1", shown, "", again, "", *BODY[1:3], "", "Dong kien gio 2", "Khách xem quai giỏ", "", *BODY[3:]) == [
        BODY[0],
        again,
        *BODY[1:],
    ]


def test_the_source_of_a_table_printed_as_text_is_left_out():
    source = '<center><table class="anh"><tbody><tr><td>http://anh.example/gio.jpg</td></tr><tr><td>Giỏ mây đã hun khói.'
    assert kept(*BODY[:2], source, "</td></tr></tbody></table></center>", *BODY[2:]) == BODY


def test_a_headline_whose_address_stands_below_it_is_a_link():
    link = ["Kỳ trước: Người giữ lửa lò hun khói cuối cùng ở làng và chuyện chưa kể?", "", "https://baomau.example/a12/nguoi-giu-lua-lo-hun-khoi-cuoi-cung-o-lang"]
    assert kept(*link, *BODY) == BODY
    assert kept(*BODY[:2], *link, *BODY[2:]) == BODY


@pytest.mark.parametrize(
    "caption",
    [
        "Bà Lê Thị Mây trao giỏ mây cho người coi kho của làng đan lát mẫu.",
        "Bà Lê Thị Mây khi còn học nghề.",
        "Nghệ nhân Lê Thị Mây.",
        "Hình ảnh mới nhất của kho hàng trong làng. Từ đây giỏ mây lên xe.",
    ],
)
def test_captions_that_end_with_a_full_stop_are_left_out_and_told_deeds_stay(caption):
    assert kept(*BODY[:2], caption, *BODY[2:]) == BODY
    told = "Bà Lê Thị Mây đã trao giỏ mây cho người coi kho của làng đan lát mẫu."
    assert kept(*BODY[:2], told, *BODY[2:]) == [*BODY[:2], told, *BODY[2:]]


def test_the_one_sentence_that_goes_on_about_another_headline_goes_with_it():
    link = "Nữ sinh vùng cao giành giải Nhì quốc gia môn tiếng Nga sau hai năm tự học"
    blurb = "Với 17,5 điểm, em là nữ sinh đầu tiên của huyện giành giải ở môn tiếng Nga, được thưởng 30 triệu đồng."
    parted = [line for paragraph in BODY for line in (paragraph, "")]
    assert kept(*parted[:4], link, "", blurb, "", *parted[4:]) == BODY
    assert kept(*parted[:4], link, "", "TTO - Sách ảnh về bến sông được in lại sau ba mươi năm nhờ một bạn đọc ở Omsk.", "", *parted[4:]) == BODY
    assert kept(*BODY[:3], link, "Hôm qua, 17:45", *BODY[3:]) == BODY


def test_the_line_below_a_players_buttons_is_the_videos_caption_and_the_text_below_stays():
    player = ["Play", "00:00", "01:48", "Mute", "HD"]
    shown = "Chuyến giỏ mây đầu tiên của làng rời bến sang Perm (Kênh Mẫu)"
    again = "Đây là chuyến giỏ mây đầu tiên của làng sang Perm. Xe rời bến lúc sáu giờ sáng với bốn người đi theo."
    assert kept(BODY[0], *player, shown, again, *BODY[1:]) == [BODY[0], again, *BODY[1:]]


def test_a_roundup_of_two_items_without_a_lede_is_kept():
    items = [
        "Thợ hàn Hải Phòng vào ca ở nhà máy bên sông Neva",
        "Mười hai thợ đã ký hợp đồng hai năm và được ở ký túc xá của nhà máy. Lương tháng đầu trả bằng đồng rúp.",
        "Trường nghề Tula nhận học viên ngành lạnh",
        "Khóa học kéo dài mười tháng, có phiên dịch. Học viên phải tự lo tiền vé và áo ấm.",
    ]
    assert kept(*items, title="Điểm tin hợp tác Việt - Nga cuối tuần") == items
    assert kept(*items) == items[1:2]


def test_tags_alone_are_left_out_and_a_paragraph_between_tags_is_kept():
    tagged = f"<p>{BODY[1]} <b>Thợ</b> <i>nói</i>.</p>"
    assert kept(BODY[0], "</figure>", tagged, *BODY[2:]) == [BODY[0], tagged, *BODY[2:]]


def test_names_and_ranks_above_a_post_without_a_title_are_left_out():
    post = ["hoa.mai", "", "Quản lý chung", "Помощник", *BODY[:3], "", "Từ làng mây", *BODY[3:]]
    assert [line.text for line in pages.clean("\n".join(post)).lines if line.kept] == [*BODY[:3], "Từ làng mây", *BODY[3:]]


@pytest.mark.parametrize(
    "box",
    [
        ["THÔNG TIN NHANH", "Tên hàng: giỏ mây hun khói", "Nơi đan: xóm Bến, làng đan lát", "Khách: một cửa hàng ở Perm"],
        ["Hồ sơ chuyến hàng", "• Bên bán: làng đan lát mẫu", "• Bên mua: cửa hàng ở Perm", "• Giá trị: 5.760 USD"],
        ["Ba con số", "40 kiện giỏ trong chuyến đầu", "3 lần hun khói mỗi chiếc", "9 ngày chậm hơn trên tàu"],
    ],
)
def test_a_box_of_facts_that_the_text_speaks_of_is_kept_and_gives_no_title(box):
    assert kept(*box, *BODY) == [*box, *BODY]
    assert kept(*BODY[:2], *box, *BODY[2:]) == [*BODY[:2], *box, *BODY[2:]]
    assert pages.clean("\n".join([TITLE, HEAD[2], *box, *BODY])).title == TITLE


def test_a_board_of_rates_in_the_place_of_such_a_box_is_left_out():
    assert kept("Tỷ giá", "USD: 25.400", "EUR: 27.100", "RUB: 331", *BODY) == BODY


def test_a_roundup_of_two_items_below_a_lede_is_kept():
    items = [
        "Hai tin đáng chú ý hôm nay nói về nghề hàn và nghề lạnh.",
        "Thợ hàn Hải Phòng vào ca ở nhà máy bên sông Neva",
        "Mười hai thợ đã ký hợp đồng hai năm và được ở ký túc xá của nhà máy. Lương tháng đầu trả bằng đồng rúp.",
        "Trường nghề Tula nhận học viên ngành lạnh",
        "Khóa học kéo dài mười tháng, có phiên dịch. Học viên phải tự lo tiền vé và áo ấm.",
    ]
    assert kept(*items, title="Bản tin hợp tác Việt - Nga ngày 12/6") == items
