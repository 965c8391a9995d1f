"""What a reader must be told beside a figure whose columns are weak: "source unknown for 82%: do not compare".

A mark is of a figure, or of one way of dividing it: a weak column that only a breakdown reads leaves the figure itself
as good as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from purplebook.engine.records.empty_cells import EmptyCells, count_empty
from purplebook.language.indicators import Indicator
from purplebook.results.quality.empty_answers import is_empty_an_answer
from purplebook.results.quality.weakens import Place, read_by_breakdown, read_by_figure
from purplebook.results.values import percentage
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME
from purplebook.tables.schema import DATE, Column

MARKED_FROM, NOT_COMPARED_FROM = Decimal(5), Decimal(20)
"""Percent of the rows.  Below the first nobody need be told; from the second two years, or two councils, may differ by
what was recorded alone."""
WHOLE = ""
"""The breakdown of a mark on the figure itself."""


@dataclass(frozen=True)
class QualityMark:
    """One weak column behind a figure (`breakdown` is empty) or behind one of its breakdowns."""

    indicator: str
    breakdown: str
    table: str
    column: str
    unknown: int
    rows: int
    share: Decimal

    @property
    def words(self) -> str:
        """The mark in words, to stand beside the figure."""
        what = "do not compare" if self.share >= NOT_COMPARED_FROM else "compare with care"
        return f"{plain_name(self.column)} unknown for {self.share}%: {what}"

    @property
    def line(self) -> str:
        """The same with the figure it is of, for a list of marks."""
        by = f" by {self.breakdown}" if self.breakdown else ""
        return f"{self.indicator}{by}: {self.words}."


def plain_name(column: str) -> str:
    """A column as people call it: `primary_need_code` is the primary need, `ended_on` the day ended."""
    if column.endswith("_on"):
        return f"the day {column.removesuffix('_on').replace('_', ' ')}"
    for end in ("_code", "_codes", "_id", "_text"):
        column = column.removesuffix(end)
    return column.removeprefix("is_").removeprefix("has_").replace("_", " ")


def quality_marks(
    snapshot: Snapshot, indicators: Sequence[Indicator], *, breakdowns: Collection[str] | None = None
) -> tuple[QualityMark, ...]:
    """The marks of these indicators, and of the breakdowns asked for; of all of theirs where that is None.

    Only the columns that they read are looked at.  A column that no file supplied is none: the figure says so itself.
    """
    read: dict[tuple[str, str], tuple[Place, ...]] = {}
    for item in indicators:
        own = tuple(dict.fromkeys(read_by_figure(item)))
        read[item.id, WHOLE] = own
        for part in item.by:
            if breakdowns is None or part.name in breakdowns:
                places = dict.fromkeys(read_by_breakdown(item, part))
                read[item.id, part.name] = tuple(place for place in places if place not in own)
    wanted = {place for places in read.values() for place in places}
    counts = count_empty(snapshot, only=wanted)
    return tuple(
        mark
        for (indicator, breakdown), places in read.items()
        for place in places
        if place in counts and (mark := _mark(snapshot, indicator, breakdown, place, counts[place])) is not None
    )


def marks_by_figure(marks: Sequence[QualityMark]) -> Mapping[tuple[str, str], tuple[QualityMark, ...]]:
    """The marks of each (indicator, breakdown), the weakest column first; the figure itself is under ""."""
    by_figure: dict[tuple[str, str], tuple[QualityMark, ...]] = {}
    for mark in sorted(marks, key=lambda mark: (-mark.share, mark.table, mark.column)):
        key = mark.indicator, mark.breakdown
        by_figure[key] = (*by_figure.get(key, ()), mark)
    return by_figure


def _mark(snapshot: Snapshot, indicator: str, breakdown: str, place: Place, counts: EmptyCells) -> QualityMark | None:
    table, name = place
    if name in snapshot.missing_columns(table):
        return None
    column = TABLES_BY_NAME[table].column(name)
    unknown = counts.unknown + (0 if _may_have_its_reason(table, column) else counts.missing)
    share = percentage(unknown, counts.rows, places=0)
    if share is None or share < MARKED_FROM:
        return None
    return QualityMark(indicator, breakdown, table, name, unknown, counts.rows, share)


def _may_have_its_reason(table: str, column: Column) -> bool:
    """Whether an empty cell may say that a thing has not happened: a child not yet placed, a decision never reversed.

    Of such a cell nobody can tell that it is weak, so nothing is said of it; the day by which a row is counted is
    another matter.
    """
    may_not_have_happened = column.kind == DATE and column.name != TABLES_BY_NAME[table].happens_on
    return may_not_have_happened or is_empty_an_answer(column)
