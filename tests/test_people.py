"""Who is found in a text: by title, address, shape and list; what is no person; whose later names are; who speaks."""

import json
from collections import Counter

import pandas as pd
import pytest

from analysis import names, people, quotations, titles

# Persons of the seed pages' ledes and bodies, counted by hand, each later mention too.
SEEDS = {
    "000": {"Bùi Thanh Sơn": 3, "Nguyễn Tân Cương": 1, "Gennady Bezdetko": 1},
    "001": {"Tô Lâm": 5, "Mikhail Mishustin": 5, "Lương Cường": 1, "Phạm Minh Chính": 2, "Trần Thanh Mẫn": 1, "Vladimir Putin": 1},
    "002": {"Maria Zelenkova": 5, "Vadym Bublikov": 1, "Alexander Beglov": 3, "Hồ Chí Minh": 1},
    "003": {"Tô Lâm": 7, "Gennady Bezdetko": 6, "Bùi Thanh Sơn": 3, "Mikhail Mishustin": 1, "Sergey Lavrov": 3},
    "004": {"Kanat Tumysh": 1, "Hồ Chí Minh": 1, "Heydar Aliyev": 1, "Shovgi Mehdizade": 1},
}


def surfaces(text):
    return [person.surface for person in people.find(text)]


def seed_text(shared, stem):
    docs = json.loads((shared / "data" / "seeds_gold.json").read_text(encoding="utf-8"))["docs"]
    docs = docs if isinstance(docs, list) else list(docs.values())
    doc = next(doc for doc in docs if doc["file"].startswith(stem))
    lines = (shared / "seeds" / doc["file"]).read_text(encoding="utf-8").split("\n")
    numbers = ([doc["lede_line"]] if doc.get("lede_line") else []) + doc["body_lines"]
    return "\n".join(lines[n - 1] for n in numbers), doc["title"]


@pytest.mark.parametrize("stem", SEEDS)
def test_every_person_of_a_seed_page_is_found_and_nothing_else(shared, stem):
    text, title = seed_text(shared, stem)
    assert Counter(person.person for person in people.find(text, title=title)) == SEEDS[stem]


def test_sides_of_the_seed_pages(shared):
    wanted = {"Gennady Bezdetko": "RU", "Kanat Tumysh": "KZ", "Heydar Aliyev": "AZ", "Maria Zelenkova": "RU",
              "Vadym Bublikov": "RU", "Nguyễn Tân Cương": "VN", "Shovgi Mehdizade": "AZ"}  # fmt: skip
    found = {}
    for stem in SEEDS:
        text, title = seed_text(shared, stem)
        found |= {person.person: person.country for person in people.find(text, title=title)}
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Xe chạy dọc đường Nguyễn Huệ rồi rẽ vào phố Phan Chu Trinh.",
        "Lễ viếng diễn ra tại Lăng Chủ tịch Hồ Chí Minh.",
        "Tàu Đô đốc Vinogradov và khinh hạm Trần Hưng Đạo cập cảng Cam Ranh.",
        "Học sinh Trường THPT Lê Quý Đôn nhận giải thưởng Nguyễn Trãi.",
        "Du khách bay từ Vladivostok tới Thành phố Hồ Chí Minh và Đà Nẵng.",
        "Thủ tướng, Bộ trưởng Bộ Công Thương và Đại sứ Nga tại Việt Nam cùng dự.",
        "Công ty cổ phần Hoàng Gia và Tập đoàn Rosatom ký hợp đồng.",
        "Bệnh viện Chợ Rẫy mời chuyên gia về bệnh Parkinson.",
        "Người dân nước bạn Lào, bạn Nga và bà con Việt kiều cùng múa.",
        "Chủ nghĩa Mác - Lênin và tư tưởng Hồ Chí Minh được giảng dạy.",
        "Vùng Primorye, Thái Bình Dương và sông Amur có nhiều cá hồi.",
    ],
)
def test_places_ships_schools_and_offices_are_no_persons(text):
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Phó Chủ tịch UBND tỉnh Lâm Đồng Trần Hồng Lam phát biểu.", ["Trần Hồng Lam"]),
        ("Thứ trưởng Bộ Quốc phòng Đặng Văn Bền tiếp khách.", ["Đặng Văn Bền"]),
        ("Thứ trưởng Bộ Nông nghiệp và Môi trường Phùng Thế Khải cho hay đã có kết quả.", ["Phùng Thế Khải"]),
        ("Thủ tướng Nhật Bản Kenji Yamamoto gửi điện mừng.", ["Kenji Yamamoto"]),
        ("Hiệu trưởng Trường THPT Nguyễn Du Cao Thị Nhàn trao học bổng.", ["Cao Thị Nhàn"]),
        ("Giám đốc Sở Văn hóa, Thể thao và Du lịch Huế Tôn Thất Khương khai mạc.", ["Tôn Thất Khương"]),
        ("Tổng Giám đốc Rosatom Pavel Belkin đến Ninh Thuận.", ["Pavel Belkin"]),
        ("Cụ Nguyễn Thị Tám gặp lại phi công Vích-to Pê-tơ-rốp.", ["Nguyễn Thị Tám", "Vích-to Pê-tơ-rốp"]),
        ("Các nhà văn Minh Sương, Hồ Anh Đài và Y Lan dự buổi ra mắt sách.", ["Minh Sương", "Hồ Anh Đài", "Y Lan"]),
        ("Bạn Nga, sinh viên năm cuối, nói tiếng Nga rất tốt.", ["Nga"]),
        ("Bà H'Lan Niê đón đoàn ở Đắk Lắk.", ["H'Lan Niê"]),
    ],
)
def test_the_name_ends_the_title_and_the_institution_is_left_out(text, wanted):
    assert surfaces(text) == wanted


