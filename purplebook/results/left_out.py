"""How many rows a figure leaves out because they end before they begin, so that the fault is counted and not hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from purplebook.engine.base import Engine
from purplebook.engine.plan import plan, request
from purplebook.language.backwards import backwards_left_out
from purplebook.language.expressions import AllOf, AnyOf, Expression
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Cohort, Measure, Shape, Total, TotalKind
from purplebook.language.nouns import plural, singular
from purplebook.language.periods import Period

LeftOut = Counter[tuple[str, int]]
"""How many rows are left out, by the indicator and the place of the period."""


def left_out_of(item: Indicator) -> Cohort | None:
    """The rows that an indicator would count if they did not end before they begin; None where it times nothing."""
    whole = (item.measure.bottom or item.measure.top).cohort
    terms = tuple(_each(whole.only))
    backwards = backwards_left_out(terms)
    if not backwards:
        return None
    kept = tuple(term for term in terms if not backwards_left_out([term]))
    return replace(whole, only=(*kept, AnyOf(backwards)))


def left_out_counts(engine: Engine, items: Sequence[Indicator]) -> LeftOut:
    """How many such rows each indicator leaves out in each period; of several authorities the counts may be added."""
    cohorts = {item.id: cohort for item in items if (cohort := left_out_of(item)) is not None}
    totals = {name: Total(TotalKind.ROWS, cohort) for name, cohort in cohorts.items()}
    counting = [
        replace(item, measure=Measure(Shape.COUNT, totals[item.id]), by=()) for item in items if item.id in totals
    ]
    names: dict[Total, list[str]] = {}
    for name, total in totals.items():
        names.setdefault(total, []).append(name)
    counts: LeftOut = Counter()
    for scan in plan([request(item) for item in counting]):
        answer = engine.totals(scan)
        for place, total in enumerate(scan.totals):
            for row in answer.select(["period", f"t{place}"]).to_pylist():
                for name in names[total]:
                    counts[name, row["period"]] += row[f"t{place}"] or 0
    return counts


def left_out_warnings(counts: LeftOut, items: Sequence[Indicator], periods: Sequence[Period]) -> tuple[str, ...]:
    """A sentence for each indicator that leaves such rows out in one of the periods."""
    by_item = [(item, {place: counts[item.id, place] for place in range(len(periods))}) for item in items]
    return tuple(warning for item, counted in by_item if (warning := _warning(item, counted, periods)))


def _warning(item: Indicator, counts: dict[int, int], periods: Sequence[Period]) -> str:
    some = [place for place, count in sorted(counts.items()) if count]
    if not some:
        return ""
    at = max(some, key=lambda place: (counts[place], place))
    count, table = counts[at], item.measure.top.cohort.table
    noun = singular(table) if count == 1 else plural(table)
    others = f", and some of {len(some) - 1} other periods" if len(some) > 1 else ""
    return (
        f"{item.id} leaves out {count:,} {noun} of {periods[at].label}{others}: the end is before the start. "
        "`purplebook issues` lists them; correct the day that is wrong."
    )


def _each(terms: Sequence[Expression]) -> Iterator[Expression]:
    """The conditions one by one, those that a measure joins into one too."""
    for term in terms:
        if isinstance(term, AllOf) and backwards_left_out(term.terms):
            yield from term.terms
        else:
            yield term
