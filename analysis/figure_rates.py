"""A table of figures comes in; its growth rates or its shares, one bar each, go out."""

from analysis.figure_names import counter, how_told, named, whose
from analysis.reconcile import TRADE
from analysis.shares import PAYMENTS


def rates(table, say, lang, measure="growth_rate"):
    """Growth rates (or shares) for one bar each: label, value in percent, how ("over"); one row a fact, by period.

    Those of one province or region are left out, as a reader would take them for the country's, and the part of the
    payments that a currency has, as he would take it for a part of the trade.
    """
    whole = table["commodity"].isna() & table["of_measure"].isin(TRADE)
    drawn = table[(table["measure"] == measure) & (table["unit"] == "percent") & ~table["negated"].astype(bool)]
    drawn = drawn[drawn["province"].isna() & (drawn["rule"] != PAYMENTS)]
    drawn = drawn[whole[drawn.index]] if measure == "growth_rate" else drawn
    drawn = named(drawn[drawn["period_end"].notna()], say, lang).drop_duplicates("fact")
    drawn = drawn.assign(
        value=(drawn["value_min"] + drawn["value_max"]) / 2,
        label=[_rate_label(row, say, lang) for row in drawn.to_dict("records")],
        how=[how_told(row, say) for row in drawn.to_dict("records")],
    )
    drawn = drawn.drop_duplicates(["label", "value", "how"])
    return drawn.sort_values(["period_end", "label"], kind="stable", ignore_index=True)


def _rate_label(row, say, lang):
    goods = f" ({row['commodity']})" if isinstance(row["commodity"], str) else ""
    side = f" · {counter(row, say, lang)}" if isinstance(row["counted_by"], str) else ""
    since = say("figures.since", year=row["basis"]) if str(row["basis"]).isdigit() else ""
    return f"{row['period']}{since} · {whose(row['of_measure'], row['reporter'], say, lang)}{goods}{side}"
