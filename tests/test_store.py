"""Work is done once, redone when what it depends on changes, and never lost or wrong when the cache is."""

import ast
import datetime
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import warnings
from contextlib import closing
from functools import partial

import pytest

from analysis import (
    articles,
    cache,
    engines,
    figures,
    letters,
    people,
    rules,
    store,
    topic_sentences,
    versions,
    vietnamese,
)

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
    (cache.place() / "results.sqlite").write_bytes(b"not a database at all" * 400)
    with pytest.warns(cache.CacheWarning, match="damaged"):
        again = store.each("shout", shout, ITEMS)
    assert [row["words"] for row in again] == [2, 3]
    assert store.each("shout", shout, ITEMS) == again and len(calls) == 4


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "file"))
    with pytest.warns(cache.CacheWarning, match="going on without it"):
        assert [row["words"] for row in store.each("shout", shout, ITEMS)] == [2, 3]


def test_a_killed_run_keeps_the_batches_it_had_finished(monkeypatch):
    monkeypatch.setattr(engines, "BATCH", 2)
    with pytest.raises(KeyboardInterrupt):
        store.each("count", stop_at_five, [1, 2, 3, 4, 5, 6])
    with pytest.raises(KeyboardInterrupt):
        store.each("count", stop_at_five, [1, 2, 3, 4, 5, 6])
    assert calls == [1, 2, 3, 4]


def test_rows_of_the_cache_can_be_read_with_any_sqlite_tool():
    store.each("shout", shout, ITEMS)
    with sqlite3.connect(cache.place() / "results.sqlite") as connection:
        rows = connection.execute("SELECT stage, file, result FROM results ORDER BY file").fetchall()
    assert rows[0] == ("shout", "a.txt", '{"text":"THĂM NGA","words":2}')


def test_a_changed_rule_file_changes_the_version_of_what_reads_it_only(tmp_path, monkeypatch):
    for name in ("words.txt", "money.toml"):
        (tmp_path / name).write_text("")
    monkeypatch.setattr(rules, "ROOT", tmp_path)
    monkeypatch.setattr(versions, "_behind", lambda module: (("letters",), ("words.txt",)))
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


def test_an_edited_rule_file_redoes_the_cleaning_of_pages(tmp_path, monkeypatch):
    shutil.copytree(rules.ROOT, tmp_path / "rules")
    monkeypatch.setattr(rules, "ROOT", tmp_path / "rules")
    before, words = store.version_of(articles.page_of), store.version_of(vietnamese.cuts)
    with (tmp_path / "rules" / "pages.toml").open("a") as file:
        file.write("\n# a note\n")
    assert store.version_of(articles.page_of) != before
    assert store.version_of(vietnamese.cuts) == words


def test_settings_of_who_works_do_not_redo_the_work(tmp_path, monkeypatch):
    monkeypatch.setattr(rules, "ROOT", tmp_path)
    monkeypatch.setattr(versions, "_behind", lambda module: (("letters",), ("settings.toml",)))
    found = []
    for text in ('PAIR = ["VN", "RU"]', 'PAIR = ["VN", "RU"]\nENGINE = "one"\nLANG = "vi"', 'PAIR = ["VN", "BY"]\nLANG = "vi"'):
        (tmp_path / "settings.toml").write_text(text)
        found.append(store.version_of(letters.nfc))
    assert found[0] == found[1] != found[2]


def test_rule_files_are_found_in_every_way_of_naming_them():
    source = 'rules.load("a"); rules.load_all("b"); rules.lines("c"); rules.load(f"d/{x}"); rules.load(name); rules.texts()'
    assert versions._rule_files(source) == {"a.toml", "b/*.toml", "c.txt", "d/*.toml", "**/*.toml", "texts/*.toml"}


