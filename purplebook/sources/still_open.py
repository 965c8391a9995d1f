"""What is still open of people who are grown up: a plan or time in care that nobody closed when they came of age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import duckdb

from purplebook.sources.conform import Conformed, add_issues, header_sql
from purplebook.sources.faults import Fault

ENDS_AT_18: Mapping[str, tuple[str, str]] = {
    "child_protection_plan": ("child protection plan", "child protection plans"),
    "looked_after_period": ("period of care", "periods of care"),
    "looked_after_episode": ("episode of care", "episodes of care"),
}
"""Tables whose rows end on the eighteenth birthday at the latest, with the words for one and for several."""
OPEN_AT_18 = Fault(
    "it is still open after the child's eighteenth birthday",
    "The row was loaded as it is. Give its last day, or correct the date of birth.",
)


def report_grown_up(
    connection: duckdb.DuckDBPyConnection, conformed: Sequence[Conformed], *, day: date | None
) -> tuple[str, ...]:
    """List the rows that are open on `day` of people older than 18; return a warning with their count by table.

    Where the records hold periods of being looked after, their episodes say the same again and are not listed.
    """
    by_name = {settled.table.name: settled for settled in conformed}
    if day is None or "person" not in by_name:
        return ()
    counts: dict[str, int] = {}
    for name in ENDS_AT_18:
        if name not in by_name or (name == "looked_after_episode" and "looked_after_period" in by_name):
            continue
        settled = by_name[name]
        rows = f"""SELECT row.* FROM {settled.name_in_database} AS row
            JOIN {by_name["person"].name_in_database} AS person
                ON person.authority_code = row.authority_code AND person.person_id = row.person_id
            WHERE NOT row.is_rejected AND NOT person.is_rejected AND row.ended_on IS NULL
              AND person.born_on + INTERVAL 18 YEAR < DATE '{day}'
              AND (person.died_on IS NULL OR person.died_on >= DATE '{day}')"""
        (count,) = connection.execute(f"SELECT count(*) FROM ({rows})").fetchall()[0]
        if count:
            counts[name] = count
            add_issues(
                connection,
                f"""SELECT source_at, source_row, {header_sql(settled, "started_on")} AS column_name,
                           started_on::VARCHAR AS value FROM ({rows})""",
                raws=settled.raws,
                fault=OPEN_AT_18,
            )
    if not counts:
        return ()
    nouns = (f"{count:,} {ENDS_AT_18[name][count != 1]}" for name, count in counts.items())
    is_one = sum(counts.values()) == 1
    return (
        f"{' and '.join(nouns)} {'is' if is_one else 'are'} still open after the child's eighteenth birthday: "
        "`purplebook issues` lists them.",
    )
