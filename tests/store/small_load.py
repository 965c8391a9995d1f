"""What the sources hand to the store, made by hand: `people` rows of `person` and one row issue."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.store.loaded import Batch, Loaded
from purplebook.tables import person
from purplebook.tables.arrow import arrow_schema

AS_AT = date(2015, 8, 31)


def small_load(staging: Path, *, people: int = 3) -> Loaded:
    rows = [
        {"person_id": f"P{i:06}", "row_id": i, "authority_code": "899", "source_row": i + 1}
        for i in range(1, people + 1)
    ]
    folder = staging / "tables"
    folder.mkdir()
    pq.write_table(pa.Table.from_pylist(rows, schema=arrow_schema(person)), folder / "person.parquet")
    issues = pa.table({"file_name": ["person.csv"], "reason": ["not a date"]})
    pq.write_table(issues, staging / "found.parquet")
    (staging / "spilled.tmp").write_bytes(b"left by a source")
    batch = Batch(
        batch_id="1",
        file_name="person.csv",
        sheet=None,
        source_format="canonical_csv",
        extracted_on=AS_AT,
        sha256=hashlib.sha256(b"person").hexdigest(),
        rows_read=people + 1,
        rows_loaded=people,
        rows_rejected=1,
    )
    return Loaded(
        table_paths={"person": folder / "person.parquet"},
        batches=(batch,),
        issues_path=staging / "found.parquet",
        issue_count=1,
        rejected_count=1,
        warnings=("person.csv: one row was left out",),
    )
