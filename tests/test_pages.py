"""Cleaning of pages: what an analyst would notice, on pages written for these tests and on the gold pages."""

from datetime import datetime

import pytest

from analysis import bylines, dates, kinship, lines, pages, rules, title_shapes, wrapping

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


LONG = """Trang chủ > Kinh tế
Làng gốm Phù Lãng gửi lô bình đầu tiên sang Kazan
06/03/2025 14:05
Sau một năm gửi mẫu thử, làng gốm Phù Lãng đã ký được hợp đồng đầu tiên với một cửa hàng ở Kazan.
Lò nung cũ được sửa lại để giữ nhiệt đều hơn, nhờ vậy men rạn đúng ý người đặt. Mẻ đầu tiên chỉ vỡ một bình trên ba mươi bình.
Người thợ cả Trần Văn Gốm nói rằng chuyến hàng tới sẽ đi bằng tàu hỏa, chậm hơn nhưng ít vỡ. Giá cước mỗi tấn là 210 USD.
Lời hẹn mùa thu
Làng gốm dự kiến mở một gian trưng bày ở Kazan vào mùa thu, do hai nhà cùng góp vốn. Gian hàng ấy sẽ bán cả bình lẫn ấm.
Cửa hàng ở Kazan đặt thêm 400 bình gốm men rạn cho dịp năm mới. Hợp đồng thứ hai có thể được ký ngay tại lò nung."""
AFTER = "Lời hẹn mùa thu"


def added(lines, before=None):
    """The text of LONG with lines put above `before`, or at its end."""
    return pages.clean(LONG.replace(before, f"{lines}\n{before}") if before else f"{LONG}\n{lines}").text


WHOLE = pages.clean(LONG).text


@pytest.mark.parametrize("lines", [
    "Xoài Cao Lãnh lên kệ siêu thị Seoul sau hai năm đàm phán\nLô xoài 18 tấn đầu tiên bán hết sau hai ngày ở Seoul.",
    "Tin liên quan\nXoài Cao Lãnh lên kệ siêu thị Seoul\nLô xoài 18 tấn đầu tiên bán hết sau hai ngày.",
    "Đọc thêm: Xoài Cao Lãnh lên kệ siêu thị Seoul", "• Xoài Cao Lãnh lên kệ siêu thị Seoul", "* Chợ đêm mở cửa\n* Giá vàng tăng 2%",
    "Chia sẻ\nFacebook\nZalo\nCopy link", "Bạn có muốn học nghề gốm không?\nCó\nKhông\nBình chọn", "gom-phu-lang-2.jpg",
    "Quang cảnh buổi lễ.", "Khách xem bình gốm tại gian hàng của làng", "Ông Trần Văn Gốm (bên trái) bên lò nung",
])  # fmt: skip
def test_what_stands_between_paragraphs_is_left_out_and_the_article_goes_on(lines):
    assert added(lines, AFTER) == WHOLE


@pytest.mark.parametrize("lines", [
    "Xoài Cao Lãnh lên kệ siêu thị Seoul sau hai năm\nLô xoài 18 tấn đầu tiên bán hết sau hai ngày ở Seoul.\nCầu Rạch Miễu 2 thông xe trước Tết\nCầu dài 1,9 km, vốn 6.800 tỷ đồng.",
    "Chợ nổi đổi khác để giữ khách\n13/03/2025 07:30\nSáng sớm, ghe chở khóm vẫn cập bến. Số ghe đã ít hơn mười năm trước.\nBà Sáu bán bún trên ghe, mỗi ngày được 60 tô. Cuối năm sẽ có thêm 25 ghe mới.",
    "Nhận thư tin mỗi sáng, gửi thẳng vào email của bạn lúc 6 giờ.", "Bài viết thể hiện quan điểm của tác giả.", "Bình luận (0)", "Chia sẻ 12\nLưu tin",
    "VN-Index\n1.640,25\n+12,40 (0,76%)\nHNX-Index\n270,11", "Chiều 8/5, đoàn đã có buổi làm việc với lãnh đạo tỉnh về việc nối tuyến buýt và đề xuất...\nXem tiếp",
    "Bình luận (1)\nNguyễn Nam\nBình này giá 900 nghìn đồng thì ai mua nổi.\nThích 3 Trả lời 2 giờ trước",
    "Trần Thu Mẫu\nTrần Thu Mẫu viết về làng nghề từ năm 2009. Chị sống ở Bắc Ninh.",
    "Hanoi hosts Russian film week\nEight films will be shown free of charge at two cinemas from May 12 to 18.",
])  # fmt: skip
def test_what_stands_below_the_last_paragraph_is_left_out(lines):
    assert added(lines) == WHOLE


