"""Wholes and their parts: what a country trades, receives or hosts in all, and whose the parts told beside it are."""

import pytest

from analysis import figures

PUBLISHED = "2024-10-12"


def told(text, title=None, published=PUBLISHED):
    """(surface, what it is or is of, reporter, partners) of every figure."""
    found = figures.find(text, published, title)
    return [(f.surface, f.of_measure or f.measure, f.reporter, f.partners) for f in found]


def test_times_that_capital_was_raised_are_no_visitors():
    text = "Tháng 9, cả nước có 60 lượt dự án tăng vốn. Nhật Bản có 31 dự án mới, 48 lượt tăng vốn và 77 lượt góp vốn."
    assert told(text) == [
        ("60 lượt dự án", "investment", "VN", ["WORLD"]),
        ("31 dự án", "investment", "VN", ["JP"]),
    ]


def test_a_comma_before_three_noughts_parts_thousands():
    found = figures.find(
        "Tuần qua, Nga xuất khẩu 450,000 tấn lúa mạch, thu 90,000,000 USD; năm trước là 4,5 triệu tấn."
    )
    assert [f.value_min for f in found] == [450_000, 90_000_000, 4_500_000]


def test_a_sum_of_months_is_of_the_flow_told_last():
    text = (
        "Tháng 9, cả nước nhập siêu 200 triệu USD. Cụ thể, kim ngạch nhập khẩu tháng 9 đạt 28 tỷ USD. "
        "Tính chung 9 tháng ước 240 tỷ USD. Trong khi đó, kim ngạch xuất khẩu đạt 27,8 tỷ USD. "
        "Tính chung 9 tháng ước đạt 259 tỷ USD."
    )
    found = figures.find(text, PUBLISHED)
    assert [(f.measure, f.value_min / 1e9) for f in found] == [
        ("balance", -0.2),
        ("import", 28),
        ("import", 240),
        ("export", 27.8),
        ("export", 259),
    ]


def test_all_guests_from_abroad_are_not_those_of_the_country_told_before():
    text = "Số khách Thái Lan giảm 8%. Tuy nhiên, nửa đầu năm, khách quốc tế đến Việt Nam đạt 8,1 triệu lượt."
    assert told(text)[1][2:] == ("VN", ["WORLD"])
    text = (
        "Năm 2023, đã có 17 triệu khách du lịch nước ngoài tới Việt Nam. Trong đó, khách du lịch châu Âu đạt 2 triệu "
        "người (11,8%). Khách Ấn Độ nhiều nhất là 3 triệu người, sau đó tới khách Thái Lan 2,2 triệu người."
    )
    sides = [one[2:] for one in told(text, "Khách Ấn Độ tới Việt Nam")]
    assert sides == [("VN", ["WORLD"]), ("VN", []), ("VN", []), ("VN", ["IN"]), ("VN", ["TH"])]
    assert told("Lượng khách của một số nước tăng: Anh 90.000 lượt, Pháp 70.000 lượt.")[0][3] == ["GB"]


def test_capital_from_all_whoever_gave_most():
    total = [("12 tỷ USD", "investment", "VN", ["WORLD"])]
    assert told("Từ đầu năm, vốn FDI đăng ký đạt 12 tỷ USD, chủ yếu đến từ Hàn Quốc, Thái Lan và Hà Lan.") == total
    assert told("Vốn đầu tư trực tiếp nước ngoài thực hiện 9 tháng đạt 12 tỷ USD.") == total
    text = "Trong 22 nước có dự án đầu tư tại Việt Nam, Hà Lan dẫn đầu với tổng vốn đăng ký tăng thêm là 140 triệu USD."
    assert told("Tháng 9, cả nước có 40 dự án FDI mới. " + text)[1] == ("140 triệu USD", "investment", "VN", ["NL"])


def test_what_is_sold_mostly_to_some_is_sold_to_all():
    assert told("Chín tháng, xuất khẩu điều đạt 3 tỷ USD, chủ yếu sang Mỹ, Hà Lan và Đức.")[0][2:] == ("VN", [])
    assert told("Chín tháng, xuất khẩu điều đạt 3 triệu USD, chủ yếu sang Belarus.")[0][2:] == ("VN", ["BY"])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Theo Bộ Thương mại Lào, thương mại giữa nước này và các thị trường chính đạt 9 tỷ USD.", ("LA", [])),
        ("Theo Bộ Thương mại Lào, thương mại giữa nước này và Thái Lan đạt 9 tỷ USD.", ("TH", ["LA"])),
        (
            "Nga và Iran muốn nâng tổng vốn đầu tư lên 8 tỷ USD và đưa kim ngạch song phương lên 40 tỷ USD.",
            ("RU", ["IR"]),
        ),
        ("Cơ quan hải quan của Nhật Bản cho biết thặng dư lên 4 tỷ USD trong tháng 6.", ("JP", [])),
    ],
)
def test_trade_of_others(text, wanted):
    assert told(text)[-1][2:] == wanted


