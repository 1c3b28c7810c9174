"""The report's HTML in -> PDF bytes out, through WeasyPrint or else a headless Chromium; or the reason why not."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import matplotlib

# The page's own font has no Cyrillic; the font that comes with matplotlib has, on every machine.
WIDE = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
EXTRA = f'@font-face {{ font-family: "Report wide"; src: url({WIDE.as_uri()}); }}\n'
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def pdf(page):
    """The PDF bytes of an HTML page and None, or None and one sentence that says what is missing.

    The same page gives the same bytes with WeasyPrint (the date is that of SOURCE_DATE_EPOCH, else 1980).
    """
    made, reason = _weasyprint(page)
    if made is None:
        made, reason = _chromium(page, reason)
    return made, reason


def _weasyprint(page):
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: the Pango library is not on this machine
        return None, f"WeasyPrint cannot be used here ({str(error).splitlines()[0][:80]})"
    os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")
    return weasyprint.HTML(string=page).write_pdf(stylesheets=[weasyprint.CSS(string=EXTRA)]), None


def _chromium(page, reason):
    browser = find_browser()
    if browser is None:
        return None, f"{reason}, and no Chromium, Chrome or Edge was found"
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "report.html", Path(folder) / "report.pdf"
        source.write_text(page, encoding="utf-8")
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
        ]
        command += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        subprocess.run(
            [*command, f"--print-to-pdf={target}", source.as_uri()], capture_output=True, timeout=180, check=False
        )
        made = target.read_bytes() if target.exists() else None
    return made, None if made else f"{reason}, and {Path(browser).name} did not print it either"


def find_browser():
    """The path of a Chromium, Chrome or Edge on this machine (BROWSER_PATH names one), or None."""
    named = os.environ.get("BROWSER_PATH")
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    return named or found or next((place for place in PLACES if Path(place).exists()), None)
