"""Properties that hold for any page: no exception, no line lost, the text is what the receipt says was kept."""

import time

import fuzzing
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import dates, encodings, lines, pages

TEXTS = fuzzing.sources()
SECONDS = 12  # the full run is `python tests/score_pages.py fuzz 10000`
ANY = st.text(st.characters(codec="utf-8"), max_size=200)
WORDS = st.sampled_from(["Tin liên quan", "Ảnh: TTXVN", "09:03 | 09/05/2025", "Hai bên ký kế hoạch hợp tác cho ba năm tới tại Hà Nội.", "Đọc nhiều", "Theo TTXVN",
                         "Giá vàng hôm nay tăng mạnh sau ba phiên giảm", "Trả lời", "https://baomau.example/a", "", "PV", "Nga và Việt Nam", "| a | b |", "- mục một"])  # fmt: skip


@pytest.mark.skipif(not TEXTS, reason="needs the gold pages of tests/gold/pages/dev")
def test_mutated_pages_are_read_without_an_exception():
    ends = time.monotonic() + SECONDS
    for seed in range(10_000):
        fuzzing.check(fuzzing.mutated(TEXTS, seed))
        if time.monotonic() > ends:
            break


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS | ANY, max_size=40))
def test_any_sequence_of_lines(parts):
    fuzzing.check("\n".join(parts))


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_line_ends_of_windows_change_nothing(parts):
    assert pages.clean("\n".join(parts)).text == pages.clean("\r\n".join(parts)).text


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_tidy_lines_stay_as_they_are(text):
    once = lines.tidy(text)
    assert lines.tidy(once) == once or "*" in once or "|" in once


@settings(max_examples=200, deadline=None)
@given(
    st.dates(min_value=dates.datetime(1990, 1, 1).date(), max_value=dates.datetime(2100, 12, 31).date()),
    st.sampled_from(["{d}/{m}/{y}", "{d:02}.{m:02}.{y}", "ngày {d} tháng {m} năm {y}", "{y}-{m:02}-{d:02}"]),
)
def test_every_day_is_read_back_from_each_way_to_print_it(day, form):
    printed = form.format(d=day.day, m=day.month, y=day.year)
    assert [stamp.iso for stamp in dates.find(printed)] == [day.isoformat()]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_problem(raw):
    try:
        encodings.decode(raw)
    except encodings.Unreadable as problem:
        assert str(problem)
