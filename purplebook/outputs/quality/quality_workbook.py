"""The data-quality page as a workbook: Summary, Columns and Issues, with no cell of a record."""

from __future__ import annotations

from purplebook.language.periods import long_day
from purplebook.outputs.quality.fix_first import faults
from purplebook.outputs.sheets import Column, Kind, Sheet, Workbook, workbook_bytes
from purplebook.results.quality.column_quality import Quality

WHOLE, SHARE = Kind.WHOLE, Kind.NUMBER


def quality_workbook_bytes(quality: Quality) -> bytes:
    """The workbook; the same quality gives the same bytes."""
    return workbook_bytes(
        Workbook(
            title=f"Data quality as at {long_day(quality.as_at)}",
            sheets=(_summary(quality), _columns(quality), _issues(quality)),
            facts=(("Snapshot", quality.snapshot_id), ("Holds", "Counts only, no records.")),
            legend=(
                ("Empty", "The cell holds nothing."),
                ("Empty is an answer", "Emptiness says something, such as “empty while open”, and is not to be fixed."),
                ("Not known", "The code says that it is not known, not recorded or refused."),
                ("Implausible", "The value cannot be, such as an end before its start."),
                ("Affected", "Rows that somebody could put right."),
                ("Supplied", "Whether any file had the column at all."),
            ),
        )
    )


def _summary(quality: Quality) -> Sheet:
    return Sheet(
        name="Summary",
        title="What to fix first",
        units="Rows are counted.",
        notes=("Ranked by the indicators that a column weakens, times the rows affected.",),
        columns=(
            *(Column("Rank", WHOLE), Column("Table"), Column("Column"), Column("Rows", WHOLE)),
            *(Column("Affected", WHOLE), Column("Indicators weakened", WHOLE), Column("What is wrong")),
            Column("Indicators"),
        ),
        rows=tuple(
            (
                *(rank, weak.table, weak.column, weak.rows, weak.affected, len(weak.indicators)),
                *(faults(weak), ", ".join(weak.indicators)),
            )
            for rank, weak in enumerate(quality.to_fix, start=1)
        ),
    )


def _columns(quality: Quality) -> Sheet:
    return Sheet(
        name="Columns",
        title="Every column",
        units="Rows are counted; shares are percentages of the rows.",
        columns=(
            *(Column("Table"), Column("Column"), Column("Supplied"), Column("Rows", WHOLE), Column("Empty", WHOLE)),
            *(Column("Empty is an answer"), Column("Not known", WHOLE), Column("Implausible", WHOLE)),
            *(Column("Share empty %", SHARE), Column("Share not known %", SHARE), Column("Share implausible %", SHARE)),
            Column("Indicators"),
        ),
        rows=tuple(
            (
                *(column.table, column.column, _yes(column.is_supplied), column.rows, column.missing),
                *(_yes(column.is_empty_an_answer), column.unknown, column.implausible),
                *(column.share(n, places=2) for n in (column.missing, column.unknown, column.implausible)),
                ", ".join(column.indicators),
            )
            for column in quality.columns
        ),
    )


def _issues(quality: Quality) -> Sheet:
    return Sheet(
        name="Issues",
        title="Issues recorded at load",
        units="Rows are counted.",
        columns=(
            *(Column("File"), Column("Sheet"), Column("Column"), Column("Rows", WHOLE), Column("What was wrong")),
            *(Column("What to do"), Column("Rejected")),
        ),
        rows=tuple(
            (
                *(issue.file_name, issue.sheet, issue.column, issue.rows, issue.reason),
                *(issue.what_to_do, _yes(issue.is_rejected)),
            )
            for issue in quality.issues
        ),
    )


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"