def test_a_later_surname_or_given_name_is_the_same_person():
    text = ("Đại sứ Nga tại Việt Nam Gleb Olegovich Sedov gặp bà Trần Thị Thu Hương. Bà Hương cảm ơn; ông Sedov hứa giúp. "
            "Sedov rời Huế buổi tối.")  # fmt: skip
    found = people.find(text)
    assert [p.name for p in found if p.country == "RU"] == ["Gleb Olegovich Sedov"] * 3
    assert [(p.surface, p.name) for p in found if p.country == "VN"] == [
        ("Trần Thị Thu Hương", "Trần Thị Thu Hương"),
        ("Hương", "Trần Thị Thu Hương"),
    ]


def test_offsets_are_those_of_the_text():
    text = "Tối qua, Tổng thống Pu-tin gọi điện cho Chủ tịch nước Tô Lâm."
    assert [text[p.start : p.end] for p in people.find(text)] == ["Pu-tin", "Tô Lâm"]


def test_spellings_of_a_listed_person_are_one_across_articles():
    spelled = ["Tổng thống Vladimir Putin đến.", "Tổng thống Nga Pu-tin đến.", "Ông V. Putin đến."]
    assert {people.find(text)[0].person for text in spelled} == {"Vladimir Putin"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Đại sứ Việt Nam tại Kazakhstan Lê Anh Vinh chúc Tết bà con.", "Lê Anh Vinh", "VN"),
        ("Đại sứ Trung Quốc tại Việt Nam Hà Kiến Minh trao quà.", "Hà Kiến Minh", "CN"),
        ("Đến dự, phía Belarus có Trung tá Viktor Zhuk.", "Viktor Zhuk", "BY"),
        ("Kỳ thủ Rustam Kasimov (Uzbekistan) hòa một đại kiện tướng Nga.", "Rustam Kasimov", "UZ"),
        ("Huấn luyện viên Kim Sang-ho xem trận Việt Nam - Nga.", "Kim Sang-ho", None),
        ("Năm 1975, chuyên gia Nikolai Baranov làm việc ở Nga rồi sang Hà Nội.", "Nikolai Baranov", "SU"),
        ("Cựu chuyên gia Nikolai Baranov, người từng ở Hà Nội năm 1967, gặp bạn cũ.", "Nikolai Baranov", "RU"),
        ("Võ sĩ mang quốc tịch Nga Nguyễn Hữu Dũng giành huy chương bạc.", "Nguyễn Hữu Dũng", "RU"),
        ("TS Lê Đức Hạnh của Đại học Quốc gia Singapore dự hội thảo.", "Lê Đức Hạnh", "VN"),
        ("Vòng đàm phán với Lào đã xong. Phía bạn do ông Bounmy Keola dẫn đầu.", "Bounmy Keola", "LA"),
        ("Phó Chủ tịch Cuba và Đại sứ nước này tại Việt Nam Orlando Quintana dâng hoa.", "Orlando Quintana", "CU"),
        ("Bà Gulnara Akhmetova, Ủy viên Ủy ban Kinh tế Á - Âu, đến Hà Nội.", "Gulnara Akhmetova", "EAEU"),
        ("Nhà phân tích Ivan Petrov theo dõi chính sách của Mỹ.", "Ivan Petrov", "RU"),
        ("Ông Oleg Dudnik, chuyên gia Nhà máy Thủy điện Hòa Bình, nghỉ hưu.", "Oleg Dudnik", "RU"),
        ("HLV Park Chul-ho và ông Philippe Moreau của đội tuyển Pháp về nước.", "Park Chul-ho", None),
        ("Bà Halina Zhuk ở Vũng Tàu từ thời Liên Xô đến nay.", "Halina Zhuk", "RU"),
        ("Hội nghị do ông Dzmitry Kavaliou chủ trì.", "Dzmitry Kavaliou", "BY"),
        ("Ông Hugo Lind đến từ Stockholm và bà Aino Salo, Đại sứ Phần Lan, dự khán.", "Hugo Lind", "SE"),
        ("Thuyền trưởng Dmitry Osokin được cứu khi tàu treo cờ Panama gặp nạn.", "Dmitry Osokin", "RU"),
        ("Khi đoàn tới Minsk, Thị trưởng Pavel Kukharev ra đón; ở Moskva là ông Gleb Chernin.", "Pavel Kukharev", "BY"),
        ("Rinat Jumabayev (Kazakhstan) thắng Maksim Chigaev.", "Maksim Chigaev", "RU"),
        ("Nhà thơ Ôn-ga Béc-gôn có nhiều bạn đọc ở Việt Nam.", "Ôn-ga Béc-gôn", "RU"),
        ("Viện trưởng Viện Nghiên cứu Trung Quốc Hoàng Thế Tuấn dự tọa đàm.", "Hoàng Thế Tuấn", "VN"),
        ("Ông Artyom Fadeev gặp ông Borisov ở Minsk.", "Artyom Fadeev", "BY"),
    ],
)
def test_the_side_is_told_by_office_or_sentence(text, name, country):
    assert {p.name: p.country for p in people.find(text)}[name] == country


