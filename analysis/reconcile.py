"""A table of figures comes in; what several articles say of one thing on one row, and what cannot be true, goes out.

One row is one thing: reporter, partners, measure, goods, currency or unit, period, actual or ahead, and the side that
counts. Two reporters, and two sides' statistics, are never in one row. Nothing is averaged or converted.
"""

import math
from collections import defaultdict
from statistics import median

import pandas as pd

from analysis import rules

TRADE = ("turnover", "export", "import", "balance")
KEY = [
    "reporter", "partners", "measure", "flow_direction", "commodity", "unit",
    "currency", "period_start", "period_end", "kind", "counted_by",
]  # fmt: skip
COLUMNS = [
    *KEY, "low", "high", "spread", "values", "qualifiers", "tellings", "stories", "outlets", "verdict", "first", "last",
    "files", "facts",
]  # fmt: skip
REASONS = (
    "rate",
    "change",
    "denied",
    "second currency",
    "price",
    "no measure",
    "no period",
    "no partner",
    "province",
    "suspect",
    "repeat",
)

# Chosen, not measured: above the trade of any two countries, below a misread scale (4.6 billion read as thousands).
_MOST = 1.5e12
# Chosen between an honest spread of goods and the printed slip of the facts sheet (C006: 29.05 billion beside
# C005: 94.53 million for the same page, 307 times).
_OUT_OF_SCALE = 50


def levels(table):
    """The rows that state a level of trade, investment, visitors or students: no rates, changes, denials or repeats."""
    reasons = not_drawn(table)
    return table[reasons.isna()]


def not_drawn(table):
    """Why each figure is not drawn as a level, a Series of one of REASONS, None where it is drawn."""
    found = [_reason(row, why) for row, why in zip(table.to_dict("records"), suspect(table), strict=True)]
    return pd.Series(found, index=table.index, dtype=object)


def _reason(row, why):
    checks = (
        ("rate", row["measure"] in ("growth_rate", "share") or row["unit"] in ("percent", "percentage_point", "times")),
        ("no measure", row["measure"] == "other"),
        ("denied", bool(row["negated"])),
        ("change", bool(row["delta"])),
        ("second currency", _is(row["equivalent_of"])),
        ("suspect", why is not None),
        ("no partner", not row["partners"]),
        ("province", _is(row.get("province"))),
        ("no period", not _is(row["period_end"])),
        ("repeat", _is(row["repeat_of"])),
    )
    return next((reason for reason, holds in checks if holds), None)


def _is(value):
    return value is not None and value == value


def suspect(table, lang="en"):
    """Why a printed figure cannot be true, in words of `lang`, or None: a Series aligned with the table."""
    say, rows, pages = rules.texts(lang), table.to_dict("records"), defaultdict(list)
    for row in rows:
        pages[row["file"]].append(row)
    found = [_alone(row) or _among(row, pages[row["file"]]) for row in rows]
    return pd.Series([why and say(f"suspect.{why[0]}", n=why[1]) for why in found], index=table.index, dtype=object)


def _alone(row):
    """Which words of [suspect] say what is wrong, and their number; None where nothing is."""
    size = max(abs(row["value_min"]), abs(row["value_max"]))
    if row["measure"] in TRADE and row["unit"] == "money" and row["currency"] in ("USD", "EUR", None) and size > _MOST:
        return "trade", 0
    if row["measure"] == "share" and size > 100 and row["modality"] == "actual" and "kế hoạch" not in row["sentence"]:
        return "share", 0
    return None


def _among(row, page):
    """Goods whose value does not fit the page's other goods, or exceeds the whole trade it is a part of; or None."""
    if not _is_part(row):
        return None
    size = abs(row["value_max"])
    others = [abs(other["value_max"]) for other in page if other is not row and _is_part(other) and _same(row, other)]
    if len(others) >= 3 and size > _OUT_OF_SCALE * median(others):
        return "goods", round(size / median(others))
    return ("part", 0) if size > _whole(page, row) else None


def _is_part(row):
    return _is(row["commodity"]) and row["unit"] == "money" and row["measure"] in TRADE


