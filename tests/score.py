"""Prints every measured quality, one line each: `python tests/score.py [area ...]` (areas: figures, pages, people, topics, words)."""

import sys

import scoring


def main(names: list[str]) -> int:
    known = [area.removeprefix("score_") for area in scoring.areas()]
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"no such area: {', '.join(unknown)}; there are {', '.join(known)} (events are measured with people)")
    below = 0
    for score in scoring.rows([f"score_{name}" for name in names] or None):
        print(score, flush=True)
        below += not score.holds
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
