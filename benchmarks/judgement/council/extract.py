"""What a council hands over on a day: its tables as CSV files, with what was open when the records begin.

Of what had ended, or had happened, before the first day of the records there is nothing, as in a first load.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from benchmarks.judgement.council.days import NEVER, if_so
from purplebook.tables import TABLES_BY_NAME, Table
from purplebook.tables.schema import DATE


@dataclass(frozen=True)
class Ids:
    """Keys of one kind of thing; −1 is none."""

    letter: str
    number: np.ndarray

    @property
    def words(self) -> np.ndarray:
        named = np.char.add(self.letter, np.char.zfill(np.maximum(self.number, 0).astype(str), 8)).astype(object)
        return if_so(self.number >= 0, named)


Columns = dict[str, "np.ndarray | Ids"]


def yes(answers: np.ndarray) -> np.ndarray:
    """Answers as the files have them."""
    return np.where(answers, "true", "false").astype(object)


def families(letter: str, child: np.ndarray, family: np.ndarray) -> Columns:
    """What the records say of which children are siblings."""
    return {
        "attribute_id": Ids("F", child),
        "person_id": Ids("P", child),
        "attribute_type": np.full(len(child), "FAMILY", object),
        "value_text": Ids(letter, family),
    }


def joined(*parts: Columns) -> Columns:
    """The rows of several parts of one table, under one another; what a part has no column for is empty."""
    names = list(dict.fromkeys(name for part in parts for name in part))
    return {name: np.concatenate([_filled(part, name) for part in parts]) for name in names}


def as_known(tables: Mapping[str, Columns], *, first: int, until: int) -> dict[str, pa.Table]:
    """The tables as an extract of the last day `until` holds them whose records begin on the `first`."""
    kept = {name: _rows(TABLES_BY_NAME[name], columns, first, until) for name, columns in tables.items()}
    return {name: _linked(TABLES_BY_NAME[name], rows, kept) for name, rows in kept.items()}


def write_csv(tables: Mapping[str, pa.Table], folder: Path) -> tuple[Path, ...]:
    """Write each table as a file of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, rows in tables.items():
        paths.append(folder / f"{name}.csv")
        csv.write_csv(rows, paths[-1])
    return tuple(paths)


def _words(column: np.ndarray | Ids) -> np.ndarray:
    return column.words if isinstance(column, Ids) else column


def _filled(part: Columns, name: str) -> np.ndarray:
    if name in part:
        return _words(part[name])
    size = len(_words(next(iter(part.values()))))
    is_day = name.endswith("_on")
    return np.full(size, NEVER) if is_day else np.full(size, None, object)


def _rows(table: Table, columns: Columns, first: int, until: int) -> pa.Table:
    dates = [column.name for column in table.columns if column.kind == DATE and column.name in columns]
    given = {name: _words(column) for name, column in columns.items()}
    size = len(next(iter(given.values())))
    never = np.full(size, NEVER)
    begun, over = np.full(size, until), np.full(size, until)
    if table.runs and table.runs[-1][0] in given:
        begun, over = given.get(table.runs[0][0], never), given.get(table.runs[-1][1], never)
        begun = np.where(begun == NEVER, given[table.runs[-1][0]], begun)
    elif table.happens_on in given:
        begun = over = given[table.happens_on]
    chosen = np.flatnonzero((begun <= until) & (over >= first))
    arrays = {}
    for name, values in given.items():
        values = values[chosen]
        if name in dates:
            planned = table.column(name).is_planned
            unknown = values >= NEVER if planned else values > until
            arrays[name] = pa.array(values.astype(np.int32), pa.int32(), mask=unknown).cast(pa.date32())
        else:
            # What hangs on an end that has not come is not known yet.
            arrays[name] = pa.array(values, pa.string() if values.dtype == object else None)
    return pa.table(arrays)


HANGS_ON = {
    "referral": ("closed_on", ("closure_reason_code",)),
    "assessment": ("authorised_on", ("is_no_further_action", "is_social_care_needed")),
    "section_47_enquiry": ("ended_on", ("is_no_further_action", "outcome_codes", "is_initial_conference_not_required")),
    "early_help": ("ended_on", ("end_reason", "is_quality_assured")),
    "looked_after_period": ("ended_on", ("end_reason_code",)),
    "looked_after_episode": ("ended_on", ("end_reason_code",)),
    "placement": ("ended_on", ("change_reason",)),
    "contact": ("decided_on", ("outcome_codes",)),
    "missing_episode": ("ended_on", ("return_interview_offered", "return_interview_accepted")),
}
"""What is known of a row only once it has ended."""


def _linked(table: Table, rows: pa.Table, kept: Mapping[str, pa.Table]) -> pa.Table:
    """The rows without links to what was not handed over, and without answers that are not given yet."""
    for column in table.columns:
        if column.to and column.to != "person" and column.name in rows.column_names and column.to in kept:
            values = rows.column(column.name)
            known = pc.is_in(values, kept[column.to].column(TABLES_BY_NAME[column.to].key[0]))  # pyright: ignore[reportAttributeAccessIssue]
            rows = _with(rows, column.name, pc.if_else(known, values, pa.scalar(None, pa.string())))  # pyright: ignore[reportAttributeAccessIssue]
    day, names = HANGS_ON.get(table.name, ("", ()))
    for name in names:
        if name in rows.column_names:
            over = pc.is_valid(rows.column(day))  # pyright: ignore[reportAttributeAccessIssue]
            rows = _with(rows, name, pc.if_else(over, rows.column(name), pa.scalar(None, pa.string())))  # pyright: ignore[reportAttributeAccessIssue]
    return rows


def _with(rows: pa.Table, name: str, values: pa.ChunkedArray) -> pa.Table:
    return rows.set_column(rows.column_names.index(name), name, values)