def test_a_text_without_viet_nam_goes_on_with_its_seller():
    text = (
        "Cơ quan thú y Nga cho biết xuất khẩu thịt gà của nước này tuần qua đạt 9.000 tấn. "
        "Trong đó, xuất khẩu sang Oman đạt 3.000 tấn. Xuất khẩu sang Angola đạt 1.100 tấn."
    )
    assert [one[2:] for one in told(text)] == [("RU", []), ("RU", ["OM"]), ("RU", ["AO"])]
    assert told(text, "Việt Nam, Nga bàn về thịt gà")[1][2:] == ("VN", ["OM"])


def test_a_forecast_about_a_country_is_no_newspaper_of_it():
    text = "Hiệp hội dự báo Brazil sẽ xuất khẩu 50 triệu tấn ngô năm 2025, tăng 4%."
    assert [one[2:] for one in told(text)] == [("BR", [])] * 2
    assert [one[2:] for one in told("Việt Nam mua 800.000 tấn ngô của Brazil. " + text)][1:] == [("BR", [])] * 2
    assert told("Theo báo Brazil, xuất khẩu ngô đạt 50 triệu tấn.")[0][3] == []


def test_who_has_stopped_buying_is_no_partner():
    text = "Từ khi Malaysia tạm dừng nhập khẩu gạo, việc bán hàng chậm lại. Trong tháng 8, lượng gạo xuất khẩu là 410.000 tấn."
    assert told(text) == [("410.000 tấn", "export", "VN", [])]


def test_loans_and_their_sum_are_aid():
    assert told("Các khoản vay ODA của Hàn Quốc dành cho Việt Nam năm 2023 lần đầu vượt 300 triệu USD.") == [
        ("300 triệu USD", "aid", "VN", ["KR"])
    ]
    assert told("Hai hiệp định vay ODA của Nhật Bản có tổng số vốn 21 tỷ yên.")[0][1:] == ("aid", "VN", ["JP"])
    assert told("Nhật Bản rót tổng số vốn 21 tỷ yên vào ba dự án tại Việt Nam.")[0][1] == "investment"


def test_an_amount_is_of_the_year_after_the_one_it_is_held_against():
    text = (
        "Trong năm 2023, thương mại Việt Nam - Campuchia đạt 11 tỷ USD. Vốn đăng ký của doanh nghiệp Việt Nam sang "
        "Campuchia đạt 88 triệu USD, tăng 41% so với năm {}."
    )
    ends = [f.period_end for f in figures.find(text.format(2022), PUBLISHED)]
    assert ends == ["2023-12-31"] * 3
    assert figures.find(text.format(2019), PUBLISHED)[1].period_end is None


def test_what_a_foreseen_sale_will_earn_is_foreseen_too():
    text = "Doanh nghiệp dự kiến xuất khẩu 3 triệu tấn gạo sang Philippines, {} về 1,5 tỷ USD."
    assert [f.modality for f in figures.find(text.format("thu"), PUBLISHED)] == ["forecast", "forecast"]
    assert figures.find(text.format("nhưng thực tế thu"), PUBLISHED)[1].modality == "actual"


def test_the_next_in_a_row_of_buyers_are_viet_nams_too():
    text = (
        "Nhật Bản vẫn là khách hàng lớn nhất của chè Việt Nam với kim ngạch 30 triệu USD. "
        "Tiếp sau là Ba Lan và Oman, kim ngạch lần lượt đạt 9 triệu USD và 7 triệu USD. Kế đến là Ý với 3 triệu USD."
    )
    assert [one[2:] for one in told(text)] == [("VN", [code]) for code in ("JP", "PL", "OM", "IT")]


def test_the_next_in_a_row_of_sellers_sells_to_the_same_buyer():
    text = "Việt Nam dẫn đầu các nước bán gạo cho Philippines với 1,5 triệu tấn. Tiếp theo là Thái Lan với 300.000 tấn."
    assert [one[2:] for one in told(text)] == [("VN", ["PH"]), ("TH", ["PH"])]
    text = "Nga là nhà cung cấp lớn nhất với 5 triệu tấn than nhập khẩu. Tiếp theo là Úc với 3 triệu tấn."
    assert [one[1:] for one in told(text)] == [("import", "VN", ["RU"]), ("import", "VN", ["AU"])]


