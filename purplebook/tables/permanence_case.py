"""One adoption/SGO/CAO route for one child (or a previous permanence option)."""

from purplebook.tables.schema import Table, code, date, identifier, link, text, whole_number, yes_no

permanence_case = Table(
    name="permanence_case",
    grain="one adoption/SGO/CAO route for one child (or a previous permanence option)",
    group="looked after",
    key=("case_id",),
    columns=(
        identifier("case_id", "TODO"),
        link("person_id", "TODO", to="person"),
        link("looked_after_period_id", "TODO", to="looked_after_period", model_name="lac_period_id"),
        text("family_id", "TODO"),
        code("case_type", "TODO"),  # CODES ADOPTION|SGO|CAO|PREVIOUS
        date("entered_care_on", "TODO", model_name="entered_care_date"),
        date("decision_maker_agreed_on", "TODO", model_name="adm_decision_date"),
        date("foster_to_adopt_decided_on", "TODO", model_name="ffa_decision_date"),
        date("foster_to_adopt_placed_on", "TODO", model_name="ffa_placed_date"),
        date("placement_order_on", "TODO", model_name="placement_order_date"),
        date("matched_on", "TODO", model_name="match_date"),
        date("placed_on", "TODO", model_name="placed_date"),
        date("placed_with_foster_carer_on", "TODO", model_name="foster_carer_placed_date"),
        date("ordered_on", "TODO", model_name="order_date"),
        code("order_type", "TODO"),
        date("reversed_on", "TODO", model_name="reversed_date"),
        code("reversed_reason", "TODO"),  # CODES RD1-RD4
        yes_no("is_adopted_by_carer", "TODO", model_name="adopted_by_carer"),
        whole_number("adopters_count", "TODO", model_name="adopters_n"),
        code("adopter_sex", "TODO"),
        code("adopter_legal_status", "TODO"),
        yes_no("is_sibling_group", "TODO", model_name="sibling_group"),
        whole_number("siblings_placed_together_count", "TODO", model_name="siblings_together"),
        whole_number("siblings_placed_apart_count", "TODO", model_name="siblings_apart"),
        text("agency_reference", "TODO", model_name="provider_urn"),
        code("previous_option", "TODO"),
        text("previous_authority", "TODO", model_name="previous_la"),
        text("previous_order_month", "TODO", model_name="previous_date"),
        link("worker_id", "TODO", to="worker"),
    ),
)
