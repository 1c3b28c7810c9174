"""A table and translated texts in; a frozen Chart out: drawn, shown, and exported as PNG, SVG, PDF, CSV and side-car.

Nothing here knows about news. Every drawing function takes a tidy table first, then the names of its columns, and these
keywords: ``title`` and ``note`` (the footnote: how many articles, from when to when, which outlets; it cannot be left
out), ``empty`` (what to say when the table has no rows), ``lang`` ("en" 1,234.5 or "vi" 1.234,5; else what `begin` set).
Rows are drawn in the order given: sorting is the caller's. The exported table holds the rows that were drawn.
"""
import functools
import hashlib
import importlib.metadata
import io
import json
import math
import platform
import textwrap
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

import fontpkg_be_vietnam_pro
import matplotlib
import networkx
import numpy as np
import pandas as pd
from matplotlib import dates as mdates
from matplotlib import font_manager, style
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.textpath import TextPath
from matplotlib.ticker import FuncFormatter, MaxNLocator

WIDTH = 6.9            # inches: the text width of an A4 page with 17 mm margins, so that 8 pt stays 8 pt in print
DPI = 300
STYLE = Path(__file__).with_name("report.mplstyle")
FONT = fontpkg_be_vietnam_pro.ROOT / "files" / "BeVietnamPro-Regular.ttf"
# Neighbours differ by at least 12 points of CIELAB lightness, so the order survives grey print; hues are Okabe and Ito's
# (2008) and darker relatives, told apart with the common forms of colour blindness. tests/test_charts.py measures both.
COLOURS = ("#0B4F8A", "#E69F00", "#7A2E5D", "#56B4E9", "#C44E00", "#8FC9A8", "#3F4A54", "#D9B8D0")
HATCHES = ("", "", "///", "", "\\\\\\", "", "xxx", "...")
GREY, PALE, RED = "#7B858F", "#DDE2E7", "#C44E00"
MARKERS = ("o", "s", "D", "^", "v", "P", "X", "*")
WORDS = {
    "en": {"shown": "{n} of {total} rows shown; the table beside the chart has the rest.",
           "drawn": "{n} of {total} have a period and a value and are drawn.",
           "billion": "billion", "million": "million", "thousand": "thousand",
           "actual": "actual", "estimate": "estimate", "target": "target", "forecast": "forecast",
           "over": "over", "under": "under", "about": "about", "nearly": "nearly", "range": "range",
           "missed": "missed", "met": "met", "open": "no value yet", "spread": "highest ÷ lowest"},
    "vi": {"shown": "Hiển thị {n} trong {total} dòng; phần còn lại ở bảng kèm theo.",
           "drawn": "{n} trong {total} số liệu có kỳ và giá trị được vẽ.",
           "billion": "tỷ", "million": "triệu", "thousand": "nghìn",
           "actual": "thực tế", "estimate": "ước tính", "target": "mục tiêu", "forecast": "dự báo",
           "over": "trên", "under": "dưới", "about": "khoảng", "nearly": "gần", "range": "khoảng giá trị",
           "missed": "không đạt", "met": "đạt", "open": "chưa có số liệu", "spread": "cao nhất ÷ thấp nhất"},
}
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
SIGNS = {"over": "▲", "under": "▼", "about": "≈", "nearly": "▼"}

for _file in sorted(FONT.parent.glob("BeVietnamPro-*.ttf")):
    font_manager.fontManager.addfont(str(_file))


# ------------------------------------------------------------------------------------------ where a chart comes from
@dataclass(frozen=True)
class Provenance:
    """What every side-car says: the articles' fingerprint, the parameters, the language, and where files are written."""
    corpus: str = ""
    rows: int = 0
    parameters: dict = field(default_factory=dict)
    lang: str = "en"
    folder: str = "exports"


_BEGUN = ContextVar("provenance", default=Provenance())


def begin(data=None, *, lang="en", folder="exports", **parameters):
    """Set, once a notebook, what all its charts share; returns the Provenance.

    data: the DataFrame everything was made from (only its fingerprint is kept). lang: "en" or "vi". folder: where
    `Chart.export` writes. Further keywords (CORPUS=..., SINCE=...) are written into every side-car as parameters.

    >>> begin(pd.DataFrame({"text": ["Việt Nam"]}), lang="vi", TOP=20).lang
    'vi'
    >>> begin().lang
    'en'
    """
    rows = 0 if data is None else len(data)
    begun = Provenance(fingerprint(data), rows, {k: _plain(v) for k, v in parameters.items()}, lang or "en", str(folder))
    _BEGUN.set(begun)
    return begun


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
    text = f"{value:,.{2 if digits is None else digits}f}"
    if digits is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text in ("-0", "−0") else text.replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if _lang(lang) == "vi" else text


def amount(value, lang=None, unit=""):
    """A large number with its scale word: "1.8 billion USD", in Vietnamese "1,8 tỷ USD".

    >>> amount(1_800_000_000, "en", "USD"), amount(52e6, "vi", "USD"), amount(950, "vi")
    ('1.8 billion USD', '52 triệu USD', '950')
    """
    scale, word = _scale(abs(value), _lang(lang)) if pd.notna(value) else (1, "")
    return " ".join(part for part in (number(value / scale if pd.notna(value) else value, lang), word, unit) if part)


def day(value, lang=None):
    """A date as text: "9 Mar 2024", in Vietnamese "9/3/2024"; "–" for a missing one.

    >>> day("2024-03-09", "en"), day("2024-03-09", "vi"), day(None)
    ('9 Mar 2024', '9/3/2024', '–')
    """
    date = pd.to_datetime(value)
    if pd.isna(date):
        return "–"
    return f"{date.day}/{date.month}/{date.year}" if _lang(lang) == "vi" else f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def _lang(lang):
    return lang or _BEGUN.get().lang


