"""Items and a function that finds things in each come in; the finds of all, a list of values for each field, go out.

What is found is kept for each item alone (store.py) and, for runs of some items, as columns: they are read three times
as fast as a dictionary a find. Where a run ends is decided by the content of its items (content-defined chunks:
Muthitacharoen, Chen and Mazières 2001, doi:10.1145/502034.502052), so that an item that comes, goes or changes alters
the run it is in and no other. What is kept of one item is asked for only when its run is altered; where it has been
forgotten by then (cache.KEEP_DAYS), that run's items are worked out again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter

import numpy as np

from analysis import store

SIZE = 32  # items in a run, in the mean
LARGEST = 8 * SIZE


@dataclass(frozen=True)
class Columns:
    """Finds as columns: `values` has a list for each field, `sizes` says how many of its values belong to each item."""

    sizes: list[int]
    values: dict[str, list]


def columns(stage: str, of_runs: Callable, items: list, fields: list[str]) -> Columns:
    """What was found in the items; `of_runs` is a module-level function that returns in_columns() of its runs."""
    runs = list(read(stage, of_runs, items))
    values = {name: list(chain.from_iterable(run["columns"][name] for run in runs)) for name in fields}
    return Columns([size for run in runs for size in run["sizes"]], values)


def read(stage: str, of_runs: Callable, items: list) -> Iterator[dict]:
    """What of_runs([run, ...]) made of each run of the items, kept; what failed is told again each time."""
    key = itemgetter("key")
    for run in store.stream(f"{stage} in columns", of_runs, runs(items), at_once=True, key=key, pages=SIZE):
        for fault in run["faults"]:
            store.tell(stage, fault)
        yield run


def runs(items: list) -> list[dict]:
    """The items in runs, each {"items": [...], "key": what tells it from any other run}.

    >>> sum((run["items"] for run in runs(list("abcabc"))), []) == list("abcabc")
    True
    """
    found, first, keys = [], 0, list(map(store.digest, items))
    for place, key in enumerate(keys, 1):
        if int(key[:8], 16) % SIZE == 0 or place - first == LARGEST or place == len(keys):
            found.append({"items": items[first:place], "key": keys[first:place]})
            first = place
    return found


def in_columns(runs: list[dict], stage: str, function: Callable, fields: list[str], at_once=False, finds=None) -> list:
    """For each run {"sizes": finds of each item, "columns": {field: values}, "faults": what failed}.

    stage, function and at_once are those of store.stream(); `finds` takes the list of finds, dictionaries with these
    fields (two or more), out of a result (default: the result is that list).
    """
    values, made = itemgetter(*fields), []
    for found, faults in results(runs, stage, function, at_once, finds, []):
        sizes = list(map(len, found))
        made.append({"sizes": sizes, "columns": _by_field(fields, map(values, chain.from_iterable(found))), **faults})
    return made


def results(runs: list[dict], stage: str, function: Callable, at_once=False, taken=None, otherwise=None) -> Iterator:
    """([result of each item], {"faults": what failed}) of a run after the other; `taken` is what to take of a result
    (default: all of it), `otherwise` stands for one that failed."""
    items, faults = [item for run in runs for item in run["items"]], []
    found = store.stream(stage, function, items, at_once, otherwise=faults.append)
    for run in runs:
        made = islice(found, len(run["items"]))
        yield [otherwise if one is None else taken(one) if taken else one for one in made], {"faults": faults[:]}
        faults.clear()


def digits(numbers: Iterable[int]) -> str:
    """Whole numbers from 0 to 2**32 - 1 as text, eight hexadecimal digits each: read in an eighth of the time of JSON.

    >>> digits([7, 255]), numbers(digits([7, 255])).tolist()
    ('00000007000000ff', [7, 255])
    """
    return np.array(list(numbers), dtype=">u4").tobytes().hex()


def numbers(digits: str) -> np.ndarray:
    """The numbers that digits() wrote."""
    return np.frombuffer(bytes.fromhex(digits), dtype=">u4").astype(np.uint32)


def _by_field(fields: list[str], rows: Iterable[tuple]) -> dict[str, list]:
    return dict(zip(fields, list(zip(*rows, strict=True)) or [()] * len(fields), strict=True))
