"""Which events a text tells of: their dates, sides and status; what is none; the same event in several articles; ICS."""

import json
import re

import pandas as pd
import pytest

from analysis import calendar_export, event_dates, event_views, events, people, people_in_text, quotations, tables


def one(text, published="2025-06-10"):
    found = events.find(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "published", "start", "end"),
    [
        ("Chiều 2/4, hai bên ký kết", "2025-04-03", "2025-04-02", "2025-04-02"),
        ("Sáng qua, hai bên ký kết", "2025-09-01", "2025-08-31", "2025-08-31"),
        ("từ ngày 8 đến 11/5", "2025-05-10", "2025-05-08", "2025-05-11"),
        ("trong hai ngày 30 và 31/12", "2026-01-02", "2025-12-30", "2025-12-31"),
        ("từ 28/12/2025 đến 3/1/2026", "2026-01-02", "2025-12-28", "2026-01-03"),
        ("từ hôm nay, kéo dài bốn ngày", "2025-06-12", "2025-06-12", "2025-06-15"),
        ("hôm thứ Sáu", "2025-06-10", "2025-06-06", "2025-06-06"),
        ("Thứ Năm tuần tới", "2025-06-10", "2025-06-19", "2025-06-19"),
        ("ngày 9 tháng 5 năm 2025", None, "2025-05-09", "2025-05-09"),
        ("quý IV năm nay", "2025-06-10", "2025-10-01", "2025-12-31"),
        ("từ ngày 8/5", "2025-05-06", "2025-05-08", None),
        ("đến hết ngày 30/10", "2025-10-17", None, "2025-10-30"),
        ("tuần tới", "2025-06-10", None, None),
        ("đầu tháng 12", "2025-06-10", None, None),
    ],
)
def test_days_as_news_writes_them(text, published, start, end):
    found = event_dates.find(text, published)
    assert [(when.start, when.end) for when in found] == [(start, end)]


def test_talks_of_two_others_on_the_way_to_viet_nam_are_none_of_its_own():
    told = one("Tổng thống Nga đến Hà Nội hôm 5/6 sau cuộc gặp với Chủ tịch Trung Quốc tại Thành Đô.")
    assert (told.type, told.guest, told.host) == ("visit", "RU", "VN")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("từ ngày 29.11 đến ngày 2.12.2025", "2025-11-29", "2025-12-02"),
        ("từ ngày 29 tháng 6 đến ngày 3 tháng 7 năm 2025", "2025-06-29", "2025-07-03"),
        ("hôm 20 và 21/5", "2025-05-20", "2025-05-21"),
        ("ngày 9/5 năm ngoái", "2024-05-09", "2024-05-09"),
        ("ngày 14/3 tới, đoàn", "2026-03-14", "2026-03-14"),
        ("ngày 14/10 vừa qua, đoàn", "2024-10-14", "2024-10-14"),
        ("ngày 26 tháng trước", "2025-05-26", "2025-05-26"),
        ("tháng 11 vừa qua", "2024-11-01", "2024-11-30"),
        ("chiều thứ Tư (14/5)", "2025-05-14", "2025-05-14"),
        ("bước sang ngày thứ ba", "2025-06-08", None),
        ("đến sáng nay", None, "2025-06-10"),
        ("mở cửa đến hết tháng 6", None, "2025-06-30"),
        ("khai mạc ngày 5/6, kéo dài một tuần", "2025-06-05", "2025-06-11"),
        ("bế mạc hôm qua sau hai ngày làm việc", "2025-06-08", "2025-06-09"),
        ("tuần cuối tháng 1/2026", None, None),
    ],
)
def test_days_told_round_about(text, start, end):
    found = event_dates.find(text, "2025-06-10")
    assert [(when.start, when.end) for when in found] == [(start, end)]


def test_a_day_without_year_lies_on_the_side_the_sentence_speaks_of():
    assert event_dates.find("Chiều 30/12", "2026-01-05")[0].start == "2025-12-30"
    assert event_dates.find("sẽ đến ngày 10/1", "2025-12-20", ahead=True)[0].start == "2026-01-10"


def test_an_ordinal_is_no_weekday():
    assert event_dates.find("Kỳ họp lần thứ ba của tiểu ban", "2025-10-06") == []


