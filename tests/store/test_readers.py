"""Readers never meet a writer: they see one whole snapshot or another, never a mixture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq

from purplebook.store import Store
from purplebook.store.check import check_store

LOAD_MANY = """
import sys
from pathlib import Path
from purplebook.store import Store
from tests.store.small_load import AS_AT, small_load
store = Store.open(Path(sys.argv[1]))
for people in range(1, 21):
    with store.loading() as loading:
        loading.publish(small_load(loading.staging, people=people), as_at=AS_AT)
"""


def test_a_reader_during_loads_sees_whole_snapshots_that_only_move_forward(store: Store, load_some, root: Path):
    load_some(store, people=0)
    seen: list[str] = []
    with subprocess.Popen([sys.executable, "-c", LOAD_MANY, str(store.path)], cwd=root) as loads:
        while loads.poll() is None:
            snapshot = store.latest()
            rows = pq.read_metadata(snapshot.table_paths("person")[0]).num_rows
            batch = snapshot.manifest.batches[0]
            assert rows == batch.loaded_count == int(snapshot.id[-4:]) - 1
            assert check_store(store) == ()
            seen.append(snapshot.id)
    assert loads.returncode == 0
    assert seen == sorted(seen) and len(set(seen)) > 3
    assert len(store.snapshots()) == 21


def test_a_snapshot_opened_before_a_load_stays_as_it_was(store: Store, load_some):
    opened = load_some(store, people=2)
    load_some(store, people=7)
    assert pq.read_metadata(opened.table_paths("person")[0]).num_rows == 2
    assert store.latest().id != opened.id