def _scale(top, lang):
    """The divisor and its word for axes that reach `top`."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if top >= size:
            return size, WORDS[lang][word]
    return 1, ""


def _numbers(axis, lang, whole=False, scale=1):
    """Give an axis ticks in the number style of `lang`; whole ones only on counts."""
    axis.set_major_locator(MaxNLocator(nbins=6, integer=whole and scale == 1, min_n_ticks=2))

    def text(value, _position):
        steps = np.diff(axis.get_majorticklocs()) / scale
        step = steps.min() if len(steps) else 1
        return number(value / scale, lang, max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1 else None)
    axis.set_major_formatter(FuncFormatter(text))


def _dates(axis, lang):
    """Give an axis date ticks: years, months or days, in the style of `lang`."""
    locator = mdates.AutoDateLocator(minticks=2, maxticks=8, interval_multiples=True)
    axis.set_major_locator(locator)

    def text(value, _position):
        date, places = mdates.num2date(value), axis.get_majorticklocs()
        step = np.diff(places).min() if len(places) > 1 else 1
        if step >= 360:
            return str(date.year)
        if step >= 27:
            return f"{date.month}/{date.year}" if lang == "vi" else f"{MONTHS[date.month - 1]} {date.year}"
        return day(date.replace(tzinfo=None), lang)
    axis.set_major_formatter(FuncFormatter(text))


def _whole(values):
    """Whether all values are whole numbers, so that ticks must be too."""
    values = pd.to_numeric(pd.Series(list(values)), errors="coerce").dropna()
    return bool((values == values.round()).all())


# ------------------------------------------------------------------------------------------------------- text on paper
@functools.lru_cache(maxsize=20_000)
def _inches(text, size, weight="normal"):
    """The width of one line of text in inches."""
    if not text.strip():
        return len(text) * size * .25 / 72
    properties = font_manager.FontProperties(family=["Be Vietnam Pro", "DejaVu Sans"], weight=weight)
    return TextPath((0, 0), text, size=size, prop=properties).get_extents().width / 72


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
        if rows[-1] and _inches(trial, size, weight) > width:
            rows.append(word)
        else:
            rows[-1] = trial
    rows = [piece for row in rows for piece in _cut(row, width, size, weight)]
    if lines and len(rows) > lines:
        rows = rows[:lines - 1] + [_cut(rows[lines - 1] + " " + rows[lines], width * .96, size, weight)[0].rstrip(" .,;") + "…"]
    return "\n".join(rows)


def _cut(row, width, size, weight):
    """A row in pieces that fit: only a single word wider than the column (an address) is ever cut."""
    if _inches(row, size, weight) <= width:
        return [row]
    return textwrap.wrap(row, max(4, int(len(row) * width / _inches(row, size, weight)))) or [row]


def _lines(text):
    return text.count("\n") + 1 if text else 0


# --------------------------------------------------------------------------------------------------------- the Chart
@dataclass(frozen=True)
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
        """Write NAME.png (300 dpi), .svg, .pdf, .csv and .json (where it comes from) and return the five paths.

        folder: by default the one `begin` set. The same table and texts give byte-identical files on every run.
        Raises ValueError for a name that is not a plain file name such as "01-top-words".
        """
        if not name or Path(name).name != name or name.startswith("."):
            raise ValueError(f'"{name}" is no name for an export: use a plain one such as "01-top-words"')
        folder = Path(folder or _BEGUN.get().folder)
        folder.mkdir(parents=True, exist_ok=True)
        made = {kind: self._image(kind) for kind in ("png", "svg", "pdf")} | {"csv": csv_bytes(self.table)}
        made["json"] = _json(self._sidecar(name, made))
        paths = []
        for kind, content in made.items():
            paths.append(folder / f"{name}.{kind}")
            paths[-1].write_bytes(content)
        return paths

    @property
    def key(self):
        """A short name for this very chart: equal for equal texts and tables."""
        return hashlib.sha256(f"{self.title}\n{self.note}\n{fingerprint(self.table)}".encode()).hexdigest()[:16]

    def _image(self, kind, dpi=DPI):
        return _render(self.figure, kind, dpi)

    def _sidecar(self, name, made):
        begun = _BEGUN.get()
        return {"name": name, "key": self.key, "title": self.title, "note": self.note, "language": self.lang,
                "empty": self.empty, "rows": len(self.table), "columns": [str(c) for c in self.table.columns],
                "corpus_sha256": begun.corpus, "corpus_articles": begun.rows, "parameters": begun.parameters,
                "versions": _versions(), "sha256": {k: hashlib.sha256(v).hexdigest() for k, v in made.items()}}

    def _repr_mimebundle_(self, include=None, exclude=None):
        """What a notebook shows: the picture, with its title as alternative text."""
        width = round(self.figure.get_figwidth() * 100)
        told = {"key": self.key, "title": self.title, "note": self.note, "empty": self.empty}
        return ({"image/png": self._image("png", 200), "text/plain": str(self)},
                {"image/png": {"width": width, "alt": self.title}, "chart": told})

    def __str__(self):
        return f"{self.title}\n{self.note}"


def _render(figure, kind, dpi=DPI):
    """The bytes of a figure as png, svg or pdf, without times or program names in them."""
    buffer = io.BytesIO()
    nothing_of_now = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None},
                      "pdf": {"CreationDate": None, "Creator": None, "Producer": None}}[kind]
    with _style():
        figure.savefig(buffer, format=kind, dpi=dpi, metadata=nothing_of_now)
    return buffer.getvalue()


def _style():
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
    return safe.to_csv(index=False, header=[_cell(str(c)) for c in table.columns] if len(table.columns) else False,
                       lineterminator="\n").encode("utf-8-sig")


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
class _Mark:
    """One entry of a key: text beside a swatch drawn as box, line, marker or sign."""
    text: str
    colour: str = COLOURS[0]
    kind: str = "box"
    hollow: bool = False
    dashed: bool = False
    marker: str = "o"
    hatch: str = ""


def _sheet(body, title, note, key=(), more=""):
    """A Figure with title, key and footnote drawn, and the room between them (`body` inches high) left to axes."""
    title = wrap(title, WIDTH - .3, 11, "bold")
    note = wrap(" ".join(part for part in (more, note) if part), WIDTH - .3, 6.8)
    rows = _key_rows(key)
    head = .16 + .2 * _lines(title) + .19 * len(rows) + .1
    foot = .1 + .125 * _lines(note) + .08
    height = head + body + foot
    figure = Figure(figsize=(WIDTH, height))
    FigureCanvasAgg(figure)
    figure.set_layout_engine("constrained", rect=(.12 / WIDTH, foot / height, 1 - .27 / WIDTH, body / height),
                             h_pad=.03, w_pad=.03)
    figure.text(.15 / WIDTH, 1 - .14 / height, title, size=11, weight="bold", va="top", linespacing=1.25)
    figure.text(.15 / WIDTH, .08 / height, note, size=6.8, color="#4A535C", va="bottom", linespacing=1.25)
    for i, row in enumerate(rows):
        _draw_key(figure, row, height - (.16 + .2 * _lines(title)) - .19 * i - .1, height)
    return figure


def _key_rows(key):
    """The entries of a key in rows that fit the width, as (inches from the left, mark)."""
    rows, left = [], math.inf
    for mark in key:
        room = .3 + _inches(mark.text, 7.5) + .2
        if left + room > WIDTH - .15:
            rows.append([])
            left = .15
        rows[-1].append((left, mark))
        left += room
    return rows


def _draw_key(figure, row, y, height):
    for left, mark in row:
        x0, x1, mid = left / WIDTH, (left + .2) / WIDTH, (left + .1) / WIDTH
        if mark.kind == "box":
            figure.add_artist(Rectangle((x0, (y - .045) / height), x1 - x0, .09 / height, transform=figure.transFigure,
                                        facecolor="white" if mark.hollow else mark.colour, hatch=mark.hatch, lw=.8,
                                        edgecolor=mark.colour if not mark.hatch else "white", ls="--" if mark.dashed else "-"))
        elif mark.kind == "sign":
            figure.text(mid, y / height, mark.marker, size=7.5, ha="center", va="center", color=mark.colour)
        else:
            points = ([x0, x1], [y / height] * 2) if mark.kind == "line" else ([mid], [y / height])
            figure.add_artist(Line2D(*points, color=mark.colour, marker=mark.marker if mark.kind == "marker" else None,
                                     mfc="white" if mark.hollow else mark.colour, ls="--" if mark.dashed else "-",
                                     transform=figure.transFigure, lw=1.6, ms=5))
        figure.text((left + .27) / WIDTH, y / height, mark.text, size=7.5, va="center")


def _drawing(draw):
    """What every drawing function has in common: the style, the language, the empty state, a frozen layout."""
    @functools.wraps(draw)
    def drawn(table, *columns, title, note, empty="", lang=None, **options):
        if not str(note or "").strip():
            raise ValueError("a chart needs its note: how many articles, from when to when, which outlets")
        lang = _lang(lang)
        with _style():
            made = None if table is None or len(table) == 0 else draw(
                table.reset_index(drop=True), *columns, title=title, note=note, lang=lang, **options)
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
    with _style():
        text = wrap(message, WIDTH - 1.4, 10)
        figure = _sheet(.7 + .2 * _lines(text), title, note)
        axes = figure.add_subplot()
        axes.set(xticks=[], yticks=[], facecolor="#F4F6F8")
        axes.spines[:].set_visible(False)
        axes.text(.5, .5, text, size=10, ha="center", va="center", color="#3A434C", linespacing=1.3,
                  transform=axes.transAxes)
        figure.draw_without_rendering()
        figure.set_layout_engine("none")
    return Chart(figure, pd.DataFrame() if table is None else table.head(0), title, note, _lang(lang), True)


def _more(shown, total, lang):
    return WORDS[lang]["shown"].format(n=number(shown, lang), total=number(total, lang)) if shown < total else ""


def _present(table, *columns):
    """The rows that have all these numbers, and those columns as floats."""
    table = table.copy()
    for column in columns:
        table[column] = pd.to_numeric(table[column], errors="coerce")
    return table[np.isfinite(table[list(columns)]).all(axis=1)].reset_index(drop=True)


def _rows(axes, labels, width=2.5, size=8):
    """Write row labels down the y axis, first row on top, wrapped to `width` inches."""
    axes.set_yticks(range(len(labels)), [wrap(label, width, size, lines=2) for label in labels], size=size)
    axes.set_ylim(len(labels) - .4, -.6)
    axes.spines["left"].set_visible(False)


def _row_height(labels, width=2.5, size=8, least=.19):
    """Inches one row needs, so that labels of two lines do not touch."""
    return max([least] + [.06 + .135 * _lines(wrap(label, width, size, lines=2)) for label in labels])


def _colours(values):
    """{value: colour} in order of first appearance; after the palette is used up, grey."""
    names = [v for v in dict.fromkeys(values) if pd.notna(v)]
    return {name: COLOURS[i] if i < len(COLOURS) else GREY for i, name in enumerate(names)}


def _label(axis_label, unit, scale_word):
    measured = " ".join(part for part in (scale_word, unit) if part)
    return f"{axis_label} ({measured})" if axis_label and measured else axis_label or measured


# ---------------------------------------------------------------------------------------------------- bars of a count
@_drawing
def bars(table, label, value, *, title, note, axis="", unit="", group=None, text=None, top=40, empty="", lang=None):
    """Horizontal bars, one a row: at most `top`, the number written at each end. Returns a Chart.

    label, value: columns. group: column that colours the bars (with a key). text: column whose words stand after the
    number. axis: what the numbers are; unit: what they are counted in (values over a million are scaled).
    """
    whole_table = _present(table, value)
    table = whole_table.head(top)
    if table.empty:
        return None
    names, values = table[label].astype(str), table[value]
    scale, word = _scale(values.abs().max(), lang)
    colours = _colours(table[group]) if group else {}
    figure = _sheet(.5 + _row_height(names) * len(table), title, note, _group_key(colours), _more(len(table), len(whole_table), lang))
    axes = figure.add_subplot()
    fill = [colours.get(g, GREY) for g in table[group]] if group else COLOURS[0]
    axes.barh(range(len(table)), values, height=.68, color=fill)
    _rows(axes, names)
    ends = [number(v / scale, lang) + (f"  {t}" if t else "") for v, t in zip(values, _texts(table, text))]
    _end_labels(axes, values, ends)
    _value_axis(axes, lang, _whole(values), scale, _label(axis, unit, word))
    return figure, table


def _texts(table, column):
    return [""] * len(table) if not column else ["" if pd.isna(v) else str(v) for v in table[column]]


def _group_key(colours):
    return [_Mark(str(name), colour) for name, colour in colours.items()]


def _end_labels(axes, values, ends, size=7.5):
    """Write a text at the end of each horizontal bar and make room for the longest on either side."""
    for row, (value, end) in enumerate(zip(values, ends)):
        axes.annotate(end, (value, row), xytext=(3 if value >= 0 else -3, 0), textcoords="offset points", size=size,
                      va="center", ha="left" if value >= 0 else "right", color="#2B323A", annotation_clip=False)
    low, high = min(0, values.min()), max(0, values.max())
    reach = (high - low) or 1
    room = [max([0] + [_inches(e, size) for v, e in zip(values, ends) if (v >= 0) == positive]) for positive in (False, True)]
    inch = reach / max(1.2, 3.6 - sum(room))
    axes.set_xlim(low - (room[0] + .1) * inch if values.min() < 0 else 0, high + (room[1] + .1) * inch)


def _value_axis(axes, lang, whole, scale=1, label=""):
    """A light vertical grid with numbers below, for charts whose values run along x."""
    _numbers(axes.xaxis, lang, whole, scale)
    axes.grid(axis="x")
    axes.tick_params(axis="x", length=0)
    axes.spines["bottom"].set_visible(False)
    axes.set_xlabel(label, loc="left")


@_drawing
def grouped(table, label, series, value, *, title, note, stacked=False, axis="", unit="", top=40, empty="", lang=None):
    """Horizontal bars of several series a label, side by side or `stacked`, one colour a series. Returns a Chart.

    table is long: one row for a label and a series. A missing pair leaves a gap, it is not drawn as zero.
    """
    wide, table, total = _wide(table, label, series, value, top)
    if wide.empty:
        return None
    colours, names = _colours(wide.columns), [str(n) for n in wide.index]
    scale, word = _scale(np.nanmax(wide.sum(axis=1) if stacked else wide.to_numpy()), lang)
    high = max(_row_height(names), .2 if stacked else .07 + .14 * len(colours))
    figure = _sheet(.5 + high * len(wide), title, note, _series_key(colours), _more(len(wide), total, lang))
    axes = figure.add_subplot()
    _series_bars(axes.barh, wide, colours, stacked)
    if not stacked:
        _group_numbers(axes, wide, scale, lang)
    _rows(axes, names)
    _value_axis(axes, lang, _whole(table[value]), scale, _label(axis, unit, word))
    axes.set_xlim(left=min(0, np.nanmin(wide.to_numpy())))
    return figure, table


@_drawing
def columns(table, label, value, *, title, note, series=None, axis="", unit="", empty="", lang=None):
    """Upright columns along an ordered axis (months, years), stacked by `series`. Returns a Chart.

    label is text in the order to draw, every step present (give 0 for an empty month). Of many labels only as many are
    written as fit.
    """
    wide, table, _total = _wide(table, label, series, value, None)
    if wide.empty:
        return None
    colours = _colours(wide.columns)
    scale, word = _scale(wide.sum(axis=1).abs().max(), lang)
    figure = _sheet(2.6, title, note, _series_key(colours) if series else ())
    axes = figure.add_subplot()
    _series_bars(axes.bar, wide, colours, True)
    _numbers(axes.yaxis, lang, _whole(table[value]), scale)
    axes.set_ylabel(_label(axis, unit, word))
    axes.grid(axis="y")
    axes.set_xlim(-.6, max(len(wide), 6) - .4)
    _column_names(axes, [str(n) for n in wide.index])
    return figure, table


def _column_names(axes, names):
    """Write as many of the names below the columns as fit without touching."""
    room = 5.9 / max(len(names), 6)
    widest = max(_inches(n, 7.5) for n in names) + .08
    step = math.ceil(widest / room)
    axes.set_xticks(range(0, len(names), step), names[::step])


def _wide(table, label, series, value, top):
    """A long table as a wide one in order of appearance, the rows kept, and how many labels there were."""
    table = _present(table, value)
    column = table[series].astype(str) if series else pd.Series("", index=table.index)
    names = table[label].astype(str)
    order = list(dict.fromkeys(names))
    kept = order[:top] if top else order
    wide = table.assign(_n=names, _s=column).pivot_table(index="_n", columns="_s", values=value, aggfunc="sum", sort=False)
    return wide.reindex(index=kept, columns=list(dict.fromkeys(column))), table[names.isin(kept)], len(order)


def _series_key(colours):
    return [_Mark(str(name), colour, hatch=HATCHES[i % len(HATCHES)]) for i, (name, colour) in enumerate(colours.items())]


def _series_bars(draw, wide, colours, stacked):
    """Draw the series of a wide table with `draw` (bar or barh), hatched where colours alone are close in grey."""
    base, thick = np.zeros(len(wide)), .72 if stacked else .8 / len(colours)
    start = "left" if draw.__name__ == "barh" else "bottom"
    for i, (name, colour) in enumerate(colours.items()):
        values = wide[name].to_numpy(float)
        at = np.arange(len(wide)) + (0 if stacked else (i - (len(colours) - 1) / 2) * thick)
        draw(at, np.nan_to_num(values), thick * .94, color=colour, hatch=HATCHES[i % len(HATCHES)], edgecolor="white",
             lw=.5, **({start: base.copy()} if stacked else {}))
        base += np.nan_to_num(values)


def _group_numbers(axes, wide, scale, lang):
    thick = .8 / wide.shape[1]
    for i, name in enumerate(wide.columns):
        for row, value in enumerate(wide[name]):
            if pd.notna(value):
                axes.annotate(number(value / scale, lang), (max(value, 0), row + (i - (wide.shape[1] - 1) / 2) * thick),
                              xytext=(2, 0), textcoords="offset points", size=6.5, va="center")
    axes.margins(x=.12)


@_drawing
def diverging(table, label, value, *, title, note, left="", right="", axis="", unit="", top=40, empty="", lang=None):
    """Bars to both sides of zero (keyness, a fall and a rise), words on the free side. Returns a Chart.

    left, right: what the two sides mean, written above them.
    """
    whole_table = _present(table, value)
    table = whole_table.head(top)
    if table.empty:
        return None
    values, names = table[value], table[label].astype(str)
    figure = _sheet(.75 + .19 * len(table), title, note, (), _more(len(table), len(whole_table), lang))
    axes = figure.add_subplot()
    axes.barh(range(len(table)), values, height=.68, color=np.where(values < 0, COLOURS[1], COLOURS[0]))
    reach = values.abs().max() or 1
    for row, (name, size) in enumerate(zip(names, values)):
        side = -1 if size >= 0 else 1
        axes.annotate(wrap(name, 2.4, 8, lines=1), (0, row), xytext=(4 * side, 0), textcoords="offset points", size=8,
                      va="center", ha="right" if side < 0 else "left")
        axes.annotate(number(size, lang), (size, row), xytext=(-3 * side, 0), textcoords="offset points", size=6.8,
                      va="center", ha="left" if side < 0 else "right", color="#4A535C")
    axes.set(xlim=(-reach * 1.25, reach * 1.25), ylim=(len(table) - .4, -.6), yticks=[])
    axes.axvline(0, color="#5A6470", lw=.8)
    axes.spines["left"].set_visible(False)
    _value_axis(axes, lang, False, 1, _label(axis, unit, ""))
    axes.set_title(wrap(left, 3.1, 8.5, lines=2), loc="left", size=8.5, color="#8A5F00")
    axes.set_title(wrap(right, 3.1, 8.5, lines=2), loc="right", size=8.5, color=COLOURS[0])
    return figure, table


# ------------------------------------------------------------------------------------------------------- along a time
@_drawing
def lines(table, x, y, *, title, note, series=None, low=None, high=None, axis="", unit="", empty="", lang=None):
    """Lines over dates or numbers, one a series, named at their ends; missing values stay gaps. Returns a Chart.

    low, high: columns of an interval drawn as a band (or a whisker on a single point).
    """
    table = table.assign(**{y: pd.to_numeric(table[y], errors="coerce")})
    if table[y].isna().all():
        return None
    if not pd.api.types.is_numeric_dtype(table[x]):
        table = table.assign(**{x: pd.to_datetime(table[x], errors="coerce")})
    table = table[table[x].notna()]
    column = table[series].astype(str) if series else pd.Series("", index=table.index)
    colours = _colours(column)
    tops = table[[c for c in (y, high) if c]].max().max()
    scale, word = _scale(tops, lang)
    figure = _sheet(2.9, title, note)
    axes = figure.add_subplot()
    ends = [_line(axes, part.sort_values(x), x, y, low, high, colours[name], MARKERS[i % len(MARKERS)]) + (name,)
            for i, (name, part) in enumerate(table.groupby(column, sort=False))]
    dated = pd.api.types.is_datetime64_any_dtype(table[x])
    _dates(axes.xaxis, lang) if dated else _plain_years(axes, table[x])
    _numbers(axes.yaxis, lang, _whole(table[y]), scale)
    axes.set_ylim(bottom=min(0, np.nanmin(table[[c for c in (y, low) if c]].to_numpy(float))))
    axes.set_ylabel(_label(axis, unit, word))
    axes.grid(axis="y")
    if series:
        _name_ends(figure, axes, ends, colours)
    return figure, table


def _plain_years(axes, values):
    """Whole numbers without separators below: years."""
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda v, _p: f"{v:g}"))
    if values.nunique() == 1:
        axes.set_xlim(values.iloc[0] - 1, values.iloc[0] + 1)


def _line(axes, part, x, y, low, high, colour, marker):
    """Draw one line with its band; returns where it ends, as (x, y)."""
    axes.plot(part[x], part[y], color=colour, marker=marker, ms=3.5 if len(part) < 60 else 0)
    if low and high:
        bottom, top = (pd.to_numeric(part[c], errors="coerce") for c in (low, high))
        axes.fill_between(part[x], bottom, top, color=colour, alpha=.15, lw=0)
        if part[y].notna().sum() == 1:
            axes.vlines(part[x], bottom, top, color=colour, lw=1)
    last = part[part[y].notna()].tail(1)
    return (mdates.date2num(last[x].iloc[0]) if not pd.api.types.is_number(last[x].iloc[0]) else last[x].iloc[0],
            last[y].iloc[0]) if len(last) else (np.nan, np.nan)


def _name_ends(figure, axes, ends, colours):
    """Write each line's name at the right, moved apart where they would touch."""
    ends = sorted((e for e in ends if np.isfinite(e[1])), key=lambda e: e[1])
    bottom, top = axes.get_ylim()
    gap, at = (top - bottom) * .052, -math.inf
    for _x, value, name in ends:
        at = max(value, at + gap)
        axes.annotate(wrap(name, 1.4, 7.5, lines=1), (1, at), xycoords=("axes fraction", "data"), xytext=(5, 0),
                      textcoords="offset points", size=7.5, va="center", color=colours[name])


