"""What stands beside the trade of two countries and is not it: firms, currencies, tariff lines, years, other pairs."""

import pandas as pd
import pytest

from analysis import figure_rates, figures, rules


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Công ty Sông Biếc xuất khẩu sang Nga 700 tấn chuối.", "other"),
        ("Năm ngoái, Vietsovpetro xuất khẩu 900 triệu USD dầu thô.", "other"),
        ("Doanh nghiệp này bán sang Nga 40 tấn mật ong.", "other"),
        ("“Năm ngoái chúng tôi xuất khẩu sang Nga 3 triệu USD”, giám đốc một công ty chè nói.", "other"),
        ("Các công ty Việt Nam xuất khẩu sang Nga 700 triệu USD.", "export"),
        ("Hiệp hội Chè nói: “Chúng tôi xuất khẩu sang Nga 3 triệu USD”, dù nhiều doanh nghiệp gặp khó.", "export"),
        ("Giám đốc Công ty Sông Biếc cho biết Việt Nam xuất khẩu sang Nga 700 triệu USD.", "export"),
        ("Theo Công ty Sông Biếc, xuất khẩu chuối sang Nga đạt 7 triệu USD.", "export"),
    ],
)
def test_what_one_firm_sells_is_no_country_s_trade(text, measure):
    one = figures.find(text, "2025-03-04")[0]
    assert (one.measure, one.partners) == (measure, ["RU"] if measure == "export" else [])


def test_a_firm_s_figure_leaves_the_country_s_beside_it():
    text = "Công ty Sông Biếc bán sang Nga 700 tấn chuối, trị giá 1 triệu USD, trong khi cả nước xuất sang Nga 9.000 tấn."
    assert [f.measure for f in figures.find(text, "2025-03-04")] == ["other", "other", "export"]


@pytest.mark.parametrize(
    ("text", "of", "rule"),
    [
        ("Khoảng 45% kim ngạch Việt Nam - Nga được thanh toán bằng đồng nội tệ.", "turnover", "share of payments"),
        ("Kim ngạch Việt - Nga đạt 3 tỷ USD, trong đó 45% thanh toán bằng đồng rúp.", "turnover", "share of payments"),
        ("Đồng nội tệ chiếm 45% kim ngạch Việt Nam - Nga, so với 12% năm 2021.", "turnover", "share of payments"),
        ("Vietsovpetro đóng góp 45% lượng dầu thô xuất khẩu của Việt Nam.", "other", "share of a firm"),
        ("Vietsovpetro vẫn là niềm tự hào của hai nước, đóng góp 45% dầu thô xuất khẩu.", "other", "share of a firm"),
        ("Số nhóm hàng tăng trưởng trong xuất khẩu sang Nga chỉ chiếm 45%.", "other", "share of items"),
        ("Năm qua, 45% số mặt hàng xuất khẩu sang Nga tăng giá trị.", "other", "share of items"),
        ("Cà phê chiếm 45% nhóm hàng nông sản xuất khẩu sang Nga.", "export", "share"),
        ("Xuất khẩu sang Nga tính bằng USD chiếm 45% tổng kim ngạch xuất khẩu chè của Việt Nam.", "export", "share"),
    ],
)
def test_shares_of_payments_and_of_things(text, of, rule):
    one = next(f for f in figures.find(text, "2025-03-04") if f.value_min == 45)
    assert (one.measure, one.of_measure, one.rule) == ("share", of, rule)


def test_shares_of_payments_are_not_drawn_among_shares_of_trade():
    text = (
        "Năm 2024, 45% kim ngạch Việt Nam - Nga được thanh toán bằng đồng nội tệ, so với 12% năm 2021. "
        "Năm 2024, điện thoại chiếm 8% kim ngạch Việt Nam - Nga."
    )
    told = [{**vars(f), "number": n, "file": "a"} for n, f in enumerate(figures.find(text, "2025-03-04"))]
    table = pd.DataFrame(told).assign(counted_by=None, fact=range(len(told)))
    assert figure_rates.rates(table, rules.texts("vi"), "vi", "share")["value"].tolist() == [8.0]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Nga và Serbia họp bàn về khí đốt. Kim ngạch hai nước năm 2024 đạt 2 tỷ USD.", ("RU", ["RS"])),
        ("Tổng thống Nga tiếp Thủ tướng Serbia tại Sochi.\nKim ngạch hai nước đạt 2 tỷ USD.", ("RU", ["RS"])),
        ("Nga và Serbia họp bàn. Không khí cởi mở. Hai nước đặt mục tiêu kim ngạch 2 tỷ USD.", ("RU", ["RS"])),
        ("Tổng thống Nga đã tới Hà Nội. Kim ngạch hai nước đạt 2 tỷ USD.", ("VN", ["RU"])),
        ("Nga đứng sau Serbia. Việt Nam và Nga họp. Kim ngạch hai nước đạt 2 tỷ USD.", ("VN", ["RU"])),
    ],
)
def test_two_countries_are_those_spoken_of_last(text, sides):
    one = figures.find(text, "2025-03-04", "Việt Nam và Nga bàn về thương mại")[0]
    assert (one.reporter, one.partners) == sides


