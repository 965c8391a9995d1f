"""Counts and adds, in every group of every breakdown at once."""

from __future__ import annotations

from purplebook.engine.plan import Scan
from purplebook.engine.sql.dialect import Dialect
from purplebook.language.measures import TotalKind

BITS = 31
"""Two counts share one sum: the lower below bit 31, the other above.  No table has two thousand million rows."""


def totals_sql(scan: Scan, dialect: Dialect, children: tuple[int, ...]) -> str:
    """The last SELECT over `flagged`: authority_code, period, each breakdown, t0, t1 …

    Adding one number is cheaper than counting twice, so the counts are added two at a time and then taken apart.
    `children` are the places of the totals that count children once each.
    """
    names = [name for name, _ in scan.dimensions]
    counted = [i for i, total in enumerate(scan.totals) if total.kind in (TotalKind.ROWS, TotalKind.CHILDREN)]
    packs = [counted[start : start + 2] for start in range(0, len(counted), 2)]
    packed, sums, outputs = [], [], {}
    for number, pack in enumerate(packs):
        parts = [f"CASE WHEN {_counts(i, children)} THEN {1 << (BITS * at)} ELSE 0 END" for at, i in enumerate(pack)]
        packed.append(f"CAST({' + '.join(parts)} AS BIGINT) AS packed_{number}")
        sums.append(f"SUM(packed_{number}) AS packed_{number}")
        for at, i in enumerate(pack):
            outputs[i] = f"CAST((packed_{number} >> {BITS * at}) & {(1 << BITS) - 1} AS BIGINT)"
    for i, total in enumerate(scan.totals):
        if i in children:
            packed.append(f"CASE WHEN t{i} AND r{i} THEN person_id END AS child_{i}")
            sums.append(f"COUNT(DISTINCT child_{i}) AS children_{i}")
            outputs[i] += f" + children_{i}"
        elif total.value is not None:
            packed.append(f"CASE WHEN t{i} THEN v{i} END AS value_{i}")
            aggregate = (
                f"SUM(value_{i})" if total.kind is TotalKind.SUM else dialect.twice_median(f"value_{i}", "TRUE")
            )
            sums.append(f"CAST({aggregate} AS BIGINT) AS value_{i}")
            outputs[i] = f"value_{i}"
    keys = ["authority_code", "period", *names]
    groupings = ",\n    ".join("(" + ", ".join(("authority_code", "period", *names)) + ")" for names in scan.groupings)
    selected = [*keys, *(f"{outputs[i]} AS t{i}" for i in range(len(scan.totals)))]
    return (
        f"SELECT\n  {', '.join(selected)}\nFROM (\n  SELECT {', '.join([*keys, *sums])}\n"
        f"  FROM (SELECT {', '.join([*keys, *packed])} FROM flagged)\n"
        f"  GROUP BY GROUPING SETS (\n    {groupings}\n  )\n)"
    )


def _counts(i: int, children: tuple[int, ...]) -> str:
    return f"t{i} AND person_id IS NOT NULL AND NOT r{i}" if i in children else f"t{i}"