@_drawing
def spans(table, value, *, title, note, start="period_start", end="period_end", low=None, high=None, series=None,
          panel=None, modality=None, qualifier=None, row=None, unit="", axis="", empty="", lang=None):
    """A timeline of figures: a bar's length is its period, its height its value. Returns a Chart.

    start, end: date columns (no start: a level at the end date, drawn as a point; neither: not drawn, and the footnote
    says so). low, high: a range, drawn as a whisker. series: one colour each (who reports). panel: one panel each, with
    its own scale (a pair, a currency). modality: actual and estimate are filled, target hollow, forecast dashed.
    qualifier: over ▲, under and nearly ▼, about ≈. row: a text column; then every figure has a row of its own with the
    text left and the value right, instead of a height.
    """
    total = len(table)
    table = _dated(_present(table, value), start, end)
    if table.empty:
        return None
    panels = [(str(n), p) for n, p in table.groupby(panel, sort=False, dropna=False)] if panel else [("", table)]
    colours = _colours(table[series]) if series else {}
    drawn = WORDS[lang]["drawn"].format(n=number(len(table), lang), total=number(total, lang)) if len(table) < total else ""
    heights = [.35 + _row_height(p[row].astype(str), 2.1, 7.5) * len(p) if row else 1.9 for _n, p in panels]
    figure = _sheet(sum(heights) + .3, title, note, _span_key(table, colours, modality, qualifier, low, high, lang), drawn)
    grid = figure.subplots(len(panels), 1, squeeze=False, sharex=True, height_ratios=heights)[:, 0]
    columns_used = {"value": value, "low": low, "high": high, "series": series, "modality": modality, "qualifier": qualifier}
    for axes, (name, part) in zip(grid, panels):
        _span_panel(axes, part, name, columns_used, colours, row, unit, axis, lang)
    _dates(grid[-1].xaxis, lang)
    _date_room(grid[-1], table)
    return figure, table.drop(columns=["_start", "_end"])


