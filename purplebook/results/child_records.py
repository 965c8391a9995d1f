"""What the records of a snapshot say of one child as at a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from purplebook.engine.records.one_child import PERSON_TABLES, ChildRecords, Row, child_records
from purplebook.results.child import Child
from purplebook.results.snapshots import LATEST_ONLY, check_day
from purplebook.store import Snapshot

__all__ = ["LATEST_ONLY", "PERSON_TABLES", "KnownOfChild", "Row", "known_of_child"]


@dataclass(frozen=True)
class KnownOfChild:
    """One child's records as they were known on a day; before `complete_from` they may lack something."""

    child: Child
    as_at: date
    snapshot_id: str
    records: ChildRecords
    complete_from: date | None


def known_of_child(snapshot: Snapshot, child: Child, *, as_at: date) -> KnownOfChild:
    """Everything that was known of a child on a day; NoDataError for a day that the records do not reach."""
    check_day(snapshot, as_at)
    records = child_records(snapshot, authority_code=child.authority_code, person_id=child.person_id, as_at=as_at)
    covered = [since for name, rows in records.rows.items() if rows and (since := snapshot.covers_from(name))]
    return KnownOfChild(child, as_at, snapshot.id, records, max(covered, default=None))
