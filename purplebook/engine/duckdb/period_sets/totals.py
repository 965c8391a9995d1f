"""Counts and adds, in every group of every breakdown at once."""

from __future__ import annotations

from purplebook.engine.duckdb.period_sets.stage import NONE
from purplebook.engine.plan import Grouping, Scan
from purplebook.engine.sql.dialect import Dialect
from purplebook.language.measures import TotalKind

BITS = 31
"""Two counts share one sum: the lower below bit 31, the other above.  No table has two thousand million rows."""


def totals_sql(scan: Scan, dialect: Dialect, children: tuple[int, ...], *, constant: frozenset[str] | None) -> str:
    """The last SELECT over `flagged`: authority_code, period, each breakdown, t0, t1 …

    `children` are the places of the totals that count children once each, `constant` the breakdowns that put all rows
    of a child in the same group; None where a child's first row may not belong to the total although a later one does.
    """
    if not children:
        return _select(scan, dialect, scan.groupings, {i: f"t{i}" for i in _counted(scan)}, ())
    # Where all rows of a child fall into one group, its first row there stands for the child.
    together = tuple(names for names in scan.groupings if constant is not None and set(names) <= constant)
    apart = tuple(names for names in scan.groupings if names not in together)
    firsts = {i: f"t{i} AND first{i}" if i in children else f"t{i}" for i in _counted(scan)}
    once = {i: f"t{i} AND once{i}" if i in children else f"t{i}" for i in _counted(scan)}
    parts = [_select(scan, dialect, together, firsts, ())] if together else []
    parts += [_select(scan, dialect, apart, once, children)] if apart else []
    return "\nUNION ALL\n".join(parts)


def _counted(scan: Scan) -> list[int]:
    return [i for i, total in enumerate(scan.totals) if total.kind in (TotalKind.ROWS, TotalKind.CHILDREN)]


def _select(
    scan: Scan, dialect: Dialect, groupings: tuple[Grouping, ...], counts: dict[int, str], distinct: tuple[int, ...]
) -> str:
    """Adding one number is cheaper than counting twice, so counts are added two at a time and then taken apart.

    For the totals of `distinct`, the children are counted of which several rows count in the period.
    """
    names = [name for name, _ in scan.dimensions]
    counted = list(counts)
    packs = [counted[start : start + 2] for start in range(0, len(counted), 2)]
    packed, sums, outputs = [], [], {}
    for number, pack in enumerate(packs):
        parts = [f"CASE WHEN {counts[i]} THEN {1 << (BITS * at)} ELSE 0 END" for at, i in enumerate(pack)]
        packed.append(f"CAST({' + '.join(parts)} AS BIGINT) AS packed_{number}")
        sums.append(f"SUM(packed_{number}) AS packed_{number}")
        for at, i in enumerate(pack):
            outputs[i] = f"CAST((packed_{number} >> {BITS * at}) & {(1 << BITS) - 1} AS BIGINT)"
    for i, total in enumerate(scan.totals):
        if i in distinct:
            packed.append(f"CASE WHEN t{i} AND NOT once{i} THEN child{i} END AS child_{i}")
            sums.append(f"COUNT(DISTINCT child_{i}) AS children_{i}")
            outputs[i] += f" + children_{i}"
        elif total.value is not None:
            packed.append(f"CASE WHEN t{i} THEN v{i} END AS value_{i}")
            aggregate = f"SUM(value_{i})"
            if total.kind is TotalKind.MEDIAN:
                aggregate = dialect.twice_median(f"value_{i}", f"value_{i} IS NOT NULL")
            sums.append(f"CAST({aggregate} AS BIGINT) AS value_{i}")
            outputs[i] = f"value_{i}"
    asked = {name for grouping in groupings for name in grouping}
    used = ["authority_code", "period", *(name for name in names if name in asked)]
    keys = ["authority_code", "period", *(name if name in asked else f"NULL AS {name}" for name in names)]
    listed = ",\n    ".join("(" + ", ".join(("authority_code", "period", *names)) + ")" for names in groupings)
    selected = [*keys, *(f"{outputs[i]} AS t{i}" for i in range(len(scan.totals)))]
    return (
        f"SELECT\n  {', '.join(selected)}\nFROM (\n  SELECT {', '.join([*used, *sums])}\n"
        f"  FROM (SELECT {', '.join([*used, *packed])} FROM flagged)\n"
        f"  GROUP BY GROUPING SETS (\n    {listed}\n  )\n)"
    )


def children_step(i: int) -> str:
    """Which of a child's rows speak for the child, for one total.

    A child counts once.  `before`: the periods in which an earlier row of the child counts, so that this one is not the
    first; `again`: those in which any other row does.  Where none does, nobody has to look for others.
    """
    child = "PARTITION BY authority_code, person_id"
    earlier = f"{child} ORDER BY row_id NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
    return (
        f"  SELECT row_id, before, BIT_OR(held & before) OVER ({child}) AS again, MIN(row_id) OVER ({child}) AS child\n"
        "  FROM (\n    SELECT row_id, authority_code, person_id, held, "
        f"COALESCE(BIT_OR(held) OVER ({earlier}), {NONE}) AS before\n"
        f"    FROM (SELECT row_id, authority_code, person_id, s{i} AS held FROM rows)\n  )"
    )
