"""A snapshot → Ofsted's Annex A, as the records were known on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from purplebook.outputs.annex_a.lists import written_lists
from purplebook.outputs.annex_a.write import workbook_of
from purplebook.results.annex_a import ListRows, Reconciled, annex_a_records
from purplebook.store import Snapshot


@dataclass(frozen=True)
class AnnexA:
    """A written workbook and what is in it; `not_supplied` gives the table that no file held for a list's number."""

    content: bytes
    lists: tuple[ListRows, ...]
    reconciliation: tuple[Reconciled, ...]
    not_supplied: Mapping[int, str]


def annex_a_bytes(snapshot: Snapshot, *, as_at: date, authorities: Sequence[str] = ()) -> AnnexA:
    """The workbook of one authority as at a day: the same bytes for the same snapshot and day.

    NoDataError for a day that the records do not reach or for which they are not complete; BadInputError where the
    records are of several authorities and none was named.
    """
    records = annex_a_records(snapshot, as_at=as_at, authorities=authorities)
    lists = written_lists(records)
    return AnnexA(workbook_of(records, lists), lists, records.reconciliation, records.not_supplied)
