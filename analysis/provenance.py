"""A table and a notebook's parameters come in; where its charts come from, their language and folder go out."""

import hashlib
import os
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

EXPORTS = Path(os.environ.get("WORKBOOK_EXPORTS") or Path(__file__).resolve().parent.parent / "exports")


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

    >>> import pandas as pd
    >>> begun = begin(pd.DataFrame({"text": ["Việt Nam"]}), lang="vi", TOP=20)
    >>> begun.lang, begun.rows, begun.parameters
    ('vi', 1, {'TOP': 20})
    >>> begin().lang
    'en'
    """
    rows = 0 if data is None else len(data)
    plain = {name: _plain(value) for name, value in parameters.items()}
    begun = Provenance(fingerprint(data), rows, plain, lang or "en", str(folder))
    _BEGUN.set(begun)
    return begun


def _plain(value):
    """A value JSON can hold: paths and dates as text."""
    return value if isinstance(value, (str, int, float, bool, list, type(None))) else str(value)


def provenance():
    """The Provenance that `begin` set last in this notebook."""
    return _BEGUN.get()


def language(lang):
    """The language asked for, or else the one that `begin` set: "en" or "vi"."""
    return lang or provenance().lang


def fingerprint(data):
    """The SHA-256 of a table's cells as text ("" for None): equal tables have equal fingerprints, wherever they lie.

    >>> import pandas as pd
    >>> a, b = pd.DataFrame({"từ": ["Nga"]}), pd.DataFrame({"từ": ["nga"]})
    >>> fingerprint(a) == fingerprint(a.copy()), fingerprint(a) == fingerprint(b)
    (True, False)
    """
    if data is None:
        return ""
    return hashlib.sha256(data.to_csv(index=False, lineterminator="\n").encode()).hexdigest()
