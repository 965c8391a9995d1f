"""The rows of one Parquet file, whole.

pyarrow's own `read_table` is for folders of many files: it brings its library of data sets, and pandas where that is
installed, and takes twice as long for one small file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


def read_whole(source: Path | pa.NativeFile, *, columns: Sequence[str] | None = None) -> pa.Table:
    """The rows in stored order, with all columns or with those named, in the order in which they are named."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(source) as file:
        rows = file.read(columns=None if columns is None else list(columns))
    return rows if columns is None else rows.select(list(columns))
