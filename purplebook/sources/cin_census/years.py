"""Several years of the census as one history: each event from the latest year that tells it, none open for ever.

    census of 2023   referral of 1 May, open      census of 2024   the same, closed      →  one, closed
    census of 2023   referral of 1 May, open      census of 2024   nothing of it         →  closed 1 April 2023, listed
    census of 2023   referral of 1 May, open      census of 2024   referral of 3 May     →  one, of 3 May, listed

A census tells of every child who was in need on its first day, so what was open and is not told again was not.  An
assessment is not ended, since that would be one more that was done: it is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.sources.cin_census.layout import COLUMNS
from purplebook.sources.faults import Fault
from purplebook.sources.next_return import Span, fates
from purplebook.sources.raw import RawTable, quoted_name, quoted_text
from purplebook.store.parquet_sql import parquet_rows

NOT_TOLD_AGAIN = Fault(
    "it was open and the next census does not tell of it",
    "It was taken to end on the day after the census that left it open, or on the day on which another that only the "
    "next census gives begins. Give it with its end in the next census.",
)
NOT_AUTHORISED = Fault(
    "it was not yet authorised and the next census does not tell of it",
    "It was loaded as it is. Give it with its end in the next census.",
)
OTHER_START = Fault(
    "the next census gives this another first day",
    "The day of the next census was kept, and it was counted once. Correct the one that is wrong.",
)


@dataclass(frozen=True)
class _Kind:
    """A table whose rows run from a day to a day; two of a child are alike when the cells named `alike` are."""

    key: str
    begins: str
    ends: str
    alike: tuple[str, ...]


KINDS: Mapping[str, _Kind] = {
    "referral": _Kind("referral_id", "referred_on", "closed_on", ("source_code", "primary_need_code")),
    "assessment": _Kind("assessment_id", "started_on", "authorised_on", ()),
    "plan": _Kind("plan_id", "started_on", "ended_on", ()),
    "child_protection_plan": _Kind(
        "child_protection_plan_id", "started_on", "ended_on", ("initial_category", "previous_plans_count")
    ),
}
_CHOSEN = {
    table: itemgetter(
        *(list(COLUMNS[table]).index(name) for name in (kind.key, "person_id", kind.begins, kind.ends, *kind.alike))
    )
    for table, kind in KINDS.items()
}
_NO_ACTION_AT = list(COLUMNS["referral"]).index("is_no_further_action")
_LINKS = {"referral_id": "referral", "child_protection_plan_id": "child_protection_plan"}
"""Links that lead to a row which another may take the place of."""
_NO_FURTHER_ACTION = ("1", "true", "yes", "y", "t")


@dataclass(frozen=True)
class Open:
    """A row as one year tells it: its child, key, days YYYY-MM-DD, its cells that matter, and its place in the file."""

    table: str
    person_id: str
    key: str
    start: str
    end: str
    alike: tuple[str, ...]
    day: str
    at: int
    row: int


_Told = tuple[str, str, str, tuple[str, ...], str, int, int]
"""A row's key, first and last day and the cells that make it alike, as written; the census, its number and the row."""


@dataclass
class Spans:
    """What each year tells of rows that run from a day to a day; `iso` reads a day of the file.

    Nearly every row ends, or stands in the last census: only of children with another is anything looked at twice.
    """

    iso: Callable[[str], str]
    rows: dict[tuple[str, str], list[_Told]] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    left_open: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def take(self, table: str, values: Sequence[str | None], *, day: str, at: int, row: int) -> None:
        """Note a row of one of `KINDS`, its values in the order of `COLUMNS`, in the census of this day.

        `at` is the file's number, `row` that of the child in it.
        """
        key, child, start, end, *alike = _CHOSEN[table](values)
        if not day or (table == "referral" and (values[_NO_ACTION_AT] or "").casefold() in _NO_FURTHER_ACTION):
            return
        of_child = (table, child)
        self.rows.setdefault(of_child, []).append((key, start, end, tuple(alike), day, at, row))
        self.days.add(day)
        if not end:
            self.left_open.setdefault(of_child, set()).add(day)

    def fates(self) -> dict[Open, tuple[Fault, str, str]]:
        """For each open row that the next census lacks: what to list, its end or "", and the key in its place or ""."""
        days = sorted(self.days)
        became: dict[Open, tuple[Fault, str, str]] = {}
        for (table, child), told_rows in self.rows.items():
            if not self.left_open.get((table, child), set()) - set(days[-1:]):
                continue
            rows = [self._open(table, child, told_row) for told_row in told_rows]
            latest = {row.key: row for row in sorted(rows, key=_day)}
            if all(row.end or row.day == days[-1] for row in latest.values()):
                continue
            told = {key: tuple(sorted({row.day for row in rows if row.key == key})) for key in latest}
            spans = [Span(key, row.start, row.end, told[key]) for key, row in latest.items()]

            def is_alike(old: Span, new: Span, latest: Mapping[str, Open] = latest) -> bool:
                return latest[old.key].alike == latest[new.key].alike

            for key, fate in fates(spans, returns=days, is_alike=is_alike).items():
                fault = NOT_TOLD_AGAIN if fate.ended_on else OTHER_START
                end = fate.ended_on
                if table == "assessment" and end:
                    fault, end = NOT_AUTHORISED, ""
                became[latest[key]] = (fault, end, fate.replaced_by or "")
        return became

    def _open(self, table: str, child: str, told: _Told) -> Open:
        key, start, end, alike, day, at, row = told
        in_capitals = tuple(map(str.upper, alike))
        return Open(table, child, key, self.iso(start), self.iso(end) or end, in_capitals, day, at, row)