def test_the_office_is_the_stack_of_titles_as_printed():
    text = "Thượng tướng Vũ Hải Đăng, Thứ trưởng Bộ Quốc phòng, đón Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao Lý Thái Sơn."
    assert [p.office for p in people.find(text)] == [
        "Thượng tướng, Thứ trưởng Bộ Quốc phòng",
        "Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao",
    ]


def test_who_speaks_and_who_is_spoken_of():
    text = "Theo ông Trần Văn Bách, hàng đã đi. Bà Olga Serova khẳng định như vậy khi gặp anh Lê Minh Tú."
    assert {p.name: p.role for p in people.find(text)} == {
        "Trần Văn Bách": "speaker",
        "Olga Serova": "speaker",
        "Lê Minh Tú": "mentioned",
    }


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bà Inna Zimina: Tôi đọc cuốn ấy từ năm thứ hai.", "speaker"),
        ("“Thành phố biển này là nhà của tôi”, ông Gleb Rybakov xúc động.", "speaker"),
        ("Ông Gleb Rybakov của Viện Kinh tế nhận định giá sẽ giảm.", "speaker"),
        ("Ông Gleb Rybakov khai mạc triển lãm.", "mentioned"),
        ("Ông Gleb Rybakov bảo vệ luận án ở Kazan.", "mentioned"),
    ],
)
def test_interviews_and_quotations_speak_and_openings_do_not(text, role):
    assert [person.role for person in people.find(text)] == [role]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lãnh tụ V. I. Lê-nin và Tổng thống V. Pu-tin đều học luật.", ["V. I. Lê-nin", "V. Pu-tin"]),
        ("Cô gái Việt Anna Trần Mỹ Hạnh gặp phi công Sergei Kim.", ["Anna Trần Mỹ Hạnh", "Sergei Kim"]),
        ("Anh thắng đối thủ người Thái Lan Somchai Wongsa.", ["Somchai Wongsa"]),
        ("Học viện Chính trị quốc gia Hồ Chí Minh đón khách.", []),
        ("“Cà phê rất ngon” - Ekaterina, du khách đến từ Khabarovsk, viết.", ["Ekaterina"]),
        ("Tập đoàn có trụ sở ở số 191 Bà Triệu, quận Hai Bà Trưng.", []),
        ("Chị Lê Hồng Vân lấy chồng Nga.", ["Lê Hồng Vân"]),
        ("Chủ tịch Tập đoàn T&T Đỗ Quang Hải tiếp các ông Gusev và Petrenko.", ["Đỗ Quang Hải", "Gusev", "Petrenko"]),
    ],
)
def test_initials_mixed_names_and_nations_before_a_name(text, wanted):
    assert surfaces(text) == wanted


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Phóng viên hỏi Ngài Bezdetko Gennady Stepanovich, Đại sứ Liên bang Nga.",
         ("Gennady Bezdetko", "RU", "Đại sứ Liên bang Nga")),
        ("Ông Dmitry A. Medvedev đến Huế.", ("Dmitry Medvedev", "RU", None)),
        ("Ngài Oleg Barinov, Trợ lý Bộ trưởng Năng lượng Nga, đến dự.",
         ("Oleg Barinov", "RU", "Trợ lý Bộ trưởng Năng lượng Nga")),
        ("Ông Rakesh Verma nói về hàng của Ấn Độ và Nga.", ("Rakesh Verma", "IN", None)),
        ("Dự lễ có Tham tán Việt Nam tại Nga Lê Văn Khải, đại diện của Bộ Kinh tế Nga và nhiều doanh nghiệp.",
         ("Lê Văn Khải", "VN", "Tham tán Việt Nam tại Nga")),
    ],
)  # fmt: skip
def test_spellings_lead_to_the_listed_person_and_a_list_gives_no_second_office(text, known):
    assert [(found.person, found.country, found.office) for found in people.find(text)] == [known]


