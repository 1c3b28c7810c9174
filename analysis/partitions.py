"""A corpus larger than memory comes in, folder by folder; its tables go out as Parquet files, summed by DuckDB.

    from utils import load_corpus
    from analysis import figures, partitions, topics
    partitions.build("pages", "tables", load_corpus, {"figures": figures.table, "topics": topics.table})
    partitions.total("tables", "words", by=["word"], sums=["count", "articles"])      sums over everything
    load_corpus("tables", since="2024-01-01", until="2024-03-31")                     the articles of a part that fits

Every sub-folder of the corpus is a part; each table is a folder with one Parquet file a part, so that parts may be made
by many machines, and made again one by one. Stories are told apart within a part only.
"""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

ZONE = "Asia/Ho_Chi_Minh"


def build(corpus, out, load: Callable, tables: dict[str, Callable], only: str = "*") -> list[str]:
    """Write the tables of every part of `corpus` into the folder `out`, and return the names of the parts.

    `load` is utils.load_corpus; `tables` has a function articles -> DataFrame for each further table. The tables
    "articles" and "words" (month, outlet, word, count, articles) are always made. `only` is a pattern of the parts this
    process makes, such as "2024-*". Files beside the sub-folders are not read. One part is in memory at a time. A part
    that no longer exists is taken out of every table.
    """
    parts = {path.name: path for path in sorted(Path(corpus).glob("*")) if path.is_dir() and path.name[0] not in "._"}
    for name, folder in parts.items():
        if Path(name).match(only):
            articles = load(folder)
            articles = articles.assign(file=[f"{name}/{file}" for file in articles["file"]])  # as in the whole folder
            made = {"articles": articles, "words": words(articles)}
            for table, rows in {**made, **{table: make(articles) for table, make in tables.items()}}.items():
                write(rows, out, table, name)
    for path in Path(out).glob("*/*.parquet"):
        if path.stem not in parts:
            path.unlink()
    return list(parts)


def words(articles: pd.DataFrame) -> pd.DataFrame:
    """The words of articles as numbers that can be added up: month, outlet, word, count and articles (that have it)."""
    from analysis import counts

    read = counts.read(articles)
    article, word, count = read.per_article
    month = pd.to_datetime(articles["published"]).dt.strftime("%Y-%m").to_numpy(dtype=object)
    rows = pd.DataFrame({"month": month[article], "outlet": articles["outlet"].to_numpy(dtype=object)[article],
                         "word": np.array(read.vocabulary, dtype=object)[word], "count": count})  # fmt: skip
    grouped = rows.groupby(["month", "outlet", "word"], dropna=False)["count"]
    return grouped.agg(count="sum", articles="size").reset_index()


def write(rows: pd.DataFrame, out, table: str, part: str) -> Path:
    """Write one part of a table, all or nothing; a column `part` is added. A table without rows writes no file."""
    import duckdb

    path = Path(out) / table / f"{part}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    if rows.empty:
        path.unlink(missing_ok=True)
        return path
    shown = rows.assign(part=part)
    for column in shown.select_dtypes("datetimetz"):
        shown[column] = shown[column].dt.tz_convert(ZONE).dt.tz_localize(None)
    half = path.with_suffix(f".{os.getpid()}.half")
    with duckdb.connect() as engine:
        engine.register("shown", shown.astype(dict.fromkeys(shown.select_dtypes("str"), object)))
        engine.execute(f"COPY (SELECT * FROM shown) TO '{_quoted(half)}' (FORMAT parquet)")
    half.replace(path)
    return path


def is_built(folder) -> bool:
    """Is the folder one that build() wrote?"""
    return any((Path(folder) / "articles").glob("*.parquet"))


def articles(folder, since=None, until=None, language=None) -> pd.DataFrame:
    """The articles published from `since` to `until` (dates, inclusive) and those without a date, as load_corpus()."""
    tests = {"published >= CAST(? AS TIMESTAMP)": since, "published < CAST(? AS DATE) + 1": until}
    asked = {f"({test} OR published IS NULL)": str(day) for test, day in tests.items() if day}
    if language:
        asked["(language = ? OR language IS NULL OR problem IS NOT NULL)"] = language
    found = read(folder, "articles", " AND ".join(asked) or "true", list(asked.values()))
    return found.drop(columns="part")


def read(folder, table: str, where: str = "true", values: list | None = None) -> pd.DataFrame:
    """The rows of a table for which the SQL condition holds, in order of part and row; ? stand for `values`.

    Only the columns and parts that the condition needs are read; what comes back must fit in memory.
    """
    query = f"SELECT * FROM read_parquet(?, union_by_name = true, file_row_number = true) WHERE {where}"
    rows = _run(f"{query} ORDER BY part, file_row_number", [_files(folder, table), *(values or [])])
    for column in rows.select_dtypes("object"):
        rows[column] = [_plain(value) for value in rows[column]]
    for column in rows.columns.intersection(["published"]):
        rows[column] = pd.to_datetime(rows[column]).dt.tz_localize(ZONE)
    return rows.drop(columns="file_row_number")


def _plain(value):
    """Lists as they were put in, where DuckDB gives arrays."""
    return [_plain(one) for one in value.tolist()] if isinstance(value, np.ndarray) else value


def total(folder, table: str, by: list[str], sums: list[str] = (), where: str = "true", values=None) -> pd.DataFrame:
    """One row a combination of the columns `by`: the sums of the columns `sums`, and n (rows), the largest first.

    DuckDB goes through the files as a stream: memory holds the result and not the table.
    """
    keys = ", ".join(map(_name, by))
    added = [f"CAST(sum({_name(column)}) AS BIGINT) AS {_name(column)}" for column in sums]
    first = _name(sums[0]) if len(sums) else "n"
    query = (f"SELECT {', '.join([keys, *added, 'count(*) AS n'])} FROM read_parquet(?, union_by_name = true) "
             f"WHERE {where} GROUP BY {keys} ORDER BY {first} DESC, {keys}")  # fmt: skip
    return _run(query, [_files(folder, table), *(values or [])])


def _run(query: str, values: list) -> pd.DataFrame:
    import duckdb

    with duckdb.connect() as engine:
        found = engine.execute(query, values).df()
    return found.astype(dict.fromkeys(found.select_dtypes("str"), object))


def _files(folder, table: str) -> str:
    files = Path(folder) / table / "*.parquet"
    if not any(files.parent.glob("*.parquet")):
        known = ", ".join(sorted(path.name for path in Path(folder).glob("*") if any(path.glob("*.parquet"))))
        raise FileNotFoundError(f'{folder} has no table "{table}"; it has: {known or "none (run build first)"}')
    return str(files)


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
