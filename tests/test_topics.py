"""Topics: every file of the codebook proves itself; a topic needs a relation; figures of speech are none."""

import pandas as pd
import pytest

from analysis import codebook, relations, rules, topic_views, topics
from analysis.codebook_files import WEIGHTS
from analysis.codebook_wordings import Phrases, elements, listed, stream

FILES = rules.load_all("topics")
CASES = [(name, text, True) for name, file in FILES.items() for text in file["matches"]] + [
    (name, text, False) for name, file in FILES.items() for text in file["no_match"]
]


@pytest.mark.parametrize("name, text, wanted", CASES, ids=[f"{name}-{n}" for n, (name, _, _) in enumerate(CASES)])
def test_every_file_proves_itself(name, text, wanted):
    assert (name in topics.label(text)) is wanted


def test_the_sixteen_topics_of_the_design_are_there_with_both_names_and_proof():
    wanted = """politics_diplomacy defence_security energy_oil_gas nuclear_power trade investment science_technology
        education_training culture_tourism people_to_people local_cooperation history multilateral agriculture
        transport_logistics health""".split()
    assert set(wanted) <= set(FILES)
    for topic in codebook.book().topics.values():
        assert topic.en and topic.vi and topic.matches and topic.no_match


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_a_file(name):
    words = [text for key in WEIGHTS for text in listed(FILES[name].get(key, ()))]
    assert len(words) == len(set(words)), sorted({word for word in words if words.count(word) > 1})


@pytest.mark.parametrize(
    "text",
    [
        "Thành phố Hồ Chí Minh khánh thành một bệnh viện mới.",  # one side only: Viet Nam
        "Quân đội Nga tập trận ở Kaliningrad.",  # one side only: Russia
        "Nga xuất khẩu dầu thô sang Ấn Độ và Thổ Nhĩ Kỳ.",  # partners among themselves
        "Lào Cai trồng thêm chè, người dân phấn khởi.",  # Lào Cai is a province
        "Chị Nga mở lớp học tiếng Anh ở Hải Phòng.",  # Nga is a name
        "Đội tuyển Việt Nam thắng Nga 2-0 ở trận giao hữu bóng đá.",  # sport
        "Công an Nha Trang bắt giữ một người Nga trộm cắp xe máy.",  # crime
        "Bão số 5 đổ bộ Khánh Hòa, nhiều du khách Nga kẹt lại.",  # storm
        "",
    ],
)
def test_no_relation_or_other_news_is_no_topic(text):
    assert topics.label(text) == []


@pytest.mark.parametrize(
    "text",
    ["Quảng Trị và Vologda ký bản ghi nhớ.", "Biên bản ghi nhớ giữa Quảng Trị và Vologda có hiệu lực ba năm."],
)
def test_a_pair_of_places_is_found_whatever_number_of_words_their_names_have(text):
    assert topics.label(text) == ["local_cooperation"]


@pytest.mark.parametrize("name", ["Nga", "Liên bang Nga"])
@pytest.mark.parametrize("wording", ["{partner} tặng sách", "{partner} tặng # cuốn", "{partner} … trường"])
def test_a_wording_that_begins_with_a_name_goes_on_behind_the_whole_name(name, wording):
    sentence = f"{name} tặng {'sách' if 'sách' in wording else '20 cuốn'} cho trường Hoa Sen."
    read = stream(sentence, [("{partner}", 0, len(name))])
    assert [kept for _, here in Phrases([(elements(wording), "gift")]).find(read) for kept, _ in here] == ["gift"]


@pytest.mark.parametrize("number, found", [("1975", True), ("1991", True), ("1992", False), ("300", False)])
def test_a_year_of_the_past_is_one_until_the_end_of_the_soviet_union(number, found):
    read = stream(f"Từ năm {number} hai nước trao đổi hàng hóa.")
    assert bool(Phrases([(elements("{past} hai nước"), "past")]).find(read)) is found


@pytest.mark.parametrize(
    "text, never",
    [
        ("Chuyến đi đem lại năng lượng tích cực cho sinh viên Việt Nam ở Nga.", "energy_oil_gas"),
        ("Cô giáo Nga đầu tư thời gian cho học trò Việt Nam.", "investment"),
        ("Nghiên cứu sinh Việt Nam bảo vệ luận án ở Moskva.", "defence_security"),
        ("Kim ngạch Việt Nam - Nga tăng như tên lửa.", "defence_security"),
        ("Hai Bộ Ngoại giao Việt Nam và Nga rà soát cam kết như bác sĩ khám bệnh.", "health"),
        ("Trung Quốc hội đàm với Việt Nam về biên giới.", "education_training"),
    ],
)
def test_figures_of_speech_and_pieces_of_words_are_no_topic(text, never):
    assert never not in topics.label(text)


