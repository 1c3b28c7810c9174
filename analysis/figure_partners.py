"""A table of figures comes in; what the articles hold on one pair of countries, and on others, goes out."""

import pandas as pd

from analysis.figure_levels import AHEAD, timeline
from analysis.figure_names import named, period_name, place_name


def pair_state(table, one, two, say, lang):
    """One sentence: how many trade figures the articles hold on this pair, and with whom the others are.

    A figure that a reprint or the same page tells again counts once; the sentence adds how often all are told.
    """
    names = {"one": place_name(one, say, lang), "two": place_name(two, say, lang)}
    mine = table[table["is_trade"].astype(bool) & between(table, one, two)]
    rest = others(table, one, two, say, lang)
    key = "some" if len(mine) else "none" if len(rest) else "nothing"
    listed = ", ".join(f"{partner} ({n})" for partner, n in rest["partner"].value_counts(sort=True).items())
    counts = {"n": mine["fact"].nunique(), "told": len(mine), "others": len(rest)}
    return say(f"figures.pair_{key}", listed=listed, **counts, **names)


def others(table, one, two, say, lang):
    """Trade figures that are about other pairs: partner (not `one`), surface, period ... one row a fact."""
    trade = table[table["is_trade"].astype(bool) & table["partners"].map(bool)]
    rest = named(trade[~between(trade, one, two)], say, lang).drop_duplicates("fact")
    sides = zip(rest["reporter"], rest["partners"], strict=True)
    return rest.assign(partner=[_others_of(one, [reporter, *codes], say, lang) for reporter, codes in sides])


def _others_of(home, codes, say, lang):
    """The names of a pair's countries but for the one at home: of what Kazakhstan tells of Viet Nam, Kazakhstan."""
    return ", ".join(place_name(code, say, lang) for code in dict.fromkeys(codes) if code and code != home)


def between(table, one, two):
    """True for each row about these two countries, as a Series."""
    sides = zip(table["reporter"], table["partners"], strict=True)
    return pd.Series([{reporter, *codes} == {one, two} for reporter, codes in sides], index=table.index, dtype=bool)


def partners(table, say, lang):
    """Partners that can be compared: one measure, currency and period (the one with most partners), largest first.

    `.attrs["period"]` and ["measure"] say which; empty where fewer than two partners share any.
    """
    drawn = timeline(table, say, lang, ("turnover", "export", "import"))
    drawn = drawn[
        ~drawn["modality"].isin(AHEAD)
        & (drawn["reporter"] == "VN")
        & drawn["partners"].map(lambda codes: len(codes) == 1 and codes[0] != "WORLD")
    ]
    sizes = (
        drawn.groupby(["measure", "currency", "period_start", "period_end"])["partner"].nunique()
        if len(drawn)
        else pd.Series(dtype=int)
    )
    if sizes.empty or sizes.max() < 2:
        return drawn.head(0)
    best = sizes[sizes == sizes.max()].sort_index(level="period_end").index[-1]
    chosen = drawn[
        (drawn["measure"] == best[0])
        & (drawn["currency"] == best[1])
        & (drawn["period_start"] == best[2])
        & (drawn["period_end"] == best[3])
    ]
    chosen = chosen.assign(label=[f"{row['partner']} · {row['counter']}" for row in chosen.to_dict("records")])
    chosen = chosen.drop_duplicates(["label", "value"]).sort_values(
        "value", ascending=False, kind="stable", ignore_index=True
    )
    chosen.attrs = {
        "measure": say(f"figures.measure_{best[0]}"),
        "currency": best[1],
        "period": period_name(best[2], best[3], say, lang),
    }
    return chosen
