"""Discovered themes: refused on few paragraphs, found where they are, equal on every run, and called what they were."""

import itertools

import numpy as np
import pandas as pd
import pytest

from analysis import themes, topics

# Three fields whose words never meet: what any method has to tell apart.
FIELDS = {
    "trade": "xuất khẩu, nhập khẩu, kim ngạch, thị trường, hàng hóa, doanh nghiệp, thuế quan, thương mại, đơn hàng, giá cả",
    "school": "sinh viên, học bổng, đại học, giáo viên, đào tạo, giảng viên, ngôn ngữ, nhà trường, tốt nghiệp, lớp học",
    "stage": "nghệ sĩ, khán giả, sân khấu, biểu diễn, âm nhạc, nhà hát, vở kịch, bài hát, nghệ thuật, triển lãm",
}
SETS = {name: words.split(", ") for name, words in FIELDS.items()}


def corpus(paragraphs, seed=7, first=0):
    """Articles of four paragraphs; each paragraph has seven words of one field, in the order a fixed draw gives."""
    draw, texts = np.random.default_rng(seed), []
    fields = itertools.cycle(SETS.values())
    for _ in range(paragraphs):
        words = draw.choice(next(fields), 7, replace=False)
        texts.append("Việt Nam và Nga nói về " + ", ".join(words) + ".")
    articles = ["\n".join(texts[n : n + 4]) for n in range(0, paragraphs, 4)]
    files = [f"{first + n:04}.txt" for n in range(len(articles))]
    return pd.DataFrame({"file": files, "title": "", "published": pd.NaT, "outlet": None, "section": None, "story": files,
                         "text": articles, "language": "vi"})  # fmt: skip


@pytest.fixture(scope="module")
def found():
    articles = corpus(240)
    return articles, themes.discover(articles, topics.table(articles), lang="en")


def test_few_paragraphs_are_refused_with_both_numbers():
    articles = corpus(40)
    refused = themes.discover(articles, topics.table(articles), lang="en")
    assert refused.number == 0 and refused.table.empty
    assert "40" in refused.reason and str(themes.FEWEST) in refused.reason
    assert "40" in themes.discover(articles, topics.table(articles), lang="vi").reason


def test_no_articles_are_refused_too():
    articles = corpus(240).head(0)
    assert themes.discover(articles, topics.table(articles)).number == 0


def test_fields_that_never_meet_are_told_apart(found):
    table = found[1].table
    assert found[1].number == 3
    for words in table["words"]:
        fields = {name for name, own in SETS.items() for word in words.split(", ")[:7] if word in own}
        assert len(fields) == 1
    assert set(table["topic"]) == {"trade", "education_training", "culture_tourism"}


def test_every_paragraph_has_one_theme_and_shares_add_up(found):
    assert len(found[1].paragraphs) == 240
    assert found[1].table["paragraphs"].sum() == 240
    assert found[1].table["share"].sum() == pytest.approx(1)


def test_both_measures_are_given_for_each_number(found):
    choice = found[1].choice
    assert (choice.groupby("themes")["measure"].nunique() == 2).all()
    assert choice["value"].between(-1, 1).all()


def test_a_second_run_is_equal(found):
    articles, first = found
    again = themes.discover(articles, topics.table(articles), lang="en")
    assert first.table.to_csv() == again.table.to_csv()


def test_names_stay_when_articles_are_added(found):
    articles, first = found
    named = first.table.assign(name=["one", "two", "three"])
    more = pd.concat([articles, corpus(24, seed=8, first=900)], ignore_index=True)
    after = themes.discover(more, topics.table(more), lang="en", previous=named)
    by_words = {frozenset(words.split(", ")): name for words, name in zip(named["words"], named["name"], strict=True)}
    for words, name in zip(after.table["words"], after.table["name"], strict=True):
        nearest = max(by_words, key=lambda old: len(old & set(words.split(", "))))
        assert by_words[nearest] == name


def test_an_earlier_run_is_read_from_its_export(tmp_path, found):
    assert themes.last(tmp_path) is None
    found[1].table.to_csv(tmp_path / "02-themes.csv", index=False, encoding="utf-8-sig")
    assert themes.last(tmp_path)["name"].tolist() == found[1].table["name"].tolist()
    (tmp_path / "02-themes.csv").write_text("nothing,of,use\n1,2,3\n", encoding="utf-8")
    assert themes.last(tmp_path) is None


def test_coherence_of_words_that_always_meet_is_one_and_of_strangers_minus_one(monkeypatch):
    monkeypatch.setattr(themes, "WORDS", 2)
    always = np.array([[1, 1, 0, 0], [0, 0, 1, 1]] * 5)
    parts = np.array([[5, 4, 0, 0], [0, 0, 5, 4]])
    mixed = np.array([[5, 0, 4, 0], [0, 5, 0, 4]])
    from scipy.sparse import csr_matrix

    assert themes.coherence(csr_matrix(always), parts) == pytest.approx(1)
    assert themes.coherence(csr_matrix(always), mixed) == -1
