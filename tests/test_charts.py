"""Charts as a reader meets them: right letters and numbers, nothing touching, honest when empty, equal on every run."""

import dataclasses
import functools
import itertools
import json

import numpy as np
import pandas as pd
import pypdf
import pytest
from fontTools.ttLib import TTFont
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle

from analysis import chart_style, charts, fonts

NOTE = "32 bài, 9/5/1995 – 17/11/2025; Báo mẫu A, Báo mẫu B và 3 báo khác."
WORDS = [
    "hợp tác",
    "quan hệ",
    "Nga",
    "Việt Nam",
    "năng lượng",
    "đối tác chiến lược toàn diện",
    "thương mại",
    "kim ngạch",
    "Liên minh Kinh tế Á - Âu",
    "đầu tư",
    "dầu khí",
    "giáo dục",
    "học bổng",
    "du lịch",
    "văn hóa",
    "nông sản",
    "thủy sản",
    "cà phê",
    "hạt nhân",
    "hội đàm",
    "tuyên bố chung",
    "Quốc hội",
    "Thủ tướng",
    "chuyến thăm",
    "hữu nghị",
    "ký kết",
    "nghị định thư",
    "xuất khẩu",
    "nhập khẩu",
    "mục tiêu",
]
TITLE = (
    "Kim ngạch thương mại song phương giữa hai nước trong chín tháng đầu năm tăng hay giảm so với cùng kỳ năm ngoái?"
)


def counted(n=30):
    return pd.DataFrame(
        {"word": [WORDS[i % 30] + f" {i // 30}" * (i >= 30) for i in range(n)], "n": range(3 * n, 2 * n, -1)}
    )


def figures():
    columns = [
        "period_start",
        "period_end",
        "value",
        "low",
        "high",
        "reporter",
        "pair",
        "modality",
        "qualifier",
        "text",
    ]
    rows = [
        ("2024-01-01", "2024-12-31", 4.58e9, 4.58e9, 4.58e9, "VN", "VN–RU", "actual", "exact", "cả năm 2024"),
        ("2025-01-01", "2025-09-30", 3.6e9, 3.6e9, 3.6e9, "VN", "VN–RU", "actual", "over", "9 tháng 2025"),
        ("2030-01-01", "2030-12-31", 12e9, 10e9, 15e9, "RU", "VN–RU", "target", "exact", "mục tiêu 2030"),
        (None, "2025-06-30", 9.9e8, 9.9e8, 9.9e8, "VN", "VN–RU", "actual", "about", "vốn lũy kế"),
        (None, None, 1e8, 1e8, 1e8, "VN", "VN–BY", "actual", "about", "mỗi năm"),
    ]
    return pd.DataFrame(rows, columns=columns)


def spans(**more):
    options = {
        "low": "low",
        "high": "high",
        "series": "reporter",
        "panel": "pair",
        "modality": "modality",
        "unit": "USD",
    }
    return charts.spans(figures(), "value", qualifier="qualifier", title=TITLE, note=NOTE, lang="vi", **options, **more)


PAIRS = pd.DataFrame(
    [(a, b, i % 7 + 1) for i, (a, b) in enumerate(itertools.combinations(WORDS[:14], 2))], columns=["a", "b", "n"]
)
EVENTS = pd.DataFrame(
    {"day": pd.date_range("2019-01-15", periods=60, freq="40D"), "what": [TITLE] * 60, "kind": ["thăm", "hội đàm"] * 30}
)
TIMES = pd.DataFrame(
    {
        "day": pd.date_range("2020-01-01", periods=12, freq="QS"),
        "rate": [1.0, 2, 3, np.nan, np.nan, 4, 5, 4, 3, 2, 1, 2],
        "word": "Nga",
    }
)

