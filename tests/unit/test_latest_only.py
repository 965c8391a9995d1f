"""Whether a table holds only each child's latest row is told from what its files say of themselves."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.engine.records.recorded import _holds_true
from purplebook.results.snapshots import LATEST_ONLY


@pytest.mark.parametrize("has_statistics", [True, False])
@pytest.mark.parametrize(
    ("marks", "is_one"),
    [((True,), True), ((False, None, True), True), ((False, False), False), ((None, None), False), ((), False)],
)
def test_one_true_mark_in_any_row_group_is_seen(
    marks: tuple[bool | None, ...], is_one: bool, has_statistics: bool, tmp_path: Path
):
    table = pa.table(
        {"codes": pa.array([["a"]] * len(marks), pa.list_(pa.string())), LATEST_ONLY: pa.array(marks, pa.bool_())}
    )
    path = tmp_path / "visit.parquet"
    pq.write_table(table, path, row_group_size=1, write_statistics=has_statistics)
    assert _holds_true(path, LATEST_ONLY) is is_one


def test_a_table_without_the_mark_holds_all_its_rows(tmp_path: Path):
    path = tmp_path / "contact.parquet"
    pq.write_table(pa.table({"contact_id": ["a"]}), path)
    assert not _holds_true(path, LATEST_ONLY)
