"""The formulas against values worked out by hand from their papers."""

import math

import pytest

from analysis import statistics as st

KEY = (30, 10, 5000, 7000)  # counts a, b; sizes c, d


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (st.g2(*KEY), 18.3212),
        (st.g2_dunning(*KEY), 18.3824),
        (st.log_ratio(*KEY), 2.0704),
        (st.log_ratio(30, 0, 5000, 7000), 6.3923),
        (st.percent_diff(*KEY), 320),
        (st.bic(st.g2(*KEY), 5000, 7000), 8.9286),
        (st.simple_maths(*KEY, k=1), 4.1978),
    ],
    ids=["g2 two cells", "g2 four cells", "log ratio", "log ratio of nothing", "%diff", "bic", "simple maths"],
)
def test_keyness(value, expected):
    assert float(value) == pytest.approx(expected, abs=1e-4)


def test_effect_size_of_the_log_likelihood():
    assert float(st.ell(*KEY)) == pytest.approx(0.00054268, abs=1e-8)


def test_keyness_is_the_same_for_a_word_alone_and_in_a_column():
    column = st.g2([30, 0], [10, 5], 5000, 7000)
    assert column[0] == pytest.approx(float(st.g2(*KEY)))
    assert column[1] == pytest.approx(2 * 5 * math.log(12000 / 7000))


def test_a_word_as_frequent_in_both_parts_is_not_key():
    assert float(st.g2(5, 10, 1000, 2000)) == pytest.approx(0)
    assert float(st.log_odds_z(5, 10, 1000, 2000)) == pytest.approx(0)
    assert float(st.p_value(0)) == 1


def test_p_value_at_the_known_quantiles():
    assert float(st.p_value(3.841459)) == pytest.approx(0.05, abs=1e-6)
    assert float(st.p_value(6.634897)) == pytest.approx(0.01, abs=1e-6)


def test_log_odds_shrinks_the_rare_word():
    rare, common = st.log_odds_z([2, 200], [0, 100], 10000, 10000)
    assert 0 < rare < common


def test_log_ratio_interval_holds_the_value_and_widens_for_rare_words():
    low, high = st.log_ratio_interval(*KEY)
    rare_low, rare_high = st.log_ratio_interval(3, 1, 500, 700)
    assert low < 2.0704 < high
    assert rare_high - rare_low > high - low


COUNTS, SIZES = (10, 2, 0, 4), (1000, 500, 800, 200)


@pytest.mark.parametrize(
    ("measure", "expected"), [(st.dp, 0.3950), (st.dp_norm, 0.4293), (st.d_kl, 0.7286), (st.juilland_d, 0.4883)]
)
def test_dispersion(measure, expected):
    assert float(measure(COUNTS, SIZES)) == pytest.approx(expected, abs=1e-4)


def test_dispersion_of_one_article_is_unknown_where_it_must_be():
    assert math.isnan(st.dp_norm([3], [100])) and math.isnan(st.juilland_d([3], [100]))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (st.log_dice(8, 389, 230), 8.7262),
        (st.mutual_information(8, 389, 230, 100000), 3.1605),
        (st.mutual_information(8, 389, 230, 100000, power=3), 9.1605),
        (st.t_score(8, 389, 230, 100000), 2.5121),
        (st.npmi(8, 389, 230, 100000), 0.2322),
    ],
    ids=["logDice", "MI", "MI3", "t", "NPMI"],
)
def test_collocation(value, expected):
    assert float(value) == pytest.approx(expected, abs=1e-4)


def test_delta_p_has_a_direction():
    assert float(st.delta_p(8, 389, 230, 100000)) == pytest.approx(0.01834, abs=1e-5)
    assert float(st.delta_p(8, 230, 389, 100000)) == pytest.approx(8 / 230 - 381 / 99770)


def test_words_that_only_meet_have_an_npmi_of_one():
    assert float(st.npmi(20, 20, 20, 1000)) == pytest.approx(1)


def test_rate_with_articles_as_units():
    even, low, high = st.rate_interval([2, 2, 2, 2], [100, 100, 100, 100])
    assert (even, low, high) == pytest.approx((0.02, 0.02, 0.02))
    uneven, low, high = st.rate_interval([8, 0, 0, 0], [100, 100, 100, 100])
    assert uneven == pytest.approx(0.02) and low == 0 and high > 0.05
    assert math.isnan(st.rate_interval([1, 2], [100, 100])[1])


def test_mattr_does_not_fall_with_length():
    words = ["nga", "và", "việt nam", "hợp tác"] * 50
    assert st.mattr(words, 100) == st.mattr(words * 5, 100) == pytest.approx(0.04)
    assert math.isnan(st.mattr(words[:50], 100))
