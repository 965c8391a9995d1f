"""One prospective adopter."""

from purplebook.tables.schema import Table, code, date, identifier, text, whole_number, yes_no

adopter = Table(
    name="adopter",
    grain="one prospective adopter",
    group="looked after",
    key=("adopter_id",),
    columns=(
        identifier("adopter_id", "TODO"),
        text("family_id", "TODO"),
        code("gender", "TODO"),
        code("ethnicity_code", "TODO"),
        code("disability", "TODO"),
        yes_no("is_foster_to_adopt", "TODO", model_name="ffa"),
        date("enquired_on", "TODO", model_name="enquiry_date"),
        date("stage_1_started_on", "TODO", model_name="stage1_start"),
        date("stage_1_ended_on", "TODO", model_name="stage1_end"),
        date("stage_2_started_on", "TODO", model_name="stage2_start"),
        date("stage_2_ended_on", "TODO", model_name="stage2_end"),
        date("applied_on", "TODO", model_name="application_date"),
        date("approved_on", "TODO", model_name="approved_date"),
        date("matched_on", "TODO", model_name="matched_date"),
        date("placed_on", "TODO", model_name="placed_date"),
        whole_number("children_placed_count", "TODO", model_name="children_placed"),
        date("ordered_on", "TODO", model_name="order_date"),
        date("left_on", "TODO", model_name="left_date"),
        code("left_reason", "TODO"),  # CODES 1-3
    ),
)
