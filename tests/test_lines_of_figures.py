"""Lines with figures that lost their full stop or stand in lists, beside cards, polls and boards with figures of others."""

import pytest

from analysis import pages
from analysis.lines import look

TITLE = "Làng chiếu mẫu bán lô hàng đầu tiên cho kho Saratov"
LEDE = "Sau hai vụ cói, làng chiếu mẫu đã gửi đi lô hàng đầu tiên theo đơn của một kho hàng gia dụng ở Saratov."
BODY = [
    "Lô đầu có 2.600 đôi chiếu, trị giá 41.000 USD. Chủ kho trả trước một nửa, phần còn lại trả khi hàng qua cửa khẩu.",
    "Người làng phải dệt khổ hẹp hơn vì giường bên ấy nhỏ. Mỗi khung cửi sửa lại mất hai ngày và 700.000 đồng.",
    "Cói trồng ở bãi ngoài đê, cắt tháng Năm và tháng Mười. Năm nay bãi cói rộng 80 ha, cho chừng 900 tấn sợi khô.",
    "Chuyến thứ hai sẽ đi đường sắt. Làng tính đóng chiếu vào bao dứa, mỗi bao 20 đôi, để đỡ tốn chỗ trong toa.",
]


def kept(*lines):
    """What is kept of a page with these lines below its title and date."""
    return pages.clean("\n".join(["Kinh tế", TITLE, "14/11/2025 12:05 GMT+7", *lines])).text.split("\n")


def parted(*lines):
    """The lines with blank ones between."""
    return [each for line in lines for each in (line, "")]


@pytest.mark.parametrize(
    "line",
    [
        "Trong đó: chiếu hoa 1.100 đôi; chiếu trơn 1.500 đôi; gối cói 300 chiếc",
        "Theo sổ của hợp tác xã, mỗi khung cửi làm được 9 đôi chiếu trong một tuần",
        "Ông Bùi Văn Mẫu, người giữ sổ của làng, nói lô này lời 12%",
        "Phòng kinh tế huyện cho biết làng sẽ được vay thêm 2 tỷ đồng với lãi 4% để mua máy xe cói đời mới trong quý tới",
        "Hiện làng có 46 khung cửi, mỗi khung nuôi được ba người thợ",
        "Tổng cộng: 50.400 USD",
        "Bà cũng đặt thêm 40 tấn sợi khô của làng bên",
    ],
)
def test_a_sentence_that_lost_its_full_stop_stays_where_it_stands(line):
    assert kept(*parted(LEDE, *BODY[:2], line, *BODY[2:])) == [LEDE, *BODY[:2], line, *BODY[2:]]


def test_the_last_sentence_without_full_stop_is_the_articles():
    line = "Bà cũng đặt thêm 40 tấn sợi khô của làng bên"
    assert kept(LEDE, *BODY, line, "Lê Thị Mẫu") == [LEDE, *BODY, line]


def test_a_headline_without_full_stop_is_no_sentence():
    for text in (
        TITLE,
        "Theo dõi báo mẫu trên kênh tin nhanh, nhận tin mỗi sáng về chợ và giá cói",
        "Bà Mẫu bán chiếu",
    ):
        assert not look(1, text).prose


def test_what_a_line_breaks_down_is_kept_with_it():
    pair = [
        "Hàng gửi đi nhiều nhất là chiếu và sợi khô của ba làng ven đê",
        "Trong đó: chiếu 41.000 USD; sợi 9.000 USD",
    ]
    assert kept(*parted(LEDE, *BODY[:2], *pair, *BODY[2:])) == [LEDE, *BODY[:2], *pair, *BODY[2:]]


def test_the_list_that_ends_an_article_above_the_byline_is_kept_and_links_are_not():
    plans = ["Việc năm tới của làng", "• Dệt 9.000 đôi chiếu", "• Mở kho ở Penza rộng 300 m2"]
    links = ["• Xã bên trúng mùa dưa, lời 40 triệu đồng mỗi mẫu", "• Giá phân đạm lên 11.200 đồng một ký"]
    assert kept(*parted(LEDE, *BODY), *plans, "", "Lê Thị Mẫu") == [LEDE, *BODY, *plans]
    assert kept(*parted(LEDE, *BODY), *links, "", "Lê Thị Mẫu") == [LEDE, *BODY]


def test_a_poll_with_its_results_parts_no_paragraphs():
    poll = ["Bạn chọn loại chiếu nào?", "Chiếu cói 48%", "Chiếu tre 31%", "Không dùng 21%"]
    assert kept(*parted(LEDE, *BODY[:2]), *poll, "", *parted(*BODY[2:])) == [LEDE, *BODY]


def test_a_card_of_another_article_takes_no_paragraph_with_it():
    card = [
        "Chiếu trúc Cao Bằng được giá, thợ nhận 9 triệu đồng một tháng",
        "Ba xưởng chiếu trúc ở Cao Bằng tuyển thêm 120 thợ, trả 9 triệu đồng một tháng.",
    ]
    assert kept(*parted(LEDE, *BODY[:2]), *card, "", *parted(*BODY[2:])) == [LEDE, *BODY]


def test_a_board_of_rates_is_dropped_and_a_table_of_goods_kept():
    board = ["| Ngoại tệ | Mua | Bán |", "| USD | 25.770 | 26.130 |", "| RUB | 302 | 334 |"]
    goods = ["| Hàng | Đôi | USD |", "| Chiếu hoa | 1.100 | 19.000 |", "| Chiếu trơn | 1.500 | 22.000 |"]
    assert kept(LEDE, *BODY, *board) == [LEDE, *BODY]
    assert len(kept(LEDE, *BODY[:2], "Lô hàng gồm:", *goods, *BODY[2:])) == 9


def test_labels_with_ranges_and_dates_are_neither_comments_nor_menus():
    assert look(1, "Thời gian: 19-22 ngày").kind is None
    assert look(1, "Khai trương: 14/9/2024").kind != "menu"
    assert look(1, "Dân trí - 19 ngày").kind == "comment"


def test_the_first_numbered_sub_head_stands_above_the_first_paragraph():
    assert kept("", "1. Đánh giá chung", "", *parted(LEDE, *BODY)) == ["1. Đánh giá chung", LEDE, *BODY]
