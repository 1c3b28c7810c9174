"""A table of counted words comes in; a Chart of a word cloud goes out, in which no letter or accent is lost."""

from matplotlib import font_manager
from matplotlib.textpath import TextPath

from analysis.chart_drawing import drawing_function
from analysis.chart_sheet import LEFT, sheet
from analysis.chart_style import COLOURS, WIDTH
from analysis.chart_tables import present, texts
from analysis.fonts import FONT

PIXELS = 1340, 720  # of the board on which the words are laid out
SHADES = [COLOURS[i] for i in (0, 4, 2, 6)]
ACROSS = WIDTH - 2 * LEFT  # inches
POINTS = ACROSS * 72 / PIXELS[0]  # of a pixel


@drawing_function
def cloud(table, word, count, *, title, note, top=120, empty="", lang=None):
    """A word cloud from counted words, so that no letter or accent is lost. Returns a Chart.

    The words' places come from a fixed start and are equal on every run. Size shows the count, colour means nothing.
    """
    table = present(table, count)
    table = table[table[count] > 0].head(top)
    if table.empty:
        return None
    words = texts(table[word])
    layout = _layout(table.assign(_w=words).groupby("_w", sort=False)[count].sum(), top)
    figure = sheet(ACROSS * PIXELS[1] / PIXELS[0], title, note)
    _place_words(figure, layout)
    return figure, table[words.isin([text for (text, _count), *_rest in layout])]


def _layout(counts, top):
    """Where the words stand on the board and how large: wordcloud's ((word, share), size, (y, x), turn, colour)."""
    from wordcloud import WordCloud  # here, because one chart needs it

    cloud = WordCloud(
        width=PIXELS[0],
        height=PIXELS[1],
        font_path=str(FONT),
        random_state=7,
        prefer_horizontal=1,
        margin=4,
        max_words=top,
        max_font_size=150,
        min_font_size=15,  # 5.3 points in print: smaller words cannot be read and are left to the table of words
        relative_scaling=0.5,
    )
    return cloud.generate_from_frequencies(counts.to_dict()).layout_


def _place_words(figure, layout):
    """Draw the laid-out words as text, so that they stay letters in SVG and PDF."""
    body = figure.get_layout_engine().get()["rect"]
    figure.set_layout_engine("none")
    axes = figure.add_axes((LEFT / WIDTH, body[1], 1 - 2 * LEFT / WIDTH, body[3]))
    axes.set_axis_off()
    axes.set(xlim=(0, PIXELS[0]), ylim=(PIXELS[1], 0))
    for i, ((text, _count), size, (y, x), _turn, _colour) in enumerate(layout):
        place = {"va": "baseline", "color": SHADES[i % len(SHADES)]}
        axes.text(x, y + _rise(text, size), text, size=size * POINTS, **place)


def _rise(text, size):
    """How far the highest letter of a word stands above its line, in pixels."""
    return TextPath((0, 0), text, size=size, prop=font_manager.FontProperties(fname=str(FONT))).get_extents().y1
