"""A large table lies in parts: one table to every reader, and as safe from damage as one file."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.engine.duckdb.engine import DuckDBEngine
from purplebook.errors import StoreError
from purplebook.language.periods import month
from purplebook.store import Snapshot, Store
from purplebook.store.check import check_store
from purplebook.store.loaded import Loaded
from purplebook.store.manifest import from_bytes
from purplebook.store.pointer import read_pointer
from purplebook.tables import person
from purplebook.tables.arrow import COVERS_FROM, arrow_schema
from tests.store.small_load import AS_AT, small_load

PARTS = ("person/part-0001.parquet", "person/part-0002.parquet", "person/part-0003.parquet")


def load_in_parts(staging: Path, *, schema: pa.Schema | None = None) -> Loaded:
    """Six people in three parts, one of them empty, and a covered table; the issues of the small load."""
    schema = schema or arrow_schema(person).with_metadata({COVERS_FROM: "2015-04-01"})
    one = small_load(staging)
    folder = staging / "tables" / "person"
    folder.mkdir()
    for number, ids in enumerate(((1, 2), (), (3, 4, 5, 6)), start=1):
        rows = [{"person_id": f"P{i}", "row_id": i, "authority_code": f"{500 + number}"} for i in ids]
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), folder / f"part-{number:04}.parquet")
    return Loaded(
        table_paths={"person": folder},
        batches=one.batches,
        issues_path=one.issues_path,
        issue_count=one.issue_count,
        rejected_count=one.rejected_count,
        warnings=(),
    )


@pytest.fixture
def snapshot(store: Store) -> Snapshot:
    with store.loading() as loading:
        return loading.publish(load_in_parts(loading.staging), as_at=AS_AT)


def test_the_parts_are_one_table_in_the_order_of_their_rows(store: Store, snapshot: Snapshot):
    assert [path.relative_to(snapshot.path).as_posix() for path in snapshot.table_paths("person")] == list(PARTS)
    assert snapshot.read("person", columns=["row_id"]).column(0).to_pylist() == [1, 2, 3, 4, 5, 6]
    entry = snapshot.manifest.table("person")
    assert entry is not None and entry.row_count == 6 and entry.is_supplied
    assert snapshot.authorities == ("501", "503")
    assert snapshot.covers_from("person") is not None and snapshot.covers_from("person").isoformat() == "2015-04-01"
    assert Store.open(store.path).latest() == snapshot


def test_the_engine_counts_over_all_parts(snapshot: Snapshot):
    with DuckDBEngine({"person": snapshot.table_paths("person")}, [month(2015, 8)]) as engine:
        found = engine.run("SELECT authority_code, COUNT(*) AS people FROM person GROUP BY ALL ORDER BY ALL")
    assert found.to_pylist() == [{"authority_code": "501", "people": 2}, {"authority_code": "503", "people": 4}]


@pytest.mark.parametrize("name", PARTS)
def test_one_altered_byte_in_any_part_is_named(name: str, store: Store, snapshot: Snapshot):
    content = bytearray((snapshot.path / name).read_bytes())
    content[len(content) // 2] ^= 1
    (snapshot.path / name).write_bytes(content)
    assert [problem.file for problem in check_store(store)] == [name]
    with pytest.raises(StoreError, match=name):
        store.latest()


def test_a_missing_part_a_stray_part_and_a_stray_folder_are_each_named_once(store: Store, snapshot: Snapshot):
    (snapshot.path / PARTS[1]).rename(snapshot.path / "person" / "part-0009.parquet")
    (snapshot.path / "visit").mkdir()
    (snapshot.path / "visit" / "part-0001.parquet").write_bytes(b"")
    assert [(problem.file, problem.fault) for problem in check_store(store)] == [
        (PARTS[1], "the file is missing"),
        ("person/part-0009.parquet", "no load wrote this file"),
        ("visit", "no load wrote this file"),
    ]


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise on Windows")
def test_the_folder_of_parts_and_the_parts_are_for_their_owner_only(snapshot: Snapshot):
    assert (snapshot.path / "person").stat().st_mode & 0o777 == 0o700
    assert {(snapshot.path / name).stat().st_mode & 0o777 for name in PARTS} == {0o600}


def test_a_part_under_another_schema_is_no_snapshot(store: Store):
    with store.loading() as loading, pytest.raises(ValueError, match="another schema"):
        loading.publish(load_in_parts(loading.staging, schema=arrow_schema(person).remove(3)), as_at=AS_AT)
    assert store.snapshots() == () and check_store(store) == ()


def test_a_snapshot_of_one_file_a_table_keeps_the_manifest_that_older_versions_read(store: Store, load_some):
    manifest = json.loads((load_some(store).path / "manifest.json").read_bytes())
    assert manifest["format_version"] == 1
    assert all(set(table) == {"name", "row_count", "is_supplied", "file"} for table in manifest["tables"])


def test_a_manifest_with_parts_says_so_by_its_version(snapshot: Snapshot):
    manifest = json.loads((snapshot.path / "manifest.json").read_bytes())
    assert manifest["format_version"] == 2
    assert [part["name"] for part in manifest["tables"][0]["parts"]] == list(PARTS)


def test_an_older_purplebook_is_told_by_the_pointer_once_a_snapshot_has_parts(store: Store, load_some):
    def version() -> int:
        return json.loads((store.path / "current.json").read_bytes())["format_version"]

    load_some(store)
    assert version() == 1
    with store.loading() as loading:
        loading.publish(load_in_parts(loading.staging), as_at=AS_AT)
    assert version() == 2
    load_some(store)
    assert version() == 2 and len(store.snapshots()) == 3


def test_a_manifest_of_a_newer_version_is_refused_in_words(snapshot: Snapshot):
    content = (snapshot.path / "manifest.json").read_bytes().replace(b'"format_version": 2', b'"format_version": 3')
    with pytest.raises(StoreError, match="newer version"):
        from_bytes(content)


def test_a_load_in_parts_that_fails_leaves_the_store_as_it_was(store: Store, load_some):
    before = load_some(store)
    with pytest.raises(RuntimeError), store.loading() as loading:
        load_in_parts(loading.staging)
        raise RuntimeError
    assert [entry.id for entry in read_pointer(store.path).snapshots] == [before.id]
    assert not list(store.path.glob("staging-*"))
