"""Whether the people and schools around looked-after children stay the same, and their plans for education."""

from purplebook.definitions.cohorts import LOOKED_AFTER, open_then
from purplebook.definitions.indicators.looked_after import THEME, looked_after_breakdowns
from purplebook.definitions.indicators.looked_after_health import YEARLY
from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    age_on,
    all_of,
    any_of,
    indicator,
    involvement,
    looked_after_period,
    not_,
    percentage_of,
    person,
    plan,
    same_child,
    school_enrolment,
    this_row,
)

a_year_ago = PERIOD.last_day.add_months(-12)
july_ends, september_ends = PERIOD.last_day.add_months(-8), PERIOD.last_day.add_months(-6)
joined_on = school_enrolment.started_on
age_then = age_on(PERIOD.last_day, born=person.born_on)
school_before = (
    same_child(school_enrolment)
    .where(joined_on < this_row(joined_on))
    .last(school_enrolment.school_reference, by=joined_on)
)
reviewed_within = standard("personal_education_plan")

LA28 = indicator(
    "LA28",
    "Children looked after who changed school in mid-year",
    percentage_of(
        LOOKED_AFTER.where(same_child(school_enrolment).where(joined_on <= PERIOD.last_day).exists()),
        that=same_child(school_enrolment)
        .where(
            joined_on > a_year_ago,
            joined_on <= PERIOD.last_day,
            not_(all_of(joined_on > july_ends, joined_on <= september_ends)),
            joined_on >= this_row(looked_after_period.started_on),
            not_(school_before.is_(school_enrolment.school_reference)),
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after on 31 March whose school is recorded",
    source="Stability measures of the Department: joining a school other than the one joined before, from 1 April to "
    "31 March, leaving out August and September, when children change schools anyway, and moves before the child came "
    "into care.",
    better="lower",
    look_back_months=12,
    by=looked_after_breakdowns,
    only_for=YEARLY,
)

LA29 = indicator(
    "LA29",
    "Children looked after with three or more social workers in twelve months",
    percentage_of(
        LOOKED_AFTER,
        that=same_child(involvement)
        .where(
            involvement.started_on <= PERIOD.last_day,
            any_of(involvement.ended_on.is_missing(), involvement.ended_on > a_year_ago),
        )
        .count_different(involvement.worker_id)
        >= 3,
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after",
    source="Stability measures of the Department: different workers, so one who comes back counts once, those before "
    "the child entered care too. Every worker allocated counts; records do not say which are social workers "
    "(assumption).",
    better="lower",
    day_0="The twelve months end on the date; an allocation that ended on the same day of the year before is outside.",
    look_back_months=12,
    by=looked_after_breakdowns,
)

LA30 = indicator(
    "LA30",
    "Looked-after children of school age with an up-to-date personal education plan",
    percentage_of(
        LOOKED_AFTER.where(age_then >= 5, age_then < 16),
        that=same_child(plan)
        .where(
            plan.plan_type.is_("PERSONAL_EDUCATION"),
            open_then(plan.started_on, plan.ended_on),
            any_of(
                plan.started_on.add_months(reviewed_within) >= PERIOD.last_day,
                all_of(
                    plan.last_reviewed_on <= PERIOD.last_day,
                    plan.last_reviewed_on.add_months(reviewed_within) >= PERIOD.last_day,
                ),
            ),
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children looked after aged 5 to 15",
    source="Guidance of the virtual schools; domain knowledge, unverified: reviewed every term, taken here as four "
    "months. Statutory school age is taken by the birthday.",
    better="higher",
    day_0="The plan's start or latest review is day 0; one four months old to the day is still up to date.",
    by=looked_after_breakdowns,
)

INDICATORS = (LA28, LA29, LA30)
