"""Loads that are killed with SIGKILL, run by test_killed_loads.py as a program of its own.

Each load runs in a fork, so that a kill costs milliseconds and every step of a load can be tried: before its n-th call
to the file system, or after so many microseconds.  What is left is looked at in another fork.  Prints one JSON line.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

# Arrow asks for pandas when it makes its first table.  Imported here once: else each fork reads its 300 files anew, and
# those are struck too, as if they were steps of the load.
import pandas  # noqa: F401

from purplebook.store import Store
from purplebook.store.check import check_store
from tests.store.small_load import AS_AT, small_load

FILE_SYSTEM_EVENTS = ("open", "os.chmod", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate")


def load(store: Store, *, people: int) -> None:
    with store.loading(wait_seconds=0) as loading:
        loading.publish(small_load(loading.staging, people=people), as_at=AS_AT)


def in_fork(action: Callable[[], None]) -> int:
    """Run the action in a fork; the status it ended with."""
    child = os.fork()
    if child == 0:
        try:
            action()
        except BaseException as fault:
            sys.stderr.write(f"{type(fault).__name__}: {fault}\n")
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def load_until_step(store: Store, step: int, *, people: int) -> None:
    """Load, and be killed just before the step-th call to the file system."""
    count = 0

    def watch(event: str, _: tuple) -> None:
        nonlocal count
        if event in FILE_SYSTEM_EVENTS:
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    load(store, people=people)


def load_for(store: Store, seconds: float, *, people: int) -> int:
    """Load in a fork that is killed from outside after so long."""
    child = os.fork()
    if child == 0:
        load(store, people=people)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def look(store: Store) -> None:
    """What a reader sees must be whole: one of the loads, all its files, nothing half made."""
    problems = check_store(store)
    assert not problems, problems
    latest = store.latest()
    assert latest.table_paths("person")[0].stat().st_size == latest.manifest.tables[0].files[0].size
    assert all((snapshot.path / "manifest.json").exists() for snapshot in store.snapshots())


def time_of_a_load(store: Store) -> float:
    started = time.monotonic()
    assert in_fork(lambda: load(store, people=3)) == 0
    return time.monotonic() - started


def main(store: Store, *, random_kills: int) -> dict[str, int]:
    usual = min(time_of_a_load(store) for _ in range(3))
    killed, step, ended_well = 0, 0, False
    while not ended_well:
        step += 1
        before = len(store.snapshots())
        status = in_fork(lambda step=step: load_until_step(store, step, people=3 + step))
        ended_well = status == 0
        assert ended_well or os.WTERMSIG(status) == signal.SIGKILL, status
        killed += not ended_well
        assert len(store.snapshots()) - before in ((1,) if ended_well else (0, 1))
        assert in_fork(lambda: look(store)) == 0, f"killed before step {step}"
    chance = random.Random(31_08_2015)
    struck = tries = 0
    # On a busy machine a load may end before the kill comes: that one does not count, and another is tried.
    while struck < random_kills and tries < 20 * random_kills:
        tries += 1
        struck += load_for(store, chance.uniform(0, usual), people=tries) != 0
        assert in_fork(lambda: look(store)) == 0, f"random kill {tries}"
    assert in_fork(lambda: load(store, people=1)) == 0, "the store takes the next load"
    return {
        "steps": step,
        "killed": killed,
        "struck": struck,
        "left_overs": len(list(store.path.glob("staging-*"))),
        "folders": len(list((store.path / "snapshots").iterdir())) - len(store.snapshots()),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Store.create(Path(sys.argv[1])), random_kills=int(sys.argv[2]))))