def test_a_list_names_every_field():
    found = topics.label("Việt Nam và Belarus tăng hợp tác thương mại, y tế và du lịch.")
    assert found == ["trade", "health", "culture_tourism"]


def test_the_main_topic_comes_first():
    text = "Tổng thống Nga hội đàm với Chủ tịch nước Việt Nam; hai bên ra Tuyên bố chung, nhắc đến cả du lịch."
    assert topics.label(text)[0] == "politics_diplomacy"


@pytest.mark.parametrize(
    "text, main",
    [
        # who acts, and what the first sentence is about, come before what is added
        ("Hội Hữu nghị Nga - Việt mở cuộc thi ảnh. Tranh ảnh được triển lãm ở ba nơi.", "people_to_people"),
        ("Ủy ban Kinh tế Á - Âu nới hạn ngạch cho đồ gỗ Việt Nam theo hiệp định thương mại tự do.", "multilateral"),
        # the occasion is no subject
        ("Bên lề Hội chợ ở Hà Nội, bác sĩ Nga khám mắt cho bệnh nhân Việt Nam.", "health"),
    ],
)
def test_what_a_passage_is_about_is_its_main_topic(text, main):
    assert topics.label(text)[0] == main


@pytest.mark.parametrize(
    "text, wanted",
    [
        # the forms of a meeting are politics where leaders meet, not where soldiers, sailors or the police do
        ("Thứ trưởng Quốc phòng Việt Nam hội đàm với Thứ trưởng Quốc phòng Nga ở Huế.", ["defence_security"]),
        ("Bộ Công an tổ chức lễ đón chính thức đoàn Bộ Nội vụ Belarus thăm Việt Nam.", ["defence_security"]),
        ("Hải quân Việt Nam và Hải quân Nga tiếp tục trao đổi đoàn cấp cao.", ["defence_security"]),
        ("Thủ tướng Việt Nam hội đàm với Thủ tướng Nga.", ["politics_diplomacy"]),
        ("Đoàn đại biểu cấp cao Quân đội Nga kết thúc chuyến thăm, tham vấn ở Huế.", ["defence_security"]),
        ("Bộ trưởng Bộ Công an Việt Nam chủ trì lễ đón đoàn Nga.", ["defence_security"]),
        # a wreath and a memorial on the way make no history and no politics
        ("Nhóm sĩ quan Nga đặt vòng hoa tại Đài tưởng niệm ở Hải Phòng.", ["defence_security"]),
        # an anniversary a guest comes for is not what the sentence is about
        ("Chủ tịch nước ta thăm chính thức Nga và dự lễ mừng Chiến thắng trong Chiến tranh Vệ quốc.",
         ["politics_diplomacy"]),
        # vague words of an occasion leave today's fields as they are, where no word of the past itself stands
        ("Dự lễ kỷ niệm chuyến bay thẳng đầu tiên, Việt Nam và Nga bàn an ninh quốc phòng.",
         ["defence_security", "transport_logistics"]),
        # a market of flights is not one of goods
        ("Phú Quốc mở thêm đường bay tới thị trường Nga.", ["transport_logistics"]),
        ("Gạo Việt vào thị trường Nga.", ["trade"]),
        # who speaks, and whose news it is
        ("Chủ tịch Hội hữu nghị Việt - Nga cho biết thành phố Tula cấp thêm học bổng cho sinh viên Việt Nam.",
         ["education_training"]),
        ("Hội đồng An ninh Nga cho biết lô vắc xin thứ hai đã tới Việt Nam.", ["health"]),
        # a field's word in another sense, or as a time
        ("Trước Covid-19, mỗi tuần có sáu chuyến bay giữa Nga và Việt Nam.", ["transport_logistics"]),
        ("Chuyên gia Nga dạy thợ Đồng Nai xếp kho một cách khoa học.", []),
        ("Hai đơn vị bảo tàng Việt Nam và Nga gặp nhau song phương và đa phương.", ["culture_tourism"]),
        ("Bộ Y tế Việt Nam mua vắc xin Nga để giữ an ninh vắc xin.", ["health"]),
        ("Lần đầu kể từ khi Liên Xô tan rã, có chuyến bay thẳng từ Nga tới Đà Lạt.", ["transport_logistics"]),
        ("Kỹ sư Việt Nam và Nga tại liên doanh vừa khoan xong giếng khoan dầu khí thứ ba.", ["energy_oil_gas"]),
    ],
)  # fmt: skip
def test_the_occasion_the_forms_and_the_speaker_are_not_what_a_sentence_is_about(text, wanted):
    assert topics.label(text) == wanted