def _same(row, other, fields=("currency",)):
    """True where both rows state these fields, and alike."""
    return all(_is(row[field]) and row[field] == other[field] for field in fields)


def _whole(page, row):
    """The turnover that the page gives for the pair and the period of a part; infinite where it gives none."""
    sides = {row["reporter"], *row["partners"]}
    return max((abs(other["value_max"]) for other in page
                if other["measure"] == "turnover" and not _is(other["commodity"])
                and _same(row, other, ("currency", "period_start", "period_end"))
                and {other["reporter"], *other["partners"]} == sides), default=math.inf)  # fmt: skip


def reconcile(table):
    """One row a thing that at least one article states, with all its values and a verdict.

    verdict: single (one story says it), agreeing (all values equal), rounded (they agree when rounded to the coarsest),
    revised (an estimate and a later value), conflicting. low, high: the values' bounds; spread: high/low - 1.
    qualifiers: for each of the values how it is told ("exact", "nearly", ...).
    """
    drawn = levels(table)
    drawn = drawn.assign(
        kind=["ahead" if mode in ("target", "forecast") else "done" for mode in drawn["modality"]],
        partners=[tuple(partners) for partners in drawn["partners"]],
    )
    rows = [_row(key, group) for key, group in drawn.groupby(KEY, dropna=False, sort=False)] if len(drawn) else []
    made = pd.DataFrame(rows, columns=COLUMNS)
    return made.sort_values(
        ["measure", "period_end", "stories"], ascending=[True, True, False], kind="stable", ignore_index=True
    )


def _row(key, group):
    stories = group.drop_duplicates("fact")
    told = defaultdict(set)
    for row in stories.to_dict("records"):
        told[row["value_min"], row["value_max"]].add(row["qualifier"])
    low, high = group["value_min"].min(), group["value_max"].max()
    return dict(
        zip(KEY, key, strict=True),
        low=low,
        high=high,
        spread=high / low - 1 if low > 0 else math.nan,
        values=sorted(told),
        qualifiers=[sorted(told[value]) for value in sorted(told)],
        tellings=len(group),
        stories=group["story"].nunique(),
        outlets=", ".join(sorted({outlet for outlet in group["outlet"] if isinstance(outlet, str) and outlet})),
        verdict=verdict(stories),
        first=group["published"].min(),
        last=group["published"].max(),
        files=sorted(set(group["file"])),
        facts=list(stories["fact"]),
    )


def verdict(rows):
    """How the values of one thing stand to each other: single, agreeing, rounded, revised or conflicting."""
    values = {(low, high) for low, high in zip(rows["value_min"], rows["value_max"], strict=True)}
    if rows["story"].nunique() == 1 and len(values) == 1:
        return "single"
    if len(values) == 1:
        return "agreeing"
    if _meet(rows):
        return "rounded"
    return "revised" if "estimate" in set(rows["modality"]) and _near(values) else "conflicting"


def _meet(rows):
    """True where one value could be behind all of them: ranges overlap after rounding and "hơn", "gần", "khoảng"."""
    spans = [_span(row) for row in rows.to_dict("records")]
    return max(low for low, _ in spans) <= min(high for _, high in spans)


def _span(row):
    """What a printed figure can stand for: half its last digit more or less, a tenth with "hơn", "gần", "khoảng"."""
    low, high = row["value_min"], row["value_max"]
    half = _last_digit(high) / 2
    reach = 0.1 * abs(
        high
    )  # "hơn 4,5 tỷ" is said of 4.57 and not of 5.2: within a tenth in all 61 pairs of the facts sheet
    low -= half + (reach if row["qualifier"] in ("about", "nearly", "under") else 0)
    return low, high + half + (reach if row["qualifier"] in ("about", "over") else 0)


def _last_digit(value):
    """The size of the last printed digit, at most three of them: 10 million for 4.57 billion."""
    text = f"{abs(value):.15g}"
    digits = text.rstrip("0").replace(".", "") if "." not in text else text
    if "." in text:
        return 10.0 ** -len(text.split(".")[1])
    return 10.0 ** (len(text) - len(digits)) if value else 1.0


