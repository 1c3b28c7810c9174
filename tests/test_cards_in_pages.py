"""Cards of other articles between paragraphs, and what only looks like one: sub-heads, schedules, boxes on people."""

import pytest

from analysis import pages

HEAD = ["Trang chủ > Kinh tế", "Xưởng thuyền thúng Phước Hải giao lô đầu cho một hồ nuôi cá ở Astrakhan", "08:15 12/06/2025"]
FOOT = ["Tin liên quan", "Giá rau tăng 12% sau đợt mưa", "Giấy phép số 12/GP-BTTTT. Tổng Biên tập: Đỗ Văn Mẫu"]
BODY = [
    "Sáng qua, xưởng thuyền thúng Phước Hải đóng xong 60 chiếc thúng tre cho một hồ nuôi cá tầm ở Astrakhan. Lô hàng trị"
    " giá 38.000 USD, gồm cả mái chèo và phao.",
    "Bà Ngô Thị Rạng, chủ xưởng, nói mỗi chiếc thúng phải phơi bảy nắng rồi mới trét dầu rái. Thợ đan nan từ tháng Hai, ai"
    " cũng sợ mưa trái mùa làm mốc tre.",
    "Hồ nuôi cá ở Astrakhan cần thuyền nhẹ để cho cá ăn, vì thuyền sắt làm cá tầm hoảng. Người mua đã thử ba chiếc thúng từ"
    " mùa thu năm ngoái và khen tre không hút lạnh.",
    "Thúng đi tàu biển từ Cát Lái tới Novorossiysk, xếp chồng như bát nên một container chở được 60 chiếc. Cước cả chuyến là"
    " 4.100 USD, bằng một phần chín giá hàng.",
]
LAST = "Xưởng nhận thêm bốn thợ học việc ở làng bên. Vụ sau, thúng sẽ có thêm nẹp mây ở vành để dễ buộc dây khi nước động."
STAMP = "11:05 09/06/2025"
CARD = "Rạp xiếc lưu động dựng lều ở bãi biển Vũng Tàu suốt mùa hè"


def kept(*body):
    return [line.text for line in pages.clean("\n".join([*HEAD, *body, *FOOT])).lines if line.kept]


def parted(*body):
    """The lines kept of a page whose paragraphs are parted by blank lines."""
    return kept("", *(line for each in body for line in (each, "")))


@pytest.mark.parametrize(
    "opening",
    ["Theo tính toán của bà, ", "Dự kiến, hai bên ", "Phía bạn cho biết ", "Tuy nhiên, "],
)
def test_the_paragraph_behind_a_card_is_the_articles_if_it_refers_to_the_one_before(opening):
    own = f"{opening}mỗi chiếc thúng dùng được sáu năm nếu năm nào cũng trét lại dầu rái."
    assert kept(*BODY, CARD, STAMP, own) == [*BODY, own]
    assert kept(*BODY[:3], CARD, STAMP, own, BODY[3], LAST) == [*BODY[:3], own, BODY[3], LAST]


@pytest.mark.parametrize("stamp", [STAMP, "9 Tháng Sáu 2025, 11:05", "Hôm qua, 18:05", "3 giờ trước", "09/06/2025"])
def test_two_long_paragraphs_behind_a_card_are_the_articles(stamp):
    assert kept(*BODY[:2], CARD, stamp, *BODY[2:], LAST) == [*BODY, LAST]
    assert parted(*BODY[:3], f"{CARD}\n{stamp}", BODY[3], LAST) == [*BODY, LAST]


@pytest.mark.parametrize("name", ["ĐỌC NGAY", "Tin nên đọc", "ĐỪNG BỎ LỠ"])
def test_a_card_below_the_name_of_a_box_is_left_out(name):
    blurb = "Đoàn xiếc có 14 nghệ sĩ, bán vé 80.000 đồng. Rạp xiếc lưu động dựng lều ở bãi biển suốt hai tháng hè này."
    assert parted(*BODY[:3], f"{name}\n{CARD}\n{blurb}", BODY[3], LAST) == [*BODY, LAST]


def test_a_blurb_behind_a_card_is_left_out():
    blurb = "Đoàn xiếc có 14 nghệ sĩ, bán vé 80.000 đồng mỗi tối và nghỉ diễn khi biển động."
    assert kept(*BODY[:3], CARD, STAMP, blurb, BODY[3], LAST) == [*BODY, LAST]
    assert parted(*BODY[:3], "ĐỌC NGAY", CARD, blurb, BODY[3], LAST) == [*BODY, LAST]


def test_two_sentences_stuck_to_a_headline_are_no_part_of_a_page_that_parts_its_paragraphs():
    card = f"{CARD}\nĐoàn xiếc có 14 nghệ sĩ, bán vé 80.000 đồng mỗi tối và nghỉ diễn khi biển động. Lều được dựng lại sau trận gió"
    assert parted(*BODY[:3], f"{card} hồi tháng Tư làm gãy hai cột chính.", BODY[3], LAST) == [*BODY, LAST]


def test_the_text_goes_on_below_the_name_of_an_empty_block():
    own = "Theo sổ của xưởng, lô 60 chiếc thúng tre đi Astrakhan dùng hết 2,4 tấn tre và 300 lít dầu rái."
    assert kept(BODY[0], "TIN MỚI", own, *BODY[1:]) == [BODY[0], own, *BODY[1:]]