@pytest.mark.parametrize(
    "guests",
    [
        "Cùng dự phía Việt Nam có Thứ trưởng Bộ Tài chính, các Bộ: Văn hóa, Năng lượng; Đại sứ Việt Nam tại Nga.",
        "Ông Ivan Orlov, Chủ nhiệm Ủy ban Năng lượng Duma; bà Trần Thị Mai, Phó Chủ nhiệm Ủy ban Văn hóa.",
        "Tháp tùng đoàn Nga sang Hà Nội là các quan chức năng lượng, văn hóa và du lịch.",
    ],
)
def test_who_is_there_names_no_field(guests):
    assert not {"culture_tourism", "energy_oil_gas", "investment"} & set(topics.label(guests))


def test_what_is_told_of_who_is_there_before_the_list_and_by_its_veterans_counts():
    assert topics.label("Dự lễ ký hợp đồng dầu khí Việt - Nga có Bộ trưởng Văn hóa.") == ["energy_oil_gas"]
    assert topics.label("Tới dự có đại diện Hội Hữu nghị Nga - Việt.") == ["people_to_people"]


def test_what_kind_of_country_the_partner_is_is_no_relation():
    text = (
        "Việt Nam và Kazakhstan ký thỏa thuận về du lịch. Kazakhstan là quốc gia có nhiều than đá và dầu mỏ. "
        "Đây là vùng trồng lúa mì rộng lớn.\nKazakhstan là nước mua nhiều cà phê của Việt Nam."
    )
    assert [(m.number, m.topic) for m in topics.mentions(text)] == [(0, "culture_tourism"), (3, "trade")]


def test_who_else_a_paper_names_leaves_it_a_paper_of_viet_nam_and_its_partner():
    paper = "Việt Nam và Nga ký hiệp định về hàng dệt may."
    this, others = "Hiệp định này giảm thuế cho Armenia và Kazakhstan.", "Thuế dệt may của Armenia và Kazakhstan tăng."
    told = (f"{paper} {this}", f"{paper} {others}", f"Nga và Iran ký hiệp định. {this} {paper}")
    assert [{m.number for m in topics.mentions(text)} for text in told] == [{0, 1}, {0}, {2}]


def test_the_whole_country_of_news_about_others_is_not_viet_nam():
    text = "Mùa đông, Nga và Ukraine đều lo điện.\nNga khai thác thêm than đá, bằng một nửa sản lượng của cả nước."
    assert topics.label(text) == []
    assert topics.label("Nông dân cả nước trông vào đơn hàng cà phê xuất khẩu sang Nga.") == ["trade"]


def test_a_ball_game_makes_a_naval_visit_no_sport():
    text = "Thủy thủ, sĩ quan hải quân Nga giao hữu bóng chuyền với bộ đội Việt Nam."
    assert topics.label(text) == ["defence_security"]


def test_news_of_weather_or_crime_stays_without_topic_where_tourists_are_only_the_sufferers():
    assert topics.label("Bão số 3 quét qua đảo Phú Quốc, khách Nga phải ở trong nhà.") == []
    assert topics.label("Công an Mũi Né bắt nhóm người Nga trồng cần sa.") == []


def test_one_vague_word_is_no_topic_however_clear_its_neighbours_are():
    text = "Hai nước nghiên cứu vật liệu mới và trí tuệ nhân tạo. Nền tảng ấy rất vững."
    assert [mention.number for mention in topics.mentions(text)] == [0]


@pytest.mark.parametrize("written", ["vắc-xin", "vắc xin", "vaccine"])
@pytest.mark.parametrize("side", ["hòa", "hoà"])
def test_spelling_makes_no_difference(written, side):
    assert "health" in topics.label(f"Cộng {side} Séc tặng Việt Nam lô {written} mới.")


