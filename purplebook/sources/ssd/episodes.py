"""What an episode of care says only in other tables of the dataset: its legal status and its placement.

    ssd_cla_episodes   10 Jan - 1 June     1 June - (open)
    ssd_legal_status   V2: 10 Jan - 1 June     C2: 1 June - (open)
    the episode's      V2                  C2

An episode begins whenever the legal status or the placement changes, so each is the one in force on the episode's
first day:

- It has begun by that day, and has not ended before it.  An end that cannot be read counts as no end.
- One that ends on that very day gives way to one that holds beyond it: on the day of a change the new one counts.
- A legal status that is a code of the return goes before the case system's own words, such as an order that deprives
  a child of liberty, which stands beside the legal status.
- Of those left, the one that began last counts; of two that began on one day, a placement order (E1), since a care
  order has no effect while it stands.
- If two of different codes are still left, none is taken, and the row is listed.  If there is none, since the records
  have a gap, the cell stays empty, and the load says how many episodes that are.

A placement is found by the identifier that the episode names, and by child and day only where it names none.  Why a
placement changed is told by the episode on whose last day it ended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from purplebook.sources.faults import Fault
from purplebook.sources.raw import quoted_name, quoted_text
from purplebook.sources.ssd.declare import iso_day
from purplebook.sources.ssd.staging import Staged
from purplebook.store.loaded import RowIssue
from purplebook.store.parquet_sql import parquet_rows
from purplebook.tables.codes import CODE_SETS

EPISODES, STATUSES, PLACEMENTS = "ssd_cla_episodes", "ssd_legal_status", "ssd_cla_placement"
CHILD, FIRST_DAY, LAST_DAY = "clae_person_id", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"
PERIOD, NAMED_PLACEMENT = "clae_cla_id", "clae_cla_placement_id"

STATUS = "found: lega_legal_status"
PLACEMENT = "found: clap_cla_placement_id"
OF_PLACEMENT = {
    "placement_type": "clap_cla_placement_type",
    "provider_code": "clap_cla_placement_provider",
    "placement_postcode": "clap_cla_placement_postcode",
    "provider_reference": "clap_cla_placement_urn",
    "change_reason": "clap_cla_placement_change_reason",
}
"""Columns of our episode, and the columns of the dataset's placements that hold them."""

SEVERAL_STATUSES = Fault(
    "several legal statuses of this child are in force on the episode's first day",
    "The episode was loaded without a legal status. Close those that no longer hold in ssd_legal_status.",
)
SEVERAL_PLACEMENTS = Fault(
    "the episode names no placement, and several of this child's are in force on its first day",
    "The episode was loaded without a placement. Name the placement, or close those that ended.",
)
PLACEMENT_ORDER = "E1"


def found_name(column: str) -> str:
    """What a column found for an episode is called from here on; no file can have a column of that name."""
    return f"found: {column}"


@dataclass(frozen=True)
class Episodes:
    """Episodes with what was found for them, and what is to be said about it."""

    staged: Staged
    warnings: tuple[str, ...]


def complete_episodes(
    connection: duckdb.DuckDBPyConnection, staged: Staged, *, all_staged: Mapping[str, Sequence[Staged]], to: Path
) -> Episodes:
    """Add the legal status and the placement of each episode, and write the episodes anew to the folder `to`.

    `all_staged` gives every staged table by its name in the dataset.  A column is added only if a file can give it.
    """
    if CHILD not in staged.headers or FIRST_DAY not in staged.headers:
        return Episodes(staged, ())
    warnings: list[str] = []
    for with_columns in (_with_status, _with_placement):
        staged, column_warnings = with_columns(connection, staged, all_staged, to)
        warnings += column_warnings
    return Episodes(staged, tuple(warnings))


