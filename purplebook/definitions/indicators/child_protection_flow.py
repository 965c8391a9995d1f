"""Child protection plans that begin, end and come back, and how many there are for every 10,000 children."""

from purplebook.definitions.cohorts import ON_A_PLAN, PLANS_ENDED, PLANS_STARTED
from purplebook.definitions.indicators.child_protection_plans import THEME, at_end, at_start
from purplebook.definitions.indicators.looked_after import AGE_0_TO_17
from purplebook.definitions.indicators.referral_outcomes import A_YEAR
from purplebook.language import (
    child_protection_plan,
    count,
    indicator,
    percentage_of,
    rate_of,
    same_child,
    this_row,
)

UNBORN = "Unborn children with a plan are above the line, though the population below it has none."

CP02 = indicator(
    "CP02",
    "Children with a child protection plan per 10,000 children",
    rate_of(ON_A_PLAN, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children with an open plan, over the mid-year population estimate aged 0 to 17",
    source=f"Children in need census table D1 and ONS mid-year estimates, counted as CP01. {UNBORN}",
)

CP04 = indicator(
    "CP04",
    "Child protection plans that began",
    count(PLANS_STARTED),
    theme=THEME,
    counts_each="child protection plan",
    counts="plans, so a child may count twice",
    source="Children in need census table D3. Plans that another authority holds are left out.",
    by=at_start,
)

CP04_RATE = indicator(
    "CP04-RATE",
    "Child protection plans that began per 10,000 children in a year",
    rate_of(PLANS_STARTED, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    counts_each="child protection plan",
    counts="plans that began in the year, over the mid-year population estimate aged 0 to 17",
    source="Children in need census table D3 and ONS mid-year estimates, counted as CP04.",
    only_for=A_YEAR,
)

CP05 = indicator(
    "CP05",
    "Child protection plans that ended",
    count(PLANS_ENDED),
    theme=THEME,
    counts_each="child protection plan",
    counts="plans, so a child may count twice",
    source="Children in need census table D7. Plans that another authority holds are left out.",
    by=at_end,
)

CP05_RATE = indicator(
    "CP05-RATE",
    "Child protection plans that ended per 10,000 children in a year",
    rate_of(PLANS_ENDED, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    counts_each="child protection plan",
    counts="plans that ended in the year, over the mid-year population estimate aged 0 to 17",
    source="Children in need census table D7 and ONS mid-year estimates, counted as CP05.",
    only_for=A_YEAR,
)

CP10 = indicator(
    "CP10",
    "Plans that began within two years of the end of an earlier one",
    percentage_of(
        PLANS_STARTED,
        that=same_child(child_protection_plan)
        .where(
            child_protection_plan.started_on < this_row(child_protection_plan.started_on),
            child_protection_plan.ended_on <= this_row(child_protection_plan.started_on),
            child_protection_plan.ended_on >= this_row(child_protection_plan.started_on).add_months(-24),
        )
        .exists(),
    ),
    theme=THEME,
    counts_each="child protection plan",
    counts="plans that began, so a child may count twice",
    source="Used by councils beside CP09, partly verified: 24 calendar months back from the start of this plan to the "
    "end of the earlier one. Only plans in our records count; a number of earlier plans stated by the source has no "
    "dates.",
    better="lower",
    day_0="A plan that ended on the same day two years before is within the two years.",
    look_back_months=24,
    by=at_start,
)

INDICATORS = (CP02, CP04, CP04_RATE, CP05, CP05_RATE, CP10)
