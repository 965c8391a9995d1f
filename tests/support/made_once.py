"""Something dear that many tests look at: made once, whichever of the workers asks first.  Nobody may change it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from purplebook.store.lock import exclusive_lock

WAIT_SECONDS = 600.0


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` fills; a worker that comes later waits until it is whole."""
    base = factory.getbasetemp()
    base = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done = base / name, base / f"{name}.done"
    with exclusive_lock(base / f"{name}.lock", wait_seconds=WAIT_SECONDS):
        if not done.exists():
            make(folder)
            done.touch()
    return folder
