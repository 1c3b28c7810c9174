"""However the same thing is spelled, the same figures, persons, events and topics are read: the gold's own texts, respelled."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from analysis import events_in_text, figures_in_text, people_in_text, topic_sentences, vietnamese

GOLD = Path(__file__).parent / "gold"
SPELLINGS = {
    "tỉ": lambda text: re.sub(r"\btỷ\b", "tỉ", text),
    "đô la Mỹ": lambda text: re.sub(r"\bUSD\b", "đô la Mỹ", text),
    "đôla Mỹ": lambda text: re.sub(r"\bUSD\b", "đôla Mỹ", text),
    "US$": lambda text: re.sub(r"(\d[\d.,]*) (triệu|tỷ) USD", r"\1 \2 US$", text),
    "5 %": lambda text: re.sub(r"(\d)%", r"\1 %", text),
    "hard blanks": lambda text: re.sub(r"(?<=\d) (?=triệu|tỷ|nghìn|tấn|USD|%)", "\u00a0", text),
    "LB Nga": lambda text: re.sub(r"(?<!Liên bang )(?<!LB )\bNga\b", "LB Nga", text),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "hoá": lambda text: text.replace("hóa", "hoá").replace("hòa", "hoà").replace("thủy", "thuỷ"),
    "plain dashes and quotes": lambda text: re.sub("[“”]", '"', re.sub("[–—]", "-", text)),
    "a dateline": lambda text: f"Hà Nội (TTXVN) – {text}",
    "a site's name": lambda text: f"VOV.VN - {text}",
}


def texts(name, every):
    """One in `every` of the texts of a gold file that rules may learn from, with their dates and titles."""
    rows = [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]
    return [(row["text"], row.get("pub_date"), row.get("title")) for row in rows if row["split"] == "dev"][::every]


def figures(text, published, title):
    found = figures_in_text.find(text, published, title)
    return [(f.value_min, f.value_max, f.unit, f.currency, f.qualifier, f.measure, f.of_measure, f.reporter, f.partners,
             f.flow_direction, f.period_start, f.period_end, f.modality, f.delta) for f in found]  # fmt: skip


def events(text, published, title):
    found = events_in_text.find(text, published, title)
    return [(e.type, e.status, e.date_start, e.date_end, e.countries, e.guest, e.host) for e in found]


def persons(text, published, title):
    return [(p.person, p.country, p.role) for p in people_in_text.find(text, title)]


def topics(text, published, title):
    words = topic_sentences.joined_words(vietnamese.cuts(text))
    read = topic_sentences.read(vietnamese.nfc(text), title or "", words)
    return [(one.related, one.partners, [mention.topic for mention in one.mentions]) for one in read]


READERS = {"figures": (figures, 4), "events": (events, 3), "people": (persons, 2), "topics": (topics, 3)}
# "LB Nga" for persons called Nga, and where the country's name stands in another's ("Nga Sơn").
NAMES = {("people", "LB Nga"), ("topics", "LB Nga"), ("events", "LB Nga"), ("figures", "LB Nga")}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("name", READERS)
def test_another_spelling_changes_nothing(name, spelling):
    reader, every = READERS[name]
    changed = []
    for text, *about in texts(f"{name}.jsonl", every):
        again = SPELLINGS[spelling](text)
        named = (name, spelling) in NAMES and re.search(r"\w Nga \w*[A-ZĐ]|(?:chị|bà|cô|bạn) Nga|Nga Sơn", text, re.I)
        if again != text and not named and reader(text, *about) != reader(again, *about):
            changed.append(again)
    assert changed == []


ONLY_RUSSIA = re.compile(r"Việt\s*[-–]\s*Nga|Nga\s*[-–]\s*Việt|rúp|ruble|Moskva|Kaluga|Novoross|Viễn Đông|Siberia|Saint|"
                         r"Rosstat|Vladivostok|(?:người|tiếng) Nga|Liên Xô|EAEU|Á - Âu|Hàn Quốc|Putin|Kremlin")  # fmt: skip


def test_another_partner_in_russias_place_is_read_as_russia_is():
    changed = []
    for text, published, title in texts("figures.jsonl", 2):
        if ONLY_RUSSIA.search(f"{text} {title or ''}") or " Nga" not in f" {text}":
            continue
        korea = re.sub(r"(?:Liên bang |LB )?\bNga\b", "Hàn Quốc", text)
        told = re.sub(r"(?:Liên bang |LB )?\bNga\b", "Hàn Quốc", title) if title else title
        was = repr(figures(text, published, title)).replace("'RU'", "'KR'")
        if repr(figures(korea, published, told)) != was:
            changed.append(korea)
    assert changed == []
