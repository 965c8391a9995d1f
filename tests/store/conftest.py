"""A tiny load for the tests of the store: three people, one issue, as the sources would hand it over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from purplebook.store import Store
from tests.store.small_load import AS_AT, small_load


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "store")


@pytest.fixture
def load_some():
    """Load some people into a store and return the snapshot."""

    def load(store: Store, *, people: int = 3, as_at: date = AS_AT):
        with store.loading() as loading:
            return loading.publish(small_load(loading.staging, people=people), as_at=as_at)

    return load
