"""What a reader of a printed chart asks: whose number is this, what does that sign mean, is this really zero?"""

import pandas as pd
import pytest

from analysis import chart_style, charts, figure_views, people, rules, topic_views
from analysis.chart_sheet import WIDTH
from tests.test_reconcile import corpus
from utils import footnote

NOTE = "5 bài"


def said(chart):
    """All texts of the axes and of the sheet (title, key, footnote), line ends as spaces."""
    inside = [text for axes in chart.figure.axes for text in axes.texts]
    return [text.get_text().replace("\n", " ") for text in [*inside, *chart.figure.texts]]


def ticks(axis):
    low, high = sorted(axis.get_view_interval())
    return [tick for tick in axis.get_majorticklocs() if low <= tick <= high]


# ------------------------------------------------------------------------------------------------- zero or not known
def named(*days):
    """Mentions of one person in articles of these days, each a story of its own."""
    times = pd.to_datetime(list(days)).tz_localize("Asia/Ho_Chi_Minh")
    about = {"person": "Tô Lâm", "country": "VN", "office": None, "role": "mentioned"}
    return pd.DataFrame([{**about, "story": str(n), "published": time} for n, time in enumerate(times)])


def test_a_year_without_articles_is_empty_and_a_year_without_the_person_is_zero():
    published = pd.Series(pd.to_datetime(["2020-05-01", "2021-05-01", "2023-05-01"]).tz_localize("Asia/Ho_Chi_Minh"))
    series = people.over_time(named("2020-05-01", "2023-05-01"), every="YS", published=published)
    counts = dict(zip(series["period"].dt.year, series["articles"], strict=True))
    assert [counts[year] for year in (2020, 2021, 2023)] == [1, 0, 1]
    assert pd.isna(counts[2022])
    chart = charts.heat(series.assign(period=series["period"].dt.year), "person", "period", "articles", title="T", note=NOTE)
    axes = chart.figure.axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2020", "2021", "2022", "2023"]
    assert sorted(text.get_position()[0] for text in axes.texts) == [0, 1, 3]  # nothing written below 2022


# ------------------------------------------------------------------------------------------------ whose number it is
def test_growth_says_whose_exports_grow_and_over_stands_before_its_number():
    table = corpus(("a.txt", "a", "2025-06-01", "Theo Hải quan Nga, năm 2024 xuất khẩu của Nga sang Việt Nam tăng hơn 14%."))
    growth = figure_views.rates(table, rules.texts("en"), "en")
    assert growth["label"].tolist() == ["2024 · Russia's exports · counted by Russia"]
    chart = charts.diverging(growth, "label", "value", before="how", title="T", note=NOTE, lang="en")
    assert "over 14" in said(chart)


def test_exports_and_imports_name_their_country_in_both_languages():
    table = corpus(("a.txt", "a", "2025-06-01", "Năm 2024, Việt Nam xuất khẩu sang Nga đạt 2,3 tỷ USD."))
    names = [figure_views.timeline(table, rules.texts(lang), lang)["flow_name"].tolist() for lang in ("en", "vi")]
    assert names == [["Viet Nam's exports to Russia"], ["Xuất khẩu của Việt Nam sang Nga"]]


def test_a_word_such_as_nearly_stands_before_the_number_of_a_bar():
    table = pd.DataFrame({"what": ["than", "cà phê"], "n": [590e6, 140e6], "how": ["over", ""]})
    chart = charts.bars(table, "what", "n", before="how", title="T", note=NOTE, lang="en")
    assert {"over 590", "140"} <= set(said(chart))


def test_equal_values_of_two_sides_are_both_seen():
    table = pd.DataFrame({"what": ["2021"] * 3, "value": [5.5, 5.5, 7.1], "who": ["Việt Nam", "không rõ", "Nga"]})
    chart = charts.dots(table, "what", "value", series="who", title="T", note=NOTE)
    dots = [line.get_xydata()[0] for line in chart.figure.axes[0].lines if line.get_linestyle() == "None"]
    assert sorted(x for x, _ in dots) == [5.5, 5.5, 7.1]
    assert len({tuple(dot) for dot in dots}) == 3


# --------------------------------------------------------------------------------------------------- what a sign means
def test_the_network_says_what_sizes_and_widths_stand_for():
    links = pd.DataFrame({"one": ["A", "A", "C"], "other": ["B", "C", "D"], "articles": [3, 1, 1]})
    nodes = pd.DataFrame({"person": list("ABCD"), "articles": [7, 3, 2, 1]})
    chart = charts.network(links, "one", "other", weight="articles", nodes=nodes, name="person", size="articles",
                           counted="articles", title="T", note=NOTE, lang="en")  # fmt: skip
    assert {"largest circle, articles: 7", "thickest line, articles: 3"} <= set(said(chart))


