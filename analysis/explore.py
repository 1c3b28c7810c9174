"""A table, or a function and its choices, in -> controls to look around with in JupyterLab; elsewhere a static view.

One line in a notebook: ``explore.evidence(table, by=["topic", "outlet"])``, ``explore.pick(show, word=words)`` or
``explore.table(table)``. Nothing is fetched from the network. In a report, or where widgets are missing, the same
line shows its first view as a plain table.
"""

import unicodedata

import pandas as pd

from analysis import rules, tables
from analysis.cells import sentence_case

FEW = 10  # rows of the static view
ROWS = 50  # rows of a view: what a person reads through; the count above says how many there are


def live():
    """Whether controls can work here: a notebook's kernel with widgets installed, and no report being made."""
    if tables.in_report():
        return False
    try:
        import ipywidgets  # noqa: F401
        from IPython import get_ipython
    except ImportError:
        return False
    return hasattr(get_ipython(), "kernel")


def pick(show, *, labels=None, lang=None, **choices):
    """Controls for show(**values); what it returns (a DataFrame, a Chart) is displayed below. Returns None.

    choices: name=list (a menu; long lists can be typed into) or name="text" (a text box). labels: {name: words
    beside the control}. The first view takes the first of each list.
    """
    first = {name: (list(c) or [None])[0] if not isinstance(c, str) else c for name, c in choices.items()}
    if not live():
        _display(show(**first))
        _say(rules.texts(lang)("explore.static"))
        return
    import ipywidgets

    controls = {name: _control(choice, (labels or {}).get(name, name)) for name, choice in choices.items()}
    output = ipywidgets.interactive_output(lambda **values: _display(show(**values)), controls)
    _display(ipywidgets.VBox([_row(controls.values()), output]))


def evidence(table, *, by=(), text="sentence", date=None, names=None, lang=None):
    """Menus over the columns `by`, a search box over the column `text`, a span over `date`; below, the rows that fit.

    names: {column: its heading}, by default those of rules.headed. The search does not mind capitals. Returns None.
    """
    say = rules.texts(lang)
    if table is None or not len(table):
        _say(say("explore.nothing"))
        return
    names = names or dict(zip(table.columns, rules.headed(table, lang).columns, strict=True))
    if not live():
        _display(table.head(FEW).rename(columns=names))
        _say(say("explore.static"))
        return
    import ipywidgets

    everything = say("explore.all")
    controls = {column: _control([everything, *_values(table[column])], names[column]) for column in by}
    controls["_search"] = _control("", say("explore.search"), say("explore.search_hint"))
    if date and (months := _months(table[date])):
        controls["_span"] = _span(months, say("explore.span"))

    def show(_search="", _span=None, **chosen):
        wanted = {column: value for column, value in chosen.items() if value != everything}
        found = select(table, wanted, text, _search, date, _span)
        more = f"; {say('explore.first', n=ROWS)}" if len(found) > ROWS else ""
        _say(say("explore.found", n=len(found), total=len(table)) + more)
        _display(readable(found.head(ROWS).rename(columns=names), lang))

    output = ipywidgets.interactive_output(show, controls)
    _display(ipywidgets.VBox([_row(controls.values()), output]))


def readable(table, lang=None):
    """A table as HTML with whole sentences, in the style of `lang`; texts are escaped."""
    from IPython.display import HTML

    return HTML(tables.as_html(table, lang))


def select(table, wanted, text=None, search="", date=None, months=None):
    """The rows of a table with the wanted values, the searched words in column `text`, and a date between two months.

    >>> rows = pd.DataFrame({"topic": ["trade", "history"], "sentence": ["Kim ngạch tăng.", "Năm 1950."]})
    >>> select(rows, {"topic": "trade"})["sentence"].tolist(), select(rows, {}, "sentence", "NĂM")["topic"].tolist()
    (['Kim ngạch tăng.'], ['history'])
    """
    keep = pd.Series(True, index=table.index)
    for column, value in wanted.items():
        keep &= table[column].map(_listed).map(lambda values, value=value: value in values)
    if search and text:
        keep &= table[text].map(_folded).str.contains(_folded(search.strip()), regex=False)
    if date and months:
        month = pd.to_datetime(table[date], errors="coerce").map(_month)
        keep &= (month >= months[0]) & (month <= months[1])
    return table[keep]


def table(table, *, lang=None, rows=15):
    """A table that sorts and filters without a network; a plain one in a report. Returns None."""
    if not live():
        _display(table)
        return
    try:
        import itables
    except ImportError:
        _display(table)
        return
    if not getattr(itables, "_workbook_ready", False):
        itables.init_notebook_mode(all_interactive=False, connected=False)
        itables._workbook_ready = True
    itables.show(
        table, lengthMenu=[rows, 50, 200], language=_language(rules.texts(lang)), connected=False, allow_html=False
    )


def _language(say):
    """The words of an interactive table."""
    words = {"search": "search", "info": "info", "emptyTable": "empty", "zeroRecords": "empty", "infoEmpty": "empty"}
    words |= {"infoFiltered": "filtered", "lengthMenu": "menu"}
    return {theirs: say(f"explore.table.{ours}") for theirs, ours in words.items()}


def _control(choice, label, hint=""):
    """A widget for one choice: a menu, a box with proposals for a long list, or a text box."""
    import ipywidgets

    label = sentence_case(label)
    wide = {"style": {"description_width": "initial"}, "layout": ipywidgets.Layout(width="auto", min_width="240px")}
    if isinstance(choice, str):
        return ipywidgets.Text(value=choice, description=label, placeholder=hint, continuous_update=False, **wide)
    options = list(choice)
    if len(options) > 30 and all(isinstance(option, str) for option in options):
        return ipywidgets.Combobox(
            value=options[0], options=options, description=label, continuous_update=False, **wide
        )
    return ipywidgets.Dropdown(options=options, description=label, **wide)


def _span(months, label):
    import ipywidgets

    return ipywidgets.SelectionRangeSlider(
        options=months,
        index=(0, len(months) - 1),
        description=label,
        continuous_update=False,
        style={"description_width": "initial"},
        layout=ipywidgets.Layout(width="420px"),
    )


def _row(controls):
    import ipywidgets

    return ipywidgets.HBox(list(controls), layout=ipywidgets.Layout(flex_flow="row wrap"))


def _values(column):
    """The values of a column (also of lists in it), each once, in the order of the alphabet."""
    return sorted({value for cell in column for value in _listed(cell)}, key=str)


def _listed(cell):
    """A cell as a list of its values; a missing one as none."""
    if isinstance(cell, (list, tuple, set)):
        return list(cell)
    return [] if pd.isna(cell) else [cell]


def _months(dates):
    present = pd.to_datetime(dates, errors="coerce").dropna()
    if present.empty:
        return []
    days = present.dt.tz_localize(None) if present.dt.tz is not None else present
    return [str(month) for month in pd.period_range(days.min(), days.max(), freq="M")]


def _month(date):
    return "" if pd.isna(date) else f"{date:%Y-%m}"


def _folded(text):
    """Text for comparing: NFC, small letters."""
    return unicodedata.normalize("NFC", str(text)).casefold()


def _display(shown):
    from IPython.display import display

    display(shown)


def _say(text):
    print(text)
