"""Counts and sizes come in (numbers or numpy arrays); the statistics of corpus linguistics go out.

Keyness compares a word's count a in a part of size c with its count b in another part of size d. Dispersion asks how
evenly a word's counts lie over articles of unequal length. Collocation asks whether two words meet more often than
chance would have it. Every function names its paper; RESEARCH values are the tests.
"""

import math

import numpy as np

_erfc = np.vectorize(math.erfc, otypes=[float])


def _term(observed, expected):
    """observed * ln(observed / expected), 0 where nothing was observed."""
    observed, expected = np.asarray(observed, dtype=float), np.asarray(expected, dtype=float)
    safe = np.where(observed > 0, observed, 1.0)
    return np.where(observed > 0, observed * np.log(safe / expected), 0.0)


def _expected(a, b, c, d):
    a, b, c, d = (np.asarray(value, dtype=float) for value in (a, b, c, d))
    return c * (a + b) / (c + d), d * (a + b) / (c + d)


# --- Keyness ------------------------------------------------------------------------------------------------------


def g2(a, b, c, d):
    """Log-likelihood over the two cells of a word (Rayson & Garside 2000); 3.84 is p = .05 for one word.

    >>> round(float(g2(30, 10, 5000, 7000)), 4)
    18.3212
    """
    first, second = _expected(a, b, c, d)
    return 2 * (_term(a, first) + _term(b, second))


def g2_dunning(a, b, c, d):
    """Log-likelihood over all four cells, the other words included (Dunning 1993)."""
    a, b, c, d = (np.asarray(value, dtype=float) for value in (a, b, c, d))
    rest = (c + d - a - b) / (c + d)
    return g2(a, b, c, d) + 2 * (_term(c - a, c * rest) + _term(d - b, d * rest))


def p_value(g2_value):
    """Probability of a G² at least as high by chance: chi-squared distribution, one degree of freedom."""
    return _erfc(np.sqrt(np.asarray(g2_value, dtype=float) / 2))


def adjusted(p):
    """The p values corrected for the number of words tested: false discovery rate of Benjamini & Hochberg (1995).

    >>> [round(float(value), 3) for value in adjusted([0.01, 0.04, 0.03, 0.5])]
    [0.04, 0.053, 0.053, 0.5]
    """
    p = np.asarray(p, dtype=float)
    order = np.argsort(p, kind="stable")[::-1]
    ranks = np.arange(len(p), 0, -1)
    result = np.empty(len(p))
    result[order] = np.minimum.accumulate(np.minimum(1.0, p[order] * len(p) / ranks))
    return result


def bic(g2_value, c, d):
    """Bayes factor approximation G² - ln(c + d) (Wilson 2013): above 2 some, above 6 strong, above 10 very strong."""
    return np.asarray(g2_value, dtype=float) - np.log(np.asarray(c, dtype=float) + d)


def ell(a, b, c, d):
    """Effect size of the log-likelihood, 0 to 1 (Johnston, Berry & Mielke 2006)."""
    least = np.minimum(*_expected(a, b, c, d))
    with np.errstate(divide="ignore", invalid="ignore"):
        return g2(a, b, c, d) / ((np.asarray(c, dtype=float) + d) * np.log(least))


def _rates(a, b, c, d):
    """Relative frequencies; a count of 0 is taken as 0.5, so that ratios stay finite (Hardie 2014)."""
    a, b = (np.where(np.asarray(count) == 0, 0.5, count) for count in (a, b))
    return a / np.asarray(c, dtype=float), b / np.asarray(d, dtype=float)


def log_ratio(a, b, c, d):
    """Binary logarithm of the ratio of relative frequencies (Hardie 2014): 1 is twice as frequent, 2 four times.

    >>> round(float(log_ratio(30, 0, 5000, 7000)), 4)
    6.3923
    """
    first, second = _rates(a, b, c, d)
    return np.log2(first / second)


def log_ratio_interval(a, b, c, d, z=1.96):
    """95 % interval of Log Ratio: that of the logarithm of a relative risk (Katz et al. 1978), in binary logarithms."""
    middle = log_ratio(a, b, c, d)
    first, second = (np.where(np.asarray(count) == 0, 0.5, count).astype(float) for count in (a, b))
    half = z * np.sqrt(np.maximum(1 / first - 1 / np.asarray(c, float) + 1 / second - 1 / np.asarray(d, float), 0))
    return middle - half / math.log(2), middle + half / math.log(2)