def test_a_day_counted_from_the_one_before():
    found = event_dates.find("dự hội nghị ngày 23/10/2024 và hội đàm một ngày sau đó", "2025-09-30")
    assert [when.start for when in found] == ["2024-10-23", "2024-10-24"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Triển lãm Nga khai mạc tại Huế ngày 2/6 và mở cửa đến hết tháng 6.", "2025-06-02", "2025-06-30"),
        ("Chuyến thăm Cuba từ ngày 8/6 của Chủ tịch Quốc hội Việt Nam sẽ kết thúc vào ngày mai.", "2025-06-08", "2025-06-11"),
        ("Đại tướng Nga Oleg Somov đã rời Hà Nội hôm 8/6, kết thúc chuyến thăm chính thức bốn ngày.", None, "2025-06-08"),
        ("Chuyến thăm Huế của đoàn Belarus bị lùi từ 12/6 tới ngày 4/7.", "2025-07-04", "2025-07-04"),
        ("Lễ hội Nga ở Vinh, ban đầu định vào 15/6, phải hoãn và chưa có lịch mới.", None, None),
    ],
)
def test_the_span_and_the_new_day_of_what_lasts_or_moves(text, start, end):
    event = one(text)
    assert (event.date_start, event.date_end) == (start, end)


def test_the_days_of_a_visit_are_not_the_day_of_the_talks_in_it():
    text = "Từ 2 đến 6/6, Thủ tướng Belarus thăm chính thức Việt Nam; hai Thủ tướng đã hội đàm."
    found = {event.type: (event.date_start, event.date_end) for event in events.find(text, "2025-06-10")}
    assert found == {"visit": ("2025-06-02", "2025-06-06"), "talks": (None, None)}


def test_bodies_of_viet_nam_need_not_say_so():
    event = one("Trường Đại học Thủy lợi và Đại học Bách khoa Tomsk đặt bút ký thỏa thuận hôm 9/6.")
    assert (event.type, event.countries) == ("signing", ("RU", "VN"))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Hai bên Việt Nam và Nga ký thỏa thuận tại Genève (Thụy Sĩ) ngày 29/5.", ("RU", "VN")),
        ("Hiệp định giữa Việt Nam và Liên minh Kinh tế Á - Âu được ký tại Astana (Kazakhstan) ngày 20/5.", ("EAEU", "VN")),
        ("Một công ty Việt Nam ký thỏa thuận tại Moskva (Nga) ngày 20/5.", ("RU", "VN")),  # no other side is told of
    ],
)
def test_the_country_of_the_place_is_no_side_where_others_are_told_of(text, countries):
    assert one(text).countries == countries


def test_the_year_that_marks_something_is_no_date_of_another_event():
    told = one("Chuyến thăm Việt Nam của Thủ tướng Nga diễn ra khi năm 2024 đánh dấu 30 năm hiệp ước.", "2024-06-21")
    assert (told.type, told.date_start, told.date_end) == ("visit", None, None)


def test_the_day_of_the_way_home_is_not_the_day_of_what_was_attended():
    text = "Sáng 10/3, máy bay từ Minsk về Hà Nội {} lễ kỷ niệm 30 năm quan hệ Việt Nam - Belarus."
    home = events.find(text.format("chở 40 ca sĩ, nhạc công Việt Nam đã tham dự"), "2024-03-11")
    assert "2024-03-10" not in {event.date_start for event in home if event.type == "anniversary"}
    there = events.find("Sáng 10/3, Thủ tướng Việt Nam đã dự lễ kỷ niệm 30 năm quan hệ với Belarus.", "2024-03-11")
    assert [(event.type, event.date_start) for event in there] == [("anniversary", "2024-03-10")]


def test_an_office_without_a_name_that_is_spoken_to_is_the_guest():
    text = "Sáng 4/3, Thống đốc Ivan Melnikov của tỉnh Tula thăm Việt Nam. Bộ trưởng Lê Minh Hà hoan nghênh chuyến thăm của ngài Thống đốc."
    assert {(event.guest, event.host) for event in events.find(text, "2025-03-05")} == {("RU", "VN")}
    ours = events.find(
        "Bộ trưởng Lê Minh Hà nhắc lại chuyến thăm của Thủ tướng Việt Nam tới Nga hôm 4/3.", "2025-03-05"
    )
    assert [(event.guest, event.host) for event in ours] == [("VN", "RU")]


