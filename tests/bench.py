"""Speed and memory against plain use, in one run: `make bench` or `make bench SIZES="1000 5000 20000"`.

Makes corpora of the sizes asked for out of the sample pages (sentences spliced anew, seeded) in a temporary folder, then
measures, each in a process of its own with a cache of its own:

    (a) plain use: underthesea.word_tokenize over the pages as saved, counted       (b) the same over the clean texts
    the workbook: reading, cleaning, words, topics, figures, people, events (what is there), and the tables of them;
    cold in one and two processes, warm, after one new page, after one edited topic file; memory; how time grows.

Ratios are taken between wall-clock seconds of work (imports apart); CPU seconds stand beside them because they do not
suffer from what else the machine does. Prints a table and writes exports/bench.csv.
"""

import csv
import importlib
import json
import math
import os
import platform
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAIN = 1000  # pages on which the workbook and plain use are compared; plain use has no cost that grows
FEW = 200  # pages on which two plain loops are run at once
AGAIN = 2  # times each of them is run, in turn: the quickest counts, since other programs only ever make a run slower
NEW_PAGE = 2000  # the corpus that one page is added to
SEED = 20250509
sys.path[:0] = [str(ROOT)]


# --- a corpus of any size -----------------------------------------------------------------------------------------


def templates() -> list[tuple[str, str, list[str]]]:
    """The Vietnamese sample pages as (name, raw text, the lines of the article in it)."""
    from analysis import folders, formats, pages

    found = []
    for path in folders.files(ROOT / "corpus"):
        source = formats.read(path)
        page = pages.clean(source.text, source.name, source.metadata)
        raw = path.read_text(encoding="utf-8")
        kept = [line.text.strip() for line in page.lines if line.kept and line.text.strip() in raw]
        if page.language == "vi" and kept:
            found.append((path.name, raw, kept))
    return found


def pool(pages) -> list[list[str]]:
    """Every sentence of the articles, cut into a first and a second half at a space near its middle."""
    from analysis import vietnamese

    halves = []
    for _, _, lines in pages:
        for sentence in (found for line in lines for found in vietnamese.sentences(line)):
            spaces = [match.start() for match in re.finditer(" ", sentence)]
            if len(spaces) >= 6:
                middle = min(spaces, key=lambda at: abs(at - len(sentence) / 2))
                halves.append([sentence[:middle], sentence[middle:]])
    return halves


def make_page(template, halves, words, dice) -> str:
    """The page with every line of its article made of spliced sentences, as many as stood there, digits thrown anew.

    One word in five is another one of the pages, or all pages would tell each other's stories.
    """
    _, raw, lines = template
    for line in sorted(set(lines), key=len, reverse=True):
        count = max(1, len(re.findall(r"[.!?](?:\s|$)", line)))
        spliced = " ".join(dice.choice(halves)[0] + dice.choice(halves)[1] for _ in range(count))
        spliced = re.sub(r"\b[a-zà-ỹđ]+\b", lambda word: word[0] if dice.random() > 0.2 else dice.choice(words), spliced)
        fresh = re.sub(r"\d", lambda digit: digit[0] if digit[0] in "012" else dice.choice("3456789"), spliced)
        raw = raw.replace(line, fresh)
    return raw


def make_corpus(folder: Path, size: int, first: int = 0) -> None:
    """Write the pages number `first` to first + size, each decided by its number alone."""
    pages = templates()
    halves = pool(pages)
    words = [word for pair in halves for half in pair for word in re.findall(r"\b[a-zà-ỹđ]+\b", half)]
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + size):
        dice = random.Random(SEED + number)
        template = pages[number % len(pages)]
        text = make_page(template, halves, words, dice)
        (folder / f"{number:06d}-{template[0]}").write_text(text, encoding="utf-8")


# --- what is measured (run in a process of its own) ---------------------------------------------------------------


def job_plain(folder):
    """(a) the words of the pages as saved, counted."""
    from underthesea import word_tokenize

    counts = Counter()
    paths = sorted(Path(folder).iterdir())
    yield len(paths)
    for path in paths:
        counts.update(word_tokenize(path.read_text(encoding="utf-8")))
    yield len(counts)


def job_plain_clean(folder):
    """(b) the words of the clean texts, counted; reading and cleaning are not in the time."""
    from underthesea import word_tokenize

    from analysis import folders, formats, pages

    sources = [formats.read(path) for path in folders.files(folder)]
    texts = [pages.clean(source.text, source.name, source.metadata).text for source in sources]
    counts = Counter()
    yield len(texts)
    for text in texts:
        counts.update(word_tokenize(text))
    yield len(counts)


