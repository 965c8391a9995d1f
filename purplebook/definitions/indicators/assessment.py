"""Single assessments: finished in time, and overdue while open."""

from purplebook.definitions.breakdowns import own_team, who
from purplebook.definitions.standards import standard
from purplebook.language import PERIOD, assessment, indicator, percentage_of, working_days_between

THEME = "Assessment"
START_IS_DAY_0 = "The day the assessment started is day 0; weekends and bank holidays in England do not count."

AS01 = indicator(
    "AS01",
    "Assessments completed within 45 working days",
    percentage_of(
        assessment.dated(assessment.authorised_on),
        that=working_days_between(assessment.started_on, assessment.authorised_on)
        <= standard("assessment").in_force(assessment.started_on),
    ),
    theme=THEME,
    counts="completed assessments",
    source="Working Together; children in need census table C2. Partly verified: the clock runs from the "
    "assessment's own start, which may be later than the referral. One without a start date is not counted as in time.",
    better="higher",
    day_0=START_IS_DAY_0,
    by=(*who(assessment, on=assessment.authorised_on), own_team(assessment)),
)

AS03 = indicator(
    "AS03",
    "Open assessments that are overdue",
    percentage_of(
        assessment.open_at_period_end(assessment.started_on, assessment.authorised_on),
        that=working_days_between(assessment.started_on, PERIOD.last_day)
        > standard("assessment").in_force(assessment.started_on),
    ),
    theme=THEME,
    counts="assessments open at the date",
    source="Census rule 8670Q looks for assessments open beyond 45 working days; partly verified.",
    better="lower",
    day_0=START_IS_DAY_0,
    by=(*who(assessment, on=PERIOD.last_day), own_team(assessment)),
)
