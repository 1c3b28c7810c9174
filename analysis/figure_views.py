"""A table of figures comes in; tables ready to draw and to read, in the reader's language, go out.

Nothing is converted, averaged or joined: what cannot be compared stays in panels, series or rows of its own.
"""

import html
from urllib.parse import quote

import pandas as pd

from analysis import figures, places, reconcile, tables
from analysis.notation import amount, number

TRADE = ("turnover", "export", "import", "balance")
AHEAD = ("target", "forecast")
_BLOCS = ("EU", "ASEAN", "EAEU", "CIS", "BRICS", "WORLD", "SU")


def place_name(code, say, lang):
    """The name of a country or bloc in the reader's language: "Việt Nam", "Russia"; the code where there is none."""
    if code in _BLOCS:
        return say(f"figures.place_{code}")
    return places.name(code, lang) if code else say("figures.unknown")


def pair_name(reporter, partners, say, lang):
    """ "Việt Nam – Nga", "Viet Nam–Russia"; the reporter first."""
    return ("–" if lang == "en" else " – ").join(place_name(code, say, lang) for code in (reporter, *partners))


def period_name(start, end, say, lang):
    """A period in short: "2024", "Jan–Sep 2025", "Q1 2025", "to 31 Aug 2025", "2016–2021"; "" without dates."""
    if not isinstance(end, str):
        return ""
    if not isinstance(start, str):
        return say("figures.period_to", day=_day(end, lang))
    year, whole = start[:4], start[5:] == "01-01"
    if whole and end[5:] == "12-31":
        return year if year == end[:4] else f"{year}–{end[:4]}"
    months = int(end[5:7]) - int(start[5:7]) + 1
    if year == end[:4] and start[8:] == "01" and _is_month_end(end):
        return _months(int(start[5:7]), months, year, whole, say)
    return f"{_day(start, lang)} – {_day(end, lang)}"


