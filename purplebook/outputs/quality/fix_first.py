"""The data quality in a few lines, and in plain values for programs."""

from __future__ import annotations

from typing import Any

from purplebook.language.periods import long_day
from purplebook.results.printed import count_text
from purplebook.results.quality.column_quality import ColumnQuality, Quality

MOST_LINES = 10


def lines_of(quality: Quality, *, most: int = MOST_LINES) -> list[str]:
    """What to fix first, a line each, and how to see all."""
    weak = quality.to_fix
    of_day = f"{quality.snapshot_id}, as at {long_day(quality.as_at)}"
    if not weak:
        return [f"Data quality of {of_day}: no column that an indicator reads is weak."]
    lines = [f"What to fix first in {of_day} (indicators weakened × rows affected):"]
    lines += [f"  {number}. {sentence(column)}" for number, column in enumerate(weak[:most], start=1)]
    more = f"{len(weak) - most} more columns. " if len(weak) > most else ""
    return [*lines, f"{more}All of it: purplebook check --out quality.html (or .xlsx, or --json)."]


def sentence(column: ColumnQuality) -> str:
    """One weak column in a line, with counts only."""
    count = len(column.indicators)
    return (
        f"{column.table}.{column.column}: {faults(column)}, of {count_text(column.rows)} rows"
        f"{' that it can be told of' if column.not_applicable else ''}; weakens {count} indicator{'s' * (count != 1)}"
    )


def faults(column: ColumnQuality) -> str:
    """What is wrong with a column, in words and counts."""
    parts = []
    if column.missing and not column.is_empty_an_answer:
        parts.append(f"{count_text(column.missing)} empty")
    if column.unknown:
        parts.append(f"{count_text(column.unknown)} not known")
    parts += [f"{count_text(count)} {title}" for title, count in column.implausible_by.items() if count]
    return ", ".join(parts)


def plain_values(quality: Quality) -> dict[str, Any]:
    """Everything the page says, as JSON can hold it."""
    return {
        "snapshot": quality.snapshot_id,
        "as_at": quality.as_at.isoformat(),
        "fix_first": [f"{column.table}.{column.column}" for column in quality.to_fix],
        "columns": [
            {
                "table": column.table,
                "column": column.column,
                "rows": column.rows,
                "not_applicable": column.not_applicable,
                "missing": column.missing,
                "unknown": column.unknown,
                "implausible": column.implausible,
                "implausible_by": {title: count for title, count in column.implausible_by.items() if count},
                "is_supplied": column.is_supplied,
                "is_empty_an_answer": column.is_empty_an_answer,
                "affected": column.affected,
                "weight": column.weight,
                "indicators": list(column.indicators),
            }
            for column in quality.columns
        ],
        "issues": [vars(issue) for issue in quality.issues],
    }