def test_kinds_of_goods_in_the_next_paragraph_are_of_what_was_sold():
    text = (
        "Năm tháng đầu năm, Việt Nam xuất khẩu 90.000 tấn chè, thu về 150 triệu USD.\n"
        "Trong số đó, có 60.000 tấn chè đen, giá trị đạt 100 triệu USD."
    )
    found = figures.find(text, "2024-06-12")
    assert [(f.measure, f.reporter, f.period_end) for f in found] == [("export", "VN", "2024-05-31")] * 4


def test_two_continents_are_no_countries():
    text = "Tổng kim ngạch xuất khẩu giày của Việt Nam vào khu vực Âu - Mỹ đạt 9 tỷ USD, trong đó sang Hoa Kỳ 6 tỷ USD."
    assert [one[2:] for one in told(text)] == [("VN", []), ("VN", ["US"])]


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        ("Ấn Độ nhập khẩu lượng than kỷ lục của Nga", "Lượng nhập khẩu đã tăng 7%.", ("import", "IN", ["RU"])),
        ("Thặng dư thương mại của Nhật Bản giảm", "Xuất khẩu tháng 9 tăng 5%.", ("export", "JP", [])),
        ("Thặng dư thương mại của Nhật Bản giảm", "Xuất khẩu của Việt Nam tăng 5%.", ("export", "VN", [])),
        ("Nga tăng nhập khẩu tôm", "Xuất khẩu tôm đạt 10 triệu USD.", ("export", "VN", [])),
        ("Xuất khẩu sang Nga giảm", "Xuất khẩu tháng 9 đạt 10 triệu USD.", ("export", "VN", [])),
        ("Việt Nam và Nhật Bản xuất khẩu nhiều hơn", "Xuất khẩu tháng 9 đạt 10 tỷ USD.", ("export", "VN", [])),
    ],
)
def test_a_flow_without_an_owner_is_of_the_country_whose_flow_the_title_tells(title, text, wanted):
    assert told(text, title)[0][1:] == wanted


def test_mau_dich_is_trade():
    found = figures.find("Thâm hụt mậu dịch của Lào với Thái Lan là 300 triệu USD.", PUBLISHED)[0]
    assert (found.measure, found.reporter, found.partners, found.value_min) == ("balance", "LA", ["TH"], -3e8)


def test_the_level_of_before_keeps_its_own_sign_and_month():
    text = (
        "Tháng 9, nhập khẩu của Nhật Bản tăng 4%, giảm từ mức 9,3% trong tháng 8. "
        "Xuất khẩu tháng 9 tăng 2%, giảm so với mức tăng 2,6% trong tháng trước."
    )
    found = figures.find(text, PUBLISHED)
    assert [(f.value_min, f.period_start) for f in found] == [
        (4, "2024-09-01"),
        (9.3, "2024-08-01"),
        (2, "2024-09-01"),
        (2.6, "2024-08-01"),
    ]
    assert figures.find("Tháng trước, nhập khẩu tăng 4%.", PUBLISHED)[0].period_start == "2024-09-01"


def test_a_trend_of_the_month_before_does_not_date_what_it_leads_to():
    text = "Tháng 8/2024, xuất khẩu mực tiếp tục đà giảm của tháng 7, đạt trên 60 triệu USD."
    assert figures.find(text, PUBLISHED)[0].period_start == "2024-08-01"


def test_projects_that_a_grant_pays_for_are_aid():
    text = "Nhật Bản ký hợp đồng viện trợ không hoàn lại cho 7 dự án của Việt Nam với tổng trị giá 512.300 USD."
    assert told(text) == [("7 dự án", "aid", "VN", ["JP"]), ("512.300 USD", "aid", "VN", ["JP"])]


def test_what_was_only_reckoned_is_an_estimate():
    text = "Tháng 4, cả nước xuất siêu 310 triệu USD thay vì nhập siêu 150 triệu USD như ước tính của Bộ Công Thương."
    assert [(f.value_min / 1e6, f.modality) for f in figures.find(text, PUBLISHED)] == [
        (310, "actual"),
        (-150, "estimate"),
    ]


def test_a_year_so_far_reckoned_up_to_a_day():
    found = figures.find("Kim ngạch xuất khẩu chè từ đầu năm tính đến hết ngày 15/8 đạt 90 triệu USD.", PUBLISHED)[0]
    assert (found.period_start, found.period_end) == ("2024-01-01", "2024-08-15")


def test_what_a_country_abroad_trades_in_all_is_not_with_the_one_told_before():
    text = (
        "Trong tháng 9, thặng dư thương mại của Thái Lan với Lào đã giảm 12%. Kim ngạch xuất khẩu của Thái Lan đạt 24 tỷ "
        "USD. Kim ngạch nhập khẩu đạt 22 tỷ USD. Cán cân thương mại thặng dư 2 tỷ USD. "
        "Xuất khẩu sang Lào đạt 400 triệu USD."
    )
    sides = [one[2:] for one in told(text, "Thặng dư thương mại của Thái Lan với Lào giảm")]
    assert sides == [("TH", ["LA"]), ("TH", []), ("TH", []), ("TH", []), ("TH", ["LA"])]


