"""Whose the figures are of countries set beside each other: ranks, needs met, a country's own balance; and their times."""

import pytest

from analysis import figures, places


def told(text, published="2024-10-14", title=None):
    """(what, reporter, partners) of every figure, a rate or share by what it is of."""
    return [(f.of_measure or f.measure, f.reporter, f.partners) for f in figures.find(text, published, title)]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Xuất khẩu của Thái Lan tăng 6,1%, xếp thứ tư, sau Lào với 14,2%, Indonesia với 9% và Brunei với 8,3%.",
         [("TH", []), ("LA", []), ("ID", []), ("BN", [])]),
        ("Năm 2023, Nga xuất khẩu 31 triệu tấn ngô, đứng đầu thế giới, trên Canada với 27 triệu tấn.", [("RU", []), ("CA", [])]),
        ("Nhập khẩu của Việt Nam tăng 5%, đứng thứ hai ASEAN, chỉ sau Brunei với 7%.", [("VN", []), ("BN", [])]),
        ("Việt Nam là nguồn cung quế lớn thứ ba cho Nga, chiếm 9%, sau Sri Lanka với 41% và Lào với 22%.",
         [("RU", ["VN"]), ("RU", ["LK"]), ("RU", ["LA"])]),
        ("Nga mua của Việt Nam 700 tấn quế, đứng thứ năm sau Pakistan (4.100 tấn).", [("RU", ["VN"]), ("PK", ["VN"])]),
        ("Nga là thị trường lớn thứ tư của quế Việt Nam với 700 tấn, sau Đức với 2.100 tấn.", [("VN", ["RU"]), ("VN", ["DE"])]),
    ],
)  # fmt: skip
def test_those_that_a_rank_sets_beside_one_do_what_it_does(text, sides):
    assert [one[1:] for one in told(text)] == sides


def test_the_number_behind_a_rank_is_of_the_one_that_has_it():
    text = "Ý là nhà đầu tư thứ tư sau Thái Lan với 412 dự án tại Việt Nam."
    assert figures.find(text, "2024-10-14")[0].reporter != "TH"
    assert figures.find("Nga đứng thứ năm sau Pakistan (4.100 tấn) về nhập khẩu chè.", "2024-10-14")[0].period_end is None