def test_a_capital_of_the_codebook_must_be_one_in_the_text():
    """Mir is a payment card; mir in small letters is none of ours."""
    book = codebook.Codebook(
        {"card": {**_empty(), "strong": ["Mir"]}},
        _no_figures(),
    )
    assert [hit.term for hit in book.find("Thẻ Mir được chấp nhận.")] == ["Mir"]
    assert book.find("thẻ mir được chấp nhận.") == []


def _empty():
    return {"label": {"en": "a", "vi": "b"}, "about": {"en": "a", "vi": "b"}, "matches": [], "no_match": []}


def _no_figures():
    lists = ("never", "simile", "loose", "no_simile", "bodies", "roll", "who")
    return {**{key: [] for key in lists}, "other_news": {}}


def test_near_and_not_near_decide():
    rule = {"terms": "năng lượng", "near": "hợp tác", "not_near": "tích cực", "within": 4}
    book = codebook.Codebook(
        {"energy": {**_empty(), "when": [rule]}},
        _no_figures(),
    )
    assert book.find("hợp tác năng lượng")
    assert not book.find("năng lượng")
    assert not book.find("hợp tác năng lượng tích cực")
    assert not book.find("hợp tác ở rất nhiều lĩnh vực khác nhau năng lượng")


def test_a_file_without_a_name_is_told_with_its_name():
    with pytest.raises(rules.RuleError, match="rules/topics/new.toml"):
        codebook.Codebook(
            {"new": {"strong": ["a"]}},
            _no_figures(),
        )


@pytest.mark.parametrize(
    "text, vietnam, partners",
    [
        ("Tàu Nga cập Cam Ranh.", True, ("RU",)),
        ("Petrovietnam làm việc với Zarubezhneft.", True, ("RU",)),
        ("Giàn của Vietsovpetro lập kỷ lục.", True, ("RU",)),
        ("Bộ Công Thương Nga họp báo.", False, ("RU",)),
        ("Ca sĩ Đức Phúc hát ở Hà Nội.", True, ()),
        ("Đoàn Việt Nam thăm Minsk và Astana.", True, ("BY", "KZ")),
        ("Ngoại trưởng Kazakhstan Roman Sidorenko tới Huế.", True, ("KZ",)),  # names there end as Russian ones do
        ("Họa sĩ Roman Sidorenko bày tranh ở Huế.", True, ("RU",)),
        ("Đường bay Việt Nam-Nga, Việt Nam–Belarus mở lại.", True, ("RU", "BY")),
        ("Năm Du lịch Việt Nam-Kazakhstan khai mạc.", True, ("KZ",)),
        ("Sương giá phủ miền Bắc nước Nga.", False, ("RU",)),
        ("Hãng Nga mở kho ở miền Bắc.", True, ("RU",)),
        ("Phó Thủ tướng Trần Hồng Hà tiếp khách Belarus.", True, ("BY",)),
        ("Đoàn Belarus thăm Gia Lai.", True, ("BY",)),  # Đoàn is a family name too
        ("Cục Quản lý Dược cấp phép cho hãng Nga.", True, ("RU",)),
        ("Quán bán thêm salad Nga cho sinh viên Cần Thơ.", True, ()),  # a dish
        ("Bác Quỳnh Nga mở quán ở Huế.", True, ()),
    ],
)
def test_sides_of_a_sentence(text, vietnam, partners):
    sides = relations.find(text)
    assert (sides.vietnam, sides.partners) == (vietnam, partners)


# ------------------------------------------------------------------------------------------------------------ tables
def articles(*texts, files=None):
    """A table of articles as utils.load_corpus gives it."""
    files = files or [f"{n}.txt" for n in range(len(texts))]
    day = [pd.Timestamp(f"20{20 + n}-03-01", tz="Asia/Ho_Chi_Minh") for n in range(len(texts))]
    return pd.DataFrame({"file": files, "title": "", "published": day, "outlet": "Báo A", "section": None, "story": files,
                         "text": texts, "language": "vi"})  # fmt: skip


ENERGY = "Việt Nam và Nga bàn việc khai thác dầu khí. Hai bên cũng nói về học bổng cho sinh viên Việt Nam."
TRADE = "Việt Nam xuất khẩu cà phê sang Nga.\nBelarus và Việt Nam ký thỏa thuận về kiểm dịch thực vật."