def test_to_work_for_something_is_no_meeting():
    assert events.find("Trong năm nay, Nga đang làm việc để mở đường bay với Việt Nam.", "2023-03-30") == []
    assert one("Sáng 4/3, đoàn Nga làm việc hai giờ với Bộ trưởng Lê Minh Hà.", "2025-03-05").type == "meeting"


def test_the_day_on_which_results_are_made_known_is_no_visit():
    assert events.find("Kết quả chuyến khảo sát của tàu Nga ở Việt Nam sẽ được công bố ngày 27/5.", "2025-05-06") == []


def test_a_book_of_the_partner_that_comes_out_is_an_event():
    told = one("Tối 12/8, Nhà văn hóa Nga ở Hà Nội ra mắt tập thơ Nga dịch sang tiếng Việt.", "2025-08-13")
    assert (told.type, told.date_start, told.countries) == ("cultural_event", "2025-08-12", ("RU", "VN"))


def test_who_is_received_in_the_passive_is_guest():
    event = one("Sáng 9/6, Thứ trưởng Năng lượng Belarus Pavel Karatkevich được Thứ trưởng Trần Minh Đạo tiếp.")
    assert (event.type, event.guest, event.host) == ("meeting", "BY", "VN")


def test_a_visit_goes_from_guest_to_host():
    event = one("Từ ngày 3 đến 5/6, Bộ trưởng Y tế Belarus thăm làm việc Việt Nam.")
    assert (event.type, event.guest, event.host, event.countries) == ("visit", "BY", "VN", ("BY", "VN"))
    assert (event.date_start, event.date_end, event.status) == ("2025-06-03", "2025-06-05", "done")


def test_who_receives_is_host_and_who_greets_is_guest():
    received = one("Sáng 9/6, Chủ tịch tỉnh Lê Văn Tám tiếp Tổng Lãnh sự Nga Oleg Somov.")
    greeted = one("Sáng 9/6, Đại sứ Kazakhstan Nurlan Isaev chào từ biệt Thứ trưởng Trần Minh Đạo.")
    assert (received.guest, received.host) == ("RU", "VN")
    assert (greeted.guest, greeted.host) == ("KZ", "VN")


def test_talks_inside_a_visit_keep_their_own_day():
    text = "Trong chuyến thăm Nga từ ngày 2 đến 6/6, hôm 4/6 Thứ trưởng Lê Minh Hà hội đàm với Thứ trưởng Nga Ilya Sukhov."
    found = {event.type: event for event in events.find(text, "2025-06-10")}
    assert (found["visit"].date_start, found["visit"].date_end) == ("2025-06-02", "2025-06-06")
    assert (found["talks"].date_start, found["talks"].guest, found["talks"].host) == ("2025-06-04", "VN", "RU")


def test_two_visits_of_one_sentence_keep_apart():
    text = "Chuyến thăm Việt Nam của Thủ tướng Mikhail Mishustin tháng 1/2025 nối tiếp chuyến thăm Việt Nam của Tổng thống Vladimir Putin tháng 6/2024."
    found = sorted((event.who, event.date_start) for event in events.find(text, "2025-05-09"))
    assert found == [(("Mikhail Mishustin",), "2025-01-01"), (("Vladimir Putin",), "2024-06-01")]


@pytest.mark.parametrize(
    ("text", "status", "start"),
    [
        ("Đoàn nghị sĩ Belarus sẽ thăm Việt Nam ngày 20/6.", "planned", "2025-06-20"),
        ("Đoàn nghị sĩ Belarus đang thăm Việt Nam.", "ongoing", None),
        ("Chuyến thăm Việt Nam của đoàn nghị sĩ Belarus bị hoãn sang ngày 20/8.", "postponed", "2025-08-20"),
        ("Chuyến thăm Việt Nam của đoàn nghị sĩ Belarus ngày 20/6 đã bị hủy.", "cancelled", "2025-06-20"),
        ("Đoàn nghị sĩ Belarus đã thăm Việt Nam hôm 1/6.", "done", "2025-06-01"),
        ("Tuần trước, đoàn nghị sĩ Belarus thăm Việt Nam, nói sẽ trở lại.", "done", None),
    ],
)
def test_status(text, status, start):
    event = one(text)
    assert (event.status, event.date_start) == (status, start)


