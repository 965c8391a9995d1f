"""Whatever happens to a file of the store afterwards is noticed, and named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from purplebook.errors import StoreError
from purplebook.store import Snapshot, Store
from purplebook.store.check import check_store
from purplebook.tables import TABLES_BY_NAME


def change_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.fixture
def snapshot(store: Store, load_some) -> Snapshot:
    return load_some(store)


@pytest.mark.parametrize("name", [*(f"{name}.parquet" for name in TABLES_BY_NAME), "issues.parquet", "manifest.json"])
def test_one_altered_byte_in_any_file_is_named_and_no_figure_is_made_from_it(
    name: str, store: Store, snapshot: Snapshot
):
    change_a_byte(snapshot.path / name)
    assert [(problem.snapshot_id, problem.file) for problem in check_store(store)] == [(snapshot.id, name)]
    with pytest.raises(StoreError, match=name):
        store.latest()


def test_a_missing_file_and_an_extra_one_are_both_named(store: Store, snapshot: Snapshot):
    (snapshot.path / "person.parquet").rename(snapshot.path / "people.parquet")
    assert [str(problem) for problem in check_store(store)] == [
        "snapshots/2015-08-31-0001/person.parquet: the file is missing",
        "snapshots/2015-08-31-0001/people.parquet: no load wrote this file",
    ]


@pytest.mark.parametrize("keep", [0, 1, 100])
def test_a_manifest_cut_short_is_named(keep: int, store: Store, snapshot: Snapshot):
    path = snapshot.path / "manifest.json"
    path.write_bytes(path.read_bytes()[:keep])
    assert [problem.file for problem in check_store(store)] == ["manifest.json"]
    with pytest.raises(StoreError, match="cut short"):
        store.latest()


def test_a_manifest_made_to_fit_an_altered_table_is_named_because_the_pointer_holds_its_hash(
    store: Store, snapshot: Snapshot
):
    path = snapshot.path / "manifest.json"
    manifest = json.loads(path.read_bytes())
    manifest["tables"][0]["row_count"] += 1
    path.write_text(json.dumps(manifest))
    assert [problem.file for problem in check_store(store)] == ["manifest.json"]


def test_damage_to_an_older_snapshot_is_named_while_the_latest_still_opens(store: Store, snapshot: Snapshot, load_some):
    latest = load_some(store)
    change_a_byte(snapshot.path / "person.parquet")
    assert [(problem.snapshot_id, problem.file) for problem in check_store(store)] == [(snapshot.id, "person.parquet")]
    assert store.latest() == latest


def test_a_pointer_to_a_missing_snapshot_says_so(store: Store, snapshot: Snapshot):
    shutil.rmtree(snapshot.path)
    with pytest.raises(StoreError, match=f"names the snapshot {snapshot.id}.*not there"):
        store.latest()
    assert [str(problem) for problem in check_store(store)] == [f"snapshots/{snapshot.id}: the folder is missing"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format_version": 1}', b"\xff\x00"])
def test_a_pointer_that_cannot_be_read_is_a_clear_error(content: bytes, store: Store, snapshot: Snapshot):
    (store.path / "current.json").write_bytes(content)
    with pytest.raises(StoreError, match=r"current\.json cannot be read.*backup"):
        Store.open(store.path)


def test_a_store_of_a_newer_purplebook_is_left_alone(store: Store):
    (store.path / "current.json").write_text('{"format_version": 99, "snapshots": []}')
    with pytest.raises(StoreError, match="newer version"):
        Store.open(store.path)


def test_a_folder_that_no_load_wrote_is_named_and_never_removed(store: Store, snapshot: Snapshot, load_some):
    stranger = store.path / "snapshots" / "2015-08-31-0002"
    shutil.copytree(snapshot.path, stranger)
    assert [problem.file for problem in check_store(store)] == ["snapshots/2015-08-31-0002"]
    assert load_some(store).id == "2015-08-31-0003"
    assert stranger.is_dir()
