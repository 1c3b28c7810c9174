"""A table of events comes in; the text of a calendar file (iCalendar, RFC 5545) that any calendar opens goes out."""

import hashlib
from datetime import timedelta

import pandas as pd

from analysis import rules


def to_ics(found, lang=None, status=("planned", "postponed", "ongoing")):
    """The dated events of these statuses as one VCALENDAR text with CRLF line ends; whole days, end day exclusive.

    `found` is a table of events.table() or events.merged(). The summary is in `lang`; the description is the sentence
    and the file it stands in. No time of making is written, so that equal events give equal bytes.

    >>> to_ics(pd.DataFrame(columns=["status", "date_start"])).count("BEGIN:VEVENT")
    0
    """
    say = rules.texts(lang)
    rows = found[found["status"].isin(status) & found["date_start"].notna()].to_dict("records")
    maker = "PRODID:-//Viet Nam and Russia in the news//events//EN"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", maker, "CALSCALE:GREGORIAN"]
    lines += [line for row in rows for line in _entry(row, say)]
    return "".join(_folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"])


def _entry(row, say):
    start = row["date_start"]
    end = row["date_end"] if pd.notna(row["date_end"]) else start
    source = row.get("files") or row["file"]
    stamp = row["published"] if pd.notna(row["published"]) else start
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(row)}",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{end + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary(row, say))}",
        *([f"LOCATION:{_escaped(row['place'])}"] if row["place"] else []),
        f"DESCRIPTION:{_escaped(row['sentence'] + ' (' + source + ')')}",
        f"STATUS:{'TENTATIVE' if row['status'] == 'planned' else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def summary(row, say):
    """What an event is in a few words: its type, countries and persons."""
    who = f": {row['who']}" if row["who"] else ""
    return f"{say('events.type_' + row['type'])} ({row['countries']}){who}"


def _uid(row):
    told = f"{row['type']} {row['countries']} {row['date_start']} {row['sentence']}"
    return hashlib.sha256(told.encode()).hexdigest()[:24] + "@events"


def _escaped(text):
    """Text as RFC 5545 wants it: backslash, comma, semicolon and line break escaped."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _folded(line):
    """A line in pieces of at most 74 bytes, a space before each but the first, never inside a letter."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > 73:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
