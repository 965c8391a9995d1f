"""Section 47 enquiries, and the initial child protection conferences that they lead to."""

from purplebook.definitions.breakdowns import coded, own_team, who
from purplebook.definitions.standards import standard
from purplebook.language import (
    any_of,
    child_protection_conference,
    count,
    indicator,
    linked,
    lookup,
    percentage_of,
    section_47_enquiry,
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

S401 = indicator(
    "S401",
    "Section 47 enquiries started",
    count(section_47_enquiry.dated(section_47_enquiry.strategy_discussion_on).where(an_enquiry)),
    theme=THEME,
    counts="enquiries, one for each child, so a child may count more than once",
    source="Children in need census table C4: an enquiry starts on the day of the strategy discussion that began it. "
    "A discussion that decided against an enquiry does not count.",
    by=(
        *who(section_47_enquiry, on=section_47_enquiry.strategy_discussion_on),
        own_team(section_47_enquiry),
    ),
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
    counts="enquiries that ended",
    source="Standard Safeguarding Dataset, partly verified: decided enquiry by enquiry, never by dividing one month's "
    "conferences by the same month's enquiries. Enquiries still open are left out.",
    by=(*who(section_47_enquiry, on=section_47_enquiry.ended_on), own_team(section_47_enquiry)),
)

IC01 = indicator(
    "IC01",
    "Initial child protection conferences",
    count(
        child_protection_conference.dated(child_protection_conference.held_on).where(
            child_protection_conference.conference_type.is_in("ICPC", "TRANSFER_IN")
        )
    ),
    theme=THEME,
    counts="children at an initial conference, so a meeting about four siblings counts four times",
    source="Children in need census table C4, which includes conferences for children transferring in.",
    by=conference_breakdowns,
)

IC03 = indicator(
    "IC03",
    "Initial conferences held within 15 working days",
    percentage_of(
        child_protection_conference.dated(child_protection_conference.held_on).where(
            child_protection_conference.conference_type.is_("ICPC"),
            enquiry_began <= child_protection_conference.held_on,
        ),
        that=working_days_between(enquiry_began, child_protection_conference.held_on)
        <= standard("initial_conference").in_force(enquiry_began),
    ),
    theme=THEME,
    counts="children at an initial conference that followed a section 47 enquiry",
    source="Children in need census table C4. A conference without an enquiry, or dated before it, is in the total of "
    "conferences but not here; children transferring in have a clock of their own.",
    better="higher",
    day_0="The day of the strategy discussion that began the enquiry is day 0; a later discussion does not restart it.",
    by=conference_breakdowns,
)
