"""Child protection plans: how many, why, how long, how often again, and whether the children are seen."""

from purplebook.definitions.breakdowns import allocated_team, coded, who
from purplebook.definitions.cohorts import ON_A_PLAN, PLANS_ENDED, PLANS_STARTED
from purplebook.definitions.standards import standard
from purplebook.language import (
    EVER,
    PERIOD,
    all_of,
    any_of,
    audit,
    called,
    child_protection_plan,
    count,
    days_between,
    indicator,
    linked,
    mean_of,
    median_of,
    not_,
    percentage_of,
    same_child,
    share_of,
    this_row,
    visit,
    working_days_between,
)
from purplebook.language.periods import DAYS_IN_A_MONTH

THEME = "Child protection"

days_so_far = days_between(child_protection_plan.started_on, PERIOD.last_day)
days_in_all = days_between(child_protection_plan.started_on, child_protection_plan.ended_on)
plan_breakdowns = (
    *who(child_protection_plan, on=PERIOD.last_day),
    allocated_team(),
    coded("category", "Category of abuse", child_protection_plan.latest_category),
)
at_start = (
    *who(child_protection_plan, on=child_protection_plan.started_on),
    allocated_team(on=child_protection_plan.started_on),
    coded("category", "Category of abuse", child_protection_plan.initial_category),
)
at_end = (
    *who(child_protection_plan, on=child_protection_plan.ended_on),
    allocated_team(on=child_protection_plan.ended_on),
    coded("category", "Category of abuse", child_protection_plan.latest_category),
)

visits_when_seen = linked(visit.child_protection_plan_id, child_protection_plan.child_protection_plan_id).where(
    visit.visit_type.is_("CP"), visit.seen.is_("Y"), visit.visited_on <= PERIOD.last_day
)
seen_before = (
    linked(visit.child_protection_plan_id, visit.child_protection_plan_id)
    .where(visit.visit_type.is_("CP"), visit.seen.is_("Y"), visit.visited_on < this_row(visit.visited_on))
    .latest(visit.visited_on)
)
visit_interval = standard("child_protection_visit")

CP01 = indicator(
    "CP01",
    "Children with a child protection plan",
    count(ON_A_PLAN),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children, each with one open plan; unborn children included",
    source="Children in need census table D1, partly verified: a plan that ends on the date is not open at its end. "
    "Plans that another authority holds are left out.",
    by=plan_breakdowns,
)

CP03 = indicator(
    "CP03",
    "Child protection plans by category of abuse",
    share_of(ON_A_PLAN),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="open plans, by the latest category",
    source="Children in need census. The Department also publishes plans started by initial category: do not mix them.",
    by=plan_breakdowns,
)

CP06 = indicator(
    "CP06",
    "Plans that ended after two years or more",
    percentage_of(PLANS_ENDED, that=days_in_all >= 729),
    theme=THEME,
    edition=2,
    counts_each="child protection plan",
    counts="plans that ended",
    source="Census table D7 (former NI 64): more than 729 days with the first and the last day both counted.",
    better="lower",
    day_0="Both ends count: a plan that ends 729 days after it began has lasted 730 days and is two years or more.",
    by=at_end,
)

CP07 = indicator(
    "CP07",
    "Children with a plan for two years or more",
    percentage_of(ON_A_PLAN, that=days_so_far >= 729),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children with an open plan",
    source="Census table D5: the same 729-day rule as plans that ended (CP06), counted to the date.",
    better="lower",
    day_0="Both ends count: a plan that began 729 days before the date is two years or more.",
    by=plan_breakdowns,
)

CP08 = indicator(
    "CP08",
    "Average time on an open child protection plan, in months",
    mean_of(days_so_far, among=ON_A_PLAN, unit_days=DAYS_IN_A_MONTH),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="open plans",
    source="2015 paper (4.20), partly verified: days so far ÷ 30.4375. It falls whenever many plans begin, "
    "so it says nothing about drift by itself.",
    day_0="The day the plan began is day 0.",
    by=plan_breakdowns,
)

CP08_MEDIAN = indicator(
    "CP08-MEDIAN",
    "Median time on an open child protection plan, in months",
    median_of(days_so_far, among=ON_A_PLAN, unit_days=DAYS_IN_A_MONTH),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="open plans",
    source="As CP08; the middle child, whom a few very long plans do not move.",
    day_0="The day the plan began is day 0.",
    by=plan_breakdowns,
)

