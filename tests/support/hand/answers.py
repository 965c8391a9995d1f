"""From a printed figure's reading (indicator, period, part, groups) to a number worked out from the files."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import duckdb

from tests.support.hand import questions, questions_care
from tests.support.hand.question import Question, Unit

QUESTIONS: dict[str, Question] = {
    **questions.EARLY_HELP,
    **questions.FRONT_DOOR,
    **questions.CHILD_PROTECTION,
    **questions_care.LOOKED,
    **questions_care.PERMANENCE,
    **questions_care.LEAVING_CARE,
    **questions_care.QUALITY,
    **questions_care.WORKFORCE,
}


@dataclass(frozen=True)
class PrintedFigure:
    """One figure of the paper, with how it is to be read."""

    id: str
    printed: str
    indicator: str
    period: str
    part: str
    breakdown: str
    groups: tuple[str, ...]
    against: str
    places: int


def read_printed(path: Path) -> Iterator[PrintedFigure]:
    """The figures of the list that can come out of records."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "figure":
                yield PrintedFigure(
                    id=row["id"],
                    printed=row["printed"],
                    indicator=row["indicator"],
                    period=row["period"],
                    part=row["part"],
                    breakdown=row["breakdown"],
                    groups=tuple(filter(None, row["groups"].split(";"))),
                    against=row["against"],
                    places=int(row["places"]),
                )


def days_of(period: str) -> tuple[date, date]:
    """The first and the last day of a period from its short name."""
    if ".." in period:
        first, last = period.split("..")
        return date.fromisoformat(first), date.fromisoformat(last)
    if period.startswith("FY"):
        year = int(period[2:6])
        last = date.fromisoformat(period.split("-to-")[1]) if "-to-" in period else date(year + 1, 3, 31)
        return date(year, 4, 1), last
    if "-Q" in period:
        year, quarter = int(period[:4]), int(period[-1])
        first = date(year + (quarter == 4), (quarter * 3) % 12 + 1, 1)
        return first, date(first.year, first.month + 2, monthrange(first.year, first.month + 2)[1])
    if len(period) == len("2015-07"):
        first = date.fromisoformat(f"{period}-01")
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return date.fromisoformat(period), date.fromisoformat(period)


def answer(connection: duckdb.DuckDBPyConnection, figure: PrintedFigure) -> Fraction:
    """The part of the indicator that the figure prints, worked out from the files and not rounded."""
    sums = _Sums.of(connection, figure, period=figure.period)
    match figure.part:
        case "value":
            return sums.value
        case "count" | "children":
            return sums.top
        case "whole":
            return sums.rows
        case "rest":
            return sums.rows_in_group - sums.top
        case "a month":
            first, last = days_of(figure.period)
            return sums.value / (last.month - first.month + 1)
        case "longest":
            return sums.longest
        case "change":
            return sums.top - _Sums.of(connection, figure, period=figure.against).top
        case "percentage change":
            return 100 * (sums.value / _Sums.of(connection, figure, period=figure.against).value - 1)
    raise ValueError(figure.part)


@dataclass(frozen=True)
class _Sums:
    """What the rows of one question come to: all of them, those in the groups asked for, and the hits among these."""

    question: Question
    rows: Fraction
    rows_in_group: Fraction
    hits: Fraction
    amount: Fraction
    longest: Fraction

    @classmethod
    def of(cls, connection: duckdb.DuckDBPyConnection, figure: PrintedFigure, *, period: str) -> _Sums:
        question, (first, last) = QUESTIONS[figure.indicator], days_of(period)
        found = connection.execute(question.sql, _used(question.sql, first=first, last=last))
        names = [column[0] for column in found.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        group = [row for row in rows if not figure.breakdown or row[figure.breakdown] in figure.groups]
        hits = [row for row in group if row["hit"]]
        amounts = [Fraction(row.get("amount") or 0) for row in hits]
        return cls(
            question=question,
            rows=Fraction(len(rows)),
            rows_in_group=Fraction(len(group)),
            hits=Fraction(len(hits)),
            amount=sum(amounts, Fraction()),
            longest=max(amounts, default=Fraction()),
        )

    @property
    def top(self) -> Fraction:
        """What stands above the line."""
        return self.hits if self.question.unit in (Unit.NUMBER, Unit.PERCENTAGE) else self.amount

    @property
    def value(self) -> Fraction:
        match self.question.unit:
            case Unit.NUMBER | Unit.SUM:
                return self.top
            case Unit.PERCENTAGE:
                return 100 * self.hits / (self.rows if self.question.is_share else self.rows_in_group)
            case Unit.MEAN:
                return self.amount / self.rows


def _used(sql: str, *, first: date, last: date) -> dict[str, date]:
    """The parameters that a query names: DuckDB refuses others."""
    return {name: day for name, day in (("first", first), ("last", last)) if f"${name}" in sql}


def rounded(number: Fraction, *, places: int) -> Decimal:
    """A number rounded half up, as a person rounds."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
