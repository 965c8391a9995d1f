"""Figures beside what they may fairly be held against: themselves earlier, targets, neighbours, region, England."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import pyarrow as pa

from purplebook.definitions.reference import (
    ENGLAND,
    Areas,
    Neighbours,
    PublishedMeasures,
    Target,
    areas,
    neighbours,
    published_measures,
)
from purplebook.definitions.units import unit_of
from purplebook.language.indicators import Indicator
from purplebook.results.compare.against_published import Published, Setting, against_published
from purplebook.results.compare.against_targets import against_targets
from purplebook.results.compare.benchmarks import benchmarks_from
from purplebook.results.compare.earlier_periods import against_earlier, coded, numbered
from purplebook.results.compare.schema import COMPARISON_SCHEMA, labelled

NOBODY: Mapping[str, str] = MappingProxyType({})


def compare(
    figures: pa.Table,
    indicators: Sequence[Indicator],
    *,
    held: Iterable[pa.Table] = (),
    targets: Sequence[Target] = (),
    vintage: str | None = None,
    stands_for: Mapping[str, str] = NOBODY,
    not_national: Mapping[str, str] = NOBODY,
) -> pa.Table:
    """Every comparison of some figures (see COMPARISON_SCHEMA), comparator by comparator, in the figures' order.

    `held` are tables of published figures, the one held last believed first.  `stands_for` gives an invented
    authority the code of the real one that statistics are published for; `not_national` says of an indicator why it is
    not counted as the published measure is, which makes every such comparison unfair.

    One list of neighbours serves all periods, so that no series jumps where a list changed: the list of `vintage`, or
    the newest there was at the end of the last period; before the first list, the first.
    """
    if not figures.num_rows:
        return COMPARISON_SCHEMA.empty_table()
    known = coded(figures)
    indicator, names = numbered(figures.column("indicator"))
    by_id = {item.id: item for item in indicators}
    units = [unit_of(by_id[name]) for name in names]
    all_areas, lists, measures = areas(), neighbours(), published_measures()
    chosen = vintage or lists.vintage_for(max(period.last_day for period in known.periods))
    who = {stands_for.get(area, area) for area in figures.column("area").unique().to_pylist()}
    benchmarks = benchmarks_from(
        held,
        areas=_areas_needed(who, there=all_areas, lists=lists, vintage=chosen),
        measures=_measures_needed(names, measures),
    )
    setting = Setting(
        Published(benchmarks, areas=all_areas, neighbours=lists, vintage=chosen), measures, stands_for, not_national
    )
    parts = against_earlier(figures, known, units=labelled(indicator, units))
    parts += against_targets(figures, known, targets=targets, indicator=indicator, names=names, units=units)
    parts += against_published(figures, known, setting=setting, indicator=indicator, names=names, units=units)
    return pa.concat_tables(parts) if parts else COMPARISON_SCHEMA.empty_table()


def _areas_needed(who: Iterable[str], *, there: Areas, lists: Neighbours, vintage: str) -> set[str]:
    """The areas that some authorities are held against."""
    who = set(who)
    needed = {ENGLAND} | who
    for code in who:
        area, listed = there.get(code), lists.of(code, vintage=vintage)
        needed |= {area.region} if area is not None and area.region else set()
        needed |= set(listed.neighbours) if listed is not None else set()
    return needed


def _measures_needed(names: Sequence[str], measures: PublishedMeasures) -> set[str]:
    return {item.measure for item in measures.items if item.indicator in set(names)}