def test_a_part_of_the_trade_between_two_others_is_theirs():
    one = figures.find("Phân bón chiếm 35% kim ngạch giữa Nga và Serbia.", "2025-03-04")[0]
    assert (one.reporter, one.partners) == ("RU", ["RS"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Từ 2023 khách Nga quay lại Mũi Né.", []),
        ("Kể từ 2023 khách Nga tới Mũi Né tăng 40%.", [40]),
        ("Ngày 21 khách Nga sẽ tới Mũi Né.", []),
        ("Đến 2035 tấn rác nào cũng phải phân loại.", []),
        ("Mỗi ngày 21 khách Nga tới Mũi Né.", [21]),
        ("Lượng khách Nga tăng từ 1980 khách lên 2500 khách.", [1980, 2500]),
        ("Xưởng bán tới 2023 tấn chè sang Nga.", [2023]),
    ],
)
def test_a_year_or_a_day_before_a_noun_is_no_count(text, values):
    assert [f.value_min for f in figures.find(text, "2025-11-20")] == values


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kim ngạch của Nga với Việt Nam đạt 5 tỷ USD, trong đó xuất khẩu 2 tỷ USD.", ("RU", ["VN"])),
        ("Số liệu của Nga cho thấy thương mại với Việt Nam đạt 5 tỷ USD. Trong đó, xuất khẩu đạt 2 tỷ USD.", ("RU", ["VN"])),
        ("Kim ngạch của Việt Nam với Nga đạt 5 tỷ USD, trong đó xuất khẩu 2 tỷ USD.", ("VN", ["RU"])),
        ("Theo Hải quan Nga, kim ngạch Việt - Nga đạt 5 tỷ USD, trong đó xuất khẩu 2 tỷ USD.", ("VN", ["RU"])),
        ("Kim ngạch giữa Nga với Việt Nam đạt 5 tỷ USD, trong đó xuất khẩu 2 tỷ USD.", ("VN", ["RU"])),
    ],
)  # fmt: skip
def test_whose_trade_is_worded_sells(text, sides):
    one = figures.find(text, "2025-03-04")[1]
    assert (one.measure, one.reporter, one.partners) == ("export", *sides)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Vốn FDI vào Nga đạt 6 tỷ USD.", ("RU", ["WORLD"], "inbound")),
        ("Đầu tư nước ngoài trong nền kinh tế Nga giảm còn 6 tỷ USD.", ("RU", ["WORLD"], "inbound")),
        ("FDI của Việt Nam vào Nga đạt 6 tỷ USD.", ("VN", ["RU"], "outbound")),
        ("Việt Nam có 9 dự án ở Nga. Tổng vốn FDI vào Nga đạt 6 tỷ USD.", ("VN", ["RU"], "outbound")),
        ("Ấn Độ đầu tư 6 tỷ USD vào nền kinh tế Nga.", ("IN", ["RU"], "outbound")),
        ("Đầu tư của Nga vào nền kinh tế Việt Nam đạt 6 tỷ USD.", ("VN", ["RU"], "inbound")),
    ],
)
def test_foreign_capital_abroad_is_not_viet_nam_s(text, sides):
    one = figures.find(text, "2025-03-04")[-1]
    assert (one.measure, one.reporter, one.partners, one.flow_direction) == ("investment", *sides)


def test_each_bracket_of_a_row_is_of_the_country_before_it():
    text = "Nga nhập chè từ Kenya (90 triệu USD – chiếm 30%), Lào (60 triệu USD – 20%), Việt Nam (15 triệu USD – 5%)."
    told = [(f.reporter, f.partners, f.measure) for f in figures.find(text, "2025-03-04")]
    assert told == [("RU", [code], kind) for code in ("KE", "LA", "VN") for kind in ("import", "share")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nga bán cho Ý và Việt Nam lần lượt 7 triệu tấn và 300.000 tấn ngô.", [("RU", ["IT"]), ("RU", ["VN"])]),
        ("Thương mại của Nga với Ý và Việt Nam lần lượt đạt 9 tỷ USD và 4 tỷ USD.", [("RU", ["IT"]), ("VN", ["RU"])]),
        ("Việt Nam xuất khẩu sang Nga và Ý lần lượt 2 tỷ USD và 4 tỷ USD.", [("VN", ["RU"]), ("VN", ["IT"])]),
    ],
)
def test_a_list_with_viet_nam_is_handed_out_in_turn(text, told):
    assert [(f.reporter, f.partners) for f in figures.find(text, "2025-03-04")] == told