def _near(values):
    """True within 15 percent (chosen): further apart two values of one thing are not a revision but two counts."""
    lows = [abs(low) for low, _ in values]
    return min(lows) > 0 and max(lows) / min(lows) <= 1.15


def checks(table):
    """Values that a growth rate implies beside the values quoted: computed, for comparison, never drawn as figures.

    One row a rate, reprints once. Columns: file, sentence, measure, reporter, partners, counted_by, unit, currency,
    period_start, period_end, quoted, rate, implied_before, quoted_before (by the same side's count, else None), gap (a
    share).
    """
    columns = [
        "file", "sentence", "measure", "reporter", "partners", "counted_by", "unit", "currency",
        "period_start", "period_end", "quoted", "rate", "implied_before", "quoted_before", "gap", "computed",
    ]  # fmt: skip
    drawn = levels(table)
    rated = table["measure"].isin(RATES) | table["unit"].isin(("percent", "times")) | table["delta"].eq(True)
    amounts = table[~rated]
    rates = table[(table["measure"] == "growth_rate") & (table["unit"] == "percent") & (table["basis"] == "yoy")]
    found = [_check(rate, drawn, amounts) for rate in rates.to_dict("records")]
    made = pd.DataFrame([row for row in found if row], columns=[*columns, "fact"])
    return made.drop_duplicates("fact", ignore_index=True)[columns]


RATES = ("growth_rate", "share")


def _check(rate, drawn, amounts):
    """One rate with the level it belongs to and, where the corpus quotes it, the level of the year before."""
    level = _level_beside(rate, drawn, amounts)
    if level is None or not rate["period_end"] or rate["value_min"] <= -100:
        return None
    implied = level["value_max"] / (1 + rate["value_max"] / 100)
    before = _year_before(level, drawn)
    return {
        **{key: rate[key] for key in ("file", "sentence", "reporter", "partners", "period_end", "fact")},
        **{key: level[key] for key in ("counted_by", "unit", "currency", "period_start")},
        "measure": rate["of_measure"], "quoted": level["value_max"], "rate": rate["value_max"],
        "implied_before": implied,
        "quoted_before": before, "gap": before / implied - 1 if before else None, "computed": True,
    }  # fmt: skip


def _level_beside(rate, drawn, amounts):
    """The level whose growth a rate tells: the amount before it in its sentence, else the one after it, else None.

    Of "2.800 tấn, giảm 37,9%, trị giá 5 triệu USD, giảm 29%" each rate belongs to the amount it follows.
    """
    told = amounts[(amounts["file"] == rate["file"]) & (amounts["sentence"] == rate["sentence"])]
    before, after = told[told["number"] < rate["number"]], told[told["number"] > rate["number"]]
    same = drawn[
        drawn.index.isin([*before.index[-1:], *after.index[:1]])
        & (drawn["measure"] == rate["of_measure"])
        & _alike(drawn, rate, "commodity")
        & (drawn["period_end"] == rate["period_end"])
    ]
    return None if same.empty else same.iloc[0]


def _alike(table, row, *fields):
    """True for the rows of a table that have what `row` has in these fields, or nothing where it has nothing."""
    same = [table[field] == row[field] if _is(row[field]) else table[field].isna() for field in fields]
    return pd.concat(same, axis=1).all(axis=1)


def _year_before(level, drawn):
    earlier = [
        None if not _is(day) else f"{int(day[:4]) - 1}{day[4:]}" for day in (level["period_start"], level["period_end"])
    ]
    hit = drawn[
        ~drawn["modality"].isin(("target", "forecast"))
        & (drawn["measure"] == level["measure"])
        & _alike(drawn, level, "reporter", "commodity", "unit", "currency", "counted_by")
        & (drawn["period_start"] == earlier[0])
        & (drawn["period_end"] == earlier[1])
    ]
    hit = hit[[list(partners) == list(level["partners"]) for partners in hit["partners"]]]
    return float(hit["value_max"].iloc[0]) if len(hit) else None
