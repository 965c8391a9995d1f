"""One strategy discussion and the S47 enquiry it led to (if any)."""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, text, whole_number, yes_no

section_47_enquiry = Table(
    name="section_47_enquiry",
    grain="one strategy discussion and the S47 enquiry it led to (if any)",
    group="child protection",
    key=("section_47_enquiry_id",),
    model_name="strategy_s47",
    columns=(
        identifier("section_47_enquiry_id", "TODO", model_name="s47_id"),
        link("person_id", "TODO", to="person"),
        link("referral_id", "TODO", to="referral"),
        date("strategy_discussion_on", "TODO", model_name="strategy_date"),
        yes_no("has_police_attended", "TODO", model_name="police_attended"),
        yes_no("has_health_attended", "TODO", model_name="health_attended"),
        yes_no("has_education_attended", "TODO", model_name="education_attended"),
        text("other_agencies", "TODO"),
        code("decision", "TODO"),
        date("ended_on", "TODO", model_name="end_date"),
        yes_no("is_no_further_action", "TODO", model_name="nfa"),
        codes("outcome_codes", "TODO"),
        yes_no("is_initial_conference_not_required", "TODO", model_name="icpc_not_required"),
        date("initial_conference_due_on", "TODO", model_name="icpc_target_date"),
        whole_number("earlier_enquiries_supplied", "TODO", model_name="prior_s47_12m_supplied"),
        whole_number("earlier_conferences_supplied", "TODO", model_name="prior_icpc_12m_supplied"),
        link("team_id", "TODO", to="team"),
        link("worker_id", "TODO", to="worker"),
    ),
)