def test_a_further_balance_of_the_same_country_is_with_all_too():
    text = (
        "Theo Bộ Tài chính Thái Lan, thâm hụt thương mại tháng 8 là 900 triệu USD. "
        "Trước đó, Thái Lan thâm hụt thương mại 154 triệu USD trong tháng 7."
    )
    assert [one[2:] for one in told(text)] == [("TH", []), ("TH", [])]


def test_a_comma_ends_the_partner_put_in_front():
    text = "Trong buôn bán với Liên minh châu Âu, Thái Lan ghi nhận mức thâm hụt 91 triệu USD."
    assert told(text) == [("91 triệu USD", "balance", "TH", ["EU"])]
    text = "Về xuất khẩu sang Lào, Thái Lan, kim ngạch đạt 91 triệu USD."
    assert told(text)[0][3] == ["LA", "TH"]


def test_guests_of_another_host():
    text = (
        "Tám tháng, Việt Nam đón 14 triệu khách quốc tế. Cùng thời gian, Indonesia đón 9 triệu lượt khách quốc tế, tăng 7%. "
        "Úc dẫn đầu với 1,1 triệu lượt khách, cao hơn Việt Nam."
    )
    assert [one[2:] for one in told(text)] == [
        ("VN", ["WORLD"]),
        ("ID", ["WORLD"]),
        ("ID", ["WORLD"]),
        ("ID", ["AU"]),
    ]


def test_guests_hand_no_partner_on_to_trade():
    text = "Khách Lào đến Việt Nam đạt 90.000 lượt. Chín tháng, xuất khẩu đạt 9 tỷ USD."
    assert told(text)[1][1:] == ("export", "VN", [])


def test_capital_sent_abroad_and_its_parts():
    text = (
        "Ba tháng đầu năm, vốn đầu tư của Việt Nam ra nước ngoài đạt 120 triệu USD. Trong đó, có 18 dự án mới. "
        "Dẫn đầu là Lào với 60 triệu USD. Lũy kế, Việt Nam đã đầu tư ra nước ngoài 22 tỷ USD."
    )
    found = figures.find(text, "2024-04-12")
    assert [(f.reporter, f.partners, f.flow_direction) for f in found] == [
        ("VN", [], "outbound"),
        ("VN", [], "outbound"),
        ("VN", ["LA"], "outbound"),
        ("VN", [], "outbound"),
    ]


def test_days_with_their_months_in_words():
    found = figures.find("Từ ngày 1 tháng 1 đến ngày 8 tháng 6, xuất khẩu đạt 9 tỷ USD.", PUBLISHED)[0]
    assert (found.period_start, found.period_end) == ("2024-01-01", "2024-06-08")


def test_an_own_total_under_a_title_of_the_same_country():
    text = "Theo báo cáo của Bộ Tài chính Thái Lan, kim ngạch xuất khẩu tháng 9 đạt 24 tỷ USD, giảm 3%."
    assert [one[2:] for one in told(text, "Xuất khẩu của Thái Lan tiếp tục giảm")] == [("TH", [])] * 2


def test_what_was_reckoned_for_one_time_is_none_for_another():
    text = (
        "Tám tháng, nhập khẩu ước đạt 30 tỷ USD. Theo đó, {} nhập khẩu đạt 4 tỷ USD - nâng kim ngạch từ đầu năm lên 30 tỷ "
        "USD."
    )
    assert figures.find(text.format("tháng 7"), PUBLISHED)[1].modality == "actual"
    assert figures.find(text.format("riêng than"), PUBLISHED)[1].modality == "estimate"


def test_the_next_ones_without_numbers_have_no_share():
    text = (
        "Năm 2023, Việt Nam đầu tư sang Lào 80 triệu USD, chiếm 18% tổng vốn. Đứng thứ hai là Mỹ với 50 triệu USD, chiếm "
        "12% tổng vốn và tiếp theo là Campuchia, Cuba."
    )
    assert [one[3] for one in told(text)] == [["LA"], ["LA"], ["US"], ["US"]]


def test_the_first_of_those_announced_is_of_the_time_announced():
    text = "Có 22 nước nhận đầu tư của Việt Nam trong 7 tháng đầu năm 2024. Dẫn đầu là Canada với 150 triệu USD."
    assert figures.find(text, PUBLISHED)[0].period_end == "2024-07-31"


