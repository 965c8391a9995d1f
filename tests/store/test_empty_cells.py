"""Empty cells are counted among the rows that a column can be told of, whatever part or block they lie in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.engine.records import counted_cells
from purplebook.engine.records.empty_cells import EmptyCells, count_empty
from purplebook.store import Snapshot, Store
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.arrow import arrow_schema
from tests.store.small_load import AS_AT, small_load


def snapshot_with(store: Store, name: str, rows: list[dict[str, Any]], *, block: int) -> Snapshot:
    """A snapshot with these rows of one table, so many in a block of its file."""
    common = {"authority_code": "899"}
    full = [{**common, "row_id": at, "source_row": at, **row} for at, row in enumerate(rows, start=1)]
    with store.loading() as loading:
        loaded = small_load(loading.staging)
        path = loading.staging / "tables" / f"{name}.parquet"
        table = pa.Table.from_pylist(full, schema=arrow_schema(TABLES_BY_NAME[name]))
        pq.write_table(table, path, row_group_size=block)
        return loading.publish(replace(loaded, table_paths={**loaded.table_paths, name: path}), as_at=AS_AT)


DAY = date(2015, 3, 31)
CHECKS = [
    {"check_type": "SDQ", "score": 12},
    {"check_type": "SDQ", "reason_code": "SDQ1"},
    {"check_type": "SDQ"},
    {"check_type": "DENTAL", "checked_on": DAY, "status": "done"},
    {"check_type": "DENTAL", "checked_on": DAY, "status": "  "},
    {"check_type": "DENTAL", "is_met": True},
    {"check_type": None, "checked_on": DAY},
    {"check_type": None, "score": 3},
]


@pytest.mark.parametrize("block", [1, 3, 100])
@pytest.mark.parametrize(
    ("column", "expected"),
    [
        # By hand, of the eight rows above.  Told of every row: empty in the last two.
        ("check_type", EmptyCells(8, 0, 2, 0)),
        # Of questionnaires, and of what may be one, without a reason why there is none: the first, third, and last two.
        ("score", EmptyCells(4, 4, 2, 0)),
        # The same without a score: the second, the third and the last but one.
        ("reason_code", EmptyCells(3, 5, 2, 0)),
        # Of what is no questionnaire, or may be none, and has a day: blanks are as good as nothing.
        ("status", EmptyCells(3, 5, 2, 0)),
        # Of what is no questionnaire, or may be none, and has no day: said once, and not in the last row.
        ("is_met", EmptyCells(2, 6, 1, 0)),
    ],
)
def test_only_rows_that_a_column_can_be_told_of_are_counted(
    store: Store, column: str, expected: EmptyCells, block: int
):
    snapshot = snapshot_with(store, "health_check", CHECKS, block=block)
    asked = {("health_check", column)}
    assert count_empty(snapshot, only=asked) == {("health_check", column): expected}


def test_a_code_for_not_known_is_counted_where_the_column_can_be_told(store: Store):
    episodes = [
        {"return_interview_offered": offered, "return_interview_accepted": said}
        for offered, said in (("Y", "U"), ("Y", "N"), ("Y", None), ("N", "U"), (None, "U"))
    ]
    snapshot = snapshot_with(store, "missing_episode", episodes, block=2)
    counts = count_empty(snapshot, only={("missing_episode", "return_interview_accepted")})
    # Whether one was offered is not known of the last, so it counts; of the last but one it is known, so it does not.
    assert counts == {("missing_episode", "return_interview_accepted"): EmptyCells(4, 1, 1, 2)}


@pytest.mark.parametrize("block", [1, 2, 100])
def test_a_list_of_codes_is_empty_without_any_and_not_known_with_one_of_those(
    store: Store, block: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(counted_cells.UNKNOWN_CODES, "contact_outcome", ("9", "8"))
    contacts = [{"outcome_codes": codes} for codes in (["1", "9"], None, [], ["9", "8"], ["1"], [None, "8"])]
    snapshot = snapshot_with(store, "contact", contacts, block=block)
    counts = count_empty(snapshot, only={("contact", "outcome_codes")})
    assert counts == {("contact", "outcome_codes"): EmptyCells(6, 0, 2, 3)}


def test_every_column_of_what_a_file_supplied_is_counted_and_no_other(store: Store):
    snapshot = snapshot_with(store, "contact", [], block=1)
    counts = count_empty(snapshot)
    assert set(counts) == {
        (name, column) for name in ("person", "contact") for column in TABLES_BY_NAME[name].column_names
    }
    assert counts["contact", "contacted_on"] == EmptyCells(0, 0, 0, 0)
    assert counts["person", "sex"] == EmptyCells(3, 0, 3, 0)
    assert count_empty(snapshot, only={("referral", "referred_on"), ("contact", "no_such_column")}) == {}
