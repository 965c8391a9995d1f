"""One health/wellbeing check, score or annual flag."""

from purplebook.tables.schema import Table, code, date, identifier, link, text, whole_number, yes_no

health_check = Table(
    name="health_check",
    grain="one health/wellbeing check, score or annual flag",
    group="looked after",
    key=("check_id",),
    columns=(
        identifier("check_id", "TODO"),
        link("person_id", "TODO", to="person"),
        code(
            "check_type", "TODO"
        ),  # CODES HEALTH_ASSESSMENT|DENTAL|DEVELOPMENT_U5|IMMUNISATION|SDQ|SUBSTANCE_MISUSE|CONVICTION
        date("checked_on", "TODO", model_name="check_date"),
        whole_number("return_year", "TODO"),
        yes_no("is_met", "TODO", model_name="flag"),
        text("status", "TODO"),
        whole_number("score", "TODO"),
        code("reason_code", "TODO"),
        yes_no("is_intervention_received", "TODO", model_name="intervention_received"),
        yes_no("is_intervention_offered", "TODO", model_name="intervention_offered"),
        yes_no("is_latest_only", "TODO", model_name="latest_only"),
    ),
)
