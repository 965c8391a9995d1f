"""Child protection: enquiries, conferences, plans, and the steps before court."""

from purplebook.outputs.chronology.telling import about, not_told, told

CHILD_PROTECTION = (
    about(
        "section_47_enquiry",
        strategy_discussion_on="Strategy discussion[: {decision}]",
        ended_on="Section 47 enquiry ended[: {outcome_codes}][is_initial_conference_not_required=true?, "
        "no conference needed]",
        initial_conference_due_on=not_told("The last day on which the conference would be in time: a limit, no event."),
    ),
    about(
        "child_protection_conference",
        held_on="{conference_type|conference}[has_plan_outcome=true?: child protection plan]"
        "[has_plan_outcome=false?: no child protection plan][is_quorate=false?, not quorate]"
        "[participation_code!=PN0?; the child {participation_code}]",
        due_on=told("{conference_type|conference} due by this day; no record that it was held", unless="held_on"),
    ),
    about(
        "child_protection_plan",
        started_on="Child protection plan began[: {initial_category}]"
        "[is_other_authority_plan=true?, held by another authority]",
        ended_on="Child protection plan ended[: {latest_category}]",
    ),
    about(
        "pre_proceedings",
        decided_on="Decision to start pre-proceedings",
        letter_before_proceedings_on="Letter before proceedings sent",
        initial_meeting_on="First pre-proceedings meeting",
        step_decided_on="Pre-proceedings decided[: {gateway_outcome}]",
        court_application_on="Application to the court",
        care_proceedings_letter_on="Parents told by letter that care proceedings would begin",
    ),
)