# Every drawing function with a table it can draw; a new function belongs here.
DRAWN = {
    "bars": lambda t=None, **k: charts.bars(counted() if t is None else t, "word", "n", **k),
    "grouped": lambda t=None, **k: charts.grouped(PAIRS if t is None else t, "a", "b", "n", stacked=True, **k),
    "columns": lambda t=None, **k: charts.columns(counted() if t is None else t, "word", "n", **k),
    "diverging": lambda t=None, **k: charts.diverging(counted() if t is None else t, "word", "n", left="2024", right="2025", **k),
    "lines": lambda t=None, **k: charts.lines(TIMES if t is None else t, "day", "rate", series="word", **k),
    "spans": lambda t=None, **k: charts.spans(figures() if t is None else t, "value", modality="modality", **k),
    "calendar": lambda t=None, **k: charts.calendar(EVENTS if t is None else t, "day", "what", group="kind", **k),
    "strips": lambda t=None, **k: charts.strips(counted() if t is None else t, "word", "n", **k),
    "targets": lambda t=None, **k: charts.targets(figures() if t is None else t, "text", "high", "value", **k),
    "dots": lambda t=None, **k: charts.dots(figures() if t is None else t, "pair", "value", series="text", **k),
    "heat": lambda t=None, **k: charts.heat(PAIRS if t is None else t, "a", "b", "n", **k),
    "scatter": lambda t=None, **k: charts.scatter(counted() if t is None else t, "n", "n", "word", **k),
    "network": lambda t=None, **k: charts.network(PAIRS if t is None else t, "a", "b", weight="n", **k),
    "cloud": lambda t=None, **k: charts.cloud(counted() if t is None else t, "word", "n", **k),
}  # fmt: skip
TABLES = {
    "grouped": PAIRS,
    "lines": TIMES,
    "spans": figures(),
    "calendar": EVENTS,
    "targets": figures(),
    "dots": figures(),
    "heat": PAIRS,
    "network": PAIRS,
}


@functools.cache
def drawn(name, lang="en"):
    """A drawing function's chart of its full table, made once for all tests that look at it."""
    return DRAWN[name](title=TITLE, note=NOTE, lang=lang)


def texts_of(figure):
    """Every text that is drawn on a figure, with its box in pixels (100 an inch)."""
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    found = [text for axes in figure.axes for text in shown_texts(axes)]
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in [*figure.texts, *found]]
    return [(text, box) for text, box in boxes if text.strip() and box.width > 0]


def shown_texts(axes):
    """Texts of axes that are really drawn: tick labels beyond the axis limits exist but are not."""
    for axis in (axes.xaxis, axes.yaxis):
        low, high = sorted(axis.get_view_interval())
        for tick in axis.get_major_ticks():
            if axis.get_visible() and axes.axison and low <= tick.get_loc() <= high:
                yield from (label for label in (tick.label1, tick.label2) if label.get_visible())
        yield axis.label
    yield from [*axes.texts, axes.title, axes._left_title, axes._right_title]


def touching(boxes, slack=1.0):
    """Pairs of texts whose boxes overlap by more than `slack` pixels both ways (100 pixels an inch)."""
    return [
        (one, other)
        for (one, a), (other, b) in itertools.combinations(boxes, 2)
        if one != other and min(a.x1, b.x1) - max(a.x0, b.x0) > slack and min(a.y1, b.y1) - max(a.y0, b.y0) > slack
    ]


# ------------------------------------------------------------------------------------------------------------- the rules
@pytest.mark.parametrize("name", DRAWN)
def test_no_chart_without_its_footnote(name):
    with pytest.raises(TypeError):
        DRAWN[name](title="x")
    with pytest.raises(ValueError, match="note"):
        DRAWN[name](title="x", note=" ")


@pytest.mark.parametrize("name", DRAWN)
def test_title_and_footnote_stand_on_the_sheet(name):
    figure = drawn(name).figure
    said = " ".join(text.get_text().replace("\n", " ") for text in figure.texts)
    assert TITLE in said and NOTE in said


@pytest.mark.parametrize("name", DRAWN)
def test_an_empty_table_gives_an_empty_state_that_says_why(name):
    empty = TABLES.get(name, counted()).head(0)
    chart = DRAWN[name](empty, title="Từ", note=NOTE, empty="Không có bài nào trong thư mục.", lang="vi")
    assert chart.empty
    assert "Không có bài nào trong thư mục." in [text.get_text() for axes in chart.figure.axes for text in axes.texts]
    assert list(chart.table.columns) == list(empty.columns) and len(chart.table) == 0


@pytest.mark.parametrize("name", DRAWN)
def test_one_row_is_drawn(name):
    table = TABLES.get(name, counted()).head(1)
    chart = DRAWN[name](table, title="Từ", note=NOTE)
    assert not chart.empty and len(chart.table) == 1


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_lies_outside_the_sheet(name):
    figure = drawn(name).figure
    width, height = figure.get_size_inches() * figure.dpi
    outside = [t for t, b in texts_of(figure) if b.x0 < -1 or b.y0 < -1 or b.x1 > width + 1 or b.y1 > height + 1]
    assert outside == []


@pytest.mark.parametrize("name", [name for name in DRAWN if name != "cloud"])
def test_no_two_texts_touch(name):
    """The cloud is laid out by its library; everything else must keep its texts apart."""
    assert touching(texts_of(drawn(name, "vi").figure)) == []


