"""The notebooks run from start to end on the sample, on real pages, on nothing and on a broken file; twice the same."""

import csv
import hashlib

import pytest

from analysis import report

pytestmark = pytest.mark.slow
SILENT = {"say": lambda *words: None}


def run(corpus, out, lang="en", only=None):
    notebooks = only and sorted(path for name in only for path in (report.ROOT / "notebooks").glob(f"{name}-*.ipynb"))
    failures = report.make(corpus=corpus, lang=lang, out=out, notebooks=notebooks, **SILENT)
    return failures, out


def table(out, name):
    with open(out / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def digests(out):
    """What must not differ between two runs: charts and tables."""
    kinds = {".png", ".svg", ".pdf", ".csv"}
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())
            if path.suffix in kinds and path.stem != "report"}  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return run(report.ROOT / "corpus", tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def seeds(shared, tmp_path_factory):
    return run(shared / "seeds", tmp_path_factory.mktemp("seeds"))


def test_the_sample_runs_and_gives_charts_with_their_tables(sample):
    failures, out = sample
    assert failures == []
    charts = {path.stem for path in out.glob("*.svg")}
    assert len(charts) >= 12
    assert all((out / f"{name}.{kind}").stat().st_size > 0 for name in charts for kind in ("png", "pdf", "csv", "json"))
    assert (out / "report.html").stat().st_size > 100_000


def test_every_sample_page_is_in_the_table_of_articles(sample):
    files = {row["file"] for row in table(sample[1], "00-articles")}
    pages = {path.name for path in (report.ROOT / "corpus").iterdir() if path.name != "README.md"}
    assert files == pages


def test_a_second_run_and_another_cache_give_the_same_bytes(sample, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "another cache"))
    failures, out = run(report.ROOT / "corpus", tmp_path / "again", only=("01", "03"))
    assert failures == []
    before, again = digests(sample[1]), digests(out)
    assert len(again) >= 60
    assert again == {name: before[name] for name in again}


def test_real_pages_have_three_trade_figures_and_none_with_russia(seeds):
    failures, out = seeds
    assert failures == []
    trade = [row for row in table(out, "03-figures") if row["is_trade"] == "True"]
    found = {(row["partners"], float(row["value_min"]), row["measure"]) for row in trade}
    assert found == {("BY", 1e8, "turnover"), ("KZ", 8e8, "turnover"), ("AZ", 5.2e7, "turnover")}
    assert "No Viet Nam–Russia trade figure" in (out / "report.html").read_text(encoding="utf-8")


def test_the_words_of_real_pages_are_those_of_the_articles_not_of_the_menus(seeds):
    top = {row["label"].lower() for row in table(seeds[1], "01-words")[:60]}
    assert not top & {"bão", "lào", "cuba", "thời tiết", "infographic"}
    assert {"nga", "việt nam", "quan hệ"} <= top


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_an_empty_folder_is_said_plainly_and_stops_nothing(tmp_path, lang):
    (tmp_path / "empty").mkdir()
    failures, out = run(tmp_path / "empty", tmp_path / "out", lang, only=None if lang == "en" else ("00", "03"))
    assert failures == []
    said = {"en": "0 articles", "vi": "0 bài"}[lang]
    assert said in (out / "report.html").read_text(encoding="utf-8")


def test_a_broken_file_is_named_and_the_other_pages_are_read_also_without_a_title(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    page = report.ROOT / "corpus" / "01-thuong-mai-2012-hai-con-so.txt"
    (folder / page.name).write_bytes(page.read_bytes())
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 broken off")
    for name in ("bare", "bare too"):  # neither title nor date nor outlet
        bare = f"Xuất khẩu chè của Việt Nam sang Nga đạt 3 triệu USD. Hai bên gặp nhau ở Hà Nội để bàn về {name}."
        (folder / f"{name}.txt").write_text(bare, encoding="utf-8")
    failures, out = run(folder, tmp_path / "out")
    assert failures == []
    rows = {row["file"]: row for row in table(out, "00-articles")}
    assert rows["broken.pdf"]["problem"] and not rows[page.name]["problem"]
    assert "broken.pdf" in (out / "report.html").read_text(encoding="utf-8")