def test_nobody_stands_in_the_network_without_the_link_for_which_he_is_there():
    links = pd.DataFrame({"one": ["A", "B", "C", "X"], "other": ["B", "C", "A", "Y"], "n": [5, 4, 3, 2]})
    chart = charts.network(links, "one", "other", weight="n", top=4, title="T", note=NOTE, lang="en")
    assert {"A", "B", "C"} <= set(said(chart)) and not {"X", "Y"} & set(said(chart))
    assert any("3 of 5 names" in text for text in said(chart))


def test_a_level_up_to_a_day_is_in_the_key_and_about_is_a_word():
    columns = ["value", "period_start", "period_end", "qualifier"]
    rows = [(4e9, "2024-01-01", "2024-12-31", "exact"), (1e9, None, "2023-12-31", "about")]
    chart = charts.spans(pd.DataFrame(rows, columns=columns), "value", qualifier="qualifier", title="T", note=NOTE, lang="en")
    assert {"up to that day", "about 1 billion"} <= set(said(chart))


def test_a_value_beside_a_diamond_at_the_edge_does_not_touch_it():
    columns = ["value", "period_start", "period_end"]
    rows = [(984.98e6, None, "2023-12-31"), (300e6, "2019-01-01", "2019-12-31")]
    chart = charts.spans(pd.DataFrame(rows, columns=columns), "value", title="T", note=NOTE, lang="en")
    chart.figure.draw_without_rendering()
    axes = chart.figure.axes[0]
    (x, y), half = axes.transData.transform((axes.convert_xunits(pd.Timestamp("2023-12-31")), 984.98e6)), 5
    for text in axes.texts:
        box = text.get_window_extent()
        assert box.x1 < x - half or box.x0 > x + half or box.y0 > y + half or box.y1 < y - half, text.get_text()


# ------------------------------------------------------------------------------------------------------ axes and grids
def test_no_tick_stands_beyond_the_longest_bar():
    table = pd.DataFrame({"topic": ["Thương mại", "Đầu tư"], "n": [28, 21], "more": ["of 30 (main topic of 15)"] * 2})
    chart = charts.bars(table, "topic", "n", text="more", title="T", note=NOTE, lang="en")
    assert ticks(chart.figure.axes[0].xaxis) == [0, 10, 20]


def test_both_sides_of_a_square_grid_are_in_one_order():
    pairs = pd.DataFrame({"label_a": ["Trade", "Trade", "Energy"], "label_b": ["Energy", "Health", "Health"],
                          "sentences": [9, 1, 2], "articles": [3, 1, 1]})  # fmt: skip
    square = topic_views.both_ways(pairs)
    chart = charts.heat(square, "row", "column", "sentences", order=square["row"].unique(), title="T", note=NOTE)
    axes = chart.figure.axes[0]
    rows, columns = ([label.get_text() for label in labels] for labels in (axes.get_yticklabels(), axes.get_xticklabels()))
    assert rows == columns == ["Energy", "Trade", "Health"]  # 11, 10 and 3 sentences


def test_names_of_a_full_grid_take_the_room_that_cells_leave():
    titles = [f"Kim ngạch thương mại Việt Nam - Nga trong năm {year} tăng trở lại" for year in range(1990, 2020)]
    table = pd.DataFrame([(title, f"Chủ đề {n}", n) for title in titles for n in range(1, 17)], columns=["t", "c", "n"])
    chart = charts.heat(table, "t", "c", "n", title="T", note=NOTE)
    assert [label.get_text() for label in chart.figure.axes[0].get_yticklabels()] == titles
    assert chart.figure.get_figwidth() == WIDTH


@pytest.mark.parametrize("colour", chart_style.COLOURS)
def test_letters_in_the_colour_of_a_line_are_dark_enough_to_read(colour):
    assert chart_style.contrast(chart_style.for_letters(colour), "white") >= 4.5


def test_numbers_in_the_cells_of_a_grid_can_be_read_on_every_shade():
    table = pd.DataFrame([("a", f"c{n}", n) for n in range(1, 13)], columns=["row", "column", "n"])
    axes = charts.heat(table, "row", "column", "n", title="T", note=NOTE).figure.axes[0]
    mesh = axes.collections[0]
    mesh.update_scalarmappable()
    for text, shade in zip(axes.texts, mesh.get_facecolors(), strict=True):
        assert chart_style.contrast(text.get_color(), shade[:3]) >= 4.5, text.get_text()


# -------------------------------------------------------------------------------------------------------- the footnote
def test_the_footnote_counts_the_articles_without_a_date():
    published = pd.Series([pd.Timestamp("2024-05-01", tz="Asia/Ho_Chi_Minh"), pd.NaT, pd.NaT])
    articles = pd.DataFrame({"text": ["a", "b", "c"], "outlet": ["Báo A", None, None], "published": published})
    assert footnote(articles, "en") == "3 articles, published on 1 May 2024, 2 undated; Báo A."
    assert "2 bài không rõ ngày" in footnote(articles, "vi")
