"""Stock phrases against concrete items, counted on fingers."""

import pandas as pd
import pytest

from analysis import ceremony


def corpus(*texts):
    size = len(texts)
    return pd.DataFrame(
        {
            "file": [f"{number}.txt" for number in range(size)],
            "title": "",
            "published": pd.to_datetime(["2024-03-01", "2025-01-15", None][:size]),
            "outlet": "Một",
            "section": None,
            "story": [str(number) for number in range(size)],
            "text": list(texts),
        }
    )


TOAST = "Hai bên kề vai sát cánh, tin cậy chính trị, nhân dịp kỷ niệm 75 năm thiết lập quan hệ."
REPORT = "Ngày 9/5/2025, Vietsovpetro khai thác 2,7 triệu tấn dầu, vượt kế hoạch tháng 5."


def test_a_toast_is_ceremony_and_a_report_is_substance():
    table = ceremony.share(corpus(TOAST, REPORT))
    assert table["share"].tolist() == [1.0, 0.0]
    assert table["phrase"].tolist() == [2, 0]
    assert table.loc[1, ["figure", "date", "project"]].tolist() == [1, 2, 1]


def test_the_longer_phrase_has_the_place_and_a_jubilee_is_no_figure():
    items = ceremony.items(corpus(TOAST))
    assert items["item"].tolist() == ["kề vai sát cánh", "tin cậy chính trị"]


def test_every_item_points_to_its_place():
    for item in ceremony.items(corpus(TOAST, REPORT)).itertuples():
        assert {"0.txt": TOAST, "1.txt": REPORT}[item.file][item.start : item.end] == item.item


def test_a_phrase_with_a_comma_needs_the_comma():
    items = ceremony.items(corpus("Vì hòa bình, ổn định. Vì hòa bình ổn định."))
    assert items["item"].tolist() == ["hòa bình, ổn định"]


@pytest.mark.parametrize("by", ["file", "outlet", "M", "Y"])
def test_groups(by):
    table = ceremony.share(corpus(TOAST, REPORT), by=by)
    assert table["n_articles"].sum() == 2
    assert len(ceremony.share(corpus(), by=by)) == 0


def test_an_article_with_neither_has_no_share():
    assert ceremony.share(corpus("Trời đẹp."))["share"].isna().all()
