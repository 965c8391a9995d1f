"""The judgement of one extract's months: what its book and its paper both read, so that they tell one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from purplebook.council import Baseline
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.book.child_months import children_behind_months
from purplebook.results.book.families import families_of
from purplebook.results.book.judged import Judged, judge_all
from purplebook.results.book.series import series_table
from purplebook.results.each_child import EachChild
from purplebook.results.judgement.baselines import new_baselines
from purplebook.results.judgement.kind import Kind, kind_of
from purplebook.results.lateness import Lateness, lateness_of
from purplebook.results.snapshots import compute_figures, supply_of
from purplebook.store import Snapshot

JUDGED = frozenset(Kind) - {Kind.NOT_JUDGED, Kind.YEARLY}
"""The kinds of figure whose children are counted for judging."""


@dataclass(frozen=True)
class Judging:
    """The months of some indicators, judged, and what was learnt of how late their records come."""

    judged: Judged
    lateness: Lateness


def children_to_count(indicators: Sequence[Indicator], *, months: int) -> EachChild:
    """What counts the children behind the months while figures are worked out: only for what is judged by them."""
    return EachChild(months, frozenset(item.id for item in indicators if kind_of(item) in JUDGED))


def judging_of(
    figures: pa.Table,
    counted: EachChild,
    indicators: Sequence[Indicator],
    *,
    months: Sequence[Period],
    snapshot: Snapshot,
    teaching: Sequence[Snapshot],
    baselines: Sequence[Baseline] = (),
    every: Sequence[Indicator] = (),
) -> Judging:
    """Judge the monthly figures of a snapshot; `teaching` are the extracts that say how late records come.

    How late they come is learnt of `every` indicator there is (of these, where it is not said): a count with too few
    records is taken to come as late as the largest of its table, whichever indicators are asked for.
    """
    late = lateness_of(teaching, every or indicators, as_at=snapshot.as_at)
    judged = judge_all(
        series_table(figures, indicators, months=months),
        indicators,
        children=children_behind_months(indicators, counted, families_of(snapshot)),
        supply=supply_of(snapshot),
        lateness=late,
        seen_on=snapshot.as_at,
        baselines=new_baselines(baselines),
    )
    return Judging(judged, late)


def judged_months(
    snapshot: Snapshot,
    indicators: Sequence[Indicator],
    *,
    months: Sequence[Period],
    snapshots: Sequence[Snapshot],
    baselines: Sequence[Baseline] = (),
    every: Sequence[Indicator] = (),
) -> Judging:
    """The months of some indicators worked out and judged, for who needs no other figure of them.

    `every` indicator that there is says how late records come, so that a book of all of them tells the same.
    """
    counted = children_to_count(indicators, months=len(months))
    computed = compute_figures(snapshot, indicators, periods=tuple(months), breakdowns=False, each=counted)
    return judging_of(
        computed.table,
        counted,
        indicators,
        months=months,
        snapshot=snapshot,
        teaching=teaching_of(snapshots, snapshot),
        baselines=baselines,
        every=every,
    )


def teaching_of(snapshots: Sequence[Snapshot], snapshot: Snapshot) -> tuple[Snapshot, ...]:
    """The extracts up to the one that figures are of: none after it has a say."""
    return tuple(extract for extract in snapshots if extract.id <= snapshot.id)