def test_whose_land_it_is_said_in_brackets_is_no_further_country():
    text = "Tiếp theo là Hồng Kông (Trung Quốc) với 2,6 tỷ USD, giảm 19%; ASEAN với 1,3 tỷ USD."
    sides = [one[2:] for one in told("Xuất khẩu máy tính sang Hoa Kỳ đạt 8 tỷ USD. " + text)]
    assert sides == [("VN", ["US"]), ("VN", ["HK"]), ("VN", ["HK"]), ("VN", ["ASEAN"])]


def test_the_market_that_exports_into_viet_nam_sells():
    text = (
        "Bảy tháng qua, cả nước nhập khẩu 8 triệu tấn than.\nIndonesia vẫn là thị trường xuất khẩu nhiều nhất sản phẩm này "
        "vào Việt Nam với 3 triệu tấn, chiếm 41% tổng lượng nhập khẩu."
    )
    found = figures.find(text, "2024-08-20")
    assert [(f.of_measure or f.measure, f.reporter, f.partners) for f in found[1:]] == [
        ("export", "ID", ["VN"]),
        ("import", "VN", ["ID"]),
    ]
    assert found[1].period_end == "2024-07-31"


def test_more_buyers_from_viet_nam():
    text = (
        "Bảy tháng, xuất khẩu điện thoại đạt 29 tỷ USD. Đứng thứ hai mua điện thoại từ Việt Nam là thị trường Ý, trong "
        "tháng 7 đạt 900 triệu USD. Tính chung 7 tháng, thị trường Ý mua nhóm hàng này đạt 5,2 tỷ USD. "
        "Kế tiếp là thị trường EU đạt 4,8 tỷ USD, giảm 16% và xuất khẩu sang Áo đạt 2 tỷ USD."
    )
    assert [one[1:] for one in told(text)[1:]] == [
        ("import", "IT", ["VN"]),
        ("import", "IT", ["VN"]),
        ("import", "EU", ["VN"]),
        ("import", "EU", ["VN"]),
        ("export", "VN", ["AT"]),
    ]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Năm 2023, xuất khẩu của Hàn Quốc đạt 630 tỷ USD, của Ý đạt 660 tỷ USD, của Nga đạt 420 tỷ USD.", "KR IT RU"),
        ("Năm 2023, nhập khẩu của Thái Lan giảm 3,2%, của Việt Nam giảm 8,9%.", "TH VN"),
    ],
)
def test_a_countrys_whole_trade_beside_anothers_is_not_with_that_other(text, sides):
    assert [one[2:] for one in told(text)] == [(code, []) for code in sides.split()]


def test_goods_of_one_country_taken_into_another_are_that_others_imports():
    text = "Thịt bò Úc nhập khẩu về Việt Nam năm 2023 đạt 21.000 tấn. Gạo Pakistan nhập khẩu vào Malaysia đạt 140.000 tấn."
    assert [one[1:] for one in told(text)] == [("import", "VN", ["AU"]), ("import", "MY", ["PK"])]


def test_the_world_in_an_aside_sells_nothing():
    text = "Trước đà suy giảm của kinh tế toàn cầu, xuất khẩu của Nhật Bản năm 2023 giảm 2,8%."
    assert [one[2:] for one in told(text)] == [("JP", [])]


def test_one_seller_of_the_world_is_no_buyer_of_the_next():
    text = (
        "Trung Quốc dẫn đầu thế giới về xuất khẩu đồ gỗ với 30 tỷ USD. Kế đến là Việt Nam 14 tỷ USD. Ba Lan xếp thứ ba. "
        "Đức xuất khẩu đồ gỗ trị giá hơn 9 tỷ USD và Malaysia xuất khẩu 5 tỷ USD."
    )
    assert told(text)[2:] == [("9 tỷ USD", "export", "DE", []), ("5 tỷ USD", "export", "MY", [])]


@pytest.mark.parametrize(
    "text",
    [
        "Sản lượng mủ cao su tiêu thụ trong quý đạt 8.200 tấn.",
        "Nông trường tiêu thụ được 8.200 tấn chè búp trong ba tháng.",
        "Hãng tàu nhận chở hàng nhập khẩu từ Trung Quốc. Hãng có mặt tại Lào và Nga, vận chuyển khối lượng 8.200 tấn.",
        "Tàu chở hàng xuất khẩu sang Nga chạy hằng tuần. Sản lượng vận chuyển của hãng đạt 8.200 tấn.",
    ],
)
def test_what_a_firm_sells_or_carries_is_no_trade_of_countries(text):
    assert told(text) == [("8.200 tấn", "other", None, [])]


