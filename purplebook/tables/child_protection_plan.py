"""One CP plan."""

from purplebook.tables.schema import Table, code, date, identifier, link, text, whole_number, yes_no

child_protection_plan = Table(
    name="child_protection_plan",
    grain="one CP plan",
    group="child protection",
    key=("child_protection_plan_id",),
    model_name="cp_plan",
    columns=(
        identifier("child_protection_plan_id", "TODO", model_name="cp_plan_id"),
        link("person_id", "TODO", to="person"),
        link("referral_id", "TODO", to="referral"),
        link("initial_conference_id", "TODO", to="child_protection_conference", model_name="icpc_id"),
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
        code("initial_category", "TODO"),  # CODES NEG|PHY|SAB|EMO|MUL
        code("latest_category", "TODO"),
        text("category_detail", "TODO"),
        yes_no("is_other_authority_plan", "TODO", model_name="other_la_plan"),
        whole_number("previous_plans_count", "TODO", model_name="previous_plans"),
        yes_no("is_protection_order_supplied", "TODO", model_name="epo_pp_6m_supplied"),
    ),
)
