"""One child at one CP conference."""

from purplebook.tables.schema import Table, code, codes, date, identifier, link, text, yes_no

child_protection_conference = Table(
    name="child_protection_conference",
    grain="one child at one CP conference",
    group="child protection",
    key=("conference_id",),
    model_name="cp_conference",
    columns=(
        identifier("conference_id", "TODO"),
        link("person_id", "TODO", to="person"),
        code("conference_type", "TODO"),  # CODES ICPC|REVIEW|TRANSFER_IN
        text("meeting_id", "TODO"),
        link("section_47_enquiry_id", "TODO", to="section_47_enquiry", model_name="s47_id"),
        link("referral_id", "TODO", to="referral"),
        link("child_protection_plan_id", "TODO", to="child_protection_plan", model_name="cp_plan_id"),
        date("due_on", "TODO", model_name="due_date"),
        date("held_on", "TODO", model_name="conference_date"),
        yes_no("has_plan_outcome", "TODO", model_name="outcome_cp_plan"),
        codes("outcome_codes", "TODO"),
        yes_no("is_quorate", "TODO", model_name="quorate"),
        code("participation_code", "TODO"),  # CODES PN0-PN7
        yes_no("is_latest_only", "TODO", model_name="latest_only"),
        link("team_id", "TODO", to="team"),
        link("worker_id", "TODO", to="worker"),
    ),
)
