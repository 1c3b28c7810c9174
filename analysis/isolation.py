"""A function's name and its arguments come in; its answers go out, each worked out in a child process with limits.

A child is used again for the next argument; one that dies or takes too long is ended and replaced. Children are
programs of their own, so that this works in Jupyter and on Linux, macOS and Windows alike; `python -m
analysis.isolation` is one.
"""

import contextlib
import importlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STARTING = 60  # seconds for a child's first answer: imports take 0.5-1 s, on a busy or cold machine much longer


def each(target: str, arguments: list, workers: int = 2, seconds: float = 20, megabytes: int = 700) -> list:
    """The answers of `target` ("module:function") to the arguments, in order; a str says why there is none.

    Arguments and answers travel as JSON. The function answers with a dictionary or list, never with a str.
    """
    children = [_Child(target, megabytes) for _ in range(max(1, min(workers, len(arguments), os.cpu_count() or 1)))]
    free = queue.SimpleQueue()
    for child in children:
        free.put(child)
    try:
        with ThreadPoolExecutor(len(children)) as pool:
            return list(pool.map(lambda argument: _one(free, argument, seconds), arguments))
    finally:
        for child in children:
            child.end()


def _one(free, argument, seconds):
    child = free.get()
    try:
        return child.ask(argument, seconds)
    finally:
        free.put(child)


class _Child:
    """One working process; started when first needed, and again after it was ended."""

    def __init__(self, target, megabytes):
        self.target, self.megabytes, self.process = target, megabytes, None

    def ask(self, argument, seconds):
        if self.process is None or self.process.poll() is not None:
            self.start()
        try:
            self.process.stdin.write(json.dumps(argument) + "\n")
            self.process.stdin.flush()
            answer = self.answers.get(timeout=seconds)
        except queue.Empty:
            self.end()
            return f"reading took longer than {seconds:g} seconds"
        except OSError:
            answer = None
        if answer is None:
            self.end()
            return f"the reader stopped, because the file breaks it or needs more than {self.megabytes} MB of memory"
        return json.loads(answer)

    def start(self):
        self.end()
        command = [sys.executable, "-m", "analysis.isolation", self.target, str(self.megabytes)]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            encoding="ascii",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.answers = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(self.process.stdout, self.answers), daemon=True).start()
        with contextlib.suppress(queue.Empty):
            self.answers.get(timeout=STARTING)

    def end(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        self.process = None


def _listen(stream, answers):
    """Hands on each line; None when the child has gone."""
    with stream:
        for line in stream:
            answers.put(line)
    answers.put(None)


def _limit_memory(megabytes):
    """On Linux the system refuses more memory; elsewhere a thread ends the process that has grown too large."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    else:
        with contextlib.suppress(ImportError):
            import psutil

            threading.Thread(target=_watch, args=(psutil.Process(), megabytes * 1_000_000), daemon=True).start()


def _watch(process, limit):
    while process.memory_info().rss < limit:
        time.sleep(0.2)
    os._exit(1)


def _serve(target, megabytes):
    """Reads arguments from standard input and writes each answer as a line; what the function prints is lost."""
    module, name = target.split(":")
    function = getattr(importlib.import_module(module), name)
    _limit_memory(megabytes)
    answers, sys.stdout = sys.stdout, sys.stderr
    print("ready", file=answers, flush=True)
    for line in sys.stdin:
        try:
            answer = json.dumps(function(json.loads(line)))
        except MemoryError:
            os._exit(1)
        print(answer, file=answers, flush=True)


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]))
