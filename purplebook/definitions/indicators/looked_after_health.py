"""The health of children looked after for a year: checks, immunisation, wellbeing, misuse and offending."""

from purplebook.definitions.cohorts import FOR_A_YEAR, LOOKED_AFTER, LOOKED_AFTER_STARTED
from purplebook.definitions.indicators.looked_after import THEME, looked_after_breakdowns
from purplebook.definitions.indicators.looked_after_flow import at_start
from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    age_on,
    all_of,
    any_of,
    first_of,
    health_check,
    indicator,
    looked_after_period,
    mean_of,
    percentage_of,
    person,
    return_year,
    same_child,
    this_row,
    working_days_between,
)
from purplebook.language.expressions import Expression, RelatedRows
from purplebook.language.periods import PeriodKind

YEARLY = (PeriodKind.YEAR,)
"""The return asks once, at 31 March: in mid-year most answers of the year are still to come."""

A_YEAR_IN_CARE = "children looked after on 31 March who had been for at least twelve months"
RETURN = "SSDA903 return (OC2): short breaks are left out, and a refusal is not a check."

NOT_DONE = ("Planned", "Refused", "Cancelled")
"""What the Standard Safeguarding Dataset says of an assessment that did not happen, in its own words."""

a_year_ago = PERIOD.last_day.add_months(-12)
for_a_year = LOOKED_AFTER.where(FOR_A_YEAR)
age_then = age_on(PERIOD.last_day, born=person.born_on)


def checks(kind: str) -> RelatedRows:
    """Checks of one kind that were done in the twelve months to the date."""
    return same_child(health_check).where(
        health_check.check_type.is_(kind),
        health_check.checked_on > a_year_ago,
        health_check.checked_on <= PERIOD.last_day,
        health_check.status.is_not(*NOT_DONE),
    )


def answered_yes(kind: str) -> Expression:
    """The return of the year says so."""
    return (
        same_child(health_check)
        .where(
            health_check.check_type.is_(kind),
            health_check.return_year.is_(return_year(PERIOD.last_day)),
            health_check.is_met.is_(True),
        )
        .exists()
    )


