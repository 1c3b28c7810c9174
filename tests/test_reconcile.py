"""Corrections by the analyst, and several articles on one thing; the tables are worked out by hand."""

import pandas as pd
import pytest

from analysis import corrections, figure_views, figures, reconcile, rules

PLACE = {"outlet": "X", "captions": []}


def corpus(*pages):
    rows = [
        {**PLACE, "file": name, "story": story, "title": "", "text": text, "published": pd.Timestamp(day, tz="Asia/Ho_Chi_Minh")}
        for name, story, day, text in pages
    ]
    return figures.table(pd.DataFrame(rows))


def verdict_of(*texts):
    made = reconcile.reconcile(corpus(*[(f"{n}.txt", f"{n}", f"2025-0{n + 1}-05", text) for n, text in enumerate(texts)]))
    assert len(made) == 1, made[["reporter", "measure", "period_end", "counted_by"]]
    return made.iloc[0]


TOLD = "Kim ngạch Việt Nam - Nga năm 2024 đạt {} USD."


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        (["4,6 tỷ"], "single"),
        (["4,6 tỷ", "4,6 tỷ"], "agreeing"),
        (["4,6 tỷ", "4,57 tỷ"], "rounded"),
        (["hơn 4,5 tỷ", "4,57 tỷ"], "rounded"),
        (["4,6 tỷ", "6 tỷ"], "conflicting"),
        (["ước 4,4 tỷ", "4,6 tỷ"], "revised"),
    ],
)
def test_values_of_one_thing_get_a_verdict(values, verdict):
    assert verdict_of(*[TOLD.format(value) for value in values])["verdict"] == verdict


def test_two_sides_statistics_are_never_on_one_row():
    table = corpus(
        ("a.txt", "a", "2025-02-01", "Theo Hải quan Việt Nam, kim ngạch Việt Nam - Nga năm 2024 đạt 4,6 tỷ USD."),
        ("b.txt", "b", "2025-02-02", "Theo Hải quan Nga, kim ngạch Việt Nam - Nga năm 2024 đạt 6 tỷ USD."),
    )
    made = reconcile.reconcile(table)
    assert sorted(made["counted_by"]) == ["RU", "VN"]
    assert set(made["verdict"]) == {"single"}


def test_a_reprint_counts_once():
    text = "Kim ngạch Việt Nam - Nga năm 2024 đạt 4,6 tỷ USD."
    made = reconcile.reconcile(corpus(("a.txt", "s", "2025-02-01", text), ("b.txt", "s", "2025-02-02", text)))
    assert made.iloc[0][["stories", "verdict"]].tolist() == [1, "single"]


def test_one_sides_export_is_not_the_other_sides_import():
    table = corpus(
        ("a.txt", "a", "2025-02-01", "Xuất khẩu của Nga sang Việt Nam năm 2021 đạt 2,23 tỷ USD."),
        ("b.txt", "b", "2025-02-02", "Nhập khẩu của Việt Nam từ Nga năm 2021 đạt 2,35 tỷ USD."),
    )
    assert len(reconcile.reconcile(table)) == 2


def test_a_slip_of_the_scale_is_flagged_and_not_drawn():
    goods = "dệt may 41 triệu USD, cà phê 35 triệu USD, chè 12 triệu USD, cao su 9 triệu USD và máy móc 29,05 tỷ USD"
    table = corpus(("a.txt", "a", "2022-03-01", f"Năm 2021, xuất khẩu của Việt Nam sang Nga gồm {goods}."))
    flagged = table[reconcile.suspect(table).notna()]
    assert flagged["surface"].tolist() == ["29,05 tỷ USD"]
    assert reconcile.not_drawn(table)[flagged.index[0]] == "suspect"
    because = {lang: reconcile.suspect(table, lang)[flagged.index[0]] for lang in ("en", "vi")}
    assert because["en"].startswith("1236 times the page's other goods")  # 29,050 to the middle 23.5 (12 and 35)
    assert because["vi"].startswith("gấp 1236 lần")


