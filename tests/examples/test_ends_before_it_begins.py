"""A length of time that ends before it begins is in no figure: found mechanically in every definition.

In each worked example, every row that counts and is timed is made to end before it begins.  None may then be left above
the line or below it, and all of them are counted as left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from purplebook.definitions import INDICATORS
from purplebook.engine import plain_python
from purplebook.language import expressions as ex
from purplebook.language.backwards import backwards_left_out
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Total, TotalKind
from purplebook.results.left_out import left_out_of
from tests.support.definitions import parts_of
from tests.support.examples import Example, all_examples

EXAMPLES = all_examples()
ALLOWED = {
    "AD05": "the scorecard's A2: a child matched before the court's authority waited no days",
}
"""Indicators of which a source says what less than no time counts as."""


Length = ex.DaysBetween | ex.WorkingDaysBetween


def lengths(item: Indicator) -> Iterator[Length]:
    """The lengths of time between two of the row's own days that a value or a condition asks for."""
    totals = [total for total in (item.measure.top, item.measure.bottom) if total is not None]
    said = [node for total in totals for node in (*total.cohort.only, total.value) if node is not None]
    for node in dict.fromkeys(part for term in said for part in ex.walk_here(term)):
        if isinstance(node, Length) and isinstance(node.start, ex.Column) and not ex.depends_on_period(node):
            # Where related rows give the end, those are chosen that come after the start.
            if not any(isinstance(part, ex.Related) for part in ex.walk(node)):
                yield node


TIMED = [item for item in INDICATORS if item.id not in ALLOWED and any(True for _ in lengths(item))]


def test_the_indicators_that_time_something_are_found() -> None:
    assert {"AS01", "AS02", "FD03", "CP06", "CP08-ENDED", "AD03", "AD04", "AD06", "AD07", "CT01-WAIT"} <= {
        item.id for item in TIMED
    }


def backwards(example: Example, item: Indicator) -> dict[str, list[dict[str, Any]]] | None:
    """The example's rows, with every length of them ending ten days before it begins; None where none has both days."""
    table = item.measure.top.cohort.table
    rows: dict[str, list[dict[str, Any]]] = {name: [dict(row) for row in of] for name, of in example.rows.items()}
    turned = 0
    for length in lengths(item):
        for row in rows[table]:
            end = day_of(row, length.end, item)
            if isinstance(length.start, ex.Column) and row[length.start.name] is not None and end is not None:
                row[length.start.name] = end + timedelta(days=10)
                turned += 1
    return rows if turned else None


def day_of(row: dict[str, Any], day: ex.Expression, item: Indicator) -> Any:
    """A day of one row, or the first of several that is recorded."""
    table = item.measure.top.cohort.table
    return plain_python.Sight(row, table=table, memory=plain_python.Memory({}), period=None)(day)


@pytest.mark.parametrize("item", TIMED, ids=lambda item: item.id)
def test_rows_that_end_before_they_begin_are_in_no_figure_and_are_counted(item: Indicator) -> None:
    left_out = left_out_of(item)
    tried = counted = 0
    for example in EXAMPLES:
        rows = backwards(example, item) if example.indicator_id == item.id else None
        if rows is None:
            continue
        for total in (item.measure.top, item.measure.bottom):
            assert total is not None
            before = plain_python.rows_behind(example.rows, total, example.period)
            after = plain_python.rows_behind(rows, total, example.period)
            tried += len(before) > len(after)
            for row in after:
                for length in lengths(item):
                    # Whatever is left has a length that is not known.
                    days = [day_of(dict(row), day, item) for day in (length.start, length.end)]
                    assert None in days, example.says
        if left_out is not None:
            counted += len(plain_python.rows_behind(rows, Total(TotalKind.ROWS, left_out), example.period))
    assert tried, f"{item.id}: no example has a row that could be left out"
    assert left_out is None or counted, f"{item.id}: what it leaves out is never counted"


def test_an_indicator_that_leaves_rows_out_says_so_above_and_below_the_line() -> None:
    for item in INDICATORS:
        for total in (item.measure.top, item.measure.bottom):
            if total is None:
                continue
            terms = [part for part in parts_of(total.cohort.only) if isinstance(part, ex.Expression)]
            assert bool(backwards_left_out(terms)) == (left_out_of(item) is not None), item.id
