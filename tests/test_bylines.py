"""Who wrote it, in which section, and what is no imprint: read from whole pages in layouts that outlets print."""

import pytest

from analysis import pages

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