def test_a_countrys_own_balance_after_all_that_it_sells():
    text = "Nửa đầu năm 2023, xuất khẩu của Thái Lan đạt 140 tỷ USD. Như vậy, cán cân thương mại Thái Lan thặng dư 3 tỷ USD."
    assert told(text) == [("export", "TH", []), ("balance", "TH", [])]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Na Uy cung cấp 28% lượng khí đốt nhập khẩu của châu Âu.", ("import", None, ["NO"])),
        ("Na Uy cung cấp 28% lượng khí đốt nhập khẩu của một số nước.", ("import", None, ["NO"])),
        ("Na Uy cung cấp 28% lượng khí đốt nhập khẩu của Đức.", ("import", "DE", ["NO"])),
        ("Nga nhập khẩu gần hết hồ tiêu, trong đó Việt Nam đáp ứng 64% nhu cầu.", ("import", "RU", ["VN"])),
        ("Sản xuất trong nước chỉ đáp ứng 35% nhu cầu kali, còn lại phải nhập khẩu.", ("other", None, [])),
    ],
)
def test_whose_need_is_met(text, told_of):
    assert told(text) == [told_of]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Xuất khẩu sang thị trường pháp trong tháng 2 tăng.", ["FR"]),
        ("Hàng đi thị trường hàn quốc và thị trường nga, tăng 3%.", ["KR", "RU"]),
        ("Hàng vào thị trường áo sơ mi, thị trường mỹ phẩm và thị trường pháp lý.", []),
    ],
)
def test_a_market_may_be_written_small(text, codes):
    assert [place.code for place in places.find(text)] == codes


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Lũy kế đến giữa tháng 8, xuất khẩu điều đạt 2,7 tỷ USD.", (None, "2024-08-15")),
        ("Tính đến trung tuần tháng 8/2023, xuất khẩu điều đạt 2,1 tỷ USD.", (None, "2023-08-15")),
        ("Từ đầu năm đến giữa tháng 8, xuất khẩu điều đạt 2,7 tỷ USD.", ("2024-01-01", "2024-08-15")),
        ("Từ đầu năm đến giữa tháng 10, xuất khẩu điều đạt 3,3 tỷ USD.", ("2024-01-01", "2024-10-14")),
        ("Tính đến đầu tháng 8, xuất khẩu điều đạt 2,5 tỷ USD.", (None, None)),
        ("Năm tài khóa 2021 của Nhật Bản, nhập khẩu than từ Nga đạt 2 tỷ USD.", ("2021-04-01", "2022-03-31")),
        ("Năm tài chính 2021, Ấn Độ nhập khẩu than từ Nga đạt 2 tỷ USD.", (None, None)),
        ("Năm tài chính 2021, kim ngạch xuất khẩu sang Nga đạt 2 tỷ USD.", ("2021-01-01", "2021-12-31")),
    ],
)
def test_up_to_the_middle_of_a_month_and_years_that_do_not_begin_in_january(text, days):
    found = figures.find(text, "2024-10-14")[0]
    assert (found.period_start, found.period_end) == days


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Tháng 3, Lào xuất sang Việt Nam 900 tấn ngô.\nBên cạnh Lào, Ấn Độ cũng tăng xuất khẩu ngô vào Việt Nam với 700 tấn.",
         ("export", "IN", ["VN"])),
        ("Chín tháng, tổng lượng chè xuất khẩu của Lào đạt 8.300 tấn. Trong khi đó, xuất khẩu chè Việt Nam lại giảm, chín "
         "tháng nước ta xuất khẩu 96.000 tấn chè đạt 160 triệu USD.", ("export", "VN", [])),
        ("Việt Nam là nguồn cung quế lớn cho Nga, chiếm 9%.\nNga nhập khẩu chủ yếu quế thanh. Trong đó, quế thanh đạt 700 tấn.",
         ("import", "RU", [])),
        ("Nhiều nước xuất khẩu điều đều sa sút, trong đó Lào giảm 7%, Brazil giảm 4%.", ("export", "BR", [])),
        ("Năm 2023, xuất khẩu của Lào tăng 2%. Thái Lan tăng 5%.", ("export", "TH", [])),
        ("Nga đang vượt Ý. Theo Bộ Thương mại Ý, Nga xuất khẩu 46 triệu tấn ngô.", ("export", "RU", [])),
        ("Nhập khẩu than từ Nga giảm 6,4% về giá.", ("other", None, [])),
    ],
)  # fmt: skip
def test_none_of_those_spoken_of_beside_it_is_its_partner(text, last):
    assert told(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sáu tháng đầu năm 2024 xuất khẩu điều đạt 350.000 tấn, tăng 8% so với cả năm 2019 (với khoảng 320.000 tấn).",
         ("2019-01-01", "2019-12-31")),
        ("Tháng 3/2024, nhập khẩu ngô từ Lào đạt 900 tấn.\nNhập khẩu ngô từ Ý đạt 40 tấn, tuy nhiên trong tháng 2/2024 không "
         "nhập khẩu từ thị trường này.", ("2024-03-01", "2024-03-31")),
    ],
)  # fmt: skip
def test_a_level_in_brackets_is_of_the_time_before_them_and_nothing_is_of_a_time_without_trade(text, days):
    last = figures.find(text, "2024-10-14")[-1]
    assert (last.period_start, last.period_end) == days


def test_sellers_to_viet_nam_in_further_paragraphs_sell_in_the_time_of_all_it_buys():
    text = (
        "Tháng 3/2024, cả nước nhập khẩu 5.000 tấn ngô.\nThị trường Lào xuất khẩu vào Việt Nam 900 tấn.\n"
        "Bên cạnh Lào, Ấn Độ cũng tăng xuất khẩu vào Việt Nam với 700 tấn."
    )
    assert [one.period_end for one in figures.find(text, "2024-10-14")] == ["2024-03-31"] * 3


