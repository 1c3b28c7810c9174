"""What stands before the first word of a dispatch, "Hà Nội (TTXVN) – ", changes nothing of what the article tells."""

import pytest

from analysis import datelines, events, figures, people, topics

OPENINGS = ["(TTXVN) - ", "Hà Nội (TTXVN) – ", "NLĐO - ", "VOV.VN - "]


@pytest.mark.parametrize("opening", OPENINGS)
def test_no_event_of_viet_nam_is_made_of_a_dateline(opening):
    assert events.find(f"{opening}Hôm qua Tổng thống Nga hội đàm với Thủ tướng Ấn Độ tại New Delhi.", "2025-02-20") == []


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_dateline_relates_nothing_to_viet_nam(opening):
    text = "Nga bàn giao lò phản ứng thứ hai cho Hungary sau bốn năm lắp đặt."
    assert topics.mentions(opening + text, "") == topics.mentions(text, "") == []


@pytest.mark.parametrize("opening", OPENINGS)
def test_offsets_count_the_dateline(opening):
    text = f"{opening}Bà Khúc Thị Mẫu cho biết Việt Nam mua của Nga 5.000 tấn lúa mì."
    person, figure = people.find(text)[0], figures.find(text)[0]
    assert text[person.start : person.end] == "Khúc Thị Mẫu"
    assert text[figure.start : figure.end] == "5.000 tấn" and figure.partners == ["RU"]


@pytest.mark.parametrize("text", ["VN - Nga: kim ngạch đạt 5 tỷ USD.", "Kim ngạch (tỷ USD) - Nga: 5,1."])
def test_a_pair_or_a_unit_before_a_dash_is_no_dateline(text):
    assert datelines.hidden(text) == text
