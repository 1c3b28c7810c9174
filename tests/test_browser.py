"""The notebooks as a reader meets them: JupyterLab in a headless browser, Run All, an explorer, nothing from outside."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from analysis import report_pdf

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
EXPLORING = [
    name for name in NOTEBOOKS if "explore.evidence(" in (ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8")
]
ADVICE = (
    "needs Chromium, Chrome or Edge: on Debian or Ubuntu `sudo apt-get install chromium`; elsewhere install Chrome, "
    "or name one: BROWSER_PATH=/path/to/chrome make test"
)
PAGES = 8  # of the sample corpus: enough for every chart, few enough for a short test
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {
        "windowingMode": "none"
    },  # keep every cell in the page, so that all can be looked at
}
STATE = """() => {
  const cells = [...document.querySelectorAll('.jp-Notebook .jp-CodeCell')];
  const prompts = cells.map(cell => cell.querySelector('.jp-InputPrompt').textContent.trim());
  return {cells: cells.length, done: prompts.filter(text => /^\\[\\d+\\]:?$/.test(text)).length,
          errors: [...document.querySelectorAll('[data-mime-type="application/vnd.jupyter.error"]')]
                    .map(node => node.textContent.slice(0, 300))};
}"""
# The kernel answers and the cells stand on the page; asking for a run before that opens a dialog.
READY = """() => {
  const context = window.jupyterapp?.shell?.currentWidget?.sessionContext;
  return context?.session?.kernel?.status === 'idle' && document.querySelector('.jp-Notebook .jp-CodeCell');
}"""
PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')]
  .map(image => image.naturalWidth)"""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser():
    path = report_pdf.find_browser()
    if path is None:
        pytest.skip(ADVICE)
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright (requirements-dev.txt)")
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    """A copy of the notebooks over a few sample pages, so that running and saving them touches nothing of the reader's."""
    folder = tmp_path_factory.mktemp("workbook")
    for name in ("analysis", "rules", "utils.py"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "pages").mkdir()
    for page in sorted(path for path in (ROOT / "corpus").iterdir() if path.suffix in (".txt", ".html"))[-PAGES:]:
        shutil.copy(page, folder / "pages")
    (folder / "notebooks").mkdir()
    for name in NOTEBOOKS:
        book = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
        parameters = next(cell for cell in book["cells"] if "parameters" in cell["metadata"].get("tags", []))
        parameters["source"] = "".join(parameters["source"]) + f"\nCORPUS = {str(folder / 'pages')!r}\n"
        (folder / "notebooks" / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def lab(workbook):
    """The address of a JupyterLab over the copied notebooks."""
    for name, values in SETTINGS.items():
        file = workbook / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "WORKBOOK_EXPORTS": str(workbook / "exports"),
        "WORKBOOK_CACHE": str(workbook / "cache"),
        "JUPYTERLAB_SETTINGS_DIR": str(workbook / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(workbook / "workspaces"),
        "PYTHONUTF8": "1",
    }
    environment.pop("WORKBOOK_REPORT", None)
    options = [
        "--no-browser",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--IdentityProvider.token=",
        "--expose-app-in-browser",
    ]
    options += ["--allow-root", f"--ServerApp.root_dir={workbook}"]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options],
        env=environment,
        cwd=workbook,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(lambda: urllib.request.urlopen(f"{address}/api", timeout=2), 90)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def _wait(ready, seconds, step=0.5):
    """Call `ready` until it returns something true; fails with its last error when the time is over."""
    until, error = time.monotonic() + seconds, None
    while time.monotonic() < until:
        try:
            if found := ready():
                return found
        except OSError as problem:
            error = problem
        time.sleep(step)
    raise TimeoutError(f"not ready after {seconds} s: {error}")


@pytest.fixture
def page(browser, lab):
    """A page of the browser that notes every request to another machine."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    opened = context.new_page()
    opened.outside = []
    opened.on("request", lambda request: None if _inside(request.url, lab) else opened.outside.append(request.url))
    yield opened
    context.close()


def _inside(url, lab):
    return url.startswith((lab, lab.replace("http", "ws", 1), "data:", "blob:", "about:"))


def run_all(page, lab, name, seconds=400):
    """Open a notebook, run all its cells, and return how that ended."""
    page.goto(f"{lab}/lab/tree/notebooks/{name}.ipynb?reset")
    page.wait_for_function(READY, timeout=120_000)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    return _wait(lambda: _ended(page.evaluate(STATE)), seconds)


def _ended(state):
    return state if state["errors"] or (state["cells"] and state["done"] == state["cells"]) else None


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_run_all_and_an_explorer_in_jupyterlab(page, lab, name):
    state = run_all(page, lab, name)
    assert state["errors"] == []
    source = (ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")
    pictures = page.evaluate(PICTURES)
    labels = page.locator(".jp-OutputArea-output .widget-label").all_inner_texts()
    assert not {"file", "label", "side", "partners"} & set(labels), "a menu is named by the code, not in words"
    assert len([picture for picture in pictures if picture > 1000]) == source.count("chart.show()") > 0
    if name in EXPLORING:
        _search_leaves_nothing(page)
    assert page.outside == []


def _search_leaves_nothing(page):
    """Type a word that no sentence holds into an explorer's box; its count must fall to 0 of many."""
    box = page.locator(".jp-OutputArea-output .widget-text input").last
    box.scroll_into_view_if_needed()
    before = _told(page)
    box.fill("xyzxyz")
    box.press("Enter")
    _wait(lambda: _told(page) != before, 60)
    shown, total = map(int, re.findall(r"\d+", _told(page))[:2])
    assert shown == 0 < total


def _told(page):
    """The line "n of N rows" above an explorer's table."""
    found = [
        text
        for text in page.locator(".jp-OutputArea-output").all_inner_texts()
        if re.search(r"\d+ (of|trong) \d+", text)
    ]
    return re.search(r"\d+ (?:of|trong) \d+", found[-1])[0] if found else ""


def test_the_interface_speaks_vietnamese_when_asked(page, lab, workbook):
    file = workbook / "settings" / "@jupyterlab" / "translation-extension" / "plugin.jupyterlab-settings"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{"locale": "vi_VN"}')
    try:
        page.goto(f"{lab}/lab?reset")
        page.wait_for_selector(".lm-MenuBar-itemLabel", timeout=60_000)
        menu = " ".join(page.locator(".lm-MenuBar-itemLabel").all_inner_texts())
    finally:
        file.unlink()
    assert re.search(r"[ạảấầậắặẹếềệịọốồộớợụứừựỉủửẻểỏổởẽễõỗỡũữ]", menu) and page.outside == []


def test_the_report_opens_without_a_network(browser, tmp_path):
    from analysis import report_html, report_story

    file = tmp_path / "report.html"
    file.write_text(report_html.page(report_story.Story("vi", [], [], None, {})), encoding="utf-8")
    context = browser.new_context(offline=True)
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    assert page.locator("h1").inner_text() == "Quan hệ Việt Nam – Nga trên báo chí tiếng Việt"
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Report', 'ệ'))")
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == [] and said == []
