"""A snapshot holds every table, says what it is, and is private to its owner."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from purplebook.errors import NoDataError, StoreError
from purplebook.store import Store
from purplebook.store.check import check_store
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.arrow import arrow_schema
from tests.store.small_load import AS_AT, small_load


def test_every_canonical_table_is_there_under_its_full_schema(store: Store, load_some):
    snapshot = load_some(store)
    assert snapshot.table_names == tuple(TABLES_BY_NAME)
    for name, table in TABLES_BY_NAME.items():
        assert pq.read_schema(snapshot.table_paths(name)[0]).equals(arrow_schema(table)), name


def test_a_table_no_file_supplied_is_empty_and_says_so(store: Store, load_some):
    snapshot = load_some(store)
    assert snapshot.is_supplied("person") and not snapshot.is_supplied("referral")
    assert snapshot.missing_tables >= {table.name for table in DATA_TABLES} - {"person"}
    assert pq.read_metadata(snapshot.table_paths("referral")[0]).num_rows == 0


def test_a_table_that_was_supplied_empty_is_supplied(store: Store, load_some):
    assert load_some(store, people=0).is_supplied("person")


def test_the_snapshot_is_the_same_when_opened_again(store: Store, load_some):
    made = load_some(store)
    opened = Store.open(store.path).latest()
    assert opened == made
    assert (opened.id, opened.as_at, opened.authorities) == ("2015-08-31-0001", AS_AT, ("899",))
    assert opened.manifest.batches[0].rejected_count == 1 and opened.manifest.issue_count == 1
    assert check_store(store) == ()


def test_the_files_that_were_loaded_are_a_table_too(store: Store, load_some):
    rows = pq.read_table(load_some(store).table_paths("load_batch")[0]).to_pylist()
    assert [(row["file_name"], row["authority_code"], row["rows_read"], row["rows_rejected"]) for row in rows] == [
        ("person.csv", "899", 4, 1)
    ]


def test_a_snapshot_keeps_what_its_codes_meant(store: Store, load_some):
    rows = pq.read_table(load_some(store).table_paths("code")[0]).to_pylist()
    assert {"Neglect"} == {r["label"] for r in rows if (r["code_set"], r["code"]) == ("abuse_category", "NEG")}


def test_what_the_sources_left_in_staging_is_not_published(store: Store, load_some):
    found = {path.name for path in load_some(store).path.iterdir()}
    assert found == {f"{name}.parquet" for name in TABLES_BY_NAME} | {"issues.parquet", "manifest.json"}


def test_a_second_load_of_the_day_gets_the_next_number_and_leaves_the_first_as_it_was(store: Store, load_some):
    first = load_some(store)
    second = load_some(store, people=5)
    assert (first.id, second.id) == ("2015-08-31-0001", "2015-08-31-0002")
    assert store.snapshots() == (first, second)
    assert store.latest() == second and store.snapshot(first.id) == first


def test_the_snapshot_of_the_latest_day_is_the_current_one_whatever_was_loaded_last(store: Store, load_some):
    """An earlier day, loaded to have its figures too, is not how things stand; it was taken for that."""
    august = load_some(store)
    load_some(store, as_at=date(2015, 3, 31))
    assert store.latest() == august
    assert json.loads((store.path / "current.json").read_bytes())["current"] == august.id
    september = load_some(store, as_at=date(2015, 9, 30))
    assert store.latest() == september
    again = load_some(store, as_at=date(2015, 9, 30))
    assert store.latest() == again


def test_a_day_is_answered_from_the_first_extract_that_reaches_it(store: Store, load_some):
    august = load_some(store)
    march = load_some(store, as_at=date(2015, 3, 31))
    august_again = load_some(store)
    assert store.snapshot_for(date(2015, 3, 31)) == march
    assert store.snapshot_for(date(2015, 4, 1)) == august_again != august
    with pytest.raises(NoDataError, match="no further than 2015-08-31"):
        store.snapshot_for(date(2015, 9, 1))


def test_folders_and_files_are_for_their_owner_only(store: Store, load_some):
    load_some(store)
    for path in (store.path, *store.path.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path.relative_to(store.path)


def test_an_empty_store_has_no_data(store: Store):
    with pytest.raises(NoDataError, match="purplebook load"):
        store.latest()
    with pytest.raises(NoDataError, match="purplebook load"):
        store.snapshot_for(AS_AT)


def test_there_is_no_store_where_there_is_none(tmp_path: Path):
    with pytest.raises(StoreError, match="purplebook init"):
        Store.open(tmp_path)


def test_a_store_is_not_made_over_another_or_among_other_files(store: Store, tmp_path: Path):
    with pytest.raises(StoreError, match="already"):
        Store.create(store.path)
    (tmp_path / "holiday.jpg").write_bytes(b"")
    with pytest.raises(StoreError, match="not an empty folder"):
        Store.create(tmp_path)


def test_a_load_that_fails_leaves_no_trace(store: Store, load_some):
    before = load_some(store)

    def fail():
        with store.loading() as loading:
            small_load(loading.staging)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.snapshots() == (before,)
    assert [path.name for path in store.path.glob("staging-*")] == []


def test_a_table_under_another_schema_is_never_published(store: Store):
    def load():
        with store.loading() as loading:
            loaded = small_load(loading.staging)
            path = loaded.table_paths["person"]
            pq.write_table(pq.read_table(path).drop_columns(["born_on"]), path)
            loading.publish(loaded, as_at=AS_AT)

    with pytest.raises(ValueError, match="born_on"):
        load()
    assert store.snapshots() == ()


def test_the_pointer_tells_a_person_which_snapshot_is_current(store: Store, load_some):
    load_some(store)
    assert json.loads((store.path / "current.json").read_bytes())["current"] == "2015-08-31-0001"
