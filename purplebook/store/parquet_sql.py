"""How DuckDB is told which files to read: exactly these, whatever is in their names.

DuckDB takes a path for a pattern: in a store called `north[1]` it reads the files of `north1` beside it.  It also takes
a folder called `team=4` for a column of that name.  Every path in a query comes from here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from purplebook.errors import StoreError

MARKS = "*?["
"""What makes a pattern of a path.  In square brackets each stands for itself."""
AS_THEY_ARE = "hive_partitioning = false"
"""Columns come from the file alone, never from the names of folders."""


def one_file(path: Path) -> str:
    """The path as DuckDB must be given it to read this one file."""
    text = os.path.abspath(path)
    if os.sep == "/" and "\\" in text and any(mark in text for mark in MARKS):
        raise StoreError(
            f"{text} cannot be read: its name has a backslash and one of {' '.join(MARKS)}, which nothing can tell "
            "from a pattern. Rename the folder."
        )
    return "".join(f"[{sign}]" if sign in MARKS else sign for sign in text)


def quoted_file(path: Path) -> str:
    """The same as a value in SQL."""
    return "'" + one_file(path).replace("'", "''") + "'"


def parquet_rows(paths: Iterable[Path], *more: str) -> str:
    """The rows of Parquet files, one after the other, for a FROM; `more` are options of DuckDB's reader."""
    files = ", ".join(map(quoted_file, paths))
    return f"read_parquet([{files}], {', '.join([AS_THEY_ARE, *more])})"
