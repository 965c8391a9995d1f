"""When a row counts, said in sets of periods."""

from __future__ import annotations

from purplebook.engine.duckdb.period_sets.source import may_filter
from purplebook.engine.duckdb.period_sets.stage import NotInSetsError
from purplebook.engine.sql.dialect import Dialect
from purplebook.engine.sql.stage import Stage
from purplebook.language import expressions as ex
from purplebook.language.measures import Clock, Cohort, During, InLatestSnapshot, OpenAtEnd, OpenDuring

FIRST, LAST = ex.PERIOD.first_day, ex.PERIOD.last_day

SPREAD = (
    "  SELECT different.held, p.*\n  FROM (SELECT DISTINCT held FROM rows) AS different\n"
    "  JOIN some_periods AS p ON (different.held & p.bit) <> 0"
)
"""Every set of periods that occurs, beside each of its periods.  Many rows count in the same periods."""


def clock_condition(clock: Clock) -> ex.Expression:
    """When a row counts, as a condition about the period."""
    match clock:
        case During(day, months):
            counted: ex.Expression = ex.AddMonths(day, months) if months else day
            return ex.AllOf((ex.Compare(">=", counted, FIRST), ex.Compare("<=", counted, LAST)))
        case OpenAtEnd(start, None):
            return ex.Compare("<=", start, LAST)
        case OpenAtEnd(start, end):
            assert end is not None
            return ex.AllOf((ex.Compare("<=", start, LAST), ex.AnyOf((ex.IsMissing(end), ex.Compare(">", end, LAST)))))
        case OpenDuring(start, end):
            return ex.AllOf(
                (ex.Compare("<=", start, LAST), ex.AnyOf((ex.IsMissing(end), ex.Compare(">=", end, FIRST))))
            )
    raise NotInSetsError


def latest_step(table: str, clock: Clock, dialect: Dialect) -> str:
    """For each authority and day on which it took its register: the periods whose latest taking that is."""
    assert isinstance(clock, InLatestSnapshot)
    stage = Stage(dialect, table=table, row=table, related={})
    name = clock.taken_on.name
    only = " AND ".join([f"{table}.{name} IS NOT NULL", *map(stage.sql, clock.among)])
    return (
        "  SELECT authority_code, taken_on, BIT_OR(bit) AS clock\n  FROM (\n"
        "    SELECT taken.authority_code, p.period, p.bit, MAX(taken.taken_on) AS taken_on\n"
        f"    FROM (SELECT DISTINCT authority_code, {name} AS taken_on FROM {table} WHERE {only}) AS taken\n"
        "    JOIN some_periods AS p ON taken.taken_on <= p.last_day\n    GROUP BY ALL\n  )\n"
        "  GROUP BY authority_code, taken_on"
    )


def of_own_columns(cohort: Cohort, stage: Stage) -> str | None:
    """What a cohort asks of the row's own columns, whatever the period; None where it asks nothing of them."""
    terms = [
        stage.sql(term)
        for term in cohort.only
        if may_filter(term)
        and all(
            not isinstance(node, ex.Related | ex.Lookup | ex.PeriodDay | ex.Standard | ex.WorkingDaysBetween)
            and not (isinstance(node, ex.Column) and node.table != cohort.table)
            for node in ex.walk(term)
        )
    ]
    return f"({' AND '.join(terms)})" if terms else None
