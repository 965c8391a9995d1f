"""The dated populations that rates divide by: a council's own where its files bring them, else the published ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from purplebook.language.indicators import Indicator
from purplebook.language.measured import PUPILS
from purplebook.language.measures import Shape
from purplebook.language.periods import Period

POPULATION = "POPULATION"
MEASURE_CODES = {"POPULATION_0_17": "children aged 0 to 17", **PUPILS}
"""The measure code of each population in `reference_value`, and what definitions call it."""


@dataclass(frozen=True)
class Population:
    """How many people of one kind lived in one area on one day, and who says so."""

    name: str
    authority_code: str
    counted_on: date
    people: int
    source: str

    @property
    def words(self) -> str:
        """How many, who, when and who says so: 36,200 children aged 0 to 17 in the middle of 2014 (…)."""
        when = (
            f"in the middle of {self.counted_on.year}"
            if (self.counted_on.month, self.counted_on.day) == (6, 30)
            else (f"on {self.counted_on.day} {self.counted_on:%B %Y}")
        )
        return f"{self.people:,} {self.name} {when} ({self.source})"


@dataclass(frozen=True)
class Populations:
    """Every population known, in order of date: those that came with the records, and those that are published."""

    items: tuple[Population, ...] = ()
    published: tuple[Population, ...] = ()

    def at(self, name: str, *, authority_code: str, on: date) -> Population | None:
        """The latest estimate whose day is on or before `on`: 31 March 2015 uses the middle of 2014.

        One of the council's own goes before any that is published.
        """
        own = _latest(self._by_place.get((name, authority_code), []), on)
        return own or _latest(self._published_by_place.get((name, authority_code), []), on)

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], list[Population]]:
        return _by_place(self.items)

    @cached_property
    def _published_by_place(self) -> dict[tuple[str, str], list[Population]]:
        return _by_place(self.published)


def _by_place(items: Iterable[Population]) -> dict[tuple[str, str], list[Population]]:
    by_place: dict[tuple[str, str], list[Population]] = {}
    for item in items:
        by_place.setdefault((item.name, item.authority_code), []).append(item)
    return by_place


def _latest(known: Sequence[Population], on: date) -> Population | None:
    place = bisect_right([item.counted_on for item in known], on)
    return known[place - 1] if place else None


def populations_from(rows: Iterable[Mapping[str, Any]], *, authorities: Sequence[str] = ()) -> Populations:
    """Populations among `reference_value` rows: value_kind POPULATION, `period` a year (its 30 June) or a day.

    Of the `authorities` that there are in England the published estimates are known as well.
    """
    populations = [
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
    ordered = sorted(populations, key=lambda item: (item.name, item.authority_code, item.counted_on))
    return Populations(tuple(ordered), published_populations(authorities))


def published_populations(authorities: Sequence[str]) -> tuple[Population, ...]:
    """The estimates that ship with the product of some authorities; none of one that does not exist."""
    # Most figures are no rates, and need no population.
    from purplebook.definitions.reference import Level, areas, population_0_17
    from purplebook.definitions.reference.population import SOURCE

    real = [code for code in authorities if (area := areas().get(code)) is not None and area.level is Level.AUTHORITY]
    estimates = population_0_17().people if real else {}
    return tuple(
        Population(MEASURE_CODES["POPULATION_0_17"], code, date(year, 6, 30), people, SOURCE)
        for code in real
        for (area, year), people in sorted(estimates.items())
        if area == code
    )


def populations_used(
    populations: Populations, indicators: Iterable[Indicator], *, authority: str, periods: Sequence[Period]
) -> Mapping[tuple[str, str], Population]:
    """What each rate of one authority is divided by, by indicator and the key of the period."""
    rates = [item for item in indicators if item.measure.shape is Shape.RATE]
    entries = {
        (item.id, period.key): populations.at(
            item.measure.population or "", authority_code=authority, on=period.last_day
        )
        for item in rates
        for period in periods
        if not item.only_for or period.kind in item.only_for
    }
    return {key: entry for key, entry in entries.items() if entry is not None}


def population_notes(
    populations: Populations, indicators: Iterable[Indicator], *, authorities: Sequence[str], periods: Sequence[Period]
) -> tuple[str, ...]:
    """One line for each population that rates are divided by, with the periods it serves; of one authority only."""
    if len(authorities) != 1:
        return ()
    used = populations_used(populations, indicators, authority=authorities[0], periods=periods)
    served: dict[Population, dict[str, list[str]]] = {}
    for (indicator, period), entry in used.items():
        keys = served.setdefault(entry, {"rates": [], "periods": []})
        keys["rates"] += [indicator] if indicator not in keys["rates"] else []
        keys["periods"] += [period] if period not in keys["periods"] else []
    return tuple(
        f"{', '.join(keys['rates'])} for {_some(keys['periods'])}: divided by {entry.words}."
        for entry, keys in served.items()
    )


def _some(keys: Sequence[str]) -> str:
    return ", ".join(keys) if len(keys) <= 3 else f"{keys[0]} to {keys[-1]} ({len(keys)} periods)"


def _day(period: str) -> date:
    # Mid-year estimates of the population are for 30 June.
    return date(int(period), 6, 30) if len(period) == 4 else date.fromisoformat(period)
