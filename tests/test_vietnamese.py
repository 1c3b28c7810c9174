"""Letters, sentences and words: what a reader would notice if it broke."""

import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import crf, vietnamese
from analysis.lexicon import cases
from analysis.stopwords import stop_words
from analysis.vietnamese import sentences, sentences_at, words, words_at

ROOT = Path(__file__).resolve().parent.parent


def without_spaces(text):
    return "".join(text.split())


TYPED = "Nhân dân hai nước yêu chuộng hòa bình."


@pytest.mark.parametrize(
    "typed",
    [TYPED, unicodedata.normalize("NFD", TYPED), TYPED.replace("hòa", "hoà")],
    ids=["composed", "decomposed", "tone on the last vowel"],
)
def test_peace_is_one_word_however_it_is_typed(typed):
    assert "hòa bình" in [vietnamese.norm(word) for word in words(typed)]


def test_letters_stay_as_the_page_wrote_them():
    assert words("ủng hộ hoà bình") == ["ủng hộ", "hoà bình"]
    assert words("ủng hộ hòa bình") == ["ủng hộ", "hòa bình"]


HYPHENS = [
    ("Việt Nam-Liên bang Nga", ["Việt Nam", "-", "Liên bang", "Nga"]),
    ("quan hệ Nga-Việt", ["quan hệ", "Nga", "-", "Việt"]),
    ("quan hệ Việt-Nga", ["quan hệ", "Việt", "-", "Nga"]),
    ("Liên minh Kinh tế Á-Âu", ["Liên minh", "Kinh tế", "Á", "-", "Âu"]),
    ("châu Á-Thái Bình Dương", ["châu Á", "-", "Thái Bình Dương"]),
    ("hợp tác quốc phòng-an ninh", ["hợp tác", "quốc phòng", "-", "an ninh"]),
    ("giáo dục-đào tạo", ["giáo dục", "-", "đào tạo"]),
    ("khoa học-công nghệ", ["khoa học", "-", "công nghệ"]),
    ("tuyến Hà Nội-Moskva", ["tuyến", "Hà Nội", "-", "Moskva"]),
    ("giai đoạn 2021-2025", ["giai đoạn", "2021", "-", "2025"]),
    ("đất nước Xô-viết", ["đất nước", "Xô-viết"]),
    ("ở Mát-xcơ-va", ["ở", "Mát-xcơ-va"]),
    ("máy bay Su-30", ["máy bay", "Su-30"]),
    ("đại dịch Covid-19", ["đại dịch", "Covid-19"]),
    ("hợp tác ASEAN-Nga", ["hợp tác", "ASEAN", "-", "Nga"]),
    ("quan hệ Việt Nam – Liên bang Nga", ["quan hệ", "Việt Nam", "–", "Liên bang", "Nga"]),
]


@pytest.mark.parametrize(("text", "expected"), HYPHENS, ids=[text for text, _ in HYPHENS])
def test_a_hyphen_between_words_never_glues_them(text, expected):
    assert words(text) == expected


def test_nothing_is_lost_and_offsets_point_to_the_words():
    text = "Theo TTXVN,\tngày 9/5/2025 (giờ địa phương): “Xuất khẩu đạt 1,8 tỷ USD.”\n\nXem thêm: https://vov.vn/a-b?c=1."
    assert without_spaces("".join(words(text))) == without_spaces(text)
    assert [without_spaces(text[start:end]) for _, start, end in words_at(text)] == [
        without_spaces(word) for word in words(text)
    ]


def test_every_seed_page_keeps_all_its_letters(shared):
    pages = sorted((shared / "seeds").glob("*.txt"))
    assert pages
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert without_spaces("".join(words(text))) == without_spaces(text), page.name


def test_every_sample_page_keeps_all_its_letters():
    pages = sorted(path for path in (ROOT / "corpus").iterdir() if path.suffix in (".txt", ".html"))
    assert pages
    for page in pages:
        text = vietnamese.nfc(page.read_text(encoding="utf-8", errors="replace"))
        assert without_spaces("".join(words(text))) == without_spaces(text), page.name


