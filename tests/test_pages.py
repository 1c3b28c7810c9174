"""Cleaning of pages: what an analyst would notice, on pages written for these tests and on the gold pages."""

from datetime import datetime

import pytest

from analysis import bylines, dates, headline, lines, pages, rules, wrapping

PAGE = """Trang chủ > Kinh tế > Thị trường
Xưởng gốm mẫu nhận đơn hàng đầu tiên từ Kazan
Thứ năm, 06/03/2025 - 14:05
Sau một năm gửi mẫu thử, xưởng gốm mẫu đã ký được hợp đồng đầu tiên với một cửa hàng ở Kazan.
Lò nung cũ được sửa lại để giữ nhiệt đều hơn, nhờ vậy men rạn đúng ý người đặt.
Thợ gốm vẽ men trên bình hoa. Ảnh: Minh Hà
Người thợ cả nói rằng chuyến hàng tới sẽ đi bằng tàu hỏa, chậm hơn nhưng ít vỡ.
Nguyễn Văn Mẫu
Theo Báo Mẫu
https://baomau.example/gom-kazan.html
Tin liên quan
Giá rau tăng 12% sau đợt mưa
Các chợ đầu mối cho biết lượng rau về giảm một nửa so với tuần trước vì đường ngập.
Đội tuyển trẻ thắng trận mở màn
Hai bàn thắng đều đến trong hiệp một, khi đối thủ còn đang tìm nhịp chơi của mình."""


def kinds(text, **told):
    return [line.kind for line in pages.clean(text, **told).lines]


def test_every_line_comes_back_with_a_reason_in_both_languages():
    page = pages.clean(PAGE)
    assert [line.number for line in page.lines] == list(range(1, 16))
    assert all(line.reason for line in page.lines)
    for line in page.lines:
        assert pages.reason(line.kind, "vi") != pages.reason(line.kind, "en") == line.reason


def test_fields_of_a_page():
    page = pages.clean(PAGE)
    assert page.title == "Xưởng gốm mẫu nhận đơn hàng đầu tiên từ Kazan"
    assert page.published == "2025-03-06T14:05:00"
    assert page.section == "Kinh tế > Thị trường"
    assert page.author == "Nguyễn Văn Mẫu"
    assert (page.source, page.source_url) == ("Báo Mẫu", "https://baomau.example/gom-kazan.html")
    assert page.lede.startswith("Sau một năm") and len(page.body) == 2
    assert page.captions == ["Thợ gốm vẽ men trên bình hoa. Ảnh: Minh Hà"]
    assert page.language == "vi"


@pytest.mark.parametrize("printed, iso", [
    ("09:03 | 09/05/2025 GMT+7", "2025-05-09T09:03:00+07:00"),
    ("21:06 02.04.2025 (Đã cập nhật: 21:17 02.04.2025)", "2025-04-02T21:06:00"),
    ("Thứ sáu, 9/5/2025, 09:03 (GMT+7)", "2025-05-09T09:03:00+07:00"),
    ("Thứ Sáu, ngày 9 tháng 5 năm 2025", "2025-05-09"),
    ("Ngày đăng: 09-05-2025", "2025-05-09"),
    ("9 Tháng Năm, 2025 9:40 tối", "2025-05-09T21:40:00"),
    ("May 9, 2025 | 09:03 pm GMT+7", "2025-05-09T21:03:00+07:00"),
    ("9 мая 2025, 10:00", "2025-05-09T10:00:00"),
    ("2025-05-09T02:03:00Z", "2025-05-09T02:03:00+00:00"),
])  # fmt: skip
def test_printed_dates(printed, iso):
    text = PAGE.replace("Thứ năm, 06/03/2025 - 14:05", printed)
    assert pages.clean(text).published == iso
    datetime.fromisoformat(iso)


@pytest.mark.parametrize(
    "printed", ["Ngày 8/5, tại trụ sở", "Quyết định 161/2025", "32/01/2025", "lúc 25:61", "12/06/1890"]
)
def test_what_is_no_date(printed):
    assert not dates.find(printed)