def test_a_letter_behind_a_number_opens_no_name():
    assert people.find("Đoạn phim quay bằng máy Canon 5D Mark III ở Nga.") == []


def test_quotations_name_their_speaker_even_as_pronoun_or_office():
    text = ("Thống đốc vùng Amur Boris Lunin nói: “Chúng tôi sẽ mở thêm hai tuyến bay mới”. Ông cho biết vé đã bán. "
            "Thống đốc nhấn mạnh ba việc.")  # fmt: skip
    found = quotations.find(text)
    assert [(q.person, q.kind, q.how) for q in found] == [
        ("Boris Lunin", "direct", "name"),
        ("Boris Lunin", "reported", "pronoun"),
        ("Boris Lunin", "reported", "office"),
    ]
    assert found[0].words == "Chúng tôi sẽ mở thêm hai tuyến bay mới"


def articles(*texts):
    days = pd.to_datetime(["2025-01-10", "2025-02-10", "2025-02-20"]).tz_localize("Asia/Ho_Chi_Minh")[: len(texts)]
    rows = [(f"{n}.txt", f"{n}.txt", day, "", text) for n, (day, text) in enumerate(zip(days, texts, strict=True))]
    return pd.DataFrame(rows, columns=["file", "story", "published", "title", "text"])


def test_tables_count_stories_once_and_give_every_month():
    known = articles("Ông Trần Văn Bách đến. Ông Bách về.", "Bà Lê Thị Cúc gặp ông Trần Văn Bách.", "Bà Lê Thị Cúc nghỉ.")
    mentions = people.table(known.assign(story=["a", "b", "b"]))
    register = people.register(mentions).set_index("person")
    assert register.loc["Trần Văn Bách", ["articles", "mentions"]].tolist() == [2, 3]
    assert register.loc["Lê Thị Cúc", "articles"] == 1
    pair = people.together(mentions)
    assert pair[["one", "other", "articles"]].values.tolist() == [["Lê Thị Cúc", "Trần Văn Bách", 1]]
    months = people.over_time(mentions, every="MS")
    assert months[months["person"] == "Lê Thị Cúc"]["articles"].tolist() == [0, 1]


