"""Counts, keyness, collocates, concordance, time: worked out by hand on a corpus small enough to count on fingers."""

import math

import pandas as pd
import pytest

from analysis import (
    counts,
    rules,
    term_views,
    terms,
)

A = "Nga và Việt Nam hợp tác. Hợp tác kinh tế với Liên bang Nga tăng 5%."
B = "Hoà bình! Việt Nam yêu hòa bình, hợp tác với LB Nga."
C = "Gạo, cà phê và thủy sản."


def corpus(texts=(A, B, C), stories=("1", "2", "3"), dates=("2024-03-01", "2025-01-15", None)):
    size = len(texts)
    return pd.DataFrame(
        {
            "file": [f"{number}.txt" for number in range(size)],
            "title": (["Nga - Việt Nam", "Hòa bình", "Gạo"] * 2)[:size],
            "published": pd.to_datetime(list(dates)[:size]),
            "outlet": (["Một", "Hai", "Hai"] * 2)[:size],
            "section": None,
            "story": list(stories)[:size],
            "text": list(texts),
        }
    )


def row(table, word, column="word"):
    return table[table[column] == word].iloc[0]


def test_aliases_and_spellings_count_as_one_word():
    table = terms.frequency(corpus())
    assert row(table, "nga")["count"] == 3 and row(table, "nga")["label"] == "Nga"
    assert row(table, "hòa bình")["count"] == 2
    assert "liên bang" not in set(table["word"])


def test_a_country_is_told_from_the_word_that_is_written_alike():
    texts = ("Anh ấy sang Anh học. Rồi ông tới Anh gặp anh Nam.",)
    table = terms.frequency(corpus(texts=texts), stop=False)
    assert row(table, "anh (nước)")["count"] == 2 and row(table, "anh")["count"] == 2
    assert len(terms.concordance(corpus(texts=texts), "Anh")) == 2


def test_frequency_rests_on_all_words_and_counts_articles_and_stories_once():
    table = terms.frequency(corpus(stories=("1", "1", "3")))
    words = 10 + 7 + 4  # A: Nga, và, Việt Nam, hợp tác, hợp tác, kinh tế, với, Nga (two words merged), tăng, 5; B; C
    hop_tac = row(table, "hợp tác")
    assert hop_tac["n_words"] == words == sum(terms.sizes(corpus())) - 2  # two aliases of two words each
    assert (hop_tac["count"], hop_tac["articles"], hop_tac["stories"]) == (3, 2, 1)
    assert hop_tac["per_thousand"] == pytest.approx(3000 / words)
    assert hop_tac["share"] == pytest.approx(2 / 3)


def test_reprints_can_be_left_out():
    twice = corpus(texts=(A, A, C), stories=("1", "1", "3"))
    assert row(terms.frequency(twice), "hợp tác")["count"] == 4
    assert row(terms.frequency(twice, once=True), "hợp tác")["count"] == 2


def test_stop_words_and_numbers_are_choices():
    assert not {"và", "với", "5"} & set(terms.frequency(corpus())["word"])
    assert {"và", "với", "5"} <= set(terms.frequency(corpus(), stop=False, numbers=True)["word"])


def test_only_nouns_can_be_asked_for():
    found = set(terms.frequency(corpus(), classes=terms.NOUNS)["word"])
    assert {"nga", "việt nam", "gạo"} <= found and not {"yêu", "tăng"} & found


@pytest.mark.parametrize("word", ["nga", "hợp tác", "hòa bình", "việt nam"])
def test_a_count_and_its_quotations_are_the_same_match(word):
    table = terms.frequency(corpus())
    quotations = terms.concordance(corpus(), row(table, word)["label"])
    assert len(quotations) == row(table, word)["count"]
    assert quotations["file"].nunique() == row(table, word)["articles"]


def test_offsets_of_a_quotation_point_into_the_article():
    texts = corpus().set_index("file")["text"]
    for quotation in terms.concordance(corpus(), "Nga").itertuples():
        assert texts[quotation.file][quotation.start : quotation.end] == quotation.match
    assert set(terms.concordance(corpus(), "Nga")["match"]) == {"Nga", "Liên bang Nga", "LB Nga"}


def test_concordance_sorts_by_the_neighbour():
    assert list(terms.concordance(corpus(), "hợp tác", sort="right")["right"].str.split().str[0]) == [
        ".",
        "kinh",
        "với",
    ]
    left = terms.concordance(corpus(), "hợp tác", sort="left")
    assert list(left["left"].str.split().str[-1]) == ["bình,", "Nam", "tác."]


