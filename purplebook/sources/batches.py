"""What became of every row of every file: read, and loaded or left out, each of the three counted for itself.

    counted in the file   =   became records (its reader counts)   +   left out (its issues)

A row that one side has and the other has not was lost in silence, and then nothing is published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import duckdb

from purplebook.sources import conform
from purplebook.sources.files import InputFile
from purplebook.sources.raw import RawFiles
from purplebook.sources.rows_at_source import count_at_source
from purplebook.store.loaded import Batch


def batches_of(
    connection: duckdb.DuckDBPyConnection,
    raw_files: Sequence[RawFiles],
    conformed: Sequence[conform.Conformed],
    *,
    files: Sequence[InputFile],
) -> tuple[Batch, ...]:
    """One batch for each source; RowsLost when its rows do not add up."""
    rejected, early = conform.rejected_by_batch(connection), _left_out_by_readers(raw_files, conformed)
    settled = conform.rows_by_batch(conformed)
    loaded: dict[str, int] = {}
    for raw in raw_files:
        for key in (source.batch_id for source in raw.sources):
            # Rows that become rows of several tables are counted by their reader, all others where they were settled.
            late = rejected.get(key, 0) - early.get(key, 0)
            loaded[key] = raw.rows_taken.get(key, settled.get(key, 0)) - late
    accounted = {key: count + rejected.get(key, 0) for key, count in loaded.items()}
    sources = [(raw, source) for raw in raw_files for source in raw.sources]
    # Files of two years that are the same to the byte, such as a header of one child, are one batch, of which each has
    # an equal part.
    alike = Counter(source.batch_id for _, source in sources)
    counts = count_at_source(files, raw_files, accounted=accounted, alike=alike)
    return tuple(
        Batch(
            batch_id=source.batch_id,
            file_name=source.file_name,
            sheet=source.sheet,
            source_format=source.source_format,
            extracted_on=raw.extracted_on,
            sha256=source.sha256,
            rows_read=counts[source.batch_id] // alike[source.batch_id],
            rows_loaded=loaded[source.batch_id] // alike[source.batch_id],
            rows_rejected=rejected.get(source.batch_id, 0) // alike[source.batch_id],
        )
        for raw, source in sources
    )


def _left_out_by_readers(raw_files: Sequence[RawFiles], conformed: Sequence[conform.Conformed]) -> dict[str, int]:
    """How many rows of each batch its reader left out itself."""
    rows: dict[str, set[int | None]] = {}
    for raw in raw_files:
        batch_of = {(source.file_name, source.sheet): source.batch_id for source in raw.sources}
        for issue in raw.issues:
            if issue.is_rejected and (issue.file_name, issue.sheet) in batch_of:
                rows.setdefault(batch_of[issue.file_name, issue.sheet], set()).add(issue.row)
    for part in (part for settled in conformed for part in settled.raws):
        rows.setdefault(part.source.batch_id, set()).update(issue.row for issue in part.issues if issue.is_rejected)
    return {batch: len(numbers) for batch, numbers in rows.items()}