def _day(row: Open) -> str:
    return row.day


def latest_first(
    years: Sequence[Sequence[RawTable]], became: Mapping[Open, tuple[Fault, str, str]], *, work: Path
) -> tuple[RawTable, ...]:
    """Take out of each year's rows those that a later year tells again: it knows how they went on.

    What the later year leaves empty is filled from the earlier ones, but for factors: an assessment told again is told
    with all of its factors.  Rows that no later year tells and that `became` something are ended, or give way.
    """
    changes = _written(became, work=work) if became else None
    kept = []
    for at, tables in enumerate(years):
        for raw in tables:
            key = quoted_name(raw.table.key[0])
            later, earlier = (_same_table(raw, part) for part in (years[at + 1 :], years[:at]))
            told_again = " UNION ALL ".join(f"SELECT {key} FROM {relation}" for relation in later)
            left = f"WHERE {key} NOT IN ({told_again})" if later else ""
            own = _filled(raw, earlier) if earlier and len(raw.table.key) == 1 else raw.relation
            relation = f"(SELECT * FROM {own} {left})" if later or earlier else raw.relation
            if changes is not None:
                relation = _changed(raw, relation, changes)
            kept.append(raw.asked(relation))
    return tuple(kept)


def _written(became: Mapping[Open, tuple[Fault, str, str]], *, work: Path) -> str:
    """The relation of what rows became: the table and key of each, its end, and the key in its place."""
    rows = [
        {"of_table": row.table, "old_key": row.key, "ended_on": end or None, "new_key": key or None}
        for row, (_, end, key) in became.items()
        if end or key
    ]
    schema = pa.schema({name: pa.string() for name in ("of_table", "old_key", "ended_on", "new_key")})
    path = work / "next_census.parquet"
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)
    return parquet_rows([path])


def _changed(raw: RawTable, relation: str, changes: str) -> str:
    """The rows with what they became: ended, left out for another, their links led to that one."""
    name = raw.table.name
    kind = KINDS.get(name)
    if kind is not None:
        of_table = f"(SELECT * FROM {changes} WHERE of_table = {quoted_text(name)})"
        relation = f"""(SELECT own.* REPLACE (coalesce(own.{kind.ends}, change.ended_on) AS {kind.ends})
            FROM {relation} AS own LEFT JOIN {of_table} AS change ON change.old_key = own.{kind.key}
            WHERE change.new_key IS NULL)"""
    for link, table in _LINKS.items():
        if link in raw.headers and table != name:
            of_table = f"(SELECT * FROM {changes} WHERE of_table = {quoted_text(table)} AND new_key IS NOT NULL)"
            relation = f"""(SELECT own.* REPLACE (coalesce(change.new_key, own.{link}) AS {link})
                FROM {relation} AS own LEFT JOIN {of_table} AS change ON change.old_key = own.{link})"""
    return relation


def _same_table(raw: RawTable, years: Sequence[Sequence[RawTable]]) -> list[str]:
    return [other.relation for year in years for other in year if other.table.name == raw.table.name]


def _filled(raw: RawTable, earlier: Sequence[str]) -> str:
    """The year's rows, each empty cell filled with what the latest earlier year says of the same event."""
    key = quoted_name(raw.table.key[0])
    names = [quoted_name(name) for name in raw.headers if name != raw.table.key[0]]
    rows = " UNION ALL ".join(f"SELECT *, {at} AS year FROM {relation}" for at, relation in enumerate(earlier))
    before = ", ".join(f"arg_max({name}, year) AS {name}" for name in names)
    cells = ", ".join(f"coalesce(own.{name}, before.{name}) AS {name}" for name in names)
    return (
        f"(SELECT own.source_row, own.extra, own.{key}, {cells} FROM {raw.relation} AS own "
        f"LEFT JOIN (SELECT {key}, {before} FROM ({rows}) GROUP BY {key}) AS before ON before.{key} = own.{key})"
    )
