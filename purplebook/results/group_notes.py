"""What must be said under a table of groups that do not add up: someone is in two of them, or in none."""

# pyright: reportAttributeAccessIssue=false
# pyarrow tells the names of few of its functions.

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape
from purplebook.language.periods import parse_period
from purplebook.results.figures import EVERYONE
from purplebook.results.printed import count_text

CELL = ["indicator", "area", "period", "period_end"]


def group_notes(table: pa.Table, indicators: Sequence[Indicator]) -> Mapping[tuple[str, str], str]:
    """One sentence for each count and division whose groups do not add up, with the newest period that shows it.

    They stand in the order of the indicators, by the indicator and the division.
    """
    counts = [item.id for item in indicators if item.measure.shape is Shape.COUNT]
    is_asked = pc.is_in(table.column("indicator"), value_set=pa.array(counts, pa.string()))
    asked = table.select([*CELL, "breakdown", "numerator"]).filter(
        pc.and_(is_asked, pc.is_valid(table.column("numerator")))
    )
    is_group = pc.not_equal(asked.column("breakdown"), EVERYONE)
    groups = asked.filter(is_group)
    if not groups.num_rows:
        return {}
    # From here on pyarrow loads what joins tables, which takes longer than one figure that is not divided.
    summed = groups.group_by([*CELL, "breakdown"], use_threads=False).aggregate([("numerator", "sum")])
    everyone = asked.filter(pc.invert(is_group)).select([*CELL, "numerator"])
    both = summed.join(everyone, keys=CELL, join_type="inner", use_threads=False)
    unlike = both.filter(pc.not_equal(both.column("numerator_sum"), both.column("numerator"))).to_pylist()
    divisions = {name: place for place, name in enumerate(groups.column("breakdown").unique().to_pylist())}
    newest = {(row["indicator"], row["breakdown"]): row for row in sorted(unlike, key=_age)}
    order = {name: place for place, name in enumerate(counts)}
    return {
        key: _sentence(*key, row["period"], row["numerator_sum"], row["numerator"])
        for key, row in sorted(newest.items(), key=lambda each: (order[each[0][0]], divisions[each[0][1]]))
    }


def _age(row: Mapping) -> tuple:
    return row["period_end"], row["period"], row["area"]


def why_not_whole(total: int, whole: int) -> str:
    """Why groups add up to another number than everyone: someone is in two of them, or in none."""
    return "someone can be in more than one group" if total > whole else "some are in no group"


def _sentence(name: str, breakdown: str, period: str, total: int, whole: int) -> str:
    return (
        f"{name} by {breakdown}: the groups do not add up, because {why_not_whole(total, whole)}: "
        f"{count_text(total)} in them and {count_text(whole)} in all ({parse_period(period).label})."
    )
