"""A yearly figure beside its statistical neighbours' of the same year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from purplebook.definitions import indicator_by_id
from purplebook.definitions.reference import neighbours
from purplebook.results.book.beside_neighbours import BesideNeighbours, beside_neighbours
from purplebook.results.book.months_of_book import book_periods
from purplebook.results.figures import FIGURE_SCHEMA
from purplebook.sources.published import PUBLISHED_SCHEMA

PERIODS = book_periods(date(2015, 8, 31))
LIST = neighbours().of("870", vintage="2021-04")
assert LIST is not None


def figure(name: str, top: int, bottom: int, *, period: str = "FY2014-15") -> dict[str, object]:
    value = Decimal(round(10_000 * top / bottom)) / 100
    return {
        **{"indicator": name, "edition": 1, "area": "899", "period": period, "breakdown": "all", "group": "all"},
        **{"period_start": date(2014, 4, 1), "period_end": date(2015, 3, 31)},
        **{"numerator": top, "denominator": bottom, "value": value, "status": "provisional"},
    }


def published(parts: list[tuple[int, int] | None], *, measure: str = "rereferrals_pct", year: int = 2015) -> pa.Table:
    rows = []
    for code, pair in zip(LIST.neighbours, parts, strict=False):  # type: ignore[union-attr]
        row = {"measure": measure, "group": "", "area": code, "year": year, "unit": "%", "edition": "invented"}
        if pair is None:
            row |= {"symbol": "c"}
        else:
            row |= {"numerator": pair[0], "denominator": pair[1], "value": 100 * pair[0] / pair[1], "is_derived": False}
        rows.append(row)
    names = PUBLISHED_SCHEMA.names
    columns = {name: [row.get(name) for row in rows] for name in names}
    return pa.table(
        {
            name: pa.array(columns[name]).cast(PUBLISHED_SCHEMA.field(name).type)
            if name not in ("value", "numerator", "denominator")
            else pa.array([None if each is None else Decimal(round(each * 100)) / 100 for each in columns[name]]).cast(
                PUBLISHED_SCHEMA.field(name).type
            )
            for name in names
        },
        schema=PUBLISHED_SCHEMA,
    )


def beside(top: int, bottom: int, held: pa.Table, *, period: str = "FY2014-15") -> tuple[BesideNeighbours, ...]:
    figures = pa.Table.from_pylist([figure("RF07", top, bottom, period=period)], schema=FIGURE_SCHEMA)
    return beside_neighbours(
        figures, [indicator_by_id("RF07")], periods=PERIODS, authority="870", held=[held], vintage="2021-04"
    )


ALIKE = [(200, 1000)] * 10


def test_far_above_neighbours_who_are_all_alike_is_worse_where_low_is_good() -> None:
    (found,) = beside(400, 1000, published(ALIKE))
    assert (found.year, found.counted, found.among) == (2015, 10, 10)
    assert found.words == "higher than its neighbours, which is worse"
    assert "40.0% beside 20.0%" in found.verdict.why


def test_no_further_off_than_chance_is_no_real_difference() -> None:
    (found,) = beside(215, 1000, published(ALIKE))
    assert found.words == "no sign of a difference"


def test_far_below_is_better() -> None:
    (found,) = beside(80, 1000, published(ALIKE))
    assert found.words == "lower than its neighbours, which is better"


@pytest.mark.parametrize(("known", "words"), [(5, "no sign of a difference"), (4, "not judged"), (1, "not judged")])
def test_fewer_than_five_neighbours_with_both_parts_are_no_neighbours(known: int, words: str) -> None:
    (found,) = beside(215, 1000, published([*ALIKE[:known], *[None] * (10 - known)]))
    assert (found.words, found.counted) == (words, known)


def test_a_small_figure_is_too_few_to_tell() -> None:
    (found,) = beside(3, 7, published(ALIKE))
    assert found.words == "too few to tell"


def test_another_year_a_withheld_figure_and_an_unknown_authority_are_not_compared() -> None:
    assert beside(215, 1000, published(ALIKE, year=2014)) == ()
    assert beside(215, 1000, published([None] * 10)) == ()
    assert beside(215, 1000, published(ALIKE), period="FY2013-14") == ()
    figures = pa.Table.from_pylist([figure("RF07", 215, 1000)], schema=FIGURE_SCHEMA)
    asked = {"periods": PERIODS, "held": [published(ALIKE)], "vintage": "2021-04"}
    assert beside_neighbours(figures, [indicator_by_id("RF07")], authority="899", **asked) == ()  # type: ignore[arg-type]