def _dated(table, start, end):
    """The rows with an end (or a start), with `_start` and `_end` as days; a level has both equal."""
    starts, ends = (pd.to_datetime(table[c], errors="coerce") for c in (start, end))
    table = table.assign(_start=starts.fillna(ends), _end=ends.fillna(starts))
    return table[table["_end"].notna()].reset_index(drop=True)


def _date_room(axes, table):
    """A little air at both ends of a time axis; a year around a single day."""
    first, last = table["_start"].min(), table["_end"].max()
    air = max((last - first) * .05, pd.Timedelta(days=20))
    axes.set_xlim(first - air, last + air)


def _span_key(table, colours, modality, qualifier, low, high, lang):
    words = WORDS[lang]
    marks = _group_key(colours) if len(colours) else []
    kinds = set(table[modality].dropna()) if modality else set()
    marks += [_Mark(words[k], GREY, hollow=k in ("target", "forecast"), dashed=k == "forecast")
              for k in ("actual", "estimate", "target", "forecast") if k in kinds and len(kinds) > 1]
    signs = set(table[qualifier].dropna()) if qualifier else set()
    marks += [_Mark(words[k], "#2B323A", "sign", marker=SIGNS[k]) for k in ("over", "about", "nearly", "under") if k in signs]
    if low and high and (table[low] < table[high]).any():
        marks.append(_Mark(words["range"], GREY, "line"))
    return marks