def percent_diff(a, b, c, d):
    """%DIFF: how many per cent higher the relative frequency is (Gabrielatos & Marchi 2011); infinite where b is 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        first, second = np.asarray(a, dtype=float) / c, np.asarray(b, dtype=float) / d
        return (first - second) / second * 100


def simple_maths(a, b, c, d, k=1):
    """Ratio of frequencies per million after adding k to both (Kilgarriff 2009); a higher k prefers frequent words."""
    return (np.asarray(a, dtype=float) / c * 1e6 + k) / (np.asarray(b, dtype=float) / d * 1e6 + k)


def log_odds_z(a, b, c, d, weight=500.0):
    """z-score of the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008).

    The prior is the word's share of both parts together, worth `weight` words; arrays must hold every word.
    """
    a, b, c, d = (np.asarray(value, dtype=float) for value in (a, b, c, d))
    prior = weight * (a + b) / (c + d)
    first = np.log((a + prior) / (c + weight - a - prior))
    second = np.log((b + prior) / (d + weight - b - prior))
    return (first - second) / np.sqrt(1 / (a + prior) + 1 / (b + prior))


# --- Dispersion over articles -------------------------------------------------------------------------------------


def _shares(counts, sizes):
    counts, sizes = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    return counts / counts.sum(), sizes / sizes.sum()


def dp(counts, sizes):
    """Deviation of proportions (Gries 2008): 0 spread as the articles' lengths are, near 1 all in a short article.

    >>> round(float(dp([10, 2, 0, 4], [1000, 500, 800, 200])), 4)
    0.395
    """
    held, expected = _shares(counts, sizes)
    return np.abs(held - expected).sum() / 2


def dp_norm(counts, sizes):
    """DP divided by its highest possible value, so that it runs from 0 to 1 (Lijffijt & Gries 2012)."""
    expected = _shares(counts, sizes)[1]
    most = 1 - expected.min()
    return dp(counts, sizes) / most if most > 0 else math.nan


def d_kl(counts, sizes):
    """Kullback-Leibler divergence of the counts' shares from the lengths' shares, in bits (Gries 2020); 0 is even."""
    held, expected = _shares(counts, sizes)
    inside = held > 0
    return float((held[inside] * np.log2(held[inside] / expected[inside])).sum())


def juilland_d(counts, sizes):
    """Juilland's D on relative frequencies, so that unequal articles count alike: 1 even, 0 in one article only."""
    rates = np.asarray(counts, dtype=float) / np.asarray(sizes, dtype=float)
    if len(rates) < 2:
        return math.nan
    return 1 - rates.std() / rates.mean() / math.sqrt(len(rates) - 1)


def arf(positions, size):
    """Average reduced frequency (Savický & Hlaváčová 2002): the count a word would have if evenly spread.

    `positions` are those of the word in the corpus read as one line of `size` words; the line is closed to a ring.

    >>> round(float(arf([0, 25, 50, 75], 100)), 3), round(float(arf([0, 1, 2, 3], 100)), 3)
    (4.0, 1.12)
    """
    positions = np.sort(np.asarray(positions))
    if len(positions) == 0:
        return 0.0
    distances = np.diff(np.append(positions, positions[0] + size))
    even = size / len(positions)
    return float(np.minimum(distances, even).sum() / even)


# --- Collocation: o together, r and c the two words' own counts, n the corpus ------------------------------------


def log_dice(o, r, c):
    """logDice (Rychlý 2008): at most 14; one more is twice as often; does not depend on the size of the corpus."""
    return 14 + np.log2(2 * np.asarray(o, dtype=float) / (np.asarray(r, dtype=float) + c))


def mutual_information(o, r, c, n, power=1):
    """MI (Church & Hanks 1990), or MI3 with power=3 (Daille 1994), which favours frequent pairs."""
    o, expected = np.asarray(o, dtype=float), np.asarray(r, dtype=float) * c / n
    return np.log2(o**power / expected)


def t_score(o, r, c, n):
    """How sure it is that the pair is no chance (Church et al. 1991); 2 is the usual bar."""
    o, expected = np.asarray(o, dtype=float), np.asarray(r, dtype=float) * c / n
    return (o - expected) / np.sqrt(o)


def npmi(o, r, c, n):
    """MI scaled to -1..1 (Bouma 2009): 1 only together, 0 chance."""
    return mutual_information(o, r, c, n) / -np.log2(np.asarray(o, dtype=float) / n)


def delta_p(o, r, c, n):
    """ΔP (Gries 2013): how much more likely the word counted in c is where the word counted in r stands.

    Swap r and c for the other direction.

    >>> round(float(delta_p(8, 389, 230, 100000)), 5)
    0.01834
    """
    o, r, c = (np.asarray(value, dtype=float) for value in (o, r, c))
    return o / r - (c - o) / (n - r)


# --- Rates and richness -------------------------------------------------------------------------------------------


def rate_interval(counts, sizes, z=1.96):
    """Rate (sum of counts over sum of sizes) with its interval, articles as the units drawn: (rate, low, high).

    The variance is that of a ratio estimate from clusters (Cochran 1977, 6.4): words come in articles, so an interval
    over single words would be far too narrow. Below three articles the interval is unknown (nan).
    """
    counts, sizes = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    m, total = len(counts), sizes.sum()
    if total == 0:
        return math.nan, math.nan, math.nan
    rate = counts.sum() / total
    if m < 3:
        return rate, math.nan, math.nan
    half = z * math.sqrt(m / (m - 1) * ((counts - rate * sizes) ** 2).sum()) / total
    return rate, max(rate - half, 0.0), rate + half


def mattr(ids, window=100):
    """Moving-average type-token ratio (Covington & McFall 2010): mean share of different words in every window.

    Unlike the plain ratio it does not fall with length. nan for a text shorter than the window.

    >>> mattr([1, 2, 1, 2, 1, 2], window=2)
    1.0
    """
    ids = list(ids)
    if len(ids) < window:
        return math.nan
    inside, different, total = {}, 0, 0
    for at, word in enumerate(ids):
        inside[word] = inside.get(word, 0) + 1
        different += inside[word] == 1
        if at >= window:
            old = ids[at - window]
            inside[old] -= 1
            different -= inside[old] == 0
        if at >= window - 1:
            total += different
    return total / (len(ids) - window + 1) / window