def test_markets_that_export_to_one_country_are_its_sellers_with_their_shares():
    text = (
        "Các thị trường xuất khẩu hoa quả chính sang LB Nga gồm: Chi Lê (95 triệu USD – chiếm 12,4%), "
        "Ấn Độ (61 triệu USD – 8%), Việt Nam (17 triệu USD – 2,2%)."
    )
    sellers = [one[2:] for one in told(text)]
    assert sellers == [(code, ["RU"]) for code in ("CL", "CL", "IN", "IN", "VN", "VN")]
    inside = told("Các thị trường xuất khẩu chính của Việt Nam sang EU gồm Đức (12 triệu USD), Pháp (9 triệu USD).")
    assert [one[2] for one in inside] == ["VN", "VN"]


def test_shares_of_those_listed_as_a_country_s_suppliers_are_of_what_it_buys():
    text = (
        "Các thị trường cung cấp chè xanh chính cho Nga gồm Việt Nam (3,4 nghìn tấn, chiếm 41%), "
        "Kenya (1,2 nghìn tấn, chiếm 15%)."
    )
    assert [one[1:] for one in told(text)] == [("import", "RU", [code]) for code in ("VN", "VN", "KE", "KE")]


def test_a_part_of_all_that_a_country_buys_is_no_part_of_what_viet_nam_sells():
    text = "Năm 2022, Nga nhập khẩu 730 triệu USD hạt tiêu. Nhập khẩu từ Việt Nam đạt 52 triệu USD, chiếm 7,1%."
    part = figures.find(text, PUBLISHED)[-1]
    assert (part.measure, part.of_measure, part.reporter, list(part.partners)) == ("share", "import", "RU", ["VN"])


def test_a_firm_named_for_trade_has_a_share_of_the_flow_told_of():
    text = (
        "Xuất khẩu chè sang Nga đạt 9 triệu USD. Trong đó, Công ty Thắng Lợi chiếm tỷ trọng lớn nhất 13%. "
        "Tiếp đến là Công ty CP xuất nhập khẩu Hòa Lợi (11%)."
    )
    assert "turnover" not in [figure.of_measure for figure in figures.find(text, PUBLISHED)]


def test_a_number_of_the_tariff_is_no_year():
    text = "Nga mua của Việt Nam dứa đóng hộp (mã HS 2008) trị giá 4 triệu USD."
    assert figures.find(text, PUBLISHED)[0].period_start is None


def test_growth_told_behind_a_part_of_a_wider_trade_is_the_pair_s():
    text = (
        "Kim ngạch song phương Việt Nam - Nga chiếm gần 1/4 tổng kim ngạch của Nga với ASEAN, tăng trung bình 12%/năm.\n"
        "Năm 2022, thương mại song phương đạt 3,3 tỷ USD."
    )
    assert [one[1:] for one in told(text)] == [("turnover", "VN", ["RU"])] * 2


def test_who_owns_a_firm_is_no_share_of_investment():
    text = (
        "Liên doanh có tổng vốn đầu tư 2 tỷ USD. Tập đoàn của Việt Nam giữ 51% cổ phần trong liên doanh, "
        "công ty của Nga chiếm 49%."
    )
    assert [one[1:] for one in told(text)][1:] == [("other", None, [])] * 2


def test_projects_go_where_they_are_said_to_go_not_where_others_live():
    text = "Ngoài kiều bào ở hai nước Nga và Ukraine, hiện nay, doanh nghiệp Việt Nam có 23 dự án đầu tư vào Nga."
    assert told(text) == [("23 dự án", "investment", "VN", ["RU"])]


@pytest.mark.parametrize("link", ["; tổng thu đạt 2.200 tỷ đồng (tăng 27,5%)", ", doanh thu ước đạt 2.200 tỷ đồng, tăng 27,5%"])
def test_takings_that_have_grown_are_no_growth_of_the_guests(link):
    text = f"Tháng 7, tỉnh đón 54.000 lượt khách quốc tế (tăng 16%){link}."
    assert [one[1] for one in told(text)] == ["visitors", "visitors", "other", "other"]


def test_what_a_country_uses_is_no_trade_and_what_it_buys_of_it_is_from_all():
    text = "Năm 2022, Nga tiêu thụ 140.000 tấn chè, trong đó nhập khẩu 121.000 tấn."
    assert [one[1:] for one in told(text)] == [("other", None, []), ("import", "RU", [])]
    sold = told("Trung Quốc tiêu thụ 60.000 tấn vải của Việt Nam.")
    assert [one[1:] for one in sold] == [("export", "VN", ["CN"])]