def test_every_mention_can_be_found_again_in_its_article():
    table = articles(ENERGY, TRADE)
    for row in topics.table(table, lang="vi").to_dict("records"):
        text = table.set_index("file").at[row["file"], "text"]
        assert row["sentence"] in text
        words = [row["sentence"][start:end] for start, end in row["spans"]]
        assert words and all(word in " ".join(row["terms"]) for word in words)


def test_a_pair_keeps_only_its_own_sentences():
    with_belarus = topics.table(articles(ENERGY, TRADE), pair=("VN", "BY"))
    assert set(with_belarus["topic"]) == {"agriculture"}
    assert set(topics.table(articles(ENERGY, TRADE), pair=("VN", "RU"))["topic"]) >= {"trade", "energy_oil_gas"}


def test_both_countries_are_those_the_article_speaks_of():
    text = (
        "Việt Nam và Nga mở rộng hợp tác.\nHai nước sẽ trao thêm học bổng.\nHai nước được lợi từ thỏa thuận với EAEU."
    )
    with_russia = topics.table(articles(text), pair=("VN", "RU"))
    assert set(with_russia["number"]) == {1, 2}
    assert topics.table(articles(text), pair=("VN", "BY")).empty


def test_an_amount_for_a_year_is_no_amount_put_into_something():
    assert topics.label("Việt Nam và Nga muốn nâng trao đổi hàng hóa lên 15 tỷ USD vào năm 2030.") == ["trade"]
    assert "investment" in topics.label("Một tập đoàn Nga rót 2 tỷ USD vào tổ hợp hóa chất tại Việt Nam.")


def test_an_office_alone_is_no_topic():
    text = "Dự tiệc có Thứ trưởng Bộ Quốc phòng Việt Nam, Đại tướng A và khách Nga."
    assert "defence_security" not in topics.label(text)


def test_the_word_with_which_a_firms_name_begins_is_no_investment():
    told = "Tập đoàn Sibgaz của Nga xây kho khí ở Vũng Tàu."
    assert "investment" not in topics.label(told)
    assert "investment" in topics.label(told.replace("xây", "rót 90 triệu USD xây"))


def test_the_past_with_the_soviet_union_belongs_to_russia():
    table = articles("Năm 1955, Liên Xô giúp Việt Nam khôi phục đường sắt sau chiến tranh.")
    assert "history" in set(topics.table(table, pair=("VN", "RU"))["topic"])


def test_order_of_files_and_a_second_run_change_nothing():
    table = articles(ENERGY, TRADE)
    first, again, turned = (topics.table(one) for one in (table, table, table[::-1]))
    assert first.to_csv() == again.to_csv()
    assert first.to_csv(index=False) == turned.sort_values(["file", "number"], kind="stable").to_csv(index=False)


def test_one_more_article_leaves_the_others_as_they_were():
    before, after = topics.table(articles(ENERGY)), topics.table(articles(ENERGY, TRADE))
    pd.testing.assert_frame_equal(before, after[after["file"] == "0.txt"].reset_index(drop=True))


def test_profile_counts_sentences_and_names_one_main_topic():
    read = topics.sentences(articles(ENERGY, TRADE))
    profile = topics.profiles(topics.table(None, read=read), read)
    first = profile[profile["file"] == "0.txt"].set_index("topic")
    assert first.at["energy_oil_gas", "sentences"] == 1 and first.at["energy_oil_gas", "of_sentences"] == 2
    assert first.at["energy_oil_gas", "share"] == 0.5
    assert (profile.groupby("file")["main"].sum() == 1).all()


def test_overview_gives_articles_and_the_interval_of_their_share():
    read = topics.sentences(articles(ENERGY, TRADE))
    row = topic_views.overview(topics.table(None, read=read), read).set_index("topic").loc["trade"]
    assert (row["articles"], row["n_articles"], row["share"]) == (1, 2, 0.5)
    assert round(row["low"], 3) == 0.095 and round(row["high"], 3) == 0.905  # Wilson for 1 of 2


def test_pages_without_an_outlet_stand_last_under_a_name_of_their_own():
    told = articles(ENERGY, TRADE, ENERGY)
    told["outlet"] = ["Báo Z", None, "Báo A"]
    read = topics.sentences(told)
    by_outlet = topic_views.by_group(topics.table(None, read=read), read, "outlet", "không rõ báo")
    assert list(dict.fromkeys(by_outlet["outlet"])) == ["Báo A", "Báo Z", "không rõ báo"]
    trade = by_outlet[by_outlet["topic"] == "trade"].set_index("outlet")["articles"]
    assert trade.to_dict() == {"Báo A": 0, "Báo Z": 0, "không rõ báo": 1}


