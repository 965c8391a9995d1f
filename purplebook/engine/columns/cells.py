"""Counts rows in periods in every cell: one authority, one period and one group of a breakdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from purplebook.engine.columns import kernels
from purplebook.engine.columns.groups import Groups, groups_of
from purplebook.engine.columns.placed import Placed
from purplebook.engine.columns.values import NONE, CannotCountError
from purplebook.engine.columns.view import Run
from purplebook.engine.plan import Grouping, Scan
from purplebook.language.measures import TotalKind
from purplebook.tables import TABLES_BY_NAME

PERSON_ID = "person_id"
DENSE = 1 << 20
"""Cells that may lie idle.  Where there are more, as with one for each child, only those in use are kept."""


@dataclass(frozen=True)
class Cells:
    """Where each row stands: the cell's place among those that are kept, and what each of these is."""

    of_row: np.ndarray
    numbers: np.ndarray | None
    """The number of each cell that is kept; None where every one is, from nought."""
    size: int


@dataclass(frozen=True)
class Part:
    """The cells of one grouping: of each its authority and period as one number, then its groups; and each total."""

    grouping: Grouping
    codes: Sequence[np.ndarray]
    totals: Sequence[np.ndarray]


def counted(placed: Placed, scan: Scan) -> pa.Table:
    """The totals of every grouping one below the other: authority_code, period, the breakdowns, t0, t1 …"""
    rows, run = placed.rows, placed.rows.run
    assert rows.period is not None
    authority = rows.taken(run.records.authority(scan.table)).astype(np.int64)
    place = authority * run.periods.count + rows.period
    counting = _Counting(placed, scan, place)
    named: dict[str, Groups] = {}
    for name in dict.fromkeys(name for grouping in scan.groupings for name in grouping):
        named[name] = groups_of(rows, dict(scan.dimensions)[name])
    parts, places = [], len(run.records.authorities) * run.periods.count
    for grouping in scan.groupings:
        groups = [named[name] for name in grouping]
        sizes = (places, *(len(group.labels) for group in groups))
        cells = cells_of((place, *(group.codes for group in groups)), sizes)
        totals, at = counting.totals(cells)
        numbers = at if cells.numbers is None else cells.numbers[at]
        parts.append(Part(grouping, _apart(numbers, sizes), totals))
    return _answer(scan, parts, named, run)


def nothing_counted(scan: Scan) -> pa.Table:
    """The answer where there are no periods to count in."""
    text = pa.dictionary(pa.int32(), pa.string())
    names = {"authority_code": text, "period": pa.int32(), **{name: text for name, _ in scan.dimensions}}
    return pa.schema([*names.items(), *((f"t{n}", pa.int64()) for n in range(len(scan.totals)))]).empty_table()


def cells_of(codes: Sequence[np.ndarray], sizes: Sequence[int]) -> Cells:
    """The cell of each row by its codes, of which the first has so many values as `sizes` says, and so on."""
    of_row, size, dense = codes[0].astype(np.int64), sizes[0], True
    for code, count in zip(codes[1:], sizes[1:], strict=True):
        of_row, size = of_row * count + code, size * count
        if size > kernels.MOST:
            raise CannotCountError("there are more groups than can be told apart by number")
        dense = size <= max(DENSE, 4 * len(of_row))
    if dense:
        return Cells(of_row, None, size)
    numbers, of_row = np.unique(of_row, return_inverse=True)
    return Cells(of_row, numbers, len(numbers))


def _apart(numbers: np.ndarray, sizes: Sequence[int]) -> list[np.ndarray]:
    """The codes that cells were made of."""
    found = []
    for size in reversed(sizes[1:]):
        numbers, code = np.divmod(numbers, size)
        found.append(code)
    return [numbers, *reversed(found)]


class _Counting:
    """What can be made ready for all groupings of a scan."""

    def __init__(self, placed: Placed, scan: Scan, place: np.ndarray) -> None:
        rows, count = placed.rows, placed.rows.run.periods.count
        self.scan, self.masks = scan, placed.masks
        plain: dict[int, np.ndarray] = {}
        self.children: dict[int, kernels.Children] = {}
        self.values: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        has_person = TABLES_BY_NAME[scan.table].is_about_a_person
        for number, (total, mask) in enumerate(zip(scan.totals, placed.masks, strict=True)):
            if total.kind is TotalKind.CHILDREN:
                # Where rows are about nobody, there are no children among them.
                child = rows.link(PERSON_ID) if has_person else np.full(rows.count, -1)
                assert rows.period is not None
                children = kernels.Children(child, rows.period, count, mask & (child >= 0))
                self.children[number], plain[number] = children, children.once
                continue
            plain[number] = mask
            if total.value is not None:
                at = np.flatnonzero(mask)
                self.values[number] = at, rows.at(at).value(total.value).data
        most = int(np.bincount(place, minlength=1).max()) if len(place) else 1
        self.packs = kernels.packed(plain, most=most)

    def totals(self, cells: Cells) -> tuple[list[np.ndarray], np.ndarray]:
        """Each total in every cell in which a row belongs to any, and the places of these cells."""
        found: Mapping[int, np.ndarray] = kernels.counts(cells.of_row, cells.size, self.packs)
        rows = [found[number] for number in range(len(self.scan.totals))]
        for number, children in self.children.items():
            rows[number] = rows[number] + children.more(cells.of_row, cells.size)
        at = np.flatnonzero(np.any(rows, axis=0)) if rows else np.zeros(0, np.int64)
        totals = [row[at] for row in rows]
        for number, (chosen, value) in self.values.items():
            is_sum = self.scan.totals[number].kind is TotalKind.SUM
            work_out = kernels.sums if is_sum else kernels.twice_medians
            totals[number] = work_out(cells.of_row[chosen], cells.size, value)[at]
        return totals, at


def _answer(scan: Scan, parts: Sequence[Part], named: Mapping[str, Groups], run: Run) -> pa.Table:
    """The groupings one below the other; a breakdown by which one is not divided is null there."""
    authority, period = np.divmod(np.concatenate([part.codes[0] for part in parts]), run.periods.count)
    columns: dict[str, pa.Array] = {
        "authority_code": _labelled(authority, run.records.authorities),
        "period": pa.array(period.astype(np.int32)),
    }
    for name, _ in scan.dimensions:
        codes = [
            part.codes[1 + part.grouping.index(name)] if name in part.grouping else np.full(len(part.codes[0]), NONE)
            for part in parts
        ]
        columns[name] = _labelled(np.concatenate(codes), named[name].labels if name in named else ())
    for number in range(len(scan.totals)):
        columns[f"t{number}"] = pa.array(np.concatenate([part.totals[number] for part in parts]))
    return pa.table(columns)


def _labelled(places: np.ndarray, labels: Sequence[str]) -> pa.Array:
    places = places.astype(np.int32)
    return pa.DictionaryArray.from_arrays(pa.array(places, mask=places == NONE), pa.array(labels, pa.string()))