def test_short_subhead_below_a_caption_or_a_link_stays():
    assert AFTER in added("Công nhân đóng bình gốm vào thùng gỗ lót rơm trước khi lên tàu", AFTER)


def test_poll_in_the_middle_does_not_end_the_article():
    assert added("Bạn có ủng hộ làng gốm không?\nCó\nKhông\nGửi ý kiến", AFTER) == WHOLE


def test_title_is_what_the_text_speaks_of_and_not_the_nearest_headline():
    nearer = "Xuất khẩu xoài lập kỷ lục trong quý đầu năm"
    lede = "Sau một năm gửi mẫu thử"
    assert pages.clean(LONG.replace(lede, f"{nearer}\n{lede}")).title.startswith("Làng gốm Phù Lãng")
    assert pages.clean(f"{nearer}\n{LONG}").title.startswith("Làng gốm Phù Lãng")


def test_live_report_keeps_its_entries_and_drops_their_times():
    entries = [f"{hour}:15\nMẻ gốm thứ {hour} ra lò\nThợ gốm Phù Lãng mở lò và xếp bình ra sân. Cửa hàng ở Kazan xem qua điện thoại." for hour in (9, 11, 13)]
    text = added("\n".join(entries))
    assert text.count("mở lò và xếp bình") >= 1 and "Mẻ gốm thứ 9 ra lò" in text and "9:15" not in text


def test_lines_under_picture_numbers_are_captions_of_a_photo_story():
    story = "\n".join(f"{number}/3\nBình gốm số {number} vừa ra lò, men còn ấm." for number in (1, 2, 3))
    assert added(story, AFTER) == WHOLE


def test_interviews_with_marked_questions_are_whole():
    asked = ". Phóng viên: Làng gốm học được gì từ Kazan?\n+ Chúng tôi học cách đóng thùng. Bình gốm phải nằm trong rơm."
    assert "Làng gốm học được gì" in added(asked, AFTER) and "nằm trong rơm" in added(asked, AFTER)


def test_answers_of_an_interview_that_speak_of_subscribers_are_no_notice():
    answer = ("Ông Lê Văn Khải: Chúng tôi gửi bản tin qua email mỗi tuần cho 90 hội viên, ai đăng ký thì được báo trước giá gốm và "
              "lịch tàu sang Kazan của cả quý.")  # fmt: skip
    assert "90 hội viên" in added(answer, AFTER)
    assert "90 hội viên" in added(answer.removeprefix("Ông "), AFTER)


def test_a_profile_in_the_text_is_kept_whole():
    profile = "Hồ sơ làng nghề\n- Tên: làng gốm Phù Lãng, huyện Quế Võ, có lò nung cũ\n- Được công nhận làng nghề năm 2011\n- Giải thưởng: huy chương vàng năm 2019"
    assert "huy chương vàng" in added(profile, AFTER)


def test_the_house_of_a_writer_is_no_lede():
    head = "Gốm men rạn tìm đường sang Kazan\nTS LÊ VĂN GỐM\nViện Nghiên cứu Nghề thủ công và Làng nghề - Học viện Mỹ thuật công nghiệp khu vực Kinh Bắc\n06/03/2025"
    assert "Học viện" not in pages.clean(f"{head}\n\n" + LONG.split("\n", 3)[3]).text


