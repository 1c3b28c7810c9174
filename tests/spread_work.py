"""Work for test_spread.py in a module of its own, because worker processes must be able to import it."""

import os
import signal
import time
from pathlib import Path


def count(item):
    return {"file": item["file"], "words": len(item["text"].split()), "pid_is_not_here": None}


def fall_over_once(item):
    """The length of the text; the first process to come to the item with a mark kills itself."""
    mark = item.get("mark")
    if mark and not Path(mark).exists():
        Path(mark).write_text("fallen")
        os.kill(os.getpid(), signal.SIGKILL)
    return len(item["text"])


def fall_over_in_every_worker(item):
    if os.getpid() != item["home"]:
        os.kill(os.getpid(), signal.SIGKILL)
    return len(item["text"])


def refuse(item):
    if item["text"] == "hỏng":
        raise ValueError("this text is broken")
    return item["text"]


def touch(item):
    Path(item["mark"]).touch()
    return item["file"]


def who(item):
    time.sleep(0.02)
    return os.getpid()
