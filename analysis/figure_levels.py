"""A table of figures comes in; the amounts that can stand beside each other in one chart go out.

Nothing is converted, averaged or joined: what cannot be compared stays in panels, series or rows of its own.
"""

import pandas as pd

from analysis import reconcile
from analysis.figure_names import how_told, named
from analysis.reconcile import TRADE

AHEAD = ("target", "forecast")


def timeline(table, say, lang, measures=TRADE):
    """Levels of whole trade (no goods) for `charts.spans`: value, value_min/max, series, panel, modality, qualifier.

    One row a fact. Panels part what cannot share an axis: turnover, each direction, balance, and each currency.
    """
    drawn = named(reconcile.levels(table), say, lang)
    whole = drawn["commodity"].isna()
    money = (drawn["unit"] == "money") | ~drawn["measure"].isin(TRADE)
    drawn = drawn[drawn["measure"].isin(measures) & whole & money].drop_duplicates("fact")
    drawn = drawn.assign(
        value=(drawn["value_min"] + drawn["value_max"]) / 2,
        panel=[f"{flow} ({unit})" for flow, unit in zip(drawn["flow_name"], drawn["unit_name"], strict=True)],
    )
    return _by_size(drawn, "panel").sort_values(["panel_order", "period_end"], kind="stable", ignore_index=True)


def _by_size(table, column):
    """The table with panel_order: the panel with most rows first, equal ones by name."""
    sizes = table[column].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    order = {name: place for place, name in enumerate(sizes.index)}
    return table.assign(panel_order=table[column].map(order))


POINTING = ("nhóm hàng", "mặt hàng này", "sản phẩm này", "mặt hàng khác")  # name no goods of their own


def goods(table, say, lang):
    """Levels of single goods with their flow and period, largest first; one row a fact. how: "nearly", "estimate"."""
    drawn = named(reconcile.levels(table), say, lang)
    sold = drawn["commodity"].notna() & drawn["measure"].isin(("export", "import")) & (drawn["unit"] == "money")
    drawn = drawn[sold & ~drawn["modality"].isin(AHEAD)]
    drawn = drawn.drop_duplicates(["commodity", "flow_name", "period", "value_max"])
    rows = drawn.to_dict("records")
    drawn = drawn.assign(
        label=[f"{_goods_name(row['commodity'], say)}, {row['period']}" for row in rows],
        value=drawn["value_max"],
        how=[how_told(row, say) for row in rows],
        panel=[f"{row['flow_name']} ({row['unit_name']})" for row in rows],
    )
    return drawn.sort_values("value", ascending=False, kind="stable", ignore_index=True)


def _goods_name(printed, say):
    """The goods as printed; of "nhóm hàng này" alone, that they were named before."""
    return say("figures.goods_before") if printed in POINTING else printed


def years(table, say, lang):
    """Whole-year values by flow for `charts.columns`: year, value, series (flow, currency and who counts).

    Only periods of a calendar year; a range stands with its upper end; of several tellings of one side the latest.
    """
    drawn = timeline(table, say, lang)
    full = [
        isinstance(a, str) and isinstance(b, str) and a[5:] == "01-01" and b == f"{a[:4]}-12-31"
        for a, b in zip(drawn["period_start"], drawn["period_end"], strict=True)
    ]
    drawn = drawn[pd.Series(full, index=drawn.index, dtype=bool) & ~drawn["modality"].isin(AHEAD)]
    drawn = drawn.assign(
        year=[end[:4] for end in drawn["period_end"]],
        series=[f"{row['panel']}, {row['counter']}" for row in drawn.to_dict("records")],
    )
    return drawn.sort_values(["year", "published"], kind="stable").drop_duplicates(["year", "series"], keep="last")


def flows(table, say, lang):
    """Exports, imports and balances of whole years side by side, from `years`."""
    drawn = years(table, say, lang)
    order = {"export": 0, "import": 1, "balance": 2}  # and so the colours, in every language
    drawn = drawn[drawn["measure"].isin(order)]
    drawn = drawn.assign(_order=drawn["measure"].map(order), _by=drawn["counted_by"].fillna("").astype(str))
    drawn = drawn.sort_values(["year", "_order", "_by"], kind="stable", ignore_index=True)
    return drawn.drop(columns=["_order", "_by"])