def test_how_long_a_fair_lasts_is_no_date_of_the_article():
    assert "từ ngày 15" in added("2. Thời gian: từ ngày 15 đến ngày 18 tháng 9 năm 2026;", AFTER)


def test_a_long_last_line_without_a_full_stop_is_text_and_a_short_one_is_a_link():
    long = "Riêng chợ Bát Tràng, mỗi tuần các lò bán được 1.200 bình men xanh và 300 ấm đất cho khách Kazan, tăng 12%"
    assert "300 ấm đất" in " ".join(pages.clean(f"{LONG}\n{long}").body)
    assert "Chợ gốm" not in " ".join(pages.clean(f"{LONG}\nChợ gốm Bát Tràng đông khách Kazan").body)


def test_forms_and_offers_inside_an_article_are_left_out():
    form = "ĐẶT TOUR NHANH\nHọ tên\nSố điện thoại\nGỬI YÊU CẦU\nCreated with Highcharts\nXem tất cả 6 ảnh"
    assert added(form, AFTER) == WHOLE


def test_paragraphs_outside_the_article_take_nothing_from_its_words():
    article = LONG.split("\n")[3:6]
    other = ["Xoài Cao Lãnh lên kệ siêu thị Seoul sau hai năm", *["Lô xoài nặng 18 tấn. Siêu thị ở Seoul bán hết sau hai ngày đầu."] * 9]
    looks = [lines.look(number, text) for number, text in enumerate([*article, *other], 1)]
    article = {1, 2, 3, 13}
    assert kinship.strangers(kinship.core_of(looks, article), looks, article, None) <= set(range(4, 13))


@pytest.mark.parametrize("head, section", [
    ("Chuyên mục: Làng nghề\n{title}\n{date}", "Làng nghề"), ("{title}\nKinh tế | {date}", "Kinh tế"), ("{title}\n{date}\nKinh tế", "Kinh tế"),
    ("Trang chủ\nKinh tế\nThị trường\n{title}\n{date}", "Kinh tế > Thị trường"), ("Trang chủ > Kinh tế > {title}\n{title}\n{date}", "Kinh tế"),
    ("Thời sự\nThế giới\nKinh tế\nVăn hóa\nThể thao\n{title}\n{date}", None), ("Báo Mẫu điện tử\n{title}\n{date}", None),
])  # fmt: skip
def test_section_is_read_where_pages_print_it(head, section):
    title, date, rest = LONG.split("\n", 3)[1:]
    assert pages.clean(head.format(title=title, date=date) + "\n" + rest).section == section


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
    ("Nghe bản tin 0:00 / 4:12", "control"),
    ("Hotline: 0900 000 000", "control"), ("Chính trị | Kinh tế | Văn hóa", "menu"), ("5 bình luận", "comment"),
    ("Theo kế hoạch, hai bên sẽ họp lại vào tháng 9 tới.", None), ("Thương mại hai chiều tăng 12% trong năm nay.", None),
    ("Nguồn vốn này được giải ngân trong ba năm.", None), ("Điện thoại chiếm phần lớn nhất", None), ("Bình luận về kết quả, ông nói đó là bước đầu.", None),
])  # fmt: skip
def test_kinds_of_lines_by_their_wording(text, kind):
    assert lines.look(1, text).kind == kind


def test_title_is_found_by_the_file_name_or_the_head_of_a_web_page():
    text = "Tin nóng trong ngày hôm nay\nXưởng gốm mẫu vui\nHợp đồng đầu tiên với một cửa hàng ở Kazan đã được ký sau một năm gửi mẫu thử."
    assert pages.clean(text, metadata={"title": "Xưởng gốm mẫu vui | Báo Mẫu"}).title == "Xưởng gốm mẫu vui"
    assert title_shapes.same("Xưởng gốm mẫu vui", "Xưởng gốm mẫu vui | Báo Mẫu")


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


