"""The unit of an indicator, as targets and published measures name units."""

from __future__ import annotations

from purplebook.language.expressions import DaysBetween, WorkingDaysBetween, walk
from purplebook.language.indicators import Indicator
from purplebook.language.measures import Shape

OWN_UNITS = {
    "LA23": "score",
    "LA31": "%",
    "LA31-OVERALL": "%",
    "LA31-SEVERE": "%",
    "LA32": "%",
    "LA32-ATTAINMENT": "score",
    "LA32-PROGRESS": "score",
    "CL11": "%",
    "WF05": "cases per FTE",
    "SP01": "%",
    "SP01-OTHER": "%",
    "HA01": "per 10,000",
    "SP02": "pounds a week",
    "SP02-AVERAGE": "pounds a week",
    "QA20": "pounds a week",
    "OF01": "grade",
    "OF01-LEADERS": "grade",
    "OF01-HELP": "grade",
    "OF01-CARE": "grade",
    "OF01-LEAVERS": "grade",
}
"""Averages, and values loaded as others publish them: nothing in the measure says of what."""

DAYS_IN = {"1": "days", "7": "weeks", "30.4375": "months", "365.25": "years"}


def unit_of(item: Indicator) -> str:
    """The unit of an indicator's values: number, %, per 10,000, days, working days, months …"""
    if item.id in OWN_UNITS:
        return OWN_UNITS[item.id]
    measure = item.measure
    match measure.shape:
        case Shape.COUNT | Shape.DIFFERENCE:
            return "number"
        case Shape.PERCENTAGE | Shape.SHARE:
            return "%"
        case Shape.RATE:
            return f"per {measure.per:,}"
        case Shape.MEAN | Shape.MEDIAN | Shape.REPORTED:
            value = measure.top.value
            parts = list(walk(value)) if value is not None else []
            if any(isinstance(part, WorkingDaysBetween) for part in parts):
                return "working days"
            if any(isinstance(part, DaysBetween) for part in parts):
                return DAYS_IN.get(measure.unit_days, "days")
            return "number"
    return "%" if measure.per == 100 else "number"
