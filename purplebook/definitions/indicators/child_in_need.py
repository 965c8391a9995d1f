"""Children in need who have neither a child protection plan nor a place in care: their plans and visits."""

from purplebook.definitions.breakdowns import own_team, who
from purplebook.definitions.cohorts import CHILDREN_IN_NEED, open_then
from purplebook.definitions.indicators.looked_after import AGE_0_TO_17
from purplebook.definitions.standards import standard
from purplebook.language import (
    EVER,
    PERIOD,
    all_of,
    any_of,
    assessment,
    count_children,
    days_between,
    indicator,
    linked,
    percentage_of_children,
    plan,
    rate_of_children,
    referral,
    same_child,
    visit,
)

THEME = "Children in need"
breakdowns = (*who(referral, on=PERIOD.last_day), own_team(referral))

open_episodes = referral.open_at_period_end(referral.referred_on, referral.closed_on).where(
    referral.is_no_further_action.is_not(True)
)

CN01 = indicator(
    "CN01",
    "Children in need",
    count_children(open_episodes),
    theme=THEME,
    counts_each="child",
    counts="different children with an open episode of need",
    source="Children in need census table B1, partly verified: every open episode counts, those being assessed, with a "
    "protection plan or looked after too; referrals that came to nothing do not.",
    by=breakdowns,
)

CN02 = indicator(
    "CN02",
    "Children in need per 10,000 children",
    rate_of_children(open_episodes, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    counts_each="child",
    counts="different children with an open episode of need, over the mid-year population estimate aged 0 to 17",
    source="Children in need census table B1 and ONS mid-year estimates, counted as CN01.",
)

CN03 = indicator(
    "CN03",
    "Children in need with an up-to-date plan",
    percentage_of_children(
        CHILDREN_IN_NEED,
        that=same_child(plan)
        .where(
            plan.plan_type.is_("CIN"),
            open_then(plan.started_on, plan.ended_on),
            any_of(
                plan.started_on.add_months(standard("plan_update")) >= PERIOD.last_day,
                all_of(
                    plan.last_reviewed_on.add_months(standard("plan_update")) >= PERIOD.last_day,
                    plan.last_reviewed_on <= PERIOD.last_day,
                ),
            ),
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="different children in need at the date",
    source="Local standard of the 2015 paper (4.23): updated at least every six months. Partly verified. A first "
    "plan is expected ten working days after the assessment, so children assessed more recently are left out.",
    better="higher",
    day_0="The plan's start or latest review is day 0; a plan six months old to the day is still up to date.",
    by=breakdowns,
    look_back_months=24,
)

CN04 = indicator(
    "CN04",
    "Children in need seen in the last four weeks",
    percentage_of_children(
        CHILDREN_IN_NEED.where(
            linked(assessment.referral_id, referral.referral_id)
            .where(days_between(assessment.authorised_on, PERIOD.last_day) >= 28)
            .exists()
        ),
        that=same_child(visit)
        .where(
            visit.visit_type.is_("CIN"),
            visit.seen.is_("Y"),
            visit.visited_on <= PERIOD.last_day,
            days_between(visit.visited_on, PERIOD.last_day) <= standard("child_in_need_visit"),
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="different children in need at the date who were assessed at least 28 days before",
    source="Local standard of the 2015 paper (4.23), partly verified: 28 calendar days, and the child was seen. "
    "An attempt at a visit does not count.",
    better="higher",
    day_0="The day of the visit is day 0: a visit 28 days before the date is in time.",
    by=breakdowns,
    look_back_months=24,
)

CN05 = indicator(
    "CN05",
    "Children in need for more than two years",
    percentage_of_children(CHILDREN_IN_NEED, that=referral.referred_on < PERIOD.last_day.add_months(-24)),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="different children in need at the date",
    source="The Department's Local Authority Interactive Tool, partly verified: from the referral to the date, leaving "
    "out children with a protection plan or looked after. Disabled children, whose needs last, are a group of their "
    "own in the breakdown by disability and should be read apart.",
    better="lower",
    day_0="A referral on the same day two years before the date is not more than two years old.",
    by=breakdowns,
    look_back_months=EVER,
)

INDICATORS = (CN01, CN02, CN03, CN04, CN05)
