"""The purple book as a workbook: verdicts, every headline figure, comparisons and restatements; counts only."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

import pyarrow.compute as pc
import xlsxwriter

from purplebook.language.periods import long_day
from purplebook.results.book.ledger import Restated
from purplebook.results.book.make import Book
from purplebook.results.figures import EVERYONE

ALWAYS = datetime(2000, 1, 1)
"""When the workbook says it was made: the same for every making, or its bytes would differ."""


def workbook_bytes(book: Book, *, restated: Sequence[Restated], before: str) -> bytes:
    """The workbook; text is never read as a formula, and the same book gives the same bytes."""
    stream = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, settings) as made:
        made.set_properties({"title": f"Purple book, {long_day(book.as_at)}", "created": ALWAYS})
        _sheet(made, "About", ("What", "Value"), _about(book, before))
        _sheet(
            made,
            "Verdicts",
            ("Indicator", "Title", "Theme", "Period", "Figure", "Of which", "Of", "Status", "Verdict", "Why"),
            [
                (
                    *(line.indicator.id, line.indicator.title, line.indicator.theme, line.period.label),
                    *(_number(line.value), line.numerator, line.denominator, line.status),
                    *(str(line.verdict.word), line.verdict.why),
                )
                for line in book.lines
            ],
        )
        everyone = book.figures.filter(pc.equal(book.figures.column("breakdown"), EVERYONE))  # pyright: ignore[reportAttributeAccessIssue]
        _sheet(
            made,
            "Figures",
            ("Indicator", "Edition", "Period", "First day", "Last day", "Of which", "Of", "Figure", "Status"),
            [
                (
                    *(row["indicator"], row["edition"], row["period"]),
                    *(row["period_start"].isoformat(), row["period_end"].isoformat()),
                    *(row["numerator"], row["denominator"], _number(row["value"]), row["status"]),
                )
                for row in everyone.to_pylist()
            ],
        )
        _sheet(
            made,
            "Restatements",
            ("Indicator", "Title", "Period", "Was", "Is", "Children in", "Children out", "Why"),
            [
                (
                    *(each.indicator, each.title, each.period, _number(each.old_value), _number(each.new_value)),
                    *(each.entered, each.left, each.why),
                )
                for each in restated
            ],
        )
    return stream.getvalue()


def _about(book: Book, before: str) -> list[tuple[object, ...]]:
    return [
        ("Book of", long_day(book.as_at)),
        ("Authority", f"{book.authority} {book.council.name}".strip()),
        ("Status", book.status),
        ("Snapshot", book.snapshot.id),
        ("Restatements since", before or "no earlier release"),
        ("Late records", book.lateness.note or "learnt from the extracts loaded before"),
        ("Not for publication", "Small numbers are not hidden."),
        ("An empty cell", "There is no figure; its status says why."),
        *(("Rates are divided by", words) for words in sorted({each.words for each in book.populations.values()})),
        *((long_day(event.on), f"{event.words} ({', '.join(event.indicators) or 'all'})") for event in book.events),
    ]


def _number(value: object) -> object:
    return None if value is None else float(str(value))


def _sheet(made: xlsxwriter.Workbook, name: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    sheet = made.add_worksheet(name)
    sheet.write_row(0, 0, heads, made.add_format({"bold": True, "text_wrap": True}))
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, 0, row)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
    sheet.autofit(400)
