"""Whether plans are reviewed, children seen and core groups held when they are due."""

from purplebook.definitions.cohorts import ON_A_PLAN
from purplebook.definitions.indicators.child_protection_plans import THEME, plan_breakdowns
from purplebook.definitions.standards import standard
from purplebook.language import (
    PERIOD,
    all_of,
    called,
    child_protection_conference,
    child_protection_plan,
    days_between,
    indicator,
    not_,
    percentage_of,
    same_child,
    this_row,
    visit,
    working_days_between,
)

first_review, later_review = standard("child_protection_review_first"), standard("child_protection_review")
first_core_group, later_core_group = standard("core_group_first"), standard("core_group")
seen_within = standard("child_protection_visit_national")

held_on = child_protection_conference.held_on
plan_began = this_row(child_protection_plan.started_on)
reviews = same_child(child_protection_conference).where(child_protection_conference.conference_type.is_("REVIEW"))
core_groups = same_child(child_protection_conference).where(
    child_protection_conference.conference_type.is_("CORE_GROUP")
)
# The first one of this plan, in time, lies before the last day; so the last one by that day is of this plan too.
first_reviewed, last_reviewed = reviews.where(held_on > plan_began), reviews.where(held_on <= PERIOD.last_day)
first_met, last_met = core_groups.where(held_on >= plan_began), core_groups.where(held_on <= PERIOD.last_day)
reviewed_before = reviews.where(held_on < this_row(held_on)).latest(held_on)
met_before = core_groups.where(held_on < this_row(held_on)).latest(held_on)

CP11 = indicator(
    "CP11",
    "Children with a plan whose every review was in time",
    percentage_of(
        ON_A_PLAN.where(child_protection_plan.started_on.add_months(first_review) <= PERIOD.last_day),
        that=all_of(
            called(
                "first reviewed in time",
                first_reviewed.earliest(held_on) <= child_protection_plan.started_on.add_months(first_review),
            ),
            not_(
                called(
                    "too long between two reviews",
                    last_reviewed.where(
                        reviewed_before > plan_began,
                        held_on > reviewed_before.add_months(later_review.in_force(reviewed_before)),
                    ).exists(),
                )
            ),
            called("last reviewed in time", last_reviewed.latest(held_on).add_months(later_review) >= PERIOD.last_day),
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children whose plan has been open for at least three months",
    source="Children in need census (former NI 67), partly verified: all or nothing, the first review within three "
    "months of the start and each later one within six months. The Department's days of grace are not known.",
    better="higher",
    day_0="The plan's first day, and then each review, is day 0 for the next; a review on the last day is in time.",
    by=plan_breakdowns,
    look_back_months=36,
)

CP12_NATIONAL = indicator(
    "CP12-NATIONAL",
    "Children with a plan seen in the last six weeks",
    percentage_of(
        ON_A_PLAN.where(days_between(child_protection_plan.started_on, PERIOD.last_day) > seen_within),
        that=same_child(visit)
        .where(
            visit.visit_type.is_("CP"),
            visit.seen.is_("Y"),
            visit.visited_on <= PERIOD.last_day,
            days_between(visit.visited_on, PERIOD.last_day) <= seen_within,
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children whose plan has been open for longer than the interval between visits",
    source="Counted as CP12, by the looser interval that councils quote as national; domain knowledge, unverified. "
    "Read the two together: a child may be late by the local standard and in time by this one.",
    better="higher",
    day_0="The day of the visit is day 0: a visit 42 days before the date is in time.",
    by=plan_breakdowns,
    look_back_months=2,
)

CP15 = indicator(
    "CP15",
    "Children with a plan whose core groups were in time",
    percentage_of(
        ON_A_PLAN.where(working_days_between(child_protection_plan.started_on, PERIOD.last_day) > first_core_group),
        that=all_of(
            called(
                "first met in time",
                working_days_between(child_protection_plan.started_on, first_met.earliest(held_on)) <= first_core_group,
            ),
            not_(
                called(
                    "too long between two meetings",
                    last_met.where(
                        met_before >= plan_began,
                        days_between(met_before, held_on) > later_core_group.in_force(met_before),
                    ).exists(),
                )
            ),
            called("last met in time", days_between(last_met.latest(held_on), PERIOD.last_day) <= later_core_group),
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children whose plan has been open for longer than the time to the first core group",
    source="Working Together for the first meeting, the local standard for the others; partly verified. The plan "
    "begins on the day of the conference.",
    better="higher",
    day_0="The plan's first day, and then each meeting, is day 0 for the next.",
    by=plan_breakdowns,
    look_back_months=12,
)

INDICATORS = (CP11, CP12_NATIONAL, CP15)
