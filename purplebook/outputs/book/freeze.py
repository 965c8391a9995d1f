"""The files of a release: the same bytes for the same book, on any machine and any day."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from purplebook import __version__
from purplebook.council import Council
from purplebook.outputs.book.html import page_bytes
from purplebook.outputs.book.workbook import workbook_bytes
from purplebook.results.book.judged import judged_table
from purplebook.results.book.ledger import Restated
from purplebook.results.book.make import Book
from purplebook.store import Snapshot
from purplebook.tables import load_batch

VERDICT_HEADS = (
    *("indicator", "title", "theme", "period", "numerator", "denominator", "value", "status"),
    *("verdict", "why", "expected_to_rise_by", "low", "high", "interval_low", "interval_high"),
)
BESIDE_HEADS = ("indicator", "title", "period", "year", "neighbours", "of", "verdict", "why")
CHANGE_HEADS = (
    *("indicator", "title", "period", "old_value", "new_value", "old_numerator", "new_numerator"),
    *("old_denominator", "new_denominator", "why", "entered", "left", "base_entered", "base_left"),
)


def release_files(
    book: Book, *, changed: pa.Table | None, restated: Sequence[Restated], before: str
) -> dict[str, bytes]:
    """Every file of the release by its name.  `before` is the release that the changes are from, or ""."""
    files = {
        "figures.parquet": _parquet(book.figures),
        "comparisons.parquet": _parquet(book.comparisons),
        "judged.parquet": _parquet(judged_table(book.judged)),
        "verdicts.csv": _csv(VERDICT_HEADS, _verdict_rows(book)),
        "neighbours.csv": _csv(BESIDE_HEADS, _beside_rows(book)),
        "changes.csv": _csv(CHANGE_HEADS, [_change_row(each) for each in restated]),
        "book.html": page_bytes(book, restated=restated, before=before),
        "book.xlsx": workbook_bytes(book, restated=restated, before=before),
    }
    if changed is not None:
        files["changes.parquet"] = _parquet(changed)
    return files


def release_facts(
    book: Book,
    *,
    previous: str | None,
    published: Mapping[str, str],
    council: Council,
) -> dict[str, Any]:
    """What the release was made of: records, definitions, standards, published figures, the council, and the program.

    Of what the council says of itself there is a hash for each part that was used, and none for a part it left out.
    """
    return {
        "authority": book.authority,
        "status": book.status,
        "purplebook": __version__,
        "snapshot": {"id": book.snapshot.id, "sha256": records_hash(book.snapshot)},
        "editions": {item.id: item.edition for item in book.indicators},
        "definitions_sha256": _hash([repr(item) for item in book.indicators]),
        "standards_sha256": _hash([f"{name} {item!r}" for name, item in council.standards.items()]),
        "published_sha256": dict(published),
        "council_sha256": {name: sha256 for name, sha256 in council.used.items() if sha256},
        "lateness": book.lateness.note or "learnt from the extracts loaded before",
        "learnt_from": {each.id: records_hash(each) for each in book.learnt_from},
        "previous": previous,
    }


def records_hash(snapshot: Snapshot) -> str:
    """One hash for the bytes of all records; the day, machine and order of files of the load have no part in it."""
    lines = [
        f"{table.name} {file.sha256}"
        for table in sorted(snapshot.manifest.tables, key=lambda each: each.name)
        for file in table.files
        if table.name != load_batch.name
    ]
    return _hash(lines)


def _hash(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _parquet(table: pa.Table) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table.combine_chunks(), stream, compression="zstd", row_group_size=1 << 20)
    return stream.getvalue()


def _csv(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)
    return stream.getvalue().encode()


def _verdict_rows(book: Book) -> list[tuple[object, ...]]:
    rows = []
    for line in book.lines:
        item, come = line.indicator, line.to_come
        more = (None, None, None) if come is None else (come.expected, come.low, come.high)
        rows.append(
            (
                *(item.id, item.title, item.theme, line.period.key, line.numerator, line.denominator, line.value),
                *(line.status, str(line.verdict.word), line.verdict.why, *more, *(line.interval or (None, None))),
            )
        )
    return rows


def _beside_rows(book: Book) -> list[tuple[object, ...]]:
    return [
        (
            *(each.indicator.id, each.indicator.title, each.period.key, each.year, each.counted, each.among),
            *(each.words, each.verdict.why),
        )
        for each in book.beside
    ]


def _change_row(each: Restated) -> tuple[object, ...]:
    return (
        *(each.indicator, each.title, each.period, each.old_value, each.new_value),
        *(each.old_parts[0], each.new_parts[0], each.old_parts[1], each.new_parts[1], each.why),
        *(each.entered, each.left, each.base_entered, each.base_left),
    )
