"""The dated populations that rates divide by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

POPULATION = "POPULATION"
MEASURE_CODES = {"POPULATION_0_17": "children aged 0 to 17"}
"""The measure code of each population in `reference_value`, and what definitions call it."""


@dataclass(frozen=True)
class Population:
    """How many people of one kind lived in one area on one day, and who says so."""

    name: str
    authority_code: str
    counted_on: date
    people: int
    source: str


@dataclass(frozen=True)
class Populations:
    """Every population known, in order of date."""

    items: tuple[Population, ...] = ()

    def at(self, name: str, *, authority_code: str, on: date) -> Population | None:
        """The latest estimate whose day is on or before `on`: 31 March 2015 uses the middle of 2014."""
        known = self._by_place.get((name, authority_code), [])
        place = bisect_right([item.counted_on for item in known], on)
        return known[place - 1] if place else None

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], list[Population]]:
        found: dict[tuple[str, str], list[Population]] = {}
        for item in self.items:
            found.setdefault((item.name, item.authority_code), []).append(item)
        return found


def populations_from(rows: Iterable[Mapping[str, Any]]) -> Populations:
    """Populations among `reference_value` rows: value_kind POPULATION, `period` a year (its 30 June) or a day."""
    found = [
        Population(
            name=MEASURE_CODES.get(row["measure_code"]) or str(row["measure_code"]),
            authority_code=row["area_code"],
            counted_on=_day(row["period"]),
            people=int(row["value"]),
            source=row["source"] or "not stated",
        )
        for row in rows
        if row["value_kind"] == POPULATION and row["value"] is not None
    ]
    return Populations(tuple(sorted(found, key=lambda item: (item.name, item.authority_code, item.counted_on))))


def _day(period: str) -> date:
    # Mid-year estimates of the population are for 30 June.
    return date(int(period), 6, 30) if len(period) == 4 else date.fromisoformat(period)