def job_words(folder):
    """What (a) gives, by the workbook: articles and the frequency of their words."""
    import utils
    from analysis import terms

    yield None
    articles = utils.load_corpus(folder)
    terms.frequency(articles)
    yield len(articles)


def job_all(folder):
    """Everything that is kept of a page, and the tables of it."""
    import utils
    from analysis import terms

    modules = [module for name in ("topics", "figures", "people", "events") if (module := has_table(name))]
    yield None
    told = {}
    for name, work in [("articles", None), ("words", terms.frequency), *[(m.__name__, m.table) for m in modules]]:
        started = time.perf_counter()
        if work is None:
            articles = utils.load_corpus(folder)
        else:
            work(articles)
        told[name.rpartition(".")[2]] = round(time.perf_counter() - started, 2)
    yield told


def job_topics(folder):
    """The table of topics; articles and their words are known."""
    import utils
    from analysis import terms, topics

    articles = utils.load_corpus(folder)
    terms.frequency(articles)
    yield None
    yield len(topics.table(articles))


def job_first_chart(folder):
    """Notebook 00 up to its first chart, in a kernel as JupyterLab starts it; the kernel's start is in the time.

    Told are the seconds until the chart is seen; its files are written after that.
    """
    import nbformat
    from nbclient import NotebookClient

    class Watched(NotebookClient):
        seen = None

        def process_message(self, msg, cell, cell_index):
            if "image/png" in msg["content"].get("data", {}) and self.seen is None:
                self.seen = time.perf_counter()
            return super().process_message(msg, cell, cell_index)

    notebook = nbformat.read(ROOT / "notebooks" / "00-corpus.ipynb", as_version=4)
    last = next(i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code" and ".show()" in cell.source)
    notebook.cells = notebook.cells[: last + 1]
    notebook.cells[2].source += f"\nCORPUS = {str(folder)!r}"
    yield None
    started, client = time.perf_counter(), Watched(notebook, resources={"metadata": {"path": str(ROOT / "notebooks")}})
    client.execute()
    yield client.seen - started


def has_table(name):
    """The module analysis.<name> if it is there and has a table()."""
    try:
        module = importlib.import_module(f"analysis.{name}")
    except ModuleNotFoundError:
        return None
    return module if hasattr(module, "table") else None


def child(job: str, folder: str) -> None:
    """Run one job and print what it took as JSON: seconds, CPU seconds, MB at the peak, of this process and workers."""
    begun = time.perf_counter()
    steps = globals()[f"job_{job}"](folder)
    size, cpu, started = next(steps), _cpu(), time.perf_counter()
    told = next(steps)
    seconds = time.perf_counter() - started
    _stop_workers()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps({"seconds": seconds, "cpu": _cpu() - cpu, "imports": started - begun, "size": size, "told": told,
                      "mb": peak[0] / 1024, "worker_mb": peak[1] / 1024}))  # fmt: skip


def _cpu() -> float:
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


def _stop_workers() -> None:
    """End the pool, if there is one, so that its CPU time is counted."""
    if "joblib" in sys.modules:
        from joblib.externals.loky import reusable_executor

        if reusable_executor._executor is not None:
            reusable_executor._executor.shutdown(wait=True)


# --- the run ------------------------------------------------------------------------------------------------------


