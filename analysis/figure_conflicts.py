"""What several articles say of one thing comes in; where they differ, or do not add up, goes out in words."""

import pandas as pd

from analysis.figure_names import counter, flow_name, period_name, unit_name
from analysis.notation import amount, number
from analysis.reconcile import TRADE

THING = ["reporter", "partners", "measure", "flow_direction", "commodity", "unit", "currency", "period_start",
         "period_end", "kind"]  # fmt: skip


def conflicts(reconciled, say, lang, verdicts=("conflicting", "rounded", "revised")):
    """Things told with more than one value, for `charts.dots`: label, value, series (who counts), one label a thing.

    Rows that differ only in who counts stand beside each other under one label: two counts, not one error. Goods that
    a sentence lists without saying which value is whose ("dệt may và cà phê") are not one thing and are left out.
    """
    told = reconciled[
        (reconciled["kind"] == "done")
        & reconciled["measure"].isin(TRADE)
        & (reconciled["unit"] == "money")
        & ~reconciled["commodity"].map(lambda goods: isinstance(goods, str) and ", " in goods).astype(bool)
    ]
    rows = []
    for _, group in told.groupby(THING, dropna=False, sort=False) if len(told) else ():
        several = (
            group["values"].map(len).sum() > 1
            and group[["low", "high"]].nunique().max() > 1
            or group["verdict"].isin(verdicts).any()
        )
        rows += _told(group, say, lang) if several else []
    columns = ["label", "value", "low", "high", "told", "unit_name", "series", "verdict", "files"]
    return pd.DataFrame(rows, columns=columns)


def _told(group, say, lang):
    rows = []
    for row in group.to_dict("records"):
        goods = f" ({row['commodity']})" if isinstance(row["commodity"], str) else ""
        period = period_name(row["period_start"], row["period_end"], say, lang)
        label = f"{flow_name(row, say, lang)}{goods}, {period} ({unit_name(row, say)})"
        for (low, high), how in zip(row["values"], row["qualifiers"], strict=True):
            rows.append(
                {
                    "label": label,
                    "value": (low + high) / 2,
                    "low": low,
                    "high": high,
                    "told": _as_told(low, high, how, unit_name(row, say), say, lang),
                    "unit_name": unit_name(row, say),
                    "series": counter(row, say, lang),
                    "verdict": say(f"figures.verdict_{row['verdict']}"),
                    "files": ", ".join(row["files"]),
                }
            )
    return rows


def _as_told(low, high, how, unit, say, lang):
    """ "6.5 billion USD (nearly)": a value or range, and how those who tell it narrow it down."""
    words = ", ".join(say(f"figures.{code}") for code in how if code != "exact")
    return " – ".join(amount(value, lang, unit) for value in sorted({low, high})) + (f" ({words})" if words else "")


def checks(table, say, lang):
    """The rows of reconcile.checks in words: what, quoted, rate, implied_before, quoted_before, gap, series, file."""
    rows = [_check(row, say, lang) for row in table.to_dict("records")]
    columns = ["what", "quoted", "rate", "implied_before", "quoted_before", "gap", "series", "sentence", "file"]
    return pd.DataFrame(rows, columns=columns)


def _check(row, say, lang):
    def told(value):
        return amount(float(f"{value:.3g}"), lang, unit_name(row, say)) if value == value and value is not None else ""

    gap, period = row["gap"], period_name(row["period_start"], row["period_end"], say, lang)
    return {
        "what": f"{say('figures.measure_' + row['measure'])}, {period}",
        "quoted": amount(row["quoted"], lang, unit_name(row, say)),
        "rate": number(row["rate"], lang),
        "implied_before": told(row["implied_before"]),
        "quoted_before": told(row["quoted_before"]),
        "gap": f"{number(100 * gap, lang, 1)} %" if gap is not None and gap == gap else "",
        "series": counter(row, say, lang),
        "sentence": row["sentence"],
        "file": row["file"],
    }