def test_newest_date_of_the_page_and_clock_at_its_top_are_not_the_publication():
    text = "Thứ Bảy, 14/02/2026\nTrang chủ\nChính trị\nKinh tế\nVăn hóa\n" + PAGE + "\n20:15 13/02/2026"
    assert pages.clean(text).published == "2025-03-06T14:05:00"


def test_page_without_a_date_has_none():
    text = PAGE.replace("Thứ năm, 06/03/2025 - 14:05\n", "").replace("Tin liên quan", "Tin liên quan\n14/02/2026")
    assert pages.clean(text).published is None


def test_empty_source_is_none_and_not_the_next_line():
    assert pages.clean(PAGE.replace("Theo Báo Mẫu", "Nguồn:")).source in (None, "")


def test_related_links_above_the_byline_do_not_cost_the_byline():
    link = "Gốm cổ trở lại trên bàn ăn phố thị Gốm cổ trở lại trên bàn ăn phố thị\n"
    page = pages.clean(PAGE.replace("Nguyễn Văn Mẫu", link + "Nguyễn Văn Mẫu"))
    assert page.author == "Nguyễn Văn Mẫu" and len(page.body) == 2


def test_block_of_links_inside_the_article_is_left_out_and_the_rest_kept():
    box = "TIN LIÊN QUAN\nLễ hội phở đón 15.000 lượt khách\nChợ đêm mở cửa trở lại\n"
    page = pages.clean(PAGE.replace("Người thợ cả", box + "Người thợ cả"))
    assert any(line.startswith("Người thợ cả") for line in page.body)
    assert "15.000" not in page.text


def test_teaser_without_a_header_is_not_text():
    doubled = "Bão số 3 đổi hướng\n\nBão số 3 đổi hướng\n\nTrung tâm dự báo cho biết tâm bão cách bờ 250 km và còn mạnh thêm trong đêm nay.\n"
    page = pages.clean(PAGE.replace("Tin liên quan\n", "") + "\n" + doubled * 2)
    assert "250 km" not in page.text


def test_pull_quote_is_kept_once():
    quote = "“Chuyến hàng tới sẽ đi bằng tàu hỏa, chậm hơn nhưng ít vỡ”"
    page = pages.clean(PAGE.replace("Người thợ cả", quote + "\nNgười thợ cả"))
    assert page.text.count("chậm hơn nhưng ít vỡ") == 1


def test_subheads_lists_and_tables_belong_to_the_text():
    inside = "Vì sao chọn Kazan\nHai bên thống nhất ba việc:\n- Gửi mẫu men mới trước tháng 6\n- Cử thợ sang dạy nghề\n| Năm | Số bình |\n| 2024 | 1.200 |\n| 2025 | 3.400 |\n"
    page = pages.clean(PAGE.replace("Người thợ cả", inside + "Người thợ cả"))
    assert all(part in page.text for part in ("Vì sao chọn Kazan", "Cử thợ sang dạy nghề", "2025 | 3.400"))


def test_readers_remarks_with_figures_are_left_out():
    remarks = (
        "\nBình luận (2)\nAnh Tám\nBình này giá 900 nghìn đồng thì ai mua nổi, đắt quá.\n2 giờ trước\nThích\nTrả lời\n"
    )
    assert "900 nghìn" not in pages.clean(PAGE + remarks).text
    assert pages.clean(PAGE.replace("Sau một năm", "Bình luận (0)\nSau một năm")).lede.startswith("Sau một năm")


def test_paragraphs_broken_by_an_editor_are_joined():
    broken = ["Lò nung cũ được sửa lại để giữ nhiệt đều hơn, nhờ vậy men rạn đúng ý của",
              "người đặt hàng và của những người thợ già trong làng, vốn quen với lửa củi",
              "hơn là với đồng hồ đo. Mẻ đầu tiên ra lò vào giữa tháng, chỉ vỡ một bình trên",
              "tổng số ba mươi bình, ít hơn nhiều so với mọi năm, khi cứ mười bình thì vỡ",
              "mất hai."]  # fmt: skip
    assert wrapping.groups(broken) == [[1, 2, 3, 4, 5]]
    page = pages.clean("Gốm mẫu đi xa\n\n" + "\n".join(broken))
    assert page.body == [" ".join(broken)] and all(line.kept for line in page.lines[2:])