@pytest.mark.parametrize("n", [1, 5, 40])
def test_bars_stay_readable_from_one_row_to_forty(n):
    chart = charts.bars(counted(n), "word", "n", title=TITLE, note=NOTE)
    assert touching(texts_of(chart.figure)) == [] and len(chart.table) == n


def test_five_hundred_rows_show_forty_and_say_so():
    chart = charts.bars(counted(500), "word", "n", title="Từ", note=NOTE, lang="vi")
    assert len(chart.figure.axes[0].patches) == 40 and len(chart.table) == 500  # where the note says the rest is
    assert any("40 trong 500" in text.get_text().replace("\n", " ") for text in chart.figure.texts)
    assert chart.figure.get_figheight() < 10.5  # an A4 page


def test_the_table_of_grouped_bars_has_the_rows_that_are_not_drawn():
    many = pd.DataFrame({"l": [f"nhãn {n}" for n in range(60)], "s": "Nga", "n": range(1, 61)})
    chart = charts.grouped(many, "l", "s", "n", title="Từ", note=NOTE, lang="vi", top=40)
    assert len(chart.figure.axes[0].patches) == 40 and len(chart.table) == 60


def test_five_hundred_events_become_lanes_on_one_page():
    many = pd.concat([EVENTS] * 9, ignore_index=True)
    chart = charts.calendar(many, "day", "what", group="kind", title="Việc", note=NOTE)
    assert chart.figure.get_figheight() < 5 and len(chart.table) == 540


def test_a_long_label_is_wrapped_not_cut_off_the_sheet():
    table = pd.DataFrame({"title": [TITLE, "Ngắn"], "n": [3, 2]})
    chart = charts.bars(table, "title", "n", title="Bài", note=NOTE)
    label = chart.figure.axes[0].get_yticklabels()[0].get_text()
    assert "\n" in label and label.startswith("Kim ngạch")


# ------------------------------------------------------------------------------------------------------ letters, numbers
def test_the_font_has_every_vietnamese_letter():
    letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
    assert len(letters) == 12 * 6 + 1
    known = TTFont(fonts.FONT).getBestCmap()
    assert [letter for letter in letters + letters.upper() + "₫–…“”" if ord(letter) not in known] == []


def test_russian_names_and_signs_are_drawn_too(recwarn):
    table = pd.DataFrame({"word": ["Москва", "≈ ▲ ▼ → ₫"], "n": [2, 1]})
    charts.bars(table, "word", "n", title="Nga", note=NOTE).figure.draw_without_rendering()
    assert [str(w.message) for w in recwarn if "Glyph" in str(w.message)] == []


@pytest.mark.parametrize(("lang", "expected"), [("en", {"0", "2,000", "4,000"}), ("vi", {"0", "2.000", "4.000"})])
def test_axes_write_thousands_as_the_language_does(lang, expected):
    table = pd.DataFrame({"word": ["Nga", "Việt Nam"], "n": [4000, 1000]})
    figure = charts.bars(table, "word", "n", title="Từ", note=NOTE, lang=lang).figure
    figure.draw_without_rendering()
    assert expected <= {label.get_text() for label in figure.axes[0].get_xticklabels()}


def test_axes_write_decimals_as_the_language_does():
    table = pd.DataFrame({"word": ["Nga"], "n": [0.5]})
    for lang, mark in (("en", "."), ("vi", ",")):
        figure = charts.bars(table, "word", "n", title="Từ", note=NOTE, lang=lang).figure
        figure.draw_without_rendering()
        ticks = [label.get_text() for label in figure.axes[0].get_xticklabels()]
        assert f"0{mark}2" in ticks and all(
            ("." in t, "," in t) in {(mark == ".", mark == ","), (False, False)} for t in ticks
        )


@pytest.mark.parametrize("most", [1, 2, 3, 7])
def test_counts_have_whole_ticks(most):
    table = pd.DataFrame({"word": ["Nga", "Lào"], "n": [most, 1]})
    figure = charts.bars(table, "word", "n", title="Từ", note=NOTE).figure
    ticks = figure.axes[0].get_xticks()
    assert all(tick == round(tick) for tick in ticks)