def test_buyers_that_are_not_named_are_no_partner_told_before_and_the_month_alone_is_of_the_one_told_last():
    text = (
        "Nửa đầu năm 2024, xuất khẩu điều sang EU chiếm 21% tỷ trọng.\n"
        "Các thị trường nhập khẩu điều từ Việt Nam, đạt kim ngạch trên 30 triệu USD, trong đó Nga dẫn đầu đạt 90 triệu USD. "
        "Tính riêng tháng 6/2024 đạt 17 triệu USD."
    )
    assert told(text)[1:] == [("export", "VN", []), ("export", "VN", ["RU"]), ("export", "VN", ["RU"])]


def test_single_markets_in_a_further_paragraph_are_of_the_only_time_told():
    text = (
        "Quý I/2024, nhập khẩu điều đạt 900 triệu USD.\n"
        "Xuất khẩu sang các thị trường chính gồm: U.A.E 40 triệu USD, tăng 3% so với cùng kỳ năm ngoái; Đức 31 triệu USD."
    )
    found = figures.find(text, "2024-04-14")[1:]
    assert [(one.partners, one.period_start, one.period_end) for one in found] == [
        (["AE"], "2024-01-01", "2024-03-31"),
        (["AE"], "2024-01-01", "2024-03-31"),
        (["DE"], "2024-01-01", "2024-03-31"),
    ]


def test_a_balance_that_is_pierced_is_a_deficit():
    text = "Năm 2009, thâm thủng mậu dịch của Việt Nam với Thái Lan là 3,2 tỷ USD."
    assert [(one.measure, one.value_min) for one in figures.find(text, "2010-02-02")] == [("balance", -3.2e9)]


def test_markets_are_of_the_months_told_just_before_them_and_of_no_time_after_the_month_of_a_price():
    total = "Mười tháng đầu năm 2024, xuất khẩu nhãn đạt 70 triệu USD.\n"
    later = "Chín tháng đầu năm 2024, xuất khẩu nhãn sang Nga đạt 5 triệu USD.\nThị trường Lào giảm mạnh nhất, đạt 2 triệu USD."
    assert figures.find(total + later, "2024-11-04")[-1].period_end == "2024-09-30"
    price = "Tháng 8, giá xuất khẩu bình quân giảm 6% so với tháng trước.\nThị trường Lào chiếm 7%, đạt 2 triệu USD."
    assert figures.find(total + price, "2024-11-04")[-1].period_end is None


def test_what_a_country_buys_by_its_own_customs_is_from_all():
    text = (
        "Quý I/2024, xuất khẩu chè của Việt Nam đạt 40 triệu USD.\n"
        "Theo Cơ quan Hải quan Nga, trong hai tháng đầu năm 2024, nhập khẩu chè của Nga đạt 61 triệu USD."
    )
    assert told(text)[-1] == ("import", "RU", [])


