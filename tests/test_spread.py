"""Work handed to processes or a cluster gives what one process gives, and a lost worker or a killed run loses nothing."""

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from analysis import cache, engines, rules, store, vietnamese

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [path for path in (str(HERE), str(ROOT)) if path not in sys.path]

import spread_work  # noqa: E402

SENTENCES = [
    "Thăm Nga lần thứ {n}.",
    "Kim ngạch đạt {n},5 tỷ USD, tăng {n}%.",
    "Hội chợ sách mở cửa tại Mát-xcơ-va ngày {n}/5.",
]
TEXTS = [" ".join(SENTENCES[k % 3].format(n=n + k) for k in range(4)) for n in range(80)]
ITEMS = [{"file": f"{n}.txt", "text": text} for n, text in enumerate(TEXTS)]


@pytest.fixture(autouse=True)
def eager(tmp_path, monkeypatch):
    """A cache of its own, no patience (work goes out at once), two workers, no losses yet."""
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("WORKBOOK_WORKERS", "2")
    monkeypatch.setattr(engines, "PATIENCE", 0.0)
    for name, value in (("alone", 0.0), ("asked", False), ("losses", 0), ("scale", 1)):
        monkeypatch.setattr(engines.Helpers, name, value)


def stored():
    """The bytes of all results in the cache, by key."""

    with sqlite3.connect(cache.place() / "results.sqlite") as connection:
        return connection.execute("SELECT key, file, result FROM results ORDER BY key").fetchall()


def test_two_processes_store_the_same_bytes_as_one(tmp_path, monkeypatch):
    kept = []
    for engine in ("one", "loky"):
        monkeypatch.setenv("WORKBOOK_ENGINE", engine)
        monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / engine))
        results = store.each("words", vietnamese.cuts, TEXTS)
        kept.append((results, stored()))
    assert kept[0] == kept[1] and len(kept[0][1]) == 80


def test_work_really_goes_to_other_processes(monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "loky")
    pids = set(store.spread(spread_work.who, ITEMS[:40]))
    assert len(pids) == 2 and os.getpid() not in pids


def test_little_work_starts_no_process(monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "loky")
    monkeypatch.setattr(engines, "PATIENCE", 3.0)
    assert set(store.spread(spread_work.who, ITEMS[:40])) == {os.getpid()}
    assert set(store.spread(spread_work.who, ITEMS[:5])) == {os.getpid()}


def test_much_work_is_told_from_its_first_items(monkeypatch):
    """300 items of 20 ms are six seconds: most of them go out, although three seconds have not passed."""
    monkeypatch.setenv("WORKBOOK_ENGINE", "loky")
    monkeypatch.setattr(engines, "PATIENCE", 3.0)
    pids = store.spread(spread_work.who, (ITEMS * 4)[:300])
    assert pids.count(os.getpid()) < 30


def test_helpers_work_on_the_next_batch_while_results_are_used(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "loky")
    monkeypatch.setattr(engines, "BATCH", 40)
    store.spread(spread_work.who, ITEMS[:40])  # so that they are there
    items = [{**item, "mark": str(tmp_path / item["file"])} for item in ITEMS]
    results = store.stream("marks", spread_work.touch, items)
    assert next(results) == "0.txt"
    until = time.monotonic() + 20
    while not (tmp_path / "79.txt").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert (tmp_path / "79.txt").exists()
    assert list(results) == [item["file"] for item in items[1:]]


def test_the_second_batch_is_begun_once_the_first_one_goes_to_helpers(monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "loky")
    begun, done = threading.Event(), []
    result = engines.begin(lambda: done.append(1) or begun.set() or done, ITEMS[:40])
    assert not begun.wait(0.2)
    store.spread(spread_work.who, ITEMS[:40])
    assert begun.wait(20)
    assert result() == [1] == done


def test_what_no_helper_was_asked_for_is_done_when_its_result_is_wanted():
    done = []
    result = engines.begin(lambda: done.append(1) or done, ITEMS[:40])
    assert result() == [1]
    engines._ask()
    assert done == [1]


def test_a_worker_killed_in_mid_run_loses_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "loky")
    items = [dict(item) for item in ITEMS]
    items[40]["mark"] = str(tmp_path / "fallen")
    with pytest.warns(engines.EngineWarning, match="loky stopped"):
        assert store.each("length", spread_work.fall_over_once, items) == [len(text) for text in TEXTS]
    assert (tmp_path / "fallen").exists()


def test_when_every_worker_dies_the_work_is_done_here(monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "loky")
    items = [{**item, "home": os.getpid()} for item in ITEMS]
    with pytest.warns(engines.EngineWarning):
        assert store.each("length", spread_work.fall_over_in_every_worker, items) == [len(text) for text in TEXTS]


