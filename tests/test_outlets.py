"""Every file of rules/outlets/ proves itself on its own page; a page's outlet is its own name, never a credit."""

from pathlib import Path

import pytest

from analysis import formats, pages, proofs, rules

ROOT = Path(__file__).resolve().parent.parent
OUTLETS = rules.load_all("outlets")
ARTICLE = """Chợ quê ở Perm mở thêm gian hàng Việt
09:00 | 05/05/2025
Gian hàng mới bán mì, miến và nước chấm, do hai gia đình người Việt cùng góp vốn mở ra.
Khách địa phương quen dần với vị cay, và hỏi mua theo thùng thay vì từng gói như năm ngoái.
"""


@pytest.mark.parametrize("stem", OUTLETS)
def test_the_file_proves_itself_on_its_own_page(stem):
    faults = proofs.faults(OUTLETS[stem])
    assert not faults, f"rules/outlets/{stem}.toml: " + "; ".join(faults)


def test_at_least_sixteen_outlets_are_described_under_different_names():
    names = [outlet["name"] for outlet in OUTLETS.values()]
    assert len(names) == len(set(names)) >= 16


def test_a_file_without_a_proof_says_so():
    faults = proofs.faults({"name": "Báo Thử", "domains": ["baothu.example"], "marks": ["báo thử giữ bản quyền"]})
    assert faults == ["the key `proof` is missing"]


def test_a_proof_that_fails_names_the_line():
    vov = OUTLETS["vov"]
    wrong = vov | {"proof": [vov["proof"][0] | {"title": "Tin khác", "last": "Câu khác"}]}
    faults = " ".join(proofs.faults(wrong))
    assert "'Tin khác'" in faults and "'Câu khác'" in faults and "Ban tổ chức in sách luật" in faults


@pytest.mark.parametrize("credit", [
    "Theo VietnamPlus", "(TTXVN/Vietnam+)", "Nguồn: VnExpress", "(Theo Dân trí)", "© Sputnik / Gleb Artamonov", "Ảnh: VOV.VN",
    "Theo Báo Nhân Dân", "Nguồn: Báo Chính phủ", "(theo TG&VN)", "VnExpress Marathon khởi động ở Quy Nhơn",
    "Tàu hàng cập cảng Vladivostok - Ảnh: VGP/Mẫu Văn Hải", "Báo Nga ca ngợi một lớp học tiếng Việt ở Ufa", "Tuổi Trẻ trao giải thiết kế cho sinh viên"])
def test_a_credit_or_headline_names_no_outlet(credit):
    assert pages.clean(ARTICLE + credit).outlet is None


@pytest.mark.parametrize("line, outlet", [
    ("© 2025 Báo Sông Thương. Cấm sao chép dưới mọi hình thức.", "Báo Sông Thương"),
    ("Bản quyền thuộc về Tạp chí Cửa Biển", "Tạp chí Cửa Biển"),
    ("Theo dõi Sông Thương Online trên Google News", "Sông Thương Online"),
    ("Copyright 2024 Red River Post. All rights reserved", "Red River Post"),
    ("© 2025 VietnamPlus, TTXVN. Cấm sao chép", "VietnamPlus"),
    ("® Cửa Biển Online giữ bản quyền nội dung trên trang này", "Cửa Biển Online"),
    ("© Sông Thương nắm giữ bản quyền. Dẫn lại phải xin phép.", "Sông Thương"),
    ("Tòa soạn giữ bản quyền nội dung trên trang này", None),
    ("© Tòa soạn giữ bản quyền. Số giấy phép: 00/GP-MẪU", None),
    ("Bản quyền thuộc Báo điện tử. Ghi rõ nguồn khi phát hành lại.", None),
    ("© 2025. Thiết kế bởi Mẫu JSC", None)])
def test_the_name_comes_from_the_imprint(line, outlet):
    assert pages.clean(f"{ARTICLE}Theo Báo Nhân Dân\n{line}").outlet == outlet


def test_a_reprint_keeps_the_name_of_the_page_it_stands_on():
    page = pages.clean(f"{ARTICLE}(TTXVN/Vietnam+)\nTheo VietnamPlus\n© 2025 Báo Sông Thương. Cấm sao chép.")
    assert (page.outlet, page.source) == ("Báo Sông Thương", "TTXVN/Vietnam+")


