"""The demo's year ends beside what the Department published of Reading, every difference explained.

The invented council is worked back from what Reading's paper of 2015 prints, so it differs from the published
statistics where the paper does, and is invented where the paper is silent.  `year_ends.csv` says of each difference
which it is, and each explanation is one that can be found wrong.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from purplebook.council import council_of
from purplebook.definitions import INDICATORS, indicator_by_id
from purplebook.definitions.reference.population import population_0_17
from purplebook.language.measures import Shape
from purplebook.language.periods import parse_period
from purplebook.results.compare import compare
from purplebook.results.snapshots import compute_figures
from purplebook.sources.published import read_published
from purplebook.store import Store
from purplebook_demo.paper_2015.tally.printed import Printed, printed_figures
from tests.support.published import known

PAPER_DAY = date(2015, 8, 31)
YEARS = ("FY2011-12", "FY2012-13", "FY2013-14", "FY2014-15")
READING = "870"
"""Whom the invented council stands for, as its own folder says."""


@dataclass(frozen=True)
class YearEnd:
    """One figure of one year beside the published one."""

    indicator: str
    period: str
    figure: Decimal
    numerator: int
    denominator: int | None
    published: Decimal
    difference: Decimal


@dataclass(frozen=True)
class Explained:
    """Why a figure differs: one of REASONS, and the figures of the paper that say so where it is the paper."""

    difference: Decimal
    reason: str
    paper: tuple[str, ...]


def explanations() -> dict[tuple[str, str], Explained]:
    """The declared differences by indicator and year."""
    with Path(__file__).with_name("year_ends.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {
        (row["indicator"], row["period"]): Explained(
            Decimal(row["difference"]), row["reason"], tuple(row["paper"].split(";")) if row["paper"] else ()
        )
        for row in rows
    }
    assert len(found) == len(rows)
    return found


EXPLAINED = explanations()


@pytest.fixture(scope="module")
def year_ends(demo_output: Path, shared: Path) -> dict[tuple[str, str], YearEnd]:
    """Every figure of a year of which Reading's is published, in the extract that the paper was made from."""
    snapshot = Store.open(demo_output / "store").snapshot_for(PAPER_DAY)
    figures = compute_figures(
        snapshot, INDICATORS, periods=[parse_period(year) for year in YEARS], breakdowns=False
    ).table
    published = read_published(shared / "benchmarks" / "benchmarks_best.parquet", known=known()).table
    stands_for = council_of(demo_output).stands_for
    assert stands_for == {"899": READING}
    compared = compare(figures, INDICATORS, held=[published], stands_for=stands_for).to_pylist()
    counts = {(row["indicator"], row["period"]): row for row in figures.to_pylist()}
    return {
        (row["indicator"], row["period"]): YearEnd(
            row["indicator"],
            row["period"],
            row["figure"],
            counts[row["indicator"], row["period"]]["numerator"],
            counts[row["indicator"], row["period"]]["denominator"],
            row["value"],
            row["difference"],
        )
        for row in compared
        if row["comparator"] == "as published" and row["value"] is not None
    }


@pytest.fixture(scope="module")
def verdicts(demo_output: Path) -> dict[str, str]:
    """What the demo's tally says of each figure of the paper."""
    with (demo_output / "tally.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["verdict"] for row in csv.DictReader(file)}


def test_every_difference_is_explained_and_every_explanation_is_of_one(year_ends: Mapping[tuple[str, str], YearEnd]):
    differ = {place: each.difference for place, each in year_ends.items() if each.difference}
    assert differ == {place: each.difference for place, each in EXPLAINED.items()}


def test_each_year_is_held_against_what_is_published(year_ends: Mapping[tuple[str, str], YearEnd]):
    # Of 2011-12 only children looked after and adopted are held; most measures begin later.
    assert [sum(period == year for _, period in year_ends) for year in YEARS] == [4, 20, 21, 34]
    same = {place for place, each in year_ends.items() if not each.difference}
    assert same == {(name, year) for name in ("LA01", "LA05", "RF01", "S401") for year in ("FY2012-13", "FY2013-14")}


def the_paper_prints_it(each: YearEnd, why: Explained, verdicts: Mapping[str, str], *_: Any) -> str:
    """The demo has what the paper printed, and the Department published something else."""
    for name in why.paper:
        item = PRINTED[name]
        if item.period not in places_of(each.period):
            return f"{name} is of {item.period}"
        if verdicts[name] not in ("reproduced", "fits only under another reading"):
            return f"the demo does not have {name}"
    return "" if why.paper else "it names no figure of the paper"


def another_population(
    each: YearEnd, why: Explained, verdicts: Mapping[str, str], others: Mapping[Any, YearEnd]
) -> str:
    """The published rate is the published number over the real Reading's children; the invented one has fewer."""
    top = indicator_by_id(each.indicator).measure.top
    number = next((other for other in COUNTS if other.measure.top == top), None)
    published = None if number is None else others.get((number.id, each.period))
    if published is None:
        return "no number is published that it is the rate of"
    people = population_0_17().people.get((READING, parse_period(each.period).last_day.year - 1))
    if people is None or people == each.denominator:
        return "the population is the same, or not known"
    rate = Fraction(published.published) / people * 10_000
    return "" if rounded(rate, like=each.published) == each.published else f"the published number gives {float(rate)}"


def only_rounding(each: YearEnd, *_: Any) -> str:
    """The published figure has fewer places, and ours is the same with as many."""
    per = indicator_by_id(each.indicator).measure.per
    assert each.denominator is not None
    exact = Fraction(each.numerator, each.denominator) * (per if per > 1 else 100)
    return "" if rounded(exact, like=each.published) == each.published else f"{float(exact)} is another number"


def not_in_the_paper(each: YearEnd, *_: Any) -> str:
    """The paper says nothing of it for that year, so the demo's is invented."""
    printed = [item.id for item in PRINTED.values() if is_of(item, each)]
    return f"the paper prints {', '.join(printed)}" if printed else ""


REASONS: Mapping[str, Callable[..., str]] = {
    "the paper prints it": the_paper_prints_it,
    "another population": another_population,
    "only rounding": only_rounding,
    "not in the paper": not_in_the_paper,
}
PRINTED = {item.id: item for item in printed_figures()}
COUNTS = [item for item in INDICATORS if item.measure.shape is Shape.COUNT]


def places_of(year: str) -> tuple[str, str]:
    """A financial year and its last day, as periods are written."""
    return year, parse_period(year).last_day.isoformat()


def is_of(item: Printed, each: YearEnd) -> bool:
    return item.indicator == each.indicator and item.period in places_of(each.period) and item.number is not None


def rounded(number: Fraction, *, like: Decimal) -> Decimal:
    """Half up, to as many places as a published figure has that is not nought."""
    places = max(0, -int(like.normalize().as_tuple().exponent))
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@pytest.mark.parametrize("place", EXPLAINED, ids=" ".join)
def test_an_explanation_holds(
    place: tuple[str, str], year_ends: Mapping[tuple[str, str], YearEnd], verdicts: Mapping[str, str]
):
    why = EXPLAINED[place]
    assert REASONS[why.reason](year_ends[place], why, verdicts, year_ends) == ""
