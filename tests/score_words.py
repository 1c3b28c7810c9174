"""Words against hand-segmented sentences: F1 of words and the share of sentences without an error.

A word is right when its first and last letter are. "~" in the gold marks joins on which conventions differ: both ways
are right. Letters are compared without spaces, as the words put together are the sentence without its spaces.
"""

import json
import sys
import time

from analysis import vietnamese
from tests.scoring import GOLD, SHARED, Score, f1


def spans(words):
    """Each word as (start, end) in the sentence without spaces."""
    found, at = [], 0
    for word in words:
        size = len(word.replace(" ", ""))
        found.append((at, at + size))
        at += size
    return found


def wanted(gold, found):
    """The gold words as spans; an optional join is taken the way the found words have it."""
    starts, result, at = {start for start, _ in found}, [], 0
    for word in gold:
        begin = at
        for number, part in enumerate(word.split("~")):
            if number and at in starts:
                result.append((begin, at))
                begin = at
            at += len(part.replace(" ", ""))
        result.append((begin, at))
    return result


def measure(rows, split_words=vietnamese.words):
    """F1 of words and share of faultless sentences."""
    right = found_all = wanted_all = faultless = 0
    for row in rows:
        found = spans(split_words(row["text"]))
        gold = wanted(row["gold"], found)
        right += len(set(found) & set(gold))
        found_all += len(found)
        wanted_all += len(gold)
        faultless += found == gold
    return f1(right, found_all, wanted_all), faultless / len(rows)


def read(path):
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def speed(texts, rounds=4):
    """Time of our words divided by that of plain word_tokenize on the same texts, in turns, nothing cached."""
    from underthesea import word_tokenize

    ours = plain = 0.0
    vietnamese.words(texts[0]), word_tokenize(texts[0])
    for _ in range(rounds):
        for text in texts:
            vietnamese.forget()
            begin = time.process_time()
            vietnamese.words(text)
            middle = time.process_time()
            word_tokenize(text, use_token_normalize=False)
            ours, plain = ours + middle - begin, plain + time.process_time() - middle
    return ours / plain


def rows():
    """Word F1 on the shared gold (if there), on the project's own sentences, and those set aside; then the speed."""
    shared = SHARED / "data" / "words_gold.jsonl"
    own = read(GOLD / "words.jsonl")
    sets = [("own, dev", [row for row in own if row["split"] == "dev"], 0.994, 0.971, 0.965)]
    sets.append(("own, set aside", [row for row in own if row["split"] == "test"], 0.991, 0.914, 0.965))
    if shared.is_file():
        sets.insert(0, ("seed sentences", read(shared), 0.999, 0.977, 0.985))
    for name, sentences, floor, faultless_floor, target in sets:
        value, faultless = measure(sentences)
        yield Score(f"words: F1, {name}", value, len(sentences), floor, target=target)
        yield Score(f"words: sentences without an error, {name}", faultless, len(sentences), faultless_floor, target=0.75)
    texts = ["\n".join(row["text"] for row in own[start : start + 10]) for start in range(0, len(own), 10)]
    yield Score("words: time against plain word_tokenize", speed(texts), len(texts), 1.3, "low", 1.3)


if __name__ == "__main__":
    for score in rows():
        print(score, file=sys.stdout)
