"""Periods: inclusive dates, resolved against the page's date; worked out by hand from the conventions."""

from datetime import date
from pathlib import Path

import pytest

from analysis import period_wordings, periods, related_periods
from analysis.phrases import fold

CASES = [
    ("năm 2024", None, "2024-01-01", "2024-12-31"),
    ("9 tháng đầu năm 2025", None, "2025-01-01", "2025-09-30"),
    ("9 tháng đầu năm", "2025-10-10", "2025-01-01", "2025-09-30"),
    ("trong 9 tháng", "2025-10-10", "2025-01-01", "2025-09-30"),
    ("lũy kế 11 tháng", "2026-01-05", "2025-01-01", "2025-11-30"),
    ("tháng 7", "2025-09-01", "2025-07-01", "2025-07-31"),
    ("tháng 11", "2025-02-01", "2024-11-01", "2024-11-30"),
    ("quý I", "2025-05-19", "2025-01-01", "2025-03-31"),
    ("quý III/2024", None, "2024-07-01", "2024-09-30"),
    ("nửa đầu tháng 4/2021", None, "2021-04-01", "2021-04-15"),
    ("nửa đầu năm 2022", None, "2022-01-01", "2022-06-30"),
    ("6 tháng cuối năm 2023", None, "2023-07-01", "2023-12-31"),
    ("tính đến hết tháng 8/2025", None, None, "2025-08-31"),
    ("hết tháng 10", "2025-11-05", None, "2025-10-31"),
    ("hết quý I", "2025-05-05", "2025-01-01", "2025-03-31"),
    ("lũy kế đến 20/9/2025", None, None, "2025-09-20"),
    ("từ đầu năm đến nay", "2025-10-10", "2025-01-01", "2025-10-10"),
    ("từ đầu năm đến hết tháng 9", "2025-10-10", "2025-01-01", "2025-09-30"),
    ("giai đoạn 2021-2025", None, "2021-01-01", "2025-12-31"),
    ("từ tháng 1 đến tháng 11", "2019-01-09", "2018-01-01", "2018-11-30"),
    ("tháng 1-7/2025", None, "2025-01-01", "2025-07-31"),
    ("những năm 1980", None, "1980-01-01", "1989-12-31"),
    ("năm ngoái", "2025-05-19", "2024-01-01", "2024-12-31"),
    ("năm qua", "2025-01-09", "2024-01-01", "2024-12-31"),
    ("cả năm", "2025-12-22", "2025-01-01", "2025-12-31"),
    ("năm học 2024-2025", None, "2024-09-01", "2025-08-31"),
    ("đến năm 2030", None, "2030-01-01", "2030-12-31"),
    ("tháng đầu tiên của năm 2025", None, "2025-01-01", "2025-01-31"),
    ("3 quý năm 2025", None, "2025-01-01", "2025-09-30"),
    ("quý cuối năm ngoái", "2025-02-08", "2024-10-01", "2024-12-31"),
    ("trong năm rồi", "2025-02-08", "2024-01-01", "2024-12-31"),
    ("quý III năm rồi", "2025-02-08", "2024-07-01", "2024-09-30"),
    ("kỳ 2 tháng 9/2025", None, "2025-09-16", "2025-09-30"),
    ("20 ngày đầu tháng 9/2025", None, "2025-09-01", "2025-09-20"),
    ("nửa năm đầu 2025", None, "2025-01-01", "2025-06-30"),
    ("niên khóa 2025-2026", None, "2025-09-01", "2026-08-31"),
    ("sang năm", "2025-11-08", "2026-01-01", "2026-12-31"),
    ("từ tháng Giêng tới nay", "2025-09-20", "2025-01-01", "2025-09-20"),
    ("từ tấn dầu đầu tiên năm 1986 đến hết năm 2024", None, "1986-01-01", "2024-12-31"),
    ("sau ba quý", "2025-10-14", "2025-01-01", "2025-09-30"),
    ("qua 2 quý", "2025-07-14", "2025-01-01", "2025-06-30"),
    ("hết ba quý", "2025-02-14", "2024-01-01", "2024-09-30"),
    ("sau 8 tháng", "2025-09-03", "2025-01-01", "2025-08-31"),
    ("ba năm trước", "2024-11-28", "2021-01-01", "2021-12-31"),
    ("một năm trước", "2024-11-28", "2023-01-01", "2023-12-31"),
    ("cách đây mười năm", "2025-12-15", "2015-01-01", "2015-12-31"),
    ("Ba quý, nước ta mua", "2025-10-30", "2025-01-01", "2025-09-30"),
    ("trong 11 tháng hai nước trao đổi", "2020-12-18", "2020-01-01", "2020-11-30"),
    ("nhập 8 tháng từ Lào", "2025-09-05", "2025-01-01", "2025-08-31"),
    ("từ tháng 10/2016 đến hết năm 2024", None, "2016-10-01", "2024-12-31"),
    ("đến cuối năm", "2025-12-11", None, "2025-12-31"),
    ("tăng nhanh: 2021 là 415 triệu", None, "2021-01-01", "2021-12-31"),
    ("2 năm trước đây", "2025-11-28", "2023-01-01", "2023-12-31"),
    ("cách đây đúng 4 năm", "2025-11-28", "2021-01-01", "2021-12-31"),
    ("năm tài khóa 2023-2024 của Ấn Độ", None, "2023-04-01", "2024-03-31"),
]


