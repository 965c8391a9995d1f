"""The whole purple book of a day: every figure, what it is held against, its usual range and the verdict on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.council import Comment, Council
from purplebook.definitions.reference import Target
from purplebook.errors import UserError
from purplebook.language.councils import CouncilEvent, CouncilWords
from purplebook.language.indicators import Indicator
from purplebook.language.series import BrokenSeries
from purplebook.results.book.beside_neighbours import BesideNeighbours, beside_neighbours
from purplebook.results.book.commentary import of_month
from purplebook.results.book.judged import Judged
from purplebook.results.book.judging import children_to_count, judging_of, teaching_of
from purplebook.results.book.months_of_book import BookPeriods, book_periods
from purplebook.results.book.signals import Signal, signals
from purplebook.results.book.verdicts import Line, lines_of
from purplebook.results.compare import compare
from purplebook.results.figures import EVERYONE
from purplebook.results.lateness import Lateness
from purplebook.results.populations import Population, populations_used
from purplebook.results.quality.marks import QualityMark, marks_by_figure, quality_marks
from purplebook.results.snapshots import compute_figures, populations_of
from purplebook.store import Snapshot

STATUSES = ("provisional", "validated", "returned", "published")
"""How sure the figures of a release are, the least first."""


@dataclass(frozen=True)
class Book:
    """Everything in one release before it is written down."""

    as_at: date
    authority: str
    status: str
    snapshot: Snapshot
    indicators: tuple[Indicator, ...]
    periods: BookPeriods
    figures: pa.Table
    comparisons: pa.Table
    judged: Judged
    lines: tuple[Line, ...]
    signals: tuple[Signal, ...]
    """What the last six judged months tell, the longest change first."""
    beside: tuple[BesideNeighbours, ...]
    comments: tuple[Comment, ...]
    events: tuple[CouncilEvent, ...]
    series: tuple[BrokenSeries, ...]
    council: CouncilWords
    targets: tuple[Target, ...]
    populations: Mapping[tuple[str, str], Population]
    lateness: Lateness
    marks: Mapping[tuple[str, str], tuple[QualityMark, ...]]
    learnt_from: tuple[Snapshot, ...]
    warnings: tuple[str, ...]


def make_book(
    snapshots: Sequence[Snapshot],
    indicators: Sequence[Indicator],
    *,
    as_at: date,
    snapshot: Snapshot,
    status: str = STATUSES[0],
    held: Sequence[pa.Table] = (),
    council: Council | None = None,
    progress: Callable[[str], None] = lambda message: None,
) -> Book:
    """Work the book out of one snapshot; the others, up to `as_at`, teach how late records come.

    `held` are tables of published figures; `council` has the targets, baselines, events and comments.

    UserError for a day that ends no month, a status that is none, and a snapshot of several authorities.
    """
    if status not in STATUSES:
        raise UserError(f"'{status}' is no status of a release. Use one of {', '.join(STATUSES)}.")
    if len(snapshot.authorities) != 1:
        raise UserError(
            f"A purple book is of one authority, and snapshot {snapshot.id} holds {len(snapshot.authorities)}. "
            "Load the records of one authority into a store of its own."
        )
    council = council or Council(CouncilWords(snapshot.authorities[0], ""), snapshot.path)
    authority = council.stands_for.get(snapshot.authorities[0], snapshot.authorities[0])
    periods = book_periods(as_at)
    progress("working out figures")
    counted = children_to_count(indicators, months=len(periods.months))
    computed = compute_figures(snapshot, indicators, periods=periods.all, each=counted)
    figures = _with_status(computed.table, status)
    progress("judging")
    # The figures are as old as their extract, which may be a later one than the day; none after it has a say.
    teaching = teaching_of(snapshots, snapshot)
    judging = judging_of(
        figures,
        counted,
        indicators,
        months=periods.months,
        snapshot=snapshot,
        teaching=teaching,
        baselines=council.baselines,
    )
    judged = judging.judged
    progress("comparing")
    everyone = figures.filter(pc.equal(figures.column("breakdown"), EVERYONE))  # pyright: ignore[reportAttributeAccessIssue]
    comparisons = compare(
        everyone,
        indicators,
        held=held,
        targets=council.targets,
        stands_for=council.stands_for,
        not_national=council.national_changed,
    )
    lines = lines_of(figures, indicators, periods=periods, judged=judged)
    return Book(
        as_at=as_at,
        authority=snapshot.authorities[0],
        status=status,
        snapshot=snapshot,
        indicators=tuple(indicators),
        periods=periods,
        figures=figures,
        comparisons=comparisons,
        judged=judged,
        lines=lines,
        signals=signals(judged),
        beside=beside_neighbours(
            figures,
            [item for item in indicators if item.id not in council.national_changed],
            periods=periods,
            authority=authority,
            held=held,
        ),
        comments=of_month(council.comments, lines, as_at=as_at),
        events=tuple(event for event in council.words.events if event.on <= as_at),
        series=council.series,
        council=council.words,
        targets=tuple(council.targets),
        populations=populations_used(
            populations_of(snapshot, indicators), indicators, authority=snapshot.authorities[0], periods=periods.all
        ),
        lateness=judging.lateness,
        # Breakdowns are drawn and not compared, so only what the figures themselves read is looked at.
        marks=marks_by_figure(quality_marks(snapshot, indicators, breakdowns=())),
        learnt_from=teaching,
        warnings=computed.warnings,
    )


def _with_status(figures: pa.Table, status: str) -> pa.Table:
    """The figures with the release's status where they have a value; why they have none stays."""
    place = figures.schema.get_field_index("status")
    column = figures.column("status")
    named = pc.if_else(pc.equal(column, STATUSES[0]), status, column)  # pyright: ignore[reportAttributeAccessIssue]
    return figures.set_column(place, figures.schema.field(place), named)