@pytest.mark.parametrize(
    ("text", "title", "last"),
    [
        ("EU đứng thứ hai về xuất khẩu mặt hàng này, sau Nga, với mức tăng 4%.", "Xuất khẩu ngô của Nga tăng", ("export", "EU", [])),
        ("Thái Lan tiêu thụ nhiều dầu. Nước này phải nhập khẩu hơn 72% dầu.", None, ("import", "TH", [])),
        ("Thái Lan phải nhập khẩu hơn 72% dầu từ Brunei.", None, ("import", "TH", ["BN"])),
        ("Trước kia, thương mại song phương chỉ quanh mức 3 tỷ USD.", "Buôn bán giữa Thái Lan và Brunei", ("turnover", "TH", ["BN"])),
        ("Cùng với Ý, Đức cũng tăng nhập khẩu chè từ Việt Nam lên 700 tấn.", None, ("import", "DE", ["VN"])),
        ("Giá xe nhập khẩu là 21.000 USD/chiếc (khoảng 530 triệu đồng).", None, ("other", None, [])),
    ],
)  # fmt: skip
def test_whose_trade_it_is_where_others_are_named_in_passing(text, title, last):
    assert told(text, title=title)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Riêng thị trường Lào trong 7 tháng qua, các doanh nghiệp Việt Nam nhập 900 tấn ngô.", ("import", "VN", ["LA"])),
        ("Năm 2023, xuất khẩu chè của Việt Nam đạt 90.000 tấn. Sang Lào năm 2023 đạt 400 tấn. Sang Ý đạt 30 tấn. "
         "Hai tháng đầu năm 2024, xuất khẩu chè của Việt Nam đạt 12.000 tấn.", ("export", "VN", [])),
        ("Thái Lan bán 40 tấn gạo cho Lào. Việc Nga mở chiến dịch quân sự tại Ukraine khiến Thái Lan nhập khẩu từ Brunei 3 tấn dầu.",
         ("import", "TH", ["BN"])),
    ],
)  # fmt: skip
def test_a_market_in_front_a_total_told_anew_and_a_war_are_no_sides_of_what_follows(text, last):
    assert told(text)[-1] == last


def test_the_last_month_of_a_year_and_a_month_that_is_conceded():
    text = "Năm 2022, xuất khẩu điều đạt 3 tỷ USD, mặc dù trong tháng cuối năm 2022 giảm 9%."
    assert [(one.period_start, one.period_end) for one in figures.find(text, "2023-01-14")] == [
        ("2022-01-01", "2022-12-31"),
        ("2022-12-01", "2022-12-31"),
    ]


def test_after_a_month_alone_in_a_paragraph_of_its_own_the_total_goes_on():
    text = (
        "Tám tháng đầu năm 2023, xuất khẩu chè đạt 70.000 tấn.\n"
        "Riêng tháng 8/2023 xuất khẩu chè sang Lào đạt 90 tấn.\nÝ là thị trường chè lớn thứ ba của Việt Nam, đạt 4.100 tấn."
    )
    assert figures.find(text, "2023-09-14")[-1].period_start == "2023-01-01"


@pytest.mark.parametrize(
    ("text", "title", "last"),
    [
        ("Theo Bộ Tài chính Lào, nước này đã xuất khẩu 500 tấn sắt vụn.", "Xuất khẩu sắt của Lào giảm", ("export", "LA", [])),
        ("Cá cơm vẫn là mặt hàng Lào nhập khẩu nhiều nhất, giá trị 2 triệu USD.", "Xuất khẩu cá sang Lào tăng", ("import", "LA", ["VN"])),
        ("Lào xuất khẩu 20 tấn sang Ý; xuất khẩu 9 tấn sang Việt Nam; xuất khẩu 4 tấn sang Brunei.", None, ("export", "LA", ["BN"])),
        ("Các thị trường nhập khẩu gạo của Lào gồm: Ý 20 tấn, giảm 3% và Brunei 9 tấn.", None, ("import", "LA", ["BN"])),
        ("Brunei, Brazil và Lào (ba thị trường lớn nhất năm 2023) chiếm 51% tổng giá trị xuất khẩu chè.", None, ("export", "VN", ["BN", "BR", "LA"])),
        ("Tỷ trọng nhập khẩu từ Việt Nam chiếm 5% tổng lượng nhập khẩu vào Lào.", None, ("import", "LA", ["VN"])),
        ("Hai nước đặt mục tiêu thương mại song phương 7 tỷ USD.", "Lào và Brunei hướng tới 7 tỷ USD", ("turnover", "LA", ["BN"])),
        ("Nhập khẩu từ Lào tăng 4%.", "Xe nhập từ Lào, Indonesia tăng", ("import", "VN", ["LA"])),
    ],
)  # fmt: skip
def test_whose_trade_a_title_a_row_and_a_bracket_tell(text, title, last):
    assert told(text, title=title)[-1] == last