def test_shown_concordance_keeps_the_words_next_to_the_keyword():
    quotations = terms.concordance(corpus(texts=("Việt Nam và " * 30 + "Nga hợp tác.",)), "hợp tác", width=100)
    page = term_views.kwic(quotations, "vi").to_html()
    assert "Nga</td>" in page and "..." not in page
    assert list(term_views.kwic(quotations, "vi").data.columns[:3]) == ["phía trước", "từ", "phía sau"]


def test_phrase_is_found_across_words_but_not_across_a_comma():
    texts = ("Đối tác chiến lược toàn diện. Đối tác, chiến lược toàn diện.", "Liên minh Kinh tế Á-Âu")
    words = counts.read(corpus(texts=texts))
    assert len(counts.find(words, "đối tác chiến lược toàn diện")) == 1
    assert len(counts.find(words, "Liên minh Kinh tế Á - Âu")) == 1


def test_a_phrase_inside_a_longer_one_is_not_counted_again():
    texts = ("Quan hệ đối tác chiến lược toàn diện và đối tác chiến lược.",)
    table = terms.phrases(corpus(texts=texts))
    assert row(table, "đối tác chiến lược toàn diện")["count"] == 1
    assert row(table, "đối tác chiến lược")["count"] == 1
    assert row(terms.frequency(corpus(texts=texts)), "đối tác")["count"] == 2


LISTS = rules.load_all("phrases")


@pytest.mark.parametrize("name", LISTS)
def test_every_phrase_list_proves_its_examples(name):
    for sentence in LISTS[name]["matches"]:
        assert len(terms.phrases(corpus(texts=(sentence,)), name)), sentence
    for sentence in LISTS[name]["rejects"]:
        assert not len(terms.phrases(corpus(texts=(sentence,)), name)), sentence


def test_collocates_in_a_window_and_in_a_sentence():
    near = terms.collocates(corpus(), "kinh tế", window=1, least=1, stop=False)
    assert set(near["word"]) == {"hợp tác", "với"}
    assert row(near, "hợp tác")["together"] == 1
    assert row(near, "hợp tác")["log_dice"] == pytest.approx(14 + math.log2(2 * 1 / (1 + 3)))
    sentence = terms.collocates(corpus(), "kinh tế", window="sentence", least=1, stop=False)
    assert "nga" in set(sentence["word"]) and "việt nam" not in set(sentence["word"])


def test_ngrams_stop_at_commas():
    table = terms.ngrams(corpus(), n=2, least=1)
    assert "hợp tác kinh tế" in set(table["word"])
    assert not {"gạo cà phê", "hòa bình hợp tác"} & set(table["word"])


def test_keyness_has_a_direction():
    part, rest = corpus().iloc[:1], corpus().iloc[1:]
    table = terms.keyness(part, rest, least=1, least_articles=1)
    assert row(table, "hợp tác")["log_odds_z"] > 0 > row(table, "hòa bình")["log_odds_z"]
    assert row(table, "hợp tác")[["count", "reference_count", "articles", "reference_articles"]].tolist() == [
        2,
        1,
        1,
        1,
    ]
    assert (table["p_adjusted"] >= table["p"] - 1e-12).all()


def test_a_word_of_one_article_is_not_key():
    assert set(terms.keyness(corpus(), corpus(texts=(C, C, C)), least=1)["word"]) & {"hòa bình", "kinh tế"} == set()


def test_two_halves_by_date_leave_out_the_undated():
    before, after, day = term_views.halves(corpus())
    assert (before.texts, after.texts, f"{day:%Y-%m-%d}") == ([A], [B], "2025-01-15")
    assert term_views.halves(corpus(dates=(None, None, None)))[2] is None
    assert term_views.halves(corpus(), "2020-01-01")[1].texts == [A, B]
    assert row(terms.frequency(after), "hòa bình")["count"] == 2


def test_parts_have_names_in_both_languages():
    words = counts.read(corpus())
    one, rest, name, other = term_views.parts(corpus(), words, "Hai", lang="vi")
    assert (len(one.texts), len(rest.texts), name, other) == (2, 1, "Hai (2 bài)", "các báo còn lại (1 bài)")
    assert term_views.parts(corpus(), words, "title", lang="en")[2:] == ("titles", "texts")
    assert "2025" in term_views.parts(corpus(), words, lang="en")[2]
    assert len(terms.keyness(*term_views.parts(corpus().iloc[:0], counts.read(corpus().iloc[:0]))[:2])) == 0