@pytest.mark.parametrize("engine", ["one", "loky"])
def test_a_page_that_cannot_be_read_is_named_and_stops_no_other(engine, monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", engine)
    items = [*ITEMS[:1], {"title": "Trang hỏng", "text": "hỏng"}, *ITEMS[1:]]
    with pytest.warns(store.UnreadWarning, match='"Trang hỏng" could not be read for refuse .*this text is broken'):
        found = store.each("refuse", spread_work.refuse, items, otherwise="")
    assert found == [TEXTS[0], "", *TEXTS[1:]]


def test_without_anything_to_put_in_its_place_a_fault_is_raised_with_the_page_named():
    with pytest.raises(RuntimeError, match='"hỏng" could not be read for refuse .*this text is broken'):
        store.each("refuse", spread_work.refuse, [*ITEMS, {"text": "hỏng"}])


def test_an_engine_that_is_not_there_only_costs_time(monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "ray")
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.warns(engines.EngineWarning, match="ray stopped"):
        assert [row["words"] for row in store.each("count", spread_work.count, ITEMS[:3])] == [
            len(text.split()) for text in TEXTS[:3]
        ]


def test_an_unknown_engine_is_named_with_the_known_ones(monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "spark")
    with pytest.raises(rules.RuleError, match='"spark"; use "one"'):
        store.each("count", spread_work.count, ITEMS)


def test_a_worker_with_other_rules_is_not_believed():
    answer = store._run(spread_work.count, "another version", ITEMS[:1])
    assert "are not those of this process" in answer
    with pytest.warns(engines.EngineWarning, match="not those"):
        assert engines._checked(spread_work.count, ITEMS[:1], answer)[0]["file"] == "0.txt"


# --- Dask: a scheduler and two workers as separate processes on loopback ------------------------------------------


def start(*arguments, folder):
    env = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}", "PYTHONUTF8": "1"}
    log = (folder / f"{arguments[0].rpartition('_')[2]}.log").open("ab")
    return subprocess.Popen([sys.executable, "-m", *arguments], env=env, cwd=folder, stdout=log, stderr=log)


def wait_for(true, seconds=60):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "the cluster did not start in time"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A client of a Dask scheduler with two workers, and their processes: all on 127.0.0.1."""
    distributed = pytest.importorskip("distributed", reason="needs dask[distributed] (requirements-dev.txt)")
    folder = tmp_path_factory.mktemp("dask")
    told = str(folder / "scheduler.json")
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    running = [start("distributed.cli.dask_scheduler", *local, "--port", "0", "--scheduler-file", told, folder=folder)]
    worker = [
        "distributed.cli.dask_worker",
        "--scheduler-file",
        told,
        *local,
        "--nthreads",
        "1",
        "--no-nanny",
        "--memory-limit",
        "0",
    ]
    try:
        wait_for(lambda: Path(told).exists())
        running += [start(*worker, folder=folder) for _ in range(2)]
        with distributed.Client(scheduler_file=told, set_as_default=True) as client:
            client.wait_for_workers(2, timeout=60)
            yield client, running, lambda: start(*worker, folder=folder)
    finally:
        for process in running:
            process.kill()
            process.wait()


def test_a_cluster_stores_the_same_bytes_as_one_process(cluster, tmp_path, monkeypatch):
    kept = []
    for engine in ("one", "dask"):
        monkeypatch.setenv("WORKBOOK_ENGINE", engine)
        monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / engine))
        kept.append((store.each("words", vietnamese.cuts, TEXTS), stored()))
    assert kept[0] == kept[1] and len(kept[0][1]) == 80


def test_work_goes_to_the_workers_of_the_cluster(cluster, monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "dask")
    _, running, _ = cluster
    assert set(store.spread(spread_work.who, ITEMS)) <= {process.pid for process in running[1:]}


def test_a_killed_worker_of_the_cluster_loses_nothing(cluster, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_ENGINE", "dask")
    items = [dict(item) for item in ITEMS]
    items[30]["mark"] = str(tmp_path / "fallen")
    assert store.each("length", spread_work.fall_over_once, items) == [len(text) for text in TEXTS]
    assert (tmp_path / "fallen").exists()


# --- killed runs --------------------------------------------------------------------------------------------------

RUN = """
import hashlib, sys
from analysis import engines, store, vietnamese, figures
from utils import load_corpus
engines.BATCH = 4
articles = load_corpus(sys.argv[1])
words = store.each("words", vietnamese.cuts, articles["text"])
items = [{"text": text, "title": title} for text, title in zip(articles["text"], articles["title"])]
found = store.each("figures of articles", figures.of_article, items)
print(hashlib.sha256(repr((articles.to_csv(), words, found)).encode()).hexdigest())
"""


def run(cache, rows=None):
    """The hash of all tables of a run on the sample pages, or None where it was killed when the cache held `rows`."""
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "WORKBOOK_CACHE": str(cache),
        "WORKBOOK_ENGINE": "one",
        "PYTHONUTF8": "1",
    }
    process = subprocess.Popen([sys.executable, "-c", RUN, str(ROOT / "corpus")], env=env, stdout=subprocess.PIPE)
    while rows is not None and process.poll() is None:
        if kept(cache) >= rows:
            process.kill()
        time.sleep(0.01)
    return process.communicate()[0].strip() or None


def kept(cache):
    """How many results a cache holds; none where it is not there yet, or just being made."""
    try:
        with closing(sqlite3.connect(f"file:{cache / 'results.sqlite'}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM results").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


@pytest.mark.slow
def test_ten_killed_runs_and_the_next_gives_the_tables_of_an_undisturbed_one(tmp_path):
    undisturbed, moments = run(tmp_path / "undisturbed"), random.Random(7)
    rows = sorted(moments.sample(range(int(0.9 * kept(tmp_path / "undisturbed"))), 10))
    assert [run(tmp_path / "killed", least) for least in rows] == [None] * 10
    assert run(tmp_path / "killed") == undisturbed
