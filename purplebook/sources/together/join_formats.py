"""Rows of several formats that tell of one thing become one row; the richer format wins, column by column.

    Annex A    referral of 3 May:  team, number of earlier referrals
    CIN census referral of 3 May:  source, need, closure              →  one referral with all five

Children meet by the council's own number, then by that number however it is spelled and the date of birth, by the NHS
number and by the unique pupil number; events by child, kind and day, the first of a day with the first, the second with
the second.  Within one format nothing is joined here but a child whose number is spelled in two ways: two referrals of
a child on one day are two there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import duckdb

from purplebook.sources.conform import Conformed, add_issues, header_sql, more_cells_sql
from purplebook.sources.faults import Fault
from purplebook.sources.identifiers import JOINED, plain_number_sql
from purplebook.sources.raw import quoted_name, quoted_text
from purplebook.sources.together.meeting_points import BY_GROUP, MEETING_POINTS
from purplebook.sources.together.probable_pairs import report_probable_pairs
from purplebook.tables import Column, Table
from purplebook.tables.codes import ALL_CODE_SETS
from purplebook.tables.schema import CODE, DATE, DECIMAL, WHOLE_NUMBER, YES_NO

OTHER_VALUE = Fault(
    "a file of another format says otherwise",
    "The value of the format that fills this column more often was kept. Correct the record that is wrong.",
)
OTHER_CHILD = Fault(
    "another row gives this pupil number to a child born on another day",
    "The two were not joined. Correct the pupil number or the date of birth that is wrong.",
)
OTHER_PATIENT = Fault(
    "another row gives this NHS number to a child born on another day",
    "The two were not joined. Correct the NHS number or the date of birth that is wrong.",
)
OTHER_SPELLING = Fault(
    "another row that spells this child's number otherwise says otherwise",
    "One of the two values was kept. Correct the record that is wrong.",
)
COMPARED = (CODE, DATE, DECIMAL, WHOLE_NUMBER, YES_NO)
LATEST_ONLY = "is_latest_only"


@dataclass
class Together:
    """What has been joined so far in one load; tables must be given in their order, people first."""

    connection: duckdb.DuckDBPyConnection
    choices: list[str] = field(default_factory=list)
    is_any_joined: bool = False
    """Whether some row goes by another identifier than its own."""

    def __post_init__(self) -> None:
        """Make the table that says which identifier every joined row goes by from now on."""
        self.connection.execute(
            "CREATE OR REPLACE TEMP TABLE known_as "
            "(of_table VARCHAR, authority_code VARCHAR, old_key VARCHAR, new_key VARCHAR)"
        )

    def join(self, settled: Conformed) -> None:
        """Join the rows of one table; rows that were taken into another are gone, and links are led to that one."""
        self.follow(settled)
        is_of_several = len({raw.source.source_format for raw in settled.raws}) > 1
        if settled.table.name == "person":
            if is_of_several:
                self._join_by(settled, ("la_child_id",), is_person=True)
            self._join_spellings(settled)
            for column, fault in (("nhs_number", OTHER_PATIENT), ("upn", OTHER_CHILD)):
                self._report_other_children(settled, column, fault)
                if is_of_several:
                    self._join_by(settled, (column,), is_person=True)
            report_probable_pairs(self.connection, settled)
        elif not is_of_several:
            return
        elif settled.table.name == "worker":
            self._join_by(settled, ("social_work_england_number",))
        elif settled.table.name in MEETING_POINTS:
            self._join_by(settled, ("person_id", *MEETING_POINTS[settled.table.name]))
        else:
            self._join_by(settled, settled.table.key)

    def follow(self, settled: Conformed) -> None:
        """Lead the links of a table to the rows that the rows they named were taken into."""
        if not self.is_any_joined:
            return
        for column in settled.table.columns:
            if column.to is None or settled.table.key == (column.name,):
                continue
            name = quoted_name(column.name)
            self.connection.execute(
                f"""UPDATE {settled.name_in_database} AS child SET {name} = known_as.new_key FROM known_as
                    WHERE known_as.of_table = {quoted_text(column.to)} AND child.{name} = known_as.old_key
                      AND child.authority_code = known_as.authority_code"""
            )

    def _join_by(self, settled: Conformed, points: Sequence[str], *, is_person: bool = False) -> None:
        meeting = self._meet(settled, points, is_person=is_person)
        if meeting:
            filled, ranks, formats = self._join_met(settled, fault=OTHER_VALUE)
            self.choices.append(_choice(settled.table, filled, ranks, formats, meeting))

    def _join_spellings(self, settled: Conformed) -> None:
        """Join the children of any formats whose number is spelled in several ways, born on the same day."""
        meeting = self._meet_spellings(settled)
        if not meeting:
            return
        add_issues(
            self.connection,
            f"""SELECT source_at, source_row, {header_sql(settled, "la_child_id")} AS column_name,
                       own || ' and ' || first_value(own) OVER (PARTITION BY thing ORDER BY nth) AS value
                FROM met QUALIFY nth > 1""",
            raws=settled.raws,
            fault=JOINED,
        )
        self._join_met(settled, fault=OTHER_SPELLING)
        self.choices.append(
            f"person: {meeting:,} {'child has' if meeting == 1 else 'children have'} a number spelled in several ways "
            "(capitals, blanks or zeros), each with one date of birth, and became one each: `purplebook issues` "
            "lists them."
        )

    def _join_met(
        self, settled: Conformed, *, fault: Fault
    ) -> tuple[dict[str, tuple[int, ...]], dict[str, list[str]], list[str]]:
        columns = settled.table.columns
        filled = self._filled(columns)
        formats = sorted(filled, key=lambda name: (-sum(filled[name]), name))
        ranks = {
            column.name: sorted(formats, key=lambda name, at=at: (-filled[name][at], formats.index(name)))
            for at, column in enumerate(columns)
        }
        self._report_clashes(settled, ranks, fault=fault)
        self._merge(settled, ranks, formats)
        return filled, ranks, formats

    def _meet_spellings(self, settled: Conformed) -> int:
        """Gather into `met` the children whose number is spelled in several ways, each row as a format of its own."""
        formats = ", ".join(f"({at}, {quoted_text(raw.source.source_format)})" for at, raw in enumerate(settled.raws))
        alike = "authority_code, plain, born_on"
        self.connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE met AS
                SELECT * REPLACE (source_format || ' ' || nth AS source_format),
                       dense_rank() OVER (ORDER BY {alike}) AS thing
                FROM (
                    SELECT *, row_number() OVER (PARTITION BY {alike} ORDER BY source_at, source_row) AS nth
                    FROM (
                        SELECT settled.*, settled.rowid AS place, source_format,
                               coalesce(la_child_id, person_id) AS own, {plain_number_sql("own")} AS plain
                        FROM {settled.name_in_database} AS settled
                        JOIN (VALUES {formats}) AS format(source_at, source_format) USING (source_at)
                        WHERE NOT is_rejected AND person_role = 'CHILD' AND born_on IS NOT NULL
                    )
                    QUALIFY count(DISTINCT own) OVER (PARTITION BY {alike}) > 1
                )"""
        )
        (count,) = self.connection.execute("SELECT count(DISTINCT thing) FROM met").fetchall()[0]
        return count

    def _meet(self, settled: Conformed, points: Sequence[str], *, is_person: bool) -> int:
        """Gather into `met` the rows that meet a row of another format; return how many things they tell of."""
        formats = ", ".join(f"({at}, {quoted_text(raw.source.source_format)})" for at, raw in enumerate(settled.raws))
        names = ", ".join(_point_sql(settled.table, name) for name in points)
        complete = " AND ".join(f"{quoted_name(name)} IS NOT NULL" for name in points)
        same_birth = (
            f"AND count(DISTINCT born_on) OVER (PARTITION BY authority_code, {names}) < 2"
            if points in (("upn",), ("nhs_number",))
            else ""
        )
        if is_person:
            complete += " AND person_role = 'CHILD'"
        self.connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE met AS
                SELECT *, dense_rank() OVER (ORDER BY authority_code, {names}, nth) AS thing FROM (
                    SELECT *, count(DISTINCT source_format) OVER (PARTITION BY authority_code, {names}, nth) AS told_by
                    FROM (
                        SELECT settled.*, settled.rowid AS place, source_format, row_number() OVER (
                            PARTITION BY authority_code, source_format, {names} ORDER BY source_at, source_row
                        ) AS nth
                        FROM {settled.name_in_database} AS settled
                        JOIN (VALUES {formats}) AS format(source_at, source_format) USING (source_at)
                        WHERE NOT is_rejected AND {complete}
                        QUALIFY true {same_birth}
                    )
                ) WHERE told_by > 1"""
        )
        (count,) = self.connection.execute("SELECT count(DISTINCT thing) FROM met").fetchall()[0]
        return count

    def _filled(self, columns: Sequence[Column]) -> dict[str, tuple[int, ...]]:
        """How often each format fills each column, among the rows that meet."""
        counts = ", ".join(f"count({quoted_name(column.name)})" for column in columns)
        rows = self.connection.execute(f"SELECT source_format, {counts} FROM met GROUP BY ALL ORDER BY 1").fetchall()
        return {row[0]: tuple(row[1:]) for row in rows}

    def _report_clashes(self, settled: Conformed, ranks: dict[str, list[str]], *, fault: Fault) -> None:
        for column in settled.table.columns:
            # A local code or text in one's own words differs from system to system and is no contradiction.
            if column.kind not in COMPARED or (column.kind == CODE and column.code_set is None):
                continue
            if column.name == LATEST_ONLY or (settled.table.name, column.name) in BY_GROUP:
                continue
            name = quoted_name(column.name)
            order = f"list_position([{', '.join(map(quoted_text, ranks[column.name]))}], source_format)"
            add_issues(
                self.connection,
                f"""SELECT source_at, source_row, {header_sql(settled, column.name)} AS column_name,
                           {name}::VARCHAR AS value
                    FROM (SELECT *, first_value({name}) OVER (PARTITION BY thing ORDER BY {order}) AS kept
                          FROM met WHERE {name} IS NOT NULL)
                    WHERE {name} <> kept""",
                raws=settled.raws,
                fault=fault,
            )

    def _report_other_children(self, settled: Conformed, column: str, fault: Fault) -> None:
        add_issues(
            self.connection,
            f"""SELECT source_at, source_row, '{column}' AS column_name, {column} AS value
                FROM {settled.name_in_database}
                WHERE NOT is_rejected AND {column} IS NOT NULL
                QUALIFY count(DISTINCT born_on) OVER (PARTITION BY authority_code, {column}) > 1
                    AND row_number() OVER (PARTITION BY authority_code, {column} ORDER BY source_at, source_row) > 1""",
            raws=settled.raws,
            fault=fault,
        )

    def _merge(self, settled: Conformed, ranks: dict[str, list[str]], formats: Sequence[str]) -> None:
        """Write the merged values into the row of the richest format, and take the other rows away."""
        table, name = settled.table, settled.name_in_database
        kept = [column for column in table.columns if column.name not in table.key]
        values = ", ".join(
            f"{_merged(table, column, ranks[column.name])} AS {quoted_name(column.name)}" for column in kept
        )
        order = f"list_position([{', '.join(map(quoted_text, formats))}], source_format)"
        files = "CASE source_at " + " ".join(
            f"WHEN {at} THEN {quoted_text(raw.source.place)}" for at, raw in enumerate(settled.raws)
        )
        self.connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE merged AS
                SELECT {values}{", " if values else ""} arg_min(place, {order}) AS base,
                       list(place ORDER BY {order})[2:] AS taken,
                       map_from_entries(list({{'key': 'also in ' || {files} END || ', row ' || source_row,
                                               'value': 'the same record'}} ORDER BY {order})[2:]) AS others
                FROM met GROUP BY thing"""
        )
        key = quoted_name(table.key[0])
        if len(table.key) == 1:
            self.is_any_joined = True
            self.connection.execute(
                f"""INSERT INTO known_as
                    SELECT {quoted_text(table.name)}, old.authority_code, old.{key}, new.{key}
                    FROM (SELECT base, unnest(taken) AS gone FROM merged)
                    JOIN {name} AS old ON old.rowid = gone JOIN {name} AS new ON new.rowid = base
                    WHERE old.{key} <> new.{key}"""
            )
        settings = "".join(f"{quoted_name(column.name)} = merged.{quoted_name(column.name)}, " for column in kept)
        self.connection.execute(
            f"""UPDATE {name} AS settled SET {settings}
                    source_cells = {more_cells_sql("settled.source_cells", "others")}
                FROM merged WHERE settled.rowid = merged.base"""
        )
        self.connection.execute(f"DELETE FROM {name} WHERE rowid IN (SELECT unnest(taken) FROM merged)")


