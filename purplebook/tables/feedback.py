"""One complaint, representation or compliment."""

from purplebook.tables.schema import Table, code, date, identifier, link, text

feedback = Table(
    name="feedback",
    grain="one complaint, representation or compliment",
    group="quality",
    key=("feedback_id",),
    columns=(
        identifier("feedback_id", "TODO"),
        code("feedback_type", "TODO"),
        date("received_on", "TODO", model_name="received_date"),
        date("acknowledged_on", "TODO", model_name="acknowledged_date"),
        code("complainant_type", "TODO"),
        link("person_id", "TODO", to="person"),
        text("service_area", "TODO"),
        code("theme", "TODO"),
        code("resolution_route", "TODO"),  # CODES ADR|STAGE1|STAGE2|STAGE3|OMBUDSMAN
        date("stage_1_due_on", "TODO", model_name="stage1_due_date"),
        date("stage_1_response_on", "TODO", model_name="stage1_response_date"),
        date("stage_2_started_on", "TODO", model_name="stage2_start_date"),
        date("stage_2_response_on", "TODO", model_name="stage2_response_date"),
        date("stage_3_panel_on", "TODO", model_name="stage3_panel_date"),
        code("status", "TODO"),
        code("outcome", "TODO"),
        text("learning", "TODO"),
    ),
)
