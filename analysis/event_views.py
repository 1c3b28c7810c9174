"""Tables of events, people and quotations come in; the same with words of a language instead of codes go out."""

import pandas as pd

from analysis import rules
from analysis.notation import days, is_whole
from analysis.topic_views import pair_name, partner

EVENT_COLUMNS = ["date_start", "date_end", "type", "status", "countries", "guest", "host", "place", "who", "articles",
                 "sentence", "files"]  # fmt: skip

LISTED_COLUMNS = ["when", "type", "status", "countries", "place", "who", "articles", "sentence", "files"]


def of_countries(codes, lang=None):
    """Names of the countries in a text of codes: "RU, VN" -> "Russia, Vietnam"; "" for None."""
    return ", ".join(partner(code, lang) for code in codes.split(", ")) if isinstance(codes, str) and codes else ""


def events(found, lang=None, columns=None):
    """The events of events.merged() in words: type, status, countries, guest, host; dates as days or ""."""
    say, shown = rules.texts(lang), found.copy()
    for column, key in (("type", "type"), ("status", "status")):
        shown[column] = [say(f"events.{key}_{code}") for code in shown[column]]
    for column in ("countries", "guest", "host"):
        shown[column] = [of_countries(codes, say.lang) for codes in shown[column]]
    both = list(zip(found["date_start"], found["date_end"], strict=True))
    written = ["%Y-%m" if is_whole(*ends) else "%Y-%m-%d" for ends in both]
    for column in ("date_start", "date_end"):
        shown[column] = _days(shown[column], written)
    return shown[columns or EVENT_COLUMNS].fillna("")


def listing(found, lang=None):
    """The events of events.merged() in words as a page has room for them: one column for days, one for sides."""
    shown = events(found, lang)
    spans = zip(found["date_start"], found["date_end"], strict=True)
    shown["when"] = [days(*span, lang) if pd.notna(span[0]) else "" for span in spans]
    sides = zip(shown["guest"], shown["host"], shown["countries"], strict=True)
    shown["countries"] = [f"{guest} → {host}" if guest and host else both for guest, host, both in sides]
    return shown[LISTED_COLUMNS]


def calendar(found, lang=None):
    """The dated events with two columns more: `label` (what, who, where to) and `kind` (the type in words)."""
    say, dated = rules.texts(lang), found[found["date_start"].notna()].copy()
    dated["kind"] = [say(f"events.type_{code}") for code in dated["type"]]
    dated["label"] = [_label(row, say) for row in dated.to_dict("records")]
    return dated.reset_index(drop=True)


def _label(row, say):
    """ "Visit: Tô Lâm (Viet Nam to Russia)", "Talks: Tô Lâm, Vladimir Putin, Moskva; planned"."""
    sides = [partner(row[side], say.lang) for side in ("guest", "host") if row[side]]
    way = f" ({' → '.join(sides)})" if len(sides) == 2 else ""
    about = row["who"] or _snippet(row)
    told = [part for part in (about, row["place"] if row["place"] not in about else "") if part]
    state = "" if row["status"] == "done" else f"; {say('events.status_' + row['status'])}"
    state += f"; {say('events.no_day')}" if is_whole(row["date_start"], row["date_end"]) else ""
    return say(f"events.type_{row['type']}") + (": " + ", ".join(told) if told else "") + way + state


def _snippet(row, letters=44):
    """The words of the sentence behind the one that names the event, as many as fit."""
    after = row["sentence"].partition(row["evidence"])[2].lstrip(" ,;:.”\"’)»").rstrip(" ,;:.“‘(«")
    short = after if len(after) <= letters else after[:letters].rpartition(" ")[0].rstrip(" ,;:“‘(«") + " …"
    return f"… {short}" if short else ""


def people(register, lang=None):
    """The register of people.register() with names of countries; a side that is not told says so."""
    say = rules.texts(lang)
    sides = [of_countries(code, say.lang) or say("people.no_side") for code in register["country"]]
    days = {column: _days(register[column]) for column in ("first", "last")}
    return register.assign(country=sides, **days).fillna("")


def _days(times, written=None):
    """ISO days; where `written` says so, only the month, because the text tells no more."""
    written = written or ["%Y-%m-%d"] * len(times)
    return [time.strftime(as_told) if pd.notna(time) else "" for time, as_told in zip(times, written, strict=True)]


def periods(series, every):
    """The table of people.over_time() with the periods as text: "2025", "2025 Q1" or "2025-03"."""
    written = {"Y": "%Y", "M": "%Y-%m"}
    days = series["period"]
    texts = [f"{day:%Y} Q{day.quarter}" if every[0] == "Q" else day.strftime(written[every[0]]) for day in days]
    return series.assign(period=texts)


def quotations(said, lang=None):
    """The quotations with sides, kind and `how` in words, newest first."""
    say, shown = rules.texts(lang), said.sort_values("published", ascending=False, kind="stable")
    return shown.assign(
        country=[of_countries(code, say.lang) for code in shown["country"]],
        kind=[say(f"people.kind_{kind}") for kind in shown["kind"]],
        how=[say(f"people.how_{how}") for how in shown["how"]],
    )[["published", "person", "country", "verb", "kind", "words", "how", "file"]]


def answer(found, articles, pair, lang=None):
    """The sentence that answers the notebook: how many events of the pair, how many with a date, how many ahead."""
    say, both = rules.texts(lang), pair_name(pair, lang)
    read = int((articles["text"] != "").sum())
    if not read:
        return say("events.answer_unread")
    if found.empty:
        return say("events.answer_none", pair=both, articles=read)
    dated, planned = int(found["date_start"].notna().sum()), int((found["status"] == "planned").sum())
    return say("events.answer", pair=both, articles=read, n=len(found), dated=dated, planned=planned)