def test_large_amounts_are_scaled_and_the_axis_says_so():
    table = pd.DataFrame({"word": ["2024"], "n": [4_580_000_000]})
    chart = charts.bars(table, "word", "n", unit="USD", title="Kim ngạch", note=NOTE, lang="vi")
    assert chart.figure.axes[0].get_xlabel() == "tỷ USD"
    assert "4,58" in [text.get_text() for text in chart.figure.axes[0].texts]
    assert chart.table["n"].tolist() == [4_580_000_000]


# -------------------------------------------------------------------------------------------------- what the marks mean
def rectangles(axes):
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def test_small_amounts_beside_a_large_one_keep_their_digits():
    """Phones for 1.34 billion beside catfish for 10.6 million: "0.01 billion" would tell nobody what the article says."""
    table = pd.DataFrame({"goods": ["phones", "catfish"], "value": [1.34e9, 10.6e6]})
    chart = charts.bars(table, "goods", "value", unit="USD", title="Goods", note="2 articles.")
    written = {text.get_text() for text in chart.figure.findobj(match=lambda item: hasattr(item, "get_text"))}
    assert {"1,340", "10.6", "million USD"} <= written


def test_the_heads_of_many_columns_do_not_touch():
    names = [f"Báo Mẫu số {n} của thành phố lớn (trang mẫu)" for n in range(24)]
    table = pd.DataFrame([{"row": "Trade", "outlet": name, "n": 1} for name in names])
    figure = charts.heat(table, "row", "outlet", "n", title="Topics by outlet", note="24 articles.").figure
    figure.canvas.draw()
    heads = [head.get_window_extent() for head in figure.axes[0].get_xticklabels()]
    assert all(left.x1 <= right.x0 for left, right in zip(heads, heads[1:], strict=False))


def test_a_figures_bar_is_as_long_as_its_period():
    lengths = sorted(round(patch.get_width()) for patch in rectangles(spans().figure.axes[0]))
    assert lengths == [273, 365, 366]  # nine months of 2025, 2030, the leap year 2024


def test_targets_are_hollow_and_what_was_reached_is_filled():
    by_start = {round(patch.get_x()): patch for patch in rectangles(spans().figure.axes[0])}
    first, *_rest, last = [by_start[start].get_facecolor() for start in sorted(by_start)]
    assert last == (1, 1, 1, 1) and first != (1, 1, 1, 1)


def test_signs_and_ranges_stand_with_the_figures():
    said = " | ".join(text.get_text() for axes in spans().figure.axes for text in axes.texts)
    assert "hơn 3,6 tỷ" in said and "10–15 tỷ" in said


def test_figures_without_a_period_are_left_out_and_counted():
    chart = spans()
    assert len(chart.table) == 4
    assert any("4 trong 5" in text.get_text().replace("\n", " ") for text in chart.figure.texts)


def test_missing_values_stay_gaps():
    line = charts.lines(TIMES, "day", "rate", series="word", title="Nga", note=NOTE).figure.axes[0].lines[0]
    assert np.isnan(line.get_ydata()).sum() == 2


def test_missed_targets_are_said():
    table = pd.DataFrame({"year": ["2020", "2012", "2030"], "goal": [10e9, 3e9, 15e9], "got": [4.85e9, 3.66e9, None]})
    chart = charts.targets(table, "year", "goal", "got", unit="USD", title="Mục tiêu", note=NOTE, lang="vi")
    assert chart.table["state"].tolist() == ["không đạt", "đạt", "(bài không nêu thực tế)"]
    said = [text.get_text() for text in chart.figure.axes[0].texts]
    assert said == ["4,85 / 10  không đạt", "3,66 / 3  đạt", "15  (bài không nêu thực tế)"]


def test_conflicting_sources_show_how_far_apart_they_are():
    table = pd.DataFrame({"fact": ["2018"] * 2, "who": ["VN", "RU"], "value": [4e9, 6e9]})
    chart = charts.dots(table, "fact", "value", series="who", unit="USD", title="Hai bên", note=NOTE, lang="vi")
    assert [text.get_text() for text in chart.figure.axes[0].texts] == ["4–6  (×1,5)"]


def test_a_missing_pair_is_an_empty_cell_not_a_zero():
    table = pd.DataFrame({"a": ["x", "y"], "b": ["u", "v"], "n": [3, 0]})
    chart = charts.heat(table, "a", "b", "n", title="Cặp", note=NOTE)
    assert sorted(text.get_text() for text in chart.figure.axes[0].texts) == ["0", "3"]


def test_cloud_words_keep_their_accents_and_places():
    draw = lambda: charts.cloud(counted(), "word", "n", title="Từ", note=NOTE)  # noqa: E731
    words = [[(t.get_text(), t.get_position()) for t in draw().figure.axes[0].texts] for _ in range(2)]
    assert words[0] == words[1]
    assert {"hợp tác", "đối tác chiến lược toàn diện"} <= {text for text, _place in words[0]}


