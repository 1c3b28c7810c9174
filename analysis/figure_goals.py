"""A table of figures comes in; each goal beside what was reached, by each side that counts, goes out."""

import pandas as pd

from analysis.figure_levels import timeline, years
from analysis.notation import amount


def targets(table, say, lang):
    """Targets beside what was reached for the same pair, measure, currency and year, by each side that counts.

    Columns label, target, actual (NaN where nobody has reported it in these articles), the same in words as goal and
    reached, unit_name, file, sentence (that tells the target).
    """
    drawn = timeline(table, say, lang, ("turnover", "export", "import"))
    goals = drawn[drawn["modality"].eq("target")].drop_duplicates(["flow_name", "currency", "period_end", "value_max"])
    reached = years(table, say, lang)
    rows = [row for goal in goals.to_dict("records") for row in _goal_rows(goal, reached, say)]
    columns = ["label", "target", "actual", "goal", "reached", "unit_name", "period_end", "file", "sentence"]
    for row in rows:
        row["goal"] = amount(row["target"], lang, row["unit_name"])
        row["reached"] = amount(row["actual"], lang, row["unit_name"]) if row["actual"] == row["actual"] else ""
    return (
        pd.DataFrame(rows, columns=columns)
        .drop_duplicates(["label", "target", "actual"])
        .sort_values(["period_end", "label"], kind="stable", ignore_index=True)
    )


def _goal_rows(goal, reached, say):
    same = reached[
        (reached["flow_name"] == goal["flow_name"])
        & (reached["currency"] == goal["currency"])
        & (reached["period_end"] == goal["period_end"])
    ]
    kept = {name: goal[name] for name in ("unit_name", "period_end", "file", "sentence")}
    base = {"target": goal["value_max"], **kept}
    if same.empty:
        return [{**base, "label": f"{goal['flow_name']}, {goal['period']}", "actual": float("nan")}]
    return [
        {**base, "label": f"{goal['flow_name']}, {goal['period']} · {row['counter']}", "actual": row["value_max"]}
        for row in same.to_dict("records")
    ]
