"""Prints every measured quality, one line each: `python tests/score.py [area ...]` (areas: pages, words, figures...)."""

import sys

import scoring


def main(names: list[str]) -> int:
    below = 0
    for score in scoring.rows([f"score_{name}" for name in names] or None):
        print(score, flush=True)
        below += not score.holds
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
