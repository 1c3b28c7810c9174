"""A figure's codes come in; its pair, period, flow, unit and who counts go out, in words of the reader's language."""

import pandas as pd

from analysis import places
from analysis.cells import sentence_case

WHOSE = ("export", "import")  # measures that mean another flow when the other side says them
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
    """A period in short: "2024", "first 9 months of 2025", "Feb 2025", "Q1 2025", "2016–2021"; "" without dates."""
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
    name, name_last = (f"{pd.Timestamp(2000, month, 1):%b}" for month in (first, first + count - 1))
    if count == 1:
        return say("figures.period_month", month=first, name=name, year=year)
    if count == 3 and first % 3 == 1:
        return say("figures.period_quarter", quarter=(first + 2) // 3, year=year)
    kind = "period_months" if whole else "period_span"
    ends = {"first": first, "last": first + count - 1, "name": name, "name_last": name_last}
    return say(f"figures.{kind}", n=count, year=year, **ends)


def _is_month_end(day):
    return (pd.Timestamp(day) + pd.Timedelta(days=1)).day == 1


def _day(day, lang):
    date = pd.Timestamp(day)
    return f"{date.day}/{date.month}/{date.year}" if lang == "vi" else f"{date.day} {date:%b} {date.year}"


def counter(row, say, lang):
    """Who counts a figure: "counted by Russia", or "source not named"."""
    code = row["counted_by"]
    named_side = isinstance(code, str)
    return say("figures.counted", who=place_name(code, say, lang)) if named_side else say("figures.counted_unknown")


def counters(one, two, say, lang):
    """Who may count the figures of a pair, in the order that gives each the same colour in every chart."""
    rows = ({"counted_by": code} for code in (None, one, two))
    return [counter(row, say, lang) for row in rows]


def flow_name(row, say, lang):
    """What flows and whose it is: "Viet Nam's exports to Russia", "Turnover: Viet Nam – Russia"."""
    here = place_name(row["reporter"], say, lang)
    there = ", ".join(place_name(code, say, lang) for code in row["partners"])
    ways = {"export": (here, there), "outbound": (here, there), "import": (there, here), "inbound": (there, here)}
    one, two = ways.get(row["flow_direction"], (here, there))
    sign = "→" if row["flow_direction"] in ways else "–"
    if row["measure"] in WHOSE and row["reporter"] and there:
        return say(f"figures.flow_{row['measure']}", one=here, two=there)
    return f"{sentence_case(say('figures.measure_' + row['measure']))}: {one} {sign} {two}"


def whose(measure, reporter, say, lang):
    """The measure with the country whose it is where that makes a difference: "Viet Nam's exports", "turnover"."""
    if measure in WHOSE and isinstance(reporter, str):
        return say(f"figures.whose_{measure}", one=place_name(reporter, say, lang))
    return say(f"figures.measure_{measure or 'other'}")


def unit_name(row, say):
    if row["unit"] == "money":
        return row["currency"] if isinstance(row["currency"], str) else say("figures.no_currency")
    return say(f"figures.unit_{row['unit']}")


def how_told(row, say):
    """How a figure is told where it is not plainly reached and exact: "forecast, over"; else ""."""
    codes = [code for code in (row["modality"], row["qualifier"]) if code not in ("actual", "exact")]
    return ", ".join(say(f"figures.{code}") for code in codes)


def named(table, say, lang):
    """The table with the columns that all charts share: measure and period in words, who counts, partner's name."""
    rows = table.to_dict("records")
    return table.assign(
        measure_name=[say(f"figures.measure_{row['measure']}") for row in rows],
        flow_name=[flow_name(row, say, lang) for row in rows],
        period=[period_name(row["period_start"], row["period_end"], say, lang) for row in rows],
        counter=[counter(row, say, lang) for row in rows],
        partner=[", ".join(place_name(code, say, lang) for code in row["partners"]) for row in rows],
        unit_name=[unit_name(row, say) for row in rows],
    )


def shared_unit(table):
    """The unit that all rows have, for the axis of a chart; "" where they differ or there are none."""
    units = set(table["unit_name"])
    return units.pop() if len(units) == 1 else ""
