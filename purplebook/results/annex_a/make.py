"""The eleven lists of one authority as they were known on a day, and how they agree with the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from purplebook.engine.annex_a.records_of_day import ListRows, lists_of_day, reaches_back
from purplebook.engine.annex_a.scope import Scope
from purplebook.errors import BadInputError, NoDataError
from purplebook.language.periods import long_day
from purplebook.results.annex_a.reconcile import Reconciled, reconcile
from purplebook.results.snapshots import check_day, chosen_authorities
from purplebook.store import Snapshot

TABLE_OF_LIST = {
    1: "contact",
    2: "early_help",
    3: "referral",
    4: "assessment",
    5: "section_47_enquiry",
    6: "referral",
    7: "child_protection_plan",
    8: "looked_after_period",
    9: "care_leaver_snapshot",
    10: "permanence_case",
    11: "adopter",
}
"""The table whose rows each list shows: without it the list is not empty but not known."""
AROUND_BIRTHDAY = "OC3_BIRTHDAY"
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


@dataclass(frozen=True)
class AnnexARecords:
    """The lists as rows of bare codes, in their order, and what is known beside them.

    `not_supplied` gives the table that no file held for a list's number; `register_on` the day of list 9's register.
    """

    snapshot: Snapshot
    scope: Scope
    lists: tuple[ListRows, ...]
    register_on: date | None
    reconciliation: tuple[Reconciled, ...]
    not_supplied: Mapping[int, str]


def annex_a_records(snapshot: Snapshot, *, as_at: date, authorities: Sequence[str] = ()) -> AnnexARecords:
    """The lists of one authority as at a day.

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
    known = lists_of_day(snapshot, scope)
    unknown = _not_supplied(snapshot)
    return AnnexARecords(
        snapshot=snapshot,
        scope=scope,
        lists=known.lists,
        register_on=known.register_on,
        reconciliation=reconcile(snapshot, scope, {rows.number: rows for rows in known.lists}, not_supplied=unknown),
        not_supplied=unknown,
    )


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
    early = [(name, end) for name, end in ends if not _reaches_on(snapshot, name, scope.as_at)]
    if early:
        name, end = min(early, key=lambda reach: reach[1])
        raise NoDataError(
            f"Annex A as at {long_day(scope.as_at)} needs records of '{name}' up to that day, and those of snapshot "
            f"{snapshot.id} go only to {long_day(end)}. Ask for that day or an earlier one, or load later records."
        )


def _reaches_on(snapshot: Snapshot, table: str, last: date) -> bool:
    """Whether the records of a table go on to the day, as far as the files say."""
    end = snapshot.covers_to(table)
    return end is None or end >= last


def _not_supplied(snapshot: Snapshot) -> dict[int, str]:
    """The lists that are not known, and the table that no file held for each.

    The yearly return tells of young people around a birthday: it is no register, and list 9 is one.
    """
    unknown = {number: table for number, table in TABLE_OF_LIST.items() if not snapshot.is_supplied(table)}
    register = TABLE_OF_LIST[9]
    if snapshot.read(register, columns=["basis"]).column(0).unique().to_pylist() == [AROUND_BIRTHDAY]:
        unknown[9] = f"a register ({register})"
    return unknown