def test_an_implied_value_is_a_check_and_says_that_it_is_computed():
    table = corpus(
        ("a.txt", "a", "2025-02-01", "Năm 2024, kim ngạch Việt Nam - Nga đạt 4,6 tỷ USD, tăng 25% so với cùng kỳ năm trước."),
        ("b.txt", "b", "2024-02-01", "Năm 2023, kim ngạch Việt Nam - Nga đạt 3,6 tỷ USD."),
    )
    check = reconcile.checks(table).iloc[0]
    assert check["computed"]
    assert check["implied_before"] == pytest.approx(3.68e9)
    assert check["gap"] == pytest.approx(3.6 / 3.68 - 1)


def test_reasons_for_not_drawing_are_given():
    table = corpus(("a.txt", "a", "2025-02-01", "Kim ngạch Việt Nam - Nga đạt 4,6 tỷ USD. Không có chuyện nhập siêu 5 tỷ USD từ Nga năm 2024. Lãi suất là 5%."))
    assert reconcile.not_drawn(table).tolist() == ["no period", "denied", "rate"]


def test_a_correction_changes_its_figure_and_says_why():
    table = corpus(("a.txt", "a", "2025-02-01", TOLD.format("46 tỷ")))
    entry = {"file": "a.txt", "surface": "46 tỷ USD", "field": "value_max", "value": 4.6e9, "why": "lost comma"}
    fixed, report = corrections.apply(table, [entry])
    assert fixed.loc[0, ["value_max", "corrected"]].tolist() == [4.6e9, "lost comma"]
    assert report.loc[0, ["was", "matched"]].tolist() == [46e9, 1]


def test_a_correction_can_drop_a_figure_and_an_idle_one_is_reported():
    table = corpus(("a.txt", "a", "2025-02-01", TOLD.format("46 tỷ")))
    drop = {"file": "a.txt", "surface": "46 tỷ USD", "field": "drop", "value": True, "why": "not trade"}
    idle = {"file": "gone.txt", "surface": "5 tỷ USD", "field": "partners", "value": ["BY"], "why": "wrong"}
    left, report = corrections.apply(table, [drop, idle])
    assert left.empty
    assert report["matched"].tolist() == [1, 0]


def test_a_correction_of_an_unknown_field_names_the_file():
    table = corpus(("a.txt", "a", "2025-02-01", TOLD.format("4,6 tỷ")))
    with pytest.raises(rules.RuleError, match="corrections.toml"):
        corrections.apply(table, [{"file": "a.txt", "surface": "x", "field": "colour", "value": 1, "why": ""}])


def test_without_a_figure_on_the_pair_the_state_says_so_and_lists_the_others():
    table = corpus(("a.txt", "a", "2025-02-01", "Kim ngạch Việt Nam - Belarus năm 2024 đạt 76 triệu USD."))
    said = figure_views.pair_state(table, "VN", "RU", rules.texts("en"), "en")
    assert said == "No Viet Nam–Russia trade figure in these articles; 1 with other partners: Belarus (1)."


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2025-01-01", "2025-09-30", "9 tháng đầu năm 2025"),
        ("2025-04-01", "2025-06-30", "quý 2/2025"),
        ("2025-07-01", "2025-07-31", "tháng 7/2025"),
        (None, "2025-08-31", "đến 31/8/2025"),
        ("2016-01-01", "2021-12-31", "2016–2021"),
        (None, None, ""),
    ],
)
def test_periods_are_named_in_short(start, end, said):
    assert figure_views.period_name(start, end, rules.texts("vi"), "vi") == said


def test_a_target_stands_beside_each_sides_count():
    table = corpus(
        ("a.txt", "a", "2019-02-01", "Hai nước đặt mục tiêu kim ngạch Việt Nam - Nga đạt 10 tỷ USD vào năm 2020."),
        ("b.txt", "b", "2021-02-02", "Theo Hải quan Nga, kim ngạch Việt Nam - Nga năm 2020 đạt 5,7 tỷ USD."),
        ("c.txt", "c", "2021-02-03", "Theo Hải quan Việt Nam, kim ngạch Việt Nam - Nga năm 2020 đạt 4,85 tỷ USD."),
    )
    rows = figure_views.targets(table, rules.texts("en"), "en")
    assert sorted(rows["actual"]) == [4.85e9, 5.7e9]
    assert set(rows["target"]) == {1e10}