@pytest.mark.parametrize(
    "text",
    [
        "Kim ngạch giữa Việt Nam và Nga tăng tiếp 8 % trong năm 2024.",
        "Hai bên mong muốn tăng cường trao đổi các chuyến thăm giữa Việt Nam và Nga.",
        "Tổng thống Nga hội đàm với Thủ tướng Ấn Độ hôm 5/6.",
        "Quốc hội họp phiên bế mạc sáng nay.",
        "Ông Alexander Lukashenko đã nhận lời mời thăm Hà Nội.",
        "Xuất khẩu gạo sang Nga gặp khó khăn trong tháng 5.",
        "Nhiều người Việt tại Nga giữ kỷ niệm đẹp về thời sinh viên.",
        "Sinh viên Việt Nam đăng ký học tại Nga đông hơn.",
        "Lượng khách Nga đến thăm Nha Trang dự kiến tăng trong tháng 7.",
        "Sáng nay, Chủ tịch tỉnh ký quyết định khẩn cấp; nhóm chuyên gia Nga vẫn khoan thăm dò.",
        "Thỏa thuận với Nga có hiệu lực 5 năm kể từ ngày ký.",
        "Giao lưu văn hóa giữa Việt Nam và Nga ngày càng sôi động.",
        "Hai bên thống nhất sẽ ký hiệp định mới giữa Việt Nam và Nga.",
        "Năm qua có 3 chuyến thăm cấp cao giữa Việt Nam và Nga.",
    ],
)
def test_figures_wishes_and_other_peoples_meetings_are_no_events(text):
    assert events.find(text, "2025-06-10") == []


def test_seed_pages_tell_their_known_events(shared):
    docs = json.loads((shared / "data" / "seeds_gold.json").read_text(encoding="utf-8"))["docs"]
    docs = docs if isinstance(docs, list) else list(docs.values())
    found = {}
    for doc in docs:
        lines = (shared / "seeds" / doc["file"]).read_text(encoding="utf-8").split("\n")
        numbers = ([doc["lede_line"]] if doc.get("lede_line") else []) + doc["body_lines"]
        text = "\n".join(lines[n - 1] for n in numbers)
        found[doc["file"][:3]] = {(e.type, e.date_start, e.guest, e.host) for e in events.find(text, doc["published"], doc["title"])}
    assert ("meeting", "2025-05-08", "VN", "RU") in found["001"]
    assert ("visit", "2024-06-01", "RU", "VN") in found["001"]
    assert ("meeting", "2025-04-02", "RU", "VN") in found["003"]
    assert ("talks", "2025-04-02", "VN", "RU") in found["003"]
    assert ("visit", "2025-01-01", "RU", "VN") in found["003"]
    assert found["000"] == set()


def articles(*texts):
    days = pd.to_datetime(["2025-06-06", "2025-06-07", "2025-06-08"]).tz_localize("Asia/Ho_Chi_Minh")[: len(texts)]
    rows = [(f"{n}.txt", f"{n}.txt", day, "", text) for n, (day, text) in enumerate(zip(days, texts, strict=True))]
    return pd.DataFrame(rows, columns=["file", "story", "published", "title", "text"])


def test_the_same_event_of_two_articles_is_one_row_with_both_files():
    told = events.table(
        articles(
            "Ngày 5/6, Thứ trưởng Lê Minh Hà hội đàm với Thứ trưởng Nga Ilya Sukhov tại Huế.",
            "Ông Ilya Sukhov (Nga) và Thứ trưởng Lê Minh Hà hội đàm hôm 5/6.",
            "Ngày 5/6, đại diện Việt Nam và Belarus hội đàm.",
        )
    )
    found = events.merged(told)
    assert found["files"].tolist() == ["0.txt, 1.txt", "2.txt"]
    assert found["articles"].tolist() == [2, 1]
    assert not found["conflict"].any()


