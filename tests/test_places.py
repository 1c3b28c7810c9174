"""Countries, blocs and pairs, and the role the words give them."""

import pytest

from analysis import places


def codes(sentence):
    return [place.code for place in places.find(sentence)]


@pytest.mark.parametrize("name", ["Việt - Nga", "Nga-Việt", "Việt – Nga", "Việt Nam - Liên bang Nga", "Việt Nam và LB Nga"])
def test_every_spelling_of_the_pair_is_both_countries(name):
    assert set(codes(f"kim ngạch {name} tăng")) == {"VN", "RU"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Liên Xô giúp Việt Nam", ["SU", "VN"]),
        ("Đảng “Bạch Nga” của Belarus", ["BY"]),
        ("phóng viên Thúy Nga, Phan Anh", []),
        ("chị hát ngân nga", []),
        ("học tiếng Nga, trả bằng đô la Mỹ", []),
        ("Trung - Nga", ["CN", "RU"]),
        ("Ngân hàng Thế giới dự báo", []),
        ("thương mại thế giới", ["WORLD"]),
        ("Bộ Công Thương Nga", ["RU"]),
        ("Mát-xcơ-va và Hà Nội", ["RU", "VN"]),
        ("Liên minh Kinh tế Á - Âu (EAEU)", ["EAEU", "EAEU"]),
        ("huyện Nga Sơn, thị xã Mỹ Hào", []),
        ("khách từ xứ sở bạch dương sang đất nước mặt trời mọc", ["RU", "JP"]),
        ("gạo Việt bán chạy, anh Việt vui", ["VN"]),
        ("giá trên thị trường thế giới", []),
        ("thương mại với thế giới", ["WORLD"]),
        ("các nước châu Mỹ", [""]),
    ],
)
def test_names_and_their_look_alikes(sentence, expected):
    assert codes(sentence) == expected


def test_prepositions_give_roles_and_lists_share_them():
    found = places.find("Xuất khẩu của Việt Nam sang thị trường Nga, Belarus và Kazakhstan")
    assert [(place.code, place.role) for place in found] == [("VN", "of"), ("RU", "to"), ("BY", "to"), ("KZ", "to")]


def test_what_is_left_out_is_no_partner():
    assert [place.role for place in places.find("không kể Nga, trao đổi với EAEU")] == ["than", "with"]


def test_a_head_of_state_speaks_for_the_country_only_as_a_seat():
    assert [(place.code, place.kind) for place in places.find("Tổng thống Putin nói")] == [("RU", "seat")]


def test_an_office_or_an_agreement_names_a_country_only_weakly():
    assert all(place.weak for place in places.find("theo Hải quan Nga"))
    assert places.find("Hiệp định thương mại tự do Việt Nam - EAEU")[0].weak


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Ca sĩ Long Nhật mở đêm diễn ở Moskva, Nga.", ["RU", "RU"]),
        ("Nghệ nhân Tạ Diễm Mỹ mang nón lá sang Belarus.", ["BY"]),
        ("Tổng Bí thư Nông Đức Mạnh thăm Liên bang Nga năm ấy.", ["RU"]),
        ("Chợ Mỹ Lộc bán chè sang Kazakhstan.", ["KZ"]),
        ("Bà Nga và ông Đức cùng mua cổ phiếu.", []),
        ("Doanh nghiệp tìm khách ở khu vực Bắc Mỹ và châu Phi.", [""]),
        ("Chị Nga bán bánh cho khách Nga.", ["RU"]),
        ("Các thầy cô Nga dạy ở trường này mười năm.", ["RU"]),
        ("Bộ Công Thương Nga và Phòng Thương Mại Đức cùng dự.", ["RU", "DE"]),
        ("Cảng ở miền Đông Nga đón tàu hàng đầu tiên.", ["RU"]),
        ("Đại sứ Việt Nam tại Nga Tạ Khắc Bình dự lễ.", ["VN", "RU"]),
        ("Riêng Mỹ mua một nửa, còn Nhật mua ít hơn.", ["US", "JP"]),
        ("Xuất Khẩu Thanh Long Sang Nga Và Đức Tăng", ["RU", "DE"]),
    ],
)
def test_a_country_is_told_from_names_that_hold_its_syllable(sentence, codes):
    assert [place.code for place in places.find(sentence)] == codes
