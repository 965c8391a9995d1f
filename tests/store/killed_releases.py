"""Releases whose making is killed with SIGKILL, run by test_releases.py as a program of its own.

Each runs in a fork and dies before its n-th call to the file system.  What a reader then sees is looked at in this
process.  Prints one JSON line.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from purplebook.store import Store
from purplebook.store.release_chain import MANIFEST_FILE, check_releases
from purplebook.store.releases import publish, releases
from purplebook.store.writing import left_overs
from tests.store.killed_loads import FILE_SYSTEM_EVENTS, in_fork
from tests.store.small_load import AS_AT

FILES = {"figures.parquet": b"old figures", "book.html": b"<p>old"}


def freeze(store: Path, words: str) -> None:
    files = {name: f"{words} {name}".encode() for name in FILES}
    publish(store, as_at=AS_AT, contents=lambda _: (files, {"previous": None, "status": words}))


def freeze_until_step(store: Path, step: int, words: str) -> None:
    """Make a release, and be killed just before the step-th call to the file system."""
    count = 0

    def watch(event: str, _: tuple) -> None:
        nonlocal count
        if event in FILE_SYSTEM_EVENTS:
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    freeze(store, words)


def look(store: Path) -> int:
    """What a reader sees must be whole: every file of every release, as it was frozen; how many there are."""
    found = releases(store)
    assert [release.id for release in found] == [f"{AS_AT}-v{n}" for n in range(1, len(found) + 1)]
    for release in found:
        names = {entry["name"] for entry in release.manifest["files"]}
        assert names == set(FILES)
        assert {path.name for path in release.path.iterdir()} == {*names, MANIFEST_FILE}
        for name in names:
            assert release.file(name).read_bytes() == f"{release.manifest['status']} {name}".encode()
    return len(found)


def main(base: Path) -> dict[str, int]:
    """Kill the second release of a store at every step; the third must find the first whole, and the second or none."""
    first = Store.create(base / "first").path
    freeze(first, "first")
    killed = kept = step = 0
    ended_well = False
    while not ended_well:
        step += 1
        store = base / str(step)
        shutil.copytree(first, store)
        status = in_fork(lambda store=store, step=step: freeze_until_step(store, step, "second"))
        ended_well = status == 0
        assert ended_well or os.WTERMSIG(status) == signal.SIGKILL, status
        killed += not ended_well
        seen = look(store)
        assert seen == 2 if ended_well else seen in (1, 2), step
        named = left_overs(store)
        assert not check_releases(store), (step, check_releases(store))
        freeze(store, "third")
        after = look(store)
        assert after in (seen + 1, 3), step
        kept += after == 3
        assert check_releases(store) == () and left_overs(store) == (), (step, named)
        root = store / "releases"
        assert sum(path.is_dir() for path in root.iterdir()) == after, "what was stopped is published or gone"
        shutil.rmtree(store)
    return {"steps": step, "killed": killed, "kept": kept}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
