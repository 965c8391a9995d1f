"""One load at a time, and a load that died never blocks the next."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from purplebook.errors import StoreError
from purplebook.store import Store
from tests.store.small_load import AS_AT, small_load

HOLD_THE_LOCK = """
import sys
from pathlib import Path
from purplebook.store import Store
with Store.open(Path(sys.argv[1])).loading() as loading:
    (loading.staging / "half.parquet").write_bytes(b"half")
    print("loading", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_load(store: Store, root: Path):
    """Another process in the middle of a load; it ends when its standard input is closed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_THE_LOCK, str(store.path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stdout.readline() == b"loading\n"
        yield process
        process.kill()


def test_a_second_load_is_refused_with_word_of_who_is_loading(store: Store, other_load: subprocess.Popen):
    with (
        pytest.raises(StoreError, match=rf"process {other_load.pid} on .*, since .* UTC"),
        store.loading(wait_seconds=0),
    ):
        pytest.fail("two loads at once")
    # Refusing it did not disturb the first.
    assert [path.name for path in store.path.glob("staging-*/*")] == ["half.parquet"]


def test_a_second_load_waits_for_the_first(store: Store, other_load: subprocess.Popen, load_some):
    assert other_load.stdin
    threading.Timer(0.3, other_load.stdin.close).start()
    assert load_some(store).id == "2015-08-31-0001"
    assert other_load.wait(timeout=10) == 0


def test_a_killed_load_lets_go_of_the_lock_and_its_left_overs_are_cleared(
    store: Store, other_load: subprocess.Popen, load_some
):
    other_load.send_signal(signal.SIGKILL)
    other_load.wait(timeout=10)
    assert list(store.path.glob("staging-*/half.parquet"))
    with store.loading(wait_seconds=0) as loading:
        assert list(store.path.glob("staging-*")) == [loading.staging]
        loading.publish(small_load(loading.staging), as_at=AS_AT)
    assert not list(store.path.glob("staging-*"))


def test_a_lock_file_left_by_a_dead_process_blocks_nobody(store: Store, load_some):
    (store.path / "lock").write_text('{"process": 1, "computer": "elsewhere", "since": "2015-08-31 09:00"}')
    assert load_some(store).id == "2015-08-31-0001"


def test_two_threads_of_one_program_are_two_loads(store: Store):
    with store.loading(), pytest.raises(StoreError, match=re.escape("Another command")), store.loading(wait_seconds=0):
        pytest.fail("two loads at once")
