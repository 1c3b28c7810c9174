"""A Source and the path it was read from come in; it goes out as "page.toml" beside it says."""

import os
import tomllib
from dataclasses import replace
from pathlib import Path

from analysis import told_times
from analysis.file_sources import Source


def with_side_car(path, source: Source) -> Source:
    """The source with the fields of "page.html.toml" or "page.toml" beside it put over its own."""
    for side in map(Path, beside(os.fspath(path))):
        if side.is_file() and not side.is_symlink() and side.stat().st_size < 100_000:
            try:
                table = tomllib.loads(side.read_text(encoding="utf-8-sig"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                return replace(source, problem=f"{side.name} cannot be read: {error}")
            return _told(source, {key: _as_text(value) for key, value in table.items()}, side.name)
    return source


TOLD = ("title", "published", "outlet", "section", "author", "source", "source_url", "language")


def _told(source, table, side):
    """The source with what a reader's side-car tells: help for the cleaner, and the last word on the article."""
    unknown = sorted(set(table) - set(TOLD))
    problem = f'{side} has "{unknown[0]}", which is no field; use {", ".join(TOLD)}' if unknown else source.problem
    told = {key: value for key, value in table.items() if key in TOLD}
    if "published" in told:
        problem = problem or _no_date(told["published"], side)
        told["published"] = told_times.iso(told["published"])
    metadata = source.metadata | told | ({"site": told["outlet"]} if "outlet" in told else {}) | {"told": told}
    return replace(source, metadata=metadata, language=told.get("language", source.language), problem=problem)


def _no_date(value, side):
    return None if told_times.iso(value) else f'{side} has published = "{value}", which is no date; write 2025-05-09'


def _as_text(value):
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def beside(path: str) -> list[str]:
    """Where a side-car may stand: "page.html.toml" and "page.toml"."""
    return [side for side in (f"{path}.toml", f"{os.path.splitext(path)[0]}.toml") if side != path]
