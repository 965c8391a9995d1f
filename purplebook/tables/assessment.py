"""One single/continuous assessment."""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, yes_no

assessment = Table(
    name="assessment",
    grain="one single/continuous assessment",
    group="front door",
    key=("assessment_id",),
    columns=(
        identifier("assessment_id", "TODO"),
        link("person_id", "TODO", to="person"),
        link("referral_id", "TODO", to="referral"),
        date("started_on", "TODO", model_name="start_date"),
        date("internal_review_on", "TODO", model_name="internal_review_date"),
        date("authorised_on", "TODO", model_name="authorised_date"),
        code("child_seen", "TODO"),  # CODES Y|N|U
        codes("outcome_codes", "TODO"),
        yes_no("is_no_further_action", "TODO", model_name="nfa"),
        yes_no("is_social_care_needed", "TODO", model_name="needs_csc_service"),
        link("team_id", "TODO", to="team"),
        link("worker_id", "TODO", to="worker"),
    ),
)
