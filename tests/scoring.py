"""What the score_*.py files share: Score, the row of a measured quality, and F1.

Every tests/score_<area>.py has rows(), which yields Score; `make score` prints them, test_floors.py holds the floors.
"""

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "tests" / "gold"
sys.path[:0] = [path for path in (str(ROOT), str(ROOT / "tests")) if path not in sys.path]


@dataclass(frozen=True)
class Score:
    """One measured quality: value over n cases, and the floor it must not fall below (above, if better is "low")."""

    name: str
    value: float
    n: int
    floor: float | None = None
    better: str = "high"
    target: float | None = None

    @property
    def holds(self) -> bool:
        if self.floor is None:
            return True
        return self.value <= self.floor if self.better == "low" else self.value >= self.floor

    def __str__(self) -> str:
        sign = "<=" if self.better == "low" else ">="
        floor = "" if self.floor is None else f"  floor {sign} {self.floor:g}"
        target = "" if self.target is None else f"  asked {sign} {self.target:g}"
        return f"{self.name:<58} {self.value:8.4f}  n={self.n}{floor}{target}{'' if self.holds else '  BELOW ITS FLOOR'}"


def f1(right: float, found: float, wanted: float) -> float:
    """The harmonic mean of precision right/found and recall right/wanted; 1.0 when nothing was wanted or found."""
    return 1.0 if found + wanted == 0 else 2 * right / (found + wanted)


def areas() -> list[str]:
    """The names of all score modules, in order."""
    return sorted(path.stem for path in (ROOT / "tests").glob("score_*.py"))


def rows(names: list[str] | None = None):
    """Every Score of the named areas (default: all). Areas that need ../shared yield what they can without it."""
    for name in names or areas():
        yield from importlib.import_module(name).rows()
