"""One Parquet file read whole gives what was written, and costs no library of data sets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.store.whole_parquet import read_whole

ROWS = pa.table({"a": [3, 1, 2], "b": ["x", None, "z"], "c": [["p", "q"], [], None]})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Rows in parts of two."""
    pq.write_table(ROWS, tmp_path / "rows.parquet", row_group_size=2)
    return tmp_path / "rows.parquet"


def test_the_rows_are_those_that_were_written_in_their_order(file: Path):
    assert read_whole(file).equals(ROWS)
    assert read_whole(pa.BufferReader(file.read_bytes())).equals(ROWS)


@pytest.mark.parametrize("columns", [("c",), ("b", "a"), ("c", "a", "b"), ()])
def test_the_columns_are_those_that_were_named_in_the_order_of_their_naming(file: Path, columns: tuple[str, ...]):
    rows = read_whole(file, columns=columns)
    assert rows.equals(ROWS.select(list(columns))) and rows.num_rows == 3


def test_a_column_that_the_file_has_not_is_never_passed_over(file: Path):
    with pytest.raises(KeyError, match="d"):
        read_whole(file, columns=["a", "d"])


def test_it_brings_no_library_of_data_sets(file: Path):
    asked = (
        "import sys; from purplebook.store.whole_parquet import read_whole; "
        f"print(read_whole({str(file)!r}).num_rows, {{'pyarrow.dataset', 'pandas'}} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "3 set()\n"
