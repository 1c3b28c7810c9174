"""A folder of pages and the notebooks in -> exports/: charts, tables and one report as HTML, PDF, DOCX and XLSX.

    python -m analysis.report --corpus corpus --lang vi          (what `make report` runs)

Notebooks use two of its names: `report.save_table(table, "NN-name")` and `report.answer("A sentence with its n.")`.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from analysis import rules
from analysis.report_tables import answer, read_table, save_table, save_text, written

__all__ = ["answer", "make", "read_table", "save_table", "save_text", "written"]

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = "manifest.json"
MANY = 100  # pages that are read in some seconds on one core
PICTURES = ("01-top-words", "02-topics", "03-conflicts")  # of the sample report, for the README


def make(corpus=None, lang=None, out=None, notebooks=None, say=print, light=False, **parameters):
    """Run every notebook on `corpus` and write the report into `out`; returns the failures as sentences.

    corpus: folder of saved pages. lang: "en" or "vi" (rules/settings.toml by default). notebooks: list of paths, by
    default notebooks/*.ipynb. light: smaller pictures, for reading on a screen. Further keywords, such as
    SINCE="2024-01-01", go to notebooks whose parameters name them. Files that an earlier run wrote, and nobody has
    changed since, are removed first.
    """
    from analysis import folders, report_run, report_story

    lang = lang or rules.settings()["LANG"]
    out, corpus = Path(out or ROOT / "exports").resolve(), _corpus(corpus)
    rules.texts(lang)
    paths = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")) if notebooks is None else [Path(p) for p in notebooks]
    clear(out)
    out.mkdir(parents=True, exist_ok=True)
    given = {"CORPUS": _short(corpus), "LANG": lang, **parameters}
    environment = {"WORKBOOK_EXPORTS": str(out), "WORKBOOK_REPORT": "1"}
    alone = int(len(folders.files(corpus)) >= MANY)  # reading so many in two notebooks at once would cost more
    runs = report_run.run_all(paths, given, environment, say, alone)
    story = report_story.tell(runs, out, lang, light)
    write(story, runs, out, say)
    _write_manifest(out)
    return [f"{run.name}, cell {run.cell}: {run.error}" for run in runs if run.error]


def _corpus(folder):
    """The folder as an absolute path, looked for here and then from the top of the project."""
    path = Path(folder or rules.settings()["CORPUS"]).expanduser()
    return path.resolve() if path.is_absolute() or path.exists() else ROOT / path


def _short(corpus):
    """The folder as notebooks are given it: seen from the top of the project where it lies in it."""
    return corpus.relative_to(ROOT).as_posix() if corpus.is_relative_to(ROOT) else str(corpus)


def write(story, runs, out, say=print):
    """Write the report of a Story in all formats, and the notebooks as they ran."""
    import nbformat

    from analysis import report_docx, report_html, report_pdf, report_xlsx

    page = report_html.page(story)
    (out / "report.html").write_text(page, encoding="utf-8", newline="\n")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        printed = beside.submit(report_pdf.pdf, page)  # takes as long as all the rest, so it is made beside it
        (out / "report.docx").write_bytes(report_docx.docx(story))
        (out / "report.xlsx").write_bytes(report_xlsx.xlsx(story))
        made, reason = printed.result()
    if made:
        (out / "report.pdf").write_bytes(made)
    else:
        say(rules.texts(story.lang)("report.no_pdf", reason=reason))
    (out / "notebooks").mkdir(exist_ok=True)
    for run in runs:
        nbformat.write(run.notebook, out / "notebooks" / f"{run.name}.ipynb")


# -------------------------------------------------------------------------------------------- what a run leaves behind
def _write_manifest(out):
    files = sorted(path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST)
    sums = {path.relative_to(out).as_posix(): _sum(path) for path in files}
    (out / MANIFEST).write_text(json.dumps(sums, indent=0, ensure_ascii=False), encoding="utf-8")


def clear(out):
    """Remove what an earlier run wrote into `out`, except what a person has changed since. Returns None."""
    manifest = out / MANIFEST
    if manifest.exists():
        for name, known in json.loads(manifest.read_text(encoding="utf-8")).items():
            path = out / name
            if path.is_file() and _sum(path) == known:
                path.unlink()
        manifest.unlink()


def _sum(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def docs(out, corpus=None, say=print):
    """Write the sample corpus's report in both languages, and the README's pictures, into `out`. Returns failures."""
    from analysis import report_story

    out, failures = Path(out), []
    (out / "pictures").mkdir(parents=True, exist_ok=True)
    for lang in ("en", "vi"):
        with tempfile.TemporaryDirectory() as folder:
            failures += make(corpus, lang, folder, say=say, light=True)
            for kind in ("html", "pdf"):
                if (Path(folder) / f"report.{kind}").exists():
                    shutil.copyfile(Path(folder) / f"report.{kind}", out / f"sample-report-{lang}.{kind}")
            for name in PICTURES:
                report_story.lighten_file(Path(folder) / f"{name}.png", out / "pictures" / f"{name}-{lang}.png")
    return failures


def main(arguments=None):
    """The command line. Returns 0, or 1 when a notebook stopped or something asked for is not there."""
    from analysis import folders

    parser = argparse.ArgumentParser(prog="python -m analysis.report", description="Run the notebooks, write exports/.")
    parser.add_argument("--corpus", help="folder of saved pages (default: corpus/)")
    parser.add_argument("--lang", choices=("en", "vi"), help="language of charts and report")
    parser.add_argument("--out", default=str(ROOT / "exports"), help="folder to write into (default: exports/)")
    parser.add_argument("--docs", action="store_true", help="write the sample report and pictures, in both languages")
    asked = parser.parse_args(arguments)
    os.chdir(ROOT)
    started, corpus = time.monotonic(), _corpus(asked.corpus)
    if asked.corpus and not corpus.is_dir():
        print(f'There is no folder "{asked.corpus}". Name one that holds saved pages: make report CORPUS=path/to/pages')
        return 1
    if wrong := rules.problems():
        print("Nothing was run, because a file of rules cannot be read:", *wrong, sep="\n  ")
        return 1
    if not folders.files(corpus):
        print(f'The folder "{asked.corpus or corpus}" holds no page; the report will say so. Save pages into it first.')
    failures = docs(asked.out, corpus) if asked.docs else make(corpus, asked.lang, asked.out)
    return _finish(failures, asked.out, time.monotonic() - started)


def _finish(failures, out, seconds):
    charts = len(list(Path(out).glob("[0-9]*.png")))
    reports = sorted(path.name for path in Path(out).glob("*report*.*"))
    print(f"{out}: {f'{charts} charts, ' if charts else ''}{', '.join(reports)}; {seconds:.0f} s")
    for failure in failures:
        print(f"STOPPED  {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
