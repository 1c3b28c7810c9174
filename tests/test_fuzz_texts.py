"""Any text can be read for topics, figures, people, events and quotations: sentences cut and joined anywhere, any signs."""

import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring import GOLD

from analysis import events, figures, people, quotations, topics
from analysis.vietnamese import nfc

SECONDS = 15
GIVEN = [row for name in ("figures", "events", "topics", "people")
         for row in map(json.loads, (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
         if row["split"] == "dev"]  # fmt: skip
SYLLABLES = [row["text"].split() for row in GIVEN]
ODD = ["", "Nga", "7", "0", "%", "“", "(", "¹", "USD²", "½", "٣", "Ⅷ", "31/2", "13/13", "tháng 13", "quý 0", "năm 0", "0/0/0000", "1e9", "--", "tỷ",
       "31/4/2025 - 1/1", "99:99", "9" * 40, "1.2.3,4.5", "tr", "từ", "đến", "so với", "lần lượt", "trong đó", "và", "-", "/"]  # fmt: skip


def read(text, published="2025-05-09"):
    """The text by every reader, as a page's text and as its title."""
    article = {"text": nfc(text), "title": text[:100], "published": published, "captions": [text[-100:]]}
    persons = people.of_article(article)
    events.of_article({**article, "persons": persons})
    quotations.of_article({**article, "persons": persons})
    figures.of_article(article)
    topics.mentions(text, text[:100])


def spliced(dice):
    """Pieces of sentences, most beginning or ending in the middle, some with a word lost, twice or in capitals."""
    words = []
    for piece in (dice.choice(SYLLABLES) for _ in range(dice.randint(1, 6))):
        first = dice.randrange(len(piece)) if dice.random() < 0.7 else 0
        words += piece[first : first + dice.randint(1, len(piece))] + dice.choice([[], [], ["."], ["\n"], [","]])
    for _ in range(dice.randint(0, 6)):
        at = dice.randrange(len(words))
        words[at] = dice.choice([words[at].upper(), f"{words[at]} {words[at]}", *dice.sample(ODD, 4)])
    return " ".join(words)


def test_sentences_cut_and_joined_anywhere_are_read_without_an_exception():
    ends, seed = time.monotonic() + SECONDS, 0
    while time.monotonic() < ends:
        text, seed = spliced(random.Random(seed)), seed + 1
        try:
            read(text, None if seed % 5 == 0 else "2025-05-09")
        except Exception as error:
            pytest.fail(f"{type(error).__name__}: {error} in {text!r}")


@settings(max_examples=150, deadline=None, derandomize=True)  # the same examples on every machine
@given(
    st.lists(
        st.sampled_from(ODD)
        | st.sampled_from(sorted({word for piece in SYLLABLES for word in piece}))
        | st.text(max_size=8),
        max_size=30,
    )
)
def test_any_words_in_any_order_are_read_without_an_exception(words):
    read(" ".join(words))
