"""A drawn figure and its table come in; a frozen Chart goes out, which shows itself and writes its five files."""

import functools
import hashlib
import importlib.metadata
import importlib.util
import json
import platform
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure
from PIL import Image

from analysis.chart_images import DPI, pixels, png, vector
from analysis.csv_files import Files, csv_bytes
from analysis.provenance import fingerprint, provenance

SCREEN_DPI = 200  # shown at half its size, for screens with two dots a pixel
PACKAGES = ("matplotlib", "networkx", "pandas", "underthesea", "wordcloud")


@dataclass(frozen=True, eq=False)
class Chart:
    """A drawn figure with the table it shows. `show` displays it, `export` writes its files.

    figure: matplotlib Figure. table: the rows drawn. title, note, lang: as drawn. empty: True for an empty state.
    """

    figure: Figure
    table: pd.DataFrame
    title: str
    note: str
    lang: str = "en"
    empty: bool = False

    def show(self):
        """Display the chart where the notebook is; elsewhere print its title and note. Returns None."""
        try:
            from IPython.display import display
        except ImportError:
            print(self)
        else:
            display(self)

    def export(self, name, folder=None):
        """Write NAME.png (300 dpi), .svg, .pdf, .csv and .json (where it comes from) and return the five paths (Files).

        folder: by default the one `begin` set. The same table and texts give byte-identical files on every run.
        Raises ValueError for a name that is not a plain file name such as "01-top-words".
        """
        if not name or Path(name).name != name or name.startswith("."):
            raise ValueError(f'"{name}" is no name for an export: use a plain one such as "01-top-words"')
        folder = Path(folder or provenance().folder)
        folder.mkdir(parents=True, exist_ok=True)
        made = {kind: self._image(kind) for kind in ("png", "svg", "pdf")} | {"csv": csv_bytes(self.table)}
        made["json"] = _json(self._sidecar(name, made))
        for kind, content in made.items():
            (folder / f"{name}.{kind}").write_bytes(content)
        return Files(folder / f"{name}.{kind}" for kind in made)

    @property
    def key(self):
        """A short name for this very chart: equal for equal texts and tables."""
        return hashlib.sha256(f"{self.title}\n{self.note}\n{fingerprint(self.table)}".encode()).hexdigest()[:16]

    @functools.cached_property
    def _pixels(self):
        """The picture at print size, drawn once for the screen and the file."""
        return pixels(self.figure)

    def _image(self, kind):
        return png(self._pixels, DPI) if kind == "png" else vector(self.figure, kind)

    @property
    def _screen(self):
        return tuple(round(side * SCREEN_DPI / DPI) for side in self._pixels.size)

    @property
    def _told(self):
        """What is said of the chart beside its picture, in the notebook and in the side-car."""
        return {"key": self.key, "title": self.title, "note": self.note, "empty": self.empty}

    def _sidecar(self, name, made):
        begun = provenance()
        return self._told | {
            "name": name,
            "language": self.lang,
            "rows": len(self.table),
            "columns": [str(c) for c in self.table.columns],
            "corpus_sha256": begun.corpus,
            "corpus_articles": begun.rows,
            "parameters": begun.parameters,
            "versions": _versions(),
            "sha256": {kind: hashlib.sha256(content).hexdigest() for kind, content in made.items()},
        }

    def _repr_mimebundle_(self, include=None, exclude=None):
        """What a notebook shows: the picture, with its title as alternative text."""
        picture = png(self._pixels.resize(self._screen, Image.Resampling.LANCZOS), SCREEN_DPI)
        return (
            {"image/png": picture, "text/plain": str(self)},
            {"image/png": {"width": self._screen[0] // 2, "alt": self.title}, "chart": self._told},
        )

    def __str__(self):
        return f"{self.title}\n{self.note}"


@functools.cache
def _versions():
    found = {name: importlib.metadata.version(name) for name in PACKAGES if importlib.util.find_spec(name)}
    return {"python": platform.python_version(), **found}


def _json(record):
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n").encode()
