"""Who is behind a figure: the very rows that the figure counts, with where each came from.

The list is made from the plain query of the same scan.  Figures are counted in columns, which tests hold to that query
group by group, so the list has as many rows as the figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from purplebook import tables
from purplebook.engine.base import Engine
from purplebook.engine.plan import plan, request
from purplebook.engine.sql.query import person_query, rows_query
from purplebook.language.indicators import Indicator
from purplebook.language.measures import WORKED_OUT_OVER_ROWS, Total, days_of
from purplebook.language.periods import Period


def listed_total(indicator: Indicator, *, among: bool) -> Total:
    """The total whose rows are listed: the figure's own rows, or with `among` those it is a part of.

    A mean or a median lists the rows it is worked out over; so does a figure with nothing beneath it, either way.
    """
    measure = indicator.measure
    if measure.bottom is not None and (among or measure.shape in WORKED_OUT_OVER_ROWS):
        # The sum and its rows choose the same rows; the sum brings each row's value with it.
        return measure.top if measure.shape in WORKED_OUT_OVER_ROWS else measure.bottom
    return measure.top


def rows_behind(
    engine: Engine,
    indicator: Indicator,
    *,
    periods: Sequence[Period],
    among: bool = False,
    has_authority: bool = False,
) -> pa.Table:
    """The rows behind an indicator in the engine's `periods`, in their order and that in which they are stored.

    Columns: `in_period`, the key of the period, where there are several, la_child_id (where the table is about people),
    the record's key, its dates, each breakdown, `value` where one is worked out, then file_name, sheet and source_row.
    `has_authority` puts whose record it is before all.
    """
    total = listed_total(indicator, among=among)
    scan = next(scan for scan in plan([request(indicator)]) if total in scan.totals)
    table = tables.TABLES_BY_NAME[scan.table]
    days = [day.name for day in days_of(scan.clock)]
    columns = [f"record.{name}" for name in dict.fromkeys((*table.key, *days)) if name != "person_id"]
    columns += [f"behind.{name} AS {name}_group" for name, _ in scan.dimensions]
    if total.value is not None:
        columns.append("behind.value")
    person = ""
    if table.is_about_a_person:
        columns.insert(0, "child.la_child_id")
        person = (
            "\nLEFT JOIN person AS child ON child.authority_code = record.authority_code "
            "AND child.person_id = record.person_id"
        )
    if has_authority:
        columns.insert(0, "record.authority_code")
    if len(periods) > 1:
        keys = " ".join(f"WHEN {place} THEN {engine.dialect.literal(each.key)}" for place, each in enumerate(periods))
        columns.insert(int(has_authority), f"CASE behind.period {keys} END AS in_period")
    columns += ["batch.file_name", "batch.sheet", "record.source_row"]
    listed = ",\n  ".join(columns)
    answer = engine.run(
        f"SELECT\n  {listed}\nFROM (\n{rows_query(scan, total, engine.dialect)}\n) AS behind\n"
        f"JOIN {scan.table} AS record ON record.row_id = behind.row_id{person}\n"
        "LEFT JOIN load_batch AS batch ON batch.batch_id = record.load_batch_id\n"
        "ORDER BY behind.period, behind.row_id"
    )
    return answer.rename_columns([name.removesuffix("_group") for name in answer.column_names])


@dataclass(frozen=True)
class Times:
    """How many rows of an indicator's list are one person's, and how many of the list of those it is a part of."""

    counted: int
    among: int


def times_listed(
    engine: Engine, indicators: Sequence[Indicator], *, authority_code: str, person_id: str
) -> dict[str, Times]:
    """How often each indicator about people lists one person in the engine's one period, by indicator.

    One query for each pass over the records answers for all indicators; the numbers are those of `rows_behind`.
    """
    about_people = [item for item in indicators if _is_about_people(item)]
    counts: dict[Total, int] = {}
    for scan in plan([request(item, breakdowns=False) for item in about_people]):
        if tables.TABLES_BY_NAME[scan.table].is_about_a_person:
            sql = person_query(scan, engine.dialect, authority_code=authority_code, person_id=person_id)
            row = engine.run(sql).to_pylist()[0]
            counts |= {total: row[f"t{i}"] for i, total in enumerate(scan.totals)}
    return {
        item.id: Times(
            counted=counts.get(listed_total(item, among=False), 0), among=counts.get(listed_total(item, among=True), 0)
        )
        for item in about_people
    }


def _is_about_people(item: Indicator) -> bool:
    lists = (listed_total(item, among=False), listed_total(item, among=True))
    return any(tables.TABLES_BY_NAME[total.cohort.table].is_about_a_person for total in lists)