def test_titles_against_bodies():
    table = terms.keyness(counts.read(corpus(), field="title"), corpus(), least=1, least_articles=1)
    assert row(table, "gạo")[["count", "reference_count"]].tolist() == [1, 1]


def test_dispersion_warns_where_it_says_little():
    table = terms.dispersion(corpus(), ["Nga", "ma túy"])
    assert row(table, "Nga")["warning"] == "few articles"
    assert row(table, "ma túy")["warning"] == "absent" and row(table, "ma túy")["count"] == 0
    many = corpus(texts=[A] * 6, stories=list("123456"), dates=["2024-03-01"] * 6).assign(file=list("abcdef"))
    assert row(terms.dispersion(many, ["Nga"]), "Nga")[["warning", "dp"]].tolist() == ["", 0]


def test_time_shows_gaps_and_leaves_out_the_undated():
    table = terms.over_time(corpus(dates=("2023-03-01", "2025-01-15", None)), ["hợp tác"], by="Y")
    assert table["period"].dt.year.tolist() == [2023, 2024, 2025]
    assert table["count"].tolist() == [2, 0, 1]
    assert table["rate"].isna().tolist() == [False, True, False]
    assert table["n_articles"].tolist() == [1, 0, 1]


@pytest.mark.parametrize(
    ("first", "last", "step"),
    [("2024-03-01", "2025-01-15", "M"), ("2022-03-01", "2025-01-15", "Q"), ("2010-01-01", "2025-01-15", "Y")],
)
def test_the_calendar_step_follows_the_dates(first, last, step):
    assert term_views.calendar_step(corpus(dates=(first, last, None))) == step


def test_syllables_show_what_a_blank_would_count():
    table = terms.syllables(corpus())
    assert row(table, "hợp")[["count", "alone"]].tolist() == [3, 0]
    assert row(table, "hợp")["within"] in ("hợp tác (3)", "Hợp tác (3)")


def test_repairs_name_what_was_changed():
    table = terms.repairs(corpus(texts=("Phó Thủ tướng thăm cảng. Ông là Phó Thủ tướng.", "Gạo.")))
    changed = row(table, "Phó | Thủ tướng", "before")
    assert changed[["after", "count", "articles"]].tolist() == ["Phó Thủ tướng", 2, 1]
    assert changed["example"] == "Phó Thủ tướng thăm cảng."


def test_richness_needs_a_window_of_text():
    table = terms.richness(corpus(), window=5)
    assert table["mattr"].between(0, 1).sum() == 2 and table["mattr"].isna().sum() == 1


TABLES = {
    "frequency": terms.frequency,
    "dispersion": terms.dispersion,
    "occurrences": lambda articles: terms.occurrences(articles, ["Nga"]),
    "keyness": lambda articles: terms.keyness(articles, articles),
    "collocates": lambda articles: terms.collocates(articles, "Nga"),
    "ngrams": terms.ngrams,
    "phrases": terms.phrases,
    "concordance": lambda articles: terms.concordance(articles, "Nga"),
    "over time": lambda articles: terms.over_time(articles, ["Nga"]),
    "richness": terms.richness,
    "syllables": terms.syllables,
    "repairs": terms.repairs,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_corpus_without_articles_or_without_text_gives_the_same_columns(name):
    some, none = TABLES[name](corpus()), TABLES[name](corpus().iloc[:0])
    assert len(none) == 0 or name == "dispersion"
    assert list(none.columns) == list(some.columns)
    assert list(TABLES[name](corpus(texts=("", "", ""))).columns) == list(some.columns)


def test_periods_in_tables_are_named_as_a_reader_names_them():
    days = pd.Series(pd.to_datetime(["2024-04-01", "2025-10-01"]))
    assert term_views.period_names(days, "Q", "vi") == ["quý 2/2024", "quý 4/2025"]
    assert term_views.period_names(days, "Q", "en") == ["Q2 2024", "Q4 2025"]
    assert term_views.period_names(days, "Y", "en") == ["2024", "2025"]
    assert term_views.period_names(days, "M", "en") == ["Apr 2024", "Oct 2025"]
    assert term_views.period_names(days, "M", "vi") == ["tháng 4/2024", "tháng 10/2025"]