@pytest.mark.parametrize(
    ("text", "reporter", "partners"),
    [
        ("Canada chiếm 31% xuất khẩu đậu lăng toàn cầu.", "WORLD", ["CA"]),
        ("Mùa vụ 2021, Nga và Úc chiếm gần 33% lượng xuất khẩu lúa mạch của thế giới.", "WORLD", ["RU", "AU"]),
        ("Tỷ trọng của nước Đức trong xuất khẩu máy dệt thế giới là 27%.", "WORLD", ["DE"]),
        ("Thị phần của Brazil trong tổng xuất khẩu cà phê toàn cầu lên 29%.", "WORLD", ["BR"]),
        ("Nga chiếm 7% xuất khẩu chè của Việt Nam ra thế giới.", "VN", ["RU"]),
    ],
)
def test_a_countrys_part_of_what_the_world_sells_is_no_part_of_viet_nams_trade(text, reporter, partners):
    one = figures.find(text, "2022-03-04")[0]
    assert (one.measure, one.reporter, one.partners) == ("share", reporter, partners)


def test_an_amount_far_above_what_one_partner_sold_of_the_same_goods_is_no_longer_its_own():
    text = "Quý I/2021, Việt Nam nhập khẩu 310.000 tấn ngô từ Brazil. {} nhập khẩu ngô của Việt Nam đạt {} tấn, tăng 6%."
    whole = figures.find(text.format("Quý I/2021,", "940.000"), "2021-05-20")
    assert [(f.reporter, f.partners) for f in whole] == [("VN", ["BR"]), ("VN", []), ("VN", [])]
    near = figures.find(text.format("Quý I/2021,", "330.000"), "2021-05-20")
    assert [f.partners for f in near] == [["BR"], ["BR"], ["BR"]]
    later = figures.find(text.format("Quý I/2020,", "940.000"), "2021-05-20")
    assert later[1].partners == ["BR"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Tatneft năm 2020 cho hay sản lượng giảm. Lukoil bán 2 triệu tấn dầu sang Ấn Độ.", [("RU", ["IN"])]),
        ("Năm 2020, Ankara đã nhập khẩu 3 triệu tấn lúa mì từ Moscow.", [("TR", ["RU"])]),
        ("Novatek cho biết trong quý này họ sẽ xuất khẩu 4 triệu tấn khí sang Nhật Bản.", [("RU", ["JP"])]),
        ("Hội nghị tại Ankara, Moscow xuất hiện với 3 triệu tấn hàng.", None),
    ],
)
def test_a_capital_or_a_firm_that_sells_does_so_for_its_country(text, sides):
    found = [(f.reporter, f.partners) for f in figures.find(text, "2021-02-01")]
    assert found == sides if sides else ("RU", ["TR"]) not in found


@pytest.mark.parametrize(
    ("text", "reporter", "partners"),
    [
        ("Tại Bishkek (Kyrgyzstan), ông nói kim ngạch thương mại giữa Nga và Mông Cổ là 2,6 tỷ USD.", "RU", ["MN"]),
        ("Báo Việt Nam đưa tin kim ngạch thương mại giữa Nga và Mông Cổ là 2,6 tỷ USD.", "RU", ["MN"]),
        ("Sang Lào, Thái Lan và Nga, Việt Nam xuất khẩu tổng cộng 2,6 tỷ USD rau quả.", "VN", ["LA", "TH", "RU"]),
        ("Lượng than Nhật Bản nhập khẩu từ Nga, kể cả chuyến hàng từ các mỏ của Nga, đạt 2,6 triệu tấn.", "JP", ["RU"]),
    ],
)
def test_who_is_named_in_front_is_no_side_of_what_two_others_trade(text, reporter, partners):
    one = figures.find(text, "2022-03-04")[0]
    assert (one.reporter, one.partners) == (reporter, partners)


def sides_and_times(text, published="2024-12-03", title=None):
    found = figures.find(text, published, title)
    return [(f.reporter, f.partners, f.period_start, f.period_end) for f in found]


def test_guests_in_a_rank_behind_those_from_viet_nam_go_to_the_same_host():
    text = "Năm 2023, khách Việt Nam sang Nga đạt 31.000 lượt. Theo sau là Cuba với 22.000 lượt khách (tăng 14%)."
    year = ("2023-01-01", "2023-12-31")
    assert sides_and_times(text) == [("VN", ["RU"], *year), ("RU", ["CU"], *year), ("RU", ["CU"], *year)]
    home = "Năm 2023, Việt Nam đón 310.000 lượt khách Nga. Theo sau là Cuba với 22.000 lượt khách."
    assert [one[:2] for one in sides_and_times(home)] == [("VN", ["RU"]), ("VN", ["CU"])]


def test_an_example_of_others_guests_is_that_country_s_alone():
    text = "Khách Nga ít hơn khách một số nước châu Âu, ví dụ Ý đạt 92.000 lượt, tăng 8%."
    assert [one[:2] for one in sides_and_times(text)] == [("VN", ["IT"]), ("VN", ["IT"])]


