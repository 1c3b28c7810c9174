"""Topics against hand-labelled passages: micro F1, F1 of each topic, main topic right, passages without any left empty.

Only `dev` was read while the codebook was written. `test` has been scored often since; `test2`, by another writer, once,
when the codebook stood. F1 counts (passage, topic) pairs. Its topics have too few
pairs to be scored one by one.
"""

import json

from scoring import GOLD, Score, f1

from analysis import codebook, topics

TARGETS = {"micro F1": 0.90, "main topic right": 0.88, "none left empty": 0.95}


def passages(split):
    """The rows of one split of tests/gold/topics.jsonl."""
    rows = map(json.loads, (GOLD / "topics.jsonl").read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["split"] == split]


def counts(pairs, topic=None):
    """Right, found and wanted (passage, topic) pairs, of one topic or of all."""
    kept = [({t for t in got if topic in (None, t)}, {t for t in want if topic in (None, t)}) for got, want in pairs]
    return sum(len(g & w) for g, w in kept), sum(len(g) for g, _ in kept), sum(len(w) for _, w in kept)


def measure(rows, label=topics.label):
    """{name: (value, n)} of the three figures over the passages and of each topic."""
    pairs = [(label(row["text"]), row["topics"]) for row in rows]
    with_topic, without = [p for p in pairs if p[1]], [p for p in pairs if not p[1]]
    found = {
        "micro F1": (f1(*counts(pairs)), counts(pairs)[2]),
        "main topic right": (sum(g[:1] == w[:1] for g, w in with_topic) / len(with_topic), len(with_topic)),
        "none left empty": (sum(not g for g, _ in without) / len(without), len(without)),
    }
    return found | {name: (f1(*counts(pairs, name)), counts(pairs, name)[2]) for name in codebook.book().topics}


FLOORS = {
    "dev": {
        "micro F1": 0.975, "main topic right": 0.965, "none left empty": 0.993, "agriculture": 0.98,
        "culture_tourism": 0.96, "defence_security": 1, "education_training": 0.969, "energy_oil_gas": 0.96,
        "health": 0.981, "history": 0.936, "investment": 0.975, "local_cooperation": 0.978, "multilateral": 1,
        "nuclear_power": 1, "people_to_people": 1, "politics_diplomacy": 0.967, "science_technology": 0.916,
        "trade": 1, "transport_logistics": 0.966,
    },
    "test": {
        "micro F1": 0.925, "main topic right": 0.907, "none left empty": 0.968, "agriculture": 0.9,
        "culture_tourism": 0.916, "defence_security": 0.952, "education_training": 0.928,
        "energy_oil_gas": 0.952, "health": 1, "history": 0.888, "investment": 1, "local_cooperation": 0.941,
        "multilateral": 0.842, "nuclear_power": 1, "people_to_people": 0.909, "politics_diplomacy": 0.962,
        "science_technology": 0.818, "trade": 0.88, "transport_logistics": 0.923,
    },
    "test2": {"micro F1": 0.918, "main topic right": 0.837, "none left empty": 1},
}  # fmt: skip


def rows():
    for split in FLOORS:
        for name, (value, n) in measure(passages(split)).items():
            if name in FLOORS[split]:
                target = TARGETS.get(name, 0.80)
                yield Score(f"topics {split}: {name}", value, n, FLOORS[split][name], target=target)