def _months(first, count, year, whole, say):
    if count == 1:
        return say("figures.period_month", month=first, year=year)
    if count == 3 and first % 3 == 1:
        return say("figures.period_quarter", quarter=(first + 2) // 3, year=year)
    return say(
        "figures.period_months" if whole else "figures.period_span",
        n=count,
        first=first,
        last=first + count - 1,
        year=year,
    )


def _is_month_end(day):
    return (pd.Timestamp(day) + pd.Timedelta(days=1)).day == 1


def _day(day, lang):
    date = pd.Timestamp(day)
    return f"{date.day}/{date.month}/{date.year}" if lang == "vi" else f"{date.day} {date:%b} {date.year}"


def counter(row, say, lang):
    """Who counts a figure: "counted by Russia", or "source not named"."""
    code = row["counted_by"]
    return (
        say("figures.counted", who=place_name(code, say, lang))
        if isinstance(code, str)
        else say("figures.counted_unknown")
    )


def counters(one, two, say, lang):
    """Who may count the figures of a pair, in the order that gives each the same colour in every chart."""
    rows = ({"counted_by": code} for code in (None, one, two))
    return [counter(row, say, lang) for row in rows]


def _named(table, say, lang):
    """The table with the columns that all charts share: measure and period in words, who counts, partner's name."""
    rows = table.to_dict("records")
    return table.assign(
        measure_name=[say(f"figures.measure_{row['measure']}") for row in rows],
        flow_name=[_flow(row, say, lang) for row in rows],
        period=[period_name(row["period_start"], row["period_end"], say, lang) for row in rows],
        counter=[counter(row, say, lang) for row in rows],
        partner=[", ".join(place_name(code, say, lang) for code in row["partners"]) for row in rows],
        unit_name=[_unit(row, say) for row in rows],
    )


def _flow(row, say, lang):
    """Where goods, money or people go: "Viet Nam → Russia" for an export, both ways for turnover."""
    here, there = (
        place_name(row["reporter"], say, lang),
        ", ".join(place_name(code, say, lang) for code in row["partners"]),
    )
    ways = {"export": (here, there), "outbound": (here, there), "import": (there, here), "inbound": (there, here)}
    one, two = ways.get(row["flow_direction"], (here, there))
    sign = "→" if row["flow_direction"] in ways else "–"
    return f"{say('figures.measure_' + row['measure'])}: {one} {sign} {two}"


def _unit(row, say):
    if row["unit"] == "money":
        return row["currency"] if isinstance(row["currency"], str) else say("figures.no_currency")
    return say(f"figures.unit_{row['unit']}")


def shared_unit(table):
    """The unit that all rows have, for the axis of a chart; "" where they differ or there are none."""
    units = set(table["unit_name"])
    return units.pop() if len(units) == 1 else ""


def timeline(table, say, lang, measures=TRADE):
    """Levels of whole trade (no goods) for `charts.spans`: value, value_min/max, series, panel, modality, qualifier.

    One row a fact. Panels part what cannot share an axis: turnover, each direction, balance, and each currency.
    """
    drawn = _named(reconcile.levels(table), say, lang)
    whole = ~drawn["commodity"].map(lambda goods: isinstance(goods, str))
    money = (drawn["unit"] == "money") | ~drawn["measure"].isin(TRADE)
    drawn = drawn[drawn["measure"].isin(measures) & whole & money].drop_duplicates("fact")
    drawn = drawn.assign(
        value=(drawn["value_min"] + drawn["value_max"]) / 2,
        panel=[f"{flow} ({unit})" for flow, unit in zip(drawn["flow_name"], drawn["unit_name"], strict=True)],
    )
    return _by_size(drawn, "panel").sort_values(["panel_order", "period_end"], kind="stable", ignore_index=True)


def _by_size(table, column):
    """The table with panel_order: the panel with most rows first, equal ones by name."""
    order = {
        name: place
        for place, name in enumerate(
            table[column].value_counts(sort=True).sort_index().sort_values(ascending=False, kind="stable").index
        )
    }
    return table.assign(panel_order=table[column].map(order))


def goods(table, say, lang):
    """Levels of single goods with their flow and period, largest first; one row a fact. how: "nearly", "estimate"."""
    drawn = _named(reconcile.levels(table), say, lang)
    keep = (
        drawn["commodity"].map(lambda goods: isinstance(goods, str))
        & drawn["measure"].isin(("export", "import"))
        & (drawn["unit"] == "money")
    )
    drawn = drawn[keep & ~drawn["modality"].isin(AHEAD)].drop_duplicates(
        ["commodity", "flow_name", "period", "value_max"]
    )
    label = [f"{row['commodity']}, {row['period']}" for row in drawn.to_dict("records")]
    drawn = drawn.assign(
        label=label,
        value=drawn["value_max"],
        how=[_how(row, say) for row in drawn.to_dict("records")],
        panel=[f"{f} ({u})" for f, u in zip(drawn["flow_name"], drawn["unit_name"], strict=True)],
    )
    return drawn.sort_values("value", ascending=False, kind="stable", ignore_index=True)


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
    drawn = drawn[drawn["measure"].isin(order)].assign(
        _order=drawn["measure"].map(order), _by=drawn["counted_by"].fillna("").astype(str)
    )
    return drawn.sort_values(["year", "_order", "_by"], kind="stable", ignore_index=True).drop(
        columns=["_order", "_by"]
    )


def rates(table, say, lang, measure="growth_rate"):
    """Growth rates (or shares) for one bar each: label, value in percent; one row a fact, in order of period."""
    whole = ~table["commodity"].map(lambda goods: isinstance(goods, str)) & table["of_measure"].isin(TRADE)
    drawn = table[(table["measure"] == measure) & (table["unit"] == "percent") & ~table["negated"].astype(bool)]
    drawn = drawn[whole[drawn.index]] if measure == "growth_rate" else drawn
    drawn = _named(drawn[drawn["period_end"].notna()], say, lang).drop_duplicates("fact")
    drawn = drawn.assign(
        value=(drawn["value_min"] + drawn["value_max"]) / 2,
        label=[_rate_label(row, say, lang) for row in drawn.to_dict("records")],
    )
    drawn = drawn.drop_duplicates(["label", "value"])
    return drawn.sort_values(["period_end", "label"], kind="stable", ignore_index=True)


def _rate_label(row, say, lang):
    what = say(f"figures.measure_{row['of_measure'] or 'other'}")
    goods = f" ({row['commodity']})" if isinstance(row["commodity"], str) else ""
    ahead = f" · {how}" if (how := _how(row, say)) else ""
    side = f" · {counter(row, say, lang)}" if isinstance(row["counted_by"], str) else ""
    return f"{row['period']} · {what}{goods}{ahead}{side}"


def _how(row, say):
    """How a figure is told where it is not plainly reached and exact: "forecast, over"; else ""."""
    codes = [code for code in (row["modality"], row["qualifier"]) if code not in ("actual", "exact")]
    return ", ".join(say(f"figures.{code}") for code in codes)


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
    base = {
        "target": goal["value_max"],
        "unit_name": goal["unit_name"],
        "period_end": goal["period_end"],
        "file": goal["file"],
        "sentence": goal["sentence"],
    }
    if same.empty:
        return [{**base, "label": f"{goal['flow_name']}, {goal['period']}", "actual": float("nan")}]
    return [
        {**base, "label": f"{goal['flow_name']}, {goal['period']} · {row['counter']}", "actual": row["value_max"]}
        for row in same.to_dict("records")
    ]


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


def conflicts(reconciled, say, lang, verdicts=("conflicting", "rounded", "revised")):
    """Things told with more than one value, for `charts.dots`: label, value, series (who counts), one label a thing.

    Rows that differ only in who counts stand beside each other under one label: two counts, not one error. Goods that
    a sentence lists without saying which value is whose ("dệt may và cà phê") are not one thing and are left out.
    """
    sides = [
        "reporter",
        "partners",
        "measure",
        "flow_direction",
        "commodity",
        "unit",
        "currency",
        "period_start",
        "period_end",
        "kind",
    ]
    told = reconciled[
        (reconciled["kind"] == "done")
        & reconciled["measure"].isin(TRADE)
        & (reconciled["unit"] == "money")
        & ~reconciled["commodity"].map(lambda goods: isinstance(goods, str) and ", " in goods).astype(bool)
    ]
    rows = []
    for _, group in told.groupby(sides, dropna=False, sort=False) if len(told) else ():
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
        label = f"{_flow(row, say, lang)}{goods}, {period} ({_unit(row, say)})"
        for (low, high), how in zip(row["values"], row["qualifiers"], strict=True):
            rows.append(
                {
                    "label": label,
                    "value": (low + high) / 2,
                    "low": low,
                    "high": high,
                    "told": _as_told(low, high, how, _unit(row, say), say, lang),
                    "unit_name": _unit(row, say),
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
        return amount(float(f"{value:.3g}"), lang, _unit(row, say)) if value == value and value is not None else ""

    gap, period = row["gap"], period_name(row["period_start"], row["period_end"], say, lang)
    return {
        "what": f"{say('figures.measure_' + row['measure'])}, {period}",
        "quoted": amount(row["quoted"], lang, _unit(row, say)),
        "rate": row["rate"],
        "implied_before": told(row["implied_before"]),
        "quoted_before": told(row["quoted_before"]),
        "gap": f"{number(100 * gap, lang, 1)} %" if gap is not None and gap == gap else "",
        "series": counter(row, say, lang),
        "sentence": row["sentence"],
        "file": row["file"],
    }


def coverage(table, say, pair=None):
    """How many figures were found, drawn and left out, and why: label, value, in that order."""
    why = _why(table, pair).map(lambda reason: reason or "drawn") if len(table) else pd.Series(dtype=object)
    counts = why.value_counts()
    order = ["drawn", *reconcile.REASONS, "weight", "other_pair"]
    return pd.DataFrame(
        [
            {"label": say(f"figures.reason_{reason.replace(' ', '_')}"), "value": int(counts[reason])}
            for reason in order
            if reason in counts
        ],
        columns=["label", "value"],
    )


def _why(table, pair=None):
    """Why each figure is in no chart of the pair's levels, None where it is in one, as a Series."""
    why = reconcile.not_drawn(table)
    counted = table["measure"].isin(TRADE) & (table["unit"] != "money")
    elsewhere = ~table.index.isin(figures.pair(table, *pair).index) if pair else False
    return why.mask(why.isna() & counted, "weight").mask(why.isna() & ~counted & elsewhere, "other_pair")


def left_out(table, say, lang, pair=None):
    """The figures that are in no chart of levels, each with the reason: surface, reason, sentence, file."""
    why = _why(table, pair)
    rest = _named(table[why.notna()], say, lang)
    return rest.assign(reason=[say(f"figures.reason_{reason.replace(' ', '_')}") for reason in why.dropna()])


def provenance(table, say, lang, folder="../corpus"):
    """Every figure with the words that say so and a link to its page, ready to be shown or saved.

    Columns: figure, what, who (pair), period, how (modality and qualifier), source, evidence, sentence, page (a link),
    file (its name alone).
    """
    rows = [_proof(row, say, lang, folder) for row in _named(table, say, lang).to_dict("records")]
    columns = ["figure", "what", "who", "period", "how", "source", "evidence", "sentence", "page", "file"]
    return pd.DataFrame(rows, columns=columns)


def _proof(row, say, lang, folder):
    of = f" ({say('figures.measure_' + row['of_measure'])})" if isinstance(row["of_measure"], str) else ""
    signs = (
        [say("figures." + row["modality"])]
        + ([say("figures." + row["qualifier"])] if row["qualifier"] != "exact" else [])
        + ([say("figures.negated")] if row["negated"] else [])
        + ([say(f"figures.{_less(row)}")] if row["value_max"] < 0 else [])
    )
    return {
        "figure": row["surface"],
        "what": row["measure_name"] + of + (f", {row['commodity']}" if isinstance(row["commodity"], str) else ""),
        "who": pair_name(row["reporter"], row["partners"], say, lang) if row["partners"] or row["reporter"] else "",
        "period": row["period"],
        "how": ", ".join(signs),
        "source": row["source_of_figure"] if isinstance(row["source_of_figure"], str) else "",
        "evidence": say(f"figures.evidence_{row['partner_evidence']}"),
        "sentence": row["sentence"],
        "page": _link(row["file"], folder),
        "file": row["file"],
    }


def _less(row):
    """The word for a value below zero, which the printed number alone ("giảm 3,4%") does not show."""
    return "falls" if row["measure"] == "growth_rate" else "deficit"


def _link(file, folder):
    address = quote(f"{folder}/{file}")
    return f'<a href="{address}">{html.escape(str(file))}</a>'


def as_html(table, columns, say):
    """The table as HTML: links of the column "page" live, every other cell escaped, so that no page's text can run."""
    return tables.as_html(shown(table, columns, say), say.lang, links=[say("figures.column_page")])


def shown(table, columns, say, top=None):
    """The columns a reader is shown, under headings in their language; numbers without binary noise."""
    part = (table[columns].head(top) if top else table[columns]).copy()
    for column in part.select_dtypes("float").columns:
        part[column] = [None if value != value else float(f"{value:.4g}") for value in part[column]]
    return part.rename(columns={name: say(f"figures.column_{name}") for name in columns}).astype(object)


def suspects(table, lang):
    """The printed figures that cannot be true, with the reason in words of `lang` in `suspect`."""
    why = reconcile.suspect(table, lang)
    return table[why.notna()].assign(suspect=why.dropna())


def unread(articles, say):
    """Numbers that look like figures and cannot be read with certainty: surface, sentence, suspect (why), file."""
    about = articles[["file", "text", "published"]].itertuples(index=False)
    found = [(surface, sentence, say(f"doubt.{doubt}"), file)
             for file, text, day in about for surface, sentence, doubt in figures.unread(text, day)]  # fmt: skip
    return pd.DataFrame(found, columns=["surface", "sentence", "suspect", "file"])


def others(table, one, two, say, lang):
    """Trade figures that are about other pairs: partner, surface, period, sentence, file; one row a fact."""
    trade = table[table["is_trade"].astype(bool) & table["partners"].map(bool)]
    return _named(trade[~_between(trade, one, two)], say, lang).drop_duplicates("fact")


def _between(table, one, two):
    """True for each row about these two countries, as a Series."""
    sides = zip(table["reporter"], table["partners"], strict=True)
    return pd.Series([{reporter, *codes} == {one, two} for reporter, codes in sides], index=table.index, dtype=bool)


def pair_state(table, one, two, say, lang):
    """One sentence: how many trade figures the articles hold on this pair, and with whom the others are.

    A figure that a reprint or the same page tells again counts once; the sentence adds how often all are told.
    """
    names = {"one": place_name(one, say, lang), "two": place_name(two, say, lang)}
    mine = table[table["is_trade"].astype(bool) & _between(table, one, two)]
    rest = others(table, one, two, say, lang)
    key = "some" if len(mine) else "none" if len(rest) else "nothing"
    listed = ", ".join(f"{partner} ({n})" for partner, n in rest["partner"].value_counts(sort=True).items())
    counts = {"n": mine["fact"].nunique(), "told": len(mine), "others": len(rest)}
    return say(f"figures.pair_{key}", listed=listed, **counts, **names)
