"""A figure, texts and numbers in; one visual language out: the sheet of paper, its letters and numbers, a frozen Chart.

What every drawing function of `charts` stands on. It knows no news and no sibling: texts come in already translated.
"""

import functools
import hashlib
import importlib.metadata
import io
import json
import math
import os
import platform
import re
import textwrap
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

import fontpkg_be_vietnam_pro
import numpy as np
import pandas as pd
from matplotlib import dates as mdates
from matplotlib import font_manager, style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path
from matplotlib.ticker import Formatter, MaxNLocator
from PIL import Image

WIDTH = 6.9  # inches: the text width of an A4 page with 17 mm margins, so that 8 pt stays 8 pt in print
DPI = 300
TALLEST = 8.4  # inches a chart's body may have: with title and footnote it still fits an A4 page
EXPORTS = Path(os.environ.get("WORKBOOK_EXPORTS") or Path(__file__).resolve().parent.parent / "exports")
STYLE = Path(__file__).with_name("report.mplstyle")
CLIP = re.compile(rb'(\bid="|url\(#)(p[0-9a-f]{10})\b')
FONT = fontpkg_be_vietnam_pro.ROOT / "files" / "BeVietnamPro-Regular.ttf"
# Neighbours differ by at least 12 points of CIELAB lightness, so the order survives grey print; hues are those of Okabe
# and Ito (2008) and darker relatives, told apart with the common forms of colour blindness. The tests measure both.
COLOURS = ("#0B4F8A", "#E69F00", "#7A2E5D", "#56B4E9", "#C44E00", "#8FC9A8", "#3F4A54", "#D9B8D0")
HATCHES = ("", "", "///", "", "\\\\\\", "", "xxx", "...")
GREY, PALE, RED = "#7B858F", "#DDE2E7", "#C44E00"
MARKERS = ("o", "s", "D", "^", "v", "P", "X", "*")
WORDS = {
    "en": {
        "shown": "{n} of {total} rows shown; the table beside the chart has the rest.",
        "wide": "{n} of {total} columns shown; the table beside the chart has the rest.",
        "drawn": "{n} of {total} have a period and a value and are drawn.",
        "billion": "billion",
        "million": "million",
        "thousand": "thousand",
        "actual": "actual",
        "estimate": "estimate",
        "target": "target",
        "forecast": "forecast",
        "over": "over",
        "under": "under",
        "about": "about",
        "nearly": "nearly",
        "range": "range",
        "missed": "missed",
        "met": "met",
        "open": "no value yet",
        "spread": "highest ÷ lowest",
    },
    "vi": {
        "shown": "Hiển thị {n} trong {total} dòng; phần còn lại ở bảng kèm theo.",
        "wide": "Hiển thị {n} trong {total} cột; phần còn lại ở bảng kèm theo.",
        "drawn": "{n} trong {total} số liệu có kỳ và giá trị được vẽ.",
        "billion": "tỷ",
        "million": "triệu",
        "thousand": "nghìn",
        "actual": "thực tế",
        "estimate": "ước tính",
        "target": "mục tiêu",
        "forecast": "dự báo",
        "over": "trên",
        "under": "dưới",
        "about": "khoảng",
        "nearly": "gần",
        "range": "khoảng giá trị",
        "missed": "không đạt",
        "met": "đạt",
        "open": "chưa có số liệu",
        "spread": "cao nhất ÷ thấp nhất",
    },
}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SIGNS = {"over": "▲", "under": "▼", "about": "~", "nearly": "▽"}

for _file in sorted(FONT.parent.glob("BeVietnamPro-*.ttf")):
    font_manager.fontManager.addfont(str(_file))


# ------------------------------------------------------------------------------------------ where a chart comes from
@dataclass(frozen=True)
class Provenance:
    """What every side-car says: the articles' fingerprint, the parameters, the language, and where files go."""

    corpus: str = ""
    rows: int = 0
    parameters: dict = field(default_factory=dict)
    lang: str = "en"
    folder: str = str(EXPORTS)

    def _ipython_display_(self):
        """Nothing: a cell that ends with `begin` shows no machine's folder."""


