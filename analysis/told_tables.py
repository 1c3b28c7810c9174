"""The lines of a page come in; which tables, saved one cell a line below a paragraph, are the article's goes out.

Their name alone tells them from the boards of prices and rates that sites print at the foot: the text speaks of what
it names, and of most rows and columns.
"""

from analysis import overlap, short_lines
from analysis.lines import Look

FEWEST = 8  # cells; a smaller one has too few words to tell whose it is
LEAST, LONGEST = 4, 24  # words of the name
CELLS = frozenset({None, "menu", "listed"})
MOST_COLUMNS, LONGEST_COLUMN = 6, 10  # names of columns between the name and the first figures, and words of one
# Share of the name's words that the text above has: of the tables met so .56 to .73; boards fail by their cells.
NAMED = 0.5


def told(seen: list[Look], cells: set[int]) -> set[int]:
    """The places of those of the `cells`, and of the names above them, that the paragraph right above leads to.

    >>> from analysis.lines import look
    >>> text = "Lò gốm bán ấm và chén cho Nga và Lào, lượng ấm bán cho Nga tăng 12% theo số liệu năm 2025."
    >>> page = [text, "Số liệu bán ấm năm 2025", "Lượng", "Tăng", "Nga", "40", "12", "Lào", "30", "9", "Chén", "8"]
    >>> min(told([look(number, line) for number, line in enumerate(page, 1)], set(range(2, 12))))
    1
    """
    found, text = set(), None
    for run in short_lines.runs(sorted(cells)):
        name = _name(seen, run[0]) if len(run) >= FEWEST else None
        if name is None:
            continue
        text = text or overlap.joined(look for look in seen[:name] if look.prose)
        table = range(name, run[-1] + 1)
        if _speaks(text, seen[name]) and short_lines.spoken_of([seen[place] for place in table[1:]], text):
            found.update(table)
    return found


def _name(seen, first):
    """The place of the line below a paragraph that names the table of the cell at `first`; None if there is none."""
    name = first
    while name and first - name <= MOST_COLUMNS and not seen[name - 1].prose:
        name -= 1
    if not name or not seen[name - 1].prose or any(look.kind not in CELLS for look in seen[name:first]):
        return None
    short = all(look.words <= LONGEST_COLUMN for look in seen[name + 1 : first])
    named = not seen[name].sentence and LEAST <= seen[name].words <= LONGEST
    return name if short and named and name < first else None


def _speaks(text, name):
    """Has the text most words of the name?"""
    words = [word for word in name.key.split() if word.isalpha()]
    return text.count(words) >= NAMED * len(words)
