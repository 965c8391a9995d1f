"""The bytes that were hashed are the bytes that are read: what is written over in between is noticed, and named."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from purplebook.engine.records.open import open_engine
from purplebook.errors import BadInputError, StoreError
from purplebook.language.periods import parse_period
from purplebook.sources.files import examine
from purplebook.sources.read import check_unchanged
from purplebook.store import Snapshot, Store
from purplebook.store.hashed import is_unchanged, mark_of, read_hash
from tests.store.test_damage import change_a_byte


def write_over(path: Path) -> None:
    change_a_byte(path)


def put_another_in_its_place(path: Path) -> None:
    other = path.with_name("other")
    shutil.copyfile(path, other)
    change_a_byte(other)
    os.replace(other, path)


def take_away(path: Path) -> None:
    path.unlink()


WAYS = (write_over, put_another_in_its_place, take_away)


def grow_old(snapshot: Snapshot) -> None:
    """As a store is in daily use: written long before it is read."""
    for path in snapshot.path.iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))
    time.sleep(0.02)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("is_old", [False, True])
def test_a_table_that_changes_after_it_was_looked_at_is_not_read(way, is_old: bool, store: Store, load_some):
    loaded = load_some(store)
    if is_old:
        grow_old(loaded)
    snapshot = store.latest()
    way(snapshot.path / "person.parquet")
    with pytest.raises(StoreError, match=r"person.parquet was changed while it was read"):
        snapshot.read("person")
    assert snapshot.read("referral").num_rows == 0


@pytest.mark.parametrize("way", WAYS)
def test_a_table_that_changes_while_a_question_is_asked_gives_no_answer(way, store: Store, load_some):
    load_some(store)
    snapshot = store.latest()
    with (
        pytest.raises(StoreError, match=r"person.parquet was changed while it was read"),
        open_engine(snapshot, [parse_period("2015-08")]) as engine,
    ):
        engine.run("SELECT count(*) AS n FROM person")
        way(snapshot.path / "person.parquet")
        engine.run("SELECT count(*) AS n FROM person WHERE born_on IS NULL")


def test_a_snapshot_that_was_opened_without_a_look_is_looked_at_when_it_is_read(store: Store, load_some):
    load_some(store)
    (snapshot,) = store.snapshots()
    change_a_byte(snapshot.path / "person.parquet")
    with pytest.raises(StoreError, match=r"person.parquet: the file was altered after it was loaded"):
        snapshot.table_paths("person")
    change_a_byte(snapshot.path / "issues.parquet")
    with pytest.raises(StoreError, match=r"issues.parquet: the file was altered after it was loaded"):
        snapshot.issues()


def test_a_file_that_is_loaded_may_not_change_while_it_is_read(tmp_path: Path):
    path = tmp_path / "person.csv"
    path.write_text("person_id\nP1\n")
    marks = {path: mark_of(path)}
    file = examine(path)
    check_unchanged([file], marks)
    path.write_text("person_id\nP2\n")
    with pytest.raises(BadInputError, match=r"person.csv: changed while being read, so nothing was loaded"):
        check_unchanged([file], marks)


def test_of_a_file_that_was_only_just_written_the_hash_is_taken_again(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(b"one")
    sha256, mark = read_hash(path)
    assert mark.is_fresh and is_unchanged(path, mark, sha256=sha256)
    assert not is_unchanged(path, mark, sha256="0" * 64)


def test_what_memory_has_no_room_for_lies_in_the_store_and_for_its_owner_alone(store: Store, load_some):
    snapshot = load_some(store)
    with open_engine(snapshot, [parse_period("2015-08")]) as engine:
        said = engine.run("SELECT current_setting('temp_directory') AS folder").column("folder")[0].as_py()
        (folder,) = store.path.glob("spill-*")
        assert said == str(folder / "duckdb") and folder.stat().st_mode & 0o777 == 0o700
    assert not list(store.path.glob("spill-*"))