CP08_ENDED = indicator(
    "CP08-ENDED",
    "Average length of child protection plans that ended, in months",
    mean_of(days_in_all, among=PLANS_ENDED, unit_days=DAYS_IN_A_MONTH),
    theme=THEME,
    edition=2,
    counts_each="child protection plan",
    counts="plans that ended",
    source="The other meaning of the 2015 paper's average (4.20), partly verified: whole plans, from the first day to "
    "the last, ÷ 30.4375. Not to be mixed with CP08, which many new plans pull down.",
    day_0="The day the plan began is day 0.",
    by=at_end,
)

CP09 = indicator(
    "CP09",
    "Plans that are a second or later plan",
    percentage_of(
        PLANS_STARTED,
        that=any_of(
            child_protection_plan.previous_plans_count >= 1,
            same_child(child_protection_plan)
            .where(child_protection_plan.started_on < this_row(child_protection_plan.started_on))
            .exists(),
        ),
    ),
    theme=THEME,
    counts_each="child protection plan",
    counts="plans that began, so a child may count twice",
    source="Census table D3 (former NI 65): a plan however long ago counts, from our records or from the number of "
    "earlier plans that the source states.",
    better="lower",
    look_back_months=EVER,
    by=at_start,
)

CP12 = indicator(
    "CP12",
    "Children with a plan seen in the last ten working days",
    percentage_of(
        ON_A_PLAN.where(working_days_between(child_protection_plan.started_on, PERIOD.last_day) > visit_interval),
        that=same_child(visit)
        .where(
            visit.visit_type.is_("CP"),
            visit.seen.is_("Y"),
            visit.visited_on <= PERIOD.last_day,
            working_days_between(visit.visited_on, PERIOD.last_day) <= visit_interval,
        )
        .exists(),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children whose plan has been open for longer than the interval between visits",
    source="Local standard of the 2015 paper (4.22), partly verified: counted at a date, child by child, and only "
    "visits at "
    "which the child was seen.",
    better="higher",
    day_0="The day of the visit is day 0: a visit ten working days before the date is in time.",
    by=plan_breakdowns,
)

CP13 = indicator(
    "CP13",
    "Children with a plan who had every visit in time",
    percentage_of(
        ON_A_PLAN.where(working_days_between(child_protection_plan.started_on, PERIOD.last_day) > visit_interval),
        that=all_of(
            called(
                "first seen in time",
                working_days_between(child_protection_plan.started_on, visits_when_seen.earliest(visit.visited_on))
                <= visit_interval,
            ),
            not_(
                called(
                    "too long between two visits",
                    visits_when_seen.where(
                        working_days_between(seen_before, visit.visited_on) > visit_interval
                    ).exists(),
                )
            ),
            called(
                "last seen in time",
                working_days_between(visits_when_seen.latest(visit.visited_on), PERIOD.last_day) <= visit_interval,
            ),
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children whose plan has been open for longer than the interval between visits",
    source="The 2015 paper calls this the national measure (4.22); domain knowledge, unverified. All or nothing: "
    "from the plan's start to the date there is no gap longer than the interval.",
    better="higher",
    day_0="The plan's first day, and then each visit, is day 0 for the next.",
    by=plan_breakdowns,
    look_back_months=12,
)

CP14 = indicator(
    "CP14",
    "Children with a plan for more than 18 months",
    count(ON_A_PLAN.where(days_so_far > 548)),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children with an open plan",
    source="Local rule of the 2015 paper (4.20) for choosing plans to audit: more than 548 days. Partly verified.",
    better="lower",
    day_0="The day the plan began is day 0.",
    by=plan_breakdowns,
)

CP14_AUDITED = indicator(
    "CP14-AUDITED",
    "Long plans whose case has been audited",
    percentage_of(
        ON_A_PLAN.where(days_so_far > 548),
        that=called(
            "audited as a long plan",
            same_child(audit)
            .where(
                audit.programme.is_("CP_18M"),
                audit.parent_audit_id.is_missing(),
                audit.completed_on >= this_row(child_protection_plan.started_on),
                audit.completed_on <= PERIOD.last_day,
            )
            .exists(),
        ),
    ),
    theme=THEME,
    edition=2,
    counts_each="child",
    counts="children with an open plan that has lasted more than 18 months",
    source="The 2015 paper (4.20) says that such plans are audited; this counts how many have been, by an audit of the "
    "programme for plans of 18 months or more that was finished while the plan was open. Moderations do not count.",
    better="higher",
    day_0="The day the plan began is day 0.",
    by=plan_breakdowns,
)

INDICATORS = (CP01, CP03, CP06, CP07, CP08, CP08_MEDIAN, CP08_ENDED, CP09, CP12, CP13, CP14, CP14_AUDITED)