def test_a_script_in_a_sentence_or_file_name_is_shown_and_does_not_run():
    say = rules.texts("en")
    text = "<script>alert(1)</script> Kim ngạch Việt Nam - Nga năm 2024 đạt 4,6 tỷ USD."
    row = {"file": '<img src=x onerror="alert(2)">.txt', "story": "s", "outlet": None, "published": pd.NaT, "title": "Tin",
           "text": text, "captions": [], "lede": None, "language": "vi", "problem": None}  # fmt: skip
    proof = figure_views.provenance(figures.table(pd.DataFrame([row])), say, "en")
    assert len(proof) == 1
    page = figure_views.as_html(proof, ["figure", "sentence", "page"], say)
    assert "<script" not in page and "<img" not in page
    assert "&lt;img" in page and page.count("<a href=") == 1


def test_a_growth_rate_is_not_checked_against_the_other_sides_count():
    """Russia's 6.1 billion, up 22 %, says nothing of the 3.63 billion that Viet Nam's customs counted the year before."""
    table = corpus(
        ("a.txt", "a", "2025-02-01", "Theo Hải quan Nga, kim ngạch Việt Nam - Nga năm 2024 đạt 6,1 tỷ USD, tăng 22% so với năm 2023."),
        ("b.txt", "b", "2024-02-01", "Theo Hải quan Việt Nam, kim ngạch Việt Nam - Nga năm 2023 đạt 3,63 tỷ USD."),
    )
    checks = reconcile.checks(table)
    assert checks["implied_before"].tolist() == [pytest.approx(5e9)] and checks["quoted_before"].isna().all()
    told = figure_views.checks(checks, rules.texts("vi"), "vi").iloc[0]
    assert told[["quoted", "implied_before", "quoted_before", "gap"]].tolist() == ["6,1 tỷ USD", "5 tỷ USD", "", ""]
    assert (told["what"], told["series"]) == ("kim ngạch hai chiều, 2024", "theo số liệu của Nga")


def test_a_growth_rate_is_checked_against_the_amount_it_follows():
    """Sold by weight and by value in one sentence: 29 % less money says nothing of the tonnes."""
    table = corpus(
        ("a.txt", "a", "2022-08-03", "Bốn tháng đầu năm 2022, Việt Nam xuất sang Nga 2.800 tấn chè, giảm 37,9%, trị giá 5 triệu USD, giảm 29% so với cùng kỳ năm trước."),
    )
    checks = reconcile.checks(table)
    told = dict(zip(checks["rate"], checks["quoted"], strict=True))
    assert told.get(-29) == 5e6 and told.get(-37.9) in (None, 2800)
    assert checks.set_index("rate")["implied_before"].get(-29) == pytest.approx(5e6 / 0.71)


@pytest.mark.parametrize("behind", ["của hải quan Việt Nam", "theo thống kê của Việt Nam", "theo số liệu của Hải quan Việt Nam"])
def test_the_one_who_counts_may_stand_right_behind_the_figure(behind):
    """Two sides' counts in one sentence: the second number is not Russia's although Russia speaks first."""
    table = corpus(("a.txt", "a", "2025-09-12", f"Theo phía Nga, kim ngạch song phương năm 2024 đạt 6 tỷ USD, cao hơn con số 4,58 tỷ USD {behind}."))
    assert table["counted_by"].tolist() == ["RU", "VN"]


def test_what_another_country_tells_of_viet_nam_is_listed_under_that_country():
    table = corpus(("a.txt", "a", "2024-02-01", "Năm 2023, Kazakhstan nhập khẩu từ Việt Nam 799 triệu USD."))
    told = figure_views.others(table, "VN", "RU", rules.texts("vi"), "vi")
    assert told["partner"].tolist() == ["Kazakhstan"]
    assert "Kazakhstan (1)" in figure_views.pair_state(table, "VN", "RU", rules.texts("en"), "en")


