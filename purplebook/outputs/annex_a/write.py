"""The whole workbook as bytes: the eleven lists, how they agree with the figures, and where they came from."""

from __future__ import annotations

from collections.abc import Sequence

from purplebook import __version__
from purplebook.language.periods import long_day
from purplebook.outputs.annex_a.workbook import Sheet, workbook_bytes
from purplebook.results.annex_a import UNKNOWN_ROWS, AnnexARecords, ListRows, Reconciled

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


def workbook_of(records: AnnexARecords, lists: Sequence[ListRows]) -> bytes:
    """The workbook of one authority as at a day: the same bytes for the same snapshot and day."""
    sheets = [Sheet(f"List {written.number}", written.headers, written.rows) for written in lists]
    reconciled = tuple(_cells(check) for check in records.reconciliation)
    sheets.append(Sheet("Reconciliation", RECONCILIATION, reconciled))
    sheets.append(Sheet("Manifest", ("What", "Which", "Detail"), _manifest(records)))
    return workbook_bytes(sheets)


def _cells(check: Reconciled) -> tuple[object, ...]:
    return (
        f"List {check.number}",
        UNKNOWN_ROWS if check.counted is None else check.rows,
        check.what,
        UNKNOWN_ROWS if check.counted is None else check.counted,
        check.indicator or None,
        check.title or None,
        check.period or None,
        check.figure,
        check.difference,
        check.outcome,
        check.sentence or None,
    )


def _manifest(records: AnnexARecords) -> tuple[tuple[object, ...], ...]:
    snapshot, scope, unknown = records.snapshot, records.scope, records.not_supplied
    known = snapshot.manifest
    rows: list[tuple[object, ...]] = [
        ("Note", "This sheet and the sheet 'Reconciliation' hold no child's record; the eleven lists do", None),
        ("Authority", scope.authority, None),
        ("As at", scope.as_at, "nothing dated later is on the lists"),
        ("Six months from", scope.six_months_from, "lists 1 to 8"),
        ("Twelve months from", scope.year_from, "lists 10 and 11"),
        ("Snapshot", snapshot.id, f"records as at {long_day(snapshot.as_at)}"),
        ("Written with purplebook", __version__, f"loaded with {known.purplebook_version}"),
        ("Codes", "A code without words in the 2024 layout stands as the bare code", None),
    ]
    for list_rows in records.lists:
        if list_rows.number in unknown:
            rows.append((f"List {list_rows.number}", UNKNOWN_ROWS, f"no file held {unknown[list_rows.number]}"))
        else:
            rows.append((f"List {list_rows.number}", len(list_rows.rows), "rows" if list_rows.rows else "no children"))
    rows.append(
        (
            "Register of list 9",
            records.register_on or "none",
            "the latest register of care leavers on or before the day",
        )
    )
    missing = ", ".join(sorted(snapshot.missing_tables))
    rows.append(("Not supplied", missing or "nothing", "no file held these, so an empty list may mean not known"))
    for batch in known.batches:
        name = batch.file_name + (f", sheet {batch.sheet}" if batch.sheet else "")
        rows.append(
            (f"File: {name}", f"{batch.loaded_count:,} of {batch.read_count:,} rows", f"SHA-256 {batch.sha256}")
        )
    return tuple(rows)