class Bench:
    """Runs jobs, keeps and prints the rows."""

    def __init__(self, work: Path):
        self.work, self.rows = work, []

    def corpus(self, size: int) -> Path:
        """The folder of a corpus of that size, made if it is not there."""
        folder = self.work / f"corpus-{size}"
        if not folder.exists():
            make_corpus(folder, size)
        return folder

    def run(self, job: str, folder: Path, cache: str, engine: str = "one", workers: int = 1) -> dict:
        """What a job took, in a fresh process on the cache of that name."""
        return self.at_once(1, job, folder, cache, engine, workers)[0]

    def at_once(self, n: int, job: str, folder: Path, cache: str, engine: str = "one", workers: int = 1) -> list[dict]:
        """What a job took in each of n fresh processes that do it at the same time."""
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "WORKBOOK_CACHE": str(self.work / cache),
               "WORKBOOK_ENGINE": engine, "WORKBOOK_WORKERS": str(workers)}  # fmt: skip
        command = [sys.executable, str(Path(__file__).resolve()), "--job", job, str(folder)]
        begun = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, cwd=self.work) for _ in range(n)]
        outs = [process.communicate()[0] for process in begun]
        if any(process.returncode for process in begun):
            raise RuntimeError(f"the job {job!r} failed; its error stands above")
        return [json.loads(out.splitlines()[-1]) for out in outs]

    def row(self, what: str, pages: int, value: float, unit: str, bar: str = "", holds=None) -> None:
        """Print a row and keep it; `holds` says whether the bar is met."""
        verdict = "" if holds is None else "yes" if holds else "NO"
        self.rows.append([what, pages, f"{value:.4g}", unit, bar, verdict])
        print(f"{what:<58}{pages:>7} {value:>10.4g} {unit:<10} {bar:<10} {verdict}", flush=True)

    def took(self, what: str, pages: int, result: dict) -> None:
        self.row(f"{what}: wall", pages, result["seconds"], "s")
        self.row(f"{what}: CPU", pages, result["cpu"], "s")
        self.row(f"{what}: memory of the process", pages, result["mb"], "MB")

    def bar(self, what: str, pages: int, ratio: float, least: float | None = None, most: float | None = None) -> None:
        sign, limit = (">=", least) if most is None else ("<=", most)
        self.row(what, pages, ratio, "times", f"{sign} {limit:g}", ratio >= limit if most is None else ratio <= limit)

    def write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([["what", "pages", "value", "unit", "bar", "met"], *self.rows])


def growth(bench: Bench, sizes: list[int]) -> None:
    """Articles and words, cold over two processes and warm, at each size; the exponents from the smallest to the largest."""
    cold = {}
    for size in sorted(sizes):
        folder = bench.corpus(size)
        cold[size] = bench.run("words", folder, f"words-{size}", "loky", 2)
        bench.took("ours cold, two processes, words", size, cold[size])
        bench.took("ours warm, words", size, bench.run("words", folder, f"words-{size}"))
        shutil.rmtree(bench.work / f"words-{size}")
        bench.write(ROOT / "exports" / "bench.csv")
    small, large = min(cold), max(cold)
    for unit, name in (("cpu", "CPU time"), ("seconds", "wall time")) if small < large else ():
        exponent = math.log(cold[large][unit] / cold[small][unit]) / math.log(large / small)
        bench.row(f"exponent of {name} from {small}", large, exponent, "", "<= 1.05", exponent <= 1.05)
    bench.row("peak memory of the process, words", large, cold[large]["mb"], "MB", "< 1500", cold[large]["mb"] < 1500)
    bench.row("peak memory of a worker, words", large, cold[large]["worker_mb"], "MB")


def against_plain(bench: Bench, size: int) -> None:
    """One process, cold, against plain use on the same pages."""
    n = min(size, PLAIN)
    few, clean = bench.corpus(n), bench.run("plain_clean", bench.corpus(n), "unused")
    turns = [[bench.run(job, few, f"few-{job}-{turn}") for job in ("plain", "words", "all")] for turn in range(AGAIN)]
    plain, words, everything = (min(runs, key=lambda run: run["cpu"]) for runs in zip(*turns, strict=True))
    for what, result in (("(a) word_tokenize on raw pages", plain), ("(b) word_tokenize on clean texts", clean),
                         ("ours cold, one process, words", words), ("ours cold, one process, all", everything)):  # fmt: skip
        bench.took(what, n, result)
    _parts(bench, "ours cold, one process", n, everything)
    bench.bar("ours (words) / (a), CPU", n, words["cpu"] / plain["cpu"], most=1.3)
    bench.bar("ours (words) / (a), wall", n, words["seconds"] / plain["seconds"], most=1.3)
    bench.bar("ours (all) / (a), CPU", n, everything["cpu"] / plain["cpu"], most=1.3)
    for number, (a, _, ours) in enumerate(turns, 1):
        bench.row(f"ours (all) / (a), CPU, of run {number} alone", n, ours["cpu"] / a["cpu"], "times")
    bench.row("ours (words) / (b), CPU", n, words["cpu"] / clean["cpu"], "times")


def two_processes(bench: Bench, size: int) -> None:
    """Everything, cold, in one process and in two; topics alone in two."""
    folder = bench.corpus(size)
    bench.run("words", folder, "words-known", "loky", 2)
    topics = bench.run("topics", folder, "words-known", "loky", 2)
    bench.took("topics, words known, two processes", size, topics)
    bench.row("topics of 1,000 articles, words known", size, 1000 * topics["seconds"] / size, "s", "< 10",
              1000 * topics["seconds"] / size < 10)  # fmt: skip
    one, two = bench.run("all", folder, "one"), bench.run("all", folder, "two", "loky", 2)
    bench.took("ours cold, one process, all", size, one)
    bench.took("ours cold, two processes, all", size, two)
    bench.bar("two processes faster than one, wall", size, one["seconds"] / two["seconds"], least=1.7)
    few = bench.corpus(min(size, FEW))
    alone, both = bench.run("plain", few, "unused"), bench.at_once(2, "plain", few, "unused")
    most = 2 * alone["seconds"] / max(result["seconds"] for result in both)
    bench.row("two plain loops at once against one: the most to be had here", len(list(few.iterdir())), most, "times")


