"""The monthly values of every indicator over records of which a part was cut away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pyarrow as pa

from purplebook.definitions import INDICATORS
from purplebook.engine.chosen import engine_over
from purplebook.engine.plan import request
from purplebook.language.periods import Period
from purplebook.results.compute import joined, pieces
from purplebook.results.snapshots import setting_of
from purplebook.store import Snapshot
from purplebook.tables import TABLES_BY_NAME

Values = Mapping[tuple[str, str], tuple[int | None, int | None, Decimal | None]]
"""The numerator, the denominator and the value by indicator and month."""


def values_of(
    snapshot: Snapshot, months: Sequence[Period], *, cut: Callable[[str, pa.Table], pa.Table] | None = None
) -> Values:
    """Every value, whether the records are said to cover it or not; `cut` takes rows or cells out of a table."""
    tables = {
        name: cut(name, snapshot.read(name)) if cut and name in TABLES_BY_NAME else snapshot.read(name)
        for name in snapshot.table_names
    }
    setting = setting_of(snapshot, INDICATORS)
    setting = replace(setting, supply=replace(setting.supply, covers_from={}))
    with engine_over(tables, months, is_small=True) as engine:
        asked = [request(item, breakdowns=False) for item in INDICATORS]
        rows = joined([pieces(engine, asked, months, setting)]).to_pylist()
    return {(row["indicator"], row["period"]): (row["numerator"], row["denominator"], row["value"]) for row in rows}