LA19 = indicator(
    "LA19",
    "Children looked after with an up-to-date health assessment",
    percentage_of(
        for_a_year,
        that=any_of(
            answered_yes("HEALTH_ASSESSMENT"),
            all_of(age_then >= 5, checks("HEALTH_ASSESSMENT").exists()),
            # An assessment that two records tell of is one.
            checks("HEALTH_ASSESSMENT").count_different(health_check.checked_on) >= 2,
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts=A_YEAR_IN_CARE,
    source=f"{RETURN} Children under 5 on 31 March need two, on different days.",
    better="higher",
    day_0="The twelve months end on 31 March; a check on 31 March of the year before is outside.",
    look_back_months=12,
    by=looked_after_breakdowns,
    only_for=YEARLY,
)

LA20 = indicator(
    "LA20",
    "Children looked after who saw a dentist in the year",
    percentage_of(for_a_year, that=any_of(answered_yes("DENTAL"), checks("DENTAL").exists())),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts=A_YEAR_IN_CARE,
    source=RETURN,
    better="higher",
    day_0="The twelve months end on 31 March; a check on 31 March of the year before is outside.",
    look_back_months=12,
    by=looked_after_breakdowns,
    only_for=YEARLY,
)

LA21 = indicator(
    "LA21",
    "Children looked after whose immunisations are up to date",
    percentage_of(for_a_year, that=answered_yes("IMMUNISATION")),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts=A_YEAR_IN_CARE,
    source="SSDA903 return (OC2): all immunisations for the child's age, those before care included.",
    better="higher",
    look_back_months=12,
    by=looked_after_breakdowns,
    only_for=YEARLY,
)

LA22 = indicator(
    "LA22",
    "First health assessments within 20 working days",
    percentage_of(
        looked_after_period.dated(looked_after_period.started_on, months_later=1).where(
            *LOOKED_AFTER_STARTED.only,
            any_of(
                looked_after_period.ended_on.is_missing(),
                working_days_between(looked_after_period.started_on, looked_after_period.ended_on)
                >= standard("initial_health_assessment").in_force(looked_after_period.started_on),
            ),
        ),
        that=same_child(health_check)
        .where(
            health_check.check_type.is_("HEALTH_ASSESSMENT"),
            health_check.checked_on >= this_row(looked_after_period.started_on),
            working_days_between(this_row(looked_after_period.started_on), health_check.checked_on)
            <= standard("initial_health_assessment").in_force(this_row(looked_after_period.started_on)),
            health_check.status.is_not(*NOT_DONE),
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="period of care",
    counts="periods of care that began a month before, still running on the twentieth working day",
    source="Statutory guidance on the health of looked-after children; domain knowledge, unverified. Counted in the "
    "period in which the month after the start ends; around bank holidays day 20 can be a few days later than that.",
    better="higher",
    day_0="The day the child began to be looked after is day 0.",
    by=at_start,
)

scores = same_child(health_check).where(health_check.check_type.is_("SDQ"))
score = first_of(
    scores.where(health_check.return_year.is_(return_year(PERIOD.last_day))).latest(health_check.score),
    # The Standard Safeguarding Dataset gives the day instead of the return.
    scores.where(
        health_check.return_year.is_missing(),
        health_check.checked_on > a_year_ago,
        health_check.checked_on <= PERIOD.last_day,
    ).last(health_check.score, by=health_check.checked_on),
)
asked = for_a_year.where(age_then >= 4, age_then <= 16)

LA23 = indicator(
    "LA23",
    "Average score of the strengths and difficulties questionnaire",
    mean_of(score, among=asked),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts=f"{A_YEAR_IN_CARE}, aged 4 to 16, with a score of the year",
    source="SSDA903 return (OC2): 0 to 13 is normal, 14 to 16 borderline, 17 to 40 a cause for concern. Where "
    "the return has no score, the latest dated from 1 April to 31 March counts, unless it names another return. Age is "
    "taken on 31 March (an assumption: the return takes it at the questionnaire).",
    better="lower",
    look_back_months=12,
    by=looked_after_breakdowns,
    only_for=YEARLY,
)

LA23_ANSWERED = indicator(
    "LA23-ANSWERED",
    "Children looked after with a score of the strengths and difficulties questionnaire",
    percentage_of(asked, that=score.is_recorded()),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts=f"{A_YEAR_IN_CARE}, aged 4 to 16",
    source="SSDA903 return (OC2): whatever the reason for having no score (SDQ1 to SDQ5), the child stays in "
    "the whole.",
    better="higher",
    look_back_months=12,
    by=looked_after_breakdowns,
    only_for=YEARLY,
)

LA24 = indicator(
    "LA24",
    "Children looked after who misuse substances",
    percentage_of(for_a_year, that=answered_yes("SUBSTANCE_MISUSE")),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts=A_YEAR_IN_CARE,
    source="SSDA903 return (OC2): identified as a problem during the year; tobacco does not count.",
    better="lower",
    look_back_months=12,
    by=looked_after_breakdowns,
    only_for=YEARLY,
)

LA25 = indicator(
    "LA25",
    "Children looked after who were convicted or cautioned",
    percentage_of(for_a_year.where(age_then >= 10), that=answered_yes("CONVICTION")),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts=f"{A_YEAR_IN_CARE}, aged 10 or over",
    source="SSDA903 return (OC2), partly verified: a conviction, youth caution or conditional caution in the year; "
    "in 2015 reprimands and final warnings too (not verified).",
    better="lower",
    look_back_months=12,
    by=looked_after_breakdowns,
    only_for=YEARLY,
)

INDICATORS = (LA19, LA20, LA21, LA22, LA23, LA23_ANSWERED, LA24, LA25)