_BEGUN = ContextVar("provenance", default=Provenance())  # noqa: B039 - frozen


def begin(data=None, *, lang="en", folder=EXPORTS, **parameters):
    """Set, once a notebook, what all its charts and tables share. Returns the Provenance, which shows nothing itself.

    data: the DataFrame everything was made from (only its fingerprint is kept). lang: "en" or "vi". folder: where
    `Chart.export` writes. Further keywords (CORPUS=..., SINCE=...) are written into every side-car as parameters.

    >>> begun = begin(pd.DataFrame({"text": ["Việt Nam"]}), lang="vi", TOP=20)
    >>> begun.lang, begun.rows, begun.parameters
    ('vi', 1, {'TOP': 20})
    >>> begin().lang
    'en'
    """
    rows = 0 if data is None else len(data)
    begun = Provenance(
        fingerprint(data), rows, {k: _plain(v) for k, v in parameters.items()}, lang or "en", str(folder)
    )
    _BEGUN.set(begun)
    return begun


def provenance():
    """The Provenance that `begin` set last in this notebook."""
    return _BEGUN.get()


def fingerprint(data):
    """The SHA-256 of a table's cells as text ("" for None): equal tables have equal fingerprints, wherever they lie.

    >>> a, b = pd.DataFrame({"từ": ["Nga"]}), pd.DataFrame({"từ": ["nga"]})
    >>> fingerprint(a) == fingerprint(a.copy()), fingerprint(a) == fingerprint(b)
    (True, False)
    """
    if data is None:
        return ""
    return hashlib.sha256(data.to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def _plain(value):
    """A value JSON can hold: paths and dates as text."""
    return value if isinstance(value, (str, int, float, bool, list, type(None))) else str(value)


# --------------------------------------------------------------------------------------------------- numbers and dates
def number(value, lang=None, digits=None):
    """A number as text in the style of `lang`: 1,234.5 in English, 1.234,5 in Vietnamese; "–" for a missing one.

    digits: decimals to show; by default as many as needed, two at most.

    >>> number(1234.5, "vi"), number(1234.5, "en"), number(-3, "vi"), number(None, "vi")
    ('1.234,5', '1,234.5', '−3', '–')
    >>> number(0.125, "vi", 3)
    '0,125'
    """
    if value is None or pd.isna(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = f"{value:,.{2 if digits is None else digits}f}"
    if digits is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text in ("-0", "−0") else text.replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if language(lang) == "vi" else text


def amount(value, lang=None, unit=""):
    """A large number with its scale word: "1.8 billion USD", in Vietnamese "1,8 tỷ USD".

    >>> amount(1_800_000_000, "en", "USD"), amount(52e6, "vi", "USD"), amount(950, "vi")
    ('1.8 billion USD', '52 triệu USD', '950')
    """
    scale, word = scale_of(abs(value), language(lang)) if pd.notna(value) else (1, "")
    return " ".join(part for part in (number(value / scale if pd.notna(value) else value, lang), word, unit) if part)


def day(value, lang=None):
    """A date as text: "9 Mar 2024", in Vietnamese "9/3/2024"; "–" for a missing one.

    >>> day("2024-03-09", "en"), day("2024-03-09", "vi"), day(None)
    ('9 Mar 2024', '9/3/2024', '–')
    """
    date = pd.to_datetime(value)
    if pd.isna(date):
        return "–"
    return (
        f"{date.day}/{date.month}/{date.year}"
        if language(lang) == "vi"
        else f"{date.day} {MONTHS[date.month - 1]} {date.year}"
    )


def language(lang):
    return lang or _BEGUN.get().lang


def scale_of(top, lang):
    """The divisor and its word for axes that reach `top`."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if top >= size:
            return size, WORDS[lang][word]
    return 1, ""


def number_axis(axis, lang, whole=False, scale=1):
    """Give an axis ticks in the number style of `lang`; whole ones only on counts."""
    axis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 5, 10], integer=whole and scale == 1, min_n_ticks=2))
    axis.set_major_formatter(_Numbers(lang, scale))


class _Numbers(Formatter):
    """Numbers with as many decimals as tell the ticks apart."""

    def __init__(self, lang, scale):
        self.lang, self.scale = lang, scale

    def __call__(self, value, pos=None):
        step = _step(self.locs) / self.scale if len(self.locs) > 1 else 1
        decimals = max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1 else None
        return number(value / self.scale, self.lang, decimals)


def date_axis_ticks(axis, lang):
    """Give an axis date ticks: years, months or days, in the style of `lang`."""
    axis.set_major_locator(mdates.AutoDateLocator(minticks=2, maxticks=8, interval_multiples=True))
    axis.set_major_formatter(_Dates(lang))


class _Dates(Formatter):
    """Dates as finely as the ticks lie apart."""

    def __init__(self, lang):
        self.lang = lang

    def __call__(self, value, pos=None):
        date, step = mdates.num2date(value), _step(self.locs)
        if step >= 360:
            return str(date.year)
        if step >= 27:
            return f"{date.month}/{date.year}" if self.lang == "vi" else f"{MONTHS[date.month - 1]} {date.year}"
        return day(date.replace(tzinfo=None), self.lang)


def _step(places):
    """The smallest distance between ticks; 1 where there are not two."""
    return np.diff(places).min() if len(places) > 1 else 1


def are_whole(values):
    """Whether all values are whole numbers, so that ticks must be too."""
    values = pd.to_numeric(pd.Series(list(values)), errors="coerce").dropna()
    return bool((values == values.round()).all())


# ------------------------------------------------------------------------------------------------------- text on paper
@functools.lru_cache(maxsize=20_000)
def inches(text, size, weight="normal"):
    """The width of one line of text in inches."""
    if not text.strip():
        return len(text) * size * 0.25 / 72
    properties = font_manager.FontProperties(family=["Be Vietnam Pro", "DejaVu Sans"], weight=weight, size=size)
    return text_to_path.get_text_width_height_descent(text, properties, False)[0] / 72  # 0.5 ms; outlines take 17 ms


def wrap(text, width, size=8, weight="normal", lines=None):
    """Text broken at spaces so that no line is wider than `width` inches at `size` points; "…" after `lines` lines.

    >>> wrap("quan hệ đối tác chiến lược toàn diện", 1.2, 8).count("\\n")
    1
    >>> wrap("Nga", 1.2)
    'Nga'
    """
    rows = [""]
    for word in str(text).split():
        trial = f"{rows[-1]} {word}".strip()
        if rows[-1] and inches(trial, size, weight) > width:
            rows.append(word)
        else:
            rows[-1] = trial
    rows = [piece for row in rows for piece in _cut(row, width, size, weight)]
    if lines and len(rows) > lines:
        rows = rows[: lines - 1] + [
            _cut(rows[lines - 1] + " " + rows[lines], width * 0.96, size, weight)[0].rstrip(" .,;") + "…"
        ]
    return "\n".join(rows)


def _cut(row, width, size, weight):
    """A row in pieces that fit: only a single word wider than the column (an address) is ever cut."""
    if inches(row, size, weight) <= width:
        return [row]
    return textwrap.wrap(row, max(4, int(len(row) * width / inches(row, size, weight)))) or [row]


def line_count(text):
    return text.count("\n") + 1 if text else 0


# --------------------------------------------------------------------------------------------------------- the Chart
class Files(tuple):
    """The paths that were written; shown as one short line, without the machine's folders."""

    def __repr__(self):
        return f"{self[0].parent.name}/{self[0].stem}: {', '.join(path.suffix[1:] for path in self)}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": repr(self)}, {"saved": self[0].stem}


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
        folder = Path(folder or _BEGUN.get().folder)
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
        return _pixels(self.figure)

    def _image(self, kind):
        return _png(self._pixels, DPI) if kind == "png" else _vector(self.figure, kind)

    @property
    def _screen(self):
        return tuple(round(side * 200 / DPI) for side in self._pixels.size)

    def _sidecar(self, name, made):
        begun = _BEGUN.get()
        return {
            "name": name,
            "key": self.key,
            "title": self.title,
            "note": self.note,
            "language": self.lang,
            "empty": self.empty,
            "rows": len(self.table),
            "columns": [str(c) for c in self.table.columns],
            "corpus_sha256": begun.corpus,
            "corpus_articles": begun.rows,
            "parameters": begun.parameters,
            "versions": _versions(),
            "sha256": {k: hashlib.sha256(v).hexdigest() for k, v in made.items()},
        }

    def _repr_mimebundle_(self, include=None, exclude=None):
        """What a notebook shows: the picture, with its title as alternative text."""
        told = {"key": self.key, "title": self.title, "note": self.note, "empty": self.empty}
        return (
            {
                "image/png": _png(self._pixels.resize(self._screen, Image.Resampling.LANCZOS), 200),
                "text/plain": str(self),
            },
            {"image/png": {"width": self._screen[0] // 2, "alt": self.title}, "chart": told},
        )

    def __str__(self):
        return f"{self.title}\n{self.note}"


def _pixels(figure):
    """A figure as an image of 300 dots an inch, without the layer of transparency, which no chart uses."""
    screen = figure.dpi
    with house_style():
        figure.set_dpi(DPI)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
        figure.set_dpi(screen)
    return image


def _png(image, dpi):
    made = io.BytesIO()
    image.save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()


def _vector(figure, kind):
    """The bytes of a figure as svg or pdf, without times or program names in them."""
    buffer, screen = io.BytesIO(), figure.dpi
    with house_style():
        if kind == "svg":
            FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None, "Creator": None})
        else:
            FigureCanvasPdf(figure).print_pdf(
                buffer, metadata={"CreationDate": None, "Creator": None, "Producer": None}
            )
        figure.set_dpi(screen)
    FigureCanvasAgg(figure)
    return _numbered_ids(buffer.getvalue()) if kind == "svg" else buffer.getvalue()


def _numbered_ids(svg):
    """An SVG whose clipping frames are named in their order.

    matplotlib names them by a hash of unrounded coordinates, whose last bit may differ between two drawings of a chart.
    """
    names = {}
    return CLIP.sub(lambda m: m[1] + names.setdefault(m[2], b"clip%d" % (len(names) + 1)), svg)


def house_style():
    return style.context(STYLE)


@functools.cache
def _versions():
    packages = ("matplotlib", "networkx", "pandas", "underthesea", "wordcloud")
    found = {name: importlib.metadata.version(name) for name in packages if importlib.util.find_spec(name)}
    return {"python": platform.python_version(), **found}


def _json(record):
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n").encode()


def csv_bytes(table):
    """A table as CSV bytes for spreadsheets: UTF-8 with BOM, ISO dates, lists joined by "; ", no live formulas.

    A text cell that a spreadsheet would run as a formula (it starts with = + - @, a tab or a return) gets an
    apostrophe in front; numbers, also those kept as text, stay numbers.

    >>> csv_bytes(pd.DataFrame({"từ": ["=1+1", "-5", "Nga"], "n": [-1, 2, 3]})).decode("utf-8-sig").split()
    ['từ,n', "'=1+1,-1", '-5,2', 'Nga,3']
    """
    safe = pd.DataFrame({i: [_cell(v) for v in table.iloc[:, i]] for i in range(table.shape[1])}, dtype=object)
    return safe.to_csv(
        index=False, header=[_cell(str(c)) for c in table.columns] if len(table.columns) else False, lineterminator="\n"
    ).encode("utf-8-sig")


def _cell(value):
    """One cell made safe: see csv_bytes."""
    if isinstance(value, (list, tuple, set)):
        return _cell("; ".join(map(str, sorted(value, key=str) if isinstance(value, set) else value)))
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d" if value == value.normalize() else "%Y-%m-%d %H:%M")
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(value):
        return "'" + value
    return value


def _is_number(text):
    try:
        return math.isfinite(float(text)) and text == text.strip() and "_" not in text
    except ValueError:
        return False


# ------------------------------------------------------------------------------------------------ the sheet of paper
@dataclass(frozen=True)
class Mark:
    """One entry of a key: text beside a swatch drawn as box, line, marker or sign."""

    text: str
    colour: str = COLOURS[0]
    kind: str = "box"
    hollow: bool = False
    dashed: bool = False
    marker: str = "o"
    hatch: str = ""


def sheet(body, title, note, key=(), more=""):
    """A Figure with title, key and footnote drawn, and the room between them (`body` inches high) left to axes."""
    title = wrap(title, WIDTH - 0.3, 11, "bold")
    note = wrap(" ".join(part for part in (more, note) if part), WIDTH - 0.3, 6.8)
    rows = _key_rows(key)
    above = 0.14 + _text_height(title, 11, "bold") + 0.06
    head = above + 0.19 * len(rows) + 0.1
    foot = 0.08 + _text_height(note, 6.8) + 0.08
    height = head + body + foot
    figure = Figure(figsize=(WIDTH, height))
    FigureCanvasAgg(figure)
    figure.set_layout_engine(
        "constrained", rect=(0.12 / WIDTH, foot / height, 1 - 0.27 / WIDTH, body / height), h_pad=0.03, w_pad=0.03
    )
    figure.text(0.15 / WIDTH, 1 - 0.14 / height, title, size=11, weight="bold", va="top", linespacing=1.25)
    figure.text(0.15 / WIDTH, 0.08 / height, note, size=6.8, color="#4A535C", va="bottom", linespacing=1.25)
    for i, row in enumerate(rows):
        _draw_key(figure, row, height - above - 0.19 * i - 0.1, height)
    return figure


@functools.lru_cache(maxsize=500)
def _text_height(text, size, weight="normal"):
    """The height of a text of one or more lines in inches, accents above capitals included."""
    if not text:
        return 0
    figure = Figure(dpi=100)
    canvas = FigureCanvasAgg(figure)
    return (
        figure.text(0, 0, text, size=size, weight=weight, linespacing=1.25)
        .get_window_extent(canvas.get_renderer())
        .height
        / 100
    )


def _key_rows(key):
    """The entries of a key in rows that fit the width, as (inches from the left, mark)."""
    rows, left = [], math.inf
    for mark in key:
        room = 0.3 + inches(mark.text, 7.5) + 0.2
        if left + room > WIDTH - 0.15:
            rows.append([])
            left = 0.15
        rows[-1].append((left, mark))
        left += room
    return rows


def _draw_key(figure, row, y, height):
    for left, mark in row:
        x0, x1, mid = left / WIDTH, (left + 0.2) / WIDTH, (left + 0.1) / WIDTH
        if mark.kind == "box":
            figure.add_artist(
                Rectangle(
                    (x0, (y - 0.045) / height),
                    x1 - x0,
                    0.09 / height,
                    transform=figure.transFigure,
                    facecolor="white" if mark.hollow else mark.colour,
                    hatch=mark.hatch,
                    lw=0.8,
                    edgecolor=mark.colour if not mark.hatch else "white",
                    ls="--" if mark.dashed else "-",
                )
            )
        elif mark.kind == "sign":
            figure.text(mid, y / height, mark.marker, size=7.5, ha="center", va="center", color=mark.colour)
        else:
            points = ([x0, x1], [y / height] * 2) if mark.kind == "line" else ([mid], [y / height])
            figure.add_artist(
                Line2D(
                    *points,
                    color=mark.colour,
                    marker=mark.marker if mark.kind == "marker" else None,
                    mfc="white" if mark.hollow else mark.colour,
                    ls="--" if mark.dashed else "-",
                    transform=figure.transFigure,
                    lw=1.6,
                    ms=5,
                )
            )
        figure.text((left + 0.27) / WIDTH, y / height, mark.text, size=7.5, va="center")


def drawing_function(draw):
    """What every drawing function has in common: the style, the language, the empty state, a frozen layout."""

    @functools.wraps(draw)
    def drawn(table, *columns, title, note, empty="", lang=None, **options):
        if not str(note or "").strip():
            raise ValueError("a chart needs its note: how many articles, from when to when, which outlets")
        lang = language(lang)
        with house_style():
            made = (
                None
                if table is None or len(table) == 0
                else draw(table.reset_index(drop=True), *columns, title=title, note=note, lang=lang, **options)
            )
            if made is None:
                return nothing(empty or "–", title=title, note=note, lang=lang, table=table)
            figure, shown = made
            figure.draw_without_rendering()
            figure.set_layout_engine("none")
        return Chart(figure, shown.reset_index(drop=True), title, note, lang)

    return drawn


def nothing(message, *, title, note, lang=None, table=None):
    """A Chart that says `message` in the middle of the sheet: the empty state, meant as a result.

    >>> nothing("Không có bài nào.", title="Từ", note="0 bài", lang="vi").empty
    True
    """
    with house_style():
        text = wrap(message, WIDTH - 1.4, 10)
        figure = sheet(0.7 + 0.2 * line_count(text), title, note)
        axes = figure.add_subplot()
        axes.set(xticks=[], yticks=[], facecolor="#F4F6F8")
        axes.spines[:].set_visible(False)
        axes.text(
            0.5,
            0.5,
            text,
            size=10,
            ha="center",
            va="center",
            color="#3A434C",
            linespacing=1.3,
            transform=axes.transAxes,
        )
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
    return Chart(figure, pd.DataFrame() if table is None else table.head(0), title, note, language(lang), True)


def more_rows(shown, total, lang, what="shown"):
    """A sentence for the note where a chart has not room for all; what: "shown" for rows, "wide" for columns."""
    return WORDS[lang][what].format(n=number(shown, lang), total=number(total, lang)) if shown < total else ""


def end_text(axes, text, y, **style):
    """Write a text beside the right edge of the axes, at the height y of its data. Returns None."""
    place = {"xycoords": ("axes fraction", "data"), "xytext": (5, 0), "textcoords": "offset points", "va": "center"}
    axes.annotate(text, (1, y), **place, **style)


def present(table, *columns):
    """The rows that have all these numbers, and those columns as floats."""
    table = table.copy()
    for column in columns:
        table[column] = pd.to_numeric(table[column], errors="coerce")
    return table[np.isfinite(table[list(columns)]).all(axis=1)].reset_index(drop=True)


def row_names(axes, labels, width=None, size=8):
    """Write row labels down the y axis, first row on top, wrapped to `width` inches."""
    width = width or label_width(labels, size)
    texts = [wrap(label, width, size, lines=_label_lines(labels)) for label in labels]
    axes.set_yticks(range(len(labels)), texts, size=size)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.spines["left"].set_visible(False)


def label_width(labels, size=8):
    """Inches for row labels: what the longest needs up to 3.1, so that few break; 2.5 for longer ones."""
    widest = max((inches(str(label), size) for label in labels), default=0)
    return 3.1 if 2.5 < widest <= 3.1 else 2.5


def row_height(labels, width=None, size=8, least=0.19):
    """Inches one row needs, so that labels of two lines do not touch."""
    width = width or label_width(labels, size)
    lines = _label_lines(labels)
    return max([least] + [0.06 + 0.135 * line_count(wrap(label, width, size, lines=lines)) for label in labels])


def _label_lines(labels):
    """Lines a row label may have: two, but one where there are so many rows that the chart would leave the page."""
    return 1 if len(labels) > 24 else 2


def colours_of(values, order=()):
    """{value: colour} in order of first appearance, those of `order` first; after the palette is used up, grey.

    order: values that keep their colour from chart to chart, whether or not they stand in this one.
    """
    present = list(dict.fromkeys(v for v in values if pd.notna(v)))
    names = [*order, *(v for v in present if v not in order)]
    colours = {name: COLOURS[i] if i < len(COLOURS) else GREY for i, name in enumerate(names)}
    return {name: colour for name, colour in colours.items() if name in present}


def axis_label(axis_label, unit, scale_word):
    measured = " ".join(part for part in (scale_word, unit) if part)
    return f"{axis_label} ({measured})" if axis_label and measured else axis_label or measured
