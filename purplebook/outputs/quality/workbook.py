"""The data-quality page as a workbook: Summary, Columns and Issues, with no cell of a record."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

from purplebook.outputs.quality.html import faults
from purplebook.results.quality import Quality

COLUMN_HEADS = (
    *("Table", "Column", "Supplied", "Rows", "Empty", "Empty is an answer", "Not known", "Implausible"),
    *("Share empty %", "Share not known %", "Share implausible %", "Indicators"),
)


def workbook_bytes(quality: Quality) -> bytes:
    """The workbook; text is never read as a formula."""
    stream = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, settings) as book:
        _sheet(
            book,
            "Summary",
            ("Rank", "Table", "Column", "Rows", "Affected", "Indicators weakened", "What is wrong", "Indicators"),
            [
                (n, e.table, e.column, e.rows, e.affected, len(e.indicators), faults(e), ", ".join(e.indicators))
                for n, e in enumerate(quality.to_fix, start=1)
            ],
        )
        _sheet(
            book,
            "Columns",
            COLUMN_HEADS,
            [
                (
                    *(e.table, e.column, _yes(e.is_supplied), e.rows, e.missing, _yes(e.is_empty_an_answer)),
                    *(e.unknown, e.implausible, e.share(e.missing), e.share(e.unknown), e.share(e.implausible)),
                    ", ".join(e.indicators),
                )
                for e in quality.columns
            ],
        )
        _sheet(
            book,
            "Issues",
            ("File", "Sheet", "Column", "Rows", "What was wrong", "What to do", "Rejected"),
            [
                (e.file_name, e.sheet, e.column, e.rows, e.reason, e.what_to_do, _yes(e.is_rejected))
                for e in quality.issues
            ],
        )
    return stream.getvalue()


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"


def _sheet(book: xlsxwriter.Workbook, name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, heads, book.add_format({"bold": True}))
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
    sheet.autofit()