@pytest.mark.parametrize("metadata, outlet", [
    ({"url": "https://www.vietnamplus.vn/bai-post1.vnp"}, "VietnamPlus"), ({"site": "VOV.VN"}, "VOV"), ({"site": "Báo Sông Thương | Tin nhanh"}, "Báo Sông Thương"),
    ({"url": "https://baosongthuong.example/kinh-te/1.html"}, "baosongthuong.example"), ({"url": "https://chosongthuong.example/?from=vov.vn"}, "chosongthuong.example"), ({}, None)])
def test_the_file_s_own_metadata_names_the_outlet(metadata, outlet):
    assert pages.clean(ARTICLE, metadata=metadata).outlet == outlet


def test_a_name_at_the_top_counts_when_the_foot_says_it_again():
    foot = "Sông Thương - tờ báo của người vùng trung du"
    assert pages.clean(f"Sông Thương\nThời sự\n{ARTICLE}{foot}").outlet == "Sông Thương"
    assert pages.clean(f"Sông Thương\nThời sự\n{ARTICLE}").outlet is None


def test_the_prefix_of_the_lede_names_the_outlet_unless_the_page_names_another():
    page = ARTICLE.replace("Gian hàng", "TTO - Gian hàng")
    assert pages.clean(page).outlet == "Tuổi Trẻ"
    assert pages.clean(page + "© 2025 Báo Sông Thương. Cấm sao chép.").outlet == "Báo Sông Thương"


def test_switched_off_the_outlet_files_are_not_asked():
    assert pages.clean(ARTICLE + "Theo dõi VOV.VN trên Google News", outlets=False).outlet == "VOV.VN"


@pytest.mark.parametrize("start, outlet", [
    ("01-", "Tạp chí Mẫu Thời Đại (trang mẫu)"), ("02-", "Vietnam Mẫu+ (trang mẫu)"), ("03-", "Báo điện tử Mẫu Chính phủ (trang mẫu)"),
    ("04-", "Sputnik Mẫu (trang mẫu)"), ("06-", "Báo Mẫu Công Thương (trang mẫu)"), ("07-", "Báo Mẫu Quốc Tế (trang mẫu)"), ("08-", "Dân trí Mẫu (trang mẫu)"),
    ("15-", "Vietnam Mẫu+ (trang mẫu)"), ("16-", "VnMẫu (trang mẫu)"), ("21-", "Vietnam Sample Plus (trang mẫu)"), ("23-", "Sputnik Mẫu (trang mẫu)"),
    ("26-", "VnMẫu (trang mẫu)"), ("27-", "Российско-вьетнамский образец (trang mẫu)"), ("31-", "Thanh Niên Mẫu (trang mẫu)"), ("32-", "Báo Mẫu Nha Trang (trang mẫu)")])
def test_a_sample_page_is_from_the_outlet_that_it_names(start, outlet):
    path = next(iter(sorted((ROOT / "corpus").glob(f"{start}*"))), None)
    if path is None:
        pytest.skip(f"sample page {start} was removed from corpus/, as its README allows")
    source = formats.read(path)
    assert pages.clean(source.text, source.name, source.metadata).outlet == outlet


@pytest.mark.parametrize("behind, name", [("| Báo Miền Mẫu Mới", "Báo Miền Mẫu Mới"), ("- Sông Mẫu Online", "Sông Mẫu Online"), ("| Kinh tế", None), ("- chuyến thứ hai", None)])
def test_the_name_behind_the_title_of_the_window_is_the_outlet(behind, name):
    title = "Cảng Mẫu nhận thêm ba cần cẩu"
    text = ["Kinh tế", title, "08:15 05/02/2026", "Chiều cuối tuần, đội lái cẩu của cảng đón ba cỗ máy sơn vàng mới về.", "Trưởng ca kể rằng khâu khó nhất là xoay khung gầm qua cửa hầm."]
    assert pages.clean("\n".join([f"{title} {behind}", *text])).outlet == name
    assert pages.clean("\n".join(text), "page.html", {"title": f"{title} {behind}"}).outlet == name