def test_a_blurb_below_the_name_of_a_block_is_left_out():
    blurb = "Rạp xiếc lưu động dựng lều ở bãi sau, bán vé 80.000 đồng mỗi tối suốt hai tháng hè."
    assert kept(BODY[0], "TIN MỚI", blurb, *BODY[1:]) == BODY


@pytest.mark.parametrize(
    "items",
    [
        ["Vòng 1 (từ 2/7 đến 9/7): xem tay nghề đan nan tại xưởng", "Vòng 2 (12/7): thử chèo - lái", "Vòng 3 (15/7): phỏng vấn"],
        ["Bước 1: nộp đơn ở xưởng", "Bước 2: đan thử | trét thử | phơi thử", "Bước 3: ký giấy nhận việc"],
        ["Ngày 1: đan nan - vót nẹp - chẻ mây", "Ngày 2: trét dầu"],
    ],
)
def test_the_lines_of_a_schedule_are_the_articles(items):
    opening = "Lịch tuyển thợ học việc"
    assert parted(*BODY, opening, *items, LAST) == [*BODY, opening, *items, LAST]


def test_the_parts_of_a_series_are_links():
    assert parted(*BODY, "Bài 1: Người giữ nghề thúng", "Bài 2: Đường biển tới hồ cá", LAST) == [*BODY, LAST]


@pytest.mark.parametrize(
    "head",
    ["Thuyền nhẹ được chuộng, người thử cũng được tiếng khen", "Nẹp mây được thêm, tay thợ cũng được thêm"],
)
def test_a_line_whose_words_the_paragraph_below_takes_up_is_a_sub_head(head):
    below = LAST if "Nẹp" in head else BODY[2]
    others = [each for each in [*BODY, LAST] if each != below]
    assert parted(*others[:3], head, below, *others[3:]) == [*others[:3], head, below, *others[3:]]


def test_sub_heads_in_capitals_are_the_articles_whatever_they_are_called():
    page = [BODY[0], "TRE VÀ NẮNG THÁNG HAI", BODY[1], BODY[2], "GÓC NHÌN: ĐỪNG ĐẾM BẰNG THÚNG", BODY[3], LAST]
    page += ["CÒN LẠI MỘT MÙA MƯA", "Bà Rạng dặn thợ che kín đống tre trước rằm. Năm ngoái, mưa đến sớm tám ngày và hỏng mất hai trăm nan."]
    assert parted(*page) == page


@pytest.mark.parametrize("head", ["Vài nét về bà Ngô Thị Rạng", "Về Tiến sĩ Ngô Thị Rạng"])
def test_a_box_on_whom_the_article_tells_of_belongs_to_it(head):
    box = "Sinh năm 1958 ở Phước Hải, bà học đan từ ông ngoại. Bà đã truyền nghề cho 40 người và viết hai cuốn sổ tay."
    assert parted(*BODY, LAST, head, box) == [*BODY, LAST, head, box]


def test_a_box_on_the_company_that_sent_the_text_is_left_out():
    box = "Thành lập năm 2003, Phước Hải Xanh là nhà phân phối tre với 40 đại lý. Vốn điều lệ của hãng là 12 tỷ đồng."
    assert parted(*BODY, LAST, "Về Phước Hải Xanh", box) == [*BODY, LAST]


def test_a_question_alone_behind_the_mark_of_a_list_is_a_link():
    assert kept(*BODY[:2], "• Nghề rèn bên sông: vì sao lò nào cũng quay mặt về hướng tây?", *BODY[2:]) == BODY


def test_questions_in_a_list_are_the_articles():
    items = ["• Nan tre phơi mấy nắng thì đan được?", "• Dầu rái trét mấy lớp thì kín nước?"]
    opening = "Thợ mới phải trả lời được hai câu:"
    assert kept(*BODY[:2], opening, *items, *BODY[2:]) == [*BODY[:2], opening, *items, *BODY[2:]]


def test_the_issue_that_is_sold_is_no_paragraph():
    sold = "Tạp chí Nghề Biển số 7 phát hành ngày 20/6 có chuyên đề “Thúng tre ra khơi”. Giá 45.000 đồng."
    told = "Tạp chí Nghề Biển số 7 phát hành ngày 20/6 đăng bài của bà Rạng về cách chọn tre. Xưởng mua mười cuốn tặng thợ."
    assert kept(*BODY[:2], sold, *BODY[2:]) == BODY
    assert told in kept(*BODY[:2], told, *BODY[2:])


PICTURE = "Thợ trét dầu rái lên nan thúng. Ảnh: Tạ Mẫu"
OF_BUYERS = "Người mua thúng tre xem hồ nuôi cá tầm ở Cam Ranh"
BLURB = "Họ muốn thuê 35 mẫu mặt nước để thả cá giống nhưng còn ngại giá thức ăn."


def test_one_sentence_below_a_headline_stuck_to_a_credited_caption_is_a_card():
    assert kept(*BODY, LAST, PICTURE, OF_BUYERS, BLURB) == [*BODY, LAST]
    assert kept(*BODY[:2], PICTURE, OF_BUYERS, BLURB, "10:20", *BODY[2:], LAST) == [*BODY[:2], *BODY[2:], LAST]


def test_a_sub_head_below_a_credited_caption_keeps_its_text():
    head = "Nan tre phải phơi đủ bảy nắng"
    short = "Trời âm u thì thợ hong nan trên gác bếp."
    assert kept(*BODY[:2], PICTURE, head, short, *BODY[2:], LAST)[2:] == [head, short, *BODY[2:], LAST]