def _with_status(
    connection: duckdb.DuckDBPyConnection, staged: Staged, all_staged: Mapping[str, Sequence[Staged]], to: Path
) -> tuple[Staged, list[str]]:
    needed = ("lega_person_id", "lega_legal_status", "lega_legal_status_start_date")
    others = _having(all_staged.get(STATUSES, ()), needed)
    if not others:
        return staged, []
    codes = ", ".join(quoted_text(value.code) for value in CODE_SETS["legal_status"].codes)
    ended = _end_of(others, "lega_legal_status_end_date")
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE in_force AS
            SELECT lega_person_id AS child, upper(lega_legal_status) AS what, lega_legal_status AS written,
                   {_day("lega_legal_status_start_date")} AS begins, {ended} AS ends,
                   what IN ({codes}) AS is_of_the_return, what = '{PLACEMENT_ORDER}' AS goes_first
            FROM {_all_of(others)}
            WHERE lega_person_id IS NOT NULL AND lega_legal_status IS NOT NULL AND begins IS NOT NULL"""
    )
    _find(connection, staged, which="true")
    path = to / f"{staged.path.stem}_status.parquet"
    cells = f"CASE WHEN how_many = 1 THEN written END AS {quoted_name(STATUS)}"
    _write(connection, f"SELECT e.*, {cells} FROM {_episodes(staged)} LEFT JOIN found USING (source_row)", path)
    headers = {**staged.headers, STATUS: f"lega_legal_status in {STATUSES}"}
    done = replace(
        staged,
        path=path,
        headers=headers,
        issues=(*staged.issues, *_several(connection, staged, SEVERAL_STATUSES)),
    )
    return done, _gaps(connection, staged, "legal status", STATUSES)


def _with_placement(
    connection: duckdb.DuckDBPyConnection, staged: Staged, all_staged: Mapping[str, Sequence[Staged]], to: Path
) -> tuple[Staged, list[str]]:
    others = all_staged.get(PLACEMENTS, ())
    columns = {ours: name for ours, name in OF_PLACEMENT.items() if _having(others, (name,))}
    if not others:
        return staged, []
    begins = _end_of(others, "clap_cla_placement_start_date")
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE placed AS
            SELECT {_child_of_placement(others, all_staged)} AS child, p.clap_cla_placement_id AS what,
                   p.clap_cla_placement_id AS written, {begins} AS begins,
                   {_end_of(others, "clap_cla_placement_end_date")} AS ends, true AS is_of_the_return,
                   false AS goes_first{"".join(f", p.{name}" for name in columns.values())}
            FROM {_all_of(others)} AS p WHERE p.clap_cla_placement_id IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY p.clap_cla_placement_id ORDER BY p.filename, p.source_row) = 1"""
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE in_force AS FROM placed WHERE child IS NOT NULL AND begins IS NOT NULL"
    )
    is_named = NAMED_PLACEMENT in staged.headers
    _find(connection, staged, which=f"e.{NAMED_PLACEMENT} IS NULL" if is_named else "true")
    named = f"coalesce(e.{NAMED_PLACEMENT}, {_one()})" if is_named else _one()
    last_day = _day(f"e.{LAST_DAY}") if LAST_DAY in staged.headers else "CAST(NULL AS DATE)"
    cells = "".join(
        f""", CASE WHEN {"true" if ours != "change_reason" else f"p.ends = {last_day}"} THEN p.{name} END
            AS {quoted_name(found_name(name))}"""
        for ours, name in columns.items()
    )
    path = to / f"{staged.path.stem}_placement.parquet"
    _write(
        connection,
        f"""SELECT e.*, {named} AS {quoted_name(PLACEMENT)}{cells}
            FROM {_episodes(staged)} LEFT JOIN found USING (source_row) LEFT JOIN placed AS p ON p.what = {named}""",
        path,
    )
    placement_headers = {found_name(name): f"{name} in {PLACEMENTS}" for name in columns.values()}
    headers = {**staged.headers, PLACEMENT: staged.headers.get(NAMED_PLACEMENT, PLACEMENT), **placement_headers}
    done = replace(
        staged,
        path=path,
        headers=headers,
        issues=(*staged.issues, *_several(connection, staged, SEVERAL_PLACEMENTS)),
    )
    return done, _gaps(connection, staged, "placement", PLACEMENTS)


