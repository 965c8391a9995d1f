"""The way back from a child to the figures: every indicator that counts the child in one period.

It asks the rows that `list_rows` lists, so the two always agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from purplebook.engine.records.open import open_engine
from purplebook.engine.row_lists import times_listed
from purplebook.language.indicators import Indicator
from purplebook.language.measures import WORKED_OUT_OVER_ROWS, Shape
from purplebook.language.periods import Period
from purplebook.results.child import Child
from purplebook.results.snapshots import check_day, supply_of
from purplebook.results.supply import unsupplied, why_not_covered
from purplebook.store import Snapshot

COUNTED_SCHEMA = pa.schema(
    [
        ("indicator", pa.string()),
        ("title", pa.string()),
        ("counted", pa.int64()),
        ("among", pa.int64()),
        ("part", pa.string()),
    ]
)
"""`counted` is how many rows of `list` are the child's, `among` how many of `list --among`; null where that is none."""

COUNTED, AMONG, WORKED_OUT_OVER, TAKEN_AWAY = "counted", "only among", "worked out over", "taken away"
BOTH = "counted and taken away"


@dataclass(frozen=True)
class CountedIn:
    """The indicators that list a child, a row each, and why others could not be asked: the reason by indicator."""

    table: pa.Table
    not_asked: Mapping[str, str]


def counted_in(snapshot: Snapshot, indicators: Sequence[Indicator], *, child: Child, period: Period) -> CountedIn:
    """Every indicator that lists the child in the period, in the order given, with the part the child plays in it."""
    check_day(snapshot, period.last_day)
    supply = supply_of(snapshot)
    not_asked: dict[str, str] = {}
    asked: list[Indicator] = []
    for item in indicators:
        missing = unsupplied(item, supply)
        if missing:
            not_asked[item.id] = f"no file supplied {' or '.join(missing)}"
        elif reason := why_not_covered(item, period, supply):
            not_asked[item.id] = reason
        else:
            asked.append(item)
    with open_engine(snapshot, [period], authorities=(child.authority_code,)) as engine:
        times = times_listed(engine, asked, authority_code=child.authority_code, person_id=child.person_id)
    rows = []
    for item in asked:
        listed = times.get(item.id)
        if listed is None or not (listed.counted or listed.among):
            continue
        has_among = item.measure.bottom is not None and item.measure.shape not in WORKED_OUT_OVER_ROWS
        rows.append(
            {
                "indicator": item.id,
                "title": item.title,
                "counted": listed.counted,
                "among": listed.among if has_among else None,
                "part": part_of(item, counted=listed.counted, among=listed.among),
            }
        )
    return CountedIn(pa.Table.from_pylist(rows, schema=COUNTED_SCHEMA), not_asked)


def part_of(item: Indicator, *, counted: int, among: int) -> str:
    """The part that a child plays in a figure, in two or three words."""
    match item.measure.shape:
        case shape if shape in WORKED_OUT_OVER_ROWS:
            return WORKED_OUT_OVER
        case Shape.DIFFERENCE if among:
            return BOTH if counted else TAKEN_AWAY
    return COUNTED if counted else AMONG
