"""What a figure is held against is not what it is: rivals, plans passed, earlier years, prices; and rows of guests and buyers."""

import pytest

from analysis import figures

PUBLISHED = "2024-10-14"


def found(text, title=None):
    return figures.find(text, PUBLISHED, title)


def told(text, title=None):
    """(what, reporter, partners) of every figure, a rate or share by what it is of."""
    return [(f.of_measure or f.measure, f.reporter, f.partners) for f in found(text, title)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sáu tháng đầu năm 2024, Việt Nam thâm hụt cán cân thương mại hàng hóa ở mức 640 triệu USD.", -640e6),
        ("Thâm hụt thương mại hàng hóa với Thái Lan năm 2023 là 3 tỷ USD.", -3e9),
        ("Thặng dư cán cân thương mại với Nga năm 2022 là 410 triệu USD.", 410e6),
    ],
)
def test_a_gap_in_the_balance_of_trade_is_no_turnover(text, value):
    figure = found(text)[0]
    assert (figure.measure, figure.value_min) == ("balance", value)


@pytest.mark.parametrize(
    ("text", "title", "sides"),
    [
        ("Thái Lan, nước dẫn trước Việt Nam về xuất khẩu ngô, giảm 3% và chỉ đạt 410.000 tấn.",
         "Xuất khẩu ngô của Việt Nam chững lại", [("TH", []), ("TH", [])]),
        ("Thái Lan bán ra 410.000 tấn ngô.\nNước xuất khẩu ngô lớn thứ ba năm qua là Lào, tăng 21%, đạt 260.000 tấn.\n"
         "Brunei bám sát Việt Nam khi xuất khẩu của nước này đạt 190.000 tấn, giảm 4%.",
         "Xuất khẩu ngô của Việt Nam chững lại", [("TH", []), ("LA", []), ("LA", []), ("BN", []), ("BN", [])]),
        ("Theo dự báo, cuối năm xuất khẩu sang Lào có thể đạt 7.000 tấn.", "Lào kích cầu xuất khẩu bơ của Belarus",
         [("BY", ["LA"])]),
    ],
)  # fmt: skip
def test_one_who_sells_as_much_as_another_does_not_sell_to_it(text, title, sides):
    assert [one[1:] for one in told(text, title)] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Năm 2023, Ý là nước mua quế của Việt Nam nhiều nhất, với 2.300 tấn.\nNga nhập 1.700 tấn, trị giá 6 triệu USD. "
         "Đức nhập 900 tấn, hơn 3 triệu USD, Thụy Sĩ 410 tấn, 2 triệu USD.",
         [("IT", ["VN"])] + 2 * [("RU", ["VN"])] + 2 * [("DE", ["VN"])] + 2 * [("CH", ["VN"])]),
        ("Thụy Sĩ mua quế của Việt Nam 2.300 tấn. Năm 2023, Đức nhập khẩu từ Lào 900 tấn.", [("CH", ["VN"]), ("DE", ["LA"])]),
    ],
)  # fmt: skip
def test_those_in_a_row_of_buyers_all_buy_from_viet_nam(text, sides):
    assert [one[1:] for one in told(text)] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Đông nhất ở châu Âu: hơn 41.000 khách du lịch từ Ý đến Việt Nam, từ Áo — hơn 32.000 người, từ Đức — 30.000 người.",
         [("VN", ["IT"]), ("VN", ["AT"]), ("VN", ["DE"])]),
        ("Sau Nga còn có 41.000 khách từ Ý đến nước ta, từ Áo là 32.000 người.", [("VN", ["IT"]), ("VN", ["AT"])]),
        ("Năm 2023, Lào đón 41.000 khách từ Ý và 32.000 khách từ Áo.", [("LA", ["IT"]), ("LA", ["AT"])]),
        ("Thụy Sĩ dẫn đầu thị trường châu Âu với 32.000 khách đến Việt Nam.", [("VN", ["CH"])]),
    ],
)  # fmt: skip
def test_guests_are_of_the_country_right_behind_them(text, sides):
    assert [one[1:] for one in told(text)] == sides


