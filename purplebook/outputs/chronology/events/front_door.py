"""The front door and children in need: contacts, early help, referrals, assessments, plans and visits."""

from purplebook.outputs.chronology.telling import about, not_told, routine

FRONT_DOOR = (
    about(
        "contact",
        contacted_on="Contact[ from {source_code}][: {presenting_issue}]",
        decided_on="Contact decided[: {outcome_codes}]",
    ),
    about(
        "early_help",
        requested_on="Early help asked for[ by {request_source_code}][: {reason}]",
        started_on="Early help: {assessment_type|work} began[ with {organisation}]",
        ended_on="Early help: {assessment_type|work} ended[: {end_reason}]",
    ),
    about(
        "referral",
        referred_on="Referral[ from {source_code}][: {presenting_issue}]"
        "[is_no_further_action=true?, no further action]",
        closed_on="Case closed[: {closure_reason_code}]",
    ),
    about(
        "assessment",
        started_on="Assessment began",
        internal_review_on=not_told(
            "A day set beforehand for a manager to look at progress; no record says if it was."
        ),
        authorised_on="Assessment completed[is_social_care_needed=true?: needs social care]"
        "[is_no_further_action=true?: no further action][child_seen=N?, child not seen]"
        "[; found: {assessment_factor.factor_code}]",
    ),
    about(
        "assessment_factor",
        assessed_on=not_told("The day of its assessment, whose own line names the factors found."),
    ),
    about(
        "private_fostering",
        notified_on="The authority was told of a private fostering arrangement",
        started_on="Private fostering began",
        ended_on="Private fostering ended",
    ),
    about(
        "plan",
        started_on="{plan_type|plan} began[: {goal_codes}]",
        ended_on="{plan_type|plan} ended or was replaced",
        last_reviewed_on="{plan_type|plan} reviewed",
    ),
    about(
        "visit",
        gathered=routine("visits", seen="seen=Y? child seen", alone="seen_alone=Y? seen alone"),
        visited_on="{visit_type|visit}[seen=Y&seen_alone!=Y?, child seen][seen=N?, child not seen]"
        "[seen_alone=Y?, child seen alone][bedroom_seen=Y?, bedroom seen]",
    ),
)
