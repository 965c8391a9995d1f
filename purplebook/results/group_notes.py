"""What must be said under a table of groups that do not add up: someone is in two of them, or in none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pyarrow as pa

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import parse_period
from purplebook.results.figures import EVERYONE
from purplebook.results.printed import count_text


def group_notes(table: pa.Table, indicators: Sequence[Indicator]) -> Iterator[str]:
    """One sentence for each count and division whose groups do not add up, with the newest period that shows it."""
    counts = {item.id for item in indicators if item.measure.shape is Shape.COUNT}
    names = ("indicator", "area", "period", "breakdown", "numerator")
    everyone: dict[tuple[str, str, str], int] = {}
    groups: dict[tuple[str, str, str, str], int] = defaultdict(int)
    for name, area, period, breakdown, count in zip(*(table.column(name).to_pylist() for name in names), strict=True):
        if name not in counts or count is None:
            continue
        if breakdown == EVERYONE:
            everyone[name, area, period] = count
        else:
            groups[name, area, period, breakdown] += count
    newest: dict[tuple[str, str], str] = {}
    for (name, area, period, breakdown), total in groups.items():
        whole = everyone.get((name, area, period))
        if whole is not None and total != whole:
            newest[name, breakdown] = _sentence(name, breakdown, period, total, whole)
    yield from newest.values()


def why_not_whole(total: int, whole: int) -> str:
    """Why groups add up to another number than everyone: someone is in two of them, or in none."""
    return "someone can be in more than one group" if total > whole else "some are in no group"


def _sentence(name: str, breakdown: str, period: str, total: int, whole: int) -> str:
    return (
        f"{name} by {breakdown}: the groups do not add up, because {why_not_whole(total, whole)}: "
        f"{count_text(total)} in them and {count_text(whole)} in all ({parse_period(period).label})."
    )