@pytest.mark.parametrize(
    ("text", "told_last"),
    [
        ("Năm 2023, xuất khẩu sang Nga đạt 610 triệu USD, vượt kế hoạch 45 triệu USD.", (45e6, "actual", True)),
        ("Năm 2023, xuất khẩu gạo sang Nga đạt 61.000 tấn, hụt mục tiêu đề ra gần 9.000 tấn.", (-9000, "actual", True)),
        ("Năm 2023, xuất khẩu sang Nga đạt 610 triệu USD, vượt kế hoạch 565 triệu USD.", (565e6, "target", False)),
    ],
)
def test_by_how_much_a_plan_was_passed_is_no_plan(text, told_last):
    last = found(text)[-1]
    assert (last.value_min, last.modality, last.delta) == told_last


@pytest.mark.parametrize(
    "text",
    [
        "Lào mua phân bón của Nga 40.000 tấn trong năm 2023 so với mức 31.000 năm 2022 và 12.000 tấn năm 2021. "
        "Brunei mua 7.000 tấn.",
        "Năm 2023, khách Nga đến Việt Nam đạt 125.000 lượt, giảm 81% so với thời kỳ đỉnh cao của ngành du lịch năm 2019.",
    ],
)  # fmt: skip
def test_a_year_that_is_only_compared_with_is_of_no_other_figure(text):
    assert (found(text)[-1].period_start, found(text)[-1].period_end) == ("2023-01-01", "2023-12-31")


def test_this_time_is_that_of_the_sentence_on_prices_before():
    text = (
        "Xuất khẩu quế tính đến 15/6 đạt 21.000 tấn. Tính chung 5 tháng đầu năm, giá bình quân ở mức 2.800 USD/tấn. "
        "Trong thời gian này, Ý mua 4.100 tấn."
    )
    assert (found(text)[-1].period_start, found(text)[-1].period_end) == ("2024-01-01", "2024-05-31")


def test_a_price_held_against_two_times_grows_twice_and_no_trade_does():
    text = "Giá xuất khẩu quế của Việt Nam đạt 2.800 USD/tấn, tăng 3% so với tháng 8 và tăng 16% so với tháng 9/2023."
    assert [one[0] for one in told(text)] == ["other", "other", "other"]


def test_what_is_harvested_is_not_what_was_bought_before():
    text = "Ý mua quế của Việt Nam 2.300 tấn.\nSản lượng quế niên vụ này giảm 11%, còn 38.000 tấn."
    assert told(text)[1:] == [("other", None, []), ("other", None, [])]


def test_more_than_a_whole_is_no_share():
    text = "Tỉnh đón 22.600 khách Nga, so với 8.300 khách của năm 2022 thì tỷ lệ tăng lên tới 172%."
    assert [figure.measure for figure in found(text)][-1] == "growth_rate"
    assert found("Tỷ lệ thanh toán bằng nội tệ giữa hai nước tăng lên 60%.")[0].measure == "share"


