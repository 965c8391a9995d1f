"""The whole workbook as bytes: the eleven lists, how they agree with the figures, and where they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import purplebook
from purplebook.errors import BadInputError, NoDataError
from purplebook.language.periods import long_day
from purplebook.outputs.annex_a.known import TABLE_OF_LIST, Scope, not_supplied, open_known, reaches_back, reaches_on
from purplebook.outputs.annex_a.lists import WrittenList, written_lists
from purplebook.outputs.annex_a.reconcile import UNKNOWN_ROWS, Reconciled, reconcile
from purplebook.outputs.annex_a.shared_views import add_shared_views
from purplebook.outputs.annex_a.workbook import Sheet, workbook_bytes
from purplebook.results.snapshots import check_day, chosen_authorities
from purplebook.store import Snapshot

SIX_MONTH_TABLES = (
    "contact",
    "early_help",
    "referral",
    "assessment",
    "section_47_enquiry",
    "child_protection_plan",
    "looked_after_period",
)
YEAR_TABLES = ("permanence_case", "adopter")
RECONCILIATION = (
    "List",
    "Rows",
    "What is counted on the list",
    "Count",
    "Indicator",
    "Title",
    "Period",
    "Figure",
    "Difference",
    "Outcome",
    "Why",
)


@dataclass(frozen=True)
class AnnexA:
    """A written workbook and what is in it; `not_supplied` gives the table that no file held for a list's number."""

    content: bytes
    lists: tuple[WrittenList, ...]
    reconciliation: tuple[Reconciled, ...]
    not_supplied: Mapping[int, str]


def annex_a_bytes(snapshot: Snapshot, *, as_at: date, authorities: Sequence[str] = ()) -> AnnexA:
    """The workbook of one authority as at a day: the same bytes for the same snapshot and day.

    NoDataError for a day that the records do not reach or for which they are not complete; BadInputError where the
    records are of several authorities and none was named.
    """
    check_day(snapshot, as_at)
    chosen = chosen_authorities(snapshot, authorities)
    if len(chosen) != 1:
        raise BadInputError(
            f"Annex A is of one authority, and here are the records of {len(chosen)}. Name one with --authority."
        )
    scope = Scope(chosen[0], as_at)
    _check_reach(snapshot, scope)
    with closing(open_known(snapshot, scope)) as connection:
        add_shared_views(connection)
        lists = written_lists(connection)
        register = connection.execute("SELECT max(snapshot_on) FROM care_leaver_snapshot").fetchall()[0][0]
    unknown = not_supplied(snapshot)
    checked = reconcile(snapshot, scope, {each.number: each for each in lists}, not_supplied=unknown)
    sheets = [Sheet(f"List {each.number}", each.headers, each.rows) for each in lists]
    sheets.append(Sheet("Reconciliation", RECONCILIATION, tuple(_cells(each) for each in checked)))
    manifest = _manifest(snapshot, scope, lists, register=register, unknown=unknown)
    sheets.append(Sheet("Manifest", ("What", "Which", "Detail"), manifest))
    return AnnexA(workbook_bytes(sheets), lists, checked, unknown)


def _check_reach(snapshot: Snapshot, scope: Scope) -> None:
    wanted = [(name, scope.six_months_from) for name in SIX_MONTH_TABLES]
    wanted += [(name, scope.year_from) for name in YEAR_TABLES]
    short = [(name, first) for name, first in wanted if not reaches_back(snapshot, name, first)]
    if short:
        name, first = short[0]
        since = snapshot.covers_from(name)
        begin = long_day(since) if since else "an unknown day"
        raise NoDataError(
            f"Annex A as at {long_day(scope.as_at)} needs records of '{name}' from {long_day(first)}, and those of "
            f"snapshot {snapshot.id} are complete only from {begin}. Ask for a later day, or load fuller records."
        )
    ends = [(name, end) for name in dict.fromkeys(TABLE_OF_LIST.values()) if (end := snapshot.covers_to(name))]
    early = [(name, end) for name, end in ends if not reaches_on(snapshot, name, scope.as_at)]
    if early:
        name, end = min(early, key=lambda each: each[1])
        raise NoDataError(
            f"Annex A as at {long_day(scope.as_at)} needs records of '{name}' up to that day, and those of snapshot "
            f"{snapshot.id} go only to {long_day(end)}. Ask for that day or an earlier one, or load later records."
        )


def _cells(each: Reconciled) -> tuple[object, ...]:
    return (
        f"List {each.number}",
        UNKNOWN_ROWS if each.counted is None else each.rows,
        each.what,
        UNKNOWN_ROWS if each.counted is None else each.counted,
        each.indicator or None,
        each.title or None,
        each.period or None,
        each.figure,
        each.difference,
        each.outcome,
        each.sentence or None,
    )


def _manifest(
    snapshot: Snapshot,
    scope: Scope,
    lists: Sequence[WrittenList],
    *,
    register: date | None,
    unknown: Mapping[int, str],
) -> tuple[tuple[object, ...], ...]:
    known = snapshot.manifest
    rows: list[tuple[object, ...]] = [
        ("Note", "This sheet and the sheet 'Reconciliation' hold no child's record; the eleven lists do", None),
        ("Authority", scope.authority, None),
        ("As at", scope.as_at, "nothing dated later is on the lists"),
        ("Six months from", scope.six_months_from, "lists 1 to 8"),
        ("Twelve months from", scope.year_from, "lists 10 and 11"),
        ("Snapshot", snapshot.id, f"records as at {long_day(snapshot.as_at)}"),
        ("Written with purplebook", purplebook.__version__, f"loaded with {known.purplebook_version}"),
        ("Codes", "A code without words in the 2024 layout stands as the bare code", None),
    ]
    for each in lists:
        if each.number in unknown:
            rows.append((f"List {each.number}", UNKNOWN_ROWS, f"no file held {unknown[each.number]}"))
        else:
            rows.append((f"List {each.number}", len(each.rows), "rows" if each.rows else "no children"))
    rows.append(("Register of list 9", register or "none", "the latest register of care leavers on or before the day"))
    missing = ", ".join(sorted(snapshot.missing_tables))
    rows.append(("Not supplied", missing or "nothing", "no file held these, so an empty list may mean not known"))
    for batch in known.batches:
        name = batch.file_name + (f", sheet {batch.sheet}" if batch.sheet else "")
        rows.append(
            (f"File: {name}", f"{batch.loaded_count:,} of {batch.read_count:,} rows", f"SHA-256 {batch.sha256}")
        )
    return tuple(rows)