def test_what_is_new_compares_shares_before_and_since():
    read = topics.sentences(articles(ENERGY, TRADE, ENERGY))
    new = topic_views.new_since(topics.table(None, read=read), read, "2021-01-01").set_index("topic")
    assert new.at["trade", "first_time"] and not new.at["energy_oil_gas", "first_time"]
    assert new.at["energy_oil_gas", "change"] == pytest.approx(-0.5)


def test_a_year_without_articles_is_unknown_not_zero():
    table = articles(ENERGY, ENERGY, TRADE).iloc[[0, 2]]  # 2020 and 2022
    read = topics.sentences(table)
    years = topic_views.over_time(topics.table(table, read=read), read).set_index(["topic", "period"])["share"]
    assert years["energy_oil_gas"].iloc[0] == 1 and pd.isna(years["energy_oil_gas"].iloc[1])
    assert years["energy_oil_gas"].iloc[2] == 0


def test_topics_together_are_compared_with_chance():
    read = topics.sentences(articles(ENERGY, ENERGY, TRADE, "Việt Nam và Nga nói về thể thao."))
    pairs = topic_views.together(topics.table(None, read=read), read).set_index(["topic_a", "topic_b"])
    row = pairs.loc[("education_training", "energy_oil_gas")]
    assert (row["articles"], row["sentences"], row["expected"], row["lift"]) == (2, 0, 1.0, 2.0)


def test_uncovered_sentences_are_listed():
    text = "Việt Nam và Nga hẹn nhau sẽ còn làm thêm nhiều việc khác nữa trong năm."
    read = topics.sentences(articles(ENERGY, text))
    assert topic_views.uncovered(read)["sentence"].tolist() == [text]


def test_evidence_marks_the_words_and_escapes_the_rest():
    read = topics.sentences(articles("Việt Nam & Nga: <script>x</script> học bổng mới."))
    shown = topic_views.as_html(topic_views.evidence(topics.table(None, read=read)), "vi")
    assert "<mark>học bổng</mark>" in shown and "&lt;script&gt;" in shown and "<script>" not in shown


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_column_to_look_around_in_has_a_heading_in_words(lang):
    shown = topic_views.browse(topics.table(articles(ENERGY), lang=lang), lang)
    headings = [rules.texts(lang)(f"topics.col.{name}") for name in shown]
    assert len(set(headings)) == len(shown.columns) and not {"label", "side", "partners"} & set(headings)


def test_sentences_stand_in_the_order_of_the_chart_above_them():
    """Two articles on scholarships, one on oil: education first, whatever the alphabet says."""
    mentions = topics.table(
        articles(ENERGY, "Nga cấp học bổng mới cho sinh viên Việt Nam.", "Việt Nam và Nga bàn về học bổng.")
    )
    assert topic_views.evidence(mentions)["topic"].iloc[0] == "education_training"
    assert topic_views.evidence(mentions, top=1)["topic"].tolist()[0] == "education_training"


def test_a_page_without_outlet_and_date_is_shown_too():
    table = articles(ENERGY).assign(outlet=float("nan"), published=pd.NaT)
    mentions = topics.table(table)
    assert "0.txt" in topic_views.as_html(topic_views.evidence(mentions))
    assert (topic_views.browse(mentions, "vi")["partners"] == "Nga").all()


@pytest.mark.parametrize(
    "table",
    [articles().astype(object), articles(""), articles("В Москве прошли переговоры.").assign(language="ru")],
    ids=["no article", "empty text", "Russian page"],
)
def test_tables_of_nothing_are_empty_with_their_columns(table):
    read = topics.sentences(table)
    mentions = topics.table(table, read=read)
    assert mentions.empty and list(mentions.columns) == topics.MENTION
    assert topic_views.overview(mentions, read).empty and topic_views.over_time(mentions, read).empty
    assert topic_views.new_since(mentions, read, topic_views.middle(read)).empty
    assert topic_views.candidates(read).empty and topic_views.as_html(topic_views.evidence(mentions)) == ""
    assert topic_views.browse(mentions).empty
