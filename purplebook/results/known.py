"""What is known beside the figures of a paper: how sure they are, what others publish, targets, and what is to come.

The same comparisons, targets and lateness as the purple book's; no verdict is given here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.definitions.reference import Target
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.compare import compare
from purplebook.results.compare.schema import Comparator
from purplebook.results.figures import EVERYONE, Figures
from purplebook.results.lateness import Lateness, ToCome, lateness_of
from purplebook.store import Snapshot

PROVISIONAL = "provisional"
OTHERS = (Comparator.NEIGHBOURS_MEAN, Comparator.REGION, Comparator.ENGLAND)
"""Who a paper sets a council's figures beside."""
NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Beside:
    """A published value that one of our figures may fairly be set beside, with what it is for and where it is from."""

    value: Decimal
    who: str
    when: str
    source: str
    edition: str


@dataclass(frozen=True)
class Known:
    """What a paper may say beside its figures.  With nothing imported and one extract, that is nothing."""

    status: str = PROVISIONAL
    beside: Mapping[tuple[str, str, str], Beside] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    coming: Mapping[tuple[str, str], ToCome] = field(default_factory=dict)

    def published(self, indicator: str, period: Period, comparator: Comparator) -> Beside | None:
        """What a comparator has for the year that a period is, or None."""
        return self.beside.get((indicator, period.key, comparator.value))

    def target(self, indicator: str, period: Period) -> Target | None:
        """The council's own target that applies to an indicator in a period, or None."""
        return next(
            (
                target
                for target in self.targets
                if target.indicator == indicator and not target.partner and target.applies(period.kind, period.last_day)
            ),
            None,
        )

    def to_come(self, indicator: str, period: Period) -> ToCome | None:
        """What a month is expected to rise by, where that is more than nothing."""
        rise = self.coming.get((indicator, period.key))
        return None if rise is None or rise.is_final else rise


def known_beside(
    figures: Figures,
    indicators: Sequence[Indicator],
    *,
    held: Sequence[pa.Table] = (),
    targets: Sequence[Target] = (),
    stands_for: Mapping[str, str] = NOBODY,
    not_national: Mapping[str, str] = NOBODY,
    lateness: Lateness | None = None,
    status: str = PROVISIONAL,
) -> Known:
    """What is known beside some figures; `held` are tables of published figures.

    `not_national` names the indicators that a council counts by a standard of its own, which nothing published is.
    """
    return Known(
        status=status,
        beside=_beside(figures.table, indicators, held=held, stands_for=stands_for, not_national=not_national)
        if held
        else {},
        targets=tuple(targets),
        coming={} if lateness is None else lateness.to_come,
    )


def lateness_for(
    snapshots: Sequence[Snapshot], snapshot: Snapshot, indicators: Sequence[Indicator], *, wanted: Sequence[str]
) -> Lateness:
    """How late the records of some indicators come, taught by the extracts up to the one that the figures are of."""
    teaching = [extract for extract in snapshots if extract.id <= snapshot.id]
    return lateness_of(teaching, [item for item in indicators if item.id in wanted], as_at=snapshot.as_at)


def with_status(figures: Figures, status: str) -> Figures:
    """The figures with a release's status where they have a value; why they have none stays."""
    table = figures.table
    place = table.schema.get_field_index("status")
    column = table.column("status")
    named = pc.if_else(pc.equal(column, PROVISIONAL), status, column)  # pyright: ignore[reportAttributeAccessIssue]
    return Figures(table.set_column(place, table.schema.field(place), named), figures.warnings)


def _beside(
    figures: pa.Table,
    indicators: Sequence[Indicator],
    *,
    held: Sequence[pa.Table],
    stands_for: Mapping[str, str],
    not_national: Mapping[str, str],
) -> dict[tuple[str, str, str], Beside]:
    everyone = figures.filter(pc.equal(figures.column("breakdown"), EVERYONE))  # pyright: ignore[reportAttributeAccessIssue]
    beside = {}
    for row in compare(everyone, indicators, held=held, stands_for=stands_for, not_national=not_national).to_pylist():
        if row["comparator"] in OTHERS and row["value"] is not None:
            beside[row["indicator"], row["period"], row["comparator"]] = Beside(
                row["value"], row["compared_with"], row["for_period"], row["source"] or "", row["edition"] or ""
            )
    return beside
