"""Indicators and periods → figures, divided as asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from purplebook.engine.plan import Grouping
from purplebook.errors import BadInputError
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.figures import FIGURE_SCHEMA, Figures
from purplebook.results.group_notes import group_notes
from purplebook.results.left_out import LeftOut
from purplebook.results.populations import population_notes
from purplebook.results.quality.marks import quality_marks
from purplebook.results.readable import grouped_warnings
from purplebook.results.snapshots import (
    chosen_authorities,
    compute_figures,
    figures_in_batches,
    populations_of,
    warnings_of,
)
from purplebook.run.place import Place
from purplebook.run.words import EVERY, crossings, periods_wanted, read_day, several
from purplebook.run.written import write_file
from purplebook.store import Snapshot


@dataclass(frozen=True)
class Asked:
    """Of which snapshot which indicators are asked, for which periods and divided how."""

    snapshot: Snapshot
    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    crossed: tuple[Grouping, ...]
    is_every: bool
    authorities: tuple[str, ...]

    @property
    def said(self) -> dict[str, Any]:
        """The same in the words of `compute_figures` and its like."""
        divided = {"crossed": self.crossed, "breakdowns": self.is_every}
        return {"periods": self.periods, "authorities": self.authorities, **divided}

    def notes(self, groups: Iterable[str]) -> tuple[str, ...]:
        """What is said beside the figures: whom rates are of, groups that do not add up, and marks of their quality."""
        populations = population_notes(
            populations_of(self.snapshot, self.indicators),
            self.indicators,
            authorities=chosen_authorities(self.snapshot, self.authorities),
            periods=self.periods,
        )
        divided = None if self.is_every else {name for parts in self.crossed for name in parts}
        marks = [mark.line for mark in quality_marks(self.snapshot, self.indicators, breakdowns=divided)]
        return (*populations, *groups, *marks)


def asked(
    place: Place,
    indicators: str | Iterable[str] = (),
    *,
    period: str | Period | Iterable[str | Period] = (),
    since: str | date | None = None,
    by: str | Iterable[str] = (),
    as_at: str | date | None = None,
    authority: str | Iterable[str] = (),
) -> Asked:
    """What somebody asks for: every indicator where none is named, the year to date where no period is.

    `by` divides by a breakdown, "team+age_band" by two crossed, "every" by each there is; without named indicators
    only those that have the breakdowns are worked out.
    """
    names, divisions = several(indicators), several(by)
    chosen = tuple(dict.fromkeys(map(place.indicator, names))) if names else place.indicators
    day = read_day(as_at)
    snapshot = place.snapshot(day)
    periods = periods_wanted(several(period), as_at=day or snapshot.as_at, since=since)
    crossed = crossings(divisions)
    if not names:
        chosen = tuple(item for item in chosen if has_breakdowns(item, crossed))
        if not chosen:
            raise BadInputError(
                f"No indicator has the breakdown {', '.join('+'.join(parts) for parts in crossed)}. "
                "`purplebook indicators` lists the breakdowns of each."
            )
    return Asked(snapshot, chosen, periods, crossed, EVERY in divisions, several(authority))


def figures(question: Asked) -> Figures:
    """Work out the figures that are asked for."""
    snapshot = question.snapshot
    worked_out = compute_figures(snapshot, question.indicators, **question.said)
    notes = question.notes(group_notes(worked_out.table, question.indicators).values())
    return replace(worked_out, snapshot_id=snapshot.id, held=snapshot.authorities, notes=notes)


def write_figures(question: Asked, out: Path) -> tuple[str, ...]:
    """Write the figures that are asked for as a Parquet file, and return what is to be said beside them.

    Some authorities at a time: a nation's figures are more than memory holds.
    """
    import pyarrow.parquet as pq

    groups: dict[tuple[str, str], str] = {}
    left_out: LeftOut = Counter()

    def make(stream: BinaryIO) -> None:
        with pq.ParquetWriter(stream, FIGURE_SCHEMA) as writer:
            for table in figures_in_batches(question.snapshot, question.indicators, left_out=left_out, **question.said):
                writer.write_table(table)
                groups.update(group_notes(table, question.indicators))

    write_file(out, make)
    warnings = warnings_of(
        question.snapshot,
        question.indicators,
        periods=question.periods,
        authorities=question.authorities,
        left_out=left_out,
    )
    return (*grouped_warnings(warnings, question.indicators), *question.notes(groups.values()))


def has_breakdowns(item: Indicator, crossed: tuple[tuple[str, ...], ...]) -> bool:
    """Whether an indicator can be divided in each of these ways."""
    return {name for parts in crossed for name in parts} <= {breakdown.name for breakdown in item.by}
