"""How far each table's records reach, and what a reader must be told where they do not reach the snapshot's day.

A return of one year says nothing of the next: a child who had not left by 31 March would stand in care for ever.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import duckdb

from purplebook.sources.conform import Conformed
from purplebook.sources.raw import RawFiles, quoted_name
from purplebook.tables import Table

A_MONTH = 31
"""In days.  A return that ends so little before the snapshot's day is of the same month's work."""
MOST_NAMED = 3
MAY_LIE_AHEAD = ("born_on", "first_child_born_on", "expected_birth_on", "known_on", "ended_on", "closed_on")
"""Dates that may lie ahead, or that do not say when the row's event was: also every `…due_on`."""
NOT_OF_CASES = "reference"


def covers_to(raw_files: Sequence[RawFiles], settled: Conformed) -> date | None:
    """The day to which some format's records of the table reach; None when one of them reaches the snapshot's day."""
    formats = {part.source.source_format for part in settled.raws}
    days = [
        raw.covers_to.get(settled.table.name)
        for raw in raw_files
        if any(source.source_format in formats for source in raw.sources)
    ]
    return None if None in days else max((day for day in days if day is not None), default=None)


def ending_warnings(raw_files: Sequence[RawFiles]) -> tuple[str, ...]:
    """A line for the files of each format that end more than a month before the day of the snapshot."""
    described = max((raw.extracted_on for raw in raw_files if raw.extracted_on is not None), default=None)
    if described is None:
        return ()
    lines = []
    for raw in raw_files:
        end = max(raw.covers_to.values(), default=None)
        if end is not None and (described - end).days > A_MONTH:
            lines.append(
                f"{_named([source.file_name for source in raw.sources])}: the records go to {_words(end)}, and the "
                f"snapshot is of {_words(described)}. What only they hold is 'not covered' in periods that end later. "
                f"Load a later file, or ask for periods that end by {_words(end)}."
            )
    return tuple(lines)


def later_row_warnings(
    connection: duckdb.DuckDBPyConnection, conformed: Sequence[Conformed], *, as_at: date | None
) -> tuple[str, ...]:
    """One line with the count of rows that tell of a day after `as_at`, which was named; none where there are none."""
    if as_at is None:
        return ()
    counts: dict[str, int] = {}
    for settled in conformed:
        days = happened_on(settled.table)
        if days:
            first = f"least({', '.join(map(quoted_name, days))})"
            (count,) = connection.execute(
                f"SELECT count(*) FROM {settled.name_in_database} WHERE NOT is_rejected AND {first} > DATE '{as_at}'"
            ).fetchall()[0]
            counts |= {settled.table.name: count} if count else {}
    return (_later(counts, as_at=as_at),) if counts else ()


def happened_on(table: Table) -> tuple[str, ...]:
    """The dates of a table of which the earliest says when its row's event began."""
    if table.group == NOT_OF_CASES:
        return ()
    days = (column.name for column in table.columns if column.kind == "date")
    return tuple(name for name in days if name not in MAY_LIE_AHEAD and not name.endswith("due_on"))


def authority_warnings(raw_files: Sequence[RawFiles], *, authority_code: str) -> tuple[str, ...]:
    """A line for each other authority that files say they are of.

    It does not stop a load: councils merge, and a made-up file bears a made-up code.
    """
    files: dict[tuple[str, str], list[str]] = {}
    stated = [(where, codes) for raw in raw_files for where, codes in raw.stated_authorities.items()]
    for where, codes in stated:
        for name, code in codes.items():
            if code != authority_code:
                files.setdefault((where, code), []).append(name)
    return tuple(
        f"{_named(names)}: {where} says {code} and the store is of {authority_code}. The rows were loaded as those of "
        f"{authority_code}. Check that it is the right file; if it is not, load again without it."
        for (where, code), names in files.items()
    )


def _later(counts: Mapping[str, int], *, as_at: date) -> str:
    total = sum(counts.values())
    by_table = ", ".join(f"{name} {count:,}" for name, count in counts.items())
    return (
        f"{total:,} {'row is' if total == 1 else 'rows are'} dated after {_words(as_at)}, the day that --as-at names "
        f"({by_table}). {'It was' if total == 1 else 'They were'} loaded, and no figure counts "
        f"{'it' if total == 1 else 'them'}. Load again with the day on which the files were extracted."
    )


def _named(names: Sequence[str]) -> str:
    """The files, at most three by name."""
    files = tuple(dict.fromkeys(names))
    more = len(files) - MOST_NAMED
    return ", ".join(files) if more <= 1 else f"{', '.join(files[:MOST_NAMED])} and {more} more"


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