def test_what_a_later_page_tells_as_over_lies_no_longer_ahead():
    told = events.table(
        articles(
            "Thứ trưởng Lê Minh Hà sẽ hội đàm với Thứ trưởng Nga Ilya Sukhov vào ngày 7/6.",
            "Thứ trưởng Lê Minh Hà dự kiến hội đàm với Thứ trưởng Nga Ilya Sukhov vào sáng nay.",
            "Thứ trưởng Lê Minh Hà đã hội đàm với Thứ trưởng Nga Ilya Sukhov hôm 7/6.",
        )
    )
    assert events.merged(told[:2])["status"].tolist() == ["planned"]
    found = events.merged(told)
    assert found["status"].tolist() == ["done"]
    assert "đã hội đàm" in found["sentence"].tolist()[0]
    assert found["files"].tolist() == ["0.txt, 1.txt, 2.txt"]


def test_differing_days_of_one_event_are_shown():
    found = events.merged(
        events.table(
            articles(
                "Ngày 4/6, Thứ trưởng Lê Minh Hà hội đàm với Thứ trưởng Nga Ilya Sukhov.",
                "Ngày 5/6, Thứ trưởng Lê Minh Hà hội đàm với Thứ trưởng Nga Ilya Sukhov.",
            )
        )
    )
    assert found["conflict"].tolist() == [True]
    assert found["dates_told"].tolist() == ["2025-06-04; 2025-06-05"]


def test_only_the_pair_is_ours_and_history_counts():
    told = events.table(articles("Năm 1955, Chủ tịch Hồ Chí Minh thăm Liên Xô. Đoàn Belarus thăm Việt Nam hôm 5/6."))
    assert events.of_pair(told, ["VN", "RU"])["countries"].tolist() == ["SU, VN"]
    assert events.of_pair(told, ["VN", "BY"])["countries"].tolist() == ["BY, VN"]


def test_the_calendar_file_is_valid_and_holds_what_lies_ahead():
    told = events.table(articles("Đoàn nghị sĩ Belarus sẽ thăm Việt Nam từ ngày 20 đến 22/6; lễ, hội, và tiệc.", "Tuần tới, đoàn Nga sẽ thăm Huế."))
    text = calendar_export.to_ics(events.merged(told), "vi")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20250620\r\n" in text and "DTEND;VALUE=DATE:20250623\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    assert "lễ\\, hội\\, và tiệc" in unfolded and re.search(r"SUMMARY:Chuyến thăm", unfolded)
    assert text == calendar_export.to_ics(events.merged(told), "vi")


@pytest.mark.parametrize(("lang", "told"), [("vi", "3/2025"), ("en", "Mar 2025")])
def test_an_event_of_a_month_has_no_days_in_its_table(lang, told):
    """The article says March; "1/3 to 31/3" would read as a signing of four weeks."""
    text = "Trong tháng 3/2025, Việt Nam và Nga đã ký bản ghi nhớ về đào tạo nhân lực tại Moscow."
    shown = event_views.events(events.merged(events.table(articles(text))), lang)
    assert len(shown) == 1 and shown["date_start"].tolist() == shown["date_end"].tolist() == ["2025-03"]
    page = tables.as_html(shown, lang)
    assert page.count(f">{told}</td>") == 2 and "31/3" not in page and "31 Mar" not in page


def test_the_words_behind_an_event_begin_and_end_with_words():
    """Of '... ký văn kiện “Năm chéo”: chương trình hai năm' no quotation mark or colon is left over at either end."""
    text = "Ngày 5/3/2025, tại Moskva, Việt Nam và Nga đã ký kết”: chương trình “giao lưu” văn hóa hai năm và các hoạt động khác."
    label = event_views.calendar(events.merged(events.table(articles(text))), "vi")["label"].iloc[0]
    assert "… ”" not in label and "… :" not in label


