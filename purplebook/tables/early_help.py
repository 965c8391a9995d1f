"""One early help request/assessment/episode for one child."""

from purplebook.tables.schema import Table, code, date, identifier, link, text, yes_no

early_help = Table(
    name="early_help",
    grain="one early help request/assessment/episode for one child",
    group="front door",
    key=("early_help_id",),
    columns=(
        identifier("early_help_id", "TODO", model_name="eh_id"),
        link("person_id", "TODO", to="person"),
        date("requested_on", "TODO", model_name="request_date"),
        code("request_source_code", "TODO", model_name="request_source"),
        code("assessment_type", "TODO"),  # CODES CAF|EHA|TARGETED|EPISODE
        date("started_on", "TODO", model_name="start_date"),
        date("ended_on", "TODO", model_name="end_date"),
        text("organisation", "TODO"),
        text("reason", "TODO"),
        code("end_reason", "TODO"),
        yes_no("is_quality_assured", "TODO", model_name="qa_checked"),
        link("worker_id", "TODO", to="worker"),
    ),
)
