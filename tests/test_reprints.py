"""The same story in two places is one story; similar notices of different events are not."""

import random

import numpy as np
import pytest

from analysis import reprints

WORDS = ("hai bên nhất trí mở rộng hợp tác thương mại giáo dục y tế du lịch năng lượng nông nghiệp cảng biển hàng hóa thị trường "
         "doanh nghiệp sinh viên học bổng vận tải đường sắt công nghệ khoa học địa phương thành phố lễ hội triển lãm").split()  # fmt: skip


def article(seed: int, paragraphs: int = 8) -> list[str]:
    """Paragraphs of made-up prose, different for every seed."""
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=45)).capitalize() + "." for _ in range(paragraphs)]


def stories(*texts):
    return reprints.group(list(texts))


def test_a_word_for_word_copy_is_the_same_story_whatever_its_capitals_and_unicode_form():
    text = "\n".join(article(1))
    import unicodedata

    one, other, third = stories(text, unicodedata.normalize("NFD", text.upper()), "\n".join(article(2)))
    assert one == other != third


def test_a_copy_with_another_lede_and_one_paragraph_cut_is_the_same_story():
    full = article(1)
    one, other = stories("\n".join(full), "\n".join([article(9, 1)[0], *full[1:6]]))
    assert one == other


@pytest.mark.parametrize("kept", [slice(0, 4), slice(0, 3), slice(2, 4)])
def test_an_excerpt_belongs_to_the_whole(kept):
    full = article(1)
    one, other = stories("\n".join(full), "\n".join(full[kept]))
    assert one == other


def test_two_copied_paragraphs_in_another_article_do_not_make_it_the_same_story():
    """Containment of copied paragraphs was measured at .37 to .47; only .7 and more is an excerpt."""
    full, other = article(1), article(2)
    assert len(set(stories("\n".join(full), "\n".join(other[:5] + full[:3])))) == 2


def test_notices_of_one_form_about_two_events_are_two_stories():
    form = ("Sáng {day}, tại {place}, Đại sứ quán tổ chức lễ kỷ niệm {what}. Tham dự buổi lễ có đại diện các bộ, ngành và "
            "đông đảo {who}. {more}")  # fmt: skip
    one = form.format(day="12/6", place="Hà Nội", what="Quốc khánh Liên bang Nga", who="bạn bè quốc tế", more=article(3, 1)[0])
    other = form.format(day="3/7", place="Minsk", what="Ngày Độc lập Belarus", who="người Việt tại đây", more=article(4, 1)[0])
    assert len(set(stories(one, other))) == 2


def test_empty_pages_are_stories_of_their_own():
    assert len(set(reprints.group(["", "", ""], ["a.txt", "b.txt", "c.txt"]))) == 3


def test_adding_an_article_leaves_the_other_stories_as_they_are():
    texts = ["\n".join(article(seed)) for seed in range(5)]
    before = reprints.group([*texts, texts[2]])
    after = reprints.group(["\n".join(article(77)), *texts, texts[2]])
    assert after[1:] == before


def test_many_texts_give_the_same_groups_as_comparing_every_pair(monkeypatch):
    texts = []
    for seed in range(60):
        full = article(seed)
        copies = {0: full[:4], 1: [article(100 + seed, 1)[0], *full[1:7]]}  # an excerpt; another lede and a paragraph cut
        texts += ["\n".join(told) for told in (full, copies.get(seed % 3)) if told]
    every = reprints.group(texts)
    monkeypatch.setattr(reprints, "FEW", 10)
    assert reprints.group(texts) == every
    assert len(set(every)) == 60


def test_a_paragraph_that_stands_in_many_long_texts_makes_none_of_them_worth_comparing(monkeypatch):
    monkeypatch.setattr(reprints, "FEW", 10)
    shared = article(500, 1)
    runs = [np.array(reprints.told("\n".join(article(seed, 12) + shared))["runs"]) for seed in range(20)]
    assert reprints.candidates(runs) == []


def test_the_order_of_files_does_not_matter():
    texts = ["\n".join(article(seed)) for seed in (1, 2, 1, 3)]
    forward = reprints.group(texts)
    assert reprints.group(texts[::-1])[::-1] == forward