TEXTS = ["Nga và Việt Nam ký 5 văn kiện.", "Ủy ban liên Chính phủ họp tại Moskva.", "hòa bình", "", "thăm Nga"]


def test_the_order_of_calls_and_threads_change_nothing():
    alone = [words(text) for text in TEXTS]
    assert [words(text) for text in reversed(TEXTS)] == alone[::-1]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(words, TEXTS * 40)) == alone * 40


def test_importing_the_module_loads_no_model():
    code = "import sys, analysis.vietnamese; print('underthesea' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"


SENTENCES = [
    ("Đoàn đến Moskva. Hai bên hội đàm.", ["Đoàn đến Moskva.", "Hai bên hội đàm."]),
    ("Đạt 5,3 tỷ USD. 10 năm trước là 1 tỷ.", ["Đạt 5,3 tỷ USD.", "10 năm trước là 1 tỷ."]),
    ("GS. Nguyễn Văn A. thăm TP. Vinh.", ["GS. Nguyễn Văn A. thăm TP. Vinh."]),
    ("“Rất tốt.” Ông nói thêm: “Cảm ơn!”", ["“Rất tốt.”", "Ông nói thêm: “Cảm ơn!”"]),
    ("Dầu khí, điện... đều tăng. Còn gạo?", ["Dầu khí, điện... đều tăng.", "Còn gạo?"]),
    ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
    ("Xem https://baochinhphu.vn/Tin. Hết tin.", ["Xem https://baochinhphu.vn/Tin.", "Hết tin."]),
    ("V. Putin và A.S. Pushkin", ["V. Putin và A.S. Pushkin"]),
    ("1. Quan hệ chính trị\n2. Thương mại", ["1. Quan hệ chính trị", "2. Thương mại"]),
    ("Ngày 30.1.1950 là mốc. Từ đó đến nay...", ["Ngày 30.1.1950 là mốc.", "Từ đó đến nay..."]),
    ("Tổng thống Nga V. Putin đến. Ông ở lại hai ngày.", ["Tổng thống Nga V. Putin đến.", "Ông ở lại hai ngày."]),
    ("Rau có nhiều vitamin C. Ngoài ra còn chất xơ.", ["Rau có nhiều vitamin C.", "Ngoài ra còn chất xơ."]),
    ("Hợp tác phát triển.Ông nói vậy.", ["Hợp tác phát triển.", "Ông nói vậy."]),
    ("Ông nói: “Tôi đồng ý.” và rời đi.", ["Ông nói: “Tôi đồng ý.” và rời đi."]),
    ("Kim ngạch tăng 5.000 USD... rồi giảm. (TTXVN)", ["Kim ngạch tăng 5.000 USD... rồi giảm.", "(TTXVN)"]),
    ("", []),
    (" \n \n", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:25] for text, _ in SENTENCES])
def test_sentences(text, expected):
    assert sentences(text) == expected
    assert all(text[start:end] == sentence for sentence, start, end in sentences_at(text))


def test_vietnamese_order():
    rows = ["xuất khẩu", "Đức", "du lịch", "ổn định", "Ấn Độ", "an ninh", "dầu khí", "hòa bình", "hoa", "họa"]
    assert sorted(rows, key=vietnamese.sort_key) == [
        "an ninh", "Ấn Độ", "dầu khí", "du lịch", "Đức", "hoa", "hòa bình", "họa", "ổn định", "xuất khẩu",
    ]  # fmt: skip


def test_stop_words_leave_the_words_that_say_what_happened():
    stop = stop_words()
    assert not stop & {"năm", "tăng", "giảm", "nước", "nga", "việt nam", "hợp tác", "quan hệ", "trung ương"}
    assert {"của", "và", "cho biết"} <= stop
    assert "cho biết" not in stop_words(reporting=False)


