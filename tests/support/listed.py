"""Whether a figure and its list agree: as many rows as it counts, or rows whose values come to what it says."""

from __future__ import annotations

import pyarrow as pa

from purplebook.language.measures import Shape
from purplebook.results.figure import Figure


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
