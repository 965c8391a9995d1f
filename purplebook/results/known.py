"""What is known beside the figures of a paper: how sure they are, what others publish, targets, and what is to come.

The same comparisons, targets, verdicts and lateness as the purple book's, so that the two tell one story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.definitions.reference import Target
from purplebook.language.indicators import Indicator
from purplebook.language.periods import Period
from purplebook.results.book.judged import Judged
from purplebook.results.compare import compare
from purplebook.results.compare.schema import Comparator
from purplebook.results.figures import EVERYONE, Figures
from purplebook.results.judgement.word import Verdict
from purplebook.results.lateness import ToCome
from purplebook.results.printed.verdict_words import head_text

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
class Standing:
    """How an indicator stands: the verdict on its newest complete month, the last day of that month, and those after.

    What lies after that day is still filling up.
    """

    title: str
    verdict: Verdict
    complete_to: date
    filling: tuple[Period, ...] = ()

    @property
    def sentence(self) -> str:
        """The verdict by the indicator's title: "Referrals: higher than usual. 612 from April to June 2015, …"."""
        head = head_text(self.verdict)
        return f"{self.title}: {head[:1].lower()}{head[1:]}. {self.verdict.sentence}"

    @property
    def in_short(self) -> str:
        """The verdict for a cell: "lower than usual, which is worse (Jun 2015)"."""
        head = head_text(self.verdict)
        return f"{head[:1].lower()}{head[1:]} ({self.verdict.month.last_day:%b %Y})"


@dataclass(frozen=True)
class Known:
    """What a paper may say beside its figures.  With nothing imported and one extract, that is nothing."""

    status: str = PROVISIONAL
    beside: Mapping[tuple[str, str, str], Beside] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    coming: Mapping[tuple[str, str], ToCome] = field(default_factory=dict)
    standing: Mapping[str, Standing] = field(default_factory=dict)
    judged: Judged | None = None

    def is_filling(self, indicator: str, period: Period) -> bool:
        """Whether records of a period are still to come, so that its figure is so far."""
        standing = self.standing.get(indicator)
        return standing is not None and period.last_day > standing.complete_to

    def filling_months(self, indicator: str) -> tuple[Period, ...]:
        """The months of an indicator that are still filling up, oldest first."""
        standing = self.standing.get(indicator)
        return () if standing is None else standing.filling

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
    judged: Judged | None = None,
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
        coming={} if judged is None else judged.to_come,
        standing={} if judged is None else standing_of(judged),
        judged=judged,
    )


def standing_of(judged: Judged) -> Mapping[str, Standing]:
    """How each indicator stands; those of which no month is complete are left out."""
    standing = {}
    for name, series in judged.of.items():
        complete = series.asked.judged_to
        if complete >= 0:
            verdict = judged.verdict(name, judged.newest(name))
            end, later = series.months[complete].last_day, tuple(series.months[complete + 1 :])
            standing[name] = Standing(series.item.title, verdict, end, later)
    return standing


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
