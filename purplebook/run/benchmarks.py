"""Published files, or the Department's service → the statistics that figures are compared with, held in the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from purplebook.definitions.reference import areas, published_measures
from purplebook.errors import BadInputError, NoDataError
from purplebook.results.answer import Answer, NamedTable
from purplebook.run.place import Place
from purplebook.run.progress import Progress, silent
from purplebook.sources.published import Known, PublishedRead, read_published
from purplebook.sources.published.refresh import refresh as ask
from purplebook.sources.published.service import SERVICE, Service
from purplebook.store import Store
from purplebook.store.published import HeldFile, held_files, held_tables, hold
from purplebook.store.published_rows import reasons


@dataclass(frozen=True)
class Taken:
    """One file or data set that was read, how it is held, and whether it was new."""

    read: PublishedRead
    entry: HeldFile
    is_new: bool

    @property
    def reasons(self) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
        """Why nothing is held of some rows, the commonest reason first: reason, what to do, the rows."""
        return reasons(self.read.issues)


def benchmarks(place: Place, *, files: bool = False) -> Answer:
    """The published statistics that are held: a row for each measure, or for each file."""
    store = place.store
    if files:
        return NamedTable(_files_held(store), "Files of published statistics")
    return NamedTable(_measures_held(store), "Published statistics")


def import_files(
    place: Place, paths: Sequence[Path], *, progress: Progress = silent, waiting: Progress = silent
) -> tuple[Taken, ...]:
    """Take files that somebody downloaded: all of them, or none when one cannot be compared with."""
    store, known = place.store, _known()
    reads = []
    for path in paths:
        progress(path.name)
        reads.append(read_published(path, known=known))
    for read in reads:
        if not read.table.num_rows:
            faults = "; ".join(reason_lines(reasons(read.issues))) or "it has no rows"
            raise BadInputError(
                f"{read.name} holds no figure that can be compared with, so nothing was taken: {faults}"
            )
    return tuple(_held(store, zip(reads, map(str, paths), strict=True), waiting))


def refresh(
    place: Place,
    *,
    base: str | None = None,
    publications: Sequence[str] = (),
    asking: Callable[[str], None] = silent,
    waiting: Progress = silent,
) -> tuple[tuple[Taken, ...], tuple[str, ...]]:
    """Ask the Department's service for the newest figures; what was taken, and what was left out and why.

    `asking` is told the address before anything is sent.
    """
    store = place.store
    service = Service(base or SERVICE)
    asking(service.base)
    answers = list(ask(service, known=_known(), slugs=publications))
    reads = [one.read for one in answers if one.read is not None and one.read.table.num_rows]
    if not reads:
        raise NoDataError(
            f"The service {service.base} has {len(answers)} data sets of these publications, but none holds a measure "
            "that purplebook knows. Nothing was changed. Download the CSV files and use `purplebook benchmarks import`."
        )
    taken = tuple(_held(store, ((read, service.base) for read in reads), waiting))
    return taken, tuple(f"{one.data_set.title}: left out, {one.why_not}." for one in answers if one.why_not)


ROWS_NAMED = 5
REASONS_NAMED = 6


def reason_lines(found: Sequence[tuple[str, str, tuple[int, ...]]]) -> list[str]:
    """What became of the rows of which nothing is held, the commonest reason first."""
    lines = []
    for reason, what_to_do, rows in found[:REASONS_NAMED]:
        named = ", ".join(str(row) for row in rows[:ROWS_NAMED]) + (" …" if len(rows) > ROWS_NAMED else "")
        where = f"row{'' if len(rows) == 1 else 's'} {named}"
        lines.append(f"{many(len(rows), 'row')} left out: {reason} ({where}). {what_to_do}")
    if len(found) > REASONS_NAMED:
        lines.append(f"and {len(found) - REASONS_NAMED} other reasons: --issues FILE writes every row.")
    return lines


def many(count: int, word: str) -> str:
    """How many of a thing, in words."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def rows_left_out(reads: Sequence[PublishedRead]) -> pa.Table:
    """Every row of which nothing is held, with the reason."""
    names = ("file_name", "row", "column", "value", "reason", "what_to_do")
    kinds = {"row": pa.int64()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in names])
    rows = [{name: getattr(issue, name) for name in names} for read in reads for issue in read.issues]
    return pa.Table.from_pylist(rows, schema=schema)


def _held(store: Store, reads: Iterable[tuple[PublishedRead, str]], waiting: Progress) -> Iterator[Taken]:
    for read, origin in reads:
        entry, is_new = hold(store.path, read, origin=origin, on_wait=waiting)
        yield Taken(read, entry, is_new)


def _known() -> Known:
    def find_area(code: str, name: str) -> str | None:
        area = areas().find(code, name=name)
        return None if area is None else area.code

    return Known(find_area, {item.measure: item.unit for item in published_measures().items})


def _measures_held(store: Store) -> pa.Table:
    """A row for each measure that is held."""
    tables = held_tables(store.path)
    if not tables:
        raise NoDataError(
            "No published statistics are held yet. `purplebook benchmarks import FILES` takes files that you "
            "downloaded, `purplebook benchmarks refresh` asks the Department's service."
        )
    every = pa.concat_tables(tables)
    keys = ["measure", "group", "area", "year"]
    by_year = (
        every.group_by(keys, use_threads=False)
        .aggregate([("value", "max")])
        .group_by("measure", use_threads=False)
        .aggregate(
            [("year", "min"), ("year", "max"), ("area", "count_distinct"), ("value_max", "count"), ([], "count_all")]
        )
    )
    editions: dict[str, list[str]] = {}
    for row in every.group_by(["measure", "edition"], use_threads=False).aggregate([]).to_pylist():
        editions.setdefault(row["measure"], []).append(row["edition"])
    by_measure = {row["measure"]: row for row in by_year.to_pylist()}
    rows: list[dict[str, Any]] = []
    for name in published_measures().names:
        row = by_measure.get(name)
        if row is None:
            continue
        items = [item for item in published_measures().items if item.measure == name]
        indicators = sorted({item.indicator for item in items if item.indicator})
        rows.append(
            {
                "measure": name,
                "indicator": ", ".join(indicators),
                "title": items[0].title,
                "unit": items[0].unit,
                "when": items[0].when.value,
                "years": f"{row['year_min']} to {row['year_max']}",
                "areas": row["area_count_distinct"],
                "figures": row["count_all"],
                "symbols": row["count_all"] - row["value_max_count"],
                "edition": ", ".join(sorted(editions[name])),
                "why_not": "" if indicators else items[0].why_not,
            }
        )
    return pa.Table.from_pylist(rows)


def _files_held(store: Store) -> pa.Table:
    """A row for each file that is held."""
    entries = held_files(store.path)
    if not entries:
        raise NoDataError(
            "No file of published statistics is held yet. `purplebook benchmarks import FILES` takes them."
        )
    return pa.Table.from_pylist(
        [
            {
                "name": entry.name,
                "layout": entry.layout,
                "added": entry.added_at[:10],
                "figures": entry.figures,
                "left_out": entry.rows_left_out,
                "origin": entry.origin,
                "sha256": entry.source_sha256,
            }
            for entry in entries
        ]
    )