def again(bench: Bench, size: int) -> None:
    """Everything of a corpus: cold over two processes and in one; warm; after one new page; after one edited topic file."""
    folder, cache = bench.corpus(size), f"all-{size}"
    cold = bench.run("all", folder, cache, "loky", 2)
    bench.took("ours cold, two processes, all", size, cold)
    warm = bench.run("all", folder, cache)
    bench.took("warm, all", size, warm)
    _parts(bench, "warm", size, warm)
    make_corpus(folder, 1, first=900_000)
    new = bench.run("all", folder, cache)
    bench.took("after one new page, all", size + 1, new)
    alone = bench.run("all", folder, f"{cache}-alone")
    bench.took("ours cold, one process, all", size + 1, alone)
    bench.bar("after one new page against cold, one process, CPU", size, alone["cpu"] / new["cpu"], least=50)
    bench.bar("after one new page against cold, one process, wall", size, alone["seconds"] / new["seconds"], least=50)
    bench.row("after one new page against cold over two processes, CPU", size, cold["cpu"] / new["cpu"], "times")
    bench.row("after one new page against cold over two processes, wall", size, cold["seconds"] / new["seconds"], "times")
    project = bench.work / "project"
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(".*", "exports", "tests", "docs", "notebooks"))
    topic = next(iter(sorted((project / "rules" / "topics").glob("*.toml"))), None)
    if topic:
        topic.write_text(topic.read_text(encoding="utf-8") + "\n# a note\n", encoding="utf-8")
        edited = in_project(bench, project, folder, cache)
        bench.took("after one edited topic file, all", size + 1, edited)
        _parts(bench, "after one edited topic file", size + 1, edited)


def in_project(bench: Bench, project: Path, folder: Path, cache: str) -> dict:
    """The job "all" by another copy of the project."""
    (project / "tests").mkdir(exist_ok=True)
    shutil.copy(__file__, project / "tests" / "bench.py")
    env = {**os.environ, "PYTHONPATH": str(project), "PYTHONUTF8": "1", "WORKBOOK_CACHE": str(bench.work / cache),
           "WORKBOOK_ENGINE": "one"}  # fmt: skip
    command = [sys.executable, str(project / "tests" / "bench.py"), "--job", "all", str(folder)]
    out = subprocess.run(command, env=env, stdout=subprocess.PIPE, check=True, cwd=bench.work).stdout
    return json.loads(out.splitlines()[-1])


def _parts(bench: Bench, what: str, pages: int, result: dict) -> None:
    for name, seconds in result["told"].items():
        bench.row(f"{what}: {name} a page", pages, 1000 * seconds / pages, "ms")


def main(sizes: list[int]) -> None:
    """All measurements; sizes: the corpora to make. What was measured is written after each step."""
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        bench = Bench(Path(place))
        steps = [(against_plain, min(sizes)), (two_processes, min(sizes)), (again, min(NEW_PAGE, max(sizes))),
                 (growth, sizes)]  # fmt: skip
        for step, argument in steps:
            print(f"\n{step.__doc__.splitlines()[0]}  (load {os.getloadavg()[0]:.1f})", flush=True)
            if step is against_plain:
                first_chart(bench)
            step(bench, argument)
            bench.write(ROOT / "exports" / "bench.csv")


def first_chart(bench: Bench) -> None:
    """Notebook 00 to its first chart on the sample pages, cold and warm."""
    for state in ("cold", "warm"):
        result = bench.run("first_chart", ROOT / "corpus", "chart", "loky", 2)
        warm = state == "warm"
        bench.row(f"notebook 00 until its first chart is seen, {state}", 32, result["told"], "s", "<= 5" if warm else "",
                  result["told"] <= 5 if warm else None)  # fmt: skip
        bench.row(f"notebook 00 until its first chart is also written, {state}", 32, result["seconds"], "s")
        bench.row(f"notebook 00 to its first chart, {state}: CPU", 32, result["cpu"], "s")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--job"]:
        child(*sys.argv[2:4])
    else:
        main([int(word) for word in sys.argv[1:]] or [1000])