WAR = "Do căng thẳng Nga - Ukraine, "


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (WAR + "xuất khẩu quế của Việt Nam giảm 8%.", [("VN", [])]),
        (WAR + "xuất khẩu quế sang Nga giảm 8%.", [("VN", ["RU"])]),
        (WAR + "xuất khẩu quế sang hai nước này giảm 8%.", [("VN", ["RU", "UA"])]),
        ("Giao tranh giữa Nga và Ukraine kéo dài. Nhập khẩu từ Ukraine đạt 12 triệu USD.", [("VN", ["UA"])]),
        ("Từ khi Nga tấn công Ukraine, nhập khẩu quế của Việt Nam giảm 7%.", [("VN", [])]),
        ("Sau chiến dịch quân sự đặc biệt của Nga tại Ukraina, nhập khẩu bột mì giảm 7%.", [("VN", [])]),
        ("Cuộc xâm lược Ukraine của Nga làm nhập khẩu bột mì giảm 7%.", [("VN", [])]),
        ("Giao tranh Nga - Ukraine kéo dài, kim ngạch Nga - Ukraine giảm 90%.", [("RU", ["UA"])]),
        ("Xuất khẩu quế sang Nga và Ukraine giảm 8% do xung đột.", [("VN", ["RU", "UA"])]),
        ("Ta mua than của Lào và Nga; nhập khẩu từ hai thị trường này đạt 2 triệu tấn.", [("VN", ["LA", "RU"])]),
    ],
)
def test_those_who_fight_are_no_pair_that_trades(text, sides):
    assert [one[1:] for one in told(text)] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Nhập khẩu quế của EU từ Lào, chiếm 71% tổng lượng nhập, tăng 9%.", [("EU", ["LA"]), ("EU", ["LA"])]),
        ("Xuất khẩu quế của Lào sang Thái Lan chiếm 30% tổng lượng.", [("LA", ["TH"])]),
        ("Thái Lan là nước nhập khẩu quế Nga nhiều nhất, chiếm 9% tổng xuất khẩu của Nga, tiếp sau đó là Lào với 8%.",
         [("RU", ["TH"]), ("RU", ["LA"])]),
        ("Thị trường lớn nhất của Nga là Lào, chiếm 39% xuất khẩu của Nga, sau đó là Thái Lan và Việt Nam, cùng chiếm 11%.",
         [("RU", ["LA"]), ("RU", ["TH", "VN"])]),
        ("Ba nước bán quế nhiều nhất cho Việt Nam là Nga (41 tấn), Lào (9 tấn) và Belarus (4 tấn).",
         [("RU", ["VN"]), ("LA", ["VN"]), ("BY", ["VN"])]),
        ("Việt Nam bán quế sang Nga (41 tấn), Lào (9 tấn).", [("VN", ["RU"]), ("VN", ["LA"])]),
    ],
)  # fmt: skip
def test_parts_of_what_one_country_sells_or_buys_are_its_own(text, sides):
    assert [one[1:] for one in told(text)] == sides


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Năm 2023, xuất khẩu quế đã cán đích với 410 triệu USD.", "actual"),
        ("Năm 2024, xuất khẩu quế phấn đấu cán đích 410 triệu USD.", "target"),
        ("Năm 2024, ngành quế quyết tâm về đích xuất khẩu 410 triệu USD.", "target"),
    ],
)
def test_a_goal_that_is_striven_for_is_not_reached_yet(text, mode):
    assert found(text)[-1].modality == mode


def test_a_harvest_told_in_passing_is_not_traded():
    text = "Lào cấm xuất khẩu gạo. Hạn hán khiến sản lượng gạo của Lào giảm xuống còn 610.000 tấn."
    assert told(text) == [("other", None, [])]
    assert told("Lào mua quế của ta với sản lượng lên tới 4.000 tấn.") == [("import", "LA", ["VN"])]


def test_the_month_that_is_over_and_three_months_long():
    over = found("Xuất khẩu sang Nga tháng rồi giảm 45%.")[0]
    assert (over.period_start, over.period_end) == ("2024-09-01", "2024-09-30")
    assert found("Ba tháng rồi xuất khẩu sang Nga chỉ đạt 5 triệu USD.")[0].period_start is None


def test_those_next_in_a_row_of_buyers_take_the_place_of_the_first():
    text = (
        "Lào hiện là đối tác lớn nhất của Nga, đã nhập khẩu 40% tổng lượng quế xuất khẩu của nước này, "
        "tiếp theo là Thái Lan (21%) và Brunei (13%)."
    )
    assert [one[1:] for one in told(text)] == [("LA", ["RU"]), ("TH", ["RU"]), ("BN", ["RU"])]


