"""Who is quoted with which words: the marks decide what is direct, and a deed or a question is nobody's words."""

import pytest

from analysis import quotations

DIRECT, REPORTED, ANSWER = "direct", "reported", "answer"


def told(text):
    return [(said.person, said.verb, said.kind, said.words) for said in quotations.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Năm nay chúng tôi bán được nhiều chè hơn hẳn”, bà Lưu Thị Sen nói.", "Năm nay chúng tôi bán được nhiều chè hơn hẳn"),
        ("“Vụ này được mùa. Giá cũng ổn. Ai cũng mừng”, bà Lưu Thị Sen kể.", "Vụ này được mùa. Giá cũng ổn. Ai cũng mừng"),
        ('"Tàu chở hàng chậm hai tuần. Chúng tôi phải thuê kho", bà Lưu Thị Sen cho hay.',
         "Tàu chở hàng chậm hai tuần. Chúng tôi phải thuê kho"),
        ("Đơn hàng đã kín. “Cả xưởng làm thêm giờ” - bà Lưu Thị Sen cho biết.", "Cả xưởng làm thêm giờ"),
        ("Bà Lưu Thị Sen khẳng định: “Hàng đi đường sắt rẻ hơn. Thời gian lại ngắn.”", "Hàng đi đường sắt rẻ hơn. Thời gian lại ngắn."),
        ("Bà Lưu Thị Sen nói với đoàn khách: “Mời các bạn nếm thử”.", "Mời các bạn nếm thử"),
        ("Bà Lưu Thị Sen nhấn mạnh:\n“Không có hợp đồng thì không giao chè”.", "Không có hợp đồng thì không giao chè"),
        ("Bà Lưu Thị Sen nói rằng “mùa đông ở Kazan dài gấp đôi ở nhà”.", "mùa đông ở Kazan dài gấp đôi ở nhà"),
        ("«Kho lạnh còn trống một nửa», bà Lưu Thị Sen cho biết.", "Kho lạnh còn trống một nửa"),
        ("“Rất vui”, bà Lưu Thị Sen nói.", "Rất vui"),
    ],
)  # fmt: skip
def test_words_between_marks_are_direct_over_all_their_sentences(text, words):
    assert [(kind, quoted) for _, _, kind, quoted in told(text)] == [(DIRECT, words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bà Lưu Thị Sen cho biết hội chợ có gian hàng “Hương vị núi rừng Tây Bắc ở Kazan”.",
         "hội chợ có gian hàng “Hương vị núi rừng Tây Bắc ở Kazan”."),
        ("Bà Lưu Thị Sen cho rằng đây là “bước ngoặt” của nghề chè.", "đây là “bước ngoặt” của nghề chè."),
        ("Xưởng đã ký đủ đơn hàng đến tháng 9, bà Lưu Thị Sen cho biết.", "Xưởng đã ký đủ đơn hàng đến tháng 9"),
        ("Giá chè ở Kazan cao gấp rưỡi năm ngoái - bà Lưu Thị Sen nói tại hội chợ hôm 5/3.",
         "Giá chè ở Kazan cao gấp rưỡi năm ngoái"),
        ("Bà Lưu Thị Sen chia sẻ với bạn hàng rằng xưởng sắp có thêm máy sao.", "xưởng sắp có thêm máy sao."),
        ("Bà Lưu Thị Sen nói tại hội chợ, xưởng sắp có thêm máy sao.", "xưởng sắp có thêm máy sao."),
        ("Bà Lưu Thị Sen cho biết: Xưởng sắp có thêm máy sao.", "Xưởng sắp có thêm máy sao."),
        ("Theo bà Lưu Thị Sen, xưởng sắp có thêm máy sao.", "xưởng sắp có thêm máy sao."),
        ("Tuy nhiên, theo bà Sen Lưu Thị Hoa, xưởng còn thiếu thợ.", "xưởng còn thiếu thợ."),
        ("Theo bà Lưu Thị Sen (xã Tân Cương), xưởng còn thiếu thợ.", "xưởng còn thiếu thợ."),
        ("Theo bà Lưu Thị Sen, Phó Giám đốc Sở Công Thương Hà Giang, xưởng còn thiếu thợ.", "xưởng còn thiếu thợ."),
        ("Theo bà Lưu Thị Sen - chủ xưởng chè Tân Cương, xưởng còn thiếu thợ.", "xưởng còn thiếu thợ."),
        ("Theo bà Lưu Thị Sen, chuyên gia về chè (Đại học Thái Nguyên), xưởng còn thiếu thợ.", "xưởng còn thiếu thợ."),
        ("HÀ NỘI (TTN) – Đến năm 2031, nghề chè hy vọng bán được gấp đôi cho Nga, - bà Lưu Thị Sen tuyên bố hôm 5/3.",
         "Đến năm 2031, nghề chè hy vọng bán được gấp đôi cho Nga"),
        ("Xưởng còn thiếu thợ sao chè lành nghề, theo bà Lưu Thị Sen.", "Xưởng còn thiếu thợ sao chè lành nghề"),
        ("Phát biểu tại hội chợ, bà Lưu Thị Sen đề nghị mở thêm kho.", "mở thêm kho."),
    ],
)  # fmt: skip
def test_other_words_are_reported_and_stand_after_the_verb_or_before_the_speaker(text, words):
    assert [(kind, quoted) for _, _, kind, quoted in told(text)] == [(REPORTED, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Tại hội chợ, bà Lưu Thị Sen đã phát biểu.",
        "Bà Lưu Thị Sen phát biểu khai mạc.",
        "Bà Lưu Thị Sen phát biểu tại lễ khai mạc hội chợ chè ở Kazan.",
        "Bà Lưu Thị Sen chia sẻ về những ngày đầu ở Kazan.",
        "Bà Lưu Thị Sen chia sẻ nhiều kinh nghiệm trồng chè.",
        "Bà Lưu Thị Sen thông tin vài nét về lịch sử cây chè.",
        "Bà Lưu Thị Sen trả lời phỏng vấn của đài địa phương.",
        "Bà Lưu Thị Sen trao đổi với các bạn hàng Nga.",
        "Bà Lưu Thị Sen đánh giá thế nào về thị trường Nga?",
    ],
)
def test_a_deed_and_a_question_put_to_somebody_are_no_words(text):
    assert told(text) == []