def test_figures_of_the_page_furniture_never_reach_the_text():
    assert "12%" not in pages.clean(PAGE).text


@pytest.mark.parametrize("text, language", [
    ("The two sides met in Hanoi and agreed on a plan for the next three years of work.", "en"),
    ("Стороны встретились в Ханое и согласовали план работы на ближайшие три года.", "ru"),
    ("Hai bên gặp nhau tại Hà Nội và thống nhất kế hoạch làm việc cho ba năm tới.", "vi"),
    ("123 456", None),
])  # fmt: skip
def test_language_of_a_page(text, language):
    assert bylines.language(text) == language


@pytest.mark.parametrize("text, kind", [
    ("Ảnh: TTXVN", "credit"), ("Đoàn đại biểu tại lễ ký. (Ảnh: BTC)", "caption"), ("Đoàn đại biểu tại lễ ký - Ảnh: VGP/NB", "caption"),
    ("Từ khóa: Nga, gốm", "tags"), ("TIN CÙNG CHUYÊN MỤC (12)", "header"), ("Facebook Zalo Copy link", "control"),
    ("Giấy phép số 12/GP-BTTTT", "footer"), ("[Video] Một ngày ở lò gốm", "media"), (">> Giá dầu giảm", "pointer"),
    ("infographic 7 thang dau nam 2025", "slug"), ("Theo Báo Nhân Dân", "source"), ("15 phút trước Giá dầu giảm", "listed"),
    ("Hotline: 0900 000 000", "control"), ("Chính trị | Kinh tế | Văn hóa", "menu"), ("5 bình luận", "comment"),
    ("Theo kế hoạch, hai bên sẽ họp lại vào tháng 9 tới.", None), ("Thương mại hai chiều tăng 12% trong năm nay.", None),
    ("Nguồn vốn này được giải ngân trong ba năm.", None), ("Điện thoại chiếm phần lớn nhất", None), ("Bình luận về kết quả, ông nói đó là bước đầu.", None),
])  # fmt: skip
def test_kinds_of_lines_by_their_wording(text, kind):
    assert lines.look(1, text).kind == kind


def test_title_is_found_by_the_file_name_or_the_head_of_a_web_page():
    text = "Tin nóng trong ngày hôm nay\nXưởng gốm mẫu vui\nHợp đồng đầu tiên với một cửa hàng ở Kazan đã được ký sau một năm gửi mẫu thử."
    assert pages.clean(text, metadata={"title": "Xưởng gốm mẫu vui | Báo Mẫu"}).title == "Xưởng gốm mẫu vui"
    assert headline.same("Xưởng gốm mẫu vui", "Xưởng gốm mẫu vui | Báo Mẫu")


def test_overrides_force_lines_in_and_out(monkeypatch):
    entries = {
        "line": [
            {"file": "gom*.txt", "begins": "Giá rau", "until": "Các chợ", "keep": True},
            {"file": "gom*.txt", "begins": "Lò nung"},
        ]
    }
    load = rules.load
    monkeypatch.setattr(rules, "load", lambda name: entries if name == "overrides" else load(name))
    page = pages.clean(PAGE, "gom-kazan.txt")
    assert "Các chợ đầu mối" in page.text and "Giá rau tăng" in page.text and "Lò nung" not in page.text
    assert {line.kind for line in page.lines} >= {"forced_in", "forced_out"}
    assert "Lò nung" in pages.clean(PAGE, "other.txt").text


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "a", ".", "Tin liên quan", "| |", "\u200b", "\x00\x01", "?" * 300, "Nguồn:", "12/03/2025"]
)
def test_page_without_an_article_has_no_text_and_all_its_lines(text):
    page = pages.clean(text)
    assert page.text == "" and len(page.lines) >= 1