def test_this_market_that_buys_in_a_text_on_exports():
    text = (
        "Thị trường nhập khẩu quế nhiều thứ hai của Việt Nam là Lào. "
        "Đây cũng là thị trường có mức nhập khẩu quế tăng mạnh với 3.700 tấn, tăng 77%."
    )
    assert told(text, "Xuất khẩu quế bất ngờ tăng mạnh") == [("export", "VN", ["LA"])] * 2


def test_the_total_beside_exports_alone_is_of_exports():
    text = "Quý I có 9 tỉnh xuất khẩu hơn 1 tỷ USD, với tổng kim ngạch lên tới 41 tỷ USD."
    assert [one[0] for one in told(text, "Chín tỉnh xuất khẩu trên 1 tỷ USD")] == ["export", "export"]
    both = "Năm 2023, hai nước buôn bán nhiều hơn, với tổng kim ngạch hai chiều đạt 4 tỷ USD."
    assert told(both, "Xuất khẩu sang Nga tăng")[0][0] == "turnover"


def test_a_fall_from_one_level_to_another():
    text = (
        "Xuất khẩu của tỉnh sụt giảm mạnh tới hơn 400 triệu USD, từ mức 7,3 tỷ USD của năm 2022 xuống còn 6,9 tỷ USD."
    )
    assert [(figure.value_min, figure.delta) for figure in found(text)] == [
        (-400e6, True),
        (7.3e9, False),
        (6.9e9, False),
    ]


def test_who_leads_what_comes_to_viet_nam_sells_it():
    text = "Lào vẫn dẫn đầu về lượng nhập với gần 31.000 tấn, kim ngạch đạt 4 triệu USD."
    assert told(text, "Quế Thái Lan ồ ạt về Việt Nam") == [("import", "VN", ["LA"])] * 2


def test_those_who_go_to_study_are_counted_and_a_family_is_not():
    assert told("Trong đó, số đi học tại Nga là 700 người.") == [("students", "VN", ["RU"])]
    assert told("Bà cho 3 người con đi học ở Nga.") == []


def test_where_things_led_is_not_of_the_time_where_they_stood():
    text = "Xuất khẩu quế sang Lào tăng từ mức 310 tấn 8 tháng đầu năm 2023 lên 5.400 tấn, tăng 16 lần."
    periods = [(figure.period_start, figure.period_end) for figure in found(text)]
    assert periods[0] == ("2023-01-01", "2023-08-31")
    assert periods[0] not in periods[1:]


def test_that_figure_is_of_the_two_that_the_sentence_before_named():
    text = "Lào đã mua 2 triệu thùng dầu mỗi ngày từ Belarus trong tháng 7. Con số này tăng 4% so với tháng 6."
    assert told(text)[-1] == ("import", "LA", ["BY"])


def test_foreign_capital_without_a_country_comes_to_viet_nam():
    assert told("Vốn đầu tư nước ngoài giải ngân quý I đạt 4,1 tỷ USD.") == [("investment", "VN", ["WORLD"])]
    granted = found("Chín tháng, tổng vốn đăng ký cấp mới và tăng thêm là 16 tỷ USD.")[0]
    assert (granted.value_min, granted.delta) == (16e9, False)


def test_other_goods_behind_a_row_of_markets_are_of_none_of_them():
    text = (
        "Lào là thị trường số 1 của quế với 11 triệu USD. Tiếp theo là thị trường Thái Lan đạt 2 triệu USD.\n"
        "Ngoài quế, các mặt hàng hồi, gừng đạt kim ngạch lần lượt là 3 triệu USD và 0,5 triệu USD."
    )
    assert [one[2] for one in told(text, "Xuất khẩu quế tăng")][-2:] == [[], []]


def test_who_leads_the_world_market_has_not_sold_it_to_viet_nam():
    title = "Quế của Lào vào Việt Nam tăng"
    text = "Năm 2023, Việt Nam nhập 900 tấn quế từ Lào. Theo Bộ Công Thương Thái Lan, Lào là nước xuất khẩu quế lớn nhất với 70.000 tấn."
    assert told(text, title) == [("import", "VN", ["LA"]), ("export", "LA", [])]
    assert told("Lào chiếm 16% tổng lượng quế xuất khẩu trên toàn thế giới.", title) == [("export", "LA", ["WORLD"])]


