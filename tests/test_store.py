"""Work is done once, redone when what it depends on changes, and never lost or wrong when the cache is."""

import os
import sqlite3
import subprocess
import sys

import pytest

from analysis import letters, rules, store

calls = []


def shout(item):
    calls.append(item)
    return {"text": item["text"].upper(), "words": len(item["text"].split())}


def stop_at_five(item):
    if item == 5:
        raise KeyboardInterrupt
    calls.append(item)
    return item


@pytest.fixture(autouse=True)
def fresh(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("WORKBOOK_ENGINE", "one")
    calls.clear()


ITEMS = [{"file": "a.txt", "text": "thăm Nga"}, {"file": "b.txt", "text": "trao đổi đoàn"}]


def test_second_run_works_on_nothing_and_returns_the_same():
    first = store.each("shout", shout, ITEMS)
    assert [row["text"] for row in first] == ["THĂM NGA", "TRAO ĐỔI ĐOÀN"]
    assert store.each("shout", shout, ITEMS) == first
    assert len(calls) == 2


def test_only_a_new_or_changed_page_is_worked_on():
    store.each("shout", shout, ITEMS)
    changed = [ITEMS[0], {**ITEMS[1], "text": "trao đổi"}, {"file": "c.txt", "text": "mới"}]
    assert [row["words"] for row in store.each("shout", shout, changed)] == [2, 2, 1]
    assert calls[2:] == changed[1:]


def test_results_come_in_the_order_of_the_items_and_repeats_are_worked_out_once():
    assert [row["words"] for row in store.each("shout", shout, [ITEMS[1], ITEMS[0], ITEMS[1]])] == [3, 2, 3]
    assert len(calls) == 2


def test_a_damaged_cache_is_rebuilt_and_said_so():
    store.each("shout", shout, ITEMS)
    (store.place() / "results.sqlite").write_bytes(b"not a database at all" * 400)
    with pytest.warns(store.CacheWarning, match="damaged"):
        again = store.each("shout", shout, ITEMS)
    assert [row["words"] for row in again] == [2, 3]
    assert store.each("shout", shout, ITEMS) == again and len(calls) == 4


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "file"))
    with pytest.warns(store.CacheWarning, match="going on without it"):
        assert [row["words"] for row in store.each("shout", shout, ITEMS)] == [2, 3]


def test_a_killed_run_keeps_the_batches_it_had_finished(monkeypatch):
    monkeypatch.setattr(store, "BATCH", 2)
    with pytest.raises(KeyboardInterrupt):
        store.each("count", stop_at_five, [1, 2, 3, 4, 5, 6])
    with pytest.raises(KeyboardInterrupt):
        store.each("count", stop_at_five, [1, 2, 3, 4, 5, 6])
    assert calls == [1, 2, 3, 4]


def test_rows_of_the_cache_can_be_read_with_any_sqlite_tool():
    store.each("shout", shout, ITEMS)
    with sqlite3.connect(store.place() / "results.sqlite") as connection:
        rows = connection.execute("SELECT stage, file, result FROM results ORDER BY file").fetchall()
    assert rows[0] == ("shout", "a.txt", '{"text":"THĂM NGA","words":2}')


def test_a_changed_rule_file_changes_the_version_of_what_reads_it_only(tmp_path, monkeypatch):
    for name in ("words.txt", "money.toml"):
        (tmp_path / name).write_text("")
    monkeypatch.setattr(rules, "ROOT", tmp_path)
    monkeypatch.setattr(store, "_behind", lambda module: (("letters",), ("words.txt",)))
    before = store.version_of(letters.nfc)
    (tmp_path / "money.toml").write_text("a = 1")
    assert store.version_of(letters.nfc) == before
    (tmp_path / "words.txt").write_text("Quốc hội")
    assert store.version_of(letters.nfc) != before


def test_two_processes_may_use_the_cache_at_once(tmp_path):
    code = (
        "from analysis import store, rules\n"
        "print(len(store.each('print', rules.fingerprint, [f'{n}.toml' for n in range(600)])))"
    )
    env = {**os.environ, "PYTHONPATH": str(rules.ROOT.parent)}
    runs = [subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE) for _ in range(3)]
    assert [run.communicate(timeout=60)[0].strip() for run in runs] == [b"600"] * 3


def test_the_same_result_over_processes_as_in_one(monkeypatch):
    items = [f"{n}.toml" for n in range(60)]
    alone = store.each("print", rules.fingerprint, items)
    monkeypatch.setenv("WORKBOOK_ENGINE", "loky")
    monkeypatch.setenv("WORKBOOK_WORKERS", "2")
    assert store.each("print again", rules.fingerprint, items) == alone
