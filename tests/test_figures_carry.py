"""What one sentence's figures hand on to the next: time, partner, trader; and what they must not hand on."""

import pytest

from analysis import figures, periods

PUBLISHED = "2024-08-12"


def sides(text, title=None, published=PUBLISHED):
    """(what, reporter, partners) of every figure, a rate or share by what it is of."""
    found = figures.find(text, published, title)
    return [(f.of_measure or f.measure, f.reporter, f.partners) for f in found]


def times(text, title=None, published=PUBLISHED):
    """(first day, last day) of every figure."""
    return [(f.period_start, f.period_end) for f in figures.find(text, published, title)]


HALF_YEAR = ("2024-01-01", "2024-06-30")
JUNE = ("2024-06-01", "2024-06-30")


def test_an_undated_figure_is_of_the_time_told_last_in_its_paragraph_whoever_trades():
    text = (
        "Nửa đầu năm 2024, Việt Nam bán sang Nga 9.100 tấn chè. Chè đi Ba Lan đạt 3.300 tấn. "
        "Nhập khẩu hương liệu từ Ấn Độ đạt 4 triệu USD."
    )
    assert times(text) == [HALF_YEAR] * 3


def test_a_time_without_a_calendar_is_not_taken_over_by_the_one_before():
    text = "Nửa đầu năm 2024, chè bán sang Nga đạt 9.100 tấn. Sau 40 ngày chạy thử, tuyến tàu chở sang Nga 700 tấn."
    assert times(text)[1] == (None, None)


def test_behind_a_month_told_aside_the_time_before_goes_on_but_for_its_own_parts():
    text = (
        "Nửa đầu năm 2024, Đức mua của Việt Nam 8.200 tấn hạt tiêu. Riêng tháng 6, Đức mua 900 tấn hạt tiêu của Việt Nam. "
        "Xuất khẩu hạt tiêu sang Hà Lan đạt 4.700 tấn."
    )
    assert times(text) == [HALF_YEAR, JUNE, HALF_YEAR]
    part = "Nửa đầu năm 2024, xuất khẩu tiêu đạt 62.000 tấn. Riêng tháng 6 đạt 9.000 tấn. Trong đó, sang Đức 900 tấn."
    assert times(part) == [HALF_YEAR, JUNE, JUNE]


def test_the_rate_of_an_earlier_time_and_a_record_within_months_do_not_date_the_figure():
    text = "Tháng 6/2024, nhập khẩu than tăng 7%, kém mức tăng 21% của cùng kỳ năm trước."
    assert times(text) == [JUNE, ("2023-06-01", "2023-06-30")]
    assert times("Tháng 6, xuất khẩu điều thu về 310 triệu USD, cao nhất trong 9 tháng.") == [JUNE]


@pytest.mark.parametrize(
    ("text", "published", "wanted"),
    [
        ("trong 11 tháng qua", "2026-01-05", [("2025-01-01", "2025-11-30")]),
        ("mức kỷ lục từ nhiều năm nay", "2024-08-12", []),
        ("tháng bán được nhiều nhất là 10/2023, với", "2024-08-12", [("2023-10-01", "2023-10-31")]),
    ],
)
def test_wordings_of_months_and_years(text, published, wanted):
    assert [(p.start, p.end) for p in periods.find(text, published)] == wanted


def test_behind_a_row_of_buyers_a_flow_named_anew_is_with_none_of_them():
    text = "Chè bán sang Pakistan đạt 21 triệu USD, sang Nga 8 triệu USD. Trong khi đó, kim ngạch nhập khẩu đạt 14 triệu USD."
    assert sides(text)[-1] == ("import", "VN", [])
    both = "Việt Nam bán cho Nga 2 tỷ USD, Nga bán cho Việt Nam 1,6 tỷ USD. Phía Việt Nam công bố kim ngạch 3,5 tỷ USD."
    assert sides(both)[-1][1:] == ("VN", ["RU"])


def test_two_buyers_side_by_side_in_a_title_do_not_trade_with_each_other():
    title = "Hạt điều sang Canada tăng, Israel giảm"
    text = "Tháng 6, xuất khẩu hạt điều sang Canada thu về 19 triệu USD, còn kim ngạch xuất khẩu sang Israel đạt 6 triệu USD."
    assert sides(text, title) == [("export", "VN", ["CA"]), ("export", "VN", ["IL"])]
    assert sides("Tháng 6, nhập khẩu dầu từ Nga đạt 9 tỷ USD.", "Nga bán thêm dầu cho Ấn Độ") == [
        ("import", "IN", ["RU"])
    ]