@pytest.mark.parametrize("said", [
    "Đính chính: bản đầu của bài ghi nhầm tên làng. Mong bạn đọc thông cảm.",
    "Nhập email để nhận bản tin miễn phí mỗi sáng của tòa soạn.",
    "Bảo hiểm hàng gốm: đặt mua trực tuyến, giá chỉ từ 90.000 đồng, gọi 1900 0000.",
    "Điểm chính\n• Làng gốm có hợp đồng đầu tiên\n• Chuyến hàng đi bằng tàu hỏa",
    "ĐỪNG BỎ LỠ: Vì sao chợ hoa mở cửa sớm?",
    "Ảnh 2. Thợ gốm vẽ men.",
    "ĐỐ VUI: Bạn biết gì về gốm?\nGốm Phù Lãng có màu gì?\nA. Da lươn\nB. Xanh ngọc\nGửi đáp án",
    "DCM\n36,4\n+1,25%\nDPM\n23,1\n-0,43%",
])  # fmt: skip
def test_what_the_site_says_inside_an_article_is_left_out(said):
    """Also where no name of a block announces it."""
    whole = LONG.split("\n")
    assert pages.clean("\n".join([*whole[:4], said, *whole[4:]])).text == WHOLE


@pytest.mark.parametrize("part", [
    "Mười năm qua những cái mốc\n2015: ký thỏa thuận đầu tiên với Kazan.\nNăm 2019: mở gian hàng chung.",
    "Bà Trần Thị Men, chủ lò gốm ở Phù Lãng:\nChúng tôi chỉ sợ vỡ dọc đường. Còn giá thì hai bên nói chuyện được.",
    "2.1. Đóng gói: đi từ rơm tới xốp\nThợ gốm chèn rơm giữa các bình. Mỗi thùng chỉ có sáu bình, nặng chưa tới 20 kg.",
    "Giá mỗi bình như sau:\nLoại bình\tGiá (USD)\nBình nhỏ\t12\nBình lớn\t35",
    "Ông đánh giá thế nào về chuyến hàng đầu tiên của làng gốm?\nTôi mừng, nhưng chưa yên tâm. Còn nhiều việc phải học.",
    "Trăng non gác mái lò nung\nTay người xoay đất bụi cùng men xanh\nMai kia bình tới xa thành\nXin người ta nhớ quê mình bên sông",
])  # fmt: skip
def test_what_looks_like_furniture_but_is_the_article_s_is_kept(part):
    whole = LONG.split("\n")
    page = pages.clean("\n".join([*whole[:6], part, *whole[6:]]))
    kept = {line.text for line in page.lines if line.kept}
    assert [line for line in part.split("\n") if lines.tidy(line) not in kept] == []


def test_a_page_without_lines_is_asked_about_like_any_other():
    counted = lines.again(len)
    assert [counted([]), counted(["a"]), counted([])] == [0, 1, 0]


WRAPPED = """Hợp tác xã mẫu chở mẻ gốm đầu tiên sang Kazan

10:05 | 12/03/2024

Hợp tác xã gốm mẫu bên sông vừa xếp xong 140 thùng bình men lam cho một
nhà buôn ở Kazan, sau hai năm gửi hàng mẫu đi thử.

Bình được bọc rơm rồi đặt nghiêng trong thùng gỗ thông. Ông Khúc Mẫu, thợ cả
của xưởng, nói cách xếp ấy giữ cho 98 phần trăm số bình tới nơi còn
nguyên men.

Chuyến hàng trị giá 46.000 USD, cao hơn năm trước một phần năm. Người mua
muốn thêm ấm nhỏ và đĩa trà, vì mùa đông ở đó dài và người ta uống trà suốt
ngày."""


