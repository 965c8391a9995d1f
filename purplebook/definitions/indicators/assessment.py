"""Single assessments: how long they take, what they find and what follows, and those overdue while open."""

from purplebook.definitions.breakdowns import coded, own_team, who
from purplebook.definitions.indicators.looked_after import AGE_0_TO_17
from purplebook.definitions.indicators.referral_outcomes import A_YEAR
from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    Breakdown,
    assessment,
    assessment_factor,
    first_of,
    indicator,
    median_of,
    percentage_of,
    rate_of,
    share_of,
    when,
    working_days_between,
)

THEME = "Assessment"
START_IS_DAY_0 = "The day the assessment started is day 0; weekends and bank holidays in England do not count."

NO_FACTORS_FOUND = "21"
"""The entry that says an assessment was complete and found none of the factors."""

completed = assessment.dated(assessment.authorised_on)
working_days_taken = working_days_between(assessment.started_on, assessment.authorised_on)
completed_before_start = when(assessment.authorised_on < assessment.started_on, "Completed before it began")
duration = Breakdown(
    "duration",
    "Working days taken",
    first_of(completed_before_start, working_days_taken.in_bands(1, 11, 21, 31, 41, 46, 51, 61)),
    order=(
        *("Under 1", "1 to 10", "11 to 20", "21 to 30", "31 to 40", "41 to 45", "46 to 50", "51 to 60", "61 and over"),
        completed_before_start.label,
    ),
)
outcome = Breakdown(
    "outcome",
    "Outcome",
    first_of(
        when(assessment.is_no_further_action.is_(True), "No further action"),
        when(assessment.is_social_care_needed.is_(True), "Help from children's social care"),
        when(assessment.is_social_care_needed.is_(False), "Other help"),
    ),
    order=("Help from children's social care", "Other help", "No further action"),
)
at_completion = (*who(assessment, on=assessment.authorised_on), own_team(assessment), duration, outcome)

AS01 = indicator(
    "AS01",
    "Assessments completed within 45 working days",
    percentage_of(
        completed,
        that=working_days_taken <= standard("assessment").in_force(assessment.started_on),
    ),
    theme=THEME,
    edition=2,
    counts_each="assessment",
    counts="completed assessments",
    source="Working Together; children in need census table C2. Partly verified: the clock runs from the "
    "assessment's own start, which may be later than the referral. One without a start date is not counted as in time.",
    better="higher",
    day_0=START_IS_DAY_0,
    by=at_completion,
)

AS02 = indicator(
    "AS02",
    "Median working days to complete an assessment",
    median_of(working_days_taken, among=completed),
    theme=THEME,
    edition=2,
    counts_each="assessment",
    counts="completed assessments with a start date",
    source="Children in need census table C2, which publishes the quarter, the middle and the three-quarter value.",
    better="lower",
    day_0=START_IS_DAY_0,
    by=at_completion,
)

AS02_BANDS = indicator(
    "AS02-BANDS",
    "Assessments by duration",
    share_of(completed.where(completed_before_start.is_missing())),
    theme=THEME,
    edition=2,
    counts_each="assessment",
    counts="completed assessments, leaving out those completed before they began",
    source="The bands of children in need census table C2; one completed on the day it began is under 1.",
    day_0=START_IS_DAY_0,
    by=at_completion,
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
    counts_each="assessment",
    counts="assessments open at the date",
    source="Census rule 8670Q looks for assessments open beyond 45 working days; partly verified.",
    better="lower",
    day_0=START_IS_DAY_0,
    by=(*who(assessment, on=PERIOD.last_day), own_team(assessment)),
)

AS04 = indicator(
    "AS04",
    "Assessments that ended with no further action",
    percentage_of(completed, that=assessment.is_no_further_action.is_(True)),
    theme=THEME,
    counts_each="assessment",
    counts="completed assessments, those whose outcome is not recorded included",
    source="Children in need census; the other outcomes are the groups of the breakdown by outcome. Case systems word "
    "outcomes differently, so only these three are told apart.",
    by=at_completion,
)

AS05 = indicator(
    "AS05",
    "Factors found at assessment per 10,000 children in a year",
    rate_of(
        assessment_factor.dated(assessment_factor.assessed_on).where(
            assessment_factor.factor_code.is_not(NO_FACTORS_FOUND)
        ),
        per=10_000,
        population=AGE_0_TO_17,
        by_group=True,
    ),
    theme=THEME,
    counts_each="factor found at assessment",
    counts="factors found at assessments completed in the year, over the mid-year population estimate aged 0 to 17",
    source="Children in need census table C3, partly verified: a factor counts once for each assessment that found it, "
    "and no factors found (21) counts for nothing. One assessment may find several, so read it by factor.",
    by=(coded("factor", "Factor", assessment_factor.factor_code),),
    only_for=A_YEAR,
)

INDICATORS = (AS01, AS02, AS02_BANDS, AS03, AS04, AS05)