def test_what_a_module_imports_is_found_as_the_parser_finds_it():
    for path in (rules.ROOT.parent / "analysis").glob("*.py"):
        source, parsed = path.read_text(encoding="utf-8"), set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom):
                parsed |= {f"{node.module}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.Import):
                parsed |= {alias.name for alias in node.names}
        assert versions._imported(source) >= parsed, path.name


def test_no_module_reads_rules_under_another_name():
    """The stamps of rule files are found by the call rules.load(...); another spelling would go unseen."""
    for path in (rules.ROOT.parent / "analysis").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            hidden = isinstance(node, ast.ImportFrom) and node.module == "analysis.rules"
            assert not (hidden and {alias.name for alias in node.names} & set(versions.READERS)), path.name
            aliases = node.names if isinstance(node, ast.ImportFrom) and node.module == "analysis" else []
            assert not [alias for alias in aliases if alias.name == "rules" and alias.asname], path.name


def rows_of(query, *values):
    with closing(sqlite3.connect(cache.place() / "results.sqlite")) as connection, connection:
        return connection.execute(query, values).fetchall()


def test_a_row_that_was_altered_is_not_believed():
    store.each("shout", shout, ITEMS)
    rows_of("UPDATE results SET result = replace(result, 'NGA', 'MỸ') WHERE file = 'a.txt'")
    with pytest.warns(cache.CacheWarning, match="damaged"):
        assert store.each("shout", shout, ITEMS)[0]["text"] == "THĂM NGA"
    assert store.each("shout", shout, ITEMS)[0]["text"] == "THĂM NGA"


@pytest.mark.parametrize("cut", [0, 100, 4096, 5000, 20000])
def test_a_cache_cut_short_or_scribbled_over_gives_the_same_results(cut):
    items = [{"file": f"{n}.txt", "text": f"trang số {n} " * 40} for n in range(300)]
    first = store.each("shout", shout, items)
    path = cache.place() / "results.sqlite"
    raw = path.read_bytes()
    path.write_bytes(raw[:cut] + (b"" if cut % 4096 else os.urandom(3000) + raw[cut + 3000 :]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", cache.CacheWarning)
        assert store.each("shout", shout, items) == first
    made = len(calls)
    assert store.each("shout", shout, items) == first and len(calls) == made


def test_a_cache_of_an_older_make_is_replaced():
    cache.place().mkdir(parents=True)
    rows_of("CREATE TABLE results (key TEXT, result TEXT)")
    assert [row["words"] for row in store.each("shout", shout, ITEMS)] == [2, 3]
    store.each("shout", shout, ITEMS)
    assert len(calls) == 2


def test_a_full_disk_only_costs_time(monkeypatch):
    class Full(sqlite3.Connection):
        def executemany(self, *arguments):
            raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(cache.sqlite3, "connect", partial(sqlite3.connect, factory=Full))
    with pytest.warns(cache.CacheWarning, match="disk is full"):
        assert [row["words"] for row in store.each("shout", shout, ITEMS)] == [2, 3]


def test_a_state_that_cannot_be_written_is_said(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "file"))
    with pytest.warns(cache.CacheWarning, match="could not be written"):
        cache.keep("snapshots/x", {})


def test_what_nobody_asked_for_in_two_months_is_forgotten_and_the_rest_stays():
    store.each("shout", shout, ITEMS)
    long_ago = (datetime.date.today() - datetime.timedelta(days=cache.KEEP_DAYS + 1)).isoformat()
    lately = (datetime.date.today() - datetime.timedelta(days=cache.KEEP_DAYS - 1)).isoformat()
    rows_of("UPDATE results SET used = CASE file WHEN 'a.txt' THEN ? ELSE ? END", long_ago, lately)
    rows_of("UPDATE tidied SET day = ?", lately)
    store.each("shout", shout, ITEMS[1:])
    today = datetime.date.today().isoformat()
    assert rows_of("SELECT file, used FROM results") == [("b.txt", today)]
    assert len(calls) == 2


def test_the_key_names_what_decides():
    """The same page in another folder is the same page."""
    here, there, edited = {"path": "/here", "hash": "1"}, {"path": "/there", "hash": "1"}, {"path": "/there", "hash": "2"}
    assert store.each("path", path_of, [here], key=hash_of) == ["/here"]
    assert store.each("path", path_of, [there, edited], key=hash_of) == ["/here", "/there"]


def path_of(item):
    return item["path"]


def hash_of(item):
    return item["hash"]


def test_half_a_character_is_kept_as_it_is():
    items = [{"file": "a\ud800.txt", "text": "một \udc80 nửa"}]
    assert store.each("shout", shout, items) == store.each("shout", shout, items) == [{"text": "MỘT \udc80 NỬA", "words": 3}]
    assert len(calls) == 1


def test_a_first_run_returns_what_the_cache_will_return():
    assert store.each("pair", pair, ["a"]) == store.each("pair", pair, ["a"]) == [["a", {"1": None}]]


def pair(item):
    return (item, {1: None})


def count_letters(text):
    calls.append(text)
    return {"letters": [len(text)]}


def test_what_is_remembered_is_made_again_only_when_its_code_or_its_file_is_not_as_it_was(monkeypatch):
    assert store.remembered("letters", count_letters, "gạo") == {"letters": [3]}
    assert store.remembered("letters", count_letters, "gạo") == {"letters": [3]} and len(calls) == 1
    monkeypatch.setattr(versions, "of", lambda function: "another version")
    assert store.remembered("letters", count_letters, "gạo") == {"letters": [3]} and len(calls) == 2
    (cache.place() / "letters.json").write_text("{half a", encoding="utf-8")
    with pytest.warns(cache.CacheWarning, match="letters.json cannot be read"):
        assert store.remembered("letters", count_letters, "gạo") == {"letters": [3]}
    assert store.remembered("letters", count_letters, "gạo") == {"letters": [3]} and len(calls) == 3


def test_stages_may_take_all_new_items_at_once():
    assert store.each("all", shout_all, ITEMS, at_once=True) == store.each("all", shout_all, ITEMS, at_once=True)
    assert store.each("all", shout_all, [*ITEMS, {"text": "mới"}], at_once=True)[2]["words"] == 1
    assert [len(batch) for batch in calls] == [2, 1]


def shout_all(items):
    calls.append(items)
    return [{"words": len(item["text"].split())} for item in items]


def test_a_rule_edited_between_two_runs_counts_at_once(tmp_path, monkeypatch):
    shutil.copytree(rules.ROOT, tmp_path / "rules")
    monkeypatch.setattr(rules, "ROOT", tmp_path / "rules")
    page = {"text": "Đoàn Nga đến Huế. Ông Kodrin Vasta cảm ơn.", "title": ""}
    assert store.each("people", people.of_article, [page])[0]["persons"][0]["side_from"] != "list"
    with (tmp_path / "rules" / "people.toml").open("a") as file:
        file.write('\n[[person]]\nname = "Kodrin Vasta"\ncountry = "BY"\noffices = []\n')
    found = store.each("people", people.of_article, [page])[0]["persons"][0]
    assert (found["country"], found["side_from"]) == ("BY", "list")


@pytest.mark.parametrize(
    ("file", "old", "new", "stage", "function", "page", "told"),
    [
        ("places", 'RU = ["Nga", ', 'RU = ["Nga", "Xứ Tuyết Mẫu", ', "figures", figures.of_article,
         {"text": "Xuất khẩu sang Xứ Tuyết Mẫu đạt 5 tỷ USD.", "published": None}, '"RU"'),
        ("relations", 'provinces = """', 'provinces = """\nPhủ Lãm,', "topics", topic_sentences.of_article,
         {"text": "Phủ Lãm và Nga mở tuyến đường sắt chở hàng.", "title": "", "joined": []}, '"RU"'),
    ],
)  # fmt: skip
def test_an_edited_list_of_names_counts_in_the_next_run_of_the_same_notebook(
    tmp_path, monkeypatch, file, old, new, stage, function, page, told
):
    shutil.copytree(rules.ROOT, tmp_path / "rules")
    monkeypatch.setattr(rules, "ROOT", tmp_path / "rules")
    assert told not in json.dumps(store.each(stage, function, [page])[0])
    path = tmp_path / "rules" / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert told in json.dumps(store.each(stage, function, [page])[0])
