"""Complaints answered: in time at each stage, and what was found."""

from purplebook.definitions.indicators.quality import LOCAL, THEME, complaint_breakdowns, complaints, is_complaint
from purplebook.definitions.standards import standard
from purplebook.language import feedback, indicator, percentage_of, working_days_between
from purplebook.language.expressions import Standard
from purplebook.language.indicators import Indicator

MONTHS_FOR_STAGE_2 = 4
"""When the longest time for stage 2 is over, whatever holidays lie in it: 65 working days are 13 weeks without any."""

QA24 = indicator(
    "QA24",
    "Stage 1 complaints answered in time",
    percentage_of(
        feedback.dated(feedback.stage_1_due_on).where(
            is_complaint, feedback.status.is_not("WITHDRAWN", "RESOLVED_ADR")
        ),
        that=feedback.stage_1_response_on <= feedback.stage_1_due_on,
    ),
    theme=THEME,
    counts_each="complaint",
    counts="complaints whose stage 1 answer was due in the period, without those withdrawn or settled otherwise",
    source="Representations procedure (England) regulations 2006, partly verified: 10 working days, or 20 where it is "
    "complex, as the register's own due day says. A complaint without a due day is not counted.",
    better="higher",
    day_0="The day of receipt is day 0; an answer on the day it was due is in time.",
    by=complaint_breakdowns,
)

QA25 = indicator(
    "QA25",
    "Complaints upheld or partly upheld",
    percentage_of(complaints.where(feedback.outcome.is_recorded()), that=feedback.outcome.is_in("UPHELD", "PARTLY")),
    theme=THEME,
    counts_each="complaint",
    counts="complaints received in the period for which it is decided what was found",
    source=f"2015 paper (8.13): investigated to an outcome. {LOCAL} The outcome is that of the furthest stage decided.",
    by=complaint_breakdowns,
    note="The latest months may change: complaints are received before they are decided.",
)


def stage_2(identifier: str, title: str, time: Standard, words: str) -> Indicator:
    """Of the stage 2 investigations whose longest time is over, the percentage answered within some time."""
    return indicator(
        identifier,
        title,
        percentage_of(
            feedback.dated(feedback.stage_2_started_on, months_later=MONTHS_FOR_STAGE_2).where(is_complaint),
            that=working_days_between(feedback.stage_2_started_on, feedback.stage_2_response_on) <= time,
        ),
        theme=THEME,
        counts_each="complaint",
        counts="stage 2 investigations that began four months before a day of the period",
        source=f"Representations procedure (England) regulations 2006, partly verified: {words}. Counted four months "
        "later, when the longest time is over, so none is judged early.",
        better="higher",
        day_0="The day on which stage 2 began, as the council's procedure has it, is day 0.",
        by=complaint_breakdowns,
    )


QA26 = stage_2(
    "QA26",
    "Stage 2 complaints answered in time",
    standard("complaint_stage_2"),
    "25 working days, which may be extended",
)
QA26_LONGEST = stage_2(
    "QA26-LONGEST",
    "Stage 2 complaints answered within the longest time",
    standard("complaint_stage_2_longest"),
    "65 working days at the longest",
)

INDICATORS = (QA24, QA25, QA26, QA26_LONGEST)
