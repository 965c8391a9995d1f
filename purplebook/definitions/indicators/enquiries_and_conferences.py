"""Section 47 enquiries, and the initial child protection conferences that they lead to."""

from purplebook.definitions.breakdowns import coded, own_team, who
from purplebook.definitions.indicators.looked_after import AGE_0_TO_17
from purplebook.definitions.indicators.referral_outcomes import A_YEAR
from purplebook.definitions.standards import standard
from purplebook.language import (
    any_of,
    child_protection_conference,
    child_protection_plan,
    count,
    indicator,
    linked,
    lookup,
    median_of,
    percentage_of,
    rate_of,
    same_child,
    section_47_enquiry,
    this_row,
    working_days_between,
)

THEME = "Child protection"
an_enquiry = section_47_enquiry.decision.is_not("NO_S47")
enquiry_began = lookup(section_47_enquiry.strategy_discussion_on, by=child_protection_conference.section_47_enquiry_id)
conference_breakdowns = (
    *who(child_protection_conference, on=child_protection_conference.held_on),
    own_team(child_protection_conference),
    coded("type", "Type", child_protection_conference.conference_type),
)

enquiries = section_47_enquiry.dated(section_47_enquiry.strategy_discussion_on).where(an_enquiry)
enquiry_breakdowns = (
    *who(section_47_enquiry, on=section_47_enquiry.strategy_discussion_on),
    own_team(section_47_enquiry),
)
conferences = child_protection_conference.dated(child_protection_conference.held_on)
initial_or_moved_in = conferences.where(child_protection_conference.conference_type.is_in("ICPC", "TRANSFER_IN"))
after_an_enquiry = conferences.where(
    child_protection_conference.conference_type.is_("ICPC"),
    enquiry_began <= child_protection_conference.held_on,
)

S401 = indicator(
    "S401",
    "Section 47 enquiries started",
    count(enquiries),
    theme=THEME,
    counts_each="section 47 enquiry",
    counts="enquiries, one for each child, so a child may count more than once",
    source="Children in need census table C4: an enquiry starts on the day of the strategy discussion that began it. "
    "A discussion that decided against an enquiry does not count.",
    by=enquiry_breakdowns,
)

S402 = indicator(
    "S402",
    "Section 47 enquiries per 10,000 children in a year",
    rate_of(enquiries, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    counts_each="section 47 enquiry",
    counts="enquiries started in the year, over the mid-year population estimate aged 0 to 17",
    source="Children in need census table C4 and ONS mid-year estimates, counted as S401.",
    only_for=A_YEAR,
)

S403 = indicator(
    "S403",
    "Section 47 enquiries that led to an initial conference",
    percentage_of(
        section_47_enquiry.dated(section_47_enquiry.ended_on).where(an_enquiry),
        that=any_of(
            section_47_enquiry.outcome_codes.contains("ICPC"),
            linked(child_protection_conference.section_47_enquiry_id, section_47_enquiry.section_47_enquiry_id)
            .where(
                child_protection_conference.conference_type.is_("ICPC"),
                child_protection_conference.held_on.is_recorded(),
            )
            .exists(),
        ),
    ),
    theme=THEME,
    counts_each="section 47 enquiry",
    counts="enquiries that ended",
    source="Standard Safeguarding Dataset, partly verified: decided enquiry by enquiry, never by dividing one month's "
    "conferences by the same month's enquiries. Enquiries still open are left out.",
    by=(*who(section_47_enquiry, on=section_47_enquiry.ended_on), own_team(section_47_enquiry)),
)

S404 = indicator(
    "S404",
    "Section 47 enquiries within 12 months of an earlier one",
    percentage_of(
        enquiries,
        that=same_child(section_47_enquiry)
        .where(
            an_enquiry,
            section_47_enquiry.strategy_discussion_on < this_row(section_47_enquiry.strategy_discussion_on),
            section_47_enquiry.strategy_discussion_on
            >= this_row(section_47_enquiry.strategy_discussion_on).add_months(-12),
        )
        .exists(),
    ),
    theme=THEME,
    counts_each="section 47 enquiry",
    counts="enquiries started, those of children without an earlier one included",
    source="Ofsted Annex A, list 5, which asks for the earlier enquiries of twelve months. From start to start; two "
    "discussions on one day are not a repeat.",
    better="lower",
    day_0="An enquiry on the same day of the year before is within the twelve months.",
    look_back_months=12,
    by=enquiry_breakdowns,
)

IC01 = indicator(
    "IC01",
    "Initial child protection conferences",
    count(initial_or_moved_in),
    theme=THEME,
    counts_each="child protection conference",
    counts="children at an initial conference, so a meeting about four siblings counts four times",
    source="Children in need census table C4, which includes conferences for children transferring in.",
    by=conference_breakdowns,
)

IC02 = indicator(
    "IC02",
    "Initial conferences per 10,000 children in a year",
    rate_of(initial_or_moved_in, per=10_000, population=AGE_0_TO_17),
    theme=THEME,
    counts_each="child protection conference",
    counts="children at an initial conference in the year, over the mid-year population estimate aged 0 to 17",
    source="Children in need census table C4 and ONS mid-year estimates, counted as IC01.",
    only_for=A_YEAR,
)

IC03 = indicator(
    "IC03",
    "Initial conferences held within 15 working days",
    percentage_of(
        after_an_enquiry,
        that=working_days_between(enquiry_began, child_protection_conference.held_on)
        <= standard("initial_conference").in_force(enquiry_began),
    ),
    theme=THEME,
    counts_each="child protection conference",
    counts="children at an initial conference for whom an enquiry with its day is recorded, by that day",
    source="Children in need census table C4. Below the line are initial conferences linked to an enquiry that began "
    "by the day of the conference, so fewer than IC01: one without an enquiry, or dated before it, is in the total of "
    "conferences and in no band of time; children transferring in have a clock of their own. Whether the Department "
    "divides by all conferences is not stated in what we have read.",
    better="higher",
    day_0="The day of the strategy discussion that began the enquiry is day 0; a later discussion does not restart it.",
    by=conference_breakdowns,
    look_back_months=3,
)

IC04 = indicator(
    "IC04",
    "Initial conferences that led to a child protection plan",
    percentage_of(
        conferences.where(child_protection_conference.conference_type.is_("ICPC")),
        that=any_of(
            child_protection_conference.has_plan_outcome.is_(True),
            same_child(child_protection_plan)
            .where(child_protection_plan.started_on.is_(this_row(child_protection_conference.held_on)))
            .exists(),
        ),
    ),
    theme=THEME,
    counts_each="child protection conference",
    counts="children at an initial conference, leaving out those transferring in",
    source="Children in need census: the conference says so, or a plan of the child begins on its day.",
    by=conference_breakdowns,
)

IC05 = indicator(
    "IC05",
    "Median working days from enquiry to initial conference",
    median_of(working_days_between(enquiry_began, child_protection_conference.held_on), among=after_an_enquiry),
    theme=THEME,
    counts_each="child protection conference",
    counts="children at an initial conference that followed a section 47 enquiry",
    source="Children in need census table C4, which publishes the quarter, the middle and the three-quarter value.",
    better="lower",
    day_0="The day of the strategy discussion that began the enquiry is day 0; a later discussion does not restart it.",
    by=conference_breakdowns,
    look_back_months=3,
)

INDICATORS = (S401, S402, S403, S404, IC01, IC02, IC03, IC04, IC05)
