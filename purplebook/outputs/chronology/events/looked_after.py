"""Looked-after children, their way to a permanent family, and care leavers."""

from purplebook.outputs.chronology.telling import about, not_told, routine, told

LOOKED_AFTER = (
    about(
        "looked_after_period",
        started_on="Began to be looked after[: {need_code}]",
        ended_on="Ceased to be looked after[: {end_reason_code}]",
    ),
    about(
        "looked_after_episode",
        started_on="Episode of care began[: {start_reason}]",
        # X1 means that the next episode begins on the same day, which that episode's own line says.
        ended_on=told("Episode of care ended[: {end_reason_code}]", only="end_reason_code!=X1"),
    ),
    about(
        "placement",
        started_on="Placement began[: {placement_type}][; {provider_code}]"
        "[is_in_authority=false?, outside the authority][distance_miles!=999.90?, {distance_miles} miles from home]",
        ended_on="Placement ended[: {change_reason}]",
    ),
    about(
        "legal_status",
        started_on="Legal status began[: {status_code}]",
        ended_on="Legal status ended[: {status_code}]",
    ),
    about(
        "looked_after_review",
        reviewed_on="Looked-after review[is_cancelled=true? cancelled]"
        "[participation_code!=PN0?; the child {participation_code}]",
        due_on=told(
            "Looked-after review due by this day[is_cancelled=true?, cancelled]; no record that it was held",
            unless="reviewed_on",
        ),
    ),
    about(
        "health_check",
        checked_on="{check_type|health check}[, score {score}][status=DONE?, done][status!=DONE?, {status}]",
    ),
    about(
        "school_enrolment",
        started_on="Joined a school[: {school_reference}]",
        ended_on="Left a school[: {school_reference}]",
    ),
    about(
        "missing_episode",
        started_on="Absence began[: {missing_type}]",
        ended_on="Absence ended[return_interview_offered=Y?, return home interview offered]"
        "[return_interview_offered=N?, return home interview not offered]"
        "[return_interview_accepted=Y?, taken up]"
        "[return_interview_offered=Y&return_interview_accepted=N?, not taken up]",
    ),
    about(
        "permanence_case",
        entered_care_on=not_told("The start of a clock; that the child came into care stands in looked_after_period."),
        decision_maker_agreed_on="Agency decision maker agreed to adoption",
        foster_to_adopt_decided_on="Fostering for adoption decided on",
        foster_to_adopt_placed_on="Moved to carers who foster and may adopt",
        placement_order_on="Placement order made by the court",
        matched_on="Match with a family agreed",
        placed_on="Moved in with the adoptive family",
        placed_with_foster_carer_on="Moved in with the foster carer who is to adopt",
        ordered_on="Final order made[: {order_type}]",
        reversed_on="Decided that the child should no longer be placed for adoption[: {reversed_reason}]",
    ),
    about(
        "care_leaver_snapshot",
        gathered=routine("entries in the care leavers' register", touch="in_touch=YES? in touch"),
        snapshot_on="Care leavers' register[: {in_touch}][; {accommodation_code}][; {activity_code}]",
        last_contact_on=not_told("Every month's row repeats it, so one contact would be told many times."),
        pathway_plan_on=not_told("Every month's row repeats it; pathway plans stand in the table of plans."),
    ),
)
