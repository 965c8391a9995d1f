"""What each child, and each row of an average, adds to the figures, taken from the very passes that count them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.engine.plan import CHILD, ROW, Scan
from purplebook.language.measures import Total
from purplebook.results.compute import coded


@dataclass(frozen=True)
class Each:
    """What was counted, one entry for each period and child (or each period and row): parallel arrays.

    `child` is a number from nought: the same child has one number in everything counted.  None where what is counted is
    no child's.
    """

    period: np.ndarray
    child: np.ndarray | None
    totals: Mapping[Total, np.ndarray]

    def places(self, *wanted: Total) -> np.ndarray:
        """The places of the entries in which any of the totals counted something."""
        return np.flatnonzero(np.any([self.totals[total] != 0 for total in wanted], axis=0))


@dataclass
class EachChild:
    """Gathers what every pass counts of each child in the first `periods` periods, for the indicators `wanted`."""

    periods: int
    wanted: frozenset[str]
    numbers: dict[str, int] = field(default_factory=dict)
    """The number of each child, by our own key."""
    by_child: dict[Total, Each] = field(default_factory=dict)
    by_row: dict[Total, Each] = field(default_factory=dict)

    def answered(self, scan: Scan, answer: pa.Table) -> pa.Table:
        """Take what one pass says of each child and each row; give back the rows that are of neither."""
        names = {name for name, _ in scan.dimensions}
        is_month = pc.less(answer.column("period"), self.periods)  # pyright: ignore[reportAttributeAccessIssue]
        rest = None
        for grouping in scan.groupings:
            if CHILD not in grouping and ROW not in grouping:
                continue
            is_by_row = ROW in grouping
            is_each = pc.is_valid(answer.column(ROW if is_by_row else CHILD))  # pyright: ignore[reportAttributeAccessIssue]
            if not is_by_row and ROW in names:
                is_each = pc.and_(is_each, pc.is_null(answer.column(ROW)))  # pyright: ignore[reportAttributeAccessIssue]
            each = self._taken(scan, answer.filter(pc.and_(is_month, is_each)))  # pyright: ignore[reportAttributeAccessIssue]
            kept = self.by_row if is_by_row else self.by_child
            kept |= dict.fromkeys(scan.totals, each)
            rest = pc.invert(is_each) if rest is None else pc.and_(rest, pc.invert(is_each))  # pyright: ignore[reportAttributeAccessIssue]
        return answer if rest is None else answer.filter(rest)

    def _taken(self, scan: Scan, part: pa.Table) -> Each:
        names = {name for name, _ in scan.dimensions}
        child = None
        if CHILD in names:
            people = coded(part.column(CHILD))
            known = np.array([self.numbers.setdefault(key, len(self.numbers)) for key in people.labels], np.int64)
            child = known[people.codes]
        return Each(
            part.column("period").to_numpy(),
            child,
            {
                total: pc.fill_null(part.column(f"t{number}"), 0).to_numpy().astype(np.int64)
                for number, total in enumerate(scan.totals)
            },
        )