def test_the_months_of_a_sentence_without_figures_hold_for_the_markets_after_it_and_a_week_of_a_statement_does_not():
    text = (
        "Lũy kế 11 tháng đầu năm 2023, xuất khẩu nhãn đạt 70 triệu USD.\nTrong 10 tháng đầu năm 2023, nhãn bán chạy hơn.\n"
        "Đơn cử, thị trường Lào tăng 10% với giá trị xuất khẩu đạt 4 triệu USD."
    )
    assert figures.find(text, "2023-12-04")[-1].period_end == "2023-10-31"
    told_then = "Bộ Nông nghiệp Lào tuần trước cũng cho biết Lào sẽ xuất khẩu 3 triệu tấn ngô trong nửa cuối năm nay."
    assert figures.find(told_then, "2023-09-09")[0].period_start == "2023-07-01"


def test_what_a_text_has_told_of_several_markets_is_of_no_one_of_them():
    text = (
        "Mười một tháng, xuất khẩu nhãn sang Lào đạt 3 triệu USD. Xuất khẩu nhãn sang Ý đạt 2 triệu USD.\n"
        "Trong năm 2022, nhãn đã cán mốc 9 triệu USD."
    )
    assert told(text, "2023-12-21")[-1] == ("export", "VN", [])


@pytest.mark.parametrize(
    ("text", "title", "last"),
    [
        ("Theo Hải quan Lào, nước này nhập khẩu 19 nghìn tấn cá trong 7 tháng đầu năm 2024.", "Cá Việt vào Lào", ("import", "LA", [])),
        ("Lào là thị trường mà Việt Nam nhập khẩu ngô nhiều nhất, chiếm 31% về lượng.", None, ("import", "VN", ["LA"])),
        ("Lào là thị trường mà Việt Nam xuất khẩu muối nhiều nhất, chiếm 31% về lượng.", None, ("export", "VN", ["LA"])),
    ],
)  # fmt: skip
def test_the_customs_of_a_country_and_the_market_in_which_viet_nam_trades(text, title, last):
    assert told(text, title=title)[-1] == last


SELLERS = "Lào trên đà trở thành nhà xuất khẩu ngô lớn thứ hai thế giới"


@pytest.mark.parametrize(
    ("text", "title", "sides"),
    [
        ("Năm 2023, Việt Nam đã bán ra được 5 triệu tấn ngô, Brunei 4 triệu tấn và Lào 3 triệu tấn.", SELLERS,
         [("VN", []), ("BN", []), ("LA", [])]),
        ("Brunei đứng đầu danh sách các nhà xuất khẩu ngô thế giới với 7 triệu tấn, trong khi Lào đứng thứ hai với 6 triệu tấn.",
         SELLERS, [("BN", []), ("LA", [])]),
        ("Các nhà nhập khẩu ngô lớn nhất là Brazil (3 triệu tấn), tiếp sau là Ý (2 triệu tấn).", SELLERS,
         [(None, ["BR"]), (None, ["IT"])]),
        ("Việt Nam xuất khẩu 5 triệu tấn ngô sang Brunei.", SELLERS, [("VN", ["BN"])]),
        ("Năm 2023, Lào xuất khẩu 3 triệu tấn ngô.", "Brunei 'qua mặt' Việt Nam, Lào về xuất khẩu ngô", [("LA", [])]),
    ],
)  # fmt: skip
def test_those_ranked_by_what_they_sell_to_the_world_do_not_sell_to_each_other(text, title, sides):
    assert [one[1:] for one in told(text, title=title)] == sides


def test_the_year_of_a_rank_is_not_that_of_the_amount():
    text = "Nửa đầu năm 2024, ngô đắt hơn. Lào, nhà xuất khẩu ngô lớn thứ hai thế giới năm 2021, bán ra 6 triệu tấn ngô."
    assert figures.find(text, "2024-08-08")[0].period_start != "2021-01-01"