@pytest.mark.parametrize(
    ("text", "lang", "row"),
    [
        ("Từ ngày 5 đến 8/3/2025, Chủ tịch Quốc hội Việt Nam thăm chính thức Liên bang Nga.", "en", ["5–8 Mar 2025", "Viet Nam → Russia"]),
        ("Trong tháng 3/2025, Việt Nam và Nga đã ký bản ghi nhớ về đào tạo nhân lực.", "vi", ["3/2025", "Nga, Việt Nam"]),
        ("Chủ tịch Quốc hội Việt Nam từng thăm chính thức Liên bang Nga.", "vi", ["", "Việt Nam → Nga"]),
    ],
)  # fmt: skip
def test_a_page_shows_the_days_and_the_sides_of_an_event_in_one_column_each(text, lang, row):
    shown = event_views.listing(events.merged(events.table(articles(text))), lang)
    assert shown[["when", "countries"]].to_numpy().tolist() == [row]


def test_empty_tables_keep_their_columns():
    empty = events.table(articles())
    assert empty.empty and list(empty.columns) == events.COLUMNS
    found = events.merged(empty)
    assert found.empty and "conflict" in found
    assert event_views.events(found[found["conflict"]], "en", ["type", "dates_told"]).columns.tolist() == ["type", "dates_told"]
    assert event_views.events(found, "vi").empty and event_views.listing(found, "vi").empty and event_views.calendar(found, "en").empty
    assert calendar_export.to_ics(found).count("VEVENT") == 0
    assert "Chưa đọc được bài nào" in event_views.answer(found, articles(), ["VN", "RU"], "vi")


def test_an_article_without_a_date_gives_no_day_it_does_not_state():
    found = events.find("Hôm qua, Thứ trưởng Lê Minh Hà hội đàm với Thứ trưởng Nga Ilya Sukhov.", None)
    assert [(e.type, e.date_start) for e in found] == [("talks", None)]


TOLD = [
    "Ngày 5/6, Thứ trưởng Lê Minh Hà hội đàm với Thứ trưởng Nga Ilya Sukhov. Ông Sukhov nói thêm: “Hai bên đã sẵn sàng cho việc này”.",
    "Ông Ilya Sukhov (Nga) thăm Huế hôm 6/6; Trưởng đoàn, bà Đỗ Minh Châu cho biết đoàn ở lại ba ngày.",
]


def test_persons_are_read_once_and_give_the_same_events_and_quotations(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path))
    directly = [events.find(text, "2025-06-06") for text in TOLD], [quotations.find(text) for text in TOLD]
    read, resolved = [], people_in_text.resolved
    monkeypatch.setattr(people_in_text, "resolved", lambda *about: read.append(about) or resolved(*about))
    pages = articles(*TOLD).assign(published=pd.Timestamp("2025-06-06", tz="Asia/Ho_Chi_Minh"))
    told, said = events.table(pages), quotations.table(pages)
    assert len(people.table(pages)) == 5 and len(read) == 2
    assert told["sentence"].tolist() == [event.sentence for found in directly[0] for event in found]
    assert told["who"].tolist() == [", ".join(event.who) for found in directly[0] for event in found]
    fields = ["person", "verb", "kind", "words", "how"]
    assert said[fields].values.tolist() == [[getattr(one, name) for name in fields] for found in directly[1] for one in found]
    assert said["person"].tolist() == ["Ilya Sukhov", "Đỗ Minh Châu"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Từ 3 - 9/10/2022, Tuần phim Nga tại Việt Nam năm 2022 diễn ra ở Huế.",
         [("cultural_event", "2022-10-03", "2022-10-09")]),
        ("Chị Vera Lunina cùng mẹ có chuyến du lịch 20 ngày tới Việt Nam từ tháng 3/2015.", []),
        ("Việt Nam và Nga vẫn đàm phán ký kết hiệp định về lao động.", []),
    ],
)  # fmt: skip
def test_days_go_before_the_year_of_a_name_and_trips_and_negotiations_are_no_events(text, found):
    assert [(one.type, one.date_start, one.date_end) for one in events.find(text, "2023-01-05")] == found


def test_who_judges_a_visit_has_not_made_it():
    text = "Đại sứ Nga Boris Lunin rất vui. Ông đánh giá chuyến thăm Nga hồi tháng 5/2025 của Tổng Bí thư Tô Lâm thành công."
    assert [one.who for one in events.find(text, "2026-01-10")] == [("Tô Lâm",)]
