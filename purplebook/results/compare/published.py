"""What is published for a comparator and a year: a number with its edition, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from purplebook.definitions.reference import (
    ENGLAND,
    Areas,
    NeighbourList,
    Neighbours,
    PublishedMeasure,
    month_of,
)
from purplebook.results.compare.benchmarks import (
    FEWEST_NEIGHBOURS,
    Average,
    Benchmarks,
    neighbours_average,
    to_two_places,
)
from purplebook.results.compare.schema import Comparator
from purplebook.store.published_rows import SYMBOLS

DERIVED = "worked out from published numbers"
NEWER_LIST = "the list of neighbours is newer than the figure"
LOOK_BACK_YEARS = 5
"""How far back the newest published figure may lie and still be shown."""


@dataclass(frozen=True)
class Answer:
    """What is published for one comparator and year: a number, or why there is none."""

    value: Decimal | None
    why_not: str | None
    edition: str = ""
    note: str = ""
    counted: int | None = None
    among: int | None = None
    missing: str | None = None


class Published:
    """Asks the held figures once for each question, for many rows ask the same."""

    def __init__(self, benchmarks: Benchmarks, *, areas: Areas, neighbours: Neighbours, vintage: str) -> None:
        self._benchmarks, self._areas, self._neighbours = benchmarks, areas, neighbours
        self._vintage = vintage
        self._who: dict[tuple[Comparator, str], str | None] = {}
        self._latest: dict[tuple[Comparator, str, str, str, int], tuple[Decimal | None, str | None]] = {}
        self._answers: dict[tuple[Comparator, str, str, str, int], Answer] = {}
        self._averages: dict[tuple[str, str, str, int], Average] = {}

    def who(self, comparator: Comparator, area: str) -> str | None:
        """Who the comparator is for an authority, in words; None when it has none."""
        key = (comparator, area)
        if key not in self._who:
            self._who[key] = self._named(comparator, area)
        return self._who[key]

    def _named(self, comparator: Comparator, area: str) -> str | None:
        entry = self._areas.get(area)
        if entry is None:
            return None
        if comparator is Comparator.AS_PUBLISHED:
            return entry.name
        if comparator is Comparator.ENGLAND:
            return self._areas.named(ENGLAND)
        if comparator is Comparator.REGION:
            return None if entry.region is None else self._areas.named(entry.region)
        if self._list(area) is None:
            return None
        return f"the statistical neighbours of {entry.name} (list of {month_of(self._vintage)})"

    def why_nobody(self, comparator: Comparator, area: str) -> str:
        """Why an authority has no such comparator."""
        entry = self._areas.get(area)
        if entry is None:
            return f"no statistics are published for the area {area}"
        if comparator is Comparator.REGION:
            return f"{entry.name} lies in no region"
        return f"the list of {month_of(self._vintage)} has no neighbours of {entry.name}"

    def is_newer(self, comparator: Comparator, last_day: date) -> str:
        """A word of warning where the list of neighbours is newer than the figure; "" where it is not."""
        is_of_neighbours = comparator in (Comparator.NEIGHBOURS_MEAN, Comparator.NEIGHBOURS_MEDIAN)
        return NEWER_LIST if is_of_neighbours and self._vintage > f"{last_day:%Y-%m}" else ""

    def ask(self, comparator: Comparator, measure: PublishedMeasure, area: str, year: int) -> Answer:
        """What is published for one year."""
        key = (comparator, measure.measure, measure.group, area, year)
        if key not in self._answers:
            self._answers[key] = self._ask(comparator, measure, area, year)
        return self._answers[key]

    def latest(
        self, comparator: Comparator, measure: PublishedMeasure, area: str, year: int
    ) -> tuple[Decimal | None, str | None]:
        """The newest number of `year` or the few years before it, and what it is for."""
        key = (comparator, measure.measure, measure.group, area, year)
        if key not in self._latest:
            self._latest[key] = self._newest(comparator, measure, area, year)
        return self._latest[key]

    def _newest(
        self, comparator: Comparator, measure: PublishedMeasure, area: str, year: int
    ) -> tuple[Decimal | None, str | None]:
        for earlier in range(year, year - LOOK_BACK_YEARS, -1):
            answer = self.ask(comparator, measure, area, earlier)
            if answer.value is not None:
                return answer.value, measure.when.label(earlier)
        return None, None

    def _list(self, area: str) -> NeighbourList | None:
        return self._neighbours.of(area, vintage=self._vintage)

    def _ask(self, comparator: Comparator, measure: PublishedMeasure, area: str, year: int) -> Answer:
        when = measure.when.label(year)
        if measure.since is not None and year < measure.since:
            return Answer(None, f"until {measure.since - 1} what is published was counted in another way")
        if comparator in (Comparator.NEIGHBOURS_MEAN, Comparator.NEIGHBOURS_MEDIAN):
            return self._ask_neighbours(comparator, measure, area, year)
        code = self._code(comparator, area)
        figure = self._benchmarks.get(measure.measure, measure.group, code, year)
        if figure is None:
            return Answer(
                None, f"nothing is held for {when.removeprefix('at ') if measure.when.is_a_day else f'the {when}'}"
            )
        note = _note(measure, is_derived=figure.is_derived)
        if figure.value is None:
            symbol = figure.symbol or "-"
            return Answer(None, f"published as {symbol}: {SYMBOLS[symbol]}", figure.edition, note)
        return Answer(to_two_places(figure.value), None, figure.edition, note)

    def _code(self, comparator: Comparator, area: str) -> str:
        """The area whose figure is asked for; only for comparators that the authority has."""
        if comparator is Comparator.REGION:
            entry = self._areas.get(area)
            return (entry.region if entry is not None else None) or ""
        return area if comparator is Comparator.AS_PUBLISHED else ENGLAND

    def _ask_neighbours(self, comparator: Comparator, measure: PublishedMeasure, area: str, year: int) -> Answer:
        listed = self._list(area)
        if listed is None:
            return Answer(None, self.why_nobody(comparator, area))
        key = (measure.measure, measure.group, area, year)
        if key not in self._averages:
            self._averages[key] = neighbours_average(
                self._benchmarks,
                listed,
                measure=measure.measure,
                group=measure.group,
                year=year,
                when=measure.when,
                areas=self._areas,
            )
        average = self._averages[key]
        value = average.mean if comparator is Comparator.NEIGHBOURS_MEAN else average.median
        why_not = None
        if value is None:
            why_not = (
                f"only {average.counted} of {average.among} neighbours have a number, and fewer than "
                f"{FEWEST_NEIGHBOURS} are no average of neighbours"
                if average.counted
                else f"none of the {average.among} neighbours has a number"
            )
        return Answer(
            value,
            why_not,
            edition=", ".join(average.editions),
            note=_note(measure, is_derived=average.is_derived),
            counted=average.counted,
            among=average.among,
            missing="; ".join(average.missing) or None,
        )


def _note(measure: PublishedMeasure, *, is_derived: bool) -> str:
    return "; ".join(filter(None, (measure.note, DERIVED if is_derived else "")))
