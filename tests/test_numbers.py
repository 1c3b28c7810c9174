"""Numbers as Vietnamese news writes them: values worked out by hand."""

import time

import pytest

from analysis import numbers, rules

READ = [
    ("hơn 1,8 tỷ đồng", 1.8e9, None, "money", "VND", "over"),
    ("gần 52 triệu USD", 52e6, 52e6, "money", "USD", "nearly"),
    ("khoảng hơn 5 tỷ đô la Mỹ", 5e9, None, "money", "USD", "over"),
    ("chưa đến 20 triệu Mỹ kim", None, 20e6, "money", "USD", "under"),
    ("từ 4,5 đến 5 tỷ đô la", 4.5e9, 5e9, "money", "USD", "exact"),
    ("6,2 — 6,4 tỉ USD", 6.2e9, 6.4e9, "money", "USD", "exact"),
    ("15 đến 20 nghìn suất học bổng", 15000, 20000, "persons", None, "exact"),
    ("500 nghìn đến 550 nghìn lượt", 500000, 550000, "persons", None, "exact"),
    ("10-15 %/năm", 10, 15, "percent", None, "exact"),
    ("1.234,56 tỷ rúp", 1234.56e9, 1234.56e9, "money", "RUB", "exact"),
    ("4.59 tỷ USD", 4.59e9, 4.59e9, "money", "USD", "exact"),
    ("810.000 USD", 810000, 810000, "money", "USD", "exact"),
    ("1,93 triệu tỷ đồng", 1.93e15, 1.93e15, "money", "VND", "exact"),
    ("10 nghìn tỷ đồng", 1e13, 1e13, "money", "VND", "exact"),
    ("1 tỷ 200 triệu đồng", 1.2e9, 1.2e9, "money", "VND", "exact"),
    ("nửa tỷ euro", 5e8, 5e8, "money", "EUR", "exact"),
    ("hai trăm mười hai triệu đô la", 212e6, 212e6, "money", "USD", "exact"),
    ("2 tỷ rúp chuyển nhượng", 2e9, 2e9, "money", "SUR", "exact"),
    ("640 tỷ nhân dân tệ", 640e9, 640e9, "money", "CNY", "exact"),
    ("140 tỷ (USD)", 140e9, 140e9, "money", "USD", "exact"),
    ("1,4 điểm phần trăm", 1.4, 1.4, "percentage_point", None, "exact"),
    ("40 nghìn tấn", 40000, 40000, "tonnes", None, "exact"),
    ("18 vạn người", 180000, 180000, "persons", None, "exact"),
    ("5 tỷ", 5e9, 5e9, None, None, "exact"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "low", "high", "unit", "currency", "qualifier"), READ)
def test_a_news_phrase_has_its_value_unit_and_qualifier(phrase, low, high, unit, currency, qualifier):
    found = numbers.parse(phrase)
    assert (found.value_min, found.value_max) == (low, high)
    assert (found.unit, found.currency, found.qualifier) == (unit, currency, qualifier)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("một triệu hai", "last_digit"),
        ("12.34,5 tỷ USD", "separators"),
        ("1 150 tỷ USD", "spaces"),
        ("12,5 người", "part_of_person"),
        ("500 đến 1 tỷ USD", "first_scale"),
        ("không có số nào", "no_number"),
        ("1tr2", "left_over"),
        ("9" * 30, "many_digits"),
    ],
)
def test_what_cannot_be_read_with_certainty_is_none_with_the_reason(phrase, reason):
    assert numbers.read(phrase) == (None, reason)
    assert all(rules.texts(lang)(f"doubt.{reason}") for lang in ("en", "vi"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Nghị định 93/2021/NĐ-CP và Quyết định 161/QĐ-TTg",
        "Lò VVER-1200 và chuyến bay VN63",
        "Ngày 30/1/1950 tại phòng 12",
        "Bão số 10 gây gió giật cấp 15",
        "Nhà máy phát 3,2 tỷ kWh, hồ chứa 1,5 tỷ m3",
        "lần thứ 13, hạng thứ 27",
    ],
)
def test_dates_laws_models_and_physical_measures_are_no_quantities(sentence):
    assert [found.surface for found in numbers.scan(sentence) if found.unit is not None] == []


def test_offsets_give_back_the_printed_words():
    sentence = "Kim ngạch đạt gần 4,6 tỷ USD/năm, tăng 26,3%."
    assert [sentence[q.start : q.end] for q in numbers.scan(sentence)] == ["4,6 tỷ USD/năm", "26,3%"]


def test_a_sign_glued_to_a_rate_belongs_to_it():
    plus, minus = numbers.scan("xuất khẩu (+21%), nhập khẩu (-34%)")
    assert (plus.surface, plus.value_min) == ("+21%", 21)
    assert (minus.surface, minus.value_min) == ("-34%", -34)


def test_time_grows_in_line_with_the_text_on_digits_only():
    def spent(length):
        text = "1234567 " * length
        start = time.process_time()
        numbers.scan(text)
        return time.process_time() - start

    spent(100)
    assert spent(8000) < 24 * max(spent(1000), 0.01)
