"""What changed since the last run: named rightly, once, and never at the cost of another corpus or of a second look."""

import json

import pandas as pd
import pytest

from analysis import cache, changes


@pytest.fixture(autouse=True)
def fresh(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "cache"))


def articles(corpus="/pages", **texts):
    """A table like load_corpus()'s with one article a keyword: file a.txt with the text given for a."""
    rows = [{"file": f"{name}.txt", "title": f"Tin {name}", "published": pd.Timestamp("2025-05-05", tz="Asia/Ho_Chi_Minh"),
             "text": text, "words": len(text.split())} for name, text in texts.items()]  # fmt: skip
    table = pd.DataFrame(rows, columns=["file", "title", "published", "text", "words"])
    table.attrs["corpus"] = corpus
    return table


def figures(*rows):
    return pd.DataFrame(rows, columns=["file", "surface", "sentence", "value_min", "value_max", "partners"])


ONE = {"a": "Hai bên bàn về thương mại", "b": "Hội chợ sách mở cửa"}


def told(news, what="page"):
    part = news[news["what"] == what]
    return list(zip(part["kind"], part["file"], part["before"], part["after"], part["n"], strict=True))


def test_the_first_run_and_the_second_say_the_same_nothing_changed():
    first = changes.since("last", articles(**ONE))
    second = changes.since("last", articles(**ONE))
    assert first.empty and second.empty
    assert changes.summary(first, "en") == changes.summary(second, "en") == "Nothing has changed since these pages were first read."
    assert changes.summary(first, "vi").startswith("Không có gì thay đổi")


def test_new_changed_removed_and_renamed_pages():
    changes.since("last", articles(**ONE, c="Trang này sẽ đổi tên", d="Trang này sẽ mất"))
    now = articles(a="Hai bên bàn về thương mại và đầu tư", b=ONE["b"], e="Bài mới", z="Trang này sẽ đổi tên")
    now.loc[3, "title"] = "Tin c"
    news = changes.since("last", now)
    assert told(news) == [
        ("new", "e.txt", "", "Tin e", 2),
        ("changed", "a.txt", "6", "9", 9),
        ("renamed", "z.txt", "c.txt", "z.txt", 5),
        ("removed", "d.txt", "Tin d", "", 4),
    ]


def test_figures_are_compared_with_the_same_state_as_the_pages():
    """b comes with a figure and goes with it; then c comes without one: the figure of b is old news by then."""
    one, two = ("a.txt", "4 tỷ USD", "Câu một.", 4e9, 4e9, "RU"), ("b.txt", "5 tỷ USD", "Câu hai.", 5e9, 5e9, "RU")
    changes.since("last", articles(a="Một"), figures=figures(one))
    changes.since("last", articles(a="Một", b="Hai"), figures=figures(one, two))
    changes.since("last", articles(a="Một"), figures=figures(one))
    news = changes.since("last", articles(a="Một", c="Ba"), figures=figures(one))
    assert told(news) == [("new", "c.txt", "", "Tin c", 1)] and told(news, "figure") == []


def test_running_a_cell_again_does_not_lose_the_comparison():
    changes.since("last", articles(**ONE))
    more = articles(**ONE, c="Bài thứ ba")
    first, again = changes.since("last", more), changes.since("last", more)
    assert told(first) == told(again) == [("new", "c.txt", "", "Tin c", 3)]
    assert changes.summary(first, "en") == changes.summary(again, "en")


def test_after_the_next_change_only_the_next_change_is_news():
    for pages in (ONE, {**ONE, "c": "Bài thứ ba"}, {**ONE, "c": "Bài thứ ba", "d": "Bài thứ tư"}):
        news = changes.since("last", articles(**pages))
    assert [row[1] for row in told(news)] == ["d.txt"]


def test_another_folder_is_another_story():
    changes.since("last", articles(**ONE))
    assert changes.since("last", articles(corpus="/other/pages", x="Trang khác")).empty
    assert changes.since("last", articles(**ONE)).empty


def test_a_time_span_is_no_removal():
    changes.since("last", articles(**ONE))
    part = articles(a=ONE["a"])
    part.attrs["since"] = "2025-01-01"
    assert changes.since("last", part).empty


def test_a_new_title_is_shown_before_and_after():
    changes.since("last", articles(**ONE))
    now = articles(**ONE)
    now.loc[1, "title"] = "Tin sửa"
    assert told(changes.since("last", now)) == [("changed", "b.txt", "Tin b", "Tin sửa", 5)]