def _find(connection: duckdb.DuckDBPyConnection, staged: Staged, *, which: str) -> None:
    """Find, for each episode that meets `which`, what is `in_force` on its first day: the rules of this module."""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE found AS
            SELECT source_row, count(DISTINCT what) AS how_many, min(written) AS written FROM (
                SELECT e.source_row, f.what, f.written
                FROM {_episodes(staged)} LEFT JOIN in_force AS f
                    ON f.child = e.{CHILD} AND f.begins <= {_day(f"e.{FIRST_DAY}")}
                    AND (f.ends IS NULL OR f.ends >= {_day(f"e.{FIRST_DAY}")})
                WHERE {which} AND {_day(f"e.{FIRST_DAY}")} IS NOT NULL
                QUALIFY rank() OVER (
                    PARTITION BY e.source_row
                    ORDER BY f.is_of_the_return DESC NULLS LAST, (f.ends IS NULL OR f.ends > {_day(f"e.{FIRST_DAY}")})
                        DESC, f.begins DESC NULLS LAST, f.goes_first DESC NULLS LAST) = 1
            ) GROUP BY source_row"""
    )


def _one() -> str:
    return "CASE WHEN found.how_many = 1 THEN found.written END"


def _several(connection: duckdb.DuckDBPyConnection, staged: Staged, fault: Fault) -> list[RowIssue]:
    rows = connection.execute("SELECT source_row FROM found WHERE how_many > 1 ORDER BY source_row").fetchall()
    column = staged.headers[FIRST_DAY]
    return [fault.in_row(file_name=staged.source.file_name, row=row, column=column) for (row,) in rows]


def _gaps(connection: duckdb.DuckDBPyConnection, staged: Staged, what: str, table: str) -> list[str]:
    """In words: how many episodes have nothing in force on their first day."""
    (count,) = connection.execute("SELECT count(*) FROM found WHERE how_many = 0").fetchall()[0]
    if not count:
        return []
    episodes = f"{count:,} episode has" if count == 1 else f"{count:,} episodes have"
    return [
        f"{staged.source.place}: {episodes} no {what} in force on the first day in {table}, so it was left empty. "
        "Check that the records of these children have no gap."
    ]


def _child_of_placement(others: Sequence[Staged], all_staged: Mapping[str, Sequence[Staged]]) -> str:
    """The SQL of a placement's child: the one it names, or the one of the period of care that it names."""
    own = "p.clap_person_id" if _having(others, ("clap_person_id",)) else "NULL"
    periods = _having(all_staged.get(EPISODES, ()), (PERIOD, CHILD))
    if not periods or not _having(others, ("clap_cla_id",)):
        return f"CAST({own} AS VARCHAR)"
    return f"""coalesce({own}, (
        SELECT min({CHILD}) FROM {_all_of(periods)} AS q WHERE q.{PERIOD} = p.clap_cla_id))"""


def _having(staged: Sequence[Staged], columns: Sequence[str]) -> list[Staged]:
    return [table for table in staged if all(name in table.headers for name in columns)]


def _end_of(others: Sequence[Staged], column: str) -> str:
    return _day(column) if _having(others, (column,)) else "CAST(NULL AS DATE)"


def _day(cell: str) -> str:
    return f"TRY_CAST({iso_day(cell)} AS DATE)"


def _episodes(staged: Staged) -> str:
    return f"{parquet_rows([staged.path])} AS e"


def _all_of(staged: Sequence[Staged]) -> str:
    return parquet_rows((table.path for table in staged), "union_by_name = true", "filename = true")


def _write(connection: duckdb.DuckDBPyConnection, query: str, to: Path) -> None:
    connection.execute(f"COPY ({query}) TO {quoted_text(str(to))} (FORMAT parquet, COMPRESSION zstd)")
