"""An engine over the files of one snapshot, old or new, or over the rows of some of its authorities."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from purplebook.engine.base import Engine
from purplebook.engine.chosen import engine_over
from purplebook.engine.columns.numbered import Records
from purplebook.engine.records.sources import Lacking, Sources
from purplebook.language.periods import Period
from purplebook.store import Snapshot
from purplebook.store.spilling import spill_folder

SMALL = 2_000_000
"""Rows in all tables below which a snapshot is one authority's: a second thread costs more there than it saves."""


@contextlib.contextmanager
def open_engine(snapshot: Snapshot, periods: Sequence[Period], *, authorities: Sequence[str] = ()) -> Iterator[Engine]:
    """An engine over the files of one snapshot, or over the rows of some of its authorities.

    StoreError when one of the files changed while they were read.
    """

    def coded() -> Records | None:
        from purplebook.engine.kept.records import kept_records

        return kept_records(snapshot, authorities)

    rows = sum(table.row_count for table in snapshot.manifest.tables)
    with (
        snapshot.reading(),
        spill_folder(snapshot.store_path) as spill,
        engine_over(
            Sources(snapshot, authorities),
            periods,
            is_small=rows < SMALL,
            authorities=authorities,
            absent=Lacking(snapshot),
            spill=spill,
            coded=coded,
        ) as engine,
    ):
        yield engine
