"""Five small invented authorities over four years, made once: small enough for the slow engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import duckdb
import pytest

import purplebook as pb
from purplebook.store import Snapshot, Store
from purplebook_demo.scale.authorities import Scale
from purplebook_demo.scale.make import make_snapshots

TINY = Scale("tiny", authority_count=5, children=500, years=4, part_count=3)
SMALL = Scale("small", authority_count=6, children=9000, years=5, part_count=2)


@dataclass(frozen=True)
class Asked:
    """A snapshot whose tables can be asked about in SQL."""

    snapshot: Snapshot
    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql).fetchall()

    def number(self, sql: str) -> int:
        return self.rows(sql)[0][0]


def open_tables(snapshot: Snapshot) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for name in snapshot.table_names:
        paths = ", ".join(f"'{path}'" for path in snapshot.table_paths(name))
        connection.execute(f"CREATE TABLE {name} AS FROM read_parquet([{paths}])")
    return connection


def one_snapshot(store: Store, scale: Scale, **settings: int) -> Snapshot:
    """The snapshot that making one extract publishes."""
    (made,) = make_snapshots(pb.open_store(store.path), scale, **settings)
    return made.snapshot


def _asked(scale: Scale, folder: Any) -> Iterator[Asked]:
    snapshot = one_snapshot(Store.create(folder / "store"), scale, processes=1)
    with open_tables(snapshot) as connection:
        yield Asked(snapshot, connection)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    yield from _asked(TINY, tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    yield from _asked(SMALL, tmp_path_factory.mktemp("small"))
