"""The files of a release: the same bytes for the same book, on any machine and any day."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook.outputs.book.book_page import book_page_bytes
from purplebook.outputs.book.book_workbook import book_workbook_bytes
from purplebook.results.book.ledger import Restated
from purplebook.results.book.make import Book
from purplebook.results.book.retold import Retold
from purplebook.results.book.verdict_table import verdict_table
from purplebook.results.printed.guarded import guarded

VERDICT_HEADS = (
    *("indicator", "title", "theme", "period", "numerator", "denominator", "value", "status"),
    *("verdict", "way", "sentence", "expected_to_rise_by", "low", "high", "interval_low", "interval_high"),
)
BESIDE_HEADS = ("indicator", "title", "period", "year", "neighbours", "of", "verdict", "why")
CHANGE_HEADS = (
    *("indicator", "title", "period", "old_value", "new_value", "old_numerator", "new_numerator"),
    *("old_denominator", "new_denominator", "why", "entered", "left", "base_entered", "base_left"),
)


def release_files(
    book: Book, *, changed: pa.Table | None, restated: Sequence[Restated], retold: Sequence[Retold], before: str
) -> dict[str, bytes]:
    """Every file of the release by its name.  `before` is the release that the changes are from, or ""."""
    files = {
        "figures.parquet": _parquet(book.figures),
        "comparisons.parquet": _parquet(book.comparisons),
        "judged.parquet": _parquet(verdict_table(book.judged)),
        "verdicts.csv": _csv(VERDICT_HEADS, _verdict_rows(book)),
        "neighbours.csv": _csv(BESIDE_HEADS, _beside_rows(book)),
        "changes.csv": _csv(CHANGE_HEADS, [_change_row(change) for change in restated]),
        "book.html": book_page_bytes(book, restated=restated, retold=retold, before=before),
        "book.xlsx": book_workbook_bytes(book, restated=restated, before=before),
    }
    if changed is not None:
        files["changes.parquet"] = _parquet(changed)
    return files


def _parquet(table: pa.Table) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table.combine_chunks(), stream, compression="zstd", row_group_size=1 << 20)
    return stream.getvalue()


def _csv(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(heads)
    cells = [["" if cell is None else guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    writer.writerows(cells)
    return stream.getvalue().encode()


def _verdict_rows(book: Book) -> list[tuple[object, ...]]:
    rows = []
    for line in book.lines:
        item, come = line.indicator, line.to_come
        more = (None, None, None) if come is None else (come.expected, come.low, come.high)
        rows.append(
            (
                *(item.id, item.title, item.theme, line.period.key, line.numerator, line.denominator, line.value),
                *(
                    line.status,
                    str(line.verdict.word),
                    str(line.verdict.way),
                    line.verdict.sentence,
                    *more,
                    *(line.interval or (None, None)),
                ),
            )
        )
    return rows


def _beside_rows(book: Book) -> list[tuple[object, ...]]:
    return [
        (
            *(
                comparison.indicator.id,
                comparison.indicator.title,
                comparison.period.key,
                comparison.year,
                comparison.counted,
                comparison.among,
            ),
            *(comparison.words, comparison.verdict.why),
        )
        for comparison in book.beside
    ]


def _change_row(change: Restated) -> tuple[object, ...]:
    return (
        *(change.indicator, change.title, change.period, change.old_value, change.new_value),
        *(change.old_parts[0], change.new_parts[0], change.old_parts[1], change.new_parts[1], change.why),
        *(change.entered, change.left, change.base_entered, change.base_left),
    )
