"""Coded columns beside a snapshot: private, whole or made anew, and never a figure from what was altered."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from purplebook.engine.columns.coded import CodedRows
from purplebook.engine.columns.numbered import NO_LINK, target_of
from purplebook.engine.kept import beside, meaning
from purplebook.engine.kept.beside import keep
from purplebook.engine.kept.records import kept_records
from purplebook.engine.records.counted_cells import counted_empty
from purplebook.engine.records.empty_cells import EmptyCells, count_empty
from purplebook.engine.records.open import open_engine
from purplebook.engine.records.sources import Sources
from purplebook.language.periods import month
from purplebook.store import Snapshot, Store
from purplebook.store.beside import altered_coded, coded_path
from purplebook.store.check import check_store
from purplebook.store.records_hash import records_hash
from purplebook.store.writing import left_overs
from purplebook.tables import DATA_TABLES, TABLES_BY_NAME
from purplebook.tables.arrow import arrow_schema
from purplebook.tables.schema import DETAILS
from tests.store.small_load import AS_AT, small_load

FILE_SYSTEM_EVENTS = ("open", "os.chmod", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate")

ROWS = {
    "person": [
        {"person_id": "P1", "born_on": date(2010, 2, 3), "surname": "A", "authority_code": "801"},
        {"person_id": "P2", "born_on": None, "surname": "", "authority_code": "801"},
        # The same number as a child of the other authority, and the same twice.
        {"person_id": "P1", "born_on": date(1899, 12, 31), "authority_code": "899"},
        {"person_id": "P1", "born_on": date(2014, 1, 1), "authority_code": "899"},
        {"person_id": "P2", "born_on": date(9999, 1, 1), "authority_code": "801"},
    ],
    "referral": [
        {"referral_id": "R2", "person_id": "P2", "referred_on": date(2015, 4, 1), "authority_code": "801"},
        {"referral_id": "R1", "person_id": "LOST", "referred_on": date(2015, 5, 1), "authority_code": "899"},
        {"referral_id": "R1", "person_id": "P1", "referred_on": date(2015, 5, 2), "authority_code": "801"},
        {"referral_id": "R3", "person_id": "LOST", "referred_on": None, "authority_code": "801"},
        {"referral_id": "R4", "person_id": "GONE", "referred_on": date(2015, 5, 4), "authority_code": "899"},
        {"referral_id": None, "person_id": None, "referred_on": date(2015, 5, 5), "authority_code": "899"},
    ],
    "visit": [
        {"visit_id": "V1", "person_id": "GONE", "visited_on": date(2015, 5, 1), "authority_code": "899"},
        {"visit_id": "V2", "person_id": "P2", "visited_on": date(2015, 5, 2), "authority_code": "801"},
    ],
}
"""Two authorities whose rows are mixed, with keys that are there twice, not there, or empty."""


@pytest.fixture
def snapshot(store: Store) -> Snapshot:
    with store.loading() as loading:
        loaded = small_load(loading.staging)
        folder, paths = loading.staging / "tables", {}
        for name, rows in ROWS.items():
            full = [{"row_id": at, "source_row": at, **row} for at, row in enumerate(rows, start=1)]
            paths[name] = folder / f"{name}.parquet"
            pq.write_table(pa.Table.from_pylist(full, schema=arrow_schema(TABLES_BY_NAME[name])), paths[name])
        return loading.publish(replace(loaded, table_paths=paths), as_at=AS_AT)


def files_of(snapshot: Snapshot) -> dict[str, bytes]:
    return {code: coded_path(snapshot, code).read_bytes() for code in snapshot.authorities}


def change(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def everything(snapshot: Snapshot, *authorities: str) -> dict[tuple[str, ...], object]:
    """Every number and label of the coded columns of a snapshot."""
    records = kept_records(snapshot, authorities)
    assert records is not None
    found: dict[tuple[str, ...], object] = {}
    for table in DATA_TABLES:
        found[table.name,] = records.authority(table.name).tolist()
        for column in table.columns:
            if column.kind != DETAILS:
                values = records.column(table.name, column.name)
                labels = None if values.labels is None else list(values.labels)
                found[table.name, column.name] = (values.data.tolist(), labels)
            if target_of(table.name, column.name):
                found[table.name, column.name, "link"] = records.link(table.name, column.name).tolist()
    records.close()
    return found


@pytest.mark.parametrize("code", ["801", "899"])
def test_the_columns_of_an_authority_are_what_its_records_are_when_they_are_coded_as_they_are_read(
    snapshot: Snapshot, code: str
):
    plain = CodedRows(Sources(snapshot, (code,)), authorities=(code,), absent={})
    for (name, *more), known in everything(snapshot, code).items():
        match more:
            case [column]:
                values = plain.column(name, column)
                assert known == (values.data.tolist(), None if values.labels is None else list(values.labels))
            case [column, "link"]:
                assert known == plain.link(name, column).tolist()
            case _:
                assert known == plain.authority(name).tolist()


def test_links_of_several_authorities_name_rows_of_their_own_and_strangers_are_told_apart(snapshot: Snapshot):
    records = kept_records(snapshot)
    assert records is not None and records.authorities == ("801", "899")
    # Those of 801 are first: P1, P2 and P2 again; then those of 899.
    assert records.link("person", "person_id").tolist() == [0, 1, 1, 3, 3]
    lost_801, p2, p1, lost_899, gone, none = (
        records.link("referral", "person_id").tolist()[at] for at in (2, 0, 1, 3, 4, 5)
    )
    assert (p2, p1, none) == (1, 0, NO_LINK)
    assert len({lost_801, lost_899, gone}) == 3 and min(lost_801, lost_899, gone) >= 5
    # One that is nowhere is the same one in every table.
    assert records.link("visit", "person_id").tolist() == [1, gone]
    days = records.column("person", "born_on")
    assert days.data.dtype == np.int32 and days.known.tolist() == [True, False, True, True, True]


def test_what_is_empty_is_counted_when_columns_are_coded(snapshot: Snapshot):
    counts = count_empty(snapshot)
    assert counts == counted_empty(snapshot)
    assert counts["referral", "referred_on"] == EmptyCells(rows=6, not_applicable=0, missing=1, unknown=0)
    assert counts["person", "surname"].missing == 4


def test_coded_files_are_private_and_no_part_of_the_snapshot(snapshot: Snapshot, store: Store):
    before = records_hash(snapshot), {path: path.read_bytes() for path in snapshot.path.rglob("*") if path.is_file()}
    keep(snapshot)
    files = [coded_path(snapshot, code) for code in ("801", "899")]
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600, 0o600]
    assert {stat.S_IMODE(path.stat().st_mode) for path in (files[0].parent, files[0].parent.parent)} == {0o700}
    assert before == (records_hash(snapshot), {path: path.read_bytes() for path in before[1]})
    assert not check_store(store) and not left_overs(store.path) and not altered_coded(store.path)


def test_the_same_records_make_the_same_bytes(snapshot: Snapshot):
    keep(snapshot)
    first = files_of(snapshot)
    shutil.rmtree(coded_path(snapshot, "801").parent)
    keep(snapshot)
    assert files_of(snapshot) == first


@pytest.mark.parametrize("place", range(0, 100, 13))
def test_an_altered_file_is_made_anew_wherever_it_was_altered_and_the_columns_are_right(
    snapshot: Snapshot, store: Store, place: int
):
    right = everything(snapshot)
    whole = files_of(snapshot)
    path = coded_path(snapshot, "801")
    change(path, len(whole["801"]) * place // 100)
    assert altered_coded(store.path) == (path,)
    assert everything(snapshot) == right
    assert files_of(snapshot) == whole


@pytest.mark.parametrize("kept", [0, 1, 30, 0.5, 0.99])
def test_a_file_that_was_cut_is_made_anew(snapshot: Snapshot, kept: float):
    right = everything(snapshot)
    whole = files_of(snapshot)
    path = coded_path(snapshot, "899")
    path.write_bytes(whole["899"][: int(kept * len(whole["899"])) if kept < 1 else int(kept)])
    assert everything(snapshot) == right
    assert files_of(snapshot) == whole


def test_a_file_of_other_records_or_of_another_authority_is_not_believed(snapshot: Snapshot, store: Store, load_some):
    right = everything(snapshot)
    other = load_some(store, people=5)
    keep(other)
    shutil.copy(coded_path(other, "899"), coded_path(snapshot, "899"))
    assert everything(snapshot) == right
    shutil.copy(coded_path(snapshot, "801"), coded_path(snapshot, "899"))
    assert everything(snapshot) == right


def test_files_that_another_purplebook_coded_otherwise_are_made_anew(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
):
    keep(snapshot)
    old = files_of(snapshot)
    monkeypatch.setattr("purplebook.engine.kept.coder.CODING", meaning.CODING + 1)
    monkeypatch.setattr("purplebook.engine.kept.coded_file.CODING", meaning.CODING + 1)
    keep(snapshot)
    assert all(files_of(snapshot)[code] != old[code] for code in old)


def test_where_nothing_can_be_written_columns_are_coded_in_memory(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch):
    right = everything(snapshot)
    shutil.rmtree(coded_path(snapshot, "801").parent)

    def refused(path: Path, content: bytes) -> None:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(beside, "write_coded", refused)
    assert everything(snapshot) == right
    assert not coded_path(snapshot, "801").exists()


def test_altered_records_are_refused_though_their_coded_columns_are_whole(snapshot: Snapshot):
    keep(snapshot)
    change(snapshot.path / "referral.parquet", 40)
    fresh = replace(snapshot, marks={}, said={}, beside={})
    records = kept_records(fresh)
    assert records is not None and records.count("person") == 5
    with pytest.raises(Exception, match="not as it was loaded"):
        records.count("referral")


def test_rows_of_no_authority_are_counted_as_before(store: Store):
    with store.loading() as loading:
        loaded = small_load(loading.staging)
        rows = [{"person_id": "P1", "row_id": 1, "authority_code": None}]
        some = pa.Table.from_pylist(rows, schema=arrow_schema(TABLES_BY_NAME["person"]))
        path = loaded.table_paths["person"]
        pq.write_table(pa.concat_tables([pq.read_table(path), some]), path)
        snapshot = loading.publish(loaded, as_at=AS_AT, before=keep)
    assert kept_records(snapshot) is None
    with open_engine(snapshot, [month(2015, 5)]):
        pass


def test_files_of_a_snapshot_that_is_gone_are_cleared_by_the_next_load(snapshot: Snapshot, store: Store, load_some):
    keep(snapshot)
    stray = store.path / "coded" / "2001-01-01-0001"
    shutil.copytree(coded_path(snapshot, "801").parent, stray)
    assert left_overs(store.path) == ("coded/2001-01-01-0001",)
    load_some(store)
    assert not stray.exists() and coded_path(snapshot, "801").exists()


def test_a_load_stopped_while_it_codes_is_no_load(store: Store):
    class Stopped(Exception):
        pass

    def stopped(snapshot: Snapshot) -> None:
        keep(snapshot)
        raise Stopped

    with pytest.raises(Stopped), store.loading() as loading:
        loading.publish(small_load(loading.staging), as_at=AS_AT, before=stopped)
    assert not store.snapshots() and not check_store(store)
    with store.loading():
        pass
    assert not list((store.path / "coded").iterdir()) and not left_overs(store.path)


def coded_until(snapshot: Snapshot, step: int) -> int:
    """Code a snapshot in a fork that is killed before its step-th call about the coded files; how it ended."""
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, given: tuple[object, ...]) -> None:
            nonlocal count
            if event in FILE_SYSTEM_EVENTS and "/coded" in str(given[0]):
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            keep(snapshot)
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are not known on Windows")
def test_killed_at_any_step_of_coding_the_store_is_whole_and_the_columns_are_right(snapshot: Snapshot, store: Store):
    right = everything(snapshot)
    folder, step = coded_path(snapshot, "801").parent.parent, 0
    while True:
        step += 1
        shutil.rmtree(folder, ignore_errors=True)
        if coded_until(snapshot, step) == 0:
            break
        assert not check_store(store) and not altered_coded(store.path)
        assert everything(snapshot) == right
        with store.loading():
            pass
        assert not left_overs(store.path)
    # Of each of two files: made, opened, put in its place.
    assert step > 10
