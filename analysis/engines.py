"""A function and items in -> its results in order out, worked out by the engine that rules/settings.toml names.

ENGINE "one" works in this process; "loky" starts processes on this machine once the work is worth it; "dask" and "ray"
hand it to a cluster (see SCALING.md). The environment's WORKBOOK_ENGINE and WORKBOOK_WORKERS win over the file.
"""

import os
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sized
from concurrent.futures import ThreadPoolExecutor
from weakref import WeakSet

from analysis import rules

BATCH = 256  # items between two writes of the cache: what a killed run loses at most, 9 s of segmenting on one core
ENOUGH = 32  # new items below which no pool is asked: they take a second or two
# Seconds of work done here, or still to come in this batch, from which a pool is started. Starting one costs 2.9 s of
# CPU (imports and word model), 1.6 s of waiting on two cores; a full batch is mostly followed by others.
PATIENCE, WORTH = 3.0, 2.5
SURE = 8  # items that tell how long one takes
# Items handed over at once, at most and at least: a hand-over costs 2.7 ms of CPU on one machine, on a cluster about 10
# of waiting, and what is handed over late should be short, so that all workers end together.
PART, LEAST = {"loky": 64, "dask": 16, "ray": 16}, 4


class EngineWarning(UserWarning):
    """The engine that spreads work stopped or is not there; results are right, only slower."""


class Helpers:
    """What this process knows of those it hands work to."""

    alone = 0.0  # seconds it has worked without them
    asked = False  # whether they have been asked, so that they are ready
    losses = 0  # how often they stopped; after four it asks them no more
    scale = 1  # how many times more items a batch holds, so that a large cluster is not idle
    waiting = WeakSet()  # what is to begin as soon as they are asked


def spread(function: Callable, items: list, run: Callable) -> list:
    """[function(item) for item in items], over the engine in use.

    `run` takes a part of the items in a worker and returns the list of their results, or a sentence why there are none.
    What a lost worker held is handed out again; after a second loss the rest is done here.
    """
    engine, workers = _engine()
    done = _alone(function, items, engine, workers)
    for _attempt in range(2):
        if len(done) < len(items) and Helpers.losses < 4:
            done += _handed_out(function, items[len(done) :], run, engine, workers)
    return done + [function(item) for item in items[len(done) :]]


def batch(pages: int) -> int:
    """How many items of so many pages each are worked on, and kept, at once."""
    return (BATCH if pages == 1 else max(ENOUGH, BATCH // pages)) * Helpers.scale


def begin(work: Callable[[], list], items: Sized) -> Callable[[], list]:
    """A function that gives work(), which is on these items and is begun as soon as helpers can do it: this process can
    go on meanwhile."""
    begun = _Begun(work)
    if len(items) >= ENOUGH and Helpers.losses < 4:
        Helpers.waiting.add(begun)
        if Helpers.asked:
            begun.begin()
    return begun.result


class _Begun:
    """Work that is done once: in a thread of its own from when it is begun, or else when its result is asked for."""

    def __init__(self, work):
        self.work, self.lock, self.future, self.free = work, threading.Lock(), None, True

    def begin(self):
        with self.lock:
            if self.free:
                self.free, thread = False, ThreadPoolExecutor(1)
                self.future = thread.submit(self.work)
                thread.shutdown(wait=False)

    def result(self):
        with self.lock:
            self.free = False
        return self.future.result() if self.future else self.work()


def _engine() -> tuple[str, int]:
    settings = rules.settings()
    workers = int(os.environ.get("WORKBOOK_WORKERS") or settings.get("WORKERS") or 0)
    engine = os.environ.get("WORKBOOK_ENGINE") or settings.get("ENGINE", "loky")
    if engine not in ("one", *PART):
        raise rules.RuleError(f'ENGINE is "{engine}"; use "one" or one of {", ".join(PART)} (in rules/settings.toml)')
    return engine, workers or os.cpu_count() or 1


def _alone(function: Callable, items: list, engine: str, workers: int) -> list:
    """The results of the first items, worked out here: of all, or until it is worth handing out the rest."""
    if engine in ("dask", "ray"):
        return []
    done, few, begun = [], engine == "one" or workers == 1 or len(items) < ENOUGH, Helpers.alone
    for item in items:
        if not few and _is_worth_it(len(done), len(items), Helpers.alone - begun):
            break
        started = time.monotonic()
        done.append(function(item))
        Helpers.alone += time.monotonic() - started
    return done


def _is_worth_it(done: int, items: int, seconds: float) -> bool:
    """True where helpers are ready, or the rest of the items is worth starting them, as the first of them tell."""
    if Helpers.asked or Helpers.alone >= PATIENCE:
        return True
    return done >= SURE and seconds / done * (items - done) >= WORTH


def _handed_out(function: Callable, items: list, run: Callable, engine: str, workers: int) -> list:
    """The results of the first of the items, as far as the engine came: usually of all of them."""
    parts, answers = list(_parts(items, PART[engine], workers)), []
    _ask()
    try:
        for answer in _answers(parts, run, engine, workers):
            answers.append(answer)
    except Exception as error:  # a killed worker, a lost scheduler, an engine that is not installed
        Helpers.losses += 1
        _warn(f"{engine} stopped ({type(error).__name__}: {error}); what it held is done again")
    return [result for part, answer in zip(parts, answers, strict=False) for result in _checked(function, part, answer)]


def _parts(items: list, most: int, workers: int) -> Iterator[list]:
    """The items in parts that grow smaller: each half of an even share of what is left (guided self-scheduling,
    Polychronopoulos and Kuck 1987, doi:10.1109/TC.1987.5009495)."""
    done = 0
    while done < len(items):
        size = min(most, max(LEAST, (len(items) - done) // (2 * workers)))
        yield items[done : done + size]
        done += size


def _ask() -> None:
    """Begin what waited for helpers: reading the files of the next batch, while they work on this one."""
    first, Helpers.asked = not Helpers.asked, True
    for begun in list(Helpers.waiting) if first else []:
        begun.begin()


def _answers(parts: list, run: Callable, engine: str, workers: int) -> Iterator:
    import joblib

    with joblib.parallel_config(backend=engine, n_jobs=_ready(engine, workers)):
        # All parts at once: those of the next batch wait behind them, so that a batch ends while the next is worked on.
        parallel = joblib.Parallel(return_as="generator", pre_dispatch="all")
        yield from parallel(joblib.delayed(run)(part) for part in parts)


def _ready(engine: str, workers: int) -> int:
    """The number of jobs to ask for, after making sure that joblib knows the cluster."""
    if engine == "loky":
        return workers
    if engine == "ray":
        from ray.util.joblib import register_ray

        register_ray()
        return -1
    client = _dask(workers)
    Helpers.scale = max(1, sum(client.ncores().values()) * PART[engine] * 4 // BATCH)
    return -1


def _dask(workers: int):
    """The client in use, or one of DASK_SCHEDULER_ADDRESS, or one of a cluster of processes on this machine."""
    from distributed import Client, default_client

    try:
        return default_client()
    except ValueError:
        address = os.environ.get("DASK_SCHEDULER_ADDRESS")
        return Client(address) if address else Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)


def _checked(function: Callable, part: list, answer) -> list:
    """The answer's results; where a worker gave a reason instead, the part is done here, so that a fault shows here."""
    if isinstance(answer, list):
        return answer
    _warn(f"a worker could not do its part ({answer}); it is done in this process")
    return [function(item) for item in part]


def _warn(text: str) -> None:
    warnings.warn(text, EngineWarning, stacklevel=4)
