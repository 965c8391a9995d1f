"""Pieces of figures are labelled many at a time: the rows are those of each piece, in their order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest

from purplebook.definitions import INDICATORS
from purplebook.language.periods import month
from purplebook.results import pieces
from purplebook.results.figures import FIGURE_SCHEMA
from purplebook.results.pieces import Column, Piece, frame_of, table_of
from purplebook.results.populations import Populations
from purplebook.results.setting import Setting
from purplebook.results.supply import Supply

MONTHS = (month(2015, 7), month(2015, 8))
FIRST, SECOND = INDICATORS[:2]


def frame(*authorities: str) -> pieces.Frame:
    return frame_of(MONTHS, Setting(authorities, Populations(), Supply()))


def piece(
    item, where, group: str, *, place: int, numbers: tuple[int, int], statuses=("provisional",), **known
) -> Piece:
    count = len(numbers)
    hundredths = pa.array([Decimal(number).scaleb(-2) for number in numbers], pa.decimal128(18, 2))
    return Piece(
        item,
        "all" if group == "all" else "sex",
        where,
        area=np.full(count, place),
        period=np.arange(count),
        groups=pa.repeat(group, count),
        numerator=Column(np.array(numbers), known.get("top", True)),
        denominator=Column(np.array(numbers) * 10, known.get("bottom", True)),
        value=Column(hundredths, known.get("value", True)),
        status=np.arange(count) % len(statuses),
        statuses=statuses,
    )


EAST, WEST = frame("901", "902"), frame("903")
PIECES = (
    piece(FIRST, EAST, "all", place=1, numbers=(1, 2)),
    piece(FIRST, WEST, "all", place=0, numbers=(3, 4), top=False, statuses=("not supplied",)),
    piece(SECOND, EAST, "F", place=0, numbers=(5, 6), bottom=np.array([False, True]), statuses=("no population", "x")),
    piece(SECOND, WEST, "F", place=0, numbers=(7, 8), value=np.array([True, False]), statuses=("x", "provisional")),
)
EXPECTED = [
    (FIRST, "902", "all", "all", 1, 10, "0.01", "provisional"),
    (FIRST, "902", "all", "all", 2, 20, "0.02", "provisional"),
    (FIRST, "903", "all", "all", None, 30, "0.03", "not supplied"),
    (FIRST, "903", "all", "all", None, 40, "0.04", "not supplied"),
    (SECOND, "901", "sex", "F", 5, None, "0.05", "no population"),
    (SECOND, "901", "sex", "F", 6, 60, "0.06", "x"),
    (SECOND, "903", "sex", "F", 7, 70, "0.07", "x"),
    (SECOND, "903", "sex", "F", 8, 80, None, "provisional"),
]


@pytest.mark.parametrize("at_once", [1, 3, 4, 1000])
def test_each_row_has_the_labels_of_its_own_piece_however_many_are_labelled_at_once(at_once, monkeypatch):
    monkeypatch.setattr(pieces, "AT_ONCE", at_once)
    rows = table_of(PIECES).to_pylist()
    assert [row["period"] for row in rows] == ["2015-07", "2015-08"] * 4
    assert (rows[0]["period_start"], rows[1]["period_end"]) == (date(2015, 7, 1), date(2015, 8, 31))
    named = ("area", "breakdown", "group", "numerator", "denominator", "value", "status")
    assert [(row["indicator"], row["edition"], *(row[name] for name in named)) for row in rows] == [
        (item.id, item.edition, *rest, None if value is None else Decimal(value), status)
        for item, *rest, value, status in EXPECTED
    ]


def test_no_piece_is_a_table_without_rows():
    assert (table_of(()).schema, table_of(()).num_rows) == (FIGURE_SCHEMA, 0)