# ----------------------------------------------------------------------------------------------------- colours in print
def lab(colour):
    """CIELAB (D65) of an sRGB colour: CIE 15, IEC 61966-2-1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ linear
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz / [0.9505, 1, 1.089]]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


# Machado, Oliveira and Fernandes (2009), severity 1.0, applied to linear RGB as their paper says.
BLIND = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
}


def seen(colour, kind):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    mixed = np.clip(np.array(BLIND[kind]) @ linear, 0, 1)
    return [12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in mixed]


def test_neighbouring_colours_differ_in_grey_print():
    light = [lab(to_rgb(colour))[0] for colour in chart_style.COLOURS]
    assert min(abs(a - b) for a, b in itertools.pairwise(light)) >= 12


@pytest.mark.parametrize("kind", BLIND)
def test_the_first_six_colours_differ_for_colour_blind_readers(kind):
    places = [lab(seen(colour, kind)) for colour in chart_style.COLOURS[:6]]
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(places, 2)) >= 15


# --------------------------------------------------------------------------------------------------------------- exports
@pytest.mark.parametrize("name", DRAWN)
def test_two_runs_export_the_same_bytes(name, tmp_path):
    again = DRAWN[name](title=TITLE, note=NOTE, lang="vi")
    first, second = (chart.export("01-x", tmp_path / run) for chart, run in ((drawn(name, "vi"), "a"), (again, "b")))
    assert [path.name for path in first] == ["01-x.png", "01-x.svg", "01-x.pdf", "01-x.csv", "01-x.json"]
    assert [a.read_bytes() == b.read_bytes() for a, b in zip(first, second, strict=True)] == [True] * 5


def test_the_last_bit_of_a_coordinate_does_not_show_in_the_svg(tmp_path):
    def drawing_moved_by(step):
        chart = charts.bars(counted(), "word", "n", title="Từ", note=NOTE)
        chart.export("01-x", tmp_path)
        chart.figure.set_layout_engine("none")
        axes = chart.figure.axes[0]
        left, *rest = axes.get_position().bounds
        axes.set_position([step(left), *rest])
        return chart.export("01-y", tmp_path)[1].read_bytes()

    assert drawing_moved_by(float) == drawing_moved_by(lambda left: np.nextafter(left, 1))


def test_png_is_300_dpi_and_fits_an_a4_page(tmp_path):
    from PIL import Image

    path = charts.bars(counted(), "word", "n", title="Từ", note=NOTE).export("01-x", tmp_path)[0]
    picture = Image.open(path)
    assert round(picture.info["dpi"][0]) == 300 and 6 < picture.width / 300 < 7.3


def test_pdf_text_is_text_and_fonts_are_inside(tmp_path):
    path = charts.bars(counted(), "word", "n", title="Kim ngạch tăng", note=NOTE).export("01-x", tmp_path)[2]
    page = pypdf.PdfReader(path).pages[0]
    assert "Kim ngạch tăng" in page.extract_text() and "đối tác chiến lược" in page.extract_text()
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    inner = [f["/DescendantFonts"][0].get_object() if "/DescendantFonts" in f else f for f in fonts]
    assert fonts and all("/FontFile2" in font["/FontDescriptor"].get_object() for font in inner)


def test_svg_asks_for_nothing_and_carries_no_date(tmp_path):
    svg = charts.bars(counted(), "word", "n", title="Từ", note=NOTE).export("01-x", tmp_path)[1].read_text()
    assert "<dc:date>" not in svg and "<text" not in svg and 'href="http' not in svg


def test_csv_opens_in_a_spreadsheet_without_running_anything(tmp_path):
    table = pd.DataFrame(
        {"word": ["=SUM(A1)", "@x", "-ngạch", "-5", "Nga"], "n": [-1.5, 2, 3, 4, 5], "=head": list("abcde")}
    )
    path = charts.bars(table, "word", "n", title="Từ", note=NOTE).export("01-x", tmp_path)[3]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert path.read_text("utf-8-sig").splitlines() == [
        "word,n,'=head", "'=SUM(A1),-1.5,a", "'@x,2.0,b", "'-ngạch,3.0,c", "-5,4.0,d", "Nga,5.0,e",
    ]  # fmt: skip


def test_the_side_car_says_where_the_chart_comes_from(tmp_path):
    articles = pd.DataFrame({"file": ["a.txt"], "text": ["Nga"]})
    charts.begin(articles, lang="vi", CORPUS="corpus", TOP=20)
    try:
        paths = charts.bars(counted(3), "word", "n", title="Từ", note=NOTE).export("01-x", tmp_path)
    finally:
        charts.begin()
    record = json.loads(paths[4].read_text())
    assert record["corpus_sha256"] == charts.fingerprint(articles) and record["corpus_articles"] == 1
    assert record["parameters"] == {"CORPUS": "corpus", "TOP": 20} and record["language"] == "vi"
    assert record["versions"]["matplotlib"] and record["note"] == NOTE and record["rows"] == 3


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".x"])
def test_an_export_name_cannot_leave_the_folder(name, tmp_path):
    with pytest.raises(ValueError, match="name"):
        charts.nothing("–", title="x", note=NOTE).export(name, tmp_path)


def test_a_chart_is_frozen():
    chart = charts.nothing("–", title="x", note=NOTE)
    with pytest.raises(dataclasses.FrozenInstanceError):
        chart.title = "y"


def test_a_grid_too_wide_for_the_page_says_how_many_columns_it_shows():
    wide = pd.DataFrame({"a": ["Nga"] * 30, "b": [f"báo {i}" for i in range(30)], "n": 1})
    texts = [text.get_text() for text in charts.heat(wide, "a", "b", "n", title="Cặp", note="30 bài", lang="vi").figure.texts]
    assert any("24 trong 30 cột" in " ".join(text.split()) for text in texts)


def test_who_counts_keeps_a_colour_from_chart_to_chart():
    order = ["nguồn không rõ", "Việt Nam", "Nga"]
    first = charts.colours_of(["Nga", "Việt Nam"], order)
    assert charts.colours_of(["Nga"], order) == {"Nga": first["Nga"]} and list(first) == ["Việt Nam", "Nga"]
    assert charts.colours_of(["Belarus", "Nga"], order)["Belarus"] not in charts.colours_of(order, order).values()


def test_days_below_a_calendar_of_few_days_do_not_touch():
    days = pd.to_datetime(["2026-04-03", "2026-04-10", "2026-04-15"])
    table = pd.DataFrame({"d": days, "l": ["Hội đàm: một nhãn thật dài để cột chữ rộng ra hết mức có thể", "Thăm", "Ký"]})
    for lang in ("vi", "en"):
        figure = charts.calendar(table, "d", "l", title="Lịch", note="3", lang=lang).figure
        figure.canvas.draw()
        shown = [t for t in figure.axes[0].get_xticklabels() if t.get_text()]
        boxes = sorted((t.get_window_extent() for t in shown), key=lambda box: box.x0)
        assert len(boxes) >= 2 and all(one.x1 < other.x0 for one, other in zip(boxes, boxes[1:], strict=False))


@pytest.mark.parametrize(
    "first, last, vi, en",
    [
        ("2024-06-01", "2024-06-30", "6/2024 Thăm", "Jun 2024 Thăm"),  # the month is all that is told
        ("2024-06-19", "2024-06-20", "19–20/6/2024 Thăm", "19–20 Jun 2024 Thăm"),
        ("2024-06-30", "2024-07-02", "30/6–2/7/2024 Thăm", "30 Jun–2 Jul 2024 Thăm"),
        ("2024-06-19", None, "19/6/2024 Thăm", "19 Jun 2024 Thăm"),
    ],
)
def test_a_calendar_names_the_days_that_are_told_and_no_other(first, last, vi, en):
    table = pd.DataFrame({"d": pd.to_datetime([first]), "e": pd.to_datetime([last]), "l": ["Thăm"]})
    for lang, wanted in (("vi", vi), ("en", en)):
        figure = charts.calendar(table, "d", "l", end="e", title="Lịch", note="1", lang=lang).figure
        assert wanted in [text.get_text() for text in figure.axes[0].texts + figure.axes[0].get_yticklabels()]


@pytest.mark.parametrize("last", ["2026-06-25", "2026-08-20", "2026-12-10", "2027-07-01"])
def test_a_calendar_of_some_months_names_at_least_two_dates(last):
    """One date below the events shows no scale: nobody can tell how far apart they are."""
    events = pd.DataFrame({"day": ["2026-04-14", last], "what": [TITLE, "Hội đàm tại Moscow"]})
    axes = charts.calendar(events, "day", "what", title="Việc", note=NOTE, lang="vi").figure.axes[0]
    low, high = axes.get_xlim()
    ticks = zip(axes.get_xticks(), axes.get_xticklabels(), strict=True)
    assert len({label.get_text() for at, label in ticks if low <= at <= high}) >= 2


def test_a_bar_to_both_sides_keeps_its_whole_name():
    name = "2 tháng đầu năm 2026 · kim ngạch hai chiều · ước tính · theo số liệu của Việt Nam"
    table = pd.DataFrame({"what": [name, "2025 · kim ngạch hai chiều"], "rate": [-3.4, 5.3]})
    axes = charts.diverging(table, "what", "rate", title="Tăng, giảm", note=NOTE, lang="vi").figure.axes[0]
    assert name in [text.get_text().replace("\n", " ") for text in axes.texts]


def test_a_line_of_a_single_year_names_no_other_year():
    table = pd.DataFrame({"p": pd.to_datetime(["2026-01-01"]), "n": [0.4]})
    figure = charts.lines(table, "p", "n", title="T", note="1", lang="vi").figure
    figure.canvas.draw()
    assert [t.get_text() for t in figure.axes[0].get_xticklabels() if t.get_text()] == ["2026"]


def test_strips_show_every_occurrence_above_the_number_of_its_article():
    """0.1: at the head of the first article; 2.9: at the foot of the third and last."""
    table = pd.DataFrame({"word": ["Nga"] * 3, "at": [0.1, 1.5, 2.9]})
    axes = charts.strips(table, "word", "at", length=3, title="T", note=NOTE, lang="vi").figure.axes[0]
    low, high = axes.get_xlim()
    assert low <= 0.1 and high >= 2.9
    names = dict(zip([t.get_text() for t in axes.get_xticklabels()], axes.get_xticks(), strict=True))
    assert names == {"1": 0.5, "2": 1.5, "3": 2.5}


@pytest.mark.filterwarnings("error")
def test_a_long_label_stays_on_the_sheet_at_print_size():
    table = pd.DataFrame({"d": ["2024-06-20", "2025-10-08"],
                          "l": ["Hội đàm", "Gặp gỡ: Cao Thị Lan Phương, Gennady Voronin, Hà Nội (Nga → Việt Nam)"]})  # fmt: skip
    pixels = np.asarray(charts.calendar(table, "d", "l", title="Lịch", note=NOTE, lang="vi")._pixels)
    assert (pixels[:, :15] == 255).all()  # the first twentieth of an inch is empty


def test_one_value_told_twice_is_written_once_in_a_timeline():
    table = pd.DataFrame({"period_start": ["2030-01-01"] * 2, "period_end": ["2030-12-31"] * 2, "value": [15e9] * 2})
    chart = charts.spans(table, "value", title="T", note=NOTE, lang="vi")
    assert [text.get_text() for text in chart.figure.axes[0].texts] == ["15 tỷ"] and len(chart.table) == 2


def test_nearly_and_under_have_signs_of_their_own():
    table = pd.DataFrame({"period_start": ["2024-01-01", "2025-01-01"], "period_end": ["2024-12-31", "2025-12-31"],
                          "value": [4e9, 2e9], "how": ["nearly", "under"]})  # fmt: skip
    chart = charts.spans(table, "value", qualifier="how", title="T", note=NOTE, lang="vi")
    written = {text.get_text() for text in chart.figure.axes[0].texts}
    assert len({text.split()[0] for text in written}) == 2


def test_two_sided_bars_with_long_names_stay_on_one_page():
    name = "chín tháng đầu năm {} · kim ngạch hai chiều · theo số liệu của Việt Nam"
    table = pd.DataFrame({"l": [name.format(year) for year in range(1980, 2025)], "v": range(1, 46)})
    chart = charts.diverging(table, "l", "v", title="T", note=NOTE, lang="vi")
    shown, said = len(chart.figure.axes[0].patches), " ".join(text.get_text() for text in chart.figure.texts)
    assert chart.figure.get_figheight() < 10 and shown < 40 and len(chart.table) == 45
    assert f"{shown} trong 45" in " ".join(said.split())


def test_rises_alone_name_no_fall():
    table = pd.DataFrame({"l": ["2024", "2025"], "v": [26, 8.1]})
    axes = charts.diverging(table, "l", "v", left="giảm", right="tăng", title="T", note=NOTE, lang="vi").figure.axes[0]
    assert (axes.get_title("left"), axes.get_title("right")) == ("", "tăng")
    assert min(axes.get_xticks()) >= 0


def test_a_side_keeps_its_colour_from_the_bars_to_the_network():
    people = pd.DataFrame({"name": ["A", "B"], "side": ["Nga", "Việt Nam"], "n": [3, 1]})
    links = pd.DataFrame({"one": ["A"], "other": ["B"]})
    order = ["Việt Nam", "Nga"]
    bars = charts.bars(people, "name", "n", group="side", order=order, title="T", note=NOTE)
    net = charts.network(links, "one", "other", nodes=people, size="n", group="side", order=order, title="T", note=NOTE)
    in_bars = [to_hex(patch.get_facecolor()) for patch in bars.figure.axes[0].patches]
    in_network = [to_hex(dot) for dot in net.figure.axes[0].collections[-1].get_facecolors()]
    assert in_bars == in_network == [charts.colours_of([side], order)[side].lower() for side in ("Nga", "Việt Nam")]


def test_a_name_between_two_points_is_left_out_rather_than_read_with_the_wrong_one():
    """Ten points side by side: a long name fits only above or below, where it would span its neighbours too."""
    table = pd.DataFrame({"x": range(10), "y": [0.0] * 10, "t": ["Thương mại Việt - Nga bốn tháng đầu năm tăng"] * 10})
    axes = charts.scatter(table, "x", "y", "t", title="T", note=NOTE, lang="vi").figure.axes[0]
    assert len(axes.texts) <= 2  # the outermost points alone may have room
    for text in axes.texts:
        assert text.get_ha() != "center"


def test_an_event_of_no_group_is_drawn_grey_among_the_others():
    table = pd.DataFrame({"d": ["2024-06-20", "2025-10-08"], "l": ["Hội đàm", "Gặp gỡ"], "g": ["Nga", None]})
    axes = charts.calendar(table, "d", "l", group="g", title="Lịch", note=NOTE, lang="vi").figure.axes[0]
    colours = [line.get_color() for line in axes.lines if line.get_marker() not in ("None", "")]
    assert len(colours) == 2 and colours[1] == chart_style.GREY != colours[0]


def test_lines_show_what_their_shares_rest_on_and_points_between_gaps():
    """One article in a month is no trend: the number of articles stands below, and a month alone is still seen."""
    months = pd.date_range("2018-01-01", periods=80, freq="MS")
    table = pd.DataFrame({"month": months, "share": [None, 50.0, None, 30.0] * 20, "n": [0, 2, 0, 5] * 20})
    long = charts.lines(table, "month", "share", counts="n", counts_axis="bài", title="T", note=NOTE, lang="vi").figure
    assert long.axes[0].lines[0].get_markersize() > 0
    assert [text.get_text() for text in long.axes[1].get_yticklabels()] == ["5"]
    short = charts.lines(table.head(4), "month", "share", counts="n", counts_axis="bài", title="T", note=NOTE).figure
    assert [text.get_text() for text in short.axes[1].texts] == ["0", "2", "0", "5"]
    assert short.axes[1].get_ylabel() == "bài"


def test_events_without_a_group_have_a_lane_of_their_own():
    table = pd.DataFrame({"day": pd.date_range("2024-01-01", periods=50), "what": "họp", "kind": ["thăm", None] * 25})
    axes = charts.calendar(table, "day", "what", group="kind", title="T", note=NOTE).figure.axes[0]
    assert [text.get_text() for text in axes.get_yticklabels()] == ["thăm", "–"]
    assert {round(sum(line.get_ydata()) / 2) for line in axes.lines} == {0, 1}


def test_points_all_at_zero_stand_on_an_axis_from_zero_to_one():
    table = pd.DataFrame({"figures": [3.0, 9.0, 12.0], "phrases": [0.0, 0.0, 0.0], "title": ["a", "b", "c"]})
    axes = charts.scatter(table, "figures", "phrases", "title", title="T", note=NOTE).figure.axes[0]
    assert axes.get_ylim() == (-0.05, 1)


@pytest.mark.parametrize("name", DRAWN)
def test_a_name_that_is_missing_is_a_dash(name):
    """A page without a title, an event without a kind: shown with a dash, never as "nan", never the end of a run."""
    table = TABLES.get(name, counted()).head(8).copy()
    for column in [column for column in ("word", "a", "what", "kind", "text", "pair") if column in table]:
        table[column] = pd.Series([None, *table[column][1:]], dtype=object).to_numpy()
    chart = DRAWN[name](table, title="T", note=NOTE)
    shown = [text.get_text() for axes in chart.figure.axes for text in shown_texts(axes)]
    assert not {"nan", "None"} & {word for text in shown for word in text.split()}
