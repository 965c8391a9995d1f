"""From whole numbers to a table of figures: labelled many pieces at a time, for a piece alone may be of a few rows.

A piece is what one indicator and one grouping come to.  A report has some thousand pieces, and most have a hundred
rows: to label each by itself would cost more than to count it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period, PeriodKind
from purplebook.results.figures import FIGURE_SCHEMA
from purplebook.results.setting import Setting

AT_ONCE = 250_000
"""Rows that are labelled together: enough that it costs little, and few beside a region's millions."""


@dataclass(frozen=True)
class Frame:
    """The authorities and periods of a run, as columns that every figure takes its own from."""

    setting: Setting
    periods: Sequence[Period]
    areas: pa.Array
    keys: pa.Array
    kinds: tuple[PeriodKind, ...]
    first_days: pa.Array
    last_days: pa.Array


def frame_of(periods: Sequence[Period], setting: Setting) -> Frame:
    """The columns of a run."""
    return Frame(
        setting=setting,
        periods=periods,
        areas=pa.array(setting.authorities, pa.string()),
        keys=pa.array([period.key for period in periods], pa.string()),
        kinds=tuple(period.kind for period in periods),
        first_days=pa.array([period.first_day for period in periods], pa.date32()),
        last_days=pa.array([period.last_day for period in periods], pa.date32()),
    )


@dataclass(frozen=True)
class Column:
    """A column of a piece: a value for each row, and where there is one (one answer for all rows, or one for each)."""

    values: np.ndarray | pa.Array
    known: np.ndarray | bool = True


@dataclass(frozen=True)
class Piece:
    """The figures of one indicator and grouping: for each row the place of its authority and of its period, its group
    and its numbers; `status` is the place of each row's status in `statuses`.
    """

    item: Indicator
    breakdown: str
    frame: Frame
    area: np.ndarray
    period: np.ndarray
    groups: pa.Array
    numerator: Column
    denominator: Column
    value: Column
    status: np.ndarray
    statuses: tuple[str, ...]


def table_of(pieces: Sequence[Piece]) -> pa.Table:
    """The figures of pieces of the same periods as one table, in their order."""
    tables = [*tables_of(pieces)]
    return pa.concat_tables(tables) if tables else FIGURE_SCHEMA.empty_table()


def tables_of(pieces: Sequence[Piece]) -> Iterator[pa.Table]:
    """The same a part at a time, for who need not hold them all; all figures of an indicator are in one part."""
    return map(_labelled, _runs(pieces))


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces a run at a time, each of about as many rows as are labelled together."""
    run: list[Piece] = []
    rows = 0
    for piece in pieces:
        if run and rows + len(piece.area) > AT_ONCE and piece.item.id != run[-1].item.id:
            yield run
            run, rows = [], 0
        run.append(piece)
        rows += len(piece.area)
    if run:
        yield run


def _labelled(run: Sequence[Piece]) -> pa.Table:
    sizes = [len(piece.area) for piece in run]
    which = pa.array(np.repeat(np.arange(len(run), dtype=np.int32), sizes))
    frames = {id(piece.frame): piece.frame for piece in run}
    starts = dict(zip(frames, np.cumsum([0, *(len(frame.areas) for frame in frames.values())]), strict=False))
    areas = pa.concat_arrays([frame.areas for frame in frames.values()])
    area = pa.array(np.concatenate([piece.area + starts[id(piece.frame)] for piece in run]))
    period = pa.array(np.concatenate([piece.period for piece in run]))
    places = {word: place for place, word in enumerate(dict.fromkeys(word for piece in run for word in piece.statuses))}
    status = np.concatenate(
        [np.array([places[word] for word in piece.statuses], np.int32)[piece.status] for piece in run]
    )
    frame = run[0].frame
    columns = [
        pa.array([piece.item.id for piece in run], pa.string()).take(which),
        pa.array([piece.item.edition for piece in run], pa.int32()).take(which),
        areas.take(area),
        *(column.take(period) for column in (frame.keys, frame.first_days, frame.last_days)),
        pa.array([piece.breakdown for piece in run], pa.string()).take(which),
        pa.concat_arrays([piece.groups for piece in run]),
        _numbers([piece.numerator for piece in run], sizes),
        _numbers([piece.denominator for piece in run], sizes),
        _decimals([piece.value for piece in run], sizes),
        pa.array(list(places), pa.string()).take(pa.array(status)),
    ]
    return pa.Table.from_arrays(columns, schema=FIGURE_SCHEMA)


def _numbers(columns: Sequence[Column], sizes: Sequence[int]) -> pa.Array:
    return pa.array(np.concatenate([column.values for column in columns]), pa.int64(), mask=~_known(columns, sizes))


def _decimals(columns: Sequence[Column], sizes: Sequence[int]) -> pa.Array:
    values = pa.concat_arrays([column.values for column in columns])
    return pa.compute.if_else(pa.array(_known(columns, sizes)), values, pa.scalar(None, values.type))  # pyright: ignore[reportAttributeAccessIssue]


def _known(columns: Sequence[Column], sizes: Sequence[int]) -> np.ndarray:
    return np.concatenate([np.broadcast_to(column.known, size) for column, size in zip(columns, sizes, strict=True)])