def test_how_guests_came_is_a_share_behind_a_growth():
    text = "Năm 2023, Việt Nam đón 12 triệu lượt khách quốc tế, tăng 40%. Trong đó, 86,3% đến bằng đường hàng không."
    assert [f.measure for f in figures.find(text, "2024-12-03")] == ["visitors", "growth_rate", "share"]


def test_what_a_year_s_harvest_was_is_no_export():
    text = "Nga xuất khẩu 52 triệu tấn lúa mì năm 2022. Năm 2023, sản lượng lúa mì của Nga đạt 89 triệu tấn."
    assert [(f.measure, f.reporter) for f in figures.find(text, "2024-12-03")] == [("export", "RU"), ("other", None)]
    sold = "Năm 2023, sản lượng xuất khẩu lúa mì của Nga đạt 49 triệu tấn."
    assert figures.find(sold, "2024-12-03")[0].measure == "export"


@pytest.mark.parametrize(
    ("months", "published", "span"),
    [
        ("từ tháng 8 đến tháng 2", "2024-03-10", ("2023-08-01", "2024-02-29")),
        ("từ tháng 8 đến tháng 2/2023", "2024-12-03", ("2022-08-01", "2023-02-28")),
        ("từ tháng 8 đến tháng 2", "2024-12-03", (None, None)),  # of this winter or of the last
        ("từ tháng 2 đến tháng 8", "2024-12-03", ("2024-02-01", "2024-08-31")),
    ],
)
def test_months_over_the_new_year(months, published, span):
    assert sides_and_times(f"Nga xuất khẩu 7 triệu tấn ngô {months}.", published)[0][2:] == span


def test_what_the_title_s_seller_exports_is_not_what_its_buyer_does():
    title = "Xuất khẩu ngô của Nga lập kỷ lục"
    text = "Năm 2023, Iran mua 1,9 triệu tấn ngô từ Nga. Tuy nhiên, xuất khẩu tháng 12 giảm còn 210.000 tấn."
    assert [one[:2] for one in sides_and_times(text, "2024-01-20", title)] == [("IR", ["RU"]), ("RU", [])]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Hai nhà cung cấp đầu là Đức và Ý, lần lượt bán 21% và 13% trên tổng lượng vang toàn cầu.", [("WORLD", ["DE"]), ("WORLD", ["IT"])]),
        ("Ý chiếm 26% lượng than xuất khẩu của Nga, Lào 12% và Cuba 4%.", [("RU", ["IT"]), ("RU", ["LA"]), ("RU", ["CU"])]),
        ("Ý chiếm 26% cà phê xuất khẩu của Việt Nam, Lào 12% và Cuba 4%.", [("VN", ["IT"]), ("VN", ["LA"]), ("VN", ["CU"])]),
    ],
)  # fmt: skip
def test_the_parts_of_a_row_are_of_one_whole(text, sides):
    assert [(f.reporter, f.partners) for f in figures.find(text, "2022-03-04")] == sides


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("Xuất khẩu sang Nga tăng, lên tới 57 triệu USD, tức là 19%.", "growth_rate", 19),
        ("Xuất khẩu sang Nga giảm còn 57 triệu USD, tức 19%.", "growth_rate", -19),
        ("Xuất khẩu sang Nga tăng lên 57 triệu USD, tức 19% tổng kim ngạch.", "share", 19),
        ("Xuất khẩu sang Nga đạt 57 triệu USD, tức là 19%.", "share", 19),
    ],
)
def test_what_a_rise_is_in_percent(text, measure, value):
    one = figures.find(text, "2022-03-04")[1]
    assert (one.measure, one.value_min, one.reporter, one.partners) == (measure, value, "VN", ["RU"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Chín tháng năm 2025 khách Nga đến Huế đạt 41 nghìn lượt.", [41_000]),
        ("Năm 2023 sinh viên Việt Nam sang Nga tăng 11%.", [11]),
        ("Năm học 2021 - 2022 sinh viên Việt Nam tại Nga tăng 6%.", [6]),
        ("Mùa đông 2023 khách Nga đến Huế tăng 6%.", [6]),
        ("Tháng 11 khách Nga đến Huế tăng 6%.", [6]),
        ("Quý 3 khách Nga đến Huế tăng 6%.", [6]),
        ("Tháng 9-2025 khách Nga đến Huế đạt 7.100 lượt.", [7100]),
        ("Mỗi tháng 11 sinh viên Việt Nam sang Nga.", [11]),
        ("Mỗi năm 2000 sinh viên Việt Nam sang Nga.", [2000]),
        ("Năm 2021, 2.024 sinh viên Việt Nam sang Nga.", [2024]),
    ],
)
def test_a_year_before_a_noun_counts_nobody(text, values):
    assert [f.value_min for f in figures.find(text, "2025-11-20")] == values