def test_who_is_spoken_of_inside_a_quotation_is_not_its_speaker():
    text = "“Ông Boris Lunin nói rằng kho sẽ mở trong tháng này”, bà Lưu Thị Sen kể lại."
    assert [(person, kind) for person, _, kind, _ in told(text)] == [("Lưu Thị Sen", DIRECT)]


def test_a_title_between_marks_far_from_the_verb_is_not_what_was_said():
    text = (
        "Bà Lưu Thị Sen nhắc lại là năm 2017 hội đã in cuốn sách “Cây chè trên đất Nga thời xa xưa” bằng hai thứ tiếng."
    )
    ((_, _, kind, words),) = told(text)
    assert kind == REPORTED and words.startswith("năm 2017 hội đã in")


def test_an_answer_of_an_interview_is_the_persons_own_words():
    text = "Thưa bà, hội chợ năm nay có gì mới?\nBà Lưu Thị Sen: Chúng tôi mời hai mươi xưởng. Khách đến đông hơn.\nXin cảm ơn bà."
    assert told(text) == [("Lưu Thị Sen", "", ANSWER, "Chúng tôi mời hai mươi xưởng. Khách đến đông hơn.")]


def test_answers_of_an_interview_are_known_by_the_office_too():
    text = "Phóng viên gặp Đại sứ Boris Lunin.\nĐại sứ Boris Lunin: Năm nay rất bận.\nThế còn năm sau?\nĐại sứ: Năm sau cũng vậy."
    assert [(person, kind, words) for person, _, kind, words in told(text)] == [
        ("Boris Lunin", ANSWER, "Năm nay rất bận."),
        ("Boris Lunin", ANSWER, "Năm sau cũng vậy."),
    ]


def test_words_told_twice_in_an_article_are_one_quotation():
    text = "Bà Lưu Thị Sen cho biết chè đã bán hết.\nChiều qua ở Kazan, bà Lưu Thị Sen cho biết chè đã bán hết."
    assert len(told(text)) == 1


def test_a_mark_that_is_never_closed_ends_with_its_paragraph():
    text = "Bà Lưu Thị Sen nói: “Chè đã bán hết từ tuần trước. Kho không còn gì.\nHội chợ đóng cửa lúc chín giờ."
    assert told(text) == [("Lưu Thị Sen", "nói", DIRECT, "Chè đã bán hết từ tuần trước. Kho không còn gì.")]


def test_a_speaker_told_by_theo_has_that_word_for_a_verb():
    assert told("Theo ông Boris Lunin, kho sẽ mở trong tháng này.") == [
        ("Boris Lunin", "theo", REPORTED, "kho sẽ mở trong tháng này.")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ông Mạc Văn Kha đến Samara. “Chợ ở đây rất đông. Tôi bán hết hàng”, ông kể.", "Chợ ở đây rất đông. Tôi bán hết hàng"),
        ("Ông Mạc Văn Kha đến Samara. “Chợ ở đây rất đông” - ông kể.", "Chợ ở đây rất đông"),
        ("Ông Mạc Văn Kha đến Samara. Theo ông, chợ ở đây rất đông.", "chợ ở đây rất đông."),
    ],
)  # fmt: skip
def test_a_pronoun_behind_the_words_or_theo_speaks_for_the_person_before(text, words):
    assert [(said.person, said.how, said.words) for said in quotations.find(text)] == [("Mạc Văn Kha", "pronoun", words)]


def test_words_of_a_man_are_not_given_to_the_woman_named_before():
    assert told("Bà Lưu Thị Sen đến Samara. “Chợ ở đây rất đông”, ông kể. Theo ông, hàng bán chạy.") == []


@pytest.mark.parametrize("office", ["nữ giám đốc Công ty Chè Ngàn, ", "chủ xưởng chè Tân Cương, ", "nữ chủ tịch hội, "])
def test_an_office_may_stand_between_the_words_and_the_name(office):
    text = f"“Đây là vụ chè tốt”, {office}bà Lưu Thị Sen, khẳng định với phóng viên."
    assert told(text) == [("Lưu Thị Sen", "khẳng định", DIRECT, "Đây là vụ chè tốt")]


def test_to_whom_somebody_spoke_is_not_what_was_said():
    assert told("Bà Lưu Thị Sen khẳng định với báo chí.") == []
    assert told("Bà Lưu Thị Sen khẳng định với báo chí rằng xưởng mở lại.")[0][-1] == "xưởng mở lại."


def test_a_mark_that_was_never_opened_begins_with_its_sentence():
    text = 'Bà Lưu Thị Sen nêu ba việc. Chè đã bán hết từ tuần trước rồi", bà Sen nói thêm.'
    assert told(text)[-1][2:] == (DIRECT, "Chè đã bán hết từ tuần trước rồi")
