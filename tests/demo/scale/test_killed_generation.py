"""Stopped at any moment, the making of a region leaves the store as it was, and no process behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import purplebook as pb
from purplebook.errors import BadInputError, StoreError
from purplebook.store import Store
from purplebook.store.check import check_store
from purplebook_demo.scale.make import make_snapshots, require_room
from purplebook_demo.scale.parts import Recipe
from purplebook_demo.scale.workers import make_parts
from tests.demo.scale.conftest import SMALL, TINY, one_snapshot

PATIENCE = 60


def started(store: Store, root: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.demo.scale.kept_making", str(store.path)], cwd=root)


def wait_until(condition) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, "what was waited for did not come"
        time.sleep(0.005)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known on Windows")
@pytest.mark.parametrize(
    "moment", ["staging-*", "staging-*/tables/*/part-*.parquet", "staging-*/tables/visit/part-0002*"]
)
def test_killed_while_it_works_it_leaves_the_store_as_it_was(moment: str, tmp_path: Path, root: Path):
    store = Store.create(tmp_path / "store")
    before = one_snapshot(store, TINY, processes=1)
    process = started(store, root)
    wait_until(lambda: any(store.path.glob(moment)))
    helpers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    assert check_store(store) == () and store.latest() == before
    # The processes that it had started end by themselves; what they still write is cleared by the next load.
    wait_until(lambda: not any(each.is_running() and each.status() != "zombie" for each in helpers))
    after = one_snapshot(store, TINY, processes=1)
    assert check_store(store) == () and store.latest() == after
    assert not list(store.path.glob("staging-*"))


def test_a_helper_that_dies_stops_the_whole_and_nothing_is_published(tmp_path: Path):
    store = Store.create(tmp_path / "store")
    killed: list[int] = []

    def kill_one(_: str) -> None:
        if not killed:
            helper = next(each for each in psutil.Process().children() if "spawn_main" in " ".join(each.cmdline()))
            killed.append(helper.pid)
            helper.kill()

    many = type(SMALL)("small", authority_count=8, children=4000, years=5, part_count=8)
    with pytest.raises(StoreError, match="ended before its work was done"):
        make_snapshots(pb.open_store(store.path), many, processes=2, progress=kill_one)
    assert store.snapshots() == () and check_store(store) == ()
    assert not list(store.path.glob("staging-*"))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_disk_that_refuses_is_a_fault_of_the_disk(processes: int, tmp_path: Path):
    (tmp_path / "person").write_text("in the way of a folder")
    with pytest.raises(OSError) as fault:
        recipe = Recipe(scale=TINY, seed=1, extracted_on=TINY.as_at)
        make_parts(recipe, tmp_path, processes=processes, progress=lambda _: None)
    assert fault.value.errno and fault.value.strerror


def test_a_disk_without_room_is_refused_before_anything_is_written(tmp_path: Path):
    vast = type(TINY)("vast", authority_count=3, children=10**12, years=10, part_count=3)
    with pytest.raises(BadInputError, match=r"MB free; these records need about .* MB\. Make room"):
        require_room(tmp_path, vast, extracts=1)
    require_room(tmp_path, TINY, extracts=1)
    assert os.listdir(tmp_path) == []