@pytest.mark.parametrize("altered", [
    WRAPPED,
    "\n".join(f"> {line}".rstrip() for line in WRAPPED.split("\n")),
    "\n\n".join(WRAPPED.split("\n")),
    "\n".join(["Tin khác"] + [f"Giá mặt hàng mẫu số {n} đi ngang trong phiên sáng nay ở chợ đầu mối" for n in range(9)] + ["", WRAPPED]),
], ids=["as it is", "behind the marks of a mail", "with a blank line below each line", "below nine headlines"])  # fmt: skip
def test_a_wrapped_article_is_put_together_however_it_was_saved(altered):
    page = pages.clean(altered, "page.txt")
    assert page.title == "Hợp tác xã mẫu chở mẻ gốm đầu tiên sang Kazan" and page.published.startswith("2024-03-12T10:05")
    assert page.text.split("\n") == [
        "Hợp tác xã gốm mẫu bên sông vừa xếp xong 140 thùng bình men lam cho một nhà buôn ở Kazan, sau hai năm gửi hàng mẫu đi thử.",
        "Bình được bọc rơm rồi đặt nghiêng trong thùng gỗ thông. Ông Khúc Mẫu, thợ cả của xưởng, nói cách xếp ấy giữ cho 98 phần trăm số bình tới nơi còn nguyên men.",
        "Chuyến hàng trị giá 46.000 USD, cao hơn năm trước một phần năm. Người mua muốn thêm ấm nhỏ và đĩa trà, vì mùa đông ở đó dài và người ta uống trà suốt ngày.",
    ]  # fmt: skip


GOODS = [
    "Hội chế biến trái cây mẫu cho biết chín tháng qua hội viên gửi sang Nga 61 container dứa và chanh leo đông lạnh.",
    "Dứa khoanh vẫn là mặt hàng dễ bán, vì các tiệm bánh ở Kazan mua quanh năm. Giá tại cảng nhích lên từng tuần.",
    "Chanh leo bị hàng Nam Mỹ ép giá suốt mùa hè. Vì thế hai xưởng chuyển sang nước ép cô đặc, bán cho hãng kem.",
    "Hội khuyên thành viên ghi nhãn bằng tiếng Nga ngay tại xưởng, và gom hàng chung để bớt cước đường biển.",
]


@pytest.mark.parametrize("top", [
    ["BÁO MẪU TỈNH", "Cơ quan của Đảng bộ tỉnh Mẫu - Tiếng nói của nhân dân trong tỉnh", "Thứ Năm, 18/09/2025"],
    ["BẢN TIN MẪU", "Trang chủ  Bản tin thị trường"],
], ids=["what a paper says of itself", "the way from the start page"])  # fmt: skip
def test_what_stands_at_a_pages_top_is_not_its_title(top):
    page = pages.clean("\n".join([*top, "Dứa và chanh leo tìm đường sang Kazan", "Thứ Ba, 16/09/2025, 07:42", *GOODS]))
    assert (page.title, page.published) == ("Dứa và chanh leo tìm đường sang Kazan", "2025-09-16T07:42:00")


def test_subheads_that_name_their_goods_and_say_a_word_on_them_keep_the_text_below():
    heads = ["Dứa: giá nhích lên", "Chanh leo: đối thủ từ xa"]
    lines = ["Dứa và chanh leo tìm đường sang Kazan", "22/10/2025", GOODS[0], heads[0], GOODS[1], heads[1], *GOODS[2:]]
    assert pages.clean("\n".join(lines)).text.split("\n") == lines[2:]


def test_what_an_official_is_quoted_with_stays_below_the_headline_of_another_article():
    said = "Ông Khúc Văn Mẫu, giám đốc một xưởng sấy, nói: “Mỗi thùng nay đỡ được chừng hai giờ chờ xe lạnh”."
    lines = ["Dứa và chanh leo tìm đường sang Kazan", "22/10/2025", *GOODS[:2], "Cảng Mẫu đón tàu khách lớn nhất từ đầu năm", said]
    assert pages.clean("\n".join([*lines, *GOODS[2:]])).text.split("\n") == [*GOODS[:2], said, *GOODS[2:]]