def _span_panel(axes, part, name, used, colours, row, unit, axis, lang):
    """Draw the figures of one panel, by height or, with `row`, one below the other."""
    part = part.reset_index(drop=True)
    scale, word = _scale(part[used["value"]].abs().max(), lang)
    heights = pd.Series(part.index, dtype=float) if row else part[used["value"]]
    thick = .5 if row else None
    if row:
        _rows(axes, part[row].astype(str), 2.1, 7.5)
    else:
        _numbers(axes.yaxis, lang, False, scale)
        _value_room(axes, part, used)
        axes.set_ylabel(wrap(_label(axis, unit, word), 1.7, 8))
    axes.grid(axis="y" if not row else "x")
    for i, record in part.iterrows():
        _span(axes, record, heights[i], used, colours.get(record.get(used["series"]), COLOURS[0]), thick, row)
    _span_labels(axes, part, heights, used, unit if row else "", row, lang)
    if name:
        axes.set_title(wrap(name, WIDTH - 1, 9, "bold", lines=2))


def _value_room(axes, part, used):
    names = [c for c in (used["value"], used["low"], used["high"]) if c]
    numbers = part[names].apply(pd.to_numeric, errors="coerce").to_numpy(float)
    low, high = min(0, np.nanmin(numbers)), max(0, np.nanmax(numbers))
    axes.set_ylim(low - (high - low) * (.12 if low < 0 else 0), high + (high - low) * .22 or 1)


def _span(axes, record, height, used, colour, thick, row):
    """One figure: a bar over its period, or a diamond for a single day, with its whisker."""
    kind = record.get(used["modality"])
    look = {"color": colour, "solid_capstyle": "butt"}
    start, end = mdates.date2num(record["_start"]), mdates.date2num(record["_end"])
    hollow, dashed = kind in ("target", "forecast"), kind == "forecast"
    if end - start < 1:
        axes.plot([end], [height], marker="D", ms=5, color=colour, mfc="white" if hollow else colour, ls="")
    elif hollow:
        axes.plot([start, end], [height] * 2, lw=5.5, **look)
        axes.plot([start, end], [height] * 2, lw=3.6, color="white", solid_capstyle="butt",
                  ls=(0, (1.2, .8)) if dashed else "-", dash_capstyle="butt")
    else:
        axes.plot([start, end], [height] * 2, lw=5, **look)
    if used["low"] and used["high"] and record[used["low"]] < record[used["high"]] and not row:
        axes.plot([(start + end) / 2] * 2, [record[used["low"]], record[used["high"]]], color=colour, lw=1, marker="_", ms=6)


def _span_text(record, used, unit, lang):
    sign = SIGNS.get(record.get(used["qualifier"]), "")
    low, high = (record.get(used[c]) if used[c] else None for c in ("low", "high"))
    if pd.notna(low) and pd.notna(high) and low < high:
        scale, word = _scale(abs(high), lang)
        return f"{number(low / scale, lang)}–{number(high / scale, lang)} {word} {unit}".strip()
    return f"{sign} {amount(record[used['value']], lang, unit)}".strip()


