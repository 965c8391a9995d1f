"""A large snapshot is worked out some authorities at a time: that may change no figure."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import purplebook as pb
from purplebook.definitions import INDICATORS
from purplebook.engine.plan import Scan, plan, request
from purplebook.engine.records.open import open_engine
from purplebook.engine.records.sources import parts_with
from purplebook.engine.sql.query import totals_query
from purplebook.errors import BadInputError
from purplebook.language.periods import PeriodKind, periods_up_to
from purplebook.results import pieces, snapshots
from purplebook.results.figures import FIGURE_SCHEMA
from purplebook.results.snapshots import batches_of, compute_figures, figures_in_batches
from purplebook.run import figures as run_figures
from purplebook.run.figures import asked, figures, write_figures
from purplebook.run.place import Place
from tests.demo.scale.conftest import Asked


def place_of(tiny: Asked) -> Place:
    return pb.open_store(tiny.snapshot.store_path).place


def months(scaled: Asked) -> tuple:
    return periods_up_to(scaled.snapshot.as_at, PeriodKind.MONTH, since=date(2023, 10, 1))


def rows_of(scaled: Asked) -> int:
    return sum(table.row_count for table in scaled.snapshot.manifest.tables)


def test_batches_give_the_figures_of_one_run_in_the_same_order(tiny: Asked) -> None:
    whole = compute_figures(tiny.snapshot, INDICATORS, periods=months(tiny))
    apart = compute_figures(tiny.snapshot, INDICATORS, periods=months(tiny), most_rows=rows_of(tiny) // 3)
    assert whole.table.num_rows > 10_000
    assert apart.table.equals(whole.table)
    assert apart.warnings == whole.warnings


def test_figures_that_are_let_go_batch_by_batch_are_the_same_ones(tiny: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = compute_figures(tiny.snapshot, INDICATORS, periods=months(tiny)).table
    monkeypatch.setattr(pieces, "AT_ONCE", 1_000)
    parts: dict[str, list[pa.Table]] = {"502": [], "504": [], "505": []}
    for part in figures_in_batches(tiny.snapshot, INDICATORS, periods=months(tiny), most_rows=rows_of(tiny) // 3):
        last = max(part.column("area").to_pylist())
        # A part of a batch may lack its last authority, but is never of two batches.
        parts[next(batch for batch in parts if last <= batch)].append(part)
    assert all(len(batch) > 1 for batch in parts.values())
    for batch in parts.values():
        # A part has all of an indicator that its batch has: who looks for groups that do not add up looks at a part.
        names = [set(part.column("indicator").to_pylist()) for part in batch]
        assert sum(map(len, names)) == len(set().union(*names))
    made = [pa.concat_tables(batch) for batch in parts.values()]
    for number, table in enumerate(made):
        areas = set(table.column("area").to_pylist())
        own = whole.filter([area in areas for area in whole.column("area").to_pylist()])
        assert table.equals(own), f"batch {number}"


def test_a_parquet_file_of_figures_is_written_batch_by_batch_whole_and_for_its_owner_alone(
    tiny: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = ("RF01-CHILDREN", "CP01", "RF07")
    question = asked(place_of(tiny), items, period=[period.key for period in months(tiny)], by="every")
    whole = figures(question)
    monkeypatch.setattr(snapshots, "batches_of", lambda snapshot, chosen, **_: tuple((code,) for code in chosen))
    out = tmp_path / "figures.parquet"
    notes = write_figures(question, out)
    assert notes == (*whole.grouped_warnings(), *whole.notes) and notes
    written = pq.ParquetFile(out)
    assert written.num_row_groups == len(tiny.snapshot.authorities)
    order = [(name, "ascending") for name in ("area", "indicator", "period", "breakdown", "group")]
    assert written.read().sort_by(order).equals(whole.table.sort_by(order))
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["figures.parquet"]


def test_a_parquet_file_that_cannot_be_finished_leaves_the_old_one(
    tiny: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "figures.parquet"
    out.write_bytes(b"the old one")

    def full(*_: object, **__: object) -> Iterator[pa.Table]:
        yield FIGURE_SCHEMA.empty_table()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(run_figures, "figures_in_batches", full)
    with pytest.raises(BadInputError, match="No space left"):
        write_figures(asked(place_of(tiny), "CP01"), out)
    assert out.read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["figures.parquet"]


def test_batches_are_as_few_as_their_rows_allow(tiny: Asked) -> None:
    codes = tiny.snapshot.authorities
    assert batches_of(tiny.snapshot, codes) == (codes,)
    assert batches_of(tiny.snapshot, codes, most_rows=1) == tuple((code,) for code in codes)
    assert batches_of(tiny.snapshot, codes[:1]) == (codes[:1],)


def test_only_the_parts_that_can_hold_an_authority_are_read(tiny: Asked) -> None:
    paths = tiny.snapshot.table_paths("referral")
    assert parts_with(paths, ()) == paths
    for code in tiny.snapshot.authorities:
        chosen = parts_with(paths, (code,))
        assert 0 < len(chosen) < len(paths)
        left = [path for path in paths if path not in chosen]
        assert all(code not in pq.read_table(path).column("authority_code").to_pylist() for path in left)


def test_every_declared_total_is_that_of_the_plain_query(tiny: Asked) -> None:
    compared = 0
    with open_engine(tiny.snapshot, months(tiny)) as engine:
        for scan in plan([request(item) for item in INDICATORS]):
            plain = totals_of(scan, engine.run(totals_query(scan, engine.dialect)))
            assert totals_of(scan, engine.totals(scan)) == plain, f"{scan.table} {scan.clock}"
            compared += len(plain)
    assert compared > 10_000


def totals_of(scan: Scan, table: pa.Table) -> dict[tuple[Any, ...], tuple[int, ...]]:
    """The totals of each group in which there is any."""
    keys = ["authority_code", "period", *(name for name, _ in scan.dimensions)]
    columns = [table.column(name).to_pylist() for name in (*keys, *(f"t{i}" for i in range(len(scan.totals))))]
    rows = {row[: len(keys)]: tuple(n or 0 for n in row[len(keys) :]) for row in zip(*columns, strict=True)}
    return {key: totals for key, totals in rows.items() if any(totals)}
