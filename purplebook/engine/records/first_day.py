"""The first day on which anything is recorded that a figure counts."""

from __future__ import annotations

from datetime import date

from purplebook.engine.base import Engine
from purplebook.language.indicators import Indicator
from purplebook.language.measures import days_of


def first_day_recorded(engine: Engine, item: Indicator) -> date | None:
    """The earliest day among the rows that an indicator counts; None where there is no row, or none has a day."""
    for day in days_of(item.measure.top.cohort.clock)[:1]:
        answer = engine.run(f"SELECT MIN({day.name}) AS start FROM {item.measure.top.cohort.table}")
        return answer.column("start")[0].as_py()
    return None