def _span_labels(axes, part, heights, used, unit, row, lang):
    """Write the values at the right (rows) or above the bars (heights), leaving out those that would touch another."""
    if row:
        for i, record in part.iterrows():
            axes.annotate(_span_text(record, used, unit, lang), (1, i), xycoords=("axes fraction", "data"), size=7.2,
                          xytext=(4, 0), textcoords="offset points", va="center", color="#2B323A")
        return
    first, last = part["_start"].min(), part["_end"].max()
    days, (bottom, top) = max((last - first).days * 1.1, 40), axes.get_ylim()
    taken = []
    for i, record in part.sort_values(used["value"], ascending=False).iterrows():
        text = _span_text(record, used, unit, lang)
        x, wide = ((record["_start"] + (record["_end"] - record["_start"]) / 2) - first).days / days * 5.8, _inches(text, 7) + .04
        y = (heights[i] - bottom) / (top - bottom) * 1.6
        box = (x - wide / 2, y + .04, x + wide / 2, y + .17)
        if not any(_touch(box, other) for other in taken):
            taken.append(box)
            axes.annotate(text, (record["_start"] + (record["_end"] - record["_start"]) / 2, heights[i]), xytext=(0, 4.5),
                          textcoords="offset points", ha="center", size=7, color="#2B323A")


def _touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@_drawing
def calendar(table, start, label, *, title, note, end=None, group=None, top=40, empty="", lang=None):
    """Events along a time axis, one row each with its date and text: dots for a day, bars for longer. Returns a Chart.

    group: column that colours them. Above `top` events the rows become one lane a group with a tick an event, so that
    500 events stay readable; the table has them all.
    """
    table = _dated(table, start, end or start).sort_values("_start", kind="stable").reset_index(drop=True)
    if table.empty:
        return None
    colours = _colours(table[group]) if group else {}
    lanes = len(table) > top
    names = (list(colours) or [""]) if lanes else [f"{day(d, lang)}  {t}" for d, t in zip(table["_start"], table[label])]
    figure = _sheet(.45 + (.4 if lanes else _row_height(names, 4.2, 7.5)) * len(names), title, note, () if lanes else _group_key(colours))
    axes = figure.add_subplot()
    _rows(axes, names, 4.2, 7.5)
    for i, record in table.iterrows():
        colour = colours.get(record[group], GREY) if group else COLOURS[0]
        at = names.index(record[group]) if lanes and group else 0 if lanes else i
        if lanes:
            axes.plot([record["_start"]] * 2, [at - .32, at + .32], color=colour, lw=1, alpha=.8)
        else:
            axes.plot([record["_start"], record["_end"]], [at, at], color=colour, lw=4, solid_capstyle="butt")
            axes.plot([record["_start"]], [at], color=colour, marker=MARKERS[list(colours).index(record[group]) % 8] if group else "o", ms=5)
    _date_axis(axes, table, lang)
    return figure, table.drop(columns=["_start", "_end"])


def _date_axis(axes, table, lang):
    _dates(axes.xaxis, lang)
    _date_room(axes, table)
    axes.grid(axis="x")
    axes.tick_params(axis="x", length=0)
    axes.spines["bottom"].set_visible(False)


@_drawing
def strips(table, row, position, *, title, note, length=None, axis="", ends=None, top=40, empty="", lang=None):
    """Dispersion: one strip a row value, a tick where it occurs (position 0 .. length). Returns a Chart.

    position: a number (article in time order) or a date. ends: {row: text} written at the right (for example "12 / 30").
    """
    names = list(dict.fromkeys(table[row].astype(str)))
    shown = table[table[row].astype(str).isin(names[:top])]
    dated = not pd.api.types.is_numeric_dtype(shown[position])
    places = pd.to_datetime(shown[position], errors="coerce") if dated else shown[position]
    shown, places, total = shown[places.notna()], places[places.notna()], len(names)
    names = [n for n in names[:top] if n in set(shown[row].astype(str))]
    if not names:
        return None
    figure = _sheet(.5 + max(.24, _row_height(names)) * len(names), title, note, (), _more(len(names), total, lang))
    axes = figure.add_subplot()
    _rows(axes, names)
    axes.hlines(range(len(names)), 0, 1, transform=axes.get_yaxis_transform(), color=PALE, lw=8, zorder=0)
    at = shown[row].astype(str).map({n: i for i, n in enumerate(names)})
    axes.vlines(places, at - .33, at + .33, color=COLOURS[0], lw=1.1)
    for i, name in enumerate(names):
        axes.annotate((ends or {}).get(name, ""), (1, i), xycoords=("axes fraction", "data"), xytext=(4, 0),
                      textcoords="offset points", size=7.2, va="center")
    axes.spines["bottom"].set_visible(False)
    if dated:
        _date_axis(axes, pd.DataFrame({"_start": places, "_end": places}), lang)
    else:
        axes.set_xlim(-.5, (length or places.max()) + .5)
        _numbers(axes.xaxis, lang, True)
    axes.set_xlabel(axis, loc="left")
    return figure, shown


# ------------------------------------------------------------------------------------------------- several of one fact
@_drawing
def targets(table, label, target, actual, *, title, note, unit="", axis="", empty="", lang=None):
    """Targets against what was reached: a hollow diamond for the target, a filled dot for the actual value, one row
    each; missed ones are said and coloured, targets without a value yet too. Returns a Chart.

    target, actual: number columns in one unit; actual may be missing.
    """
    table = _present(table, target)
    if table.empty:
        return None
    reached = pd.to_numeric(table[actual], errors="coerce")
    words, names = WORDS[lang], table[label].astype(str)
    states = np.select([reached.isna(), reached < table[target]], ["open", "missed"], "met")
    tops = max(table[target].max(), reached.max() if reached.notna().any() else 0)
    scale, word = _scale(tops, lang)
    key = [_Mark(words["target"], "#2B323A", "marker", hollow=True, marker="D"), _Mark(words["actual"], COLOURS[0], "marker")]
    key += [_Mark(f"{words['actual']}: {words['missed']}", RED, "marker", marker="X")] if "missed" in states else []
    figure = _sheet(.5 + max(.26, _row_height(names)) * len(table), title, note, key)
    axes = figure.add_subplot()
    _rows(axes, names)
    for i, (goal, value, state) in enumerate(zip(table[target], reached, states)):
        colour = RED if state == "missed" else COLOURS[0]
        axes.plot([goal, goal if state == "open" else value], [i, i], color=colour, lw=1.2)
        axes.plot([goal], [i], marker="D", ms=6, mfc="white", mec="#2B323A", ls="")
        axes.plot([value], [i], marker="X" if state == "missed" else "o", ms=6, color=colour, ls="")
        said = f"{number(value / scale, lang)} / {number(goal / scale, lang)}  " if state != "open" else f"{number(goal / scale, lang)}  "
        axes.annotate(said + words[state], (1, i), xycoords=("axes fraction", "data"), xytext=(6, 0), size=7.4,
                      textcoords="offset points", va="center", color=RED if state == "missed" else "#2B323A")
    axes.set_xlim(0, tops * 1.06)
    _value_axis(axes, lang, False, scale, _label(axis, unit, word))
    return figure, table.assign(state=[words[s] for s in states])


