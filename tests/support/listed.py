"""Whether a figure and its list agree: as many rows as it counts, or rows whose values come to what it says."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.engine.base import Engine
from purplebook.engine.row_lists import listed_total, rows_behind
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import Period
from purplebook.results.figure import Figure


def lists_of(engine: Engine, item: Indicator, periods: Sequence[Period]) -> dict[str, tuple[pa.Table, pa.Table]]:
    """The rows that a figure counts, and those that they are a part of, by the key of each of several periods.

    All periods are asked at once, and once where both lists are one question: planning takes longer than listing.
    """
    rows = rows_behind(engine, item, periods=periods)
    is_one_question = listed_total(item, among=True) == listed_total(item, among=False)
    of_all = rows if is_one_question else rows_behind(engine, item, periods=periods, among=True)
    return {period.key: (_of_period(rows, period), _of_period(of_all, period)) for period in periods}


def _of_period(listed: pa.Table, period: Period) -> pa.Table:
    return listed.filter(pc.field("in_period") == period.key).drop_columns(["in_period"])


def check_listed(figure: Figure, shape: Shape, *, rows: pa.Table, of_all: pa.Table) -> None:
    """`rows` are those that the figure counts, `of_all` those that they are a part of."""
    listed, among = rows.num_rows, of_all.num_rows
    if figure.status == "not supplied":
        assert (figure.numerator, figure.denominator, listed) == (None, None, 0)
        return
    match shape:
        case Shape.MEAN | Shape.MEDIAN | Shape.REPORTED:
            assert listed == among == figure.denominator
        case Shape.RATE | Shape.COUNT:
            assert listed == among == figure.numerator
        case Shape.SUM | Shape.RATIO:
            # A sum lists the rows that it adds up, each with its value.
            assert sum(rows.column("value").to_pylist()) == figure.numerator
            assert figure.denominator in (None, sum(of_all.column("value").to_pylist()))
        case _:
            assert (listed, among) == (figure.numerator, figure.denominator)