def _point_sql(table: Table, name: str) -> str:
    """The SQL of one point by which rows meet: the column, or the group of its code."""
    if (table.name, name) not in BY_GROUP:
        return quoted_name(name)
    codes = next(each.codes for each in ALL_CODE_SETS if each.name == table.column(name).code_set)
    cases = " ".join(f"WHEN {quoted_text(code.code)} THEN {quoted_text(code.group)}" for code in codes)
    return f"CASE {quoted_name(name)} {cases} END"


def _merged(table: Table, column: Column, formats: Sequence[str]) -> str:
    name = quoted_name(column.name)
    if column.name == LATEST_ONLY:
        # A row that a format with the whole history holds too is no longer only the latest.
        return f"CASE WHEN bool_and(coalesce({name}, false)) THEN true END"
    general = BY_GROUP.get((table.name, column.name))
    if general is not None:
        return f"coalesce(min({name}) FILTER ({name} <> {quoted_text(general)}), min({name}))"
    parts = (f"any_value({name}) FILTER (source_format = {quoted_text(source_format)})" for source_format in formats)
    return f"coalesce({', '.join(parts)})"


def _choice(
    table: Table,
    filled: dict[str, tuple[int, ...]],
    ranks: dict[str, list[str]],
    formats: Sequence[str],
    meeting: int,
) -> str:
    """In words: how many things two formats tell of, and which format each column was taken from first."""
    names = [column.name for column in table.columns if column.name not in table.key]
    at = {column.name: place for place, column in enumerate(table.columns)}
    phrases = []
    for source_format in formats:
        own = [name for name in names if ranks[name][0] == source_format and filled[source_format][at[name]]]
        if own:
            phrases.append(f"first from {source_format}: {', '.join(own)}")
    what = "row stands" if meeting == 1 else "rows stand"
    return f"{table.name}: {meeting:,} {what} in files of several formats and became one each; {'; '.join(phrases)}."
