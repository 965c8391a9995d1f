"""One question to the files: a query, and how its rows make a figure.

A query gives one row for each thing among which an indicator counts. `hit` says whether it counts, `amount` what is
added up in a mean, and any other column is a way to divide. `$first` and `$last` are the first and the last day asked
about; of a day they are both that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Unit(Enum):
    """What the value of an indicator is: how many hit, their share in all, or the mean or sum of the amounts."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    MEAN = "mean"
    SUM = "sum"


@dataclass(frozen=True)
class Question:
    """An indicator's query, and how to read its rows.

    `is_share` says that a group is counted against all rows (nine complaints in 86), not against the group's own rows.
    """

    sql: str
    unit: Unit = Unit.NUMBER
    is_share: bool = False


def in_period(table: str, day: str, *, hit: str = "true", columns: str = "", where: str = "true") -> str:
    columns = f", {columns}" if columns else ""
    return f"SELECT {hit} AS hit{columns} FROM {table} WHERE {day} BETWEEN $first AND $last AND {where}"