PIECES = [
    ("Nghị quyết số 57-NQ/TW", ["Nghị quyết", "số", "57-NQ/TW"]),
    ("Luật số 67/2025/QH15", ["Luật", "số", "67/2025/QH15"]),
    ("sống ở TP.HCM từ năm 2010", ["sống", "ở", "TP.HCM", "từ", "năm", "2010"]),
    ("hơn 1.234,5 tỷ USD.", ["hơn", "1.234,5", "tỷ", "USD", "."]),
    ("ngày 22-1-2025", ["ngày", "22-1-2025"]),
    ("Việt Nam-2025", ["Việt Nam", "-", "2025"]),
    ("máy bay MC-21-300", ["máy bay", "MC-21-300"]),
    ("ông Mohammed bin Salman", ["ông", "Mohammed bin Salman"]),
    ("bà Maria Zakharova", ["bà", "Maria Zakharova"]),
    ("lúc 14h30", ["lúc", "14h30"]),
    ("gửi về a.b@vov.vn nhé", ["gửi", "về", "a.b@vov.vn", "nhé"]),
]


@pytest.mark.parametrize(("text", "expected"), PIECES, ids=[text for text, _ in PIECES])
def test_what_belongs_together_stays_together(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize("case", cases(), ids=[" ".join(case)[:40] for case in cases()])
def test_the_lexicon_proves_its_cases(case):
    assert words(" ".join(case)) == case


def test_a_line_all_in_capitals_keeps_its_words():
    assert words("TỔNG BÍ THƯ THĂM LIÊN BANG NGA") == ["TỔNG BÍ THƯ", "THĂM", "LIÊN BANG", "NGA"]


def test_a_lost_space_between_two_lines_is_a_word_boundary():
    assert words("đất nước thống nhấtTổng Bí thư")[-2:] == ["thống nhất", "Tổng Bí thư"]


PROBES = [
    "Ngày 9/5/2025 , Việt Nam và Nga ký 3 văn kiện tại Moskva .",
    "Nga",
    "Quan hệ",
    "ông Đỗ Văn A , USD 2025 “ x = y ” T[0]=Nga BOS EOS",
    "TỔNG BÍ THƯ thăm Liên bang Nga và khối lượng hàng hoá xuất khẩu tăng lên nhiều lần so với năm ngoái",
]


@pytest.mark.parametrize("probe", PROBES)
def test_the_probabilities_are_those_of_the_library(probe):
    folder = Path(find_spec("underthesea").submodule_search_locations[0]) / vietnamese._MODEL
    theirs, known = vietnamese._by_library(folder)
    assert crf.is_known(folder), "the model has changed: compare its results with crf.py's and add it to KNOWN_FILES"
    model = crf.Model(crf.parts(folder))
    assert model.known == known
    assert model.joined(probe.split()) == pytest.approx(theirs(probe.split()), abs=1e-9)


def test_a_model_that_is_not_known_is_left_to_the_library(monkeypatch):
    monkeypatch.setitem(crf.KNOWN_FILES, "models.bin", "another")
    vietnamese._load.cache_clear()
    vietnamese.forget()
    try:
        assert words("Quan hệ Việt Nam-Liên bang Nga") == ["Quan hệ", "Việt Nam", "-", "Liên bang", "Nga"]
        assert vietnamese._load()[0].__module__ == "analysis.vietnamese"
    finally:
        vietnamese._load.cache_clear()
        vietnamese.forget()


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60) | st.text("Việt Nam-Nga.,\n “”0123 ủyĐđoàa'’/", max_size=80))
def test_any_text_keeps_its_letters_and_offsets(text):
    text = vietnamese.nfc(text)
    assert without_spaces("".join(words(text))) == without_spaces(text)
    assert all(without_spaces(text[start:end]) == without_spaces(word) for word, start, end in words_at(text))
    assert without_spaces("".join(sentences(text))) == without_spaces(text)
