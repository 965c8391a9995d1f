"""The published figures that are held, ready to be asked for, and the mean and median of an authority's neighbours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.definitions.reference import Areas, NeighbourList, When
from purplebook.results.compare.schema import PLACES
from purplebook.results.values import quotient
from purplebook.store.published_rows import SYMBOLS

FEWEST_NEIGHBOURS = 5
"""With fewer, an average speaks of the few that happen to be there and not of neighbours."""

ONE = Fraction(1)


@dataclass(frozen=True)
class PublishedFigure:
    """One published figure: a number, or the symbol in its place, with the publication it is from."""

    value: Decimal | None
    symbol: str | None
    edition: str
    is_derived: bool


@dataclass(frozen=True)
class Benchmarks:
    """Published figures by measure, group, area and year."""

    figures: Mapping[tuple[str, str, str, int], PublishedFigure]

    def get(self, measure: str, group: str, area: str, year: int) -> PublishedFigure | None:
        """The figure, or None when nothing is held for that area and year."""
        return self.figures.get((measure, group, area, year))


def benchmarks_from(
    tables: Iterable[pa.Table], *, areas: Collection[str] | None = None, measures: Collection[str] | None = None
) -> Benchmarks:
    """The figures of held tables, of some areas and measures or of all; of two, the one held later is believed."""
    figures: dict[tuple[str, str, str, int], PublishedFigure] = {}
    for table in tables:
        for column, wanted in (("area", areas), ("measure", measures)):
            if wanted is not None:
                table = table.filter(pc.is_in(table.column(column), pa.array(sorted(wanted), pa.string())))  # pyright: ignore[reportAttributeAccessIssue]
        names = ("measure", "group", "area", "year", "value", "symbol", "edition", "is_derived")
        columns = [table.column(name).to_pylist() for name in names]
        figures |= {tuple(row[:4]): PublishedFigure(*row[4:]) for row in zip(*columns, strict=True)}  # pyright: ignore[reportAssignmentType]
    return Benchmarks(figures)


@dataclass(frozen=True)
class Average:
    """The mean and median of the neighbours that have a number; None of both when there are too few."""

    mean: Decimal | None
    median: Decimal | None
    counted: int
    among: int
    missing: tuple[str, ...]
    editions: tuple[str, ...]
    is_derived: bool


def neighbours_average(
    benchmarks: Benchmarks,
    neighbours: NeighbourList,
    *,
    measure: str,
    group: str,
    year: int,
    when: When,
    areas: Areas,
) -> Average:
    """The mean and median over the neighbours with a number that year; the others are named, each with the reason.

    One that no longer existed is named with what became of it and never replaced: its successor was not chosen as a
    neighbour.
    """
    numbers: list[Decimal] = []
    missing: list[str] = []
    editions: set[str] = set()
    is_derived = False
    for code in neighbours.neighbours:
        figure = benchmarks.get(measure, group, code, year)
        if figure is not None and figure.value is not None:
            numbers.append(figure.value)
            editions.add(figure.edition)
            is_derived = is_derived or figure.is_derived
            continue
        missing.append(_missing(code, figure, areas=areas, when=when, year=year))
    enough = len(numbers) >= FEWEST_NEIGHBOURS
    return Average(
        mean=mean_of(numbers) if enough else None,
        median=median_of(numbers) if enough else None,
        counted=len(numbers),
        among=len(neighbours.neighbours),
        missing=tuple(missing),
        editions=tuple(sorted(editions)),
        is_derived=is_derived,
    )


def _missing(code: str, figure: PublishedFigure | None, *, areas: Areas, when: When, year: int) -> str:
    area = areas.get(code)
    if area is not None and not area.exists_on(when.last_day(year)):
        return areas.what_became_of(area)
    if figure is not None and figure.symbol:
        return f"{areas.named(code)} ({figure.symbol}: {SYMBOLS[figure.symbol]})"
    return f"{areas.named(code)} (nothing is held)"


def mean_of(numbers: Sequence[Decimal]) -> Decimal:
    """The sum ÷ how many, exactly, then rounded half up to two places."""
    top = sum((Fraction(number) for number in numbers), Fraction(0))
    return quotient(top.numerator, top.denominator * len(numbers), factor=ONE, places=PLACES)


def median_of(numbers: Sequence[Decimal]) -> Decimal:
    """The middle one; of two middle ones, half way between them, rounded half up to two places."""
    ordered = sorted(numbers)
    middle = Fraction(ordered[(len(ordered) - 1) // 2]) + Fraction(ordered[len(ordered) // 2])
    return quotient(middle.numerator, middle.denominator * 2, factor=ONE, places=PLACES)


def to_two_places(value: Decimal) -> Decimal:
    """A published number as figures are kept: rounded half up to two places."""
    exact = Fraction(value)
    return quotient(exact.numerator, exact.denominator, factor=ONE, places=PLACES)