def test_new_changed_and_removed_figures():
    sentence = "Kim ngạch đạt 5 tỷ USD, tăng 10%."
    before = figures(("a.txt", "5 tỷ USD", sentence, 5e9, 5e9, ["RU"]), ("a.txt", "10%", sentence, 10.0, 10.0, []))
    after = figures(("a.txt", "5 tỷ USD", sentence, 5e9, 5e9, ["BY"]), ("a.txt", "3 dự án", "Có 3 dự án.", 3.0, 3.0, []))
    changes.since("last", articles(**ONE), figures=before)
    news = changes.since("last", articles(**ONE), figures=after)
    assert told(news) == []
    assert [(row[0], row[2], row[3]) for row in told(news, "figure")] == [
        ("changed", "5 tỷ USD (value_min 5000000000; value_max 5000000000; partners RU)", "5 tỷ USD (value_min 5000000000; value_max 5000000000; partners BY)"),
        ("new", "", "3 dự án (value_min 3; value_max 3)"),
        ("removed", "10% (value_min 10; value_max 10)", ""),
    ]  # fmt: skip


def test_topics_that_moved_with_their_articles():
    def topics(*rows):
        return pd.DataFrame(rows, columns=["file", "topic"])

    changes.since("last", articles(**ONE), topics=topics(("a", "trade"), ("a", "trade"), ("b", "health"), ("b", "history")))
    news = changes.since("last", articles(**ONE), topics=topics(("a", "trade"), ("b", "trade"), ("c", "trade"), ("b", "history")))
    assert told(news, "topic") == [("moved", "trade", "1", "3", 3), ("moved", "health", "1", "0", 0)]
    assert "2 có tăng giảm; Thương mại 1 → 3; Y tế 1 → 0" in changes.summary(news, "vi")


def test_words_that_moved_with_their_rates():
    def terms(**counts):
        return pd.DataFrame({"term": list(counts), "count": list(counts.values())})

    changes.since("last", articles(**ONE), terms=terms(nga=10, gạo=20, dầu=70))
    news = changes.since("last", articles(**ONE), terms=terms(nga=22, gạo=40, dầu=138))
    assert told(news, "term") == []  # 100 -> 110 per thousand: G² is 0.07, far below 3.84
    news = changes.since("last", articles(**ONE), terms=terms(nga=100, gạo=40, dầu=60))
    assert [row[1:4] for row in told(news, "term")][0] == ("nga", "110.00", "500.00")


def test_a_named_state_is_kept_until_it_is_saved_again():
    assert changes.since("may", articles(**ONE)).empty
    more = articles(**ONE, c="Bài thứ ba")
    changes.since("last", more)
    assert [row[1] for row in told(changes.since("may", more))] == ["c.txt"]
    changes.save("may", more)
    news = changes.since("may", more)
    assert news.empty and '"may"' in changes.summary(news, "en")
    with pytest.raises(ValueError, match="another name"):
        changes.save("last", more)


def test_an_empty_folder_has_no_changes_and_then_new_pages():
    assert changes.since("last", articles()).empty
    news = changes.since("last", articles(**ONE))
    assert [row[:2] for row in told(news)] == [("new", "a.txt"), ("new", "b.txt")]
    assert list(changes.since("last", articles()).columns) == ["what", "kind", "file", "before", "after", "n"]


def test_the_summary_counts_in_both_languages():
    changes.since("last", articles(**ONE))
    news = changes.since("last", articles(a=ONE["a"], c="Bài thứ ba", d="Bài thứ tư"))
    assert "- pages: 2 new, 1 removed" in changes.summary(news, "en")
    assert "- trang: 2 mới, 1 không còn" in changes.summary(news, "vi")
    assert list(changes.readable(news, "vi").columns) == ["loại", "thay đổi", "tệp", "trước", "nay",
                                                              "dựa trên (từ, số liệu, bài)"]  # fmt: skip


def test_a_damaged_state_is_said_and_replaced():
    changes.since("last", articles(**ONE))
    (path,) = cache.place().glob("snapshots/*/last.json")
    path.write_text(path.read_text(encoding="utf-8")[:40], encoding="utf-8")
    with pytest.warns(cache.CacheWarning, match="new starting point"):
        assert changes.since("last", articles(**ONE)).empty
    assert changes.since("last", articles(**ONE)).empty


def test_states_are_readable_and_named_after_their_folder():
    changes.since("last", articles(corpus="/home/lan/tin tức", **ONE))
    (path,) = cache.place().glob("snapshots/tin-tức-*/last.json")
    assert json.loads(path.read_text(encoding="utf-8"))["pages"]["now"]["state"]["a.txt"][1:] == [6, "Tin a"]


def test_a_changed_figure_is_told_in_words_and_only_where_it_differs():
    before = "210 triệu USD (value_min 210000000; value_max 210000000; flow_direction outbound; modality target)"
    after = before.replace("outbound", "inbound").replace("target", "actual")
    rows = [("figure", "changed", "a.txt", before, after, 1), ("page", "changed", "b.txt", "78", "81", 81)]
    told = changes.readable(pd.DataFrame(rows, columns=changes.COLUMNS), "vi")
    assert told["trước"].tolist() == ["210 triệu USD (luồng: ra nước ngoài; cách nêu: mục tiêu)", "78 từ"]
    assert told["nay"].tolist() == ["210 triệu USD (luồng: vào trong nước; cách nêu: đã thực hiện)", "81 từ"]
