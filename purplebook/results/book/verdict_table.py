"""The one table of verdicts, which book and paper both read: every month of every indicator, and what is said of it."""

from __future__ import annotations

import math

import pyarrow as pa

from purplebook.results.book.judged import Judged

VERDICT_SCHEMA = pa.schema(
    [
        ("indicator", pa.string()),
        ("period", pa.string()),
        ("kind", pa.string()),
        ("value", pa.float64()),
        ("verdict", pa.string()),
        ("way", pa.string()),
        ("sentence", pa.string()),
        ("is_newest", pa.bool_()),
        ("months", pa.int64()),
        ("observed", pa.float64()),
        ("expected", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("since", pa.string()),
        ("smallest_seen", pa.float64()),
        ("still_to_come", pa.int64()),
        ("come_low", pa.int64()),
        ("come_high", pa.int64()),
    ]
)
"""One row for each month of each indicator, in the order of the report; null where there is none.

`is_newest` marks the month that is judged for the indicator's line: those after it are still filling up.  `observed`,
`expected`, `low` and `high` are of the window of `months` that ends with the month, rounded half up to two places.
"""


def verdict_table(judged: Judged) -> pa.Table:
    """Every month of every indicator with what is said of it."""
    rows = []
    for name, series in judged.of.items():
        for place, period in enumerate(series.months):
            month, verdict = series.judged.months[place], judged.verdict(name, place)
            come = judged.to_come.get((name, period.key))
            rows.append(
                {
                    "indicator": name,
                    "period": period.key,
                    "kind": str(series.judged.kind),
                    "value": _number(series.asked.value[place]),
                    "verdict": str(verdict.word),
                    "way": str(verdict.way),
                    "sentence": verdict.sentence,
                    "is_newest": place == judged.newest(name),
                    "months": verdict.months,
                    **{part: _number(getattr(month, part)) for part in ("observed", "expected", "low", "high")},
                    "since": None if month.since is None else series.months[month.since].key,
                    "smallest_seen": _number(month.smallest_seen),
                    "still_to_come": None if come is None else come.expected,
                    "come_low": None if come is None else come.low,
                    "come_high": None if come is None else come.high,
                }
            )
    return pa.Table.from_pylist(rows, schema=VERDICT_SCHEMA)


def _number(value: float | None) -> float | None:
    """A number to two places: what is beyond them hangs on the machine."""
    return None if value is None or math.isnan(value) else math.floor(value * 100 + 0.5) / 100