@pytest.mark.parametrize(("phrase", "published", "start", "end"), CASES)
def test_a_phrase_names_its_period(phrase, published, start, end):
    found = periods.parse(phrase, published)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("phrase", ["hiện nay", "đến nay", "mỗi năm", "trước xung đột", "trước khi nổ ra dịch", "10 năm trước", "cách đây gần 3 năm", "ba năm trước đó", "những năm tới", "vài năm tới", "cuối thập niên này", "các tháng đầu năm 2023", "tháng 13/2025", "đã 5 năm rồi", "trong năm rồi lại"])
def test_a_time_that_does_not_say_which_is_none(phrase):
    assert periods.parse(phrase, "2025-05-19") is None


def test_without_the_pages_date_a_relative_period_is_none():
    assert periods.parse("năm ngoái") is None
    assert periods.parse("tháng 7", float("nan")) is None


def test_months_without_a_year_take_the_year_just_named():
    year, months = periods.find("Sang năm 2024, riêng sáu tháng đầu năm", "2025-01-08")
    assert (months.start, months.end) == ("2024-01-01", "2024-06-30")


def test_a_month_and_the_months_to_it_are_two_periods_of_one_year():
    month, months = periods.find("tháng 9 và 9 tháng năm 2024", "2025-10-10")
    assert (month.start, month.end, months.start, months.end) == ("2024-09-01", "2024-09-30", "2024-01-01", "2024-09-30")


def test_same_year_and_same_period_refer_to_what_was_named_before():
    found = periods.find("tháng 3/2022 rồi tăng trong tháng 8 cùng năm", "2023-11-25")
    assert found[1].start == "2022-08-01"
    base = periods.parse("9 tháng đầu năm 2025")
    assert related_periods.shifted(periods.find("cùng kỳ năm 2024", "2025-10-10")[0], base).end == "2024-09-30"


def test_impossible_days_are_no_dates():
    assert periods.parse("31/2/2025") is None
    assert periods.parse("45/77") is None


def test_no_period_is_missed_for_want_of_a_word(monkeypatch):
    """Rules are tried only where one of their words stands; trying all of them on the sample pages finds no more."""
    pages = sorted((Path(__file__).parent.parent / "corpus").glob("*.txt"))
    lines = {fold(line) for page in pages for line in page.read_text(encoding="utf-8").splitlines()}
    lines |= {fold(case[0]) for case in CASES}
    found = {line: period_wordings.readings(line, date(2025, 5, 9)) for line in lines}
    monkeypatch.setattr(period_wordings, "_ranks", lambda text: range(len(period_wordings._compiled())))
    assert found == {line: period_wordings.readings(line, date(2025, 5, 9)) for line in lines}
    assert sum(map(len, found.values())) > 500
