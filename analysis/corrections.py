"""A table of figures comes in; the same table with the analyst's corrections, and what became of each, goes out."""

import pandas as pd

from analysis import rules

COLUMNS = ["file", "surface", "sentence", "field", "was", "value", "why", "matched"]
_NEEDED = ("file", "surface", "field", "value", "why")


def load():
    """The corrections of rules/corrections.toml, a list of dictionaries; RuleError names an entry without a key."""
    entries = rules.load("corrections").get("correction", [])
    for number, entry in enumerate(entries, 1):
        missing = [key for key in _NEEDED if key not in entry]
        if missing:
            raise rules.RuleError(f"rules/corrections.toml: correction {number} has no {', '.join(missing)}; add it")
    return entries


def apply(table, entries=None):
    """(corrected table, report): the report has one row a correction, matched = how many figures it changed (0: none).

    The table gains `corrected`: the reason where something was corrected, else None. RuleError for an unknown field.
    """
    entries = load() if entries is None else entries
    table = table.assign(corrected=None)
    report = []
    for entry in entries:
        table, row = _one(table, entry)
        report.append(row)
    return table.reset_index(drop=True), pd.DataFrame(report, columns=COLUMNS)


def _one(table, entry):
    field = entry["field"]
    if field != "drop" and field not in table.columns:
        raise rules.RuleError(
            f'rules/corrections.toml: "{field}" is no column of the figures table; see its first lines'
        )
    # an entry that names no folder is about files in any
    hit = (table["file"] == entry["file"]) | table["file"].str.endswith("/" + entry["file"])
    hit &= table["surface"] == entry["surface"]
    if entry.get("sentence"):
        hit &= table["sentence"].str.contains(entry["sentence"], regex=False)
    was = None if field == "drop" or not hit.any() else table.loc[hit, field].iloc[0]
    row = {
        **{key: entry.get(key) for key in ("file", "surface", "sentence", "field", "value", "why")},
        "was": was,
        "matched": int(hit.sum()),
    }
    if field == "drop":
        return table[~hit], row
    table = table.copy()
    for index in table.index[hit]:
        table.at[index, field] = entry["value"]
        table.at[index, "corrected"] = entry["why"]
    return table, row
