"""Finds kept as columns are those of each page, whichever pages stand beside it, and only what is new is read."""

import warnings

import pytest

from analysis import counts, figures, gathering, store, vietnamese

FIELDS = ["word", "place"]
calls = []


def find(item):
    """The words of a text with their places; a text "broken" makes it fail."""
    calls.append(item["text"])
    if item["text"] == "broken":
        raise ValueError("no words in it")
    return [{"word": word, "place": place} for place, word in enumerate(item["text"].split())]


def of_runs(runs):
    return gathering.in_columns(runs, "finds", find, FIELDS)


@pytest.fixture(autouse=True)
def fresh(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("WORKBOOK_ENGINE", "one")
    calls.clear()


def pages(*numbers):
    return [{"text": f"tin {number}"} for number in numbers]


def columns(items):
    return gathering.columns("finds", of_runs, items, FIELDS)


def test_columns_hold_the_finds_of_each_item_in_order():
    found = columns([{"text": "mua gạo"}, {"text": ""}, {"text": "bán"}])
    assert found.sizes == [2, 0, 1]
    assert found.values == {"word": ["mua", "gạo", "bán"], "place": [0, 1, 0]}


def test_no_item_gives_empty_columns():
    assert columns([]) == gathering.Columns([], {"word": [], "place": []})


def test_what_is_known_is_not_read_again_whichever_items_stand_beside_it():
    columns(pages(*range(300)))
    calls.clear()
    found = columns(pages(*range(100), "mới", *range(150, 300)))
    assert calls == ["tin mới"]
    assert found.values["word"][198:204] == ["tin", "99", "tin", "mới", "tin", "150"]


def test_a_new_item_alters_the_run_it_is_in_and_no_other():
    before, after = (gathering.runs(items) for items in (pages(*range(1000)), pages(*range(500), "mới", *range(500, 1000))))
    known = {tuple(run["key"]) for run in before}
    assert len(before) > 10
    assert len([run for run in after if tuple(run["key"]) not in known]) <= 2  # the new item may end a run itself


def test_runs_are_not_longer_than_the_largest():
    assert max(len(run["items"]) for run in gathering.runs([{"text": "cùng một tin"}] * 1000)) == gathering.LARGEST


def test_an_item_on_which_the_code_fails_is_told_in_every_run_and_the_others_stay():
    items = [{"text": "mua gạo"}, {"text": "broken"}, {"text": "bán"}]
    for _ in range(2):
        with pytest.warns(store.UnreadWarning, match='"broken" could not be read for finds .*no words in it'):
            found = columns(items)
        assert found.sizes == [2, 0, 1]
    assert calls == ["mua gạo", "broken", "bán"]


def test_figures_in_columns_are_those_of_each_article():
    texts = ["Xuất khẩu sang Nga đạt 5 tỷ USD.", "", "Nga mua 30.000 tấn gạo và 2 triệu USD cà phê của Việt Nam."]
    items = [{"text": text, "title": None, "published": None, "captions": [], "language": "vi"} for text in texts]
    found = gathering.columns("figures", figures.of_runs, items, figures.FIELDS)
    apart = [figures.of_article(item) for item in items]
    assert found.sizes == [1, 0, 2] == list(map(len, apart))
    assert found.values["surface"] == [figure["surface"] for one in apart for figure in one]


def test_a_text_whose_words_cannot_be_read_has_none_and_is_told(monkeypatch):
    def cuts(text, real=vietnamese.cuts):
        if "hỏng" in text:
            raise ValueError("no words in it")
        return real(text)

    cuts.__module__ = "analysis.vietnamese"
    monkeypatch.setattr(vietnamese, "cuts", cuts)
    with pytest.warns(store.UnreadWarning, match="hỏng"):
        assert counts.lengths(["Nga mua gạo.", "hỏng", "Hà Nội"]) == [3, 0, 1]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert counts.lengths(["Nga mua gạo.", "Hà Nội"]) == [3, 1]