@_drawing
def dots(table, label, value, *, title, note, series=None, low=None, high=None, unit="", axis="", top=40, empty="", lang=None):
    """One row a fact, a dot for each who states it, a line over the spread and how many times apart. Returns a Chart.

    table is long: label (the fact), value, series (who says so). low, high: a dot's own interval. A row whose
    values agree shows one place only.
    """
    table = _present(table, value)
    order = list(dict.fromkeys(table[label].astype(str)))
    names, total = order[:top], len(order)
    table = table[table[label].astype(str).isin(names)].reset_index(drop=True)
    if table.empty:
        return None
    colours = _colours(table[series]) if series else {}
    scale, word = _scale(table[value].abs().max(), lang)
    key = [_Mark(str(n), c, "marker", marker=MARKERS[i % 8]) for i, (n, c) in enumerate(colours.items())]
    figure = _sheet(.5 + max(.27, _row_height(names)) * len(names), title, note, key, _more(len(names), total, lang))
    axes = figure.add_subplot()
    _rows(axes, names)
    for i, name in enumerate(names):
        _dot_row(axes, table[table[label].astype(str) == name], i, value, series, low, high, colours, scale, lang)
    _value_axis(axes, lang, _whole(table[value]), scale, _label(axis, unit, word))
    axes.margins(x=.08)
    return figure, table


def _dot_row(axes, part, at, value, series, low, high, colours, scale, lang):
    least, most = part[value].min(), part[value].max()
    axes.plot([least, most], [at, at], color=GREY, lw=2.2, zorder=1, solid_capstyle="round")
    for _i, record in part.iterrows():
        name = record[series] if series else None
        colour = colours.get(name, COLOURS[0])
        if low and high and pd.notna(record[low]) and pd.notna(record[high]):
            axes.plot([record[low], record[high]], [at, at], color=colour, lw=1, marker="|", ms=6)
        axes.plot([record[value]], [at], ls="", ms=6.5, mec="white", mew=.6, color=colour, zorder=3,
                  marker=MARKERS[list(colours).index(name) % 8] if name in colours else "o")
    said = number(least / scale, lang) if least == most else f"{number(least / scale, lang)}–{number(most / scale, lang)}"
    said += f"  (×{number(most / least, lang)})" if 0 < least < most else ""
    axes.annotate(said, (1, at), xycoords=("axes fraction", "data"), xytext=(6, 0), textcoords="offset points", size=7.4,
                  va="center")


# ------------------------------------------------------------------------------------------------------- two directions
@_drawing
def heat(table, row, column, value, *, title, note, digits=None, axis="", top=40, empty="", lang=None):
    """A grid of numbers, darker for more (two colours around zero when some are negative). Returns a Chart.

    table is long; a missing pair stays white and empty, it is not zero. digits: decimals in the cells.
    """
    wide, table, total = _wide(table, row, column, value, top)
    wide = wide.iloc[:, :24]
    if wide.empty:
        return None
    names, heads = [str(n) for n in wide.index], [wrap(c, 1.3, 7.5, lines=2) for c in wide.columns]
    cell = min(.75, 4.3 / max(wide.shape[1], 1))
    upright = any(_inches(part, 7.5) > cell - .04 for h in heads for part in h.split("\n"))
    tall = max(_inches(part, 7.5) for h in heads for part in h.split("\n")) if upright else .3
    figure = _sheet(.25 + tall + max(.21, _row_height(names, 2.2)) * len(names), title, note, (), _more(len(names), total, lang))
    axes = figure.add_subplot()
    values = wide.to_numpy(float)
    reach = np.nanmax(np.abs(values)) or 1
    around = np.nanmin(values) < 0
    shades = _shades(around)
    axes.pcolormesh(np.arange(wide.shape[1] + 1) - .5, np.arange(len(wide) + 1) - .5, np.ma.masked_invalid(values),
                    cmap=shades, vmin=-reach if around else 0, vmax=reach, edgecolors="white", lw=1)
    size = min(7.5, cell * 72 / (max(len(number(v, lang, digits)) for v in values.flat) * .62))
    for (i, j), v in np.ndenumerate(values):
        if np.isfinite(v):
            strong = abs(v) / reach > .55
            axes.text(j, i, number(v, lang, digits), size=max(size, 4.5), ha="center", va="center", color="white" if strong else "#1B2026")
    _rows(axes, names, 2.2)
    axes.set_xlim(-.5, max(wide.shape[1], 4) - .5)
    axes.xaxis.tick_top()
    axes.set_xticks(range(wide.shape[1]), heads, rotation=90 if upright else 0, size=7.5)
    axes.tick_params(axis="x", length=0)
    axes.spines[:].set_visible(False)
    axes.set_xlabel(axis, loc="left")
    return figure, table


def _shades(around):
    """A colour scale whose lightness falls evenly: one hue from white, or orange to blue through white."""
    ends = ("#B35806", "#F7F4F0", COLOURS[0]) if around else ("#F2F6FA", "#7FB0D8", COLOURS[0])
    return matplotlib.colors.LinearSegmentedColormap.from_list("shades", ends)


@_drawing
def scatter(table, x, y, label, *, title, note, group=None, log_x=False, log_y=False, axis_x="", axis_y="", empty="", lang=None):
    """Points named where there is room for the name: earlier rows first. Returns a Chart.

    log_x, log_y: logarithmic axes (values must be above 0; others are not drawn). group: column that colours them.
    """
    table = _present(table, x, y)
    table = table[((table[x] > 0) | (not log_x)) & ((table[y] > 0) | (not log_y))].reset_index(drop=True)
    if table.empty:
        return None
    colours = _colours(table[group]) if group else {}
    key = [_Mark(str(n), c, "marker", marker=MARKERS[i % 8]) for i, (n, c) in enumerate(colours.items())]
    figure = _sheet(4.1, title, note, key)
    axes = figure.add_subplot()
    for name, part in table.groupby(group, sort=False) if group else [(None, table)]:
        axes.scatter(part[x], part[y], s=18, alpha=.75, lw=0, color=colours.get(name, COLOURS[0]),
                     marker=MARKERS[list(colours).index(name) % 8] if group else "o")
    for axis, logged, column in ((axes.xaxis, log_x, x), (axes.yaxis, log_y, y)):
        _log(axes, axis, lang) if logged else _numbers(axis, lang, _whole(table[column]))
    axes.set_xlabel(axis_x, loc="left")
    axes.set_ylabel(axis_y)
    axes.grid()
    figure.draw_without_rendering()
    _point_names(axes, table, x, y, label)
    return figure, table


def _log(axes, axis, lang):
    (axes.set_xscale if axis is axes.xaxis else axes.set_yscale)("log")
    axis.set_major_formatter(FuncFormatter(lambda v, _p: number(v, lang)))
    axis.set_minor_formatter(FuncFormatter(lambda v, _p: ""))


def _point_names(axes, table, x, y, label, size=7):
    """Name points right, left, above or below where no other name or point is; leave out what does not fit."""
    dots_at = axes.transData.transform(table[[x, y]].to_numpy(float)) / 100
    frame = axes.get_window_extent()
    edge = (frame.x0 / 100, frame.y0 / 100, frame.x1 / 100, frame.y1 / 100)
    taken = [(px - .03, py - .03, px + .03, py + .03) for px, py in dots_at]
    for (px, py), name in zip(dots_at, table[label].astype(str)):
        wide, high = _inches(name, size) + .02, .12
        for dx, dy, ha in ((.05, -.06, "left"), (-.05 - wide, -.06, "right"), (-wide / 2, .04, "center"), (-wide / 2, -.16, "center")):
            box = (px + dx, py + dy, px + dx + wide, py + dy + high)
            if box[0] >= edge[0] and box[2] <= edge[2] and box[1] >= edge[1] and box[3] <= edge[3] and not any(_touch(box, t) for t in taken):
                taken.append(box)
                axes.annotate(name, (px * 100, py * 100), xycoords="figure pixels", size=size, va="center", ha=ha,
                              xytext=({"left": .05, "right": -.05, "center": 0}[ha] * 72, (dy + high / 2) * 72), textcoords="offset points")
                break