def test_a_bloc_that_is_pointed_to_trades_itself():
    text = "Việt Nam là bạn hàng lớn nhất của Nga trong ASEAN. Kim ngạch của khối này với Nga đạt 17 tỷ USD."
    one = figures.find(text, "2025-03-04", "Quan hệ Việt Nam - Nga")[0]
    assert (one.reporter, one.partners) == ("ASEAN", ["RU"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mục tiêu đón 90.000 lượt khách Nga đã đạt 61%.", ("share", "visitors", "actual")),
        ("Kế hoạch xuất khẩu 4 tỷ USD sang Nga đã hoàn thành 61%.", ("share", "export", "actual")),
        ("Mục tiêu tăng trưởng xuất khẩu sang Nga là 61%.", ("growth_rate", "export", "target")),
    ],
)
def test_how_far_a_goal_is_reached(text, told):
    one = figures.find(text, "2025-03-04")[-1]
    assert (one.measure, one.of_measure, one.modality) == told


def test_a_deal_is_no_yearly_trade():
    one = figures.find("Gói mua 12 tàu cá trị giá 30 triệu USD của Việt Nam đã ký.", "2025-03-04", "Việt Nam - Nga")[0]
    assert (one.measure, one.partners) == ("other", [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nga nhập khẩu 70 triệu USD hạt tiêu; nhập từ Việt Nam giảm 4%.", [("RU", []), ("RU", ["VN"])]),
        ("Nga chi 70 triệu USD mua hạt tiêu, mua từ Việt Nam 50 triệu USD.", [("RU", []), ("RU", ["VN"])]),
        ("Xuất khẩu hạt tiêu đạt 1 tỷ USD; xuất khẩu sang Nga đạt 50 triệu USD.", [("VN", []), ("VN", ["RU"])]),
        ("Nga bán 2 triệu tấn than, trị giá 300 triệu USD sang Việt Nam.", [("RU", ["VN"]), ("RU", ["VN"])]),
        (
            "EAEU xuất khẩu sang Việt Nam 2 tỷ USD, trong đó Nga chiếm 92%, đạt 1,8 tỷ USD.",
            [("EAEU", ["VN"]), ("RU", ["VN"]), ("RU", ["VN"])],
        ),
        ("Kim ngạch Việt - Nga đạt 4 tỷ USD. Nga là bạn hàng của Serbia, với 2 tỷ USD.", [("VN", ["RU"]), ("RU", ["RS"])]),
    ],
)  # fmt: skip
def test_a_whole_is_not_that_of_its_part(text, told):
    assert [(f.reporter, f.partners) for f in figures.find(text, "2025-03-04")] == told


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Xuất khẩu sang Đông Âu, chủ yếu là Nga, đạt 2 tỷ USD.", [[]]),
        ("Xuất khẩu sang EAEU, trong đó có Nga, Belarus và Armenia, đạt 2 tỷ USD.", [["EAEU"]]),
        ("Xuất khẩu sang EAEU đạt 2 tỷ USD, trong đó có Nga 1,9 tỷ USD.", [["EAEU"], ["RU"]]),
        ("Xuất khẩu sang Nga, trong đó có vùng Viễn Đông, đạt 2 tỷ USD.", [["RU"]]),
    ],
)
def test_a_country_named_beside_its_region_is_not_the_partner(text, partners):
    assert [f.partners for f in figures.find(text, "2025-03-04")] == partners


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Theo Nga, kim ngạch Việt - Nga đạt 5 tỷ USD, theo Việt Nam 3 tỷ USD.", ["Nga", "Việt Nam"]),
        ("Kim ngạch Việt - Nga đạt 3 tỷ USD (số liệu Việt Nam) hay 5 tỷ USD (số liệu Nga).", ["số liệu Việt Nam", "số liệu Nga"]),
        ("Đại sứ quán cho biết kim ngạch Việt - Nga đạt 5 tỷ USD (theo số liệu Nga).", ["số liệu Nga"]),
        ("Thuế với hàng Nga giảm theo Nghị định 7% mỗi năm.", [None]),
    ],
)  # fmt: skip
def test_who_counts_each_of_two(text, sources):
    assert [f.source_of_figure for f in figures.find(text, "2025-03-04")] == sources


@pytest.mark.parametrize("since", ["chưa từng có sau năm 1992", "cao nhất kể từ năm 1992", "kỷ lục kể từ năm 1992"])
def test_a_year_since_which_it_was_never_so_is_not_the_time(since):
    text = f"Trong năm qua kim ngạch hai chiều tăng 19%, đạt mức 3 tỷ USD {since}."
    one = figures.find(text, "2018-04-12", "Việt Nam - Nga")[1]
    assert (one.period_start, one.period_end) == ("2017-01-01", "2017-12-31")


def test_those_who_signed_an_agreement_are_not_the_two_that_trade():
    text = "Sau khi hiệp định giữa Việt Nam và EAEU được ký kết, kim ngạch song phương đạt 3 tỷ USD."
    one = figures.find(text, "2018-04-12", "Đại sứ Việt Nam tại Nga nói về quan hệ hai nước")[0]
    assert (one.reporter, one.partners) == ("VN", ["RU"])