def test_the_subject_of_a_market_sentence_buys():
    assert sides("Ai Cập là thị trường số 1 với kim ngạch xuất khẩu 7 tháng đạt 61 triệu USD.") == [
        ("export", "VN", ["EG"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Các thị trường nhập khẩu bông chính gồm Mỹ, Brazil, Úc, chiếm 71% lượng bông nhập khẩu 7 tháng qua.",
        "Mỹ, Brazil và Úc chiếm 71% lượng bông nhập khẩu của Việt Nam.",
    ],
)
def test_countries_of_a_list_that_hold_a_share_hold_it_together(text):
    assert sides(text) == [("import", "VN", ["US", "BR", "AU"])]


def test_a_surplus_behind_goods_is_a_balance():
    found = figures.find("Bảy tháng, nông lâm thủy sản xuất siêu 9,4 tỷ USD.", PUBLISHED)[0]
    assert (found.measure, found.value_min) == ("balance", 9.4e9)


def test_what_an_office_tells_of_its_own_country_is_with_all():
    text = "Chè Việt Nam bán sang Ba Lan đạt 2.100 tấn. Theo Cục Quản lý Thực phẩm Ba Lan, Ba Lan đã nhập khẩu 38.000 tấn chè."
    assert sides(text)[1] == ("import", "PL", [])


def test_next_in_rank_behind_a_share_of_what_a_country_buys_is_one_more_seller():
    text = "Ghana mua của Việt Nam 310.000 tấn gạo, chiếm 44% lượng gạo nhập khẩu của Ghana. Đứng thứ hai là Thái Lan với 150.000 tấn."
    assert sides(text)[-1] == ("import", "GH", ["TH"])


def test_what_a_country_sells_in_a_time_of_its_own_is_not_for_the_buyer_told_before():
    text = "Khí Nga xuất sang Trung Quốc còn 0,3 triệu tấn. Bảy tháng đầu năm 2024, Nga xuất khẩu 18 triệu tấn khí hóa lỏng."
    assert sides(text)[1] == ("export", "RU", [])
    silent = "Tháng 6, Nga xuất khẩu 2,1 triệu tấn khí hóa lỏng. Tháng 7, xuất khẩu tăng 4%."
    assert sides(silent, "Xuất khẩu khí hóa lỏng của Nga tăng")[1] == ("export", "RU", [])


def test_that_figure_has_the_sides_of_the_one_it_points_to():
    text = "Kenya đã nhập khẩu 410.000 tấn gạo. Con số này tăng 12% so với cùng kỳ."
    assert sides(text, "Việt Nam bán thêm gạo sang Kenya")[1][1] == "KE"


def test_what_the_whole_country_buys_is_not_of_the_title_s_partner():
    text = "Ở chiều ngược lại, kim ngạch nhập khẩu hàng hóa cả nước quý II đạt 95 tỷ USD."
    assert sides(text, "Nhập khẩu từ Hàn Quốc tăng") == [("import", "VN", ["WORLD"])]


def test_a_computation_from_statistics_is_no_estimate():
    told = "Theo tính toán {} Tổng cục Hải quan, nhập khẩu gỗ từ Chile đạt 40 triệu USD."
    modes = [figures.find(told.format(word), PUBLISHED)[0].modality for word in ("từ số liệu của", "của")]
    assert modes == ["actual", "estimate"]


def test_a_rate_behind_a_province_s_amount_is_the_province_s():
    text = "Tỉnh An Giang xuất khẩu 210 triệu USD trong quý I. Nhập khẩu tăng 8%. Cả nước xuất khẩu 93 tỷ USD."
    assert [f.province for f in figures.find(text, PUBLISHED)] == ["An Giang", "An Giang", None]


def test_a_goal_of_an_agreement_leaves_the_pair_to_the_title():
    text = "Nhờ FTA ký với Liên minh Kinh tế Á - Âu, kim ngạch thương mại song phương năm 2023 đạt 3,4 tỷ USD."
    assert sides(text, "Việt Nam - Nga mở thêm tuyến tàu") == [("turnover", "VN", ["RU"])]


def test_two_buyers_together_do_not_trade_with_each_other():
    assert sides("Bảy tháng, Trung Quốc và Hồng Kông mua 290 triệu USD.", "Xuất khẩu tôm tăng") == [
        ("import", None, [])
    ]


def test_bracketed_sellers_under_a_heading_sell_to_the_one_it_names():
    text = "Các nước bán thịt gà nhiều nhất cho Nhật Bản gồm: Brazil (390 triệu USD), Thái Lan (170 triệu USD), Mỹ (20 triệu USD)."
    assert sides(text) == [("export", code, ["JP"]) for code in ("BR", "TH", "US")]
    supplied = "Nguồn cung cấp thép lớn nhất cho Nga là Trung Quốc (1,1 tỷ USD), Kazakhstan (700 triệu USD)."
    assert sides(supplied) == [("import", "RU", ["CN"]), ("import", "RU", ["KZ"])]


def test_a_rate_beside_a_change_in_money_is_the_same_change():
    found = figures.find("Tháng 7, xuất khẩu chè tăng 3 triệu USD, tương ứng 14%.", PUBLISHED)
    assert [(f.measure, f.value_min) for f in found] == [("export", 3e6), ("growth_rate", 14)]


def test_amounts_of_a_new_paragraph_have_the_only_time_told():
    text = "Nửa đầu năm 2024, xuất khẩu quế đạt 41.000 tấn.\nThị trường Ấn Độ tiêu thụ 16.000 tấn quế của Việt Nam."
    assert times(text) == [HALF_YEAR, HALF_YEAR]
    aside = "Riêng tháng 6, xuất khẩu quế đạt 6.000 tấn.\nXuất khẩu quế sang Mỹ đạt 5.000 tấn."
    assert times(aside) == [JUNE, (None, None)]


def test_the_time_of_a_total_holds_for_the_markets_of_all_paragraphs_behind_it():
    text = (
        "Nửa đầu năm 2024, nhập khẩu thép đạt 6,1 triệu tấn.\nNhập khẩu từ Nhật Bản đạt 800.000 tấn.\n"
        "Nguồn cung lớn thứ hai là Nga với 300.000 tấn."
    )
    assert times(text) == [HALF_YEAR] * 3


def test_what_is_sold_in_a_market_goes_there():
    text = "Chè bán sang Nga đạt 4 triệu USD. Trong khi đó, tại thị trường Ba Lan, tháng 6/2024 xuất khẩu chè đạt 3 triệu USD."
    assert sides(text)[1] == ("export", "VN", ["PL"])


def test_from_a_year_to_a_month():
    text = "Từ năm 2021 đến 5/2024, kim ngạch Việt Nam - Lào đạt 6 tỷ USD."
    assert times(text) == [("2021-01-01", "2024-05-31")]


def test_a_multiple_behind_the_trade_that_its_verb_moves():
    text = "Năm 2023, Việt Nam tăng xuất khẩu hồ tiêu sang Nga 2,3 lần, lên 41 triệu USD."
    found = figures.find(text, PUBLISHED)
    assert [(f.value_min, f.measure, f.of_measure) for f in found] == [(2.3, "growth_rate", "export"), (41e6, "export", None)]
    assert sides(text) == [("export", "VN", ["RU"])] * 2


def test_how_often_a_country_is_visited_is_no_multiple():
    assert not figures.find("Năm 2023, Việt Nam tăng xuất khẩu và ba lần thăm Nga.", PUBLISHED)
    assert not figures.find("Việt Nam tăng xuất khẩu và thăm Nga 4 lần.", PUBLISHED)


def test_the_time_of_a_trade_told_without_a_figure_holds_over_one_more_sentence():
    month = "Tháng 5/2024, xuất khẩu quế đạt 7 nghìn tấn, tăng 12%.\n"
    told = "Xuất khẩu quế sang Ấn Độ tăng mạnh trong nửa đầu năm 2024. "
    between = "Trong khi đó, lượng bán tới Ba Lan và Nga đi xuống. "
    last = "Xuất khẩu quế tới thị trường Nga chỉ đạt 1,2 nghìn tấn, giảm 9%."
    assert times(month + told + between + last)[-2:] == [HALF_YEAR] * 2
    assert times("Xuất khẩu quế khởi đầu từ năm 1995. " + between + last) == [(None, None)] * 2


def test_an_amount_is_not_of_the_flow_that_a_turn_behind_it_names():
    text = "Nửa đầu năm 2024, lượng than xuất khẩu chỉ đạt 1,4 triệu tấn, trị giá 205 triệu USD trong khi nhập khẩu than không ngừng tăng."
    assert [what for what, _, _ in sides(text)] == ["export", "export"]


SOLD = "Việt Nam xuất sang Nga 5.000 tấn gạo. "


@pytest.mark.parametrize("there", [
    "Ở Hàn Quốc, ta bán 5 triệu USD cà phê.", "Cà phê là mặt hàng số một của ta ở Hàn Quốc với 388 triệu USD.",
    "Ở Hàn Quốc con số chỉ là 12 triệu USD.", "Các nhà máy ở Hàn Quốc đặt mua thêm 12 triệu USD."])  # fmt: skip
def test_what_happens_elsewhere_is_not_of_the_country_told_before(there):
    assert "RU" not in figures.find(SOLD + there)[1].partners


def test_what_is_said_at_a_meeting_elsewhere_still_is():
    said = "Phát biểu tại hội nghị ở Kazakhstan, ông Mẫu cho biết con số sẽ lên 10 tỷ USD."
    assert figures.find("Kim ngạch Việt Nam - Nga năm ngoái đạt 4,6 tỷ USD. " + said)[1].partners == ["RU"]


TITLED = "Thương mại Việt Nam - Nga tăng mạnh trong năm 2024"


@pytest.mark.parametrize("all_of_it", [
    "Xuất khẩu của Việt Nam đạt 405 tỷ USD.", "Việt Nam thu hút 38 tỷ USD vốn FDI.", "Ngành thủy sản đặt mục tiêu 11 tỷ USD.",
    "Nga xuất khẩu 240 triệu tấn dầu trong năm 2024."])  # fmt: skip
def test_a_title_on_two_countries_makes_no_partner_of_them_for_what_is_sold_to_all(all_of_it):
    for text in (all_of_it, f"Kim ngạch Việt Nam - Nga năm 2024 đạt 4,6 tỷ USD.\n{all_of_it}"):
        found = figures.find(text, PUBLISHED, TITLED)[-1]
        assert {found.reporter, *found.partners} != {"VN", "RU"}


def test_what_is_sold_to_the_one_whom_the_title_names_stays_so():
    found = figures.find("Xuất khẩu của Việt Nam đạt 2,3 tỷ USD.", PUBLISHED, TITLED)[0]
    assert (found.reporter, found.partners) == ("VN", ["RU"])


@pytest.mark.parametrize("of_all", ["Xuất khẩu dệt may đạt 44 tỷ USD.", "Năm nay ngành gỗ thu về 16 tỷ USD.",
                                    "Nước ta xuất khẩu 9 triệu tấn gạo mỗi năm.", "Khánh Hòa thu hút 50 dự án, vốn 2 tỷ USD.",
                                    "Việt Nam cần 10 triệu tấn phân bón.", "Thị trường cà phê Nga trị giá 2 tỷ USD.",
                                    "Mỗi năm người Nga tiêu thụ 200.000 tấn cà phê."])  # fmt: skip
def test_what_is_more_than_two_countries_trade_or_no_trade_of_theirs_has_no_partner(of_all):
    found = figures.find(f"Kim ngạch Việt Nam - Nga năm 2024 đạt 4,6 tỷ USD.\n{of_all}", PUBLISHED, TITLED)
    assert all({f.reporter, *f.partners} != {"VN", "RU"} for f in found[1:])


def test_a_part_of_what_two_countries_trade_and_more_than_a_months_trade_stay_theirs():
    year = "Kim ngạch Việt Nam - Nga năm 2024 đạt 4,6 tỷ USD.\nXuất khẩu đạt 2,3 tỷ USD."
    month = "Kim ngạch Việt Nam - Nga tháng 1/2024 đạt 400 triệu USD.\nNăm 2023, xuất khẩu đạt 1,7 tỷ USD."
    assert [figures.find(text, PUBLISHED, TITLED)[1].partners for text in (year, month)] == [["RU"], ["RU"]]
