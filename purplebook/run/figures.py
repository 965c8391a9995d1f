"""Indicators and periods → figures, divided as asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from purplebook.errors import BadInputError
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.figures import Figures
from purplebook.results.group_notes import group_notes
from purplebook.results.populations import population_notes
from purplebook.results.quality.marks import quality_marks
from purplebook.results.snapshots import chosen_authorities, compute_figures, populations_of
from purplebook.run.place import Place
from purplebook.run.words import EVERY, crossings, periods_wanted, read_day, several


def figures(
    place: Place,
    indicators: str | Iterable[str] = (),
    *,
    period: str | Period | Iterable[str | Period] = (),
    since: str | date | None = None,
    by: str | Iterable[str] = (),
    as_at: str | date | None = None,
    authority: str | Iterable[str] = (),
) -> Figures:
    """Work out figures: every indicator where none is named, the year to date where no period is.

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
    worked_out = compute_figures(
        snapshot,
        chosen,
        periods=periods,
        crossed=crossed,
        breakdowns=EVERY in divisions,
        authorities=several(authority),
    )
    notes = population_notes(
        populations_of(snapshot, chosen),
        chosen,
        authorities=chosen_authorities(snapshot, several(authority)),
        periods=periods,
    )
    divided = None if EVERY in divisions else {name for parts in crossed for name in parts}
    marks = [mark.line for mark in quality_marks(snapshot, chosen, breakdowns=divided)]
    return replace(
        worked_out,
        snapshot_id=snapshot.id,
        held=snapshot.authorities,
        notes=(*notes, *group_notes(worked_out.table, chosen), *marks),
    )


def has_breakdowns(item: Indicator, crossed: tuple[tuple[str, ...], ...]) -> bool:
    """Whether an indicator can be divided in each of these ways."""
    return {name for parts in crossed for name in parts} <= {breakdown.name for breakdown in item.by}