@_drawing
def network(table, source, target, *, title, note, weight=None, nodes=None, name="name", size="size", group=None, top=30, empty="", lang=None):
    """Who stands with whom: circles by `size`, lines by `weight`, names beside them without touching. Returns a Chart.

    table: one row a link. nodes: optional table with `name`, `size`, `group` columns; else a node's size is the sum of
    its links. Only the `top` strongest nodes are drawn. The places come from a fixed start, equal on every run.
    """
    graph = networkx.Graph()
    for a, b, w in zip(table[source].astype(str), table[target].astype(str), table[weight] if weight else [1] * len(table)):
        if a != b and pd.notna(w):
            graph.add_edge(a, b, weight=float(w) + graph.get_edge_data(a, b, {"weight": 0})["weight"])
    strength = dict(graph.degree(weight="weight"))
    sizes = dict(zip(nodes[name].astype(str), nodes[size])) if nodes is not None else strength
    kept = sorted(graph, key=lambda n: (-strength[n], n))[:top]
    total, graph = len(graph), graph.subgraph(kept)
    if not kept:
        return None
    groups = dict(zip(nodes[name].astype(str), nodes[group])) if nodes is not None and group else {}
    colours = _colours(groups[n] for n in kept if n in groups)
    key = [_Mark(str(n), c, "marker") for n, c in colours.items()]
    figure = _sheet(5.0, title, note, key, _more(len(kept), total, lang))
    axes = figure.add_subplot()
    axes.set_axis_off()
    _draw_network(figure, axes, graph, kept, sizes, {n: colours.get(groups.get(n), COLOURS[0]) for n in kept})
    kept_rows = table[source].astype(str).isin(kept) & table[target].astype(str).isin(kept)
    return figure, table[kept_rows]


def _draw_network(figure, axes, graph, kept, sizes, colours):
    ordered = networkx.Graph()
    ordered.add_nodes_from(kept)
    ordered.add_edges_from(sorted((min(a, b), max(a, b), d) for a, b, d in graph.edges(data=True)))
    places = networkx.spring_layout(ordered, seed=7, k=2.2 / math.sqrt(len(kept)), iterations=200, weight=None)
    heaviest = max((d["weight"] for *_e, d in ordered.edges(data=True)), default=1)
    for a, b, d in ordered.edges(data=True):
        axes.plot(*zip(places[a], places[b]), color="#A9B3BC", lw=.5 + 3 * d["weight"] / heaviest, zorder=1, solid_capstyle="round")
    largest = max(float(sizes.get(n, 1)) for n in kept) or 1
    points = pd.DataFrame([(n, *places[n], 20 + 240 * float(sizes.get(n, 1)) / largest) for n in kept], columns=["n", "x", "y", "s"])
    axes.scatter(points["x"], points["y"], s=points["s"], color=[colours[n] for n in kept], edgecolor="white", lw=.8, zorder=2)
    axes.margins(.13, .07)
    figure.draw_without_rendering()
    _node_names(axes, points)


def _node_names(axes, points, size=7.2):
    """Name every node beside, above or below its circle, at the first place that is free; the least crowded otherwise."""
    at = axes.transData.transform(points[["x", "y"]].to_numpy(float)) / 100
    radius = np.sqrt(points["s"] / math.pi) / 72
    taken = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(at, radius)]
    for i, ((x, y), r, name) in enumerate(zip(at, radius, points["n"])):
        text = wrap(name, 1.5, size, lines=2)
        wide, high = max(_inches(t, size) for t in text.split("\n")) + .03, .13 * _lines(text)
        spots = [(0, r + high / 2 + .01), (0, -r - high / 2 - .01), (r + wide / 2 + .02, 0), (-r - wide / 2 - .02, 0)]
        spots += [(dx * (r + wide / 2), dy * (r + high)) for dx in (-.8, .8) for dy in (-.8, .8)]
        boxes = [(x + dx - wide / 2, y + dy - high / 2, x + dx + wide / 2, y + dy + high / 2) for dx, dy in spots]
        best = min(range(len(spots)), key=lambda s: (sum(_touch(boxes[s], t) for j, t in enumerate(taken) if j != i) + _outside(boxes[s], axes), s))
        taken.append(boxes[best])
        axes.annotate(text, (x * 100, y * 100), xycoords="figure pixels", xytext=tuple(72 * d for d in spots[best]), size=size,
                      textcoords="offset points", ha="center", va="center", linespacing=1.1, zorder=3,
                      bbox={"boxstyle": "square,pad=.05", "fc": "white", "ec": "none", "alpha": .75})


def _outside(box, axes):
    frame = axes.get_window_extent()
    return 3 * (box[0] < frame.x0 / 100 or box[2] > frame.x1 / 100 or box[1] < frame.y0 / 100 or box[3] > frame.y1 / 100)


@_drawing
def cloud(table, word, count, *, title, note, top=120, empty="", lang=None):
    """A word cloud from counted words, so that no letter or accent is lost. Returns a Chart.

    The words' places come from a fixed start and are equal on every run. Size shows the count, colour means nothing.
    """
    from wordcloud import WordCloud
    table = _present(table, count)
    table = table[table[count] > 0].head(top)
    if table.empty:
        return None
    wide, high = 1340, 720
    counts = table.assign(_w=table[word].astype(str)).groupby("_w", sort=False)[count].sum()
    words = WordCloud(width=wide, height=high, font_path=str(FONT), random_state=7, prefer_horizontal=1, margin=4,
                      max_words=top, max_font_size=150, relative_scaling=.5).generate_from_frequencies(counts.to_dict())
    figure = _sheet((WIDTH - .3) * high / wide, title, note)
    axes = figure.add_axes((.15 / WIDTH, .0, 1 - .3 / WIDTH, 1))
    axes.set_axis_off()
    _place_words(figure, axes, words.layout_, wide, high)
    return figure, table


def _place_words(figure, axes, layout, wide, high):
    """Draw the laid-out words as text, so that they stay letters in SVG and PDF."""
    body = figure.get_layout_engine().get()["rect"]
    figure.set_layout_engine("none")
    axes.set_position((.15 / WIDTH, body[1], 1 - .3 / WIDTH, body[3]))
    axes.set(xlim=(0, wide), ylim=(high, 0))
    points = (WIDTH - .3) * 72 / wide
    for i, ((text, _count), size, (y, x), _turn, _colour) in enumerate(layout):
        rise = TextPath((0, 0), text, size=size, prop=font_manager.FontProperties(fname=str(FONT))).get_extents().y1
        axes.text(x, y + rise, text, size=size * points, va="baseline", color=COLOURS[(0, 4, 2, 6)[i % 4]])