def test_an_office_of_the_list_is_told_in_english_whoever_holds_it():
    """In an English table "Thủ tướng" beside "Prime Minister" reads as two different offices."""
    row = {"person": "Đỗ Mạnh Khê", "country": "VN", "role": "mentioned", "story": "1", "published": pd.NaT}
    mentions = pd.DataFrame([{**row, "office": "Thủ tướng"}, {**row, "person": "Lê Sĩ Cầu", "office": "Trưởng bản"}])
    told = {lang: people.register(mentions, lang).set_index("person")["office"].to_dict() for lang in ("en", "vi")}
    assert told["en"] == {"Đỗ Mạnh Khê": "Prime Minister", "Lê Sĩ Cầu": "Trưởng bản"}
    assert told["vi"] == {"Đỗ Mạnh Khê": "Thủ tướng", "Lê Sĩ Cầu": "Trưởng bản"}


def test_empty_corpora_give_tables_with_their_columns():
    empty = people.table(articles())
    assert list(empty.columns) == people.COLUMNS and empty.empty
    assert people.register(empty).empty and people.together(empty).empty and people.over_time(empty).empty
    assert quotations.table(articles()).columns.tolist() == quotations.COLUMNS
    assert people.table(articles("")).empty


def test_an_office_is_that_of_the_day():
    assert people.office_at("Tô Lâm", "2024-06-20", "en") == "State President"
    assert people.office_at("Nguyễn Văn Không Ai", "2024-06-20") is None


def test_every_listed_person_is_found_by_each_spelling():
    from analysis import rules

    for entry in rules.load("people")["person"]:
        for name in [entry["name"], *entry.get("also", [])]:
            if name != "Bác Hồ":
                found = people.find(f"Sáng nay, ông {name} đã phát biểu.")
                assert [p.person for p in found] == [entry["name"]], name


def test_titles_end_where_a_verb_begins():
    line = names.Line("Thủ tướng Phạm Minh Chính đã thăm Nga")
    assert line.printed(0, titles.at(line, 0).last) == "Thủ tướng"
    assert titles.at(names.Line("Đại sứ quán Nga mở cửa"), 0) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bà Trần Thị Lý, Giám đốc Công ty TNHH Nông sản Sơn Hà Bắc Kạn, cho biết đơn hàng tăng.", ["Trần Thị Lý"]),
        ("Ông Lê Văn Tú - Trưởng phòng của Tập đoàn Kim Sơn Phú Yên - nói giá giảm.", ["Lê Văn Tú"]),
        ("Chủ tịch VN Pharma Trần Văn Thế nhập thuốc từ Nga.", ["Trần Văn Thế"]),
        ("Theo Global Energy Research, giá dầu Nga tăng.", []),
        ("Kpler Analytics cho biết lượng dầu Nga bán ra tăng.", []),
        ("Chị Hà Thu, chủ shop Hoa Mai Vàng, nói khách Nga mua nhiều.", ["Hà Thu"]),
    ],
)
def test_the_name_of_a_firm_is_nobody_s(text, wanted):
    assert surfaces(text) == wanted


def test_a_country_that_a_house_studies_is_not_the_side_of_its_people():
    text = "Nhà nghiên cứu Vera Soboleva, Viện Hàn Quốc và Đông Bắc Á (Nga), đã tới Huế."
    assert [(p.name, p.country) for p in people.find(text)] == [("Vera Soboleva", "RU")]
    text = "Chuyên gia Larisa Ognyova của Trung tâm Ấn Độ đương đại (Belarus) dự hội thảo."
    assert [(p.name, p.country) for p in people.find(text)] == [("Larisa Ognyova", "BY")]