@pytest.mark.parametrize(("lang", "said"), [("en", "Feb 2022"), ("vi", "tháng 2/2022")])
def test_a_month_is_named_so_that_nobody_takes_it_for_a_day(lang, said):
    assert figure_views.period_name("2022-02-01", "2022-02-28", rules.texts(lang), lang) == said


def test_a_check_is_made_once_though_a_reprint_words_the_sentence_anew():
    text = "kim ngạch Việt Nam - Nga năm 2024 đạt 4,6 tỷ USD, tăng 25% so với năm 2023."
    table = corpus(("a.txt", "s", "2025-02-01", f"BMCT - Theo Bộ Công Thương, {text}"), ("b.txt", "s", "2025-02-02", f"Theo Bộ Công Thương, {text}"))
    assert len(reconcile.checks(table)) == 1


def test_a_reprint_adds_no_figure_and_no_check():
    text = "Năm 2024, kim ngạch Việt Nam - Nga đạt 4,6 tỷ USD, tăng 25% so với năm 2023."
    table = corpus(("a.txt", "s", "2025-02-01", text), ("b.txt", "s", "2025-02-02", text))
    assert len(reconcile.checks(table)) == 1
    said = figure_views.pair_state(table, "VN", "RU", rules.texts("en"), "en")
    assert "in these articles: 2, each counted once (with reprints and repeats: 4)" in said


def test_a_rate_and_a_good_keep_their_nearly_and_over():
    table = corpus(("a.txt", "a", "2025-06-01", "Năm 2024, kim ngạch Việt Nam - Nga tăng hơn 14% so với năm 2023. "
                                                "Năm 2024, Việt Nam xuất khẩu cà phê sang Nga đạt gần 190 triệu USD."))  # fmt: skip
    say = rules.texts("vi")
    rates = figure_views.rates(table, say, "vi")
    assert rates[["label", "how"]].to_numpy().tolist() == [["2024 · kim ngạch hai chiều", "hơn"]]
    assert figure_views.goods(table, say, "vi")["how"].tolist() == ["gần"]


@pytest.mark.parametrize("lang, told", [("vi", ["4,5 tỷ USD (hơn)", "4,57 tỷ USD"]), ("en", ["4.5 billion USD (over)", "4.57 billion USD"])])
def test_values_side_by_side_keep_how_they_are_told(lang, told):
    table = corpus(("a.txt", "a", "2025-02-01", TOLD.format("hơn 4,5 tỷ")), ("b.txt", "b", "2025-02-02", TOLD.format("4,57 tỷ")))
    rows = figure_views.conflicts(reconcile.reconcile(table), rules.texts(lang), lang)
    assert rows["told"].tolist() == told


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_exports_come_before_imports_in_every_language(lang):
    """... and so do their colours."""
    text = "Năm 2024, Việt Nam nhập khẩu từ Nga 2,5 tỷ USD. Năm 2024, Việt Nam xuất khẩu sang Nga 2,3 tỷ USD."
    drawn = figure_views.flows(corpus(("a.txt", "a", "2025-02-01", text)), rules.texts(lang), lang)
    assert drawn["measure"].tolist() == ["export", "import"]


def test_the_rate_of_a_good_is_checked_against_that_good():
    """Fish at 78 million, up 20 %, was 65 million; neither coffee's 231 nor last year's whole export is its measure."""
    table = corpus(
        ("a.txt", "a", "2025-02-01", "Năm 2024, xuất khẩu cà phê của Việt Nam sang Nga đạt 231 triệu USD; xuất khẩu thủy sản sang Nga đạt "
                                     "78 triệu USD, tăng 20% so với năm 2023."),
        ("b.txt", "b", "2024-02-01", "Năm 2023, Việt Nam xuất khẩu sang Nga đạt 1,7 tỷ USD."),
    )  # fmt: skip
    checks = reconcile.checks(table)
    assert checks["quoted"].tolist() == [78e6] and checks["implied_before"].tolist() == [pytest.approx(65e6)]
    assert checks["quoted_before"].isna().all()