def test_the_share_of_one_firm_is_no_countrys():
    text = "Tám tháng, xuất khẩu quế sang Lào đạt 9 triệu USD. Trong đó, Công ty Hòa Lộc chiếm tỷ trọng lớn nhất 13%, công ty Tân Yên (12%)."
    assert told(text) == [("export", "VN", ["LA"]), ("other", None, []), ("other", None, [])]
    assert told("Các công ty Việt Nam chiếm 13% lượng quế nhập khẩu của Lào.")[0][1:] != (None, [])


def test_the_size_of_one_project_is_no_sum_of_capital():
    text = "Bình quân một dự án của Lào tại Việt Nam có vốn đăng ký 8 triệu USD, trên mức trung bình của mỗi dự án là 5 triệu USD."
    assert [one[0] for one in told(text)] == ["other", "other"]


def test_all_goods_of_a_list_behind_an_amount_are_its_goods_and_those_left_out_are_not():
    first = found("Tháng 1, Việt Nam xuất khẩu sang Lào 220 tấn xoài, ổi và măng cụt, trị giá 0,8 triệu USD.")
    assert [figure.commodity for figure in first] == ["xoài, ổi, măng cụt"] * 2
    text = "Lào có 12 dự án ngoài lĩnh vực dầu khí tại Việt Nam với tổng vốn đầu tư 1 tỷ USD."
    assert [figure.commodity for figure in found(text)] == [None, None]


def test_the_whole_trade_of_another_year_is_not_of_the_goods_told_before():
    text = "Khoảng 80% phân bón nhập khẩu của nước ta đến từ Lào. Năm 1995, kim ngạch Việt - Lào chỉ có 300 triệu USD."
    assert [(figure.measure, figure.commodity) for figure in found(text)] == [("share", "phân bón"), ("turnover", None)]


def test_parts_of_what_a_buyer_lists_stay_its_imports():
    text = "Lào nhập khẩu từ Việt Nam chủ yếu là quế với trị giá 4 triệu USD, chiếm 38%, hồi với trị giá 3 triệu USD, chiếm 28%."
    assert told(text) == [("import", "LA", ["VN"])] * 4


@pytest.mark.parametrize(
    "title", ["Một loại hạt của Việt Nam được Lào ưa chuộng", "Lào mua mạnh mặt hàng này của Việt Nam"]
)
def test_a_riddle_in_the_title_is_no_whole_trade(title):
    text = (
        "Quý I, Việt Nam xuất khẩu sang Lào 9 triệu USD. Tổng kim ngạch hàng hóa xuất khẩu sang Lào là 300 triệu USD."
    )
    assert [figure.commodity for figure in found(text, title)] == ["mặt hàng này", None]


def test_shares_of_what_was_bought_are_of_the_same_goods():
    text = "Ba tháng, Việt Nam nhập khẩu 46.000 tấn thịt, trong đó nhập khẩu từ Lào 24,5%, Thái Lan 4%."
    assert [figure.commodity for figure in found(text)] == ["thịt"] * 3


def test_values_handed_out_in_turn_have_one_of_the_goods_each():
    first = found("Nhập khẩu than và phân bón từ Lào lần lượt đạt 90 triệu USD và 60,5 triệu USD.")
    assert [figure.commodity for figure in first] == ["than", "phân bón"]
    rates = found("Xuất khẩu cà phê, hạt tiêu và chè sang Lào tăng lần lượt 12%, 8% và 3%.")
    assert [figure.commodity for figure in rates] == ["cà phê", "hạt tiêu", "chè"]
    buyers = found("Xuất khẩu cà phê và hạt tiêu sang Lào và Thái Lan lần lượt đạt 90 triệu USD và 60 triệu USD.")
    assert [figure.commodity for figure in buyers] == ["cà phê, hạt tiêu"] * 2