@pytest.mark.parametrize(("lang", "fall"), [("vi", "giảm"), ("en", "fall")])
def test_a_fall_is_called_one_beside_the_number_as_printed(lang, fall):
    """'giảm 3,4%' is printed 3,4%: under the heading "growth" it would read as a rise."""
    table = corpus(
        ("a.txt", "a", "2026-03-09", "Hai tháng đầu năm 2026, kim ngạch Việt Nam - Nga đạt 812 triệu USD, giảm 3,4%."),
        ("b.txt", "b", "2026-03-09", "Năm 2025, kim ngạch Việt Nam - Nga đạt 4,79 tỷ USD, tăng 5,3%."),
    )
    proof = figure_views.provenance(table, rules.texts(lang), lang).set_index("figure")
    assert fall in proof.loc["3,4%", "how"] and proof.loc["3,4%", "file"] == "a.txt"
    assert not any(fall in proof.loc[told, "how"] for told in ("5,3%", "812 triệu USD", "4,79 tỷ USD"))


def test_a_growth_rate_says_in_words_who_counts():
    table = corpus(("a.txt", "a", "2026-03-09", "Theo Hải quan Nga, năm 2025 kim ngạch Nga - Việt Nam đạt 6,6 tỷ USD, tăng 5,3%."))
    rates = figure_views.rates(table, rules.texts("vi"), "vi")
    assert rates["label"].tolist() == ["2025 · kim ngạch hai chiều · theo số liệu của Nga"]


def test_figures_in_no_chart_at_all_come_before_those_with_a_chart_of_their_own():
    """A folder has hundreds of growth rates, all drawn; the few that nobody sees must not stand behind them."""
    table = corpus(
        ("a.txt", "a", "2026-10-12", "Năm 2024, kim ngạch Việt - Nga đạt 4 tỷ USD, tăng 7,5%."),
        ("b.txt", "b", "2026-10-12", "Kim ngạch Việt - Nga từng đạt 2,5 tỷ USD."),
    )
    left = figure_views.left_out(table, rules.texts("en"), "en", ("VN", "RU"))
    assert left["surface"].tolist() == ["2,5 tỷ USD", "7,5%"]


def test_goods_that_are_only_pointed_at_are_not_named_in_the_chart():
    """ "nhóm hàng, 2024" would read as if a group of goods had that name."""
    text = "Việt Nam bán nhiều ván sàn cho Nga. Năm 2024, kim ngạch nhóm hàng này từ Việt Nam sang Nga đạt 52 triệu USD."
    drawn = figure_views.goods(corpus(("a.txt", "a", "2026-10-12", text)), rules.texts("vi"), "vi")
    assert drawn["label"].tolist() == ["mặt hàng nêu ở câu trước, 2024"]


def test_what_is_counted_as_drawn_stands_in_a_chart():
    """Coffee by weight and another partner's trade are in no chart of this pair: they are not called drawn."""
    table = corpus(
        ("a.txt", "a", "2026-10-12", "Năm 2025, Việt Nam xuất khẩu sang Nga 92.400 tấn cà phê, trị giá 412 triệu USD."),
        ("b.txt", "b", "2026-10-12", "Năm 2024, kim ngạch thương mại Việt Nam - Kazakhstan đạt khoảng 800 triệu USD."),
    )
    left = figure_views.left_out(table, rules.texts("en"), "en", ("VN", "RU"))
    assert left["surface"].tolist() == ["92.400 tấn", "800 triệu USD"]
    counts = figure_views.coverage(table, rules.texts("en"), ("VN", "RU"))
    assert counts["value"].tolist() == [1, 1, 1] and counts["label"].iloc[0].startswith("drawn")
    assert figure_views.goods(table, rules.texts("en"), "en")["surface"].tolist() == ["412 triệu USD"]
